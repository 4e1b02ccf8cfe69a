//! The order of French words.

use nom::Parser;
use nom::combinator::opt;

use crate::expr::Pattern;
use crate::lang::common::{boundary, near, no, number_in, sense, whole, word};
use crate::lang::input::Input;
use crate::lang::sense::Sense;
use crate::lang::{Found, Parsed, Rule, Start};

/// Every rule, in order of preference where two read the same words.
pub(super) static RULES: &[Rule] =
    &[Rule { name: "fr/date", starts: &[Start::Word("le"), Start::Digits], parse: date }];

/// "le 7 mars", "7 mars".
fn date(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, (_, day, month, _)) = (
        opt(word("le")),
        near(number_in(1, 31, 2)),
        near(sense(|sense| if let Sense::Month(month) = sense { Some(*month) } else { None })),
        boundary,
    )
        .parse(input)?;
    let Ok(day) = u8::try_from(day) else { return no(input) };
    Ok((rest, whole(Pattern { day: Some(day), month: Some(month), ..Pattern::default() })))
}

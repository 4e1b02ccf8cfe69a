//! Amounts with no place of their own, ages, vague words, anniversaries.

use nom::Parser;

use super::amount::{adjective, amount};
use super::number::ordinal;
use super::point::{day, point};
use super::words::{goes_on, is_after, is_hyphenated, is_plural, meaning, past_hyphen, unit};
use crate::amount::{Amount, Quantity, Unit};
use crate::expr::{Expr, Vague};
use crate::lang::common::{any_word, boundary, no, sense, whole, word, words};
use crate::lang::input::Input;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind};
use crate::lang::{Found, Parsed};

/// "Two years", "more than a week", "some time".
pub(super) fn duration(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if let Ok((rest, ())) =
        words("some time").parse(input).or_else(|_| words("a while").parse(input))
    {
        return Ok((
            rest,
            whole(Expr::Duration(Amount::new(vec![(Quantity::Vague, Unit::Unsaid)]))),
        ));
    }
    let (rest, found) = amount(input)?;
    let (rest, ()) = boundary(rest)?;
    Ok((rest, whole(Expr::Duration(found))))
}

/// "A five-year plan", "the 23-year-old", "month-long".
pub(super) fn adjective_amount(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, found) = adjective(input)?;
    let (rest, ()) = boundary(rest)?;
    Ok((rest, whole(Expr::Duration(found))))
}

/// "For weeks", "within days": a bare plural after a word that leads to an amount.
pub(super) fn bare_plural(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, unit) = unit(input)?;
    let leads = is_after(&input, |sense| matches!(sense, Sense::LeadsToAmount));
    if !is_plural(&input) || !leads || is_hyphenated(&rest) {
        return no(input);
    }
    // "Weeks or months".
    let rest = match word("or").parse(rest) {
        Ok((after, ())) if goes_on(&after) && is_plural(&after) => {
            super::words::unit(after).map_or(rest, |(rest, _)| rest)
        }
        _ => rest,
    };
    Ok((rest, whole(Expr::Duration(Amount::new(vec![(Quantity::Vague, unit)])))))
}

/// "Now", "recently", "the future".
pub(super) fn vague(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, vague) =
        sense(|sense| if let Sense::Vague(vague) = sense { Some(*vague) } else { None })
            .parse(input)?;
    let (rest, ()) = boundary(rest)?;
    if is_hyphenated(&rest) && past_hyphen(rest).at() != rest.at() {
        return no(input);
    }
    // "Now that", "one day after": a conjunction, a distance.
    if matches!(vague, Vague::Future)
        && any_word(&["after", "before", "later", "earlier", "ago", "of"]).parse(rest).is_ok()
    {
        return no(input);
    }
    Ok((rest, whole(Expr::Vague(vague))))
}

/// "Current", "recent" before a noun.
pub(super) fn vague_adjective(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, vague) =
        sense(|sense| if let Sense::VagueAdjective(vague) = sense { Some(*vague) } else { None })
            .parse(input)?;
    let noun =
        rest.first().is_some_and(|token| token.kind == Kind::Word && token.gap != Gap::Break);
    if noun && !is_hyphenated(&rest) { Ok((rest, whole(Expr::Vague(vague)))) } else { no(input) }
}

/// "The 20th anniversary of March 7", "the sixth anniversary of the city's fall".
pub(super) fn anniversary(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let start = word("the").parse(input).map_or(input, |(rest, ())| rest);
    if !goes_on(&start) && 0 < start.at() {
        return no(input);
    }
    let (rest, nth) = match ordinal(start) {
        Ok((rest, n)) => {
            let rest = word("year").parse(past_hyphen(rest)).map_or(rest, |(rest, ())| rest);
            (rest, Some(u32::from(n)))
        }
        Err(_) => (start, None),
    };
    let (end, ()) = meaning(rest, Sense::Anniversary)?;
    let (after, ()) = word("of").parse(end)?;
    if !goes_on(&after) {
        return no(input);
    }
    if let Ok((rest, of)) = day(after) {
        return Ok((rest, whole(Expr::Anniversary { nth, of: Box::new(of) })));
    }
    let (rest, event) = super::shift::anchor_words(after)?;
    let expr = Expr::Anniversary { nth, of: Box::new(Expr::Event) };
    Ok((rest, Found { expr, marks: vec![(input, end)], event: Some(event) }))
}

/// A time as it stands.
pub(super) fn time(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, found) = point(input)?;
    Ok((rest, whole(found)))
}

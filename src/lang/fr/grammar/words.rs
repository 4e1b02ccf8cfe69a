//! Single words of French as the rules ask for them, and what may stand around a time.

use nom::Parser;
use nom::combinator::opt;

use crate::amount::{DayPart, Unit};
use crate::expr::{Anchor, Expr, Pattern};
use crate::extent::Season;
use crate::lang::common::{any_word, glued, is_word, mark, near, no, number_in, sense, word};
use crate::lang::input::Input;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind, Token};
use crate::lang::{Found, Parsed};

/// Makes a parser of the words with a sense.
macro_rules! of_sense {
    ($(#[$doc:meta])* $name:ident, $variant:ident, $type:ty) => {
        $(#[$doc])*
        pub(super) fn $name(input: Input<'_>) -> Parsed<'_, $type> {
            sense(|sense| match sense {
                Sense::$variant(value) => Some(*value),
                _ => None,
            })
            .parse(input)
        }
    };
}

of_sense!(
    /// A month's full name.
    month, Month, u8
);
of_sense!(
    /// A weekday's full name.
    weekday, Weekday, u8
);
of_sense!(
    /// A unit of time.
    unit, Unit, Unit
);
/// A season; "êtes" is none.
pub(super) fn season(input: Input<'_>) -> Parsed<'_, Season> {
    let Some(token) = input.first() else { return no(input) };
    let text = input.text_of(token);
    if text.starts_with(['ê', 'Ê']) || text.chars().nth(1) == Some('\u{302}') {
        return no(input);
    }
    sense(|sense| match sense {
        Sense::Season(season) => Some(*season),
        _ => None,
    })
    .parse(input)
}
of_sense!(
    /// A part of the day.
    day_part, DayPart, DayPart
);

/// A month's name or abbreviation, with the abbreviation's full stop.
pub(super) fn any_month(input: Input<'_>) -> Parsed<'_, u8> {
    if let Ok(found) = month(input) {
        return Ok(found);
    }
    // "Le 22 9bre 1698": by the numbers in September to December.
    if let Ok((rest, number)) = number_in(7, 10, 2).parse(input) {
        let (rest, _) = glued(any_word(&["bre", "bres"])).parse(rest)?;
        return Ok((opt(glued(mark(b'.'))).parse(rest)?.0, number as u8 + 2));
    }
    let (rest, month) = sense(|sense| match sense {
        Sense::MonthAbbr(month) => Some(*month),
        _ => None,
    })
    .parse(input)?;
    Ok((opt(glued(mark(b'.'))).parse(rest)?.0, month))
}

/// A weekday's name or abbreviation, with the abbreviation's full stop and a comma.
pub(super) fn any_weekday(input: Input<'_>) -> Parsed<'_, u8> {
    let (rest, day) = match weekday(input) {
        Ok(found) => found,
        Err(_) => {
            let (rest, day) = sense(|sense| match sense {
                Sense::WeekdayAbbr(day) => Some(*day),
                _ => None,
            })
            .parse(input)?;
            (opt(glued(mark(b'.'))).parse(rest)?.0, day)
        }
    };
    Ok((opt(glued(mark(b','))).parse(rest)?.0, day))
}

/// An article that TIMEX3 counts to the time: "le", "la", "les", "l'".
pub(super) fn article(input: Input<'_>) -> Parsed<'_, ()> {
    let (rest, word) = any_word(&["le", "la", "les", "l"]).parse(input)?;
    if word == "l" { glued(mark(b'\'')).parse(rest) } else { Ok((rest, ())) }
}

/// "Du", "de", "des", "d'": before a time, outside it. "De la" leaves "la" to the time.
pub(super) fn de(input: Input<'_>) -> Parsed<'_, ()> {
    let (rest, word) = any_word(&["du", "de", "des", "d"]).parse(input)?;
    if word == "d" { glued(mark(b'\'')).parse(rest) } else { Ok((rest, ())) }
}

/// "À", "au", "aux".
pub(super) fn a(input: Input<'_>) -> Parsed<'_, ()> {
    any_word(&["a", "au", "aux"]).map(|_| ()).parse(input)
}

/// "Ce", "cet", "cette", "ces".
pub(super) fn this(input: Input<'_>) -> Parsed<'_, ()> {
    any_word(&["ce", "cet", "cette", "ces"]).map(|_| ()).parse(input)
}

/// The apostrophe of an elided word, where there is one.
pub(super) fn elision(input: Input<'_>) -> Input<'_> {
    if input.is_glued() && input.is_mark(b'\'') { input.skip(1) } else { input }
}

/// "-là", "là": that one, of the story; "cette semaine la liste" has an article.
pub(super) fn la(input: Input<'_>) -> Parsed<'_, ()> {
    let (rest, hyphen) = opt(glued(mark(b'-'))).parse(input)?;
    let (after, ()) = near(word("la")).parse(rest)?;
    if hyphen.is_some() || has_grave(&rest) { Ok((after, ())) } else { no(input) }
}

/// Whether the next word is written with a grave accent, which tells "dès" from "des".
pub(super) fn has_grave(input: &Input<'_>) -> bool {
    input
        .first()
        .is_some_and(|token| input.text_of(token).contains(['à', 'À', 'è', 'È', '\u{300}']))
}

/// "-ci": this one.
pub(super) fn ci(input: Input<'_>) -> Parsed<'_, ()> {
    (glued(mark(b'-')), glued(word("ci"))).map(|_| ()).parse(input)
}

/// "Dernier", "prochain", "suivant", "précédent": how many cells on, and from where.
pub(super) fn order(input: Input<'_>) -> Parsed<'_, (i32, Anchor)> {
    sense(|sense| match sense {
        Sense::Last => Some((-1, Anchor::Publication)),
        Sense::Next => Some((1, Anchor::Publication)),
        Sense::Following => Some((1, Anchor::Focus)),
        Sense::Previous => Some((-1, Anchor::Focus)),
        Sense::Current => Some((0, Anchor::Publication)),
        _ => None,
    })
    .parse(input)
}

/// "Dernier" −1, "prochain" +1, where they stand before what they order.
pub(super) fn order_before(input: Input<'_>) -> Parsed<'_, i32> {
    // "J'ai passé 3 mois", "après trois ans écoulés": participles order only what stands before them.
    if any_word(&[
        "passe", "passee", "passes", "passees", "ecoule", "ecoulee", "ecoules", "ecoulees",
    ])
    .parse(input)
    .is_ok()
    {
        return no(input);
    }
    sense(|sense| match sense {
        Sense::Last => Some(-1),
        Sense::Next => Some(1),
        _ => None,
    })
    .parse(input)
}

/// A time with one place in the text.
pub(super) fn found<'a>(expr: impl Into<Expr>, from: Input<'a>, to: Input<'a>) -> Found<'a> {
    Found { expr: expr.into(), marks: vec![(from, to)], event: None }
}

/// The same stretches with more said about them.
pub(super) fn wrap<'a>(found: Found<'a>, wrap: impl FnOnce(Expr) -> Expr) -> Found<'a> {
    Found { expr: wrap(found.expr), ..found }
}

/// An open pattern with no field filled.
pub(super) fn blank() -> Pattern {
    Pattern::default()
}

/// Whether a word has some sense.
pub(super) fn has(input: &Input<'_>, token: &Token, is: impl Fn(&Sense) -> bool) -> bool {
    token.kind == Kind::Word
        && (input.source().lexicon.entries(token.word).iter())
            .filter(|entry| entry.rest.is_empty())
            .any(|entry| entry.senses.iter().any(&is))
}

/// Whether the word `n` places back is one of some.
pub(super) fn behind(input: &Input<'_>, n: usize, words: &[&str]) -> bool {
    input.back(n).is_some_and(|token| words.iter().any(|word| is_word(input, token, word)))
}

/// Whether a token begins with a capital.
pub(super) fn is_capital(input: &Input<'_>, token: &Token) -> bool {
    token.kind == Kind::Word && input.text_of(token).chars().next().is_some_and(char::is_uppercase)
}

/// Whether what follows can follow a time: a mark, the end, a small word; not a noun that a number
/// before it would count ("2000 personnes").
pub(super) fn ends_clean(input: &Input<'_>) -> bool {
    let Some(token) = input.first() else { return true };
    match token.kind {
        _ if token.gap == Gap::Break => true,
        Kind::Word => {
            token.gap != Gap::None
                && (has(input, token, |sense| {
                    matches!(
                        sense,
                        Sense::Stop | Sense::Link | Sense::Determiner | Sense::Signal(_)
                    )
                }) || (token.gap == Gap::Line && is_capital(input, token)))
        }
        Kind::Number => false,
        Kind::Mark(b'%' | b'$' | b'+' | b'=' | b'*' | 0) => false,
        Kind::Mark(b'-' | b'/' | b'.' | b',' | b':') => {
            !(token.gap == Gap::None
                && input
                    .peek(1)
                    .is_some_and(|after| after.gap == Gap::None && after.kind != Kind::Mark(b'"')))
                || token.kind == Kind::Mark(b',')
        }
        Kind::Mark(_) => true,
    }
}

/// Fails where a plural noun follows, which a number before it would count.
pub(super) fn not_counting(input: Input<'_>) -> Parsed<'_, ()> {
    let counts = input.first().is_some_and(|token| {
        token.kind == Kind::Word
            && token.gap == Gap::Space
            && !is_capital(&input, token)
            && input.text_of(token).ends_with(['s', 'x'])
            && !has(&input, token, |_| true)
    });
    if counts { no(input) } else { Ok((input, ())) }
}

/// A unit of a day or more, as a cell of the calendar.
pub(super) fn counted_as_day_or_more(input: Input<'_>) -> Parsed<'_, Unit> {
    let (rest, unit) = unit(input)?;
    if Unit::Day <= unit && unit != Unit::Season { Ok((rest, unit)) } else { no(input) }
}

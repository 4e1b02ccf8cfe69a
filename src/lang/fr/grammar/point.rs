//! A single time in any of its forms, as the rules ask for it that put something before or around it.

use nom::Parser;

use super::words::{found, has};
use super::{calendar, clock, part, relative};
use crate::expr::{Expr, Pattern};
use crate::lang::common::{is_word, near, no};
use crate::lang::input::Input;
use crate::lang::memo::{ReadFound as Read, found_once};
use crate::lang::opening::lies_ahead;
use crate::lang::sense::Sense;
use crate::lang::token::Kind;
use crate::lang::{Found, Parsed};

/// A date of the calendar with its numbers said: "vendredi 5 avril 2024", "12/03/2024", "2024-03-07".
pub(super) fn plain_date(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    longest(input, &[calendar::date, calendar::numeric_date, calendar::iso_date])
}

/// A day in any form, without the part of the day.
const DAYS: &[Read] = &[
    calendar::date,
    calendar::numeric_date,
    calendar::iso_date,
    calendar::day,
    calendar::weekday_phrase,
    calendar::named_day,
    calendar::republican,
    relative::deictic_day,
    relative::anaphoric_day,
    relative::this_cell,
    relative::relative_unit,
];

/// A day in any form.
pub(super) fn day_point(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, day) = found_once(input, |input| longest(input, DAYS))?;
    if is_day(&day.expr) { Ok((rest, day)) } else { no(input) }
}

/// Whether an expression is a day: what a part of the day can be said of.
fn is_day(expr: &Expr) -> bool {
    use crate::amount::Unit;
    use crate::expr::Cell;
    let of = |pattern: &Pattern| {
        pattern.day.is_some() || pattern.weekday.is_some() || pattern.named.is_some()
    };
    match expr {
        Expr::Pattern(pattern) => of(pattern),
        Expr::Relative { cell: Cell::Unit(unit), .. } => *unit == Unit::Day,
        Expr::Relative { cell: Cell::Pattern(pattern), .. } => of(pattern),
        Expr::Within { inner, .. } => is_day(inner),
        _ => false,
    }
}

/// "Mardi soir", "hier matin", "le 22 mars au soir", "le lendemain matin": a day and its part.
pub(super) fn day_and_part(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if !lies_ahead(input, |sense| matches!(sense, Sense::DayPart(_))) {
        return no(input);
    }
    let (rest, day) = day_point(input)?;
    let (rest, part) = relative::part_after(rest)?;
    Ok((rest, found(relative::in_day(part, day.expr), input, rest)))
}

/// "Dimanche 30": a weekday and its number.
fn numbered_weekday(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    super::words::weekday(input)?;
    calendar::day(input)
}

/// "Ce samedi 24 juillet", "ce dimanche 30": "ce" before a date.
pub(super) fn this_date(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, ()) = super::words::this(input)?;
    let (rest, date) =
        near(plain_date).parse(rest).or_else(|_| near(numbered_weekday).parse(rest))?;
    Ok((rest, found(date.expr, input, rest)))
}

/// All forms of a single time.
const POINTS: &[Read] = &[
    calendar::memorable,
    calendar::date,
    calendar::numeric_date,
    calendar::iso_date,
    calendar::day,
    calendar::month_phrase,
    calendar::year_phrase,
    calendar::decade,
    calendar::century,
    calendar::season_phrase,
    calendar::quarter,
    calendar::weekday_phrase,
    calendar::weekend,
    calendar::named_day,
    calendar::republican,
    relative::relative_unit,
    relative::deictic_day,
    relative::anaphoric_day,
    relative::this_cell,
    relative::this_part,
    relative::part_of_day,
    relative::that_time,
    day_and_part,
    this_date,
    clock::clock,
    part::part,
    part::nth,
    part::share,
];

/// A single time in its longest form.
pub(super) fn point(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    // Most words begin no time at all, and this is asked after every "de" and "à".
    let can = input.first().is_some_and(|token| match token.kind {
        Kind::Number => true,
        Kind::Word => {
            has(&input, token, |_| true)
                || !input.source().lexicon.entries(token.word).is_empty()
                || is_word(&input, token, "minuit")
        }
        Kind::Mark(_) => false,
    });
    if can { found_once(input, |input| longest(input, POINTS)) } else { no(input) }
}

/// The longest of several readings, the first of equals.
pub(super) fn longest<'a>(input: Input<'a>, reads: &[Read]) -> Parsed<'a, Found<'a>> {
    let mut best: Option<(Input<'a>, Found<'a>)> = None;
    for read in reads {
        let Ok((rest, found)) = read(input) else { continue };
        if best.as_ref().is_none_or(|(at, _)| at.at() < rest.at()) {
            best = Some((rest, found));
        }
    }
    match best {
        Some(best) => Ok(best),
        None => no(input),
    }
}

//! A date with its time of day: "Friday at 5 p.m.", "the night of 20 June".

use nom::Parser;

use super::clock::{self, bare_hour, clock};
use super::point::{day, within};
use super::reference::pointed;
use super::words::{day_part, goes_on, part, past_comma};
use crate::amount::Unit;
use crate::expr::{Cell, Expr, Pattern, Year};
use crate::lang::Parsed;
use crate::lang::common::{any_word, no, word, words};
use crate::lang::form::{Choice, longest_form};
use crate::lang::input::Input;
use crate::lang::memo::once;
use crate::lang::token::Kind;

/// A date with its time of day, in either order: "Friday at 5 p.m.", "9 a.m. EST Tuesday", "March 22
/// in the evening", "the night of 20 June".
pub(super) fn timed(input: Input<'_>) -> Parsed<'_, Expr> {
    once(input, |input| longest_form(Choice::Timed, input))
}

/// A day, with a part of it where one is said: "Friday", "Friday morning", "yesterday in the evening".
pub(super) fn day_or_part(input: Input<'_>) -> Parsed<'_, Expr> {
    let (rest, found) = with_part(input)?;
    if is_day_or_longer(&found) { Ok((rest, found)) } else { no(input) }
}

fn with_part(input: Input<'_>) -> Parsed<'_, Expr> {
    let (mut rest, mut found) = day(input)?;
    if !is_day_or_longer(&found) {
        return Ok((rest, found));
    }
    // "Friday morning", "yesterday in the evening".
    if goes_on(&rest) {
        let inside = words("in the").parse(rest).map_or(rest, |(rest, ())| rest);
        let early = part(inside).ok().filter(|(rest, _)| goes_on(rest));
        let start = early.as_ref().map_or(inside, |(rest, _)| *rest);
        if let Ok((after, part)) = day_part(start) {
            let of = Expr::Pattern(Pattern { part: Some(part), ..Pattern::default() });
            let of = match early {
                Some((_, part)) => Expr::Part { part, of: Box::new(of) },
                None => of,
            };
            found = within(of, found);
            rest = after;
        }
    }
    Ok((rest, found))
}

pub(super) fn day_then_clock(input: Input<'_>) -> Parsed<'_, Expr> {
    let (rest, found) = with_part(input)?;
    if !is_day_or_longer(&found) {
        return Ok((rest, found));
    }
    let start = clock::at(rest);
    if goes_on(&start) {
        let said_at =
            start.at() != rest.at() && start.back(1).is_some_and(|t| t.kind == Kind::Word);
        let timed = clock(start).or_else(|error| match said_at {
            true => clock::dotted_hour(start).or_else(|_| bare_hour(start)),
            false => Err(error),
        });
        if let Ok((after, clock)) = timed {
            return Ok(with_last_year(after, clock, found));
        }
    }
    Ok((rest, found))
}

/// "Sat Mar 12 01:30:59 2016", "Fri Mar 04 00:00:00 UTC 2016": machines write the year last.
fn with_last_year(rest: Input<'_>, clock: Pattern, found: Expr) -> (Input<'_>, Expr) {
    let seconds = clock.clock.is_some_and(|clock| clock.second.is_some());
    if let (Expr::Pattern(said @ Pattern { year: None, day: Some(_), month: Some(_), .. }), true) =
        (&found, seconds)
        && let Ok((after, Year::Full(year))) = super::year::year(rest)
    {
        let found = Pattern { year: Some(Year::Full(year)), ..*said };
        return (after, within(clock.into(), found.into()));
    }
    (rest, within(clock.into(), found))
}

pub(super) fn clock_then_day(input: Input<'_>) -> Parsed<'_, Expr> {
    // "9 tomorrow morning": the part of the day makes the number an hour.
    if let Ok((rest, hour)) = bare_hour(input)
        && goes_on(&rest)
        && pointed(rest).is_ok()
        && let Ok((rest, outer)) = day_then_clock(rest)
        && matches!(&outer, Expr::Within { inner, .. }
            if matches!(&**inner, Expr::Pattern(Pattern { part: Some(_), .. })))
    {
        return Ok((rest, within(hour.into(), outer)));
    }
    let (rest, time) = clock(input)?;
    let time = Expr::Pattern(time);
    let rest_of = past_comma(rest);
    let start = any_word(&["on", "of"]).parse(rest_of).map_or(rest_of, |(rest, _)| rest);
    if goes_on(&start)
        && let Ok((rest, outer)) = day(start)
        && is_day_or_longer(&outer)
    {
        let (rest, outer) = match day_part(rest) {
            Ok((rest, part)) if goes_on(&start) => {
                let part = Pattern { part: Some(part), ..Pattern::default() };
                (rest, within(part.into(), outer))
            }
            _ => (rest, outer),
        };
        // The zone may come last: "9:34 p.m., March 19 EST".
        return Ok(zone_last(rest, within(time, outer)));
    }
    Ok((rest, time))
}

/// A zone after the date of a time that has none yet.
fn zone_last(rest: Input<'_>, found: Expr) -> (Input<'_>, Expr) {
    let Expr::Within { mut inner, outer } = found else { return (rest, found) };
    if let (Expr::Pattern(Pattern { clock: Some(clock), .. }), true) = (&mut *inner, goes_on(&rest))
        && let (None, Ok((after, zone))) = (clock.zone, super::words::zone(rest))
    {
        clock.zone = Some(zone);
        return (after, Expr::Within { inner, outer });
    }
    (rest, Expr::Within { inner, outer })
}

/// "The morning of March 22", "the night of 20 June 1791".
pub(super) fn part_of_day(input: Input<'_>) -> Parsed<'_, Expr> {
    let the = word("the").parse(input).map_or(input, |(rest, ())| rest);
    let early = part(the).ok().filter(|(rest, _)| goes_on(rest));
    let start = early.as_ref().map_or(the, |(rest, _)| *rest);
    let (rest, part) = day_part(start)?;
    let rest = word("hours").parse(rest).map_or(rest, |(rest, ())| rest);
    let (rest, _) = any_word(&["of", "on"]).parse(rest)?;
    if !goes_on(&rest) {
        return no(input);
    }
    let (rest, outer) = day(rest)?;
    if !is_day_or_longer(&outer) {
        return no(input);
    }
    let of = Expr::Pattern(Pattern { part: Some(part), ..Pattern::default() });
    let of = match early {
        Some((_, part)) => Expr::Part { part, of: Box::new(of) },
        None => of,
    };
    Ok((rest, within(of, outer)))
}

/// Whether a time of day makes sense in it.
fn is_day_or_longer(expr: &Expr) -> bool {
    match expr {
        Expr::Pattern(pattern) => {
            pattern.clock.is_none()
                && (pattern.day.is_some() || pattern.weekday.is_some() || pattern.named.is_some())
        }
        Expr::Relative { cell, .. } => match cell {
            Cell::Unit(unit) => *unit == Unit::Day,
            Cell::Pattern(pattern) => {
                pattern.weekday.is_some() || pattern.part.is_some() || pattern.named.is_some()
            }
        },
        Expr::Within { inner, outer } => {
            !matches!(&**inner, Expr::Pattern(Pattern { clock: Some(_), .. }))
                && is_day_or_longer(outer)
                || is_day_or_longer(inner)
        }
        _ => false,
    }
}

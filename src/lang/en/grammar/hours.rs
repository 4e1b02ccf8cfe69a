//! From one hour to another: "5 to 6 p.m.", "3-8pm yesterday", "Friday from 9 a.m. to 5 p.m.".

use nom::Parser;

use super::amount::stands_alone;
use super::clock::{bare_hour, clock};
use super::point::{point, within};
use super::range::{dash, range, share};
use super::timed::day_or_part;
use super::words::goes_on;
use crate::amount::DayPart;
use crate::expr::{Clock, Expr, Pattern};
use crate::lang::common::{any_word, between, digits, no};
use crate::lang::input::Input;
use crate::lang::token::Kind;
use crate::lang::{Found, Parsed};

/// "5 to 6 p.m.", "3-8pm yesterday": the last end says that both are hours.
pub(super) fn hours(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (end, hour) = bare_hour(input).or_else(|_| hyphenated_hour(input))?;
    let (second, _) = dash(end)?;
    let (rest, last) = point(second)?;
    let clock = match &last {
        Expr::Pattern(said) => said.clock,
        Expr::Within { inner, .. } => match &**inner {
            Expr::Pattern(said) => said.clock,
            _ => None,
        },
        _ => None,
    };
    if clock.is_none_or(|clock| clock.either_half) {
        return no(input);
    }
    let first = share(hour.into(), &last);
    Ok((rest, range((input, end, first), (second, rest, last))))
}

/// "Friday from 9 a.m. to 5 p.m.", "tomorrow evening between 7 and 9": the day is that of both.
pub(super) fn of_day(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (end, day) = day_or_part(input)?;
    let (start, signal) = any_word(&["from", "between"]).parse(end)?;
    if !goes_on(&start) {
        return no(input);
    }
    let (first_end, from) = clock(start).or_else(|_| bare_hour(start))?;
    let (second, _) = match signal {
        "from" => any_word(&["to", "until", "till", "through"]).parse(first_end)?,
        _ => any_word(&["and"]).parse(first_end)?,
    };
    if !goes_on(&second) {
        return no(input);
    }
    let (rest, to) = clock(second).or_else(|error| match bare_hour(second) {
        Ok((rest, hour)) if stands_alone(&rest) => Ok((rest, hour)),
        _ => Err(error),
    })?;
    let from = clock_of(&share(from.into(), &to.into()));
    let (Some(from), Some(mut to)) = (from, to.clock) else { return no(input) };
    // "From 9 to 5" ends in the afternoon.
    if to.either_half && to.hour <= from.hour && from.hour < 12 {
        to = Clock { hour: to.hour % 12 + 12, either_half: false, ..to };
    }
    let (day, part) = match day {
        Expr::Within { inner, outer } => match *inner {
            Expr::Pattern(Pattern { part, .. }) => (*outer, part),
            _ => return no(input),
        },
        day => (day, None),
    };
    let on = |clock: Clock| {
        let clock = Some(part.map_or(clock, |part| in_part(clock, part)));
        within(Pattern { clock, ..Pattern::default() }.into(), day.clone())
    };
    let found = range((input, first_end, on(from)), (second, rest, on(to)));
    Ok((rest, if signal == "from" { found } else { between(found) }))
}

/// The last time of day with the day of the first: "Friday, 9 a.m. to 5 p.m.".
pub(super) fn same_day(first: &Expr, last: Expr) -> Expr {
    match (first, clock_of(&last)) {
        (Expr::Within { inner, outer }, Some(_)) if clock_of(inner).is_some() => {
            within(last, (**outer).clone())
        }
        _ => last,
    }
}

/// The half of the day that puts an hour before another: "from 5 to 7 p.m.", "from 11 to 1 p.m.".
pub(super) fn half_of(hour: Clock, until: Clock) -> Clock {
    let afternoon = 12 <= until.hour && hour.hour % 12 < until.hour % 12;
    let hour_of_day = hour.hour % 12 + if afternoon { 12 } else { 0 };
    Clock { hour: hour_of_day, either_half: false, ..hour }
}

/// The day without its part: "8 a.m." is not in the afternoon that the other end is in.
pub(super) fn whole_day(outer: &Expr) -> &Expr {
    match outer {
        Expr::Within { inner, outer: day }
            if matches!(**inner, Expr::Pattern(Pattern { part: Some(_), .. })) =>
        {
            day
        }
        outer => outer,
    }
}

/// The "1515" of "1515 and 1600 hours": four digits that the other end makes a time of day.
pub(super) fn open_hours(input: Input<'_>) -> Parsed<'_, Expr> {
    let (rest, (n, length)) = digits(input)?;
    let (second, _) =
        dash(rest).or_else(|_| any_word(&["and"]).parse(rest).map(|(rest, _)| (rest, false)))?;
    let last = second.first().is_some_and(|token| token.end - token.start == 4);
    if length != 4 || 2359 < n || 59 < n % 100 || !last || !goes_on(&second) {
        return no(input);
    }
    let (end, _) = clock(second)?;
    let hours = end.back(1).is_some_and(|token| token.kind == Kind::Word);
    let at = Clock::at((n / 100) as u8, Some((n % 100) as u8));
    let time = Pattern { clock: Some(at), ..Pattern::default() };
    if hours { Ok((rest, time.into())) } else { no(input) }
}

/// "1515-1600 hours".
pub(super) fn military(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (end, first) = open_hours(input)?;
    let (second, _) = dash(end)?;
    let (rest, last) = point(second)?;
    let first = share(first, &last);
    Ok((rest, range((input, end, first), (second, rest, last))))
}

/// The "3" of "3-8pm".
fn hyphenated_hour(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, (n, length)) = digits(input)?;
    let hyphen = super::words::is_hyphenated(&rest) && !input.is_glued();
    match u8::try_from(n) {
        Ok(hour @ 1..=12) if hyphen && length <= 2 => {
            let clock = Clock { either_half: true, ..Clock::at(hour, None) };
            Ok((rest, Pattern { clock: Some(clock), ..Pattern::default() }))
        }
        _ => no(input),
    }
}

/// A time of day with no date.
fn clock_of(expr: &Expr) -> Option<Clock> {
    match expr {
        Expr::Pattern(said @ Pattern { clock: Some(clock), .. })
            if *said == (Pattern { clock: said.clock, ..Pattern::default() }) =>
        {
            Some(*clock)
        }
        _ => None,
    }
}

/// An hour as a part of the day has it: the "7" of "in the evening from 7".
fn in_part(clock: Clock, part: DayPart) -> Clock {
    let late = match part {
        DayPart::Afternoon | DayPart::Evening => (1..12).contains(&clock.hour),
        DayPart::Night => (5..12).contains(&clock.hour),
        _ => false,
    };
    Clock { hour: clock.hour + if late { 12 } else { 0 }, either_half: false, ..clock }
}

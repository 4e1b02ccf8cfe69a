//! One time, however it is said: a date, a day that points, a part of either, a time of day in it.
//! What ranges, bounds and lists are made of.

use nom::Parser;

use super::calendar::{named_day, quarter_or_half, season_alone, weekday_alone};
use super::day::day_of_month;
use super::part::part_of;
use super::reference::{pointed, told, whole_unit};
use super::timed::timed;
use super::words::{
    goes_on, is_capital, is_led_to, is_plural, modifier, past_comma, past_hyphen, season,
};
use super::year::{year, year_after};
use crate::amount::{Modifier, Quantity, Unit};
use crate::expr::{Anchor, Cell, Direction, Expr, Pattern};
use crate::lang::common::{any_word, no, word};
use crate::lang::form::{Choice, longest_form};
use crate::lang::input::Input;
use crate::lang::memo::{Read, once};
use crate::lang::phrase::means;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind};
use crate::lang::{Parsed, numeric};

/// The longest of some readings, the first of them where equally long.
pub(super) fn longest<'a, T>(input: Input<'a>, readings: &[Read<T>]) -> Parsed<'a, T> {
    let mut best: Option<(Input<'a>, T)> = None;
    for read in readings {
        if let Ok((rest, found)) = read(input)
            && best.as_ref().is_none_or(|(furthest, _)| furthest.at() < rest.at())
        {
            best = Some((rest, found));
        }
    }
    best.map_or_else(|| no(input), Ok)
}

/// A time: a part of a date, a date about right, or a date with its time of day.
pub(super) fn point(input: Input<'_>) -> Parsed<'_, Expr> {
    // "The comparable year-ago quarter" has two words before the first of time.
    if input.first().is_none_or(|token| 3 < token.ahead) {
        return no(input);
    }
    once(input, any_point)
}

fn any_point(input: Input<'_>) -> Parsed<'_, Expr> {
    if let Ok((rest, modifier)) = modifier(input) {
        let rest = super::words::past_stop(rest);
        if !matches!(modifier, Modifier::Approx | Modifier::Nearly)
            || word("some").parse(input).is_ok()
            || weekday_alone(rest).is_ok()
        {
            return no(input);
        }
        // "Around this time": a preposition here.
        if !goes_on(&rest) || told(rest).is_ok() {
            return no(input);
        }
        let (rest, of) = part_of(rest).or_else(|_| timed(rest))?;
        return Ok((rest, Expr::Modified { modifier, of: Box::new(of) }));
    }
    longest_form(Choice::Point, input)
}

pub(super) fn month_only(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, month) = super::calendar::month(input)?;
    Ok((rest, Pattern { month: Some(month), ..Pattern::default() }))
}

/// A time of day granularity or coarser, of a year where that is said after it.
pub(super) fn day(input: Input<'_>) -> Parsed<'_, Expr> {
    once(input, any_day)
}

fn any_day(input: Input<'_>) -> Parsed<'_, Expr> {
    let (rest, found) = longest_form(Choice::Day, input)?;
    // "Next week on Friday", "last week Monday".
    if matches!(found, Expr::Relative { cell: Cell::Unit(Unit::Week), .. }) && goes_on(&rest) {
        let start = word("on").parse(rest).map_or(past_hyphen(rest), |(rest, ())| rest);
        if let (true, Ok((after, weekday))) = (goes_on(&start), weekday_alone(start))
            && !is_plural(&start)
            && possessive(after).at() == after.at()
        {
            return Ok((after, within(weekday.into(), found)));
        }
    }
    let (end, found) = in_longer(rest, found);
    // "The first half of the contingent": no half of a year.
    if end.at() == rest.at() && is_part_of_thing(&rest, &found) {
        return no(input);
    }
    Ok((end, found))
}

/// Whether a half or a quarter, whose year is not said, is that of something which is no time.
fn is_part_of_thing(rest: &Input<'_>, found: &Expr) -> bool {
    let part = matches!(found, Expr::Pattern(said)
        if said.year.is_none() && (said.half.is_some() || said.quarter.is_some()));
    let Ok((start, ())) = word("of").parse(*rest) else { return false };
    let other = |place: &Input<'_>| {
        place.first().is_some_and(|token| {
            token.kind == Kind::Word && place.source().lexicon.is_other(token.word)
        })
    };
    let determined = means(&start, |sense| *sense == Sense::Determiner);
    part && goes_on(&start) && (other(&start) || determined && other(&start.skip(1)))
}

/// "The week of March 6", "the weekend of 9 May": the one that the day lies in.
pub(super) fn week_of(input: Input<'_>) -> Parsed<'_, Expr> {
    let the = word("the").parse(input).map_or(input, |(rest, ())| rest);
    let weekend = super::words::meaning(the, Sense::Weekend);
    let (rest, ()) = weekend.clone().or_else(|_| word("week").parse(the))?;
    let (rest, ()) = word("of").parse(rest)?;
    if !goes_on(&rest) {
        return no(input);
    }
    let (rest, day) = day_of_month(rest)?;
    if weekend.is_ok() {
        return Ok((
            rest,
            within(Pattern { weekend: true, ..Pattern::default() }.into(), day.into()),
        ));
    }
    let week = Cell::Unit(Unit::Week);
    let week = Expr::Relative { cell: week, offset: 0, anchor: crate::expr::Anchor::Focus };
    Ok((rest, within(week, day.into())))
}

/// "A week on Thursday", "Thursday week", "a week ago on Monday", "a fortnight last Friday": the weekday
/// that lies so many weeks beyond the nearest.
pub(super) fn weeks_on(input: Input<'_>) -> Parsed<'_, Expr> {
    let relative = |weekday, offset| Expr::Relative {
        cell: Cell::Pattern(weekday),
        offset,
        anchor: Anchor::Publication,
    };
    if let Ok((rest, weekday)) = weekday_alone(input) {
        let (rest, weeks) = match word("week").parse(rest) {
            Ok((rest, ())) => (rest, 1),
            Err(_) => (word("fortnight").parse(rest)?.0, 2),
        };
        let (rest, ()) = crate::lang::common::boundary(rest)?;
        let ends = !is_plural(&input)
            && super::amount::stands_alone(&rest)
            && !means(&rest, |sense| *sense == Sense::Link);
        let dash = super::words::is_hyphenated(&rest);
        return if ends && !dash { Ok((rest, relative(weekday, 1 + weeks))) } else { no(input) };
    }
    let (rest, amount) = super::amount::bare_amount(input)?;
    let weeks = match amount.parts.as_slice() {
        [(Quantity::Exact(n), Unit::Week)] if n % 1000 == 0 && amount.modifier.is_none() => {
            i32::try_from(n / 1000).unwrap_or(0)
        }
        _ => return no(input),
    };
    let (rest, back) = match word("ago").parse(rest) {
        Ok((rest, ())) => (word("on").parse(rest).map_or(rest, |(rest, ())| rest), true),
        Err(_) => {
            let (rest, which) = any_word(&["on", "last"]).parse(rest)?;
            (rest, which == "last")
        }
    };
    if !goes_on(&rest) || !(1..=52).contains(&weeks) {
        return no(input);
    }
    let last = word("last").parse(rest).map_or(rest, |(rest, ())| rest);
    let start = if back { last } else { rest };
    let (rest, weekday) = weekday_alone(start)?;
    if is_plural(&start) {
        return no(input);
    }
    Ok((rest, relative(weekday, if back { -1 - weeks } else { 1 + weeks })))
}

/// "The Monday two weeks ago": that of the week so far back.
pub(super) fn weekday_weeks_ago(input: Input<'_>) -> Parsed<'_, Expr> {
    let the = word("the").parse(input).map_or(input, |(rest, ())| rest);
    let (rest, weekday) = weekday_alone(the)?;
    let (rest, amount) = super::amount::bare_amount(rest)?;
    let weeks = matches!(amount.parts.as_slice(), [(Quantity::Exact(_), Unit::Week)]);
    let (rest, ()) = word("ago").parse(rest)?;
    if !weeks || is_plural(&the) {
        return no(input);
    }
    let direction = Direction::Before;
    let week = Expr::Shift { amount, direction, anchor: Anchor::Publication };
    Ok((rest, within(weekday.into(), week)))
}

/// "The 20th of this month", "15th of next month".
pub(super) fn day_of_pointed_month(input: Input<'_>) -> Parsed<'_, Expr> {
    let the = word("the").parse(input).map_or(input, |(rest, ())| rest);
    let (rest, n) = super::number::ordinal(the)?;
    let (rest, ()) = word("of").parse(rest)?;
    let (rest, outer) = pointed(rest).or_else(|_| whole_unit(rest))?;
    let month = matches!(outer, Expr::Relative { cell: Cell::Unit(Unit::Month), .. });
    match u8::try_from(n) {
        Ok(n @ 1..=31) if month => {
            Ok((rest, within(Pattern { day: Some(n), ..Pattern::default() }.into(), outer)))
        }
        _ => no(input),
    }
}

/// "3/7/2024": the month first.
pub(super) fn digits_date(input: Input<'_>) -> Parsed<'_, Pattern> {
    numeric::date(&crate::lang::en::CONVENTIONS)(input)
        .or_else(|_| numeric::spaced_year_first(input))
        .or_else(|_| match begins_phrase(&input) {
            true => numeric::month_year(input),
            false => no(input),
        })
}

/// Whether a preposition, a mark or nothing stands before this place: "case 12/2018" is no date.
fn begins_phrase(input: &Input<'_>) -> bool {
    let mark = input
        .back(1)
        .is_none_or(|token| matches!(token.kind, Kind::Mark(b'(' | b',' | b':' | b';' | b'.')));
    mark || is_led_to(input) || input.first().is_some_and(|token| token.gap == Gap::Break)
}

/// "1990 summer", "1998's third quarter", "2024 August".
pub(super) fn year_then(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, found) = year(input)?;
    let rest = possessive(rest);
    if !goes_on(&rest) {
        return no(input);
    }
    if let Ok((rest, season)) = season(rest) {
        return Ok((
            rest,
            Pattern { season: Some(season), year: Some(found), ..Pattern::default() },
        ));
    }
    if let Ok((rest, month)) = month_only(past_hyphen(rest))
        && super::day::day(rest).is_err()
    {
        return Ok((rest, Pattern { year: Some(found), ..month }));
    }
    let (rest, pattern) = quarter_or_half(rest)?;
    Ok((rest, Pattern { year: Some(found), ..pattern }))
}

/// The place after a possessive ending.
pub(super) fn possessive(input: Input<'_>) -> Input<'_> {
    if input.is_mark(b'\'') && input.is_glued() {
        let after = input.skip(1);
        if let (true, Ok((rest, ()))) = (after.is_glued(), word("s").parse(after)) {
            return rest;
        }
        return after;
    }
    input
}

/// "In winter", "summer"; "fall" and "spring" are other words too often.
pub(super) fn bare_season(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, found) = season_alone(input)?;
    let other = means(&input, |sense| *sense == Sense::Ordinary);
    let verb = input.back(1).is_some_and(|before| input.text_of(before) == "to");
    if other && (verb || !is_led_to(&input) || word("of").parse(rest).is_ok()) {
        return no(input);
    }
    let name = is_capital(&input) && !is_led_to(&input) && is_capital(&rest);
    // "In spring water".
    let noun = other
        && !is_capital(&rest)
        && rest.first().is_some_and(|token| {
            token.kind == Kind::Word && input.source().lexicon.is_other(token.word)
        });
    if noun {
        return no(input);
    }
    if name { no(input) } else { Ok((rest, found)) }
}

/// Whether "fall" or "spring" is what somebody does here: "prices will fall in 2025", "did not fall".
fn is_verb(input: &Input<'_>) -> bool {
    let before = input.back(1).map(|token| input.text_of(token));
    let auxiliary = matches!(
        before,
        Some("to" | "not" | "did" | "does" | "do" | "can" | "could" | "might" | "must" | "should")
    );
    let leads = super::words::is_after(input, |sense| *sense == Sense::FutureCue);
    let ordinary = means(input, |sense| *sense == Sense::Ordinary) && !is_capital(input);
    ordinary && (auxiliary || leads)
}

/// "Summer 1990", "the summer of 1990".
pub(super) fn season_of_year(input: Input<'_>) -> Parsed<'_, Pattern> {
    let start = word("the").parse(input).map_or(input, |(rest, ())| rest);
    if is_verb(&input) {
        return no(input);
    }
    let (rest, season) = season(start)?;
    let (rest, year) = year_after(rest).or_else(|_| {
        let (rest, ()) = word("of").parse(rest)?;
        super::year::year_in_words(rest)
    })?;
    Ok((rest, Pattern { season: Some(season), year: Some(year), ..Pattern::default() }))
}

/// "The spring of next year", "the winter of that year".
pub(super) fn season_of_pointed(input: Input<'_>) -> Parsed<'_, Expr> {
    let (start, ()) = word("the").parse(input)?;
    let (rest, found) = season_alone(start)?;
    let (rest, ()) = word("of").parse(rest)?;
    match pointed(rest)? {
        (rest, year @ Expr::Relative { cell: Cell::Unit(Unit::Year), .. }) => {
            Ok((rest, within(found.into(), year)))
        }
        _ => no(input),
    }
}

/// "Christmas 1963", "Easter of 1916".
pub(super) fn named_of_year(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, named) = named_day(input)?;
    match year_after(rest) {
        Ok((rest, year)) => Ok((rest, Pattern { year: Some(year), ..named })),
        Err(_) => Ok((rest, named)),
    }
}

/// What a date lies in, said after it: "of 1990", "of that year", "next year", "last week".
fn in_longer(rest: Input<'_>, found: Expr) -> (Input<'_>, Expr) {
    if !goes_on(&rest) || !can_lie_in(&found) {
        return (rest, found);
    }
    let comma = past_comma(rest);
    let start = any_word(&["of", "in"]).parse(comma).map_or(comma, |(rest, _)| rest);
    if !goes_on(&start) {
        return (rest, found);
    }
    let linked = start.at() != comma.at();
    if linked {
        if let (Ok((after, year)), Expr::Pattern(pattern)) = (year(start), &found)
            && pattern.year.is_none()
            && word("of").parse(comma).is_ok()
        {
            return (after, Pattern { year: Some(year), ..*pattern }.into());
        }
    } else if let (Ok((after, year)), Expr::Pattern(pattern), true) =
        (year(start), &found, comma.at() == rest.at())
        && (pattern.quarter.is_some() || pattern.half.is_some())
    {
        return (after, Pattern { year: Some(year), ..*pattern }.into());
    }
    if let Ok((after, outer)) = pointed(start)
        .or_else(|_| if word("of").parse(comma).is_ok() { whole_unit(start) } else { no(start) })
        && is_longer(&outer, &found)
        && (linked
            || comma.at() == rest.at()
            || matches!(outer, Expr::Relative { cell: Cell::Unit(Unit::Week), .. }))
    {
        return (after, within(found, outer));
    }
    (rest, found)
}

/// Whether a date leaves its year or week open.
fn can_lie_in(found: &Expr) -> bool {
    matches!(found, Expr::Pattern(pattern) if pattern.year.is_none() && pattern.clock.is_none())
}

/// Whether `outer` can hold `inner`.
fn is_longer(outer: &Expr, inner: &Expr) -> bool {
    let Expr::Relative { cell: Cell::Unit(unit), .. } = outer else { return false };
    let Expr::Pattern(pattern) = inner else { return false };
    match unit {
        Unit::Week => pattern.weekday.is_some() && pattern.day.is_none(),
        Unit::Month => {
            pattern.day.is_some() && pattern.month.is_none() || pattern.weekday.is_some()
        }
        Unit::Year | Unit::Decade | Unit::Century => true,
        _ => false,
    }
}

/// `inner` in `outer`; fields of one date where both are patterns of the calendar.
pub(super) fn within(inner: Expr, outer: Expr) -> Expr {
    Expr::Within { inner: Box::new(inner), outer: Box::new(outer) }
}

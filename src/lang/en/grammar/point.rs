//! One time, however it is said: a date, a day that points, a part of either, a time of day in it.
//! What ranges, bounds and lists are made of.

use nom::Parser;

use super::calendar::{
    day_alone, day_of_month, month_alone, month_of_year, named_day, quarter_or_half, republican,
    season_alone, week_number, weekday_alone, weekday_and_day, year_month_day,
};
use super::clock::{self, bare_hour, clock};
use super::reference::{pointed, told, whole_unit};
use super::words::{
    day_part, goes_on, is_after, is_capital, is_led_to, is_plural, modifier, part, part_noun,
    past_comma, past_hyphen, season,
};
use super::year::{any_year, long_year, year, year_after};
use crate::amount::{Modifier, Unit};
use crate::expr::{Cell, Expr, Part, Pattern, Year};
use crate::lang::common::{any_word, no, word, words};
use crate::lang::input::Input;
use crate::lang::lexicon::WordId;
use crate::lang::memo::{Read, once};
use crate::lang::phrase::means;
use crate::lang::sense::Sense;
use crate::lang::token::Kind;
use crate::lang::{Parsed, iso, numeric};

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
    longest(input, &[part_of, timed])
}

/// "Early March", "mid-1990s", "the end of the year", "late in 1862", "later that year".
fn part_of(input: Input<'_>) -> Parsed<'_, Expr> {
    // "Mid-night" is a time of day.
    if super::words::clock_word(input).is_ok() {
        return no(input);
    }
    let the = word("the").parse(input).map_or(input, |(rest, ())| rest);
    if let Ok(found) = end_of_day(the) {
        return Ok(found);
    }
    if let Ok((rest, (part, of))) = part_noun_of(the) {
        return Ok((rest, Expr::Part { part, of: Box::new(of) }));
    }
    let (rest, part) = part(the)?;
    let rest = past_hyphen(rest);
    if !goes_on(&rest) {
        return no(input);
    }
    let in_it = word("in").parse(rest).map_or(rest, |(rest, ())| rest);
    let article = word("the").parse(in_it);
    let start = in_it;
    if the.at() != input.at() && article.is_ok() {
        return no(input);
    }
    // "Earlier Friday": the day is told, the word compares; "the late-November trip" has its own article.
    let compares = any_word(&["earlier", "later"]).parse(input).is_ok();
    let adjective =
        the.at() != input.at() && rest.back(1).is_some_and(|t| t.kind == Kind::Mark(b'-'));
    if compares && weekday_alone(start).is_ok() || adjective && month_only(start).is_ok() {
        return no(input);
    }
    let (rest, of) = timed(start).or_else(|_| {
        // "Mid-afternoon", "early summer", "early morning".
        let (rest, found) = season_alone(start)
            .or_else(|_| clock::part_alone(start))
            .or_else(|_| month_only(start))?;
        Ok::<_, nom::Err<nom::error::Error<Input<'_>>>>((rest, Expr::Pattern(found)))
    })?;
    // "Mid-afternoon yesterday".
    let (rest, of) = match &of {
        Expr::Pattern(Pattern { part: Some(_), .. }) => match day(rest) {
            Ok((rest, outer)) => (rest, within(of, outer)),
            Err(_) => (rest, of),
        },
        _ => (rest, of),
    };
    Ok((rest, Expr::Part { part, of: Box::new(of) }))
}

fn month_only(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, month) = super::calendar::month(input)?;
    Ok((rest, Pattern { month: Some(month), ..Pattern::default() }))
}

/// "By the end of the day": of the one the story is at; "at the end of the day" weighs things up.
fn end_of_day(input: Input<'_>) -> Parsed<'_, Expr> {
    let (rest, ()) =
        words("end of the day").parse(input).or_else(|_| words("end of day").parse(input))?;
    let the = input.back(1).is_some_and(|token| input.text_of(token) == "the");
    let place = input.at().checked_sub(if the { 1 } else { 0 });
    let due = place.is_some_and(|at| {
        is_after(&Input::new(input.source(), at), |sense| matches!(sense, Sense::Signal(_)))
    });
    if !due {
        return no(input);
    }
    let day = Expr::Relative {
        cell: Cell::Unit(Unit::Day),
        offset: 0,
        anchor: crate::expr::Anchor::Focus,
    };
    Ok((rest, Expr::Part { part: Part::End, of: Box::new(day) }))
}

/// "End of March", "middle of the 1990s", "early part of 1999", "month's end", "year-end".
fn part_noun_of(input: Input<'_>) -> Parsed<'_, (Part, Expr)> {
    let (rest, which) = match part_noun(input).or_else(|_| half(input)) {
        Ok(found) => found,
        Err(_) => {
            let latter = word("latter").parse(input).map(|(rest, ())| (rest, Part::End));
            let (rest, which) = part(input).or(latter)?;
            let nouns = &["part", "parts", "hours", "days", "months", "years", "stages", "half"];
            let (rest, noun) = any_word(nouns).parse(rest)?;
            // "The latter half" is the second.
            if noun == "half" && part(input).is_err() {
                return no(input);
            }
            (rest, which)
        }
    };
    let (rest, ()) = word("of").parse(rest)?;
    if !goes_on(&rest) {
        return no(input);
    }
    let (rest, of) = timed(rest).or_else(|_| {
        let (rest, found) = season_alone(rest)?;
        Ok::<_, nom::Err<nom::error::Error<Input<'_>>>>((rest, Expr::Pattern(found)))
    })?;
    Ok((rest, (which, of)))
}

/// "First half", "latter half" of what is not a year.
fn half(input: Input<'_>) -> Parsed<'_, Part> {
    let (rest, which) = any_word(&["first", "second", "last", "latter"]).parse(input)?;
    let (rest, ()) = word("half").parse(rest)?;
    let (of, ()) = word("of").parse(rest)?;
    if long_year(of).is_ok_and(|(_, year)| !matches!(year, Year::Full(_))) || month_only(of).is_ok()
    {
        return Ok((rest, if which == "first" { Part::Start } else { Part::End }));
    }
    no(input)
}

/// A date with its time of day, in either order: "Friday at 5 p.m.", "9 a.m. EST Tuesday", "March 22
/// in the evening", "the night of 20 June".
fn timed(input: Input<'_>) -> Parsed<'_, Expr> {
    once(input, |input| longest(input, &[day_then_clock, clock_then_day, part_of_day]))
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

fn day_then_clock(input: Input<'_>) -> Parsed<'_, Expr> {
    let (rest, found) = with_part(input)?;
    if !is_day_or_longer(&found) {
        return Ok((rest, found));
    }
    let start = clock::at(rest);
    if goes_on(&start) {
        let said_at =
            start.at() != rest.at() && start.back(1).is_some_and(|t| t.kind == Kind::Word);
        let timed =
            clock(start).or_else(|error| if said_at { bare_hour(start) } else { Err(error) });
        if let Ok((after, clock)) = timed {
            return Ok((after, within(clock.into(), found)));
        }
    }
    Ok((rest, found))
}

fn clock_then_day(input: Input<'_>) -> Parsed<'_, Expr> {
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
fn part_of_day(input: Input<'_>) -> Parsed<'_, Expr> {
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

/// A time of day granularity or coarser, of a year where that is said after it.
pub(super) fn day(input: Input<'_>) -> Parsed<'_, Expr> {
    once(input, any_day)
}

fn any_day(input: Input<'_>) -> Parsed<'_, Expr> {
    let readings: &[Read<Expr>] =
        &[dated, pointed, whole_unit, day_of_pointed_month, week_of, season_of_pointed];
    let (rest, found) = longest(input, readings)?;
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
    Ok(in_longer(rest, found))
}

/// "The week of March 6", "the weekend of 9 May": the one that the day lies in.
fn week_of(input: Input<'_>) -> Parsed<'_, Expr> {
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

/// "The 20th of this month", "15th of next month".
fn day_of_pointed_month(input: Input<'_>) -> Parsed<'_, Expr> {
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

/// A date by the calendar.
fn dated(input: Input<'_>) -> Parsed<'_, Expr> {
    let read: &[Read<Pattern>] = match input.first().map(|token| token.kind) {
        Some(Kind::Number) => &[
            day_of_month,
            any_year,
            quarter_or_half,
            republican,
            year_then,
            year_month_day,
            iso::date_time,
            iso::week_date,
            digits_date,
        ],
        Some(Kind::Word) => &[
            day_of_month,
            month_of_year,
            month_alone,
            weekday_alone,
            weekday_and_day,
            any_year,
            quarter_or_half,
            season_of_year,
            bare_season,
            named_of_year,
            day_alone,
            week_number,
            republican,
        ],
        Some(Kind::Mark(b'\'' | b'`')) => &[any_year],
        _ => return no(input),
    };
    let (rest, found) = longest(input, read)?;
    Ok((rest, found.into()))
}

/// "3/7/2024": the month first.
fn digits_date(input: Input<'_>) -> Parsed<'_, Pattern> {
    numeric::date(&crate::lang::en::CONVENTIONS)(input)
}

/// "1990 summer", "1998's third quarter", "2024 August".
fn year_then(input: Input<'_>) -> Parsed<'_, Pattern> {
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
    if let (true, Ok((rest, month))) =
        (is_capital(&past_hyphen(rest)), month_only(past_hyphen(rest)))
        && super::calendar::day(rest).is_err()
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
fn bare_season(input: Input<'_>) -> Parsed<'_, Pattern> {
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
        && rest.first().is_some_and(|token| token.kind == Kind::Word && token.word == WordId::NONE);
    if noun {
        return no(input);
    }
    if name { no(input) } else { Ok((rest, found)) }
}

/// "Summer 1990", "the summer of 1990".
fn season_of_year(input: Input<'_>) -> Parsed<'_, Pattern> {
    let start = word("the").parse(input).map_or(input, |(rest, ())| rest);
    let (rest, season) = season(start)?;
    let (rest, year) = year_after(rest).or_else(|_| {
        let (rest, ()) = word("of").parse(rest)?;
        super::year::year_in_words(rest)
    })?;
    Ok((rest, Pattern { season: Some(season), year: Some(year), ..Pattern::default() }))
}

/// "The spring of next year", "the winter of that year".
fn season_of_pointed(input: Input<'_>) -> Parsed<'_, Expr> {
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
fn named_of_year(input: Input<'_>) -> Parsed<'_, Pattern> {
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

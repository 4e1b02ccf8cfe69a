//! Times that come again: "every Monday", "twice a week", "daily", "Tuesday nights".

use nom::Parser;

use super::amount::bare_amount;
use super::clock::clock;
use super::day::day_of_month;
use super::number::{number, ordinal};
use super::title::is_title;
use super::words::{
    day_part, frequency, goes_on, is_capital, is_hyphenated, is_other_noun, is_plural, meaning,
    month_name, season, times_word, unit, unit_name, weekday_name,
};
use crate::amount::{DayPart, Unit};
use crate::expr::{Cell, Expr, Pattern, Quant, Set};
use crate::lang::common::{any_word, no, whole, word, words};
use crate::lang::input::Input;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind};
use crate::lang::{Found, Parsed};

fn set<'a>(cell: Cell, every: u32, times: Option<u32>, quant: Option<Quant>) -> Found<'a> {
    whole(Expr::Set(Set { cell, every, times, quant }))
}

/// What recurs: a weekday and its part, a month, a season, a unit.
fn cell(input: Input<'_>) -> Parsed<'_, Cell> {
    if !goes_on(&input) {
        return no(input);
    }
    if let Ok((rest, weekday)) = weekday_name(input) {
        let mut pattern = Pattern { weekday: Some(weekday), ..Pattern::default() };
        if let (true, Ok((rest, part))) = (goes_on(&rest), day_part(rest)) {
            pattern.part = Some(part);
            return Ok((rest, Cell::Pattern(pattern)));
        }
        return Ok((rest, Cell::Pattern(pattern)));
    }
    if let Ok((rest, part)) = day_part(input) {
        return Ok((rest, Cell::Pattern(Pattern { part: Some(part), ..Pattern::default() })));
    }
    if let Ok((rest, month)) = month_name(input) {
        if let (true, Ok((rest, day))) = (goes_on(&rest), super::day::day(rest)) {
            let pattern = Pattern { month: Some(month), day: Some(day), ..Pattern::default() };
            return Ok((rest, Cell::Pattern(pattern)));
        }
        return Ok((rest, Cell::Pattern(Pattern { month: Some(month), ..Pattern::default() })));
    }
    if let Ok((rest, season)) = season(input) {
        return Ok((rest, Cell::Pattern(Pattern { season: Some(season), ..Pattern::default() })));
    }
    if let Ok((rest, named)) = super::calendar::named_day(input) {
        return Ok((rest, Cell::Pattern(named)));
    }
    let (rest, unit) = unit(input)?;
    Ok((rest, Cell::Unit(unit)))
}

/// "Every Monday", "each month", "every other week", "every two years", "every third day"; with the
/// time of day: "every Friday at 5 p.m.".
pub(super) fn every(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    every_cell(input).map(|(rest, found)| with_clock(rest, found))
}

/// "9 a.m. every Sunday", "at noon on Fridays", "6 p.m. daily".
pub(super) fn at_clock(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, time) = clock(input)?;
    let on = word("on").parse(rest).map_or(rest, |(rest, ())| rest);
    if !goes_on(&on) {
        return no(input);
    }
    let (rest, found) = every_cell(on).or_else(|_| plural_days(on)).or_else(|_| often(on))?;
    match found.expr {
        Expr::Set(said) => match timed(said, time) {
            Some(timed) => Ok((rest, whole(Expr::Set(timed)))),
            None => no(input),
        },
        _ => no(input),
    }
}

/// A set with the time of day that follows it, if one does.
fn with_clock<'a>(rest: Input<'a>, found: Found<'a>) -> (Input<'a>, Found<'a>) {
    let start = super::clock::at(rest);
    if let (Expr::Set(said), true, Ok((after, time))) = (&found.expr, goes_on(&start), clock(start))
        && let Some(timed) = timed(said.clone(), time)
    {
        return (after, whole(Expr::Set(timed)));
    }
    (rest, found)
}

/// A day that recurs, at a time of day; the part of the day says no more than its hour.
fn timed(said: Set, time: Pattern) -> Option<Set> {
    let cell = match said.cell {
        Cell::Unit(Unit::Day | Unit::DayPart(_)) if said.every == 1 => time,
        Cell::Pattern(day) if day.weekday.is_some() || day.part.is_some() => {
            Pattern { clock: time.clock, part: None, ..day }
        }
        _ => return None,
    };
    Some(Set { cell: Cell::Pattern(cell), ..said })
}

pub(super) fn every_cell(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let quant = if word("each").parse(input).is_ok() { Quant::Each } else { Quant::Every };
    let (rest, ()) = meaning(input, Sense::Each)?;
    let rest = any_word(&["single"]).parse(rest).map_or(rest, |(rest, _)| rest);
    if let Ok((rest, ())) = word("other").parse(rest) {
        let (rest, cell) = cell(rest)?;
        return Ok((rest, set(cell, 2, None, Some(quant))));
    }
    // "Every 14 July", "each December 25"; "every year on 14 July".
    let yearly = words("year on").parse(rest).map_or(rest, |(rest, ())| rest);
    if goes_on(&yearly)
        && let Ok((rest, date)) = day_of_month(yearly)
        && date.year.is_none()
        && date.weekday.is_none()
    {
        return Ok((rest, set(Cell::Pattern(date), 1, None, Some(quant))));
    }
    if let Ok((rest, n)) = number(rest) {
        let every = u32::try_from(n / 1000).ok().filter(|every| 0 < *every && n % 1000 == 0);
        let (Some(every), Ok((rest, cell))) = (every, cell(rest)) else { return no(input) };
        return Ok((rest, set(cell, every, None, Some(quant))));
    }
    if let Ok((rest, n)) = ordinal(rest) {
        let (rest, cell) = cell(rest)?;
        return Ok((rest, set(cell, u32::from(n), None, Some(quant))));
    }
    let (rest, cell) = cell(rest)?;
    if is_hyphenated(&rest) {
        return no(input);
    }
    Ok((rest, set(cell, 1, None, Some(quant))))
}

/// "Daily", "annually", "everyday"; "quarterly" not before a noun: a quarterly loss is one.
pub(super) fn often(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, unit) = frequency(input)?;
    // "LA Weekly", "the Daily Planet".
    let before = input.at().checked_sub(1).map(|at| Input::new(input.source(), at));
    let near = |place: &Input<'_>| place.first().is_some_and(|token| token.gap == Gap::Space);
    let named = is_capital(&input)
        && (near(&rest) && is_capital(&rest)
            || near(&input) && before.is_some_and(|before| is_capital(&before)));
    let shouted = input.text_of_first().chars().all(char::is_uppercase);
    if named && !shouted || is_title(&input, &rest) {
        return no(input);
    }
    if unit == Unit::Quarter && rest.first().is_some_and(|token| token.kind == Kind::Word) {
        return no(input);
    }
    if is_hyphenated(&rest)
        || input.back(1).is_some_and(|before| before.kind == Kind::Mark(b'-')) && input.is_glued()
    {
        return no(input);
    }
    Ok(with_clock(rest, set(Cell::Unit(unit), 1, None, None)))
}

/// "Twice a week", "three times per day", "once every two years".
pub(super) fn times(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, times) = match times_word(input) {
        Ok((rest, n)) => (rest, u32::from(n)),
        Err(_) => {
            let (rest, n) = number(input)?;
            let (rest, ()) = meaning(rest, Sense::Times)?;
            let Ok(n) = u32::try_from(n / 1000) else { return no(input) };
            (rest, n)
        }
    };
    if !goes_on(&rest) {
        return no(input);
    }
    if let Ok((rest, found)) = every(rest) {
        if let Expr::Set(set) = found.expr {
            return Ok((rest, whole(Expr::Set(Set { times: Some(times), ..set }))));
        }
        return no(input);
    }
    let (rest, _) = any_word(&["a", "an", "per", "the"]).parse(rest)?;
    let (rest, unit) = unit(rest)?;
    Ok((rest, set(Cell::Unit(unit), 1, Some(times), None)))
}

/// "Per day"; "a year" after a number or a price: "10 flights a week", "$1 billion a year".
pub(super) fn rate(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if is_other_noun(&input) {
        return no(input);
    }
    if let Ok((start, ())) = word("per").parse(input) {
        let (rest, unit) = unit_name(start)?;
        // "Miles per hour", "instructions per second" are speeds.
        if matches!(unit, Unit::Hour | Unit::Minute | Unit::Second) {
            return no(input);
        }
        return Ok((rest, set(Cell::Unit(unit), 1, None, None)));
    }
    let (rest, _) = any_word(&["a", "an"]).parse(input)?;
    if !goes_on(&rest) {
        return no(input);
    }
    let (end, unit) = unit_name(rest)?;
    if !matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year) {
        return no(input);
    }
    if is_hyphenated(&end) || !is_after_count(&input) {
        return no(input);
    }
    Ok((end, set(Cell::Unit(unit), 1, None, None)))
}

/// Whether a count of things stands just before: "10 flights", "$5", "1 billion".
fn is_after_count(input: &Input<'_>) -> bool {
    let number_at = |n: usize| {
        input.at().checked_sub(n).is_some_and(|at| {
            let place = Input::new(input.source(), at);
            place.first().is_some_and(|token| token.kind == Kind::Number)
                || super::words::is_after(&place.skip(1), |sense| {
                    matches!(sense, Sense::Number(_) | Sense::Tens(_) | Sense::Scale(_))
                })
        })
    };
    let plural =
        input.at().checked_sub(1).is_some_and(|at| is_plural(&Input::new(input.source(), at)));
    let unit = super::words::is_after(input, |sense| matches!(sense, Sense::Unit(_)));
    // "Hundreds of visitors a day": a noun that the lexicon does not know.
    let things = input.back(1).is_some_and(|token| input.source().lexicon.is_other(token.word));
    let counted = number_at(2) || number_at(3);
    number_at(1) || plural && if unit { counted && !is_always(input) } else { counted || things }
}

/// Whether the amount before "a day" fills it.
fn is_always(per: &Input<'_>) -> bool {
    (2..5).any(|n| {
        let start = per.at().checked_sub(n).map(|at| Input::new(per.source(), at));
        start.and_then(|start| bare_amount(start).ok()).is_some_and(|(rest, amount)| {
            rest.at() == per.at() && super::plain::is_always(&amount, &rest)
        })
    })
}

/// "They moved only at night": on any night.
pub(super) fn at_night(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (start, _) = any_word(&["at", "by"]).parse(input)?;
    let (rest, ()) = word("night").parse(start)?;
    // "9 at night", "at nightfall", "late at night on 3 May".
    let timed = super::words::is_after(&input, |sense| {
        matches!(
            sense,
            Sense::Number(_) | Sense::ClockWord(_) | Sense::Deictic(_) | Sense::Weekday(_)
        )
    }) || input.back(1).is_some_and(|token| token.kind == Kind::Number);
    let dated = any_word(&["on", "of", "in"])
        .parse(rest)
        .is_ok_and(|(rest, _)| goes_on(&rest) && super::point::day(rest).is_ok());
    if timed || dated || is_hyphenated(&rest) {
        return no(input);
    }
    let part = Some(DayPart::Night);
    let cell = Cell::Pattern(Pattern { part, ..Pattern::default() });
    let set = Set { cell, every: 1, times: None, quant: None };
    Ok((rest, Found { expr: Expr::Set(set), marks: vec![(start, rest)], event: None }))
}

/// "Tuesday nights", "Mondays", "weekends": a plural that recurs.
pub(super) fn plural_days(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if let Ok((rest, weekday)) = weekday_name(input) {
        let plural_day = is_plural(&input) && input.text_of_first().ends_with("ys");
        let mut pattern = Pattern { weekday: Some(weekday), ..Pattern::default() };
        if let (true, Ok((after, part))) = (goes_on(&rest), day_part(rest))
            && (is_plural(&rest) || plural_day)
        {
            pattern.part = Some(part);
            return Ok(with_clock(after, set(Cell::Pattern(pattern), 1, None, None)));
        }
        if plural_day {
            return Ok(with_clock(rest, set(Cell::Pattern(pattern), 1, None, None)));
        }
        return no(input);
    }
    let (rest, ()) = meaning(input, Sense::Weekend)?;
    if is_plural(&Input::new(rest.source(), rest.at().saturating_sub(1))) {
        Ok((rest, set(Cell::Unit(Unit::Weekend), 1, None, None)))
    } else {
        no(input)
    }
}

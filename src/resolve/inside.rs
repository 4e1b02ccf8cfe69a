//! Times inside longer ones: "Friday at 5 p.m.", "the first week of March", "early 1990".

use chrono::{Datelike, NaiveDate};

use super::calendar::{self, add_days};
use super::date::{Dated, bare, date};
use super::focus::Focus;
use super::pattern::{self, Toward};
use super::{Manner, State, Tense, Unresolved};
use crate::amount::{DayPart, Unit};
use crate::expr::{Anchor, Cell, Expr, Part, Pattern};
use crate::extent::{Extent, Granularity, add_months, midnight};
use crate::why::{NoDate, Why};

pub(super) fn within(inner: &Expr, outer: &Expr, state: &State<'_>) -> Result<Dated, Unresolved> {
    if let (Expr::Pattern(inner), Expr::Pattern(outer)) = (inner, outer)
        && let Some(merged) = merged(inner, outer)
    {
        return bare(&merged, state);
    }
    let mut dated = date(outer, state)?;
    dated.others.clear();
    if is_past_night(inner, outer, state)
        && let Some(before) = dated.cell.first_day().and_then(|day| add_days(day, -1))
    {
        dated.cell = Extent::day(before).ok_or(Unresolved::OutOfRange)?;
        dated.steps.push(Why::NightGone { is: dated.cell });
    }
    let cell = match inner {
        Expr::Pattern(said) => inside(said, &dated.cell)?,
        // "The 1989 period": of the year, what is being told.
        Expr::Relative { cell: Cell::Unit(Unit::Unsaid), offset: 0, anchor: Anchor::Focus } => {
            let told = state.focus.any_quarter().and_then(Extent::first_day);
            let there = dated.cell.first_day().zip(told);
            there
                .and_then(|(year, told)| calendar::quarter(year.year(), told.month0() / 3 + 1))
                .unwrap_or(dated.cell)
        }
        // A finer expression that is itself relative is read with the outer as the story's time.
        _ => {
            let mut inner_state = State { focus: Focus::on(dated.cell), now: None, ..*state };
            inner_state.manner = Manner::Narrative;
            let inner = date(inner, &inner_state)?;
            dated.modifier = inner.modifier.or(dated.modifier);
            dated.steps.extend(inner.steps);
            dated.cell = inner.cell;
            dated.denotes = inner.denotes;
            return Ok(dated);
        }
    };
    dated.cell = cell;
    dated.denotes = cell;
    dated.denotes.vague |= matches!(inner, Expr::Pattern(said) if said.part.is_some());
    Ok(dated)
}

/// "L'incendie s'est déclaré dans la nuit", told with no other time: the night before the telling.
fn is_past_night(inner: &Expr, outer: &Expr, state: &State<'_>) -> bool {
    let night = matches!(inner, Expr::Pattern(said) if said.part == Some(DayPart::Night));
    let story = Expr::Relative { cell: Cell::Unit(Unit::Day), offset: 0, anchor: Anchor::Focus };
    let untold = state.focus.last().is_none() && state.manner == Manner::News;
    // "Il a gelé cette nuit".
    let today =
        Expr::Relative { cell: Cell::Unit(Unit::Day), offset: 0, anchor: Anchor::Publication };
    let before = untold && *outer == story || *outer == today && state.now.is_some();
    night && before && state.tense == Tense::Past
}

/// Two patterns that say different fields of one date.
fn merged(inner: &Pattern, outer: &Pattern) -> Option<Pattern> {
    let clash = |a: bool, b: bool| a && b;
    if clash(inner.year.is_some(), outer.year.is_some())
        || clash(inner.month.is_some(), outer.month.is_some())
        || clash(inner.day.is_some(), outer.day.is_some())
        || clash(inner.weekday.is_some(), outer.weekday.is_some())
        || clash(inner.part.is_some(), outer.part.is_some())
        || clash(inner.clock.is_some(), outer.clock.is_some())
    {
        return None;
    }
    Some(Pattern {
        year: inner.year.or(outer.year),
        half: inner.half.or(outer.half),
        quarter: inner.quarter.or(outer.quarter),
        season: inner.season.or(outer.season),
        month: inner.month.or(outer.month),
        week: inner.week.or(outer.week),
        day: inner.day.or(outer.day),
        weekday: inner.weekday.or(outer.weekday),
        weekend: inner.weekend || outer.weekend,
        named: inner.named.or(outer.named),
        part: inner.part.or(outer.part),
        clock: inner.clock.or(outer.clock),
        either_order: inner.either_order || outer.either_order,
    })
}

/// The first occurrence of a pattern that begins inside a cell.
fn inside(said: &Pattern, cell: &Extent) -> Result<Extent, Unresolved> {
    let first = cell.first_day().ok_or(Unresolved::OutOfRange)?;
    if let (Some(clock), true) = (said.clock, only_clock(said)) {
        return pattern::clock_on(cell, clock);
    }
    let found = pattern::nearest(said, pattern::period(said), first, Toward::Future)?;
    match (found.from, cell.to) {
        (Some(from), Some(to)) if to <= from => {
            Err(Unresolved::NoSuchDate(NoDate::NoneInside { of: *cell }))
        }
        _ => Ok(found),
    }
}

fn only_clock(said: &Pattern) -> bool {
    Pattern { clock: None, ..*said } == Pattern::default()
}

pub(super) fn nth(n: i32, cell: &Cell, of: &Expr, state: &State<'_>) -> Result<Dated, Unresolved> {
    let mut dated = date(of, state)?;
    dated.others.clear();
    let outer = dated.cell;
    let none = || Unresolved::NoSuchDate(NoDate::Nth { n, cell: *cell, of: outer });
    let (Some(first), Some(last)) = (outer.first_day(), outer.last_day()) else {
        return Err(none());
    };
    let steps = i64::from(n.unsigned_abs()) - 1;
    if n == 0 {
        return Err(none());
    }
    let found = match cell {
        Cell::Unit(unit) => {
            // The first week of a month is the first that has its Thursday in it, as ISO counts.
            let base = if 0 < n { first } else { last };
            let count = if 0 < n { steps } else { -steps };
            let base = match unit {
                Unit::Week if 0 < n => {
                    calendar::monday(add_days(base, 3).ok_or_else(none)?).ok_or_else(none)?
                }
                Unit::Week => {
                    calendar::monday(add_days(base, -3).ok_or_else(none)?).ok_or_else(none)?
                }
                Unit::Weekend if 0 < n => add_days(base, 1).ok_or_else(none)?,
                _ => base,
            };
            calendar::cell_after(base, *unit, count).ok_or_else(none)?
        }
        Cell::Pattern(said) => {
            let period = pattern::period(said);
            let (mut from, toward) =
                if 0 < n { (first, Toward::Future) } else { (last, Toward::Past) };
            let mut found = pattern::nearest(said, period, from, toward)?;
            for _ in 0..steps.min(1000) {
                from = if 0 < n {
                    found.last_day().and_then(|day| add_days(day, 1))
                } else {
                    found.first_day().and_then(|day| add_days(day, -1))
                }
                .ok_or_else(none)?;
                found = pattern::nearest(said, period, from, toward)?;
            }
            found
        }
    };
    if found.last_day().is_none_or(|day| day < first)
        || found.first_day().is_none_or(|day| last < day)
    {
        return Err(none());
    }
    dated.cell = found;
    dated.denotes = found;
    dated.modifier = None;
    dated.steps.push(Why::Nth { n, cell: *cell, of: outer, is: found });
    Ok(dated)
}

/// One of so many equal parts of a cell: its first day, the day after its last, and whether they can
/// be said to the day. Years are cut at months where that comes out even, and what is shorter at days:
/// a month's first half ends with its 15th.
fn fraction(cell: &Extent, n: u8, of: u8) -> Option<(NaiveDate, NaiveDate, bool)> {
    let (first, end) = (cell.first_day()?, add_days(cell.last_day()?, 1)?);
    let (n, of) = (i64::from(n.clamp(1, of.max(1))), i64::from(of.max(1)));
    let months = i64::from(end.year() - first.year()) * 12 + i64::from(end.month())
        - i64::from(first.month());
    let whole_months = first.day() == 1 && end.day() == 1;
    if whole_months && 0 < months && months % of == 0 {
        let at = |n: i64| add_months(first, months / of * n);
        return Some((at(n - 1)?, at(n)?, true));
    }
    let days = (end - first).num_days();
    let month = whole_months && months == 1;
    // A month of 29 days has its 15th in its first half, as have all others.
    let days_of = |n: i64| if month && (n, of) == (1, 2) { 15 } else { days * n / of };
    Some((add_days(first, days_of(n - 1))?, add_days(first, days_of(n))?, month && of == 2))
}

/// The early, middle and late part of a time, by the conventions of the annotation: days 1–10,
/// 11–20 and 21–end of a month; months 1–4, 5–8 and 9–12 of a year; years 0–3, 4–6 and 7–9.
pub(super) fn part_of(part: Part, of: &Expr, state: &State<'_>) -> Result<Dated, Unresolved> {
    let mut dated = date(of, state)?;
    dated.modifier = Some(part.timex());
    dated.others.clear();
    let cell = dated.cell;
    let (Some(first), Some(to)) = (cell.first_day(), cell.to) else { return Ok(dated) };
    if let Part::Fraction { n, of } = part {
        let (from, to, exact) = fraction(&cell, n, of).ok_or(Unresolved::OutOfRange)?;
        dated.denotes = Extent::days(from, to, Granularity::Span).ok_or(Unresolved::OutOfRange)?;
        dated.denotes.vague |= cell.vague || !exact;
        dated.steps.push(Why::PartOf { part, of: cell, is: dated.denotes });
        return Ok(dated);
    }
    let month = |n: u32| NaiveDate::from_ymd_opt(first.year(), n, 1);
    let cuts = match cell.granularity {
        Granularity::Month => (first.with_day(11), first.with_day(21)),
        Granularity::Year | Granularity::FiscalYear => (month(5), month(9)),
        Granularity::Decade => {
            let year = |n: i32| NaiveDate::from_ymd_opt(first.year() + n, 1, 1);
            (year(4), year(7))
        }
        Granularity::Century => {
            let year = |n: i32| NaiveDate::from_ymd_opt(first.year() + n, 1, 1);
            (year(34), year(67))
        }
        Granularity::Week => (add_days(first, 2), add_days(first, 4)),
        Granularity::Quarter | Granularity::Season(_) => {
            (add_months(first, 1), add_months(first, 2))
        }
        Granularity::Half => (add_months(first, 2), add_months(first, 4)),
        _ => {
            dated.denotes.vague = true;
            return Ok(dated);
        }
    };
    let (Some(second), Some(third)) = cuts else { return Err(Unresolved::OutOfRange) };
    let (from, end) = match part {
        Part::Start => (midnight(first), midnight(second)),
        Part::Mid => (midnight(second), midnight(third)),
        Part::End | Part::Fraction { .. } => (midnight(third), to),
    };
    dated.denotes = Extent::new(Some(from), Some(end), Granularity::Span);
    dated.denotes.vague = true;
    dated.steps.push(Why::PartOf { part, of: cell, is: dated.denotes });
    Ok(dated)
}

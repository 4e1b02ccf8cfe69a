//! Times by where they lie from a day: "yesterday", "last Friday", "that year".

use chrono::NaiveDate;

use super::calendar::{self, add_days};
use super::date::{Dated, anchor_of};
use super::pattern::{self, Period, Toward};
use super::{Manner, State, Tense, Unresolved};
use crate::amount::Unit;
use crate::expr::{Anchor, Cell, Pattern};
use crate::extent::{Extent, Granularity, midnight};
use crate::why::{Base, Why};

pub(super) fn relative(
    cell: &Cell,
    offset: i32,
    anchor: Anchor,
    state: &State<'_>,
) -> Result<Dated, Unresolved> {
    // "The war of this year": a narrative of another time is in the year it tells.
    let told = matches!(cell, Cell::Unit(Unit::Year | Unit::Month))
        && (offset, anchor) == (0, Anchor::Publication)
        && (state.manner, state.tense) == (Manner::Narrative, Tense::Past);
    let anchor = if told && state.focus.last().is_some() { Anchor::Focus } else { anchor };
    // "It will launch at the end of the month": what news announces is of the month that is running.
    let announced = matches!(cell, Cell::Unit(Unit::Year | Unit::Month | Unit::Week))
        && (offset, anchor) == (0, Anchor::Focus)
        && (state.manner, state.tense) == (Manner::News, Tense::Future);
    let anchor = if announced && state.now.is_some() { Anchor::Publication } else { anchor };
    // "Over the weekend" of news is the one just gone or to come.
    let weekend = matches!(cell, Cell::Pattern(Pattern { weekend: true, .. }))
        && (offset, anchor, state.manner) == (0, Anchor::Focus, Manner::News);
    let anchor = if weekend && state.now.is_some() { Anchor::Publication } else { anchor };
    let (day, _, on, base) = anchor_of(anchor, state)?;
    // "Cette nuit-là": the night that was told, whatever else was told since.
    if let (Cell::Pattern(Pattern { part: Some(part), clock: None, .. }), 0, Anchor::Focus) =
        (cell, offset, anchor)
        && let Some(told) =
            state.focus.latest().find(|told| told.granularity == Granularity::DayPart(*part))
    {
        let step = Why::Counted { cell: *cell, offset, from: Base::Told { is: *told }, is: *told };
        return Ok(Dated::at(*told, on, Some(step)));
    }
    let (extent, from) = match cell {
        Cell::Unit(unit) => relative_unit(*unit, offset, anchor, day, state)?,
        Cell::Pattern(said) => {
            let found = relative_pattern(said, offset, day, state.tense)?;
            // "Cracked since the winter" is since one that has begun.
            let ahead = found.first_day().is_some_and(|first| day < first);
            let found = match state.begun && offset == 0 && ahead {
                true => pattern::nearest(said, pattern::period(said), day, Toward::Past)?,
                false => found,
            };
            (found, None)
        }
    };
    // It can be counted from an earlier time than the last: say which.
    let from = from.map_or(base, |is| Base::Told { is });
    let step = Why::Counted { cell: *cell, offset, from, is: extent };
    let mut dated = Dated::at(extent, on, Some(step));
    if anchor == Anchor::Publication && offset == 0 {
        clip_to_now(&mut dated, state);
    }
    Ok(dated)
}

/// "Ce mois-ci" told as past is the part of it that has passed.
fn clip_to_now(dated: &mut Dated, state: &State<'_>) {
    let Some(now) = state.now else { return };
    let wide = matches!(
        dated.cell.granularity,
        Granularity::Week
            | Granularity::Month
            | Granularity::Quarter
            | Granularity::Half
            | Granularity::Year
    );
    if wide
        && state.tense == Tense::Past
        && let Some(next) = now.day.succ_opt().map(midnight)
        && dated.denotes.to.is_some_and(|to| next < to)
        && dated.denotes.from.is_some_and(|from| from < next)
    {
        dated.denotes.to = Some(next);
        dated.steps.push(Why::UpToNow { now: now.base() });
    }
}

/// The cell, and the time told that it was counted from where that is not the last.
fn relative_unit(
    unit: Unit,
    offset: i32,
    anchor: Anchor,
    day: NaiveDate,
    state: &State<'_>,
) -> Result<(Extent, Option<Extent>), Unresolved> {
    let counted = |from: NaiveDate, n: i64, told: Option<Extent>| {
        let cell = calendar::cell_after(from, unit, n).ok_or(Unresolved::OutOfRange)?;
        Ok((cell, told))
    };
    // "À l'époque", "at that time": the time told last, whatever it is.
    if unit == Unit::Unsaid {
        let told = state.focus.last().filter(|_| anchor == Anchor::Focus);
        return told.map(|told| (*told, None)).ok_or(Unresolved::NoFocus);
    }
    if anchor == Anchor::Focus && (state.focus.last().is_some() || unit == Unit::Quarter) {
        // What is compared stays the quarter told, whatever else was told since.
        let quarter = state.focus.any_quarter().filter(|_| state.manner == Manner::News);
        if let (Unit::Quarter, Some(first)) = (unit, quarter.and_then(Extent::first_day)) {
            return counted(first, offset.into(), quarter.copied());
        }
        // "That month" of a story that is at a year is the month told before; if none was told, it
        // cannot be made out.
        if let Some(told) = state.focus.within(unit) {
            let from = if 0 < offset { told.last_day() } else { told.first_day() };
            return counted(from.ok_or(Unresolved::NoFocus)?, offset.into(), Some(*told));
        }
        // "The quarter" of news that has told none is the last that has ended.
        // The next one is the next from now.
        return match (unit, state.now) {
            (Unit::Quarter, Some(now)) => {
                counted(now.day, if offset == 0 { -1 } else { i64::from(offset) }, None)
            }
            _ => Err(Unresolved::NoFocus),
        };
    }
    counted(day, offset.into(), None)
}

/// "Last Friday", "next March", "this morning": matches counted from the one of a day, which is
/// itself only counted where the offset is 0.
fn relative_pattern(
    said: &Pattern,
    offset: i32,
    day: NaiveDate,
    tense: Tense,
) -> Result<Extent, Unresolved> {
    let period = pattern::period(said);
    if offset == 0 {
        let toward = match (period, tense) {
            (Period::Week, Tense::Past) => Toward::Past,
            _ => Toward::Same,
        };
        let found = pattern::nearest(said, period, day, toward)?;
        // "This Wednesday" said on a Sunday is the one to come, "this Friday" on a Saturday is not.
        let far = found.last_day().and_then(|last| add_days(last, 3)).is_some_and(|end| end < day);
        return match (period, toward) {
            (Period::Week, Toward::Same) if far => {
                pattern::nearest(said, period, day, Toward::Future)
            }
            _ => Ok(found),
        };
    }
    // Step over the day itself, then over the matches between.
    let forward = 0 < offset;
    let toward = if forward { Toward::Future } else { Toward::Past };
    let same = pattern::nearest(said, period, day, Toward::Same).ok();
    let mut from = match (&same, period) {
        // A part of the day, or the day itself: the neighbouring days.
        (_, Period::Day) => add_days(day, if forward { 1 } else { -1 }),
        (Some(cell), _) if covers(cell, day) => {
            if forward {
                cell.last_day().and_then(|last| add_days(last, 1))
            } else {
                cell.first_day().and_then(|first| add_days(first, -1))
            }
        }
        _ => Some(day),
    };
    let mut found = Err(Unresolved::OutOfRange);
    for _ in 0..offset.unsigned_abs().min(1000) {
        found = pattern::nearest(said, period, from.ok_or(Unresolved::OutOfRange)?, toward);
        let Ok(cell) = &found else { break };
        from = if forward {
            cell.last_day().and_then(|last| add_days(last, 1))
        } else {
            cell.first_day().and_then(|first| add_days(first, -1))
        };
    }
    found
}

fn covers(cell: &Extent, day: NaiveDate) -> bool {
    matches!((cell.first_day(), cell.last_day()), (Some(first), Some(last)) if first <= day && day <= last)
}

//! Times by an amount from another: "three years ago", "the past nine years".

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime};

use super::calendar::{self, add_days};
use super::date::{Dated, anchor_of};
use super::length::{Length, exact, moved, range_of};
use super::{AnchoredOn, Manner, State, Tense, Unresolved};
use crate::amount::{Amount, Modifier, Quantity, Unit};
use crate::expr::{Anchor, Direction};
use crate::extent::{Extent, Granularity, midnight};
use crate::why::{Base, Why};

pub(super) fn shift(
    amount: &Amount,
    direction: Direction,
    anchor: Anchor,
    state: &State<'_>,
) -> Result<Dated, Unresolved> {
    let (day, moment, on, from) = anchor_of(anchor, state)?;
    let focus = state.focus.last().filter(|_| anchor == Anchor::Focus).copied();
    let sign = if direction == Direction::Before { -1 } else { 1 };
    let (low, high) = range_of(amount).ok_or(Unresolved::OutOfRange)?;
    let whole = low == high && amount.is_exact();
    // "Nearly 40 years later, they still gather": later than what the news has not told.
    let beyond = sign == 1
        && anchor == Anchor::Focus
        && (state.manner, amount.unit()) == (Manner::News, Unit::Year)
        && state.tense != Tense::Future
        && state.now.zip(moved(day, low, sign)).is_some_and(|(now, there)| now.day < there);
    // "Was apprehended a week later": what is told as past is not later than publication, so the time
    // that it counts from is not the one told last.
    let too_late = sign == 1
        && anchor == Anchor::Focus
        && (state.manner, state.tense) == (Manner::News, Tense::Past)
        && state.now.zip(moved(day, low, sign)).is_some_and(|(now, there)| now.day < there);
    if beyond || too_late {
        return Err(Unresolved::NoFocus);
    }
    if !whole {
        // Without an exact amount the place is as wide as the amount is vague.
        let (near, far) = (moved(day, low, sign), moved(day, high, sign));
        let (Some(near), Some(far)) = (near, far) else { return Err(Unresolved::OutOfRange) };
        let (first, last) = if sign < 0 { (far, near) } else { (near, far) };
        // "About 17 hours later" than a moment: the hours go by the clock.
        let hours = |length: Length, day: NaiveDate| {
            let moment = day.and_time(moment?.time());
            let delta = Duration::try_seconds(sign * length.seconds)?;
            moment.checked_add_signed(delta).map(|there| there.date())
        };
        let (first, last) = match (moment, amount.unit().seconds()) {
            (Some(_), Some(_)) => {
                let ends = if sign < 0 { (high, low) } else { (low, high) };
                let calendar = |length: Length| Length { seconds: 0, ..length };
                let there = |length: Length| {
                    moved(day, calendar(length), sign).and_then(|day| hours(length, day))
                };
                let (Some(first), Some(last)) = (there(ends.0), there(ends.1)) else {
                    return Err(Unresolved::OutOfRange);
                };
                (first, last)
            }
            _ => (first, last),
        };
        let cell = if matches!(amount.parts.as_slice(), [(Quantity::Exact(_), _)]) {
            let unit = coarse(amount.unit());
            moved(day, exact(amount).ok_or(Unresolved::NoAmount)?, sign)
                .and_then(|day| calendar::cell(day, unit))
        } else {
            None
        };
        let end = last.succ_opt().ok_or(Unresolved::OutOfRange)?;
        let mut denotes =
            Extent::days(first, end, Granularity::Span).ok_or(Unresolved::OutOfRange)?;
        denotes.vague = true;
        let mut dated = Dated::at(cell.unwrap_or(denotes), on, None);
        dated.denotes = denotes;
        dated.modifier = amount.modifier.map(Modifier::timex);
        dated.steps.push(Why::Shifted { amount: amount.clone(), direction, from, is: denotes });
        return Ok(dated);
    }
    // Business news compares quarters: "a year ago" beside a quarter is that quarter of the year before.
    let quarter = state
        .focus
        .quarter()
        .filter(|_| amount.unit() == Unit::Year && state.manner == Manner::News);
    if let (Some(quarter), Some(first)) = (quarter, quarter.and_then(Extent::first_day)) {
        let distance = exact(amount).ok_or(Unresolved::NoAmount)?;
        let there = moved(first, distance, sign).and_then(|day| calendar::cell(day, Unit::Quarter));
        let extent = there.ok_or(Unresolved::OutOfRange)?;
        let from = Base::Quarter { is: *quarter };
        let step = Why::Shifted { amount: amount.clone(), direction, from, is: extent };
        return Ok(Dated::at(extent, AnchoredOn::Focus, Some(step)));
    }
    let mut extent = exact_shift(amount, sign, day, moment, focus.as_ref())?;
    // So far from a day that is dated is a day: "two weeks from January 15".
    let from_day = state.event.is_some_and(|event| event.granularity == Granularity::Day);
    if anchor == Anchor::Event && from_day && amount.unit().seconds().is_none() {
        let length = exact(amount).ok_or(Unresolved::NoAmount)?;
        extent = moved(day, length, sign).and_then(Extent::day).ok_or(Unresolved::OutOfRange)?;
    }
    let step = Why::Shifted { amount: amount.clone(), direction, from, is: extent };
    Ok(Dated::at(extent, on, Some(step)))
}

/// The place an exact amount leads to: as fine as the unit counted, or as what it is counted from
/// where that is finer and of the calendar ("a year later" than a month is a month; several years
/// later is a year).
fn exact_shift(
    amount: &Amount,
    sign: i64,
    day: NaiveDate,
    moment: Option<NaiveDateTime>,
    focus: Option<&Extent>,
) -> Result<Extent, Unresolved> {
    let distance = exact(amount).ok_or(Unresolved::NoAmount)?;
    if let Some(seconds) = amount.unit().seconds() {
        let total: i64 = distance.seconds;
        // The days of "two days and three hours" go by the calendar, the hours by the clock.
        let calendar = Length { seconds: 0, ..distance };
        let day = moved(day, calendar, sign).ok_or(Unresolved::OutOfRange)?;
        if let Some(moment) = moment {
            let delta = Duration::try_seconds(sign * total).ok_or(Unresolved::OutOfRange)?;
            let from = day.and_time(moment.time());
            let from = from.checked_add_signed(delta).ok_or(Unresolved::OutOfRange)?;
            let granularity = if seconds == 1 { Granularity::Second } else { Granularity::Minute };
            let length = if seconds == 1 { 1 } else { 60 };
            let to =
                from.checked_add_signed(Duration::seconds(length)).ok_or(Unresolved::OutOfRange)?;
            return Ok(Extent::new(Some(from), Some(to), granularity));
        }
        // Hours from a day whose hour is not known: the days it can be.
        let first = midnight(day)
            .checked_add_signed(Duration::try_seconds(sign * total).ok_or(Unresolved::OutOfRange)?)
            .ok_or(Unresolved::OutOfRange)?;
        let last =
            first.checked_add_signed(Duration::seconds(86_399)).ok_or(Unresolved::OutOfRange)?;
        let end = last.date().succ_opt().ok_or(Unresolved::OutOfRange)?;
        return Extent::days(
            first.date(),
            end,
            if first.date() == last.date() { Granularity::Day } else { Granularity::Span },
        )
        .ok_or(Unresolved::OutOfRange);
    }
    let there = moved(day, distance, sign).ok_or(Unresolved::OutOfRange)?;
    let unit = coarse(amount.unit());
    let single = distance == Length { months: 12, ..Length::default() };
    let finer =
        focus.filter(|_| single || unit < Unit::Year).and_then(|focus| match focus.granularity {
            Granularity::Month if Unit::Month < unit => Some(Unit::Month),
            Granularity::Quarter if Unit::Quarter < unit => Some(Unit::Quarter),
            _ => None,
        });
    calendar::cell(there, finer.unwrap_or(unit)).ok_or(Unresolved::OutOfRange)
}

/// The cell that a shift by a unit ends in: weeks name a week, decades a year.
fn coarse(unit: Unit) -> Unit {
    match unit {
        Unit::Quarter | Unit::Half | Unit::Season => Unit::Month,
        Unit::Decade | Unit::Century | Unit::Millennium => Unit::Year,
        Unit::Weekend | Unit::DayPart(_) => Unit::Day,
        unit => unit,
    }
}

/// A stretch that begins or ends at its anchor: from its first possible start to its last possible end.
pub(super) fn window(
    amount: &Amount,
    direction: Direction,
    anchor: Anchor,
    state: &State<'_>,
) -> Result<Dated, Unresolved> {
    let (day, moment, on, base) = anchor_of(anchor, state)?;
    let next = day.succ_opt().map(midnight).ok_or(Unresolved::OutOfRange)?;
    let (low, high) = range_of(amount).ok_or(Unresolved::OutOfRange)?;
    let vague_amount = low != high || !amount.is_exact();
    let sign = if direction == Direction::Before { -1 } else { 1 };
    let open = matches!(amount.parts.as_slice(), [(Quantity::Vague, _)]);
    // "Les 13 dernières minutes" of a moment that is known.
    let fine = amount.unit().seconds().filter(|_| !open && !vague_amount);
    let (from, to) = match (direction, moment.zip(fine)) {
        (Direction::Before, Some((moment, _))) => {
            let length = exact(amount).ok_or(Unresolved::NoAmount)?;
            let back = Duration::try_seconds(length.seconds).ok_or(Unresolved::OutOfRange)?;
            (moment.checked_sub_signed(back), Some(moment))
        }
        (Direction::Before, None) => {
            let from = if open {
                None
            } else {
                Some(midnight(moved(day, high, sign).ok_or(Unresolved::OutOfRange)?))
            };
            // "The past nine years", where years are counted, begin with a year.
            let from = match (from, amount.unit()) {
                (Some(from), Unit::Year | Unit::Decade | Unit::Century)
                    if amount.parts.first().is_some_and(|(n, unit)| {
                        *unit != Unit::Year || *n != Quantity::whole(1)
                    }) =>
                {
                    Extent::year(from.year()).and_then(|year| year.from)
                }
                (from, _) => from,
            };
            (from, Some(next))
        }
        (Direction::After, _) => {
            let start = moment.unwrap_or(midnight(day));
            let end = if open {
                None
            } else {
                let last = moved(day, high, sign).ok_or(Unresolved::OutOfRange)?;
                Some(last.succ_opt().map(midnight).ok_or(Unresolved::OutOfRange)?)
            };
            (Some(start), end)
        }
    };
    let mut extent = Extent::new(from, to, Granularity::Span);
    extent.vague = vague_amount;
    let step = Why::Stretched { amount: amount.clone(), direction, from: base, is: extent };
    let mut dated = Dated::at(extent, on, Some(step));
    dated.modifier = amount.modifier.map(Modifier::timex);
    Ok(dated)
}

/// So long from the first day of a time on, or up to its last day.
pub(super) fn stretch(
    amount: &Amount,
    direction: Direction,
    of: Dated,
) -> Result<Dated, Unresolved> {
    let length = exact(amount).ok_or(Unresolved::NoAmount)?;
    let next = |day: NaiveDate| add_days(day, 1);
    let (from, to) = match direction {
        Direction::After => {
            let first = of.cell.first_day();
            (first, first.and_then(|day| moved(day, length, 1)))
        }
        Direction::Before => {
            let end = of.cell.last_day().and_then(next);
            (end.and_then(|day| moved(day, length, -1)), end)
        }
    };
    let days = from.zip(to).and_then(|(from, to)| Extent::days(from, to, Granularity::Span));
    let mut extent = days.ok_or(Unresolved::OutOfRange)?;
    extent.vague = of.cell.vague || !amount.is_exact();
    let from = Base::Named { is: of.cell };
    let step = Why::Stretched { amount: amount.clone(), direction, from, is: extent };
    let mut dated = Dated::at(extent, of.anchor, None);
    dated.steps.extend(of.steps);
    dated.steps.push(step);
    Ok(dated)
}

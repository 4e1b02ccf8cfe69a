//! Patterns with open fields: which of the matching dates is meant.

use chrono::{Datelike, Duration, NaiveDate};

use super::calendar::{self, add_days};
use super::{AnchoredOn, Manner, State, Tense, Unresolved};
use crate::amount::{DayPart, Unit};
use crate::expr::{Clock, NamedDay, Pattern, Year};
use crate::extent::{Extent, Granularity, Zone, add_months, midnight};
use crate::why::{Base, Choice, Condition, NoDate, Why};

/// The period within which the coarsest field said recurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Period {
    /// The year is said: nothing recurs.
    Once,
    /// The century is open: "'98", "the sixties".
    Century,
    /// The year is open.
    Year,
    /// The month is open: "le 22".
    Month,
    /// The week is open: "Friday".
    Week,
    /// The day is open: "at 5 p.m.".
    Day,
}

/// Which way to look for the date meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Toward {
    /// The latest that has begun by then.
    Past,
    /// The earliest that is not over.
    Future,
    /// Whichever is nearer, when the way back and the way ahead count so many times.
    Nearest { back: i64, ahead: i64 },
    /// In the same period.
    Same,
}

/// The way back and the way ahead count alike.
const NEAREST: Toward = Toward::Nearest { back: 1, ahead: 1 };

pub(super) fn period(pattern: &Pattern) -> Period {
    match pattern.year {
        Some(Year::Short(_) | Year::ShortDecade(_)) => Period::Century,
        Some(_) => Period::Once,
        None if pattern.month.is_some()
            || pattern.quarter.is_some()
            || pattern.half.is_some()
            || pattern.season.is_some()
            || pattern.named.is_some()
            || pattern.week.is_some() =>
        {
            Period::Year
        }
        None if pattern.day.is_some() => Period::Month,
        None if pattern.weekday.is_some() || pattern.weekend => Period::Week,
        None => Period::Day,
    }
}

/// The date that a pattern means, and how it was chosen.
pub(super) struct Chosen {
    pub(super) extent: Extent,
    pub(super) anchor: AnchoredOn,
    /// The step that chose it; none where the words leave nothing open.
    pub(super) why: Option<Why>,
    /// The date on the other side, where nothing but the policy spoke against it.
    pub(super) other: Option<(Extent, Condition)>,
}

/// Chooses the date that a pattern means.
pub(super) fn resolve(pattern: &Pattern, state: &State<'_>) -> Result<Chosen, Unresolved> {
    let period = period(pattern);
    if period == Period::Once {
        let extent = occurrence(pattern, NaiveDate::default())?;
        return Ok(Chosen { extent, anchor: AnchoredOn::Absolute, why: None, other: None });
    }
    let Reference { base, toward, anchor, by, from, settled } = reference(pattern, period, state)?;
    let extent = nearest(pattern, period, base, toward)?;
    let (opposite, if_so) = if extent.first_day().is_some_and(|day| base < day) {
        (Toward::Past, Condition::Past)
    } else {
        (Toward::Future, Condition::ToCome)
    };
    let other = if settled || period == Period::Century {
        None
    } else {
        nearest(pattern, period, base, opposite).ok().filter(|other| *other != extent)
    };
    let why = Some(Why::Chosen { by, from, is: extent });
    Ok(Chosen { extent, anchor, why, other: other.map(|other| (other, if_so)) })
}

/// From which day to look for a date, and which way.
struct Reference {
    base: NaiveDate,
    toward: Toward,
    anchor: AnchoredOn,
    by: Choice,
    from: Base,
    /// Whether words decided the direction, and not the policy for news alone.
    settled: bool,
}

/// From so many years before or after its publication on, a text tells a story of other years.
const YEARS_AGO: i32 = 2;

/// Whether a time is told by its year or finer.
fn is_within_a_year(extent: &Extent) -> bool {
    let days = extent.first_day().zip(extent.last_day()).map(|(first, last)| last - first);
    days.is_some_and(|days| days.num_days() < 366)
}

/// The policy for bare dates: news looks back unless the tense says otherwise, a narrative goes on
/// from where it is.
fn reference(
    pattern: &Pattern,
    period: Period,
    state: &State<'_>,
) -> Result<Reference, Unresolved> {
    let focus = state.focus.last().and_then(Extent::first_day);
    let told = |base: NaiveDate, toward: Toward, by: Choice| {
        let is = Extent::day(base).ok_or(Unresolved::OutOfRange)?;
        let from = Base::Told { is };
        Ok(Reference { base, toward, anchor: AnchoredOn::Focus, by, from, settled: true })
    };
    // "A new bridge is to open in May 2021. The mayor, elected on 28 June": a story that looks ahead is
    // still where it was for what it tells as past.
    let thread = state.focus.thread().map(|day| match state.now {
        Some(now) if state.tense == Tense::Past && now.day < day => {
            let passed = |told: &&Extent| told.first_day().is_some_and(|day| day <= now.day);
            state.focus.latest().find(passed).and_then(Extent::first_day).unwrap_or(now.day)
        }
        _ => day,
    });
    if let (Manner::Narrative, Some(day)) = (state.manner, thread) {
        return match period {
            Period::Century => told(day, NEAREST, Choice::Nearest),
            Period::Year if state.focus.is_at_year() => told(day, Toward::Same, Choice::SameYear),
            // A story goes on more often than it goes back.
            Period::Year => told(day, Toward::Nearest { back: 2, ahead: 1 }, Choice::GoingOn),
            Period::Month => {
                told(month_told(pattern, state).unwrap_or(day), Toward::Same, Choice::SameMonth)
            }
            Period::Day => told(focus.unwrap_or(day), Toward::Same, Choice::SameDay),
            // A weekday is of a week that is told, not of a year.
            _ => {
                let week = state.focus.latest().take(3).find(|told| is_fine(told, 31));
                let from = week.and_then(Extent::first_day).ok_or(Unresolved::NoFocus)?;
                told(from, Toward::Future, Choice::FirstFrom)
            }
        };
    }
    let day_told = state.focus.last().filter(|focus| is_fine(focus, 2));
    let Some(now) = state.now else {
        // What is told goes on through the times told; what counts from an unknown day cannot be made
        // out.
        let focus = state.focus.last().ok_or(Unresolved::NoPublication)?;
        let first = focus.first_day().ok_or(Unresolved::NoPublication)?;
        return match period {
            Period::Century => told(first, NEAREST, Choice::Nearest),
            Period::Year if focus.granularity == Granularity::Year => {
                told(first, Toward::Same, Choice::SameYear)
            }
            Period::Year => told(first, Toward::Nearest { back: 2, ahead: 1 }, Choice::GoingOn),
            Period::Month if is_fine(focus, 31) => {
                told(month_told(pattern, state).unwrap_or(first), Toward::Same, Choice::SameMonth)
            }
            Period::Week if day_told.is_some() => told(first, Toward::Future, Choice::FirstFrom),
            Period::Day if day_told.is_some() => told(first, Toward::Same, Choice::SameDay),
            _ => Err(Unresolved::NoPublication),
        };
    };
    // A clock time or a part of the day belongs to the day that is being told.
    if period == Period::Day {
        // "They will be paid back by the 25th. The shops were told at 8.50 p.m.": what is told as past
        // is of a day that has passed.
        let past = matches!(state.tense, Tense::Past);
        let passed = |told: &&Extent| told.first_day().is_some_and(|day| day <= now.day);
        let ahead = day_told.is_some_and(|told| past && !passed(&told));
        let told_day = match ahead {
            true => state.focus.latest().filter(|told| is_fine(told, 2)).find(passed),
            false => day_told,
        };
        if let Some(day) = told_day.and_then(Extent::first_day) {
            let small = |told: &Extent| pattern.clock.is_some_and(|at| is_small_hour(told, at));
            if told_day.is_some_and(small) {
                let next = add_days(day, 1).ok_or(Unresolved::OutOfRange)?;
                return told(next, Toward::Same, Choice::SameNight);
            }
            return told(day, Toward::Same, Choice::SameDay);
        }
        return Ok(Reference {
            base: now.day,
            toward: Toward::Same,
            anchor: now.anchor,
            by: Choice::SameDay,
            from: now.base(),
            settled: true,
        });
    }
    // A bare day of the month belongs to the month that is being told, where it falls on the weekday
    // said there.
    let falls = |day: &NaiveDate| pattern.weekday.is_none() || occurrence(pattern, *day).is_ok();
    // A story of long ago has told its day; what is to come is not of then.
    let near = |day: &NaiveDate| (now.day - *day).num_days().abs() < 400;
    let stays = |day: &NaiveDate| near(day) || day_told.is_some() && state.tense != Tense::Future;
    if period == Period::Month
        && let Some(day) = month_told(pattern, state).filter(stays).filter(falls)
    {
        return told(day, Toward::Same, Choice::SameMonth);
    }
    // A story of other years goes on from where it is: "in January 1831 … On 4 July".
    if period == Period::Year
        && pattern.month.is_some()
        && matches!(state.tense, Tense::Past | Tense::Unknown | Tense::Planned)
        && let Some(day) = state.focus.thread()
        && state.focus.last().is_some_and(is_within_a_year)
        && YEARS_AGO <= (now.day.year() - day.year()).abs()
    {
        return told(day, Toward::Nearest { back: 2, ahead: 1 }, Choice::GoingOn);
    }
    let lies_near = match period {
        Period::Year => pattern.day.is_some(),
        Period::Month => pattern.weekday.is_some(),
        _ => false,
    };
    let toward = match (period, state.tense) {
        // "Since October": what has begun lies behind.
        _ if state.begun => Toward::Past,
        // A deed that is told as past is not after its telling, a plan not before it; where no verb
        // tells, a day and month, written out, lie near, and so does a day with its weekday.
        _ if lies_near && pattern.weekday.is_some() => NEAREST,
        // "Postponed to 15 November": a plan looks ahead, and may have passed when it is told.
        (_, Tense::Planned) if lies_near => Toward::Nearest { back: 4, ahead: 1 },
        (_, Tense::Past) if lies_near => Toward::Past,
        (_, Tense::Future) if lies_near => Toward::Future,
        _ if lies_near => NEAREST,
        // Business news speaks of the quarter that has just ended as of one to be reported.
        (Period::Year, Tense::Future) if pattern.quarter.is_some() => NEAREST,
        (_, Tense::Future) => Toward::Future,
        // "He meets them Tuesday": the present with a bare day announces.
        (Period::Week, Tense::Present) => Toward::Future,
        (_, Tense::Past) => Toward::Past,
        // "La salle est réservée le 17".
        (Period::Month, _) => NEAREST,
        (Period::Century, _) => NEAREST,
        (Period::Year, Tense::Present | Tense::Unknown | Tense::Planned)
            if pattern.month.is_some() || pattern.named.is_some() =>
        {
            NEAREST
        }
        _ => Toward::Past,
    };
    let by = match (toward, state.tense) {
        (Toward::Future, _) => Choice::ToCome,
        (Toward::Past, Tense::Past) => Choice::Past,
        (Toward::Past, _) => Choice::NewsLooksBack,
        _ => Choice::Nearest,
    };
    let settled = toward != NEAREST && matches!(state.tense, Tense::Past | Tense::Future);
    let (base, anchor, from) = (now.day, now.anchor, now.base());
    Ok(Reference { base, toward, anchor, by, from, settled })
}

/// Whether a time told is no longer than some days.
fn is_fine(told: &Extent, days: i64) -> bool {
    matches!((told.from, told.to), (Some(from), Some(to)) if (to - from).num_days() <= days)
}

/// How far back a bare day of the month may lie from the day told, in the same month: "on the 28th …
/// on the 3rd" has gone on to the next.
const BACK: i64 = 20;

/// The month that a bare day of the month is told in, by a day of it.
fn month_told(pattern: &Pattern, state: &State<'_>) -> Option<NaiveDate> {
    let told = state.focus.last()?;
    let day = told.first_day()?;
    let number = i64::from(pattern.day?);
    let gone_on = is_fine(told, 2) && number + BACK < i64::from(day.day());
    if gone_on { add_months(day.with_day(1)?, 1) } else { Some(day) }
}

/// The occurrence of a pattern that is meant, seen from a day.
pub(super) fn nearest(
    pattern: &Pattern,
    period: Period,
    base: NaiveDate,
    toward: Toward,
) -> Result<Extent, Unresolved> {
    if period == Period::Century {
        return century(pattern, base);
    }
    let mut wrong = Unresolved::OutOfRange;
    let mut at = |n: i64| match moved(base, period, n)
        .ok_or(Unresolved::OutOfRange)
        .and_then(|day| occurrence(pattern, day))
    {
        Ok(extent) => Some(extent),
        Err(reason) => {
            if n == 0 {
                wrong = reason;
            }
            None
        }
    };
    let begun = |extent: &Extent| extent.first_day().is_some_and(|day| day <= base);
    let not_over = |extent: &Extent| extent.last_day().is_some_and(|day| base <= day);
    // 29 February and the fifth Friday do not occur in every period: look as far as 8 of them.
    let found = match toward {
        Toward::Same => at(0),
        Toward::Past => (-8..=0).rev().find_map(|n| at(n).filter(begun)),
        Toward::Future => (0..=8).find_map(|n| at(n).filter(not_over)),
        Toward::Nearest { back, ahead } => {
            let distance = |extent: &Extent| match (extent.first_day(), extent.last_day()) {
                (Some(_), Some(last)) if last < base => back * (base - last).num_days(),
                (Some(first), Some(_)) => ahead * (first - base).num_days().max(0),
                _ => i64::MAX,
            };
            // Those beyond the first on each side are farther.
            let low = (-8..0).rev().find(|n| at(*n).is_some_and(|extent| begun(&extent)));
            let high = (1..=8).find(|n| at(*n).is_some_and(|extent| not_over(&extent)));
            (low.unwrap_or(-8)..=high.unwrap_or(8)).filter_map(&mut at).min_by_key(distance)
        }
    };
    found.ok_or(wrong)
}

/// The day that lies `n` periods from another.
fn moved(base: NaiveDate, period: Period, n: i64) -> Option<NaiveDate> {
    match period {
        Period::Year => add_months(base.with_day(1)?, 12 * n),
        Period::Month => add_months(base.with_day(1)?, n),
        Period::Week => add_days(base, 7 * n),
        Period::Day => add_days(base, n),
        Period::Once | Period::Century => Some(base),
    }
}

/// Two digits of a year or a decade: the latest that has begun, as written years look back; a year
/// may lie up to ten years ahead.
fn century(pattern: &Pattern, base: NaiveDate) -> Result<Extent, Unresolved> {
    let ahead = base.year() + 10;
    let full = |digits: i32, step: i32| {
        let candidate = ahead.div_euclid(100) * 100 + digits;
        if ahead + step <= candidate { candidate - 100 } else { candidate }
    };
    let year = match pattern.year {
        Some(Year::Short(digits)) => Year::Full(full(digits.into(), 1)),
        Some(Year::ShortDecade(digits)) => Year::Decade(full(digits.into(), -9)),
        _ => return Err(Unresolved::OutOfRange),
    };
    occurrence(&Pattern { year: Some(year), ..*pattern }, base)
}

/// The pattern in the period in which a day lies: its open fields are filled from that day.
pub(super) fn occurrence(pattern: &Pattern, day: NaiveDate) -> Result<Extent, Unresolved> {
    let date = date(pattern, day)?;
    let with_part = match pattern.part {
        Some(part) => part_of_day(&date, part).ok_or(Unresolved::OutOfRange)?,
        None => date,
    };
    match pattern.clock {
        Some(clock) => clock_on(&with_part, clock),
        None => Ok(with_part),
    }
}

fn date(pattern: &Pattern, day: NaiveDate) -> Result<Extent, Unresolved> {
    let range = Unresolved::OutOfRange;
    let year = match pattern.year {
        Some(Year::Full(year)) => year,
        Some(Year::Fiscal(year)) if pattern.quarter.is_none() && pattern.month.is_none() => {
            let mut extent = Extent::year(year).ok_or(range)?;
            extent.granularity = Granularity::FiscalYear;
            extent.vague = true;
            return Ok(extent);
        }
        Some(Year::Fiscal(year)) => year,
        Some(Year::Decade(first)) => {
            // The 470s BC are 479 to 470 BC, which astronomers count −478 to −469.
            let first = if first < 0 { first.saturating_sub(8) } else { first };
            return calendar::years(first, 10, Granularity::Decade).ok_or(range);
        }
        Some(Year::Century(n)) => {
            // The 19th is 1801 to 1900 by the book and 1800 to 1899 by its digits: TIMEX3 and usage
            // take the digits. The first before our era is 100 BC to 1 BC, which astronomers count −99 to 0.
            let first = if 0 < n { (n - 1).checked_mul(100) } else { n.checked_mul(100) };
            let first = first.map(|first| if 0 < n { first } else { first.saturating_add(1) });
            return first
                .and_then(|first| calendar::years(first, 100, Granularity::Century))
                .ok_or(range);
        }
        Some(Year::Millennium(n)) => {
            let first = if 0 < n { (n - 1).checked_mul(1000) } else { n.checked_mul(1000) };
            let first = first.map(|first| if 0 < n { first } else { first.saturating_add(1) });
            return first
                .and_then(|first| calendar::years(first, 1000, Granularity::Millennium))
                .ok_or(range);
        }
        Some(Year::Republican(year)) => return republican(pattern, year),
        Some(Year::Short(_) | Year::ShortDecade(_)) | None => day.year(),
    };
    if let Some(named) = pattern.named {
        if let NamedDay::Unresolved(name) = named {
            return Err(Unresolved::NotComputed(name));
        }
        let found = calendar::named_day(named, year).ok_or(range)?;
        return Extent::day(found).ok_or(Unresolved::OutOfRange);
    }
    if let Some(week) = pattern.week {
        return calendar::iso_week(year, week.into())
            .ok_or_else(|| Unresolved::NoSuchDate(NoDate::Week { week: week.into(), year }));
    }
    let cell = if let Some(month) = pattern.month {
        month_cell(pattern, year, month)?
    } else if let Some(quarter) = pattern.quarter {
        calendar::quarter(year, quarter.into()).ok_or(range)?
    } else if let Some(half) = pattern.half {
        calendar::half(year, half.into()).ok_or(range)?
    } else if let Some(season) = pattern.season {
        calendar::season(year, season).ok_or(range)?
    } else if let Some(number) = pattern.day {
        checked(year, day.month(), number, pattern.weekday)?
    } else if pattern.year.is_some() {
        Extent::year(year).ok_or(range)?
    } else if pattern.weekend {
        calendar::cell(day, Unit::Weekend).ok_or(range)?
    } else if let Some(weekday) = pattern.weekday {
        let monday = calendar::monday(day).ok_or(Unresolved::OutOfRange)?;
        add_days(monday, i64::from(weekday) - 1).and_then(Extent::day).ok_or(range)?
    } else {
        Extent::day(day).ok_or(range)?
    };
    // "Le week-end du 10 novembre": the one that the day lies in.
    if let (true, Some(_), Some(day)) = (pattern.weekend, pattern.day, cell.first_day()) {
        return calendar::cell(day, Unit::Weekend).ok_or(Unresolved::OutOfRange);
    }
    Ok(cell)
}

fn month_cell(pattern: &Pattern, year: i32, month: u8) -> Result<Extent, Unresolved> {
    match pattern.day {
        Some(number) => checked(year, month.into(), number, pattern.weekday),
        None => Extent::month(year, month.into()).ok_or(Unresolved::OutOfRange),
    }
}

/// A day that exists, and falls on the weekday said.
fn checked(year: i32, month: u32, day: u8, weekday: Option<u8>) -> Result<Extent, Unresolved> {
    let Some(date) = NaiveDate::from_ymd_opt(year, month, day.into()) else {
        return Err(Unresolved::NoSuchDate(NoDate::Day { year, month, day: day.into() }));
    };
    if let Some(said) = weekday {
        let true_one = date.weekday().number_from_monday();
        if true_one != u32::from(said) {
            return Err(Unresolved::NoSuchDate(NoDate::Weekday { day: date, said: said.into() }));
        }
    }
    Extent::day(date).ok_or(Unresolved::OutOfRange)
}

fn republican(pattern: &Pattern, year: u16) -> Result<Extent, Unresolved> {
    let (month, day) = (pattern.month.unwrap_or(1), pattern.day.unwrap_or(1));
    let none = || {
        let (month, day) = (month.into(), day.into());
        Unresolved::NoSuchDate(NoDate::Republican { year, month, day })
    };
    let first = calendar::republican(year, month, day).ok_or_else(none)?;
    let (days, granularity) = match (pattern.month, pattern.day) {
        (Some(_), Some(_)) => (1, Granularity::Day),
        (Some(_), None) => (30, Granularity::Span),
        // The third, seventh and eleventh have a day more.
        _ => (if year % 4 == 3 { 366 } else { 365 }, Granularity::Span),
    };
    add_days(first, days)
        .and_then(|end| Extent::days(first, end, granularity))
        .ok_or(Unresolved::OutOfRange)
}

/// A part of a day, inside a cell that is one day; of a longer cell there is no one such part.
pub(super) fn part_of_day(cell: &Extent, part: DayPart) -> Option<Extent> {
    let day = cell.first_day()?;
    calendar::cell(day, Unit::DayPart(part))
}

/// A clock time on the day of a cell. Inside the afternoon or the evening "5 o'clock" is 17:00.
pub(super) fn clock_on(cell: &Extent, clock: Clock) -> Result<Extent, Unresolved> {
    let day = cell.first_day().ok_or(Unresolved::OutOfRange)?;
    let small = is_small_hour(cell, clock);
    let day = if small { add_days(day, 1).ok_or(Unresolved::OutOfRange)? } else { day };
    let afternoon = !small
        && matches!(
            cell.granularity,
            Granularity::DayPart(DayPart::Afternoon | DayPart::Evening | DayPart::Night)
        );
    let hour = i64::from(clock.hour) + if clock.hour < 12 && afternoon { 12 } else { 0 };
    let (minute, second) = (clock.minute.unwrap_or(0), clock.second.unwrap_or(0));
    if 24 < clock.hour || 59 < minute || 60 < second || (clock.hour == 24 && 0 < minute) {
        return Err(Unresolved::NoSuchDate(NoDate::Clock { hour, minute, second }));
    }
    let from = midnight(day)
        .checked_add_signed(Duration::seconds(
            hour * 3600 + i64::from(minute) * 60 + i64::from(second),
        ))
        .ok_or(Unresolved::OutOfRange)?;
    let (length, granularity) = match (clock.minute, clock.second) {
        (_, Some(_)) => (1, Granularity::Second),
        (Some(_), None) => (60, Granularity::Minute),
        (None, None) => (3600, Granularity::Hour),
    };
    let to = from.checked_add_signed(Duration::seconds(length)).ok_or(Unresolved::OutOfRange)?;
    let mut extent = Extent::new(Some(from), Some(to), granularity);
    extent.zone = clock.zone.or(cell.zone);
    Ok(extent)
}

/// Whether a clock time is of the small hours of a night, which are those of the day after.
fn is_small_hour(told: &Extent, clock: Clock) -> bool {
    match told.granularity {
        Granularity::DayPart(DayPart::Night) => clock.hour < 6,
        // "This evening at ten past midnight".
        Granularity::DayPart(DayPart::Evening) => clock.hour == 0 && clock.minute.is_some(),
        _ => false,
    }
}

/// Whether a zone was said and is UTC, which TIMEX3 writes as Z.
pub(super) fn is_utc(zone: Option<Zone>) -> bool {
    matches!(zone, Some(Zone::Utc | Zone::Offset(0)))
}

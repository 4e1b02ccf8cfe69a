//! The arithmetic of cells: which week, quarter or season a day lies in, and the next one.

use chrono::{Datelike, Duration, NaiveDate};

use crate::amount::Unit;
use crate::expr::NamedDay;
use crate::extent::{Extent, Granularity, Season, add_months, midnight};

/// The cell of a unit in which a day lies. `None` for units of the clock and beyond the range.
pub(crate) fn cell(day: NaiveDate, unit: Unit) -> Option<Extent> {
    let (year, month) = (day.year(), day.month());
    match unit {
        Unit::Day => Extent::day(day),
        Unit::Week => week(day),
        Unit::Weekend => {
            let saturday = monday(day)?.checked_add_signed(Duration::days(5))?;
            days_from(saturday, 2, Granularity::Weekend)
        }
        Unit::Month => Extent::month(year, month),
        Unit::Quarter => quarter(year, (month - 1) / 3 + 1),
        Unit::Half => half(year, (month - 1) / 6 + 1),
        Unit::Season => {
            let (which, year) = season_of(day);
            season(year, which)
        }
        Unit::Year => Extent::year(year),
        Unit::Decade => years(year.div_euclid(10) * 10, 10, Granularity::Decade),
        // The centuries before our era end with its year 0, those of our era begin with it.
        Unit::Century if year <= 0 => {
            years((year - 1).div_euclid(100) * 100 + 1, 100, Granularity::Century)
        }
        Unit::Century => years(year.div_euclid(100) * 100, 100, Granularity::Century),
        Unit::Millennium => years(year.div_euclid(1000) * 1000, 1000, Granularity::Millennium),
        Unit::DayPart(part) => {
            let (from, to) = part.hours();
            let at = |hours| midnight(day).checked_add_signed(Duration::hours(hours));
            Some(Extent::new(Some(at(from)?), Some(at(to)?), Granularity::DayPart(part)))
        }
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Unsaid => None,
    }
}

/// The cell `n` places on from the one in which a day lies.
pub(crate) fn cell_after(day: NaiveDate, unit: Unit, n: i64) -> Option<Extent> {
    let moved = match (unit.months(), unit.days()) {
        (Some(months), _) => {
            // From the first of the month, so that a short month is not skipped.
            add_months(day.with_day(1)?, months.checked_mul(n)?)?
        }
        (None, Some(days)) => add_days(day, days.checked_mul(n)?)?,
        (None, None) => return None,
    };
    cell(moved, unit)
}

/// A day some days on, or back.
pub(crate) fn add_days(day: NaiveDate, n: i64) -> Option<NaiveDate> {
    day.checked_add_signed(Duration::try_days(n)?)
}

/// The Monday on or before a day.
pub(crate) fn monday(day: NaiveDate) -> Option<NaiveDate> {
    add_days(day, -i64::from(day.weekday().num_days_from_monday()))
}

fn week(day: NaiveDate) -> Option<Extent> {
    days_from(monday(day)?, 7, Granularity::Week)
}

/// The week with an ISO number, of the year that ISO counts it to.
pub(crate) fn iso_week(year: i32, number: u32) -> Option<Extent> {
    week(NaiveDate::from_isoywd_opt(year, number, chrono::Weekday::Mon)?)
}

pub(crate) fn quarter(year: i32, n: u32) -> Option<Extent> {
    months(year, n.checked_sub(1)? * 3 + 1, 3, Granularity::Quarter)
}

pub(crate) fn half(year: i32, n: u32) -> Option<Extent> {
    months(year, n.checked_sub(1)? * 6 + 1, 6, Granularity::Half)
}

/// A season; the winter of a year begins in its December.
pub(crate) fn season(year: i32, season: Season) -> Option<Extent> {
    let first = match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    };
    months(year, first, 3, Granularity::Season(season))
}

/// The season in which a day lies, and the year in which that season began.
pub(crate) fn season_of(day: NaiveDate) -> (Season, i32) {
    match day.month() {
        3..=5 => (Season::Spring, day.year()),
        6..=8 => (Season::Summer, day.year()),
        9..=11 => (Season::Autumn, day.year()),
        12 => (Season::Winter, day.year()),
        _ => (Season::Winter, day.year() - 1),
    }
}

pub(crate) fn years(first: i32, n: i32, granularity: Granularity) -> Option<Extent> {
    let from = NaiveDate::from_ymd_opt(first, 1, 1)?;
    Extent::days(from, NaiveDate::from_ymd_opt(first.checked_add(n)?, 1, 1)?, granularity)
}

fn months(year: i32, first: u32, n: i64, granularity: Granularity) -> Option<Extent> {
    let from = NaiveDate::from_ymd_opt(year, first, 1)?;
    Extent::days(from, add_months(from, n)?, granularity)
}

fn days_from(from: NaiveDate, n: i64, granularity: Granularity) -> Option<Extent> {
    Extent::days(from, add_days(from, n)?, granularity)
}

/// A named day in a year. `None` where it is not computed here.
pub(crate) fn named_day(day: NamedDay, year: i32) -> Option<NaiveDate> {
    match day {
        NamedDay::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month.into(), day.into()),
        NamedDay::Easter(offset) => add_days(easter(year)?, offset.into()),
        NamedDay::Weekday(month, n, weekday) => nth_weekday(year, month, n, weekday),
        NamedDay::AfterWeekday(month, n, weekday, days) => {
            add_days(nth_weekday(year, month, n, weekday)?, days.into())
        }
        NamedDay::Unresolved(_) => None,
    }
}

/// The n-th weekday (1 Monday) of a month; from the end where n is negative.
pub(crate) fn nth_weekday(year: i32, month: u8, n: i8, weekday: u8) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month.into(), 1)?;
    let wanted = u32::from(weekday).checked_sub(1)?;
    let found = if 0 < n {
        let ahead = (wanted + 7 - first.weekday().num_days_from_monday()) % 7;
        add_days(first, i64::from(ahead) + 7 * (i64::from(n) - 1))?
    } else {
        let last = add_days(add_months(first, 1)?, -1)?;
        let back = (last.weekday().num_days_from_monday() + 7 - wanted) % 7;
        add_days(last, -i64::from(back) + 7 * (i64::from(n) + 1))?
    };
    (found.month() == u32::from(month)).then_some(found)
}

/// Easter Sunday of the western churches, by the anonymous Gregorian computus (Nature, 20 April
/// 1876; Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let g = (8 * b + 13).div_euclid(25);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 19 * l).div_euclid(433);
    let month = (h + l - 7 * m + 90).div_euclid(25);
    let day = (h + l - 7 * m + 33 * month + 19).rem_euclid(32);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// The first day of a year of the French Republican calendar, in the years in which it was in use
/// (I to XIV). Source: the decree of 4 frimaire II and the official almanacs.
pub(crate) fn republican(year: u16, month: u8, day: u8) -> Option<NaiveDate> {
    const FIRST_OF_VENDEMIAIRE: [(i32, u32); 14] = [
        (1792, 22),
        (1793, 22),
        (1794, 22),
        (1795, 23),
        (1796, 22),
        (1797, 22),
        (1798, 22),
        (1799, 23),
        (1800, 23),
        (1801, 23),
        (1802, 23),
        (1803, 24),
        (1804, 23),
        (1805, 23),
    ];
    let (gregorian, september) = FIRST_OF_VENDEMIAIRE.get(usize::from(year).checked_sub(1)?)?;
    let days = if month == 13 { 6 } else { 30 };
    if !(1..=13).contains(&month) || !(1..=days).contains(&day) {
        return None;
    }
    let first = NaiveDate::from_ymd_opt(*gregorian, 9, *september)?;
    add_days(first, i64::from(month - 1) * 30 + i64::from(day) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn easter_falls_where_the_almanacs_have_it() {
        for (year, month, day) in
            [(1998, 4, 12), (2000, 4, 23), (2008, 3, 23), (2011, 4, 24), (2024, 3, 31)]
        {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
    }

    #[test]
    fn nth_weekdays_count_from_both_ends() {
        assert_eq!(nth_weekday(2013, 11, 4, 4), Some(date(2013, 11, 28)));
        assert_eq!(nth_weekday(2013, 5, -1, 1), Some(date(2013, 5, 27)));
        assert_eq!(nth_weekday(2013, 2, 5, 5), None);
    }

    #[test]
    fn the_eighteenth_of_brumaire_is_the_ninth_of_november() {
        assert_eq!(republican(8, 2, 18), Some(date(1799, 11, 9)));
        assert_eq!(republican(2, 11, 9), Some(date(1794, 7, 27)));
        assert_eq!(republican(15, 1, 1), None);
    }

    #[test]
    fn cells_contain_their_day() {
        let day = date(2024, 3, 31);
        for unit in [
            Unit::Day,
            Unit::Week,
            Unit::Month,
            Unit::Quarter,
            Unit::Half,
            Unit::Season,
            Unit::Year,
            Unit::Century,
        ] {
            let cell = cell(day, unit).unwrap();
            assert!(
                cell.first_day().unwrap() <= day && day <= cell.last_day().unwrap(),
                "{unit:?}"
            );
        }
        assert_eq!(cell_after(day, Unit::Month, -1), Extent::month(2024, 2));
        assert_eq!(cell_after(date(1900, 1, 1), Unit::Year, i64::MAX), None);
    }
}

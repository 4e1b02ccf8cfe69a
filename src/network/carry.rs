//! How a bound on one point carries over to another: the non-decreasing functions of the network.
//!
//! Every edge reads `y ≤ f(x)`. The family below is closed under what the network needs: the
//! greatest value (`upper`), its adjoint, which carries lower bounds the other way (`lower`), and
//! the strict opposite, which is what refutation asserts (`opposite`).

/// Minutes in a day.
pub(crate) const DAY: i64 = 1440;

/// Days in 400 years, after which the calendar repeats.
const CYCLE: i64 = 146_097;

/// A function `f` of an edge `y ≤ f(x)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Carry {
    /// `x + c`, both of one kind.
    Plus(i64),
    /// The day of a minute: `⌊(x + c) / 1440⌋`.
    DayOf(i64),
    /// A minute of a day: `1440 x + c`.
    MinuteOf(i64),
    /// `n` calendar months on, then `plus` days: 31 January and one month is the last of February.
    Months {
        /// How many months.
        n: i32,
        /// Days added after them.
        plus: i32,
    },
    /// The last day that comes, `n` months on, no later than `x + plus`.
    MonthsBack {
        /// How many months.
        n: i32,
        /// Days added before them.
        plus: i32,
    },
}

impl Carry {
    /// `f(x)`: the greatest `y`.
    pub(crate) fn upper(self, x: i64) -> i64 {
        match self {
            Carry::Plus(c) => x.saturating_add(c),
            Carry::DayOf(c) => x.saturating_add(c).div_euclid(DAY),
            Carry::MinuteOf(c) => x.saturating_mul(DAY).saturating_add(c),
            Carry::Months { n, plus } => months_on(x, n).saturating_add(plus.into()),
            Carry::MonthsBack { n, plus } => last_reaching(x.saturating_add(plus.into()), n),
        }
    }

    /// The least `x` with `y ≤ f(x)`.
    pub(crate) fn lower(self, y: i64) -> i64 {
        match self {
            Carry::Plus(c) => y.saturating_sub(c),
            Carry::DayOf(c) => y.saturating_mul(DAY).saturating_sub(c),
            Carry::MinuteOf(c) => -(c.saturating_sub(y).div_euclid(DAY)),
            Carry::Months { n, plus } => {
                last_reaching(y.saturating_sub(plus.into()).saturating_sub(1), n) + 1
            }
            Carry::MonthsBack { n, plus } => months_on(y, n).saturating_sub(plus.into()),
        }
    }

    /// The `g` for which `x ≤ g(y)` says the contrary of `y ≤ f(x)`.
    pub(crate) fn opposite(self) -> Carry {
        match self {
            Carry::Plus(c) => Carry::Plus(-c - 1),
            Carry::DayOf(c) => Carry::MinuteOf(-c - 1),
            Carry::MinuteOf(c) => Carry::DayOf(-c - 1),
            Carry::Months { n, plus } => Carry::MonthsBack { n, plus: -plus - 1 },
            Carry::MonthsBack { n, plus } => Carry::Months { n, plus: -plus - 1 },
        }
    }

    /// After how many days the function repeats, shifted: 0 for a plain sum.
    pub(crate) fn period(self) -> i64 {
        match self {
            Carry::Plus(_) => 0,
            Carry::DayOf(_) | Carry::MinuteOf(_) => 1,
            Carry::Months { .. } | Carry::MonthsBack { .. } => CYCLE,
        }
    }
}

/// The same day of the month `n` months on, or the last of that month where it is shorter.
pub(crate) fn months_on(day: i64, n: i32) -> i64 {
    let (year, month, of_month) = civil(day);
    let (year, month) = month_on(year, month, n.into());
    first_of(year, month) + of_month.min(length(year, month)) - 1
}

/// The last day whose date `n` months on is no later than `day`.
fn last_reaching(day: i64, n: i32) -> i64 {
    let (year, month, of_month) = civil(day);
    let ends_month = of_month == length(year, month);
    let (year, month) = month_on(year, month, -i64::from(n));
    let longest = length(year, month);
    first_of(year, month) + if ends_month { longest } else { of_month.min(longest) } - 1
}

fn month_on(year: i64, month: i64, n: i64) -> (i64, i64) {
    let months = year * 12 + month - 1 + n;
    (months.div_euclid(12), months.rem_euclid(12) + 1)
}

fn length(year: i64, month: i64) -> i64 {
    let (next, first) = month_on(year, month, 1);
    first_of(next, first) - first_of(year, month)
}

/// The number of the first day of a month, counted as chrono counts them: 1 January of year 1 is 1.
/// The reckoning holds for every year, so that far bounds need no care.
fn first_of(year: i64, month: i64) -> i64 {
    // Years from March, so that the leap day comes last.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5;
    era * CYCLE + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 305
}

/// Year, month and day of the month of a day number.
fn civil(day: i64) -> (i64, i64, i64) {
    let since_march = day.saturating_add(305);
    let era = since_march.div_euclid(CYCLE);
    let of_era = since_march.rem_euclid(CYCLE);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = era * 400 + year + i64::from(month <= 2);
    (year, month, of_year - (153 * shifted + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, NaiveDate};

    fn number(year: i32, month: u32, day: u32) -> i64 {
        NaiveDate::from_ymd_opt(year, month, day).unwrap().num_days_from_ce().into()
    }

    #[test]
    fn day_numbers_are_those_of_chrono() {
        for day in (-200_000..900_000).step_by(13) {
            let date = NaiveDate::from_num_days_from_ce_opt(day).unwrap();
            let expected = (i64::from(date.year()), date.month().into(), date.day().into());
            assert_eq!(civil(day.into()), expected);
            assert_eq!(first_of(expected.0, expected.1) + expected.2 - 1, i64::from(day));
        }
    }

    #[test]
    fn a_month_after_31_january_is_the_last_of_february() {
        assert_eq!(months_on(number(2024, 1, 31), 1), number(2024, 2, 29));
        assert_eq!(months_on(number(2023, 1, 31), 1), number(2023, 2, 28));
        assert_eq!(months_on(number(2024, 3, 31), -1), number(2024, 2, 29));
        assert_eq!(last_reaching(number(2023, 2, 28), 1), number(2023, 1, 31));
        assert_eq!(last_reaching(number(2023, 2, 27), 1), number(2023, 1, 27));
    }

    /// The three operations by their definitions, over a stretch with a leap day.
    #[test]
    fn adjoint_and_opposite_are_what_they_say() {
        let day = number(2023, 12, 20);
        let carries = [
            Carry::Plus(3),
            Carry::Plus(-40),
            Carry::Months { n: 1, plus: 0 },
            Carry::Months { n: -1, plus: 2 },
            Carry::Months { n: 13, plus: -1 },
            Carry::MonthsBack { n: 1, plus: 0 },
            Carry::MonthsBack { n: -2, plus: 5 },
        ];
        for carry in carries {
            for x in day..day + 100 {
                assert!(carry.upper(x) <= carry.upper(x + 1), "{carry:?} falls at {x}");
                let near = carry.upper(x);
                for y in near - 40..near + 40 {
                    let holds = y <= carry.upper(x);
                    assert_eq!(holds, carry.lower(y) <= x, "{carry:?} lower {x} {y}");
                    assert_eq!(holds, carry.opposite().upper(y) < x, "{carry:?} opposite {x} {y}");
                }
            }
        }
        for c in [-1441, -1, 0, 5, 1439, 1440] {
            for x in -3000..3000 {
                for y in -4..4 {
                    let carry = Carry::DayOf(c);
                    assert_eq!(y <= carry.upper(x), carry.lower(y) <= x);
                    assert_eq!(y <= carry.upper(x), carry.opposite().upper(y) < x);
                    let carry = Carry::MinuteOf(c);
                    assert_eq!(x <= carry.upper(y), carry.lower(x) <= y);
                    assert_eq!(x <= carry.upper(y), carry.opposite().upper(x) < y);
                }
            }
        }
    }
}

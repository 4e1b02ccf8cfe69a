//! Bounds for people: whole days where nothing finer is said, both ends included.

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::article::Language;
use crate::extent::{year_month_day, year_text};
use crate::lang::voice;

/// Bounds in numbers: `2024-03-07`, `2024-03-07 … 2024-03-08`, `2024-03`, `1998`,
/// `2024-03-22 12:00–18:00`, `… 2024-03-06` where nothing bounds the beginning.
///
/// ```
/// use frise::{Language, bounds_words};
/// use frise::chrono::NaiveDate;
/// let to = NaiveDate::from_ymd_opt(2024, 3, 7).and_then(|day| day.and_hms_opt(0, 0, 0));
/// assert_eq!(bounds_words(None, to, Language::En), "… 2024-03-06");
/// ```
pub fn bounds_words(
    from: Option<NaiveDateTime>,
    to: Option<NaiveDateTime>,
    language: Language,
) -> String {
    match (from, to) {
        (None, None) => voice(language).labels.not_bounded.to_owned(),
        (Some(from), None) => format!("{} …", moment(from)),
        (None, Some(to)) => format!("… {}", last(to)),
        (Some(from), Some(to)) => stretch(from, to),
    }
}

pub(super) fn stretch(from: NaiveDateTime, to: NaiveDateTime) -> String {
    if from.time() != NaiveTime::MIN || to.time() != NaiveTime::MIN {
        return if from.date() == last_day(to) {
            format!("{} {}–{}", day(from.date()), clock(from), clock_end(from.date(), to))
        } else {
            format!("{} … {}", moment(from), moment(to))
        };
    }
    let (first, end) = (from.date(), to.date());
    let last = last_day(to);
    if first == last {
        return day(first);
    }
    if first.day() == 1 && end.day() == 1 {
        let months = (end.year() - first.year()) * 12 + end.month0() as i32 - first.month0() as i32;
        if months == 1 {
            return format!("{}-{:02}", year_text(first.year()), first.month());
        }
        if months == 12 && first.month() == 1 {
            return year_text(first.year());
        }
        if first.month() == 1 && end.month() == 1 {
            return format!("{} … {}", year_text(first.year()), year_text(last.year()));
        }
    }
    format!("{} … {}", day(first), day(last))
}

fn last(to: NaiveDateTime) -> String {
    if to.time() == NaiveTime::MIN { day(last_day(to)) } else { moment(to) }
}

pub(super) fn last_day(to: NaiveDateTime) -> NaiveDate {
    to.checked_sub_signed(Duration::seconds(1)).unwrap_or(to).date()
}

pub(super) fn day(date: NaiveDate) -> String {
    year_month_day(date)
}

fn moment(at: NaiveDateTime) -> String {
    if at.time() == NaiveTime::MIN {
        day(at.date())
    } else {
        format!("{} {}", day(at.date()), clock(at))
    }
}

fn clock(at: NaiveDateTime) -> String {
    match at.second() {
        0 => format!("{:02}:{:02}", at.hour(), at.minute()),
        second => format!("{:02}:{:02}:{second:02}", at.hour(), at.minute()),
    }
}

/// The end of a stretch on one day; the midnight after it is 24:00.
fn clock_end(day: NaiveDate, to: NaiveDateTime) -> String {
    if day < to.date() { "24:00".to_owned() } else { clock(to) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_told_as_people_write_them() {
        let at = |text: &str| Some(NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap());
        let told = |from: &str, to: &str| bounds_words(at(from), at(to), Language::En);
        assert_eq!(told("2024-03-07T00:00", "2024-03-08T00:00"), "2024-03-07");
        assert_eq!(told("2024-03-07T00:00", "2024-03-09T00:00"), "2024-03-07 … 2024-03-08");
        assert_eq!(told("2024-03-01T00:00", "2024-04-01T00:00"), "2024-03");
        assert_eq!(told("2024-01-01T00:00", "2025-01-01T00:00"), "2024");
        assert_eq!(told("1990-01-01T00:00", "2000-01-01T00:00"), "1990 … 1999");
        assert_eq!(told("2024-03-22T12:00", "2024-03-22T18:00"), "2024-03-22 12:00–18:00");
        assert_eq!(told("2024-03-22T18:00", "2024-03-23T00:00"), "2024-03-22 18:00–24:00");
        assert_eq!(
            told("2024-03-22T21:00", "2024-03-23T02:00"),
            "2024-03-22 21:00 … 2024-03-23 02:00"
        );
        assert_eq!(bounds_words(None, at("2024-03-07T00:00"), Language::En), "… 2024-03-06");
        assert_eq!(bounds_words(at("2024-03-07T00:00"), None, Language::En), "2024-03-07 …");
        assert_eq!(bounds_words(None, None, Language::Fr), "sans bornes");
    }
}

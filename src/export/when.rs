//! Bounds as people write dates: "7–8 March 2024", "avant le 6 mars 2024", "44 BC".

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::article::Language;
use crate::names::{day_name, day_number, month_name, year_name};

/// Bounds in words; both ends are included, as people mean them.
///
/// ```
/// use frise::{Language, when_words};
/// use frise::chrono::NaiveDate;
///
/// let day = |d| NaiveDate::from_ymd_opt(2024, 3, d).and_then(|day| day.and_hms_opt(0, 0, 0));
/// assert_eq!(when_words(day(7), day(9), Language::En), "7–8 March 2024");
/// assert_eq!(when_words(None, day(9), Language::Fr), "jusqu'au 8 mars 2024");
/// ```
pub fn when_words(
    from: Option<NaiveDateTime>,
    to: Option<NaiveDateTime>,
    language: Language,
) -> String {
    let words = Words(language);
    match (from, to) {
        (None, None) => words.pick("not dated", "sans date").to_owned(),
        (Some(from), None) => {
            let from = words.moment(from);
            words.pick(format!("from {from}"), format!("à partir du {from}"))
        }
        (None, Some(to)) => {
            let to = words.end(to);
            words.pick(format!("until {to}"), format!("jusqu'au {to}"))
        }
        (Some(from), Some(to)) => words.stretch(from, to),
    }
}

/// Two times of which one is right, what they share said once: "7 or 8 March 2024".
pub(super) fn either(
    a: (NaiveDateTime, NaiveDateTime),
    b: (NaiveDateTime, NaiveDateTime),
    language: Language,
) -> String {
    let words = Words(language);
    let [first, second] = [a, b].map(|(from, to)| words.stretch(from, to));
    let or = words.pick("or", "ou");
    // "22 March 2024, 07:15 or 07:40"
    if let (Some((day, clock)), Some((same, other))) =
        (first.rsplit_once(", "), second.rsplit_once(", "))
        && day == same
    {
        return format!("{day}, {clock} {or} {other}");
    }
    // "28 February or 1 March 2024": never all of it, for the two differ.
    let same = first.rsplit(' ').zip(second.rsplit(' ')).take_while(|(a, b)| a == b);
    let shared: usize = same.map(|(word, _)| word.len() + 1).sum();
    let own = first.len().checked_sub(shared).and_then(|end| first.get(..end));
    format!("{} {or} {second}", own.unwrap_or(&first))
}

#[derive(Clone, Copy)]
struct Words(Language);

impl Words {
    fn pick<T>(self, en: T, fr: T) -> T {
        match self.0 {
            Language::En => en,
            Language::Fr => fr,
        }
    }

    fn stretch(self, from: NaiveDateTime, to: NaiveDateTime) -> String {
        let (first, last) = (from.date(), last_day(to));
        if !is_midnight(from) || !is_midnight(to) {
            if to.signed_duration_since(from) <= Duration::minutes(1) {
                return format!("{}, {}", self.day(first), self.clock(from));
            }
            return if first == last {
                let end = if is_midnight(to) { self.midnight() } else { self.clock(to) };
                format!("{}, {}–{end}", self.day(first), self.clock(from))
            } else {
                let (from, to) = (self.moment(from), self.end(to));
                let year = format!(" {}", year_name(first.year(), self.0));
                let from =
                    if first.year() == last.year() { from.replacen(&year, "", 1) } else { from };
                format!("{from} – {to}")
            };
        }
        let after = to.date();
        if first.day() == 1 && after.day() == 1 {
            let years = after.year() - first.year();
            let months = years * 12 + after.month0() as i32 - first.month0() as i32;
            if months == 1 {
                return format!(
                    "{} {}",
                    month_name(first.month(), self.0),
                    year_name(first.year(), self.0)
                );
            }
            if first.month() == 1 && after.month() == 1 {
                return match years {
                    1 => year_name(first.year(), self.0),
                    _ => format!(
                        "{}–{}",
                        year_name(first.year(), self.0),
                        year_name(last.year(), self.0)
                    ),
                };
            }
        }
        if first == last {
            return self.day(first);
        }
        if (first.year(), first.month()) == (last.year(), last.month()) {
            return format!("{}–{}", day_number(first, self.0), self.day(last));
        }
        if first.year() == last.year() {
            return format!(
                "{} {} – {}",
                day_number(first, self.0),
                month_name(first.month(), self.0),
                self.day(last)
            );
        }
        format!("{} – {}", self.day(first), self.day(last))
    }

    fn end(self, to: NaiveDateTime) -> String {
        if is_midnight(to) { self.day(last_day(to)) } else { self.moment(to) }
    }

    fn moment(self, at: NaiveDateTime) -> String {
        match is_midnight(at) {
            true => self.day(at.date()),
            false => format!("{}, {}", self.day(at.date()), self.clock(at)),
        }
    }

    fn day(self, date: NaiveDate) -> String {
        day_name(date, self.0)
    }

    fn clock(self, at: NaiveDateTime) -> String {
        let (hour, minute) = (at.hour(), at.minute());
        match (self.0, minute) {
            (Language::En, _) => format!("{hour:02}:{minute:02}"),
            (Language::Fr, 0) => format!("{hour}\u{a0}h"),
            (Language::Fr, _) => format!("{hour}\u{a0}h\u{a0}{minute:02}"),
        }
    }

    fn midnight(self) -> String {
        self.pick("24:00", "minuit").to_owned()
    }
}

fn is_midnight(at: NaiveDateTime) -> bool {
    at.time() == NaiveTime::MIN
}

/// The last day that has some moment before `to`.
fn last_day(to: NaiveDateTime) -> NaiveDate {
    to.checked_sub_signed(Duration::seconds(1)).unwrap_or(to).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_people_write_them() {
        let at = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").ok();
        let both = |from: &str, to: &str| {
            [Language::En, Language::Fr].map(|language| when_words(at(from), at(to), language))
        };
        for (from, to, en, fr) in [
            ("2024-03-01T00:00", "2024-03-02T00:00", "1 March 2024", "1er mars 2024"),
            ("2024-03-01T00:00", "2024-04-01T00:00", "March 2024", "mars 2024"),
            ("2017-01-01T00:00", "2018-01-01T00:00", "2017", "2017"),
            ("1994-01-01T00:00", "1997-01-01T00:00", "1994–1996", "1994–1996"),
            (
                "2024-03-07T00:00",
                "2024-04-02T00:00",
                "7 March – 1 April 2024",
                "7 mars – 1er avril 2024",
            ),
            (
                "2024-03-22T18:00",
                "2024-03-23T00:00",
                "22 March 2024, 18:00–24:00",
                "22 mars 2024, 18\u{a0}h–minuit",
            ),
            (
                "2024-03-22T09:03",
                "2024-03-22T09:04",
                "22 March 2024, 09:03",
                "22 mars 2024, 9\u{a0}h\u{a0}03",
            ),
            (
                "2024-03-22T21:00",
                "2024-03-24T00:00",
                "22 March, 21:00 – 23 March 2024",
                "22 mars, 21\u{a0}h – 23 mars 2024",
            ),
            ("-0043-01-01T00:00", "-0042-01-01T00:00", "44 BC", "44 av. J.-C."),
        ] {
            assert_eq!(both(from, to), [en, fr], "{from} {to}");
        }
        let two = |a: [&str; 2], b: [&str; 2]| {
            let pair = |[from, to]: [&str; 2]| at(from).zip(at(to)).unwrap_or_default();
            [Language::En, Language::Fr].map(|language| either(pair(a), pair(b), language))
        };
        assert_eq!(
            two(["2024-03-07T00:00", "2024-03-08T00:00"], ["2024-03-08T00:00", "2024-03-09T00:00"]),
            ["7 or 8 March 2024", "7 ou 8 mars 2024"]
        );
        assert_eq!(
            two(["2024-02-28T00:00", "2024-02-29T00:00"], ["2024-03-01T00:00", "2024-03-02T00:00"]),
            ["28 February or 1 March 2024", "28 février ou 1er mars 2024"]
        );
        assert_eq!(
            two(["2024-03-22T07:15", "2024-03-22T07:16"], ["2024-03-22T07:40", "2024-03-22T07:41"]),
            ["22 March 2024, 07:15 or 07:40", "22 mars 2024, 7\u{a0}h\u{a0}15 ou 7\u{a0}h\u{a0}40"]
        );
        assert_eq!(
            two(
                ["-0813-01-01T00:00", "-0812-01-01T00:00"],
                ["-0749-01-01T00:00", "-0748-01-01T00:00"]
            ),
            ["814 or 750 BC", "814 ou 750 av. J.-C."]
        );
        assert_eq!(when_words(None, None, Language::Fr), "sans date");
        assert_eq!(when_words(at("2024-03-07T00:00"), None, Language::En), "from 7 March 2024");
    }
}

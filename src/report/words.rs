//! The words that clauses are made of: distances, amounts, days, labels.

use chrono::{Datelike, NaiveDate};

use crate::amount::{Amount, Quantity, Unit};
use crate::article::Language;
use crate::constraint::Distance;
use crate::names::{day_name, month_name, unit_name, year_name};
use crate::timeline::because::of_minutes;
use crate::timeline::{Moment, Placed, Range, Subject};

/// How many characters of a label stand in a sentence.
const LONGEST: usize = 40;

#[derive(Clone, Copy)]
pub(super) struct Words(pub(super) Language);

impl Words {
    pub(super) fn pick<'a>(self, en: &'a str, fr: &'a str) -> &'a str {
        match self.0 {
            Language::En => en,
            Language::Fr => fr,
        }
    }

    pub(super) fn distance_words(self, distance: Distance) -> String {
        match distance {
            Distance::Days(n) => self.count(n.abs(), Unit::Day),
            Distance::Months(n) if n % 12 == 0 && n != 0 => self.count(n.abs() / 12, Unit::Year),
            Distance::Months(n) => self.count(n.abs(), Unit::Month),
            Distance::Minutes(n) if n % 60 == 0 => self.count(n.abs() / 60, Unit::Hour),
            Distance::Minutes(n) => self.amount(&of_minutes(n.abs())),
        }
    }

    pub(super) fn amount(self, amount: &Amount) -> String {
        let parts: Vec<String> = amount
            .parts
            .iter()
            .map(|(quantity, unit)| match quantity {
                Quantity::Exact(n) if n % 1000 == 0 => self.count(n / 1000, *unit),
                Quantity::Between(low, high) => {
                    format!("{low} {} {}", self.pick("to", "à"), self.count(*high, *unit))
                }
                Quantity::Vague => {
                    let some = self.pick("some", "quelques");
                    format!("{some} {}", unit_name(*unit, true, self.0))
                }
                other => format!("{other} {}", unit_name(*unit, true, self.0)),
            })
            .collect();
        parts.join(" ")
    }

    pub(super) fn count(self, n: i64, unit: Unit) -> String {
        let many = 1 < n.abs() || (n == 0 && self.0 == Language::En);
        format!("{n} {}", unit_name(unit, many, self.0))
    }

    pub(super) fn placed(self, placed: &Placed) -> String {
        let is = self.pick("is", "est");
        let (first, last) = (placed.first, placed.last);
        if let (Some(begins), Some(ends)) = (first.exact(), last.exact()) {
            return match (begins == ends, self.0) {
                (true, _) => format!("{is} {}", self.on(begins)),
                (false, Language::En) => {
                    format!("runs from {} to {}", self.moment(begins), self.moment(ends))
                }
                (false, Language::Fr) => {
                    format!("va du {} au {}", self.moment(begins), self.moment(ends))
                }
            };
        }
        let whole = Range { lower: first.lower, upper: last.upper };
        match self.range(&whole) {
            Some(range) => range,
            None => {
                let never = Range { lower: last.lower, upper: first.upper };
                self.range(&never).unwrap_or_else(|| {
                    format!("{is} {}", self.pick("at an unknown time", "à une date inconnue"))
                })
            }
        }
    }

    /// "is on 8 March 2024", "is between … and …", "is on … at the latest".
    pub(super) fn range(self, range: &Range) -> Option<String> {
        let is = self.pick("is", "est");
        Some(match (range.lower, range.upper) {
            (Some(lower), Some(upper)) if lower == upper => format!("{is} {}", self.on(lower)),
            (Some(Moment::Day(lower)), Some(Moment::Day(upper))) => match cell(lower, upper) {
                Some(cell) => format!("{is} {} {}", self.pick("in", "en"), self.cell(cell)),
                None => self.between(Moment::Day(lower), Moment::Day(upper)),
            },
            (Some(lower), Some(upper)) => self.between(lower, upper),
            (Some(lower), None) => {
                format!("{is} {} {}", self.on(lower), self.pick("at the earliest", "au plus tôt"))
            }
            (None, Some(upper)) => {
                format!("{is} {} {}", self.on(upper), self.pick("at the latest", "au plus tard"))
            }
            (None, None) => return None,
        })
    }

    pub(super) fn between(self, lower: Moment, upper: Moment) -> String {
        let (lower, upper) = (self.moment(lower), self.moment(upper));
        match self.0 {
            Language::En => format!("is between {lower} and {upper}"),
            Language::Fr => format!("est entre le {lower} et le {upper}"),
        }
    }

    fn cell(self, cell: Cell) -> String {
        match cell {
            Cell::Month(date) => {
                format!("{} {}", month_name(date.month(), self.0), year_name(date.year(), self.0))
            }
            Cell::Year(year) => year_name(year, self.0),
        }
    }

    pub(super) fn on(self, moment: Moment) -> String {
        format!("{} {}", self.pick("on", "le"), self.moment(moment))
    }

    pub(super) fn moment(self, moment: Moment) -> String {
        match moment {
            Moment::Day(day) => self.day(day),
            Moment::Minute(minute) => {
                let of_day = minute.rem_euclid(1440);
                let (hour, minutes) = (of_day / 60, of_day % 60);
                let day = self.day(minute.div_euclid(1440));
                match self.0 {
                    Language::En => format!("{day} at {hour:02}:{minutes:02}"),
                    Language::Fr => format!("{day} à {hour:02} h {minutes:02}"),
                }
            }
        }
    }

    pub(super) fn day(self, day: i64) -> String {
        match date(day) {
            Some(date) => day_name(date, self.0),
            None => self.pick("a day beyond the calendar", "jour hors du calendrier").to_owned(),
        }
    }

    pub(super) fn subject(self, subject: &Subject) -> String {
        let label = shortened(&subject.label);
        let named = match self.0 {
            Language::Fr => self.quoted(&label),
            Language::En => english(&label),
        };
        match (subject.window, self.0) {
            (false, _) => named,
            (true, Language::En) => format!("the window of {named}"),
            (true, Language::Fr) => format!("la fenêtre de {named}"),
        }
    }

    pub(super) fn quoted(self, words: &str) -> String {
        match self.0 {
            Language::En => format!("\"{words}\""),
            Language::Fr => format!("« {words} »"),
        }
    }
}

/// A label that fits into a sentence: cut at a word.
fn shortened(label: &str) -> String {
    let label = label.trim_end_matches(['…', ' ']);
    if label.chars().count() <= LONGEST {
        return label.to_owned();
    }
    let end = label.char_indices().nth(LONGEST).map_or(label.len(), |(at, _)| at);
    let (head, _) = label.split_at(end);
    let head = head.rsplit_once(char::is_whitespace).map_or(head, |(head, _)| head);
    // An opened quotation or a lone article at the end tells nothing.
    format!("{} …", head.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// "the attack"; labels that are no plain noun phrase are quoted.
fn english(label: &str) -> String {
    let first = label.split_whitespace().next().unwrap_or("").to_lowercase();
    let determined = ["the", "a", "an", "this", "that", "his", "her", "their", "its"];
    if determined.contains(&first.as_str()) {
        return label.to_owned();
    }
    let plain = label.chars().next().is_some_and(char::is_lowercase)
        && label.split_whitespace().count() <= 4
        && label.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '-');
    if plain { format!("the {label}") } else { format!("\"{label}\"") }
}

/// A signed number with the sign of a distance.
pub(super) fn size(distance: Distance) -> i64 {
    match distance {
        Distance::Days(n) | Distance::Months(n) | Distance::Minutes(n) => n,
    }
}

enum Cell {
    Month(NaiveDate),
    Year(i32),
}

/// The month or year that two days are the first and last of.
fn cell(first: i64, last: i64) -> Option<Cell> {
    let (first, after) = (date(first)?, date(last + 1)?);
    if first.day() != 1 || after.day() != 1 {
        return None;
    }
    if first.month() == 1 && after.month() == 1 && first.year() + 1 == after.year() {
        return Some(Cell::Year(first.year()));
    }
    (crate::extent::add_months(first, 1) == Some(after)).then_some(Cell::Month(first))
}

fn date(day: i64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(day).ok()?)
}

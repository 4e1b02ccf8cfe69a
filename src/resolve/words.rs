//! Extents and amounts in the words of explanations.

use chrono::Datelike;

use crate::amount::{Amount, Modifier, Quantity, Unit};
use crate::article::Language;
use crate::expr::{Direction, Part, Signal};
use crate::extent::{Extent, Granularity, moment_text, year_month_day};
use crate::names::unit_name;

/// An extent for explanations: `2024-03-07`, `2024-03`, `2024-03-07T18:00 to 2024-03-09T18:00`.
pub(crate) fn cell_words(extent: &Extent) -> String {
    let last = extent.last_day();
    match (extent.from, extent.to) {
        (Some(from), Some(to)) => match extent.granularity {
            Granularity::Day => year_month_day(from.date()),
            Granularity::Month => format!("{}-{:02}", from.year(), from.month()),
            Granularity::Year => from.year().to_string(),
            _ if extent.is_whole_days() && last == Some(from.date()) => year_month_day(from.date()),
            _ if extent.is_whole_days() => {
                format!(
                    "{} to {}",
                    year_month_day(from.date()),
                    last.map_or(String::new(), year_month_day)
                )
            }
            Granularity::Minute | Granularity::Second => moment_text(from),
            _ => format!("{} to {}", moment_text(from), moment_text(to)),
        },
        (Some(from), None) => format!("from {}", year_month_day(from.date())),
        (None, Some(_)) => format!("up to {}", last.map_or(String::new(), year_month_day)),
        (None, None) => "at some time".to_owned(),
    }
}

pub(super) fn way(direction: Direction) -> &'static str {
    match direction {
        Direction::Before => "before",
        Direction::After => "after",
    }
}

/// Which side of a time a stretch lies on that ends or begins with it.
pub(super) fn reach(direction: Direction) -> &'static str {
    match direction {
        Direction::Before => "up to",
        Direction::After => "from",
    }
}

pub(super) fn part_words(part: Part) -> String {
    match part {
        Part::Start => "the early part".to_owned(),
        Part::Mid => "the middle".to_owned(),
        Part::End => "the late part".to_owned(),
        Part::Fraction { n, of } => format!("part {n} of {of} equal parts"),
    }
}

pub(super) fn signal_words(signal: Signal) -> &'static str {
    match signal {
        Signal::Since => "since",
        Signal::From => "from",
        Signal::AsEarlyAs => "as early as",
        Signal::Until => "until",
        Signal::By => "by",
        Signal::Before => "before",
        Signal::After => "after",
    }
}

/// An amount in words: "18 days", "2.5 years".
pub(crate) fn amount_words(amount: &Amount) -> String {
    let mut words = match amount.modifier {
        Some(Modifier::Approx) => "about ".to_owned(),
        Some(Modifier::Nearly) => "nearly ".to_owned(),
        Some(Modifier::MoreThan) => "more than ".to_owned(),
        Some(Modifier::LessThan) => "less than ".to_owned(),
        Some(Modifier::AtLeast) => "at least ".to_owned(),
        Some(Modifier::AtMost) => "at most ".to_owned(),
        None => String::new(),
    };
    for (n, (quantity, unit)) in amount.parts.iter().enumerate() {
        if n != 0 {
            words.push_str(" and ");
        }
        let count = match quantity {
            Quantity::Between(low, high) => format!("{low} to {high}"),
            Quantity::Vague => "some".to_owned(),
            Quantity::TooLarge => "too many".to_owned(),
            Quantity::Exact(_) => quantity.to_string(),
        };
        let many = *quantity != Quantity::whole(1);
        match unit {
            Unit::Unsaid => words.push_str("some time"),
            _ => words.push_str(&format!("{count} {}", unit_name(*unit, many, Language::En))),
        }
    }
    words
}

//! What people call months, days of the week and units, in explanations.

use chrono::{Datelike, NaiveDate};

use crate::amount::Unit;
use crate::article::Language;

const MONTHS: [(&str, &str); 12] = [
    ("January", "janvier"),
    ("February", "février"),
    ("March", "mars"),
    ("April", "avril"),
    ("May", "mai"),
    ("June", "juin"),
    ("July", "juillet"),
    ("August", "août"),
    ("September", "septembre"),
    ("October", "octobre"),
    ("November", "novembre"),
    ("December", "décembre"),
];

const WEEKDAYS: [(&str, &str); 7] = [
    ("Monday", "lundi"),
    ("Tuesday", "mardi"),
    ("Wednesday", "mercredi"),
    ("Thursday", "jeudi"),
    ("Friday", "vendredi"),
    ("Saturday", "samedi"),
    ("Sunday", "dimanche"),
];

/// The name of a month, counted from 1.
pub(crate) fn month_name(month: u32, language: Language) -> &'static str {
    named(&MONTHS, month, language)
}

/// The name of a day of the week, counted from Monday as 1.
pub(crate) fn weekday_name(weekday: u32, language: Language) -> &'static str {
    named(&WEEKDAYS, weekday, language)
}

/// A day as people write it: "1 March 2024", "1er mars 2024".
pub(crate) fn day_name(date: NaiveDate, language: Language) -> String {
    let (number, month) = (day_number(date, language), month_name(date.month(), language));
    format!("{number} {month} {}", year_name(date.year(), language))
}

/// The number of a day in its month: the first is "1er" in French.
pub(crate) fn day_number(date: NaiveDate, language: Language) -> String {
    let first = date.day() == 1 && language == Language::Fr;
    format!("{}{}", date.day(), if first { "er" } else { "" })
}

/// A year as people count: the year before 1 is 1 BC.
pub(crate) fn year_name(year: i32, language: Language) -> String {
    let before = match language {
        Language::En => "BC",
        Language::Fr => "av. J.-C.",
    };
    if year <= 0 { format!("{} {before}", 1 - i64::from(year)) } else { year.to_string() }
}

/// The name of a unit, of one or of many.
pub(crate) fn unit_name(unit: Unit, many: bool, language: Language) -> &'static str {
    let (en, fr) = match unit {
        Unit::Second => (["second", "seconds"], ["seconde", "secondes"]),
        Unit::Minute => (["minute", "minutes"], ["minute", "minutes"]),
        Unit::Hour => (["hour", "hours"], ["heure", "heures"]),
        Unit::Day => (["day", "days"], ["jour", "jours"]),
        Unit::Weekend => (["weekend", "weekends"], ["week-end", "week-ends"]),
        Unit::Week => (["week", "weeks"], ["semaine", "semaines"]),
        Unit::Month => (["month", "months"], ["mois", "mois"]),
        Unit::Quarter => (["quarter", "quarters"], ["trimestre", "trimestres"]),
        Unit::Half => (["half-year", "half-years"], ["semestre", "semestres"]),
        Unit::Season => (["season", "seasons"], ["saison", "saisons"]),
        Unit::Year => (["year", "years"], ["an", "ans"]),
        Unit::Decade => (["decade", "decades"], ["décennie", "décennies"]),
        Unit::Century => (["century", "centuries"], ["siècle", "siècles"]),
        Unit::Millennium => (["millennium", "millennia"], ["millénaire", "millénaires"]),
        Unit::DayPart(_) => {
            (["part of a day", "parts of a day"], ["partie du jour", "parties du jour"])
        }
        Unit::Unsaid => (["time", "times"], ["temps", "temps"]),
    };
    let [one, several] = match language {
        Language::En => en,
        Language::Fr => fr,
    };
    if many { several } else { one }
}

fn named(names: &[(&'static str, &'static str)], number: u32, language: Language) -> &'static str {
    let at = number.checked_sub(1).and_then(|at| names.get(at as usize));
    at.map_or("?", |(en, fr)| match language {
        Language::En => en,
        Language::Fr => fr,
    })
}

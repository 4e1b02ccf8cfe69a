//! The words of the claim language, in English and French.

use super::Relation;
use crate::allen::Allen;
use crate::amount::{DayPart, Unit};

/// A function of the language: what stands before "(".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Function {
    Window,
    Start,
    End,
    Gap,
    Length,
    Count,
    Happened,
    Weekday,
    Part,
}

/// Folded names; the first of each is the English one.
const FUNCTIONS: [(Function, &[&str]); 9] = [
    (Function::Window, &["window", "fenetre"]),
    (Function::Start, &["start", "debut"]),
    (Function::End, &["end", "fin"]),
    (Function::Gap, &["gap", "ecart"]),
    (Function::Length, &["length", "duree"]),
    (Function::Count, &["count", "nombre"]),
    (Function::Happened, &["happened", "arrive"]),
    (Function::Weekday, &["weekday", "jour"]),
    (Function::Part, &["part", "partie"]),
];

const RELATIONS: [(Relation, &[&str]); 11] = [
    (Relation::Before, &["before", "avant"]),
    (Relation::After, &["after", "apres"]),
    (Relation::Meets, &["meets", "touche"]),
    (Relation::MetBy, &["met-by", "touche-par"]),
    (Relation::Overlaps, &["overlaps", "chevauche"]),
    (Relation::During, &["during", "pendant"]),
    (Relation::Contains, &["contains", "contient"]),
    (Relation::Starts, &["starts", "commence"]),
    (Relation::Finishes, &["finishes", "finit"]),
    (Relation::Equals, &["equals", "egale"]),
    (Relation::SameDayAs, &["same-day-as", "meme-jour-que"]),
];

const UNITS: [(Unit, &[&str]); 6] = [
    (Unit::Minute, &["minute", "minutes", "min"]),
    (Unit::Hour, &["hour", "hours", "h", "heure", "heures"]),
    (Unit::Day, &["day", "days", "d", "jour", "jours", "j"]),
    (Unit::Week, &["week", "weeks", "semaine", "semaines"]),
    (Unit::Month, &["month", "months", "mois"]),
    (Unit::Year, &["year", "years", "an", "ans", "annee", "annees"]),
];

const WEEKDAYS: [&[&str]; 7] = [
    &["monday", "lundi"],
    &["tuesday", "mardi"],
    &["wednesday", "mercredi"],
    &["thursday", "jeudi"],
    &["friday", "vendredi"],
    &["saturday", "samedi"],
    &["sunday", "dimanche"],
];

const PARTS: [(DayPart, &[&str]); 4] = [
    (DayPart::Morning, &["morning", "matin"]),
    (DayPart::Afternoon, &["afternoon", "apres-midi"]),
    (DayPart::Evening, &["evening", "soir"]),
    (DayPart::Night, &["night", "nuit"]),
];

/// The relations, in the words of the language, for messages.
pub(crate) const RELATION_LIST: &str = "before, after, meets, met-by, overlaps, during, contains, \
                                        starts, finishes, equals, same-day-as or allen:NAME";

pub(crate) fn function(folded: &str) -> Option<Function> {
    find(&FUNCTIONS, folded)
}

pub(crate) fn relation(folded: &str) -> Option<Relation> {
    match folded.strip_prefix("allen:") {
        Some(name) => {
            Allen::ALL.into_iter().find(|allen| allen.name() == name).map(Relation::Allen)
        }
        None => find(&RELATIONS, folded),
    }
}

pub(crate) fn unit(folded: &str) -> Option<Unit> {
    find(&UNITS, folded)
}

/// The number of a day of the week, 1 for Monday.
pub(crate) fn weekday(folded: &str) -> Option<u8> {
    (1..).zip(WEEKDAYS).find(|(_, names)| names.contains(&folded)).map(|(day, _)| day)
}

/// The English name of a day of the week.
pub(crate) fn weekday_name(day: u8) -> &'static str {
    WEEKDAYS.get(usize::from(day).wrapping_sub(1)).map_or("", |names| names[0])
}

/// A part of the day.
pub(crate) fn part(folded: &str) -> Option<DayPart> {
    find(&PARTS, folded)
}

/// The English name of a part of the day.
pub(crate) fn part_name(part: DayPart) -> &'static str {
    PARTS.iter().find(|(known, _)| *known == part).map_or("", |(_, names)| names[0])
}

pub(crate) fn is_and(folded: &str) -> bool {
    matches!(folded, "and" | "et")
}

pub(crate) fn is_or(folded: &str) -> bool {
    matches!(folded, "or" | "ou")
}

pub(crate) fn is_not(folded: &str) -> bool {
    matches!(folded, "not" | "non")
}

/// All names of relations, for suggestions.
pub(crate) fn relation_names() -> impl Iterator<Item = &'static str> {
    RELATIONS.iter().flat_map(|(_, names)| names.iter().copied())
}

/// All names of functions, for suggestions.
pub(crate) fn function_names() -> impl Iterator<Item = &'static str> {
    FUNCTIONS.iter().flat_map(|(_, names)| names.iter().copied())
}

/// All names of units, for suggestions.
pub(crate) fn unit_names() -> impl Iterator<Item = &'static str> {
    UNITS.iter().flat_map(|(_, names)| names.iter().copied()).filter(|name| 2 < name.len())
}

fn find<T: Copy>(table: &[(T, &[&str])], folded: &str) -> Option<T> {
    table.iter().find(|(_, names)| names.contains(&folded)).map(|(value, _)| *value)
}

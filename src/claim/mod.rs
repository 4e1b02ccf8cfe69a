//! The claim language: questions to a timeline, and their answers with proof.
//!
//! ```text
//! claim    = term { ("and"|"or") term }            and binds tighter than or
//! term     = ["not"] ( time REL time | measure CMP amount | "(" claim ")" )
//! time     = event-id | window(t) | start(t) | end(t) | EDTF date or interval | "words of an event"
//! REL      = before after meets met-by overlaps during contains starts finishes equals
//!            same-day-as   allen:NAME for all 13
//!          | happened(t) | weekday(t) = DAY | part(t) = morning … | span CMP span
//! span     = gap(t, t) | length(t)
//! measure  = span | count("words" [, t])
//! CMP      = = != < <= > >=
//! amount   = 12 days | 48 hours | 2 weeks | 3 months | 1 year | P12D | 15
//! ```
//!
//! Every word has its French: `fenêtre(avertissement) chevauche attaque`, `écart(a, b) = 9 jours`.

mod ask;
mod fold;
mod meaning;
mod name;
mod parse;
mod token;
mod vocabulary;

use std::fmt;

pub(crate) use vocabulary::{part_name, weekday_name};

pub use ask::{Answer, SideAnswer, Verdict, answer_word};

use crate::allen::Allen;
use crate::amount::{DayPart, Quantity, Unit};
use crate::edtf::Edtf;
use crate::error::Error;

/// A question to a timeline, as a tree.
///
/// `Display` writes it in English, with only the parentheses it needs:
///
/// ```
/// use frise::Claim;
/// let claim = Claim::parse("fenêtre(avertissement) chevauche attaque et non écart(a, b) = 9 jours")?;
/// assert_eq!(claim.to_string(), "window(avertissement) overlaps attaque and not gap(a, b) = 9 days");
/// # Ok::<(), frise::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    pub(crate) text: String,
    pub(crate) clause: Clause,
}

/// A claim or a part of one.
///
/// ```
/// use frise::{Claim, Clause, Relation};
/// let claim = Claim::parse("warning before flood")?;
/// assert!(matches!(claim.clause(), Clause::Relation(_, Relation::Before, _)));
/// # Ok::<(), frise::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Clause {
    /// At least one holds.
    Or(Vec<Clause>),
    /// All hold.
    And(Vec<Clause>),
    /// It does not hold.
    Not(Box<Clause>),
    /// One time stands in a relation to another.
    Relation(Time, Relation, Time),
    /// An amount of time compares with another.
    Measure(Measure, Compare, Said),
    /// The number of events whose words fit, within a time if one is given.
    Count(Words, Option<Time>, Compare, i64),
    /// Some source tells it as done, and not as planned.
    Happened(Time),
    /// It falls on a day of the week, 1 for Monday.
    Weekday(Time, u8),
    /// It falls in a part of the day.
    Part(Time, DayPart),
    /// One amount of time compares with another.
    Spans(Box<(Measure, Measure)>, Compare),
}

/// What a claim calls a time.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Time {
    /// An event by its id.
    Event(Words),
    /// An event by some of its words.
    Quoted(Words),
    /// A date, interval or set of dates.
    Date(Words, Edtf),
    /// What an event covers or announces.
    Window(Box<Time>),
    /// The first moment.
    Start(Box<Time>),
    /// The last moment.
    End(Box<Time>),
}

/// Words of a claim, and where they stand in it.
#[derive(Clone, Debug)]
pub struct Words {
    /// The words, without quotation marks.
    pub text: String,
    /// The bytes of the claim that they take, half-open.
    pub at: (usize, usize),
}

impl PartialEq for Words {
    /// The same words, wherever they stand.
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

/// How two times lie, in everyday words or in Allen's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Relation {
    /// The first is over before the second begins.
    Before,
    /// The second is over before the first begins.
    After,
    /// The second begins the next day (or minute) after the first ends.
    Meets,
    /// The first begins the next day (or minute) after the second ends.
    MetBy,
    /// They share a moment.
    Overlaps,
    /// The first lies within the second, equal ends allowed.
    During,
    /// The second lies within the first, equal ends allowed.
    Contains,
    /// They begin together.
    Starts,
    /// They end together.
    Finishes,
    /// They begin and end together.
    Equals,
    /// Both lie within one day.
    SameDayAs,
    /// Allen's relation of that name, strict.
    Allen(Allen),
}

/// What a claim measures.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Measure {
    /// From the last moment of one to the first of the other.
    Gap(Time, Time),
    /// From the first moment to the last.
    Length(Time),
}

/// How two amounts compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Compare {
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

/// An amount as a claim says it: whole numbers of units, largest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Each number with its unit.
    pub parts: Vec<(i64, Unit)>,
}

impl Claim {
    /// Reads a claim, in English or French.
    ///
    /// # Errors
    ///
    /// Where the claim breaks the rules of the language; the error points at the word.
    pub fn parse(text: &str) -> Result<Self, Error> {
        Ok(Self { text: text.to_owned(), clause: parse::clause(text)? })
    }

    /// The claim as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The claim as a tree.
    pub fn clause(&self) -> &Clause {
        &self.clause
    }
}

impl std::str::FromStr for Claim {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Claim::parse(text)
    }
}

impl fmt::Display for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.clause)
    }
}

impl fmt::Display for Clause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let join = |f: &mut fmt::Formatter<'_>, parts: &[Clause], word: &str, tight: bool| {
            for (at, part) in parts.iter().enumerate() {
                if at != 0 {
                    write!(f, " {word} ")?;
                }
                let loose =
                    matches!(part, Clause::Or(_)) || (!tight && matches!(part, Clause::And(_)));
                if tight && loose { write!(f, "({part})")? } else { write!(f, "{part}")? }
            }
            Ok(())
        };
        match self {
            Clause::Or(parts) => join(f, parts, "or", false),
            Clause::And(parts) => join(f, parts, "and", true),
            Clause::Not(inner) => match **inner {
                Clause::Or(_) | Clause::And(_) | Clause::Not(_) => write!(f, "not ({inner})"),
                _ => write!(f, "not {inner}"),
            },
            Clause::Relation(a, relation, b) => write!(f, "{a} {relation} {b}"),
            Clause::Measure(measure, compare, said) => write!(f, "{measure} {compare} {said}"),
            Clause::Spans(both, compare) => write!(f, "{} {compare} {}", both.0, both.1),
            Clause::Happened(time) => write!(f, "happened({time})"),
            Clause::Weekday(time, day) => {
                write!(f, "weekday({time}) = {}", vocabulary::weekday_name(*day))
            }
            Clause::Part(time, part) => {
                write!(f, "part({time}) = {}", vocabulary::part_name(*part))
            }
            Clause::Count(words, None, compare, n) => {
                write!(f, "count(\"{}\") {compare} {n}", words.text)
            }
            Clause::Count(words, Some(time), compare, n) => {
                write!(f, "count(\"{}\", {time}) {compare} {n}", words.text)
            }
        }
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Measure::Gap(a, b) => write!(f, "gap({a}, {b})"),
            Measure::Length(time) => write!(f, "length({time})"),
        }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Time::Event(words) | Time::Date(words, _) => f.write_str(&words.text),
            Time::Quoted(words) => write!(f, "\"{}\"", words.text),
            Time::Window(time) => write!(f, "window({time})"),
            Time::Start(time) => write!(f, "start({time})"),
            Time::End(time) => write!(f, "end({time})"),
        }
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Relation::Before => f.write_str("before"),
            Relation::After => f.write_str("after"),
            Relation::Meets => f.write_str("meets"),
            Relation::MetBy => f.write_str("met-by"),
            Relation::Overlaps => f.write_str("overlaps"),
            Relation::During => f.write_str("during"),
            Relation::Contains => f.write_str("contains"),
            Relation::Starts => f.write_str("starts"),
            Relation::Finishes => f.write_str("finishes"),
            Relation::Equals => f.write_str("equals"),
            Relation::SameDayAs => f.write_str("same-day-as"),
            Relation::Allen(allen) => write!(f, "allen:{}", allen.name()),
        }
    }
}

impl fmt::Display for Compare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Compare::Equal => "=",
            Compare::NotEqual => "!=",
            Compare::Less => "<",
            Compare::AtMost => "<=",
            Compare::More => ">",
            Compare::AtLeast => ">=",
        })
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = self.parts.iter().map(|(n, unit)| (Quantity::whole(*n), *unit)).collect();
        let amount = crate::amount::Amount::new(parts);
        f.write_str(&crate::report::amount_in_claims(&amount))
    }
}

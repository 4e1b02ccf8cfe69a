//! What a text says about time: no date resolved, no language left.
//!
//! "Trois jours avant l'attaque" and "three days before the attack" are the same [`Expr`]. What it
//! comes to is the business of `resolve`.

use crate::amount::{Amount, DayPart, Modifier, Unit};
use crate::extent::{Season, Zone};

/// What a phrase says about time.
///
/// ```
/// use frise::{Article, Frise, Language};
/// let frise = Frise::new();
/// let said = |text, language| frise.find(&Article::new("a", text, language)).remove(0).expr;
/// // No date is in it, and no language.
/// assert_eq!(said("three days later", Language::En), said("trois jours plus tard", Language::Fr));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Expr {
    /// Fields of the calendar or the clock, some of them left open: "le 7 mars", "Friday",
    /// "2024", "21 h 15". Which of the matching dates is meant is decided later.
    Pattern(Pattern),
    /// The cell of the calendar that is `offset` cells from the one of the anchor: "yesterday" (day,
    /// −1), "cette année" (year, 0), "next Friday" (the pattern Friday, +1), "la veille" (day, −1,
    /// from the focus).
    Relative {
        /// What is counted.
        cell: Cell,
        /// How many cells forward (or back, where negative).
        offset: i32,
        /// From where.
        anchor: Anchor,
    },
    /// A point that lies an amount from an anchor: "il y a trois ans", "two days later", "dix-huit
    /// jours avant l'assaut".
    Shift {
        /// How far.
        amount: Amount,
        /// Which way.
        direction: Direction,
        /// From where.
        anchor: Anchor,
    },
    /// A pattern inside another time: "juin de cette année", "Friday at 5 p.m.", "yesterday morning".
    Within {
        /// The finer part.
        inner: Box<Expr>,
        /// The coarser part.
        outer: Box<Expr>,
    },
    /// The n-th cell inside another time, from the end where negative: "the first week of March",
    /// "le dernier vendredi de mai".
    Nth {
        /// 1 for the first, −1 for the last.
        n: i32,
        /// What is counted.
        cell: Cell,
        /// Inside what.
        of: Box<Expr>,
    },
    /// A part of another time: "début mars", "the late 1990s", "mid-April".
    Part {
        /// Which part.
        part: Part,
        /// Of what.
        of: Box<Expr>,
    },
    /// An amount with no place on the line of its own: "pendant deux ans", "a two-year plan".
    Duration(Amount),
    /// A stretch that begins or ends at an anchor: "les 48 prochaines heures", "the past nine years",
    /// "in the days before the attack".
    Window {
        /// How long.
        amount: Amount,
        /// Which way from the anchor.
        direction: Direction,
        /// From where.
        anchor: Anchor,
    },
    /// So long from a time on or up to it, the time itself included: "a week starting tomorrow", "the
    /// year ended March 31". The amount and the time have a place in the text each.
    Stretch {
        /// How long.
        amount: Amount,
        /// Which way from the time.
        direction: Direction,
        /// The time it begins or ends with.
        of: Box<Expr>,
    },
    /// Something that recurs: "every Monday", "deux fois par semaine".
    Set(Set),
    /// From one time to another, both included: "du 3 au 5 mai", "entre juillet 2014 et novembre 2017".
    Range {
        /// The first.
        first: Box<Expr>,
        /// The last.
        last: Box<Expr>,
        /// Whether something lies somewhere between them, and need not fill it: "between 3 and 5 May".
        between: bool,
    },
    /// Several times, each on its own: "les 15 et 22 octobre", "en 2017 et 2020".
    List(Vec<Expr>),
    /// A time as a bound: "depuis 2018", "before Friday", "d'ici la fin de l'année".
    Bound {
        /// What kind of bound.
        signal: Signal,
        /// The time.
        of: Box<Expr>,
    },
    /// A time that is only about right: "around 1900", "vers 17 h".
    Modified {
        /// How.
        modifier: Modifier,
        /// The time.
        of: Box<Expr>,
    },
    /// A word that points to the past, the present or the future and no more: "recently", "désormais".
    Vague(Vague),
    /// The day on which something came round again: "le vingtième anniversaire des attentats du 11
    /// septembre".
    Anniversary {
        /// How many years after, if said.
        nth: Option<u32>,
        /// Of what: a date, or `Expr::Event`.
        of: Box<Expr>,
    },
    /// The time of an event that the words name: "at the time of the attack", "lors de l'assaut".
    Event,
}

impl Expr {
    /// Whether it names a month, so that it comes round once a year.
    pub(crate) fn is_dated_within_a_year(&self) -> bool {
        match self {
            Expr::Pattern(pattern) => pattern.month.is_some(),
            Expr::Within { inner, outer } => {
                inner.is_dated_within_a_year() || outer.is_dated_within_a_year()
            }
            Expr::Part { of, .. } | Expr::Modified { of, .. } | Expr::Bound { of, .. } => {
                of.is_dated_within_a_year()
            }
            Expr::Range { first, .. } => first.is_dated_within_a_year(),
            _ => false,
        }
    }
}

/// Fields of the calendar and the clock, as far as the words fill them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Pattern {
    /// The year, decade, century …
    pub year: Option<Year>,
    /// Half of the year, 1 or 2.
    pub half: Option<u8>,
    /// Quarter of the year, 1 to 4.
    pub quarter: Option<u8>,
    /// Season of the year.
    pub season: Option<Season>,
    /// Month, 1 to 12.
    pub month: Option<u8>,
    /// ISO week of the year, 1 to 53.
    pub week: Option<u8>,
    /// Day of the month, 1 to 31; whether the month has it is not checked here.
    pub day: Option<u8>,
    /// Day of the week, 1 for Monday to 7 for Sunday.
    pub weekday: Option<u8>,
    /// The week-end, as a cell of the week.
    pub weekend: bool,
    /// A named day, fixed or computed.
    pub named: Option<NamedDay>,
    /// Part of the day.
    pub part: Option<DayPart>,
    /// Time of day.
    pub clock: Option<Clock>,
    /// Whether month and day were written as numbers that could stand the other way round: "03/04/2024".
    pub either_order: bool,
}

/// How a year, or the years, are said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Year {
    /// A full year; before our era −43 is 44 BC (astronomers' count: 0 is 1 BC).
    Full(i32),
    /// Two digits of a year: "'98", "été 68".
    Short(u8),
    /// Ten years by the first of them: 1990 for "the 1990s".
    Decade(i32),
    /// Ten years by two digits: 60 for "the sixties".
    ShortDecade(u8),
    /// A century by its number: 19 for "XIXe siècle"; −1 for the first century BC.
    Century(i32),
    /// A thousand years by their number: 3 for "the third millennium"; −2 for the second millennium BC.
    Millennium(i32),
    /// A year of accounts.
    Fiscal(i32),
    /// A year of the French Republican calendar, which then also counts month and day.
    Republican(u16),
}

/// A time of day as said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Clock {
    /// Hour, 0 to 24.
    pub hour: u8,
    /// Minute, if said.
    pub minute: Option<u8>,
    /// Second, if said; 60 only for a leap second.
    pub second: Option<u8>,
    /// Whether the words leave open which half of the day is meant ("at 5 o'clock").
    pub either_half: bool,
    /// The zone, if said.
    pub zone: Option<Zone>,
}

impl Clock {
    /// A time of day to the minute.
    pub fn at(hour: u8, minute: Option<u8>) -> Self {
        Self { hour, minute, second: None, either_half: false, zone: None }
    }
}

/// A cell of the calendar that can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Cell {
    /// Days, weeks, years …
    Unit(Unit),
    /// What matches a pattern: Fridays, Marches, mornings, Christmases.
    Pattern(Pattern),
}

/// What the words ask to count from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Anchor {
    /// When the words were published or said: "tomorrow", "il y a trois ans".
    Publication,
    /// The time the story is at: "le lendemain", "two days later", "that year".
    Focus,
    /// An event, whose words the mention holds: "before the attack".
    Event,
}

/// Which way from an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Direction {
    /// Back.
    Before,
    /// Forward.
    After,
}

/// A part of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Part {
    /// Early, the beginning.
    Start,
    /// Mid, the middle.
    Mid,
    /// Late, the end.
    End,
    /// One of so many equal parts, counted from 1: "the first half of May", "le troisième quart du XVe
    /// siècle".
    Fraction {
        /// Which of them.
        n: u8,
        /// Of how many.
        of: u8,
    },
}

impl Part {
    /// The TIMEX3 `mod` value.
    pub fn timex(self) -> &'static str {
        match self {
            Part::Start | Part::Fraction { n: 0 | 1, .. } => "START",
            Part::Fraction { n, of } if of <= n => "END",
            Part::Mid | Part::Fraction { .. } => "MID",
            Part::End => "END",
        }
    }
}

/// How a time bounds something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Signal {
    /// From it on, as it has begun: "since 2018", "depuis 2018".
    Since,
    /// From it on, whenever that is: "à partir de lundi", "starting Monday".
    From,
    /// On it, or from it on, and no later: "dès lundi", "as early as 2018".
    AsEarlyAs,
    /// Up to it: "until Friday", "jusqu'à vendredi".
    Until,
    /// Not later than it: "by Friday", "d'ici vendredi".
    By,
    /// "Before 2018".
    Before,
    /// "After 2018".
    After,
}

/// Where a vague word points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Vague {
    /// TIMEX3 `PAST_REF`.
    Past,
    /// TIMEX3 `PRESENT_REF`.
    Present,
    /// TIMEX3 `FUTURE_REF`.
    Future,
}

/// Something that recurs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Set {
    /// What it recurs on or in: the pattern Monday for "every Monday", a week for "twice a week".
    pub cell: Cell,
    /// Every how many cells: 1 for "every week", 2 for "every other week".
    pub every: u32,
    /// How often in each: 2 for "twice a week"; 1 where not said.
    pub times: Option<u32>,
    /// Whether a word such as "every", "each", "chaque", "tous les" stands there (TIMEX3 `quant`).
    pub quant: Option<Quant>,
}

/// The quantifier of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Quant {
    /// "Every", "tous les".
    Every,
    /// "Each", "chaque".
    Each,
    /// "Some", "certain".
    Some,
}

/// Days with a name of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum NamedDay {
    /// The same month and day each year.
    Fixed(u8, u8),
    /// Days from Easter Sunday of the western churches: 0 Easter, 39 Ascension, 49 Pentecost, −2 Good Friday.
    Easter(i16),
    /// The n-th weekday (1 Monday) of a month, from the end where n is negative: (11, 4, 4) is the
    /// fourth Thursday of November.
    Weekday(u8, i8, u8),
    /// Days after the n-th weekday of a month: (11, 4, 4, 1) is the Friday after Thanksgiving,
    /// (11, 1, 1, 1) the Tuesday after the first Monday of November.
    AfterWeekday(u8, i8, u8, i8),
    /// Known to be a day or days, but not computed here: Ramadan, Yom Kippur.
    Unresolved(&'static str),
}

impl Expr {
    /// A pattern as an expression.
    pub fn pattern(pattern: Pattern) -> Self {
        Expr::Pattern(pattern)
    }

    /// The parts that each have a place in the text of their own, as TIMEX3 counts them: both ends of
    /// a range, every item of a list, else the expression without the signals around it.
    pub fn parts(&self) -> Vec<&Expr> {
        let mut parts = Vec::new();
        self.each_part(&mut |part| parts.push(part));
        parts
    }

    /// Calls back with each of the parts, in their order.
    pub(crate) fn each_part<'a>(&'a self, take: &mut dyn FnMut(&'a Expr)) {
        match self {
            Expr::Bound { of, .. } => of.each_part(take),
            Expr::Range { first, last, .. } => {
                first.each_part(take);
                last.each_part(take);
            }
            Expr::Stretch { of, .. } => {
                take(self);
                // "Of the year" only measures.
                let told = matches!(
                    **of,
                    Expr::Relative { cell: Cell::Unit(_), offset: 0, anchor: Anchor::Focus }
                );
                if !told {
                    of.each_part(take);
                }
            }
            Expr::List(items) => items.iter().for_each(|item| item.each_part(take)),
            _ => take(self),
        }
    }

    /// Whether some part hangs on an event named by words.
    pub fn hangs_on_event(&self) -> bool {
        match self {
            Expr::Event => true,
            Expr::Relative { anchor, .. }
            | Expr::Shift { anchor, .. }
            | Expr::Window { anchor, .. } => *anchor == Anchor::Event,
            Expr::Within { inner, outer } => inner.hangs_on_event() || outer.hangs_on_event(),
            Expr::Nth { of, .. }
            | Expr::Part { of, .. }
            | Expr::Stretch { of, .. }
            | Expr::Bound { of, .. }
            | Expr::Modified { of, .. }
            | Expr::Anniversary { of, .. } => of.hangs_on_event(),
            Expr::Range { first, last, .. } => first.hangs_on_event() || last.hangs_on_event(),
            Expr::List(items) => items.iter().any(Expr::hangs_on_event),
            Expr::Pattern(_) | Expr::Duration(_) | Expr::Set(_) | Expr::Vague(_) => false,
        }
    }
}

impl From<Pattern> for Expr {
    fn from(pattern: Pattern) -> Self {
        Expr::Pattern(pattern)
    }
}

//! Amounts of time as they are said: "48 hours", "plus de deux semaines", "a few days".

pub(crate) mod length;

use std::fmt;

/// A unit in which time is counted.
///
/// ```
/// use frise::Unit;
/// assert_eq!(Unit::Decade.months(), Some(120));
/// assert_eq!((Unit::Week.days(), Unit::Hour.seconds()), (Some(7), Some(3_600)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Unit {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A calendar day.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// Seven days; as a place on the line, Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// Three months, from January, April, July or October.
    Quarter,
    /// Six months, from January or July.
    Half,
    /// A season: three months, by the meteorologists' reckoning.
    Season,
    /// A calendar year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// A thousand years.
    Millennium,
    /// Morning, afternoon, evening or night, counted: "three nights".
    DayPart(DayPart),
    /// A unit that the words leave open: "some time", "une période".
    Unsaid,
}

impl Unit {
    /// The length as whole months, for units that the calendar makes of months.
    pub fn months(self) -> Option<i64> {
        Some(match self {
            Unit::Month => 1,
            Unit::Quarter | Unit::Season => 3,
            Unit::Half => 6,
            Unit::Year => 12,
            Unit::Decade => 120,
            Unit::Century => 1200,
            Unit::Millennium => 12000,
            _ => return None,
        })
    }

    /// The length as whole days, for units made of days.
    pub fn days(self) -> Option<i64> {
        match self {
            Unit::Day | Unit::DayPart(_) => Some(1),
            Unit::Week | Unit::Weekend => Some(7),
            _ => None,
        }
    }

    /// What a part of it is said in, and how many of those it has: half a century is fifty years.
    pub fn finer(self) -> (i64, Unit) {
        match self {
            Unit::Millennium => (1000, Unit::Year),
            Unit::Century => (100, Unit::Year),
            Unit::Decade => (10, Unit::Year),
            Unit::Year => (12, Unit::Month),
            Unit::Day => (24, Unit::Hour),
            Unit::Hour => (60, Unit::Minute),
            unit => (1, unit),
        }
    }

    /// The length in seconds, for units of the clock.
    pub fn seconds(self) -> Option<i64> {
        match self {
            Unit::Second => Some(1),
            Unit::Minute => Some(60),
            Unit::Hour => Some(3600),
            _ => None,
        }
    }
}

/// A part of the day. Its hours are a convention: see [`DayPart::hours`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum DayPart {
    /// TIMEX3 `MO`.
    Morning,
    /// Noon as a stretch, TIMEX3 `MI`.
    Midday,
    /// TIMEX3 `AF`.
    Afternoon,
    /// TIMEX3 `EV`.
    Evening,
    /// TIMEX3 `NI`.
    Night,
    /// Daytime, TIMEX3 `DT`.
    Daytime,
}

impl DayPart {
    /// The TIMEX3 letters of this part.
    pub fn code(self) -> &'static str {
        match self {
            DayPart::Morning => "MO",
            DayPart::Midday => "MI",
            DayPart::Afternoon => "AF",
            DayPart::Evening => "EV",
            DayPart::Night => "NI",
            DayPart::Daytime => "DT",
        }
    }

    /// First and last hour that any use of the word covers, counted as those of [`hours`](Self::hours):
    /// an evening can run to six in the morning.
    pub fn hull(self) -> (i64, i64) {
        match self {
            DayPart::Morning => (0, 13),
            DayPart::Midday => (11, 15),
            DayPart::Afternoon => (11, 20),
            DayPart::Evening => (16, 30),
            DayPart::Night => (16, 36),
            DayPart::Daytime => (4, 22),
        }
    }

    /// First and last hour, half-open, counted from midnight of the day; a night runs into the
    /// next day (18 to 30 would be six in the morning).
    pub fn hours(self) -> (i64, i64) {
        match self {
            DayPart::Morning => (0, 12),
            DayPart::Midday => (12, 14),
            DayPart::Afternoon => (12, 18),
            DayPart::Evening => (18, 24),
            DayPart::Night => (18, 30),
            DayPart::Daytime => (6, 18),
        }
    }
}

/// How many, as exactly as the words say it.
///
/// ```
/// use frise::{Article, Expr, Frise, Language, Quantity};
/// let mentions = Frise::new().find(&Article::new("a", "It took two or three days.", Language::En));
/// let Expr::Duration(amount) = &mentions[0].expr else { panic!("{:?}", mentions[0].expr) };
/// assert_eq!(amount.parts[0].0, Quantity::Between(2, 3));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Quantity {
    /// A number, in thousandths: "two and a half" is 2500.
    Exact(i64),
    /// Between two whole numbers, both included: "two or three", "entre 5 et 6".
    Between(i64, i64),
    /// "A few", "several", "quelques", or a bare plural: more than one, how many is not said.
    Vague,
    /// A number too large to be reckoned with. It is kept as found, and never resolves.
    TooLarge,
}

impl Quantity {
    /// A whole number.
    pub const fn whole(n: i64) -> Self {
        match n.checked_mul(1000) {
            Some(n) => Quantity::Exact(n),
            None => Quantity::TooLarge,
        }
    }

    /// The whole number, where it is exactly one.
    pub fn as_whole(self) -> Option<i64> {
        match self {
            Quantity::Exact(n) if n % 1000 == 0 => Some(n / 1000),
            _ => None,
        }
    }
}

impl fmt::Display for Quantity {
    /// As in TIMEX3: `48`, `2.5`, `X`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Quantity::Exact(n) if n % 1000 == 0 => write!(f, "{}", n / 1000),
            Quantity::Exact(n) => {
                let digits = format!("{:03}", (n % 1000).abs());
                write!(f, "{}.{}", n / 1000, digits.trim_end_matches('0'))
            }
            Quantity::Between(..) | Quantity::Vague | Quantity::TooLarge => f.write_str("X"),
        }
    }
}

/// How an amount or a date is bent by the words around it. The names are those of TIMEX3 `mod`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Modifier {
    /// "About", "environ", "around".
    Approx,
    /// "Nearly", "près de", "almost": a little less. TIMEX3 `APPROX` in French, `LESS_THAN` where
    /// the words are of that kind.
    Nearly,
    /// "More than", "plus de".
    MoreThan,
    /// "Less than", "moins de".
    LessThan,
    /// "At least", "au moins".
    AtLeast,
    /// "At most", "à peine", "no more than", "within".
    AtMost,
}

impl Modifier {
    /// The TIMEX3 `mod` value.
    pub fn timex(self) -> &'static str {
        match self {
            Modifier::Approx | Modifier::Nearly => "APPROX",
            Modifier::MoreThan => "MORE_THAN",
            Modifier::LessThan => "LESS_THAN",
            Modifier::AtLeast => "EQUAL_OR_MORE",
            Modifier::AtMost => "EQUAL_OR_LESS",
        }
    }
}

/// An amount of time: one or more counts of a unit, and how exact it is.
///
/// `Display` writes the TIMEX3 value:
///
/// ```
/// use frise::{Amount, Quantity, Unit};
/// assert_eq!(Amount::of(48, Unit::Hour).to_string(), "PT48H");
/// assert_eq!(Amount::new(vec![(Quantity::Exact(2500), Unit::Year)]).to_string(), "P2.5Y");
/// assert_eq!(Amount::new(vec![(Quantity::Vague, Unit::Week)]).to_string(), "PXW");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Amount {
    /// The counts, largest unit first: "two years and three months". Never empty.
    pub parts: Vec<(Quantity, Unit)>,
    /// "about", "more than" …
    pub modifier: Option<Modifier>,
}

impl Amount {
    /// An amount of several counts. An empty list becomes one vague, unsaid unit.
    pub fn new(parts: Vec<(Quantity, Unit)>) -> Self {
        let parts = if parts.is_empty() { vec![(Quantity::Vague, Unit::Unsaid)] } else { parts };
        Self { parts, modifier: None }
    }

    /// A whole number of one unit.
    pub fn of(n: i64, unit: Unit) -> Self {
        Self::new(vec![(Quantity::whole(n), unit)])
    }

    /// Minutes as hours and minutes, or as days where they are whole days.
    pub(crate) fn of_minutes(minutes: i64) -> Self {
        const DAY: i64 = 24 * 60;
        if minutes != 0 && minutes % DAY == 0 {
            return Self::of(minutes / DAY, Unit::Day);
        }
        let parts = [(minutes / 60, Unit::Hour), (minutes % 60, Unit::Minute)];
        let parts: Vec<_> = (parts.into_iter().filter(|(n, _)| *n != 0))
            .map(|(n, unit)| (Quantity::whole(n), unit))
            .collect();
        if parts.is_empty() { Self::of(0, Unit::Minute) } else { Self::new(parts) }
    }

    /// The same amount with "about", "more than" … before it.
    pub fn with(mut self, modifier: Option<Modifier>) -> Self {
        self.modifier = modifier.or(self.modifier);
        self
    }

    /// The smallest unit counted: what a date that this amount leads to is known by.
    pub fn unit(&self) -> Unit {
        self.parts.last().map_or(Unit::Unsaid, |part| part.1)
    }

    /// Whether every count is an exact number and no modifier blurs it.
    pub fn is_exact(&self) -> bool {
        self.modifier.is_none()
            && self
                .parts
                .iter()
                .all(|(n, unit)| matches!(n, Quantity::Exact(_)) && *unit != Unit::Unsaid)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        let mut clock = false;
        for (n, unit) in &self.parts {
            // TIMEX3 has no letter for half a year or a season: H is the hour's, S the second's. Decades
            // and centuries that are counted are so many years.
            let counted = matches!(n, Quantity::Exact(_));
            let finer = match unit {
                Unit::Half => Some((6, Unit::Month)),
                Unit::Season => Some((3, Unit::Month)),
                Unit::Decade | Unit::Century | Unit::Millennium if counted => Some(unit.finer()),
                _ => None,
            };
            let (n, unit) = match (n, finer) {
                (Quantity::Exact(n), Some((times, unit))) => {
                    (Quantity::Exact(n.saturating_mul(times)), unit)
                }
                (n, Some((_, unit))) => (*n, unit),
                (n, None) => (*n, *unit),
            };
            let (letters, of_clock) = match unit {
                Unit::Second => ("S", true),
                Unit::Minute => ("M", true),
                Unit::Hour => ("H", true),
                Unit::Day => ("D", false),
                Unit::Weekend => ("WE", false),
                Unit::Week => ("W", false),
                Unit::Month | Unit::Half | Unit::Season => ("M", false),
                Unit::Quarter => ("Q", false),
                Unit::Year => ("Y", false),
                Unit::Decade => ("DE", false),
                Unit::Century => ("CE", false),
                Unit::Millennium => ("ML", false),
                Unit::DayPart(part) => (part.code(), true),
                Unit::Unsaid => ("X", false),
            };
            if of_clock && !clock {
                f.write_str("T")?;
                clock = true;
            }
            write!(f, "{n}{letters}")?;
        }
        Ok(())
    }
}

/// A signed distance in time: an amount of whole units, backwards where negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Distance {
    /// Civil days.
    Days(i64),
    /// Calendar months: 31 January and one month is the last of February.
    Months(i64),
    /// Minutes of the clock. Whole days of it, added to a moment known to the day only, move the day.
    Minutes(i64),
}

impl Distance {
    /// The number of its units, negative where it leads back.
    pub(crate) fn size(self) -> i64 {
        match self {
            Distance::Days(n) | Distance::Months(n) | Distance::Minutes(n) => n,
        }
    }

    /// As long, the other way.
    pub(crate) fn negated(self) -> Self {
        match self {
            Distance::Days(n) => Distance::Days(-n),
            Distance::Months(n) => Distance::Months(-n),
            Distance::Minutes(n) => Distance::Minutes(-n),
        }
    }

    /// As an amount, forward: years where the months make years, days where the minutes make days.
    pub(crate) fn amount(self) -> Amount {
        match self {
            Distance::Days(n) => Amount::of(n.saturating_abs(), Unit::Day),
            Distance::Months(n) if n % 12 == 0 && n != 0 => {
                Amount::of(n.saturating_abs() / 12, Unit::Year)
            }
            Distance::Months(n) => Amount::of(n.saturating_abs(), Unit::Month),
            Distance::Minutes(n) if n % 60 == 0 => Amount::of(n.saturating_abs() / 60, Unit::Hour),
            Distance::Minutes(n) => Amount::of_minutes(n.saturating_abs()),
        }
    }
}

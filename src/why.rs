//! Reasons as values: why a mention is a date, what a statement says, why it was taken for an event,
//! what is wrong with a date, what the user should know.
//!
//! A reason holds what it takes to be said in any language and to be checked against the calendar.
//! A language's voice says it; no stage writes a sentence.

use chrono::{NaiveDate, NaiveDateTime};

use crate::amount::{Amount, Distance};
use crate::article::Span;
use crate::expr::{Cell, Direction, Part, Signal};
use crate::extent::{Extent, Zone};
#[cfg(feature = "serde")]
use crate::extent::{midnight, moment_text, year_month_day};

/// One reason.
///
/// ```
/// use frise::{Article, Frise, Language, Why};
/// let article = Article::new("a", "It burst last week.", Language::En)
///     .published("2024-04-02".parse()?);
/// let account = Frise::new().read(&article);
/// let why = &account.resolutions[0].parts[0].steps[0];
/// assert!(matches!(why, Why::Counted { offset: -1, .. }));
/// assert_eq!(why.text(Language::En), "the week before publication (2 April 2024): 25–31 March 2024");
/// # Ok::<(), frise::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(tag = "kind", rename_all = "kebab-case")
)]
#[non_exhaustive]
pub enum Why {
    /// Of the dates that the words can name, how the one that is meant was chosen.
    Chosen {
        /// By which policy.
        by: Choice,
        /// Seen from where.
        from: Base,
        /// The date chosen.
        is: Extent,
    },
    /// The end of a range is the first date of its kind after the beginning.
    FirstAfter {
        /// The beginning.
        after: Extent,
        /// The end.
        is: Extent,
    },
    /// A date in numbers was read by the order of its language.
    InNumbers {
        /// Whether the other order is as usual, so that both readings stay open.
        open: bool,
    },
    /// A signal makes a stretch of a time: since it, until it.
    Bounded {
        /// The signal.
        signal: Signal,
        /// The stretch.
        is: Extent,
    },
    /// The n-th cell inside a time.
    Nth {
        /// Which, counted from 1; from the end where negative.
        n: i32,
        /// Of what kind.
        cell: Cell,
        /// Inside what.
        of: Extent,
        /// The cell.
        is: Extent,
    },
    /// The early, middle or late part of a time.
    PartOf {
        /// Which part.
        part: Part,
        /// Of what.
        of: Extent,
        /// The part.
        is: Extent,
    },
    /// So many years after a day.
    Anniversary {
        /// How many.
        nth: u32,
        /// The day.
        of: NaiveDate,
        /// The anniversary.
        is: NaiveDate,
    },
    /// Counted in cells of the calendar: "last week", "the day before".
    Counted {
        /// What is counted.
        cell: Cell,
        /// How many on, or back where negative.
        offset: i32,
        /// From where.
        from: Base,
        /// The cell reached.
        is: Extent,
    },
    /// What is told as past ends with the day it is told on.
    UpToNow {
        /// That day.
        now: Base,
    },
    /// A night that is told as past is the one before the day it is told on.
    NightGone {
        /// The day that it begins on.
        is: Extent,
    },
    /// At an amount from a time: "three years ago".
    Shifted {
        /// The amount.
        amount: Amount,
        /// Which way.
        direction: Direction,
        /// From where.
        from: Base,
        /// The time reached.
        is: Extent,
    },
    /// An amount that ends or begins with a time: "the past nine years".
    Stretched {
        /// The amount.
        amount: Amount,
        /// Which way.
        direction: Direction,
        /// From where.
        from: Base,
        /// The stretch.
        is: Extent,
    },
    /// The words stand beside a day and name it again.
    Apposed {
        /// The day.
        day: Extent,
    },
    /// A stamped moment by the clocks of another zone.
    InZone {
        /// The moment as stamped.
        at: NaiveDateTime,
        /// Its zone.
        zone: Zone,
        /// The same moment there.
        is: NaiveDateTime,
        /// The other zone.
        there: Zone,
        /// How the clocks of its zone were changed over it, if they were.
        changed: Option<ClockChange>,
    },
    /// What would have to be so for a reading that was not taken.
    If {
        /// The condition.
        so: Condition,
    },
    /// A date puts an event there.
    Dated {
        /// The event's label.
        event: String,
        /// When it is.
        is: Extent,
    },
    /// An event runs from one time to another.
    Spans {
        /// The event's label.
        event: String,
        /// When it begins.
        first: Extent,
        /// When it ends.
        last: Extent,
    },
    /// An event is told of several times.
    SeveralTimes {
        /// The event's label.
        event: String,
        /// The first.
        first: Extent,
        /// The last.
        last: Extent,
    },
    /// An event lies to another as the words say.
    Hangs {
        /// The event's label.
        event: String,
        /// How it lies to the other.
        by: Hang,
        /// The other's label.
        anchor: String,
        /// Whether the end of the other's window is meant.
        window: bool,
    },
    /// The date of an event is against the calendar.
    NoSuchDate {
        /// The event's label.
        event: String,
        /// What is wrong with it.
        date: NoDate,
    },
    /// An event is told as past on a day.
    ToldAsPast {
        /// The event's label.
        event: String,
        /// The day.
        on: NaiveDate,
    },
    /// An event is announced on a day.
    Announced {
        /// The event's label.
        event: String,
        /// The day.
        on: NaiveDate,
    },
    /// The user reads the words so.
    ReadAs {
        /// The date as the user wrote it.
        said: String,
    },
    /// The world knows the day of the event.
    WellKnown {
        /// The event's label.
        event: String,
        /// The day.
        is: Extent,
    },
    /// An event covers an amount of time.
    Holds {
        /// The event's label.
        event: String,
        /// How long.
        amount: Amount,
    },
    /// The words open a window of an event.
    Opens {
        /// The event's label.
        event: String,
    },
    /// The user dates an event.
    UserDates {
        /// The event's label.
        event: String,
    },
    /// The user gives an event its window.
    UserHolds {
        /// The event's label.
        event: String,
        /// How long.
        amount: Amount,
    },
    /// Two statements are taken to tell of one event.
    SameEvent {
        /// What the one calls it.
        said: String,
        /// What the other calls it.
        event: String,
    },
    /// Words are taken for an event.
    TakenFor {
        /// The words.
        said: String,
        /// The event's label.
        event: String,
        /// What speaks for it.
        fits: Vec<Fit>,
        /// Other events that fit nearly as well.
        others: Vec<String>,
    },
    /// Words that hold the date of an event name it.
    Names {
        /// The words.
        said: String,
        /// The event's label.
        event: String,
    },
    /// The user says which event the words mean.
    UserLinks {
        /// The words.
        said: String,
    },
    /// It follows the event told before it.
    Follows {
        /// That event's label.
        event: String,
    },
    /// The world knows the event by these words.
    KnownByName {
        /// The words.
        said: String,
        /// Its day.
        on: NaiveDate,
    },
    /// The story goes on with an event at the time that was told last.
    GoesOn {
        /// The event's label.
        event: String,
        /// That time.
        is: Extent,
    },
    /// An event is not after the report of it.
    NotAfterReport {
        /// The event's label.
        event: String,
    },
    /// Nothing else tells of the event that the words name.
    ToldNowhereElse {
        /// The words.
        said: String,
    },
    /// A stamped moment beside clocks whose zone is not known: by those it can be anywhere between.
    AnyZone {
        /// The moment as stamped.
        at: NaiveDateTime,
        /// Its zone.
        zone: Zone,
        /// The earliest it can be by the other clocks.
        from: NaiveDateTime,
        /// The first moment that it cannot be any more.
        to: NaiveDateTime,
    },
    /// A reason in the words of a caller who builds drafts.
    Said {
        /// The words.
        text: String,
    },
}

impl From<&str> for Why {
    fn from(text: &str) -> Self {
        Why::Said { text: text.to_owned() }
    }
}

impl From<String> for Why {
    fn from(text: String) -> Self {
        Why::Said { text }
    }
}

/// What a date is seen or counted from.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(tag = "kind", rename_all = "kebab-case")
)]
#[non_exhaustive]
pub enum Base {
    /// The date of publication.
    Publication {
        /// The day.
        day: NaiveDate,
    },
    /// The date of the passage that the words stand in.
    Passage {
        /// The day.
        day: NaiveDate,
    },
    /// The time that the story is at.
    Told {
        /// That time.
        is: Extent,
    },
    /// The quarter told before.
    Quarter {
        /// The quarter.
        is: Extent,
    },
    /// A time that the words name themselves.
    Named {
        /// That time.
        is: Extent,
    },
}

/// How one of the dates that words can name was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Choice {
    /// The one that is nearest.
    Nearest,
    /// The one in the same year.
    SameYear,
    /// The one in the same month.
    SameMonth,
    /// The one on the same day.
    SameDay,
    /// The small hours of a night are those of the day after.
    SameNight,
    /// The one that a story comes to next.
    GoingOn,
    /// The first from there on.
    FirstFrom,
    /// The first from there on, as it is told as to come.
    ToCome,
    /// The last up to there, as it is told as past.
    Past,
    /// The last up to there, as news looks back.
    NewsLooksBack,
}

/// What would make another reading the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Condition {
    /// It is told as past.
    Past,
    /// It is told as to come.
    ToCome,
    /// The day comes first.
    DayFirst,
    /// The month comes first.
    MonthFirst,
}

/// How the clocks of a zone were changed over a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum ClockChange {
    /// They went back, so that there were two such moments: the earlier is taken.
    Back,
    /// They went forward, so that there was none: the later is taken.
    Forward,
}

/// How an event lies to the event that its words name.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(tag = "kind", rename_all = "kebab-case")
)]
pub enum Hang {
    /// At a distance: least and greatest, signed.
    Offset {
        /// The least.
        low: Option<Distance>,
        /// The greatest.
        high: Option<Distance>,
        /// Whether a convention for vague words set them.
        vague: bool,
    },
    /// At some time before it.
    Before,
    /// At some time after it.
    After,
    /// While it lasts.
    During,
    /// On a day of the same month and day, so many years on.
    Years {
        /// How many.
        nth: u32,
    },
}

/// What speaks for words being meant for an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Fit {
    /// Its class is the same.
    SameClass,
    /// Its class is near to theirs.
    Kin,
    /// The same adjective tells its kind: "public".
    SameKind,
    /// They share words.
    WordsInCommon,
    /// It is told just before.
    JustBefore,
    /// It is the most recent.
    Recent,
    /// It has a window that can end.
    Window,
}

/// A date that the calendar does not have.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(tag = "kind", rename_all = "kebab-case")
)]
#[non_exhaustive]
pub enum NoDate {
    /// The month has no such day: 31 February.
    Day {
        /// The year.
        year: i32,
        /// The month, from 1.
        month: u32,
        /// The day.
        day: u32,
    },
    /// The day is another day of the week.
    Weekday {
        /// The day.
        day: NaiveDate,
        /// The day of the week that it is said to be, from Monday as 1.
        said: u32,
    },
    /// The year has no such ISO week.
    Week {
        /// The week.
        week: u32,
        /// The year.
        year: i32,
    },
    /// The French Republican calendar has no such day.
    Republican {
        /// The year.
        year: u16,
        /// The month, from 1.
        month: u32,
        /// The day, from 1.
        day: u32,
    },
    /// The clock has no such time.
    Clock {
        /// The hour.
        hour: i64,
        /// The minute.
        minute: u8,
        /// The second.
        second: u8,
    },
    /// It ends before it begins.
    Backwards {
        /// The beginning.
        first: Extent,
        /// The end.
        last: Extent,
    },
    /// A time has none of these inside.
    NoneInside {
        /// The time.
        of: Extent,
    },
    /// A time has fewer of these.
    Nth {
        /// Which one is asked for.
        n: i32,
        /// Of what kind.
        cell: Cell,
        /// The time.
        of: Extent,
    },
    /// An anniversary is in another year.
    Anniversary {
        /// Which anniversary.
        nth: u32,
        /// When the thing was.
        of: Extent,
        /// The year that the anniversary is in.
        due: i32,
        /// When it is said to be.
        told: Extent,
    },
    /// What a caller who builds drafts says is wrong.
    Said {
        /// The words.
        text: String,
    },
}

impl From<&str> for NoDate {
    fn from(text: &str) -> Self {
        NoDate::Said { text: text.to_owned() }
    }
}

/// Why a mention has no place on the line.
///
/// ```
/// use frise::{Article, Frise, Language};
/// let article = Article::new("a", "It rained yesterday.", Language::En);
/// let account = Frise::new().read(&article);
/// assert!(account.resolutions[0].parts[0].unresolved.is_some(), "nobody says when it was published");
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Unresolved {
    /// The words name a date that the calendar does not have: "31 février", "Thursday, 8 March 2024".
    NoSuchDate(NoDate),
    /// It counts from the date of publication, and none is known.
    NoPublication,
    /// It counts from the time the story is at, and none has been told.
    NoFocus,
    /// It counts from an event, which this stage does not know.
    Event,
    /// A word that points to the past, the present or the future, and no more.
    Vague,
    /// It recurs: there is no one time.
    Recurring,
    /// An amount with no place of its own.
    Unplaced,
    /// How much is not said, or too large to reckon.
    NoAmount,
    /// Beyond the years that the calendar here reckons with (about 262,000 either way).
    OutOfRange,
    /// A day with a name whose date is not computed here.
    NotComputed(&'static str),
}

/// How the text holds an event.
///
/// ```
/// use frise::Status;
/// assert!(Status::Reported.constrains());
/// assert!(!Status::Negated.constrains());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
pub enum Status {
    /// Told as a fact.
    Asserted,
    /// Told as somebody's words.
    Reported,
    /// Said not to have happened.
    Negated,
    /// Imagined, conditional.
    Hypothetical,
    /// Announced for later.
    Planned,
}

impl Status {
    /// Whether the event is held to happen, so that it may constrain others.
    pub fn constrains(self) -> bool {
        !matches!(self, Status::Negated | Status::Hypothetical)
    }

    /// The word for it, as in the JSON.
    pub fn word(self) -> &'static str {
        match self {
            Status::Asserted => "asserted",
            Status::Reported => "reported",
            Status::Negated => "negated",
            Status::Hypothetical => "hypothetical",
            Status::Planned => "planned",
        }
    }
}

/// A day or a minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Moment {
    /// A day, counted as chrono counts them: 1 January of year 1 is 1.
    Day(i64),
    /// A minute, counted from midnight before day 0.
    Minute(i64),
}

#[cfg(feature = "serde")]
impl serde::Serialize for Moment {
    /// As `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`; the bare number beyond the calendar.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let day = i32::try_from(self.day()).ok().and_then(NaiveDate::from_num_days_from_ce_opt);
        match (self, day) {
            (Moment::Day(_), Some(day)) => serializer.collect_str(&year_month_day(day)),
            (Moment::Minute(minute), Some(day)) => {
                let at = midnight(day) + chrono::Duration::minutes(minute.rem_euclid(1440));
                serializer.collect_str(&moment_text(at))
            }
            (Moment::Day(n) | Moment::Minute(n), None) => serializer.serialize_i64(*n),
        }
    }
}

impl Moment {
    /// The day it is on.
    pub fn day(self) -> i64 {
        match self {
            Moment::Day(day) => day,
            Moment::Minute(minute) => minute.div_euclid(1440),
        }
    }
}

/// Where a moment can be; `None` is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Range {
    /// The earliest.
    pub lower: Option<Moment>,
    /// The latest.
    pub upper: Option<Moment>,
}

impl Range {
    /// The one value it can have.
    pub fn exact(&self) -> Option<Moment> {
        self.lower.filter(|lower| Some(*lower) == self.upper)
    }

    /// A range of one value.
    pub fn at(moment: Moment) -> Self {
        Self { lower: Some(moment), upper: Some(moment) }
    }
}

/// Where the first and the last moment of something can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Placed {
    /// The first.
    pub first: Range,
    /// The last.
    pub last: Range,
}

/// What a step speaks of: an event, or its window.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Subject {
    /// The event's label.
    pub label: String,
    /// Whether its window is meant.
    pub window: bool,
}

/// What one step of an explanation says.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(tag = "kind", rename_all = "kebab-case")
)]
#[non_exhaustive]
pub enum Step {
    /// Words that date an event.
    Dated {
        /// The event.
        event: Subject,
        /// When it is.
        placed: Placed,
    },
    /// Words that put an event at a distance from another.
    Shifted {
        /// The event.
        event: Subject,
        /// What it hangs on.
        anchor: Subject,
        /// The least signed distance.
        low: Option<Distance>,
        /// The greatest.
        high: Option<Distance>,
        /// Whether the step leads to the anchor, and not from it.
        backwards: bool,
        /// The moment it starts from, as the steps before leave it.
        from: Range,
        /// The moment it leads to.
        to: Range,
    },
    /// Words that give an event a window.
    Covers {
        /// The event.
        event: Subject,
        /// For how long.
        amount: Amount,
        /// Whether the step leads from the end of the window to the beginning.
        backwards: bool,
        /// When it begins.
        from: Range,
        /// When its window ends.
        to: Range,
    },
    /// Words that put one event before another.
    Before {
        /// The earlier.
        before: Subject,
        /// The later.
        after: Subject,
        /// The one whose place follows.
        event: Subject,
        /// Where it is then.
        placed: Placed,
    },
    /// Words that put one event within another.
    Within {
        /// The inner.
        inner: Subject,
        /// The outer.
        outer: Subject,
        /// The one whose place follows.
        event: Subject,
        /// Where it is then.
        placed: Placed,
    },
    /// Words that make two events the same.
    Same {
        /// One.
        a: Subject,
        /// The other.
        b: Subject,
        /// The one whose place follows.
        event: Subject,
        /// Where it is then.
        placed: Placed,
    },
    /// What the user takes for given.
    Given {
        /// In the claim language.
        claim: String,
        /// The one whose place follows, where one does.
        event: Option<Subject>,
        /// Where it is then.
        placed: Placed,
    },
    /// Words that nothing can satisfy.
    Impossible {
        /// Why.
        why: NoDate,
    },
    /// Two bounds on one moment that miss each other.
    Apart {
        /// The event.
        event: Subject,
        /// The latest that one chain allows.
        upper: Moment,
        /// The earliest that the other asks for.
        lower: Moment,
        /// Whether the two chains fix the moment, and do not only bound it.
        fixed: bool,
        /// Where each chain alone puts the event, the one that ends first before the other.
        stretches: [Placed; 2],
        /// How far they miss each other.
        by: Amount,
    },
    /// Bounds that lead round in a circle.
    Circle {
        /// By how much.
        by: Amount,
    },
    /// The distances told before, added up: from one moment to another, or round to the same one.
    Sum {
        /// From here.
        from: Subject,
        /// To here.
        to: Subject,
        /// The distances on the way.
        legs: Vec<Distance>,
        /// What they come to: the second moment is at most so far after the first.
        total: Distance,
        /// Whether it is exactly so far.
        exact: bool,
    },
    /// One moment comes after another, as a verdict needs it.
    Later {
        /// The earlier thing.
        early: Option<Subject>,
        /// Where it is at the latest.
        at: Range,
        /// The later thing.
        late: Option<Subject>,
        /// Where it is at the earliest.
        from: Range,
    },
    /// How far it is from one moment to another.
    Measured {
        /// What runs between them; nothing for the stretch between two things.
        of: Option<Subject>,
        /// From when.
        from: Range,
        /// Until when.
        to: Range,
        /// The least and the greatest amount.
        low: Option<Amount>,
        /// The greatest amount.
        high: Option<Amount>,
    },
    /// How many events there are.
    Counted {
        /// The words that were looked for.
        words: String,
        /// Certainly inside.
        certain: Vec<String>,
        /// Possibly inside.
        possible: Vec<String>,
    },
    /// A schedule that the statements allow.
    Schedule {
        /// Whether the claim holds in it.
        holds: bool,
        /// The events and when they are.
        events: Vec<(Subject, Placed)>,
    },
    /// No source dates an event, so that a claim about it stays open.
    Undated {
        /// The event.
        event: Subject,
    },
    /// The side that the next steps belong to.
    Side {
        /// The words of the statements that it doubts.
        doubts: Vec<String>,
    },
    /// An event that the text denies or only imagines.
    NotHeld {
        /// The event.
        event: Subject,
        /// How the text holds it.
        status: Status,
    },
    /// No source tells of what a sentence speaks of.
    Untold {
        /// The words of the sentence.
        words: String,
        /// The events that come nearest.
        nearest: Vec<String>,
    },
    /// Several events fit words of a sentence, and it matters which is meant.
    Unclear {
        /// The words of the sentence.
        words: String,
        /// The events.
        events: Vec<String>,
    },
    /// Words of a sentence that are not judged.
    NotJudged {
        /// The words.
        words: String,
    },
    /// A limit was reached.
    CutShort,
}

/// What the user should know of an article or a case.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Warning {
    /// What it is.
    pub about: Notice,
    /// The article it is about, where it is about one.
    pub article: Option<String>,
    /// The words it is about.
    pub span: Option<Span>,
}

impl Warning {
    /// A warning that is about no article.
    pub fn new(about: Notice) -> Self {
        Self { about, article: None, span: None }
    }

    /// About words of an article.
    pub fn at(mut self, article: impl Into<String>, span: Option<Span>) -> Self {
        (self.article, self.span) = (Some(article.into()), span);
        self
    }
}

/// Why a time that was resolved dates no event.
///
/// ```
/// assert_eq!(frise::UnplacedWhy::NoPredicate.word(), "no-predicate");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum UnplacedWhy {
    /// It is what something is compared with: "compared to March 2008".
    Comparison,
    /// It is part of what a thing is called: "the 1991 agreement".
    Name,
    /// It says how long, not when.
    Duration,
    /// It says how often.
    Set,
    /// No predicate that tells an event governs it.
    NoPredicate,
    /// It belongs to the page and not to the story.
    Furniture,
}

impl UnplacedWhy {
    /// The word for it, as in the JSON.
    pub fn word(self) -> &'static str {
        match self {
            UnplacedWhy::Comparison => "comparison",
            UnplacedWhy::Name => "name",
            UnplacedWhy::Duration => "duration",
            UnplacedWhy::Set => "set",
            UnplacedWhy::NoPredicate => "no-predicate",
            UnplacedWhy::Furniture => "furniture",
        }
    }
}

/// Why a stretch was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum UnreadWhy {
    /// It is in another language than its article.
    Language,
    /// It is a table.
    Table,
    /// It belongs to the page and not to the story.
    Furniture,
}

impl UnreadWhy {
    /// The word for it, as in the JSON.
    pub fn word(self) -> &'static str {
        match self {
            UnreadWhy::Language => "language",
            UnreadWhy::Table => "table",
            UnreadWhy::Furniture => "furniture",
        }
    }
}

/// What a warning says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(tag = "kind", rename_all = "kebab-case")
)]
#[non_exhaustive]
pub enum Notice {
    /// A page names two dates of its own.
    TwoDates {
        /// The one that is taken.
        taken: NaiveDate,
        /// Its words.
        words: String,
        /// The other.
        other: NaiveDate,
        /// The other's words.
        others: String,
    },
    /// The date given for the page is far from the dateline of its text, which governs the text.
    FarDateline {
        /// The date given.
        given: NaiveDate,
        /// The dateline's.
        dateline: NaiveDate,
        /// Its words.
        words: String,
    },
    /// The document's metadata give another date published than the user, whose date is taken.
    OtherMetadata {
        /// The date given.
        given: NaiveDate,
        /// The metadata's.
        metadata: NaiveDate,
        /// The field that has it.
        field: String,
    },
    /// The document's metadata, whose date is taken, give another date published than its text.
    OtherText {
        /// The metadata's.
        metadata: NaiveDate,
        /// The field that has it.
        field: String,
        /// The text's.
        text: NaiveDate,
    },
    /// Times count from a date published that nobody gave.
    NoPublication {
        /// How many.
        count: usize,
        /// The words of the first.
        first: String,
    },
    /// Nobody says the language of an article, and its text leaves it open.
    OpenLanguage {
        /// The article, or the name of its file.
        name: String,
        /// The code of the language that it is read in.
        language: String,
    },
    /// The program was built without the model of a language, so its sentences are not parsed.
    NoModel {
        /// The language's code.
        language: String,
    },
    /// The quote of a named event holds no time.
    QuoteWithoutTime {
        /// The quote.
        quote: String,
        /// The event's id.
        event: String,
    },
    /// The user leaves a statement out.
    LeftOut {
        /// Its words.
        words: String,
        /// The user's reason.
        because: String,
    },
    /// The user leaves out what is not there.
    NothingLeftOut {
        /// The words.
        words: String,
    },
}

impl Notice {
    /// The name of its kind, as in the JSON.
    pub fn kind(&self) -> &'static str {
        match self {
            Notice::TwoDates { .. } => "two-dates",
            Notice::FarDateline { .. } => "far-dateline",
            Notice::OtherMetadata { .. } => "other-metadata",
            Notice::OtherText { .. } => "other-text",
            Notice::NoPublication { .. } => "no-publication",
            Notice::OpenLanguage { .. } => "open-language",
            Notice::NoModel { .. } => "no-model",
            Notice::QuoteWithoutTime { .. } => "quote-without-time",
            Notice::LeftOut { .. } => "left-out",
            Notice::NothingLeftOut { .. } => "nothing-left-out",
        }
    }
}

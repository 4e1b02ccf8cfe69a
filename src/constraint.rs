//! What statements say about when: bounds between events, each with its reason.

pub use crate::amount::Distance;

use crate::amount::Amount;
use crate::article::Span;
use crate::event::{Event, EventIx, Statement, StatementIx, Unplaced, Unread};
use crate::extent::Extent;
use crate::why::{NoDate, Why};

/// What makes a constraint where no rule of a grammar does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// The user's own word, in a claim or a draft.
    Given,
    /// When the user says that a named event is.
    When,
    /// How long an event covers.
    Window,
    /// How long an event lasts.
    Length,
    /// The user's reading of some words.
    Read,
    /// What the world knows.
    WellKnown,
    /// A list of times.
    List,
    /// An anniversary and the day it is of.
    Anniversary,
    /// The day that a text tells it on.
    Known,
    /// The time that the story is at.
    Thread,
    /// The report of it.
    Reported,
}

impl Rule {
    /// Its name, as explanations cite it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Rule::Given => "given",
            Rule::When => "when",
            Rule::Window => "window",
            Rule::Length => "duration",
            Rule::Read => "read",
            Rule::WellKnown => "well-known",
            Rule::List => "list",
            Rule::Anniversary => "anniversary",
            Rule::Known => "known",
            Rule::Thread => "thread",
            Rule::Reported => "reported",
        }
    }
}

/// A moment of an event that another can hang on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum End {
    /// Its first moment.
    First,
    /// Its last moment.
    Last,
    /// The last moment of its window.
    WindowLast,
}

/// One thing that a statement says about when.
///
/// ```
/// use frise::{Bond, Constraint, Distance, Draft, Edtf, End, Event, Limits, Statement, Timeline};
///
/// let mut draft = Draft::default();
/// let (warning, flood) = (draft.add_event(Event::new("w", "warning")), draft.add_event(Event::new("f", "flood")));
/// for bond in "2024-03-07".parse::<Edtf>()?.bonds(warning) {
///     draft.add_constraint(Constraint::believed(bond));
/// }
/// let says = draft.add_statement(Statement::new(flood, "three days after the warning"));
/// let (low, high) = (Some(Distance::Days(3)), Some(Distance::Days(3)));
/// let bond = Bond::Offset { event: flood, anchor: warning, end: End::Last, low, high };
/// draft.add_constraint(Constraint::said(says, bond));
/// let timeline = Timeline::check(draft, &Limits::default())?;
/// assert_eq!(timeline.bounds(flood).from.map(|from| from.to_string()).as_deref(), Some("2024-03-10 00:00:00"));
/// # Ok::<(), frise::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Bond {
    /// The whole event lies inside the extent: `from ≤ first`, `last ≤` the last unit before `to`.
    /// A missing bound bounds nothing.
    Within {
        /// The event.
        event: EventIx,
        /// The stretch.
        extent: Extent,
    },
    /// The event covers the extent's ends: it begins within `first` and ends within `last`
    /// ("from 3 to 5 May").
    Spans {
        /// The event.
        event: EventIx,
        /// When it begins.
        first: Extent,
        /// When it ends.
        last: Extent,
    },
    /// The event lies at a distance from a moment of another: `anchor + low ≤ first` and
    /// `last ≤ anchor + high`, a missing side bounding nothing. "Three days before" has
    /// both at −3 days; "more than two weeks before" has `high` at −14 days.
    Offset {
        /// The event that is dated.
        event: EventIx,
        /// The event it hangs on.
        anchor: EventIx,
        /// Which moment of that event.
        end: End,
        /// The least signed distance.
        low: Option<Distance>,
        /// The greatest signed distance.
        high: Option<Distance>,
    },
    /// `last(before) < first(after)`.
    Before {
        /// The earlier event.
        before: EventIx,
        /// The later event.
        after: EventIx,
    },
    /// The first event lies within the second: `first(outer) ≤ first(inner)`, `last(inner) ≤ last(outer)`.
    During {
        /// What lies within.
        inner: EventIx,
        /// What it lies within.
        outer: EventIx,
    },
    /// The event covers or announces a time from its first moment on: "for the next 48 hours".
    Window {
        /// The event.
        event: EventIx,
        /// How long, from its first moment.
        amount: Amount,
    },
    /// The event lasts an amount, as said: "for two weeks", "lasted nineteen days". Its last moment
    /// lies up to a unit of days before the end of the amount, for days are counted with the first or
    /// without.
    Lasts {
        /// The event.
        event: EventIx,
        /// How long.
        amount: Amount,
    },
    /// The two have the same first and last moments.
    Same {
        /// One event.
        a: EventIx,
        /// The other.
        b: EventIx,
    },
    /// One of several, where the words leave it open.
    OneOf(Vec<Vec<Bond>>),
    /// Nothing can satisfy it: the words name a date that does not exist, or arithmetic that does
    /// not hold ("a Friday that was a Thursday").
    Impossible {
        /// The event said to be then.
        event: EventIx,
        /// Why: "8 March 2024 is a Friday, not a Thursday".
        why: NoDate,
    },
}

/// Why a constraint holds.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Reason {
    /// The words that say it, in their article; `None` for what the user or the calendar says.
    pub span: Option<Span>,
    /// The rule of the grammar that read them, or the part of the case file ("when", "given").
    pub rule: String,
    /// What it comes to: "the briefing is 18 days before the attack".
    pub says: Why,
    /// Whether the bond rests on a convention for vague words, so that a clash with it alone is a
    /// note and not a conflict.
    pub vague: bool,
    /// How the program decided what the words refer to ("l'assaut" is the attack of the 22nd):
    /// cited in reports, not counted as a statement.
    pub links: Vec<Why>,
}

/// A bound between points in time, with its reason.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Constraint {
    /// The statement that says it; `None` for what is always believed: the user's `given`,
    /// `when` and `window`.
    pub statement: Option<StatementIx>,
    /// What it says.
    pub bond: Bond,
    /// Why.
    pub reason: Reason,
}

/// Everything that is to be checked together.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Draft {
    /// The events, in order of first telling.
    pub events: Vec<Event>,
    /// The statements, in reading order.
    pub statements: Vec<Statement>,
    /// What they say.
    pub constraints: Vec<Constraint>,
    /// The times that were resolved and date none of the events, in reading order.
    pub unplaced: Vec<Unplaced>,
    /// The stretches that were not understood, in reading order.
    pub not_read: Vec<Unread>,
}

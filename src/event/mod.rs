//! What happened: events, and the statements that tell of them.

pub(crate) mod class;
pub(crate) mod table;
pub(crate) mod vocabulary;

use crate::amount::Amount;
use crate::article::Span;
use crate::extent::Extent;
use crate::why::Why;

pub use crate::why::{Status, UnplacedWhy, UnreadWhy};
pub use class::{Classes, WordKind};
pub use table::Property;

/// The place of an event in its [`Draft`](crate::constraint::Draft).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventIx(pub(crate) u32);

impl EventIx {
    /// Its place among the events, counted from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The place of a statement in its [`Draft`](crate::constraint::Draft).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StatementIx(pub(crate) u32);

impl StatementIx {
    /// Its place among the statements, counted from 0.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A stretch of an article that tells of an event, and what it says alone.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Statement {
    /// The event it tells of.
    pub event: EventIx,
    /// The article's id, or `None` for what the user knows beside the texts.
    pub article: Option<String>,
    /// The clause, in bytes of the article's text.
    pub span: Span,
    /// The words of the clause.
    pub text: String,
    /// The word that carries the event: a verb's participle, an event noun, a predicate noun.
    pub head: Option<Span>,
    /// Who or what does it, as the words say: the phrase.
    pub subject: Option<Span>,
    /// To whom or what it is done: the phrase.
    pub object: Option<Span>,
    /// Where the time expressions stand that date it, in text order.
    pub dated_by: Vec<Span>,
    /// What it says alone: its anchors dated as its own source dates them.
    pub says: Option<Extent>,
    /// Where its words are vague, the stretch that holds whatever they mean: evening within 16:00 to
    /// 06:00 of the next day, "early March" within March. It is what constrains.
    pub hull: Option<Extent>,
    /// How it holds the event.
    pub status: Status,
    /// Who says so, where that is not the article itself.
    pub source: Option<String>,
    /// How the words were dated, step by step.
    pub steps: Vec<Why>,
    /// How much its source counts, 100 where nobody says: it ranks conflicts and sides, and decides
    /// nothing.
    pub weight: u32,
}

/// How much a source counts where nobody says.
pub(crate) const WEIGHT: u32 = 100;

/// A time that was resolved and dates no event.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Unplaced {
    /// The article's id.
    pub article: String,
    /// The time expression, in bytes of the article's text.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// When that is.
    pub extent: Extent,
    /// Why it dates no event.
    pub why: UnplacedWhy,
}

/// A stretch of an article that was not understood.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Unread {
    /// The article's id.
    pub article: String,
    /// The stretch, in bytes of the article's text.
    pub span: Span,
    /// Why.
    pub why: UnreadWhy,
}

/// Something that happens.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// What it is called in claims: the user's id, or `e1`, `moa:e1` in text order.
    pub id: String,
    /// A few words for people.
    pub label: String,
    /// The name of its class in the lexicon ("attack", "warning"), where its head word has one.
    pub class: Option<String>,
    /// The head word, folded.
    pub head: String,
    /// How it is held by the first statement.
    pub status: Status,
    /// The time it covers or announces, from its first moment, as first said; the constraint that
    /// says so is a [`Bond::Window`](crate::constraint::Bond::Window).
    pub window: Option<Amount>,
    /// Whether the user named it in a case file.
    pub named: bool,
}

impl Event {
    /// Whether it only dates a page or a text: reports show it apart from what happened.
    pub fn is_publication(&self) -> bool {
        self.class.as_deref().is_some_and(|class| table::has(class, Property::PUBLICATION))
    }
}

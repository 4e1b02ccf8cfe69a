//! Event timelines from French and English prose, checked.
//!
//! *frise* (as in *frise chronologique*, a timeline) reads articles, finds what they say about time,
//! works out when that is, puts the events on one timeline, says where the sources cannot all be
//! right, and answers claims with the sentences and the arithmetic that prove it. It is
//! deterministic: the same text and date in, the same bytes out. No model, no clock, no network.

pub mod allen;
pub mod amount;
pub mod article;
pub mod case;
pub mod claim;
pub mod constraint;
mod draft;
pub mod edtf;
pub mod error;
pub mod event;
pub mod export;
pub mod expr;
pub mod extent;
pub mod gather;
pub mod guide;
pub(crate) mod lang;
mod language;
pub mod limits;
mod network;
pub(crate) mod passage;
pub mod reader;
mod reconcile;
pub mod report;
pub mod resolve;
pub mod scan;
mod sentence;
pub mod syntax;
pub mod timeline;
#[cfg(feature = "training")]
#[doc(hidden)]
pub use syntax::training;
#[cfg(feature = "timeml")]
pub mod timeml;
pub mod why;

pub use allen::{Allen, IntervalLink, link_conflicts};
pub use amount::{Amount, DayPart, Distance, Modifier, Quantity, Unit};
pub use article::{Article, Language, Published, Span};
pub use case::{
    Answered, Case, CaseArticle, CaseClaim, CaseEvent, CaseGiven, CaseIgnore, CaseLink, CaseRead,
    Outcome, Quotes,
};
pub use chrono;
pub use chrono_tz;
pub use claim::{
    Answer, Claim, Clause, Compare, Measure, Relation, Said, SideAnswer, Time, Verdict, Words,
    answer_word,
};
pub use constraint::{Bond, Constraint, Draft, End, Reason};
pub use edtf::Edtf;
pub use error::Error;
pub use event::{
    Classes, Event, EventIx, Property, Statement, StatementIx, Status, Unplaced, UnplacedWhy,
    Unread, UnreadWhy, WordKind,
};
#[cfg(feature = "csv")]
pub use export::Csv;
#[cfg(feature = "text")]
pub use export::{AnswerChange, ReportPart, Text, bounds_words, what_if_words};
#[cfg(feature = "json")]
pub use export::{ArticleJson, CaseJson, CheckJson, ClaimJson, Json};
pub use export::{Exhibit, Offsets, Ruler, when_words};
pub use expr::{
    Anchor, Cell, Clock, Direction, Expr, NamedDay, Part, Pattern, Quant, Set, Signal, Vague, Year,
};
pub use extent::{Extent, Granularity, Season, Zone, moment_text, year_month_day, year_text};
pub use gather::{Also, Anchored, Gathered, Ignored, Linked, Named, Overrules, Place, Read};
pub use limits::Limits;
pub use reader::{Account, Frise};
pub use reconcile::{Reckoning, Reconciled};
pub use report::{amount_words, day_words, table_words, warning_words};
pub use resolve::{AnchoredOn, Reading, Resolution, Resolved, Tense, Timex, TimexType, Unresolved};
pub use scan::Mention;
pub use sentence::{Heard, Sentences, Taken, Verified, is_sentence, sentence_language};
pub use syntax::{ParsedSentence, ParsedUnit};
pub use timeline::{Because, Bounds, Conflict, Moment, Placed, Range, Step, Subject, Timeline};
#[cfg(feature = "timeml")]
pub use timeml::{Annotated, AnnotatedLink, AnnotatedTimex, timeml_document};
pub use why::{Base, Choice, ClockChange, Condition, Fit, Hang, NoDate, Notice, Warning, Why};

/// The README's example is a test.
#[doc = include_str!("../README.md")]
#[cfg(doctest)]
pub struct Readme;

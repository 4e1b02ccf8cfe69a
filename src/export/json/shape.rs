//! The objects, field by field as the interface fixes them.

#[cfg(feature = "schema")]
use std::borrow::Cow;

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use crate::why::{Step, Why};

/// An article's id: as its file is called, or as a batch gives it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Id<'a> {
    Text(&'a str),
    /// Of every article there is.
    Raw(&'a RawValue),
}

impl Serialize for Id<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Id::Text(text) => text.serialize(serializer),
            Id::Raw(raw) => raw.serialize(serializer),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Id<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "An article's id: the stem of its file, or as a batch gives it",
            "type": ["string", "number", "null"],
        })
    }
}

/// The timeline, as far as one article tells it first.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ArticleJson<'a> {
    pub(super) schema: u32,
    pub(super) id: Id<'a>,
    /// When it was published, and how that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) published: Option<Published>,
    /// What an editor should know of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) warnings: Vec<Warning<'a>>,
    #[serde(flatten)]
    pub(super) told: Told<'a>,
}

/// When an article was published.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Published {
    /// A day, or a moment.
    pub(super) value: Option<String>,
    /// `given`, `metadata`, `dateline` or `none`.
    pub(super) from: &'static str,
}

/// A warning: what kind it is, in words, and where.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Warning<'a> {
    pub(super) kind: &'static str,
    pub(super) text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) article: Option<Id<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end: Option<usize>,
}

/// A reason as a value.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Kind<'a> {
    /// Of what words say.
    Why(&'a Why),
    /// Of a step of a proof.
    Step(&'a Step),
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Kind<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Why".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "The reason as a value: its kind, and what it speaks of",
            "type": "object",
            "properties": { "kind": { "type": "string" } },
            "required": ["kind"],
        })
    }
}

/// Only the conflicts.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CheckJson<'a> {
    pub(super) schema: u32,
    pub(super) conflicts: Vec<Clash<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) notes: Vec<Clash<'a>>,
}

/// A whole case.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CaseJson<'a> {
    pub(super) schema: u32,
    pub(super) title: Option<&'a str>,
    /// What an editor should know.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) warnings: Vec<Warning<'a>>,
    #[serde(flatten)]
    pub(super) told: Told<'a>,
    pub(super) verdicts: Vec<Verdict<'a>>,
}

/// One claim, answered.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClaimJson<'a> {
    pub(super) schema: u32,
    #[serde(flatten)]
    pub(super) verdict: Verdict<'a>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Told<'a> {
    pub(super) events: Vec<Event<'a>>,
    /// Times that were resolved and date no event.
    pub(super) unplaced: Vec<Unplaced<'a>>,
    /// Stretches that were not understood.
    pub(super) not_read: Vec<Unread<'a>>,
    pub(super) conflicts: Vec<Clash<'a>>,
    /// Clashes that rest on vague words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) notes: Vec<Clash<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Event<'a> {
    pub(super) id: &'a str,
    pub(super) label: &'a str,
    pub(super) class: Option<&'a str>,
    pub(super) article: Option<Id<'a>>,
    pub(super) start: Option<usize>,
    pub(super) end: Option<usize>,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) disputed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) window: Option<Window>,
    pub(super) status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<&'a str>,
    pub(super) statements: Vec<Dated<'a>>,
    pub(super) because: Vec<Reason<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Window {
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
}

/// A time that dates no event, and why.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Unplaced<'a> {
    pub(super) article: Id<'a>,
    pub(super) start: Option<usize>,
    pub(super) end: Option<usize>,
    pub(super) text: &'a str,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    pub(super) why: &'static str,
}

/// A stretch that was not understood, and why.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Unread<'a> {
    pub(super) article: Id<'a>,
    pub(super) start: Option<usize>,
    pub(super) end: Option<usize>,
    pub(super) why: &'static str,
}

/// Words of a statement, by their place in its article.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Stretch {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A first and a last bound; `null` where there is none.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Hull {
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
}

/// A statement with what it says alone.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Dated<'a> {
    #[serde(flatten)]
    pub(super) said: Said<'a>,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    /// Where the words are vague, the bounds that hold whatever they mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) hull: Option<Hull>,
    pub(super) status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<&'a str>,
    /// The word that carries the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) head: Option<Stretch>,
    /// Who or what does it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) subject: Option<Stretch>,
    /// To whom or what it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) object: Option<Stretch>,
}

/// Words in an article; what the user knows beside the texts has no article.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Said<'a> {
    pub(super) article: Option<Id<'a>>,
    pub(super) start: Option<usize>,
    pub(super) end: Option<usize>,
    /// The page of the document that it stands on, where the document has pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) page: Option<u32>,
    pub(super) text: String,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Reason<'a> {
    pub(super) text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) article: Option<Id<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) rule: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) why: Option<Kind<'a>>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Clash<'a> {
    pub(super) statements: Vec<Said<'a>>,
    pub(super) short_by: String,
    pub(super) because: Vec<Reason<'a>>,
    pub(super) help: String,
    /// Which zones would reconcile the two statements, where some would.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) zones: Option<String>,
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Verdict<'a> {
    pub(super) claim: &'a str,
    pub(super) answer: &'static str,
    /// How a sentence was read, in the claim language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) read_as: Option<&'a str>,
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub(super) heard: Option<Heard<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) expect: Option<&'static str>,
    pub(super) because: Vec<Reason<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) sides: Vec<Side<'a>>,
}

/// What a sentence was taken for.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Heard<'a> {
    /// Words of the sentence and the events they can mean.
    pub(super) taken: Vec<Taken<'a>>,
    /// What else it can be read as.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) alternatives: Vec<Alternative<'a>>,
    /// Times in it that were not judged.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) not_judged: Vec<&'a str>,
}

/// Words of a sentence and the events they can mean.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Taken<'a> {
    pub(super) words: &'a str,
    pub(super) events: Vec<&'a str>,
}

/// Another reading of a sentence.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Alternative<'a> {
    pub(super) read_as: &'a str,
    pub(super) answer: &'static str,
}

impl<'a> Heard<'a> {
    pub(super) fn of(heard: &'a crate::sentence::Heard) -> Self {
        let taken = |taken: &'a crate::sentence::Taken| Taken {
            words: &taken.words,
            events: taken.events.iter().map(String::as_str).collect(),
        };
        let other = |(read_as, answer): &'a (String, crate::claim::Answer)| Alternative {
            read_as,
            answer: answer.word(),
        };
        Self {
            taken: heard.taken.iter().map(taken).collect(),
            alternatives: heard.alternatives.iter().map(other).collect(),
            not_judged: heard.not_judged.iter().map(String::as_str).collect(),
        }
    }
}

#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(super) struct Side<'a> {
    pub(super) answer: &'static str,
    pub(super) believes: Vec<Said<'a>>,
    pub(super) doubts: Vec<Said<'a>>,
    pub(super) because: Vec<Reason<'a>>,
}

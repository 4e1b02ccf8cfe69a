//! The JSON of timelines, conflicts and verdicts, field by field as the interface fixes it.

use frise::{Amount, Answered, moment_text};
use frise::{Because, Bond, Bounds, Conflict, EventIx, Extent, Statement, StatementIx};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::{Checked, Places};
use crate::command::case::whatif::WhatIf;

/// An article's id: as its file is called, or as a batch gives it.
#[derive(Clone, Copy)]
pub(crate) enum Id<'a> {
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

/// The timeline, as far as one article tells it first.
#[derive(Serialize)]
pub(crate) struct OfArticle<'a> {
    schema: u32,
    id: Id<'a>,
    #[serde(flatten)]
    told: Told<'a>,
}

/// Only the conflicts.
#[derive(Serialize)]
pub(crate) struct OfCheck<'a> {
    schema: u32,
    conflicts: Vec<Clash<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<Clash<'a>>,
}

/// A whole case.
#[derive(Serialize)]
pub(crate) struct OfCase<'a> {
    schema: u32,
    title: Option<&'a str>,
    #[serde(flatten)]
    told: Told<'a>,
    verdicts: Vec<Verdict<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    what_if: Option<&'a WhatIf>,
}

/// One claim, answered.
#[derive(Serialize)]
pub(crate) struct OfClaim<'a> {
    schema: u32,
    #[serde(flatten)]
    verdict: Verdict<'a>,
}

#[derive(Serialize)]
struct Told<'a> {
    events: Vec<Event<'a>>,
    conflicts: Vec<Clash<'a>>,
    /// Clashes that rest on vague words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<Clash<'a>>,
}

#[derive(Serialize)]
struct Event<'a> {
    id: &'a str,
    label: &'a str,
    class: Option<&'a str>,
    article: Option<Id<'a>>,
    start: Option<usize>,
    end: Option<usize>,
    from: Option<String>,
    to: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    disputed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    window: Option<Window>,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    statements: Vec<Dated<'a>>,
    because: Vec<Reason<'a>>,
}

#[derive(Serialize)]
struct Window {
    from: Option<String>,
    to: Option<String>,
}

/// A statement with what it says alone.
#[derive(Serialize)]
struct Dated<'a> {
    #[serde(flatten)]
    said: Said<'a>,
    from: Option<String>,
    to: Option<String>,
}

/// Words in an article; what the user knows beside the texts has no article.
#[derive(Serialize)]
struct Said<'a> {
    article: Option<Id<'a>>,
    start: Option<usize>,
    end: Option<usize>,
    text: String,
}

#[derive(Serialize)]
struct Reason<'a> {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<Id<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'a str>,
}

#[derive(Serialize)]
struct Clash<'a> {
    statements: Vec<Said<'a>>,
    short_by: String,
    because: Vec<Reason<'a>>,
    help: String,
    /// Which zones would reconcile the two statements, where some would.
    #[serde(skip_serializing_if = "Option::is_none")]
    zones: Option<String>,
}

#[derive(Serialize)]
struct Verdict<'a> {
    claim: &'a str,
    answer: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    expect: Option<&'static str>,
    because: Vec<Reason<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sides: Vec<Side<'a>>,
}

#[derive(Serialize)]
struct Side<'a> {
    answer: &'static str,
    believes: Vec<Said<'a>>,
    doubts: Vec<Said<'a>>,
    because: Vec<Reason<'a>>,
}

/// Writes JSON of a timeline.
pub(crate) struct Writer<'a> {
    pub(crate) checked: &'a Checked,
    pub(crate) places: Places<'a>,
    /// The id of the only article, where a batch gives it.
    pub(crate) raw_id: Option<&'a RawValue>,
}

impl<'a> Writer<'a> {
    /// The events that an article tells first, and the conflicts whose first statement stands in it:
    /// what several articles tell is written once.
    pub(crate) fn of_article(&self, article: &'a str) -> OfArticle<'a> {
        let is_first = |statement: Option<&Statement>| {
            let first = statement.and_then(|statement| statement.article.as_deref());
            match first {
                Some(first) => first == article,
                // What no article tells stands with the first.
                None => self.checked.articles.first().is_some_and(|first| first.id() == article),
            }
        };
        let events = self.checked.timeline.order().into_iter();
        let clashes = |conflicts: &'a [Conflict]| {
            let here = conflicts.iter().filter(|conflict| {
                let first = conflict.statements.first();
                is_first(first.and_then(|first| self.checked.statement(*first)))
            });
            here.map(|conflict| self.clash(conflict)).collect()
        };
        let told = Told {
            events: events
                .filter(|event| is_first(self.checked.first_told(*event)))
                .filter_map(|event| self.event(event))
                .collect(),
            conflicts: clashes(self.checked.timeline.conflicts()),
            notes: clashes(self.checked.timeline.notes()),
        };
        OfArticle { schema: 1, id: self.id(article), told }
    }

    pub(crate) fn of_check(&self) -> OfCheck<'a> {
        let timeline = &self.checked.timeline;
        OfCheck {
            schema: 1,
            conflicts: timeline.conflicts().iter().map(|clash| self.clash(clash)).collect(),
            notes: timeline.notes().iter().map(|clash| self.clash(clash)).collect(),
        }
    }

    pub(crate) fn of_case(
        &self,
        title: Option<&'a str>,
        answered: &'a [Answered],
        what_if: Option<&'a WhatIf>,
    ) -> OfCase<'a> {
        let OfCheck { conflicts, notes, .. } = self.of_check();
        let order = self.checked.timeline.order();
        let events = order.into_iter().filter_map(|event| self.event(event)).collect();
        OfCase {
            schema: 1,
            title,
            told: Told { events, conflicts, notes },
            verdicts: answered.iter().map(|answered| self.verdict(answered)).collect(),
            what_if,
        }
    }

    pub(crate) fn of_claim(&self, answered: &'a Answered) -> OfClaim<'a> {
        OfClaim { schema: 1, verdict: self.verdict(answered) }
    }

    fn event(&self, ix: EventIx) -> Option<Event<'a>> {
        let event = self.checked.event(ix)?;
        let timeline = &self.checked.timeline;
        let bounds = timeline.bounds(ix);
        let first = self.checked.first_told(ix);
        let (from, to) = moments(bounds);
        let window = timeline.window(ix).map(|window| {
            let (from, to) = moments(window);
            Window { from, to }
        });
        Some(Event {
            id: &event.id,
            label: &event.label,
            class: event.class.as_deref(),
            article: first.and_then(|first| Some(self.id(first.article.as_deref()?))),
            start: first.and_then(|first| self.offset(first, first.span.start)),
            end: first.and_then(|first| self.offset(first, first.span.end)),
            from,
            to,
            disputed: bounds.disputed,
            window,
            status: event.status.word(),
            source: first.and_then(|first| self.source(first)),
            statements: self.checked.statements_of(ix).map(|said| self.dated(said)).collect(),
            because: self.dating(ix),
        })
    }

    /// Who says it: the person quoted, else the publisher.
    fn source(&self, statement: &'a Statement) -> Option<&'a str> {
        let article = statement.article.as_deref().and_then(|id| self.checked.article(id));
        statement.source.as_deref().or_else(|| article?.source_name())
    }

    fn dated(&self, statement: &'a Statement) -> Dated<'a> {
        let says = statement.says.as_ref();
        Dated {
            said: self.said(statement),
            from: says.and_then(Extent::from_text),
            to: says.and_then(Extent::to_text),
        }
    }

    fn said(&self, statement: &'a Statement) -> Said<'a> {
        Said {
            article: statement.article.as_deref().map(|id| self.id(id)),
            start: self.offset(statement, statement.span.start),
            end: self.offset(statement, statement.span.end),
            text: statement.text.clone(),
        }
    }

    fn all_said(&self, statements: &[StatementIx]) -> Vec<Said<'a>> {
        statements.iter().filter_map(|ix| Some(self.said(self.checked.statement(*ix)?))).collect()
    }

    /// How an event came to its date: the steps of each statement, and what it hangs on.
    fn dating(&self, ix: EventIx) -> Vec<Reason<'a>> {
        let mut reasons = Vec::new();
        for statement in self.checked.statements_of(ix) {
            for step in &statement.steps {
                let span = statement.dated_by.first().unwrap_or(&statement.span);
                reasons.push(Reason {
                    text: step.clone(),
                    article: statement.article.as_deref().map(|id| self.id(id)),
                    start: self.offset(statement, span.start),
                    end: self.offset(statement, span.end),
                    rule: None,
                });
            }
        }
        for constraint in self.checked.constraints_on(ix) {
            let reason = &constraint.reason;
            let statement = constraint.statement.and_then(|ix| self.checked.statement(ix));
            let offset = |byte| statement.and_then(|statement| self.offset(statement, byte));
            reasons.push(Reason {
                text: reason.says.clone(),
                article: statement
                    .and_then(|statement| statement.article.as_deref())
                    .map(|id| self.id(id)),
                start: reason.span.and_then(|span| offset(span.start)),
                end: reason.span.and_then(|span| offset(span.end)),
                rule: Some(&reason.rule),
            });
            if let Bond::Offset { anchor, .. } = &constraint.bond {
                reasons.extend(self.anchor(*anchor));
            }
        }
        reasons
    }

    /// When the event that another hangs on is.
    fn anchor(&self, ix: EventIx) -> Option<Reason<'a>> {
        let event = self.checked.event(ix)?;
        let bounds = self.checked.timeline.bounds(ix);
        let when = crate::bounds::words(bounds.from, bounds.to);
        let text = format!("{}: {when}", event.label);
        Some(Reason { text, article: None, start: None, end: None, rule: None })
    }

    fn clash(&self, conflict: &'a Conflict) -> Clash<'a> {
        let mut statements = self.all_said(&conflict.statements);
        statements.extend(self.checked.givens(conflict).map(|given| Said {
            article: None,
            start: None,
            end: None,
            text: given.text(self.checked.explain),
        }));
        Clash {
            statements,
            short_by: short_by(&conflict.short_by),
            because: self.because(&conflict.because),
            help: conflict.help(self.checked.explain),
            zones: self.checked.reconciled(conflict).map(|zones| {
                let cite = |ix| {
                    let statement = self.checked.statement(ix);
                    let place = statement.and_then(|one| Some((one.article.as_deref()?, one.span)));
                    place.map_or(String::new(), |(id, span)| self.places.cite(id, span.start))
                };
                let (earlier, later) = (cite(zones.earlier.0), cite(zones.later.0));
                zones.words(&earlier, &later, self.checked.explain)
            }),
        }
    }

    fn verdict(&self, answered: &'a Answered) -> Verdict<'a> {
        let verdict = &answered.verdict;
        let side = |side: &'a frise::SideAnswer| Side {
            answer: side.answer.word(),
            believes: self.all_said(&side.believes),
            doubts: self.all_said(&side.doubts),
            because: self.because(&side.because),
        };
        Verdict {
            claim: &answered.text,
            answer: verdict.answer.word(),
            expect: answered.expect.map(frise::Answer::word),
            because: self.because(&verdict.because),
            sides: verdict.sides.iter().map(side).collect(),
        }
    }

    fn because(&self, because: &'a [Because]) -> Vec<Reason<'a>> {
        let reasons = because.iter().map(|because| {
            let article = because.article.as_deref();
            let offset = |byte| article.and_then(|id| self.places.offset(id, byte));
            Reason {
                text: because.text(self.checked.explain),
                article: article.map(|id| self.id(id)),
                start: because.span.and_then(|span| offset(span.start)),
                end: because.span.and_then(|span| offset(span.end)),
                rule: because.rule.as_deref(),
            }
        });
        reasons.collect()
    }

    fn id(&self, article: &'a str) -> Id<'a> {
        self.raw_id.map_or(Id::Text(article), Id::Raw)
    }

    fn offset(&self, statement: &Statement, byte: usize) -> Option<usize> {
        self.places.offset(statement.article.as_deref()?, byte)
    }
}

fn moments(bounds: Bounds) -> (Option<String>, Option<String>) {
    (bounds.from.map(moment_text), bounds.to.map(moment_text))
}

/// An amount as ISO 8601 writes it: `P1D`.
fn short_by(amount: &Amount) -> String {
    amount.to_string()
}

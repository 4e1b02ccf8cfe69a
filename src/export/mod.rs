//! A checked timeline for eyes and for other tools, each format behind its own cargo feature.
//!
//! All of them write a [`Exhibit`]: the articles, the timeline made of them and, where there are
//! any, the answers to claims. They return a `String`, open no file, and give the same bytes for the
//! same exhibit.

#[cfg(feature = "claimreview")]
mod claimreview;
#[cfg(feature = "csv")]
mod csv;
#[cfg(feature = "html")]
mod html;
#[cfg(feature = "ics")]
mod ics;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "markdown")]
mod markdown;
#[cfg(feature = "mermaid")]
mod mermaid;
mod offsets;
#[cfg_attr(
    not(all(feature = "csv", feature = "timelinejs")),
    allow(dead_code, reason = "each format shows its own part")
)]
mod shown;
#[cfg(any(feature = "text", feature = "html", feature = "markdown", feature = "claimreview"))]
mod sides;
#[cfg(feature = "text")]
mod text;
#[cfg(feature = "timelinejs")]
mod timelinejs;
mod when;
#[cfg_attr(not(feature = "html"), allow(dead_code, reason = "most labels are the page's"))]
mod words;

use chrono::NaiveDateTime;

use crate::article::{Article, Language, Span};
use crate::case::Answered;
use crate::constraint::{Bond, Constraint};
use crate::event::{Event, EventIx, Statement, StatementIx};
use crate::reader::Account;
use crate::reconcile::Reconciled;
use crate::timeline::{Conflict, Timeline};
use crate::why::Warning;

#[cfg(feature = "csv")]
pub use csv::Csv;
#[cfg(feature = "json")]
pub use json::{ArticleJson, CaseJson, CheckJson, ClaimJson, Json};
pub use offsets::{Offsets, Ruler};
#[cfg(feature = "text")]
pub use text::{AnswerChange, ReportPart, Text, bounds_words, what_if_words};
pub use when::when_words;

/// What is to be shown: articles, their checked timeline, and answers.
///
/// ```
/// use frise::{Article, Exhibit, Frise, Language, Limits, Timeline};
///
/// let frise = Frise::new();
/// let articles = [Article::new("a", "The dam burst on 7 March 2024.", Language::En)];
/// let account = frise.read(&articles[0]);
/// let draft = frise.gather(&[(&articles[0], &account)]).draft;
/// let timeline = Timeline::check(draft, &Limits::default())?;
/// let exhibit = Exhibit::new(&articles, &timeline).title("The dam").language(Language::Fr);
/// # #[cfg(feature = "html")]
/// assert!(exhibit.html().contains("<h1>The dam</h1>"));
/// # let _ = exhibit;
/// # Ok::<(), frise::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Exhibit<'a> {
    articles: &'a [Article],
    timeline: &'a Timeline,
    answers: &'a [Answered],
    zones: &'a [Reconciled],
    accounts: &'a [Account],
    warnings: &'a [Warning],
    title: Option<&'a str>,
    language: Language,
    #[cfg_attr(not(feature = "csv"), allow(dead_code, reason = "what the table counts in"))]
    offsets: Offsets,
}

impl<'a> Exhibit<'a> {
    /// A timeline and the articles it was made of, in the same order. The labels are English.
    pub fn new(articles: &'a [Article], timeline: &'a Timeline) -> Self {
        let (language, offsets) = (Language::default(), Offsets::Chars);
        Self {
            articles,
            timeline,
            answers: &[],
            zones: &[],
            accounts: &[],
            warnings: &[],
            title: None,
            language,
            offsets,
        }
    }

    /// With a title.
    pub fn title(mut self, title: &'a str) -> Self {
        self.title = Some(title);
        self
    }

    /// With the answers of a case.
    pub fn answers(mut self, answers: &'a [Answered]) -> Self {
        self.answers = answers;
        self
    }

    /// With the conflicts that a difference of zones would explain, as
    /// [`Frise::reconciled`](crate::reader::Frise::reconciled) finds them.
    pub fn zones(mut self, zones: &'a [Reconciled]) -> Self {
        self.zones = zones;
        self
    }

    /// With what was read of the articles, in the same order: the JSON tells when each was published.
    pub fn accounts(mut self, accounts: &'a [Account]) -> Self {
        self.accounts = accounts;
        self
    }

    /// With what an editor should know, which the JSON tells.
    pub fn warnings(mut self, warnings: &'a [Warning]) -> Self {
        self.warnings = warnings;
        self
    }

    /// With labels and explanations in a language. Words of the articles stay as they are.
    pub fn language(mut self, language: Language) -> Self {
        self.language = language;
        self
    }

    /// With offsets into the articles that count something else than characters.
    pub fn offsets(mut self, offsets: Offsets) -> Self {
        self.offsets = offsets;
        self
    }
}

/// What the formats look at.
#[cfg_attr(
    not(all(feature = "html", feature = "json")),
    allow(dead_code, reason = "each format looks at its own part")
)]
impl<'a> Exhibit<'a> {
    fn event(&self, ix: EventIx) -> Option<&'a Event> {
        self.timeline.events().get(ix.index())
    }

    fn statement(&self, ix: StatementIx) -> Option<&'a Statement> {
        self.timeline.statements().get(ix.index())
    }

    /// The statements that tell of an event, in reading order.
    fn statements_of(&self, event: EventIx) -> impl Iterator<Item = (StatementIx, &'a Statement)> {
        let statements = self.timeline.statement_ids().zip(self.timeline.statements());
        statements.filter(move |(_, statement)| statement.event == event)
    }

    fn article(&self, id: &str) -> Option<&'a Article> {
        self.articles.iter().find(|article| article.id() == id)
    }

    /// The page that a statement stands on, where its article has pages.
    fn page(&self, statement: &Statement) -> Option<u32> {
        self.article(statement.article.as_deref()?)?.page(statement.span.start)
    }

    /// Who says it: the person quoted, else the publisher, else the article.
    fn source(&self, statement: &'a Statement) -> Option<&'a str> {
        let article = statement.article.as_deref().and_then(|id| self.article(id));
        let publisher = || article.map(|article| article.source_name().unwrap_or(article.id()));
        statement.source.as_deref().or_else(publisher)
    }

    /// The different times that statements say of an event, where they leave none open.
    fn versions(&self, event: EventIx) -> Vec<(NaiveDateTime, NaiveDateTime)> {
        let mut versions = Vec::new();
        for (_, statement) in self.statements_of(event) {
            let says = statement.says.as_ref().and_then(|says| says.from.zip(says.to));
            versions.extend(says.filter(|said| !versions.contains(said)));
        }
        versions.sort_unstable();
        versions
    }

    /// When an event can be. Where that is disputed, from the first to the last that its statements
    /// say: the network's own reach is over every side, also over those that believe none of them.
    fn reach(&self, event: EventIx) -> (Option<NaiveDateTime>, Option<NaiveDateTime>) {
        let bounds = self.timeline.bounds(event);
        let hull = self.versions(event).into_iter().reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
        match hull {
            Some((from, to)) if bounds.disputed => (Some(from), Some(to)),
            _ => (bounds.from, bounds.to),
        }
    }

    /// When an event is, in words; of two times that are disputed both.
    fn when(&self, event: EventIx) -> String {
        match self.versions(event).as_slice() {
            &[a, b] if self.timeline.bounds(event).disputed => when::either(a, b, self.language),
            _ => {
                let (from, to) = self.reach(event);
                when_words(from, to, self.language)
            }
        }
    }

    /// Between two things of which one is right.
    #[cfg(feature = "text")]
    fn or(&self) -> &'static str {
        crate::lang::voice(self.language).or
    }

    /// `moa:12`: the article and the line; `moa:12 (p. 3)` where it has pages.
    fn cite(&self, statement: &Statement) -> Option<String> {
        let article = statement.article.as_deref()?;
        let line = self.line(statement)?;
        Some(match self.page(statement) {
            Some(page) => format!("{article}:{line} (p. {page})"),
            None => format!("{article}:{line}"),
        })
    }

    /// The zones that would reconcile the two statements of a conflict, in words.
    fn zones_of(&self, conflict: &Conflict) -> Option<String> {
        let zones = self.zones.iter().find(|one| one.explains(conflict))?;
        let cite = |ix| self.statement(ix).and_then(|said| self.cite(said)).unwrap_or_default();
        Some(zones.words(&cite(zones.earlier.0), &cite(zones.later.0), self.language))
    }

    /// The line of its article that a statement begins on.
    fn line(&self, statement: &Statement) -> Option<usize> {
        let article = self.article(statement.article.as_deref()?)?;
        Some(line_of(article.text(), statement.span))
    }

    /// What dates an event, in the order of the statements.
    fn constraints_on(&self, event: EventIx) -> impl Iterator<Item = &'a Constraint> {
        let constraints = &self.timeline.draft().constraints;
        constraints.iter().filter(move |constraint| dates(&constraint.bond, event))
    }

    /// The events in order, in three groups: dated, not dated, and what dates a page.
    fn groups(&self) -> [Vec<EventIx>; 3] {
        let is_page = |ix: &EventIx| self.event(*ix).is_some_and(|event| event.is_publication());
        let (pages, told): (Vec<_>, Vec<_>) = self.timeline.order().into_iter().partition(is_page);
        let (dated, undated) = told.into_iter().partition(|ix| {
            let bounds = self.timeline.bounds(*ix);
            bounds.from.is_some() || bounds.to.is_some()
        });
        [dated, undated, pages]
    }
}

/// The line, counted from 1, on which a stretch of a text begins.
fn line_of(text: &str, span: Span) -> usize {
    1 + text.get(..span.start).map_or(0, |before| before.matches('\n').count())
}

#[cfg_attr(not(feature = "html"), allow(dead_code, reason = "as above"))]
/// Whether a bond says when an event is.
fn dates(bond: &Bond, of: EventIx) -> bool {
    match bond {
        Bond::Within { event, .. }
        | Bond::Spans { event, .. }
        | Bond::Offset { event, .. }
        | Bond::Window { event, .. }
        | Bond::Lasts { event, .. }
        | Bond::Impossible { event, .. } => *event == of,
        Bond::Before { before, after } => *before == of || *after == of,
        Bond::During { inner, .. } => *inner == of,
        Bond::Same { a, b } => *a == of || *b == of,
        Bond::OneOf(ways) => ways.iter().flatten().any(|bond| dates(bond, of)),
    }
}

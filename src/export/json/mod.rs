//! The JSON of timelines, conflicts and verdicts.

mod shape;

use serde_json::value::RawValue;

use super::{Exhibit, Ruler, when_words};
use crate::amount::Amount;
use crate::article::Span;
use crate::case::Answered;
use crate::claim::{Answer, SideAnswer};
use crate::constraint::Bond;
use crate::event::{EventIx, Statement, StatementIx};
use crate::extent::{Extent, moment_text};
use crate::timeline::{Because, Bounds, Conflict};
use shape::{
    Clash, Dated, Event, Heard, Hull, Id, Kind, Published, Reason, Said, Side, Stretch, Told,
    Unplaced, Unread, Verdict, Warning, Window,
};

pub use shape::{ArticleJson, CaseJson, CheckJson, ClaimJson};

/// The version of the names and their meaning; it rises when one of them changes.
const SCHEMA: u32 = 1;

/// Writes the JSON of an exhibit.
///
/// Its objects are values that serialise, with the field names of the program's `--format json`;
/// with the feature `schema` they tell their JSON Schema too.
///
/// ```
/// use frise::{Article, Exhibit, Frise, Json, Language, Limits, Timeline};
///
/// let articles = [Article::new("a", "The dam burst on 7 March 2024.", Language::En)];
/// let frise = Frise::new();
/// let draft = frise.gather(&[(&articles[0], &frise.read(&articles[0]))]).draft;
/// let timeline = Timeline::check(draft, &Limits::default())?;
/// let json = Json::new(Exhibit::new(&articles, &timeline));
/// let told = serde_json::to_value(json.article("a"))?;
/// assert_eq!(told["events"][0]["from"], "2024-03-07T00:00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Json<'a> {
    exhibit: Exhibit<'a>,
    rulers: Vec<Ruler<'a>>,
    raw_id: Option<&'a RawValue>,
}

impl<'a> Json<'a> {
    /// Of an exhibit, with its offsets and in its language.
    pub fn new(exhibit: Exhibit<'a>) -> Self {
        let ruler =
            |article: &'a crate::article::Article| Ruler::new(article.text(), exhibit.offsets);
        Self { exhibit, rulers: exhibit.articles.iter().map(ruler).collect(), raw_id: None }
    }

    /// With the id of the only article to the byte: a number stays a number.
    pub fn id(mut self, id: &'a RawValue) -> Self {
        self.raw_id = Some(id);
        self
    }

    /// The events that an article tells first, and the conflicts whose first statement stands in it:
    /// what several articles tell is written once.
    pub fn article(&self, article: &'a str) -> ArticleJson<'a> {
        let is_first = |statement: Option<&Statement>| {
            let first = statement.and_then(|statement| statement.article.as_deref());
            match first {
                Some(first) => first == article,
                // What no article tells stands with the first.
                None => self.exhibit.articles.first().is_some_and(|first| first.id() == article),
            }
        };
        let events = self.exhibit.timeline.order().into_iter();
        let clashes = |conflicts: &'a [Conflict]| {
            let here = conflicts.iter().filter(|conflict| {
                let first = conflict.statements.first();
                is_first(first.and_then(|first| self.exhibit.statement(*first)))
            });
            here.map(|conflict| self.clash(conflict)).collect()
        };
        let told = Told {
            events: events
                .filter(|event| is_first(self.first_told(*event)))
                .filter_map(|event| self.event(event))
                .collect(),
            unplaced: self.unplaced(Some(article)),
            not_read: self.not_read(Some(article)),
            conflicts: clashes(self.exhibit.timeline.conflicts()),
            notes: clashes(self.exhibit.timeline.notes()),
        };
        let (published, warnings) = (self.published(article), self.warnings(Some(article)));
        ArticleJson { schema: SCHEMA, id: self.id_of(article), published, warnings, told }
    }

    /// Only the conflicts.
    pub fn check(&self) -> CheckJson<'a> {
        let timeline = &self.exhibit.timeline;
        CheckJson {
            schema: SCHEMA,
            conflicts: timeline.conflicts().iter().map(|clash| self.clash(clash)).collect(),
            notes: timeline.notes().iter().map(|clash| self.clash(clash)).collect(),
        }
    }

    /// The whole: events, conflicts and answers.
    pub fn case(&self) -> CaseJson<'a> {
        let CheckJson { conflicts, notes, .. } = self.check();
        let order = self.exhibit.timeline.order();
        let events = order.into_iter().filter_map(|event| self.event(event)).collect();
        CaseJson {
            schema: SCHEMA,
            title: self.exhibit.title,
            warnings: self.warnings(None),
            told: Told {
                events,
                unplaced: self.unplaced(None),
                not_read: self.not_read(None),
                conflicts,
                notes,
            },
            verdicts: self.exhibit.answers.iter().map(|answered| self.verdict(answered)).collect(),
        }
    }

    /// When an article was published and how that is known, where its account is shown too.
    fn published(&self, article: &str) -> Option<Published> {
        let at = self.exhibit.articles.iter().position(|known| known.id() == article)?;
        let account = self.exhibit.accounts.get(at)?;
        let article = self.exhibit.articles.get(at)?;
        let given = article.published_at();
        let value = given.or(account.published.as_ref()).map(ToString::to_string);
        let from = match (given, &value) {
            (Some(_), _) if article.given_date().is_none() => "metadata",
            (Some(_), _) => "given",
            (None, Some(_)) => "dateline",
            (None, None) => "none",
        };
        Some(Published { value, from })
    }

    /// The warnings about an article, or all there are. What is about none stands with the first.
    fn warnings(&self, article: Option<&str>) -> Vec<Warning<'a>> {
        let first = self.exhibit.articles.first().map(crate::article::Article::id);
        let is_meant = |of: Option<&str>| article.is_none() || of.or(first) == article;
        let meant = self.exhibit.warnings.iter().filter(|one| is_meant(one.article.as_deref()));
        let told = meant.map(|warning| {
            let id = warning.article.as_deref();
            let at = |byte| id.and_then(|id| self.at(id, byte));
            Warning {
                kind: warning.about.kind(),
                text: warning.text(self.exhibit.language),
                article: id.map(|id| self.id_of(id)),
                start: warning.span.and_then(|span| at(span.start)),
                end: warning.span.and_then(|span| at(span.end)),
            }
        });
        told.collect()
    }

    /// One answer.
    pub fn claim(&self, answered: &'a Answered) -> ClaimJson<'a> {
        ClaimJson { schema: SCHEMA, verdict: self.verdict(answered) }
    }

    fn event(&self, ix: EventIx) -> Option<Event<'a>> {
        let event = self.exhibit.event(ix)?;
        let timeline = &self.exhibit.timeline;
        let bounds = timeline.bounds(ix);
        let first = self.first_told(ix);
        let (from, to) = moments(bounds);
        let window = timeline.window(ix).map(|window| {
            let (from, to) = moments(window);
            Window { from, to }
        });
        Some(Event {
            id: &event.id,
            label: &event.label,
            class: event.class.as_deref(),
            article: first.and_then(|first| Some(self.id_of(first.article.as_deref()?))),
            start: first.and_then(|first| self.offset(first, first.span.start)),
            end: first.and_then(|first| self.offset(first, first.span.end)),
            from,
            to,
            disputed: bounds.disputed,
            window,
            status: event.status.word(),
            source: first.and_then(|first| self.source(first)),
            statements: self.exhibit.statements_of(ix).map(|(_, said)| self.dated(said)).collect(),
            because: self.dating(ix),
        })
    }

    /// The times that date no event: of one article, or of all.
    fn unplaced(&self, article: Option<&str>) -> Vec<Unplaced<'a>> {
        let here = self.exhibit.timeline.draft().unplaced.iter();
        here.filter(|one| article.is_none_or(|article| one.article == article))
            .map(|one| Unplaced {
                article: self.id_of(&one.article),
                start: self.at(&one.article, one.span.start),
                end: self.at(&one.article, one.span.end),
                text: &one.text,
                from: one.extent.from_text(),
                to: one.extent.to_text(),
                why: one.why.word(),
            })
            .collect()
    }

    /// The stretches that were not understood: of one article, or of all.
    fn not_read(&self, article: Option<&str>) -> Vec<Unread<'a>> {
        let here = self.exhibit.timeline.draft().not_read.iter();
        here.filter(|one| article.is_none_or(|article| one.article == article))
            .map(|one| Unread {
                article: self.id_of(&one.article),
                start: self.at(&one.article, one.span.start),
                end: self.at(&one.article, one.span.end),
                why: one.why.word(),
            })
            .collect()
    }

    /// Who says it: the person quoted, else the publisher.
    fn source(&self, statement: &'a Statement) -> Option<&'a str> {
        let article = statement.article.as_deref().and_then(|id| self.exhibit.article(id));
        statement.source.as_deref().or_else(|| article?.source_name())
    }

    fn dated(&self, statement: &'a Statement) -> Dated<'a> {
        let says = statement.says.as_ref();
        Dated {
            said: self.said(statement),
            from: says.and_then(Extent::from_text),
            to: says.and_then(Extent::to_text),
            hull: (statement.hull).map(|hull| Hull { from: hull.from_text(), to: hull.to_text() }),
            status: statement.status.word(),
            source: self.source(statement),
            head: self.stretch(statement, statement.head),
            subject: self.stretch(statement, statement.subject),
            object: self.stretch(statement, statement.object),
        }
    }

    fn stretch(&self, statement: &Statement, span: Option<Span>) -> Option<Stretch> {
        let span = span?;
        let start = self.offset(statement, span.start)?;
        Some(Stretch { start, end: self.offset(statement, span.end)? })
    }

    fn said(&self, statement: &'a Statement) -> Said<'a> {
        Said {
            article: statement.article.as_deref().map(|id| self.id_of(id)),
            start: self.offset(statement, statement.span.start),
            end: self.offset(statement, statement.span.end),
            page: self.exhibit.page(statement),
            text: statement.text.clone(),
        }
    }

    fn all_said(&self, statements: &[StatementIx]) -> Vec<Said<'a>> {
        statements.iter().filter_map(|ix| Some(self.said(self.exhibit.statement(*ix)?))).collect()
    }

    /// How an event came to its date: the steps of each statement, and what it hangs on.
    fn dating(&self, ix: EventIx) -> Vec<Reason<'a>> {
        let mut reasons = Vec::new();
        for (_, statement) in self.exhibit.statements_of(ix) {
            for step in &statement.steps {
                let span = statement.dated_by.first().unwrap_or(&statement.span);
                reasons.push(Reason {
                    text: step.text(self.exhibit.language),
                    article: statement.article.as_deref().map(|id| self.id_of(id)),
                    start: self.offset(statement, span.start),
                    end: self.offset(statement, span.end),
                    rule: None,
                    why: Some(Kind::Why(step)),
                });
            }
        }
        for constraint in self.exhibit.constraints_on(ix) {
            let reason = &constraint.reason;
            let statement = constraint.statement.and_then(|ix| self.exhibit.statement(ix));
            let offset = |byte| statement.and_then(|statement| self.offset(statement, byte));
            reasons.push(Reason {
                text: reason.says.text(self.exhibit.language),
                article: statement
                    .and_then(|statement| statement.article.as_deref())
                    .map(|id| self.id_of(id)),
                start: reason.span.and_then(|span| offset(span.start)),
                end: reason.span.and_then(|span| offset(span.end)),
                rule: Some(&reason.rule),
                why: Some(Kind::Why(&reason.says)),
            });
            if let Bond::Offset { anchor, .. } = &constraint.bond {
                reasons.extend(self.anchor(*anchor));
            }
        }
        reasons
    }

    /// When the event that another hangs on is.
    fn anchor(&self, ix: EventIx) -> Option<Reason<'a>> {
        let event = self.exhibit.event(ix)?;
        let bounds = self.exhibit.timeline.bounds(ix);
        let when = when_words(bounds.from, bounds.to, self.exhibit.language);
        let text = format!("{}: {when}", event.label);
        Some(Reason { text, article: None, start: None, end: None, rule: None, why: None })
    }

    fn clash(&self, conflict: &'a Conflict) -> Clash<'a> {
        let mut statements = self.all_said(&conflict.statements);
        statements.extend(conflict.because.iter().filter(|because| because.is_given()).map(
            |given| Said {
                article: None,
                start: None,
                end: None,
                page: None,
                text: given.text(self.exhibit.language),
            },
        ));
        Clash {
            statements,
            short_by: short_by(&conflict.short_by),
            because: self.because(&conflict.because),
            help: conflict.help(self.exhibit.language),
            zones: self.exhibit.zones_of(conflict),
        }
    }

    fn verdict(&self, answered: &'a Answered) -> Verdict<'a> {
        let verdict = &answered.verdict;
        let side = |side: &'a SideAnswer| Side {
            answer: side.answer.word(),
            believes: self.all_said(&side.believes),
            doubts: self.all_said(&side.doubts),
            because: self.because(&side.because),
        };
        Verdict {
            claim: &answered.text,
            answer: verdict.answer.word(),
            read_as: answered.heard.as_ref().and_then(|heard| heard.read_as.as_deref()),
            heard: answered.heard.as_ref().map(Heard::of),
            expect: answered.expect.map(Answer::word),
            because: self.because(&verdict.because),
            sides: verdict.sides.iter().map(side).collect(),
        }
    }

    fn because(&self, because: &'a [Because]) -> Vec<Reason<'a>> {
        let reasons = because.iter().map(|because| {
            let article = because.article.as_deref();
            let offset = |byte| article.and_then(|id| self.at(id, byte));
            Reason {
                text: because.text(self.exhibit.language),
                article: article.map(|id| self.id_of(id)),
                start: because.span.and_then(|span| offset(span.start)),
                end: because.span.and_then(|span| offset(span.end)),
                rule: because.rule.as_deref(),
                why: Some(Kind::Step(&because.step)),
            }
        });
        reasons.collect()
    }

    fn id_of(&self, article: &'a str) -> Id<'a> {
        self.raw_id.map_or(Id::Text(article), Id::Raw)
    }

    /// The first statement of an event that stands in an article.
    fn first_told(&self, event: EventIx) -> Option<&'a Statement> {
        let mut statements = self.exhibit.statements_of(event).map(|(_, statement)| statement);
        statements.find(|statement| statement.article.is_some())
    }

    /// The offset of a byte of an article.
    fn at(&self, article: &str, byte: usize) -> Option<usize> {
        let at = self.exhibit.articles.iter().position(|known| known.id() == article)?;
        Some(self.rulers.get(at)?.at(byte))
    }

    fn offset(&self, statement: &Statement, byte: usize) -> Option<usize> {
        self.at(statement.article.as_deref()?, byte)
    }
}

fn moments(bounds: Bounds) -> (Option<String>, Option<String>) {
    (bounds.from.map(moment_text), bounds.to.map(moment_text))
}

/// An amount as ISO 8601 writes it: `P1D`.
fn short_by(amount: &Amount) -> String {
    amount.to_string()
}

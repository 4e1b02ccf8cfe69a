//! A report in plain text, on lines of a width: what the claims come to, conflicts, events.

mod bars;
mod bounds;
mod conflict;
mod events;
mod excerpt;
mod paint;
mod verdict;

use textwrap::core::display_width;
use textwrap::{Options, WordSplitter};

use super::Exhibit;
use crate::article::Language;
use crate::case::Answered;
use crate::claim::Answer;
use crate::event::Statement;
use crate::lang::labels::{Labels, Phrase};
use crate::lang::voice;
use crate::timeline::Conflict;
use paint::Paint;

pub use bounds::bounds_words;

/// From so many claims and conflicts on a report begins with all of them, a line each.
const MUCH: usize = 6;

/// How a report is written.
///
/// ```
/// use frise::{ReportPart, Text};
/// let for_a_narrow_screen = Text::new().width(60).only(ReportPart::Conflicts);
/// # let _ = for_a_narrow_screen;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    width: usize,
    colours: bool,
    bars: bool,
    brief: bool,
    only: Option<ReportPart>,
}

/// A part of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReportPart {
    /// The claims and their answers.
    Claims,
    /// The conflicts, or that there are none.
    Conflicts,
    /// The events.
    Events,
}

impl Text {
    /// Lines of 100 columns, without colours, the whole of it.
    pub const fn new() -> Self {
        Self { width: 100, colours: false, bars: false, brief: false, only: None }
    }

    /// With lines of another width.
    pub const fn width(mut self, columns: usize) -> Self {
        self.width = columns;
        self
    }

    /// With the colours of a terminal.
    pub const fn colours(mut self, wanted: bool) -> Self {
        self.colours = wanted;
        self
    }

    /// With a small drawing beside the events, where there is room for both.
    pub const fn bars(mut self, wanted: bool) -> Self {
        self.bars = wanted;
        self
    }

    /// A line each for claims, conflicts and events: no proofs, no quotations.
    pub const fn brief(mut self, wanted: bool) -> Self {
        self.brief = wanted;
        self
    }

    /// Only one part of it.
    pub const fn only(mut self, part: ReportPart) -> Self {
        self.only = Some(part);
        self
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::new()
    }
}

impl Exhibit<'_> {
    /// A report for people: a line of summary, the claims with their proofs, the conflicts with their
    /// sentences, the events in order.
    ///
    /// ```
    /// # use frise::{Article, Exhibit, Frise, Language, Limits, Text, Timeline};
    /// let articles = [Article::new("a", "The dam burst on 7 March 2024.", Language::En)];
    /// let frise = Frise::new();
    /// let draft = frise.gather(&[(&articles[0], &frise.read(&articles[0]))]).draft;
    /// let timeline = Timeline::check(draft, &Limits::default())?;
    /// let report = Exhibit::new(&articles, &timeline).text(Text::new());
    /// assert!(report.starts_with("0 conflicts; 1 event\n"));
    /// # Ok::<(), frise::Error>(())
    /// ```
    pub fn text(&self, how: Text) -> String {
        let drawn = how.bars && bars::TEXT + bars::ROOM <= how.width;
        let report = Report {
            exhibit: *self,
            labels: voice(self.language).labels,
            paint: Paint { is_on: how.colours },
            width: how.width,
            drawn,
            brief: how.brief,
            out: String::new(),
        };
        report.write(how.only)
    }
}

/// A report that is being written.
struct Report<'a> {
    exhibit: Exhibit<'a>,
    labels: &'static Labels,
    paint: Paint,
    width: usize,
    /// Whether events are also drawn.
    drawn: bool,
    brief: bool,
    out: String,
}

impl Report<'_> {
    fn write(mut self, only: Option<ReportPart>) -> String {
        match only {
            Some(ReportPart::Claims) => self.verdicts(),
            Some(ReportPart::Conflicts) => {
                self.conflicts();
                if self.exhibit.timeline.conflicts().is_empty() {
                    self.line("", self.labels.no_conflict);
                }
            }
            Some(ReportPart::Events) => self.events(),
            None => {
                if let Some(title) = self.exhibit.title {
                    let title = self.paint.bold(title);
                    self.line("", &title);
                }
                self.summary();
                self.overview();
                self.verdicts();
                self.conflicts();
                self.events();
            }
        }
        self.out
    }

    /// Where there is much to tell, all answers and conflicts a line each before the proofs.
    fn overview(&mut self) {
        let conflicts = Conflict::alike(self.exhibit.timeline.conflicts(), self.language()).len();
        let claims = self.exhibit.answers.len();
        if self.brief || claims == 0 || claims + conflicts < MUCH {
            return;
        }
        self.brief = true;
        self.verdicts();
        for (headline, _) in Conflict::alike(self.exhibit.timeline.conflicts(), self.language()) {
            let word = self.paint.red(self.labels.conflict_mark);
            self.hanging("", "  ", &format!("{word} {headline}"));
        }
        self.brief = false;
    }

    /// One line: how many claims have which answer, how many conflicts and events there are.
    fn summary(&mut self) {
        let timeline = self.exhibit.timeline;
        let order =
            [Answer::Supported, Answer::Contradicted, Answer::Undetermined, Answer::Disputed];
        let count = |answer: Answer| {
            self.exhibit.answers.iter().filter(|one| one.verdict.answer == answer).count()
        };
        let answers: Vec<(usize, &str)> = (order.into_iter())
            .map(|answer| (count(answer), answer.name(self.language())))
            .filter(|(n, _)| *n != 0)
            .collect();
        let conflicts = Conflict::alike(timeline.conflicts(), self.language()).len();
        let [dated, undated, published] = self.exhibit.groups();
        if dated.len() + undated.len() + published.len() + self.exhibit.answers.len() == 0 {
            return;
        }
        let told = self.phrase(&Phrase::Summary {
            claims: self.exhibit.answers.len(),
            answers: &answers,
            conflicts,
            events: dated.len() + undated.len(),
        });
        self.line("", &told);
    }

    fn language(&self) -> Language {
        self.exhibit.language
    }

    fn phrase(&self, phrase: &Phrase<'_>) -> String {
        (voice(self.language()).phrase)(phrase)
    }

    /// `moa:12`.
    fn cite(&self, statement: &Statement) -> Option<String> {
        self.exhibit.cite(statement)
    }

    /// A paragraph behind an indentation.
    fn line(&mut self, indent: &str, text: &str) {
        self.hanging(indent, &" ".repeat(display_width(indent)), text);
    }

    /// A paragraph whose first line begins otherwise than the others. Dates and ids are not broken.
    fn hanging(&mut self, first: &str, rest: &str, text: &str) {
        let options = Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(rest)
            .word_splitter(WordSplitter::NoHyphenation)
            .break_words(false);
        let text = (voice(self.language()).unbroken)(text);
        for line in textwrap::wrap(&text, options) {
            self.out.push_str(line.trim_end());
            self.out.push('\n');
        }
    }

    /// An empty line between things, not before the first.
    fn gap(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}

/// A claim whose answer is another if a source is left out or a statement is believed.
#[derive(Clone, Copy, Debug)]
pub struct AnswerChange<'a> {
    /// The claim.
    pub claim: &'a str,
    /// Its answer now.
    pub was: Answer,
    /// Its answer then; nothing where it cannot be asked any more.
    pub is: Option<Answer>,
    /// Why it cannot.
    pub why: Option<&'a str>,
}

/// What changes without some sources, or believing some statements, as lines for people. `conflicts`
/// are those there are, and those there are then.
pub fn what_if_words(
    without: &[String],
    believing: &[String],
    changes: &[AnswerChange<'_>],
    [before, after]: [usize; 2],
    language: Language,
) -> String {
    let voice = voice(language);
    let phrase = |phrase: &Phrase<'_>| (voice.phrase)(phrase);
    let head = Phrase::WhatIf { without, believing, changes: changes.len() };
    let mut lines = phrase(&head) + "\n";
    for change in changes {
        let was = change.was.name(language);
        let is = change.is.map_or(voice.labels.not_asked, |is| is.name(language));
        let why = change.why.map_or(String::new(), |why| format!(" ({why})"));
        lines.push_str(&format!("  {was} → {is}{}{}{why}\n", voice.labels.colon, change.claim));
    }
    let count = [before, after].map(|n| n.to_string()).join(" → ");
    lines.push_str(&format!("  {}{}{count}\n", voice.labels.conflicts[1], voice.labels.colon));
    lines
}

/// How many of some claims have another answer than the one expected.
fn unexpected(answered: &[Answered]) -> usize {
    answered.iter().filter(|answered| !answered.is_as_expected()).count()
}

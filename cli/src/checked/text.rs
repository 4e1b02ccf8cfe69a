//! A timeline, its conflicts and verdicts, told to people.

mod bars;
mod conflict;
mod events;
mod excerpt;
mod verdict;

use frise::{Answered, Language};
use textwrap::Options;
use textwrap::core::display_width;

use super::{Checked, Places};
use crate::paint::Paint;

/// Tells a timeline on lines of a width.
pub(crate) struct Teller<'a> {
    checked: &'a Checked,
    places: Places<'a>,
    paint: Paint,
    width: usize,
    /// Whether events are also drawn.
    drawn: bool,
    out: String,
}

impl<'a> Teller<'a> {
    pub(crate) fn new(checked: &'a Checked, paint: Paint, width: usize) -> Self {
        let places = Places::new(&checked.articles);
        Self { checked, places, paint, width, drawn: false, out: String::new() }
    }

    /// With a small drawing beside the events, where there is room for both.
    pub(crate) fn drawn(mut self, wanted: bool) -> Self {
        self.drawn = wanted && bars::TEXT + bars::ROOM <= self.width;
        self
    }

    /// The timeline and its conflicts.
    pub(crate) fn timeline(mut self) -> String {
        self.events();
        self.conflicts();
        self.out
    }

    /// Only the conflicts, or that there are none.
    pub(crate) fn check(mut self) -> String {
        self.conflicts();
        if self.checked.timeline.conflicts().is_empty() {
            self.line("", self.pick("no conflict", "aucun conflit"));
        }
        self.out
    }

    /// A whole case.
    pub(crate) fn case(mut self, title: Option<&str>, answered: &[Answered]) -> String {
        if let Some(title) = title {
            let title = self.paint.bold(title);
            self.line("", &title);
            self.gap();
        }
        self.events();
        self.conflicts();
        self.verdicts(answered);
        self.out
    }

    /// One claim, answered.
    pub(crate) fn claim(mut self, answered: &Answered) -> String {
        self.verdict(answered);
        self.out
    }

    /// The words of an explanation, in its language.
    fn pick<'w>(&self, en: &'w str, fr: &'w str) -> &'w str {
        match self.checked.explain {
            Language::En => en,
            Language::Fr => fr,
        }
    }

    /// Words between quotation marks.
    fn quoted(&self, words: &str) -> String {
        match self.checked.explain {
            Language::En => format!("“{words}”"),
            Language::Fr => format!("« {words} »"),
        }
    }

    /// A paragraph behind an indentation.
    fn line(&mut self, indent: &str, text: &str) {
        self.hanging(indent, &" ".repeat(display_width(indent)), text);
    }

    /// A paragraph whose first line begins otherwise than the others.
    fn hanging(&mut self, first: &str, rest: &str, text: &str) {
        let options = Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(rest)
            .break_words(false);
        for line in textwrap::wrap(text, options) {
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

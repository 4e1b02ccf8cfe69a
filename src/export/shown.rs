//! What most formats show of an event.

use chrono::NaiveDateTime;

use super::{Exhibit, when_words};
use crate::event::{Event, EventIx, Statement};
use crate::timeline::Bounds;

/// An event, when it can be, and who says so.
pub(super) struct Shown<'a> {
    pub(super) event: &'a Event,
    /// The bounds. Where the sides differ, those of what the statements say: the timeline's own
    /// also count the sides that believe none of them.
    pub(super) bounds: Bounds,
    /// When it is, in words; of two times that are disputed both.
    pub(super) when: String,
    pub(super) window: Option<Bounds>,
    /// A clause that states two things is there once.
    pub(super) statements: Vec<&'a Statement>,
}

impl Shown<'_> {
    /// Both bounds, where it has both.
    pub(super) fn stretch(&self) -> Option<(NaiveDateTime, NaiveDateTime)> {
        stretch(&self.bounds)
    }
}

/// Both bounds, where there are both.
pub(super) fn stretch(bounds: &Bounds) -> Option<(NaiveDateTime, NaiveDateTime)> {
    bounds.from.zip(bounds.to).filter(|(from, to)| from < to)
}

impl<'a> Exhibit<'a> {
    /// The events in the order in which they are told: dated, not dated, what dates a page.
    pub(super) fn shown(&self) -> impl Iterator<Item = Shown<'a>> {
        let exhibit = *self;
        self.groups().into_iter().flatten().filter_map(move |ix| exhibit.show(ix))
    }

    /// One event.
    pub(super) fn show(&self, ix: EventIx) -> Option<Shown<'a>> {
        let mut statements: Vec<&Statement> =
            self.statements_of(ix).map(|(_, statement)| statement).collect();
        let mut bounds = self.timeline.bounds(ix);
        (bounds.from, bounds.to) = self.reach(ix);
        statements.dedup_by(|next, before| {
            next.article.is_some() && (&next.article, next.span) == (&before.article, before.span)
        });
        let window = self.timeline.window(ix);
        let when = self.when(ix);
        Some(Shown { event: self.event(ix)?, bounds, when, window, statements })
    }

    /// Bounds in words of the exhibit's language.
    pub(super) fn words_of(&self, bounds: &Bounds) -> String {
        when_words(bounds.from, bounds.to, self.language)
    }
}

/// Words on one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

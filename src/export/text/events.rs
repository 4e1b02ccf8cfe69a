//! The events, in order, each with its bounds and the words it comes from.

use std::fmt::Write;

use textwrap::core::display_width;

use super::Report;
use super::bars::{self, Axis, Drawn};
use super::bounds::{bounds_words, stretch};
use super::excerpt::excerpt;
use crate::article::Span;
use crate::event::{Event, EventIx, Statement, UnplacedWhy, UnreadWhy};
use crate::export::{line_of, words};

/// The most columns that the bounds take before the label begins on a line of its own: more where
/// lines are long.
fn widest(width: usize) -> usize {
    if width < 100 { 23 } else { 35 }
}

impl Report<'_> {
    /// All events: what happened, then what has no date, then when things were published.
    pub(super) fn events(&mut self) {
        let [dated, undated, published] = self.exhibit.groups();
        self.gap();
        if dated.is_empty() && undated.is_empty() && published.is_empty() {
            self.line("", self.labels.no_event);
            return;
        }
        let widths = dated.iter().chain(&published).map(|ix| display_width(&self.when(*ix)));
        let column = widths.filter(|width| *width <= widest(self.width)).max().unwrap_or(10);
        let all: Vec<Drawn> = dated.iter().chain(&published).map(|ix| self.drawing(*ix)).collect();
        let axis = Axis::of(&all).filter(|_| self.drawn);
        let whole = self.width;
        if let Some(axis) = axis {
            let ends = self.paint.dim(&axis.ends());
            self.out.push_str(&format!("{}{ends}\n", " ".repeat(whole - bars::ROOM + 2)));
            self.width -= bars::ROOM;
        }
        self.list("", &dated, column, axis);
        self.list(self.labels.not_dated, &undated, 0, None);
        self.list(self.labels.published_then, &published, column, axis);
        self.width = whole;
        if !self.brief {
            self.not_placed();
        }
    }

    /// The times that date no event, and the stretches that were not read: nothing is dropped in silence.
    /// What belongs to the page is not told here.
    fn not_placed(&mut self) {
        let draft = self.exhibit.timeline.draft();
        let placed = |article: &str, span: Span| {
            let line = self.exhibit.article(article).map(|article| line_of(article.text(), span));
            line.map_or(article.to_owned(), |line| format!("{article}:{line}"))
        };
        let times: Vec<String> = (draft.unplaced.iter())
            .filter(|one| one.why != UnplacedWhy::Furniture)
            .map(|one| {
                let place = self.paint.dim(&placed(&one.article, one.span));
                let when = bounds_words(one.extent.from, one.extent.to, self.language());
                let words = one.text.split_whitespace().collect::<Vec<_>>().join(" ");
                format!("{place}  {words}  → {when} ({})", (self.labels.unplaced)(one.why))
            })
            .collect();
        let unread: Vec<String> = (draft.not_read.iter())
            .filter(|one| one.why != UnreadWhy::Furniture)
            .map(|one| {
                let place = self.paint.dim(&placed(&one.article, one.span));
                format!("{place}  {}", (self.labels.unread)(one.why))
            })
            .collect();
        for (title, lines) in [(self.labels.not_placed, times), (self.labels.not_read, unread)] {
            if lines.is_empty() {
                continue;
            }
            self.gap();
            let title = self.paint.bold(title);
            self.line("", &title);
            for line in lines {
                self.hanging("  ", "    ", &line);
            }
        }
    }

    /// What is drawn of an event.
    fn drawing(&self, ix: EventIx) -> Drawn {
        let (from, to) = self.exhibit.reach(ix);
        let disputed = self.exhibit.timeline.bounds(ix).disputed;
        let covers = self.exhibit.timeline.window(ix).and_then(|window| window.to);
        Drawn { from, to, covers, disputed }
    }

    fn list(&mut self, title: &str, events: &[EventIx], column: usize, axis: Option<Axis>) {
        if events.is_empty() {
            return;
        }
        if !title.is_empty() {
            self.gap();
            let title = self.paint.bold(title);
            self.line("", &title);
        }
        for ix in events {
            let begin = self.out.len();
            self.event(*ix, column);
            if let Some(axis) = axis {
                self.draw(begin, &axis.draw(self.drawing(*ix)));
            }
        }
    }

    /// Puts a drawing at the end of the line that begins at a place.
    fn draw(&mut self, begin: usize, drawing: &str) {
        let Some(line) = self.out.get(begin..).and_then(|rest| rest.lines().next()) else { return };
        let padding = " ".repeat((self.width + 2).saturating_sub(display_width(line)));
        self.out.insert_str(begin + line.len(), &format!("{padding}{drawing}"));
    }

    /// One event: its bounds and label, then the words of each statement.
    fn event(&mut self, ix: EventIx, column: usize) {
        let Some(event) = self.exhibit.event(ix) else { return };
        let when = if column == 0 { String::new() } else { self.when(ix) };
        let indent = " ".repeat(if column == 0 { 2 } else { column + 2 });
        let title = self.title(ix, event);
        if display_width(&when) <= column {
            let padding = " ".repeat(column - display_width(&when));
            let first = if column == 0 { indent.clone() } else { format!("{when}{padding}  ") };
            self.hanging(&first, &indent, &title);
        } else {
            self.line("", &when);
            self.line(&indent, &title);
        }
        if self.brief {
            return;
        }
        let mut statements: Vec<&Statement> =
            self.exhibit.statements_of(ix).map(|(_, statement)| statement).collect();
        // One clause can state a date and a window: its words are shown once.
        statements.dedup_by(|next, before| {
            next.article.is_some() && (&next.article, next.span) == (&before.article, before.span)
        });
        // Where all statements say the same, the bounds of the event have said it.
        let differ = statements.windows(2).any(|pair| pair[0].says != pair[1].says);
        for statement in statements {
            self.statement(statement, &indent, differ);
        }
    }

    fn title(&self, ix: EventIx, event: &Event) -> String {
        let bounds = self.exhibit.timeline.bounds(ix);
        let mut title = self.paint.bold(&event.label);
        let mut notes = Vec::new();
        notes.extend(words::status(event.status, self.language()).map(str::to_owned));
        if bounds.disputed {
            notes.push(self.paint.red(self.labels.disputed));
        }
        if let Some(window) = self.exhibit.timeline.window(ix) {
            let bounds = bounds_words(window.from, window.to, self.language());
            notes.push(format!("{} {bounds}", self.labels.covers));
        }
        if !notes.is_empty() {
            let _ = write!(title, " ({})", notes.join(", "));
        }
        let _ = write!(title, "  {}", self.paint.dim(&format!("[{}]", event.id)));
        title
    }

    fn statement(&mut self, statement: &Statement, indent: &str, with_date: bool) {
        let mut said = self.said(statement);
        if with_date && let Some(extent) = &statement.says {
            let _ = write!(said, "  → {}", bounds_words(extent.from, extent.to, self.language()));
        }
        let hanging = format!("{indent}  ");
        self.hanging(indent, &hanging, &said);
    }

    /// Where a statement stands, who says it, and its words.
    pub(super) fn said(&self, statement: &Statement) -> String {
        let (Some(id), Some(place)) = (statement.article.as_deref(), self.cite(statement)) else {
            return format!("{}  {}", self.labels.yours, statement.text);
        };
        let article = self.exhibit.article(id);
        let source = statement.source.as_deref().or_else(|| article?.source_name());
        let source = source.map_or(String::new(), |source| format!(" ({source})"));
        let focus = statement.dated_by.first().copied();
        let words = match article {
            Some(article) => excerpt(article.text(), statement.span, focus),
            None => statement.text.clone(),
        };
        format!("{}  {words}", self.paint.dim(&format!("{place}{source}")))
    }

    /// The bounds of an event; of two times that are disputed both.
    fn when(&self, ix: EventIx) -> String {
        if let [one, other] = self.exhibit.versions(ix).as_slice()
            && self.exhibit.timeline.bounds(ix).disputed
        {
            let [one, other] = [one, other].map(|(from, to)| stretch(*from, *to));
            return format!("{one} {} {other}", self.exhibit.or());
        }
        let (from, to) = self.exhibit.reach(ix);
        bounds_words(from, to, self.language())
    }
}

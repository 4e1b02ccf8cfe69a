//! The events, in order, each with its bounds and the words it comes from.

use std::fmt::Write;

use frise::chrono::NaiveDateTime;
use frise::{Event, EventIx, Statement, Status};
use textwrap::core::display_width;

use super::Teller;
use super::bars::{self, Axis, Drawn};
use super::excerpt::excerpt;
use crate::bounds;

/// The class of what dates a page: it is shown apart from what happened.
const PUBLICATION: &str = "publication";

/// The most columns that the bounds take before the label begins on a line of its own.
const WIDEST: usize = 35;

impl Teller<'_> {
    /// All events: what happened, then what has no date, then when things were published.
    pub(super) fn events(&mut self) {
        let order = self.checked.timeline.order();
        if order.is_empty() {
            self.line("", "no dated event found");
            return;
        }
        let is_publication = |ix: &EventIx| {
            let class = self.checked.event(*ix).and_then(|event| event.class.as_deref());
            class == Some(PUBLICATION)
        };
        let (published, told): (Vec<_>, Vec<_>) = order.into_iter().partition(is_publication);
        let (dated, undated): (Vec<_>, Vec<_>) = told.into_iter().partition(|ix| {
            let bounds = self.checked.timeline.bounds(*ix);
            bounds.from.is_some() || bounds.to.is_some()
        });
        let widths = dated.iter().chain(&published).map(|ix| display_width(&self.when(*ix)));
        let column = widths.filter(|width| *width <= WIDEST).max().unwrap_or(10);
        let all: Vec<Drawn> = dated.iter().chain(&published).map(|ix| self.drawing(*ix)).collect();
        let axis = Axis::of(&all).filter(|_| self.drawn);
        let whole = self.width;
        if let Some(axis) = axis {
            let ends = self.paint.dim(&axis.ends());
            self.out.push_str(&format!("{}{ends}\n", " ".repeat(whole - bars::ROOM + 2)));
            self.width -= bars::ROOM;
        }
        self.list("", &dated, column, axis);
        self.list("not dated", &undated, 0, None);
        self.list("published", &published, column, axis);
        self.width = whole;
    }

    /// What is drawn of an event.
    fn drawing(&self, ix: EventIx) -> Drawn {
        let (from, to) = self.reach(ix);
        let disputed = self.checked.timeline.bounds(ix).disputed;
        let covers = self.checked.timeline.window(ix).and_then(|window| window.to);
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
        let Some(event) = self.checked.event(ix) else { return };
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
        let mut statements: Vec<&Statement> = self.checked.statements_of(ix).collect();
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
        let bounds = self.checked.timeline.bounds(ix);
        let mut title = self.paint.bold(&event.label);
        let mut notes = Vec::new();
        match event.status {
            Status::Asserted => {}
            status => notes.push(status.word().to_owned()),
        }
        if bounds.disputed {
            notes.push(self.paint.red("disputed"));
        }
        if let Some(window) = self.checked.timeline.window(ix) {
            notes.push(format!("covers {}", bounds::words(window.from, window.to)));
        }
        if !notes.is_empty() {
            let _ = write!(title, " ({})", notes.join(", "));
        }
        let _ = write!(title, "  {}", self.paint.dim(&format!("[{}]", event.id)));
        title
    }

    fn statement(&mut self, statement: &Statement, indent: &str, with_date: bool) {
        let mut said = self.cited(statement);
        if with_date && let Some(extent) = &statement.says {
            let _ = write!(said, "  → {}", bounds::of(extent));
        }
        let hanging = format!("{indent}  ");
        self.hanging(indent, &hanging, &said);
    }

    /// Where a statement stands, who says it, and its words.
    pub(super) fn cited(&self, statement: &Statement) -> String {
        let Some(id) = statement.article.as_deref() else {
            return format!("yours  {}", statement.text);
        };
        let article = self.checked.article(id);
        let place = self.places.cite(id, statement.span.start);
        let source = statement.source.as_deref().or_else(|| article?.source_name());
        let source = source.map_or(String::new(), |source| format!(" ({source})"));
        let focus = statement.dated_by.first().copied();
        let words = match article {
            Some(article) => excerpt(article.text(), statement.span, focus),
            None => statement.text.clone(),
        };
        format!("{}  {words}", self.paint.dim(&format!("{place}{source}")))
    }

    /// The bounds of an event. Where its date is disputed, those of what its statements say: the
    /// network's own reach over every side, also those that believe none of them.
    fn when(&self, ix: EventIx) -> String {
        let (from, to) = self.reach(ix);
        bounds::words(from, to)
    }

    fn reach(&self, ix: EventIx) -> (Option<NaiveDateTime>, Option<NaiveDateTime>) {
        let bounds = self.checked.timeline.bounds(ix);
        let said = self.checked.statements_of(ix).filter_map(|statement| statement.says.as_ref());
        let said = said.filter(|extent| extent.from.is_some() && extent.to.is_some());
        let hull = said
            .map(|extent| (extent.from, extent.to))
            .reduce(|hull, next| (hull.0.min(next.0), hull.1.max(next.1)));
        match hull {
            Some(hull) if bounds.disputed => hull,
            _ => (bounds.from, bounds.to),
        }
    }
}

//! The events as rows: when in words, what is drawn, and how the date came about.

use chrono::NaiveDateTime;

use super::{COLOURS, Page, escape, list};
use crate::constraint::Bond;
use crate::event::{Event, EventIx, Status};
use crate::export::{when_words, words};
use crate::extent::Extent;
use crate::timeline::{Conflict, Moment, Step};

/// The minutes of a day.
const DAY: i64 = 24 * 60;

/// The number that chrono gives to 1 January 1970, where JavaScript counts from.
const EPOCH: i64 = 719_163;

impl Page<'_> {
    /// The tools, the key and all events.
    pub(super) fn chart(&mut self) {
        let labels = self.labels;
        self.push(&format!(
            "<section aria-labelledby=\"h-t\">\n<div class=\"head\"><h2 id=\"h-t\">{}</h2>",
            labels.timeline
        ));
        let groups = self.exhibit.groups();
        if groups.iter().all(Vec::is_empty) {
            self.push(&format!("</div>\n<p>{}</p>\n</section>\n", labels.nothing));
            return;
        }
        let tools =
            [("out", "−", labels.zoom_out), ("fit", "⤢", labels.fit), ("in", "+", labels.zoom_in)];
        self.push("<div class=\"tools\">");
        for (act, sign, label) in tools {
            self.push(&format!(
                "<button type=\"button\" data-zoom=\"{act}\" aria-label=\"{label}\" title=\"{label}\">{sign}</button>"
            ));
        }
        self.push("</div></div>\n");
        self.key();
        self.push(
            "<div class=\"chart\"><div class=\"inner\">\n<div class=\"grid\" aria-hidden=\"true\"></div>\
             <div class=\"axis\" aria-hidden=\"true\"><div class=\"scale\"></div></div>\n",
        );
        let titles = ["", labels.undated, labels.published];
        for (title, events) in titles.into_iter().zip(groups) {
            if events.is_empty() {
                continue;
            }
            if !title.is_empty() {
                self.push(&format!("<h3>{title}</h3>\n"));
            }
            self.push("<ol class=\"rows\">\n");
            events.into_iter().for_each(|ix| self.row(ix));
            self.push("</ol>\n");
        }
        self.push("</div></div>\n</section>\n");
    }

    /// What the marks mean, and who the colours are.
    fn key(&mut self) {
        let labels = self.labels;
        self.push(&format!(
            "<details class=\"key\" open><summary>{}</summary><p>\
             <span><i class=\"k k-core\"></i>{}</span> <span><i class=\"k k-may\"></i>{}</span> \
             <span><i class=\"k k-win\"></i>{}</span> <span><i class=\"k k-dis\"></i>{}</span> \
             <span><i class=\"k k-brk\"></i>{}</span></p><p>",
            labels.key,
            labels.key_certain,
            labels.key_possible,
            labels.key_window,
            labels.key_disputed,
            labels.key_break,
        ));
        let named = self.sources.iter().take(COLOURS).enumerate();
        let mut dots: Vec<String> = named
            .map(|(at, source)| {
                format!("<span><i class=\"dot c{at}\"></i>{}</span>", escape(source))
            })
            .collect();
        if COLOURS < self.sources.len() {
            let rest = self.sources.get(COLOURS..).unwrap_or_default().join(", ");
            dots.push(format!("<span><i class=\"dot c{COLOURS}\"></i>{}</span>", escape(&rest)));
        }
        self.push(&dots.join(" "));
        self.push("</p></details>\n");
    }

    fn row(&mut self, ix: EventIx) {
        let Some(event) = self.exhibit.event(ix) else { return };
        let bounds = self.exhibit.timeline.bounds(ix);
        let window = self.exhibit.timeline.window(ix);
        let number = ix.index();
        let statements: Vec<_> = self.exhibit.statements_of(ix).collect();
        let mut colours: Vec<usize> = statements
            .iter()
            .filter(|(_, statement)| statement.article.is_some())
            .map(|(_, statement)| self.colour(self.exhibit.source(statement)))
            .collect();
        let first = colours.first().copied().unwrap_or(COLOURS);
        colours.dedup();
        let mut data = attribute("f", bounds.from) + &attribute("t", bounds.to);
        if let Some((from, to)) = self.core(ix) {
            data += &(attribute("cf", Some(from)) + &attribute("ct", Some(to)));
        }
        if let Some(to) = window.and_then(|window| window.to) {
            data += &attribute("w", Some(to));
        }
        let flags = match (bounds.disputed, event.status) {
            (true, _) => " disputed",
            (_, Status::Negated | Status::Hypothetical) => " unreal",
            _ => "",
        };
        let numbers = list(statements.iter().map(|(ix, _)| ix.index()));
        let dots: String = colours.iter().map(|c| format!("<i class=\"dot c{c}\"></i>")).collect();
        self.push(&format!(
            "<li class=\"ev s{first}{flags}\" data-ev=\"{number}\" data-id=\"{}\" data-s=\"{numbers}\"{data}>\
             <div class=\"line\"><button type=\"button\" class=\"name\" aria-expanded=\"false\" aria-controls=\"how{number}\">\
             <span class=\"when\">{}</span> <span class=\"label\">{}</span>{}<span class=\"dots\">{dots}</span></button>\
             <div class=\"track\" aria-hidden=\"true\">",
            escape(&event.id),
            escape(&self.when(ix)),
            escape(&event.label),
            self.badges(ix, event),
        ));
        if bounds.disputed {
            for (_, statement) in &statements {
                let Some(says) = &statement.says else { continue };
                let colour = self.colour(self.exhibit.source(statement));
                let data = attribute("f", says.from) + &attribute("t", says.to);
                self.push(&format!("<i class=\"each c{colour}\"{data}></i>"));
            }
        }
        self.push(&format!("</div></div>\n<div class=\"how\" id=\"how{number}\" hidden>"));
        self.how(ix);
        self.push("</div></li>\n");
    }

    /// How the text holds the event, whether it is disputed, what it covers.
    fn badges(&self, ix: EventIx, event: &Event) -> String {
        let mut badges = String::new();
        if let Some(status) = words::status(event.status, self.language) {
            badges += &format!(" <span class=\"badge\">{status}</span>");
        }
        if self.exhibit.timeline.bounds(ix).disputed {
            badges += &format!(" <span class=\"badge red\">≠ {}</span>", self.labels.disputed);
        }
        badges
    }

    /// The steps of the date: for each statement its own, then what ties the event to others.
    fn how(&mut self, ix: EventIx) {
        let timeline = self.exhibit.timeline;
        if let Some(window) = timeline.window(ix) {
            let when = when_words(window.from, window.to, self.language);
            self.push(&format!("<p class=\"win\">{} {}</p>", self.labels.covers, escape(&when)));
        }
        self.push("<ul class=\"said\">");
        let statements: Vec<_> = self.exhibit.statements_of(ix).collect();
        for (at, statement) in statements {
            let said = self.said(at, statement);
            self.push(&format!("<li>{said}"));
            let constraints = self.exhibit.constraints_on(ix);
            let own = constraints.filter(|constraint| constraint.statement == Some(at));
            let mut steps: Vec<&str> = statement.steps.iter().map(String::as_str).collect();
            for constraint in own {
                steps.push(&constraint.reason.says);
                steps.extend(constraint.reason.links.iter().map(String::as_str));
            }
            self.steps(&steps);
            self.push("</li>");
        }
        self.push("</ul>");
        let rest = self.exhibit.constraints_on(ix);
        let rest: Vec<&str> = rest
            .filter(|constraint| {
                let owner = constraint.statement.and_then(|ix| self.exhibit.statement(ix));
                owner.is_none_or(|owner| owner.event != ix)
            })
            .map(|constraint| constraint.reason.says.as_str())
            .collect();
        self.steps(&rest);
        self.push(&format!(
            "<p class=\"id\"><code>{}</code></p>",
            escape(self.exhibit.event(ix).map_or("", |event| &event.id))
        ));
    }

    /// A list of steps, each once.
    fn steps(&mut self, steps: &[&str]) {
        let mut told: Vec<&str> = Vec::new();
        for step in steps {
            if !step.is_empty() && !told.contains(step) {
                told.push(step);
            }
        }
        if told.is_empty() {
            return;
        }
        let items: String = told.iter().map(|step| format!("<li>{}</li>", escape(step))).collect();
        self.push(&format!("<ol class=\"steps\">{items}</ol>"));
    }

    /// When an event certainly goes on: its one day where no more is open, or what lies between its
    /// two ends. Nothing is certain of an event that is disputed.
    fn core(&self, ix: EventIx) -> Option<(NaiveDateTime, NaiveDateTime)> {
        let bounds = self.exhibit.timeline.bounds(ix);
        if bounds.disputed {
            return None;
        }
        let (from, to) = (bounds.from?, bounds.to?);
        if to.signed_duration_since(from) <= chrono::Duration::days(1) {
            return Some((from, to));
        }
        let spans =
            self.exhibit.constraints_on(ix).filter_map(|constraint| match &constraint.bond {
                Bond::Spans { first, last, .. } => between(first, last),
                _ => None,
            });
        let (core_from, core_to) = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
        Some((core_from.max(from), core_to.min(to))).filter(|(from, to)| from < to)
    }

    /// Where a conflict lies: between the two moments that miss each other, else over its events.
    pub(super) fn place(&self, conflict: &Conflict) -> String {
        let apart = conflict.because.iter().rev().find_map(|because| match &because.step {
            Step::Apart { upper, lower, .. } => Some((minute(*upper), minute(*lower))),
            _ => None,
        });
        if let Some((a, b)) = apart {
            return format!(" data-f=\"{}\" data-t=\"{}\"", a.min(b), a.max(b) + DAY);
        }
        let events = conflict.statements.iter().filter_map(|ix| self.exhibit.statement(*ix));
        let bounds: Vec<_> =
            events.map(|statement| self.exhibit.timeline.bounds(statement.event)).collect();
        let from = bounds.iter().filter_map(|bounds| bounds.from).min();
        let to = bounds.iter().filter_map(|bounds| bounds.to).max();
        attribute("f", from) + &attribute("t", to)
    }
}

/// What lies between two ends. An end that is said to the day takes the day in.
fn between(first: &Extent, last: &Extent) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let day = chrono::Duration::days(1);
    let is_day = |extent: &Extent| {
        let (Some(from), Some(to)) = (extent.from, extent.to) else { return false };
        to.signed_duration_since(from) <= day
    };
    let from = if is_day(first) { first.from } else { first.to };
    let to = if is_day(last) { last.to } else { last.from };
    from.zip(to).filter(|(from, to)| from < to)
}

/// A moment as the script counts, in an attribute.
fn attribute(name: &str, moment: Option<NaiveDateTime>) -> String {
    let minutes = |moment: NaiveDateTime| moment.and_utc().timestamp().div_euclid(60);
    moment.map_or(String::new(), |moment| format!(" data-{name}=\"{}\"", minutes(moment)))
}

/// A moment of an explanation, in minutes from 1970.
fn minute(moment: Moment) -> i64 {
    match moment {
        Moment::Day(day) => (day - EPOCH) * DAY,
        Moment::Minute(minute) => minute - EPOCH * DAY,
    }
}

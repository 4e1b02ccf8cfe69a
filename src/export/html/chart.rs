//! The events as rows: when in words, what is drawn, and how the date came about.

use chrono::NaiveDateTime;

use super::{COLOURS, Page, escape, list};
use crate::constraint::Bond;
use crate::event::{Event, EventIx, Status};
use crate::export::{when_words, words};
use crate::extent::Extent;
use crate::timeline::{Conflict, Moment, Step};
use crate::why::Why;

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
        self.key();
        let tools =
            [("out", "−", labels.zoom_out), ("fit", "⤢", labels.fit), ("in", "+", labels.zoom_in)];
        self.push("<div class=\"tools\">");
        for (act, sign, label) in tools {
            self.push(&format!(
                "<button type=\"button\" data-zoom=\"{act}\" aria-label=\"{label}\" title=\"{label}\">{sign}</button>"
            ));
        }
        self.push(
            "</div></div>\n<div class=\"chart\"><div class=\"inner\">\n<div class=\"grid\" aria-hidden=\"true\"></div>\n\
             <div class=\"top\"><div class=\"axis\" aria-hidden=\"true\"><div class=\"scale\"></div></div>\n",
        );
        self.lanes();
        if !self.exhibit.timeline.conflicts().is_empty() {
            self.push(&format!(
                "<div class=\"lane axis\"><span class=\"who\"><i class=\"bolt\">≠</i>{}</span>\
                 <div class=\"clashes\" aria-hidden=\"true\"></div></div>\n",
                labels.key_conflicts
            ));
        }
        self.push("</div>\n");
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

    /// What the marks mean.
    fn key(&mut self) {
        let labels = self.labels;
        self.push("<p class=\"key\">");
        for (kind, label) in [
            ("core", labels.key_certain),
            ("may", labels.key_possible),
            ("win", labels.key_window),
            ("dis", labels.key_disputed),
            ("brk", labels.key_break),
        ] {
            self.push(&format!("<span><i class=\"k k-{kind}\"></i>{label}</span> "));
        }
        self.push("</p>");
    }

    /// A lane for each source, with all that it dates: who the colours are, and the whole at a
    /// glance.
    fn lanes(&mut self) {
        let rest = self.sources.get(COLOURS..).unwrap_or_default();
        let rest = (!rest.is_empty()).then(|| rest.join(", "));
        let named = self.sources.iter().take(COLOURS).map(|source| (*source).to_owned());
        let lanes: Vec<String> = named.chain(rest).collect();
        for (colour, name) in lanes.iter().enumerate() {
            let name = escape(name);
            self.push(&format!(
                "<div class=\"lane s{colour}\"><span class=\"who\" title=\"{name}\"><i class=\"dot c{colour}\"></i>{name}</span>\
                 <div class=\"track\" aria-hidden=\"true\"></div></div>\n"
            ));
        }
    }

    fn row(&mut self, ix: EventIx) {
        let Some(event) = self.exhibit.event(ix) else { return };
        let number = ix.index();
        let disputed = self.exhibit.timeline.bounds(ix).disputed;
        let statements: Vec<_> = self.exhibit.statements_of(ix).collect();
        let mut dots: Vec<usize> = Vec::new();
        let mut says: Vec<String> = Vec::new();
        for (_, statement) in statements.iter().filter(|(_, it)| it.article.is_some()) {
            let colour = self.colour(self.exhibit.source(statement));
            if !dots.contains(&colour) {
                dots.push(colour);
            }
            let ends = statement.says.as_ref().map_or((None, None), |says| (says.from, says.to));
            let [from, to] = [ends.0, ends.1]
                .map(|end| end.map_or(String::new(), |end| minutes(end).to_string()));
            says.push(format!("{colour}:{from}:{to}"));
        }
        let first = dots.first().copied().unwrap_or(COLOURS);
        let (from, to) = self.exhibit.reach(ix);
        let mut data = attribute("f", from) + &attribute("t", to);
        if let Some((from, to)) = self.core(ix) {
            data += &(attribute("cf", Some(from)) + &attribute("ct", Some(to)));
        }
        if let Some((from, to)) = self.window(ix) {
            data += &(attribute("wf", Some(from)) + &attribute("wt", Some(to)));
        }
        let flags = match (disputed, event.status) {
            (true, _) => " disputed",
            (_, Status::Negated | Status::Hypothetical) => " unreal",
            _ => "",
        };
        let numbers = list(statements.iter().map(|(ix, _)| ix.index()));
        let dots: String = dots.iter().map(|c| format!("<i class=\"dot c{c}\"></i>")).collect();
        self.push(&format!(
            "<li class=\"ev s{first}{flags}\" data-id=\"{}\" data-s=\"{numbers}\" data-says=\"{}\"{data}>\
             <div class=\"line\"><button type=\"button\" class=\"name\" aria-expanded=\"false\" aria-controls=\"how{number}\">\
             <span class=\"when\">{dots}{}{}</span> <span class=\"label\">{}</span></button>\
             <div class=\"track\" aria-hidden=\"true\"></div></div>\n<div class=\"how\" id=\"how{number}\" hidden>",
            escape(&event.id),
            says.join(" "),
            escape(&self.when(ix)),
            self.badges(ix, event),
            escape(&event.label),
        ));
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
        if let Some((from, to)) = self.window(ix) {
            let when = when_words(Some(from), Some(to), self.language);
            self.push(&format!("<p class=\"covers\">{} {}</p>", self.labels.covers, escape(&when)));
        }
        self.quoted.clear();
        self.push("<ul class=\"said\">");
        let statements: Vec<_> = self.exhibit.statements_of(ix).collect();
        for (at, statement) in statements {
            let said = self.said(at, statement);
            self.push(&format!("<li>{said}"));
            let constraints = self.exhibit.constraints_on(ix);
            let own = constraints.filter(|constraint| constraint.statement == Some(at));
            let mut steps: Vec<&Why> = statement.steps.iter().collect();
            for constraint in own {
                steps.push(&constraint.reason.says);
                steps.extend(&constraint.reason.links);
            }
            self.steps(&steps);
            self.push("</li>");
        }
        self.push("</ul>");
        let rest = self.exhibit.constraints_on(ix);
        let rest: Vec<&Why> = rest
            .filter(|constraint| {
                let owner = constraint.statement.and_then(|ix| self.exhibit.statement(ix));
                owner.is_none_or(|owner| owner.event != ix)
            })
            .map(|constraint| &constraint.reason.says)
            .collect();
        self.steps(&rest);
        self.push(&format!(
            "<p class=\"id\"><code>{}</code></p>",
            escape(self.exhibit.event(ix).map_or("", |event| &event.id))
        ));
    }

    /// A list of steps, each once.
    fn steps(&mut self, steps: &[&Why]) {
        let mut told: Vec<String> = Vec::new();
        for step in steps {
            let step = step.text(self.language);
            if !step.is_empty() && !told.contains(&step) {
                told.push(step);
            }
        }
        if told.is_empty() {
            return;
        }
        let items: String = told.iter().map(|step| format!("<li>{}</li>", escape(step))).collect();
        self.push(&format!("<ol class=\"steps\">{items}</ol>"));
    }

    /// When an event certainly goes on: its one day or minute where no more is open, or what lies between its
    /// two ends. Nothing is certain of an event that is disputed.
    fn core(&self, ix: EventIx) -> Option<(NaiveDateTime, NaiveDateTime)> {
        let bounds = self.exhibit.timeline.bounds(ix);
        if bounds.disputed {
            return None;
        }
        let (from, to) = (bounds.from?, bounds.to?);
        let length = to.signed_duration_since(from);
        if length == chrono::Duration::days(1) || length <= chrono::Duration::minutes(1) {
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

    /// The time that an event covers. Where it is disputed when it begins, from the first that its
    /// statements say.
    fn window(&self, ix: EventIx) -> Option<(NaiveDateTime, NaiveDateTime)> {
        let window = self.exhibit.timeline.window(ix)?;
        let (from, to) = (window.from?, window.to?);
        let (first, _) = self.exhibit.reach(ix);
        Some((first.map_or(from, |first| first.max(from)), to)).filter(|(from, to)| from < to)
    }

    /// Where a conflict lies: between the two moments that miss each other, else over its events.
    pub(super) fn place(&self, conflict: &Conflict) -> String {
        let apart = conflict.because.iter().rev().find_map(|because| match because.step {
            Step::Apart { upper, lower, .. } => Some([ends(upper), ends(lower)]),
            _ => None,
        });
        if let Some([a, b]) = apart {
            return format!(" data-f=\"{}\" data-t=\"{}\"", a.0.min(b.0), a.1.max(b.1));
        }
        let events = conflict.statements.iter().filter_map(|ix| self.exhibit.statement(*ix));
        let reaches: Vec<_> = events.map(|statement| self.exhibit.reach(statement.event)).collect();
        let from = reaches.iter().filter_map(|reach| reach.0).min();
        let to = reaches.iter().filter_map(|reach| reach.1).max();
        if from.is_none() || to.is_none() {
            return String::new();
        }
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
    moment.map_or(String::new(), |moment| format!(" data-{name}=\"{}\"", minutes(moment)))
}

/// Minutes from 1970.
fn minutes(moment: NaiveDateTime) -> i64 {
    moment.and_utc().timestamp().div_euclid(60)
}

/// The minutes between which a moment of an explanation lies: all of its day, where it is one.
fn ends(moment: Moment) -> (i64, i64) {
    match moment {
        Moment::Day(day) => ((day - EPOCH) * DAY, (day - EPOCH + 1) * DAY),
        Moment::Minute(minute) => (minute - EPOCH * DAY, minute - EPOCH * DAY + 1),
    }
}

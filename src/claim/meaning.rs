//! What a claim means: bounds on the points of the events it names.

use std::cmp::Ordering;

use super::name;
use super::{Claim, Clause, Compare, Measure, Relation, Said, Time, Words};
use crate::allen::Allen;
use crate::amount::{DayPart, Unit};
use crate::constraint::{Bond, End};
use crate::error::Error;
use crate::event::EventIx;
use crate::extent::Extent;
use crate::network::{Carry, DAY, Formula, Link, ORIGIN};
use crate::timeline::Timeline;
use crate::timeline::wired::Wired;
use crate::timeline::wiring;

/// How many dates a set in a claim may stand for.
const SET: usize = 1000;

/// A claim made ready to be asked.
#[derive(Clone, Debug)]
pub(crate) enum Meaning {
    Bounds(Formula),
    Count {
        events: Vec<(EventIx, Formula)>,
        words: String,
        compare: Compare,
        n: i64,
    },
    All(Vec<Meaning>),
    Any(Vec<Meaning>),
    Not(Box<Meaning>),
    /// Whether some source tells the event as done.
    Happened(EventIx),
    /// How two stretches between moments compare.
    Spans {
        a: Span,
        b: Span,
        compare: Compare,
        clock: bool,
    },
    /// What cannot be decided here: the days an event can fall on are too many to be tried.
    Open,
}

/// A stretch between two moments, whose length is measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Span {
    pub(crate) from: Spot,
    pub(crate) to: Spot,
    /// What is added to the distance: a length counts its first day too.
    pub(crate) plus: i64,
    /// Whether it is a gap, which there is only where the second comes after the first.
    pub(crate) gap: bool,
}

/// What is found out of a part of a claim before a side is asked.
#[derive(Clone, Debug)]
pub(crate) enum Decided {
    /// Nothing.
    Open,
    /// Its answer, and the contrary of that, which cannot hold.
    Is(bool, Formula),
}

/// On how many days an event may fall for each to be tried.
const DAYS: i64 = 400;

/// What is measured, for the explanation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Measured {
    pub(crate) from: Spot,
    pub(crate) to: Spot,
    pub(crate) unit: Unit,
    /// What is added to the distance: a length counts its first day too.
    pub(crate) plus: i64,
    /// Whether it is a length, and not a gap.
    pub(crate) length: bool,
}

/// A claim's meaning with all that it speaks of.
#[derive(Clone, Debug)]
pub(crate) struct Resolved {
    pub(crate) meaning: Meaning,
    /// The events it names, in order, and whether their window is meant.
    pub(crate) named: Vec<(EventIx, bool)>,
    /// The events it counts.
    pub(crate) counted: Vec<EventIx>,
    /// Events whose place within the day it speaks of.
    pub(crate) clocked: Vec<EventIx>,
    /// What it takes for granted: Allen's relations are over first < last.
    pub(crate) premises: Vec<Formula>,
    pub(crate) measured: Vec<Measured>,
}

pub(crate) fn resolve(timeline: &Timeline, claim: &Claim) -> Result<Resolved, Error> {
    let mut resolver = Resolver {
        timeline,
        wired: &timeline.wired,
        resolved: Resolved {
            meaning: Meaning::All(Vec::new()),
            named: Vec::new(),
            counted: Vec::new(),
            clocked: Vec::new(),
            premises: Vec::new(),
            measured: Vec::new(),
        },
    };
    let meaning = resolver.clause(&claim.clause)?;
    let mut resolved = resolver.resolved;
    for meaning in std::iter::once(&meaning) {
        meaning.each_link(&mut |link| {
            for point in [link.from, link.to] {
                if point != ORIGIN && 3 <= wiring::event_of(point).1 {
                    resolved.clocked.push(wiring::event_of(point).0);
                }
            }
        });
    }
    for premise in &resolved.premises {
        premise.each_link(&mut |link| {
            for point in [link.from, link.to] {
                if point != ORIGIN && 3 <= wiring::event_of(point).1 {
                    resolved.clocked.push(wiring::event_of(point).0);
                }
            }
        });
    }
    resolved.clocked.sort_unstable();
    resolved.clocked.dedup();
    resolved.meaning = meaning;
    Ok(resolved)
}

impl Meaning {
    fn each_link(&self, visit: &mut dyn FnMut(&Link)) {
        match self {
            Meaning::Bounds(formula) => formula.each_link(visit),
            Meaning::Count { events, .. } => {
                events.iter().for_each(|(_, formula)| formula.each_link(visit));
            }
            Meaning::All(parts) | Meaning::Any(parts) => {
                parts.iter().for_each(|part| part.each_link(visit));
            }
            Meaning::Not(inner) => inner.each_link(visit),
            Meaning::Happened(_) | Meaning::Open => {}
            Meaning::Spans { a, b, clock, .. } => {
                for span in [a, b] {
                    span.compare(Compare::AtMost, 0, *clock).each_link(visit);
                    span.in_order().each_link(visit);
                }
            }
        }
    }

    /// The claim, or its contrary, as bounds. A count is asked for its answer, which may be open.
    pub(crate) fn formula(
        &self,
        holds: bool,
        decide: &mut dyn FnMut(&Meaning) -> Decided,
    ) -> Formula {
        match self {
            Meaning::Bounds(formula) if holds => formula.clone(),
            Meaning::Bounds(formula) => formula.opposite(),
            Meaning::Count { .. }
            | Meaning::Happened(_)
            | Meaning::Spans { .. }
            | Meaning::Open => match decide(self) {
                Decided::Is(answer, contrary) if answer != holds => contrary,
                _ => Formula::TRUE,
            },
            Meaning::Not(inner) => inner.formula(!holds, decide),
            Meaning::All(parts) | Meaning::Any(parts) => {
                let all = matches!(self, Meaning::All(_)) == holds;
                let parts = parts.iter().map(|part| part.formula(holds, decide)).collect();
                if all { Formula::All(parts) } else { Formula::Any(parts) }
            }
        }
    }
}

/// A moment that a claim speaks of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Spot {
    /// One of an event's.
    Event(EventIx, End),
    /// A fixed one: the minute, and whether the hour was said.
    Fixed(i64),
    /// Before all others.
    Ever,
    /// After all others.
    Never,
}

/// A stretch of time that a claim speaks of.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    first: Spot,
    last: Spot,
    /// Some text or the claim gives hours for it.
    hours: bool,
    /// It is a date of the claim's.
    date: bool,
    /// Its length is an amount that is said, and not counted.
    said: bool,
}

struct Resolver<'t> {
    timeline: &'t Timeline,
    wired: &'t Wired,
    resolved: Resolved,
}

impl Resolver<'_> {
    fn clause(&mut self, clause: &Clause) -> Result<Meaning, Error> {
        let mut all = |parts: &[Clause]| {
            parts.iter().map(|part| self.clause(part)).collect::<Result<Vec<_>, _>>()
        };
        match clause {
            Clause::And(parts) => Ok(Meaning::All(all(parts)?)),
            Clause::Or(parts) => Ok(Meaning::Any(all(parts)?)),
            Clause::Not(inner) => Ok(Meaning::Not(Box::new(self.clause(inner)?))),
            Clause::Relation(a, relation, b) => {
                let (a, b) = (self.stretches(a)?, self.stretches(b)?);
                let mut options = Vec::new();
                for a in &a {
                    for b in &b {
                        options.push(self.relation(*a, *relation, *b));
                    }
                }
                Ok(Meaning::Bounds(any(options)))
            }
            Clause::Measure(Measure::Gap(a, b), compare, said) => {
                let span = Shift::of(said)?;
                let (a, b) = (self.stretches(a)?, self.stretches(b)?);
                let mut options = Vec::new();
                for a in &a {
                    for b in &b {
                        // No gap where b begins before a ends.
                        options.push(Formula::All(vec![
                            not_after(a.last, b.first, Grain::Minute, 0),
                            span.compare(b.first, *compare, a.last, 0),
                        ]));
                        self.measure(a.last, b.first, said, 0, false);
                    }
                }
                Ok(Meaning::Bounds(any(options)))
            }
            Clause::Measure(Measure::Length(time), compare, said) => {
                let span = Shift::of(said)?;
                let mut options = Vec::new();
                let said_of = match time {
                    Time::Event(_) | Time::Quoted(_) => self.covering(time)?,
                    _ => None,
                };
                let stretches = match said_of {
                    Some(stretch) => vec![stretch],
                    None => self.stretches(time)?,
                };
                for stretch in stretches {
                    // Days are counted with the first one; an amount that is said is taken as it
                    // is, and the clock runs from the first minute to the last.
                    let counted =
                        !stretch.said && (!span.clock || (stretch.date && !stretch.hours));
                    let plus = i64::from(counted);
                    options.push(span.compare(stretch.last, *compare, stretch.first, plus));
                    self.measure(stretch.first, stretch.last, said, plus, true);
                }
                Ok(Meaning::Bounds(any(options)))
            }
            Clause::Count(words, within, compare, n) => {
                self.count(words, within.as_ref(), *compare, *n)
            }
            Clause::Happened(time) => {
                let event = self.event_of(time, "happened(t)")?;
                self.named(event, false);
                Ok(Meaning::Happened(event))
            }
            Clause::Weekday(time, day) => {
                let event = self.event_of(time, "weekday(t)")?;
                let stretches = self.stretches(time)?;
                self.each_day(event, &stretches, &|number| {
                    // 1 January of year 1, which is day 1, is a Monday.
                    ((number - 1).rem_euclid(7) + 1 == i64::from(*day)).then_some((0, DAY))
                })
            }
            Clause::Part(time, part) => {
                let event = self.event_of(time, "part(t)")?;
                let stretches = self.stretches(time)?;
                let (from, to) = hours_of(*part);
                self.each_day(event, &stretches, &|_| Some((from * 60, to * 60)))
            }
            Clause::Spans(both, compare) => {
                let (a, a_clock) = self.span(&both.0)?;
                let (b, b_clock) = self.span(&both.1)?;
                let clock = a_clock && b_clock;
                let unit = if clock { Unit::Hour } else { Unit::Day };
                for span in [a, b] {
                    let (from, to, plus) = (span.from, span.to, span.plus);
                    let measured = Measured { from, to, unit, plus, length: !span.gap };
                    self.resolved.measured.push(measured);
                }
                Ok(Meaning::Spans { a, b, compare: *compare, clock })
            }
        }
    }

    /// The event that a time is of; `usage` is what asks for one.
    fn event_of(&self, time: &Time, usage: &str) -> Result<EventIx, Error> {
        match time {
            Time::Event(words) => name::by_id(self.timeline, words),
            Time::Quoted(words) => name::by_words(self.timeline, words),
            Time::Window(inner) | Time::Start(inner) | Time::End(inner) => {
                self.event_of(inner, usage)
            }
            Time::Date(words, _) => {
                Err(Error::new(format!("{usage} asks for an event, and {} is a date", words.text))
                    .at_bytes(words.at.0, words.at.1)
                    .with_help("name an event by its id or its words"))
            }
        }
    }

    /// A stretch within the minutes that are allowed on some day, counted from its midnight.
    fn each_day(
        &self,
        event: EventIx,
        stretches: &[Stretch],
        allowed: &dyn Fn(i64) -> Option<(i64, i64)>,
    ) -> Result<Meaning, Error> {
        let bounds = self.timeline.bounds(event);
        let (Some(from), Some(to)) = (bounds.from, bounds.to) else { return Ok(Meaning::Open) };
        let last = wiring::last_minute_before(to).div_euclid(DAY);
        // What lies in a night can have begun the day before.
        let first = wiring::minute_number(from).div_euclid(DAY) - 1;
        if DAYS < last - first {
            return Ok(Meaning::Open);
        }
        let mut options = Vec::new();
        for stretch in stretches {
            for day in first..=last {
                let Some((low, high)) = allowed(day) else { continue };
                let (low, high) = (Spot::Fixed(day * DAY + low), Spot::Fixed(day * DAY + high - 1));
                options.push(Formula::All(vec![
                    not_after(low, stretch.first, Grain::Minute, 0),
                    not_after(stretch.last, high, Grain::Minute, 0),
                ]));
            }
        }
        Ok(Meaning::Bounds(any(options)))
    }

    /// A stretch to be measured, and whether the clock can measure it.
    fn span(&mut self, measure: &Measure) -> Result<(Span, bool), Error> {
        let one = |stretches: Vec<Stretch>, time: &Time| match stretches.as_slice() {
            [only] => Ok(*only),
            _ => {
                let at = place(time);
                Err(Error::new("a set of dates has no one length to compare")
                    .at_bytes(at.0, at.1)
                    .with_help("compare with one date, or with an event"))
            }
        };
        match measure {
            Measure::Gap(a, b) => {
                let (a, b) = (one(self.stretches(a)?, a)?, one(self.stretches(b)?, b)?);
                let span = Span { from: a.last, to: b.first, plus: 0, gap: true };
                Ok((span, a.hours && b.hours))
            }
            Measure::Length(time) => {
                let said = match time {
                    Time::Event(_) | Time::Quoted(_) => self.covering(time)?,
                    _ => None,
                };
                let stretch = match said {
                    Some(stretch) => stretch,
                    None => one(self.stretches(time)?, time)?,
                };
                let plus = i64::from(!stretch.said);
                Ok((Span { from: stretch.first, to: stretch.last, plus, gap: false }, false))
            }
        }
    }

    fn count(
        &mut self,
        words: &Words,
        within: Option<&Time>,
        compare: Compare,
        n: i64,
    ) -> Result<Meaning, Error> {
        let within = within.map(|time| self.stretches(time)).transpose()?;
        let mut events = Vec::new();
        for event in name::counted(self.timeline, &words.text) {
            let status = self.wired.draft.events.get(event.0 as usize).map(|event| event.status);
            if !status.is_some_and(|status| {
                matches!(status, crate::event::Status::Asserted | crate::event::Status::Reported)
            }) {
                continue;
            }
            let stretch = self.event(event);
            let inside = match &within {
                None => Formula::TRUE,
                Some(within) => any(within
                    .iter()
                    .map(|within| self.relation(stretch, Relation::During, *within))
                    .collect()),
            };
            self.resolved.counted.push(event);
            events.push((event, inside));
        }
        Ok(Meaning::Count { events, words: words.text.clone(), compare, n })
    }

    /// The stretches that a time of a claim can be: one, but for a set of dates.
    fn stretches(&mut self, time: &Time) -> Result<Vec<Stretch>, Error> {
        let moment =
            |spot: Spot, of: &Stretch| Stretch { first: spot, last: spot, said: false, ..*of };
        Ok(match time {
            Time::Event(words) => vec![self.named(name::by_id(self.timeline, words)?, false)],
            Time::Quoted(words) => vec![self.named(name::by_words(self.timeline, words)?, false)],
            Time::Date(words, edtf) => match edtf.stretches(SET) {
                Some(extents) => extents.iter().map(date).collect(),
                None => {
                    return Err(Error::new(format!(
                        "the set {} is too large to be tried",
                        words.text
                    ))
                    .at_bytes(words.at.0, words.at.1)
                    .with_help(format!(
                        "a set in a claim has at most {SET} dates, or write an interval a/b"
                    )));
                }
            },
            Time::Window(inner) => vec![self.window(inner)?],
            Time::Start(inner) => {
                self.stretches(inner)?.iter().map(|of| moment(of.first, of)).collect()
            }
            Time::End(inner) => {
                self.stretches(inner)?.iter().map(|of| moment(of.last, of)).collect()
            }
        })
    }

    fn window(&mut self, time: &Time) -> Result<Stretch, Error> {
        let (event, words) = match time {
            Time::Event(words) => (name::by_id(self.timeline, words)?, words),
            Time::Quoted(words) => (name::by_words(self.timeline, words)?, words),
            Time::Window(inner) => return self.window(inner),
            Time::Start(inner) | Time::End(inner) => {
                let at = place(inner);
                return Err(Error::new("a window belongs to an event, not to a moment")
                    .at_bytes(at.0, at.1)
                    .with_help("write window(event)"));
            }
            Time::Date(words, _) => {
                return Err(Error::new(format!("a date such as {} has no window", words.text))
                    .at_bytes(words.at.0, words.at.1)
                    .with_help("write the interval itself: 2024-03-08/2024-03-10"));
            }
        };
        if !self.wired.windows.get(event.0 as usize).is_some_and(|has| *has) {
            return Err(Error::new(format!("\"{}\" has no window: nothing says how long it covers", words.text))
                .at_bytes(words.at.0, words.at.1)
                .with_help("give it one in the case file, window = \"48 hours\", or quote the words that say it"));
        }
        Ok(self.named(event, true))
    }

    /// The time that an event is said to cover, where an amount is said.
    fn covering(&mut self, time: &Time) -> Result<Option<Stretch>, Error> {
        let event = match time {
            Time::Event(words) => name::by_id(self.timeline, words)?,
            Time::Quoted(words) => name::by_words(self.timeline, words)?,
            _ => return Ok(None),
        };
        let home = self.wired.component_of.get(event.0 as usize).copied().unwrap_or(u32::MAX);
        let component = self.wired.components.get(home as usize);
        let said = component.is_some_and(|component| {
            component.constraints.iter().any(|&number| {
                let constraint = self.wired.draft.constraints.get(number as usize);
                constraint.is_some_and(|constraint| {
                    matches!(
                        constraint.bond,
                        Bond::Window { event: other, .. } | Bond::Lasts { event: other, .. }
                            if other == event
                    )
                })
            })
        });
        Ok(said.then(|| self.named(event, true)))
    }

    fn named(&mut self, event: EventIx, window: bool) -> Stretch {
        if !self.resolved.named.contains(&(event, window)) {
            self.resolved.named.push((event, window));
        }
        if window {
            Stretch {
                first: Spot::Event(event, End::First),
                last: Spot::Event(event, End::WindowLast),
                hours: self.wired.clocks.has_hours(event),
                date: false,
                said: true,
            }
        } else {
            self.event(event)
        }
    }

    fn event(&self, event: EventIx) -> Stretch {
        Stretch {
            first: Spot::Event(event, End::First),
            last: Spot::Event(event, End::Last),
            hours: self.wired.clocks.has_hours(event),
            date: false,
            said: false,
        }
    }

    fn measure(&mut self, from: Spot, to: Spot, said: &Said, plus: i64, length: bool) {
        if let [(_, unit)] = said.parts.as_slice() {
            self.resolved.measured.push(Measured { from, to, unit: *unit, plus, length });
        }
    }

    fn relation(&mut self, a: Stretch, relation: Relation, b: Stretch) -> Formula {
        // Where neither has hours, or a date without hours is meant, days are compared.
        let days = (a.date && !a.hours) || (b.date && !b.hours) || !(a.hours || b.hours);
        let grain = if days { Grain::Day } else { Grain::Minute };
        let before = |x: Spot, y: Spot| not_after(x, y, Grain::Minute, -1);
        let not_after = |x: Spot, y: Spot| not_after(x, y, Grain::Minute, 0);
        let same = |x: Spot, y: Spot| later_by(x, y, 0, grain);
        match relation {
            Relation::Before => before(a.last, b.first),
            Relation::After => before(b.last, a.first),
            Relation::Meets => later_by(b.first, a.last, 1, grain),
            Relation::MetBy => later_by(a.first, b.last, 1, grain),
            Relation::Overlaps => {
                Formula::All(vec![not_after(a.first, b.last), not_after(b.first, a.last)])
            }
            Relation::During => {
                Formula::All(vec![not_after(b.first, a.first), not_after(a.last, b.last)])
            }
            Relation::Contains => {
                Formula::All(vec![not_after(a.first, b.first), not_after(b.last, a.last)])
            }
            Relation::Starts => same(a.first, b.first),
            Relation::Finishes => same(a.last, b.last),
            Relation::Equals => Formula::All(vec![same(a.first, b.first), same(a.last, b.last)]),
            Relation::SameDayAs => {
                let day = |x: Spot| later_by(x, a.first, 0, Grain::Day);
                Formula::All(vec![day(a.last), day(b.first), day(b.last)])
            }
            Relation::Allen(allen) => {
                for stretch in [a, b] {
                    let proper = before(stretch.first, stretch.last);
                    if proper != Formula::TRUE && !self.resolved.premises.contains(&proper) {
                        self.resolved.premises.push(proper);
                    }
                }
                self::allen(allen, a, b)
            }
        }
    }
}

impl Span {
    /// How its length compares with a number of minutes, or of days.
    pub(crate) fn compare(self, compare: Compare, n: i64, clock: bool) -> Formula {
        let shift = match clock {
            true => Shift { minutes: n, clock, ..Shift::default() },
            false => Shift { days: n, ..Shift::default() },
        };
        shift.compare(self.to, compare, self.from, self.plus)
    }

    /// That the second moment comes after the first, where it is a gap.
    pub(crate) fn in_order(self) -> Formula {
        if self.gap { not_after(self.from, self.to, Grain::Minute, 0) } else { Formula::TRUE }
    }
}

/// The hours that a part of the day can take at most, from midnight of its day.
fn hours_of(part: DayPart) -> (i64, i64) {
    match part {
        DayPart::Morning => (0, 13),
        DayPart::Midday => (11, 15),
        DayPart::Afternoon => (11, 20),
        DayPart::Evening => (16, 30),
        DayPart::Night => (16, 36),
        DayPart::Daytime => (5, 22),
    }
}

/// Allen's relations, on the moments themselves.
fn allen(allen: Allen, a: Stretch, b: Stretch) -> Formula {
    let (a, b) = ([a.first, a.last], [b.first, b.last]);
    let bounds = allen.ends().iter().map(|&(a_end, order, b_end)| {
        let (a, b) = (a[a_end], b[b_end]);
        match order {
            Ordering::Less => not_after(a, b, Grain::Minute, -1),
            Ordering::Equal => later_by(a, b, 0, Grain::Minute),
            Ordering::Greater => not_after(b, a, Grain::Minute, -1),
        }
    });
    Formula::All(bounds.collect())
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grain {
    Day,
    Minute,
}

/// `x ≤ y + c`.
fn not_after(x: Spot, y: Spot, grain: Grain, c: i64) -> Formula {
    bound(x, y, grain, Carry::Plus(c))
}

/// `x = y + c`.
fn later_by(x: Spot, y: Spot, c: i64, grain: Grain) -> Formula {
    Formula::All(vec![bound(x, y, grain, Carry::Plus(c)), bound(y, x, grain, Carry::Plus(-c))])
}

/// `to ≤ carry(from)`, in days or minutes.
fn bound(to: Spot, from: Spot, grain: Grain, carry: Carry) -> Formula {
    let holds = |holds: bool| if holds { Formula::TRUE } else { Formula::FALSE };
    let value = |minute: i64| match grain {
        Grain::Day => minute.div_euclid(DAY),
        Grain::Minute => minute,
    };
    let point = |event, end| match grain {
        Grain::Day => wiring::day(event, end),
        Grain::Minute => wiring::clock(event, end),
    };
    Formula::Link(match (to, from) {
        (Spot::Ever, _) | (_, Spot::Never) => return Formula::TRUE,
        (_, Spot::Ever) | (Spot::Never, _) => return Formula::FALSE,
        (Spot::Fixed(to), Spot::Fixed(from)) => {
            return holds(value(to) <= carry.upper(value(from)));
        }
        (Spot::Event(to, to_end), Spot::Event(from, from_end)) => {
            Link::new(point(to, to_end), point(from, from_end), carry)
        }
        (Spot::Event(event, end), Spot::Fixed(from)) => {
            let latest = carry.upper(value(from));
            // The last minute of a day is a bound on the day, and needs no clock.
            if grain == Grain::Minute && (latest + 1) % DAY == 0 {
                let day = latest.div_euclid(DAY);
                return Formula::Link(Link::new(wiring::day(event, end), ORIGIN, Carry::Plus(day)));
            }
            Link::new(point(event, end), ORIGIN, Carry::Plus(latest))
        }
        (Spot::Fixed(to), Spot::Event(event, end)) => {
            let earliest = carry.lower(value(to));
            if grain == Grain::Minute && earliest % DAY == 0 {
                let day = earliest.div_euclid(DAY);
                return Formula::Link(Link::new(
                    ORIGIN,
                    wiring::day(event, end),
                    Carry::Plus(-day),
                ));
            }
            Link::new(ORIGIN, point(event, end), Carry::Plus(-earliest))
        }
    })
}

/// An amount of a claim as a distance.
#[derive(Clone, Copy, Debug, Default)]
struct Shift {
    months: i64,
    days: i64,
    minutes: i64,
    /// Hours or minutes were said, so the clock decides.
    clock: bool,
}

impl Shift {
    fn of(said: &Said) -> Result<Self, Error> {
        let mut shift = Shift::default();
        for (n, unit) in &said.parts {
            if let Some(months) = unit.months() {
                shift.months += n * months;
            } else if let Some(days) = unit.days() {
                shift.days += n * days;
            } else {
                shift.clock = true;
                shift.minutes += n * unit.seconds().unwrap_or(60) / 60;
            }
        }
        if shift.clock && shift.months != 0 {
            return Err(Error::new(format!(
                "{said} mixes months with hours, which have no common measure"
            ))
            .with_help("ask for months and days, or for hours alone"));
        }
        if i32::try_from(shift.months).is_err() || i32::try_from(shift.days).is_err() {
            return Err(Error::new(format!("{said} is beyond the calendar"))
                .with_help("years run from -262142 to +262141"));
        }
        Ok(shift)
    }

    /// How the moment `to` compares with `from` and this amount; `plus` counts days (or, by the
    /// clock, minutes) in that the difference leaves out.
    fn compare(self, to: Spot, compare: Compare, from: Spot, plus: i64) -> Formula {
        let grain = if self.clock { Grain::Minute } else { Grain::Day };
        let (at_most, at_least) = if self.clock {
            let minutes = self.days * DAY + self.minutes - plus;
            (Carry::Plus(minutes), Carry::Plus(-minutes))
        } else if self.months != 0 {
            let (n, plus) = (self.months as i32, (self.days - plus) as i32);
            (Carry::Months { n, plus }, Carry::MonthsBack { n, plus: -plus })
        } else {
            (Carry::Plus(self.days - plus), Carry::Plus(plus - self.days))
        };
        let at_most = bound(to, from, grain, at_most);
        let at_least = bound(from, to, grain, at_least);
        match compare {
            Compare::AtMost => at_most,
            Compare::AtLeast => at_least,
            Compare::Less => at_least.opposite(),
            Compare::More => at_most.opposite(),
            Compare::Equal => Formula::All(vec![at_most, at_least]),
            Compare::NotEqual => Formula::Any(vec![at_most.opposite(), at_least.opposite()]),
        }
    }
}

/// A date of a claim as a stretch from its first minute to its last.
fn date(extent: &Extent) -> Stretch {
    Stretch {
        first: extent.from.map_or(Spot::Ever, |from| Spot::Fixed(wiring::minute_number(from))),
        last: extent.to.map_or(Spot::Never, |to| Spot::Fixed(wiring::last_minute_before(to))),
        hours: !extent.is_whole_days(),
        date: true,
        said: false,
    }
}

fn any(mut options: Vec<Formula>) -> Formula {
    match (options.len(), options.pop()) {
        (1, Some(only)) => only,
        (_, Some(last)) => {
            options.push(last);
            Formula::Any(options)
        }
        (_, None) => Formula::FALSE,
    }
}

/// Where a time stands in its claim.
fn place(time: &Time) -> (usize, usize) {
    match time {
        Time::Event(words) | Time::Quoted(words) | Time::Date(words, _) => words.at,
        Time::Window(inner) | Time::Start(inner) | Time::End(inner) => place(inner),
    }
}

//! Explanations as data: what each step says, with the values it leads to. Words are made of them
//! in [`report`](crate::report).
//!
//! A clash is a cycle of bounds. Read from the origin forwards it says how late something can be
//! at most, read backwards how early at least; where the two meet, they miss each other. Every
//! value in a step is worked out from the statements cited up to there and nothing else, so a step
//! can claim no more than they say.

use crate::amount::{Amount, Quantity, Unit};
use crate::article::Span;
use crate::constraint::{Bond, Distance, End};
use crate::event::{EventIx, StatementIx};
use crate::network::{DAY, Edge, KNOWN, Link, ORIGIN, Point};
use crate::timeline::wired::{Problem, Wired};
use crate::timeline::wiring::{self, Clocks};

/// One step of an explanation, and what it rests on.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Because {
    /// What the step says.
    pub step: Step,
    /// The statement it rests on, where it is one.
    pub statement: Option<StatementIx>,
    /// The article of that statement.
    pub article: Option<String>,
    /// The words in it.
    pub span: Option<Span>,
    /// The rule that read them, or the part of the case file.
    pub rule: Option<String>,
    /// What the program took the words to refer to, and why.
    pub links: Vec<String>,
}

impl Because {
    pub(crate) fn plain(step: Step) -> Self {
        let (article, span, rule) = (None, None, None);
        Self { step, statement: None, article, span, rule, links: Vec::new() }
    }
}

/// A day or a minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Moment {
    /// A day, counted as chrono counts them: 1 January of year 1 is 1.
    Day(i64),
    /// A minute, counted from midnight before day 0.
    Minute(i64),
}

impl Moment {
    /// The day it is on.
    pub fn day(self) -> i64 {
        match self {
            Moment::Day(day) => day,
            Moment::Minute(minute) => minute.div_euclid(DAY),
        }
    }
}

/// Where a moment can be; `None` is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Range {
    /// The earliest.
    pub lower: Option<Moment>,
    /// The latest.
    pub upper: Option<Moment>,
}

impl Range {
    /// The one value it can have.
    pub fn exact(&self) -> Option<Moment> {
        self.lower.filter(|lower| Some(*lower) == self.upper)
    }

    /// A range of one value.
    pub fn at(moment: Moment) -> Self {
        Self { lower: Some(moment), upper: Some(moment) }
    }
}

/// Where the first and the last moment of something can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Placed {
    /// The first.
    pub first: Range,
    /// The last.
    pub last: Range,
}

/// What a step speaks of: an event, or its window.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Subject {
    /// The event's label.
    pub label: String,
    /// Whether its window is meant.
    pub window: bool,
}

/// What one step of an explanation says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Step {
    /// Words that date an event.
    Dated {
        /// The event.
        event: Subject,
        /// When it is.
        placed: Placed,
    },
    /// Words that put an event at a distance from another.
    Shifted {
        /// The event.
        event: Subject,
        /// What it hangs on.
        anchor: Subject,
        /// The least signed distance.
        low: Option<Distance>,
        /// The greatest.
        high: Option<Distance>,
        /// Whether the step leads to the anchor, and not from it.
        backwards: bool,
        /// The moment it starts from, as the steps before leave it.
        from: Range,
        /// The moment it leads to.
        to: Range,
    },
    /// Words that give an event a window.
    Covers {
        /// The event.
        event: Subject,
        /// For how long.
        amount: Amount,
        /// When it begins.
        from: Range,
        /// When its window ends.
        to: Range,
    },
    /// Words that put one event before another.
    Before {
        /// The earlier.
        before: Subject,
        /// The later.
        after: Subject,
        /// The one whose place follows.
        event: Subject,
        /// Where it is then.
        placed: Placed,
    },
    /// Words that put one event within another.
    Within {
        /// The inner.
        inner: Subject,
        /// The outer.
        outer: Subject,
        /// The one whose place follows.
        event: Subject,
        /// Where it is then.
        placed: Placed,
    },
    /// Words that make two events the same.
    Same {
        /// One.
        a: Subject,
        /// The other.
        b: Subject,
        /// The one whose place follows.
        event: Subject,
        /// Where it is then.
        placed: Placed,
    },
    /// What the user takes for given.
    Given {
        /// In the claim language.
        claim: String,
    },
    /// Words that nothing can satisfy.
    Impossible {
        /// Why.
        why: String,
    },
    /// Two bounds on one moment that miss each other.
    Apart {
        /// The event.
        event: Subject,
        /// The latest that one chain allows.
        upper: Moment,
        /// The earliest that the other asks for.
        lower: Moment,
        /// Whether the two chains fix the moment, and do not only bound it.
        fixed: bool,
        /// How far they miss each other.
        by: Amount,
    },
    /// Bounds that lead round in a circle.
    Circle {
        /// By how much.
        by: Amount,
    },
    /// One moment comes after another, as a verdict needs it.
    Later {
        /// The earlier thing.
        early: Option<Subject>,
        /// Where it is at the latest.
        at: Range,
        /// The later thing.
        late: Option<Subject>,
        /// Where it is at the earliest.
        from: Range,
    },
    /// How far it is from one moment to another.
    Measured {
        /// What runs between them; nothing for the stretch between two things.
        of: Option<Subject>,
        /// From when.
        from: Range,
        /// Until when.
        to: Range,
        /// The least and the greatest amount.
        low: Option<Amount>,
        /// The greatest amount.
        high: Option<Amount>,
    },
    /// How many events there are.
    Counted {
        /// The words that were looked for.
        words: String,
        /// Certainly inside.
        certain: Vec<String>,
        /// Possibly inside.
        possible: Vec<String>,
    },
    /// A schedule that the statements allow.
    Schedule {
        /// Whether the claim holds in it.
        holds: bool,
        /// The events and when they are.
        events: Vec<(Subject, Placed)>,
    },
    /// The side that the next steps belong to.
    Side {
        /// The words of the statements that it doubts.
        doubts: Vec<String>,
    },
    /// An event that the text denies or only imagines.
    NotHeld {
        /// The event.
        event: Subject,
        /// How the text holds it.
        status: crate::event::Status,
    },
    /// A limit was reached.
    CutShort,
}

/// The explanation of one cycle.
#[derive(Clone, Debug, Default)]
pub(crate) struct Explained {
    pub(crate) steps: Vec<Because>,
    /// How far the bounds miss each other.
    pub(crate) by: Option<Amount>,
}

/// Tells why a cycle of bounds, all owned by constraints, cannot be satisfied.
pub(crate) fn explain_conflict(wired: &Wired, cycle: &[Edge]) -> Explained {
    let stops = stops(cycle);
    if let [stop] = stops.as_slice()
        && let Some(constraint) = wired.draft.constraints.get(stop.owner as usize)
        && let Bond::Impossible { why, .. } = &constraint.bond
    {
        let steps = vec![cited(wired, stop.owner, Step::Impossible { why: why.clone() })];
        return Explained { steps, by: None };
    }
    let mut teller = Teller::new(wired, &wired.clocks, cycle);
    if cycle.first().is_none_or(|edge| edge.from != ORIGIN) {
        for stop in &stops {
            teller.forward(stop);
        }
        let by = circle(cycle);
        teller.steps.push(Because::plain(Step::Circle { by: by.clone() }));
        return Explained { steps: teller.steps, by: Some(by) };
    }
    let (left, right) = stops.split_at(stops.len().div_ceil(2));
    for stop in left {
        teller.forward(stop);
    }
    teller.cited.clear();
    for stop in right.iter().rev() {
        teller.backward(stop);
    }
    let mut by = None;
    if let Some(meeting) = right.first().or(left.last()) {
        let at = if right.is_empty() { meeting.last } else { meeting.first };
        let hours = stops.iter().any(|stop| has_hours(wired, stop.owner));
        if let Some((point, upper, lower)) = meet(cycle, at, hours) {
            let (event, slot) = wiring::event_of(point);
            // The two chains may tell the moment more finely than the cycle that was found.
            let exact =
                teller.point(event, [End::First, End::Last, End::WindowLast][slot as usize % 3]);
            let [late, early] = [left, right].map(|chain| {
                let owners: Vec<u32> = chain.iter().map(|stop| stop.owner).collect();
                teller.range(&owners, exact)
            });
            let (upper, lower) = match (late.upper, early.lower) {
                (Some(Moment::Minute(late)), Some(Moment::Minute(early)))
                    if late < early && hours =>
                {
                    (Moment::Minute(late), Moment::Minute(early))
                }
                _ => (upper, lower),
            };
            let amount = apart(upper, lower);
            let window = slot % 3 == End::WindowLast as u32;
            let fixed = [left, right].iter().all(|chain| {
                let owners: Vec<u32> = chain.iter().map(|stop| stop.owner).collect();
                let Placed { first, last } = teller.placed(&owners, event, window);
                last.exact().is_some() && (window || first.exact() == last.exact())
            });
            let event = subject(wired, event, window);
            let step = Step::Apart { event, upper, lower, fixed, by: amount.clone() };
            teller.steps.push(Because::plain(step));
            by = Some(amount);
        }
    }
    Explained { steps: teller.steps, by }
}

/// Tells why a cycle that uses a claim's bounds, owned by `claim`, cannot be satisfied: the chains
/// that lead to the claim from both sides, and the two moments where they meet it.
pub(crate) fn explain_claim(
    wired: &Wired,
    clocks: &Clocks,
    cycle: &[Edge],
    claim: u32,
) -> Explained {
    // A cycle that avoids the origin is told from the claim on.
    let mut cycle = cycle.to_vec();
    if cycle.first().is_none_or(|edge| edge.from != ORIGIN)
        && let Some(at) = cycle.iter().position(|edge| edge.owner == claim)
    {
        cycle.rotate_left(at);
    }
    let stops = stops(&cycle);
    let mut teller = Teller::new(wired, clocks, &cycle);
    let first = stops.iter().position(|stop| stop.owner == claim);
    let last = stops.iter().rposition(|stop| stop.owner == claim);
    let (Some(first), Some(last)) = (first, last) else {
        return explain_conflict(wired, &cycle);
    };
    for stop in &stops[..first] {
        teller.forward(stop);
    }
    let left = std::mem::take(&mut teller.cited);
    for stop in stops[last + 1..].iter().rev() {
        teller.backward(stop);
    }
    let right = std::mem::take(&mut teller.cited);
    for stop in stops.get(first + 1..last).unwrap_or(&[]) {
        if stop.owner != claim {
            teller.cited.clear();
            teller.forward(stop);
        }
    }
    teller.cited.clear();
    if first == last {
        let (edge, back) = (cycle[stops[first].first], cycle[stops[last].last]);
        let early = teller.moment(&left, edge.from, edge);
        let late = teller.moment(&right, back.to, back);
        let named = |point: Point| {
            (point != ORIGIN).then(|| {
                let (event, slot) = wiring::event_of(point);
                subject(wired, event, slot % 3 == End::WindowLast as u32)
            })
        };
        let step =
            Step::Later { early: named(edge.from), at: early, late: named(back.to), from: late };
        teller.steps.push(Because::plain(step));
    }
    Explained { steps: teller.steps, by: None }
}

/// A stretch of edges that one constraint owns; known facts between them are passed over.
#[derive(Clone, Copy, Debug)]
struct Stop {
    owner: u32,
    first: usize,
    last: usize,
}

fn stops(cycle: &[Edge]) -> Vec<Stop> {
    let mut stops: Vec<Stop> = Vec::new();
    for (at, edge) in cycle.iter().enumerate() {
        if edge.owner == KNOWN {
            continue;
        }
        match stops.last_mut() {
            Some(stop) if stop.owner == edge.owner => stop.last = at,
            _ => stops.push(Stop { owner: edge.owner, first: at, last: at }),
        }
    }
    stops
}

struct Teller<'a> {
    wired: &'a Wired,
    clocks: &'a Clocks,
    cycle: &'a [Edge],
    /// What the chain that is being told has cited so far.
    cited: Vec<u32>,
    steps: Vec<Because>,
}

impl<'a> Teller<'a> {
    fn new(wired: &'a Wired, clocks: &'a Clocks, cycle: &'a [Edge]) -> Self {
        Self { wired, clocks, cycle, cited: Vec::new(), steps: Vec::new() }
    }

    fn forward(&mut self, stop: &Stop) {
        self.tell(stop, self.cycle[stop.first].from, self.cycle[stop.last].to);
    }

    fn backward(&mut self, stop: &Stop) {
        self.tell(stop, self.cycle[stop.last].to, self.cycle[stop.first].from);
    }

    /// Tells a stop that carries a bound from one point to another.
    fn tell(&mut self, stop: &Stop, source: Point, target: Point) {
        let wired = self.wired;
        let before = self.range(&self.cited, source);
        self.cited.push(stop.owner);
        let after = self.range(&self.cited, target);
        let reached = if target == ORIGIN { source } else { target };
        let reached = (reached != ORIGIN).then(|| wiring::event_of(reached).0);
        let step = match wired.draft.constraints.get(stop.owner as usize) {
            Some(constraint) => {
                let bond = tried(&constraint.bond, &self.cycle[stop.first], self.clocks);
                self.step(bond, before, after, target, reached)
            }
            None => Step::Given {
                claim: wired.fact_at(stop.owner).map_or(String::new(), |fact| fact.text.clone()),
            },
        };
        let because = cited(wired, stop.owner, step);
        if !self.steps.contains(&because) {
            self.steps.push(because);
        }
    }

    fn step(
        &self,
        bond: &Bond,
        before: Range,
        after: Range,
        target: Point,
        reached: Option<EventIx>,
    ) -> Step {
        let named = |event: EventIx| subject(self.wired, event, false);
        let place = |event: EventIx| self.placed(&self.cited, event, false);
        let reached = |other: EventIx| reached.unwrap_or(other);
        match bond {
            Bond::Offset { event, anchor, end, low, high } => Step::Shifted {
                event: named(*event),
                anchor: subject(self.wired, *anchor, *end == End::WindowLast),
                low: *low,
                high: *high,
                backwards: target != ORIGIN && wiring::event_of(target).0 == *anchor,
                from: before,
                to: after,
            },
            Bond::Window { event, amount } => {
                let points = [End::First, End::WindowLast].map(|end| self.point(*event, end));
                let [from, to] = points.map(|point| self.range(&self.cited, point));
                Step::Covers { event: named(*event), amount: amount.clone(), from, to }
            }
            Bond::Before { before, after } => Step::Before {
                before: named(*before),
                after: named(*after),
                event: named(reached(*after)),
                placed: place(reached(*after)),
            },
            Bond::During { inner, outer } => Step::Within {
                inner: named(*inner),
                outer: named(*outer),
                event: named(reached(*inner)),
                placed: place(reached(*inner)),
            },
            Bond::Same { a, b } => Step::Same {
                a: named(*a),
                b: named(*b),
                event: named(reached(*b)),
                placed: place(reached(*b)),
            },
            Bond::Impossible { why, .. } => Step::Impossible { why: why.clone() },
            Bond::Within { event, .. } | Bond::Spans { event, .. } => {
                Step::Dated { event: named(*event), placed: place(*event) }
            }
            // A choice whose options bound nothing that the chain goes through.
            Bond::OneOf(_) => {
                let event = reached(EventIx(0));
                Step::Dated { event: named(event), placed: place(event) }
            }
        }
    }

    /// Where the constraints cited put a point.
    fn range(&self, cited: &[u32], point: Point) -> Range {
        if point == ORIGIN {
            return Range::default();
        }
        let problem = self.network(cited, point);
        range_of(&problem, point)
    }

    fn placed(&self, cited: &[u32], event: EventIx, window: bool) -> Placed {
        let first = self.point(event, End::First);
        let last = self.point(event, if window { End::WindowLast } else { End::Last });
        let problem = self.network(cited, first);
        Placed { first: range_of(&problem, first), last: range_of(&problem, last) }
    }

    /// The point of a moment, at the clock where the event has hours.
    fn point(&self, event: EventIx, end: End) -> Point {
        if self.clocks.has_hours(event) && self.clocks.has(event) {
            wiring::clock(event, end)
        } else {
            wiring::day(event, end)
        }
    }

    /// One of the two points where a claim meets its chain: a point of an event, or what the claim
    /// itself says, where it says a date.
    fn moment(&self, cited: &[u32], point: Point, edge: Edge) -> Range {
        if point == ORIGIN {
            // `to ≤ c` or `from ≥ c`: the date is in the bound.
            let (other, value) = if edge.from == ORIGIN {
                (edge.to, edge.carry.upper(0))
            } else {
                (edge.from, edge.carry.lower(0))
            };
            let clock = other != ORIGIN && 3 <= wiring::event_of(other).1;
            return Range::at(if clock { Moment::Minute(value) } else { Moment::Day(value) });
        }
        let (event, slot) = wiring::event_of(point);
        let end = [End::First, End::Last, End::WindowLast][(slot % 3) as usize];
        self.range(cited, self.point(event, end))
    }

    fn network(&self, cited: &[u32], point: Point) -> Problem {
        let event = wiring::event_of(point).0;
        let plain: Vec<u32> = cited
            .iter()
            .copied()
            .filter(|&owner| match self.wired.draft.constraints.get(owner as usize) {
                Some(constraint) => !matches!(constraint.bond, Bond::OneOf(_)),
                None => false,
            })
            .collect();
        let chosen: Vec<EventIx> = self
            .cycle
            .iter()
            .flat_map(|edge| [edge.from, edge.to])
            .filter(|&point| point != ORIGIN)
            .map(|point| wiring::event_of(point).0)
            .chain([event])
            .collect();
        let mut problem = Problem::new(self.wired, self.clocks, &plain, &chosen);
        // Of a choice or a given, the bounds that the chain goes through.
        for edge in self.cycle {
            if cited.contains(&edge.owner) && !plain.contains(&edge.owner) {
                let mut whole = false;
                if let Some(constraint) = self.wired.draft.constraints.get(edge.owner as usize) {
                    let bond = tried(&constraint.bond, edge, self.clocks);
                    wiring::links(bond, self.clocks, &mut |link| {
                        whole = true;
                        problem.push(link, edge.owner);
                    });
                }
                if !whole {
                    let link = Link { to: edge.to, from: edge.from, carry: edge.carry };
                    problem.push(link, edge.owner);
                }
            }
        }
        // The chain is a part of a cycle, so its constraints hold together.
        if problem.network.settle().is_ok() {
            let _ = problem.network.settle_lower();
        }
        problem
    }
}

/// The bond that an edge comes from: of a choice, the one that was tried.
fn tried<'b>(bond: &'b Bond, edge: &Edge, clocks: &Clocks) -> &'b Bond {
    let Bond::OneOf(options) = bond else { return bond };
    let link = Link { to: edge.to, from: edge.from, carry: edge.carry };
    let found = options.iter().flatten().find(|bond| {
        let mut found = false;
        wiring::links(bond, clocks, &mut |other| found |= other == link);
        found
    });
    found.map_or(bond, |bond| tried(bond, edge, clocks))
}

fn range_of(problem: &Problem, point: Point) -> Range {
    let local = problem.local(point);
    let moment = |value| {
        if 3 <= wiring::event_of(point).1 { Moment::Minute(value) } else { Moment::Day(value) }
    };
    Range {
        lower: problem.network.lower(local).map(moment),
        upper: problem.network.upper(local).map(moment),
    }
}

/// The point where the edge begins, and the two bounds on it that the cycle holds.
fn meet(cycle: &[Edge], at: usize, hours: bool) -> Option<(Point, Moment, Moment)> {
    let mut best = None;
    // Known facts around the edge stay with the same event: any point of it will do, but for its
    // window, and days read better than minutes where no hour is told.
    let of = |point: Point| {
        let (event, slot) = wiring::event_of(point);
        (event, slot % 3 == End::WindowLast as u32)
    };
    let met = of(cycle.get(at).filter(|edge| edge.from != ORIGIN)?.from);
    for (at, edge) in cycle.iter().enumerate() {
        if edge.from == ORIGIN || of(edge.from) != met {
            continue;
        }
        let upper = cycle[..at].iter().fold(0, |value, edge| edge.carry.upper(value));
        let lower = cycle[at..].iter().rev().fold(0, |value, edge| edge.carry.lower(value));
        let clock = 3 <= wiring::event_of(edge.from).1;
        let (upper, lower) = match clock {
            true => (Moment::Minute(upper), Moment::Minute(lower)),
            false => (Moment::Day(upper), Moment::Day(lower)),
        };
        if best.is_none() || clock == hours {
            best = Some((edge.from, upper, lower));
        }
    }
    best
}

/// How far apart two moments are, in days where both are days.
pub(crate) fn apart(upper: Moment, lower: Moment) -> Amount {
    match (upper, lower) {
        (Moment::Day(upper), Moment::Day(lower)) => Amount::of(lower - upper, Unit::Day),
        _ => {
            let minutes = |moment| match moment {
                Moment::Day(day) => day * DAY,
                Moment::Minute(minute) => minute,
            };
            let end = |moment| match moment {
                Moment::Day(day) => (day + 1) * DAY,
                // The last minute of a day ends with the day.
                Moment::Minute(minute) if (minute + 1) % DAY == 0 => minute + 1,
                Moment::Minute(minute) => minute,
            };
            of_minutes(minutes(lower) - end(upper))
        }
    }
}

/// Minutes as hours and minutes, or as days where they are whole days.
pub(crate) fn of_minutes(minutes: i64) -> Amount {
    if minutes != 0 && minutes % DAY == 0 {
        return Amount::of(minutes / DAY, Unit::Day);
    }
    let parts = [(minutes / 60, Unit::Hour), (minutes % 60, Unit::Minute)];
    let parts: Vec<_> = parts
        .into_iter()
        .filter(|(n, _)| *n != 0)
        .map(|(n, unit)| (Quantity::whole(n), unit))
        .collect();
    if parts.is_empty() { Amount::of(0, Unit::Minute) } else { Amount::new(parts) }
}

/// By how much a cycle that avoids the origin falls short.
fn circle(cycle: &[Edge]) -> Amount {
    let Some(first) = cycle.first() else { return Amount::of(0, Unit::Minute) };
    let clock = first.from != ORIGIN && 3 <= wiring::event_of(first.from).1;
    // From a day of our time, so that months have their usual lengths.
    let start = if clock { 739_000 * DAY } else { 739_000 };
    let end = cycle.iter().fold(start, |value, edge| edge.carry.upper(value));
    let strict = cycle.len() as i64;
    match clock {
        // A minute for each "before" is how strictness is told, and no amount of time.
        true if start - end <= strict => Amount::of(0, Unit::Minute),
        true => of_minutes(start - end),
        false => Amount::of(start - end, Unit::Day),
    }
}

fn has_hours(wired: &Wired, owner: u32) -> bool {
    fn bond_has_hours(bond: &Bond) -> bool {
        match bond {
            Bond::Within { extent, .. } => !extent.is_whole_days(),
            Bond::Spans { first, last, .. } => !(first.is_whole_days() && last.is_whole_days()),
            Bond::Offset { low, high, .. } => [low, high].into_iter().flatten().any(
                |distance| matches!(distance, Distance::Minutes(minutes) if minutes % DAY != 0),
            ),
            Bond::OneOf(options) => options.iter().flatten().any(bond_has_hours),
            _ => false,
        }
    }
    wired.draft.constraints.get(owner as usize).is_some_and(|c| bond_has_hours(&c.bond))
}

pub(crate) fn subject(wired: &Wired, event: EventIx, window: bool) -> Subject {
    let label =
        wired.draft.events.get(event.0 as usize).map(|event| {
            if event.label.is_empty() { event.id.clone() } else { event.label.clone() }
        });
    Subject { label: label.unwrap_or_default(), window }
}

fn cited(wired: &Wired, owner: u32, step: Step) -> Because {
    let Some(constraint) = wired.draft.constraints.get(owner as usize) else {
        return Because { rule: Some("given".to_owned()), ..Because::plain(step) };
    };
    let statement = constraint.statement;
    let article = statement
        .and_then(|statement| wired.draft.statements.get(statement.0 as usize))
        .and_then(|statement| statement.article.clone());
    Because {
        step,
        statement,
        span: constraint.reason.span.filter(|_| article.is_some()),
        article,
        rule: Some(constraint.reason.rule.clone()).filter(|rule| !rule.is_empty()),
        links: constraint.reason.links.clone(),
    }
}

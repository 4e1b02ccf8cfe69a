//! Explanations as data: what each step says, with the values it leads to. Words are made of them
//! in [`report`](crate::report).
//!
//! A clash is a cycle of bounds. Read from the origin forwards it says how late something can be
//! at most, read backwards how early at least; where the two meet, they miss each other. Every
//! value in a step is worked out from the statements cited up to there and nothing else, so a step
//! can claim no more than they say.

use crate::amount::{Amount, Unit};
use crate::article::Span;
use crate::constraint::{Bond, Distance, End, Rule};
use crate::event::{EventIx, StatementIx};
use crate::network::{Carry, DAY, Edge, KNOWN, Link, ORIGIN, Point};
use crate::timeline::wired::{Problem, Wired};
use crate::timeline::wiring::{self, Clocks, SLOTS};
use crate::why::Why;
pub use crate::why::{Moment, Placed, Range, Step, Subject};

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
    pub links: Vec<Why>,
}

impl Because {
    /// Whether it rests on what the user takes for given, and not on a statement.
    pub fn is_given(&self) -> bool {
        self.statement.is_none()
            && (matches!(self.step, Step::Given { .. })
                || [Rule::Given, Rule::When, Rule::Window]
                    .iter()
                    .any(|rule| self.rule.as_deref() == Some(rule.name())))
    }

    pub(crate) fn plain(step: Step) -> Self {
        let (article, span, rule) = (None, None, None);
        Self { step, statement: None, article, span, rule, links: Vec::new() }
    }
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
    let stops: Vec<Edge> = cycle.iter().copied().filter(|edge| edge.owner != KNOWN).collect();
    if let [stop] = stops.as_slice()
        && let Some(constraint) = wired.draft.constraints.get(stop.owner as usize)
        && let Bond::Impossible { why, .. } = &constraint.bond
    {
        let steps = vec![cited(wired, stop.owner, Step::Impossible { why: why.clone() })];
        return Explained { steps, by: None };
    }
    if cycle.first().is_none_or(|edge| edge.from != ORIGIN) {
        return explain_circle(wired, cycle);
    }
    let mut late = Teller::new(wired, &wired.clocks);
    let mut early = Teller::new(wired, &wired.clocks);
    let (left, right) = stops.split_at(stops.len().div_ceil(2));
    left.iter().for_each(|edge| late.forward(edge));
    right.iter().rev().for_each(|edge| early.backward(edge));
    let met = right.first().map(|edge| edge.from).or(left.last().map(|edge| edge.to));
    let hours = stops.iter().any(|stop| has_hours(wired, stop.owner));
    let mut by = None;
    let mut conclusion = None;
    if let Some(point) = met.filter(|&point| point != ORIGIN)
        && let Some((slot, upper, lower)) = meet(&late, &early, point, hours)
    {
        let event = wiring::event_of(point).0;
        let amount = apart(upper, lower);
        let window = slot == End::WindowLast;
        let fixed = [&late, &early].iter().all(|chain| {
            let Placed { first, last } = chain.placed(event, window);
            last.exact().is_some() && (window || first.exact() == last.exact())
        });
        by = Some(amount.clone());
        let event = subject(wired, event, window);
        let id = wiring::event_of(point).0;
        let stretches = [late.placed(id, window), early.placed(id, window)];
        conclusion = Some(Step::Apart { event, upper, lower, fixed, stretches, by: amount });
    }
    let mut steps = late.steps;
    steps.extend(early.steps);
    steps.extend(conclusion.map(Because::plain));
    Explained { steps: each_once(steps), by }
}

/// Tells a cycle that no date is part of: the distances on the way, and that they do not close.
fn explain_circle(wired: &Wired, cycle: &[Edge]) -> Explained {
    let mut cycle = cycle.to_vec();
    // Days read better than minutes, where there are any.
    let is_day = |point: Point| point != ORIGIN && wiring::event_of(point).1 < 3;
    if let Some(at) = cycle.iter().position(|edge| edge.owner != KNOWN && is_day(edge.from)) {
        cycle.rotate_left(at);
    }
    let mut teller = Teller::new(wired, &wired.clocks);
    cycle.iter().filter(|edge| edge.owner != KNOWN).for_each(|edge| teller.forward(edge));
    let by = circle(&cycle);
    let sum = cycle.first().and_then(|edge| sum(wired, &cycle, edge.from, edge.from));
    let falls =
        |total: &Distance| matches!(total, Distance::Days(n) | Distance::Minutes(n) if *n < 0);
    if let Some(sum) = sum.filter(|sum| matches!(sum, Step::Sum { total, .. } if falls(total))) {
        teller.steps.push(Because::plain(sum));
    }
    teller.steps.push(Because::plain(Step::Circle { by: by.clone() }));
    Explained { steps: each_once(teller.steps), by: Some(by) }
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
    let first = cycle.iter().position(|edge| edge.owner == claim);
    let last = cycle.iter().rposition(|edge| edge.owner == claim);
    let (Some(first), Some(last)) = (first, last) else {
        return explain_conflict(wired, &cycle);
    };
    let told = |edges: &[Edge]| -> Vec<Edge> {
        edges.iter().copied().filter(|edge| edge.owner != KNOWN && edge.owner != claim).collect()
    };
    let mut early = Teller::new(wired, clocks);
    let mut late = Teller::new(wired, clocks);
    let circular = cycle.first().is_none_or(|edge| edge.from != ORIGIN);
    told(&cycle[..first]).iter().for_each(|edge| early.forward(edge));
    match circular {
        // In the order in which the distances lead from one to the other.
        true => told(&cycle[last + 1..]).iter().for_each(|edge| late.forward(edge)),
        false => told(&cycle[last + 1..]).iter().rev().for_each(|edge| late.backward(edge)),
    }
    let between: Vec<Because> = cycle[first..last]
        .iter()
        .filter(|edge| edge.owner != KNOWN && edge.owner != claim)
        .flat_map(|edge| {
            let mut alone = Teller::new(wired, clocks);
            alone.forward(edge);
            alone.steps
        })
        .collect();
    let mut conclusion = None;
    if first == last {
        let edge = cycle[first];
        if circular {
            let way: Vec<Edge> = cycle[first + 1..].to_vec();
            conclusion = sum(wired, &way, edge.to, edge.from).filter(|sum| {
                matches!(sum, Step::Sum { legs, from, to, .. } if 1 < legs.len() && from != to)
            });
        } else {
            let (mut at, mut from) = (early.moment(edge.from, edge), late.moment(edge.to, edge));
            if !is_later(at.upper, from.lower) {
                // What the days do not show, the minutes do.
                if let (Some(upper), Some(lower)) =
                    (early.exactly(edge.from).upper, late.exactly(edge.to).lower)
                {
                    (at, from) = (early.exactly(edge.from), late.exactly(edge.to));
                    (at.upper, from.lower) = (Some(upper), Some(lower));
                }
            }
            let named = |point: Point| (point != ORIGIN).then(|| moment_of(wired, point));
            conclusion =
                Some(Step::Later { early: named(edge.from), at, late: named(edge.to), from });
        }
    }
    let mut steps = early.steps;
    steps.extend(late.steps);
    steps.extend(between);
    steps.extend(conclusion.map(Because::plain));
    Explained { steps: each_once(steps), by: None }
}

fn each_once(steps: Vec<Because>) -> Vec<Because> {
    let mut once: Vec<Because> = Vec::new();
    for step in steps {
        if !once.contains(&step) {
            once.push(step);
        }
    }
    once
}

/// The distances on a way that passes no date, added up. Nothing where they are not all of one
/// kind, or do not make up the whole of it.
fn sum(wired: &Wired, way: &[Edge], from: Point, to: Point) -> Option<Step> {
    let mut legs = Vec::new();
    let (mut days, mut minutes, mut exact) = (0, 0, true);
    for edge in way {
        if edge.from == ORIGIN || edge.to == ORIGIN {
            return None;
        }
        if edge.owner == KNOWN {
            // An event may last, and its last moment comes later.
            let (a, b) = (wiring::event_of(edge.from).1 % 3, wiring::event_of(edge.to).1 % 3);
            exact &= a == b;
            continue;
        }
        let Carry::Plus(c) = edge.carry else { return None };
        let constraint = wired.draft.constraints.get(edge.owner as usize)?;
        let bond = tried(&constraint.bond, edge, &wired.clocks);
        exact &= match bond {
            Bond::Offset { low, high, .. } => low == high,
            Bond::Window { amount, .. } | Bond::Lasts { amount, .. } => {
                let (low, high) = wiring::reach(amount);
                low == high
            }
            Bond::Same { .. } => true,
            _ => false,
        };
        if matches!(bond, Bond::Before { .. }) || c == 0 {
            continue;
        }
        if 3 <= wiring::event_of(edge.from).1 {
            minutes += c;
            legs.push(Distance::Minutes(c));
        } else {
            days += c;
            legs.push(match bond {
                // As the amount is said: 48 hours, and not two days.
                Bond::Window { amount, .. } | Bond::Lasts { amount, .. } if by_the_hour(amount) => {
                    Distance::Minutes(c * DAY)
                }
                _ => Distance::Days(c),
            });
        }
    }
    let total = match (days, minutes) {
        (days, 0) => Distance::Days(days),
        (0, minutes) => Distance::Minutes(minutes),
        _ => return None,
    };
    let (from, to) = (moment_of(wired, from), moment_of(wired, to));
    Some(Step::Sum { from, to, legs, total, exact })
}

fn by_the_hour(amount: &Amount) -> bool {
    amount.parts.iter().all(|(_, unit)| *unit == Unit::Hour)
}

/// What a point belongs to.
fn moment_of(wired: &Wired, point: Point) -> Subject {
    let (event, slot) = wiring::event_of(point);
    subject(wired, event, slot % 3 == End::WindowLast as u32)
}

/// Tells a chain step by step. What is known at each step is what the steps before came to, and
/// what each step comes to follows from that and from the words it cites, and from nothing else.
struct Teller<'a> {
    wired: &'a Wired,
    clocks: &'a Clocks,
    /// What the steps so far came to, as bounds that hang on the origin.
    known: Vec<Link>,
    steps: Vec<Because>,
}

impl<'a> Teller<'a> {
    fn new(wired: &'a Wired, clocks: &'a Clocks) -> Self {
        Self { wired, clocks, known: Vec::new(), steps: Vec::new() }
    }

    fn forward(&mut self, edge: &Edge) {
        self.tell(edge, edge.from, edge.to);
    }

    fn backward(&mut self, edge: &Edge) {
        self.tell(edge, edge.to, edge.from);
    }

    /// Tells an edge that carries a bound from one point to another.
    fn tell(&mut self, edge: &Edge, source: Point, target: Point) {
        let wired = self.wired;
        let constraint = wired.draft.constraints.get(edge.owner as usize);
        let bond = constraint.map(|constraint| tried(&constraint.bond, edge, self.clocks));
        let reached = if target == ORIGIN { source } else { target };
        let event = wiring::event_of(reached).0;
        // What is known of the moments that the step starts from.
        let starts = |point: Point| {
            let (other, slot) = wiring::event_of(point);
            match bond {
                Some(Bond::Window { .. } | Bond::Lasts { .. }) => {
                    slot % 3 == (source - 1) % SLOTS % 3
                }
                _ => other != event,
            }
        };
        let before: Vec<Link> = self
            .known
            .iter()
            .copied()
            .filter(|link| starts(if link.from == ORIGIN { link.to } else { link.from }))
            .collect();
        let mut links = Vec::new();
        match bond {
            Some(bond) if !matches!(bond, Bond::OneOf(_)) => {
                wiring::links(bond, self.clocks, &mut |link| links.push(link));
            }
            _ => links.push(Link { to: edge.to, from: edge.from, carry: edge.carry }),
        }
        let mut events = vec![event];
        for link in before.iter().chain(&links) {
            for point in [link.from, link.to] {
                if point != ORIGIN && !events.contains(&wiring::event_of(point).0) {
                    events.push(wiring::event_of(point).0);
                }
            }
        }
        let network = |links: &[&[Link]]| {
            let mut problem = Problem::new(wired, self.clocks, &[], &events);
            for link in links.iter().flat_map(|links| links.iter()) {
                problem.push(*link, KNOWN);
            }
            let holds = problem.network.settle().is_ok() && problem.network.settle_lower().is_ok();
            (problem, holds)
        };
        let start = network(&[&before]).0;
        let end = match network(&[&before, &links]) {
            (end, true) => end,
            // The words clash with themselves: only the bound that the chain goes by is told.
            _ => {
                let only = Link { to: edge.to, from: edge.from, carry: edge.carry };
                network(&[&before, &[only]]).0
            }
        };
        let step = match bond {
            Some(bond) => self.step(bond, event, source, &start, &end),
            None => {
                let placed = self.placed_in(&end, event, is_window(reached));
                Step::Given {
                    claim: wired.fact_at(edge.owner).map_or(String::new(), |f| f.text.clone()),
                    event: (placed != Placed::default())
                        .then(|| subject(wired, event, is_window(reached))),
                    placed,
                }
            }
        };
        for slot in 0..SLOTS {
            let point = event.0 * SLOTS + 1 + slot;
            let range = range_of(&end, point);
            let value = |moment| match moment {
                Moment::Day(value) | Moment::Minute(value) => value,
            };
            if let Some(upper) = range.upper {
                self.known.push(Link::new(point, ORIGIN, Carry::Plus(value(upper))));
            }
            if let Some(lower) = range.lower {
                self.known.push(Link::new(ORIGIN, point, Carry::Plus(-value(lower))));
            }
        }
        self.steps.push(cited(wired, edge.owner, step));
    }

    /// The step that leads to `event` from what `start` holds, with what comes of it in `end`.
    fn step(
        &self,
        bond: &Bond,
        event: EventIx,
        source: Point,
        start: &Problem,
        end: &Problem,
    ) -> Step {
        let named = |event: EventIx| subject(self.wired, event, false);
        let placed = || self.placed_in(end, event, false);
        let whole = |problem: &Problem, event: EventIx| {
            let Placed { first, last } = self.placed_in(problem, event, false);
            Range { lower: first.lower, upper: last.upper }
        };
        let moment =
            |problem: &Problem, event: EventIx, end: End| range_of(problem, self.point(event, end));
        match bond {
            Bond::Offset { event: dated, anchor, end: at, low, high } => {
                let backwards = event == *anchor && event != *dated;
                let (from, to) = match backwards {
                    true => (whole(start, *dated), moment(end, *anchor, *at)),
                    false => (moment(start, *anchor, *at), whole(end, *dated)),
                };
                // A distance that leads nowhere leads no way.
                let backwards = backwards && to != Range::default();
                Step::Shifted {
                    event: named(*dated),
                    anchor: subject(self.wired, *anchor, *at == End::WindowLast),
                    low: *low,
                    high: *high,
                    backwards,
                    from,
                    to,
                }
            }
            Bond::Window { event, amount } | Bond::Lasts { event, amount } => {
                let backwards = is_window(source);
                let at = |window: bool, problem: &Problem| {
                    moment(problem, *event, if window { End::WindowLast } else { End::First })
                };
                let (from, to) = match backwards {
                    true => (at(false, end), at(true, start)),
                    false => (at(false, start), at(true, end)),
                };
                let backwards = backwards && from != Range::default();
                Step::Covers { event: named(*event), amount: amount.clone(), backwards, from, to }
            }
            Bond::Before { before, after } => Step::Before {
                before: named(*before),
                after: named(*after),
                event: named(event),
                placed: placed(),
            },
            Bond::During { inner, outer } => Step::Within {
                inner: named(*inner),
                outer: named(*outer),
                event: named(event),
                placed: placed(),
            },
            Bond::Same { a, b } => {
                Step::Same { a: named(*a), b: named(*b), event: named(event), placed: placed() }
            }
            Bond::Impossible { why, .. } => Step::Impossible { why: why.clone() },
            // Of a choice, the hull that all its options lie in.
            Bond::Within { .. } | Bond::Spans { .. } | Bond::OneOf(_) => {
                Step::Dated { event: named(event), placed: placed() }
            }
        }
    }

    /// Where the steps so far put an event, or its window.
    fn placed(&self, event: EventIx, window: bool) -> Placed {
        self.placed_in(&self.network(event), event, window)
    }

    fn network(&self, event: EventIx) -> Problem {
        let mut problem = Problem::new(self.wired, self.clocks, &[], &[event]);
        for link in &self.known {
            let point = if link.from == ORIGIN { link.to } else { link.from };
            if wiring::event_of(point).0 == event {
                problem.push(*link, KNOWN);
            }
        }
        if problem.network.settle().is_ok() {
            let _ = problem.network.settle_lower();
        }
        problem
    }

    fn placed_in(&self, problem: &Problem, event: EventIx, window: bool) -> Placed {
        let last = if window { End::WindowLast } else { End::Last };
        let [first, last] = [End::First, last].map(|end| range_of(problem, self.point(event, end)));
        Placed { first, last }
    }

    /// The point of a moment, at the clock where the event has hours.
    fn point(&self, event: EventIx, end: End) -> Point {
        if self.clocks.has_hours(event) && self.clocks.has(event) {
            wiring::clock(event, end)
        } else {
            wiring::day(event, end)
        }
    }

    /// Where the steps so far put a point itself.
    fn exactly(&self, point: Point) -> Range {
        if point == ORIGIN {
            return Range::default();
        }
        range_of(&self.network(wiring::event_of(point).0), point)
    }

    /// One of the two points where a claim meets its chain: a point of an event, or what the claim
    /// itself says, where it says a date.
    fn moment(&self, point: Point, edge: Edge) -> Range {
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
        range_of(&self.network(event), self.point(event, end))
    }
}

/// Whether the second moment comes after the first beyond doubt.
pub(crate) fn is_later(upper: Option<Moment>, lower: Option<Moment>) -> bool {
    match (upper, lower) {
        (Some(Moment::Minute(upper)), Some(Moment::Minute(lower))) => upper < lower,
        (Some(upper), Some(lower)) => upper.day() < lower.day(),
        _ => false,
    }
}

fn is_window(point: Point) -> bool {
    point != ORIGIN && wiring::event_of(point).1 % 3 == End::WindowLast as u32
}

/// Where two chains that meet at a point of an event miss each other: which of its moments, the
/// latest that the one allows, the earliest that the other asks for. Days where they do, unless
/// some hour is told.
fn meet(
    late: &Teller<'_>,
    early: &Teller<'_>,
    point: Point,
    hours: bool,
) -> Option<(End, Moment, Moment)> {
    let (event, slot) = wiring::event_of(point);
    let (late, early) = (late.network(event), early.network(event));
    let window = slot % 3 == End::WindowLast as u32;
    let ends: &[End] = if window { &[End::WindowLast] } else { &[End::First, End::Last] };
    let own = [End::First, End::Last, End::WindowLast][(slot % 3) as usize];
    let mut found = None;
    for clock in [hours, !hours] {
        for &end in std::iter::once(&own).chain(ends) {
            let point = if clock { wiring::clock(event, end) } else { wiring::day(event, end) };
            if let (Some(upper), Some(lower)) =
                (range_of(&late, point).upper, range_of(&early, point).lower)
                && upper < lower
            {
                found = found.or(Some((end, upper, lower)));
            }
        }
    }
    found
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
            Amount::of_minutes(minutes(lower) - end(upper))
        }
    }
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
        true => Amount::of_minutes(start - end),
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
        return Because { rule: Some(Rule::Given.name().to_owned()), ..Because::plain(step) };
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

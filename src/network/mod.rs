//! The network: points on a line of whole numbers and bounds `y ≤ f(x)` between them.
//!
//! Every `f` is non-decreasing, so the solutions are closed under minimum and maximum: the
//! greatest values are found by propagation from the origin, the least by its dual, and a network
//! has a solution exactly where propagation finds no cycle that falls for ever. Such a cycle is
//! the explanation, by edges.
//!
//! Edges are pushed and popped like a stack, and only what a push moves is worked out again.
//! The strongly connected parts are settled in order when a network is first settled, so chains
//! cost one pass whatever the order they were told in.

mod carry;
mod formula;
mod parts;

use std::collections::VecDeque;

use parts::Parts;

pub(crate) use carry::{Carry, DAY};
pub(crate) use formula::{Formula, Found, Link, Search};
pub(crate) use parts::parts;

/// A point of the network. [`ORIGIN`] is always at 0.
pub(crate) type Point = u32;

/// The origin, which absolute bounds hang on.
pub(crate) const ORIGIN: Point = 0;

/// The owner of edges that nobody doubts: the calendar, first before last.
pub(crate) const KNOWN: u32 = u32::MAX;

/// Where a point that nothing bounds is put, in days or minutes: so far out that no date and no
/// sum of distances comes near it.
const HORIZON: i64 = 1 << 50;

/// From here on, a value comes from the horizon. A minute at the horizon is a day beyond this
/// too, and all minutes of the calendar are before it.
const FAR: i64 = 300_000_000_000;

/// What an edge adds that bounds nothing: more than there is between any two points.
const SILENT: Carry = Carry::Plus(1 << 60);

/// Where values stop growing.
const LAST: i64 = 1 << 61;

const NONE: u32 = u32::MAX;
const OPEN: i64 = i64::MAX;

/// A bound `to ≤ carry(from)` and who says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Edge {
    pub(crate) from: Point,
    pub(crate) to: Point,
    pub(crate) carry: Carry,
    pub(crate) owner: u32,
}

#[derive(Clone, Copy, Debug)]
struct Linked {
    edge: Edge,
    next_out: u32,
    next_into: u32,
}

/// A cycle of edges that falls for ever, each edge starting where the last one ended. It begins at
/// the origin where it passes there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clash {
    pub(crate) cycle: Vec<Edge>,
}

/// How far a network had come, to go back to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    edges: usize,
    trail: usize,
    silenced: usize,
    settled: [usize; 2],
}

/// One of the two bounds of a point, with what settling notes of it: side by side in memory, as
/// they are asked for together.
#[derive(Clone, Copy, Debug)]
struct Bound {
    value: i64,
    /// The edge that set the value, or `NONE`.
    why: u32,
    /// How often the point moved since settling began.
    moves: u32,
}

/// Where a point is that nothing has been said of.
const UNMET: Bound = Bound { value: OPEN, why: NONE, moves: 0 };

/// Which of the two bounds: they are each other's mirror image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Upper = 0,
    Lower = 1,
}

#[derive(Clone, Copy, Debug)]
struct Change {
    way: Way,
    point: Point,
    value: i64,
    why: u32,
}

/// See the [module](self).
#[derive(Clone, Debug, Default)]
pub(crate) struct Network {
    edges: Vec<Linked>,
    out: Vec<u32>,
    into: Vec<u32>,
    bounds: [Vec<Bound>; 2],
    /// How many edges have been taken into account, for each way.
    settled: [usize; 2],
    trail: Vec<Change>,
    /// Edges that bound nothing for now, with what they carry else.
    silenced: Vec<(u32, Carry)>,
    recording: bool,
    queue: VecDeque<Point>,
    queued: Vec<bool>,
    /// Which points moved since settling began.
    moved: Vec<Point>,
    /// The parts that were last found, until an edge comes or goes.
    parts: Option<Parts>,
}

/// Edges by the point from which bounds flow, one after the other in memory.
#[derive(Debug)]
struct Flat {
    start: Vec<u32>,
    next: Vec<Next>,
}

#[derive(Clone, Copy, Debug)]
struct Next {
    target: Point,
    at: u32,
    carry: Carry,
}

impl Flat {
    fn of(&self, point: u32) -> &[Next] {
        let (from, to) = (self.start[point as usize], self.start[point as usize + 1]);
        &self.next[from as usize..to as usize]
    }
}

impl Network {
    /// A network of `points` points beside the origin, numbered from 1.
    pub(crate) fn new(points: usize) -> Self {
        let size = points + 1;
        let mut network = Self {
            edges: Vec::with_capacity(size),
            out: vec![NONE; size],
            into: vec![NONE; size],
            bounds: [vec![UNMET; size], vec![UNMET; size]],
            queue: VecDeque::with_capacity(size),
            queued: vec![false; size],
            moved: Vec::with_capacity(size),
            ..Self::default()
        };
        for bounds in &mut network.bounds {
            bounds[ORIGIN as usize].value = 0;
        }
        network
    }

    /// Makes room for points, numbered on.
    pub(crate) fn grow(&mut self, points: usize) {
        let size = points + 1;
        self.out.resize(size, NONE);
        self.into.resize(size, NONE);
        self.queued.resize(size, false);
        for bounds in &mut self.bounds {
            bounds.resize(size, UNMET);
        }
    }

    /// Keeps what was done since the last mark; what is done from here on is not recorded. Shows
    /// each point whose bounds were changed, some of them more than once.
    pub(crate) fn keep(&mut self, mut changed: impl FnMut(Point)) {
        self.recording = false;
        for change in self.trail.drain(..) {
            changed(change.point);
        }
    }

    /// Adds a bound. It takes effect when the network is next settled.
    pub(crate) fn push(&mut self, edge: Edge) {
        let at = self.edges.len() as u32;
        let next_out = std::mem::replace(&mut self.out[edge.from as usize], at);
        let next_into = std::mem::replace(&mut self.into[edge.to as usize], at);
        self.edges.push(Linked { edge, next_out, next_into });
        self.parts = None;
    }

    /// A place to come back to. From here on, changes are recorded.
    pub(crate) fn mark(&mut self) -> Mark {
        self.recording = true;
        Mark {
            edges: self.edges.len(),
            trail: self.trail.len(),
            silenced: self.silenced.len(),
            settled: self.settled,
        }
    }

    /// Withdraws everything since the mark, a clash included.
    pub(crate) fn undo(&mut self, mark: Mark) {
        while mark.trail < self.trail.len() {
            let Some(change) = self.trail.pop() else { break };
            let bound = &mut self.bounds[change.way as usize][change.point as usize];
            (bound.value, bound.why) = (change.value, change.why);
        }
        self.parts = None;
        for (at, carry) in self.silenced.drain(mark.silenced..) {
            self.edges[at as usize].edge.carry = carry;
        }
        while mark.edges < self.edges.len() {
            let Some(linked) = self.edges.pop() else { break };
            self.out[linked.edge.from as usize] = linked.next_out;
            self.into[linked.edge.to as usize] = linked.next_into;
        }
        self.settled = mark.settled;
    }

    /// Withdraws the edges of some owners from a settled network until a mark before is undone: what
    /// hung on them is worked out again. The owners stand in the order of their edges.
    pub(crate) fn silence(&mut self, owners: &[u32]) {
        let first = self.edges.partition_point(|linked| linked.edge.owner == KNOWN);
        let mut silent = Vec::new();
        for &owner in owners {
            let owned = &self.edges[first..];
            let from = first + owned.partition_point(|linked| linked.edge.owner < owner);
            let own = self.edges[from..].iter().take_while(|linked| linked.edge.owner == owner);
            silent.extend((from..from + own.count()).map(|at| at as u32));
        }
        for &at in &silent {
            let carry = std::mem::replace(&mut self.edges[at as usize].edge.carry, SILENT);
            self.silenced.push((at, carry));
        }
        for way in [Way::Upper, Way::Lower] {
            if self.settled[way as usize] != 0 {
                // What held with more bounds holds with fewer.
                let result = self.rise(way, &silent);
                let _ = self.settled_way(way, result);
            }
        }
    }

    /// Works out the greatest values. An error is a set of edges that cannot all hold, and leaves
    /// the network to be undone or dropped.
    pub(crate) fn settle(&mut self) -> Result<(), Clash> {
        self.settle_way(Way::Upper)
    }

    /// Works out the least values too, of a network that has been settled.
    pub(crate) fn settle_lower(&mut self) -> Result<(), Clash> {
        self.settle_way(Way::Lower)
    }

    /// Works out both ways the points from `first` on, and the edges from `edge` on, which join them
    /// with one another and the origin and nothing else.
    pub(crate) fn settle_new(&mut self, first: Point, edge: usize) -> Result<(), Clash> {
        for way in [Way::Upper, Way::Lower] {
            let result = self.settle_all(way, first, edge as u32);
            self.settled_way(way, result)?;
        }
        Ok(())
    }

    /// The points whose bounds were changed since changes were first recorded, some of them more than
    /// once.
    pub(crate) fn changed(&self) -> impl Iterator<Item = Point> {
        self.trail.iter().map(|change| change.point)
    }

    /// How many edges there are.
    pub(crate) fn edges(&self) -> usize {
        self.edges.len()
    }

    /// The greatest value of a point; `None` where nothing bounds it.
    pub(crate) fn upper(&self, point: Point) -> Option<i64> {
        Some(self.bounds[0][point as usize].value).filter(|value| value.abs() < FAR)
    }

    /// The least value of a point; `None` where nothing bounds it. See [`Self::settle_lower`].
    pub(crate) fn lower(&self, point: Point) -> Option<i64> {
        Some(-self.bounds[1][point as usize].value).filter(|value| value.abs() < FAR)
    }

    // Lower bounds are kept with their sign turned, so that both ways look for least values.

    fn settle_way(&mut self, way: Way) -> Result<(), Clash> {
        let first = self.settled[way as usize];
        let result =
            if first == 0 { self.settle_all(way, 1, 0) } else { self.settle_from(way, first) };
        self.settled_way(way, result)
    }

    fn settled_way(&mut self, way: Way, result: Result<(), Clash>) -> Result<(), Clash> {
        if result.is_ok() {
            self.settled[way as usize] = self.edges.len();
        }
        for point in self.queue.drain(..) {
            self.queued[point as usize] = false;
        }
        for point in self.moved.drain(..) {
            self.bounds[way as usize][point as usize].moves = 0;
        }
        result
    }

    fn settle_from(&mut self, way: Way, first: usize) -> Result<(), Clash> {
        for at in first..self.edges.len() {
            let (source, target) = self.ends(way, at as u32);
            // A point met for the first time may be anywhere.
            for point in [source, target] {
                if self.bounds[way as usize][point as usize].value == OPEN {
                    self.set(way, point, HORIZON, NONE);
                }
            }
            self.relax(way, at as u32)?;
        }
        self.run(way)
    }

    /// Lets go the points whose values come from some edges, and settles them by all others.
    fn rise(&mut self, way: Way, edges: &[u32]) -> Result<(), Clash> {
        let mut risen = Vec::new();
        for &at in edges {
            self.let_go(way, at, &mut risen);
        }
        let mut next = 0;
        while let Some(&point) = risen.get(next) {
            next += 1;
            let mut at = self.heads(way)[point as usize];
            while at != NONE {
                self.let_go(way, at, &mut risen);
                at = self.next(way, at);
            }
        }
        let back = if way == Way::Upper { Way::Lower } else { Way::Upper };
        for point in risen {
            let mut at = self.heads(back)[point as usize];
            while at != NONE {
                self.relax(way, at)?;
                at = self.next(back, at);
            }
        }
        self.run(way)
    }

    /// Puts the target of an edge to the horizon, where its value comes from that edge.
    fn let_go(&mut self, way: Way, at: u32, risen: &mut Vec<Point>) {
        let target = self.ends(way, at).1;
        if target != ORIGIN && self.bounds[way as usize][target as usize].why == at {
            self.set(way, target, HORIZON, NONE);
            risen.push(target);
        }
    }

    /// From nothing, the points from `first` on and the edges from `edge` on, which join them with one
    /// another and the origin: part by part, in the order in which bounds flow.
    fn settle_all(&mut self, way: Way, first: Point, edge: u32) -> Result<(), Clash> {
        let flat = self.flat(way, first, edge);
        // The parts are the same both ways, and flow the other way round.
        let (parts, against) = match self.parts.take() {
            Some(parts) => (parts, false),
            None => {
                let of = |point: u32, visit: &mut dyn FnMut(u32)| {
                    for next in flat.of(point) {
                        if next.target != ORIGIN {
                            visit(next.target - first);
                        }
                    }
                };
                (parts::parts(self.out.len() - first as usize, of), true)
            }
        };
        // The latest edges come first.
        let mut at = self.heads(way)[ORIGIN as usize];
        while at != NONE && edge <= at {
            self.relax(way, at)?;
            at = self.next(way, at);
        }
        for point in self.queue.drain(..) {
            self.queued[point as usize] = false;
        }
        let of = |point: &u32| parts.of[*point as usize];
        let mut chunks = parts.order.chunk_by(|a, b| of(a) == of(b));
        while let Some(part) = if against { chunks.next_back() } else { chunks.next() } {
            let mut open = true;
            for &point in part {
                if self.bounds[way as usize][(point + first) as usize].value != OPEN {
                    self.enqueue(point + first);
                    open = false;
                }
            }
            let Some(&one) = part.first() else { continue };
            if open {
                let point = one + first;
                // What nothing speaks of is met when something does.
                if self.out[point as usize] == NONE && self.into[point as usize] == NONE {
                    continue;
                }
                self.set(way, point, HORIZON, NONE);
                self.enqueue(point);
            }
            let part = of(&one);
            self.run_part(way, &flat, |point| of(&(point - first)) == part)?;
        }
        if against {
            self.parts = Some(parts);
        }
        Ok(())
    }

    /// The edges from `edge` on, by the point from which bounds flow.
    fn flat(&self, way: Way, first: Point, edge: u32) -> Flat {
        // Counted two places on, so that what is filled in moves each start to where it belongs.
        let mut start = vec![0u32; self.out.len() - first as usize + 2];
        let edges = || edge..self.edges.len() as u32;
        let place = |source: Point| (source - first) as usize;
        for at in edges() {
            let source = self.ends(way, at).0;
            if source != ORIGIN {
                start[place(source) + 2] += 1;
            }
        }
        for at in 1..start.len() {
            start[at] += start[at - 1];
        }
        let none = Next { target: ORIGIN, at: NONE, carry: Carry::Plus(0) };
        let mut next = vec![none; start.last().copied().unwrap_or(0) as usize];
        for at in edges() {
            let (source, target) = self.ends(way, at);
            if source != ORIGIN {
                let slot = &mut start[place(source) + 1];
                let carry = self.edges[at as usize].edge.carry;
                next[*slot as usize] = Next { target, at, carry };
                *slot += 1;
            }
        }
        Flat { start, next }
    }

    /// Relaxes a part until nothing moves. Points of others are set but not followed: their turn
    /// comes.
    fn run_part(
        &mut self,
        way: Way,
        flat: &Flat,
        inside: impl Fn(Point) -> bool,
    ) -> Result<(), Clash> {
        let first = (self.out.len() + 2 - flat.start.len()) as Point;
        while let Some(point) = self.queue.pop_front() {
            self.queued[point as usize] = false;
            if !inside(point) {
                continue;
            }
            let from = self.bounds[way as usize][point as usize].value;
            for next in flat.of(point - first) {
                self.flow(way, next.at, point, next.target, carried(way, next.carry, from))?;
            }
        }
        Ok(())
    }

    /// Relaxes until nothing moves.
    fn run(&mut self, way: Way) -> Result<(), Clash> {
        while let Some(point) = self.queue.pop_front() {
            self.queued[point as usize] = false;
            let mut at = self.heads(way)[point as usize];
            while at != NONE {
                self.relax(way, at)?;
                at = self.next(way, at);
            }
        }
        Ok(())
    }

    fn relax(&mut self, way: Way, at: u32) -> Result<(), Clash> {
        let (source, target) = self.ends(way, at);
        let from = self.bounds[way as usize][source as usize].value;
        if from == OPEN {
            return Ok(());
        }
        let value = carried(way, self.edges[at as usize].edge.carry, from);
        self.flow(way, at, source, target, value)
    }

    /// Lets a bound flow along an edge.
    fn flow(
        &mut self,
        way: Way,
        at: u32,
        source: Point,
        target: Point,
        value: i64,
    ) -> Result<(), Clash> {
        let bound = &mut self.bounds[way as usize][target as usize];
        if bound.value <= value {
            return Ok(());
        }
        if target == ORIGIN {
            return Err(self.clash_at_origin(way, at));
        }
        if bound.moves == 0 {
            self.moved.push(target);
        }
        bound.moves = bound.moves.saturating_add(1);
        let moves = bound.moves;
        self.set(way, target, value, at);
        self.enqueue(target);
        // A point that moves again and again may be on a cycle that falls for ever.
        if (moves.is_power_of_two() || source == target)
            && let Some(cycle) = self.cycle_behind(way, target)
            && self.falls_for_ever(way, &cycle)
        {
            return Err(self.clash(way, cycle));
        }
        Ok(())
    }

    fn set(&mut self, way: Way, point: Point, value: i64, why: u32) {
        let bound = &mut self.bounds[way as usize][point as usize];
        if self.recording {
            self.trail.push(Change { way, point, value: bound.value, why: bound.why });
        }
        (bound.value, bound.why) = (value, why);
    }

    fn enqueue(&mut self, point: Point) {
        if !std::mem::replace(&mut self.queued[point as usize], true) {
            self.queue.push_back(point);
        }
    }

    /// The cycle of edges, in the order of flow, that the reasons for a point's value run into.
    fn cycle_behind(&self, way: Way, point: Point) -> Option<Vec<u32>> {
        let bounds = &self.bounds[way as usize];
        // One walker at double speed meets the other inside a cycle, without any marks.
        let back = |point: Point| match bounds[point as usize].why {
            NONE => None,
            at => Some(self.ends(way, at).0).filter(|&source| source != ORIGIN),
        };
        let (mut slow, mut fast) = (point, point);
        loop {
            slow = back(slow)?;
            fast = back(back(fast)?)?;
            if slow == fast {
                break;
            }
        }
        let mut cycle = Vec::new();
        let mut point = slow;
        loop {
            cycle.push(bounds[point as usize].why);
            point = back(point)?;
            if point == slow {
                cycle.reverse();
                return Some(cycle);
            }
        }
    }

    /// Whether going round the cycle lowers the value at every place on the line, and not only
    /// here. The functions repeat after a period, so falling further than it settles the question.
    fn falls_for_ever(&self, way: Way, cycle: &[u32]) -> bool {
        let carries: Vec<Carry> =
            cycle.iter().map(|&at| self.edges[at as usize].edge.carry).collect();
        let days = carries.iter().map(|carry| carry.period()).max().unwrap_or(0);
        let Some(&first) = cycle.first() else { return false };
        let start = self.bounds[way as usize][self.ends(way, first).0 as usize].value;
        // A sum keeps the unit, so the first edge that is none tells whether the cycle begins at a
        // day or at a minute.
        let minutes =
            carries.iter().find(|carry| carry.period() != 0).is_some_and(|carry| match way {
                Way::Upper => matches!(carry, Carry::DayOf(_)),
                Way::Lower => matches!(carry, Carry::MinuteOf(_)),
            });
        let period = if minutes { days * DAY } else { days };
        let mut value = start;
        loop {
            let next = carries.iter().fold(value, |value, &carry| carried(way, carry, value));
            if value <= next {
                return false;
            }
            value = next;
            if days == 0 || period < start - value {
                return true;
            }
        }
    }

    fn clash_at_origin(&self, way: Way, last: u32) -> Clash {
        let bounds = &self.bounds[way as usize];
        let mut path = vec![last];
        let mut point = self.ends(way, last).0;
        // The fall may come from a cycle that was not looked for yet.
        if let Some(cycle) = self.cycle_behind(way, point)
            && self.falls_for_ever(way, &cycle)
        {
            return self.clash(way, cycle);
        }
        while point != ORIGIN {
            let at = bounds[point as usize].why;
            if at == NONE || self.edges.len() < path.len() {
                // A fall that several rounds of a cycle made: all that was pushed is the reason.
                let all = (0..self.edges.len() as u32).collect();
                return self.clash(way, all);
            }
            path.push(at);
            point = self.ends(way, at).0;
        }
        path.reverse();
        self.clash(way, path)
    }

    /// The edges in the order in which upper bounds flow, whichever way found them.
    fn clash(&self, way: Way, mut path: Vec<u32>) -> Clash {
        if way == Way::Lower {
            path.reverse();
        }
        Clash { cycle: path.into_iter().map(|at| self.edges[at as usize].edge).collect() }
    }

    fn heads(&self, way: Way) -> &[u32] {
        match way {
            Way::Upper => &self.out,
            Way::Lower => &self.into,
        }
    }

    fn next(&self, way: Way, at: u32) -> u32 {
        let linked = &self.edges[at as usize];
        match way {
            Way::Upper => linked.next_out,
            Way::Lower => linked.next_into,
        }
    }

    /// Where a bound flows from and to.
    fn ends(&self, way: Way, at: u32) -> (Point, Point) {
        let edge = &self.edges[at as usize].edge;
        match way {
            Way::Upper => (edge.from, edge.to),
            Way::Lower => (edge.to, edge.from),
        }
    }
}

fn carried(way: Way, carry: Carry, value: i64) -> i64 {
    // Far bounds stay far, in whichever unit.
    let value = value.clamp(-LAST, LAST);
    match way {
        Way::Upper => carry.upper(value),
        Way::Lower => -carry.lower(-value),
    }
}

//! A draft made ready for the network: what constrains what, in which component, and the networks
//! of any part of it.

use crate::constraint::{Bond, Constraint, Draft, End, Reason};
use crate::event::{Event, EventIx, Statement, StatementIx};
use crate::network::{Clash, Edge, Formula, Found, KNOWN, Link, Network, ORIGIN, Point, Search};
use crate::timeline::wiring::{self, Clocks, SLOTS};

/// Facts are numbered from here on, after any constraints there may be.
const FACTS: u32 = 1 << 31;

/// Something believed beside the draft, in points of the draft.
#[derive(Clone, Debug)]
pub(crate) struct Fact {
    /// What it says.
    pub(crate) formula: Formula,
    /// How the user put it.
    pub(crate) text: String,
    /// The events that it speaks of.
    pub(crate) events: Vec<EventIx>,
    /// Those of them whose minutes it speaks of.
    pub(crate) clocked: Vec<EventIx>,
}

/// Events that bear on one another, with everything said of them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Component {
    pub(crate) events: Vec<EventIx>,
    /// Constraints of the draft, then facts: [`Wired::fact`].
    pub(crate) constraints: Vec<u32>,
}

/// See the [module](self).
#[derive(Clone, Debug)]
pub(crate) struct Wired {
    pub(crate) draft: Draft,
    pub(crate) facts: Vec<Fact>,
    pub(crate) clocks: Clocks,
    /// Which events have a window.
    pub(crate) windows: Vec<bool>,
    pub(crate) components: Vec<Component>,
    pub(crate) component_of: Vec<u32>,
    /// Components that were given up: their places are used again.
    free: Vec<u32>,
    /// The constraints of each statement: where its own begin among `owned`.
    owned: Vec<u32>,
    owned_from: Vec<u32>,
    /// What the caller thinks of each statement.
    stances: Vec<Stance>,
}

/// What the caller thinks of a statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Stance {
    /// It may be doubted, where others contradict it.
    #[default]
    Open,
    /// It is held for true.
    Believed,
    /// It is left out.
    Withdrawn,
}

impl Wired {
    pub(crate) fn new(draft: Draft, facts: Vec<Fact>) -> Self {
        let events = draft.events.len();
        let (owned, owned_from) = owned(&draft);
        let stances = vec![Stance::Open; draft.statements.len()];
        let mut wired = Self {
            facts,
            clocks: Clocks::default(),
            windows: vec![false; events],
            components: Vec::new(),
            component_of: vec![u32::MAX; events],
            free: Vec::new(),
            owned,
            owned_from,
            stances,
            draft,
        };
        let events: Vec<EventIx> = (0..events as u32).map(EventIx).collect();
        let numbers: Vec<u32> = (0..wired.draft.constraints.len() as u32)
            .filter(|&number| wired.is_active(number))
            .chain((0..wired.facts.len()).map(|at| wired.fact(at)))
            .collect();
        wired.arrange(&events, &numbers);
        wired
    }

    /// Whether a constraint counts: what is denied, only imagined or left out constrains nothing.
    pub(crate) fn is_active(&self, number: u32) -> bool {
        let Some(constraint) = self.draft.constraints.get(number as usize) else { return true };
        let counts = constraint.statement.is_none_or(|statement| {
            let at = statement.0 as usize;
            let status = self.draft.statements.get(at).map(|statement| statement.status);
            status.is_none_or(|status| status.constrains())
                && self.stances.get(at) != Some(&Stance::Withdrawn)
        });
        counts && in_range(&constraint.bond, self.draft.events.len())
    }

    pub(crate) fn set_stance(&mut self, statement: u32, stance: Stance) {
        if let Some(slot) = self.stances.get_mut(statement as usize) {
            *slot = stance;
        }
    }

    /// Adds an event that nothing is said of yet, as a component of its own.
    pub(crate) fn add_event(&mut self, event: Event) -> EventIx {
        let ix = self.draft.add_event(event);
        self.windows.push(false);
        self.component_of.push(u32::MAX);
        self.arrange(&[ix], &[]);
        ix
    }

    /// Adds a statement with its constraints, which are not part of any component yet. Returns
    /// their numbers.
    pub(crate) fn add_statement(
        &mut self,
        statement: Statement,
        says: Vec<(Bond, Reason)>,
    ) -> (StatementIx, Vec<u32>) {
        let ix = self.draft.add_statement(statement);
        self.stances.push(Stance::Open);
        let first = self.draft.constraints.len() as u32;
        for (bond, reason) in says {
            let statement = Some(ix);
            self.draft.constraints.push(Constraint { statement, bond, reason });
        }
        let numbers: Vec<u32> = (first..self.draft.constraints.len() as u32).collect();
        self.owned.extend(&numbers);
        self.owned_from.push(self.owned.len() as u32);
        (ix, numbers)
    }

    /// Gives components up; returns their events and their constraints.
    pub(crate) fn release(&mut self, components: &[u32]) -> (Vec<EventIx>, Vec<u32>) {
        let (mut events, mut numbers) = (Vec::new(), Vec::new());
        for &at in components {
            let Some(component) = self.components.get_mut(at as usize) else { continue };
            let component = std::mem::take(component);
            events.extend(component.events);
            numbers.extend(component.constraints);
            self.free.push(at);
        }
        // The first to be given up is the first to be used again.
        self.free.sort_unstable_by(|a, b| b.cmp(a));
        events.sort_unstable();
        numbers.sort_unstable();
        numbers.dedup();
        (events, numbers)
    }

    /// Works out clocks, windows and components of some events from all constraints that speak of
    /// them. Returns the components.
    pub(crate) fn arrange(&mut self, events: &[EventIx], numbers: &[u32]) -> Vec<u32> {
        let (bonds, facts) = numbers.split_at(numbers.partition_point(|&n| n < FACTS));
        let facts: Vec<usize> = facts.iter().map(|&n| (n - FACTS) as usize).collect();
        let clocked: Vec<EventIx> =
            facts.iter().flat_map(|&at| self.facts[at].clocked.clone()).collect();
        let constraints = &self.draft.constraints;
        let bonds = || bonds.iter().map(|&number| &constraints[number as usize].bond);
        self.clocks.work_out(events, bonds(), &clocked);
        for event in events {
            self.windows[event.0 as usize] = false;
        }
        for bond in bonds() {
            mark_windows(bond, &mut self.windows);
        }
        for &at in &facts {
            let windows = &mut self.windows;
            self.facts[at].formula.each_link(&mut |link| {
                for point in [link.from, link.to] {
                    if point != ORIGIN && wiring::event_of(point).1 % 3 == End::WindowLast as u32 {
                        windows[wiring::event_of(point).0.0 as usize] = true;
                    }
                }
            });
        }
        self.divide(events, numbers)
    }

    /// The number that a fact has among the constraints.
    pub(crate) fn fact(&self, at: usize) -> u32 {
        FACTS + at as u32
    }

    /// The fact of that number, where it is one.
    pub(crate) fn fact_at(&self, number: u32) -> Option<&Fact> {
        self.facts.get(number.checked_sub(FACTS)? as usize)
    }

    /// Who says the constraint of that number; `None` where nobody doubts it.
    pub(crate) fn statement_of(&self, number: u32) -> Option<u32> {
        let statement = self.draft.constraints.get(number as usize)?.statement?.0;
        (self.stances.get(statement as usize) != Some(&Stance::Believed)).then_some(statement)
    }

    /// Whether the constraint rests on a convention for vague words.
    pub(crate) fn is_vague(&self, number: u32) -> bool {
        self.draft
            .constraints
            .get(number as usize)
            .is_some_and(|constraint| constraint.reason.vague)
    }

    pub(crate) fn constraints_of(&self, statement: u32) -> &[u32] {
        let at = |at: u32| self.owned_from.get(at as usize).map(|&from| from as usize);
        let all = at(statement).zip(at(statement + 1));
        all.and_then(|(from, to)| self.owned.get(from..to)).unwrap_or_default()
    }

    /// Visits the events of a constraint.
    pub(crate) fn each_event(&self, number: u32, visit: &mut dyn FnMut(EventIx)) {
        match self.fact_at(number) {
            Some(fact) => fact.events.iter().for_each(|&event| visit(event)),
            None => wiring::each_event(&self.draft.constraints[number as usize].bond, visit),
        }
    }

    /// Joins events that some constraint, fact or statement speaks of together.
    fn divide(&mut self, events: &[EventIx], numbers: &[u32]) -> Vec<u32> {
        // All events, as at first, need no look-up.
        let all = events.len() == self.draft.events.len();
        let local = |event: EventIx| match all {
            true => event.0,
            false => events.binary_search(&event).map_or(0, |at| at as u32),
        };
        let mut sets = Sets::new(events.len());
        // The constraints of a statement stand together, but for those of facts in between.
        let mut last: Option<(u32, u32)> = None;
        for &number in numbers {
            let by = self.draft.constraints.get(number as usize).and_then(|c| c.statement);
            let mut first = match (by, last) {
                (Some(by), Some((statement, event))) if by.0 == statement => Some(event),
                (Some(by), _) => self.first_event_of(by.0, number).map(local),
                _ => None,
            };
            self.each_event(number, &mut |event| {
                let event = local(event);
                sets.join(*first.get_or_insert(event), event);
            });
            last = by.map(|by| by.0).zip(first);
        }
        let mut component_of_root = vec![u32::MAX; events.len()];
        let mut made = Vec::new();
        for &event in events {
            let root = sets.root(local(event)) as usize;
            if component_of_root[root] == u32::MAX {
                let at = self.free.pop().unwrap_or_else(|| {
                    self.components.push(Component::default());
                    (self.components.len() - 1) as u32
                });
                component_of_root[root] = at;
                made.push(at);
            }
            self.component_of[event.0 as usize] = component_of_root[root];
            self.components[component_of_root[root] as usize].events.push(event);
        }
        for &number in numbers {
            let mut home = None;
            self.each_event(number, &mut |event| {
                home = home.or(self.component_of.get(event.0 as usize).copied());
            });
            let Some(home) = home else { continue };
            self.components[home as usize].constraints.push(number);
        }
        made
    }

    /// The event that the first active constraint of a statement before `number` speaks of first.
    fn first_event_of(&self, statement: u32, number: u32) -> Option<EventIx> {
        let mut found = None;
        let earlier = self.constraints_of(statement).iter().copied();
        for other in earlier.take_while(|&other| other < number) {
            if self.is_active(other) {
                self.each_event(other, &mut |event| found = found.or(Some(event)));
                break;
            }
        }
        found
    }
}

/// The constraints of each statement, in one list.
fn owned(draft: &Draft) -> (Vec<u32>, Vec<u32>) {
    let mut from = vec![0u32; draft.statements.len() + 1];
    let of = |constraint: &Constraint| {
        let at = constraint.statement?.0 as usize;
        (at < draft.statements.len()).then_some(at)
    };
    for statement in draft.constraints.iter().filter_map(of) {
        from[statement + 1] += 1;
    }
    for at in 1..from.len() {
        from[at] += from[at - 1];
    }
    let mut next = from.clone();
    let mut owned = vec![0; from.last().copied().unwrap_or(0) as usize];
    for (number, constraint) in draft.constraints.iter().enumerate() {
        if let Some(statement) = of(constraint) {
            owned[next[statement] as usize] = number as u32;
            next[statement] += 1;
        }
    }
    (owned, from)
}

/// Sees a way that a search found, with the places of the draft's points in the network; returns
/// whether to stop there.
pub(crate) type Leaf<'l> = dyn FnMut(&mut Network, &dyn Fn(Point) -> Point) -> bool + 'l;

/// The network of some constraints, ready to be asked.
#[derive(Debug)]
pub(crate) struct Problem {
    /// The events in it, and the places of events of the draft among them.
    events: Vec<EventIx>,
    place: Places,
    pub(crate) network: Network,
    /// Choices, each with its owner.
    choices: Vec<(Formula, u32)>,
    /// The owners of choices that are not to be made now, sorted.
    silent: Vec<u32>,
}

impl Problem {
    /// The network of these constraints and of these events, whether a constraint speaks of them
    /// or not.
    pub(crate) fn new(
        wired: &Wired,
        clocks: &Clocks,
        constraints: &[u32],
        events: &[EventIx],
    ) -> Self {
        let mut visit_all = |add: &mut dyn FnMut(EventIx)| {
            events.iter().for_each(|&event| add(event));
            for &number in constraints {
                wired.each_event(number, add);
            }
        };
        let (place, present) = Places::new(
            wired.draft.events.len(),
            events.len() + constraints.len() * 2,
            &mut visit_all,
        );
        let network = Network::new(present.len() * SLOTS as usize);
        let mut problem =
            Self { events: present, place, network, choices: Vec::new(), silent: Vec::new() };
        for at in 0..problem.events.len() {
            let event = problem.events[at];
            let window = wired.windows[event.0 as usize];
            wiring::known(event, window, clocks.has(event), &mut |link| {
                push(&mut problem.network, &problem.place, link, KNOWN);
            });
        }
        problem.take_in(wired, clocks, constraints);
        problem
    }

    /// Looks for ways to satisfy everything and one more formula. `leaf` sees each way found, and
    /// says whether to stop there. Chains come in points of the draft.
    pub(crate) fn search(
        &mut self,
        more: Option<(&Formula, u32)>,
        limit: usize,
        leaf: &mut Leaf<'_>,
    ) -> (Found, Vec<Clash>) {
        let place = |point| localized(&self.place, point);
        let choices = self.choices.iter().map(|(formula, owner)| (formula, *owner));
        let choices = choices.filter(|(_, owner)| self.silent.binary_search(owner).is_err());
        let formulas: Vec<(&Formula, u32)> = more.into_iter().chain(choices).collect();
        let mut leaf = |network: &mut Network| leaf(network, &place);
        let search = Search::new(&mut self.network, &place, limit, &mut leaf);
        let (found, mut chains) = search.run(&formulas);
        for edge in chains.iter_mut().flat_map(|chain| &mut chain.cycle) {
            edge.from = self.drafted(edge.from);
            edge.to = self.drafted(edge.to);
        }
        (found, chains)
    }

    /// Looks for ways to satisfy what is settled without some of its constraints, sorted, and with
    /// more of events that are here. All is put back then.
    pub(crate) fn search_changed(
        &mut self,
        wired: &Wired,
        without: Vec<u32>,
        constraints: &[u32],
        limit: usize,
        leaf: &mut Leaf<'_>,
    ) -> (Found, Vec<Clash>) {
        let choices = self.choices.len();
        let mark = self.network.mark();
        self.network.silence(&without);
        self.silent = without;
        self.take_in(wired, &wired.clocks, constraints);
        let found = self.search(None, limit, leaf);
        self.silent.clear();
        self.network.undo(mark);
        self.choices.truncate(choices);
        found
    }

    /// Whether there is a way.
    pub(crate) fn check(
        &mut self,
        more: Option<(&Formula, u32)>,
        limit: usize,
    ) -> (Found, Vec<Clash>) {
        self.search(more, limit, &mut |_, _| true)
    }

    /// Adds a bound between events that are in the network.
    pub(crate) fn push(&mut self, link: Link, owner: u32) {
        push(&mut self.network, &self.place, link, owner);
    }

    /// The point here of a point of the draft.
    pub(crate) fn local(&self, point: Point) -> Point {
        localized(&self.place, point)
    }

    /// The events, in the order of their points.
    pub(crate) fn events(&self) -> &[EventIx] {
        &self.events
    }

    /// The places among the events of those that a search has moved so far, in its network.
    pub(crate) fn moved(network: &Network) -> Vec<usize> {
        let place = |point: Point| Some((point.checked_sub(1)? / SLOTS) as usize);
        let mut moved: Vec<usize> = network.changed().filter_map(place).collect();
        moved.sort_unstable();
        moved.dedup();
        moved
    }

    fn take_in(&mut self, wired: &Wired, clocks: &Clocks, constraints: &[u32]) {
        for &number in constraints {
            if let Some(fact) = wired.fact_at(number) {
                self.choices.push((fact.formula.clone(), number));
                continue;
            }
            let bond = &wired.draft.constraints[number as usize].bond;
            match wiring::choice(bond, clocks) {
                Some(choice) => self.choices.push((choice, number)),
                None => wiring::links(bond, clocks, &mut |link| {
                    push(&mut self.network, &self.place, link, number);
                }),
            }
        }
    }

    fn drafted(&self, point: Point) -> Point {
        match point.checked_sub(1).map(|point| (point / SLOTS, point % SLOTS)) {
            Some((place, slot)) => {
                self.events.get(place as usize).map_or(ORIGIN, |event| event.0 * SLOTS + slot + 1)
            }
            None => ORIGIN,
        }
    }
}

/// Calls what it is given with every event of a network, some of them more than once.
type Visit<'a> = dyn FnMut(&mut dyn FnMut(EventIx)) + 'a;

/// The places that events of a draft have in a network, counted from 1. A small network has a
/// short list of them, a large one a slot for every event there is.
#[derive(Debug)]
enum Places {
    All(Vec<u32>),
    Few(Vec<EventIx>),
}

impl Places {
    /// The places, and the events in their order.
    fn new(all: usize, expected: usize, visit: &mut Visit<'_>) -> (Self, Vec<EventIx>) {
        let mut present = Vec::new();
        if expected < all / 8 {
            visit(&mut |event| present.push(event));
            present.sort_unstable();
            present.dedup();
            present.retain(|event| (event.0 as usize) < all);
            return (Self::Few(present.clone()), present);
        }
        let mut place = vec![0; all];
        visit(&mut |event: EventIx| {
            if let Some(place @ 0) = place.get_mut(event.0 as usize) {
                present.push(event);
                *place = present.len() as u32;
            }
        });
        (Self::All(place), present)
    }

    fn get(&self, event: EventIx) -> Option<u32> {
        match self {
            Self::All(place) => place.get(event.0 as usize).copied().filter(|&place| 0 < place),
            Self::Few(events) => events.binary_search(&event).ok().map(|at| at as u32 + 1),
        }
    }
}

fn localized(place: &Places, point: Point) -> Point {
    if point == ORIGIN {
        return ORIGIN;
    }
    let (event, slot) = wiring::event_of(point);
    place.get(event).map_or(ORIGIN, |place| (place - 1) * SLOTS + slot + 1)
}

fn push(network: &mut Network, place: &Places, link: Link, owner: u32) {
    network.push(Edge {
        from: localized(place, link.from),
        to: localized(place, link.to),
        carry: link.carry,
        owner,
    });
}

fn mark_windows(bond: &Bond, windows: &mut [bool]) {
    match bond {
        Bond::Window { event, .. }
        | Bond::Lasts { event, .. }
        | Bond::Offset { anchor: event, end: End::WindowLast, .. } => {
            windows[event.0 as usize] = true;
        }
        Bond::OneOf(options) => {
            options.iter().flatten().for_each(|bond| mark_windows(bond, windows));
        }
        _ => {}
    }
}

fn in_range(bond: &Bond, events: usize) -> bool {
    let mut fits = true;
    let mut any = false;
    wiring::each_event(bond, &mut |event| {
        any = true;
        fits &= (event.0 as usize) < events;
    });
    fits && any
}

/// Disjoint sets of events.
struct Sets(Vec<u32>);

impl Sets {
    fn new(size: usize) -> Self {
        Self((0..size as u32).collect())
    }

    fn root(&mut self, mut at: u32) -> u32 {
        while self.0[at as usize] != at {
            self.0[at as usize] = self.0[self.0[at as usize] as usize];
            at = self.0[at as usize];
        }
        at
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b) as usize] = a.min(b);
    }
}

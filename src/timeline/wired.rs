//! A draft made ready for the network: what constrains what, in which component, and the networks
//! of any part of it.

use crate::constraint::{Bond, Draft, End};
use crate::event::EventIx;
use crate::network::{Clash, Edge, Formula, Found, KNOWN, Link, Network, ORIGIN, Point, Search};
use crate::timeline::wiring::{self, Clocks, SLOTS};

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
    /// Statements that own some of the constraints, in reading order.
    pub(crate) statements: Vec<u32>,
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
    /// The constraints of each statement.
    of_statement: Vec<Vec<u32>>,
}

impl Wired {
    pub(crate) fn new(draft: Draft, facts: Vec<Fact>) -> Self {
        let events = draft.events.len();
        let active = |at: usize| {
            let status = |statement: crate::event::StatementIx| {
                draft.statements.get(statement.0 as usize).map(|statement| statement.status)
            };
            // What is denied or only imagined constrains nothing.
            draft.constraints[at]
                .statement
                .and_then(status)
                .is_none_or(|status| status.constrains())
                && in_range(&draft.constraints[at].bond, events)
        };
        let active: Vec<bool> = (0..draft.constraints.len()).map(active).collect();
        let bonds = || {
            draft
                .constraints
                .iter()
                .zip(&active)
                .filter(|(_, active)| **active)
                .map(|(c, _)| &c.bond)
        };
        let mut clocks = Clocks::of(events, bonds());
        let clocked: Vec<EventIx> = facts.iter().flat_map(|fact| fact.clocked.clone()).collect();
        if !clocked.is_empty() {
            clocks = clocks.with(&clocked);
        }
        let mut windows = vec![false; events];
        for bond in bonds() {
            mark_windows(bond, &mut windows);
        }
        for fact in &facts {
            fact.formula.each_link(&mut |link| {
                for point in [link.from, link.to] {
                    if point != ORIGIN && wiring::event_of(point).1 % 3 == End::WindowLast as u32 {
                        windows[wiring::event_of(point).0.0 as usize] = true;
                    }
                }
            });
        }
        let mut of_statement = vec![Vec::new(); draft.statements.len()];
        for (at, constraint) in draft.constraints.iter().enumerate() {
            if let (true, Some(statement)) = (active[at], constraint.statement)
                && let Some(list) = of_statement.get_mut(statement.0 as usize)
            {
                list.push(at as u32);
            }
        }
        let mut wired = Self {
            facts,
            clocks,
            windows,
            components: Vec::new(),
            component_of: Vec::new(),
            of_statement,
            draft,
        };
        wired.divide(&active);
        wired
    }

    /// The number that a fact has among the constraints.
    pub(crate) fn fact(&self, at: usize) -> u32 {
        (self.draft.constraints.len() + at) as u32
    }

    /// The fact of that number, where it is one.
    pub(crate) fn fact_at(&self, number: u32) -> Option<&Fact> {
        self.facts.get((number as usize).checked_sub(self.draft.constraints.len())?)
    }

    /// Who says the constraint of that number; `None` where nobody doubts it.
    pub(crate) fn statement_of(&self, number: u32) -> Option<u32> {
        Some(self.draft.constraints.get(number as usize)?.statement?.0)
    }

    /// Whether the constraint rests on a convention for vague words.
    pub(crate) fn is_vague(&self, number: u32) -> bool {
        self.draft
            .constraints
            .get(number as usize)
            .is_some_and(|constraint| constraint.reason.vague)
    }

    pub(crate) fn constraints_of(&self, statement: u32) -> &[u32] {
        self.of_statement.get(statement as usize).map_or(&[], Vec::as_slice)
    }

    /// Visits the events of a constraint.
    pub(crate) fn each_event(&self, number: u32, visit: &mut dyn FnMut(EventIx)) {
        match self.fact_at(number) {
            Some(fact) => fact.events.iter().for_each(|&event| visit(event)),
            None => wiring::each_event(&self.draft.constraints[number as usize].bond, visit),
        }
    }

    /// Joins events that some constraint, fact or statement speaks of together.
    fn divide(&mut self, active: &[bool]) {
        let mut sets = Sets::new(self.draft.events.len());
        let numbers: Vec<u32> = (0..self.draft.constraints.len())
            .filter(|&at| active[at])
            .map(|at| at as u32)
            .chain((0..self.facts.len()).map(|at| self.fact(at)))
            .collect();
        let mut first_of_statement = vec![None; self.draft.statements.len()];
        for &number in &numbers {
            let mut first = None;
            if let Some(statement) = self.statement_of(number) {
                first = first_of_statement.get(statement as usize).copied().flatten();
            }
            self.each_event(number, &mut |event| {
                sets.join(*first.get_or_insert(event.0), event.0);
            });
            if let Some(statement) = self.statement_of(number)
                && let Some(slot) = first_of_statement.get_mut(statement as usize)
            {
                *slot = first;
            }
        }
        let mut component_of_root = vec![u32::MAX; self.draft.events.len()];
        for event in 0..self.draft.events.len() as u32 {
            let root = sets.root(event) as usize;
            if component_of_root[root] == u32::MAX {
                component_of_root[root] = self.components.len() as u32;
                self.components.push(Component::default());
            }
            self.component_of.push(component_of_root[root]);
            let component = &mut self.components[component_of_root[root] as usize];
            component.events.push(EventIx(event));
        }
        for &number in &numbers {
            let mut home = None;
            self.each_event(number, &mut |event| {
                home = home.or(self.component_of.get(event.0 as usize).copied());
            });
            let Some(home) = home else { continue };
            self.components[home as usize].constraints.push(number);
            if let Some(statement) = self.statement_of(number) {
                self.components[home as usize].statements.push(statement);
            }
        }
        for component in &mut self.components {
            component.statements.sort_unstable();
            component.statements.dedup();
        }
    }
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
        let mut problem = Self { events: present, place, network, choices: Vec::new() };
        for at in 0..problem.events.len() {
            let event = problem.events[at];
            let window = wired.windows[event.0 as usize];
            wiring::known(event, window, clocks.has(event), &mut |link| {
                push(&mut problem.network, &problem.place, link, KNOWN);
            });
        }
        for &number in constraints {
            if let Some(fact) = wired.fact_at(number) {
                problem.choices.push((fact.formula.clone(), number));
                continue;
            }
            let bond = &wired.draft.constraints[number as usize].bond;
            match wiring::choice(bond, clocks) {
                Some(choice) => problem.choices.push((choice, number)),
                None => wiring::links(bond, clocks, &mut |link| {
                    push(&mut problem.network, &problem.place, link, number);
                }),
            }
        }
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
        let formulas: Vec<(&Formula, u32)> =
            more.into_iter().chain(self.choices.iter().map(|(f, owner)| (f, *owner))).collect();
        let mut leaf = |network: &mut Network| leaf(network, &place);
        let search = Search::new(&mut self.network, &place, limit, &mut leaf);
        let (found, mut chains) = search.run(&formulas);
        for edge in chains.iter_mut().flat_map(|chain| &mut chain.cycle) {
            edge.from = self.drafted(edge.from);
            edge.to = self.drafted(edge.to);
        }
        (found, chains)
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
        Bond::Window { event, .. } | Bond::Offset { anchor: event, end: End::WindowLast, .. } => {
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

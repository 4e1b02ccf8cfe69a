//! One network of all that is plain: the bounds of components without choices, vague words, facts
//! or conflicts, kept settled, so that one more statement costs what it moves.

use crate::constraint::Bond;
use crate::event::EventIx;
use crate::network::{Edge, KNOWN, Link, Network, ORIGIN, Point};
use crate::timeline::wired::{Component, Problem, Wired};
use crate::timeline::wiring::{self, SLOTS};

/// At most so many minutes can strictness alone cost that bounds show them.
const STRICT: i64 = 60;

/// See the [module](self).
#[derive(Clone, Debug, Default)]
pub(crate) struct Live {
    pub(crate) network: Network,
    /// Which components it holds, and how many strict orders each of them has.
    held: Vec<Option<i64>>,
    /// Which block of points each event has. What is worked out anew gets new points; its old ones
    /// stay behind, joined with nothing that is in use.
    block: Vec<u32>,
    /// The event of each block.
    event: Vec<EventIx>,
}

impl Live {
    /// Whether it holds a component.
    pub(crate) fn holds(&self, component: usize) -> bool {
        self.held.get(component).is_some_and(Option::is_some)
    }

    pub(crate) fn strict(&self, component: usize) -> i64 {
        self.held.get(component).copied().flatten().unwrap_or(0)
    }

    /// Counts another strict order.
    pub(crate) fn add_strict(&mut self, component: usize, more: i64) {
        if let Some(Some(strict)) = self.held.get_mut(component) {
            *strict = (*strict + more).min(STRICT);
        }
    }

    /// Holds a component no more.
    pub(crate) fn leave(&mut self, component: usize) {
        if let Some(held) = self.held.get_mut(component) {
            *held = None;
        }
    }

    /// Where the network has a point of the draft.
    pub(crate) fn place(&self, point: Point) -> Point {
        if point == ORIGIN {
            return ORIGIN;
        }
        let (event, slot) = wiring::event_of(point);
        self.block.get(event.0 as usize).map_or(ORIGIN, |block| block * SLOTS + slot + 1)
    }

    /// The event that a point of the network belongs to.
    pub(crate) fn event_of(&self, point: Point) -> Option<EventIx> {
        self.event.get(wiring::event_of(point).0.0 as usize).copied()
    }

    /// Takes in a component that is plain and holds together; returns whether it is.
    pub(crate) fn take(&mut self, wired: &Wired, at: usize) -> bool {
        if !is_plain(wired, at) {
            return false;
        }
        // Points left behind are cleared away once they are more than those in use.
        if 2 * wired.draft.events.len() + 64 < self.event.len() {
            let held: Vec<usize> =
                (0..wired.components.len()).filter(|&other| self.holds(other)).collect();
            self.lay(wired);
            let component = |&at: &usize| &wired.components[at];
            self.push(wired, held.iter().map(component));
            if self.network.settle().is_err() || self.network.settle_lower().is_err() {
                // Never: they held before.
                return false;
            }
        }
        let component = &wired.components[at];
        let first = self.event.len() as u32 * SLOTS + 1;
        self.block.resize(wired.draft.events.len(), 0);
        for &event in &component.events {
            self.block[event.0 as usize] = self.event.len() as u32;
            self.event.push(event);
        }
        self.network.grow(self.event.len() * SLOTS as usize);
        let edge = self.network.edges();
        let mark = self.network.mark();
        self.push(wired, [component].into_iter());
        let holds = self.network.settle_new(first, edge).is_ok();
        if !holds {
            self.network.undo(mark);
        }
        self.network.keep(|_| {});
        if self.held.len() <= at {
            self.held.resize(at + 1, None);
        }
        self.held[at] = holds.then(|| strict(wired, &component.constraints));
        holds
    }

    /// Takes in all components that are plain and hold together.
    pub(crate) fn fill(&mut self, wired: &Wired) {
        self.held = vec![None; wired.components.len()];
        let mut plain: Vec<usize> =
            (0..wired.components.len()).filter(|&at| is_plain(wired, at)).collect();
        self.lay(wired);
        self.push(wired, plain.iter().map(|&at| &wired.components[at]));
        let settled = self.network.settle().is_ok() && self.network.settle_lower().is_ok();
        if !settled {
            plain.retain(|&at| {
                let component = &wired.components[at];
                let mut alone =
                    Problem::new(wired, &wired.clocks, &component.constraints, &component.events);
                alone.network.settle().is_ok()
            });
            self.lay(wired);
            self.push(wired, plain.iter().map(|&at| &wired.components[at]));
            if self.network.settle().is_err() || self.network.settle_lower().is_err() {
                // Never: each of them holds, and they do not bear on one another.
                return;
            }
        }
        for at in plain {
            self.held[at] = Some(strict(wired, &wired.components[at].constraints));
        }
    }

    /// An empty network, with the points of the draft in their order.
    fn lay(&mut self, wired: &Wired) {
        let events = wired.draft.events.len();
        self.network = Network::new(events * SLOTS as usize);
        self.block = (0..events as u32).collect();
        self.event = (0..events as u32).map(EventIx).collect();
    }

    /// Adds all edges of some components.
    fn push<'w>(&mut self, wired: &'w Wired, components: impl Iterator<Item = &'w Component>) {
        for component in components {
            for &event in &component.events {
                let window = wired.windows[event.0 as usize];
                wiring::known(event, window, wired.clocks.has(event), &mut |link| {
                    self.add(link, KNOWN);
                });
            }
            for &number in &component.constraints {
                let bond = &wired.draft.constraints[number as usize].bond;
                wiring::links(bond, &wired.clocks, &mut |link| self.add(link, number));
            }
        }
    }

    /// Adds an edge between points of the draft.
    pub(crate) fn add(&mut self, link: Link, owner: u32) {
        let (from, to) = (self.place(link.from), self.place(link.to));
        self.network.push(Edge { from, to, carry: link.carry, owner });
    }
}

/// How many minutes strictness alone can cost: each "before" takes one.
pub(crate) fn strict(wired: &Wired, constraints: &[u32]) -> i64 {
    let strict = constraints.iter().filter(|&&number| {
        let constraint = wired.draft.constraints.get(number as usize);
        constraint.is_none_or(|constraint| matches!(constraint.bond, Bond::Before { .. }))
    });
    (strict.count() as i64).min(STRICT)
}

/// Whether bounds are all there is to a constraint.
pub(crate) fn is_plain_bond(wired: &Wired, number: u32) -> bool {
    let constraint = wired.draft.constraints.get(number as usize);
    constraint.is_some_and(|constraint| {
        !constraint.reason.vague && !matches!(constraint.bond, Bond::OneOf(_))
    })
}

fn is_plain(wired: &Wired, component: usize) -> bool {
    wired.components[component].constraints.iter().all(|&number| is_plain_bond(wired, number))
}

//! One network of all that is plain: the bounds of components without choices, vague words, facts
//! or conflicts, kept settled, so that one more statement costs what it moves.

use crate::constraint::Bond;
use crate::network::{Edge, KNOWN, Link, Network};
use crate::timeline::wired::{Problem, Wired};
use crate::timeline::wiring::{self, SLOTS};

/// At most so many minutes can strictness alone cost that bounds show them.
const STRICT: i64 = 60;

/// See the [module](self).
#[derive(Clone, Debug, Default)]
pub(crate) struct Live {
    /// In points of the draft.
    pub(crate) network: Network,
    /// Which components it holds, and how many strict orders each of them has.
    held: Vec<Option<i64>>,
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

    /// Holds a component that has one event and no constraint.
    pub(crate) fn take(&mut self, component: usize, strict: i64) {
        if self.held.len() <= component {
            self.held.resize(component + 1, None);
        }
        self.held[component] = Some(strict);
    }

    /// Takes in all components that are plain and hold together.
    pub(crate) fn fill(&mut self, wired: &Wired) {
        self.held = vec![None; wired.components.len()];
        let mut plain: Vec<usize> =
            (0..wired.components.len()).filter(|&at| is_plain(wired, at)).collect();
        self.network = network(wired, &plain);
        let settled = self.network.settle().is_ok() && self.network.settle_lower().is_ok();
        if !settled {
            plain.retain(|&at| {
                let component = &wired.components[at];
                let mut alone =
                    Problem::new(wired, &wired.clocks, &component.constraints, &component.events);
                alone.network.settle().is_ok()
            });
            self.network = network(wired, &plain);
            if self.network.settle().is_err() || self.network.settle_lower().is_err() {
                // Never: each of them holds, and they do not bear on one another.
                return;
            }
        }
        for at in plain {
            self.held[at] = Some(strict(wired, &wired.components[at].constraints));
        }
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

fn network(wired: &Wired, components: &[usize]) -> Network {
    let mut network = Network::new(wired.draft.events.len() * SLOTS as usize);
    let mut push = |link: Link, owner: u32| {
        network.push(Edge { from: link.from, to: link.to, carry: link.carry, owner });
    };
    for &at in components {
        let component = &wired.components[at];
        for &event in &component.events {
            let window = wired.windows[event.0 as usize];
            wiring::known(event, window, wired.clocks.has(event), &mut |link| push(link, KNOWN));
        }
        for &number in &component.constraints {
            let bond = &wired.draft.constraints[number as usize].bond;
            wiring::links(bond, &wired.clocks, &mut |link| push(link, number));
        }
    }
    network
}

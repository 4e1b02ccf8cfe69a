//! Bounds joined by "and" and "or", and the search for a way to satisfy them.
//!
//! Alternatives (open readings, sets of dates, the denial of "overlaps") are no edges: they are
//! tried one after the other on the network, and taken back. Where an attempt fails for reasons
//! that have nothing to do with the alternative, the other alternatives are not tried.

use super::{Carry, Clash, Edge, Network, Point};

/// A bound `to ≤ carry(from)`, not yet owned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) to: Point,
    pub(crate) from: Point,
    pub(crate) carry: Carry,
}

impl Link {
    /// `to ≤ from + c`.
    pub(crate) fn new(to: Point, from: Point, carry: Carry) -> Self {
        Self { to, from, carry }
    }
}

/// Links joined by "and" and "or".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Formula {
    /// One bound.
    Link(Link),
    /// All of them; none is true.
    All(Vec<Formula>),
    /// At least one of them; none is false.
    Any(Vec<Formula>),
}

impl Formula {
    /// What is always so.
    pub(crate) const TRUE: Formula = Formula::All(Vec::new());
    /// What is never so.
    pub(crate) const FALSE: Formula = Formula::Any(Vec::new());

    /// The contrary.
    pub(crate) fn opposite(&self) -> Formula {
        match self {
            Formula::Link(link) => {
                Formula::Link(Link { to: link.from, from: link.to, carry: link.carry.opposite() })
            }
            Formula::All(parts) => Formula::Any(parts.iter().map(Formula::opposite).collect()),
            Formula::Any(parts) => Formula::All(parts.iter().map(Formula::opposite).collect()),
        }
    }

    /// Visits every link.
    pub(crate) fn each_link(&self, visit: &mut dyn FnMut(&Link)) {
        match self {
            Formula::Link(link) => visit(link),
            Formula::All(parts) | Formula::Any(parts) => {
                parts.iter().for_each(|part| part.each_link(visit));
            }
        }
    }
}

/// What a search came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// Some way satisfies everything.
    Way,
    /// None does: the owners that it takes to say so, sorted.
    Refuted(Vec<u32>),
    /// The limit was reached first.
    Cut,
}

/// A search over a network. See the [module](self).
pub(crate) struct Search<'a, 'leaf> {
    network: &'a mut Network,
    /// Turns the points of formulas into those of the network.
    place: &'a dyn Fn(Point) -> Point,
    /// How many alternatives may still be tried.
    left: usize,
    /// The clash of every attempt that counts: one chain per reading.
    chains: Vec<Clash>,
    /// Called for every way found; returns whether to stop there.
    leaf: &'leaf mut dyn FnMut(&mut Network) -> bool,
}

enum Outcome {
    Stopped,
    Cut,
    /// All ways below were visited, and there was at least one.
    Visited,
    Refuted(Vec<u32>),
}

impl<'a, 'leaf> Search<'a, 'leaf> {
    /// A search that tries at most `limit` alternatives and shows every way to `leaf`, until that
    /// returns true.
    pub(crate) fn new(
        network: &'a mut Network,
        place: &'a dyn Fn(Point) -> Point,
        limit: usize,
        leaf: &'leaf mut dyn FnMut(&mut Network) -> bool,
    ) -> Self {
        Self { network, place, left: limit, chains: Vec::new(), leaf }
    }

    /// Looks for ways to satisfy the network together with all formulas, each with its owner. The
    /// network is left as it was.
    pub(crate) fn run(mut self, formulas: &[(&Formula, u32)]) -> (Found, Vec<Clash>) {
        let mark = self.network.mark();
        let mut todo = Vec::new();
        for (formula, owner) in formulas {
            self.push(formula, *owner, &mut todo);
        }
        let outcome = self.settle_and_branch(&mut todo, 0);
        self.network.undo(mark);
        let found = match outcome {
            Outcome::Stopped | Outcome::Visited => Found::Way,
            Outcome::Cut => Found::Cut,
            Outcome::Refuted(core) => Found::Refuted(core),
        };
        (found, self.chains)
    }

    fn settle_and_branch(&mut self, todo: &mut Vec<(&[Formula], u32)>, at: usize) -> Outcome {
        match self.network.settle() {
            Ok(()) => self.branch(todo, at),
            Err(clash) => {
                let core = clash.owners();
                self.chains.push(clash);
                Outcome::Refuted(core)
            }
        }
    }

    fn branch(&mut self, todo: &mut Vec<(&[Formula], u32)>, at: usize) -> Outcome {
        let Some(&(options, owner)) = todo.get(at) else {
            return if (self.leaf)(self.network) { Outcome::Stopped } else { Outcome::Visited };
        };
        let chains = self.chains.len();
        let mut core = vec![owner];
        let mut visited = false;
        for option in options {
            if self.left == 0 {
                return Outcome::Cut;
            }
            self.left -= 1;
            let mark = self.network.mark();
            let length = todo.len();
            let before = self.chains.len();
            self.push(option, owner, todo);
            let outcome = self.settle_and_branch(todo, at + 1);
            todo.truncate(length);
            self.network.undo(mark);
            match outcome {
                Outcome::Stopped | Outcome::Cut => return outcome,
                Outcome::Visited => visited = true,
                Outcome::Refuted(owners) if owners.binary_search(&owner).is_err() => {
                    self.chains.drain(chains..before);
                    return Outcome::Refuted(owners);
                }
                Outcome::Refuted(owners) => core.extend(owners),
            }
        }
        if visited {
            return Outcome::Visited;
        }
        core.sort_unstable();
        core.dedup();
        Outcome::Refuted(core)
    }

    /// Pushes what is certain, and notes what has to be chosen.
    fn push<'f>(&mut self, formula: &'f Formula, owner: u32, todo: &mut Vec<(&'f [Formula], u32)>) {
        match formula {
            Formula::Link(link) => self.network.push(Edge {
                from: (self.place)(link.from),
                to: (self.place)(link.to),
                carry: link.carry,
                owner,
            }),
            Formula::All(parts) => parts.iter().for_each(|part| self.push(part, owner, todo)),
            Formula::Any(parts) => match parts.as_slice() {
                [only] => self.push(only, owner, todo),
                parts => todo.push((parts, owner)),
            },
        }
    }
}

impl Clash {
    /// Who says it, sorted, without what nobody doubts.
    pub(crate) fn owners(&self) -> Vec<u32> {
        let mut owners: Vec<u32> = self.cycle.iter().map(|edge| edge.owner).collect();
        owners.sort_unstable();
        owners.dedup();
        owners.retain(|&owner| owner != super::KNOWN);
        owners
    }
}

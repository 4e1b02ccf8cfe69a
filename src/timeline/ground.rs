//! What every side of a large component believes, settled once.
//!
//! A conflict touches few statements of many. Statements of conflicts are *loose*, enough of them
//! that the rest holds: they are pushed onto the settled rest and taken back, and what is doubted
//! of the rest is withdrawn for as long, so that asking what is left without some statements costs
//! what they move, and not the whole component again.

use crate::network::{Clash, Found};
use crate::timeline::wired::{Component, Leaf, Problem, Wired};

/// A component must have so many times the loose constraints for the rest to be worth settling.
const WORTH: usize = 2;

/// See the [module](self).
pub(crate) struct Ground<'a> {
    wired: &'a Wired,
    component: &'a Component,
    /// The statements that are loose.
    loose: Vec<u32>,
    /// The firm constraints of loose statements, in their order.
    open: Vec<u32>,
    /// The vague constraints of the component.
    vague: Vec<u32>,
    /// The settled rest, where it is worth it.
    rest: Option<Rest>,
}

/// The firm constraints that are not loose.
enum Rest {
    Holds(Box<Problem>),
    /// They clash on their own: the constraints that it takes.
    Clashes(Vec<u32>),
}

impl<'a> Ground<'a> {
    /// All of a component, with nothing loose.
    pub(crate) fn new(wired: &'a Wired, component: &'a Component) -> Self {
        let vague = component.constraints.iter().copied();
        let vague = vague.filter(|&number| wired.is_vague(number)).collect();
        let (loose, open) = (Vec::new(), Vec::new());
        let mut ground = Self { wired, component, loose, open, vague, rest: None };
        ground.settle();
        ground
    }

    /// The constraints that clash without what some statements say.
    pub(crate) fn clash_without(&mut self, doubts: &[u32], limit: usize) -> (Found, Vec<Clash>) {
        if let Some(Rest::Clashes(core)) = &self.rest {
            return (Found::Refuted(core.clone()), Vec::new());
        }
        self.search(doubts, &[], limit, &mut |_, _| true)
    }

    /// Looks for ways to satisfy the firm constraints of all statements but the doubted ones, and some
    /// vague ones.
    pub(crate) fn search(
        &mut self,
        doubts: &[u32],
        vague: &[u32],
        limit: usize,
        leaf: &mut Leaf<'_>,
    ) -> (Found, Vec<Clash>) {
        let believes = |number: &u32| {
            let by = self.wired.statement_of(*number);
            by.is_none_or(|by| doubts.binary_search(&by).is_err())
        };
        if let Some(Rest::Holds(rest)) = &mut self.rest {
            let mut more: Vec<u32> = self.open.iter().copied().filter(believes).collect();
            more.extend(vague);
            let without = doubts.iter().flat_map(|&by| self.wired.constraints_of(by));
            let mut without: Vec<u32> = without.copied().collect();
            without.sort_unstable();
            return rest.search_changed(self.wired, without, &more, limit, leaf);
        }
        let firm = |number: &u32| !self.wired.is_vague(*number) && believes(number);
        let mut constraints: Vec<u32> =
            self.component.constraints.iter().copied().filter(firm).collect();
        constraints.extend(vague);
        constraints.sort_unstable();
        Problem::new(self.wired, &self.wired.clocks, &constraints, &self.component.events)
            .search(None, limit, leaf)
    }

    /// The vague constraints of all statements but the doubted ones, without some that are left out.
    pub(crate) fn vague_without(&self, doubts: &[u32], left_out: &[u32]) -> Vec<u32> {
        let believes = |number: &u32| {
            let by = self.wired.statement_of(*number);
            by.is_none_or(|by| doubts.binary_search(&by).is_err()) && !left_out.contains(number)
        };
        self.vague.iter().copied().filter(believes).collect()
    }

    /// The settled rest, where there is one.
    pub(crate) fn rest(&mut self) -> Option<&mut Problem> {
        match &mut self.rest {
            Some(Rest::Holds(problem)) => Some(problem),
            _ => None,
        }
    }

    /// Takes a conflict that was found out of the rest, where the rest clashes: it then holds, or has
    /// another one.
    pub(crate) fn loosen(&mut self, conflict: &[u32]) {
        if !matches!(self.rest, Some(Rest::Clashes(_))) {
            return;
        }
        self.loose.extend(conflict);
        let constraints = self.loose.iter().flat_map(|&by| self.wired.constraints_of(by));
        self.open = constraints.copied().filter(|&number| self.firm(number)).collect();
        self.open.sort_unstable();
        self.open.dedup();
        self.rest = None;
        if self.open.len() * WORTH < self.component.constraints.len() {
            self.settle();
        }
    }

    fn firm(&self, number: u32) -> bool {
        !self.wired.is_vague(number) && self.wired.is_active(number)
    }

    fn settle(&mut self) {
        let kept = |number: &u32| {
            !self.wired.is_vague(*number) && self.open.binary_search(number).is_err()
        };
        let mut kept: Vec<u32> = self.component.constraints.iter().copied().filter(kept).collect();
        kept.sort_unstable();
        let mut problem =
            Problem::new(self.wired, &self.wired.clocks, &kept, &self.component.events);
        self.rest = Some(match problem.network.settle() {
            Ok(()) => Rest::Holds(Box::new(problem)),
            Err(clash) => Rest::Clashes(clash.owners()),
        });
    }
}

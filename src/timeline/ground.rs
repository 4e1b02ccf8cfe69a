//! What every side of a large component believes, settled once.
//!
//! A conflict touches few statements of many. The statements around those that are known to clash
//! are *loose*: they are pushed onto the settled rest and taken back, so that asking what is left
//! without some of them costs what they move, and not the whole component again.

use crate::network::{Clash, Found};
use crate::timeline::wired::{Component, Leaf, Problem, Wired};

/// How many constraints are loose at least: fewer are no cheaper.
const FEW: usize = 64;

/// A component must have so many times the loose constraints for the rest to be worth settling.
const WORTH: usize = 4;

/// See the [module](self).
pub(crate) struct Ground<'a> {
    wired: &'a Wired,
    component: &'a Component,
    /// The statements that are loose, sorted.
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
    Holds(Problem),
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
        if FEW * WORTH < component.constraints.len() {
            ground.settle();
        }
        ground
    }

    /// The constraints that clash without what some statements say, all of them loose.
    pub(crate) fn clash_without(&mut self, doubts: &[u32], limit: usize) -> (Found, Vec<Clash>) {
        if let Some(Rest::Clashes(core)) = &self.rest {
            return (Found::Refuted(core.clone()), Vec::new());
        }
        self.search(doubts, &[], limit, &mut |_, _| true)
    }

    /// Looks for ways to satisfy the firm constraints of all statements but the doubted ones, all of
    /// them loose, and some vague ones.
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
            return rest.search_with(self.wired, &more, limit, leaf);
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

    /// Makes the statements of a conflict loose, and those around them, twice as many each time, so
    /// that the rest is seldom settled anew.
    pub(crate) fn loosen(&mut self, conflict: &[u32]) {
        if self.rest.is_none() || conflict.iter().all(|by| self.loose.binary_search(by).is_ok()) {
            return;
        }
        let target = FEW.max(self.open.len() * 2);
        self.loose.extend(conflict);
        loop {
            self.loose.sort_unstable();
            self.loose.dedup();
            self.reopen();
            let before = self.open.len();
            if target <= before {
                break;
            }
            let mut near = vec![false; self.wired.draft.events.len()];
            for &number in &self.open {
                self.wired.each_event(number, &mut |event| near[event.0 as usize] = true);
            }
            let mut left = target - before;
            for &number in &self.component.constraints {
                let Some(by) = self.wired.statement_of(number) else { continue };
                let mut touches = false;
                self.wired.each_event(number, &mut |event| touches |= near[event.0 as usize]);
                if touches && self.firm(number) && self.open.binary_search(&number).is_err() {
                    self.loose.push(by);
                    left -= 1;
                    if left == 0 {
                        break;
                    }
                }
            }
            if left == target - before {
                break;
            }
        }
        self.rest = None;
        if self.open.len() * WORTH < self.component.constraints.len() {
            self.settle();
        }
    }

    fn firm(&self, number: u32) -> bool {
        !self.wired.is_vague(number) && self.wired.is_active(number)
    }

    fn reopen(&mut self) {
        let constraints = self.loose.iter().flat_map(|&by| self.wired.constraints_of(by));
        self.open = constraints.copied().filter(|&number| self.firm(number)).collect();
        self.open.sort_unstable();
    }

    fn settle(&mut self) {
        let kept = |number: &u32| {
            !self.wired.is_vague(*number) && self.open.binary_search(number).is_err()
        };
        let kept: Vec<u32> = self.component.constraints.iter().copied().filter(kept).collect();
        let mut problem =
            Problem::new(self.wired, &self.wired.clocks, &kept, &self.component.events);
        self.rest = Some(match problem.network.settle() {
            Ok(()) => Rest::Holds(problem),
            Err(clash) => Rest::Clashes(clash.owners()),
        });
    }
}

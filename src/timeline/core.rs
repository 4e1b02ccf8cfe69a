//! The least that it takes: which constraints a refutation needs.
//!
//! A search that fails names the constraints on its way, which are enough and often more than
//! enough. Here they are reduced, statement by statement and then constraint by constraint, and
//! looked for again without each statement in turn, so that the proof that is told is minimal and
//! as small as a bounded search finds it.

use std::cmp::Reverse;

use crate::constraint::Rule;
use crate::event::EventIx;
use crate::network::{Clash, Formula, Found};
use crate::timeline::wired::{Problem, Wired};
use crate::timeline::wiring::Clocks;

/// How much a better proof may cost, in constraints looked at.
const WORK: usize = 40_000;

/// A question to parts of a draft.
pub(crate) struct Asked<'a> {
    pub(crate) wired: &'a Wired,
    pub(crate) clocks: &'a Clocks,
    /// The events that the formula speaks of.
    pub(crate) events: &'a [EventIx],
    /// What is asserted beside the constraints, and its owner.
    pub(crate) formula: Option<(&'a Formula, u32)>,
    /// How many readings are tried.
    pub(crate) limit: usize,
}

/// Constraints that refute, none too many, and how.
#[derive(Clone, Debug)]
pub(crate) struct Core {
    /// The constraints, sorted.
    pub(crate) constraints: Vec<u32>,
    pub(crate) chains: Vec<Clash>,
}

impl Asked<'_> {
    /// Reduces a refutation. `disputed` tells which statements are better done without.
    pub(crate) fn least(
        &self,
        constraints: &[u32],
        core: Vec<u32>,
        disputed: &dyn Fn(u32) -> bool,
    ) -> Option<Core> {
        // What is always believed costs no statement, and neither does more of what a statement
        // says, so all of it is at hand.
        let at_hand = |core: Vec<u32>| -> Vec<u32> {
            let statements = self.statements(&core);
            let near = |number: &u32| {
                let by = self.wired.statement_of(*number);
                by.is_none_or(|by| statements.binary_search(&by).is_ok())
            };
            constraints.iter().copied().filter(near).collect()
        };
        let mut best = self.reduce(at_hand(core), disputed)?;
        let mut left = WORK / constraints.len().max(1);
        let mut tried = Vec::new();
        'again: loop {
            for statement in self.statements(&best.constraints) {
                if left == 0 {
                    break 'again;
                }
                if tried.contains(&statement) {
                    continue;
                }
                left -= 1;
                tried.push(statement);
                let fewer: Vec<u32> = constraints
                    .iter()
                    .copied()
                    .filter(|&number| self.wired.statement_of(number) != Some(statement))
                    .collect();
                if let Some(core) = self.refute(&fewer)
                    && let Some(other) = self.reduce(at_hand(core.constraints), disputed)
                    && self.cost(&other.constraints, disputed)
                        < self.cost(&best.constraints, disputed)
                {
                    best = other;
                    continue 'again;
                }
            }
            break;
        }
        Some(best)
    }

    /// The constraints that it takes among these, sorted, and how they clash.
    pub(crate) fn refute(&self, constraints: &[u32]) -> Option<Core> {
        let mut problem = Problem::new(self.wired, self.clocks, constraints, self.events);
        match problem.check(self.formula, self.limit) {
            (Found::Refuted(mut core), chains) => {
                core.retain(|&owner| self.formula.is_none_or(|(_, claim)| owner != claim));
                Some(Core { constraints: core, chains })
            }
            _ => None,
        }
    }

    /// Leaves out whole statements, then constraints, as long as the rest refutes.
    pub(crate) fn reduce(&self, core: Vec<u32>, disputed: &dyn Fn(u32) -> bool) -> Option<Core> {
        let whole = core;
        let mut core = self.refute(&whole)?;
        let mut statements = self.statements(&core.constraints);
        statements.sort_by_key(|&statement| (Reverse(disputed(statement)), Reverse(statement)));
        for statement in statements {
            let kept = self.statements(&core.constraints);
            if !kept.contains(&statement) {
                continue;
            }
            let fewer: Vec<u32> = whole
                .iter()
                .copied()
                .filter(|&number| {
                    let by = self.wired.statement_of(number);
                    by.is_none_or(|by| by != statement && kept.contains(&by))
                })
                .collect();
            if let Some(found) = self.refute(&fewer) {
                core = found;
            }
        }
        // What is only known from the date of a text gives way to what words say.
        let mut constraints = core.constraints.clone();
        constraints.sort_by_key(|&number| (Reverse(self.is_backdrop(number)), Reverse(number)));
        for dropped in constraints {
            let fewer: Vec<u32> =
                core.constraints.iter().copied().filter(|&number| number != dropped).collect();
            if fewer.len() < core.constraints.len()
                && let Some(found) = self.refute(&fewer)
            {
                core = found;
            }
        }
        // Once more with nothing but these, for the chains that are told.
        self.refute(&core.constraints)
    }

    fn statements(&self, constraints: &[u32]) -> Vec<u32> {
        let mut statements: Vec<u32> =
            constraints.iter().filter_map(|&number| self.wired.statement_of(number)).collect();
        statements.sort_unstable();
        statements.dedup();
        statements
    }

    fn cost(&self, constraints: &[u32], disputed: &dyn Fn(u32) -> bool) -> [usize; 4] {
        let statements = self.statements(constraints);
        let doubtful = statements.iter().filter(|&&statement| disputed(statement)).count();
        let backdrop = constraints.iter().filter(|&&number| self.is_backdrop(number)).count();
        [doubtful, statements.len(), backdrop, constraints.len()]
    }

    /// Whether it is no words about the event, but the date of the text that tells it.
    fn is_backdrop(&self, number: u32) -> bool {
        let constraint = self.wired.draft.constraints.get(number as usize);
        constraint.is_some_and(|constraint| constraint.reason.rule == Rule::Known.name())
    }
}

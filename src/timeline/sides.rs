//! Which statements clash, and which can hold together.
//!
//! A *conflict* is a minimal set of statements that cannot all hold; a *side* a maximal set that
//! can. Each is found from the other: what a side leaves out is a minimal set that meets every
//! conflict. So the conflicts known so far say which sides there can be; each is tried, and where
//! it does not hold together it holds a conflict not known yet. When all are tried, both lists are
//! complete, whatever the order of the statements.
//!
//! Conflicts that share statements, directly or by others, form a *group*; a side takes one choice
//! from each group, and the choices are independent.

use std::collections::BTreeSet;

use crate::limits::Limits;
use crate::network::Found;
use crate::timeline::ground::Ground;
use crate::timeline::wired::{Component, Problem, Wired};

/// Statements, sorted.
pub(crate) type Set = Vec<u32>;

/// One side: what it does not believe.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Side {
    /// The statements it doubts, in reading order.
    pub(crate) doubts: Set,
    /// Vague constraints of statements it believes, left out because they would clash with them.
    pub(crate) left_out: Vec<u32>,
}

/// The conflicts and sides of a component.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sides {
    /// Minimal sets of statements that clash, smallest first, then in reading order. An empty set
    /// alone says that what is always believed clashes.
    pub(crate) conflicts: Vec<Set>,
    /// The sides; one that doubts nothing where there is no conflict.
    pub(crate) sides: Vec<Side>,
    /// Conflicts that only vague words make.
    pub(crate) notes: Vec<Set>,
    /// Whether a limit stopped the search, so that there may be more of each.
    pub(crate) cut: bool,
}

/// Works them out.
pub(crate) fn sides(
    wired: &Wired,
    component: &Component,
    ground: &mut Ground<'_>,
    limits: &Limits,
) -> Sides {
    let always = component.constraints.iter().copied();
    let always = always.filter(|&n| wired.statement_of(n).is_none()).collect();
    let mut finder = Finder { wired, always, limits, cut: false };
    let mut groups: Vec<Group> = Vec::new();
    let mut held: BTreeSet<Set> = BTreeSet::new();
    let mut left = limits.conflicts;
    'again: loop {
        for doubts in choices(&groups, limits.sides) {
            if held.contains(&doubts) {
                continue;
            }
            match finder.clash_without(ground, &doubts) {
                None => {
                    held.insert(doubts);
                }
                Some(core) => {
                    let conflict = finder.shrink(core);
                    if conflict.is_empty() {
                        let conflicts = vec![conflict];
                        return Sides { conflicts, cut: finder.cut, ..Sides::default() };
                    }
                    if left == 0 {
                        finder.cut = true;
                        break 'again;
                    }
                    left -= 1;
                    ground.loosen(&conflict);
                    finder.cut |= !add(&mut groups, conflict, limits.sides);
                    continue 'again;
                }
            }
        }
        break;
    }
    finder.cut |=
        limits.sides < groups.iter().fold(1usize, |n, group| n.saturating_mul(group.choices.len()));
    let mut conflicts: Vec<Set> = groups.iter().flat_map(|group| group.conflicts.clone()).collect();
    conflicts.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    let mut notes = BTreeSet::new();
    let mut sides = Vec::new();
    for doubts in choices(&groups, limits.sides) {
        if held.contains(&doubts) {
            let left_out = finder.leave_out(ground, &doubts, &mut notes);
            sides.push(Side { doubts, left_out });
        }
    }
    let mut notes: Vec<Set> = notes.into_iter().collect();
    notes.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    Sides { conflicts, sides, notes, cut: finder.cut }
}

/// The constraints that a side believes.
pub(crate) fn believed(wired: &Wired, component: &Component, side: &Side) -> Vec<u32> {
    let believes = |number: &u32| {
        wired.statement_of(*number).is_none_or(|s| side.doubts.binary_search(&s).is_err())
            && !side.left_out.contains(number)
    };
    component.constraints.iter().copied().filter(believes).collect()
}

/// Conflicts that hang together, and the minimal sets that meet all of them.
#[derive(Debug)]
struct Group {
    conflicts: Vec<Set>,
    choices: Vec<Set>,
}

/// Adds a conflict; groups that it touches become one. Returns whether all choices were kept.
fn add(groups: &mut Vec<Group>, conflict: Set, limit: usize) -> bool {
    let (touched, apart): (Vec<Group>, Vec<Group>) = std::mem::take(groups)
        .into_iter()
        .partition(|group| group.conflicts.iter().any(|other| meets(other, &conflict)));
    *groups = apart;
    // What meets all conflicts of several groups takes one choice from each.
    let product = touched.iter().fold(1usize, |n, group| n.saturating_mul(group.choices.len()));
    let (mut kept, open): (Vec<Set>, Vec<Set>) =
        choices(&touched, limit).into_iter().partition(|choice| meets(choice, &conflict));
    let met: Vec<Set> = kept.clone();
    for choice in open {
        for &statement in &conflict {
            // Only what is minimal: no choice that meets the conflict anyway is part of it.
            let longer = |at: &u32| *at == statement || choice.binary_search(at).is_ok();
            let part = |other: &Set| other.contains(&statement) && other.iter().all(longer);
            if met.iter().any(part) {
                continue;
            }
            let mut longer = choice.clone();
            let at = longer.partition_point(|other| *other < statement);
            longer.insert(at, statement);
            kept.push(longer);
        }
    }
    kept.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    kept.dedup();
    let whole = product <= limit && kept.len() <= limit;
    kept.truncate(limit.max(1));
    let mut conflicts: Vec<Set> = touched.into_iter().flat_map(|group| group.conflicts).collect();
    conflicts.push(conflict);
    conflicts.sort();
    groups.push(Group { conflicts, choices: kept });
    groups.sort_by(|a, b| a.conflicts.cmp(&b.conflicts));
    whole
}

/// One choice from each group, as many as the limit allows. First those that differ from the first
/// in one group only, so that a limit leaves no conflict unseen.
fn choices(groups: &[Group], limit: usize) -> Vec<Set> {
    let sizes: Vec<usize> = groups.iter().map(|group| group.choices.len()).collect();
    combinations(&sizes, limit)
        .into_iter()
        .map(|picks| {
            let mut set: Set = groups
                .iter()
                .zip(picks)
                .flat_map(|(group, pick)| group.choices.get(pick).cloned().unwrap_or_default())
                .collect();
            set.sort_unstable();
            set
        })
        .collect()
}

/// One number below each size, in every way up to the limit, fewest numbers above 0 first.
pub(crate) fn combinations(sizes: &[usize], limit: usize) -> Vec<Vec<usize>> {
    let mut all = vec![vec![0; sizes.len()]];
    // The last place that was changed; later rounds change places after it.
    let mut round: Vec<(usize, usize)> = vec![(0, 0)];
    while !round.is_empty() {
        let mut next = Vec::new();
        for (from, first_free) in round {
            for (place, &size) in sizes.iter().enumerate().skip(first_free) {
                for pick in 1..size {
                    if limit <= all.len() {
                        return all;
                    }
                    let mut picks = all[from].clone();
                    picks[place] = pick;
                    next.push((all.len(), place + 1));
                    all.push(picks);
                }
            }
        }
        round = next;
    }
    all
}

struct Finder<'a> {
    wired: &'a Wired,
    /// The constraints that nobody doubts.
    always: Vec<u32>,
    limits: &'a Limits,
    cut: bool,
}

impl Finder<'_> {
    /// The statements of a clash that is left when some are doubted.
    fn clash_without(&mut self, ground: &mut Ground<'_>, doubts: &[u32]) -> Option<Set> {
        match ground.clash_without(doubts, self.limits.readings).0 {
            Found::Way => None,
            Found::Cut => {
                self.cut = true;
                None
            }
            Found::Refuted(core) => Some(self.statements(&core)),
        }
    }

    /// The constraints that it takes for a clash among these.
    fn clash(&mut self, constraints: &[u32]) -> Option<Vec<u32>> {
        let mut problem = Problem::new(self.wired, &self.wired.clocks, constraints, &[]);
        match problem.check(None, self.limits.readings).0 {
            Found::Way => None,
            Found::Cut => {
                self.cut = true;
                None
            }
            Found::Refuted(core) => Some(core),
        }
    }

    fn statements(&self, core: &[u32]) -> Set {
        let mut set: Set = core.iter().filter_map(|&n| self.wired.statement_of(n)).collect();
        set.sort_unstable();
        set.dedup();
        set
    }

    /// Leaves out statements, the last ones first, as long as the rest still clashes.
    fn shrink(&mut self, mut core: Set) -> Set {
        let mut at = core.len();
        while 0 < at {
            at -= 1;
            let mut fewer = core.clone();
            fewer.remove(at);
            if let Some(clash) = self.clash(&with_always(self.wired, &self.always, &fewer)) {
                core = self.statements(&clash);
                at = at.min(core.len());
            }
        }
        core
    }

    /// Vague constraints never decide who is right: every one that has a part in a clash is left
    /// out, and each such clash is noted.
    fn leave_out(
        &mut self,
        ground: &mut Ground<'_>,
        doubts: &[u32],
        notes: &mut BTreeSet<Set>,
    ) -> Vec<u32> {
        let mut left_out = Vec::new();
        loop {
            let vague = ground.vague_without(doubts, &left_out);
            if vague.is_empty() {
                return left_out;
            }
            let found = ground.search(doubts, &vague, self.limits.readings, &mut |_, _| true).0;
            self.cut |= found == Found::Cut;
            let Found::Refuted(core) = found else { return left_out };
            let core = self.shrink_constraints(core);
            let vague: Vec<u32> =
                core.iter().copied().filter(|&number| self.wired.is_vague(number)).collect();
            if vague.is_empty() {
                // Nothing vague is to blame: the side itself was cut short.
                return left_out;
            }
            notes.insert(self.statements(&core));
            left_out.extend(vague);
        }
    }

    fn shrink_constraints(&mut self, mut core: Vec<u32>) -> Vec<u32> {
        let mut at = core.len();
        while 0 < at {
            at -= 1;
            let mut fewer = core.clone();
            fewer.remove(at);
            if let Some(clash) = self.clash(&fewer) {
                core = clash;
                at = at.min(core.len());
            }
        }
        core
    }
}

/// The firm constraints of some statements, and those of the component that are always believed.
pub(crate) fn of_statements(wired: &Wired, component: &Component, statements: &[u32]) -> Vec<u32> {
    let always = component.constraints.iter().copied();
    let always: Vec<u32> = always.filter(|&n| wired.statement_of(n).is_none()).collect();
    with_always(wired, &always, statements)
}

fn with_always(wired: &Wired, always: &[u32], statements: &[u32]) -> Vec<u32> {
    let mut constraints: Vec<u32> = statements
        .iter()
        .flat_map(|&statement| wired.constraints_of(statement).iter().copied())
        .chain(always.iter().copied())
        .filter(|&number| !wired.is_vague(number) && wired.is_active(number))
        .collect();
    constraints.sort_unstable();
    constraints
}

fn meets(a: &[u32], b: &[u32]) -> bool {
    a.iter().any(|statement| b.binary_search(statement).is_ok())
}

#[cfg(test)]
mod tests {
    use super::combinations;

    #[test]
    fn combinations_change_one_place_first() {
        assert_eq!(
            combinations(&[2, 2], 10),
            [vec![0, 0], vec![1, 0], vec![0, 1], vec![1, 1]].to_vec()
        );
        assert_eq!(combinations(&[3, 1, 2], 100).len(), 6);
        assert_eq!(combinations(&[2; 10], 11).len(), 11);
        assert_eq!(combinations(&[], 5), [Vec::<usize>::new()].to_vec());
    }
}

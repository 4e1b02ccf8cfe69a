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

use std::collections::{BTreeSet, VecDeque};

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
    loop {
        let mut clash = None;
        for doubts in choices(&groups, limits.sides) {
            if held.contains(&doubts) {
                continue;
            }
            clash = finder.clash_without(ground, &doubts);
            if clash.is_some() {
                break;
            }
            held.insert(doubts);
        }
        let Some(core) = clash else { break };
        let conflict = finder.shrink(core);
        if conflict.is_empty() {
            let conflicts = vec![conflict];
            return Sides { conflicts, cut: finder.cut, ..Sides::default() };
        }
        if left == 0 {
            finder.cut = true;
            break;
        }
        left -= 1;
        ground.loosen(&conflict);
        finder.cut |= !add(&mut groups, conflict, limits.sides);
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
        choices(&touched, limit).partition(|choice| meets(choice, &conflict));
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
fn choices(groups: &[Group], limit: usize) -> impl Iterator<Item = Set> + '_ {
    let sizes: Vec<usize> = groups.iter().map(|group| group.choices.len()).collect();
    combinations(sizes, limit).map(|picks| {
        let mut set: Set = groups
            .iter()
            .zip(picks)
            .flat_map(|(group, pick)| group.choices.get(pick).into_iter().flatten().copied())
            .collect();
        set.sort_unstable();
        set
    })
}

/// One number below each size, in every way up to the limit, fewest numbers above 0 first.
pub(crate) fn combinations(sizes: Vec<usize>, limit: usize) -> impl Iterator<Item = Vec<usize>> {
    // The places of numbers above 0 with these numbers. What comes later changes places after them.
    let mut open: VecDeque<Vec<(usize, usize)>> = VecDeque::from([Vec::new()]);
    let mut next = (0, 1);
    let mut first = true;
    let more = std::iter::from_fn(move || {
        if std::mem::take(&mut first) {
            return Some(vec![0; sizes.len()]);
        }
        loop {
            let changed = open.front()?;
            let (place, pick) = next;
            match sizes.get(place) {
                Some(size) if pick < *size => {
                    next.1 += 1;
                    let mut changed = changed.clone();
                    changed.push((place, pick));
                    let mut picks = vec![0; sizes.len()];
                    changed.iter().for_each(|(place, pick)| picks[*place] = *pick);
                    open.push_back(changed);
                    return Some(picks);
                }
                Some(_) => next = (place + 1, 1),
                None => {
                    open.pop_front();
                    let last = open.front().and_then(|changed| changed.last());
                    next = (last.map_or(0, |(place, _)| place + 1), 1);
                }
            }
        }
    });
    more.take(limit.max(1))
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
        let all = |sizes: &[usize], limit| -> Vec<Vec<usize>> {
            combinations(sizes.to_vec(), limit).collect()
        };
        assert_eq!(all(&[2, 2], 10), [[0, 0], [1, 0], [0, 1], [1, 1]]);
        assert_eq!(all(&[3, 1, 2], 100).len(), 6);
        assert_eq!(all(&[2; 10], 11).len(), 11);
        assert_eq!(all(&[], 5), [Vec::<usize>::new()]);
    }

    /// All there are, then sorted by what the order is made of.
    #[test]
    fn combinations_come_in_the_order_of_what_they_change() {
        for sizes in [&[2, 3, 2][..], &[1, 4], &[3, 3, 1, 2], &[5], &[0, 2]] {
            let mut all = vec![Vec::new()];
            for size in sizes {
                let more = |picks: &Vec<usize>| {
                    let picks = picks.clone();
                    (0..(*size).max(1)).map(move |pick| [picks.clone(), vec![pick]].concat())
                };
                all = all.iter().flat_map(more).collect();
            }
            let changes = |picks: &Vec<usize>| -> Vec<(usize, usize)> {
                picks.iter().copied().enumerate().filter(|(_, pick)| *pick != 0).collect()
            };
            all.sort_by_key(|picks| (changes(picks).len(), changes(picks)));
            for limit in [1, 3, 7, 1000] {
                let found: Vec<Vec<usize>> = combinations(sizes.to_vec(), limit).collect();
                assert_eq!(found, all[..limit.min(all.len())], "{sizes:?} {limit}");
            }
        }
    }
}

//! Proofs of the sides of a dispute: each once, under what must be right for it.

use super::Exhibit;
use crate::claim::{Answer, SideAnswer};
use crate::event::StatementIx;
use crate::lang::labels::Phrase;
use crate::lang::voice;
use crate::timeline::{Because, Step};

/// A proof, under what must be right for it: "if depeche:11 is right:".
pub(super) struct Proof<'b> {
    pub(super) heading: String,
    pub(super) steps: &'b [Because],
}

impl Exhibit<'_> {
    /// What every side of an answer needs, then the proof of each: the shortest first, and each once.
    pub(super) fn proofs<'b>(&self, because: &'b [Because]) -> (&'b [Because], Vec<Proof<'b>>) {
        let (common, sides) = by_side(because);
        let labels = voice(self.language).labels;
        let proofs = alike(sides.iter().map(|(doubts, steps)| (*doubts, *steps)));
        let proofs = proofs.into_iter().map(|(doubts, steps)| {
            let right = self.right(steps);
            let heading = match right.is_empty() {
                true if doubts.len() == sides.len() => labels.in_any_case.to_owned(),
                true => self.some_ways(doubts.len(), sides.len()),
                false => self.if_right(&right),
            };
            Proof { heading, steps }
        });
        (common, proofs.collect())
    }

    /// The sides of a dispute by what they answer, in their order: each proof once.
    pub(super) fn sides<'b>(&self, sides: &'b [SideAnswer]) -> Vec<(Answer, Vec<Proof<'b>>)> {
        let mut answers: Vec<Answer> = Vec::new();
        for side in sides {
            if !answers.contains(&side.answer) {
                answers.push(side.answer);
            }
        }
        let told = answers.into_iter().map(|answer| {
            let same = sides.iter().filter(|side| side.answer == answer);
            let proofs = alike(same.map(|side| (side.doubts.as_slice(), side.because.as_slice())));
            let proofs = proofs.into_iter().map(|(doubts, steps)| {
                let mut right = self.right(steps);
                if right.is_empty() {
                    // No step rests on what is disputed: what the others do not doubt tells them apart.
                    right = self.believed(&doubts, sides);
                }
                let heading = match right.is_empty() {
                    true => self.some_ways(doubts.len(), sides.len()),
                    false => self.if_right(&right),
                };
                Proof { heading, steps }
            });
            (answer, proofs.collect())
        });
        told.collect()
    }

    fn some_ways(&self, some: usize, all: usize) -> String {
        (voice(self.language).phrase)(&Phrase::SomeWays { some, all })
    }

    fn if_right(&self, cites: &[String]) -> String {
        (voice(self.language).phrase)(&Phrase::IfRight { cites })
    }

    /// Where the statements stand that a proof rests on and that some conflict is about.
    fn right(&self, steps: &[Because]) -> Vec<String> {
        let conflicts = self.timeline.conflicts();
        let mut cited: Vec<StatementIx> = steps.iter().filter_map(|step| step.statement).collect();
        cited.retain(|ix| conflicts.iter().any(|conflict| conflict.statements.contains(ix)));
        cited.sort_unstable();
        cited.dedup();
        self.cites(&cited)
    }

    /// Where the statements stand that some side doubts and none of these do.
    fn believed(&self, doubts: &[&[StatementIx]], sides: &[SideAnswer]) -> Vec<String> {
        let is_believed = |ix: &StatementIx| !doubts.iter().any(|doubts| doubts.contains(ix));
        let mut cited: Vec<StatementIx> =
            sides.iter().flat_map(|side| &side.doubts).copied().filter(is_believed).collect();
        cited.sort_unstable();
        cited.dedup();
        self.cites(&cited)
    }

    fn cites(&self, statements: &[StatementIx]) -> Vec<String> {
        let mut cites: Vec<String> = Vec::new();
        for statement in statements.iter().filter_map(|ix| self.statement(*ix)) {
            if let Some(cite) = self.cite(statement).filter(|cite| !cites.contains(cite)) {
                cites.push(cite);
            }
        }
        cites
    }
}

/// The proof of one side, with what it doubts.
type OfSide<'b, D> = (&'b [D], &'b [Because]);

/// What no side needs, then the proof of each side.
fn by_side(because: &[Because]) -> (&[Because], Vec<OfSide<'_, String>>) {
    let begins: Vec<usize> = because
        .iter()
        .enumerate()
        .filter(|(_, step)| matches!(step.step, Step::Side { .. }))
        .map(|(at, _)| at)
        .collect();
    let ends = begins.iter().skip(1).copied().chain([because.len()]);
    let sides = begins.iter().zip(ends).filter_map(|(begin, end)| {
        let Step::Side { doubts } = &because.get(*begin)?.step else { return None };
        Some((doubts.as_slice(), because.get(begin + 1..end)?))
    });
    let first = begins.first().copied().unwrap_or(because.len());
    (because.get(..first).unwrap_or_default(), sides.collect())
}

/// Proofs that go the same way, together: what each of their sides doubts, and the steps. Those that
/// doubt least come first, then the shortest.
fn alike<'b, D>(proofs: impl Iterator<Item = OfSide<'b, D>>) -> Vec<(Vec<&'b [D]>, &'b [Because])> {
    let mut groups: Vec<(Vec<&'b [D]>, &'b [Because])> = Vec::new();
    for (doubts, steps) in proofs {
        match groups.iter_mut().find(|(_, known)| *known == steps) {
            Some((all, _)) => all.push(doubts),
            None => groups.push((vec![doubts], steps)),
        }
    }
    groups.sort_by_key(|(doubts, steps)| {
        (doubts.iter().map(|doubts| doubts.len()).min(), steps.len())
    });
    groups
}

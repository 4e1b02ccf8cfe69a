//! Verdicts: the answer to each claim, and why.

use super::{Report, unexpected};
use crate::case::Answered;
use crate::claim::{Answer, SideAnswer};
use crate::event::StatementIx;
use crate::lang::labels::Phrase;
use crate::sentence::Heard;
use crate::timeline::{Because, Step};
use crate::why::Why;

/// How many proofs of one answer are told; the others are counted.
const PROOFS_TOLD: usize = 3;

impl Report<'_> {
    pub(super) fn verdicts(&mut self) {
        let answers = self.exhibit.answers;
        for (n, answered) in answers.iter().enumerate() {
            if n == 0 || !self.brief {
                self.gap();
            }
            self.verdict(answered);
        }
        let failed = unexpected(answers);
        if 0 < failed {
            self.gap();
            let told = self.paint.red(&self.phrase(&Phrase::Unexpected { claims: failed }));
            self.line("", &told);
        }
        if !answers.is_empty() && self.brief {
            self.gap();
        }
    }

    /// One claim: the answer, whether it was expected, the proof.
    fn verdict(&mut self, answered: &Answered) {
        let verdict = &answered.verdict;
        let told = format!("{}{}{}", self.answer(verdict.answer), self.labels.colon, answered.text);
        self.hanging("", "    ", &told);
        if let (Some(expected), false) = (answered.expect, answered.is_as_expected()) {
            let answer = expected.name(self.language());
            let told = self.paint.red(&self.phrase(&Phrase::Expected { answer }));
            self.line("  ", &told);
        }
        if self.brief {
            return;
        }
        if let Some(heard) = &answered.heard {
            self.heard(heard);
        }
        let mut links = Vec::new();
        if verdict.sides.is_empty() {
            self.proofs(&verdict.because, &mut links);
        } else {
            for answer in answers(&verdict.sides) {
                self.sides(answer, &verdict.sides, &mut links);
            }
        }
        for link in links {
            self.hanging("  ", "    ", &self.link(link));
        }
        if verdict.is_cut {
            self.line("  ", self.labels.cut_answer);
        }
    }

    /// How a sentence was read.
    fn heard(&mut self, heard: &Heard) {
        let labels = self.labels;
        let named = |label: &str, told: &str| format!("{label}{}{told}", labels.colon);
        if let Some(read_as) = &heard.read_as {
            self.hanging("  ", "    ", &named(labels.read_as, read_as));
        }
        for taken in heard.taken.iter().filter(|taken| !taken.events.is_empty()) {
            let told = format!("\"{}\" = {}", taken.words, taken.events.join(", "));
            self.hanging("  ", "    ", &told);
        }
        for (read_as, answer) in &heard.alternatives {
            let told = format!("{read_as} ({})", self.answer(*answer));
            self.hanging("  ", "    ", &named(labels.or_read_as, &told));
        }
        for words in &heard.not_judged {
            self.hanging("  ", "    ", &named(labels.not_judged, words));
        }
    }

    /// A proof, or one for each side: the shortest first, and each once.
    fn proofs<'b>(&mut self, because: &'b [Because], links: &mut Vec<&'b Why>) {
        let (common, sides) = by_side(because);
        for step in common {
            self.step(step, "  ", links);
        }
        let proofs = alike(sides.iter().map(|(doubts, steps)| (*doubts, *steps)));
        for (doubts, steps) in proofs.iter().take(PROOFS_TOLD) {
            let right = self.right(steps);
            let told = match right.is_empty() {
                true if doubts.len() == sides.len() => self.labels.in_any_case.to_owned(),
                true => self.phrase(&Phrase::SomeWays { some: doubts.len(), all: sides.len() }),
                false => self.phrase(&Phrase::IfRight { cites: &right }),
            };
            self.hanging("  ", "    ", &told);
            for step in *steps {
                self.step(step, "    ", links);
            }
        }
        self.more(proofs.len());
    }

    /// The sides of a dispute that give one answer: each proof once, with what must be right for it.
    fn sides<'b>(&mut self, answer: Answer, sides: &'b [SideAnswer], links: &mut Vec<&'b Why>) {
        let same = sides.iter().filter(|side| side.answer == answer);
        let proofs = alike(same.map(|side| (side.doubts.as_slice(), side.because.as_slice())));
        for (doubts, steps) in proofs.iter().take(PROOFS_TOLD) {
            let mut right = self.right(steps);
            if right.is_empty() {
                // No step rests on what is disputed: what the others do not doubt tells them apart.
                let believed = |ix: &StatementIx| {
                    !doubts.iter().any(|doubts| doubts.contains(ix))
                        && sides.iter().any(|side| side.doubts.contains(ix))
                };
                let mut cites: Vec<StatementIx> =
                    sides.iter().flat_map(|side| &side.doubts).copied().filter(believed).collect();
                cites.sort_unstable();
                cites.dedup();
                right = self.cites(&cites);
            }
            let word = self.answer(answer);
            let told = match right.is_empty() {
                true => format!(
                    "{word} {}",
                    self.phrase(&Phrase::SomeWays { some: doubts.len(), all: sides.len() })
                ),
                false => format!("{word} {}", self.phrase(&Phrase::IfRight { cites: &right })),
            };
            self.hanging("  ", "    ", &told);
            for step in *steps {
                self.step(step, "    ", links);
            }
        }
        self.more(proofs.len());
    }

    /// Where the statements stand that a proof rests on and that some conflict is about.
    fn right(&self, steps: &[Because]) -> Vec<String> {
        let conflicts = self.exhibit.timeline.conflicts();
        let mut cited: Vec<StatementIx> = steps.iter().filter_map(|step| step.statement).collect();
        cited.retain(|ix| conflicts.iter().any(|conflict| conflict.statements.contains(ix)));
        cited.sort_unstable();
        cited.dedup();
        self.cites(&cited)
    }

    fn cites(&self, statements: &[StatementIx]) -> Vec<String> {
        let mut cites: Vec<String> = Vec::new();
        for statement in statements.iter().filter_map(|ix| self.exhibit.statement(*ix)) {
            if let Some(cite) = self.cite(statement).filter(|cite| !cites.contains(cite)) {
                cites.push(cite);
            }
        }
        cites
    }

    /// Says how many proofs are not told.
    fn more(&mut self, proofs: usize) {
        if PROOFS_TOLD < proofs {
            let told = self.phrase(&Phrase::MoreWays { more: proofs - PROOFS_TOLD });
            self.line("  ", &told);
        }
    }

    /// A step with the place it rests on. What it took words to refer to is told once, after all.
    fn step<'b>(&mut self, step: &'b Because, indent: &str, links: &mut Vec<&'b Why>) {
        let text = step.text(self.language());
        let statement = step.statement.and_then(|ix| self.exhibit.statement(ix));
        let place = match statement.and_then(|statement| self.cite(statement)) {
            Some(cite) => format!("  {}", self.paint.dim(&format!("[{cite}]"))),
            None if step.is_given() => format!("  {}", self.paint.dim(self.labels.given)),
            None => String::new(),
        };
        self.hanging(indent, &format!("{indent}  "), &format!("{text}{place}"));
        for link in &step.links {
            if !links.contains(&link) {
                links.push(link);
            }
        }
    }

    fn answer(&self, answer: Answer) -> String {
        let (sign, word) = crate::export::words::answer(answer, self.language());
        let told = format!("{sign} {word}");
        match answer {
            Answer::Supported => self.paint.green(&told),
            Answer::Contradicted => self.paint.red(&told),
            Answer::Undetermined | Answer::Disputed => self.paint.yellow(&told),
        }
    }
}

/// The proof of one side, with what it doubts.
type Proof<'b, D> = (&'b [D], &'b [Because]);

/// What no side needs, then the proof of each side.
fn by_side(because: &[Because]) -> (&[Because], Vec<Proof<'_, String>>) {
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
fn alike<'b, D>(proofs: impl Iterator<Item = Proof<'b, D>>) -> Vec<(Vec<&'b [D]>, &'b [Because])> {
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

/// The answers there are, each once, in the order of the sides.
fn answers(sides: &[SideAnswer]) -> Vec<Answer> {
    let mut answers = Vec::new();
    for side in sides {
        if !answers.contains(&side.answer) {
            answers.push(side.answer);
        }
    }
    answers
}

//! Verdicts: the answer to each claim, and why.

use super::{Report, unexpected};
use crate::case::Answered;
use crate::claim::Answer;
use crate::export::sides::Proof;
use crate::lang::labels::Phrase;
use crate::sentence::Heard;
use crate::timeline::Because;
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
            for (answer, proofs) in self.exhibit.sides(&verdict.sides) {
                self.told(Some(answer), &proofs, &mut links);
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
        let (common, proofs) = self.exhibit.proofs(because);
        for step in common {
            self.step(step, "  ", links);
        }
        self.told(None, &proofs, links);
    }

    /// Proofs under their headings, as many as are told.
    fn told<'b>(&mut self, answer: Option<Answer>, proofs: &[Proof<'b>], links: &mut Vec<&'b Why>) {
        for Proof { heading, steps } in proofs.iter().take(PROOFS_TOLD) {
            let told = match answer {
                Some(answer) => format!("{} {heading}", self.answer(answer)),
                None => heading.clone(),
            };
            self.hanging("  ", "    ", &told);
            for step in *steps {
                self.step(step, "    ", links);
            }
        }
        self.more(proofs.len());
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

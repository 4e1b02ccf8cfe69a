//! Verdicts: the answer to each claim, and why.

use frise::{Answer, Because, Language, SideAnswer, StatementIx};

use super::Teller;
use crate::checked::Answered;

impl Teller<'_> {
    pub(super) fn verdicts(&mut self, answered: &[Answered]) {
        for answered in answered {
            self.gap();
            self.verdict(answered);
        }
        let failed = answered.iter().filter(|answered| answered.fails()).count();
        if 0 < failed {
            self.gap();
            let claims = if failed == 1 { "claim has" } else { "claims have" };
            let told = format!("{failed} {claims} another answer than the one expected.");
            let told = self.paint.red(&told);
            self.line("", &told);
        }
    }

    /// One claim: the answer, whether it was expected, the proof.
    pub(super) fn verdict(&mut self, answered: &Answered) {
        let verdict = &answered.verdict;
        let told = format!("{}: {}", self.answer(verdict.answer), answered.claim);
        self.hanging("", "    ", &told);
        if let (Some(expected), true) = (answered.expect, answered.fails()) {
            let told = self.paint.red(&format!("expected {expected}"));
            self.line("  ", &told);
        }
        self.steps(&verdict.because, "  ");
        // Sides that give the same answer come together.
        for answer in answers(&verdict.sides) {
            let sides: Vec<&SideAnswer> =
                verdict.sides.iter().filter(|side| side.answer == answer).collect();
            for side in sides {
                let word = self.answer(answer);
                self.line("  ", &format!("{word} for those who believe"));
                self.believed(&side.believes);
                self.steps(&side.because, "    ");
            }
        }
        if verdict.is_cut {
            self.line("  ", "The search stopped at a limit: the answer may be incomplete.");
        }
    }

    fn believed(&mut self, statements: &[StatementIx]) {
        for ix in statements {
            if let Some(statement) = self.checked.statement(*ix) {
                let said = self.cited(statement);
                self.hanging("    - ", "      ", &said);
            }
        }
    }

    /// The steps of a proof, each with the place it rests on.
    fn steps(&mut self, steps: &[Because], indent: &str) {
        let hanging = format!("{indent}  ");
        for step in steps {
            let text = step.text(Language::En);
            let place = match (step.article.as_deref(), step.span) {
                (Some(id), Some(span)) => {
                    format!(
                        "  {}",
                        self.paint.dim(&format!("[{}]", self.places.cite(id, span.start)))
                    )
                }
                _ => String::new(),
            };
            self.hanging(indent, &hanging, &format!("{text}{place}"));
            for link in &step.links {
                self.hanging(&hanging, &hanging, &format!("where {link}"));
            }
        }
    }

    fn answer(&self, answer: Answer) -> String {
        match answer {
            Answer::Supported => self.paint.green("✓ supported"),
            Answer::Contradicted => self.paint.red("✗ contradicted"),
            Answer::Undetermined => self.paint.yellow("? undetermined"),
            Answer::Disputed => self.paint.yellow("≠ disputed"),
        }
    }
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

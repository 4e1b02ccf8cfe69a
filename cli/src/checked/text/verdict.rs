//! Verdicts: the answer to each claim, and why.

use frise::{Answer, Because, Language, SideAnswer, StatementIx, Step};

use super::Teller;
use super::excerpt::shortened;
use crate::checked::Answered;

/// How many sides of one answer are told with their proofs; the others are counted.
const SIDES_TOLD: usize = 3;

/// How many statements of a side are listed whether its proof needs them or not.
const FEW: usize = 4;

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
        let mut links = Vec::new();
        if verdict.sides.is_empty() {
            self.proof(&verdict.because, &mut links);
        } else {
            self.sides(&verdict.sides, &mut links);
        }
        for link in links {
            self.hanging("  ", "    ", &format!("where {link}"));
        }
        if verdict.is_cut {
            self.line("  ", "The search stopped at a limit: the answer may be incomplete.");
        }
    }

    /// A proof that may be one for each side, told for the first few of them.
    fn proof<'b>(&mut self, because: &'b [Because], links: &mut Vec<&'b str>) {
        let is_side = |step: &Because| matches!(step.step, Step::Side { .. });
        let sides = because.iter().filter(|step| is_side(step)).count();
        let mut side = 0;
        for step in because {
            side += usize::from(is_side(step));
            if SIDES_TOLD < side {
                let more = sides - SIDES_TOLD;
                self.line(
                    "  ",
                    &format!("and the same for {more} more ways to choose whom to believe"),
                );
                break;
            }
            match &step.step {
                Step::Side { doubts } => {
                    let doubts: Vec<String> =
                        doubts.iter().map(|words| format!("“{}”", shortened(words))).collect();
                    self.hanging("  ", "    ", &format!("doubting {}:", doubts.join(" and ")));
                }
                _ => self.step(step, if side == 0 { "  " } else { "    " }, links),
            }
        }
    }

    /// The sides of a dispute, those with the same answer together.
    fn sides<'b>(&mut self, sides: &'b [SideAnswer], links: &mut Vec<&'b str>) {
        for answer in answers(sides) {
            let same: Vec<&SideAnswer> =
                sides.iter().filter(|side| side.answer == answer).collect();
            let word = self.answer(answer);
            for side in same.iter().take(SIDES_TOLD) {
                self.line("  ", &format!("{word} for those who believe"));
                self.listed(&believed(side));
                if !side.doubts.is_empty() {
                    self.line("    ", "and doubt");
                    self.listed(&side.doubts);
                }
                for step in &side.because {
                    self.step(step, "    ", links);
                }
            }
            if SIDES_TOLD < same.len() {
                let more = same.len() - SIDES_TOLD;
                self.line("  ", &format!("{word} for {more} more ways to choose whom to believe"));
            }
        }
    }

    /// Statements, one a line.
    fn listed(&mut self, statements: &[StatementIx]) {
        for ix in statements {
            if let Some(statement) = self.checked.statement(*ix) {
                let said = self.cited(statement);
                self.hanging("    - ", "      ", &said);
            }
        }
    }

    /// A step with the place it rests on. What it took words to refer to is told once, after all.
    fn step<'b>(&mut self, step: &'b Because, indent: &str, links: &mut Vec<&'b str>) {
        let text = step.text(Language::En);
        let place = match (step.article.as_deref(), step.span) {
            (Some(id), Some(span)) => {
                let place = format!("[{}]", self.places.cite(id, span.start));
                format!("  {}", self.paint.dim(&place))
            }
            _ => String::new(),
        };
        self.hanging(indent, &format!("{indent}  "), &format!("{text}{place}"));
        for link in &step.links {
            if !links.contains(&link.as_str()) {
                links.push(link);
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

/// What a side believes: all of it where that is little, else what its proof rests on.
fn believed(side: &SideAnswer) -> Vec<StatementIx> {
    if side.believes.len() <= FEW {
        return side.believes.clone();
    }
    let is_cited = |ix: &StatementIx| side.because.iter().any(|step| step.statement == Some(*ix));
    side.believes.iter().copied().filter(is_cited).collect()
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

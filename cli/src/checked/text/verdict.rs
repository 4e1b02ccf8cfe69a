//! Verdicts: the answer to each claim, and why.

use frise::{Answer, Answered, Because, Language, SideAnswer, StatementIx, Step};

use super::Teller;
use super::excerpt::shortened;

/// How many proofs of one answer are told; the others are counted.
const PROOFS_TOLD: usize = 3;

impl Teller<'_> {
    pub(super) fn verdicts(&mut self, answered: &[Answered]) {
        for answered in answered {
            self.gap();
            self.verdict(answered);
        }
        let failed = answered.iter().filter(|answered| !answered.is_as_expected()).count();
        if 0 < failed {
            self.gap();
            let told = match (self.checked.explain, failed) {
                (Language::En, 1) => "1 claim has another answer than the one expected.".to_owned(),
                (Language::En, n) => {
                    format!("{n} claims have another answer than the one expected.")
                }
                (Language::Fr, 1) => "1 affirmation n'a pas la réponse attendue.".to_owned(),
                (Language::Fr, n) => format!("{n} affirmations n'ont pas la réponse attendue."),
            };
            let told = self.paint.red(&told);
            self.line("", &told);
        }
    }

    /// One claim: the answer, whether it was expected, the proof.
    pub(super) fn verdict(&mut self, answered: &Answered) {
        let verdict = &answered.verdict;
        let colon = self.pick(":", " :");
        let told = format!("{}{colon} {}", self.answer(verdict.answer), answered.text);
        self.hanging("", "    ", &told);
        if let (Some(expected), false) = (answered.expect, answered.is_as_expected()) {
            let told = self.paint.red(&format!(
                "{} {}",
                self.pick("expected", "attendu :"),
                self.word(expected)
            ));
            self.line("  ", &told);
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
            let told = self.pick(
                "The search stopped at a limit: the answer may be incomplete.",
                "La recherche s'est arrêtée à une limite : la réponse peut être incomplète.",
            );
            self.line("  ", told);
        }
    }

    /// A proof, or one for each side: the shortest first, and each once.
    fn proofs<'b>(&mut self, because: &'b [Because], links: &mut Vec<&'b str>) {
        let (common, sides) = by_side(because);
        for step in common {
            self.step(step, "  ", links);
        }
        let proofs = alike(sides.iter().map(|(doubts, steps)| (*doubts, *steps)));
        for (doubts, steps) in proofs.iter().take(PROOFS_TOLD) {
            let told = match always(doubts).as_slice() {
                [] => {
                    let (some, all) = (doubts.len(), sides.len());
                    match self.checked.explain {
                        Language::En => {
                            format!("for {some} of the {all} ways to choose whom to believe:")
                        }
                        Language::Fr => {
                            format!("pour {some} des {all} façons de choisir qui croire :")
                        }
                    }
                }
                words => {
                    let words: Vec<String> =
                        words.iter().map(|words| self.quoted(&shortened(words))).collect();
                    let words = words.join(self.pick(" and ", " et "));
                    match self.checked.explain {
                        Language::En => format!("for those who doubt {words}:"),
                        Language::Fr => format!("pour qui doute de {words} :"),
                    }
                }
            };
            self.hanging("  ", "    ", &told);
            for step in *steps {
                self.step(step, "    ", links);
            }
        }
        self.more(proofs.len());
    }

    /// The sides of a dispute that give one answer: each proof once, with what it takes to believe it.
    fn sides<'b>(&mut self, answer: Answer, sides: &'b [SideAnswer], links: &mut Vec<&'b str>) {
        let same = sides.iter().filter(|side| side.answer == answer);
        let proofs = alike(same.map(|side| (side.doubts.as_slice(), side.because.as_slice())));
        for (doubts, steps) in proofs.iter().take(PROOFS_TOLD) {
            let (believed, doubted) = (cited(steps, sides), always(doubts));
            let word = self.answer(answer);
            match (believed.is_empty(), doubted.is_empty()) {
                (false, _) => {
                    let told = self.pick("for those who believe", "pour qui croit");
                    self.line("  ", &format!("{word} {told}"));
                }
                (true, false) => {
                    let told = self.pick("for those who doubt", "pour qui doute de");
                    self.line("  ", &format!("{word} {told}"));
                }
                (true, true) => {
                    let told = self.pick("for others", "pour les autres");
                    self.line("  ", &format!("{word} {told}"));
                }
            }
            self.listed(&believed);
            if !believed.is_empty() && !doubted.is_empty() {
                self.line("    ", self.pick("and doubt", "et doute de"));
            }
            self.listed(&doubted);
            for step in *steps {
                self.step(step, "    ", links);
            }
        }
        self.more(proofs.len());
    }

    /// Says how many proofs are not told.
    fn more(&mut self, proofs: usize) {
        if PROOFS_TOLD < proofs {
            let more = proofs - PROOFS_TOLD;
            let told = match self.checked.explain {
                Language::En => {
                    let ways = if more == 1 { "way" } else { "ways" };
                    format!("and in {more} more {ways}, which --format json tells")
                }
                Language::Fr => {
                    let ways = if more == 1 { "autre façon" } else { "autres façons" };
                    format!("et de {more} {ways}, que donne --format json")
                }
            };
            self.line("  ", &told);
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
        let text = step.text(self.checked.explain);
        let place = match (step.article.as_deref(), step.span) {
            (Some(id), Some(span)) => {
                let place = format!("[{}]", self.places.cite(id, span.start));
                format!("  {}", self.paint.dim(&place))
            }
            _ if step.is_given() => {
                format!("  {}", self.paint.dim(self.pick("[given]", "[donné]")))
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
        let word = self.word(answer);
        match answer {
            Answer::Supported => self.paint.green(&format!("✓ {word}")),
            Answer::Contradicted => self.paint.red(&format!("✗ {word}")),
            Answer::Undetermined => self.paint.yellow(&format!("? {word}")),
            Answer::Disputed => self.paint.yellow(&format!("≠ {word}")),
        }
    }

    fn word(&self, answer: Answer) -> &'static str {
        frise::answer_word(answer, self.checked.explain)
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

/// What all of several sides doubt.
fn always<D: Clone + PartialEq>(doubts: &[&[D]]) -> Vec<D> {
    let Some((first, others)) = doubts.split_first() else { return Vec::new() };
    let by_all = |one: &&D| others.iter().all(|other| other.contains(one));
    first.iter().filter(by_all).cloned().collect()
}

/// The statements that a proof rests on and that some side doubts.
fn cited(steps: &[Because], sides: &[SideAnswer]) -> Vec<StatementIx> {
    let mut cited: Vec<StatementIx> = steps.iter().filter_map(|step| step.statement).collect();
    cited.retain(|ix| sides.iter().any(|side| side.doubts.contains(ix)));
    cited.sort_unstable();
    cited.dedup();
    cited
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

//! Conflicts: what cannot hold together, why, and what would remove it.

use frise::{Because, Conflict, Language, StatementIx};

use super::Teller;

impl Teller<'_> {
    /// All conflicts, then what only vague words make of one.
    pub(super) fn conflicts(&mut self) {
        let timeline = &self.checked.timeline;
        for conflict in timeline.conflicts() {
            let word = self.paint.red("conflict:");
            self.conflict(&word, conflict);
        }
        for note in timeline.notes() {
            self.conflict("note, for the words are vague:", note);
        }
        if timeline.is_cut() {
            self.gap();
            self.line("", "The search stopped at a limit: there may be more conflicts.");
        }
    }

    fn conflict(&mut self, word: &str, conflict: &Conflict) {
        self.gap();
        // The last step says what the others lead to.
        let (told, steps) = match conflict.because.split_last() {
            Some((last, steps)) => (last.text(Language::En), steps),
            None => ("these statements cannot all hold".to_owned(), &[][..]),
        };
        self.hanging("", "  ", &format!("{word} {told}"));
        for (letter, ix) in letters().zip(&conflict.statements) {
            if let Some(statement) = self.checked.statement(*ix) {
                let said = self.cited(statement);
                self.hanging(&format!("  ({letter}) "), "        ", &said);
            }
        }
        for step in steps {
            let said = because(step, &conflict.statements);
            self.hanging("  ", "    ", &said);
            self.links(step);
        }
        let help = format!("help: {}", conflict.help(Language::En));
        self.hanging("  ", "    ", &help);
    }

    /// What the program took words to refer to.
    pub(super) fn links(&mut self, step: &Because) {
        for link in &step.links {
            self.hanging("    ", "      ", &format!("where {link}"));
        }
    }
}

/// A step with the letter of the statement that it rests on.
fn because(step: &Because, statements: &[StatementIx]) -> String {
    let text = step.text(Language::En);
    let cited = letters().zip(statements).find(|(_, ix)| step.statement == Some(**ix));
    match (cited, step.rule.as_deref()) {
        (Some((letter, _)), _) => format!("because of ({letter}), {text}"),
        (None, Some(_)) if step.statement.is_none() => format!("because you say so, {text}"),
        (None, _) => format!("so {text}"),
    }
}

fn letters() -> impl Iterator<Item = String> {
    let one = ('a'..='z').map(String::from);
    one.chain((27_u32..).map(|n| n.to_string()))
}

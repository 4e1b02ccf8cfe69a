//! Conflicts: what cannot hold together, why, and what would remove it.

use frise::{Because, Conflict, Language, StatementIx};

use super::Teller;
use crate::checked::is_given;

impl Teller<'_> {
    /// All conflicts, then what only vague words make of one.
    pub(super) fn conflicts(&mut self) {
        let timeline = &self.checked.timeline;
        let word = self.paint.red("conflict:");
        for alike in alike(timeline.conflicts()) {
            self.conflict(&word, &alike);
        }
        for alike in alike(timeline.notes()) {
            self.conflict("note, for the words are vague:", &alike);
        }
        if timeline.is_cut() {
            self.gap();
            self.line("", "The search stopped at a limit: there may be more conflicts.");
        }
    }

    /// Conflicts that lead to the same: the first with its proof, the others by what they put in the
    /// place of what.
    fn conflict(&mut self, word: &str, alike: &[&Conflict]) {
        let Some((conflict, others)) = alike.split_first() else { return };
        self.gap();
        self.hanging("", "  ", &format!("{word} {}", headline(conflict)));
        for (letter, ix) in letters().zip(&conflict.statements) {
            if let Some(statement) = self.checked.statement(*ix) {
                let said = self.cited(statement);
                self.hanging(&format!("  ({letter}) "), "        ", &said);
            }
        }
        let steps = conflict.because.len().saturating_sub(1);
        for step in conflict.because.iter().take(steps) {
            let said = because(step, &conflict.statements);
            self.hanging("  ", "    ", &said);
        }
        let mut links = conflict.links();
        links.sort_unstable();
        for link in &links {
            self.hanging("  ", "    ", &format!("where {link}"));
        }
        let help = help(conflict.statements.len(), !links.is_empty());
        self.hanging("  ", "    ", &help);
        for other in others {
            self.likewise(conflict, other);
        }
    }

    /// Another conflict of the same outcome.
    fn likewise(&mut self, first: &Conflict, other: &Conflict) {
        let left_out = letters().zip(&first.statements);
        let left_out: Vec<String> = left_out
            .filter(|(_, ix)| !other.statements.contains(ix))
            .map(|(letter, _)| format!("({letter})"))
            .collect();
        let put_in = other.statements.iter().filter(|ix| !first.statements.contains(ix));
        let put_in: Vec<String> = put_in
            .filter_map(|ix| {
                let statement = self.checked.statement(*ix)?;
                let id = statement.article.as_deref()?;
                Some(self.places.cite(id, statement.span.start))
            })
            .collect();
        let told = match (left_out.is_empty(), put_in.is_empty()) {
            (false, false) => {
                format!("likewise with {} for {}", put_in.join(", "), left_out.join(", "))
            }
            (true, _) => format!("likewise with {} too", put_in.join(", ")),
            (_, true) => format!("likewise without {}", left_out.join(", ")),
        };
        self.hanging("  ", "    ", &told);
    }
}

/// Conflicts that lead to the same, together, each group where its first stands.
fn alike(conflicts: &[Conflict]) -> Vec<Vec<&Conflict>> {
    let mut groups: Vec<(String, Vec<&Conflict>)> = Vec::new();
    for conflict in conflicts {
        let headline = headline(conflict);
        match groups.iter_mut().find(|(known, _)| *known == headline) {
            Some((_, group)) => group.push(conflict),
            None => groups.push((headline, vec![conflict])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// What a conflict comes to: its last step says what the others lead to.
fn headline(conflict: &Conflict) -> String {
    match conflict.because.last() {
        Some(last) => last.text(Language::En),
        None => "these statements cannot all hold".to_owned(),
    }
}

/// What would remove the conflict, in the letters of its statements.
fn help(statements: usize, has_links: bool) -> String {
    let letters: Vec<String> =
        letters().take(statements).map(|letter| format!("({letter})")).collect();
    let doubted = match letters.split_last() {
        None => "leaving out what you gave".to_owned(),
        Some((only, [])) => format!("doubting {only}"),
        Some((last, [first])) => format!("doubting {first} or {last}"),
        Some((last, others)) => format!("doubting any one of {} and {last}", others.join(", ")),
    };
    let read = if has_links { ", or reading one of these references otherwise," } else { "" };
    format!("help: {doubted}{read} removes this conflict")
}

/// A step with the letter of the statement that it rests on.
fn because(step: &Because, statements: &[StatementIx]) -> String {
    let text = step.text(Language::En);
    let cited = letters().zip(statements).find(|(_, ix)| step.statement == Some(**ix));
    match cited {
        Some((letter, _)) => format!("because of ({letter}), {text}"),
        None if is_given(step) => format!("because you say so, {text}"),
        None => format!("so {text}"),
    }
}

fn letters() -> impl Iterator<Item = String> {
    let one = ('a'..='z').map(String::from);
    one.chain((27_u32..).map(|n| n.to_string()))
}

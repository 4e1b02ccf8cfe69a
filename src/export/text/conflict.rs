//! Conflicts: what cannot hold together, why, and what would remove it.

use super::Report;
use crate::event::StatementIx;
use crate::lang::labels::Phrase;
use crate::timeline::{Because, Conflict};
use crate::why::Why;

impl Report<'_> {
    /// All conflicts, then what only vague words make of one.
    pub(super) fn conflicts(&mut self) {
        let timeline = self.exhibit.timeline;
        let word = self.paint.red(self.labels.conflict_mark);
        for (headline, alike) in Conflict::alike(timeline.conflicts(), self.language()) {
            self.conflict(&word, &headline, &alike);
        }
        for (headline, alike) in Conflict::alike(timeline.notes(), self.language()) {
            self.conflict(self.labels.note_mark, &headline, &alike);
        }
        if timeline.is_cut() {
            self.gap();
            self.line("", self.labels.cut_conflicts);
        }
    }

    /// Conflicts that lead to the same: the first with its proof, the others by what they put in the
    /// place of what.
    fn conflict(&mut self, word: &str, headline: &str, alike: &[&Conflict]) {
        let Some((conflict, others)) = alike.split_first() else { return };
        if !self.brief {
            self.gap();
        }
        self.hanging("", "  ", &format!("{word} {headline}"));
        if self.brief {
            return;
        }
        for (letter, ix) in letters().zip(&conflict.statements) {
            if let Some(statement) = self.exhibit.statement(*ix) {
                let said = self.said(statement);
                self.hanging(&format!("  ({letter}) "), "        ", &said);
            }
        }
        let steps = conflict.because.len().saturating_sub(1);
        for step in conflict.because.iter().take(steps) {
            let said = self.because(step, &conflict.statements);
            self.hanging("  ", "    ", &said);
        }
        let links = conflict.links().into_iter();
        let mut links: Vec<String> = links.map(|link| self.link(link)).collect();
        links.sort_unstable();
        for link in &links {
            self.hanging("  ", "    ", link);
        }
        let letters: Vec<String> =
            letters().take(conflict.statements.len()).map(|letter| format!("({letter})")).collect();
        let help = self.phrase(&Phrase::Help { letters: &letters, has_links: !links.is_empty() });
        self.hanging("  ", "    ", &help);
        if let Some(zones) = self.exhibit.zones.iter().find(|one| one.explains(conflict)) {
            let letter = |ix| match conflict.statements.first() == Some(&ix) {
                true => "(a)",
                false => "(b)",
            };
            let (earlier, later) = (letter(zones.earlier.0), letter(zones.later.0));
            let note = zones.words(earlier, later, self.language());
            self.hanging("  ", "    ", &note);
        }
        self.likewise(conflict, others);
    }

    /// The other conflicts of the same outcome, by what they put in the place of what.
    fn likewise(&mut self, first: &Conflict, others: &[&Conflict]) {
        let swaps: Vec<Swap> = others.iter().map(|other| self.swap(first, other)).collect();
        // One statement for one other: all of them in one line, letter by letter.
        let mut by_letter: Vec<(&str, Vec<&str>)> = Vec::new();
        for swap in &swaps {
            let ([out], [put_in]) = (swap.left_out.as_slice(), swap.put_in.as_slice()) else {
                continue;
            };
            match by_letter.iter_mut().find(|(letter, _)| letter == out) {
                Some((_, places)) => places.push(put_in),
                None => by_letter.push((out, vec![put_in])),
            }
        }
        by_letter.sort_unstable();
        let known = |swap: &Swap| {
            swap.left_out.len() == swap.put_in.len()
                && (swap.put_in.iter()).all(|place| {
                    by_letter.iter().any(|(out, places)| {
                        swap.left_out.iter().any(|letter| letter == out)
                            && places.contains(&place.as_str())
                    })
                })
        };
        let combined = swaps.iter().filter(|swap| 1 < swap.put_in.len() && known(swap)).count();
        let singles: Vec<String> = (by_letter.iter())
            .map(|(letter, places)| {
                let cites = &enumerated(places, self.exhibit.or());
                self.phrase(&Phrase::InsteadOf { cites, letter })
            })
            .collect();
        if !singles.is_empty() {
            let swaps = &singles.join("; ");
            let told = self.phrase(&Phrase::Likewise { swaps, combined });
            self.hanging("  ", "    ", &told);
        }
        for swap in swaps.iter().filter(|swap| !known(swap)) {
            let (left_out, put_in) = (&swap.left_out.join(", "), &swap.put_in.join(", "));
            let told = self.phrase(&Phrase::LikewiseWith { put_in, left_out });
            self.hanging("  ", "    ", &told);
        }
    }

    /// Which letters of a conflict another does without, and the places of what it has instead.
    fn swap(&self, first: &Conflict, other: &Conflict) -> Swap {
        let left_out = letters()
            .zip(&first.statements)
            .filter(|(_, ix)| !other.statements.contains(ix))
            .map(|(letter, _)| format!("({letter})"))
            .collect();
        let put_in = other.statements.iter().filter(|ix| !first.statements.contains(ix));
        let put_in = put_in.filter_map(|ix| self.cite(self.exhibit.statement(*ix)?)).collect();
        Swap { left_out, put_in }
    }

    /// What words were taken for.
    pub(super) fn link(&self, link: &Why) -> String {
        self.phrase(&Phrase::Where { link: &link.text(self.language()) })
    }

    /// A step with the letter of the statement that it rests on.
    fn because(&self, step: &Because, statements: &[StatementIx]) -> String {
        let text = &step.text(self.language());
        let cited = letters().zip(statements).find(|(_, ix)| step.statement == Some(**ix));
        if let Some((letter, _)) = cited {
            return self.phrase(&Phrase::BecauseOf { cite: &format!("({letter})"), step: text });
        }
        if step.is_given() {
            return self.phrase(&Phrase::BecauseYouSay { step: text });
        }
        // A statement that is believed beyond doubt has no letter.
        let statement = step.statement.and_then(|ix| self.exhibit.statement(ix));
        match statement.and_then(|statement| self.cite(statement)) {
            Some(cite) => self.phrase(&Phrase::BecauseOf { cite: &cite, step: text }),
            None => self.phrase(&Phrase::So { step: text }),
        }
    }
}

/// How another conflict of the same outcome differs from the first.
struct Swap {
    left_out: Vec<String>,
    put_in: Vec<String>,
}

/// "a", "a or b", "a, b or c".
fn enumerated(items: &[&str], or: &str) -> String {
    match items.split_last() {
        Some((last, others)) if !others.is_empty() => {
            format!("{} {or} {last}", others.join(", "))
        }
        Some((only, _)) => (*only).to_owned(),
        None => String::new(),
    }
}

fn letters() -> impl Iterator<Item = String> {
    let one = ('a'..='z').map(String::from);
    one.chain((27_u32..).map(|n| n.to_string()))
}

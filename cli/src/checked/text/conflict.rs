//! Conflicts: what cannot hold together, why, and what would remove it.

use frise::{Because, Conflict, Language, StatementIx};

use super::Teller;

impl Teller<'_> {
    /// All conflicts, then what only vague words make of one.
    pub(super) fn conflicts(&mut self) {
        let timeline = &self.checked.timeline;
        let explain = self.checked.explain;
        let word = self.paint.red(self.pick("conflict:", "conflit :"));
        for (headline, alike) in Conflict::alike(timeline.conflicts(), explain) {
            self.conflict(&word, &headline, &alike);
        }
        for (headline, alike) in Conflict::alike(timeline.notes(), explain) {
            let word =
                self.pick("note, for the words are vague:", "à noter, les mots étant vagues :");
            self.conflict(word, &headline, &alike);
        }
        if timeline.is_cut() {
            self.gap();
            let told = self.pick(
                "The search stopped at a limit: there may be more conflicts.",
                "La recherche s'est arrêtée à une limite : il peut y avoir d'autres conflits.",
            );
            self.line("", told);
        }
    }

    /// Conflicts that lead to the same: the first with its proof, the others by what they put in the
    /// place of what.
    fn conflict(&mut self, word: &str, headline: &str, alike: &[&Conflict]) {
        let Some((conflict, others)) = alike.split_first() else { return };
        self.gap();
        self.hanging("", "  ", &format!("{word} {headline}"));
        for (letter, ix) in letters().zip(&conflict.statements) {
            if let Some(statement) = self.checked.statement(*ix) {
                let said = self.cited(statement);
                self.hanging(&format!("  ({letter}) "), "        ", &said);
            }
        }
        let steps = conflict.because.len().saturating_sub(1);
        for step in conflict.because.iter().take(steps) {
            let said = self.because(step, &conflict.statements);
            self.hanging("  ", "    ", &said);
        }
        let mut links = conflict.links();
        links.sort_unstable();
        for link in &links {
            self.hanging("  ", "    ", &self.link(link));
        }
        let help = self.help(conflict.statements.len(), !links.is_empty());
        self.hanging("  ", "    ", &help);
        if let Some(zones) = self.checked.reconciled(conflict) {
            let letter = |ix| match conflict.statements.first() == Some(&ix) {
                true => "(a)",
                false => "(b)",
            };
            let (earlier, later) = (letter(zones.earlier.0), letter(zones.later.0));
            let note = zones.words(earlier, later, self.checked.explain);
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
        let (or, stead) = (self.pick("or", "ou"), self.pick("for", "au lieu de"));
        let singles: Vec<String> = (by_letter.iter())
            .map(|(letter, places)| format!("{} {stead} {letter}", enumerated(places, or)))
            .collect();
        if !singles.is_empty() {
            let with = self.pick("likewise with", "de même avec");
            let some = match (combined, self.checked.explain) {
                (0, _) => String::new(),
                (1, Language::En) => ", and with both".to_owned(),
                (1, Language::Fr) => ", et avec les deux".to_owned(),
                (n, Language::En) => format!(", and with {n} combinations of these"),
                (n, Language::Fr) => format!(", et avec {n} combinaisons de ceux-ci"),
            };
            self.hanging("  ", "    ", &format!("{with} {}{some}", singles.join("; ")));
        }
        for swap in swaps.iter().filter(|swap| !known(swap)) {
            let (left_out, put_in) = (swap.left_out.join(", "), swap.put_in.join(", "));
            let told = match (left_out.is_empty(), put_in.is_empty(), self.checked.explain) {
                (false, false, Language::En) => format!("likewise with {put_in} for {left_out}"),
                (false, false, Language::Fr) => {
                    format!("de même avec {put_in} au lieu de {left_out}")
                }
                (true, _, Language::En) => format!("likewise with {put_in} too"),
                (true, _, Language::Fr) => format!("de même avec {put_in} en plus"),
                (_, true, Language::En) => format!("likewise without {left_out}"),
                (_, true, Language::Fr) => format!("de même sans {left_out}"),
            };
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
        let put_in = put_in
            .filter_map(|ix| {
                let statement = self.checked.statement(*ix)?;
                let id = statement.article.as_deref()?;
                Some(self.places.cite(id, statement.span.start))
            })
            .collect();
        Swap { left_out, put_in }
    }

    /// What words were taken for.
    pub(super) fn link(&self, link: &str) -> String {
        let link = frise::link_words(link, self.checked.explain);
        format!("{} {link}", self.pick("where", "où"))
    }

    /// What would remove the conflict, in the letters of its statements.
    fn help(&self, statements: usize, has_links: bool) -> String {
        let letters: Vec<String> =
            letters().take(statements).map(|letter| format!("({letter})")).collect();
        let (or, and) = (self.pick("or", "ou"), self.pick("and", "et"));
        let doubting = self.pick("doubting", "douter de");
        let doubted = match letters.split_last() {
            None => self.pick("leaving out what you gave", "retirer ce que vous donnez").to_owned(),
            Some((only, [])) => format!("{doubting} {only}"),
            Some((last, [first])) => format!("{doubting} {first} {or} {last}"),
            Some((last, others)) => {
                let any = self.pick("doubting any one of", "douter de l'un de");
                format!("{any} {} {and} {last}", others.join(", "))
            }
        };
        let read = match has_links {
            true => self.pick(
                ", or reading one of these references otherwise,",
                ", ou lire autrement l'un de ces renvois,",
            ),
            false => "",
        };
        let (help, removes) =
            (self.pick("help:", "aide :"), self.pick("removes this conflict", "lève ce conflit"));
        format!("{help} {doubted}{read} {removes}")
    }

    /// A step with the letter of the statement that it rests on.
    fn because(&self, step: &Because, statements: &[StatementIx]) -> String {
        let text = step.text(self.checked.explain);
        let cited = letters().zip(statements).find(|(_, ix)| step.statement == Some(**ix));
        match cited {
            Some((letter, _)) => {
                format!("{} ({letter}), {text}", self.pick("because of", "d'après"))
            }
            None if step.is_given() => {
                format!("{}, {text}", self.pick("because you say so", "puisque vous le dites"))
            }
            None => match (step.article.as_deref(), step.span) {
                // A statement that is believed beyond doubt has no letter.
                (Some(id), Some(span)) => {
                    let place = self.places.cite(id, span.start);
                    format!("{} {place}, {text}", self.pick("because of", "d'après"))
                }
                _ => format!("{} {text}", self.pick("so", "donc")),
            },
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

//! Conflicts and answers, each with the steps that lead to it and what they rest on.

use super::{Page, escape, list};
use crate::claim::{Answer, SideAnswer};
use crate::event::StatementIx;
use crate::export::sides::Proof;
use crate::export::words;
use crate::timeline::{Because, Conflict};

impl Page<'_> {
    /// The conflicts, and the clashes that vague words have a part in.
    pub(super) fn conflicts(&mut self) {
        let timeline = self.exhibit.timeline;
        let labels = self.labels;
        let groups = [
            ("conflict", labels.conflicts_title, timeline.conflicts()),
            ("note", labels.notes_title, timeline.notes()),
        ];
        for (class, title, conflicts) in groups {
            if conflicts.is_empty() {
                continue;
            }
            self.push(&format!(
                "<section class=\"{class}s\" aria-labelledby=\"h-{class}\"><h2 id=\"h-{class}\">{title}</h2>\n<ol class=\"cards\">\n"
            ));
            for (number, (title, alike)) in
                Conflict::alike(conflicts, self.language).into_iter().enumerate()
            {
                self.conflict(class, number, &title, &alike);
            }
            self.push("</ol></section>\n");
        }
        self.cut(timeline.is_cut(), labels.cut_conflicts);
    }

    /// Says that the search stopped at a limit.
    fn cut(&mut self, is_cut: bool, says: &str) {
        if is_cut {
            self.push(&format!("<p class=\"help\">{says}</p>\n"));
        }
    }

    fn conflict(&mut self, class: &str, number: usize, title: &str, alike: &[&Conflict]) {
        let id = format!("{class}{number}");
        let mut statements: Vec<usize> = Vec::new();
        for ix in alike.iter().flat_map(|conflict| &conflict.statements) {
            if !statements.contains(&ix.index()) {
                statements.push(ix.index());
            }
        }
        let place = alike.first().map_or(String::new(), |conflict| self.place(conflict));
        self.push(&format!(
            "<li class=\"card {class}\" data-card=\"{id}\" data-s=\"{}\"{place}>\
             <button type=\"button\" class=\"title\" aria-expanded=\"false\" aria-controls=\"{id}\">\
             <span class=\"sign\">{}</span> <span class=\"is\">{}</span></button>\n<div class=\"proof\" id=\"{id}\" hidden>",
            list(statements),
            number + 1,
            escape(title),
        ));
        self.quoted.clear();
        for (way, conflict) in alike.iter().enumerate() {
            if 1 < alike.len() {
                self.push(&format!(
                    "<p class=\"whose\">{} {}/{}</p>",
                    self.labels.way,
                    way + 1,
                    alike.len()
                ));
            }
            self.statements(&conflict.statements);
            // The last step is the title.
            self.because(conflict.because.split_last().map_or(&[], |(_, steps)| steps));
            self.push(&format!(
                "<p class=\"help\"><b>{}</b> {}</p>",
                self.labels.help,
                escape(&conflict.help(self.language))
            ));
        }
        if let Some(zones) = alike.iter().find_map(|conflict| self.exhibit.zones_of(conflict)) {
            self.push(&format!("<p class=\"help\">{}</p>", escape(&zones)));
        }
        self.push("</div></li>\n");
    }

    /// The claims with their answers.
    pub(super) fn answers(&mut self) {
        if self.exhibit.answers.is_empty() {
            return;
        }
        self.push(&format!(
            "<section aria-labelledby=\"h-claim\"><h2 id=\"h-claim\">{}</h2>\n<ol class=\"cards\">\n",
            self.labels.claims_title
        ));
        for (number, answered) in self.exhibit.answers.iter().enumerate() {
            let verdict = &answered.verdict;
            self.quoted.clear();
            let sides = verdict.sides.iter();
            let of_sides = sides.clone().flat_map(|side| side.believes.iter().chain(&side.doubts));
            let steps = verdict.because.iter().chain(sides.flat_map(|side| &side.because));
            let mut rests_on: Vec<usize> = steps
                .filter_map(|step| step.statement)
                .chain(of_sides.copied())
                .map(StatementIx::index)
                .collect();
            rests_on.sort_unstable();
            rests_on.dedup();
            let (sign, word) = words::answer(verdict.answer, self.language);
            self.push(&format!(
                "<li class=\"card claim {}\" data-card=\"claim{number}\" data-s=\"{}\">\
                 <button type=\"button\" class=\"title\" aria-expanded=\"false\" aria-controls=\"claim{number}\">\
                 <span class=\"answer\">{sign} {word}</span> <span class=\"is\"><code>{}</code>{}</span></button>\n\
                 <div class=\"proof\" id=\"claim{number}\" hidden>",
                verdict.answer.word(),
                list(rests_on),
                escape(&answered.text),
                self.unexpected(answered.expect, verdict.answer),
            ));
            // The sides tell their own proofs, and there are no others.
            if verdict.sides.is_empty() {
                self.proofs(&verdict.because);
            }
            self.sides(&verdict.sides);
            self.cut(verdict.is_cut, self.labels.cut_answer);
            self.push("</div></li>\n");
        }
        self.push("</ol></section>\n");
    }

    /// A mark where the answer is not the one that the case expects.
    fn unexpected(&self, expect: Option<Answer>, answer: Answer) -> String {
        match expect {
            Some(expect) if expect != answer => {
                let (_, word) = words::answer(expect, self.language);
                format!(" <span class=\"badge red\">{} {word}</span>", self.labels.expected)
            }
            _ => String::new(),
        }
    }

    /// A proof, or one for each side where each needs its own; the same one is told once.
    fn proofs(&mut self, because: &[Because]) {
        let (common, proofs) = self.exhibit.proofs(because);
        self.because(common);
        for Proof { heading, steps } in proofs {
            self.push(&format!("<p class=\"whose\">{}</p>", escape(&heading)));
            self.because(steps);
        }
    }

    /// What each side answers, and what must be right for it. Each proof once.
    fn sides(&mut self, sides: &[SideAnswer]) {
        for (answer, proofs) in self.exhibit.sides(sides) {
            let (sign, word) = words::answer(answer, self.language);
            let class = answer.word();
            for Proof { heading, steps } in proofs {
                self.push(&format!(
                    "<div class=\"side {class}\"><p><span class=\"answer\">{sign} {word}</span> {}</p>",
                    escape(&heading)
                ));
                self.because(steps);
                self.push("</div>");
            }
        }
    }

    fn statements(&mut self, statements: &[StatementIx]) {
        self.push("<ul class=\"said\">");
        for ix in statements {
            if let Some(statement) = self.exhibit.statement(*ix) {
                let said = self.said(*ix, statement);
                self.push(&format!("<li>{said}</li>"));
            }
        }
        self.push("</ul>");
    }

    /// The steps of a proof, each with the statement that it rests on.
    fn because(&mut self, because: &[Because]) {
        if because.is_empty() {
            return;
        }
        self.push("<ol class=\"steps\">");
        for step in because {
            let cite = step.statement.and_then(|ix| {
                let cite = self.exhibit.cite(self.exhibit.statement(ix)?)?;
                Some(format!(
                    " <button type=\"button\" class=\"cite\" data-s=\"{}\">{}</button>",
                    ix.index(),
                    escape(&cite)
                ))
            });
            let text = step.text(self.language);
            let cite = cite.unwrap_or_default();
            self.push(&format!("<li>{}{cite}</li>", escape(&text)));
        }
        self.push("</ol>");
    }
}

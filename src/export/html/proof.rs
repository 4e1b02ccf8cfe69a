//! Conflicts and answers, each with the steps that lead to it and what they rest on.

use super::{Page, escape, list};
use crate::claim::{Answer, SideAnswer};
use crate::event::StatementIx;
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
            for (number, conflict) in conflicts.iter().enumerate() {
                self.conflict(class, number, conflict);
            }
            self.push("</ol></section>\n");
        }
    }

    fn conflict(&mut self, class: &str, number: usize, conflict: &Conflict) {
        let id = format!("{class}{number}");
        // The last step is what it comes to: it is the title.
        let title = conflict.because.last().map_or(String::new(), |step| step.text(self.language));
        let title = if title.is_empty() { self.labels.conflict.to_owned() } else { title };
        let numbers = list(conflict.statements.iter().map(|ix| ix.index()));
        self.push(&format!(
            "<li class=\"card {class}\" data-card=\"{id}\" data-s=\"{numbers}\"{}>\
             <button type=\"button\" class=\"title\" aria-expanded=\"false\" aria-controls=\"{id}\">\
             <span class=\"sign\">{}</span> <span>{}</span></button>\n<div class=\"proof\" id=\"{id}\" hidden>",
            self.place(conflict),
            number + 1,
            escape(&title),
        ));
        self.statements(&conflict.statements);
        self.because(&conflict.because);
        self.push(&format!(
            "<p class=\"help\"><b>{}</b> {}</p></div></li>\n",
            self.labels.help,
            escape(&conflict.help(self.language))
        ));
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
                 <span class=\"answer\">{sign} {word}</span> <code>{}</code>{}</button>\n\
                 <div class=\"proof\" id=\"claim{number}\" hidden>",
                verdict.answer.word(),
                list(rests_on),
                escape(&answered.text),
                self.unexpected(answered.expect, verdict.answer),
            ));
            // The sides tell their own proofs, and there are no others.
            if verdict.sides.is_empty() {
                self.because(&verdict.because);
            }
            for side in &verdict.sides {
                self.side(side);
            }
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

    fn side(&mut self, side: &SideAnswer) {
        let (sign, word) = words::answer(side.answer, self.language);
        let class = side.answer.word();
        self.push(&format!(
            "<div class=\"side {class}\"><p><span class=\"answer\">{sign} {word}</span></p>"
        ));
        for (label, statements) in
            [(self.labels.believing, &side.believes), (self.labels.doubting, &side.doubts)]
        {
            if !statements.is_empty() {
                self.push(&format!("<p>{label}</p>"));
                self.statements(statements);
            }
        }
        self.because(&side.because);
        self.push("</div>");
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
                    " <button type=\"button\" class=\"cite\" data-s=\"{}\" aria-label=\"{}: {}\">{}</button>",
                    ix.index(),
                    escape(self.labels.see_text),
                    escape(&cite),
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

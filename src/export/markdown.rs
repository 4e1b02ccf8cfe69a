//! A page of Markdown (CommonMark): the timeline as a list, conflicts and answers below it.

use std::fmt::Write;

use super::shown::{Shown, one_line};
use super::sides::Proof;
use super::words::{self, labels};
use super::{Exhibit, when_words};
use crate::article::Language;
use crate::event::{Statement, StatementIx};
use crate::lang::labels::Labels;
use crate::timeline::{Because, Conflict};

impl Exhibit<'_> {
    /// A page of Markdown. Words of the articles are escaped: they show as they are, and become
    /// neither links nor markup.
    ///
    /// ```
    /// # use frise::{Article, Exhibit, Frise, Language, Limits, Timeline};
    /// # let articles = [Article::new("a", "The dam burst on 7 March 2024.", Language::En)];
    /// # let frise = Frise::new();
    /// # let draft = frise.gather(&[(&articles[0], &frise.read(&articles[0]))]).draft;
    /// # let timeline = Timeline::check(draft, &Limits::default())?;
    /// let page = Exhibit::new(&articles, &timeline).title("The dam").markdown();
    /// assert!(page.starts_with("# The dam\n\n- **7 March 2024**: The dam burst\n"));
    /// # Ok::<(), frise::Error>(())
    /// ```
    pub fn markdown(&self) -> String {
        let labels = labels(self.language);
        Page { exhibit: *self, labels, language: self.language }.write()
    }
}

/// A page that is being written.
struct Page<'a> {
    exhibit: Exhibit<'a>,
    labels: &'static Labels,
    language: Language,
}

impl<'a> Page<'a> {
    fn write(&self) -> String {
        let Self { exhibit, labels, .. } = self;
        let mut page = format!("# {}\n", plain(exhibit.title.unwrap_or(labels.untitled)));
        let [dated, undated, published] = exhibit.groups();
        if dated.is_empty() && undated.is_empty() && published.is_empty() {
            let _ = writeln!(page, "\n{}", plain(labels.nothing));
        }
        let groups = [("", dated), (labels.undated, undated), (labels.published, published)];
        for (heading, events) in groups.into_iter().filter(|(_, events)| !events.is_empty()) {
            if !heading.is_empty() {
                let _ = write!(page, "\n## {}\n", plain(heading));
            }
            page.push('\n');
            for shown in events.into_iter().filter_map(|ix| exhibit.show(ix)) {
                self.event(&mut page, &shown);
            }
        }
        self.conflicts(&mut page, labels.conflicts_title, exhibit.timeline.conflicts());
        self.conflicts(&mut page, labels.notes_title, exhibit.timeline.notes());
        self.answers(&mut page);
        page
    }

    fn event(&self, page: &mut String, shown: &Shown<'a>) {
        let (colon, labels) = (self.colon(), self.labels);
        let mut notes: Vec<String> = Vec::new();
        notes.extend(words::status(shown.event.status, self.language).map(str::to_owned));
        if shown.bounds.disputed {
            notes.push(format!("**{}**", labels.disputed));
        }
        if let Some(window) = &shown.window {
            notes.push(format!("{} {}", labels.covers, plain(&self.exhibit.words_of(window))));
        }
        let notes = match notes.is_empty() {
            true => String::new(),
            false => format!(" ({})", notes.join(", ")),
        };
        let (when, label) = (plain(&shown.when), plain(&shown.event.label));
        let _ = writeln!(page, "- **{when}**{colon}{label}{notes}");
        let differ = shown.statements.windows(2).any(|pair| match pair {
            [one, other] => one.says != other.says,
            _ => false,
        });
        for statement in &shown.statements {
            let _ = writeln!(page, "  - {}", self.statement(statement, differ));
        }
    }

    /// A statement: its words, who says them and where, and when that would be.
    fn statement(&self, statement: &'a Statement, with_date: bool) -> String {
        let words = plain(&statement.text);
        let quoted = format!("{}{words}{}", self.labels.open, self.labels.shut);
        let by = match self.exhibit.cite(statement) {
            Some(cite) => {
                let source = self.exhibit.source(statement).unwrap_or_default();
                format!("{} ({})", plain(source), plain(&cite))
            }
            None => self.labels.yours.to_owned(),
        };
        let says = statement.says.as_ref().filter(|_| with_date).map_or(String::new(), |says| {
            format!(" → {}", plain(&when_words(says.from, says.to, self.language)))
        });
        format!("{quoted}, {by}{says}")
    }

    fn conflicts(&self, page: &mut String, heading: &str, conflicts: &[Conflict]) {
        if conflicts.is_empty() {
            return;
        }
        let _ = write!(page, "\n## {}\n", plain(heading));
        for (n, conflict) in (1..).zip(conflicts) {
            let _ = write!(page, "\n### {} {n}\n\n", self.labels.conflict);
            self.statements(page, "", &conflict.statements);
            page.push('\n');
            self.because(page, "", &conflict.because);
            let _ = write!(page, "\n{}\n", plain(&conflict.help(self.language)));
        }
    }

    fn answers(&self, page: &mut String) {
        let labels = self.labels;
        if self.exhibit.answers.is_empty() {
            return;
        }
        let _ = write!(page, "\n## {}\n", plain(labels.claims_title));
        for answered in self.exhibit.answers {
            let verdict = &answered.verdict;
            let (sign, word) = words::answer(verdict.answer, self.language);
            let expected = answered.expect.filter(|_| !answered.is_as_expected());
            let expected = expected.map_or(String::new(), |expected| {
                let (_, word) = words::answer(expected, self.language);
                format!(" ({} {word})", labels.expected)
            });
            let claim = plain(&answered.text);
            let _ = write!(page, "\n### {sign} {word}{}{claim}{expected}\n\n", self.colon());
            if verdict.sides.is_empty() {
                let (common, proofs) = self.exhibit.proofs(&verdict.because);
                self.because(page, "", common);
                for Proof { heading, steps } in proofs {
                    let _ = writeln!(page, "- {}", plain(&heading));
                    self.because(page, "  ", steps);
                }
            }
            for (answer, proofs) in self.exhibit.sides(&verdict.sides) {
                let (_, word) = words::answer(answer, self.language);
                for Proof { heading, steps } in proofs {
                    let _ = writeln!(page, "- **{word}** {}", plain(&heading));
                    self.because(page, "  ", steps);
                }
            }
        }
    }

    fn statements(&self, page: &mut String, indent: &str, statements: &[StatementIx]) {
        for statement in statements.iter().filter_map(|ix| self.exhibit.statement(*ix)) {
            let _ = writeln!(page, "{indent}- {}", self.statement(statement, true));
        }
    }

    fn because(&self, page: &mut String, indent: &str, because: &[Because]) {
        for step in because {
            let _ = writeln!(page, "{indent}- {}", plain(&step.text(self.language)));
        }
    }

    fn colon(&self) -> &'static str {
        self.labels.colon
    }
}

/// Words on one line that Markdown shows as they are.
fn plain(text: &str) -> String {
    let text = one_line(text);
    let mut out = String::with_capacity(text.len());
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let is_markup = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '$' | '^' | '{'
            | '}' => true,
            // These mean something at the beginning of a line only; so does a number with a point,
            // which would begin a list.
            '#' | '+' | '-' | '=' | ':' => at == 0,
            '.' | ')' => {
                let before = text.get(..at).unwrap_or_default();
                !before.is_empty() && before.bytes().all(|byte| byte.is_ascii_digit())
            }
            // What some readers make a link of: a web or mail address.
            '@' => true,
            '/' => letters.peek().is_some_and(|(_, next)| *next == '/'),
            _ => false,
        };
        if is_markup {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser};

    use super::{one_line, plain};

    /// What a reader shows of some Markdown, and whether all of it is plain text.
    fn shown(markdown: &str) -> (String, bool) {
        let mut text = String::new();
        let mut is_plain = true;
        // All that readers may know, but the typography of quotation marks.
        let every = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
        for event in Parser::new_ext(markdown, every) {
            match event {
                Event::Text(words) => text.push_str(&words),
                Event::Start(pulldown_cmark::Tag::Paragraph)
                | Event::End(pulldown_cmark::TagEnd::Paragraph) => {}
                _ => is_plain = false,
            }
        }
        (text, is_plain)
    }

    #[test]
    fn markup_in_an_article_is_words() {
        for words in [
            "[a](javascript:alert(1)) <b onload=x> & &amp; `code` **bold** __x__ ~~y~~ | $z$",
            "1. one",
            "- two",
            "# three",
            "+ four",
            "=== five",
            "> six",
            "12) seven",
            ": eight",
            "<!-- nine",
            "--- title: ten",
            "\\ eleven\\",
            "[^1]: twelve",
            "- [ ] thirteen",
        ] {
            assert_eq!(shown(&plain(words)), (words.to_owned(), true), "{words}");
        }
    }

    proptest! {
        #[test]
        fn any_words_are_shown_as_they_are(words in "[ -~éœ«»\u{a0}]{0,40}") {
            let words = one_line(&words);
            // A reader drops a no-break space at the ends, and so does nobody else.
            let (text, is_plain) = shown(&format!("x {}", plain(&words)));
            let words = format!("x {words}");
            prop_assert!(is_plain, "{}", words);
            prop_assert_eq!(text.trim(), words.trim());
        }
    }
}

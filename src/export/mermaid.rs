//! Mermaid: a `gantt` diagram to scale, or a `timeline` where the years are none that Gantt can hold.

use std::fmt::Write;

use chrono::{Datelike, NaiveDateTime};

use super::shown::{Shown, one_line, stretch};
use super::words::labels;
use super::{Exhibit, when_words};
use crate::event::Status;

/// What a Gantt diagram counts in; its parser takes years of four digits.
const YEARS: std::ops::Range<i32> = 1000..10_000;

impl Exhibit<'_> {
    /// A Mermaid diagram: a `gantt` with a bar from the earliest to the latest moment of each event
    /// and a section a source, disputed events as critical ones, windows as active ones. Where a
    /// year has not four digits, a `timeline`, which is not to scale.
    ///
    /// What has an open bound is in the `timeline` only.
    ///
    /// ```
    /// # use frise::{Article, Exhibit, Frise, Language, Limits, Timeline};
    /// # let articles = [Article::new("a", "The dam burst on 7 March 2024.", Language::En)];
    /// # let frise = Frise::new();
    /// # let draft = frise.gather(&[(&articles[0], &frise.read(&articles[0]))]).draft;
    /// # let timeline = Timeline::check(draft, &Limits::default())?;
    /// let diagram = Exhibit::new(&articles, &timeline).mermaid();
    /// assert!(diagram.starts_with("gantt\n"));
    /// assert!(diagram.contains("The dam burst :t1, 2024-03-07T00:00, 2024-03-08T00:00\n"));
    /// # Ok::<(), frise::Error>(())
    /// ```
    pub fn mermaid(&self) -> String {
        let shown: Vec<Shown<'_>> = self.shown().filter(is_placed).collect();
        let has_scale = |at: Option<NaiveDateTime>| at.is_none_or(|at| YEARS.contains(&at.year()));
        let fits = shown.iter().all(|shown| {
            let window = shown.window.unwrap_or_default();
            [shown.bounds.from, shown.bounds.to, window.from, window.to].into_iter().all(has_scale)
        });
        let has_bar = shown.iter().any(|shown| shown.stretch().is_some());
        if fits && has_bar { self.gantt(&shown) } else { self.by_period(&shown) }
    }

    fn gantt(&self, shown: &[Shown<'_>]) -> String {
        let mut out = String::from("gantt\n");
        self.write_title(&mut out);
        out.push_str("    dateFormat YYYY-MM-DDTHH:mm\n    axisFormat %Y-%m-%d\n");
        let mut sections: Vec<(String, Vec<&Shown<'_>>)> = Vec::new();
        for shown in shown {
            let first = shown.statements.iter().find(|said| said.article.is_some());
            let source = first.and_then(|said| self.source(said));
            let source = plain(source.unwrap_or(labels(self.language).yours));
            match sections.iter_mut().find(|(known, _)| *known == source) {
                Some((_, events)) => events.push(shown),
                None => sections.push((source, vec![shown])),
            }
        }
        let mut number = 0;
        for (source, events) in &sections {
            // The section stands even where all bounds of its events are open: it says who was read.
            let _ = writeln!(out, "    section {source}");
            for shown in events {
                let label = plain(&shown.event.label);
                let tag = match (shown.bounds.disputed, shown.event.status) {
                    (true, _) => "crit, ",
                    (false, Status::Planned) => "active, ",
                    (false, _) => "",
                };
                let mut bar =
                    |label: &str, tag: &str, (from, to): (NaiveDateTime, NaiveDateTime)| {
                        number += 1;
                        let (from, to) = (minute(from), minute(to));
                        let _ = writeln!(out, "        {label} :{tag}t{number}, {from}, {to}");
                    };
                if let Some(at) = shown.stretch() {
                    bar(&label, tag, at);
                }
                if let Some(at) = shown.window.as_ref().and_then(stretch) {
                    let when = when_words(Some(at.0), Some(at.1), self.language);
                    let covers = labels(self.language).covers;
                    bar(&format!("{label} ({covers} {})", plain(&when)), "active, ", at);
                }
            }
        }
        out
    }

    fn by_period(&self, shown: &[Shown<'_>]) -> String {
        let mut out = String::from("timeline\n");
        self.write_title(&mut out);
        let mut last = String::new();
        for shown in shown {
            let when = plain(&shown.when);
            let label = plain(&shown.event.label);
            match when == last {
                true => {
                    let _ = writeln!(out, "        : {label}");
                }
                false => {
                    let _ = writeln!(out, "    {when} : {label}");
                }
            }
            last = when;
        }
        out
    }

    fn write_title(&self, out: &mut String) {
        if let Some(title) = self.title {
            let _ = writeln!(out, "    title {}", plain(title));
        }
    }
}

/// Whether an event is held to happen and has a bound at all.
fn is_placed(shown: &Shown<'_>) -> bool {
    let is_bounded = shown.bounds.from.is_some() || shown.bounds.to.is_some();
    is_bounded && shown.event.status.constrains()
}

fn minute(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%dT%H:%M").to_string()
}

/// Words that Mermaid takes for words: its signs as its own character codes, and a first word that
/// is none of its keywords.
fn plain(text: &str) -> String {
    const KEYWORDS: [&str; 16] = [
        "gantt",
        "title",
        "section",
        "click",
        "call",
        "href",
        "dateformat",
        "axisformat",
        "tickinterval",
        "inclusiveenddates",
        "topaxis",
        "includes",
        "excludes",
        "todaymarker",
        "weekday",
        "weekend",
    ];
    let text = one_line(text);
    let mut out = String::with_capacity(text.len());
    let folded = text.to_lowercase();
    if KEYWORDS.iter().any(|word| folded.starts_with(word)) || folded.starts_with("acc") {
        // A zero-width space: nothing to see, and no keyword any more.
        out.push('\u{200b}');
    }
    for letter in text.chars() {
        match letter {
            ':' | ';' | '#' | '%' | '<' | '>' | '&' | '"' | '`' | '{' | '}' | '\\' => {
                let _ = write!(out, "#{};", u32::from(letter));
            }
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn signs_of_the_grammar_are_words() {
        assert_eq!(plain("at 9:30; 5 % #1"), "at 9#58;30#59; 5 #37; #35;1");
        assert_eq!(plain("Section 9 was\nread"), "\u{200b}Section 9 was read");
    }
}

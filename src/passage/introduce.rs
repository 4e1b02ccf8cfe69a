//! Quotations that a paragraph introduces, and where their author speaks no more.

use crate::expr::{Pattern, Year};
use crate::lang::cue::Cue;
use crate::lang::fold::fold;

use super::stamp::{day_of, full_date};
use super::{Line, Open, Passage, PassageKind, Reader};
use crate::article::Span;

impl Reader<'_> {
    /// Whether a line tells as past what came after a passage was written: its author speaks no more.
    pub(super) fn tells_what_came_after(&self, open: &Open, line: Line) -> bool {
        let dated = self.out.passages.get(open.passage).and_then(|passage| passage.date);
        let date = dated.and_then(|date| self.mentions.get(date));
        let Some(written) = date.and_then(|date| day_of(&full_date(&date.expr)?)) else {
            return false;
        };
        let first = self.mentions.partition_point(|mention| mention.span.start < line.span.start);
        let mentions = self.mentions.get(first..).unwrap_or(&[]).iter();
        mentions.take_while(|mention| mention.span.start < line.span.end).any(|mention| {
            let Some(pattern) = full_date(&mention.expr) else { return false };
            let year = Some(pattern.year.unwrap_or(Year::Full(chrono::Datelike::year(&written))));
            let Some(day) = day_of(&Pattern { year, ..pattern }) else { return false };
            // Far on in a year that is not said it is a day of the year before.
            let soon = pattern.year.is_some() || (day - written).num_days() < 45;
            let verb = self.sentences.verb_at(mention.span.start);
            written < day && soon && verb.is_some_and(|verb| verb.mood == crate::clause::Mood::Past)
        })
    }

    /// Opens the quotation that a line introduces, if it is one.
    pub(super) fn introduce(&mut self, n: usize, line: Line, open: &mut Vec<Open>) {
        let words = line.span.of(self.text);
        let Some(next) = self.lines.get(n + 1).copied() else { return };
        // The last sentence introduces, not what stands before it.
        let last = words.rfind(['.', '!', '?', '…']).map_or(0, |at| at + 1);
        let last = words.get(last..).unwrap_or(words);
        let is = |words: &[&str]| {
            fold(last).split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
        };
        let excerpt = is(self.page.excerpt);
        let says = last
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| self.cues.of(word).has(Cue::SPEECH));
        let quoted = next.span.of(self.text).starts_with(['«', '“', '"']);
        // Somebody quoted before is quoted again.
        let again = self.out.passages.iter().rev().find(|passage| {
            passage.kind != PassageKind::Marks
                && self.intro_of(passage).is_some_and(|known| shares_name(last, &known))
        });
        let (date, speaker) = match again {
            Some(passage) => (passage.date, passage.speaker.clone()),
            None => (None, None),
        };
        if !(excerpt || says || quoted) {
            // What follows a colon inside a quotation may be its own quotation; whose, is not said.
            if open.is_empty() {
                return;
            }
            self.out.passages.push(Passage {
                span: Span::new(next.span.start, next.span.start),
                parent: None,
                date: None,
                speaker: None,
                kind: PassageKind::Introduced,
            });
            let passage = self.out.passages.len() - 1;
            open.push(Open { passage, one_block: true, begun: false });
            return;
        }
        let speaker = speaker.or_else(|| name_in(last));
        self.out.passages.push(Passage {
            span: Span::new(next.span.start, next.span.start),
            parent: None,
            date,
            speaker,
            kind: PassageKind::Introduced,
        });
        open.push(Open { passage: self.out.passages.len() - 1, one_block: !excerpt, begun: false });
    }

    /// The words that introduce a passage: the lines before it that name its speaker.
    pub(super) fn intro_of(&self, passage: &Passage) -> Option<String> {
        let at = self.lines.partition_point(|line| line.span.start < passage.span.start);
        let mut words = String::new();
        for line in self.lines.get(at.saturating_sub(2)..at)? {
            words.push_str(line.span.of(self.text));
            words.push(' ');
        }
        Some(words)
    }

    pub(super) fn is_furniture(&self, line: Line) -> bool {
        let words = line.span.of(self.text);
        if 60 < words.len() {
            return false;
        }
        let words = fold(words);
        let words = words.trim_end_matches([':', '.', ' ', '!']);
        self.page.furniture.iter().any(|known| {
            words == *known || words.starts_with(known) && words.len() < known.len() + 24
        })
    }
}

/// Whether two stretches share a name: a capitalised word of four letters and more that begins
/// neither of them.
pub(super) fn shares_name(words: &str, known: &str) -> bool {
    let names = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .skip(1)
            .filter(|word| 4 <= word.len() && word.starts_with(char::is_uppercase))
            .map(str::to_owned)
            .collect()
    };
    let known = names(known);
    names(words).iter().any(|name| known.contains(name))
}

/// The last run of capitalised words in an introduction: "Comme l'écrit Anne Petit :".
pub(super) fn name_in(words: &str) -> Option<String> {
    let mut best: Vec<&str> = Vec::new();
    let mut run: Vec<&str> = Vec::new();
    for word in words.split_whitespace().skip(1) {
        let bare = word.trim_matches([',', ':', '(', ')', '.']);
        if bare.starts_with(char::is_uppercase) {
            run.push(bare);
            if 2 <= run.len() {
                best = run.clone();
            }
        } else {
            run.clear();
        }
    }
    (!best.is_empty()).then(|| best.join(" "))
}

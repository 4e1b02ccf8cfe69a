//! Quotations that a paragraph introduces, and where their author speaks no more.

use crate::expr::{Pattern, Year};
use crate::lang::fold::fold;
use crate::syntax::Told;

use super::stamp::{day_of, full_date};
use crate::article::Span;

use super::{Line, Open, Passage, PassageKind, Reader};

impl Reader<'_> {
    /// Whether a line tells as past what came after a passage was written: its author speaks no more.
    pub(super) fn tells_what_came_after(&self, open: &Open, line: Line) -> bool {
        let dated = self.out.passages.get(open.passage).and_then(|passage| passage.date);
        let date = dated.and_then(|date| self.mentions.get(date));
        let Some(written) = date.and_then(|date| day_of(&full_date(&date.expr)?)) else {
            return false;
        };
        let first = self.mentions.partition_point(|mention| mention.span.start < line.span.start);
        let mentions = self.mentions.iter().enumerate().skip(first);
        mentions.take_while(|(_, mention)| mention.span.start < line.span.end).any(
            |(n, mention)| {
                let Some(pattern) = full_date(&mention.expr) else { return false };
                let year =
                    Some(pattern.year.unwrap_or(Year::Full(chrono::Datelike::year(&written))));
                let Some(day) = day_of(&Pattern { year, ..pattern }) else { return false };
                // Far on in a year that is not said it is a day of the year before.
                let soon = pattern.year.is_some() || (day - written).num_days() < 45;
                written < day && soon && self.tenses.told(n) == Some(Told::Past)
            },
        )
    }

    /// Opens the quotation that a line introduces, if it is one.
    pub(super) fn introduce(&mut self, n: usize, line: Line) {
        let words = line.span.of(self.text);
        let Some(next) = self.lines.get(n + 1).copied() else { return };
        // The last sentence introduces, not what stands before it.
        let last = words.rfind(['.', '!', '?', '…']).map_or(0, |at| at + 1);
        let last = words.get(last..).unwrap_or(words);
        let is = |words: &[&str]| {
            fold(last).split(|c: char| !c.is_alphanumeric()).any(|word| words.contains(&word))
        };
        let excerpt = is(self.page.excerpt);
        let says = self.tenses.speaks(Span::new(line.span.end - last.len(), line.span.end));
        let quoted = next.span.of(self.text).starts_with(['«', '“', '"']);
        // Somebody quoted before is quoted again.
        let again = names([last]).filter_map(|name| self.named.get(name).copied()).max();
        let again = again.and_then(|again| self.out.passages.get(again));
        let (date, speaker) =
            again.map_or((None, None), |again| (again.date, again.speaker.clone()));
        let passage = Passage::new(PassageKind::Introduced, next.span.start, next.span.start);
        if excerpt || says || quoted {
            let speaker = speaker.or_else(|| name_in(last));
            let date =
                date.or_else(|| self.day_in(Span::new(line.span.end - last.len(), line.span.end)));
            self.open(Passage { date, speaker, ..passage }, !excerpt);
        } else if !self.open.is_empty() {
            // What follows a colon inside a quotation may be its own quotation; whose, is not said.
            self.open(passage, true);
        }
    }

    /// The one full date of a sentence that introduces: "Le 2 avril 2024 à 10:12, Anne Petit a écrit :".
    fn day_in(&self, sentence: Span) -> Option<usize> {
        let first = self.mentions.partition_point(|one| one.span.start < sentence.start);
        let inside = self.mentions.iter().enumerate().skip(first);
        let inside = inside.take_while(|(_, one)| one.span.start < sentence.end);
        let mut days = inside.filter(|(_, one)| {
            full_date(&one.expr)
                .is_some_and(|pattern| pattern.year.is_some() && day_of(&pattern).is_some())
        });
        let (day, _) = days.next()?;
        days.next().is_none().then_some(day)
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

    /// Whether a line leads to another page: "Lire aussi : Le barrage a tenu". With nothing after it, so do
    /// the titles that follow.
    pub(super) fn is_link(&self, line: Line) -> Option<bool> {
        let words = fold(line.span.of(self.text));
        let words = words.trim_start_matches(|c: char| !c.is_alphanumeric());
        let rest = self
            .page
            .links
            .iter()
            .filter_map(|known| words.strip_prefix(known))
            .min_by_key(|rest| rest.len())?;
        let rest = rest.trim_start();
        let alone = rest.trim_matches([':', '.', ' ', '!', '>', '…']).is_empty();
        (alone || rest.starts_with([':', '|', '>', '–', '-', '»'])).then_some(alone)
    }

    /// Whether a line is no title of another page but prose: long, or closed by a full stop.
    pub(super) fn is_prose(&self, line: Line) -> bool {
        let words = line.span.of(self.text);
        120 < words.len() || words.ends_with(['.', '!', '?', '»', '…'])
    }
}

/// The names in some lines: capitalised words of four letters and more that do not begin the first.
pub(super) fn names<'a>(lines: impl IntoIterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    let words = |line: &'a str| line.split(|c: char| !c.is_alphanumeric());
    let words = lines.into_iter().flat_map(words).skip(1);
    words.filter(|word| 4 <= word.len() && word.starts_with(char::is_uppercase))
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

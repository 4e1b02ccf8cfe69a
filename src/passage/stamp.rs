//! Dated lines that are no part of the story: headers, datelines, by-lines, signatures.

use chrono::NaiveDate;

use crate::article::Span;
use crate::expr::{Expr, Pattern, Year};
use crate::lang::fold::{fold, folds_to};
use crate::lang::page::Page;

use crate::scan::Mention;

use super::{Reader, Stamp, StampKind};

impl Reader<'_> {
    /// What a line is, if a date ends it and it is not a sentence.
    pub(super) fn stamp_of_line(&self, n: usize) -> Option<Stamp> {
        let line = self.lines.get(n)?;
        let words = line.span.of(self.text);
        let own = self.begins_own(words);
        let closed = ['!', '?', '»', ':'];
        if 240 < words.len() || words.ends_with(closed) || !own && words.ends_with('.') {
            return self.dateline(n);
        }
        let first = self.mentions.partition_point(|mention| mention.span.start < line.span.start);
        let end = self.mentions.partition_point(|mention| mention.span.start < line.span.end);
        let dated = |n: &usize| self.mentions.get(*n).is_some_and(|m| full_date(&m.expr).is_some());
        let (head, own) = match (own, (first..end).find(dated)) {
            (true, _) => (line.span.start, true),
            // "A. Martel et AFP - Publié le 20 juillet 2018": the words stand before the date.
            (false, Some(date)) => {
                let before = self.mentions.get(date)?.span.start;
                let lead = self.text.get(line.span.start..before)?;
                let at = name_start(lead.trim_end()).unwrap_or(0);
                (line.span.start, self.begins_own(lead.get(at..)?))
            }
            (false, None) => return self.dateline(n),
        };
        let mention = if own {
            self.published_in(first..end, head)?
        } else {
            (first..end).rev().find(dated)?
        };
        let date = self.mentions.get(mention)?;
        let pattern = full_date(&date.expr)?;
        let after = self.text.get(date.span.end..line.span.end)?.trim();
        let before = self.text.get(line.span.start..date.span.start)?;
        // Nothing follows the date but brackets, a time, or what else the page says of itself.
        let bracketed = after.starts_with('(') && after.ends_with(')');
        if !bracketed && !self.is_light(date.span.end, line.span.end, mention + 1..end) {
            return self.dateline(n);
        }
        // A time that stands before the date belongs to the stamp.
        let mut from = date.span.start;
        if let Some(clock) = (first..mention).rev().find_map(|n| self.mentions.get(n)) {
            let between = self.text.get(clock.span.end..from).unwrap_or("?");
            if between.trim_matches([' ', '-', '–', '—', '−', ',', '\u{a0}']).is_empty() {
                from = clock.span.start;
            }
        }
        let before = before.get(..from.saturating_sub(line.span.start)).unwrap_or(before);
        let lead = before.trim_end_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—' | '−' | '|' | ':' | '•' | '·')
        });
        let span = Span::new(line.span.start, line.span.end);
        if own {
            let name = name_after_own(lead, self.page);
            return Some(Stamp { span, mention, kind: StampKind::Own, name });
        }
        let last = n + 1 == self.lines.len();
        if lead.trim().is_empty() {
            let edge = n < 8 || last;
            return (edge && pattern.year.is_some()).then_some(Stamp {
                span,
                mention,
                kind: StampKind::Header,
                name: None,
            });
        }
        let separated = lead.len() < before.trim_end().len() || lead.contains('@');
        if !separated || pattern.year.is_none() {
            return None;
        }
        let signs = lead.starts_with(['–', '—', '-', '−', '~']);
        let name_at = name_start(lead)?;
        let name = lead.get(name_at..)?.trim().trim_start_matches(['–', '—', '-', '−', '~', ' ']);
        if !is_name(name) {
            return None;
        }
        // "LONDON, July 12, 2017" above the story.
        if n < 6 && name_at == 0 && is_capitals(name) {
            return Some(Stamp { span, mention, kind: StampKind::Dateline, name: None });
        }
        let kind = if signs && name_at <= 4 { StampKind::Signature } else { StampKind::ByLine };
        let span = if kind == StampKind::ByLine && 12 < line.span.end - line.span.start {
            span
        } else {
            Span::new(line.span.start + name_at, line.span.end)
        };
        Some(Stamp { span, mention, kind, name: Some(clean_name(name)) })
    }

    /// Whether some words begin as a line does that tells who wrote the page, or when.
    fn begins_own(&self, words: &str) -> bool {
        let folded = fold(words);
        let folded = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
        self.page.own.iter().any(|word| {
            folded.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        })
    }

    /// Of the dates of a line that tells when its page was published, the one that says so; else the
    /// first: "mis à jour le 8 mai 2024, publié le 3 mai 2024".
    fn published_in(&self, mentions: std::ops::Range<usize>, line: usize) -> Option<usize> {
        let dated = |n: &usize| self.mentions.get(*n).is_some_and(|m| full_date(&m.expr).is_some());
        let mut from = line;
        let says = |n: &usize| {
            let Some(mention) = self.mentions.get(*n) else { return false };
            let lead = fold(self.text.get(from..mention.span.start).unwrap_or(""));
            from = mention.span.end;
            self.page.published.iter().any(|word| lead.contains(word))
        };
        let dates: Vec<usize> = mentions.filter(dated).collect();
        dates.iter().copied().find(says).or(dates.first().copied())
    }

    /// Whether a stretch has no words but times, and what a page says of itself.
    fn is_light(&self, from: usize, to: usize, mentions: std::ops::Range<usize>) -> bool {
        let known = |word: &str| {
            self.page.light.contains(&word)
                || self.page.own.iter().flat_map(|own| own.split(' ')).any(|own| own == word)
        };
        let mut at = from;
        let of_stamp = |mention: &&Mention| match &mention.expr {
            Expr::Pattern(said) => said.clock.is_some() || full_date(&mention.expr).is_some(),
            expr => full_date(expr).is_some(),
        };
        let mentions = mentions.filter_map(|n| self.mentions.get(n)).filter(of_stamp);
        let mut spans: Vec<Span> = mentions.map(|mention| mention.span).collect();
        spans.push(Span::new(to, to));
        spans.into_iter().all(|span| {
            let between = fold(self.text.get(at..span.start).unwrap_or(""));
            at = span.end.max(at);
            between.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).all(known)
        })
    }

    /// "PARIS, 3 avril 2024 (Agence) –", "Paris, le 3 avril 2024 (Agence) –", "PARIS, 3 avril 2024." at the
    /// beginning of the first paragraphs.
    pub(super) fn dateline(&self, n: usize) -> Option<Stamp> {
        let line = self.lines.get(n).filter(|_| n < 6)?;
        let first = self.mentions.partition_point(|mention| mention.span.start < line.span.start);
        let date = self.mentions.get(first)?;
        let pattern = full_date(&date.expr)?;
        let before = self.text.get(line.span.start..date.span.start)?;
        let place = before.trim_end_matches([' ', ',', '(', '\u{a0}']);
        let capitals = !place.is_empty() && place.len() < 40 && is_capitals(place);
        let named = place.len() < before.trim_end().len() && place.len() < 40 && is_name(place);
        let after = self.text.get(date.span.end..line.span.end)?.trim_start();
        let dash = after.chars().take(60).any(|c| matches!(c, '–' | '—' | '-'));
        let closes = after.starts_with(['(', ')', '–', '—', '-']) && dash;
        let stops = capitals && after.starts_with('.');
        ((capitals || named) && (closes || stops) && pattern.year.is_some()).then(|| Stamp {
            span: Span::new(line.span.start, date.span.end),
            mention: first,
            kind: StampKind::Dateline,
            name: None,
        })
    }
}

/// Whether all letters of some words are capitals.
fn is_capitals(words: &str) -> bool {
    words.chars().any(char::is_uppercase)
        && words.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
}

/// The full date that an expression names, with its time of day if it names one.
pub(super) fn full_date(expr: &Expr) -> Option<Pattern> {
    match expr {
        Expr::Pattern(pattern) => {
            (pattern.day.is_some() && pattern.month.is_some()).then_some(*pattern)
        }
        Expr::Within { inner, outer } => {
            let mut date = full_date(outer)?;
            if let Expr::Pattern(Pattern { clock: Some(clock), .. }) = inner.as_ref() {
                date.clock = Some(*clock);
            }
            Some(date)
        }
        _ => None,
    }
}

pub(super) fn day_of(pattern: &Pattern) -> Option<NaiveDate> {
    let Some(Year::Full(year)) = pattern.year else { return None };
    NaiveDate::from_ymd_opt(year, u32::from(pattern.month?), u32::from(pattern.day?))
}

/// Where the name that ends a line begins: after the last full stop, dash or bar.
pub(super) fn name_start(lead: &str) -> Option<usize> {
    let is_break = |(at, c): &(usize, char)| match c {
        '|' | '•' | '·' | '»' | '”' => true,
        '–' | '—' | '−' | '-' => lead
            .get(..*at)
            .is_none_or(|before| before.ends_with(char::is_whitespace) || before.is_empty()),
        '.' | '!' | '?' | ':' => {
            lead.get(at + 1..).is_some_and(|rest| rest.starts_with(char::is_whitespace))
        }
        _ => false,
    };
    let at = lead.char_indices().rfind(is_break);
    let start = at.map_or(0, |(at, c)| at + c.len_utf8());
    let rest = lead.get(start..)?;
    Some(start + (rest.len() - rest.trim_start().len()))
}

/// Whether some words look like a name: few, and all but the smallest with a capital.
pub(super) fn is_name(words: &str) -> bool {
    let mut count = 0;
    for word in words.split(|c: char| c.is_whitespace() || c == '\u{a0}') {
        let word = word.trim_matches(['(', ')', ',', '"', '“', '”', '«', '»']);
        if word.is_empty() {
            continue;
        }
        count += 1;
        let first = word.chars().next().unwrap_or(' ');
        if first.is_uppercase() || first == '@' || first.is_ascii_digit() {
            continue;
        }
        if 3 < word.len() || count == 1 {
            // "d’Alabama", "l'Express".
            let after = word.split(['\'', '’']).nth(1).and_then(|rest| rest.chars().next());
            if !after.is_some_and(char::is_uppercase) {
                return false;
            }
        }
    }
    (1..=9).contains(&count)
}

/// A name without handles and brackets.
pub(super) fn clean_name(name: &str) -> String {
    let words =
        name.split_whitespace().filter(|word| !word.trim_start_matches('(').starts_with('@'));
    let joined = words.collect::<Vec<_>>().join(" ");
    joined.trim_matches([',', ' ', '–', '—', '-', '|', ':']).to_owned()
}

/// The name after "Par", "By", "Auteur :".
pub(super) fn name_after_own(lead: &str, page: &Page) -> Option<String> {
    let mut words = lead.split_whitespace();
    let first = words.next()?;
    if !page.own.iter().any(|own| folds_to(first, own)) {
        return None;
    }
    let rest: Vec<&str> = words
        .skip_while(|word| *word == ":")
        .take_while(|word| !matches!(*word, "|" | "–" | "—" | "−" | "-"))
        .filter(|word| !page.dates.iter().any(|small| folds_to(word, small)))
        .collect();
    let name = rest.join(" ");
    let name = name.trim_matches([',', ' ', ':', '–', '—', '−', '|']);
    is_name(name).then(|| clean_name(name))
}

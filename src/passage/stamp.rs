//! Dated lines that are no part of the story: headers, datelines, by-lines, signatures.

use chrono::NaiveDate;

use crate::article::Span;
use crate::expr::{Expr, Pattern, Year};
use crate::lang::fold::{fold, folds_to};
use crate::lang::page::Page;

use super::{Reader, Stamp, StampKind};

impl Reader<'_> {
    /// What a line is, if a date ends it and it is not a sentence.
    pub(super) fn stamp_of_line(&self, n: usize) -> Option<Stamp> {
        let line = self.lines.get(n)?;
        let words = line.span.of(self.text);
        if 240 < words.len() || words.ends_with(['.', '!', '?', '»', ':']) {
            return self.dateline(n);
        }
        let first = self.mentions.partition_point(|mention| mention.span.start < line.span.start);
        let end = self.mentions.partition_point(|mention| mention.span.start < line.span.end);
        let dated = |n: &usize| self.mentions.get(*n).is_some_and(|m| full_date(&m.expr).is_some());
        let mention = (first..end).rev().find(dated)?;
        let date = self.mentions.get(mention)?;
        let pattern = full_date(&date.expr)?;
        let after = self.text.get(date.span.end..line.span.end)?.trim();
        let before = self.text.get(line.span.start..date.span.start)?;
        // Nothing follows the date but brackets or a time.
        let rest_is_light = after.is_empty()
            || after.starts_with('(') && after.ends_with(')')
            || after.starts_with(['-', '–', '—', '|', ','])
                && (first..end).any(|other| mention < other);
        if !rest_is_light {
            return self.dateline(n);
        }
        // A time that stands before the date belongs to the stamp.
        let mut from = date.span.start;
        if let Some(clock) = (first..mention).rev().find_map(|n| self.mentions.get(n)) {
            let between = self.text.get(clock.span.end..from).unwrap_or("x");
            if between.trim_matches([' ', '-', '–', '—', '−', ',', '\u{a0}']).is_empty() {
                from = clock.span.start;
            }
        }
        let before = before.get(..from - line.span.start).unwrap_or(before);
        let folded = fold(before);
        let own = self.page.own.iter().any(|word| {
            folded.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        });
        let lead = before.trim_end_matches(|c: char| {
            c.is_whitespace() || matches!(c, ',' | '-' | '–' | '—' | '−' | '|' | ':' | '•' | '·')
        });
        let span = Span::new(line.span.start, line.span.end);
        if own {
            let name = name_after_own(lead, self.page);
            return Some(Stamp { span, mention, kind: StampKind::Own, name });
        }
        if lead.trim().is_empty() {
            let top = n < 8;
            return (top && pattern.year.is_some()).then_some(Stamp {
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
        let kind = if signs && name_at <= 4 { StampKind::Signature } else { StampKind::ByLine };
        let span = if kind == StampKind::ByLine && 12 < line.span.end - line.span.start {
            span
        } else {
            Span::new(line.span.start + name_at, line.span.end)
        };
        Some(Stamp { span, mention, kind, name: Some(clean_name(name)) })
    }

    /// "PARIS, 3 avril 2024 (Agence) –" at the beginning of the first paragraphs.
    pub(super) fn dateline(&self, n: usize) -> Option<Stamp> {
        let line = self.lines.get(n).filter(|_| n < 6)?;
        let first = self.mentions.partition_point(|mention| mention.span.start < line.span.start);
        let date = self.mentions.get(first)?;
        let pattern = full_date(&date.expr)?;
        let before = self.text.get(line.span.start..date.span.start)?;
        let place = before.trim_end_matches([' ', ',', '(', '\u{a0}']);
        let capitals = !place.is_empty()
            && place.len() < 40
            && place.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
        let after = self.text.get(date.span.end..line.span.end)?.trim_start();
        let dash = after.get(..60.min(after.len())).unwrap_or(after).find(['–', '—', '-']);
        let closes = after.starts_with(['(', ')', '–', '—', '-']) && dash.is_some();
        (capitals && closes && pattern.year.is_some()).then(|| Stamp {
            span: Span::new(line.span.start, date.span.end),
            mention: first,
            kind: StampKind::Dateline,
            name: None,
        })
    }
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
        .filter(|word| !matches!(*word, "Le" | "le" | "on"))
        .collect();
    let name = rest.join(" ");
    let name = name.trim_matches([',', ' ', ':', '–', '—', '−', '|']);
    is_name(name).then(|| clean_name(name))
}

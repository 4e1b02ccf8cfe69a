//! Where sentences begin and end.

use std::ops::Range;

use crate::article::Span;
use crate::lang::cutting::Cutting;
use crate::lang::fold::folds_to;
use crate::lang::input::Source;
use crate::lang::token::{Gap, Kind, Token};

use super::Sentence;

/// The sentences of a text. None begins inside a mention.
pub(super) fn sentences(
    source: &Source<'_>,
    cutting: &Cutting,
    times: &[Range<u32>],
) -> Vec<Sentence> {
    let reader = Reader { source: *source, cutting, lines: lines_are_paragraphs(source.text) };
    let count = source.tokens.len();
    let mut sentences = Vec::new();
    let mut times = times.iter().filter(|tokens| !tokens.is_empty()).peekable();
    let mut start = 0;
    for at in 1..=count {
        while times.peek().is_some_and(|tokens| tokens.end as usize <= at) {
            times.next();
        }
        let inside = times.peek().is_some_and(|tokens| (tokens.start as usize) < at);
        if at == count || !inside && reader.begins(at) {
            let place = |at: usize| source.tokens.get(at);
            let from = place(start).map_or(0, |token| token.start as usize);
            let to = place(at - 1).map_or(from, |token| token.end as usize);
            let tokens = start as u32..at as u32;
            sentences.push(Sentence { span: Span::new(from, to), tokens });
            start = at;
        }
    }
    sentences
}

struct Reader<'a> {
    source: Source<'a>,
    cutting: &'a Cutting,
    /// Whether each line is a paragraph.
    lines: bool,
}

impl Reader<'_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.source.tokens.get(at)
    }

    fn text(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| {
            self.source.text.get(token.start as usize..token.end as usize).unwrap_or("")
        })
    }

    fn is_mark(&self, at: usize, mark: u8) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Mark(mark))
    }

    fn is_one_of(&self, at: usize, words: &str) -> bool {
        let text = self.text(at);
        words.split(' ').any(|word| folds_to(text, word))
    }

    /// Whether a sentence begins at a token that is not the first.
    fn begins(&self, at: usize) -> bool {
        let Some((token, before)) = self.token(at).zip(self.token(at.wrapping_sub(1))) else {
            return false;
        };
        match token.gap {
            Gap::Break => return true,
            Gap::Line if self.lines => {
                return self.text(at).starts_with(char::is_uppercase)
                    || token.kind != Kind::Word
                    || self.ends_before(at, true);
            }
            // What ends a sentence is a mark.
            _ if !matches!(before.kind, Kind::Mark(_)) => return false,
            _ => {}
        }
        // A mark belongs to what stands before it, unless it opens something after a space.
        if token.kind != Kind::Word && token.kind != Kind::Number {
            let opens = matches!(self.text(at), "«" | "“" | "\"" | "(" | "[" | "—" | "–");
            return opens && token.gap != Gap::None && self.ends_before(at, false);
        }
        if self.text(at).starts_with(char::is_lowercase) {
            return false;
        }
        // After a mark that opens, the sentence began at the mark if anywhere.
        let opened = matches!(self.text(at - 1), "«" | "(" | "[" | "—" | "–")
            || matches!(self.text(at - 1), "“" | "\"") && token.gap == Gap::None;
        !opened && self.ends_before(at, false)
    }

    /// Whether what stands before a token ends a sentence.
    fn ends_before(&self, at: usize, new_line: bool) -> bool {
        let mut last = at;
        let mut gap = self.token(at).is_some_and(|token| token.gap != Gap::None);
        // Back over closing quotation marks and brackets, and over an opening mark.
        for _ in 0..4 {
            let Some(before) = last.checked_sub(1) else { return false };
            last = before;
            match self.text(before) {
                "?" | "!" | "…" => return gap,
                "." => return gap && (new_line || !self.is_abbreviation(before)),
                "»" | "”" | "\"" | ")" | "]" | "“" | "'" | "’" | "«" => {
                    gap |= self.token(before).is_some_and(|token| token.gap != Gap::None);
                }
                _ => return false,
            }
        }
        false
    }

    /// Whether the full stop at a token belongs to the word before it.
    fn is_abbreviation(&self, stop: usize) -> bool {
        let Some(word) = stop.checked_sub(1) else { return false };
        let Some(token) = self.token(word) else { return false };
        if token.kind != Kind::Word || self.token(stop).is_some_and(|stop| stop.gap != Gap::None) {
            return false;
        }
        let text = self.text(word);
        // "p.m. The" ends a sentence, "U.S. The" and "J. Smith" need not.
        let single = text.chars().count() == 1;
        let after_stop = word.checked_sub(1).is_some_and(|at| self.is_mark(at, b'.'));
        // "At 21:00Z. The", "à 21h. Le": a letter on a number is no initial.
        let on_number = token.gap == Gap::None
            && word
                .checked_sub(1)
                .is_some_and(|at| self.token(at).is_some_and(|before| before.kind == Kind::Number));
        if single && on_number {
            return false;
        }
        if single {
            return text.starts_with(char::is_uppercase) || !after_stop;
        }
        self.is_one_of(word, self.cutting.leading)
    }
}

/// Whether each line is a paragraph of its own, and not a stretch of one cut at a width.
fn lines_are_paragraphs(text: &str) -> bool {
    let mut lines = 0usize;
    let mut full = 0usize;
    for line in text.lines().map(|line| line.trim().len()).filter(|length| *length != 0) {
        lines += 1;
        if 110 < line {
            return true;
        }
        full += usize::from(60 < line);
    }
    // Cut lines are nearly all long, none beyond the width.
    lines < 4 || full * 2 < lines
}

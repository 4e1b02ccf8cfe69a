//! Where sentences begin and end.

use crate::lang::cue::Cue;
use crate::lang::token::{Gap, Kind};

use super::Reader;

impl Reader<'_> {
    /// Whether a sentence begins at a token that is not the first.
    pub(super) fn sentence_begins(&self, at: usize, lines_are_paragraphs: bool) -> bool {
        let Some(token) = self.token(at) else { return false };
        match token.gap {
            Gap::Break => return true,
            Gap::Line if lines_are_paragraphs => {
                return self.is_capital(at)
                    || token.kind != Kind::Word
                    || self.ends_sentence(at, true);
            }
            _ => {}
        }
        // A mark belongs to what stands before it, unless it opens something after a space.
        if token.kind != Kind::Word && token.kind != Kind::Number {
            let opens = matches!(self.text(at), "«" | "“" | "\"" | "(" | "[" | "—" | "–");
            return opens && token.gap != Gap::None && self.ends_sentence(at, false);
        }
        if self.text(at).starts_with(char::is_lowercase) {
            return false;
        }
        // After a mark that opens, the sentence began at the mark if anywhere.
        let opened = at.checked_sub(1).is_some_and(|before| {
            matches!(self.text(before), "«" | "(" | "[" | "—" | "–")
                || matches!(self.text(before), "“" | "\"") && token.gap == Gap::None
        });
        !opened && self.ends_sentence(at, false)
    }

    /// Whether what stands before a token ends a sentence.
    pub(super) fn ends_sentence(&self, at: usize, new_line: bool) -> bool {
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
    pub(super) fn is_abbreviation(&self, stop: usize) -> bool {
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
        self.cue(word).has(Cue::ABBREVIATION)
    }
}

/// Whether each line is a paragraph of its own, and not a stretch of one cut at a width.
pub(super) fn lines_are_paragraphs(text: &str) -> bool {
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

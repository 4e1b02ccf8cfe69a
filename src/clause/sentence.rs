//! Where sentences begin and end, and which verbs they have.

use crate::article::Span;
use crate::lang::cue::{Cue, Cues};
use crate::lang::input::Source;
use crate::lang::token::{Gap, Kind};

use super::{Reader, Verb};

/// Sentences with their finite verbs: all of a text, or those that hold certain places.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sentences {
    /// In text order; they do not overlap.
    pub(crate) spans: Vec<Span>,
    /// In text order. Of a sentence that holds certain places, all before the last of them, or else
    /// the first after it.
    pub(super) verbs: Vec<Verb>,
}

impl Sentences {
    /// Reads the sentences that hold some places: byte offsets, in text order.
    pub(crate) fn around(source: Source<'_>, cues: &Cues, places: &[usize]) -> Self {
        let mut reader = Reader::new(source, cues);
        let (mut places, mut end) = (places.iter().copied().peekable(), 0);
        while let Some(place) = places.next() {
            let at = source.tokens.partition_point(|token| token.end as usize <= place);
            if at == source.tokens.len() {
                break;
            }
            let begins = |at: &usize| reader.sentence_begins(*at);
            let start = (end + 1..=at).rev().find(begins).unwrap_or(end);
            end = reader.end_of_sentence(at);
            let after = source.tokens.get(end).map_or(usize::MAX, |token| token.start as usize);
            let mut last = place;
            while let Some(other) = places.next_if(|other| *other < after) {
                last = other;
            }
            reader.begin_sentence(start, end);
            reader.find_verbs(start, end, Some(last));
        }
        reader.sentences
    }

    /// A sentence by its number.
    pub(crate) fn get(&self, number: usize) -> Option<&Span> {
        self.spans.get(number)
    }

    /// The number of the sentence at a byte offset, or of the last before it.
    pub(crate) fn at(&self, offset: usize) -> Option<usize> {
        self.spans.partition_point(|span| span.start <= offset).checked_sub(1)
    }

    /// The verb that governs the time at a byte offset: the nearest before it in its sentence, else
    /// the first after it.
    pub(crate) fn verb_at(&self, offset: usize) -> Option<&Verb> {
        let sentence = self.get(self.at(offset)?)?;
        let next = self.verbs.partition_point(|verb| verb.span.end <= offset);
        let inside = |verb: &&Verb| sentence.contains(verb.span);
        let before = next.checked_sub(1).and_then(|n| self.verbs.get(n)).filter(inside);
        before.or_else(|| self.verbs.get(next).filter(inside))
    }

    /// The first verb that begins at a byte offset or after it.
    pub(crate) fn verb_from(&self, offset: usize) -> Option<&Verb> {
        self.verbs.get(self.verbs.partition_point(|verb| verb.span.start < offset))
    }
}

impl Reader<'_> {
    /// The token after the sentence that a token stands in.
    pub(super) fn end_of_sentence(&self, at: usize) -> usize {
        let count = self.source.tokens.len();
        (at + 1..count).find(|at| self.sentence_begins(*at)).unwrap_or(count)
    }

    /// Begins a sentence: tokens, half-open.
    pub(super) fn begin_sentence(&mut self, start: usize, end: usize) {
        self.sentences.spans.push(self.span(start, end));
        self.first = start;
        self.words.clear();
    }

    /// Whether a sentence begins at a token that is not the first.
    fn sentence_begins(&self, at: usize) -> bool {
        let Some((token, before)) = self.token(at).zip(self.token(at.wrapping_sub(1))) else {
            return false;
        };
        match token.gap {
            Gap::Break => return true,
            Gap::Line if self.lines => {
                return self.is_capital(at)
                    || token.kind != Kind::Word
                    || self.ends_sentence(at, true);
            }
            // What ends a sentence is a mark.
            _ if !matches!(before.kind, Kind::Mark(_)) => return false,
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
        let opened = matches!(self.text(at - 1), "«" | "(" | "[" | "—" | "–")
            || matches!(self.text(at - 1), "“" | "\"") && token.gap == Gap::None;
        !opened && self.ends_sentence(at, false)
    }

    /// Whether what stands before a token ends a sentence.
    fn ends_sentence(&self, at: usize, new_line: bool) -> bool {
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

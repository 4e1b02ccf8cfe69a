//! Units: where the words, numbers, marks and mentions of a sentence begin and end.

use std::ops::Range;

use crate::article::Span;
use crate::lang::cutting::Cutting;
use crate::lang::fold::folds_to;
use crate::lang::input::Source;
use crate::lang::token::Kind as Made;
use crate::lang::token::{Gap, Token};
use crate::scan::Mention;

use super::tree::Kind;

/// A unit before it is tagged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its first token.
    pub(super) first: u32,
    /// The token after its last.
    pub(super) end: u32,
    pub(super) kind: Kind,
    /// The number of the mention, if it is one.
    pub(super) mention: Option<u32>,
}

/// The bytes of a mention that are one unit: its time and its signal, without its event and the
/// preposition that the event has ("trois jours" before "avant l'attaque").
pub(super) fn own_span(mention: &Mention) -> Span {
    let Some(event) = mention.event else { return mention.span };
    let mark = mention.marks.first().copied().unwrap_or(mention.span);
    if mark.start < event.start {
        let end = mention.marks.last().map_or(mark.end, |last| last.end.max(mark.end));
        Span::new(mention.span.start, end.min(event.start))
    } else {
        Span::new(event.end.max(mention.span.start), mention.span.end)
    }
}

/// The tokens that each mention is a unit of, in text order; empty where another has them already.
pub(super) fn mention_tokens(source: &Source<'_>, mentions: &[Mention]) -> Vec<Range<u32>> {
    let mut used = 0;
    let tokens = source.tokens;
    let place = |offset: usize| tokens.partition_point(|token| (token.start as usize) < offset);
    (mentions.iter())
        .map(|mention| {
            let span = own_span(mention);
            let first = place(span.start).max(used);
            let end = place(span.end).max(first);
            used = end.max(used);
            first as u32..end as u32
        })
        .collect()
}

/// What addresses of the web begin with.
const SCHEMES: &str = "http https www";
/// What they end with, where they have no such beginning.
const DOMAINS: &str = "com org net edu gov fr uk co eu be ch ca";

/// Cuts tokens into units.
pub(super) struct Cutter<'a> {
    pub(super) source: Source<'a>,
    pub(super) cutting: &'a Cutting,
}

impl Cutter<'_> {
    /// The units of some tokens. `mentions` are the tokens of all mentions.
    pub(super) fn cut(&self, tokens: Range<u32>, mentions: &[Range<u32>], pieces: &mut Vec<Piece>) {
        let end = (tokens.end as usize).min(self.source.tokens.len());
        let mut number = mentions.partition_point(|mention| mention.end <= tokens.start);
        let mut at = tokens.start as usize;
        while at < end {
            while mentions
                .get(number)
                .is_some_and(|mention| mention.is_empty() || (mention.end as usize) <= at)
            {
                number += 1;
            }
            let next = mentions.get(number).cloned();
            let (to, kind, mention) = match next {
                Some(mention) if mention.start as usize <= at => {
                    ((mention.end as usize).min(end), Kind::Mention, Some(number as u32))
                }
                _ => {
                    let limit = next.map_or(end, |mention| (mention.start as usize).min(end));
                    let (to, kind) = self.unit(at, limit);
                    (to.clamp(at + 1, limit.max(at + 1)), kind, None)
                }
            };
            pieces.push(Piece { first: at as u32, end: to as u32, kind, mention });
            at = to;
        }
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.source.tokens.get(at)
    }

    fn text(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| {
            self.source.text.get(token.start as usize..token.end as usize).unwrap_or("")
        })
    }

    /// The token at a place, where it follows the one before without white space, before a limit.
    fn glued(&self, at: usize, limit: usize) -> Option<&Token> {
        self.token(at).filter(|token| at < limit && token.gap == Gap::None)
    }

    fn is_glued_word(&self, at: usize, limit: usize) -> bool {
        self.glued(at, limit).is_some_and(|token| token.kind == Made::Word)
    }

    /// Whether a token is one of some folded words between spaces.
    fn is_one_of(&self, at: usize, words: &str) -> bool {
        let Some(token) = self.token(at).filter(|token| token.kind == Made::Word) else {
            return false;
        };
        let length = usize::from(token.length);
        let text = self.text(at);
        words.split(' ').any(|word| {
            word.len() == length
                && word.as_bytes().first() == Some(&token.initial)
                && folds_to(text, word)
        })
    }

    /// Where the unit at a token ends, and what it is.
    fn unit(&self, at: usize, limit: usize) -> (usize, Kind) {
        let Some(token) = self.token(at) else { return (at + 1, Kind::Mark) };
        match token.kind {
            Made::Word => (self.word(at, limit), Kind::Word),
            Made::Number => (self.number(at, limit), Kind::Number),
            Made::Mark(mark) => self.mark(at, mark, limit),
        }
    }

    fn mark(&self, at: usize, mark: u8, limit: usize) -> (usize, Kind) {
        if let Some(end) = self.clitic(at, limit).filter(|_| mark == b'-') {
            return (end, Kind::Word);
        }
        let repeats = matches!(mark, b'.' | b'!' | b'?' | b'-' | b'*' | b'=' | b'_' | b'~');
        let mut end = at + 1;
        while repeats && self.glued(end, limit).is_some_and(|next| next.kind == Made::Mark(mark)) {
            end += 1;
        }
        (end, Kind::Mark)
    }

    /// Where a clitic ends whose hyphen stands at a token, if one does: "-il", "-t-il".
    fn clitic(&self, hyphen: usize, limit: usize) -> Option<usize> {
        if !self.is_hyphen(hyphen, limit) {
            return None;
        }
        let is_clitic = |at: usize| {
            self.is_glued_word(at, limit)
                && self.is_one_of(at, self.cutting.clitics)
                && !(self.is_hyphen(at + 1, limit) && self.is_glued_word(at + 2, limit))
        };
        let linked = self.is_glued_word(hyphen + 1, limit)
            && self.is_one_of(hyphen + 1, self.cutting.links)
            && self.is_hyphen(hyphen + 2, limit)
            && is_clitic(hyphen + 3);
        if linked {
            return Some(hyphen + 4);
        }
        let there =
            self.is_glued_word(hyphen + 1, limit) && self.text(hyphen + 1) == self.cutting.accented;
        (is_clitic(hyphen + 1) || there && !self.is_hyphen(hyphen + 2, limit)).then_some(hyphen + 2)
    }

    /// A hyphen that joins, not a dash.
    fn is_hyphen(&self, at: usize, limit: usize) -> bool {
        self.glued(at, limit).is_some_and(|token| token.kind == Made::Mark(b'-'))
            && matches!(self.text(at), "-" | "\u{2010}" | "\u{2011}")
    }

    fn is_capital(&self, at: usize) -> bool {
        self.text(at).starts_with(char::is_uppercase)
    }

    /// Where a word ends that begins at a token.
    fn word(&self, at: usize, limit: usize) -> usize {
        if let Some(end) = self.address(at, limit) {
            return end;
        }
        if let Some(end) = self.phrase(at, limit) {
            return end;
        }
        let mut end = at + 1;
        while let Some(next) = self.glued(end, limit) {
            let is_part = |at: usize| {
                self.glued(at, limit).is_some_and(|token| !matches!(token.kind, Made::Mark(_)))
            };
            match next.kind {
                Made::Word | Made::Number => end += 1,
                Made::Mark(b'\'') => match self.apostrophe(at, end, limit) {
                    (end, true) => return end,
                    (next, false) if next == end => return end,
                    (next, false) => end = next,
                },
                Made::Mark(b'-') if self.joins_hyphen(at, end, limit) => end += 2,
                Made::Mark(b'.') if self.is_abbreviated(at, end, limit) => {
                    end += 1;
                    // "U.S.", "J.-C.", "Ph.D.": short pieces go on.
                    let short = |at: usize| self.token(at).is_some_and(|token| token.length <= 2);
                    let goes_on =
                        self.is_glued_word(end, limit) && short(end) && self.is_dot(end + 1, limit)
                            || self.is_hyphen(end, limit) && self.is_glued_word(end + 1, limit);
                    if !goes_on {
                        return end;
                    }
                    end += 1;
                }
                Made::Mark(b'.') if self.is_domain(end, limit) => end += 2,
                Made::Mark(b'@' | b'_' | b'&') if is_part(end + 1) => end += 2,
                Made::Mark(_) => break,
            }
        }
        end
    }

    /// The end of a phrase that is one unit and begins at a token.
    fn phrase(&self, at: usize, limit: usize) -> Option<usize> {
        let ends = |words: &&[&str]| {
            let mut end = at;
            for (n, word) in words.iter().enumerate() {
                let glued = n == 0 || self.glued(end, limit).is_some();
                end += usize::from(0 < n);
                let is = (n == 0 || self.is_glued_word(end, limit)) && self.is_one_of(end, word);
                if !glued || !is {
                    return None;
                }
                end += 1;
            }
            Some(end)
        };
        self.cutting.phrases.iter().find_map(ends)
    }

    fn is_dot(&self, at: usize, limit: usize) -> bool {
        self.glued(at, limit).is_some_and(|token| token.kind == Made::Mark(b'.'))
    }

    /// The end of an address of the web that begins at a token.
    fn address(&self, at: usize, limit: usize) -> Option<usize> {
        if !self.is_one_of(at, SCHEMES) {
            return None;
        }
        let next = self.glued(at + 1, limit)?.kind;
        if !matches!(next, Made::Mark(b':' | b'.')) {
            return None;
        }
        let mut end = at + 1;
        while self.glued(end, limit).is_some() {
            end += 1;
        }
        while at + 1 < end
            && self.token(end - 1).is_some_and(|last| {
                matches!(last.kind, Made::Mark(b'.' | b',' | b')' | b';' | b'>' | b'"' | b'\''))
            })
        {
            end -= 1;
        }
        Some(end)
    }

    fn is_domain(&self, dot: usize, limit: usize) -> bool {
        self.is_glued_word(dot + 1, limit)
            && self.is_one_of(dot + 1, DOMAINS)
            && !self.is_capital(dot + 1)
    }

    /// Where a word goes on from an apostrophe, or ends (`true`).
    fn apostrophe(&self, first: usize, mark: usize, limit: usize) -> (usize, bool) {
        let followed = self.is_glued_word(mark + 1, limit);
        if self.cutting.elided.is_empty() {
            return match followed {
                true => (mark + 2, false),
                // "The workers' strike".
                false if self.text(mark - 1).ends_with(['s', 'S']) => (mark + 1, true),
                false => (mark, false),
            };
        }
        let begins = mark - 1;
        let name = followed && self.is_capital(begins) && self.is_capital(mark + 1);
        if begins == first {
            let joins = |(beginning, ends): &(&str, &str)| {
                self.is_one_of(begins, beginning) && self.is_one_of(mark + 1, ends)
            };
            if followed && self.cutting.joined.iter().any(joins) {
                return (mark + 2, false);
            }
            if self.is_one_of(begins, self.cutting.elided) {
                return (mark + 1, true);
            }
        }
        // "O'Hara", "n'roll", "Saint-Nicolas-d'Acy".
        if followed && (name || begins != first || self.text(begins).chars().count() == 1) {
            return (mark + 2, false);
        }
        (mark + 1, true)
    }

    /// Whether a word goes on over a hyphen.
    fn joins_hyphen(&self, first: usize, hyphen: usize, limit: usize) -> bool {
        let is_part =
            self.glued(hyphen + 1, limit).is_some_and(|token| !matches!(token.kind, Made::Mark(_)));
        if !is_part || !self.is_hyphen(hyphen, limit) {
            return false;
        }
        if self.cutting.splits_hyphens {
            return hyphen == first + 1 && self.is_one_of(first, self.cutting.prefixes);
        }
        self.is_one_of(hyphen - 1, self.cutting.keeps) || self.clitic(hyphen, limit).is_none()
    }

    /// Whether a full stop belongs to the word before it.
    fn is_abbreviated(&self, first: usize, dot: usize, limit: usize) -> bool {
        let word = dot - 1;
        let Some(token) = self.token(word).filter(|token| token.kind == Made::Word) else {
            return false;
        };
        let is_last = limit <= dot + 1;
        if token.length == 1 {
            let acronym = (first..word).any(|at| self.is_dot(at, limit))
                || self.is_glued_word(dot + 1, limit) && self.is_dot(dot + 2, limit);
            let glued = self.is_glued_word(dot + 1, limit) || self.is_hyphen(dot + 1, limit);
            return acronym || (glued || !is_last) && self.is_capital(word);
        }
        let ends = is_last && self.is_one_of(word, self.cutting.leading);
        (self.is_one_of(word, self.cutting.abbreviations) && !ends)
            || token.length == 2
                && self.is_glued_word(dot + 1, limit)
                && self.is_dot(dot + 2, limit)
            || token.length <= 2 && (first..word).any(|at| self.is_dot(at, limit))
    }

    /// Where a number ends that begins at a token.
    fn number(&self, at: usize, limit: usize) -> usize {
        let mut end = at + 1;
        let is_number = |at: usize, limit: usize| {
            self.glued(at, limit).is_some_and(|token| token.kind == Made::Number)
        };
        // "50 000".
        let digits = |token: &Token| token.end - token.start;
        if self.cutting.spaced_digits && self.token(at).is_some_and(|token| digits(token) <= 3) {
            while end < limit
                && self.token(end).is_some_and(|token| {
                    token.kind == Made::Number && token.gap == Gap::Space && digits(token) == 3
                })
                && !is_number(end + 1, limit)
            {
                end += 1;
            }
        }
        while let Some(next) = self.glued(end, limit) {
            match next.kind {
                Made::Mark(b'.' | b',' | b'/' | b':') if is_number(end + 1, limit) => end += 2,
                Made::Word if self.is_one_of(end, self.cutting.ordinals) => return end + 1,
                Made::Word if self.is_capital(end) && next.length <= 2 => end += 1,
                Made::Number => end += 1,
                // "2004-05-03", "713-853-3989"; a range of two numbers is three units.
                Made::Mark(b'-')
                    if self.is_hyphen(end, limit)
                        && is_number(end + 1, limit)
                        && (self.is_hyphen(end + 2, limit) && is_number(end + 3, limit)
                            || at + 2 < end) =>
                {
                    end += 2;
                }
                _ => break,
            }
        }
        end
    }
}

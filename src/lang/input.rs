//! What nom reads: a place in a sequence of tokens.

use nom::{Input as NomInput, Needed};

use super::lexicon::Lexicon;
use super::memo::Memo;
use super::opening::Openings;
use super::token::{Gap, Kind, Token};
use crate::article::Span;

/// A text cut into tokens, with the lexicon that numbered its words and the tables
/// of what they can begin.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) openings: &'a Openings,
    pub(crate) memo: &'a Memo,
}

impl<'a> Source<'a> {
    /// The words of a token.
    pub(crate) fn text_of(&self, token: &Token) -> &'a str {
        self.text.get(token.start as usize..token.end as usize).unwrap_or("")
    }
}

/// A place in a [`Source`], up to an end. Copied freely, so it is small; nothing is ever taken out of
/// the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Input<'a> {
    source: &'a Source<'a>,
    /// Where the phrase began: what stands before its first word is no gap inside it.
    origin: u32,
    at: u32,
    end: u32,
}

impl<'a> Input<'a> {
    /// The whole of a source from token `at` on.
    pub(crate) fn new(source: &'a Source<'a>, at: usize) -> Self {
        // There are fewer tokens than bytes, and bytes are counted in 32 bits.
        let (at, end) = (at as u32, source.tokens.len() as u32);
        Self { source, origin: at, at, end }
    }

    /// Which token comes next.
    pub(crate) fn at(&self) -> usize {
        self.at as usize
    }

    /// The next token, unless at the end.
    pub(crate) fn first(&self) -> Option<&'a Token> {
        if self.at < self.end { self.source.tokens.get(self.at as usize) } else { None }
    }

    /// The token `n` places on (0 is the next).
    pub(crate) fn peek(&self, n: usize) -> Option<&'a Token> {
        let at = self.at as usize + n;
        if at < self.end as usize { self.source.tokens.get(at) } else { None }
    }

    /// The token `n` places back (1 is the one before).
    pub(crate) fn back(&self, n: usize) -> Option<&'a Token> {
        self.source.tokens.get((self.at as usize).checked_sub(n)?)
    }

    /// The words of a token.
    pub(crate) fn text_of(&self, token: &Token) -> &'a str {
        self.source.text_of(token)
    }

    /// The words of the next token, empty at the end.
    pub(crate) fn text_of_first(&self) -> &'a str {
        self.first().map_or("", |token| self.text_of(token))
    }

    /// The same place, with nothing to read from token `end` on.
    pub(crate) fn up_to(mut self, end: usize) -> Self {
        self.end = (end.min(self.end as usize) as u32).max(self.at);
        self
    }

    /// The same place `n` tokens on.
    pub(crate) fn skip(mut self, n: usize) -> Self {
        self.at = (self.at as usize + n).min(self.end as usize) as u32;
        self
    }

    /// Another place with the same end.
    pub(crate) fn moved_to(mut self, at: usize) -> Self {
        self.at = at as u32;
        self
    }

    /// The token that is not read any more.
    pub(crate) fn end(&self) -> usize {
        self.end as usize
    }

    /// The source.
    pub(crate) fn source(&self) -> &'a Source<'a> {
        self.source
    }

    /// Whether nothing of the phrase has been read yet.
    pub(crate) fn is_at_origin(&self) -> bool {
        self.at == self.origin
    }

    /// Whether the next token follows the one before without white space.
    pub(crate) fn is_glued(&self) -> bool {
        self.first().is_some_and(|token| token.gap == Gap::None)
    }

    /// The byte offset where the next token begins.
    pub(crate) fn offset(&self) -> usize {
        self.first().map_or(self.end_offset(), |token| token.start as usize)
    }

    /// The byte offset where the token before ends.
    pub(crate) fn end_offset(&self) -> usize {
        self.back(1).map_or(0, |token| token.end as usize)
    }

    /// The bytes from this place to a later one, without the white space at the end.
    pub(crate) fn span_to(&self, later: &Input<'a>) -> Span {
        Span::new(self.offset(), later.end_offset().max(self.offset()))
    }

    /// Whether the next token is a certain mark.
    pub(crate) fn is_mark(&self, mark: u8) -> bool {
        self.first().is_some_and(|token| token.kind == Kind::Mark(mark))
    }
}

impl<'a> NomInput for Input<'a> {
    type Item = Token;
    type Iter = std::iter::Copied<std::slice::Iter<'a, Token>>;
    type IterIndices = std::iter::Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        (self.end - self.at) as usize
    }

    fn take(&self, index: usize) -> Self {
        Self { end: (self.at as usize + index).min(self.end as usize) as u32, ..*self }
    }

    fn take_from(&self, index: usize) -> Self {
        self.skip(index)
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Token) -> bool>(&self, predicate: P) -> Option<usize> {
        self.iter_elements().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        self.source.tokens.get(self.at as usize..self.end as usize).unwrap_or(&[]).iter().copied()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.input_len() { Ok(count) } else { Err(Needed::Unknown) }
    }
}

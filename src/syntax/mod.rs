//! Syntax: sentences, their units with tags and lemmas, and their dependency trees.
//!
//! A unit is what the parser reads: a word, a number, a mark, or a whole mention of time, which is
//! one unit whatever its words. Relations are those of Universal Dependencies. Trees are made when
//! they are asked for; tags alone are much cheaper.

#![allow(dead_code, unused_imports)] // the stages that read trees come next

mod feats;
mod tag;
mod tree;

pub(crate) use feats::{
    Clitic, Definite, Feats, Gender, Mood, Number, PronType, Tense, VerbForm, Voice,
};
pub(crate) use tag::{Relation, Upos};
pub(crate) use tree::{Kind, Tree, Unit};

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use crate::article::Span;
use crate::lang::Engine;
use crate::lang::input::Source;
use crate::scan::Mention;

/// The sentences of a text, parsed as they are asked for.
///
/// ```ignore
/// let syntax = Syntax::new(source, &mentions, engine);
/// let n = syntax.sentence_at(offset)?;
/// let tree = syntax.tree(n)?; // parsed now, kept
/// let verb = tree.unit(tree.head_of_mention(3)?);
/// let lemma = syntax.lemma(verb);
/// let before = syntax.tags(span); // units with tags and features, without heads
/// ```
#[derive(Debug)]
pub(crate) struct Syntax<'a> {
    source: Source<'a>,
    mentions: &'a [Mention],
    engine: &'a Engine,
    sentences: Vec<Sentence>,
    trees: Vec<OnceCell<Tree>>,
}

/// Where a sentence stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// From its first byte to its last, without the white space around it.
    pub(crate) span: Span,
    /// Its tokens, as numbers in the source.
    pub(crate) tokens: Range<u32>,
}

impl<'a> Syntax<'a> {
    /// Finds the sentences of a text; parses none.
    pub(crate) fn new(source: Source<'a>, mentions: &'a [Mention], engine: &'a Engine) -> Self {
        Self { source, mentions, engine, sentences: Vec::new(), trees: Vec::new() }
    }

    /// Whether there is a model of the language: without one there are sentences and no trees.
    pub(crate) fn is_known(&self) -> bool {
        false
    }

    /// All sentences, in text order. They do not overlap; every token stands in one.
    pub(crate) fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The number of the sentence at a byte offset, or of the last before it.
    pub(crate) fn sentence_at(&self, offset: usize) -> Option<usize> {
        self.sentences.partition_point(|sentence| sentence.span.start <= offset).checked_sub(1)
    }

    /// The tree of a sentence, parsed at the first call.
    pub(crate) fn tree(&self, sentence: usize) -> Option<&Tree> {
        self.trees.get(sentence)?.get()
    }

    /// The tree of the sentence at a byte offset, and the unit there.
    pub(crate) fn at(&self, offset: usize) -> Option<(&Tree, u32)> {
        let tree = self.tree(self.sentence_at(offset)?)?;
        Some((tree, tree.at(offset)?))
    }

    /// The tree that a mention stands in, and its unit: by the mention's number.
    pub(crate) fn of_mention(&self, mention: usize) -> Option<(&Tree, u32)> {
        let start = self.mentions.get(mention)?.marks.first()?.start;
        let tree = self.tree(self.sentence_at(start)?)?;
        Some((tree, tree.unit_of_mention(mention)?))
    }

    /// The units of the sentences that a span touches, tagged, without heads: much cheaper than trees.
    pub(crate) fn tags(&self, _span: Span) -> Vec<Unit> {
        Vec::new()
    }

    /// The lemma of a unit, in lower case; of a mention its words.
    pub(crate) fn lemma(&self, unit: &Unit) -> Cow<'a, str> {
        Cow::Borrowed(unit.span.of(self.source.text))
    }

    /// The words of a unit as written.
    pub(crate) fn text(&self, unit: &Unit) -> &'a str {
        unit.span.of(self.source.text)
    }
}

//! What the program that trains the models uses: the same units, features and transitions as reading.
//! No part of the library's interface.

use crate::article::{Language, Span};
use crate::lang::Engine;
use crate::lang::memo::Memo;
use crate::scan::{Mention, Tokens, scan};

use super::cut::{Cutter, mention_tokens};
use super::feats::{Clitic, Feats};
use super::tag::{Relation, Upos};
use super::tree::Kind;
use super::word::kind_of;
use super::{Analysis, analyse};

pub use super::model::{
    LEX, LONGEST_ENDING, MAGIC, Model, best_allowed, edit, is_time, lemma_key, word_key,
};
pub use super::parser::{LEFT, NONE, RIGHT, SHIFT, State};
pub use super::rows::{Dense, Features, KEY_BITS, Narrow, Numbers, Wide, Writer, hash};
pub use super::tagger::Sentence;
pub use super::word::{TIME, Word};

/// How many parts of speech and relations there are.
pub const TAGS: usize = Upos::ALL.len();
/// How many relations there are.
pub const RELATIONS: usize = Relation::ALL.len();

/// A unit as cut from a text.
#[derive(Clone, Copy, Debug)]
pub struct RawUnit {
    /// Its first byte.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// Whether it is a mention of time.
    pub is_mention: bool,
    /// Whether it is a mention that names a date or a time of day: no duration, set or vague word.
    pub is_date: bool,
    /// Whether it is a mark.
    pub is_mark: bool,
}

/// Whether a unit is a mention that names a date or a time of day.
pub(super) fn is_date(mentions: &[Mention], mention: Option<u32>) -> bool {
    let mention = mention.and_then(|mention| mentions.get(mention as usize));
    mention.is_some_and(|mention| matches!(kind_of(mention), 1..=5 | 10..=12))
}

/// A text cut into units, as one sentence.
#[derive(Clone, Debug)]
pub struct Text {
    /// Its units.
    pub units: Vec<RawUnit>,
    /// Their words, not yet looked up.
    pub sentence: Sentence,
    /// Their small letters.
    pub lowers: Vec<String>,
}

/// Cuts texts of a language.
#[derive(Debug)]
pub struct Reader {
    engine: Engine,
}

impl Reader {
    /// For a language.
    pub fn new(language: Language) -> Self {
        Reader { engine: Engine::new(language) }
    }

    /// The units of a text that is one sentence.
    pub fn sentence(&self, text: &str) -> Text {
        let engine = &self.engine;
        let tokens = Tokens::of(text, engine);
        let memo = Memo::default();
        let source = tokens.source(text, engine, &memo);
        let mentions = scan(&source, engine);
        let times = mention_tokens(&source, &mentions);
        let cutter = Cutter { source, cutting: engine.grammar.cutting };
        let mut pieces = Vec::new();
        cutter.cut(0..source.tokens.len() as u32, &times, &mut pieces);
        let Analysis { sentence, lowers } = analyse(&source, &pieces, &mentions, None);
        let place = |token: u32| source.tokens.get(token as usize);
        let units = (pieces.iter())
            .map(|piece| RawUnit {
                start: place(piece.first).map_or(0, |token| token.start as usize),
                end: place(piece.end - 1).map_or(0, |token| token.end as usize),
                is_mention: piece.kind == Kind::Mention,
                is_date: is_date(&mentions, piece.mention),
                is_mark: piece.kind == Kind::Mark,
            })
            .collect();
        Text { units, sentence, lowers }
    }

    /// Does something with a text whose mentions and sentences have been found.
    pub fn with_text<T>(&self, text: &str, run: impl FnOnce(&Prepared<'_>) -> T) -> T {
        let engine = &self.engine;
        let tokens = Tokens::of(text, engine);
        let memo = Memo::default();
        let source = tokens.source(text, engine, &memo);
        let mentions = scan(&source, engine);
        run(&Prepared(super::Syntax::new(source, &mentions, engine)))
    }

    /// The sentences of a text, and their units.
    pub fn sentences(&self, text: &str) -> Vec<(Span, Text)> {
        let engine = &self.engine;
        let tokens = Tokens::of(text, engine);
        let memo = Memo::default();
        let source = tokens.source(text, engine, &memo);
        let mentions = scan(&source, engine);
        let syntax = super::Syntax::new(source, &mentions, engine);
        syntax.training_texts()
    }
}

/// A text with its sentences, for the benches: nothing is kept from call to call.
#[derive(Debug)]
pub struct Prepared<'a>(super::Syntax<'a>);

impl Prepared<'_> {
    /// Tags all sentences with the model that is built in; how many units they have.
    pub fn tag(&self) -> usize {
        let Some(model) = self.0.model else { return 0 };
        let sentences = self.0.sentences().iter();
        sentences.map(|sentence| self.0.tag(model, sentence.tokens.clone()).units.len()).sum()
    }

    /// Tags and parses all sentences; how many units they have.
    pub fn parse(&self) -> usize {
        let Some(model) = self.0.model else { return 0 };
        let parsed = self.0.sentences().iter().map(|sentence| {
            let tagged = self.0.tag(model, sentence.tokens.clone());
            self.0.parse(model, sentence, &tagged).units.len()
        });
        parsed.sum()
    }
}

/// The number of a part of speech.
pub fn upos(name: &str) -> Option<u8> {
    Upos::of(name).map(|tag| tag as u8)
}

/// The name of a part of speech.
pub fn upos_name(tag: u8) -> &'static str {
    Upos::nth(tag.into()).map_or("_", Upos::name)
}

/// The number of a relation, subtypes that are not kept dropped.
pub fn relation(name: &str) -> Option<u8> {
    let plain = name.split(':').next().unwrap_or(name);
    Relation::of(name).or_else(|| Relation::of(plain)).map(|relation| relation as u8)
}

/// The name of a relation.
pub fn relation_name(relation: u8) -> &'static str {
    Relation::nth(relation.into()).map_or("_", Relation::name)
}

/// The number of a relation without its subtype.
pub fn universal(relation: u8) -> u8 {
    Relation::nth(relation.into()).map_or(relation, |one| one.universal() as u8)
}

/// Features as bits.
pub fn feats(text: &str) -> u32 {
    Feats::read(text).bits()
}

/// Features as text.
pub fn feats_text(bits: u32) -> String {
    Feats::from_bits(bits).to_string()
}

/// Features with a clitic: its name as `Feats` knows it. "Not" denies.
pub fn with_clitic(bits: u32, clitic: &str) -> u32 {
    let feats = Feats::from_bits(bits);
    let Some(clitic) = Clitic::of(clitic) else { return bits };
    let feats = feats.with_clitic(clitic);
    if clitic == Clitic::Not { feats.negative().bits() } else { feats.bits() }
}

//! Syntax: sentences, their units with tags and lemmas, and their dependency trees.
//!
//! A unit is what the parser reads: a word, a number, a mark, or a whole mention of time, which is
//! one unit whatever its words. Relations are those of Universal Dependencies. Trees are made when
//! they are asked for; tags alone are much cheaper.

#![allow(dead_code, unused_imports)] // the stages that read trees come next

mod cut;
mod feats;
mod model;
mod parser;
mod predicate;
mod rows;
mod sentence;
mod tag;
mod tagger;
mod tense;
#[cfg(feature = "training")]
pub mod training;
mod tree;
mod view;
mod word;

pub(crate) use feats::{
    Clitic, Definite, Feats, Gender, Mood, Number, PronType, Tense, VerbForm, Voice,
};
pub(crate) use predicate::{Governor, Predicate, PredicateKind, Predicates, Told};
pub(crate) use tag::{Relation, Upos};
pub(crate) use tense::Tenses;
pub(crate) use tree::{Kind, Tree, Unit};
pub use view::{ParsedSentence, ParsedUnit};

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::article::{Language, Span};
use crate::lang::Engine;
use crate::lang::input::Source;
use crate::scan::Mention;

use cut::{Cutter, mention_tokens};
use model::Model;
use word::Word;

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
    model: Option<&'static Model>,
    parsed: Parsed,
}

/// What has been parsed of a text, for all stages that ask.
#[derive(Clone, Debug)]
pub(crate) struct Parsed(Arc<Kept>);

#[derive(Debug)]
struct Kept {
    /// The tokens of each mention.
    times: Vec<Range<u32>>,
    sentences: Vec<Sentence>,
    tagged: Vec<OnceLock<Tagged>>,
    trees: Vec<OnceLock<Tree>>,
}

/// A sentence's units without their heads, and what the parser reads.
#[derive(Debug)]
struct Tagged {
    units: Vec<Unit>,
    words: tagger::Sentence,
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
        let times = mention_tokens(&source, mentions);
        let sentences = sentence::sentences(&source, engine.grammar.cutting, &times);
        let trees = sentences.iter().map(|_| OnceLock::new()).collect();
        let tagged = sentences.iter().map(|_| OnceLock::new()).collect();
        let model = embedded(engine.language);
        let parsed = Parsed(Arc::new(Kept { times, sentences, tagged, trees }));
        Self { source, mentions, engine, model, parsed }
    }

    /// The same text again, with what has been parsed of it; anew where its mentions are others now.
    pub(crate) fn again(
        source: Source<'a>,
        mentions: &'a [Mention],
        engine: &'a Engine,
        parsed: &Parsed,
    ) -> Self {
        if parsed.0.times.len() != mentions.len() {
            return Self::new(source, mentions, engine);
        }
        let model = embedded(engine.language);
        Self { source, mentions, engine, model, parsed: parsed.clone() }
    }

    /// What has been parsed so far, to be gone on with.
    pub(crate) fn parsed(&self) -> Parsed {
        self.parsed.clone()
    }

    /// Whether there is a model of the language: without one there are sentences and no trees.
    pub(crate) fn is_known(&self) -> bool {
        self.model.is_some()
    }

    /// All sentences, in text order. They do not overlap; every token stands in one.
    pub(crate) fn sentences(&self) -> &[Sentence] {
        &self.parsed.0.sentences
    }

    /// The number of the sentence at a byte offset, or of the last before it.
    pub(crate) fn sentence_at(&self, offset: usize) -> Option<usize> {
        self.parsed
            .0
            .sentences
            .partition_point(|sentence| sentence.span.start <= offset)
            .checked_sub(1)
    }

    /// The tree of a sentence, parsed at the first call.
    pub(crate) fn tree(&self, sentence: usize) -> Option<&Tree> {
        let kept = self.parsed.0.trees.get(sentence)?;
        let (model, tagged) = (self.model?, self.tagged(sentence)?);
        Some(kept.get_or_init(|| self.parse(model, &self.parsed.0.sentences[sentence], tagged)))
    }

    /// The tree of a sentence, parsed now.
    fn parse(&self, model: &Model, sentence: &Sentence, tagged: &Tagged) -> Tree {
        let (mut units, count) = (tagged.units.clone(), tagged.units.len() as u32);
        for (unit, (head, label)) in units.iter_mut().zip(model.parse(&tagged.words)) {
            unit.head = (head < count).then_some(head);
            unit.relation = Relation::nth(label.into()).unwrap_or(Relation::Dep);
        }
        Tree::new(sentence.span, units)
    }

    /// The tree of the sentence at a byte offset, and the unit there.
    pub(crate) fn at(&self, offset: usize) -> Option<(&Tree, u32)> {
        let tree = self.tree(self.sentence_at(offset)?)?;
        Some((tree, tree.at(offset)?))
    }

    /// The tree that a mention stands in, and its unit: by the mention's number.
    pub(crate) fn of_mention(&self, mention: usize) -> Option<(&Tree, u32)> {
        let first = self.parsed.0.times.get(mention).filter(|tokens| !tokens.is_empty())?.start;
        let start = self.source.tokens.get(first as usize)?.start as usize;
        let tree = self.tree(self.sentence_at(start)?)?;
        Some((tree, tree.unit_of_mention(mention)?))
    }

    /// The units of the sentences that a span touches, tagged, without heads: much cheaper than trees.
    /// None without a model.
    pub(crate) fn tags(&self, span: Span) -> impl Iterator<Item = &Unit> {
        let from = self.sentence_at(span.start).unwrap_or(0);
        let touched = (from..).zip(self.parsed.0.sentences.get(from..).unwrap_or(&[]));
        touched
            .take_while(move |(_, sentence)| sentence.span.start < span.end.max(span.start + 1))
            .filter_map(|(n, _)| self.tagged(n))
            .flat_map(|tagged| &tagged.units)
    }

    /// The units of a sentence, tagged at the first call.
    fn tagged(&self, sentence: usize) -> Option<&Tagged> {
        let (kept, model) = (self.parsed.0.tagged.get(sentence)?, self.model?);
        Some(kept.get_or_init(|| self.tag(model, self.parsed.0.sentences[sentence].tokens.clone())))
    }

    /// The lemma of a unit, in lower case; of a mention its words.
    pub(crate) fn lemma(&self, unit: &Unit) -> Cow<'a, str> {
        let text = self.text(unit);
        let script = self.model.and_then(|model| model.scripts.get(usize::from(unit.script)));
        match script {
            Some(script) if matches!(unit.kind, Kind::Word) => {
                let mut lower = String::new();
                word::lower(text, &mut lower);
                Cow::Owned(model::edit(&lower, script))
            }
            _ => Cow::Borrowed(text),
        }
    }

    /// The mention that a unit is.
    pub(crate) fn mention(&self, unit: &Unit) -> Option<&'a Mention> {
        self.mentions.get(unit.mention? as usize)
    }

    /// The words that name the event a mention hangs on.
    pub(crate) fn anchor_of(&self, unit: &Unit) -> Option<Span> {
        self.mention(unit)?.event
    }

    /// The words of a unit as written.
    pub(crate) fn text(&self, unit: &Unit) -> &'a str {
        unit.span.of(self.source.text)
    }

    /// The units of some tokens with tags, features and scripts.
    fn tag(&self, model: &Model, tokens: Range<u32>) -> Tagged {
        let mut pieces = Vec::new();
        let cutter = Cutter { source: self.source, cutting: self.engine.grammar.cutting };
        cutter.cut(tokens, &self.parsed.0.times, &mut pieces);
        let mut analysis = analyse(&self.source, &pieces, self.mentions, Some(model));
        model.tag(&mut analysis.sentence);
        model.inflect(&mut analysis.sentence);
        let place = |token: u32| self.source.tokens.get(token as usize);
        let units = (pieces.iter().enumerate())
            .map(|(n, piece)| {
                let (tag, form) = (analysis.sentence.tags[n], analysis.sentence.forms[n]);
                let is_word = piece.kind == Kind::Word;
                let lower = analysis.lowers.get(n).map_or("", String::as_str);
                Unit {
                    span: Span::new(
                        place(piece.first).map_or(0, |token| token.start as usize),
                        place(piece.end - 1).map_or(0, |token| token.end as usize),
                    ),
                    first: piece.first,
                    end: piece.end,
                    kind: piece.kind,
                    mention: piece.mention,
                    tag: Upos::nth(tag.into()).unwrap_or(Upos::Noun),
                    feats: Feats::from_bits(
                        model.bundles.get(usize::from(form)).copied().unwrap_or(0),
                    ),
                    script: if is_word { model.script(lower, tag, form) } else { 0 },
                    head: None,
                    relation: Relation::Root,
                }
            })
            .collect();
        Tagged { units, words: analysis.sentence }
    }

    /// The sentences as the training program compares them.
    #[cfg(feature = "training")]
    fn training_texts(&self) -> Vec<(Span, training::Text)> {
        (self.parsed.0.sentences.iter())
            .map(|sentence| {
                let mut pieces = Vec::new();
                let cutter = Cutter { source: self.source, cutting: self.engine.grammar.cutting };
                cutter.cut(sentence.tokens.clone(), &self.parsed.0.times, &mut pieces);
                let Analysis { sentence: words, lowers } =
                    analyse(&self.source, &pieces, self.mentions, None);
                let place = |token: u32| self.source.tokens.get(token as usize);
                let unit = |piece: &cut::Piece| training::RawUnit {
                    start: place(piece.first).map_or(0, |token| token.start as usize),
                    end: place(piece.end - 1).map_or(0, |token| token.end as usize),
                    is_mention: piece.kind == Kind::Mention,
                    is_date: training::is_date(self.mentions, piece.mention),
                    is_mark: piece.kind == Kind::Mark,
                };
                let units = pieces.iter().map(unit).collect();
                (sentence.span, training::Text { units, sentence: words, lowers })
            })
            .collect()
    }
}

/// A sentence's words, with their small letters.
#[derive(Debug)]
struct Analysis {
    sentence: tagger::Sentence,
    lowers: Vec<String>,
}

/// What the letters of units say.
fn analyse(
    source: &Source<'_>,
    pieces: &[cut::Piece],
    mentions: &[Mention],
    model: Option<&Model>,
) -> Analysis {
    let mut sentence = tagger::Sentence::default();
    sentence.words.reserve(pieces.len());
    sentence.tags.reserve(pieces.len());
    let mut lowers = Vec::with_capacity(pieces.len());
    let text_of = |first: u32, last: u32| {
        let place = |token: u32| source.tokens.get(token as usize);
        let start = place(first).map_or(0, |token| token.start as usize);
        let end = place(last).map_or(0, |token| token.end as usize);
        source.text.get(start..end).unwrap_or("")
    };
    for (n, piece) in pieces.iter().enumerate() {
        let mut lower = String::new();
        let mention = piece.mention.and_then(|mention| mentions.get(mention as usize));
        let word = match mention {
            Some(mention) => {
                let mut last = String::new();
                word::lower(text_of(piece.first, piece.first), &mut lower);
                word::lower(text_of(piece.end - 1, piece.end - 1), &mut last);
                Word::of_mention(&lower, &last, word::kind_of(mention))
            }
            None => {
                let text = text_of(piece.first, piece.end - 1);
                word::lower(text, &mut lower);
                let mut word = Word::of(text, &lower, n == 0);
                if let Some(model) = model {
                    model.look_up(&mut word);
                }
                word
            }
        };
        sentence.words.push(word);
        sentence.tags.push(if mention.is_some() { word::TIME } else { word::NOTHING });
        lowers.push(lower);
    }
    Analysis { sentence, lowers }
}

/// Whether a language's model is built in.
pub(crate) fn is_built_in(language: Language) -> bool {
    crate::lang::model(language).is_some()
}

/// The model of a language that is built in.
fn embedded(language: Language) -> Option<&'static Model> {
    static MODELS: [OnceLock<Option<Model>>; Language::ALL.len()] =
        [const { OnceLock::new() }; Language::ALL.len()];
    MODELS[language.index()].get_or_init(|| Model::read(crate::lang::model(language)?)).as_ref()
}

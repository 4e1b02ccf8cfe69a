//! A language's model: read from its file once, then only looked up.

#![allow(unreachable_pub)] // the program that trains reaches in here

use super::parser::{LEFT, RIGHT, SHIFT, State};
use super::rows::{Dense, Features, KEY_BITS, Narrow, Numbers, Reader, Wide, hash};
use super::tag::{Relation, Upos};
use super::tagger::Sentence;
use super::word::{TIME, Word};

/// The first bytes of a model's file: its kind and its version.
pub const MAGIC: &[u8] = b"frise-syntax-3\n";

/// Where in a word's number the lexicon's begins.
pub const LEX: u32 = 10;

/// The key of a word in the tables of words: as long as those of features, for a word that is taken for
/// another one in two hundred times.
pub fn word_key(form: u32) -> u32 {
    form >> (32 - KEY_BITS)
}

/// How many classes the tables can have.
const MOST: usize = 256;

/// What was learnt of a language.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// By a word's letters: its class of 512 (from 1), and from [`LEX`] on the number of what a lexicon
    /// says that it can be.
    pub words: Numbers,
    /// The class of 64 of each class of 512.
    pub coarse: Vec<u8>,
    /// By a word's letters: which parts of speech it had in training.
    pub seen: Numbers,
    /// Weights of parts of speech.
    pub tags: Dense<24>,
    /// All bundles of features, as bits.
    pub bundles: Vec<u32>,
    /// The bundles that each part of speech can have.
    pub allowed: Vec<Vec<u8>>,
    /// Weights of bundles.
    pub forms: Wide,
    /// Weights of decisions.
    pub actions: Narrow,
    /// Weights of relations.
    pub labels: Dense<48>,
    /// By part of speech, bundle and ending: the number of an edit script.
    pub lemmas: Numbers,
    /// Edit scripts: how many characters go from the end (255: all), and what comes instead.
    pub scripts: Vec<(u8, String)>,
}

impl Model {
    /// Reads a model's file; `None` if it is none of this version.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(bytes.strip_prefix(MAGIC)?);
        let words = Numbers::new(&reader.numbers());
        let coarse = reader.bytes().to_vec();
        let seen = Numbers::new(&reader.numbers());
        let tags = Dense::new(&reader.wide());
        let count = reader.number().min(MOST as u32);
        let bundles: Vec<u32> = (0..count).map(|_| reader.number()).collect();
        let allowed = Upos::ALL.iter().map(|_| reader.bytes().to_vec()).collect();
        let forms = Wide::new(&reader.wide());
        let actions = Narrow::new(&reader.narrow());
        let labels = Dense::new(&reader.wide());
        let lemmas = Numbers::new(&reader.numbers());
        let count = reader.number().min(u32::from(u16::MAX));
        let scripts = (0..count)
            .map(|_| {
                let cut = reader.number().min(255) as u8;
                (cut, String::from_utf8_lossy(reader.bytes()).into_owned())
            })
            .collect();
        Some(Model {
            words,
            coarse,
            seen,
            tags,
            bundles,
            allowed,
            forms,
            actions,
            labels,
            lemmas,
            scripts,
        })
    }

    /// Adds to a word what is looked up by its letters.
    #[inline]
    pub fn look_up(&self, word: &mut Word) {
        let key = word_key(word.form);
        let found = self.words.get(key).unwrap_or(0);
        word.fine = found & ((1 << LEX) - 1);
        word.lex = found >> LEX;
        let coarse = word.fine.checked_sub(1).and_then(|class| self.coarse.get(class as usize));
        word.coarse = coarse.map_or(0, |coarse| u32::from(*coarse) + 1);
        word.seen = self.seen.get(key).unwrap_or(0);
    }

    /// Gives every word but mentions its part of speech.
    pub fn tag(&self, sentence: &mut Sentence) {
        let mut features = Features::default();
        for at in 0..sentence.words.len() {
            if sentence.is_time(at) {
                continue;
            }
            sentence.tag_features(at, &mut features);
            let scores = self.tags.score(&features);
            sentence.tags[at] = best(scores[..Upos::ALL.len()].iter().copied()) as u8;
        }
    }

    /// Gives every word its features, once it has its part of speech.
    pub fn inflect(&self, sentence: &mut Sentence) {
        let mut features = Features::default();
        let mut scores = [0; MOST];
        sentence.forms.clear();
        sentence.forms.resize(sentence.words.len(), 0);
        for at in 0..sentence.words.len() {
            let tag = usize::from(sentence.tags[at]);
            let allowed = self.allowed.get(tag).map_or(&[][..], Vec::as_slice);
            sentence.forms[at] = match allowed {
                [] => 0,
                [only] => *only,
                _ => {
                    sentence.form_features(at, &mut features);
                    scores[..self.bundles.len()].fill(0);
                    self.forms.score(&features, &mut scores);
                    let of = |bundle: &u8| scores[usize::from(*bundle)];
                    allowed[best(allowed.iter().map(of))]
                }
            };
        }
    }

    /// The relation of an arc.
    #[inline]
    pub fn label(&self, state: &State, head: u32, dependent: u32, features: &mut Features) -> u8 {
        if head == state.root() {
            return Relation::Root as u8;
        }
        state.label_features(head, dependent, features);
        let mut scores = self.labels.score(features);
        // The root's relation is the root's alone.
        scores[Relation::Root as usize] = i16::MIN;
        best(scores[..Relation::ALL.len()].iter().copied()) as u8
    }

    /// Parses a tagged sentence: head and relation of each unit; the root's head is the count.
    pub fn parse(&self, sentence: &Sentence) -> Vec<(u32, u8)> {
        let mut state = State::new(sentence, hash(b","));
        let mut features = Features::default();
        while !state.is_done() {
            let action = match state.allowed() {
                [true, false, false] => SHIFT,
                [false, true, false] => LEFT,
                [false, false, true] => RIGHT,
                allowed => {
                    state.features(&mut features);
                    let scores = self.actions.score(&features);
                    best_allowed(&scores, allowed)
                }
            };
            let label = match state.arc(action) {
                Some((head, dependent)) => self.label(&state, head, dependent, &mut features),
                None => 0,
            };
            state.apply(action, label);
        }
        let units = state.nodes.len() - 1;
        state.nodes.iter().take(units).map(|node| (node.head, node.label)).collect()
    }

    /// The number of the edit script of a word's lemma, by its small letters.
    pub fn script(&self, lower: &str, tag: u8, form: u8) -> u16 {
        let full = lemma_key(lower, tag, u32::from(form) + 2);
        let whole = self.lemmas.get(full).or_else(|| self.lemmas.get(lemma_key(lower, tag, 1)));
        let by_ending = || {
            // The longest ending that is known; "" is the last.
            let ends = lower.char_indices().map(|(at, _)| at).chain([lower.len()]);
            let far = lower.chars().count().saturating_sub(LONGEST_ENDING);
            ends.skip(far).find_map(|at| self.lemmas.get(lemma_key(&lower[at..], tag, 0)))
        };
        whole.or_else(by_ending).unwrap_or(0) as u16
    }
}

/// The longest ending that lemmas are learnt from, in characters.
pub const LONGEST_ENDING: usize = 8;

/// The key of an edit script. `kind` is 0 for an ending, 1 for a whole word, else of a whole word with
/// certain features.
pub fn lemma_key(letters: &str, tag: u8, kind: u32) -> u32 {
    let mixed = hash(letters.as_bytes())
        ^ (u32::from(tag) + 1).wrapping_mul(0x9e37_79b1)
        ^ kind.wrapping_mul(0x85eb_ca6b);
    word_key(mixed.wrapping_mul(0xc2b2_ae35))
}

/// Applies an edit script to small letters.
pub fn edit(lower: &str, script: &(u8, String)) -> String {
    let (cut, end) = script;
    let keep = match cut {
        255 => 0,
        cut => {
            let mut ends = lower.char_indices().rev().map(|(at, _)| at);
            match usize::from(*cut) {
                0 => lower.len(),
                cut => ends.nth(cut - 1).unwrap_or(0),
            }
        }
    };
    let mut lemma = lower[..keep].to_owned();
    lemma.push_str(end);
    lemma
}

/// The place of the highest score, the first of equals.
#[inline]
fn best<N: Ord + Copy>(mut scores: impl Iterator<Item = N>) -> usize {
    let Some(first) = scores.next() else { return 0 };
    let mut best = (0, first);
    for (place, score) in (1..).zip(scores) {
        if best.1 < score {
            best = (place, score);
        }
    }
    best.0
}

/// The decision with the highest score among those allowed.
#[inline]
pub fn best_allowed(scores: &[i32; 3], allowed: [bool; 3]) -> usize {
    let mut best = (SHIFT, i64::MIN);
    for (action, (score, allowed)) in scores.iter().zip(allowed).enumerate() {
        if allowed && best.1 < i64::from(*score) {
            best = (action, i64::from(*score));
        }
    }
    best.0
}

/// Whether a tag is that of a mention.
pub fn is_time(tag: u8) -> bool {
    tag == TIME
}

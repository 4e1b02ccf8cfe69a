//! Words by what they mean, whatever their language: the deeds, persons and things of a text.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::{Language, Span};
use crate::event::Classes;
use crate::lang::assertion::Cue;
use crate::lang::fold::fold;
use crate::lang::grammar;
use crate::syntax::{Syntax, Tree, Unit, Upos};

/// How many letters two words of one root share at least.
const ROOT: usize = 5;

/// A word that tells events apart.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// As it is written.
    pub(super) text: String,
    /// What it can mean: names of the glossary, classes of events, its folded lemma and form.
    keys: BTreeSet<String>,
    /// Its folded lemma.
    lemma: String,
    pub(super) kind: Kind,
    /// Whether it can carry an event.
    pub(super) deed: bool,
    /// Whether it is a verb.
    pub(super) verb: bool,
    /// Its place in the tree it comes from.
    pub(super) unit: u32,
}

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Name,
    Ordinal,
    Number,
    Common,
}

impl Word {
    /// Whether two words are one deed only by the class of events both belong to.
    pub(super) fn is_only_akin(&self, other: &Word) -> bool {
        let closer = |key: &&String| !key.starts_with(':') && other.keys.contains(*key);
        !self.keys.iter().any(|key| closer(&key)) && !share_root(&self.lemma, &other.lemma)
    }

    /// Its folded lemma.
    pub(super) fn lemma(&self) -> &str {
        &self.lemma
    }

    /// Whether two words can mean the same.
    pub(super) fn is(&self, other: &Word) -> bool {
        if self.kind == Kind::Name && other.kind == Kind::Name {
            return self.lemma == other.lemma;
        }
        self.keys.iter().any(|key| other.keys.contains(key))
            || (self.kind == Kind::Common
                && other.kind == Kind::Common
                && share_root(&self.lemma, &other.lemma))
    }

    /// Whether it has a meaning of that name.
    pub(super) fn means(&self, name: &str) -> bool {
        self.keys.iter().any(|key| key.strip_prefix('=') == Some(name))
    }
}

/// Whether two folded lemmas are of one root: "explosion", "explode".
fn share_root(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let least = a.chars().count().min(b.chars().count());
    ROOT <= shared && least * 4 <= shared * 5
}

/// What the forms of a language's words mean.
#[derive(Debug)]
pub(super) struct Glossary {
    language: Language,
    deeds: BTreeMap<String, BTreeSet<&'static str>>,
    things: BTreeMap<String, BTreeSet<&'static str>>,
    light: BTreeSet<&'static str>,
}

/// The names of ordinal numbers in the glossary.
pub(super) const ORDINALS: [&str; 5] = ["first", "second", "third", "last", "next"];

impl Glossary {
    pub(super) fn new(language: Language) -> Self {
        let assertions = grammar(language).assertions;
        let inflection = grammar(language).inflection;
        let mut deeds: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
        let mut things: BTreeMap<String, BTreeSet<&'static str>> = BTreeMap::new();
        for (name, words) in assertions.deeds {
            for word in words.split_whitespace() {
                inflection.inflect(word, |form| {
                    deeds.entry(fold(form)).or_default().insert(name);
                });
                deeds.entry(fold(&inflection.plural(word))).or_default().insert(name);
            }
        }
        for (name, words) in assertions.things {
            for word in words.split_whitespace() {
                things.entry(fold(word)).or_default().insert(name);
                things.entry(fold(&inflection.plural(word))).or_default().insert(name);
            }
        }
        let light = phrases(language, Cue::Light).flat_map(str::split_whitespace).collect();
        Self { language, deeds, things, light }
    }

    /// Whether a word only carries others.
    pub(super) fn is_light(&self, folded: &str) -> bool {
        self.light.contains(folded)
    }

    /// A word of a text by its form and lemma.
    pub(super) fn word(
        &self,
        classes: &Classes,
        text: &str,
        lemma: &str,
        tag: Upos,
        unit: u32,
    ) -> Word {
        let bare = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text);
        let form = fold(bare.trim_matches(|c: char| !c.is_alphanumeric()));
        let lemma = match tag {
            Upos::Propn => form.clone(),
            _ => fold(lemma),
        };
        let mut keys = BTreeSet::new();
        let mut deed = false;
        for word in [&form, &lemma] {
            for name in self.deeds.get(word).into_iter().flatten() {
                keys.insert(format!("={name}"));
                deed = true;
            }
            for name in self.things.get(word).into_iter().flatten() {
                keys.insert(format!("={name}"));
            }
            if tag != Upos::Propn
                && let Some(class) = classes.of(self.language, word)
            {
                keys.insert(format!(":{class}"));
                deed = true;
            }
            keys.insert(word.clone());
        }
        let ordinal = |name: &&str| keys.contains(&format!("={name}"));
        let kind = match tag {
            Upos::Propn => Kind::Name,
            _ if ORDINALS.iter().any(ordinal) => Kind::Ordinal,
            Upos::Num => Kind::Number,
            _ => Kind::Common,
        };
        let verb = matches!(tag, Upos::Verb | Upos::Aux);
        Word { text: bare.to_owned(), keys, lemma, kind, deed: deed || verb, verb, unit }
    }

    /// The words of a stretch of a tree that tell events apart.
    pub(super) fn words(
        &self,
        classes: &Classes,
        syntax: &Syntax<'_>,
        tree: &Tree,
        within: Span,
    ) -> Vec<Word> {
        let mut words = Vec::new();
        for (n, unit) in (0..).zip(&tree.units) {
            if within.contains(unit.span) && tells(unit) {
                let word = self.word(classes, syntax.text(unit), &syntax.lemma(unit), unit.tag, n);
                if !self.is_light(&fold(&word.text)) && !self.is_light(&word.lemma) {
                    words.push(word);
                }
            }
        }
        words
    }

    /// The words of an id or a label of the user's.
    pub(super) fn of_label(&self, classes: &Classes, label: &str) -> Vec<Word> {
        label
            .split(|c: char| !c.is_alphanumeric())
            .map(|word| word.trim_end_matches(|c: char| c.is_ascii_digit()))
            .filter(|word| 2 < word.chars().count())
            .map(|word| self.word(classes, word, word, Upos::Noun, u32::MAX))
            .collect()
    }
}

/// Whether a unit is a word that can tell events apart.
fn tells(unit: &Unit) -> bool {
    !unit.is_mention()
        && matches!(unit.tag, Upos::Noun | Upos::Verb | Upos::Propn | Upos::Adj | Upos::Num)
}

/// The phrases of a language that play a part.
pub(super) fn phrases(language: Language, cue: Cue) -> impl Iterator<Item = &'static str> {
    grammar(language)
        .assertions
        .cues
        .iter()
        .filter(move |(known, _)| *known == cue)
        .flat_map(|(_, words)| words.split(','))
        .map(str::trim)
        .filter(|words| !words.is_empty())
}

//! Reading the words that name an event: head, class, traits, names, determiner.

use std::cell::RefCell;

use crate::article::{Language, Span};
use crate::event::class::Classes;
use crate::event::vocabulary::{
    Entry, Found, Numbers, Part, Traits, VerbRole, Vocabulary, fold_key,
};
use crate::lang;
use crate::lang::Engine;
use crate::lang::classes::Happenings;
use crate::lang::fold::fold;
use crate::lang::input::Source;
use crate::lang::table::Key;
use crate::lang::token::{Kind, Token};

/// How a noun phrase begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Determiner {
    /// "Cet", "this".
    Demonstrative,
    /// "L'", "the".
    Definite,
    /// "Son", "its".
    Possessive,
    /// "Un", "a".
    Indefinite,
    #[default]
    None,
}

impl Determiner {
    /// Whether it refers to what is known.
    pub(crate) fn refers(self) -> bool {
        matches!(self, Determiner::Demonstrative | Determiner::Definite | Determiner::Possessive)
    }
}

/// What the words of an event say about which it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Naming {
    /// The head word, folded.
    pub(crate) head: String,
    pub(crate) class: Option<usize>,
    /// Whether the head is a noun.
    pub(crate) noun: bool,
    pub(crate) plural: bool,
    pub(crate) determiner: Determiner,
    pub(crate) traits: Traits,
    /// Names, folded; peoples and capitals under one name.
    pub(crate) names: Vec<Term>,
    /// Other words of content, by their stems.
    pub(crate) words: Vec<Term>,
}

/// A folded word by its number among those that were compared so far.
pub(crate) type Term = u32;

/// An article's tokens with all that reads them.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    pub(crate) source: Source<'a>,
    /// What number each token has in the vocabulary.
    pub(crate) numbers: &'a [u32],
    pub(crate) engine: &'a Engine,
    pub(crate) classes: &'a Classes,
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) language: Language,
    /// The words that events are told apart by, of all articles.
    pub(crate) terms: &'a RefCell<Numbers>,
}

/// The number of each token of a text in a vocabulary.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) numbers: Vec<u32>,
}

impl Known {
    pub(super) fn of(source: Source<'_>, vocabulary: &Vocabulary) -> Self {
        let known = |token: &Token| {
            if token.kind != Kind::Word {
                return 0;
            }
            let word = source.text_of(token);
            vocabulary.number(word, Key::plain(word).as_ref())
        };
        Known { numbers: source.tokens.iter().map(known).collect() }
    }
}

impl<'a> Words<'a> {
    pub(crate) fn happenings(&self) -> &'static Happenings {
        lang::grammar(self.language).happenings
    }

    /// The tokens inside a span, half-open.
    pub(crate) fn tokens(&self, span: Span) -> std::ops::Range<usize> {
        let tokens = self.source.tokens;
        let first = tokens.partition_point(|token| (token.start as usize) < span.start);
        // A token has a byte or more.
        let most = first.saturating_add(span.end.saturating_sub(span.start)).min(tokens.len());
        let inside = tokens.get(first..most).unwrap_or(&[]);
        first..first + inside.partition_point(|token| (token.end as usize) <= span.end)
    }

    pub(crate) fn token(&self, at: usize) -> Option<&'a Token> {
        self.source.tokens.get(at)
    }

    pub(crate) fn text(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| self.source.text_of(token))
    }

    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Word)
    }

    pub(crate) fn is_mark(&self, at: usize, mark: u8) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Mark(mark))
    }

    /// Whether a token plays a part.
    pub(crate) fn is(&self, at: usize, part: Part) -> bool {
        self.entry(at).part.has(part)
    }

    /// Whether a word leads to a time and is no part of a label: "en", "on".
    pub(crate) fn leads_to_time(&self, word: &str) -> bool {
        self.vocabulary.of_folded(&fold(word)).part.has(Part::LEADS)
    }

    fn entry(&self, at: usize) -> &'a Entry {
        self.vocabulary.entry(self.numbers.get(at).copied().unwrap_or(0))
    }

    fn phrase_at(&self, at: usize, noun_first: bool) -> Option<Found> {
        let number = self.numbers.get(at).copied().filter(|number| *number != 0)?;
        self.vocabulary.at(self.source, at, number, noun_first)
    }

    /// The event noun that begins at a token.
    pub(crate) fn event_noun(&self, at: usize) -> Option<Found> {
        let found = self.phrase_at(at, true)?;
        (found.is_noun && found.class.is_some()).then_some(found)
    }

    /// The verb of the class lexicon that begins at a token.
    pub(crate) fn event_verb(&self, at: usize) -> Option<Found> {
        let found = self.phrase_at(at, false)?;
        (!found.is_noun).then_some(found)
    }

    /// The determiner of the noun at a token, over adjectives.
    pub(crate) fn determiner_before(&self, noun: usize) -> (Determiner, usize) {
        let mut first = noun;
        for back in 1..=4 {
            let Some(at) = noun.checked_sub(back) else { break };
            if self.is_mark(at, b'\'') {
                continue;
            }
            if !self.is_word(at) && self.token(at).is_none_or(|token| token.kind != Kind::Number) {
                break;
            }
            let kind = self.determiner(at);
            if kind != Determiner::None {
                return (kind, at);
            }
            if self.is(at, Part::PREPOSITION.or(Part::OF)) {
                break;
            }
            first = at;
        }
        (Determiner::None, first)
    }

    fn determiner(&self, at: usize) -> Determiner {
        let part = self.entry(at).part;
        if part.has(Part::DEMONSTRATIVE) {
            Determiner::Demonstrative
        } else if part.has(Part::POSSESSIVE) {
            Determiner::Possessive
        } else if part.has(Part::DEFINITE) {
            Determiner::Definite
        } else if part.has(Part::INDEFINITE) {
            Determiner::Indefinite
        } else {
            Determiner::None
        }
    }

    /// What some stretches of text say about which event they name; the head is left open.
    pub(crate) fn describe(&self, spans: impl Iterator<Item = Span>) -> Naming {
        let mut naming = Naming::default();
        for span in spans {
            for at in self.tokens(span) {
                self.note(at, span.start, &mut naming);
            }
        }
        naming
    }

    fn note(&self, at: usize, start: usize, naming: &mut Naming) {
        let Some(token) = self.token(at).filter(|token| token.kind == Kind::Word) else { return };
        let entry = self.entry(at);
        naming.traits = naming.traits.with(entry.traits);
        if token.length < 3 && entry.people.is_none() {
            return;
        }
        let text = self.text(at);
        let mut key = [0; 32];
        let Some(key) = fold_key(text, &mut key) else { return };
        let first = token.start as usize == start;
        let mut terms = self.terms.borrow_mut();
        if let Some(people) = entry.people {
            push(&mut naming.names, terms.add(people));
        } else if text.starts_with(char::is_uppercase) && 3 <= key.len() && !first {
            push(&mut naming.names, terms.add(key));
        } else if 4 <= key.len() && !entry.part.has(Part::COMMON) {
            push(&mut naming.words, terms.add(stem(key)));
            if first && text.starts_with(char::is_uppercase) {
                push(&mut naming.names, terms.add(key));
            }
        }
    }

    /// The event that a noun phrase, or a clause as a phrase, names.
    pub(crate) fn naming(&self, span: Span) -> Naming {
        let mut naming = self.describe(std::iter::once(span));
        let range = self.tokens(span);
        let mut noun = None;
        for at in range.clone() {
            if let Some(found) = self.event_noun(at) {
                // "Bomb attack": where nouns are put before nouns, the head is the last of them.
                noun = Some((at, found));
                if self.engine.grammar.conventions.head_noun_first {
                    break;
                }
            } else if noun.is_some() && self.is(at, Part::PREPOSITION) {
                break;
            }
        }
        if let Some((at, found)) = noun {
            naming.noun = true;
            naming.class = found.class;
            naming.plural = found.is_plural;
            naming.head = self.folded(at);
            naming.determiner = self.determiner_before(at).0;
            return naming;
        }
        let verb = range.clone().find_map(|at| {
            let found = self.event_verb(at)?;
            (found.class.is_some() && found.role == VerbRole::Full).then_some((at, found))
        });
        if let Some((at, found)) = verb {
            naming.class = found.class;
            naming.head = self.folded(at);
        } else if let Some(first) =
            range.clone().find(|at| self.determiner(*at) == Determiner::None)
        {
            naming.head = self.folded(first);
        }
        if let Some(at) = range.clone().next() {
            naming.determiner = self.determiner(at);
        }
        naming
    }

    pub(crate) fn folded(&self, at: usize) -> String {
        fold(self.text(at))
    }
}

fn push(list: &mut Vec<Term>, term: Term) {
    if list.len() < 40 && !list.contains(&term) {
        list.push(term);
    }
}

/// A word without the endings of number and gender.
fn stem(word: &str) -> &str {
    let word = word.strip_suffix('s').unwrap_or(word);
    let word = word.strip_suffix('e').unwrap_or(word);
    word.strip_suffix('x').unwrap_or(word)
}

//! Reading the words that name an event: head, class, traits, names, determiner.

use crate::article::{Language, Span};
use crate::event::class::{Classes, Found, VerbRole, fold_key};
use crate::lang;
use crate::lang::Engine;
use crate::lang::classes::Happenings;
use crate::lang::cue::Cue;
use crate::lang::input::Source;
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
    pub(crate) traits: Vec<&'static str>,
    /// Names, folded; peoples and capitals under one name.
    pub(crate) names: Vec<String>,
    /// Other words of content, by their stems.
    pub(crate) words: Vec<String>,
}

/// An article's tokens with all that reads them.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a> {
    pub(crate) source: Source<'a>,
    pub(crate) engine: &'a Engine,
    pub(crate) classes: &'a Classes,
    pub(crate) language: Language,
}

impl<'a> Words<'a> {
    pub(crate) fn happenings(&self) -> &'static Happenings {
        lang::grammar(self.language).happenings
    }

    /// The tokens inside a span, half-open.
    pub(crate) fn tokens(&self, span: Span) -> std::ops::Range<usize> {
        let tokens = self.source.tokens;
        let first = tokens.partition_point(|token| (token.start as usize) < span.start);
        let end = tokens.partition_point(|token| (token.end as usize) <= span.end);
        first..end.max(first)
    }

    pub(crate) fn token(&self, at: usize) -> Option<&'a Token> {
        self.source.tokens.get(at)
    }

    pub(crate) fn text(&self, at: usize) -> &'a str {
        let span = self.token(at).map(|token| token.start as usize..token.end as usize);
        span.and_then(|span| self.source.text.get(span)).unwrap_or("")
    }

    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Word)
    }

    pub(crate) fn is_mark(&self, at: usize, mark: u8) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Mark(mark))
    }

    pub(crate) fn cue(&self, at: usize) -> Cue {
        if self.is_word(at) { self.engine.cues.of(self.text(at)) } else { Cue::default() }
    }

    /// Whether a token is one of some folded words between spaces.
    pub(crate) fn is_one_of(&self, at: usize, list: &str) -> bool {
        if !self.is_word(at) {
            return false;
        }
        let mut key = [0; 32];
        fold_key(self.text(at), &mut key).is_some_and(|key| lists(list, key))
    }

    /// The event noun that begins at a token.
    pub(crate) fn event_noun(&self, at: usize) -> Option<Found> {
        let found = self.classes.at(self.language, self.source, at, true)?;
        (found.is_noun && found.class.is_some()).then_some(found)
    }

    /// The verb of the class lexicon that begins at a token.
    pub(crate) fn event_verb(&self, at: usize) -> Option<Found> {
        let found = self.classes.at(self.language, self.source, at, false)?;
        (!found.is_noun).then_some(found)
    }

    /// The determiner of the noun at a token, over adjectives.
    pub(crate) fn determiner_before(&self, noun: usize) -> (Determiner, usize) {
        let sets = self.happenings();
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
            if self.is_one_of(at, sets.prepositions) || self.is_one_of(at, sets.of) {
                break;
            }
            first = at;
        }
        (Determiner::None, first)
    }

    /// Whether a token is a determiner.
    pub(crate) fn determines(&self, at: usize) -> bool {
        self.determiner(at) != Determiner::None
    }

    fn determiner(&self, at: usize) -> Determiner {
        let sets = self.happenings();
        if self.is_one_of(at, sets.demonstrative) {
            Determiner::Demonstrative
        } else if self.is_one_of(at, sets.possessive) {
            Determiner::Possessive
        } else if self.is_one_of(at, sets.definite) {
            Determiner::Definite
        } else if self.is_one_of(at, sets.indefinite) {
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
        if !self.is_word(at) {
            return;
        }
        let text = self.text(at);
        let mut key = [0; 32];
        let Some(key) = fold_key(text, &mut key) else { return };
        if let Some(name) = self.classes.trait_of(self.language, key)
            && !naming.traits.contains(&name)
        {
            naming.traits.push(name);
        }
        let first = self.token(at).is_some_and(|token| token.start as usize == start);
        if let Some(people) = self.classes.people(self.language, key) {
            push(&mut naming.names, people.to_owned());
        } else if text.starts_with(char::is_uppercase) && 3 <= key.len() && !first {
            push(&mut naming.names, key.to_owned());
        } else if 4 <= key.len() && !self.is_one_of(at, self.happenings().common) {
            push(&mut naming.words, stem(key).to_owned());
            if first && text.starts_with(char::is_uppercase) {
                push(&mut naming.names, key.to_owned());
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
                // "Bomb attack": in English the head is the last of the words before a preposition.
                noun = Some((at, found));
                if self.language == Language::Fr {
                    break;
                }
            } else if noun.is_some() && self.is_one_of(at, self.happenings().prepositions) {
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
        crate::event::class::folded_word(self.text(at))
    }
}

/// Whether a list of words between spaces has a word.
fn lists(list: &str, word: &str) -> bool {
    let bounds = |at: usize| list.as_bytes().get(at).is_none_or(u8::is_ascii_whitespace);
    let begins = |at: usize| at.checked_sub(1).is_none_or(bounds);
    !word.is_empty()
        && list.match_indices(word).any(|(at, _)| begins(at) && bounds(at + word.len()))
}

fn push(list: &mut Vec<String>, word: String) {
    if list.len() < 40 && !list.contains(&word) {
        list.push(word);
    }
}

/// A word without the endings of number and gender.
fn stem(word: &str) -> &str {
    let word = word.strip_suffix('s').unwrap_or(word);
    let word = word.strip_suffix('e').unwrap_or(word);
    word.strip_suffix('x').unwrap_or(word)
}

//! What each article tells: one event mention (a *seed*) for every predicate that a time belongs to, or
//! that dates another, or that goes on with a dated story. Which of them are one event is decided later.

mod attach;
mod build;
mod dates;
mod head;
mod quote;
mod status;
mod thread;

use std::cell::OnceCell;

use crate::amount::Amount;
use crate::article::{Article, Language, Span};
use crate::event::Status;
use crate::extent::Extent;
use crate::lang::role::Role;
use crate::reader::Account;
use crate::syntax::{Predicate, Predicates, Syntax, Told, Tree};

use super::participants::Participants;
use super::words::{Determiner, Naming, Words};

/// What a seed stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SeedKind {
    /// A verb or a copular predicate.
    Clause,
    /// An event noun: "l'attentat du 22 mars".
    Noun,
    /// A by-line, a header, the stamp of a post.
    Stamp,
    /// A clause that only says how long something holds: "les 48 prochaines heures".
    Window,
}

/// A mention that dates a seed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dating {
    pub(crate) mention: usize,
    /// Which of its parts, for an item of a list.
    pub(crate) part: Option<usize>,
}

/// The place of a predicate: its sentence, and its number among the predicates there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PredicateAt {
    pub(crate) sentence: usize,
    pub(crate) number: usize,
}

/// When a seed without a time of its own is, as the story around it says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Bound {
    /// The story goes on at the time that a mention told.
    Thread { extent: Extent, mention: usize },
    /// It is not after the seed that reports it.
    NotAfter(PredicateAt),
}

/// An end of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    Begins,
    Ends,
}

/// A stretch of an article that tells of an event.
#[derive(Clone, Debug)]
pub(crate) struct Seed {
    pub(crate) article: usize,
    pub(crate) kind: SeedKind,
    pub(crate) span: Span,
    /// The word that carries the event.
    pub(crate) head: Option<Span>,
    /// Who does it, and to whom or what: their phrases.
    pub(crate) subject: Option<Span>,
    pub(crate) object: Option<Span>,
    /// Who takes part.
    pub(crate) participants: Participants,
    /// The predicate it is, or stands in.
    pub(crate) predicate: Option<PredicateAt>,
    pub(crate) sentence: usize,
    pub(crate) passage: Option<usize>,
    pub(crate) naming: Naming,
    /// The language it is told in.
    pub(crate) language: Language,
    /// The lemma of its predicate, folded; empty without one.
    pub(crate) verb: String,
    pub(crate) label: String,
    pub(crate) status: Status,
    pub(crate) told: Told,
    pub(crate) source: Option<String>,
    pub(crate) dated: Vec<Dating>,
    pub(crate) bound: Option<Bound>,
    pub(crate) window: Option<(usize, Amount)>,
    /// How long it lasts, as a mention says.
    pub(crate) lasts: Option<(usize, Amount)>,
    /// Whether its date is that of its beginning or its end alone, where other words tell the whole.
    pub(crate) edge: Option<Edge>,
    /// The day its passage was published.
    pub(crate) told_on: Option<chrono::NaiveDate>,
    /// The mention that dates its passage, where that is not the article.
    pub(crate) told_by: Option<usize>,
    /// The number of the user's event that quotes it.
    pub(crate) named: Option<usize>,
    /// Whether its dates are the items of a list, from the first to the last.
    pub(crate) listed: bool,
    /// When the world knows it to be, by the words that name it.
    pub(crate) known: Option<Extent>,
}

/// The sentences of an article with their predicates, parsed as they are asked for.
#[derive(Debug)]
pub(crate) struct Story<'a> {
    pub(crate) syntax: &'a Syntax<'a>,
    predicates: Vec<OnceCell<Option<Predicates<'a>>>>,
}

impl<'a> Story<'a> {
    pub(crate) fn new(syntax: &'a Syntax<'a>) -> Self {
        let count = syntax.sentences().len();
        Self { syntax, predicates: (0..count).map(|_| OnceCell::new()).collect() }
    }
}

/// An article as it is gathered from.
#[derive(Clone, Copy)]
pub(crate) struct Telling<'a> {
    pub(crate) number: usize,
    pub(crate) article: &'a Article,
    pub(crate) account: &'a Account,
    pub(crate) story: &'a Story<'a>,
    pub(crate) words: Words<'a>,
}

impl<'a> Telling<'a> {
    pub(crate) fn text(&self) -> &'a str {
        self.article.text()
    }

    /// The sentence at a byte offset, or the last before it.
    pub(crate) fn sentence_at(&self, offset: usize) -> Option<usize> {
        self.story.syntax.sentence_at(offset)
    }

    /// The words of a sentence.
    pub(crate) fn sentence(&self, number: usize) -> Option<Span> {
        self.story.syntax.sentences().get(number).map(|sentence| sentence.span)
    }

    /// The predicates of a sentence; none where no model of the language is there.
    pub(crate) fn predicates(&self, sentence: usize) -> Option<&'a Predicates<'a>> {
        let cell = self.story.predicates.get(sentence)?;
        let read = || {
            let tree = self.story.syntax.tree(sentence)?;
            let roles = &self.words.engine.roles;
            let is_event = |unit: u32| self.is_event_noun(tree, unit);
            Some(Predicates::of(self.story.syntax, tree, roles, &is_event))
        };
        cell.get_or_init(read).as_ref()
    }

    /// A predicate by its place.
    pub(crate) fn predicate(&self, at: PredicateAt) -> Option<(&'a Predicates<'a>, &'a Predicate)> {
        let all = self.predicates(at.sentence)?;
        Some((all, all.list.get(at.number)?))
    }

    /// Whether a noun is an event: of a class, on the list, or made from a verb.
    fn is_event_noun(&self, tree: &Tree, unit: u32) -> bool {
        let noun = tree.unit(unit);
        // A capital inside a sentence makes a name: "l'Assemblée".
        let text = self.story.syntax.text(noun);
        if unit != 0
            && text.starts_with(char::is_uppercase)
            && !text.chars().all(char::is_uppercase)
        {
            return false;
        }
        if self.words.event_noun(noun.first as usize).is_some() {
            return true;
        }
        let lemma = self.story.syntax.lemma(noun);
        let roles = &self.words.engine.roles;
        let role = roles.of(&lemma);
        !role.has(Role::THING)
            && noun.tag == crate::syntax::Upos::Noun
            && (role.has(Role::EVENT) || roles.ends_as_event(&lemma))
    }

    /// Where a mention's own words begin.
    pub(crate) fn offset(&self, mention: usize) -> usize {
        self.account.mentions.get(mention).map_or(0, |mention| {
            mention.marks.first().map_or(mention.span.start, |mark| mark.start)
        })
    }

    /// The day that the passage at an offset was published.
    pub(crate) fn told_on(&self, offset: usize) -> Option<chrono::NaiveDate> {
        if let Some(dating) = self.account.passages.dated_by(offset) {
            let resolution = self.account.resolutions.get(dating)?;
            return resolution.parts.first()?.extent()?.first_day();
        }
        self.account.published.map(|published| published.day())
    }
}

/// Whether a determiner of a seed makes it refer to what is known.
pub(crate) fn refers(seed: &Seed) -> bool {
    seed.naming.noun
        && seed.naming.determiner != Determiner::Indefinite
        && seed.naming.determiner.refers()
}

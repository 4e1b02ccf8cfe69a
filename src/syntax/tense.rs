//! How the times of an article are told: past, to come.

use std::cell::OnceCell;

use crate::article::Span;
use crate::lang::Engine;
use crate::lang::role::Role;
use crate::scan::Mention;

use super::Syntax;
use super::predicate::{Predicates, Told};
use super::tag::Upos;

/// How the times of an article are told, read off the trees of their sentences when it is asked.
#[derive(Debug)]
pub(crate) struct Tenses<'a> {
    syntax: &'a Syntax<'a>,
    engine: &'a Engine,
    mentions: &'a [Mention],
    told: Vec<OnceCell<(Option<Told>, bool)>>,
}

impl<'a> Tenses<'a> {
    pub(crate) fn new(syntax: &'a Syntax<'a>, engine: &'a Engine, mentions: &'a [Mention]) -> Self {
        Self { syntax, engine, mentions, told: vec![OnceCell::new(); mentions.len()] }
    }

    /// How what a mention belongs to is told.
    pub(crate) fn told(&self, mention: usize) -> Option<Told> {
        self.of(mention).0
    }

    /// Whether a mention is the time of a report, not of what it reports: "police said on Tuesday".
    pub(crate) fn reports(&self, mention: usize) -> bool {
        self.of(mention).1
    }

    fn of(&self, mention: usize) -> (Option<Told>, bool) {
        let Some(kept) = self.told.get(mention) else { return (None, false) };
        let read = || {
            let sentence = self.syntax.sentence_at(offset_of(self.mentions.get(mention)?))?;
            let tree = self.syntax.tree(sentence)?;
            let roles = &self.engine.roles;
            let is_event = |unit: u32| {
                let lemma = self.syntax.lemma(tree.unit(unit));
                let role = roles.of(&lemma);
                !role.has(Role::THING) && (role.has(Role::EVENT) || roles.ends_as_event(&lemma))
            };
            let predicates = Predicates::of(self.syntax, tree, roles, &is_event);
            let unit = tree.unit_of_mention(mention)?;
            Some((predicates.told_at(unit), predicates.reports_at(unit)))
        };
        *kept.get_or_init(|| read().unwrap_or((None, false)))
    }

    /// Whether a verb of saying stands in a stretch.
    pub(crate) fn speaks(&self, span: Span) -> bool {
        self.syntax.tags(span).any(|unit| {
            unit.tag == Upos::Verb
                && span.contains(unit.span)
                && self.engine.roles.of(&self.syntax.lemma(unit)).has(Role::SPEECH)
        })
    }
}

/// Where a mention's own words begin.
fn offset_of(mention: &Mention) -> usize {
    mention.marks.first().map_or(mention.span.start, |mark| mark.start)
}

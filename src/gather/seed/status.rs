//! How a predicate holds what it tells: as a fact, reported, denied, imagined or planned; and who says so.

use crate::event::Status;
use crate::lang::role::Role;
use crate::syntax::{PredicateKind, Predicates, Relation, Told, Upos};

use super::super::label;
use super::{PredicateAt, Telling};
use crate::event::Property;

impl Telling<'_> {
    /// How a predicate holds what it tells, and who says so.
    pub(super) fn held(&self, at: PredicateAt) -> (Status, Option<String>) {
        let Some((predicates, one)) = self.predicate(at) else { return (Status::Asserted, None) };
        let offset = predicates.tree.unit(one.head).span.start;
        let reporter = one.reported_by.and_then(|n| predicates.list.get(n));
        let mut source = self.named_source(predicates, one.top).or_else(|| {
            let speaker = reporter?;
            let noun = speaker.agent.or(speaker.subject.filter(|_| !speaker.passive))?;
            self.is_somebody(predicates, noun).then(|| label::source(self, predicates, noun))?
        });
        let reported = reporter.is_some()
            || source.is_some()
            || one.told == Told::PastConditional
            || self.account.passages.is_quoted(offset);
        if source.is_none() {
            source = self.account.passages.speaker(offset).map(str::to_owned);
        }
        // A noun stands for a fact even where its clause is denied.
        let noun = one.kind == PredicateKind::Noun;
        let (negated, hypothetical) = (one.negated && !noun, one.hypothetical && !noun);
        // A plan that was changed is no longer one.
        let status = if negated || predicates.is_undone(at.number) {
            Status::Negated
        } else if hypothetical {
            Status::Hypothetical
        } else if one.ahead
            || predicates.names_new_time(at.number)
            || matches!(one.told, Told::Future | Told::Conditional)
            || noun && self.is_planned_noun(predicates, one.head)
        {
            Status::Planned
        } else if reported {
            Status::Reported
        } else {
            Status::Asserted
        };
        (status, source)
    }

    /// "Selon la police", "according to the mayor": beside a predicate or above it.
    fn named_source(&self, predicates: &Predicates<'_>, top: u32) -> Option<String> {
        let tree = predicates.tree;
        let leads = |unit: u32| {
            tree.children(unit).iter().any(|case| {
                predicates.role(*case).has(Role::SOURCE)
                    && matches!(tree.unit(*case).relation, Relation::Case | Relation::Mark)
            })
        };
        let below = |unit: u32, above: u32| unit == above || tree.above(unit).any(|n| n == above);
        let (first, last) = tree.subtree(top);
        let named =
            |unit: u32| predicates.role(unit).has(Role::SOURCE) && !tree.unit(unit).is_mention();
        let found = (first..=last)
            .find(|unit| leads(*unit) && below(*unit, top))
            .or_else(|| (first..=last).find(|unit| named(*unit) && below(*unit, top)));
        let found = found.or_else(|| {
            tree.above(top)
                .take(3)
                .find_map(|above| tree.children(above).iter().copied().find(|unit| leads(*unit)))
        })?;
        // "According to X": X may hang on "according".
        let noun = if predicates.role(found).has(Role::SOURCE) {
            tree.children(found)
                .iter()
                .copied()
                .find(|child| matches!(tree.unit(*child).tag, Upos::Noun | Upos::Propn))?
        } else {
            found
        };
        if tree.unit(noun).is_mention() {
            return None;
        }
        label::source(self, predicates, noun)
    }

    /// Whether a subject of saying is somebody: a notice says what it says by itself, and a pronoun
    /// names nobody.
    fn is_somebody(&self, predicates: &Predicates<'_>, noun: u32) -> bool {
        let unit = predicates.tree.unit(noun);
        let notice = self.words.event_noun(unit.first as usize);
        let notice = notice.and_then(|found| found.class);
        matches!(unit.tag, Upos::Noun | Upos::Propn)
            && !notice.is_some_and(|class| self.words.classes.is(class, Property::NOTICE))
    }

    /// Whether a noun names what was fixed for later: the subject of "is scheduled", "prévu".
    fn is_planned_noun(&self, predicates: &Predicates<'_>, noun: u32) -> bool {
        let tree = predicates.tree;
        let by_participle = tree.children(noun).iter().any(|child| {
            predicates.role(*child).has(Role::SCHEDULES)
                && matches!(tree.unit(*child).relation, Relation::Acl | Relation::Amod)
        });
        let by_verb = tree.head(noun).is_some_and(|head| {
            predicates.role(head).has(Role::SCHEDULES)
                && predicates.at(head).and_then(|n| predicates.list.get(n)).is_some_and(|verb| {
                    verb.passive
                        && matches!(tree.unit(noun).relation, Relation::NsubjPass | Relation::Nsubj)
                })
        });
        by_participle || by_verb
    }
}

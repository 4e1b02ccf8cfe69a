//! What a predicate is called: by its verb, the noun that its verb only carries, or the noun that acts.

use crate::event::vocabulary::{Part, VerbRole};
use crate::lang::role::Role;
use crate::syntax::{Predicate, PredicateKind, Predicates, Relation, Upos};

use super::super::words::Naming;
use super::Telling;
use crate::event::Property;

impl Telling<'_> {
    /// The token at which a unit begins.
    fn token_of(predicates: &Predicates<'_>, unit: u32) -> usize {
        predicates.tree.unit(unit).first as usize
    }

    /// Whether a unit is a noun that the classes know as an event.
    fn class_noun(&self, predicates: &Predicates<'_>, unit: u32) -> Option<usize> {
        let own = predicates.tree.unit(unit);
        let noun = matches!(own.tag, Upos::Noun | Upos::Propn) && !own.is_mention();
        let at = own.first as usize;
        // What a time hangs on is another event.
        let noun = noun && !self.is_anchor(own.span);
        (noun && self.words.event_noun(at).is_some()).then_some(at)
    }

    /// The unit that carries the event: its head, or the noun of a light verb ("a eu lieu l'attaque",
    /// "the attack took place").
    pub(super) fn carrying_unit(&self, predicates: &Predicates<'_>, one: &Predicate) -> u32 {
        if one.kind != PredicateKind::Verb {
            return one.head;
        }
        let tree = predicates.tree;
        let role = predicates.role(one.head);
        let children = || tree.children(one.head).iter().copied();
        let has =
            |relation: Relation| children().any(|child| tree.unit(child).relation == relation);
        // "Avoir lieu", "take place": the noun stands beside the verb.
        let with_noun = children().any(|child| {
            let own = tree.unit(child);
            predicates.role(child).has(Role::LIGHT)
                && own.tag == Upos::Noun
                && matches!(
                    own.relation,
                    Relation::Obj
                        | Relation::Fixed
                        | Relation::Compound
                        | Relation::Xcomp
                        | Relation::Obl
                )
        });
        let light = with_noun || role.has(Role::LIGHT) && !has(Relation::Obj);
        // "The hearing is set for May 3": what was fixed is the hearing.
        let fixed = one.passive
            && role.has(Role::SCHEDULES)
            && !role.has(Role::UNDOES)
            && !has(Relation::Xcomp)
            && !has(Relation::Ccomp);
        let is_noun = |unit: &u32| {
            let own = tree.unit(*unit);
            own.tag == Upos::Noun && !own.is_mention()
        };
        // "Became official", "became an American citizen": what he became tells.
        let joined = children().find(|child| {
            let own = tree.unit(*child);
            role.has(Role::JOINS)
                && one.head < *child
                && matches!(own.relation, Relation::Xcomp | Relation::Obj)
                && matches!(own.tag, Upos::Noun | Upos::Adj | Upos::Propn)
        });
        if let Some(joined) = joined {
            return joined;
        }
        // "The hearing was postponed to June 11": the new time is the hearing's.
        let moved = predicates.at(one.head).is_some_and(|n| predicates.names_new_time(n));
        if moved {
            let what = if one.passive { one.subject } else { one.object };
            return what.filter(is_noun).unwrap_or(one.head);
        }
        match one.subject.filter(is_noun) {
            Some(noun) if light || fixed => noun,
            _ => one.head,
        }
    }

    /// The head and the class of a predicate.
    pub(super) fn name_predicate(
        &self,
        predicates: &Predicates<'_>,
        one: &Predicate,
        naming: &mut Naming,
    ) {
        let at = Self::token_of(predicates, one.head);
        if one.kind == PredicateKind::Noun {
            self.take_noun(Some(at), naming);
            if naming.head.is_empty() {
                naming.head = self.words.folded(at);
                naming.noun = true;
                naming.determiner = self.words.determiner_before(at).0;
            }
            return;
        }
        let verb = self.words.event_verb(at);
        naming.head = self.story.syntax.lemma(predicates.tree.unit(one.head)).into_owned();
        naming.class = verb.and_then(|verb| verb.class);
        let role = verb.map(|verb| verb.role);
        let object = one.object.and_then(|unit| self.class_noun(predicates, unit));
        let subject = one.subject.and_then(|unit| self.class_noun(predicates, unit));
        // "Ont publié des déclarations": what is published tells, where it is a notice.
        let publishes =
            naming.class.is_some_and(|class| self.words.classes.is(class, Property::PUBLICATION));
        if publishes && object.is_some_and(|at| self.is_notice(at)) {
            self.take_noun(object, naming);
            return;
        }
        if self.carrying_unit(predicates, one) != one.head {
            let carried = Self::token_of(predicates, self.carrying_unit(predicates, one));
            self.take_noun(Some(carried), naming);
            return;
        }
        if role != Some(VerbRole::Support) {
            let acts = subject.filter(|noun| self.acts(*noun, at, naming.class));
            self.take_noun(acts, naming);
            return;
        }
        let noun = if one.passive { subject.or(object) } else { object.or(subject) };
        self.take_noun(noun, naming);
    }

    /// Whether an event noun that is the subject of a verb itself does what is told: "an avalanche
    /// buried the road". Verbs that tell a phase of it ("the strike ended") are not its time.
    fn acts(&self, noun: usize, verb: usize, own: Option<usize>) -> bool {
        if self.words.is(verb, Part::PHASE) {
            return false;
        }
        let classes = self.words.classes;
        let class = self.words.event_noun(noun).and_then(|found| found.class);
        class.is_some_and(|class| {
            classes.is(class, Property::ACTING)
                && (own.is_none() || classes.is(class, Property::NATURAL))
        })
    }

    pub(super) fn take_noun(&self, noun: Option<usize>, naming: &mut Naming) {
        let Some((at, found)) = noun.and_then(|at| Some((at, self.words.event_noun(at)?))) else {
            return;
        };
        naming.head = self.words.folded(at);
        naming.class = found.class;
        naming.noun = true;
        naming.plural = found.is_plural;
        naming.determiner = self.words.determiner_before(at).0;
    }
}

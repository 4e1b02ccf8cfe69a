//! What words do in a sentence beyond their part of speech, by lemma: which verbs report, which only
//! carry another, which nouns are events of themselves.
//!
//! Lists are lemmas in lower case between spaces. They serve the view of predicates on trees
//! ([`crate::syntax`]); a verb that no list knows is a predicate all the same.

use std::collections::BTreeMap;

/// A set of roles that a lemma can play.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Role(u64);

impl Role {
    /// A verb of saying: it reports its complement ("announce", "déclarer").
    pub(crate) const SPEECH: Role = Role(1);
    /// A verb that only carries another's tense and modality ("devoir", "be able").
    pub(crate) const MODAL: Role = Role(1 << 1);
    /// A modal that puts its verb ahead of the time of telling ("aller", "plan", "expect").
    pub(crate) const AHEAD: Role = Role(1 << 2);
    /// A modal that leaves open whether its verb happens ("pouvoir", "may").
    pub(crate) const MAY: Role = Role(1 << 3);
    /// A verb that asks for its complement: what is ordered is still to come ("order", "demander").
    pub(crate) const ORDERS: Role = Role(1 << 4);
    /// A verb or adjective that says that its complement is not so ("nier", "false").
    pub(crate) const DENIES: Role = Role(1 << 5);
    /// A word that negates its verb ("pas", "never").
    pub(crate) const NOT: Role = Role(1 << 6);
    /// A determiner or pronoun that leaves nothing ("aucun", "nobody").
    pub(crate) const NONE: Role = Role(1 << 7);
    /// A word after which a negation is none ("pas seulement", "not only").
    pub(crate) const ONLY: Role = Role(1 << 8);
    /// A conjunction of conditions and open questions ("si", "whether").
    pub(crate) const IF: Role = Role(1 << 9);
    /// A word of comparison: a time behind it dates nothing ("contre", "than", "compared").
    pub(crate) const COMPARES: Role = Role(1 << 10);
    /// A noun of a document, which as an instrument gives its date to the deed ("ordonnance", "statement").
    pub(crate) const DOCUMENT: Role = Role(1 << 11);
    /// A noun that is an event of itself, beside those of the classes ("séance", "ceremony").
    pub(crate) const EVENT: Role = Role(1 << 12);
    /// A noun that only looks like an event by its ending ("situation", "department").
    pub(crate) const THING: Role = Role(1 << 13);
    /// A verb that tells how things are, not what happens ("rester", "seem").
    pub(crate) const STATE: Role = Role(1 << 14);
    /// A verb that lends its subject or object as event: "take place", "avoir lieu".
    pub(crate) const LIGHT: Role = Role(1 << 15);
    /// A verb of what was fixed for later: "prévoir", "schedule".
    pub(crate) const SCHEDULES: Role = Role(1 << 16);
    /// A noun that only carries a time ("soir", "end").
    pub(crate) const TIME: Role = Role(1 << 17);
    /// A conjunction or preposition that puts what follows after the main deed ("avant", "before").
    pub(crate) const BEFORE: Role = Role(1 << 18);
    /// A conjunction or preposition that puts what follows before the main deed ("après", "after").
    pub(crate) const AFTER: Role = Role(1 << 19);
    /// A relative pronoun.
    pub(crate) const RELATIVE: Role = Role(1 << 20);
    /// A word that makes a first-mention subject another one ("autre", "another", "second").
    pub(crate) const OTHER: Role = Role(1 << 21);
    /// A word that ties a date to the noun before it ("de", "of").
    pub(crate) const OF: Role = Role(1 << 22);
    /// A word that names who says it ("selon", "according").
    pub(crate) const SOURCE: Role = Role(1 << 23);
    /// A third-person pronoun that stands for somebody or something told before ("il", "she").
    pub(crate) const PRONOUN: Role = Role(1 << 24);
    /// A participle that only introduces a time, or is a preposition ("following", "concernant").
    pub(crate) const GRAMMAR: Role = Role(1 << 25);
    /// A verb that undoes what was planned ("cancel", "reporter").
    pub(crate) const UNDOES: Role = Role(1 << 26);
    /// A verb of waiting, whose time is when what was waited for came ("attendre").
    pub(crate) const WAITS: Role = Role(1 << 29);
    /// A verb that only joins its subject to a noun or adjective, which tells ("become").
    pub(crate) const JOINS: Role = Role(1 << 30);
    /// A French verb whose perfect is made with "être": "est tombé" is no passive.
    pub(crate) const MOVES: Role = Role(1 << 31);
    /// The auxiliary of the conditional ("would").
    pub(crate) const WOULD: Role = Role(1 << 28);
    /// An adverb or adjective that makes what it is said of a guess ("reportedly", "présumé").
    pub(crate) const ALLEGED: Role = Role(1 << 27);

    /// A preposition behind a verb of change that names the new time: "postponed to", "reporté au".
    pub(crate) const GOAL: Role = Role(1 << 32);
    /// A verb of which its subject, or object, is what begins ("begin", "commencer").
    pub(crate) const BEGINS: Role = Role(1 << 33);
    /// A verb of which its subject, or object, is what ends ("end", "s'achever").
    pub(crate) const ENDS: Role = Role(1 << 34);

    /// A verb whose object is how long its subject takes ("last", "durer").
    pub(crate) const LASTS: Role = Role(1 << 35);
    /// A preposition of how long: "for two weeks", "pendant trois jours".
    pub(crate) const DURING: Role = Role(1 << 36);

    /// A preposition of what something is meant for: "for the 2013 season", "pour mardi".
    pub(crate) const PURPOSE: Role = Role(1 << 37);

    pub(crate) const fn or(self, other: Role) -> Role {
        Role(self.0 | other.0)
    }

    /// Whether one of some roles is among these.
    pub(crate) fn has(self, any: Role) -> bool {
        self.0 & any.0 != 0
    }
}

/// The lists of a language.
#[derive(Debug)]
pub(crate) struct Roles {
    pub(crate) lists: &'static [(Role, &'static str)],
    /// Whether a verb's form is a future, by the form and the lemma: endings are surer than statistics.
    pub(crate) is_future: fn(&str, &str) -> bool,
    /// Endings of nouns made from verbs, which tell events ("-tion").
    pub(crate) event_endings: &'static [&'static str],
}

/// The roles of lemmas, to look up.
#[derive(Debug)]
pub(crate) struct RoleTable {
    by_lemma: BTreeMap<&'static str, Role>,
    event_endings: &'static [&'static str],
    is_future: fn(&str, &str) -> bool,
}

impl RoleTable {
    pub(crate) fn new(roles: &'static Roles) -> Self {
        let mut by_lemma: BTreeMap<&'static str, Role> = BTreeMap::new();
        for (role, list) in roles.lists {
            for lemma in list.split_whitespace() {
                let known = by_lemma.entry(lemma).or_default();
                *known = known.or(*role);
            }
        }
        Self { by_lemma, event_endings: roles.event_endings, is_future: roles.is_future }
    }

    /// Whether a verb's form is a future.
    pub(crate) fn is_future(&self, word: &str, lemma: &str) -> bool {
        (self.is_future)(word, lemma)
    }

    /// The roles of a lemma, in lower case.
    pub(crate) fn of(&self, lemma: &str) -> Role {
        self.by_lemma.get(lemma).copied().unwrap_or_default()
    }

    /// Whether the ending of a noun's lemma makes it an event.
    pub(crate) fn ends_as_event(&self, lemma: &str) -> bool {
        5 < lemma.len()
            && !self.of(lemma).has(Role::THING)
            && self.event_endings.iter().any(|ending| lemma.ends_with(ending))
    }
}

//! Who takes part in what a seed tells, and whether two seeds can tell of the same ones.

use std::collections::BTreeMap;

use crate::lang::fold::fold;
use crate::lang::role::Role;
use crate::syntax::{Number, Predicate, PredicateKind, Predicates, Relation, Upos};

use super::seed::Telling;

/// Somebody or something that takes part: what its phrase says about who it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Participant {
    /// The lemma of its head, folded.
    pub(crate) head: String,
    /// The names in its phrase, folded, in text order.
    pub(crate) names: Vec<String>,
    /// Whether those are its own, and not of a place or group that it belongs to: "a Crown Heights man".
    pub(crate) is_named: bool,
    /// Adjectives and complements that say which, folded lemmas.
    pub(crate) kinds: Vec<String>,
    /// How many or how much, as written: "5000", "deux".
    pub(crate) counts: Vec<String>,
    pub(crate) plural: bool,
    /// Whether it only points: a pronoun, a possessive.
    pub(crate) points: bool,
    /// Whether a word makes it another one than was told ("another man", "un second bus").
    pub(crate) other: bool,
}

/// The participants of a seed, by what they do in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Participants {
    /// Who does it.
    pub(crate) agent: Option<Participant>,
    /// To whom or what it is done, or what only undergoes it.
    pub(crate) patient: Option<Participant>,
    /// Of whom or what an event noun is: one of the two.
    pub(crate) of: Option<Participant>,
    /// To whom it is given or said.
    pub(crate) recipient: Option<Participant>,
    /// Whether it is told to happen again.
    pub(crate) again: bool,
    /// Where it is: names of places.
    pub(crate) places: Vec<String>,
    /// The lemmas of other complements, which can tell two deeds apart: "charged with theft".
    pub(crate) others: Vec<Participant>,
}

/// How two participants compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    /// They say the same of who it is.
    Same,
    /// Nothing tells them apart, nothing says that they are one.
    Open,
    /// They cannot be one.
    Different,
}

impl Participants {
    /// Of a predicate.
    /// `carried` is the noun of a light verb, which then is the event ("the attack took place").
    pub(crate) fn of(
        telling: &Telling<'_>,
        predicates: &Predicates<'_>,
        one: &Predicate,
        carried: Option<u32>,
    ) -> Self {
        let reader = Reader { telling, predicates };
        let mut all = Participants::default();
        let noun = carried.or((one.kind == PredicateKind::Noun).then_some(one.head));
        if let Some(noun) = noun {
            all.of = reader.complement(noun);
            all.agent = reader.agent_of_noun(noun);
        } else {
            let subject = one.subject.map(|unit| reader.participant(unit));
            if one.passive {
                all.agent = one.agent.map(|unit| reader.participant(unit));
                all.patient = subject;
            } else {
                all.agent = subject;
                all.patient = one.object.map(|unit| reader.participant(unit));
            }
        }
        reader.obliques(one.head, one, &mut all);
        if let Some(noun) = carried {
            reader.obliques(noun, one, &mut all);
        }
        all
    }

    /// How two seeds' participants compare, role by role: different where one of them is.
    pub(crate) fn compare(&self, other: &Participants) -> Match {
        let mut same = false;
        let mut roles: Vec<(Option<&Participant>, Option<&Participant>)> = vec![
            (self.agent.as_ref(), other.agent.as_ref()),
            (self.patient.as_ref(), other.patient.as_ref()),
            (self.recipient.as_ref(), other.recipient.as_ref()),
        ];
        match (&self.of, &other.of) {
            (Some(a), Some(b)) => roles.push((Some(a), Some(b))),
            (Some(of), None) => return self.compare_of(of, other),
            (None, Some(of)) => return other.compare_of(of, self),
            (None, None) => {}
        }
        for (a, b) in roles {
            match compare(a, b) {
                Match::Different => return Match::Different,
                Match::Same => same = true,
                Match::Open => {}
            }
        }
        if !self.places.is_empty() && !other.places.is_empty() {
            if !self.places.iter().any(|place| other.places.contains(place)) {
                return Match::Different;
            }
            same = true;
        }
        for a in &self.others {
            let theirs = other.others.iter().filter(|b| a.head == b.head);
            for b in theirs {
                if a.counts != b.counts && !a.counts.is_empty() && !b.counts.is_empty() {
                    return Match::Different;
                }
            }
        }
        if same { Match::Same } else { Match::Open }
    }

    /// The complement of an event noun is the agent or the patient of the other telling.
    fn compare_of(&self, of: &Participant, other: &Participants) -> Match {
        let roles: Vec<&Participant> =
            [&other.agent, &other.patient].into_iter().flatten().collect();
        let found: Vec<Match> = roles.iter().map(|role| compare(Some(of), Some(role))).collect();
        let places = !self.places.is_empty()
            && !other.places.is_empty()
            && !self.places.iter().any(|place| other.places.contains(place));
        // "The bombing of Lens" against "in Lens".
        let of_place = of.names.iter().any(|name| other.places.contains(name))
            || other.others.iter().any(|one| one.head == of.head);
        if places && !of_place {
            return Match::Different;
        }
        if of_place || found.contains(&Match::Same) {
            return Match::Same;
        }
        if !found.is_empty() && found.iter().all(|m| *m == Match::Different) {
            return Match::Different;
        }
        Match::Open
    }

    /// Whether both name somebody, and the same, in what they do or undergo.
    pub(crate) fn share_a_name(&self, other: &Participants) -> bool {
        let names = |all: &Participants| {
            let who = [&all.agent, &all.patient, &all.of];
            who.into_iter().flatten().filter(|one| one.is_named).cloned().collect()
        };
        let (own, theirs): (Vec<Participant>, Vec<Participant>) = (names(self), names(other));
        own.iter().any(|a| theirs.iter().any(|b| compare(Some(a), Some(b)) == Match::Same))
    }

    /// Each participant that can be called by a title or by a name.
    pub(crate) fn each(&mut self) -> impl Iterator<Item = &mut Participant> {
        [&mut self.agent, &mut self.patient, &mut self.of, &mut self.recipient]
            .into_iter()
            .flatten()
    }

    /// Whether a word makes one of them another one than was told before.
    pub(crate) fn has_other(&self) -> bool {
        self.again
            || [&self.agent, &self.patient, &self.of].into_iter().flatten().any(|one| one.other)
    }
}

/// How two participants compare.
pub(crate) fn compare(a: Option<&Participant>, b: Option<&Participant>) -> Match {
    let (Some(a), Some(b)) = (a, b) else { return Match::Open };
    if a.points || b.points {
        return Match::Open;
    }
    if a.other != b.other {
        return Match::Different;
    }
    let counted = |one: &Participant| !one.counts.is_empty();
    if counted(a) && counted(b) && !a.counts.iter().any(|count| b.counts.contains(count)) {
        return Match::Different;
    }
    if !a.names.is_empty() && !b.names.is_empty() {
        // "Nicholas Duran" and "Alejandro Duran" are two, "Duran" is either.
        let shared = a.names.iter().filter(|name| b.names.contains(name)).count();
        let fewer = a.names.len().min(b.names.len());
        return if shared == fewer || 2 <= shared { Match::Same } else { Match::Different };
    }
    if a.head == b.head {
        if a.plural != b.plural {
            return Match::Different;
        }
        let named = a.names.is_empty() == b.names.is_empty();
        let kinds = a.kinds.is_empty()
            || b.kinds.is_empty()
            || a.kinds.iter().any(|kind| b.kinds.contains(kind));
        return match (named, kinds) {
            (true, true) => Match::Same,
            // "The first suspect" and "the Lens suspect".
            (true, false) => Match::Different,
            (false, _) => Match::Open,
        };
    }
    // A title and a name may be one; two titles are two.
    if a.names.is_empty() != b.names.is_empty() {
        if a.plural != b.plural {
            return Match::Different;
        }
        return Match::Open;
    }
    Match::Different
}

/// Gives those who are called by their title alone the names that an article gives that title, where it
/// gives one: "La présidente, Odile Marsan, …", then "la présidente".
pub(crate) fn name_by_titles<'a>(all: impl Iterator<Item = (usize, &'a mut Participants)>) {
    let mut all: Vec<(usize, &mut Participants)> = all.collect();
    // By article and title; `None` where it has several.
    let mut names: BTreeMap<(usize, String), Option<Vec<String>>> = BTreeMap::new();
    for (article, participants) in &mut all {
        for one in participants.each() {
            if !one.is_named || one.plural || one.names.contains(&one.head) {
                continue;
            }
            let known = names.entry((*article, one.head.clone()));
            let known = known.or_insert_with(|| Some(one.names.clone()));
            if known.as_ref() != Some(&one.names) {
                *known = None;
            }
        }
    }
    for (article, participants) in &mut all {
        for one in participants.each() {
            if one.names.is_empty()
                && !one.plural
                && !one.points
                && !one.other
                && let Some(Some(known)) = names.get(&(*article, one.head.clone()))
            {
                one.names.clone_from(known);
                one.is_named = true;
            }
        }
    }
}

struct Reader<'p, 't, 's> {
    telling: &'p Telling<'t>,
    predicates: &'p Predicates<'s>,
}

impl Reader<'_, '_, '_> {
    fn lemma(&self, unit: u32) -> String {
        fold(&self.telling.story.syntax.lemma(self.predicates.tree.unit(unit)))
    }

    fn text(&self, unit: u32) -> String {
        fold(self.telling.story.syntax.text(self.predicates.tree.unit(unit)))
    }

    /// What a phrase says about who it is.
    fn participant(&self, unit: u32) -> Participant {
        let tree = self.predicates.tree;
        let own = tree.unit(unit);
        let mut one = Participant {
            head: self.lemma(unit),
            plural: own.feats.number() == Some(Number::Plur),
            points: matches!(own.tag, Upos::Pron | Upos::Det) || own.is_mention(),
            ..Participant::default()
        };
        let mut open = vec![(unit, 0)];
        while let Some((at, depth)) = open.pop() {
            let own = tree.unit(at);
            match own.tag {
                Upos::Propn => {
                    let beside = matches!(own.relation, Relation::Appos | Relation::Flat);
                    one.is_named |= at == unit || beside && tree.head(at) == Some(unit);
                    one.names.push(self.text(at));
                }
                Upos::Num => one.counts.push(self.text(at).replace(['.', ',', ' ', '\u{a0}'], "")),
                Upos::Adj if at != unit && depth == 1 => one.kinds.push(self.lemma(at)),
                Upos::Noun if at != unit && own.relation == Relation::Nmod => {
                    one.kinds.push(self.lemma(at));
                }
                _ => {}
            }
            one.other |=
                depth == 1 && self.predicates.role(at).has(Role::OTHER) && own.tag != Upos::Noun;
            if depth == 3 {
                continue;
            }
            // "Le faussaire présumé Aurelio Brandi": the guess stands between.
            let alleged = |unit: u32| self.predicates.role(unit).has(Role::ALLEGED);
            let follows = tree.children(at).iter().copied().filter(|child| {
                let own = tree.unit(*child);
                own.relation == Relation::Acl && alleged(*child)
                    || own.tag == Upos::Propn && alleged(at)
                    || !own.is_mention()
                        && matches!(
                            tree.unit(*child).relation,
                            Relation::Flat
                                | Relation::Appos
                                | Relation::Amod
                                | Relation::Nummod
                                | Relation::Compound
                                | Relation::Det
                                | Relation::Nmod
                                | Relation::Conj
                        )
            });
            open.extend(follows.map(|child| (child, depth + 1)));
        }
        one.names.sort();
        one.names.dedup();
        one.kinds.sort();
        one.counts.sort();
        one
    }

    /// Of whom or what an event noun is: its complement with "de", "of", its possessor.
    fn complement(&self, noun: u32) -> Option<Participant> {
        let tree = self.predicates.tree;
        let mut complements = tree.children(noun).iter().copied().filter(|child| {
            let own = tree.unit(*child);
            !own.is_mention()
                && matches!(own.relation, Relation::Nmod | Relation::Compound)
                && matches!(own.tag, Upos::Noun | Upos::Propn | Upos::Pron)
                && (own.relation == Relation::Compound
                    || *child < noun
                    || tree
                        .children(*child)
                        .iter()
                        .any(|case| self.predicates.role(*case).has(Role::OF)))
        });
        complements.next().map(|unit| self.participant(unit))
    }

    /// By whom an event noun is: "by rebels", "par la police".
    fn agent_of_noun(&self, noun: u32) -> Option<Participant> {
        let tree = self.predicates.tree;
        tree.children_by(noun, Relation::OblAgent).next().map(|unit| self.participant(unit))
    }

    /// Places, recipients and what else hangs on a predicate.
    fn obliques(&self, head: u32, one: &Predicate, all: &mut Participants) {
        let tree = self.predicates.tree;
        for child in tree.children(head).iter().copied() {
            let own = tree.unit(child);
            if own.is_mention() || Some(child) == one.object || Some(child) == one.subject {
                continue;
            }
            all.again |=
                own.relation == Relation::Advmod && self.predicates.role(child).has(Role::OTHER);
            match own.relation {
                Relation::Iobj => all.recipient = Some(self.participant(child)),
                Relation::Obl | Relation::Nmod => {
                    let participant = self.participant(child);
                    if own.tag == Upos::Propn
                        || !participant.names.is_empty() && own.relation == Relation::Obl
                    {
                        all.places.extend(participant.names);
                    } else if own.tag == Upos::Noun {
                        all.others.push(participant);
                    }
                }
                _ => {}
            }
        }
        all.places.sort();
        all.places.dedup();
    }
}

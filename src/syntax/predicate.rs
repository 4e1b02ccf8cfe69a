//! Predicates: verbs, copular predicates and event nouns of a tree, with tense, polarity, modality and
//! arguments; and which of them governs a time.
//!
//! A predicate is known by its *head*, the unit that carries the meaning (the participle of a compound
//! tense, the infinitive under a modal, the noun of a copula), and by its *top*, the unit by which its
//! clause hangs in the tree ("devrait" of "devrait s'ouvrir").

use crate::article::Span;
use crate::expr::Expr;
use crate::lang::role::{Role, RoleTable};

use super::Syntax;
use super::feats::{Clitic, Mood, Tense as Form, VerbForm};
use super::tag::{Relation, Upos};
use super::tree::{Tree, Unit};

/// What a predicate is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum PredicateKind {
    /// A verb.
    Verb,
    /// A noun or adjective with a copula: "was mayor".
    Copula,
    /// An event noun: "the attack of 22 March".
    Noun,
}

/// When a predicate is told to be, as its own verb group says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Told {
    /// A finite past, or a perfect.
    Past,
    /// A present.
    Present,
    /// A future, or a modal that puts it ahead.
    Future,
    /// "Would leave", "partirait".
    Conditional,
    /// "Aurait commis": a past that somebody else tells.
    PastConditional,
    /// A past participle without auxiliary: "le maire élu".
    Participle,
    /// A present participle or gerund.
    Gerund,
    /// An infinitive.
    Infinitive,
    /// No form that tells: nouns.
    None,
}

impl Told {
    /// Whether it tells what is over when it is told.
    pub(crate) fn is_past(self) -> bool {
        matches!(self, Told::Past | Told::PastConditional | Told::Participle)
    }
}

/// A predicate of a tree.
#[derive(Clone, Debug)]
pub(crate) struct Predicate {
    /// The unit that carries the meaning.
    pub(crate) head: u32,
    /// The unit by which its clause hangs in the tree.
    pub(crate) top: u32,
    pub(crate) kind: PredicateKind,
    pub(crate) told: Told,
    pub(crate) passive: bool,
    /// Whether it says that something is not so.
    pub(crate) negated: bool,
    /// Whether it is imagined, asked, or a condition.
    pub(crate) hypothetical: bool,
    /// Whether it is put ahead of the time of telling: "plans to", "was ordered to".
    pub(crate) ahead: bool,
    /// Whether a word makes it a guess: "reportedly", "alleged".
    pub(crate) alleged: bool,
    /// Whether it reports: a verb of saying.
    pub(crate) speech: bool,
    /// Whether it tells how things are, not what happens.
    pub(crate) state: bool,
    pub(crate) subject: Option<u32>,
    pub(crate) object: Option<u32>,
    /// Who does it, of a passive.
    pub(crate) agent: Option<u32>,
    /// The predicate whose clause it stands in, as a number in the list.
    pub(crate) outer: Option<usize>,
    /// How its clause hangs.
    pub(crate) via: Relation,
    /// The head whose auxiliaries it shares: "arrêté" for "jugé" in "est arrêté et jugé".
    pub(crate) shares: Option<u32>,
    /// Whether it is told as over before what is told in the past around it: "had left".
    pub(crate) pluperfect: bool,
    /// Whether it is told in the French imperfect: how things were.
    pub(crate) imperfect: bool,
    /// The predicate of saying that reports it, as a number in the list.
    pub(crate) reported_by: Option<usize>,
}

/// What a time in a tree belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Governor {
    /// A predicate, as a number in the list.
    Predicate(usize),
    /// A noun that is no event: "l'ordonnance du 22 mai".
    Noun(u32),
    /// A comparison, which the time dates nothing in.
    Comparison,
    /// Nothing in its sentence: a heading, the stamp of a line.
    Nothing,
}

/// The predicates of a tree, in text order of their heads, with what reads them.
#[derive(Debug)]
pub(crate) struct Predicates<'t> {
    pub(crate) tree: &'t Tree,
    pub(crate) list: Vec<Predicate>,
    /// By unit, the predicate whose head or carrier it is.
    of_unit: Vec<Option<u32>>,
    roles: Vec<Role>,
    /// By unit, whether it is a mention that begins with a word such as "du".
    opens_with_of: Vec<bool>,
    /// By unit, whether it is a mention of a stretch from one time to another.
    stretches: Vec<bool>,
    /// By unit, whether its ending makes it a future.
    futures: Vec<bool>,
    /// By unit, of a mention the words that name the event it hangs on.
    anchors: Vec<Option<Span>>,
    /// By unit, whether it is a mention that owns the noun after it.
    owns: Vec<bool>,
    /// Whether the sentence asks.
    asks: bool,
}

impl<'t> Predicates<'t> {
    /// Reads the predicates of a tree. `is_event` says of a noun, by its number, whether it is an event.
    pub(crate) fn of(
        syntax: &Syntax<'_>,
        tree: &'t Tree,
        table: &RoleTable,
        is_event: &dyn Fn(u32) -> bool,
    ) -> Self {
        let roles =
            (tree.units.iter())
                .map(|unit| {
                    if unit.is_mention() { Role::default() } else { table.of(&syntax.lemma(unit)) }
                })
                .collect();
        let opens_with_of = (tree.units.iter())
            .map(|unit| {
                let first = syntax.text(unit).split(|c: char| !c.is_alphabetic()).next();
                let of = |word: &str| table.of(&word.to_lowercase()).has(Role::OF);
                unit.is_mention() && first.is_some_and(of)
            })
            .collect();
        let stretches = (tree.units.iter())
            .map(|unit| {
                let mention = syntax.mention(unit);
                mention.is_some_and(|mention| matches!(mention.expr, Expr::Range { .. }))
            })
            .collect();
        let ends = tree.units.iter().rev().take_while(|unit| unit.tag == Upos::Punct);
        let asks = ends.into_iter().any(|unit| syntax.text(unit).starts_with('?'));
        // "Tuesday's": an apostrophe right behind a time.
        let owns = (tree.units.iter().enumerate())
            .map(|(n, unit)| {
                let next = tree.units.get(n + 1);
                unit.is_mention()
                    && (unit.feats.clitic() == Some(Clitic::Poss)
                        || next.is_some_and(|next| {
                            next.span.start == unit.span.end
                                && syntax.text(next).starts_with(['\'', '’'])
                        }))
            })
            .collect();
        let futures = (tree.units.iter())
            .map(|unit| {
                matches!(unit.tag, Upos::Verb | Upos::Aux)
                    && !unit.is_mention()
                    && table.is_future(&syntax.text(unit).to_lowercase(), &syntax.lemma(unit))
            })
            .collect();
        let mut read = Predicates {
            futures,
            owns,
            anchors: tree.units.iter().map(|unit| syntax.anchor_of(unit)).collect(),
            tree,
            list: Vec::new(),
            of_unit: vec![None; tree.units.len()],
            roles,
            opens_with_of,
            stretches,
            asks,
        };
        read.find(is_event);
        read.place();
        read.colour();
        read
    }

    /// The roles of a unit's lemma.
    pub(crate) fn role(&self, unit: u32) -> Role {
        self.roles.get(unit as usize).copied().unwrap_or_default()
    }

    /// The predicate of which a unit is the head, a modal or an auxiliary.
    pub(crate) fn at(&self, unit: u32) -> Option<usize> {
        self.of_unit.get(unit as usize).copied().flatten().map(|n| n as usize)
    }

    /// The innermost predicate whose clause a unit stands in: its own, or the nearest above.
    pub(crate) fn around(&self, unit: u32) -> Option<usize> {
        self.at(unit).or_else(|| self.tree.above(unit).find_map(|above| self.at(above)))
    }

    fn unit(&self, n: u32) -> &'t Unit {
        self.tree.unit(n)
    }

    fn child(&self, unit: u32, relation: Relation) -> Option<u32> {
        self.tree.children_by(unit, relation).next()
    }

    fn has_child(&self, unit: u32, relation: Relation) -> bool {
        self.child(unit, relation).is_some()
    }

    /// The words of a verb group that stand before its head: auxiliaries, copula.
    fn auxiliaries(&self, unit: u32) -> impl Iterator<Item = u32> + '_ {
        self.tree.children(unit).iter().copied().filter(|n| {
            matches!(self.unit(*n).relation, Relation::Aux | Relation::AuxPass | Relation::Cop)
        })
    }

    /// Whether a unit is the verb of a clause of its own.
    fn is_verb(&self, n: u32) -> bool {
        let unit = self.unit(n);
        if unit.is_mention() {
            return false;
        }
        let inside = matches!(
            unit.relation,
            Relation::Aux
                | Relation::AuxPass
                | Relation::Cop
                | Relation::Case
                | Relation::Fixed
                | Relation::Mark
                | Relation::Flat
                | Relation::Compound
                | Relation::Cc
                | Relation::Det
        );
        match unit.tag {
            Upos::Verb => !inside && !self.role(n).has(Role::GRAMMAR),
            Upos::Aux => !inside && unit.relation != Relation::Dep,
            _ => false,
        }
    }

    /// The complement that a modal, or a verb that only puts another ahead, carries.
    fn carried(&self, n: u32) -> Option<u32> {
        if !self.role(n).has(Role::MODAL) || self.has_child(n, Relation::Obj) {
            return None;
        }
        let complement = self.child(n, Relation::Xcomp).or_else(|| {
            // "Il faut qu'il parte" has a clause of its own; "doit partir" may be read as one.
            self.child(n, Relation::Ccomp).filter(|c| {
                self.unit(*c).feats.verb_form() == Some(VerbForm::Inf)
                    && !self.has_child(*c, Relation::Nsubj)
            })
        })?;
        let is_predicate = self.is_verb(complement) || self.has_child(complement, Relation::Cop);
        (is_predicate && n < complement).then_some(complement)
    }

    fn find(&mut self, is_event: &dyn Fn(u32) -> bool) {
        let count = self.tree.units.len() as u32;
        let mut carrier: Vec<Option<u32>> = vec![None; count as usize];
        for n in 0..count {
            let may_carry = self.is_verb(n) || self.has_child(n, Relation::Cop);
            if may_carry && let Some(carried) = self.carried(n) {
                carrier[carried as usize] = Some(n);
            }
        }
        let carries = |n: u32| carrier.contains(&Some(n));
        for n in 0..count {
            let unit = self.unit(n);
            let copula = self.has_child(n, Relation::Cop) && !self.is_verb(n) && !unit.is_mention();
            let kind = if self.is_verb(n) {
                PredicateKind::Verb
            } else if copula {
                PredicateKind::Copula
            } else if matches!(unit.tag, Upos::Noun | Upos::Propn)
                && !unit.is_mention()
                && (is_event(n) || unit.tag == Upos::Noun && self.heads_verbless(n))
            {
                PredicateKind::Noun
            } else {
                continue;
            };
            if kind != PredicateKind::Noun && carries(n) {
                continue;
            }
            let mut chain = vec![n];
            while let Some(above) = carrier[chain[chain.len() - 1] as usize] {
                chain.push(above);
            }
            let predicate = self.make(kind, &chain);
            let number = self.list.len() as u32;
            for unit in &chain {
                self.of_unit[*unit as usize] = Some(number);
                for auxiliary in self.auxiliaries(*unit).collect::<Vec<_>>() {
                    self.of_unit[auxiliary as usize] = Some(number);
                }
            }
            self.list.push(predicate);
        }
    }

    /// Whether a noun is the head of a sentence without a verb, or joined to such a one, or stands right
    /// below a time that is ("12 mai 2003 : fin de l'enquête").
    fn heads_verbless(&self, n: u32) -> bool {
        let unit = self.unit(n);
        match unit.relation {
            Relation::Root => true,
            Relation::Conj => self.tree.head(n).is_some_and(|head| {
                self.unit(head).tag == Upos::Noun
                    && !self.unit(head).is_mention()
                    && self.heads_verbless_once(head)
            }),
            _ => self.heads_verbless_once(n),
        }
    }

    fn heads_verbless_once(&self, n: u32) -> bool {
        let unit = self.unit(n);
        if unit.relation == Relation::Root {
            return true;
        }
        let below = matches!(
            unit.relation,
            Relation::Parataxis
                | Relation::Appos
                | Relation::Conj
                | Relation::Dep
                | Relation::List
                | Relation::Nmod
        );
        let root = self.tree.head(n).filter(|head| self.unit(*head).relation == Relation::Root);
        below
            && root.is_some_and(|root| {
                self.unit(root).is_mention()
                    && !self.tree.children(root).iter().any(|child| self.is_verb(*child))
            })
    }

    /// A predicate from its head and the modals above it, innermost first.
    fn make(&self, kind: PredicateKind, chain: &[u32]) -> Predicate {
        let head = chain[0];
        let top = chain[chain.len() - 1];
        let mut told = self.told(top, if top == head { kind } else { PredicateKind::Verb });
        let mut ahead = false;
        let mut hypothetical = false;
        for modal in chain.iter().skip(1).copied().chain(self.modal_auxiliaries(chain)) {
            let role = self.role(modal);
            let told = told == Told::Past || told == Told::PastConditional;
            // "A pu rencontrer", "was able to meet": done. "Might have left": open.
            let finite_past = self.unit(modal).tag == Upos::Verb && told;
            hypothetical |= role.has(Role::MAY) && !role.has(Role::AHEAD) && !finite_past;
            ahead |= role.has(Role::AHEAD);
        }
        // What was fixed for later is ahead, whoever fixed it: "a summit set for April".
        ahead |= kind == PredicateKind::Verb
            && self.role(head).has(Role::SCHEDULES)
            && (told == Told::Participle || self.has_child(head, Relation::AuxPass))
            && !self.role(head).has(Role::UNDOES);
        // "Was to leave", "devait partir" keep their past: they are ahead of that.
        if ahead && !hypothetical && matches!(told, Told::Present | Told::Participle) {
            told = Told::Future;
        }
        let passive = self.has_child(head, Relation::AuxPass)
            || self.has_child(head, Relation::NsubjPass)
            || self.has_child(head, Relation::OblAgent)
            || told == Told::Participle;
        let subject = chain.iter().rev().find_map(|n| self.own_subject(*n));
        // "Célébrées le samedi suivant l'effondrement": what a time hangs on is no object.
        let object = self.child(head, Relation::Obj).filter(|object| !self.is_in_anchor(*object));
        Predicate {
            head,
            top,
            kind,
            told,
            passive,
            negated: chain.iter().any(|n| self.is_negated(*n)),
            hypothetical,
            ahead,
            alleged: chain
                .iter()
                .any(|n| self.tree.children(*n).iter().any(|c| self.role(*c).has(Role::ALLEGED))),
            speech: self.role(head).has(Role::SPEECH) && kind == PredicateKind::Verb,
            state: kind == PredicateKind::Copula || self.role(head).has(Role::STATE),
            subject,
            object,
            agent: self.child(head, Relation::OblAgent),
            outer: None,
            via: self.unit(top).relation,
            shares: None,
            pluperfect: self.is_pluperfect(top),
            imperfect: self.is_imperfect(top),
            reported_by: None,
        }
    }

    fn is_pluperfect(&self, n: u32) -> bool {
        let first = self.auxiliaries(n).next().map(|first| self.unit(first));
        let participle = self.unit(n).feats.verb_form() == Some(VerbForm::Part);
        participle
            && first.is_some_and(|first| {
                first.relation == Relation::Aux
                    && self.unit(n).feats.tense() != Some(Form::Pres)
                    && matches!(first.feats.tense(), Some(Form::Imp | Form::Past))
            })
    }

    fn is_imperfect(&self, n: u32) -> bool {
        let first = self.auxiliaries(n).next();
        let lead = first.map_or(self.unit(n), |first| self.unit(first));
        // The pluperfect tells a deed, whatever its auxiliary.
        let perfect = first.is_some_and(|first| self.unit(first).relation == Relation::Aux);
        lead.feats.tense() == Some(Form::Imp) && !perfect
    }

    fn modal_auxiliaries<'s>(&'s self, chain: &'s [u32]) -> impl Iterator<Item = u32> + 's {
        (chain.iter().flat_map(|n| self.auxiliaries(*n))).filter(|n| {
            self.role(*n).has(Role::AHEAD.or(Role::MAY)) && self.unit(*n).tag == Upos::Aux
        })
    }

    fn own_subject(&self, n: u32) -> Option<u32> {
        [Relation::Nsubj, Relation::NsubjPass, Relation::Csubj, Relation::CsubjPass]
            .into_iter()
            .find_map(|relation| self.child(n, relation))
    }

    /// The tense of a verb group.
    fn told(&self, n: u32, kind: PredicateKind) -> Told {
        if kind == PredicateKind::Noun {
            return Told::None;
        }
        let head = self.unit(n);
        let auxiliaries: Vec<u32> = self.auxiliaries(n).collect();
        let lead = auxiliaries.first().map_or(head, |first| self.unit(*first));
        if let Some(first) = auxiliaries.first() {
            let role = self.role(*first);
            let clitic = lead.feats.clitic();
            if role.has(Role::WOULD) || clitic == Some(Clitic::Would) {
                let perfect = auxiliaries.len() > 1
                    && head.feats.tense() == Some(Form::Past)
                    && !self.has_child(n, Relation::AuxPass);
                return if perfect { Told::PastConditional } else { Told::Conditional };
            }
            if role.has(Role::AHEAD) && lead.tag == Upos::Aux && lead.feats.tense().is_none()
                || clitic == Some(Clitic::Will)
            {
                return Told::Future;
            }
        }
        let is_participle = |unit: &Unit| unit.feats.verb_form() == Some(VerbForm::Part);
        // What the first auxiliary is an auxiliary of: "a été arrêté", "est arrivé", "has left".
        // A reflexive verb has no passive: "s'est adressé" is a perfect.
        let reflexive = self.tree.children_by(n, Relation::Expl).any(|clitic| clitic < n)
            && head.feats.tense() == Some(Form::Past)
            && auxiliaries.len() == 1
            && lead.feats.tense() == Some(Form::Pres);
        // "Est tombé": neither has a verb that moves.
        let moves = self.role(n).has(Role::MOVES) && is_participle(head) && auxiliaries.len() == 1;
        let perfect = reflexive
            || moves
            || auxiliaries.first().is_some_and(|first| {
                let own = self.unit(*first);
                own.relation == Relation::Aux
                    && (auxiliaries.get(1).is_some_and(|next| {
                        // "Is being held" is no perfect.
                        let next = self.unit(*next);
                        is_participle(next) && next.feats.tense() != Some(Form::Pres)
                    }) || auxiliaries.len() == 1 && is_participle(head))
                    && head.feats.tense() != Some(Form::Pres)
            });
        let lead_at = auxiliaries.first().copied().unwrap_or(n);
        if self.futures.get(lead_at as usize).copied().unwrap_or(false) {
            return if perfect { Told::None } else { Told::Future };
        }
        match (lead.feats.mood(), lead.feats.tense()) {
            (Some(Mood::Cnd), _) if perfect => Told::PastConditional,
            (Some(Mood::Cnd), _) => Told::Conditional,
            // "La crue aura duré trois jours" sums up.
            (_, Some(Form::Fut)) if perfect => Told::None,
            (_, Some(Form::Fut)) => Told::Future,
            _ if lead.feats.verb_form() == Some(VerbForm::Inf) => Told::Infinitive,
            _ if perfect => Told::Past,
            _ if is_participle(lead) || lead.feats.verb_form() == Some(VerbForm::Ger) => {
                match (auxiliaries.is_empty(), lead.feats.tense()) {
                    (true, Some(Form::Past)) => Told::Participle,
                    (true, _) => Told::Gerund,
                    (false, Some(Form::Past)) => Told::Past,
                    (false, _) => Told::Gerund,
                }
            }
            (_, Some(Form::Past | Form::Imp)) => Told::Past,
            (_, Some(Form::Pres)) => Told::Present,
            _ => match head.tag {
                Upos::Verb | Upos::Aux => Told::Present,
                _ => Told::None,
            },
        }
    }

    fn is_negated(&self, n: u32) -> bool {
        let children = self.tree.children(n);
        let only = children.iter().any(|c| {
            self.role(*c).has(Role::ONLY)
                && self.tree.unit(*c).relation == Relation::Advmod
                // "Not only": the word stands right behind the negation.
                && children.iter().any(|not| *not + 1 == *c && self.denies(*not))
        });
        if only {
            return false;
        }
        let denied = children.iter().any(|c| self.denies(*c))
            || self.auxiliaries(n).any(|a| {
                self.unit(a).feats.clitic() == Some(Clitic::Not)
                    || self.tree.children(a).iter().any(|c| self.denies(*c))
            })
            || self.unit(n).feats.clitic() == Some(Clitic::Not);
        let none = children.iter().any(|c| {
            let argument = matches!(
                self.unit(*c).relation,
                Relation::Nsubj | Relation::NsubjPass | Relation::Obj | Relation::OblAgent
            );
            let is_none = |unit: u32| {
                self.role(unit).has(Role::NONE)
                    && matches!(self.unit(unit).tag, Upos::Det | Upos::Pron | Upos::Adj)
            };
            argument && (is_none(*c) || self.tree.children(*c).iter().any(|d| is_none(*d)))
        });
        denied || none || self.is_none_with_particle(n)
    }

    /// French "ne" without "pas" or "que" denies where "aucun", "personne", "rien" stand in the
    /// sentence.
    fn is_none_with_particle(&self, n: u32) -> bool {
        let children = self.tree.children(n);
        let particle = children.iter().copied().find(|c| {
            self.unit(*c).feats.is_negative() && !self.denies(*c) && self.unit(*c).tag == Upos::Adv
        });
        let only = children.iter().any(|c| {
            *c > n && self.role(*c).has(Role::ONLY) && self.unit(*c).relation == Relation::Advmod
        });
        let none = |unit: u32| self.role(unit).has(Role::NONE) && self.unit(unit).tag != Upos::Noun;
        particle.is_some_and(|particle| {
            !only
                && !children.iter().any(|c| self.denies(*c))
                && (0..particle).chain(n..self.tree.units.len() as u32).any(none)
        })
    }

    /// Whether a unit negates what it hangs on.
    fn denies(&self, n: u32) -> bool {
        let unit = self.unit(n);
        self.role(n).has(Role::NOT)
            && matches!(unit.tag, Upos::Adv | Upos::Part)
            && matches!(
                unit.relation,
                Relation::Advmod | Relation::Dep | Relation::Fixed | Relation::Aux
            )
    }

    /// Puts each predicate into the clause around it, and finds the subjects that stand there.
    fn place(&mut self) {
        for n in 0..self.list.len() {
            let (head, top, via) = (self.list[n].head, self.list[n].top, self.list[n].via);
            let outer = self.tree.above(top).find_map(|above| self.at(above)).filter(|o| *o != n);
            self.list[n].outer = outer;
            // "A annoncé que trois personnes avaient été entendues": what "que" opens behind a verb of
            // saying is what is said.
            let opens = self.tree.subtree(top).0;
            let via = match outer.and_then(|outer| self.list.get(outer)) {
                Some(report)
                    if via == Relation::Advcl
                        && report.speech
                        && report.head < opens
                        && self.role(opens).has(Role::RELATIVE) =>
                {
                    Relation::Ccomp
                }
                _ => via,
            };
            self.list[n].via = via;
            if self.list[n].kind == PredicateKind::Noun {
                continue;
            }
            // "…, a annoncé la police": the subject behind its verb may be read as an object.
            if self.list[n].speech
                && self.list[n].subject.is_none()
                && matches!(via, Relation::Parataxis | Relation::Root)
                && let Some(object) = self.list[n].object
                && head < object
                && matches!(self.unit(object).tag, Upos::Noun | Upos::Propn)
                && (via == Relation::Parataxis || self.is_quoted_before(n))
            {
                self.list[n].subject = Some(object);
                self.list[n].object = None;
            }
            if let Some(subject) = self.list[n].subject {
                // "Le maire, qui a démissionné": the pronoun stands for the noun before the clause.
                if self.is_relative(subject)
                    && let Some(noun) = self.relative_noun(top)
                {
                    self.list[n].subject = Some(noun);
                }
            } else if !(self.list[n].speech && via == Relation::Parataxis) {
                self.list[n].subject = self.subject_from(via, top, outer);
            }
            let object = self.list[n].object;
            if let Some(object) = object.filter(|object| self.is_relative(*object)) {
                self.list[n].object = self.relative_noun(top).or(Some(object));
            }
            // "Il est arrêté, jugé et fusillé": the auxiliary holds for all.
            if self.list[n].told == Told::Participle
                && via == Relation::Conj
                && let Some(first) = self.tree.head(top).and_then(|head| self.at(head))
                && first < n
                && self.auxiliaries(self.list[first].head).next().is_some()
            {
                let (told, passive, negated) =
                    (self.list[first].told, self.list[first].passive, self.list[first].negated);
                let shares = self.list[first].head;
                let own = &mut self.list[n];
                own.told = told;
                own.passive = passive;
                own.negated |= negated;
                own.shares = Some(shares);
            }
            // "Kevin Durand, arrêté mardi": a participle without its own subject is a passive.
            if self.list[n].told == Told::Participle && self.has_child(head, Relation::Obj) {
                self.list[n].passive = false;
            }
        }
    }

    /// Whether what a clause of saying says stands before it.
    fn is_quoted_before(&self, n: usize) -> bool {
        let head = self.list[n].head;
        self.tree.children(head).iter().any(|child| {
            *child < head
                && matches!(
                    self.unit(*child).relation,
                    Relation::Ccomp | Relation::Parataxis | Relation::Advcl
                )
        })
    }

    fn is_relative(&self, unit: u32) -> bool {
        self.unit(unit).tag == Upos::Pron && self.role(unit).has(Role::RELATIVE)
    }

    /// The noun that a relative clause or a participle modifies.
    fn relative_noun(&self, top: u32) -> Option<u32> {
        let head = self.tree.head(top)?;
        match self.unit(top).relation {
            Relation::Relcl | Relation::Acl => Some(head),
            Relation::Conj => self.relative_noun(head),
            _ => None,
        }
    }

    fn subject_from(&self, via: Relation, top: u32, outer: Option<usize>) -> Option<u32> {
        let head = self.tree.head(top)?;
        match via {
            Relation::Acl | Relation::Relcl | Relation::Amod => {
                let noun = matches!(self.unit(head).tag, Upos::Noun | Upos::Propn | Upos::Pron);
                (noun && !self.unit(head).is_mention()).then_some(head)
            }
            Relation::Conj | Relation::Parataxis | Relation::Advcl | Relation::List => {
                self.list.get(self.at(head).or(outer)?)?.subject
            }
            Relation::Xcomp | Relation::Ccomp => {
                let outer = self.list.get(self.at(head)?)?;
                // "A demandé au maire de partir": who is asked does it.
                let asked = self
                    .child(outer.head, Relation::Iobj)
                    .or(outer.object)
                    .filter(|_| self.role(outer.head).has(Role::ORDERS) && !outer.passive);
                asked.or(outer.subject)
            }
            _ => None,
        }
    }

    /// Polarity and modality that come from the clauses around.
    fn colour(&mut self) {
        for n in 0..self.list.len() {
            let predicate = self.list[n].clone();
            let mut hypothetical = predicate.hypothetical;
            let mut negated = predicate.negated;
            let mut ahead = predicate.ahead;
            let condition = |unit: u32| {
                self.tree
                    .children_by(unit, Relation::Mark)
                    .any(|mark| self.role(mark).has(Role::IF))
            };
            hypothetical |= condition(predicate.top) || condition(predicate.head);
            hypothetical |= predicate.alleged && predicate.kind == PredicateKind::Verb;
            let mut at = n;
            let mut reported = None;
            for _ in 0..8 {
                let inner = &self.list[at];
                let Some(outer) = inner.outer else { break };
                let around = &self.list[outer];
                match inner.via {
                    Relation::Ccomp | Relation::Csubj | Relation::CsubjPass | Relation::Xcomp => {
                        let role = self.role(around.head);
                        if role.has(Role::DENIES) {
                            negated = !around.negated || negated;
                        } else if around.negated && inner.via != Relation::Xcomp {
                            hypothetical = true;
                        }
                        if around.hypothetical && inner.via != Relation::Csubj {
                            hypothetical = true;
                        }
                        let infinitive = matches!(inner.told, Told::Infinitive);
                        if at == n && infinitive && role.has(Role::ORDERS) {
                            ahead = true;
                        }
                        if around.speech && reported.is_none() {
                            reported = Some(outer);
                        }
                    }
                    Relation::Conj => {
                        // "S'il part et revient": the condition holds for both.
                        let shares = around.kind != PredicateKind::Noun
                            && self.tree.head(inner.top).and_then(|h| self.at(h)) == Some(outer);
                        if !shares {
                            break;
                        }
                        if condition(around.top) {
                            hypothetical = true;
                        }
                        if infinitive_pair(inner.told, around.told) && around.ahead && at == n {
                            ahead = true;
                        }
                    }
                    _ => break,
                }
                at = outer;
            }
            // "…, a annoncé la police": the clause of saying hangs on what is said, or beside it.
            let aside = (0..self.list.len()).find(|m| {
                let other = &self.list[*m];
                *m != n
                    && other.speech
                    && other.via == Relation::Parataxis
                    && !matches!(other.told, Told::Participle | Told::Infinitive | Told::Gerund)
                    && self.tree.head(other.top).and_then(|h| self.at(h)) == Some(at)
                    && !self.has_child(other.head, Relation::Ccomp)
            });
            reported = reported.or(aside);
            // "to be published in November", "à venir".
            ahead |= predicate.told == Told::Infinitive
                && matches!(predicate.via, Relation::Acl)
                && predicate.kind == PredicateKind::Verb;
            hypothetical |= self.asks
                && matches!(predicate.via, Relation::Root)
                && predicate.kind != PredicateKind::Noun;
            hypothetical |= predicate.told == Told::Conditional
                && reported.is_none()
                && !ahead
                && !matches!(predicate.via, Relation::Relcl);
            let own = &mut self.list[n];
            own.hypothetical = hypothetical;
            own.negated = negated;
            own.ahead = ahead;
            own.reported_by = reported;
        }
    }

    /// What a time belongs to, by its unit.
    pub(crate) fn governor(&self, mention: u32) -> Governor {
        if self.owns(mention)
            && let Some(owned) = self.owned(mention)
        {
            return self.at(owned).map_or(Governor::Noun(owned), Governor::Predicate);
        }
        if self.follows_comparison(mention) {
            return Governor::Comparison;
        }
        if let Some(noun) = self.time_noun_before(mention) {
            return Governor::Predicate(noun);
        }
        let mut at = mention;
        // The time, or the noun that only carries it: "la fin de 2010", "en date du 22 mai".
        let mut base = mention;
        let mut tied_noun = None;
        for _ in 0..self.tree.units.len() {
            if self.compares(at) {
                return Governor::Comparison;
            }
            // "De" right behind a noun ties the time to it, whatever the tree says.
            let head = self.noun_before(at).filter(|_| at == mention).or(self.tree.head(at));
            let in_anchor = |unit: u32| {
                self.anchor_of(mention).is_some_and(|words| words.contains(self.unit(unit).span))
            };
            if head.is_none() && at != mention && in_anchor(at) {
                // The sentence is no more than the anchor: what it dates stands elsewhere.
                return Governor::Nothing;
            }
            let Some(head) = head else {
                return self
                    .under_root(at, mention)
                    .or(tied_noun.map(Governor::Noun))
                    .unwrap_or(Governor::Nothing);
            };
            // The words that name its own anchor are not what a time dates.
            if in_anchor(head) {
                at = head;
                if base == mention {
                    base = head;
                }
                continue;
            }
            if at == base
                && self.role(head).has(Role::TIME)
                && self.unit(head).tag == Upos::Noun
                && self.at(head).is_none_or(|n| self.list[n].kind == PredicateKind::Noun)
            {
                base = head;
            } else if let Some(n) = self.at(head) {
                let predicate = &self.list[n];
                if predicate.kind != PredicateKind::Noun || self.noun_takes(head, at, base, mention)
                {
                    return Governor::Predicate(self.deed_of_occasion(n).unwrap_or(n));
                }
            } else if at == base
                && !self.unit(head).is_mention()
                && matches!(self.unit(head).tag, Upos::Noun | Upos::Propn)
                && (self.is_tied(base, head)
                    || base != mention && self.role(head).has(Role::DOCUMENT))
            {
                if !self.role(head).has(Role::DOCUMENT) || !self.is_instrument(head) {
                    return self.event_over(head).map_or(Governor::Noun(head), Governor::Predicate);
                }
                tied_noun = Some(head);
            }
            at = head;
        }
        Governor::Nothing
    }

    /// The deed that is done on an occasion whose participle has the time: "at a meeting held on 4 May, the
    /// council approved the plan", "dans une lettre envoyée le 3 mai, il demande".
    fn deed_of_occasion(&self, participle: usize) -> Option<usize> {
        let one = self.list.get(participle)?;
        let noun = self.tree.head(one.top)?;
        let is_occasion = self.role(noun).has(Role::DOCUMENT)
            || self.at(noun).is_some_and(|n| self.list[n].kind == PredicateKind::Noun);
        if one.told != Told::Participle
            || !matches!(self.unit(one.top).relation, Relation::Acl | Relation::Amod)
            || !is_occasion
            || !self.is_instrument(noun)
            || self.unit(noun).relation == Relation::Nmod
        {
            return None;
        }
        let deed = self.at(self.tree.head(noun)?)?;
        let verb = &self.list[deed];
        let finite = matches!(verb.told, Told::Past | Told::Present | Told::Future);
        (verb.kind == PredicateKind::Verb && finite).then_some(deed)
    }

    /// "Par rapport à mars 2023", "en comparaison de 2008": a noun of comparison between prepositions,
    /// without a determiner, leads to the time.
    fn follows_comparison(&self, mention: u32) -> bool {
        let leads = |n: &u32| matches!(self.unit(*n).tag, Upos::Adp | Upos::Det);
        let noun = (mention.saturating_sub(3)..mention).rev().find(|n| !leads(n));
        noun.is_some_and(|noun| {
            self.unit(noun).tag == Upos::Noun
                && self.role(noun).has(Role::COMPARES)
                && noun.checked_sub(1).is_some_and(|before| self.unit(before).tag == Upos::Adp)
        })
    }

    /// The event noun of which a noun is the complement: "la réunion du conseil du 3 mai".
    fn event_over(&self, noun: u32) -> Option<usize> {
        let mut at = noun;
        while self.unit(at).relation == Relation::Nmod {
            at = self.tree.head(at)?;
            if let Some(n) = self.at(at) {
                return (self.list.get(n)?.kind == PredicateKind::Noun).then_some(n);
            }
        }
        None
    }

    /// The event noun right before a time, where what leads to the noun is itself about time: "since
    /// the invasion of Malta in 1565".
    fn time_noun_before(&self, mention: u32) -> Option<usize> {
        let from = mention.saturating_sub(6);
        let noun = (from..mention).rev().find_map(|n| {
            let predicate = self.at(n)?;
            let led = self
                .tree
                .children_by(n, Relation::Case)
                .any(|case| self.role(case).has(Role::BEFORE.or(Role::AFTER)));
            (led && self.list[predicate].head == n).then_some((n, predicate))
        })?;
        let (at, predicate) = noun;
        let plain = (at + 1..mention).all(|n| {
            matches!(self.unit(n).tag, Upos::Adp | Upos::Det | Upos::Propn | Upos::Noun | Upos::Adj)
                && !self.unit(n).is_mention()
        });
        (plain && self.list[predicate].kind == PredicateKind::Noun).then_some(predicate)
    }

    /// Whether a unit stands among the words that name the event a time hangs on.
    pub(crate) fn is_in_anchor(&self, unit: u32) -> bool {
        let span = self.unit(unit).span;
        self.anchors.iter().flatten().any(|anchor| anchor.contains(span))
    }

    fn anchor_of(&self, mention: u32) -> Option<Span> {
        self.anchors.get(mention as usize).copied().flatten()
    }

    /// The noun that "de" ties a time to: right before the preposition.
    fn noun_before(&self, mention: u32) -> Option<u32> {
        let opens = mention.checked_sub(1).is_some_and(|noun| self.opens_with_of(mention, noun));
        let of = mention.checked_sub(1).filter(|before| {
            self.unit(*before).tag == Upos::Adp && self.role(*before).has(Role::OF)
        });
        let noun = if opens { mention.checked_sub(1)? } else { of?.checked_sub(1)? };
        let is_noun = matches!(self.unit(noun).tag, Upos::Noun | Upos::Propn)
            && !self.unit(noun).is_mention();
        (is_noun && self.unit(noun).tag == Upos::Noun).then_some(noun)
    }

    /// Whether a time begins with a word that ties it to a noun before it: "la réunion du 3 mai". "Du 3 au
    /// 5 mai" is a stretch, and ties to events alone: "ont occupé la gare du 3 au 5 mai".
    fn opens_with_of(&self, mention: u32, noun: u32) -> bool {
        let by = |list: &[bool]| list.get(mention as usize).copied().unwrap_or(false);
        by(&self.opens_with_of) && (!by(&self.stretches) || self.at(noun).is_some())
    }

    /// Whether a time that hangs on an event noun dates it, and not the verb around.
    fn noun_takes(&self, noun: u32, at: u32, base: u32, mention: u32) -> bool {
        if at != base {
            // Below something else on the noun: "la réunion sur l'accord de 2015".
            return self.unit(at).is_mention();
        }
        // "Since the invasion of Malta in 1565": what another time hangs on has the date behind it.
        let noun_span = self.unit(noun).span;
        if noun < mention && self.anchors.iter().flatten().any(|words| words.contains(noun_span)) {
            return true;
        }
        if self.is_tied(base, noun) {
            return !(self.role(noun).has(Role::DOCUMENT) && self.is_instrument(noun));
        }
        if mention < noun {
            // "Tuesday's strike", "the 2013 attack".
            return noun - mention <= 4;
        }
        // "Until his release on 29 April": what leads to the noun is about time, so its date is its own.
        let of_time = self
            .tree
            .children_by(noun, Relation::Case)
            .any(|case| self.role(case).has(Role::BEFORE.or(Role::AFTER)));
        if of_time && mention - noun <= 4 {
            return true;
        }
        // Bare behind the noun: it dates the noun where the noun comes before its verb, or there is none.
        let verb = self
            .tree
            .above(noun)
            .find_map(|above| self.at(above).filter(|n| self.list[*n].kind != PredicateKind::Noun));
        verb.is_none_or(|verb| {
            let verb = &self.list[verb];
            mention < verb.head
                && mention < verb.top
                && matches!(self.unit(noun).relation, Relation::Nsubj | Relation::NsubjPass)
                && noun + 6 >= mention
        })
    }

    /// Whether a word such as "de" ties a time to the noun before it, or a possessive.
    fn is_tied(&self, mention: u32, noun: u32) -> bool {
        let case = self
            .tree
            .children_by(mention, Relation::Case)
            .any(|case| self.role(case).has(Role::OF));
        let unit = self.unit(mention);
        case || mention < noun
            || noun < mention && self.opens_with_of(mention, noun)
            || unit.feats.clitic() == Some(Clitic::Poss)
            || mention.checked_sub(1).is_some_and(|before| {
                self.role(before).has(Role::OF) && self.unit(before).tag == Upos::Adp
            })
    }

    /// Whether a noun is an instrument or a place of its verb: "par ordonnance", "in a statement".
    fn is_instrument(&self, noun: u32) -> bool {
        matches!(self.unit(noun).relation, Relation::Obl | Relation::Nmod | Relation::Advmod)
    }

    /// Whether a unit, or the word that leads to it, compares.
    fn compares(&self, at: u32) -> bool {
        let leads = |child: u32| {
            matches!(self.unit(child).relation, Relation::Case | Relation::Mark | Relation::Fixed)
        };
        self.tree.children(at).iter().any(|child| {
            leads(*child)
                && (self.role(*child).has(Role::COMPARES) && self.compares_here(*child)
                    || self.tree.children(*child).iter().any(|f| {
                        leads(*f)
                            && self.role(*f).has(Role::COMPARES)
                            && self.unit(*f).tag == Upos::Noun
                    }))
        }) || self.role(at).has(Role::COMPARES)
            && self.unit(at).tag == Upos::Verb
            && self.unit(at).relation != Relation::Root
    }

    /// "Que" compares only in front of a noun; what opens a clause is another.
    fn compares_here(&self, word: u32) -> bool {
        let head = self.tree.head(word);
        self.unit(word).tag != Upos::Sconj
            || head.is_some_and(|head| !self.is_verb(head) && !self.has_child(head, Relation::Cop))
    }

    /// A time at the root of its tree: the clause below it, if there is one ("C'est le 5 mai que …",
    /// "9 janvier : il part").
    fn under_root(&self, root: u32, mention: u32) -> Option<Governor> {
        if let Some(n) = self.at(root).filter(|_| !self.unit(root).is_mention()) {
            return Some(Governor::Predicate(n));
        }
        let below = |relations: &[Relation]| {
            let mut children = self.tree.children(root).iter().copied();
            children.find_map(|child| {
                let fits = relations.contains(&self.unit(child).relation) && child != mention;
                fits.then(|| self.at(child)).flatten()
            })
        };
        let clause = [Relation::Relcl, Relation::Ccomp, Relation::Csubj, Relation::Advcl];
        let beside = [
            Relation::Parataxis,
            Relation::Conj,
            Relation::Appos,
            Relation::List,
            Relation::Acl,
            Relation::Nsubj,
            Relation::NsubjPass,
            Relation::Dep,
            Relation::Nmod,
            Relation::Xcomp,
            Relation::Dislocated,
            Relation::Obl,
        ];
        let found = if self.has_child(root, Relation::Cop) || self.is_cleft(root) {
            below(&clause).or_else(|| below(&[Relation::Nsubj]))
        } else {
            None
        };
        found.or_else(|| below(&beside)).or_else(|| below(&clause)).map(Governor::Predicate)
    }

    fn is_cleft(&self, root: u32) -> bool {
        self.has_child(root, Relation::Expl)
    }

    /// How what a time belongs to is told: past, to come; nothing where that is open.
    pub(crate) fn told_at(&self, mention: u32) -> Option<Told> {
        // "The vote is on Thursday": the copula tells.
        if let Some(copula) = self.child(mention, Relation::Cop) {
            return Some(match self.unit(copula).feats.tense() {
                Some(Form::Past | Form::Imp) => Told::Past,
                Some(Form::Fut) => Told::Future,
                _ => Told::Present,
            });
        }
        let mut verbs = (0..self.list.len()).filter(|n| self.list[*n].kind != PredicateKind::Noun);
        let first = match self.governor(mention) {
            Governor::Predicate(first) => first,
            // A tree that puts the time nowhere still has its only verb.
            Governor::Nothing => verbs.next().filter(|_| verbs.next().is_none())?,
            _ => return None,
        };
        let noun = self.list.get(first).is_some_and(|one| one.kind == PredicateKind::Noun);
        if !noun && self.owns(mention) || self.hangs_on_adjective(mention, first) {
            return None;
        }
        if self.is_new_time(mention, first) {
            return Some(Told::Conditional);
        }
        let mut at = first;
        for _ in 0..8 {
            let one = self.list.get(at)?;
            // "The hearing, set for May 3, was postponed": what was planned may have passed.
            if self.is_undone(at) {
                return Some(Told::Conditional);
            }
            if one.hypothetical || one.ahead {
                // "Planned to leave on Friday", "may leave": to come when it was told, which is open.
                let open = matches!(
                    one.told,
                    Told::Past | Told::PastConditional | Told::Participle | Told::Conditional
                );
                return Some(if open { Told::Conditional } else { Told::Future });
            }
            let outer = one.outer.and_then(|outer| Some((outer, self.list.get(outer)?)));
            match (one.told, outer) {
                // An event noun that is the subject of a past is past.
                (Told::None, Some((_, verb))) => {
                    let subject = matches!(
                        self.unit(one.head).relation,
                        Relation::Nsubj | Relation::NsubjPass
                    );
                    // "The Oct. 23 slaying", "Tuesday's ruling".
                    let names = mention < one.head;
                    return ((subject || names) && verb.told == Told::Past).then_some(Told::Past);
                }
                // "Subpoenaed him to testify": who is made to do it has not done it.
                (Told::Infinitive, Some((_, verb))) if verb.object.is_some() => return None,
                (Told::Infinitive, Some(_)) if one.via != Relation::Xcomp => return None,
                (Told::Infinitive | Told::Gerund, Some((outer, _))) => at = outer,
                (Told::Infinitive | Told::Gerund | Told::None, None) => return None,
                (told, _) => return Some(told),
            }
        }
        None
    }

    /// Whether a time is the one that something is put off or moved to: "postponed to June 11".
    pub(crate) fn is_new_time(&self, mention: u32, predicate: usize) -> bool {
        let undoes =
            self.list.get(predicate).is_some_and(|one| self.role(one.head).has(Role::UNDOES));
        let goal = |case: u32| self.role(case).has(Role::GOAL);
        undoes && self.tree.children_by(mention, Relation::Case).any(goal)
    }

    /// Whether a predicate puts something off or moves it to a time that it names: "was postponed to June
    /// 11".
    pub(crate) fn names_new_time(&self, predicate: usize) -> bool {
        self.list.get(predicate).is_some_and(|one| {
            let mut children = self.tree.children(one.head).iter();
            children.any(|n| self.unit(*n).is_mention() && self.is_new_time(*n, predicate))
        })
    }

    /// Whether another predicate of the sentence undoes what one plans: "set for May 3, was postponed",
    /// "was scheduled for 5 May but was cancelled".
    pub(crate) fn is_undone(&self, predicate: usize) -> bool {
        let Some(one) = self.list.get(predicate) else { return false };
        let undoes = |unit: u32| self.role(unit).has(Role::UNDOES);
        let plans = one.ahead || self.role(one.head).has(Role::SCHEDULES);
        let of_subject = || one.via == Relation::Acl && self.tree.above(one.top).any(&undoes);
        let goes_on = || {
            self.list.iter().any(|other| {
                let follows = other.via == Relation::Conj && one.head < other.head;
                let from = |n: usize| self.list.get(n).and_then(|one| one.outer);
                let around = std::iter::successors(Some(predicate), |n| from(*n)).take(4);
                follows
                    && undoes(other.head)
                    && !other.negated
                    && around.into_iter().any(|n| other.outer == Some(n))
            })
        };
        plans && !undoes(one.head) && (of_subject() || goes_on())
    }

    /// Whether a time is that of a verb of saying itself: "police said on Tuesday".
    pub(crate) fn reports_at(&self, mention: u32) -> bool {
        match self.governor(mention) {
            Governor::Predicate(n) => self.list.get(n).is_some_and(|one| one.speech),
            _ => false,
        }
    }

    /// Whether a time owns the noun after it: "Tuesday's ruling".
    fn owns(&self, mention: u32) -> bool {
        self.owns.get(mention as usize).copied().unwrap_or(false)
    }

    /// The noun that a time owns: the last of the words after it that can be in one phrase.
    fn owned(&self, mention: u32) -> Option<u32> {
        let after = (mention + 1..self.tree.units.len() as u32).take(6).skip_while(|n| {
            let unit = self.unit(*n);
            matches!(unit.tag, Upos::Punct | Upos::Part | Upos::X)
        });
        let mut found = None;
        for n in after {
            match self.unit(n).tag {
                Upos::Noun => found = Some(n),
                Upos::Adj | Upos::Num if found.is_none() => {}
                Upos::Verb if found.is_none() => return Some(n),
                _ => break,
            }
        }
        found
    }

    /// Whether a time hangs on an adjective that is no predicate: "payable Dec. 1".
    fn hangs_on_adjective(&self, mention: u32, predicate: usize) -> bool {
        let head = self.list.get(predicate).map(|one| one.head);
        let before = mention.checked_sub(1).map(|before| (before, self.unit(before)));
        let adjective = |(n, unit): (u32, &Unit)| unit.tag == Upos::Adj && self.at(n).is_none();
        if before.is_some_and(adjective) {
            return true;
        }
        (self.tree.above(mention).take_while(|above| Some(*above) != head))
            .any(|above| self.unit(above).tag == Upos::Adj && self.at(above).is_none())
    }

    /// The first and the last unit of a predicate's clause: all below its top but the clauses of other
    /// predicates that stand at its ends, given by `is_other`.
    pub(crate) fn clause(&self, n: usize, is_other: &dyn Fn(usize) -> bool) -> (u32, u32) {
        let predicate = &self.list[n];
        let (mut first, mut last) = self.tree.subtree(predicate.top);
        let mut own: Vec<(u32, u32)> = Vec::new();
        for (m, other) in self.list.iter().enumerate() {
            if m == n || !is_other(m) {
                continue;
            }
            let inside = self.tree.above(other.top).any(|above| above == predicate.top);
            if inside && other.kind != PredicateKind::Noun {
                own.push(self.tree.subtree(other.top));
            }
        }
        let least = predicate.head.min(predicate.top);
        let most = predicate.head.max(predicate.top);
        loop {
            let before = (first, last);
            for (from, to) in &own {
                if *to == last && most < *from && *from > first {
                    last = from.saturating_sub(1);
                }
                if *from == first && *to < least {
                    first = to + 1;
                }
            }
            while most < last && self.is_joint(last) {
                last -= 1;
            }
            while first < least && self.is_joint(first) {
                first += 1;
            }
            if before == (first, last) {
                return (first, last);
            }
        }
    }

    /// Whether a unit only joins clauses: a mark, "and".
    fn is_joint(&self, n: u32) -> bool {
        let unit = self.unit(n);
        unit.tag == Upos::Punct || matches!(unit.relation, Relation::Cc)
    }
}

fn infinitive_pair(a: Told, b: Told) -> bool {
    a == Told::Infinitive && b == Told::Infinitive
}

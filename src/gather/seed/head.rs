//! The head of a clause: its verb, the noun that its verb only carries, or the noun that acts.

use crate::article::Span;
use crate::event::vocabulary::{Part, VerbRole};
use crate::lang::cue::Cue;
use crate::scan::Mention;

use super::super::words::Naming;
use super::Telling;
use crate::event::Property;
use crate::event::table::has;

impl Telling<'_> {
    /// The mentions that can cover an offset: those that begin before it, and not long before.
    pub(super) fn mentions_around(&self, offset: usize) -> impl Iterator<Item = &Mention> + '_ {
        let mentions = &self.account.mentions;
        let end = mentions.partition_point(|mention| mention.span.start <= offset);
        mentions.get(end.saturating_sub(4)..end).unwrap_or(&[]).iter()
    }

    /// The head of a clause: its verb, or the noun that its verb only carries.
    pub(super) fn head_of(&self, clause_no: usize, naming: &mut Naming) {
        let Some(clause) = self.clauses.clauses.get(clause_no) else { return };
        let Some(head) = clause.head else {
            let noun = self.first_noun(clause_no, 0);
            self.take_noun(noun, naming);
            return;
        };
        let at = self.words.tokens(head).start;
        let verb = self.words.event_verb(at);
        naming.head = self.words.folded(at);
        naming.class = verb.and_then(|verb| verb.class);
        let role = verb.map(|verb| verb.role);
        let to = verb.map_or(at + 1, |verb| verb.to);
        let object = self.object_noun(clause_no, to);
        // "Ont publié des déclarations": what is published tells, where it is a notice.
        let publishes =
            naming.class.is_some() && naming.class == self.words.classes.id_of("publication");
        if publishes && object.is_some_and(|at| self.is_notice(at)) {
            self.take_noun(object, naming);
            return;
        }
        if role != Some(VerbRole::Support) {
            let acts = self.acting_noun(clause_no, at);
            if acts.is_some() {
                self.take_noun(acts, naming);
            }
            return;
        }
        let group = clause.verb.map(|verb| self.words.tokens(verb)).unwrap_or(at..at + 1);
        let passive = group.clone().any(|at| self.words.cue(at).has(Cue::BE));
        let subject = self.first_noun(clause_no, clause.span.start);
        let subject = subject.filter(|noun| *noun < group.start);
        let noun = if passive { subject.or(object) } else { object.or(subject) };
        self.take_noun(noun, naming);
    }

    /// The event noun that is the subject of a verb and itself does what is told: "an avalanche
    /// buried the road". Verbs that tell a phase of it ("the strike ended") are not its time.
    pub(super) fn acting_noun(&self, clause_no: usize, verb: usize) -> Option<usize> {
        if self.words.is(verb, Part::PHASE) {
            return None;
        }
        let clause = self.clauses.clauses.get(clause_no)?;
        let noun = self.first_noun(clause_no, 0).filter(|noun| *noun < verb)?;
        let class = self.words.classes.name(self.words.event_noun(noun)?.class?)?;
        let own = self.words.event_verb(verb).and_then(|verb| verb.class);
        if !has(class, Property::ACTING) || own.is_some() && !has(class, Property::NATURAL) {
            return None;
        }
        // "A survivor of the storm": the noun must be the head.
        let first = self.words.tokens(clause.span).start;
        let is_part = (first..noun).any(|at| {
            let offset = self.words.token(at).map_or(0, |token| token.start as usize);
            let dates =
                |mention: &Mention| mention.span.start <= offset && offset < mention.span.end;
            let after_word = first < at && self.words.is_word(at - 1);
            after_word
                && !self.mentions_around(offset).any(dates)
                && self.words.is(at, Part::OF.or(Part::PREPOSITION))
        });
        (!is_part).then_some(noun)
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

    /// The first event noun of a clause's own words that is not part of a mention.
    pub(super) fn first_noun(&self, clause: usize, from: usize) -> Option<usize> {
        self.clauses.own_spans(clause).filter(|span| from <= span.end).find_map(|span| {
            self.words.tokens(span).find(|at| {
                let Some(token) = self.words.token(*at) else { return false };
                let offset = token.start as usize;
                self.words.event_noun(*at).is_some()
                    && !self
                        .mentions_around(offset)
                        .any(|mention| mention.span.start <= offset && offset < mention.span.end)
            })
        })
    }

    /// The event noun that is the object of a verb: before any preposition or comma.
    pub(super) fn object_noun(&self, clause: usize, from: usize) -> Option<usize> {
        let end = self.clauses.clauses.get(clause)?.span.end;
        let end = self.words.tokens(Span::new(0, end)).end;
        for at in from..end.min(from + 9) {
            if self.words.event_noun(at).is_some() {
                // "An avalanche warning" is a warning.
                let last = (at..end).take_while(|at| self.words.event_noun(*at).is_some()).last();
                return last.or(Some(at));
            }
            let ends = self.words.is(at, Part::PREPOSITION)
                || self.words.is_mark(at, b',')
                || self.words.is_one_of(at, &["de", "of"]);
            if ends {
                return None;
            }
        }
        None
    }
}

//! What begins at a word: a clause inside another, one joined to it, one of its own.

use crate::lang::cue::Cue;
use crate::lang::token::Gap;

use super::{Opening, Reader, Role, is_adverb};

impl Reader<'_> {
    /// What a sentence's first word begins.
    pub(super) fn opening_at_start(&self, at: usize) -> Opening {
        let cue = self.cue(at);
        if cue.has(Cue::IF) && self.begins_condition(at) {
            Opening::Inside(Role::Condition)
        } else if cue.has(Cue::WHEN) || cue.has(Cue::BEFORE_THAT) && self.that_follows(at) {
            Opening::Inside(Role::Adverbial)
        } else {
            Opening::None
        }
    }

    /// What begins at a token inside a sentence.
    pub(super) fn opening(&self, at: usize, end: usize, has_verb: bool) -> Opening {
        let cue = self.cue(at);
        let spaced = self.token(at).is_some_and(|token| token.gap != Gap::None);
        let Some(before) = at.checked_sub(1) else { return Opening::None };
        if self.is_mark(before, b';') {
            return Opening::Main;
        }
        if self.is_mark(before, b':') && spaced {
            return Opening::Inside(Role::Content);
        }
        let after_comma = self.is_mark(before, b',');
        // "…," one of them said: the words that say who speaks are a clause of their own.
        if self.quote_ends(at) && self.says_soon(at, end) {
            return Opening::Main;
        }
        if cue.has(Cue::RELATIVE) {
            return Opening::Inside(Role::Relative);
        }
        if cue.has(Cue::IF) && self.begins_condition(at) {
            return Opening::Inside(Role::Condition);
        }
        if cue.has(Cue::BEFORE_THAT) && self.that_follows(at) {
            return Opening::Inside(Role::Adverbial);
        }
        if cue.has(Cue::THAT) {
            return self.opening_of_that(at, before);
        }
        if cue.has(Cue::WHEN) && !self.cue_before(at).has(Cue::COMPARES) {
            return Opening::Inside(Role::Adverbial);
        }
        if cue.has(Cue::AND) && has_verb && self.verb_follows(at + 1, end) {
            return Opening::Joined;
        }
        if after_comma && !cue.has(Cue::AND) {
            return Opening::Comma;
        }
        Opening::None
    }

    /// Whether a quotation has just ended, with a comma inside or after its mark.
    pub(super) fn quote_ends(&self, at: usize) -> bool {
        let text = |back: usize| at.checked_sub(back).map_or("", |at| self.text(at));
        let closes = |text: &str| matches!(text, "»" | "”" | "\"" | "“");
        let spaced = self.token(at).is_some_and(|token| token.gap != Gap::None);
        spaced && (closes(text(1)) && text(2) == "," || text(1) == "," && closes(text(2)))
    }

    /// Whether a verb of saying follows within a few words.
    pub(super) fn says_soon(&self, at: usize, end: usize) -> bool {
        self.verbs
            .iter()
            .any(|group| group.speech && at <= group.head && group.head < end.min(at + 9))
    }

    pub(super) fn begins_condition(&self, at: usize) -> bool {
        match self.text(at).len() {
            // French "s'" needs "il"; "si" before an adjective is "so".
            1 => self.is_mark(at + 1, b'\'') && self.cue(at + 2).has(Cue::PRONOUN),
            2 if self.reads(at, "si") => {
                let next = self.cue(at + 1);
                next.has(Cue::NOUN_NEXT.or(Cue::PRONOUN).or(Cue::LIGHT)) || self.is_capital(at + 1)
            }
            _ => true,
        }
    }

    pub(super) fn that_follows(&self, at: usize) -> bool {
        // "Avant que", "jusqu'à ce que".
        (at + 1..at + 5).any(|next| {
            self.cue(next).has(Cue::THAT) && {
                (at + 1..next).all(|between| {
                    matches!(self.text(between), "'" | "’" | "à" | "ce" | "fait" | "moment")
                })
            }
        })
    }

    pub(super) fn opening_of_that(&self, at: usize, before: usize) -> Opening {
        let prior = self.cue(before);
        // "Avant que" has begun already; "plus … que" compares; "ne … que" restricts.
        if prior.has(Cue::BEFORE_THAT) || self.reads(before, "ce") {
            return Opening::None;
        }
        if prior.has(Cue::COMPARES) {
            return Opening::None;
        }
        if self.reads(at, "that") {
            let next = self.cue(at + 1);
            let verb_form = prior.has(
                Cue::SPEECH.or(Cue::PARTICIPLE).or(Cue::PAST).or(Cue::PRESENT).or(Cue::INFINITIVE),
            );
            let opens = verb_form
                || next.has(Cue::HAVE.or(Cue::BE).or(Cue::MODAL).or(Cue::PAST).or(Cue::PRONOUN))
                || self.is_capital(at + 1)
                || self.reads(at + 1, "the");
            if !opens {
                return Opening::None;
            }
        }
        let said = (at.saturating_sub(8)..at).any(|at| self.cue(at).has(Cue::SPEECH));
        Opening::Inside(if said { Role::Content } else { Role::Relative })
    }

    /// Whether a sure finite verb follows a conjunction, with nothing but light words between.
    pub(super) fn verb_follows(&self, from: usize, end: usize) -> bool {
        let Some(group) = self.verbs.iter().find(|group| from <= group.head) else { return false };
        if group.rank < 2 || end <= group.from {
            return false;
        }
        (from..group.from.max(from)).all(|at| {
            let cue = self.cue(at);
            cue.has(Cue::LIGHT.or(Cue::PRONOUN).or(Cue::NE))
                || is_adverb(self.text(at))
                || self.is_mark(at, b'\'')
        }) || self.subject_between(from, group.from)
    }

    /// Whether a new subject stands between a conjunction and its verb: a determiner or a name
    /// first, and no conjunction, comma or relative pronoun on the way.
    pub(super) fn subject_between(&self, from: usize, to: usize) -> bool {
        let begins = self.cue(from).has(Cue::NOUN_NEXT) || self.is_capital(from);
        begins
            && to - from.min(to) <= 14
            // "And on 3 January, two bombs …": one comma may stand after a date.
            && (from..to).filter(|at| self.is_mark(*at, b',')).count() <= 1
            && (from..to).all(|at| {
                // "And the day after, it closed": the preposition begins no clause.
                let alone = self.is_mark(at + 1, b',');
                !self.cue(at).has(Cue::AND.or(Cue::RELATIVE).or(Cue::THAT))
                    && (alone || !self.cue(at).has(Cue::WHEN))
            })
    }
}

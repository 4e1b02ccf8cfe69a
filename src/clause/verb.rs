//! Finite verbs with their auxiliaries: in which tense, denied or announced.

use crate::lang::cue::Cue;
use crate::lang::token::Kind;

use super::{Group, Mood, Reader, is_adverb};

/// How many words a verb is read with; more are looked up one by one.
const AHEAD: usize = 8;

impl Reader<'_> {
    /// Finds the finite verbs of a sentence: all, or those before a place, else the first after it.
    pub(super) fn find_verbs(&mut self, start: usize, end: usize, place: Option<usize>) {
        self.verbs.clear();
        let told = self.sentences.verbs.len();
        let mut at = start;
        while at < end {
            let begins = self.token(at).map_or(0, |token| token.start as usize);
            if place.is_some_and(|place| place < begins) && told < self.sentences.verbs.len() {
                break;
            }
            self.look_up(at, end.min(at + AHEAD));
            match self.group(start, at, end) {
                Some(group) => {
                    at = group.to.max(at + 1);
                    // "Is expected in May" announces without another verb; "set a record" does not.
                    let present = matches!(group.mood, Mood::Present | Mood::Future);
                    let plans = (group.from..group.to).any(|at| self.cue(at).has(Cue::PLANS));
                    // "Agreed in April to leave": what stands between is when it was agreed.
                    let planned = group.planned
                        && (group.mood != Mood::Past
                            || self.infinitive_follows(group.to, end.min(group.to + 2)));
                    let set_for = plans && self.reads(group.to, "for");
                    let announces = planned || group.ahead || set_for || present && plans;
                    if !self.is_object(&group) {
                        self.tells(group.from, group.to, group.mood, announces);
                    }
                    self.verbs.push(group);
                }
                None => {
                    // "The vote scheduled for Friday", "as early as Tuesday": no verb, yet it is ahead.
                    if self.is_announced(at) {
                        self.tells(at, at + 1, Mood::Unknown, true);
                    }
                    at += 1;
                }
            }
        }
    }

    /// The verb group whose finite verb is at a token.
    pub(super) fn group(&self, start: usize, at: usize, end: usize) -> Option<Group> {
        let cue = self.cue(at);
        let finite = Cue::PRESENT.or(Cue::PAST).or(Cue::FUTURE).or(Cue::CONDITIONAL);
        if !cue.has(finite) {
            return None;
        }
        let before = self.word_before(at).filter(|before| start <= *before);
        let prior = before.map_or(Cue::default(), |before| self.cue(before));
        let after_clitic_l =
            self.is_mark(at.wrapping_sub(1), b'\'') && prior.has(Cue::NOUN_NEXT) && start < at;
        let auxiliary = cue.has(Cue::HAVE.or(Cue::BE).or(Cue::MODAL));
        // "May" inside a sentence, or beside a number, is the month.
        let number = |at: usize| self.token(at).is_some_and(|token| token.kind == Kind::Number);
        let beside_number = || number(at + 1) || number(at.wrapping_sub(1));
        if auxiliary && self.is_capital(at) && (at != start || beside_number()) {
            return None;
        }
        // "May twenty-fourth": a verb that begins its sentence has its subject after it.
        let subject = self.cue(at + 1).has(Cue::PRONOUN.or(Cue::NOUN_NEXT));
        if cue.has(Cue::MODAL) && self.is_capital(at) && !subject && !self.is_capital(at + 1) {
            return None;
        }
        if auxiliary {
            // "l'est" is the east, "l'a dit" is not; "il y a" counts years.
            if after_clitic_l && cue.has(Cue::BE) {
                return None;
            }
            if prior.has(Cue::NOUN_NEXT)
                && !prior.has(Cue::LIGHT.or(Cue::PRONOUN))
                && !after_clitic_l
            {
                return None;
            }
            return self.compound(start, at, end, cue);
        }
        if prior.has(Cue::NOUN_NEXT) && !prior.has(Cue::PRONOUN) {
            let pronoun = before
                .and_then(|before| self.word_before(before))
                .is_some_and(|at| self.cue(at).has(Cue::PRONOUN.or(Cue::NE)));
            if !(prior.has(Cue::LIGHT) && pronoun) {
                return None;
            }
        }
        if self.is_capital(at) && at != start {
            return None;
        }
        // "The September 11 attacks", "six attacks": a number dates or counts a noun.
        let after_number = at.checked_sub(1).and_then(|before| self.token(before));
        if start < at
            && after_number.is_some_and(|token| token.kind == Kind::Number)
            && self.text(at).ends_with('s')
            && !cue.has(Cue::PAST)
        {
            return None;
        }
        let marked = prior.has(Cue::PRONOUN.or(Cue::NE).or(Cue::RELATIVE));
        let only_past = cue.has(Cue::PAST.or(Cue::FUTURE).or(Cue::CONDITIONAL))
            && !cue.has(Cue::PARTICIPLE.or(Cue::PRESENT).or(Cue::INFINITIVE));
        let by_agent = self.cue(at).has(Cue::PARTICIPLE) && self.reads(at + 1, "by");
        let rank = if by_agent {
            return None;
        } else if marked || only_past {
            3
        } else if cue.has(Cue::PAST) {
            2
        } else {
            1
        };
        let mood = if cue.has(Cue::FUTURE) {
            Mood::Future
        } else if cue.has(Cue::CONDITIONAL) {
            Mood::Conditional
        } else if cue.has(Cue::PAST) {
            Mood::Past
        } else {
            Mood::Present
        };
        let planned = cue.has(Cue::PLANS) && self.infinitive_follows(at + 1, end);
        let from = self.back_over_clitics(start, at);
        Some(Group {
            from,
            to: at + 1,
            head: at,
            rank,
            mood: if planned && mood != Mood::Past { Mood::Future } else { mood },
            negated: self.denied(start, from, at + 1, end),
            planned,
            ahead: cue.has(Cue::AHEAD),
            speech: cue.has(Cue::SPEECH),
        })
    }

    /// An auxiliary with the participle or bare verb it governs.
    pub(super) fn compound(&self, start: usize, aux: usize, end: usize, cue: Cue) -> Option<Group> {
        let from = self.back_over_clitics(start, aux);
        // "Il y a trois ans": not a verb unless a participle follows.
        let there_is =
            aux.checked_sub(2).is_some_and(|il| self.reads(il, "il") && self.reads(il + 1, "y"));
        let wanted = if cue.has(Cue::MODAL) {
            Cue::INFINITIVE.or(Cue::HAVE).or(Cue::BE)
        } else {
            Cue::PARTICIPLE.or(Cue::GERUND)
        };
        let mut head = aux;
        let mut seen = cue;
        let mut at = aux + 1;
        let mut plans = false;
        let mut steps = 0;
        while at < end && steps < 9 {
            let here = self.cue(at);
            let text = self.text(at);
            let light = here.has(Cue::LIGHT.or(Cue::NOT).or(Cue::PRONOUN).or(Cue::ONLY))
                || is_adverb(text)
                || matches!(text, "'" | "’" | "-");
            if here.has(Cue::FILLER) {
                at += 1;
                steps += 1;
                continue;
            }
            let unlisted = cue.has(Cue::HAVE)
                && (head == aux || self.cue(head).has(Cue::BE))
                && !here.has(Cue::LIGHT.or(Cue::NOUN_NEXT).or(Cue::NOT))
                && looks_like_participle(text);
            if (here.has(wanted.or(Cue::PARTICIPLE)) || unlisted) && !self.is_capital(at) {
                head = at;
                seen = seen.or(here);
                // "A été lancé", "will have been held": the last is the head.
                if here.has(Cue::BE.or(Cue::HAVE)) || steps == 0 && here.has(Cue::MODAL) {
                    at += 1;
                    steps += 1;
                    continue;
                }
                if here.has(Cue::PLANS) && self.infinitive_follows(at + 1, end) {
                    plans = true;
                }
                break;
            }
            if here.has(Cue::PLANS) && cue.has(Cue::BE) && self.infinitive_follows(at + 1, end) {
                plans = true;
                break;
            }
            if !light {
                break;
            }
            at += 1;
            steps += 1;
        }
        if there_is && head == aux {
            return None;
        }
        // "Is to meet": the bare verb after "to" is announced.
        if cue.has(Cue::BE) && cue.has(Cue::PRESENT) && self.reads(aux + 1, "to") {
            plans = true;
        }
        let participle = head != aux
            && (self.cue(head).has(Cue::PARTICIPLE) || looks_like_participle(self.text(head)));
        // "Have been searching": begun before, whatever it goes on to.
        let perfect = head != aux && seen.has(Cue::BE) && !cue.has(Cue::BE);
        let reflexive = self
            .word_before(aux)
            .is_some_and(|at| start <= at && (self.reads(at, "s") || self.reads(at, "se")));
        let mood = if cue.has(Cue::FUTURE) {
            Mood::Future
        } else if cue.has(Cue::CONDITIONAL) {
            if cue.has(Cue::PLANS) { Mood::Future } else { Mood::Conditional }
        } else if cue.has(Cue::PAST) || cue.has(Cue::HAVE) && (participle || perfect) {
            Mood::Past
        } else if plans {
            Mood::Future
        } else if cue.has(Cue::BE) && (reflexive || participle && self.cue(head).has(Cue::MOVES)) {
            // "S'est éteinte": past, whether its participle is known or not.
            Mood::Past
        } else {
            Mood::Present
        };
        let to = head.max(aux) + 1;
        Some(Group {
            from,
            to,
            head,
            rank: 4,
            mood,
            negated: self.denied(start, from, to, end),
            planned: plans && cue.has(Cue::PRESENT) || mood == Mood::Future,
            // "Had planned", "would have left": told from later on.
            ahead: !((aux + 1..to).any(|at| self.cue(at).has(Cue::HAVE))
                || cue.has(Cue::HAVE) && cue.has(Cue::PAST))
                && (plans || (aux..to).any(|at| self.cue(at).has(Cue::AHEAD))),
            speech: self.cue(head).has(Cue::SPEECH),
        })
    }

    pub(super) fn infinitive_follows(&self, from: usize, end: usize) -> bool {
        (from..end.min(from + 4)).any(|at| {
            // "To leave": whatever verb it is.
            let bare = self.reads(at, "to")
                && !self.cue(at + 1).has(Cue::NOUN_NEXT)
                && !self.is_capital(at + 1)
                && self.token(at + 1).is_some_and(|token| token.kind == Kind::Word);
            bare || self.cue(at).has(Cue::INFINITIVE)
        })
    }

    /// Where a verb group begins: clitics and "ne" before it belong to it.
    pub(super) fn back_over_clitics(&self, start: usize, at: usize) -> usize {
        let mut from = at;
        while start < from {
            let before = from - 1;
            let cue = self.cue(before);
            let clitic = cue.has(Cue::NE)
                || cue.has(Cue::LIGHT) && self.text(before).chars().count() <= 3
                || self.is_mark(before, b'\'');
            if !clitic || is_adverb(self.text(before)) {
                break;
            }
            from = before;
        }
        if self.is_mark(from, b'\'') { from + 1 } else { from }
    }

    /// Whether a verb group is denied.
    pub(super) fn denied(&self, start: usize, from: usize, to: usize, end: usize) -> bool {
        let only = |at: usize| (at + 1..end.min(at + 3)).any(|at| self.cue(at).has(Cue::ONLY));
        let ne = (from..to).any(|at| self.cue(at).has(Cue::NE));
        if ne {
            let not = Cue::NOT.or(Cue::NONE);
            let after = (from..end.min(to + 2))
                .any(|at| (self.cue(at).has(not) || self.reads(at, "plus")) && !only(at));
            // "Aucune alerte n'a …": the subject denies it.
            return after
                || (start..from).any(|at| self.cue(at).has(Cue::NONE))
                    && !(to..end.min(to + 3)).any(|at| self.cue(at).has(Cue::THAT));
        }
        let inside = (from.saturating_sub(1).max(start)..end.min(to + 1)).any(|at| {
            let not = self.cue(at).has(Cue::NOT) && !only(at);
            // "Didn't" is three tokens.
            let contracted = self.reads(at, "t")
                && self.is_mark(at.wrapping_sub(1), b'\'')
                && self.text(at.wrapping_sub(2)).ends_with(['n', 'N']);
            not || contracted
        });
        let contracted_aux = self.is_mark(to, b'\'') && self.reads(to + 1, "t");
        // "No one", "no new warning": only at the head of what comes before the verb. In French
        // "ne" tells, so a bare "rien" is nothing here.
        let subject = (start..from).take(3).any(|at| {
            self.cue(at).has(Cue::NONE)
                && matches!(self.text(at).len(), 2 | 4 | 6 | 7)
                && (self.text(at).eq_ignore_ascii_case("no")
                    || self.text(at).eq_ignore_ascii_case("none")
                    || self.text(at).eq_ignore_ascii_case("nobody")
                    || self.text(at).eq_ignore_ascii_case("neither")
                    || self.text(at).eq_ignore_ascii_case("nothing"))
        });
        inside || contracted_aux || subject
    }
}

/// French participles of verbs that no table has, and of those that look like nouns ("cité").
pub(super) fn looks_like_participle(text: &str) -> bool {
    const ENDINGS: [&str; 9] = ["é", "ée", "és", "ées", "i", "it", "int", "u", "is"];
    4 <= text.len() && ENDINGS.iter().any(|ending| text.ends_with(ending))
}

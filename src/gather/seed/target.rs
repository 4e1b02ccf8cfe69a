//! What a mention dates: its clause, a noun tied to it, a window, or nothing.

use crate::article::Span;
use crate::clause::Role;
use crate::event::vocabulary::{Part, VerbRole};
use crate::expr::{Anchor, Direction, Expr};
use crate::lang::cue::Cue;
use crate::resolve::{AnchoredOn, Resolution, Unresolved};

use super::{MOST_AFTER_VERB, Target, Telling};

impl Telling<'_> {
    pub(super) fn target(&self, n: usize) -> Target {
        let (Some(mention), Some(resolution)) =
            (self.account.mentions.get(n), self.account.resolutions.get(n))
        else {
            return Target::Nothing;
        };
        if is_window_ahead(&mention.expr) && self.announces(n) {
            return Target::Window;
        }
        if self.is_soon_after(n) {
            return self.clause_of_mention(n).map_or(Target::Nothing, Target::Clause);
        }
        if !dates_something(&mention.expr, resolution) {
            return Target::Nothing;
        }
        // Inside the words that name another mention's anchor, it dates the anchor.
        if let Some(event) = self.event_around(n) {
            return Target::Noun(event);
        }
        if let Some(noun) = self.noun_before(n) {
            return noun;
        }
        self.clause_of_mention(n).map_or(Target::Nothing, Target::Clause)
    }

    /// The clause that a mention stands in. Where a stray full stop cut its sentence off before the
    /// main verb ("A week after he had won. The town was attacked."), the next sentence goes on.
    pub(super) fn clause_of_mention(&self, n: usize) -> Option<usize> {
        let clauses = &self.clauses;
        let at = clauses.at(self.offset(n))?;
        let clause = clauses.clauses.get(at)?;
        let sentence = *clauses.sentences.get(clause.sentence)?;
        // "The day after the fire was quiet" is whole.
        let counts = matches!(
            self.account.mentions.get(n)?.expr,
            Expr::Shift { .. } | Expr::Modified { .. } | Expr::Window { .. }
        );
        let anchor = self.anchor_words(n).filter(|_| counts);
        let begins = self.words.tokens(Span::new(sentence.start, self.offset(n))).len() <= 2;
        let own_verb =
            clause.verb.is_some_and(|verb| !anchor.is_some_and(|words| words.contains(verb)));
        if own_verb || clause.parent.is_some() || anchor.is_none() || !begins {
            return Some(at);
        }
        let next = clause.sentence + 1;
        let goes_on = clauses.sentences.get(next).is_some_and(|next| {
            self.text().get(sentence.end..next.start).is_some_and(|gap| !gap.contains('\n'))
        });
        let told = clauses.of_sentence(next).find(|n| {
            clauses
                .clauses
                .get(*n)
                .is_some_and(|next| next.role == Role::Main && next.verb.is_some() && !next.speech)
        });
        Some(told.filter(|_| goes_on).unwrap_or(at))
    }

    /// Whether a mention tells how soon after what was told before: "en quelques heures", "within
    /// hours", "dans les heures qui ont suivi".
    pub(crate) fn is_soon_after(&self, n: usize) -> bool {
        let Some(mention) = self.account.mentions.get(n) else { return false };
        match &mention.expr {
            Expr::Window { direction: Direction::After, anchor: Anchor::Focus, amount } => {
                !amount.is_exact() && amount.unit().seconds().is_some()
            }
            Expr::Duration(amount) => {
                let at = self.words.tokens(mention.span).start;
                let short = amount.unit().seconds().is_some();
                short && at.checked_sub(1).is_some_and(|before| self.words.is(before, Part::SOON))
            }
            _ => false,
        }
    }

    /// The words that name the event a mention hangs on. English needs no "that" before a clause:
    /// where a verb follows at once, "two days after the warning" goes on with "ran out".
    pub(crate) fn anchor_words(&self, n: usize) -> Option<Span> {
        let event = self.account.mentions.get(n)?.event?;
        if !self.words.happenings().clause_after_preposition {
            return Some(event);
        }
        let verb = self.clauses.sentences.verb_from(event.end).map(|verb| verb.span);
        let verb =
            verb.filter(|verb| self.words.tokens(Span::new(event.end, verb.start)).is_empty());
        let Some(verb) = verb else { return Some(event) };
        let tail = self.words.tokens(Span::new(verb.end, self.text().len()));
        let last = tail.take(MOST_AFTER_VERB).take_while(|at| self.goes_on(*at)).last();
        let end =
            last.and_then(|at| self.words.token(at)).map_or(verb.end, |last| last.end as usize);
        Some(Span::new(event.start, end))
    }

    /// Whether a word goes on with the words before it: no mark or line stands between.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        use crate::lang::token::{Gap, Kind};
        self.words.token(at).is_some_and(|token| {
            token.gap != Gap::Break
                && (token.kind != Kind::Mark(0) || matches!(self.words.text(at), "%" | "$" | "€"))
                && !matches!(token.kind, Kind::Mark(b',' | b';' | b':' | b'.' | b'!' | b'?' | b'"'))
        })
    }

    /// Whether words before a mention make its amount the most there is: "jusqu'à quinze jours avant".
    pub(crate) fn is_up_to(&self, n: usize) -> bool {
        let Some(mention) = self.account.mentions.get(n) else { return false };
        let at = self.words.tokens(mention.span).start;
        (1..=3).any(|back| at.checked_sub(back).is_some_and(|at| self.words.is(at, Part::UP_TO)))
    }

    /// The words that name another mention's anchor, where a mention stands inside them.
    pub(super) fn event_around(&self, n: usize) -> Option<Span> {
        let span = self.account.mentions.get(n)?.span;
        (self.account.mentions.iter().enumerate())
            .take(n)
            .skip(n.saturating_sub(3))
            .filter_map(|(_, mention)| mention.event)
            .find(|event| event.contains(span) && event.start < span.start)
    }

    /// The noun that a mention is tied to, if it is: by "de", or because no verb is near.
    pub(super) fn noun_before(&self, n: usize) -> Option<Target> {
        let span = self.account.mentions.get(n)?.span;
        let clause_no = self.clauses.at(span.start)?;
        let clause = self.clauses.clauses.get(clause_no)?;
        let verb = clause.verb.map(|verb| self.words.tokens(verb));
        let first = self.words.tokens(Span::new(clause.span.start, span.start)).start;
        let mention_at =
            self.words.tokens(Span::new(span.start, self.words.source.text.len())).start;
        let before = mention_at.checked_sub(1).filter(|at| first <= *at)?;
        // The mention's own first word may be "du" or "de".
        let own_of = self.words.is(mention_at, Part::OF);
        let prior = if own_of { mention_at } else { before };
        let tied = own_of
            || self.words.is(before, Part::OF)
            || self.words.is_mark(before, b'\'')
                && before.checked_sub(1).is_some_and(|at| self.words.is(at, Part::OF));
        if tied {
            let noun_at = (first..prior)
                .rev()
                .find(|at| self.words.is_word(*at) && !self.words.is(*at, Part::OF))?;
            if self.words.is(noun_at, Part::TIME_NOUN) {
                return None;
            }
        }
        // "Construite il y a quinze ans": the participle before the date has it, not the clause.
        let participle_at = self.words.cue(before).has(Cue::PARTICIPLE)
            && !verb.as_ref().is_some_and(|verb| verb.contains(&before))
            && before.checked_sub(1).is_some_and(|at| {
                first <= at
                    && !self.words.cue(at).has(Cue::HAVE.or(Cue::BE).or(Cue::LIGHT))
                    && !self.words.cue(at).has(Cue::PRONOUN.or(Cue::AND))
            });
        // Back from the mention to an event noun, over the words of one noun phrase.
        let mut participle = None;
        let mut steps = 0;
        let mut at = before;
        loop {
            if verb.as_ref().is_some_and(|verb| verb.contains(&at)) || steps == 14 {
                break;
            }
            let mark = !self.words.is_word(at);
            if mark
                && !self.words.is_mark(at, b'\'')
                && !self.words.is_mark(at, b'-')
                && self
                    .words
                    .token(at)
                    .is_none_or(|token| token.kind != crate::lang::token::Kind::Number)
            {
                break;
            }
            let cue = self.words.cue(at);
            if cue.has(Cue::RELATIVE.or(Cue::THAT).or(Cue::AND)) {
                break;
            }
            if let Some(found) = self.words.event_noun(at) {
                let starts_clause = clause.verb.is_some_and(|verb| span.end <= verb.start);
                let stative = clause.head.is_none_or(|head| {
                    let at = self.words.tokens(head).start;
                    !self.words.event_verb(at).is_some_and(|verb| verb.role != VerbRole::State)
                });
                let inside_np = tied
                    || participle.is_some()
                    || clause.verb.is_none()
                    || starts_clause
                    || stative;
                if inside_np && found.to <= mention_at {
                    let (_, from) = self.words.determiner_before(at);
                    let start = self.words.token(from)?.start as usize;
                    return Some(Target::Noun(Span::new(start, span.end)));
                }
                break;
            }
            if participle.is_none()
                && cue.has(Cue::PARTICIPLE)
                && !self.words.cue(at.wrapping_sub(1)).has(Cue::HAVE.or(Cue::BE))
                && !self.words.is(at, Part::OF)
            {
                participle = Some(at);
            }
            let Some(next) = at.checked_sub(1).filter(|next| first <= *next) else { break };
            at = next;
            steps += 1;
        }
        if participle_at && verb.is_some() {
            return Some(Target::Nothing);
        }
        // "Du 7 mars" after a noun that is no event dates that thing, and tells nothing.
        tied.then_some(Target::Nothing)
    }

    /// Whether a window ahead is announced: something in its clause or sentence warns, says or
    /// orders, or the words are "les 48 prochaines heures".
    pub(super) fn announces(&self, n: usize) -> bool {
        let Some(mention) = self.account.mentions.get(n) else { return false };
        if matches!(mention.expr, Expr::Window { anchor: Anchor::Publication, .. }) {
            return true;
        }
        let sentence = self.clauses.sentences.at(mention.span.start);
        let Some(span) = sentence.and_then(|n| self.clauses.sentences.get(n)) else {
            return false;
        };
        self.words.tokens(*span).any(|at| self.is_notice(at))
    }

    /// Whether a word tells of a notice, which can hold for a time.
    pub(super) fn is_notice(&self, at: usize) -> bool {
        let class = self.words.event_noun(at).or_else(|| self.words.event_verb(at));
        class
            .and_then(|found| self.words.classes.name(found.class?))
            .is_some_and(|name| crate::event::table::has(name, crate::event::Property::NOTICE))
    }
}

/// Whether a mention says when something is.
pub(super) fn dates_something(expr: &Expr, resolution: &Resolution) -> bool {
    let dates = resolution.parts.iter().any(|part| {
        part.extent().is_some()
            || part.anchor == AnchoredOn::Event
            || matches!(part.unresolved, Some(Unresolved::NoSuchDate(_)))
    });
    let tells = match expr {
        Expr::Duration(_) | Expr::Set(_) | Expr::Vague(_) => false,
        // "Les jours suivants" dates nothing.
        Expr::Window { amount, anchor: Anchor::Focus, direction: Direction::After } => {
            amount.is_exact()
        }
        _ => true,
    };
    dates && tells
}

/// Whether an expression is a stretch from its anchor on, of a length that is said.
pub(super) fn is_window_ahead(expr: &Expr) -> bool {
    match expr {
        Expr::Window { direction: Direction::After, anchor, amount } => {
            *anchor != Anchor::Event && amount.is_exact()
        }
        _ => false,
    }
}

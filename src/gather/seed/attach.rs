//! What each time dates: the predicate that governs it in its tree, the event noun it is tied to, a
//! window, the lines that a stamp stands over; or nothing, and why.

use crate::article::Span;
use crate::event::vocabulary::Part;
use crate::expr::{Anchor, Direction, Expr};
use crate::lang::role::Role;
use crate::resolve::{AnchoredOn, Resolution, Unresolved};
use crate::syntax::{Governor, Predicate, PredicateKind, Predicates, Relation, Told, Unit};

use super::{PredicateAt, Telling};
use crate::event::{Property, UnplacedWhy};

/// What a mention dates.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Target {
    Predicate(PredicateAt),
    /// The words that name another mention's anchor.
    Anchor(Span),
    Window,
    /// How long a predicate lasts.
    Length(PredicateAt),
    /// The sentences after it in its line or paragraph.
    Lines,
    Nothing(UnplacedWhy),
}

impl Telling<'_> {
    pub(super) fn target(&self, n: usize) -> Target {
        let (Some(mention), Some(resolution)) =
            (self.account.mentions.get(n), self.account.resolutions.get(n))
        else {
            return Target::Nothing(UnplacedWhy::NoPredicate);
        };
        if self.account.passages.is_aside(n, self.offset(n)) {
            return Target::Nothing(UnplacedWhy::Furniture);
        }
        if is_window_ahead(&mention.expr) && self.announces(n) {
            return Target::Window;
        }
        if !self.is_soon_after(n) && !dates_something(&mention.expr, resolution) {
            let length = matches!(mention.expr, Expr::Duration(_)).then(|| self.measured(n));
            return match (length.flatten(), &mention.expr) {
                (Some(at), _) => Target::Length(at),
                (None, Expr::Set(_)) => Target::Nothing(UnplacedWhy::Set),
                (None, _) => Target::Nothing(UnplacedWhy::Duration),
            };
        }
        if let Some(event) = self.event_around(n) {
            return Target::Anchor(event);
        }
        self.governed(n)
    }

    /// The predicate that a length belongs to, where nothing else stands between them than a preposition
    /// of length: "suspended for two weeks", "a duré trois jours", "a three-day strike".
    fn measured(&self, n: usize) -> Option<PredicateAt> {
        let sentence = self.sentence_at(self.offset(n))?;
        let predicates = self.predicates(sentence)?;
        let unit = predicates.tree.unit_of_mention(n)?;
        let during = |case: u32| predicates.role(case).has(Role::DURING);
        if !predicates.tree.children_by(unit, Relation::Case).all(during) {
            return None;
        }
        let number = predicates.at(predicates.tree.head(unit)?)?;
        let one = predicates.list.get(number)?;
        (!one.negated && !one.hypothetical && !one.speech)
            .then_some(PredicateAt { sentence, number })
    }

    /// What governs a mention in its tree.
    fn governed(&self, n: usize) -> Target {
        let nothing = Target::Nothing(UnplacedWhy::NoPredicate);
        let Some(sentence) = self.sentence_at(self.offset(n)) else { return nothing };
        let Some(predicates) = self.predicates(sentence) else { return nothing };
        let Some(unit) = predicates.tree.unit_of_mention(n) else { return nothing };
        if self.is_line_stamp(n, sentence) {
            return Target::Lines;
        }
        let anchor = self.anchor_predicate(n);
        match predicates.governor(unit) {
            // "A week after he had won. The town was attacked.": the sentence is its anchor.
            Governor::Predicate(number)
                if anchor == Some(PredicateAt { sentence, number })
                    && predicates.list.get(number).is_some_and(|one| one.via == Relation::Root) =>
            {
                self.next_main(sentence).map_or(nothing, Target::Predicate)
            }
            Governor::Predicate(number) => {
                let number = self.shifted(sentence, number, unit);
                let number = self.inside_quotation(n, predicates, number, unit);
                Target::Predicate(PredicateAt { sentence, number })
            }
            Governor::Comparison => Target::Nothing(UnplacedWhy::Comparison),
            Governor::Noun(_) => Target::Nothing(UnplacedWhy::Name),
            Governor::Nothing
                if self.account.mentions.get(n).is_some_and(|mention| mention.event.is_some()) =>
            {
                // The sentence may be no more than the anchor: then the next one goes on.
                let own = self.nearest(sentence, unit);
                let own = own.map(|number| PredicateAt { sentence, number });
                let own = own.filter(|own| anchor != Some(*own));
                own.or_else(|| self.next_main(sentence)).map_or(nothing, Target::Predicate)
            }
            Governor::Nothing => match self.nearest(sentence, unit) {
                Some(number) => Target::Predicate(PredicateAt { sentence, number }),
                None => nothing,
            },
        }
    }

    /// The deed that a time belongs to where its governor only carries it: "was ordered to return on
    /// May 3" is the return, where the time stands behind the infinitive.
    fn shifted(&self, sentence: usize, number: usize, unit: u32) -> usize {
        let Some(predicates) = self.predicates(sentence) else { return number };
        let Some(own) = predicates.list.get(number) else { return number };
        // "N'a pas fermé la route, mais a prévenu": what is put in its place has the time.
        let instead = predicates.list.iter().position(|other| {
            other.outer == Some(number)
                && other.via == Relation::Conj
                && !other.negated
                && other.kind == PredicateKind::Verb
        });
        if own.negated
            && let Some(instead) = instead
        {
            return instead;
        }
        // "Il fallut attendre 1934 pour que la cour accepte": what was waited for came then.
        let awaited = predicates.list.iter().position(|other| {
            other.outer == Some(number)
                && matches!(other.via, Relation::Advcl | Relation::Ccomp)
                && unit < other.head
        });
        if predicates.role(own.head).has(Role::WAITS)
            && let Some(awaited) = awaited
        {
            return awaited;
        }
        // "A tenté de faire sauter un avion en décembre": the attempt has the time; what is ordered or
        // planned has its own.
        if own.via == Relation::Xcomp
            && own.told == Told::Infinitive
            && let Some(outer) = own.outer
            && let Some(above) = predicates.list.get(outer)
            && above.kind == PredicateKind::Verb
            && !above.speech
            && !predicates.role(above.head).has(Role::ORDERS.or(Role::SCHEDULES))
        {
            return outer;
        }
        if !predicates.role(own.head).has(Role::ORDERS.or(Role::SCHEDULES)) {
            return number;
        }
        let behind = predicates.list.iter().position(|other| {
            other.outer == Some(number)
                && other.via == Relation::Xcomp
                && own.head < other.head
                && other.head < unit
                && other.kind != PredicateKind::Noun
        });
        behind.unwrap_or(number)
    }

    /// The main predicate of the next sentence, where a stray full stop cut it off from its time: "A week
    /// after he had won. The town was attacked."
    fn next_main(&self, sentence: usize) -> Option<PredicateAt> {
        let (own, next) = (self.sentence(sentence)?, self.sentence(sentence + 1)?);
        let gap = self.text().get(own.end..next.start)?;
        if gap.contains('\n') {
            return None;
        }
        let predicates = self.predicates(sentence + 1)?;
        let number = predicates.list.iter().position(|one| {
            one.kind != PredicateKind::Noun && one.via == Relation::Root && !one.speech
        })?;
        Some(PredicateAt { sentence: sentence + 1, number })
    }

    /// The predicate that a time inside a quotation dates: one of the quotation, not the verb of saying
    /// outside it.
    fn inside_quotation(
        &self,
        n: usize,
        predicates: &Predicates<'_>,
        number: usize,
        unit: u32,
    ) -> usize {
        let passages = &self.account.passages;
        let passage = passages.at(self.offset(n));
        let place = |one: &Predicate| passages.at(predicates.tree.unit(one.head).span.start);
        let governor = predicates.list.get(number);
        if !passages.is_quoted(self.offset(n)) || governor.is_none_or(|one| place(one) == passage) {
            return number;
        }
        (predicates.list.iter().enumerate())
            .filter(|(_, one)| one.kind != PredicateKind::Noun && place(one) == passage)
            .min_by_key(|(m, one)| (one.head.abs_diff(unit), *m))
            .map_or(number, |(m, _)| m)
    }

    /// The verb nearest to a unit that governs nothing itself, where the tree puts it nowhere.
    fn nearest(&self, sentence: usize, unit: u32) -> Option<usize> {
        let predicates = self.predicates(sentence)?;
        let verbs = predicates
            .list
            .iter()
            .enumerate()
            .filter(|(_, one)| one.kind != PredicateKind::Noun || one.via == Relation::Root);
        let finite = |one: &Predicate| {
            matches!(one.told, Told::Past | Told::Present | Told::Future | Told::PastConditional)
        };
        verbs
            .min_by_key(|(n, one)| (!finite(one), one.head.abs_diff(unit), *n))
            .map(|(n, _)| n)
            .or_else(|| (!predicates.list.is_empty()).then_some(0))
    }

    /// Whether a mention stands over what follows it: it begins its line, and a colon, a dash or the end
    /// of the line comes after it ("3 mai 2017 : le maire a démissionné", "18:50 –").
    pub(super) fn is_line_stamp(&self, n: usize, sentence: usize) -> bool {
        let Some(mention) = self.account.mentions.get(n) else { return false };
        let Some(span) = self.sentence(sentence) else { return false };
        let text = self.text();
        let line = text.get(..mention.span.start).and_then(|before| before.rfind('\n'));
        let line = line.map_or(0, |at| at + 1);
        let before = text.get(line..mention.span.start).unwrap_or("");
        let plain = |c: char| {
            c.is_whitespace()
                || matches!(c, '-' | '–' | '—' | '*' | '•' | '·' | '#' | '|' | '(' | '[')
        };
        let begins = before.chars().all(plain)
            || span.start <= mention.span.start
                && text
                    .get(span.start..mention.span.start)
                    .is_some_and(|lead| lead.chars().all(plain))
                && line <= span.start
                && text.get(line..span.start).is_some_and(|lead| lead.chars().all(plain));
        if !begins {
            return false;
        }
        let after = text.get(mention.span.end..).unwrap_or("");
        let mut rest = after.trim_start_matches(|c: char| {
            matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '*' | ')' | ']' | '\t')
        });
        if rest.starts_with('\n') || rest.is_empty() {
            return true;
        }
        let mark = rest.chars().next().unwrap_or(' ');
        if !matches!(mark, ':' | '–' | '—' | '-' | '|') {
            return false;
        }
        rest = rest.get(mark.len_utf8()..).unwrap_or("");
        // "1914-1918" and "lundi-mardi" are no stamps: the mark stands apart.
        mark == ':' && rest.starts_with([' ', '\n', '\u{a0}', '*'])
            || rest.starts_with([' ', '\u{a0}', '*']) && after.starts_with([' ', '*', '\u{a0}'])
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
    /// "two days after the warning ran out" names the clause.
    pub(crate) fn anchor_words(&self, n: usize) -> Option<Span> {
        let event = self.account.mentions.get(n)?.event?;
        let Some(predicate) = self.anchor_predicate(n) else { return Some(event) };
        let (predicates, one) = self.predicate(predicate)?;
        if one.kind == PredicateKind::Noun {
            return Some(event);
        }
        let head = predicates.tree.unit(one.head).span;
        if event.contains(head) {
            return Some(event);
        }
        let near = event.end <= head.start
            && self.words.tokens(Span::new(event.end, head.start)).len() <= 4;
        Some(if near { self.up_to(predicates.tree.span_of(one.top), event) } else { event })
    }

    /// A clause from where an event's words begin, up to its first comma.
    fn up_to(&self, clause: Span, event: Span) -> Span {
        let end = clause.end.max(event.end);
        let words = self.text().get(event.end..end).unwrap_or("");
        let cut = words.find([',', ';', '.', '\n']).map_or(end, |at| event.end + at);
        Span::new(event.start, cut.max(event.end))
    }

    /// The predicate that an anchor's words hold or begin.
    pub(crate) fn anchor_predicate(&self, n: usize) -> Option<PredicateAt> {
        let event = self.account.mentions.get(n)?.event?;
        self.predicate_in(event)
    }

    /// The predicate that some words name: the highest whose head stands among them, else the one whose
    /// subject does.
    pub(crate) fn predicate_in(&self, words: Span) -> Option<PredicateAt> {
        let sentence = self.sentence_at(words.start)?;
        let predicates = self.predicates(sentence)?;
        let tree = predicates.tree;
        let inside = |unit: u32| words.contains(tree.unit(unit).span);
        let depth = |unit: u32| tree.above(unit).count();
        let inner = (predicates.list.iter().enumerate())
            .filter(|(_, one)| inside(one.head))
            .min_by_key(|(_, one)| (depth(one.head), one.head));
        let of_clause =
            || {
                predicates.list.iter().enumerate().find(|(_, one)| {
                    one.subject.is_some_and(inside) && one.kind != PredicateKind::Noun
                })
            };
        // "Two days after the warning ran out": the clause, where the noun is its subject.
        let clause = of_clause().filter(|(_, one)| {
            self.words.happenings().clause_after_preposition
                && one.via == Relation::Advcl
                && tree.unit(one.head).span.start.saturating_sub(words.end) < 60
        });
        let (number, _) = clause.or(inner).or_else(of_clause)?;
        Some(PredicateAt { sentence, number })
    }

    /// Whether some words stand inside those that name the event a mention hangs on.
    pub(crate) fn is_anchor(&self, words: Span) -> bool {
        let mentions = &self.account.mentions;
        let end = mentions.partition_point(|mention| mention.span.start <= words.start);
        let near = mentions.get(end.saturating_sub(4)..end).unwrap_or(&[]);
        near.iter().any(|mention| {
            mention
                .event
                .is_some_and(|event| event.contains(words) && !matches!(mention.expr, Expr::Event))
        })
    }

    /// The units that stand inside some words.
    pub(crate) fn units_in(&self, words: Span) -> Vec<Unit> {
        let sentence = self.sentence_at(words.start);
        let tree = sentence.and_then(|n| self.story.syntax.tree(n));
        let units = tree.map_or(&[][..], |tree| &tree.units);
        units.iter().copied().filter(|unit| words.contains(unit.span)).collect()
    }

    /// Whether some words name what happens: a verb, or a noun that is an event.
    pub(crate) fn names_predicate(&self, words: Span) -> bool {
        self.predicate_in(words).is_some()
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

    /// Whether a window ahead is announced: something in its clause or sentence warns, says or
    /// orders, or the words are "les 48 prochaines heures".
    pub(super) fn announces(&self, n: usize) -> bool {
        let Some(mention) = self.account.mentions.get(n) else { return false };
        if matches!(mention.expr, Expr::Window { anchor: Anchor::Publication, .. }) {
            return true;
        }
        let span = self.sentence_at(mention.span.start).and_then(|n| self.sentence(n));
        span.is_some_and(|span| self.words.tokens(span).any(|at| self.is_notice(at)))
    }

    /// Whether a word tells of a notice, which can hold for a time.
    pub(super) fn is_notice(&self, at: usize) -> bool {
        let found = self.words.event_noun(at).or_else(|| self.words.event_verb(at));
        found
            .and_then(|found| found.class)
            .is_some_and(|class| self.words.classes.is(class, Property::NOTICE))
    }
}

/// Whether a mention says when something is.
pub(crate) fn dates_something(expr: &Expr, resolution: &Resolution) -> bool {
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

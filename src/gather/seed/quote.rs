//! The seed of words that the user quotes.

use crate::article::Span;
use crate::event::Status;
use crate::expr::Expr;
use crate::syntax::{PredicateKind, Relation, Told};

use super::attach::Target;
use super::{Bound, PredicateAt, Seed, SeedKind, Telling};

impl Telling<'_> {
    /// The seed of words that the user quotes. Times inside them count, else those of the predicate.
    pub(crate) fn quote_seed(&self, quote: Span) -> Option<Seed> {
        let all: Vec<usize> = (0..self.account.mentions.len()).collect();
        let own = |n: &usize| {
            let mention = self.account.mentions.get(*n);
            mention.is_some_and(|mention| {
                mention.marks.first().is_some_and(|mark| quote.contains(*mark))
                    || quote.contains(mention.span)
            })
        };
        let inside: Vec<usize> = all.iter().copied().filter(own).collect();
        // A date that names another mention's anchor dates that anchor, if both are quoted.
        let of_anchor = |n: &usize| {
            let Some(span) = self.account.mentions.get(*n).map(|mention| mention.span) else {
                return false;
            };
            inside.iter().any(|other| {
                other != n
                    && (self.account.mentions.get(*other).and_then(|mention| mention.event))
                        .is_some_and(|event| event.contains(span))
            })
        };
        let inside: Vec<usize> = inside.iter().copied().filter(|n| !of_anchor(n)).collect();
        let at = self.predicate_of_quote(quote, &inside);
        let mut seed = match at.and_then(|at| self.predicate_seed(at)) {
            Some(seed) => seed,
            None => {
                let naming = self.words.naming(quote);
                self.blank(quote, naming, super::super::label::of_words(self, quote))
            }
        };
        seed.span = quote;
        let told = at.and_then(|at| self.predicate(at)).is_some_and(|(predicates, one)| {
            one.kind != PredicateKind::Noun && predicates.tree.unit(one.head).span.overlaps(quote)
        });
        if !told {
            // A noun stands for a fact even where its clause is denied.
            seed.kind = SeedKind::Noun;
            seed.told = Told::None;
            if seed.status == Status::Negated {
                seed.status = Status::Asserted;
            }
        }
        // A plan that was changed has the time that it was changed to.
        let moved = at.filter(|at| {
            self.predicate(*at).is_some_and(|(predicates, _)| predicates.names_new_time(at.number))
        });
        let of_plan = |n: &usize| moved.is_none_or(|at| self.target(*n) == Target::Predicate(at));
        let inside: Vec<usize> = inside.into_iter().filter(of_plan).collect();
        let (mut dated, mut windows) = self.sorted_out(&inside);
        if dated.is_empty()
            && windows.is_empty()
            && let Some(at) = at
        {
            let of_predicate: Vec<usize> = (all.iter().copied())
                .filter(|n| self.sentence_at(self.offset(*n)) == Some(at.sentence))
                .filter(|n| match self.target(*n) {
                    Target::Predicate(other) => other == at,
                    Target::Window => self.predicate_around(*n) == Some(at),
                    Target::Anchor(_) | Target::Length(_) | Target::Lines | Target::Nothing(_) => {
                        false
                    }
                })
                .collect();
            (dated, windows) = self.sorted_out(&of_predicate);
        }
        let occurrences = self.dates_of(&dated).occurrences;
        seed.listed = 1 < occurrences.len();
        for dating in occurrences.into_iter().flatten() {
            if !seed.dated.contains(&dating) {
                seed.dated.push(dating);
            }
        }
        seed.window = windows.first().and_then(|n| match &self.account.mentions.get(*n)?.expr {
            Expr::Window { amount, .. } => Some((*n, amount.clone())),
            _ => None,
        });
        let sentence = seed.sentence;
        let beside = |n: &usize| self.sentence_at(self.offset(*n)) == Some(sentence);
        for n in all.iter().copied().filter(beside) {
            if let Target::Length(at) = self.target(n) {
                self.lasts(std::slice::from_mut(&mut seed), at, n);
            }
        }
        // A deed that a report tells is not after it.
        if seed.dated.is_empty()
            && let Some(at) = at
            && let Some((predicates, one)) = self.predicate(at)
            && let Some(number) = one.reported_by
            && predicates.list.get(number).is_some_and(|report| report.told == Told::Past)
            && one.told.is_past()
            && seed.status.constrains()
        {
            seed.bound = Some(Bound::NotAfter(PredicateAt { sentence: at.sentence, number }));
        }
        Some(seed)
    }

    fn predicate_around(&self, mention: usize) -> Option<PredicateAt> {
        let sentence = self.sentence_at(self.offset(mention))?;
        let predicates = self.predicates(sentence)?;
        let number = predicates.around(predicates.tree.unit_of_mention(mention)?)?;
        Some(PredicateAt { sentence, number })
    }

    /// The predicate that a quote names: the one that governs the time inside the quoted words, else
    /// the highest of the quote; a relative clause's only if there is nothing else.
    fn predicate_of_quote(&self, quote: Span, inside: &[usize]) -> Option<PredicateAt> {
        let sentence = self.sentence_at(quote.start)?;
        let predicates = self.predicates(sentence)?;
        let tree = predicates.tree;
        let held = |number: usize| {
            predicates.list.get(number).is_some_and(|one| quote.contains(tree.unit(one.head).span))
        };
        let governing = inside.iter().filter_map(|n| match self.target(*n) {
            Target::Predicate(at) if at.sentence == sentence && held(at.number) => Some(at),
            _ => None,
        });
        let governing: Vec<PredicateAt> = governing.collect();
        // Of a plan and its change, the change.
        let changed = governing.iter().find(|at| predicates.names_new_time(at.number));
        if let Some(at) = changed.or(governing.first()) {
            return Some(*at);
        }
        let depth = |unit: u32| tree.above(unit).count();
        let highest = (predicates.list.iter().enumerate())
            .filter(|(number, _)| held(*number))
            .min_by_key(|(_, one)| {
                (
                    matches!(one.via, Relation::Relcl) && one.kind != PredicateKind::Noun,
                    one.kind == PredicateKind::Noun && !self.is_head_of(tree, one.head, quote),
                    depth(one.top),
                    one.head,
                )
            });
        let number = match highest {
            Some((number, _)) => number,
            None => predicates.around(tree.at(quote.start)?)?,
        };
        Some(PredicateAt { sentence, number })
    }

    /// Whether a unit is the head of all the words of a quote.
    fn is_head_of(&self, tree: &crate::syntax::Tree, unit: u32, quote: Span) -> bool {
        tree.head(unit).is_none_or(|head| !quote.contains(tree.unit(head).span))
    }
}

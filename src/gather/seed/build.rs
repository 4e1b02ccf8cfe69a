//! Seeds of predicates, windows and stamps.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::Span;
use crate::event::{Status, UnplacedWhy};
use crate::expr::{Expr, Signal};
use crate::lang::role::Role;
use crate::passage::{Stamp, StampKind};
use crate::syntax::{Predicate, PredicateKind, Predicates, Relation, Told};

use super::super::label;
use super::super::participants::Participants;
use super::attach::Target;
use super::{Dating, Edge, PredicateAt, Seed, SeedKind, Telling};
use crate::event::Property;

/// What was read of an article: its seeds, and the times that date none of them.
#[derive(Debug, Default)]
pub(crate) struct Seeds {
    pub(crate) seeds: Vec<Seed>,
    /// The mentions that reached no event, with the reason.
    pub(crate) unplaced: Vec<(usize, UnplacedWhy)>,
}

impl Telling<'_> {
    /// All seeds of the article, in text order.
    pub(crate) fn seeds(&self) -> Seeds {
        let mut out = Seeds { seeds: self.stamps(), unplaced: Vec::new() };
        let mut by_predicate: BTreeMap<PredicateAt, Vec<usize>> = BTreeMap::new();
        let mut lengths: Vec<(PredicateAt, usize)> = Vec::new();
        let mut lines: Vec<usize> = Vec::new();
        for (n, mention) in self.account.mentions.iter().enumerate() {
            match self.target(n) {
                Target::Predicate(at) => by_predicate.entry(at).or_default().push(n),
                Target::Anchor(span) => match self.anchor_seed(n, span) {
                    Some(seed) => out.seeds.push(seed),
                    None => out.unplaced.push((n, UnplacedWhy::Name)),
                },
                Target::Window => match self.window_seed(n, mention.span) {
                    Some(seed) => out.seeds.push(seed),
                    None => out.unplaced.push((n, UnplacedWhy::Duration)),
                },
                Target::Length(at) => lengths.push((at, n)),
                Target::Lines => lines.push(n),
                Target::Nothing(why) => out.unplaced.push((n, why)),
            }
        }
        self.over_lines(&lines, &mut by_predicate, &mut out.unplaced);
        let mut left: Vec<(PredicateAt, usize)> = Vec::new();
        for (at, mentions) in &by_predicate {
            let dates = self.dates_of(mentions);
            left.extend(dates.left.iter().map(|n| (*at, *n)));
            let Some(seed) = self.predicate_seed(*at) else {
                out.unplaced.extend(mentions.iter().map(|n| (*n, UnplacedWhy::NoPredicate)));
                continue;
            };
            out.seeds
                .extend(dates.occurrences.into_iter().map(|dated| self.dated(seed.clone(), dated)));
        }
        // A date that its predicate cannot take dates another one near, or nothing.
        for (at, n) in left {
            let other = self.other_predicate(at, n, &by_predicate);
            match other.and_then(|other| self.predicate_seed(other)) {
                Some(seed) => {
                    out.seeds.push(self.dated(seed, vec![Dating { mention: n, part: None }]));
                }
                None => out.unplaced.push((n, UnplacedWhy::NoPredicate)),
            }
        }
        for (at, n) in lengths {
            if !self.lasts(&mut out.seeds, at, n) {
                out.unplaced.push((n, UnplacedWhy::Duration));
            }
        }
        self.join_windows(&mut out.seeds);
        self.tell_on(&mut out.seeds);
        out.seeds.sort_by_key(|seed| {
            (seed.span.start, seed.span.end, seed.dated.first().map(|d| d.mention), seed.head)
        });
        out
    }

    /// Gives the length that a mention says to the seed of its predicate, or of one that goes on with the
    /// same subject: "it lasted nineteen days and ended on 11 June". Of a deed that a day dates, a length
    /// says what follows from it ("jailed for six years on 5 May"), not how long it was.
    pub(super) fn lasts(&self, seeds: &mut [Seed], at: PredicateAt, n: usize) -> bool {
        let Some(Expr::Duration(amount)) = self.account.mentions.get(n).map(|one| &one.expr) else {
            return false;
        };
        let Some((predicates, one)) = self.predicate(at) else { return false };
        let goes_on = |number: usize| {
            predicates.list.get(number).is_some_and(|other| {
                other.outer == Some(at.number)
                    && other.via == Relation::Conj
                    && other.subject == one.subject
            })
        };
        let is_of_length =
            predicates.role(one.head).has(Role::LASTS) || one.kind == PredicateKind::Noun;
        let is_stretch = |seed: &Seed| {
            seed.edge.is_some() || seed.dated.iter().any(|dating| self.is_stretch(dating.mention))
        };
        let carries = |seed: &Seed| {
            seed.predicate.is_some_and(|own| {
                own.sentence == at.sentence
                    && (own.number == at.number
                        || is_of_length && goes_on(own.number)
                        || is_of_length && self.carries(own, one.head))
            })
        };
        let found = seeds.iter_mut().find(|seed| {
            seed.lasts.is_none() && carries(seed) && (is_of_length || is_stretch(seed))
        });
        let Some(seed) = found else { return false };
        seed.lasts = Some((n, amount.clone()));
        true
    }

    /// Whether a predicate takes a unit for the noun that it tells of: "a three-day strike began".
    fn carries(&self, at: PredicateAt, unit: u32) -> bool {
        let Some((predicates, one)) = self.predicate(at) else { return false };
        one.subject == Some(unit) && edge_of(predicates, one, one.head).is_some()
    }

    /// Whether a mention says from when to when, or from when on.
    fn is_stretch(&self, n: usize) -> bool {
        let (Some(mention), Some(resolution)) =
            (self.account.mentions.get(n), self.account.resolutions.get(n))
        else {
            return false;
        };
        resolution.is_range
            || matches!(
                mention.expr,
                Expr::Bound { signal: Signal::From | Signal::Since | Signal::Until, .. }
                    | Expr::Stretch { .. }
            )
    }

    /// Another predicate of the sentence for a date, the nearest that has none yet.
    fn other_predicate(
        &self,
        at: PredicateAt,
        n: usize,
        taken: &BTreeMap<PredicateAt, Vec<usize>>,
    ) -> Option<PredicateAt> {
        let predicates = self.predicates(at.sentence)?;
        let unit = predicates.tree.unit_of_mention(n)?;
        (predicates.list.iter().enumerate())
            .filter(|(number, one)| {
                *number != at.number
                    && one.head.abs_diff(unit) <= 8
                    && !taken.contains_key(&PredicateAt { sentence: at.sentence, number: *number })
            })
            .min_by_key(|(number, one)| (one.head.abs_diff(unit), *number))
            .map(|(number, _)| PredicateAt { sentence: at.sentence, number })
    }

    /// A seed with its dates, which belong to its words.
    fn dated(&self, mut seed: Seed, dated: Vec<Dating>) -> Seed {
        for dating in &dated {
            if let Some(mention) = self.account.mentions.get(dating.mention)
                && self.sentence_at(mention.span.start) == Some(seed.sentence)
            {
                seed.span = seed.span.hull(mention.span);
            }
        }
        seed.dated = dated;
        seed
    }

    /// Whether a seed is the verb of a main clause, in the past, and its times hang on it without a
    /// preposition of purpose.
    pub(crate) fn is_straight(&self, seed: &Seed) -> bool {
        let Some((predicates, one)) = seed.predicate.and_then(|at| self.predicate(at)) else {
            return false;
        };
        let straight = |dating: &Dating| {
            let unit = predicates.tree.unit_of_mention(dating.mention);
            unit.is_some_and(|unit| {
                let purpose = |case: u32| predicates.role(case).has(Role::GOAL.or(Role::PURPOSE));
                predicates.tree.head(unit) == Some(one.head)
                    && !predicates.tree.children_by(unit, Relation::Case).any(purpose)
            })
        };
        one.told == Told::Past
            && matches!(
                one.via,
                Relation::Root | Relation::Conj | Relation::Parataxis | Relation::Ccomp
            )
            && !seed.dated.is_empty()
            && seed.dated.iter().all(straight)
    }

    /// A notice that says in one clause when it was given and how long it holds is one statement.
    fn join_windows(&self, seeds: &mut Vec<Seed>) {
        let windows: Vec<Seed> =
            seeds.iter().filter(|seed| seed.kind == SeedKind::Window).cloned().collect();
        if windows.is_empty() {
            return;
        }
        let is_notice = |seed: &Seed| {
            matches!(seed.kind, SeedKind::Clause | SeedKind::Noun)
                && !seed.dated.is_empty()
                && seed
                    .naming
                    .class
                    .is_some_and(|class| self.words.classes.is(class, Property::NOTICE))
        };
        let mut joined = BTreeSet::new();
        for window in &windows {
            let free = |seed: &&mut Seed| seed.window.is_none() && is_notice(seed);
            let near = |seed: &&mut Seed| {
                seed.predicate == window.predicate
                    || seed.sentence == window.sentence && self.holds(seed, window)
            };
            let notice = seeds.iter_mut().filter(free).find(near);
            if let Some(notice) = notice {
                notice.window.clone_from(&window.window);
                joined.extend(window.window.as_ref().map(|(mention, _)| *mention));
            }
        }
        seeds.retain(|seed| {
            let mention = seed.window.as_ref().map(|(mention, _)| mention);
            seed.kind != SeedKind::Window || mention.is_none_or(|mention| !joined.contains(mention))
        });
    }

    /// Whether a window stands in the clause of a seed, or in one that it governs.
    fn holds(&self, seed: &Seed, window: &Seed) -> bool {
        let (Some(at), Some(inner)) = (seed.predicate, window.predicate) else { return false };
        let Some(predicates) = self.predicates(at.sentence) else { return false };
        let outer = |n: usize| predicates.list.get(n).and_then(|one| one.outer);
        at.sentence == inner.sentence
            && std::iter::successors(Some(inner.number), |n| outer(*n))
                .take(6)
                .any(|n| n == at.number)
    }

    fn stamps(&self) -> Vec<Seed> {
        let class = self.words.classes.first_with(Property::PUBLICATION);
        let name = class.and_then(|class| self.words.classes.name(class)).unwrap_or_default();
        // A page's own date is no event of the story; a source's is.
        let of_source = |stamp: &&Stamp| StampKind::Own <= stamp.kind;
        (self.account.passages.stamps.iter())
            .filter(of_source)
            .map(|stamp| {
                let mut naming = self.words.describe(std::iter::once(stamp.span));
                naming.class = class;
                naming.head = name.to_owned();
                Seed {
                    kind: SeedKind::Stamp,
                    passage: self.account.passages.at(stamp.span.start),
                    dated: vec![Dating { mention: stamp.mention, part: None }],
                    told_on: None,
                    told_by: None,
                    ..self.blank(stamp.span, naming, label::of_stamp(self, stamp))
                }
            })
            .collect()
    }

    /// A seed of some words that says nothing yet.
    pub(crate) fn blank(&self, span: Span, naming: super::Naming, label: String) -> Seed {
        Seed {
            article: self.number,
            kind: SeedKind::Noun,
            span,
            head: None,
            subject: None,
            object: None,
            participants: Participants::default(),
            predicate: None,
            sentence: self.sentence_at(span.start).unwrap_or(0),
            passage: self.account.passages.at(span.start),
            naming,
            language: self.article.language(),
            verb: String::new(),
            label,
            status: Status::Asserted,
            told: Told::None,
            source: None,
            dated: Vec::new(),
            bound: None,
            window: None,
            lasts: None,
            edge: None,
            told_on: self.told_on(span.start),
            told_by: self.account.passages.dated_by(span.start),
            named: None,
            listed: false,
            known: None,
        }
    }

    /// A predicate as a seed, without its dates.
    pub(crate) fn predicate_seed(&self, at: PredicateAt) -> Option<Seed> {
        let (predicates, one) = self.predicate(at)?;
        let tree = predicates.tree;
        let noun = one.kind == PredicateKind::Noun;
        let span = self.clause_of(at)?;
        let mut naming = self.words.describe(self.own_spans(at).into_iter());
        self.name_predicate(predicates, one, &mut naming);
        let carrying = self.carrying_unit(predicates, one);
        let carried = (carrying != one.head && one.subject == Some(carrying)).then_some(carrying);
        let head = tree.unit(carrying).span;
        let (status, source) = self.held(at);
        let phrase = |unit: u32| label::phrase_span(self, predicates, unit);
        // What is put off is not told as done, and its new day may have passed when it is told.
        let moved = predicates.names_new_time(at.number);
        let told = match (noun || moved, status) {
            (true, Status::Planned) => Told::Future,
            (true, _) => Told::None,
            _ => one.told,
        };
        Some(Seed {
            kind: if noun || moved { SeedKind::Noun } else { SeedKind::Clause },
            head: Some(head),
            verb: crate::lang::fold::fold(&self.story.syntax.lemma(tree.unit(one.head))),
            subject: one.subject.map(phrase).filter(|_| !noun),
            object: one.object.map(phrase),
            participants: Participants::of(self, predicates, one, carried),
            predicate: Some(at),
            sentence: at.sentence,
            passage: self.account.passages.at(head.start),
            status,
            told,
            source,
            told_on: self.told_on(head.start),
            told_by: self.account.passages.dated_by(head.start),
            edge: edge_of(predicates, one, carrying),
            ..self.blank(span, naming, label::of_predicate(self, at))
        })
    }

    /// The clause of a predicate: of a noun its phrase.
    pub(super) fn clause_of(&self, at: PredicateAt) -> Option<Span> {
        let (predicates, one) = self.predicate(at)?;
        let tree = predicates.tree;
        if one.kind == PredicateKind::Noun {
            return Some(label::phrase_span(self, predicates, one.head));
        }
        let other =
            |n: usize| predicates.list.get(n).is_some_and(|one| is_clause(one.via, one.kind));
        let (first, last) = predicates.clause(at.number, &other);
        Some(tree.unit(first).span.hull(tree.unit(last).span))
    }

    /// The stretches of a clause that belong to no clause inside it, in text order.
    fn own_spans(&self, at: PredicateAt) -> Vec<Span> {
        let Some((predicates, one)) = self.predicate(at) else { return Vec::new() };
        let tree = predicates.tree;
        let top = if one.kind == PredicateKind::Noun { one.head } else { one.top };
        let (first, last) = tree.subtree(top);
        let inner: Vec<(u32, u32)> = (predicates.list.iter().enumerate())
            .filter(|(n, other)| {
                *n != at.number
                    && other.kind != PredicateKind::Noun
                    && tree.above(other.top).any(|above| above == top)
            })
            .map(|(_, other)| tree.subtree(other.top))
            .collect();
        let mut spans: Vec<Span> = Vec::new();
        let mut open: Option<Span> = None;
        for n in first..=last {
            // The words of what a time hangs on are another event's.
            let outside = inner.iter().any(|(from, to)| *from <= n && n <= *to)
                || n != one.head && predicates.is_in_anchor(n);
            let span = tree.unit(n).span;
            match (&mut open, outside) {
                (Some(open), false) => *open = open.hull(span),
                (None, false) => open = Some(span),
                (_, true) => spans.extend(open.take()),
            }
        }
        spans.extend(open);
        spans
    }

    /// The seed of the words that name another mention's anchor, and that a date inside them dates.
    fn anchor_seed(&self, n: usize, event: Span) -> Option<Seed> {
        let dated = vec![Dating { mention: n, part: None }];
        let span = event.hull(self.account.mentions.get(n)?.span);
        if let Some(at) = self.predicate_in(event)
            && let Some(seed) = self.predicate_seed(at)
        {
            let label = label::of_words(self, span);
            return Some(Seed { span, dated, kind: SeedKind::Noun, label, ..seed });
        }
        let naming = self.words.naming(span);
        naming.class?;
        Some(Seed { dated, ..self.blank(span, naming, label::of_words(self, span)) })
    }

    fn window_seed(&self, n: usize, span: Span) -> Option<Seed> {
        let amount = match &self.account.mentions.get(n)?.expr {
            Expr::Window { amount, .. } if amount.is_exact() => amount.clone(),
            _ => return None,
        };
        let sentence = self.sentence_at(span.start)?;
        let mut seed = match self.predicates(sentence).and_then(|predicates| {
            let unit = predicates.tree.unit_of_mention(n)?;
            predicates.around(unit).or(predicates.list.first().map(|_| 0))
        }) {
            Some(number) => self.predicate_seed(PredicateAt { sentence, number })?,
            None => {
                let whole = self.sentence(sentence)?;
                self.blank(whole, self.words.naming(whole), label::of_words(self, whole))
            }
        };
        seed.kind = SeedKind::Window;
        seed.window = Some((n, amount));
        Some(seed)
    }
}

/// The end of an event that a verb tells of: "the strike began", "elle s'est achevée".
fn edge_of(predicates: &Predicates<'_>, one: &Predicate, carrying: u32) -> Option<Edge> {
    let role = predicates.role(one.head);
    let subject = one.subject?;
    let whole = carrying != one.head || predicates.role(subject).has(Role::PRONOUN);
    let of_whole = whole || predicates.at(subject).is_some();
    match () {
        () if !of_whole || one.kind != PredicateKind::Verb || one.object.is_some() => None,
        () if role.has(Role::BEGINS) => Some(Edge::Begins),
        () if role.has(Role::ENDS) => Some(Edge::Ends),
        () => None,
    }
}

/// Whether a predicate has a clause that can stand apart from the one around it.
pub(super) fn is_clause(via: crate::syntax::Relation, kind: PredicateKind) -> bool {
    use crate::syntax::Relation;
    kind != PredicateKind::Noun
        && matches!(
            via,
            Relation::Conj
                | Relation::Advcl
                | Relation::Parataxis
                | Relation::Relcl
                | Relation::Acl
                | Relation::Ccomp
                | Relation::List
                | Relation::Appos
                | Relation::Root
        )
}

//! The story goes on: main deeds without a time of their own in a thread that has one, deeds that a
//! dated report reports, and what a stamp stands over.

use std::collections::{BTreeMap, BTreeSet};

use crate::extent::{Extent, Granularity};
use crate::lang::role::Role;
use crate::syntax::{Predicate, PredicateKind, Predicates, Relation, Told, Upos};

use crate::event::{Status, UnplacedWhy};

use super::{Bound, PredicateAt, Seed, SeedKind, Telling};

/// How far on in a paragraph a story goes on at the time last told, in sentences.
const GOES_ON: usize = 2;

/// The time that a story is at.
#[derive(Clone, Copy)]
struct Focus {
    extent: Extent,
    mention: usize,
    sentence: usize,
}

impl Telling<'_> {
    /// Gives the times of stamps to the main predicates of the sentences that they stand over.
    pub(super) fn over_lines(
        &self,
        stamps: &[usize],
        by_predicate: &mut BTreeMap<PredicateAt, Vec<usize>>,
        unplaced: &mut Vec<(usize, UnplacedWhy)>,
    ) {
        let text = self.text();
        for (k, n) in stamps.iter().enumerate() {
            let Some(mention) = self.account.mentions.get(*n) else { continue };
            let next = stamps.get(k + 1).and_then(|next| self.account.mentions.get(*next));
            // Up to the end of the line; of a line of its own, up to the end of the next one.
            let line_end = |from: usize| {
                text.get(from..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| from + at)
            };
            let mut end = line_end(mention.span.end);
            let rest = text.get(mention.span.end..end).unwrap_or("");
            let alone = !rest.contains(char::is_alphanumeric);
            if alone {
                let after = text.get(end..).unwrap_or("");
                let gap = after.len() - after.trim_start().len();
                end = line_end(end + gap);
            }
            let end = next.map_or(end, |next| end.min(next.span.start));
            let Some(first) = self.sentence_at(mention.span.start) else { continue };
            let mut given = false;
            for sentence in first.. {
                let Some(span) = self.sentence(sentence).filter(|span| span.start < end) else {
                    break;
                };
                if sentence != first && alone && span.start < mention.span.end {
                    continue;
                }
                let Some(predicates) = self.predicates(sentence) else { continue };
                // The first sentence is what the stamp dates; what goes on is a thread.
                if given {
                    break;
                }
                for number in self.mains(predicates, mention.span.end) {
                    let at = PredicateAt { sentence, number };
                    let own = by_predicate.entry(at).or_default();
                    if own.is_empty() {
                        own.push(*n);
                        given = true;
                    }
                }
            }
            by_predicate.retain(|_, mentions| !mentions.is_empty());
            if !given {
                unplaced.push((*n, UnplacedWhy::NoPredicate));
            }
        }
    }

    /// The main predicates of a sentence behind an offset: its root and what is joined to it; of a
    /// sentence without a verb its event nouns.
    fn mains(&self, predicates: &Predicates<'_>, from: usize) -> Vec<usize> {
        let tree = predicates.tree;
        let behind = |one: &Predicate| from <= tree.unit(one.head).span.start;
        let main =
            |one: &Predicate| one.kind != PredicateKind::Noun && self.is_main(predicates, one);
        let verbs: Vec<usize> = (predicates.list.iter().enumerate())
            .filter(|(_, one)| behind(one) && main(one))
            .map(|(n, _)| n)
            .collect();
        if !verbs.is_empty() {
            return verbs;
        }
        let clause = predicates.list.iter().position(|one| {
            behind(one) && one.kind != PredicateKind::Noun && !matches!(one.via, Relation::Relcl)
        });
        let highest = |one: &Predicate| tree.above(one.head).count();
        let nouns: Vec<(usize, usize)> = (predicates.list.iter().enumerate())
            .filter(|(_, one)| behind(one) && one.kind == PredicateKind::Noun)
            .map(|(n, one)| (highest(one), n))
            .collect();
        let least = nouns.iter().map(|(depth, _)| *depth).min();
        let joined = |n: usize| {
            predicates.list.get(n).is_some_and(|one| tree.unit(one.head).relation == Relation::Conj)
        };
        let top: Vec<usize> = (nouns.iter())
            .filter(|(depth, n)| {
                Some(*depth) == least || Some(*depth) == least.map(|l| l + 1) && joined(*n)
            })
            .map(|(_, n)| *n)
            .collect();
        if least.is_none_or(|least| 1 < least)
            && let Some(clause) = clause
        {
            return vec![clause];
        }
        if top.is_empty() { clause.into_iter().collect() } else { top }
    }

    /// Whether a predicate is the root of its sentence or joined to it, or what such a clause of saying
    /// says.
    fn is_main(&self, predicates: &Predicates<'_>, one: &Predicate) -> bool {
        let mut at = one;
        for _ in 0..8 {
            match at.via {
                Relation::Root => return true,
                // "La police a annoncé que …", beside a clause of saying.
                Relation::Conj | Relation::Parataxis | Relation::List => {}
                _ => return false,
            }
            let Some(outer) = at.outer.and_then(|n| predicates.list.get(n)) else {
                // Joined to what is no predicate: a stamp, a heading.
                return true;
            };
            at = outer;
        }
        false
    }

    /// Adds what goes on with dated seeds: what a dated report reports, and the main deeds of a thread.
    pub(super) fn tell_on(&self, seeds: &mut Vec<Seed>) {
        let mut known: BTreeSet<PredicateAt> =
            seeds.iter().filter_map(|seed| seed.predicate).collect();
        let mut added: Vec<Seed> = Vec::new();
        self.reported(seeds, &mut known, &mut added);
        seeds.append(&mut added);
        self.threads(seeds, &mut known, &mut added);
        seeds.append(&mut added);
    }

    /// What dated reports report: it is not after them.
    fn reported(&self, seeds: &[Seed], known: &mut BTreeSet<PredicateAt>, added: &mut Vec<Seed>) {
        for seed in
            seeds.iter().filter(|seed| seed.kind == SeedKind::Clause && !seed.dated.is_empty())
        {
            let Some(at) = seed.predicate else { continue };
            let Some((predicates, report)) = self.predicate(at) else { continue };
            if !report.speech {
                continue;
            }
            for (number, one) in predicates.list.iter().enumerate() {
                let own = PredicateAt { sentence: at.sentence, number };
                if one.reported_by != Some(at.number)
                    || one.kind == PredicateKind::Noun
                    || one.speech && one.told != Told::Past
                    || one.state && one.kind != PredicateKind::Copula
                    || !matches!(
                        one.via,
                        Relation::Ccomp | Relation::Conj | Relation::Root | Relation::Parataxis
                    )
                    || known.contains(&own)
                {
                    continue;
                }
                let Some(mut deed) = self.predicate_seed(own) else { continue };
                if one.state && deed.told != Told::Past {
                    continue;
                }
                if one.told.is_past() && deed.status.constrains() && deed.status != Status::Planned
                {
                    deed.bound = Some(Bound::NotAfter(at));
                }
                known.insert(own);
                added.push(deed);
            }
        }
    }

    /// The main deeds of sentences that go on at the time told before them.
    fn threads(&self, seeds: &[Seed], known: &mut BTreeSet<PredicateAt>, added: &mut Vec<Seed>) {
        let mut dated: BTreeMap<usize, Vec<&Seed>> = BTreeMap::new();
        for seed in seeds.iter().filter(|seed| !seed.dated.is_empty() && seed.predicate.is_some()) {
            dated.entry(seed.sentence).or_default().push(seed);
        }
        let (Some(first), Some(last)) =
            (dated.keys().next().copied(), dated.keys().last().copied())
        else {
            return;
        };
        let mut focus: Option<Focus> = None;
        let count = self.story.syntax.sentences().len();
        for sentence in first..count.min(last + GOES_ON + 1) {
            let own = dated.get(&sentence).map_or(&[][..], Vec::as_slice);
            if focus.is_some_and(|focus| focus.sentence + GOES_ON < sentence) {
                focus = None;
            }
            if own.is_empty() && focus.is_none() {
                continue;
            }
            let of_sentence = own.iter().copied().find_map(|seed| self.focus_of(seed));
            let at = of_sentence.or(focus);
            if let Some(at) = at {
                self.go_on(sentence, at, own, known, added);
            }
            if let Some(next) = own.iter().rev().copied().find_map(|seed| self.focus_of(seed)) {
                focus = Some(next);
            }
        }
    }

    /// The time that a dated seed puts the story at.
    fn focus_of(&self, seed: &Seed) -> Option<Focus> {
        let told = matches!(
            seed.told,
            Told::Past | Told::Present | Told::PastConditional | Told::None | Told::Future
        );
        if !told || !matches!(seed.status, Status::Asserted | Status::Reported | Status::Planned) {
            return None;
        }
        let (_, one) = self.predicate(seed.predicate?)?;
        if one.speech && seed.kind == SeedKind::Clause {
            return None;
        }
        let mention = seed.dated.first()?.mention;
        let resolution = self.account.resolutions.get(mention)?;
        let extents = resolution.parts.iter().filter_map(|part| part.extent());
        let mut hull: Option<Extent> = None;
        for extent in extents {
            let known = hull.get_or_insert(*extent);
            known.from = known.from.min(extent.from);
            known.to = known.to.max(extent.to);
        }
        let mut extent = hull.filter(|extent| extent.from.is_some() && extent.to.is_some())?;
        // What goes on may come later that day.
        let (first, last) = (extent.first_day()?, extent.last_day()?);
        let whole = Extent::new(
            Some(crate::extent::midnight(first)),
            Extent::day(last)?.to,
            Granularity::Span,
        );
        extent = whole;
        extent.vague = true;
        Some(Focus { extent, mention, sentence: seed.sentence })
    }

    /// Adds the main deeds of a sentence at a time.
    fn go_on(
        &self,
        sentence: usize,
        focus: Focus,
        own: &[&Seed],
        known: &mut BTreeSet<PredicateAt>,
        added: &mut Vec<Seed>,
    ) {
        let Some(predicates) = self.predicates(sentence) else { return };
        for (number, one) in predicates.list.iter().enumerate() {
            let at = PredicateAt { sentence, number };
            let tells = matches!(one.told, Told::Past | Told::Present);
            if known.contains(&at)
                || one.kind != PredicateKind::Verb
                || one.state
                || one.speech
                || !tells
                || one.negated
                || one.hypothetical
                || one.ahead
                || one.imperfect
                || self.is_speaker(predicates, one)
                || one.top != one.head
                || self.account.passages.is_quoted(predicates.tree.unit(one.head).span.start)
                || !self.is_main(predicates, one)
                || predicates.role(one.head).has(Role::MODAL)
            {
                continue;
            }
            // A present beside a past tells how things are, unless the story itself is told so.
            let told = own.first().map(|seed| seed.told);
            if one.told == Told::Present && !self.is_told_in_present(focus, told) {
                continue;
            }
            let Some(mut seed) = self.predicate_seed(at) else { continue };
            if !matches!(seed.status, Status::Asserted | Status::Reported) {
                continue;
            }
            let mut extent = focus.extent;
            // What is told as past does not go on at a time that is still to come.
            let to_come = |on: chrono::NaiveDate| extent.first_day().is_some_and(|day| on < day);
            if one.told == Told::Past && seed.told_on.is_some_and(to_come) {
                continue;
            }
            if one.pluperfect {
                extent.from = None;
            }
            seed.bound = Some(Bound::Thread { extent, mention: focus.mention });
            known.insert(at);
            added.push(seed);
        }
    }

    /// Whether a predicate is told of whoever writes or reads: "I", "we", "you".
    fn is_speaker(&self, predicates: &Predicates<'_>, one: &Predicate) -> bool {
        one.subject.is_some_and(|subject| {
            let unit = predicates.tree.unit(subject);
            unit.tag == Upos::Pron && unit.feats.person().is_some_and(|person| person != 3)
        })
    }

    /// Whether the story of a focus is told in the present, as chronicles are.
    fn is_told_in_present(&self, focus: Focus, own: Option<Told>) -> bool {
        if let Some(own) = own {
            return own == Told::Present;
        }
        let Some(predicates) = self.predicates(focus.sentence) else { return false };
        let main = predicates
            .list
            .iter()
            .find(|one| one.kind == PredicateKind::Verb && self.is_main(predicates, one));
        main.is_none_or(|main| main.told == Told::Present)
    }
}

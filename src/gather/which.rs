//! Which event: what a statement tells of, and what a phrase means.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::article::Span;
use crate::event::Property;
use crate::why::{Fit, Why};

use super::called::Marks;
use super::cluster::{
    Candidate, Fits, Standing, fits, is_meant, is_same, most_fitting, same_event,
};
use super::overrule::Named;
use super::seed::Seed;
use super::words::Naming;
use super::{Cluster, Gatherer, short};

/// How many sentences back an event is told near a phrase.
const NEAR: usize = 8;
/// How many of the events that a phrase may mean are looked at: the best, two more to be told, and
/// another that stands for the best.
const BEST: usize = 4;

/// How many events that name the same people are looked at, the latest.
const NAMED: usize = 64;

/// The event that a phrase means, for explanations.
pub(super) struct Meant {
    /// Its label.
    pub(super) event: String,
    /// What speaks for it.
    pub(super) fits: Vec<Fit>,
    /// Others that fit nearly as well.
    pub(super) others: Vec<String>,
}

impl Gatherer<'_, '_> {
    /// Puts a seed to the event it tells of, or makes that event.
    pub(super) fn place(&mut self, n: usize) {
        if self.cluster_of.get(n).is_none_or(Option::is_some)
            || self.also.get(n).is_some_and(Option::is_some)
        {
            return;
        }
        let Some(new) = self.seeds.get(n) else { return };
        let new_says = self.says.get(n).and_then(Option::as_ref);
        let mut best: Option<(i32, usize, usize)> = None;
        let fit = |s: usize| {
            let says = self.says.get(s).and_then(Option::as_ref);
            let anchor = || self.share_anchor(n, s);
            same_event(self.classes, self.seeds.get(s)?, says, new, new_says, anchor)
        };
        // Two items of one list are two.
        let listed = |known: &Seed| {
            known.article == new.article
                && known.span == new.span
                && known.kind == new.kind
                && known.dated != new.dated
        };
        let possible = |s: usize| {
            let Some(known) = self.seeds.get(s) else { return true };
            if fit(s).is_some() { !listed(known) } else { !blocks(known, new) }
        };
        let once = new.naming.class.is_some_and(|class| self.classes.is(class, Property::ONCE));
        let mut near = self.called.same(new, new_says, self.classes);
        if once {
            // What happens once is looked for among all that names the same people.
            near.extend(self.called.latest_sharing(new.naming.names.iter().copied(), NAMED));
            near.sort_unstable();
            near.dedup();
        }
        for c in near {
            let score = self.seeds_near(c).filter_map(|s| Some((fit(s)?, s))).max();
            if let Some((score, s)) = score.filter(|(score, _)| is_same(*score))
                && best.is_none_or(|best| best.0 < score)
                && self.seeds_near(c).all(possible)
            {
                best = Some((score, c, s));
            }
        }
        let cluster = match best {
            // A named event has the statements of its quotes, and no others.
            Some((_, c, _)) if c < self.named_count() => {
                if let Some(also) = self.also.get_mut(n) {
                    *also = Some(c);
                }
                return;
            }
            Some((_, c, s)) => {
                let other = self.seeds.get(s).map_or(String::new(), |seed| seed.label.clone());
                if let Some(joined) = self.joined.get_mut(n) {
                    let said = short(&self.seeds[n].label);
                    *joined = Some(Why::SameEvent { said, event: short(&other) });
                }
                c
            }
            None => {
                self.clusters.push(Cluster::default());
                self.clusters.len() - 1
            }
        };
        self.join(n, cluster);
    }

    /// Whether two seeds hang on the same event in the same direction.
    pub(super) fn share_anchor(&self, a: usize, b: usize) -> bool {
        let links_of = |n: usize| self.links.get(n).map_or(&[][..], Vec::as_slice);
        links_of(a).iter().any(|one| {
            links_of(b).iter().any(|other| {
                other.cluster == one.cluster
                    && std::mem::discriminant(&other.hang) == std::mem::discriminant(&one.hang)
            })
        })
    }

    /// The seeds of an event that are compared with another: the first ones and the last.
    pub(super) fn seeds_near(&self, cluster: usize) -> impl Iterator<Item = usize> + '_ {
        let seeds = self.clusters.get(cluster).map_or(&[][..], |cluster| &cluster.seeds);
        let (first, rest) = seeds.split_at(seeds.len().min(3));
        let last = rest.get(rest.len().saturating_sub(6)..).unwrap_or(&[]);
        first.iter().chain(last).copied()
    }

    /// The event that a phrase means.
    pub(super) fn refer(
        &self,
        phrase: &Naming,
        place: Standing,
        except: &[usize],
    ) -> Option<(usize, Meant)> {
        let mut ranked: Vec<(Reverse<i32>, usize, Fits)> = Vec::new();
        let like = match phrase.class {
            _ if place.wants_window => self.with_window.iter().copied().collect(),
            Some(_) => self.called.like(phrase, self.classes),
            // Without a class the words themselves must say it.
            None => self.called.sharing(phrase.names.iter().chain(&phrase.words).copied()),
        };
        let marks = Marks::of(phrase);
        let near = self.near(place);
        // What is near comes first: of the rest, few can then be among the best.
        let is_near = |c: &usize| place.wants_window || near.contains(c);
        let (close, far): (Vec<usize>, Vec<usize>) = like.into_iter().partition(is_near);
        let close_count = close.len();
        for (n, c) in close.into_iter().chain(far).enumerate() {
            if except.contains(&c) {
                continue;
            }
            if close_count <= n {
                let most = self.most_fitting(phrase, marks, place, c);
                let is_behind = |(score, other, _): &(Reverse<i32>, usize, Fits)| {
                    (*score, *other) < (Reverse(most), c)
                };
                if !is_meant(most) || ranked.get(BEST - 1).is_some_and(is_behind) {
                    continue;
                }
            }
            if let Some((score, why)) = self.fits(phrase, place, c)
                && is_meant(score)
            {
                let rank = (Reverse(score), c);
                let at = ranked.partition_point(|(score, c, _)| (*score, *c) < rank);
                ranked.insert(at, (rank.0, c, why));
                ranked.truncate(BEST);
            }
        }
        let (Reverse(best), c, why) = ranked.first()?;
        let c = &self.first_quoting(*c);
        let label = |c: usize| self.label_of(c);
        let others: Vec<String> = (ranked.iter().skip(1))
            .filter(|(Reverse(score), other, _)| best - score <= 4 && other != c)
            .take(2)
            .map(|(_, c, _)| short(&label(*c)))
            .collect();
        Some((*c, Meant { event: short(&label(*c)), fits: why.list(), others }))
    }

    /// How well an event fits a phrase, and why.
    pub(super) fn fits(&self, phrase: &Naming, place: Standing, c: usize) -> Option<(i32, Fits)> {
        let candidate = Candidate {
            seeds: self.seeds_near(c).filter_map(|s| self.seeds.get(s)),
            says: || self.extent_of(c, place.article, place.passage, place.told_by),
            named: c < self.named_count(),
            has_window: self.clusters.get(c).is_some_and(|cluster| cluster.window.is_some()),
        };
        fits(self.classes, phrase, place, candidate)
    }

    /// The most that an event can fit a phrase of some marks, unless it is [near](Self::near).
    pub(super) fn most_fitting(
        &self,
        phrase: &Naming,
        marks: Marks,
        place: Standing,
        c: usize,
    ) -> i32 {
        self.clusters.get(c).map_or(0, |cluster| {
            let shared = marks.shared(cluster.marks);
            most_fitting(phrase, place, shared, cluster.seeds.len(), cluster.days)
        })
    }

    /// The events told in the sentences before a phrase, and those of the user.
    pub(super) fn near(&self, place: Standing) -> BTreeSet<usize> {
        let near = self.places.up_to(place.article, place.sentence, NEAR);
        let near = near.filter_map(|s| self.cluster_of.get(s).copied().flatten());
        near.chain(0..self.named_count()).collect()
    }

    /// The first of the user's events that quotes words which another of them quotes too.
    pub(super) fn first_quoting(&self, cluster: usize) -> usize {
        let Some(named) = self.overrules.events.get(cluster) else { return cluster };
        let shares = |other: &Named| {
            other.quotes.iter().any(|quote| {
                named
                    .quotes
                    .iter()
                    .any(|own| own.article == quote.article && own.span.overlaps(quote.span))
            })
        };
        self.overrules.events.iter().take(cluster).position(shares).unwrap_or(cluster)
    }

    /// Puts a window to the notice that opens it.
    pub(super) fn place_window(&mut self, n: usize) {
        let Some(seed) = self.seeds.get(n) else { return };
        if seed.window.is_none() {
            return;
        }
        let is_notice = |c: &usize| self.clusters.get(*c).is_some_and(|one| one.is_notice);
        // The notice of the same sentence; else the one its own words name; else the last one told
        // within a few sentences.
        let told_in = |sentence: usize| {
            let seeds = self.places.of_sentence(seed.article, sentence);
            seeds.filter_map(|s| self.cluster_of.get(s).copied().flatten()).filter(is_notice).min()
        };
        let in_sentence = told_in(seed.sentence);
        let found = in_sentence.or_else(|| {
            let telling = self.tellings.get(seed.article)?;
            let span = telling.sentence(seed.sentence)?;
            let place = Standing::of(seed);
            let named = telling.words.naming(Span::new(span.start, seed.span.end.min(span.end)));
            let named = named.noun.then(|| self.refer(&named, place, &[])).flatten();
            let named = named.map(|(cluster, _)| cluster);
            named.filter(is_notice).or_else(|| {
                (seed.sentence.saturating_sub(4)..=seed.sentence).rev().find_map(told_in)
            })
        });
        let Some(cluster) = found else { return };
        if cluster < self.named_count() {
            if let Some(also) = self.also.get_mut(n) {
                *also = Some(cluster);
            }
            return;
        }
        self.join(n, cluster);
    }
}

/// Whether two seeds of one event would stand against each other: their words exclude each other.
pub(super) fn blocks(known: &Seed, new: &Seed) -> bool {
    crate::event::class::exclude(known.naming.traits, new.naming.traits)
        || known.participants.compare(&new.participants) == super::participants::Match::Different
}

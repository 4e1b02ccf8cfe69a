//! Events by what they are called, so that a seed is compared with few of them; and the seed that an
//! event takes its label from.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::event::class::Classes;
use crate::event::vocabulary::Traits;
use crate::extent::Extent;

use super::cluster::{HEAD, classes_agree};
use super::seed::{Seed, SeedKind};
use super::words::{Naming, Term};

/// See the [module](self).
#[derive(Default)]
pub(super) struct Called {
    by_class: BTreeMap<usize, Alike>,
    /// Those called by words without a class, by the head of the words.
    by_head: BTreeMap<String, Alike>,
    /// By each of the words and names that tell them apart, in their order.
    by_term: Vec<Vec<usize>>,
}

/// Events that are called alike, by their dates.
#[derive(Default)]
struct Alike {
    /// All, in their order.
    all: Vec<usize>,
    /// Those that something without a date or an end tells of.
    open: BTreeSet<usize>,
    /// By how long they are, first day and number. Of each length are all of twice as many days at
    /// most.
    dated: BTreeSet<(u32, i64, usize)>,
    /// Which lengths there are, as a set.
    lengths: u64,
}

/// What tells events of one name apart, in so few bits that they may look alike where they differ, but
/// never the other way: the words and names, each by the last digits of its number, and the traits.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks {
    terms: u128,
    traits: Traits,
    /// How many words and names look like another one of the same seed.
    hidden: u32,
}

impl Marks {
    pub(super) fn of(naming: &Naming) -> Self {
        let terms = naming.names.iter().chain(&naming.words);
        let count = terms.clone().count() as u32;
        let terms: u128 = terms.fold(0, |set, term| set | 1 << (term % u128::BITS));
        Marks { terms, traits: naming.traits, hidden: count.saturating_sub(terms.count_ones()) }
    }

    pub(super) fn add(&mut self, other: Marks) {
        self.terms |= other.terms;
        self.traits = self.traits.with(other.traits);
    }

    /// How many traits a seed's marks share with those of an event, and how many words and names at most.
    pub(super) fn shared(self, known: Marks) -> (i32, u32) {
        let terms = match (self.terms & known.terms).count_ones() {
            0 => 0,
            terms => terms + self.hidden,
        };
        (self.traits.shared(known.traits), terms)
    }
}

/// The first day and the last.
type Days = (i64, i64);

/// How many days apart two datings of one event may be.
const NEAR: i64 = 2;

impl Called {
    /// Notes that an event is told of under a name, as being at some time.
    pub(super) fn note(&mut self, naming: &Naming, says: Option<&Extent>, cluster: usize) {
        let alike = match naming.class {
            Some(class) => self.by_class.entry(class).or_default(),
            None => self.by_head.entry(naming.head.clone()).or_default(),
        };
        add(&mut alike.all, cluster);
        match says.and_then(days) {
            Some((first, last)) => {
                let length = length(first, last);
                alike.lengths |= 1 << length;
                alike.dated.insert((length, first, cluster));
            }
            None => {
                alike.open.insert(cluster);
            }
        }
        for term in naming.names.iter().chain(&naming.words) {
            let term = *term as usize;
            if self.by_term.len() <= term {
                self.by_term.resize_with(term + 1, Vec::new);
            }
            if let Some(clusters) = self.by_term.get_mut(term) {
                add(clusters, cluster);
            }
        }
    }

    /// The events that a class, or else the head of the words, could tell of, in their order.
    pub(super) fn like(&self, naming: &Naming, classes: &Classes) -> Vec<usize> {
        let alike = self.alike(naming, classes);
        in_order(alike.flat_map(|(_, alike)| alike.all.iter().copied()).collect())
    }

    /// Of those, the events that a seed told at some time could be one with: not those told at other
    /// times.
    pub(super) fn same(&self, seed: &Seed, says: Option<&Extent>, classes: &Classes) -> Vec<usize> {
        let mut same = Vec::new();
        for (_, alike) in self.alike(&seed.naming, classes) {
            alike.same(says.and_then(days), &mut same);
        }
        in_order(same)
    }

    /// Those called alike, and how well the classes or heads agree.
    fn alike<'a>(
        &'a self,
        naming: &'a Naming,
        classes: &'a Classes,
    ) -> impl Iterator<Item = (i32, &'a Alike)> {
        let head = naming.class.is_none().then(|| self.by_head.get(&naming.head)).flatten();
        let kin = naming.class.into_iter().flat_map(move |class| {
            let all = self.by_class.iter();
            all.filter_map(move |(known, alike)| {
                Some((classes_agree(classes, *known, class)?, alike))
            })
        });
        kin.chain(head.map(|alike| (HEAD, alike)))
    }

    /// The events told of with some of the same words or names, in their order.
    pub(super) fn sharing(&self, terms: impl Iterator<Item = Term>) -> Vec<usize> {
        let of = |term: Term| self.by_term.get(term as usize).into_iter().flatten().copied();
        in_order(terms.flat_map(of).collect())
    }

    /// Of those the latest, so many.
    pub(super) fn latest_sharing(
        &self,
        terms: impl Iterator<Item = Term>,
        most: usize,
    ) -> Vec<usize> {
        // The latest of all are among the latest of each.
        let of = |term: Term| {
            let all = self.by_term.get(term as usize).map_or(&[][..], Vec::as_slice);
            all.iter().rev().take(most).copied()
        };
        let mut latest = in_order(terms.flat_map(of).collect());
        latest.split_off(latest.len().saturating_sub(most))
    }
}

impl Alike {
    /// Adds the events near some days, and all without a date.
    fn same(&self, days: Option<Days>, same: &mut Vec<usize>) {
        same.extend(&self.open);
        let Some((first, last)) = days else {
            same.extend(self.dated.iter().map(|(.., cluster)| cluster));
            return;
        };
        for length in (0..u64::BITS).filter(|length| self.lengths & 1 << length != 0) {
            let from = first - NEAR - (2 << length);
            let those = (length, from, 0)..=(length, last + NEAR, usize::MAX);
            same.extend(self.dated.range(those).map(|(.., cluster)| cluster));
        }
    }
}

/// Adds an event to some in their order.
fn add(clusters: &mut Vec<usize>, cluster: usize) {
    if let Err(place) = clusters.binary_search(&cluster) {
        clusters.insert(place, cluster);
    }
}

/// Events in their order, each once. Of lists that are in order, this sort only merges them.
fn in_order(mut clusters: Vec<usize>) -> Vec<usize> {
    clusters.sort();
    clusters.dedup();
    clusters
}

/// How often the days of a time can be halved.
fn length(first: i64, last: i64) -> u32 {
    (last - first + 1).ilog2()
}

/// The days of an extent that has both ends.
fn days(extent: &Extent) -> Option<Days> {
    let number = |day: NaiveDate| i64::from(day.num_days_from_ce());
    let (first, last) = (number(extent.first_day()?), number(extent.last_day()?));
    // One that ends before it begins is compared by its ends, as any other.
    Some((first.min(last), first.max(last)))
}

/// Where a seed stands among those that could label its event: windows last, then in text order.
type Rank = (bool, usize, usize);

/// The seeds that an event is called by.
#[derive(Clone, Debug, Default)]
pub(super) struct Titles {
    first: Option<(Rank, usize)>,
    /// For each class the first seed that says more than a noun.
    full: Vec<(Option<usize>, Rank, usize)>,
}

impl Titles {
    pub(super) fn note(&mut self, n: usize, seed: &Seed) {
        let rank = (seed.kind == SeedKind::Window, seed.article, seed.span.start);
        if self.first.is_none_or(|(first, _)| rank < first) {
            self.first = Some((rank, n));
        }
        if seed.kind == SeedKind::Window || is_thin(seed) {
            return;
        }
        match self.full.iter_mut().find(|(class, ..)| *class == seed.naming.class) {
            Some((_, first, known)) if rank < *first => (*first, *known) = (rank, n),
            Some(_) => {}
            None => self.full.push((seed.naming.class, rank, n)),
        }
    }

    /// The first seed, or one of its class that says more.
    pub(super) fn best<'s>(&self, seeds: &'s [Seed]) -> Option<&'s Seed> {
        let first = seeds.get(self.first?.1)?;
        let better = self.full.iter().find(|(class, ..)| *class == first.naming.class);
        let better = better.filter(|_| is_thin(first)).and_then(|(.., n)| seeds.get(*n));
        Some(better.unwrap_or(first))
    }
}

/// Whether a seed is called by a noun and hardly more.
fn is_thin(seed: &Seed) -> bool {
    seed.kind == SeedKind::Noun && seed.label.split_whitespace().nth(2).is_none()
}

//! Events by what they are called, so that a seed is compared with few of them; and the seed that an
//! event takes its label from.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use crate::event::class::Classes;
use crate::extent::Extent;

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
    /// Those that something without a date or an end tells of.
    open: BTreeSet<usize>,
    /// By how long they are, first day and number. Of each length are all of twice as many days at
    /// most.
    dated: BTreeSet<(u32, i64, usize)>,
    /// Which lengths there are, as a set.
    lengths: u64,
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
        match says.and_then(days) {
            Some((first, last)) => {
                let length = (last - first + 1).ilog2();
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
            if let Some(clusters) = self.by_term.get_mut(term)
                && let Err(place) = clusters.binary_search(&cluster)
            {
                clusters.insert(place, cluster);
            }
        }
    }

    /// The events that a class, or else the head of the words, could tell of, in their order; where
    /// the time is told, those that are not told at other times only.
    pub(super) fn like(
        &self,
        naming: &Naming,
        says: Option<&Extent>,
        classes: &Classes,
    ) -> Vec<usize> {
        let mut like = Vec::new();
        let days = says.and_then(days);
        match naming.class {
            Some(class) => (self.by_class.iter())
                .filter(|(known, _)| classes.are_kin(**known, class))
                .for_each(|(_, alike)| alike.near(days, &mut like)),
            None => {
                if let Some(alike) = self.by_head.get(&naming.head) {
                    alike.near(days, &mut like);
                }
            }
        }
        like.sort_unstable();
        like.dedup();
        like
    }

    /// The events told of with some of the same words or names, in their order.
    pub(super) fn sharing(&self, terms: impl Iterator<Item = Term>) -> Vec<usize> {
        let of = |term: Term| self.by_term.get(term as usize).into_iter().flatten().copied();
        let mut sharing: Vec<usize> = terms.flat_map(of).collect();
        // Each list is in order: this sort only merges them.
        sharing.sort();
        sharing.dedup();
        sharing
    }
}

impl Alike {
    /// Adds the events near some days, and all without a date; without days all.
    fn near(&self, days: Option<Days>, near: &mut Vec<usize>) {
        near.extend(&self.open);
        let Some((first, last)) = days else {
            near.extend(self.dated.iter().map(|(.., cluster)| *cluster));
            return;
        };
        for length in (0..u64::BITS).filter(|length| self.lengths & 1 << length != 0) {
            let from = first - NEAR - (2 << length);
            let those = (length, from, 0)..=(length, last + NEAR, usize::MAX);
            near.extend(self.dated.range(those).map(|(.., cluster)| *cluster));
        }
    }
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

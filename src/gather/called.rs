//! Events by what they are called, so that a seed is compared with few of them; and the seed that an
//! event takes its label from.

use std::collections::{BTreeMap, BTreeSet};

use crate::event::class::Classes;

use super::seed::{Seed, SeedKind};
use super::words::Naming;

/// See the [module](self).
#[derive(Default)]
pub(super) struct Called {
    by_class: BTreeMap<usize, BTreeSet<usize>>,
    /// Those called by words without a class, by the head of the words.
    by_head: BTreeMap<String, BTreeSet<usize>>,
}

impl Called {
    /// Notes that an event is told of under a name.
    pub(super) fn note(&mut self, naming: &Naming, cluster: usize) {
        match naming.class {
            Some(class) => self.by_class.entry(class).or_default().insert(cluster),
            None => self.by_head.entry(naming.head.clone()).or_default().insert(cluster),
        };
    }

    /// The events that a class, or else the head of the words, could tell of, in their order.
    pub(super) fn like(&self, naming: &Naming, classes: &Classes) -> Vec<usize> {
        let Some(class) = naming.class else {
            return self.by_head.get(&naming.head).into_iter().flatten().copied().collect();
        };
        let kin = self.by_class.iter().filter(|(known, _)| classes.are_kin(**known, class));
        let mut like: Vec<usize> = kin.flat_map(|(_, clusters)| clusters).copied().collect();
        like.sort_unstable();
        like.dedup();
        like
    }
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

//! Events by what they are called, so that a seed is compared with few of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::event::class::Classes;

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

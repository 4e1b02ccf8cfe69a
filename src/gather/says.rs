//! What statements say alone: their own dates, and when an event is as a source dates it.

use chrono::Duration;

use crate::extent::{Extent, Granularity};

use super::Gatherer;
use super::overrule::Read;
use super::seed::Seed;
use super::time::window;

impl<'a, 't> Gatherer<'a, 't> {
    /// What a seed's own dates say, the narrowest of them.
    pub(super) fn plain_extent(&self, seed: &Seed) -> Option<Extent> {
        let telling = self.tellings.get(seed.article)?;
        let account = telling.account;
        if seed.listed {
            return self.hull_of_list(seed);
        }
        let extents = seed.dated.iter().filter_map(|dating| {
            if telling.is_soon_after(dating.mention) {
                return None;
            }
            if let Some(read) = self.read_as(seed.article, dating.mention) {
                return Some(read.is.hull());
            }
            if let Some(famous) = self.famous(seed, dating.mention) {
                return Some(famous);
            }
            let resolution = account.resolutions.get(dating.mention)?;
            resolution.parts.get(dating.part.unwrap_or(0))?.extent().copied()
        });
        extents.min_by_key(|extent| match (extent.from, extent.to) {
            (Some(from), Some(to)) => (to - from).max(Duration::zero()),
            _ => Duration::MAX,
        })
    }

    /// From the first to the last item of a list.
    pub(super) fn hull_of_list(&self, seed: &Seed) -> Option<Extent> {
        let (first, last) = self.ends_of_list(seed)?;
        let mut hull = Extent::new(first.from, last.to, Granularity::Span);
        hull.vague = first.vague || last.vague;
        Some(hull)
    }

    pub(super) fn ends_of_list(&self, seed: &Seed) -> Option<(Extent, Extent)> {
        let account = self.tellings.get(seed.article)?.account;
        let mut items: Vec<Extent> = (seed.dated.iter())
            .filter_map(|dating| {
                let parts = &account.resolutions.get(dating.mention)?.parts;
                parts.get(dating.part.unwrap_or(0))?.extent().copied()
            })
            .filter(|extent| extent.from.is_some() && extent.to.is_some())
            .collect();
        items.sort_by_key(|extent| (extent.from, extent.to));
        Some((*items.first()?, *items.last()?))
    }

    /// How the user reads a mention, if that is overruled.
    pub(super) fn read_as(&self, article: usize, mention: usize) -> Option<&'a Read> {
        let span = self.tellings.get(article)?.account.mentions.get(mention)?;
        let own = span.marks.first().copied().unwrap_or(span.span);
        (self.overrules.reads.iter())
            .find(|read| read.place.article == article && read.place.span.overlaps(own))
    }

    /// When an event is, as a source dates it: the same passage, else one of the same
    /// date, else the same article, else any.
    pub(super) fn extent_of(
        &self,
        cluster: usize,
        article: usize,
        passage: Option<usize>,
        told_by: Option<usize>,
    ) -> Option<Extent> {
        let cluster = self.clusters.get(cluster)?;
        let rank = |s: &usize| {
            let seed = self.seeds.get(*s);
            seed.map_or(4, |seed| match () {
                () if seed.article != article => 3,
                () if seed.passage == passage => 0,
                () if seed.told_by == told_by => 1,
                () => 2,
            })
        };
        let first = cluster.dated.iter().copied().min_by_key(|s| (rank(s), *s));
        first.and_then(|s| self.says.get(s).copied().flatten()).or(cluster.when)
    }

    /// Notes that a seed dates its event, if it does and is its source's first.
    pub(super) fn note_dated(&mut self, n: usize) {
        let of =
            |s: usize| self.seeds.get(s).map(|seed| (seed.article, seed.passage, seed.told_by));
        let cluster = self.cluster_of.get(n).copied().flatten();
        let says = self.says.get(n).and_then(Option::as_ref);
        if let (Some(says), Some(cluster)) =
            (says, cluster.and_then(|at| self.clusters.get_mut(at)))
        {
            if let Some(day) = says.first_day() {
                let (first, last) = cluster.days.unwrap_or((day, day));
                cluster.days = Some((first.min(day), last.max(day)));
            }
            match cluster.dated.iter_mut().find(|known| of(**known) == of(n)) {
                Some(known) => *known = n.min(*known),
                None => cluster.dated.push(n),
            }
        }
    }

    /// When the window of an event ends, the event lying in an extent.
    pub(super) fn window_end(&self, cluster: usize, extent: &Extent) -> Option<Extent> {
        let amount = self.clusters.get(cluster)?.window.as_ref()?;
        let hull = window(extent, amount)?;
        let from = hull.to.zip(extent.to).zip(extent.from);
        // It ends as long after the event's own bounds as it lasts.
        let from = from.and_then(|((end, to), from)| from.checked_add_signed(end - to));
        let mut end = Extent::new(from, hull.to, Granularity::Span);
        end.vague = extent.vague;
        Some(end)
    }
}

//! The dates of a predicate: which are its own, and which are items of a list.

use crate::expr::Expr;
use crate::extent::Extent;
use crate::syntax::Relation;

use super::attach::{dates_something, is_window_ahead};
use super::{Dating, Telling};

/// The dates of a predicate by occurrence, and the mentions that none of them can be.
#[derive(Debug, Default)]
pub(super) struct Dates {
    pub(super) occurrences: Vec<Vec<Dating>>,
    pub(super) left: Vec<usize>,
}

impl Telling<'_> {
    /// The dates of a predicate: the items of a list, in one mention or in several that "and" joins,
    /// are occurrences of their own. Of two dates that exclude each other and are no list, the first is
    /// the predicate's, the other is left.
    pub(super) fn dates_of(&self, mentions: &[usize]) -> Dates {
        let mut items: Vec<Dating> = Vec::new();
        let mut others: Vec<Dating> = Vec::new();
        let mut left = Vec::new();
        for (k, &n) in mentions.iter().enumerate() {
            let Some(resolution) = self.account.resolutions.get(n) else { continue };
            let is_list = (self.account.mentions.get(n))
                .is_some_and(|mention| !matches!(mention.expr, Expr::Stretch { .. }));
            if is_list && !resolution.is_range && 1 < resolution.parts.len() {
                items.extend(
                    (0..resolution.parts.len()).map(|part| Dating { mention: n, part: Some(part) }),
                );
                continue;
            }
            let joined = |a: Option<&usize>, b: Option<&usize>| match (a, b) {
                (Some(a), Some(b)) => self.are_listed(*a, *b),
                _ => false,
            };
            let with_last = joined(k.checked_sub(1).and_then(|k| mentions.get(k)), Some(&n));
            let with_next = joined(Some(&n), mentions.get(k + 1));
            if with_last || with_next {
                items.push(Dating { mention: n, part: None });
                continue;
            }
            let excluded = |other: &Dating| self.exclude(other, &Dating { mention: n, part: None });
            if others.iter().any(excluded) {
                left.push(n);
                continue;
            }
            others.push(Dating { mention: n, part: None });
        }
        let occurrences = if items.is_empty() {
            vec![others]
        } else {
            // "7 July 2012. - After 2002 and 2003, she wins": a time that no item goes with is its own.
            let with = |item: Dating| -> Vec<Dating> {
                let beside = others.iter().filter(|other| !self.exclude(other, &item)).cloned();
                std::iter::once(item.clone()).chain(beside).collect()
            };
            let alone: Vec<Dating> = (others.iter())
                .filter(|other| items.iter().all(|item| self.exclude(other, item)))
                .cloned()
                .collect();
            let mut all: Vec<Vec<Dating>> = items.iter().cloned().map(with).collect();
            all.extend((!alone.is_empty()).then_some(alone));
            all
        };
        Dates { occurrences, left }
    }

    /// Whether two times cannot both be those of one deed: they have no moment in common, or one runs from
    /// one end to another ("2012–2013") and the other does not hold it.
    fn exclude(&self, a: &Dating, b: &Dating) -> bool {
        let read = |dating: &Dating| {
            let resolution = self.account.resolutions.get(dating.mention)?;
            let part = resolution.parts.get(dating.part.unwrap_or(0))?;
            Some((*part.extent()?, resolution.is_range))
        };
        let (Some((one, one_runs)), Some((other, other_runs))) = (read(a), read(b)) else {
            return false;
        };
        let holds = |outer: &Extent, inner: &Extent| {
            outer.from.zip(inner.from).is_none_or(|(outer, inner)| outer <= inner)
                && outer.to.zip(inner.to).is_none_or(|(outer, inner)| inner <= outer)
        };
        apart(&one, &other)
            || one_runs && !holds(&other, &one)
            || other_runs && !holds(&one, &other)
    }

    /// Whether two times are items of one list: the second is a conjunct of the first, or of the same.
    fn are_listed(&self, a: usize, b: usize) -> bool {
        let syntax = self.story.syntax;
        let (Some((tree, a)), Some((other, b))) = (syntax.of_mention(a), syntax.of_mention(b))
        else {
            return false;
        };
        let first = |unit: u32| match tree.unit(unit).relation {
            Relation::Conj => tree.head(unit).unwrap_or(unit),
            _ => unit,
        };
        tree.span == other.span && first(a) == first(b) && b.abs_diff(a) <= 4
    }

    /// Mentions that date, and those that are windows ahead.
    pub(super) fn sorted_out(&self, mentions: &[usize]) -> (Vec<usize>, Vec<usize>) {
        let mut dated = Vec::new();
        let mut windows = Vec::new();
        for &n in mentions {
            let (Some(mention), Some(resolution)) =
                (self.account.mentions.get(n), self.account.resolutions.get(n))
            else {
                continue;
            };
            if is_window_ahead(&mention.expr) && self.announces(n) {
                windows.push(n);
            } else if self.is_soon_after(n) || dates_something(&mention.expr, resolution) {
                dated.push(n);
            }
        }
        (dated, windows)
    }
}

/// Whether two extents have no moment in common.
pub(super) fn apart(a: &Extent, b: &Extent) -> bool {
    let ends_before =
        |a: &Extent, b: &Extent| matches!((a.to, b.from), (Some(to), Some(from)) if to <= from);
    ends_before(a, b) || ends_before(b, a)
}

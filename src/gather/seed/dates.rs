//! The dates of a clause: which are its own, and which are items of a list.

use crate::article::Span;
use crate::event::vocabulary::Part;
use crate::expr::Expr;
use crate::extent::Extent;
use crate::lang::cue::Cue;

use super::target::{dates_something, is_window_ahead};
use super::{Dating, Telling};

impl Telling<'_> {
    /// The dates of a clause, by occurrence: the items of a list, in one mention or in several that
    /// "and" joins, are occurrences of their own. Of two dates that exclude each other and are no
    /// list, the first is the clause's.
    pub(super) fn dates_of(&self, mentions: &[usize]) -> Vec<Vec<Dating>> {
        let mut items: Vec<Dating> = Vec::new();
        let mut others: Vec<Dating> = Vec::new();
        for (k, &n) in mentions.iter().enumerate() {
            let Some(resolution) = self.account.resolutions.get(n) else { continue };
            if !resolution.is_range && 1 < resolution.parts.len() {
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
            let extent = resolution.parts.first().and_then(|part| part.extent());
            let excluded = others.iter().filter_map(|dating| {
                self.account.resolutions.get(dating.mention)?.parts.first()?.extent()
            });
            if excluded.into_iter().any(|known| extent.is_some_and(|extent| apart(known, extent))) {
                continue;
            }
            others.push(Dating { mention: n, part: None });
        }
        if items.is_empty() {
            return vec![others];
        }
        items
            .into_iter()
            .map(|item| std::iter::once(item).chain(others.clone()).collect())
            .collect()
    }

    /// Whether nothing but "and" or a comma stands between two plain dates.
    pub(super) fn are_listed(&self, a: usize, b: usize) -> bool {
        let (Some(a), Some(b)) = (self.account.mentions.get(a), self.account.mentions.get(b))
        else {
            return false;
        };
        let plain = |expr: &Expr| matches!(expr, Expr::Pattern(_) | Expr::Within { .. });
        let between = self.words.tokens(Span::new(a.span.end, b.span.start));
        let count = between.len();
        plain(&a.expr)
            && plain(&b.expr)
            && (1..=3).contains(&count)
            && between.clone().any(|at| self.words.cue(at).has(Cue::AND))
            && between.into_iter().all(|at| {
                self.words.cue(at).has(Cue::AND)
                    || self.words.is_mark(at, b',')
                    || self.words.is(at, Part::LEADS)
            })
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

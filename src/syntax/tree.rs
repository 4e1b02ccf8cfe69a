//! Units and trees.

use std::ops::Range;

use crate::article::Span;

use super::feats::Feats;
use super::tag::{Relation, Upos};

/// What a unit is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// Letters, whatever is written together with them: "l'", "don't", "Jean-Pierre", "U.S.".
    Word,
    /// Digits.
    Number,
    /// Punctuation or a symbol.
    Mark,
    /// A mention of time: its TIMEX and its signal, never the event that it hangs on.
    Mention,
}

/// What the parser reads as one: a word, a number, a mark, a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    /// Where it stands, in bytes.
    pub(crate) span: Span,
    /// Its first token, as a number in the source.
    pub(crate) first: u32,
    /// The token after its last.
    pub(crate) end: u32,
    /// What it is.
    pub(crate) kind: Kind,
    /// The number of the mention, if it is one.
    pub(crate) mention: Option<u32>,
    /// Its part of speech. A mention is a noun.
    pub(crate) tag: Upos,
    /// What its form says.
    pub(crate) feats: Feats,
    /// The edit script of its lemma: see [`Syntax::lemma`](super::Syntax::lemma).
    pub(super) script: u16,
    /// The unit it hangs on, as a number in the tree; `None` for the root.
    pub(crate) head: Option<u32>,
    /// How it hangs on it.
    pub(crate) relation: Relation,
}

impl Unit {
    /// Its tokens, as numbers in the source.
    pub(crate) fn tokens(&self) -> Range<u32> {
        self.first..self.end
    }

    /// Whether it is a mention of time.
    pub(crate) fn is_mention(&self) -> bool {
        self.kind == Kind::Mention
    }
}

/// A sentence parsed. Never empty; one root; heads make no cycle; arcs do not cross.
#[derive(Clone, Debug)]
pub(crate) struct Tree {
    /// From the first byte of the sentence to its last.
    pub(crate) span: Span,
    /// In text order.
    pub(crate) units: Vec<Unit>,
    /// All units but the root by their heads, in text order each.
    children: Vec<u32>,
    /// Where in `children` those of a unit begin; one more than there are units.
    begins: Vec<u32>,
    /// The first and the last unit below each.
    reach: Vec<(u32, u32)>,
    root: u32,
}

impl Tree {
    /// From units with their heads, of which exactly one has none, without cycles.
    pub(super) fn new(span: Span, units: Vec<Unit>) -> Self {
        let count = units.len();
        let mut begins = vec![0_u32; count + 1];
        let mut root = 0;
        for (n, unit) in units.iter().enumerate() {
            match unit.head {
                Some(head) => {
                    if let Some(begin) = begins.get_mut(head as usize + 1) {
                        *begin += 1;
                    }
                }
                None => root = n as u32,
            }
        }
        for n in 0..count {
            begins[n + 1] += begins[n];
        }
        let mut next = begins.clone();
        let mut children = vec![0; begins.last().copied().unwrap_or(0) as usize];
        for (n, unit) in units.iter().enumerate() {
            let Some(place) = unit.head.and_then(|head| next.get_mut(head as usize)) else {
                continue;
            };
            if let Some(child) = children.get_mut(*place as usize) {
                *child = n as u32;
            }
            *place += 1;
        }
        let mut tree = Tree { span, units, children, begins, reach: Vec::new(), root };
        tree.reach = tree.reaches();
        tree
    }

    /// The first and the last unit below each: children before their heads.
    fn reaches(&self) -> Vec<(u32, u32)> {
        let mut order = Vec::with_capacity(self.units.len());
        order.push(self.root);
        let mut at = 0;
        while let Some(&unit) = order.get(at) {
            order.extend_from_slice(self.children(unit));
            at += 1;
        }
        let mut reach: Vec<(u32, u32)> = (0..self.units.len() as u32).map(|n| (n, n)).collect();
        for &unit in order.iter().rev() {
            let below = reach.get(unit as usize).copied().unwrap_or((unit, unit));
            let Some(head) = self.unit(unit).head else { continue };
            if let Some(above) = reach.get_mut(head as usize) {
                *above = (above.0.min(below.0), above.1.max(below.1));
            }
        }
        reach
    }

    /// A unit by its number; the root for a number that none has.
    pub(crate) fn unit(&self, unit: u32) -> &Unit {
        self.units.get(unit as usize).unwrap_or(&self.units[self.root as usize])
    }

    /// The root.
    pub(crate) fn root(&self) -> u32 {
        self.root
    }

    /// What hangs on a unit, in text order.
    pub(crate) fn children(&self, unit: u32) -> &[u32] {
        let at = unit as usize;
        let (Some(from), Some(to)) = (self.begins.get(at), self.begins.get(at + 1)) else {
            return &[];
        };
        self.children.get(*from as usize..*to as usize).unwrap_or(&[])
    }

    /// What hangs on a unit by a relation, in text order.
    pub(crate) fn children_by(
        &self,
        unit: u32,
        relation: Relation,
    ) -> impl Iterator<Item = u32> + '_ {
        self.children(unit).iter().copied().filter(move |n| self.unit(*n).relation == relation)
    }

    /// The first and the last unit of what hangs on a unit, itself included.
    pub(crate) fn subtree(&self, unit: u32) -> (u32, u32) {
        self.reach.get(unit as usize).copied().unwrap_or((unit, unit))
    }

    /// The bytes of what hangs on a unit, itself included.
    pub(crate) fn span_of(&self, unit: u32) -> Span {
        let (first, last) = self.subtree(unit);
        self.unit(first).span.hull(self.unit(last).span)
    }

    /// The head of a unit.
    pub(crate) fn head(&self, unit: u32) -> Option<u32> {
        self.unit(unit).head
    }

    /// The heads above a unit, the nearest first.
    pub(crate) fn above(&self, unit: u32) -> impl Iterator<Item = u32> + '_ {
        std::iter::successors(self.head(unit), |unit| self.head(*unit))
    }

    /// The unit at a byte offset, or the last before it; none before the first.
    pub(crate) fn at(&self, offset: usize) -> Option<u32> {
        let next = self.units.partition_point(|unit| unit.span.start <= offset);
        Some(next.checked_sub(1)? as u32)
    }

    /// The unit of a mention, by the mention's number.
    pub(crate) fn unit_of_mention(&self, mention: usize) -> Option<u32> {
        let is = |unit: &Unit| unit.mention == u32::try_from(mention).ok();
        Some(self.units.iter().position(is)? as u32)
    }

    /// What a mention hangs on, by the mention's number; none if it is the root.
    pub(crate) fn head_of_mention(&self, mention: usize) -> Option<u32> {
        self.head(self.unit_of_mention(mention)?)
    }
}

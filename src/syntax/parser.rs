//! The transition system (arc-hybrid) and what its decisions look at.

#![allow(unreachable_pub)] // the program that trains reaches in here

use super::rows::{Features, both};
use super::tag::{Relation, Upos};
use super::tagger::Sentence;
use super::word::{NOTHING, ROOT, TIME, Word};

/// Takes the next unit onto the stack.
pub const SHIFT: usize = 0;
/// Hangs the top of the stack on the next unit.
pub const LEFT: usize = 1;
/// Hangs the top of the stack on the one below it.
pub const RIGHT: usize = 2;

/// No unit.
pub const NONE: u32 = u32::MAX;

/// What is known of a unit and what hangs on it so far.
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// Its head.
    pub head: u32,
    /// How it hangs on it.
    pub label: u8,
    /// The outermost and the second outermost child on each side.
    left: [u32; 2],
    right: [u32; 2],
    lefts: u8,
    rights: u8,
    /// Which relations hang on it, a bit each.
    left_labels: u64,
    right_labels: u64,
}

const EMPTY: Node = Node {
    head: NONE,
    label: NO_LABEL,
    left: [NONE; 2],
    right: [NONE; 2],
    lefts: 0,
    rights: 0,
    left_labels: 0,
    right_labels: 0,
};

const NO_LABEL: u8 = 99;

/// What the parser sees of a unit, ready for templates.
#[derive(Clone, Copy, Debug)]
struct View {
    /// Its letters.
    word: u32,
    /// Its part of speech.
    tag: u32,
    /// Its part of speech; of a mention that of a noun, which it mostly stands for.
    base: u32,
    /// Its part of speech with its features.
    full: u32,
    /// Its classes.
    fine: u32,
    coarse: u32,
}

const VOID: View = View {
    word: 1,
    tag: NOTHING as u32,
    base: NOTHING as u32,
    full: NOTHING as u32,
    fine: 700,
    coarse: 200,
};
const ABOVE: View = View {
    word: 2,
    tag: ROOT as u32,
    base: ROOT as u32,
    full: ROOT as u32,
    fine: 701,
    coarse: 201,
};

/// A sentence half parsed. The root stands after its last unit.
#[derive(Clone, Debug)]
pub struct State {
    views: Vec<View>,
    /// How many commas, marks and finite verbs stand before each unit.
    before: Vec<[u16; 3]>,
    /// The next two units at each place or after it that sentences are built around, as one number.
    ahead: Vec<u32>,
    /// The units, and the root.
    pub nodes: Vec<Node>,
    /// Those that wait for their heads.
    pub stack: Vec<u32>,
    /// The next unit.
    pub next: u32,
}

impl State {
    /// Before the first decision. `fulls` is a number for each of the model's features.
    pub fn new(sentence: &Sentence, comma: u32) -> Self {
        let view = |(n, word): (usize, &Word)| {
            let tag = u32::from(sentence.tags.get(n).copied().unwrap_or(NOTHING));
            let form = u32::from(sentence.forms.get(n).copied().unwrap_or(0));
            View {
                word: word.form,
                tag,
                base: if tag == u32::from(TIME) { Upos::Noun as u32 } else { tag },
                full: tag | form << 8,
                fine: word.fine,
                coarse: word.coarse,
            }
        };
        let count = sentence.words.len();
        let mut views: Vec<View> = Vec::with_capacity(count + 1);
        views.extend(sentence.words.iter().enumerate().map(view));
        views.push(ABOVE);
        let mut before = Vec::with_capacity(count + 2);
        let mut sum = [0_u16; 3];
        before.push(sum);
        for view in &views {
            let is = |tag: Upos| view.tag == tag as u32;
            let counts = [view.word == comma, is(Upos::Punct), is(Upos::Verb) || is(Upos::Aux)];
            for (sum, is) in sum.iter_mut().zip(counts) {
                *sum = sum.wrapping_add(u16::from(is));
            }
            before.push(sum);
        }
        // Verbs, conjunctions, commas and relative pronouns: the outline of what comes.
        let mut ahead = vec![0; views.len() + 1];
        let mut outline = [0_u32; 2];
        for (place, view) in views.iter().enumerate().rev() {
            let kind = match view.tag {
                tag if tag == Upos::Verb as u32 => 1,
                tag if tag == Upos::Aux as u32 => 2,
                tag if tag == Upos::Cconj as u32 => 3,
                tag if tag == Upos::Sconj as u32 => 4,
                _ if view.word == comma => 5,
                tag if tag == Upos::Punct as u32 => 6,
                tag if tag == u32::from(TIME) => 7,
                tag if tag == Upos::Pron as u32 => 8,
                _ => 0,
            };
            if kind != 0 {
                outline = [kind, outline[0]];
            }
            ahead[place] = outline[0] << 4 | outline[1];
        }
        State {
            views,
            before,
            ahead,
            nodes: vec![EMPTY; count + 1],
            stack: Vec::with_capacity(32),
            next: 0,
        }
    }

    /// How many units there are: the number of the root.
    pub fn root(&self) -> u32 {
        (self.nodes.len() - 1) as u32
    }

    /// Whether every unit has its head.
    pub fn is_done(&self) -> bool {
        self.next == self.root() && self.stack.is_empty()
    }

    /// Which decisions are possible. The root gets one child, the last.
    pub fn allowed(&self) -> [bool; 3] {
        let more = self.next < self.root();
        let depth = self.stack.len();
        [more, more && 0 < depth || depth == 1, 1 < depth]
    }

    /// The arc that a decision makes: head and dependent.
    pub fn arc(&self, action: usize) -> Option<(u32, u32)> {
        let top = *self.stack.last()?;
        match action {
            LEFT => Some((self.next, top)),
            RIGHT => Some((*self.stack.get(self.stack.len().checked_sub(2)?)?, top)),
            _ => None,
        }
    }

    /// Carries out a decision; `label` is that of the arc, if it makes one.
    pub fn apply(&mut self, action: usize, label: u8) {
        let Some((head, top)) = self.arc(action) else {
            self.stack.push(self.next);
            self.next += 1;
            return;
        };
        self.stack.pop();
        if let Some(node) = self.nodes.get_mut(top as usize) {
            node.head = head;
            node.label = label;
        }
        let Some(node) = self.nodes.get_mut(head as usize) else { return };
        let bit = 1_u64 << (label & 63);
        if top < head {
            node.left = [top, node.left[0]];
            node.lefts = node.lefts.saturating_add(1);
            node.left_labels |= bit;
        } else {
            node.right = [top, node.right[0]];
            node.rights = node.rights.saturating_add(1);
            node.right_labels |= bit;
        }
    }

    #[inline(always)]
    fn view(&self, unit: u32) -> &View {
        self.views.get(unit as usize).unwrap_or(&VOID)
    }

    #[inline(always)]
    fn node(&self, unit: u32) -> &Node {
        self.nodes.get(unit as usize).unwrap_or(&EMPTY)
    }

    #[inline(always)]
    fn buffer(&self, by: u32) -> u32 {
        let at = self.next + by;
        if at <= self.root() { at } else { NONE }
    }

    #[inline(always)]
    fn below(&self, by: usize) -> u32 {
        self.stack
            .len()
            .checked_sub(by + 1)
            .and_then(|at| self.stack.get(at))
            .copied()
            .unwrap_or(NONE)
    }

    /// How far apart two units are, in steps that grow.
    #[inline(always)]
    fn distance(a: u32, b: u32) -> u32 {
        if a == NONE || b == NONE {
            return 15;
        }
        match b.abs_diff(a) {
            near @ 0..=5 => near,
            6..=7 => 6,
            8..=11 => 7,
            12..=20 => 8,
            _ => 9,
        }
    }

    /// What stands between two units: commas, marks, verbs, up to three of each.
    #[inline(always)]
    fn between(&self, a: u32, b: u32) -> u32 {
        let (from, to) = (a.min(b) as usize + 1, a.max(b) as usize);
        let (Some(from), Some(to)) = (self.before.get(from), self.before.get(to)) else {
            return 99;
        };
        let count = |n: usize| u32::from(to[n].wrapping_sub(from[n]).min(3));
        count(0) | count(1) << 2 | count(2) << 4
    }

    /// The case marker of a unit, or what else introduces it: its first child before it.
    #[inline(always)]
    fn marker(&self, node: &Node) -> u32 {
        let case = |unit: u32| {
            let label = self.node(unit).label;
            label == Relation::Case as u8 || label == Relation::Mark as u8
        };
        match node.left {
            [first, _] if first != NONE && case(first) => self.view(first).word,
            [_, second] if second != NONE && case(second) => self.view(second).word,
            _ => 3,
        }
    }

    /// What the next decision is made by.
    pub fn features(&self, out: &mut Features) {
        out.clear();
        let (s0, s1, s2) = (self.below(0), self.below(1), self.below(2));
        let (b0, b1, b2, b3) = (self.next, self.buffer(1), self.buffer(2), self.buffer(3));
        let [vs0, vs1, vs2] = [s0, s1, s2].map(|unit| *self.view(unit));
        let [vb0, vb1, vb2, vb3] = [b0, b1, b2, b3].map(|unit| *self.view(unit));
        let (ns0, ns1, nb0) = (*self.node(s0), *self.node(s1), *self.node(b0));
        // Single units.
        out.one(100, 0);
        out.two(101, vs0.word, vs0.tag);
        out.one(102, vs0.full);
        out.two(103, vs0.fine, vs0.tag);
        out.two(104, vs1.word, vs1.tag);
        out.one(105, vs1.full);
        out.two(106, vs1.fine, vs1.tag);
        out.two(107, vb0.word, vb0.tag);
        out.one(108, vb0.full);
        out.two(109, vb0.fine, vb0.tag);
        out.two(110, vb1.word, vb1.tag);
        out.one(111, vb1.full);
        out.two(112, vb1.fine, vb1.tag);
        out.two(113, vb2.word, vb2.tag);
        out.one(114, vb2.full);
        out.two(115, vs2.word, vs2.tag);
        out.one(116, vs2.full);
        out.one(117, vb3.full);
        // Pairs: top of the stack and next unit.
        let d = Self::distance(s0, b0);
        out.four(120, vs0.word, vs0.tag, vb0.word, vb0.tag);
        out.three(121, vs0.word, vs0.tag, vb0.full);
        out.three(122, vs0.full, vb0.word, vb0.tag);
        out.two(123, vs0.full, vb0.full);
        out.two(124, vs0.fine, vb0.fine);
        out.three(125, vs0.fine, vs0.tag, vb0.tag);
        out.three(126, vs0.tag, vb0.fine, vb0.tag);
        out.three(127, vs0.tag, vb0.tag, d);
        // The two on top of the stack.
        let e = Self::distance(s1, s0);
        out.four(130, vs1.word, vs1.tag, vs0.word, vs0.tag);
        out.three(131, vs1.word, vs1.tag, vs0.full);
        out.three(132, vs1.full, vs0.word, vs0.tag);
        out.two(133, vs1.full, vs0.full);
        out.two(134, vs1.fine, vs0.fine);
        out.three(135, vs1.fine, vs1.tag, vs0.tag);
        out.three(136, vs1.tag, vs0.fine, vs0.tag);
        out.three(137, vs1.tag, vs0.tag, e);
        // Further pairs.
        out.two(140, vs1.full, vb0.full);
        out.three(141, vs1.word, vs1.tag, vb0.tag);
        out.three(142, vs1.tag, vb0.word, vb0.tag);
        out.two(143, vs1.fine, vb0.fine);
        out.two(144, vb0.full, vb1.full);
        out.three(145, vb0.word, vb0.tag, vb1.tag);
        out.three(146, vb0.tag, vb1.word, vb1.tag);
        out.two(147, vs0.full, vb1.full);
        out.two(148, vb0.coarse, vb1.coarse);
        // Triples.
        out.three(150, vs0.tag, vb0.tag, vb1.tag);
        out.three(151, vs0.full, vb0.full, vb1.full);
        out.four(152, vs0.base, vb0.base, vb1.base, vb2.base);
        out.three(153, vs1.tag, vs0.tag, vb0.tag);
        out.three(154, vs1.full, vs0.full, vb0.full);
        out.four(155, vs1.base, vs0.base, vb0.base, vb1.base);
        out.three(156, vs2.tag, vs1.tag, vs0.tag);
        out.four(157, vs2.base, vs1.base, vs0.base, vb0.base);
        out.four(158, vs1.tag, vs0.word, vb0.tag, vs0.tag);
        out.four(159, vs1.tag, vs0.tag, vb0.word, vb0.tag);
        out.four(160, vs1.word, vs1.tag, vs0.tag, vb0.tag);
        out.three(161, vs1.coarse, vs0.coarse, vb0.coarse);
        out.three(162, vs0.coarse, vb0.coarse, vb1.coarse);
        out.three(163, vb0.base, vb1.base, vb2.base);
        // Distance and what stands between.
        let (over, under) = (self.between(s0, b0), self.between(s1, s0));
        out.three(170, vs0.word, vs0.tag, d);
        out.three(171, vb0.word, vb0.tag, d);
        out.three(172, vs0.full, vb0.full, d);
        out.three(173, vs0.tag, vb0.tag, over);
        out.three(174, vs1.tag, vs0.tag, under);
        out.three(175, vs1.full, vs0.full, under);
        out.three(176, vs1.tag, vb0.tag, self.between(s1, b0));
        out.four(177, vs1.tag, vs0.tag, vb0.tag, under);
        // What comes after the next unit.
        let ahead = |unit: u32| self.ahead.get(unit as usize).copied().unwrap_or(99);
        let coming = ahead(b0.saturating_add(1));
        out.three(240, vs0.base, vb0.base, coming);
        let rest = self.before.last().map_or(0, |all| {
            let here = self.before.get(b0 as usize).unwrap_or(all);
            u32::from(all[2].wrapping_sub(here[2]).min(2))
        });
        out.three(245, vs0.base, vb0.base, rest);
        out.three(246, vs1.base, vs0.base, rest);
        // How many children.
        out.three(180, vs0.word, vs0.tag, ns0.rights.into());
        out.three(181, vs0.word, vs0.tag, ns0.lefts.into());
        out.two(182, vs0.full, both(ns0.lefts.into(), ns0.rights.into()));
        out.three(183, vs1.word, vs1.tag, ns1.rights.into());
        out.two(184, vs1.full, both(ns1.lefts.into(), ns1.rights.into()));
        out.three(185, vb0.word, vb0.tag, nb0.lefts.into());
        out.two(186, vb0.full, nb0.lefts.into());
        // Which children.
        let set = |labels: u64| (labels ^ labels >> 32) as u32;
        let set0 = both(set(ns0.left_labels), set(ns0.right_labels));
        let set1 = both(set(ns1.left_labels), set(ns1.right_labels));
        let setb = set(nb0.left_labels);
        out.two(190, vs0.tag, set0);
        out.two(191, vs1.tag, set1);
        out.two(192, vb0.tag, setb);
        out.three(193, vs0.word, vs0.tag, set(ns0.right_labels));
        out.three(194, vs1.word, vs1.tag, set(ns1.right_labels));
        out.three(195, vs0.full, set0, vb0.tag);
        out.three(196, vs1.full, set1, vs0.tag);
        out.four(197, vs1.tag, set(ns1.right_labels), vs0.tag, set(ns0.left_labels));
        out.four(198, vs0.tag, set(ns0.left_labels), vb0.tag, setb);
        let [l0, r0, l1, r1, lb] =
            [ns0.left[0], ns0.right[0], ns1.left[0], ns1.right[0], nb0.left[0]]
                .map(|unit| *self.view(unit));
        out.three(200, vs0.tag, l0.word, l0.tag);
        out.three(201, vs0.tag, r0.word, r0.tag);
        out.three(202, vs1.tag, r1.word, r1.tag);
        out.three(203, vb0.tag, lb.word, lb.tag);
        out.three(204, vs0.base, l0.base, vb0.base);
        out.three(205, vs0.base, r0.base, vb0.base);
        out.three(206, vs1.base, r1.base, vs0.base);
        out.three(207, vs1.base, l1.base, vs0.base);
        out.three(208, vs1.base, vs0.base, l0.base);
        out.three(209, vs0.base, vb0.base, lb.base);
        out.four(210, vs1.base, vs0.base, l0.base, vb0.base);
        out.four(211, vs1.base, vs0.base, r0.base, vb0.base);
        out.four(212, vs1.tag, vs1.word, r1.tag, vs0.tag);
        let label = |unit: u32| u32::from(self.node(unit).label);
        let (left, right) = (ns0.left, ns0.right);
        out.four(213, vs0.base, label(left[0]), label(right[0]), vb0.base);
        let two = |unit: [u32; 2]| both(self.view(unit[0]).base, self.view(unit[1]).base);
        out.two(214, vs0.tag, two(ns0.left));
        out.two(215, vs0.tag, two(ns0.right));
        out.two(216, vs1.tag, two(ns1.right));
        out.two(217, vb0.tag, two(nb0.left));
        // Prepositions and conjunctions with what they stand between.
        let (marker0, markerb) = (self.marker(&ns0), self.marker(&nb0));
        out.three(220, vs1.word, marker0, vs0.tag);
        out.four(221, vs1.fine, marker0, vs0.fine, vs0.tag);
        out.four(222, vs1.full, marker0, vs0.word, vs0.tag);
        out.three(223, vs1.full, marker0, vs0.full);
        out.four(224, vs1.coarse, marker0, vs0.coarse, vs2.tag);
        out.four(225, vs2.word, vs1.tag, marker0, vs0.tag);
        out.four(226, vs2.fine, vs1.fine, marker0, vs0.tag);
        out.three(227, vs0.word, markerb, vb0.tag);
        out.four(228, vs0.tag, marker0, vb0.word, vb0.tag);
        out.four(229, vs1.base, marker0, vs0.base, under);
        out.four(230, vs1.tag, self.marker(&ns1), marker0, vs0.tag);
        out.four(231, vs2.base, vs1.base, marker0, vs0.fine);
        out.four(232, vs2.full, vs1.full, marker0, vs0.base);
        out.four(233, vs1.base, under, marker0, vs0.fine);
        out.four(234, vs1.base, vs0.fine, marker0, vb0.base);
        out.four(235, vs1.full, both(vs0.base, marker0), over, vb0.base);
    }

    /// What the relation of an arc is decided by.
    pub fn label_features(&self, head: u32, dependent: u32, out: &mut Features) {
        out.clear();
        let (h, d) = (*self.view(head), *self.view(dependent));
        let (nh, nd) = (*self.node(head), *self.node(dependent));
        let side = u32::from(dependent < head);
        let far = Self::distance(head, dependent) << 1 | side;
        let marker = self.marker(&nd);
        let set = |labels: u64| (labels ^ labels >> 32) as u32;
        let held = both(set(nh.left_labels), set(nh.right_labels));
        let holds = both(set(nd.left_labels), set(nd.right_labels));
        let [l, r] = [nd.left[0], nd.right[0]].map(|unit| *self.view(unit));
        let around =
            |unit: u32, by: i32| unit.checked_add_signed(by).map_or(VOID, |unit| *self.view(unit));
        let (p, n) = (around(dependent, -1), around(dependent, 1));
        let (hp, hn) = (around(head, -1), around(head, 1));
        out.one(300, side);
        out.three(301, h.tag, d.tag, side);
        out.three(302, h.full, d.full, side);
        out.three(303, h.word, d.tag, side);
        out.three(304, h.tag, d.word, side);
        out.three(305, h.word, d.word, side);
        out.two(306, d.word, side);
        out.two(307, d.full, side);
        out.two(308, d.fine, h.tag << 1 | side);
        out.two(309, h.fine, d.tag << 1 | side);
        out.three(310, h.fine, d.fine, side);
        out.three(311, h.tag, d.tag, far);
        out.three(312, h.full, d.tag, far);
        out.three(313, h.tag, d.tag, both(marker, side));
        out.four(314, h.word, d.tag, marker, side);
        out.four(315, h.tag, d.word, marker, side);
        out.four(316, h.fine, d.fine, marker, side);
        out.three(317, h.full, d.full, both(marker, side));
        out.three(318, h.tag, d.tag, both(held, side));
        out.three(319, h.full, d.full, both(set(nh.right_labels), side));
        out.three(320, h.tag, d.tag, both(holds, side));
        out.three(321, h.full, d.full, both(set(nd.left_labels), side));
        out.four(322, h.tag, d.tag, l.word, side);
        out.four(323, h.tag, d.tag, r.word, side);
        out.four(324, h.tag, d.tag, l.tag, r.tag << 1 | side);
        out.four(325, h.tag, d.tag, p.word, side);
        out.four(326, h.tag, d.tag, n.word, side);
        out.four(327, h.tag, d.tag, p.full, side);
        out.four(328, h.tag, d.tag, n.full, side);
        out.four(329, h.tag, d.tag, p.tag, n.tag << 1 | side);
        out.four(330, h.tag, d.tag, self.between(head, dependent), side);
        out.four(331, h.tag, d.tag, hp.tag, hn.tag << 1 | side);
        out.three(332, h.word, both(held, side), d.tag);
        out.three(333, d.word, both(holds, side), h.tag);
        out.three(334, h.coarse, d.coarse, both(marker, side));
        out.four(335, h.tag, d.tag, d.coarse, both(far, marker));
        out.four(336, h.word, d.full, held, side);
        out.three(337, d.fine, d.tag, both(holds, side));
    }
}

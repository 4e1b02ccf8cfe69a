//! What the tagger looks at: words around a unit, and the tags already given.

#![allow(unreachable_pub)] // the program that trains reaches in here

use super::rows::{Features, both};
use super::word::{NOTHING, TIME, Word};

/// A sentence while it is read: words with what is known of them so far.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// Its words.
    pub words: Vec<Word>,
    /// Their parts of speech; [`TIME`] for mentions. Those not yet given are `NOTHING`.
    pub tags: Vec<u8>,
    /// The numbers of their features among the model's.
    pub forms: Vec<u8>,
}

const NO_WORD: Word = Word {
    form: 1,
    suffix: [1; 3],
    prefix: 1,
    shape: 1,
    fine: 700,
    coarse: 200,
    seen: 999,
    lex: 9999,
};

impl Sentence {
    /// A word by its place, which may lie beyond the ends.
    #[inline(always)]
    fn word(&self, at: usize, by: isize) -> &Word {
        at.checked_add_signed(by).and_then(|at| self.words.get(at)).unwrap_or(&NO_WORD)
    }

    #[inline(always)]
    fn tag(&self, at: usize, by: isize) -> u32 {
        let tag = at.checked_add_signed(by).and_then(|at| self.tags.get(at));
        u32::from(tag.copied().unwrap_or(NOTHING))
    }

    #[inline(always)]
    fn form(&self, at: usize, by: isize) -> u32 {
        let form = at.checked_add_signed(by).and_then(|at| self.forms.get(at));
        u32::from(form.copied().unwrap_or(255))
    }

    /// Whether the tag of a word is known without asking: it is a mention.
    pub fn is_time(&self, at: usize) -> bool {
        self.tags.get(at) == Some(&TIME)
    }

    /// What the part of speech of a word is decided by, the words before it being tagged.
    pub fn tag_features(&self, at: usize, out: &mut Features) {
        out.clear();
        let (a, b, c, d, e) = (
            self.word(at, -2),
            self.word(at, -1),
            self.word(at, 0),
            self.word(at, 1),
            self.word(at, 2),
        );
        let (t, s) = (self.tag(at, -1), self.tag(at, -2));
        out.one(0, 0);
        out.one(1, c.form);
        out.one(2, b.form);
        out.one(3, d.form);
        out.one(4, a.form);
        out.one(5, e.form);
        out.two(6, b.form, c.form);
        out.two(7, c.form, d.form);
        out.one(8, c.suffix[0]);
        out.one(9, c.suffix[1]);
        out.one(10, c.suffix[2]);
        out.one(11, c.prefix);
        out.one(12, c.shape);
        out.two(13, c.shape, t);
        out.one(14, c.fine);
        out.one(15, b.fine);
        out.one(16, d.fine);
        out.two(17, b.fine, c.fine);
        out.two(18, c.fine, d.fine);
        out.two(19, a.coarse, b.coarse);
        out.two(20, d.coarse, e.coarse);
        out.one(21, t);
        out.two(22, t, s);
        out.two(23, t, c.form);
        out.two(24, t, c.fine);
        out.two(25, t, c.suffix[1]);
        out.one(26, c.seen);
        out.one(27, d.seen);
        out.two(28, c.seen, d.seen);
        out.two(29, t, c.seen);
        out.three(30, t, c.seen, d.seen);
        out.three(31, t, s, c.seen);
        out.two(32, d.seen, e.seen);
        out.one(33, d.suffix[1]);
        out.one(34, b.suffix[1]);
        out.two(35, c.suffix[1], d.seen);
        out.two(36, c.shape, d.shape);
        out.two(37, b.shape, c.shape);
        out.three(38, t, c.fine, d.fine);
        out.two(39, c.suffix[2], c.shape);
        out.three(40, s, t, c.fine);
        out.three(41, c.seen, d.seen, e.seen);
        out.one(42, c.lex);
        out.two(43, t, c.lex);
        out.two(44, c.lex, d.lex);
        out.three(45, b.lex, c.lex, d.lex);
        out.three(46, t, c.lex, d.lex);
        out.two(47, c.lex, c.shape);
        out.three(48, t, s, c.lex);
    }

    /// What the features of a word are decided by, all words being tagged.
    pub fn form_features(&self, at: usize, out: &mut Features) {
        out.clear();
        let (b, c, d) = (self.word(at, -1), self.word(at, 0), self.word(at, 1));
        let tag = self.tag(at, 0);
        let (before, after) = (self.tag(at, -1), self.tag(at, 1));
        let (last, last2) = (self.form(at, -1), self.form(at, -2));
        out.one(50, tag);
        out.two(51, tag, c.form);
        out.two(52, tag, c.suffix[0]);
        out.two(53, tag, c.suffix[1]);
        out.two(54, tag, c.suffix[2]);
        out.two(55, tag, c.fine);
        out.two(56, tag, last);
        out.three(57, tag, last, c.suffix[1]);
        out.three(58, tag, last, c.form);
        out.three(59, tag, last, last2);
        out.three(60, tag, before, c.suffix[1]);
        out.three(61, tag, before, after);
        out.three(62, tag, b.form, c.suffix[1]);
        out.two(63, tag, b.form);
        out.two(64, tag, d.form);
        out.three(65, tag, d.form, c.form);
        out.three(66, tag, after, c.form);
        out.three(67, tag, d.suffix[1], c.form);
        out.three(68, tag, both(d.suffix[1], after), c.suffix[1]);
        out.two(69, tag, c.shape);
        out.three(70, tag, b.fine, c.form);
        out.three(71, tag, d.fine, c.form);
        out.three(72, tag, self.tag(at, -2), before);
        out.three(73, tag, both(last, last2), c.suffix[1]);
        out.two(75, tag, c.lex);
        out.three(76, tag, c.lex, last);
        out.three(77, tag, c.lex, b.form);
        out.three(78, tag, c.lex, d.form);
        out.three(79, tag, c.lex, both(before, after));
        out.three(74, tag, both(b.form, self.word(at, -2).form), c.suffix[1]);
    }
}

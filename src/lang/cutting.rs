//! How a language writes words together: what the units of its sentences are made of.

/// What a language writes together and apart. Lists are folded words between spaces.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cutting {
    /// Words whose apostrophe ends a unit: "l'", "qu'". Empty where an apostrophe joins.
    pub(crate) elided: &'static str,
    /// Beginnings that an apostrophe does not end where one of some words follows: "quelqu" and "un une".
    pub(crate) joined: &'static [(&'static str, &'static str)],
    /// The words of phrases that are one unit, whatever marks stand between: "c'est-à-dire".
    pub(crate) phrases: &'static [&'static [&'static str]],
    /// What begins a unit with the hyphen before it: "-il", "-ce".
    pub(crate) clitics: &'static str,
    /// The same, as written with its accents: "-là", which is not the "-la-" of a place's name.
    pub(crate) accented: &'static str,
    /// What stands between such hyphens: "-t-il".
    pub(crate) links: &'static str,
    /// Words after which a hyphen and a clitic end no unit: "celui-ci", "rendez-vous".
    pub(crate) keeps: &'static str,
    /// Whether a hyphen between words is a unit: "long", "-", "term".
    pub(crate) splits_hyphens: bool,
    /// Where it does, beginnings that it does not split: "co-", "non-".
    pub(crate) prefixes: &'static str,
    /// What digits make a word with: "th", "ème".
    pub(crate) ordinals: &'static str,
    /// Whether groups of three digits stand apart: "50 000".
    pub(crate) spaced_digits: bool,
    /// Words whose full stop belongs to them: "etc", "mr".
    pub(crate) abbreviations: &'static str,
    /// Those of them that a sentence hardly ends with: "M.", "Dr.", "vol.".
    pub(crate) leading: &'static str,
    /// Words that begin sentences and hardly stand inside one with a capital, but for names: after "the
    /// U.S." they end the one before.
    pub(crate) starters: &'static str,
}

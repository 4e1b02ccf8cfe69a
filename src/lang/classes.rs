//! The words for what happens, by classes whose names all languages share.

/// The words of a language for a class of events, between commas: a word or several each.
/// Inflections are made by rule.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Class {
    /// The name of the class.
    pub(crate) name: &'static str,
    /// Nouns, singular.
    pub(crate) nouns: &'static str,
    /// Verbs, infinitive.
    pub(crate) verbs: &'static str,
}

/// A word that tells one event of a class from another, under a name that all languages share.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Trait {
    /// The name.
    pub(crate) name: &'static str,
    /// The words, folded, all forms.
    pub(crate) words: &'static str,
}

/// An event that the world dates by its name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WellKnown {
    /// Words, folded, that name it where they stand together.
    pub(crate) words: &'static str,
    /// The name of its class.
    pub(crate) class: &'static str,
    pub(crate) year: i32,
    pub(crate) month: u8,
    pub(crate) day: u8,
    /// Whether the words are only its day and month.
    pub(crate) day_alone: bool,
}

impl WellKnown {
    /// An event with a name.
    pub(crate) const fn named(
        words: &'static str,
        class: &'static str,
        (year, month, day): (i32, u8, u8),
    ) -> Self {
        Self { words, class, year, month, day, day_alone: false }
    }

    /// An event that its day and month name.
    pub(crate) const fn by_day(
        words: &'static str,
        class: &'static str,
        (year, month, day): (i32, u8, u8),
    ) -> Self {
        Self { words, class, year, month, day, day_alone: true }
    }
}

/// The words of a language for what happens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Happenings {
    pub(crate) classes: &'static [Class],
    pub(crate) traits: &'static [Trait],
    /// Verbs that only carry the noun that tells what happens: "mener une attaque", "carry out".
    pub(crate) support: &'static str,
    /// Forms that the paradigms do not make, of verbs that carry a noun.
    pub(crate) irregular: &'static [(&'static str, &'static str)],
    /// What makes a verb reflexive, before it: it is found without.
    pub(crate) reflexive: &'static [&'static str],
    /// Verbs that tell how things are, not what happens.
    pub(crate) states: &'static str,
    /// Words, folded, that make a noun phrase refer to what is known: definite, demonstrative and
    /// possessive determiners.
    pub(crate) definite: &'static str,
    pub(crate) demonstrative: &'static str,
    pub(crate) possessive: &'static str,
    pub(crate) indefinite: &'static str,
    /// Prepositions, folded: an object ends before them.
    pub(crate) prepositions: &'static str,
    /// Nouns, folded, that only carry a date: "au cours de", "la journée du", "the end of".
    pub(crate) time_nouns: &'static str,
    /// Words, folded, that tie a date to the noun before it: "de", "of".
    pub(crate) of: &'static str,
    /// Words, folded, that lead to a date and are no part of a label: "en", "in", "le".
    pub(crate) leads: &'static str,
    /// Words, folded, that make an amount the most that passes after what was told: "en quelques
    /// heures", "within hours".
    pub(crate) soon: &'static str,
    /// Words, folded, that make an amount the most there is: "jusqu'à", "up to".
    pub(crate) up_to: &'static str,
    /// Words, folded, with which the end of a window is told: "expirer", "horizon".
    pub(crate) expiry: &'static str,
    /// Verbs, folded, all forms, that tell a phase of their subject: "begin", "end".
    pub(crate) phases: &'static str,
    /// Whether "after" and "before" begin a clause without "that": "after the dam broke".
    pub(crate) clause_after_preposition: bool,
    /// Capitals and peoples that stand for one another: forms of one name, folded, the first names it.
    pub(crate) peoples: &'static [&'static str],
    /// Events that the world dates by their names.
    pub(crate) well_known: &'static [WellKnown],
    /// Words too common to tell events apart.
    pub(crate) common: &'static str,
}

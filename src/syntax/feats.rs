//! What the form of a word says: a packed set of features.

use super::tag::names;

names! {
    /// The form of a verb.
    VerbForm {
        /// Finite.
        Fin = "Fin",
        /// Infinitive.
        Inf = "Inf",
        /// Participle: [`Feats::tense`] tells past from present.
        Part = "Part",
        /// English gerund.
        Ger = "Ger",
    }
}
names! {
    /// The mood of a finite verb. English "would", "could" have none.
    Mood {
        /// Indicative.
        Ind = "Ind",
        /// Imperative.
        Imp = "Imp",
        /// French conditional.
        Cnd = "Cnd",
        /// Subjunctive.
        Sub = "Sub",
    }
}
names! {
    /// The tense of one word; compound tenses are read off the tree.
    Tense {
        /// Present.
        Pres = "Pres",
        /// Past: French passé simple, English past, past participle.
        Past = "Past",
        /// French imperfect.
        Imp = "Imp",
        /// French future. English "will" has none: its lemma tells.
        Fut = "Fut",
    }
}
names! {
    /// Grammatical number.
    Number {
        /// One.
        Sing = "Sing",
        /// Several.
        Plur = "Plur",
    }
}
names! {
    /// Grammatical gender.
    Gender {
        /// Masculine.
        Masc = "Masc",
        /// Feminine.
        Fem = "Fem",
        /// Neuter.
        Neut = "Neut",
    }
}
names! {
    /// Voice, where the form says it: participles.
    Voice {
        /// Active.
        Act = "Act",
        /// Passive.
        Pass = "Pass",
    }
}
names! {
    /// Whether a determiner makes its noun definite.
    Definite {
        /// "The".
        Def = "Def",
        /// "A".
        Ind = "Ind",
    }
}
names! {
    /// What a pronoun, determiner or adverb points with.
    PronType {
        /// Article.
        Art = "Art",
        /// Demonstrative.
        Dem = "Dem",
        /// Indefinite.
        Ind = "Ind",
        /// Interrogative.
        Int = "Int",
        /// Negative: "aucun", "nobody".
        Neg = "Neg",
        /// Personal or possessive.
        Prs = "Prs",
        /// Relative.
        Rel = "Rel",
        /// Total: "tout", "all".
        Tot = "Tot",
    }
}
names! {
    /// What is written together with a word and is a word of its own in grammar.
    Clitic {
        /// "n't", "cannot".
        Not = "Not",
        /// Possessive: "city's", "workers'".
        Poss = "Poss",
        /// "'m", "'re", "'s" where it is a form of "be".
        Be = "Be",
        /// "'ve", "'s" or "'d" where it is a form of "have".
        Have = "Have",
        /// "'ll".
        Will = "Will",
        /// "'d" where it is "would".
        Would = "Would",
        /// Another: "let's", "wanna".
        Other = "Other",
    }
}

/// What the form of a word says. Each is absent where the form does not say it.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Feats(u32);

macro_rules! fields {
    ($($(#[$doc:meta])* $get:ident, $with:ident: $kind:ident at $shift:literal, $bits:literal;)*) => {
        impl Feats {
            $(
                $(#[$doc])*
                pub(crate) fn $get(self) -> Option<$kind> {
                    let place = self.0 >> $shift & ((1 << $bits) - 1);
                    $kind::nth((place as usize).checked_sub(1)?)
                }

                /// With that set.
                pub(crate) fn $with(self, value: $kind) -> Self {
                    let rest = self.0 & !(((1 << $bits) - 1) << $shift);
                    Feats(rest | (value as u32 + 1) << $shift)
                }
            )*
        }
    };
}

fields! {
    /// The form, of a verb or an auxiliary.
    verb_form, with_verb_form: VerbForm at 0, 3;
    /// The mood.
    mood, with_mood: Mood at 3, 3;
    /// The tense of the form.
    tense, with_tense: Tense at 6, 3;
    /// The number.
    number, with_number: Number at 9, 2;
    /// The gender.
    gender, with_gender: Gender at 11, 2;
    /// The voice.
    voice, with_voice: Voice at 13, 2;
    /// Of determiners.
    definite, with_definite: Definite at 15, 2;
    /// Of pronouns, determiners and adverbs.
    pron_type, with_pron_type: PronType at 17, 4;
    /// What is written together with it.
    clitic, with_clitic: Clitic at 21, 3;
}

impl Feats {
    const PERSON: u32 = 24;
    const NEGATIVE: u32 = 1 << 26;
    const POSSESSIVE: u32 = 1 << 27;
    const ORDINAL: u32 = 1 << 28;

    /// The person, 1 to 3.
    pub(crate) fn person(self) -> Option<u8> {
        match self.0 >> Self::PERSON & 3 {
            0 => None,
            person => Some(person as u8),
        }
    }

    /// With that person, 1 to 3.
    pub(crate) fn with_person(self, person: u8) -> Self {
        Feats(self.0 & !(3 << Self::PERSON) | u32::from(person.min(3)) << Self::PERSON)
    }

    /// Whether it denies: "not", "ne", "pas", "don't".
    pub(crate) fn is_negative(self) -> bool {
        self.0 & Self::NEGATIVE != 0
    }

    /// As one that denies.
    pub(crate) fn negative(self) -> Self {
        Feats(self.0 | Self::NEGATIVE)
    }

    /// Whether it is a possessive determiner or pronoun: "son", "their".
    pub(crate) fn is_possessive(self) -> bool {
        self.0 & Self::POSSESSIVE != 0
    }

    /// As a possessive.
    pub(crate) fn possessive(self) -> Self {
        Feats(self.0 | Self::POSSESSIVE)
    }

    /// Whether it is an ordinal: "troisième".
    pub(crate) fn is_ordinal(self) -> bool {
        self.0 & Self::ORDINAL != 0
    }

    /// As an ordinal.
    pub(crate) fn ordinal(self) -> Self {
        Feats(self.0 | Self::ORDINAL)
    }

    /// All of it in one number, for tables.
    pub(crate) fn bits(self) -> u32 {
        self.0
    }

    /// Back from [`bits`](Self::bits); what no field can hold is absent.
    pub(crate) fn from_bits(bits: u32) -> Self {
        Feats(bits)
    }

    /// Reads `Mood=Ind|Tense=Pres`; what is not kept here is left out.
    pub(crate) fn read(text: &str) -> Self {
        let mut feats = Feats::default();
        for (name, value) in text.split('|').filter_map(|pair| pair.split_once('=')) {
            feats = feats.set(name, value);
        }
        feats
    }

    fn set(self, name: &str, value: &str) -> Self {
        match name {
            "VerbForm" => VerbForm::of(value).map_or(self, |value| self.with_verb_form(value)),
            "Mood" => Mood::of(value).map_or(self, |value| self.with_mood(value)),
            "Tense" => Tense::of(value).map_or(self, |value| self.with_tense(value)),
            "Number" => Number::of(value).map_or(self, |value| self.with_number(value)),
            "Gender" => Gender::of(value).map_or(self, |value| self.with_gender(value)),
            "Voice" => Voice::of(value).map_or(self, |value| self.with_voice(value)),
            "Definite" => Definite::of(value).map_or(self, |value| self.with_definite(value)),
            "PronType" => PronType::of(value).map_or(self, |value| self.with_pron_type(value)),
            "Person" => value.parse().map_or(self, |person| self.with_person(person)),
            "Polarity" if value == "Neg" => self.negative(),
            "Poss" => self.possessive(),
            "NumType" if value == "Ord" => self.ordinal(),
            _ => self,
        }
    }
}

impl std::fmt::Display for Feats {
    /// As treebanks write it, in the order of the names; `_` for none. `Clitic` is our own.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let person = self.person().map(|person| ["1", "2", "3"][usize::from(person - 1) % 3]);
        let pairs = [
            ("Clitic", self.clitic().map(Clitic::name)),
            ("Definite", self.definite().map(Definite::name)),
            ("Gender", self.gender().map(Gender::name)),
            ("Mood", self.mood().map(Mood::name)),
            ("NumType", self.is_ordinal().then_some("Ord")),
            ("Number", self.number().map(Number::name)),
            ("Person", person),
            ("Polarity", self.is_negative().then_some("Neg")),
            ("Poss", self.is_possessive().then_some("Yes")),
            ("PronType", self.pron_type().map(PronType::name)),
            ("Tense", self.tense().map(Tense::name)),
            ("VerbForm", self.verb_form().map(VerbForm::name)),
            ("Voice", self.voice().map(Voice::name)),
        ];
        let mut between = "";
        for (name, value) in pairs {
            if let Some(value) = value {
                write!(f, "{between}{name}={value}")?;
                between = "|";
            }
        }
        if between.is_empty() { f.write_str("_") } else { Ok(()) }
    }
}

impl std::fmt::Debug for Feats {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Feats({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::{Clitic, Feats};

    #[test]
    fn features_are_read_and_written_as_treebanks_do() {
        for text in [
            "Mood=Ind|Number=Plur|Person=3|Tense=Fut|VerbForm=Fin",
            "Gender=Fem|Number=Sing|Tense=Past|VerbForm=Part|Voice=Pass",
            "Polarity=Neg",
            "Definite=Def|Gender=Masc|Number=Sing|PronType=Art",
            "_",
        ] {
            assert_eq!(Feats::read(text).to_string(), text);
            assert_eq!(Feats::from_bits(Feats::read(text).bits()), Feats::read(text));
        }
        assert_eq!(Feats::read("Case=Nom|NumType=Card|Number=Ptan"), Feats::default());
        let poss = Feats::read("Number=Sing").with_clitic(Clitic::Poss);
        assert_eq!(poss.to_string(), "Clitic=Poss|Number=Sing");
    }
}

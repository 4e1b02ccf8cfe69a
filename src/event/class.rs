//! Classes of events: which words tell of which kind of thing.

use crate::article::Language;
use crate::event::vocabulary::{Phrase, Traits, VerbRole, Vocabulary};
use crate::lang;
use crate::lang::lexicon::words_of;

use super::table::{self, Property};

/// Traits by kind: one event has only one of each.
static TRAITS: &[&[&str]] = &[
    &["public", "private"],
    &["first", "second", "third", "last", "new"],
    &["presidential", "legislative", "municipal"],
    &["suicide"],
];

/// Whether a word for an event is a noun or a verb.
///
/// ```
/// use frise::{Classes, Language, WordKind};
/// let mut classes = Classes::new();
/// classes.add(Language::En, "launch", WordKind::Noun, "lift-off");
/// assert_eq!(classes.of(Language::En, "lift-off"), Some("launch"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WordKind {
    /// "Attaque", "warning".
    Noun,
    /// "Attaquer", "warn".
    Verb,
}

/// The words for events, by class and language.
///
/// ```
/// use frise::{Classes, Language, WordKind};
/// let mut classes = Classes::new();
/// classes.add(Language::Fr, "lahar", WordKind::Noun, "lahar");
/// assert_eq!(classes.of(Language::Fr, "lahars"), Some("lahar"));
/// assert_eq!(classes.of(Language::En, "attacked"), Some("attack"));
/// ```
#[derive(Clone, Debug)]
pub struct Classes {
    names: Vec<String>,
    properties: Vec<Property>,
    /// For each class those it is kin to, itself not among them.
    kin: Vec<Vec<usize>>,
    vocabularies: Vec<Vocabulary>,
}

impl Default for Classes {
    fn default() -> Self {
        Self::new()
    }
}

impl Classes {
    /// The classes that come with the crate.
    pub fn new() -> Self {
        let vocabularies = (Language::ALL.iter())
            .map(|language| lang::grammar(*language))
            .map(|grammar| Vocabulary::new(grammar.happenings, trait_of))
            .collect();
        let mut classes =
            Classes { names: Vec::new(), properties: Vec::new(), kin: Vec::new(), vocabularies };
        for &language in Language::ALL {
            let happenings = lang::grammar(language).happenings;
            for class in happenings.classes {
                for noun in listed(class.nouns) {
                    classes.add(language, class.name, WordKind::Noun, noun);
                }
                for verb in listed(class.verbs) {
                    classes.add(language, class.name, WordKind::Verb, verb);
                }
            }
            for verb in listed(happenings.support) {
                classes.add_verb(language, None, verb, VerbRole::Support);
            }
            for verb in listed(happenings.states) {
                classes.add_verb(language, None, verb, VerbRole::State);
            }
        }
        classes
    }

    /// Adds a word, or several, for a class, which is made where there is none of that name: a noun
    /// in the singular, a verb in the infinitive. Its other forms are made by rule.
    pub fn add(&mut self, language: Language, class: &str, kind: WordKind, words: &str) {
        let class = self.class_id(class);
        match kind {
            WordKind::Noun => {
                let inflection = lang::grammar(language).inflection;
                // The plural of a phrase is that of its first noun.
                let (head, rest) = words.split_once(' ').unwrap_or((words, ""));
                let plural = format!("{} {rest}", inflection.plural(head));
                let english_plural = format!("{} {}", head, inflection.plural(rest));
                let noun = |is_plural| Phrase {
                    rest: Vec::new(),
                    class: Some(class),
                    is_noun: true,
                    is_plural,
                    role: VerbRole::Full,
                };
                let vocabulary = self.vocabulary_mut(language);
                vocabulary.insert(words, noun(false));
                vocabulary.insert(&plural, noun(true));
                if !rest.is_empty() {
                    vocabulary.insert(&english_plural, noun(true));
                }
            }
            WordKind::Verb => self.add_verb(language, Some(class), words, VerbRole::Full),
        }
    }

    /// Says what is known of a class, which is made where there is none of that name: its properties,
    /// and the classes under which the same event can be told.
    pub fn describe(&mut self, class: &str, properties: Property, kin: &[&str]) {
        let id = self.class_id(class);
        if let Some(own) = self.properties.get_mut(id) {
            *own = *own | properties;
        }
        for name in kin {
            let other = self.class_id(name);
            for (one, another) in [(id, other), (other, id)] {
                if let Some(known) = self.kin.get_mut(one)
                    && one != another
                    && !known.contains(&another)
                {
                    known.push(another);
                }
            }
        }
    }

    /// Whether a class has a property.
    pub fn has(&self, class: &str, property: Property) -> bool {
        self.id_of(class).is_some_and(|class| self.is(class, property))
    }

    /// The first class that has a property.
    pub(crate) fn first_with(&self, property: Property) -> Option<usize> {
        self.properties.iter().position(|own| own.has(property))
    }

    /// Whether the class of a number has a property.
    pub(crate) fn is(&self, class: usize, property: Property) -> bool {
        self.properties.get(class).is_some_and(|own| own.has(property))
    }

    /// The class of a word or phrase.
    pub fn of(&self, language: Language, words: &str) -> Option<&str> {
        let mut words = words_of(words);
        let first = words.next()?;
        let rest: Vec<String> = words.collect();
        let phrases = &self.vocabulary(language).of_folded(&first).phrases;
        let phrase = phrases.iter().find(|phrase| phrase.rest == rest)?;
        self.name(phrase.class?)
    }

    /// The number of a class.
    pub(crate) fn id_of(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name)
    }

    pub(crate) fn name(&self, class: usize) -> Option<&str> {
        self.names.get(class).map(String::as_str)
    }

    /// The words of a language that say something of events.
    pub(crate) fn vocabulary(&self, language: Language) -> &Vocabulary {
        &self.vocabularies[language.index()]
    }

    /// Whether one event can be told of under both classes.
    pub(crate) fn are_kin(&self, a: usize, b: usize) -> bool {
        a == b || self.kin.get(a).is_some_and(|kin| kin.contains(&b))
    }

    fn class_id(&mut self, name: &str) -> usize {
        match self.names.iter().position(|known| known == name) {
            Some(id) => id,
            None => {
                self.names.push(name.to_owned());
                self.properties.push(Property::NONE);
                self.kin.push(Vec::new());
                let id = self.names.len() - 1;
                if let Some(entry) = table::entry(name) {
                    self.describe(name, entry.properties, entry.kin);
                }
                id
            }
        }
    }

    fn add_verb(&mut self, language: Language, class: Option<usize>, words: &str, role: VerbRole) {
        // "S'emparer" is found by its verb.
        let happenings = lang::grammar(language).happenings;
        let reflexive = happenings.reflexive.iter();
        let words = reflexive.fold(words, |words, own| words.strip_prefix(own).unwrap_or(words));
        let (verb, rest) = words.split_once(' ').unwrap_or((words, ""));
        let mut forms: Vec<String> = Vec::new();
        let inflection = lang::grammar(language).inflection;
        inflection.inflect(verb, |form| forms.push(form.to_owned()));
        for (lemma, irregular) in happenings.irregular {
            if *lemma == verb {
                forms.extend(irregular.split_whitespace().map(str::to_owned));
            }
        }
        let vocabulary = self.vocabulary_mut(language);
        for form in forms {
            let phrase = Phrase { rest: Vec::new(), class, is_noun: false, is_plural: false, role };
            vocabulary.insert(&format!("{form} {rest}"), phrase);
        }
    }

    fn vocabulary_mut(&mut self, language: Language) -> &mut Vocabulary {
        &mut self.vocabularies[language.index()]
    }
}

/// The items of a list between commas.
pub(crate) fn listed(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(',').map(str::trim).filter(|item| !item.is_empty())
}

/// The trait of a name, as a set.
fn trait_of(name: &str) -> Traits {
    let names = TRAITS.iter().flat_map(|kind| kind.iter());
    Traits(set_of(names.map(|known| *known == name)))
}

/// Whether two sets of traits cannot be of one event: of a kind of which both have one, the first has
/// one that the second has not.
pub(crate) fn exclude(a: Traits, b: Traits) -> bool {
    let mut before = 0;
    TRAITS.iter().any(|kind| {
        let all = ((1 << kind.len()) - 1) << before;
        before += kind.len();
        a.0 & all & !b.0 != 0 && b.0 & all != 0
    })
}

/// The places of what is so, as bits.
fn set_of(so: impl Iterator<Item = bool>) -> u32 {
    so.zip(0..u32::BITS).fold(0, |set, (so, place)| set | u32::from(so) << place)
}

#[cfg(test)]
mod tests {
    use super::{Classes, Property, TRAITS, WordKind, exclude, table, trait_of};
    use crate::article::Language;
    use crate::event::vocabulary::Traits;

    #[test]
    fn both_languages_name_one_class() {
        let classes = Classes::new();
        for (fr, en, class) in [
            ("l'attentat", "attack", "attack"),
            ("attentats", "attacks", "attack"),
            ("avertissement", "warning", "warning"),
            ("revendiqué", "claims of responsibility", "claim-of-responsibility"),
            ("rejeté", "rejected", "rejection"),
            ("prises d'otages", "hostage-taking", "attack"),
            ("coups d'État", "coups", "coup"),
            ("renversèrent", "overthrew", "defeat"),
            ("tremblement de terre", "earthquakes", "earthquake"),
            ("mise en garde", "advisories", "warning"),
            ("grèves", "walkouts", "labour-strike"),
        ] {
            let fr = fr.trim_start_matches("l'");
            assert_eq!(classes.of(Language::Fr, fr), Some(class), "{fr}");
            assert_eq!(classes.of(Language::En, en), Some(class), "{en}");
        }
    }

    #[test]
    fn there_are_more_than_thirty_classes_and_the_caller_can_add_one() {
        let mut classes = Classes::new();
        assert!(30 < classes.names.len());
        classes.add(Language::En, "mudflow", WordKind::Verb, "slide down");
        assert_eq!(classes.of(Language::En, "slid down"), None);
        assert_eq!(classes.of(Language::En, "slides down"), Some("mudflow"));
    }

    #[test]
    fn traits_exclude_each_other_only_within_a_kind() {
        let set = |names: &[&str]| {
            names.iter().fold(Traits::default(), |set, name| set.with(trait_of(name)))
        };
        let excludes = |a: &[&str], b: &[&str]| exclude(set(a), set(b));
        assert!(excludes(&["public"], &["private"]));
        assert!(!excludes(&["public"], &["public", "first"]));
        assert!(!excludes(&["public"], &["first"]));
        assert!(excludes(&["first"], &["second"]));
        assert!(excludes(&["first", "new"], &["new"]), "the second is not the first");
        assert!(!excludes(&["new"], &["first", "new"]));
        assert!(!excludes(&["suicide"], &["suicide"]));
    }

    #[test]
    fn every_trait_of_the_languages_has_a_place() {
        assert!(TRAITS.iter().map(|kind| kind.len()).sum::<usize>() <= 32);
        for &language in Language::ALL {
            for kind in crate::lang::grammar(language).happenings.traits {
                assert!(!trait_of(kind.name).is_empty(), "{}", kind.name);
            }
        }
    }

    #[test]
    fn every_class_of_the_languages_is_in_the_table_and_every_entry_has_words() {
        let classes = Classes::new();
        for name in &classes.names {
            assert!(table::entry(name).is_some(), "{name} is not in the table");
        }
        for entry in table::TABLE {
            let has_words = Language::ALL.iter().all(|&language| {
                let of = crate::lang::grammar(language).happenings.classes;
                of.iter().any(|class| class.name == entry.name)
            });
            assert!(has_words, "{} has no words in some language", entry.name);
        }
    }

    #[test]
    fn kin_goes_both_ways_and_a_caller_can_say_it() {
        let mut classes = Classes::new();
        let id = |classes: &Classes, name| classes.id_of(name).expect("there is such a class");
        for entry in table::TABLE {
            for kin in entry.kin {
                let (a, b) = (id(&classes, entry.name), id(&classes, kin));
                assert!(classes.are_kin(a, b) && classes.are_kin(b, a), "{} {kin}", entry.name);
            }
        }
        let (death, attack) = (id(&classes, "death"), id(&classes, "attack"));
        assert!(!classes.are_kin(death, attack), "kinship is not handed on");
        classes.describe("lahar", Property::NATURAL, &["flood"]);
        assert!(classes.are_kin(id(&classes, "flood"), id(&classes, "lahar")));
        assert!(classes.has("lahar", Property::NATURAL) && !classes.has("lahar", Property::ONCE));
    }

    #[test]
    fn a_deed_is_one_class_as_a_noun_and_as_a_verb_in_every_language() {
        let classes = Classes::new();
        for (language, noun, verb, class) in [
            (Language::Fr, "démission", "démissionné", "resignation"),
            (Language::En, "resignation", "resigned", "resignation"),
            (Language::Fr, "décès", "meurt", "death"),
            (Language::En, "death", "died", "death"),
        ] {
            assert_eq!(classes.of(language, noun), Some(class), "{noun}");
            assert_eq!(classes.of(language, verb), Some(class), "{verb}");
        }
    }
}

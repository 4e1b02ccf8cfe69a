//! Classes of events: which words tell of which kind of thing.

use std::collections::BTreeMap;

use crate::article::Language;
use crate::lang;
use crate::lang::cue::Cue;
use crate::lang::fold::{fold, fold_char};
use crate::lang::input::Source;
use crate::lang::lexicon::words_of;
use crate::lang::token::{Gap, Kind};

/// Classes between which words move: an attack can be told of as a shooting.
static KIN: &[&[&str]] = &[
    &["attack", "shooting", "explosion", "killing"],
    &["attack", "military-strike", "offensive"],
    &["warning", "advice", "announcement"],
    &["statement", "announcement", "speech", "accusation", "condemnation"],
    &["statement", "rejection"],
    &["report", "publication"],
    &["publication", "statement", "announcement"],
    &["war", "offensive", "invasion"],
    &["capture", "defeat"],
    &["meeting", "negotiation", "visit"],
    &["briefing", "warning"],
    &["election", "vote"],
    &["killing", "death"],
    &["verdict", "condemnation", "ruling"],
    &["accident", "crash"],
    &["law", "vote"],
];

/// Traits of which one event has only one.
static EXCLUDE: &[&[&str]] = &[
    &["public", "private"],
    &["first", "second", "third", "last", "new"],
    &["presidential", "legislative", "municipal"],
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
    languages: [Words; Language::ALL.len()],
}

#[derive(Clone, Debug, Default)]
struct Words {
    /// By the first word, folded; longest phrase first.
    phrases: BTreeMap<String, Vec<Phrase>>,
    traits: BTreeMap<String, &'static str>,
    peoples: BTreeMap<String, &'static str>,
}

/// A phrase of the class lexicon after its first word.
#[derive(Clone, Debug, PartialEq)]
struct Phrase {
    rest: Vec<String>,
    class: Option<usize>,
    is_noun: bool,
    is_plural: bool,
    form: Cue,
    /// Whether it only carries a noun, or tells a state.
    role: VerbRole,
}

/// What a verb does for its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbRole {
    /// It tells what happens.
    Full,
    /// It carries the noun that tells.
    Support,
    /// It tells how things are.
    State,
}

/// A word of the class lexicon where it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) class: Option<usize>,
    pub(crate) is_noun: bool,
    pub(crate) is_plural: bool,
    pub(crate) role: VerbRole,
    /// The token after its last.
    pub(crate) to: usize,
}

impl Default for Classes {
    fn default() -> Self {
        Self::new()
    }
}

impl Classes {
    /// The classes that come with the crate.
    pub fn new() -> Self {
        let mut classes = Classes { names: Vec::new(), languages: Default::default() };
        for language in Language::ALL {
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
            let words = classes.words_mut(language);
            for kind in happenings.traits {
                for word in kind.words.split_whitespace() {
                    words.traits.insert(word.to_owned(), kind.name);
                }
            }
            for forms in happenings.peoples {
                let Some(name) = forms.split_whitespace().next() else { continue };
                for form in forms.split_whitespace() {
                    words.peoples.insert(form.to_owned(), name);
                }
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
                let verbs = lang::grammar(language).verbs;
                // The plural of a phrase is that of its first noun.
                let (head, rest) = words.split_once(' ').unwrap_or((words, ""));
                let plural = format!("{} {rest}", verbs.plural(head));
                let english_plural = format!("{} {}", head, verbs.plural(rest));
                let noun = |is_plural| Phrase {
                    rest: Vec::new(),
                    class: Some(class),
                    is_noun: true,
                    is_plural,
                    form: Cue::default(),
                    role: VerbRole::Full,
                };
                self.insert(language, words, noun(false));
                self.insert(language, &plural, noun(true));
                if !rest.is_empty() {
                    self.insert(language, &english_plural, noun(true));
                }
            }
            WordKind::Verb => self.add_verb(language, Some(class), words, VerbRole::Full),
        }
    }

    /// The class of a word or phrase.
    pub fn of(&self, language: Language, words: &str) -> Option<&str> {
        let mut words = words_of(words);
        let first = words.next()?;
        let rest: Vec<String> = words.collect();
        let phrase =
            self.words(language).phrases.get(&first)?.iter().find(|phrase| phrase.rest == rest)?;
        self.name(phrase.class?)
    }

    /// The number of a class.
    pub(crate) fn id_of(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|known| known == name)
    }

    pub(crate) fn name(&self, class: usize) -> Option<&str> {
        self.names.get(class).map(String::as_str)
    }

    /// The word of the lexicon that begins at a token, the longest; nouns before verbs where
    /// `noun_first`.
    pub(crate) fn at(
        &self,
        language: Language,
        source: Source<'_>,
        at: usize,
        noun_first: bool,
    ) -> Option<Found> {
        let token = source.tokens.get(at).filter(|token| token.kind == Kind::Word)?;
        let text = source.text.get(token.start as usize..token.end as usize)?;
        let mut key = [0; 32];
        let key = fold_key(text, &mut key)?;
        let phrases = self.words(language).phrases.get(key)?;
        let mut best: Option<Found> = None;
        for phrase in phrases {
            let Some(to) = rest_at(source, at + 1, &phrase.rest) else { continue };
            let found = Found {
                class: phrase.class,
                is_noun: phrase.is_noun,
                is_plural: phrase.is_plural,
                role: phrase.role,
                to,
            };
            let better = best.is_none_or(|best| {
                (best.to, best.is_noun == noun_first, best.role == VerbRole::Full)
                    < (to, found.is_noun == noun_first, found.role == VerbRole::Full)
            });
            if better {
                best = Some(found);
            }
        }
        best
    }

    /// The trait that a folded word gives an event.
    pub(crate) fn trait_of(&self, language: Language, folded: &str) -> Option<&'static str> {
        self.words(language).traits.get(folded).copied()
    }

    /// The name that a folded word stands for, where it is a people, a capital or a country.
    pub(crate) fn people(&self, language: Language, folded: &str) -> Option<&'static str> {
        self.words(language).peoples.get(folded).copied()
    }

    /// Whether one event can be told of under both classes.
    pub(crate) fn are_kin(&self, a: usize, b: usize) -> bool {
        let (Some(a), Some(b)) = (self.name(a), self.name(b)) else { return false };
        a == b || KIN.iter().any(|kin| kin.contains(&a) && kin.contains(&b))
    }

    fn class_id(&mut self, name: &str) -> usize {
        match self.names.iter().position(|known| known == name) {
            Some(id) => id,
            None => {
                self.names.push(name.to_owned());
                self.names.len() - 1
            }
        }
    }

    fn add_verb(&mut self, language: Language, class: Option<usize>, words: &str, role: VerbRole) {
        // "S'emparer" is found by its verb.
        let words = words.strip_prefix("s'").or(words.strip_prefix("se ")).unwrap_or(words);
        let (verb, rest) = words.split_once(' ').unwrap_or((words, ""));
        let mut forms: Vec<(String, Cue)> = Vec::new();
        let verbs = lang::grammar(language).verbs;
        verbs.inflect(verb, |form, cue| forms.push((form.to_owned(), cue)));
        for (lemma, irregular) in IRREGULAR {
            if *lemma == verb {
                forms.extend(irregular.split_whitespace().map(|form| (form.to_owned(), Cue::PAST)));
            }
        }
        for (form, cue) in forms {
            let phrase = Phrase {
                rest: Vec::new(),
                class,
                is_noun: false,
                is_plural: false,
                form: cue,
                role,
            };
            self.insert(language, &format!("{form} {rest}"), phrase);
        }
    }

    fn insert(&mut self, language: Language, words: &str, mut phrase: Phrase) {
        let mut words = words_of(words);
        let Some(first) = words.next() else { return };
        phrase.rest = words.collect();
        let phrases = self.words_mut(language).phrases.entry(first).or_default();
        // Forms that fold alike are one.
        let known = phrases.iter().any(|known| {
            known.rest == phrase.rest
                && known.is_noun == phrase.is_noun
                && (known.class == phrase.class || known.class.is_some() && phrase.class.is_none())
        });
        if !known {
            phrases.push(phrase);
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
    }

    fn words(&self, language: Language) -> &Words {
        let at = Language::ALL.iter().position(|known| *known == language).unwrap_or(0);
        &self.languages[at]
    }

    fn words_mut(&mut self, language: Language) -> &mut Words {
        let at = Language::ALL.iter().position(|known| *known == language).unwrap_or(0);
        &mut self.languages[at]
    }
}

/// Forms that the paradigms do not make, of verbs that carry a noun.
static IRREGULAR: &[(&str, &str)] = &[
    ("avoir", "a ont avait avaient eut eurent eu aura auront aurait ait"),
    ("être", "est sont était étaient fut furent été sera seront serait soit"),
    ("faire", "fait font faisait faisaient fit firent faite faites fera feront ferait"),
    ("dire", "dit disent disait disaient dirent dite dites dira"),
    ("be", "is are was were been am being"),
    ("have", "has had having"),
    ("make", "made"),
    ("hold", "held"),
    ("do", "did done does"),
    ("get", "got gotten getting"),
    ("come", "came"),
    ("put", "putting"),
    ("send", "sent"),
    ("hear", "heard"),
    ("say", "said says"),
    ("find", "found"),
    ("bear", "born"),
    ("know", "knew known"),
    ("mean", "meant"),
    ("go", "went gone goes"),
    ("tell", "told"),
];

/// The items of a list between commas.
pub(crate) fn listed(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split(',').map(str::trim).filter(|item| !item.is_empty())
}

/// Whether two sets of traits cannot be of one event.
pub(crate) fn exclude(a: &[&str], b: &[&str]) -> bool {
    EXCLUDE.iter().any(|set| {
        a.iter()
            .any(|a| set.contains(a) && b.iter().any(|other| set.contains(other)) && !b.contains(a))
    })
}

/// The token after some words, which stand at a token with joints between.
fn rest_at(source: Source<'_>, mut at: usize, rest: &[String]) -> Option<usize> {
    for word in rest {
        let mut token = source.tokens.get(at)?;
        if matches!(token.kind, Kind::Mark(b'\'' | b'-')) && token.gap == Gap::None {
            at += 1;
            token = source.tokens.get(at)?;
        }
        if token.gap == Gap::Break {
            return None;
        }
        let text = source.text.get(token.start as usize..token.end as usize)?;
        if !lang::fold::folds_to(text, word) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// A word folded into a buffer; `None` for words longer than any in the tables.
pub(crate) fn fold_key<'k>(word: &str, key: &'k mut [u8; 32]) -> Option<&'k str> {
    let mut len = 0;
    for (first, second) in word.chars().filter_map(fold_char) {
        for c in std::iter::once(first).chain(second) {
            let room = key.get_mut(len..len + c.len_utf8())?;
            c.encode_utf8(room);
            len += c.len_utf8();
        }
    }
    std::str::from_utf8(key.get(..len)?).ok()
}

/// A word folded, for keys that are kept.
pub(crate) fn folded_word(word: &str) -> String {
    fold(word)
}

#[cfg(test)]
mod tests {
    use super::{Classes, WordKind, exclude};
    use crate::article::Language;

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
        assert!(exclude(&["public"], &["private"]));
        assert!(!exclude(&["public"], &["public", "first"]));
        assert!(!exclude(&["public"], &["first"]));
        assert!(exclude(&["first"], &["second"]));
    }
}

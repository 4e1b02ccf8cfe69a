//! What the words of a language say of events: one look a word tells all of it.

use std::collections::BTreeMap;

use crate::lang::classes::Happenings;
use crate::lang::fold::{fold_char, folds_to};
use crate::lang::input::Source;
use crate::lang::lexicon::words_of;
use crate::lang::table::{Key, Table};
use crate::lang::token::{Gap, Kind};

/// What part a word plays around the nouns and verbs that tell of events, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Part(u16);

impl Part {
    pub(crate) const DEFINITE: Part = Part(1);
    pub(crate) const DEMONSTRATIVE: Part = Part(1 << 1);
    pub(crate) const POSSESSIVE: Part = Part(1 << 2);
    pub(crate) const INDEFINITE: Part = Part(1 << 3);
    pub(crate) const PREPOSITION: Part = Part(1 << 4);
    /// A noun that only carries a date: "au cours de".
    pub(crate) const TIME_NOUN: Part = Part(1 << 5);
    /// A word that ties a date to the noun before it.
    pub(crate) const OF: Part = Part(1 << 6);
    /// A word that leads to a date and is no part of a label.
    pub(crate) const LEADS: Part = Part(1 << 7);
    /// A word that makes an amount the most that passes after what was told.
    pub(crate) const SOON: Part = Part(1 << 8);
    /// A word that makes an amount the most there is.
    pub(crate) const UP_TO: Part = Part(1 << 9);
    /// A word with which the end of a window is told.
    pub(crate) const EXPIRY: Part = Part(1 << 10);
    /// A verb that tells a phase of its subject.
    pub(crate) const PHASE: Part = Part(1 << 11);
    /// A word too common to tell events apart.
    pub(crate) const COMMON: Part = Part(1 << 12);

    pub(crate) const fn or(self, other: Part) -> Part {
        Part(self.0 | other.0)
    }

    pub(crate) fn has(self, other: Part) -> bool {
        self.0 & other.0 != 0
    }

    /// The words of a language by the parts they play.
    fn listed(words: &Happenings) -> [(Part, &'static str); 13] {
        [
            (Part::DEFINITE, words.definite),
            (Part::DEMONSTRATIVE, words.demonstrative),
            (Part::POSSESSIVE, words.possessive),
            (Part::INDEFINITE, words.indefinite),
            (Part::PREPOSITION, words.prepositions),
            (Part::TIME_NOUN, words.time_nouns),
            (Part::OF, words.of),
            (Part::LEADS, words.leads),
            (Part::SOON, words.soon),
            (Part::UP_TO, words.up_to),
            (Part::EXPIRY, words.expiry),
            (Part::PHASE, words.phases),
            (Part::COMMON, words.common),
        ]
    }
}

/// Traits of an event ("public", "first"), as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Traits(pub(crate) u32);

impl Traits {
    pub(crate) fn with(self, other: Traits) -> Traits {
        Traits(self.0 | other.0)
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many two sets have in common.
    pub(crate) fn shared(self, other: Traits) -> i32 {
        (self.0 & other.0).count_ones().cast_signed()
    }
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

/// A phrase of the class lexicon after its first word.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    pub(crate) rest: Vec<String>,
    pub(crate) class: Option<usize>,
    pub(crate) is_noun: bool,
    pub(crate) is_plural: bool,
    /// Whether it only carries a noun, or tells a state.
    pub(crate) role: VerbRole,
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

/// What a word says of events.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// The phrases that begin with it, longest first.
    pub(crate) phrases: Vec<Phrase>,
    pub(crate) part: Part,
    pub(crate) traits: Traits,
    /// The name that it stands for, where it is a people, a capital or a country.
    pub(crate) people: Option<&'static str>,
}

/// The words of a language that say something of events.
#[derive(Clone, Debug)]
pub(crate) struct Vocabulary {
    numbers: Numbers,
    /// By the number of the word; the first is for words that say nothing.
    entries: Vec<Entry>,
}

impl Vocabulary {
    /// The words that are no classes' own.
    pub(crate) fn new(words: &Happenings, trait_of: impl Fn(&'static str) -> Traits) -> Self {
        let mut vocabulary = Self { numbers: Numbers::default(), entries: vec![Entry::default()] };
        for (part, listed) in Part::listed(words) {
            for word in listed.split_whitespace() {
                let entry = vocabulary.entry_mut(word);
                entry.part = entry.part.or(part);
            }
        }
        for kind in words.traits {
            for word in kind.words.split_whitespace() {
                vocabulary.entry_mut(word).traits = trait_of(kind.name);
            }
        }
        for forms in words.peoples {
            let name = forms.split_whitespace().next();
            for form in forms.split_whitespace() {
                vocabulary.entry_mut(form).people = name;
            }
        }
        vocabulary
    }

    /// The number of a word as a text has it, with its key where it has one; 0 for one that says
    /// nothing.
    pub(crate) fn number(&self, word: &str, plain: Option<&Key>) -> u32 {
        self.numbers.of(word, plain)
    }

    pub(crate) fn entry(&self, number: u32) -> &Entry {
        self.entries.get(number as usize).unwrap_or(&self.entries[0])
    }

    /// What a folded word says.
    pub(crate) fn of_folded(&self, folded: &str) -> &Entry {
        self.entry(self.numbers.of_folded(folded))
    }

    /// The phrase that begins at a token, the longest; nouns before verbs where `noun_first`.
    pub(crate) fn at(
        &self,
        source: Source<'_>,
        at: usize,
        number: u32,
        noun_first: bool,
    ) -> Option<Found> {
        let mut best: Option<Found> = None;
        for phrase in &self.entry(number).phrases {
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

    /// Adds a phrase of the class lexicon; forms that fold alike are one.
    pub(crate) fn insert(&mut self, words: &str, mut phrase: Phrase) {
        let mut words = words_of(words);
        let Some(first) = words.next() else { return };
        phrase.rest = words.collect();
        let phrases = &mut self.entry_mut(&first).phrases;
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

    fn entry_mut(&mut self, folded: &str) -> &mut Entry {
        let number = self.numbers.add(folded) as usize;
        if self.entries.len() <= number {
            self.entries.resize_with(number + 1, Entry::default);
        }
        &mut self.entries[number]
    }
}

/// The token after some words, which stand at a token with joints between.
fn rest_at(source: Source<'_>, mut at: usize, rest: &[String]) -> Option<usize> {
    for word in rest {
        let mut token = source.tokens.get(at)?;
        if matches!(token.kind, Kind::Mark(b'\'' | b'-')) && token.gap == Gap::None {
            at += 1;
            token = source.tokens.get(at)?;
        }
        if token.gap == Gap::Break || !folds_to(source.text_of(token), word) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// Folded words and their numbers, counted from 1 in the order in which they came.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbers {
    /// Short words of plain letters, which most are.
    plain: Table,
    others: BTreeMap<String, u32>,
    count: u32,
}

impl Numbers {
    /// The number of a word as a text has it, with its key where it has one; 0 where it has none.
    pub(crate) fn of(&self, word: &str, plain: Option<&Key>) -> u32 {
        if let Some(key) = plain
            && self.holds_plain()
        {
            return self.plain.get(key).into();
        }
        let mut key = [0; 32];
        fold_key(word, &mut key).map_or(0, |folded| self.of_folded(folded))
    }

    /// The number of a folded word, however long; 0 where it has none.
    pub(crate) fn of_folded(&self, folded: &str) -> u32 {
        match Key::plain(folded).map(|key| self.plain.get(&key)) {
            Some(number) if number != 0 || self.holds_plain() => number.into(),
            _ => self.others.get(folded).copied().unwrap_or(0),
        }
    }

    /// Whether every plain word is in the table: a full one has sent later words to the others.
    fn holds_plain(&self) -> bool {
        self.count < u32::from(u16::MAX)
    }

    /// The number of a folded word, which it is given where it has none.
    pub(crate) fn add(&mut self, folded: &str) -> u32 {
        let number = self.of_folded(folded);
        if number != 0 {
            return number;
        }
        self.count += 1;
        match (Key::plain(folded), u16::try_from(self.count)) {
            (Some(key), Ok(number)) => self.plain.insert(&key, number),
            _ => {
                self.others.insert(folded.to_owned(), self.count);
            }
        }
        self.count
    }
}

/// A word folded into a buffer; `None` for words longer than any in the tables.
pub(crate) fn fold_key<'k>(word: &str, key: &'k mut [u8; 32]) -> Option<&'k str> {
    let mut len = 0;
    if word.is_ascii() {
        len = word.len();
        let room = key.get_mut(..len)?;
        room.copy_from_slice(word.as_bytes());
        room.make_ascii_lowercase();
    } else {
        for (first, second) in word.chars().filter_map(fold_char) {
            for c in std::iter::once(first).chain(second) {
                let room = key.get_mut(len..len + c.len_utf8())?;
                c.encode_utf8(room);
                len += c.len_utf8();
            }
        }
    }
    std::str::from_utf8(key.get(..len)?).ok()
}

#[cfg(test)]
mod tests {
    use super::{Key, Numbers, fold_key};
    use crate::lang::fold::fold;

    fn of(numbers: &Numbers, word: &str) -> u32 {
        numbers.of(word, Key::plain(word).as_ref())
    }

    #[test]
    fn words_of_any_letters_and_length_have_numbers() {
        let long = "a".repeat(40);
        let words = ["attack", "etats-unis", "теракт", "9", "antidisestablishmentarianism", &long];
        let mut numbers = Numbers::default();
        for (word, number) in words.iter().zip(1..) {
            assert_eq!(numbers.add(word), number, "{word}");
            assert_eq!(numbers.add(word), number, "{word}");
        }
        for (word, number) in words.iter().zip(1..) {
            assert_eq!(numbers.of_folded(word), number, "{word}");
        }
        assert_eq!(of(&numbers, "Áttack"), 1);
        assert_eq!(of(&numbers, "ТЕРАКТ"), 3);
        assert_eq!(of(&numbers, &long), 0, "no word of a text is so long");
        assert_eq!(of(&numbers, ""), 0);
    }

    #[test]
    fn more_words_than_the_table_can_number_are_still_told_apart() {
        let letters = |mut n: u32| {
            let mut word = String::new();
            for _ in 0..5 {
                word.push(char::from(b'a' + (n % 26) as u8));
                n /= 26;
            }
            word
        };
        let mut numbers = Numbers::default();
        for n in 1..70_000 {
            assert_eq!(numbers.add(&letters(n)), n);
        }
        for n in 1..70_000 {
            assert_eq!(of(&numbers, &letters(n).to_uppercase()), n);
        }
        assert_eq!(of(&numbers, "zzzzz"), 0);
    }

    #[test]
    fn the_key_of_a_word_is_the_word_folded() {
        for word in ["Été", "ATTACK", "e\u{301}te\u{301}", "Œuvre", "wee\u{212a}", "soft\u{ad}ly"]
        {
            assert_eq!(fold_key(word, &mut [0; 32]), Some(fold(word).as_str()), "{word}");
        }
        assert_eq!(fold_key(&"é".repeat(33), &mut [0; 32]), None);
    }
}

//! The lexicon of a language: words and what they can mean.

use super::fold::fold;
use super::sense::Sense;
use super::table::{Key, Table};

/// The number of a word in a [`Lexicon`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct WordId(pub(crate) u16);

impl WordId {
    /// A word that the lexicon does not know.
    pub(crate) const NONE: WordId = WordId(0);
}

/// One line of a language's tables: a word or several, and one of its meanings.
pub(crate) type Line = (&'static str, Sense);

/// A phrase of the lexicon that begins with a certain word.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The words after the first. Hyphens and apostrophes between them do not count.
    pub(crate) rest: Vec<WordId>,
    /// Its meanings, in the order of the tables.
    pub(crate) senses: Vec<Sense>,
    /// Whether it says something of time by itself. Articles do not, though "un" is a number.
    pub(crate) bears: bool,
    /// The phrase as the table has it, for the test that names what no corpus line meets.
    #[cfg(test)]
    pub(crate) text: &'static str,
}

/// Whether a word says something of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bears {
    /// It never does.
    Never,
    /// It does in some phrases that it begins.
    InPhrases,
    /// It does.
    Always,
}

/// Words and what they can mean, ready for lookup. Built once a language.
#[derive(Debug)]
pub(crate) struct Lexicon {
    ids: Table,
    /// By word, longest phrase first.
    entries: Vec<Vec<Entry>>,
    /// By word.
    bears: Vec<Bears>,
    /// The first of the words that rules only name inside a time.
    inner: WordId,
}

impl Lexicon {
    /// Builds the lookup from tables. `others` are words that have no meaning of their own, but
    /// that rules can begin with; `bearers` words that say a time and have no entry; `inner` words that
    /// rules name inside a time.
    pub(crate) fn new(
        tables: &[&[Line]],
        others: &[&'static str],
        bearers: &[&'static str],
        inner: &'static str,
    ) -> Self {
        let mut lexicon = Lexicon {
            ids: Table::default(),
            entries: vec![Vec::new()],
            bears: Vec::new(),
            inner: WordId::NONE,
        };
        for (text, sense) in tables.iter().copied().flatten() {
            let words: Vec<WordId> = words_of(text).map(|word| lexicon.intern(&word)).collect();
            let Some((first, rest)) = words.split_first() else { continue };
            let entries = &mut lexicon.entries[usize::from(first.0)];
            match entries.iter_mut().find(|entry| entry.rest == rest) {
                Some(entry) => entry.senses.push(*sense),
                None => entries.push(Entry {
                    rest: rest.to_vec(),
                    senses: vec![*sense],
                    bears: false,
                    #[cfg(test)]
                    text,
                }),
            }
        }
        for entries in &mut lexicon.entries {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
            for Entry { senses, bears, .. } in entries {
                let article = senses.contains(&Sense::Determiner);
                *bears = !article && senses.iter().any(Sense::bears_time);
            }
        }
        for word in others.iter().chain(bearers) {
            for word in words_of(word) {
                lexicon.intern(&word);
            }
        }
        lexicon.inner = WordId(u16::try_from(lexicon.entries.len()).unwrap_or(u16::MAX));
        for word in inner.split_whitespace() {
            lexicon.intern(word);
        }
        lexicon.bears = lexicon.entries.iter().map(|entries| bears(entries)).collect();
        for word in bearers {
            let id = lexicon.id(&Key::from(word.as_bytes()));
            if let Some(bears) = lexicon.bears.get_mut(usize::from(id.0)) {
                *bears = Bears::Always;
            }
        }
        lexicon
    }

    /// The number of a folded word.
    pub(crate) fn id(&self, folded: &Key) -> WordId {
        WordId(self.ids.get(folded))
    }

    /// How many words there are, the unknown word included.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// The phrases that begin with a word, longest first.
    pub(crate) fn entries(&self, word: WordId) -> &[Entry] {
        self.entries.get(usize::from(word.0)).map_or(&[], Vec::as_slice)
    }

    /// Whether a word means nothing to a rule that does not name it: a noun, a verb, an adjective.
    pub(crate) fn is_other(&self, word: WordId) -> bool {
        word == WordId::NONE || self.inner <= word
    }

    /// Whether a word says something of time.
    pub(crate) fn bears(&self, word: WordId) -> Bears {
        self.bears.get(usize::from(word.0)).copied().unwrap_or(Bears::Never)
    }

    fn intern(&mut self, folded: &str) -> WordId {
        let key = Key::from(folded.as_bytes());
        let known = self.id(&key);
        if known != WordId::NONE {
            return known;
        }
        let Ok(id) = u16::try_from(self.entries.len()) else { return WordId::NONE };
        self.ids.insert(&key, id);
        self.entries.push(Vec::new());
        WordId(id)
    }
}

/// Whether a word with these phrases says something of time.
fn bears(entries: &[Entry]) -> Bears {
    let shortest = entries.iter().filter(|entry| entry.bears).map(|entry| entry.rest.len()).min();
    match shortest {
        None => Bears::Never,
        Some(0) => Bears::Always,
        Some(_) => Bears::InPhrases,
    }
}

/// The words of a phrase of the tables, folded: "aujourd'hui" has two, "week-end" has two.
pub(crate) fn words_of(text: &str) -> impl Iterator<Item = String> {
    fold(text)
        .split([' ', '-', '\'', '.'])
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect::<Vec<_>>()
        .into_iter()
}

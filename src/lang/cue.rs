//! Cues: what a word does in a sentence (verb forms, auxiliaries, conjunctions, negation), looked up
//! by its letters with their accents, for "annonce" is not "annoncé".

use super::table::{Key, Table};

/// What a word can be, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cue(pub(crate) u32);

impl Cue {
    pub(crate) const INFINITIVE: Cue = Cue(1);
    pub(crate) const PRESENT: Cue = Cue(1 << 1);
    /// Imperfect, simple past, English past tense.
    pub(crate) const PAST: Cue = Cue(1 << 2);
    /// Past participle.
    pub(crate) const PARTICIPLE: Cue = Cue(1 << 3);
    /// Present participle.
    pub(crate) const GERUND: Cue = Cue(1 << 4);
    pub(crate) const FUTURE: Cue = Cue(1 << 5);
    pub(crate) const CONDITIONAL: Cue = Cue(1 << 6);
    /// A form of "have" that makes compound tenses.
    pub(crate) const HAVE: Cue = Cue(1 << 7);
    /// A form of "be".
    pub(crate) const BE: Cue = Cue(1 << 8);
    /// "Will", "would", "did": makes a tense with a bare verb.
    pub(crate) const MODAL: Cue = Cue(1 << 9);
    /// A verb that makes its compound tenses with "être", so that "est parti" is past.
    pub(crate) const MOVES: Cue = Cue(1 << 10);
    /// A verb of saying.
    pub(crate) const SPEECH: Cue = Cue(1 << 11);
    /// "Pas", "jamais", "not", "never".
    pub(crate) const NOT: Cue = Cue(1 << 12);
    /// French "ne".
    pub(crate) const NE: Cue = Cue(1 << 13);
    /// "Aucun", "no", "nobody": negates the clause from its subject or object.
    pub(crate) const NONE: Cue = Cue(1 << 14);
    /// A relative pronoun that is nothing else.
    pub(crate) const RELATIVE: Cue = Cue(1 << 15);
    /// "Que", "that".
    pub(crate) const THAT: Cue = Cue(1 << 16);
    /// "Si", "if", "unless".
    pub(crate) const IF: Cue = Cue(1 << 17);
    /// A conjunction that begins a clause: "lorsque", "when", "because".
    pub(crate) const WHEN: Cue = Cue(1 << 18);
    /// "Et", "mais", "and", "but".
    pub(crate) const AND: Cue = Cue(1 << 19);
    /// A subject pronoun.
    pub(crate) const PRONOUN: Cue = Cue(1 << 20);
    /// A determiner or a preposition: what follows is no finite verb.
    pub(crate) const NOUN_NEXT: Cue = Cue(1 << 21);
    /// A word that makes "que" after it a conjunction of time or cause: "alors", "avant", "parce".
    pub(crate) const BEFORE_THAT: Cue = Cue(1 << 22);
    /// A word after which "que" only compares: "plus", "ainsi", "autre".
    pub(crate) const COMPARES: Cue = Cue(1 << 23);
    /// An abbreviation whose full stop ends no sentence.
    pub(crate) const ABBREVIATION: Cue = Cue(1 << 24);
    /// A word between auxiliary and participle, or between subject and verb: adverbs, clitics.
    pub(crate) const LIGHT: Cue = Cue(1 << 25);
    /// A verb that announces its infinitive for later: "plans to", "doit", "s'apprête à".
    pub(crate) const PLANS: Cue = Cue(1 << 26);
    /// "Peut-être", "maybe": what is told is imagined.
    pub(crate) const MAYBE: Cue = Cue(1 << 27);
    /// "Selon", "according": names who says it.
    pub(crate) const SOURCE: Cue = Cue(1 << 28);
    /// "Only": "not only" denies nothing.
    pub(crate) const ONLY: Cue = Cue(1 << 29);
    /// A word of a set phrase between auxiliary and participle: "à plusieurs reprises".
    pub(crate) const FILLER: Cue = Cue(1 << 30);
    /// A form that puts what it belongs to ahead, whatever its tense: "scheduled", "slated", "due".
    pub(crate) const AHEAD: Cue = Cue(1 << 31);

    pub(crate) const fn or(self, other: Cue) -> Cue {
        Cue(self.0 | other.0)
    }

    pub(crate) fn has(self, other: Cue) -> bool {
        self.0 & other.0 != 0
    }
}

/// A stem of a verb that a form is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stem {
    /// Before most endings.
    Weak,
    /// Before a and o: "annonç-", "chang(e)-".
    Soft,
    /// Where the ending is silent: "révèl-", "rejett-".
    Strong,
}

/// Endings that many verbs share.
pub(crate) type Endings = &'static [(Stem, &'static str, Cue)];

/// How the verbs with a certain ending are inflected. The longest ending that fits a verb rules.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paradigm {
    /// The end of the infinitive.
    pub(crate) ending: &'static str,
    /// What takes its place: before most endings, before a and o, before silent endings.
    pub(crate) stems: [&'static str; 3],
    /// What is added.
    pub(crate) endings: Endings,
}

/// The words of a language that show how its sentences are built. Lists are words between spaces.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Verbs {
    /// Words with a meaning of their own.
    pub(crate) words: &'static [(Cue, &'static str)],
    /// Verbs, inflected by the paradigms, with what more each form is.
    pub(crate) lemmas: &'static [(Cue, &'static str)],
    /// Endings of verbs.
    pub(crate) paradigms: &'static [Paradigm],
    /// Plurals of nouns: ending, and what takes its place.
    pub(crate) plurals: &'static [(&'static str, &'static str)],
    /// What an unknown word with a certain ending is taken for, longest first.
    pub(crate) endings: &'static [(&'static str, Cue)],
    /// Words that have such an ending and are none.
    pub(crate) no_verbs: &'static str,
}

impl Verbs {
    /// Calls back with every form of a verb.
    pub(crate) fn inflect(&self, lemma: &str, mut form: impl FnMut(&str, Cue)) {
        form(lemma, Cue::INFINITIVE);
        let fits = |paradigm: &&Paradigm| lemma.ends_with(paradigm.ending);
        let Some(paradigm) =
            self.paradigms.iter().filter(fits).max_by_key(|paradigm| paradigm.ending.len())
        else {
            return;
        };
        let root = &lemma[..lemma.len() - paradigm.ending.len()];
        let mut word = String::new();
        for (stem, ending, cue) in paradigm.endings {
            word.clear();
            word.push_str(root);
            word.push_str(paradigm.stems[*stem as usize]);
            word.push_str(ending);
            form(&word, *cue);
        }
    }

    /// The plural of a noun.
    pub(crate) fn plural(&self, noun: &str) -> String {
        let rule = self.plurals.iter().find(|(ending, _)| noun.ends_with(ending));
        match rule {
            Some((ending, plural)) => format!("{}{plural}", &noun[..noun.len() - ending.len()]),
            None => format!("{noun}s"),
        }
    }
}

/// The lookup of a language's cues. Built once.
#[derive(Debug)]
pub(crate) struct Cues {
    words: Table,
    /// By the number of the word in the table.
    cues: Vec<Cue>,
    /// What unknown words are taken for, by the last byte of the ending, longest first.
    endings: Vec<Vec<(&'static str, Cue)>>,
}

impl Cues {
    pub(crate) fn new(verbs: &Verbs) -> Self {
        let mut words = Table::default();
        let mut cues = vec![Cue::default()];
        let mut add = |word: &str, cue: Cue| {
            let key = Key::from(word.as_bytes());
            let number = words.get(&key);
            match cues.get_mut(usize::from(number)).filter(|_| number != 0) {
                Some(known) => *known = known.or(cue),
                None => {
                    let Ok(number) = u16::try_from(cues.len()) else { return };
                    words.insert(&key, number);
                    cues.push(cue);
                }
            }
        };
        for (cue, listed) in verbs.words {
            for word in listed.split_whitespace() {
                add(word, *cue);
            }
        }
        for (more, lemmas) in verbs.lemmas {
            for lemma in lemmas.split_whitespace() {
                verbs.inflect(lemma, |word, form| add(word, form.or(*more)));
            }
        }
        for word in verbs.no_verbs.split_whitespace() {
            add(word, Cue::default());
        }
        let mut endings = vec![Vec::new(); 256];
        for (ending, cue) in verbs.endings {
            if let Some(last) = ending.bytes().last() {
                endings[usize::from(last)].push((*ending, *cue));
            }
        }
        Self { words, cues, endings }
    }

    /// What a word can be.
    pub(crate) fn of(&self, word: &str) -> Cue {
        self.of_key(word, Key::plain(word).as_ref())
    }

    /// What a word can be, with its key where it has one.
    pub(crate) fn of_key(&self, word: &str, plain: Option<&Key>) -> Cue {
        if let Some(key) = plain {
            return self.look_up(key, word, word.as_bytes());
        }
        let mut room = [0; 32];
        match lower(word, &mut room) {
            Some(lower) => self.look_up(&Key::from(lower), word, lower),
            None => Cue::default(),
        }
    }

    fn look_up(&self, key: &Key, word: &str, letters: &[u8]) -> Cue {
        let number = self.words.get(key);
        if number != 0 {
            return self.cues.get(usize::from(number)).copied().unwrap_or_default();
        }
        // A capital inside a sentence makes a name, and no name is a verb.
        if word.starts_with(char::is_uppercase) {
            return Cue::default();
        }
        let last = letters.last().map_or(0, u8::to_ascii_lowercase);
        let endings = self.endings.get(usize::from(last)).map_or(&[][..], Vec::as_slice);
        let ends = |ending: &str| {
            let stem = letters.len().checked_sub(ending.len()).filter(|stem| 2 < *stem);
            let tail = stem.and_then(|stem| letters.get(stem..));
            tail.is_some_and(|tail| tail.eq_ignore_ascii_case(ending.as_bytes()))
        };
        endings.iter().find(|(ending, _)| ends(ending)).map_or(Cue::default(), |(_, cue)| *cue)
    }
}

/// A word in lower case with its accents, combining marks joined to their letters. `None` for words
/// longer than any in the tables.
fn lower<'k>(word: &str, key: &'k mut [u8; 32]) -> Option<&'k [u8]> {
    if word.is_ascii() {
        let room = key.get_mut(..word.len())?;
        room.copy_from_slice(word.as_bytes());
        room.make_ascii_lowercase();
        return Some(room);
    }
    let mut len = 0;
    let mut last: Option<(usize, char)> = None;
    let mut push = |c: char| {
        let (at, c) = match last.and_then(|(at, base)| Some((at, composed(base, c)?))) {
            Some(joined) => joined,
            None if c == '\u{ad}' => return Some(()),
            None => (len, c),
        };
        let room = key.get_mut(at..at + c.len_utf8())?;
        c.encode_utf8(room);
        len = at + c.len_utf8();
        last = Some((at, c));
        Some(())
    };
    for c in word.chars() {
        match c {
            // Most letters are small already, and the tables of Unicode are slow.
            'a'..='z' | 'à'..='ö' | 'ø'..='ÿ' | 'œ' => push(c)?,
            _ => c.to_lowercase().try_for_each(&mut push)?,
        }
    }
    key.get(..len)
}

fn composed(base: char, mark: char) -> Option<char> {
    let marks = match mark {
        '\u{301}' => "é",
        '\u{300}' => "àèù",
        '\u{302}' => "âêîôû",
        '\u{308}' => "ëïü",
        '\u{327}' => "ç",
        _ => return None,
    };
    marks.chars().find(|c| super::fold::fold_char(*c) == Some((base, None)))
}

#[cfg(test)]
mod tests {
    use super::{Cue, Cues};
    use crate::article::Language;

    #[test]
    fn accents_tell_a_participle_from_a_noun_in_either_unicode_form() {
        let cues = Cues::new(crate::lang::grammar(Language::Fr).verbs);
        assert!(!cues.of("annonce").has(Cue::PARTICIPLE));
        for word in ["annoncé", "annonce\u{301}", "ANNONCÉ", "annoncées"] {
            assert!(cues.of(word).has(Cue::PARTICIPLE), "{word}");
        }
        assert!(cues.of("annonçait").has(Cue::PAST));
    }

    #[test]
    fn paradigms_inflect_regular_and_irregular_verbs_of_both_languages() {
        let fr = Cues::new(crate::lang::grammar(Language::Fr).verbs);
        let en = Cues::new(crate::lang::grammar(Language::En).verbs);
        for (cues, word, cue) in [
            (&fr, "révèle", Cue::PRESENT),
            (&fr, "rejeté", Cue::PARTICIPLE),
            (&fr, "rejette", Cue::PRESENT),
            (&fr, "détruisirent", Cue::PAST),
            (&fr, "promettra", Cue::FUTURE),
            (&fr, "interviendrait", Cue::CONDITIONAL),
            (&fr, "reprirent", Cue::PAST),
            (&en, "denied", Cue::PARTICIPLE),
            (&en, "planned", Cue::PAST),
            (&en, "overthrew", Cue::PAST),
            (&en, "issues", Cue::PRESENT),
            (&en, "striking", Cue::GERUND),
            (&en, "publishes", Cue::PRESENT),
        ] {
            assert!(cues.of(word).has(cue), "{word}");
        }
    }

    #[test]
    fn any_string_can_be_looked_up() {
        let cues = Cues::new(crate::lang::grammar(Language::Fr).verbs);
        for word in ["", "\u{301}", "İİİİ", &"é".repeat(40), "ﬃ", "e\u{301}\u{301}"] {
            let _ = cues.of(word);
        }
    }
}

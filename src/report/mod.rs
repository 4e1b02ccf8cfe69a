//! Words for explanations, in English and French.
//!
//! What is said is decided before, by [`Step`](crate::timeline::Step); here it is only put into words, with the
//! arithmetic where it can be seen.

mod step;
mod words;

use std::fmt;

use crate::amount::Amount;
use crate::article::Language;
use crate::timeline::{Because, Conflict};
use words::Words;

impl Because {
    /// The step as a clause.
    pub fn text(&self, language: Language) -> String {
        Words(language).step(&self.step)
    }
}

impl fmt::Display for Because {
    /// The step in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::En))
    }
}

impl Conflict {
    /// What a conflict comes to: its last step says what the others lead to.
    pub fn headline(&self, language: Language) -> String {
        match self.because.last() {
            Some(last) => last.text(language),
            None => match language {
                Language::En => "these statements cannot all hold".to_owned(),
                Language::Fr => "ces énoncés ne peuvent tous être vrais".to_owned(),
            },
        }
    }

    /// Conflicts that come to the same, under their headline, each group where its first stands:
    /// several sets of statements can clash over the same two dates.
    pub fn alike(conflicts: &[Conflict], language: Language) -> Vec<(String, Vec<&Conflict>)> {
        let mut groups: Vec<(String, Vec<&Conflict>)> = Vec::new();
        for conflict in conflicts {
            let headline = conflict.headline(language);
            match groups.iter_mut().find(|(known, _)| *known == headline) {
                Some((_, group)) => group.push(conflict),
                None => groups.push((headline, vec![conflict])),
            }
        }
        groups
    }

    /// What would remove the conflict, as a clause.
    pub fn help(&self, language: Language) -> String {
        let links = self.links();
        match (language, self.statements.len()) {
            (Language::En, 0 | 1) => "leaving this statement out removes the conflict".to_owned(),
            (Language::Fr, 0 | 1) => "écarter cet énoncé lève le conflit".to_owned(),
            (Language::En, n) => {
                let mut help =
                    format!("doubting any one of the {n} statements removes this conflict");
                if !links.is_empty() {
                    help.push_str(&format!(
                        "; so does reading otherwise that {}",
                        links.join(", or that ")
                    ));
                }
                help
            }
            (Language::Fr, n) => {
                let mut help = format!("mettre en doute un seul des {n} énoncés lève ce conflit");
                if !links.is_empty() {
                    let links: Vec<String> =
                        links.iter().map(|link| link_words(link, Language::Fr)).collect();
                    help.push_str(&format!(" ; lire autrement aussi : {}", links.join(", ")));
                }
                help
            }
        }
    }
}

/// A numbered day as people write it: "8 March 2024".
///
/// ```
/// use frise::{Language, Moment, day_words};
/// let day = Moment::Day(738_952).day();
/// assert_eq!(day_words(day, Language::En), "7 March 2024");
/// assert_eq!(day_words(day, Language::Fr), "7 mars 2024");
/// ```
pub fn day_words(day: i64, language: Language) -> String {
    Words(language).day(day)
}

/// An amount as people write it: "48 hours".
///
/// ```
/// use frise::{Amount, Language, Unit, amount_words};
/// assert_eq!(amount_words(&Amount::of(2, Unit::Day), Language::En), "2 days");
/// assert_eq!(amount_words(&Amount::of(1, Unit::Hour), Language::Fr), "1 heure");
/// ```
pub fn amount_words(amount: &Amount, language: Language) -> String {
    Words(language).amount(amount)
}

/// What the program took words for, as people write it. Links are told in English where they are
/// made; what is quoted in them stays as it is.
pub fn link_words(link: &str, language: Language) -> String {
    if language == Language::En {
        return link.to_owned();
    }
    let mut told = String::new();
    for (at, part) in link.split('"').enumerate() {
        match at % 2 {
            0 => {
                let mut words = part.to_owned();
                for (en, fr) in LINK_WORDS {
                    words = words.replace(en, fr);
                }
                told.push_str(&words);
            }
            _ => told.push_str(&format!("« {part} »")),
        }
    }
    told
}

/// The words of links, longer ones first.
const LINK_WORDS: [(&str, &str); 14] = [
    (
        ", as the zone of the clocks beside it is not given",
        ", car le fuseau des horloges voisines n'est pas donné",
    ),
    ("is taken for the event told as", "est pris pour l'événement dit"),
    ("is taken for", "est pris pour"),
    ("it has a window that can end", "sa fenêtre peut finir"),
    ("; it could also be", " ; ce pourrait être aussi"),
    ("a class near to it", "une classe voisine"),
    ("the same class", "même classe"),
    ("the same kind", "même genre"),
    ("words in common", "mots communs"),
    ("told just before", "dit juste avant"),
    ("the most recent", "le plus récent"),
    ("the user says so", "l'utilisateur le dit"),
    (" or ", " ou "),
    (" and ", " et "),
];

//! What is decided, in words: each reason, step and conflict asks the voice of the language.

#[cfg(test)]
mod tests;

use std::fmt;

use crate::amount::Amount;
use crate::article::Language;
use crate::lang::labels::Phrase;
use crate::lang::voice;
use crate::timeline::{Because, Conflict};
use crate::why::{NoDate, Notice, Step, Unresolved, Warning, Why};

impl Why {
    /// The reason as a clause.
    pub fn text(&self, language: Language) -> String {
        (voice(language).why)(self)
    }
}

impl NoDate {
    /// What is wrong, as a clause: "31 February 2024 does not exist".
    pub fn text(&self, language: Language) -> String {
        (voice(language).no_date)(self)
    }
}

impl Unresolved {
    /// Why, as a clause.
    pub fn text(&self, language: Language) -> String {
        (voice(language).unresolved)(self)
    }
}

impl Warning {
    /// The warning as a clause.
    pub fn text(&self, language: Language) -> String {
        (voice(language).notice)(&self.about)
    }

    /// How to mend it, where that can be said: by a flag of the program, or in a case file.
    pub fn help(&self, language: Language, in_case: bool) -> Option<&'static str> {
        let labels = voice(language).labels;
        match self.about {
            Notice::NoPublication { .. } if in_case => Some(labels.give_in_case),
            Notice::NoPublication { .. } => Some(labels.give_by_flag),
            Notice::OpenLanguage { .. } if in_case => Some(labels.language_in_case),
            Notice::OpenLanguage { .. } => Some(labels.language_by_flag),
            _ => None,
        }
    }
}

impl Step {
    /// The step as a clause.
    pub fn text(&self, language: Language) -> String {
        (voice(language).step)(self)
    }
}

impl Because {
    /// The step as a clause.
    pub fn text(&self, language: Language) -> String {
        self.step.text(language)
    }
}

macro_rules! in_english {
    ($($of:ty),*) => {$(
        impl fmt::Display for $of {
            /// In English.
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.text(Language::default()))
            }
        }
    )*};
}
in_english!(Why, NoDate, Unresolved, Warning, Step, Because);

impl Conflict {
    /// What a conflict comes to: its last step says what the others lead to.
    pub fn headline(&self, language: Language) -> String {
        match self.because.last() {
            Some(last) => last.text(language),
            None => voice(language).labels.cannot_all_hold.to_owned(),
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
        let links: Vec<String> = self.links().iter().map(|link| link.text(language)).collect();
        let statements = self.statements.len();
        (voice(language).phrase)(&Phrase::HelpCounted { statements, links: &links })
    }
}

/// What a warning and its help begin with on a terminal: a colon follows.
pub fn warning_words(language: Language) -> [&'static str; 2] {
    voice(language).labels.warning
}

/// The headings of a table of time expressions, and what is said where there is none.
pub fn table_words(language: Language) -> ([&'static str; 5], &'static str) {
    let labels = voice(language).labels;
    (labels.table, labels.no_time)
}

/// A numbered day as people write it: "8 March 2024".
///
/// ```
/// use frise::{Language, Moment, day_words};
/// let day = Moment::Day(738_952).day();
/// assert_eq!(day_words(day, Language::default()), "7 March 2024");
/// assert_eq!(day_words(day, Language::Fr), "7 mars 2024");
/// ```
pub fn day_words(day: i64, language: Language) -> String {
    voice(language).numbered(day)
}

/// An amount as the claim language writes it.
pub(crate) fn amount_in_claims(amount: &Amount) -> String {
    amount_words(amount, Language::default())
}

/// An amount as people write it: "48 hours".
///
/// ```
/// use frise::{Amount, Language, Unit, amount_words};
/// assert_eq!(amount_words(&Amount::of(2, Unit::Day), Language::default()), "2 days");
/// assert_eq!(amount_words(&Amount::of(1, Unit::Hour), Language::Fr), "1 heure");
/// ```
pub fn amount_words(amount: &Amount, language: Language) -> String {
    voice(language).amount(amount)
}

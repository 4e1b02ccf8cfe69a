//! What a voice calls statuses and answers.

use crate::article::Language;
use crate::claim::Answer;
use crate::event::Status;
use crate::lang::labels::{Labels, Phrase};
use crate::lang::voice;

/// The labels of a language.
pub(super) fn labels(language: Language) -> &'static Labels {
    voice(language).labels
}

/// How a text holds an event, where it is not told as a fact.
pub(super) fn status(status: Status, language: Language) -> Option<&'static str> {
    (status != Status::Asserted).then(|| status_word(status, language))
}

/// How a text holds an event.
pub(super) fn status_word(status: Status, language: Language) -> &'static str {
    let labels = labels(language);
    match status {
        Status::Asserted => labels.asserted,
        Status::Reported => labels.reported,
        Status::Negated => labels.denied,
        Status::Hypothetical => labels.imagined,
        Status::Planned => labels.planned,
    }
}

/// An answer, with a sign that says the same without colour.
pub(super) fn answer(answer: Answer, language: Language) -> (&'static str, &'static str) {
    let sign = match answer {
        Answer::Supported => "✓",
        Answer::Contradicted => "✗",
        Answer::Disputed => "≠",
        Answer::Undetermined => "?",
    };
    (sign, answer.name(language))
}

/// "1 event", "2 events".
pub(super) fn count(n: usize, forms: [&str; 2], language: Language) -> String {
    (voice(language).phrase)(&Phrase::Count { n, forms })
}

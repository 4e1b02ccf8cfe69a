//! What the user settles beside the texts: events with a name, readings, links, what to leave out.

use crate::amount::Amount;
use crate::article::Span;
use crate::edtf::Edtf;

/// Words of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The number of the article, in the order given.
    pub article: usize,
    /// The words.
    pub span: Span,
}

/// An event that the user names. It has exactly the statements its quotes give.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Named {
    /// What claims call it.
    pub id: String,
    /// What people call it, where that is not in the words of the text.
    pub label: Option<String>,
    /// The words that tell of it, each a statement.
    pub quotes: Vec<Place>,
    /// When the user knows it to be.
    pub when: Option<Edtf>,
    /// What the user knows it to cover from its start.
    pub window: Option<Amount>,
}

/// How the user reads a phrase of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// The phrase.
    pub place: Place,
    /// When it is.
    pub is: Edtf,
    /// The date as the user wrote it.
    pub said: String,
}

/// Which event the user takes a phrase for, or does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// The phrase.
    pub place: Place,
    /// The number of the named event.
    pub event: usize,
    /// Whether it means that event, or does not.
    pub means: bool,
}

/// What the user leaves out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// The words.
    pub place: Place,
    /// Why.
    pub why: String,
}

/// Everything the user settles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overrules {
    /// The events with a name, in the user's order: where several quote the same words, a
    /// reference means the first.
    pub events: Vec<Named>,
    /// Readings of phrases.
    pub reads: Vec<Read>,
    /// What phrases mean.
    pub links: Vec<Linked>,
    /// What is left out.
    pub ignored: Vec<Ignored>,
}

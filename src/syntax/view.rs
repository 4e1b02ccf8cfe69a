//! A sentence as parsed, in the words of Universal Dependencies: for people, and for other tools.

use crate::article::Span;

use super::{Kind, Syntax, Tree, Upos};

/// A sentence as parsed: its units with their tags, lemmas and heads.
///
/// ```
/// use frise::{Article, Frise, Language};
/// let text = "Le barrage a cédé le 7 mars.";
/// let sentences = Frise::new().syntax(&Article::new("a", text, Language::Fr));
/// let units = &sentences[0].units;
/// let date = units.iter().find(|unit| unit.mention == Some(0)).expect("a mention is one unit");
/// assert_eq!(date.span.of(text), "le 7 mars");
/// let head = &units[date.head.expect("a date is not the root here")];
/// assert_eq!((head.lemma.as_str(), head.upos), ("céder", "VERB"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParsedSentence {
    /// From its first byte to its last.
    pub span: Span,
    /// What it is made of, in text order. Empty where no model of the language is built in.
    pub units: Vec<ParsedUnit>,
}

/// A word, a number, a mark or a mention of time in a [`ParsedSentence`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParsedUnit {
    /// Where it stands. Words written together ("don't", "du") are one unit.
    pub span: Span,
    /// Its lemma in small letters; of a mention, a number or a mark its words.
    pub lemma: String,
    /// Its universal part of speech: "VERB". A mention is a "NOUN".
    pub upos: &'static str,
    /// What its form says, as treebanks write it: "Mood=Ind|Tense=Past|VerbForm=Fin", or "_".
    pub feats: String,
    /// The unit it hangs on, as a number in the sentence; none for the root.
    pub head: Option<usize>,
    /// How it hangs on it: "nsubj:pass".
    pub relation: &'static str,
    /// The number of the mention among those of the article, if it is one.
    pub mention: Option<usize>,
}

impl ParsedSentence {
    /// All sentences of a text.
    pub(crate) fn all(syntax: &Syntax<'_>) -> Vec<Self> {
        let sentences = syntax.sentences().iter().enumerate();
        let units = |tree: &Tree| tree.units.iter().map(|unit| parsed(syntax, unit)).collect();
        sentences
            .map(|(n, sentence)| ParsedSentence {
                span: sentence.span,
                units: syntax.tree(n).map_or(Vec::new(), units),
            })
            .collect()
    }
}

fn parsed(syntax: &Syntax<'_>, unit: &super::Unit) -> ParsedUnit {
    let is_mention = unit.kind == Kind::Mention;
    ParsedUnit {
        span: unit.span,
        lemma: syntax.lemma(unit).into_owned(),
        upos: if is_mention { Upos::Noun } else { unit.tag }.name(),
        feats: unit.feats.to_string(),
        head: unit.head.map(|head| head as usize),
        relation: unit.relation.name(),
        mention: unit.mention.map(|mention| mention as usize),
    }
}

//! A whole text as claims: each sentence that says something of times is put to the test.

use crate::article::{Article, Span};
use crate::lang::memo::Memo;
use crate::syntax::Syntax;

use super::{Heard, Sentences};

/// A sentence of a text, put to the test.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Verified {
    /// Where it stands, in bytes of the text.
    pub span: Span,
    /// Its answer.
    pub heard: Heard,
}

impl Sentences<'_> {
    /// Puts every sentence of a text to the test that says something of times; questions, orders and
    /// what counts from a day that is not given are passed over. Each is read alone: what counts from
    /// the sentence before ("two days later") is not judged.
    ///
    /// ```
    /// use frise::{Answer, Article, Frise, Language, Limits, Sentences, Timeline};
    ///
    /// let source = Article::new("a", "The dam burst on 7 March 2024.", Language::En);
    /// let frise = Frise::new();
    /// let draft = frise.gather(&[(&source, &frise.read(&source))]).draft;
    /// let timeline = Timeline::check(draft, &Limits::default())?;
    /// let text = "It was a wet spring. The dam burst on 8 March 2024.";
    /// let verified = Sentences::new(&frise, &[&source], &timeline)
    ///     .verify(&Article::new("summary", text, Language::En));
    /// assert_eq!(verified.len(), 1);
    /// assert_eq!(verified[0].heard.verdict.answer, Answer::Contradicted);
    /// # Ok::<(), frise::Error>(())
    /// ```
    pub fn verify(&self, text: &Article) -> Vec<Verified> {
        let account = self.frise.read(text);
        let engine = self.frise.engine(text.language());
        let memo = Memo::default();
        let source = account.tokens.source(text.text(), engine, &memo);
        let syntax = Syntax::again(source, &account.mentions, engine, &account.parsed);
        let mut verified = Vec::new();
        for sentence in syntax.sentences() {
            let words = sentence.span.of(text.text());
            let mut alone = Article::new(text.id(), words, text.language());
            if let Some(published) = account.published {
                alone = alone.published(published);
            }
            if let Some(zone) = text.zone_of() {
                alone = alone.zone(zone);
            }
            let Ok(heard) = self.ask(&alone) else { continue };
            verified.push(Verified { span: sentence.span, heard });
        }
        verified
    }
}

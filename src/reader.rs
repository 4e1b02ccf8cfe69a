//! The one value that callers build: lexicons and tables of every language, made once.

use crate::article::{Article, Language};
use crate::lang::Engine;
use crate::resolve::{Resolution, Surroundings, resolve};
use crate::scan::{Mention, Tokens, scan};

/// Reads articles. Built once, shared freely: it is `Send` and `Sync`, and keeps nothing of what it
/// has read.
///
/// ```
/// use frise::{Article, Frise, Language};
///
/// let frise = Frise::new();
/// let article = Article::new("a", "Le barrage a cédé le 7 mars.", Language::Fr)
///     .published("2024-04-05".parse()?);
/// let mentions = frise.find(&article);
/// let resolutions = frise.resolve(&article, &mentions);
/// assert_eq!(resolutions[0].parts[0].timex.value, "2024-03-07");
/// # Ok::<(), frise::Error>(())
/// ```
#[derive(Debug)]
pub struct Frise {
    engines: [Engine; Language::ALL.len()],
}

impl Default for Frise {
    fn default() -> Self {
        Self::new()
    }
}

impl Frise {
    /// Builds the tables.
    pub fn new() -> Self {
        Self { engines: Language::ALL.map(Engine::new) }
    }

    /// Every mention of time in an article, in text order.
    pub fn find(&self, article: &Article) -> Vec<Mention> {
        let engine = self.engine(article.language());
        let tokens = Tokens::of(article.text(), engine);
        scan(tokens.source(article.text(), engine), engine)
    }

    /// When each mention is: one resolution a mention, in the same order.
    pub fn resolve(&self, article: &Article, mentions: &[Mention]) -> Vec<Resolution> {
        let engine = self.engine(article.language());
        resolve(article, mentions, &engine.grammar.conventions, &|_| Surroundings::default())
    }

    fn engine(&self, language: Language) -> &Engine {
        let at = Language::ALL.iter().position(|known| *known == language).unwrap_or(0);
        &self.engines[at]
    }
}

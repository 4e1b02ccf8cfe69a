//! What several targets do.

use std::sync::LazyLock;

use frise::{Article, Frise, Language};

static FRISE: LazyLock<Frise> = LazyLock::new(Frise::new);

/// Finds the mentions of a text: each lies in it, on the borders of characters.
pub fn find(text: &str, language: Language) {
    let article = Article::new("a", text, language);
    for mention in FRISE.find(&article) {
        assert!(text.get(mention.span.start..mention.span.end).is_some());
        for mark in &mention.marks {
            assert!(text.get(mark.start..mark.end).is_some());
        }
    }
}

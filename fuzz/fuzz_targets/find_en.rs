//! Every mention lies in the text, on the borders of characters.
#![no_main]

use frise::{Article, Frise, Language};
use libfuzzer_sys::fuzz_target;

static FRISE: std::sync::LazyLock<Frise> = std::sync::LazyLock::new(Frise::new);

fuzz_target!(|text: &str| {
    let article = Article::new("a", text, Language::En);
    for mention in FRISE.find(&article) {
        assert!(text.get(mention.span.start..mention.span.end).is_some());
        for mark in &mention.marks {
            assert!(text.get(mark.start..mark.end).is_some());
        }
    }
});

//! A case file, checked over an article of its own: an outcome or an error, whatever it says.
#![no_main]

use frise::{Article, Case, Frise, Language, Limits};
use libfuzzer_sys::fuzz_target;

static FRISE: std::sync::LazyLock<Frise> = std::sync::LazyLock::new(Frise::new);

const TEXT: &str = "The river burst its banks on 7 March 2024. The day before the flood, the town \
    issued a warning for the next 48 hours. Two weeks after the flood the bridge was closed.";

fuzz_target!(|file: &str| {
    let Ok(case) = toml::from_str::<Case>(file) else { return };
    let ids: Vec<String> = case.article.iter().map(|article| article.id.clone()).collect();
    let articles: Vec<Article> = (ids.into_iter().take(4))
        .map(|id| Article::new(id, TEXT, Language::En))
        .collect();
    let _ = case.check(&FRISE, &articles, &Limits::default());
});

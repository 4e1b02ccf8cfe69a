//! A case file, checked over its own texts or over one that stands in for files, and written in every
//! format: an outcome or an error, whatever it says.
#![no_main]

use frise::{Article, Case, Csv, Exhibit, Frise, Json, Language, Limits};
use libfuzzer_sys::fuzz_target;

static FRISE: std::sync::LazyLock<Frise> = std::sync::LazyLock::new(Frise::new);

const TEXT: &str = "The river burst its banks on 7 March 2024. The day before the flood, the town \
    issued a warning for the next 48 hours. Two weeks after the flood the bridge was closed.";

fuzz_target!(|file: &str| {
    let Ok(case) = toml::from_str::<Case>(file) else { return };
    let articles: Vec<Article> = (case.article.iter().take(4))
        .map(|given| {
            let text = given.text.clone().unwrap_or_else(|| TEXT.to_owned());
            let lang = given.lang.as_ref().and_then(|code| code.parse().ok());
            let article = Article::new(given.id.as_str(), text, lang.unwrap_or(Language::En));
            match given.published.as_ref().and_then(|date| date.parse().ok()) {
                Some(published) => article.published(published),
                None => article,
            }
        })
        .collect();
    let Ok(outcome) = case.check(&FRISE, &articles, &Limits::default()) else { return };
    let exhibit = Exhibit::new(&articles, &outcome.timeline).answers(&outcome.answers);
    let _ = (exhibit.html(), exhibit.csv(Csv::new()), exhibit.markdown(), exhibit.mermaid());
    let _ = (exhibit.ics(), exhibit.timelinejs(), exhibit.claim_review());
    let json = Json::new(exhibit);
    serde_json::to_string(&json.case()).expect("a case can be written");
});

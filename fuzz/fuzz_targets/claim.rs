//! A claim, put to a small timeline: a verdict or an error, whatever it says.
#![no_main]

use frise::{Article, Claim, Frise, Language, Limits, Timeline};
use libfuzzer_sys::fuzz_target;

const TEXT: &str = "The river burst its banks on 7 March 2024. The day before the flood, the town \
    issued a warning for the next 48 hours. Two weeks after the flood the bridge was closed.";

static TIMELINE: std::sync::LazyLock<Timeline> = std::sync::LazyLock::new(|| {
    let frise = Frise::new();
    let article = Article::new("a", TEXT, Language::En);
    let draft = frise.gather(&[(&article, &frise.read(&article))]).draft;
    Timeline::check(draft, &Limits::default()).expect("a text is no misuse")
});

fuzz_target!(|text: &str| {
    if let Ok(claim) = Claim::parse(text) {
        let _ = TIMELINE.ask(&claim);
    }
});

//! The whole way, in the language that the first byte chooses: no text is misuse.
#![no_main]

use frise::{Article, Frise, Language, Limits, Timeline};
use libfuzzer_sys::fuzz_target;

static FRISE: std::sync::LazyLock<Frise> = std::sync::LazyLock::new(Frise::new);

fuzz_target!(|text: &str| {
    let language = if text.starts_with('F') { Language::Fr } else { Language::En };
    let published = "2024-04-05".parse().expect("the date exists");
    let article = Article::new("a", text, language).published(published);
    let account = FRISE.read(&article);
    let draft = FRISE.gather(&[(&article, &account)]).draft;
    let timeline = Timeline::check(draft, &Limits::default()).expect("a text is no misuse");
    let _ = timeline.conflicts();
});

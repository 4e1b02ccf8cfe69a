//! Which language a text is in, where nobody says.

use frise::{Article, Frise, Language};
use frise_documents::{Voice, other_language};
use whatlang::{Detector, Lang};

use crate::message::Message;

/// A guess at a language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Detected {
    pub(crate) language: Language,
    /// Whether another language may as well be right, and would be read otherwise.
    pub(crate) is_open: bool,
}

/// Detects the language of a text: by its letters where there are enough of them, else by how much
/// of it each language reads as time. `declared` is what its document says of it: `fr-FR`.
pub(crate) fn detect(frise: &Frise, text: &str, declared: Option<&str>) -> Detected {
    let info = Detector::with_allowlist(vec![Lang::Fra, Lang::Eng]).detect(text);
    let guess = info.as_ref().map(|info| match info.lang() {
        Lang::Fra => Language::Fr,
        _ => Language::En,
    });
    if let (Some(language), true) = (guess, info.is_some_and(|info| info.is_reliable())) {
        return Detected { language, is_open: false };
    }
    let declared = declared.and_then(|code| code.get(..2)?.to_ascii_lowercase().parse().ok());
    if let Some(language) = declared {
        return Detected { language, is_open: false };
    }
    let (french, english) =
        (time_read(frise, text, Language::Fr), time_read(frise, text, Language::En));
    let language = match french.cmp(&english) {
        std::cmp::Ordering::Less => Language::En,
        std::cmp::Ordering::Greater => Language::Fr,
        std::cmp::Ordering::Equal => guess.unwrap_or(Language::En),
    };
    Detected { language, is_open: french == english && 0 < french }
}

/// Warns of a text that is in none of the languages that are read, where that is sure.
pub(crate) fn is_another(name: &str, text: &str) -> Option<Message> {
    /// Letters from which on a guess among all languages can be relied on.
    const ENOUGH: usize = 60;
    let text: String = text.chars().take(20_000).collect();
    if text.chars().filter(|letter| letter.is_alphabetic()).take(ENOUGH).count() < ENOUGH {
        return None;
    }
    let info = whatlang::detect(&text).filter(|info| info.is_reliable())?;
    if matches!(info.lang(), Lang::Fra | Lang::Eng) {
        return None;
    }
    let said = other_language(info.lang().code(), Voice::En);
    Some(Message::new(format!("{name} {}", said.what)).help(said.help))
}

/// How many bytes of a text speak of time, read as a language.
fn time_read(frise: &Frise, text: &str, language: Language) -> usize {
    let article = Article::new("", text, language);
    frise.find(&article).iter().map(|mention| mention.span.end - mention.span.start).sum()
}

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
    let known = |language: &Language| Some((Lang::from_code(language.three_letters())?, *language));
    let languages: Vec<(Lang, Language)> = Language::ALL.iter().filter_map(known).collect();
    let allowed = languages.iter().map(|(lang, _)| *lang).collect();
    let info = Detector::with_allowlist(allowed).detect(text);
    let guess = info.as_ref().and_then(|info| {
        languages.iter().find(|(lang, _)| *lang == info.lang()).map(|(_, language)| *language)
    });
    if let (Some(language), true) = (guess, info.is_some_and(|info| info.is_reliable())) {
        return Detected { language, is_open: false };
    }
    let declared = declared.and_then(|code| code.get(..2)?.to_ascii_lowercase().parse().ok());
    if let Some(language) = declared {
        return Detected { language, is_open: false };
    }
    let read: Vec<(usize, Language)> = Language::ALL
        .iter()
        .map(|&language| (time_read(frise, text, language), language))
        .collect();
    let most = read.iter().map(|(bytes, _)| *bytes).max().unwrap_or(0);
    let best: Vec<Language> =
        read.iter().filter(|(bytes, _)| *bytes == most).map(|(_, language)| *language).collect();
    let first = best.first().copied().unwrap_or_default();
    let language = guess.filter(|guess| best.contains(guess)).unwrap_or(first);
    Detected { language, is_open: 1 < best.len() && 0 < most }
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
    let code = info.lang().code();
    if Language::ALL.iter().any(|known| known.three_letters() == code) {
        return None;
    }
    let said = other_language(code, Voice::En);
    Some(Message::new(format!("{name} {}", said.what)).help(said.help))
}

/// How many bytes of a text speak of time, read as a language.
fn time_read(frise: &Frise, text: &str, language: Language) -> usize {
    let article = Article::new("", text, language);
    frise.find(&article).iter().map(|mention| mention.span.end - mention.span.start).sum()
}

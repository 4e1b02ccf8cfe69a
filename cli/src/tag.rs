//! `frise tag`: time expressions, found and resolved.

use frise::{Article, Frise, Language};

use crate::json::{Extent, Line, Tagged, Timex};

/// One line of a batch, answered.
pub fn line(frise: &Frise, line: &str) -> String {
    let parsed: Line = match serde_json::from_str(line) {
        Ok(parsed) => parsed,
        Err(error) => return serde_json::json!({ "error": error.to_string() }).to_string(),
    };
    let language = match parsed.lang.as_deref() {
        Some("en") => Language::En,
        _ => Language::Fr,
    };
    let mut article = Article::new("a", parsed.text, language);
    if let Some(published) = parsed.dct.as_deref().and_then(|dct| dct.parse().ok()) {
        article = article.published(published);
    }
    let tagged = Tagged { schema: 1, id: parsed.id, timexes: timexes(frise, &article) };
    serde_json::to_string(&tagged).unwrap_or_default()
}

/// The TIMEX3s of an article.
pub fn timexes(frise: &Frise, article: &Article) -> Vec<Timex> {
    let text = article.text();
    let chars = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
    let account = frise.read(article);
    let mut timexes = Vec::new();
    for (mention, resolution) in account.mentions.iter().zip(account.resolutions) {
        for part in resolution.parts {
            let extent = part.extent().copied();
            timexes.push(Timex {
                start: chars(part.timex.span.start),
                end: chars(part.timex.span.end),
                text: part.timex.span.of(text).to_owned(),
                kind: part.timex.kind.word(),
                value: part.timex.value.clone(),
                modifier: part.timex.modifier,
                quant: part.timex.quant.clone(),
                freq: part.timex.freq.clone(),
                from: extent.and_then(|extent| extent.from_text()),
                to: extent.and_then(|extent| extent.to_text()),
                extent: Extent { start: chars(mention.span.start), end: chars(mention.span.end) },
                anchor: part.anchor.word(),
                anchor_event: None,
                zone: extent.and_then(|extent| extent.zone).map(|zone| zone.to_string()),
                unresolved: part.unresolved.as_ref().map(ToString::to_string),
                rule: mention.rule,
                steps: part.steps.clone(),
            });
        }
    }
    timexes
}

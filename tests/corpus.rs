//! The corpus files are the specification of the grammars: value first, then the phrases that have it.
//!
//! A line is `VALUE | phrase | phrase …`; several values of one phrase are joined with ` ; `; after a
//! value, `[mod=START quant=EVERY freq=2X from=2013-02-01 to=2013-03-01]` may say more. `-` for phrases
//! that must give nothing; `published 2013-02-12` sets the date for the lines after it.

use std::fmt::Write;

use frise::{Article, Frise, Language};

#[test]
fn every_french_phrase_has_its_value() {
    check(Language::Fr, include_str!("../fixtures/corpus/fr.txt"));
}

#[test]
fn every_english_phrase_has_its_value() {
    check(Language::En, include_str!("../fixtures/corpus/en.txt"));
}

/// Reads a whole corpus and fails with every line that is not as it says.
#[track_caller]
fn check(language: Language, corpus: &str) {
    let frise = Frise::new();
    let mut published = "2013-02-12".to_owned();
    let mut failures = String::new();
    let (mut phrases, mut failed) = (0, 0);
    for (number, line) in (1..).zip(corpus.lines()) {
        let line = line.split_once("# ").map_or(line, |(line, _)| line).trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(date) = line.strip_prefix("published ") {
            published = date.trim().to_owned();
            continue;
        }
        let (wanted, rest) = line.split_once('|').expect("a line has a value, a bar and phrases");
        for phrase in rest.split('|').map(str::trim) {
            phrases += 1;
            let found = values(&frise, language, &published, phrase, wanted);
            if let Err(found) = found {
                failed += 1;
                writeln!(
                    failures,
                    "{}.txt:{number}: {phrase:?} gives {found}, not {}",
                    language.code(),
                    wanted.trim()
                )
                .expect("a string takes all");
            }
        }
    }
    assert!(failures.is_empty(), "{failed} of {phrases} phrases:\n{failures}");
}

/// Whether a phrase gives the values wanted; else what it gives.
fn values(
    frise: &Frise,
    language: Language,
    published: &str,
    phrase: &str,
    wanted: &str,
) -> Result<(), String> {
    let article = Article::new("corpus", phrase, language)
        .published(published.parse().expect("the date of the corpus exists"));
    let account = frise.read(&article);
    let parts: Vec<_> =
        account.resolutions.iter().flat_map(|resolution| &resolution.parts).collect();
    let wanted = wanted.trim();
    let found = || {
        let values: Vec<String> = parts
            .iter()
            .map(|part| {
                let extent = part.extent();
                let mut value = part.timex.value.clone();
                let attributes = [
                    ("mod", part.timex.modifier.map(str::to_owned)),
                    ("quant", part.timex.quant.clone()),
                    ("freq", part.timex.freq.clone()),
                    ("from", extent.and_then(|extent| extent.from_text())),
                    ("to", extent.and_then(|extent| extent.to_text())),
                ];
                let said: Vec<String> = attributes
                    .into_iter()
                    .filter_map(|(name, value)| value.map(|value| format!("{name}={value}")))
                    .collect();
                if !said.is_empty() {
                    value.push_str(&format!(" [{}]", said.join(" ")));
                }
                value
            })
            .collect();
        if values.is_empty() { "-".to_owned() } else { values.join(" ; ") }
    };
    let agrees = if wanted == "-" {
        parts.is_empty()
    } else {
        let wanted: Vec<&str> = wanted.split(" ; ").collect();
        wanted.len() == parts.len()
            && wanted.iter().zip(&parts).all(|(wanted, part)| is(part, wanted))
    };
    if agrees { Ok(()) } else { Err(found()) }
}

/// Whether a part has a value and all the attributes said.
fn is(part: &frise::Resolved, wanted: &str) -> bool {
    let (value, attributes) = match wanted.split_once('[') {
        Some((value, attributes)) => (value.trim(), attributes.trim_end_matches(']')),
        None => (wanted.trim(), ""),
    };
    let extent = part.extent();
    value == part.timex.value
        && attributes.split_whitespace().all(|attribute| {
            let (name, wanted) = attribute.split_once('=').expect("an attribute is name=value");
            match name {
                "type" => part.timex.kind.word() == wanted,
                "mod" => part.timex.modifier == Some(wanted),
                "quant" => part.timex.quant.as_deref() == Some(wanted),
                "freq" => part.timex.freq.as_deref() == Some(wanted),
                "from" => {
                    moment(extent.and_then(|extent| extent.from_text()))
                        == moment(Some(wanted.to_owned()))
                }
                "to" => {
                    moment(extent.and_then(|extent| extent.to_text()))
                        == moment(Some(wanted.to_owned()))
                }
                other => panic!("no attribute {other}"),
            }
        })
}

/// A bound with its midnight left out.
fn moment(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim_end_matches("T00:00").to_owned())
}

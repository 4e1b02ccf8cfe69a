//! The JSON of `tag`, field by field as the interface fixes it.

use std::borrow::Cow;

use frise::{Extent, Granularity, Language, Reading, Ruler};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;

use super::{Read, Shown};

/// An article, tagged.
#[derive(JsonSchema, Serialize)]
pub(crate) struct Tagged<'a, Id> {
    schema: u32,
    id: Id,
    timexes: Vec<Timex<'a>>,
}

/// A TIMEX3 with what lies behind it.
#[derive(JsonSchema, Serialize)]
struct Timex<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    value: Cow<'a, str>,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quant: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    freq: Option<&'a str>,
    from: Option<String>,
    to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edtf: Option<String>,
    extent: Stretch,
    anchor: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    anchor_event: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unresolved: Option<String>,
    rule: &'a str,
    steps: Vec<String>,
    /// The same steps as values: a kind each, and what it speaks of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    why: Vec<serde_json::Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternatives: Vec<Alternative>,
}

/// A stretch of the text, in the offsets asked for.
#[derive(JsonSchema, Serialize)]
struct Stretch {
    start: usize,
    end: usize,
}

/// Another way to read it.
#[derive(JsonSchema, Serialize)]
struct Alternative {
    value: String,
    from: Option<String>,
    to: Option<String>,
    why: String,
}

/// A document of a batch, on one line.
pub(super) fn line(id: &RawValue, read: &Read<'_>, ruler: &Ruler<'_>) -> String {
    let tagged = Tagged { schema: 1, id, timexes: timexes(read, ruler) };
    serde_json::to_string(&tagged).unwrap_or_default()
}

/// A document of its own, for eyes too.
pub(super) fn document(read: &Read<'_>, ruler: &Ruler<'_>) -> String {
    let tagged = Tagged { schema: 1, id: read.article.id(), timexes: timexes(read, ruler) };
    serde_json::to_string_pretty(&tagged).unwrap_or_default()
}

fn timexes<'a>(read: &'a Read<'_>, ruler: &Ruler<'_>) -> Vec<Timex<'a>> {
    let text = read.article.text();
    read.parts().map(|shown| timex(text, shown, ruler, read.language)).collect()
}

fn timex<'a>(text: &'a str, shown: Shown<'a>, ruler: &Ruler<'_>, language: Language) -> Timex<'a> {
    let Shown { mention, part, extent, .. } = shown;
    Timex {
        start: ruler.at(part.timex.span.start),
        end: ruler.at(part.timex.span.end),
        text: part.timex.span.of(text),
        kind: part.timex.kind.word(),
        value: shown.value,
        modifier: part.timex.modifier,
        quant: part.timex.quant.as_deref(),
        freq: part.timex.freq.as_deref(),
        from: extent.and_then(Extent::from_text),
        to: extent.and_then(Extent::to_text),
        edtf: extent.and_then(Extent::edtf),
        extent: Stretch { start: ruler.at(mention.span.start), end: ruler.at(mention.span.end) },
        anchor: shown.anchor,
        anchor_event: shown.anchor_event,
        zone: extent.and_then(|extent| extent.zone).map(|zone| zone.to_string()),
        unresolved: shown.unresolved.map(|why| why.text(language)),
        rule: mention.rule,
        steps: shown.steps.iter().map(|why| why.text(language)).collect(),
        why: shown.steps.iter().filter_map(|why| serde_json::to_value(why).ok()).collect(),
        alternatives: (part.readings.iter().skip(1))
            .map(|reading| alternative(reading, language))
            .collect(),
    }
}

fn alternative(reading: &Reading, language: Language) -> Alternative {
    Alternative {
        value: value(&reading.extent),
        from: reading.extent.from_text(),
        to: reading.extent.to_text(),
        why: reading.why.as_ref().map_or(String::new(), |why| why.text(language)),
    }
}

/// An alternative's value: a day or a minute as TIMEX3 has it, any other stretch by its bounds.
fn value(extent: &Extent) -> String {
    let from = extent.from_text().unwrap_or_default();
    match extent.granularity {
        Granularity::Day => from.trim_end_matches("T00:00").to_owned(),
        Granularity::Minute | Granularity::Second => from,
        _ => format!("{from}/{}", extent.to_text().unwrap_or_default()),
    }
}

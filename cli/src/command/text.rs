//! `frise text`: what is read of a document, for whoever wonders where a statement comes from.

use std::fmt::Write;

use frise::{Offsets, Ruler};
use schemars::JsonSchema;
use serde::Serialize;

use crate::args;
use crate::format::{self, Format};
use crate::input::{self, Document};
use crate::message::Message;
use crate::output;

/// What is read of one document.
#[derive(Serialize, JsonSchema)]
pub(crate) struct TextJson<'a> {
    schema: u32,
    id: &'a str,
    /// What the file is: `html`, `pdf`, `docx`, `mail`, `markdown` or `text`.
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'a str>,
    /// The language that the document declares.
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
    /// When it was published, as its metadata say.
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<Stamp<'a>>,
    text: &'a str,
    /// Where each part of the text comes from, in its order.
    parts: Vec<Stretch>,
}

#[derive(Serialize, JsonSchema)]
struct Stamp<'a> {
    value: &'a str,
    /// The field of the metadata.
    field: &'a str,
}

#[derive(Serialize, JsonSchema)]
struct Stretch {
    start: usize,
    end: usize,
    /// `title`, `body`, `note` or `quoted`.
    from: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
}

pub(crate) fn run(args: &args::TextOf) -> Result<(), Message> {
    let formats = [("parts", Format::Parts), ("text", Format::Text), ("json", Format::Json)];
    let default = if output::is_terminal(None) { Format::Parts } else { Format::Text };
    let format = format::parse(args.format.as_deref(), &formats)?.unwrap_or(default);
    let documents = input::documents(&args.files)?;
    let written = match format {
        Format::Json => {
            let unit = Offsets::from(args.offsets);
            output::json(&documents.iter().map(|one| json(one, unit)).collect::<Vec<_>>())
        }
        Format::Parts => documents.iter().map(parts).collect::<Vec<_>>().join("\n"),
        _ => documents.iter().map(|one| one.read.text.as_str()).collect::<Vec<_>>().join("\n"),
    };
    output::write(None, &written)
}

fn json(document: &Document, unit: Offsets) -> TextJson<'_> {
    let read = &document.read;
    let ruler = Ruler::new(&read.text, unit);
    let parts = read.parts.iter().map(|part| Stretch {
        start: ruler.at(part.span.start),
        end: ruler.at(part.span.end),
        from: part.origin.name(),
        page: part.page,
    });
    TextJson {
        schema: 1,
        id: &document.id,
        kind: read.kind.name(),
        title: read.title.as_deref(),
        author: read.author.as_deref(),
        lang: read.language.as_deref(),
        published: read.published.as_ref().map(|one| Stamp { value: &one.date, field: &one.field }),
        text: &read.text,
        parts: parts.collect(),
    }
}

/// What the document says of itself, then each part under what it is.
fn parts(document: &Document) -> String {
    let read = &document.read;
    let mut out = format!("{}: {}\n", document.name, read.kind.name());
    let published = read.published.as_ref().map(|one| format!("{} ({})", one.date, one.field));
    let about = [
        ("title", &read.title),
        ("author", &read.author),
        ("language", &read.language),
        ("published", &published),
    ];
    for (name, value) in about {
        if let Some(value) = value {
            let _ = writeln!(out, "{name}: {value}");
        }
    }
    for part in &read.parts {
        let words = read.text.get(part.span.clone()).unwrap_or_default().trim();
        let _ = match part.page {
            Some(page) => writeln!(out, "\n[{}, page {page}]\n{words}", part.origin.name()),
            None => writeln!(out, "\n[{}]\n{words}", part.origin.name()),
        };
    }
    out
}

//! `frise check --timeml`: annotated documents whose links cannot all hold, and no others.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use frise::{Annotated, AnnotatedLink};
use schemars::JsonSchema;
use serde::Serialize;

use crate::Outcome;
use crate::format::Format;
use crate::input;
use crate::message::Message;
use crate::output;

#[derive(JsonSchema, Serialize)]
pub(super) struct Report {
    schema: u32,
    documents: Vec<Document>,
}

/// A document that is inconsistent.
#[derive(JsonSchema, Serialize)]
struct Document {
    file: String,
    conflicts: Vec<Clash>,
}

#[derive(JsonSchema, Serialize)]
struct Clash {
    links: Vec<Link>,
}

#[derive(JsonSchema, Serialize)]
struct Link {
    lid: String,
    from: String,
    rel: String,
    to: String,
    text: String,
}

impl From<&AnnotatedLink> for Link {
    fn from(link: &AnnotatedLink) -> Self {
        Self {
            lid: link.lid.clone(),
            from: link.from.clone(),
            rel: link.relation.clone(),
            to: link.to.clone(),
            text: link.text.clone(),
        }
    }
}

pub(super) fn run(files: &[PathBuf], format: Format) -> Result<Outcome, Message> {
    if files.is_empty() {
        return Err(Message::new("no file is given").help("write frise check --timeml FILE.tml…"));
    }
    let mut documents = Vec::new();
    for file in files {
        documents.extend(checked(file)?);
    }
    let outcome = if documents.is_empty() { Outcome::Done } else { Outcome::Found };
    let report = Report { schema: 1, documents };
    let written = match format {
        Format::Json => output::json(&report),
        _ => told(&report.documents),
    };
    output::write(None, &written)?;
    Ok(outcome)
}

/// A document with its conflicts, where it has some.
fn checked(file: &Path) -> Result<Option<Document>, Message> {
    let name = file.display().to_string();
    let xml = input::text(file)?;
    let annotated = Annotated::parse(&xml).map_err(|error| {
        let message = Message::new(format!("{name}: {}", error.what()));
        let message = match error.at() {
            Some((start, end)) => {
                message.at(name.as_str(), xml.as_str(), start..end.max(start + 1))
            }
            None => message,
        };
        match error.help() {
            Some(help) => message.help(help),
            None => message,
        }
    })?;
    let conflicts: Vec<Clash> = annotated
        .conflicts()
        .into_iter()
        .map(|links| Clash { links: links.into_iter().map(Link::from).collect() })
        .collect();
    Ok((!conflicts.is_empty()).then_some(Document { file: name, conflicts }))
}

fn told(documents: &[Document]) -> String {
    if documents.is_empty() {
        return "no conflict\n".to_owned();
    }
    let mut told = String::new();
    for (at, document) in documents.iter().enumerate() {
        if at != 0 {
            told.push('\n');
        }
        let _ = writeln!(told, "{}", document.file);
        for conflict in &document.conflicts {
            let links = match conflict.links.len() {
                1 => "this link cannot hold:".to_owned(),
                n => format!("these {n} links cannot all hold:"),
            };
            let _ = writeln!(told, "  {links}");
            for link in &conflict.links {
                let Link { lid, from, rel, to, text } = link;
                let indent = textwrap::Options::new(output::width())
                    .initial_indent("      ")
                    .subsequent_indent("      ")
                    .break_words(false);
                let _ = writeln!(told, "    {lid}  {from} {rel} {to}");
                let _ = writeln!(told, "{}", textwrap::fill(text, indent));
            }
        }
    }
    told
}

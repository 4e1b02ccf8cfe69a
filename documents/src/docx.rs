//! DOCX: the paragraphs of the document and its notes, with insertions taken and deletions left out.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

use crate::document::{Builder, Document, Kind, Origin, squeezed};
use crate::limits::Limits;
use crate::package::Package;
use crate::refusal::{Measure, Refusal};

/// Reads a DOCX.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Refusal> {
    let package = Package::open(bytes).ok_or(Refusal::Damaged("DOCX"))?;
    let main = package
        .names()
        .find(|name| name.starts_with("word/document") && name.ends_with(".xml"))
        .ok_or(Refusal::Damaged("DOCX"))?;
    let xml = package.read(main, limits)?.ok_or(Refusal::Damaged("DOCX"))?;
    let mut out = Builder::default();
    let mut left = limits.unpacked.saturating_sub(xml.len());
    for paragraph in paragraphs(&xml, limits)? {
        out.paragraph(&paragraph, Origin::Body, None);
    }
    for name in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(xml) = package.read(name, limits)? {
            let too_large = Refusal::TooLarge { what: Measure::Unpacked, most: limits.unpacked };
            left = left.checked_sub(xml.len()).ok_or(too_large)?;
            for paragraph in paragraphs(&xml, limits)? {
                out.paragraph(&paragraph, Origin::Note, None);
            }
        }
    }
    let mut document = out.finish(Kind::Docx);
    if let Some(core) = package.read("docProps/core.xml", limits)? {
        let about = |name: &str| {
            element(&core, name).map(|text| squeezed(&text)).filter(|text| !text.is_empty())
        };
        document.title = about("title");
        document.author = about("creator");
        document.language = about("language");
    }
    Ok(document)
}

/// The text of the first element of a name.
fn element(xml: &[u8], name: &str) -> Option<String> {
    let mut reader = Reader::from_reader(xml);
    let mut inside = false;
    let mut text = String::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => inside |= start.local_name().as_ref() == name,
            Event::Text(piece) if inside => text.push_str(&piece),
            Event::GeneralRef(entity) if inside => text.extend(character(&entity)),
            Event::End(end) if end.local_name().as_ref() == name => return Some(text),
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// What stands in a reference: one of the five entities that XML has, or a number. No other is expanded.
fn character(entity: &BytesRef<'_>) -> Option<String> {
    match entity.resolve_char_ref() {
        Ok(Some(letter)) => Some(letter.to_string()),
        _ => resolve_predefined_entity(entity).map(str::to_owned),
    }
}

/// What is no text of the document: deletions, codes of fields, what older programs show instead.
const LEFT_OUT: &[&str] = &[
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "delInstrText",
    "Fallback",
    "pPr",
    "rPr",
    "tblPr",
    "sectPr",
];

/// The paragraphs of a part, the cells of a row on one line.
fn paragraphs(xml: &[u8], limits: &Limits) -> Result<Vec<String>, Refusal> {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().check_end_names = false;
    let mut out = Vec::new();
    // A text box stands inside a paragraph: its own paragraphs come before the rest of it.
    let mut open: Vec<String> = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let (mut depth, mut skip, mut in_text, mut rows, mut is_list) =
        (0_usize, None, 0_usize, 0_usize, false);
    loop {
        let event = reader.read_event().map_err(|_| Refusal::Damaged("DOCX"))?;
        match event {
            Event::Start(start) => {
                depth += 1;
                if limits.depth < depth {
                    return Err(Refusal::TooLarge { what: Measure::Depth, most: limits.depth });
                }
                let name = start.local_name();
                let name = name.as_ref();
                if name == "numPr" && skip.is_some() {
                    is_list = true;
                }
                if skip.is_some() {
                    continue;
                }
                match name {
                    "p" => {
                        open.push(String::new());
                        is_list = false;
                    }
                    "t" => in_text += 1,
                    "tr" => rows += 1,
                    // The separator of notes and the like.
                    "footnote" | "endnote" if attribute(&start, "type").is_some() => {
                        skip = Some(depth)
                    }
                    name if LEFT_OUT.contains(&name) => skip = Some(depth),
                    _ => {}
                }
            }
            Event::Empty(empty) => {
                let name = empty.local_name();
                if name.as_ref() == "numPr" {
                    is_list = true;
                }
                if skip.is_some() {
                    continue;
                }
                let Some(text) = open.last_mut() else { continue };
                match name.as_ref() {
                    "tab" | "ptab" => text.push('\t'),
                    "br" | "cr" => text.push('\n'),
                    "noBreakHyphen" => text.push('-'),
                    _ => {}
                }
            }
            Event::End(end) => {
                if skip == Some(depth) {
                    skip = None;
                    depth = depth.saturating_sub(1);
                    continue;
                }
                depth = depth.saturating_sub(1);
                if skip.is_some() {
                    continue;
                }
                match end.local_name().as_ref() {
                    "t" => in_text = in_text.saturating_sub(1),
                    "p" => {
                        let text = open.pop().unwrap_or_default();
                        let lines: Vec<String> = text
                            .split('\n')
                            .map(squeezed)
                            .filter(|line| !line.is_empty())
                            .collect();
                        if !lines.is_empty() {
                            let text = lines.join("\n");
                            let text = if std::mem::take(&mut is_list) {
                                format!("- {text}")
                            } else {
                                text
                            };
                            if 0 < rows { row.push(text) } else { out.push(text) }
                        }
                    }
                    "tr" => {
                        rows = rows.saturating_sub(1);
                        if rows == 0 && !row.is_empty() {
                            out.push(std::mem::take(&mut row).join(" | "));
                        }
                    }
                    _ => {}
                }
            }
            Event::Text(piece) if 0 < in_text && skip.is_none() => {
                if let Some(text) = open.last_mut() {
                    text.push_str(&piece);
                }
            }
            Event::GeneralRef(entity) if 0 < in_text && skip.is_none() => {
                if let Some(text) = open.last_mut() {
                    text.extend(character(&entity));
                }
            }
            Event::Eof => return Ok(out),
            _ => {}
        }
    }
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.attributes().flatten().find(|one| one.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}

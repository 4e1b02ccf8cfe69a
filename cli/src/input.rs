//! Texts from files and standard input.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use frise::Published;
use frise_documents::{Limits, Refusal, Voice, refusal};

use crate::message::Message;

/// What a file holds, and what it is called.
#[derive(Debug)]
pub(crate) struct Document {
    /// The stem of the file's name.
    pub(crate) id: String,
    /// The file, as messages cite it.
    pub(crate) name: String,
    pub(crate) read: Read,
}

/// What is read of a document.
pub(crate) type Read = frise_documents::Document;

/// When a document's metadata say that it was published, and in which field.
pub(crate) fn published(read: &Read) -> Option<(Published, &str)> {
    let found = read.published.as_ref()?;
    Some((found.date.parse().ok()?, found.field.as_str()))
}

/// The bytes that the pages of a document begin at, each with its number.
pub(crate) fn pages(read: &Read) -> Vec<(usize, u32)> {
    let mut pages: Vec<(usize, u32)> = Vec::new();
    for part in &read.parts {
        if let Some(page) = part.page.filter(|page| pages.last().is_none_or(|last| last.1 != *page))
        {
            pages.push((part.span.start, page));
        }
    }
    pages
}

/// Reads all files; no file at all is standard input.
pub(crate) fn documents(files: &[PathBuf]) -> Result<Vec<Document>, Message> {
    let standard_input = [PathBuf::from("-")];
    let files = if files.is_empty() { &standard_input } else { files };
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut documents = Vec::with_capacity(files.len());
    for file in files {
        let document = document(file)?;
        if let Some(first) = seen.insert(document.id.clone(), document.name.clone()) {
            let what = format!(
                "two articles have the id \"{}\": {first} and {}",
                document.id, document.name
            );
            return Err(Message::new(what)
                .help("a file's id is its name without folder and ending; rename one of them"));
        }
        documents.push(document);
    }
    Ok(documents)
}

fn document(file: &Path) -> Result<Document, Message> {
    if file == Path::new("-") {
        use std::io::Read as _;
        let mut bytes = Vec::new();
        // One byte more than is read tells that there is too much.
        let most = u64::try_from(Limits::default().bytes).unwrap_or(u64::MAX).saturating_add(1);
        std::io::Read::take(std::io::stdin().lock(), most)
            .read_to_end(&mut bytes)
            .map_err(|error| unreadable("standard input", &error))?;
        let name = "standard input".to_owned();
        return Ok(Document { id: "stdin".to_owned(), read: parsed(&name, &bytes)?, name });
    }
    let id = file.file_stem().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
    Ok(Document { id, name: file.display().to_string(), read: read(file)? })
}

/// What is read of a file, which may be of any format that is known.
pub(crate) fn read(file: &Path) -> Result<Read, Message> {
    let name = file.display().to_string();
    let limits = Limits::default();
    let length = std::fs::metadata(file).map_or(0, |about| about.len());
    if u64::try_from(limits.bytes).is_ok_and(|most| most < length) {
        let what = frise_documents::Measure::File;
        return Err(refused(&name, &[], &Refusal::TooLarge { what, most: limits.bytes }));
    }
    let bytes = std::fs::read(file).map_err(|error| unreadable(&name, &error))?;
    parsed(&name, &bytes)
}

fn parsed(name: &str, bytes: &[u8]) -> Result<Read, Message> {
    frise_documents::read(bytes, &Limits::default()).map_err(|why| refused(name, bytes, &why))
}

/// What a file is that cannot be read, and the way out.
fn refused(name: &str, bytes: &[u8], why: &Refusal) -> Message {
    if let Refusal::Encoding { at } = why {
        return not_utf8(name, bytes, *at);
    }
    let said = refusal(why, Voice::En);
    Message::new(format!("{name} {}", said.what)).help(said.help)
}

/// The text of a file that can only be text: a case, annotated XML.
pub(crate) fn text(file: &Path) -> Result<String, Message> {
    let name = file.display().to_string();
    let bytes = std::fs::read(file).map_err(|error| unreadable(&name, &error))?;
    utf8(&name, bytes)
}

pub(crate) fn unreadable(name: &str, error: &std::io::Error) -> Message {
    match error.kind() {
        ErrorKind::NotFound => Message::new(format!("cannot read {name}: there is no such file"))
            .help("check the path; it is looked up from the folder that the program runs in"),
        ErrorKind::PermissionDenied => {
            Message::new(format!("cannot read {name}: permission denied"))
                .help("make it readable for the user who runs the program")
        }
        ErrorKind::IsADirectory => Message::new(format!("cannot read {name}: it is a folder"))
            .help("name the files in it, for example with a pattern such as folder/*.txt"),
        _ => Message::new(format!("cannot read {name}: {error}")),
    }
}

/// Bytes as text, or where they stop being it.
pub(crate) fn utf8(name: &str, bytes: Vec<u8>) -> Result<String, Message> {
    String::from_utf8(bytes)
        .map_err(|error| not_utf8(name, error.as_bytes(), error.utf8_error().valid_up_to()))
}

fn not_utf8(name: &str, bytes: &[u8], valid: usize) -> Message {
    let help = match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => {
            "it looks like UTF-16; convert it: iconv -f UTF-16 -t UTF-8"
        }
        _ => "if it is Latin-1 or Windows-1252, convert it: iconv -f WINDOWS-1252 -t UTF-8",
    };
    Message::new(format!("{name} is not UTF-8: {}", first_bad_byte(bytes, valid))).help(help)
}

/// The first byte that is no UTF-8, by offset, line and column.
pub(crate) fn first_bad_byte(bytes: &[u8], valid: usize) -> String {
    let before = bytes.get(..valid).unwrap_or_default();
    let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let column =
        1 + String::from_utf8_lossy(before.get(line_start..).unwrap_or_default()).chars().count();
    match bytes.get(valid) {
        Some(byte) => {
            format!("byte 0x{byte:02X} at offset {valid} (line {line}, column {column})")
        }
        None => format!("it ends inside a character at offset {valid}"),
    }
}

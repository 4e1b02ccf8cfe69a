//! Files of the ZIP container: what they are, and the entries of a DOCX.
//!
//! Only the entries that are named are unpacked, each up to a limit, whatever the directory says of sizes.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use crate::limits::Limits;
use crate::refusal::{Measure, Refusal};

/// The entries of a directory at most.
const ENTRIES: usize = 20_000;

/// An archive's directory.
#[derive(Debug)]
pub(crate) struct Package<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry<'a>>,
}

#[derive(Debug)]
struct Entry<'a> {
    name: &'a [u8],
    is_encrypted: bool,
    method: usize,
    packed: usize,
    header: usize,
}

/// Says that bytes are a DOCX, or what other package.
pub(crate) fn kind(bytes: &[u8]) -> Result<(), Refusal> {
    let package = Package::open(bytes).ok_or(Refusal::Archive("ZIP"))?;
    let has = |name: &[u8]| package.entries.iter().any(|entry| entry.name == name);
    let begins = |name: &[u8]| package.entries.iter().any(|entry| entry.name.starts_with(name));
    if has(b"word/document.xml") || begins(b"word/document") {
        return Ok(());
    }
    let what = if begins(b"xl/") {
        "xlsx"
    } else if begins(b"ppt/") {
        "pptx"
    } else if has(b"mimetype") {
        match package.start_of(b"mimetype") {
            Some(kind) if kind.starts_with(b"application/epub") => "epub",
            Some(kind) if kind.ends_with(b"spreadsheet") => "ods",
            Some(kind) if kind.ends_with(b"presentation") => "odp",
            _ => "odt",
        }
    } else if has(b"META-INF/MANIFEST.MF") {
        "jar"
    } else {
        return Err(Refusal::Archive("ZIP"));
    };
    Err(Refusal::OtherPackage(what))
}

impl<'a> Package<'a> {
    /// Reads the directory at the end of the bytes.
    pub(crate) fn open(bytes: &'a [u8]) -> Option<Self> {
        let tail = bytes.len().saturating_sub(66_000);
        let end = bytes.get(tail..)?.windows(4).rposition(|four| four == b"PK\x05\x06")? + tail;
        let mut at = number(bytes, end + 16, 4)?;
        let count = number(bytes, end + 10, 2)?.min(ENTRIES);
        let mut entries = Vec::new();
        for _ in 0..count {
            if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
                break;
            }
            let [name, extra, comment] = [28, 30, 32].map(|offset| number(bytes, at + offset, 2));
            let name_at = at.checked_add(46)?;
            entries.push(Entry {
                name: bytes.get(name_at..name_at.checked_add(name?)?)?,
                is_encrypted: number(bytes, at + 8, 2)? & 1 == 1,
                method: number(bytes, at + 10, 2)?,
                packed: number(bytes, at + 20, 4)?,
                header: number(bytes, at + 42, 4)?,
            });
            at = name_at + name? + extra? + comment?;
        }
        (!entries.is_empty()).then_some(Self { bytes, entries })
    }

    /// An entry unpacked, `None` where there is none of that name.
    pub(crate) fn read(&self, name: &str, limits: &Limits) -> Result<Option<Vec<u8>>, Refusal> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name == name.as_bytes()) else {
            return Ok(None);
        };
        if entry.is_encrypted {
            return Err(Refusal::Encrypted("docx"));
        }
        let data = self.packed(entry).ok_or(Refusal::Damaged("DOCX"))?;
        let most = limits.part;
        match entry.method {
            0 => Ok(Some(data.to_vec())),
            8 => decompress_to_vec_with_limit(data, most).map(Some).map_err(|error| {
                match error.status {
                    TINFLStatus::HasMoreOutput => {
                        Refusal::TooLarge { what: Measure::Unpacked, most }
                    }
                    _ => Refusal::Damaged("DOCX"),
                }
            }),
            _ => Err(Refusal::Damaged("DOCX")),
        }
    }

    /// The names of the entries.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.entries.iter().filter_map(|entry| std::str::from_utf8(entry.name).ok())
    }

    fn packed(&self, entry: &Entry<'a>) -> Option<&'a [u8]> {
        let at = entry.header;
        (self.bytes.get(at..at.checked_add(4)?)? == b"PK\x03\x04").then_some(())?;
        let from = at + 30 + number(self.bytes, at + 26, 2)? + number(self.bytes, at + 28, 2)?;
        self.bytes.get(from..from.checked_add(entry.packed)?)
    }

    /// The first bytes of an entry that is not packed.
    fn start_of(&self, name: &[u8]) -> Option<&'a [u8]> {
        let entry = self.entries.iter().find(|entry| entry.name == name && entry.method == 0)?;
        let data = self.packed(entry)?;
        data.get(..data.len().min(100))
    }
}

/// A number of so many bytes, the last first.
fn number(bytes: &[u8], at: usize, width: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(width)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

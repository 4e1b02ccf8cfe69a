//! What several targets do.

use std::sync::LazyLock;

use frise::{Article, Frise, Language};
use frise_documents::{Limits, Voice, read, refusal};

static FRISE: LazyLock<Frise> = LazyLock::new(Frise::new);

/// Finds the mentions of a text: each lies in it, on the borders of characters.
pub fn find(text: &str, language: Language) {
    let article = Article::new("a", text, language);
    for mention in FRISE.find(&article) {
        assert!(text.get(mention.span.start..mention.span.end).is_some());
        for mark in &mention.marks {
            assert!(text.get(mark.start..mark.end).is_some());
        }
    }
}

/// Reads a document: its parts lie in its text, in their order, or what it is can be said.
pub fn document(bytes: &[u8]) {
    match read(bytes, &Limits::default()) {
        Ok(document) => {
            let mut end = 0;
            for part in &document.parts {
                assert!(end <= part.span.start && document.text.get(part.span.clone()).is_some());
                end = part.span.end;
            }
        }
        Err(why) => {
            for voice in [Voice::En, Voice::Fr] {
                let said = refusal(&why, voice);
                assert!(!said.what.is_empty() && !said.help.is_empty());
            }
        }
    }
}

/// An archive of one entry, stored as it is.
pub fn stored(name: &str, data: &[u8]) -> Vec<u8> {
    let short = |number: usize| u16::try_from(number).unwrap_or(u16::MAX).to_le_bytes();
    let long = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes();
    let sizes = [[0; 4], long(data.len()), long(data.len())].concat();
    let head = [&[0; 2][..], &[0; 2], &[0; 4], &sizes, &short(name.len()), &[0; 2]].concat();
    let file = [b"PK\x03\x04\x14\0", &head[..], name.as_bytes(), data].concat();
    let entry = [b"PK\x01\x02\x14\0\x14\0", &head[..], &[0; 14], name.as_bytes()].concat();
    let places = [long(entry.len()), long(file.len())].concat();
    [&file[..], &entry, b"PK\x05\x06\0\0\0\0\x01\0\x01\0", &places, &[0; 2]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stored_is_read() {
        let xml = b"<w:document><w:p><w:t>Le 7 mars</w:t></w:p></w:document>";
        let read = read(&stored("word/document.xml", xml), &Limits::default());
        assert_eq!(read.expect("it is a DOCX").text, "Le 7 mars\n");
    }
}

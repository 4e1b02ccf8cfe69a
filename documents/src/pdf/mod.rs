//! PDF: the text of its pages in the order in which it is read.

mod bombs;
mod content;
mod layout;
mod mend;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::document::Document;
use crate::limits::Limits;
use crate::refusal::Refusal;

/// Reads a PDF.
pub(crate) fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Document, Refusal> {
    bombs::refuse(&bytes, limits)?;
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Refusal::Encrypted("pdf"),
        _ => Refusal::Damaged("PDF"),
    })?;
    let reader = content::Reader::new();
    let mut budget = content::Budget::new(limits);
    let mut pages = Vec::new();
    for page in pdf.pages().iter() {
        pages.push(reader.page(page, &mut budget)?);
    }
    let count = pages.len();
    let mut document = mend::document(layout::pages(pages));
    if document.text.trim().is_empty() {
        return Err(Refusal::NoText { pages: count });
    }
    let field = |bytes: &Option<Box<[u8]>>| {
        let text = text_string(bytes.as_deref()?);
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    document.title = field(&pdf.metadata().title);
    document.author = field(&pdf.metadata().author);
    Ok(document)
}

/// A string of a PDF that is text: UTF-16 or UTF-8 with a mark, else nearly Latin-1.
fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into_owned()
        }
        [0xff, 0xfe, rest @ ..] => {
            encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0.into_owned()
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

//! The text of documents as they come: HTML, PDF with text, DOCX, mails, Markdown and plain text.
//!
//! What a file is is told by its bytes. What is read is one text, with where each of its parts comes from
//! and what the document says of itself: title, author, language, when it was published. What cannot be
//! read is refused with what it is and the way out. A file of any bytes is answered in bounded memory and
//! time ([`Limits`]), and by no panic.
//!
//! ```
//! use frise_documents::{Kind, Limits, read};
//! let page = b"<!DOCTYPE html><html lang=fr><meta property=article:published_time content=2024-04-05>
//!     <title>Barrage</title><body><p>Le barrage a c&eacute;d&eacute; le 7 mars.</p></body></html>";
//! let document = read(page, &Limits::default())?;
//! assert_eq!(document.kind, Kind::Html);
//! assert_eq!(document.published.map(|one| one.date).as_deref(), Some("2024-04-05"));
//! assert!(document.text.contains("Le barrage a cédé le 7 mars."));
//! # Ok::<(), frise_documents::Refusal>(())
//! ```

mod date;
mod document;
mod docx;
mod guard;
mod html;
mod limits;
mod mail;
mod markdown;
mod package;
mod pdf;
mod plain;
mod refusal;
mod sniff;
mod tell;

pub use document::{Document, Kind, Origin, Part, Published};
pub use limits::Limits;
pub use refusal::{Measure, Refusal};
pub use tell::{Said, Voice, other_language, refusal};

use sniff::Format;

/// Reads a document.
///
/// # Errors
/// Says what the file is where it cannot be read.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Refusal> {
    if limits.bytes < bytes.len() {
        return Err(Refusal::TooLarge { what: Measure::File, most: limits.bytes });
    }
    let (bytes, within) = (bytes.to_vec(), *limits);
    let (format, read): (_, Reader) = match sniff::format(&bytes)? {
        Format::Text(text) => return Ok(plain::read(text)),
        Format::Markdown(text) => ("Markdown", Box::new(move || markdown::read(&text, &within))),
        Format::Html(text) => ("HTML", Box::new(move || html::read(&text, &within))),
        Format::Pdf => ("PDF", Box::new(move || pdf::read(bytes, &within))),
        Format::Docx => ("DOCX", Box::new(move || docx::read(&bytes, &within))),
        Format::Mail => ("a mail", Box::new(move || mail::read(&bytes, &within))),
    };
    guard::run(guard::Task { format, read }, limits)
}

type Reader = Box<dyn FnOnce() -> Result<Document, Refusal> + Send>;

//! The words for people, a file a language: nothing else of this crate says anything to anybody.

mod en;
mod fr;

use crate::refusal::Refusal;

/// The language of what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// English.
    En,
    /// French.
    Fr,
}

/// What is wrong, to be said after the name of the file, and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// "is a picture (PNG)".
    pub what: String,
    /// "read its text with tesseract …".
    pub help: String,
}

/// A refusal in words.
///
/// ```
/// use frise_documents::{Refusal, Voice, refusal};
/// assert_eq!(refusal(&Refusal::Rtf, Voice::En).what, "is RTF, which is not read");
/// assert_eq!(refusal(&Refusal::Rtf, Voice::Fr).what, "est un fichier RTF, qui n'est pas lu");
/// ```
pub fn refusal(refusal: &Refusal, voice: Voice) -> Said {
    let (what, help) = match voice {
        Voice::En => en::refusal(refusal),
        Voice::Fr => fr::refusal(refusal),
    };
    Said { what, help }
}

/// A text in a language that is not read.
pub fn other_language(name: &str, voice: Voice) -> Said {
    let (what, help) = match voice {
        Voice::En => en::other_language(name),
        Voice::Fr => fr::other_language(name),
    };
    Said { what, help }
}

/// Bytes as people measure them: "64 MB".
fn megabytes(bytes: usize) -> usize {
    bytes >> 20
}

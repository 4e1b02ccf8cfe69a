//! What cannot be read, as data; `tell` has the words.

/// Why a file gives no text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Refusal {
    /// A picture.
    Image(&'static str),
    /// Sound or film.
    Recording,
    /// Rich Text Format.
    Rtf,
    /// A document of Word before 2007, or another file in its container.
    OldOffice,
    /// An archive or packed file.
    Archive(&'static str),
    /// A spreadsheet, a presentation, an OpenDocument, an e-book: packed XML that is no DOCX.
    OtherPackage(&'static str),
    /// XML that is no web page.
    Xml,
    /// PostScript.
    PostScript,
    /// A program or another file without text.
    Binary,
    /// A file that opens with a password only, or says that it is encrypted.
    Encrypted(&'static str),
    /// A PDF whose pages are pictures.
    NoText {
        /// How many pages.
        pages: usize,
    },
    /// Text in no encoding that is known: the first byte that is not UTF-8.
    Encoding {
        /// Where it is.
        at: usize,
    },
    /// The file is not what it begins as, or cut off.
    Damaged(&'static str),
    /// It is more than is read.
    TooLarge {
        /// What is.
        what: Measure,
        /// The most that is read, in its unit.
        most: usize,
    },
    /// The limit of time.
    TooLong {
        /// How many seconds it was given.
        seconds: u64,
    },
    /// Streams that are packed several times over, or in a way that hides how.
    OddlyPacked,
}

/// What of a document is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Measure {
    /// Bytes of the file.
    File,
    /// Bytes of a page of HTML, or another part that is read as a tree.
    Tree,
    /// Bytes once unpacked.
    Unpacked,
    /// Elements of a page.
    Elements,
    /// Elements inside one another.
    Depth,
    /// Steps of drawing its pages.
    Steps,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&crate::tell::refusal(self, crate::tell::Voice::En).what)
    }
}

impl std::error::Error for Refusal {}

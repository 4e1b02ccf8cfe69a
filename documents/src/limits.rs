//! How much a document may be, so that reading it takes bounded memory and time.

use std::time::Duration;

/// What a document may take at most. Each is checked while reading, before the memory is taken.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of a file.
    pub bytes: usize,
    /// Bytes of a page of HTML, of a mail's part, of Markdown: formats whose parsers build a tree.
    pub tree: usize,
    /// Bytes that one packed part of a file unpacks to.
    pub part: usize,
    /// Bytes that all packed parts of a file unpack to, and that are interpreted as the content of pages.
    pub unpacked: usize,
    /// Steps of drawing: operators and glyphs of a PDF.
    pub steps: usize,
    /// Elements of a page, and what stands in the tag of one.
    pub elements: usize,
    /// Elements inside one another.
    pub depth: usize,
    /// The last resort, for what no other limit catches.
    pub time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            tree: 16 << 20,
            part: 64 << 20,
            unpacked: 256 << 20,
            steps: 20_000_000,
            elements: 300_000,
            depth: 400,
            time: Duration::from_secs(30),
        }
    }
}

//! What is read of a document.

use std::ops::Range;

/// A document's text, and what it says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What the file is.
    pub kind: Kind,
    /// What is read. All spans are byte offsets into it.
    pub text: String,
    /// Where each part of the text comes from, in its order.
    pub parts: Vec<Part>,
    /// The title that the document gives itself.
    pub title: Option<String>,
    /// Its author, likewise.
    pub author: Option<String>,
    /// The language it declares: `fr`, `en-GB`.
    pub language: Option<String>,
    /// When it was published, as its metadata say.
    pub published: Option<Published>,
}

impl Document {
    /// The same document with another text.
    pub(crate) fn with(self, text: Builder) -> Self {
        let Document { text, parts, .. } = text.finish(self.kind);
        Self { text, parts, ..self }
    }

    /// The page that a byte of the text stands on, where the document has pages.
    pub fn page(&self, byte: usize) -> Option<u32> {
        let after = self.parts.partition_point(|part| part.span.start <= byte);
        self.parts.get(..after)?.last()?.page
    }
}

/// What a file is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// Plain text.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// PDF.
    Pdf,
    /// A document of Word, 2007 and later.
    Docx,
    /// A mail.
    Mail,
}

impl Kind {
    /// A name for programs: `html`, `pdf`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Text => "text",
            Kind::Markdown => "markdown",
            Kind::Html => "html",
            Kind::Pdf => "pdf",
            Kind::Docx => "docx",
            Kind::Mail => "mail",
        }
    }
}

/// A stretch of the text that comes from one place of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Where in the text.
    pub span: Range<usize>,
    /// What it is in the document.
    pub origin: Origin,
    /// Its page, counted from 1, where the document has pages.
    pub page: Option<u32>,
}

/// What a part of the text is in its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Origin {
    /// The title, where it is no part of the main text.
    Title,
    /// The main text.
    Body,
    /// A footnote or endnote.
    Note,
    /// A mail that another one quotes or holds.
    Quoted,
}

impl Origin {
    /// A name for programs.
    pub fn name(self) -> &'static str {
        match self {
            Origin::Title => "title",
            Origin::Body => "body",
            Origin::Note => "note",
            Origin::Quoted => "quoted",
        }
    }
}

/// A date that a document's metadata give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// `2024-04-05`, `2024-04-05T21:15`, `2024-04-05T21:15:30+02:00`.
    pub date: String,
    /// Where it stands: `article:published_time`, `datePublished`, `time`, `Date`.
    pub field: String,
}

/// Builds a text out of paragraphs, with a blank line between any two.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    pub(crate) text: String,
    pub(crate) parts: Vec<Part>,
}

impl Builder {
    /// Adds a stretch as a part of its own; what adjoins a part of the same origin and page goes on in it.
    pub(crate) fn paragraph(&mut self, words: &str, origin: Origin, page: Option<u32>) {
        let words = words.trim_matches(|c: char| c.is_whitespace() && c != '\u{a0}');
        if words.is_empty() {
            return;
        }
        self.gap("\n\n");
        self.more(words, origin, page);
    }

    /// Goes on in the paragraph that was begun.
    pub(crate) fn more(&mut self, words: &str, origin: Origin, page: Option<u32>) {
        let start = self.text.len();
        self.text.push_str(words);
        let end = self.text.len();
        match self.parts.last_mut() {
            Some(last) if last.origin == origin && last.page == page => last.span.end = end,
            _ => self.parts.push(Part { span: start..end, origin, page }),
        }
    }

    /// Takes away the last letter: a hyphen that only typesetting put there.
    pub(crate) fn drop_last(&mut self) {
        self.text.pop();
        if let Some(last) = self.parts.last_mut() {
            last.span.end = self.text.len();
        }
    }

    fn gap(&mut self, gap: &str) {
        if !self.text.is_empty() {
            self.text.push_str(gap);
        }
    }

    /// The whole text, which ends with a line end.
    pub(crate) fn finish(mut self, kind: Kind) -> Document {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        Document {
            kind,
            text: self.text,
            parts: self.parts,
            title: None,
            author: None,
            language: None,
            published: None,
        }
    }
}

/// Words with white space as single spaces, without what only typesetting put there. No-break spaces stay.
pub(crate) fn squeezed(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut space = None;
    for letter in words.chars() {
        match letter {
            '\u{ad}' | '\u{200b}' | '\u{feff}' | '\u{200c}' | '\u{200d}' | '\u{2060}' => {}
            '\u{a0}' | '\u{202f}' => space = Some(letter),
            _ if letter.is_whitespace() => space = space.or(Some(' ')),
            _ => {
                if let (Some(space), false) = (space.take(), out.is_empty()) {
                    out.push(space);
                }
                match unligated(letter) {
                    Some(letters) => out.push_str(letters),
                    None => out.push(letter),
                }
            }
        }
    }
    out
}

/// The letters of a typesetter's ligature.
pub(crate) fn unligated(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// A line as `squeezed`, but with the soft hyphen that ends it.
pub(crate) fn squeezed_line(words: &str) -> String {
    let mut line = squeezed(words);
    if words.trim_end().ends_with('\u{ad}') {
        line.push('\u{ad}');
    }
    line
}

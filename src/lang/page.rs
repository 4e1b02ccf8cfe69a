//! What a page of a language calls its own parts.

/// Words of by-lines, introductions and furniture, folded.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Page {
    /// A line that begins so tells who wrote the article, or when it was published.
    pub(crate) own: &'static [&'static str],
    /// Of these, what says that it was published then, and not changed.
    pub(crate) published: &'static [&'static str],
    /// Small words between the parts of such a line: "le", "à", "at".
    pub(crate) light: &'static [&'static str],
    /// Of these, what leads to a date: "Par Anne Dubois, le 3 mai".
    pub(crate) dates: &'static [&'static str],
    /// An introduction with such a word has a long quotation after it.
    pub(crate) excerpt: &'static [&'static str],
    /// A line that begins so ends the story; what follows is the page's own.
    pub(crate) furniture: &'static [&'static str],
    /// A line that begins so leads to other pages; the story goes on after it.
    pub(crate) links: &'static [&'static str],
}

//! Where in which article, in numbers that people use.

use frise::Article;

/// The articles of a timeline, measured once.
pub(crate) struct Places<'a> {
    measured: Vec<Measured<'a>>,
}

struct Measured<'a> {
    article: &'a Article,
    /// Where each line begins.
    lines: Vec<usize>,
}

impl<'a> Places<'a> {
    pub(crate) fn new(articles: &'a [Article]) -> Self {
        let measured = articles.iter().map(|article| {
            let ends = article.text().match_indices('\n').map(|(at, _)| at + 1);
            Measured { article, lines: std::iter::once(0).chain(ends).collect() }
        });
        Self { measured: measured.collect() }
    }

    /// The number of the line that a byte of an article is on.
    pub(crate) fn line(&self, article: &str, byte: usize) -> Option<usize> {
        self.of(article).map(|measured| measured.lines.partition_point(|begin| *begin <= byte))
    }

    /// `moa:12`: the article and the line; `moa:12 (p. 3)` where the article has pages.
    pub(crate) fn cite(&self, article: &str, byte: usize) -> String {
        let place = self.place(article, byte);
        match self.of(article).and_then(|measured| measured.article.page(byte)) {
            Some(page) => format!("{place} (p. {page})"),
            None => place,
        }
    }

    /// The same without the page.
    pub(crate) fn place(&self, article: &str, byte: usize) -> String {
        match self.line(article, byte) {
            Some(line) => format!("{article}:{line}"),
            None => article.to_owned(),
        }
    }

    fn of(&self, article: &str) -> Option<&Measured<'a>> {
        self.measured.iter().find(|measured| measured.article.id() == article)
    }
}

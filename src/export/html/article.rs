//! The articles, with every statement marked so that exactly its words can light up.

use super::{Page, escape, list};
use crate::article::{Article, Span};

impl Page<'_> {
    /// All articles, one below the other.
    pub(super) fn articles(&mut self) {
        let labels = self.labels;
        self.push(&format!(
            "<aside class=\"texts\" id=\"articles\" aria-label=\"{0}\" tabindex=\"0\">\n\
             <button type=\"button\" class=\"close\" aria-label=\"{1}\" title=\"{1}\">✕</button>\n",
            escape(labels.articles),
            escape(labels.close),
        ));
        for (number, article) in self.exhibit.articles.iter().enumerate() {
            self.article(number, article);
        }
        self.push("</aside>\n");
    }

    fn article(&mut self, number: usize, article: &Article) {
        let title = article.source_name().unwrap_or(article.id());
        let colour = self.colour(Some(title));
        let id = match article.source_name() {
            Some(_) => format!(" <small>{}</small>", escape(article.id())),
            None => String::new(),
        };
        self.push(&format!(
            "<article id=\"a{number}\" data-article=\"{}\"><h2><i class=\"dot c{colour}\"></i>{}{id}</h2>\n<div class=\"text\" lang=\"{}\">",
            escape(article.id()),
            escape(title),
            article.language().code(),
        ));
        let marks = self.marks(article);
        for piece in pieces(article.text(), &marks) {
            let words = escape(piece.span.of(article.text()));
            match (piece.statements.is_empty(), piece.is_time) {
                (true, _) => self.push(&words),
                (false, is_time) => {
                    let tag = if is_time { "b" } else { "span" };
                    let statements = list(piece.statements);
                    self.push(&format!("<{tag} data-m=\"{statements}\">{words}</{tag}>"));
                }
            }
        }
        self.push("</div></article>\n");
    }

    /// The statements of an article, and the words in them that date.
    fn marks(&self, article: &Article) -> Vec<Mark> {
        let mut marks = Vec::new();
        for (number, statement) in self.exhibit.timeline.statements().iter().enumerate() {
            if statement.article.as_deref() != Some(article.id()) {
                continue;
            }
            marks.push(Mark { span: statement.span, statement: Some(number) });
            marks.extend(statement.dated_by.iter().map(|&span| Mark { span, statement: None }));
        }
        marks
    }
}

/// A stretch of a text that is marked, as a statement or as what dates one.
struct Mark {
    span: Span,
    statement: Option<usize>,
}

/// A stretch of a text that the same marks cover.
struct Piece {
    span: Span,
    statements: Vec<usize>,
    is_time: bool,
}

/// Cuts a text wherever a mark begins or ends: statements may overlap, and elements may not. All
/// pieces together are the text.
fn pieces(text: &str, marks: &[Mark]) -> Vec<Piece> {
    let ends = marks.iter().flat_map(|mark| [mark.span.start, mark.span.end]);
    let mut cuts: Vec<usize> = ends.chain([0, text.len()]).collect();
    cuts.retain(|&cut| text.is_char_boundary(cut));
    cuts.sort_unstable();
    cuts.dedup();
    let mut begins: Vec<&Mark> = marks.iter().collect();
    begins.sort_by_key(|mark| (mark.span.start, mark.statement));
    let mut begins = begins.into_iter().peekable();
    let mut open: Vec<&Mark> = Vec::new();
    let mut pieces = Vec::new();
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        open.retain(|mark| start < mark.span.end);
        while let Some(mark) = begins.next_if(|mark| mark.span.start <= start) {
            if start < mark.span.end {
                open.push(mark);
            }
        }
        let mut statements: Vec<usize> = open.iter().filter_map(|mark| mark.statement).collect();
        statements.sort_unstable();
        let is_time = open.iter().any(|mark| mark.statement.is_none());
        pieces.push(Piece { span: Span::new(start, end), statements, is_time });
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_that_overlap_are_cut_where_one_begins_or_ends() {
        let text = "abcdefgh";
        let mark = |start, end, statement| Mark { span: Span::new(start, end), statement };
        let marks = [mark(4, 7, Some(1)), mark(1, 6, Some(0)), mark(2, 3, None)];
        let told: Vec<String> = pieces(text, &marks)
            .iter()
            .map(|piece| format!("{}{:?}{}", piece.span.of(text), piece.statements, piece.is_time))
            .collect();
        assert_eq!(
            told,
            [
                "a[]false",
                "b[0]false",
                "c[0]true",
                "d[0]false",
                "ef[0, 1]false",
                "g[1]false",
                "h[]false"
            ]
        );
    }
}

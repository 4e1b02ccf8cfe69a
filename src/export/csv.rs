//! A table for spreadsheets and scripts, one row a statement.

use std::borrow::Cow;

use super::shown::{Shown, one_line};
use super::{Exhibit, Ruler, words};
use crate::error::Error;
use crate::event::Statement;
use crate::extent::{Extent, moment_text};

/// How a table is written.
///
/// ```
/// use frise::Csv;
///
/// let for_french_excel = Csv::new().separator(';')?.bom();
/// assert!(Csv::new().separator('"').is_err());
/// # let _ = for_french_excel;
/// # Ok::<(), frise::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Csv {
    separator: u8,
    bom: bool,
}

impl Csv {
    /// With commas, without a byte-order mark.
    pub const fn new() -> Self {
        Self { separator: b',', bom: false }
    }

    /// With another separator than a comma.
    ///
    /// # Errors
    ///
    /// Where it is no ASCII sign, or one that cells are written with: a letter, a digit, a quotation
    /// mark, the end of a line.
    pub fn separator(mut self, separator: char) -> Result<Self, Error> {
        let is_free = |byte: &u8| {
            (byte.is_ascii_punctuation() && !matches!(byte, b'"' | b'-' | b'\'')) || *byte == b'\t'
        };
        let byte = u8::try_from(separator).ok().filter(is_free).ok_or_else(|| {
            Error::new(format!("{separator:?} cannot separate the cells of a table"))
                .with_help("use , ; | or the tabulator")
        })?;
        self.separator = byte;
        Ok(self)
    }

    /// With a byte-order mark first, by which Excel knows UTF-8.
    pub fn bom(mut self) -> Self {
        self.bom = true;
        self
    }
}

impl Default for Csv {
    fn default() -> Self {
        Self::new()
    }
}

impl Exhibit<'_> {
    /// A table in UTF-8, a row a statement: the event and its bounds, then who says it where, the
    /// exact words, their offsets, and what they say alone. An event that nobody states has one row.
    ///
    /// A cell of somebody's words that a spreadsheet would take for a formula (it begins with `=`,
    /// `+`, `-`, `@`, a tabulator or a carriage return, or their full-width twins) gets an
    /// apostrophe before it.
    ///
    /// ```
    /// # use frise::{Article, Csv, Exhibit, Frise, Language, Limits, Timeline};
    /// let articles = [Article::new("a", "The dam burst on 7 March 2024.", Language::En)];
    /// let frise = Frise::new();
    /// let draft = frise.gather(&[(&articles[0], &frise.read(&articles[0]))]).draft;
    /// let timeline = Timeline::check(draft, &Limits::default())?;
    /// let table = Exhibit::new(&articles, &timeline).csv(Csv::new());
    /// let row = table.lines().nth(1).unwrap();
    /// assert!(row.starts_with("e1,The dam burst,,asserted,2024-03-07T00:00,2024-03-08T00:00,"));
    /// # Ok::<(), frise::Error>(())
    /// ```
    pub fn csv(&self, how: Csv) -> String {
        let mut table = csv::WriterBuilder::new().delimiter(how.separator).from_writer(Vec::new());
        // Writing to memory cannot fail, and every row has as many cells as the head.
        let labels = words::labels(self.language);
        let _ = table.write_record(labels.columns);
        let rulers: Vec<Ruler<'_>> =
            self.articles.iter().map(|article| Ruler::new(article.text(), self.offsets)).collect();
        for shown in self.shown() {
            let said: Vec<Option<&Statement>> = match shown.statements.is_empty() {
                true => vec![None],
                false => shown.statements.iter().copied().map(Some).collect(),
            };
            for statement in said {
                let _ = table.write_record(self.row(&shown, statement, &rulers));
            }
        }
        let written = table.into_inner().unwrap_or_default();
        let mut out = String::from(if how.bom { "\u{feff}" } else { "" });
        out.push_str(&String::from_utf8(written).unwrap_or_default());
        out
    }

    fn row(
        &self,
        shown: &Shown<'_>,
        statement: Option<&Statement>,
        rulers: &[Ruler<'_>],
    ) -> [String; 19] {
        let labels = words::labels(self.language);
        let moment = |at: Option<chrono::NaiveDateTime>| at.map(moment_text).unwrap_or_default();
        let written = |text: &str| safe(text).into_owned();
        let article = statement.and_then(|said| said.article.as_deref());
        let ruler = article.and_then(|id| {
            rulers.get(self.articles.iter().position(|article| article.id() == id)?)
        });
        let offset = |byte: Option<usize>| {
            let at = ruler.zip(byte).map(|(ruler, byte)| ruler.at(byte));
            at.map(|at| at.to_string()).unwrap_or_default()
        };
        let says = statement.and_then(|said| said.says.as_ref());
        let line = statement.and_then(|said| self.line(said));
        let source = statement.filter(|_| article.is_some()).and_then(|said| self.source(said));
        [
            written(&shown.event.id),
            written(&one_line(&shown.event.label)),
            shown.event.class.clone().unwrap_or_default(),
            words::status_word(
                statement.map_or(shown.event.status, |said| said.status),
                self.language,
            )
            .to_owned(),
            moment(shown.bounds.from),
            moment(shown.bounds.to),
            shown.when.clone(),
            if shown.bounds.disputed { labels.disputed.to_owned() } else { String::new() },
            moment(shown.window.and_then(|window| window.from)),
            moment(shown.window.and_then(|window| window.to)),
            written(article.unwrap_or_default()),
            line.map(|line| line.to_string()).unwrap_or_default(),
            written(source.unwrap_or_default()),
            written(statement.map(|said| said.text.as_str()).unwrap_or_default()),
            offset(statement.map(|said| said.span.start)),
            offset(statement.map(|said| said.span.end)),
            says.and_then(Extent::from_text).unwrap_or_default(),
            says.and_then(Extent::to_text).unwrap_or_default(),
            says.and_then(Extent::edtf).unwrap_or_default(),
        ]
    }
}

/// Somebody's words as a cell that no spreadsheet works out.
fn safe(text: &str) -> Cow<'_, str> {
    let begins = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    match text.starts_with(begins) {
        true => format!("'{text}").into(),
        false => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_work_out_is_text() {
        for formula in ["=1+1", "+33 1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert_eq!(safe(formula), format!("'{formula}"));
        }
        for words in ["le 7 mars", "'quoted'", " = ", "1-2", ""] {
            assert_eq!(safe(words), words);
        }
    }
}

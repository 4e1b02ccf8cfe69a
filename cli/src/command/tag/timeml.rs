//! An article as TimeML, with its TIMEX3s inline.

use frise::{AnnotatedTimex, timeml_document};

use super::{Read, Shown};

/// The whole document. The text is the article's, with nothing added between the tags.
pub(super) fn document(read: &Read<'_>) -> String {
    let article = read.article;
    let mut parts: Vec<Shown<'_>> = read.parts().collect();
    parts.sort_by_key(|shown| (shown.part.timex.span.start, shown.part.timex.span.end));
    let timexes: Vec<AnnotatedTimex> =
        (1..).zip(&parts).map(|(n, shown)| timex(n, shown)).collect();
    timeml_document(article.id(), article.text(), read.account.published.as_ref(), &timexes)
}

fn timex(n: usize, shown: &Shown<'_>) -> AnnotatedTimex {
    let said = &shown.part.timex;
    let mut timex =
        AnnotatedTimex::new(format!("t{n}"), said.span, said.kind.word(), shown.value.as_ref());
    timex.modifier = said.modifier.map(str::to_owned);
    timex.quant = said.quant.clone();
    timex.freq = said.freq.clone();
    timex
}

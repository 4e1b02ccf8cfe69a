//! An article as TimeML, with its TIMEX3s inline.

use std::fmt::Write;

use frise::year_month_day;

use super::{Read, Shown};

/// The whole document. The text is the article's, with nothing added between the tags.
pub(super) fn document(read: &Read<'_>) -> String {
    let article = read.article;
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML>\n");
    let _ = writeln!(out, "<DOCID>{}</DOCID>", escaped(article.id()));
    if let Some(published) = &read.account.published {
        let (kind, value) = match published.moment() {
            Some(moment) => ("TIME", frise::moment_text(moment)),
            None => ("DATE", year_month_day(published.day())),
        };
        let _ = writeln!(
            out,
            "<DCT><TIMEX3 tid=\"t0\" type=\"{kind}\" value=\"{value}\" \
             functionInDocument=\"CREATION_TIME\">{value}</TIMEX3></DCT>"
        );
    }
    out.push_str("<TEXT>");
    let text = article.text();
    let mut parts: Vec<Shown<'_>> = read.parts().collect();
    parts.sort_by_key(|shown| (shown.part.timex.span.start, shown.part.timex.span.end));
    let mut written = 0;
    for (n, shown) in (1..).zip(&parts) {
        let span = shown.part.timex.span;
        // Tags cannot overlap: of two that would, the first stands.
        if span.start < written {
            continue;
        }
        out.push_str(&escaped(text.get(written..span.start).unwrap_or_default()));
        let _ = write!(out, "<TIMEX3 tid=\"t{n}\" {}>", attributes(shown));
        out.push_str(&escaped(span.of(text)));
        out.push_str("</TIMEX3>");
        written = span.end;
    }
    out.push_str(&escaped(text.get(written..).unwrap_or_default()));
    out.push_str("</TEXT>\n</TimeML>\n");
    out
}

fn attributes(shown: &Shown<'_>) -> String {
    let timex = &shown.part.timex;
    let mut said = format!("type=\"{}\" value=\"{}\"", timex.kind.word(), escaped(&shown.value));
    let more = [
        ("mod", timex.modifier),
        ("quant", timex.quant.as_deref()),
        ("freq", timex.freq.as_deref()),
    ];
    for (name, value) in more {
        if let Some(value) = value {
            let _ = write!(said, " {name}=\"{}\"", escaped(value));
        }
    }
    said
}

/// Text that XML can hold. Control characters it cannot hold at all become U+FFFD.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            '\t' | '\n' => out.push(letter),
            '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(letter),
        }
    }
    out
}

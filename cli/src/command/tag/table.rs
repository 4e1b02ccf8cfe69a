//! The table of `tag`: a line an expression, for people.

use std::fmt::Write;

use frise::{Extent, Language, bounds_words, table_words};
use textwrap::core::display_width;

use super::{Read, Shown};

/// The most columns that an expression's words take.
const WORDS: usize = 40;

/// What an article says about time, a line an expression.
pub(super) fn table(read: &Read<'_>, with_heading: bool, width: usize) -> String {
    let rows = rows(read);
    let (columns, nothing) = table_words(read.language);
    let mut out = String::new();
    if with_heading {
        let _ = writeln!(out, "{}", read.article.id());
    }
    if rows.is_empty() {
        let _ = writeln!(out, "{nothing}");
        return out;
    }
    let head = columns.map(str::to_owned);
    let mut widths = head.each_ref().map(|cell| display_width(cell));
    for row in &rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = display_width(cell).max(*widest);
        }
    }
    for row in std::iter::once(&head).chain(&rows) {
        let mut line = String::new();
        for (n, (cell, widest)) in row.iter().zip(widths).enumerate() {
            let padding = " ".repeat(widest - display_width(cell));
            match n {
                0 => line.extend([padding.as_str(), cell.as_str()]),
                4 => line.extend(["  ", cell.as_str()]),
                _ => line.extend(["  ", cell.as_str(), padding.as_str()]),
            }
        }
        let _ = writeln!(out, "{}", cut(line.trim_end(), width));
    }
    out
}

fn rows(read: &Read<'_>) -> Vec<[String; 5]> {
    let text = read.article.text();
    let mut rows = Vec::new();
    let (mut line, mut counted) = (1, 0);
    for shown in read.parts() {
        let part = shown.part;
        let span = part.timex.span;
        // The parts of a text come nearly in order: lines are counted once.
        if span.start < counted {
            (line, counted) = (1, 0);
        }
        line += text.get(counted..span.start).unwrap_or_default().matches('\n').count();
        counted = span.start;
        let words: Vec<&str> = span.of(text).split_whitespace().collect();
        let value = match part.timex.modifier {
            Some(modifier) => format!("{} {modifier}", shown.value),
            None => shown.value.to_string(),
        };
        rows.push([
            line.to_string(),
            cut(&words.join(" "), WORDS),
            part.timex.kind.word().to_owned(),
            value,
            when(&shown, read.language),
        ]);
    }
    rows
}

fn bounds(extent: &Extent, language: Language) -> String {
    bounds_words(extent.from, extent.to, language)
}

fn when(shown: &Shown<'_>, language: Language) -> String {
    match (shown.extent, shown.unresolved) {
        (Some(extent), _) => match extent.zone {
            Some(zone) => format!("{} {zone}", bounds(extent, language)),
            None => bounds(extent, language),
        },
        (None, Some(reason)) => format!("({})", reason.text(language)),
        (None, None) => String::new(),
    }
}

/// A line that fits, with … where it was cut.
fn cut(line: &str, width: usize) -> String {
    if display_width(line) <= width {
        return line.to_owned();
    }
    let mut used = 1;
    let mut kept = String::new();
    for letter in line.chars() {
        used += display_width(letter.encode_utf8(&mut [0; 4]));
        if width < used {
            break;
        }
        kept.push(letter);
    }
    kept.push('…');
    kept
}

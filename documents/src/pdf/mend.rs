//! From lines to paragraphs: words that a line end parts are joined, lines that go on, over columns and
//! pages too; notes stand behind the paragraph that their page ends with.

use std::collections::BTreeSet;

use super::layout::{Block, Line, median};
use crate::document::{Builder, Document, Kind, Origin};

/// Words that a French verb or "peut" is tied to by a hyphen, which a line end may stand at.
const TIED: &[&str] = &[
    "il", "elle", "on", "ils", "elles", "ce", "je", "tu", "nous", "vous", "là", "ci", "même",
    "mêmes", "être", "moi", "toi", "lui", "leur", "le", "la", "les", "y", "en", "t",
];

/// Words that keep the hyphen behind them: halves of compounds, tens of numbers.
const TYING: &[&str] = &[
    "après",
    "avant",
    "demi",
    "vice",
    "non",
    "dix",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "quatre",
    "self",
    "well",
    "half",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
];

#[derive(Debug)]
struct Paragraph {
    /// Its lines' text, each with its page.
    lines: Vec<(String, u32)>,
    is_note: bool,
    size: f64,
    /// Whether its last line goes to the end of its column.
    is_full: bool,
}

/// The text of a document.
pub(super) fn document(blocks: Vec<Block>) -> Document {
    let body = body_size(&blocks);
    let leading = leading(&blocks);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut notes: Vec<Paragraph> = Vec::new();
    for block in &blocks {
        let notes_from = notes_from(block, body);
        for found in paragraphs_of(block, notes_from, body, leading) {
            if found.is_note {
                notes.push(found);
                continue;
            }
            match paragraphs.last_mut() {
                Some(before) if goes_on(before, &found) => {
                    before.lines.extend(found.lines);
                    before.is_full = found.is_full;
                }
                _ => {
                    paragraphs.append(&mut notes);
                    paragraphs.push(found);
                }
            }
        }
    }
    paragraphs.append(&mut notes);
    let words = words(&blocks);
    let mut out = Builder::default();
    for paragraph in &paragraphs {
        write(paragraph, &words, &mut out);
    }
    out.finish(Kind::Pdf)
}

/// The size of most letters.
fn body_size(blocks: &[Block]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = blocks
        .iter()
        .flat_map(|block| &block.lines)
        .map(|line| (line.size, line.text.len()))
        .collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let all: usize = sizes.iter().map(|(_, letters)| letters).sum();
    let mut seen = 0;
    let middle = sizes.iter().find(|(_, letters)| {
        seen += letters;
        all <= 2 * seen
    });
    middle.map_or(10.0, |(size, _)| *size)
}

/// How far most lines are from the one above, in sizes of their font.
fn leading(blocks: &[Block]) -> f64 {
    let steps =
        blocks.iter().flat_map(|block| block.lines.windows(2)).filter_map(|pair| match pair {
            [above, below] => {
                Some((below.y - above.y) / below.size.max(1.0)).filter(|step| *step < 3.0)
            }
            _ => None,
        });
    median(steps).unwrap_or(1.2)
}

/// From which line on a column holds notes: small ones that begin with their number, to its end.
fn notes_from(block: &Block, body: f64) -> usize {
    let is_small = |line: &Line| line.size < 0.93 * body;
    let small = block.lines.iter().rev().take_while(|line| is_small(line)).count();
    let from = block.lines.len() - small;
    let marked = |line: &&Line| {
        let text = line.text.trim_start_matches(['[', '(']);
        text.starts_with(|c: char| c.is_ascii_digit()) || text.starts_with(['*', '†', '‡'])
    };
    match block.lines.get(from) {
        Some(line) if from > 0 && marked(&line) => from,
        _ => block.lines.len(),
    }
}

fn paragraphs_of(block: &Block, notes_from: usize, body: f64, leading: f64) -> Vec<Paragraph> {
    let mut out: Vec<Paragraph> = Vec::new();
    let mut before: Option<&Line> = None;
    for (n, line) in block.lines.iter().enumerate() {
        let is_note = notes_from <= n;
        let begins = match before {
            Some(before) => begins(block, before, line, body, leading, is_note),
            None => true,
        };
        let begins = begins || out.last().is_some_and(|last| last.is_note != is_note);
        // How wide a column is, one line does not tell.
        let is_full = 1 < block.lines.len() && block.right - line.right < 2.0 * line.size;
        match out.last_mut() {
            Some(last) if !begins => {
                last.lines.push((line.text.clone(), block.page));
                last.is_full = is_full;
            }
            _ => out.push(Paragraph {
                lines: vec![(line.text.clone(), block.page)],
                is_note,
                size: line.size,
                is_full,
            }),
        }
        before = Some(line);
    }
    out
}

/// Whether a line begins a paragraph after the one above.
fn begins(
    block: &Block,
    above: &Line,
    line: &Line,
    body: f64,
    leading: f64,
    is_note: bool,
) -> bool {
    let size = line.size.max(1.0);
    if 0.12 * above.size < (line.size - above.size).abs() {
        return true;
    }
    if leading.max(1.0) * 1.32 * size < line.y - above.y {
        return true;
    }
    if is_note && line.text.starts_with(|c: char| c.is_ascii_digit()) && numbered(&line.text) {
        return true;
    }
    if is_listed(&line.text) {
        return true;
    }
    let indent = line.left - block.left;
    let moved = line.left - above.left;
    let is_title = 1.15 * body < line.size;
    if hyphenated(&above.text) || is_title {
        return false;
    }
    if 0.7 * size < indent && indent < 6.0 * size && 0.5 * size < moved {
        return true;
    }
    // Its first word would have fitted above: the line above was ended on purpose.
    line.first_word + 0.6 * size < block.right - above.right
}

/// "1 Voir …", "12. Ibid."
fn numbered(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    text.len() - rest.len() <= 3 && rest.starts_with([' ', '.', ')', '\u{a0}'])
        || rest.starts_with(char::is_uppercase)
}

/// Whether a line begins an item of a list.
fn is_listed(text: &str) -> bool {
    let mut letters = text.chars();
    let (first, second) = (letters.next(), letters.next());
    let sign = first.is_some_and(|first| "•●▪‣◦■–—-".contains(first));
    sign && second.is_some_and(char::is_whitespace)
}

fn hyphenated(text: &str) -> bool {
    let mut letters = text.chars().rev();
    matches!(letters.next(), Some('-' | '\u{ad}' | '\u{2010}'))
        && letters.next().is_some_and(char::is_alphanumeric)
}

/// Whether a paragraph goes on in the next column or page.
fn goes_on(before: &Paragraph, next: &Paragraph) -> bool {
    let (Some((last, _)), Some((first, _))) = (before.lines.last(), next.lines.first()) else {
        return false;
    };
    if before.is_note || 0.06 * before.size < (before.size - next.size).abs() {
        return false;
    }
    let closed = last
        .trim_end_matches(['»', '”', '"', ')', ' ', '\u{a0}', '\u{202f}'])
        .ends_with(['.', '!', '?', '…', ':']);
    let small = first
        .trim_start_matches(['«', '“', '"', '(', ' ', '\u{a0}', '\u{202f}'])
        .starts_with(char::is_lowercase);
    hyphenated(last) || !closed && (small || before.is_full && !is_listed(first))
}

/// All words of the text, for what a hyphen at a line end hides.
fn words(blocks: &[Block]) -> BTreeSet<String> {
    let lines = blocks.iter().flat_map(|block| &block.lines);
    let words = lines.flat_map(|line| {
        let mut words: Vec<&str> =
            line.text.split(|c: char| !(c.is_alphanumeric() || c == '-')).collect();
        if hyphenated(&line.text) {
            words.pop();
        }
        words
    });
    words.filter(|word| 3 < word.len()).map(str::to_lowercase).collect()
}

fn write(paragraph: &Paragraph, words: &BTreeSet<String>, out: &mut Builder) {
    let origin = if paragraph.is_note { Origin::Note } else { Origin::Body };
    let mut lines = paragraph.lines.iter();
    let Some((first, page)) = lines.next() else { return };
    // A note's number stands close to it.
    let number = first.bytes().take_while(u8::is_ascii_digit).count();
    match first.split_at(number) {
        (number, rest) if paragraph.is_note && rest.starts_with(char::is_alphabetic) => {
            out.paragraph(&format!("{number} {rest}"), origin, Some(*page));
        }
        _ => out.paragraph(first, origin, Some(*page)),
    }
    for (line, page) in lines {
        match joint(&out.text, line, words) {
            Joint::Space => out.more(" ", origin, Some(*page)),
            Joint::Hyphen => {}
            Joint::Nothing => out.drop_last(),
        }
        out.more(line, origin, Some(*page));
    }
}

/// What stands between two lines of a paragraph.
enum Joint {
    Space,
    /// Nothing: the hyphen stays.
    Hyphen,
    /// Nothing, and the hyphen goes.
    Nothing,
}

fn joint(before: &str, line: &str, words: &BTreeSet<String>) -> Joint {
    if !hyphenated(before) {
        return Joint::Space;
    }
    if before.ends_with(['\u{ad}', '\u{2010}']) {
        return Joint::Nothing;
    }
    let in_word = |c: char| c.is_alphanumeric() || c == '-';
    let head_at = before.rfind(|c: char| !in_word(c)).map_or(0, |at| {
        at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
    });
    let head = before.get(head_at..).unwrap_or_default().to_lowercase();
    let tail: String = line.chars().take_while(|c| in_word(*c)).collect();
    let next = line.chars().next();
    if !next.is_some_and(char::is_lowercase) {
        return Joint::Hyphen;
    }
    let tail = tail.to_lowercase();
    let bare = head.trim_end_matches('-');
    if words.contains(&format!("{bare}{tail}")) {
        return Joint::Nothing;
    }
    if words.contains(&format!("{bare}-{tail}"))
        || TIED.contains(&tail.as_str())
        || TYING.contains(&bare)
    {
        return Joint::Hyphen;
    }
    Joint::Nothing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hyphen_at_a_line_end_goes_or_stays() {
        let words: BTreeSet<String> = ["sous-marin", "gouvernement"].map(str::to_owned).into();
        let joined = |before: &str, line: &str| match joint(before, line, &words) {
            Joint::Space => format!("{before} {line}"),
            Joint::Hyphen => format!("{before}{line}"),
            Joint::Nothing => {
                let mut letters = before.chars();
                letters.next_back();
                format!("{}{line}", letters.as_str())
            }
        };
        assert_eq!(joined("le gouverne-", "ment dit"), "le gouvernement dit");
        assert_eq!(joined("un sous-", "marin"), "un sous-marin");
        assert_eq!(joined("peut-", "être"), "peut-être");
        assert_eq!(joined("dit-", "il"), "dit-il");
        assert_eq!(joined("Jean-", "Pierre"), "Jean-Pierre");
        assert_eq!(joined("2020-", "2021"), "2020-2021");
        assert_eq!(joined("l’assem\u{ad}", "blée"), "l’assemblée");
        assert_eq!(joined("la ville –", "dit-on"), "la ville – dit-on");
    }
}

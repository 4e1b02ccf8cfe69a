//! Treebanks in CoNLL-U, and which sentence is for training.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use crate::Fail;

/// A word of a treebank.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    /// Where it stands in the sentence's text; words written together share their bytes.
    pub(crate) bytes: Range<usize>,
    /// The number of the group that is written together, if it is in one.
    pub(crate) group: Option<usize>,
    pub(crate) form: String,
    pub(crate) lemma: String,
    pub(crate) tag: String,
    pub(crate) feats: String,
    /// The head's place, from 0; `None` for the root.
    pub(crate) head: Option<usize>,
    pub(crate) relation: String,
}

/// A sentence of a treebank.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gold {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) tokens: Vec<Token>,
}

/// The sentences of a file.
pub(crate) fn read(path: &Path) -> Result<Vec<Gold>, Fail> {
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut sentences = Vec::new();
    for block in text.split("\n\n").filter(|block| !block.trim().is_empty()) {
        sentences.push(sentence(block).map_err(|why| format!("{}: {why}", path.display()))?);
    }
    Ok(sentences)
}

fn sentence(block: &str) -> Result<Gold, String> {
    let mut gold = Gold::default();
    let mut at = 0;
    let (mut group, mut group_end, mut group_bytes) = (0, 0, 0..0);
    for line in block.lines() {
        if let Some(id) = line.strip_prefix("# sent_id = ") {
            gold.id = id.to_owned();
        } else if let Some(text) = line.strip_prefix("# text = ") {
            gold.text = text.to_owned();
        }
        let columns: Vec<&str> = line.split('\t').collect();
        if columns.len() != 10 || line.starts_with('#') || columns[0].contains('.') {
            continue;
        }
        if let Some((first, last)) = columns[0].split_once('-') {
            let last: usize = last.parse().map_err(|_| format!("{}: {line}", gold.id))?;
            group = first.parse().map_err(|_| format!("{}: {line}", gold.id))?;
            group_end = last;
            group_bytes = find(&gold.text, at, columns[1]).ok_or_else(|| lost(&gold.id, line))?;
            at = group_bytes.end;
            continue;
        }
        let number: usize = columns[0].parse().map_err(|_| lost(&gold.id, line))?;
        let grouped = number <= group_end;
        let bytes = if grouped {
            group_bytes.clone()
        } else {
            let bytes = find(&gold.text, at, columns[1]).ok_or_else(|| lost(&gold.id, line))?;
            at = bytes.end;
            bytes
        };
        let head: usize = columns[6].parse().map_err(|_| lost(&gold.id, line))?;
        gold.tokens.push(Token {
            bytes,
            group: grouped.then_some(group),
            form: columns[1].to_owned(),
            lemma: columns[2].to_owned(),
            tag: columns[3].to_owned(),
            feats: columns[5].to_owned(),
            head: head.checked_sub(1),
            relation: columns[7].to_owned(),
        });
    }
    if gold.tokens.iter().any(|token| token.head.is_some_and(|head| gold.tokens.len() <= head)) {
        return Err(format!("{}: a head that is not there", gold.id));
    }
    Ok(gold)
}

fn lost(id: &str, line: &str) -> String {
    format!("{id}: not in the sentence's text: {line}")
}

/// Where a form stands from a place on, white space before it and in it passed over.
fn find(text: &str, from: usize, form: &str) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let start = from + rest.len() - rest.trim_start().len();
    let mut at = start;
    for c in form.chars().filter(|c| !c.is_whitespace()) {
        let rest = text.get(at..)?;
        at += rest.len() - rest.trim_start().len();
        at += text.get(at..)?.starts_with(c).then_some(c.len_utf8())?;
    }
    Some(start..at)
}

/// Which sentences are for development, by their ids.
pub(crate) fn split(path: &Path) -> Result<BTreeMap<String, bool>, Fail> {
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let line = |line: &str| line.split_once('\t').map(|(id, part)| (id.to_owned(), part == "dev"));
    Ok(text.lines().filter_map(line).collect())
}

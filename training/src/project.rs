//! Trees of a treebank on our own units.

use frise::training::{self, Reader, Sentence, Text};

use crate::conllu::{Gold, Token};

/// A sentence to learn from or to be measured on.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    /// The words as read.
    pub(crate) sentence: Sentence,
    /// Their small letters.
    pub(crate) lowers: Vec<String>,
    /// Where each unit stands in the sentence's text.
    pub(crate) spans: Vec<(usize, usize)>,
    pub(crate) gold: Vec<Unit>,
    /// Whether it is speech, of which some features are not annotated.
    pub(crate) is_speech: bool,
}

/// What the treebank says of a unit.
#[derive(Clone, Debug)]
pub(crate) struct Unit {
    pub(crate) tag: u8,
    pub(crate) feats: u32,
    /// In small letters; empty where it says none.
    pub(crate) lemma: String,
    /// Its head; the count of units for the root.
    pub(crate) head: u32,
    pub(crate) relation: u8,
    pub(crate) is_mention: bool,
    /// Whether it names a date or a time of day.
    pub(crate) is_date: bool,
    /// Whether it is only a piece of a treebank's word: not measured.
    pub(crate) is_fragment: bool,
}

/// What became of the sentences.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Fate {
    pub(crate) kept: usize,
    /// Dropped: heads run in a circle once several words are one unit.
    pub(crate) cyclic: usize,
    pub(crate) units: usize,
    /// Units that are only a part of a treebank's word.
    pub(crate) fragments: usize,
    /// Units of several words that the treebank does not write together, mentions left out.
    pub(crate) merged: usize,
    pub(crate) mentions: usize,
}

/// A treebank's tree on our units; `None` if it becomes cyclic or nothing is left.
pub(crate) fn project(
    gold: &Gold,
    reader: &Reader,
    is_speech: bool,
    fate: &mut Fate,
) -> Option<Example> {
    let Text { units, sentence, lowers } = reader.sentence(&gold.text);
    let spans: Vec<(usize, usize)> = units.iter().map(|unit| (unit.start, unit.end)).collect();
    let depth = depths(&gold.tokens);
    // The unit that each word's first letter stands in.
    let unit_of = |token: &Token| {
        let next = spans.partition_point(|span| span.0 <= token.bytes.start);
        next.checked_sub(1).filter(|unit| token.bytes.start < spans[*unit].1)
    };
    let owners: Vec<Option<usize>> = gold.tokens.iter().map(unit_of).collect();
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); units.len()];
    for (token, owner) in owners.iter().enumerate() {
        if let Some(owner) = owner {
            members[*owner].push(token);
        }
    }
    let root = units.len() as u32;
    let mut result = Vec::with_capacity(units.len());
    for (n, unit) in units.iter().enumerate() {
        let inside = &members[n];
        if inside.is_empty() {
            // A piece of a treebank's word: it hangs on the piece before it.
            fate.fragments += 1;
            let tag = if unit.is_mark { "PUNCT" } else { "X" };
            let relation = if unit.is_mark { "punct" } else { "goeswith" };
            let first = (0..n).rev().find(|before| !members[*before].is_empty());
            result.push(Unit {
                tag: training::upos(tag)?,
                feats: 0,
                lemma: String::new(),
                head: first.or_else(|| (n + 1 < units.len()).then_some(n + 1))? as u32,
                relation: training::relation(relation)?,
                is_mention: unit.is_mention,
                is_date: unit.is_date,
                is_fragment: true,
            });
            continue;
        }
        let outside = |token: &usize| {
            let head = gold.tokens[*token].head;
            head.is_none_or(|head| owners[head] != Some(n))
        };
        let grouped = inside.len() > 1
            && inside.iter().all(|token| {
                gold.tokens[*token].group.is_some()
                    && gold.tokens[*token].group == gold.tokens[inside[0]].group
            });
        if !grouped && 1 < inside.len() && !unit.is_mention {
            fate.merged += 1;
        }
        let mut free = inside.iter().copied().filter(outside);
        let highest = if grouped { free.next() } else { free.min_by_key(|token| depth[*token]) };
        let chosen = highest.unwrap_or(inside[0]);
        let token = &gold.tokens[chosen];
        let head = match token.head {
            None => root,
            // Words that our units do not reach are passed over.
            Some(mut head) => loop {
                match owners[head] {
                    Some(owner) if owner != n => break owner as u32,
                    _ => match gold.tokens[head].head {
                        Some(next) => head = next,
                        None => break root,
                    },
                }
            },
        };
        let mut feats = features(token, is_speech);
        if grouped {
            for other in inside.iter().filter(|other| **other != chosen) {
                feats = with(feats, &gold.tokens[*other], token);
            }
        }
        let is_whole = grouped || inside.len() == 1;
        result.push(Unit {
            tag: training::upos(&token.tag)?,
            feats,
            lemma: if is_whole { token.lemma.to_lowercase() } else { String::new() },
            head,
            relation: training::relation(&token.relation)?,
            is_mention: unit.is_mention,
            is_date: unit.is_date,
            is_fragment: false,
        });
    }
    // One root: where a mention or a piece made several, the first keeps it.
    let mut roots = (0..result.len()).filter(|n| result[*n].head == root);
    let first = roots.next();
    let others: Vec<usize> = roots.collect();
    for other in others {
        result[other].head = first? as u32;
        result[other].relation = training::relation("parataxis")?;
    }
    if first.is_none() || is_cyclic(&result) {
        fate.cyclic += 1;
        return None;
    }
    fate.kept += 1;
    fate.units += result.len();
    fate.mentions += result.iter().filter(|unit| unit.is_mention).count();
    Some(Example { sentence, lowers, spans, gold: result, is_speech })
}

fn depths(tokens: &[Token]) -> Vec<usize> {
    let depth = |mut at: usize| {
        let mut depth = 0;
        while let Some(head) = tokens[at].head {
            (at, depth) = (head, depth + 1);
            if tokens.len() < depth {
                break;
            }
        }
        depth
    };
    (0..tokens.len()).map(depth).collect()
}

fn is_cyclic(units: &[Unit]) -> bool {
    (0..units.len()).any(|start| {
        let (mut at, mut steps) = (start, 0);
        while at < units.len() && steps <= units.len() {
            (at, steps) = (units[at].head as usize, steps + 1);
        }
        units.len() < steps
    })
}

/// The features of a word, treebanks made alike.
fn features(token: &Token, is_speech: bool) -> u32 {
    let mut text = token.feats.replace("Voice=Act", "");
    if is_speech && text.contains("VerbForm=Part") && !text.contains("Tense=") {
        let tense = if token.form.to_lowercase().ends_with("ant") { "Pres" } else { "Past" };
        text = format!("{text}|Tense={tense}");
    }
    training::feats(&text)
}

/// Features with what is written together with the word.
fn with(feats: u32, other: &Token, word: &Token) -> u32 {
    let lemma = other.lemma.to_lowercase();
    let clitic = match (other.tag.as_str(), lemma.as_str()) {
        (_, "not" | "n't") => "Not",
        ("PART", "'s" | "'") => "Poss",
        ("DET", _) if word.tag == "ADP" => {
            // "Du": the article's features.
            let mut merged = word.feats.clone();
            for pair in other.feats.split('|') {
                merged = format!("{merged}|{pair}");
            }
            return training::feats(&merged);
        }
        ("AUX" | "VERB", "be") => "Be",
        ("AUX" | "VERB", "have") => "Have",
        ("AUX" | "VERB", "will") => "Will",
        ("AUX" | "VERB", "would") => "Would",
        _ => "Other",
    };
    training::with_clitic(feats, clitic)
}

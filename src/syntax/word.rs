//! What the letters of a unit say before anything is decided: the values that features are made of.

#![allow(unreachable_pub)] // the program that trains reaches in here

use crate::expr::Expr;
use crate::scan::Mention;

use super::rows::hash;

/// What is known of a word before it is tagged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// Its letters, small, digits all alike.
    pub form: u32,
    /// Its last two, three and four letters.
    pub suffix: [u32; 3],
    /// Its first three letters.
    pub prefix: u32,
    /// Capitals, digits, hyphens.
    pub shape: u32,
    /// Its class of 512; 0 for none.
    pub fine: u32,
    /// Its class of 64; 0 for none.
    pub coarse: u32,
    /// Which parts of speech it had in training; 0 where it was rare there.
    pub seen: u32,
    /// What a lexicon says that it can be; 0 where it says nothing.
    pub lex: u32,
}

/// The tag of a mention among tags, for features.
pub const TIME: u8 = 17;
/// What stands beyond the ends of a sentence.
pub const NOTHING: u8 = 18;
/// The root.
pub const ROOT: u8 = 19;

/// Small letters of a text, digits all alike, in room that is used again.
pub(super) fn lower(text: &str, room: &mut String) {
    room.clear();
    let mut last = None;
    for c in text.chars() {
        let c = match c {
            'a'..='z' => c,
            'A'..='Z' => c.to_ascii_lowercase(),
            '0'..='9' => '0',
            '’' | 'ʼ' | '‘' => '\'',
            '‐' | '‑' => '-',
            '\u{ad}' | '\u{200b}'..='\u{200d}' => continue,
            '\u{300}'..='\u{36f}' => {
                // A letter and its mark are the letter with the mark.
                match last.and_then(|last| composed(last, c)) {
                    Some(joined) => {
                        room.pop();
                        joined
                    }
                    None => continue,
                }
            }
            'à'..='ö' | 'ø'..='ÿ' | 'œ' => c,
            _ if c.is_ascii() => c,
            _ => {
                let mut lower = c.to_lowercase();
                match (lower.next(), lower.next()) {
                    (Some(lower), None) => lower,
                    _ => c,
                }
            }
        };
        room.push(c);
        last = Some(c);
    }
}

fn composed(base: char, mark: char) -> Option<char> {
    let marks = match mark {
        '\u{301}' => "eéaáiíoóuú",
        '\u{300}' => "eèaàuù",
        '\u{302}' => "eêaâiîoôuû",
        '\u{308}' => "eëiïuüoöaä",
        '\u{327}' => "cç",
        '\u{303}' => "nñ",
        _ => return None,
    };
    let mut pairs = marks.chars();
    while let (Some(plain), Some(joined)) = (pairs.next(), pairs.next()) {
        if plain == base {
            return Some(joined);
        }
    }
    None
}

/// The shape of a word: its first letter, its others, what else is in it.
fn shape_of(text: &str, is_first: bool) -> u32 {
    let mut chars = text.chars();
    let first = chars.next().unwrap_or(' ');
    let mut shape = if first.is_lowercase() {
        1
    } else if first.is_uppercase() {
        2
    } else if first.is_ascii_digit() {
        3
    } else {
        4
    };
    let (mut small, mut capital, mut digit, mut dot, mut hyphen, mut other) = Default::default();
    for c in chars {
        match c {
            'a'..='z' => small = 1,
            'A'..='Z' => capital = 1,
            '0'..='9' => digit = 1,
            '.' => dot = 1,
            '-' => hyphen = 1,
            _ if c.is_lowercase() => small = 1,
            _ if c.is_uppercase() => capital = 1,
            _ => other = 1,
        }
    }
    for bit in [small, capital, digit, dot, hyphen, other, u32::from(is_first)] {
        shape = shape << 1 | bit;
    }
    shape
}

impl Word {
    /// A word by its text, and its small letters in `lower`. Classes are looked up apart.
    pub(super) fn of(text: &str, lower: &str, is_first: bool) -> Self {
        let bytes = lower.as_bytes();
        let mut suffix = [0; 3];
        let mut ends = lower.char_indices().rev();
        let _ = ends.next();
        for suffix in &mut suffix {
            let Some((at, _)) = ends.next() else { break };
            *suffix = hash(bytes.get(at..).unwrap_or(bytes));
        }
        let third = lower.char_indices().nth(3).map_or(bytes.len(), |(at, _)| at);
        Word {
            form: hash(bytes),
            suffix,
            prefix: hash(bytes.get(..third).unwrap_or(bytes)),
            shape: shape_of(text, is_first),
            ..Word::default()
        }
    }

    /// A mention by its first and last words.
    pub(super) fn of_mention(first: &str, last: &str, kind: u32) -> Self {
        Word {
            form: hash(first.as_bytes()) ^ 0x7131,
            suffix: [hash(last.as_bytes()) ^ 0x7131, 0, 0],
            shape: 0x700 + kind,
            fine: 600 + kind,
            coarse: 100 + kind,
            ..Word::default()
        }
    }
}

/// What kind of time a mention is, as a small number.
pub(super) fn kind_of(mention: &Mention) -> u32 {
    fn of(expr: &Expr) -> u32 {
        match expr {
            Expr::Pattern(_) => 1,
            Expr::Relative { .. } => 2,
            Expr::Shift { .. } => 3,
            Expr::Within { .. } => 4,
            Expr::Nth { .. } => 5,
            Expr::Part { of: inner, .. } => of(inner),
            Expr::Duration(_) => 6,
            Expr::Window { .. } => 7,
            Expr::Stretch { .. } => 8,
            Expr::Set(_) => 9,
            Expr::Range { .. } => 10,
            Expr::List(_) => 11,
            Expr::Bound { .. } => 12,
            Expr::Modified { .. } => 13,
            Expr::Vague(_) => 14,
            Expr::Anniversary { .. } => 15,
            Expr::Event => 16,
        }
    }
    of(&mention.expr)
}

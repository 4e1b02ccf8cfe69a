//! Tokens: the text cut into words, numbers and marks, in one pass. All grammars read tokens.

use super::Engine;
use super::fold::fold_char;
use super::lexicon::WordId;
use super::opening::look_ahead;
use super::table::Key;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters.
    Word,
    /// Decimal digits.
    Number,
    /// One other character: its folded form if that is ASCII, else NUL.
    Mark(u8),
}

/// What stands between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Gap {
    /// Nothing.
    None,
    /// White space.
    Space,
    /// White space with one line end in it.
    Line,
    /// A blank line, or the beginning of the text.
    Break,
}

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// Byte offset of the first byte.
    pub(crate) start: u32,
    /// Byte offset after the last byte.
    pub(crate) end: u32,
    /// The word's number in the lexicon, or `WordId::NONE`.
    pub(crate) word: WordId,
    /// What it is.
    pub(crate) kind: Kind,
    /// What stands before it.
    pub(crate) gap: Gap,
    /// The first of its letters, folded; how many they are, 255 for more. 0 where it is no word.
    pub(crate) initial: u8,
    pub(crate) length: u8,
    /// How many tokens on the next word of time stands: 0 for one.
    pub(crate) ahead: u8,
}

/// Cuts a text into tokens. Words that the lexicon knows get their number. Text beyond 4 GiB is
/// left out.
pub(crate) fn tokenize(text: &str, engine: &Engine, tokens: &mut Vec<Token>) {
    tokens.clear();
    // Prose has about a token in five bytes.
    tokens.reserve(text.len() / 5);
    let bytes = text.as_bytes();
    let end = bytes.len().min(u32::MAX as usize);
    let mut at = 0;
    let mut gap = Gap::Break;
    while at < end {
        let byte = bytes[at];
        let start = at;
        if byte.is_ascii_whitespace() || byte.is_ascii_control() {
            gap = match (byte, gap) {
                (b'\n', Gap::Line | Gap::Break) => Gap::Break,
                (b'\n', _) => Gap::Line,
                (_, Gap::None) => Gap::Space,
                (_, gap) => gap,
            };
            at += 1;
            continue;
        }
        let mut key = Key::new();
        let (kind, word) = if byte.is_ascii_alphabetic() || 0x80 <= byte {
            at = word_end(text, at, &mut key);
            if at == start {
                // Not a letter: a space or a mark outside ASCII.
                let c = text[start..].chars().next().unwrap_or(' ');
                at += c.len_utf8();
                match fold_char(c) {
                    Some((' ', None)) => {
                        gap = gap.max(Gap::Space);
                        continue;
                    }
                    None if c != '\u{ad}' => continue,
                    _ if c.is_whitespace() => {
                        gap = gap.max(Gap::Space);
                        continue;
                    }
                    Some((c, None)) if c.is_ascii() => (Kind::Mark(c as u8), WordId::NONE),
                    _ => (Kind::Mark(0), WordId::NONE),
                }
            } else {
                (Kind::Word, engine.lexicon.id(&key))
            }
        } else if byte.is_ascii_digit() {
            while at < end && bytes[at].is_ascii_digit() {
                at += 1;
            }
            (Kind::Number, WordId::NONE)
        } else {
            at += 1;
            (Kind::Mark(byte), WordId::NONE)
        };
        let (initial, length) = (key.initial(), key.len().min(255) as u8);
        let (start, end, ahead) = (start as u32, at as u32, u8::MAX);
        tokens.push(Token { start, end, word, kind, gap, initial, length, ahead });
        gap = Gap::None;
    }
    look_ahead(text, tokens, engine);
}

/// The end of the run of letters that begins at `at`; its folded letters go into `key`.
fn word_end(text: &str, mut at: usize, key: &mut Key) -> usize {
    let bytes = text.as_bytes();
    at += key.take_ascii(bytes.get(at..).unwrap_or(&[]));
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphabetic() {
            key.push(byte.to_ascii_lowercase());
            at += 1;
        } else if byte < 0x80 {
            break;
        } else {
            let Some(c) = text[at..].chars().next() else { break };
            match fold_char(c) {
                // A combining mark or a soft hyphen belongs to the word it stands in.
                None if key.len() != 0 => {}
                Some((first, second)) if first.is_alphabetic() => {
                    for folded in std::iter::once(first).chain(second) {
                        if folded.is_ascii() { key.push(folded as u8) } else { key.spoil() }
                    }
                }
                _ => break,
            }
            at += c.len_utf8();
        }
    }
    at
}

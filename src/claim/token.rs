//! Claims cut into words, each with its place.

use crate::error::Error;

/// What a claim is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Anything without a space: names, dates, numbers.
    Word,
    /// Words between quotation marks.
    Quoted,
    /// `( ) ,`
    Mark(char),
    /// `= != < <= > >=`
    Compare,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token<'t> {
    pub(crate) kind: Kind,
    /// The words; without the quotation marks where there are any.
    pub(crate) text: &'t str,
    /// The place of the whole token.
    pub(crate) at: (usize, usize),
}

pub(crate) fn tokens(text: &str) -> Result<Vec<Token<'_>>, Error> {
    let mut tokens = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let start = text.len() - rest.len();
        let Some(first) = rest.chars().next() else { return Ok(tokens) };
        let (kind, inner, length) = match first {
            '(' | ')' | ',' => (Kind::Mark(first), first.len_utf8(), first.len_utf8()),
            '=' | '!' | '<' | '>' | '≤' | '≥' | '≠' => {
                let length: usize =
                    rest.chars().take_while(|c| "=!<>≤≥≠".contains(*c)).map(char::len_utf8).sum();
                (Kind::Compare, length, length)
            }
            '"' | '“' | '”' | '«' => {
                let body = &rest[first.len_utf8()..];
                let close: &[char] = if first == '«' { &['»'] } else { &['"', '”'] };
                let Some(end) = body.find(close) else {
                    return Err(Error::new("these words have no closing quotation mark")
                        .at_bytes(start, text.len())
                        .with_help("write them as \"words of an event\""));
                };
                let closing = body[end..].chars().next().map_or(0, char::len_utf8);
                tokens.push(Token {
                    kind: Kind::Quoted,
                    text: body[..end].trim(),
                    at: (start, start + first.len_utf8() + end + closing),
                });
                rest = &body[end + closing..];
                continue;
            }
            '[' => {
                let length = rest.find(']').map_or(rest.len(), |end| end + 1);
                (Kind::Word, length, length)
            }
            _ => {
                let length = rest
                    .find(|c: char| c.is_whitespace() || "(),=!<>≤≥≠\"“”«»".contains(c))
                    .unwrap_or(rest.len())
                    .max(first.len_utf8());
                (Kind::Word, length, length)
            }
        };
        tokens.push(Token { kind, text: &rest[..inner], at: (start, start + length) });
        rest = &rest[length..];
    }
}

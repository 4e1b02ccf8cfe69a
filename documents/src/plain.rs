//! Plain text, and bytes as text.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::document::{Builder, Document, Kind, Origin};
use crate::refusal::Refusal;

/// A plain text as it is. A carriage return that ends a line by itself becomes a line feed, so that lines
/// are lines and offsets stay.
pub(crate) fn read(text: String) -> Document {
    let text = with_line_feeds(text);
    let mut out = Builder::default();
    out.more(&text, Origin::Body, None);
    let mut document = out.finish(Kind::Text);
    document.text = text;
    document
}

fn with_line_feeds(text: String) -> String {
    let bare = |at: usize| text.as_bytes().get(at + 1) != Some(&b'\n');
    if !text.match_indices('\r').any(|(at, _)| bare(at)) {
        return text;
    }
    let mut letters = text.chars().peekable();
    let mut out = String::with_capacity(text.len());
    while let Some(letter) = letters.next() {
        let ends_line = letter == '\r' && letters.peek() != Some(&'\n');
        out.push(if ends_line { '\n' } else { letter });
    }
    out
}

/// The text of some bytes, by their byte-order mark, else UTF-8, else UTF-16 by its zeros, else Windows-1252
/// where they look like that.
pub(crate) fn decoded(bytes: &[u8]) -> Result<String, Refusal> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return in_encoding(bytes.get(mark..).unwrap_or_default(), encoding)
            .ok_or(Refusal::Encoding { at: 0 });
    }
    if let Some(encoding) = wide(bytes) {
        return in_encoding(bytes, encoding).ok_or(Refusal::Binary);
    }
    if is_binary(bytes) {
        return Err(Refusal::Binary);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let at = error.valid_up_to();
            // Where some letters are UTF-8, what is not is damage, and no other encoding.
            let is_utf8 = bytes.get(..at).is_some_and(|before| !before.is_ascii());
            if is_utf8 || !is_windows_1252(bytes) {
                return Err(Refusal::Encoding { at });
            }
            in_encoding(bytes, WINDOWS_1252).ok_or(Refusal::Encoding { at })
        }
    }
}

/// The text of some bytes that say what they are in, if that is so.
pub(crate) fn in_encoding(bytes: &[u8], encoding: &'static Encoding) -> Option<String> {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    (!damaged).then(|| text.into_owned())
}

/// UTF-16 without its mark: every other byte is zero, nearly.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let first = bytes.get(..bytes.len().min(512))?;
    if first.len() < 8 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |from: usize| first.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = first.len() / 2 * 8 / 10;
    match (even, odd) {
        (0, n) if most <= n => Some(UTF_16LE),
        (n, 0) if most <= n => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether bytes hold what no text does: zeros, or many control characters.
fn is_binary(bytes: &[u8]) -> bool {
    let first = bytes.get(..bytes.len().min(8192)).unwrap_or_default();
    let control = |byte: &&u8| matches!(byte, 0x01..=0x06 | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f);
    bytes.contains(&0) || first.len() / 50 < first.iter().filter(control).count()
}

/// Whether bytes beyond ASCII stand where letters, quotes and dashes of Western languages do, and not in
/// the five places that Windows-1252 leaves empty.
fn is_windows_1252(bytes: &[u8]) -> bool {
    let high: Vec<u8> = bytes.iter().copied().filter(|byte| 0x80 <= *byte).take(20_000).collect();
    let holes = high.iter().any(|byte| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d));
    let odd = |byte: &&u8| matches!(byte, 0x80..=0x84 | 0x86..=0x8b | 0x98 | 0x9b | 0x9e);
    !holes
        && high.iter().filter(odd).count() * 4 <= high.len() + 4
        && high.len() * 3 < bytes.len().max(12)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_gives_the_same_text() {
        let text = "Le 7 mars 2024, l’été…\r\nFin — « ici ».\n";
        let utf16 = |little: bool, mark: bool| -> Vec<u8> {
            let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
            units
                .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
                .collect()
        };
        let (windows, _, lost) = WINDOWS_1252.encode(text);
        assert!(!lost);
        let mut marked = b"\xef\xbb\xbf".to_vec();
        marked.extend(text.as_bytes());
        for bytes in [text.as_bytes(), &windows, &marked] {
            assert_eq!(decoded(bytes).as_deref(), Ok(text));
        }
        for (little, mark) in [(true, true), (false, true), (true, false), (false, false)] {
            assert_eq!(decoded(&utf16(little, mark)).as_deref(), Ok(text), "{little} {mark}");
        }
    }

    #[test]
    fn damaged_utf_8_is_no_other_encoding() {
        assert_eq!(
            decoded(b"Un \xc3\xa9t\xc3\xa9.\nLe pr\xe9fet"),
            Err(Refusal::Encoding { at: 15 })
        );
        assert_eq!(decoded(b"a\x00b\x01\x02\x03\x04\x05\x06"), Err(Refusal::Binary));
    }

    #[test]
    fn a_lone_carriage_return_ends_a_line() {
        assert_eq!(read("a\rb\r\rc\r\nd\r".to_owned()).text, "a\nb\n\nc\r\nd\n");
    }
}

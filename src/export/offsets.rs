//! Offsets for other programs: bytes, characters or UTF-16 units.

/// What an offset counts.
///
/// ```
/// use frise::{Offsets, Ruler};
/// let text = "🎭 le 7 mars";
/// let at = text.find("le").unwrap();
/// let counted = [Offsets::Bytes, Offsets::Chars, Offsets::Utf16].map(|of| Ruler::new(text, of).at(at));
/// assert_eq!(counted, [5, 2, 3]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offsets {
    /// Unicode code points, as Python counts.
    #[default]
    Chars,
    /// Bytes of the UTF-8 text, as Rust counts.
    Bytes,
    /// UTF-16 code units, as JavaScript and Java count.
    Utf16,
}

/// How many bytes lie between two counts that are kept.
const STRIDE: usize = 1024;

/// Turns byte offsets of one text into another unit: one pass over the text, then a look at no more
/// than a thousand bytes for each offset.
///
/// ```
/// use frise::{Offsets, Ruler};
///
/// let text = "L’été 🎭 dernier";
/// let at = text.find("dernier").unwrap();
/// assert_eq!(Ruler::new(text, Offsets::Chars).at(at), 8);
/// assert_eq!(Ruler::new(text, Offsets::Utf16).at(at), 9);
/// ```
#[derive(Debug)]
pub struct Ruler<'a> {
    bytes: &'a [u8],
    count: Option<fn(&[u8]) -> usize>,
    /// The count before each stride.
    marks: Vec<usize>,
}

impl<'a> Ruler<'a> {
    /// Measures a text.
    pub fn new(text: &'a str, unit: Offsets) -> Self {
        let bytes = text.as_bytes();
        let count: Option<fn(&[u8]) -> usize> = match unit {
            // All three units agree on ASCII.
            _ if text.is_ascii() => None,
            Offsets::Bytes => None,
            Offsets::Chars => Some(chars),
            Offsets::Utf16 => Some(utf16_units),
        };
        let marks = count.map_or_else(Vec::new, |count| {
            let mut before = 0;
            let mark = |stride: &[u8]| {
                let mark = before;
                before += count(stride);
                mark
            };
            bytes.chunks(STRIDE).map(mark).collect()
        });
        Self { bytes, count, marks }
    }

    /// The offset of a byte, in the unit.
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.bytes.len());
        let Some(count) = self.count else { return byte };
        // The end of the text may lie one stride past the last mark.
        let stride = (byte / STRIDE).min(self.marks.len().saturating_sub(1));
        let rest = self.bytes.get(stride * STRIDE..byte).unwrap_or_default();
        self.marks.get(stride).copied().unwrap_or_default() + count(rest)
    }
}

/// Characters that begin in a stretch: the bytes that do not continue one.
fn chars(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

/// A character of four bytes is two units of UTF-16, any other is one.
fn utf16_units(bytes: &[u8]) -> usize {
    chars(bytes) + bytes.iter().filter(|byte| 0xF0 <= **byte).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offset_is_what_counting_gives() {
        let text = "l’été 🎭 à Paris, «\u{a0}n°\u{a0}1\u{a0}» e\u{301} 𝄞 ".repeat(90);
        for unit in [Offsets::Chars, Offsets::Bytes, Offsets::Utf16] {
            let ruler = Ruler::new(&text, unit);
            let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            for at in ends {
                let before = text.get(..at).unwrap();
                let counted = match unit {
                    Offsets::Chars => before.chars().count(),
                    Offsets::Bytes => at,
                    Offsets::Utf16 => before.encode_utf16().count(),
                };
                assert_eq!(ruler.at(at), counted, "{unit:?} at byte {at}");
            }
        }
    }

    #[test]
    fn an_empty_text_has_one_offset() {
        assert_eq!(Ruler::new("", Offsets::Utf16).at(0), 0);
    }
}

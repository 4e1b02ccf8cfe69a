//! Looks through a PDF for streams that unpack to more than is read, before anything unpacks them.
//!
//! A reader unpacks a stream whole. So each is unpacked here first, into nothing: its bytes are counted.
//! Where a stream cannot be followed to its end, what it could become at most counts.

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_HAS_MORE_INPUT, TINFL_FLAG_IGNORE_ADLER32, TINFL_FLAG_PARSE_ZLIB_HEADER,
};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

use crate::limits::Limits;
use crate::refusal::{Measure, Refusal};

/// What DEFLATE, LZW and run lengths make of one byte at most.
const FLATE: usize = 1040;
const LZW: usize = 2800;
const RUNS: usize = 128;

/// Refuses a file whose streams unpack to more than the limits.
pub(super) fn refuse(bytes: &[u8], limits: &Limits) -> Result<(), Refusal> {
    if is_encrypted(bytes) {
        return Err(Refusal::Encrypted("pdf"));
    }
    let too_large = Refusal::TooLarge { what: Measure::Unpacked, most: limits.part };
    let mut from = 0;
    while let Some(found) = find(bytes, b"stream", from) {
        let body = found + b"stream".len();
        let before = bytes.get(from..found).unwrap_or_default();
        from = body;
        if before.ends_with(b"end") {
            continue;
        }
        let dictionary = match before.windows(3).rposition(|three| three == b"obj") {
            Some(at) => before.get(at..).unwrap_or_default(),
            None => before,
        };
        let packed = Packed::of(dictionary);
        if 1 < packed.flate + packed.lzw + packed.runs {
            return Err(Refusal::OddlyPacked);
        }
        // The data begins behind the end of the line, however that is written.
        let rest = bytes.get(body..).unwrap_or_default();
        let data = match rest {
            [b'\r', b'\n', data @ ..] | [b'\n' | b'\r', data @ ..] => data,
            data => data,
        };
        let end = find(data, b"endstream", 0).unwrap_or(data.len());
        let hidden = packed.is_hidden;
        if (packed.lzw == 1 || hidden)
            && limits.part < end.saturating_mul(LZW)
            && limits.part < lzw_length(data.get(..end).unwrap_or_default(), limits.part)
        {
            return Err(too_large);
        }
        if (packed.runs == 1 || hidden)
            && limits.part < end.saturating_mul(RUNS)
            && limits.part < runs_length(data.get(..end).unwrap_or_default())
        {
            return Err(too_large);
        }
        // "endstream" can stand in packed data, so what follows may be of this stream too.
        if (packed.flate == 1 || hidden)
            && limits.part < data.len().saturating_mul(FLATE)
            && limits.part < flate_length(data, end, limits.part)
        {
            return Err(too_large);
        }
    }
    Ok(())
}

/// Whether a file says that it is encrypted. Then nothing can be counted beforehand, so it is not read,
/// not even where an empty password opens it.
fn is_encrypted(bytes: &[u8]) -> bool {
    let word = b"/Encrypt";
    let mut from = 0;
    while let Some(at) = find(bytes, word, from) {
        from = at + word.len();
        let rest = bytes.get(from..).unwrap_or_default();
        let next = rest.iter().find(|byte| !byte.is_ascii_whitespace());
        if next.is_some_and(|byte| byte.is_ascii_digit() || *byte == b'<') {
            return true;
        }
    }
    false
}

/// How the dictionary of a stream says that it is packed.
#[derive(Debug, Default)]
struct Packed {
    flate: usize,
    lzw: usize,
    runs: usize,
    /// Whether it is said elsewhere.
    is_hidden: bool,
}

impl Packed {
    fn of(dictionary: &[u8]) -> Self {
        let mut packed = Self::default();
        let mut names = dictionary.split(|byte| *byte == b'/').skip(1);
        let ends = |byte: &u8| byte.is_ascii_whitespace() || b"<>[](){}%\0".contains(byte);
        for part in &mut names {
            let end = part.iter().position(ends).unwrap_or(part.len());
            let (name, after) = part.split_at(end);
            match unescaped(name).as_slice() {
                b"FlateDecode" | b"Fl" => packed.flate += 1,
                b"LZWDecode" | b"LZW" => packed.lzw += 1,
                b"RunLengthDecode" | b"RL" => packed.runs += 1,
                b"Filter" | b"F" => {
                    let value =
                        after.iter().find(|byte| !byte.is_ascii_whitespace() && **byte != b'[');
                    packed.is_hidden |= value.is_some_and(u8::is_ascii_digit);
                }
                _ => {}
            }
        }
        packed
    }
}

/// A name without its escapes: `#46late` is `Flate`.
fn unescaped(name: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(name.len().min(64));
    let mut rest = name;
    while let Some((first, after)) = rest.split_first() {
        let code = |n: usize| char::from(*after.get(n)?).to_digit(16);
        rest = match (first, code(0), code(1)) {
            (b'#', Some(high), Some(low)) => {
                out.push(u8::try_from(high * 16 + low).unwrap_or_default());
                after.get(2..).unwrap_or_default()
            }
            _ => {
                out.push(*first);
                after
            }
        };
    }
    out
}

/// How much a stream inflates to, up to a little more than `most`.
fn flate_length(data: &[u8], end: usize, most: usize) -> usize {
    // The whole of what follows is given to it: it ends by itself.
    let is_zlib = match data {
        [first, second, ..] => {
            first & 0x0f == 8
                && (usize::from(*first) << 8 | usize::from(*second)).is_multiple_of(31)
        }
        _ => false,
    };
    let mut flags = TINFL_FLAG_IGNORE_ADLER32 | TINFL_FLAG_HAS_MORE_INPUT;
    if is_zlib {
        flags |= TINFL_FLAG_PARSE_ZLIB_HEADER;
    }
    let mut state = Box::<DecompressorOxide>::default();
    let mut window = vec![0_u8; 1 << 15];
    let (mut at, mut place, mut length) = (0, 0, 0_usize);
    loop {
        let input = data.get(at..).unwrap_or_default();
        let (status, read, written) = decompress(&mut state, input, &mut window, place, flags);
        at += read;
        length += written;
        place = (place + written) & ((1 << 15) - 1);
        if most < length {
            return length;
        }
        match status {
            TINFLStatus::HasMoreOutput => {}
            TINFLStatus::Done => return length,
            // A reader may go on where this one cannot.
            _ => return length.saturating_add(end.saturating_sub(at).saturating_mul(FLATE)),
        }
    }
}

/// How long a stream of run lengths becomes, whether it says that it ends or not.
fn runs_length(data: &[u8]) -> usize {
    let (mut at, mut total) = (0, 0);
    while let Some(length) = data.get(at) {
        let length = usize::from(*length);
        let (step, count) = match length {
            0..128 => (length + 2, length + 1),
            128 => (1, 0),
            _ => (2, 257 - length),
        };
        at += step;
        total += count;
    }
    total
}

/// How long a stream becomes that is packed by LZW, up to a little more than `most`.
fn lzw_length(data: &[u8], most: usize) -> usize {
    let mut lengths: Vec<usize> = vec![1; 256];
    lengths.extend([0, 0]);
    let (mut width, mut bits, mut held) = (9_u32, 0_u32, 0_u32);
    let (mut previous, mut total) = (None::<usize>, 0_usize);
    for byte in data {
        bits = bits << 8 | u32::from(*byte);
        held += 8;
        if held < width {
            continue;
        }
        let code = (bits >> (held - width)) as usize & ((1 << width) - 1);
        held -= width;
        bits &= (1 << held) - 1;
        match code {
            256 => {
                lengths.truncate(258);
                (width, previous) = (9, None);
                continue;
            }
            257 => {
                // A reader may go on behind the end.
                previous = None;
                continue;
            }
            _ => {}
        }
        let before = previous.unwrap_or(0);
        let length = lengths.get(code).copied().unwrap_or(before + 1);
        total = total.saturating_add(length);
        if most < total {
            return total;
        }
        if previous.is_some() && lengths.len() < 4096 {
            lengths.push(before + 1);
        }
        previous = Some(length);
        width = match lengths.len() + 1 {
            0..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        };
    }
    total
}

fn find(bytes: &[u8], word: &[u8], from: usize) -> Option<usize> {
    let first = *word.first()?;
    let mut at = from;
    loop {
        let rest = bytes.get(at..)?;
        let next = at + rest.iter().position(|byte| *byte == first)?;
        if bytes.get(next..)?.starts_with(word) {
            return Some(next);
        }
        at = next + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits() -> Limits {
        Limits { part: 1 << 16, ..Limits::default() }
    }

    fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
        let mut out = format!("%PDF-1.4\n1 0 obj\n<<{dictionary}>>\nstream\n").into_bytes();
        out.extend(data);
        out.extend(b"\nendstream\nendobj\n");
        out
    }

    #[test]
    fn what_unpacks_to_too_much_is_found_however_it_is_named() {
        let large = miniz_oxide::deflate::compress_to_vec_zlib(&vec![b'a'; 1 << 20], 6);
        let small = miniz_oxide::deflate::compress_to_vec_zlib(&[b'a'; 1 << 15], 6);
        let refused = Err(Refusal::TooLarge { what: Measure::Unpacked, most: 1 << 16 });
        for dictionary in
            ["/Filter /FlateDecode", "/Filter/Fl", "/Filter [/#46lateDecode]", "/Filter 7 0 R"]
        {
            assert_eq!(refuse(&stream(dictionary, &large), &limits()), refused, "{dictionary}");
            assert_eq!(refuse(&stream(dictionary, &small), &limits()), Ok(()), "{dictionary}");
        }
        let twice = stream("/Filter [/FlateDecode /FlateDecode]", &small);
        assert_eq!(refuse(&twice, &limits()), Err(Refusal::OddlyPacked));
        assert_eq!(refuse(&stream("/Filter /DCTDecode", &large), &limits()), Ok(()));
    }

    #[test]
    fn what_breaks_off_counts_as_what_it_could_become() {
        let mut broken = miniz_oxide::deflate::compress_to_vec_zlib(&[b'a'; 100], 6);
        broken.truncate(6);
        broken.extend([0xff; 400]);
        let refused = Err(Refusal::TooLarge { what: Measure::Unpacked, most: 1 << 16 });
        assert_eq!(refuse(&stream("/Filter /FlateDecode", &broken), &limits()), refused);
    }

    #[test]
    fn run_lengths_are_counted() {
        assert_eq!(runs_length(&[2, b'a', b'b', b'c', 254, b'x', 128]), 6);
        let large = [129, b'a'].repeat(1000);
        let refused = Err(Refusal::TooLarge { what: Measure::Unpacked, most: 1 << 16 });
        assert_eq!(refuse(&stream("/Filter /RunLengthDecode", &large), &limits()), refused);
    }

    #[test]
    fn lzw_is_counted() {
        // The example of the specification: 45 45 45 45 45 65 45 45 45 66.
        let packed = [0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01];
        assert_eq!(lzw_length(&packed, 1000), 10);
    }
}

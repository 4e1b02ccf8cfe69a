//! What a file is, by its bytes.

use crate::refusal::Refusal;
use crate::{html, mail, markdown, package, plain};

/// A format that is read, with the text of those that are text.
pub(crate) enum Format {
    Text(String),
    Markdown(String),
    Html(String),
    Pdf,
    Docx,
    Mail,
}

/// Tells what bytes are; what is not read is refused by its name.
pub(crate) fn format(bytes: &[u8]) -> Result<Format, Refusal> {
    if is_pdf(bytes) {
        return Ok(Format::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return package::kind(bytes).map(|()| Format::Docx);
    }
    if let Some(refusal) = by_signature(bytes) {
        return Err(refusal);
    }
    if mail::is_mail(bytes) {
        return Ok(Format::Mail);
    }
    if let Some(text) = html::in_its_encoding(bytes) {
        return Ok(Format::Html(text));
    }
    let text = plain::decoded(bytes)?;
    if html::is_html(&text) {
        return Ok(Format::Html(text));
    }
    let start = text.trim_start();
    if start.starts_with("<svg") || start.starts_with("<?xml") && text.contains("<svg") {
        return Err(Refusal::Image("SVG"));
    }
    if start.starts_with("<?xml") {
        return Err(Refusal::Xml);
    }
    Ok(if markdown::is_markdown(&text) { Format::Markdown(text) } else { Format::Text(text) })
}

/// A PDF may begin late, behind what a mail or a web server left.
fn is_pdf(bytes: &[u8]) -> bool {
    let first = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    let at = first.windows(5).position(|five| five == b"%PDF-");
    at.is_some_and(|at| {
        let digit = bytes.get(at + 5).is_some_and(u8::is_ascii_digit);
        let line = at == 0 || bytes.get(at - 1).is_some_and(|byte| !(b' '..0x7f).contains(byte));
        digit && line
    })
}

/// What is known by its first bytes and not read.
fn by_signature(bytes: &[u8]) -> Option<Refusal> {
    let known: &[(&[u8], Refusal)] = &[
        (b"\x89PNG\r\n", Refusal::Image("PNG")),
        (b"\xff\xd8\xff", Refusal::Image("JPEG")),
        (b"GIF8", Refusal::Image("GIF")),
        (b"II*\0", Refusal::Image("TIFF")),
        (b"MM\0*", Refusal::Image("TIFF")),
        (b"\0\0\x01\0", Refusal::Image("ICO")),
        (b"AT&TFORM", Refusal::Image("DjVu")),
        (b"8BPS", Refusal::Image("PSD")),
        (b"{\\rtf", Refusal::Rtf),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Refusal::OldOffice),
        (b"\x1f\x8b", Refusal::Archive("gzip")),
        (b"BZh", Refusal::Archive("bzip2")),
        (b"\xfd7zXZ\0", Refusal::Archive("xz")),
        (b"\x28\xb5\x2f\xfd", Refusal::Archive("zstd")),
        (b"7z\xbc\xaf\x27\x1c", Refusal::Archive("7-Zip")),
        (b"Rar!\x1a\x07", Refusal::Archive("RAR")),
        (b"%!PS", Refusal::PostScript),
        (b"\xc5\xd0\xd3\xc6", Refusal::PostScript),
        (b"ID3", Refusal::Recording),
        (b"OggS", Refusal::Recording),
        (b"fLaC", Refusal::Recording),
        (b"\x1aE\xdf\xa3", Refusal::Recording),
        (b"\x7fELF", Refusal::Binary),
        (b"-----BEGIN PGP MESSAGE", Refusal::Encrypted("mail")),
    ];
    let at =
        |from: usize, words: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(words));
    if let Some((_, refusal)) = known.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        // "BZh", "ID3" and "GIF8" are also words: text has no byte below the tabulator.
        let is_text = bytes.get(..bytes.len().min(512))?.iter().all(|byte| b'\t' <= *byte);
        let named = matches!(refusal, Refusal::Rtf | Refusal::PostScript | Refusal::Encrypted(_));
        return (named || !is_text).then(|| refusal.clone());
    }
    if bytes.starts_with(b"RIFF") {
        return Some(if at(8, b"WEBP") { Refusal::Image("WebP") } else { Refusal::Recording });
    }
    if at(4, b"ftyp") {
        let picture = [&b"heic"[..], b"heix", b"mif1", b"avif"].iter().any(|brand| at(8, brand));
        return Some(if picture { Refusal::Image("HEIC") } else { Refusal::Recording });
    }
    if at(257, b"ustar") {
        return Some(Refusal::Archive("tar"));
    }
    let is_bitmap = bytes.starts_with(b"BM") && at(6, b"\0\0\0\0");
    is_bitmap.then_some(Refusal::Image("BMP"))
}

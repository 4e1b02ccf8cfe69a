//! Mails: the text of a message with its date and its author; what it quotes and holds as parts of their
//! own, in quotation marks.

use mail_parser::{Address, DateTime, Message, MessageParser, MimeHeaders, PartType};

use crate::document::{Builder, Document, Kind, Origin, Published, squeezed};
use crate::html;
use crate::limits::Limits;
use crate::refusal::Refusal;

/// Fields that begin a mail.
const FIELDS: &[&str] = &[
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "received",
    "mime-version",
    "return-path",
    "delivered-to",
    "content-type",
    "x-mozilla-status",
    "x-mozilla-status2",
    "x-account-key",
    "reply-to",
    "cc",
    "arc-seal",
    "dkim-signature",
    "received-spf",
    "authentication-results",
    "x-received",
    "snapshot-content-location",
];

/// Whether bytes are a mail: fields of one before the first empty line.
pub(crate) fn is_mail(bytes: &[u8]) -> bool {
    let first = bytes.get(..bytes.len().min(16_384)).unwrap_or_default();
    let first = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first);
    let mut seen: Vec<&str> = Vec::new();
    for (n, line) in first.split(|byte| *byte == b'\n').enumerate() {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if n == 0 && line.starts_with(b"From ") {
            continue;
        }
        if line.is_empty() {
            break;
        }
        if n > 0 && matches!(line.first(), Some(b' ' | b'\t')) {
            continue;
        }
        let Some(colon) = line.iter().position(|byte| *byte == b':') else { return false };
        let (name, value) = line.split_at(colon);
        let token = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
        if name.is_empty() || !name.iter().all(token) {
            return false;
        }
        let known = FIELDS.iter().find(|field| name.eq_ignore_ascii_case(field.as_bytes()));
        seen.extend(known.filter(|_| value.len() > 1));
    }
    let has = |field: &str| seen.contains(&field);
    let by_machine =
        has("message-id") || has("received") || has("mime-version") || has("content-type");
    has("from") && (by_machine || has("date") && has("subject"))
}

/// Reads a mail.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, Refusal> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // The line that parts the mails of a box.
    let bytes = match (bytes.starts_with(b"From "), bytes.iter().position(|byte| *byte == b'\n')) {
        (true, Some(end)) => bytes.get(end + 1..).unwrap_or_default(),
        _ => bytes,
    };
    let message = MessageParser::default().parse(bytes).ok_or(Refusal::Damaged("a mail"))?;
    if let Some(page) = saved_page(&message) {
        return html::read(&page, limits);
    }
    let encrypted = message.content_type().is_some_and(|kind| {
        let (main, sub) = (kind.ctype(), kind.subtype().unwrap_or(""));
        main == "multipart" && sub == "encrypted" || sub.ends_with("pkcs7-mime")
    });
    if encrypted {
        return Err(Refusal::Encrypted("mail"));
    }
    let mut out = Builder::default();
    let title = message.subject().map(squeezed).filter(|subject| !subject.is_empty());
    if let Some(title) = &title {
        out.paragraph(title, Origin::Title, None);
    }
    body(&message, Origin::Body, limits, &mut out)?;
    for part in &message.parts {
        if let PartType::Message(inner) = &part.body {
            held(inner, limits, &mut out)?;
        }
    }
    let mut document = out.finish(Kind::Mail);
    document.title = title;
    document.author = message.from().and_then(name);
    document.published =
        message.date().and_then(date).map(|date| Published { date, field: "Date".to_owned() });
    Ok(document)
}

/// The page in a web archive (MHTML), which has the form of a mail.
fn saved_page(message: &Message<'_>) -> Option<String> {
    let kind = message.content_type()?;
    let is_page = message.header_raw("Snapshot-Content-Location").is_some()
        || kind.subtype() == Some("related")
            && message.header_raw("To").is_none()
            && kind.attribute("type") == Some("text/html");
    if !is_page {
        return None;
    }
    message.parts.iter().find_map(|part| match &part.body {
        PartType::Html(page) => Some(page.to_string()),
        _ => None,
    })
}

/// A message that is attached: who wrote it and when on a line, then its text.
fn held(message: &Message<'_>, limits: &Limits, out: &mut Builder) -> Result<(), Refusal> {
    let by = message.from().and_then(name);
    let day =
        message.date().and_then(date).map(|date| date.get(..10).unwrap_or_default().to_owned());
    let head: Vec<String> = by.into_iter().chain(day).collect();
    out.paragraph(&head.join(", "), Origin::Quoted, None);
    body(message, Origin::Quoted, limits, out)
}

/// The text of a message, plain if there is a plain one.
fn body(
    message: &Message<'_>,
    origin: Origin,
    limits: &Limits,
    out: &mut Builder,
) -> Result<(), Refusal> {
    for at in &message.text_body {
        let Some(part) = message.parts.get(*at as usize) else { continue };
        match &part.body {
            PartType::Text(text) => {
                let flowed =
                    part.content_type().and_then(|kind| kind.attribute("format")) == Some("flowed");
                plain(text, flowed, origin, out);
            }
            PartType::Html(page) => {
                html::tree(page, limits)?;
                for paragraph in html::fragment(page).paragraphs {
                    out.paragraph(&paragraph, origin, None);
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// A plain text, whose lines that begin with ">" are another's.
fn plain(text: &str, flowed: bool, origin: Origin, out: &mut Builder) {
    let mut stretches: Vec<(bool, Vec<String>)> = Vec::new();
    let mut soft = false;
    for line in text.lines() {
        if line.trim_end() == "--" && !matches!(stretches.last(), Some((true, _))) {
            // A signature ends the mail.
            break;
        }
        let bare = line.trim_start_matches(['>', ' ']);
        let is_quoted = line.starts_with('>');
        let line = if is_quoted { bare } else { line };
        let line = if flowed && !is_quoted { line.strip_prefix(' ').unwrap_or(line) } else { line };
        let words = squeezed(line);
        match stretches.last_mut() {
            Some((quoted, lines)) if *quoted == is_quoted => match lines.last_mut() {
                Some(last) if soft && !words.is_empty() => {
                    last.push(' ');
                    last.push_str(&words);
                }
                _ => lines.push(words),
            },
            _ => stretches.push((is_quoted, vec![words])),
        }
        soft = flowed && line.ends_with(' ');
    }
    for (is_quoted, lines) in stretches {
        let text = lines.join("\n");
        let text = text.trim();
        let quoted = format!("« {text} »");
        let (text, origin) =
            if is_quoted { (quoted.as_str(), Origin::Quoted) } else { (text, origin) };
        if text != "«  »" {
            out.paragraph(text, origin, None);
        }
    }
}

fn name(address: &Address<'_>) -> Option<String> {
    let first = address.first()?;
    let name = first.name().or_else(|| first.address())?;
    Some(squeezed(name)).filter(|name| !name.is_empty())
}

/// A date of a header, in the zone that it names.
fn date(date: &DateTime) -> Option<String> {
    let sign = if date.tz_before_gmt { '-' } else { '+' };
    let DateTime { year, month, day, hour, minute, second, tz_hour, tz_minute, .. } = date;
    crate::date::normal(&format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{sign}{tz_hour:02}:{tz_minute:02}"
    ))
}

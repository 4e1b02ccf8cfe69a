//! Mails: the text of a message with its date and its author; what it quotes and holds as parts of their
//! own, each behind who wrote it and when.

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
                let read = html::mail(page);
                for (n, paragraph) in read.paragraphs.iter().enumerate() {
                    if read.quoted.contains(&n) {
                        out.paragraph(paragraph, Origin::Quoted, None);
                    } else if read.quoted.contains(&(n + 1)) && paragraph.ends_with(':') {
                        out.paragraph(
                            &without_address(&paragraph.replace('\n', " ")),
                            origin,
                            None,
                        );
                    } else {
                        out.paragraph(paragraph, origin, None);
                    }
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// A plain text, whose lines that begin with ">" are another's. What is quoted is one block right behind the
/// line that says whose it is, as a text quotes.
fn plain(text: &str, flowed: bool, origin: Origin, out: &mut Builder) {
    let mut stretches: Vec<(bool, Vec<String>)> = Vec::new();
    let mut soft = false;
    for line in text.lines() {
        if line.trim_end() == "--" && !matches!(stretches.last(), Some((true, _))) {
            // A signature ends the mail.
            break;
        }
        let is_quoted = line.starts_with('>');
        let line = if is_quoted { line.trim_start_matches(['>', ' ']) } else { line };
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
    let mut stretches = stretches.into_iter().peekable();
    while let Some((is_quoted, mut lines)) = stretches.next() {
        if is_quoted {
            lines.retain(|line| !line.is_empty());
            out.paragraph(&lines.join("\n"), Origin::Quoted, None);
            continue;
        }
        let introduction = stretches.peek().and_then(|_| introduction(&mut lines));
        let (mine, theirs) = match header(&lines) {
            Some(header) => {
                let after = lines.split_off(header.end);
                lines.truncate(header.start);
                (lines, Some((header.says, after)))
            }
            None => (lines, None),
        };
        out.paragraph(&mine.join("\n"), origin, None);
        if let Some((says, after)) = theirs {
            out.paragraph(&says, Origin::Quoted, None);
            out.paragraph(&after.join("\n"), Origin::Quoted, None);
        }
        if let Some(introduction) = introduction {
            out.paragraph(&introduction, origin, None);
        }
    }
}

/// The lines that introduce what is quoted, as one: "Le 2 avril 2024 à 10:12, Anne Petit <a@b.c> a écrit :".
fn introduction(lines: &mut Vec<String>) -> Option<String> {
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.last().filter(|line| line.ends_with(':'))?;
    let from = lines.iter().rposition(String::is_empty).map_or(0, |at| at + 1);
    // A long paragraph that ends so is prose.
    (lines.len() - from <= 3).then(|| without_address(&lines.split_off(from).join(" ")))
}

/// Words without an address in angle brackets.
fn without_address(words: &str) -> String {
    match (words.find('<'), words.find('>')) {
        (Some(from), Some(to))
            if from < to && words.get(from..to).is_some_and(|it| it.contains('@')) =>
        {
            let before = words.get(..from).unwrap_or_default();
            squeezed(&format!("{before}{}", words.get(to + 1..).unwrap_or_default()))
        }
        _ => words.to_owned(),
    }
}

/// The header that a mail program puts before a mail that it quotes whole.
struct Header {
    start: usize,
    end: usize,
    /// Who wrote it and when, as a by-line.
    says: String,
}

/// Finds such a header: "De : …", "Envoyé : …" and other fields on lines of their own.
fn header(lines: &[String]) -> Option<Header> {
    const BY: &[&str] = &["De", "From"];
    const WHEN: &[&str] = &["Envoyé", "Date", "Sent", "Envoyé le"];
    let field = |line: &str| -> Option<(String, String)> {
        let (name, value) = line.split_once(':')?;
        let name = name.trim_matches(['*', ' ', '\u{a0}']);
        (name.chars().count() < 14 && !value.trim().is_empty())
            .then(|| (name.to_owned(), value.trim_matches(['*', ' ', '\u{a0}']).to_owned()))
    };
    let start = lines
        .iter()
        .position(|line| field(line).is_some_and(|(name, _)| BY.contains(&name.as_str())))?;
    let fields: Vec<(String, String)> =
        lines.get(start..)?.iter().map_while(|line| field(line)).collect();
    let value = |names: &[&str]| {
        fields
            .iter()
            .find(|(name, _)| names.contains(&name.as_str()))
            .map(|(_, value)| value.clone())
    };
    let (by, when) = (value(BY)?, value(WHEN)?);
    // What stands above it: "-----Message d'origine-----".
    let ruled = start
        .checked_sub(1)
        .filter(|above| lines.get(*above).is_some_and(|line| line.starts_with("---")));
    let says = format!("{}, {when}", without_address(&by));
    (3 <= fields.len()).then_some(Header {
        start: ruled.unwrap_or(start),
        end: start + fields.len(),
        says,
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, Origin)> {
        let mut out = Builder::default();
        plain(text, false, Origin::Body, &mut out);
        let document = out.finish(Kind::Mail);
        document
            .parts
            .iter()
            .map(|part| (document.text[part.span.clone()].to_owned(), part.origin))
            .collect()
    }

    #[test]
    fn what_is_quoted_stands_behind_whose_it_is() {
        let mail = "Merci.\n\nLe 2 avril 2024 à 10:12, Anne Petit <anne@example.org>\na écrit :\n> Un.\n>\n>> Deux.\n\nTrois.\n-- \nMoi\n";
        let said = read(mail);
        let text = |n: usize| said[n].0.as_str();
        assert_eq!(text(0), "Merci.\n\nLe 2 avril 2024 à 10:12, Anne Petit a écrit :");
        assert_eq!(text(1), "Un.\nDeux.");
        assert_eq!(text(2), "Trois.");
        assert_eq!(said[1].1, Origin::Quoted);
        assert_eq!(said.len(), 3);
    }

    #[test]
    fn what_html_quotes_is_one_block() {
        let mail = "From: a@example.org\nDate: Sun, 7 Apr 2024 09:30:00 +0200\nSubject: s\nContent-Type: text/html\n\n\
            <p>Merci.</p><div>Le 2 avril 2024, Anne Petit &lt;<a>anne@example.org</a>&gt; a dit :<br></div>\
            <blockquote><p>Un.</p><p>Deux.</p></blockquote><p>Trois.</p>";
        let read = super::read(mail.as_bytes(), &Limits::default()).expect("it is a mail");
        assert_eq!(
            read.text,
            "s\n\nMerci.\n\nLe 2 avril 2024, Anne Petit a dit :\n\nUn.\nDeux.\n\nTrois.\n"
        );
        let quoted = read.parts.iter().find(|part| part.origin == Origin::Quoted);
        assert_eq!(quoted.map(|part| &read.text[part.span.clone()]), Some("Un.\nDeux."));
    }

    #[test]
    fn a_header_that_a_program_wrote_becomes_a_by_line() {
        let mail = "Merci.\n\n-----Message d'origine-----\nDe : Anne Petit <anne@example.org>\nEnvoyé : mardi 2 avril 2024 10:12\nÀ : Moi\nObjet : x\n\nUn.\n";
        let said = read(mail);
        assert_eq!(said[0], ("Merci.".to_owned(), Origin::Body));
        assert_eq!(said[1].0, "Anne Petit, mardi 2 avril 2024 10:12\n\nUn.");
        // Prose with colons is none.
        assert_eq!(read("De : Paris\nUn.\n").len(), 1);
    }
}

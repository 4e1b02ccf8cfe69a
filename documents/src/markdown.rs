//! Markdown: its text without its marks, and what its front matter says.

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use crate::date::normal;
use crate::document::{Builder, Document, Kind, Origin, Published};
use crate::html;
use crate::limits::Limits;
use crate::refusal::{Measure, Refusal};

/// Whether a text is Markdown: it has front matter, or two kinds of its marks that prose has not.
pub(crate) fn is_markdown(text: &str) -> bool {
    if front_matter(text).is_some() {
        return true;
    }
    let (mut heading, mut link, mut strong, mut fence, mut quote) =
        (false, false, false, false, false);
    for line in text.lines().take(2000) {
        let hashes = line.bytes().take_while(|byte| *byte == b'#').count();
        heading |= (1..=6).contains(&hashes)
            && line.get(hashes..).is_some_and(|rest| rest.starts_with(' '));
        link |= line.find("](").is_some_and(|at| {
            let target = line.get(at + 2..).unwrap_or_default();
            line.get(..at).is_some_and(|before| before.contains('['))
                && target
                    .split(')')
                    .next()
                    .is_some_and(|target| !target.is_empty() && !target.contains(' '))
        });
        strong |= line.matches("**").count() >= 2 || line.matches("__").count() >= 2;
        fence |= line.starts_with("```");
        quote |= line.starts_with("> ");
    }
    let kinds = [heading, link, strong, fence, quote].iter().filter(|seen| **seen).count();
    2 <= kinds
}

/// The lines between "---" and "---" at the beginning, of which one at least is `key: value`.
fn front_matter(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n"))?;
    let end = rest.find("\n---")?;
    let lines = rest.get(..end)?;
    let keyed = |line: &str| {
        line.split_once(':').is_some_and(|(key, _)| {
            !key.is_empty()
                && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte))
        })
    };
    (lines.len() < 20_000 && lines.lines().next().is_some_and(keyed)).then_some(lines)
}

/// Reads Markdown.
pub(crate) fn read(text: &str, limits: &Limits) -> Result<Document, Refusal> {
    if limits.tree < text.len() {
        return Err(Refusal::TooLarge { what: Measure::Tree, most: limits.tree });
    }
    let options = Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES;
    let mut out = Builder::default();
    let mut words = String::new();
    let mut html = String::new();
    let (mut in_matter, mut in_note, mut in_image, mut depth) = (false, false, 0_usize, 0_usize);
    for event in Parser::new_ext(text, options) {
        let origin = if in_note { Origin::Note } else { Origin::Body };
        let mut flush = |words: &mut String| {
            out.paragraph(&tidy(words), origin, None);
            words.clear();
        };
        match event {
            Event::Start(tag) => {
                depth += 1;
                if limits.depth < depth {
                    return Err(Refusal::TooLarge { what: Measure::Depth, most: limits.depth });
                }
                match tag {
                    Tag::MetadataBlock(
                        MetadataBlockKind::YamlStyle | MetadataBlockKind::PlusesStyle,
                    ) => in_matter = true,
                    Tag::FootnoteDefinition(_) => {
                        flush(&mut words);
                        in_note = true;
                    }
                    Tag::Image { .. } => in_image += 1,
                    Tag::Item => {
                        flush(&mut words);
                        words.push_str("- ");
                    }
                    Tag::TableCell if !words.is_empty() => words.push_str(" | "),
                    Tag::Paragraph if words == "- " => {}
                    Tag::Paragraph
                    | Tag::Heading { .. }
                    | Tag::BlockQuote(_)
                    | Tag::CodeBlock(_)
                    | Tag::List(_) => flush(&mut words),
                    _ => {}
                }
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                match tag {
                    TagEnd::MetadataBlock(_) => in_matter = false,
                    TagEnd::FootnoteDefinition => {
                        flush(&mut words);
                        in_note = false;
                    }
                    TagEnd::Image => in_image = in_image.saturating_sub(1),
                    TagEnd::Paragraph
                    | TagEnd::Heading(_)
                    | TagEnd::Item
                    | TagEnd::CodeBlock
                    | TagEnd::TableRow
                    | TagEnd::TableHead => flush(&mut words),
                    TagEnd::HtmlBlock => {
                        flush(&mut words);
                        let page = html::tree(&html, limits)?;
                        let inner = html::fragment(&page.html());
                        html.clear();
                        for paragraph in inner.paragraphs {
                            out.paragraph(&paragraph, origin, None);
                        }
                    }
                    _ => {}
                }
            }
            Event::Html(piece) => html.push_str(&piece),
            _ if in_matter || 0 < in_image => {}
            Event::Text(piece) | Event::Code(piece) => words.push_str(&piece),
            Event::SoftBreak | Event::HardBreak => words.push('\n'),
            Event::Rule => flush(&mut words),
            _ => {}
        }
    }
    out.paragraph(&tidy(&words), Origin::Body, None);
    let mut document = out.finish(Kind::Markdown);
    if let Some(matter) = front_matter(text) {
        let field = |keys: &[&str]| {
            let value = matter.lines().find_map(|line| {
                let (key, value) = line.split_once(':')?;
                keys.contains(&key.to_ascii_lowercase().as_str()).then_some(value)
            })?;
            let value = value.trim().trim_matches(['"', '\'']).trim();
            (!value.is_empty()).then(|| value.to_owned())
        };
        document.author = field(&["author"]);
        document.language = field(&["lang", "language"]);
        document.published = ["date", "published", "pubdate"].iter().find_map(|key| {
            let date = normal(&field(&[key])?)?;
            Some(Published { date, field: (*key).to_owned() })
        });
        document.title = field(&["title"]);
        if let Some(title) =
            document.title.clone().filter(|title| !document.text.starts_with(title.as_str()))
        {
            let body = std::mem::take(&mut document);
            document = titled(&title, body);
        }
    }
    Ok(document)
}

/// A document with its title before its text.
fn titled(title: &str, body: Document) -> Document {
    let mut out = Builder::default();
    out.paragraph(title, Origin::Title, None);
    for part in &body.parts {
        out.paragraph(body.text.get(part.span.clone()).unwrap_or_default(), part.origin, part.page);
    }
    Document { text: String::new(), parts: Vec::new(), ..body }.with(out)
}

/// Lines without the white space at their ends.
fn tidy(words: &str) -> String {
    if words.trim() == "-" {
        return String::new();
    }
    let lines: Vec<String> = words.lines().map(crate::document::squeezed).collect();
    lines.join("\n")
}

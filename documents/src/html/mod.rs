//! Web pages: their main text, and what they say of themselves.

mod meta;
mod render;

use dom_query::Document as Dom;
use dom_smoothie::{Config, Readability};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::document::{Builder, Document, Kind, Origin};
use crate::limits::Limits;
use crate::refusal::{Measure, Refusal};

pub(crate) use render::{fragment, mail};

/// Reads a web page.
pub(crate) fn read(text: &str, limits: &Limits) -> Result<Document, Refusal> {
    let page = tree(text, limits)?;
    let about = meta::of(&page);
    let whole = render::body(&page);
    let config = Config { max_elements_to_parse: 0, ..Config::default() };
    let article = Readability::with_document(page, None, Some(config))
        .ok()
        .and_then(|mut reader| reader.parse().ok());
    let main = article.as_ref().map(|article| render::fragment(&article.content));
    // What is left of a short page is often less than its text.
    let main = match main {
        Some(main) if whole.len() < 2000 && main.len() * 2 < whole.len() => whole,
        Some(main) if !main.is_empty() => main,
        _ => whole,
    };
    let title =
        about.title.or_else(|| article.map(|article| article.title).filter(|it| !it.is_empty()));
    let mut out = Builder::default();
    if let Some(title) = title.as_deref().filter(|title| !begins_with(&main, title)) {
        out.paragraph(title, Origin::Title, None);
    }
    for paragraph in &main.paragraphs {
        out.paragraph(paragraph, Origin::Body, None);
    }
    let document = out.finish(Kind::Html);
    Ok(Document {
        title,
        author: about.author,
        language: about.language,
        published: about.published,
        ..document
    })
}

/// The tree of a page, if it is no larger and no deeper than is read.
pub(crate) fn tree(text: &str, limits: &Limits) -> Result<Dom, Refusal> {
    if limits.tree < text.len() {
        return Err(Refusal::TooLarge { what: Measure::Tree, most: limits.tree });
    }
    let too_deep = Refusal::TooLarge { what: Measure::Depth, most: limits.depth };
    // The parser compares all attributes of an element, and looks through all elements that are open.
    let shape = Shape::of(text);
    if limits.elements < shape.elements.max(shape.attributes) {
        return Err(Refusal::TooLarge { what: Measure::Elements, most: limits.elements });
    }
    if 40 * limits.depth < shape.open {
        return Err(too_deep);
    }
    let page = Dom::from(text);
    let mut depth = 0;
    let mut node = page.root().first_child();
    while let Some(at) = node {
        if let Some(child) = at.first_child() {
            depth += 1;
            if limits.depth < depth {
                return Err(too_deep);
            }
            node = Some(child);
            continue;
        }
        let mut climbing = Some(at);
        node = None;
        while let Some(at) = climbing {
            if let Some(next) = at.next_sibling() {
                node = Some(next);
                break;
            }
            climbing = at.parent();
            depth = depth.saturating_sub(1);
        }
    }
    Ok(page)
}

/// What can be told of a page's tree before it is made.
#[derive(Debug, Default)]
struct Shape {
    /// Tags that open an element.
    elements: usize,
    /// About how many elements are open at once at most.
    open: usize,
    /// How many attributes one tag has at most, and more, times ten.
    attributes: usize,
}

impl Shape {
    fn of(text: &str) -> Self {
        const ALONE: &[&str] = &[
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
            "track", "wbr", "p", "li", "td", "tr", "th", "dt", "dd", "option",
        ];
        let (mut shape, mut open) = (Self::default(), 0_usize);
        for tag in text.split('<').skip(1) {
            if tag.starts_with('/') {
                open = open.saturating_sub(1);
            } else if tag.starts_with(|c: char| c.is_ascii_alphabetic()) {
                let tag = tag.split('>').next().unwrap_or_default();
                let name =
                    tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
                let parts = tag.bytes().filter(|byte| b" \t\n\r\x0c/\"'".contains(byte)).count();
                shape.elements += 1;
                shape.attributes = shape.attributes.max(10 * parts);
                if !tag.ends_with('/') && !ALONE.iter().any(|one| name.eq_ignore_ascii_case(one)) {
                    open += 1;
                    shape.open = shape.open.max(open);
                }
            }
        }
        shape
    }
}

/// Whether a text begins with its title, white space and signs apart.
fn begins_with(main: &render::Rendered, title: &str) -> bool {
    let bare = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let title = bare(title);
    main.paragraphs.iter().take(3).any(|paragraph| bare(paragraph).starts_with(&title))
}

/// Whether a text is HTML: it begins with a tag of it.
pub(crate) fn is_html(text: &str) -> bool {
    let mut rest = text.trim_start_matches(['\u{feff}']).trim_start();
    for _ in 0..20 {
        if let Some(comment) = rest.strip_prefix("<!--") {
            let Some((_, after)) = comment.split_once("-->") else { return false };
            rest = after.trim_start();
        } else if rest.starts_with("<?xml") || rest.starts_with("<?php") {
            let Some((_, after)) = rest.split_once("?>") else { return false };
            rest = after.trim_start();
        } else {
            break;
        }
    }
    let start =
        |word: &str| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    if start("<!doctype html") || start("<html") {
        return true;
    }
    const TAGS: &[&str] = &[
        "head",
        "body",
        "title",
        "meta",
        "div",
        "p",
        "article",
        "section",
        "main",
        "header",
        "h1",
        "h2",
        "h3",
        "table",
        "ul",
        "ol",
        "script",
        "style",
        "span",
        "link",
        "nav",
        "blockquote",
        "a",
        "b",
        "center",
        "font",
        "base",
        "hr",
        "pre",
        "iframe",
    ];
    let Some(tag) = rest.strip_prefix('<') else { return false };
    let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    TAGS.iter().any(|known| name.eq_ignore_ascii_case(known)) && rest.contains("</")
}

/// The text of a page that says what it is in, where that is not UTF-8 with or without a mark.
pub(crate) fn in_its_encoding(bytes: &[u8]) -> Option<String> {
    if Encoding::for_bom(bytes).is_some()
        || std::str::from_utf8(bytes).is_ok()
        || bytes.contains(&0)
    {
        return None;
    }
    let first = String::from_utf8_lossy(bytes.get(..bytes.len().min(4096)).unwrap_or_default());
    if !is_html(&first) && !first.to_ascii_lowercase().contains("<html") {
        return None;
    }
    let lower = first.to_ascii_lowercase();
    let said = lower.find("charset=").or_else(|| lower.find("encoding=")).and_then(|at| {
        let value = lower.get(at..)?.split_once('=')?.1.trim_start_matches(['"', '\'', ' ']);
        let end = value.find(|c: char| !(c.is_ascii_alphanumeric() || "-_:".contains(c)))?;
        Encoding::for_label(value.get(..end)?.as_bytes())
    });
    let encoding = match said {
        // Damaged here and there, or not what it says.
        Some(encoding) if encoding == UTF_8 => {
            let (text, _) = UTF_8.decode_without_bom_handling(bytes);
            let lost = text.matches('\u{fffd}').count();
            let letters = text.chars().filter(|c| !c.is_ascii()).count();
            if lost * 2 < letters { UTF_8 } else { WINDOWS_1252 }
        }
        Some(encoding) => encoding,
        None => WINDOWS_1252,
    };
    Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_told_from_prose() {
        for page in [
            "<!DOCTYPE html><p>x",
            "\n <HTML><body>",
            "<!-- saved --><html>",
            "<p>Un</p>",
            "<?xml version='1.0'?>\n<html/>",
        ] {
            assert!(is_html(page), "{page}");
        }
        for text in [
            "Le <b>",
            "<Alice> hello",
            "<p without an end",
            "<?xml version='1.0'?><tei/>",
            "",
            "<!-- x",
        ] {
            assert!(!is_html(text), "{text}");
        }
    }

    #[test]
    fn a_page_says_what_it_is_in() {
        let page = b"<html><meta charset=\"iso-8859-1\"><p>\xe9t\xe9</p></html>";
        assert!(in_its_encoding(page).is_some_and(|text| text.contains("été")));
        let page = b"<html><meta charset=utf-8><p>\xe9t\xe9</p></html>";
        assert!(in_its_encoding(page).is_some_and(|text| text.contains("été")));
        let page = "<html><meta charset=utf-8><p>été</p></html>".as_bytes();
        assert_eq!(in_its_encoding(page), None);
    }
}

//! A page's tree as paragraphs.

use std::collections::BTreeSet;

use dom_query::{Document as Dom, NodeRef};

use crate::document::squeezed;

/// Paragraphs as a reader sees them.
#[derive(Debug, Default)]
pub(crate) struct Rendered {
    pub(crate) paragraphs: Vec<String>,
    /// Which of them are another mail's, each the whole of it.
    pub(crate) quoted: BTreeSet<usize>,
}

impl Rendered {
    /// Bytes of all paragraphs.
    pub(super) fn len(&self) -> usize {
        self.paragraphs.iter().map(String::len).sum()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }
}

/// What no reader reads.
const UNREAD: &[&str] = &[
    "script", "style", "noscript", "template", "head", "title", "svg", "math", "iframe", "object",
    "select", "button", "input", "textarea", "form", "audio", "video", "canvas", "dialog", "rt",
    "rp",
];

/// What stands around the text of a page.
const AROUND: &[&str] = &["nav", "aside", "footer", "menu"];

/// Elements within a line.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "source",
];

/// A piece of HTML, all of it.
pub(crate) fn fragment(html: &str) -> Rendered {
    let page = Dom::from(html);
    let mut out = Writer { around: true, ..Writer::default() };
    out.children(&page.root());
    out.end()
}

/// The HTML of a mail: what it quotes is one paragraph.
pub(crate) fn mail(html: &str) -> Rendered {
    let page = Dom::from(html);
    let mut out = Writer { around: true, quotes: true, ..Writer::default() };
    out.children(&page.root());
    out.end()
}

/// The body of a page, without what stands around its text.
pub(super) fn body(page: &Dom) -> Rendered {
    let mut out = Writer::default();
    out.children(&page.root());
    out.end()
}

#[derive(Default)]
struct Writer {
    out: Rendered,
    /// The lines of the paragraph that is being written.
    lines: Vec<String>,
    line: String,
    /// Whether what stands around a text is read as well.
    around: bool,
    /// Whether what is quoted becomes one paragraph.
    quotes: bool,
    verbatim: bool,
}

impl Writer {
    fn end(mut self) -> Rendered {
        self.paragraph();
        self.out
    }

    fn line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if self.verbatim {
            self.lines.push(line.trim_end().to_owned());
        } else {
            self.lines.push(squeezed(&line));
        }
    }

    fn paragraph(&mut self) {
        self.line();
        let mut lines = std::mem::take(&mut self.lines);
        lines.retain(|line| {
            !line.trim().is_empty() && line != "-" && !line.trim_matches(['|', ' ']).is_empty()
        });
        if !lines.is_empty() {
            self.out.paragraphs.push(lines.join("\n"));
        }
    }

    fn children(&mut self, node: &NodeRef<'_>) {
        for child in node.children_it(false) {
            self.node(&child);
        }
    }

    fn node(&mut self, node: &NodeRef<'_>) {
        if node.is_text() {
            let text = node.text();
            if self.verbatim {
                for (n, line) in text.split('\n').enumerate() {
                    if 0 < n {
                        self.line();
                    }
                    self.line.push_str(line);
                }
            } else {
                self.line.push_str(&text);
            }
            return;
        }
        if !node.is_element() {
            return;
        }
        let name = node.node_name().unwrap_or_default().to_ascii_lowercase();
        let name = name.as_str();
        let is_hidden = node.has_attr("hidden")
            || node.attr("style").is_some_and(|style| {
                let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
                style.contains("display:none") || style.contains("visibility:hidden")
            });
        if is_hidden || UNREAD.contains(&name) || !self.around && AROUND.contains(&name) {
            return;
        }
        match name {
            "br" => self.line(),
            "hr" => self.paragraph(),
            "q" => {
                self.line.push('“');
                self.children(node);
                self.line.push('”');
            }
            "sup" if is_call(node) => {}
            "td" | "th" => {
                if !self.line.trim().is_empty() {
                    self.line.push_str(" | ");
                }
                self.flat(node);
            }
            "blockquote" if self.quotes => {
                self.paragraph();
                let mut quoted = Writer { around: self.around, ..Writer::default() };
                quoted.children(node);
                let words = quoted.end().paragraphs.join("\n");
                if !words.is_empty() {
                    self.out.quoted.insert(self.out.paragraphs.len());
                    self.out.paragraphs.push(words);
                }
            }
            "pre" => {
                self.paragraph();
                self.verbatim = true;
                self.children(node);
                self.paragraph();
                self.verbatim = false;
            }
            "li" => {
                self.paragraph();
                self.line.push_str("- ");
                self.item(node);
                self.paragraph();
            }
            _ if INLINE.contains(&name) => self.children(node),
            _ => {
                self.paragraph();
                self.children(node);
                self.paragraph();
            }
        }
    }

    /// An item of a list, whose first paragraph goes on behind its sign.
    fn item(&mut self, node: &NodeRef<'_>) {
        for child in node.children_it(false) {
            let name = child.node_name().unwrap_or_default();
            if matches!(&*name, "p" | "div") && self.line.trim() == "-" {
                self.children(&child);
                if child.next_sibling().is_some() {
                    self.paragraph();
                }
            } else {
                self.node(&child);
            }
        }
    }

    /// A cell of a table, which stays on its line.
    fn flat(&mut self, node: &NodeRef<'_>) {
        let mut cell = Writer { around: self.around, ..Writer::default() };
        cell.children(node);
        let words = cell.end().paragraphs.join(" ");
        self.line.push_str(&words.replace('\n', " "));
    }
}

/// Whether a raised text is a note's number: "[1]", "2".
fn is_call(node: &NodeRef<'_>) -> bool {
    let text = node.text();
    let text = text.trim();
    let bare = text.trim_matches(['[', ']', '(', ')', '*', '†']);
    let number = bare.len() < 4 && bare.bytes().all(|byte| byte.is_ascii_digit());
    number && (bare.len() < text.len() || node.descendants_it().any(|node| node.has_name("a")))
}

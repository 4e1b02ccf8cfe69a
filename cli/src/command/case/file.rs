//! The case file: TOML, and where in it something is wrong.

use std::ops::Range;
use std::path::{Path, PathBuf};

use frise::{Case, Claim};

use crate::input;
use crate::message::Message;
use crate::near::nearest;

/// A case file that could be read.
pub(super) struct CaseFile {
    pub(super) case: Case,
    pub(super) path: PathBuf,
    name: String,
    text: String,
}

impl CaseFile {
    /// Reads the file and all claims in it.
    pub(super) fn read(path: &Path) -> Result<Self, Message> {
        let name = path.display().to_string();
        let text = input::text(path)?;
        let case = toml::from_str(&text).map_err(|error| wrong(&error, &name, &text))?;
        let file = Self { case, path: path.to_path_buf(), name, text };
        let givens = file.case.given.iter().map(|given| &given.claim);
        for claim in givens.chain(file.case.claim.iter().map(|claim| &claim.text)) {
            Claim::parse(claim).map_err(|error| file.locate_claim(claim, &error))?;
        }
        Ok(file)
    }

    /// A message about some words of the file, shown where they stand.
    pub(super) fn at(&self, message: Message, words: &str) -> Message {
        match self.find(words) {
            Some(span) => message.at(self.name.as_str(), self.text.as_str(), span, "here"),
            None => message,
        }
    }

    /// An error of the library's about the case, shown at the words that it cites.
    pub(super) fn locate(&self, error: &frise::Error) -> Message {
        let message = Message::from(error.clone());
        // The words in quotation marks are the file's own: the last ones are the most particular
        // where an error says "… of …" last, so the longest are taken.
        let cited = error.what().split('"').skip(1).step_by(2);
        let longest =
            cited.filter(|words| self.find(words).is_some()).max_by_key(|words| words.len());
        match longest {
            Some(words) => self.at(message, words),
            None => message,
        }
    }

    fn locate_claim(&self, claim: &str, error: &frise::Error) -> Message {
        let message = Message::from(error.clone());
        let Some(whole) = self.find(claim) else {
            return Message::about(error, "the claim", claim);
        };
        let span = error.at().map_or(whole.clone(), |(start, end)| {
            // The quotation mark is part of the value's place, and escapes are written longer.
            let is_plain = self.text.get(whole.start..whole.end) == Some(claim);
            if is_plain { whole.start + start..whole.start + end } else { whole.clone() }
        });
        message.at(self.name.as_str(), self.text.as_str(), span, "here")
    }

    /// Where a string of the case stands in its file, without the quotation marks.
    fn find(&self, words: &str) -> Option<Range<usize>> {
        if words.is_empty() {
            return None;
        }
        let places = self.text.match_indices(words).map(|(at, _)| at..at + words.len());
        let is_quoted = |span: &Range<usize>| {
            let before = self.text.get(..span.start).and_then(|text| text.chars().next_back());
            matches!(before, Some('"' | '\'' | '\n'))
        };
        let mut places = places.filter(is_quoted);
        places.next()
    }
}

/// What TOML or serde has to say, in this program's words.
fn wrong(error: &toml::de::Error, name: &str, text: &str) -> Message {
    let said = error.message();
    let message = unknown_key(said)
        .or_else(|| missing_key(said))
        .or_else(|| not_a_quote(said))
        .unwrap_or_else(|| {
            let lines: Vec<&str> = said.lines().collect();
            Message::new(format!("not a case file: {}", lines.join(", "))).help(
                "a case file is TOML: [[article]], [[event]], [[claim]] with key = \"value\" lines",
            )
        });
    match error.span() {
        Some(span) => message.at(name, text, span, "here"),
        None => message,
    }
}

/// "unknown field `wndow`, expected one of `id`, `label`".
fn unknown_key(said: &str) -> Option<Message> {
    let rest = said.strip_prefix("unknown field `")?;
    let (key, rest) = rest.split_once('`')?;
    let known: Vec<&str> = rest.split('`').skip(1).step_by(2).collect();
    let list = format!("the keys here are {}", known.join(", "));
    let help = match nearest(key, known.iter().copied()) {
        Some(near) => format!("did you mean \"{near}\"? {list}"),
        None => list,
    };
    Some(Message::new(format!("unknown key \"{key}\"")).help(help))
}

/// "missing field `id`".
fn missing_key(said: &str) -> Option<Message> {
    let key = said.strip_prefix("missing field `")?.strip_suffix('`')?;
    Some(
        Message::new(format!("the key \"{key}\" is missing"))
            .help(format!("add a line {key} = \"…\" to this table")),
    )
}

/// What an untagged enum says of a value that is neither.
fn not_a_quote(said: &str) -> Option<Message> {
    said.contains("untagged enum Quotes").then(|| {
        Message::new("a quote must be a text or a list of texts")
            .help("write quote = \"exact words\" or quote = [\"exact words\", \"other words\"]")
    })
}

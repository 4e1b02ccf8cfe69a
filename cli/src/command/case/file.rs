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
            Some(span) => message.at(self.name.as_str(), self.text.as_str(), span),
            None => message,
        }
    }

    /// An error of the library's about the case, shown at the words that it cites.
    pub(super) fn locate(&self, error: &frise::Error) -> Message {
        let message = Message::from(error.clone());
        let what = error.what();
        let cited: Vec<&str> = what.split('"').skip(1).step_by(2).collect();
        let (Some(first), Some(last)) = (cited.first(), cited.last()) else { return message };
        let Some(whole) = self.find(first) else { return message };
        let span = if what.starts_with('`') {
            // "`when` of event … is …": the key comes after what it belongs to.
            self.find_after(last, whole.end)
        } else if what.starts_with("the claim ") || what.starts_with("the given ") {
            // The word in question stands in the claim.
            let inside = self.text.get(whole.clone()).and_then(|claim| claim.find(last));
            inside.map(|at| whole.start + at..whole.start + at + last.len())
        } else {
            None
        };
        message.at(self.name.as_str(), self.text.as_str(), span.unwrap_or(whole))
    }

    fn locate_claim(&self, claim: &str, error: &frise::Error) -> Message {
        let message = Message::from(error.clone());
        let Some(whole) = self.find(claim) else {
            return Message::about(error, "the claim", claim);
        };
        let span = match error.at() {
            Some((start, end)) => whole.start + start..whole.start + end,
            None => whole,
        };
        message.at(self.name.as_str(), self.text.as_str(), span)
    }

    /// Where a string of the case stands in its file, without the quotation marks.
    fn find(&self, words: &str) -> Option<Range<usize>> {
        self.find_after(words, 0)
    }

    fn find_after(&self, words: &str, from: usize) -> Option<Range<usize>> {
        if words.is_empty() {
            return None;
        }
        let rest = self.text.get(from..)?;
        let places = rest.match_indices(words).map(|(at, _)| from + at..from + at + words.len());
        places.into_iter().find(|span| {
            let before = self.text.get(..span.start).and_then(|text| text.chars().next_back());
            matches!(before, Some('"' | '\'' | '\n'))
        })
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
        Some(span) => message.at(name, text, span),
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

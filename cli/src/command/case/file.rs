//! The case file: TOML, and where in it something is wrong.

use std::ops::Range;
use std::path::{Path, PathBuf};

use frise::{Case, Claim};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

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
        for claim in givens.chain(
            file.case
                .claim
                .iter()
                .filter(|claim| claim.as_sentence().is_none())
                .map(|claim| &claim.text),
        ) {
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
        let places = self.places(first);
        let Some(whole) = places.first().cloned() else { return message };
        let span = if what.starts_with('`') {
            // "`when` of event … is …": the key comes after what it belongs to.
            self.places(last).into_iter().find(|place| whole.end <= place.start)
        } else if what.starts_with("two ") {
            // The first of a name is as it should be.
            self.second_id(what, first)
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
        // With an escape in it, the string is longer in the file than what it says.
        let span = match error.at() {
            Some((start, end)) if self.text.get(whole.clone()) == Some(claim) => {
                whole.start + start..whole.start + end
            }
            _ => whole,
        };
        message.at(self.name.as_str(), self.text.as_str(), span)
    }

    /// Where a string of the case stands in its file, without the quotation marks.
    fn find(&self, words: &str) -> Option<Range<usize>> {
        self.places(words).into_iter().next()
    }

    /// Where the second article or event of an id has it.
    fn second_id(&self, what: &str, id: &str) -> Option<Range<usize>> {
        let case = DeTable::parse(&self.text).ok()?;
        let table = if what.starts_with("two articles") { "article" } else { "event" };
        let ids = case.get_ref().get(table)?.get_ref().as_array()?.iter();
        let ids = ids.filter_map(|one| one.get_ref().get("id"));
        let second = ids.filter(|one| one.get_ref().as_str() == Some(id)).nth(1)?;
        Some(unquoted(second.span(), &self.text))
    }

    /// Every place where a string of the case is these words.
    fn places(&self, words: &str) -> Vec<Range<usize>> {
        let mut places = Vec::new();
        if let Ok(table) = DeTable::parse(&self.text) {
            let values = table.get_ref().values();
            values.for_each(|value| collect(value, words, &self.text, &mut places));
        }
        places.sort_unstable_by_key(|place| place.start);
        places
    }
}

/// Adds where in a value a string is these words. No value is so deep that this would be: the parser
/// has a limit.
fn collect(value: &Spanned<DeValue<'_>>, words: &str, text: &str, places: &mut Vec<Range<usize>>) {
    match value.get_ref() {
        DeValue::String(said) if said == words => places.push(unquoted(value.span(), text)),
        DeValue::Array(values) => {
            values.iter().for_each(|value| collect(value, words, text, places));
        }
        DeValue::Table(table) => {
            table.values().for_each(|value| collect(value, words, text, places));
        }
        _ => {}
    }
}

/// The place of a string without its quotation marks, and without the line end after the first of
/// three.
fn unquoted(span: Range<usize>, text: &str) -> Range<usize> {
    let raw = text.get(span.clone()).unwrap_or_default();
    let marks = if raw.starts_with("\"\"\"") || raw.starts_with("'''") { 3 } else { 1 };
    let inner = raw.get(marks..).unwrap_or_default();
    let line_end = match inner {
        _ if marks == 1 => 0,
        _ if inner.starts_with("\r\n") => 2,
        _ => usize::from(inner.starts_with('\n')),
    };
    let start = span.start + marks + line_end;
    start..span.end.saturating_sub(marks).max(start)
}

/// What TOML or serde has to say, in this program's words.
fn wrong(error: &toml::de::Error, name: &str, text: &str) -> Message {
    let said = error.message();
    let message = unknown_key(said)
        .or_else(|| missing_key(said))
        .or_else(|| too_deep(said))
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

/// What the parser says where it stops, in a key of many parts and in brackets within brackets.
fn too_deep(said: &str) -> Option<Message> {
    ["recursion limit", "cannot recurse further"].iter().any(|start| said.starts_with(start)).then(
        || {
            Message::new("tables or lists are nested too deep")
                .help("a case is two deep: [[event]] with a list of quotes")
        },
    )
}

/// What an untagged enum says of a value that is neither.
fn not_a_quote(said: &str) -> Option<Message> {
    said.contains("untagged enum Quotes").then(|| {
        Message::new("a quote must be a text or a list of texts")
            .help("write quote = \"exact words\" or quote = [\"exact words\", \"other words\"]")
    })
}

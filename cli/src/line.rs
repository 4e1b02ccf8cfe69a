//! A line of a batch: a document as `{"id", "lang", "dct", "text"}`.

use std::borrow::Cow;

use frise::{Language, Published};
use serde::Deserialize;
use serde_json::value::RawValue;

/// A document as its line gives it.
///
/// ```
/// use frise_cli::line::Line;
/// let line = Line::read(r#"{"id": 7, "lang": "fr", "dct": "2024-04-05", "text": "hier"}"#).unwrap();
/// assert_eq!((line.id.get(), line.name.as_str(), &*line.text), ("7", "7", "hier"));
/// let bad = Line::read(r#"{"id": 7, "text": 3}"#).unwrap_err();
/// assert_eq!((bad.id.unwrap().get(), bad.error.as_str()), ("7", "\"text\" must be a string"));
/// ```
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// Its id, to the byte.
    pub id: Box<RawValue>,
    /// Its id as text.
    pub name: String,
    /// The text.
    pub text: Cow<'a, str>,
    /// When it was published.
    pub published: Option<Published>,
    /// Its language.
    pub language: Option<Language>,
}

/// A line that is no document.
#[derive(Clone, Debug)]
pub struct BadLine {
    /// The id, where that could be read.
    pub id: Option<Box<RawValue>>,
    /// What is wrong.
    pub error: String,
}

impl BadLine {
    /// A line of which not even the id can be read.
    pub fn nameless(error: impl Into<String>) -> Self {
        Self { id: None, error: error.into() }
    }
}

/// The fields of a line, not yet looked at, so that a wrong one does not hide the id.
#[derive(Deserialize)]
struct Fields<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    #[serde(borrow, default)]
    lang: Option<&'a RawValue>,
    #[serde(borrow, default)]
    dct: Option<&'a RawValue>,
    #[serde(borrow, default)]
    text: Option<&'a RawValue>,
}

impl<'a> Line<'a> {
    /// Reads a line, with or without its end.
    ///
    /// # Errors
    ///
    /// Where it is no JSON object, has no text, or has a field that says nothing frise knows.
    pub fn read(line: &'a str) -> Result<Self, BadLine> {
        // A byte-order mark begins the file, not the first document.
        let line = line.trim_start_matches('\u{feff}').trim();
        if line.is_empty() {
            return Err(BadLine::nameless("the line is empty; a line is one JSON object"));
        }
        if !line.starts_with('{') {
            return Err(BadLine::nameless(
                "not a JSON object; a line is {\"id\", \"lang\", \"dct\", \"text\"}",
            ));
        }
        let fields: Fields<'_> = serde_json::from_str(line).map_err(|error| {
            BadLine::nameless(format!("not JSON: {}", told(&error, line, line)))
        })?;
        // What is no id does not come back: it may be what no reader of the output could read.
        let name = name(fields.id, line).map_err(BadLine::nameless)?;
        let id = fields.id.map(ToOwned::to_owned);
        match Self::of(&fields, line) {
            Ok(line) => Ok(Self { id: id.unwrap_or_else(null), name, ..line }),
            Err(error) => Err(BadLine { id, error }),
        }
    }

    /// All but the id.
    fn of(fields: &Fields<'a>, line: &str) -> Result<Self, String> {
        let string = |name, raw| string(name, raw, line);
        let text = string("text", fields.text)?
            .ok_or_else(|| "\"text\" is missing; it holds the article".to_owned())?;
        let published = string("dct", fields.dct)?
            .map(|dct| dct.parse().map_err(|error| format!("\"dct\": {error}")))
            .transpose()?;
        let language = string("lang", fields.lang)?
            .map(|lang| lang.parse().map_err(|error| format!("\"lang\": {error}")))
            .transpose()?;
        Ok(Self { id: null(), name: String::new(), text, published, language })
    }
}

/// An id as text.
fn name(id: Option<&RawValue>, line: &str) -> Result<String, String> {
    match id.map(RawValue::get) {
        None => Ok(String::new()),
        Some(raw) if raw.starts_with('"') => serde_json::from_str(raw)
            .map_err(|error| format!("\"id\": {}", told(&error, raw, line))),
        Some(raw) if raw.starts_with(['{', '[', 't', 'f']) => {
            Err("\"id\" must be a string, a number or null".to_owned())
        }
        Some(raw) => Ok(raw.to_owned()),
    }
}

/// A field that holds a string, or null.
fn string<'a>(
    name: &str,
    raw: Option<&'a RawValue>,
    line: &str,
) -> Result<Option<Cow<'a, str>>, String> {
    let Some(raw) = raw.map(RawValue::get) else { return Ok(None) };
    if !raw.starts_with('"') {
        let or_null = if name == "text" { "" } else { " or null" };
        return Err(format!("\"{name}\" must be a string{or_null}"));
    }
    serde_json::from_str(raw)
        .map(Some)
        .map_err(|error| format!("\"{name}\": {}", told(&error, raw, line)))
}

/// What serde_json says of a part of a line, with the column in the line, counted in characters as
/// editors do. The number of the line is the batch's to say.
fn told(error: &serde_json::Error, part: &str, line: &str) -> String {
    let said = error.to_string();
    let what = said.split(" at line ").next().unwrap_or(&said);
    let before = (part.as_ptr() as usize).saturating_sub(line.as_ptr() as usize);
    let before = line.as_bytes().get(..before + error.column().saturating_sub(1));
    let column = 1 + String::from_utf8_lossy(before.unwrap_or_default()).chars().count();
    format!("{what} at column {column}")
}

fn null() -> Box<RawValue> {
    RawValue::NULL.to_owned()
}

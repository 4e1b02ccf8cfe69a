//! The names of formats: those that are built, and what is said of the others.

use crate::message::Message;
use crate::near::nearest;

/// How a result is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Json,
    TimeMl,
    /// As the library writes a timeline for others.
    Export(Export),
}

/// A format that the library has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Export {
    Html,
}

/// The formats of a checked timeline, by name.
pub(crate) const OF_TIMELINES: [(&str, Format); 3] =
    [("text", Format::Text), ("json", Format::Json), ("html", Format::Export(Export::Html))];

/// The formats of conflicts and answers.
pub(crate) const OF_ANSWERS: [(&str, Format); 3] = OF_TIMELINES;

/// Formats that have a name and will have a writer.
const TO_COME: [&str; 5] = ["timelinejs", "csv", "markdown", "mermaid", "ics"];

/// One of the formats a command can write, if one is asked for.
pub(crate) fn parse(
    asked: Option<&str>,
    built: &[(&'static str, Format)],
) -> Result<Option<Format>, Message> {
    let Some(name) = asked else { return Ok(None) };
    if let Some((_, format)) = built.iter().find(|(known, _)| *known == name) {
        return Ok(Some(*format));
    }
    let names: Vec<&str> = built.iter().map(|(known, _)| *known).collect();
    let list = match names.split_last() {
        Some((last, [])) => format!("the format is {last}"),
        Some((last, others)) => format!("the formats are {} and {last}", others.join(", ")),
        None => String::new(),
    };
    if TO_COME.contains(&name) {
        return Err(Message::new(format!("--format {name} is not built yet")).help(list));
    }
    let help = match nearest(name, names) {
        Some(near) => format!("did you mean {near}? {list}"),
        None => list,
    };
    Err(Message::new(format!("there is no format \"{name}\" here")).help(help))
}

//! The names of formats: those that are built, and what is said of the others.

use crate::message::Message;
use crate::near::nearest;

/// How a result is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Json,
    TimeMl,
}

/// Formats that have a name and will have a writer.
const TO_COME: [&str; 6] = ["html", "timelinejs", "csv", "markdown", "mermaid", "ics"];

/// One of the formats a command can write.
pub(crate) fn parse(name: &str, built: &[(&'static str, Format)]) -> Result<Format, Message> {
    if let Some((_, format)) = built.iter().find(|(known, _)| *known == name) {
        return Ok(*format);
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

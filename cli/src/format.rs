//! The names of formats, and which command writes which.

use crate::message::Message;
use crate::near::nearest;

/// How what is checked is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Json,
    Export(Export),
}

/// How a timeline is written for other programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Export {
    TimelineJs,
    Csv,
    Markdown,
    Mermaid,
    Ics,
    ClaimReview,
}

/// The formats of `check` and `ask`.
pub(crate) const REPORTS: &[(&str, Format)] = &[("text", Format::Text), ("json", Format::Json)];

/// The formats of `timeline`.
pub(crate) const TIMELINES: &[(&str, Format)] = &[
    ("text", Format::Text),
    ("json", Format::Json),
    ("timelinejs", Format::Export(Export::TimelineJs)),
    ("csv", Format::Export(Export::Csv)),
    ("markdown", Format::Export(Export::Markdown)),
    ("mermaid", Format::Export(Export::Mermaid)),
    ("ics", Format::Export(Export::Ics)),
];

/// The formats of `case`: those of `timeline`, and one that is about verdicts.
pub(crate) const CASES: &[(&str, Format)] = &[
    ("text", Format::Text),
    ("json", Format::Json),
    ("timelinejs", Format::Export(Export::TimelineJs)),
    ("csv", Format::Export(Export::Csv)),
    ("markdown", Format::Export(Export::Markdown)),
    ("mermaid", Format::Export(Export::Mermaid)),
    ("ics", Format::Export(Export::Ics)),
    ("claimreview", Format::Export(Export::ClaimReview)),
];

/// Formats that some commands have and others have not.
const ELSEWHERE: [(&str, &[&str]); 3] = [
    ("tag", &["table", "timeml"]),
    ("timeline and of frise case", &["timelinejs", "csv", "markdown", "mermaid", "ics"]),
    ("case", &["claimreview"]),
];

/// One of the formats a command can write.
pub(crate) fn parse<F: Copy>(name: &str, here: &[(&'static str, F)]) -> Result<F, Message> {
    if let Some((_, format)) = here.iter().find(|(known, _)| *known == name) {
        return Ok(*format);
    }
    let names: Vec<&str> = here.iter().map(|(known, _)| *known).collect();
    let list = match names.split_last() {
        Some((last, others)) => format!("the formats are {} and {last}", others.join(", ")),
        None => String::new(),
    };
    let elsewhere = ELSEWHERE.iter().find(|(_, formats)| formats.contains(&name));
    let help = match (elsewhere, nearest(name, names)) {
        (Some((commands, _)), _) => format!("it is a format of frise {commands}; here {list}"),
        (None, Some(near)) => format!("did you mean {near}? {list}"),
        (None, None) => list,
    };
    Err(Message::new(format!("there is no format \"{name}\" here")).help(help))
}

//! The names of formats, and which command writes which.

use frise::Csv;

use crate::message::Message;
use crate::near::nearest;

/// How a result is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Json,
    TimeMl,
    ConllU,
    /// A text, each part under where it comes from.
    Parts,
    /// As the library writes a timeline for others.
    Export(Export),
}

/// A format that the library has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Export {
    Html,
    TimelineJs,
    Csv(Csv),
    Markdown,
    Mermaid,
    Ics,
    ClaimReview,
}

/// The formats of a case: those of a timeline, and one that is about verdicts.
pub(crate) const OF_CASES: [(&str, Format); 9] = [
    ("text", Format::Text),
    ("json", Format::Json),
    ("html", Format::Export(Export::Html)),
    ("timelinejs", Format::Export(Export::TimelineJs)),
    ("csv", Format::Export(Export::Csv(Csv::new()))),
    ("markdown", Format::Export(Export::Markdown)),
    ("mermaid", Format::Export(Export::Mermaid)),
    ("ics", Format::Export(Export::Ics)),
    ("claimreview", Format::Export(Export::ClaimReview)),
];

/// The formats of a checked timeline.
pub(crate) const OF_TIMELINES: [(&str, Format); 8] = {
    let [text, json, html, timelinejs, csv, markdown, mermaid, ics, _] = OF_CASES;
    [text, json, html, timelinejs, csv, markdown, mermaid, ics]
};

/// The formats of conflicts and answers.
pub(crate) const OF_ANSWERS: [(&str, Format); 3] = {
    let [text, json, html, ..] = OF_CASES;
    [text, json, html]
};

/// Formats that some commands have and others have not.
const ELSEWHERE: [(&str, &[&str]); 6] = [
    ("text", &["parts"]),
    ("syntax", &["conllu"]),
    ("tag", &["table", "timeml"]),
    ("timeline and of frise case", &["timelinejs", "csv", "markdown", "mermaid", "ics"]),
    ("case", &["claimreview"]),
    ("timeline, check, ask and case", &["text", "html"]),
];

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
    let elsewhere = ELSEWHERE.iter().find(|(_, formats)| formats.contains(&name));
    let help = match (elsewhere, nearest(name, names)) {
        (Some((commands, _)), _) => format!("it is a format of frise {commands}; here {list}"),
        (None, Some(near)) => format!("did you mean {near}? {list}"),
        (None, None) => list,
    };
    Err(Message::new(format!("there is no format \"{name}\" here")).help(help))
}

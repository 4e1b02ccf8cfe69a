//! A timeline or a case for other programs, in the formats that the library writes.

use frise::{Csv, Exhibit};

use crate::args::Shape;
use crate::format::Export;
use crate::message::Message;

/// Writes it in a format.
pub(crate) fn write(
    exhibit: Exhibit<'_>,
    export: Export,
    shape: &Shape,
) -> Result<String, Message> {
    Ok(match export {
        Export::TimelineJs => exhibit.timelinejs(),
        Export::Csv => exhibit.csv(table(shape)?),
        Export::Markdown => exhibit.markdown(),
        Export::Mermaid => exhibit.mermaid(),
        Export::Ics => exhibit.ics(),
        Export::ClaimReview => exhibit.claim_review(),
    })
}

fn table(shape: &Shape) -> Result<Csv, Message> {
    let table = if shape.bom { Csv::new().bom() } else { Csv::new() };
    let Some(said) = &shape.separator else { return Ok(table) };
    let mut signs = said.chars();
    let sign = match (said.as_str(), signs.next(), signs.next()) {
        ("tab" | "\\t", ..) => '\t',
        (_, Some(sign), None) => sign,
        _ => {
            return Err(Message::new(format!("--separator takes one sign, not \"{said}\""))
                .help("use , ; | or tab"));
        }
    };
    table.separator(sign).map_err(|error| {
        Message::new(format!("--separator: {}", error.what())).help("use , ; | or tab")
    })
}

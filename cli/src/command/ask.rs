//! `frise ask`: one claim, its answer and why.

use std::path::PathBuf;

use frise::{Answered, Claim, Frise, Json, ReportPart, Sentences, is_sentence};

use super::timeline::checked;
use crate::args;
use crate::articles;
use crate::checked::Checked;
use crate::format::{self, Format};
use crate::message::Message;
use crate::output;

pub(crate) fn run(frise: &Frise, args: &args::Ask) -> Result<(), Message> {
    let format = format::parse(args.format.as_deref(), &format::OF_ANSWERS)?;
    // Flags may stand between the files and the claim, so clap cannot count them.
    let (claim, files) = match args.files_and_claim.split_last() {
        Some((claim, files)) if !files.is_empty() => (claim, files),
        _ => {
            return Err(Message::new("ask takes one file or more, and then the claim")
                .help("write the claim last: frise ask FILE… \"attack before 2024-03-23\""));
        }
    };
    let files: Vec<PathBuf> = files.iter().map(PathBuf::from).collect();
    if args.sentence || is_sentence(claim) {
        return sentence(frise, args, &files, claim, format);
    }
    let parsed =
        parse(claim, "the claim").map_err(|message| match PathBuf::from(claim).is_file() {
            true => Message::new(format!("\"{claim}\" is a file, and no claim"))
                .help("write the claim last: frise ask FILE… \"attack before 2024-03-23\""),
            false => message,
        })?;
    let articles = articles::read(frise, &files, &args.common, args.explain)?;
    let checked = checked(frise, articles, &args.common, args.explain)?;
    let answered = answer(&checked, claim, &parsed, "the claim")?;
    write(args, &checked, &answered, format)
}

/// Puts a sentence to the test.
fn sentence(
    frise: &Frise,
    args: &args::Ask,
    files: &[PathBuf],
    claim: &str,
    format: Option<Format>,
) -> Result<(), Message> {
    let articles = articles::read(frise, files, &args.common, args.explain)?;
    let checked = checked(frise, articles, &args.common, args.explain)?;
    let sources: Vec<_> = checked.articles.iter().collect();
    let heard = Sentences::new(frise, &sources, &checked.timeline)
        .hear(claim, None)
        .map_err(|error| Message::about(&error, "the claim", claim))?;
    write(args, &checked, &Answered::from(heard), format)
}

fn write(
    args: &args::Ask,
    checked: &Checked,
    answered: &Answered,
    format: Option<Format>,
) -> Result<(), Message> {
    let written = match format.unwrap_or(Format::Text) {
        Format::Json => {
            let exhibit = checked.exhibit(None, &[], args.common.offsets.into());
            output::json(&Json::new(exhibit).claim(answered))
        }
        Format::Export(format) => {
            let offsets = args.common.offsets.into();
            checked.export(format, None, std::slice::from_ref(answered), offsets)
        }
        _ => {
            let answered = std::slice::from_ref(answered);
            let exhibit = checked.exhibit(None, answered, args.common.offsets.into());
            exhibit.text(output::text(None).only(ReportPart::Claims))
        }
    };
    output::write(None, &written)
}

/// Reads a claim; an error shows the place in it.
pub(crate) fn parse(claim: &str, name: &str) -> Result<Claim, Message> {
    Claim::parse(claim).map_err(|error| Message::about(&error, name, claim))
}

/// Answers a claim; what the timeline does not have is shown in it.
pub(crate) fn answer(
    checked: &Checked,
    text: &str,
    claim: &Claim,
    name: &str,
) -> Result<Answered, Message> {
    let verdict =
        checked.timeline.ask(claim).map_err(|error| Message::about(&error, name, text))?;
    Ok(Answered::new(text, verdict))
}

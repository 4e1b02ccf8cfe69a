//! `frise case`: articles, named events and claims in one file.

mod articles;
mod file;
pub(crate) mod init;
pub(crate) mod whatif;

use frise::{Answered, CaseJson, Frise, Json, Limits};

use crate::Outcome;
use crate::args;
use crate::checked::Checked;
use crate::format::{self, Format};
use crate::message::Message;
use crate::output;
use crate::warning;
use file::CaseFile;
use schemars::JsonSchema;
use serde::Serialize;
use whatif::WhatIf;

/// The JSON of a case, with what changes in it.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Written<'a> {
    #[serde(flatten)]
    case: CaseJson<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    what_if: Option<&'a WhatIf>,
}

pub(crate) fn run(frise: &Frise, args: &args::Case) -> Result<Outcome, Message> {
    let format = format::parse(args.format.as_deref(), &format::OF_CASES)?;
    let format = args.shape.of(format)?;
    let Some(file) = &args.file else {
        return Err(Message::new("there is no case file").help("frise case CASE.toml"));
    };
    let file = CaseFile::read(file)?;
    let articles = articles::read(frise, &file, args.quiet, args.explain)?;
    let outcome = file
        .case
        .check(frise, &articles, &Limits::default())
        .map_err(|error| file.locate(&error))?;
    let language = args.explain;
    let both: Vec<_> = articles.iter().zip(&outcome.accounts).collect();
    let warnings = outcome.gathered.all_warnings(&both);
    if !args.quiet {
        let told = warning::told(&warnings, warning::Mend::InCase, language);
        told.iter().for_each(Message::print_warning);
    }
    let answered = outcome.answers;
    let accounts = outcome.accounts;
    let checked = Checked::of(frise, articles, outcome.timeline, language);
    let checked = Checked { accounts, warnings, ..checked };
    let what_if = whatif::ask(args, &checked, &answered)?;
    let title = file.case.title.as_deref();
    let written = match format.unwrap_or(Format::Text) {
        Format::Json => {
            let exhibit = checked.exhibit(title, &answered, args.offsets.into());
            output::json(&Written { case: Json::new(exhibit).case(), what_if: what_if.as_ref() })
        }
        Format::Export(_) if what_if.is_some() => {
            let what = "--without and --believe tell what changes, which this format cannot hold";
            return Err(Message::new(what).help("use --format text or --format json"));
        }
        Format::Export(format) => checked.export(format, title, &answered, args.offsets.into()),
        _ => {
            let output = args.output.as_deref();
            let how = args.report.of(output::text(output));
            let exhibit = checked.exhibit(title, &answered, args.offsets.into());
            let mut told = match args.only_changes && what_if.is_some() {
                true => String::new(),
                false => exhibit.text(how),
            };
            if let Some(what_if) = &what_if {
                if !told.is_empty() {
                    told.push('\n');
                }
                told.push_str(&what_if.told(checked.explain));
            }
            told
        }
    };
    output::write(args.output.as_deref(), &written)?;
    Ok(if answered.iter().all(Answered::is_as_expected) { Outcome::Done } else { Outcome::Found })
}

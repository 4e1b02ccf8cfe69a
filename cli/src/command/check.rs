//! `frise check`: only where statements clash.

use frise::{Frise, Json, ReportPart};

use super::timeline::checked;
use super::timeml;
use crate::Outcome;
use crate::args;
use crate::articles;
use crate::format::{self, Format};
use crate::message::Message;
use crate::output;

pub(crate) fn run(frise: &Frise, args: &args::Check) -> Result<Outcome, Message> {
    let format = format::parse(args.format.as_deref(), &format::OF_ANSWERS)?;
    if args.timeml {
        return timeml::run(&args.files, format.unwrap_or(Format::Text));
    }
    let articles = articles::read(frise, &args.files, &args.common, args.explain)?;
    let checked = checked(frise, articles, &args.common, args.explain)?;
    let written = match format.unwrap_or(Format::Text) {
        Format::Json => {
            let exhibit = checked.exhibit(None, &[], args.common.offsets.into());
            output::json(&Json::new(exhibit).check())
        }
        Format::Export(format) => checked.export(format, None, &[], args.common.offsets.into()),
        _ => {
            let exhibit = checked.exhibit(None, &[], args.common.offsets.into());
            exhibit.text(output::text(None).only(ReportPart::Conflicts))
        }
    };
    output::write(None, &written)?;
    let has_conflict = !checked.timeline.conflicts().is_empty();
    Ok(if has_conflict { Outcome::Found } else { Outcome::Done })
}

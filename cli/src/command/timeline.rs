//! `frise timeline`: one checked timeline of one or more articles.

use frise::{Frise, Json, Language, Offsets};

use crate::args;
use crate::articles;
use crate::checked::Checked;
use crate::format::{self, Format};
use crate::jobs;
use crate::jsonl;
use crate::message::Message;
use crate::output;
use crate::progress::Progress;
use crate::warning::{self, Mend};

pub(crate) fn run(frise: &Frise, args: &args::Timeline) -> Result<(), Message> {
    let format = format::parse(args.format.as_deref(), &format::OF_TIMELINES)?;
    let format = args.shape.of(format)?;
    let unit = Offsets::from(args.common.offsets);
    if args.jsonl {
        return match format {
            None | Some(Format::Json) => jsonl::run(frise, &args.files, &args.common, |entry| {
                let id = entry.article.id().to_owned();
                let checked = Checked::alone(frise, entry.article, args.explain)?;
                let json = Json::new(checked.exhibit(None, &[], unit)).id(&entry.id);
                Ok(serde_json::to_string(&json.article(&id)).unwrap_or_default())
            }),
            Some(_) => Err(output::only_json_lines()),
        };
    }
    let articles = articles::read(frise, &args.files, &args.common, args.explain)?;
    let checked = checked(frise, articles, &args.common, args.explain)?;
    let written = match format.unwrap_or(Format::Text) {
        Format::Json => json(&checked, unit),
        Format::Export(format) => checked.export(format, None, &[], unit),
        _ => {
            let how = args.report.of(output::text(args.output.as_deref()));
            checked.exhibit(None, &[], unit).text(how)
        }
    };
    output::write(args.output.as_deref(), &written)
}

/// Reads, gathers and checks, with the warnings said unless they are not wanted.
pub(crate) fn checked(
    frise: &Frise,
    articles: Vec<frise::Article>,
    common: &args::Common,
    language: Language,
) -> Result<Checked, Message> {
    let told = format!("of {} articles", articles.len());
    let mut progress = Progress::new(told, common.quiet);
    let checked =
        Checked::new(frise, articles, jobs::number(common.jobs), language, &mut progress)?;
    if !common.quiet {
        let warnings = warning::told(&checked.warnings, Mend::ByFlag, language);
        warnings.iter().for_each(Message::print_warning);
    }
    Ok(checked)
}

/// An array, one object a file.
fn json(checked: &Checked, unit: Offsets) -> String {
    let json = Json::new(checked.exhibit(None, &[], unit));
    let list: Vec<_> = checked.articles.iter().map(|article| json.article(article.id())).collect();
    output::json(&list)
}

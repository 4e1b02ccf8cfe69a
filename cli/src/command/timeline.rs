//! `frise timeline`: one checked timeline of one or more articles.

use frise::{Exhibit, Frise, Offsets};

use crate::args;
use crate::articles;
use crate::checked::json::Writer;
use crate::checked::text::Teller;
use crate::checked::{Checked, Places};
use crate::export;
use crate::format::{self, Format, TIMELINES};
use crate::jsonl;
use crate::message::Message;
use crate::output;

pub(crate) fn run(frise: &Frise, args: &args::Timeline) -> Result<(), Message> {
    let format = args.format.as_deref().map(|name| format::parse(name, TIMELINES)).transpose()?;
    let unit = Offsets::from(args.common.offsets);
    if args.jsonl {
        return match format {
            None | Some(Format::Json) => jsonl::run(frise, &args.files, &args.common, |entry| {
                let id = entry.article.id().to_owned();
                let (checked, _) = Checked::new(frise, vec![entry.article])?;
                let places = Places::new(&checked.articles, unit);
                let writer = Writer { checked: &checked, places, raw_id: Some(&entry.id) };
                Ok(serde_json::to_string(&writer.of_article(&id)).unwrap_or_default())
            }),
            Some(_) => Err(output::only_json_lines()),
        };
    }
    let articles = articles::read(frise, &args.files, &args.common)?;
    let checked = checked(frise, articles, args.common.quiet)?;
    let written = match format.unwrap_or(Format::Text) {
        Format::Json => json(&checked, unit),
        Format::Export(export) => {
            let exhibit = Exhibit::new(&checked.articles, &checked.timeline).offsets(unit);
            let language = args.shape.ui.map_or(checked.explain, Into::into);
            export::write(exhibit.language(language), export, &args.shape)?
        }
        _ => {
            let output = args.output.as_deref();
            Teller::new(&checked, output::paint(output), output::width()).timeline()
        }
    };
    output::write(args.output.as_deref(), &written)
}

/// Reads, gathers and checks, with the warnings said unless they are not wanted.
pub(crate) fn checked(
    frise: &Frise,
    articles: Vec<frise::Article>,
    quiet: bool,
) -> Result<Checked, Message> {
    let (checked, warnings) = Checked::new(frise, articles)?;
    if !quiet {
        warnings.iter().for_each(Message::print_warning);
    }
    Ok(checked)
}

/// An array, one object a file.
fn json(checked: &Checked, unit: Offsets) -> String {
    let places = Places::new(&checked.articles, unit);
    let writer = Writer { checked, places, raw_id: None };
    let list: Vec<_> =
        checked.articles.iter().map(|article| writer.of_article(article.id())).collect();
    output::json(&list)
}

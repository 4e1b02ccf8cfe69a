//! `frise verify`: every sentence of a text that says something of times, against sources.

use std::path::PathBuf;

use frise::{Answer, Answered, Frise, Json, ReportPart, Ruler, Sentences};
use schemars::JsonSchema;
use serde::Serialize;

use super::timeline::checked;
use crate::Outcome;
use crate::args;
use crate::articles;
use crate::format::{self, Format};
use crate::message::Message;
use crate::output;

/// The JSON of a text that was verified.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Written<'a> {
    schema: u32,
    id: &'a str,
    statements: Vec<Statement<'a>>,
}

/// A sentence and its answer.
#[derive(Serialize, JsonSchema)]
struct Statement<'a> {
    start: usize,
    end: usize,
    #[serde(flatten)]
    answer: frise::ClaimJson<'a>,
}

pub(crate) fn run(frise: &Frise, args: &args::Verify) -> Result<Outcome, Message> {
    let format = format::parse(args.format.as_deref(), &format::OF_ANSWERS)?;
    let files: Vec<PathBuf> = std::iter::once(&args.text).chain(&args.against).cloned().collect();
    let mut articles = articles::read(frise, &files, &args.common, args.explain)?;
    let text = articles.remove(0);
    let checked = checked(frise, articles, &args.common, args.explain)?;
    let sources: Vec<_> = checked.articles.iter().collect();
    let verified = Sentences::new(frise, &sources, &checked.timeline).verify(&text);
    let spans: Vec<_> = verified.iter().map(|one| one.span).collect();
    let answered: Vec<Answered> = verified.into_iter().map(|one| one.heard.into()).collect();
    let offsets = args.common.offsets.into();
    let written = match format.unwrap_or(Format::Text) {
        Format::Json => {
            let ruler = Ruler::new(text.text(), offsets);
            let json = Json::new(checked.exhibit(None, &[], offsets));
            let statements = spans.iter().zip(&answered).map(|(span, answered)| Statement {
                start: ruler.at(span.start),
                end: ruler.at(span.end),
                answer: json.claim(answered),
            });
            let written = Written { schema: 1, id: text.id(), statements: statements.collect() };
            output::json(&written)
        }
        Format::Export(format) => checked.export(format, None, &answered, offsets),
        _ => {
            let exhibit = checked.exhibit(None, &answered, offsets);
            exhibit.text(output::text(None).only(ReportPart::Claims))
        }
    };
    output::write(None, &written)?;
    let contradicted = |one: &Answered| one.verdict.answer == Answer::Contradicted;
    Ok(if answered.iter().any(contradicted) { Outcome::Found } else { Outcome::Done })
}

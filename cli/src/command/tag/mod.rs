//! `frise tag`: time expressions, found and resolved.

pub(crate) mod json;
mod table;
mod timeml;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};

use frise::{
    Account, Anchored, AnchoredOn, Article, Event, Extent, Frise, Gathered, Language, Mention,
    Offsets, Resolved, Ruler, TimexType, Unresolved, Why, year_month_day,
};

use crate::args;
use crate::articles;
use crate::format::{self, Format};
use crate::message::Message;
use crate::output;
use crate::progress::Progress;
use crate::warning::{self, Mend};
use crate::{jobs, jsonl};

/// An article and what it says about time.
struct Read<'a> {
    article: &'a Article,
    account: Account,
    events: Vec<Event>,
    /// For each mention that hangs on an event, by its number: the event, and when that makes it.
    anchored: BTreeMap<usize, Anchored>,
    warnings: Vec<Message>,
    /// What explanations are told in.
    language: Language,
}

/// A part of a mention as it is shown: what the whole phrase denotes, with its reasons.
struct Shown<'a> {
    mention: &'a Mention,
    part: &'a Resolved,
    value: Cow<'a, str>,
    extent: Option<&'a Extent>,
    unresolved: Option<&'a Unresolved>,
    anchor: &'static str,
    anchor_event: Option<&'a str>,
    steps: Vec<&'a Why>,
}

impl<'a> Read<'a> {
    fn new(frise: &Frise, article: &'a Article, language: Language) -> Self {
        let account = frise.read(article);
        // Events place mentions; where there is no mention, what happened does not matter.
        let gathered = if account.mentions.is_empty() {
            Gathered::default()
        } else {
            frise.gather(&[(article, &account)])
        };
        let warnings = gathered.all_warnings(&[(article, &account)]);
        let warnings = warning::told(&warnings, Mend::ByFlag, language);
        let anchored = gathered.anchored.into_iter().map(|one| (one.mention, one)).collect();
        Self { article, account, events: gathered.draft.events, anchored, warnings, language }
    }

    /// Each part of each mention, in text order.
    fn parts(&self) -> impl Iterator<Item = Shown<'_>> {
        let mentions = self.account.mentions.iter().zip(&self.account.resolutions).enumerate();
        mentions.flat_map(move |(number, (mention, resolution))| {
            let anchored = self.anchored.get(&number);
            resolution.parts.iter().map(move |part| self.shown(mention, part, anchored))
        })
    }

    fn shown<'s>(
        &'s self,
        mention: &'s Mention,
        part: &'s Resolved,
        anchored: Option<&'s Anchored>,
    ) -> Shown<'s> {
        let mut steps: Vec<&Why> = part.steps.iter().collect();
        let plain = part.extent();
        let Some(anchored) = anchored else {
            let unresolved = part.unresolved.as_ref();
            let anchor = part.anchor.word();
            let value = Cow::from(&part.timex.value);
            return Shown {
                mention,
                part,
                value,
                extent: plain,
                unresolved,
                anchor,
                anchor_event: None,
                steps,
            };
        };
        steps.extend(&anchored.steps);
        let extent = anchored.extent.as_ref().or(plain);
        let event = self.events.get(anchored.event.index());
        Shown {
            mention,
            part,
            value: placed_value(part, extent),
            extent,
            unresolved: part.unresolved.as_ref().filter(|_| extent.is_none()),
            anchor: AnchoredOn::Event.word(),
            anchor_event: event.map(|event| event.id.as_str()),
            steps,
        }
    }
}

/// The TIMEX3 value of a part that hangs on an event: a date that the words leave open ("la veille") is
/// the day that the event makes it; an amount stays an amount.
fn placed_value<'a>(part: &'a Resolved, extent: Option<&Extent>) -> Cow<'a, str> {
    let is_open_date = part.timex.kind == TimexType::Date && part.timex.value == "XXXX-XX-XX";
    let day =
        extent.and_then(|extent| extent.first_day().filter(|day| extent.last_day() == Some(*day)));
    match day {
        Some(day) if is_open_date => Cow::from(year_month_day(day)),
        _ => Cow::from(&part.timex.value),
    }
}

pub(crate) fn run(frise: &Frise, args: &args::Tag) -> Result<(), Message> {
    let formats = [("table", Format::Text), ("json", Format::Json), ("timeml", Format::TimeMl)];
    let format = format::parse(args.format.as_deref(), &formats)?;
    let unit = Offsets::from(args.common.offsets);
    if args.jsonl {
        return match format {
            None | Some(Format::Json) => jsonl::run(frise, &args.files, &args.common, |entry| {
                let read = Read::new(frise, &entry.article, args.explain);
                Ok(json::line(&entry.id, &read, &Ruler::new(entry.article.text(), unit)))
            }),
            Some(_) => Err(output::only_json_lines()),
        };
    }
    let is_terminal = std::io::stdout().is_terminal();
    let format = format.unwrap_or(if is_terminal { Format::Text } else { Format::Json });
    let articles = articles::read(frise, &args.files, &args.common, args.explain)?;
    if format == Format::TimeMl && 1 < articles.len() {
        let what = format!("TimeML holds one document, and {} articles are given", articles.len());
        return Err(Message::new(what).help("run the program once per article"));
    }
    write(frise, &articles, format, unit, args)
}

fn write(
    frise: &Frise,
    articles: &[Article],
    format: Format,
    unit: Offsets,
    args: &args::Tag,
) -> Result<(), Message> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut all_warnings = Vec::new();
    let mut failed = None;
    let mut list = output::JsonList::default();
    let many = 1 < articles.len();
    let told = format!("of {} articles", articles.len());
    let mut progress = Progress::beside_output(told, args.common.quiet);
    let work = |article| {
        let read = Read::new(frise, article, args.explain);
        let written = match format {
            Format::Json => json::document(&read, &Ruler::new(article.text(), unit)),
            Format::TimeMl => timeml::document(&read),
            _ => table::table(&read, many, output::width()),
        };
        (written, read.warnings)
    };
    let write = |(written, said): (String, Vec<Message>), _| {
        progress.step();
        all_warnings.extend(said);
        let done = match format {
            Format::Json => list.push(&mut out, &written),
            _ => out.write_all(written.as_bytes()),
        };
        failed = done.err();
        failed.is_none()
    };
    jobs::in_order(articles.iter(), jobs::number(args.common.jobs), work, write);
    progress.end();
    let end = match (failed, format) {
        (Some(error), _) => Err(error),
        (None, Format::Json) => list.end(&mut out),
        (None, _) => Ok(()),
    };
    output::finish(end.and_then(|()| out.flush()))?;
    if !args.common.quiet {
        all_warnings.iter().for_each(Message::print_warning);
    }
    Ok(())
}

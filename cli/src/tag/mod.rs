//! `frise tag`: time expressions, found and resolved.

mod json;
mod table;
mod timeml;

use std::io::{IsTerminal, Write};

use frise::{Account, Article, Frise, Resolved, Unresolved};

use crate::args;
use crate::articles;
use crate::format::{self, Format};
use crate::message::Message;
use crate::offsets::{Ruler, Unit};
use crate::output;
use crate::{jobs, jsonl};

/// An article and what it says about time.
struct Read<'a> {
    article: &'a Article,
    account: Account,
}

impl<'a> Read<'a> {
    fn new(frise: &Frise, article: &'a Article) -> Self {
        Self { article, account: frise.read(article) }
    }

    /// Each part of each mention, resolved.
    fn parts(&self) -> impl Iterator<Item = &Resolved> {
        self.account.resolutions.iter().flat_map(|resolution| &resolution.parts)
    }
}

pub(crate) fn run(frise: &Frise, args: &args::Tag) -> Result<(), Message> {
    let formats = [("table", Format::Text), ("json", Format::Json), ("timeml", Format::TimeMl)];
    let format = args.format.as_deref().map(|name| format::parse(name, &formats)).transpose()?;
    let unit = args.common.offsets;
    if args.jsonl {
        return match format {
            None | Some(Format::Json) => jsonl::run(frise, &args.files, &args.common, |entry| {
                let read = Read::new(frise, &entry.article);
                json::line(&entry.id, &read, &Ruler::new(entry.article.text(), unit))
            }),
            Some(_) => Err(output::only_json_lines()),
        };
    }
    let is_terminal = std::io::stdout().is_terminal();
    let format = format.unwrap_or(if is_terminal { Format::Text } else { Format::Json });
    let articles = articles::read(frise, &args.files, &args.common)?;
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
    unit: Unit,
    args: &args::Tag,
) -> Result<(), Message> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut all_warnings = Vec::new();
    let mut failed = None;
    let mut list = output::JsonList::default();
    let many = 1 < articles.len();
    let work = |article| {
        let read = Read::new(frise, article);
        let written = match format {
            Format::Json => json::document(&read, &Ruler::new(article.text(), unit)),
            Format::Text => table::table(&read, many, output::width()),
            Format::TimeMl => timeml::document(&read),
        };
        (written, warnings(&read))
    };
    let write = |(written, said): (String, Vec<Message>), _| {
        all_warnings.extend(said);
        let done = match format {
            Format::Json => list.push(&mut out, &written),
            Format::Text | Format::TimeMl => out.write_all(written.as_bytes()),
        };
        failed = done.err();
        failed.is_none()
    };
    jobs::in_order(articles.iter(), jobs::number(args.common.jobs), work, write);
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

/// What the reader of the output should know about one article.
fn warnings(read: &Read<'_>) -> Vec<Message> {
    let id = read.article.id();
    let told = read.account.warnings.iter().map(|said| Message::new(format!("{id}: {said}")));
    told.chain(undated(read)).collect()
}

/// Says that expressions count from a date of publication that nobody gave.
fn undated(read: &Read<'_>) -> Option<Message> {
    let mut open = read
        .parts()
        .filter(|part| part.unresolved == Some(Unresolved::NoPublication))
        .map(|part| part.timex.span);
    let first = open.next()?;
    let (id, words) = (read.article.id(), first.of(read.article.text()));
    let what = match open.count() {
        0 => format!("{id}: no date published is known, so \"{words}\" stays unresolved"),
        others => format!(
            "{id}: no date published is known, so {} expressions stay unresolved, \"{words}\" first",
            1 + others
        ),
    };
    Some(Message::new(what).help("give it with --published, for example --published 2024-04-05"))
}

//! Batches: a document a line in, a line of JSON a document out, in order and as they come.

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;

use frise::{Article, Frise};
use frise_cli::line::{BadLine, Line};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::args::Common;
use crate::articles::Defaults;
use crate::input::{first_bad_byte, unreadable};
use crate::jobs;
use crate::message::Message;
use crate::progress::Progress;

/// A line that could be read: the article, and its id as the line gives it.
pub(crate) struct Entry {
    pub(crate) id: Box<RawValue>,
    pub(crate) article: Article,
}

/// What stands in the place of a line that could not be read.
#[derive(Serialize)]
struct NoAnswer<'a> {
    schema: u32,
    id: Option<&'a RawValue>,
    line: usize,
    error: &'a str,
}

/// Answers every line. `answer` gives the JSON of a document, on one line.
pub(crate) fn run(
    frise: &Frise,
    files: &[PathBuf],
    common: &Common,
    answer: impl Fn(Entry) -> Result<String, Message> + Sync,
) -> Result<(), Message> {
    let defaults = Defaults::of_batch(common)?;
    let (name, input) = open(files)?;
    let mut lines = Lines { input, number: 0, failed: None };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut progress = Progress::beside_output("documents", common.quiet);
    let mut first_bad: Option<(usize, String)> = None;
    let mut bad_lines = 0_usize;
    let work = |(number, line): (usize, Vec<u8>)| {
        let answered = entry(frise, &defaults, &line).and_then(|entry| {
            let id = entry.id.clone();
            answer(entry).map_err(|message| BadLine { id: Some(id), error: message.to_string() })
        });
        answered.map_err(|BadLine { id, error }| {
            let bad = NoAnswer { schema: 1, id: id.as_deref(), line: number, error: &error };
            (serde_json::to_string(&bad).unwrap_or_default(), number, error)
        })
    };
    let write = |result: Result<String, (String, usize, String)>, more: bool| {
        let line = result.unwrap_or_else(|(line, number, error)| {
            bad_lines += 1;
            first_bad.get_or_insert((number, error));
            line
        });
        progress.step();
        // Flushed whenever no other line waits, so that a peer that sends one line gets its answer.
        let written =
            writeln!(out, "{line}").and_then(|()| if more { Ok(()) } else { out.flush() });
        if written.is_err() {
            // Nobody reads any more. The thread that reads the input may be waiting for a line that
            // never comes, so the program ends here.
            std::process::exit(0);
        }
        true
    };
    jobs::in_order(&mut lines, jobs::number(common.jobs), work, write);
    progress.end();
    if let Some(error) = lines.failed {
        return Err(unreadable(&name, &error));
    }
    match first_bad {
        None => Ok(()),
        Some((number, error)) => {
            let what = match bad_lines {
                1 => format!("line {number} of {name} could not be read: {error}"),
                n => format!(
                    "{n} lines of {name} could not be read, the first is line {number}: {error}"
                ),
            };
            Err(Message::new(what)
                .help("each stands in the output as {\"id\", \"line\", \"error\"}; the other lines are answered"))
        }
    }
}

/// The one input of a batch.
fn open(files: &[PathBuf]) -> Result<(String, Box<dyn BufRead + Send>), Message> {
    match files {
        [] => Ok(standard_input()),
        [file] if file.as_os_str() == "-" => Ok(standard_input()),
        [file] => {
            let name = file.display().to_string();
            let input = std::fs::File::open(file).map_err(|error| unreadable(&name, &error))?;
            Ok((name, Box::new(BufReader::new(input))))
        }
        _ => Err(Message::new(format!("--jsonl reads one input, not {}", files.len()))
            .help("join them: cat FILE… | frise tag --jsonl")),
    }
}

fn standard_input() -> (String, Box<dyn BufRead + Send>) {
    ("standard input".to_owned(), Box::new(BufReader::new(std::io::stdin())))
}

/// The lines of an input with their numbers, as bytes: one that is not UTF-8 is bad, not the rest.
struct Lines {
    input: Box<dyn BufRead + Send>,
    number: usize,
    failed: Option<std::io::Error>,
}

impl Iterator for Lines {
    type Item = (usize, Vec<u8>);

    fn next(&mut self) -> Option<Self::Item> {
        let mut line = Vec::new();
        match self.input.read_until(b'\n', &mut line) {
            Ok(0) => None,
            Ok(_) => {
                self.number += 1;
                Some((self.number, line))
            }
            Err(error) => {
                self.failed = Some(error);
                None
            }
        }
    }
}

/// One line as an article, or what is wrong with it.
fn entry(frise: &Frise, defaults: &Defaults, line: &[u8]) -> Result<Entry, BadLine> {
    let line = std::str::from_utf8(line).map_err(|error| {
        let place = first_bad_byte(line, error.valid_up_to());
        BadLine::nameless(format!("not UTF-8: {place}"))
    })?;
    let line = Line::read(line)?;
    let language = (line.language.or(defaults.language))
        .unwrap_or_else(|| crate::language::detect(frise, &line.text, None).language);
    let defaults = Defaults { published: line.published.or(defaults.published), ..*defaults };
    let article = defaults.article(&line.name, line.text.into_owned(), language);
    Ok(Entry { id: line.id, article })
}

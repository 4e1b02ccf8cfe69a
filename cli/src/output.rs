//! Standard output: its width, its end, lists of JSON.

use std::io::{ErrorKind, IsTerminal, Write};
use std::path::Path;

use frise::Text;

use crate::message::Message;

/// How many columns there are to write in, for people.
pub(crate) fn width() -> usize {
    let terminal = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    // Where nobody says, lines are kept to what a page and a mail hold.
    terminal.unwrap_or(100).clamp(40, 140)
}

/// How a report is written that goes to standard output, or to a file.
pub(crate) fn text(file: Option<&Path>) -> Text {
    let is_read = is_terminal(file);
    Text::new().width(width()).colours(is_read && crate::paint::allowed()).bars(is_read)
}

/// Whether a report is read as it is written: it goes to a terminal, and not to a file.
pub(crate) fn is_terminal(file: Option<&Path>) -> bool {
    file.is_none() && std::io::stdout().is_terminal()
}

/// A value as JSON for eyes too, with the end of line that files have.
pub(crate) fn json(value: &impl serde::Serialize) -> String {
    let mut written = serde_json::to_string_pretty(value).unwrap_or_default();
    written.push('\n');
    written
}

/// Writes a result to a file, or to standard output.
pub(crate) fn write(file: Option<&Path>, result: &str) -> Result<(), Message> {
    let Some(file) = file else {
        let mut out = std::io::stdout().lock();
        return finish(out.write_all(result.as_bytes()).and_then(|()| out.flush()));
    };
    std::fs::write(file, result).map_err(|error| {
        let what = format!("cannot write {}: {error}", file.display());
        Message::new(what).help("check that the folder is there and may be written to")
    })
}

/// Turns the end of writing into the end of the program: a reader who has seen enough is no error.
pub(crate) fn finish(written: std::io::Result<()>) -> Result<(), Message> {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Message::new(format!("cannot write the output: {error}")))
        }
        _ => Ok(()),
    }
}

/// Says that a batch has one format.
pub(crate) fn only_json_lines() -> Message {
    Message::new("--jsonl writes a line of JSON for each document, and no other format")
        .help("leave out --format, or leave out --jsonl")
}

/// An array of JSON values, written one by one.
#[derive(Debug, Default)]
pub(crate) struct JsonList {
    is_begun: bool,
}

impl JsonList {
    /// Adds a value that is written as JSON already.
    pub(crate) fn push(&mut self, out: &mut impl Write, value: &str) -> std::io::Result<()> {
        out.write_all(if self.is_begun { b",\n" } else { b"[\n" })?;
        self.is_begun = true;
        out.write_all(value.as_bytes())
    }

    pub(crate) fn end(&self, out: &mut impl Write) -> std::io::Result<()> {
        out.write_all(if self.is_begun { b"\n]\n" } else { b"[]\n" })
    }
}

//! What is said on standard error: what is wrong, where, and how to mend it.

use std::io::IsTerminal;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use frise_cli::said::one_line;

/// A message: one clause, a place where there is one, and how to mend it where that can be said.
#[derive(Debug)]
pub(crate) struct Message {
    what: String,
    place: Option<Box<Place>>,
    help: Option<String>,
    /// What it and its help begin with, where that is not English.
    names: Option<[&'static str; 2]>,
}

/// Where something is wrong: a stretch of a text, which is shown with its line underlined.
#[derive(Debug)]
struct Place {
    name: String,
    text: String,
    span: Range<usize>,
}

impl Message {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self { what: one_line(&what.into()), place: None, help: None, names: None }
    }

    /// With a stretch of a text, in bytes, to be shown underlined.
    pub(crate) fn at(
        mut self,
        name: impl Into<String>,
        text: impl Into<String>,
        span: Range<usize>,
    ) -> Self {
        let text = text.into();
        let span = within(&text, span);
        self.place = Some(Box::new(Place { name: name.into(), text, span }));
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With other words for "warning" and "help".
    pub(crate) fn named(mut self, names: [&'static str; 2]) -> Self {
        self.names = Some(names);
        self
    }

    /// Says it as the one error that ends the program.
    pub(crate) fn print_error(&self) {
        self.print(Level::ERROR);
    }

    /// Says it as a warning; the work goes on.
    pub(crate) fn print_warning(&self) {
        self.print(Level::WARNING);
    }

    fn print(&self, level: Level<'_>) {
        // Plain where nobody looks at it: logs and tests get the bytes alone.
        let renderer = if is_coloured() { Renderer::styled() } else { Renderer::plain() };
        eprintln!("{}", self.rendered(level, &renderer));
    }

    fn rendered(&self, level: Level<'_>, renderer: &Renderer) -> String {
        let (level, helps) = match self.names {
            Some([name, help]) => (level.with_name(name), Level::HELP.with_name(help)),
            None => (level, Level::HELP),
        };
        let title = level.primary_title(self.what.as_str());
        let Some(place) = &self.place else {
            let mut said = renderer.render(&[Group::with_title(title)]);
            if let Some(help) = &self.help {
                said.push('\n');
                let title = helps.primary_title(help.as_str());
                said.push_str(&renderer.render(&[Group::with_title(title)]));
            }
            return said;
        };
        let mark = AnnotationKind::Primary.span(place.span.clone());
        let snippet =
            Snippet::source(place.text.as_str()).path(place.name.as_str()).annotation(mark);
        let mut group = title.element(snippet);
        if let Some(help) = &self.help {
            group = group.element(helps.message(help.as_str()));
        }
        renderer.render(&[group])
    }
}

/// The clause and the help, on one line.
impl std::fmt::Display for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.what)?;
        match &self.help {
            Some(help) => write!(f, "; {help}"),
            None => Ok(()),
        }
    }
}

impl Message {
    /// An error of the library about a text that the user wrote, such as a claim.
    pub(crate) fn about(error: &frise::Error, name: &str, text: &str) -> Self {
        let mut message = Self::from(error.clone());
        if let Some((start, end)) = error.at() {
            message = message.at(name, text, start..end);
        }
        message
    }
}

impl From<frise::Error> for Message {
    fn from(error: frise::Error) -> Self {
        let message = Message::new(error.what());
        match error.help() {
            Some(help) => message.help(help),
            None => message,
        }
    }
}

/// A span that lies in the text and on the boundaries of its characters.
fn within(text: &str, span: Range<usize>) -> Range<usize> {
    let boundary = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    let start = boundary(span.start).unwrap_or(0);
    start..boundary(span.end.max(start)).unwrap_or(start)
}

/// Whether standard error takes colours.
fn is_coloured() -> bool {
    crate::paint::allowed() && std::io::stderr().is_terminal()
}

//! The program `frise`: reads articles, writes what they say about time. All that knows files,
//! terminals and exit statuses is here; what is read and concluded comes from the library.

mod args;
mod articles;
mod checked;
mod command;
mod format;
mod input;
mod jobs;
mod jsonl;
mod language;
mod message;
mod near;
mod output;
mod paint;
mod progress;
mod warning;
mod zone;

use std::process::ExitCode;

use clap::Parser;

use args::{Command, CommandLine};
use message::Message;

/// How the program can end well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Done,
    /// A conflict that `check` looked for, a case whose answer is not the one expected, a text that is
    /// contradicted.
    Found,
}

fn main() -> ExitCode {
    match run(&CommandLine::parse()) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        Err(message) => {
            message.print_error();
            ExitCode::from(2)
        }
    }
}

fn run(line: &CommandLine) -> Result<Outcome, Message> {
    let frise = frise::Frise::new();
    match &line.command {
        Command::Tag(args) => command::tag::run(&frise, args).map(|()| Outcome::Done),
        Command::Timeline(args) => command::timeline::run(&frise, args).map(|()| Outcome::Done),
        Command::Check(args) => command::check::run(&frise, args),
        Command::Ask(args) => command::ask::run(&frise, args).map(|()| Outcome::Done),
        Command::Verify(args) => command::verify::run(&frise, args),
        Command::Case(args) if !args.init.is_empty() => {
            command::case::init::run(&frise, args).map(|()| Outcome::Done)
        }
        Command::Case(args) => command::case::run(&frise, args),
        Command::Text(args) => command::text::run(args).map(|()| Outcome::Done),
        Command::Syntax(args) => command::syntax::run(&frise, args).map(|()| Outcome::Done),
        Command::Schema(args) => command::about::schema(args.of).map(|()| Outcome::Done),
        Command::Completions(args) => {
            command::about::completions(args.shell).map(|()| Outcome::Done)
        }
        Command::Man(args) => command::about::man(args.command.as_deref()).map(|()| Outcome::Done),
    }
}

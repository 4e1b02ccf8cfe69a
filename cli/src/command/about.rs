//! What the program tells of itself: schemas, completions, manual pages.

use clap::CommandFactory;
use frise::{ArticleJson, CheckJson, ClaimJson};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::case;
use super::tag::json::Tagged;
use super::text;
use super::timeml;
use crate::args::{CommandLine, Written};
use crate::message::Message;
use crate::near::nearest;
use crate::output;

/// The JSON Schema of what a command writes.
pub(crate) fn schema(of: Written) -> Result<(), Message> {
    let schema = match of {
        Written::Tag => told::<Vec<Tagged<'_, String>>>("frise tag"),
        Written::Timeline => told::<Vec<ArticleJson<'_>>>("frise timeline"),
        Written::Check => told::<CheckJson<'_>>("frise check"),
        Written::CheckTimeml => told::<timeml::Report>("frise check --timeml"),
        Written::Ask => told::<ClaimJson<'_>>("frise ask"),
        Written::Verify => told::<super::verify::Written<'_>>("frise verify"),
        Written::Text => told::<Vec<text::TextJson<'_>>>("frise text"),
        Written::Case => told::<case::Written<'_>>("frise case"),
    };
    output::write(None, &output::json(&schema))
}

/// Completions for a shell.
pub(crate) fn completions(shell: clap_complete::Shell) -> Result<(), Message> {
    let mut written = Vec::new();
    clap_complete::generate(shell, &mut CommandLine::command(), "frise", &mut written);
    output::write(None, &String::from_utf8_lossy(&written))
}

/// The manual page of the program, or of a command of it.
pub(crate) fn man(command: Option<&str>) -> Result<(), Message> {
    let mut program = CommandLine::command();
    program.build();
    let about = match command {
        None => program,
        Some(name) => match program.find_subcommand(name) {
            Some(found) => found.clone().version(env!("CARGO_PKG_VERSION")),
            None => return Err(no_command(name, &program)),
        },
    };
    let mut written = Vec::new();
    let page = clap_mangen::Man::new(about).render(&mut written);
    output::finish(page)?;
    output::write(None, &String::from_utf8_lossy(&written))
}

fn told<T: JsonSchema>(command: &str) -> Schema {
    let mut schema =
        SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), format!("What {command} writes with --format json").into());
    schema
}

fn no_command(name: &str, program: &clap::Command) -> Message {
    let known: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
    let list = match known.split_last() {
        Some((last, others)) => format!("the commands are {} and {last}", others.join(", ")),
        None => String::new(),
    };
    let help = match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean {near}? {list}"),
        None => list,
    };
    Message::new(format!("there is no command \"{name}\"")).help(help)
}

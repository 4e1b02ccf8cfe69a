//! What is said on the command line, as clap reads it.

mod examples;

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use frise::{Csv, Language, Offsets, ReportPart, Text};

use crate::format::{Export, Format};
use crate::message::Message;

/// Reads French and English articles, finds what they say about time, puts the events on a checked
/// timeline and answers claims, with the sentences that prove it.
#[derive(Debug, Parser)]
#[command(name = "frise", version, after_help = examples::PROGRAM)]
pub(crate) struct CommandLine {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Find and resolve the time expressions of articles
    Tag(Tag),
    /// Put the events of one or more articles on one checked timeline
    Timeline(Timeline),
    /// Tell only where statements clash, each with its sentences
    Check(Check),
    /// Answer one claim, and tell why
    Ask(Ask),
    /// Verify a text: every sentence that says something of times, against sources
    Verify(Verify),
    /// Work out a case: articles, named events and claims in one file
    Case(Case),
    /// Print what is read of documents, with where each part comes from
    Text(TextOf),
    /// Show how sentences are read: units, tags, lemmas and trees
    Syntax(Syntax),
    /// Print the JSON Schema of what a command writes
    Schema(Schema),
    /// Print the completions for a shell
    Completions(Completions),
    /// Print a manual page
    Man(Man),
}

#[derive(Debug, Args)]
#[command(after_help = examples::TAG)]
pub(crate) struct Tag {
    /// Articles, or - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// table, json or timeml [default: table on a terminal, else json]
    #[arg(long)]
    pub(crate) format: Option<String>,
    /// Read a document a line, {"id", "lang", "dct", "text"}, and write a line of JSON for each
    #[arg(long)]
    pub(crate) jsonl: bool,
    /// The language of explanations
    #[arg(long, visible_alias = "ui", value_name = "LANGUAGE", value_parser = language(), default_value = "en")]
    pub(crate) explain: Language,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Debug, Args)]
#[command(after_help = examples::TIMELINE)]
pub(crate) struct Timeline {
    /// Articles, or - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// text, json, html, timelinejs, csv, markdown, mermaid or ics [default: text]
    #[arg(long)]
    pub(crate) format: Option<String>,
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE", conflicts_with = "jsonl")]
    pub(crate) output: Option<PathBuf>,
    /// The language of labels and explanations
    #[arg(long, visible_alias = "ui", value_name = "LANGUAGE", value_parser = language(), default_value = "en")]
    pub(crate) explain: Language,
    /// Read a document a line, {"id", "lang", "dct", "text"}, and write a line of JSON for each
    #[arg(long)]
    pub(crate) jsonl: bool,
    #[command(flatten)]
    pub(crate) report: Report,
    #[command(flatten)]
    pub(crate) shape: Shape,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Debug, Args)]
#[command(after_help = examples::CHECK)]
pub(crate) struct Check {
    /// Articles, or - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// text, json or html [default: text]
    #[arg(long)]
    pub(crate) format: Option<String>,
    /// The files are annotated in TimeML: name those whose links cannot all hold
    #[arg(long)]
    pub(crate) timeml: bool,
    /// The language of labels and explanations
    #[arg(long, visible_alias = "ui", value_name = "LANGUAGE", value_parser = language(), default_value = "en", conflicts_with = "timeml")]
    pub(crate) explain: Language,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Debug, Args)]
#[command(after_help = examples::ASK)]
pub(crate) struct Ask {
    /// Articles, and last the claim
    #[arg(value_names = ["FILE", "CLAIM"], num_args = 1.., required = true)]
    pub(crate) files_and_claim: Vec<String>,
    /// The claim is a sentence of French or English, as any is that begins with a capital and ends with a full stop
    #[arg(long)]
    pub(crate) sentence: bool,
    /// text, json or html [default: text]
    #[arg(long)]
    pub(crate) format: Option<String>,
    /// The language of labels and explanations
    #[arg(long, visible_alias = "ui", value_name = "LANGUAGE", value_parser = language(), default_value = "en")]
    pub(crate) explain: Language,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Debug, Args)]
#[command(after_help = examples::VERIFY)]
pub(crate) struct Verify {
    /// The text whose sentences are claims
    #[arg(value_name = "TEXT")]
    pub(crate) text: PathBuf,
    /// The sources
    #[arg(long, value_name = "FILE", num_args = 1.., required = true)]
    pub(crate) against: Vec<PathBuf>,
    /// text, json or html [default: text]
    #[arg(long)]
    pub(crate) format: Option<String>,
    /// The language of labels and explanations
    #[arg(long, visible_alias = "ui", value_name = "LANGUAGE", value_parser = language(), default_value = "en")]
    pub(crate) explain: Language,
    #[command(flatten)]
    pub(crate) common: Common,
}

#[derive(Debug, Args)]
#[command(after_help = examples::CASE)]
pub(crate) struct Case {
    /// The case file
    #[arg(value_name = "CASE.toml", required_unless_present = "init")]
    pub(crate) file: Option<PathBuf>,
    /// Write a case to begin with, of the events that articles tell
    #[arg(
        long,
        value_name = "ARTICLE",
        num_args = 1..,
        conflicts_with_all = ["file", "format", "without", "believe", "bom", "separator"]
    )]
    pub(crate) init: Vec<PathBuf>,
    /// --init: when the articles were published, once for all or once per article
    #[arg(long, value_name = "DATE|DATETIME", requires = "init")]
    pub(crate) published: Vec<String>,
    /// --init: the language of the articles [default: detected]
    #[arg(long, value_name = "LANGUAGE", value_parser = language(), requires = "init")]
    pub(crate) lang: Option<Language>,
    /// --init: the zone of their clock times [default: unknown]
    #[arg(long, allow_hyphen_values = true, requires = "init")]
    pub(crate) zone: Option<String>,
    /// text, json, html, timelinejs, csv, markdown, mermaid, ics or claimreview [default: text]
    #[arg(long)]
    pub(crate) format: Option<String>,
    /// Write to a file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Once more without a source: what changes in the answers. An article's id or a source's name
    #[arg(long, value_name = "SOURCE")]
    pub(crate) without: Vec<String>,
    /// Once more with a statement held for true: article:line as reports cite it, or its words
    #[arg(long, value_name = "STATEMENT")]
    pub(crate) believe: Vec<String>,
    /// --without, --believe: only what changes
    #[arg(long)]
    pub(crate) only_changes: bool,
    /// The language of labels and explanations
    #[arg(long, visible_alias = "ui", value_name = "LANGUAGE", value_parser = language(), default_value = "en")]
    pub(crate) explain: Language,
    #[command(flatten)]
    pub(crate) report: Report,
    #[command(flatten)]
    pub(crate) shape: Shape,
    /// What start and end count in JSON and csv
    #[arg(long, value_enum, default_value_t = Unit::Chars)]
    pub(crate) offsets: Unit,
    /// Write no warnings
    #[arg(long)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Args)]
#[command(after_help = examples::TEXT)]
pub(crate) struct TextOf {
    /// Documents, or - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// parts, text or json [default: parts on a terminal, else text]
    #[arg(long)]
    pub(crate) format: Option<String>,
    /// What start and end count in JSON
    #[arg(long, value_enum, default_value_t = Unit::Chars)]
    pub(crate) offsets: Unit,
}

#[derive(Debug, Args)]
#[command(after_help = examples::SYNTAX)]
pub(crate) struct Syntax {
    /// Articles, or - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// table or conllu [default: table]
    #[arg(long)]
    pub(crate) format: Option<String>,
    /// The language of the articles [default: detected]
    #[arg(long, value_name = "LANGUAGE", value_parser = language())]
    pub(crate) lang: Option<Language>,
    /// Write no warnings and no progress
    #[arg(long)]
    pub(crate) quiet: bool,
}

impl Syntax {
    /// What every command on articles takes, as far as it matters here.
    pub(crate) fn common(&self) -> Common {
        Common {
            published: Vec::new(),
            lang: self.lang,
            zone: None,
            offsets: Unit::Chars,
            jobs: None,
            quiet: self.quiet,
        }
    }
}

#[derive(Debug, Args)]
#[command(after_help = examples::SCHEMA)]
pub(crate) struct Schema {
    /// The command
    #[arg(value_enum)]
    pub(crate) of: Written,
}

/// A command that writes JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Written {
    /// An array, one object a file; with --jsonl an object a line
    Tag,
    /// An array, one object a file; with --jsonl an object a line
    Timeline,
    /// The conflicts
    Check,
    /// The documents whose links cannot all hold
    CheckTimeml,
    /// One answer
    Ask,
    /// A text verified
    Verify,
    /// A whole case
    Case,
    /// An array, one object a file
    Text,
}

#[derive(Debug, Args)]
#[command(after_help = examples::COMPLETIONS)]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
#[command(after_help = examples::MAN)]
pub(crate) struct Man {
    /// The command that it is about [default: the program]
    pub(crate) command: Option<String>,
}

/// What every command on articles takes.
#[derive(Debug, Args)]
pub(crate) struct Common {
    /// When the articles were published: once for all, or once per file in their order
    #[arg(long, value_name = "DATE|DATETIME")]
    pub(crate) published: Vec<String>,
    /// The language of the articles [default: detected]
    #[arg(long, value_name = "LANGUAGE", value_parser = language())]
    pub(crate) lang: Option<Language>,
    /// The zone of their clock times: Europe/Paris, +02:00, UTC [default: unknown]
    #[arg(long, allow_hyphen_values = true)]
    pub(crate) zone: Option<String>,
    /// What start and end count in JSON and csv
    #[arg(long, value_enum, default_value_t = Unit::Chars)]
    pub(crate) offsets: Unit,
    /// How many documents to work on at a time [default: one a core]
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<std::num::NonZeroUsize>,
    /// Write no warnings and no progress
    #[arg(long)]
    pub(crate) quiet: bool,
}

/// How much a report tells.
#[derive(Debug, Args)]
pub(crate) struct Report {
    /// text: a line each for claims, conflicts and events
    #[arg(long)]
    pub(crate) brief: bool,
    /// text: only a part of the report
    #[arg(long, value_enum)]
    pub(crate) only: Option<Only>,
}

/// A part of a report.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Only {
    /// The claims and their answers
    Claims,
    /// The conflicts, or that there are none
    Conflicts,
    /// The events
    Events,
}

impl Report {
    /// A report with what is asked for.
    pub(crate) fn of(&self, text: Text) -> Text {
        let text = text.brief(self.brief);
        match self.only {
            None => text,
            Some(Only::Claims) => text.only(ReportPart::Claims),
            Some(Only::Conflicts) => text.only(ReportPart::Conflicts),
            Some(Only::Events) => text.only(ReportPart::Events),
        }
    }
}

/// How a table is written.
#[derive(Debug, Args)]
pub(crate) struct Shape {
    /// csv: a byte-order mark first, by which Excel knows UTF-8
    #[arg(long)]
    pub(crate) bom: bool,
    /// csv: what separates cells; tab for the tabulator [default: ,]
    #[arg(long, value_name = "SIGN")]
    pub(crate) separator: Option<String>,
}

impl Shape {
    /// The format, with what is said about its shape.
    pub(crate) fn of(&self, format: Option<Format>) -> Result<Option<Format>, Message> {
        let Some(Format::Export(Export::Csv(mut table))) = format else {
            return match (self.bom, &self.separator) {
                (false, None) => Ok(format),
                (true, _) => Err(Self::only_csv("--bom")),
                (_, Some(_)) => Err(Self::only_csv("--separator")),
            };
        };
        if self.bom {
            table = table.bom();
        }
        if let Some(said) = &self.separator {
            table = separated(table, said)?;
        }
        Ok(Some(Format::Export(Export::Csv(table))))
    }

    fn only_csv(flag: &str) -> Message {
        Message::new(format!("{flag} is about tables")).help("use it with --format csv")
    }
}

fn separated(table: Csv, said: &str) -> Result<Csv, Message> {
    let mut signs = said.chars();
    let sign = match (said, signs.next(), signs.next()) {
        ("tab" | "\\t", ..) => '\t',
        (_, Some(sign), None) => sign,
        _ => {
            return Err(Message::new(format!("--separator takes one sign, not \"{said}\""))
                .help("use , ; | or tab"));
        }
    };
    table.separator(sign).map_err(|error| {
        Message::new(format!("--separator: {}", error.what())).help("use , ; | or tab")
    })
}

/// What an offset counts.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Unit {
    /// Unicode code points
    Chars,
    /// Bytes of the UTF-8 text
    Bytes,
    /// UTF-16 code units, as JavaScript and Java count
    Utf16,
}

impl From<Unit> for Offsets {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Chars => Self::Chars,
            Unit::Bytes => Self::Bytes,
            Unit::Utf16 => Self::Utf16,
        }
    }
}

/// A language by its code.
fn language() -> impl TypedValueParser<Value = Language> {
    let codes = Language::ALL.iter().map(|language| language.code());
    PossibleValuesParser::new(codes).try_map(|code| code.parse::<Language>())
}

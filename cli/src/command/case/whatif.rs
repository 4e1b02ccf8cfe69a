//! What if a source is left out, or a statement is held for true: the same claims once more.

use frise::{
    Answer, AnswerChange, Answered, Claim, Language, StatementIx, Timeline, what_if_words,
};
use schemars::JsonSchema;
use serde::Serialize;

use crate::args;
use crate::checked::{Checked, Places};
use crate::message::Message;
use crate::near::nearest;

/// What changes, as the JSON has it.
#[derive(JsonSchema, Serialize)]
pub(crate) struct WhatIf {
    without: Vec<String>,
    believe: Vec<String>,
    /// The claims whose answer is another.
    changes: Vec<Change>,
    /// How many conflicts there were, and are then.
    conflicts: [usize; 2],
}

#[derive(JsonSchema, Serialize)]
struct Change {
    claim: String,
    was: &'static str,
    /// Nothing where the claim cannot be asked any more.
    is: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
}

/// Asks all claims again; nothing where the user asks nothing of the kind.
pub(super) fn ask(
    args: &args::Case,
    checked: &Checked,
    answered: &[Answered],
) -> Result<Option<WhatIf>, Message> {
    if args.without.is_empty() && args.believe.is_empty() {
        return Ok(None);
    }
    let mut timeline = checked.timeline.clone();
    let mut gone = Vec::new();
    for source in &args.without {
        // A publisher is known by its articles.
        let of = |article: &&frise::Article| {
            article.source_name().is_some_and(|name| name.to_lowercase() == source.to_lowercase())
        };
        let ids = checked.articles.iter().filter(of).map(frise::Article::id);
        let statements: Vec<StatementIx> = std::iter::once(source.as_str())
            .chain(ids)
            .flat_map(|source| timeline.statements_of_source(source))
            .collect();
        if statements.is_empty() {
            return Err(no_source(source, &timeline));
        }
        gone.extend(statements);
    }
    let mut held = Vec::new();
    for words in &args.believe {
        held.extend(statements_at(words, checked)?);
    }
    if let Some(both) = held.iter().find(|ix| gone.contains(ix)) {
        let text = timeline.statements().get(both.index()).map_or("", |s| s.text.as_str());
        return Err(Message::new(format!("\"{text}\" is both left out and believed"))
            .help("leave out another source, or believe another statement"));
    }
    timeline.withdraw(&gone)?;
    timeline.believe(&held).map_err(|error| {
        Message::new(format!("what is to be believed cannot be: {}", error.what()))
            .help("believe fewer statements at a time")
    })?;
    let mut changes = Vec::new();
    for answered in answered {
        let was = answered.verdict.answer.word();
        // A sentence is asked as it was read; one of which nothing could be asked stays as it is.
        let formula = match &answered.heard {
            Some(heard) => heard.read_as.as_deref(),
            None => Some(answered.text.as_str()),
        };
        let Some(formula) = formula else { continue };
        let (is, why) = match timeline.ask(&Claim::parse(formula)?) {
            Ok(verdict) if verdict.answer == answered.verdict.answer => continue,
            Ok(verdict) => (Some(verdict.answer.word()), None),
            Err(error) => (None, Some(error.what().to_owned())),
        };
        changes.push(Change { claim: answered.text.clone(), was, is, why });
    }
    Ok(Some(WhatIf {
        without: args.without.clone(),
        believe: args.believe.clone(),
        changes,
        conflicts: [checked.timeline.conflicts().len(), timeline.conflicts().len()],
    }))
}

impl WhatIf {
    /// As lines for people.
    pub(super) fn told(&self, language: Language) -> String {
        let answer = |word: &str| {
            let all =
                [Answer::Supported, Answer::Contradicted, Answer::Undetermined, Answer::Disputed];
            all.into_iter().find(|answer| answer.word() == word)
        };
        let changes: Vec<AnswerChange<'_>> = (self.changes.iter())
            .filter_map(|change| {
                Some(AnswerChange {
                    claim: &change.claim,
                    was: answer(change.was)?,
                    is: change.is.and_then(answer),
                    why: change.why.as_deref(),
                })
            })
            .collect();
        what_if_words(&self.without, &self.believe, &changes, self.conflicts, language)
    }
}

/// The statements that `article:line` or some of their words mean.
fn statements_at(words: &str, checked: &Checked) -> Result<Vec<StatementIx>, Message> {
    let places = Places::new(&checked.articles);
    let statements = || checked.timeline.statement_ids().zip(checked.timeline.statements());
    let at_line: Vec<StatementIx> = statements()
        .filter(|(_, statement)| {
            let article = statement.article.as_deref();
            article.is_some_and(|id| {
                let (start, words) = (statement.span.start, words.trim());
                words == places.place(id, start) || words == places.cite(id, start)
            })
        })
        .map(|(ix, _)| ix)
        .collect();
    if !at_line.is_empty() {
        return Ok(at_line);
    }
    let plain = |text: &str| -> String {
        let text = text.to_lowercase().replace('’', "'");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let wanted = plain(words.trim_matches(['"', '“', '”', '«', '»', ' ']));
    let quoted: Vec<StatementIx> = statements()
        .filter(|(_, statement)| {
            statement.article.is_some()
                && !wanted.is_empty()
                && plain(&statement.text).contains(&wanted)
        })
        .map(|(ix, _)| ix)
        .collect();
    match quoted.is_empty() {
        false => Ok(quoted),
        true => Err(Message::new(format!("no statement is at or has the words \"{words}\"")).help(
            "write article:line as the report cites it, such as moa:12, or words of the statement",
        )),
    }
}

fn no_source(source: &str, timeline: &Timeline) -> Message {
    let mut known: Vec<&str> = timeline
        .statements()
        .iter()
        .flat_map(|statement| [statement.article.as_deref(), statement.source.as_deref()])
        .flatten()
        .collect();
    known.sort_unstable();
    known.dedup();
    let help = match nearest(source, known.iter().copied()) {
        Some(near) => format!("did you mean \"{near}\"?"),
        None => format!("the sources are {}", known.join(", ")),
    };
    Message::new(format!("no statement has the source \"{source}\"")).help(help)
}

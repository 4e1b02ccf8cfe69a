//! The articles of a case, from their files or from the case itself.

use std::path::Path;

use frise::{Article, CaseArticle, Frise, Language, Published};

use super::file::CaseFile;
use crate::input::{self, Read};
use crate::language::{detect, is_another};
use crate::message::Message;
use crate::warning::{self, Mend};
use crate::zone;

/// All articles, in the order of the case.
pub(super) fn read(
    frise: &Frise,
    file: &CaseFile,
    quiet: bool,
    explain: Language,
) -> Result<Vec<Article>, Message> {
    file.case.article.iter().map(|given| article(frise, file, given, quiet, explain)).collect()
}

fn article(
    frise: &Frise,
    file: &CaseFile,
    given: &CaseArticle,
    quiet: bool,
    explain: Language,
) -> Result<Article, Message> {
    let read = text(file, given)?;
    let language = match &given.lang {
        Some(code) => {
            code.parse().map_err(|error: frise::Error| file.at(Message::from(error), code))?
        }
        None => guessed(frise, given, &read, quiet, explain),
    };
    let mut article =
        crate::articles::of(read, |text| Article::new(given.id.as_str(), text, language));
    if let Some(date) = &given.published {
        let published: Published =
            date.parse().map_err(|error: frise::Error| file.at(Message::from(error), date))?;
        article = article.published(published);
    }
    if let Some(name) = &given.zone {
        article = article.zone(zone::parse(name).map_err(|message| file.at(message, name))?);
    }
    if let Some(source) = &given.source {
        article = article.source(source.as_str());
    }
    Ok(article)
}

fn text(file: &CaseFile, given: &CaseArticle) -> Result<Read, Message> {
    let id = &given.id;
    let one = "give path = \"file.txt\", relative to the case file, or text = \"\"\"…\"\"\"";
    match (&given.path, &given.text) {
        (None, Some(text)) => Ok(Read { text: text.clone(), ..Read::default() }),
        (Some(path), None) => {
            let folder = file.path.parent().unwrap_or(Path::new(""));
            let found = folder.join(path);
            input::read(&found).map_err(|message| {
                let message = match found.exists() {
                    true => message,
                    false => message.help("a path is relative to the folder of the case file"),
                };
                file.at(message, path)
            })
        }
        (None, None) => {
            Err(file.at(Message::new(format!("article \"{id}\" has no text")).help(one), id))
        }
        (Some(_), Some(_)) => Err(file.at(
            Message::new(format!("article \"{id}\" has both a path and a text")).help(one),
            id,
        )),
    }
}

fn guessed(
    frise: &Frise,
    given: &CaseArticle,
    read: &Read,
    quiet: bool,
    explain: Language,
) -> Language {
    let detected = detect(frise, &read.text, read.language.as_deref());
    if !quiet && let Some(message) = is_another(&given.id, &read.text) {
        message.print_warning();
    } else if detected.is_open && !quiet {
        let name = format!("\"{}\"", given.id);
        warning::open_language(&name, detected.language, Mend::InCase, explain);
    }
    detected.language
}

//! From files and flags to articles.

use frise::{Article, Frise, Language, Published, Zone};

use crate::args::Common;
use crate::input::{self, Document, Read};
use crate::language::{detect, is_another};
use crate::message::Message;
use crate::warning::{self, Mend};

/// What the flags say about articles that do not say it themselves.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Defaults {
    pub(crate) published: Option<Published>,
    pub(crate) language: Option<Language>,
    pub(crate) zone: Option<Zone>,
}

impl Defaults {
    /// The flags that hold for any article; the dates published are dealt out file by file.
    fn of(common: &Common) -> Result<Self, Message> {
        Ok(Self {
            published: None,
            language: common.lang,
            zone: common.zone.as_deref().map(crate::zone::parse).transpose()?,
        })
    }

    /// The flags over a batch, where one date published can be the default and no more.
    pub(crate) fn of_batch(common: &Common) -> Result<Self, Message> {
        let published = match common.published.as_slice() {
            [] => None,
            [date] => Some(published(date)?),
            dates => {
                let what = format!("--jsonl takes one --published for all, not {}", dates.len());
                return Err(
                    Message::new(what).help("give each document its own date in the field \"dct\"")
                );
            }
        };
        Ok(Self { published, ..Self::of(common)? })
    }

    /// An article of a text, with all that is known.
    pub(crate) fn article(&self, id: &str, text: String, language: Language) -> Article {
        let mut article = Article::new(id, text, language);
        if let Some(published) = self.published {
            article = article.published(published);
        }
        if let Some(zone) = self.zone {
            article = article.zone(zone);
        }
        article
    }
}

/// Reads the files and makes articles of them. Warns of what had to be guessed.
pub(crate) fn read(
    frise: &Frise,
    files: &[std::path::PathBuf],
    common: &Common,
    explain: Language,
) -> Result<Vec<Article>, Message> {
    let defaults = Defaults::of(common)?;
    let dates =
        common.published.iter().map(|date| published(date)).collect::<Result<Vec<_>, _>>()?;
    let documents = input::documents(files)?;
    if 1 < dates.len() && dates.len() != documents.len() {
        let count = match documents.len() {
            1 => "1 article".to_owned(),
            n => format!("{n} articles"),
        };
        let what = format!("{} dates published for {count}", dates.len());
        return Err(Message::new(what).help(
            "give --published once for all articles, or once per file in the order of the files",
        ));
    }
    let articles = documents.into_iter().enumerate().map(|(n, document)| {
        let published = dates.get(n).or(dates.first()).copied();
        let guess = || guessed(frise, &document, common.quiet, explain);
        let language = defaults.language.unwrap_or_else(guess);
        let Document { id, read, .. } = document;
        of(read, |text| Defaults { published, ..defaults }.article(&id, text, language))
    });
    Ok(articles.collect())
}

/// An article of a document, with what the document says of itself.
pub(crate) fn of(read: Read, article: impl FnOnce(String) -> Article) -> Article {
    let (metadata, pages) = (input::published(&read), input::pages(&read));
    let metadata = metadata.map(|(published, field)| (published, field.to_owned()));
    let article = article(read.text).pages(pages);
    match metadata {
        Some((published, field)) => article.metadata(published, field),
        None => article,
    }
}

/// A date published, as a flag gives it.
fn published(text: &str) -> Result<Published, Message> {
    text.parse().map_err(|error: frise::Error| {
        let message = Message::new(format!("--published: {}", error.what()));
        match error.help() {
            Some(help) => message.help(help),
            None => message,
        }
    })
}

fn guessed(frise: &Frise, document: &Document, quiet: bool, explain: Language) -> Language {
    let (code, name) = (document.read.language.as_deref(), &document.name);
    let detected = detect(frise, &document.read.text, code);
    if !quiet && let Some(message) = is_another(name, &document.read.text) {
        message.print_warning();
    } else if detected.is_open && !quiet {
        warning::open_language(name, detected.language, Mend::ByFlag, explain);
    }
    detected.language
}

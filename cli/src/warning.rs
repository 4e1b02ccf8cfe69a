//! What an editor should know of an article that was read.

use frise::{Language, Notice, Warning, warning_words};

use crate::message::Message;

/// Where a date published can be given.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Mend {
    ByFlag,
    InCase,
}

/// Warnings as they are said: the article, what it is, how to mend it.
pub(crate) fn told(warnings: &[Warning], mend: Mend, language: Language) -> Vec<Message> {
    let told = warnings.iter().map(|warning| {
        let text = warning.text(language);
        let message = Message::new(match &warning.article {
            Some(article) => format!("{article}: {text}"),
            None => text,
        });
        let message = message.named(warning_words(language));
        match warning.help(language, matches!(mend, Mend::InCase)) {
            Some(help) => message.help(help),
            None => message,
        }
    });
    told.collect()
}

/// Warns that nobody says the language of an article.
pub(crate) fn open_language(name: &str, read_in: Language, mend: Mend, explain: Language) {
    let (name, language) = (name.to_owned(), read_in.code().to_owned());
    let warning = Warning::new(Notice::OpenLanguage { name, language });
    told(&[warning], mend, explain).iter().for_each(Message::print_warning);
}

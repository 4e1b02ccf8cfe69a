//! What an editor should know of an article that was read.

use frise::{Language, Warning};

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
        match warning.help(language, matches!(mend, Mend::InCase)) {
            Some(help) => message.help(help),
            None => message,
        }
    });
    told.collect()
}

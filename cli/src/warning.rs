//! What an editor should know of an article that was read.

use frise::{Account, Article, Unresolved};

use crate::message::Message;

/// Where a date published can be given.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Mend {
    ByFlag,
    InCase,
}

/// The warnings of one article.
pub(crate) fn of(article: &Article, account: &Account, mend: Mend) -> Vec<Message> {
    let id = article.id();
    let told = account.warnings.iter().map(|said| Message::new(format!("{id}: {said}")));
    told.chain(undated(article, account, mend)).collect()
}

/// Says that expressions count from a date of publication that nobody gave.
fn undated(article: &Article, account: &Account, mend: Mend) -> Option<Message> {
    let mut open = account
        .resolutions
        .iter()
        .flat_map(|resolution| &resolution.parts)
        .filter(|part| part.unresolved == Some(Unresolved::NoPublication))
        .map(|part| part.timex.span);
    let first = open.next()?;
    let (id, words) = (article.id(), first.of(article.text()));
    let what = match open.count() {
        0 => format!("{id}: no date published is known, so \"{words}\" stays unresolved"),
        others => format!(
            "{id}: no date published is known, so {} expressions stay unresolved, \"{words}\" first",
            1 + others
        ),
    };
    Some(Message::new(what).help(match mend {
        Mend::ByFlag => "give it with --published, for example --published 2024-04-05",
        Mend::InCase => "give it in [[article]], for example published = \"2024-04-05\"",
    }))
}

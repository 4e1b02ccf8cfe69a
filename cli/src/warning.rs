//! What an editor should know of an article that was read.

use std::collections::BTreeSet;

use frise::{Account, Article, Gathered, Unresolved};

use crate::message::Message;

/// Where a date published can be given.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Mend {
    ByFlag,
    InCase,
}

/// The warnings of articles that were gathered together.
pub(crate) fn of_all(
    articles: &[(&Article, &Account)],
    gathered: &Gathered,
    mend: Mend,
) -> Vec<Message> {
    let mut warnings = Vec::new();
    for (number, (article, account)) in articles.iter().enumerate() {
        let placed: BTreeSet<usize> = gathered
            .anchored
            .iter()
            .filter(|one| one.article == number && one.extent.is_some())
            .map(|one| one.mention)
            .collect();
        warnings.extend(of(article, account, |mention| placed.contains(&mention), mend));
    }
    warnings.extend(gathered.warnings.iter().map(|said| Message::new(said.as_str())));
    warnings
}

/// The warnings of one article. `is_placed` tells whether an event gives the mention of that number
/// its place.
fn of(
    article: &Article,
    account: &Account,
    is_placed: impl Fn(usize) -> bool,
    mend: Mend,
) -> Vec<Message> {
    let id = article.id();
    let told = account.warnings.iter().map(|said| Message::new(format!("{id}: {said}")));
    told.chain(undated(article, account, is_placed, mend)).collect()
}

/// Says that expressions count from a date of publication that nobody gave.
fn undated(
    article: &Article,
    account: &Account,
    is_placed: impl Fn(usize) -> bool,
    mend: Mend,
) -> Option<Message> {
    let mut open = account
        .resolutions
        .iter()
        .enumerate()
        .filter(|(mention, _)| !is_placed(*mention))
        .flat_map(|(_, resolution)| &resolution.parts)
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

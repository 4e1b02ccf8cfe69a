//! What an editor should know of an article that was read.

use std::collections::BTreeSet;

use frise::{Account, Article, Gathered, Published, Unresolved, Zone};
use frise_documents::{Place, Voice, dates_differ, found_in};

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
    let told = told.chain(dates_that_differ(article, account));
    told.chain(undated(article, account, is_placed, mend)).collect()
}

/// Says where the date of publication that counts is not the one that stands elsewhere: in the metadata, in
/// the text's own dateline. A date that is given may be the page's, so a dateline up to a month from it is
/// nothing odd.
fn dates_that_differ(article: &Article, account: &Account) -> Vec<Message> {
    const MONTH: i64 = 30;
    let metadata = article.metadata_date();
    let given = article.given_date().map(|date| (date, Place::Given));
    let metadata = metadata.map(|(date, field)| (date, Place::Metadata(field)));
    let dateline = account.dateline.as_ref().map(|date| (date, Place::Dateline));
    let Some(taken) = given.or(metadata) else { return Vec::new() };
    let others = [metadata.filter(|_| given.is_some()), dateline];
    let differs = |(other, place): &(&Published, Place<'_>)| {
        let days = (other.day() - taken.0.day()).num_days().abs();
        match (taken.1, place) {
            (Place::Given, Place::Dateline) => MONTH < days,
            // A server's clock may be a day before or after the paper's.
            _ if [other, taken.0].iter().any(|date| date.zone() == Some(Zone::Utc)) => 1 < days,
            _ => 0 < days,
        }
    };
    let told = others.into_iter().flatten().filter(differs).map(|(other, place)| {
        let words = |date: &Published| frise::year_month_day(date.day());
        let (taken_words, other_words) = (words(taken.0), words(other));
        let (from, at) = (found_in(taken.1, Voice::En), found_in(place, Voice::En));
        let what = dates_differ((&taken_words, &from), (&other_words, &at), Voice::En);
        Message::new(format!("{}: {what}", article.id()))
    });
    told.collect()
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

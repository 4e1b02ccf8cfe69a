//! What each article tells: one seed for every stretch of text that tells of an event and dates it,
//! or that dates another. Which of them are one event is decided later.

mod dates;
mod head;
mod held;
mod make;
mod target;

use crate::amount::Amount;
use crate::article::{Article, Span};
use crate::clause::{Clauses, Mood};
use crate::event::Status;
use crate::extent::Extent;
use crate::reader::Account;

use super::words::{Determiner, Naming, Words};

/// What a seed stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SeedKind {
    /// A clause.
    Clause,
    /// A noun phrase with a date of its own: "l'attentat du 22 mars".
    Noun,
    /// A by-line, a header, the stamp of a post.
    Stamp,
    /// A clause that only says how long something holds: "les 48 prochaines heures".
    Window,
}

/// A mention that dates a seed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Dating {
    pub(crate) mention: usize,
    /// Which of its parts, for an item of a list.
    pub(crate) part: Option<usize>,
}

/// A stretch of an article that tells of an event.
#[derive(Clone, Debug)]
pub(crate) struct Seed {
    pub(crate) article: usize,
    pub(crate) kind: SeedKind,
    pub(crate) span: Span,
    /// The clause it is, or stands in.
    pub(crate) clause: Option<usize>,
    pub(crate) sentence: usize,
    pub(crate) passage: Option<usize>,
    pub(crate) naming: Naming,
    pub(crate) label: String,
    pub(crate) status: Status,
    pub(crate) mood: Mood,
    pub(crate) source: Option<String>,
    pub(crate) dated: Vec<Dating>,
    pub(crate) window: Option<(usize, Amount)>,
    /// The day its passage was published.
    pub(crate) told_on: Option<chrono::NaiveDate>,
    /// The mention that dates its passage, where that is not the article.
    pub(crate) told_by: Option<usize>,
    /// The number of the user's event that quotes it.
    pub(crate) named: Option<usize>,
    /// Whether its dates are the items of a list, from the first to the last.
    pub(crate) listed: bool,
    /// When the world knows it to be, by the words that name it.
    pub(crate) known: Option<Extent>,
}

/// An article as it is gathered from.
#[derive(Clone, Copy)]
pub(crate) struct Telling<'a> {
    pub(crate) number: usize,
    pub(crate) article: &'a Article,
    pub(crate) account: &'a Account,
    pub(crate) clauses: &'a Clauses,
    pub(crate) words: Words<'a>,
}

/// How many words of a clause after its verb name an event.
const MOST_AFTER_VERB: usize = 12;

/// What a mention dates.
enum Target {
    Clause(usize),
    /// The noun phrase, determiner included, up to the mention's end.
    Noun(Span),
    Window,
    Nothing,
}

impl<'a> Telling<'a> {
    pub(crate) fn text(&self) -> &'a str {
        self.article.text()
    }

    /// All seeds of the article, in text order.
    pub(crate) fn seeds(&self) -> Vec<Seed> {
        let mut seeds = self.stamps();
        let mentions = &self.account.mentions;
        let mut of_clause: Vec<(usize, Vec<usize>)> = Vec::new();
        // Where each clause stands among them.
        let mut places = vec![None; self.clauses.clauses.len()];
        for (n, mention) in mentions.iter().enumerate() {
            let offset = self.offset(n);
            if self.account.passages.is_aside(n, offset) {
                continue;
            }
            match self.target(n) {
                Target::Clause(clause) => {
                    let Some(place) = places.get_mut(clause) else { continue };
                    let place = *place.get_or_insert(of_clause.len());
                    match of_clause.get_mut(place) {
                        Some((_, list)) => list.push(n),
                        None => of_clause.push((clause, vec![n])),
                    }
                }
                Target::Noun(span) => seeds.extend(self.noun_seed(n, span)),
                Target::Window => seeds.extend(self.window_seed(n, mention.span)),
                Target::Nothing => {}
            }
        }
        for (clause, mentions) in of_clause {
            self.clause_seeds(clause, &mentions, &mut seeds);
        }
        self.join_windows(&mut seeds);
        seeds.sort_by_key(|seed| {
            (seed.span.start, seed.span.end, seed.dated.first().map(|d| d.mention))
        });
        seeds
    }

    /// Where a mention's own words begin.
    pub(crate) fn offset(&self, mention: usize) -> usize {
        self.account.mentions.get(mention).map_or(0, |mention| {
            mention.marks.first().map_or(mention.span.start, |mark| mark.start)
        })
    }
}

/// Whether a determiner of a seed makes it refer to what is known.
pub(crate) fn refers(seed: &Seed) -> bool {
    seed.naming.noun
        && seed.naming.determiner != Determiner::Indefinite
        && seed.naming.determiner.refers()
}

//! Labels and phrases of pages, reports and tables.

use crate::why::{UnplacedWhy, UnreadWhy};

/// Every label of a page, a report and a table.
#[cfg_attr(
    not(all(feature = "text", feature = "html", feature = "markdown", feature = "csv")),
    allow(dead_code, reason = "each format has labels of its own")
)]
#[derive(Debug)]
pub(crate) struct Labels {
    pub(crate) timeline: &'static str,
    pub(crate) events: [&'static str; 2],
    pub(crate) conflicts: [&'static str; 2],
    pub(crate) claims: [&'static str; 2],
    pub(crate) articles: &'static str,
    pub(crate) articles_counted: [&'static str; 2],
    pub(crate) conflicts_title: &'static str,
    pub(crate) notes_title: &'static str,
    pub(crate) claims_title: &'static str,
    pub(crate) undated: &'static str,
    pub(crate) published: &'static str,
    pub(crate) disputed: &'static str,
    pub(crate) covers: &'static str,
    pub(crate) yours: &'static str,
    pub(crate) expected: &'static str,
    pub(crate) cut_conflicts: &'static str,
    pub(crate) cut_answer: &'static str,
    /// How a sentence was read.
    pub(crate) read_as: &'static str,
    /// How else it can be read.
    pub(crate) or_read_as: &'static str,
    /// What of it was not judged.
    pub(crate) not_judged: &'static str,
    pub(crate) way: &'static str,
    pub(crate) help: &'static str,
    pub(crate) zoom_in: &'static str,
    pub(crate) zoom_out: &'static str,
    pub(crate) fit: &'static str,
    pub(crate) close: &'static str,
    pub(crate) key_conflicts: &'static str,
    pub(crate) key_certain: &'static str,
    pub(crate) key_possible: &'static str,
    pub(crate) key_window: &'static str,
    pub(crate) key_disputed: &'static str,
    pub(crate) key_break: &'static str,
    pub(crate) hint: &'static str,
    pub(crate) nothing: &'static str,
    pub(crate) untitled: &'static str,
    pub(crate) made_by: &'static str,
    pub(crate) conflict: &'static str,
    pub(crate) see_text: &'static str,
    pub(crate) no_script: &'static str,
    /// What an answer is called, with a capital nowhere.
    pub(crate) supported: &'static str,
    pub(crate) contradicted: &'static str,
    pub(crate) contested: &'static str,
    pub(crate) undetermined: &'static str,
    /// How a text holds an event.
    pub(crate) asserted: &'static str,
    pub(crate) reported: &'static str,
    pub(crate) denied: &'static str,
    pub(crate) imagined: &'static str,
    pub(crate) planned: &'static str,
    /// The marks of a sentence: a colon with what stands before and after it, quotation marks.
    pub(crate) colon: &'static str,
    pub(crate) open: &'static str,
    pub(crate) shut: &'static str,
    /// Of the report in plain text.
    pub(crate) conflict_mark: &'static str,
    pub(crate) note_mark: &'static str,
    pub(crate) no_conflict: &'static str,
    pub(crate) no_event: &'static str,
    pub(crate) not_bounded: &'static str,
    pub(crate) not_dated: &'static str,
    pub(crate) published_then: &'static str,
    /// The times that date no event, and why each does not.
    pub(crate) not_placed: &'static str,
    pub(crate) unplaced: fn(UnplacedWhy) -> &'static str,
    /// The stretches that were not read, and why each was not.
    pub(crate) not_read: &'static str,
    pub(crate) unread: fn(UnreadWhy) -> &'static str,
    pub(crate) given: &'static str,
    /// What dates a text or a page, by whose it is.
    pub(crate) publication_of: fn(&str) -> String,
    pub(crate) page_of: fn(&str) -> String,
    /// A claim that cannot be asked any more.
    pub(crate) not_asked: &'static str,
    /// Of a table of time expressions.
    pub(crate) table: [&'static str; 5],
    pub(crate) no_time: &'static str,
    /// What a warning and its help begin with, as a terminal shows them: a colon follows.
    pub(crate) warning: [&'static str; 2],
    /// How to give the date published.
    pub(crate) give_by_flag: &'static str,
    pub(crate) give_in_case: &'static str,
    /// How to say the language of an article.
    pub(crate) language_by_flag: &'static str,
    pub(crate) language_in_case: &'static str,
    /// Whatever one believes.
    pub(crate) in_any_case: &'static str,
    /// What no step tells: statements that cannot all hold.
    pub(crate) cannot_all_hold: &'static str,
    /// The first line of a table: one heading for each column.
    pub(crate) columns: [&'static str; 19],
}

/// A phrase of a report, with what it speaks of.
#[cfg_attr(
    not(all(feature = "text", feature = "html", feature = "markdown", feature = "csv")),
    allow(dead_code, reason = "each format has labels of its own")
)]
#[derive(Clone, Copy, Debug)]
pub(crate) enum Phrase<'a> {
    /// What words were taken for, after the steps.
    Where { link: &'a str },
    /// A step that rests on a statement.
    BecauseOf { cite: &'a str, step: &'a str },
    /// A step that rests on what the user takes for given.
    BecauseYouSay { step: &'a str },
    /// A step that follows from those before.
    So { step: &'a str },
    /// What would remove a conflict: doubting one of its statements, or reading a reference otherwise.
    Help { letters: &'a [String], has_links: bool },
    /// The same for statements that are only counted.
    HelpCounted { statements: usize, links: &'a [String] },
    /// Statements that do instead of another.
    InsteadOf { cites: &'a str, letter: &'a str },
    /// The same conflict with other statements, and with combinations of them.
    Likewise { swaps: &'a str, combined: usize },
    /// The same conflict with other statements, some in the place of others.
    LikewiseWith { put_in: &'a str, left_out: &'a str },
    /// Claims that have another answer than the one expected.
    Unexpected { claims: usize },
    /// The answer that was expected.
    Expected { answer: &'a str },
    /// What follows if some statements are right.
    IfRight { cites: &'a [String] },
    /// What follows whichever of them is right, of several ways to choose.
    SomeWays { some: usize, all: usize },
    /// Proofs that are not told.
    MoreWays { more: usize },
    /// Two statements that both could be right, each by the clocks of a place.
    Zones {
        earlier: &'a str,
        later: &'a str,
        west: &'a Clocks<'a>,
        east: &'a Clocks<'a>,
        day: &'a str,
        before: &'a str,
        until: &'a str,
    },
    /// How many claims have which answer, and how many conflicts there are.
    Summary { claims: usize, answers: &'a [(usize, &'a str)], conflicts: usize, events: usize },
    /// What changes without some sources, or believing some statements.
    WhatIf { without: &'a [String], believing: &'a [String], changes: usize },
    /// How many of something there are.
    Count { n: usize, forms: [&'a str; 2] },
}

/// A place and what its clocks show.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clocks<'a> {
    /// As the text names it.
    pub(crate) name: &'a str,
    /// Its zone.
    pub(crate) zone: &'a str,
    /// How far from UTC.
    pub(crate) utc: &'a str,
}

//! Labels and phrases in English.

use crate::why::{UnplacedWhy, UnreadWhy};
use crate::lang::labels::{Labels, Phrase};

pub(super) static LABELS: Labels = Labels {
    timeline: "Timeline",
    events: ["event", "events"],
    conflicts: ["conflict", "conflicts"],
    claims: ["claim", "claims"],
    articles: "Articles",
    articles_counted: ["article", "articles"],
    conflicts_title: "Where the sources cannot all be right",
    notes_title: "Worth a look: clashes that rest on vague words",
    claims_title: "Claims",
    undated: "Not dated",
    published: "Published",
    disputed: "disputed",
    covers: "covers",
    yours: "known to the editor",
    expected: "expected:",
    cut_conflicts: "The search stopped at a limit: there may be more conflicts.",
    read_as: "read as",
    or_read_as: "or as",
    not_judged: "not judged",
    cut_answer: "The search stopped at a limit: the answer may be incomplete.",
    way: "Statements that clash,",
    help: "What would settle it:",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    fit: "Whole timeline",
    close: "Close",
    key_conflicts: "conflicts",
    key_certain: "certain",
    key_possible: "possible",
    key_window: "time it covers",
    key_disputed: "disputed",
    key_break: "change of scale",
    hint: "Choose an event, a conflict or a claim to see the sentences it rests on. Arrow keys move, + and − zoom, Esc closes.",
    nothing: "No dated event found.",
    untitled: "Timeline",
    made_by: "Made by frise: dates are read and checked, never guessed.",
    conflict: "Conflict",
    see_text: "Show in the article",
    no_script: "The drawing needs JavaScript; everything it shows is also told in words.",
    supported: "supported",
    contradicted: "contradicted",
    contested: "disputed",
    undetermined: "undetermined",
    asserted: "asserted",
    reported: "reported",
    denied: "denied",
    imagined: "imagined",
    planned: "planned",
    colon: ": ",
    open: "“",
    shut: "”",
    conflict_mark: "conflict:",
    note_mark: "note, for the words are vague:",
    no_conflict: "no conflict",
    no_event: "no dated event found",
    not_bounded: "not bounded",
    not_dated: "not dated",
    published_then: "published",
    not_placed: "times not placed",
    unplaced: |why| match why {
        UnplacedWhy::Comparison => "compared with",
        UnplacedWhy::Name => "part of a name",
        UnplacedWhy::Duration => "how long, not when",
        UnplacedWhy::Set => "how often, not when",
        UnplacedWhy::NoPredicate => "no event beside it",
        UnplacedWhy::Furniture => "of the page, not of the story",
    },
    not_read: "not read",
    unread: |why| match why {
        UnreadWhy::Language => "in another language",
        UnreadWhy::Table => "a table",
        UnreadWhy::Furniture => "of the page, not of the story",
    },
    given: "[given]",
    publication_of: |who| format!("publication: {who}"),
    page_of: |who| format!("page of {who}"),
    not_asked: "cannot be asked",
    table: ["line", "words", "type", "value", "when"],
    no_time: "no time expression found",
    warning: ["warning", "help"],
    give_by_flag: "give it with --published, for example --published 2024-04-05",
    give_in_case: "give it in [[article]], for example published = \"2024-04-05\"",
    language_by_flag: "say it with --lang fr or --lang en",
    language_in_case: "say it with lang = \"fr\" or lang = \"en\"",
    in_any_case: "in any case:",
    cannot_all_hold: "these statements cannot all hold",
    columns: [
        "event",
        "label",
        "class",
        "status",
        "from",
        "to",
        "when",
        "disputed",
        "window_from",
        "window_to",
        "article",
        "line",
        "source",
        "quote",
        "start",
        "end",
        "says_from",
        "says_to",
        "edtf",
    ],
};

/// "a", "a and b", "a, b and c".
fn list(items: &[String], and: &str) -> String {
    match items.split_last() {
        Some((last, others)) if !others.is_empty() => {
            format!("{} {and} {last}", others.join(", "))
        }
        Some((only, _)) => only.clone(),
        None => String::new(),
    }
}

pub(super) fn phrase(phrase: &Phrase<'_>) -> String {
    match phrase {
        Phrase::Where { link } => format!("where {link}"),
        Phrase::BecauseOf { cite, step } => format!("because of {cite}, {step}"),
        Phrase::BecauseYouSay { step } => format!("because you say so, {step}"),
        Phrase::So { step } => format!("so {step}"),
        Phrase::Help { letters, has_links } => {
            let doubted = match letters {
                [] => "leaving out what you gave".to_owned(),
                [only] => format!("doubting {only}"),
                [_, _] => format!("doubting {}", list(letters, "or")),
                _ => format!("doubting any one of {}", list(letters, "and")),
            };
            let read =
                if *has_links { ", or reading one of these references otherwise," } else { "" };
            format!("help: {doubted}{read} removes this conflict")
        }
        Phrase::HelpCounted { statements: 0 | 1, .. } => {
            "leaving this statement out removes the conflict".to_owned()
        }
        Phrase::HelpCounted { statements, links } => {
            let help =
                format!("doubting any one of the {statements} statements removes this conflict");
            match links.is_empty() {
                true => help,
                false => {
                    format!("{help}; so does reading otherwise that {}", links.join(", or that "))
                }
            }
        }
        Phrase::InsteadOf { cites, letter } => format!("{cites} for {letter}"),
        Phrase::Likewise { swaps, combined: 0 } => format!("likewise with {swaps}"),
        Phrase::Likewise { swaps, combined: 1 } => {
            format!("likewise with {swaps}, and with both")
        }
        Phrase::Likewise { swaps, combined } => {
            format!("likewise with {swaps}, and with {combined} combinations of these")
        }
        Phrase::LikewiseWith { put_in, left_out: "" } => format!("likewise with {put_in} too"),
        Phrase::LikewiseWith { put_in: "", left_out } => format!("likewise without {left_out}"),
        Phrase::LikewiseWith { put_in, left_out } => {
            format!("likewise with {put_in} for {left_out}")
        }
        Phrase::Unexpected { claims: 1 } => {
            "1 claim has another answer than the one expected.".to_owned()
        }
        Phrase::Unexpected { claims } => {
            format!("{claims} claims have another answer than the one expected.")
        }
        Phrase::Expected { answer } => format!("expected {answer}"),
        Phrase::IfRight { cites } => {
            let are = if cites.len() == 1 { "is" } else { "are" };
            format!("if {} {are} right:", list(cites, "and"))
        }
        Phrase::SomeWays { some, all } => {
            format!("for {some} of the {all} ways to choose whom to believe:")
        }
        Phrase::MoreWays { more } => {
            let ways = if *more == 1 { "way" } else { "ways" };
            format!("and in {more} more {ways}, which --format json tells")
        }
        Phrase::Zones { earlier, later, west, east, day, before, until } => format!(
            "note: both could be right if {earlier} counts its day in {} ({}, {}) and {later} in {} \
             ({}, {}): {day} before {until} in {} is still {before} in {}; the texts do not say so",
            west.name, west.zone, west.utc, east.name, east.zone, east.utc, east.name, west.name,
        ),
        Phrase::Summary { claims, answers, conflicts, events } => {
            let mut told = Vec::new();
            if *claims != 0 {
                let each: Vec<String> =
                    answers.iter().map(|(n, answer)| format!("{n} {answer}")).collect();
                told.push(format!("{}: {}", count(*claims, LABELS.claims), each.join(", ")));
            }
            told.push(count(*conflicts, LABELS.conflicts));
            told.push(count(*events, LABELS.events));
            told.join("; ")
        }
        Phrase::WhatIf { without, believing, changes } => {
            let mut told = Vec::new();
            if !without.is_empty() {
                told.push(format!("without {}", without.join(", ")));
            }
            if !believing.is_empty() {
                let quoted: Vec<String> =
                    believing.iter().map(|words| format!("“{words}”")).collect();
                told.push(format!("believing {}", quoted.join(", ")));
            }
            let changes = match changes {
                0 => "no answer changes".to_owned(),
                1 => "1 answer changes".to_owned(),
                n => format!("{n} answers change"),
            };
            format!("what if, {}: {changes}", told.join(", and "))
        }
        Phrase::Count { n, forms } => count(*n, *forms),
    }
}

fn count(n: usize, [one, many]: [&str; 2]) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

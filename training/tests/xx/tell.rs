//! How the toy language tells it, in words that nobody knows: shorter than a voice of people, and whole.

use crate::amount::Unit;
use crate::lang::labels::{Labels, Phrase};
use crate::lang::voice::Voice;
use crate::why::{Step, Why};

pub(super) static VOICE: Voice = Voice {
    months: [
        "uni", "duo", "tri", "kvar", "kvin", "ses", "sep", "ok", "nau", "dek", "dekuni", "dekduo",
    ],
    weekdays: ["luna", "marta", "merka", "jova", "vena", "saba", "sola"],
    unit,
    is_many: |thousandths| thousandths != 1000,
    decimal: '.',
    modified: |_, words| format!("bez {words}"),
    to: "vo",
    some: "iza",
    some_time: "iza tempa",
    too_many: "tro",
    day_number: |day| day.to_string(),
    year: |year| year.to_string(),
    clock: |hour, minute, _| format!("{hour}.{minute:02}"),
    midnight: "24.00",
    or: "ou",
    undated: "nul",
    no_day: "nul dia",
    from: |moment| format!("de {moment}"),
    until: |moment| format!("vo {moment}"),
    labels: &LABELS,
    phrase,
    unbroken: str::to_owned,
    minute: |day, hour, minute| format!("{day} {hour}.{minute:02}"),
    step,
    why,
    no_date: |_| "nul dia".to_owned(),
    unresolved: |_| "nul tempa".to_owned(),
    notice: |_| "averta".to_owned(),
};

fn unit(unit: Unit) -> [&'static str; 2] {
    match unit {
        Unit::Day => ["dia", "dias"],
        Unit::Month => ["mensa", "mensas"],
        Unit::Year => ["anna", "annas"],
        _ => ["tempa", "tempas"],
    }
}

fn why(why: &Why) -> String {
    match why {
        Why::Dated { event, is } => format!("\"{event}\" esto {}", VOICE.extent(is)),
        Why::Counted { offset, is, .. } => format!("dia {offset}: {}", VOICE.extent(is)),
        _ => "zo".to_owned(),
    }
}

fn step(step: &Step) -> String {
    match step {
        Step::Dated { event, .. } => format!("\"{}\" esto", event.label),
        _ => "zo".to_owned(),
    }
}

fn phrase(phrase: &Phrase<'_>) -> String {
    match phrase {
        Phrase::Summary { conflicts, events, .. } => {
            format!("{conflicts} konfliktas, {events} eventas")
        }
        Phrase::Count { n, forms } => format!("{n} {}", forms[usize::from(*n != 1)]),
        _ => "zo".to_owned(),
    }
}

static LABELS: Labels = Labels {
    timeline: "degox",
    events: ["eventa", "eventas"],
    conflicts: ["konflikta", "konfliktas"],
    claims: ["klama", "klamas"],
    articles: "finex",
    articles_counted: ["gosux", "luzix"],
    conflicts_title: "madex",
    notes_title: "nelux",
    claims_title: "popox",
    undated: "ritax",
    published: "sukox",
    disputed: "tafix",
    covers: "vemax",
    yours: "zirix",
    expected: "kovex",
    cut_conflicts: "bamax",
    cut_answer: "derix",
    way: "fivex",
    help: "gobax",
    zoom_in: "lugox",
    zoom_out: "manex",
    fit: "nesux",
    close: "pozix",
    key_conflicts: "konfliktas",
    key_certain: "ridex",
    key_possible: "sulux",
    key_window: "tapox",
    key_disputed: "vetax",
    key_break: "zikox",
    hint: "kofix",
    nothing: "batax",
    untitled: "dekox",
    made_by: "fifix",
    conflict: "gomax",
    see_text: "lurix",
    no_script: "mavex",
    supported: "nebax",
    contradicted: "pogox",
    contested: "rinex",
    undetermined: "susux",
    asserted: "tazix",
    reported: "vedex",
    denied: "zilux",
    imagined: "kopox",
    planned: "badex",
    colon: ": ",
    open: "“",
    shut: "”",
    conflict_mark: "delux",
    note_mark: "fipox",
    no_conflict: "gotax",
    no_event: "lukox",
    not_bounded: "mafix",
    not_dated: "nemax",
    published_then: "porix",
    read_as: "wexal",
    or_read_as: "wexem",
    not_judged: "wexin",
    not_placed: "quxal",
    unplaced: |_| "quxem",
    not_read: "quxin",
    unread: |_| "quxom",
    given: "rivex",
    publication_of: |who| format!("subax {who}"),
    page_of: |who| format!("tagox {who}"),
    not_asked: "venex",
    table: ["zisux", "kozix", "banex", "desux", "fizix"],
    no_time: "godex",
    warning: ["lulux", "mapox"],
    give_by_flag: "netax",
    give_in_case: "pokox",
    language_by_flag: "rifix",
    language_in_case: "sumax",
    in_any_case: "tarix",
    cannot_all_hold: "vevex",
    columns: [
        "eventa", "zibax", "kogox", "bavex", "debax", "figox", "gonex", "lusux", "mazix", "nedex",
        "polux", "ripox", "sutax", "takox", "vefix", "zimax", "korix", "bafix", "demax",
    ],
};

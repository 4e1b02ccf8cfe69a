//! The order of English words. One subject a file; no tables of words here, no dates.

mod amount;
mod bound;
mod calendar;
mod clock;
mod day;
mod hours;
mod number;
mod part;
mod plain;
mod point;
mod range;
mod recurring;
mod reference;
mod shift;
mod timed;
mod title;
mod window;
mod words;
mod year;

use crate::lang::sense::Sense;
use crate::lang::{Rule, Start};

/// What a time can begin with.
const TIME: Start = Start::Sense(|sense| {
    matches!(
        sense,
        Sense::Month(_)
            | Sense::MonthAbbr(_)
            | Sense::Weekday(_)
            | Sense::WeekdayAbbr(_)
            | Sense::Season(_)
            | Sense::DayPart(_)
            | Sense::Deictic(_)
            | Sense::DeicticPart(..)
            | Sense::Named(_)
            | Sense::Part(_)
            | Sense::PartNoun(_)
            | Sense::This
            | Sense::Next
            | Sense::Last
            | Sense::Following
            | Sense::Previous
            | Sense::ClockWord(_)
            | Sense::Modifier(_)
            | Sense::Ordinal(_)
            | Sense::LastOf
            | Sense::Number(_)
            | Sense::Tens(_)
            | Sense::DecadeWord(_)
            | Sense::OfEra
            | Sense::Unit(_)
            | Sense::Weekend
            | Sense::Fraction(_)
    )
});

/// What an amount can begin with.
const AMOUNT: Start = Start::Sense(|sense| {
    matches!(
        sense,
        Sense::Number(_)
            | Sense::Tens(_)
            | Sense::Collective(_)
            | Sense::Fraction(_)
            | Sense::VagueNumber
            | Sense::Modifier(_)
    )
});

/// Words of time that the rules name.
pub(super) static BEARERS: &[&str] = &["time", "while", "period"];

/// Every rule, in order of preference where two read the same words.
pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "en/plural-days",
        starts: &[Start::Sense(|sense| matches!(sense, Sense::Weekday(_) | Sense::Weekend))],
        parse: recurring::plural_days,
    },
    Rule { name: "en/clock-set", starts: &[CLOCK, Start::Digits], parse: recurring::at_clock },
    Rule {
        name: "en/time",
        starts: &[
            TIME,
            Start::Digits,
            Start::Mark(b'\''),
            Start::Mark(b'`'),
            Start::Word("the"),
            Start::Word("that"),
            Start::Word("a"),
            Start::Word("current"),
            Start::Word("fiscal"),
            Start::Word("fy"),
            Start::Word("cy"),
            Start::Word("q"),
            Start::Word("h"),
        ],
        parse: plain::time,
    },
    Rule {
        name: "en/from-to",
        starts: &[Start::Word("from"), Start::Word("between")],
        parse: range::from_to,
    },
    Rule {
        name: "en/span",
        starts: &[TIME, Start::Digits, Start::Word("the")],
        parse: range::span,
    },
    Rule { name: "en/hours-of-day", starts: &[DAY, Start::Digits], parse: hours::of_day },
    Rule {
        name: "en/days",
        starts: &[Start::Sense(|sense| matches!(sense, Sense::Month(_) | Sense::MonthAbbr(_)))],
        parse: range::days_of_month,
    },
    Rule {
        name: "en/days-month",
        starts: &[Start::Digits, Start::Word("the")],
        parse: range::days_then_month,
    },
    Rule {
        name: "en/bound",
        starts: &[Start::Sense(|sense| matches!(sense, Sense::Signal(_)))],
        parse: bound::bound,
    },
    Rule {
        name: "en/ago",
        starts: &[AMOUNT, Start::Digits, Start::Word("a"), Start::Word("an"), UNIT, HALF],
        parse: shift::from_publication,
    },
    Rule {
        name: "en/later",
        starts: &[AMOUNT, Start::Digits, Start::Word("a"), Start::Word("an"), UNIT, HALF],
        parse: shift::from_focus,
    },
    Rule {
        name: "en/before-event",
        starts: &[AMOUNT, Start::Digits, Start::Word("a"), Start::Word("an"), UNIT, HALF],
        parse: shift::from_event,
    },
    Rule {
        name: "en/stretch",
        starts: &[
            AMOUNT,
            Start::Digits,
            Start::Word("a"),
            Start::Word("an"),
            UNIT,
            Start::Word("the"),
        ],
        parse: window::stretch,
    },
    Rule { name: "en/neighbour", starts: &[Start::Word("the")], parse: shift::neighbour },
    Rule {
        name: "en/ahead",
        starts: &[Start::Word("in"), Start::Word("within")],
        parse: shift::ahead,
    },
    Rule { name: "en/window", starts: &[ORDER, ARTICLE, MODIFIER], parse: window::window },
    Rule {
        name: "en/vague-window",
        starts: &[Start::Word("recent"), Start::Word("the"), UNIT, AMOUNT],
        parse: window::vague_window,
    },
    Rule {
        name: "en/first-of",
        starts: &[ORDINAL, Start::Word("the")],
        parse: window::part_counted,
    },
    Rule {
        name: "en/nth",
        starts: &[ORDINAL, Start::Digits, Start::Word("the")],
        parse: window::nth,
    },
    Rule {
        name: "en/anniversary",
        starts: &[
            ORDINAL,
            Start::Digits,
            Start::Word("the"),
            Start::Sense(|sense| *sense == Sense::Anniversary),
        ],
        parse: plain::anniversary,
    },
    Rule {
        name: "en/every",
        starts: &[Start::Sense(|sense| *sense == Sense::Each)],
        parse: recurring::every,
    },
    Rule {
        name: "en/often",
        starts: &[Start::Sense(|sense| matches!(sense, Sense::Frequency(_)))],
        parse: recurring::often,
    },
    Rule {
        name: "en/times",
        starts: &[
            Start::Sense(|sense| {
                matches!(sense, Sense::TimesWord(_) | Sense::Number(_) | Sense::Tens(_))
            }),
            Start::Digits,
        ],
        parse: recurring::times,
    },
    Rule {
        name: "en/rate",
        starts: &[Start::Word("a"), Start::Word("an"), Start::Word("per")],
        parse: recurring::rate,
    },
    Rule {
        name: "en/vague",
        starts: &[Start::Sense(|sense| matches!(sense, Sense::Vague(_)))],
        parse: plain::vague,
    },
    Rule { name: "en/future-units", starts: &[Start::Word("future")], parse: plain::future_units },
    Rule { name: "en/soon", starts: &[Start::Word("soon")], parse: plain::soon },
    Rule {
        name: "en/vague-adjective",
        starts: &[Start::Sense(|sense| matches!(sense, Sense::VagueAdjective(_)))],
        parse: plain::vague_adjective,
    },
    Rule {
        name: "en/adjective",
        starts: &[AMOUNT, UNIT, Start::Digits],
        parse: plain::adjective_amount,
    },
    Rule {
        name: "en/duration",
        starts: &[
            AMOUNT,
            Start::Digits,
            Start::Word("a"),
            Start::Word("an"),
            Start::Word("the"),
            Start::Word("another"),
            Start::Word("all"),
            Start::Word("full"),
            Start::Word("whole"),
            Start::Word("couple"),
        ],
        parse: plain::duration,
    },
    Rule { name: "en/plural", starts: &[UNIT], parse: plain::bare_plural },
];

/// What a day whose hours follow can begin with.
const DAY: Start = Start::Sense(|sense| {
    matches!(
        sense,
        Sense::Month(_)
            | Sense::MonthAbbr(_)
            | Sense::Weekday(_)
            | Sense::WeekdayAbbr(_)
            | Sense::Deictic(_)
            | Sense::This
            | Sense::Next
            | Sense::Last
    )
});
const CLOCK: Start = Start::Sense(|sense| {
    matches!(sense, Sense::ClockWord(_) | Sense::Number(_) | Sense::Fraction(_))
});
const UNIT: Start = Start::Sense(|sense| matches!(sense, Sense::Unit(_) | Sense::Weekend));
const HALF: Start = Start::Sense(|sense| matches!(sense, Sense::Fraction(_)));
const MODIFIER: Start = Start::Sense(|sense| matches!(sense, Sense::Modifier(_)));
const ORDINAL: Start = Start::Sense(|sense| {
    matches!(sense, Sense::Ordinal(_) | Sense::LastOf | Sense::Last | Sense::Tens(_))
});
const ORDER: Start = Start::Sense(|sense| {
    matches!(sense, Sense::Next | Sense::Last | Sense::Following | Sense::Previous | Sense::This)
});
const ARTICLE: Start = Start::Sense(|sense| matches!(sense, Sense::Determiner));

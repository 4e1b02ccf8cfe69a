//! The order of English words. One subject a file; no tables of words here, no dates.

mod amount;
mod bound;
mod calendar;
mod clock;
mod day;
mod forms;
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

pub(super) use forms::FORMS;

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

/// Words that the rules name and that have no meaning of their own.
pub(super) static INNER: &str = "\
    afterward afterwards age ahead clock come ended ending followed hence local nd o oh old part \
    parts previously rd ss stages tens th til ys zero";

/// Every rule, in order of preference where two read the same words.
pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "en/plural-days",
        starts: &[Start::Sense(|sense| matches!(sense, Sense::Weekday(_) | Sense::Weekend))],
        needs: &[],
        parse: recurring::plural_days,
    },
    Rule {
        name: "en/clock-set",
        starts: &[CLOCK, Start::Digits],
        needs: &[RECURS],
        parse: recurring::at_clock,
    },
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
        needs: &[
            SAYS_TIME,
            Start::LongDigits,
            Start::Mark(b':'),
            Start::Mark(b'/'),
            Start::Mark(b'.'),
            Start::Mark(b'-'),
            Start::Mark(b'\''),
            Start::Mark(b'`'),
            Start::Word("st"),
            Start::Word("nd"),
            Start::Word("rd"),
            Start::Word("th"),
            Start::Word("h"),
            Start::Word("q"),
            Start::Word("century"),
            Start::Word("centuries"),
            Start::Word("fy"),
            Start::Word("cy"),
            Start::Word("period"),
        ],
        parse: plain::time,
    },
    Rule {
        name: "en/from-to",
        starts: &[Start::Word("from"), Start::Word("between")],
        needs: &[
            Start::Word("to"),
            Start::Word("until"),
            Start::Word("till"),
            Start::Word("through"),
            Start::Word("and"),
        ],
        parse: range::from_to,
    },
    Rule {
        name: "en/span",
        starts: &[TIME, Start::Digits, Start::Word("the")],
        needs: &[
            Start::Mark(b'-'),
            Start::Mark(b'/'),
            Start::Word("to"),
            Start::Word("through"),
            Start::Word("until"),
            Start::Word("till"),
            Start::Word("til"),
        ],
        parse: range::span,
    },
    Rule {
        name: "en/hours-of-day",
        starts: &[DAY, Start::Digits],
        needs: &[Start::Word("from"), Start::Word("between")],
        parse: hours::of_day,
    },
    Rule {
        name: "en/days",
        starts: &[Start::Sense(|sense| matches!(sense, Sense::Month(_) | Sense::MonthAbbr(_)))],
        needs: &[],
        parse: range::days_of_month,
    },
    Rule {
        name: "en/days-month",
        starts: &[Start::Digits, Start::Word("the")],
        needs: &[MONTH],
        parse: range::days_then_month,
    },
    Rule {
        name: "en/bound",
        starts: &[Start::Sense(|sense| matches!(sense, Sense::Signal(_)))],
        needs: &[],
        parse: bound::bound,
    },
    Rule {
        name: "en/ago",
        starts: &[AMOUNT, Start::Digits, Start::Word("a"), Start::Word("an"), UNIT, HALF],
        needs: &[Start::Word("ago"), Start::Word("from"), Start::Word("hence")],
        parse: shift::from_publication,
    },
    Rule {
        name: "en/later",
        starts: &[AMOUNT, Start::Digits, Start::Word("a"), Start::Word("an"), UNIT, HALF],
        needs: &[
            Start::Word("later"),
            Start::Word("afterward"),
            Start::Word("afterwards"),
            Start::Word("after"),
            Start::Word("earlier"),
            Start::Word("before"),
            Start::Word("previously"),
        ],
        parse: shift::from_focus,
    },
    Rule {
        name: "en/before-event",
        starts: &[AMOUNT, Start::Digits, Start::Word("a"), Start::Word("an"), UNIT, HALF],
        needs: &[
            Start::Word("from"),
            Start::Word("prior"),
            Start::Word("before"),
            Start::Word("preceding"),
            Start::Word("after"),
            Start::Word("following"),
            Start::Word("into"),
        ],
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
        needs: &[
            Start::Word("to"),
            Start::Word("starting"),
            Start::Word("beginning"),
            Start::Word("ending"),
            Start::Word("ended"),
        ],
        parse: window::stretch,
    },
    Rule {
        name: "en/neighbour",
        starts: &[Start::Word("the")],
        needs: &[
            Start::Word("eve"),
            Start::Word("before"),
            Start::Word("after"),
            Start::Word("following"),
            Start::Word("preceding"),
        ],
        parse: shift::neighbour,
    },
    Rule {
        name: "en/ahead",
        starts: &[Start::Word("in"), Start::Word("within")],
        needs: &[],
        parse: shift::ahead,
    },
    Rule {
        name: "en/window",
        starts: &[ORDER, ARTICLE, MODIFIER],
        needs: &[SIDE],
        parse: window::window,
    },
    Rule {
        name: "en/vague-window",
        starts: &[Start::Word("recent"), Start::Word("the"), UNIT, AMOUNT],
        needs: &[
            Start::Word("recent"),
            Start::Word("ahead"),
            Start::Word("come"),
            Start::Word("followed"),
        ],
        parse: window::vague_window,
    },
    Rule {
        name: "en/first-of",
        starts: &[ORDINAL, Start::Word("the")],
        needs: &[
            Start::Word("first"),
            Start::Word("last"),
            Start::Word("final"),
            Start::Word("opening"),
            Start::Word("closing"),
        ],
        parse: window::part_counted,
    },
    Rule {
        name: "en/nth",
        starts: &[ORDINAL, Start::Digits, Start::Word("the")],
        needs: &[Start::Word("of"), Start::Word("in")],
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
        needs: &[ANNIVERSARY],
        parse: plain::anniversary,
    },
    Rule {
        name: "en/every",
        starts: &[Start::Sense(|sense| *sense == Sense::Each)],
        needs: &[],
        parse: recurring::every,
    },
    Rule {
        name: "en/often",
        starts: &[Start::Sense(|sense| matches!(sense, Sense::Frequency(_)))],
        needs: &[],
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
        needs: &[TIMES],
        parse: recurring::times,
    },
    Rule {
        name: "en/rate",
        starts: &[Start::Word("a"), Start::Word("an"), Start::Word("per")],
        needs: &[],
        parse: recurring::rate,
    },
    Rule {
        name: "en/vague",
        starts: &[Start::Sense(|sense| matches!(sense, Sense::Vague(_)))],
        needs: &[],
        parse: plain::vague,
    },
    Rule {
        name: "en/future-units",
        starts: &[Start::Word("future")],
        needs: &[],
        parse: plain::future_units,
    },
    Rule { name: "en/soon", starts: &[Start::Word("soon")], needs: &[], parse: plain::soon },
    Rule {
        name: "en/vague-adjective",
        starts: &[Start::Sense(|sense| matches!(sense, Sense::VagueAdjective(_)))],
        needs: &[],
        parse: plain::vague_adjective,
    },
    Rule {
        name: "en/adjective",
        starts: &[AMOUNT, UNIT, Start::Digits],
        needs: &[UNIT],
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
        needs: &[UNIT, COUNTED, Start::Word("time"), Start::Word("while")],
        parse: plain::duration,
    },
    Rule { name: "en/plural", starts: &[UNIT], needs: &[], parse: plain::bare_plural },
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
const RECURS: Start = Start::Sense(|sense| {
    matches!(sense, Sense::Each | Sense::Frequency(_) | Sense::Weekday(_) | Sense::Weekend)
});
const MONTH: Start = Start::Sense(|sense| matches!(sense, Sense::Month(_) | Sense::MonthAbbr(_)));
const SIDE: Start = Start::Sense(|sense| {
    matches!(sense, Sense::Next | Sense::Last | Sense::Following | Sense::Previous)
});
const ANNIVERSARY: Start = Start::Sense(|sense| *sense == Sense::Anniversary);
const TIMES: Start = Start::Sense(|sense| matches!(sense, Sense::Times | Sense::TimesWord(_)));
/// What a time has a word of, if it is not all marks and digits: small numbers and words that only
/// count or compare make none.
const SAYS_TIME: Start = Start::Sense(|sense| {
    let counts = matches!(
        sense,
        Sense::Number(..10) | Sense::Ordinal(_) | Sense::Modifier(_) | Sense::VagueNumber
    );
    sense.bears_time() && !counts
});
/// What is counted like a unit.
const COUNTED: Start =
    Start::Sense(|sense| matches!(sense, Sense::Units(..) | Sense::DayPart(_) | Sense::Season(_)));

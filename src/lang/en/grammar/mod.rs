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

use crate::lang::Rule;
use crate::lang::Start::{self, Digits, LongDigits, Mark, Word};
use crate::lang::form::BY_FORM;
use crate::lang::sense::Sense;

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
    parts btw called ing made makes read midafternoon midmorning previously rd ss stages tens th til ys zero";

/// Every rule, in order of preference where two read the same words.
pub(super) static RULES: &[Rule] = &[
    Rule {
        name: "en/plural-days",
        starts: &[Start::Sense(|sense| matches!(sense, Sense::Weekday(_) | Sense::Weekend))],
        needs: &[],
        parse: recurring::plural_days,
    },
    Rule { name: "en/memorable", starts: &[MEMORABLE], needs: &[Digits], parse: plain::memorable },
    Rule {
        name: "en/weekday-date",
        starts: &[WEEKDAY, CLOCK, Digits],
        needs: &[Mark(b'(')],
        parse: plain::weekday_date,
    },
    Rule {
        name: "en/clock-set",
        starts: &[CLOCK, Digits],
        needs: &[RECURS],
        parse: recurring::at_clock,
    },
    Rule {
        name: BY_FORM,
        starts: &[
            TIME,
            Digits,
            Mark(b'\''),
            Mark(b'`'),
            Word("the"),
            Word("that"),
            Word("a"),
            Word("current"),
            Word("fiscal"),
            Word("fy"),
            Word("cy"),
            Word("q"),
            Word("h"),
        ],
        needs: &[
            SAYS_TIME,
            LongDigits,
            Mark(b':'),
            Mark(b'/'),
            Mark(b'.'),
            Mark(b'-'),
            Mark(b'\''),
            Mark(b'`'),
            Word("st"),
            Word("nd"),
            Word("rd"),
            Word("th"),
            Word("h"),
            Word("q"),
            Word("century"),
            Word("centuries"),
            Word("fy"),
            Word("cy"),
            Word("period"),
        ],
        parse: plain::time,
    },
    Rule {
        name: "en/from-to",
        starts: &[Word("from"), Word("between"), Word("btw")],
        needs: &[Word("to"), Word("until"), Word("till"), Word("through"), Word("and")],
        parse: range::from_to,
    },
    Rule {
        name: "en/span",
        starts: &[TIME, Digits, Word("the")],
        needs: &[
            Mark(b'-'),
            Mark(b'/'),
            Word("to"),
            Word("through"),
            Word("until"),
            Word("till"),
            Word("til"),
        ],
        parse: range::span,
    },
    Rule {
        name: "en/hours-of-day",
        starts: &[DAY, Digits, Word("the")],
        needs: &[Word("from"), Word("between")],
        parse: hours::of_day,
    },
    Rule {
        name: "en/ordinals",
        starts: &[ORDINAL, PART, Digits, Word("the")],
        needs: &[
            Word("century"),
            Word("centuries"),
            Word("quarter"),
            Word("quarters"),
            Word("st"),
            Word("nd"),
            Word("rd"),
            Word("th"),
        ],
        parse: range::ordinals,
    },
    Rule {
        name: "en/months-of",
        starts: &[MONTH],
        needs: &[Word("year")],
        parse: range::months_of_pointed,
    },
    Rule {
        name: "en/days",
        starts: &[Start::Sense(|sense| matches!(sense, Sense::Month(_) | Sense::MonthAbbr(_)))],
        needs: &[],
        parse: range::days_of_month,
    },
    Rule {
        name: "en/days-month",
        starts: &[Digits, Word("the")],
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
        starts: &[AMOUNT, Digits, Word("a"), Word("an"), UNIT, HALF],
        needs: &[Word("ago"), Word("from"), Word("hence")],
        parse: shift::from_publication,
    },
    Rule {
        name: "en/later",
        starts: &[AMOUNT, Digits, Word("a"), Word("an"), UNIT, HALF],
        needs: &[
            Word("later"),
            Word("afterward"),
            Word("afterwards"),
            Word("after"),
            Word("earlier"),
            Word("before"),
            Word("previously"),
        ],
        parse: shift::from_focus,
    },
    Rule {
        name: "en/before-event",
        starts: &[AMOUNT, Digits, Word("a"), Word("an"), UNIT, HALF],
        needs: &[
            Word("from"),
            Word("prior"),
            Word("before"),
            Word("preceding"),
            Word("after"),
            Word("following"),
            Word("into"),
        ],
        parse: shift::from_event,
    },
    Rule {
        name: "en/stretch",
        starts: &[AMOUNT, Digits, Word("a"), Word("an"), UNIT, Word("the")],
        needs: &[Word("to"), Word("starting"), Word("beginning"), Word("ending"), Word("ended")],
        parse: window::stretch,
    },
    Rule {
        name: "en/neighbour",
        starts: &[Word("the")],
        needs: &[Word("eve"), Word("before"), Word("after"), Word("following"), Word("preceding")],
        parse: shift::neighbour,
    },
    Rule {
        name: "en/ahead",
        starts: &[Word("in"), Word("within")],
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
        starts: &[Word("recent"), Word("the"), UNIT, AMOUNT],
        needs: &[Word("recent"), Word("ahead"), Word("come"), Word("followed")],
        parse: window::vague_window,
    },
    Rule {
        name: "en/first-of",
        starts: &[ORDINAL, Word("the")],
        needs: &[Word("first"), Word("last"), Word("final"), Word("opening"), Word("closing")],
        parse: window::part_counted,
    },
    Rule {
        name: "en/nth",
        starts: &[ORDINAL, Digits, Word("the")],
        needs: &[Word("of"), Word("in")],
        parse: window::nth,
    },
    Rule {
        name: "en/anniversary",
        starts: &[ORDINAL, Digits, Word("the"), Start::Sense(|sense| *sense == Sense::Anniversary)],
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
            Digits,
        ],
        needs: &[TIMES],
        parse: recurring::times,
    },
    Rule {
        name: "en/rate",
        starts: &[Word("a"), Word("an"), Word("per")],
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
        name: "en/until-then",
        starts: &[Start::Sense(|sense| matches!(sense, Sense::Signal(_)))],
        needs: &[Word("then")],
        parse: bound::until_then,
    },
    Rule {
        name: "en/at-night",
        starts: &[Word("at"), Word("by")],
        needs: &[Word("night")],
        parse: recurring::at_night,
    },
    Rule {
        name: "en/future-units",
        starts: &[Word("future")],
        needs: &[],
        parse: plain::future_units,
    },
    Rule { name: "en/soon", starts: &[Word("soon")], needs: &[], parse: plain::soon },
    Rule {
        name: "en/vague-adjective",
        starts: &[Start::Sense(|sense| matches!(sense, Sense::VagueAdjective(_)))],
        needs: &[],
        parse: plain::vague_adjective,
    },
    Rule {
        name: "en/adjective",
        starts: &[AMOUNT, UNIT, Digits],
        needs: &[UNIT],
        parse: plain::adjective_amount,
    },
    Rule {
        name: "en/duration",
        starts: &[
            AMOUNT,
            Digits,
            Word("a"),
            Word("an"),
            Word("the"),
            Word("another"),
            Word("all"),
            Word("full"),
            Word("whole"),
            Word("couple"),
        ],
        needs: &[UNIT, COUNTED, Word("time"), Word("while")],
        parse: plain::duration,
    },
    Rule { name: "en/elapsed", starts: &[Digits], needs: &[Mark(b':')], parse: plain::elapsed },
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
const MEMORABLE: Start = Start::Sense(|sense| matches!(sense, Sense::Memorable(..)));
const WEEKDAY: Start =
    Start::Sense(|sense| matches!(sense, Sense::Weekday(_) | Sense::WeekdayAbbr(_)));
const CLOCK: Start = Start::Sense(|sense| {
    matches!(sense, Sense::ClockWord(_) | Sense::Number(_) | Sense::Fraction(_))
});
const UNIT: Start = Start::Sense(|sense| matches!(sense, Sense::Unit(_) | Sense::Weekend));
const HALF: Start = Start::Sense(|sense| matches!(sense, Sense::Fraction(_)));
const MODIFIER: Start = Start::Sense(|sense| matches!(sense, Sense::Modifier(_)));
const ORDINAL: Start = Start::Sense(|sense| {
    matches!(sense, Sense::Ordinal(_) | Sense::LastOf | Sense::Last | Sense::Tens(_))
});
const PART: Start = Start::Sense(|sense| matches!(sense, Sense::Part(_)));
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

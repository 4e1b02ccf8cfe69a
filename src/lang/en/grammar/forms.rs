//! The forms of a day, of a time of day with its day, and of any time, with what each can begin with.

use super::calendar::{
    month_alone, month_of_year, quarter_or_half, republican, week_number, weekday_alone,
};
use super::day::{day_alone, day_of_month, weekday_and_day, year_month_day};
use super::part::part_of;
use super::point::{
    bare_season, day_of_pointed_month, digits_date, named_of_year, season_of_pointed,
    season_of_year, week_of, weekday_weeks_ago, weeks_on, year_then,
};
use super::reference::{pointed, whole_unit};
use super::timed::{clock_then_day, day_then_clock, part_of_day, timed};
use super::year::any_year;
use crate::amount::Unit;
use crate::expr::Expr;
use crate::lang::Start::{self, Digits, LongDigits, Mark, Word};
use crate::lang::form::{Choice, Form};
use crate::lang::input::Input;
use crate::lang::memo::Read;
use crate::lang::sense::Sense;
use crate::lang::{Parsed, iso};

/// A form whose reading says its own kind.
fn as_expr<T: Into<Expr>>(input: Input<'_>, read: Read<T>) -> Parsed<'_, Expr> {
    read(input).map(|(rest, found)| (rest, found.into()))
}

const MONTH: Start = Start::Sense(|sense| matches!(sense, Sense::Month(_) | Sense::MonthAbbr(_)));
const WEEKDAY: Start =
    Start::Sense(|sense| matches!(sense, Sense::Weekday(_) | Sense::WeekdayAbbr(_)));
const SEASON: Start = Start::Sense(|sense| matches!(sense, Sense::Season(_)));
const NAMED: Start = Start::Sense(|sense| matches!(sense, Sense::Named(_)));
const REPUBLICAN: Start = Start::Sense(|sense| matches!(sense, Sense::RepublicanMonth(_)));
/// A number or an ordinal in words.
const NUMBER: Start = Start::Sense(|sense| {
    matches!(sense, Sense::Number(_) | Sense::Tens(_) | Sense::Scale(_) | Sense::Ordinal(_))
});
/// "First", "last", "latter".
const ORDER: Start =
    Start::Sense(|sense| matches!(sense, Sense::Ordinal(_) | Sense::Last | Sense::LastOf));
const HALF: Start = Start::Sense(|sense| matches!(sense, Sense::Fraction(_)));
const DECADE: Start = Start::Sense(|sense| matches!(sense, Sense::DecadeWord(_)));
const ERA: Start = Start::Sense(|sense| matches!(sense, Sense::OfEra));
const QUARTER: Start = Start::Sense(|sense| matches!(sense, Sense::Unit(Unit::Quarter)));
const UNIT: Start = Start::Sense(|sense| matches!(sense, Sense::Unit(_) | Sense::Weekend));
const DAY_PART: Start = Start::Sense(|sense| matches!(sense, Sense::DayPart(_)));
const PART: Start = Start::Sense(|sense| matches!(sense, Sense::Part(_) | Sense::PartNoun(_)));
/// What points: "yesterday", "tonight", "this", "next", "previous".
const POINTS: Start = Start::Sense(|sense| {
    matches!(
        sense,
        Sense::Deictic(_)
            | Sense::DeicticPart(..)
            | Sense::This
            | Sense::Next
            | Sense::Last
            | Sense::Following
            | Sense::Previous
    )
});
/// What makes a time of day of a number.
const CLOCK: Start = Start::Sense(|sense| {
    matches!(
        sense,
        Sense::ClockWord(_)
            | Sense::Meridiem(_)
            | Sense::DayPart(_)
            | Sense::DeicticPart(..)
            | Sense::Zone(_)
    )
});

macro_rules! forms {
    ($($name:literal $of:ident $read:expr, [$($start:expr),*], [$($need:expr),*];)*) => {
        &[$(Form {
            name: $name,
            of: Choice::$of,
            starts: &[$($start),*],
            needs: &[$($need),*],
            parse: |input| as_expr(input, $read),
        }),*]
    };
}

/// Every form, in order of preference where two read the same words.
pub(in crate::lang) static FORMS: &[Form] = forms! {
    "en/date" Day day_of_month, [MONTH, WEEKDAY, NUMBER, Digits, Word("the")], [MONTH];
    "en/month-of-year" Day month_of_year, [MONTH], [];
    "en/month" Day month_alone, [MONTH], [];
    "en/weekday" Day weekday_alone, [WEEKDAY], [];
    "en/weekday-and-day" Day weekday_and_day, [WEEKDAY], [Word("the")];
    "en/year" Day any_year,
        [
            Digits, Mark(b'\''), Mark(b'`'), NUMBER, DECADE, ERA, Word("the"),
            Word("fiscal"), Word("year"), Word("years"), Word("fy"), Word("cy")
        ],
        [
            Digits, NUMBER, DECADE, Word("century"), Word("centuries"), Word("millennium"),
            Word("year"), Word("years")
        ];
    "en/quarter" Day quarter_or_half,
        [
            NUMBER, Digits, Word("the"), Word("its"), Word("their"), Word("his"), Word("q"),
            Word("h"), Word("fiscal"), Word("last"), Word("latter"), Word("final")
        ],
        [QUARTER, Word("half"), Word("q"), Word("h")];
    "en/season-of-year" Day season_of_year, [SEASON, Word("the")], [SEASON];
    "en/season" Day bare_season, [SEASON], [];
    "en/named-day" Day named_of_year, [NAMED], [];
    "en/day" Day day_alone, [Word("the")], [Digits];
    "en/week-number" Day week_number, [Word("week")], [Digits];
    "en/republican" Day republican, [NUMBER, Digits, Word("the")], [REPUBLICAN];
    "en/year-first" Day year_then,
        [Digits, Mark(b'\''), Mark(b'`'), ERA],
        [SEASON, MONTH, QUARTER, Word("half"), Word("q"), Word("h")];
    "en/year-month-day" Day year_month_day, [Digits], [MONTH];
    "en/iso-date" Day iso::date_time, [LongDigits], [];
    "en/iso-week" Day iso::week_date, [LongDigits], [];
    "en/digits" Day digits_date,
        [Digits],
        [Mark(b'/'), Mark(b'.'), Mark(b'-'), LongDigits];
    "en/pointed" Day pointed,
        [
            POINTS, WEEKDAY, UNIT, Word("that"), Word("the"), Word("current"), Word("comparable"),
            Word("same"), Word("year")
        ],
        [POINTS, Word("that"), Word("the"), Word("current"), Word("ago"), Word("earlier")];
    "en/whole-unit" Day whole_unit, [UNIT, Word("the")], [UNIT, SEASON];
    "en/day-of-pointed-month" Day day_of_pointed_month, [NUMBER, Digits, Word("the")], [Word("of")];
    "en/week-of" Day week_of, [UNIT, Word("the")], [Word("of")];
    "en/weeks-on" Day weeks_on,
        [NUMBER, Digits, WEEKDAY, Word("a")],
        [Word("week"), Word("weeks"), Word("fortnight"), Word("fortnights")];
    "en/weekday-weeks-ago" Day weekday_weeks_ago, [WEEKDAY, Word("the")], [Word("ago")];
    "en/season-of-pointed" Day season_of_pointed, [Word("the")], [SEASON];
    "en/day-and-clock" Timed day_then_clock, [], [];
    "en/clock" Timed clock_then_day,
        [NUMBER, Digits, CLOCK, Word("a"), Word("half"), Word("quarter")],
        [
            CLOCK, Mark(b':'), Mark(b'.'), Word("past"), Word("after"), Word("to"),
            Word("before"), Word("clock"), Word("h"), Word("hrs"), Word("hours")
        ];
    "en/part-of-day" Timed part_of_day, [PART, DAY_PART, Word("the")], [DAY_PART];
    "en/part" Point part_of,
        [PART, ORDER, DAY_PART, Digits, Word("the"), Word("end")],
        [PART, HALF, Word("latter"), Word("end"), Word("midmorning"), Word("midafternoon")];
    "" Point timed, [], [];
};

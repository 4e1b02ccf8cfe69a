//! The forms of a day, of a time of day with its day, and of any time, with what each can begin with.

use super::calendar::{
    month_alone, month_of_year, quarter_or_half, republican, week_number, weekday_alone,
};
use super::day::{day_alone, day_of_month, weekday_and_day, year_month_day};
use super::part::part_of;
use super::point::{
    bare_season, day_of_pointed_month, digits_date, named_of_year, season_of_pointed,
    season_of_year, week_of, year_then,
};
use super::reference::{pointed, whole_unit};
use super::timed::{clock_then_day, day_then_clock, part_of_day, timed};
use super::year::any_year;
use crate::amount::Unit;
use crate::expr::Expr;
use crate::lang::form::{Choice, Form};
use crate::lang::input::Input;
use crate::lang::memo::Read;
use crate::lang::sense::Sense;
use crate::lang::{Parsed, Start, iso};

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

/// "The", "fiscal" and the like as words.
const fn word(text: &'static str) -> Start {
    Start::Word(text)
}

macro_rules! forms {
    ($($of:ident $read:expr, [$($start:expr),*], [$($need:expr),*];)*) => {
        &[$(Form {
            of: Choice::$of,
            starts: &[$($start),*],
            needs: &[$($need),*],
            parse: |input| as_expr(input, $read),
        }),*]
    };
}

/// Every form, in order of preference where two read the same words.
pub(in crate::lang) static FORMS: &[Form] = forms! {
    Day day_of_month, [MONTH, WEEKDAY, NUMBER, Start::Digits, word("the")], [MONTH];
    Day month_of_year, [MONTH], [];
    Day month_alone, [MONTH], [];
    Day weekday_alone, [WEEKDAY], [];
    Day weekday_and_day, [WEEKDAY], [word("the")];
    Day any_year,
        [
            Start::Digits, Start::Mark(b'\''), Start::Mark(b'`'), NUMBER, DECADE, ERA, word("the"),
            word("fiscal"), word("year"), word("years"), word("fy"), word("cy")
        ],
        [
            Start::Digits, NUMBER, DECADE, word("century"), word("centuries"), word("year"),
            word("years")
        ];
    Day quarter_or_half,
        [
            NUMBER, Start::Digits, word("the"), word("its"), word("their"), word("his"), word("q"),
            word("h"), word("fiscal"), word("last"), word("latter"), word("final")
        ],
        [QUARTER, word("half"), word("q"), word("h")];
    Day season_of_year, [SEASON, word("the")], [SEASON];
    Day bare_season, [SEASON], [];
    Day named_of_year, [NAMED], [];
    Day day_alone, [word("the")], [Start::Digits];
    Day week_number, [word("week")], [Start::Digits];
    Day republican, [NUMBER, Start::Digits, word("the")], [REPUBLICAN];
    Day year_then,
        [Start::Digits, Start::Mark(b'\''), Start::Mark(b'`'), ERA],
        [SEASON, MONTH, QUARTER, word("half"), word("q"), word("h")];
    Day year_month_day, [Start::Digits], [MONTH];
    Day iso::date_time, [Start::LongDigits], [];
    Day iso::week_date, [Start::LongDigits], [];
    Day digits_date,
        [Start::Digits],
        [Start::Mark(b'/'), Start::Mark(b'.'), Start::Mark(b'-')];
    Day pointed,
        [
            POINTS, WEEKDAY, UNIT, word("that"), word("the"), word("current"), word("comparable"),
            word("same"), word("year")
        ],
        [POINTS, word("that"), word("the"), word("current"), word("ago"), word("earlier")];
    Day whole_unit, [UNIT, word("the")], [UNIT, SEASON];
    Day day_of_pointed_month, [NUMBER, Start::Digits, word("the")], [word("of")];
    Day week_of, [UNIT, word("the")], [word("of")];
    Day season_of_pointed, [word("the")], [SEASON];
    Timed day_then_clock, [], [];
    Timed clock_then_day,
        [NUMBER, Start::Digits, CLOCK, word("a"), word("half"), word("quarter")],
        [
            CLOCK, Start::Mark(b':'), Start::Mark(b'.'), word("past"), word("after"), word("to"),
            word("before"), word("clock"), word("h"), word("hrs"), word("hours")
        ];
    Timed part_of_day, [PART, DAY_PART, word("the")], [DAY_PART];
    Point part_of,
        [PART, word("the"), word("first"), word("second"), word("last"), word("latter"), word("end")],
        [PART, word("half"), word("latter"), word("end")];
    Point timed, [], [];
};

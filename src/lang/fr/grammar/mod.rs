//! The order of French words. Each file has one subject; the words are in the lexicon.

mod bound;
mod calendar;
mod clock;
mod duration;
mod event;
mod number;
mod part;
mod point;
mod range;
mod relative;
mod set;
mod shift;
mod spoken;
mod vague;
mod window;
mod words;

use crate::lang::sense::Sense;
use crate::lang::{Rule, Start};

/// An article, as the first word of a time.
const LE: Start = Start::Word("le");
const LA: Start = Start::Word("la");
const L: Start = Start::Word("l");
const LES: Start = Start::Word("les");

const MONTH: Start = Start::Sense(|sense| matches!(sense, Sense::Month(_)));
const ABBR: Start = Start::Sense(|sense| matches!(sense, Sense::MonthAbbr(_)));
const WEEKDAY: Start =
    Start::Sense(|sense| matches!(sense, Sense::Weekday(_) | Sense::WeekdayAbbr(_)));
const FULL_WEEKDAY: Start = Start::Sense(|sense| matches!(sense, Sense::Weekday(_)));
const SEASON: Start = Start::Sense(|sense| matches!(sense, Sense::Season(_)));
const UNIT: Start = Start::Sense(|sense| matches!(sense, Sense::Unit(_)));
const ORDINAL: Start = Start::Sense(|sense| matches!(sense, Sense::Ordinal(_)));
const ROMAN: Start = Start::Sense(|sense| matches!(sense, Sense::Roman(_)));
const THIS: Start = Start::Sense(|sense| matches!(sense, Sense::This));
const SAME: Start = Start::Sense(|sense| matches!(sense, Sense::Same));
const ORDER: Start = Start::Sense(|sense| matches!(sense, Sense::Last | Sense::Next));
const PART: Start = Start::Sense(|sense| matches!(sense, Sense::Part(_)));
const DAY_PART: Start = Start::Sense(|sense| matches!(sense, Sense::DayPart(_)));
const DEICTIC: Start = Start::Sense(|sense| matches!(sense, Sense::Deictic(_)));
const ANAPHORIC: Start = Start::Sense(|sense| matches!(sense, Sense::Anaphoric(_)));
const NAMED: Start = Start::Sense(|sense| matches!(sense, Sense::Named(_)));
const WEEKEND: Start = Start::Sense(|sense| matches!(sense, Sense::Weekend));
const NUMBER: Start = Start::Sense(|sense| {
    matches!(sense, Sense::Number(_) | Sense::Tens(_) | Sense::Scale(_) | Sense::VagueNumber)
});
const MODIFIER: Start = Start::Sense(|sense| matches!(sense, Sense::Modifier(_)));
const SIGNAL: Start = Start::Sense(|sense| matches!(sense, Sense::Signal(_)));
const VAGUE: Start = Start::Sense(|sense| matches!(sense, Sense::Vague(_)));
const EACH: Start = Start::Sense(|sense| matches!(sense, Sense::Each));
const FREQUENCY: Start = Start::Sense(|sense| matches!(sense, Sense::Frequency(_)));
const SPAN: Start = Start::Sense(|sense| matches!(sense, Sense::Span(..)));
const REPUBLICAN: Start = Start::Sense(|sense| matches!(sense, Sense::RepublicanMonth(_)));
const ANNIVERSARY: Start = Start::Sense(|sense| matches!(sense, Sense::Anniversary));

/// Words of time that the rules name.
pub(super) static BEARERS: &[&str] =
    &["epoque", "moment", "temps", "instant", "periode", "date", "minuit", "present"];

/// Every rule, in order of preference where two read the same words.
pub(super) static RULES: &[Rule] = &[
    Rule { name: "fr/iso", starts: &[Start::Digits], parse: calendar::iso_date },
    Rule { name: "fr/joined", starts: &[Start::Digits], parse: range::joined },
    Rule { name: "fr/memorable", starts: &[LE, NUMBER, Start::Digits], parse: calendar::memorable },
    Rule {
        name: "fr/date",
        starts: &[LE, WEEKDAY, NUMBER, ORDINAL, Start::Digits],
        parse: calendar::date,
    },
    Rule {
        name: "fr/numeric-date",
        starts: &[LE, WEEKDAY, Start::Digits],
        parse: calendar::numeric_date,
    },
    Rule {
        name: "fr/marked-date",
        starts: &[LE, MONTH, ABBR, Start::Digits],
        parse: calendar::marked_date,
    },
    Rule { name: "fr/stamp", starts: &[WEEKDAY, LE, Start::Digits], parse: clock::stamp },
    Rule { name: "fr/clock-stamp", starts: &[Start::Digits], parse: clock::clock_stamp },
    Rule { name: "fr/ce-date", starts: &[THIS], parse: point::this_date },
    Rule { name: "fr/day", starts: &[LE, FULL_WEEKDAY], parse: calendar::day },
    Rule { name: "fr/days", starts: &[LES, LE, WEEKDAY, Start::Digits], parse: calendar::days },
    Rule { name: "fr/day-span", starts: &[LES, LE, Start::Digits], parse: range::day_span },
    Rule {
        name: "fr/month",
        starts: &[LE, Start::Word("mois"), MONTH, ABBR],
        parse: calendar::month_phrase,
    },
    Rule { name: "fr/months", starts: &[MONTH], parse: range::months },
    Rule { name: "fr/month-span", starts: &[MONTH], parse: calendar::month_span },
    Rule { name: "fr/year-span", starts: &[Start::Digits], parse: calendar::year_span },
    Rule {
        name: "fr/year",
        starts: &[L, Start::Word("an"), Start::Word("annee"), NUMBER, Start::Digits],
        parse: calendar::year_phrase,
    },
    Rule {
        name: "fr/decade",
        starts: &[LES, LA, Start::Word("annees"), Start::Word("decennie")],
        parse: calendar::decade,
    },
    Rule {
        name: "fr/century",
        starts: &[LE, LA, ROMAN, ORDINAL, Start::Digits],
        parse: calendar::century,
    },
    Rule { name: "fr/centuries", starts: &[LES, ROMAN, Start::Digits], parse: calendar::centuries },
    Rule { name: "fr/season", starts: &[L, LE, SEASON], parse: calendar::season_phrase },
    Rule { name: "fr/quarter", starts: &[LE, ORDINAL, Start::Digits], parse: calendar::quarter },
    Rule {
        name: "fr/lettered",
        starts: &[
            Start::Word("t"),
            Start::Word("q"),
            Start::Word("s"),
            Start::Word("h"),
            Start::Digits,
        ],
        parse: calendar::lettered,
    },
    Rule { name: "fr/led-unit", starts: &[LE, LA, L], parse: relative::led_unit },
    Rule { name: "fr/weekday", starts: &[LE, FULL_WEEKDAY], parse: calendar::weekday_phrase },
    Rule {
        name: "fr/week-number",
        starts: &[LA, Start::Word("semaine")],
        parse: calendar::week_number,
    },
    Rule {
        name: "fr/fiscal",
        starts: &[L, Start::Word("exercice"), Start::Word("annee")],
        parse: calendar::fiscal,
    },
    Rule { name: "fr/week-of", starts: &[LA], parse: calendar::week_of },
    Rule { name: "fr/weekend", starts: &[LE, WEEKEND], parse: calendar::weekend },
    Rule { name: "fr/named-day", starts: &[LE, LA, L, NAMED], parse: calendar::named_day },
    Rule {
        name: "fr/republican",
        starts: &[LE, REPUBLICAN, Start::Digits, NUMBER],
        parse: calendar::republican,
    },
    Rule {
        name: "fr/day-part",
        starts: &[LE, LA, WEEKDAY, DEICTIC, ANAPHORIC, THIS, NAMED, Start::Digits],
        parse: point::day_and_part,
    },
    Rule { name: "fr/part-of-day", starts: &[LE, LA, L, DAY_PART], parse: relative::part_of_day },
    Rule {
        name: "fr/part-of-story",
        starts: &[LE, LA, L, DAY_PART],
        parse: relative::part_of_story,
    },
    Rule {
        name: "fr/relative",
        starts: &[LE, LA, L, THIS, SAME, UNIT],
        parse: relative::relative_unit,
    },
    Rule { name: "fr/deictic", starts: &[DEICTIC], parse: relative::deictic_day },
    Rule { name: "fr/anaphoric", starts: &[LE, LA, L, ANAPHORIC], parse: relative::anaphoric_day },
    Rule { name: "fr/eve-of", starts: &[LE, LA, L, ANAPHORIC], parse: shift::eve_of },
    Rule { name: "fr/beside-event", starts: &[LE, LA, L], parse: shift::beside_event },
    Rule { name: "fr/this-cell", starts: &[THIS], parse: relative::this_cell },
    Rule { name: "fr/this-part", starts: &[THIS], parse: relative::this_part },
    Rule { name: "fr/that-time", starts: &[L, THIS], parse: relative::that_time },
    Rule { name: "fr/next-cell", starts: &[LE, LA, L, ORDER, THIS], parse: window::next_cell },
    Rule {
        name: "fr/clock",
        starts: &[
            Start::Digits,
            NUMBER,
            DAY_PART,
            LA,
            LE,
            Start::Word("mi"),
            Start::Word("milieu"),
            Start::Word("minuit"),
        ],
        parse: clock::clock,
    },
    Rule {
        name: "fr/clock-day",
        starts: &[
            Start::Digits,
            NUMBER,
            DAY_PART,
            Start::Word("minuit"),
            Start::Word("vers"),
            Start::Word("de"),
            Start::Word("entre"),
        ],
        parse: clock::clock_day,
    },
    Rule { name: "fr/spoken-clock", starts: &[NUMBER, Start::Digits], parse: spoken::clock },
    Rule {
        name: "fr/spoken-span",
        starts: &[NUMBER, Start::Word("de"), Start::Digits],
        parse: spoken::span,
    },
    Rule {
        name: "fr/part-and-clock",
        starts: &[LE, LA, L, WEEKDAY, DEICTIC, ANAPHORIC, THIS, Start::Digits],
        parse: spoken::part_and_clock,
    },
    Rule {
        name: "fr/about-clock",
        starts: &[Start::Word("vers"), Start::Word("aux"), Start::Word("autour")],
        parse: clock::about_clock,
    },
    Rule {
        name: "fr/about-date",
        starts: &[Start::Word("vers"), Start::Word("aux"), Start::Word("autour")],
        parse: clock::about_date,
    },
    Rule { name: "fr/part", starts: &[LE, LA, L, LES, PART], parse: part::part },
    Rule { name: "fr/nth", starts: &[LE, LA, ORDER, ORDINAL, Start::Digits], parse: part::nth },
    Rule {
        name: "fr/anniversary",
        starts: &[LE, L, ORDINAL, ANNIVERSARY, Start::Digits],
        parse: shift::anniversary,
    },
    Rule {
        name: "fr/window",
        starts: &[LES, LA, LE, THIS, ORDER, NUMBER, Start::Digits],
        parse: window::order_first,
    },
    Rule {
        name: "fr/window-after",
        starts: &[LES, THIS, NUMBER, Start::Digits],
        parse: window::order_last,
    },
    Rule {
        name: "fr/window-event",
        starts: &[LES, NUMBER, Start::Digits],
        parse: window::around_event,
    },
    Rule { name: "fr/within", starts: &[Start::Word("dans")], parse: window::within_amount },
    Rule {
        name: "fr/il-y-a",
        starts: &[
            Start::Word("il"),
            Start::Word("y"),
            Start::Word("cela"),
            Start::Word("ca"),
            Start::Word("voila"),
            Start::Word("voici"),
        ],
        parse: shift::ago,
    },
    Rule { name: "fr/dans", starts: &[Start::Word("dans")], parse: shift::ahead },
    Rule {
        name: "fr/d-ici",
        starts: &[Start::Word("d"), Start::Word("sous")],
        parse: shift::within,
    },
    Rule { name: "fr/depuis", starts: &[Start::Word("depuis")], parse: shift::since },
    Rule {
        name: "fr/shift",
        starts: &[MODIFIER, NUMBER, Start::Word("des"), Start::Digits],
        parse: shift::later,
    },
    Rule {
        name: "fr/duration",
        starts: &[
            MODIFIER,
            NUMBER,
            Start::Word("des"),
            Start::Word("demi"),
            Start::Word("demie"),
            Start::Digits,
        ],
        parse: duration::duration,
    },
    Rule { name: "fr/first-of", starts: &[NUMBER, Start::Digits], parse: duration::first_of },
    Rule { name: "fr/span-word", starts: &[SPAN], parse: duration::span_word },
    Rule { name: "fr/fortnight", starts: &[LA, Start::Word("une")], parse: duration::fortnight },
    Rule { name: "fr/between", starts: &[Start::Word("entre")], parse: range::between },
    Rule {
        name: "fr/from-to",
        starts: &[Start::Word("de"), Start::Word("du"), Start::Word("d")],
        parse: range::from_to,
    },
    Rule { name: "fr/bound", starts: &[SIGNAL], parse: bound::bound },
    Rule {
        name: "fr/at-latest",
        starts: &[LE, MONTH, WEEKDAY, DEICTIC, Start::Digits],
        parse: bound::at_latest,
    },
    Rule { name: "fr/each", starts: &[EACH], parse: set::each },
    Rule {
        name: "fr/every",
        starts: &[Start::Word("tous"), Start::Word("toutes")],
        parse: set::every,
    },
    Rule { name: "fr/per", starts: &[Start::Word("par")], parse: set::per },
    Rule { name: "fr/times-per", starts: &[NUMBER, Start::Digits], parse: set::times_per },
    Rule {
        name: "fr/one-in",
        starts: &[Start::Word("un"), Start::Word("une")],
        parse: set::one_in,
    },
    Rule { name: "fr/frequency", starts: &[FREQUENCY], parse: set::frequency },
    Rule { name: "fr/plural-days", starts: &[LES, FULL_WEEKDAY], parse: set::plural_days },
    Rule {
        name: "fr/vague",
        starts: &[L, LE, LA, LES, VAGUE, Start::Word("plus")],
        parse: vague::vague,
    },
    Rule {
        name: "fr/present-past",
        starts: &[Start::Word("present"), LE],
        parse: vague::present_or_past,
    },
    Rule {
        name: "fr/unsaid",
        starts: &[
            Start::Word("un"),
            Start::Word("une"),
            Start::Word("quelque"),
            Start::Word("peu"),
            Start::Word("tout"),
            Start::Word("longue"),
        ],
        parse: vague::unsaid,
    },
    Rule {
        name: "fr/whole-unit",
        starts: &[Start::Word("tout"), Start::Word("toute"), Start::Word("un"), Start::Word("une")],
        parse: vague::whole_unit,
    },
    Rule { name: "fr/over-the", starts: &[Start::Word("au")], parse: vague::over_the },
];

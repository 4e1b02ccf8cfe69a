//! Expressions resolved without any language: what the words would say is written as the tree.

use super::{Resolution, Surroundings, Tense, resolve};
use crate::amount::{Amount, DayPart, Modifier, Quantity, Unit};
use crate::article::{Published, Span};
use crate::expr::{Anchor, Cell, Clock, Direction, Expr, NamedDay, Part, Pattern, Signal, Year};
use crate::lang::Conventions;
use crate::scan::Mention;

const FRENCH: Conventions = Conventions {
    day_first: true,
    shift_is_amount: true,
    every_set_is_every: true,
    head_noun_first: true,
};

/// Value and bounds of each part, midnights left out: `2024-03-07 [2024-03-07, 2024-03-08)`.
#[track_caller]
fn shown(published: &str, told: &[(Expr, Tense)]) -> String {
    let published: Published = published.parse().expect("the date exists");
    let mentions: Vec<Mention> =
        told.iter().map(|(expr, _)| Mention::new(Span::new(0, 0), "test", expr.clone())).collect();
    let around: Vec<Surroundings> =
        told.iter().map(|one| Surroundings { tense: one.1, ..Surroundings::default() }).collect();
    let resolutions = resolve(Some(&published), &mentions, &FRENCH, &around);
    resolutions.iter().map(line).collect::<Vec<_>>().join("; ")
}

fn line(resolution: &Resolution) -> String {
    let bound = |moment: Option<String>| {
        moment.map_or("..".to_owned(), |text| text.trim_end_matches("T00:00").to_owned())
    };
    let parts = resolution.parts.iter().map(|part| match (part.extent(), &part.unresolved) {
        (Some(extent), _) => {
            format!(
                "{} [{}, {})",
                part.timex.value,
                bound(extent.from_text()),
                bound(extent.to_text())
            )
        }
        (None, Some(reason)) => format!("{} ({reason})", part.timex.value),
        (None, None) => part.timex.value.clone(),
    });
    parts.collect::<Vec<_>>().join(" + ")
}

#[track_caller]
fn one(published: &str, tense: Tense, expr: impl Into<Expr>) -> String {
    shown(published, &[(expr.into(), tense)])
}

fn day(month: u8, day: u8) -> Pattern {
    Pattern { month: Some(month), day: Some(day), ..Pattern::default() }
}

fn weekday(number: u8) -> Pattern {
    Pattern { weekday: Some(number), ..Pattern::default() }
}

fn year(year: i32) -> Pattern {
    Pattern { year: Some(Year::Full(year)), ..Pattern::default() }
}

fn unit(unit: Unit, offset: i32, anchor: Anchor) -> Expr {
    Expr::Relative { cell: Cell::Unit(unit), offset, anchor }
}

fn shift(amount: Amount, direction: Direction, anchor: Anchor) -> Expr {
    Expr::Shift { amount, direction, anchor }
}

#[test]
fn a_bare_day_is_the_nearest_unless_the_tense_says_otherwise() {
    let p = |tense| one("2024-04-05", tense, day(11, 7));
    assert_eq!(p(Tense::Unknown), "2023-11-07 [2023-11-07, 2023-11-08)");
    assert_eq!(p(Tense::Past), "2023-11-07 [2023-11-07, 2023-11-08)");
    assert_eq!(p(Tense::Future), "2024-11-07 [2024-11-07, 2024-11-08)");
}

#[test]
fn a_weekday_of_a_report_looks_back_and_of_an_announcement_forward() {
    let p = |tense| one("2024-04-05", tense, weekday(1));
    assert_eq!(p(Tense::Unknown), "2024-04-01 [2024-04-01, 2024-04-02)");
    assert_eq!(p(Tense::Future), "2024-04-08 [2024-04-08, 2024-04-09)");
}

#[test]
fn next_and_last_step_over_the_day_itself() {
    let p = |offset| {
        one(
            "2024-04-05",
            Tense::Unknown,
            Expr::Relative { cell: Cell::Pattern(weekday(5)), offset, anchor: Anchor::Publication },
        )
    };
    assert_eq!(p(0), "2024-04-05 [2024-04-05, 2024-04-06)");
    assert_eq!(p(1), "2024-04-12 [2024-04-12, 2024-04-13)");
    assert_eq!(p(-1), "2024-03-29 [2024-03-29, 2024-03-30)");
}

#[test]
fn the_eve_and_the_day_after_hang_on_the_story_and_not_on_publication() {
    let told = [
        (Expr::Pattern(Pattern { year: Some(Year::Full(1998)), ..day(1, 5) }), Tense::Past),
        (unit(Unit::Day, 1, Anchor::Focus), Tense::Past),
        (unit(Unit::Day, -1, Anchor::Publication), Tense::Past),
    ];
    assert_eq!(
        shown("2024-04-05", &told),
        "1998-01-05 [1998-01-05, 1998-01-06); 1998-01-06 [1998-01-06, 1998-01-07); 2024-04-04 [2024-04-04, 2024-04-05)"
    );
}

#[test]
fn a_year_after_a_month_is_a_month() {
    let told = [
        (Expr::Pattern(Pattern { month: Some(5), ..year(1940) }), Tense::Past),
        (shift(Amount::of(1, Unit::Year), Direction::After, Anchor::Focus), Tense::Past),
    ];
    assert_eq!(
        shown("2024-04-05", &told),
        "1940-05 [1940-05-01, 1940-06-01); P1Y [1941-05-01, 1941-06-01)"
    );
}

#[test]
fn dates_that_do_not_exist_are_told_and_not_mended() {
    assert_eq!(
        one("2024-04-05", Tense::Past, Pattern { year: Some(Year::Full(2024)), ..day(2, 31) }),
        "2024-02-31 (31 February 2024 does not exist)"
    );
    assert_eq!(
        one(
            "2024-04-05",
            Tense::Past,
            Pattern { year: Some(Year::Full(2024)), weekday: Some(4), ..day(3, 8) }
        ),
        "2024-03-08 (8 March 2024 is a Friday, not a Thursday)"
    );
}

#[test]
fn the_29th_of_february_is_looked_for_in_leap_years() {
    assert_eq!(one("2021-06-01", Tense::Past, day(2, 29)), "2020-02-29 [2020-02-29, 2020-03-01)");
    assert_eq!(one("2021-06-01", Tense::Future, day(2, 29)), "2024-02-29 [2024-02-29, 2024-03-01)");
}

#[test]
fn an_amount_before_an_event_waits_for_the_event() {
    assert_eq!(
        one(
            "2024-04-05",
            Tense::Past,
            shift(Amount::of(18, Unit::Day), Direction::Before, Anchor::Event)
        ),
        "P18D (the event it counts from is not known)"
    );
}

#[test]
fn windows_run_from_the_first_possible_start_to_the_last_possible_end() {
    let window =
        |amount, direction| Expr::Window { amount, direction, anchor: Anchor::Publication };
    assert_eq!(
        one("2024-03-07", Tense::Unknown, window(Amount::of(48, Unit::Hour), Direction::After)),
        "PT48H [2024-03-07, 2024-03-10)"
    );
    assert_eq!(
        one("2024-03-24", Tense::Unknown, window(Amount::of(9, Unit::Year), Direction::Before)),
        "P9Y [2015-01-01, 2024-03-25)"
    );
    assert_eq!(
        one("2017-12-22", Tense::Unknown, window(Amount::of(1, Unit::Year), Direction::Before)),
        "P1Y [2016-12-22, 2017-12-23)"
    );
}

#[test]
fn vague_amounts_have_the_bounds_of_the_annotation() {
    let ago = |amount: Amount| {
        one("2024-03-22", Tense::Past, shift(amount, Direction::Before, Anchor::Publication))
    };
    assert_eq!(
        ago(Amount::of(2, Unit::Week).with(Some(Modifier::MoreThan))),
        "P2W [2024-03-02, 2024-03-09)"
    );
    assert_eq!(
        ago(Amount::of(1, Unit::Week).with(Some(Modifier::AtMost))),
        "P1W [2024-03-15, 2024-03-23)"
    );
    let later = |amount: Amount| {
        one("2017-11-13", Tense::Past, shift(amount, Direction::After, Anchor::Publication))
    };
    assert_eq!(
        later(Amount::of(1, Unit::Month).with(Some(Modifier::Nearly))),
        "P1M [2017-12-04, 2017-12-14)"
    );
}

#[test]
fn signals_bound_as_the_annotation_has_it() {
    let bound =
        |signal, of: Expr| one("2024-04-02", Tense::Past, Expr::Bound { signal, of: Box::new(of) });
    assert_eq!(bound(Signal::Since, year(2018).into()), "2018 [2018-01-01, 2024-04-03)");
    assert_eq!(bound(Signal::Until, year(2018).into()), "2018 [.., 2019-01-01)");
    assert_eq!(bound(Signal::Before, year(2018).into()), "2018 [.., 2018-01-01)");
    let end = Expr::Part { part: Part::End, of: Box::new(year(2017).into()) };
    assert_eq!(bound(Signal::Before, end), "2017 [.., 2018-01-01)");
    let end =
        Expr::Part { part: Part::End, of: Box::new(unit(Unit::Year, 0, Anchor::Publication)) };
    assert_eq!(bound(Signal::By, end), "2024 [2024-04-02, 2025-01-01)");
}

#[test]
fn ranges_denote_their_hull_and_lists_each_item() {
    let month = |month, of| Expr::Pattern(Pattern { month: Some(month), ..year(of) });
    let range = Expr::Range {
        first: Box::new(month(7, 2014)),
        last: Box::new(month(11, 2017)),
        between: false,
    };
    assert_eq!(
        one("2017-12-22", Tense::Past, range),
        "2014-07 [2014-07-01, 2017-12-01) + 2017-11 [2014-07-01, 2017-12-01)"
    );
    let list = Expr::List(vec![year(2017).into(), year(2020).into()]);
    assert_eq!(
        one("2021-08-28", Tense::Past, list),
        "2017 [2017-01-01, 2018-01-01) + 2020 [2020-01-01, 2021-01-01)"
    );
}

#[test]
fn clock_times_stand_on_the_day_that_is_told() {
    let clock = Pattern { clock: Some(Clock::at(17, Some(30))), ..Pattern::default() };
    let told = [(day(3, 7).into(), Tense::Past), (clock.into(), Tense::Past)];
    assert_eq!(
        shown("2024-04-05", &told),
        "2024-03-07 [2024-03-07, 2024-03-08); 2024-03-07T17:30 [2024-03-07T17:30, 2024-03-07T17:31)"
    );
    let evening = Expr::Within {
        inner: Box::new(Pattern { part: Some(DayPart::Evening), ..Pattern::default() }.into()),
        outer: Box::new(unit(Unit::Day, -1, Anchor::Publication)),
    };
    assert_eq!(
        one("2024-04-05", Tense::Past, evening),
        "2024-04-04TEV [2024-04-04T18:00, 2024-04-05)"
    );
}

#[test]
fn days_weeks_and_feasts_are_found_inside_longer_times() {
    let nth = |n, cell, of: Pattern| {
        one("2024-04-05", Tense::Past, Expr::Nth { n, cell, of: Box::new(of.into()) })
    };
    let march = Pattern { month: Some(3), ..year(2024) };
    assert_eq!(nth(-1, Cell::Pattern(weekday(5)), march), "2024-03-29 [2024-03-29, 2024-03-30)");
    assert_eq!(nth(1, Cell::Unit(Unit::Week), march), "2024-W10 [2024-03-04, 2024-03-11)");
    assert_eq!(nth(3, Cell::Unit(Unit::Quarter), year(2023)), "2023-Q3 [2023-07-01, 2023-10-01)");
    let easter = Pattern { named: Some(NamedDay::Easter(0)), ..year(2024) };
    assert_eq!(one("2024-04-05", Tense::Past, easter), "2024-03-31 [2024-03-31, 2024-04-01)");
}

#[test]
fn amounts_beyond_all_reckoning_stay_unresolved() {
    let ago = |amount| {
        one("2024-04-05", Tense::Past, shift(amount, Direction::Before, Anchor::Publication))
    };
    assert_eq!(
        ago(Amount::of(i64::MAX, Unit::Year)),
        "PXY (beyond the years that are reckoned with)"
    );
    assert_eq!(
        ago(Amount::of(999_999_999_999, Unit::Year)),
        "P999999999999Y (beyond the years that are reckoned with)"
    );
    assert_eq!(
        ago(Amount::new(vec![(Quantity::TooLarge, Unit::Day)])),
        "PXD (beyond the years that are reckoned with)"
    );
}

#[test]
fn a_date_in_numbers_keeps_its_other_order() {
    let said = Pattern { either_order: true, year: Some(Year::Full(2024)), ..day(4, 3) };
    let published: Published = "2024-05-01".parse().expect("the date exists");
    let mention = [Mention::new(Span::new(0, 0), "test", said.into())];
    let readings = |day_first| {
        let conventions = Conventions { day_first, ..FRENCH };
        let resolutions = resolve(Some(&published), &mention, &conventions, &[]);
        let readings = resolutions[0].parts[0].readings.iter();
        readings
            .map(|reading| (reading.extent.edtf().unwrap_or_default(), reading.open))
            .collect::<Vec<_>>()
    };
    let both = |other_is_open| {
        vec![("2024-04-03".to_owned(), true), ("2024-03-04".to_owned(), other_is_open)]
    };
    assert_eq!(readings(true), both(false));
    assert_eq!(readings(false), both(true));
}

/// A text that tells mostly of other years than its own.
fn narrative(then: &[(Expr, Tense)]) -> String {
    let mut told: Vec<(Expr, Tense)> =
        (1901..=1906).map(|n| (year(n).into(), Tense::Past)).collect();
    told.extend_from_slice(then);
    shown("2024-04-05", &told).split("; ").skip(6).collect::<Vec<_>>().join("; ")
}

#[test]
fn several_years_from_a_month_are_a_year() {
    let june = Pattern { month: Some(6), ..year(1907) };
    let later = shift(Amount::of(3, Unit::Year), Direction::After, Anchor::Focus);
    let told = narrative(&[(june.into(), Tense::Past), (later, Tense::Past)]);
    assert_eq!(told, "1907-06 [1907-06-01, 1907-07-01); P3Y [1910-01-01, 1911-01-01)");
}

#[test]
fn this_year_of_a_narrative_is_the_year_it_tells() {
    let this_year = unit(Unit::Year, 0, Anchor::Publication);
    assert_eq!(narrative(&[(this_year.clone(), Tense::Past)]), "1906 [1906-01-01, 1907-01-01)");
    assert_eq!(narrative(&[(this_year, Tense::Present)]), "2024 [2024-01-01, 2025-01-01)");
}

#[test]
fn what_a_story_holds_out_until_is_not_where_it_is() {
    let june = Pattern { month: Some(6), ..year(1907) };
    let until = Expr::Bound {
        signal: Signal::Until,
        of: Box::new(Pattern { month: Some(3), ..year(1909) }.into()),
    };
    let told = narrative(&[
        (june.into(), Tense::Past),
        (until, Tense::Past),
        (Pattern { month: Some(8), ..Pattern::default() }.into(), Tense::Past),
    ]);
    assert!(told.ends_with("1907-08 [1907-08-01, 1907-09-01)"), "{told}");
}

#[test]
fn the_small_hours_of_a_night_are_those_of_the_day_after() {
    let night = Pattern { part: Some(DayPart::Night), ..weekday(6) };
    let half_past_two =
        Clock { hour: 2, minute: Some(30), second: None, zone: None, either_half: false };
    let clock = Pattern { clock: Some(half_past_two), ..Pattern::default() };
    let told = shown("2013-07-24", &[(night.into(), Tense::Past), (clock.into(), Tense::Past)]);
    assert!(told.ends_with("2013-07-21T02:30 [2013-07-21T02:30, 2013-07-21T02:31)"), "{told}");
}

#[test]
fn what_is_told_as_past_hangs_on_what_is_past() {
    let told = shown(
        "2013-07-24",
        &[
            (weekday(1).into(), Tense::Past),
            (weekday(5).into(), Tense::Future),
            (shift(Amount::of(2, Unit::Day), Direction::Before, Anchor::Focus), Tense::Past),
        ],
    );
    assert!(told.ends_with("P2D [2013-07-20, 2013-07-21)"), "{told}");
}

#[test]
fn years_later_than_the_news_has_told_stay_open() {
    let later = shift(Amount::of(40, Unit::Year), Direction::After, Anchor::Focus);
    let told = shown("2013-07-24", &[(weekday(1).into(), Tense::Past), (later, Tense::Present)]);
    assert!(told.ends_with("P40Y (no time told before to count from)"), "{told}");
}

#[test]
fn a_range_of_one_minute_is_that_minute() {
    let at = |minute| Pattern { clock: Some(Clock::at(9, Some(minute))), ..Pattern::default() };
    let range = |last| Expr::Range {
        first: Box::new(at(3).into()),
        last: Box::new(at(last).into()),
        between: false,
    };
    let told = |last| one("1900-01-01", Tense::Unknown, range(last));
    assert!(told(3).ends_with("[1900-01-01T09:03, 1900-01-01T09:04)"), "{}", told(3));
    assert!(told(5).ends_with("[1900-01-01T09:03, 1900-01-01T09:05)"), "{}", told(5));
}

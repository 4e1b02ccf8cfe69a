use super::support::*;
use frise::*;

#[track_caller]
fn table(a: &str, b: &str, rows: &[(&str, &str)]) {
    let mut case = Hand::default();
    case.dated("a", a);
    case.dated("b", b);
    let timeline = case.check();
    for (claim, expected) in rows {
        assert_eq!(answer(&timeline, claim), *expected, "{claim} with {a} and {b}");
    }
}

const SUP: &str = "supported";
const CON: &str = "contradicted";
const UND: &str = "undetermined";

#[test]
fn days_and_weeks_count_calendar_days() {
    table(
        "2024-03-10",
        "2024-03-22",
        &[
            ("gap(a, b) = 12 days", SUP),
            ("gap(a, b) = 12 jours", SUP),
            ("gap(a, b) = P12D", SUP),
            ("gap(a, b) != 12 days", CON),
            ("gap(a, b) < 2 weeks", SUP),
            ("gap(a, b) > 1 week", SUP),
            ("gap(a, b) >= 13 days", CON),
            ("gap(b, a) = 12 days", CON),
            ("gap(b, a) != 12 days", CON),
            ("not gap(b, a) = 12 days", SUP),
            ("gap(a, b) = 288 hours", UND),
            ("gap(a, b) < 312 hours", SUP),
            ("gap(2024-03-10, b) = 12 days", SUP),
            ("gap(2024-03-10, 2024-03-22) = 12 days", SUP),
        ],
    );
    // Also where one side has hours.
    table("2024-03-10T23:00", "2024-03-22", &[("gap(a, b) = 12 days", SUP)]);
    table(
        "2024-03-10T23:00",
        "2024-03-11T01:30",
        &[
            ("gap(a, b) = 1 day", SUP),
            ("gap(a, b) = 2 hours", CON),
            ("gap(a, b) > 2 hours", SUP),
            ("gap(a, b) = 150 minutes", SUP),
            ("gap(a, b) = 2 hours 30 minutes", SUP),
            ("gap(a, b) = PT2H30M", SUP),
        ],
    );
}

#[test]
fn months_and_years_go_by_calendar_shift() {
    table(
        "2024-01-31",
        "2024-02-29",
        &[("gap(a, b) = 1 month", SUP), ("gap(a, b) >= 1 month", SUP), ("gap(a, b) < 1 mois", CON)],
    );
    table(
        "2021-03-29",
        "2024-03-29",
        &[("gap(a, b) = 3 years", SUP), ("gap(a, b) = 36 months", SUP)],
    );
    table("2021-03-29", "2024-03-28", &[("gap(a, b) = 3 ans", CON), ("gap(a, b) < 3 ans", SUP)]);
    table("2024-02-29", "2025-02-28", &[("gap(a, b) = 1 year", SUP)]);
    table(
        "2024-01-15",
        "2024-03-20",
        &[
            ("gap(a, b) = 2 months 5 days", SUP),
            ("gap(a, b) = P2M5D", SUP),
            ("gap(a, b) > 2 months", SUP),
        ],
    );
}

#[test]
fn a_gap_is_false_where_the_second_begins_before_the_first_ends() {
    table(
        "2024-03-03/2024-03-08",
        "2024-03-05/2024-03-09",
        &[
            ("gap(a, b) < 9 days", CON),
            ("gap(a, b) != 1 day", CON),
            ("not gap(a, b) < 9 days", SUP),
        ],
    );
    table("2024-03-08", "2024-03-08", &[("gap(a, b) <= 1 day", UND)]);
}

#[test]
fn a_length_is_counted_inclusively() {
    table(
        "2024-05-03/2024-05-05",
        "2024-03-08T18:00/2024-03-08T20:00",
        &[
            ("length(a) = 3 days", SUP),
            ("length(a) > 2 days", SUP),
            ("length(a) < 1 week", SUP),
            ("length(b) = 1 day", SUP),
            ("length(b) = 2 hours", SUP),
            ("length(2024-05-03/2024-05-05) = 3 days", SUP),
            ("length(2024-05-03) = 24 hours", SUP),
            ("length(2024-01/2024-03) = 3 months", SUP),
            ("length(2024) = 1 year", SUP),
        ],
    );
}

#[test]
fn the_length_of_a_window_is_the_amount_said() {
    let timeline = concert_hall();
    for (claim, expected) in [
        ("length(window(warning8)) = 48 hours", SUP),
        ("length(window(warning8)) = 2 days", SUP),
        ("length(window(warning8)) = 3 days", CON),
        ("length(warning8) = 48 hours", SUP),
        ("window(warning8) during 2024-03-08/2024-03-10", SUP),
        ("end(window(warning8)) same-day-as 2024-03-10", SUP),
        ("start(window(warning8)) same-day-as 2024-03-08", SUP),
    ] {
        assert_eq!(answer(&timeline, claim), expected, "{claim}");
    }
}

#[test]
fn a_window_from_a_known_hour_ends_at_that_hour() {
    let mut case = Hand::default();
    let alert = case.dated("alert", "2024-03-08T18:00");
    case.says(alert, "48 hours", window(alert, 48, Unit::Hour));
    case.dated("flood", "2024-03-10T17:00");
    case.dated("storm", "2024-03-10T19:00");
    let timeline = case.check();
    assert_eq!(answer(&timeline, "window(alert) overlaps flood"), SUP);
    assert_eq!(answer(&timeline, "window(alert) overlaps storm"), CON);
    assert_eq!(answer(&timeline, "gap(window(alert), storm) = 1 hour"), SUP);
    let verdict = ask(&timeline, "window(alert) overlaps storm");
    assert_eq!(
        because(&verdict),
        [
            "the alert is on 8 March 2024 at 18:00",
            "8 March 2024 at 18:00 + 48 hours ends on 10 March 2024 at 18:00",
            "the storm is on 10 March 2024 at 19:00",
            "10 March 2024 at 19:00 (the storm) is 1 hour after 10 March 2024 at 18:00 (the window \
             of the alert)",
        ]
    );
}

#[test]
fn the_window_of_a_day_ends_within_the_day_it_reaches() {
    let timeline = concert_hall();
    let window = timeline.window(timeline.event("warning8").unwrap()).unwrap();
    assert_eq!(window.from.unwrap().to_string(), "2024-03-08 00:00:00");
    assert_eq!(window.to.unwrap().to_string(), "2024-03-11 00:00:00");
    assert!(!window.disputed);
    let both = timeline.window(timeline.event("warning").unwrap()).unwrap();
    assert_eq!(both.from.unwrap().to_string(), "2024-03-07 00:00:00");
    assert_eq!(both.to.unwrap().to_string(), "2024-03-11 00:00:00");
    assert!(both.disputed);
    assert!(timeline.window(timeline.event("attack").unwrap()).is_none());
}

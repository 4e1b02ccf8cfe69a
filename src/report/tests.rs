//! Every reason, step, impossible date and warning, said in every language.

use chrono::{NaiveDate, NaiveDateTime};

use crate::amount::{Amount, Distance, Modifier, Unit};
use crate::article::Language;
use crate::expr::{Cell, Direction, Part, Signal};
use crate::extent::{Extent, Zone};
use crate::why::{
    Base, Choice, ClockChange, Condition, Fit, Hang, Moment, NoDate, Notice, Placed, Range, Status,
    Step, Subject, Unresolved, Warning, Why,
};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, month, day).unwrap()
}

fn on(month: u32, number: u32) -> Extent {
    Extent::day(day(month, number)).unwrap()
}

fn at(month: u32, number: u32, hour: u32, minute: u32) -> NaiveDateTime {
    day(month, number).and_hms_opt(hour, minute, 0).unwrap()
}

fn numbered(month: u32, number: u32) -> Moment {
    use chrono::Datelike;
    Moment::Day(day(month, number).num_days_from_ce().into())
}

fn named(label: &str) -> Subject {
    Subject { label: label.to_owned(), window: false }
}

fn placed(month: u32, number: u32) -> Placed {
    let there = Range::at(numbered(month, number));
    Placed { first: there, last: there }
}

/// The place of a reason among its kinds: a kind that is added makes this fail to compile.
fn kind(why: &Why) -> usize {
    match why {
        Why::Chosen { .. } => 0,
        Why::FirstAfter { .. } => 1,
        Why::InNumbers { .. } => 2,
        Why::Bounded { .. } => 3,
        Why::Nth { .. } => 4,
        Why::PartOf { .. } => 5,
        Why::Anniversary { .. } => 6,
        Why::Counted { .. } => 7,
        Why::UpToNow { .. } => 8,
        Why::Shifted { .. } => 9,
        Why::Stretched { .. } => 10,
        Why::Apposed { .. } => 11,
        Why::InZone { .. } => 12,
        Why::If { .. } => 13,
        Why::Dated { .. } => 14,
        Why::Spans { .. } => 15,
        Why::SeveralTimes { .. } => 16,
        Why::Hangs { .. } => 17,
        Why::NoSuchDate { .. } => 18,
        Why::ToldAsPast { .. } => 19,
        Why::Announced { .. } => 20,
        Why::ReadAs { .. } => 21,
        Why::WellKnown { .. } => 22,
        Why::Holds { .. } => 23,
        Why::Opens { .. } => 24,
        Why::UserDates { .. } => 25,
        Why::UserHolds { .. } => 26,
        Why::SameEvent { .. } => 27,
        Why::TakenFor { .. } => 28,
        Why::Names { .. } => 29,
        Why::UserLinks { .. } => 30,
        Why::Follows { .. } => 31,
        Why::KnownByName { .. } => 32,
        Why::ToldNowhereElse { .. } => 33,
        Why::AnyZone { .. } => 34,
        Why::Said { .. } => 35,
        Why::NightGone { .. } => 36,
        Why::GoesOn { .. } => 37,
        Why::NotAfterReport { .. } => 38,
    }
}

const KINDS: usize = 39;

fn reasons() -> Vec<Why> {
    let publication = Base::Publication { day: day(4, 2) };
    let week = Extent::days(day(3, 25), day(4, 1), crate::extent::Granularity::Week).unwrap();
    let march = Extent::month(2024, 3).unwrap();
    let april = Extent::month(2024, 4).unwrap();
    let event = || "alerte".to_owned();
    let mut reasons: Vec<Why> = [
        Choice::Nearest,
        Choice::SameYear,
        Choice::SameMonth,
        Choice::SameDay,
        Choice::SameNight,
        Choice::GoingOn,
        Choice::FirstFrom,
        Choice::ToCome,
        Choice::Past,
        Choice::NewsLooksBack,
    ]
    .into_iter()
    .map(|by| Why::Chosen { by, from: Base::Told { is: on(3, 7) }, is: on(3, 9) })
    .collect();
    for from in [
        publication,
        Base::Passage { day: day(4, 2) },
        Base::Told { is: march },
        Base::Quarter { is: march },
        Base::Named { is: april },
    ] {
        for (unit, offset) in [(Unit::Week, -1), (Unit::Month, 0), (Unit::Year, 1), (Unit::Day, -2)]
        {
            reasons.push(Why::Counted { cell: Cell::Unit(unit), offset, from, is: week });
        }
    }
    for direction in [Direction::Before, Direction::After] {
        let amount = Amount::of(3, Unit::Week).with(Some(Modifier::Approx));
        reasons.push(Why::Shifted { amount, direction, from: publication, is: week });
        let amount = Amount::of(48, Unit::Hour);
        reasons.push(Why::Stretched { amount, direction, from: publication, is: week });
    }
    for signal in [
        Signal::Since,
        Signal::From,
        Signal::AsEarlyAs,
        Signal::Until,
        Signal::By,
        Signal::Before,
        Signal::After,
    ] {
        let is = Extent::new(week.from, None, week.granularity);
        reasons.push(Why::Bounded { signal, is });
    }
    for so in [Condition::Past, Condition::ToCome, Condition::DayFirst, Condition::MonthFirst] {
        reasons.push(Why::If { so });
    }
    for part in [Part::Start, Part::Mid, Part::End, Part::Fraction { n: 2, of: 3 }] {
        reasons.push(Why::PartOf { part, of: april, is: week });
    }
    for n in [1, 2, -1, -2] {
        reasons.push(Why::Nth { n, cell: Cell::Unit(Unit::Week), of: march, is: week });
    }
    for by in [
        Hang::Offset {
            low: Some(Distance::Days(-18)),
            high: Some(Distance::Days(-18)),
            vague: false,
        },
        Hang::Offset { low: Some(Distance::Days(0)), high: Some(Distance::Days(10)), vague: false },
        Hang::Offset { low: Some(Distance::Days(15)), high: Some(Distance::Days(20)), vague: true },
        Hang::Offset { low: None, high: Some(Distance::Days(-2)), vague: false },
        Hang::Before,
        Hang::After,
        Hang::During,
        Hang::Years { nth: 22 },
    ] {
        for window in [false, true] {
            let (event, anchor) = (event(), "assaut".to_owned());
            reasons.push(Why::Hangs { event, by: by.clone(), anchor, window });
        }
    }
    for changed in [None, Some(ClockChange::Back), Some(ClockChange::Forward)] {
        let (zone, there) = (Zone::Utc, Zone::Named(chrono_tz::Europe::Paris));
        let (at, is) = (at(3, 22, 18, 0), at(3, 22, 19, 0));
        reasons.push(Why::InZone { at, zone, is, there, changed });
    }
    let fits = vec![
        Fit::SameClass,
        Fit::Kin,
        Fit::SameKind,
        Fit::WordsInCommon,
        Fit::JustBefore,
        Fit::Recent,
        Fit::Window,
    ];
    let others = vec!["bulletin".to_owned(), "rappel".to_owned()];
    reasons.extend([
        Why::FirstAfter { after: on(3, 4), is: on(3, 8) },
        Why::InNumbers { open: true },
        Why::InNumbers { open: false },
        Why::Anniversary { nth: 5, of: day(3, 7), is: day(3, 7) },
        Why::UpToNow { now: publication },
        Why::Apposed { day: on(3, 22) },
        Why::Dated { event: event(), is: on(3, 7) },
        Why::Dated { event: event(), is: march },
        Why::Dated { event: event(), is: week },
        Why::Dated { event: event(), is: Extent::new(None, week.to, week.granularity) },
        Why::Spans { event: event(), first: on(3, 3), last: on(3, 5) },
        Why::SeveralTimes { event: event(), first: on(3, 3), last: on(3, 5) },
        Why::NoSuchDate { event: event(), date: NoDate::Day { year: 2024, month: 2, day: 31 } },
        Why::ToldAsPast { event: event(), on: day(4, 2) },
        Why::Announced { event: event(), on: day(4, 2) },
        Why::ReadAs { said: "2024-03-07".to_owned() },
        Why::WellKnown { event: event(), is: on(3, 7) },
        Why::Holds { event: event(), amount: Amount::of(48, Unit::Hour) },
        Why::Opens { event: event() },
        Why::UserDates { event: event() },
        Why::UserHolds { event: event(), amount: Amount::of(2, Unit::Day) },
        Why::SameEvent { said: "le signal".to_owned(), event: event() },
        Why::TakenFor { said: "le signal".to_owned(), event: event(), fits, others },
        Why::Names { said: "le signal".to_owned(), event: event() },
        Why::UserLinks { said: "le signal".to_owned() },
        Why::Follows { event: event() },
        Why::KnownByName { said: "le signal".to_owned(), on: day(3, 7) },
        Why::ToldNowhereElse { said: "le signal".to_owned() },
        Why::AnyZone {
            at: at(4, 2, 9, 3),
            zone: Zone::Utc,
            from: at(4, 1, 21, 3),
            to: at(4, 2, 23, 4),
        },
        Why::from("as the caller says"),
        Why::NightGone { is: on(3, 7) },
        Why::GoesOn { event: event(), is: week },
        Why::NotAfterReport { event: event() },
    ]);
    reasons
}

fn steps() -> Vec<Step> {
    let (alert, raid) = (named("alerte"), named("assaut"));
    let window = Subject { window: true, ..alert.clone() };
    let open = Range { lower: None, upper: Some(numbered(3, 9)) };
    let there = Range::at(numbered(3, 22));
    let two = Some(Distance::Days(2));
    vec![
        Step::Dated { event: alert.clone(), placed: placed(3, 7) },
        Step::Dated { event: alert.clone(), placed: Placed { first: there, last: open } },
        Step::Shifted {
            event: raid.clone(),
            anchor: window.clone(),
            low: two,
            high: two,
            backwards: false,
            from: Range::at(numbered(3, 9)),
            to: Range::at(numbered(3, 11)),
        },
        Step::Shifted {
            event: raid.clone(),
            anchor: window.clone(),
            low: two,
            high: None,
            backwards: true,
            from: there,
            to: open,
        },
        Step::Covers {
            event: alert.clone(),
            amount: Amount::of(48, Unit::Hour),
            backwards: false,
            from: Range::at(numbered(3, 7)),
            to: Range::at(numbered(3, 9)),
        },
        Step::Covers {
            event: alert.clone(),
            amount: Amount::of(48, Unit::Hour),
            backwards: true,
            from: open,
            to: Range::default(),
        },
        Step::Before {
            before: alert.clone(),
            after: raid.clone(),
            event: alert.clone(),
            placed: Placed { first: Range::default(), last: open },
        },
        Step::Within {
            inner: alert.clone(),
            outer: raid.clone(),
            event: alert.clone(),
            placed: placed(3, 22),
        },
        Step::Same {
            a: alert.clone(),
            b: raid.clone(),
            event: alert.clone(),
            placed: placed(3, 22),
        },
        Step::Given { claim: "a before b".to_owned(), event: None, placed: Placed::default() },
        Step::Impossible { why: NoDate::Weekday { day: day(3, 8), said: 4 } },
        Step::Apart {
            event: alert.clone(),
            upper: numbered(3, 7),
            lower: numbered(3, 8),
            fixed: true,
            stretches: [placed(3, 7), placed(3, 8)],
            by: Amount::of(1, Unit::Day),
        },
        Step::Apart {
            event: alert.clone(),
            upper: numbered(3, 9),
            lower: numbered(3, 22),
            fixed: false,
            stretches: [Placed { first: open, last: open }, placed(3, 22)],
            by: Amount::of(13, Unit::Day),
        },
        Step::Apart {
            event: alert.clone(),
            upper: numbered(3, 5),
            lower: numbered(4, 1),
            fixed: false,
            stretches: [
                Placed {
                    first: Range::at(numbered(3, 3)),
                    last: Range { lower: None, upper: Some(numbered(3, 5)) },
                },
                Placed {
                    first: Range { lower: Some(numbered(4, 1)), upper: None },
                    last: Range { lower: None, upper: Some(numbered(4, 30)) },
                },
            ],
            by: Amount::of(27, Unit::Day),
        },
        Step::Circle { by: Amount::of(0, Unit::Day) },
        Step::Circle { by: Amount::of(3, Unit::Day) },
        Step::Sum {
            from: alert.clone(),
            to: raid.clone(),
            legs: vec![Distance::Days(-3), Distance::Days(-15)],
            total: Distance::Days(-18),
            exact: true,
        },
        Step::Sum {
            from: alert.clone(),
            to: alert.clone(),
            legs: vec![Distance::Days(-3)],
            total: Distance::Days(-3),
            exact: false,
        },
        Step::Later {
            early: Some(window.clone()),
            at: open,
            late: Some(raid.clone()),
            from: there,
        },
        Step::Measured {
            of: None,
            from: Range::at(numbered(3, 10)),
            to: there,
            low: Some(Amount::of(12, Unit::Day)),
            high: Some(Amount::of(12, Unit::Day)),
        },
        Step::Measured {
            of: Some(alert.clone()),
            from: open,
            to: there,
            low: Some(Amount::of(2, Unit::Day)),
            high: None,
        },
        Step::Counted {
            words: "alerte".to_owned(),
            certain: vec!["a".to_owned()],
            possible: Vec::new(),
        },
        Step::Schedule { holds: true, events: vec![(alert.clone(), placed(3, 7))] },
        Step::Schedule { holds: false, events: vec![(raid.clone(), placed(3, 7))] },
        Step::Undated { event: alert.clone() },
        Step::Side { doubts: vec!["le 7 mars".to_owned(), "le 8 mars".to_owned()] },
        Step::NotHeld { event: alert.clone(), status: Status::Negated },
        Step::NotHeld { event: alert, status: Status::Hypothetical },
        Step::CutShort,
    ]
}

fn dates() -> Vec<NoDate> {
    let march = Extent::month(2024, 3).unwrap();
    vec![
        NoDate::Day { year: 2024, month: 2, day: 31 },
        NoDate::Weekday { day: day(3, 8), said: 4 },
        NoDate::Week { week: 60, year: 2024 },
        NoDate::Republican { year: 3, month: 14, day: 2 },
        NoDate::Clock { hour: 25, minute: 61, second: 0 },
        NoDate::Backwards { first: on(3, 8), last: on(3, 4) },
        NoDate::NoneInside { of: march },
        NoDate::Nth { n: 6, cell: Cell::Unit(Unit::Week), of: march },
        NoDate::Anniversary { nth: 22, of: on(3, 7), due: 2046, told: march },
        NoDate::from("as the caller says"),
    ]
}

fn notices() -> Vec<Warning> {
    let words = || "le 7 mars".to_owned();
    [
        Notice::TwoDates { taken: day(4, 2), words: words(), other: day(4, 5), others: words() },
        Notice::FarDateline { given: day(4, 2), dateline: day(2, 5), words: words() },
        Notice::OtherMetadata { given: day(4, 2), metadata: day(4, 5), field: "time".to_owned() },
        Notice::OtherText { metadata: day(4, 2), field: "time".to_owned(), text: day(4, 5) },
        Notice::NoPublication { count: 1, first: words() },
        Notice::NoPublication { count: 3, first: words() },
        Notice::OpenLanguage { name: "a.txt".to_owned(), language: "fr".to_owned() },
        Notice::NoModel { language: "de".to_owned() },
        Notice::QuoteWithoutTime { quote: words(), event: "alerte".to_owned() },
        Notice::LeftOut { words: words(), because: "coquille".to_owned() },
        Notice::NothingLeftOut { words: words() },
    ]
    .into_iter()
    .map(Warning::new)
    .collect()
}

fn unresolved() -> Vec<Unresolved> {
    vec![
        Unresolved::NoSuchDate(NoDate::Day { year: 2024, month: 2, day: 31 }),
        Unresolved::NoPublication,
        Unresolved::NoFocus,
        Unresolved::Event,
        Unresolved::Vague,
        Unresolved::Recurring,
        Unresolved::Unplaced,
        Unresolved::NoAmount,
        Unresolved::OutOfRange,
        Unresolved::NotComputed("Purim"),
    ]
}

#[test]
fn there_is_a_reason_of_every_kind() {
    let mut kinds: Vec<usize> = reasons().iter().map(kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds, (0..KINDS).collect::<Vec<_>>());
}

/// All sentences of a language, a line each.
fn said(language: Language) -> [String; 3] {
    let reasons = reasons().iter().map(|why| why.text(language)).collect::<Vec<_>>();
    let steps = steps().iter().map(|step| step.text(language)).collect::<Vec<_>>();
    let rest = (dates().iter().map(|date| date.text(language)))
        .chain(notices().iter().map(|warning| warning.text(language)))
        .chain(unresolved().iter().map(|why| why.text(language)))
        .collect::<Vec<_>>();
    [reasons.join("\n"), steps.join("\n"), rest.join("\n")]
}

#[test]
fn every_reason_is_said_in_english() {
    let [reasons, steps, rest] = said(Language::En);
    insta::assert_snapshot!("reasons_en", reasons);
    insta::assert_snapshot!("steps_en", steps);
    insta::assert_snapshot!("rest_en", rest);
}

#[test]
fn every_reason_is_said_in_french() {
    let [reasons, steps, rest] = said(Language::Fr);
    insta::assert_snapshot!("reasons_fr", reasons);
    insta::assert_snapshot!("steps_fr", steps);
    insta::assert_snapshot!("rest_fr", rest);
}

#[test]
fn no_two_languages_say_a_sentence_alike_unless_it_is_numbers_or_the_callers() {
    for (one, other) in said(Language::En).iter().zip(&said(Language::Fr)) {
        for (line, (en, fr)) in one.lines().zip(other.lines()).enumerate() {
            assert!(en != fr || en == "as the caller says", "{line}: {en}");
        }
    }
}

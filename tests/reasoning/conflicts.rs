use super::support::*;
use frise::chrono::NaiveDate;
use frise::*;

fn steps(conflict: &Conflict) -> Vec<String> {
    conflict.because.iter().map(|because| because.text(Language::En)).collect()
}

#[test]
fn two_dates_of_one_event_are_a_conflict_of_two_statements() {
    let timeline = concert_hall();
    let [conflict] = timeline.conflicts() else { panic!("{:?}", timeline.conflicts()) };
    assert_eq!(words(&timeline, &conflict.statements), ["le 7 mars", "le 8 mars"]);
    assert_eq!(conflict.short_by.to_string(), "P1D");
    assert_eq!(
        steps(conflict),
        [
            "the warning is on 7 March 2024",
            "the warning is on 8 March 2024",
            "the warning cannot be both on 7 March 2024 and on 8 March 2024: 1 day apart",
        ]
    );
    assert_eq!(
        conflict.help(Language::En),
        "doubting any one of the 2 statements removes this conflict"
    );
    let bounds = timeline.bounds(timeline.event("warning").unwrap());
    assert_eq!(bounds.from.unwrap().to_string(), "2024-03-07 00:00:00");
    assert_eq!(bounds.to.unwrap().to_string(), "2024-03-09 00:00:00");
    assert!(bounds.disputed);
    assert!(!timeline.bounds(timeline.event("attack").unwrap()).disputed);
}

#[test]
fn the_briefing_cannot_be_on_the_4th_and_on_the_eve_of_the_warning() {
    let mut case = Hand::default();
    let attack = case.dated("attack", "2024-03-22");
    let warning = case.dated("warning", "2024-03-07");
    let briefing = case.event("briefing");
    case.says(briefing, "18 days before", days_after(briefing, attack, -18));
    case.says(briefing, "the day before", days_after(briefing, warning, -1));
    let timeline = case.check();
    let [conflict] = timeline.conflicts() else { panic!("{:?}", timeline.conflicts()) };
    assert_eq!(conflict.statements.len(), 4);
    assert_eq!(conflict.short_by.to_string(), "P2D");
    assert_eq!(
        steps(conflict),
        [
            "the attack is on 22 March 2024",
            "the briefing is 18 days before the attack: 22 March 2024 − 18 days = 4 March 2024",
            "the warning is on 7 March 2024",
            "the briefing is 1 day before the warning: 7 March 2024 − 1 day = 6 March 2024",
            "the briefing cannot be both on 4 March 2024 and on 6 March 2024: 2 days apart",
        ]
    );
}

#[test]
fn conflicts_may_share_statements_and_all_are_listed() {
    let mut case = Hand::default();
    let a = case.event("a");
    for (words, date) in [("1st", "2024-03-01"), ("2nd", "2024-03-02"), ("3rd", "2024-03-03")] {
        case.says(a, words, on(a, date));
    }
    case.says(a, "March", on(a, "2024-03"));
    let timeline = case.check();
    let conflicts: Vec<_> =
        timeline.conflicts().iter().map(|c| words(&timeline, &c.statements)).collect();
    assert_eq!(conflicts, [["1st", "2nd"], ["1st", "3rd"], ["2nd", "3rd"]]);
    assert_eq!(timeline.sides(0).len(), 3);
}

#[test]
fn before_and_before_again_on_one_day_is_a_circle() {
    let mut case = Hand::default();
    let (a, b) = (case.dated("a", "2024-03-08"), case.dated("b", "2024-03-08"));
    case.says(a, "a before b", vec![Bond::Before { before: a, after: b }]);
    case.says(b, "b before a", vec![Bond::Before { before: b, after: a }]);
    let timeline = case.check();
    let [conflict] = timeline.conflicts() else { panic!("{:?}", timeline.conflicts()) };
    assert_eq!(words(&timeline, &conflict.statements), ["a before b", "b before a"]);
    assert_eq!(conflict.short_by.to_string(), "PT0M");
    assert_eq!(steps(conflict).last().unwrap(), "each of them would come before itself");
}

#[test]
fn an_impossible_date_is_a_conflict_of_one() {
    let mut case = Hand::default();
    let a = case.event("a");
    let day = NaiveDate::from_ymd_opt(2024, 3, 8).expect("it exists");
    let why = NoDate::Weekday { day, said: 4 };
    case.says(a, "jeudi 8 mars", vec![Bond::Impossible { event: a, why: why.clone() }]);
    case.says(a, "in March", on(a, "2024-03"));
    let timeline = case.check();
    let [conflict] = timeline.conflicts() else { panic!("{:?}", timeline.conflicts()) };
    assert_eq!(words(&timeline, &conflict.statements), ["jeudi 8 mars"]);
    assert_eq!(steps(conflict), ["8 March 2024 is a Friday, not a Thursday"]);
    assert_eq!(conflict.headline(Language::Fr), "le 8 mars 2024 est un vendredi, et non un jeudi");
    assert_eq!(answer(&timeline, "a during 2024-03"), "supported");
}

#[test]
fn vague_words_make_notes_and_decide_nothing() {
    let mut case = Hand::default();
    let a = case.event("a");
    case.says(a, "on 12 March", on(a, "2024-03-12"));
    let early = case.says(a, "early in March", Vec::new());
    let [bond] = on(a, "2024-03-01/2024-03-10").try_into().unwrap();
    let mut constraint = Constraint::said(early, bond);
    constraint.reason.vague = true;
    case.draft.add_constraint(constraint);
    let timeline = case.check();
    assert!(timeline.conflicts().is_empty());
    let [note] = timeline.notes() else { panic!("{:?}", timeline.notes()) };
    assert_eq!(words(&timeline, &note.statements), ["on 12 March", "early in March"]);
    assert_eq!(answer(&timeline, "a same-day-as 2024-03-12"), "supported");
}

#[test]
fn hours_show_how_far_short() {
    let mut case = Hand::default();
    let alert = case.dated("alert", "2024-03-12T18:00");
    case.says(alert, "for 48 hours", window(alert, 48, Unit::Hour));
    let flood = case.dated("flood", "2024-03-15");
    let within = Bond::Offset {
        event: flood,
        anchor: alert,
        end: End::WindowLast,
        low: None,
        high: Some(Distance::Days(0)),
    };
    case.says(flood, "during the alert", vec![within]);
    let timeline = case.check();
    let [conflict] = timeline.conflicts() else { panic!("{:?}", timeline.conflicts()) };
    assert_eq!(conflict.statements.len(), 4);
    assert_eq!(conflict.short_by.to_string(), "PT6H");
}

#[test]
fn a_window_that_ends_twice_is_told_as_a_window() {
    let mut case = Hand::default();
    let warning = case.dated("warning", "2024-03-07");
    case.says(warning, "48 hours", window(warning, 48, Unit::Hour));
    let rejection = case.dated("rejection", "2024-03-19");
    let nine = Some(Distance::Days(9));
    let end = End::WindowLast;
    let bond = Bond::Offset { event: rejection, anchor: warning, end, low: nine, high: nine };
    case.says(rejection, "nine days after it ran out", vec![bond]);
    let timeline = case.check();
    let [conflict] = timeline.conflicts() else { panic!("{:?}", timeline.conflicts()) };
    assert_eq!(
        steps(conflict),
        [
            "the warning is on 7 March 2024",
            "7 March 2024 + 48 hours ends on 9 March 2024",
            "the rejection is on 19 March 2024",
            "the rejection is 9 days after the end of the window of the warning: 19 March 2024 − 9 days = 10 \
             March 2024",
            "the window of the warning cannot end both on 9 March 2024 and on 10 March 2024: 1 day \
             apart",
        ]
    );
}

#[test]
fn readings_that_all_fail_are_one_conflict() {
    let mut case = Hand::default();
    let a = case.event("a");
    let options = vec![on(a, "2024-03-05"), on(a, "2024-03-12")];
    case.says(a, "Tuesday", vec![Bond::OneOf(options)]);
    case.says(a, "on the 20th", on(a, "2024-03-20"));
    let timeline = case.check();
    let [conflict] = timeline.conflicts() else { panic!("{:?}", timeline.conflicts()) };
    assert_eq!(conflict.statements.len(), 2);
    assert_eq!(conflict.short_by.to_string(), "P8D");
}

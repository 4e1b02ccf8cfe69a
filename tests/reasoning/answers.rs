use super::support::*;
use frise::*;

#[test]
fn the_window_is_over_before_the_attack_on_both_sides() {
    let timeline = concert_hall();
    let verdict = ask(&timeline, "window(warning) overlaps attack");
    assert_eq!(verdict.answer, Answer::Contradicted);
    assert!(verdict.sides.is_empty());
    assert_eq!(
        because(&verdict),
        [
            "doubting \"le 7 mars\":",
            "the warning is on 8 March 2024",
            "8 March 2024 + 48 hours ends on 10 March 2024",
            "the attack is on 22 March 2024",
            "22 March 2024 (the attack) is 12 days after 10 March 2024 (the window of the warning)",
            "doubting \"le 8 mars\":",
            "the warning is on 7 March 2024",
            "7 March 2024 + 48 hours ends on 9 March 2024",
            "the attack is on 22 March 2024",
            "22 March 2024 (the attack) is 13 days after 9 March 2024 (the window of the warning)",
        ]
    );
}

#[test]
fn the_day_of_the_warning_is_disputed_with_its_two_sides() {
    let timeline = concert_hall();
    let verdict = ask(&timeline, "warning same-day-as 2024-03-08");
    assert_eq!(verdict.answer, Answer::Disputed);
    let sides: Vec<_> = verdict
        .sides
        .iter()
        .map(|side| {
            (side.answer.word(), words(&timeline, &side.believes), words(&timeline, &side.doubts))
        })
        .collect();
    let list = |words: &str| vec![words.to_owned()];
    assert_eq!(
        sides,
        [
            ("supported", list("le 8 mars"), list("le 7 mars")),
            ("contradicted", list("le 7 mars"), list("le 8 mars")),
        ]
    );
}

#[test]
fn nine_days_from_the_window_of_the_8th_and_ten_from_the_7th() {
    let timeline = concert_hall();
    let verdict = ask(&timeline, "gap(window(warning8), rejection) = 9 days");
    assert_eq!(verdict.answer, Answer::Supported);
    assert_eq!(
        because(&verdict),
        [
            "the warning8 is on 8 March 2024",
            "8 March 2024 + 48 hours ends on 10 March 2024",
            "the attack is on 22 March 2024",
            "the rejection is 3 days before the attack: 22 March 2024 − 3 days = 19 March 2024",
            "from 10 March 2024 to 19 March 2024 is 9 days",
        ]
    );
    assert_eq!(answer(&timeline, "gap(window(warning7), rejection) = 9 days"), "contradicted");
    assert_eq!(answer(&timeline, "gap(window(warning7), rejection) = 10 days"), "supported");
    assert_eq!(answer(&timeline, "gap(window(warning), rejection) = 9 days"), "disputed");
    assert_eq!(answer(&timeline, "gap(window(warning), rejection) >= 9 days"), "supported");
}

#[test]
fn windows_of_the_7th_and_the_8th_share_some_time() {
    let timeline = concert_hall();
    assert_eq!(answer(&timeline, "window(warning7) overlaps window(warning8)"), "supported");
    assert_eq!(answer(&timeline, "warning7 before warning8"), "supported");
    assert_eq!(answer(&timeline, "rejection after end(window(warning))"), "supported");
    assert_eq!(answer(&timeline, "briefing same-day-as 2024-03-04"), "supported");
}

#[test]
fn undetermined_comes_with_two_schedules() {
    let mut case = Hand::default();
    case.dated("strike", "2024-03");
    let timeline = case.check();
    let verdict = ask(&timeline, "strike before 2024-03-15");
    assert_eq!(verdict.answer, Answer::Undetermined);
    assert_eq!(
        because(&verdict),
        [
            "it holds if the strike is on 1 March 2024",
            "it does not hold if the strike runs from 1 March 2024 to 15 March 2024",
        ]
    );
}

#[test]
fn on_one_day_without_hours_the_order_is_unknown() {
    let mut case = Hand::default();
    case.dated("speech", "2024-03-08");
    case.dated("vote", "2024-03-08");
    let timeline = case.check();
    for claim in ["speech before vote", "speech overlaps vote", "gap(speech, vote) = 0 days"] {
        assert_eq!(answer(&timeline, claim), "undetermined", "{claim}");
    }
    assert_eq!(answer(&timeline, "speech same-day-as vote"), "supported");
    assert_eq!(answer(&timeline, "speech before vote and vote before speech"), "contradicted");
    assert_eq!(
        because(&ask(&timeline, "speech before vote")),
        [
            "it holds if the speech is on 8 March 2024 at 00:00 and the vote is on 8 March 2024 \
             at 00:01",
            "it does not hold if the speech is on 8 March 2024 at 00:00 and the vote is on 8 March \
             2024 at 00:00",
        ]
    );
}

#[test]
fn a_dispute_about_something_else_changes_nothing() {
    let mut case = Hand::default();
    let (a, b) = (case.event("a"), case.event("b"));
    case.says(a, "a on 1", on(a, "2024-03-01"));
    case.says(a, "a on 2", on(a, "2024-03-02"));
    case.says(b, "b on 10", on(b, "2024-03-10"));
    case.says(b, "b on 11", on(b, "2024-03-11"));
    case.says(b, "b after a", vec![Bond::Before { before: a, after: b }]);
    let timeline = case.check();
    assert_eq!(timeline.conflicts().len(), 2);
    let verdict = ask(&timeline, "a same-day-as 2024-03-01");
    assert_eq!(verdict.answer, Answer::Disputed);
    assert_eq!(verdict.sides.len(), 2);
}

#[test]
fn supported_and_undetermined_make_disputed() {
    let mut case = Hand::default();
    let a = case.event("a");
    case.says(a, "on the 3rd", on(a, "2024-03-03"));
    case.says(a, "in April", on(a, "2024-04"));
    let timeline = case.check();
    let verdict = ask(&timeline, "a same-day-as 2024-04-03 or a before 2024-04");
    let answers: Vec<_> = verdict.sides.iter().map(|side| side.answer).collect();
    assert_eq!(verdict.answer, Answer::Disputed);
    assert_eq!(answers, [Answer::Supported, Answer::Undetermined]);
}

#[test]
fn open_readings_are_quantified_over() {
    let mut case = Hand::default();
    let a = case.event("a");
    let options = vec![on(a, "2024-03-05"), on(a, "2024-03-12")];
    case.says(a, "Tuesday", vec![Bond::OneOf(options)]);
    let timeline = case.check();
    assert!(timeline.conflicts().is_empty());
    assert_eq!(answer(&timeline, "a during 2024-03"), "supported");
    assert_eq!(answer(&timeline, "a same-day-as 2024-03-05"), "undetermined");
    assert_eq!(answer(&timeline, "a same-day-as 2024-03-08"), "contradicted");
    assert_eq!(answer(&timeline, "a same-day-as [2024-03-05,2024-03-12]"), "supported");
}

#[test]
fn what_the_text_denies_is_undetermined() {
    let mut case = Hand::default();
    let a = case.dated("a", "2024-03-05");
    case.draft.events[0].status = Status::Negated;
    case.draft.statements[0].status = Status::Negated;
    let b = case.event("b");
    case.says(b, "two days after a", days_after(b, a, 2));
    let timeline = case.check();
    let verdict = ask(&timeline, "a during 2024");
    assert_eq!(verdict.answer, Answer::Undetermined);
    assert_eq!(because(&verdict), ["a is denied by the text, so nothing is known of its time"]);
    assert_eq!(answer(&timeline, "b during 2024"), "undetermined");
    assert_eq!(answer(&timeline, "count(\"a\") = 0"), "supported");
}

#[test]
fn a_count_is_a_range() {
    let mut case = Hand::default();
    case.dated("first attack", "2024-01-03");
    case.dated("second attack", "2024-03-22");
    case.dated("third attack", "2024");
    let timeline = case.check();
    assert_eq!(answer(&timeline, "count(\"attacks\") = 3"), "supported");
    assert_eq!(answer(&timeline, "count(\"attack\", 2024-01) >= 1"), "supported");
    assert_eq!(answer(&timeline, "count(\"attack\", 2024-01) >= 2"), "undetermined");
    assert_eq!(answer(&timeline, "count(\"attack\", 2024-01) > 2"), "contradicted");
    assert_eq!(answer(&timeline, "not count(\"attack\", 2024-01) = 2"), "undetermined");
    assert_eq!(answer(&timeline, "count(\"attack\", 2023) = 0"), "supported");
    assert_eq!(
        because(&ask(&timeline, "count(\"attack\", 2024-01) >= 1")),
        ["\"attack\": 1 certainly (first attack), 2 at most (first attack, third attack)"]
    );
}

#[test]
fn what_is_given_is_believed() {
    let mut case = Hand::default();
    case.dated("a", "2024-03");
    let b = case.event("b");
    case.says(b, "on the 10th", on(b, "2024-03-10"));
    case.given("a before b");
    let timeline = case.check();
    assert_eq!(answer(&timeline, "a before 2024-03-11"), "supported");
    assert_eq!(
        timeline.bounds(timeline.event("a").unwrap()).to.unwrap().to_string(),
        "2024-03-11 00:00:00"
    );
    let mut case = Hand::default();
    case.dated("a", "2024-03-10");
    case.given("a before 2024-03-10 or a after 2024-03-20");
    let timeline = case.check();
    assert_eq!(timeline.conflicts().len(), 1);
    assert_eq!(answer(&timeline, "a same-day-as 2024-03-10"), "contradicted");
    assert_eq!(answer(&timeline, "a before 2024-03-10"), "undetermined");
}

#[test]
fn and_binds_tighter_than_or() {
    let mut case = Hand::default();
    case.dated("a", "2024-03-10");
    let timeline = case.check();
    let (yes, no) = ("a during 2024", "a during 2023");
    assert_eq!(answer(&timeline, &format!("{yes} or {yes} and {no}")), "supported");
    assert_eq!(answer(&timeline, &format!("({yes} or {yes}) and {no}")), "contradicted");
    assert_eq!(answer(&timeline, &format!("not {no} and {yes}")), "supported");
    assert_eq!(answer(&timeline, &format!("not ({no} or {yes})")), "contradicted");
}

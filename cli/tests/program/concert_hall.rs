//! The case that the README begins with, in both languages.

use serde_json::Value;

use crate::support::run;

const CASE: &str = "fixtures/cases/concert-hall.toml";

/// So many lines fill a screen.
const SCREEN: usize = 40;

/// What `frise case` writes of the case.
fn told(arguments: &[&str]) -> String {
    let ran = run(&[&["case", CASE], arguments].concat());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    ran.out
}

#[test]
fn the_first_screen_tells_the_answers_the_conflicts_and_why() {
    for ui in ["en", "fr"] {
        let told = told(&["--ui", ui]);
        let lines: Vec<&str> = told.lines().take(SCREEN).collect();
        let screen = lines.join("\n");
        let conflict = if ui == "en" { "conflict:" } else { "conflit\u{a0}:" };
        assert_eq!(screen.matches(conflict).count(), 4, "{screen}");
        assert!(screen.contains("carnet:16"), "no proof begins on it: {screen}");
        insta::assert_snapshot!(format!("first_screen_{ui}"), screen);
    }
}

#[test]
fn the_conflicts_are_told_with_their_sentences() {
    for ui in ["en", "fr"] {
        insta::assert_snapshot!(
            format!("conflicts_{ui}"),
            told(&["--ui", ui, "--only", "conflicts"])
        );
    }
}

#[test]
fn the_events_are_told_in_their_order() {
    for ui in ["en", "fr"] {
        insta::assert_snapshot!(format!("events_{ui}"), told(&["--ui", ui, "--only", "events"]));
    }
}

#[test]
fn the_first_claims_are_told_with_their_proofs() {
    for ui in ["en", "fr"] {
        let told = told(&["--ui", ui, "--only", "claims"]);
        let lines: Vec<&str> = told.lines().take(150).collect();
        insta::assert_snapshot!(format!("claims_{ui}"), lines.join("\n"));
    }
}

#[test]
fn the_case_is_told_to_programs() {
    let told: Value = serde_json::from_str(&told(&["--format", "json"])).expect("it is JSON");
    let names: Vec<&String> = told.as_object().expect("an object").keys().collect();
    assert_eq!(
        names,
        ["conflicts", "events", "not_read", "schema", "title", "unplaced", "verdicts"]
    );
    let event = |id: &str| {
        let events = told["events"].as_array().expect("a list").iter();
        events.clone().find(|event| event["id"] == id).expect("it is there").clone()
    };
    let lines = |value: &Value| serde_json::to_string_pretty(value).expect("it can be written");
    insta::assert_snapshot!("json_of_an_event", lines(&event("attack")));
    // A conflict of three statements, without its steps, and one step with its reasons.
    let mut conflict = told["conflicts"][1].clone();
    let steps = conflict["because"].take();
    insta::assert_snapshot!("json_of_a_conflict", lines(&conflict));
    insta::assert_snapshot!("json_of_a_step", lines(&steps[3]));
    let verdict = &told["verdicts"][8];
    insta::assert_snapshot!("json_of_a_verdict", lines(verdict));
}

#[test]
fn the_same_bytes_come_out_on_every_run() {
    let first = run(&["case", CASE]).out;
    assert!(!first.is_empty());
    for _ in 0..3 {
        assert!(run(&["case", CASE]).out == first, "two runs differ");
    }
}

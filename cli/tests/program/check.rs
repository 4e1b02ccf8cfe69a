//! `frise check`: only conflicts, and the status that says whether there are any.

use crate::support::Folder;

const ONE: &str = "The warning was issued on 7 March 2024.\n";
const OTHER: &str = "The warning was issued on 8 March 2024.\n";

#[test]
fn no_conflict_is_status_0() {
    let folder = Folder::new("check_none").with("one.txt", ONE);
    let ran = folder.run(&["check", "--lang", "en", "one.txt"]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "no conflict\n", ""));
    let json = folder.run(&["check", "--lang", "en", "--format", "json", "one.txt"]).json();
    assert_eq!(json, serde_json::json!({ "schema": 1, "conflicts": [] }));
}

#[test]
fn a_conflict_is_status_1_and_shows_its_sentences() {
    let folder = Folder::new("check_two").with("both.txt", format!("{ONE}\n{OTHER}"));
    let ran = folder.run(&["check", "--lang", "en", "both.txt"]);
    assert_eq!((ran.status, ran.err.as_str()), (1, ""));
    insta::assert_snapshot!(ran.out);
    let ran = folder.run(&["check", "--lang", "en", "--format", "json", "both.txt"]);
    assert_eq!(ran.status, 1);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let conflicts = json["conflicts"].as_array().unwrap();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0]["statements"].as_array().unwrap().len(), 2);
    assert_eq!(conflicts[0]["short_by"], "P1D");
    assert!(conflicts[0]["help"].is_string() && conflicts[0]["because"][0]["text"].is_string());
}

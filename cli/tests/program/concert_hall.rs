//! The case that the README begins with, whole.

use crate::support::run;

const CASE: &str = "fixtures/cases/concert-hall.toml";

#[test]
fn the_case_is_told_to_people() {
    let ran = run(&["case", CASE]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!(ran.out);
}

#[test]
fn the_case_is_told_to_programs() {
    let ran = run(&["case", "--format", "json", CASE]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!(ran.out);
}

#[test]
fn the_same_bytes_come_out_on_every_run() {
    let first = run(&["case", CASE]).out;
    assert!(!first.is_empty());
    for _ in 0..3 {
        assert!(run(&["case", CASE]).out == first, "two runs differ");
    }
}

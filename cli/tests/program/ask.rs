//! `frise ask`: one claim, its answer and why.

use crate::support::Folder;

const TEXT: &str = "The warning was issued on 8 March 2024 for the next 48 hours.\n\n\
                    The attack took place on 22 March 2024.\n";

#[test]
fn an_answer_ends_with_status_0_whatever_it_is() {
    let folder = Folder::new("ask_answers").with("a.txt", TEXT);
    let ask = |claim: &str| {
        let ran = folder.run(&["ask", "--lang", "en", "a.txt", claim]);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{claim}");
        ran.out.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(ask("\"warning\" before \"attack\""), "✓ supported: \"warning\" before \"attack\"");
    assert_eq!(
        ask("window(\"warning\") overlaps \"attack\""),
        "✗ contradicted: window(\"warning\") overlaps \"attack\""
    );
    let open = "start(\"attack\") before 2024-03-22T12:00";
    assert_eq!(ask(open), format!("? undetermined: {open}"));
}

#[test]
fn the_json_is_the_verdict() {
    let folder = Folder::new("ask_json").with("a.txt", TEXT);
    let claim = "gap(window(\"warning\"), \"attack\") = 12 days";
    let json = folder.run(&["ask", "--lang", "en", "--format", "json", "a.txt", claim]).json();
    assert_eq!(json["schema"], 1);
    assert_eq!(json["claim"], claim);
    assert_eq!(json["answer"], "supported");
    assert_eq!(json.get("sides"), None);
}

#[test]
fn a_claim_with_a_typing_error_is_shown() {
    let folder = Folder::new("ask_typo").with("a.txt", TEXT);
    folder.run(&["ask", "a.txt", "e1 befor e2"]).fails_with(
        r#"error: "befor" is no relation
 --> the claim:1:4
  |
1 | e1 befor e2
  |    ^^^^^
  |
  = help: did you mean "before"?"#,
    );
}

#[test]
fn words_that_fit_no_event_are_shown() {
    let folder = Folder::new("ask_words").with("a.txt", TEXT);
    let ran = folder.run(&["ask", "--lang", "en", "a.txt", "e77 before 2024-03-22"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(
        ran.err.starts_with("error: no event is called \"e77\"\n --> the claim:1:1\n"),
        "{}",
        ran.err
    );
}

#[test]
fn a_forgotten_claim_is_noticed() {
    let folder = Folder::new("ask_files").with("a.txt", TEXT).with("b.txt", TEXT);
    folder.run(&["ask", "a.txt", "b.txt"]).fails_with(
        "error: \"b.txt\" is a file, and no claim\n\
         help: write the claim last: frise ask FILE… \"attack before 2024-03-23\"",
    );
}

#[test]
fn flags_may_stand_between_the_files_and_the_claim() {
    let folder = Folder::new("ask_flags").with("a.txt", TEXT);
    let ran = folder.run(&["ask", "a.txt", "--lang", "en", "\"warning\" before \"attack\""]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
}

#[test]
fn a_claim_without_a_file_is_told() {
    let folder = Folder::new("ask_no_file");
    folder.run(&["ask", "e1 before e2"]).fails_with(
        r#"error: ask takes one file or more, and then the claim
help: write the claim last: frise ask FILE… "attack before 2024-03-23""#,
    );
}

#[test]
fn a_sentence_is_a_claim() {
    let folder = Folder::new("ask_sentence").with("a.txt", TEXT);
    let sentence = "The attack took place two weeks after the warning.";
    let run = |more: &[&str]| {
        let args = [&["ask", "--lang", "en"], more, &["a.txt", sentence]].concat();
        folder.run(&args)
    };
    let ran = run(&[]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.starts_with(&format!("✓ supported: {sentence}\n  read as: ")), "{}", ran.out);
    let json = run(&["--format", "json"]).json();
    assert_eq!(json["answer"], "supported");
    let read_as = json["read_as"].as_str().expect("it was read").to_owned();
    let again = folder.run(&["ask", "--lang", "en", "--format", "json", "a.txt", &read_as]).json();
    assert_eq!(again["answer"], "supported", "{read_as}");
}

#[test]
fn what_is_no_sentence_with_times_is_refused() {
    let folder = Folder::new("ask_question").with("a.txt", TEXT);
    let ran = folder.run(&["ask", "--lang", "en", "a.txt", "When was the attack?"]);
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(
        ran.err.starts_with("error: \"When was the attack?\" is a question, and no claim\n"),
        "{}",
        ran.err
    );
}

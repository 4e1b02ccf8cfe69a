//! `frise case --without` and `--believe`, and explanations in French.

use crate::support::*;

const CASE: &str = r#"
[[article]]
id = "one"
text = "The warning was issued on 7 March 2024."
lang = "en"
source = "The Herald"

[[article]]
id = "two"
text = "The warning was issued on 8 March 2024."
lang = "en"
weight = 50

[[event]]
id = "warning"
quote = ["issued on 7 March 2024", "issued on 8 March 2024"]

[[claim]]
text = "warning same-day-as 2024-03-07"
"#;

#[track_caller]
fn tail(arguments: &[&str]) -> String {
    let folder =
        Folder::new(&format!("what_if_{}", arguments.join("_").replace([':', ' ', '/'], "")))
            .with("case.toml", CASE);
    let ran = folder.run(&[&["case", "case.toml", "--quiet"], arguments].concat());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let at = ran.out.find("\nwhat if").or_else(|| ran.out.find("\net si")).expect("it is told");
    ran.out.split_at(at + 1).1.to_owned()
}

#[test]
fn without_a_source_the_dispute_is_over() {
    let gone = "\
what if, without The Herald: 1 answer changes
  disputed → contradicted: warning same-day-as 2024-03-07
  conflicts: 1 → 0
";
    assert_eq!(tail(&["--without", "The Herald"]), gone);
    assert_eq!(tail(&["--without", "one"]), gone.replace("The Herald", "one"));
}

#[test]
fn a_statement_is_believed_by_its_place_or_its_words() {
    for words in ["one:1", "on 7 march 2024"] {
        assert!(tail(&["--believe", words]).contains("disputed → supported"), "{words}");
    }
    assert_eq!(
        tail(&["--believe", "one:1", "--explain", "fr"]),
        "et si, en croyant « one:1 » : 1 réponse change\n  contesté → confirmé\u{a0}: warning \
         same-day-as 2024-03-07\n  conflits\u{a0}: 1 → 1\n"
    );
}

#[test]
fn what_is_not_there_is_an_error() {
    let folder = Folder::new("what_if_errors").with("case.toml", CASE);
    folder.run(&["case", "case.toml", "--without", "The Heralds"]).fails_with(
        "error: no statement has the source \"The Heralds\"\n\
         help: the sources are one, two",
    );
    folder.run(&["case", "case.toml", "--believe", "one:9"]).fails_with(
        "error: no statement is at or has the words \"one:9\"\n\
         help: write article:line as the report cites it, such as moa:12, or words of the statement",
    );
    let both = folder.run(&["case", "case.toml", "--believe", "one:1", "--believe", "two:1"]);
    assert_eq!(both.status, 2);
    assert!(both.err.contains("what is to be believed cannot be: "), "{}", both.err);
}

#[test]
fn a_sentence_is_asked_again_as_it_was_read() {
    let case = CASE.replace(
        "text = \"warning same-day-as 2024-03-07\"",
        "sentence = \"The warning was issued on 7 March 2024.\"",
    );
    let folder = Folder::new("what_if_sentence").with("case.toml", case);
    let ran = folder.run(&["case", "case.toml", "--quiet", "--without", "The Herald"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("what if, without The Herald: 1 answer changes"), "{}", ran.out);
}

//! What the program says of case files and claims that it cannot take: word for word, with status 2.

use crate::support::{Folder, Ran};

const ARTICLE: &str = "[[article]]\nid = \"a\"\npath = \"a.txt\"\n";
const DAM: &str = "[[event]]\nid = \"dam\"\nquote = \"the dam burst\"\n";

/// Runs a case over one short article.
fn case(test: &str, case: &str) -> Ran {
    let text = "On 7 March 2024 the dam burst. The mayor spoke on 8 March 2024.\n";
    Folder::new(test).with("a.txt", text).with("c.toml", case).run(&["case", "c.toml"])
}

#[test]
fn a_quote_that_is_not_in_the_article() {
    let event = "[[event]]\nid = \"dam\"\nquote = \"the dam brst\"\n";
    case("quote_not_found", &format!("{ARTICLE}{event}")).fails_with(
        r#"error: the quote "the dam brst" of event "dam" is not found in any article
 --> c.toml:6:10
  |
6 | quote = "the dam brst"
  |          ^^^^^^^^^^^^
  |
  = help: the nearest words are "the dam" (a, line 1)"#,
    );
}

#[test]
fn a_quote_that_is_there_twice() {
    let event = "[[event]]\nid = \"dam\"\nquote = \"March 2024\"\n";
    case("quote_twice", &format!("{ARTICLE}{event}")).fails_with(
        r#"error: the quote "March 2024" of event "dam" is found twice: a, line 1 and a, line 1
 --> c.toml:6:10
  |
6 | quote = "March 2024"
  |          ^^^^^^^^^^
  |
  = help: quote more of the words around it, or name the article"#,
    );
}

#[test]
fn a_wrong_key() {
    let event = "[[event]]\nid = \"dam\"\nwndow = \"48 hours\"\n";
    case("wrong_key", &format!("{ARTICLE}{event}")).fails_with(
        r#"error: unknown key "wndow"
 --> c.toml:6:1
  |
6 | wndow = "48 hours"
  | ^^^^^
  |
  = help: did you mean "window"? the keys here are id, label, quote, article, when, window"#,
    );
}

#[test]
fn a_wrong_table() {
    case("wrong_table", "[[evnt]]\nid = \"dam\"\n").fails_with(
        r#"error: unknown key "evnt"
 --> c.toml:1:3
  |
1 | [[evnt]]
  |   ^^^^
  |
  = help: did you mean "event"? the keys here are title, article, event, given, claim, read, link, forbid, ignore"#,
    );
}

#[test]
fn a_missing_key() {
    case("missing_key", "[[event]]\nquote = \"the dam burst\"\n").fails_with(
        r#"error: the key "id" is missing
 --> c.toml:1:1
  |
1 | [[event]]
  | ^^^^^^^^^
  |
  = help: add a line id = "…" to this table"#,
    );
}

#[test]
fn a_value_of_another_kind() {
    case("another_kind", "[[event]]\nid = \"dam\"\nquote = 3\n").fails_with(
        r#"error: a quote must be a text or a list of texts
 --> c.toml:3:9
  |
3 | quote = 3
  |         ^
  |
  = help: write quote = "exact words" or quote = ["exact words", "other words"]"#,
    );
}

#[test]
fn what_is_not_toml() {
    case("not_toml", "[[event]\nid = \"dam\"\n").fails_with(
        r#"error: not a case file: unclosed array table, expected `]`
 --> c.toml:1:9
  |
1 | [[event]
  |         ^
  |
  = help: a case file is TOML: [[article]], [[event]], [[claim]] with key = "value" lines"#,
    );
}

#[test]
fn wrong_utf_8() {
    let folder = Folder::new("case_utf_8").with("c.toml", b"title = \"\xe9t\xe9\"\n");
    folder.run(&["case", "c.toml"]).fails_with(
        "error: c.toml is not UTF-8: byte 0xE9 at offset 9 (line 1, column 10)\n\
         help: if it is Latin-1 or Windows-1252, convert it: iconv -f WINDOWS-1252 -t UTF-8",
    );
}

#[test]
fn a_claim_with_a_typing_error() {
    let claim = "[[claim]]\ntext = \"dam befor 2024-03-08\"\n";
    case("claim_typo", &format!("{ARTICLE}{DAM}{claim}")).fails_with(
        r#"error: "befor" is no relation
 --> c.toml:8:13
  |
8 | text = "dam befor 2024-03-08"
  |             ^^^^^
  |
  = help: did you mean "before"?"#,
    );
}

#[test]
fn a_claim_about_an_event_that_is_not_there() {
    let claim = "[[claim]]\ntext = \"dan before 2024-03-08\"\n";
    case("claim_event", &format!("{ARTICLE}{DAM}{claim}")).fails_with(
        r#"error: the claim "dan before 2024-03-08": no event is called "dan"
 --> c.toml:8:9
  |
8 | text = "dan before 2024-03-08"
  |         ^^^
  |
  = help: did you mean "dam"?"#,
    );
}

#[test]
fn a_claim_with_an_impossible_date() {
    let claim = "[[claim]]\ntext = \"dam before 2024-02-31\"\n";
    case("claim_date", &format!("{ARTICLE}{DAM}{claim}")).fails_with(
        r#"error: "2024-02-31" is not a date that exists
 --> c.toml:8:20
  |
8 | text = "dam before 2024-02-31"
  |                    ^^^^^^^^^^
  |
  = help: 2024-02 has 29 days"#,
    );
}

#[test]
fn an_answer_that_is_none() {
    let claim = "[[claim]]\ntext = \"dam before 2024-03-08\"\nexpect = \"yes\"\n";
    case("expect_yes", &format!("{ARTICLE}{DAM}{claim}")).fails_with(
        r#"error: `expect` of the claim "dam before 2024-03-08" is "yes", which is no answer
 --> c.toml:9:11
  |
9 | expect = "yes"
  |           ^^^
  |
  = help: the answers are supported, contradicted, undetermined, disputed"#,
    );
}

#[test]
fn an_impossible_date() {
    let event = "[[event]]\nid = \"dam\"\nwhen = \"2024-02-31\"\n";
    case("when_date", &format!("{ARTICLE}{event}")).fails_with(
        r#"error: `when` of event "dam": "2024-02-31" is not a date that exists
 --> c.toml:6:9
  |
6 | when = "2024-02-31"
  |         ^^^^^^^^^^
  |
  = help: 2024-02 has 29 days"#,
    );
    case("published_date", &format!("{ARTICLE}published = \"2024-02-31\"\n")).fails_with(
        r#"error: "2024-02-31" is not a date that exists
 --> c.toml:4:14
  |
4 | published = "2024-02-31"
  |              ^^^^^^^^^^
  |
  = help: write it as 2024-04-05, 2024-04-05T21:15 or 2024-04-05T21:15+02:00"#,
    );
}

#[test]
fn a_window_that_is_no_amount() {
    let event = "[[event]]\nid = \"dam\"\nwindow = \"48 hors\"\n";
    case("window_amount", &format!("{ARTICLE}{event}")).fails_with(
        r#"error: `window` of event "dam" is "48 hors", which is no amount of time
 --> c.toml:6:11
  |
6 | window = "48 hors"
  |           ^^^^^^^
  |
  = help: write it as "48 hours", "2 jours" or "P2D""#,
    );
}

#[test]
fn an_unknown_zone() {
    case("case_zone", &format!("{ARTICLE}zone = \"Europe/Pariss\"\n")).fails_with(
        r#"error: no time zone "Europe/Pariss"
 --> c.toml:4:9
  |
4 | zone = "Europe/Pariss"
  |         ^^^^^^^^^^^^^
  |
  = help: did you mean "Europe/Paris"?"#,
    );
}

#[test]
fn an_unknown_language() {
    case("case_language", &format!("{ARTICLE}lang = \"de\"\n")).fails_with(
        r#"error: no language "de"
 --> c.toml:4:9
  |
4 | lang = "de"
  |         ^^
  |
  = help: the languages are en and fr"#,
    );
}

#[test]
fn an_article_that_is_not_there() {
    case("article_missing", "[[article]]\nid = \"a\"\npath = \"texts/b.txt\"\n").fails_with(
        r#"error: cannot read texts/b.txt: there is no such file
 --> c.toml:3:9
  |
3 | path = "texts/b.txt"
  |         ^^^^^^^^^^^
  |
  = help: a path is relative to the folder of the case file"#,
    );
}

#[test]
fn an_article_without_text_or_with_two() {
    case("article_empty", "[[article]]\nid = \"a\"\n").fails_with(
        r#"error: article "a" has no text
 --> c.toml:2:7
  |
2 | id = "a"
  |       ^
  |
  = help: give path = "file.txt", relative to the case file, or text = """…""""#,
    );
    case("article_two", &format!("{ARTICLE}text = \"…\"\n")).fails_with(
        r#"error: article "a" has both a path and a text
 --> c.toml:2:7
  |
2 | id = "a"
  |       ^
  |
  = help: give path = "file.txt", relative to the case file, or text = """…""""#,
    );
}

#[test]
fn two_articles_of_one_id() {
    case("article_twice", &format!("{ARTICLE}{ARTICLE}")).fails_with(
        r#"error: two articles are called "a"
 --> c.toml:5:7
  |
5 | id = "a"
  |       ^
  |
  = help: give one of them another id"#,
    );
}

#[test]
fn what_the_user_gives_and_that_cannot_hold() {
    let when = format!("{DAM}when = \"2024-03-07\"\n");
    let given = "[[given]]\nclaim = \"dam before 2024-03-01\"\n";
    let ran = case("givens_clash", &format!("{ARTICLE}{when}{given}"));
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.starts_with("error: what is given cannot all hold: "), "{}", ran.err);
    assert!(ran.err.contains("dam before 2024-03-01"), "{}", ran.err);
    assert!(ran.err.contains("help: change one of these"), "{}", ran.err);
}

#[test]
fn a_case_that_is_not_there() {
    Folder::new("no_case").run(&["case", "c.toml"]).fails_with(
        "error: cannot read c.toml: there is no such file\n\
         help: check the path; it is looked up from the folder that the program runs in",
    );
}

#[test]
fn a_format_of_another_command() {
    let folder = Folder::new("format_elsewhere").with("c.toml", "").with("a.txt", "");
    folder.run(&["case", "c.toml", "--format", "timeml"]).fails_with(
        "error: there is no format \"timeml\" here\n\
         help: it is a format of frise tag; here the formats are text, json, html, timelinejs, csv, \
         markdown, mermaid, ics and claimreview",
    );
    folder.run(&["check", "a.txt", "--format", "csv"]).fails_with(
        "error: there is no format \"csv\" here\n\
         help: it is a format of frise timeline and of frise case; here the formats are text, json and html",
    );
    folder.run(&["timeline", "a.txt", "--format", "markdow"]).fails_with(
        "error: there is no format \"markdow\" here\n\
         help: did you mean markdown? the formats are text, json, html, timelinejs, csv, markdown, \
         mermaid and ics",
    );
}

#[test]
fn flags_of_a_table() {
    let folder = Folder::new("table_flags").with("a.txt", "");
    folder
        .run(&["timeline", "a.txt", "--bom"])
        .fails_with("error: --bom is about tables\nhelp: use it with --format csv");
    folder
        .run(&["timeline", "a.txt", "--format", "csv", "--separator", "::"])
        .fails_with("error: --separator takes one sign, not \"::\"\nhelp: use , ; | or tab");
    folder.run(&["timeline", "a.txt", "--format", "csv", "--separator", "x"]).fails_with(
        "error: --separator: 'x' cannot separate the cells of a table\nhelp: use , ; | or tab",
    );
}

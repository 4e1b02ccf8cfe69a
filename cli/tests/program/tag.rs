//! `frise tag`: its JSON, its offsets, its table, its TimeML.

use crate::support::{Folder, run};

#[test]
fn an_empty_text_is_an_empty_result() {
    let folder = Folder::new("empty").with("a.txt", "").with("b.txt", " \n");
    let json = folder.run(&["tag", "a.txt", "b.txt"]).json();
    assert_eq!(
        json,
        serde_json::json!([
            { "schema": 1, "id": "a", "timexes": [] },
            { "schema": 1, "id": "b", "timexes": [] },
        ])
    );
    assert_eq!(
        folder.run(&["tag", "--format", "table", "a.txt"]).out,
        "no time expression found\n"
    );
}

#[test]
fn json_is_an_array_with_one_object_a_file() {
    let text = "Le barrage a cédé le 7 mars 2024.";
    let folder = Folder::new("array").with("x/one.txt", text).with("two.v2.txt", text);
    let json = folder.run(&["tag", "x/one.txt", "two.v2.txt"]).json();
    let ids: Vec<&str> =
        json.as_array().unwrap().iter().map(|tagged| tagged["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["one", "two.v2"]);
    assert_eq!(folder.run(&["tag", "x/one.txt"]).json().as_array().unwrap().len(), 1);
}

#[test]
fn standard_input_is_read_where_no_file_is_named() {
    let folder = Folder::new("stdin");
    for arguments in [&["tag"][..], &["tag", "-"]] {
        let json = folder.run_with(arguments, "Le barrage a cédé le 7 mars 2024.").json();
        assert_eq!(json[0]["id"], "stdin");
        assert_eq!(json[0]["timexes"][0]["value"], "2024-03-07");
    }
}

#[test]
fn the_fields_of_the_json() {
    let text = "Le barrage a cédé le 7 mars 2024. Le 9 mars, les secours ont quitté la vallée.\n";
    let folder = Folder::new("fields").with("dam.txt", text);
    insta::assert_snapshot!(folder.run(&["tag", "--lang", "fr", "dam.txt"]).out);
}

#[test]
fn offsets_count_what_is_asked_for() {
    let text = "🎭 Été à l’œuvre : le 7 mars 2024.";
    let folder = Folder::new("offsets").with("a.txt", text);
    let start = text.find("le 7").unwrap();
    let before = text.get(..start).unwrap();
    let units = [
        ("bytes", start, text.len() - 1),
        ("chars", before.chars().count(), text.chars().count() - 1),
        ("utf16", before.encode_utf16().count(), text.encode_utf16().count() - 1),
    ];
    for (unit, start, end) in units {
        let json = folder.run(&["tag", "--lang", "fr", "--offsets", unit, "a.txt"]).json();
        let timex = &json[0]["timexes"][0];
        assert_eq!((&timex["start"], &timex["end"]), (&start.into(), &end.into()), "{unit}");
        assert_eq!(timex["extent"], serde_json::json!({ "start": start, "end": end }), "{unit}");
    }
    let default = folder.run(&["tag", "--lang", "fr", "a.txt"]).json();
    assert_eq!(default[0]["timexes"][0]["start"], before.chars().count());
}

#[test]
fn one_date_published_is_for_all_and_several_are_in_the_order_of_the_files() {
    let folder = Folder::new("dates").with("a.txt", "Le 7 mars.").with("b.txt", "Le 7 mars.");
    let values = |arguments: &[&str]| {
        let json =
            folder.run(&[&["tag", "--lang", "fr", "a.txt", "b.txt"], arguments].concat()).json();
        [0, 1].map(|n: usize| json[n]["timexes"][0]["value"].as_str().unwrap().to_owned())
    };
    assert_eq!(values(&["--published", "2024-04-05"]), ["2024-03-07", "2024-03-07"]);
    let each = ["--published", "2024-04-05", "--published", "2019-04-05T12:00:30+02:00"];
    assert_eq!(values(&each), ["2024-03-07", "2019-03-07"]);
}

#[test]
fn the_table_is_for_people() {
    let text = "Un été.\n\nLe barrage a cédé le 7 mars 2024. Le 9 mars, rien.\n";
    let folder = Folder::new("table").with("a.txt", text);
    insta::assert_snapshot!(folder.run(&["tag", "--lang", "fr", "--format", "table", "a.txt"]).out);
}

#[test]
fn timeml_keeps_the_text_and_escapes_it() {
    let text = "R&D <b> : le 7 mars 2024 \u{1} \"fin\".\n";
    let folder = Folder::new("timeml").with("a&b.txt", text);
    let arguments =
        ["tag", "--lang", "fr", "--published", "2024-04-05", "--format", "timeml", "a&b.txt"];
    insta::assert_snapshot!(folder.run(&arguments).out);
}

#[test]
fn a_language_that_is_said_is_not_detected() {
    let ran = run(&["tag", "--lang", "de"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("[possible values: en, fr]"), "{}", ran.err);
}

#[test]
fn expressions_without_a_date_to_count_from_are_warned_of() {
    let folder = Folder::new("undated").with("a.txt", "Hier, le barrage a cédé. Demain, rien.");
    let ran = folder.run(&["tag", "--lang", "fr", "a.txt"]);
    assert_eq!(ran.status, 0);
    assert_eq!(
        ran.err,
        "warning: a: no date published is known, so 2 expressions stay unresolved, \"Hier\" first\n\
         help: give it with --published, for example --published 2024-04-05\n"
    );
    assert_eq!(folder.run(&["tag", "--lang", "fr", "--quiet", "a.txt"]).err, "");
}

//! `frise case`: paths, overruling, expectations, JSON.

use serde_json::Value;

use crate::support::Folder;

const TEXT: &str = "On 7 March 2024 the dam burst.\n\nThe mayor resigned on 9 March 2024.\n";

#[test]
fn paths_are_relative_to_the_case_file() {
    let case = "[[article]]\nid = \"a\"\npath = \"../texts/a.txt\"\n";
    let folder = Folder::new("case_paths").with("cases/c.toml", case).with("texts/a.txt", TEXT);
    let ran = folder.run(&["case", "cases/c.toml"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("a:1"), "{}", ran.out);
}

#[test]
fn a_text_can_stand_in_the_case() {
    let case = format!("[[article]]\nid = \"a\"\ntext = '''{TEXT}'''\n");
    let folder = Folder::new("case_text").with("c.toml", case);
    let json = folder.run(&["case", "c.toml", "--format", "json"]).json();
    let events = json["events"].as_array().unwrap();
    assert_eq!(
        events.iter().map(|event| &event["from"]).collect::<Vec<_>>(),
        ["2024-03-07T00:00", "2024-03-09T00:00"]
    );
}

/// A case of two claims, the second with an answer expected.
fn claims(expect: &str) -> String {
    format!(
        "title = \"The dam\"\n[[article]]\nid = \"a\"\ntext = '''{TEXT}'''\n\
         [[event]]\nid = \"dam\"\nquote = \"the dam burst\"\n\
         [[claim]]\ntext = \"dam before 2024-03-08\"\n\
         [[claim]]\ntext = \"dam same-day-as 2024-03-07\"\nexpect = \"{expect}\"\n"
    )
}

#[test]
fn the_answer_expected_decides_the_status() {
    let folder = Folder::new("case_expect")
        .with("right.toml", claims("supported"))
        .with("wrong.toml", claims("contradicted"));
    let right = folder.run(&["case", "right.toml"]);
    assert_eq!((right.status, right.err.as_str()), (0, ""));
    assert!(!right.out.contains("expected"), "{}", right.out);
    let wrong = folder.run(&["case", "wrong.toml"]);
    assert_eq!((wrong.status, wrong.err.as_str()), (1, ""));
    assert!(
        wrong.out.contains("✓ supported: dam same-day-as 2024-03-07\n  expected contradicted\n")
    );
    assert!(wrong.out.contains("\n1 claim has another answer than the one expected.\n"));
}

#[test]
fn the_json_has_the_fields_of_the_interface() {
    let folder = Folder::new("case_json").with("c.toml", claims("supported"));
    let json = folder.run(&["case", "c.toml", "--format", "json"]).json();
    assert_eq!((&json["schema"], &json["title"]), (&Value::from(1), &Value::from("The dam")));
    let verdict = &json["verdicts"][1];
    assert_eq!(verdict["claim"], "dam same-day-as 2024-03-07");
    assert_eq!(
        (&verdict["answer"], &verdict["expect"]),
        (&"supported".into(), &"supported".into())
    );
    assert!(verdict["because"][0]["text"].is_string());
    assert_eq!(json["verdicts"][0].get("expect"), None);
    let dam = json["events"].as_array().unwrap().iter().find(|event| event["id"] == "dam").unwrap();
    let statement = &dam["statements"][0];
    let quoted = TEXT.get(statement["start"].as_u64().unwrap() as usize..);
    assert!(quoted.unwrap().starts_with(statement["text"].as_str().unwrap()));
    for field in ["label", "class", "article", "start", "end", "from", "to", "status", "because"] {
        assert!(dam.get(field).is_some(), "{field} is missing: {dam}");
    }
}

#[test]
fn the_result_can_go_to_a_file() {
    let folder = Folder::new("case_output").with("c.toml", claims("supported"));
    let ran = folder.run(&["case", "c.toml", "-o", "told.txt"]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    assert_eq!(folder.read("told.txt"), folder.run(&["case", "c.toml"]).out);
    let ran = folder.run(&["case", "c.toml", "-o", "no/folder/told.txt"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("help: check that the folder is there"), "{}", ran.err);
}

#[test]
fn what_the_user_gives_stands_beside_what_the_texts_say() {
    let case = format!(
        "[[article]]\nid = \"a\"\ntext = '''{TEXT}'''\n\
         [[event]]\nid = \"dam\"\nquote = \"the dam burst\"\nwhen = \"2024-03-06\"\n"
    );
    let folder = Folder::new("case_when").with("c.toml", case);
    let json = folder.run(&["case", "c.toml", "--format", "json"]).json();
    let conflict = &json["conflicts"][0];
    let articles: Vec<&Value> =
        conflict["statements"].as_array().unwrap().iter().map(|said| &said["article"]).collect();
    assert_eq!(articles, [&Value::from("a"), &Value::Null]);
    assert_eq!(conflict["short_by"], "P1D");
    // A conflict alone is no failure of a case.
    assert_eq!(folder.run(&["case", "c.toml"]).status, 0);
}

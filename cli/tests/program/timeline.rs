//! `frise timeline`: its text, its JSON, its batches.

use serde_json::{Value, json};

use crate::support::Folder;

const TEXT: &str = "🎭 The warning was issued on 8 March 2024 for the next 48 hours.\n\n\
                    The attack took place on 22 March 2024.\n";

#[test]
fn the_text_is_for_people() {
    let folder = Folder::new("timeline_text").with("a.txt", TEXT);
    let ran = folder.run(&["timeline", "--lang", "en", "a.txt"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!(ran.out);
}

#[test]
fn the_fields_of_the_json() {
    let folder = Folder::new("timeline_json").with("a.txt", TEXT);
    let ran = folder.run(&["timeline", "--lang", "en", "--format", "json", "a.txt"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!(ran.out);
}

#[test]
fn a_page_goes_to_a_file_with_labels_of_a_language() {
    let folder = Folder::new("timeline_html").with("a.txt", TEXT);
    let page =
        ["timeline", "--lang", "en", "--format", "html", "--ui", "fr", "-o", "a.html", "a.txt"];
    let ran = folder.run(&page);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    let written = folder.read("a.html");
    assert!(written.starts_with("<!doctype html>\n<html lang=\"fr\">"));
    assert!(written.contains("8 mars 2024") && written.contains("couvre 8–10 mars 2024"));
    assert!(written.contains("🎭 "));
    let plain = folder.run(&["check", "--lang", "en", "--format", "html", "a.txt"]);
    assert!(plain.out.contains("<html lang=\"en\">") && plain.out.ends_with("</html>\n"));
}

#[test]
fn an_empty_text_is_an_empty_timeline() {
    let folder = Folder::new("timeline_empty").with("a.txt", "");
    let json = folder.run(&["timeline", "--format", "json", "a.txt"]).json();
    assert_eq!(
        json,
        json!([{
            "schema": 1,
            "id": "a",
            "published": { "value": null, "from": "none" },
            "events": [],
            "unplaced": [],
            "not_read": [],
            "conflicts": [],
        }])
    );
    let ran = folder.run(&["timeline", "a.txt"]);
    assert_eq!((ran.status, ran.out.as_str()), (0, "no dated event found\n"));
}

#[test]
fn several_files_are_one_timeline_with_an_object_a_file() {
    let folder = Folder::new("timeline_files")
        .with("a.txt", TEXT)
        .with("b.txt", "The dam burst on 3 June 2021.");
    let json =
        folder.run(&["timeline", "--lang", "en", "--format", "json", "a.txt", "b.txt"]).json();
    let ids: Vec<&Value> = json.as_array().unwrap().iter().map(|told| &told["id"]).collect();
    assert_eq!(ids, ["a", "b"]);
    for told in json.as_array().unwrap() {
        assert_eq!(told["schema"], 1);
        for event in told["events"].as_array().unwrap() {
            assert_eq!(event["article"], told["id"]);
            let id = event["id"].as_str().unwrap();
            assert!(id.starts_with(&format!("{}:e", told["id"].as_str().unwrap())), "{id}");
        }
    }
    assert_eq!(json[1]["events"][0]["from"], "2021-06-03T00:00");
}

#[test]
fn offsets_count_what_is_asked_for() {
    let folder = Folder::new("timeline_offsets").with("a.txt", TEXT);
    let starts = ["bytes", "chars", "utf16"].map(|unit| {
        let arguments =
            ["timeline", "--lang", "en", "--format", "json", "--offsets", unit, "a.txt"];
        folder.run(&arguments).json()[0]["events"][0]["statements"][0]["start"].as_u64().unwrap()
    });
    let first = starts[1] as usize;
    let byte = TEXT.char_indices().nth(first).unwrap().0;
    assert_eq!(starts[0] as usize, byte);
    assert_eq!(starts[2] as usize, TEXT.get(..byte).unwrap().encode_utf16().count());
}

#[test]
fn batches_keep_ids_and_put_bad_lines_in_their_place() {
    let line = |id: Value| json!({ "id": id, "lang": "en", "dct": null, "text": TEXT }).to_string();
    let input = [line(json!(7)), "nonsense".to_owned(), line(json!("x"))].join("\n");
    let ran = Folder::new("timeline_jsonl").run_with(&["timeline", "--jsonl"], input);
    assert_eq!(ran.status, 2);
    let lines = ran.json_lines();
    assert_eq!((&lines[0]["id"], &lines[2]["id"]), (&json!(7), &json!("x")));
    assert_eq!((&lines[1]["line"], &lines[1]["id"]), (&json!(2), &Value::Null));
    for told in [&lines[0], &lines[2]] {
        for event in told["events"].as_array().unwrap() {
            assert_eq!(event["article"], told["id"]);
            assert_eq!(event["statements"][0]["article"], told["id"]);
        }
    }
}

#[test]
fn a_report_goes_to_a_file_and_a_batch_does_not() {
    let folder = Folder::new("timeline_output").with("a.txt", TEXT);
    let ran = folder.run(&["timeline", "--lang", "en", "-o", "told.txt", "a.txt"]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    assert!(folder.read("told.txt").contains("2024-03-22"));
    let ran = folder.run(&["timeline", "--jsonl", "-o", "told.jsonl"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("cannot be used with"), "{}", ran.err);
}

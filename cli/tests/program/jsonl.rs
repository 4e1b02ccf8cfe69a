//! Batches: `--jsonl`.

use std::fmt::Write;

use crate::support::{Folder, Ran, run};
use serde_json::json;

fn tag(input: impl AsRef<[u8]>) -> Ran {
    Folder::new("jsonl").run_with(&["tag", "--jsonl"], input)
}

#[test]
fn a_bad_line_stands_in_its_place_and_the_rest_goes_on() {
    let input = [
        r#"{"id": "a", "lang": "fr", "dct": "2024-04-05", "text": "le 7 mars"}"#,
        r#"{"id": "b", "text": "#,
        "",
        r#"["c"]"#,
        r#"{"id": "d"}"#,
        r#"{"id": 7, "text": 3}"#,
        r#"{"id": "e", "dct": "2024-02-30", "text": ""}"#,
        r#"{"id": "f", "lang": "de", "text": ""}"#,
        r#"{"id": {}, "text": ""}"#,
        r#"{"id": "g", "lang": null, "dct": null, "text": "", "more": [1]}"#,
    ];
    let ran = Folder::new("bad_lines").run_with(&["tag", "--jsonl"], input.join("\n"));
    assert_eq!(ran.status, 2);
    let lines = ran.json_lines();
    assert_eq!(lines.len(), input.len());
    assert_eq!(lines[0]["timexes"][0]["value"], "2024-03-07");
    let bad = |id: serde_json::Value, line: usize, error: &str| json!({ "schema": 1, "id": id, "line": line, "error": error });
    assert_eq!(lines[1], bad(json!(null), 2, "not JSON: EOF while parsing a value at column 19"));
    assert_eq!(lines[2], bad(json!(null), 3, "the line is empty; a line is one JSON object"));
    let object = "not a JSON object; a line is {\"id\", \"lang\", \"dct\", \"text\"}";
    assert_eq!(lines[3], bad(json!(null), 4, object));
    assert_eq!(lines[4], bad(json!("d"), 5, "\"text\" is missing; it holds the article"));
    assert_eq!(lines[5], bad(json!(7), 6, "\"text\" must be a string"));
    let date = "\"dct\": \"2024-02-30\" is not a date that exists; \
                write it as 2024-04-05, 2024-04-05T21:15 or 2024-04-05T21:15+02:00";
    assert_eq!(lines[6], bad(json!("e"), 7, date));
    let lang = "\"lang\": no language \"de\"; the languages are en and fr";
    assert_eq!(lines[7], bad(json!("f"), 8, lang));
    assert_eq!(lines[8], bad(json!(null), 9, "\"id\" must be a string, a number or null"));
    assert_eq!(lines[9], json!({ "schema": 1, "id": "g", "timexes": [] }));
    assert_eq!(
        ran.err,
        "error: 8 lines of standard input could not be read, the first is line 2: \
         not JSON: EOF while parsing a value at column 19\n\
         help: each stands in the output as {\"id\", \"line\", \"error\"}; the other lines are answered\n"
    );
}

#[test]
fn an_id_comes_back_as_it_was_given() {
    let ids =
        [r#""a""#, "12", "123456789012345678901234567890", "1.50", "null", r#""é\u00e9""#, r#""""#];
    let mut input = String::new();
    for id in ids {
        writeln!(input, "{{\"id\": {id}, \"text\": \"\"}}").unwrap();
    }
    input.push_str("{\"text\": \"\"}\n");
    let ran = Folder::new("ids").run_with(&["tag", "--jsonl"], input);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let mut wanted = String::new();
    for id in ids.into_iter().chain(["null"]) {
        writeln!(wanted, "{{\"schema\":1,\"id\":{id},\"timexes\":[]}}").unwrap();
    }
    assert_eq!(ran.out, wanted);
}

#[test]
fn a_line_that_is_not_utf_8_is_bad_and_no_other() {
    let input = b"{\"id\": 1, \"text\": \"\"}\n{\"id\": 2, \"text\": \"\xe9\"}\n{\"id\": 3, \"text\": \"\"}\n";
    let ran = Folder::new("bad_utf_8").run_with(&["tag", "--jsonl"], input);
    assert_eq!(ran.status, 2);
    let lines = ran.json_lines();
    assert_eq!(lines[1]["error"], "not UTF-8: byte 0xE9 at offset 19 (line 1, column 20)");
    assert_eq!((&lines[0]["id"], &lines[2]["id"]), (&json!(1), &json!(3)));
}

#[test]
fn the_order_is_that_of_the_lines_whatever_the_jobs() {
    let mut input = String::new();
    for n in 0..200 {
        let text = "Le barrage a cédé le 7 mars 2024. ".repeat(if n % 7 == 0 { 20 } else { 1 });
        writeln!(input, "{}", json!({ "id": n, "lang": "fr", "text": text })).unwrap();
    }
    let folder = Folder::new("order");
    let one = folder.run_with(&["tag", "--jsonl", "--jobs", "1"], &input);
    let ids: Vec<u64> = one.json_lines().iter().map(|line| line["id"].as_u64().unwrap()).collect();
    assert_eq!(ids, (0..200).collect::<Vec<_>>());
    for jobs in ["2", "7"] {
        let many = folder.run_with(&["tag", "--jsonl", "--jobs", jobs], &input);
        assert!(many.out == one.out, "{jobs} jobs give another output");
    }
}

#[test]
fn no_line_is_no_output_and_no_error() {
    let ran = tag("");
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
}

#[test]
fn dates_come_with_minutes_seconds_and_offsets() {
    let dates = [
        "2024-04-05",
        "2024-04-05T21:15",
        "2024-04-05T21:15:30",
        "2024-04-05T21:15:30Z",
        "2024-04-05T21:15+02:00",
    ];
    let mut input = String::new();
    for date in dates {
        writeln!(
            input,
            "{}",
            json!({ "id": date, "lang": "fr", "dct": date, "text": "le 7 mars" })
        )
        .unwrap();
    }
    let ran = Folder::new("dcts").run_with(&["tag", "--jsonl"], input);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    for line in ran.json_lines() {
        assert_eq!(line["timexes"][0]["value"], "2024-03-07", "{}", line["id"]);
    }
}

#[test]
fn a_peer_that_waits_for_its_answer_gets_it() {
    use std::io::{BufRead, BufReader, Write};
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_frise"))
        .args(["tag", "--jsonl"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut to = child.stdin.take().unwrap();
    let mut from = BufReader::new(child.stdout.take().unwrap());
    for n in 0..3 {
        writeln!(to, "{}", json!({ "id": n, "text": "" })).unwrap();
        let mut line = String::new();
        from.read_line(&mut line).unwrap();
        assert_eq!(line, format!("{{\"schema\":1,\"id\":{n},\"timexes\":[]}}\n"));
    }
    drop(to);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_batch_has_one_format_and_one_input() {
    run(&["tag", "--jsonl", "--format", "timeml"]).fails_with(
        "error: --jsonl writes a line of JSON for each document, and no other format\n\
         help: leave out --format, or leave out --jsonl",
    );
    run(&["tag", "--jsonl", "a.jsonl", "b.jsonl"]).fails_with(
        "error: --jsonl reads one input, not 2\n\
         help: join them: cat FILE… | frise tag --jsonl",
    );
}

//! The same bytes on every run, with any number of jobs, under any zone and locale, in any order of
//! documents.

use serde_json::{Value, json};

use crate::support::{Folder, Ran, repository};

const ARTICLES: [(&str, &str); 5] = [
    ("carnet", "2024-04-05"),
    ("depeche", "2024-03-24"),
    ("review", "2024-03-31T02:30"),
    ("harbour", "2024-04-05"),
    ("pass", "2024-04-05T21:15+02:00"),
];

/// What surrounds a run, and the jobs it works with. The first two differ in jobs alone.
const SURROUNDINGS: [(&[(&str, &str)], &str); 4] = [
    (&[], "1"),
    (&[], "8"),
    (&[("TZ", "Pacific/Apia"), ("LANG", "tr_TR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8")], "2"),
    (&[("TZ", "no/such"), ("LANG", ""), ("LC_ALL", "C"), ("LC_TIME", "fr_FR")], "8"),
];

/// A folder with the articles and the case of the fixtures, a TimeML document, and the articles once more
/// as lines of a batch.
fn folder(test: &str) -> Folder {
    let fixture = |path: &str| {
        std::fs::read_to_string(repository().join("fixtures").join(path)).expect("it is there")
    };
    let mut folder = Folder::new(test)
        .with("cases/case.toml", fixture("cases/concert-hall.toml"))
        .with("ferry.tml", fixture("timeml/ferry.tml"))
        .with("lines.jsonl", lines(&fixture).join("\n"));
    for (id, _) in ARTICLES {
        folder = folder.with(&format!("articles/{id}.txt"), fixture(&format!("articles/{id}.txt")));
    }
    folder
}

/// The articles and each of their paragraphs, a document a line.
fn lines(fixture: &impl Fn(&str) -> String) -> Vec<String> {
    let mut lines = Vec::new();
    for (id, published) in ARTICLES {
        let text = fixture(&format!("articles/{id}.txt"));
        for (n, part) in std::iter::once(text.as_str()).chain(text.split("\n\n")).enumerate() {
            let id = format!("{id}-{n}");
            lines.push(json!({ "id": id, "dct": published, "text": part }).to_string());
        }
    }
    lines
}

/// Every command, in every format that it writes. Those on files say the articles, their dates and jobs.
fn commands() -> Vec<(Vec<&'static str>, bool)> {
    let mut commands: Vec<(Vec<&str>, bool)> = Vec::new();
    for format in ["text", "json", "html", "csv", "markdown", "mermaid", "ics", "timelinejs"] {
        commands.push((vec!["timeline", "--format", format], true));
        commands.push((vec!["case", "cases/case.toml", "--format", format], false));
    }
    commands.push((vec!["case", "cases/case.toml", "--format", "claimreview"], false));
    commands.push((vec!["case", "cases/case.toml", "--without", "review"], false));
    for format in ["table", "json"] {
        commands.push((vec!["tag", "--format", format], true));
    }
    for format in ["text", "json", "html"] {
        commands.push((vec!["check", "--format", format], true));
        commands.push((vec!["ask", "--format", format], true));
    }
    commands.push((vec!["tag", "--format", "timeml", "articles/review.txt"], false));
    commands.push((vec!["check", "--timeml", "ferry.tml"], false));
    commands.push((vec!["case", "--init", "articles/carnet.txt", "articles/review.txt"], false));
    commands.push((vec!["tag", "--jsonl", "lines.jsonl"], false));
    commands.push((vec!["timeline", "--jsonl", "lines.jsonl"], false));
    commands
}

fn run(folder: &Folder, surroundings: usize, command: &[&str], on_files: bool) -> Ran {
    let (environment, jobs) = SURROUNDINGS[surroundings];
    let mut arguments = command.to_vec();
    let files: Vec<String> = ARTICLES.iter().map(|(id, _)| format!("articles/{id}.txt")).collect();
    if on_files {
        arguments.extend(files.iter().map(String::as_str));
        if command[0] == "ask" {
            arguments.push("carnet:e1 before 2024-03-20");
        }
        arguments.extend(ARTICLES.iter().flat_map(|(_, date)| ["--published", date]));
    }
    if on_files || command.contains(&"--jsonl") {
        arguments.extend(["--jobs", jobs]);
    }
    folder.run_where(environment, &arguments, "")
}

#[test]
fn neither_jobs_nor_zone_nor_locale_changes_a_byte_of_any_format() {
    let folder = folder("surroundings");
    for (command, on_files) in commands() {
        let first = run(&folder, 0, &command, on_files);
        assert!(100 < first.out.len(), "{command:?} writes {}{}", first.out, first.err);
        for other in 1..SURROUNDINGS.len() {
            let there = run(&folder, other, &command, on_files);
            assert_eq!((there.status, &there.err), (first.status, &first.err), "{command:?}");
            assert!(there.out == first.out, "{command:?} writes another text: {other}");
        }
    }
}

#[test]
fn documents_are_read_alike_in_any_order() {
    let folder = folder("orders");
    for command in ["tag", "timeline"] {
        let lines: Vec<String> = folder.read("lines.jsonl").lines().map(str::to_owned).collect();
        let out = |lines: &[String]| -> Vec<String> {
            let ran = folder.run_with(&[command, "--jsonl"], lines.join("\n"));
            assert_eq!((ran.status, ran.err.as_str()), (0, ""));
            ran.out.lines().map(str::to_owned).collect()
        };
        let in_order = out(&lines);
        let count = lines.len();
        for order in [
            (0..count).rev().collect::<Vec<_>>(),
            (0..count).step_by(2).chain((1..count).step_by(2)).collect::<Vec<_>>(),
        ] {
            let shuffled: Vec<String> = order.iter().map(|n| lines[*n].clone()).collect();
            let wanted: Vec<String> = order.iter().map(|n| in_order[*n].clone()).collect();
            assert!(out(&shuffled) == wanted, "{command}: {order:?}");
        }
    }
    // Of files, and each alone.
    let tag = |files: &[&str]| -> Vec<Value> {
        let mut arguments = vec!["tag", "--format", "json"];
        arguments.extend(files);
        arguments.extend(["--published", "2024-04-05"]);
        folder.run(&arguments).json().as_array().expect("a list").clone()
    };
    let files = ARTICLES.map(|(id, _)| format!("articles/{id}.txt"));
    let [a, b, c, ..] = files.each_ref().map(String::as_str);
    let alone: Vec<Value> = [a, b, c].iter().flat_map(|file| tag(&[file])).collect();
    assert_eq!(tag(&[a, b, c]), alone);
    assert_eq!(tag(&[c, a, b]), [&alone[2], &alone[0], &alone[1]].map(Clone::clone));
}

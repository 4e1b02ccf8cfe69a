//! `frise case --init`: the case it writes is read and worked out by the program itself.

use crate::support::{Folder, repository, run};

const ONE: &str = "Le 7 mars 2024, le barrage a cédé.\nLe préfet a démissionné le 10 mars 2024, \
                   trois jours après la rupture.\nLe 7 mars 2024, le barrage a cédé.\n";
const TWO: &str = "The mayor, \"tired\", resigned on 12 March 2024. He had spoken on 1 March 2024.";

#[test]
fn a_case_to_begin_with_loads_and_runs() {
    let folder = Folder::new("init").with("texts/one.txt", ONE).with("texts/two.txt", TWO);
    let ran = folder.run(&[
        "case",
        "--init",
        "texts/one.txt",
        "texts/two.txt",
        "--published",
        "2024-04-05",
        "-o",
        "texts/c.toml",
    ]);
    assert_eq!((ran.status, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    insta::assert_snapshot!(folder.read("texts/c.toml"));
    let case = folder.run(&["case", "texts/c.toml", "--format", "json"]).json();
    let answers: Vec<&str> = case["verdicts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["answer"].as_str().unwrap())
        .collect();
    assert!(!answers.is_empty());
    // The answers that it foretells are those that it gives.
    let file = folder.read("texts/c.toml").replace("# expect", "expect");
    let folder = folder.with("texts/c.toml", file);
    assert_eq!(folder.run(&["case", "texts/c.toml", "--quiet"]).status, 0);
}

#[test]
fn the_articles_of_this_repository_make_cases() {
    let mut folder = Folder::new("init_all");
    for articles in [&["carnet", "depeche", "review"][..], &["harbour"], &["pass"]] {
        let paths: Vec<String> = articles
            .iter()
            .map(|id| {
                repository().join(format!("fixtures/articles/{id}.txt")).display().to_string()
            })
            .collect();
        let name = format!("{}.toml", articles.join("-"));
        let mut arguments =
            vec!["case", "--quiet", "--published", "2024-04-05", "-o", &name, "--init"];
        arguments.extend(paths.iter().map(String::as_str));
        let ran = folder.run(&arguments);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{name}");
        let file = folder.read(&name).replace("# expect", "expect");
        folder = folder.with(&name, file);
        let ran = folder.run(&["case", "--quiet", &name]);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{name}");
    }
}

#[test]
fn a_case_that_is_there_is_not_written_over() {
    let folder = Folder::new("init_over").with("a.txt", ONE).with("c.toml", "title = \"mine\"");
    folder.run(&["case", "--init", "a.txt", "-o", "c.toml"]).fails_with(
        "error: c.toml is there already\n\
         help: name another file with -o, or move that one away",
    );
    assert_eq!(folder.read("c.toml"), "title = \"mine\"");
}

#[test]
fn articles_come_from_files() {
    let folder = Folder::new("init_stdin");
    let ran = folder.run_with(&["case", "--quiet", "--init", "-"], ONE);
    ran.fails_with(
        "error: a case names its articles by their files, and standard input has none\n\
         help: write the text to a file first",
    );
}

#[test]
fn an_article_without_events_makes_a_case_all_the_same() {
    let folder = Folder::new("init_empty").with("a.txt", "Nothing to tell.");
    let ran = folder.run(&["case", "--quiet", "--init", "a.txt", "-o", "c.toml"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert_eq!(folder.run(&["case", "c.toml"]).out, "What does a tell?\n\nno dated event found\n");
    assert_eq!(run(&["case"]).status, 2);
}

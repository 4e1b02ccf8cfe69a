//! What the program says of input and usage that it cannot take: word for word, with status 2.

use crate::support::{Folder, run};

const ARTICLE: &str = "Le barrage a cédé le 7 mars 2024.\n";

#[test]
fn a_file_that_is_not_there() {
    run(&["tag", "no/such/file.txt"]).fails_with(
        "error: cannot read no/such/file.txt: there is no such file\n\
         help: check the path; it is looked up from the folder that the program runs in",
    );
}

#[test]
fn a_folder_for_a_file() {
    Folder::new("a_folder_for_a_file").with("sub/a.txt", ARTICLE).run(&["tag", "sub"]).fails_with(
        "error: cannot read sub: it is a folder\n\
         help: name the files in it, for example with a pattern such as folder/*.txt",
    );
}

#[test]
fn damaged_utf_8_is_refused_with_the_place_of_the_byte() {
    let folder = Folder::new("damaged").with("a.txt", b"Un \xc3\xa9t\xc3\xa9.\nLe pr\xe9fet");
    folder.run(&["tag", "a.txt"]).fails_with(
        "error: a.txt is not UTF-8: byte 0xE9 at offset 15 (line 2, column 6)\n\
         help: if it is Latin-1 or Windows-1252, convert it: iconv -f WINDOWS-1252 -t UTF-8",
    );
}

#[test]
fn two_files_of_one_name() {
    let folder = Folder::new("two_files").with("x/a.txt", ARTICLE).with("y/a.txt", ARTICLE);
    folder.run(&["tag", "x/a.txt", "y/a.txt"]).fails_with(
        "error: two articles have the id \"a\": x/a.txt and y/a.txt\n\
         help: a file's id is its name without folder and ending; rename one of them",
    );
}

#[test]
fn a_date_published_that_does_not_exist() {
    Folder::new("no_date")
        .with("a.txt", ARTICLE)
        .run(&["tag", "--published", "2024-02-30", "a.txt"])
        .fails_with(
            "error: --published: \"2024-02-30\" is not a date that exists\n\
         help: write it as 2024-04-05, 2024-04-05T21:15 or 2024-04-05T21:15+02:00",
        );
}

#[test]
fn more_dates_than_files() {
    let folder = Folder::new("more_dates").with("a.txt", ARTICLE);
    let dates = ["--published", "2024-04-05", "--published", "2024-04-06"];
    folder.run(&[&["tag", "a.txt"][..], &dates].concat()).fails_with(
        "error: 2 dates published for 1 article\n\
         help: give --published once for all articles, or once per file in the order of the files",
    );
}

#[test]
fn a_zone_that_is_not_there() {
    let folder = Folder::new("no_zone").with("a.txt", ARTICLE);
    folder.run(&["tag", "--zone", "Europe/Pari", "a.txt"]).fails_with(
        "error: no time zone \"Europe/Pari\"\n\
         help: did you mean \"Europe/Paris\"?",
    );
    folder.run(&["tag", "--zone", "Middle-earth", "a.txt"]).fails_with(
        "error: no time zone \"Middle-earth\"\n\
         help: write it as Europe/Paris (a name of the IANA database), +02:00 or UTC",
    );
}

#[test]
fn zones_and_offsets_that_are_there() {
    let folder = Folder::new("zones").with("a.txt", ARTICLE);
    for zone in ["Europe/Paris", "UTC", "+02:00", "-05:30"] {
        assert_eq!(folder.run(&["tag", "--zone", zone, "a.txt"]).status, 0, "{zone}");
    }
}

#[test]
fn a_format_that_is_not_there() {
    run(&["tag", "--format", "jsn"]).fails_with(
        "error: there is no format \"jsn\" here\n\
         help: did you mean json? the formats are table, json and timeml",
    );
}

#[test]
fn timeml_of_several_articles() {
    let folder = Folder::new("timeml_of").with("a.txt", ARTICLE).with("b.txt", ARTICLE);
    folder.run(&["tag", "--format", "timeml", "a.txt", "b.txt"]).fails_with(
        "error: TimeML holds one document, and 2 articles are given\n\
         help: run the program once per article",
    );
}

#[test]
fn an_option_that_is_not_there() {
    let ran = run(&["tag", "--pubished", "2024-04-05"]);
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("a similar argument exists: '--published'"), "{}", ran.err);
}

#[test]
fn help_and_version_are_no_errors() {
    let ran = run(&["--help"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("frise case --init one.txt two.txt -o case.toml"));
    let commands =
        ["tag", "timeline", "check", "ask", "verify", "case", "schema", "completions", "man"];
    for command in commands {
        let ran = run(&[command, "--help"]);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{command}");
        assert!(ran.out.contains(&format!("Examples:\n  frise {command} ")), "{command}");
    }
    assert_eq!(run(&["--version"]).out, format!("frise {}\n", env!("CARGO_PKG_VERSION")));
}

//! Every report in both languages, on a case of two short articles.

use super::french;
use super::support::Folder;

const DAM: &str = "The lake's dam burst on 7 March 2024. The alarm was given the day before the break, \
    for 48 hours. The prefect rejected the alarm three days after the dam broke. The bridge was closed \
    from 3 to 5 May 2024. Two mayors resigned last week.\n\n\
    The minister will come on Monday. The commission met on 31 February 2024.\n";
const STATION: &str = "The lake's dam burst on 8 March 2024, according to the company. About three weeks \
    later, an inquiry was opened. The mayor was arrested on Thursday, 8 March 2024.\n";
const CASE: &str = r#"title = "The dam"

[[article]]
id = "echo"
path = "dam.txt"
published = "2024-05-20"
source = "a paper"

[[article]]
id = "station"
path = "station.txt"
published = "2024-06-02"

[[event]]
id = "break"
label = "break of the dam"
quote = ["The lake's dam burst on 7 March 2024", "The lake's dam burst on 8 March 2024"]

[[event]]
id = "complaint"
label = "complaint"
quote = "Two mayors resigned last week"
window = "48 hours"

[[ignore]]
text = "The bridge was closed"
why = "a misprint"

[[claim]]
text = "break before 2024-03-20"

[[claim]]
text = "break same-day-as 2024-03-07"
expect = "contradicted"

[[claim]]
text = "complaint before break"
"#;

fn english(test: &str) -> Folder {
    Folder::new(test).with("dam.txt", DAM).with("station.txt", STATION).with("case.toml", CASE)
}

/// A folder with the case, its articles, and a claim, in the language of the explanations.
fn folders(test: &str) -> [(&'static str, Folder, [&'static str; 2], &'static str); 2] {
    [
        ("en", english(&format!("{test}_en")), ["dam.txt", "station.txt"], "e1 before 2024-04-01"),
        (
            "fr",
            french::folder(&format!("{test}_fr")),
            ["barrage.txt", "gare.txt"],
            "e1 avant 2024-04-01",
        ),
    ]
}

#[test]
fn a_case_in_every_format_for_people() {
    for format in ["text", "html", "markdown", "csv", "mermaid", "ics", "timelinejs", "claimreview"]
    {
        for (ui, folder, ..) in folders(&format!("case_{format}")) {
            let ran = folder.run(&["case", "case.toml", "--ui", ui, "--format", format]);
            let told = if format == "html" {
                let lines = french::read(&ran.out);
                let lines = lines.lines().map(str::trim).filter(|line| !line.is_empty());
                lines.collect::<Vec<_>>().join("\n")
            } else {
                ran.out
            };
            insta::assert_snapshot!(format!("case_{format}_{ui}"), told + "\n---\n" + &ran.err);
        }
    }
}

#[test]
fn a_case_in_brief_and_what_changes_without_a_source() {
    for (ui, folder, ..) in folders("case_brief") {
        let brief = folder.run(&["case", "case.toml", "--ui", ui, "--quiet", "--brief"]);
        let changes = ["--without", "station", "--only-changes"];
        let changes = if ui == "fr" { ["--without", "gare", "--only-changes"] } else { changes };
        let changes =
            folder.run(&[&["case", "case.toml", "--ui", ui, "--quiet"][..], &changes].concat());
        let told = format!("{}---\n{}", brief.out, changes.out);
        insta::assert_snapshot!(format!("case_brief_{ui}"), told);
    }
}

#[test]
fn the_other_commands() {
    for (ui, folder, files, claim) in folders("others") {
        let mut told = String::new();
        for command in ["timeline", "check"] {
            let ran = folder.run(&[&[command][..], &files, &["--ui", ui]].concat());
            told.push_str(&format!("{}---\n{}---\n", ran.out, ran.err));
        }
        let ran = folder.run(&["ask", files[0], claim, "--ui", ui, "--quiet"]);
        told.push_str(&format!("{}---\n", ran.out));
        let table = ["tag", files[1], "--ui", ui, "--format", "table", "--quiet"];
        told.push_str(&folder.run(&table).out);
        insta::assert_snapshot!(format!("others_{ui}"), told);
    }
}

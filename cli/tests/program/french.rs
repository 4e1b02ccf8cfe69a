//! French is French to the last word: no English stands in what the program writes with `--ui fr`.

use super::support::{Folder, run};

/// Words that English has and French has not, none of which stands in the articles here.
const ENGLISH: &[&str] = &[
    "the",
    "and",
    "is",
    "are",
    "was",
    "with",
    "from",
    "of",
    "to",
    "this",
    "that",
    "than",
    "not",
    "before",
    "after",
    "until",
    "since",
    "between",
    "told",
    "taken",
    "said",
    "because",
    "help",
    "conflict:",
    "disputed",
    "reported",
    "denied",
    "planned",
    "published",
    "covers",
    "yours",
    "given",
    "supported",
    "contradicted",
    "undetermined",
    "expected",
    "event",
    "events",
    "claim",
    "claims",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "hour",
    "hours",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "at",
    "on",
    "in",
    "it",
    "if",
    "so",
    "doubting",
    "removes",
    "either",
    "likewise",
    "where",
    "cannot",
    "both",
    "dated",
    "undated",
    "unresolved",
    "warning",
    "warning:",
    "note:",
    "right",
    "schedule",
    "undetermined",
    "window",
    "lasts",
    "ends",
    "begins",
    "quote",
    "status",
    "label",
    "columns",
];

const BARRAGE: &str = "Le barrage du lac a cédé le 7 mars 2024. L'alerte a été donnée la veille de \
    la rupture, pour 48 heures. Le préfet a rejeté l'alerte trois jours après la rupture du barrage. \
    Le pont a été fermé du 3 au 5 mai 2024. Deux maires ont démissionné la semaine dernière.\n\n\
    Le ministre viendra lundi. La commission s'est réunie le 31 février 2024.\n";
const GARE: &str = "Le barrage du lac a cédé le 8 mars 2024, selon la compagnie. Environ trois \
    semaines plus tard, une enquête a été ouverte. Le maire a été arrêté le jeudi 8 mars 2024.\n";

const CASE: &str = r#"title = "Le barrage"

[[article]]
id = "echo"
path = "barrage.txt"
published = "2024-05-20"
source = "un journal"

[[article]]
id = "gare"
path = "gare.txt"
published = "2024-06-02"

[[event]]
id = "rupture"
label = "rupture du barrage"
quote = ["Le barrage du lac a cédé le 7 mars 2024", "Le barrage du lac a cédé le 8 mars 2024"]

[[event]]
id = "plainte"
label = "plainte"
quote = "Deux maires"
window = "48 heures"

[[ignore]]
text = "Le pont a été fermé"
why = "une coquille"

[[claim]]
text = "rupture avant 2024-03-20"

[[claim]]
text = "rupture même-jour-que 2024-03-07"
expect = "contradicted"

[[claim]]
text = "plainte avant rupture"
"#;

/// What people read of a page: no markup, no style, no script.
pub(crate) fn read(page: &str) -> String {
    let mut told = String::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        told.push_str(&rest[..at]);
        told.push(' ');
        rest = &rest[at..];
        for (open, close) in [("<style", "</style>"), ("<script", "</script>")] {
            if rest.starts_with(open) {
                rest = rest.find(close).map_or("", |end| &rest[end..]);
            }
        }
        rest = rest.find('>').map_or("", |end| &rest[end + 1..]);
    }
    told + rest
}

#[track_caller]
fn is_french(told: &str, what: &str) {
    is_french_but_for(told, &[], what);
}

pub(crate) fn folder(test: &str) -> Folder {
    Folder::new(test).with("barrage.txt", BARRAGE).with("gare.txt", GARE).with("case.toml", CASE)
}

#[test]
fn no_english_word_stands_in_a_french_case() {
    let folder = folder("french_case");
    for format in ["text", "html", "markdown", "csv"] {
        let ran = folder.run(&["case", "case.toml", "--ui", "fr", "--format", format]);
        let told = if format == "html" { read(&ran.out) } else { ran.out.clone() };
        // Classes and ids are names that all languages share.
        let told = match format {
            "csv" => told.lines().next().unwrap_or_default().to_owned(),
            _ => told,
        };
        assert!(!told.trim().is_empty(), "{format}");
        is_french(&told, format);
    }
    let ran = folder.run(&["case", "case.toml", "--ui", "fr", "--without", "gare"]);
    is_french(&ran.out, "--without");
}

/// Every string of a JSON value that people read.
fn strings(value: &serde_json::Value, key: &str, told: &mut String) {
    // What programs read: ids, names of kinds, moments, addresses.
    let codes = [
        "id",
        "kind",
        "rule",
        "class",
        "head",
        "status",
        "answer",
        "from",
        "to",
        "why",
        "value",
        "type",
        "mod",
        "granularity",
        "article",
        "is",
        "by",
        "unique_id",
        "display_date",
        "group",
        "anchor",
        "@type",
        "@context",
        "inLanguage",
        "claimReviewed",
        "datePublished",
        "expect",
        "cell",
    ];
    match value {
        serde_json::Value::String(text) if !codes.contains(&key) => {
            told.push_str(text);
            told.push('\n');
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| strings(item, key, told)),
        serde_json::Value::Object(fields) if key != "why" => {
            fields.iter().for_each(|(key, value)| strings(value, key, told));
        }
        _ => {}
    }
}

/// What people read of a format: no markup, no keyword.
fn for_people(format: &str, out: &str) -> String {
    match format {
        "html" => read(out),
        "json" | "timelinejs" | "claimreview" => {
            let mut told = String::new();
            let value = serde_json::from_str(out).expect("it is JSON");
            strings(&value, "", &mut told);
            if format == "timelinejs" { read(&told) } else { told }
        }
        // Classes are names that all languages share.
        "csv" => out.lines().next().unwrap_or_default().to_owned(),
        "ics" => {
            let unfolded = out.replace("\r\n ", "");
            let is_said =
                |line: &&str| line.starts_with("DESCRIPTION:") || line.starts_with("SUMMARY:");
            let lines = unfolded.lines().filter(is_said);
            lines
                .filter_map(|line| line.split_once(':'))
                .map(|(_, said)| format!("{said}\n"))
                .collect()
        }
        "mermaid" => {
            let keyword = |line: &&str| {
                let line = line.trim_start();
                !["gantt", "timeline", "dateFormat", "axisFormat"]
                    .iter()
                    .any(|key| line.starts_with(key))
            };
            let bars = out.lines().filter(keyword).map(|line| {
                let said =
                    line.trim_start().trim_start_matches("section ").trim_start_matches("title ");
                // What comes behind the label's colon is for the diagram.
                format!("{}\n", said.rsplit_once(" :").map_or(said, |(label, _)| label))
            });
            bars.collect()
        }
        _ => out.to_owned(),
    }
}

/// English words that a text has itself, so that a report can cite them.
fn cited(texts: &[&str]) -> Vec<&'static str> {
    let words: std::collections::BTreeSet<String> = texts
        .iter()
        .flat_map(|text| text.split(|c: char| !c.is_alphabetic() && c != '\''))
        .map(|word| word.trim_matches('\'').to_lowercase())
        .collect();
    let all = ENGLISH.iter().copied();
    all.filter(|word| words.contains(&word.trim_end_matches(':').to_lowercase())).collect()
}

#[track_caller]
fn is_french_but_for(told: &str, cited: &[&str], what: &str) {
    for line in told.lines() {
        let is_word = |c: char| c.is_alphabetic() || c == ':' || c == '\'';
        for word in line.split(|c: char| !is_word(c)) {
            let bare = word.trim_matches(['\'', ':']);
            let english = ENGLISH.iter().find(|known| **known == word || **known == bare);
            let english = english.filter(|known| {
                !cited
                    .iter()
                    .any(|cited| cited.trim_end_matches(':') == known.trim_end_matches(':'))
            });
            assert!(english.is_none(), "{what}: \"{word}\" in: {line}");
        }
    }
}

const FORMATS: [&str; 9] =
    ["text", "json", "html", "timelinejs", "csv", "markdown", "mermaid", "ics", "claimreview"];

#[test]
fn no_english_word_stands_in_any_format_of_any_fixture() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures");
    let mut read = 0;
    let mut articles: Vec<std::path::PathBuf> = std::fs::read_dir(format!("{root}/articles"))
        .expect("they are there")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    articles.sort();
    let all: String =
        articles.iter().map(|path| std::fs::read_to_string(path).expect("a text")).collect();
    for path in &articles {
        let name = path.to_str().expect("a name");
        let text = std::fs::read_to_string(path).expect("a text");
        let cited = cited(&[&text, name]);
        for format in FORMATS.iter().filter(|format| **format != "claimreview") {
            let ran = run(&["timeline", name, "--ui", "fr", "--format", format]);
            assert_eq!(ran.status, 0, "{}", ran.err);
            is_french_but_for(&for_people(format, &ran.out), &cited, &format!("{name} {format}"));
            is_french_but_for(&ran.err.replace("--published", ""), &cited, name);
            read += 1;
        }
        let ran = run(&["check", name, "--ui", "fr", "--quiet"]);
        is_french_but_for(&ran.out, &cited, &format!("{name} check"));
        for format in ["table", "json"] {
            let ran = run(&["tag", name, "--ui", "fr", "--quiet", "--format", format]);
            is_french_but_for(&for_people(format, &ran.out), &cited, &format!("{name} tag"));
        }
    }
    let case = "fixtures/cases/concert-hall.toml";
    let source = std::fs::read_to_string(format!("{root}/../{case}")).expect("the case");
    let cited = cited(&[&all, &source]);
    for format in FORMATS {
        let ran = run(&["case", case, "--ui", "fr", "--format", format]);
        is_french_but_for(&for_people(format, &ran.out), &cited, &format!("{case} {format}"));
        read += 1;
    }
    assert_eq!(read, 5 * 8 + 9);
}

#[test]
fn no_english_word_stands_in_french_warnings_timelines_checks_and_answers() {
    let folder = folder("french_rest");
    let files = ["barrage.txt", "gare.txt"];
    for command in ["timeline", "check"] {
        let ran = folder.run(&[&[command][..], &files, &["--ui", "fr"]].concat());
        is_french(&ran.out, command);
        assert!(ran.err.contains("date de publication inconnue"), "{}", ran.err);
        is_french(&ran.err.replace("--published", ""), "warnings");
    }
    let ran = folder.run(&["ask", "barrage.txt", "e1 avant 2024-04-01", "--ui", "fr"]);
    is_french(&ran.out, "ask");
    let ran = folder.run(&["tag", "gare.txt", "--ui", "fr", "--format", "json", "--quiet"]);
    let told: serde_json::Value = serde_json::from_str(&ran.out).expect("it is JSON");
    for timex in told[0]["timexes"].as_array().expect("a list") {
        for step in timex["steps"].as_array().expect("a list") {
            is_french(step.as_str().expect("words"), "steps");
        }
        is_french(timex["unresolved"].as_str().unwrap_or_default(), "unresolved");
    }
}

#[test]
fn a_date_that_does_not_exist_is_said_so_in_both_languages() {
    let folder = Folder::new("no_such_date").with("a.txt", "Le barrage a cédé le 31 février 2024.");
    for (ui, headline) in [
        ("fr", "conflit\u{a0}: le 31 février 2024 n'existe pas"),
        ("en", "conflict: 31 February 2024 does not exist"),
    ] {
        let ran = folder.run(&["check", "a.txt", "--ui", ui]);
        assert!(ran.out.starts_with(headline), "{}", ran.out);
    }
}

#[test]
fn an_answer_has_one_name_in_every_format() {
    let folder = folder("one_name");
    for format in ["text", "html", "markdown", "claimreview"] {
        let told = folder.run(&["case", "case.toml", "--ui", "fr", "--format", format]).out;
        for name in ["confirmé", "contesté"] {
            assert!(told.contains(name), "{format}: {name}");
        }
        for other in ["établi", "démenti", "disputé"] {
            assert!(!told.contains(other), "{format}: {other}");
        }
    }
}

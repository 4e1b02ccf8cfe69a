//! The formats for other programs, read by parsers that are not ours.

use crate::support::{Folder, repository, run};

const CASE: &str = "fixtures/cases/concert-hall.toml";

/// The concert-hall case in a format.
#[track_caller]
fn case(format: &str) -> String {
    let ran = run(&["case", CASE, "--quiet", "--format", format]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    ran.out
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("it is JSON")
}

#[test]
fn every_format_is_the_same_twice() {
    for format in ["html", "timelinejs", "csv", "markdown", "mermaid", "ics", "claimreview", "json"]
    {
        assert_eq!(case(format), case(format), "{format}");
    }
}

#[test]
fn a_table_has_a_row_a_statement_and_offsets_that_point_at_the_words() {
    let articles = ["carnet", "depeche", "review"].map(|id| {
        let path = repository().join(format!("fixtures/articles/{id}.txt"));
        (id, std::fs::read_to_string(path).expect("the article is there"))
    });
    let written = case("csv");
    let mut table = csv::Reader::from_reader(written.as_bytes());
    let head = table.headers().expect("it has a head").clone();
    let mut rows = 0;
    for row in table.records() {
        let row = row.expect("every row has all cells");
        let cell = |name: &str| {
            let at = head.iter().position(|known| known == name).expect("the column is there");
            row.get(at).expect("the cell is there").to_owned()
        };
        rows += 1;
        let Some((_, text)) = articles.iter().find(|(id, _)| *id == cell("article")) else {
            continue;
        };
        let number = |name: &str| cell(name).parse::<usize>().expect("a number");
        let words: String =
            text.chars().skip(number("start")).take(number("end") - number("start")).collect();
        assert_eq!(words, cell("quote"));
        let lines = text.chars().take(number("start")).filter(|letter| *letter == '\n').count();
        assert_eq!(lines + 1, number("line"));
    }
    assert_eq!(rows, 31);
}

#[test]
fn a_table_for_excel_has_its_mark_and_its_separator() {
    let folder = Folder::new("excel").with("a;b.txt", "Le barrage a cédé le 7 mars 2024.");
    let ran = folder.run(&[
        "timeline",
        "a;b.txt",
        "--quiet",
        "--format",
        "csv",
        "--bom",
        "--separator",
        ";",
    ]);
    let table = ran.out.strip_prefix('\u{feff}').expect("a byte-order mark");
    let mut rows = csv::ReaderBuilder::new().delimiter(b';').from_reader(table.as_bytes());
    let row = rows.records().next().expect("a row").expect("all its cells");
    assert_eq!([row.get(10), row.get(13)], [Some("a;b"), Some("Le barrage a cédé le 7 mars 2024")]);
}

#[test]
fn a_calendar_is_read_by_a_parser() {
    let written = case("ics");
    assert!(written.lines().count() < written.matches("\r\n").count() + 1, "lines end with CR LF");
    assert!(written.split("\r\n").all(|line| line.len() <= 75), "a line is 75 octets at most");
    let unfolded = icalendar::parser::unfold(&written);
    let calendar = icalendar::parser::read_calendar(&unfolded).expect("it is a calendar");
    assert_eq!(calendar.components.len(), 26);
    let of = |uid: &str| {
        let entry = calendar.components.iter().find(|entry| {
            entry.find_prop("UID").is_some_and(|known| known.val.as_ref() == format!("{uid}@frise"))
        });
        let entry = entry.expect("the entry is there");
        ["DTSTART", "DTEND", "STATUS"]
            .map(|name| entry.find_prop(name).expect("it has that").val.to_string())
    };
    assert_eq!(of("attack"), ["20240322", "20240323", "CONFIRMED"]);
    assert_eq!(of("warning"), ["20240307", "20240309", "TENTATIVE"]);
    assert_eq!(of("warning-window"), ["20240305", "20240311", "TENTATIVE"]);
    assert_eq!(of("responsibility"), ["20240322T000100", "20240323T115900", "CONFIRMED"]);
}

#[test]
fn a_page_of_markdown_holds_every_quotation() {
    let written = case("markdown");
    let mut text = String::new();
    for event in pulldown_cmark::Parser::new(&written) {
        match event {
            pulldown_cmark::Event::Text(words) => text.push_str(&words),
            pulldown_cmark::Event::Html(html) | pulldown_cmark::Event::InlineHtml(html) => {
                panic!("markup: {html}")
            }
            _ => {}
        }
    }
    for event in json(&case("json"))["events"].as_array().expect("events") {
        for said in event["statements"].as_array().expect("statements") {
            let words: Vec<&str> =
                said["text"].as_str().expect("words").split_whitespace().collect();
            assert!(said["article"].is_null() || text.contains(&words.join(" ")), "{said}");
        }
    }
}

#[test]
fn a_diagram_has_a_bar_an_event() {
    let written = case("mermaid");
    assert!(written.starts_with("gantt\n"));
    let bar = "attack on the concert hall :t5, 2024-03-22T00:00, 2024-03-23T00:00\n";
    assert!(written.contains(bar), "{written}");
    let bar = "public warning :crit, t20, 2024-03-07T00:00, 2024-03-09T00:00\n";
    assert!(written.contains(bar), "{written}");
}

#[test]
fn years_that_gantt_cannot_hold_are_a_timeline() {
    let folder = Folder::new("ides").with("a.txt", "Caesar was murdered on 15 March 44 BC.");
    let ran = folder.run(&["timeline", "a.txt", "--quiet", "--format", "mermaid"]);
    assert_eq!(ran.out, "timeline\n    15 March 44 BC : Caesar was murdered\n");
    let ran = folder.run(&["timeline", "a.txt", "--quiet", "--format", "timelinejs"]);
    let date = &json(&ran.out)["events"][0]["start_date"];
    assert_eq!(*date, serde_json::json!({"year": -44, "month": 3, "day": 15}));
}

#[test]
fn timelinejs_displays_what_is_uncertain() {
    let story = json(&case("timelinejs"));
    let slides = story["events"].as_array().expect("slides");
    let warning = slides.iter().find(|slide| slide["unique_id"] == "warning").expect("the warning");
    assert_eq!(warning["display_date"], "7 or 8 March 2024 (disputed)");
    assert_eq!(warning["end_date"], serde_json::json!({"year": 2024, "month": 3, "day": 8}));
    assert_eq!(story["eras"].as_array().expect("eras").len(), 3);
}

#[test]
fn a_claim_review_rates_what_is_answered() {
    let reviews = json(&case("claimreview"));
    let rated: Vec<(&str, Option<u64>)> = reviews["@graph"]
        .as_array()
        .expect("reviews")
        .iter()
        .map(|review| {
            let rating = &review["reviewRating"];
            (rating["alternateName"].as_str().expect("a word"), rating["ratingValue"].as_u64())
        })
        .collect();
    assert_eq!(rated.len(), 16);
    for (word, value) in rated {
        let wanted = match word {
            "supported" => Some(5),
            "contradicted" => Some(1),
            _ => None,
        };
        assert_eq!(value, wanted, "{word}");
    }
}

#[test]
fn what_changes_has_no_place_in_a_calendar() {
    run(&["case", CASE, "--quiet", "--format", "ics", "--without", "carnet"]).fails_with(
        "error: --without and --believe tell what changes, which this format cannot hold\n\
         help: use --format text or --format json",
    );
}

#[test]
fn the_schema_of_a_case() {
    let ran = run(&["schema", "case"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let schema: serde_json::Value = serde_json::from_str(&ran.out).expect("it is JSON");
    // Each object with its fields and their types; the words beside them are free.
    let mut told = String::new();
    let named = |value: &serde_json::Value| {
        let of = |key: &str| value[key].as_str().map(str::to_owned);
        let link = of("$ref").map(|link| link.rsplit('/').next().unwrap_or_default().to_owned());
        let list = || Some(format!("[{}]", value["items"]["$ref"].as_str()?.rsplit('/').next()?));
        link.or_else(list).unwrap_or_else(|| value["type"].to_string().replace('"', ""))
    };
    let all = schema["$defs"].as_object().expect("definitions").iter();
    for (name, of) in std::iter::once((&"case".to_owned(), &schema)).chain(all) {
        told.push_str(&format!("{name}:"));
        for (field, value) in of["properties"].as_object().into_iter().flatten() {
            told.push_str(&format!(" {field} {};", named(value)));
        }
        told.push('\n');
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_shell_can_complete_and_a_manual_can_be_read() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let ran = run(&["completions", shell]);
        assert_eq!(ran.status, 0);
        assert!(ran.out.contains("timeline") && ran.out.contains("believe"), "{shell}");
    }
    let page = run(&["man", "case"]).out;
    assert!(page.contains(".TH frise-case 1") && page.contains("\\-\\-believe"), "{page}");
    run(&["man", "timelin"]).fails_with(
        "error: there is no command \"timelin\"\n\
         help: did you mean timeline? the commands are tag, timeline, check, ask, verify, case, text, syntax, schema, \
         completions, man and help",
    );
}

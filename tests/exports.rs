//! Every format of whatever a text holds: it is written, the same twice, and its readers read it.

use std::sync::LazyLock;

use frise::{Article, Csv, Exhibit, Frise, Json, Language, Limits, Timeline};
use proptest::prelude::*;

static FRISE: LazyLock<Frise> = LazyLock::new(Frise::new);

/// Clauses that are dated, near and far, and others; with what formats take for their own.
fn texts() -> impl Strategy<Value = String> {
    let subject = prop_oneof![
        Just("the dam burst"),
        Just("=SUM(A1) burst"),
        Just("<script>x</script> the mayor resigned"),
        Just("section: the \"warning\"; was issued"),
        Just("l’évêque 🎭 est arrivé"),
        Just("END:VEVENT came"),
        Just("the \u{1}\u{7f} strike \u{85}began"),
        Just("title `code` [x](y) **fell**"),
    ];
    let subject = prop_oneof![8 => subject.prop_map(str::to_owned), 1 => any::<String>()];
    let time = prop_oneof![
        Just("on 7 March 2024"),
        Just("in 44 BC"),
        Just("in 12000 BC"),
        Just("in AD 79"),
        Just("in 9999"),
        Just("on 31 December 9999"),
        Just("three days later"),
        Just("before 1 May 2023"),
        Just("since 2019"),
        Just("at 9:30 on 8 March 2024"),
        Just("for the next 48 hours"),
        Just("in the 20th century"),
        Just("on 31 February"),
        Just("recently"),
        Just("on Tuesday"),
    ];
    let end = prop_oneof![Just(". "), Just(".\r\n"), Just(", "), Just("\n\n")];
    proptest::collection::vec((subject, time, end), 0..5).prop_map(|clauses| {
        clauses.iter().map(|(subject, time, end)| format!("{subject} {time}{end}")).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn every_format_of_any_text_is_read(text in texts(), french in any::<bool>()) {
        let language = if french { Language::Fr } else { Language::En };
        let articles = [Article::new("a;=b\"", text, Language::En).source("=who, <b>")];
        let account = FRISE.read(&articles[0]);
        let draft = FRISE.gather(&[(&articles[0], &account)]).draft;
        let timeline = Timeline::check(draft, &Limits::default())?;
        let exhibit = Exhibit::new(&articles, &timeline).title("t: <i>#;").language(language);

        let table = exhibit.csv(Csv::new());
        for row in csv::Reader::from_reader(table.as_bytes()).records() {
            let row = row?;
            prop_assert!(row.get(13).is_some_and(|quote| !quote.starts_with(['=', '+', '-', '@'])));
        }

        let calendar = exhibit.ics();
        prop_assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "{}", calendar);
        let unfolded = icalendar::parser::unfold(&calendar);
        let read = icalendar::parser::read_calendar(&unfolded);
        let entries = read.map_err(|error| TestCaseError::fail(error.to_string()))?.components;
        for entry in &entries {
            let of = |name: &str| entry.find_prop(name).map(|found| found.val.to_string());
            prop_assert!(of("DTSTART") < of("DTEND"), "{:?}", entry);
        }

        let story: serde_json::Value = serde_json::from_str(&exhibit.timelinejs())?;
        for slide in story["events"].as_array().into_iter().flatten() {
            prop_assert!(slide["start_date"]["year"].as_i64().is_some_and(|year| year != 0));
            prop_assert!(!slide.to_string().contains("<script>"));
        }

        let page = exhibit.markdown();
        for event in pulldown_cmark::Parser::new(&page) {
            let is_markup = matches!(
                event,
                pulldown_cmark::Event::Html(_) | pulldown_cmark::Event::InlineHtml(_)
                    | pulldown_cmark::Event::Start(pulldown_cmark::Tag::Link { .. })
            );
            prop_assert!(!is_markup, "{}", page);
        }

        let diagram = exhibit.mermaid();
        prop_assert!(diagram.starts_with("gantt\n") || diagram.starts_with("timeline\n"));
        // A bar has its label, one colon, and its times.
        if diagram.starts_with("gantt\n") {
            for bar in diagram.lines().filter(|line| line.starts_with("        ")) {
                prop_assert_eq!(bar.split(" :").count(), 2, "{}", bar);
            }
        }

        prop_assert_eq!(serde_json::to_value(Json::new(exhibit).case())?["schema"].as_u64(), Some(1));
        prop_assert!(!exhibit.html().contains("<script>x</script>"));
        prop_assert_eq!(exhibit.ics(), calendar);
    }
}

#[test]
fn a_claim_review_of_nothing_is_an_empty_graph() -> Result<(), Box<dyn std::error::Error>> {
    let timeline = Timeline::check(frise::Draft::default(), &Limits::default())?;
    let exhibit = Exhibit::new(&[], &timeline);
    let graph: serde_json::Value = serde_json::from_str(&exhibit.claim_review())?;
    assert_eq!(graph["@graph"].as_array().map(Vec::len), Some(0));
    Ok(())
}

#[test]
fn no_line_of_a_calendar_is_longer_than_75_bytes() -> Result<(), Box<dyn std::error::Error>> {
    // Found by the property above: characters of several bytes beside an angle bracket.
    let text = "<script>x</script> the mayor resigned in the 20th century. title `code` [x](y) **fell** in 9999. ";
    let articles = [Article::new("a;=b\"", text, Language::En).source("=who, <b>")];
    let draft = FRISE.gather(&[(&articles[0], &FRISE.read(&articles[0]))]).draft;
    let timeline = Timeline::check(draft, &Limits::default())?;
    let calendar = Exhibit::new(&articles, &timeline).title("é".repeat(90).as_str()).ics();
    assert!(calendar.split("\r\n").all(|line| line.len() <= 75), "{calendar}");
    assert!(calendar.replace("\r\n ", "").contains(&"é".repeat(90)));
    Ok(())
}

#[test]
fn a_calendar_has_the_instant_of_a_time_whose_zone_is_stated()
-> Result<(), Box<dyn std::error::Error>> {
    for (text, language, starts) in [
        ("The dam burst on 7 March 2024 at 10:15 UTC.", Language::En, "DTSTART:20240307T101500Z"),
        ("The dam burst on 7 March 2024 at 10:15 CET.", Language::En, "DTSTART:20240307T091500Z"),
        ("Le barrage a cédé le 7 mars 2024 à 10 h 15.", Language::Fr, "DTSTART:20240307T101500\r"),
        ("Le barrage a cédé le 7 mars 2024.", Language::Fr, "DTSTART;VALUE=DATE:20240307\r"),
    ] {
        let articles = [Article::new("a", text, language)];
        let draft = FRISE.gather(&[(&articles[0], &FRISE.read(&articles[0]))]).draft;
        let timeline = Timeline::check(draft, &Limits::default())?;
        let calendar = Exhibit::new(&articles, &timeline).ics();
        assert!(calendar.contains(starts), "{text}: {calendar}");
    }
    Ok(())
}

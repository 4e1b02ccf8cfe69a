//! The report in plain text: its order, its width, what it says of what nobody knows.

use frise::{
    Answered, Article, Claim, Draft, Event, Exhibit, Frise, Language, Limits, ReportPart, Text,
    Timeline,
};

const DAM: &str = "The dam burst on 7 March 2024. The alarm went off on 22 March 2024 at 18:01 and lasted \
    until 23 March 2024 at 11:59. A first warning was issued on 4 March 2024. The mayor resigned.\n\n\
    The dam burst on 8 March 2024. The inquiry ran from 3 to 5 May 2024. The council met between 3 \
    and 5 June 2024.\n";
const CLAIMS: [&str; 3] = [
    "\"dam burst\" before 2024-05-01",
    "\"mayor resigned\" before 2024-03-22",
    "gap(e1, e3) < 9 days",
];

struct Told {
    articles: Vec<Article>,
    timeline: Timeline,
    answers: Vec<Answered>,
}

fn told(text: &str, claims: &[&str]) -> Told {
    let article = Article::new("a", text, Language::En);
    let frise = Frise::new();
    let account = frise.read(&article);
    let draft = frise.gather(&[(&article, &account)]).draft;
    let timeline = Timeline::check(draft, &Limits::default()).unwrap();
    let ask = |claim: &&str| {
        let parsed = Claim::parse(claim).unwrap();
        timeline.ask(&parsed).ok().map(|verdict| Answered::new(*claim, verdict))
    };
    let answers = claims.iter().filter_map(ask).collect();
    Told { articles: vec![article], timeline, answers }
}

impl Told {
    fn report(&self, how: Text, language: Language) -> String {
        let exhibit = Exhibit::new(&self.articles, &self.timeline).answers(&self.answers);
        exhibit.language(language).text(how)
    }
}

#[test]
fn a_summary_then_claims_then_conflicts_then_events() {
    let told = told(DAM, &CLAIMS[..1]);
    let report = told.report(Text::new(), Language::En);
    assert!(report.starts_with("1 claim: "), "{report}");
    let place = |words: &str| report.find(words).unwrap_or_else(|| panic!("{words}: {report}"));
    let events = place("2024-03-04  ").min(place("first warning"));
    assert!(place("dam burst\" before") < events);
    if let Some(conflict) = report.find("conflict:") {
        assert!(conflict < events, "{report}");
    }
    // Each part can be had alone.
    let parts = [ReportPart::Claims, ReportPart::Conflicts, ReportPart::Events];
    let only = parts.map(|part| told.report(Text::new().only(part), Language::En));
    assert!(only[0].contains("before 2024-05-01") && !only[0].contains("first warning"));
    assert!(!only[1].contains("before 2024-05-01"));
    assert!(only[2].contains("first warning") && !only[2].contains("before 2024-05-01"));
    let brief = told.report(Text::new().brief(true), Language::En);
    assert!(brief.lines().count() < report.lines().count(), "{brief}");
}

#[test]
fn lines_are_no_wider_than_asked_and_no_date_or_id_is_broken() {
    let told = told(DAM, &CLAIMS);
    for language in [Language::En, Language::Fr] {
        for width in [60, 80, 100] {
            let report = told.report(Text::new().width(width), language);
            for line in report.lines() {
                let one_word = line.split_whitespace().count() <= 1;
                assert!(line.chars().count() <= width || one_word, "{width}: {line}");
                let end = line.split_whitespace().next_back().unwrap_or_default();
                assert!(
                    !end.ends_with('-') && !end.ends_with(':') || !end.starts_with("20"),
                    "{line}"
                );
                assert_eq!(line.matches('[').count(), line.matches(']').count(), "{line}");
            }
        }
    }
    // A date that is wider than the column has its own line.
    let report = told.report(Text::new().width(80).only(ReportPart::Events), Language::En);
    assert!(report.lines().any(|line| line == "2024-03-07 or 2024-03-08"), "{report}");
}

#[test]
fn of_what_no_source_dates_no_date_is_invented() {
    let mut draft = Draft::default();
    draft.add_event(Event::new("mayor", "resignation of the mayor"));
    let timeline = Timeline::check(draft, &Limits::default()).unwrap();
    let verdict = timeline.ask(&Claim::parse("mayor before 2024-03-22").unwrap()).unwrap();
    let answers = [Answered::new("mayor before 2024-03-22", verdict)];
    let exhibit = Exhibit::new(&[], &timeline).answers(&answers);
    let report = exhibit.text(Text::new().only(ReportPart::Claims));
    assert!(report.contains("no source says when"), "{report}");
    assert_eq!(report.matches("202").count(), 1, "no date but the claim's: {report}");
    let french = exhibit.language(Language::Fr).text(Text::new().only(ReportPart::Claims));
    assert!(french.contains("aucune source ne dit quand"), "{french}");
}

#[test]
fn a_range_is_no_alternative_and_an_alternative_is_no_range() {
    let told = told(DAM, &[]);
    let report = told.report(Text::new().only(ReportPart::Events), Language::En);
    let of = |words: &str| {
        let line = report.lines().find(|line| line.contains(words));
        line.unwrap_or_else(|| panic!("{words}: {report}"))
    };
    for range in ["The inquiry ran  ", "The council met  "] {
        assert!(of(range).contains(" … ") && !of(range).contains(" or "), "{report}");
    }
    assert!(report.contains("2024-03-07 or 2024-03-08"), "{report}");
}

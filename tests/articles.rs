//! Whole articles of our own: every event with its statements, and every conflict with its reasons.

use std::fmt::Write as _;

use frise::{Article, Bounds, Frise, Language, Limits, Timeline, moment_text};

/// From and up to, by days, with the hours only where there are some.
fn when(bounds: Bounds) -> String {
    let text = |moment: Option<frise::chrono::NaiveDateTime>| match moment {
        Some(moment) => moment_text(moment).trim_end_matches("T00:00").to_owned(),
        None => "-".to_owned(),
    };
    let disputed = if bounds.disputed { " disputed" } else { "" };
    format!("[{} .. {}){disputed}", text(bounds.from), text(bounds.to))
}

fn told(id: &str) -> String {
    let path = format!("{}/fixtures/articles/{id}.txt", env!("CARGO_MANIFEST_DIR"));
    let article = Article::new(id, std::fs::read_to_string(path).unwrap(), Language::En);
    let frise = Frise::new();
    let account = frise.read(&article);
    let gathered = frise.gather(&[(&article, &account)]);
    let timeline = Timeline::check(gathered.draft, &Limits::default()).unwrap();
    let mut out = String::new();
    if let Some(published) = account.published {
        let _ = writeln!(out, "published {}\n", published.day());
    }
    for event in timeline.order() {
        let what = &timeline.events()[event.index()];
        let class = what.class.as_deref().unwrap_or("-");
        let _ = writeln!(out, "{} {class}: {}", when(timeline.bounds(event)), what.label);
        if let Some(window) = timeline.window(event) {
            let _ = writeln!(out, "    window {}", when(window));
        }
        for statement in timeline.statements().iter().filter(|one| one.event == event) {
            let source = statement.source.as_deref();
            let source = source.map_or(String::new(), |source| format!(" ({source})"));
            let status = statement.status.word();
            let _ = writeln!(out, "    {status}{source}: {}", statement.text);
            for step in &statement.steps {
                let _ = writeln!(out, "      {step}");
            }
        }
    }
    for conflict in timeline.conflicts() {
        let _ = writeln!(out, "\nconflict");
        for because in &conflict.because {
            let _ = writeln!(out, "  {}", because.text(Language::En));
        }
    }
    for note in timeline.notes() {
        let _ = writeln!(out, "\nnote");
        for because in &note.because {
            let _ = writeln!(out, "  {}", because.text(Language::En));
        }
    }
    out
}

#[test]
fn the_weblog_that_quotes_a_paper_against_itself() {
    insta::assert_snapshot!(told("harbour"));
}

#[test]
fn the_agency_report_with_a_bulletin_inside() {
    insta::assert_snapshot!(told("pass"));
}

//! The cost of each stage beside one look at the same text: the table of `docs/speed.md`.
//!
//! `cargo bench --bench ratios` measures the bench's own prose; `-- fr:FILE en:FILE` any other text.

mod prose;

use std::hint::black_box;
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, MatchKind};
use frise::{Article, Frise, Language, Limits, Timeline};

/// The words that the bare scan looks for.
const CALENDAR: &str = include_str!("texts/calendar.txt");

/// How often everything is measured; the best of each counts.
const ROUNDS: u32 = 12;

/// How long one measurement goes on at least.
const LEAST: Duration = Duration::from_millis(20);

fn main() {
    let given: Vec<Article> = std::env::args().skip(1).filter_map(|arg| read(&arg)).collect();
    let articles = if given.is_empty() { own() } else { given };
    let frise = Frise::new();
    let scan = calendar();
    println!("| text | stage | MB/s | over one scan |\n| --- | --- | ---: | ---: |");
    for article in &articles {
        let frise = &frise;
        let stages: [(&str, &dyn Fn()); 4] = [
            ("scan", &|| {
                black_box(scan.find_iter(article.text()).count());
            }),
            ("find", &|| {
                black_box(frise.find(article));
            }),
            ("find + resolve", &|| {
                black_box(frise.read(article));
            }),
            ("pipeline", &|| {
                let account = frise.read(article);
                let draft = frise.gather(&[(article, &account)]).draft;
                black_box(Timeline::check(draft, &Limits::default()).ok());
            }),
        ];
        let mut best = [Duration::MAX; 4];
        for _ in 0..ROUNDS {
            for (best, (_, run)) in best.iter_mut().zip(&stages) {
                *best = time(run).min(*best);
            }
        }
        for (time, (stage, _)) in best.iter().zip(&stages) {
            let speed = article.text().len() as f64 / 1e6 / time.as_secs_f64();
            let ratio = time.as_secs_f64() / best[0].as_secs_f64();
            println!("| {} | {stage} | {speed:.1} | {ratio:.1} |", article.id());
        }
        let mentions = frise.find(article).len();
        println!(
            "| {} | {} kB, {mentions} mentions | | |",
            article.id(),
            article.text().len() / 1000
        );
    }
}

/// One run's time, of as many runs as make a measurement.
fn time(run: &dyn Fn()) -> Duration {
    let start = Instant::now();
    let mut runs = 0;
    while start.elapsed() < LEAST {
        run();
        runs += 1;
    }
    start.elapsed() / runs
}

/// One automaton of the default builder over the calendar's words.
fn calendar() -> AhoCorasick {
    let lines = CALENDAR.lines().filter(|line| !line.starts_with('#'));
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(lines.flat_map(str::split_whitespace))
        .expect("the list is small")
}

/// 250 kB of the bench's own prose in each language.
fn own() -> Vec<Article> {
    let of = |(id, language)| article(id, prose::prose(language, 250_000), language);
    [("French", Language::Fr), ("English", Language::En)].map(of).into()
}

fn article(id: &str, text: String, language: Language) -> Article {
    let published = "2019-11-08".parse().expect("the date exists");
    Article::new(id, text, language).published(published)
}

/// "fr:FILE" as an article; other arguments are cargo's own.
fn read(arg: &str) -> Option<Article> {
    let (language, path) = arg.split_once(':')?;
    let language = Language::ALL.into_iter().find(|known| known.code() == language)?;
    let text = std::fs::read_to_string(path).expect("the file can be read");
    Some(article(arg, text, language))
}

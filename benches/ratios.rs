//! The cost of each stage beside one look at the same text: the table of `docs/speed.md`.
//!
//! `cargo bench --bench ratios` measures the bench's own prose; `-- fr:FILE en:FILE` any other text.

mod articles;

use std::hint::black_box;
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, MatchKind};
use articles::{article, articles};
use frise::{Article, Frise, Language, Limits, Timeline};

/// The words that the bare scan looks for.
const CALENDAR: &str = include_str!("texts/calendar.txt");

/// How often everything is measured; the best of each counts.
const ROUNDS: u32 = 12;

/// How long one measurement goes on at least.
const LEAST: Duration = Duration::from_millis(20);

/// Articles that are measured together, under a name.
type Texts = (String, Vec<Article>);

/// What is done to an article, under a name.
type Stage<'a> = (&'a str, &'a dyn Fn(&Article));

fn main() {
    let given: Vec<Texts> = std::env::args().skip(1).filter_map(|arg| read(&arg)).collect();
    let frise = Frise::new();
    let scan = calendar();
    println!("| text | stage | MB/s | over one scan |\n| --- | --- | ---: | ---: |");
    for (name, articles) in if given.is_empty() { own() } else { given } {
        let stages: [Stage<'_>; 4] = [
            ("scan", &|article| {
                black_box(scan.find_iter(article.text()).count());
            }),
            ("find", &|article| {
                black_box(frise.find(article));
            }),
            ("find + resolve", &|article| {
                black_box(frise.read(article));
            }),
            ("pipeline", &|article| {
                let draft = frise.gather(&[(article, &frise.read(article))]).draft;
                black_box(Timeline::check(draft, &Limits::default()).ok());
            }),
        ];
        let mut best = [Duration::MAX; 4];
        for _ in 0..ROUNDS {
            for (best, (_, run)) in best.iter_mut().zip(&stages) {
                *best = time(|| articles.iter().for_each(run)).min(*best);
            }
        }
        let bytes: usize = articles.iter().map(|article| article.text().len()).sum();
        for (time, (stage, _)) in best.iter().zip(&stages) {
            let speed = bytes as f64 / 1e6 / time.as_secs_f64();
            let ratio = time.as_secs_f64() / best[0].as_secs_f64();
            println!("| {name} | {stage} | {speed:.1} | {ratio:.1} |");
        }
        let mentions: usize = articles.iter().map(|article| frise.find(article).len()).sum();
        println!("| {name} | {} kB, {mentions} mentions | | |", bytes / 1000);
    }
}

/// One run's time, of as many runs as make a measurement.
fn time(run: impl Fn()) -> Duration {
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

/// The bench's own articles in each language.
fn own() -> Vec<Texts> {
    [("French", Language::Fr), ("English", Language::En)]
        .map(|(name, language)| (format!("{name} prose"), articles(language)))
        .into()
}

/// "fr:FILE" as one article; other arguments are cargo's own.
fn read(arg: &str) -> Option<Texts> {
    let (language, path) = arg.split_once(':')?;
    let language = Language::ALL.iter().copied().find(|known| known.code() == language)?;
    let text = std::fs::read_to_string(path).expect("the file can be read");
    Some((path.to_owned(), vec![article(text, language)]))
}

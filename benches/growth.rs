//! Whether the cost grows with the text and no faster: documents of 1 kB to 10 MB, and texts made to be
//! slow, each beside ordinary prose of 100 kB, per byte. `cargo bench --bench growth`.

mod prose;

use std::hint::black_box;
use std::time::{Duration, Instant};

use frise::{Article, Frise, Language, Limits, Timeline};

/// Where a stage takes longer than this for a text, larger ones are left out.
const LONGEST: Duration = Duration::from_secs(20);

/// A text for each measure, by name.
type Texts = Vec<(String, String)>;

fn main() {
    let frise = Frise::new();
    println!("Per byte, over prose of 100 kB (find, find + resolve, whole pipeline):\n");
    println!("| text | kB | find | + resolve | pipeline |\n| --- | ---: | ---: | ---: | ---: |");
    let least = costs(&frise, &prose::stories(Language::En, 100_000).concat(), &mut [false; 3]);
    for texts in [sizes(), hostile()] {
        let mut too_long = [false; 3];
        for (name, text) in texts {
            let costs = costs(&frise, &text, &mut too_long);
            let ratios = std::array::from_fn::<String, 3, _>(|n| match (costs[n], least[n]) {
                (Some(cost), Some(least)) => format!("{:.2}", cost / least),
                _ => "—".to_owned(),
            });
            let [find, read, pipeline] = ratios;
            println!("| {name} | {} | {find} | {read} | {pipeline} |", text.len() / 1000);
            if name.starts_with("made") {
                too_long = [false; 3];
            }
        }
    }
}

fn sizes() -> Texts {
    [1, 10, 100, 1000, 10_000]
        .map(|kb| (format!("prose of {kb} kB"), prose::stories(Language::En, kb * 1000).concat()))
        .into()
}

/// Texts made to be slow, about 500 kB each.
fn hostile() -> Texts {
    let quotes = |n: usize| "“he said ".repeat(n) + &"so” ".repeat(n);
    [
        ("le", "le ".repeat(160_000)),
        ("1", "1 ".repeat(250_000)),
        ("1 in one word", "1".repeat(500_000)),
        ("the", "the ".repeat(125_000)),
        ("a letter", "a".repeat(1_000_000)),
        ("weekdays", "Monday ".repeat(100_000)),
        ("weekdays with commas", "Monday, ".repeat(60_000)),
        ("years", "1999-".repeat(100_000)),
        ("months", "March and ".repeat(50_000)),
        ("numbers", "twenty ".repeat(70_000)),
        ("after", "after the attack ".repeat(30_000)),
        ("day before", "the day before ".repeat(33_000)),
        ("quotes", quotes(1000).repeat(40)),
        ("nested quotes", quotes(40_000)),
        ("straight quotes", "\" a b c d e ".repeat(40_000)),
        ("commas", ", ".repeat(250_000)),
        ("that", "he said that ".repeat(40_000)),
        ("stops", "a. ".repeat(160_000)),
        ("lines", "a\n\n".repeat(160_000)),
        ("dates", "On March 7 a bomb exploded. ".repeat(18_000)),
    ]
    .map(|(name, text)| (format!("made of {name}"), text))
    .into()
}

/// Seconds a byte of each stage, the best of some runs; `None` for what took too long before.
fn costs(frise: &Frise, text: &str, too_long: &mut [bool; 3]) -> [Option<f64>; 3] {
    let published = "2019-11-08".parse().expect("the date exists");
    let article = Article::new("a", text, Language::En).published(published);
    let stages: [&dyn Fn(); 3] = [
        &|| {
            black_box(frise.find(&article));
        },
        &|| {
            black_box(frise.read(&article));
        },
        &|| {
            let draft = frise.gather(&[(&article, &frise.read(&article))]).draft;
            black_box(Timeline::check(draft, &Limits::default()).ok());
        },
    ];
    std::array::from_fn(|n| {
        if too_long[n] {
            return None;
        }
        let mut best = Duration::MAX;
        let mut spent = Duration::ZERO;
        while spent < Duration::from_millis(100) {
            let start = Instant::now();
            stages[n]();
            best = best.min(start.elapsed());
            spent += start.elapsed();
        }
        too_long[n] = LONGEST < best;
        Some(best.as_secs_f64() / text.len() as f64)
    })
}

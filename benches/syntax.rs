//! How many units a second are tagged and parsed, on one core.
//!
//! `cargo bench --bench syntax --features training`: the bench's own prose; finding mentions and sentences
//! is not counted, what the letters of words say is.

mod articles;

use std::hint::black_box;
use std::time::{Duration, Instant};

use articles::articles;
use frise::Language;
use frise::training::{Prepared, Reader};

/// How often everything is measured; the best of each counts.
const ROUNDS: u32 = 12;

fn main() {
    println!("| prose | units | tagged a second | parsed a second |\n| --- | ---: | ---: | ---: |");
    for (name, language) in [("French", Language::Fr), ("English", Language::En)] {
        let texts: Vec<String> =
            articles(language).iter().map(|article| article.text().to_owned()).collect();
        let reader = Reader::new(language);
        let (units, speed) = reader.with_text(&texts.join("\n\n"), |text| {
            (text.parse(), [measure(text, |text| text.tag()), measure(text, |text| text.parse())])
        });
        let [tagged, parsed] = speed.map(|time| units as f64 / time.as_secs_f64());
        println!("| {name} | {units} | {tagged:.0} | {parsed:.0} |");
    }
}

fn measure(text: &Prepared<'_>, run: fn(&Prepared<'_>) -> usize) -> Duration {
    let once = || {
        let start = Instant::now();
        black_box(run(black_box(text)));
        start.elapsed()
    };
    (0..ROUNDS).map(|_| once()).min().unwrap_or_default()
}

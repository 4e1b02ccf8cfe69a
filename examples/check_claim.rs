//! A claim about a text, its answer and why.
//!
//! ```sh
//! cargo run --example check_claim -- 'gap("a warning", "dam burst") <= 48 hours'
//! ```

use std::process::ExitCode;

use frise::{Answer, Article, Claim, Error, Frise, Language, Limits, Timeline};

const TEXT: &str = "\
On 7 March 2024 the service issued a warning for the next 48 hours. The dam burst on 11 March 2024.
The mayor resigned three days later.";

fn main() -> ExitCode {
    let claim = std::env::args().nth(1);
    let claim = claim.as_deref().unwrap_or("window(\"a warning\") overlaps \"dam burst\"");
    match answer(claim) {
        Ok(Answer::Supported) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            // What is wrong, and how to mend it.
            eprintln!("{}", error.what());
            error.help().into_iter().for_each(|help| eprintln!("{help}"));
            ExitCode::from(2)
        }
    }
}

fn answer(claim: &str) -> Result<Answer, Error> {
    let frise = Frise::new();
    let article = Article::new("news", TEXT, Language::En);
    let account = frise.read(&article);
    let draft = frise.gather(&[(&article, &account)]).draft;
    let timeline = Timeline::check(draft, &Limits::default())?;
    let verdict = timeline.ask(&Claim::parse(claim)?)?;
    println!("{}: {claim}", verdict.answer.word());
    for because in &verdict.because {
        // Each step stands on words of the text, or on arithmetic.
        let words = because.span.map(|span| span.of(TEXT).split_whitespace().collect::<Vec<_>>());
        let words = words.map_or(String::new(), |words| format!("  [{}]", words.join(" ")));
        println!("    {}{words}", because.text(Language::En));
    }
    Ok(verdict.answer)
}

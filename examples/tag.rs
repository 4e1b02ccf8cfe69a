//! What a text says about time: a line an expression, with the steps that led to its value.
//!
//! ```sh
//! cargo run --example tag -- fr 2024-04-05 fixtures/articles/carnet.txt
//! cargo run --example tag
//! ```

use std::error::Error;

use frise::{Article, Frise, Language};

const TEXT: &str =
    "The warning of last Thursday was for 48 hours. The mayor resigned three days later.";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (language, published, text) = match arguments.as_slice() {
        [] => (Language::En, "2024-03-12", TEXT.to_owned()),
        [language, published, file] => {
            (language.parse()?, published.as_str(), std::fs::read_to_string(file)?)
        }
        _ => return Err("tag [LANGUAGE DATE FILE]".into()),
    };
    let article = Article::new("text", text, language).published(published.parse()?);
    let account = Frise::new().read(&article);
    for part in account.resolutions.iter().flat_map(|resolution| &resolution.parts) {
        let timex = &part.timex;
        let words: Vec<&str> = timex.span.of(article.text()).split_whitespace().collect();
        println!("{}: {} {}", words.join(" "), timex.kind.word(), timex.value);
        for step in &part.steps {
            println!("    {step}");
        }
        if let Some(reason) = &part.unresolved {
            println!("    unresolved: {reason}");
        }
    }
    Ok(())
}

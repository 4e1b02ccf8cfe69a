//! Two articles on one timeline, and where they cannot both be right.
//!
//! ```sh
//! cargo run --example two_articles
//! ```

use frise::{Article, Error, Frise, Language, Limits, Timeline, when_words};

const AGENCY: &str = "\
On 7 March, the prefect issued a public warning for the next 48 hours.
The dyke burst on 22 March. The mayor resigned the day after.";

const WEEKLY: &str = "\
The public warning was issued on 8 March. Two weeks after the warning, the dyke burst.";

fn main() -> Result<(), Error> {
    let frise = Frise::new();
    let articles = [
        Article::new("agency", AGENCY, Language::En).published("2024-03-24".parse()?),
        Article::new("weekly", WEEKLY, Language::En).published("2024-04-02".parse()?),
    ];
    let accounts = articles.each_ref().map(|article| frise.read(article));
    let pairs: Vec<_> = articles.iter().zip(&accounts).collect();
    let timeline = Timeline::check(frise.gather(&pairs).draft, &Limits::default())?;

    for ix in timeline.order() {
        let (event, bounds) = (&timeline.events()[ix.index()], timeline.bounds(ix));
        let when = when_words(bounds.from, bounds.to, Language::En);
        let disputed = if bounds.disputed { " (disputed)" } else { "" };
        println!("{when}{disputed}: {}", event.label);
        for said in timeline.statements().iter().filter(|said| said.event == ix) {
            let words: Vec<&str> = said.text.split_whitespace().collect();
            println!("    {}: {}", said.article.as_deref().unwrap_or("yours"), words.join(" "));
        }
    }
    for conflict in timeline.conflicts() {
        println!("\nThese cannot all be right:");
        for because in &conflict.because {
            println!("    {}", because.text(Language::En));
        }
        println!("    {}", conflict.help(Language::En));
    }
    Ok(())
}

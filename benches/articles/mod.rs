//! Articles written for the benches (`texts/fr`, `texts/en`): news, portraits, reviews, letters, court
//! reports, columns, live tickers and more, of 1 to 7 kB, in the habits of different papers. All our
//! own; what they tell is invented.

use frise::{Article, Language};

const ENGLISH: [&str; 6] = [
    include_str!("../texts/en/city.txt"),
    include_str!("../texts/en/culture.txt"),
    include_str!("../texts/en/essays.txt"),
    include_str!("../texts/en/features.txt"),
    include_str!("../texts/en/money.txt"),
    include_str!("../texts/en/world.txt"),
];

const FRENCH: [&str; 6] = [
    include_str!("../texts/fr/chroniques.txt"),
    include_str!("../texts/fr/culture.txt"),
    include_str!("../texts/fr/eco.txt"),
    include_str!("../texts/fr/monde.txt"),
    include_str!("../texts/fr/region.txt"),
    include_str!("../texts/fr/reportages.txt"),
];

/// Every article of a language. In the files a line that holds "%" stands between two.
pub(crate) fn articles(language: Language) -> Vec<Article> {
    let files = if language == Language::Fr { FRENCH } else { ENGLISH };
    let texts = files.iter().flat_map(|file| file.split("\n%\n"));
    texts.map(|text| article(text.to_owned(), language)).collect()
}

/// A text as an article of November 2024.
pub(crate) fn article(text: String, language: Language) -> Article {
    let published = "2024-11-08".parse().expect("the date exists");
    Article::new("a", text, language).published(published)
}

//! The answers of a case as schema.org `ClaimReview`s, in JSON-LD.

use serde::Serialize;

use super::Exhibit;
use super::shown::one_line;
use super::sides::Proof;
use super::words;
use crate::article::Article;
use crate::case::Answered;
use crate::claim::Answer;
use crate::extent::{moment_text, year_month_day};

#[derive(Serialize)]
struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Review<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Review<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    claim_reviewed: &'a str,
    in_language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<Thing<'a>>,
    review_rating: Rating,
    review_body: String,
    citation: Vec<Source<'a>>,
}

#[derive(Serialize)]
struct Thing<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rating {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(flatten)]
    value: Option<Value>,
    alternate_name: &'static str,
}

/// Only an answer that is one has a number.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Value {
    rating_value: u8,
    worst_rating: u8,
    best_rating: u8,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Source<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    in_language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Thing<'a>>,
}

impl Exhibit<'_> {
    /// The answers as schema.org `ClaimReview`s, in JSON-LD: 5 of 5 for what is supported, 1 for what
    /// is contradicted, and no number for what is undetermined or disputed, only the word. The proof
    /// is the body, the articles are cited.
    ///
    /// Who reviews, when and at which address is not known here: search engines want `author`,
    /// `datePublished` and `url` too, which belong to whoever publishes it.
    pub fn claim_review(&self) -> String {
        let graph = Graph {
            context: "https://schema.org",
            graph: self.answers.iter().map(|answered| self.review(answered)).collect(),
        };
        let mut json = serde_json::to_string_pretty(&graph).unwrap_or_default();
        json.push('\n');
        json
    }

    fn review<'s>(&'s self, answered: &'s Answered) -> Review<'s> {
        let answer = answered.verdict.answer;
        let rated = |rating_value| Value { rating_value, worst_rating: 1, best_rating: 5 };
        let value = match answer {
            Answer::Supported => Some(rated(5)),
            Answer::Contradicted => Some(rated(1)),
            Answer::Undetermined | Answer::Disputed => None,
        };
        let (_, alternate_name) = words::answer(answer, self.language);
        Review {
            kind: "ClaimReview",
            claim_reviewed: &answered.text,
            in_language: self.language.code(),
            about: self.title.map(|name| Thing { kind: "Thing", name }),
            review_rating: Rating { kind: "Rating", value, alternate_name },
            review_body: self.proof(answered),
            citation: self.articles.iter().map(source).collect(),
        }
    }

    /// The steps, and those of each side under its heading.
    fn proof(&self, answered: &Answered) -> String {
        let mut lines: Vec<String> = Vec::new();
        let text = |because: &crate::timeline::Because| one_line(&because.text(self.language));
        let verdict = &answered.verdict;
        if verdict.sides.is_empty() {
            let (common, proofs) = self.proofs(&verdict.because);
            lines.extend(common.iter().map(text));
            for Proof { heading, steps } in proofs {
                lines.push(heading);
                lines.extend(steps.iter().map(text));
            }
        }
        for (answer, proofs) in self.sides(&verdict.sides) {
            let (_, word) = words::answer(answer, self.language);
            for Proof { heading, steps } in proofs {
                lines.push(format!("{word} {heading}"));
                lines.extend(steps.iter().map(text));
            }
        }
        lines.join("\n")
    }
}

fn source(article: &Article) -> Source<'_> {
    let published = article.published_at().map(|published| match published.moment() {
        Some(moment) => moment_text(moment),
        None => year_month_day(published.day()),
    });
    Source {
        kind: "Article",
        name: article.id(),
        in_language: article.language().code(),
        date_published: published,
        publisher: article.source_name().map(|name| Thing { kind: "Organization", name }),
    }
}

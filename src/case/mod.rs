//! Case files: articles, the events the user names in them, and claims, in one place.
//!
//! The types are what a case file holds, word for word; any serde format can fill them. The program
//! reads TOML. What is quoted is looked for in the articles, and what is not found is an error that
//! shows the nearest words.

mod quote;

use std::collections::BTreeSet;

use crate::amount::{Amount, Quantity};
use crate::article::{Article, Span};
use crate::claim::{Answer, Claim, Clause, Verdict};
use crate::edtf::Edtf;
use crate::error::Error;
use crate::gather::{Gathered, Ignored, Linked, Named, Overrules, Place, Read};
use crate::limits::Limits;
use crate::reader::{Account, Frise};
use crate::sentence::{Heard, Sentences, is_sentence};
use crate::timeline::Timeline;
use crate::why::Warning;
use quote::{Comparable, nearest};

/// A case as its file has it.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(deny_unknown_fields, default))]
pub struct Case {
    /// What it is about.
    pub title: Option<String>,
    /// The texts.
    pub article: Vec<CaseArticle>,
    /// The events the user names, in order: references bind to the first that fits.
    pub event: Vec<CaseEvent>,
    /// Facts of the user's, in the claim language.
    pub given: Vec<CaseGiven>,
    /// The questions.
    pub claim: Vec<CaseClaim>,
    /// How phrases are read.
    pub read: Vec<CaseRead>,
    /// Which event phrases mean.
    pub link: Vec<CaseLink>,
    /// Which event phrases do not mean.
    pub forbid: Vec<CaseLink>,
    /// Statements left out.
    pub ignore: Vec<CaseIgnore>,
}

/// An article of a case. The text is in a file, or in the case itself.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(deny_unknown_fields))]
pub struct CaseArticle {
    /// What statements are cited by.
    pub id: String,
    /// The file of the text, relative to the case file.
    #[cfg_attr(feature = "serde", serde(default))]
    pub path: Option<String>,
    /// The text itself.
    #[cfg_attr(feature = "serde", serde(default))]
    pub text: Option<String>,
    /// When it was published, where the text does not say.
    #[cfg_attr(feature = "serde", serde(default))]
    pub published: Option<String>,
    /// Its language, where it is not to be detected.
    #[cfg_attr(feature = "serde", serde(default))]
    pub lang: Option<String>,
    /// The zone of its clock times.
    #[cfg_attr(feature = "serde", serde(default))]
    pub zone: Option<String>,
    /// Its publisher, shown with its statements.
    #[cfg_attr(feature = "serde", serde(default))]
    pub source: Option<String>,
    /// How much it counts, 100 where nothing is said: ranks conflicts and sides, decides nothing.
    #[cfg_attr(feature = "serde", serde(default))]
    pub weight: Option<u32>,
}

/// An event that the user names.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(deny_unknown_fields))]
pub struct CaseEvent {
    /// What claims call it.
    pub id: String,
    /// What people call it.
    #[cfg_attr(feature = "serde", serde(default))]
    pub label: Option<String>,
    /// Exact words of an article that tell of it, each a statement.
    #[cfg_attr(feature = "serde", serde(default))]
    pub quote: Quotes,
    /// The article to look in.
    #[cfg_attr(feature = "serde", serde(default))]
    pub article: Option<String>,
    /// When the user knows it to be, in EDTF.
    #[cfg_attr(feature = "serde", serde(default))]
    pub when: Option<String>,
    /// What it covers from its start: "48 hours".
    #[cfg_attr(feature = "serde", serde(default))]
    pub window: Option<String>,
}

/// One quote or several.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(untagged))]
pub enum Quotes {
    /// None.
    #[default]
    None,
    /// `quote = "…"`.
    One(String),
    /// `quote = ["…", "…"]`.
    Many(Vec<String>),
}

impl Quotes {
    fn iter(&self) -> std::slice::Iter<'_, String> {
        match self {
            Quotes::None => [].iter(),
            Quotes::One(one) => std::slice::from_ref(one).iter(),
            Quotes::Many(many) => many.iter(),
        }
    }
}

/// A fact of the user's.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(deny_unknown_fields))]
pub struct CaseGiven {
    /// In the claim language.
    pub claim: String,
}

/// A question.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(deny_unknown_fields))]
pub struct CaseClaim {
    /// In the claim language, or a sentence that begins with a capital and ends with a full stop.
    #[cfg_attr(feature = "serde", serde(default))]
    pub text: String,
    /// A sentence of French or English.
    #[cfg_attr(feature = "serde", serde(default))]
    pub sentence: Option<String>,
    /// The answer that is expected; the case is then a test.
    #[cfg_attr(feature = "serde", serde(default))]
    pub expect: Option<String>,
}

impl CaseClaim {
    /// The sentence, where it is one.
    pub fn as_sentence(&self) -> Option<&str> {
        self.sentence.as_deref().or_else(|| is_sentence(&self.text).then_some(&self.text))
    }
}

/// A phrase and how it is read.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(deny_unknown_fields))]
pub struct CaseRead {
    /// The words.
    pub text: String,
    /// The article to look in.
    #[cfg_attr(feature = "serde", serde(default))]
    pub article: Option<String>,
    /// When they mean, in EDTF.
    #[cfg_attr(feature = "serde", serde(rename = "as"))]
    pub is: String,
}

/// A phrase and the event it means, or does not.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(deny_unknown_fields))]
pub struct CaseLink {
    /// The words.
    pub text: String,
    /// The article to look in.
    #[cfg_attr(feature = "serde", serde(default))]
    pub article: Option<String>,
    /// The id of the event.
    pub to: String,
}

/// Words that are left out.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize), serde(deny_unknown_fields))]
pub struct CaseIgnore {
    /// The words.
    pub text: String,
    /// The article to look in.
    #[cfg_attr(feature = "serde", serde(default))]
    pub article: Option<String>,
    /// Why.
    #[cfg_attr(feature = "serde", serde(default))]
    pub why: String,
}

/// A claim of a case, answered.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Answered {
    /// The claim as it is written in the case.
    pub text: String,
    /// The answer and its proof.
    pub verdict: Verdict,
    /// What was expected.
    pub expect: Option<Answer>,
    /// How it was read, where it is a sentence.
    pub heard: Option<Heard>,
}

impl Answered {
    /// A claim as it was written, with its answer; no answer was expected.
    pub fn new(text: impl Into<String>, verdict: Verdict) -> Self {
        Self { text: text.into(), verdict, expect: None, heard: None }
    }

    /// Whether the answer is the expected one, or none was expected.
    pub fn is_as_expected(&self) -> bool {
        self.expect.is_none_or(|expect| expect == self.verdict.answer)
    }
}

impl From<Heard> for Answered {
    fn from(heard: Heard) -> Self {
        let verdict = heard.verdict.clone();
        let mut answered = Answered::new(heard.text.clone(), verdict);
        answered.heard = Some(heard);
        answered
    }
}

/// What a case comes to.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Outcome {
    /// What was read, an account an article.
    pub accounts: Vec<Account>,
    /// What was gathered.
    pub gathered: Gathered,
    /// The checked timeline.
    pub timeline: Timeline,
    /// The claims, answered.
    pub answers: Vec<Answered>,
    /// What the user should know.
    pub warnings: Vec<Warning>,
}

impl Case {
    /// Reads the articles, which the caller made of [`Case::article`] in the same order, binds what
    /// the user names to their words, checks the timeline and answers the claims.
    ///
    /// ```
    /// use frise::{Answer, Article, Case, CaseArticle, CaseClaim, CaseEvent, Frise, Language, Limits, Quotes};
    ///
    /// let case = Case {
    ///     article: vec![CaseArticle { id: "a".to_owned(), ..CaseArticle::default() }],
    ///     event: vec![CaseEvent {
    ///         id: "flood".to_owned(),
    ///         quote: Quotes::One("the river burst its banks on 7 March 2024".to_owned()),
    ///         ..CaseEvent::default()
    ///     }],
    ///     claim: vec![CaseClaim { text: "flood before 2024-03-08".to_owned(), ..CaseClaim::default() }],
    ///     ..Case::default()
    /// };
    /// let article = Article::new("a", "In town the river burst its banks on 7 March 2024.", Language::En);
    /// let outcome = case.check(&Frise::new(), &[article], &Limits::default())?;
    /// assert_eq!(outcome.answers[0].verdict.answer, Answer::Supported);
    /// # Ok::<(), frise::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Where a quote is not found or found twice, an id is unknown or used twice, a date, an amount
    /// or a claim cannot be read, or what the user gives clashes with itself.
    pub fn check(
        &self,
        frise: &Frise,
        articles: &[Article],
        limits: &Limits,
    ) -> Result<Outcome, Error> {
        self.check_ids()?;
        let accounts: Vec<Account> = articles.iter().map(|article| frise.read(article)).collect();
        let overrules = self.overrules(articles)?;
        let pairs: Vec<(&Article, &Account)> = articles.iter().zip(&accounts).collect();
        let mut gathered = frise.gather_with(&pairs, &overrules);
        for statement in &mut gathered.draft.statements {
            let of = |article: &&CaseArticle| Some(&article.id) == statement.article.as_ref();
            if let Some(weight) = self.article.iter().find(of).and_then(|article| article.weight) {
                statement.weight = weight;
            }
        }
        let parse = |text: &str, what: &str| {
            Claim::parse(text).map_err(|error| inside(error, &format!("{what} \"{text}\"")))
        };
        let givens = (self.given.iter())
            .map(|given| parse(&given.claim, "the given"))
            .collect::<Result<Vec<_>, _>>()?;
        let timeline = Timeline::check_with(gathered.draft.clone(), &givens, limits)?;
        let sources: Vec<&Article> = articles.iter().collect();
        let mut sentences = None;
        let mut answers = Vec::with_capacity(self.claim.len());
        for claim in &self.claim {
            let told = claim.as_sentence().unwrap_or(&claim.text);
            let expect = claim.expect.as_deref().map(|word| expected(word, told)).transpose()?;
            if let Some(sentence) = claim.as_sentence() {
                let sentences =
                    sentences.get_or_insert_with(|| Sentences::new(frise, &sources, &timeline));
                let mut answered = Answered::from(sentences.hear(sentence, None)?);
                answered.expect = expect;
                answers.push(answered);
                continue;
            }
            let parsed = parse(&claim.text, "the claim")?;
            let verdict = timeline
                .ask(&parsed)
                .map_err(|error| inside(error, &format!("the claim \"{}\"", claim.text)))?;
            answers.push(Answered { expect, ..Answered::new(claim.text.clone(), verdict) });
        }
        let mut warnings: Vec<Warning> =
            accounts.iter().flat_map(|account| account.warnings.iter().cloned()).collect();
        warnings.extend(gathered.warnings.iter().cloned());
        Ok(Outcome { accounts, gathered, timeline, answers, warnings })
    }

    /// What the user settles, bound to the words of the articles.
    ///
    /// # Errors
    ///
    /// As [`Case::check`].
    pub fn overrules(&self, articles: &[Article]) -> Result<Overrules, Error> {
        let finder = Finder {
            texts: articles.iter().map(|article| Comparable::new(article.text())).collect(),
            articles,
        };
        let mut overrules = Overrules::default();
        for event in &self.event {
            let what = format!("of event \"{}\"", event.id);
            let within = finder.article(event.article.as_deref(), &what)?;
            let quotes = (event.quote.iter())
                .map(|quote| finder.one(quote, within, &format!("the quote \"{quote}\" {what}")))
                .collect::<Result<Vec<_>, _>>()?;
            let when = (event.when.as_deref())
                .map(|when| {
                    when.parse::<Edtf>().map_err(|error| inside(error, &format!("`when` {what}")))
                })
                .transpose()?;
            let window = event.window.as_deref().map(|text| amount(text, &what)).transpose()?;
            overrules.events.push(Named {
                id: event.id.clone(),
                label: event.label.clone(),
                quotes,
                when,
                window,
            });
        }
        for read in &self.read {
            let what = format!("of [[read]] \"{}\"", read.text);
            let within = finder.article(read.article.as_deref(), &what)?;
            let is: Edtf =
                read.is.parse().map_err(|error| inside(error, &format!("`as` {what}")))?;
            for place in finder.all(&read.text, within, "[[read]]")? {
                overrules.reads.push(Read { place, is: is.clone(), said: read.is.clone() });
            }
        }
        for (links, means, table) in
            [(&self.link, true, "[[link]]"), (&self.forbid, false, "[[forbid]]")]
        {
            for link in links {
                let what = format!("of {table} \"{}\"", link.text);
                let within = finder.article(link.article.as_deref(), &what)?;
                let event = self.event_of(&link.to, &what)?;
                for place in finder.all(&link.text, within, table)? {
                    overrules.links.push(Linked { place, event, means });
                }
            }
        }
        for ignore in &self.ignore {
            let what = format!("the text \"{}\" of [[ignore]]", ignore.text);
            let within = finder.article(ignore.article.as_deref(), &what)?;
            let place = finder.one(&ignore.text, within, &what)?;
            overrules.ignored.push(Ignored { place, why: ignore.why.clone() });
        }
        Ok(overrules)
    }

    /// The number of the event of an id.
    fn event_of(&self, id: &str, what: &str) -> Result<usize, Error> {
        self.event.iter().position(|event| event.id == id).ok_or_else(|| {
            let ids: Vec<&str> = self.event.iter().map(|event| event.id.as_str()).collect();
            let help = match ids.as_slice() {
                [] => "the case names no event".to_owned(),
                ids => format!("the events of the case are {}", ids.join(", ")),
            };
            Error::new(format!("no event is called \"{id}\" (`to` {what})")).with_help(help)
        })
    }

    fn check_ids(&self) -> Result<(), Error> {
        let twice = |ids: Vec<&str>, what: &str| {
            let mut seen = BTreeSet::new();
            for id in ids {
                if id.trim().is_empty() {
                    return Err(Error::new(format!("an {what} has an empty id"))
                        .with_help("give it a short name without spaces"));
                }
                if !seen.insert(id) {
                    return Err(Error::new(format!("two {what}s are called \"{id}\""))
                        .with_help("give one of them another id"));
                }
            }
            Ok(())
        };
        twice(self.article.iter().map(|article| article.id.as_str()).collect(), "article")?;
        twice(self.event.iter().map(|event| event.id.as_str()).collect(), "event")?;
        for event in &self.event {
            let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
            if !event.id.chars().all(plain) {
                return Err(Error::new(format!(
                    "the event id \"{}\" cannot stand in a claim",
                    event.id
                ))
                .with_help("use letters, digits, - and _ only"));
            }
        }
        Ok(())
    }
}

/// Looks words up in the articles.
struct Finder<'a> {
    articles: &'a [Article],
    texts: Vec<Comparable>,
}

impl Finder<'_> {
    /// The number of the article of an id.
    fn article(&self, id: Option<&str>, what: &str) -> Result<Option<usize>, Error> {
        let Some(id) = id else { return Ok(None) };
        let at = self.articles.iter().position(|article| article.id() == id);
        at.map(Some).ok_or_else(|| {
            let ids: Vec<&str> = self.articles.iter().map(Article::id).collect();
            Error::new(format!("no article is called \"{id}\" ({what})"))
                .with_help(format!("the articles are {}", ids.join(", ")))
        })
    }

    fn places(&self, words: &str, within: Option<usize>) -> Vec<Place> {
        let mut places = Vec::new();
        for (article, text) in self.texts.iter().enumerate() {
            if within.is_none_or(|within| within == article) {
                places
                    .extend(text.places_of(words).into_iter().map(|span| Place { article, span }));
            }
        }
        places
    }

    /// The one place where words stand.
    fn one(&self, words: &str, within: Option<usize>, what: &str) -> Result<Place, Error> {
        let places = self.places(words, within);
        match places.as_slice() {
            [only] => Ok(*only),
            [] => Err(self.missing(words, within, what)),
            [first, second, ..] => {
                let count = places.len();
                let times = if count == 2 { "twice".to_owned() } else { format!("{count} times") };
                Err(Error::new(format!(
                    "{what} is found {times}: {} and {}",
                    self.line(*first),
                    self.line(*second)
                ))
                .with_help("quote more of the words around it, or name the article"))
            }
        }
    }

    /// Every place where words stand; at least one.
    fn all(&self, words: &str, within: Option<usize>, table: &str) -> Result<Vec<Place>, Error> {
        let places = self.places(words, within);
        if !places.is_empty() {
            return Ok(places);
        }
        // A phrase that begins a sentence has a capital that the user need not write.
        let mut letters = words.chars();
        let capital: String = letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect())
            .unwrap_or_default();
        let places = self.places(&capital, within);
        if places.is_empty() {
            return Err(self.missing(words, within, &format!("the text \"{words}\" of {table}")));
        }
        Ok(places)
    }

    /// Where words stand, for people.
    fn line(&self, place: Place) -> String {
        let Some(article) = self.articles.get(place.article) else { return String::new() };
        let before = article.text().get(..place.span.start).unwrap_or("");
        let line = before.matches('\n').count() + 1;
        format!("{}, line {line}", article.id())
    }

    fn missing(&self, words: &str, within: Option<usize>, what: &str) -> Error {
        let best = (self.articles.iter().enumerate())
            .filter(|(article, _)| within.is_none_or(|within| within == *article))
            .filter_map(|(article, text)| {
                let (span, shared) = nearest(text.text(), words)?;
                Some((shared, Place { article, span }))
            })
            .rev()
            .max_by_key(|(shared, _)| *shared);
        let where_to = match within.and_then(|within| self.articles.get(within)) {
            Some(article) => format!("in article \"{}\"", article.id()),
            None => "in any article".to_owned(),
        };
        let error = Error::new(format!("{what} is not found {where_to}"));
        match best {
            Some((_, place)) => {
                let text = self.articles.get(place.article).map_or("", Article::text);
                error.with_help(format!(
                    "the nearest words are \"{}\" ({})",
                    one_line(around(text, place.span)),
                    self.line(place)
                ))
            }
            None => error.with_help("copy the words from the article as they stand there"),
        }
    }
}

/// A stretch without the white space at its ends.
fn around(text: &str, span: Span) -> &str {
    span.of(text).trim()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The answer that a case expects.
fn expected(word: &str, claim: &str) -> Result<Answer, Error> {
    let all = [Answer::Supported, Answer::Contradicted, Answer::Undetermined, Answer::Disputed];
    all.into_iter().find(|answer| answer.word() == word).ok_or_else(|| {
        let words: Vec<&str> = all.iter().map(|answer| answer.word()).collect();
        Error::new(format!("`expect` of the claim \"{claim}\" is \"{word}\", which is no answer"))
            .with_help(format!("the answers are {}", words.join(", ")))
    })
}

/// An amount in the claim language: "48 hours", "P2D".
fn amount(text: &str, what: &str) -> Result<Amount, Error> {
    let wrong = || {
        Error::new(format!("`window` {what} is \"{text}\", which is no amount of time"))
            .with_help("write it as \"48 hours\", \"2 jours\" or \"P2D\"")
    };
    let claim = Claim::parse(&format!("length(x) = {text}")).map_err(|_| wrong())?;
    match claim.clause() {
        Clause::Measure(_, _, said) if said.parts.iter().any(|(n, _)| 0 < *n) => Ok(Amount::new(
            said.parts.iter().map(|(n, unit)| (Quantity::whole(*n), *unit)).collect(),
        )),
        _ => Err(wrong()),
    }
}

/// The same error with the place it is in.
fn inside(error: Error, place: &str) -> Error {
    let mut told = Error::new(format!("{place}: {}", error.what()));
    if let Some(help) = error.help() {
        told = told.with_help(help);
    }
    told
}

#[cfg(test)]
mod tests;

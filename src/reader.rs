//! The one value that callers build: lexicons and tables of every language, made once; and the way
//! through the stages.

use std::sync::OnceLock;

use crate::article::{Article, Language, Published};
use crate::clause::{Mood, Sentences};
use crate::event::Classes;
use crate::lang::Engine;
use crate::lang::memo::Memo;
use crate::passage::Passages;
use crate::resolve::{Resolution, Surroundings, Tense, resolve};
use crate::scan::{Mention, Tokens, scan};
use crate::why::Warning;

/// Reads articles. Made once, shared freely: it is `Send` and `Sync`, and keeps nothing of what it
/// has read.
///
/// ```
/// use frise::{Article, Frise, Language};
///
/// let frise = Frise::new();
/// let article = Article::new("a", "Le barrage a cédé le 7 mars.", Language::Fr)
///     .published("2024-04-05".parse()?);
/// let account = frise.read(&article);
/// assert_eq!(account.resolutions[0].parts[0].timex.value, "2024-03-07");
/// # Ok::<(), frise::Error>(())
/// ```
#[derive(Debug)]
pub struct Frise {
    // Each is built when it is first asked for: a program that reads one language waits for one.
    engines: Box<[OnceLock<Engine>]>,
    classes: OnceLock<Classes>,
}

/// An article as read: what it says about time, and when that is.
///
/// ```
/// use frise::{Article, Frise, Language};
/// let article = Article::new("a", "Publié le 5 avril 2024\n\nHier, le pont a rouvert.", Language::Fr);
/// let account = Frise::new().read(&article);
/// let published = account.published.expect("the text says it itself");
/// assert_eq!(published.day().to_string(), "2024-04-05");
/// let last = account.resolutions.last().expect("it speaks of yesterday");
/// assert_eq!(last.parts[0].timex.value, "2024-04-04");
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Account {
    /// Every mention of time, in text order.
    pub mentions: Vec<Mention>,
    /// When each mention is, in the same order.
    pub resolutions: Vec<Resolution>,
    /// When the article was published: as given, else as its own header or signature says.
    pub published: Option<Published>,
    /// What an editor should know: no date of publication, or two that compete.
    pub warnings: Vec<Warning>,
    pub(crate) passages: Passages,
    pub(crate) tokens: Tokens,
}

impl Default for Frise {
    fn default() -> Self {
        Self::new()
    }
}

impl Frise {
    /// With the words for events that are known here. The tables of a language are built when its first
    /// article is read.
    pub fn new() -> Self {
        let engines = Language::ALL.iter().map(|_| OnceLock::new()).collect();
        Self { engines, classes: OnceLock::new() }
    }

    /// With the caller's words for events.
    pub fn with_classes(mut self, classes: Classes) -> Self {
        self.classes = OnceLock::from(classes);
        self
    }

    /// Every mention of time in an article, in text order. Looks at nothing but the text.
    pub fn find(&self, article: &Article) -> Vec<Mention> {
        let engine = self.engine(article.language());
        let tokens = Tokens::of(article.text(), engine);
        scan(&tokens.source(article.text(), engine, &Memo::default()), engine)
    }

    /// What an article says about time, and when that is.
    pub fn read(&self, article: &Article) -> Account {
        let engine = self.engine(article.language());
        let text = article.text();
        let tokens = Tokens::of(text, engine);
        let memo = Memo::default();
        let source = tokens.source(text, engine, &memo);
        let mentions = scan(&source, engine);
        let sentences = Sentences::around(source, &engine.cues, &places(&mentions));
        let passages =
            Passages::of(&source, &mentions, &sentences, &engine.cues, engine.grammar.page);
        let mut warnings = Vec::new();
        let published = article.published_at().copied().or_else(|| {
            let (published, warning) = passages.own_date(text, &mentions)?;
            warnings.extend(
                warning.map(|one| Warning { article: Some(article.id().to_owned()), ..one }),
            );
            Some(published)
        });
        let around = |n: usize| surroundings(n, text, &mentions, &sentences, &passages);
        let conventions = &engine.grammar.conventions;
        let resolutions = resolve(published.as_ref(), &mentions, conventions, &around);
        Account { mentions, resolutions, published, warnings, passages, tokens }
    }

    pub(crate) fn classes(&self) -> &Classes {
        self.classes.get_or_init(Classes::new)
    }

    pub(crate) fn engine(&self, language: Language) -> &Engine {
        self.engines[language.index()].get_or_init(|| Engine::new(language))
    }
}

/// How many bytes into its sentence a mention still leads it: "By ", "À la ".
const LEAD: usize = 6;

/// Where the words of a mention stand that say the time.
fn offset_of(mention: &Mention) -> usize {
    mention.marks.first().map_or(mention.span.start, |mark| mark.start)
}

/// The places whose sentences are asked for, in text order.
fn places(mentions: &[Mention]) -> Vec<usize> {
    let of = |mention: &Mention| [mention.span.start, offset_of(mention)];
    let mut places: Vec<usize> = mentions.iter().flat_map(of).collect();
    // Already in order, but where the words of an event hold another time.
    places.sort_unstable();
    places
}

/// What surrounds a mention: the tense of its clause, the date of its passage.
fn surroundings(
    n: usize,
    text: &str,
    mentions: &[Mention],
    sentences: &Sentences,
    passages: &Passages,
) -> Surroundings {
    let Some(mention) = mentions.get(n) else { return Surroundings::default() };
    let offset = offset_of(mention);
    let verb = sentences.verb_at(offset);
    let tense = verb.map_or(Tense::Unknown, |verb| match verb.mood {
        // "On Friday the ministry planned a visit": what was planned lies after it.
        Mood::Past if mention.span.end <= verb.span.start => Tense::Past,
        _ if verb.announces => Tense::Future,
        Mood::Past => Tense::Past,
        Mood::Present => Tense::Present,
        Mood::Future => Tense::Future,
        Mood::Conditional | Mood::Unknown => Tense::Unknown,
    });
    // "Thursday's closing price": what a time owns is not told by the verb, unless it is to come.
    let owns = text.get(mention.span.end..).is_some_and(|after| after.starts_with(['\'', '’']));
    let told = verb.is_some_and(|verb| verb.mood == Mood::Future);
    let tense = if owns && !told && tense != Tense::Past { Tense::Unknown } else { tense };
    let aside = passages.is_aside(n, offset);
    // A by-line's own date is read against the article, not against the passage that it dates.
    let dated_by = passages.dated_by(offset).filter(|dating| *dating != n && !aside);
    let sentence = sentences.at(offset).and_then(|n| sentences.get(n));
    let leads = sentence.is_some_and(|sentence| mention.span.start < sentence.start + LEAD);
    Surroundings { tense, dated_by, aside, leads }
}

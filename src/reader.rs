//! The one value that callers build: lexicons and tables of every language, made once; and the way
//! through the stages.

use std::sync::OnceLock;

use chrono::NaiveDate;

use crate::article::{Article, Language, Published, Span};
use crate::event::Classes;
use crate::extent::Zone;
use crate::lang::Engine;
use crate::lang::memo::Memo;
use crate::passage::Passages;
use crate::resolve::{Joint, Resolution, Surroundings, Tense, asks_direction, full_year, resolve};
use crate::scan::{Mention, Tokens, scan};
use crate::syntax::{Parsed, ParsedSentence, Syntax, Tenses, Told, Upos, is_built_in};
use crate::why::{Notice, Warning};

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
    pub(crate) parsed: Parsed,
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
        let syntax = Syntax::new(source, &mentions, engine);
        let tenses = Tenses::new(&syntax, engine, &mentions);
        let passages = Passages::of(&source, &mentions, &tenses, engine.grammar.page);
        let mut warnings = Vec::new();
        if !is_built_in(article.language()) {
            let about = Notice::NoModel { language: article.language().code().to_owned() };
            warnings.push(Warning::new(about).at(article.id(), None));
        }
        let dateline = passages.dateline(&mentions);
        if let (Some(given), Some((dateline, span))) = (article.given_date(), dateline)
            && FAR < (given.day() - dateline.day()).num_days().abs()
        {
            let words = span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
            let about = Notice::FarDateline { given: given.day(), dateline: dateline.day(), words };
            warnings.push(Warning::new(about).at(article.id(), Some(span)));
        }
        warnings.extend(against_metadata(
            article,
            dateline.map(|(date, _)| date),
            &passages,
            &mentions,
        ));
        // The page has the date given, its text that of its dateline.
        let given = article.published_at().copied();
        let given = given.map(|given| match dateline {
            Some((dateline, _)) if dateline.day() != given.day() => dateline,
            _ => given,
        });
        let published = given.or_else(|| {
            let (published, warning) = passages.own_date(text, &mentions)?;
            warnings.extend(
                warning.map(|one| Warning { article: Some(article.id().to_owned()), ..one }),
            );
            Some(published)
        });
        let mut year = None;
        let around: Vec<Surroundings> = (mentions.iter().enumerate())
            .map(|(n, mention)| {
                let asks = asks_direction(&mention.expr, year);
                year = full_year(&mention.expr).or(year);
                let told = if asks { tenses.told(n) } else { None };
                let around = surroundings(n, text, told, &mentions, &syntax, &passages);
                Surroundings { reports: asks && tenses.reports(n), ..around }
            })
            .collect();
        let conventions = &engine.grammar.conventions;
        let resolutions = resolve(published.as_ref(), &mentions, conventions, &around);
        let parsed = syntax.parsed();
        Account { mentions, resolutions, published, warnings, passages, tokens, parsed }
    }

    /// The sentences of an article, parsed. Looks at nothing but the text. Sentences have no units where
    /// no model of the language is built in (the features `fr` and `en`).
    pub fn syntax(&self, article: &Article) -> Vec<ParsedSentence> {
        let engine = self.engine(article.language());
        let tokens = Tokens::of(article.text(), engine);
        let memo = Memo::default();
        let source = tokens.source(article.text(), engine, &memo);
        let mentions = scan(&source, engine);
        ParsedSentence::all(&Syntax::new(source, &mentions, engine))
    }

    pub(crate) fn classes(&self) -> &Classes {
        self.classes.get_or_init(Classes::new)
    }

    pub(crate) fn engine(&self, language: Language) -> &Engine {
        self.engines[language.index()].get_or_init(|| Engine::new(language))
    }
}

/// From how many days on a text's own dateline is far from the date given for its page.
const FAR: i64 = 30;

/// Warns where the document's metadata give another date published than the user or the text.
fn against_metadata(
    article: &Article,
    dateline: Option<Published>,
    passages: &Passages,
    mentions: &[Mention],
) -> Vec<Warning> {
    let Some((metadata, field)) = article.metadata_date() else { return Vec::new() };
    // A server's clock may be a day before or after the paper's.
    let near = if metadata.zone() == Some(Zone::Utc) { 1 } else { 0 };
    let differs = |day: NaiveDate| near < (metadata.day() - day).num_days().abs();
    let given = article.given_date().map(Published::day).filter(|day| differs(*day));
    let given = given.map(|given| Notice::OtherMetadata {
        given,
        metadata: metadata.day(),
        field: field.to_owned(),
    });
    let own = || passages.own_date(article.text(), mentions).map(|(own, _)| own);
    let text = dateline.or_else(own).map(|own| own.day()).filter(|day| differs(*day));
    let text = text.filter(|_| article.given_date().is_none());
    let text = text.map(|text| Notice::OtherText {
        metadata: metadata.day(),
        field: field.to_owned(),
        text,
    });
    given.into_iter().chain(text).map(|about| Warning::new(about).at(article.id(), None)).collect()
}

/// How many bytes into its sentence a mention still leads it: "By ", "À la ".
const LEAD: usize = 6;

/// Where the words of a mention stand that say the time.
fn offset_of(mention: &Mention) -> usize {
    mention.marks.first().map_or(mention.span.start, |mark| mark.start)
}

/// What surrounds a mention, which is `told` as past or to come where that was asked.
fn surroundings(
    n: usize,
    text: &str,
    told: Option<Told>,
    mentions: &[Mention],
    syntax: &Syntax<'_>,
    passages: &Passages,
) -> Surroundings {
    let Some(mention) = mentions.get(n) else { return Surroundings::default() };
    let offset = offset_of(mention);
    let tense = told.map_or(Tense::Unknown, |told| match told {
        Told::Past | Told::PastConditional | Told::Participle => Tense::Past,
        Told::Future => Tense::Future,
        // "Planned to leave on Friday": of a bare weekday the next, of a date the nearest.
        Told::Conditional if mention.expr.is_dated_within_a_year() => Tense::Planned,
        Told::Conditional => Tense::Future,
        Told::Present => Tense::Present,
        Told::Gerund | Told::Infinitive | Told::None => Tense::Unknown,
    });
    let aside = passages.is_aside(n, offset);
    // A by-line's own date is read against the article, not against the passage that it dates.
    let dated_by = passages.dated_by(offset).filter(|dating| *dating != n && !aside);
    let sentence = syntax.sentence_at(offset);
    let span = sentence.and_then(|n| syntax.sentences().get(n)).map(|sentence| sentence.span);
    let leads = span.is_some_and(|span| mention.span.start < span.start + LEAD);
    let joint = mentions.get(n + 1).map_or(Joint::Apart, |next| {
        let same = sentence == syntax.sentence_at(next.span.start);
        joint(text, Span::new(mention.span.end, next.span.start), same, syntax)
    });
    Surroundings { tense, dated_by, aside, leads, sentence, joint, reports: false }
}

/// What stands between two mentions.
fn joint(text: &str, between: Span, same_sentence: bool, syntax: &Syntax<'_>) -> Joint {
    let words =
        if between.start <= between.end { between.of(text).trim() } else { return Joint::Apart };
    let small =
        |word: &str, most| word.chars().all(char::is_alphabetic) && word.chars().count() <= most;
    let mut each = words.split_whitespace();
    let joins = match (each.next(), each.next(), each.next()) {
        (Some(word), None, _) => small(word, 3),
        // "Et en", "and in".
        (Some(word), Some(next), None) => small(word, 3) && small(next, 4),
        _ => false,
    };
    let verb = || {
        syntax
            .tags(between)
            .any(|unit| matches!(unit.tag, Upos::Verb | Upos::Aux) && between.contains(unit.span))
    };
    if joins {
        Joint::Word
    } else if words == "," {
        Joint::Comma
    } else if same_sentence
        && !words.contains([';', ':', '.'])
        && words.split_whitespace().count() <= 5
        && !verb()
    {
        Joint::Near
    } else {
        Joint::Apart
    }
}

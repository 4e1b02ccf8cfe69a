//! What happened: every clause that is dated, or dates another, becomes an event with its
//! statements; and what they say about when becomes constraints.

mod anchor;
mod anniversary;
mod bonds;
mod called;
mod cluster;
mod doubt;
mod draft;
mod label;
mod named;
mod overrule;
mod participants;
mod places;
mod says;
mod seed;
mod time;
mod warnings;
mod which;
mod words;
mod zones;

use std::cell::RefCell;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::amount::Amount;
use crate::article::Article;
use crate::constraint::{Draft, End};
use crate::event::class::Classes;
use crate::event::vocabulary::Numbers;
use crate::event::{EventIx, Property, UnplacedWhy};
use crate::extent::Extent;
use crate::lang::input::Source;
use crate::lang::memo::Memo;
use crate::reader::{Account, Frise};
use crate::why::{Warning, Why};

use crate::syntax::Syntax;
use called::{Called, Marks, Titles};
pub use overrule::{Ignored, Linked, Named, Overrules, Place, Read};
use places::Places;

use seed::{Seed, SeedKind, Story, Telling};
use time::Hang;
use words::{Known, Words};

/// What was gathered from articles.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Gathered {
    /// The events, their statements and what these say.
    pub draft: Draft,
    /// The mentions that hang on an event, or open its window, with what that comes to.
    pub anchored: Vec<Anchored>,
    /// Statements of the texts that tell of an event the user named and does not quote there.
    pub also: Vec<Also>,
    /// What the user should know: a quote without any time, an overruling that finds nothing.
    pub warnings: Vec<Warning>,
}

/// Words that tell of a named event beside its quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Also {
    /// The event.
    pub event: EventIx,
    /// Where it is also told.
    pub place: Place,
}

/// A mention that hangs on an event.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Anchored {
    /// The number of the article, in the order given.
    pub article: usize,
    /// The number of the mention in the article.
    pub mention: usize,
    /// The event it hangs on.
    pub event: EventIx,
    /// What the whole phrase denotes, the event dated as the phrase's own source dates it.
    pub extent: Option<Extent>,
    /// How that was found, step by step.
    pub steps: Vec<Why>,
}

impl Gathered {
    /// The event a mention hangs on, if it does.
    pub fn anchored(&self, article: usize, mention: usize) -> Option<&Anchored> {
        self.anchored.iter().find(|one| one.article == article && one.mention == mention)
    }
}

impl Frise {
    /// Gathers the events of one or more articles, with what each says about when.
    ///
    /// ```
    /// use frise::{Article, Frise, Language};
    ///
    /// let frise = Frise::new();
    /// let article = Article::new("a", "The dam burst on 7 March 2024.", Language::En);
    /// let account = frise.read(&article);
    /// let gathered = frise.gather(&[(&article, &account)]);
    /// assert_eq!(gathered.draft.events[0].label, "The dam burst");
    /// ```
    pub fn gather(&self, articles: &[(&Article, &Account)]) -> Gathered {
        self.gather_with(articles, &Overrules::default())
    }

    /// Gathers with what the user settles: named events, readings, links, what to leave out.
    pub fn gather_with(
        &self,
        articles: &[(&Article, &Account)],
        overrules: &Overrules,
    ) -> Gathered {
        let mut gathered = self.told(articles, |tellings, terms| {
            Gatherer::new(tellings, self.classes(), terms, overrules).gather().draft()
        });
        let articles: Vec<&Article> = articles.iter().map(|(article, _)| *article).collect();
        doubt::enter(&mut gathered.draft, &articles);
        gathered
    }

    /// Shows articles as they are gathered from.
    fn told<T>(
        &self,
        articles: &[(&Article, &Account)],
        show: impl FnOnce(&[Telling<'_>], &RefCell<Numbers>) -> T,
    ) -> T {
        let memos: Vec<Memo> = articles.iter().map(|_| Memo::default()).collect();
        let sources: Vec<Source<'_>> = (articles.iter().zip(&memos))
            .map(|((article, account), memo)| {
                account.tokens.source(article.text(), self.engine(article.language()), memo)
            })
            .collect();
        let known: Vec<Known> = (articles.iter().zip(&sources))
            .map(|((article, _), source)| {
                let language = article.language();
                let vocabulary = self.classes().vocabulary(language);
                Known::of(*source, vocabulary)
            })
            .collect();
        let terms = RefCell::new(Numbers::default());
        let accounts = zones::in_one_zone(articles);
        let words: Vec<Words<'_>> = (articles.iter().zip(sources.iter().zip(&known)))
            .map(|((article, _), (source, known))| {
                let (engine, classes) = (self.engine(article.language()), self.classes());
                Words {
                    source: *source,
                    numbers: &known.numbers,
                    engine,
                    classes,
                    vocabulary: classes.vocabulary(article.language()),
                    language: article.language(),
                    terms: &terms,
                }
            })
            .collect();
        let syntaxes: Vec<Syntax<'_>> = (words.iter().zip(&accounts))
            .map(|(words, account)| {
                Syntax::again(words.source, &account.mentions, words.engine, &account.parsed)
            })
            .collect();
        let stories: Vec<Story<'_>> = syntaxes.iter().map(Story::new).collect();
        let read = words.iter().zip(&stories).zip(&accounts);
        let tellings: Vec<Telling<'_>> = (articles.iter().zip(read).enumerate())
            .map(|(number, ((article, _), ((words, story), account)))| Telling {
                number,
                article,
                account,
                story,
                words: *words,
            })
            .collect();
        show(&tellings, &terms)
    }
}

/// A link from a seed's mention to the event it hangs on.
#[derive(Clone, Debug)]
struct Link {
    mention: usize,
    cluster: usize,
    end: End,
    hang: Hang,
    /// Why that event; nothing where the words are its own.
    why: Option<Why>,
}

impl Link {
    /// Why that event, where there was a choice to make.
    fn chosen(&self) -> Option<Why> {
        self.why.clone()
    }
}

#[derive(Clone, Debug, Default)]
struct Cluster {
    seeds: Vec<usize>,
    window: Option<Amount>,
    /// When the user knows it to be.
    when: Option<Extent>,
    /// For each of its sources the first seed that dates it.
    dated: Vec<usize>,
    /// The first and the last of the days that its seeds let it begin on.
    days: Option<(NaiveDate, NaiveDate)>,
    /// What it is called.
    titles: Titles,
    /// What tells it apart.
    marks: Marks,
    /// Whether one of its seeds is a notice, which can open a window.
    is_notice: bool,
}

struct Gatherer<'a, 't> {
    tellings: &'a [Telling<'t>],
    classes: &'a Classes,
    seeds: Vec<Seed>,
    says: Vec<Option<Extent>>,
    cluster_of: Vec<Option<usize>>,
    /// Why a seed was taken for an event told before.
    joined: Vec<Option<Why>>,
    /// The user's events come first, in the user's order.
    clusters: Vec<Cluster>,
    /// The events by what their seeds are called.
    called: Called,
    /// The events that have a window.
    with_window: BTreeSet<usize>,
    /// Where the seeds stand.
    places: Places,
    /// What each seed hangs on.
    links: Vec<Vec<Link>>,
    overrules: &'a Overrules,
    /// Which named event a seed tells of beside its quotes.
    also: Vec<Option<usize>>,
    warnings: Vec<Warning>,
    /// Mentions that date no seed: the article, the mention, why.
    unplaced: Vec<(usize, usize, UnplacedWhy)>,
}

impl<'a, 't> Gatherer<'a, 't> {
    fn new(
        tellings: &'a [Telling<'t>],
        classes: &'a Classes,
        terms: &RefCell<Numbers>,
        overrules: &'a Overrules,
    ) -> Self {
        let mut warnings = Vec::new();
        let (mut seeds, clusters) =
            named::seeds(tellings, classes, terms, overrules, &mut warnings);
        let quoted = seeds.len();
        let mut unplaced = Vec::new();
        for telling in tellings {
            let read = telling.seeds();
            unplaced.extend(
                read.unplaced.into_iter().map(|(mention, why)| (telling.number, mention, why)),
            );
            for seed in read.seeds {
                let claimed = seeds.iter().take(quoted).any(|quote| named::claims(quote, &seed));
                if !claimed {
                    seeds.push(seed);
                }
            }
        }
        let all = seeds.iter_mut().map(|seed| (seed.article, &mut seed.participants));
        participants::name_by_titles(all);
        named::leave_out(&mut seeds, tellings, overrules, &mut warnings);
        let count = seeds.len();
        let with_window = (0..clusters.len()).filter(|c| clusters[*c].window.is_some()).collect();
        let mut gatherer = Self {
            tellings,
            classes,
            says: Vec::new(),
            seeds,
            cluster_of: vec![None; count],
            joined: vec![None; count],
            clusters,
            called: Called::default(),
            with_window,
            places: Places::default(),
            links: vec![Vec::new(); count],
            overrules,
            also: vec![None; count],
            warnings,
            unplaced,
        };
        gatherer.says = gatherer.seeds.iter().map(|seed| gatherer.plain_extent(seed)).collect();
        for (n, seed) in gatherer.seeds.iter().enumerate() {
            gatherer.places.note(n, seed, tellings);
        }
        for n in 0..count {
            if let Some(named) = gatherer.seeds.get(n).and_then(|seed| seed.named) {
                gatherer.join(n, named);
            }
        }
        gatherer
    }

    fn named_count(&self) -> usize {
        self.overrules.events.len()
    }

    /// Puts every seed to its event.
    fn gather(mut self) -> Self {
        // First what has a date of its own, then windows, then what hangs on another event.
        for n in 0..self.seeds.len() {
            if self.says.get(n).is_some_and(Option::is_some)
                || self.seeds.get(n).is_some_and(|seed| seed.kind == SeedKind::Stamp)
            {
                self.place(n);
            }
        }
        for n in 0..self.seeds.len() {
            let window = |seed: &Seed| seed.kind == SeedKind::Window && seed.named.is_none();
            if self.seeds.get(n).is_some_and(window) {
                self.place_window(n);
            }
        }
        // An anchor can hang on another: what was not found at first may be found then.
        let hanging: Vec<usize> = (0..self.seeds.len()).filter(|n| self.can_hang(*n)).collect();
        for _ in 0..3 {
            for n in &hanging {
                self.hang(*n, false);
            }
        }
        for n in 0..self.seeds.len() {
            if hanging.binary_search(&n).is_ok() {
                self.hang(n, true);
            }
            if self.cluster_of.get(n).is_some_and(Option::is_none)
                && self.seeds.get(n).is_some_and(|seed| seed.kind != SeedKind::Window)
            {
                self.place(n);
            }
        }
        self
    }

    fn link(&mut self, n: usize, link: Link) {
        if let Some(links) = self.links.get_mut(n) {
            links.push(link);
        }
    }

    fn join(&mut self, n: usize, cluster: usize) {
        if let (Some(place), Some(joined), Some(seed)) =
            (self.cluster_of.get_mut(n), self.clusters.get_mut(cluster), self.seeds.get(n))
        {
            *place = Some(cluster);
            joined.seeds.push(n);
            joined.titles.note(n, seed);
            joined.marks.add(Marks::of(&seed.naming));
            joined.is_notice |= seed.status.constrains()
                && seed.kind != SeedKind::Stamp
                && seed.naming.class.is_some_and(|class| self.classes.is(class, Property::NOTICE));
            self.called.note(&seed.naming, self.says.get(n).and_then(Option::as_ref), cluster);
            if let Some((_, amount)) = &seed.window {
                joined.window.get_or_insert_with(|| amount.clone());
                self.with_window.insert(cluster);
            }
        }
        self.note_dated(n);
    }

    /// What a seed says alone, where it is found out only by what it hangs on.
    fn say(&mut self, n: usize, says: Option<Extent>) {
        if let Some(slot @ None) = self.says.get_mut(n) {
            *slot = says;
            if let Some(cluster) = self.cluster_of.get(n).copied().flatten()
                && let Some(seed) = self.seeds.get(n)
            {
                self.called.note(&seed.naming, says.as_ref(), cluster);
            }
            self.note_dated(n);
        }
    }
}

/// A label short enough to stand inside a sentence.
fn short(label: &str) -> String {
    label::cut(label, 56)
}

#[cfg(test)]
mod scans;
#[cfg(test)]
mod tests;

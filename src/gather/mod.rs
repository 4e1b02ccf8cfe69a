//! What happened: every clause that is dated, or dates another, becomes an event with its
//! statements; and what they say about when becomes constraints.

mod cluster;
mod label;
mod named;
mod overrule;
mod seed;
mod time;
mod words;

use chrono::Duration;

use crate::amount::Amount;
use crate::article::{Article, Span};
use crate::clause::Mood;
use crate::constraint::{Bond, Constraint, Distance, Draft, End, Reason};
use crate::event::class::Classes;
use crate::event::{Event, EventIx, Statement, StatementIx, Status};
use crate::expr::Expr;
use crate::extent::{Extent, Granularity};
use crate::reader::{Account, Frise};
use crate::resolve::date::{amount_words, cell_words};
use crate::resolve::{Resolved, Unresolved};
use crate::scan::Tokens;

use cluster::{Candidate, Standing, fits, is_meant, is_same, same_event};
pub use overrule::{Ignored, Linked, Named, Overrules, Place, Read};
use seed::{Seed, SeedKind, Telling};
use time::{Hang, hang, hang_words, hung, window};
use words::{Naming, Words};

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
    pub warnings: Vec<String>,
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
    /// How that was found, one sentence a step.
    pub steps: Vec<String>,
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
        let tokens: Vec<Tokens> = (articles.iter())
            .map(|(article, _)| Tokens::of(article.text(), self.engine(article.language())))
            .collect();
        let tellings: Vec<Telling<'_>> = (articles.iter().zip(&tokens).enumerate())
            .map(|(number, ((article, account), tokens))| {
                let engine = self.engine(article.language());
                let words = Words {
                    source: tokens.source(article.text(), engine),
                    engine,
                    classes: self.classes(),
                    language: article.language(),
                };
                Telling { number, article, account, words }
            })
            .collect();
        Gatherer::new(&tellings, self.classes(), overrules).gather()
    }
}

/// A link from a seed's mention to the event it hangs on.
#[derive(Clone, Debug)]
struct Link {
    mention: usize,
    cluster: usize,
    end: End,
    hang: Hang,
    why: String,
}

#[derive(Clone, Debug, Default)]
struct Cluster {
    seeds: Vec<usize>,
    window: Option<Amount>,
    /// When the user knows it to be.
    when: Option<Extent>,
}

/// Days that stand for an event without its year: class, month, day, year.
static FAMOUS: [(&str, u8, u8, i32); 1] = [("attack", 9, 11, 2001)];

struct Gatherer<'a> {
    tellings: &'a [Telling<'a>],
    classes: &'a Classes,
    seeds: Vec<Seed>,
    says: Vec<Option<Extent>>,
    cluster_of: Vec<Option<usize>>,
    /// Why a seed was taken for an event told before.
    joined: Vec<Option<String>>,
    /// The user's events come first, in the user's order.
    clusters: Vec<Cluster>,
    /// What each seed hangs on.
    links: Vec<Vec<Link>>,
    overrules: &'a Overrules,
    /// Which named event a seed tells of beside its quotes.
    also: Vec<Option<usize>>,
    warnings: Vec<String>,
}

impl<'a> Gatherer<'a> {
    fn new(tellings: &'a [Telling<'a>], classes: &'a Classes, overrules: &'a Overrules) -> Self {
        let mut warnings = Vec::new();
        let (mut seeds, clusters) = named::seeds(tellings, classes, overrules, &mut warnings);
        let quoted = seeds.len();
        for seed in tellings.iter().flat_map(Telling::seeds) {
            let claimed = seeds.iter().take(quoted).any(|quote| named::claims(quote, &seed));
            if !claimed {
                seeds.push(seed);
            }
        }
        named::leave_out(&mut seeds, tellings, overrules, &mut warnings);
        let count = seeds.len();
        let mut gatherer = Self {
            tellings,
            classes,
            says: Vec::new(),
            seeds,
            cluster_of: vec![None; count],
            joined: vec![None; count],
            clusters,
            links: vec![Vec::new(); count],
            overrules,
            also: vec![None; count],
            warnings,
        };
        gatherer.says = gatherer.seeds.iter().map(|seed| gatherer.plain_extent(seed)).collect();
        for n in 0..count {
            if let Some(named) = gatherer.seeds.get(n).and_then(|seed| seed.named) {
                gatherer.join(n, named);
            }
        }
        gatherer
    }

    /// What a seed's own dates say, the narrowest of them.
    fn plain_extent(&self, seed: &Seed) -> Option<Extent> {
        let telling = self.tellings.get(seed.article)?;
        let account = telling.account;
        if seed.listed {
            return self.hull_of_list(seed);
        }
        let extents = seed.dated.iter().filter_map(|dating| {
            if telling.is_soon_after(dating.mention) {
                return None;
            }
            if let Some(read) = self.read_as(seed.article, dating.mention) {
                return Some(read.is.hull());
            }
            if let Some(famous) = self.famous(seed, dating.mention) {
                return Some(famous);
            }
            let resolution = account.resolutions.get(dating.mention)?;
            resolution.parts.get(dating.part.unwrap_or(0))?.extent().copied()
        });
        extents.min_by_key(|extent| match (extent.from, extent.to) {
            (Some(from), Some(to)) => (to - from).max(Duration::zero()),
            _ => Duration::MAX,
        })
    }

    /// A day and month that stand for one event of the world: "attentats du 11 septembre".
    fn famous(&self, seed: &Seed, mention: usize) -> Option<Extent> {
        let mention = self.tellings.get(seed.article)?.account.mentions.get(mention)?;
        let Expr::Pattern(said) = &mention.expr else { return None };
        let class = self.classes.name(seed.naming.class?)?;
        let (.., year) = FAMOUS.iter().find(|(of, month, day, _)| {
            *of == class
                && seed.naming.plural
                && said.year.is_none()
                && (said.month, said.day) == (Some(*month), Some(*day))
        })?;
        let (month, day) = (u32::from(said.month?), u32::from(said.day?));
        Extent::day(chrono::NaiveDate::from_ymd_opt(*year, month, day)?)
    }

    /// Why an event cannot be dated by an anniversary that is in another year.
    fn wrong_anniversary(&self, link: &Link, seed: &Seed) -> Option<String> {
        let Hang::Years(nth) = link.hang else { return None };
        let first = self.extent_of(link.cluster, seed.article, seed.passage, seed.told_by)?;
        let (first, told) = (first.first_day()?, self.plain_extent(seed)?.first_day()?);
        let (year, told_year) = (chrono::Datelike::year(&first), chrono::Datelike::year(&told));
        let due = year.checked_add(i32::try_from(nth).ok()?)?;
        // Just before or after the turn of a year may belong to either.
        (1 <= (due - told_year).abs() && 180 < (told - first).num_days() % 365).then_some(())?;
        Some(format!(
            "anniversary {nth} of {} is in {due} ({year} + {nth} = {due}), not in {told_year}",
            crate::extent::year_month_day(first)
        ))
    }

    /// From the first to the last item of a list.
    fn hull_of_list(&self, seed: &Seed) -> Option<Extent> {
        let (first, last) = self.ends_of_list(seed)?;
        let mut hull = Extent::new(first.from, last.to, Granularity::Span);
        hull.vague = first.vague || last.vague;
        Some(hull)
    }

    fn ends_of_list(&self, seed: &Seed) -> Option<(Extent, Extent)> {
        let account = self.tellings.get(seed.article)?.account;
        let mut items: Vec<Extent> = (seed.dated.iter())
            .filter_map(|dating| {
                let parts = &account.resolutions.get(dating.mention)?.parts;
                parts.get(dating.part.unwrap_or(0))?.extent().copied()
            })
            .filter(|extent| extent.from.is_some() && extent.to.is_some())
            .collect();
        items.sort_by_key(|extent| (extent.from, extent.to));
        Some((*items.first()?, *items.last()?))
    }

    /// How the user reads a mention, if that is overruled.
    fn read_as(&self, article: usize, mention: usize) -> Option<&'a Read> {
        let span = self.tellings.get(article)?.account.mentions.get(mention)?;
        let own = span.marks.first().copied().unwrap_or(span.span);
        (self.overrules.reads.iter())
            .find(|read| read.place.article == article && read.place.span.overlaps(own))
    }

    fn named_count(&self) -> usize {
        self.overrules.events.len()
    }

    fn gather(mut self) -> Gathered {
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
        for _ in 0..3 {
            for n in 0..self.seeds.len() {
                self.hang(n, false);
            }
        }
        for n in 0..self.seeds.len() {
            self.hang(n, true);
            if self.cluster_of.get(n).is_some_and(Option::is_none)
                && self.seeds.get(n).is_some_and(|seed| seed.kind != SeedKind::Window)
            {
                self.place(n);
            }
        }
        self.draft()
    }

    // Which event.

    /// Puts a seed to the event it tells of, or makes that event.
    fn place(&mut self, n: usize) {
        if self.cluster_of.get(n).is_none_or(Option::is_some)
            || self.also.get(n).is_some_and(Option::is_some)
        {
            return;
        }
        let Some(new) = self.seeds.get(n) else { return };
        let new_says = self.says.get(n).and_then(Option::as_ref);
        let mut best: Option<(i32, usize, usize)> = None;
        for c in 0..self.clusters.len() {
            if !self.can_be(c, new.naming.class) {
                continue;
            }
            let mut score: Option<(i32, usize)> = None;
            let mut possible = true;
            for s in self.seeds_near(c) {
                let Some(known) = self.seeds.get(s) else { continue };
                // Two items of one list are two.
                let listed = known.article == new.article
                    && known.span == new.span
                    && known.kind == new.kind
                    && known.dated != new.dated;
                let says = self.says.get(s).and_then(Option::as_ref);
                let anchor = self.share_anchor(s, n);
                let fit = same_event(self.classes, known, says, new, new_says, anchor);
                match fit {
                    Some(_) if listed => possible = false,
                    Some(fit) => score = score.max(Some((fit, s))),
                    None => possible &= !blocks(known, new),
                }
            }
            if let Some((score, s)) = score.filter(|(score, _)| possible && is_same(*score))
                && best.is_none_or(|best| best.0 < score)
            {
                best = Some((score, c, s));
            }
        }
        let cluster = match best {
            // A named event has the statements of its quotes, and no others.
            Some((_, c, _)) if c < self.named_count() => {
                if let Some(also) = self.also.get_mut(n) {
                    *also = Some(c);
                }
                return;
            }
            Some((_, c, s)) => {
                let other = self.seeds.get(s).map_or(String::new(), |seed| seed.label.clone());
                if let Some(joined) = self.joined.get_mut(n) {
                    *joined = Some(format!(
                        "\"{}\" is taken for the event told as \"{}\"",
                        short(&self.seeds[n].label),
                        short(&other)
                    ));
                }
                c
            }
            None => {
                self.clusters.push(Cluster::default());
                self.clusters.len() - 1
            }
        };
        self.join(n, cluster);
    }

    fn link(&mut self, n: usize, link: Link) {
        if let Some(links) = self.links.get_mut(n) {
            links.push(link);
        }
    }

    fn join(&mut self, n: usize, cluster: usize) {
        if let (Some(place), Some(cluster_seeds)) =
            (self.cluster_of.get_mut(n), self.clusters.get_mut(cluster))
        {
            *place = Some(cluster);
            cluster_seeds.seeds.push(n);
            if let Some((_, amount)) = self.seeds.get(n).and_then(|seed| seed.window.as_ref()) {
                cluster_seeds.window.get_or_insert_with(|| amount.clone());
            }
        }
    }

    /// Whether two seeds hang on the same event in the same direction.
    fn share_anchor(&self, a: usize, b: usize) -> bool {
        let links_of = |n: usize| self.links.get(n).map_or(&[][..], Vec::as_slice);
        links_of(a).iter().any(|one| {
            links_of(b).iter().any(|other| {
                other.cluster == one.cluster
                    && std::mem::discriminant(&other.hang) == std::mem::discriminant(&one.hang)
            })
        })
    }

    /// The seeds of an event that are compared with another: the first ones and the last.
    fn seeds_near(&self, cluster: usize) -> impl Iterator<Item = usize> + '_ {
        let seeds = self.clusters.get(cluster).map_or(&[][..], |cluster| &cluster.seeds);
        let (first, rest) = seeds.split_at(seeds.len().min(3));
        let last = rest.get(rest.len().saturating_sub(6)..).unwrap_or(&[]);
        first.iter().chain(last).copied()
    }

    /// Whether an event can be told of under a class at all.
    fn can_be(&self, cluster: usize, class: Option<usize>) -> bool {
        self.seeds_near(cluster).any(|s| {
            let known = self.seeds.get(s).and_then(|seed| seed.naming.class);
            match (known, class) {
                (Some(known), Some(class)) => self.classes.are_kin(known, class),
                (None, None) => true,
                _ => false,
            }
        })
    }

    /// The event that a phrase means.
    fn refer(&self, phrase: &Naming, place: Standing, except: &[usize]) -> Option<(usize, String)> {
        let mut ranked: Vec<(i32, usize, Vec<&'static str>)> = Vec::new();
        for (c, cluster) in self.clusters.iter().enumerate() {
            let possible = phrase.class.is_none() || self.can_be(c, phrase.class);
            if except.contains(&c) || !possible && !place.wants_window {
                continue;
            }
            let candidate = Candidate {
                seeds: self.seeds_near(c).filter_map(|s| self.seeds.get(s)).collect(),
                says: self.extent_of(c, place.article, place.passage, place.told_by),
                named: c < self.named_count(),
                has_window: cluster.window.is_some(),
            };
            if let Some((score, why)) = fits(self.classes, phrase, place, &candidate)
                && is_meant(score)
            {
                ranked.push((score, c, why));
            }
        }
        ranked.sort_by_key(|(score, c, _)| (std::cmp::Reverse(*score), *c));
        let (best, c, why) = ranked.first()?;
        let c = &self.first_quoting(*c);
        let label = |c: usize| self.label_of(c);
        let mut words = format!("\"{}\"", short(&label(*c)));
        if !why.is_empty() {
            words.push_str(&format!(" ({})", why.join(", ")));
        }
        let runners: Vec<String> = (ranked.iter().skip(1))
            .filter(|(score, other, _)| best - score <= 4 && other != c)
            .take(2)
            .map(|(_, c, _)| format!("\"{}\"", short(&label(*c))))
            .collect();
        if !runners.is_empty() {
            words.push_str(&format!("; it could also be {}", runners.join(" or ")));
        }
        Some((*c, words))
    }

    /// The first of the user's events that quotes words which another of them quotes too.
    fn first_quoting(&self, cluster: usize) -> usize {
        let Some(named) = self.overrules.events.get(cluster) else { return cluster };
        let shares = |other: &Named| {
            other.quotes.iter().any(|quote| {
                named
                    .quotes
                    .iter()
                    .any(|own| own.article == quote.article && own.span.overlaps(quote.span))
            })
        };
        self.overrules.events.iter().take(cluster).position(shares).unwrap_or(cluster)
    }

    /// When an event is, as a source dates it: the same passage, else one of the same
    /// date, else the same article, else any.
    fn extent_of(
        &self,
        cluster: usize,
        article: usize,
        passage: Option<usize>,
        told_by: Option<usize>,
    ) -> Option<Extent> {
        let cluster = self.clusters.get(cluster)?;
        let rank = |s: &usize| {
            let seed = self.seeds.get(*s);
            seed.map_or(4, |seed| match () {
                () if seed.article != article => 3,
                () if seed.passage == passage => 0,
                () if seed.told_by == told_by => 1,
                () => 2,
            })
        };
        let said = |s: &usize| self.says.get(*s).copied().flatten();
        let first = cluster.seeds.iter().copied().filter(|s| said(s).is_some());
        let first = first.min_by_key(|s| (rank(s), *s));
        first.and_then(|s| said(&s)).or(cluster.when)
    }

    // Windows.

    /// Puts a window to the notice that opens it.
    fn place_window(&mut self, n: usize) {
        let Some(seed) = self.seeds.get(n) else { return };
        if seed.window.is_none() {
            return;
        }
        let notice = |cluster: &Cluster| {
            cluster.seeds.iter().filter_map(|s| self.seeds.get(*s)).any(|known| {
                known.status.constrains()
                    && known.kind != SeedKind::Stamp
                    && (known.naming.class.and_then(|class| self.classes.name(class)))
                        .is_some_and(|name| seed::NOTICES.contains(&name))
            })
        };
        // The notice of the same sentence; else the one its own words name; else the last one told
        // within a few sentences.
        let in_sentence =
            self.clusters.iter().enumerate().position(|(_, cluster)| {
                notice(cluster)
                    && cluster.seeds.iter().filter_map(|s| self.seeds.get(*s)).any(|known| {
                        known.article == seed.article && known.sentence == seed.sentence
                    })
            });
        let found = in_sentence.or_else(|| {
            let telling = self.tellings.get(seed.article)?;
            let span = telling.account.clauses.sentences.get(seed.sentence)?;
            let place = Standing {
                article: seed.article,
                offset: seed.span.start,
                sentence: seed.sentence,
                passage: seed.passage,
                told_on: seed.told_on,
                told_by: seed.told_by,
                wants_window: false,
            };
            let named = telling.words.naming(Span::new(span.start, seed.span.end.min(span.end)));
            let named = named.noun.then(|| self.refer(&named, place, &[])).flatten();
            let named = named.map(|(cluster, _)| cluster);
            named.filter(|c| self.clusters.get(*c).is_some_and(notice)).or_else(|| {
                let near = |c: &usize| {
                    let cluster = self.clusters.get(*c)?;
                    (cluster.seeds.iter().filter_map(|s| self.seeds.get(*s)))
                        .filter(|known| {
                            known.article == seed.article
                                && known.sentence <= seed.sentence
                                && seed.sentence <= known.sentence + 4
                        })
                        .map(|known| known.sentence)
                        .max()
                };
                (0..self.clusters.len())
                    .filter(|c| self.clusters.get(*c).is_some_and(notice))
                    .filter_map(|c| Some((near(&c)?, c)))
                    .max_by_key(|(sentence, c)| (*sentence, std::cmp::Reverse(*c)))
                    .map(|(_, c)| c)
            })
        });
        let Some(cluster) = found else { return };
        if cluster < self.named_count() {
            if let Some(also) = self.also.get_mut(n) {
                *also = Some(cluster);
            }
            return;
        }
        self.join(n, cluster);
    }

    // What hangs on another event.

    /// Links what a seed hangs on; where `make`, an event that nothing tells of is made.
    fn hang(&mut self, n: usize, make: bool) {
        let Some(seed) = self.seeds.get(n).cloned() else { return };
        let Some(telling) = self.tellings.get(seed.article).copied() else { return };
        for dating in &seed.dated {
            let linked = |links: &Vec<Link>| links.iter().any(|l| l.mention == dating.mention);
            if self.links.get(n).is_some_and(linked) {
                continue;
            }
            let Some(mention) = telling.account.mentions.get(dating.mention) else { continue };
            if mention.event.is_none() && telling.is_soon_after(dating.mention) {
                self.follow(n, &seed, dating.mention, &mention.expr);
                continue;
            }
            let (Some(mut relation), Some(event)) =
                (hang(&mention.expr), telling.anchor_words(dating.mention))
            else {
                continue;
            };
            if telling.is_up_to(dating.mention) {
                relation = time::up_to(relation);
            }
            let own = self.cluster_of.get(n).copied().flatten();
            // A named event may be the anchor itself: then the words date something else.
            let except = own.filter(|own| self.named_count() <= *own);
            let Some((cluster, end, why)) = self.anchor(&telling, &seed, event, except, make)
            else {
                continue;
            };
            if own == Some(cluster) {
                continue;
            }
            let end = match (end, &relation) {
                (End::WindowLast, _) => End::WindowLast,
                (_, Hang::Offset { low: Some(low), .. }) if time::is_backward(*low) => End::First,
                (_, Hang::Offset { .. } | Hang::After) => End::Last,
                _ => End::First,
            };
            let anchor = self.extent_of(cluster, seed.article, seed.passage, seed.told_by);
            let anchor = match end {
                End::WindowLast => anchor.and_then(|extent| self.window_end(cluster, &extent)),
                _ => anchor,
            };
            let says = anchor.and_then(|anchor| hung(&anchor, &relation));
            self.link(n, Link { mention: dating.mention, cluster, end, hang: relation, why });
            if let Some(slot) = self.says.get_mut(n)
                && slot.is_none()
            {
                *slot = says;
            }
        }
        if self.says.get(n).is_some_and(Option::is_some) {
            self.place(n);
        }
    }

    /// Links a seed that only says how soon it follows to the event told last before it.
    fn follow(&mut self, n: usize, seed: &Seed, mention: usize, expr: &crate::expr::Expr) {
        let Some(relation) = time::soon_after(expr) else { return };
        let own = self.cluster_of.get(n).copied().flatten();
        let claim = self.classes.id_of("claim-of-responsibility");
        // What is claimed is an attack; anything else follows what was told last.
        let claims = claim.is_some() && seed.naming.class == claim;
        let attack = self.classes.id_of("attack");
        let is_kin = |known: &Seed| match (known.naming.class, attack) {
            (Some(class), Some(attack)) => self.classes.are_kin(class, attack),
            _ => false,
        };
        let last = |wanted: &dyn Fn(&Seed) -> bool| {
            (self.seeds.iter().enumerate())
                .filter(|(s, known)| {
                    known.article == seed.article
                        && known.kind != SeedKind::Stamp
                        && known.status.constrains()
                        && known.span.start < seed.span.start
                        && seed.sentence <= known.sentence + 8
                        && self.says.get(*s).is_some_and(Option::is_some)
                        && wanted(known)
                })
                .filter_map(|(s, known)| {
                    let also = self.also.get(s).copied().flatten();
                    let cluster = self.cluster_of.get(s).copied().flatten().or(also)?;
                    (Some(cluster) != own).then_some((known.span.start, cluster))
                })
                .max_by_key(|(start, _)| *start)
        };
        let last = if claims { last(&is_kin) } else { None }.or_else(|| last(&|_| true));
        let Some((_, cluster)) = last else { return };
        let anchor = self.extent_of(cluster, seed.article, seed.passage, seed.told_by);
        let says = anchor.and_then(|anchor| hung(&anchor, &relation));
        let why = format!("it follows \"{}\", told before it", short(&self.label_of(cluster)));
        self.link(n, Link { mention, cluster, end: End::Last, hang: relation, why });
        if let Some(slot) = self.says.get_mut(n) {
            *slot = slot.or(says);
        }
    }

    /// When the window of an event ends, the event lying in an extent.
    fn window_end(&self, cluster: usize, extent: &Extent) -> Option<Extent> {
        let amount = self.clusters.get(cluster)?.window.as_ref()?;
        let hull = window(extent, amount)?;
        let from = hull.to.zip(extent.to).zip(extent.from);
        // It ends as long after the event's own bounds as it lasts.
        let from = from.and_then(|((end, to), from)| from.checked_add_signed(end - to));
        let mut end = Extent::new(from, hull.to, Granularity::Span);
        end.vague = extent.vague;
        Some(end)
    }

    /// The event that the words of an anchor mean, which moment of it, and why.
    fn anchor(
        &mut self,
        telling: &Telling<'_>,
        seed: &Seed,
        event: Span,
        own: Option<usize>,
        make: bool,
    ) -> Option<(usize, End, String)> {
        let words = &telling.words;
        let text = event.of(telling.text());
        let expiry = words.tokens(event).any(|at| words.is_one_of(at, words.happenings().expiry));
        let settled = (self.overrules.links.iter())
            .filter(|link| link.place.article == seed.article && link.place.span.overlaps(event));
        if let Some(link) = settled.clone().find(|link| link.means) {
            let end = if expiry { End::WindowLast } else { End::First };
            let why = format!("\"{}\" is linked by the user", said_of(text));
            return Some((link.event, end, why));
        }
        let mut except: Vec<usize> =
            settled.filter(|link| !link.means).map(|link| link.event).collect();
        except.extend(own);
        // A date inside the words makes them a seed of their own.
        let dated = self.seeds.iter().position(|known| {
            known.article == seed.article
                && known.kind == SeedKind::Noun
                && event.start <= known.span.end
                && known.span.overlaps(event)
                && known.span.end <= event.end + 1
        });
        let said = said_of(text);
        let also = |s: usize| self.also.get(s).copied().flatten();
        let dated = dated
            .and_then(|s| self.cluster_of.get(s).copied().flatten().or_else(|| also(s)))
            .filter(|cluster| !except.contains(cluster));
        if let Some(cluster) = dated {
            let label = self.label_of(cluster);
            return Some((cluster, End::First, format!("\"{said}\" is \"{}\"", short(&label))));
        }
        let mut naming = words.naming(event);
        let sentence = telling.account.clauses.sentence_at(event.start).unwrap_or(0);
        // A pronoun stands for the last event noun of the sentence before it.
        if (expiry && naming.class.is_none() || begins_with_pronoun(words, event) && !naming.noun)
            && let Some(noun) = self.noun_in_sentence_before(telling, sentence, event.start)
        {
            naming.class = noun.class;
            naming.noun = true;
            naming.traits = noun.traits;
            naming.determiner = noun.determiner;
        }
        let place = Standing {
            article: seed.article,
            offset: event.start,
            sentence,
            passage: telling.account.passages.at(event.start),
            told_on: telling.told_on(event.start),
            told_by: telling.account.passages.dated_by(event.start),
            wants_window: expiry,
        };
        if let Some((cluster, why)) = self.refer(&naming, place, &except) {
            let end = if expiry { End::WindowLast } else { End::First };
            return Some((cluster, end, format!("\"{said}\" is taken for {why}")));
        }
        if !make || naming.class.is_none() && !has_verb(words, event) {
            return None;
        }
        // Nothing tells of it: it is an event that only dates another.
        let clause = telling.account.clauses.at(event.start);
        let anchor = Seed {
            article: seed.article,
            kind: SeedKind::Noun,
            span: event,
            clause,
            sentence,
            passage: place.passage,
            label: label::of_phrase(telling, event),
            naming,
            status: if seed.status.constrains() { Status::Asserted } else { seed.status },
            mood: Mood::Unknown,
            source: None,
            dated: Vec::new(),
            window: None,
            told_on: place.told_on,
            told_by: place.told_by,
            named: None,
            listed: false,
        };
        self.seeds.push(anchor);
        self.says.push(None);
        self.cluster_of.push(None);
        self.joined.push(None);
        self.links.push(Vec::new());
        self.also.push(None);
        let n = self.seeds.len() - 1;
        self.place(n);
        let cluster = self.cluster_of.get(n).copied().flatten()?;
        Some((cluster, End::First, format!("\"{said}\" is told nowhere else")))
    }

    /// The last event noun of a sentence before an offset.
    fn noun_in_sentence_before(
        &self,
        telling: &Telling<'_>,
        sentence: usize,
        offset: usize,
    ) -> Option<Naming> {
        let span = telling.account.clauses.sentences.get(sentence)?;
        let words = &telling.words;
        let at = (words.tokens(Span::new(span.start, offset)))
            .rev()
            .find(|at| words.event_noun(*at).is_some())?;
        let token = words.token(at)?;
        let (_, from) = words.determiner_before(at);
        let start = words.token(from)?.start as usize;
        Some(words.naming(Span::new(start, token.end as usize)))
    }

    // The draft.

    fn label_of(&self, cluster: usize) -> String {
        if let Some(named) = self.overrules.events.get(cluster) {
            return named.label.clone().unwrap_or_else(|| named.id.clone());
        }
        let seeds = self.clusters.get(cluster).map_or(&[][..], |cluster| &cluster.seeds);
        let mut seeds: Vec<&Seed> = seeds.iter().filter_map(|s| self.seeds.get(*s)).collect();
        seeds.sort_by_key(|seed| (seed.kind == SeedKind::Window, seed.article, seed.span.start));
        let Some(first) = seeds.first() else { return String::new() };
        let thin =
            |seed: &Seed| seed.kind == SeedKind::Noun && seed.label.split_whitespace().count() < 3;
        if thin(first)
            && let Some(better) = seeds.iter().find(|seed| {
                !thin(seed)
                    && seed.kind != SeedKind::Window
                    && seed.naming.class == first.naming.class
            })
        {
            return better.label.clone();
        }
        first.label.clone()
    }

    fn draft(self) -> Gathered {
        let mut order: Vec<usize> = (0..self.clusters.len())
            .filter(|c| *c < self.named_count() || !self.clusters[*c].seeds.is_empty())
            .collect();
        let first = |c: &usize| {
            self.clusters
                .get(*c)
                .and_then(|cluster| {
                    (cluster.seeds.iter().filter_map(|s| self.seeds.get(*s)))
                        .map(|seed| (seed.article, seed.span.start, seed.span.end))
                        .min()
                })
                .unwrap_or((usize::MAX, 0, 0))
        };
        order.sort_by_key(|c| (first(c), *c));
        let mut ix_of = vec![EventIx(0); self.clusters.len()];
        for (n, c) in order.iter().enumerate() {
            ix_of[*c] = EventIx(u32::try_from(n).unwrap_or(u32::MAX));
        }
        let mut draft = Draft::default();
        let mut numbers = vec![0usize; self.tellings.len()];
        for c in &order {
            if let Some(named) = self.overrules.events.get(*c) {
                draft.events.push(self.event(*c, named.id.clone()));
                continue;
            }
            let article = first(c).0;
            let Some(number) = numbers.get_mut(article) else { continue };
            *number += 1;
            let id = match self.tellings.get(article) {
                Some(telling) if 1 < self.tellings.len() => {
                    format!("{}:e{number}", telling.article.id())
                }
                _ => format!("e{number}"),
            };
            draft.events.push(self.event(*c, id));
        }
        named::constraints(self.overrules, &ix_of, &mut draft);
        let mut seeds: Vec<usize> =
            (0..self.seeds.len()).filter(|n| self.cluster_of[*n].is_some()).collect();
        seeds.sort_by_key(|n| {
            let seed = &self.seeds[*n];
            (seed.article, seed.span.start, seed.span.end, *n)
        });
        let mut anchored = Vec::new();
        for n in seeds {
            let Some(cluster) = self.cluster_of.get(n).copied().flatten() else { continue };
            self.state(n, cluster, &ix_of, &mut draft, &mut anchored);
        }
        anchored.sort_by_key(|one: &Anchored| (one.article, one.mention));
        anchored.dedup_by_key(|one| (one.article, one.mention));
        let also = (self.also.iter().enumerate())
            .filter_map(|(n, cluster)| {
                let (seed, cluster) = (self.seeds.get(n)?, cluster.as_ref()?);
                let place = Place { article: seed.article, span: seed.span };
                Some(Also { event: ix_of.get(*cluster).copied()?, place })
            })
            .collect();
        Gathered { draft, anchored, also, warnings: self.warnings }
    }

    fn event(&self, cluster: usize, id: String) -> Event {
        let seeds = self.clusters.get(cluster).map_or(&[][..], |cluster| &cluster.seeds);
        let mut seeds: Vec<&Seed> = seeds.iter().filter_map(|s| self.seeds.get(*s)).collect();
        seeds.sort_by_key(|seed| (seed.kind == SeedKind::Window, seed.article, seed.span.start));
        let first = seeds.first();
        let class = self.class_of(&seeds);
        Event {
            id,
            label: self.label_of(cluster),
            class: class.map(str::to_owned),
            head: first.map_or(String::new(), |seed| seed.naming.head.clone()),
            status: first.map_or(Status::Asserted, |seed| seed.status),
            window: self.clusters.get(cluster).and_then(|cluster| cluster.window.clone()),
            named: cluster < self.named_count(),
        }
    }

    /// The class most statements tell it under; of several, the first.
    fn class_of(&self, seeds: &[&Seed]) -> Option<&str> {
        let classes: Vec<usize> = (seeds.iter())
            .filter(|seed| seed.kind != SeedKind::Window)
            .filter_map(|seed| seed.naming.class)
            .collect();
        let count = |class: &usize| classes.iter().filter(|other| *other == class).count();
        let best = classes.iter().map(count).max()?;
        self.classes.name(*classes.iter().find(|class| count(class) == best)?)
    }

    /// A seed as a statement, with the constraints it owns.
    fn state(
        &self,
        n: usize,
        cluster: usize,
        ix_of: &[EventIx],
        draft: &mut Draft,
        anchored: &mut Vec<Anchored>,
    ) {
        let (Some(seed), Some(event)) = (self.seeds.get(n), ix_of.get(cluster).copied()) else {
            return;
        };
        let Some(telling) = self.tellings.get(seed.article) else { return };
        let (span, text) = label::statement(telling.text(), seed.span);
        let statement = StatementIx(u32::try_from(draft.statements.len()).unwrap_or(u32::MAX));
        let label = draft.events.get(event.0 as usize).map_or("", |event| &event.label);
        let label = short(label);
        let mut steps = Vec::new();
        let mut constraints: Vec<(Bond, Reason)> = Vec::new();
        let joined = self.joined.get(n).cloned().flatten();
        // What a statement of a window alone says is when that window is.
        let mut covers = None;
        for dating in &seed.dated {
            let (Some(mention), Some(resolution)) = (
                telling.account.mentions.get(dating.mention),
                telling.account.resolutions.get(dating.mention),
            ) else {
                continue;
            };
            if let Some(link) = self
                .links
                .get(n)
                .and_then(|links| links.iter().find(|l| l.mention == dating.mention))
            {
                let anchor = ix_of.get(link.cluster).copied().unwrap_or(event);
                let anchor_label = short(&self.label_of(link.cluster));
                let says = match link.end {
                    End::WindowLast => format!(
                        "\"{label}\" is {} the end of the window of \"{anchor_label}\"",
                        hang_words(&link.hang)
                    ),
                    _ => format!("\"{label}\" is {} \"{anchor_label}\"", hang_words(&link.hang)),
                };
                steps.push(link.why.clone());
                let mut reason = reason(mention.span, mention.rule, says);
                reason.vague = matches!(link.hang, Hang::Offset { vague: true, .. });
                reason.links.push(link.why.clone());
                if let Some(why) = self.wrong_anniversary(link, seed) {
                    let mut reason = reason.clone();
                    reason.says.clone_from(&why);
                    constraints.push((Bond::Impossible { event, why }, reason));
                }
                constraints.extend(
                    bonds(event, anchor, link).into_iter().map(|bond| (bond, reason.clone())),
                );
                anchored.push(Anchored {
                    article: seed.article,
                    mention: dating.mention,
                    event: anchor,
                    extent: self.link_extent(link, seed),
                    steps: vec![link.why.clone()],
                });
                continue;
            }
            if let Some(read) = self.read_as(seed.article, dating.mention) {
                let says = format!("the user reads it as {}", read.said);
                steps.push(says.clone());
                let mut reason = reason(mention.span, "read", format!("\"{label}\": {says}"));
                reason.vague = read.is.is_vague();
                constraints
                    .extend(read.is.bonds(event).into_iter().map(|bond| (bond, reason.clone())));
                continue;
            }
            let parts: Vec<&Resolved> = match dating.part {
                Some(part) => resolution.parts.get(part).into_iter().collect(),
                None => resolution.parts.iter().collect(),
            };
            for part in &parts {
                steps.extend(part.steps.iter().cloned());
            }
            if let Some((bond, says, vague)) = plain_bond(
                event,
                &label,
                &parts,
                resolution.is_range,
                mention.span.of(telling.text()),
            ) {
                let mut reason = reason(mention.span, mention.rule, says);
                reason.vague = vague;
                constraints.push((bond, reason));
            }
        }
        if let Some((first, last)) = self.ends_of_list(seed).filter(|_| seed.listed) {
            let says = format!(
                "\"{label}\" is told of several times, from {} to {}",
                cell_words(&first),
                cell_words(&last)
            );
            constraints.push((Bond::Spans { event, first, last }, reason(span, "list", says)));
        }
        if let Some((mention, amount)) = &seed.window {
            let says = format!("\"{label}\" holds for {}", amount_words(amount));
            let place = telling.account.mentions.get(*mention);
            let reason = reason(
                place.map_or(span, |mention| mention.span),
                place.map_or("window", |mention| mention.rule),
                says,
            );
            constraints.push((Bond::Window { event, amount: amount.clone() }, reason));
            let opens = self.extent_of(cluster, seed.article, seed.passage, seed.told_by);
            covers = opens.and_then(|opens| window(&opens, amount));
            anchored.push(Anchored {
                article: seed.article,
                mention: *mention,
                event,
                extent: covers,
                steps: vec![format!("the window opens with \"{label}\"")],
            });
        }
        if let Some(fact) = known_fact(seed, event, &label) {
            constraints.push(fact);
        }
        if let Some(joined) = &joined {
            steps.push(joined.clone());
            for (_, reason) in &mut constraints {
                reason.links.push(joined.clone());
            }
        }
        draft.constraints.extend(constraints.into_iter().map(|(bond, reason)| Constraint {
            statement: Some(statement),
            bond,
            reason,
        }));
        let mut dated_by: Vec<Span> = (seed.dated.iter().map(|dating| dating.mention))
            .chain(seed.window.iter().map(|(mention, _)| *mention))
            .filter_map(|mention| telling.account.mentions.get(mention))
            .map(|mention| mention.span)
            .collect();
        dated_by.sort();
        draft.statements.push(Statement {
            event,
            article: Some(telling.article.id().to_owned()),
            span,
            text,
            dated_by,
            says: self.says.get(n).copied().flatten().or(covers),
            status: seed.status,
            source: seed.source.clone(),
            steps,
        });
    }

    fn link_extent(&self, link: &Link, seed: &Seed) -> Option<Extent> {
        let anchor = self.extent_of(link.cluster, seed.article, seed.passage, seed.told_by)?;
        let anchor = match link.end {
            End::WindowLast => self.window_end(link.cluster, &anchor)?,
            _ => anchor,
        };
        hung(&anchor, &link.hang)
    }
}

/// Whether two seeds of one event would stand against each other: their words exclude each other.
fn blocks(known: &Seed, new: &Seed) -> bool {
    crate::event::class::exclude(&known.naming.traits, &new.naming.traits)
}

/// A label short enough to stand inside a sentence.
fn short(label: &str) -> String {
    label::cut(label, 56)
}

/// Words on one line.
fn said_of(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn begins_with_pronoun(words: &Words<'_>, event: Span) -> bool {
    use crate::lang::cue::Cue;
    words.tokens(event).take(3).any(|at| words.cue(at).has(Cue::PRONOUN))
}

fn has_verb(words: &Words<'_>, event: Span) -> bool {
    use crate::lang::cue::Cue;
    let finite = Cue::PAST.or(Cue::HAVE).or(Cue::BE).or(Cue::PARTICIPLE);
    words.tokens(event).any(|at| words.cue(at).has(finite))
}

fn reason(span: Span, rule: &str, says: String) -> Reason {
    Reason { span: Some(span), rule: rule.to_owned(), says, vague: false, links: Vec::new() }
}

/// The bond of a date that hangs on no event.
fn plain_bond(
    event: EventIx,
    label: &str,
    parts: &[&Resolved],
    is_range: bool,
    words: &str,
) -> Option<(Bond, String, bool)> {
    let first = parts.first()?;
    for part in parts {
        if let Some(Unresolved::NoSuchDate(why)) = &part.unresolved {
            return Some((
                Bond::Impossible { event, why: why.clone() },
                format!("\"{label}\" is on a day that does not exist: {why}"),
                false,
            ));
        }
    }
    let extent = *first.extent()?;
    // "From 3 to 5 May" covers its ends; "between" lies somewhere inside.
    if let (true, [first, last]) = (is_range, parts) {
        let lowered = words.trim_start().to_lowercase();
        let somewhere = ["entre", "between"].iter().any(|word| lowered.starts_with(word));
        if let (Some(first), Some(last), false) = (first.cell, last.cell, somewhere) {
            let says =
                format!("\"{label}\" is from {} to {}", cell_words(&first), cell_words(&last));
            return Some((Bond::Spans { event, first, last }, says, first.vague || last.vague));
        }
    }
    let open: Vec<Vec<Bond>> = (first.readings.iter())
        .filter(|reading| reading.open)
        .map(|reading| vec![Bond::Within { event, extent: reading.extent }])
        .collect();
    let says = format!("\"{label}\" is {}", extent_words(&extent));
    if 1 < open.len() {
        return Some((Bond::OneOf(open), says, extent.vague));
    }
    Some((Bond::Within { event, extent }, says, extent.vague))
}

fn extent_words(extent: &Extent) -> String {
    match (extent.from, extent.to) {
        (None, Some(_)) | (Some(_), None) | (Some(_), Some(_))
            if extent.granularity == Granularity::Span =>
        {
            let from = extent.first_day().map(crate::extent::year_month_day);
            let to = extent.last_day().map(crate::extent::year_month_day);
            match (from, to) {
                (Some(from), Some(to)) => format!("between {from} and {to}"),
                (Some(from), None) => format!("not before {from}"),
                (None, Some(to)) => format!("not after {to}"),
                (None, None) => "at some time".to_owned(),
            }
        }
        (None, Some(_)) => extent.last_day().map_or("at some time".to_owned(), |day| {
            format!("not after {}", crate::extent::year_month_day(day))
        }),
        _ => {
            let on = matches!(extent.granularity, Granularity::Day);
            format!("{} {}", if on { "on" } else { "in" }, cell_words(extent))
        }
    }
}

/// The bonds of an event that hangs on another.
fn bonds(event: EventIx, anchor: EventIx, link: &Link) -> Vec<Bond> {
    if event == anchor {
        return Vec::new();
    }
    match &link.hang {
        // "A few hours after" is after, however short.
        Hang::Offset { low: Some(Distance::Minutes(0)), high, .. } => vec![
            Bond::Before { before: anchor, after: event },
            Bond::Offset { event, anchor, end: link.end, low: None, high: *high },
        ],
        Hang::Offset { low, high, .. } => {
            vec![Bond::Offset { event, anchor, end: link.end, low: *low, high: *high }]
        }
        Hang::Before => vec![Bond::Before { before: event, after: anchor }],
        Hang::After => vec![Bond::Before { before: anchor, after: event }],
        Hang::During => vec![Bond::During { inner: event, outer: anchor }],
        Hang::Years(_) => Vec::new(),
    }
}

/// What is known of what is told: a past event is not after the day it is told on, a planned one
/// not before it.
fn known_fact(seed: &Seed, event: EventIx, label: &str) -> Option<(Bond, Reason)> {
    let told = Extent::day(seed.told_on?)?;
    let day = crate::extent::year_month_day(seed.told_on?);
    let (extent, says) = match seed.status {
        Status::Asserted | Status::Reported
            if matches!(seed.mood, Mood::Past) && seed.kind == SeedKind::Clause =>
        {
            let extent = Extent::new(None, told.to, Granularity::Span);
            (extent, format!("\"{label}\" is told as past on {day}"))
        }
        Status::Planned if seed.kind == SeedKind::Clause => {
            let extent = Extent::new(told.from, None, Granularity::Span);
            (extent, format!("\"{label}\" is announced on {day}"))
        }
        _ => return None,
    };
    Some((Bond::Within { event, extent }, reason(seed.span, "known", says)))
}

#[cfg(test)]
mod tests;

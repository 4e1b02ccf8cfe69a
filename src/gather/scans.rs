//! What the indices of gathering find, beside slow scans of all seeds and events.

use std::cmp::Reverse;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::called::Marks;
use super::cluster::{Standing, is_meant, is_same, same_event};
use super::overrule::{Named, Overrules, Place};
use super::seed::{Seed, SeedKind};
use super::{Gatherer, short};
use crate::article::{Article, Language, Span};
use crate::event::Property;
use crate::extent::Extent;
use crate::reader::Frise;

/// Sentences with events that repeat, hang on one another, open windows and are quoted.
const SENTENCES: [&str; 16] = [
    "The dam at Aldbury burst on 7 March 2019.",
    "The attack on the mill killed two people on 3 May 2019.",
    "Three days after the attack, the mayor resigned.",
    "The first attack took place in 2018.",
    "The dam burst in the night of 7 March 2019, the water agency said.",
    "The prefect warned on Monday that the river would rise in the next 48 hours.",
    "Within hours, a group claimed the attack.",
    "The day before the vote, the council met.",
    "The election of the mayor was held on 12 June 2018.",
    "The council warned of floods.\n\n\"The dam burst on 8 March 2019,\" Mary Hale said on Tuesday.",
    "The warning expired two days later.",
    "The second attack, in May 2019, was claimed the day after the strike.",
    "Since 1999 the mill has burned twice.",
    "The strike began on 4 May 2019 and ended on 6 May 2019.",
    "That fire followed the closure of the mine by two years.",
    "\n\nWalmouth Post, 2 June 2019\n\nThe attack happened on 3 May.",
];

static FRISE: LazyLock<Frise> = LazyLock::new(Frise::new);

fn article(id: &str, picks: &[usize]) -> Article {
    let text: Vec<&str> = picks.iter().filter_map(|pick| SENTENCES.get(*pick).copied()).collect();
    Article::new(id, text.join(" "), Language::En)
        .published("2019-06-20".parse().expect("the date exists"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn indices_find_what_scans_find(
        one in prop::collection::vec(0..SENTENCES.len(), 1..24),
        other in prop::collection::vec(0..SENTENCES.len(), 0..8),
        quotes in any::<bool>(),
    ) {
        let articles = [article("a", &one), article("b", &other)];
        let accounts = articles.each_ref().map(|article| FRISE.read(article));
        let told: Vec<_> = articles.iter().zip(&accounts).collect();
        let mut overrules = Overrules::default();
        if quotes {
            let first = Span::new(0, SENTENCES[one[0]].len());
            let quotes = vec![Place { article: 0, span: first }];
            overrules.events.push(Named { id: "flood".to_owned(), quotes, ..Named::default() });
        }
        FRISE.told(&told, |tellings, terms| {
            let gatherer = Gatherer::new(tellings, FRISE.classes(), terms, &overrules).gather();
            gatherer.same_as_scans();
        });
    }
}

#[test]
fn the_sentences_repeat_events_and_hang_on_them() {
    let article =
        article("a", &[0, 0, 1, 1].into_iter().chain(0..SENTENCES.len()).collect::<Vec<_>>());
    let account = FRISE.read(&article);
    FRISE.told(&[(&article, &account)], |tellings, terms| {
        let overrules = Overrules::default();
        let gatherer = Gatherer::new(tellings, FRISE.classes(), terms, &overrules).gather();
        assert!(gatherer.clusters.iter().any(|cluster| 2 < cluster.seeds.len()));
        assert!(gatherer.clusters.iter().any(|cluster| 1 < cluster.dated.len()));
        assert!(gatherer.clusters.iter().any(|cluster| cluster.is_notice));
        assert!(!gatherer.with_window.is_empty());
        assert!(gatherer.links.iter().any(|links| !links.is_empty()));
    });
}

impl Gatherer<'_, '_> {
    fn same_as_scans(&self) {
        for c in 0..self.clusters.len() {
            assert_eq!(self.label_of(c), self.label_by_scan(c));
            assert_eq!(self.clusters[c].is_notice, self.seeds_of(c).any(|s| self.is_notice(s)));
            assert_eq!(self.with_window.contains(&c), self.clusters[c].window.is_some());
            for seed in &self.seeds {
                assert_eq!(
                    self.extent_of(c, seed.article, seed.passage, seed.told_by),
                    self.extent_by_scan(c, seed)
                );
            }
        }
        for (n, seed) in self.seeds.iter().enumerate() {
            // An event that no text is quoted for stands nowhere.
            if self.tellings.get(seed.article).is_some() {
                self.places_by_scan(seed);
            }
            self.alike_by_scan(seed, self.says[n].as_ref());
            self.alike_by_scan(seed, None);
            self.meant_by_scan(seed);
        }
    }

    fn seeds_of(&self, c: usize) -> impl Iterator<Item = &Seed> {
        self.clusters[c].seeds.iter().map(|s| &self.seeds[*s])
    }

    fn is_notice(&self, seed: &Seed) -> bool {
        seed.status.constrains()
            && seed.kind != SeedKind::Stamp
            && seed.naming.class.is_some_and(|class| self.classes.is(class, Property::NOTICE))
    }

    fn label_by_scan(&self, c: usize) -> String {
        if c < self.named_count() {
            return self.label_of(c);
        }
        let mut seeds: Vec<&Seed> = self.seeds_of(c).collect();
        seeds.sort_by_key(|seed| (seed.kind == SeedKind::Window, seed.article, seed.span.start));
        let thin =
            |seed: &Seed| seed.kind == SeedKind::Noun && seed.label.split_whitespace().count() < 3;
        let better = seeds.iter().find(|seed| {
            !thin(seed)
                && seed.kind != SeedKind::Window
                && seed.naming.class == seeds[0].naming.class
        });
        better.filter(|_| thin(seeds[0])).unwrap_or(&seeds[0]).label.clone()
    }

    fn extent_by_scan(&self, c: usize, by: &Seed) -> Option<Extent> {
        let rank = |s: usize| match &self.seeds[s] {
            seed if seed.article != by.article => 3,
            seed if seed.passage == by.passage => 0,
            seed if seed.told_by == by.told_by => 1,
            _ => 2,
        };
        let dated = self.clusters[c].seeds.iter().filter(|s| self.says[**s].is_some());
        let first = dated.min_by_key(|s| (rank(**s), **s));
        first.map_or(self.clusters[c].when, |s| self.says[*s])
    }

    fn places_by_scan(&self, seed: &Seed) {
        let of_article = || {
            let all = self.seeds.iter().enumerate();
            all.filter(|(_, known)| known.article == seed.article)
        };
        let near = |known: &Seed| seed.sentence <= known.sentence + 8;
        let mut before: Vec<(usize, usize)> = of_article()
            .filter(|(_, known)| known.span.start < seed.span.start && near(known))
            .map(|(n, known)| (known.span.start, n))
            .collect();
        before.sort_unstable_by(|a, b| b.cmp(a));
        let found: Vec<usize> = self.places.before(seed, 8, self.tellings).collect();
        let found: Vec<usize> = found.into_iter().filter(|n| near(&self.seeds[*n])).collect();
        assert_eq!(found, before.iter().map(|(_, n)| *n).collect::<Vec<_>>());

        let in_sentence: Vec<usize> = of_article()
            .filter(|(_, known)| known.sentence == seed.sentence)
            .map(|(n, _)| n)
            .collect();
        let found: Vec<usize> = self.places.of_sentence(seed.article, seed.sentence).collect();
        assert_eq!(found, in_sentence);

        let event = seed.span;
        let touches =
            |known: &Seed| event.start <= known.span.end && known.span.end <= event.end + 1;
        let nouns: Vec<usize> = of_article()
            .filter(|(_, known)| known.kind == SeedKind::Noun && touches(known))
            .map(|(n, _)| n)
            .collect();
        let mut found: Vec<usize> = self.places.nouns(seed.article, event).collect();
        found.sort_unstable();
        assert_eq!(found, nouns);
    }

    /// The event that the words of a seed would mean as a phrase, in its place.
    fn meant_by_scan(&self, seed: &Seed) {
        let place = Standing::of(seed);
        let phrase = &seed.naming;
        let all = 0..self.clusters.len();
        let near = self.near(place);
        let marks = Marks::of(phrase);
        for c in all.clone().filter(|c| !near.contains(c)) {
            let score = self.fits(phrase, place, c).map_or(0, |(score, _)| score);
            assert!(score <= self.most_fitting(phrase, marks, place, c));
        }
        if phrase.class.is_some() {
            let mut ranked: Vec<(i32, usize)> = all
                .filter_map(|c| Some((self.fits(phrase, place, c)?.0, c)))
                .filter(|(score, _)| is_meant(*score))
                .collect();
            ranked.sort_by_key(|(score, c)| (Reverse(*score), *c));
            let first = ranked.first().map(|(_, c)| self.first_quoting(*c));
            let runners = ranked
                .iter()
                .skip(1)
                .filter(|(score, c)| ranked[0].0 - score <= 4 && Some(*c) != first);
            let runners: Vec<String> =
                runners.take(2).map(|(_, c)| short(&self.label_of(*c))).collect();
            let found = self.refer(phrase, place, &[]);
            assert_eq!(found.as_ref().map(|(c, _)| *c), first);
            assert_eq!(found.map_or(Vec::new(), |(_, meant)| meant.others), runners);
        }
    }

    /// The events that could be one with a seed by class and time, and those that share words.
    fn alike_by_scan(&self, new: &Seed, says: Option<&Extent>) {
        let kin = |seed: &Seed| match (seed.naming.class, new.naming.class) {
            (Some(a), Some(b)) => self.classes.are_kin(a, b),
            (None, None) => seed.naming.head == new.naming.head,
            _ => false,
        };
        let all = 0..self.clusters.len();
        let found = self.called.like(&new.naming, self.classes);
        let alike: Vec<usize> = all.clone().filter(|c| self.seeds_of(*c).any(kin)).collect();
        assert_eq!(found, alike);

        let score = |s: &usize| {
            let (known, known_says) = (&self.seeds[*s], self.says[*s].as_ref());
            // An anchor in common is the most there can be.
            same_event(self.classes, known, known_says, new, says, || true)
        };
        let fits = |c: &usize| {
            let seeds = &self.clusters[*c].seeds;
            seeds.iter().filter_map(score).any(is_same)
        };
        let found = self.called.same(new, says, self.classes);
        assert!(found.is_sorted());
        assert!(found.iter().all(|c| alike.contains(c)));
        let found: Vec<usize> = found.into_iter().filter(fits).collect();
        assert_eq!(found, all.clone().filter(fits).collect::<Vec<_>>());

        let terms = |seed: &Seed| -> Vec<u32> {
            seed.naming.names.iter().chain(&seed.naming.words).copied().collect()
        };
        let own = terms(new);
        let shares = |c: &usize| {
            self.seeds_of(*c).any(|seed| terms(seed).iter().any(|term| own.contains(term)))
        };
        let found = self.called.sharing(own.iter().copied());
        assert_eq!(found, all.filter(shares).collect::<Vec<_>>());
    }
}

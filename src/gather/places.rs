//! Where the seeds stand, so that the few near a place are found among many.

use std::collections::BTreeSet;

use crate::article::Span;

use super::seed::{Seed, SeedKind, Telling};

/// See the [module](self). Each set is sorted by the article, a place in it and the seed.
#[derive(Default)]
pub(super) struct Places {
    starts: BTreeSet<(usize, usize, usize)>,
    sentences: BTreeSet<(usize, usize, usize)>,
    noun_ends: BTreeSet<(usize, usize, usize)>,
    /// By how many sentences at most a seed's words begin before the sentence it belongs to.
    reach: usize,
}

impl Places {
    pub(super) fn note(&mut self, n: usize, seed: &Seed, tellings: &[Telling<'_>]) {
        let Some(telling) = tellings.get(seed.article) else { return };
        let first = telling.sentence_at(seed.span.start).unwrap_or(0);
        self.reach = self.reach.max(seed.sentence.saturating_sub(first));
        self.starts.insert((seed.article, seed.span.start, n));
        self.sentences.insert((seed.article, seed.sentence, n));
        if seed.kind == SeedKind::Noun {
            self.noun_ends.insert((seed.article, seed.span.end, n));
        }
    }

    /// The seeds that begin before a seed, the last first, back to those of so many sentences before
    /// and perhaps some more.
    pub(super) fn before(
        &self,
        seed: &Seed,
        sentences: usize,
        tellings: &[Telling<'_>],
    ) -> impl Iterator<Item = usize> + '_ {
        let first = seed.sentence.saturating_sub(sentences + self.reach);
        let telling = tellings.get(seed.article);
        let from = telling.and_then(|one| one.sentence(first)).map_or(0, |first| first.start);
        let from = if first == 0 { 0 } else { from.min(seed.span.start) };
        let near = (seed.article, from, 0)..(seed.article, seed.span.start, 0);
        self.starts.range(near).rev().map(|(.., n)| *n)
    }

    /// The seeds of so many sentences up to one, and of all that may begin before its end.
    pub(super) fn up_to(
        &self,
        article: usize,
        sentence: usize,
        sentences: usize,
    ) -> impl Iterator<Item = usize> + '_ {
        let first = (article, sentence.saturating_sub(sentences), 0);
        let last = (article, sentence.saturating_add(self.reach), usize::MAX);
        self.sentences.range(first..=last).map(|(.., n)| *n)
    }

    /// The seeds of a sentence.
    pub(super) fn of_sentence(
        &self,
        article: usize,
        sentence: usize,
    ) -> impl Iterator<Item = usize> + '_ {
        let all = (article, sentence, 0)..=(article, sentence, usize::MAX);
        self.sentences.range(all).map(|(.., n)| *n)
    }

    /// The nouns that end inside a stretch of an article, or right at its ends.
    pub(super) fn nouns(&self, article: usize, span: Span) -> impl Iterator<Item = usize> + '_ {
        let end = span.start.max(span.end + 1);
        let all = (article, span.start, 0)..=(article, end, usize::MAX);
        self.noun_ends.range(all).map(|(.., n)| *n)
    }
}

//! Scores of a model.

use std::collections::BTreeMap;

use frise::training::{self, Model, Reader, edit};

use crate::project::Example;

/// What was right, of what there is.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Share {
    pub(crate) right: usize,
    pub(crate) all: usize,
}

impl Share {
    pub(crate) fn add(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }

    pub(crate) fn percent(&self) -> f64 {
        100.0 * self.right as f64 / self.all.max(1) as f64
    }
}

/// How good a model is.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Scores {
    /// Parts of speech, mentions left out.
    pub(crate) tags: Share,
    /// Features of verbs and auxiliaries: form, mood and tense.
    pub(crate) verbs: Share,
    pub(crate) feats: Share,
    /// Lemmas of verbs and nouns.
    pub(crate) lemmas: Share,
    /// Heads, punctuation left out.
    pub(crate) heads: Share,
    /// Heads with relations.
    pub(crate) labelled: Share,
    /// Heads of mentions.
    pub(crate) times: Share,
    /// Heads of those that name a date or a time of day.
    pub(crate) dates: Share,
}

impl std::fmt::Display for Scores {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "UPOS {:.2} lemma {:.2} UAS {:.2} LAS {:.2}",
            self.tags.percent(),
            self.lemmas.percent(),
            self.heads.percent(),
            self.labelled.percent()
        )
    }
}

/// Measures a model on sentences, with their own boundaries.
pub(crate) fn evaluate(model: &Model, examples: &[Example], shows: bool) -> Scores {
    let mut scores = Scores::default();
    let [verb, aux, noun] = ["VERB", "AUX", "NOUN"].map(|name| training::upos(name).unwrap_or(0));
    let punct = training::relation("punct").unwrap_or(0);
    const VERBAL: u32 = 0x1ff;
    for example in examples {
        let mut sentence = example.sentence.clone();
        for (word, gold) in sentence.words.iter_mut().zip(&example.gold) {
            if !gold.is_mention {
                model.look_up(word);
            }
        }
        model.tag(&mut sentence);
        model.inflect(&mut sentence);
        let arcs = model.parse(&sentence);
        for (n, gold) in example.gold.iter().enumerate().filter(|(_, gold)| !gold.is_fragment) {
            let (tag, form) = (sentence.tags[n], sentence.forms[n]);
            if !gold.is_mention {
                scores.tags.add(tag == gold.tag);
                if shows && tag != gold.tag {
                    let names = [gold.tag, tag].map(training::upos_name);
                    println!("TAG {} for {}: {}", names[1], names[0], example.lowers[n]);
                }
                let bits = model.bundles.get(usize::from(form)).copied().unwrap_or(0);
                scores.feats.add(bits == gold.feats);
                if [verb, aux].contains(&gold.tag) {
                    scores.verbs.add(bits & VERBAL == gold.feats & VERBAL);
                }
                if [verb, noun].contains(&gold.tag) && !gold.lemma.is_empty() {
                    let lower = &example.lowers[n];
                    let script = usize::from(model.script(lower, tag, form));
                    let lemma = model.scripts.get(script).map(|script| edit(lower, script));
                    scores.lemmas.add(lemma.as_deref() == Some(&gold.lemma));
                }
            }
            if gold.relation != punct {
                let right = arcs[n].0 == gold.head;
                let same = training::universal(arcs[n].1) == training::universal(gold.relation);
                scores.heads.add(right);
                scores.labelled.add(right && same);
                if shows && !(right && same) {
                    let relation = training::relation_name(gold.relation);
                    let got = training::relation_name(arcs[n].1);
                    println!("ARC {relation} {} {got}", if right { "label" } else { "head" });
                }
                if gold.is_mention {
                    scores.times.add(right);
                    if gold.is_date {
                        scores.dates.add(right);
                    }
                    if shows && !right {
                        let word = |at: u32| {
                            example.lowers.get(at as usize).map_or("ROOT", |w| w.as_str())
                        };
                        let words: Vec<&str> = example.lowers.iter().map(String::as_str).collect();
                        println!(
                            "{} [{}-{}]: {} for {} ({})",
                            words.join(" "),
                            word(n as u32),
                            n,
                            word(arcs[n].0),
                            word(gold.head),
                            training::relation_name(gold.relation),
                        );
                    }
                }
            }
        }
    }
    scores
}

/// What comes of texts whose sentences nobody marks.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct OwnScores {
    /// Ends of sentences that are found, of those there are.
    pub(crate) found: Share,
    /// Ends that are ends, of those found.
    pub(crate) meant: Share,
    pub(crate) heads: Share,
    pub(crate) labelled: Share,
}

impl std::fmt::Display for OwnScores {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (recall, precision) = (self.found.percent(), self.meant.percent());
        write!(
            f,
            "own boundaries: P {precision:.2} R {recall:.2} F1 {:.2} UAS {:.2} LAS {:.2}",
            2.0 * precision * recall / (precision + recall).max(1e-9),
            self.heads.percent(),
            self.labelled.percent()
        )
    }
}

/// Measures a model on running text: sentences in their order, with a space between. A unit that is cut
/// otherwise there than in its sentence alone counts as wrong.
pub(crate) fn evaluate_own(
    model: &Model,
    reader: &Reader,
    texts: &[(String, Vec<(usize, &Example)>)],
) -> OwnScores {
    let mut scores = OwnScores::default();
    let punct = training::relation("punct").unwrap_or(0);
    for (text, examples) in texts {
        let (mut heads, mut ends) = (BTreeMap::new(), Vec::new());
        for (_, part) in reader.sentences(text) {
            let mut sentence = part.sentence;
            for (word, unit) in sentence.words.iter_mut().zip(&part.units) {
                if !unit.is_mention {
                    model.look_up(word);
                }
            }
            model.tag(&mut sentence);
            model.inflect(&mut sentence);
            let place =
                |unit: u32| part.units.get(unit as usize).map(|unit| (unit.start, unit.end));
            for (unit, (head, label)) in part.units.iter().zip(model.parse(&sentence)) {
                heads.insert((unit.start, unit.end), (place(head), label));
            }
            ends.extend(part.units.last().map(|unit| unit.end));
        }
        let mut gold_ends = Vec::new();
        for (offset, example) in examples {
            let place = |unit: u32| {
                let span = example.spans.get(unit as usize)?;
                Some((span.0 + offset, span.1 + offset))
            };
            for (n, gold) in (0..)
                .zip(&example.gold)
                .filter(|(_, gold)| gold.relation != punct && !gold.is_fragment)
            {
                let found = place(n).and_then(|span| heads.get(&span));
                let right = found.is_some_and(|(head, _)| *head == place(gold.head));
                let same = found.is_some_and(|(_, label)| {
                    training::universal(*label) == training::universal(gold.relation)
                });
                scores.heads.add(right);
                scores.labelled.add(right && same);
            }
            gold_ends.extend(example.spans.last().map(|span| span.1 + offset));
        }
        for end in &gold_ends {
            scores.found.add(ends.contains(end));
        }
        for end in &ends {
            scores.meant.add(gold_ends.contains(end));
        }
    }
    scores
}

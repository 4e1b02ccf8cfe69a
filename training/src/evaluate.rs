//! Scores of a model.

use frise::training::{self, Model, edit};

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
        for (n, gold) in example.gold.iter().enumerate() {
            let (tag, form) = (sentence.tags[n], sentence.forms[n]);
            if !gold.is_mention {
                scores.tags.add(tag == gold.tag);
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
                if gold.is_mention {
                    scores.times.add(right);
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

//! From trees to a model.

use std::collections::{BTreeMap, BTreeSet};

use frise::Language;
use frise::training::{
    self, Dense, Features, LEFT, LEX, LONGEST_ENDING, MAGIC, Model, NONE, Narrow, Numbers,
    RELATIONS, RIGHT, SHIFT, Sentence, State, TAGS, Wide, Writer, best_allowed, hash, lemma_key,
    word_key,
};

use crate::learn::{Lot, Perceptron, quantise};
use crate::project::Example;

/// What can be set without changing the program.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) tag_rounds: usize,
    pub(crate) parse_rounds: usize,
    pub(crate) folds: usize,
    pub(crate) seed: u64,
    /// Whether several ways to prune are measured.
    pub(crate) sweeps: bool,
    /// How many features of a hundred a decision does without while it is learnt.
    pub(crate) dropped: usize,
    /// The same of parts of speech.
    pub(crate) dropped_tags: usize,
    /// By how much the right decision must be ahead of others for nothing to change.
    pub(crate) margin: i32,
    /// Features of trees that are met less often are not learnt.
    pub(crate) met: u8,
    /// A file that keeps the tags given for the parser from run to run, for experiments.
    pub(crate) keep: Option<String>,
    /// Features of fewer changes are left out, by table.
    pub(crate) least: [u32; 4],
    /// How many steps of a weight are one, by table.
    pub(crate) coarse: [i32; 4],
    /// Averages below are left out, by table.
    pub(crate) prune: [f64; 4],
}

impl Settings {
    /// What paid on the part of a language's treebanks that is kept for development: French has less to
    /// learn from, so that it is gone through more often and more of what is rare is left out.
    pub(crate) fn of(language: Language) -> Self {
        let (parse_rounds, least) = match language {
            Language::Fr => (16, [8, 4, 16, 10]),
            _ => (12, [8, 4, 12, 10]),
        };
        Settings {
            tag_rounds: 8,
            parse_rounds,
            folds: 4,
            seed: 7,
            sweeps: false,
            margin: 10,
            dropped: 40,
            dropped_tags: 20,
            met: 3,
            keep: None,
            least,
            coarse: [16, 12, 16, 24],
            prune: [0.2, 0.2, 0.2, 0.2],
        }
    }
}

/// What a model is written from.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parts {
    words: Vec<(u32, u32)>,
    coarse: Vec<u8>,
    seen: Vec<(u32, u32)>,
    tags: Vec<(u32, Vec<(u8, i8)>)>,
    bundles: Vec<u32>,
    allowed: Vec<Vec<u8>>,
    forms: Vec<(u32, Vec<(u8, i8)>)>,
    actions: Vec<(u32, [i8; 2])>,
    labels: Vec<(u32, Vec<(u8, i8)>)>,
    lemmas: Vec<(u32, u32)>,
    scripts: Vec<(u8, String)>,
}

impl Parts {
    pub(crate) fn write(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.bytes.extend_from_slice(MAGIC);
        writer.numbers(&self.words);
        writer.bytes(&self.coarse);
        writer.numbers(&self.seen);
        writer.wide(&self.tags);
        writer.number(self.bundles.len() as u32);
        for bundle in &self.bundles {
            writer.number(*bundle);
        }
        for allowed in &self.allowed {
            writer.bytes(allowed);
        }
        writer.wide(&self.forms);
        writer.narrow(&self.actions);
        writer.wide(&self.labels);
        writer.numbers(&self.lemmas);
        writer.number(self.scripts.len() as u32);
        for (cut, end) in &self.scripts {
            writer.number((*cut).into());
            writer.bytes(end.as_bytes());
        }
        writer.bytes
    }

    pub(crate) fn sizes(&self) -> String {
        format!(
            "words {} seen {} tags {} forms {} actions {} labels {} lemmas {} scripts {}",
            self.words.len(),
            self.seen.len(),
            self.tags.len(),
            self.forms.len(),
            self.actions.len(),
            self.labels.len(),
            self.lemmas.len(),
            self.scripts.len()
        )
    }
}

/// Word classes by the words' letters: lines of a class of 64 and words.
pub(crate) fn read_classes(text: &str) -> (Vec<(u32, u32)>, Vec<u8>) {
    let mut classes = BTreeMap::new();
    let mut coarse = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        let mut words = line.split(' ');
        coarse.push(words.next().and_then(|class| class.parse().ok()).unwrap_or(0));
        for word in words.filter(|word| !word.is_empty()) {
            classes.entry(hash(word.as_bytes())).or_insert(number);
        }
    }
    (classes.into_iter().collect(), coarse)
}

/// What a lexicon says of words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    /// By the words' letters: a number for each set of what a word can be.
    sets: Vec<(u32, u32)>,
    /// Part of speech, word, edit script of its lemma.
    lemmas: Vec<(u8, String, (u8, String))>,
}

/// Reads lines of what words are, how their lemma is made, and the words.
pub(crate) fn read_lexicon(text: &str) -> Lexicon {
    let mut lexicon = Lexicon::default();
    let mut kinds: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for line in text.lines() {
        let mut words = line.split(' ');
        let (Some(kind), Some(cut), Some(end)) = (words.next(), words.next(), words.next()) else {
            continue;
        };
        let tag = training::upos(kind.split('.').next().unwrap_or(kind));
        let end = if end == "-" { "" } else { end };
        let cut: usize = cut.parse().unwrap_or(0);
        for word in words {
            kinds.entry(word).or_default().insert(kind);
            if let Some(tag) = tag {
                let all = word.chars().count() <= cut;
                let cut = if all { 255 } else { cut.min(254) as u8 };
                lexicon.lemmas.push((tag, word.to_owned(), (cut, end.to_owned())));
            }
        }
    }
    // A list of what a word is, the most frequent first, says more than a set.
    for set in kinds.values_mut() {
        if set.iter().any(|kind| kind.starts_with('.')) {
            set.retain(|kind| kind.starts_with('.'));
        }
    }
    let mut counts: BTreeMap<&BTreeSet<&str>, u32> = BTreeMap::new();
    for set in kinds.values() {
        *counts.entry(set).or_default() += 1;
    }
    let mut order: Vec<_> = counts.into_iter().collect();
    order.sort_by_key(|(set, count)| (u32::MAX - count, *set));
    let numbers: BTreeMap<_, u32> = (1..).zip(&order).map(|(n, (set, _))| (*set, n)).collect();
    let sets: BTreeMap<u32, u32> =
        kinds.iter().map(|(word, set)| (hash(word.as_bytes()), numbers[set])).collect();
    lexicon.sets = sets.into_iter().collect();
    lexicon
}

/// Which parts of speech words have: a number for each set that occurs.
fn read_seen(examples: &[&Example]) -> Vec<(u32, u32)> {
    let mut counts: BTreeMap<u32, [u32; TAGS]> = BTreeMap::new();
    for example in examples {
        for (word, gold) in example.sentence.words.iter().zip(&example.gold) {
            if !gold.is_mention {
                counts.entry(word_key(word.form)).or_insert([0; TAGS])[usize::from(gold.tag)] += 1;
            }
        }
    }
    (counts.into_iter())
        .filter_map(|(form, counts)| {
            let all: u32 = counts.iter().sum();
            if all < 3 {
                return None;
            }
            // Which tags, a bit each, and which is the most frequent.
            let set = (0..TAGS).filter(|tag| all < counts[*tag] * 12);
            let set: u32 = set.map(|tag| 1 << tag).sum();
            let first = (0..TAGS).max_by_key(|tag| (counts[*tag], TAGS - tag)).unwrap_or(0);
            Some((form, set << 5 | first as u32))
        })
        .collect()
}

fn set_seen(examples: &mut [Example], seen: &Numbers) {
    for example in examples {
        for word in &mut example.sentence.words {
            word.seen = seen.get(word_key(word.form)).unwrap_or(0);
        }
    }
}

/// Trains a model.
pub(crate) fn train(
    examples: &mut [Example],
    classes: (Vec<(u32, u32)>, Vec<u8>),
    lexicon: &Lexicon,
    settings: &Settings,
    say: &dyn Fn(&str),
    measure: &dyn Fn(&Parts, usize) -> String,
) -> Parts {
    let mut words: BTreeMap<u32, u32> = BTreeMap::new();
    for (form, class) in classes.0 {
        words.entry(word_key(form)).or_insert(class);
    }
    for (form, set) in &lexicon.sets {
        let known = words.entry(word_key(*form)).or_default();
        *known |= if *known >> LEX == 0 { set << LEX } else { 0 };
    }
    let words = words.into_iter().collect();
    let mut parts = Parts { words, coarse: classes.1, ..Parts::default() };
    let lookup = Model {
        words: Numbers::new(&parts.words),
        coarse: parts.coarse.clone(),
        ..Model::default()
    };
    for example in examples.iter_mut() {
        for (word, gold) in example.sentence.words.iter_mut().zip(&example.gold) {
            if !gold.is_mention {
                lookup.look_up(word);
            }
        }
    }
    bundles(examples, &mut parts);
    // The parser learns on tags as they will be: given by a tagger that has not seen the sentence.
    let mut tagged: Vec<Option<Sentence>> = vec![None; examples.len()];
    for fold in 0..settings.folds {
        let of_fold = |n: usize| n % settings.folds == fold;
        let others: Vec<&Example> =
            examples.iter().enumerate().filter(|(n, _)| !of_fold(*n)).map(|(_, e)| e).collect();
        let seen = Numbers::new(&read_seen(&others));
        set_seen(examples, &seen);
        let others: Vec<&Example> =
            examples.iter().enumerate().filter(|(n, _)| !of_fold(*n)).map(|(_, e)| e).collect();
        let rounds = settings.tag_rounds.min(5);
        let tags = quantise(&learn_tags(&others, rounds, settings).average(2), 0.05, 1);
        let forms = quantise(&learn_forms(&others, &parts, rounds, settings).average(2), 0.05, 1);
        let model = Model {
            tags: Dense::new(&tags),
            forms: Wide::new(&forms),
            bundles: parts.bundles.clone(),
            allowed: parts.allowed.clone(),
            ..Model::default()
        };
        let (mut right, mut all) = (0, 0);
        for (n, example) in examples.iter().enumerate().filter(|(n, _)| of_fold(*n)) {
            let mut sentence = example.sentence.clone();
            model.tag(&mut sentence);
            model.inflect(&mut sentence);
            for (tag, gold) in sentence.tags.iter().zip(&example.gold) {
                all += usize::from(!gold.is_mention);
                right += usize::from(!gold.is_mention && *tag == gold.tag);
            }
            tagged[n] = Some(sentence);
        }
        say(&format!("fold {fold}: UPOS {:.2}", 100.0 * right as f64 / all.max(1) as f64));
    }
    if let Some(file) = &settings.keep {
        keep(file, &tagged);
    }
    let all: Vec<&Example> = examples.iter().collect();
    parts.seen = read_seen(&all);
    let seen = Numbers::new(&parts.seen);
    set_seen(examples, &seen);
    let all: Vec<&Example> = examples.iter().collect();
    let tags = learn_tags(&all, settings.tag_rounds, settings);
    say(&format!("tags: {} features", tags.count()));
    let forms = learn_forms(&all, &parts, settings.tag_rounds, settings);
    say(&format!("forms: {} features", forms.count()));
    (parts.lemmas, parts.scripts) = learn_lemmas(&all, lexicon, &parts);
    say(&format!("lemmas: {} endings, {} scripts", parts.lemmas.len(), parts.scripts.len()));
    let sentences: Vec<(Sentence, &Example)> = (tagged.into_iter().zip(&all))
        .map(|(tagged, example)| {
            let mut sentence = example.sentence.clone();
            if let Some(tagged) = tagged {
                (sentence.tags, sentence.forms) = (tagged.tags, tagged.forms);
            }
            (sentence, *example)
        })
        .collect();
    let (actions, labels) = learn_trees(&sentences, settings, say);
    let mut cut = |least: [u32; 4], prune: [f64; 4]| {
        parts.tags = quantise(&tags.average(least[0]), prune[0], settings.coarse[0]);
        parts.forms = quantise(&forms.average(least[1]), prune[1], settings.coarse[1]);
        parts.actions = narrow(quantise(&actions.average(least[2]), prune[2], settings.coarse[2]));
        parts.labels = quantise(&labels.average(least[3]), prune[3], settings.coarse[3]);
        parts.clone()
    };
    if settings.sweeps {
        for (n, least) in
            [[4, 4, 8, 6], [6, 6, 12, 8], [8, 8, 16, 10], [10, 10, 24, 14], [14, 14, 32, 18]]
                .iter()
                .enumerate()
        {
            let parts = cut(*least, settings.prune);
            say(&format!("{n}: changes {least:?}: {}", measure(&parts, n)));
        }
    }
    cut(settings.least, settings.prune)
}

/// Writes the tags that the parser learns on to a file.
fn keep(file: &str, tagged: &[Option<Sentence>]) {
    let mut bytes = Vec::new();
    for sentence in tagged.iter().flatten() {
        bytes.extend_from_slice(&sentence.tags);
        bytes.extend_from_slice(&sentence.forms);
    }
    if let Err(error) = std::fs::write(file, bytes) {
        eprintln!("{file}: {error}");
    }
}

/// Trains the trees alone, for experiments: on kept tags, with the tagger of a model.
pub(crate) fn train_trees(
    examples: &mut [Example],
    model: &Model,
    kept: &[u8],
    settings: &Settings,
    say: &dyn Fn(&str),
    measure: &dyn Fn(&Model) -> String,
) {
    let mut at = 0;
    let mut sentences = Vec::new();
    for example in examples.iter_mut() {
        for (word, gold) in example.sentence.words.iter_mut().zip(&example.gold) {
            if !gold.is_mention {
                model.look_up(word);
            }
        }
    }
    for example in examples.iter() {
        let mut sentence = example.sentence.clone();
        let count = sentence.words.len();
        sentence.tags = kept[at..at + count].to_vec();
        sentence.forms = kept[at + count..at + 2 * count].to_vec();
        at += 2 * count;
        sentences.push((sentence, example));
    }
    let (actions, labels) = learn_trees(&sentences, settings, say);
    for least in [8, 12, 16] {
        let narrow =
            narrow(quantise(&actions.average(least), settings.prune[2], settings.coarse[2]));
        let wide = quantise(&labels.average(6), settings.prune[3], settings.coarse[3]);
        let sizes = (narrow.len(), wide.len());
        let model =
            Model { actions: Narrow::new(&narrow), labels: Dense::new(&wide), ..model.clone() };
        say(&format!("changes {least}: {sizes:?} {}", measure(&model)));
    }
}

/// The first two weights for three classes: the third follows from them.
fn narrow(rows: Vec<(u32, Vec<(u8, i8)>)>) -> Vec<(u32, [i8; 2])> {
    let row = |(key, cells): (u32, Vec<(u8, i8)>)| {
        let mut row = [0; 2];
        for (class, weight) in cells {
            if let Some(cell) = row.get_mut(usize::from(class)) {
                *cell = weight;
            }
        }
        (key, row)
    };
    // What is left is the third weight alone: rounding took the others.
    rows.into_iter().map(row).filter(|row| row.1 != [0; 2]).collect()
}

/// The bundles of features that occur, and with which parts of speech.
fn bundles(examples: &[Example], parts: &mut Parts) {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    let mut by_tag: BTreeMap<(u8, u32), u32> = BTreeMap::new();
    for gold in examples.iter().flat_map(|example| &example.gold).filter(|unit| !unit.is_mention) {
        *counts.entry(gold.feats).or_default() += 1;
        *by_tag.entry((gold.tag, gold.feats)).or_default() += 1;
    }
    counts.insert(0, u32::MAX);
    let mut order: Vec<(u32, u32)> = counts.into_iter().collect();
    order.sort_by_key(|(bits, count)| (u32::MAX - count, *bits));
    order.truncate(250);
    parts.bundles = order.iter().map(|(bits, _)| *bits).collect();
    let place = |bits: u32| parts.bundles.iter().position(|known| *known == bits);
    parts.allowed = (0..TAGS as u8)
        .map(|tag| {
            let of = by_tag.iter().filter(|((other, _), count)| *other == tag && 2 <= **count);
            let mut allowed: Vec<u8> =
                of.filter_map(|((_, bits), _)| Some(place(*bits)? as u8)).collect();
            allowed.sort_unstable();
            allowed
        })
        .collect();
}

fn order(count: usize, lot: &mut Lot) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    lot.shuffle(&mut order);
    order
}

fn highest(scores: &[i32]) -> usize {
    (0..scores.len()).max_by_key(|at| (scores[*at], usize::MAX - at)).unwrap_or(0)
}

/// The best class but one, and by how much that one is ahead of it.
fn other_than(scores: &mut [i32], right: u8) -> (u8, i32) {
    let of_right = scores[usize::from(right)];
    scores[usize::from(right)] = i32::MIN;
    let other = highest(scores);
    let lead = of_right.saturating_sub(scores[other]);
    scores[usize::from(right)] = of_right;
    (other as u8, lead)
}

fn learn_tags(examples: &[&Example], rounds: usize, settings: &Settings) -> Perceptron {
    let mut learner = Perceptron::new(TAGS);
    let mut lot = Lot::new(settings.seed);
    let mut features = Features::default();
    for _ in 0..rounds {
        for n in order(examples.len(), &mut lot) {
            let example = examples[n];
            let mut sentence = example.sentence.clone();
            for (at, gold) in example.gold.iter().enumerate() {
                if gold.is_mention {
                    continue;
                }
                sentence.tag_features(at, &mut features);
                features.retain(|| settings.dropped_tags <= lot.below(100));
                let mut scores = [0; TAGS];
                learner.score(features.keys(), &mut scores);
                let guess = highest(&scores) as u8;
                learner.tick();
                let other = other_than(&mut scores, gold.tag);
                if other.1 <= settings.margin {
                    learner.update(features.keys(), gold.tag, 1);
                    learner.update(features.keys(), other.0, -1);
                }
                sentence.tags[at] = guess;
            }
        }
    }
    learner
}

fn learn_forms(
    examples: &[&Example],
    parts: &Parts,
    rounds: usize,
    settings: &Settings,
) -> Perceptron {
    let mut learner = Perceptron::new(parts.bundles.len());
    let mut lot = Lot::new(settings.seed + 1);
    let mut features = Features::default();
    let noun = ["NOUN", "ADJ", "PROPN"].map(|name| training::upos(name).unwrap_or(0));
    let place: BTreeMap<u32, u8> =
        parts.bundles.iter().zip(0..=255).map(|(bits, place)| (*bits, place)).collect();
    for _ in 0..rounds {
        for n in order(examples.len(), &mut lot) {
            let example = examples[n];
            let mut sentence = example.sentence.clone();
            for (tag, gold) in sentence.tags.iter_mut().zip(&example.gold) {
                if !gold.is_mention {
                    *tag = gold.tag;
                }
            }
            sentence.forms = vec![0; sentence.words.len()];
            for (at, gold) in example.gold.iter().enumerate() {
                let allowed = &parts.allowed[usize::from(gold.tag)];
                let right = place.get(&gold.feats).copied();
                let right = right.filter(|right| allowed.contains(right));
                if gold.is_mention || allowed.len() < 2 {
                    sentence.forms[at] = allowed.first().copied().unwrap_or(0);
                    if gold.is_mention {
                        sentence.forms[at] = 0;
                    }
                    continue;
                }
                sentence.form_features(at, &mut features);
                let mut scores = [0; 256];
                learner.score(features.keys(), &mut scores);
                let guess = *allowed
                    .iter()
                    .max_by_key(|at| (scores[usize::from(**at)], 255 - **at))
                    .unwrap_or(&0);
                sentence.forms[at] = guess;
                if example.is_speech && noun.contains(&gold.tag) {
                    continue;
                }
                let Some(right) = right else { continue };
                learner.tick();
                if guess != right {
                    learner.update(features.keys(), right, 1);
                    learner.update(features.keys(), guess, -1);
                }
            }
        }
    }
    learner
}

/// Keys with the numbers of edit scripts, and the scripts.
type Lemmas = (Vec<(u32, u32)>, Vec<(u8, String)>);

/// The edit script from a word to its lemma.
fn script(lower: &str, lemma: &str) -> (u8, String) {
    let same = lower.chars().zip(lemma.chars()).take_while(|(a, b)| a == b).count();
    let rest = lower.chars().count() - same;
    let end: String = lemma.chars().skip(same).collect();
    if same == 0 { (255, lemma.to_owned()) } else { (rest.min(254) as u8, end) }
}

type Counts = BTreeMap<u32, u32>;

fn top(counts: &Counts) -> u32 {
    counts
        .iter()
        .max_by_key(|(script, count)| (**count, u32::MAX - **script))
        .map_or(0, |best| *best.0)
}

/// Edit scripts by endings and whole words: only what a shorter ending does not say already.
fn learn_lemmas(examples: &[&Example], lexicon: &Lexicon, parts: &Parts) -> Lemmas {
    let mut scripts: BTreeMap<(u8, String), u32> = BTreeMap::new();
    let mut list: Vec<(u8, String)> = Vec::new();
    let mut number = |script: (u8, String)| {
        *scripts.entry(script.clone()).or_insert_with(|| {
            list.push(script);
            list.len() as u32 - 1
        })
    };
    number((0, String::new()));
    // By part of speech and word: scripts by bundle.
    let mut words: BTreeMap<(u8, String), BTreeMap<u32, Counts>> = BTreeMap::new();
    let units = examples.iter().flat_map(|example| example.lowers.iter().zip(&example.gold));
    for (lower, gold) in units.filter(|(_, gold)| !gold.is_mention && !gold.lemma.is_empty()) {
        let script = number(script(lower, &gold.lemma));
        let bundle = parts.bundles.iter().position(|bits| *bits == gold.feats).unwrap_or(255);
        *words
            .entry((gold.tag, lower.clone()))
            .or_default()
            .entry(bundle as u32)
            .or_default()
            .entry(script)
            .or_default() += 1;
    }
    // What the treebanks do not have.
    let mut more: BTreeMap<(u8, &str), Counts> = BTreeMap::new();
    for (tag, word, script) in &lexicon.lemmas {
        if !words.contains_key(&(*tag, word.clone())) {
            let script = number(script.clone());
            *more.entry((*tag, word)).or_default().entry(script).or_default() += 1;
        }
    }
    for ((tag, word), counts) in more {
        words.entry((tag, word.to_owned())).or_default().insert(255, counts);
    }
    // Endings count words, not their uses: what is rare is regular.
    let mut endings: BTreeMap<(u8, String), Counts> = BTreeMap::new();
    let all = |bundles: &BTreeMap<u32, Counts>| {
        let mut sum = Counts::new();
        for (script, count) in bundles.values().flatten() {
            *sum.entry(*script).or_default() += count;
        }
        sum
    };
    for ((tag, lower), bundles) in &words {
        let script = top(&all(bundles));
        for ending in ends(lower) {
            *endings.entry((*tag, ending.to_owned())).or_default().entry(script).or_default() += 1;
        }
    }
    let mut lemmas: BTreeMap<u32, u32> = BTreeMap::new();
    for ((tag, ending), counts) in &endings {
        let best = top(counts);
        let all: u32 = counts.values().sum();
        // The next shorter ending that says something.
        let shorter = ending.chars().next().map(|first| &ending[first.len_utf8()..]);
        let said = shorter.and_then(|shorter| endings.get(&(*tag, shorter.to_owned()))).map(top);
        if said != Some(best) && (2 <= all || ending.chars().count() < 3) {
            lemmas.insert(lemma_key(ending, *tag, 0), best);
        }
    }
    let said = |lemmas: &BTreeMap<u32, u32>, lower: &str, tag: u8| {
        ends(lower).find_map(|ending| lemmas.get(&lemma_key(ending, tag, 0)).copied()).unwrap_or(0)
    };
    let mut whole: BTreeMap<u32, u32> = BTreeMap::new();
    for ((tag, lower), bundles) in &words {
        let best = top(&all(bundles));
        if said(&lemmas, lower, *tag) != best {
            whole.insert(lemma_key(lower, *tag, 1), best);
        }
        for (bundle, counts) in bundles.iter().filter(|(bundle, _)| **bundle != 255) {
            if top(counts) != best {
                whole.insert(lemma_key(lower, *tag, bundle + 2), top(counts));
            }
        }
    }
    lemmas.extend(whole);
    (lemmas.into_iter().collect(), list)
}

/// The endings of a word, the longest first.
fn ends(lower: &str) -> impl Iterator<Item = &str> {
    let far = lower.chars().count().saturating_sub(LONGEST_ENDING);
    let places = lower.char_indices().map(|(at, _)| at).chain([lower.len()]);
    places.skip(far).map(|at| &lower[at..])
}

/// What a decision loses of the tree, by decision.
fn costs(state: &State, heads: &[u32], dependents: &[Vec<u32>]) -> [u32; 3] {
    let next = state.next;
    let Some(&top) = state.stack.last() else { return [0; 3] };
    let below = state.stack.len().checked_sub(2).map(|at| state.stack[at]);
    let head = heads[top as usize];
    let later = |unit: u32, from: u32| {
        dependents[unit as usize].iter().filter(|dependent| from <= **dependent).count() as u32
    };
    let left = u32::from(head != next && (Some(head) == below || next < head)) + later(top, next);
    let right = u32::from(next <= head) + later(top, next);
    let shift = if next == state.root() {
        0
    } else {
        let waiting = |unit: u32| state.stack.contains(&unit);
        let head = heads[next as usize];
        u32::from(head != top && head != NONE && waiting(head))
            + dependents[next as usize].iter().filter(|unit| waiting(**unit)).count() as u32
    };
    [shift, left, right]
}

fn learn_trees(
    sentences: &[(Sentence, &Example)],
    settings: &Settings,
    say: &dyn Fn(&str),
) -> (Perceptron, Perceptron) {
    let mut actions = Perceptron::new(3).counting(settings.met);
    let mut labels = Perceptron::new(RELATIONS).counting(settings.met);
    let mut lot = Lot::new(settings.seed + 2);
    let mut features = Features::default();
    let comma = hash(b",");
    // Round 0 counts the features on the way of the right decisions.
    for round in 0..settings.parse_rounds + 1 {
        let (mut wrong, mut all) = (0_u32, 0_u32);
        for n in order(sentences.len(), &mut lot) {
            let (sentence, example) = &sentences[n];
            let heads: Vec<u32> = example.gold.iter().map(|unit| unit.head).collect();
            let mut dependents = vec![Vec::new(); heads.len() + 1];
            for (dependent, head) in heads.iter().enumerate() {
                dependents[*head as usize].push(dependent as u32);
            }
            let mut state = State::new(sentence, comma);
            while !state.is_done() {
                let allowed = state.allowed();
                let costs = costs(&state, &heads, &dependents);
                let possible = || [SHIFT, LEFT, RIGHT].into_iter().filter(|a| allowed[*a]);
                let cheapest = possible().map(|action| costs[action]).min().unwrap_or(0);
                let right = |action: usize| allowed[action] && costs[action] == cheapest;
                let mut action = possible().next().unwrap_or(SHIFT);
                if 1 < possible().count() {
                    state.features(&mut features);
                    if 0 < round {
                        features.retain(|| settings.dropped <= lot.below(100));
                    }
                    let mut scores = [0; 3];
                    actions.score(features.keys(), &mut scores);
                    let guess = best_allowed(&scores, allowed);
                    let best = best_allowed(&scores, [SHIFT, LEFT, RIGHT].map(right));
                    all += 1;
                    if round == 0 {
                        actions.count_up(features.keys());
                    } else {
                        actions.tick();
                    }
                    wrong += u32::from(!right(guess));
                    let worse = best_allowed(
                        &scores,
                        [SHIFT, LEFT, RIGHT].map(|a| allowed[a] && !right(a)),
                    );
                    let is_worse = allowed[worse] && !right(worse);
                    if 0 < round && is_worse && scores[best] - scores[worse] <= settings.margin {
                        actions.update(features.keys(), best as u8, 1);
                        actions.update(features.keys(), worse as u8, -1);
                    }
                    let follows = 1 < round && lot.below(10) < 9;
                    action = if follows { guess } else { best };
                }
                let label = match state.arc(action) {
                    None => 0,
                    Some((head, _)) if head == state.root() => {
                        training::relation("root").unwrap_or(0)
                    }
                    Some((head, dependent)) => {
                        state.label_features(head, dependent, &mut features);
                        if 0 < round {
                            features.retain(|| settings.dropped <= lot.below(100));
                        }
                        let mut scores = [0; RELATIONS];
                        labels.score(features.keys(), &mut scores);
                        let guess = highest(&scores) as u8;
                        let gold = &example.gold[dependent as usize];
                        if round == 0 {
                            labels.count_up(features.keys());
                        } else if gold.head == head {
                            labels.tick();
                            let other = other_than(&mut scores, gold.relation);
                            if other.1 <= settings.margin {
                                labels.update(features.keys(), gold.relation, 1);
                                labels.update(features.keys(), other.0, -1);
                            }
                        }
                        if round == 0 { gold.relation } else { guess }
                    }
                };
                state.apply(action, label);
            }
        }
        say(&format!(
            "round {round}: {wrong} of {all} decisions wrong; {} + {} features",
            actions.count(),
            labels.count()
        ));
    }
    (actions, labels)
}

//! Trains and measures the models of syntax.
//!
//! ```text
//! frise-training train --lang fr --treebanks DIR [--all] -o models/fr.bin
//! frise-training evaluate --lang fr [--model FILE] [--split FILE] [--more] FILE.conllu
//! ```

mod conllu;
mod evaluate;
mod learn;
mod project;
mod train;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use frise::Language;
use frise::training::{Model, Reader};

use conllu::Gold;
use evaluate::{evaluate, evaluate_own};
use project::{Example, Fate, project};
use train::{Parts, Settings, read_classes, read_lexicon, train, train_trees};

/// What went wrong, for people.
pub(crate) type Fail = String;

/// The treebanks of a language in a folder, and whether they are speech, of which some features are not
/// annotated. Of a language that is not listed all that are named after its code, in order.
fn treebanks(language: Language, folder: &Path) -> Result<Vec<(PathBuf, bool)>, Fail> {
    let listed: &[(&str, bool)] = match language.code() {
        "fr" => &[("fr_gsd", false), ("fr_sequoia", false), ("fr_rhapsodie", true)],
        "en" => &[("en_ewt", false), ("en_gum", false)],
        _ => &[],
    };
    if !listed.is_empty() {
        let path = |name: &str| folder.join(format!("{name}.conllu"));
        return Ok(listed.iter().map(|(name, is_speech)| (path(name), *is_speech)).collect());
    }
    let wrong = |error: std::io::Error| format!("{}: {error}", folder.display());
    let begins = format!("{}_", language.code());
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(wrong)? {
        let path = entry.map_err(wrong)?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.starts_with(&begins) && name.ends_with(".conllu") {
            paths.push((path, false));
        }
    }
    paths.sort();
    Ok(paths)
}

/// The words of the command line: `--name value`, `--flag`, and the rest.
struct Words {
    words: Vec<String>,
}

impl Words {
    fn flag(&mut self, name: &str) -> bool {
        let found = self.words.iter().position(|word| word == name);
        found.map(|at| self.words.remove(at)).is_some()
    }

    fn value(&mut self, name: &str) -> Option<String> {
        let at = self.words.iter().position(|word| word == name)?;
        self.words.remove(at);
        (at < self.words.len()).then(|| self.words.remove(at))
    }
}

fn main() -> ExitCode {
    let mut words = Words { words: std::env::args().skip(1).collect() };
    let command = if words.words.is_empty() { String::new() } else { words.words.remove(0) };
    let done = match command.as_str() {
        "train" | "trees" => run_train(&mut words, command == "trees"),
        "evaluate" => run_evaluate(&mut words),
        _ => Err("use: frise-training train | evaluate (see docs/syntax.md)".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::FAILURE
        }
    }
}

fn language(words: &mut Words) -> Result<Language, Fail> {
    let code = words.value("--lang").ok_or("--lang is missing")?;
    code.parse().map_err(|error: frise::Error| error.to_string())
}

fn run_train(words: &mut Words, only_trees: bool) -> Result<(), Fail> {
    let language = language(words)?;
    let folder = PathBuf::from(words.value("--treebanks").ok_or("--treebanks is missing")?);
    let output = words.value("-o").ok_or("-o is missing")?;
    let all = words.flag("--all");
    let mut settings = Settings::of(language);
    if let Some(least) = words.value("--least") {
        let numbers: Vec<u32> = least.split(',').filter_map(|one| one.parse().ok()).collect();
        settings.least =
            numbers.try_into().map_err(|_| format!("--least {least}: four numbers"))?;
    }
    if let Some(rounds) = words.value("--rounds").and_then(|rounds| rounds.parse().ok()) {
        settings.parse_rounds = rounds;
    }
    if let Some(margin) = words.value("--margin").and_then(|margin| margin.parse().ok()) {
        settings.margin = margin;
    }
    if let Some(dropped) = words.value("--dropped").and_then(|dropped| dropped.parse().ok()) {
        settings.dropped = dropped;
    }
    settings.sweeps = words.flag("--sweeps");
    let split = conllu::split(&folder.join("split.tsv"))?;
    let reader = Reader::new(language);
    let (mut learn, mut dev) = (Vec::new(), Vec::new());
    let mut fate = Fate::default();
    for (path, is_speech) in treebanks(language, &folder)? {
        for gold in conllu::read(&path)? {
            let is_dev = split.get(&gold.id).copied().unwrap_or(false);
            let Some(example) = project(&gold, &reader, is_speech, &mut fate) else { continue };
            if is_dev {
                dev.push(example.clone());
            }
            if all || !is_dev {
                learn.push(example);
            }
        }
    }
    println!("{fate:?}; {} to learn from, {} to measure", learn.len(), dev.len());
    settings.keep = words.value("--keep");
    let start = std::time::Instant::now();
    let say = |what: &str| println!("{:>5.1} s  {what}", start.elapsed().as_secs_f64());
    if only_trees {
        let bytes = std::fs::read(&output).map_err(|error| format!("{output}: {error}"))?;
        let model = Model::read(&bytes).ok_or("not a model of this version")?;
        let kept = settings.keep.as_deref().ok_or("--keep is missing")?;
        let kept = std::fs::read(kept).map_err(|error| format!("{kept}: {error}"))?;
        let measure = |model: &Model| {
            let scores = evaluate(model, &dev, false);
            format!("{scores} dates {:.2}", scores.times.percent())
        };
        train_trees(&mut learn, &model, &kept, &settings, &say, &measure);
        return Ok(());
    }
    let beside = |folder: &str| {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("{folder}/{}.txt", language.code()));
        match std::fs::read_to_string(&path) {
            // A language can do without: then it knows the words of its treebanks alone.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(String::new()),
            read => read.map_err(|error| format!("{}: {error}", path.display())),
        }
    };
    let classes = read_classes(&beside("classes")?);
    let lexicon = read_lexicon(&beside("lexicon")?);
    let measure = |parts: &Parts, n: usize| {
        let bytes = parts.write();
        if let Err(error) = std::fs::write(format!("{output}.{n}"), &bytes) {
            eprintln!("{output}.{n}: {error}");
        }
        let scores =
            Model::read(&bytes).map(|model| evaluate(&model, &dev, false)).unwrap_or_default();
        let times = scores.times.percent();
        format!("{} bytes {scores} dates {times:.2}; {}", bytes.len(), parts.sizes())
    };
    let parts = train(&mut learn, classes, &lexicon, &settings, &say, &measure);
    let bytes = parts.write();
    say(&format!("{} bytes: {}", bytes.len(), parts.sizes()));
    let model = Model::read(&bytes).ok_or("the model cannot be read back")?;
    report(&model, &dev, false);
    std::fs::write(&output, bytes).map_err(|error| format!("{output}: {error}"))
}

fn report(model: &Model, examples: &[Example], shows: bool) {
    let scores = evaluate(model, examples, shows);
    println!("{scores}");
    println!(
        "head of mentions {:.2} ({}), of dates {:.2} ({}); form, mood and tense of verbs {:.2} all features {:.2}",
        scores.times.percent(),
        scores.times.all,
        scores.dates.percent(),
        scores.dates.all,
        scores.verbs.percent(),
        scores.feats.percent()
    );
}

fn run_evaluate(words: &mut Words) -> Result<(), Fail> {
    let language = language(words)?;
    let model = words.value("--model").unwrap_or_else(|| {
        format!("{}/../models/{}.bin", env!("CARGO_MANIFEST_DIR"), language.code())
    });
    let bytes = std::fs::read(&model).map_err(|error| format!("{model}: {error}"))?;
    let model =
        Model::read(&bytes).ok_or_else(|| format!("{model}: not a model of this version"))?;
    let split = words.value("--split").map(|path| conllu::split(Path::new(&path))).transpose()?;
    let more = words.flag("--more");
    let shows = words.flag("--errors");
    let reader = Reader::new(language);
    let mut fate = Fate::default();
    let (mut examples, mut golds) = (Vec::new(), Vec::new());
    for path in &words.words {
        let is_meant = |gold: &Gold| {
            split.as_ref().is_none_or(|split| split.get(&gold.id).copied().unwrap_or(false))
        };
        for gold in conllu::read(Path::new(path))?.into_iter().filter(is_meant) {
            if let Some(example) = project(&gold, &reader, false, &mut fate) {
                examples.push(example);
                golds.push(gold);
            }
        }
    }
    if more {
        report(&model, &examples, shows);
        println!("{}", evaluate_own(&model, &reader, &running(&golds, &examples)));
        println!("{fate:?}");
    } else {
        println!("{}", evaluate(&model, &examples, shows));
    }
    Ok(())
}

/// Sentences as running texts: those that stand together, up to a hundred, with a space between.
fn running<'a>(
    golds: &[Gold],
    examples: &'a [Example],
) -> Vec<(String, Vec<(usize, &'a Example)>)> {
    let mut texts: Vec<(String, Vec<(usize, &Example)>)> = Vec::new();
    let mut last = "";
    for (gold, example) in golds.iter().zip(examples) {
        let document = gold.id.rsplit_once(['-', '_']).map_or("", |(document, _)| document);
        let goes_on = document == last && texts.last().is_some_and(|text| text.1.len() < 100);
        last = document;
        if !goes_on {
            texts.push((String::new(), Vec::new()));
        }
        let Some((text, inside)) = texts.last_mut() else { continue };
        if !text.is_empty() {
            text.push(' ');
        }
        inside.push((text.len(), example));
        text.push_str(&gold.text);
    }
    texts
}

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
use evaluate::evaluate;
use project::{Example, Fate, project};
use train::{Parts, Settings, read_classes, read_lexicon, train, train_trees};

/// What went wrong, for people.
pub(crate) type Fail = String;

/// The treebanks of a language, and whether they are speech.
fn treebanks(language: Language) -> &'static [(&'static str, bool)] {
    match language {
        Language::Fr => &[("fr_gsd", false), ("fr_sequoia", false), ("fr_rhapsodie", true)],
        Language::En => &[("en_ewt", false), ("en_gum", false)],
    }
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
    let mut settings = Settings::default();
    if let Some(rounds) = words.value("--rounds").and_then(|rounds| rounds.parse().ok()) {
        settings.parse_rounds = rounds;
    }
    settings.sweeps = words.flag("--sweeps");
    let split = conllu::split(&folder.join("split.tsv"))?;
    let reader = Reader::new(language);
    let (mut learn, mut dev) = (Vec::new(), Vec::new());
    let mut fate = Fate::default();
    for (name, is_speech) in treebanks(language) {
        for gold in conllu::read(&folder.join(format!("{name}.conllu")))? {
            let is_dev = split.get(&gold.id).copied().unwrap_or(false);
            let Some(example) = project(&gold, &reader, *is_speech, &mut fate) else { continue };
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
        std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let classes = read_classes(&beside("classes")?);
    let lexicon = read_lexicon(&beside("lexicon")?);
    let measure = |parts: &Parts| {
        let bytes = parts.write();
        let scores =
            Model::read(&bytes).map(|model| evaluate(&model, &dev, false)).unwrap_or_default();
        format!("{} bytes {scores}; {}", bytes.len(), parts.sizes())
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
        "head of dates {:.2} ({}) form, mood and tense of verbs {:.2} all features {:.2}",
        scores.times.percent(),
        scores.times.all,
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
    let mut examples = Vec::new();
    for path in &words.words {
        let is_meant = |gold: &Gold| {
            split.as_ref().is_none_or(|split| split.get(&gold.id).copied().unwrap_or(false))
        };
        for gold in conllu::read(Path::new(path))?.iter().filter(|gold| is_meant(gold)) {
            examples.extend(project(gold, &reader, false, &mut fate));
        }
    }
    if more {
        report(&model, &examples, shows);
        println!("{fate:?}");
    } else {
        println!("{}", evaluate(&model, &examples, shows));
    }
    Ok(())
}

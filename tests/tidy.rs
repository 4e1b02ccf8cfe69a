//! The architecture as tests that read the source: what may stand where.

use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The stages, in the order in which a text goes through them. A module uses only those before it.
const STAGES: &[&str] = &[
    "error",
    "amount",
    "extent",
    "limits",
    "article",
    "names",
    "expr",
    "lang",
    "scan",
    "syntax",
    "passage",
    "resolve",
    "event",
    "reader",
    "constraint",
    "draft",
    "edtf",
    "gather",
    "network",
    "allen",
    "timeml",
    "timeline",
    "report",
    "reconcile",
    "claim",
    "case",
    "export",
    "guide",
];

/// A source file of the library.
struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    /// The module at the root of the crate that it belongs to.
    fn module(&self) -> String {
        let inside = self.path.strip_prefix(root().join("src")).expect("it was found there");
        let first = inside.iter().next().expect("a file has a name");
        Path::new(first).file_stem().expect("a file has a name").to_string_lossy().into_owned()
    }

    /// Its lines of code, numbered: what is not a comment.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines()).filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The place of a line, as editors open it.
    fn at(&self, line: usize) -> String {
        let path = self.path.strip_prefix(root()).expect("it was found there");
        format!("{}:{line}", path.display())
    }
}

#[test]
fn a_module_uses_only_stages_before_it() {
    let order = |module: &str| STAGES.iter().position(|stage| *stage == module);
    let mut wrong = String::new();
    for source in sources().iter().filter(|source| source.module() != "lib") {
        let module = source.module();
        let Some(own) = order(&module) else {
            let _ = writeln!(wrong, "{}: {module} is no stage; add it to STAGES", source.at(1));
            continue;
        };
        for (line, used) in uses(source) {
            match order(&used) {
                Some(other) if own < other => {
                    let _ =
                        writeln!(wrong, "{}: {module} reaches forward to {used}", source.at(line));
                }
                _ => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn parsers_stay_with_the_languages() {
    forbid(&["nom"], |source| source.module() != "lang");
}

#[test]
fn the_library_reads_no_clock_and_touches_no_file() {
    let words =
        ["std::fs", "std::env", "std::io", "std::net", "std::process", "SystemTime", "Instant"];
    // A test of the library's own reads the source of the grammars.
    forbid(&words, |source| !source.path.ends_with("scan/blind.rs"));
    forbid(
        &["Utc::now", "Local::now", "println!", "eprintln!", "print!", "eprint!", "dbg!"],
        |_| true,
    );
}

#[test]
fn no_output_can_follow_the_order_of_a_hash() {
    // These look words up and never walk their tables.
    let lookups = ["lang/gazetteer.rs"];
    let is_lookup = |source: &Source| lookups.iter().any(|file| source.path.ends_with(file));
    forbid(&["HashMap", "HashSet"], |source| !is_lookup(source));
}

#[test]
fn every_language_is_registered_and_has_a_corpus() {
    let lang = root().join("src/lang");
    let registry = read(&lang.join("mod.rs"));
    let list = registry.split("languages! {").nth(1).and_then(|rest| rest.split('}').next());
    let registered: Vec<&str> =
        list.expect("the list of languages is there").split(',').map(str::trim).collect();
    let entries = std::fs::read_dir(&lang).expect("src/lang is there");
    let mut folders: Vec<String> = entries
        .map(|entry| entry.expect("an entry can be read").path())
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().expect("a folder has a name").to_string_lossy().into_owned())
        .collect();
    folders.sort();
    assert_eq!(folders, registered, "folders of src/lang, and languages! in src/lang/mod.rs");
    for folder in folders {
        let corpus = root().join(format!("fixtures/corpus/{folder}.txt"));
        assert!(corpus.is_file(), "{folder} has no corpus: add fixtures/corpus/{folder}.txt");
    }
}

#[test]
fn the_stages_that_are_listed_exist_in_their_order() {
    // A test that looks at nothing passes: this one knows that the others look at something.
    let modules: Vec<String> = sources().iter().map(Source::module).collect();
    for stage in ["error", "expr", "lang", "resolve", "reader"] {
        assert!(modules.iter().any(|module| module == stage), "no module {stage}");
    }
    let forward = Source {
        path: root().join("src/expr.rs"),
        text: "use crate::{\n    article::Span,\n    scan::{Mention, Tokens},\n};\nlet x = crate::claim::parse();".into(),
    };
    let used: Vec<String> = uses(&forward).into_iter().map(|(_, used)| used).collect();
    assert_eq!(used, ["article", "scan", "claim"]);
}

/// Fails with every line of code that has one of the words, in the sources that are meant.
#[track_caller]
fn forbid(words: &[&str], is_meant: impl Fn(&Source) -> bool) {
    let mut wrong = String::new();
    for source in sources().iter().filter(|source| is_meant(source)) {
        for (line, code) in source.code() {
            for word in words.iter().filter(|word| has_word(code, word)) {
                let _ = writeln!(wrong, "{}: {word} may not stand here", source.at(line));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Whether code has a word, not as a part of a longer one.
fn has_word(code: &str, word: &str) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + word.len()..].chars().next();
        !before.is_some_and(is_part) && (!after.is_some_and(is_part) || word.ends_with('!'))
    })
}

/// The modules of the crate that a source names, with the line.
fn uses(source: &Source) -> Vec<(usize, String)> {
    let mut used = Vec::new();
    // The depth inside `use crate::{ … }`, where each name at depth 1 is a module.
    let mut group: Option<u32> = None;
    for (number, code) in source.code() {
        let mut rest = code;
        while let Some(at) = rest.find("crate::").filter(|_| group.is_none()) {
            rest = &rest[at + "crate::".len()..];
            if let Some(list) = rest.strip_prefix('{') {
                (group, rest) = (Some(1), list);
            } else {
                used.push((number, name(rest)));
            }
        }
        let Some(mut depth) = group else { continue };
        let mut is_name_next = true;
        for (at, letter) in rest.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' => is_name_next = true,
                _ if letter.is_whitespace() => {}
                _ if depth == 1 && is_name_next => {
                    used.push((number, name(&rest[at..])));
                    is_name_next = false;
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        group = (0 < depth).then_some(depth);
    }
    used
}

/// The identifier that a stretch of code begins with.
fn name(code: &str) -> String {
    code.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

/// All source files of the library, in the order of their names.
fn sources() -> Vec<Source> {
    let mut sources = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("the source can be read") {
            let path = entry.expect("an entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                sources.push(Source { text: read(&path), path });
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[track_caller]
fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

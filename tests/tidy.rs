//! The architecture as tests that read the source: what may stand where.

use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The stages, in the order in which a text goes through them. A module uses only those before it.
const STAGES: &[&str] = &[
    "error",
    "amount",
    "extent",
    "limits",
    "language",
    "article",
    "expr",
    "why",
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
    "sentence",
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
        let mut inside = ["src", "cli/src"].iter();
        let inside = inside.find_map(|folder| self.path.strip_prefix(root().join(folder)).ok());
        let inside = inside.expect("it was found there");
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
    let registry = read(&root().join("src/language.rs"));
    let list = registry.split("$then! {").nth(1).and_then(|rest| rest.split('}').next());
    let registered: Vec<&str> = (list.expect("the list of languages is there").split(','))
        .filter_map(|language| language.split_whitespace().next())
        .collect();
    let entries = std::fs::read_dir(&lang).expect("src/lang is there");
    let mut folders: Vec<String> = entries
        .map(|entry| entry.expect("an entry can be read").path())
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().expect("a folder has a name").to_string_lossy().into_owned())
        .collect();
    folders.sort();
    assert_eq!(folders, registered, "folders of src/lang, and languages! in src/language.rs");
    for folder in folders {
        let corpus = root().join(format!("fixtures/corpus/{folder}.txt"));
        assert!(corpus.is_file(), "{folder} has no corpus: add fixtures/corpus/{folder}.txt");
    }
}

/// Words of a language in string literals of the stages that may not have any, by file: how many
/// literals. The list may only shrink, and a file whose number falls must say so here.
const WORDS: &[(&str, usize)] = &[];

/// Where a language is named outside its folder, by file: how many lines. It may only shrink.
const NAMED: &[(&str, usize)] = &[];

#[test]
fn after_find_nobody_reads_words_and_before_report_nobody_writes_them() {
    // Stages that see texts or make reasons.
    let stages = [
        "why",
        "syntax",
        "passage",
        "resolve",
        "event",
        "reader",
        "constraint",
        "draft",
        "gather",
        "network",
        "timeline",
        "report",
        "reconcile",
        "claim",
        "export",
    ];
    let exempt = [
        // The JSON Schema describes itself in English.
        "export/json/shape.rs",
        // The claim language has words of its own, and the texts of its errors are English.
        "claim/vocabulary.rs",
        "claim/mod.rs",
        "claim/parse.rs",
        "claim/name.rs",
        // Beginnings and endings of addresses.
        "syntax/cut.rs",
    ];
    let mut found: Vec<(String, usize)> = Vec::new();
    let mut shown = String::new();
    for source in sources().iter().filter(|source| stages.contains(&source.module().as_str())) {
        let path = source.at(0).trim_end_matches(":0").to_owned();
        if exempt.iter().any(|file| path.ends_with(file)) || is_test(&path) {
            continue;
        }
        let words: Vec<(usize, String)> = literals(tested_away(&source.text))
            .into_iter()
            .filter(|(_, literal)| is_language(literal, source.module() != "export"))
            .collect();
        for (line, literal) in &words {
            let _ = writeln!(shown, "{path}:{line}: {literal:?}");
        }
        if !words.is_empty() {
            found.push((path, words.len()));
        }
    }
    compare(&found, WORDS, &shown);
}

/// Files of the stages that see texts whose literals are names and no words: classes and kinds in one
/// table, relations and rules, tags and features of Universal Dependencies, endings of addresses.
const NAMES: &[&str] = &[
    "event/table.rs",
    "event/class.rs",
    "event/mod.rs",
    "constraint.rs",
    "syntax/cut.rs",
    "syntax/feats.rs",
    "syntax/model.rs",
    "syntax/tag.rs",
    "syntax/word.rs",
];

#[test]
fn no_single_word_is_compared_with_a_text_after_find() {
    let stages = ["passage", "syntax", "resolve", "event", "reader", "constraint", "gather"];
    let mut wrong = String::new();
    for source in sources().iter().filter(|source| stages.contains(&source.module().as_str())) {
        let path = source.at(0).trim_end_matches(":0").to_owned();
        if NAMES.iter().any(|file| path.ends_with(file)) || is_test(&path) {
            continue;
        }
        for (line, literal) in literals(tested_away(&source.text)) {
            if is_word(&literal) {
                let _ =
                    writeln!(wrong, "{path}:{line}: {literal:?} belongs to a language's folder");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    for word in ["entre", "le", "Le", "s'"] {
        assert!(is_word(word), "{word}");
    }
    for sign in ["", "e{number}", "START", "P", "T24:00", " – ", "{}/{}", "?"] {
        assert!(!is_word(sign), "{sign}");
    }
}

/// Whether a literal can be a word of a language: letters, of which some are small, and nothing that
/// formats an id or a value.
fn is_word(literal: &str) -> bool {
    let is_letter = |c: char| c.is_alphabetic() || c == '\'' || c == '’' || c == ' ';
    literal.chars().any(char::is_lowercase) && literal.chars().all(is_letter)
}

#[test]
fn no_language_is_named_outside_its_folder() {
    let mut found: Vec<(String, usize)> = Vec::new();
    let mut shown = String::new();
    let may = ["lang"];
    let all = sources().into_iter().chain(sources_in("cli/src"));
    for source in all.filter(|source| !may.contains(&source.module().as_str())) {
        let path = source.at(0).trim_end_matches(":0").to_owned();
        if is_test(&path) {
            continue;
        }
        let lines: Vec<usize> = (1..)
            .zip(tested_away(&source.text).lines())
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
            .filter(|(_, line)| line.contains("Language::En") || line.contains("Language::Fr"))
            .map(|(line, _)| line)
            .collect();
        for line in &lines {
            let _ = writeln!(shown, "{path}:{line}");
        }
        if !lines.is_empty() {
            found.push((path, lines.len()));
        }
    }
    compare(&found, NAMED, &shown);
}

#[track_caller]
fn compare(found: &[(String, usize)], allowed: &[(&str, usize)], shown: &str) {
    let found: Vec<(&str, usize)> = found.iter().map(|(path, n)| (path.as_str(), *n)).collect();
    assert_eq!(found, allowed, "these stand there now:\n{shown}");
}

fn is_test(path: &str) -> bool {
    ["/tests.rs", "/scans.rs", "/blind.rs", "/coverage.rs"].iter().any(|end| path.ends_with(end))
}

/// A source without the tests at its end.
fn tested_away(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests").next().unwrap_or(text)
}

/// The string literals of a source with their lines, those of errors and attributes left out.
fn literals(text: &str) -> Vec<(usize, String)> {
    let mut literals = Vec::new();
    // Whether the statement makes an error, whose words are English for who calls.
    let mut is_error = false;
    for (number, line) in (1..).zip(text.lines()) {
        let code = line.trim_start();
        if code.starts_with("//") || code.starts_with("#[") || code.starts_with("#![") {
            continue;
        }
        let error =
            ["Error::new", "with_help", "error(", "wrong(", "expect(", "reason =", "derive("];
        is_error |= error.iter().any(|word| code.contains(word));
        if !is_error {
            let mut rest = code;
            while let Some(at) = rest.find('"') {
                let is_char = rest[..at].ends_with('\'') && rest[at..].starts_with("\"'");
                rest = &rest[at + 1..];
                if is_char {
                    continue;
                }
                let mut end = 0;
                let mut escaped = false;
                for (at, letter) in rest.char_indices() {
                    end = at;
                    match letter {
                        '"' if !escaped => break,
                        _ => escaped = letter == '\\' && !escaped,
                    }
                    end = at + letter.len_utf8();
                }
                literals.push((number, rest[..end].to_owned()));
                rest = rest.get(end + 1..).unwrap_or("");
            }
        }
        if code.ends_with(';') || code.ends_with('}') || code.ends_with('{') {
            is_error = false;
        }
    }
    literals
}

/// Whether a literal has words of a language: two words; or one with a blank beside it, where what
/// formats call things is not meant.
fn is_language(literal: &str, alone: bool) -> bool {
    let mut told = String::new();
    let mut depth = 0;
    for letter in literal.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 => told.push(letter),
            _ => {}
        }
    }
    // Markup and addresses are no words of a language.
    if ["<", "https:", "data:", "=", "\\n", "_", "/", "#"].iter().any(|sign| told.contains(sign)) {
        return false;
    }
    let words: Vec<&str> = told
        .split(|c: char| !c.is_alphabetic() && c != '\'')
        .filter(|word| 1 < word.chars().count() && word.chars().any(char::is_lowercase))
        .collect();
    let spaced = told.trim().contains(' ');
    (1 < words.len() && spaced) || (alone && !words.is_empty() && told != told.trim())
}

/// The longest snapshot that somebody reviews.
const REVIEWED: usize = 200;

#[test]
fn every_snapshot_is_short_enough_to_be_read() {
    let mut found = 0;
    for folder in ["tests/snapshots", "cli/tests/program/snapshots", "src/report/snapshots"] {
        for entry in std::fs::read_dir(root().join(folder)).expect("snapshots are there") {
            let path = entry.expect("an entry can be read").path();
            let lines = read(&path).lines().count();
            assert!(lines < REVIEWED, "{}: {lines} lines", path.display());
            found += 1;
        }
    }
    assert!(20 < found, "{found} snapshots");
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
    sources_in("src")
}

/// All source files under a folder, in the order of their names.
fn sources_in(folder: &str) -> Vec<Source> {
    let mut sources = Vec::new();
    let mut folders = vec![root().join(folder)];
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

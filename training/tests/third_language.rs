//! A third language is a folder and a line: the sources are copied, the folder `xx` is put beside `en`
//! and `fr`, its code into the list, its model trained from twenty sentences; and it tells a timeline.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a reader of the toy language is given, and a program that tells it.
const TOLD: &str = r#"
//! Tells a timeline in the toy language.

use frise::{Article, Exhibit, Frise, Language, Limits, Text, Timeline};

fn main() -> Result<(), frise::Error> {
    let language: Language = "xx".parse()?;
    let text = "Ze dama krako 7 tri 2024. Ze majora demisso noz. Ze alarma vido ze fluta 8 kvin 2023.";
    let article = Article::new("a", text, language).published("2024-05-20".parse()?);
    let frise = Frise::new();
    let account = frise.read(&article);
    for (mention, resolution) in account.mentions.iter().zip(&account.resolutions) {
        println!("{} {}", mention.rule, resolution.parts[0].timex.value);
    }
    let draft = frise.gather(&[(&article, &account)]).draft;
    let timeline = Timeline::check(draft, &Limits::default())?;
    let articles = [article];
    print!("{}", Exhibit::new(&articles, &timeline).language(language).text(Text::new()));
    Ok(())
}
"#;

const EXPECTED: &str = "\
xx/date 2024-03-07
xx/deictic 2024-05-19
xx/date 2023-05-08
0 konfliktas, 3 eventas

2023-05-08  Ze alarma vido ze fluta  [e3]
            a:1  Ze alarma vido ze fluta 8 kvin 2023
2024-03-07  Ze dama krako  [e1]
            a:1  Ze dama krako 7 tri 2024
2024-05-19  Ze majora demisso  [e2]
            a:1  Ze majora demisso noz
";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Writes a file if it has other bytes: what does not change is not compiled again.
fn write(path: &Path, bytes: &[u8]) {
    if fs::read(path).ok().as_deref() != Some(bytes) {
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder");
        fs::write(path, bytes).expect("the file can be written");
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let (path, to) = {
            let path = entry.expect("an entry can be read").path();
            let to = to.join(path.file_name().expect("a name"));
            (path, to)
        };
        if path.is_dir() {
            copy(&path, &to);
        } else {
            write(&to, &fs::read(&path).expect("the file can be read"));
        }
    }
}

/// Runs a program of the copy and gives what it prints.
fn run(copy: &Path, of_cargo: &[&str], of_program: &[&str]) -> String {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let out = Command::new(cargo)
        .args(["run", "--offline", "--quiet"])
        .args(of_cargo)
        .arg("--")
        .args(of_program)
        .current_dir(copy)
        .env("CARGO_TARGET_DIR", copy.join("target"))
        .output()
        .expect("cargo runs");
    let wrong = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success(), "{of_cargo:?} {of_program:?}: {wrong}");
    String::from_utf8_lossy(&out.stdout).into_owned()
}

#[test]
fn a_third_language_is_a_folder_and_a_line() {
    let at = Path::new(env!("CARGO_TARGET_TMPDIR")).join("third");
    for part in ["src", "cli", "benches", "tests", "examples", "docs"] {
        copy(&root().join(part), &at.join(part));
    }
    copy(&root().join("training/src"), &at.join("training/src"));
    for file in ["Cargo.toml", "Cargo.lock", "README.md", "training/Cargo.toml"] {
        write(&at.join(file), &fs::read(root().join(file)).expect("the file is there"));
    }
    // The folder, and the line.
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    copy(&own.join("xx"), &at.join("src/lang/xx"));
    let list = fs::read_to_string(root().join("src/language.rs")).expect("the list of languages");
    assert!(list.contains("{ en En, fr Fr }"), "{list}");
    let list = list.replace("{ en En, fr Fr }", "{ en En, fr Fr, xx Xx }");
    write(&at.join("src/language.rs"), list.as_bytes());
    write(&at.join("examples/told.rs"), TOLD.as_bytes());

    // Without a model its times are read, and the program that trains is built.
    let model = at.join("src/lang/xx/model.bin");
    write(&model, b"");
    let sentences = own.join("treebank");
    let sentences = sentences.to_str().expect("a path in letters");
    let trained = at.join("model.bin");
    let output = trained.to_str().expect("a path in letters");
    let train = ["train", "--lang", "xx", "--all", "--treebanks", sentences, "-o", output];
    let said = run(&at, &["-p", "frise-training"], &train);
    assert!(said.contains("20 to learn from"), "{said}");
    write(&model, &fs::read(&trained).expect("it was trained"));

    let library = ["-p", "frise", "--no-default-features", "--features", "text"];
    let told = run(&at, &[&library[..], &["--example", "told"]].concat(), &[]);
    assert_eq!(told, EXPECTED);
}

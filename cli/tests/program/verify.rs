//! `frise verify`: a text's sentences against sources.

use crate::support::Folder;

const SOURCE: &str = "The ferry sank on 12 June 2022. The captain was arrested on 15 June 2022. \
                      The mayor resigned on 16 June 2022.\n";

const RIGHT: &str =
    "The ferry was old. The captain was arrested three days after the ferry sank.\n";

const WRONG: &str =
    "The captain was arrested before the ferry sank. The mayor resigned on 16 June 2022.\n";

fn folder(name: &str) -> Folder {
    Folder::new(name).with("source.txt", SOURCE).with("right.txt", RIGHT).with("wrong.txt", WRONG)
}

#[test]
fn a_text_that_is_contradicted_ends_with_status_1() {
    let folder = folder("verify_status");
    let verify = |text: &str| {
        folder.run(&["verify", text, "--against", "source.txt", "--lang", "en", "--quiet"])
    };
    let right = verify("right.txt");
    assert_eq!((right.status, right.err.as_str()), (0, ""), "{}", right.out);
    assert!(right.out.contains("✓ supported: The captain was arrested three days after"));
    let wrong = verify("wrong.txt");
    assert_eq!((wrong.status, wrong.err.as_str()), (1, ""), "{}", wrong.out);
    assert!(wrong.out.contains("✗ contradicted: The captain was arrested before the ferry sank."));
}

#[test]
fn the_json_says_where_each_sentence_stands() {
    let folder = folder("verify_json");
    let args =
        ["verify", "wrong.txt", "--against", "source.txt", "--lang", "en", "--format", "json"];
    let ran = folder.run(&args);
    assert_eq!(ran.status, 1);
    let json: serde_json::Value = serde_json::from_str(&ran.out).expect("it is JSON");
    assert_eq!((&json["schema"], &json["id"]), (&1.into(), &"wrong".into()));
    let answers: Vec<_> = json["statements"]
        .as_array()
        .expect("there are statements")
        .iter()
        .map(|one| (one["start"].as_u64(), one["answer"].as_str()))
        .collect();
    assert_eq!(answers, [(Some(0), Some("contradicted")), (Some(48), Some("supported"))]);
}

//! `frise syntax`: a table, and CoNLL-U that keeps its columns.

use crate::support::Folder;

const TEXT: &str = "Le barrage a cédé le 7 mars 2024. On n'a rien vu.\n";

#[test]
fn the_table_marks_mentions_and_names_heads() {
    let folder = Folder::new("syntax").with("dam.txt", TEXT);
    let out = folder.run(&["syntax", "--lang", "fr", "dam.txt"]).out;
    assert!(out.starts_with("dam-1  Le barrage a cédé le 7 mars 2024.\n"), "{out}");
    let line = out.lines().find(|line| line.contains("[le 7 mars 2024]"));
    let line = line.unwrap_or_else(|| panic!("no mention in {out}"));
    assert!(line.ends_with("4 cédé"), "{line}");
    assert!(out.contains("\ndam-2  On n'a rien vu.\n"), "{out}");
}

#[test]
fn conllu_has_ten_columns_and_one_root_a_sentence() {
    let folder = Folder::new("conllu").with("dam.txt", TEXT);
    let out = folder.run(&["syntax", "--format", "conllu", "--lang", "fr", "dam.txt"]).out;
    let blocks: Vec<&str> = out.split("\n\n").filter(|block| !block.is_empty()).collect();
    assert_eq!(blocks.len(), 2);
    for (n, block) in blocks.iter().enumerate() {
        assert!(block.contains(&format!("# sent_id = dam-{}\n", n + 1)), "{block}");
        let rows: Vec<Vec<&str>> = (block.lines().filter(|line| !line.starts_with('#')))
            .map(|line| line.split('\t').collect())
            .collect();
        assert!(rows.iter().all(|row| row.len() == 10), "{block}");
        assert_eq!(
            rows.iter().filter(|row| row[6] == "0" && row[7] == "root").count(),
            1,
            "{block}"
        );
    }
    let mention = blocks[0].lines().find(|line| line.contains("\tle 7 mars 2024\t"));
    assert!(mention.is_some_and(|line| line.contains("Mention=0")), "{}", blocks[0]);
}

#[test]
fn another_format_is_refused_with_those_there_are() {
    let folder = Folder::new("syntax-format").with("dam.txt", TEXT);
    let run = folder.run(&["syntax", "--format", "json", "dam.txt"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("the formats are table and conllu"), "{}", run.err);
}

//! `frise check --timeml`.

use crate::support::*;

#[test]
fn only_inconsistent_documents_are_named() {
    let files = ["fixtures/timeml/ferry.tml", "fixtures/timeml/harbour.tml"];
    let ran = run(&["check", "--timeml", files[0], files[1]]);
    assert_eq!((ran.status, ran.err.as_str()), (1, ""));
    insta::assert_snapshot!(ran.out);
    let ran = run(&["check", "--timeml", files[1]]);
    assert_eq!((ran.status, ran.out.as_str()), (0, "no conflict\n"));
}

#[test]
fn the_json_has_links_with_their_sentences() {
    let ran = run(&["check", "--timeml", "--format", "json", "fixtures/timeml/ferry.tml"]);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let link = &json["documents"][0]["conflicts"][0]["links"][2];
    assert_eq!(
        *link,
        serde_json::json!({
            "lid": "l3", "from": "ei4", "rel": "DURING", "to": "ei1",
            "text": "The ferry left Ardmore at noon. … The storm came after the landing.",
        })
    );
    assert_eq!(json["schema"], 1);
}

#[test]
fn broken_xml_and_entity_bombs_are_errors_that_say_where() {
    let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE t [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>\n<TimeML>&b;</TimeML>\n";
    let folder = Folder::new("timeml_errors")
        .with("broken.tml", "<TimeML>\n<TEXT>no end</TimeML>\n")
        .with("cut.tml", "<TimeML>\n<TEXT>no end")
        .with("bomb.tml", bomb)
        .with("half.tml", "<TimeML><TLINK lid=\"l9\" relType=\"BEFORE\" timeID=\"t1\"/></TimeML>")
        .with("odd.tml", "<TimeML><TLINK lid=\"l9\" relType=\"NEAR\" timeID=\"t1\" relatedToTime=\"t2\"/></TimeML>")
        .with("page.tml", "<html></html>");
    let mut said = String::new();
    for file in ["broken.tml", "cut.tml", "bomb.tml", "half.tml", "odd.tml", "page.tml"] {
        let ran = folder.run(&["check", "--timeml", file]);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{file}");
        said.push_str(&ran.err);
        said.push('\n');
    }
    insta::assert_snapshot!(said);
}

//! Documents as they come: what is read of them, and what the program makes of it.

use serde_json::Value;

use crate::support::{Folder, repository, run};

/// Kilobytes of address space that the program needs for a document that is too much.
const MEMORY: u64 = 1_000_000;

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(repository().join("fixtures/documents").join(name)).expect("the fixture is there")
}

/// The events of a timeline in JSON, without their pages.
fn events(folder: &Folder, file: &str) -> Vec<Value> {
    let ran = folder.run(&["timeline", "--format", "json", "--published", "2024-03-24", file]);
    let mut json: Value = serde_json::from_str(&ran.out).expect("the output is JSON");
    let events = json[0]["events"].take();
    let mut events = events.as_array().cloned().expect("there are events");
    forget_pages(&mut events);
    events
}

/// A plain text has no pages.
fn forget_pages(values: &mut [Value]) {
    for value in values {
        match value {
            Value::Array(inner) => forget_pages(inner),
            Value::Object(fields) => {
                fields.remove("page");
                fields.values_mut().for_each(|field| forget_pages(std::slice::from_mut(field)));
            }
            _ => {}
        }
    }
}

#[test]
fn a_page_and_its_plain_text_give_the_same_events() {
    for name in ["depeche.html", "depeche.docx", "depeche.pdf"] {
        let folder = Folder::new(&format!("plain_{name}")).with(name, fixture(name));
        let text = folder.run(&["text", name]).out;
        let folder = folder.with("plain/depeche.txt", &text);
        let found = events(&folder, name);
        assert_eq!(found, events(&folder, "plain/depeche.txt"), "{name}");
        assert!(8 < found.len(), "{name}: {}", found.len());
    }
}

#[test]
fn a_page_is_read_without_what_stands_around_its_text() {
    let page = run(&["text", "fixtures/documents/depeche.html"]);
    let article = std::fs::read_to_string(repository().join("fixtures/articles/depeche.txt"));
    assert_eq!(page.out.trim_end(), article.expect("the fixture is there").trim_end());
    assert_eq!((page.status, page.err.as_str()), (0, ""));
}

#[test]
fn a_document_says_what_it_is() {
    let json = run(&["text", "--format", "json", "fixtures/documents/depeche.html"]).json();
    assert_eq!(json[0]["kind"], "html");
    assert_eq!(json[0]["author"], "Claire Aubin");
    assert_eq!(json[0]["lang"], "fr");
    let published = &json[0]["published"];
    assert_eq!(published["value"], "2024-03-24T18:30+01:00");
    assert_eq!(published["field"], "article:published_time");
    let text = json[0]["text"].as_str().expect("there is a text");
    let parts = json[0]["parts"].as_array().expect("there are parts");
    assert_eq!(parts[0]["from"], "title");
    let title: String = text.chars().take(parts[0]["end"].as_u64().unwrap_or(0) as usize).collect();
    assert_eq!(title, "Moscou : ce que l'on sait de la fusillade");
    let parts = run(&["text", "--format", "parts", "fixtures/documents/depeche.pdf"]).out;
    assert!(parts.contains("\n[body, page 2]\n"), "{parts}");
}

#[test]
fn the_date_of_the_metadata_counts_and_is_told() {
    let page = |date: &str, text: &str| {
        format!(
            "<!DOCTYPE html><html lang=en><meta property='article:published_time' content='{date}'><title>t</title><body>{text}</body></html>"
        )
    };
    let prose = "<p>The dam broke yesterday. The prefect resigned on Monday, and the village was closed.</p>";
    let folder = Folder::new("metadata")
        .with("a.html", page("2024-04-05T10:00:00+02:00", prose))
        .with("b.html", page("2024-04-05", &format!("<p>Published 3 April 2024</p>{prose}")));
    let json = folder.run(&["timeline", "--format", "json", "a.html"]).json();
    assert_eq!(json[0]["published"]["from"], "metadata");
    assert_eq!(json[0]["published"]["value"], "2024-04-05T10:00+02:00");
    let broke = json[0]["events"]
        .as_array()
        .and_then(|events| events.iter().find(|event| event["label"] == "The dam broke"));
    assert_eq!(broke.map(|event| &event["from"]), Some(&Value::from("2024-04-04T00:00")));
    let given = folder.run(&["timeline", "--published", "2024-04-07", "a.html"]);
    assert_eq!(
        given.err.trim_end(),
        "warning: a: published on 7 April 2024 as given, on 5 April 2024 by the document's metadata \
         (article:published_time): the date given is taken"
    );
    assert!(given.out.contains("2024-04-06  The dam broke"), "{}", given.out);
    let own = folder.run(&["timeline", "b.html"]);
    assert_eq!(
        own.err.trim_end(),
        "warning: b: published on 5 April 2024 by the document's metadata (article:published_time), on 3 April \
         2024 by its text"
    );
}

#[test]
fn statements_of_a_pdf_say_their_page() {
    let ran = run(&["timeline", "--format", "json", "fixtures/documents/depeche.pdf"]);
    let json: Value = serde_json::from_str(&ran.out).expect("the output is JSON");
    let pages: Vec<u64> = json[0]["events"]
        .as_array()
        .expect("there are events")
        .iter()
        .filter_map(|event| event["statements"][0]["page"].as_u64())
        .collect();
    assert!(8 < pages.len() && pages.contains(&1), "{pages:?}");
    let text = run(&["timeline", "fixtures/documents/depeche.pdf"]).out;
    assert!(text.contains("depeche:9 (p. 1)"), "{text}");
}

#[test]
fn what_a_mail_quotes_has_its_own_date() {
    let json = run(&["timeline", "--format", "json", "fixtures/documents/lettre.eml"]).json();
    let events = json[0]["events"].as_array().expect("there are events");
    let day = |words: &str| {
        let event = events.iter().find(|event| {
            event["statements"][0]["text"].as_str().is_some_and(|text| text.contains(words))
        });
        event.and_then(|event| event["from"].as_str()).unwrap_or("none").to_owned()
    };
    assert_eq!(json[0]["published"]["value"], "2024-04-07T09:30+02:00");
    assert_eq!(day("Le préfet a démissionné hier"), "2024-04-06T00:00");
    assert_eq!(day("Le barrage a cédé hier"), "2024-04-01T00:00");
    assert_eq!(day("Les secours ont évacué"), "2024-04-01T00:00");
}

#[test]
fn every_command_reads_documents() {
    let folder = Folder::new("commands")
        .with("depeche.html", fixture("depeche.html"))
        .with("depeche.pdf", fixture("depeche.pdf"))
        .with("c.toml", "[[article]]\nid = \"a\"\npath = \"depeche.html\"\n\n[[event]]\nid = \"deuil\"\nquote = \"Le deuil national est observé ce dimanche\"\n\n[[claim]]\ntext = \"deuil same-day-as 2024-03-24\"\n");
    let claim = "\"les secours\" before 2025";
    for arguments in [
        vec!["tag", "depeche.html"],
        vec!["check", "depeche.pdf"],
        vec!["ask", "depeche.html", claim],
        vec!["syntax", "depeche.pdf"],
        vec!["case", "--init", "depeche.html"],
    ] {
        let ran = folder.run(&arguments);
        assert!(ran.status < 2 || ran.err.contains("les secours"), "{arguments:?}: {}", ran.err);
        assert!(!ran.out.contains("</p>"), "{arguments:?}");
    }
    let case = folder.run(&["case", "--format", "json", "c.toml"]);
    assert!(case.out.contains("2024-03-24"), "{}\n{}", case.out, case.err);
}

#[test]
fn other_encodings_are_read() {
    let utf16: Vec<u8> = "\u{feff}Le préfet a démissionné le 7 mars 2024."
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let folder = Folder::new("encodings")
        .with("utf16.txt", utf16)
        .with("latin.txt", b"Le pr\xe9fet a d\xe9missionn\xe9 le 7 mars 2024.")
        .with("cr.txt", "Titre\rLe préfet a démissionné le 7 mars 2024.\r");
    for name in ["utf16.txt", "latin.txt", "cr.txt"] {
        let json = folder.run(&["timeline", "--lang", "fr", "--format", "json", name]).json();
        assert_eq!(json[0]["events"][0]["from"], "2024-03-07T00:00", "{name}");
        assert_eq!(
            json[0]["events"][0]["statements"][0]["text"], "Le préfet a démissionné le 7 mars 2024",
            "{name}"
        );
    }
}

#[test]
fn a_text_in_neither_language_is_said_so() {
    let german = "Die Stadt wurde am 7. März 2024 von einem schweren Erdbeben getroffen, und viele Menschen wurden \
        dabei verletzt. Die Feuerwehr suchte noch am Abend nach Überlebenden unter den Trümmern der Häuser.";
    let ran = Folder::new("german").with("a.txt", german).run(&["timeline", "a.txt"]);
    assert_eq!(ran.status, 0);
    assert_eq!(
        ran.err.lines().take(2).collect::<Vec<_>>().join("\n"),
        "warning: a.txt seems to be in German; only French and English are read\n\
         help: if it is one of them, say so with --lang fr or --lang en"
    );
    let ran = Folder::new("german_said")
        .with("a.txt", german)
        .run(&["timeline", "--lang", "en", "a.txt"]);
    assert!(!ran.err.contains("German"), "{}", ran.err);
}

#[test]
fn what_is_not_read_is_refused_with_the_way_out() {
    let folder = Folder::new("refused")
        .with("a.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
        .with("a.rtf", b"{\\rtf1 Le 7 mars 2024}")
        // Its name says otherwise.
        .with("a.txt", b"\x1f\x8b\x08\0\0\0\0\0");
    folder.run(&["timeline", "a.png"]).fails_with(
        "error: a.png is a picture (PNG), which is not read\n\
         help: read its text with a program for that: tesseract IMAGE OUT -l fra",
    );
    folder.run(&["timeline", "a.rtf"]).fails_with(
        "error: a.rtf is RTF, which is not read\n\
         help: convert it: soffice --headless --convert-to docx FILE.rtf",
    );
    folder.run(&["text", "a.txt"]).fails_with(
        "error: a.txt is an archive (gzip), which is not read\n\
         help: unpack it and name the files in it",
    );
}

#[test]
fn what_is_too_much_is_refused_in_bounded_memory() {
    let refused = |name: &str, bytes: Vec<u8>, what: &str| {
        let folder = Folder::new(&format!("much_{name}")).with(name, bytes);
        let ran = folder.run_within(MEMORY, &["timeline", name], "");
        assert!(ran.err.starts_with(&format!("error: {name} {what}")), "{}", ran.err);
        assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    };
    refused("a.txt", vec![b'a'; 100 << 20], "is too large: at most 64 MB are read");
    let deep = format!("<html>{}", "<div>".repeat(100_000));
    refused("a.html", deep.into_bytes(), "is nested too deep");
    let many = format!("<html>{}", "<b>x</b>".repeat(50_000));
    let folder = Folder::new("much_b").with("b.html", many);
    assert_eq!(folder.run_within(MEMORY, &["text", "b.html"], "").status, 0);
    // Blocks of DEFLATE that say one byte a thousand times over: a PDF of less than a megabyte, and a
    // hundred megabytes once unpacked.
    let mut pdf = b"%PDF-1.4\n1 0 obj\n<</Filter/FlateDecode>>\nstream\n".to_vec();
    pdf.extend(zeros(100 << 20));
    pdf.extend(b"\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n");
    assert!(pdf.len() < 1_000_000);
    refused("a.pdf", pdf, "unpacks to more than is read: at most 64 MB");
    let piped = Folder::new("much_piped").run_within(MEMORY, &["timeline"], vec![b'a'; 80 << 20]);
    assert!(piped.err.starts_with("error: standard input is too large"), "{}", piped.err);
}

/// So many zeros, or a few more, packed: one literal and then copies of 258 bytes, by fixed codes.
fn zeros(count: usize) -> Vec<u8> {
    let mut bits: Vec<bool> = Vec::new();
    let mut code =
        |value: u32, width: u32| bits.extend((0..width).rev().map(|bit| value >> bit & 1 == 1));
    // The last block, of fixed codes: the numbers of the header go lowest bit first.
    [true, true, false].into_iter().for_each(|bit| code(u32::from(bit), 1));
    code(0b0011_0000, 8);
    for _ in 0..=count / 258 {
        code(0b1100_0101, 8);
        code(0, 5);
    }
    code(0, 7);
    let mut out = vec![0x78, 0x9c];
    out.extend(bits.chunks(8).map(|byte| {
        byte.iter().enumerate().fold(0_u8, |all, (place, bit)| all | u8::from(*bit) << place)
    }));
    out
}

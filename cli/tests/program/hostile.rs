//! What nobody writes by accident: nested without end, huge, broken on purpose. Each is answered, or is
//! an error that says where, in bounded memory.

use std::fmt::Write;

use crate::support::{Folder, Ran};

/// Kilobytes of address space that every run below gets along with; the text of a file is a part of it.
const MEMORY: u64 = 1_000_000;

const ARTICLE: &str =
    "[[article]]\nid = \"a\"\nlang = \"en\"\ntext = \"The bridge fell on 7 March 1998.\"\n";
const EVENT: &str = "[[event]]\nid = \"fall\"\nquote = \"The bridge fell\"\n";

fn case(test: &str, case: impl AsRef<[u8]>) -> Ran {
    Folder::new(test).with("c.toml", case).run_within(MEMORY, &["case", "c.toml"], "")
}

fn check(test: &str, xml: impl AsRef<[u8]>) -> Ran {
    Folder::new(test).with("d.tml", xml).run_within(MEMORY, &["check", "--timeml", "d.tml"], "")
}

fn batch(test: &str, lines: impl AsRef<[u8]>) -> Ran {
    Folder::new(test).run_within(MEMORY, &["tag", "--jsonl"], lines)
}

/// Fails unless the run ended as an error whose message begins so, with nothing on standard output.
#[track_caller]
fn refused(ran: &Ran, message: &str) {
    let place = ran.err.lines().take(2).collect::<Vec<_>>().join("\n");
    assert!(place.starts_with(message), "{}", place.chars().take(300).collect::<String>());
    assert_eq!((ran.status, ran.out.as_str()), (2, ""));
    assert!(ran.err.len() < 5000, "a message of {} bytes", ran.err.len());
}

#[test]
fn toml_nested_without_end() {
    let deep = "error: tables or lists are nested too deep";
    let lists = format!("x = {}{}\n{ARTICLE}", "[".repeat(100_000), "]".repeat(100_000));
    refused(&case("deep_lists", lists), &format!("{deep}\n --> c.toml:1:85"));
    let tables = format!("x = {}1{}\n{ARTICLE}", "{a=".repeat(100_000), "}".repeat(100_000));
    refused(&case("deep_tables", tables), &format!("{deep}\n --> c.toml:1:245"));
    let path = vec!["a"; 10_000].join(".");
    for toml in [format!("{path} = 1\n"), format!("[{path}]\n"), format!("[[{path}]]\n")] {
        refused(&case("deep_keys", toml), deep);
    }
}

#[test]
fn toml_without_measure() {
    let list =
        format!("{ARTICLE}[[event]]\nid = \"e\"\nquote = [{}]\n", "\"x\",".repeat(1_000_000));
    let message =
        "error: the quote \"x\" of event \"e\" is not found in any article\n --> c.toml:7:11";
    refused(&case("a_long_list", list), message);
    let numbers = format!("{ARTICLE}numbers = [{}]\n", "1,".repeat(1_000_000));
    refused(&case("a_list_of_numbers", numbers), "error: unknown key \"numbers\"\n --> c.toml:5:1");
    let key = format!("{} = 1\n{ARTICLE}", "k".repeat(1_000_000));
    refused(&case("a_long_key", key), "error: unknown key \"kkkkkkkk");
    let weight = format!("{ARTICLE}weight = {}\n", "9".repeat(100_000));
    let message = "error: not a case file: integer number overflowed\n --> c.toml:5:10";
    refused(&case("a_long_number", weight), message);
    let events = format!("{ARTICLE}{}", EVENT.repeat(20_000));
    refused(&case("many_events", events), "error: two events are called \"fall\"\n --> c.toml:9:7");
}

#[test]
fn claims_nested_without_end() {
    let deep = "error: the claim is nested more than 64 deep\n --> c.toml:9:";
    let (open, close) = ("(".repeat(10_000), ")".repeat(10_000));
    for claim in [
        format!("{open}fall before 1999{close}"),
        format!("{open}fall before 1999"),
        format!("{}fall before 1999", "not ".repeat(100_000)),
        format!("{}fall{} before 1999", "start(".repeat(10_000), ")".repeat(10_000)),
    ] {
        let claim = format!("{ARTICLE}{EVENT}[[claim]]\ntext = \"{claim}\"\n");
        refused(&case("deep_claim", claim), deep);
    }
}

#[test]
fn claims_without_measure() {
    for (count, said) in [(100, "✓ supported"), (20_000, "The search stopped at a limit")] {
        let claim = vec!["fall before 1999"; count].join(" and ");
        let ran = case("long_claim", format!("{ARTICLE}{EVENT}[[claim]]\ntext = \"{claim}\"\n"));
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        assert!(ran.out.contains(said), "{count}");
    }
    for (claim, message) in [
        (
            "gap(fall, 1999) > 9223372036854775808 days",
            "error: 9223372036854775808 is too large for an amount\n --> c.toml:9:27",
        ),
        (
            "fall before 99999999999999999999-01-01",
            "error: \"99999999999999999999-01-01\" is not a date that exists\n --> c.toml:9:21",
        ),
        (
            "fall before Y-999999999",
            "error: \"Y-999999999\" is beyond the calendar\n --> c.toml:9:21",
        ),
    ] {
        let claim = format!("{ARTICLE}{EVENT}[[claim]]\ntext = \"{claim}\"\n");
        refused(&case("large_claim", claim), message);
    }
    // The ends of the calendar are dates like others.
    let claim = "fall after Y-262142 and fall before Y262141";
    let ran = case("great", format!("{ARTICLE}{EVENT}[[claim]]\ntext = \"{claim}\"\n"));
    assert!(ran.out.contains("✓ supported"), "{}{}", ran.out, ran.err);
}

#[test]
fn events_of_a_case_that_hang_on_each_other_in_a_circle() {
    let toml = "[[article]]\nid = \"a\"\nlang = \"en\"\ntext = \"The day before the attack, the town issued \
        a warning. The attack came the day before the warning.\"\n\
        [[event]]\nid = \"attack\"\nquote = \"The attack came the day before the warning\"\n\
        [[event]]\nid = \"warning\"\nquote = \"The day before the attack, the town issued a warning\"\n\
        [[link]]\ntext = \"the attack\"\nto = \"attack\"\n[[link]]\ntext = \"the warning\"\nto = \"warning\"\n\
        [[claim]]\ntext = \"attack before warning\"\nexpect = \"disputed\"\n";
    let ran = case("circle", toml);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(
        ran.out.contains("conflict: they lead round in a circle and miss by 2 days"),
        "{}",
        ran.out
    );
}

#[test]
fn entities_are_not_expanded_and_not_fetched() {
    let entity = |n: u32| match n {
        0 => "<!ENTITY l0 \"lol\">".to_owned(),
        n => format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10)),
    };
    let laughs: String = (0..10).map(entity).collect();
    let own = "error: d.tml: the document defines entities of its own, which are not read at byte 0, line 1";
    for declared in [
        laughs.as_str(),
        "<!ENTITY l9 SYSTEM \"file:///etc/passwd\">",
        "<!ENTITY % l9 SYSTEM \"http://127.0.0.1/l9\"> %l9;",
    ] {
        let xml = format!("<!DOCTYPE t [{declared}]>\n<TimeML><TEXT>&l9;</TEXT></TimeML>");
        refused(&check("laughs", xml), own);
    }
    // A file that only names its grammar is read, and the grammar is not.
    let named = "<!DOCTYPE TimeML SYSTEM \"/etc/passwd\">\n<TimeML><TEXT>a</TEXT></TimeML>";
    assert_eq!(check("named_dtd", named).out, "no conflict\n");
    let unknown = "<TimeML>\n<TEXT><EVENT eid=\"&l9;\">a</EVENT></TEXT></TimeML>";
    refused(
        &check("unknown_entity", unknown),
        "error: d.tml: the entity &l9; is not one of XML's own at byte 27, line 2\n --> d.tml:2:19",
    );
    for number in ["&#0;", "&#xD800;", "&#99999999999;"] {
        let xml = format!("<TimeML><TEXT>{number}</TEXT></TimeML>");
        let message = format!("error: d.tml: {number} is no character at byte 14, line 1");
        refused(&check("no_character", xml), &message);
    }
}

#[test]
fn xml_nested_without_end() {
    let (open, close) = ("<EVENT eid=\"e1\">".repeat(10_000), "</EVENT>".repeat(10_000));
    let whole = format!("<TimeML><TEXT>{open}fell{close}</TEXT></TimeML>");
    assert_eq!(check("deep_xml", whole).out, "no conflict\n");
    let cut = format!("<TimeML><TEXT>{open}fell</TEXT></TimeML>");
    refused(&check("cut_xml", cut), "error: d.tml: the XML is broken at byte 160018, line 1: ");
    let twice = "<TimeML>\n<EVENT eid=\"e1\" eid=\"e2\"/></TimeML>";
    refused(
        &check("twice", twice),
        "error: d.tml: the XML is broken at byte 25, line 2: an attribute is there twice\n --> d.tml:2:17",
    );
}

#[test]
fn a_circle_of_two_thousand_links_is_one_conflict() {
    let mut xml = "<TimeML><TEXT>a</TEXT>".to_owned();
    for n in 0..2000 {
        let next = (n + 1) % 2000;
        let _ = write!(
            xml,
            "<TLINK lid=\"l{n}\" relType=\"BEFORE\" timeID=\"t{n}\" relatedToTime=\"t{next}\"/>"
        );
    }
    let ran = check("circle_of_links", format!("{xml}</TimeML>"));
    assert_eq!((ran.status, ran.err.as_str()), (1, ""));
    assert!(
        ran.out.starts_with("d.tml\n  these 2000 links cannot all hold:\n"),
        "{:.200}",
        ran.out
    );
}

const LAST: &str = "{\"id\": \"last\", \"lang\": \"fr\", \"text\": \"le 7 mars 2024\"}\n";

/// Fails unless the first line is bad with this id and message, and the last is answered.
#[track_caller]
fn bad_line(ran: &Ran, id: serde_json::Value, error: &str) {
    assert_eq!(ran.status, 2);
    let lines = ran.json_lines();
    assert_eq!((&lines[0]["id"], lines[0]["error"].as_str()), (&id, Some(error)));
    assert_eq!(lines.last().expect("a line")["timexes"][0]["value"], "2024-03-07");
}

#[test]
fn json_nested_without_end() {
    let (open, close) = ("[".repeat(100_000), "]".repeat(100_000));
    let at = |field: &str, value: &str| {
        batch("deep_json", format!("{{\"text\": \"hier\", \"{field}\": {value}}}\n{LAST}"))
    };
    let ran = at("more", &format!("{open}{close}"));
    assert_eq!((ran.status, ran.err.as_str(), ran.json_lines().len()), (0, "", 2));
    // What is no id does not come back: a reader of the output would have to be as patient.
    let ran = at("id", &format!("{open}{close}"));
    bad_line(&ran, serde_json::Value::Null, "\"id\" must be a string, a number or null");
    let ran = at("dct", &"{\"a\":".repeat(100_000));
    let cut = "not JSON: expected value at column 500025";
    bad_line(&ran, serde_json::Value::Null, cut);
}

#[test]
fn a_line_of_a_hundred_megabytes() {
    let long = "a".repeat(100_000_000);
    let line = format!(
        "{{\"id\": 1, \"lang\": \"fr\", \"text\": \"hier\", \"more\": \"{long}\"}}\n{LAST}"
    );
    let ran = batch("long_line", line);
    assert_eq!((ran.status, ran.err.as_str(), ran.json_lines().len()), (0, "", 2));
    let ran = batch("long_cut_line", format!("{{\"id\": 1, \"text\": \"{long}\n{LAST}"));
    let cut = "not JSON: EOF while parsing a string at column 100000019";
    bad_line(&ran, serde_json::Value::Null, cut);
}

#[test]
fn json_escapes_that_are_no_characters() {
    let text = r#"{"id": "é", "text": "\ud800 hier"}"#;
    let ran = batch("lone_surrogate", format!("{text}\n{LAST}"));
    bad_line(&ran, "é".into(), "\"text\": unexpected end of hex escape at column 28");
    let ran = batch("lone_id", format!("{{\"id\": \"\\udc00\", \"text\": \"\"}}\n{LAST}"));
    let lone = "\"id\": lone leading surrogate in hex escape at column 14";
    bad_line(&ran, serde_json::Value::Null, lone);
    let pair = r#"{"lang": "fr", "text": "\ud83d\ude00 le 7 mars 2024"}"#;
    let value = &batch("pair", pair).json_lines()[0];
    assert_eq!(
        (&value["timexes"][0]["start"], &value["timexes"][0]["end"]),
        (&2.into(), &16.into())
    );
}

/// Found by the fuzzer: the message went on on the next line, and was as long as the field.
#[test]
fn what_a_message_cites_stays_on_its_line() {
    let ran = batch(
        "cited",
        format!("{{\"id\": 1, \"dct\": \"5\\n\\u001b[31m\", \"text\": \"\"}}\n{LAST}"),
    );
    let no_date = "is not a date that exists; write it as 2024-04-05, 2024-04-05T21:15 or 2024-04-05T21:15+02:00";
    bad_line(&ran, 1.into(), &format!("\"dct\": \"5 \u{fffd}[31m\" {no_date}"));
    assert_eq!(ran.err.lines().count(), 2, "{}", ran.err);
    let long = "5".repeat(1_000_000);
    let ran = batch("cited_long", format!("{{\"dct\": \"{long}\", \"text\": \"\"}}\n{LAST}"));
    assert!(
        ran.err.len() < 5000
            && ran.json_lines()[0]["error"].as_str().is_some_and(|said| said.len() < 5000)
    );
}

#[test]
fn nul_bytes_marks_of_order_and_line_ends() {
    let nul = batch("nul", format!("{{\"id\": 1, \"text\": \"a\0\"}}\n{LAST}"));
    let control =
        "not JSON: control character (\\u0000-\\u001F) found while parsing a string at column 20";
    bad_line(&nul, serde_json::Value::Null, control);
    let plain = batch("plain", LAST);
    let crlf = LAST.replace('\n', "\r\n");
    for input in [format!("\u{feff}{LAST}"), crlf, LAST.trim_end().to_owned()] {
        assert_eq!(batch("marked", input).out, plain.out);
    }
    let article = |name: &str, text: &str| {
        let json = Folder::new(name)
            .with("a.txt", text)
            .run_within(MEMORY, &["tag", "--lang", "en", "--format", "json", "a.txt"], "")
            .json();
        let found = json[0]["timexes"].as_array().expect("a list").iter();
        found
            .map(|timex| {
                (timex["text"].as_str().unwrap().to_owned(), timex["start"].as_u64().unwrap())
            })
            .collect::<Vec<_>>()
    };
    let one = |words: &str, start| vec![(words.to_owned(), start)];
    // A mark of order is no letter of the text that is read, and offsets are those of that text.
    assert_eq!(article("bom", "\u{feff}On 7 March 2024."), one("7 March 2024", 3));
    assert_eq!(article("crlf", "It fell.\r\nOn 7 March\r\n2024."), one("7 March\r\n2024", 13));
    // What a file is is told by its bytes: with NUL among them it is no text.
    Folder::new("nul_in_text")
        .with("a.txt", "\0 On 7 March 2024\0")
        .run_within(MEMORY, &["tag", "--lang", "en", "a.txt"], "")
        .fails_with(
            "error: a.txt is no text and no document that is known\n\
             help: what is read: text, Markdown, HTML, PDF, DOCX and EML",
        );
}

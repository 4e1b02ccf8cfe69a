//! A line of a batch: a document that can be written and read again, or what is wrong with it on one line.
#![no_main]

use frise_cli::line::Line;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match Line::read(text) {
        Ok(line) => {
            let said = serde_json::to_string(&line.text).expect("a text can be written");
            let again = format!("{{\"id\":{},\"text\":{said}}}", line.id);
            let again = Line::read(&again).expect("what was read can be read");
            assert_eq!((again.id.get(), &again.text), (line.id.get(), &line.text));
        }
        Err(bad) => {
            assert!(!bad.error.is_empty() && !bad.error.contains('\n'));
            assert!(bad.id.is_none_or(|id| text.contains(id.get())));
        }
    }
});

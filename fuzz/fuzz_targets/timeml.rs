//! An annotated document: its links are checked, or the error says where.
#![no_main]

use frise::Annotated;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|xml: &str| {
    if let Ok(document) = Annotated::parse(xml) {
        let _ = document.conflicts();
    }
});

//! Markdown behind front matter.
#![no_main]

use frise_fuzz::document;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| document(format!("---\ntitle: t\n---\n{text}").as_bytes()));

//! A PDF: its objects and the content of its pages.
#![no_main]

use frise_fuzz::document;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| document(&[b"%PDF-1.4\n", bytes].concat()));

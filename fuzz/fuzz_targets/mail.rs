//! A mail: its fields, its parts, what it quotes.
#![no_main]

use frise_fuzz::document;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    document(&[b"From: a@example.org\nMIME-Version: 1.0\n", bytes].concat());
});

//! A web page: its main text and what it says of itself.
#![no_main]

use frise_fuzz::document;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|html: &str| document(format!("<!DOCTYPE html>{html}").as_bytes()));

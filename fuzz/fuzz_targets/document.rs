//! Bytes of any kind: a text whose parts lie in it, or a refusal that can be said.
#![no_main]

use frise_fuzz::document;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| document(bytes));

//! Every mention lies in the text, on the borders of characters.
#![no_main]

use frise::Language;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| frise_fuzz::find(text, Language::Fr));

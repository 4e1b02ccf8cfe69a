//! The XML of a DOCX, in an archive that is whole; `document` has those that are not.
#![no_main]

use frise_fuzz::{document, stored};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|xml: &[u8]| document(&stored("word/document.xml", xml)));

//! What the program `frise` reads that neither the library nor a format's own crate reads for it: the
//! lines of a batch. It is a library so that a fuzzer can link it; what embeds frise takes the crate
//! `frise`.

pub mod line;

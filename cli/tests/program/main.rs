//! The program, run as its users run it.

mod input;
mod jsonl;
mod support;
mod tag;

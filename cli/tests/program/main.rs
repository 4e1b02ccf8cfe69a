//! The program, run as its users run it.

mod ask;
mod case;
mod case_errors;
mod check;
mod concert_hall;
mod determinism;
mod documents;
mod formats;
mod french;
mod hostile;
mod init;
mod input;
mod jsonl;
mod reports;
mod support;
mod syntax;
mod tag;
mod timeline;
mod timeml;
mod verify;
mod what_if;

//! The program `frise`.

mod json;
mod tag;

use std::io::{BufRead, Write};

fn main() -> std::process::ExitCode {
    // Only `tag --jsonl` for now.
    let frise = frise::Frise::new();
    let stdin = std::io::stdin().lock();
    let mut stdout = std::io::BufWriter::new(std::io::stdout().lock());
    for line in stdin.lines() {
        let Ok(line) = line else { return std::process::ExitCode::from(2) };
        if line.trim().is_empty() {
            continue;
        }
        let document = tag::line(&frise, &line);
        if writeln!(stdout, "{document}").is_err() {
            return std::process::ExitCode::from(2);
        }
    }
    std::process::ExitCode::SUCCESS
}

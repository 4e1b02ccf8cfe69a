//! The program `frise`.
fn main() {}

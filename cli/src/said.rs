//! Messages that cite what somebody else wrote.

/// The most letters of a message: what it cites can be as long as a file.
const LONGEST: usize = 1000;

/// A message on one line, cut where it is long: what it cites can hold line ends, and signs that a
/// terminal would obey.
///
/// ```
/// use frise_cli::said::one_line;
/// assert_eq!(one_line("\"2024\n\u{1b}[31m\" is no date"), "\"2024 \u{fffd}[31m\" is no date");
/// assert_eq!(one_line(&"a".repeat(2000)).chars().count(), 1001);
/// ```
pub fn one_line(said: &str) -> String {
    let plain = |letter: char| match letter {
        _ if letter.is_whitespace() => ' ',
        _ if letter.is_control() => '\u{fffd}',
        _ => letter,
    };
    let mut line: String = said.chars().take(LONGEST).map(plain).collect();
    if said.chars().nth(LONGEST).is_some() {
        line.push('…');
    }
    line
}

//! Words of an article, short enough to be read in a report.

use crate::article::Span;

/// How many characters are shown around what matters.
const LONGEST: usize = 160;

/// The words of a clause on one line, cut around `focus` with … where they are too long.
pub(super) fn excerpt(text: &str, clause: Span, focus: Option<Span>) -> String {
    let words: Vec<(usize, &str)> = words(clause.of(text), clause.start);
    let length = |words: &[(usize, &str)]| {
        words.iter().map(|(_, word)| word.chars().count() + 1).sum::<usize>()
    };
    let (mut first, mut last) = (0, words.len());
    if LONGEST < length(&words) {
        let focus = focus.unwrap_or(clause);
        first = words.partition_point(|(at, word)| at + word.len() <= focus.start);
        last = words.partition_point(|(at, _)| *at < focus.end).clamp(first, words.len());
        // Words are added on both sides in turn, while there is room.
        let (mut open_before, mut open_after) = (true, true);
        while open_before || open_after {
            open_after = last < words.len()
                && words.get(first..=last).is_some_and(|more| length(more) <= LONGEST);
            last += usize::from(open_after);
            open_before =
                0 < first && words.get(first - 1..last).is_some_and(|more| length(more) <= LONGEST);
            first -= usize::from(open_before);
        }
    }
    let shown: Vec<&str> =
        words.get(first..last).unwrap_or_default().iter().map(|(_, word)| *word).collect();
    let before = if 0 < first { "… " } else { "" };
    let after = if last < words.len() { " …" } else { "" };
    format!("{before}{}{after}", shown.join(" "))
}

/// The words of a stretch and where they begin.
fn words(stretch: &str, start: usize) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut at = 0;
    for word in stretch.split(char::is_whitespace) {
        if !word.is_empty() {
            words.push((start + at, word));
        }
        // The blank that ended the word may take more than one byte.
        at += word.len();
        let blank = stretch.get(at..).and_then(|rest| rest.chars().next());
        at += blank.map_or(0, char::len_utf8);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_clause_is_shown_whole_on_one_line() {
        let text = "Hier,\u{a0}le  barrage\na cédé.";
        assert_eq!(excerpt(text, Span::new(0, text.len()), None), "Hier, le barrage a cédé.");
    }

    #[test]
    fn a_long_clause_is_cut_around_what_matters() {
        let text = format!("{}le 7 mars {}", "avant ".repeat(40), "après ".repeat(40));
        let at = text.find("le 7").unwrap();
        let shown = excerpt(&text, Span::new(0, text.len()), Some(Span::new(at, at + 9)));
        assert!(shown.starts_with("… avant") && shown.ends_with("après …"), "{shown}");
        assert!(shown.contains("le 7 mars") && shown.chars().count() <= LONGEST + 4, "{shown}");
    }
}

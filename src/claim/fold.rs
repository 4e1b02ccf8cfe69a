//! Comparing words whatever their case, accents and apostrophes.

use crate::lang::fold::folded;

/// A text folded, white space as single spaces.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in folded(text) {
        match c.is_whitespace() {
            true if out.is_empty() || out.ends_with(' ') => {}
            true => out.push(' '),
            false => out.push(c),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The words of a folded text: runs of letters and digits.
pub(crate) fn words(folded: &str) -> Vec<&str> {
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// How many letters have to be put in, left out, changed or swapped with the next to get from one
/// word to the other.
pub(crate) fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let mut least = (rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]))
                .min(rows[i - 1][j] + 1)
                .min(row[j - 1] + 1);
            if 1 < i && 1 < j && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

/// The nearest of some names, where one is near enough to be meant.
pub(crate) fn nearest<'a>(word: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let word = fold(word);
    names
        .map(|name| (distance(&word, &fold(name)), name))
        .filter(|(distance, _)| *distance <= 1.max(word.chars().count() / 3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_and_measures() {
        assert_eq!(fold("  L’E\u{301}té \u{a0} À Œuvrer "), "l'ete a oeuvrer");
        assert_eq!(distance("warnin", "warning"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(nearest("atack", ["warning", "attack"].into_iter()), Some("attack"));
        assert_eq!(nearest("x", ["warning", "attack"].into_iter()), None);
    }
}

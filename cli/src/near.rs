//! What a mistyped word may have meant.

/// Longer words are no slip of the fingers, and measuring how far they are would take long.
const LONGEST: usize = 64;

/// The candidate nearest to a word, where one is near enough to be what was meant.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    if LONGEST < word.len() {
        return None;
    }
    let word = word.to_lowercase();
    let most = (word.chars().count() / 3).clamp(1, 3);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= most)
        // The first of equals: `min_by_key` keeps it, so the answer does not change from run to run.
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

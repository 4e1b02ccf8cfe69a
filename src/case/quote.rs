//! Finding the words that a case file quotes. White space, the shape of quotation marks and the
//! Unicode form may differ; letters, accents and order may not.

use crate::article::Span;

/// A text made comparable, with where each of its bytes comes from.
#[derive(Debug)]
pub(crate) struct Comparable {
    text: String,
    /// For each byte of `text`: the bytes of the original that it stands for.
    from: Vec<(usize, usize)>,
}

impl Comparable {
    pub(crate) fn new(original: &str) -> Self {
        let mut out = Comparable { text: String::with_capacity(original.len()), from: Vec::new() };
        let mut space = false;
        for (at, c) in original.char_indices() {
            let end = at + c.len_utf8();
            match c {
                _ if c.is_whitespace() => space = true,
                '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' => {}
                '“' | '”' | '„' | '«' | '»' | '"' => {
                    // "« mot »" and "“mot”" are the same words.
                    space = false;
                    while out.text.ends_with(' ') {
                        out.text.pop();
                        out.from.pop();
                    }
                    out.push('"', at, end);
                }
                _ => {
                    if space && !out.text.is_empty() && !out.text.ends_with('"') {
                        out.push(' ', at, at);
                    }
                    space = false;
                    match c {
                        '’' | '‘' | 'ʼ' | '′' => out.push('\'', at, end),
                        '‐' | '‑' | '–' | '—' | '−' => out.push('-', at, end),
                        '…' => (0..3).for_each(|_| out.push('.', at, end)),
                        'œ' => "oe".chars().for_each(|c| out.push(c, at, end)),
                        'Œ' => "OE".chars().for_each(|c| out.push(c, at, end)),
                        _ => match decomposed(c) {
                            Some((base, mark)) => {
                                out.push(base, at, end);
                                out.push(mark, at, end);
                            }
                            None => out.push(c, at, end),
                        },
                    }
                }
            }
        }
        out
    }

    fn push(&mut self, c: char, start: usize, end: usize) {
        self.text.push(c);
        self.from.extend(std::iter::repeat_n((start, end), c.len_utf8()));
    }

    /// Every place where another text's words stand, in order.
    pub(crate) fn places_of(&self, words: &str) -> Vec<Span> {
        let sought = Comparable::new(words).text;
        // Marks around the quoted words are the user's.
        let sought = sought.trim_matches(['"', ' ']);
        if sought.is_empty() {
            return Vec::new();
        }
        (self.text.match_indices(sought))
            .filter(|(at, found)| self.is_whole(*at, at + found.len()))
            .filter_map(|(at, found)| {
                let (start, _) = *self.from.get(at)?;
                let (_, end) = *self.from.get(at + found.len() - 1)?;
                Some(Span::new(start, end))
            })
            .collect()
    }

    /// Whether a stretch cuts no word in two.
    fn is_whole(&self, start: usize, end: usize) -> bool {
        let inside = |at: usize| {
            let before = self.text.get(..at).and_then(|text| text.chars().next_back());
            let after = self.text.get(at..).and_then(|text| text.chars().next());
            let joins = |c: char| c.is_alphanumeric() || is_mark(c);
            before.is_some_and(joins) && after.is_some_and(joins)
        };
        !inside(start) && !inside(end)
    }
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// A letter and its accent apart, for the letters of French and its neighbours.
fn decomposed(c: char) -> Option<(char, char)> {
    const MARKS: [(char, &str, &str); 6] = [
        ('\u{300}', "àèìòùÀÈÌÒÙ", "aeiouAEIOU"),
        ('\u{301}', "áéíóúýÁÉÍÓÚÝ", "aeiouyAEIOUY"),
        ('\u{302}', "âêîôûÂÊÎÔÛ", "aeiouAEIOU"),
        ('\u{303}', "ãñõÃÑÕ", "anoANO"),
        ('\u{308}', "äëïöüÿÄËÏÖÜŸ", "aeiouyAEIOUY"),
        ('\u{327}', "çÇ", "cC"),
    ];
    if c.is_ascii() {
        return None;
    }
    MARKS.iter().find_map(|(mark, composed, bases)| {
        let at = composed.chars().position(|known| known == c)?;
        Some((bases.chars().nth(at)?, *mark))
    })
}

/// The stretch of a text whose words are most like the quoted ones, and how many of them it has.
pub(crate) fn nearest(text: &str, words: &str) -> Option<(Span, usize)> {
    let sought: Vec<String> = split(words).map(|(_, word)| word).collect();
    let all: Vec<(Span, String)> = split(text).collect();
    if sought.is_empty() || all.is_empty() {
        return None;
    }
    let width = (sought.len() + 2).min(all.len());
    // How often each sought word still lacks a partner in the sliding stretch.
    let mut lacking: std::collections::BTreeMap<&str, i64> = std::collections::BTreeMap::new();
    for word in &sought {
        *lacking.entry(word).or_default() += 1;
    }
    let mut shared = 0usize;
    let mut best = (0usize, 0usize);
    for (n, (_, word)) in all.iter().enumerate() {
        if let Some(left) = lacking.get_mut(word.as_str()) {
            if 0 < *left {
                shared += 1;
            }
            *left -= 1;
        }
        if let Some((_, gone)) = n.checked_sub(width).and_then(|gone| all.get(gone))
            && let Some(left) = lacking.get_mut(gone.as_str())
        {
            *left += 1;
            if 0 < *left {
                shared -= 1;
            }
        }
        if best.0 < shared {
            best = (shared, n);
        }
    }
    let (shared, last) = best;
    if shared == 0 {
        return None;
    }
    // Words at the ends that are not shared are left out.
    let stretch = all.get((last + 1).saturating_sub(width)..=last)?;
    let is_shared = |(_, word): &&(Span, String)| sought.contains(word);
    let first = stretch.iter().find(is_shared)?;
    let last = stretch.iter().rev().find(is_shared)?;
    Some((first.0.hull(last.0), shared))
}

/// The words of a text, folded, with their places.
fn split(text: &str) -> impl Iterator<Item = (Span, String)> + '_ {
    let mut at = 0;
    text.split_inclusive(|c: char| !(c.is_alphanumeric() || is_mark(c))).filter_map(move |piece| {
        let start = at;
        at += piece.len();
        let word = piece.trim_end_matches(|c: char| !(c.is_alphanumeric() || is_mark(c)));
        let span = Span::new(start, start + word.len());
        (!word.is_empty()).then(|| (span, crate::lang::fold::fold(word)))
    })
}

#[cfg(test)]
mod tests {
    use super::{Comparable, nearest};

    #[track_caller]
    fn found(text: &str, words: &str) -> Vec<String> {
        let places = Comparable::new(text).places_of(words);
        places.into_iter().map(|span| span.of(text).to_owned()).collect()
    }

    #[test]
    fn white_space_quotation_marks_and_unicode_form_may_differ() {
        let text = "L’alerte a\u{a0}été «\u{a0}levée\u{a0}» \n le 8 mars… enfin.";
        for words in [
            "L'alerte a été \"levée\" le 8 mars",
            "L’alerte  a e\u{301}te\u{301} “levée” le 8 mars",
            "« L'alerte a été “levée” le 8 mars »",
        ] {
            assert_eq!(found(text, words).len(), 1, "{words}");
        }
        assert_eq!(found(text, "le 8 mars... enfin"), ["le 8 mars… enfin"]);
    }

    #[test]
    fn letters_and_word_boundaries_may_not() {
        assert!(found("Il a été levé.", "Il a ete levé").is_empty());
        assert!(found("Il a été levé.", "Il a été lev").is_empty());
        assert!(found("Il a été levée", "il a été levée").is_empty());
        assert_eq!(found("a b a b", "a b").len(), 2);
        assert!(found("a b", " ").is_empty());
    }

    #[test]
    fn the_nearest_stretch_shares_the_most_words() {
        let text = "Rien ici. L'alerte a été levée le 9 mars par le préfet. Rien là.";
        let (span, shared) = nearest(text, "l'alerte fut levée le 8 mars").unwrap();
        assert_eq!((span.of(text), shared), ("L'alerte a été levée le 9 mars", 5));
        assert_eq!(nearest(text, "xyz"), None);
    }
}

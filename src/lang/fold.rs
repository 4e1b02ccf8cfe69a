//! Folding: what a reader takes for the same letters. Comparison folds as it goes; the text itself
//! is never rewritten.

/// The folded form of a character: lower case, without accent, ligatures taken apart. `None` for
/// combining marks, which fold away (so NFD text matches), `Some((c, None))` for most characters.
pub(crate) fn fold_char(c: char) -> Option<(char, Option<char>)> {
    if c.is_ascii() {
        return Some((c.to_ascii_lowercase(), None));
    }
    let single = match c {
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' => return None,
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => 'a',
        'Ç' | 'ç' | 'Ć'..='č' => 'c',
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => 'i',
        'Ñ' | 'ñ' | 'Ń'..='ň' => 'n',
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => 'u',
        'Ý' | 'ý' | 'ÿ' | 'Ÿ' => 'y',
        'Ď'..='đ' => 'd',
        'Ł' | 'ł' => 'l',
        'Ś'..='š' => 's',
        'Ź'..='ž' => 'z',
        'ß' | 'ẞ' => return Some(('s', Some('s'))),
        'Œ' | 'œ' => return Some(('o', Some('e'))),
        'Æ' | 'æ' => return Some(('a', Some('e'))),
        '’' | '‘' | 'ʼ' | '′' | '＇' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' | '\u{2002}' | '\u{2003}' => ' ',
        _ => {
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(lower), None) => lower,
                _ => c,
            }
        }
    };
    Some((single, None))
}

/// The folded characters of a text, one after the other.
pub(crate) fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars()
        .filter_map(fold_char)
        .flat_map(|(first, second)| std::iter::once(first).chain(second))
}

/// Whether a text, folded, is the given words; `folded_words` must be folded already.
pub(crate) fn folds_to(text: &str, folded_words: &str) -> bool {
    // Most texts that are asked about differ in the first letter already.
    let first = text.as_bytes().first().filter(|byte| byte.is_ascii());
    if first
        .is_some_and(|first| Some(&first.to_ascii_lowercase()) != folded_words.as_bytes().first())
    {
        return false;
    }
    if text.is_ascii() {
        return text.eq_ignore_ascii_case(folded_words);
    }
    folded(text).eq(folded_words.chars())
}

/// The folded form as a string, for tables that are built once and for labels.
pub(crate) fn fold(text: &str) -> String {
    folded(text).collect()
}

#[cfg(test)]
mod tests {
    use super::{fold, folds_to};

    #[test]
    fn accents_case_and_decomposed_forms_fold_alike() {
        for text in ["août", "AOÛT", "Aout", "aou\u{302}t", "AOU\u{302}T"] {
            assert!(folds_to(text, "aout"), "{text}");
        }
        assert_eq!(fold("Cœur d’Été — Noël"), "coeur d'ete - noel");
        assert_eq!(fold("Łódź, Straße, Škoda"), "lodz, strasse, skoda");
    }

    #[test]
    fn the_kelvin_sign_that_panics_elsewhere_folds_to_k() {
        assert!(folds_to("wee\u{212a}", "week"));
    }
}

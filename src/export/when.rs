//! Bounds as people write dates: "7–8 March 2024", "avant le 6 mars 2024", "44 BC".

use chrono::NaiveDateTime;

use crate::article::Language;
use crate::lang::voice;

/// Bounds in words; both ends are included, as people mean them.
///
/// ```
/// use frise::{Language, when_words};
/// use frise::chrono::NaiveDate;
///
/// let day = |d| NaiveDate::from_ymd_opt(2024, 3, d).and_then(|day| day.and_hms_opt(0, 0, 0));
/// assert_eq!(when_words(day(7), day(9), Language::En), "7–8 March 2024");
/// assert_eq!(when_words(None, day(9), Language::Fr), "jusqu'au 8 mars 2024");
/// ```
pub fn when_words(
    from: Option<NaiveDateTime>,
    to: Option<NaiveDateTime>,
    language: Language,
) -> String {
    voice(language).when(from, to)
}

/// Two times of which one is right, what they share said once: "7 or 8 March 2024".
pub(super) fn either(
    a: (NaiveDateTime, NaiveDateTime),
    b: (NaiveDateTime, NaiveDateTime),
    language: Language,
) -> String {
    let voice = voice(language);
    let [first, second] = [a, b].map(|(from, to)| voice.stretch(from, to));
    let or = voice.or;
    // "22 March 2024, 07:15 or 07:40"
    if let (Some((day, clock)), Some((same, other))) =
        (first.rsplit_once(", "), second.rsplit_once(", "))
        && day == same
    {
        return format!("{day}, {clock} {or} {other}");
    }
    // "28 February or 1 March 2024": never all of it, for the two differ.
    let same = first.rsplit(' ').zip(second.rsplit(' ')).take_while(|(a, b)| a == b);
    let shared: usize = same.map(|(word, _)| word.len() + 1).sum();
    let own = first.len().checked_sub(shared).and_then(|end| first.get(..end));
    format!("{} {or} {second}", own.unwrap_or(&first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_people_write_them() {
        let at = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").ok();
        let both = |from: &str, to: &str| {
            [Language::En, Language::Fr].map(|language| when_words(at(from), at(to), language))
        };
        for (from, to, en, fr) in [
            ("2024-03-01T00:00", "2024-03-02T00:00", "1 March 2024", "1er mars 2024"),
            ("2024-03-01T00:00", "2024-04-01T00:00", "March 2024", "mars 2024"),
            ("2017-01-01T00:00", "2018-01-01T00:00", "2017", "2017"),
            ("1994-01-01T00:00", "1997-01-01T00:00", "1994–1996", "1994–1996"),
            (
                "2024-03-07T00:00",
                "2024-04-02T00:00",
                "7 March – 1 April 2024",
                "7 mars – 1er avril 2024",
            ),
            (
                "2024-03-22T18:00",
                "2024-03-23T00:00",
                "22 March 2024, 18:00–24:00",
                "22 mars 2024, 18\u{a0}h–minuit",
            ),
            (
                "2024-03-22T09:03",
                "2024-03-22T09:04",
                "22 March 2024, 09:03",
                "22 mars 2024, 9\u{a0}h\u{a0}03",
            ),
            (
                "2024-03-22T21:00",
                "2024-03-24T00:00",
                "22 March, 21:00 – 23 March 2024",
                "22 mars, 21\u{a0}h – 23 mars 2024",
            ),
            ("-0043-01-01T00:00", "-0042-01-01T00:00", "44 BC", "44 av. J.-C."),
        ] {
            assert_eq!(both(from, to), [en, fr], "{from} {to}");
        }
        let two = |a: [&str; 2], b: [&str; 2]| {
            let pair = |[from, to]: [&str; 2]| at(from).zip(at(to)).unwrap_or_default();
            [Language::En, Language::Fr].map(|language| either(pair(a), pair(b), language))
        };
        assert_eq!(
            two(["2024-03-07T00:00", "2024-03-08T00:00"], ["2024-03-08T00:00", "2024-03-09T00:00"]),
            ["7 or 8 March 2024", "7 ou 8 mars 2024"]
        );
        assert_eq!(
            two(["2024-02-28T00:00", "2024-02-29T00:00"], ["2024-03-01T00:00", "2024-03-02T00:00"]),
            ["28 February or 1 March 2024", "28 février ou 1er mars 2024"]
        );
        assert_eq!(
            two(["2024-03-22T07:15", "2024-03-22T07:16"], ["2024-03-22T07:40", "2024-03-22T07:41"]),
            ["22 March 2024, 07:15 or 07:40", "22 mars 2024, 7\u{a0}h\u{a0}15 ou 7\u{a0}h\u{a0}40"]
        );
        assert_eq!(
            two(
                ["-0813-01-01T00:00", "-0812-01-01T00:00"],
                ["-0749-01-01T00:00", "-0748-01-01T00:00"]
            ),
            ["814 or 750 BC", "814 ou 750 av. J.-C."]
        );
        assert_eq!(when_words(None, None, Language::Fr), "sans date");
        assert_eq!(when_words(at("2024-03-07T00:00"), None, Language::En), "from 7 March 2024");
    }
}

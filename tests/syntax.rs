//! Sentences as parsed: trees whatever the text, and what readers of a language agree on.

#![cfg(all(feature = "fr", feature = "en"))]

use frise::{Article, Frise, Language, ParsedSentence};
use proptest::prelude::*;

fn frise() -> &'static Frise {
    static FRISE: std::sync::LazyLock<Frise> = std::sync::LazyLock::new(Frise::new);
    &FRISE
}

/// The sentences of a text, each of them a tree over units in text order that leave nothing out.
fn parsed(text: &str, language: Language) -> Vec<ParsedSentence> {
    let sentences = frise().syntax(&Article::new("a", text, language));
    let mut at = 0;
    for sentence in &sentences {
        assert!(at <= sentence.span.start && sentence.span.start < sentence.span.end, "{text:?}");
        for unit in &sentence.units {
            assert!(at <= unit.span.start && unit.span.start < unit.span.end, "{text:?}");
            assert!(text.get(unit.span.start..unit.span.end).is_some(), "{text:?}");
            at = unit.span.end;
        }
        assert_eq!(at, sentence.span.end, "{text:?}");
        let heads: Vec<Option<usize>> = sentence.units.iter().map(|unit| unit.head).collect();
        assert_eq!(heads.iter().filter(|head| head.is_none()).count(), 1, "{text:?}");
        // Every unit hangs on the root in the end; each is walked once.
        let mut reached = vec![false; heads.len()];
        for start in 0..heads.len() {
            let (mut unit, mut path) = (start, Vec::new());
            while !reached[unit] {
                assert!(path.len() <= heads.len(), "a circle of heads in {text:?}");
                path.push(unit);
                match heads[unit] {
                    Some(head) => unit = head,
                    None => break,
                }
            }
            path.into_iter().for_each(|unit| reached[unit] = true);
        }
    }
    sentences
}

/// Each unit of the only sentence of a text: its words, its part of speech, its lemma.
fn words(text: &str, language: Language) -> Vec<(String, &'static str, String)> {
    let sentences = parsed(text, language);
    assert_eq!(sentences.len(), 1, "{text}");
    let unit =
        |unit: &frise::ParsedUnit| (unit.span.of(text).to_owned(), unit.upos, unit.lemma.clone());
    sentences[0].units.iter().map(unit).collect()
}

#[track_caller]
fn units(text: &str, language: Language, expected: &[&str]) {
    let found: Vec<String> = words(text, language).into_iter().map(|word| word.0).collect();
    assert_eq!(found, expected);
}

#[test]
fn words_written_together_are_one_unit_and_elided_ones_stand_alone() {
    units(
        "L'eau du lac n'a-t-elle pas monté jusqu'ici ?",
        Language::Fr,
        &["L'", "eau", "du", "lac", "n'", "a", "-t-elle", "pas", "monté", "jusqu'", "ici", "?"],
    );
    units(
        "Quelqu’un vend des rendez-vous à Saint-Jean, c'est-à-dire celui-là.",
        Language::Fr,
        &[
            "Quelqu’un",
            "vend",
            "des",
            "rendez-vous",
            "à",
            "Saint-Jean",
            ",",
            "c'est-à-dire",
            "celui-là",
            ".",
        ],
    );
    units(
        "It isn't the city's long-term co-owner, Mr. O'Hara of the U.S.",
        Language::En,
        &[
            "It", "isn't", "the", "city's", "long", "-", "term", "co-owner", ",", "Mr.", "O'Hara",
            "of", "the", "U.S.",
        ],
    );
    units(
        "Il vend 50 000 œufs à 3,50 euros.",
        Language::Fr,
        &["Il", "vend", "50 000", "œufs", "à", "3,50", "euros", "."],
    );
}

#[test]
fn a_mention_is_one_unit_without_its_event() {
    for (text, language, mention) in [
        ("Le pont a rouvert le 3 mars 2021 au matin.", Language::Fr, "le 3 mars 2021 au matin"),
        ("Le maire a fui trois jours avant l'assaut.", Language::Fr, "trois jours"),
        ("The mayor fled two weeks ago.", Language::En, "two weeks ago"),
        ("The mayor fled three days before the attack.", Language::En, "three days"),
    ] {
        let sentences = parsed(text, language);
        let mentions = sentences[0].units.iter().filter(|unit| unit.mention.is_some());
        let found: Vec<&str> = mentions.map(|unit| unit.span.of(text)).collect();
        assert_eq!(found, [mention], "{text}");
    }
}

#[test]
fn verbs_have_their_tense_and_their_lemma() {
    for (text, language, word, lemma, feats) in [
        ("Le juge acquittera le maire.", Language::Fr, "acquittera", "acquitter", "Tense=Fut"),
        ("Les soldats quittèrent la ville.", Language::Fr, "quittèrent", "quitter", "Tense=Past"),
        ("Le juge condamne le maire.", Language::Fr, "condamne", "condamner", "Tense=Pres"),
        ("Le maire niait les faits.", Language::Fr, "niait", "nier", "Tense=Imp"),
        ("Le maire pourrait partir.", Language::Fr, "pourrait", "pouvoir", "Mood=Cnd"),
        ("The judge acquitted the mayor.", Language::En, "acquitted", "acquit", "Tense=Past"),
        ("The mayor denies the charge.", Language::En, "denies", "deny", "Tense=Pres"),
        ("The soldiers were leaving the town.", Language::En, "leaving", "leave", "VerbForm=Part"),
    ] {
        let sentences = parsed(text, language);
        let unit = sentences[0].units.iter().find(|unit| unit.span.of(text) == word);
        let unit = unit.unwrap_or_else(|| panic!("no unit {word:?} in {text:?}"));
        assert_eq!(unit.lemma, lemma, "{text}");
        assert!(unit.feats.split('|').any(|pair| pair == feats), "{text}: {}", unit.feats);
    }
}

#[test]
fn subjects_objects_agents_and_dates_hang_on_their_verb() {
    for (text, language, arcs) in [
        (
            "La loi adoptée jeudi par le Sénat prévoit un fonds.",
            Language::Fr,
            &[("loi", "prévoit"), ("adoptée", "loi"), ("jeudi", "adoptée"), ("fonds", "prévoit")][..],
        ),
        (
            "The bill that the senate passed on Thursday creates a fund.",
            Language::En,
            &[("bill", "creates"), ("Thursday", "passed"), ("fund", "creates")][..],
        ),
        (
            "En mars 2019, le tribunal a condamné le directeur.",
            Language::Fr,
            &[("mars 2019", "condamné"), ("tribunal", "condamné"), ("directeur", "condamné")][..],
        ),
        (
            "In March 2019 the court convicted the director.",
            Language::En,
            &[("March 2019", "convicted"), ("court", "convicted"), ("director", "convicted")][..],
        ),
    ] {
        let sentences = parsed(text, language);
        let units = &sentences[0].units;
        for (dependent, head) in arcs {
            let unit = units.iter().find(|unit| unit.span.of(text) == *dependent);
            let found = unit.and_then(|unit| Some(units[unit.head?].span.of(text)));
            assert_eq!(found, Some(*head), "{dependent} in {text}");
        }
    }
}

#[test]
fn long_and_odd_sentences_are_trees_too() {
    let many = |words: &str, count: usize| words.repeat(count);
    for &language in Language::ALL {
        for text in [
            many("le bridge ", 50_000),
            many("THE MAYOR A DIT ", 5_000),
            many("(", 20_000),
            many("a-", 20_000),
            many("l'", 20_000),
            many("1.", 20_000),
            many("3 mai ", 10_000),
            many("et and que that ", 5_000),
            "a".repeat(100_000),
            "e\u{301}\u{200b}\u{ad}\u{1F600}\u{202e}\u{0}".repeat(1_000),
        ] {
            let sentences = parsed(&text, language);
            assert!(!sentences.is_empty());
        }
    }
}

fn pieces() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "le",
        "la",
        "l'",
        "juge",
        "a",
        "-t-il",
        "condamné",
        "hier",
        "le 3 mai",
        "et",
        "qui",
        ",",
        ".",
        "« ",
        " »",
        "the",
        "judge",
        "didn't",
        "city's",
        "on Monday",
        "\"",
        "(",
        ")",
        "[31]",
        "U.S.",
        "M.",
        "\n",
        "\n\n",
        "18:50:",
        "- ",
        "1. ",
        "À",
        "É",
        "e\u{301}",
        "\u{a0}",
        "\u{1F3AD}",
        "http://a.b/c",
        "3,5",
        "...",
        "'",
        "’",
        "-",
    ]);
    prop::collection::vec((words, any::<bool>()), 0..40).prop_map(|words| {
        words
            .into_iter()
            .map(|(word, glued)| format!("{word}{}", if glued { "" } else { " " }))
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_text_becomes_trees(text in "\\PC{0,80}", words in pieces()) {
        for &language in Language::ALL {
            parsed(&text, language);
            parsed(&words, language);
        }
    }

    #[test]
    fn the_same_text_has_the_same_trees(words in pieces()) {
        for &language in Language::ALL {
            prop_assert_eq!(parsed(&words, language), parsed(&words, language));
        }
    }
}

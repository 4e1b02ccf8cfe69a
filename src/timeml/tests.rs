//! What is written is what is read.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::{Annotated, AnnotatedTimex, timeml_document};
use crate::article::{Article, Language, Span};
use crate::reader::Frise;

static FRISE: LazyLock<Frise> = LazyLock::new(Frise::new);

/// Letters, markup, white space of every kind, and characters of two units.
fn texts() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        prop_oneof![
            "[ -~]{0,6}",
            "[éÉ«»’\u{a0}\u{2009}🎭\u{85}\u{2028}]{1,3}",
            "(<TIMEX3>|</TEXT>|&amp;|&#13;|]]>|\r|\n|\r\n|\t|<!--|--)",
        ],
        0..12,
    )
    .prop_map(|parts| parts.concat())
}

/// A text with expressions in it, which do not overlap.
fn documents() -> impl Strategy<Value = (String, Vec<AnnotatedTimex>)> {
    let attribute = || proptest::option::of("[A-Z<&>\"' ]{0,5}[A-Z]");
    let timex =
        ("(DATE|TIME|DURATION|SET)", "[0-9XP<&>\"'-]{1,8}", attribute(), attribute(), attribute());
    let timexes = proptest::collection::vec((any::<prop::sample::Index>(), timex), 0..6);
    (texts(), timexes).prop_map(|(text, timexes)| {
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut cuts: Vec<usize> =
            timexes.iter().map(|(at, _)| ends[at.index(ends.len())]).collect();
        cuts.sort_unstable();
        cuts.dedup();
        let spans = cuts.windows(2).step_by(2).map(|pair| Span::new(pair[0], pair[1]));
        let timexes = spans
            .zip(&timexes)
            .enumerate()
            .map(|(n, (span, (_, (kind, value, modifier, quant, freq))))| {
                let mut timex = AnnotatedTimex::new(format!("t{n}"), span, kind, value);
                timex.modifier.clone_from(modifier);
                timex.quant.clone_from(quant);
                timex.freq.clone_from(freq);
                timex
            })
            .collect();
        (text, timexes)
    })
}

proptest! {
    #[test]
    fn any_text_with_any_expressions_comes_back((text, timexes) in documents()) {
        let document = timeml_document("id <&>", &text, None, &timexes);
        let read = Annotated::parse(&document).expect("our own document can be read");
        prop_assert_eq!(read.text, text);
        prop_assert_eq!(read.timexes, timexes);
    }

    #[test]
    fn what_is_found_in_a_text_comes_back(
        phrases in proptest::collection::vec(
            prop_oneof![
                Just("on 7 March 2024"), Just("three days later"), Just("every Monday"),
                Just("in early 1998"), Just("at 9:30 & more"), Just("<b>yesterday</b>"),
                Just("for 48 hours"), Just("R&D"), Just("between May and June 2019"), Just("\r\n"),
            ],
            1..6,
        )
    ) {
        let text = format!("It was said {}.", phrases.join(", they said "));
        let article = Article::new("a", text.as_str(), Language::En).published("2024-04-05".parse()?);
        let account = FRISE.read(&article);
        let mut timexes: Vec<AnnotatedTimex> = account
            .resolutions
            .iter()
            .flat_map(|resolution| &resolution.parts)
            .enumerate()
            .map(|(n, part)| {
                let said = &part.timex;
                AnnotatedTimex::new(format!("t{n}"), said.span, said.kind.word(), &said.value)
            })
            .collect();
        timexes.sort_by_key(|timex| timex.span);
        let document = timeml_document("a", &text, account.published.as_ref(), &timexes);
        let read = Annotated::parse(&document)?;
        prop_assert_eq!(read.text, text);
        prop_assert_eq!(read.timexes, timexes);
    }
}

#[test]
fn what_xml_cannot_hold_is_replaced_and_what_overlaps_is_left_out() {
    let timexes = [
        AnnotatedTimex::new("t1", Span::new(0, 5), "DATE", "2024"),
        AnnotatedTimex::new("t2", Span::new(3, 8), "DATE", "2025"),
        AnnotatedTimex::new("t3", Span::new(90, 99), "DATE", "2026"),
    ];
    let document = timeml_document("a", "abc\u{1}de\u{b}f", None, &timexes);
    let read = Annotated::parse(&document).expect("it can be read");
    assert_eq!(read.text, "abc\u{fffd}de\u{fffd}f");
    let ids: Vec<&str> = read.timexes.iter().map(|timex| timex.tid.as_str()).collect();
    assert_eq!(ids, ["t1"]);
}

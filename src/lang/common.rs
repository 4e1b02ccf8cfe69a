//! Combinators shared by all languages: words, meanings, numbers, marks. They read tokens, compare
//! folded, and never look at a date.

use nom::Parser;
use nom::error::{Error, ErrorKind};

use super::fold::folds_to;
use super::input::Input;
use super::lexicon::WordId;
use super::sense::Sense;
use super::token::{Gap, Kind, Token};
use super::{Found, Parsed};
use crate::expr::Expr;

/// A range between whose ends something lies, and which it need not fill.
pub(crate) fn between(mut found: Found<'_>) -> Found<'_> {
    if let Expr::Range { between, .. } = &mut found.expr {
        *between = true;
    }
    found
}

/// "Not here": the usual outcome, cheap, thrown away by `alt`.
pub(crate) fn no<T>(input: Input<'_>) -> Parsed<'_, T> {
    Err(nom::Err::Error(Error::new(input, ErrorKind::Verify)))
}

/// One word, folded: `word("aout")` reads "Août".
pub(crate) fn word<'a>(
    folded: &'static str,
) -> impl Parser<Input<'a>, Output = (), Error = Error<Input<'a>>> {
    move |input: Input<'a>| match input.first() {
        Some(token) if is_word(&input, token, folded) => Ok((input.skip(1), ())),
        _ => no(input),
    }
}

/// Whether a token is a word, given folded. Most are told apart by their length or first letter.
pub(crate) fn is_word(input: &Input<'_>, token: &Token, folded: &str) -> bool {
    usize::from(token.length) == folded.len()
        && folded.as_bytes().first() == Some(&token.initial)
        && folds_to(input.text_of(token), folded)
}

/// Any one of some words, folded.
pub(crate) fn any_word<'a>(
    folded: &'static [&'static str],
) -> impl Parser<Input<'a>, Output = &'static str, Error = Error<Input<'a>>> {
    move |input: Input<'a>| {
        let Some(token) = input.first().filter(|token| token.kind == Kind::Word) else {
            return no(input);
        };
        match folded.iter().find(|word| is_word(&input, token, word)) {
            Some(word) => Ok((input.skip(1), *word)),
            None => no(input),
        }
    }
}

/// Several words in order, folded, given with single spaces: `words("il y a")`. Hyphens and
/// apostrophes between the words of the text do not count; a blank line ends a phrase.
pub(crate) fn words<'a>(
    folded: &'static str,
) -> impl Parser<Input<'a>, Output = (), Error = Error<Input<'a>>> {
    let initial = folded.as_bytes().first();
    move |input: Input<'a>| {
        // Most are told apart by their first letter.
        if input.first().map(|token| &token.initial) != initial {
            return no(input);
        }
        let mut rest = input;
        for (n, word) in folded.split(' ').enumerate() {
            if n != 0 {
                rest = past_joint(rest);
            }
            match rest.first() {
                Some(token)
                    if (n == 0 || token.gap != Gap::Break) && is_word(&rest, token, word) => {}
                _ => return no(input),
            }
            rest = rest.skip(1);
        }
        Ok((rest, ()))
    }
}

/// The place after a hyphen, an apostrophe or an abbreviation's full stop between two words of a phrase.
pub(crate) fn past_joint(mut input: Input<'_>) -> Input<'_> {
    // Two at most: "J.-C.".
    for _ in 0..2 {
        match input.first() {
            Some(token)
                if matches!(token.kind, Kind::Mark(b'\'' | b'-' | b'.'))
                    && token.gap == Gap::None =>
            {
                input = input.skip(1);
            }
            _ => break,
        }
    }
    input
}

/// A phrase of the lexicon with a meaning for which `of` gives a value; the longest such phrase.
pub(crate) fn sense<'a, T>(
    of: impl Fn(&Sense) -> Option<T>,
) -> impl Parser<Input<'a>, Output = T, Error = Error<Input<'a>>> {
    move |input: Input<'a>| {
        let Some(token) = input.first().filter(|token| token.kind == Kind::Word) else {
            return no(input);
        };
        for entry in input.source().lexicon.entries(token.word) {
            if let Some(value) = entry.senses.iter().find_map(&of)
                && let Some(rest) = rest_of(&entry.rest, input.skip(1))
            {
                return Ok((rest, value));
            }
        }
        no(input)
    }
}

/// The place after the remaining words of a phrase of the lexicon.
pub(crate) fn rest_of<'a>(words: &[WordId], mut input: Input<'a>) -> Option<Input<'a>> {
    for word in words {
        input = past_joint(input);
        input.first().filter(|token| token.word == *word && token.gap != Gap::Break)?;
        input = input.skip(1);
    }
    Some(input)
}

/// A number in digits, with its count of digits. One beyond all counting is the greatest there is.
pub(crate) fn digits(input: Input<'_>) -> Parsed<'_, (u64, usize)> {
    let Some(token) = input.first().filter(|token| token.kind == Kind::Number) else {
        return no(input);
    };
    let text = input.text_of(token);
    // The text of a number is digits, so it fails to be read only where it is too large.
    let number = text.parse().unwrap_or(u64::MAX);
    Ok((input.skip(1), (number, text.len())))
}

/// What a number is raised to, after a sign or a word for it: "^30", "puissance 30".
pub(crate) fn exponent<'a>(
    sign: impl Parser<Input<'a>, Output = (), Error = Error<Input<'a>>>,
) -> impl Parser<Input<'a>, Output = u32, Error = Error<Input<'a>>> {
    (sign, near(digits)).map(|((), (by, _))| u32::try_from(by).unwrap_or(u32::MAX))
}

/// A number in digits between two bounds, both included, of at most `most` digits.
pub(crate) fn number_in<'a>(
    least: u64,
    greatest: u64,
    most: usize,
) -> impl Parser<Input<'a>, Output = u64, Error = Error<Input<'a>>> {
    move |input: Input<'a>| match digits(input) {
        Ok((rest, (number, length))) if least <= number && number <= greatest && length <= most => {
            Ok((rest, number))
        }
        _ => no(input),
    }
}

/// A mark.
pub(crate) fn mark<'a>(mark: u8) -> impl Parser<Input<'a>, Output = (), Error = Error<Input<'a>>> {
    move |input: Input<'a>| if input.is_mark(mark) { Ok((input.skip(1), ())) } else { no(input) }
}

/// What follows, without white space before it.
pub(crate) fn glued<'a, T>(
    mut parser: impl Parser<Input<'a>, Output = T, Error = Error<Input<'a>>>,
) -> impl Parser<Input<'a>, Output = T, Error = Error<Input<'a>>> {
    move |input: Input<'a>| if input.is_glued() { parser.parse(input) } else { no(input) }
}

/// What follows, glued or spaced, but not across a blank line inside a phrase.
pub(crate) fn near<'a, T>(
    mut parser: impl Parser<Input<'a>, Output = T, Error = Error<Input<'a>>>,
) -> impl Parser<Input<'a>, Output = T, Error = Error<Input<'a>>> {
    move |input: Input<'a>| match input.first() {
        Some(token) if token.gap != Gap::Break || input.is_at_origin() => parser.parse(input),
        _ => no(input),
    }
}

/// Succeeds, reading nothing, where the next token does not continue the word or number before it
/// ("7" of "7th", "747" of "747-400", "12" of "12.5").
pub(crate) fn boundary(input: Input<'_>) -> Parsed<'_, ()> {
    let continues = |token: &Token| match token.kind {
        Kind::Word | Kind::Number => true,
        Kind::Mark(b'.' | b',' | b'-' | b'/' | b':') => {
            input.peek(1).is_some_and(|after| after.gap == Gap::None && after.kind == Kind::Number)
        }
        Kind::Mark(b'%') => true,
        Kind::Mark(_) => false,
    };
    match input.first() {
        Some(token) if token.gap == Gap::None && continues(token) => no(input),
        _ => Ok((input, ())),
    }
}

/// Makes an expression the whole of what a rule found: one part, marked from first to last word.
pub(crate) fn whole<'a>(expr: impl Into<Expr>) -> Found<'a> {
    Found { expr: expr.into(), marks: Vec::new(), event: None }
}

/// Whether two dates with a dash between are a dateline and the date that the story opens with, as in
/// "PARIS, 24 mars 2024 – Le 7 mars …": a range says the year of both after the last.
pub(crate) fn is_dateline(first: &Expr, last: &Expr) -> bool {
    matches!(
        (first, last),
        (Expr::Pattern(first), Expr::Pattern(last))
            if first.year.is_some() && first.month.is_some() && last.month.is_some() && last.year.is_none()
    )
}

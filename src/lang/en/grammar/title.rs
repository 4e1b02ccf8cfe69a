//! Names that words of time are part of: "White Christmas", "the Sunday Times", "USA Today".

use super::words::{is_after, is_capital};
use crate::lang::input::Input;
use crate::lang::phrase::means;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind};

/// Whether the capitalised words around a stretch make a title or a greeting of it.
pub(super) fn is_title(from: &Input<'_>, to: &Input<'_>) -> bool {
    is_capital(from) && (is_titled(from) || is_in_title(to)) || is_quoted(from, to)
}

/// "White Christmas", "Merry Christmas", "Operation Ramadan", "USA Today", "the Times of Sunday".
fn is_titled(from: &Input<'_>) -> bool {
    let back = |n: usize| from.at().checked_sub(n).map(|at| Input::new(from.source(), at));
    // "Mrs. Friday".
    let stop = from.back(1).is_some_and(|token| token.kind == Kind::Mark(b'.'));
    if stop
        && back(2).is_some_and(|name| is_capital(&name) && means(&name, |s| *s == Sense::Person))
    {
        return true;
    }
    let Some(before) = back(1).filter(is_capital) else {
        let of = from.back(1).is_some_and(|token| from.text_of(token) == "of");
        return of
            && back(2).is_some_and(|noun| {
                is_capital(&noun) && means(&noun, |s| is_paper(s) || *s == Sense::Entitles)
            });
    };
    let near = from.first().is_some_and(|token| token.gap == Gap::Space);
    let letters = before.text_of_first();
    let abbreviated = 1 < letters.len() && letters.chars().all(char::is_uppercase);
    let shouted = from.text_of_first().chars().all(char::is_uppercase);
    let today = means(from, |sense| *sense == Sense::Deictic(0));
    is_after(from, |sense| *sense == Sense::Entitles) || near && today && abbreviated && !shouted
}

/// "The Sunday Times", "Friday Night Lights", "the Daily Mail".
fn is_in_title(to: &Input<'_>) -> bool {
    let near = to.first().is_some_and(|token| token.gap == Gap::Space);
    near && is_capital(to) && means(to, |sense| is_paper(sense) || *sense == Sense::Titled)
}

fn is_paper(sense: &Sense) -> bool {
    *sense == Sense::Paper
}

/// "`60 Minutes'": an amount in capitals inside quotation marks.
fn is_quoted(from: &Input<'_>, to: &Input<'_>) -> bool {
    let quotes = |byte: &u8| matches!(byte, b'"' | b'\'' | b'`');
    let opened = from.is_glued()
        && from.back(1).is_some_and(|token| match token.kind {
            Kind::Mark(0) => matches!(from.text_of(token), "“" | "‘" | "«"),
            Kind::Mark(byte) => quotes(&byte),
            _ => false,
        });
    let unit = to.at().checked_sub(1).map(|at| Input::new(to.source(), at));
    let counted = from.first().is_some_and(|token| token.kind == Kind::Number);
    let closed = to.first().is_none_or(|token| matches!(token.kind, Kind::Mark(_)));
    opened && closed && counted && unit.is_some_and(|unit| is_capital(&unit))
}

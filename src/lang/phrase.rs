//! The words that name an event: "l'attaque de la mairie", "the siege of Boston began". Read as far
//! as words alone can tell; which event is meant is decided much later.

use super::Parsed;
use super::common::no;
use super::input::Input;
use super::sense::Sense;
use super::token::{Gap, Kind, Token};

/// Beyond this many tokens a phrase is taken to be cut off: no event needs more to be named.
const LONGEST: usize = 14;

/// Beyond this many tokens a clause is taken to be cut off.
const LONGEST_CLAUSE: usize = 24;

/// The words that name an event: a determiner if any, its words, and what prepositions hang on
/// them ("of Boston", "contre la mairie"). Ends before punctuation, a conjunction, a relative
/// pronoun, a finite auxiliary, or a second determiner that no preposition leads to.
///
/// The stretch goes from the first place to the second. Numbers count as words ("the 7 July
/// bombings"), so that the phrase is whole; a phrase of numbers alone is refused.
pub(crate) fn event_phrase(input: Input<'_>) -> Parsed<'_, (Input<'_>, Input<'_>)> {
    let mut at = input;
    let mut last_word = None;
    let mut after_link = true;
    let mut capital = false;
    for n in 0..LONGEST {
        let Some(token) = at.first() else { break };
        if n != 0 && token.gap == Gap::Break {
            break;
        }
        match token.kind {
            Kind::Mark(b'\'' | b'-') if n != 0 && is_inside_word(&at) => at = at.skip(1),
            Kind::Mark(b'.') if capital && is_inside_word(&at) => at = at.skip(1),
            Kind::Mark(_) => break,
            Kind::Number => {
                after_link = false;
                at = at.skip(1);
                last_word = last_word.map(|_| at);
            }
            Kind::Word => {
                let glued = token.gap == Gap::None && n != 0;
                if n == 0 || after_link {
                    if means(&at, |sense| *sense == Sense::Determiner) {
                        after_link = false;
                        at = at.skip(1);
                        continue;
                    }
                } else if !glued && means(&at, |sense| *sense == Sense::Determiner) {
                    break;
                }
                if !glued && means(&at, |sense| *sense == Sense::Stop) {
                    break;
                }
                if !glued && means(&at, |sense| *sense == Sense::Link) {
                    if last_word.is_none() || after_link {
                        break;
                    }
                    after_link = true;
                    at = at.skip(1);
                    continue;
                }
                after_link = false;
                capital = begins_with_capital(&at, token);
                at = at.skip(1);
                last_word = Some(at);
            }
        }
    }
    match last_word {
        Some(end) => Ok((end, (input, end))),
        None => no(input),
    }
}

/// The words of a clause that names an event: all up to punctuation or a blank line. For languages
/// and places where a conjunction says that a clause follows ("neuf jours après que …").
pub(crate) fn event_clause(input: Input<'_>) -> Parsed<'_, (Input<'_>, Input<'_>)> {
    let mut at = input;
    let mut words = 0;
    for n in 0..LONGEST_CLAUSE {
        let Some(token) = at.first() else { break };
        if n != 0 && token.gap == Gap::Break {
            break;
        }
        match token.kind {
            Kind::Mark(b'\'' | b'-' | b'.' | b',') if n != 0 && is_inside_word(&at) => {}
            Kind::Mark(_) => break,
            Kind::Word => words += 1,
            Kind::Number => {}
        }
        at = at.skip(1);
    }
    if words == 0 { no(input) } else { Ok((at, (input, at))) }
}

/// Whether the mark at this place is glued between two words or numbers.
fn is_inside_word(at: &Input<'_>) -> bool {
    at.is_glued()
        && at.peek(1).is_some_and(|after| {
            after.gap == Gap::None && matches!(after.kind, Kind::Word | Kind::Number)
        })
}

fn begins_with_capital(at: &Input<'_>, token: &Token) -> bool {
    at.text_of(token).chars().next().is_some_and(char::is_uppercase)
}

/// Whether the next word alone has a meaning of which `is` says yes.
pub(crate) fn means(at: &Input<'_>, is: impl Fn(&Sense) -> bool) -> bool {
    at.first().filter(|token| token.kind == Kind::Word).is_some_and(|token| {
        at.source()
            .lexicon
            .entries(token.word)
            .iter()
            .any(|entry| entry.rest.is_empty() && entry.senses.iter().any(&is))
    })
}

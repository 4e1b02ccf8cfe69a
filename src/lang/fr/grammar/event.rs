//! The words that name the event a time hangs on: "l'assaut de la salle de concert", "qu'elle eut
//! dépassé son horizon".

use nom::Parser;
use nom::combinator::opt;

use super::words::has;
use crate::lang::Parsed;
use crate::lang::common::{any_word, glued, mark, near, no};
use crate::lang::input::Input;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind};

/// How many words an event's name can have; beyond that a writer has forgotten a comma.
const MOST: usize = 16;

/// A noun phrase after "avant", "après", "de", or a clause after "que".
pub(super) fn event(input: Input<'_>) -> Parsed<'_, ()> {
    if let Ok((rest, _)) = any_word(&["que", "qu"]).parse(input) {
        let (rest, _) = opt(glued(mark(b'\''))).parse(rest)?;
        return take(rest, true);
    }
    let infinitive = any_word(&["avoir", "etre"]).parse(input).is_ok();
    take(input, infinitive)
}

/// What a time can hang on: another time, a clause after "que", an infinitive, a noun phrase.
pub(super) fn named_event(input: Input<'_>) -> Parsed<'_, ()> {
    if let Ok((rest, _)) = super::point::point(input) {
        return Ok((rest, ()));
    }
    if any_word(&["que", "qu", "avoir", "etre"]).parse(input).is_ok() {
        return event(input);
    }
    noun_phrase(input)
}

/// The noun phrase of an event: begins with a determiner or a capital.
pub(super) fn noun_phrase(input: Input<'_>) -> Parsed<'_, ()> {
    let Some(token) = input.first() else { return no(input) };
    let determined = has(&input, token, |sense| matches!(sense, Sense::Determiner))
        || matches!(token.kind, Kind::Mark(b'"' | b'\''));
    if determined || super::words::is_capital(&input, token) {
        take(input, false)
    } else {
        no(input)
    }
}

/// Words up to a mark that closes; a noun phrase also ends at a conjunction, a relative pronoun or a
/// finite verb that is known.
fn take(input: Input<'_>, clause: bool) -> Parsed<'_, ()> {
    let mut rest = input;
    let mut words = 0;
    while let Some(token) = rest.first() {
        if token.gap == Gap::Break || (token.gap == Gap::Line && words != 0 && !clause) {
            break;
        }
        match token.kind {
            Kind::Word => {
                let accent = rest.text_of(token) != "a" && rest.text_of(token).len() == 2;
                let stops = has(&rest, token, |sense| matches!(sense, Sense::Stop))
                    && !(accent && has(&rest, token, |sense| matches!(sense, Sense::Link)));
                if (stops && !clause && token.gap != Gap::None) || words == MOST {
                    break;
                }
                words += 1;
            }
            Kind::Number => {
                if words == 0 && clause {
                    break;
                }
                words += 1;
            }
            Kind::Mark(b'\'' | b'-' | b'/') if token.gap == Gap::None => {}
            Kind::Mark(b'"' | 0) if !clause && words != 0 => {}
            _ => break,
        }
        rest = rest.skip(1);
    }
    if words == 0 { no(input) } else { Ok((rest, ())) }
}

/// "De", "du", "de l'" and the event after it.
pub(super) fn of_event(input: Input<'_>) -> Parsed<'_, Input<'_>> {
    let (at, contracted) = any_word(&["de", "du", "des", "d"]).parse(input)?;
    let at = super::words::elision(at);
    let (rest, ()) = if contracted == "du" || contracted == "des" {
        near(named_event).parse(at).or_else(|_| near(event).parse(at))?
    } else {
        near(named_event).parse(at)?
    };
    Ok((rest, at))
}

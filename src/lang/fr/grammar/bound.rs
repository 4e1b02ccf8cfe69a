//! Times as bounds: "depuis 2018", "jusqu'à vendredi", "d'ici la fin de l'année", "avant 2018".

use nom::Parser;
use nom::combinator::opt;

use super::point::point;
use super::words::{elision, has_grave, wrap};
use crate::expr::{Expr, Signal};
use crate::lang::common::{any_word, near, no, sense};
use crate::lang::input::Input;
use crate::lang::sense::Sense;
use crate::lang::{Found, Parsed};

/// A signal and the time it bounds: only the time is marked.
pub(super) fn bound(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, signal) = sense(|sense| match sense {
        Sense::Signal(signal) => Some(*signal),
        _ => None,
    })
    .parse(input)?;
    if signal == Signal::AsEarlyAs && !has_grave(&input) {
        return no(input);
    }
    let rest = elision(rest);
    let of = near(super::clock::about_clock).parse(rest).or_else(|_| near(point).parse(rest));
    let (rest, of) = match of {
        Ok(found) => found,
        Err(_) => {
            // "Jusqu'à la", "à compter du": an article contracted into "au", "du".
            let (rest, _) = opt(near(any_word(&["au", "du", "en", "a", "ce"]))).parse(rest)?;
            near(point).parse(rest)?
        }
    };
    if matches!(of.expr, Expr::Bound { .. }) {
        return no(input);
    }
    Ok((rest, wrap(of, |of| Expr::Bound { signal, of: Box::new(of) })))
}

/// "Au plus tard vendredi", "vendredi au plus tard".
pub(super) fn at_latest(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, of) = point(input)?;
    let (rest, ()) = near(crate::lang::common::words("au plus tard")).parse(rest)?;
    Ok((rest, wrap(of, |of| Expr::Bound { signal: Signal::By, of: Box::new(of) })))
}

//! A time as a bound: "since 2018", "until Friday", "by the end of the year", "after March 7".

use nom::Parser;

use super::point::point;
use super::words::{goes_on, past_hyphen, signal};
use super::year::year;
use crate::amount::Unit;
use crate::expr::{Anchor, Cell, Expr, Pattern, Signal};
use crate::lang::common::{any_word, boundary, no, word};
use crate::lang::input::Input;
use crate::lang::{Found, Parsed};

/// "Until then", "since then", "by then": the time told last, as a bound.
pub(super) fn until_then(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (start, signal) = signal(input)?;
    let (rest, ()) = word("then").parse(start)?;
    let (rest, ()) = boundary(rest)?;
    // "After then President Ford", "the pre-then owner".
    let named = super::words::is_capital(&rest) && goes_on(&rest);
    let glued = start.is_glued() || matches!(signal, Signal::After);
    if named || glued || super::words::is_hyphenated(&rest) {
        return no(input);
    }
    let cell = Cell::Unit(Unit::Unsaid);
    let told = Expr::Relative { cell, offset: 0, anchor: Anchor::Focus };
    let expr = Expr::Bound { signal, of: Box::new(told) };
    Ok((rest, Found { expr, marks: vec![(start, rest)], event: None }))
}

/// The bound, its signal outside the mark.
pub(super) fn bound(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, signal) = signal(input)?;
    let rest = any_word(&["at", "on", "from", "about"])
        .parse(rest)
        .map_or(rest, |(after, word)| if word == "about" { rest } else { after });
    let start = past_hyphen(rest);
    if !goes_on(&start) {
        return no(input);
    }
    // "The post-1959 years".
    let (rest, of) = point(start).or_else(|error| {
        if start.at() == rest.at() {
            return Err(error);
        }
        let (rest, year) = year(start)?;
        Ok((rest, Pattern { year: Some(year), ..Pattern::default() }.into()))
    })?;
    let expr = Expr::Bound { signal, of: Box::new(of) };
    Ok((rest, Found { expr, marks: vec![(start, rest)], event: None }))
}

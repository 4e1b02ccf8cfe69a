//! What rules are made of and has several forms, of which the longest counts: "7 March", "the next day"
//! and "Easter Monday" are days. Forms are tried where they can begin, like rules.

use super::common::no;
use super::input::Input;
use super::memo::Read;
use super::{Parsed, Start};
use crate::expr::Expr;

/// One of the forms of something.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    /// Of what.
    pub(crate) of: Choice,
    /// What it can begin with, as a rule; anything where nothing is said.
    pub(crate) starts: &'static [Start],
    /// What it has one of, as a rule.
    pub(crate) needs: &'static [Start],
    /// The order of its words.
    pub(crate) parse: Read<Expr>,
}

/// What has several forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// A day or a longer time.
    Day,
    /// A day, with the time of day where one is said.
    Timed,
    /// Any time, or a part of one.
    Point,
}

/// The longest of the forms of something, the first of them where equally long.
pub(crate) fn longest_form(of: Choice, input: Input<'_>) -> Parsed<'_, Expr> {
    let mut best: Option<(Input<'_>, Expr)> = None;
    for form in input.source().openings.forms(of, &input) {
        if let Ok((rest, found)) = (form.parse)(input)
            && best.as_ref().is_none_or(|(furthest, _)| furthest.at() < rest.at())
        {
            best = Some((rest, found));
        }
    }
    best.map_or_else(|| no(input), Ok)
}

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
    /// Its name, as explanations cite it; none where it only holds other forms.
    pub(crate) name: &'static str,
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

/// The name of a rule that reads any of the forms: explanations cite the form instead.
pub(crate) const BY_FORM: &str = "form";

/// How many words can lead to a form: "some time around March".
const LEAD: usize = 4;

/// The name of the form that reads a stretch, or its end behind a word such as "about".
pub(crate) fn name_of(input: Input<'_>, end: &Input<'_>) -> Option<&'static str> {
    let reads = |form: &&Form, from: Input<'_>| {
        !form.name.is_empty() && (form.parse)(from).is_ok_and(|(rest, _)| rest.at() == end.at())
    };
    (0..LEAD).find_map(|lead| {
        let from = input.skip(lead);
        let kinds = [Choice::Day, Choice::Timed, Choice::Point].into_iter();
        let mut forms = kinds.flat_map(|of| input.source().openings.forms(of, &from));
        forms.find(|form| reads(form, from)).map(|form| form.name)
    })
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

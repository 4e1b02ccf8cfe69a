//! The order of words: "7 tri 2024", "noz".

use nom::Parser;

use crate::amount::Unit;
use crate::expr::{Anchor, Cell, Expr, Pattern, Year};
use crate::lang::common::{near, number_in, sense, whole};
use crate::lang::input::Input;
use crate::lang::iso::four_digit_year;
use crate::lang::sense::Sense;
use crate::lang::{Found, Parsed, Rule, Start};

const MONTH: Start = Start::Sense(|sense| matches!(sense, Sense::Month(_)));
const DEICTIC: Start = Start::Sense(|sense| matches!(sense, Sense::Deictic(_)));

pub(super) static RULES: &[Rule] = &[
    Rule { name: "xx/date", starts: &[Start::Digits], needs: &[MONTH], parse: date },
    Rule { name: "xx/deictic", starts: &[DEICTIC], needs: &[], parse: deictic },
];

fn date(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, day) = number_in(1, 31, 2).parse(input)?;
    let month = sense(|sense| match sense {
        Sense::Month(month) => Some(*month),
        _ => None,
    });
    let (rest, month) = near(month).parse(rest)?;
    let (rest, year) = near(four_digit_year).parse(rest)?;
    let said = Pattern {
        year: Some(Year::Full(year)),
        month: Some(month),
        day: u8::try_from(day).ok(),
        ..Pattern::default()
    };
    Ok((rest, whole(said)))
}

fn deictic(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let days = sense(|sense| match sense {
        Sense::Deictic(days) => Some(*days),
        _ => None,
    });
    let (rest, offset) = near(days).parse(input)?;
    let cell = Cell::Unit(Unit::Day);
    Ok((rest, whole(Expr::Relative { cell, offset: offset.into(), anchor: Anchor::Publication })))
}

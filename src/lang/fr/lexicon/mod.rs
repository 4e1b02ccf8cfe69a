//! French words and what they can mean.

mod calendar;
mod feasts;
pub(super) mod function;
mod numbers;
mod relative;

use crate::lang::lexicon::Line;

/// All tables.
pub(super) static TABLES: &[&[Line]] = &[
    calendar::MONTHS,
    calendar::WEEKDAYS,
    calendar::SEASONS,
    calendar::DAY_PARTS,
    calendar::UNITS,
    calendar::ERAS,
    calendar::REPUBLICAN,
    calendar::ZONES,
    feasts::FEASTS,
    feasts::ORDINARY,
    numbers::NUMBERS,
    numbers::ORDINALS,
    numbers::COLLECTIVES,
    numbers::ROMANS,
    numbers::SPANS,
    relative::DEICTICS,
    relative::ORDER,
    relative::PARTS,
    relative::FREQUENCIES,
    relative::VAGUE,
    function::SIGNALS,
    function::MODIFIERS,
    function::SMALL,
    function::PEOPLE,
    function::NUMBERED,
    function::STREETS,
    function::LASTING,
    function::REMEMBERED,
];

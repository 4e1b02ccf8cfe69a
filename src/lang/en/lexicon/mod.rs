//! English words and what they can mean. No functions here: the order of words is the grammar's.

mod calendar;
mod clause;
mod named;
mod number;
mod reference;
mod title;

use crate::lang::lexicon::Line;

/// All tables.
pub(super) static TABLES: &[&[Line]] = &[
    calendar::MONTHS,
    calendar::WEEKDAYS,
    calendar::HOMOGRAPHS,
    calendar::UNITS,
    calendar::SEASONS,
    calendar::DAY_PARTS,
    calendar::CLOCK,
    calendar::ZONES,
    calendar::ERAS,
    calendar::REPUBLICAN,
    number::CARDINALS,
    number::ORDINALS,
    number::QUANTITIES,
    number::MODIFIERS,
    number::PLURALS,
    number::PADDING,
    reference::DEICTICS,
    reference::ORDER,
    reference::PARTS,
    reference::SIGNALS,
    reference::VAGUE,
    reference::RECURRING,
    named::MEMORABLE,
    named::FIXED,
    named::COMPUTED,
    named::UNRESOLVED,
    clause::DETERMINERS,
    clause::POSSESSIVES,
    clause::LINKS,
    clause::STOPS,
    clause::FUTURE,
    clause::LEADS,
    title::TITLES,
    title::NUMBERED,
];

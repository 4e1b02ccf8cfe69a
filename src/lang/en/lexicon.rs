//! English words.

use crate::lang::lexicon::Line;
use crate::lang::sense::Sense;

/// All tables.
pub(super) static TABLES: &[&[Line]] = &[MONTHS];

static MONTHS: &[Line] =
    &[("January", Sense::Month(1)), ("March", Sense::Month(3)), ("mar", Sense::MonthAbbr(3))];

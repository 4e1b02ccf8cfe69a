//! French words.

use crate::lang::lexicon::Line;
use crate::lang::sense::Sense;

/// All tables.
pub(super) static TABLES: &[&[Line]] = &[MONTHS];

static MONTHS: &[Line] =
    &[("janvier", Sense::Month(1)), ("mars", Sense::Month(3)), ("mar", Sense::MonthAbbr(3))];

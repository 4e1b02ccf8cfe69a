//! French.

mod cutting;
mod grammar;
mod happenings;
mod lexicon;
mod page;
mod places;
mod verbs;

use super::{Conventions, Grammar};
use crate::article::Language;

pub(super) static GRAMMAR: Grammar = Grammar {
    language: Language::Fr,
    lexicon: lexicon::TABLES,
    rules: grammar::RULES,
    forms: &[],
    bearers: grammar::BEARERS,
    inner: grammar::INNER,
    verbs: &verbs::VERBS,
    page: &page::PAGE,
    places: places::PLACES,
    happenings: &happenings::HAPPENINGS,
    cutting: &cutting::CUTTING,
    conventions: Conventions { day_first: true, shift_is_amount: true, every_set_is_every: true },
};

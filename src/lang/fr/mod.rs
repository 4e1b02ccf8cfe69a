//! French.

mod cutting;
mod grammar;
mod happenings;
mod inflection;
mod lexicon;
mod page;
mod places;
mod role;

use super::{Conventions, Grammar};
use crate::article::Language;

pub(super) static GRAMMAR: Grammar = Grammar {
    language: Language::Fr,
    lexicon: lexicon::TABLES,
    rules: grammar::RULES,
    forms: &[],
    bearers: grammar::BEARERS,
    inner: grammar::INNER,
    inflection: &inflection::INFLECTION,
    page: &page::PAGE,
    places: places::PLACES,
    happenings: &happenings::HAPPENINGS,
    roles: &role::ROLES,
    cutting: &cutting::CUTTING,
    conventions: Conventions { day_first: true, shift_is_amount: true, every_set_is_every: true },
};

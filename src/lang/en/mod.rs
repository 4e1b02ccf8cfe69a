//! En.

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

/// What English settles that is not words.
const CONVENTIONS: Conventions =
    Conventions { day_first: false, shift_is_amount: false, every_set_is_every: false };

pub(super) static GRAMMAR: Grammar = Grammar {
    language: Language::En,
    lexicon: lexicon::TABLES,
    rules: grammar::RULES,
    forms: grammar::FORMS,
    bearers: grammar::BEARERS,
    inner: grammar::INNER,
    inflection: &inflection::INFLECTION,
    page: &page::PAGE,
    places: places::PLACES,
    happenings: &happenings::HAPPENINGS,
    roles: &role::ROLES,
    cutting: &cutting::CUTTING,
    conventions: CONVENTIONS,
};

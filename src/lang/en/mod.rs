//! En.

mod grammar;
mod happenings;
mod lexicon;
mod page;
mod places;
mod tell;
mod verbs;

use super::{Conventions, Grammar};

/// What English settles that is not words.
const CONVENTIONS: Conventions =
    Conventions { day_first: false, shift_is_amount: false, every_set_is_every: false };

pub(super) static GRAMMAR: Grammar = Grammar {
    lexicon: lexicon::TABLES,
    rules: grammar::RULES,
    forms: grammar::FORMS,
    bearers: grammar::BEARERS,
    inner: grammar::INNER,
    verbs: &verbs::VERBS,
    page: &page::PAGE,
    places: places::PLACES,
    happenings: &happenings::HAPPENINGS,
    voice: &tell::VOICE,
    conventions: CONVENTIONS,
};

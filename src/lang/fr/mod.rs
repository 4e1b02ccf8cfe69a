//! French.

mod grammar;
mod happenings;
mod lexicon;
mod page;
mod places;
mod tell;
mod verbs;

use super::{Conventions, Grammar};

pub(super) static GRAMMAR: Grammar = Grammar {
    lexicon: lexicon::TABLES,
    rules: grammar::RULES,
    forms: &[],
    bearers: grammar::BEARERS,
    inner: grammar::INNER,
    verbs: &verbs::VERBS,
    page: &page::PAGE,
    places: places::PLACES,
    happenings: &happenings::HAPPENINGS,
    voice: &tell::VOICE,
    conventions: Conventions { day_first: true, shift_is_amount: true, every_set_is_every: true },
};

//! En.

mod assertion;
mod cutting;
mod grammar;
mod happenings;
mod inflection;
mod lexicon;
mod page;
mod places;
mod role;
mod tell;

use super::{Conventions, Grammar};

/// What English settles that is not words.
const CONVENTIONS: Conventions =
    Conventions { day_first: false, shift_is_amount: false, every_set_is_every: false, head_noun_first: false };

#[cfg(feature = "en")]
const MODEL: Option<&[u8]> = Some(include_bytes!("../../../models/en.bin"));
#[cfg(not(feature = "en"))]
const MODEL: Option<&[u8]> = None;

pub(super) static GRAMMAR: Grammar = Grammar {
    three_letters: "eng",
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
    assertions: &assertion::ASSERTIONS,
    model: MODEL,
    voice: &tell::VOICE,
    conventions: CONVENTIONS,
};

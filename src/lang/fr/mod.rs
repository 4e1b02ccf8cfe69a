//! French.

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

#[cfg(feature = "fr")]
const MODEL: Option<&[u8]> = Some(include_bytes!("../../../models/fr.bin"));
#[cfg(not(feature = "fr"))]
const MODEL: Option<&[u8]> = None;

pub(super) static GRAMMAR: Grammar = Grammar {
    three_letters: "fra",
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
    assertions: &assertion::ASSERTIONS,
    model: MODEL,
    voice: &tell::VOICE,
    conventions: Conventions { day_first: true, shift_is_amount: true, every_set_is_every: true, head_noun_first: true },
};

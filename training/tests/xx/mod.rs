//! A toy language of forty words, as small as a language can be: two rules, one class, its own voice.

mod grammar;
mod tell;
mod words;

use super::{Conventions, Grammar};

pub(super) static GRAMMAR: Grammar = Grammar {
    three_letters: "xxx",
    lexicon: words::TABLES,
    rules: grammar::RULES,
    forms: &[],
    bearers: &[],
    inner: "",
    inflection: &words::INFLECTION,
    page: &words::PAGE,
    places: &[],
    happenings: &words::HAPPENINGS,
    roles: &words::ROLES,
    cutting: &words::CUTTING,
    assertions: &words::ASSERTIONS,
    model: Some(include_bytes!("model.bin")),
    voice: &tell::VOICE,
    conventions: Conventions {
        day_first: true,
        shift_is_amount: false,
        every_set_is_every: false,
        head_noun_first: true,
    },
};

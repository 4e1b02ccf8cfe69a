//! French.

mod grammar;
mod lexicon;

use super::{Conventions, Grammar};
use crate::article::Language;

pub(super) static GRAMMAR: Grammar = Grammar {
    language: Language::Fr,
    lexicon: lexicon::TABLES,
    rules: grammar::RULES,
    conventions: Conventions { day_first: true, decimal_comma: true, shift_is_amount: true },
};

//! Languages: a lexicon (words and their meanings, no functions), a grammar (the order of words, no
//! tables) and conventions (data that is not words), over combinators shared by all.
//!
//! To add a language: copy the folder `en`, add one word to `languages!` in `language.rs` and a file
//! `fixtures/corpus/<xx>.txt`.

pub(crate) mod assertion;
pub(crate) mod classes;
pub(crate) mod common;
pub(crate) mod cutting;
pub(crate) mod fold;
pub(crate) mod form;
pub(crate) mod gazetteer;
pub(crate) mod inflect;
pub(crate) mod input;
pub(crate) mod iso;
pub(crate) mod labels;
pub(crate) mod lexicon;
pub(crate) mod memo;
pub(crate) mod numeric;
pub(crate) mod opening;
pub(crate) mod page;
pub(crate) mod phrase;
pub(crate) mod role;
pub(crate) mod sense;
pub(crate) mod table;
pub(crate) mod token;
pub(crate) mod voice;

use nom::IResult;

use crate::article::Language;
use crate::expr::Expr;
use form::Form;
use input::Input;
use lexicon::{Lexicon, Line};
use opening::Openings;
use sense::Sense;

/// What a rule found: what the words say, and where the pieces of that stand.
#[derive(Clone, Debug)]
pub(crate) struct Found<'a> {
    /// What the words say.
    pub(crate) expr: Expr,
    /// The stretch of each of `expr.parts()`: from the first place up to the second. Empty where
    /// there is one part and it is the whole phrase.
    pub(crate) marks: Vec<(Input<'a>, Input<'a>)>,
    /// The words that name the event it hangs on.
    pub(crate) event: Option<(Input<'a>, Input<'a>)>,
}

/// What a rule's function gives: nom's result over tokens.
pub(crate) type Parsed<'a, T> = IResult<Input<'a>, T>;

/// A word or a kind of word that a rule can begin with.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Start {
    /// This word, or these words.
    Word(&'static str),
    /// Any word with a meaning of which the function says yes.
    Sense(fn(&Sense) -> bool),
    /// A number in digits.
    Digits,
    /// A number of three digits or more, as years have.
    LongDigits,
    /// A mark: an apostrophe, an opening bracket.
    Mark(u8),
}

/// A rule of a grammar.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    /// Its name, as explanations cite it: "fr/il-y-a".
    pub(crate) name: &'static str,
    /// What it can begin with. It is tried nowhere else.
    pub(crate) starts: &'static [Start],
    /// What it has one of besides what it begins with, wherever. Where none stands it is not tried.
    pub(crate) needs: &'static [Start],
    /// The order of its words.
    pub(crate) parse: for<'a> fn(Input<'a>) -> Parsed<'a, Found<'a>>,
}

/// What a language settles that is not words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Conventions {
    /// Whether 03/04 is 3 April.
    pub(crate) day_first: bool,
    /// Whether TIMEX3 takes the amount of "il y a trois ans" for a DURATION, the signal left
    /// outside, instead of the whole for a DATE.
    pub(crate) shift_is_amount: bool,
    /// Whether TIMEX3 has `quant` EVERY for a set that says no such word: "annuel", "par an".
    pub(crate) every_set_is_every: bool,
    /// Whether of several nouns in a row the first is the head: "attentat à la bombe", "bomb attack".
    pub(crate) head_noun_first: bool,
}

/// A language as its folder gives it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grammar {
    /// Its code in ISO 639-3.
    pub(crate) three_letters: &'static str,
    pub(crate) lexicon: &'static [&'static [Line]],
    pub(crate) rules: &'static [Rule],
    /// The forms of what its rules are made of, where they are no rules themselves.
    pub(crate) forms: &'static [Form],
    pub(crate) conventions: Conventions,
    /// Words that say a time in a rule and are not in the lexicon: "moment" of "ce moment-là". A rule
    /// is not tried where no word of time is near, so its word must be in either.
    pub(crate) bearers: &'static [&'static str],
    /// The other words that rules name and that are not in the lexicon: "ago", "environs". No rule is
    /// tried where a word that nobody knows stands before the next word of time.
    pub(crate) inner: &'static str,
    /// The words that show how sentences are built.
    pub(crate) inflection: &'static inflect::Inflection,
    /// What its pages call their own parts.
    pub(crate) page: &'static page::Page,
    /// Places with their zones.
    pub(crate) places: &'static gazetteer::Places,
    /// Its words for what happens.
    pub(crate) happenings: &'static classes::Happenings,
    /// How sentences say that events lie in time, and its side of the glossary.
    pub(crate) assertions: &'static assertion::Assertions,
    /// What lemmas do in a sentence.
    pub(crate) roles: &'static role::Roles,
    /// What it writes together.
    pub(crate) cutting: &'static cutting::Cutting,
    /// The file of its model of syntax, where it is built in.
    pub(crate) model: Option<&'static [u8]>,
    /// Its names and sentences for what is told.
    pub(crate) voice: &'static voice::Voice,
}

macro_rules! folders {
    ($($code:ident $variant:ident),*) => {
        $(mod $code;)*

        /// The grammar of a language.
        pub(crate) fn grammar(language: Language) -> &'static Grammar {
            match language {
                $(Language::$variant => &$code::GRAMMAR,)*
            }
        }
    };
}
crate::language::languages!(folders);

impl Language {
    /// The ISO 639-3 code.
    pub fn three_letters(self) -> &'static str {
        grammar(self).three_letters
    }
}

/// What a language tells with.
pub(crate) fn voice(language: Language) -> &'static voice::Voice {
    grammar(language).voice
}

/// The file of a language's model of syntax, where it is built in.
pub(crate) fn model(language: Language) -> Option<&'static [u8]> {
    grammar(language).model
}

/// A grammar made ready to run: the lexicon's lookup, and for each word the rules that it can begin.
#[derive(Debug)]
pub(crate) struct Engine {
    pub(crate) language: Language,
    pub(crate) grammar: &'static Grammar,
    pub(crate) lexicon: Lexicon,
    pub(crate) openings: Openings,
    /// What lemmas do in a sentence.
    pub(crate) roles: role::RoleTable,
}

impl Engine {
    /// Builds the tables of a language.
    pub(crate) fn new(language: Language) -> Self {
        let grammar = grammar(language);
        let starts = (grammar.rules.iter())
            .flat_map(|rule| rule.starts)
            .filter_map(|start| if let Start::Word(word) = start { Some(*word) } else { None });
        let others: Vec<&'static str> = starts.collect();
        let lexicon = Lexicon::new(grammar.lexicon, &others, grammar.bearers, grammar.inner);
        let openings = Openings::new(grammar.rules, grammar.forms, &lexicon);
        let roles = role::RoleTable::new(grammar.roles);
        Self { language, grammar, lexicon, openings, roles }
    }
}

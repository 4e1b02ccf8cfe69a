//! Languages: a lexicon (words and their meanings, no functions), a grammar (the order of words, no
//! tables) and conventions (data that is not words), over combinators shared by all.
//!
//! To add a language: copy the folder `en`, add one word to `languages!` and a file
//! `fixtures/corpus/<xx>.txt`.

pub(crate) mod classes;
pub(crate) mod common;
pub(crate) mod cue;
mod en;
pub(crate) mod fold;
mod fr;
pub(crate) mod gazetteer;
pub(crate) mod input;
pub(crate) mod iso;
pub(crate) mod lexicon;
pub(crate) mod numeric;
pub(crate) mod page;
pub(crate) mod phrase;
pub(crate) mod sense;
pub(crate) mod token;

use nom::IResult;

use crate::article::Language;
use crate::expr::Expr;
use input::Input;
use lexicon::{Lexicon, Line, WordId};
use sense::Sense;
use token::Kind;

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
    /// This word (or the first word of these).
    Word(&'static str),
    /// Any word with a meaning of which the function says yes.
    Sense(fn(&Sense) -> bool),
    /// A number in digits.
    Digits,
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
}

/// A language as its folder gives it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grammar {
    pub(crate) language: Language,
    pub(crate) lexicon: &'static [&'static [Line]],
    pub(crate) rules: &'static [Rule],
    pub(crate) conventions: Conventions,
    /// The words that show how sentences are built.
    pub(crate) verbs: &'static cue::Verbs,
    /// What its pages call their own parts.
    pub(crate) page: &'static page::Page,
    /// Places with their zones.
    pub(crate) places: &'static gazetteer::Places,
    /// Its words for what happens.
    pub(crate) happenings: &'static classes::Happenings,
}

macro_rules! languages {
    ($($module:ident),*) => {
        /// Every language there is, in the order of their codes.
        static GRAMMARS: [&Grammar; [$(stringify!($module)),*].len()] = [$(&$module::GRAMMAR),*];
    };
}
languages! { en, fr }

/// The grammar of a language.
pub(crate) fn grammar(language: Language) -> &'static Grammar {
    GRAMMARS.iter().find(|grammar| grammar.language == language).unwrap_or(&GRAMMARS[0])
}

/// The words of a lexicon that a rule's start admits.
fn words_that_begin(start: &Start, lexicon: &Lexicon) -> Vec<WordId> {
    match start {
        Start::Word(text) => {
            let first = lexicon::words_of(text).next();
            let id = first.map_or(WordId::NONE, |word| lexicon.id(word.as_bytes()));
            if id == WordId::NONE { Vec::new() } else { vec![id] }
        }
        Start::Sense(is) => (0..lexicon.len() as u16)
            .map(WordId)
            .filter(|id| lexicon.entries(*id).iter().flat_map(|entry| &entry.senses).any(is))
            .collect(),
        Start::Digits | Start::Mark(_) => Vec::new(),
    }
}

/// A grammar made ready to run: the lexicon's lookup, and for each word the rules that it can begin.
#[derive(Debug)]
pub(crate) struct Engine {
    pub(crate) grammar: &'static Grammar,
    pub(crate) lexicon: Lexicon,
    pub(crate) cues: cue::Cues,
    by_word: Vec<Box<[u16]>>,
    by_digits: Box<[u16]>,
    by_mark: [Box<[u16]>; 128],
}

impl Engine {
    /// Builds the tables of a language.
    pub(crate) fn new(language: Language) -> Self {
        let grammar = grammar(language);
        let others: Vec<&'static str> = (grammar.rules.iter())
            .flat_map(|rule| rule.starts)
            .filter_map(|start| if let Start::Word(word) = start { Some(*word) } else { None })
            .collect();
        let lexicon = Lexicon::new(grammar.lexicon, &others);
        let mut by_word = vec![Vec::new(); lexicon.len()];
        for (number, rule) in (0u16..).zip(grammar.rules) {
            for start in rule.starts {
                for id in words_that_begin(start, &lexicon) {
                    let rules: &mut Vec<u16> = &mut by_word[usize::from(id.0)];
                    if rules.last() != Some(&number) {
                        rules.push(number);
                    }
                }
            }
        }
        let by_word = by_word.into_iter().map(Vec::into_boxed_slice).collect();
        let rules_where = |begins: &dyn Fn(&Start) -> bool| -> Box<[u16]> {
            let rules = (0u16..).zip(grammar.rules);
            rules.filter(|(_, rule)| rule.starts.iter().any(begins)).map(|(n, _)| n).collect()
        };
        let by_digits = rules_where(&|start| matches!(start, Start::Digits));
        let by_mark = std::array::from_fn(|mark| {
            rules_where(&|start| matches!(start, Start::Mark(byte) if usize::from(*byte) == mark))
        });
        let cues = cue::Cues::new(grammar.verbs);
        Self { grammar, lexicon, cues, by_word, by_digits, by_mark }
    }

    /// The rules that the next token can begin, by number, in their order.
    pub(crate) fn rules_at(&self, input: &Input<'_>) -> &[u16] {
        match input.first().map(|token| (token.kind, token.word)) {
            Some((Kind::Word, word)) => {
                self.by_word.get(usize::from(word.0)).map_or(&[], |rules| rules)
            }
            Some((Kind::Number, _)) => &self.by_digits,
            Some((Kind::Mark(mark), _)) => {
                self.by_mark.get(usize::from(mark)).map_or(&[], |rules| rules)
            }
            None => &[],
        }
    }

    /// Runs a rule. `None` where its words are not there.
    pub(crate) fn run<'a>(&self, rule: u16, input: Input<'a>) -> Option<(Input<'a>, Found<'a>)> {
        let rule = self.grammar.rules.get(usize::from(rule))?;
        (rule.parse)(input).ok()
    }
}

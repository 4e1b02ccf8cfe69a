//! Where a mention could begin. A first pass over the tokens says how far the next word of time is;
//! a table says which rules a token can begin, by the words and phrases that stand there.

use super::common::rest_of;
use super::form::{Choice, Form};
use super::input::{Input, Source};
use super::lexicon::{Bears, Lexicon, WordId, words_of};
use super::memo::Memo;
use super::sense::Sense;
use super::table::Key;
use super::token::{Gap, Kind, Token};
use super::{Engine, Rule, Start};

/// How many tokens after its first a mention has a word of time at the latest: "il y a tout juste un
/// peu plus de trois ans". Nothing is tried where none is as near.
pub(crate) const REACH: u8 = 10;

/// A set of rules and forms by number, one bit each; the forms come after the rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rules(u128);

impl Rules {
    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    fn insert(&mut self, number: usize) {
        self.0 |= u32::try_from(number).ok().and_then(|n| 1u128.checked_shl(n)).unwrap_or(0);
    }

    fn union(self, other: Rules) -> Rules {
        Rules(self.0 | other.0)
    }

    fn both(self, other: Rules) -> Rules {
        Rules(self.0 & other.0)
    }

    fn len(self) -> usize {
        self.0.count_ones() as usize
    }
}

impl Iterator for Rules {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let first = self.0.trailing_zeros();
        self.0 &= self.0.wrapping_sub(1);
        (first < u128::BITS).then_some(first as usize)
    }
}

/// Sets of rules, one for each thing that a token can be.
#[derive(Debug)]
struct ByToken {
    /// By the number of a word.
    words: Vec<Rules>,
    digits: Rules,
    long_digits: Rules,
    marks: [Rules; 128],
}

impl ByToken {
    fn new(words: usize) -> Self {
        ByToken {
            words: vec![Rules::default(); words],
            digits: Rules::default(),
            long_digits: Rules::default(),
            marks: [Rules::default(); 128],
        }
    }

    fn at(&self, token: &Token) -> Rules {
        match token.kind {
            Kind::Word => self.words.get(usize::from(token.word.0)).copied().unwrap_or_default(),
            // Years have three digits or more.
            Kind::Number if 3 <= token.end - token.start => self.digits.union(self.long_digits),
            Kind::Number => self.digits,
            Kind::Mark(mark) => self.marks.get(usize::from(mark)).copied().unwrap_or_default(),
        }
    }

    /// Adds a rule to what starts so, if that is no word.
    fn insert(&mut self, start: &Start, number: usize) {
        let set = match start {
            Start::Digits => Some(&mut self.digits),
            Start::LongDigits => Some(&mut self.long_digits),
            Start::Mark(mark) => self.marks.get_mut(usize::from(*mark)),
            Start::Word(_) | Start::Sense(_) => None,
        };
        set.into_iter().for_each(|set| set.insert(number));
    }

    fn insert_word(&mut self, word: WordId, number: usize) {
        self.words.get_mut(usize::from(word.0)).into_iter().for_each(|set| set.insert(number));
    }
}

/// The words of a phrase after its first, and the rules that the phrase can begin.
type Phrase = (Box<[WordId]>, Rules);

/// Which rules can begin with what, and which have what they need. Built once a language.
#[derive(Debug)]
pub(crate) struct Openings {
    /// What a token begins by itself.
    begins: ByToken,
    /// By the number of a word, what it begins where a phrase goes on after it.
    phrases: Vec<Vec<Phrase>>,
    /// The rules that say nothing of what they begin with.
    anywhere: Rules,
    /// The rules that need a token.
    feeds: ByToken,
    /// The rules that need nothing.
    content: Rules,
    /// The rules, without the forms.
    rules: Rules,
    forms: &'static [Form],
    /// The forms of each choice.
    choices: Vec<(Choice, Rules)>,
}

impl Openings {
    pub(crate) fn new(rules: &[Rule], forms: &'static [Form], lexicon: &Lexicon) -> Self {
        let mut openings = Openings {
            begins: ByToken::new(lexicon.len()),
            phrases: vec![Vec::new(); lexicon.len()],
            anywhere: Rules::default(),
            feeds: ByToken::new(lexicon.len()),
            content: Rules::default(),
            rules: Rules::default(),
            forms,
            choices: Vec::new(),
        };
        for number in 0..rules.len() {
            openings.rules.insert(number);
        }
        for (number, form) in (rules.len()..).zip(forms) {
            match openings.choices.iter_mut().find(|(choice, _)| *choice == form.of) {
                Some((_, forms)) => forms.insert(number),
                None => {
                    let mut first = Rules::default();
                    first.insert(number);
                    openings.choices.push((form.of, first));
                }
            }
        }
        let rules = rules.iter().map(|rule| (rule.starts, rule.needs));
        let forms = forms.iter().map(|form| (form.starts, form.needs));
        for (number, (starts, needs)) in rules.chain(forms).enumerate() {
            if starts.is_empty() {
                openings.anywhere.insert(number);
            }
            for start in starts {
                openings.begin(start, number, lexicon);
            }
            if needs.is_empty() {
                openings.content.insert(number);
            }
            for need in needs {
                openings.feeds.insert(need, number);
                each_phrase(need, lexicon, |first, _| openings.feeds.insert_word(first, number));
            }
        }
        openings
    }

    /// The rules that can begin with the next token and have what they need.
    pub(crate) fn at(&self, input: &Input<'_>) -> Rules {
        self.of(self.rules, input)
    }

    /// The forms of something that can begin with the next token and have what they need.
    pub(crate) fn forms(
        &self,
        of: Choice,
        input: &Input<'_>,
    ) -> impl Iterator<Item = &'static Form> {
        let forms = self.choices.iter().find(|(choice, _)| *choice == of);
        let forms = forms.map_or(Rules::default(), |(_, forms)| self.of(*forms, input));
        let (first, all) = (self.rules.len(), self.forms);
        forms.filter_map(move |number| all.get(number - first))
    }

    /// Those of some rules that can begin with the next token and have what they need.
    fn of(&self, rules: Rules, input: &Input<'_>) -> Rules {
        input.source().memo.opened(input, || self.any(input)).both(rules)
    }

    /// All that can begin with the next token and has what it needs.
    fn any(&self, input: &Input<'_>) -> Rules {
        let begun = self.begun(input).union(self.anywhere);
        if begun.is_empty() { begun } else { begun.both(self.fed(input)) }
    }

    /// The rules that can begin with the next token.
    fn begun(&self, input: &Input<'_>) -> Rules {
        let Some(token) = input.first() else { return Rules::default() };
        let phrases = self.phrases.get(usize::from(token.word.0)).map_or(&[][..], Vec::as_slice);
        let after = input.skip(1);
        let read = phrases.iter().filter(|(rest, _)| rest_of(rest, after).is_some());
        read.fold(self.begins.at(token), |rules, (_, more)| rules.union(*more))
    }

    /// The rules whose needs stand among the words that a time can have from here on, or a little
    /// further.
    fn fed(&self, input: &Input<'_>) -> Rules {
        input.source().memo.fed(input, |fed| {
            let run = reach(*input, STRETCH + LENGTH);
            fed.extend(run.map(|token| self.feeds.at(token)));
            fed.push(self.content);
            // From each token on: what it feeds, and what those after it do.
            for n in (1..fed.len()).rev() {
                let after = fed.get(n).copied().unwrap_or_default();
                if let Some(rules) = fed.get_mut(n - 1) {
                    *rules = rules.union(after);
                }
            }
            // Near the end of a longer run not enough has been looked at.
            if STRETCH + LENGTH < fed.len() {
                fed.truncate(STRETCH);
            }
        })
    }

    fn begin(&mut self, start: &Start, number: usize, lexicon: &Lexicon) {
        self.begins.insert(start, number);
        each_phrase(start, lexicon, |first, rest| {
            if rest.is_empty() {
                return self.begins.insert_word(first, number);
            }
            let Some(phrases) = self.phrases.get_mut(usize::from(first.0)) else { return };
            let known = phrases.iter().position(|(known, _)| **known == *rest);
            let at = known.unwrap_or_else(|| {
                phrases.push((rest.into(), Rules::default()));
                phrases.len() - 1
            });
            phrases.get_mut(at).into_iter().for_each(|(_, rules)| rules.insert(number));
        });
    }
}

/// Every phrase of a language that is such a word: its first word and the others.
fn each_phrase(words: &Start, lexicon: &Lexicon, mut each: impl FnMut(WordId, &[WordId])) {
    match words {
        Start::Word(text) => {
            let ids: Vec<_> =
                words_of(text).map(|word| lexicon.id(&Key::from(word.as_bytes()))).collect();
            if let Some((first, rest)) = ids.split_first() {
                each(*first, rest);
            }
        }
        Start::Sense(is) => {
            for word in (0..).map(WordId).take(lexicon.len()) {
                for entry in lexicon.entries(word) {
                    if entry.senses.iter().any(is) {
                        each(word, &entry.rest);
                    }
                }
            }
        }
        Start::Digits | Start::LongDigits | Start::Mark(_) => {}
    }
}

/// The tokens from a place on that one time can have: no word that no rule knows, and no more than so
/// many.
fn reach<'a>(input: Input<'a>, most: usize) -> impl Iterator<Item = &'a Token> {
    let mut before = None;
    (0..most).map_while(move |n| {
        let token = input.peek(n)?;
        let before = before.replace(token);
        (!is_strange(token) || before.is_some_and(|before| before.ahead == 0)).then_some(token)
    })
}

/// Whether it is a word that no rule knows. Such a word stands in a time only after a number: "two
/// bloody weeks".
fn is_strange(token: &Token) -> bool {
    token.kind == Kind::Word && token.word == WordId::NONE
}

/// For how many tokens at a time it is reckoned what they feed.
const STRETCH: usize = 64;

/// How many tokens after its first a time can have the words that a rule asks about: as many as the
/// longest time has.
const LENGTH: usize = 24;

/// Whether a word or a phrase that can have a certain meaning begins within the length of a time: what
/// a rule asks that needs one, before it reads all that stands before it.
pub(crate) fn lies_ahead(input: Input<'_>, is: impl Fn(&Sense) -> bool) -> bool {
    let lexicon = input.source().lexicon;
    let entries = |token: &Token| lexicon.entries(token.word).iter();
    reach(input, LENGTH).flat_map(entries).flat_map(|entry| &entry.senses).any(is)
}

/// Writes into every token how many tokens on the next word of time stands in its paragraph: a number,
/// or a word or the first of a phrase that says something of time.
pub(crate) fn look_ahead(text: &str, tokens: &mut [Token], engine: &Engine) {
    let Engine { lexicon, openings, .. } = engine;
    let (mut ahead, memo) = (u8::MAX, &Memo::default());
    for at in (0..tokens.len()).rev() {
        let Some(token) = tokens.get(at) else { continue };
        let bears = match (token.kind, lexicon.bears(token.word)) {
            (Kind::Number, _) | (_, Bears::Always) => true,
            (_, Bears::Never) => false,
            (_, Bears::InPhrases) => {
                let source = Source { text, tokens, lexicon, openings, memo };
                let after = Input::new(&source, at + 1);
                let mut phrases = lexicon.entries(token.word).iter();
                phrases.any(|entry| entry.bears && rest_of(&entry.rest, after).is_some())
            }
        };
        ahead = match (bears, token.kind) {
            (true, _) => 0,
            (_, Kind::Word) if token.word == WordId::NONE => u8::MAX,
            (_, Kind::Mark(mark)) if !matches!(mark, b'\'' | b'-') => u8::MAX,
            _ => ahead.saturating_add(1),
        };
        let Some(token) = tokens.get_mut(at) else { continue };
        token.ahead = ahead;
        if token.gap == Gap::Break {
            ahead = u8::MAX;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::article::Language;

    #[test]
    fn a_set_holds_the_rules_of_every_language() {
        for &language in Language::ALL {
            let grammar = super::super::grammar(language);
            let rules = grammar.rules.len() + grammar.forms.len();
            assert!(rules <= u128::BITS as usize, "{language:?}: widen `Rules`");
        }
    }
}

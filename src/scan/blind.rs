//! Where no rule is tried, none would have read anything: what is found with the tables of
//! [`crate::lang::opening`] is what is found with every rule tried at every word it can begin with.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::{Mention, Tokens, scan};
use crate::article::Language;
use crate::lang::form::Form;
use crate::lang::lexicon::{WordId, words_of};
use crate::lang::memo::Memo;
use crate::lang::opening::Openings;
use crate::lang::table::Key;
use crate::lang::{Engine, Rule};

/// A language's engine, and one whose rules need nothing.
struct Both {
    engine: Engine,
    blind: Engine,
}

impl Both {
    fn new(language: Language) -> Self {
        let mut blind = Engine::new(language);
        let needless = |rule: &Rule| Rule { needs: &[], ..*rule };
        let rules: Vec<Rule> = blind.grammar.rules.iter().map(needless).collect();
        let form = |form: &Form| Form { starts: &[], needs: &[], ..*form };
        let forms: Vec<Form> = blind.grammar.forms.iter().map(form).collect();
        blind.openings = Openings::new(&rules, forms.leak(), &blind.lexicon);
        Both { engine: Engine::new(language), blind }
    }

    /// The mentions of a text as they are found, and with every rule tried at every word it can begin
    /// with, however far the next word of time is.
    fn found(&self, text: &str) -> [Vec<Mention>; 2] {
        let tokens = Tokens::of(text, &self.engine);
        let mut all = Tokens::of(text, &self.blind);
        all.0.iter_mut().for_each(|token| token.ahead = 0);
        [
            scan(&tokens.source(text, &self.engine, &Memo::default()), &self.engine),
            scan(&all.source(text, &self.blind, &Memo::default()), &self.blind),
        ]
    }
}

static BOTH: LazyLock<Vec<(Language, Both)>> = LazyLock::new(|| {
    Language::ALL.iter().map(|&language| (language, Both::new(language))).collect()
});

fn corpus(language: Language) -> &'static str {
    match language {
        Language::Fr => include_str!("../../fixtures/corpus/fr.txt"),
        _ => include_str!("../../fixtures/corpus/en.txt"),
    }
}

/// Every word that the rules can read, some that they cannot, numbers, marks, and beginnings and ends of
/// phrases of the corpus.
fn pieces(language: Language) -> Vec<&'static str> {
    let grammar = crate::lang::grammar(language);
    let words = grammar.lexicon.iter().copied().flatten().map(|(text, _)| *text);
    let named = grammar.inner.split_whitespace().chain(grammar.bearers.iter().copied());
    let others =
        "1 3 12 48 98 1999 2024 03 20 h th st , . - – ' ’ : / ( ) % $ ; zorglub Zorglub \n \n\n";
    let phrases = corpus(language).lines().flat_map(|line| line.split('|').skip(1));
    let halves = phrases.flat_map(|phrase| {
        let middle = phrase.len() / 2;
        let space = phrase.get(middle..).and_then(|end| end.find(' ')).map_or(0, |at| middle + at);
        let (start, end) = phrase.split_at(space);
        [start, end, phrase]
    });
    words.chain(named).chain(others.split(' ')).chain(halves).collect()
}

static PIECES: LazyLock<Vec<(&Both, Vec<&str>)>> =
    LazyLock::new(|| BOTH.iter().map(|(language, both)| (both, pieces(*language))).collect());

#[test]
fn where_nothing_is_tried_nothing_is_lost() {
    for (language, both) in &*BOTH {
        let article = match language {
            Language::Fr => include_str!("../../fixtures/articles/depeche.txt"),
            _ => include_str!("../../fixtures/articles/harbour.txt"),
        };
        for phrase in
            corpus(*language).lines().chain(article.lines()).flat_map(|line| line.split('|'))
        {
            let [found, all] = both.found(phrase);
            assert_eq!(
                found, all,
                "{phrase:?}: a word of time of the rule is neither in the lexicon nor among its \
                 language's BEARERS, it stands further than REACH, or the rule does not need what \
                 its `needs` say"
            );
        }
    }
}

/// A word that a rule reads and the tables do not know would keep the rule from being tried.
#[test]
fn the_tables_know_every_word_that_a_rule_names() {
    for &language in Language::ALL {
        let engine = Engine::new(language);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lang").join(language.code());
        let mut unknown = BTreeSet::new();
        for file in std::fs::read_dir(folder.join("grammar")).expect("a language has a grammar") {
            let text = std::fs::read_to_string(file.expect("it can be listed").path());
            let text = text.expect("it can be read");
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            // What stands between quotation marks and is words: not a rule's name, not a mark.
            for literal in code.flat_map(|line| line.split('"').skip(1).step_by(2)) {
                let is_words = |c: char| c.is_ascii_lowercase() || c == ' ';
                if literal.is_empty() || !literal.chars().all(is_words) {
                    continue;
                }
                let known =
                    |word: &String| engine.lexicon.id(&Key::from(word.as_bytes())) != WordId::NONE;
                unknown.extend(words_of(literal).filter(|word| !known(word)));
            }
        }
        assert!(unknown.is_empty(), "{language:?}: add to INNER: {unknown:?}");
    }
}

proptest! {
    #[test]
    fn nothing_is_lost_in_any_order_of_words(
        picks in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 1..12),
    ) {
        for (both, pieces) in &*PIECES {
            let mut text = String::new();
            for (pick, glued) in &picks {
                text.push_str(if *glued { "" } else { " " });
                text.push_str(pieces[pick.index(pieces.len())]);
            }
            let [found, all] = both.found(&text);
            prop_assert_eq!(found, all, "{}", text);
        }
    }
}

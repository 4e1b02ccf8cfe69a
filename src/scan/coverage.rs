//! The corpus exercises every rule and every entry of every lexicon: what no phrase meets is either
//! dead or wrong without anybody knowing.

use std::collections::BTreeSet;

use super::{Tokens, scan};
use crate::article::Language;
use crate::lang::Engine;
use crate::lang::form::BY_FORM;
use crate::lang::lexicon::WordId;
use crate::lang::memo::Memo;
use crate::lang::token::Kind;

/// What a language's corpus never meets: rules and lexicon phrases, in the order of the tables.
fn missed(language: Language, corpus: &str) -> Vec<String> {
    let engine = Engine::new(language);
    let rules = engine.grammar.rules.iter().map(|rule| rule.name);
    let forms = engine.grammar.forms.iter().map(|form| form.name);
    let mut rules: BTreeSet<&str> = rules
        .filter(|rule| *rule != BY_FORM)
        .chain(forms)
        .filter(|rule| !rule.is_empty())
        .collect();
    let mut entries: BTreeSet<(u16, usize)> = (0..engine.lexicon.len() as u16)
        .flat_map(|word| {
            let phrases = engine.lexicon.entries(WordId(word)).len();
            (0..phrases).map(move |phrase| (word, phrase))
        })
        .collect();
    let lines = corpus.lines().filter(|line| !line.trim_start().starts_with('#'));
    for phrase in lines.flat_map(|line| line.split('|').skip(1)) {
        let tokens = Tokens::of(phrase, &engine);
        let memo = Memo::default();
        let source = tokens.source(phrase, &engine, &memo);
        let mentions = scan(&source, &engine);
        rules.retain(|rule| mentions.iter().all(|mention| mention.rule != *rule));
        // A word that decides counts where it stands: in the mention, or beside it, as in "page 7"
        // and "Avril Lavigne", which must give nothing.
        for (at, token) in
            source.tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Word)
        {
            for (number, entry) in engine.lexicon.entries(token.word).iter().enumerate() {
                let words =
                    source.tokens.iter().skip(at + 1).filter(|token| token.kind == Kind::Word);
                let next = words.map(|token| token.word).take(entry.rest.len());
                if next.eq(entry.rest.iter().copied()) {
                    entries.remove(&(token.word.0, number));
                }
            }
        }
    }
    let unmet = entries.into_iter().filter_map(|(word, phrase)| {
        let entry = engine.lexicon.entries(WordId(word)).get(phrase)?;
        Some(format!("word {:?}", entry.text))
    });
    rules.into_iter().map(|rule| format!("rule {rule}")).chain(unmet).collect()
}

#[test]
fn the_english_corpus_exercises_every_rule_and_word() {
    let missed = missed(Language::En, include_str!("../../fixtures/corpus/en.txt"));
    assert!(missed.is_empty(), "no phrase of en.txt meets: {}", missed.join(", "));
}

#[test]
fn the_french_corpus_exercises_every_rule_and_word() {
    let missed = missed(Language::Fr, include_str!("../../fixtures/corpus/fr.txt"));
    assert!(missed.is_empty(), "no phrase of fr.txt meets: {}", missed.join(", "));
}

//! Finding: every mention of time in a text, leftmost, longest, then in the order of the rules.

#[cfg(test)]
mod blind;
#[cfg(test)]
mod coverage;

use crate::article::Span;
use crate::expr::Expr;
use crate::lang::form::{self, BY_FORM};
use crate::lang::input::{Input, Source};
use crate::lang::memo::Memo;
use crate::lang::opening::REACH;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind, Token, tokenize};
use crate::lang::{Engine, Found, Rule};

/// A stretch of text that speaks of time, and what it says.
///
/// ```
/// use frise::{Article, Frise, Language};
/// let text = "Depuis le 7 mars, le pont est fermé.";
/// let mentions = Frise::new().find(&Article::new("a", text, Language::Fr));
/// assert_eq!(mentions[0].span.of(text), "Depuis le 7 mars");
/// assert_eq!(mentions[0].marks[0].of(text), "le 7 mars");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Mention {
    /// The whole phrase: the words that say the time, the signal before them ("depuis") and the
    /// event they hang on ("avant l'attaque").
    pub span: Span,
    /// The name of the rule that read it: `fr/date`.
    pub rule: &'static str,
    /// What it says.
    pub expr: Expr,
    /// Where each of `expr.parts()` stands, as TIMEX3 counts its words.
    pub marks: Vec<Span>,
    /// The words that name the event it hangs on.
    pub event: Option<Span>,
}

impl Mention {
    /// A mention of a caller's own making, of one part.
    pub fn new(span: Span, rule: &'static str, expr: Expr) -> Self {
        Self { span, rule, expr, marks: vec![span], event: None }
    }
}

/// A text cut into tokens, ready for the grammars. Kept for the stages that look at the words around
/// a mention.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tokens(Vec<Token>);

impl Tokens {
    pub(crate) fn of(text: &str, engine: &Engine) -> Self {
        let mut tokens = Vec::new();
        tokenize(text, engine, &mut tokens);
        Tokens(tokens)
    }

    /// The text that was cut, for an engine and with a memory of its own.
    pub(crate) fn source<'a>(
        &'a self,
        text: &'a str,
        engine: &'a Engine,
        memo: &'a Memo,
    ) -> Source<'a> {
        let Engine { lexicon, openings, .. } = engine;
        Source { text, tokens: &self.0, lexicon, openings, memo }
    }
}

/// All mentions of a text.
pub(crate) fn scan(source: &Source<'_>, engine: &Engine) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut at = 0;
    let mut paragraph_end = 0;
    while let Some(token) = source.tokens.get(at) {
        if REACH < token.ahead {
            at += 1;
            continue;
        }
        if paragraph_end <= at {
            let after = source.tokens.get(at + 1..).unwrap_or(&[]);
            let next = after.iter().position(|token| token.gap == Gap::Break);
            paragraph_end = next.map_or(source.tokens.len(), |n| at + 1 + n);
        }
        // No phrase goes on after a blank line.
        let input = Input::new(source, at).up_to(paragraph_end);
        match longest(input, engine) {
            Some((next, mention)) => {
                mentions.push(mention);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    mentions
}

/// The longest mention that begins at a place, and where to go on: after it, or at the event's
/// words, which can hold a time of their own ("avant l'attentat du 22 mars").
fn longest(input: Input<'_>, engine: &Engine) -> Option<(usize, Mention)> {
    let rules = engine.openings.at(&input);
    if rules.is_empty() || !begins_clean(&input) {
        return None;
    }
    let mut best: Option<(usize, usize, &Rule, Input<'_>, Found<'_>)> = None;
    for rule in rules.filter_map(|number| engine.grammar.rules.get(number)) {
        let Ok((rest, found)) = (rule.parse)(input) else { continue };
        let next = found.event.as_ref().map_or(rest.at(), |(event, _)| event.at());
        if next <= input.at() {
            continue;
        }
        if best.as_ref().is_none_or(|best| (best.0, best.1) < (next, rest.at())) {
            best = Some((next, rest.at(), rule, rest, found));
        }
    }
    let (next, _, rule, rest, found) = best?;
    let span = input.span_to(&rest);
    let marks = if found.marks.is_empty() {
        vec![span; found.expr.parts().len().max(1)]
    } else {
        found.marks.iter().map(|(from, to)| from.span_to(to)).collect()
    };
    let event = found.event.map(|(from, to)| from.span_to(&to));
    let form = if rule.name == BY_FORM { form::name_of(input, &rest) } else { None };
    let rule = form.unwrap_or(rule.name);
    Some((next, Mention { span, rule, expr: found.expr, marks, event }))
}

/// Whether a mention may begin here: not inside a word, a number or an identifier ("Boeing747",
/// "1.998", "$5", "n°12").
fn begins_clean(input: &Input<'_>) -> bool {
    let (Some(token), Some(before)) = (input.first(), input.back(1)) else { return true };
    // "5 000 ans" is not cut at its thousands.
    let short = |token: &Token| token.end - token.start <= 3;
    let thousands = token.end - token.start == 3 && token.kind == Kind::Number;
    if token.gap == Gap::Space && thousands && before.kind == Kind::Number && short(before) {
        return false;
    }
    if token.gap != Gap::None {
        return !(token.kind == Kind::Number
            && token.gap == Gap::Space
            && matches!(before.kind, Kind::Mark(b'$' | b'#')));
    }
    match before.kind {
        Kind::Word => token.kind == Kind::Mark(b'\''),
        Kind::Number => false,
        Kind::Mark(b'$' | b'#' | b'@' | b'_' | b'\\' | b'&' | b'=') => false,
        // "+01:00" is no time of day.
        Kind::Mark(b'+') => token.kind != Kind::Number,
        Kind::Mark(mark @ (b'.' | b',' | b':' | b'/' | b'-')) => {
            let earlier = input.back(2).filter(|_| before.gap == Gap::None);
            let after_number = earlier.is_some_and(|earlier| earlier.kind == Kind::Number);
            match (mark, token.kind) {
                // "3.14", "12/03", "6-year-old": inside a number, an identifier or a compound;
                // "(Agence)-Friday" is not.
                (b'-', Kind::Word) => {
                    // "Vingt-deux ans" is cut nowhere.
                    let counts = |token: &Token| {
                        token.kind == Kind::Word
                            && (input.source().lexicon.entries(token.word).iter()).any(|entry| {
                                entry.rest.is_empty()
                                    && entry.senses.iter().any(|sense| {
                                        matches!(
                                            sense,
                                            Sense::Number(_) | Sense::Tens(_) | Sense::Scale(_)
                                        )
                                    })
                            })
                    };
                    !(after_number || counts(token) && earlier.is_some_and(counts))
                }
                (b'-', _) => !after_number,
                (_, Kind::Number) => !after_number,
                (b'/' | b'.', _) => before.gap != Gap::None,
                _ => true,
            }
        }
        Kind::Mark(_) => true,
    }
}

//! Where sentences begin and end.

use std::ops::Range;

use crate::article::Span;
use crate::lang::cutting::Cutting;
use crate::lang::fold::folds_to;
use crate::lang::input::Source;
use crate::lang::token::{Gap, Kind, Token};

use super::Sentence;

/// The sentences of a text. None begins inside a mention.
pub(super) fn sentences(
    source: &Source<'_>,
    cutting: &Cutting,
    times: &[Range<u32>],
) -> Vec<Sentence> {
    let reader = Reader { source: *source, cutting, lines: lines_are_paragraphs(source.text) };
    let count = source.tokens.len();
    let mut sentences = Vec::new();
    let mut times = times.iter().filter(|tokens| !tokens.is_empty()).peekable();
    let (mut start, mut stamp) = (0, usize::MAX);
    for at in 1..=count {
        while times.peek().is_some_and(|tokens| tokens.end as usize <= at) {
            times.next();
        }
        if times.peek().is_some_and(|tokens| tokens.start as usize == start && start < at) {
            stamp = times.peek().map_or(stamp, |tokens| tokens.end as usize);
        }
        let inside = times.peek().is_some_and(|tokens| (tokens.start as usize) < at);
        if at == count || !inside && (reader.begins(at) || after_stamp(source, start, at, stamp)) {
            let place = |at: usize| source.tokens.get(at);
            let from = place(start).map_or(0, |token| token.start as usize);
            let to = place(at - 1).map_or(from, |token| token.end as usize);
            let tokens = start as u32..at as u32;
            sentences.push(Sentence { span: Span::new(from, to), tokens });
            start = at;
        }
    }
    sentences
}

/// Whether a time alone at the head of a line ends before a token: "18:50: The train left",
/// "3 mai 2017 : le conseil adopte". `stamp` is the token after the mention that the sentence begins with.
fn after_stamp(source: &Source<'_>, start: usize, at: usize, stamp: usize) -> bool {
    let token = |at: usize| source.tokens.get(at);
    let leads = token(start).is_some_and(|first| matches!(first.gap, Gap::Line | Gap::Break));
    let is_colon = token(stamp).is_some_and(|mark| mark.kind == Kind::Mark(b':'));
    leads
        && is_colon
        && at == stamp.wrapping_add(1)
        && token(at).is_some_and(|next| next.gap == Gap::Space)
}

struct Reader<'a> {
    source: Source<'a>,
    cutting: &'a Cutting,
    /// Whether each line is a paragraph.
    lines: bool,
}

impl Reader<'_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.source.tokens.get(at)
    }

    fn text(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| {
            self.source.text.get(token.start as usize..token.end as usize).unwrap_or("")
        })
    }

    fn is_mark(&self, at: usize, mark: u8) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Mark(mark))
    }

    fn is_one_of(&self, at: usize, words: &str) -> bool {
        let text = self.text(at);
        words.split(' ').any(|word| folds_to(text, word))
    }

    /// Whether a sentence begins at a token that is not the first.
    fn begins(&self, at: usize) -> bool {
        let Some((token, before)) = self.token(at).zip(self.token(at.wrapping_sub(1))) else {
            return false;
        };
        match token.gap {
            Gap::Break => return true,
            Gap::Line if self.lines => {
                return self.is_capital(at)
                    || token.kind != Kind::Word
                    || self.ends_before(at, true);
            }
            Gap::Line if self.is_item(at) || self.is_capital(at) && self.is_short_line(before) => {
                return true;
            }
            // What ends a sentence is a mark.
            _ if !matches!(before.kind, Kind::Mark(_)) => return false,
            _ => {}
        }
        // A mark belongs to what stands before it, unless it opens something after a space.
        if token.kind != Kind::Word && token.kind != Kind::Number {
            let opens = matches!(self.text(at), "«" | "“" | "\"" | "(" | "[" | "—" | "–");
            return opens && token.gap != Gap::None && self.ends_before(at, false);
        }
        if self.text(at).starts_with(char::is_lowercase) {
            return false;
        }
        // After a mark that opens, the sentence began at the mark if anywhere.
        let opened = matches!(self.text(at - 1), "«" | "(" | "[" | "—" | "–")
            || matches!(self.text(at - 1), "“" | "\"") && token.gap == Gap::None;
        !opened && self.ends_before(at, false)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.text(at).starts_with(char::is_uppercase)
    }

    /// Whether a line begins with a mark or a number of a list: "- ", "• ", "2. ", "b) ".
    fn is_item(&self, at: usize) -> bool {
        let spaced = |at: usize| self.token(at).is_some_and(|token| token.gap != Gap::None);
        match self.text(at) {
            "-" | "–" | "—" | "*" | "•" | "·" | "▪" | "◦" => spaced(at + 1),
            text => {
                let short = text.len() <= 2 && text.chars().all(char::is_alphanumeric);
                short && matches!(self.text(at + 1), "." | ")") && !spaced(at + 1) && spaced(at + 2)
            }
        }
    }

    /// Whether the line that ends with a token is a heading among lines cut at a width: much shorter,
    /// and without a mark at its end that goes on.
    fn is_short_line(&self, last: &Token) -> bool {
        let end = last.end as usize;
        let before = self.source.text.get(..end).unwrap_or("");
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let ends = before.ends_with(|c: char| c.is_alphanumeric() || ".:!?»”\"".contains(c));
        ends && before[start..].trim().len() < 40
    }

    /// Whether what stands before a token ends a sentence.
    fn ends_before(&self, at: usize, new_line: bool) -> bool {
        let mut last = at;
        let mut gap = self.token(at).is_some_and(|token| token.gap != Gap::None);
        // Back over closing quotation marks and brackets, over footnotes and over an opening mark.
        for _ in 0..8 {
            let Some(before) = last.checked_sub(1) else { return false };
            last = before;
            match self.text(before) {
                "?" | "!" | "…" => return gap,
                "." if !gap => return self.is_missing_space(before),
                "." => return new_line || !self.is_abbreviation(before),
                "]" if self.is_footnote(before) => last = before - 2,
                "»" | "”" | "\"" | ")" | "]" | "“" | "'" | "’" | "«" => {
                    gap |= self.token(before).is_some_and(|token| token.gap != Gap::None);
                }
                _ => return false,
            }
        }
        false
    }

    /// Whether a bracket closes the number of a footnote: "[31]".
    fn is_footnote(&self, close: usize) -> bool {
        let number = |at: usize| self.token(at).is_some_and(|token| token.kind == Kind::Number);
        2 < close && number(close - 1) && self.is_mark(close - 2, b'[')
    }

    /// Whether a full stop ends a sentence though nothing stands between it and the next word: "on April
    /// 18th.In the evening".
    fn is_missing_space(&self, stop: usize) -> bool {
        let mut after = self.text(stop + 1).chars();
        let begins = after.next().is_some_and(char::is_uppercase)
            && after.next().is_none_or(char::is_lowercase);
        let Some(word) = stop.checked_sub(1) else { return false };
        let text = self.text(word);
        let ends = text.ends_with(char::is_lowercase) && 2 < text.chars().count()
            || self.is_one_of(word, self.cutting.ordinals);
        let spaced = self.token(stop + 2).is_none_or(|token| token.gap != Gap::None);
        begins && ends && spaced && !self.is_one_of(word, self.cutting.abbreviations)
    }

    /// Whether the full stop at a token belongs to the word before it and ends no sentence.
    fn is_abbreviation(&self, stop: usize) -> bool {
        let Some(word) = stop.checked_sub(1) else { return false };
        let Some(token) = self.token(word) else { return false };
        if self.token(stop).is_some_and(|stop| stop.gap != Gap::None) {
            return false;
        }
        let before = word.checked_sub(1).and_then(|at| self.token(at));
        if token.kind == Kind::Number {
            // "1. The": the number of an item.
            let leads = matches!(token.gap, Gap::Line | Gap::Break);
            return leads && token.end - token.start <= 2;
        }
        if token.kind != Kind::Word {
            return false;
        }
        let text = self.text(word);
        let after_stop = word.checked_sub(1).is_some_and(|at| self.is_mark(at, b'.'));
        // "At 21:00Z. The", "à 21 h. Le": a letter on a number is no initial.
        let is_small = text.starts_with(char::is_lowercase);
        let on_number = before.is_some_and(|before| before.kind == Kind::Number)
            && (token.gap == Gap::None || is_small);
        if text.chars().count() == 1 {
            // "p.m. The" ends a sentence, "U.S. Navy" and "J. Smith" do not, "the U.S. The" does.
            let starts = after_stop && self.is_one_of(stop + 1, self.cutting.starters);
            return !on_number && !starts && (!is_small || !after_stop);
        }
        self.is_one_of(word, self.cutting.leading)
    }
}

/// Whether each line is a paragraph of its own, and not a stretch of one cut at a width.
fn lines_are_paragraphs(text: &str) -> bool {
    let mut lines = 0usize;
    let mut full = 0usize;
    for line in text.lines().map(|line| line.trim().len()).filter(|length| *length != 0) {
        lines += 1;
        if 110 < line {
            return true;
        }
        full += usize::from(60 < line);
    }
    // Cut lines are nearly all long, none beyond the width.
    lines < 4 || full * 2 < lines
}

#[cfg(test)]
mod tests {
    use crate::article::Language;
    use crate::lang::Engine;
    use crate::lang::memo::Memo;
    use crate::scan::{Tokens, scan};
    use crate::syntax::Syntax;

    #[track_caller]
    fn reads(language: Language, expected: &[&str], between: &str) {
        let text = expected.join(between);
        let engine = Engine::new(language);
        let tokens = Tokens::of(&text, &engine);
        let memo = Memo::default();
        let source = tokens.source(&text, &engine, &memo);
        let mentions = scan(&source, &engine);
        let syntax = Syntax::new(source, &mentions, &engine);
        let found: Vec<&str> = syntax.sentences().iter().map(|one| one.span.of(&text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn abbreviations_and_initials_end_no_sentence() {
        reads(
            Language::Fr,
            &["M. Durand a parlé le 2 avr. 2024.", "J. Petit aussi !", "Fin."],
            " ",
        );
        reads(
            Language::Fr,
            &["Il est mort en 44 av. J.-C. à Rome.", "Mme. Roy et le Dr. Lot."],
            " ",
        );
        reads(Language::Fr, &["La foule part à 20 h.", "Le préfet reste."], " ");
        reads(
            Language::En,
            &["The U.S. Navy left at 5 p.m.", "The port of the U.S.", "In May, Mr. Hill stayed."],
            " ",
        );
    }

    #[test]
    fn footnotes_and_missing_spaces_do_not_hide_an_end() {
        reads(
            Language::En,
            &["The fort fell in 1642.[31]", "In 1650 it was rebuilt.[4][5]", "So."],
            " ",
        );
        reads(Language::En, &["It closed on April 18th.", "In the evening it rained."], "");
        reads(Language::En, &["He uses Node.js and reads example.com daily."], " ");
    }

    #[test]
    fn quotations_go_on_where_the_sentence_does() {
        reads(Language::Fr, &["« Nous partons.", "Ils restent », dit-elle.", "Rien."], " ");
        reads(
            Language::Fr,
            &["« Qui est là ? » a demandé la garde.", "« Moi. »", "Elle ouvre."],
            " ",
        );
        reads(Language::En, &["\"Is it over?\" he asked.", "\"No.\"", "She left."], " ");
    }

    #[test]
    fn lines_are_headings_items_stamps_or_cut_at_a_width() {
        reads(
            Language::En,
            &["A bridge falls", "The bridge fell on Monday.", "Nobody was hurt."],
            "\n",
        );
        reads(Language::En, &["18:50:", "The train left.", "19:10:", "It stopped."], "\n");
        reads(Language::En, &["18:50:", "The train left."], " ");
        reads(Language::Fr, &["3 mai 2017 :", "le conseil adopte la loi."], " ");
        let wide = [
            "1. The company closed its oldest factory in the north of the country\n\
             on Monday, after a strike that had gone on since the end of winter.",
            "2. The workers of the second factory have asked for a meeting with\n\
             the minister, who has not answered them and will not before May.",
        ];
        reads(Language::En, &wide, "\n");
    }
}

//! Stretches between quotation marks.

use crate::amount::Unit;
use crate::article::Span;
use crate::expr::{Anchor, Cell, Expr};
use crate::lang::input::Source;
use crate::lang::token::Kind;

use super::{Passage, PassageKind, Reader};

impl Reader<'_> {
    /// Stretches of four words and more between quotation marks; a blank line ends one that is not
    /// closed.
    pub(super) fn quotation_marks(&mut self, source: &Source<'_>) {
        let mut open: Option<(usize, char)> = None;
        let mut read = 0;
        // Marks that are not of ASCII have no name of their own.
        let marks = source.tokens.iter().filter(|token| matches!(token.kind, Kind::Mark(b'"' | 0)));
        for token in marks {
            let at = token.start as usize;
            let Some(c) = self.text.get(at..).and_then(|rest| rest.chars().next()) else {
                continue;
            };
            if !matches!(c, '«' | '»' | '“' | '”' | '„' | '"') {
                continue;
            }
            if open.is_some() && has_blank_line(Span::new(read, at).of(self.text)) {
                open = None;
            }
            read = at + c.len_utf8();
            match (c, open) {
                ('«', _) => open = Some((read, '»')),
                ('“' | '„', None) => open = Some((read, '”')),
                ('"', None) => open = Some((read, '"')),
                // Some pages close with the opening mark.
                ('»', Some((start, '»')))
                | ('"', Some((start, '"')))
                | ('”' | '“', Some((start, '”'))) => {
                    self.quote(Span::new(start, at));
                    open = None;
                }
                _ => {}
            }
        }
    }

    fn quote(&mut self, span: Span) {
        let date = self.day_of_speech(span);
        let least = if date.is_some() { 1 } else { 3 };
        if span.of(self.text).split_whitespace().nth(least).is_some() {
            let passage = Passage::new(PassageKind::Marks, span.start, span.end);
            self.out.passages.push(Passage { date, ..passage });
        }
    }

    /// The day on which a quotation was said, where the words right after it tell: "« … », a-t-elle
    /// déclaré dimanche".
    fn day_of_speech(&self, span: Span) -> Option<usize> {
        let after = self.text.get(span.end..)?;
        let closing = after.chars().next().map_or(0, char::len_utf8);
        let after = after.get(closing..)?;
        let ends = |c: char| matches!(c, '.' | '!' | '?' | ';' | '\n' | '«' | '“' | '"');
        let clause = after.get(..after.find(ends)?)?;
        let start = span.end + closing;
        let first = self.mentions.partition_point(|mention| mention.span.start < start);
        let said = self.mentions.get(first)?;
        clause.get(..said.span.start - start)?;
        let speech = is_day(&said.expr) && self.tenses.speaks(Span::new(start, said.span.start));
        speech.then_some(first)
    }
}

fn has_blank_line(words: &str) -> bool {
    let space = |c: char| c != '\n' && c.is_whitespace();
    words.split_once('\n').is_some_and(|(_, after)| {
        after.split_inclusive('\n').any(|line| line.trim_start_matches(space) == "\n")
    })
}

/// Whether an expression is a day: by its number, its weekday, or from the day of publication.
fn is_day(expr: &Expr) -> bool {
    match expr {
        Expr::Pattern(said) => {
            (said.day.is_some() || said.weekday.is_some()) && said.clock.is_none()
        }
        Expr::Relative { cell: Cell::Unit(Unit::Day), anchor, .. } => {
            *anchor == Anchor::Publication
        }
        Expr::Relative { cell: Cell::Pattern(said), anchor, .. } => {
            said.weekday.is_some() && *anchor == Anchor::Publication
        }
        Expr::Within { inner, outer } => {
            matches!(**inner, Expr::Pattern(said) if said.part.is_some()) && is_day(outer)
        }
        _ => false,
    }
}

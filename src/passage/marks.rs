//! Stretches between quotation marks.

use crate::article::Span;
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
        if span.of(self.text).split_whitespace().nth(3).is_some() {
            self.out.passages.push(Passage {
                span,
                parent: None,
                date: None,
                speaker: None,
                kind: PassageKind::Marks,
            });
        }
    }
}

fn has_blank_line(words: &str) -> bool {
    let space = |c: char| c != '\n' && c.is_whitespace();
    words.split_once('\n').is_some_and(|(_, after)| {
        after.split_inclusive('\n').any(|line| line.trim_start_matches(space) == "\n")
    })
}

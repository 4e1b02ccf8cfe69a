//! Stretches between quotation marks.

use crate::article::Span;

use super::{Passage, PassageKind, Reader};

impl Reader<'_> {
    /// Stretches of four words and more between quotation marks.
    pub(super) fn quotation_marks(&mut self) {
        let mut open: Option<(usize, char)> = None;
        let mut found = Vec::new();
        let mut last_line_end = false;
        for (at, c) in self.text.char_indices() {
            // Letters are most of a text, and neither open nor close anything.
            if c.is_ascii_alphanumeric() {
                last_line_end = false;
                continue;
            }
            match (c, open) {
                ('\n', _) => {
                    if last_line_end {
                        open = None;
                    }
                    last_line_end = true;
                    continue;
                }
                ('«', _) => open = Some((at + c.len_utf8(), '»')),
                ('“', None) | ('„', None) => open = Some((at + c.len_utf8(), '”')),
                ('"', None) => open = Some((at + c.len_utf8(), '"')),
                ('»', Some((start, '»'))) | ('"', Some((start, '"'))) => {
                    found.push(Span::new(start, at));
                    open = None;
                }
                // Some pages close with the opening mark.
                ('”' | '“', Some((start, '”'))) => {
                    found.push(Span::new(start, at));
                    open = None;
                }
                _ => {}
            }
            if !c.is_whitespace() {
                last_line_end = false;
            }
        }
        for span in found {
            let words = span.of(self.text);
            if words.split_whitespace().count() < 4 {
                continue;
            }
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

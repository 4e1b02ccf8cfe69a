//! The clauses of a sentence, one inside the other.

use crate::article::Span;
use crate::lang::cue::Cue;

use super::{Clause, Group, Mood, Opening, Reader, Role, trimmed};

impl Reader<'_> {
    /// The clauses of a sentence: tokens, half-open.
    pub(super) fn sentence(&mut self, start: usize, end: usize) {
        let number = self.sentences.spans.len();
        self.begin_sentence(start, end);
        self.find_verbs(start, end, None);
        let asks = (start..end).rev().take(3).any(|at| self.is_mark(at, b'?'));

        let first_clause = self.out.clauses.len();
        let first_piece = self.out.pieces.len();
        let mut open: Vec<usize> = vec![self.open(start, number, None, Role::Main)];
        self.piece(start, first_clause);
        let mut next_verb = 0;
        let mut verb_of: Vec<Option<Group>> = vec![None];
        let mut fronted: Vec<bool> = vec![false];
        for at in start..end {
            let top = open.last().copied().unwrap_or(first_clause);
            let has_verb = verb_of.get(top - first_clause).copied().flatten().is_some();
            let opening = if at == start {
                self.opening_at_start(at)
            } else {
                self.opening(at, end, has_verb)
            };
            let mut go_on_with = None;
            match opening {
                Opening::None => {}
                Opening::Inside(role) => {
                    let around_verb = has_verb;
                    let clause = self.open(at, number, Some(top), role);
                    verb_of.push(None);
                    let comma = at.checked_sub(1).is_some_and(|at| self.is_mark(at, b','));
                    fronted.push(comma || !around_verb);
                    open.push(clause);
                    go_on_with = Some(clause);
                }
                Opening::Comma => {
                    // What was opened by a comma, or before the main verb, ends with one.
                    let mut back = false;
                    while 1 < open.len() {
                        let clause = open.last().copied().unwrap_or(first_clause);
                        let told = verb_of.get(clause - first_clause).copied().flatten().is_some();
                        // A relative clause has a verb, known or not, after a word or two.
                        let told = told
                            || self.out.clauses.get(clause).is_some_and(|clause| {
                                // "After the attack, …": the conjunction was none.
                                clause.role == Role::Adverbial
                                    || clause.role == Role::Relative
                                        && self.token(at - 1).is_some_and(|comma| {
                                            clause.span.start + 12 < comma.start as usize
                                        })
                            });
                        if !told || !fronted.get(clause - first_clause).copied().unwrap_or(false) {
                            break;
                        }
                        open.pop();
                        back = true;
                    }
                    if back {
                        go_on_with = open.last().copied();
                    }
                }
                Opening::Joined => {
                    // After a comma it is the main verb that is joined.
                    if self.is_mark(at.wrapping_sub(1), b',') {
                        let main = open.first().copied().unwrap_or(first_clause);
                        if verb_of.get(main - first_clause).copied().flatten().is_some() {
                            open.truncate(1);
                        }
                    }
                    let top = open.last().copied().unwrap_or(first_clause);
                    let parent = self.out.clauses.get(top).and_then(|clause| clause.parent);
                    let role = if open.len() == 1 {
                        Role::Joined
                    } else {
                        self.out.clauses.get(top).map_or(Role::Joined, |clause| clause.role)
                    };
                    let clause = self.open(at, number, Some(top), role);
                    if let Some(joined) = self.out.clauses.get_mut(clause) {
                        joined.parent = if role == Role::Joined { Some(top) } else { parent };
                    }
                    verb_of.push(None);
                    fronted.push(fronted.get(top - first_clause).copied().unwrap_or(false));
                    open.pop();
                    open.push(clause);
                    go_on_with = Some(clause);
                }
                Opening::Main => {
                    let clause = self.open(at, number, None, Role::Main);
                    verb_of.push(None);
                    fronted.push(false);
                    open.clear();
                    open.push(clause);
                    go_on_with = Some(clause);
                }
            }
            // A second verb inside a relative clause is the verb of what is around it.
            if let Some(group) = self.verbs.get(next_verb).copied()
                && group.from == at
            {
                let top = open.last().copied().unwrap_or(first_clause);
                let inside =
                    self.out.clauses.get(top).is_some_and(|clause| {
                        matches!(clause.role, Role::Relative | Role::Adverbial)
                    });
                let taken = verb_of.get(top - first_clause).copied().flatten().is_some();
                if inside && taken && 4 <= group.rank && 1 < open.len() {
                    open.pop();
                    go_on_with = open.last().copied();
                }
            }
            if let Some(clause) = go_on_with {
                self.piece(at, clause);
            }
            while let Some(group) = self.verbs.get(next_verb).copied() {
                if group.from.max(start) != at {
                    break;
                }
                let top = open.last().copied().unwrap_or(first_clause) - first_clause;
                if let Some(slot) = verb_of.get_mut(top)
                    && slot.is_none_or(|known| known.rank < group.rank)
                {
                    *slot = Some(group);
                }
                next_verb += 1;
            }
        }
        self.close(start, end, first_clause, first_piece, &verb_of, asks);
    }

    /// Fills in what the verbs say; clauses without a verb go back to the clause around them.
    pub(super) fn close(
        &mut self,
        start: usize,
        end: usize,
        first_clause: usize,
        first_piece: usize,
        verb_of: &[Option<Group>],
        asks: bool,
    ) {
        let maybe = (start..end).any(|at| self.cue(at).has(Cue::MAYBE));
        let count = self.out.clauses.len() - first_clause;
        let mut home: Vec<usize> = (0..count).collect();
        for n in 0..count {
            let group = verb_of.get(n).copied().flatten();
            let spans = group.map(|group| {
                (self.span(group.from, group.to), self.span(group.head, group.head + 1))
            });
            let parent = (self.out.clauses.get(first_clause + n)).and_then(|clause| clause.parent);
            let above = parent.and_then(|parent| self.out.clauses.get(parent));
            let above_hypothetical = above.is_some_and(|above| above.hypothetical);
            let Some(clause) = self.out.clauses.get_mut(first_clause + n) else { continue };
            match (group, spans) {
                (Some(group), Some((verb, head))) => {
                    clause.verb = Some(verb);
                    clause.head = Some(head);
                    clause.mood = group.mood;
                    clause.negated = group.negated;
                    clause.planned = group.planned;
                    clause.speech = group.speech;
                }
                _ if n != 0 && parent.is_some() => {
                    let around = parent.map_or(0, |parent| parent - first_clause);
                    home[n] = home.get(around).copied().unwrap_or(0);
                }
                _ => {}
            }
            clause.hypothetical = asks
                || maybe
                || clause.role == Role::Condition
                || clause.mood == Mood::Conditional
                || above_hypothetical;
        }
        // Pieces of one clause that follow each other are one piece.
        let mut last = None;
        let mut kept = first_piece;
        for n in first_piece..self.out.pieces.len() {
            let Some((offset, clause)) = self.out.pieces.get(n).copied() else { break };
            let clause = first_clause + home.get(clause - first_clause).copied().unwrap_or(0);
            if last != Some(clause) {
                if let Some(place) = self.out.pieces.get_mut(kept) {
                    *place = (offset, clause);
                }
                kept += 1;
                last = Some(clause);
            }
        }
        self.out.pieces.truncate(kept);
        // A clause reaches from its first piece to the end of its last.
        let sentence_end = self.token(end - 1).map_or(0, |token| token.end as usize);
        for n in first_piece..kept {
            let Some((from, clause)) = self.out.pieces.get(n).copied() else { break };
            let to = self.out.pieces.get(n + 1).map_or(sentence_end, |(next, _)| *next);
            if let Some(clause) = self.out.clauses.get_mut(clause) {
                clause.span.start = clause.span.start.min(from);
                clause.span.end = clause.span.end.max(to);
            }
        }
        let text = self.source.text;
        for clause in &mut self.out.clauses[first_clause..] {
            clause.span = trimmed(text, clause.span);
        }
    }

    pub(super) fn open(
        &mut self,
        at: usize,
        sentence: usize,
        parent: Option<usize>,
        role: Role,
    ) -> usize {
        let offset = self.token(at).map_or(0, |token| token.start as usize);
        self.out.clauses.push(Clause {
            span: Span::new(offset, offset),
            sentence,
            parent,
            role,
            mood: Mood::Unknown,
            negated: false,
            hypothetical: false,
            planned: false,
            speech: false,
            verb: None,
            head: None,
        });
        self.out.clauses.len() - 1
    }

    pub(super) fn piece(&mut self, at: usize, clause: usize) {
        let offset = self.token(at).map_or(0, |token| token.start as usize);
        self.out.pieces.push((offset, clause));
    }

    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let start = self.token(from).map_or(0, |token| token.start as usize);
        let end = to.checked_sub(1).and_then(|at| self.token(at));
        Span::new(start, end.map_or(start, |token| token.end as usize).max(start))
    }
}

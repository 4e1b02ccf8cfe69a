//! Sentences and clauses: where they begin and end, in which tense, denied or imagined.
//!
//! Words and their forms decide, nothing is learned. Clauses nest: "Le jour où il partit, la ville
//! fut prise" is one clause with another inside. The text is read once, from left to right.

use crate::article::Span;
use crate::lang::cue::{Cue, Cues};
use crate::lang::input::Source;
use crate::lang::token::{Gap, Kind, Token};

/// When a clause is told to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Mood {
    /// Told as past.
    Past,
    /// Told as present.
    Present,
    /// Told as to come.
    Future,
    /// Told as it would be.
    Conditional,
    /// No finite verb, or none that tells.
    #[default]
    Unknown,
}

/// What a clause is to the clause around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Role {
    /// It stands on its own.
    Main,
    /// Joined to the one before by "and", "but".
    Joined,
    /// What is said, after "that", "que", a colon.
    Content,
    /// After "who", "qui".
    Relative,
    /// After "when", "because", "lorsque".
    Adverbial,
    /// After "if", "si".
    Condition,
}

/// A clause.
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    /// From its first word to its last; clauses inside it included.
    pub(crate) span: Span,
    /// The number of its sentence.
    pub(crate) sentence: usize,
    /// The clause it is inside of, or joined to.
    pub(crate) parent: Option<usize>,
    pub(crate) role: Role,
    pub(crate) mood: Mood,
    /// Whether it says that something is not so.
    pub(crate) negated: bool,
    /// Whether it, or one around it, is imagined, asked or a condition.
    pub(crate) hypothetical: bool,
    /// Whether its verb announces: "plans to", "va".
    pub(crate) planned: bool,
    /// Whether its verb says that somebody says something.
    pub(crate) speech: bool,
    /// The verb group, auxiliaries and negation included.
    pub(crate) verb: Option<Span>,
    /// The word of the group that carries the meaning.
    pub(crate) head: Option<Span>,
}

/// A finite verb with its auxiliaries, and what it says about the times beside it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Verb {
    pub(crate) span: Span,
    pub(crate) mood: Mood,
    /// Whether it announces: "plans to", "is expected", "va".
    pub(crate) announces: bool,
}

/// The sentences and clauses of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clauses {
    /// The finite verbs, in text order.
    pub(crate) verbs: Vec<Verb>,
    /// In text order; they do not overlap.
    pub(crate) sentences: Vec<Span>,
    /// In order of their beginning.
    pub(crate) clauses: Vec<Clause>,
    /// Where which clause goes on: byte offset and number, in text order.
    pieces: Vec<(usize, usize)>,
}

impl Clauses {
    /// Reads the sentences and clauses of a text.
    pub(crate) fn of(source: Source<'_>, cues: &Cues) -> Self {
        let words: Vec<Cue> = (source.tokens.iter())
            .map(|token| match token.kind {
                Kind::Word => cues.of(text_of(source, token)),
                _ => Cue::default(),
            })
            .collect();
        let mut reader = Reader { source, words, out: Clauses::default(), verbs: Vec::new() };
        let lines_are_paragraphs = lines_are_paragraphs(source.text);
        let mut start = 0;
        for at in 1..=source.tokens.len() {
            if at == source.tokens.len() || reader.sentence_begins(at, lines_are_paragraphs) {
                reader.sentence(start, at);
                start = at;
            }
        }
        reader.out
    }

    /// The number of the innermost clause at a byte offset.
    pub(crate) fn at(&self, offset: usize) -> Option<usize> {
        let next = self.pieces.partition_point(|(start, _)| *start <= offset);
        self.pieces.get(next.checked_sub(1)?).map(|(_, clause)| *clause)
    }

    /// The stretches of a clause that belong to no clause inside it, in text order.
    pub(crate) fn own_spans(&self, clause: usize) -> impl Iterator<Item = Span> + '_ {
        let around =
            self.clauses.get(clause).and_then(|clause| self.sentences.get(clause.sentence));
        let sentence = around.copied().unwrap_or(Span::new(0, 0));
        let first = self.pieces.partition_point(|(start, _)| *start < sentence.start);
        (first..self.pieces.len())
            .filter_map(|n| Some((n, *self.pieces.get(n)?)))
            .take_while(move |(_, (start, _))| *start < sentence.end)
            .filter(move |(_, (_, owner))| *owner == clause)
            .map(move |(n, (start, _))| {
                let next = self.pieces.get(n + 1).map_or(sentence.end, |(next, _)| *next);
                Span::new(start, next.min(sentence.end))
            })
    }

    /// The number of the sentence at a byte offset, or of the last before it.
    pub(crate) fn sentence_at(&self, offset: usize) -> Option<usize> {
        self.sentences.partition_point(|span| span.start <= offset).checked_sub(1)
    }

    /// The verb that governs the time at a byte offset: the nearest before it in its sentence, else
    /// the first after it.
    pub(crate) fn verb_at(&self, offset: usize) -> Option<&Verb> {
        let sentence = self.sentences.get(self.sentence_at(offset)?)?;
        let next = self.verbs.partition_point(|verb| verb.span.end <= offset);
        let inside = |verb: &&Verb| sentence.contains(verb.span);
        let before = next.checked_sub(1).and_then(|n| self.verbs.get(n)).filter(inside);
        before.or_else(|| self.verbs.get(next).filter(inside))
    }

    /// The first verb that begins at a byte offset or after it.
    pub(crate) fn verb_from(&self, offset: usize) -> Option<&Verb> {
        self.verbs.get(self.verbs.partition_point(|verb| verb.span.start < offset))
    }

    /// The numbers of the clauses of a sentence.
    pub(crate) fn of_sentence(&self, sentence: usize) -> std::ops::Range<usize> {
        let first = self.clauses.partition_point(|clause| clause.sentence < sentence);
        let end = self.clauses.partition_point(|clause| clause.sentence <= sentence);
        first..end
    }
}

fn text_of<'a>(source: Source<'a>, token: &Token) -> &'a str {
    source.text.get(token.start as usize..token.end as usize).unwrap_or("")
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

/// A finite verb with its auxiliaries.
#[derive(Clone, Copy, Debug)]
struct Group {
    /// Tokens, half-open, clitics and negation before it included.
    from: usize,
    to: usize,
    /// The token that carries the meaning.
    head: usize,
    /// How sure it is that this is a finite verb.
    rank: u8,
    mood: Mood,
    negated: bool,
    planned: bool,
    /// Whether a modal puts it ahead of what is told: "would leave", "may meet".
    ahead: bool,
    speech: bool,
}

/// What begins at a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opening {
    None,
    /// A clause inside the current one.
    Inside(Role),
    /// After a comma: where a clause inside has ended, the one around it goes on.
    Comma,
    Joined,
    /// A new main clause.
    Main,
}

struct Reader<'a> {
    source: Source<'a>,
    words: Vec<Cue>,
    out: Clauses,
    verbs: Vec<Group>,
}

impl Reader<'_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.source.tokens.get(at)
    }

    fn cue(&self, at: usize) -> Cue {
        self.words.get(at).copied().unwrap_or_default()
    }

    fn cue_before(&self, at: usize) -> Cue {
        at.checked_sub(1).map_or(Cue::default(), |at| self.cue(at))
    }

    fn is_mark(&self, at: usize, mark: u8) -> bool {
        self.token(at).is_some_and(|token| token.kind == Kind::Mark(mark))
    }

    fn text(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| text_of(self.source, token))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.text(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// The nearest word at or before a token, over apostrophes.
    fn word_before(&self, at: usize) -> Option<usize> {
        let mut before = at.checked_sub(1)?;
        if self.is_mark(before, b'\'') {
            before = before.checked_sub(1)?;
        }
        (self.token(before)?.kind == Kind::Word).then_some(before)
    }

    // Sentences.

    /// Whether a sentence begins at a token that is not the first.
    fn sentence_begins(&self, at: usize, lines_are_paragraphs: bool) -> bool {
        let Some(token) = self.token(at) else { return false };
        match token.gap {
            Gap::Break => return true,
            Gap::Line if lines_are_paragraphs => {
                return self.is_capital(at)
                    || token.kind != Kind::Word
                    || self.ends_sentence(at, true);
            }
            _ => {}
        }
        // A mark belongs to what stands before it, unless it opens something after a space.
        if token.kind != Kind::Word && token.kind != Kind::Number {
            let opens = matches!(self.text(at), "«" | "“" | "\"" | "(" | "[" | "—" | "–");
            return opens && token.gap != Gap::None && self.ends_sentence(at, false);
        }
        if self.text(at).starts_with(char::is_lowercase) {
            return false;
        }
        // After a mark that opens, the sentence began at the mark if anywhere.
        let opened = at.checked_sub(1).is_some_and(|before| {
            matches!(self.text(before), "«" | "(" | "[" | "—" | "–")
                || matches!(self.text(before), "“" | "\"") && token.gap == Gap::None
        });
        !opened && self.ends_sentence(at, false)
    }

    /// Whether what stands before a token ends a sentence.
    fn ends_sentence(&self, at: usize, new_line: bool) -> bool {
        let mut last = at;
        let mut gap = self.token(at).is_some_and(|token| token.gap != Gap::None);
        // Back over closing quotation marks and brackets, and over an opening mark.
        for _ in 0..4 {
            let Some(before) = last.checked_sub(1) else { return false };
            last = before;
            match self.text(before) {
                "?" | "!" | "…" => return gap,
                "." => return gap && (new_line || !self.is_abbreviation(before)),
                "»" | "”" | "\"" | ")" | "]" | "“" | "'" | "’" | "«" => {
                    gap |= self.token(before).is_some_and(|token| token.gap != Gap::None);
                }
                _ => return false,
            }
        }
        false
    }

    /// Whether the full stop at a token belongs to the word before it.
    fn is_abbreviation(&self, stop: usize) -> bool {
        let Some(word) = stop.checked_sub(1) else { return false };
        let Some(token) = self.token(word) else { return false };
        if token.kind != Kind::Word || self.token(stop).is_some_and(|stop| stop.gap != Gap::None) {
            return false;
        }
        let text = self.text(word);
        // "p.m. The" ends a sentence, "U.S. The" and "J. Smith" need not.
        let single = text.chars().count() == 1;
        let after_stop = word.checked_sub(1).is_some_and(|at| self.is_mark(at, b'.'));
        if single {
            return text.starts_with(char::is_uppercase) || !after_stop;
        }
        self.cue(word).has(Cue::ABBREVIATION)
    }

    // Verbs.

    /// Finds the finite verbs of a sentence.
    fn find_verbs(&mut self, start: usize, end: usize) {
        self.verbs.clear();
        let mut at = start;
        while at < end {
            match self.group(start, at, end) {
                Some(group) => {
                    at = group.to.max(at + 1);
                    // "Is expected in May" announces without another verb; "set a record" does not.
                    let present = matches!(group.mood, Mood::Present | Mood::Future);
                    let plans = (group.from..group.to).any(|at| self.cue(at).has(Cue::PLANS));
                    // "Agreed in April to leave": what stands between is when it was agreed.
                    let planned = group.planned
                        && (group.mood != Mood::Past
                            || self.infinitive_follows(group.to, end.min(group.to + 2)));
                    let set_for = plans && folded_is(self.text(group.to), "for");
                    let announces = planned || group.ahead || set_for || present && plans;
                    if !self.is_object(&group) {
                        self.tells(group.from, group.to, group.mood, announces);
                    }
                    self.verbs.push(group);
                }
                None => {
                    // "The vote scheduled for Friday", "as early as Tuesday": no verb, yet it is ahead.
                    if self.is_announced(at) {
                        self.tells(at, at + 1, Mood::Unknown, true);
                    }
                    at += 1;
                }
            }
        }
    }

    /// Records what a verb says about the times beside it.
    fn tells(&mut self, from: usize, to: usize, mood: Mood, announces: bool) {
        let Some((first, last)) = self.token(from).zip(self.token(to - 1)) else { return };
        let span = Span::new(first.start as usize, last.end as usize);
        self.out.verbs.push(Verb { span, mood, announces });
    }

    /// Whether what looks like a verb in the present is a plural among the objects of the verb
    /// before it: "condemned two bomb attacks".
    fn is_object(&self, group: &Group) -> bool {
        let weak = group.rank == 1 && group.mood == Mood::Present && group.from + 1 == group.to;
        let Some(before) = self.verbs.last().filter(|before| weak && !before.speech) else {
            return false;
        };
        let ends = Cue::THAT.or(Cue::RELATIVE).or(Cue::AND).or(Cue::WHEN).or(Cue::PRONOUN);
        self.text(group.head).ends_with('s')
            && (before.to..group.from).any(|at| self.cue(at).has(Cue::NOUN_NEXT))
            && (before.to..group.from).all(|at| {
                !self.cue(at).has(ends) && self.token(at).is_some_and(|t| t.kind == Kind::Word)
            })
    }

    /// Whether a word outside a verb group says that what it belongs to is still to come.
    fn is_announced(&self, at: usize) -> bool {
        let cue = self.cue(at);
        cue.has(Cue::AHEAD)
            || cue.has(Cue::PLANS) && folded_is(self.text(at + 1), "for")
            || folded_is(self.text(at), "as")
                && (folded_is(self.text(at + 1), "soon") || folded_is(self.text(at + 1), "early"))
                && folded_is(self.text(at + 2), "as")
    }

    /// The verb group whose finite verb is at a token.
    fn group(&self, start: usize, at: usize, end: usize) -> Option<Group> {
        let cue = self.cue(at);
        let finite = Cue::PRESENT.or(Cue::PAST).or(Cue::FUTURE).or(Cue::CONDITIONAL);
        if !cue.has(finite) {
            return None;
        }
        let before = self.word_before(at).filter(|before| start <= *before);
        let prior = before.map_or(Cue::default(), |before| self.cue(before));
        let after_clitic_l =
            self.is_mark(at.wrapping_sub(1), b'\'') && prior.has(Cue::NOUN_NEXT) && start < at;
        let auxiliary = cue.has(Cue::HAVE.or(Cue::BE).or(Cue::MODAL));
        // "May" inside a sentence, or beside a number, is the month.
        let number = |at: usize| self.token(at).is_some_and(|token| token.kind == Kind::Number);
        let beside_number = || number(at + 1) || number(at.wrapping_sub(1));
        if auxiliary && self.is_capital(at) && (at != start || beside_number()) {
            return None;
        }
        if auxiliary {
            // "l'est" is the east, "l'a dit" is not; "il y a" counts years.
            if after_clitic_l && cue.has(Cue::BE) {
                return None;
            }
            if prior.has(Cue::NOUN_NEXT)
                && !prior.has(Cue::LIGHT.or(Cue::PRONOUN))
                && !after_clitic_l
            {
                return None;
            }
            return self.compound(start, at, end, cue);
        }
        if prior.has(Cue::NOUN_NEXT) && !prior.has(Cue::PRONOUN) {
            let pronoun = before
                .and_then(|before| self.word_before(before))
                .is_some_and(|at| self.cue(at).has(Cue::PRONOUN.or(Cue::NE)));
            if !(prior.has(Cue::LIGHT) && pronoun) {
                return None;
            }
        }
        if self.is_capital(at) && at != start {
            return None;
        }
        // "The September 11 attacks", "six attacks": a number dates or counts a noun.
        let after_number = at.checked_sub(1).and_then(|before| self.token(before));
        if start < at
            && after_number.is_some_and(|token| token.kind == Kind::Number)
            && self.text(at).ends_with('s')
            && !cue.has(Cue::PAST)
        {
            return None;
        }
        let marked = prior.has(Cue::PRONOUN.or(Cue::NE).or(Cue::RELATIVE));
        let only_past = cue.has(Cue::PAST.or(Cue::FUTURE).or(Cue::CONDITIONAL))
            && !cue.has(Cue::PARTICIPLE.or(Cue::PRESENT).or(Cue::INFINITIVE));
        let by_agent = self.cue(at).has(Cue::PARTICIPLE) && folded_is(self.text(at + 1), "by");
        let rank = if by_agent {
            return None;
        } else if marked || only_past {
            3
        } else if cue.has(Cue::PAST) {
            2
        } else {
            1
        };
        let mood = if cue.has(Cue::FUTURE) {
            Mood::Future
        } else if cue.has(Cue::CONDITIONAL) {
            Mood::Conditional
        } else if cue.has(Cue::PAST) {
            Mood::Past
        } else {
            Mood::Present
        };
        let planned = cue.has(Cue::PLANS) && self.infinitive_follows(at + 1, end);
        let from = self.back_over_clitics(start, at);
        Some(Group {
            from,
            to: at + 1,
            head: at,
            rank,
            mood: if planned && mood != Mood::Past { Mood::Future } else { mood },
            negated: self.denied(start, from, at + 1, end),
            planned,
            ahead: cue.has(Cue::AHEAD),
            speech: cue.has(Cue::SPEECH),
        })
    }

    /// An auxiliary with the participle or bare verb it governs.
    fn compound(&self, start: usize, aux: usize, end: usize, cue: Cue) -> Option<Group> {
        let from = self.back_over_clitics(start, aux);
        // "Il y a trois ans": not a verb unless a participle follows.
        let there_is = aux
            .checked_sub(2)
            .is_some_and(|il| folded_is(self.text(il), "il") && folded_is(self.text(il + 1), "y"));
        let wanted = if cue.has(Cue::MODAL) {
            Cue::INFINITIVE.or(Cue::HAVE).or(Cue::BE)
        } else {
            Cue::PARTICIPLE.or(Cue::GERUND)
        };
        let mut head = aux;
        let mut seen = cue;
        let mut at = aux + 1;
        let mut plans = false;
        let mut steps = 0;
        while at < end && steps < 9 {
            let here = self.cue(at);
            let text = self.text(at);
            let light = here.has(Cue::LIGHT.or(Cue::NOT).or(Cue::PRONOUN).or(Cue::ONLY))
                || is_adverb(text)
                || matches!(text, "'" | "’" | "-");
            if here.has(Cue::FILLER) {
                at += 1;
                steps += 1;
                continue;
            }
            let unlisted = cue.has(Cue::HAVE)
                && (head == aux || self.cue(head).has(Cue::BE))
                && !here.has(Cue::LIGHT.or(Cue::NOUN_NEXT).or(Cue::NOT))
                && looks_like_participle(text);
            if (here.has(wanted.or(Cue::PARTICIPLE)) || unlisted) && !self.is_capital(at) {
                head = at;
                seen = seen.or(here);
                // "A été lancé", "will have been held": the last is the head.
                if here.has(Cue::BE.or(Cue::HAVE)) || steps == 0 && here.has(Cue::MODAL) {
                    at += 1;
                    steps += 1;
                    continue;
                }
                if here.has(Cue::PLANS) && self.infinitive_follows(at + 1, end) {
                    plans = true;
                }
                break;
            }
            if here.has(Cue::PLANS) && cue.has(Cue::BE) && self.infinitive_follows(at + 1, end) {
                plans = true;
                break;
            }
            if !light {
                break;
            }
            at += 1;
            steps += 1;
        }
        if there_is && head == aux {
            return None;
        }
        // "Is to meet": the bare verb after "to" is announced.
        if cue.has(Cue::BE) && cue.has(Cue::PRESENT) && folded_is(self.text(aux + 1), "to") {
            plans = true;
        }
        let participle = head != aux
            && (self.cue(head).has(Cue::PARTICIPLE) || looks_like_participle(self.text(head)));
        let reflexive = self.word_before(aux).is_some_and(|at| {
            start <= at && (folded_is(self.text(at), "s") || folded_is(self.text(at), "se"))
        });
        let mood = if cue.has(Cue::FUTURE) {
            Mood::Future
        } else if cue.has(Cue::CONDITIONAL) {
            if cue.has(Cue::PLANS) { Mood::Future } else { Mood::Conditional }
        } else if cue.has(Cue::PAST) || cue.has(Cue::HAVE) && participle {
            Mood::Past
        } else if plans {
            Mood::Future
        } else if cue.has(Cue::BE) && (reflexive || participle && self.cue(head).has(Cue::MOVES)) {
            // "S'est éteinte": past, whether its participle is known or not.
            Mood::Past
        } else {
            Mood::Present
        };
        let to = head.max(aux) + 1;
        Some(Group {
            from,
            to,
            head,
            rank: 4,
            mood,
            negated: self.denied(start, from, to, end),
            planned: plans && cue.has(Cue::PRESENT) || mood == Mood::Future,
            // "Had planned", "would have left": told from later on.
            ahead: !(cue.has(Cue::HAVE) && cue.has(Cue::PAST))
                && !(aux + 1..to).any(|at| self.cue(at).has(Cue::HAVE))
                && (plans || (aux..to).any(|at| self.cue(at).has(Cue::AHEAD))),
            speech: self.cue(head).has(Cue::SPEECH),
        })
    }

    fn infinitive_follows(&self, from: usize, end: usize) -> bool {
        (from..end.min(from + 4)).any(|at| {
            // "To leave": whatever verb it is.
            let bare = folded_is(self.text(at), "to")
                && !self.cue(at + 1).has(Cue::NOUN_NEXT)
                && !self.is_capital(at + 1)
                && self.token(at + 1).is_some_and(|token| token.kind == Kind::Word);
            bare || self.cue(at).has(Cue::INFINITIVE)
        })
    }

    /// Where a verb group begins: clitics and "ne" before it belong to it.
    fn back_over_clitics(&self, start: usize, at: usize) -> usize {
        let mut from = at;
        while start < from {
            let before = from - 1;
            let cue = self.cue(before);
            let clitic = cue.has(Cue::NE)
                || cue.has(Cue::LIGHT) && self.text(before).chars().count() <= 3
                || self.is_mark(before, b'\'');
            if !clitic || is_adverb(self.text(before)) {
                break;
            }
            from = before;
        }
        if self.is_mark(from, b'\'') { from + 1 } else { from }
    }

    /// Whether a verb group is denied.
    fn denied(&self, start: usize, from: usize, to: usize, end: usize) -> bool {
        let only = |at: usize| (at + 1..end.min(at + 3)).any(|at| self.cue(at).has(Cue::ONLY));
        let ne = (from..to).any(|at| self.cue(at).has(Cue::NE));
        if ne {
            let not = Cue::NOT.or(Cue::NONE);
            let after = (from..end.min(to + 2))
                .any(|at| (self.cue(at).has(not) || folded_is(self.text(at), "plus")) && !only(at));
            // "Aucune alerte n'a …": the subject denies it.
            return after
                || (start..from).any(|at| self.cue(at).has(Cue::NONE))
                    && !(to..end.min(to + 3)).any(|at| self.cue(at).has(Cue::THAT));
        }
        let inside = (from.saturating_sub(1).max(start)..end.min(to + 1)).any(|at| {
            let not = self.cue(at).has(Cue::NOT) && !only(at);
            // "Didn't" is three tokens.
            let contracted = folded_is(self.text(at), "t")
                && self.is_mark(at.wrapping_sub(1), b'\'')
                && self.text(at.wrapping_sub(2)).ends_with(['n', 'N']);
            not || contracted
        });
        let contracted_aux = self.is_mark(to, b'\'') && folded_is(self.text(to + 1), "t");
        // "No one", "no new warning": only at the head of what comes before the verb. In French
        // "ne" tells, so a bare "rien" is nothing here.
        let subject = (start..from).take(3).any(|at| {
            self.cue(at).has(Cue::NONE)
                && matches!(self.text(at).len(), 2 | 4 | 6 | 7)
                && (self.text(at).eq_ignore_ascii_case("no")
                    || self.text(at).eq_ignore_ascii_case("none")
                    || self.text(at).eq_ignore_ascii_case("nobody")
                    || self.text(at).eq_ignore_ascii_case("neither")
                    || self.text(at).eq_ignore_ascii_case("nothing"))
        });
        inside || contracted_aux || subject
    }

    // Clauses.

    /// The clauses of a sentence: tokens, half-open.
    fn sentence(&mut self, start: usize, end: usize) {
        let (Some(first), Some(last)) = (self.token(start), end.checked_sub(1)) else { return };
        let Some(last) = self.token(last) else { return };
        let number = self.out.sentences.len();
        self.out.sentences.push(Span::new(first.start as usize, last.end as usize));
        self.find_verbs(start, end);
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
    fn close(
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

    fn open(&mut self, at: usize, sentence: usize, parent: Option<usize>, role: Role) -> usize {
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

    fn piece(&mut self, at: usize, clause: usize) {
        let offset = self.token(at).map_or(0, |token| token.start as usize);
        self.out.pieces.push((offset, clause));
    }

    fn span(&self, from: usize, to: usize) -> Span {
        let start = self.token(from).map_or(0, |token| token.start as usize);
        let end = to.checked_sub(1).and_then(|at| self.token(at));
        Span::new(start, end.map_or(start, |token| token.end as usize).max(start))
    }

    /// What a sentence's first word begins.
    fn opening_at_start(&self, at: usize) -> Opening {
        let cue = self.cue(at);
        if cue.has(Cue::IF) && self.begins_condition(at) {
            Opening::Inside(Role::Condition)
        } else if cue.has(Cue::WHEN) || cue.has(Cue::BEFORE_THAT) && self.that_follows(at) {
            Opening::Inside(Role::Adverbial)
        } else {
            Opening::None
        }
    }

    /// What begins at a token inside a sentence.
    fn opening(&self, at: usize, end: usize, has_verb: bool) -> Opening {
        let cue = self.cue(at);
        let spaced = self.token(at).is_some_and(|token| token.gap != Gap::None);
        let Some(before) = at.checked_sub(1) else { return Opening::None };
        if self.is_mark(before, b';') {
            return Opening::Main;
        }
        if self.is_mark(before, b':') && spaced {
            return Opening::Inside(Role::Content);
        }
        let after_comma = self.is_mark(before, b',');
        // "…," one of them said: the words that say who speaks are a clause of their own.
        if self.quote_ends(at) && self.says_soon(at, end) {
            return Opening::Main;
        }
        if cue.has(Cue::RELATIVE) {
            return Opening::Inside(Role::Relative);
        }
        if cue.has(Cue::IF) && self.begins_condition(at) {
            return Opening::Inside(Role::Condition);
        }
        if cue.has(Cue::BEFORE_THAT) && self.that_follows(at) {
            return Opening::Inside(Role::Adverbial);
        }
        if cue.has(Cue::THAT) {
            return self.opening_of_that(at, before);
        }
        if cue.has(Cue::WHEN) && !self.cue_before(at).has(Cue::COMPARES) {
            return Opening::Inside(Role::Adverbial);
        }
        if cue.has(Cue::AND) && has_verb && self.verb_follows(at + 1, end) {
            return Opening::Joined;
        }
        if after_comma && !cue.has(Cue::AND) {
            return Opening::Comma;
        }
        Opening::None
    }

    /// Whether a quotation has just ended, with a comma inside or after its mark.
    fn quote_ends(&self, at: usize) -> bool {
        let text = |back: usize| at.checked_sub(back).map_or("", |at| self.text(at));
        let closes = |text: &str| matches!(text, "»" | "”" | "\"" | "“");
        let spaced = self.token(at).is_some_and(|token| token.gap != Gap::None);
        spaced && (closes(text(1)) && text(2) == "," || text(1) == "," && closes(text(2)))
    }

    /// Whether a verb of saying follows within a few words.
    fn says_soon(&self, at: usize, end: usize) -> bool {
        self.verbs
            .iter()
            .any(|group| group.speech && at <= group.head && group.head < end.min(at + 9))
    }

    fn begins_condition(&self, at: usize) -> bool {
        match self.text(at).len() {
            // French "s'" needs "il"; "si" before an adjective is "so".
            1 => self.is_mark(at + 1, b'\'') && self.cue(at + 2).has(Cue::PRONOUN),
            2 if folded_is(self.text(at), "si") => {
                let next = self.cue(at + 1);
                next.has(Cue::NOUN_NEXT.or(Cue::PRONOUN).or(Cue::LIGHT)) || self.is_capital(at + 1)
            }
            _ => true,
        }
    }

    fn that_follows(&self, at: usize) -> bool {
        // "Avant que", "jusqu'à ce que".
        (at + 1..at + 5).any(|next| {
            self.cue(next).has(Cue::THAT) && {
                (at + 1..next).all(|between| {
                    matches!(self.text(between), "'" | "’" | "à" | "ce" | "fait" | "moment")
                })
            }
        })
    }

    fn opening_of_that(&self, at: usize, before: usize) -> Opening {
        let prior = self.cue(before);
        // "Avant que" has begun already; "plus … que" compares; "ne … que" restricts.
        if prior.has(Cue::BEFORE_THAT) || folded_is(self.text(before), "ce") {
            return Opening::None;
        }
        if prior.has(Cue::COMPARES) {
            return Opening::None;
        }
        if folded_is(self.text(at), "that") {
            let next = self.cue(at + 1);
            let verb_form = prior.has(
                Cue::SPEECH.or(Cue::PARTICIPLE).or(Cue::PAST).or(Cue::PRESENT).or(Cue::INFINITIVE),
            );
            let opens = verb_form
                || next.has(Cue::HAVE.or(Cue::BE).or(Cue::MODAL).or(Cue::PAST).or(Cue::PRONOUN))
                || self.is_capital(at + 1)
                || folded_is(self.text(at + 1), "the");
            if !opens {
                return Opening::None;
            }
        }
        let said = (at.saturating_sub(8)..at).any(|at| self.cue(at).has(Cue::SPEECH));
        Opening::Inside(if said { Role::Content } else { Role::Relative })
    }

    /// Whether a sure finite verb follows a conjunction, with nothing but light words between.
    fn verb_follows(&self, from: usize, end: usize) -> bool {
        let Some(group) = self.verbs.iter().find(|group| from <= group.head) else { return false };
        if group.rank < 2 || end <= group.from {
            return false;
        }
        (from..group.from.max(from)).all(|at| {
            let cue = self.cue(at);
            cue.has(Cue::LIGHT.or(Cue::PRONOUN).or(Cue::NE))
                || is_adverb(self.text(at))
                || self.is_mark(at, b'\'')
        }) || self.subject_between(from, group.from)
    }

    /// Whether a new subject stands between a conjunction and its verb: a determiner or a name
    /// first, and no conjunction, comma or relative pronoun on the way.
    fn subject_between(&self, from: usize, to: usize) -> bool {
        let begins = self.cue(from).has(Cue::NOUN_NEXT) || self.is_capital(from);
        begins
            && to - from.min(to) <= 14
            // "And on 3 January, two bombs …": one comma may stand after a date.
            && (from..to).filter(|at| self.is_mark(*at, b',')).count() <= 1
            && (from..to).all(|at| {
                // "And the day after, it closed": the preposition begins no clause.
                let alone = self.is_mark(at + 1, b',');
                !self.cue(at).has(Cue::AND.or(Cue::RELATIVE).or(Cue::THAT))
                    && (alone || !self.cue(at).has(Cue::WHEN))
            })
    }
}

fn folded_is(text: &str, word: &str) -> bool {
    crate::lang::fold::folds_to(text, word)
}

/// French participles of verbs that no table has, and of those that look like nouns ("cité").
fn looks_like_participle(text: &str) -> bool {
    const ENDINGS: [&str; 9] = ["é", "ée", "és", "ées", "i", "it", "int", "u", "is"];
    4 <= text.len() && ENDINGS.iter().any(|ending| text.ends_with(ending))
}

/// Adverbs by their ending, in both languages.
fn is_adverb(text: &str) -> bool {
    4 < text.len() && (text.ends_with("ment") || text.ends_with("ly"))
}

/// A span without white space, commas and semicolons at its ends, nor a full stop after it.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let front = words.len() - words.trim_start_matches(trims_front).len();
    let back = words.trim_end_matches(trims_back).len();
    if back <= front {
        return Span::new(span.start, span.start.max(span.end));
    }
    Span::new(span.start + front, span.start + back)
}

fn trims_front(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | ':' | ')' | '–' | '—')
}

fn trims_back(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '(' | '–' | '—')
}

#[cfg(test)]
mod tests {
    use super::{Clauses, Mood, Role};
    use crate::article::Language;
    use crate::lang::Engine;
    use crate::scan::Tokens;

    fn clauses(language: Language, text: &str) -> Clauses {
        let engine = Engine::new(language);
        let tokens = Tokens::of(text, &engine);
        Clauses::of(tokens.source(text, &engine), &engine.cues)
    }

    fn sentences(language: Language, text: &str) -> Vec<&str> {
        clauses(language, text).sentences.iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn abbreviations_and_initials_end_no_sentence() {
        let text = "M. Durand a parlé le 2 avr. 2024. Il est parti. J. Petit aussi !";
        assert_eq!(
            sentences(Language::Fr, text),
            ["M. Durand a parlé le 2 avr. 2024.", "Il est parti.", "J. Petit aussi !"]
        );
        let text = "The U.S. Navy left at 5 p.m. The port closed. Mr. Hill stayed.";
        assert_eq!(
            sentences(Language::En, text),
            ["The U.S. Navy left at 5 p.m.", "The port closed.", "Mr. Hill stayed."]
        );
    }

    #[track_caller]
    fn reads(language: Language, text: &str, expected: &[(&str, Role, Mood)]) {
        let read = clauses(language, text);
        let got: Vec<(&str, Role, Mood)> = (read.clauses.iter())
            .filter(|clause| clause.verb.is_some())
            .map(|clause| (clause.span.of(text), clause.role, clause.mood))
            .collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn clauses_nest_and_go_on_after_what_is_inside_them() {
        reads(
            Language::Fr,
            "Le maire, qui avait reçu la lettre, a fermé le pont le 3 mai.",
            &[
                (
                    "Le maire, qui avait reçu la lettre, a fermé le pont le 3 mai",
                    Role::Main,
                    Mood::Past,
                ),
                ("qui avait reçu la lettre", Role::Relative, Mood::Past),
            ],
        );
        reads(
            Language::En,
            "When the dam broke, the mayor said that he would close the bridge.",
            &[
                ("When the dam broke, the mayor said", Role::Main, Mood::Past),
                ("When the dam broke", Role::Adverbial, Mood::Past),
                ("that he would close the bridge", Role::Content, Mood::Conditional),
            ],
        );
    }

    #[test]
    fn what_is_denied_or_imagined_is_known() {
        for (language, text, negated, hypothetical) in [
            (Language::Fr, "Aucune alerte n'a été lancée ce jour-là.", true, false),
            (Language::Fr, "Il n'a pas seulement menti, il a fui.", false, false),
            (Language::Fr, "La police ne l'a jamais arrêté.", true, false),
            (Language::Fr, "Il n'a vu que la porte.", false, false),
            (Language::Fr, "S'il avait plu, le feu serait mort.", false, true),
            (Language::Fr, "Pourquoi a-t-il fui ?", false, true),
            (Language::En, "No new warning was issued that day.", true, false),
            (Language::En, "They didn't leave the house.", true, false),
            (Language::En, "Not only did he lie.", false, false),
            (Language::En, "If it had rained, the fire would have died.", false, true),
            (Language::En, "The police never found him.", true, false),
            (Language::En, "The dam burst on 3 May 2021.", false, false),
            (Language::En, "On 3 May 2021 the dam burst.", false, false),
            (Language::En, "The dam may burst on 3 June.", false, true),
        ] {
            let read = clauses(language, text);
            let clause = read.clauses.iter().find(|clause| clause.verb.is_some());
            let got = clause.map(|clause| (clause.negated, clause.hypothetical));
            assert_eq!(got, Some((negated, hypothetical)), "{text}");
        }
    }

    #[test]
    fn plans_are_told_from_facts() {
        for (language, text, mood) in [
            (Language::Fr, "Le sommet devrait s'ouvrir lundi.", Mood::Future),
            (Language::Fr, "Le sommet va s'ouvrir lundi.", Mood::Future),
            (Language::Fr, "Il est arrivé lundi.", Mood::Past),
            (Language::Fr, "L'est du pays reste calme.", Mood::Present),
            (Language::Fr, "Deux avions ont survolé la ville.", Mood::Past),
            (Language::En, "The summit is scheduled to open on Monday.", Mood::Future),
            (Language::En, "The union plans to strike on Monday.", Mood::Future),
            (Language::En, "The dam has been closed.", Mood::Past),
            (Language::En, "The dam burst on 3 May 2021.", Mood::Past),
        ] {
            let read = clauses(language, text);
            let clause = read.clauses.iter().find(|clause| clause.verb.is_some());
            assert_eq!(clause.map(|clause| clause.mood), Some(mood), "{text}");
        }
    }

    #[test]
    fn every_offset_has_a_place_and_no_text_makes_it_fail() {
        for text in ["", " ", "“", ".", "que que que qui qui", "et, et, et.", "a\n\nb", "«»;:;:?"]
        {
            for language in Language::ALL {
                let read = clauses(language, text);
                for offset in 0..=text.len() {
                    let _ = (read.at(offset), read.sentence_at(offset));
                }
            }
        }
    }
}

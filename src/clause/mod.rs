//! Sentences and clauses: where they begin and end, in which tense, denied or imagined.
//!
//! Words and their forms decide, nothing is learned. Clauses nest: "Le jour où il partit, la ville
//! fut prise" is one clause with another inside. The text is read once, from left to right: whole, or
//! only the sentences that hold a time, with their verbs.

mod nest;
mod opening;
mod sentence;
mod verb;

use crate::article::Span;
use crate::lang::cue::{Cue, Cues};
use crate::lang::fold::folds_to;
use crate::lang::input::Source;
use crate::lang::token::{Kind, Token};

pub(crate) use sentence::Sentences;

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
    pub(crate) sentences: Sentences,
    /// In order of their beginning.
    pub(crate) clauses: Vec<Clause>,
    /// Where which clause goes on: byte offset and number, in text order.
    pieces: Vec<(usize, usize)>,
}

impl Clauses {
    /// Reads the sentences and clauses of a text, of which it is known what each token can be.
    pub(crate) fn of(source: Source<'_>, cues: &Cues, known: &[Cue]) -> Self {
        let mut reader = Reader { known, ..Reader::new(source, cues) };
        let mut start = 0;
        while start < source.tokens.len() {
            let end = reader.end_of_sentence(start);
            reader.sentence(start, end);
            start = end;
        }
        Clauses { sentences: reader.sentences, ..reader.out }
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
    cues: &'a Cues,
    /// Whether each line is a paragraph.
    lines: bool,
    /// What each token can be, where that is known; empty where it is looked up.
    known: &'a [Cue],
    /// What the words from a token on can be, up to where the sentence has been read.
    words: Vec<Cue>,
    first: usize,
    sentences: Sentences,
    out: Clauses,
    verbs: Vec<Group>,
}

impl<'a> Reader<'a> {
    fn new(source: Source<'a>, cues: &'a Cues) -> Self {
        Self {
            source,
            cues,
            lines: sentence::lines_are_paragraphs(source.text),
            known: &[],
            words: Vec::new(),
            first: 0,
            sentences: Sentences::default(),
            out: Clauses::default(),
            verbs: Vec::new(),
        }
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.source.tokens.get(at)
    }

    /// Looks up the words of a stretch, which are asked for again and again.
    fn look_up(&mut self, from: usize, to: usize) {
        if !self.known.is_empty() {
            return;
        }
        if from < self.first || self.first + self.words.len() < from {
            self.first = from;
            self.words.clear();
        }
        for at in self.first + self.words.len()..to {
            let cue = self.cue_of(at);
            self.words.push(cue);
        }
    }

    fn cue_of(&self, at: usize) -> Cue {
        match self.token(at) {
            Some(token) if token.kind == Kind::Word => self.cues.of(text_of(self.source, token)),
            _ => Cue::default(),
        }
    }

    fn cue(&self, at: usize) -> Cue {
        if let Some(known) = self.known.get(at) {
            return *known;
        }
        let known = at.checked_sub(self.first).and_then(|n| self.words.get(n));
        known.copied().unwrap_or_else(|| self.cue_of(at))
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

    /// Whether a token is a word: its letters, folded.
    fn reads(&self, at: usize, word: &str) -> bool {
        let token = self.token(at).filter(|token| usize::from(token.length) == word.len());
        let begins = |token: &&Token| word.as_bytes().first() == Some(&token.initial);
        token.filter(begins).is_some_and(|token| folds_to(text_of(self.source, token), word))
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

    /// Records what a verb says about the times beside it.
    fn tells(&mut self, from: usize, to: usize, mood: Mood, announces: bool) {
        let Some((first, last)) = self.token(from).zip(self.token(to - 1)) else { return };
        let span = Span::new(first.start as usize, last.end as usize);
        self.sentences.verbs.push(Verb { span, mood, announces });
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
        cue.has(Cue::AHEAD) && !cue.has(Cue::MODAL)
            || cue.has(Cue::PLANS) && self.reads(at + 1, "for")
            || self.reads(at, "as")
                && (self.reads(at + 1, "soon") || self.reads(at + 1, "early"))
                && self.reads(at + 2, "as")
    }
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
    use crate::lang::memo::Memo;
    use crate::scan::Tokens;

    fn clauses(language: Language, text: &str) -> Clauses {
        let engine = Engine::new(language);
        let tokens = Tokens::of(text, &engine);
        Clauses::of(tokens.source(text, &engine, &Memo::default()), &engine.cues, &[])
    }

    fn sentences(language: Language, text: &str) -> Vec<&str> {
        clauses(language, text).sentences.spans.iter().map(|span| span.of(text)).collect()
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
            for &language in Language::ALL {
                let read = clauses(language, text);
                for offset in 0..=text.len() {
                    let _ = (read.at(offset), read.sentences.at(offset));
                }
            }
        }
    }
}

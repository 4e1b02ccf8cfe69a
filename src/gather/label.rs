//! Short labels in the words of the text, put together from the tree: who, did, what, to whom; and the
//! words that say who says so.

use crate::article::Span;
use crate::lang::role::Role;
use crate::passage::{Stamp, StampKind};
use crate::syntax::{Gender, Kind, Predicate, PredicateKind, Predicates, Relation, Told, Upos};

use super::seed::{PredicateAt, Telling};

/// About how many characters a label has at most.
const LONGEST: usize = 60;
/// What a label may have where its core needs it.
const AT_MOST: usize = 90;
/// A subject has so many characters at most, if less will do.
const SUBJECT: usize = 36;
/// A source is cut after so many characters.
const LONGEST_SOURCE: usize = 60;
/// How deep a phrase is followed.
const DEEPEST: usize = 24;
/// How many sentences back the noun of a pronoun is looked for.
const BACK: usize = 4;

/// How much of a phrase is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Width {
    /// Its head with determiner, adjectives, names and the first complement with "de", "of".
    Core,
    /// With its prepositional phrases.
    Full,
}

/// A predicate as a label that can be read alone, without times.
pub(crate) fn of_predicate(telling: &Telling<'_>, at: PredicateAt) -> String {
    let Some((predicates, one)) = telling.predicate(at) else { return String::new() };
    let reader = Reader { telling, predicates };
    let words =
        if one.kind == PredicateKind::Noun { reader.noun(one) } else { reader.clause(at, one) };
    cut(&tidy(&words), AT_MOST)
}

/// Some words without their times.
pub(crate) fn of_words(telling: &Telling<'_>, span: Span) -> String {
    let text = telling.text();
    let mentions = &telling.account.mentions;
    let first = mentions.partition_point(|mention| mention.span.end <= span.start);
    let mut words = String::new();
    let mut from = span.start;
    for mention in mentions.iter().skip(first).take_while(|mention| mention.span.start < span.end) {
        let end = mention.event.map_or(mention.span.end, |event| event.start.min(mention.span.end));
        if from < mention.span.start {
            let before = text.get(from..mention.span.start).unwrap_or("");
            words.push_str(without_lead(telling, before));
            words.push(' ');
        }
        from = from.max(end.min(span.end));
    }
    words.push_str(text.get(from..span.end).unwrap_or(""));
    let words = tidy(&words);
    if words.is_empty() { cut(&one_line(span.of(text)), LONGEST) } else { cut(&words, LONGEST) }
}

/// Words without the preposition and the article before a time.
fn without_lead<'t>(telling: &Telling<'_>, words: &'t str) -> &'t str {
    let mut rest = words.trim_end();
    for _ in 0..2 {
        let last =
            rest.rsplit(|c: char| c.is_whitespace() || c == '\'' || c == '’').next().unwrap_or("");
        let leads = telling.words.leads_to_time(last);
        if last.is_empty() || !leads {
            break;
        }
        rest = rest.get(..rest.len() - last.len()).unwrap_or("").trim_end();
    }
    rest
}

/// What a dated line publishes.
pub(crate) fn of_stamp(telling: &Telling<'_>, stamp: &Stamp) -> String {
    let who = match (&stamp.name, stamp.kind) {
        (Some(name), _) => name.clone(),
        (None, _) => telling.article.source_name().unwrap_or(telling.article.id()).to_owned(),
    };
    let labels = crate::lang::voice(telling.article.language()).labels;
    match stamp.kind {
        StampKind::Header => (labels.page_of)(&who),
        _ => (labels.publication_of)(&who),
    }
}

/// The bytes of a noun's phrase, without the clauses that hang on it.
pub(crate) fn phrase_span(telling: &Telling<'_>, predicates: &Predicates<'_>, unit: u32) -> Span {
    let reader = Reader { telling, predicates };
    let units = reader.phrase(unit, Width::Full);
    let tree = predicates.tree;
    let own = tree.unit(unit).span;
    // From its first word to its last, over what stands between.
    units.iter().fold(own, |span, n| span.hull(tree.unit(*n).span))
}

/// Who says what is told: a noun with its phrase.
pub(crate) fn source(
    telling: &Telling<'_>,
    predicates: &Predicates<'_>,
    noun: u32,
) -> Option<String> {
    let reader = Reader { telling, predicates };
    let mut units = reader.phrase(noun, Width::Full);
    let tree = predicates.tree;
    let leads = |n: u32| {
        tree.head(n) == Some(noun)
            && matches!(tree.unit(n).relation, Relation::Case | Relation::Mark)
    };
    // "According to": what leads to the noun may be several words.
    let case = |n: &u32| leads(*n) || tree.head(*n).is_some_and(leads);
    units.retain(|n| !case(n));
    let words = tidy(&reader.words(&units));
    (!words.is_empty()).then(|| cut(&words, LONGEST_SOURCE))
}

struct Reader<'p, 't, 's> {
    telling: &'p Telling<'t>,
    predicates: &'p Predicates<'s>,
}

impl Reader<'_, '_, '_> {
    /// An event noun with its phrase.
    fn noun(&self, one: &Predicate) -> String {
        let tree = self.predicates.tree;
        let told = |width: Width| {
            let mut units = self.phrase(one.head, width);
            // What leads to the noun, and what joins it to another, is no part of it.
            units.retain(|n| {
                let unit = tree.unit(*n);
                let leads = matches!(unit.relation, Relation::Case | Relation::Mark | Relation::Cc);
                !(leads && unit.head == Some(one.head))
            });
            self.words(&units)
        };
        let full = told(Width::Full);
        if full.chars().count() <= LONGEST { full } else { told(Width::Core) }
    }

    /// Subject, verb, object, and what else there is room for.
    fn clause(&self, at: PredicateAt, one: &Predicate) -> String {
        let tree = self.predicates.tree;
        let subject = one.subject.filter(|subject| *subject != one.head);
        let mut words = subject.map_or(String::new(), |subject| self.subject(at, subject));
        let group = self.verb_group(one);
        let verb = self.words(&group);
        // An ellipsis of the subject in a sentence without one begins with its verb.
        push(&mut words, &verb);
        let mut others: Vec<(u8, u32)> = Vec::new();
        if let Some(object) = one.object {
            others.push((0, object));
        }
        let mut above = Some(one.head);
        while let Some(unit) = above {
            for child in tree.children(unit).iter().copied() {
                let relation = tree.unit(child).relation;
                let rank = match relation {
                    Relation::Obj | Relation::Iobj => 0,
                    Relation::Xcomp | Relation::OblAgent => 1,
                    Relation::Ccomp => 2,
                    Relation::Obl if one.head < child => 3,
                    Relation::Nmod | Relation::Amod | Relation::Appos
                        if one.kind == PredicateKind::Copula =>
                    {
                        3
                    }
                    Relation::Advmod if one.head < child => 4,
                    _ => continue,
                };
                let taken =
                    group.contains(&child) || Some(child) == one.object || Some(child) == subject;
                let own = one.kind == PredicateKind::Copula
                    && matches!(rank, 3 | 4)
                    && unit == one.head
                    && relation != Relation::Obl;
                if !taken && !own && child != one.top && !self.is_between(child, one) {
                    others.push((rank, child));
                }
            }
            above = if unit == one.top { None } else { tree.head(unit) };
        }
        others.sort_by_key(|(rank, unit)| (*rank, *unit));
        let mut told: Vec<(u32, String)> = Vec::new();
        let mut length = words.chars().count();
        let mut needs = true;
        for (rank, unit) in others {
            if told.iter().any(|(other, _)| *other == unit) {
                continue;
            }
            let room = LONGEST.saturating_sub(length + 1);
            let full = self.words(&self.phrase(unit, Width::Full));
            let fits = |words: &str| !words.is_empty() && words.chars().count() <= room;
            let picked = if fits(&full) {
                full
            } else {
                let core = self.words(&self.phrase(unit, Width::Core));
                let core_fits = fits(&core);
                // A verb is not told without what it needs.
                let forced = needs && rank <= 1 && length + core.chars().count() < AT_MOST;
                if !core_fits && !forced {
                    continue;
                }
                core
            };
            if picked.is_empty() {
                continue;
            }
            needs &= rank > 1;
            length += picked.chars().count() + 1;
            told.push((unit, picked));
        }
        // What was told of the verb stands in the order of the text, the object first.
        let object = one.object;
        told.sort_by_key(|(unit, _)| (Some(*unit) != object, *unit));
        for (_, phrase) in told {
            push(&mut words, &phrase);
        }
        words
    }

    /// Whether a unit stands on the way from a predicate's top to its head.
    fn is_between(&self, unit: u32, one: &Predicate) -> bool {
        unit == one.head
            || self.predicates.tree.above(one.head).take_while(|n| *n != one.top).any(|n| n == unit)
    }

    fn subject(&self, at: PredicateAt, subject: u32) -> String {
        let tree = self.predicates.tree;
        if tree.unit(subject).tag == Upos::Pron
            && let Some(words) = self.antecedent(at, subject)
        {
            return words;
        }
        let full = self.words(&self.phrase(subject, Width::Full));
        if full.chars().count() <= SUBJECT {
            return full;
        }
        self.words(&self.phrase(subject, Width::Core))
    }

    /// The noun that a pronoun of the third person stands for: the subject of the clause before, if
    /// number, gender and kind allow it.
    fn antecedent(&self, at: PredicateAt, pronoun: u32) -> Option<String> {
        let unit = self.predicates.tree.unit(pronoun);
        if !self.predicates.role(pronoun).has(Role::PRONOUN)
            || unit.feats.person().is_some_and(|p| p != 3)
        {
            return None;
        }
        let earlier = |sentence: usize| {
            let predicates = self.telling.predicates(sentence)?;
            let mut subjects = (predicates.list.iter().enumerate())
                .filter(|(n, one)| {
                    one.kind != PredicateKind::Noun
                        && (sentence < at.sentence || *n < at.number)
                        && matches!(
                            one.via,
                            Relation::Root | Relation::Conj | Relation::Parataxis | Relation::Advcl
                        )
                })
                .filter_map(|(_, one)| one.subject);
            let found = if sentence < at.sentence { subjects.next() } else { subjects.next_back() };
            Some((predicates, found?))
        };
        for sentence in (at.sentence.saturating_sub(BACK)..=at.sentence).rev() {
            if sentence < at.sentence && self.parts(sentence, at.sentence) {
                return None;
            }
            let Some((predicates, subject)) = earlier(sentence) else { continue };
            let noun = predicates.tree.unit(subject);
            if noun.tag == Upos::Pron {
                continue;
            }
            let number = unit.feats.number().zip(noun.feats.number());
            let gender = unit.feats.gender().zip(noun.feats.gender());
            let named = noun.tag == Upos::Propn
                || predicates
                    .tree
                    .children(subject)
                    .iter()
                    .any(|c| predicates.tree.unit(*c).tag == Upos::Propn);
            // A language whose nouns have no gender says "he" of those who have a name.
            let fits = number.is_none_or(|(a, b)| a == b)
                && match gender {
                    Some((a, b)) => a == b,
                    None => named && unit.feats.gender() != Some(Gender::Neut),
                };
            if !fits || !matches!(noun.tag, Upos::Noun | Upos::Propn) || noun.is_mention() {
                return None;
            }
            let reader = Reader { telling: self.telling, predicates };
            return Some(reader.words(&reader.phrase(subject, Width::Core)));
        }
        None
    }

    fn parts(&self, a: usize, b: usize) -> bool {
        let (Some(a), Some(b)) = (self.telling.sentence(a), self.telling.sentence(b)) else {
            return true;
        };
        self.telling.text().get(a.end..b.start).is_none_or(|between| between.contains('\n'))
    }

    /// The words of a verb group, in text order: auxiliaries, negation, clitics, modals, the verb.
    fn verb_group(&self, one: &Predicate) -> Vec<u32> {
        let tree = self.predicates.tree;
        let mut units: Vec<u32> = Vec::new();
        let shared = one.shares.into_iter().flat_map(|first| tree.children(first).iter().copied());
        units.extend(shared.filter(|n| {
            matches!(tree.unit(*n).relation, Relation::Aux | Relation::AuxPass | Relation::Cop)
        }));
        let mut at = Some(one.head);
        while let Some(unit) = at {
            units.push(unit);
            for child in tree.children(unit).iter().copied() {
                let own = tree.unit(child);
                let clitic = own.tag == Upos::Pron && child < unit && !own.is_mention();
                let belongs = match own.relation {
                    Relation::Aux | Relation::AuxPass | Relation::Cop | Relation::Expl => true,
                    Relation::Compound | Relation::Fixed => {
                        own.tag != Upos::Punct && child.abs_diff(unit) <= 2
                    }
                    Relation::Obj | Relation::Iobj | Relation::Obl | Relation::Dep => {
                        clitic && !self.predicates.role(child).has(Role::RELATIVE)
                    }
                    Relation::Advmod => {
                        own.feats.is_negative() || self.predicates.role(child).has(Role::NOT)
                    }
                    Relation::Mark => unit != one.top && own.tag != Upos::Sconj,
                    Relation::Case
                    | Relation::Det
                    | Relation::Amod
                    | Relation::Nummod
                    | Relation::Flat => one.kind == PredicateKind::Copula && unit == one.head,
                    _ => false,
                };
                if belongs {
                    units.push(child);
                    // "ne … pas" may hang on the auxiliary.
                    let below = tree.children(child).iter().copied();
                    units.extend(below.filter(|n| {
                        tree.unit(*n).feats.is_negative()
                            || matches!(
                                tree.unit(*n).relation,
                                Relation::Fixed | Relation::Goeswith
                            )
                    }));
                }
            }
            at = if unit == one.top { None } else { tree.head(unit) };
        }
        if one.kind == PredicateKind::Copula {
            let complements = tree.children(one.head).iter().copied();
            let short = complements.filter(|n| {
                matches!(
                    tree.unit(*n).relation,
                    Relation::Nmod | Relation::Amod | Relation::Compound
                ) && !tree.unit(*n).is_mention()
            });
            for n in short.collect::<Vec<_>>() {
                units.extend(self.phrase(n, Width::Core));
            }
        }
        units.sort_unstable();
        units.dedup();
        // An infinitive or a gerund told alone keeps no word that leads to it.
        if matches!(one.told, Told::Infinitive | Told::Gerund) {
            units.retain(|n| *n >= one.top || tree.unit(*n).relation != Relation::Mark);
        }
        units
    }

    /// The units of a phrase that are told, in text order: no times, no clauses, no asides.
    fn phrase(&self, head: u32, width: Width) -> Vec<u32> {
        let tree = self.predicates.tree;
        if self.is_time(head) {
            return Vec::new();
        }
        let mut units = vec![head];
        let mut open = vec![(head, 0_usize)];
        let mut complements = 0;
        while let Some((unit, depth)) = open.pop() {
            if depth == DEEPEST {
                continue;
            }
            for child in tree.children(unit).iter().copied() {
                if self.is_time(child) {
                    continue;
                }
                let own = tree.unit(child);
                let is_core = match own.relation {
                    Relation::Det
                    | Relation::Amod
                    | Relation::Nummod
                    | Relation::Flat
                    | Relation::Compound
                    | Relation::Fixed
                    | Relation::Case
                    | Relation::Goeswith
                    | Relation::Aux
                    | Relation::AuxPass
                    | Relation::Cop
                    | Relation::Expl
                    | Relation::Mark => true,
                    // "L'attaque du marché": the first complement says which.
                    Relation::Nmod => {
                        let first = unit == head && complements == 0;
                        complements += usize::from(unit == head);
                        first && self.is_short(child)
                    }
                    Relation::Obj => depth < 3,
                    Relation::Advmod => own.feats.is_negative(),
                    Relation::Xcomp => depth < 2,
                    Relation::Nsubj | Relation::NsubjPass => unit != head || width == Width::Full,
                    _ => false,
                };
                let is_full = match own.relation {
                    Relation::Nmod | Relation::Obl | Relation::OblAgent | Relation::Iobj => true,
                    Relation::Advmod => child < unit,
                    Relation::Conj | Relation::Cc => depth < 4,
                    Relation::Appos => unit == head && self.is_short(child),
                    Relation::Acl => {
                        own.tag == Upos::Verb
                            && unit == head
                            && self.is_short(child)
                            && !self.is_set_off(child)
                    }
                    _ => false,
                };
                if is_core || width == Width::Full && is_full {
                    units.push(child);
                    open.push((child, depth + 1));
                }
            }
        }
        units.sort_unstable();
        units.dedup();
        self.with_marks(units)
    }

    /// Whether a clause stands between commas, or holds a time.
    fn is_set_off(&self, clause: u32) -> bool {
        let tree = self.predicates.tree;
        let (first, last) = tree.subtree(clause);
        let mark = |n: u32| tree.unit(n).tag == Upos::Punct;
        mark(first)
            || first.checked_sub(1).is_some_and(mark)
            || (first..=last).any(|n| tree.unit(n).is_mention())
    }

    /// Whether what hangs on a unit is few words.
    fn is_short(&self, unit: u32) -> bool {
        let (first, last) = self.predicates.tree.subtree(unit);
        last - first < 7
    }

    /// Whether a unit is a time, or a noun that only carries one.
    fn is_time(&self, unit: u32) -> bool {
        let tree = self.predicates.tree;
        tree.unit(unit).is_mention()
            || self.telling.is_anchor(tree.unit(unit).span)
            || self.predicates.role(unit).has(Role::TIME)
                && tree.children(unit).iter().any(|child| tree.unit(*child).is_mention())
    }

    /// Units with the marks that stand between two of them.
    fn with_marks(&self, units: Vec<u32>) -> Vec<u32> {
        let tree = self.predicates.tree;
        let mut out: Vec<u32> = Vec::with_capacity(units.len());
        for unit in units {
            if let Some(last) = out.last().copied()
                && last + 2 == unit
                && tree.unit(last + 1).tag == Upos::Punct
                && !matches!(
                    self.telling.story.syntax.text(tree.unit(last + 1)),
                    "(" | ")" | "[" | "]" | ";" | ":" | "–" | "—"
                )
            {
                out.push(last + 1);
            }
            out.push(unit);
        }
        out
    }

    /// The words of units as the text spaces them.
    fn words(&self, units: &[u32]) -> String {
        let tree = self.predicates.tree;
        let mut words = String::new();
        let mut last: Option<u32> = None;
        for &n in units {
            let unit = tree.unit(n);
            let text = self.telling.story.syntax.text(unit);
            if unit.kind == Kind::Mark && is_footnote(text) {
                continue;
            }
            if let Some(before) = last {
                let before_span = tree.unit(before).span;
                let glued = before + 1 == n && before_span.end == unit.span.start
                    || words.ends_with(['\'', '’']) && before + 1 != n && unit.kind == Kind::Word;
                if !glued {
                    words.push(' ');
                }
            }
            words.push_str(&one_line(text));
            last = Some(n);
        }
        words
    }
}

fn is_footnote(text: &str) -> bool {
    text.starts_with('[') && text.ends_with(']')
}

fn push(words: &mut String, more: &str) {
    if !words.is_empty() && !more.is_empty() {
        words.push(' ');
    }
    words.push_str(more);
}

/// One space between words, no mark at the ends, no half of a pair of marks.
fn tidy(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        let is_mark = matches!(word, "," | ";" | ":" | "." | "–" | "—" | "-");
        if is_mark && (out.is_empty() || out.ends_with([',', ';', ':'])) {
            continue;
        }
        if !out.is_empty() && !matches!(word, "," | ".") {
            out.push(' ');
        }
        out.push_str(word);
    }
    let rest = out.trim_matches([' ', ',', ';', ':', '.', '–', '—', '…', '-', '*', '•']);
    balanced(rest)
}

/// A quotation mark or bracket whose other half was cut off goes too.
fn balanced(words: &str) -> String {
    // Most words have none; the guillemets and curly marks begin with one of two bytes.
    let may_mark = |byte: u8| matches!(byte, b'(' | b')' | b'[' | b']' | b'"' | 0xc2 | 0xe2);
    if !words.bytes().any(may_mark) {
        return words.to_owned();
    }
    let mut words = words.to_owned();
    for (open, close) in [('«', '»'), ('(', ')'), ('[', ']')] {
        let opens = words.matches(open).count();
        let closes = words.matches(close).count();
        if opens != closes {
            words = words.replace([open, close], "");
        }
    }
    if words.matches('"').count() % 2 == 1 {
        words = words.replace('"', "");
    }
    let curly = words.matches('“').count() + words.matches('”').count();
    if curly % 2 == 1 {
        words = words.replace(['“', '”'], "");
    }
    one_line(&words)
}

/// The words up to a number of characters, at a word, with an ellipsis where something is left out.
pub(crate) fn cut(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_owned();
    }
    let end = words.char_indices().nth(most).map_or(words.len(), |(at, _)| at);
    let head = words.get(..end).unwrap_or(words);
    let head = head.rfind(' ').and_then(|at| head.get(..at)).unwrap_or(head);
    format!("{} …", head.trim_end_matches([',', ';', ':', ' ', '“', '«', '(', '"']))
}

/// The words of a clause, without white space and marks at its ends.
pub(crate) fn statement(text: &str, span: Span) -> (Span, String) {
    let span = trimmed(text, span);
    (span, one_line(span.of(text)))
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

/// Words with one space between them.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

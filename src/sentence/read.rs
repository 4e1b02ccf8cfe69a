//! What a sentence says of times: its events as phrases, and the bonds between them.

use crate::amount::{Amount, DayPart, Modifier, Quantity, Unit};
use crate::article::{Article, Span};
use crate::expr::{Anchor, Cell, Direction, Expr, Pattern, Signal, Year};
use crate::extent::Extent;
use crate::lang::assertion::{Cue, Joint};
use crate::lang::fold::fold;
use crate::lang::memo::Memo;
use crate::lang::role::Role;
use crate::lang::{Engine, grammar};
use crate::reader::{Account, Frise};
use crate::resolve::Resolved;
use crate::scan::Mention;
use crate::syntax::{Predicates, Relation, Syntax, Told, Tree, Upos};

use super::link::Phrase;
use super::words::{Glossary, Kind, Word, phrases};

/// Which moment of an event is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Whole,
    Start,
    End,
}

/// An event that a sentence speaks of.
#[derive(Clone, Debug)]
pub(super) struct Part {
    pub(super) phrase: Phrase,
    pub(super) edge: Edge,
}

/// The place of a part in its reading.
pub(super) type At = usize;

/// An amount of time with what it asks of another.
#[derive(Clone, Debug)]
pub(super) struct Size {
    pub(super) amount: Amount,
    pub(super) exactly: bool,
}

/// What a sentence says of times.
#[derive(Clone, Debug)]
pub(super) enum Bond {
    /// One is over before the other begins.
    Before(At, At),
    /// The second begins an amount of time after the first ends.
    Gap(At, At, Size),
    /// They are an amount of time apart, whichever came first.
    Apart(At, At, Size),
    /// The second lies so many days after the first.
    DaysAfter(At, At, i64),
    /// All on one day.
    SameDay(Vec<At>),
    /// The first holds while the second happens.
    While(At, At),
    /// The first is not after the second.
    NotAfter(At, At),
    /// It lies in a time of the calendar, in EDTF.
    In(At, String),
    /// It is over before a time.
    BeforeTime(At, String),
    /// It begins after a time.
    AfterTime(At, String),
    /// Not after the end of a time.
    ByTime(At, String),
    /// It does not begin before a time.
    FromTime(At, String),
    Weekday(At, u8),
    PartOfDay(At, DayPart),
    /// It lasts an amount of time.
    Lasts(At, Size),
    /// The first two are further apart (or less far) than the others.
    MoreBetween(At, At, At, At, bool),
    /// One lasts longer (or shorter) than another.
    LastsLonger(At, At, bool),
    /// Some notice covers an event (or none does).
    Covered(At, At, bool),
    /// So old at an event: the birth, the event, the years.
    Age(At, At, i64),
    /// The first is an amount of time before the n-th birthday of the one whose birth is the second.
    BeforeBirthday(At, At, i64, Size, bool),
}

/// A sentence as it was read.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    pub(super) parts: Vec<Part>,
    pub(super) bonds: Vec<(Bond, bool)>,
    /// The parts that are told as done.
    pub(super) done: Vec<At>,
    /// Words that say something which is not judged.
    pub(super) unjudged: Vec<String>,
}

/// What was wrong with a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Question,
    Order,
    Several,
    NoTimes,
    NotRead,
    Undated,
}

/// When a mention of the sentence is.
#[derive(Clone, Debug)]
enum Time {
    Amount(Amount),
    /// An amount from an event whose words follow.
    Hung(Amount),
    /// So many days from what follows.
    Days(i64),
    /// From the time told before.
    Later(Amount, Direction),
    LaterDays(i64),
    In(String),
    Bound(Signal, String),
    Weekday(u8),
    /// A date that the calendar has on another day of the week.
    Wrong(String, u8),
    Joint(Joint),
    Birthday(i64),
    Undated,
    Other,
}

/// A word of the sentence, or a mention.
#[derive(Clone, Debug)]
struct Item {
    word: String,
    unit: u32,
    mention: Option<usize>,
}

/// Where a joint begins and ends, what it is, and the amount it is bent by, with its place.
type Joined = (usize, usize, Joint, Option<(usize, Amount)>);

/// Items from one up to another.
type Stretch = (usize, usize);

pub(super) struct Reader<'r> {
    article: &'r Article,
    account: &'r Account,
    syntax: &'r Syntax<'r>,
    tree: &'r Tree,
    engine: &'r Engine,
    glossary: &'r Glossary,
    frise: &'r Frise,
    items: Vec<Item>,
    reading: Reading,
    used: Vec<bool>,
}

/// Reads a sentence, which is an article of its own.
pub(super) fn read(
    frise: &Frise,
    article: &Article,
    glossary: &Glossary,
) -> Result<Reading, Fault> {
    let account = frise.read(article);
    let engine = frise.engine(article.language());
    let memo = Memo::default();
    let source = account.tokens.source(article.text(), engine, &memo);
    let syntax = Syntax::again(source, &account.mentions, engine, &account.parsed);
    let text = article.text().trim();
    if text.trim_end_matches(['"', '»', '”', ' ', '\u{a0}']).ends_with('?') {
        return Err(Fault::Question);
    }
    if 1 < syntax.sentences().len() {
        return Err(Fault::Several);
    }
    let tree = syntax.tree(0).ok_or(Fault::NotRead)?;
    let is_event = |_: u32| false;
    let predicates = Predicates::of(&syntax, tree, &engine.roles, &is_event);
    // "Is to start".
    let to_come = tree.units.windows(2).any(|pair| {
        let not = engine.roles.of(&syntax.lemma(&pair[1])).has(Role::NOT);
        pair[0].tag == Upos::Aux && pair[1].tag == Upos::Part && !not
    });
    let mut reader = Reader {
        article,
        account: &account,
        syntax: &syntax,
        tree,
        engine,
        glossary,
        frise,
        items: items(&syntax, tree),
        reading: Reading::default(),
        used: vec![false; account.mentions.len()],
    };
    if reader.is_order() {
        return Err(Fault::Order);
    }
    let told = predicates.at(tree.root()).and_then(|at| predicates.list.get(at));
    let ahead = told.is_some_and(|told| {
        told.ahead || matches!(told.told, Told::Future | Told::Conditional | Told::Infinitive)
    });
    reader.sentence(ahead || to_come)?;
    Ok(reader.reading)
}

fn items(syntax: &Syntax<'_>, tree: &Tree) -> Vec<Item> {
    let mut items = Vec::new();
    for (n, unit) in (0..).zip(&tree.units) {
        if let Some(mention) = unit.mention {
            let mention = Some(mention as usize);
            items.push(Item { word: String::new(), unit: n, mention });
            continue;
        }
        let text = fold(syntax.text(unit));
        let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        let first = words.next();
        for word in first.into_iter().chain(words) {
            items.push(Item { word: word.to_owned(), unit: n, mention: None });
        }
        if first.is_none() {
            items.push(Item { word: text.clone(), unit: n, mention: None });
        }
    }
    items
}

impl Reader<'_> {
    fn is_order(&self) -> bool {
        let root = self.tree.unit(self.tree.root());
        let subject = |unit: &&u32| {
            let relation = self.tree.unit(**unit).relation;
            relation.name().starts_with("nsubj") || relation.name().starts_with("csubj")
        };
        let first = self.tree.units.first().map(|unit| unit.span);
        root.tag == Upos::Verb
            && first == Some(root.span)
            && !self.tree.children(self.tree.root()).iter().any(|unit| subject(&unit))
            && (root.feats.mood() == Some(crate::syntax::Mood::Imp)
                || root.feats.verb_form() != Some(crate::syntax::VerbForm::Part))
    }

    /// How many items some words take at a place.
    fn phrase_at(&self, words: &str, at: usize, to: usize) -> Option<usize> {
        let mut n = 0;
        for word in words.split_whitespace() {
            let item = self.items.get(at + n).filter(|_| at + n < to)?;
            if item.mention.is_some() || item.word != word {
                return None;
            }
            n += 1;
        }
        (0 < n).then_some(n)
    }

    /// The first place in a stretch where a cue stands, and where it ends.
    fn cue(&self, cue: Cue, (from, to): Stretch) -> Option<Stretch> {
        (from..to).find_map(|at| self.cue_at(cue, at, to).map(|n| (at, at + n)))
    }

    fn cue_at(&self, cue: Cue, at: usize, to: usize) -> Option<usize> {
        phrases(self.article.language(), cue)
            .filter_map(|words| self.phrase_at(words, at, to))
            .max()
    }

    fn joint_at(&self, at: usize, to: usize) -> Option<(Joint, usize)> {
        let joints = grammar(self.article.language()).assertions.joints;
        joints.iter().find_map(|(joint, words)| Some((*joint, self.phrase_at(words, at, to)?)))
    }

    fn all(&self) -> Stretch {
        let end = self.items.iter().rposition(|item| {
            item.mention.is_some() || item.word.chars().any(char::is_alphanumeric)
        });
        (0, end.map_or(0, |end| end + 1))
    }

    fn mention(&self, at: usize) -> Option<usize> {
        self.items.get(at)?.mention
    }

    /// When the mention at a place is.
    fn time(&self, at: usize) -> Option<Time> {
        let number = self.mention(at)?;
        let mention = self.account.mentions.get(number)?;
        let resolution = self.account.resolutions.get(number)?;
        let part = resolution.parts.first()?;
        let any =
            at.checked_sub(1).is_some_and(|before| self.cue_at(Cue::Any, before, at).is_some())
                || phrases(self.article.language(), Cue::Any).any(|word| {
                    let text = fold(mention.span.of(self.article.text()));
                    text.split_whitespace().next() == Some(word)
                });
        let whole = if resolution.is_range && 1 < resolution.parts.len() {
            let last = resolution.parts.last().and_then(Resolved::extent);
            match (part.extent(), last) {
                (Some(first), Some(last)) => {
                    Some(Extent { from: first.from, to: last.to, ..*first })
                }
                _ => None,
            }
        } else {
            part.extent().copied()
        };
        Some(time_of(mention, part, whole, any))
    }

    fn sentence(&mut self, ahead: bool) -> Result<(), Fault> {
        let all = self.all();
        if self.cue(Cue::Counts, all).is_some() {
            return Err(Fault::NotRead);
        }
        let read = self.compares(all)
            || self.between(all)
            || self.covered(all)
            || self.took(all)
            || self.age(all)
            || self.birthday(all)
            || self.general(all, ahead)?;
        for at in all.0..all.1 {
            let Some(number) = self.mention(at) else { continue };
            if !self.used.get(number).copied().unwrap_or(true) {
                if matches!(self.time(at), Some(Time::Undated)) {
                    return Err(Fault::Undated);
                }
                let words = self.account.mentions[number].span.of(self.article.text());
                self.reading.unjudged.push(words.to_owned());
            }
        }
        if !read || self.reading.bonds.is_empty() {
            let timed = !self.account.mentions.is_empty()
                || (all.0..all.1).any(|at| self.joint_at(at, all.1).is_some());
            let timed = timed
                || [Cue::Longer, Cue::Shorter, Cue::Passes, Cue::Holds]
                    .into_iter()
                    .any(|cue| self.cue(cue, all).is_some());
            return Err(if timed { Fault::NotRead } else { Fault::NoTimes });
        }
        Ok(())
    }

    fn bond(&mut self, bond: Bond, holds: bool) {
        self.reading.bonds.push((bond, holds));
    }

    fn part(&mut self, part: Part) -> At {
        self.reading.parts.push(part);
        self.reading.parts.len() - 1
    }

    fn take(&mut self, at: usize) {
        if let Some(number) = self.mention(at)
            && let Some(used) = self.used.get_mut(number)
        {
            *used = true;
        }
    }

    /// The words of a stretch as an event, with which end of it is meant.
    fn event(&self, stretch: Stretch, fills: Option<&Phrase>) -> Part {
        self.event_without(stretch, fills, &[])
    }

    fn event_without(&self, (from, to): Stretch, fills: Option<&Phrase>, without: &[u32]) -> Part {
        let mut edge = Edge::Whole;
        let mut left_out: Vec<u32> = without.to_vec();
        let mut has_edge_verb = false;
        for at in from..to {
            let unit = self.items[at].unit;
            let mut cut = |n: usize| {
                left_out.extend(self.items[at..at + n].iter().map(|item| item.unit));
            };
            if let Some(n) = self.cue_at(Cue::Begins, at, to) {
                let verb = self.tree.unit(unit).tag == Upos::Verb;
                if verb && !self.is_deed_alone(unit) {
                    (edge, has_edge_verb) = (Edge::Start, true);
                    cut(n);
                }
            } else if let Some(n) = self.cue_at(Cue::Ends, at, to) {
                (edge, has_edge_verb) = (Edge::End, true);
                cut(n);
            } else if let Some(n) = self.cue_at(Cue::Beginning, at, to) {
                edge = Edge::Start;
                cut(n);
            } else if let Some(n) = self.cue_at(Cue::Ending, at, to) {
                edge = Edge::End;
                cut(n);
            } else if let Some(n) = self.cue_at(Cue::Holds, at, to) {
                cut(n);
            } else if let Some(n) = self.cue_at(Cue::Moment, at, to) {
                cut(n);
            } else if self.cue_at(Cue::Passes, at, to).is_some() {
                cut(1);
            }
        }
        let _ = has_edge_verb;
        let span = self.span((from, to));
        let mut words: Vec<Word> = self
            .glossary
            .words(self.frise.classes(), self.syntax, self.tree, span)
            .into_iter()
            .filter(|word| !left_out.contains(&word.unit))
            .collect();
        let count = words
            .iter()
            .position(|word| {
                word.kind == Kind::Number || (2..=12).any(|n| word.means(&n.to_string()))
            })
            .filter(|&at| {
                let definite = words[at]
                    .unit
                    .checked_sub(1)
                    .is_some_and(|before| self.tree.unit(before).tag == Upos::Det);
                let noun = self.tree.unit(words[at].unit + 1).tag;
                definite && matches!(noun, Upos::Noun | Upos::Propn | Upos::Adj)
            })
            .and_then(|at| (2..=12_usize).find(|n| words[at].means(&n.to_string())));
        let mut phrase = Phrase { count, ..Phrase::default() };
        let deeds = self.deeds_of(&words);
        let own_verb = (from..to).any(|at| {
            let unit = self.tree.unit(self.items[at].unit);
            matches!(unit.tag, Upos::Verb) && self.cue_at(Cue::Same, at, to).is_none()
        });
        if words.is_empty()
            && let Some(fills) = fills
            && (from..to).any(|at| self.cue_at(Cue::It, at, to).is_some())
        {
            // "… the day after it happened": what the clause before speaks of.
            let spoken = (0..fills.words.len()).find(|at| {
                let word = &fills.words[*at];
                word.deed && !word.verb && !fills.deeds.contains(at)
            });
            words.extend(spoken.and_then(|at| fills.words.get(at)).cloned());
            phrase.deeds = (0..words.len()).collect();
        } else if deeds.is_empty()
            && !own_verb
            && let Some(fills) = fills
        {
            // "… before the deputy did": the deed is the one told before.
            let stands: Vec<Word> =
                fills.deeds.iter().filter_map(|&at| fills.words.get(at)).cloned().collect();
            let own = words.len();
            phrase.deeds = (own..own + stands.len()).collect();
            let lone_ordinal = words.iter().all(|word| word.kind == Kind::Ordinal);
            words.extend(stands);
            if lone_ordinal {
                // "… after the first".
                for &at in &fills.subjects {
                    words.extend(fills.words.get(at).cloned());
                }
            }
        } else {
            phrase.deeds = deeds;
        }
        phrase.subjects = self.subjects_of(&words, &phrase.deeds);
        phrase.words = words;
        Part { phrase, edge }
    }

    /// Whether a verb that begins things is itself all that is told: "the hall opened".
    fn is_deed_alone(&self, unit: u32) -> bool {
        let text = fold(self.syntax.text(self.tree.unit(unit)));
        let language = self.article.language();
        // A word that is a deed of the glossary tells it where its subject is no deed.
        let deeds = grammar(language).assertions.deeds;
        let is_deed = |word: &str| {
            deeds.iter().any(|(_, words)| words.split_whitespace().any(|known| fold(known) == word))
        };
        let subject = self
            .tree
            .children(unit)
            .iter()
            .find(|child| self.tree.unit(**child).relation.name().starts_with("nsubj"));
        let lends = subject.is_some_and(|subject| {
            let lemma = self.syntax.lemma(self.tree.unit(*subject));
            is_deed(&fold(&lemma))
                || self.frise.classes().of(language, &lemma).is_some()
                || self.engine.roles.ends_as_event(&lemma)
        });
        is_deed(&text) && !lends
    }

    /// The words that carry the event: its verb, else its highest noun of a deed.
    fn deeds_of(&self, words: &[Word]) -> Vec<usize> {
        let depth = |word: &Word| self.tree.above(word.unit).count();
        let highest = |fits: &dyn Fn(&Word) -> bool| {
            (0..words.len())
                .filter(|&at| fits(&words[at]))
                .min_by_key(|&at| (depth(&words[at]), at))
        };
        let finite = |word: &Word| {
            let unit = self.tree.unit(word.unit);
            word.verb && unit.relation != Relation::Amod
        };
        // Where the tree has none, the last of what it takes for participles.
        let last = || (0..words.len()).rev().find(|&at| words[at].verb);
        let verb = highest(&|word| finite(word)).or_else(last);
        let noun = || {
            highest(&|word: &Word| {
                let unit = self.tree.unit(word.unit);
                word.deed
                    && !word.verb
                    && unit.relation.name() != "compound"
                    && unit.relation != Relation::Amod
            })
        };
        let last_resort = || highest(&|word: &Word| word.deed);
        verb.or_else(noun).or_else(last_resort).into_iter().collect()
    }

    /// The head of the first words that are no verb.
    fn subjects_of(&self, words: &[Word], deeds: &[usize]) -> Vec<usize> {
        let first = (0..words.len()).find(|at| {
            let word = &words[*at];
            !word.verb
                && !deeds.contains(at)
                && matches!(word.kind, Kind::Common | Kind::Name)
                && matches!(self.tree.unit(word.unit).tag, Upos::Noun | Upos::Propn)
        });
        let own = deeds.first().and_then(|&at| words.get(at)).map(|word| word.unit);
        let stands_in = deeds.first().is_some_and(|&at| 0 < at && words.len() <= at + 2);
        let Some(first) =
            first.filter(|&at| stands_in || own.is_none_or(|own| words[at].unit < own))
        else {
            return Vec::new();
        };
        let unit = self.tree.unit(words[first].unit);
        let of = unit.relation.name();
        let head = if matches!(of, "nmod" | "compound" | "flat") { unit.head } else { None };
        let above = head.and_then(|head| words.iter().position(|word| word.unit == head));
        vec![above.filter(|at| !deeds.contains(at) && !words[*at].verb).unwrap_or(first)]
    }

    fn span(&self, (from, to): Stretch) -> Span {
        let unit = |at: usize| self.items.get(at).map(|item| self.tree.unit(item.unit).span);
        let start = unit(from).map_or(0, |span| span.start);
        let end = to.checked_sub(1).and_then(unit).map_or(start, |span| span.end);
        Span::new(start, end.max(start))
    }

    /// "More time passed between A and B than between C and D"; "A lasted longer than B".
    fn compares(&mut self, all: Stretch) -> bool {
        let longer = self.cue(Cue::Longer, all).map(|at| (at, true));
        let Some(((from, to), more)) =
            longer.or_else(|| self.cue(Cue::Shorter, all).map(|at| (at, false)))
        else {
            return false;
        };
        let after = (to, all.1);
        let between: Vec<Stretch> = std::iter::successors(self.cue(Cue::Between, after), |last| {
            self.cue(Cue::Between, (last.1, all.1))
        })
        .collect();
        if let [first, second] = between.as_slice() {
            let Some(than) = self.cue(Cue::Than, (first.1, second.1)) else { return false };
            let pairs = [(first.1, than.0), (second.1, all.1)].map(|span| self.pair(span));
            let [Some((a, b)), Some((c, d))] = pairs else { return false };
            self.bond(Bond::MoreBetween(a, b, c, d, more), true);
            return true;
        }
        let Some(than) = self.cue(Cue::Than, after) else { return false };
        if self.cue(Cue::Takes, (all.0, from)).is_some() {
            return false;
        }
        let mut a = self.event((all.0, from), None);
        let mut b = self.event((than.1, all.1), Some(&a.phrase.clone()));
        (a.edge, b.edge) = (Edge::Whole, Edge::Whole);
        let (a, b) = (self.part(a), self.part(b));
        self.bond(Bond::LastsLonger(a, b, more), true);
        true
    }

    /// Two events with "and" between them, or one phrase for two.
    fn pair(&mut self, (from, to): Stretch) -> Option<(At, At)> {
        if let Some(and) = self.cue(Cue::And, (from, to)) {
            let a = self.event((from, and.0), None);
            let b = self.event((and.1, to), Some(&a.phrase.clone()));
            return Some((self.part(a), self.part(b)));
        }
        let both = self.event((from, to), None);
        if both.phrase.count != Some(2) {
            return None;
        }
        let at = self.part(both);
        Some((at, at))
    }

    /// "More than four days passed between A and B"; "the two blasts were eight hours apart".
    fn between(&mut self, all: Stretch) -> bool {
        let amount = (all.0..all.1).find_map(|at| match self.time(at)? {
            Time::Amount(amount) => Some((at, amount)),
            _ => None,
        });
        let Some((at, amount)) = amount else { return false };
        let apart = self.cue(Cue::Apart, all);
        let between = self.cue(Cue::Between, all);
        let passes = self.cue(Cue::Passes, all);
        let pair = match (apart, between, passes) {
            (Some(_), _, _) => match <[Part; 2]>::try_from(self.main_parts((all.0, at), None)) {
                Ok([a, b]) => Some((self.part(a), self.part(b))),
                Err(_) => self.pair((all.0, at)),
            },
            (_, Some(between), Some(_)) => self.pair((between.1, all.1)),
            (_, None, Some(passes)) if at < passes.0 => self.pair((passes.1, all.1)),
            _ => return false,
        };
        let Some((a, b)) = pair else { return false };
        self.take(at);
        let exactly = self.cue(Cue::Exactly, all).is_some();
        self.bond(Bond::Apart(a, b, Size { amount, exactly }), true);
        true
    }

    /// "No notice covered the moment when …", "an alert was in force when …".
    fn covered(&mut self, all: Stretch) -> bool {
        let Some(holds) = self.cue(Cue::Holds, all) else { return false };
        let none = self.cue(Cue::None, (all.0, holds.0)).is_some();
        let article = self.items.get(all.0).map(|item| self.tree.unit(item.unit).feats.definite());
        let indefinite = article.flatten() == Some(crate::syntax::Definite::Ind);
        if !none && !indefinite {
            return false;
        }
        let joint = (holds.1..all.1).find_map(|at| {
            let (joint, n) = self.joint_at(at, all.1)?;
            matches!(joint, Joint::When | Joint::OnDay).then_some(at + n)
        });
        let moment = || {
            let moment = self.cue(Cue::Moment, (holds.1, all.1))?;
            Some((moment.1 + 1).min(all.1))
        };
        let Some(from) = joint.or_else(moment) else { return false };
        let what = self.event((all.0, holds.0), None);
        let when = self.event((from, all.1), None);
        let (what, when) = (self.part(what), self.part(when));
        self.bond(Bond::Covered(what, when, !none), true);
        true
    }

    /// "The shipowner took three weeks to answer the prefect": from what is answered.
    fn took(&mut self, all: Stretch) -> bool {
        let Some(takes) = self.cue(Cue::Takes, all) else { return false };
        let Some(Time::Amount(amount)) = self.time(takes.1) else { return false };
        let mut words = self.event((all.0, all.1), None);
        let is_answer = |word: &Word| word.verb && word.means("answer");
        let Some(at) = words.phrase.words.iter().position(is_answer) else { return false };
        words.phrase.deeds = vec![at];
        let mut asked = words.clone();
        let deeds = grammar(self.article.language()).assertions.deeds;
        let write = deeds.iter().find(|(name, _)| *name == "write");
        let word = write.and_then(|(_, words)| words.split_whitespace().next()).unwrap_or("");
        let unit = words.phrase.words[at].unit;
        let classes = self.frise.classes();
        asked.phrase.words[at] = self.glossary.word(classes, word, word, Upos::Verb, unit);
        let exactly = self.cue(Cue::Exactly, all).is_some();
        let (asked, answer) = (self.part(asked), self.part(words));
        self.take(takes.1);
        self.bond(Bond::Gap(asked, answer, Size { amount, exactly }), true);
        true
    }

    /// "Walter Pym was sixteen when …".
    fn age(&mut self, all: Stretch) -> bool {
        let root = self.tree.unit(self.tree.root());
        let joint = (all.0..all.1).find_map(|at| {
            let (joint, n) = self.joint_at(at, all.1)?;
            (joint == Joint::When).then_some((at, at + n))
        });
        let Some(joint) = joint else { return false };
        let number = (all.0..joint.0).rev().find_map(|at| {
            let unit = self.items[at].unit;
            let tag = self.tree.unit(unit).tag;
            let age = self.items[at].word.parse::<i64>().ok().or_else(|| {
                crate::lang::grammar(self.article.language());
                age_of(self.article.language(), &self.items[at].word)
            });
            age.filter(|_| tag == Upos::Num).map(|age| (at, age))
        });
        let Some((at, age)) = number else { return false };
        // "… was sixteen": the number is what is told.
        let told = self.items[at].unit == self.tree.root()
            || self.tree.head(self.items[at].unit) == Some(self.tree.root());
        if !told || root.tag == Upos::Verb {
            return false;
        }
        let mut born = self.event((all.0, at), None);
        self.born(&mut born.phrase);
        let when = self.event((joint.1, all.1), None);
        let (born, when) = (self.part(born), self.part(when));
        self.bond(Bond::Age(born, when, age), true);
        true
    }

    /// Makes of a person's words those of the birth.
    fn born(&self, phrase: &mut Phrase) {
        phrase.words.retain(|word| matches!(word.kind, Kind::Name | Kind::Common) && !word.verb);
        let unit = phrase.words.first().map_or(0, |word| word.unit);
        let classes = self.frise.classes();
        let deeds = grammar(self.article.language()).assertions.deeds;
        let birth = deeds.iter().find(|(name, _)| *name == "birth");
        let word = birth.and_then(|(_, words)| words.split_whitespace().next()).unwrap_or("");
        phrase.words.push(self.glossary.word(classes, word, word, Upos::Verb, unit));
        phrase.deeds = vec![phrase.words.len() - 1];
        phrase.subjects = vec![0];
    }

    /// "… less than two weeks before his 72nd birthday".
    fn birthday(&mut self, all: Stretch) -> bool {
        let found = (all.0..all.1).find_map(|at| match self.time(at)? {
            Time::Birthday(n) => Some((at, n)),
            _ => None,
        });
        let Some((at, years)) = found else { return false };
        let amount = (all.0..at).find_map(|at| match self.time(at)? {
            Time::Amount(amount) | Time::Hung(amount) => Some((at, amount)),
            _ => None,
        });
        let Some((amount_at, amount)) = amount else { return false };
        let Some((joint, _)) = self.joint_at(amount_at + 1, at) else { return false };
        if !matches!(joint, Joint::Before | Joint::After) {
            return false;
        }
        let what = self.event((all.0, amount_at), None);
        let mut born = what.clone();
        let keep: Vec<Word> = (what.phrase.subjects.iter())
            .filter_map(|&at| what.phrase.words.get(at))
            .chain(what.phrase.words.iter().filter(|word| word.kind == Kind::Name))
            .cloned()
            .collect();
        born.phrase.words = keep;
        self.born(&mut born.phrase);
        let (what, born) = (self.part(what), self.part(born));
        self.take(at);
        self.take(amount_at);
        let exactly = self.cue(Cue::Exactly, all).is_some();
        let size = Size { amount, exactly };
        self.bond(Bond::BeforeBirthday(what, born, years, size, joint == Joint::Before), true);
        true
    }

    /// A clause with its times, and what joins it to others.
    fn general(&mut self, all: Stretch, ahead: bool) -> Result<bool, Fault> {
        // "No councillor resigned before …": of all, which is not judged.
        if self.cue(Cue::None, all).is_some() {
            return Err(Fault::NotRead);
        }
        // A clause that comes first: "When …, …".
        let lead = self.joint_at(all.0, all.1);
        let comma = (all.0..all.1).find(|&at| self.items[at].word == ",");
        if let (Some((joint, n)), Some(comma)) = (lead, comma) {
            let main = self.clause((comma + 1, all.1), ahead, None)?;
            let other = self.event((all.0 + n, comma), None);
            let already = self.cue(Cue::Already, (comma + 1, all.1)).is_some();
            let holds = !self.denies((comma + 1, all.1));
            if let Some(main) = main {
                self.join_with(main, joint, None, other, already, holds);
            }
            return Ok(true);
        }
        // Two clauses with a time each: "… on Wednesday and the woman two days later".
        let timed = |(from, to): Stretch| (from..to).any(|at| self.mention(at).is_some());
        let and = (all.0..all.1).find(|&at| {
            self.cue_at(Cue::And, at, all.1).is_some()
                && timed((all.0, at))
                && timed((at, all.1))
                && !(all.0..at).any(|at| self.joint_at(at, all.1).is_some())
        });
        if let Some(and) = and {
            let first = self.clause((all.0, and), ahead, None)?;
            self.clause((and + 1, all.1), ahead, first)?;
            return Ok(true);
        }
        self.clause(all, ahead, None)?;
        Ok(true)
    }

    /// A clause: its event, its times, what it is joined to. Gives the event's place.
    fn clause(
        &mut self,
        (from, to): Stretch,
        ahead: bool,
        before: Option<At>,
    ) -> Result<Option<At>, Fault> {
        // Where the clause ends and what is joined to it begins.
        let mut joints: Vec<Joined> = Vec::new();
        let mut at = from;
        while at < to {
            if let Some((joint, n)) = self.joint_at(at, to) {
                let next_is_time = self.mention(at + n).is_some_and(|_| {
                    joint == Joint::During || !matches!(self.time(at + n), Some(Time::Amount(_)))
                });
                if !next_is_time && at + n < to {
                    joints.push((at, at + n, joint, None));
                }
                at += n;
                continue;
            }
            match self.time(at) {
                Some(Time::Amount(amount) | Time::Hung(amount)) => {
                    let before = at.checked_sub(1).filter(|before| from <= *before);
                    let cue = before.is_some_and(|at| self.cue_at(Cue::Within, at, to).is_some());
                    let mut amount = amount;
                    if cue && amount.modifier.is_none() {
                        amount.modifier = Some(Modifier::AtMost);
                    }
                    let within = amount.modifier == Some(Modifier::AtMost)
                        && self
                            .items
                            .get(at + 1)
                            .is_some_and(|item| self.engine.roles.of(&item.word).has(Role::OF));
                    let joint =
                        self.joint_at(at + 1, to).or_else(|| within.then_some((Joint::After, 1)));
                    if let Some((joint, n)) = joint
                        && at + 1 + n < to
                    {
                        joints.push((at, at + 1 + n, joint, Some((at, amount))));
                        at += 1 + n;
                        continue;
                    }
                }
                Some(Time::Days(days)) => {
                    let joint = match days {
                        1 => Joint::DayAfter,
                        -1 => Joint::DayBefore,
                        _ => Joint::OnDay,
                    };
                    self.take(at);
                    let next = self.after_of(at + 1);
                    joints.push((at, next, joint, None));
                    at = next;
                    continue;
                }
                Some(Time::LaterDays(0)) if self.joins_same(at + 1) && at + 2 < to => {
                    self.take(at);
                    joints.push((at, at + 2, Joint::OnDay, None));
                    at += 2;
                    continue;
                }
                Some(Time::Joint(joint)) => {
                    self.take(at);
                    joints.push((at, at + 1, joint, None));
                }
                _ => {}
            }
            at += 1;
        }
        let end = joints.first().map_or(to, |joint| joint.0);
        let end = (from..end).rev().find(|&at| self.items[at].word != ",").map_or(end, |at| at + 1);
        let fills = before.map(|at| self.reading.parts[at].phrase.clone());
        let negated = self.denies((from, end));
        let parts = self.main_parts((from, end), fills.as_ref());
        let mains: Vec<At> = parts.into_iter().map(|part| self.part(part)).collect();
        let Some(&main) = mains.first() else { return Ok(None) };
        if !ahead && !negated {
            self.reading.done.extend(mains.iter().copied());
        }
        let holds = !negated;
        // The times of the clause itself.
        for at in from..end {
            let Some(time) = self.time(at) else { continue };
            let mut taken = true;
            if matches!(time, Time::In(_) | Time::Wrong(..) | Time::Bound(..) | Time::Weekday(_))
                && !self.is_of(at, &self.reading.parts[main].clone(), (from, end))
            {
                return Err(Fault::NotRead);
            }
            for &each in &mains {
                match time.clone() {
                    Time::In(edtf) => self.bond(Bond::In(each, edtf), holds),
                    Time::Weekday(day) => self.bond(Bond::Weekday(each, day), holds),
                    Time::Wrong(edtf, day) => {
                        self.bond(Bond::In(each, edtf), holds);
                        self.bond(Bond::Weekday(each, day), holds);
                    }
                    // "Did not resign until 14 May".
                    Time::Bound(Signal::Until, edtf) if negated => {
                        self.bond(Bond::FromTime(each, edtf), true);
                    }
                    Time::Bound(signal, edtf) => {
                        let bond = match signal {
                            Signal::Before => Bond::BeforeTime(each, edtf),
                            Signal::After => Bond::AfterTime(each, edtf),
                            Signal::By | Signal::Until => Bond::ByTime(each, edtf),
                            _ => Bond::FromTime(each, edtf),
                        };
                        self.bond(bond, holds);
                    }
                    Time::Later(amount, direction) if before.is_some() => {
                        let other = before.unwrap_or(each);
                        let (a, b) = match direction {
                            Direction::After => (other, each),
                            Direction::Before => (each, other),
                        };
                        self.bond(Bond::Gap(a, b, Size { amount, exactly: false }), holds);
                    }
                    Time::LaterDays(days) if before.is_some() => {
                        self.bond(Bond::DaysAfter(before.unwrap_or(each), each, days), holds);
                    }
                    Time::LaterDays(0) => {
                        if each == main {
                            self.bond(Bond::SameDay(mains.clone()), holds);
                        }
                    }
                    Time::Amount(amount) if joints.is_empty() => {
                        self.bond(Bond::Lasts(each, Size { amount, exactly: false }), holds);
                    }
                    _ => taken = false,
                }
            }
            if taken {
                self.take(at);
            }
        }
        let parts_of_day = [
            (Cue::Morning, DayPart::Morning),
            (Cue::Afternoon, DayPart::Afternoon),
            (Cue::Evening, DayPart::Evening),
            (Cue::Night, DayPart::Night),
        ];
        for (cue, part) in parts_of_day {
            if self.cue(cue, (from, end)).is_some() {
                for &each in &mains {
                    self.bond(Bond::PartOfDay(each, part), holds);
                }
            }
        }
        // "… savait depuis plus d'un mois quand …": since when is told by the amount.
        let since = (from..end).find_map(|at| match self.time(at)? {
            Time::Amount(amount) => Some((at, amount)),
            _ => None,
        });
        let already = self.cue(Cue::Already, (from, end)).is_some();
        for n in 0..joints.len() {
            let (_, begins, joint, amount) = joints[n].clone();
            let ends = joints.get(n + 1).map_or(to, |next| next.0);
            if let Some((at, _)) = amount {
                self.take(at);
            }
            let exactly = self.cue(Cue::Exactly, (from, begins)).is_some();
            let mut size = amount.map(|(_, amount)| Size { amount, exactly });
            if size.is_none()
                && joint == Joint::When
                && let Some((at, amount)) = since.clone()
            {
                self.take(at);
                size = Some(Size { amount, exactly });
            }
            let fills = self.reading.parts[main].phrase.clone();
            // "… before the mayor and the prefect".
            let verb = (begins..ends).any(|at| {
                matches!(self.tree.unit(self.items[at].unit).tag, Upos::Verb | Upos::Aux)
            });
            let and = (begins + 1..ends.saturating_sub(1))
                .find(|&at| !verb && self.cue_at(Cue::And, at, ends).is_some());
            let spans = match and {
                Some(and) => vec![(begins, and), (and + 1, ends)],
                None => vec![(begins, ends)],
            };
            for span in spans {
                let other = self.event(span, Some(&fills));
                for &each in &mains {
                    self.join_with(each, joint, size.clone(), other.clone(), already, holds);
                }
            }
        }
        Ok(Some(main))
    }

    /// The events of a clause: two where its subject is two, "Kimmer and Orlick".
    fn main_parts(&self, (from, to): Stretch, fills: Option<&Phrase>) -> Vec<Part> {
        let whole = self.event((from, to), fills);
        let verb = whole
            .phrase
            .deeds
            .first()
            .and_then(|&at| whole.phrase.words.get(at))
            .filter(|word| word.verb)
            .map(|word| word.unit);
        let noun_between = |a: u32, b: u32| {
            whole.phrase.words.iter().any(|word| {
                a <= word.unit && word.unit < b && !word.verb && word.kind != Kind::Number
            })
        };
        let first = self.items.get(from).map_or(0, |item| item.unit);
        let Some(verb) = verb else { return vec![whole] };
        let and = (from..to).find(|&at| {
            let unit = self.items[at].unit;
            self.cue_at(Cue::And, at, to).is_some()
                && unit < verb
                && noun_between(first, unit)
                && noun_between(unit, verb)
        });
        let Some(and) = and.map(|at| self.items[at].unit) else { return vec![whole] };
        let left: Vec<u32> = (first..and).collect();
        let right: Vec<u32> = (and..verb).collect();
        vec![
            self.event_without((from, to), fills, &right),
            self.event_without((from, to), fills, &left),
        ]
    }

    /// Whether the words of a clause deny its verb.
    fn denies(&self, (from, to): Stretch) -> bool {
        let denied = (from..to).find_map(|at| {
            self.cue_at(Cue::Denies, at, to).map(|n| (at, self.items[at..at + n].last()))
        });
        let Some((at, _)) = denied else { return false };
        // "N'a répondu que le 30 avril".
        let only = (at + 1..to).any(|at| self.cue_at(Cue::Only, at, to).is_some());
        let again = (at + 1..to).filter(|&at| self.cue_at(Cue::Denies, at, to).is_some()).count();
        !only || 0 < again
    }

    /// Whether a time belongs to the verb of its clause, as far as the tree tells.
    fn is_of(&self, at: usize, part: &Part, clause: Stretch) -> bool {
        let Some(deed) = part.phrase.deeds.first().and_then(|&deed| part.phrase.words.get(deed))
        else {
            return true;
        };
        let (from, to) = (self.items[clause.0].unit, self.items[clause.1 - 1].unit);
        let finite = |unit: u32| {
            let verb = self.tree.unit(unit);
            verb.tag == Upos::Verb
                && !verb.is_mention()
                && !matches!(verb.feats.verb_form(), Some(crate::syntax::VerbForm::Inf))
        };
        let several = 1 < (from..=to).filter(|&unit| finite(unit)).count();
        let times = (clause.0..clause.1)
            .filter(|&at| {
                matches!(self.time(at), Some(Time::In(_) | Time::Bound(..) | Time::Wrong(..)))
            })
            .count();
        if !several && times < 2 {
            return true;
        }
        let above = |unit: u32| {
            self.tree.above(unit).find(|&above| self.tree.unit(above).tag == Upos::Verb)
        };
        let own = above(self.items[at].unit);
        own.is_none() || own == Some(deed.unit)
    }

    fn join_with(
        &mut self,
        main: At,
        joint: Joint,
        size: Option<Size>,
        other: Part,
        already: bool,
        holds: bool,
    ) {
        let other = self.part(other);
        let knows = {
            let part = &self.reading.parts[main];
            let deed = part.phrase.deeds.first().and_then(|&at| part.phrase.words.get(at));
            deed.is_some_and(|deed| deed.means("learn"))
        };
        let ended = self.reading.parts[main].edge == Edge::End;
        let bond = match (joint, size) {
            (Joint::Before, Some(size)) => Bond::Gap(main, other, size),
            (Joint::After, Some(size)) => Bond::Gap(other, main, size),
            (Joint::When | Joint::During, Some(size)) => Bond::Gap(main, other, size),
            (Joint::Before, None) => Bond::Before(main, other),
            (Joint::After, None) => Bond::Before(other, main),
            (Joint::ByTime, _) => Bond::NotAfter(main, other),
            (Joint::When, None) if already || knows || ended => Bond::Before(main, other),
            (Joint::When, None) => Bond::While(main, other),
            (Joint::During, None) => Bond::While(other, main),
            (Joint::OnDay, _) => Bond::SameDay(vec![main, other]),
            (Joint::DayAfter, _) => Bond::DaysAfter(other, main, 1),
            (Joint::DayBefore, _) => Bond::DaysAfter(other, main, -1),
        };
        self.bond(bond, holds);
    }

    /// After "of", "de", "que", "that", where one stands.
    fn after_of(&self, at: usize) -> usize {
        let word = self.items.get(at).map_or("", |item| item.word.as_str());
        let role = self.engine.roles.of(word);
        let skips = role.has(Role::OF) || self.joins_same(at) || role.has(Role::RELATIVE);
        at + usize::from(
            skips
                || self.items.get(at).is_some_and(|item| {
                    matches!(self.tree.unit(item.unit).tag, Upos::Adp | Upos::Sconj)
                }),
        )
    }

    /// Whether a word leads to what something is the same as.
    fn joins_same(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| {
            item.mention.is_none()
                && matches!(self.tree.unit(item.unit).tag, Upos::Adp | Upos::Sconj)
        })
    }
}

/// A number that says an age.
fn age_of(language: crate::article::Language, word: &str) -> Option<i64> {
    let ages = grammar(language).assertions.ages;
    (13..).zip(ages.iter().copied()).find(|(_, known)| *known == word).map(|(age, _)| age)
}

fn time_of(mention: &Mention, part: &Resolved, whole: Option<Extent>, any: bool) -> Time {
    let edtf = || whole.and_then(|extent| extent.edtf()).map(Time::In).unwrap_or(Time::Undated);
    match &mention.expr {
        Expr::Duration(amount) => Time::Amount(amount.clone()),
        Expr::Modified { modifier, of } => match &**of {
            Expr::Duration(amount) => Time::Amount(amount.clone().with(Some(*modifier))),
            Expr::Shift { amount, anchor: Anchor::Event, .. } => {
                Time::Hung(amount.clone().with(Some(*modifier)))
            }
            _ => edtf(),
        },
        Expr::Shift { amount, anchor: Anchor::Event, .. } => Time::Hung(amount.clone()),
        Expr::Shift { amount, direction, anchor: Anchor::Focus } => {
            Time::Later(amount.clone(), *direction)
        }
        Expr::Relative { cell, offset, anchor } => match (cell, anchor) {
            (Cell::Unit(Unit::Day), Anchor::Event) => Time::Days((*offset).into()),
            (Cell::Unit(Unit::Day), Anchor::Focus) => Time::LaterDays((*offset).into()),
            // "The same week": of what was told before.
            (_, Anchor::Focus | Anchor::Event) => Time::Other,
            _ => edtf(),
        },
        Expr::Bound { signal, of } => match &**of {
            Expr::Duration(amount) => Time::Amount(amount.clone()),
            Expr::Shift { amount, anchor: Anchor::Publication, .. } => Time::Amount(amount.clone()),
            Expr::Event => match signal {
                Signal::Before => Time::Joint(Joint::Before),
                Signal::After => Time::Joint(Joint::After),
                _ => Time::Other,
            },
            _ => match part.cell.as_ref().or(part.extent()).and_then(Extent::edtf) {
                Some(edtf) => Time::Bound(*signal, edtf),
                None => Time::Undated,
            },
        },
        Expr::Event => Time::Joint(Joint::When),
        Expr::Anniversary { nth: Some(nth), of } if matches!(**of, Expr::Event) => {
            Time::Birthday((*nth).into())
        }
        Expr::Pattern(pattern) if any && is_weekday_alone(pattern) => {
            Time::Weekday(pattern.weekday.unwrap_or(1))
        }
        Expr::Pattern(pattern) => match (whole, pattern.year, pattern.month, pattern.day) {
            (None, Some(Year::Full(year)), Some(month), Some(day)) => match pattern.weekday {
                Some(weekday) => Time::Wrong(format!("{year:04}-{month:02}-{day:02}"), weekday),
                None => Time::Other,
            },
            _ => edtf(),
        },
        Expr::Set(_) | Expr::Vague(_) | Expr::Window { .. } | Expr::Anniversary { .. } => {
            Time::Other
        }
        _ => edtf(),
    }
}

fn is_weekday_alone(pattern: &Pattern) -> bool {
    pattern.weekday.is_some()
        && *pattern == Pattern { weekday: pattern.weekday, ..Pattern::default() }
}

impl Size {
    /// What it asks of a measure, in the claim language.
    pub(super) fn said_of(&self, measure: &str) -> Option<String> {
        let mut parts = Vec::new();
        for (quantity, unit) in &self.amount.parts {
            let Quantity::Exact(mut n) = *quantity else { return None };
            let mut unit = *unit;
            if n % 1000 != 0 {
                let (times, finer) = unit.finer();
                (n, unit) = (n * times, finer);
            }
            if n % 1000 != 0 {
                return None;
            }
            let (times, name) = match unit {
                Unit::Minute => (1, "minute"),
                Unit::Hour => (1, "hour"),
                Unit::Day => (1, "day"),
                Unit::Week => (1, "week"),
                Unit::Month => (1, "month"),
                Unit::Year => (1, "year"),
                Unit::Decade => (10, "year"),
                Unit::Century => (100, "year"),
                _ => return None,
            };
            parts.push((n / 1000 * times, name));
        }
        let told = |parts: &[(i64, &str)]| {
            let each = parts
                .iter()
                .filter(|(n, _)| *n != 0)
                .map(|(n, unit)| format!("{n} {unit}{}", if *n == 1 { "" } else { "s" }));
            each.collect::<Vec<_>>().join(" ")
        };
        let compare = match self.amount.modifier {
            Some(Modifier::MoreThan) => ">",
            Some(Modifier::LessThan) => "<",
            Some(Modifier::AtLeast) => ">=",
            Some(Modifier::AtMost) => "<=",
            modifier => {
                // Weeks, months, years and hours are rounded in speech.
                let about = modifier.is_some();
                let (low, high) = match parts.as_slice() {
                    [(n, "hour")] if !self.exactly => {
                        (vec![(n * 60 - 30, "minute")], vec![(n * 60 + 30, "minute")])
                    }
                    [(n, "week")] if !self.exactly => {
                        (vec![(n * 7 - 3, "day")], vec![(n * 7 + 3, "day")])
                    }
                    [(n, "month")] if !self.exactly => {
                        (vec![(n - 1, "month"), (16, "day")], vec![(*n, "month"), (15, "day")])
                    }
                    [(n, "year")] if !self.exactly => {
                        (vec![(n - 1, "year"), (6, "month")], vec![(*n, "year"), (6, "month")])
                    }
                    [(n, "day")] if about => {
                        let slack = (n / 5).max(1);
                        (vec![(n - slack, "day")], vec![(n + slack, "day")])
                    }
                    _ => return Some(format!("{measure} = {}", told(&parts))),
                };
                return Some(format!(
                    "{measure} >= {} and {measure} <= {}",
                    told(&low),
                    told(&high)
                ));
            }
        };
        Some(format!("{measure} {compare} {}", told(&parts)))
    }
}

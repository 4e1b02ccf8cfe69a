//! Which events of a timeline words of a sentence mean.

use crate::article::{Article, Language};
use crate::event::EventIx;
use crate::lang::memo::Memo;
use crate::reader::Frise;
use crate::syntax::{Syntax, Tree, Upos};
use crate::timeline::Timeline;

use super::words::{Glossary, Kind, Word};

/// How far behind the best a candidate may be and still be meant.
const MARGIN: i32 = 3;

/// How many candidates are tried at most.
const TRIED: usize = 4;

/// How many words a label has that is a name, and no clause.
const NAME: usize = 3;

/// What the sources say of an event, as words.
#[derive(Debug, Default)]
struct Profile {
    words: Vec<Word>,
    /// Those that carry it.
    deeds: Vec<Word>,
    /// Those of the user's own label and id, in every language.
    labels: Vec<Word>,
    /// Whether who does it is told, and not by a pronoun.
    has_subject: bool,
    /// The names that stand in them, first to last.
    names: Vec<Vec<String>>,
}

/// Words of a sentence that mean an event.
#[derive(Clone, Debug, Default)]
pub(super) struct Phrase {
    pub(super) words: Vec<Word>,
    /// The places in `words` of those that carry the event.
    pub(super) deeds: Vec<usize>,
    /// Of the head of its subject.
    pub(super) subjects: Vec<usize>,
    /// How many are meant, where a number says so.
    pub(super) count: Option<usize>,
}

impl Phrase {
    /// Without "next", where it says so.
    pub(super) fn next(&self) -> Option<Phrase> {
        let at = self.words.iter().position(|word| word.means("next"))?;
        let mut bare = self.clone();
        bare.words.remove(at);
        let moved = |list: &mut Vec<usize>| {
            list.retain(|n| *n != at);
            list.iter_mut().filter(|n| at < **n).for_each(|n| *n -= 1);
        };
        moved(&mut bare.deeds);
        moved(&mut bare.subjects);
        Some(bare)
    }

    pub(super) fn told(&self) -> String {
        self.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// Names, first to last, and what their bearer is.
type Alias = (Vec<Word>, Word);

/// The words of all events, and the names that stand for persons.
#[derive(Debug)]
pub(super) struct Links<'a> {
    timeline: &'a Timeline,
    profiles: Vec<Profile>,
    /// Names and what their bearer is: "Colin Drewe", deputy.
    aliases: Vec<Alias>,
    glossaries: Vec<Glossary>,
}

impl<'a> Links<'a> {
    pub(super) fn new(frise: &Frise, articles: &[&Article], timeline: &'a Timeline) -> Self {
        let glossaries: Vec<Glossary> =
            Language::ALL.iter().map(|&language| Glossary::new(language)).collect();
        let classes = frise.classes();
        let mut profiles: Vec<Profile> =
            timeline.events().iter().map(|_| Profile::default()).collect();
        let mut aliases = Vec::new();
        for article in articles {
            let engine = frise.engine(article.language());
            let account = frise.read(article);
            let memo = Memo::default();
            let source = account.tokens.source(article.text(), engine, &memo);
            let syntax = Syntax::again(source, &account.mentions, engine, &account.parsed);
            let glossary = &glossaries[article.language().index()];
            for number in 0..syntax.sentences().len() {
                if let Some(tree) = syntax.tree(number) {
                    let words = glossary.words(classes, &syntax, tree, tree.span);
                    note_aliases(tree, &words, &mut aliases);
                }
            }
            let own = timeline.statements().iter();
            for statement in own.filter(|one| one.article.as_deref() == Some(article.id())) {
                let Some(profile) = profiles.get_mut(statement.event.index()) else { continue };
                profile.has_subject |= statement.subject.is_some_and(|subject| {
                    let at = syntax.at(subject.start);
                    at.is_none_or(|(tree, unit)| tree.unit(unit).tag != Upos::Pron)
                });
                for span in [statement.subject, statement.object].into_iter().flatten() {
                    if !statement.span.contains(span)
                        && let Some((tree, _)) = syntax.at(span.start)
                    {
                        profile.words.extend(glossary.words(classes, &syntax, tree, span));
                    }
                }
                let first = syntax.sentence_at(statement.span.start).unwrap_or(0);
                let last = syntax.sentence_at(statement.span.end.saturating_sub(1));
                for number in first..=last.unwrap_or(first) {
                    let Some(tree) = syntax.tree(number) else { continue };
                    for word in glossary.words(classes, &syntax, tree, statement.span) {
                        let unit = tree.unit(word.unit);
                        let carries = statement.head.is_some_and(|head| head.overlaps(unit.span));
                        let argument = |span: Option<crate::article::Span>| {
                            span.is_some_and(|span| span.contains(unit.span))
                                && tree.head(word.unit).is_none_or(|head| {
                                    let above = tree.unit(head);
                                    !span.is_some_and(|span| span.contains(above.span))
                                })
                        };
                        let lends = word.deed
                            && !word.verb
                            && (argument(statement.subject) || argument(statement.object));
                        if carries || lends || (word.verb && statement.head.is_none()) {
                            profile.deeds.push(word.clone());
                        }
                        profile.words.push(word);
                    }
                }
            }
        }
        for (profile, event) in profiles.iter_mut().zip(timeline.events()) {
            profile.names = runs(&profile.words);
            if event.named {
                for glossary in &glossaries {
                    for text in [&event.id, &event.label] {
                        let mut words = glossary.of_label(classes, text);
                        // A whole clause is told by its verb, which stands in the quotes.
                        let is_clause = NAME < words.len();
                        words.iter_mut().for_each(|word| word.deed &= !is_clause);
                        profile.labels.extend(words);
                    }
                }
            }
        }
        Self { timeline, profiles, aliases, glossaries }
    }

    pub(super) fn glossary(&self, language: Language) -> &Glossary {
        &self.glossaries[language.index()]
    }

    /// The events that a phrase can mean, best first, with how well they fit.
    pub(super) fn fitting(&self, phrase: &Phrase) -> Vec<(EventIx, i32)> {
        let mut found: Vec<(EventIx, i32)> = (0_u32..)
            .map(EventIx)
            .zip(&self.profiles)
            .filter(|(event, _)| {
                self.timeline
                    .events()
                    .get(event.index())
                    .is_some_and(|event| event.status.constrains() && !event.is_publication())
                    || self.timeline.is_done(*event)
            })
            .filter_map(|(event, profile)| Some((event, self.fit(phrase, profile)?)))
            .collect();
        found.sort_by_key(|(event, score)| (std::cmp::Reverse(*score), *event));
        found
    }

    /// The events that a phrase means: those that fit nearly as well as the best, with the user's own
    /// before what the program made of the same words.
    pub(super) fn meant(&self, phrase: &Phrase) -> Vec<EventIx> {
        let found = self.fitting(phrase);
        let Some(&(_, best)) = found.first() else { return Vec::new() };
        if let Some(count) = phrase.count
            && 1 < count
        {
            // "The two hamlets": all that were, where there are so many.
            let named = |at: &EventIx| self.is_named(*at);
            let all: Vec<EventIx> = found.iter().map(|(at, _)| *at).collect();
            let own: Vec<EventIx> = all.iter().copied().filter(named).collect();
            for some in [own, all] {
                let singular = found.first().is_some_and(|(at, _)| self.is_so_many(*at, phrase));
                if some.len() == count && !singular {
                    return some;
                }
            }
        }
        // Without a deed, who takes part must say it all.
        let least = if phrase.deeds.is_empty() { 3 } else { 1 };
        if best * 4 < most(phrase) * least {
            return Vec::new();
        }
        let near: Vec<EventIx> =
            found.into_iter().filter(|(_, fit)| best - MARGIN < *fit).map(|(at, _)| at).collect();
        let named: Vec<EventIx> = near.iter().copied().filter(|at| self.is_named(*at)).collect();
        if named.is_empty() { near } else { named }
    }

    /// How many are tried where several fit.
    pub(super) fn tried(events: &[EventIx]) -> bool {
        events.len() <= TRIED
    }

    /// Whether an event is told of as many as a phrase means.
    fn is_so_many(&self, event: EventIx, phrase: &Phrase) -> bool {
        let Some(profile) = self.profiles.get(event.index()) else { return false };
        let mut numbers = phrase.words.iter().filter(|word| word.kind == Kind::Number);
        numbers.any(|number| profile.words.iter().any(|word| number.is(word)))
    }

    fn is_named(&self, event: EventIx) -> bool {
        self.timeline.events().get(event.index()).is_some_and(|event| event.named)
    }

    /// How well an event fits; nothing where what carries it differs, or a name or an ordinal does.
    fn fit(&self, phrase: &Phrase, profile: &Profile) -> Option<i32> {
        let mut score = 0;
        let mut carried = phrase.deeds.is_empty();
        let mut weak = false;
        let mut told = phrase.deeds.is_empty();
        for (at, word) in phrase.words.iter().enumerate() {
            let is = |other: &&Word| word.is(other);
            if phrase.deeds.contains(&at) {
                let closest = profile.deeds.iter().filter(|other| word.is(other));
                let akin = closest.map(|other| word.is_only_akin(other)).min();
                if let Some(akin) = akin {
                    carried = true;
                    told = true;
                    score += if akin { 5 } else { 10 };
                } else if profile.labels.iter().any(|other| other.deed && word.is(other)) {
                    carried = true;
                    told = true;
                    score += 9;
                } else if profile.words.iter().any(|other| other.deed && word.is(other)) {
                    weak = true;
                    told = true;
                    score += 5;
                } else {
                    score -= 5;
                }
                continue;
            }
            let subject = phrase.subjects.contains(&at);
            let weight = weight_of(word, subject);
            let own = profile.words.iter().chain(&profile.labels).find(is).is_some();
            if own {
                score += weight;
            } else if self.stands_for(word, profile) {
                score += weight - 1;
            } else if word.kind != Kind::Ordinal
                && subject
                && profile.names.is_empty()
                && !profile.has_subject
            {
                // Who it was is not told there.
            } else if word.kind == Kind::Name && subject {
                score -= weight;
            } else if word.verb {
                score -= 6;
            } else if subject {
                score -= weight / 2 + 2;
            } else {
                score -= weight / 2;
            }
        }
        if !told || !(carried || weak) {
            return None;
        }
        (0 < score).then_some(score)
    }

    /// Whether a name in an event's words is borne by what a word says, or the reverse.
    fn stands_for(&self, word: &Word, profile: &Profile) -> bool {
        self.aliases.iter().any(|(names, role)| {
            let borne = |run: &Vec<String>| {
                let (Some(first), Some(last)) = (names.first(), names.last()) else { return false };
                run.last().is_some_and(|own| own == last.lemma())
                    && (run.len() == 1
                        || names.len() == 1
                        || run.first().is_some_and(|own| own == first.lemma()))
            };
            (role.is(word) && profile.names.iter().any(borne))
                || (word.kind == Kind::Name
                    && names.iter().any(|name| name.is(word))
                    && profile.words.iter().any(|own| own.kind == Kind::Common && own.is(role)))
        })
    }
}

/// How much a word weighs.
fn weight_of(word: &Word, subject: bool) -> i32 {
    match word.kind {
        Kind::Ordinal => 8,
        Kind::Name if subject => 8,
        Kind::Common if subject => 6,
        Kind::Name | Kind::Common => 4,
        Kind::Number => 2,
    }
}

/// The most that an event can have in common with a phrase.
fn most(phrase: &Phrase) -> i32 {
    let each = phrase.words.iter().enumerate().map(|(at, word)| match phrase.deeds.contains(&at) {
        true => 10,
        false => weight_of(word, phrase.subjects.contains(&at)),
    });
    each.sum()
}

/// The runs of names among words.
fn runs(words: &[Word]) -> Vec<Vec<String>> {
    let mut runs: Vec<Vec<String>> = Vec::new();
    let mut last = None;
    for word in words {
        if word.kind == Kind::Name {
            match runs.last_mut().filter(|_| last == Some(word.unit)) {
                Some(run) => run.push(word.lemma().to_owned()),
                None => runs.push(vec![word.lemma().to_owned()]),
            }
            last = Some(word.unit + 1);
        }
    }
    runs
}

/// Names beside what their bearers are: "the caretaker, Rosalind Ames", "Councillor Hal Birkett".
fn note_aliases(tree: &Tree, words: &[Word], aliases: &mut Vec<Alias>) {
    let tag = |at: u32| tree.units.get(at as usize).map(|unit| unit.tag);
    for (n, word) in words.iter().enumerate() {
        if word.kind != Kind::Name {
            continue;
        }
        // The last of a run of names is that of the family.
        let next = words.get(n + 1);
        if next.is_some_and(|next| next.kind == Kind::Name && next.unit == word.unit + 1) {
            continue;
        }
        let first = (0..=n)
            .rev()
            .take_while(|&at| {
                words[at].kind == Kind::Name && words[at].unit + (n - at) as u32 == word.unit
            })
            .last()
            .unwrap_or(n);
        let begins = words[first].unit;
        let run = words[first..=n].to_vec();
        let before = first.checked_sub(1).map(|at| &words[at]).filter(|role| {
            let gap = begins - role.unit;
            role.kind == Kind::Common
                && !role.verb
                && (gap == 1 || (gap == 2 && tag(role.unit + 1) == Some(Upos::Punct)))
        });
        aliases.extend(before.map(|role| (run.clone(), role.clone())));
        // "Philippa Nash, the youngest member,".
        if tag(word.unit + 1) == Some(Upos::Punct)
            && tag(word.unit + 2) == Some(Upos::Det)
            && let Some(role) =
                words[n + 1..].iter().take_while(|role| role.unit <= word.unit + 4).find(|role| {
                    role.kind == Kind::Common && !role.verb && tag(role.unit) == Some(Upos::Noun)
                })
        {
            aliases.push((run, role.clone()));
        }
    }
}

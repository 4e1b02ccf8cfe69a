//! Seeds of clauses, nouns, windows and stamps.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::Span;
use crate::clause::{Mood, Role, trimmed};
use crate::event::Status;
use crate::expr::Expr;

use super::super::label;
use crate::event::Property;
use crate::event::table::has;

use super::{Dating, Seed, SeedKind, Target, Telling};

impl Telling<'_> {
    /// A notice that says in one clause when it was given and how long it holds is one statement.
    pub(super) fn join_windows(&self, seeds: &mut Vec<Seed>) {
        let windows: Vec<Seed> =
            seeds.iter().filter(|seed| seed.kind == SeedKind::Window).cloned().collect();
        if windows.is_empty() {
            return;
        }
        let is_notice = |seed: &Seed| {
            seed.kind == SeedKind::Clause
                && (seed.naming.class.and_then(|class| self.words.classes.name(class)))
                    .is_some_and(|name| has(name, Property::NOTICE))
        };
        let mut notices: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for (n, seed) in seeds.iter().enumerate().filter(|(_, seed)| is_notice(seed)) {
            notices.entry(seed.clause).or_default().push(n);
        }
        let mut joined = BTreeSet::new();
        for window in &windows {
            let free = |n: &&usize| seeds.get(**n).is_some_and(|seed| seed.window.is_none());
            let notice = notices.get(&window.clause).and_then(|list| list.iter().find(free));
            if let Some(notice) = notice.and_then(|n| seeds.get_mut(*n)) {
                notice.window.clone_from(&window.window);
                joined.extend(window.window.as_ref().map(|(mention, _)| *mention));
            }
        }
        seeds.retain(|seed| {
            let mention = seed.window.as_ref().map(|(mention, _)| mention);
            seed.kind != SeedKind::Window || mention.is_none_or(|mention| !joined.contains(mention))
        });
    }

    pub(super) fn stamps(&self) -> Vec<Seed> {
        let class = self.words.classes.id_of("publication");
        (self.account.passages.stamps.iter())
            .map(|stamp| {
                let mut naming = self.words.describe(std::iter::once(stamp.span));
                naming.class = class;
                naming.head = "publication".to_owned();
                Seed {
                    article: self.number,
                    kind: SeedKind::Stamp,
                    span: stamp.span,
                    clause: None,
                    sentence: self.clauses.sentences.at(stamp.span.start).unwrap_or(0),
                    passage: self.account.passages.at(stamp.span.start),
                    naming,
                    label: label::of_stamp(self, stamp),
                    status: Status::Asserted,
                    mood: Mood::Unknown,
                    source: None,
                    dated: vec![Dating { mention: stamp.mention, part: None }],
                    window: None,
                    told_on: None,
                    told_by: None,
                    named: None,
                    listed: false,
                    known: None,
                }
            })
            .collect()
    }

    pub(super) fn clause_seeds(&self, clause_no: usize, mentions: &[usize], seeds: &mut Vec<Seed>) {
        let Some(clause) = self.clauses.clauses.get(clause_no) else { return };
        if clause.verb.is_none() && !self.names_event(clause_no) {
            return;
        }
        let mut told = clause_no;
        // "N'a pas commémoré …, mais a ciblé": what is put in its place has the date.
        if clause.negated {
            let joined = self.clauses.of_sentence(clause.sentence).find(|n| {
                self.clauses.clauses.get(*n).is_some_and(|other| {
                    other.parent == Some(clause_no) && other.role == Role::Joined && !other.negated
                })
            });
            told = joined.unwrap_or(clause_no);
        }
        let Some(mut seed) = self.clause_seed(told) else { return };
        if told != clause_no {
            seed.span = clause.span.hull(seed.span);
        }
        let mut dates = self.dates_of(mentions);
        let last = dates.pop();
        seeds.extend(dates.into_iter().map(|dated| self.dated(seed.clone(), dated)));
        seeds.extend(last.map(|dated| self.dated(seed, dated)));
    }

    /// A seed with its dates, which belong to its words.
    fn dated(&self, mut seed: Seed, dated: Vec<Dating>) -> Seed {
        for dating in &dated {
            if let Some(mention) = self.account.mentions.get(dating.mention) {
                seed.span = seed.span.hull(mention.span);
            }
        }
        seed.dated = dated;
        seed
    }

    /// The seed of words that the user quotes. Times inside them count, else those of the clause.
    pub(crate) fn quote_seed(&self, quote: Span) -> Option<Seed> {
        let clause_no = self.clause_of(quote)?;
        let mut seed = self.clause_seed(clause_no)?;
        seed.span = quote;
        let verb = self.clauses.clauses.get(clause_no).and_then(|clause| clause.verb);
        if !verb.is_some_and(|verb| verb.overlaps(quote)) {
            // A noun stands for a fact even where its clause is denied.
            seed.kind = SeedKind::Noun;
            seed.mood = Mood::Unknown;
            if seed.status == Status::Negated {
                seed.status = Status::Asserted;
            }
        }
        let own = |n: &usize| {
            let mention = self.account.mentions.get(*n);
            mention.is_some_and(|mention| {
                mention.marks.first().is_some_and(|mark| quote.contains(*mark))
                    || quote.contains(mention.span)
            })
        };
        let all: Vec<usize> = (0..self.account.mentions.len()).collect();
        let inside: Vec<usize> = all.iter().copied().filter(own).collect();
        // A date that names another mention's anchor dates that anchor, if both are quoted.
        let of_anchor = |n: &usize| {
            let Some(span) = self.account.mentions.get(*n).map(|mention| mention.span) else {
                return false;
            };
            inside.iter().any(|other| {
                other != n
                    && (self.account.mentions.get(*other).and_then(|mention| mention.event))
                        .is_some_and(|event| event.contains(span))
            })
        };
        let inside: Vec<usize> = inside.iter().copied().filter(|n| !of_anchor(n)).collect();
        let (mut dated, mut windows) = self.sorted_out(&inside);
        if dated.is_empty() && windows.is_empty() {
            let of_clause: Vec<usize> = (all.iter().copied())
                .filter(|n| match self.target(*n) {
                    Target::Clause(clause) => clause == clause_no,
                    Target::Window => self.clauses.at(self.offset(*n)) == Some(clause_no),
                    Target::Noun(_) | Target::Nothing => false,
                })
                .collect();
            (dated, windows) = self.sorted_out(&of_clause);
        }
        let dates = self.dates_of(&dated);
        seed.listed = 1 < dates.len();
        for dating in dates.into_iter().flatten() {
            if !seed.dated.contains(&dating) {
                seed.dated.push(dating);
            }
        }
        seed.window = windows.first().and_then(|n| match &self.account.mentions.get(*n)?.expr {
            Expr::Window { amount, .. } => Some((*n, amount.clone())),
            _ => None,
        });
        Some(seed)
    }

    /// The clause that a quote tells: the one whose verb it holds, else the one it begins in.
    pub(super) fn clause_of(&self, quote: Span) -> Option<usize> {
        let clauses = &self.clauses;
        let sentence = clauses.sentences.at(quote.start)?;
        let with_verb = clauses.of_sentence(sentence).find(|n| {
            let verb = clauses.clauses.get(*n).and_then(|clause| clause.verb);
            verb.is_some_and(|verb| quote.contains(verb))
        });
        with_verb.or_else(|| clauses.at(quote.start))
    }

    /// Whether a clause without a verb names an event.
    pub(super) fn names_event(&self, clause: usize) -> bool {
        self.clauses.own_spans(clause).any(|span| {
            self.words.tokens(span).any(|at| {
                self.words.event_noun(at).is_some()
                    && self.words.token(at).is_some_and(|token| {
                        let offset = token.start as usize;
                        !self.mentions_around(offset).any(|mention| {
                            mention
                                .event
                                .is_some_and(|event| event.start <= offset && offset < event.end)
                        })
                    })
            })
        })
    }

    /// A clause as a seed, without its dates.
    pub(crate) fn clause_seed(&self, clause_no: usize) -> Option<Seed> {
        let clause = self.clauses.clauses.get(clause_no)?;
        let mut naming = self.words.describe(self.clauses.own_spans(clause_no));
        self.head_of(clause_no, &mut naming);
        let offset = clause.head.map_or(clause.span.start, |head| head.start);
        let (status, source) = self.held(clause_no, offset);
        Some(Seed {
            article: self.number,
            kind: SeedKind::Clause,
            span: clause.span,
            clause: Some(clause_no),
            sentence: clause.sentence,
            passage: self.account.passages.at(offset),
            label: label::of_clause(self, clause_no),
            naming,
            status,
            mood: clause.mood,
            source,
            dated: Vec::new(),
            window: None,
            told_on: self.told_on(offset),
            told_by: self.account.passages.dated_by(offset),
            named: None,
            listed: false,
            known: None,
        })
    }

    pub(super) fn noun_seed(&self, n: usize, span: Span) -> Option<Seed> {
        let clause_no = self.clauses.at(span.start)?;
        let clause = self.clauses.clauses.get(clause_no)?;
        let span = trimmed(self.text(), span);
        let naming = self.words.naming(span);
        naming.class?;
        let (status, source) = self.held(clause_no, span.start);
        // A noun stands for a fact even where its clause is denied.
        let status = if status == Status::Negated { Status::Asserted } else { status };
        Some(Seed {
            article: self.number,
            kind: SeedKind::Noun,
            span,
            clause: Some(clause_no),
            sentence: clause.sentence,
            passage: self.account.passages.at(span.start),
            naming,
            label: label::of_phrase(self, span),
            status,
            mood: if status == Status::Planned { Mood::Future } else { Mood::Unknown },
            source,
            dated: vec![Dating { mention: n, part: None }],
            window: None,
            told_on: self.told_on(span.start),
            told_by: self.account.passages.dated_by(span.start),
            named: None,
            listed: false,
            known: None,
        })
    }

    pub(super) fn window_seed(&self, n: usize, span: Span) -> Option<Seed> {
        let amount = match &self.account.mentions.get(n)?.expr {
            Expr::Window { amount, .. } if amount.is_exact() => amount.clone(),
            _ => return None,
        };
        let clause_no = self.clauses.at(span.start)?;
        let mut seed = self.clause_seed(clause_no)?;
        seed.kind = SeedKind::Window;
        seed.window = Some((n, amount));
        Some(seed)
    }
}

//! Answers by refutation: a claim is supported where its contrary cannot hold, and contradicted
//! where it cannot hold itself, side by side.

use std::collections::BTreeSet;

use super::Compare;
use super::meaning::{Decided, Meaning, Measured, Resolved, Span, Spot, resolve};
use super::{Claim, Clause, Relation, Time, Words};
use crate::allen::Allen;
use crate::amount::{Amount, Quantity, Unit};
use crate::article::Language;
use crate::constraint::{Draft, End};
use crate::error::Error;
use crate::event::{EventIx, StatementIx, Status};
use crate::lang::voice;
use crate::limits::Limits;
use crate::network::{DAY, Edge, Formula, Found, KNOWN, Network, ORIGIN, Point};
use crate::timeline::Timeline;
use crate::timeline::because::{self, Because, Moment, Placed, Range, Step};
use crate::timeline::core::{Asked, Core};
use crate::timeline::sides::{self, Side, combinations};
use crate::timeline::wired::{Fact, Problem, Wired};
use crate::timeline::wiring::{self, Clocks};

/// The owner of a claim's own bounds.
const CLAIM: u32 = u32::MAX - 1;

/// The longest amount that is compared, in days.
const LONGEST: i64 = 1 << 20;

/// How many chains are told at most; there is one per reading.
const CHAINS: usize = 24;

/// What a timeline answers to a claim.
///
/// ```
/// use frise::{Answer, Language, answer_word};
/// assert_eq!(Answer::Supported.word(), "supported");
/// assert_eq!(answer_word(Answer::Supported, Language::En), "supported");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
pub enum Answer {
    /// Every schedule makes it true.
    Supported,
    /// No schedule makes it true.
    Contradicted,
    /// Some do and some do not.
    Undetermined,
    /// The sides of a conflict answer differently.
    Disputed,
}

impl Answer {
    /// The word for it, as in the JSON.
    pub fn word(self) -> &'static str {
        match self {
            Answer::Supported => "supported",
            Answer::Contradicted => "contradicted",
            Answer::Undetermined => "undetermined",
            Answer::Disputed => "disputed",
        }
    }
}

/// The word for an answer, as people read it.
pub fn answer_word(answer: Answer, language: Language) -> &'static str {
    answer.name(language)
}

impl Answer {
    /// What people call it.
    pub(crate) fn name(self, language: Language) -> &'static str {
        let labels = voice(language).labels;
        match self {
            Answer::Supported => labels.supported,
            Answer::Contradicted => labels.contradicted,
            Answer::Undetermined => labels.undetermined,
            Answer::Disputed => labels.contested,
        }
    }
}

impl std::fmt::Display for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.word())
    }
}

/// An answer and its proof.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Verdict {
    /// The answer.
    pub answer: Answer,
    /// Why, step by step.
    pub because: Vec<Because>,
    /// Where the answer is disputed, the sides with theirs, those that agree next to each other.
    pub sides: Vec<SideAnswer>,
    /// Whether a limit stopped the search, so that the answer may be incomplete.
    pub is_cut: bool,
}

/// The answer of one side, by the conflicts that make a difference to the claim.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SideAnswer {
    /// Its answer.
    pub answer: Answer,
    /// The statements in conflict that it believes.
    pub believes: Vec<StatementIx>,
    /// Those that it doubts.
    pub doubts: Vec<StatementIx>,
    /// Why it answers so.
    pub because: Vec<Because>,
}

impl Timeline {
    /// Answers a claim.
    ///
    /// # Errors
    ///
    /// Where the claim names what the timeline does not have: an unknown event, words that fit
    /// none or several, the window of an event without one.
    pub fn ask(&self, claim: &Claim) -> Result<Verdict, Error> {
        let resolved = resolve(self, claim)?;
        if let Some(verdict) = self.not_held(&resolved).or_else(|| self.not_done(&resolved)) {
            return Ok(verdict);
        }
        let clocks = self.wired.clocks.with(&resolved.clocked);
        let asker =
            Asker { timeline: self, wired: &self.wired, clocks: &clocks, resolved: &resolved };
        Ok(asker.verdict())
    }

    /// How two events can lie, for each of Allen's thirteen relations: supported is certain,
    /// contradicted impossible, and all else possible.
    pub fn relations(&self, a: EventIx, b: EventIx) -> Vec<(Allen, Answer)> {
        let named = |event: EventIx| {
            let event = self.events().get(event.0 as usize)?;
            Some(Time::Event(Words { text: event.id.clone(), at: (0, 0) }))
        };
        let (Some(a), Some(b)) = (named(a), named(b)) else { return Vec::new() };
        let answer = |allen: Allen| {
            let clause = Clause::Relation(a.clone(), Relation::Allen(allen), b.clone());
            let verdict = self.ask(&Claim { text: String::new(), clause }).ok()?;
            Some((allen, verdict.answer))
        };
        Allen::ALL.into_iter().filter_map(answer).collect()
    }

    /// Checks a draft together with claims that are taken for given.
    ///
    /// # Errors
    ///
    /// Where what is given clashes with itself, or names what the draft does not have.
    pub fn check_with(draft: Draft, givens: &[Claim], limits: &Limits) -> Result<Self, Error> {
        if givens.is_empty() {
            return Self::check(draft, limits);
        }
        // Names are looked up in the events alone, so nothing needs to be checked for that; the
        // windows that an event has are those of its bonds.
        let names = Self::unchecked(Wired::new(draft, Vec::new()), limits);
        let facts = givens.iter().map(|given| fact(&names, given)).collect::<Result<_, _>>()?;
        Self::check_with_facts(names.wired.draft, facts, limits)
    }

    /// What the text denies or only imagines has no time to ask for.
    fn not_held(&self, resolved: &Resolved) -> Option<Verdict> {
        let because: Vec<Because> = resolved
            .named
            .iter()
            .filter_map(|&(event, _)| {
                let told = self.events().get(event.0 as usize)?;
                let held = told.status.constrains()
                    || self
                        .statements()
                        .iter()
                        .any(|statement| statement.event == event && statement.status.constrains());
                (!held).then(|| {
                    let event = because::subject(&self.wired, event, false);
                    Because::plain(Step::NotHeld { event, status: told.status })
                })
            })
            .collect();
        let answer = Answer::Undetermined;
        let sides = Vec::new();
        (!because.is_empty()).then_some(Verdict { answer, because, sides, is_cut: false })
    }
}

impl Timeline {
    /// Whether some source tells an event as done.
    pub(crate) fn is_done(&self, event: EventIx) -> bool {
        let done = |status| matches!(status, Status::Asserted | Status::Reported);
        let mut told = self.statements().iter().filter(|one| one.event == event).peekable();
        match told.peek() {
            Some(_) => told.any(|statement| done(statement.status)),
            // What the user alone knows of.
            None => self.events().get(event.0 as usize).is_some_and(|event| done(event.status)),
        }
    }

    /// What is only planned has not happened, whatever day it is planned for.
    fn not_done(&self, resolved: &Resolved) -> Option<Verdict> {
        let mut undone = Vec::new();
        each_conjunct(&resolved.meaning, &mut |meaning| {
            if let Meaning::Happened(event) = meaning
                && !self.is_done(*event)
                && !undone.contains(event)
            {
                undone.push(*event);
            }
        });
        let because: Vec<Because> = undone
            .into_iter()
            .map(|event| {
                let event = because::subject(&self.wired, event, false);
                Because::plain(Step::NotHeld { event, status: Status::Planned })
            })
            .collect();
        let answer = Answer::Undetermined;
        let sides = Vec::new();
        (!because.is_empty()).then_some(Verdict { answer, because, sides, is_cut: false })
    }
}

fn each_conjunct(meaning: &Meaning, visit: &mut dyn FnMut(&Meaning)) {
    match meaning {
        Meaning::All(parts) => parts.iter().for_each(|part| each_conjunct(part, visit)),
        other => visit(other),
    }
}

fn fact(names: &Timeline, given: &Claim) -> Result<Fact, Error> {
    let within = |error: Error| {
        let (at, help) = (error.at(), error.help().map(str::to_owned));
        let mut outer = Error::new(format!("given \"{}\": {}", given.text, error.what()));
        if let Some((start, end)) = at {
            outer = outer.at_bytes(start, end);
        }
        if let Some(help) = help { outer.with_help(help) } else { outer }
    };
    let resolved = resolve(names, given).map_err(within)?;
    if has_judged(&resolved.meaning) {
        return Err(within(
            Error::new("a count cannot be given").with_help("give where the events are instead"),
        ));
    }
    let formula = resolved.meaning.formula(true, &mut |_| Decided::Open);
    let mut all = resolved.premises.clone();
    all.push(formula);
    Ok(Fact {
        formula: Formula::All(all),
        text: given.text.clone(),
        events: resolved.named.iter().map(|&(event, _)| event).collect(),
        clocked: resolved.clocked,
    })
}

fn has_judged(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Bounds(_) => false,
        Meaning::Count { .. } | Meaning::Happened(_) | Meaning::Spans { .. } | Meaning::Open => {
            true
        }
        Meaning::All(parts) | Meaning::Any(parts) => parts.iter().any(has_judged),
        Meaning::Not(inner) => has_judged(inner),
    }
}

struct Asker<'a> {
    timeline: &'a Timeline,
    wired: &'a Wired,
    clocks: &'a Clocks,
    resolved: &'a Resolved,
}

/// What refutes a formula.
struct Proof {
    formula: Formula,
    core: Core,
}

/// The answer of one side before sides that do not matter are put together.
struct Heard {
    doubts: Vec<u32>,
    answer: Answer,
    because: Vec<Because>,
    /// What is refuted, the claim or its contrary, and what the side believes.
    refuted: Option<(Formula, bool)>,
    believed: Vec<u32>,
    is_cut: bool,
}

impl Asker<'_> {
    fn verdict(&self) -> Verdict {
        let components: BTreeSet<u32> = self
            .resolved
            .named
            .iter()
            .map(|&(event, _)| event)
            .chain(self.resolved.counted.iter().copied())
            .filter_map(|event| self.wired.component_of.get(event.0 as usize).copied())
            .collect();
        let components: Vec<usize> = components.into_iter().map(|at| at as usize).collect();
        let all: Vec<&[Side]> =
            components.iter().map(|&at| self.timeline.sides[at].sides.as_slice()).collect();
        let sizes: Vec<usize> = all.iter().map(|sides| sides.len()).collect();
        let limit = self.timeline.limits.sides;
        let total = sizes.iter().fold(1usize, |n, size| n.saturating_mul(*size));
        let cut = limit < total || components.iter().any(|&at| self.timeline.sides[at].cut);
        let mut heard = Vec::new();
        let mut proofs = Vec::new();
        for picks in combinations(sizes, limit) {
            let sides: Vec<&Side> =
                all.iter().zip(picks).filter_map(|(sides, pick)| sides.get(pick)).collect();
            heard.push(self.hear(&components, &sides, &mut proofs));
        }
        self.prove(&mut heard, &proofs);
        self.sum_up(&components, heard, cut)
    }

    /// Asks one side. What proved the same for another side is looked at first, so that sides
    /// differ in their proofs only where they have to.
    fn hear(&self, components: &[usize], sides: &[&Side], proofs: &mut Vec<Proof>) -> Heard {
        let mut constraints: Vec<u32> = Vec::new();
        for (&at, side) in components.iter().zip(sides) {
            constraints.extend(sides::believed(self.wired, &self.wired.components[at], side));
        }
        constraints.sort_unstable();
        let events: Vec<EventIx> = self
            .resolved
            .named
            .iter()
            .map(|&(event, _)| event)
            .chain(self.resolved.counted.iter().copied())
            .collect();
        let mut problem = Problem::new(self.wired, self.clocks, &constraints, &events);
        let limit = self.timeline.limits.readings;
        let mut doubts: Vec<u32> = sides.iter().flat_map(|side| side.doubts.clone()).collect();
        doubts.sort_unstable();
        let premises = self.premises(&mut problem);
        let mut because = Vec::new();
        let mut is_cut = false;
        let counts = |problem: &mut Problem, because: &mut Vec<Because>, meaning: &Meaning| {
            self.decide(problem, meaning, because)
        };
        // Counts are answered before, as their answer does not depend on the schedule asked for.
        let mut answers = Vec::new();
        each_judged(&self.resolved.meaning, &mut |meaning| {
            answers.push(counts(&mut problem, &mut because, meaning));
        });
        let with_premises = |holds: bool| {
            let mut next = answers.iter().cloned();
            let formula = (self.resolved.meaning)
                .formula(holds, &mut |_| next.next().unwrap_or(Decided::Open));
            let mut all = premises.clone();
            all.push(formula);
            Formula::All(all)
        };
        let mut schedules = Vec::new();
        let mut refuted = [false; 2];
        let mut contrary = None;
        for (at, holds) in [true, false].into_iter().enumerate() {
            let formula = with_premises(holds);
            let known = proofs.iter().find(|proof| {
                let all = &proof.core.constraints;
                proof.formula == formula && all.iter().all(|n| constraints.binary_search(n).is_ok())
            });
            if known.is_some() {
                refuted[at] = true;
                contrary = contrary.or(Some((formula, holds)));
                continue;
            }
            let mut schedule = None;
            let mut leaf = |network: &mut Network, place: &dyn Fn(Point) -> Point| {
                schedule = Some(self.schedule(network, place));
                true
            };
            let (found, _) = problem.search(Some((&formula, CLAIM)), limit, &mut leaf);
            match found {
                Found::Way => {
                    schedules.extend(schedule.map(|events| Step::Schedule { holds, events }));
                }
                Found::Cut => is_cut = true,
                Found::Refuted(mut core) => {
                    refuted[at] = true;
                    core.retain(|&owner| owner != CLAIM);
                    let asked = Asked {
                        wired: self.wired,
                        clocks: self.clocks,
                        events: &events,
                        formula: Some((&formula, CLAIM)),
                        limit,
                    };
                    let disputed = |statement| self.is_disputed(components, statement);
                    if let Some(core) = asked.least(&constraints, core, &disputed) {
                        contrary = contrary.or_else(|| Some((formula.clone(), holds)));
                        proofs.push(Proof { formula, core });
                    }
                }
            }
        }
        let answer = match refuted {
            // Both only where the side itself was cut short.
            [true, true] | [false, false] => {
                // A schedule of what no source dates would be made up.
                let undated = self.undated();
                let told = if undated.is_empty() { schedules } else { undated };
                because.extend(told.into_iter().map(Because::plain));
                Answer::Undetermined
            }
            [false, true] => Answer::Supported,
            [true, false] => Answer::Contradicted,
        };
        let refuted = contrary.filter(|_| answer != Answer::Undetermined);
        Heard { doubts, answer, because, refuted, believed: constraints, is_cut }
    }

    /// The events of the claim that no source and no user dates, each once.
    fn undated(&self) -> Vec<Step> {
        let mut undated: Vec<Step> = Vec::new();
        for &(event, _) in &self.resolved.named {
            let bounds = self.timeline.bounds(event);
            let step = Step::Undated { event: because::subject(self.wired, event, false) };
            if bounds.from.is_none() && bounds.to.is_none() && !undated.contains(&step) {
                undated.push(step);
            }
        }
        undated
    }

    /// Gives each side a proof: the one that goes by way of the fewest events, of those the one that
    /// most sides share, and of those the shortest.
    fn prove(&self, heard: &mut [Heard], proofs: &[Proof]) {
        let fits = |heard: &Heard, proof: &Proof| {
            let believed = |number: &u32| heard.believed.binary_search(number).is_ok();
            heard.refuted.as_ref().is_some_and(|(formula, _)| *formula == proof.formula)
                && proof.core.constraints.iter().all(believed)
        };
        let shared: Vec<usize> = proofs
            .iter()
            .map(|proof| heard.iter().filter(|one| fits(one, proof)).count())
            .collect();
        let events: Vec<usize> = proofs.iter().map(|proof| self.events_of(&proof.core)).collect();
        for one in heard {
            let Some((_, holds)) = one.refuted else { continue };
            let best = (0..proofs.len()).filter(|&at| fits(one, &proofs[at])).min_by_key(|&at| {
                let length = proofs[at].core.constraints.len();
                (events[at], std::cmp::Reverse(shared[at]), length, at)
            });
            if let Some(best) = best {
                self.explain(&proofs[best].core, holds, &mut one.because);
            }
        }
    }

    /// How many events a proof speaks of.
    fn events_of(&self, core: &Core) -> usize {
        let mut events = std::collections::BTreeSet::new();
        for &number in &core.constraints {
            self.wired.each_event(number, &mut |event| {
                events.insert(event);
            });
        }
        events.len()
    }

    /// Whether some side doubts a statement.
    fn is_disputed(&self, components: &[usize], statement: u32) -> bool {
        components.iter().any(|&at| {
            let conflicts = &self.timeline.sides[at].conflicts;
            conflicts.iter().any(|conflict| conflict.binary_search(&statement).is_ok())
        })
    }

    /// What Allen's relations take for granted, as far as the side allows it.
    fn premises(&self, problem: &mut Problem) -> Vec<Formula> {
        let mut premises: Vec<Formula> = Vec::new();
        for premise in &self.resolved.premises {
            premises.push(premise.clone());
            let all = Formula::All(premises.clone());
            let found = problem.check(Some((&all, CLAIM)), self.timeline.limits.readings).0;
            if matches!(found, Found::Refuted(_)) {
                premises.pop();
            }
        }
        premises
    }

    /// What is found out of a part of the claim that bounds do not say.
    fn decide(
        &self,
        problem: &mut Problem,
        meaning: &Meaning,
        because: &mut Vec<Because>,
    ) -> Decided {
        match meaning {
            Meaning::Count { .. } => match self.counted(problem, meaning, because) {
                Some(answer) => Decided::Is(answer, Formula::FALSE),
                None => Decided::Open,
            },
            Meaning::Happened(event) if self.timeline.is_done(*event) => {
                Decided::Is(true, Formula::FALSE)
            }
            Meaning::Spans { a, b, compare, clock } => {
                self.compared(problem, [*a, *b], *compare, *clock)
            }
            _ => Decided::Open,
        }
    }

    /// How two amounts of time compare, where the side decides it.
    fn compared(
        &self,
        problem: &mut Problem,
        [a, b]: [Span; 2],
        compare: Compare,
        clock: bool,
    ) -> Decided {
        let ranges = [a, b].map(|span| self.amounts(problem, span, clock));
        let [Some((a_low, a_high)), Some((b_low, b_high))] = ranges else { return Decided::Open };
        let size = |span: Span, compare, n| span.compare(compare, n, clock);
        // That the first is at most `n` or the second at least `m`, which together deny "more".
        let denied = |more: Span, n, less: Span, m| {
            Formula::Any(vec![size(more, Compare::AtMost, n), size(less, Compare::AtLeast, m)])
        };
        let more = |x: Span, low: i64, y: Span, high: i64| {
            (high < low).then(|| denied(x, high, y, high + 1))
        };
        let a_more = more(a, a_low, b, b_high);
        let b_more = more(b, b_low, a, a_high);
        // At most as much: the contrary is that it is more.
        let not_more = |x: Span, high: i64, y: Span, low: i64| {
            (high <= low).then(|| {
                Formula::Any(vec![size(x, Compare::More, low), size(y, Compare::Less, low)])
            })
        };
        let a_not_more = not_more(a, a_high, b, b_low);
        let b_not_more = not_more(b, b_high, a, a_low);
        let equal = a_low == a_high && (a_low, a_high) == (b_low, b_high);
        let (yes, no) = match compare {
            Compare::More => (a_more, a_not_more),
            Compare::Less => (b_more, b_not_more),
            Compare::AtLeast => (b_not_more, b_more),
            Compare::AtMost => (a_not_more, a_more),
            Compare::Equal | Compare::NotEqual => {
                let same = equal.then(|| {
                    Formula::Any(vec![
                        size(a, Compare::NotEqual, a_low),
                        size(b, Compare::NotEqual, a_low),
                    ])
                });
                let differ = a_more.or(b_more);
                if compare == Compare::Equal { (same, differ) } else { (differ, same) }
            }
        };
        match (yes, no) {
            (Some(contrary), _) => Decided::Is(true, contrary),
            (_, Some(contrary)) => Decided::Is(false, contrary),
            _ => Decided::Open,
        }
    }

    /// The least and the greatest length that a side leaves a stretch, in minutes or days. Nothing
    /// where it can be without end, or where its ends can change places.
    fn amounts(&self, problem: &mut Problem, span: Span, clock: bool) -> Option<(i64, i64)> {
        let limit = self.timeline.limits.readings;
        let mut never = |formula: Formula| {
            matches!(problem.check(Some((&formula, CLAIM)), limit).0, Found::Refuted(_))
        };
        if span.in_order() != Formula::TRUE && !never(span.in_order().opposite()) {
            return None;
        }
        let top = if clock { LONGEST * DAY } else { LONGEST };
        if !never(span.compare(Compare::AtLeast, top, clock)) {
            return None;
        }
        // The least: shorter than `low` it never is. The greatest: `high` or longer it never is.
        let (mut low, mut above) = (0, top);
        while 1 < above - low {
            let middle = low + (above - low) / 2;
            match never(span.compare(Compare::Less, middle, clock)) {
                true => low = middle,
                false => above = middle,
            }
        }
        let (mut within, mut high) = (low, top);
        while 1 < high - within {
            let middle = within + (high - within) / 2;
            match never(span.compare(Compare::AtLeast, middle, clock)) {
                true => high = middle,
                false => within = middle,
            }
        }
        Some((low, high - 1))
    }

    /// The answer to a count: open where its range does not decide it.
    fn counted(
        &self,
        problem: &mut Problem,
        meaning: &Meaning,
        because: &mut Vec<Because>,
    ) -> Option<bool> {
        let Meaning::Count { events, words, compare, n } = meaning else { return None };
        let limit = self.timeline.limits.readings;
        let (mut certain, mut possible) = (Vec::new(), Vec::new());
        for (event, inside) in events {
            let label = because::subject(self.wired, *event, false).label;
            let contrary = inside.opposite();
            if let Found::Refuted(_) = problem.check(Some((&contrary, CLAIM)), limit).0 {
                certain.push(label.clone());
                possible.push(label);
            } else if !matches!(problem.check(Some((inside, CLAIM)), limit).0, Found::Refuted(_)) {
                possible.push(label);
            }
        }
        let holds = |count: i64| match compare {
            Compare::Equal => count == *n,
            Compare::NotEqual => count != *n,
            Compare::Less => count < *n,
            Compare::AtMost => count <= *n,
            Compare::More => count > *n,
            Compare::AtLeast => count >= *n,
        };
        let mut range = (certain.len() as i64..=possible.len() as i64).map(holds);
        let first = range.next();
        let answer = first.filter(|first| range.all(|other| other == *first));
        let step = Step::Counted { words: words.clone(), certain, possible };
        because.push(Because::plain(step));
        answer
    }

    /// Adds the steps of a refutation, each once, and what the claim measures.
    fn explain(&self, core: &Core, holds: bool, because: &mut Vec<Because>) {
        let mut conclusions = Vec::new();
        // Readings that fail for the same statements fail for the same reason.
        let mut told = BTreeSet::new();
        for chain in core.chains.iter().filter(|chain| told.insert(chain.owners())).take(CHAINS) {
            let explained = because::explain_claim(self.wired, self.clocks, &chain.cycle, CLAIM);
            for step in explained.steps {
                let conclusion = matches!(step.step, Step::Later { .. });
                let list = if conclusion { &mut conclusions } else { &mut *because };
                if !list.contains(&step) {
                    list.push(step);
                }
            }
        }
        let measured: Vec<Because> = self
            .resolved
            .measured
            .iter()
            .filter_map(|measured| self.measured(measured, &core.constraints))
            .map(Because::plain)
            .collect();
        if measured.is_empty() {
            conclusions.retain(|conclusion| tells(&conclusion.step, holds));
            because.extend(conclusions);
        } else {
            because.extend(
                measured.into_iter().filter(|step| !because.contains(step)).collect::<Vec<_>>(),
            );
        }
    }

    /// The amount that a claim asks for, where the statements cited fix both its ends.
    fn measured(&self, measured: &Measured, owners: &[u32]) -> Option<Step> {
        let plain: Vec<u32> = owners
            .iter()
            .copied()
            .filter(|&owner| {
                let constraint = self.wired.draft.constraints.get(owner as usize);
                constraint.is_some_and(|constraint| {
                    !matches!(constraint.bond, crate::constraint::Bond::OneOf(_))
                })
            })
            .collect();
        let events: Vec<EventIx> = self.resolved.named.iter().map(|&(event, _)| event).collect();
        let mut problem = Problem::new(self.wired, self.clocks, &plain, &events);
        problem.network.settle().ok()?;
        problem.network.settle_lower().ok()?;
        let clock = measured.unit.seconds().is_some();
        let range = |spot: Spot| {
            let (event, end) = match spot {
                Spot::Event(event, end) => (event, end),
                Spot::Fixed(minute) if clock => return Some(Range::at(Moment::Minute(minute))),
                Spot::Fixed(minute) => return Some(Range::at(Moment::Day(minute.div_euclid(DAY)))),
                Spot::Ever | Spot::Never => return None,
            };
            if clock && !self.clocks.has(event) {
                return None;
            }
            let point = if clock { wiring::clock(event, end) } else { wiring::day(event, end) };
            let local = problem.local(point);
            let moment = |value| if clock { Moment::Minute(value) } else { Moment::Day(value) };
            Some(Range {
                lower: problem.network.lower(local).map(moment),
                upper: problem.network.upper(local).map(moment),
            })
        };
        let (from, to) = (range(measured.from)?, range(measured.to)?);
        let amount = |from: Option<Moment>, to: Option<Moment>| match (from?, to?) {
            (Moment::Minute(from), Moment::Minute(to)) => {
                let minutes = to - from + measured.plus;
                Some(match minutes % 60 {
                    0 => Amount::of(minutes / 60, Unit::Hour),
                    _ => Amount::of(minutes, Unit::Minute),
                })
            }
            (from, to) => Some(Amount::of(to.day() - from.day() + measured.plus, Unit::Day)),
        };
        // What can be below nothing says nothing.
        let low = amount(from.upper, to.lower).filter(|low| !is_negative(low));
        let high = amount(from.lower, to.upper).filter(|high| !is_negative(high));
        if low.is_none() && high.is_none() {
            return None;
        }
        let of = match (measured.length, measured.from, measured.to) {
            (true, Spot::Event(event, _), Spot::Event(_, end)) => {
                Some(because::subject(self.wired, event, end == End::WindowLast))
            }
            _ => None,
        };
        Some(Step::Measured { of, from, to, low, high })
    }

    /// A schedule of the events named: one that the network allows, read from its bounds.
    fn schedule(
        &self,
        network: &mut Network,
        place: &dyn Fn(Point) -> Point,
    ) -> Vec<(because::Subject, Placed)> {
        let _ = network.settle_lower();
        let mut days = Vec::new();
        let mut moments = Vec::new();
        for &(event, window) in &self.resolved.named {
            let ends = [End::First, if window { End::WindowLast } else { End::Last }];
            let fixed = ends.map(|end| {
                let day = self.fix(network, place(wiring::day(event, end)), days.last().copied());
                days.extend(day);
                let clock = self.clocks.has(event).then(|| {
                    let near = day.map(|day| day * DAY + DAY / 2);
                    self.fix(network, place(wiring::clock(event, end)), near)
                });
                (day, clock.flatten())
            });
            moments.push((event, window, fixed));
        }
        // Hours are shown where they tell the events of one day apart.
        let shared = |event: EventIx| {
            let on = |fixed: &[(Option<i64>, Option<i64>); 2]| [fixed[0].0, fixed[1].0];
            let mine: Vec<_> =
                moments.iter().filter(|m| m.0 == event).flat_map(|m| on(&m.2)).collect();
            moments
                .iter()
                .filter(|m| m.0 != event)
                .any(|m| on(&m.2).iter().any(|d| mine.contains(d)))
        };
        moments
            .iter()
            .map(|&(event, window, fixed)| {
                let hours = self.clocks.has_hours(event) || shared(event);
                let [first, last] = fixed.map(|(day, clock)| match clock.filter(|_| hours) {
                    Some(minute) => Range::at(Moment::Minute(minute)),
                    None => day.map_or(Range::default(), |day| Range::at(Moment::Day(day))),
                });
                (because::subject(self.wired, event, window), Placed { first, last })
            })
            .collect()
    }

    /// Puts a point at one of its values: the least, the greatest, or any where it has neither.
    fn fix(&self, network: &mut Network, point: Point, near: Option<i64>) -> Option<i64> {
        // 1 January 2000, where nothing else is known.
        let any = near.unwrap_or(730_120);
        let tries = [network.lower(point), network.upper(point), Some(any)];
        for value in tries.into_iter().flatten() {
            let mark = network.mark();
            for (from, to, c) in [(ORIGIN, point, value), (point, ORIGIN, -value)] {
                let carry = crate::network::Carry::Plus(c);
                network.push(Edge { from, to, carry, owner: KNOWN });
            }
            if network.settle().is_ok() && network.settle_lower().is_ok() {
                return Some(value);
            }
            network.undo(mark);
        }
        None
    }

    /// One verdict from those of the sides.
    fn sum_up(&self, components: &[usize], heard: Vec<Heard>, cut: bool) -> Verdict {
        let is_cut = cut || heard.iter().any(|heard| heard.is_cut);
        let groups = self.groups(components);
        let same = heard.windows(2).all(|pair| pair[0].answer == pair[1].answer);
        // Conflicts that change neither an answer nor, where all agree, its reasons.
        let mut matter = groups.clone();
        for group in &groups {
            let fewer: Vec<&Vec<u32>> = matter.iter().filter(|other| *other != group).collect();
            let key = |heard: &Heard| -> Vec<u32> {
                heard
                    .doubts
                    .iter()
                    .copied()
                    .filter(|s| fewer.iter().any(|g| g.contains(s)))
                    .collect()
            };
            let decided = heard.iter().enumerate().all(|(at, one)| {
                heard[..at].iter().all(|other| {
                    key(one) != key(other)
                        || (one.answer == other.answer && (!same || one.because == other.because))
                })
            });
            if decided {
                matter.retain(|other| other != group);
            }
        }
        let mut involved: Vec<u32> = matter.into_iter().flatten().collect();
        involved.sort_unstable();
        let statements = |list: Vec<u32>| list.into_iter().map(StatementIx).collect::<Vec<_>>();
        let mut sides: Vec<SideAnswer> = Vec::new();
        for heard in heard {
            let (doubts, believes): (Vec<u32>, Vec<u32>) =
                involved.iter().partition(|statement| heard.doubts.contains(statement));
            let (doubts, believes) = (statements(doubts), statements(believes));
            if !sides.iter().any(|side| side.doubts == doubts) {
                let (answer, because) = (heard.answer, heard.because);
                sides.push(SideAnswer { answer, believes, doubts, because });
            }
        }
        // Of the sides that agree, first those that doubt the least.
        let weight = |ix: &StatementIx| {
            let statement = self.timeline.statements().get(ix.0 as usize);
            statement.map_or(0, |statement| u64::from(statement.weight))
        };
        sides.sort_by_key(|side| (side.answer, side.doubts.iter().map(weight).sum::<u64>()));
        let answer = match sides.first() {
            Some(first) if sides.iter().all(|side| side.answer == first.answer) => first.answer,
            Some(_) => Answer::Disputed,
            None => Answer::Undetermined,
        };
        let mut because = Vec::new();
        for side in &sides {
            if 1 < sides.len() {
                let words = |statement: &StatementIx| {
                    let statement = self.timeline.statements().get(statement.0 as usize);
                    statement.map_or(String::new(), |statement| statement.text.clone())
                };
                let doubts = side.doubts.iter().map(words).collect();
                because.push(Because::plain(Step::Side { doubts }));
            }
            because.extend(side.because.iter().cloned());
        }
        if is_cut {
            because.push(Because::plain(Step::CutShort));
        }
        if answer != Answer::Disputed {
            sides.clear();
        }
        Verdict { answer, because, sides, is_cut }
    }

    /// The statements of the components' conflicts, those of conflicts that share some together.
    fn groups(&self, components: &[usize]) -> Vec<Vec<u32>> {
        let mut groups: Vec<Vec<u32>> = Vec::new();
        for conflict in components.iter().flat_map(|&at| &self.timeline.sides[at].conflicts) {
            let mut joined = conflict.clone();
            groups.retain(|group| {
                let touches = group.iter().any(|statement| conflict.contains(statement));
                if touches {
                    joined.extend(group);
                }
                !touches
            });
            joined.sort_unstable();
            joined.dedup();
            groups.push(joined);
        }
        groups
    }
}

fn is_negative(amount: &Amount) -> bool {
    let below = |quantity: &Quantity| matches!(quantity, Quantity::Exact(n) if *n < 0);
    amount.parts.iter().any(|(quantity, _)| below(quantity))
}

/// Whether the step has two moments to show. Where the contrary of a claim is refuted, a date next
/// to the claim's own says less than the date just told.
fn tells(step: &Step, holds: bool) -> bool {
    match step {
        Step::Later { early, at, late, from } => {
            let exact = |named: &Option<because::Subject>, range: &Range| {
                named.is_some() && range.exact().is_some()
            };
            let plain = early.is_none() && exact(late, from) || late.is_none() && exact(early, at);
            (holds || !plain) && because::is_later(at.upper, from.lower)
        }
        _ => true,
    }
}

fn each_judged(meaning: &Meaning, visit: &mut dyn FnMut(&Meaning)) {
    match meaning {
        Meaning::Bounds(_) => {}
        Meaning::Count { .. } | Meaning::Happened(_) | Meaning::Spans { .. } | Meaning::Open => {
            visit(meaning)
        }
        Meaning::All(parts) | Meaning::Any(parts) => {
            parts.iter().for_each(|part| each_judged(part, visit));
        }
        Meaning::Not(inner) => each_judged(inner, visit),
    }
}

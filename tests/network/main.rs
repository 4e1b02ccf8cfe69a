//! The reasoning against a slow and obvious oracle: every schedule on a small grid of moments.
//!
//! A day has a few moments here, enough to tell the ends of all events apart. A schedule gives each
//! event a first and a last of them. Which statements hold in which schedule says everything: what
//! can hold together, what clashes, when each event can be, and what a claim's answer is.

mod change;
mod proof;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use frise::{
    Bond, Claim, Constraint, Distance, Draft, Edtf, End, Event, EventIx, Limits, Statement,
    StatementIx, Timeline,
};

/// A generator that gives the same numbers everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((self.0 >> 33) as i64).rem_euclid(n)
    }

    fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below(high - low + 1)
    }
}

#[derive(Clone, Debug)]
enum Says {
    Within(usize, i64, i64),
    Spans(usize, i64, i64),
    Offset(usize, usize, End, Option<i64>, Option<i64>),
    Before(usize, usize),
    During(usize, usize),
    Same(usize, usize),
    Window(usize, i64),
    OneOf(Vec<Says>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct When {
    first: i64,
    last: i64,
    window: i64,
}

#[derive(Debug)]
struct Grid {
    days: i64,
    moments: i64,
}

#[derive(Debug)]
struct World {
    grid: Grid,
    events: usize,
    /// Which events have a window: its last moment is one more choice.
    windows: Vec<bool>,
    statements: Vec<Vec<Says>>,
}

impl World {
    fn random(dice: &mut Dice) -> Self {
        let events = if dice.below(4) == 0 { 3 } else { 2 };
        let grid = match events {
            2 => Grid { days: 4, moments: 3 },
            _ => Grid { days: 2, moments: 4 },
        };
        let mut world =
            World { grid, events, windows: vec![false; events], statements: Vec::new() };
        for _ in 0..dice.between(1, 5) {
            let mut says = vec![world.says(dice, true)];
            if dice.below(5) == 0 {
                says.push(world.says(dice, true));
            }
            world.statements.push(says);
        }
        world
    }

    fn says(&mut self, dice: &mut Dice, alternatives: bool) -> Says {
        let days = self.grid.days;
        let a = dice.below(self.events as i64) as usize;
        let b = (a + 1 + dice.below(self.events as i64 - 1) as usize) % self.events;
        match dice.below(if alternatives { 13 } else { 11 }) {
            0..=2 => {
                let from = dice.below(days);
                Says::Within(a, from, dice.between(from, (from + 1).min(days - 1)))
            }
            3 => {
                let from = dice.below(days);
                Says::Spans(a, from, dice.between(from, days - 1))
            }
            4..=6 => {
                let end = match dice.below(5) {
                    0 if self.events == 2 => End::WindowLast,
                    1 | 2 => End::First,
                    _ => End::Last,
                };
                if end == End::WindowLast {
                    self.windows[b] = true;
                }
                let low = dice.between(-2, 2);
                match dice.below(4) {
                    0 => Says::Offset(a, b, end, Some(low), None),
                    1 => Says::Offset(a, b, end, None, Some(low)),
                    _ => Says::Offset(a, b, end, Some(low), Some(low)),
                }
            }
            7 | 8 => Says::Before(a, b),
            9 => Says::During(a, b),
            10 if self.events == 2 => {
                self.windows[a] = true;
                Says::Window(a, dice.between(0, 2))
            }
            10 => Says::Same(a, b),
            _ => {
                let n = dice.between(2, 3);
                Says::OneOf((0..n).map(|_| self.says(dice, false)).collect())
            }
        }
    }

    fn holds(&self, says: &Says, at: &[When]) -> bool {
        let k = self.grid.moments;
        let day = |moment: i64| moment / k;
        match says {
            Says::Within(a, from, to) => *from <= day(at[*a].first) && day(at[*a].last) <= *to,
            Says::Spans(a, from, to) => *from == day(at[*a].first) && day(at[*a].last) == *to,
            Says::Offset(a, b, end, low, high) => {
                let anchor = day(match end {
                    End::First => at[*b].first,
                    End::Last => at[*b].last,
                    End::WindowLast => at[*b].window,
                });
                low.is_none_or(|low| anchor + low <= day(at[*a].first))
                    && high.is_none_or(|high| day(at[*a].last) <= anchor + high)
            }
            Says::Before(a, b) => at[*a].last < at[*b].first,
            Says::During(a, b) => at[*b].first <= at[*a].first && at[*a].last <= at[*b].last,
            Says::Same(a, b) => at[*b].first == at[*a].first && at[*a].last == at[*b].last,
            Says::Window(a, days) => day(at[*a].window) == day(at[*a].first) + days,
            Says::OneOf(options) => options.iter().any(|says| self.holds(says, at)),
        }
    }

    fn bond(says: &Says, events: &[EventIx]) -> Bond {
        let days = |days: &Option<i64>| days.map(Distance::Days);
        match says {
            Says::Within(a, from, to) => {
                let extent = format!("{}/{}", date(*from), date(*to)).parse::<Edtf>().unwrap();
                Bond::Within { event: events[*a], extent: extent.hull() }
            }
            Says::Spans(a, from, to) => {
                let extent = |day: i64| date(day).parse::<Edtf>().unwrap().hull();
                Bond::Spans { event: events[*a], first: extent(*from), last: extent(*to) }
            }
            Says::Offset(a, b, end, low, high) => Bond::Offset {
                event: events[*a],
                anchor: events[*b],
                end: *end,
                low: days(low),
                high: days(high),
            },
            Says::Before(a, b) => Bond::Before { before: events[*a], after: events[*b] },
            Says::During(a, b) => Bond::During { inner: events[*a], outer: events[*b] },
            Says::Same(a, b) => Bond::Same { a: events[*a], b: events[*b] },
            Says::Window(a, days) => Bond::Window {
                event: events[*a],
                amount: frise::Amount::of(*days, frise::Unit::Day),
            },
            Says::OneOf(options) => {
                Bond::OneOf(options.iter().map(|says| vec![Self::bond(says, events)]).collect())
            }
        }
    }

    /// The draft, with the statements in some order.
    fn draft(&self, order: &[usize]) -> Draft {
        let mut draft = Draft::default();
        let events: Vec<EventIx> = (0..self.events)
            .map(|at| draft.add_event(Event::new(name(at), format!("event {}", name(at)))))
            .collect();
        // The grid has an end; the oracle knows nothing beyond it.
        let whole = format!("{}/{}", date(0), date(self.grid.days - 1)).parse::<Edtf>().unwrap();
        for (at, &event) in events.iter().enumerate() {
            draft
                .add_constraint(Constraint::believed(Bond::Within { event, extent: whole.hull() }));
            if self.windows[at] {
                // The window ends on the grid too: its last day is no later than the grid's.
                let grid = draft.add_event(Event::new(format!("grid{at}"), "grid"));
                let last = date(self.grid.days - 1).parse::<Edtf>().unwrap().hull();
                let on = Bond::Spans { event: grid, first: last, last };
                draft.add_constraint(Constraint::believed(on));
                draft.add_constraint(Constraint::believed(Bond::Offset {
                    event: grid,
                    anchor: event,
                    end: End::WindowLast,
                    low: Some(Distance::Days(0)),
                    high: None,
                }));
            }
        }
        for &at in order {
            let by = draft.add_statement(Statement::new(events[0], format!("statement {at}")));
            for says in &self.statements[at] {
                draft.add_constraint(Constraint::said(by, Self::bond(says, &events)));
            }
        }
        draft
    }

    /// All schedules; worlds of one shape share them.
    fn schedules(&self) -> Rc<Vec<[When; 3]>> {
        type Shape = (usize, i64, i64, Vec<bool>);
        thread_local! {
            static KNOWN: RefCell<BTreeMap<Shape, Rc<Vec<[When; 3]>>>> = RefCell::default();
        }
        let shape = (self.events, self.grid.days, self.grid.moments, self.windows.clone());
        KNOWN.with_borrow_mut(|known| {
            Rc::clone(known.entry(shape).or_insert_with(|| Rc::new(self.all_schedules())))
        })
    }

    fn all_schedules(&self) -> Vec<[When; 3]> {
        let end = self.grid.days * self.grid.moments;
        let mut all = vec![[When { first: 0, last: 0, window: 0 }; 3]];
        for at in 0..self.events {
            let mut next = Vec::new();
            for schedule in &all {
                for first in 0..end {
                    for last in first..end {
                        // Only the day of a window matters.
                        let step = self.grid.moments as usize;
                        let ends: Vec<i64> = match self.windows[at] {
                            true => (0..end)
                                .step_by(step)
                                .map(|day| day + self.grid.moments - 1)
                                .filter(|&window| first <= window)
                                .collect(),
                            false => vec![last],
                        };
                        for window in ends {
                            let mut longer = *schedule;
                            longer[at] = When { first, last, window };
                            next.push(longer);
                        }
                    }
                }
            }
            all = next;
        }
        all
    }
}

fn name(at: usize) -> &'static str {
    ["a", "b", "c"][at]
}

fn date(day: i64) -> String {
    format!("2024-03-{:02}", day + 1)
}

/// A claim, and what it says of a schedule.
#[derive(Clone, Debug)]
enum Asks {
    Relation(usize, &'static str, usize),
    Date(usize, &'static str, i64, i64),
    Gap(usize, usize, &'static str, i64),
    Length(usize, &'static str, i64),
    Not(Box<Asks>),
    Both(Box<Asks>, Box<Asks>),
    Either(Box<Asks>, Box<Asks>),
}

const RELATIONS: [&str; 11] = [
    "before",
    "after",
    "meets",
    "met-by",
    "overlaps",
    "during",
    "contains",
    "starts",
    "finishes",
    "equals",
    "same-day-as",
];

impl Asks {
    fn random(dice: &mut Dice, world: &World, depth: i64) -> Self {
        let a = dice.below(world.events as i64) as usize;
        let b = (a + 1 + dice.below(world.events as i64 - 1) as usize) % world.events;
        let relation = RELATIONS[dice.below(11) as usize];
        let compare = ["=", "!=", "<", "<=", ">", ">="][dice.below(6) as usize];
        let inner = |dice: &mut Dice| Box::new(Self::random(dice, world, depth - 1));
        match dice.below(if 0 < depth { 10 } else { 7 }) {
            0..=2 => Asks::Relation(a, relation, b),
            3 => {
                let from = dice.below(world.grid.days);
                Asks::Date(a, relation, from, dice.between(from, world.grid.days - 1))
            }
            4 | 5 => Asks::Gap(a, b, compare, dice.between(0, 3)),
            6 => Asks::Length(a, compare, dice.between(1, 3)),
            7 => Asks::Not(inner(dice)),
            8 => Asks::Both(inner(dice), inner(dice)),
            _ => Asks::Either(inner(dice), inner(dice)),
        }
    }

    fn text(&self) -> String {
        match self {
            Asks::Relation(a, relation, b) => format!("{} {relation} {}", name(*a), name(*b)),
            Asks::Date(a, relation, from, to) => {
                format!("{} {relation} {}/{}", name(*a), date(*from), date(*to))
            }
            Asks::Gap(a, b, compare, n) => {
                format!("gap({}, {}) {compare} {n} days", name(*a), name(*b))
            }
            Asks::Length(a, compare, n) => format!("length({}) {compare} {n} days", name(*a)),
            Asks::Not(inner) => format!("not ({})", inner.text()),
            Asks::Both(a, b) => format!("({}) and ({})", a.text(), b.text()),
            Asks::Either(a, b) => format!("({}) or ({})", a.text(), b.text()),
        }
    }

    fn holds(&self, world: &World, at: &[When]) -> bool {
        let k = world.grid.moments;
        let day = |moment: i64| moment / k;
        let compare = |x: i64, compare: &str, y: i64| match compare {
            "=" => x == y,
            "!=" => x != y,
            "<" => x < y,
            "<=" => x <= y,
            ">" => x > y,
            _ => x >= y,
        };
        let relation = |a: When, relation: &str, b: When| match relation {
            "before" => a.last < b.first,
            "after" => b.last < a.first,
            "meets" => day(b.first) == day(a.last) + 1,
            "met-by" => day(a.first) == day(b.last) + 1,
            "overlaps" => a.first <= b.last && b.first <= a.last,
            "during" => b.first <= a.first && a.last <= b.last,
            "contains" => a.first <= b.first && b.last <= a.last,
            "starts" => day(a.first) == day(b.first),
            "finishes" => day(a.last) == day(b.last),
            "equals" => day(a.first) == day(b.first) && day(a.last) == day(b.last),
            _ => [a.last, b.first, b.last].into_iter().all(|x| day(x) == day(a.first)),
        };
        match self {
            Asks::Relation(a, name, b) => relation(at[*a], name, at[*b]),
            Asks::Date(a, name, from, to) => {
                let last = to * k + k - 1;
                relation(at[*a], name, When { first: from * k, last, window: last })
            }
            Asks::Gap(a, b, sign, n) => {
                at[*a].last <= at[*b].first
                    && compare(day(at[*b].first) - day(at[*a].last), sign, *n)
            }
            Asks::Length(a, sign, n) => {
                // The amount said, else counted inclusively.
                let said = |says: &Says| matches!(says, Says::Window(b, _) if b == a);
                if world.statements.iter().flatten().any(said) {
                    return compare(day(at[*a].window) - day(at[*a].first), sign, *n);
                }
                compare(day(at[*a].last) - day(at[*a].first) + 1, sign, *n)
            }
            Asks::Not(inner) => !inner.holds(world, at),
            Asks::Both(a, b) => a.holds(world, at) && b.holds(world, at),
            Asks::Either(a, b) => a.holds(world, at) || b.holds(world, at),
        }
    }
}

/// What the oracle finds: which sets of statements hold in some schedule.
struct Oracle<'w> {
    world: &'w World,
    /// The schedules that some side allows, and the statements that hold in each.
    schedules: Vec<(u32, [When; 3])>,
    sides: Vec<u32>,
}

impl<'w> Oracle<'w> {
    fn new(world: &'w World) -> Self {
        let schedules = world.schedules();
        let all: Vec<u32> = schedules
            .iter()
            .map(|at| {
                let holds = |says: &[Says]| says.iter().all(|says| world.holds(says, at));
                let statements = world.statements.iter().enumerate();
                statements.fold(0, |mask, (place, says)| mask | u32::from(holds(says)) << place)
            })
            .collect();
        let mut seen = vec![false; 1 << world.statements.len()];
        all.iter().for_each(|&mask| seen[mask as usize] = true);
        let masks: Vec<u32> = (0..seen.len() as u32).filter(|&mask| seen[mask as usize]).collect();
        let sides: Vec<u32> = masks
            .iter()
            .copied()
            .filter(|mask| !masks.iter().any(|other| other != mask && other & mask == *mask))
            .collect();
        let allowed = |mask: u32| sides.iter().any(|side| mask & side == *side);
        let schedules = all
            .into_iter()
            .zip(schedules.iter())
            .filter(|(mask, _)| allowed(*mask))
            .map(|(mask, at)| (mask, *at))
            .collect();
        Self { world, schedules, sides }
    }

    fn can_hold(&self, set: u32) -> bool {
        self.sides.iter().any(|side| side & set == set)
    }

    fn conflicts(&self) -> BTreeSet<u32> {
        let n = self.world.statements.len();
        (0..1u32 << n)
            .filter(|&set| {
                !self.can_hold(set)
                    && (0..n).all(|at| set & (1 << at) == 0 || self.can_hold(set & !(1 << at)))
            })
            .collect()
    }

    fn answer(&self, asks: &Asks) -> &'static str {
        let answers: BTreeSet<&str> = self
            .sides
            .iter()
            .map(|side| {
                let mut found = [false; 2];
                for (mask, at) in &self.schedules {
                    if mask & side == *side && found != [true; 2] {
                        found[usize::from(asks.holds(self.world, at))] = true;
                    }
                }
                match found {
                    [true, true] => "undetermined",
                    [true, false] => "contradicted",
                    _ => "supported",
                }
            })
            .collect();
        let mut answers = answers.into_iter();
        match (answers.next(), answers.next()) {
            (Some(only), None) => only,
            _ => "disputed",
        }
    }

    /// The first and last day of an event over all sides.
    fn hull(&self, event: usize) -> (i64, i64) {
        let k = self.world.grid.moments;
        let days = self.schedules.iter().map(|(_, at)| (at[event].first / k, at[event].last / k));
        days.fold((i64::MAX, i64::MIN), |(a, b), (first, last)| (a.min(first), b.max(last)))
    }
}

fn check(draft: Draft) -> Timeline {
    Timeline::check(draft, &Limits::default()).unwrap()
}

/// Statements as a mask over the world's numbering, whatever order they were told in.
fn mask(timeline: &Timeline, statements: &[StatementIx]) -> u32 {
    let ids: Vec<StatementIx> = timeline.statement_ids().collect();
    statements.iter().fold(0, |mask, statement| {
        let at = ids.iter().position(|id| id == statement).unwrap();
        let text = &timeline.statements()[at].text;
        mask | 1 << text.trim_start_matches("statement ").parse::<u32>().unwrap()
    })
}

fn conflicts(timeline: &Timeline) -> BTreeSet<u32> {
    timeline.conflicts().iter().map(|conflict| mask(timeline, &conflict.statements)).collect()
}

fn rounds() -> u64 {
    if cfg!(debug_assertions) { 150 } else { 10_000 }
}

#[test]
fn conflicts_sides_bounds_and_answers_are_those_of_the_oracle() {
    let mut seen = BTreeSet::new();
    let mut sizes = BTreeSet::new();
    for seed in 0..rounds() {
        let mut dice = Dice(seed);
        for _ in 0..3 {
            dice.below(2);
        }
        let world = World::random(&mut dice);
        let oracle = Oracle::new(&world);
        let order: Vec<usize> = (0..world.statements.len()).collect();
        let timeline = check(world.draft(&order));
        let expected = oracle.conflicts();
        assert_eq!(conflicts(&timeline), expected, "conflicts, seed {seed}: {world:?}");
        sizes.extend(expected.iter().map(|conflict| conflict.count_ones()));
        let bounded = |event: usize| {
            let bounds = timeline.bounds(timeline.event(name(event)).unwrap());
            let day = |moment: chrono_moment| {
                let start = frise::chrono::NaiveDate::from_ymd_opt(2024, 3, 1).unwrap();
                (moment.date() - start).num_days()
            };
            // An event that a stricter order ends within a day reaches into that day.
            let last = bounds.to.unwrap() - frise::chrono::Duration::minutes(1);
            (day(bounds.from.unwrap()), day(last))
        };
        for event in 0..world.events {
            assert_eq!(
                bounded(event),
                oracle.hull(event),
                "bounds of {event}, seed {seed}: {world:?}"
            );
        }
        for _ in 0..4 {
            let asks = Asks::random(&mut dice, &world, 2);
            let verdict = timeline.ask(&Claim::parse(&asks.text()).unwrap()).unwrap();
            let expected = oracle.answer(&asks);
            assert_eq!(verdict.answer.word(), expected, "{}, seed {seed}: {world:?}", asks.text());
            seen.insert(expected);
        }
    }
    assert_eq!(seen.len(), 4, "some answer never came: {seen:?}");
    assert!(sizes.contains(&3), "conflicts were too simple: {sizes:?}");
}

#[allow(non_camel_case_types)]
type chrono_moment = frise::chrono::NaiveDateTime;

#[test]
fn the_order_of_statements_changes_nothing() {
    for seed in 0..rounds() / 10 {
        let mut dice = Dice(seed + 1_000_000);
        let world = World::random(&mut dice);
        let order: Vec<usize> = (0..world.statements.len()).collect();
        let mut other = order.clone();
        for at in (1..other.len()).rev() {
            other.swap(at, dice.below(at as i64 + 1) as usize);
        }
        let (one, two) = (check(world.draft(&order)), check(world.draft(&other)));
        assert_eq!(conflicts(&one), conflicts(&two));
        let asks = Asks::random(&mut dice, &world, 2);
        let claim = Claim::parse(&asks.text()).unwrap();
        assert_eq!(one.ask(&claim).unwrap().answer, two.ask(&claim).unwrap().answer);
        for event in 0..world.events {
            let event = one.event(name(event)).unwrap();
            assert_eq!(one.bounds(event), two.bounds(event));
        }
        // The same again is the same to the letter.
        assert_eq!(
            format!("{:?}", one.conflicts()),
            format!("{:?}", check(world.draft(&order)).conflicts())
        );
    }
}

/// The statements that an explanation cites are enough to draw its conclusion.
#[test]
fn the_cited_statements_alone_suffice() {
    for seed in 0..rounds() / 5 {
        let mut dice = Dice(seed + 2_000_000);
        let world = World::random(&mut dice);
        let order: Vec<usize> = (0..world.statements.len()).collect();
        let timeline = check(world.draft(&order));
        let cited = |because: &[frise::Because]| -> Vec<usize> {
            let statements: Vec<StatementIx> =
                because.iter().filter_map(|because| because.statement).collect();
            let mask = mask(&timeline, &statements);
            order.iter().copied().filter(|at| mask & (1 << at) != 0).collect()
        };
        for conflict in timeline.conflicts() {
            let all = mask(&timeline, &conflict.statements);
            let told = cited(&conflict.because);
            let told_mask = told.iter().fold(0, |mask, at| mask | 1 << at);
            assert_eq!(told_mask, all, "seed {seed}: {world:?}");
        }
        if timeline.conflicts().is_empty() {
            let asks = Asks::random(&mut dice, &world, 1);
            let claim = Claim::parse(&asks.text()).unwrap();
            let verdict = timeline.ask(&claim).unwrap();
            // What an event covers is what its length means, so that statement goes without saying.
            let length = asks.text().contains("length(");
            if !length && matches!(verdict.answer.word(), "supported" | "contradicted") {
                let fewer = check(world.draft(&cited(&verdict.because)));
                let again = fewer.ask(&claim).unwrap();
                assert_eq!(again.answer, verdict.answer, "{}, seed {seed}: {world:?}", asks.text());
            }
        }
    }
}

/// Every number of an explanation follows from the steps before it, every conflict ends in a
/// contradiction, and no proof cites a statement that it could do without.
#[test]
fn every_step_of_a_proof_is_true_and_needed() {
    let (mut conflicts_seen, mut proofs) = (0, 0);
    for seed in 0..rounds() {
        let mut dice = Dice(seed + 3_000_000);
        let world = World::random(&mut dice);
        let order: Vec<usize> = (0..world.statements.len()).collect();
        let timeline = check(world.draft(&order));
        let context = format!("seed {seed}: {world:?}");
        for conflict in timeline.conflicts() {
            conflicts_seen += 1;
            proof::check(&timeline, &conflict.because, &context);
            assert!(proof::concludes(&conflict.because), "{:?} {context}", conflict.because);
        }
        let asks = Asks::random(&mut dice, &world, 0);
        let claim = Claim::parse(&asks.text()).unwrap();
        let verdict = timeline.ask(&claim).unwrap();
        let context = format!("{} {context}", asks.text());
        let alone: Vec<&[frise::Because]> = match verdict.sides.as_slice() {
            [] if timeline.conflicts().is_empty() => vec![&verdict.because],
            [] => Vec::new(),
            sides => sides.iter().map(|side| side.because.as_slice()).collect(),
        };
        for because in alone {
            proof::check(&timeline, because, &context);
        }
        if !timeline.conflicts().is_empty()
            || asks.text().contains("length(")
            || !matches!(verdict.answer.word(), "supported" | "contradicted")
        {
            continue;
        }
        proofs += 1;
        let statements: Vec<StatementIx> =
            verdict.because.iter().filter_map(|because| because.statement).collect();
        let mask = mask(&timeline, &statements);
        for left_out in order.iter().filter(|at| mask & (1 << **at) != 0) {
            let others: Vec<usize> = order
                .iter()
                .copied()
                .filter(|at| mask & (1 << at) != 0 && at != left_out)
                .collect();
            let fewer = check(world.draft(&others)).ask(&claim).unwrap();
            assert_ne!(fewer.answer, verdict.answer, "{left_out} is idle, {context}");
        }
    }
    assert!(20 < conflicts_seen && 20 < proofs, "{conflicts_seen} {proofs}");
}

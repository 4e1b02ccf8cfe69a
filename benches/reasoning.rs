//! Reasoning at the size of an investigation, as ratios of what one run measures.
//!
//! `cargo bench --bench reasoning` checks 1,000,000 consistent statements about 100,000 events, and
//! fails where a ratio is beyond its limit; `-- growth` prints the table that
//! `scripts/growth.py` draws, from 1,000 to 1,000,000 statements.

use std::hint::black_box;
use std::time::{Duration, Instant};

use frise::chrono::{Days, NaiveDate};
use frise::{
    Bond, Claim, Constraint, Distance, Draft, End, Event, EventIx, Extent, Granularity, Limits,
    Reason, Statement, Timeline,
};

/// Statements for each event.
const TOLD: usize = 10;
/// Events of one article, most of whose statements stay among them.
const ARTICLE: usize = 100;

/// A generator that gives the same numbers everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % n
    }
}

/// Events that happened on known days, of which true things are said.
struct World {
    days: Vec<i64>,
    events: Vec<EventIx>,
}

impl World {
    fn new(draft: &mut Draft, events: usize, dice: &mut Dice) -> Self {
        let days = (0..events).map(|_| dice.below(7300) as i64).collect();
        let name = |at: usize| format!("e{at}");
        let events =
            (0..events).map(|at| draft.add_event(Event::new(name(at), name(at)))).collect();
        Self { days, events }
    }

    /// A true statement: half of them date an event, the others tie it to another, mostly of the
    /// same article.
    fn statement(&self, dice: &mut Dice) -> (usize, Bond) {
        let a = dice.below(self.days.len());
        let article = a / ARTICLE * ARTICLE;
        let other = match dice.below(5) {
            0 => dice.below(self.days.len()),
            _ => article + dice.below(ARTICLE.min(self.days.len() - article)),
        };
        let (event, anchor) = (self.events[a], self.events[other]);
        let apart = self.days[a] - self.days[other];
        let bond = match dice.below(20) {
            _ if a == other => self.dated(a, dice),
            0..10 => self.dated(a, dice),
            10..15 => {
                let distance = Some(Distance::Days(apart));
                Bond::Offset { event, anchor, end: End::Last, low: distance, high: distance }
            }
            15..18 => {
                let slack = dice.below(30) as i64;
                let (low, high) = (Distance::Days(apart - slack), Distance::Days(apart + slack));
                Bond::Offset { event, anchor, end: End::Last, low: Some(low), high: Some(high) }
            }
            _ if apart < 0 => Bond::Before { before: event, after: anchor },
            _ if 0 < apart => Bond::Before { before: anchor, after: event },
            _ => self.dated(a, dice),
        };
        (a, bond)
    }

    fn dated(&self, at: usize, dice: &mut Dice) -> Bond {
        let (early, late) = (dice.below(40) as i64, dice.below(40) as i64);
        let extent = Extent::days(
            day(self.days[at] - early),
            day(self.days[at] + late + 1),
            Granularity::Span,
        );
        Bond::Within { event: self.events[at], extent: extent.expect("the days are near") }
    }
}

fn day(number: i64) -> NaiveDate {
    let first = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a day");
    first + Days::new((number + 100) as u64)
}

fn draft(statements: usize) -> (Draft, World) {
    let mut dice = Dice(7);
    let mut draft = Draft::default();
    let world = World::new(&mut draft, statements / TOLD, &mut dice);
    for _ in 0..statements {
        let (event, bond) = world.statement(&mut dice);
        let by = draft.add_statement(Statement::new(world.events[event], ""));
        draft.add_constraint(Constraint::said(by, bond));
    }
    (draft, world)
}

/// The edges of all bonds, read once into lists of neighbours.
fn adjacency(draft: &Draft) -> Vec<Vec<(u32, i64)>> {
    let mut lists: Vec<Vec<(u32, i64)>> = vec![Vec::new(); draft.events.len() * 2 + 1];
    let first = |event: &EventIx| event.index() * 2 + 1;
    let number = |moment: frise::chrono::NaiveDateTime| moment.and_utc().timestamp() / 86_400;
    let size = |distance: &Distance| match distance {
        Distance::Days(n) | Distance::Minutes(n) | Distance::Months(n) => *n,
    };
    for event in 0..draft.events.len() {
        lists[event * 2 + 2].push((event as u32 * 2 + 1, 0));
    }
    for constraint in &draft.constraints {
        match &constraint.bond {
            Bond::Within { event, extent } => {
                let at = first(event);
                if let (Some(from), Some(to)) = (extent.from, extent.to) {
                    lists[at].push((0, -number(from)));
                    lists[0].push((at as u32 + 1, number(to) - 1));
                }
            }
            Bond::Offset { event, anchor, low, high, .. } => {
                let (event, anchor) = (first(event), first(anchor) + 1);
                if let Some(low) = low {
                    lists[event].push((anchor as u32, -size(low)));
                }
                if let Some(high) = high {
                    lists[anchor].push((event as u32 + 1, size(high)));
                }
            }
            Bond::Before { before, after } => {
                lists[first(after)].push((first(before) as u32 + 1, -1));
            }
            _ => {}
        }
    }
    lists
}

/// How long something takes: by the time that this thread has been on a processor where Linux tells it
/// and it is long enough to be told, so that other work on the machine does not count; else by the
/// clock.
fn timed<T>(run: impl FnOnce() -> T) -> (T, Duration) {
    let (busy, start) = (on_processor(), Instant::now());
    let result = black_box(run());
    let elapsed = start.elapsed();
    let busy = on_processor().zip(busy).map(|(after, before)| after.saturating_sub(before));
    let long = Duration::from_millis(5) < elapsed;
    (result, busy.filter(|_| long).unwrap_or(elapsed))
}

fn on_processor() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// The memory of this process in bytes, as Linux tells it.
fn resident() -> Option<usize> {
    let told = std::fs::read_to_string("/proc/self/statm").ok()?;
    told.split_whitespace().nth(1)?.parse::<usize>().ok().map(|pages| pages * 4096)
}

struct Measured {
    statements: usize,
    read: Duration,
    check: Duration,
    add: Duration,
    ask: Duration,
    /// Bytes a statement.
    bytes: Option<usize>,
}

fn measure(statements: usize) -> Measured {
    let (built, world) = draft(statements);
    // The best of a few: other work on the machine only ever adds.
    let read = (0..3).map(|_| timed(|| adjacency(&built)).1).min().unwrap_or_default();
    let again = built.clone();
    let before = resident();
    let (timeline, first) = timed(|| Timeline::check(built, &Limits::default()));
    let bytes =
        resident().zip(before).map(|(after, before)| after.saturating_sub(before) / statements);
    let mut timeline = timeline.expect("nothing is given that could clash");
    assert!(timeline.conflicts().is_empty(), "true statements clash");
    let (_, second) = timed(|| Timeline::check(again, &Limits::default()));
    let mut dice = Dice(11);
    let mut adds: Vec<Duration> = (0..301)
        .map(|_| {
            let (event, bond) = world.statement(&mut dice);
            let statement = Statement::new(world.events[event], "");
            let says = vec![(bond, Reason::new(""))];
            timed(|| timeline.add_statement(statement, says).expect("the events are there")).1
        })
        .collect();
    adds.sort_unstable();
    let mut asks: Vec<Duration> = (0..5)
        .map(|_| {
            let (a, b) = (dice.below(world.days.len()), dice.below(world.days.len()));
            let claim = Claim::parse(&format!("e{a} before e{b}")).expect("a claim");
            timed(|| timeline.ask(&claim)).1
        })
        .collect();
    asks.sort_unstable();
    let check = first.min(second);
    Measured {
        statements,
        read,
        check,
        add: adds[adds.len() / 2],
        ask: asks[asks.len() / 2],
        bytes,
    }
}

/// A contradiction among a million statements is found, with its sentences alone.
fn planted(statements: usize) -> (Duration, Vec<usize>) {
    let (mut built, world) = draft(statements);
    let first = built.statements.len();
    let mut chain = |event: usize, anchor: usize, days: i64| {
        let words = format!("{event} is {days} days after {anchor}");
        let by = built.add_statement(Statement::new(world.events[event], words));
        let (event, anchor) = (world.events[event], world.events[anchor]);
        let distance = Some(Distance::Days(days));
        let bond = Bond::Offset { event, anchor, end: End::Last, low: distance, high: distance };
        built.add_constraint(Constraint::said(by, bond));
    };
    // Three new statements that contradict one another, and nothing else: their sum misses by 1.
    let (a, b, c) = (1, world.days.len() / 2, world.days.len() - 2);
    let apart = |x: usize, y: usize| world.days[x] - world.days[y];
    chain(a, b, apart(a, b));
    chain(b, c, apart(b, c));
    chain(a, c, apart(a, c) + 5000);
    let limits = Limits::default();
    let (timeline, time) = timed(|| Timeline::check(built, &limits).expect("nothing is given"));
    let sizes: Vec<usize> = timeline.conflicts().iter().map(|c| c.statements.len()).collect();
    let last = |ix: &frise::StatementIx| ix.index() == first + 2;
    assert!(!sizes.is_empty(), "the planted conflict is not found");
    assert!(
        timeline.conflicts().iter().all(|conflict| conflict.statements.iter().any(last)),
        "a conflict without the false statement"
    );
    (time, sizes)
}

fn main() {
    let growth = std::env::args().any(|argument| argument == "growth");
    let sizes: &[usize] = if growth { &[1_000, 10_000, 100_000, 1_000_000] } else { &[1_000_000] };
    println!(
        "| statements | read ms | check ms | check / read | add µs | check / add | claim ms | bytes |"
    );
    println!("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    let mut failed = Vec::new();
    for &statements in sizes {
        let m = measure(statements);
        let ratio = m.check.as_secs_f64() / m.read.as_secs_f64();
        let adding = m.check.as_secs_f64() / m.add.as_secs_f64();
        println!(
            "| {} | {:.2} | {:.2} | {ratio:.1} | {:.1} | {adding:.0} | {:.2} | {} |",
            m.statements,
            m.read.as_secs_f64() * 1e3,
            m.check.as_secs_f64() * 1e3,
            m.add.as_secs_f64() * 1e6,
            m.ask.as_secs_f64() * 1e3,
            m.bytes.map_or("?".to_owned(), |bytes| bytes.to_string()),
        );
        if statements == 1_000_000 {
            if 10.0 < ratio {
                failed.push(format!("checking costs {ratio:.1} times reading, and may cost 10"));
            }
            if adding < 1000.0 {
                failed.push(format!("adding costs 1/{adding:.0} of checking, and may cost 1/1000"));
            }
            if m.bytes.is_some_and(|bytes| 200 < bytes) {
                failed.push(format!("{:?} bytes a statement, and may be 200", m.bytes));
            }
        }
    }
    for &statements in sizes {
        let (time, conflicts) = planted(statements);
        println!(
            "planted in {statements}: {:.3} s, conflicts of {conflicts:?} statements",
            time.as_secs_f64()
        );
    }
    assert!(failed.is_empty(), "{}", failed.join("; "));
}

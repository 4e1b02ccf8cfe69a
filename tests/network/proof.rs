//! A checker of proofs: it reads the steps of an explanation one after the other, knows only what
//! the steps before have said, and works out every number again.

use frise::{
    Because, Bond, Constraint, Distance, End, EventIx, Moment, Placed, Quantity, Range, Step,
    Subject, Timeline,
};

const DAY: i64 = 1440;

/// What the steps so far say of a moment, in minutes.
#[derive(Clone, Copy, Debug)]
struct Known {
    lower: i64,
    upper: i64,
}

const OPEN: Known = Known { lower: i64::MIN / 4, upper: i64::MAX / 4 };

/// The first and the last moment of an event, and the last of its window.
#[derive(Debug)]
struct Facts(Vec<(String, [Known; 3])>);

impl Facts {
    fn of(&self, label: &str, slot: usize) -> Known {
        let known = self.0.iter().find(|(name, _)| name == label).map_or([OPEN; 3], |(_, k)| *k);
        let [first, last, window] = known;
        match slot {
            0 => Known { lower: first.lower, upper: first.upper.min(last.upper).min(window.upper) },
            _ => Known { lower: known[slot].lower.max(first.lower), upper: known[slot].upper },
        }
    }

    fn add(&mut self, label: &str, slot: usize, known: Known) {
        if !self.0.iter().any(|(name, _)| name == label) {
            self.0.push((label.to_owned(), [OPEN; 3]));
        }
        let (_, slots) = self.0.iter_mut().find(|(name, _)| name == label).unwrap();
        slots[slot].lower = slots[slot].lower.max(known.lower);
        slots[slot].upper = slots[slot].upper.min(known.upper);
    }
}

fn minutes(range: &Range) -> Known {
    Known {
        lower: match range.lower {
            Some(Moment::Day(day)) => day * DAY,
            Some(Moment::Minute(minute)) => minute,
            None => OPEN.lower,
        },
        upper: match range.upper {
            Some(Moment::Day(day)) => day * DAY + DAY - 1,
            Some(Moment::Minute(minute)) => minute,
            None => OPEN.upper,
        },
    }
}

/// Whole days of a bound, some days on.
fn days_on(known: Known, low: Option<i64>, high: Option<i64>) -> Known {
    let lower = low.filter(|_| OPEN.lower / 2 < known.lower);
    let upper = high.filter(|_| known.upper < OPEN.upper / 2);
    Known {
        lower: lower.map_or(OPEN.lower, |n| (known.lower.div_euclid(DAY) + n) * DAY),
        upper: upper.map_or(OPEN.upper, |n| (known.upper.div_euclid(DAY) + n) * DAY + DAY - 1),
    }
}

/// Whether `told` says no more than `known` does.
fn follows(told: Known, known: Known) -> bool {
    told.lower <= known.lower && known.upper <= told.upper
}

fn days(distance: Option<Distance>) -> Option<i64> {
    distance.map(|distance| match distance {
        Distance::Days(n) => n,
        Distance::Minutes(n) if n % DAY == 0 => n / DAY,
        other => panic!("{other:?} is no whole number of days"),
    })
}

pub(crate) struct Checker<'t> {
    timeline: &'t Timeline,
    facts: Facts,
    legs: Vec<i64>,
}

impl<'t> Checker<'t> {
    pub(crate) fn new(timeline: &'t Timeline) -> Self {
        Self { timeline, facts: Facts(Vec::new()), legs: Vec::new() }
    }

    /// The bonds that a step may rest on.
    fn bonds(&self, because: &Because) -> Vec<&'t Bond> {
        fn all<'b>(bond: &'b Bond, into: &mut Vec<&'b Bond>) {
            into.push(bond);
            if let Bond::OneOf(options) = bond {
                options.iter().flatten().for_each(|bond| all(bond, into));
            }
        }
        let mut bonds = Vec::new();
        let of = |constraint: &&Constraint| constraint.statement == because.statement;
        for constraint in self.timeline.draft().constraints.iter().filter(of) {
            all(&constraint.bond, &mut bonds);
        }
        bonds
    }

    fn place(&mut self, subject: &Subject, placed: &Placed) {
        let last = if subject.window { 2 } else { 1 };
        self.facts.add(&subject.label, 0, minutes(&placed.first));
        self.facts.add(&subject.label, last, minutes(&placed.last));
    }

    /// Checks one step against those before; says what is wrong with it.
    pub(crate) fn step(&mut self, because: &Because) -> Result<(), String> {
        let wrong = |what: &str| Err(format!("{what}: {because} {:?}", because.step));
        match &because.step {
            Step::Dated { event, placed } => {
                let dates = self.bonds(because).into_iter().filter_map(|bond| match bond {
                    Bond::Within { extent, .. } => Some((*extent, *extent)),
                    Bond::Spans { first, last, .. } => Some((*first, *last)),
                    _ => None,
                });
                let day = |moment: frise::chrono::NaiveDateTime| {
                    use frise::chrono::Datelike;
                    i64::from(moment.date().num_days_from_ce()) * DAY
                };
                let (from, to): (Vec<i64>, Vec<i64>) = dates
                    .filter_map(|(first, last)| Some((day(first.from?), day(last.to?) - 1)))
                    .unzip();
                let (lower, upper) = (from.iter().min(), to.iter().max());
                let (Some(&lower), Some(&upper)) = (lower, upper) else {
                    return wrong("no words date this");
                };
                // Of a choice, one option is told; all lie in the hull.
                let one = from.len() == 1;
                let told = Known {
                    lower: minutes(&placed.first).lower,
                    upper: minutes(&placed.last).upper,
                };
                let known = Known { lower, upper };
                if one && !follows(told, known) || told.lower < lower || upper < told.upper {
                    return wrong("the words date it otherwise");
                }
                self.place(event, placed);
            }
            Step::Shifted { event, anchor, low, high, backwards, to, .. } => {
                let said = (low, high);
                let (low, high) = (days(*low), days(*high));
                self.legs.extend(low.into_iter().chain(high).map(i64::abs));
                let told = minutes(to);
                let ends = self.bonds(because).into_iter().filter_map(|bond| match bond {
                    Bond::Offset { event: a, anchor: b, end, low, high } => {
                        let label = |ix: &EventIx| &self.timeline.events()[ix.index()].label;
                        let same = (label(a), label(b)) == (&event.label, &anchor.label);
                        let window = anchor.window == (*end == End::WindowLast);
                        (same && window && said == (low, high)).then_some(*end as usize)
                    }
                    _ => None,
                });
                let ends: Vec<usize> = ends.collect();
                let first = self.facts.of(&event.label, 0);
                let last = self.facts.of(&event.label, 1);
                let known = |end: usize| match backwards {
                    false => days_on(self.facts.of(&anchor.label, end), low, high),
                    true => {
                        let source = Known { lower: last.lower, upper: first.upper };
                        days_on(source, high.map(|n| -n), low.map(|n| -n))
                    }
                };
                let Some(&end) = ends.iter().find(|&&end| follows(told, known(end))) else {
                    return wrong("the distance leads elsewhere");
                };
                if *backwards {
                    self.facts.add(&anchor.label, end, told);
                } else {
                    self.facts.add(&event.label, 0, Known { upper: OPEN.upper, ..told });
                    self.facts.add(&event.label, 1, Known { lower: OPEN.lower, ..told });
                }
            }
            Step::Covers { event, amount, backwards, from, to } => {
                let [(Quantity::Exact(n), unit)] = amount.parts.as_slice() else { return Ok(()) };
                let n = n / 1000 * unit.days().unwrap_or(1);
                self.legs.push(n);
                let (told, source, target, n) = match backwards {
                    false => (minutes(to), 0, 2, n),
                    true => (minutes(from), 2, 0, -n),
                };
                let known = days_on(self.facts.of(&event.label, source), Some(n), Some(n));
                if !follows(told, known) {
                    return wrong("the window ends elsewhere");
                }
                self.facts.add(&event.label, target, told);
            }
            Step::Before { before, after, event, placed } => {
                let a = self.facts.of(&before.label, 1);
                let b = self.facts.of(&after.label, 0);
                let told = [minutes(&placed.first), minutes(&placed.last)];
                let fits = if event == after {
                    told.iter().all(|told| follows(*told, Known { lower: a.lower + 1, ..OPEN }))
                } else {
                    told.iter().all(|told| follows(*told, Known { upper: b.upper - 1, ..OPEN }))
                };
                if !fits {
                    return wrong("the order says less");
                }
                self.place(event, placed);
            }
            Step::Within { inner, outer, event, placed } => {
                let known = if event == inner {
                    let (first, last) =
                        (self.facts.of(&outer.label, 0), self.facts.of(&outer.label, 1));
                    Known { lower: first.lower, upper: last.upper }
                } else {
                    let (first, last) =
                        (self.facts.of(&inner.label, 0), self.facts.of(&inner.label, 1));
                    // The outer begins no later and ends no earlier.
                    if minutes(&placed.first).upper < first.upper
                        || last.lower < minutes(&placed.last).lower
                    {
                        return wrong("what lies within says less");
                    }
                    self.place(event, placed);
                    return Ok(());
                };
                let told = [minutes(&placed.first), minutes(&placed.last)];
                if !told.iter().all(|told| follows(*told, known)) {
                    return wrong("what it lies within says less");
                }
                self.place(event, placed);
            }
            Step::Same { a, b, event, placed } => {
                let other = if event == a { b } else { a };
                let told = [minutes(&placed.first), minutes(&placed.last)];
                if !(0..2).all(|at| follows(told[at], self.facts.of(&other.label, at))) {
                    return wrong("the other says less");
                }
                self.place(event, placed);
            }
            Step::Apart { event, upper, lower, .. } => {
                let told = minutes(&Range { lower: Some(*lower), upper: Some(*upper) });
                let slots: &[usize] = if event.window { &[2] } else { &[0, 1] };
                let known = |slot: &usize| follows(told, self.facts.of(&event.label, *slot));
                if !slots.iter().any(known) || told.lower <= told.upper {
                    return wrong("nothing misses");
                }
            }
            Step::Later { early, at, late, from } => {
                let fits = |subject: &Option<Subject>, told: Known, way: fn(Known) -> Known| {
                    let Some(subject) = subject else { return true };
                    let slots: &[usize] = if subject.window { &[0, 2] } else { &[0, 1] };
                    let known =
                        |slot: &usize| follows(way(told), self.facts.of(&subject.label, *slot));
                    slots.iter().any(known)
                };
                let upper = |told| Known { upper: minutes_of(told).upper, ..OPEN };
                let lower = |told| Known { lower: minutes_of(told).lower, ..OPEN };
                if !fits(early, minutes(at), upper) || !fits(late, minutes(from), lower) {
                    return wrong("the moments are others");
                }
                if minutes(from).lower <= minutes(at).upper {
                    return wrong("nothing is later");
                }
            }
            Step::Sum { legs, total, .. } => {
                let whole = |distance: &Distance| days(Some(*distance)).unwrap();
                let sum: i64 = legs.iter().map(whole).sum();
                if sum != whole(total) {
                    return wrong("the sum is another");
                }
                if legs.iter().any(|leg| !self.legs.contains(&whole(leg).abs())) {
                    return wrong("a distance that no step has told");
                }
            }
            _ => {}
        }
        Ok(())
    }
}

fn minutes_of(known: Known) -> Known {
    known
}

/// Checks a whole explanation.
#[track_caller]
pub(crate) fn check(timeline: &Timeline, because: &[Because], context: &str) {
    let mut checker = Checker::new(timeline);
    for (at, step) in because.iter().enumerate() {
        if let Err(wrong) = checker.step(step) {
            let told: Vec<String> = because.iter().map(ToString::to_string).collect();
            panic!("step {at} is wrong: {wrong}\n{told:#?}\n{context}");
        }
        assert!(!because[..at].contains(step), "told twice: {step}\n{context}");
    }
}

/// Whether the last step of a conflict shows that it is one.
pub(crate) fn concludes(because: &[Because]) -> bool {
    because.last().is_some_and(|last| match &last.step {
        Step::Apart { upper, lower, .. } => upper < lower,
        Step::Circle { .. } | Step::Impossible { .. } => true,
        _ => false,
    })
}

/// The ends that a bond can hang on, so that a new one is not forgotten here.
#[test]
fn ends_are_numbered_as_the_checker_numbers_them() {
    assert_eq!([End::First, End::Last, End::WindowLast].map(|end| end as usize), [0, 1, 2]);
}

//! The checked timeline: when every event can be, and which statements cannot all hold.

pub(crate) mod because;
mod change;
pub(crate) mod core;
mod ground;
mod live;
pub(crate) mod sides;
pub(crate) mod wired;
pub(crate) mod wiring;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};

pub use because::{Because, Moment, Placed, Range, Step, Subject};
use core::Asked;
use ground::Ground;
use live::Live;
use sides::{Side, Sides};
use wired::{Component, Fact, Problem, Wired};

use crate::amount::{Amount, Unit};
use crate::constraint::{Draft, End};
use crate::error::Error;
use crate::event::{Event, EventIx, Statement, StatementIx};
use crate::extent::midnight;
use crate::limits::Limits;
use crate::network::{DAY, Found, Network, Point};
use crate::why::Why;

/// Events with their bounds, and the conflicts of the statements that tell of them.
///
/// Contradictory statements never break a timeline: it holds what all its *sides* leave possible.
///
/// ```
/// use frise::{Article, Frise, Language, Limits, Timeline};
///
/// let article = Article::new("a", "The dam burst on 7 March 2024. Three days later, the mayor resigned.", Language::En);
/// let frise = Frise::new();
/// let draft = frise.gather(&[(&article, &frise.read(&article))]).draft;
/// let timeline = Timeline::check(draft, &Limits::default())?;
/// let told: Vec<String> = timeline
///     .order()
///     .into_iter()
///     .filter_map(|ix| Some(format!("{}: {}", timeline.bounds(ix).from?.date(), timeline.events()[ix.index()].label)))
///     .collect();
/// assert_eq!(told, ["2024-03-07: The dam burst", "2024-03-10: the mayor resigned"]);
/// # Ok::<(), frise::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Timeline {
    pub(crate) wired: Wired,
    pub(crate) limits: Limits,
    pub(crate) sides: Vec<Sides>,
    bounds: Vec<Bounds>,
    windows: Vec<Option<Bounds>>,
    /// The conflicts and the notes of each component that has some.
    clashes: BTreeMap<u32, Clashes>,
    conflicts: Vec<Conflict>,
    notes: Vec<Conflict>,
    /// All bounds of the components that need no more than a look at them.
    live: Live,
}

/// What does not hold together in a component.
#[derive(Clone, Debug, Default)]
struct Clashes {
    conflicts: Vec<Clashing>,
    notes: Vec<Conflict>,
}

/// Statements that clash, sorted, and the conflict they make once it is listed.
#[derive(Clone, Debug)]
struct Clashing {
    statements: Vec<u32>,
    told: Option<Conflict>,
}

/// When an event can be: a half-open civil interval. `None` is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// The first moment it can begin.
    pub from: Option<NaiveDateTime>,
    /// The first moment by which it is over.
    pub to: Option<NaiveDateTime>,
    /// Whether the sides of a conflict differ over it; the bounds are then their hull.
    pub disputed: bool,
}

/// A minimal set of statements that cannot all hold: without any one of them, the others can.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Conflict {
    /// The statements, in reading order.
    pub statements: Vec<StatementIx>,
    /// How far the bounds miss each other.
    pub short_by: Amount,
    /// Why they cannot hold, step by step.
    pub because: Vec<Because>,
}

impl Timeline {
    /// Checks what the statements of a draft say.
    ///
    /// # Errors
    ///
    /// Where what is always believed, the constraints that no statement owns, clashes with itself.
    pub fn check(draft: Draft, limits: &Limits) -> Result<Self, Error> {
        Self::check_with_facts(draft, Vec::new(), limits)
    }

    pub(crate) fn check_with_facts(
        draft: Draft,
        facts: Vec<Fact>,
        limits: &Limits,
    ) -> Result<Self, Error> {
        let mut timeline = Self::unchecked(Wired::new(draft, facts), limits);
        let components: Vec<u32> = (0..timeline.wired.components.len() as u32).collect();
        timeline.sides.resize(components.len(), Sides::default());
        timeline.live.fill(&timeline.wired);
        for at in components {
            timeline.check_component(at as usize)?;
        }
        timeline.rank();
        Ok(timeline)
    }

    /// Puts the conflicts of all components in order: fewest statements first, then the strongest
    /// sources, then in reading order.
    fn rank(&mut self) {
        let statements = &self.wired.draft.statements;
        let weight_of = |ix: u32| statements.get(ix as usize).map_or(0, |s| s.weight);
        // What is weakest in a conflict says how much it counts.
        let rank = |set: Vec<u32>| {
            let weight = set.iter().map(|&ix| weight_of(ix)).min().unwrap_or(0);
            (set.len(), Reverse(weight), set)
        };
        let mut notes: Vec<Conflict> =
            self.clashes.values().flat_map(|clashes| &clashes.notes).cloned().collect();
        notes.sort_by_cached_key(|note| rank(note.statements.iter().map(|ix| ix.0).collect()));
        let mut order: Vec<(u32, usize)> = (self.clashes.iter())
            .flat_map(|(at, clashes)| (0..clashes.conflicts.len()).map(|n| (*at, n)))
            .collect();
        order.sort_by_cached_key(|(at, n)| rank(self.clashes[at].conflicts[*n].statements.clone()));
        // Only what is listed is explained.
        let mut conflicts = Vec::new();
        for (at, n) in order {
            if conflicts.len() == self.limits.conflicts {
                break;
            }
            conflicts.extend(self.told(at, n));
        }
        (self.conflicts, self.notes) = (conflicts, notes);
    }

    /// The conflict of that number of a component, explained now or before.
    fn told(&mut self, at: u32, n: usize) -> Option<Conflict> {
        let clashing = self.clashes.get(&at)?.conflicts.get(n)?;
        if clashing.told.is_some() {
            return clashing.told.clone();
        }
        let component = &self.wired.components[at as usize];
        let constraints = sides::of_statements(&self.wired, component, &clashing.statements);
        let told = self.conflict(&clashing.statements, &constraints);
        let clashing = self.clashes.get_mut(&at)?.conflicts.get_mut(n)?;
        clashing.told.clone_from(&told);
        told
    }

    /// The events and what is said of them, with nothing worked out yet.
    pub(crate) fn unchecked(wired: Wired, limits: &Limits) -> Self {
        let windows = wired.windows.iter().map(|has| has.then(Bounds::default)).collect();
        Self {
            limits: *limits,
            sides: Vec::new(),
            bounds: vec![Bounds::default(); wired.draft.events.len()],
            windows,
            clashes: BTreeMap::new(),
            conflicts: Vec::new(),
            notes: Vec::new(),
            live: Live::default(),
            wired,
        }
    }

    /// The events, in order of first telling.
    pub fn events(&self) -> &[Event] {
        &self.wired.draft.events
    }

    /// The statements, in reading order.
    pub fn statements(&self) -> &[Statement] {
        &self.wired.draft.statements
    }

    /// The places of the statements, in reading order.
    pub fn statement_ids(&self) -> impl Iterator<Item = StatementIx> + use<> {
        (0..self.wired.draft.statements.len() as u32).map(StatementIx)
    }

    /// The sides of a [component](Self::component): for each the statements that it doubts, so that
    /// the others can hold together. Without a conflict there is one, which doubts nothing.
    pub fn sides(&self, component: usize) -> Vec<Vec<StatementIx>> {
        let doubts = |side: &Side| side.doubts.iter().map(|&at| StatementIx(at)).collect();
        self.sides
            .get(component)
            .map_or(Vec::new(), |found| found.sides.iter().map(doubts).collect())
    }

    /// What was checked.
    pub fn draft(&self) -> &Draft {
        &self.wired.draft
    }

    /// The event of that id.
    pub fn event(&self, id: &str) -> Option<EventIx> {
        let at = self.wired.draft.events.iter().position(|event| event.id == id)?;
        Some(EventIx(at as u32))
    }

    /// When an event can be.
    pub fn bounds(&self, event: EventIx) -> Bounds {
        self.bounds.get(event.0 as usize).copied().unwrap_or_default()
    }

    /// When the window of an event can be, for an event that has one.
    pub fn window(&self, event: EventIx) -> Option<Bounds> {
        self.windows.get(event.0 as usize).copied().flatten()
    }

    /// The events from the earliest to the latest, as far as their bounds tell; in order of telling
    /// where they do not. Events that nothing dates come last.
    pub fn order(&self) -> Vec<EventIx> {
        let mut events: Vec<EventIx> = (0..self.events().len() as u32).map(EventIx).collect();
        events.sort_by_key(|&event| {
            let bounds = self.bounds(event);
            let place = bounds.from.or(bounds.to);
            (place.is_none(), place, bounds.to.is_none(), bounds.to, event)
        });
        events
    }

    /// The minimal conflicts: fewest statements first, then in reading order.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// Clashes that vague words have a part in ("early", "about", "a few"): worth a look, and no
    /// conflicts. The vague words are then left out of account.
    pub fn notes(&self) -> &[Conflict] {
        &self.notes
    }

    /// Whether a limit stopped the search for conflicts or sides, so that there may be more.
    pub fn is_cut(&self) -> bool {
        self.sides.iter().any(|sides| sides.cut)
    }

    /// How many groups of events there are that do not bear on one another. They are numbered from
    /// 0, with gaps where statements were added or withdrawn.
    pub fn components(&self) -> usize {
        self.wired.components.iter().filter(|component| !component.events.is_empty()).count()
    }

    /// The group of events that an event bears on.
    pub fn component(&self, event: EventIx) -> Option<usize> {
        self.wired.component_of.get(event.0 as usize).map(|&at| at as usize)
    }

    fn check_component(&mut self, at: usize) -> Result<(), Error> {
        let component = &self.wired.components[at];
        self.clashes.remove(&(at as u32));
        if self.live.holds(at) {
            let reader = Reader { wired: &self.wired, strict: self.live.strict(at) };
            for &event in &component.events {
                let read = reader.read(&self.live.network, &|point| self.live.place(point), event);
                write(event, read, [false; 2], &mut self.bounds, &mut self.windows);
            }
            let side = Side::default();
            self.sides[at] = Sides { sides: vec![side], ..Sides::default() };
            return Ok(());
        }
        let mut ground = Ground::new(&self.wired, component);
        let found = sides::sides(&self.wired, component, &mut ground, &self.limits);
        if found.conflicts.iter().any(Vec::is_empty) {
            return Err(self.believed_clash(component));
        }
        let clashing =
            |statements: &Vec<u32>| Clashing { statements: statements.clone(), told: None };
        let conflicts = found.conflicts.iter().map(clashing).collect();
        let mut clashes = Clashes { conflicts, notes: Vec::new() };
        for statements in &found.notes {
            // The vague bonds belong to the explanation of a note.
            let constraints: Vec<u32> = component
                .constraints
                .iter()
                .copied()
                .filter(|&number| {
                    let statement = self.wired.statement_of(number);
                    statement.is_none_or(|s| statements.binary_search(&s).is_ok())
                })
                .collect();
            clashes.notes.extend(self.conflict(statements, &constraints));
        }
        let hull = self.hull(component, &found.sides, &mut ground);
        hull.write(&mut self.bounds, &mut self.windows);
        self.sides[at] = found;
        if !(clashes.conflicts.is_empty() && clashes.notes.is_empty()) {
            self.clashes.insert(at as u32, clashes);
        }
        Ok(())
    }

    fn conflict(&self, statements: &[u32], constraints: &[u32]) -> Option<Conflict> {
        let asked = Asked {
            wired: &self.wired,
            clocks: &self.wired.clocks,
            events: &[],
            formula: None,
            limit: self.limits.readings,
        };
        let core = asked.reduce(constraints.to_vec(), &|_| false)?;
        let mut because: Vec<Because> = Vec::new();
        let mut short_by = None;
        // Readings that fail for the same statements fail for the same reason.
        let mut told = std::collections::BTreeSet::new();
        for chain in core.chains.iter().filter(|chain| told.insert(chain.owners())).take(24) {
            let explained = because::explain_conflict(&self.wired, &chain.cycle);
            for step in explained.steps {
                // What several readings come to is said after the last of them.
                if matches!(step.step, Step::Apart { .. } | Step::Circle { .. }) {
                    because.retain(|told| *told != step);
                }
                if !because.contains(&step) {
                    because.push(step);
                }
            }
            short_by = short_by.or(explained.by);
        }
        Some(Conflict {
            statements: statements.iter().map(|&statement| StatementIx(statement)).collect(),
            short_by: short_by.unwrap_or_else(|| Amount::of(0, Unit::Minute)),
            because,
        })
    }

    fn believed_clash(&self, component: &Component) -> Error {
        let constraints = sides::of_statements(&self.wired, component, &[]);
        let because = self.conflict(&[], &constraints).map(|conflict| conflict.because);
        let steps: Vec<String> = because.iter().flatten().map(ToString::to_string).collect();
        Error::new(format!("what is given cannot all hold: {}", steps.join("; ")))
            .with_help("change one of these: a \"when\", a \"window\" or a \"given\"")
    }

    /// The bounds of a component's events over its sides.
    fn hull(&self, component: &Component, sides: &[Side], ground: &mut Ground<'_>) -> Hull {
        let strict = live::strict(&self.wired, &component.constraints);
        let reader = Reader { wired: &self.wired, strict };
        // What every side believes places all events; a side moves some of them.
        let (events, rest) = match ground.rest() {
            Some(rest) => {
                // What has greatest values has least ones.
                let _ = rest.network.settle_lower();
                rest.network.keep(|_| {});
                let place = |point| rest.local(point);
                let read = |&event: &EventIx| reader.read(&rest.network, &place, event);
                (rest.events().to_vec(), Some(rest.events().iter().map(read).collect::<Vec<_>>()))
            }
            None => (component.events.clone(), None),
        };
        let mut hull = Hull { events, ..Hull::default() };
        for side in sides {
            let placed =
                self.visit_side(component, side, ground, &reader, &hull.events, rest.as_deref());
            hull.add(placed);
        }
        hull
    }

    /// When the events can be on a side, given what the rest of the ground leaves possible.
    fn visit_side(
        &self,
        component: &Component,
        side: &Side,
        ground: &mut Ground<'_>,
        reader: &Reader<'_>,
        events: &[EventIx],
        rest: Option<&[[Stretch; 2]]>,
    ) -> Vec<[Stretch; 2]> {
        let read_all = |network: &Network, place: &dyn Fn(Point) -> Point| -> Vec<[Stretch; 2]> {
            events.iter().map(|&event| reader.read(network, place, event)).collect()
        };
        let mut placed: Option<Vec<[Stretch; 2]>> = None;
        let mut read = |network: &mut Network, place: &dyn Fn(Point) -> Point| {
            let _ = network.settle_lower();
            let here = match rest {
                Some(rest) => {
                    let mut here = rest.to_vec();
                    for at in Problem::moved(network) {
                        if let (Some(here), Some(&event)) = (here.get_mut(at), events.get(at)) {
                            *here = reader.read(network, place, event);
                        }
                    }
                    here
                }
                None => read_all(network, place),
            };
            match &mut placed {
                None => placed = Some(here),
                Some(placed) => {
                    for (placed, here) in placed.iter_mut().flatten().zip(here.iter().flatten()) {
                        placed.widen(*here);
                    }
                }
            }
            false
        };
        let vague = ground.vague_without(&side.doubts, &side.left_out);
        let found = ground.search(&side.doubts, &vague, self.limits.readings, &mut read).0;
        if found == Found::Cut {
            // Without the choices: wider than it could be, and never wrong.
            let constraints = sides::believed(&self.wired, component, side);
            let mut problem = Problem::new(&self.wired, &self.wired.clocks, &constraints, events);
            if problem.network.settle().is_ok() {
                let _ = problem.network.settle_lower();
                placed = Some(read_all(&problem.network, &|point| problem.local(point)));
            }
        }
        placed.unwrap_or_default()
    }
}

impl Conflict {
    /// The links the program chose that have a part in it ("l'assaut" is the attack of the 22nd),
    /// each once.
    pub fn links(&self) -> Vec<&Why> {
        let mut links: Vec<&Why> = Vec::new();
        for link in self.because.iter().flat_map(|because| &because.links) {
            if !links.contains(&link) {
                links.push(link);
            }
        }
        links
    }
}

/// From and to of an event or its window on one side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Stretch {
    from: Option<NaiveDateTime>,
    to: Option<NaiveDateTime>,
}

impl Stretch {
    fn widen(&mut self, other: Self) {
        self.from = self.from.zip(other.from).map(|(a, b)| a.min(b));
        self.to = self.to.zip(other.to).map(|(a, b)| a.max(b));
    }
}

struct Reader<'w> {
    wired: &'w Wired,
    /// How many minutes strictness alone can cost: each "before" takes one.
    strict: i64,
}

impl Reader<'_> {
    /// The bounds of an event and of its window.
    fn read(
        &self,
        network: &Network,
        place: &dyn Fn(Point) -> Point,
        event: EventIx,
    ) -> [Stretch; 2] {
        let from = self.from(network, place, event);
        [End::Last, End::WindowLast]
            .map(|end| Stretch { from, to: self.to(network, place, event, end) })
    }

    fn from(
        &self,
        network: &Network,
        place: &dyn Fn(Point) -> Point,
        event: EventIx,
    ) -> Option<NaiveDateTime> {
        let clocks = &self.wired.clocks;
        if clocks.has(event)
            && let Some(minute) = network.lower(place(wiring::clock(event, End::First)))
        {
            let of_day = minute.rem_euclid(DAY);
            if clocks.has_hours(event) || self.strict < of_day {
                return moment(minute);
            }
        }
        midnight_of(network.lower(place(wiring::day(event, End::First)))?)
    }

    fn to(
        &self,
        network: &Network,
        place: &dyn Fn(Point) -> Point,
        event: EventIx,
        end: End,
    ) -> Option<NaiveDateTime> {
        let clocks = &self.wired.clocks;
        if clocks.has(event)
            && let Some(minute) = network.upper(place(wiring::clock(event, end)))
        {
            let left = DAY - 1 - minute.rem_euclid(DAY);
            if clocks.has_hours(event) || self.strict < left {
                return moment(minute + 1);
            }
        }
        midnight_of(network.upper(place(wiring::day(event, end)))? + 1)
    }
}

/// The bounds of a component's events over its sides.
#[derive(Debug, Default)]
struct Hull {
    events: Vec<EventIx>,
    placed: Vec<[Stretch; 2]>,
    differs: Vec<[bool; 2]>,
    begun: bool,
}

impl Hull {
    fn add(&mut self, placed: Vec<[Stretch; 2]>) {
        if !self.begun {
            self.begun = true;
            self.differs = vec![[false; 2]; placed.len()];
            self.placed = placed;
            return;
        }
        for ((hull, differs), here) in self.placed.iter_mut().zip(&mut self.differs).zip(placed) {
            for at in 0..2 {
                differs[at] |= hull[at] != here[at];
                hull[at].widen(here[at]);
            }
        }
    }

    fn write(&self, bounds: &mut [Bounds], windows: &mut [Option<Bounds>]) {
        for ((event, placed), differs) in self.events.iter().zip(&self.placed).zip(&self.differs) {
            write(*event, *placed, *differs, bounds, windows);
        }
    }
}

/// Writes down when an event and its window can be.
fn write(
    event: EventIx,
    placed: [Stretch; 2],
    differs: [bool; 2],
    bounds: &mut [Bounds],
    windows: &mut [Option<Bounds>],
) {
    let read =
        |at: usize| Bounds { from: placed[at].from, to: placed[at].to, disputed: differs[at] };
    bounds[event.0 as usize] = read(0);
    if let Some(window @ Some(_)) = windows.get_mut(event.0 as usize) {
        *window = Some(read(1));
    }
}

/// Midnight at the beginning of a numbered day, where the calendar has it.
pub(crate) fn midnight_of(day: i64) -> Option<NaiveDateTime> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(day).ok()?).map(midnight)
}

/// The moment at the beginning of a numbered minute.
pub(crate) fn moment(minute: i64) -> Option<NaiveDateTime> {
    let start = midnight_of(minute.div_euclid(DAY))?;
    start.checked_add_signed(chrono::Duration::minutes(minute.rem_euclid(DAY)))
}

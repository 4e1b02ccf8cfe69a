//! Allen's relations of two intervals, as relations of their ends; and the links of annotated
//! documents that are told in them.

use std::cmp::Ordering;
use std::collections::{BTreeMap, VecDeque};

use crate::network::parts;

/// Allen's thirteen relations of two intervals, strict: exactly one holds of any two whose first
/// moments come before their last.
///
/// ```
/// use frise::Allen;
/// assert_eq!(Allen::of_timeml("IBEFORE").map(Allen::name), Some("meets"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Allen {
    /// Ends before the other begins.
    Before,
    /// Begins after the other ends.
    After,
    /// Ends when the other begins.
    Meets,
    /// Begins when the other ends.
    MetBy,
    /// Begins first, ends within the other.
    Overlaps,
    /// Begins within the other, ends last.
    OverlappedBy,
    /// They begin together, and it ends first.
    Starts,
    /// They begin together, and it ends last.
    StartedBy,
    /// Begins later and ends earlier.
    During,
    /// Begins earlier and ends later.
    Contains,
    /// They end together, and it begins last.
    Finishes,
    /// They end together, and it begins first.
    FinishedBy,
    /// They begin and end together.
    Equals,
}

impl Allen {
    /// All thirteen.
    pub const ALL: [Allen; 13] = [
        Allen::Before,
        Allen::After,
        Allen::Meets,
        Allen::MetBy,
        Allen::Overlaps,
        Allen::OverlappedBy,
        Allen::Starts,
        Allen::StartedBy,
        Allen::During,
        Allen::Contains,
        Allen::Finishes,
        Allen::FinishedBy,
        Allen::Equals,
    ];

    /// The name, as in `allen:NAME`.
    pub fn name(self) -> &'static str {
        match self {
            Allen::Before => "before",
            Allen::After => "after",
            Allen::Meets => "meets",
            Allen::MetBy => "met-by",
            Allen::Overlaps => "overlaps",
            Allen::OverlappedBy => "overlapped-by",
            Allen::Starts => "starts",
            Allen::StartedBy => "started-by",
            Allen::During => "during",
            Allen::Contains => "contains",
            Allen::Finishes => "finishes",
            Allen::FinishedBy => "finished-by",
            Allen::Equals => "equals",
        }
    }

    /// How the ends of the two lie: an end of the first (0 first, 1 last), how it compares, and an
    /// end of the second. Together with first < last these say all of it.
    pub(crate) fn ends(self) -> &'static [(usize, Ordering, usize)] {
        use Ordering::{Equal, Greater, Less};
        match self {
            Allen::Before => &[(1, Less, 0)],
            Allen::After => &[(0, Greater, 1)],
            Allen::Meets => &[(1, Equal, 0)],
            Allen::MetBy => &[(0, Equal, 1)],
            Allen::Overlaps => &[(0, Less, 0), (1, Greater, 0), (1, Less, 1)],
            Allen::OverlappedBy => &[(0, Greater, 0), (0, Less, 1), (1, Greater, 1)],
            Allen::Starts => &[(0, Equal, 0), (1, Less, 1)],
            Allen::StartedBy => &[(0, Equal, 0), (1, Greater, 1)],
            Allen::During => &[(0, Greater, 0), (1, Less, 1)],
            Allen::Contains => &[(0, Less, 0), (1, Greater, 1)],
            Allen::Finishes => &[(1, Equal, 1), (0, Greater, 0)],
            Allen::FinishedBy => &[(1, Equal, 1), (0, Less, 0)],
            Allen::Equals => &[(0, Equal, 0), (1, Equal, 1)],
        }
    }
}

/// A link of an annotated document: one interval stands in a relation to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IntervalLink {
    /// The id of the one: of an event instance, a time expression …
    pub from: String,
    /// How it lies.
    pub relation: Allen,
    /// The id of the other.
    pub to: String,
}

impl Allen {
    /// The relation that a TimeML `relType` stands for. `IDENTITY`, `SIMULTANEOUS`, `DURING` and
    /// `DURING_INV` say that the two are equal, `IBEFORE` that the one meets the other.
    pub fn of_timeml(rel_type: &str) -> Option<Allen> {
        Some(match rel_type {
            "BEFORE" => Allen::Before,
            "AFTER" => Allen::After,
            "IBEFORE" => Allen::Meets,
            "IAFTER" => Allen::MetBy,
            "INCLUDES" => Allen::Contains,
            "IS_INCLUDED" => Allen::During,
            "BEGINS" => Allen::Starts,
            "BEGUN_BY" => Allen::StartedBy,
            "ENDS" => Allen::Finishes,
            "ENDED_BY" => Allen::FinishedBy,
            "IDENTITY" | "SIMULTANEOUS" | "DURING" | "DURING_INV" => Allen::Equals,
            _ => return None,
        })
    }
}

/// The sets of links that cannot hold together, each minimal: without any one of its links the
/// others can. A set found is put aside before the next is looked for, so no two share a link, and
/// one may hide another. Empty where all links can hold.
///
/// ```
/// use frise::{Allen, IntervalLink, link_conflicts};
/// let link = |from: &str, relation, to: &str| IntervalLink { from: from.into(), relation, to: to.into() };
/// let links = [
///     link("e1", Allen::Before, "e2"),
///     link("e2", Allen::During, "t0"),
///     link("e2", Allen::Equals, "e1"),
/// ];
/// assert_eq!(link_conflicts(&links), [[0, 2]]);
/// ```
pub fn link_conflicts(links: &[IntervalLink]) -> Vec<Vec<usize>> {
    let order = Order::new(links);
    let mut left: Vec<usize> = (0..links.len()).collect();
    let mut conflicts = Vec::new();
    while let Some(mut core) = order.clash(&left) {
        let mut at = core.len();
        while 0 < at {
            at -= 1;
            let mut fewer = core.clone();
            fewer.remove(at);
            if let Some(clash) = order.clash(&fewer) {
                core = clash;
                at = at.min(core.len());
            }
        }
        if core.is_empty() {
            break;
        }
        left.retain(|link| !core.contains(link));
        conflicts.push(core);
    }
    conflicts
}

/// One end comes before another, or at the latest with it.
#[derive(Clone, Copy, Debug)]
struct Step {
    to: u32,
    is_strict: bool,
    /// The link that says so; none where an interval begins before it ends.
    link: Option<usize>,
}

/// What links say of the order of ends. Relations of ends have no lengths, so they clash only where
/// a strict one closes a circle, and looking for that takes one pass.
struct Order {
    size: usize,
    /// The first end of each interval; its last end is the next.
    firsts: Vec<u32>,
    /// What each link says: steps, each from an end.
    steps: Vec<Vec<(u32, Step)>>,
}

impl Order {
    fn new(links: &[IntervalLink]) -> Self {
        let mut places: BTreeMap<&str, u32> = BTreeMap::new();
        let mut place = |id| {
            let next = places.len() as u32 * 2;
            *places.entry(id).or_insert(next)
        };
        let mut steps = Vec::with_capacity(links.len());
        for (at, link) in links.iter().enumerate() {
            let (a, b) = (place(link.from.as_str()), place(link.to.as_str()));
            let mut said = Vec::new();
            for &(a_end, order, b_end) in link.relation.ends() {
                let (a, b) = (a + a_end as u32, b + b_end as u32);
                let mut say = |from, to, is_strict| {
                    said.push((from, Step { to, is_strict, link: Some(at) }));
                };
                match order {
                    Ordering::Less => say(a, b, true),
                    Ordering::Greater => say(b, a, true),
                    Ordering::Equal => {
                        say(a, b, false);
                        say(b, a, false);
                    }
                }
            }
            steps.push(said);
        }
        let firsts = places.into_values().collect::<Vec<u32>>();
        Self { size: firsts.len() * 2, firsts, steps }
    }

    /// The links of one clash among these: those of a shortest circle through a strict step.
    fn clash(&self, among: &[usize]) -> Option<Vec<usize>> {
        let mut out: Vec<Vec<Step>> = vec![Vec::new(); self.size];
        for &first in &self.firsts {
            let step = Step { to: first + 1, is_strict: true, link: None };
            out[first as usize].push(step);
        }
        for &(from, step) in among.iter().flat_map(|&at| &self.steps[at]) {
            out[from as usize].push(step);
        }
        let parts = parts(self.size, |from, each| {
            out[from as usize].iter().for_each(|step| each(step.to));
        });
        let part = |point: u32| parts.of[point as usize];
        let strict = (0u32..).zip(&out).find_map(|(from, steps)| {
            let closes = |step: &&Step| step.is_strict && part(step.to) == part(from);
            steps.iter().find(closes).map(|step| (from, *step))
        });
        let (from, first) = strict?;
        let mut core: Vec<usize> = way(&out, first.to, from)
            .into_iter()
            .chain([first])
            .filter_map(|step| step.link)
            .collect();
        core.sort_unstable();
        core.dedup();
        Some(core)
    }
}

/// The steps of a shortest way from one end to another.
fn way(out: &[Vec<Step>], from: u32, to: u32) -> Vec<Step> {
    let mut came: Vec<Option<(u32, Step)>> = vec![None; out.len()];
    let mut waiting = VecDeque::from([from]);
    while let Some(point) = waiting.pop_front().filter(|point| *point != to) {
        for step in &out[point as usize] {
            if step.to != from && came[step.to as usize].is_none() {
                came[step.to as usize] = Some((point, *step));
                waiting.push_back(step.to);
            }
        }
    }
    let mut steps = Vec::new();
    let mut at = to;
    while let Some((before, step)) = came[at as usize].filter(|_| at != from) {
        steps.push(step);
        at = before;
    }
    steps
}

//! Allen's relations of two intervals, as relations of their ends; and the links of annotated
//! documents that are told in them.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::network::{Carry, Edge, KNOWN, Network, Point};

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
    let mut left: Vec<usize> = (0..links.len()).collect();
    let mut conflicts = Vec::new();
    while let Some(mut core) = clash(links, &left) {
        let mut at = core.len();
        while 0 < at {
            at -= 1;
            let mut fewer = core.clone();
            fewer.remove(at);
            if let Some(clash) = clash(links, &fewer) {
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

/// The links of one clash among these.
fn clash(links: &[IntervalLink], among: &[usize]) -> Option<Vec<usize>> {
    let mut places: BTreeMap<&str, Point> = BTreeMap::new();
    for &at in among {
        for id in [&links[at].from, &links[at].to] {
            let next = places.len() as Point * 2 + 1;
            places.entry(id).or_insert(next);
        }
    }
    let mut network = Network::new(places.len() * 2);
    let before = |from, to, c, owner| Edge { to: from, from: to, carry: Carry::Plus(c), owner };
    for &first in places.values() {
        network.push(before(first, first + 1, -1, KNOWN));
    }
    for &at in among {
        let link = &links[at];
        let (a, b) = (places[link.from.as_str()], places[link.to.as_str()]);
        for &(a_end, order, b_end) in link.relation.ends() {
            let (a, b) = (a + a_end as Point, b + b_end as Point);
            match order {
                Ordering::Less => network.push(before(a, b, -1, at as u32)),
                Ordering::Greater => network.push(before(b, a, -1, at as u32)),
                Ordering::Equal => {
                    network.push(before(a, b, 0, at as u32));
                    network.push(before(b, a, 0, at as u32));
                }
            }
        }
    }
    let clash = network.settle().err()?;
    Some(clash.owners().into_iter().map(|owner| owner as usize).collect())
}

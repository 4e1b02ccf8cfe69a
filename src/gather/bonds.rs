//! What a date, a distance or a tense says of an event, as bonds with their words.

use crate::article::Span;
use crate::constraint::{Bond, Distance, Reason, Rule};
use crate::event::{EventIx, Status};
use crate::extent::{Extent, Granularity};
use crate::resolve::{Resolved, Unresolved};
use crate::syntax::Told;
use crate::why::Why;

use super::Link;
use super::seed::{Seed, SeedKind};
use super::time::Hang;

pub(super) fn reason(span: Span, rule: &str, says: Why) -> Reason {
    Reason { span: Some(span), rule: rule.to_owned(), says, vague: false, links: Vec::new() }
}

/// The bond of a date that hangs on no event.
pub(super) fn plain_bond(
    event: EventIx,
    label: &str,
    parts: &[&Resolved],
    covers: bool,
) -> Option<(Bond, Why, bool)> {
    let named = || label.to_owned();
    let first = parts.first()?;
    for part in parts {
        if let Some(Unresolved::NoSuchDate(why)) = &part.unresolved {
            let says = Why::NoSuchDate { event: named(), date: why.clone() };
            return Some((Bond::Impossible { event, why: why.clone() }, says, false));
        }
    }
    let extent = *first.extent()?;
    // "From 3 to 5 May" covers its ends; "between" lies somewhere inside.
    if let (true, [first, last]) = (covers, parts)
        && let (Some(first), Some(last)) = (first.cell, last.cell)
    {
        let says = Why::Spans { event: named(), first, last };
        return Some((Bond::Spans { event, first, last }, says, first.vague || last.vague));
    }
    let open: Vec<Vec<Bond>> = (first.readings.iter())
        .filter(|reading| reading.open)
        .map(|reading| vec![Bond::Within { event, extent: reading.extent }])
        .collect();
    let says = Why::Dated { event: named(), is: extent };
    if 1 < open.len() {
        return Some((Bond::OneOf(open), says, extent.vague));
    }
    Some((Bond::Within { event, extent }, says, extent.vague))
}

/// The bonds of an event that hangs on another.
pub(super) fn bonds(event: EventIx, anchor: EventIx, link: &Link) -> Vec<Bond> {
    if event == anchor {
        return Vec::new();
    }
    match &link.hang {
        // "A few hours after" is after, however short.
        Hang::Offset { low: Some(Distance::Minutes(0)), high, .. } => vec![
            Bond::Before { before: anchor, after: event },
            Bond::Offset { event, anchor, end: link.end, low: None, high: *high },
        ],
        Hang::Offset { low, high, .. } => {
            vec![Bond::Offset { event, anchor, end: link.end, low: *low, high: *high }]
        }
        Hang::Before => vec![Bond::Before { before: event, after: anchor }],
        Hang::After => vec![Bond::Before { before: anchor, after: event }],
        Hang::During => vec![Bond::During { inner: event, outer: anchor }],
        Hang::Years { .. } => Vec::new(),
    }
}

/// What is known of what is told: a past event is not after the day it is told on, a planned one
/// not before it.
pub(super) fn known_fact(seed: &Seed, event: EventIx, label: &str) -> Option<(Bond, Reason)> {
    let on = seed.told_on?;
    let told = Extent::day(on)?;
    let label = label.to_owned();
    let (extent, says) = match seed.status {
        Status::Asserted | Status::Reported
            if is_past(seed.told) && seed.kind == SeedKind::Clause =>
        {
            let extent = Extent::new(None, told.to, Granularity::Span);
            (extent, Why::ToldAsPast { event: label, on })
        }
        Status::Planned if seed.kind == SeedKind::Clause => {
            let extent = Extent::new(told.from, None, Granularity::Span);
            (extent, Why::Announced { event: label, on })
        }
        _ => return None,
    };
    Some((Bond::Within { event, extent }, reason(seed.span, Rule::Known.name(), says)))
}

/// Whether a form tells what is over when it is told.
fn is_past(told: Told) -> bool {
    matches!(told, Told::Past | Told::PastConditional | Told::Participle)
}

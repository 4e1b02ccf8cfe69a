//! What a date, a distance or a tense says of an event, as bonds with their words.

use crate::amount::Unit;
use crate::article::Span;
use crate::constraint::{Bond, Distance, Reason, Rule};
use crate::event::{EventIx, Status};
use crate::expr::{Direction, Expr, Signal};
use crate::extent::{Extent, Granularity};
use crate::resolve::{Resolved, Unresolved};
use crate::why::Why;

use super::Link;
use super::seed::{Edge, Seed, SeedKind, Telling};
use super::time::Hang;

pub(super) fn reason(span: Span, rule: &str, says: Why) -> Reason {
    Reason { span: Some(span), rule: rule.to_owned(), says, vague: false, links: Vec::new() }
}

/// The bond of a date that hangs on no event, said in `expr`; of a verb of beginning or ending, of that
/// edge alone.
pub(super) fn plain_bond(
    event: EventIx,
    label: &str,
    parts: &[&Resolved],
    covers: bool,
    expr: &Expr,
    edge: Option<Edge>,
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
    Some((stretched(event, extent, expr, first.cell, edge), says, extent.vague))
}

/// The stretch that holds a vague date whatever its words mean: the hours that any use of a part of the
/// day covers, the whole unit of "early March". `None` where no convention bounds it.
pub(super) fn hull_of(part: &Resolved) -> Option<Extent> {
    let extent = part.extent()?;
    let from = extent.from?;
    let mut hull = match (extent.granularity, part.cell) {
        (Granularity::DayPart(of), _) => {
            let (first, last) = of.hull();
            let midnight = from.date().and_time(chrono::NaiveTime::MIN);
            let at = |hour: i64| midnight.checked_add_signed(chrono::Duration::try_hours(hour)?);
            Extent::new(at(first), at(last), Granularity::Span)
        }
        (_, Some(cell)) if extent.vague && holds(&cell, extent) => cell,
        _ => return None,
    };
    hull.zone = extent.zone;
    hull.vague = false;
    Some(hull)
}

fn holds(outer: &Extent, inner: &Extent) -> bool {
    match (outer.from, inner.from, outer.to, inner.to) {
        (Some(from), Some(first), Some(to), Some(last)) => {
            from <= first && last <= to && (from, to) != (first, last)
        }
        _ => false,
    }
}

/// A date as the bond that its words make it: "from 3 May" begins there, "until 19 May" ends there, "two
/// weeks from 3 May" covers both; a verb of beginning or ending dates that end alone.
fn stretched(
    event: EventIx,
    extent: Extent,
    expr: &Expr,
    cell: Option<Extent>,
    edge: Option<Edge>,
) -> Bond {
    let open = Extent::new(None, None, Granularity::Span);
    let bounded = |cell: &Extent| cell.from.is_some() && cell.to.is_some();
    let day = |day: Option<chrono::NaiveDate>| day.and_then(Extent::day);
    match (edge, expr, cell.filter(bounded)) {
        (Some(Edge::Begins), ..) => Bond::Spans { event, first: extent, last: open },
        (Some(Edge::Ends), ..) => Bond::Spans { event, first: open, last: extent },
        (None, Expr::Bound { signal: Signal::From, .. }, Some(first)) if extent.to.is_none() => {
            Bond::Spans { event, first, last: open }
        }
        (None, Expr::Bound { signal: Signal::Until, .. }, Some(last)) if extent.from.is_none() => {
            Bond::Spans { event, first: open, last }
        }
        (None, Expr::Stretch { direction: Direction::After, .. }, _) if extent.is_whole_days() => {
            match (day(extent.first_day()), day(extent.last_day())) {
                (Some(first), Some(last)) => Bond::Spans { event, first, last },
                _ => Bond::Within { event, extent },
            }
        }
        _ => Bond::Within { event, extent },
    }
}

/// The bonds of an event that hangs on another.
/// A count of weeks, months or years said in `expr` is rounded: half a unit to each side holds.
pub(super) fn bonds(event: EventIx, anchor: EventIx, link: &Link, expr: &Expr) -> Vec<Bond> {
    if event == anchor {
        return Vec::new();
    }
    match &widened(&link.hang, expr) {
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

/// How an event hangs on another with the tolerance of the unit it is counted in.
fn widened(hang: &Hang, expr: &Expr) -> Hang {
    let Hang::Offset { low: Some(low), high: Some(high), vague: false } = hang else {
        return hang.clone();
    };
    let Some(unit) = counted_in(expr).filter(|_| low == high) else { return hang.clone() };
    let around = |low: Distance, high: Distance| Hang::Offset {
        low: Some(low),
        high: Some(high),
        vague: false,
    };
    match (*low, unit) {
        (Distance::Days(days), Unit::Week) => {
            around(Distance::Days(days - 3), Distance::Days(days + 3))
        }
        // A month has 30 or 31 days.
        (Distance::Months(months), Unit::Month) => {
            let (short, long) = if months < 0 { (31, 30) } else { (30, 31) };
            around(Distance::Days(months * short - 15), Distance::Days(months * long + 15))
        }
        (Distance::Months(months), Unit::Year) => {
            around(Distance::Months(months - 6), Distance::Months(months + 6))
        }
        _ => hang.clone(),
    }
}

/// The unit of a plain count from an event: "three weeks after the crash". "A year to the day" is none.
fn counted_in(expr: &Expr) -> Option<Unit> {
    match expr {
        Expr::Shift { amount, .. } if amount.is_exact() && amount.parts.len() == 1 => {
            Some(amount.unit())
        }
        Expr::Modified { of, .. } | Expr::Part { of, .. } => counted_in(of),
        _ => None,
    }
}

/// What is known of what is told: a past event is not after the day it is told on, a planned one
/// not before it.
///
/// A time to come that only goes with what is told ("sentenced to return for a hearing on May 3", "when
/// sentenced on 19 October", "for the 2013 season") shows that it plans, and is no contradiction: the
/// verb of a main clause alone, dated straight, is held to its tense.
pub(super) fn known_fact(
    telling: &Telling<'_>,
    seed: &Seed,
    says: Option<&Extent>,
    event: EventIx,
    label: &str,
) -> Option<(Bond, Reason)> {
    let on = seed.told_on?;
    let to_come = says.and_then(Extent::first_day).is_some_and(|day| on < day);
    if to_come && !telling.is_straight(seed) {
        return None;
    }
    let told = Extent::day(on)?;
    let label = label.to_owned();
    let (extent, says) = match seed.status {
        Status::Asserted | Status::Reported
            if seed.told.is_past() && seed.kind == SeedKind::Clause =>
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

//! Signals and anniversaries: what lies before, after, until or since a time.

use super::date::{Dated, date, is_moment};
use super::{State, Tense, Unresolved};
use crate::expr::{Expr, Signal};
use crate::extent::{Extent, Granularity, add_months, midnight};
use crate::why::Why;

/// A bound, as the annotation reads it: since X runs to the end of its passage's day, by X from that
/// day to the end of X, before a coming X from that day to the start of X, until X to the end of X.
pub(super) fn bound(
    signal: Signal,
    mut dated: Dated,
    state: &State<'_>,
) -> Result<Dated, Unresolved> {
    let of = dated.denotes;
    dated.others.clear();
    // A time of day is a moment: until 2 p.m. ends as it strikes, after 2 p.m. begins then.
    let (begin, end) = if is_moment(&of) { (of.from, of.from) } else { (of.to, of.to) };
    let now = state.now;
    let end_of_today = now.and_then(|now| now.day.succ_opt()).map(midnight);
    let today = now.map(|now| midnight(now.day));
    let coming = matches!((today, of.from), (Some(today), Some(from)) if today < from);
    let (from, to) = match signal {
        // What was done "as early as Monday" was done on it.
        Signal::AsEarlyAs if state.tense == Tense::Past => {
            dated.steps.push(Why::Bounded { signal, is: of });
            return Ok(dated);
        }
        Signal::From | Signal::AsEarlyAs if is_moment(&of) && state.tense != Tense::Past => {
            (of.from, None)
        }
        Signal::Since | Signal::From | Signal::AsEarlyAs => {
            let past = matches!((of.from, end_of_today), (Some(from), Some(end)) if from < end);
            (of.from, if past { end_of_today } else { None })
        }
        Signal::Until => (None, end),
        Signal::By => (
            if coming || matches!((today, of.to), (Some(today), Some(to)) if today < to) {
                today
            } else {
                None
            },
            end,
        ),
        Signal::Before => (
            if coming { today } else { None },
            if of.vague && dated.modifier == Some("END") { of.to } else { of.from },
        ),
        Signal::After => (
            begin,
            if coming {
                None
            } else {
                end_of_today.filter(|end| begin.is_some_and(|begin| begin < *end))
            },
        ),
    };
    let vague = of.vague;
    dated.denotes = Extent::new(from, to, Granularity::Span);
    dated.denotes.vague = vague;
    dated.denotes.zone = of.zone;
    dated.steps.push(Why::Bounded { signal, is: dated.denotes });
    Ok(dated)
}

pub(super) fn anniversary(
    nth: Option<u32>,
    of: &Expr,
    state: &State<'_>,
) -> Result<Dated, Unresolved> {
    let dated = date(of, state)?;
    let day = dated.cell.first_day().ok_or(Unresolved::NoFocus)?;
    let Some(nth) = nth else { return Err(Unresolved::Recurring) };
    let there = add_months(day, i64::from(nth) * 12).ok_or(Unresolved::OutOfRange)?;
    let extent = Extent::day(there).ok_or(Unresolved::OutOfRange)?;
    let step = Why::Anniversary { nth, of: day, is: there };
    Ok(Dated::at(extent, dated.anchor, Some(step)))
}

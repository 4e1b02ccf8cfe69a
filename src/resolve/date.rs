//! One expression at a time: what it denotes, given what the fold carries.

use chrono::{Duration, NaiveDate, NaiveDateTime};

use super::bound::{anniversary, bound};
use super::inside::{nth, part_of, within};
use super::pattern::{self, Period, Toward};
use super::relative::relative;
use super::shift::{shift, stretch, window};
use super::{AnchoredOn, Manner, Reading, State, Tense, Unresolved};
use crate::expr::{Anchor, Expr, Pattern, Signal};
use crate::extent::{Extent, Granularity};
use crate::why::{Base, Condition, NoDate, Why};

/// A time placed on the line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Dated {
    /// The cell of the calendar that the words name: what the TIMEX3 value writes.
    pub(super) cell: Extent,
    /// What the words denote: the cell, or a part of it, or all since it.
    pub(super) denotes: Extent,
    /// The TIMEX3 `mod`.
    pub(super) modifier: Option<&'static str>,
    pub(super) anchor: AnchoredOn,
    pub(super) steps: Vec<Why>,
    /// Other dates that the words could mean: why, and whether that stays open.
    pub(super) others: Vec<Reading>,
}

impl Dated {
    pub(super) fn at(extent: Extent, anchor: AnchoredOn, step: Option<Why>) -> Self {
        Self {
            cell: extent,
            denotes: extent,
            modifier: None,
            anchor,
            steps: step.into_iter().collect(),
            others: Vec::new(),
        }
    }
}

/// Places an expression.
pub(super) fn date(expr: &Expr, state: &State<'_>) -> Result<Dated, Unresolved> {
    match expr {
        Expr::Pattern(said) => bare(said, state),
        Expr::Relative { cell, offset, anchor } => relative(cell, *offset, *anchor, state),
        Expr::Shift { amount, direction, anchor } => shift(amount, *direction, *anchor, state),
        Expr::Within { inner, outer } => within(inner, outer, state),
        Expr::Nth { n, cell, of } => nth(*n, cell, of, state),
        Expr::Part { part, of } => part_of(*part, of, state),
        Expr::Window { amount, direction, anchor } => window(amount, *direction, *anchor, state),
        Expr::Stretch { amount, direction, of } => stretch(amount, *direction, date(of, state)?),
        Expr::Range { first: first_said, last, .. } => {
            let first = date(first_said, state)?;
            let last = last_of(first_said, &first.cell, last, state)?;
            let mut dated = first.clone();
            // "2012-1400" is no stretch.
            if let (Some(from), Some(to)) = (first.denotes.from, last.denotes.to)
                && to <= from
            {
                let (first, last) = (first.cell, last.cell);
                return Err(Unresolved::NoSuchDate(NoDate::Backwards { first, last }));
            }
            // "From 9 a.m. to 5 p.m." ends as it strikes; "9:03 – 9:03" is that minute.
            let strikes = is_moment(&last.denotes) && first.denotes.from < last.denotes.from;
            let end = if strikes { last.denotes.from } else { last.denotes.to };
            dated.denotes = Extent::new(first.denotes.from, end, Granularity::Span);
            dated.denotes.vague = first.denotes.vague || last.denotes.vague;
            dated.steps.extend(last.steps);
            dated.others.clear();
            Ok(dated)
        }
        Expr::List(items) => match items.first() {
            Some(item) => date(item, state),
            None => Err(Unresolved::Unplaced),
        },
        Expr::Bound { signal, of } => {
            let tense = tense_of(expr, state);
            let begun = *signal == Signal::Since;
            bound(*signal, date(of, &State { tense, begun, ..*state })?, state)
        }
        Expr::Modified { modifier, of } => {
            let mut dated = date(of, state)?;
            dated.modifier = dated.modifier.or(Some(modifier.timex()));
            dated.denotes.vague = true;
            Ok(dated)
        }
        Expr::Anniversary { nth, of } => anniversary(*nth, of, state),
        Expr::Duration(_) => Err(Unresolved::Unplaced),
        Expr::Set(_) => Err(Unresolved::Recurring),
        Expr::Vague(_) => Err(Unresolved::Vague),
        Expr::Event => Err(Unresolved::Event),
    }
}

/// The tense a time is told in, by the bound it makes where it makes one.
pub(super) fn tense_of(expr: &Expr, state: &State<'_>) -> Tense {
    let told = state.tense;
    let Expr::Bound { signal, of } = expr else { return told };
    let week = pattern_of(of).is_some_and(|said| pattern::period(said) == Period::Week);
    match (signal, told) {
        // What is to be done by a date is still to come.
        (Signal::By, Tense::Present | Tense::Unknown) => Tense::Future,
        // What has been set to last until a day lasts until one to come, whatever its tense; but
        // "Until Friday, they had said nothing".
        (Signal::Until, Tense::Past) if state.leads => Tense::Past,
        // What has held since a day holds since one that has passed.
        (Signal::Since, _) => Tense::Past,
        (Signal::Until, _) if week => Tense::Future,
        (Signal::Until, Tense::Past) => Tense::Unknown,
        (_, told) => told,
    }
}

/// The pattern whose open fields decide which date is meant.
fn pattern_of(expr: &Expr) -> Option<&Pattern> {
    match expr {
        Expr::Pattern(said) => Some(said),
        Expr::Within { outer: of, .. } | Expr::Part { of, .. } | Expr::Modified { of, .. } => {
            pattern_of(of)
        }
        _ => None,
    }
}

/// Whether an extent is a moment of the clock: what ends with it ends as it strikes.
pub(super) fn is_moment(extent: &Extent) -> bool {
    extent.granularity.is_of_clock()
}

/// The last of a range: "du lundi au vendredi" ends on the Friday after its Monday, "from 3 May
/// through 15 September" in the same year, "du 3 mars 2011 au 9" in the same month, "from 10 p.m. to 2
/// a.m." on the next day.
pub(super) fn last_of(
    first_said: &Expr,
    first: &Extent,
    last: &Expr,
    state: &State<'_>,
) -> Result<Dated, Unresolved> {
    let to = date(last, state)?;
    if let Some(next) = after_midnight(first, last, &to) {
        let step = Why::FirstAfter { after: *first, is: next };
        return Ok(Dated::at(next, to.anchor, Some(step)));
    }
    let (Some(day), Expr::Pattern(said)) = (first.first_day(), last) else { return Ok(to) };
    let period = pattern::period(said);
    let full = matches!(first_said, Expr::Pattern(said) if pattern::period(said) == Period::Once);
    // A story's thread has the last of "from October to March" right, and the first a year late.
    let dated = match period {
        Period::Month => true,
        Period::Year => full || state.manner == Manner::News,
        _ => false,
    };
    let open = period == Period::Week || dated;
    let fixed = dated && full;
    if !open || !fixed && to.cell.first_day().is_none_or(|last| day <= last) {
        return Ok(to);
    }
    let extent = pattern::nearest(said, period, day, Toward::Future)?;
    let step = Why::FirstAfter { after: *first, is: extent };
    Ok(Dated::at(extent, to.anchor, Some(step)))
}

/// How many hours before its beginning a range of times of the clock ends that goes on past midnight.
const NIGHT: i64 = 8;

/// The last of a range of times of the clock that ends the day after it began.
fn after_midnight(first: &Extent, last: &Expr, to: &Dated) -> Option<Extent> {
    let clock = |said: &Pattern| said.clock.is_some() && pattern::period(said) == Period::Day;
    let bare = match last {
        Expr::Pattern(said) => clock(said),
        Expr::Within { inner, .. } => matches!(**inner, Expr::Pattern(said) if clock(&said)),
        _ => false,
    };
    let same_day = first.first_day().is_some() && first.first_day() == to.cell.first_day();
    // "The meeting moved from 10 a.m. to 9 a.m." does not last a day.
    let night = matches!(
        (to.cell.from, first.from),
        (Some(end), Some(begin)) if end < begin && NIGHT <= (begin - end).num_hours()
    );
    let before = bare && is_moment(first) && same_day && night;
    let later = |moment: NaiveDateTime| moment.checked_add_signed(Duration::days(1));
    before
        .then(|| {
            Some(Extent {
                from: Some(later(to.cell.from?)?),
                to: Some(later(to.cell.to?)?),
                ..to.cell
            })
        })
        .flatten()
}

pub(super) fn bare(said: &Pattern, state: &State<'_>) -> Result<Dated, Unresolved> {
    let chosen = pattern::resolve(said, state)?;
    let mut dated = Dated::at(chosen.extent, chosen.anchor, chosen.why);
    dated.denotes.vague |= said.part.is_some();
    if let Some((extent, so)) = chosen.other {
        // Room for the best reading, which will stand before it.
        dated.others = Vec::with_capacity(2);
        dated.others.push(Reading { extent, why: Some(Why::If { so }), open: false });
    }
    if said.either_order
        && let Ok(swapped) = pattern::resolve(&swapped(said), state)
    {
        // Where one order is the rule, the other is on record; where writers differ, both stay open.
        let open = !state.conventions.day_first;
        let so = if open { Condition::DayFirst } else { Condition::MonthFirst };
        let other = Reading { extent: swapped.extent, why: Some(Why::If { so }), open };
        dated.others.insert(0, other);
        dated.steps.push(Why::InNumbers { open });
    }
    Ok(dated)
}

/// A date with its month and day the other way round.
fn swapped(said: &Pattern) -> Pattern {
    Pattern { month: said.day, day: said.month, either_order: false, ..*said }
}

/// The day, and the moment if known, that an anchor stands for; and what explanations cite.
pub(super) fn anchor_of(
    anchor: Anchor,
    state: &State<'_>,
) -> Result<(NaiveDate, Option<NaiveDateTime>, AnchoredOn, Base), Unresolved> {
    match anchor {
        Anchor::Publication => {
            let now = state.now.ok_or(Unresolved::NoPublication)?;
            Ok((now.day, now.moment, now.anchor, now.base()))
        }
        Anchor::Focus => {
            // "It may come as early as Thursday. Hours earlier, the judge left": what is told as past
            // hangs on what is past.
            let past = state.tense == Tense::Past && state.manner == Manner::News;
            let is_past = |told: &&Extent| match (past, state.now, told.first_day()) {
                (true, Some(now), Some(first)) => first <= now.day,
                _ => true,
            };
            let focus = match state.focus.latest().find(is_past) {
                Some(focus) => *focus,
                // A story that has told no time yet is at its publication.
                None => {
                    let now = state.now.ok_or(Unresolved::NoFocus)?;
                    return Ok((now.day, now.moment, now.anchor, now.base()));
                }
            };
            let day = focus.first_day().ok_or(Unresolved::NoFocus)?;
            let moment = focus.from.filter(|_| is_moment(&focus));
            Ok((day, moment, AnchoredOn::Focus, Base::Told { is: focus }))
        }
        // "Deux jours avant Noël": the words that name the event are a time themselves.
        Anchor::Event => {
            let named = state.event.ok_or(Unresolved::Event)?;
            let day = named.first_day().ok_or(Unresolved::Event)?;
            Ok((day, None, AnchoredOn::Focus, Base::Named { is: named }))
        }
    }
}

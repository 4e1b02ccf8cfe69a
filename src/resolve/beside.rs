//! What a mention takes from the one beside it: a day, a year, the hour's date.

use chrono::Datelike;

use super::focus::Focus;
use super::{Resolution, State, Unresolved, pattern, timex};
use crate::amount::Unit;
use crate::expr::{Anchor, Cell, Expr, Pattern, Year};
use crate::extent::{Extent, Granularity};
use crate::scan::Mention;

/// The day that a mention stands beside and names again by an event: "on 22 March, the day after the
/// warning", "today, the fifth anniversary of the flood".
pub(super) fn apposed(
    n: usize,
    mentions: &[Mention],
    before: Option<&Resolution>,
    resolution: &Resolution,
) -> Option<Extent> {
    let (earlier, mention) = (mentions.get(n.checked_sub(1)?)?, mentions.get(n)?);
    let again = match &mention.expr {
        Expr::Relative { cell: Cell::Unit(Unit::Day), anchor: Anchor::Event, .. } => true,
        Expr::Nth { cell: Cell::Unit(Unit::Day), of, .. } | Expr::Anniversary { of, .. } => {
            of.hangs_on_event()
        }
        _ => false,
    };
    let ([part], [named]) = (resolution.parts.as_slice(), before?.parts.as_slice()) else {
        return None;
    };
    let beside = mention.span.start.checked_sub(earlier.span.end).is_some_and(|gap| gap <= 2);
    let day = named.cell.filter(|cell| cell.granularity == Granularity::Day)?;
    (again && beside && part.unresolved == Some(Unresolved::Event)).then_some(day)
}

/// The day that follows a bare clock time at once, which is then its day: "vers 0 h 40, jeudi".
pub(super) fn day_after(n: usize, mentions: &[Mention], state: &State<'_>) -> Option<Focus> {
    let (mention, next) = (mentions.get(n)?, mentions.get(n + 1)?);
    let bare = match &mention.expr {
        Expr::Modified { of, .. } => of,
        expr => expr,
    };
    let Expr::Pattern(said) = bare else { return None };
    let near = next.span.start.checked_sub(mention.span.end).is_some_and(|gap| gap <= 2);
    if !near || said.clock.is_none() || pattern::period(said) != pattern::Period::Day {
        return None;
    }
    let cell = timex::resolution(next, state).parts.first()?.cell?;
    (cell.granularity == Granularity::Day).then(|| Focus::on(cell))
}

/// "En 97 (en janvier ici, en octobre là)": the year said just before a month without one is that
/// month's, and that of the months which go on from it.
pub(super) fn year_before(
    n: usize,
    mentions: &[Mention],
    resolutions: &[Resolution],
    before: Option<i32>,
) -> Option<i32> {
    let (earlier, mention) = (mentions.get(n.checked_sub(1)?)?, mentions.get(n)?);
    let gap = mention.span.start.checked_sub(earlier.span.end)?;
    let Expr::Pattern(said) = mention.expr else { return None };
    if said.month.is_none() || said.day.is_some() || said.year.is_some() {
        return None;
    }
    let whole_year = Pattern { year: None, ..*open_date(&earlier.expr)? } == Pattern::default();
    match before {
        Some(year) if gap <= 40 => Some(year),
        // As near as a bracket or a comma and a preposition.
        _ if whole_year && gap <= 6 => {
            Some(resolutions.get(n - 1)?.parts.first()?.cell?.first_day()?.year())
        }
        _ => None,
    }
}

/// "In August and September 1914": the year said after the second is that of the first too.
pub(super) fn shared_year(mention: &Mention, next: Option<&Mention>) -> Option<Mention> {
    let next = next?;
    // As near as a conjunction of any language.
    let near = next.span.start.checked_sub(mention.span.end).is_some_and(|gap| 2 < gap && gap <= 5);
    let place = |said: &Pattern| match (said.month, said.season) {
        (Some(month), None) => Some((month, said.day.unwrap_or(0))),
        (None, Some(season)) => Some((season as u8, 0)),
        _ => None,
    };
    let (first, last) = (open_date(&mention.expr)?, open_date(&next.expr).filter(|_| near)?);
    let Some(Year::Full(year)) = last.year else { return None };
    let before = place(first)? <= place(last)?;
    let alike = first.season.is_some() == last.season.is_some();
    if first.year.is_some() || !before || !alike {
        return None;
    }
    Some(Mention { expr: with_year(&mention.expr, year), ..mention.clone() })
}

/// An expression with the year of its pattern filled in.
pub(super) fn with_year(expr: &Expr, year: i32) -> Expr {
    let filled = |of: &Expr| Box::new(with_year(of, year));
    match expr {
        Expr::Pattern(said) | Expr::Relative { cell: Cell::Pattern(said), .. } => {
            Expr::Pattern(Pattern { year: Some(Year::Full(year)), ..*said })
        }
        Expr::Part { part, of } => Expr::Part { part: *part, of: filled(of) },
        Expr::Modified { modifier, of } => Expr::Modified { modifier: *modifier, of: filled(of) },
        Expr::Bound { signal, of } => Expr::Bound { signal: *signal, of: filled(of) },
        other => other.clone(),
    }
}

/// The pattern in an expression, parts of it and bounds set aside.
fn open_date(expr: &Expr) -> Option<&Pattern> {
    match expr {
        Expr::Pattern(said)
        | Expr::Relative { cell: Cell::Pattern(said), offset: 0, anchor: Anchor::Focus } => {
            Some(said)
        }
        Expr::Part { of, .. } | Expr::Modified { of, .. } | Expr::Bound { of, .. } => open_date(of),
        _ => None,
    }
}

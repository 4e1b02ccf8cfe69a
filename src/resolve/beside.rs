//! What a mention takes from the one beside it: a day, a year, the hour's date.

use chrono::Datelike;

use super::focus::Focus;
use super::{Joint, Resolution, State, Surroundings, Unresolved, pattern, timex};
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

/// The day that follows a bare time of the day at once, or soon in the same clause, which is then its
/// day: "vers 0 h 40, jeudi", "à 10 h, heure locale, le 3 mars", "en début de matinée, le 11 novembre".
pub(super) fn day_after(
    n: usize,
    mentions: &[Mention],
    near: bool,
    state: &State<'_>,
) -> Option<Focus> {
    let mention = mentions.get(n)?;
    if !is_open_time(&mention.expr) {
        return None;
    }
    let beside = |n: usize| {
        let (this, next) = (mentions.get(n)?, mentions.get(n + 1)?);
        let gap = next.span.start.checked_sub(this.span.end)?;
        // What is only near must be a day by its own words.
        let named =
            matches!(next.expr, Expr::Pattern(_) | Expr::Relative { .. } | Expr::Within { .. });
        (gap <= 2 || near && named).then_some(next)
    };
    let mut next = beside(n)?;
    // "À 5 h 25 (3 h 25 UTC) jeudi": the same time in another zone.
    if is_clock(&next.expr) {
        next = beside(n + 1)?;
    }
    let cell = timex::resolution(next, state).parts.first()?.cell?;
    let day = match cell.granularity {
        Granularity::Day => Some(cell),
        Granularity::DayPart(_) => cell.first_day().and_then(Extent::day),
        _ => None,
    };
    (day.is_some() && !is_open_time(&next.expr)).then(|| day.map(Focus::on)).flatten()
}

/// Whether a time of the clock recurs with what stands beside it: "tous les dimanches à 10 h", "15 h
/// tous les jours".
pub(super) fn recurs(n: usize, mentions: &[Mention]) -> bool {
    let Some(mention) = mentions.get(n) else { return false };
    let clocks = match &mention.expr {
        Expr::Range { first, last, .. } => is_clock(first) && is_clock(last),
        expr => is_clock(expr),
    };
    let gap = |first: &Mention, then: &Mention| then.span.start.checked_sub(first.span.end);
    let set = |other: &Mention| matches!(other.expr, Expr::Set(_));
    let before = n.checked_sub(1).and_then(|n| mentions.get(n)).filter(|other| set(other));
    let after = mentions.get(n + 1).filter(|other| set(other));
    let near = before.and_then(|before| gap(before, mention)).is_some_and(|gap| gap <= 6)
        || after.and_then(|after| gap(mention, after)).is_some_and(|gap| gap <= 2);
    clocks && near
}

/// Whether an expression is a time of the clock alone.
fn is_clock(expr: &Expr) -> bool {
    match expr {
        Expr::Modified { of, .. } => is_clock(of),
        Expr::Pattern(said) => {
            said.clock.is_some() && pattern::period(said) == pattern::Period::Day
        }
        _ => false,
    }
}

/// Whether an expression is a time of the clock or a part of the day whose day is not said.
fn is_open_time(expr: &Expr) -> bool {
    match expr {
        Expr::Part { of, .. } | Expr::Modified { of, .. } => is_open_time(of),
        Expr::Within { inner, outer } => {
            let story =
                Expr::Relative { cell: Cell::Unit(Unit::Day), offset: 0, anchor: Anchor::Focus };
            matches!(**inner, Expr::Pattern(said) if said.part.is_some()) && **outer == story
        }
        expr => is_clock(expr),
    }
}

/// The day right before a clock time in a line of the page's own: "Mis à jour le 8 mai 2024 à 18 h 42".
pub(super) fn day_of_stamp(
    n: usize,
    mentions: &[Mention],
    resolutions: &[Resolution],
) -> Option<Focus> {
    let before = n.checked_sub(1)?;
    let (date, clock) = (mentions.get(before)?, mentions.get(n)?);
    let Expr::Pattern(said) = &clock.expr else { return None };
    let beside = clock.span.start.checked_sub(date.span.end).is_some_and(|gap| gap <= 6);
    let cell = resolutions.get(before)?.parts.first()?.cell?;
    let day = cell.granularity == Granularity::Day && pattern::period(said) == pattern::Period::Day;
    (beside && day).then(|| Focus::on(cell))
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

/// How many times a list can have before the one that says the year.
const LISTED: usize = 12;

/// "In August and September 1914": the year said after the last of a list is that of the others too. It
/// never reaches over a full stop.
pub(super) fn shared_year(
    n: usize,
    mentions: &[Mention],
    around: &dyn Fn(usize) -> Surroundings,
) -> Option<Mention> {
    let mention = mentions.get(n)?;
    let first = open_date(&mention.expr).filter(|said| said.year.is_none())?;
    let mut before = place(first)?;
    for next in n + 1..n + LISTED {
        let joint = around(next - 1).joint;
        let said = open_date(&mentions.get(next)?.expr)?;
        let alike = first.season.is_some() == said.season.is_some();
        let there = place(said).filter(|there| alike && before <= *there)?;
        match (joint, said.year) {
            (Joint::Word, Some(Year::Full(year))) => {
                return Some(Mention { expr: with_year(&mention.expr, year), ..mention.clone() });
            }
            (Joint::Word | Joint::Comma, None) => before = there,
            _ => return None,
        }
    }
    None
}

/// Where in its year a month, a day of one or a season is.
fn place(said: &Pattern) -> Option<(u8, u8)> {
    match (said.month, said.season) {
        (Some(month), None) => Some((month, said.day.unwrap_or(0))),
        (None, Some(season)) => Some((season as u8, 0)),
        _ => None,
    }
}

/// "From October to March 2011": the year said after the last is that of the first too, or the one
/// before it.
pub(super) fn year_of_last(expr: &Expr) -> Option<Expr> {
    match expr {
        Expr::Bound { signal, of } => {
            Some(Expr::Bound { signal: *signal, of: Box::new(year_of_last(of)?) })
        }
        Expr::Range { first, last, between } => {
            let (begin, end) = (open_date(first)?, open_date(last)?);
            let Some(Year::Full(year)) = end.year.filter(|_| begin.year.is_none()) else {
                return None;
            };
            let alike = begin.season.is_some() == end.season.is_some();
            let in_order = place(begin)? <= place(end)?;
            let year = if in_order { year } else { year.checked_sub(1)? };
            let first = Box::new(with_year(first, year));
            alike.then(|| Expr::Range { first, last: last.clone(), between: *between })
        }
        _ => None,
    }
}

/// "Jeudi (16 mai 2019)": a weekday with its date right after it.
pub(super) fn shared_day(n: usize, mentions: &[Mention], state: &State<'_>) -> Option<Mention> {
    let (mention, next) = (mentions.get(n)?, mentions.get(n + 1)?);
    let Expr::Pattern(said) = mention.expr else { return None };
    let weekday = said.weekday?;
    let alone = said == Pattern { weekday: Some(weekday), ..Pattern::default() };
    let Expr::Pattern(date) = next.expr else { return None };
    let beside = next.span.start.checked_sub(mention.span.end).is_some_and(|gap| gap <= 2);
    if !alone || !beside || date.day.is_none() || date.month.is_none() {
        return None;
    }
    let resolved = timex::resolution(next, state);
    let day = resolved.parts.first()?.cell?.first_day()?;
    let filled = Pattern {
        year: Some(Year::Full(day.year())),
        month: u8::try_from(day.month()).ok(),
        day: u8::try_from(day.day()).ok(),
        ..said
    };
    (day.weekday().number_from_monday() == u32::from(weekday))
        .then(|| Mention { expr: Expr::Pattern(filled), ..mention.clone() })
}

/// Whether a mention tells a day.
pub(super) fn told_day(resolution: &Resolution) -> bool {
    let cell = resolution.parts.iter().rev().find_map(|part| part.cell.as_ref());
    cell.is_some_and(|cell| cell.granularity == Granularity::Day)
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

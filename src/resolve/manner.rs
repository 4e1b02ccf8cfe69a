//! How a story tells its times, and how what it tells moves it on.

use chrono::{Datelike, NaiveDate};

use super::{Now, Resolution, State, Tense, pattern};
use crate::amount::Unit;
use crate::expr::{Anchor, Cell, Direction, Expr, Signal, Year};
use crate::scan::Mention;

/// How a story tells its times: news around its date of publication, or a narrative of other years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    News,
    Narrative,
}

/// How many years back nobody lives who could be in the news.
const LIFETIME: i32 = 80;

/// A text that tells mostly of full years other than its own, and seldom counts from its
/// publication, is a narrative.
pub(super) fn manner_of(mentions: &[Mention], published: Option<&Now>) -> Manner {
    // For want of a date every year is another.
    let this_year = published.map(|now| now.day.year());
    let (mut other_years, mut from_now) = (0usize, 0usize);
    for mention in mentions {
        mention.expr.each_part(&mut |part| {
            other_years += match (year_in(part), this_year) {
                // Of a lifetime ago no news is told.
                (Some(year), Some(now)) if year < now - LIFETIME => 3,
                (Some(year), now) => usize::from(Some(year) != now),
                (None, _) => 0,
            };
            from_now += usize::from(counts_from_now(part));
        });
    }
    if 5 <= other_years && 2 * from_now < other_years { Manner::Narrative } else { Manner::News }
}

/// What is told moves the focus: a date, not a duration, a set or a vague word.
pub(super) fn move_focus(
    state: &mut State<'_>,
    mention: &Mention,
    resolution: &Resolution,
    leads: bool,
) {
    if matches!(
        mention.expr,
        Expr::Duration(_) | Expr::Set(_) | Expr::Vague(_) | Expr::Window { .. }
    ) {
        return;
    }
    // "The club has been closed since 1998": news is still at its own day.
    let since = matches!(mention.expr, Expr::Bound { signal: Signal::Since, .. });
    if state.manner == Manner::News && since {
        return;
    }
    // "Up from $3 million a year earlier": news compares, and is still where it was.
    if state.manner == Manner::News && compares(&mention.expr) {
        return;
    }
    // What is quoted as of now, "next summer", is not where a narrative is.
    let quoted = !matches!(mention.expr, Expr::Pattern(_)) && counts_from_now(&mention.expr);
    if state.manner == Manner::Narrative && quoted {
        return;
    }
    let told = resolution.parts.iter().rev().find_map(|part| part.cell.as_ref());
    if let Some(cell) = told
        && cell.from.is_some()
        && cell.to.is_some()
    {
        // "Held out until the spring of 1945": the story is where the holding out began.
        let until = matches!(mention.expr, Expr::Bound { signal: Signal::Until, .. });
        match until && !leads {
            true => state.focus.touch(*cell),
            false => state.focus.tell(*cell, leads, state.tense == Tense::Future),
        }
        // "After a flat second quarter", "the third quarter of 1984" are not what is compared.
        let bound = matches!(mention.expr, Expr::Bound { .. });
        let far = |day: NaiveDate| {
            state.now.is_some_and(|now| !(0..400).contains(&(now.day - day).num_days()))
        };
        if !bound && !cell.first_day().is_some_and(far) {
            state.focus.compare(*cell);
        }
    }
}

/// Whether an expression is a year before another time.
fn compares(expr: &Expr) -> bool {
    match expr {
        Expr::Shift { amount, direction: Direction::Before, .. } => amount.unit() == Unit::Year,
        Expr::Relative { cell, offset, anchor: Anchor::Focus } => {
            matches!((cell, offset), (Cell::Unit(Unit::Year), -1) | (Cell::Unit(Unit::Quarter), -4))
        }
        Expr::Within { inner, outer } => {
            let told =
                Expr::Relative { cell: Cell::Unit(Unit::Unsaid), offset: 0, anchor: Anchor::Focus };
            **inner == told || compares(outer)
        }
        _ => false,
    }
}

/// Whether an expression shows that its text is told from the day it was written: "yesterday", "Friday".
fn counts_from_now(expr: &Expr) -> bool {
    match expr {
        Expr::Relative { anchor, .. }
        | Expr::Shift { anchor, .. }
        | Expr::Window { anchor, .. } => *anchor == Anchor::Publication,
        Expr::Pattern(pattern) => pattern::period(pattern) == pattern::Period::Week,
        Expr::Within { outer: of, .. }
        | Expr::Part { of, .. }
        | Expr::Modified { of, .. }
        | Expr::Bound { of, .. } => counts_from_now(of),
        _ => false,
    }
}

fn year_in(expr: &Expr) -> Option<i32> {
    match expr {
        Expr::Pattern(pattern) => match pattern.year? {
            Year::Full(year) => Some(year),
            _ => None,
        },
        Expr::Part { of, .. } | Expr::Modified { of, .. } | Expr::Bound { of, .. } => year_in(of),
        _ => None,
    }
}

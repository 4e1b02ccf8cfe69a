//! Anniversaries, and the days that the world knows events by: "le 22e anniversaire des attentats du
//! 11 septembre", said of 2022, is against the calendar.

use chrono::{Datelike, NaiveDate};

use crate::article::Span;
use crate::expr::{Expr, Pattern, Year};
use crate::extent::Extent;
use crate::lang::classes::WellKnown;
use crate::lang::fold::fold;
use crate::why::NoDate;

use super::seed::{Seed, Telling};
use super::time::Hang;
use super::{Gatherer, Link};

/// An anniversary may be told of before or after it, but nearer to it than to the next.
const HALF_A_YEAR: i64 = 184;

impl Gatherer<'_, '_> {
    /// A day and month that stand for one event of the world: "attentats du 11 septembre".
    pub(super) fn famous(&self, seed: &Seed, mention: usize) -> Option<Extent> {
        let telling = self.tellings.get(seed.article)?;
        let pattern = plain_pattern(&telling.account.mentions.get(mention)?.expr)?;
        let class = self.classes.name(seed.naming.class?)?;
        let known = (telling.words.happenings().well_known.iter()).find(|known| {
            known.day_alone
                && known.class == class
                && seed.naming.plural
                && (pattern.month, pattern.day) == (Some(known.month), Some(known.day))
        })?;
        pattern.year.is_none().then(|| day_of(known)).flatten()
    }

    /// Why a seed cannot be where its date puts it and at the anniversary it names; nothing where
    /// the two agree.
    pub(super) fn wrong_anniversary(&self, link: &Link, seed: &Seed) -> Option<NoDate> {
        let Hang::Years { nth } = link.hang else { return None };
        let first = self.extent_of(link.cluster, seed.article, seed.passage, seed.told_by)?;
        against_the_calendar(nth, &first, &self.plain_extent(seed)?)
    }

    /// The same for anniversaries whose date is their name: "the 21st anniversary of 7 March 2001".
    pub(super) fn wrong_anniversary_of_a_day(&self, seed: &Seed) -> Option<(usize, NoDate)> {
        let telling = self.tellings.get(seed.article)?;
        let mentions = &telling.account.mentions;
        let first = mentions.partition_point(|mention| mention.span.start < seed.span.start);
        (mentions.iter().enumerate().skip(first))
            .take_while(|(_, mention)| mention.span.start <= seed.span.end)
            .filter(|(_, mention)| seed.span.contains(mention.span) && mention.event.is_none())
            .find_map(|(n, mention)| {
                let (nth, of) = anniversary(&mention.expr)?;
                let first = day_said(telling, plain_pattern(of)?)?;
                Some((n, against_the_calendar(nth, &first, &self.plain_extent(seed)?)?))
            })
    }
}

/// When the event that words name happened, where the world knows it by them. Words that are only
/// a day and a month ("du 11 septembre") name it in an anniversary alone.
pub(super) fn well_known(telling: &Telling<'_>, words: Span, anniversary: bool) -> Option<Extent> {
    let folded = fold(words.of(telling.text()));
    let said: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let known = (telling.words.happenings().well_known.iter())
        .filter(|known| anniversary || !known.day_alone)
        .find(|known| known.words.split_whitespace().all(|word| said.contains(&word)))?;
    // "The attacks of 11 September 1973" are others.
    let year = known.year.to_string();
    let other = |word: &&str| word.len() == 4 && word.parse::<u16>().is_ok() && **word != *year;
    if said.iter().any(other) { None } else { day_of(known) }
}

/// The day that a pattern names with its year, or that the world knows without it.
fn day_said(telling: &Telling<'_>, pattern: Pattern) -> Option<Extent> {
    let (month, day) = (pattern.month?, pattern.day?);
    if let Some(Year::Full(year)) = pattern.year {
        return Extent::day(NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))?);
    }
    let known = (telling.words.happenings().well_known.iter()).find(|known| {
        known.day_alone && (known.month, known.day) == (month, day) && pattern.year.is_none()
    });
    known.and_then(day_of)
}

fn day_of(known: &WellKnown) -> Option<Extent> {
    let (month, day) = (u32::from(known.month), u32::from(known.day));
    Extent::day(NaiveDate::from_ymd_opt(known.year, month, day)?)
}

/// The count of an anniversary and what it is of, under bounds such as "before".
fn anniversary(expr: &Expr) -> Option<(u32, &Expr)> {
    match expr {
        Expr::Anniversary { nth: Some(nth), of } => Some((*nth, of)),
        Expr::Bound { of, .. } | Expr::Modified { of, .. } => anniversary(of),
        _ => None,
    }
}

fn plain_pattern(expr: &Expr) -> Option<Pattern> {
    match expr {
        Expr::Pattern(pattern) => Some(*pattern),
        _ => None,
    }
}

/// Why the n-th anniversary of a thing is not at the time that is told, if it is not.
fn against_the_calendar(nth: u32, first: &Extent, told: &Extent) -> Option<NoDate> {
    let day = first.first_day()?;
    let months = i64::from(nth).checked_mul(12)?;
    let due = crate::extent::add_months(day, months)?;
    let due_last = crate::extent::add_months(first.last_day()?, months)?;
    let (from, to) = (told.first_day()?, told.last_day()?);
    let early = (due - to).num_days();
    let late = (from - due_last).num_days();
    if early < HALF_A_YEAR && late < HALF_A_YEAR {
        return None;
    }
    Some(NoDate::Anniversary { nth, of: *first, due: due.year(), told: *told })
}

//! A stamped instant beside times of clocks whose zone nobody gave: by those clocks it is anywhere
//! between UTC−12 and UTC+14. Elsewhere a stamp stays as exact as it is.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;

use crate::article::Article;
use crate::constraint::{Bond, Distance, Draft};
use crate::event::{EventIx, StatementIx};
use crate::extent::{Extent, Granularity};
use crate::why::Why;

/// The clocks furthest behind UTC, and furthest ahead, in hours.
const BEHIND: i64 = 12;
const AHEAD: i64 = 14;

/// Widens the stamped instants of a draft that meet a civil time of no known zone: one that dates
/// the same event, or an event that is before, during, the same or so many minutes away.
pub(super) fn enter(draft: &mut Draft, articles: &[&Article]) {
    let mut stamped = draft.constraints.iter().filter(|one| stamp(&one.bond).is_some()).peekable();
    if stamped.peek().is_none() {
        return;
    }
    let zoned: BTreeSet<&str> =
        articles.iter().filter(|one| one.zone_of().is_some()).map(|one| one.id()).collect();
    let has_zone = |statement: Option<StatementIx>| {
        let said = statement.and_then(|ix| draft.statements.get(ix.index()));
        said.and_then(|said| said.article.as_deref()).is_some_and(|id| zoned.contains(id))
    };
    // The finest civil time of no zone on each event: of a clock, or of a whole day.
    let mut civil: BTreeMap<EventIx, bool> = BTreeMap::new();
    for one in draft.constraints.iter().filter(|one| !has_zone(one.statement)) {
        if let Bond::Within { event, extent } | Bond::Spans { event, first: extent, .. } = &one.bond
            && extent.zone.is_none()
            && (is_clock(extent) || extent.granularity == Granularity::Day)
        {
            *civil.entry(*event).or_default() |= is_clock(extent);
        }
    }
    let by_clock = |event: &EventIx| civil.get(event) == Some(&true);
    let mut met: BTreeSet<EventIx> = civil.keys().copied().collect();
    for (a, b) in draft.constraints.iter().filter_map(|one| beside(&one.bond)) {
        met.extend(by_clock(&a).then_some(b));
        met.extend(by_clock(&b).then_some(a));
    }
    for one in &mut draft.constraints {
        let Some((event, extent)) = stamp(&one.bond).filter(|(event, _)| met.contains(event))
        else {
            continue;
        };
        let Some((from, to)) = widened(&extent) else { continue };
        if let (Some(at), Some(zone)) = (extent.from, extent.zone) {
            one.reason.links.push(Why::AnyZone { at, zone, from, to });
        }
        let mut wide = Extent::new(Some(from), Some(to), Granularity::Span);
        wide.vague = extent.vague;
        one.bond = Bond::Within { event, extent: wide };
    }
}

/// The stamped instant that a bond gives an event.
fn stamp(bond: &Bond) -> Option<(EventIx, Extent)> {
    match bond {
        Bond::Within { event, extent } if extent.zone.is_some() && is_clock(extent) => {
            Some((*event, *extent))
        }
        _ => None,
    }
}

fn is_clock(extent: &Extent) -> bool {
    extent.granularity.is_of_clock() || matches!(extent.granularity, Granularity::DayPart(_))
}

/// Two events whose clock times a bond compares.
fn beside(bond: &Bond) -> Option<(EventIx, EventIx)> {
    match bond {
        Bond::Before { before: a, after: b }
        | Bond::During { inner: a, outer: b }
        | Bond::Same { a, b } => Some((*a, *b)),
        Bond::Offset { event, anchor, low, high, .. } => {
            let of_clock = [low, high].into_iter().any(|d| matches!(d, Some(Distance::Minutes(_))));
            of_clock.then_some((*event, *anchor))
        }
        _ => None,
    }
}

/// The civil times that an instant can be, by any clock.
fn widened(extent: &Extent) -> Option<(chrono::NaiveDateTime, chrono::NaiveDateTime)> {
    let zone = extent.zone?;
    let from = super::zones::in_utc(extent.from?, zone)?;
    let to = super::zones::in_utc(extent.to?, zone)?;
    Some((
        from.checked_sub_signed(Duration::try_hours(BEHIND)?)?,
        to.checked_add_signed(Duration::try_hours(AHEAD)?)?,
    ))
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, Language};
    use crate::constraint::Bond;
    use crate::extent::Zone;
    use crate::reader::Frise;

    /// Where the first event is said to lie, bond by bond.
    fn bounds(text: &str, zone: Option<Zone>) -> Vec<String> {
        let frise = Frise::new();
        let mut article = Article::new("a", text, Language::En)
            .published("2024-04-05".parse().expect("the date exists"));
        if let Some(zone) = zone {
            article = article.zone(zone);
        }
        let draft = frise.gather(&[(&article, &frise.read(&article))]).draft;
        let text = |moment: Option<String>| moment.unwrap_or_else(|| "-".to_owned());
        (draft.constraints.iter())
            .filter_map(|one| match &one.bond {
                Bond::Within { extent, .. } if !extent.is_whole_days() => {
                    Some(format!("{} {}", text(extent.from_text()), text(extent.to_text())))
                }
                _ => None,
            })
            .collect()
    }

    const STAMPED: &str = "The minister announced the ceasefire on 2 April 2024 at 9:03 UTC.";
    const CIVIL: &str =
        " The minister announced the ceasefire on 2 April 2024 at 6:30 p.m., a witness said.";

    #[test]
    fn a_stamp_alone_stays_as_exact_as_it_is() {
        assert_eq!(bounds(STAMPED, None), ["2024-04-02T09:03 2024-04-02T09:04"]);
    }

    #[test]
    fn beside_a_clock_of_no_zone_a_stamp_is_as_wide_as_the_zones_of_the_world() {
        assert_eq!(
            bounds(&format!("{STAMPED}{CIVIL}"), None),
            ["2024-04-01T21:03 2024-04-02T23:04", "2024-04-02T18:30 2024-04-02T18:31"],
        );
    }

    #[test]
    fn beside_a_clock_of_a_known_zone_it_is_told_in_that_zone() {
        assert_eq!(
            bounds(&format!("{STAMPED}{CIVIL}"), Some(Zone::Named(chrono_tz::Europe::Moscow))),
            ["2024-04-02T12:03 2024-04-02T12:04", "2024-04-02T18:30 2024-04-02T18:31"],
        );
    }
}

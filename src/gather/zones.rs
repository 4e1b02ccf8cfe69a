//! One reckoning for the case: where its times of the clock keep several zones, stated with them or
//! given for their articles, all are told in one. Those whose zone nobody knows stay as written.

use std::borrow::Cow;

use chrono::{Duration, MappedLocalTime, NaiveDateTime, Offset, TimeZone};

use crate::article::Article;
use crate::extent::{Extent, Zone};
use crate::reader::Account;
use crate::resolve::Resolved;
use crate::why::{ClockChange, Why};

/// The accounts with all their stamped times in one zone.
pub(super) fn in_one_zone<'a>(articles: &[(&'a Article, &'a Account)]) -> Vec<Cow<'a, Account>> {
    let stamped = || {
        (articles.iter().flat_map(|(_, account)| &account.resolutions))
            .flat_map(|resolution| &resolution.parts)
            .filter_map(|part| part.extent().filter(|extent| is_stamped(extent))?.zone)
    };
    let given = || articles.iter().filter_map(|(article, _)| article.zone_of());
    let reckoning = given().next().or_else(|| stamped().next());
    let others = |zone: &Zone| stamped().chain(given()).any(|other| other != *zone);
    let Some(reckoning) = reckoning.filter(others) else {
        return articles.iter().map(|(_, account)| Cow::Borrowed(*account)).collect();
    };
    (articles.iter())
        .map(|(article, account)| {
            let mut account = (*account).clone();
            let parts = account.resolutions.iter_mut().flat_map(|one| &mut one.parts);
            parts.for_each(|part| {
                if let Some(own) = article.zone_of() {
                    stamp(part, own);
                }
                tell(part, reckoning);
            });
            Cow::Owned(account)
        })
        .collect()
}

/// Gives the clocks of a part that state no zone the one of their article.
fn stamp(part: &mut Resolved, own: Zone) {
    let extents = part.readings.iter_mut().map(|reading| &mut reading.extent);
    for extent in extents.chain(&mut part.cell) {
        if extent.granularity.is_of_clock() {
            extent.zone = extent.zone.or(Some(own));
        }
    }
}

/// Whether an extent is a time of the clock in a zone that is stated.
fn is_stamped(extent: &Extent) -> bool {
    extent.zone.is_some() && extent.granularity.is_of_clock()
}

/// Tells a part in another zone, with the step.
fn tell(part: &mut Resolved, zone: Zone) {
    let mut steps = Vec::new();
    let extents = part.readings.iter_mut().map(|reading| &mut reading.extent);
    for extent in extents.chain(&mut part.cell) {
        let Some(own) = extent.zone.filter(|own| *own != zone && is_stamped(extent)) else {
            continue;
        };
        let (Some(from), Some(to)) = (extent.from, extent.to) else { continue };
        let Some((start, changed)) = told_in(from, own, zone) else { continue };
        let step = Why::InZone { at: from, zone: own, is: start, there: zone, changed };
        if !steps.contains(&step) {
            steps.push(step);
        }
        // It lasts as long by any clock.
        extent.to = start.checked_add_signed(to - from);
        extent.from = Some(start);
        extent.zone = Some(zone);
    }
    part.steps.extend(steps);
}

/// A civil moment of one zone as another has it, and how the clocks were changed over it.
fn told_in(
    moment: NaiveDateTime,
    from: Zone,
    to: Zone,
) -> Option<(NaiveDateTime, Option<ClockChange>)> {
    let (utc, doubt) = match from {
        Zone::Utc => (moment, None),
        Zone::Offset(minutes) => (moment.checked_sub_signed(minutes_of(minutes)?)?, None),
        Zone::Named(zone) => match zone.from_local_datetime(&moment) {
            MappedLocalTime::Single(one) => (one.naive_utc(), None),
            MappedLocalTime::Ambiguous(earlier, _) => {
                (earlier.naive_utc(), Some(ClockChange::Back))
            }
            // By the clocks before they were changed. No change takes more than a day, as Samoa's did.
            MappedLocalTime::None => {
                let before = moment.checked_sub_signed(Duration::try_hours(25)?)?;
                let offset = zone.from_local_datetime(&before).latest()?.offset().fix();
                let offset = Duration::try_seconds(i64::from(offset.local_minus_utc()))?;
                let later = moment.checked_sub_signed(offset)?;
                (later, Some(ClockChange::Forward))
            }
        },
    };
    let there = match to {
        Zone::Utc => utc,
        Zone::Offset(minutes) => utc.checked_add_signed(minutes_of(minutes)?)?,
        Zone::Named(zone) => {
            let offset = zone.offset_from_utc_datetime(&utc).fix();
            utc.checked_add_signed(Duration::try_seconds(i64::from(offset.local_minus_utc()))?)?
        }
    };
    Some((there, doubt))
}

/// A civil moment of a zone as UTC has it.
pub(super) fn in_utc(moment: NaiveDateTime, zone: Zone) -> Option<NaiveDateTime> {
    told_in(moment, zone, Zone::Utc).map(|(utc, _)| utc)
}

fn minutes_of(minutes: i32) -> Option<Duration> {
    Duration::try_minutes(i64::from(minutes))
}

#[cfg(test)]
mod tests {
    use super::told_in;
    use crate::extent::{Zone, moment_text};
    use chrono::{NaiveDate, NaiveDateTime};
    use chrono_tz::{America, Asia, Australia, Europe, Pacific};

    #[test]
    fn the_clocks_of_two_zones_are_told_together() {
        let at = |y, m, d, h, min| {
            NaiveDate::from_ymd_opt(y, m, d).and_then(|day| day.and_hms_opt(h, min, 0)).unwrap()
        };
        for (moment, from, to, told, doubted) in [
            (
                at(2024, 3, 23, 1, 30),
                Zone::Named(Europe::Moscow),
                Zone::Utc,
                "2024-03-22T22:30",
                false,
            ),
            (
                at(2024, 3, 22, 18, 0),
                Zone::Utc,
                Zone::Named(Asia::Baghdad),
                "2024-03-22T21:00",
                false,
            ),
            (
                at(2024, 3, 7, 20, 0),
                Zone::Named(America::New_York),
                Zone::Offset(180),
                "2024-03-08T04:00",
                false,
            ),
            (
                at(2024, 10, 27, 2, 30),
                Zone::Named(Europe::Paris),
                Zone::Utc,
                "2024-10-27T00:30",
                true,
            ),
            (
                at(2024, 3, 31, 2, 30),
                Zone::Named(Europe::Paris),
                Zone::Utc,
                "2024-03-31T01:30",
                true,
            ),
            // Half an hour, and whole days, that the clocks went over.
            (
                at(2024, 10, 6, 2, 15),
                Zone::Named(Australia::Lord_Howe),
                Zone::Utc,
                "2024-10-05T15:45",
                true,
            ),
            (
                at(2011, 12, 30, 10, 0),
                Zone::Named(Pacific::Apia),
                Zone::Utc,
                "2011-12-30T20:00",
                true,
            ),
            (
                at(1993, 8, 21, 23, 59),
                Zone::Named(Pacific::Kwajalein),
                Zone::Utc,
                "1993-08-22T11:59",
                true,
            ),
        ] {
            let (there, doubt) = told_in(moment, from, to).unwrap();
            assert_eq!((moment_text(there).as_str(), doubt.is_some()), (told, doubted));
        }
    }

    #[test]
    fn the_ends_of_the_calendar_have_no_clock_elsewhere() {
        for zone in [Zone::Utc, Zone::Offset(-840), Zone::Named(Europe::Paris)] {
            for moment in [NaiveDateTime::MIN, NaiveDateTime::MAX] {
                let there = told_in(moment, zone, Zone::Offset(840));
                assert!(there.is_none_or(|(there, _)| there != moment), "{moment} in {zone}");
            }
        }
    }
}

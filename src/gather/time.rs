//! What a mention says about an event, as bonds; and what it says alone, as an extent.

use chrono::{Duration, NaiveDateTime};

use crate::amount::{Amount, Unit};
use crate::constraint::Distance;
use crate::expr::{Anchor, Cell, Direction, Expr, Signal};
use crate::extent::{Extent, Granularity, add_months};
use crate::resolve::calendar;
use crate::resolve::length::{Length, distance_range, exact};
pub(crate) use crate::why::Hang;

/// How an expression hangs on its event, if it does.
pub(crate) fn hang(expr: &Expr) -> Option<Hang> {
    Some(match expr {
        Expr::Event => Hang::During,
        Expr::Shift { amount, direction, anchor: Anchor::Event } => {
            let (low, high, vague) = distances(amount, *direction)?;
            Hang::Offset { low, high, vague }
        }
        Expr::Relative { cell: Cell::Unit(unit), offset, anchor: Anchor::Event } => {
            let n = i64::from(*offset);
            if *unit == Unit::Day {
                let day = Some(Distance::Days(n));
                Hang::Offset { low: day, high: day, vague: false }
            } else if let Some(days) = unit.days() {
                // "The week before": within the cell, which the day may lie anywhere in.
                let (low, high) = (n * days - days + 1, n * days + days - 1);
                hang_days(if n < 0 { (low, -1) } else { (if n == 0 { low } else { 1 }, high) })
            } else {
                let months = unit.months()?;
                let low = if n < 0 { 2 * n * months } else { 0 };
                let high = if n < 0 { 0 } else { 2 * n.max(1) * months };
                Hang::Offset {
                    low: Some(Distance::Months(low)),
                    high: Some(Distance::Months(high)),
                    vague: false,
                }
            }
        }
        Expr::Relative { cell: Cell::Pattern(_), offset, anchor: Anchor::Event } => match offset {
            ..0 => hang_days((-7, -1)),
            0 => Hang::During,
            1.. => hang_days((1, 7)),
        },
        Expr::Window { amount, direction, anchor: Anchor::Event } => {
            let (_, greatest, vague) = distances(amount, Direction::After)?;
            match direction {
                Direction::After => {
                    Hang::Offset { low: Some(Distance::Days(0)), high: greatest, vague }
                }
                Direction::Before => Hang::Offset {
                    low: greatest.map(Distance::negated),
                    high: Some(Distance::Days(0)),
                    vague,
                },
            }
        }
        Expr::Bound { signal, of } if of.hangs_on_event() => match (signal, of.as_ref()) {
            (Signal::Before | Signal::Until | Signal::By, Expr::Event) => Hang::Before,
            (Signal::After | Signal::Since | Signal::From | Signal::AsEarlyAs, Expr::Event) => {
                Hang::After
            }
            (_, inner) => hang(inner)?,
        },
        Expr::Anniversary { nth: Some(nth), of } if of.hangs_on_event() => {
            Hang::Years { nth: *nth }
        }
        Expr::Modified { of, .. } | Expr::Part { of, .. } | Expr::Nth { of, .. } => hang(of)?,
        Expr::Within { inner, outer } => hang(outer).or_else(|| hang(inner))?,
        _ => return None,
    })
}

/// How an event lies to the one told before, where the words say only how soon it follows.
pub(crate) fn soon_after(expr: &Expr) -> Option<Hang> {
    let amount = match expr {
        Expr::Window { amount, .. } | Expr::Duration(amount) => amount,
        _ => return None,
    };
    let (_, high, _) = distances(amount, Direction::After)?;
    Some(Hang::Offset { low: Some(Distance::Minutes(0)), high, vague: true })
}

/// The same distance as the most there is.
pub(crate) fn up_to(hang: Hang) -> Hang {
    match hang {
        Hang::Offset { low: Some(low), vague, .. } if is_backward(low) => {
            Hang::Offset { low: Some(low), high: Some(Distance::Days(0)), vague }
        }
        Hang::Offset { high, vague, .. } => {
            Hang::Offset { low: Some(Distance::Days(0)), high, vague }
        }
        hang => hang,
    }
}

fn hang_days((low, high): (i64, i64)) -> Hang {
    Hang::Offset { low: Some(Distance::Days(low)), high: Some(Distance::Days(high)), vague: false }
}

/// The least and greatest signed distance of an amount in a direction, and whether a convention for
/// vague words set them.
fn distances(
    amount: &Amount,
    direction: Direction,
) -> Option<(Option<Distance>, Option<Distance>, bool)> {
    let exact_length = amount.modifier.is_none().then(|| exact(amount)).flatten();
    let (least, greatest, vague) = match exact_length {
        Some(length) => {
            let at = distance(length)?;
            // Years and months said alone name a day only roughly: "three years before".
            (at, at, false)
        }
        None => {
            let (low, high) = distance_range(amount)?;
            let (low, high) = (distance(low)?, distance(high)?);
            (low, high, true)
        }
    };
    // No time at all is counted by the clock where the most is.
    let least = match (least, greatest) {
        (Distance::Days(0), Distance::Minutes(_)) => Distance::Minutes(0),
        (least, _) => least,
    };
    Some(match direction {
        Direction::After => (Some(least), Some(greatest), vague),
        Direction::Before => (Some(greatest.negated()), Some(least.negated()), vague),
    })
}

/// A length as one distance; mixed lengths go by days.
fn distance(length: Length) -> Option<Distance> {
    Some(match (length.months, length.days, length.seconds) {
        (0, days, 0) => Distance::Days(days),
        (months, 0, 0) => Distance::Months(months),
        (0, days, seconds) => Distance::Minutes(days.checked_mul(1440)?.checked_add(seconds / 60)?),
        (months, days, _) => Distance::Days(months.checked_mul(30)?.checked_add(days)?),
    })
}

/// The extent of an event that hangs on another whose extent is known.
pub(crate) fn hung(anchor: &Extent, hang: &Hang) -> Option<Extent> {
    let (from, to, granularity) = match hang {
        Hang::Offset { low, high, .. } => {
            let from = match (anchor.from, low) {
                (Some(from), Some(low)) => moved(from, *low),
                _ => None,
            };
            let to = match (anchor.to, high) {
                (Some(to), Some(high)) => moved(to, *high),
                _ => None,
            };
            let same = low.is_some() && low == high;
            (from, to, if same { anchor.granularity } else { Granularity::Span })
        }
        Hang::Before => (None, anchor.to, Granularity::Span),
        Hang::After => (anchor.from, None, Granularity::Span),
        Hang::During => (anchor.from, anchor.to, anchor.granularity),
        Hang::Years { nth } => {
            let by = Distance::Months(i64::from(*nth) * 12);
            (
                anchor.from.and_then(|from| moved(from, by)),
                anchor.to.and_then(|to| moved(to, by)),
                anchor.granularity,
            )
        }
    };
    if from.is_none() && to.is_none() {
        return None;
    }
    let mut extent = Extent::new(from, to, granularity);
    extent.zone = anchor.zone;
    extent.vague = anchor.vague || matches!(hang, Hang::Offset { vague: true, .. });
    // Hours from a day lead to days, not to midnight.
    Some(extent)
}

/// A moment moved by a distance. Minutes that fill whole days move days, so a day stays a day.
pub(crate) fn moved(moment: NaiveDateTime, by: Distance) -> Option<NaiveDateTime> {
    match by {
        Distance::Days(days) => {
            Some(calendar::add_days(moment.date(), days)?.and_time(moment.time()))
        }
        Distance::Months(months) => {
            Some(add_months(moment.date(), months)?.and_time(moment.time()))
        }
        Distance::Minutes(minutes) => moment.checked_add_signed(Duration::try_minutes(minutes)?),
    }
}

/// The hull of a window of an exact amount that opens somewhere in an extent: from its first
/// possible start to its last possible end.
pub(crate) fn window(opens: &Extent, amount: &Amount) -> Option<Extent> {
    let by = distance(exact(amount)?)?;
    // 48 hours are two days where only the day is known.
    let by = match by {
        Distance::Minutes(minutes) if minutes % 1440 == 0 && opens.is_whole_days() => {
            Distance::Days(minutes / 1440)
        }
        by => by,
    };
    let mut extent =
        Extent::new(opens.from, opens.to.and_then(|to| moved(to, by)), Granularity::Span);
    extent.zone = opens.zone;
    extent.vague = opens.vague;
    Some(extent)
}

/// Whether a distance leads back.
pub(crate) fn is_backward(distance: Distance) -> bool {
    distance.size() < 0
}

#[cfg(test)]
mod tests {
    use super::{Hang, hang, hung, window};
    use crate::amount::{Amount, Modifier, Unit};
    use crate::article::Language;
    use crate::constraint::Distance;
    use crate::expr::{Anchor, Cell, Direction, Expr, Signal};
    use crate::extent::Extent;
    use crate::why::Why;
    use chrono::NaiveDate;

    fn day(year: i32, month: u32, day: u32) -> Extent {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Extent::day).unwrap()
    }

    #[track_caller]
    fn leads(expr: Expr, from: &str, to: &str, words: &str) {
        let hang = hang(&expr).unwrap();
        let extent = hung(&day(2024, 3, 22), &hang).unwrap();
        let bound =
            |text: Option<String>| text.map_or("-".to_owned(), |text| text[..10].to_owned());
        assert_eq!((bound(extent.from_text()), bound(extent.to_text())), (from.into(), to.into()));
        let (event, anchor) = ("alert".to_owned(), "raid".to_owned());
        let says = Why::Hangs { event, by: hang, anchor, window: false };
        assert_eq!(says.text(Language::En), format!("\"alert\" is {words} \"raid\""));
    }

    fn shift(amount: Amount, direction: Direction) -> Expr {
        Expr::Shift { amount, direction, anchor: Anchor::Event }
    }

    #[test]
    fn distances_from_an_event_move_its_extent() {
        use Direction::{After, Before};
        leads(
            shift(Amount::of(18, Unit::Day), Before),
            "2024-03-04",
            "2024-03-05",
            "18 days before",
        );
        leads(
            shift(Amount::of(1, Unit::Month), After),
            "2024-04-22",
            "2024-04-23",
            "1 month after",
        );
        leads(
            shift(Amount::of(2, Unit::Week).with(Some(Modifier::MoreThan)), Before),
            "2024-03-02",
            "2024-03-08",
            "between 15 days and 20 days before",
        );
        let eve = Expr::Relative { cell: Cell::Unit(Unit::Day), offset: -1, anchor: Anchor::Event };
        leads(eve, "2024-03-21", "2024-03-22", "1 day before");
        let within = Expr::Window {
            amount: Amount::of(10, Unit::Day),
            direction: After,
            anchor: Anchor::Event,
        };
        leads(within, "2024-03-22", "2024-04-02", "at most 10 days after");
        let until = Expr::Bound { signal: Signal::Before, of: Box::new(Expr::Event) };
        leads(until, "-", "2024-03-23", "before");
    }

    #[test]
    fn forty_eight_hours_from_some_time_on_a_day_end_within_three_days() {
        let window = window(&day(2024, 3, 8), &Amount::of(48, Unit::Hour)).unwrap();
        assert_eq!(window.from_text().as_deref(), Some("2024-03-08T00:00"));
        assert_eq!(window.to_text().as_deref(), Some("2024-03-11T00:00"));
    }

    #[test]
    fn distances_too_large_to_reckon_give_nothing() {
        let far = Hang::Offset {
            low: Some(Distance::Days(i64::MAX)),
            high: Some(Distance::Days(i64::MAX)),
            vague: false,
        };
        assert_eq!(hung(&day(2024, 3, 22), &far), None);
    }
}

//! How long an amount is: its calendar and its clock parts, and what vague words stand for. Every stage
//! takes its lengths from here.

use super::{Amount, Modifier, Quantity, Unit};

/// A distance by its calendar and its clock parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Length {
    pub(crate) months: i64,
    pub(crate) days: i64,
    pub(crate) seconds: i64,
}

/// The length of an exact amount; fractions of a year or a month become months or days.
pub(crate) fn exact(amount: &Amount) -> Option<Length> {
    length(amount, |n| match n {
        Quantity::Exact(n) => Some(n),
        _ => None,
    })
}

fn length(amount: &Amount, pick: impl Fn(Quantity) -> Option<i64>) -> Option<Length> {
    let mut total = Length::default();
    for (n, unit) in &amount.parts {
        let thousandths = pick(*n)?;
        if let Some(months) = unit.months() {
            let in_months = thousandths.checked_mul(months)?;
            total.months = total.months.checked_add(in_months / 1000)?;
            total.days = total.days.checked_add((in_months % 1000) * 30 / 1000)?;
        } else if let Some(days) = unit.days() {
            let in_days = thousandths.checked_mul(days)?;
            total.days = total.days.checked_add(in_days / 1000)?;
            total.seconds =
                total.seconds.checked_add((in_days % 1000).checked_mul(86_400)? / 1000)?;
        } else {
            total.seconds =
                total.seconds.checked_add(thousandths.checked_mul(unit.seconds()?)? / 1000)?;
        }
    }
    Some(total)
}

/// Least and greatest length that vague words stand for, where nothing better is known:
/// "more than two weeks" is 14 to 20 days, "nearly a month" 21 to 30, "barely a week" up to 7, "a
/// few hours" under 12.
pub(crate) fn range_of(amount: &Amount) -> Option<(Length, Length)> {
    let low = length(amount, |n| match n {
        Quantity::Exact(n) => Some(n),
        Quantity::Between(low, _) => low.checked_mul(1000),
        Quantity::Vague => Some(2000),
        Quantity::TooLarge => None,
    })?;
    let high = length(amount, |n| match n {
        Quantity::Exact(n) => Some(n),
        Quantity::Between(_, high) => high.checked_mul(1000),
        Quantity::Vague => Some(9000),
        Quantity::TooLarge => None,
    })?;
    let one = length(&Amount::of(1, amount.unit()), |n| match n {
        Quantity::Exact(n) => Some(n),
        _ => None,
    })?;
    let vague_hours = matches!(amount.parts.as_slice(), [(Quantity::Vague, Unit::Hour)]);
    let (low, high) = if vague_hours {
        (Length::default(), Length { seconds: 12 * 3600 - 60, ..Length::default() })
    } else {
        (low, high)
    };
    Some(match amount.modifier {
        None => (low, high),
        Some(Modifier::MoreThan | Modifier::AtLeast) => (low, less_a_day(plus(high, one)?)),
        Some(Modifier::LessThan | Modifier::Nearly) => (minus_part(high, one), high),
        Some(Modifier::AtMost) => (Length::default(), high),
        Some(Modifier::Approx) => (minus_part(low, one), plus_part(high, one)),
    })
}

/// The same where an amount says how far two things lie apart: strictly more of whole days is at least a
/// day more. A time "more than two weeks ago" is annotated with the day two weeks ago.
pub(crate) fn distance_range(amount: &Amount) -> Option<(Length, Length)> {
    let (low, high) = range_of(amount)?;
    let is_days = low.months == 0 && low.seconds == 0;
    let more = i64::from(is_days && amount.modifier == Some(Modifier::MoreThan));
    Some((Length { days: low.days.checked_add(more)?, ..low }, high))
}

/// The least and the greatest length that the words allow at all: what [`distance_range`] closes by a
/// convention ("more than", "a few") is open here.
pub(crate) fn hull_of(amount: &Amount) -> (Option<Length>, Option<Length>) {
    let Some((low, high)) = distance_range(amount) else { return (None, None) };
    let is_counted = amount.parts.iter().all(|(n, _)| *n != Quantity::Vague);
    let (low, high) = (Some(low), Some(high).filter(|_| is_counted));
    match amount.modifier {
        Some(Modifier::MoreThan | Modifier::AtLeast) => (low, None),
        Some(Modifier::LessThan | Modifier::AtMost) => (None, high),
        Some(Modifier::Approx | Modifier::Nearly) | None => (low, high),
    }
}

fn plus(a: Length, b: Length) -> Option<Length> {
    Some(Length {
        months: a.months.checked_add(b.months)?,
        days: a.days.checked_add(b.days)?,
        seconds: a.seconds.checked_add(b.seconds)?,
    })
}

fn less_a_day(length: Length) -> Length {
    if length.seconds == 0 {
        Length { days: length.days - 1, ..length }
    } else {
        Length { seconds: length.seconds - 60, ..length }
    }
}

/// A quarter of the unit less, roughly: nine days of a month, two of a week.
fn minus_part(length: Length, one: Length) -> Length {
    Length {
        months: length.months - if one.months == 0 { 0 } else { (one.months + 3) / 4 },
        days: length.days + if one.months == 1 { 21 } else { 0 } - one.days * 2 / 7,
        seconds: length.seconds - one.seconds / 4,
    }
}

fn plus_part(length: Length, one: Length) -> Length {
    let part = minus_part(Length::default(), one);
    Length {
        months: length.months + if one.months == 1 { 0 } else { -part.months },
        days: length.days + if one.months == 1 { 9 } else { one.days * 2 / 7 },
        seconds: length.seconds - part.seconds,
    }
}

#[cfg(test)]
mod tests {
    use super::{Length, distance_range, hull_of, range_of};
    use crate::amount::{Amount, Modifier, Quantity, Unit};

    #[test]
    fn vague_words_stand_for_one_range_in_every_stage() {
        let days = |days| Length { days, ..Length::default() };
        let weeks = |modifier| Amount::of(2, Unit::Week).with(Some(modifier));
        for (amount, range, hull) in [
            (weeks(Modifier::MoreThan), (15, 20), (Some(15), None)),
            (weeks(Modifier::AtLeast), (14, 20), (Some(14), None)),
            (weeks(Modifier::AtMost), (0, 14), (None, Some(14))),
            (weeks(Modifier::Approx), (12, 16), (Some(12), Some(16))),
            (weeks(Modifier::Nearly), (12, 14), (Some(12), Some(14))),
            (Amount::new(vec![(Quantity::Vague, Unit::Day)]), (2, 9), (Some(2), None)),
            (Amount::of(14, Unit::Day), (14, 14), (Some(14), Some(14))),
        ] {
            let expected = Some((days(range.0), days(range.1)));
            assert_eq!(distance_range(&amount), expected, "{amount:?}");
            assert_eq!(hull_of(&amount), (hull.0.map(days), hull.1.map(days)), "{amount:?}");
        }
        let ago = range_of(&weeks(Modifier::MoreThan));
        assert_eq!(ago, Some((days(14), days(20))), "as the annotation has it");
    }
}

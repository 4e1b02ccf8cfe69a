//! How long an amount is: its calendar and its clock parts, and what vague words stand for.

use chrono::{Duration, NaiveDate};

use super::calendar::add_days;
use crate::amount::{Amount, Modifier, Quantity, Unit};
use crate::extent::{add_months, midnight};

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

/// A day moved by a length, forward or back; hours move it by the days they fill.
pub(crate) fn moved(day: NaiveDate, length: Length, sign: i64) -> Option<NaiveDate> {
    let months = add_months(day, sign.checked_mul(length.months)?)?;
    let days = add_days(months, sign.checked_mul(length.days)?)?;
    midnight(days)
        .checked_add_signed(Duration::try_seconds(sign.checked_mul(length.seconds)?)?)
        .map(|moment| moment.date())
}

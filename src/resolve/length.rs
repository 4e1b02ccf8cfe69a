//! Days moved by lengths.

use chrono::{Duration, NaiveDate};

use super::calendar::add_days;
pub(crate) use crate::amount::length::{Length, distance_range, exact, range_of};
use crate::extent::{add_months, midnight};

/// A day moved by a length, forward or back; hours move it by the days they fill.
pub(crate) fn moved(day: NaiveDate, length: Length, sign: i64) -> Option<NaiveDate> {
    let months = add_months(day, sign.checked_mul(length.months)?)?;
    let days = add_days(months, sign.checked_mul(length.days)?)?;
    midnight(days)
        .checked_add_signed(Duration::try_seconds(sign.checked_mul(length.seconds)?)?)
        .map(|moment| moment.date())
}

//! Dates and times as ISO 8601 writes them: "2024-03-07", "2024-03-07T21:15Z", "2024-W10". They are
//! the same in every language.

use nom::Parser;
use nom::combinator::{map, opt};

use super::Parsed;
use super::common::{any_word, boundary, digits, glued, mark, near, no, number_in, sense, word};
use super::input::Input;
use super::sense::Sense;
use super::token::{Gap, Kind};
use crate::expr::{Clock, Pattern, Year};
use crate::extent::Zone;

/// A year of four digits.
pub(crate) fn four_digit_year(input: Input<'_>) -> Parsed<'_, i32> {
    match digits(input)? {
        (rest, (year, 4)) => Ok((rest, i32::try_from(year).unwrap_or(0))),
        _ => no(input),
    }
}

/// "1699/1700", "1556/7": a day between January and March by the years that began in March and by
/// ours; the later is ours.
pub(crate) fn dual_year(input: Input<'_>) -> Parsed<'_, i32> {
    let (rest, year) = four_digit_year(input)?;
    let (rest, (_, (next, length))) = (glued(mark(b'/')), glued(digits)).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    let of_next = |modulus: i32| (year + 1).rem_euclid(modulus);
    let next = i32::try_from(next).unwrap_or(-1);
    let goes_on = match length {
        1 => next == of_next(10),
        2 => next == of_next(100),
        4 => next == year + 1,
        _ => false,
    };
    if goes_on && (1000..=1800).contains(&year) { Ok((rest, year + 1)) } else { no(input) }
}

/// A number of exactly two digits between two bounds, glued to what stands before it.
fn two_digits<'a>(
    least: u64,
    greatest: u64,
) -> impl Parser<Input<'a>, Output = u8, Error = nom::error::Error<Input<'a>>> {
    move |input: Input<'a>| match glued(digits).parse(input)? {
        (rest, (number, 2)) if least <= number && number <= greatest => Ok((rest, number as u8)),
        _ => no(input),
    }
}

/// "2024-03-07", with the time of day where one is glued on by a T or follows after a space; the
/// zone too.
pub(crate) fn date_time(input: Input<'_>) -> Parsed<'_, Pattern> {
    if let Ok(found) = compact(input) {
        return Ok(found);
    }
    let (rest, year) = four_digit_year(input)?;
    let dash = || glued(mark(b'-'));
    let (rest, (_, month, _, day)) =
        (dash(), two_digits(1, 12), dash(), two_digits(1, 31)).parse(rest)?;
    let date = Pattern {
        year: Some(Year::Full(year)),
        month: Some(month),
        day: Some(day),
        ..Pattern::default()
    };
    let after_t = (glued(word("t")), glued(clock_after_t)).map(|(_, clock)| clock);
    if let Ok((rest, clock)) = after_t.or(near(clock_of_log)).parse(rest) {
        let zone = zone.or(map(offset, Zone::Offset)).or(mail_offset);
        let (rest, zone) = opt(zone).parse(rest)?;
        let clock = Some(Clock { zone, ..clock });
        return Ok((boundary(rest)?.0, Pattern { clock, ..date }));
    }
    if names_a_file(&rest) { no(input) } else { Ok((boundary(rest)?.0, date)) }
}

/// Whether letters are glued on by a full stop: "2002-10-09.xlsx".
pub(crate) fn names_a_file(rest: &Input<'_>) -> bool {
    let is_lower = |text: &str| text.chars().next().is_some_and(char::is_lowercase);
    rest.is_glued()
        && rest.is_mark(b'.')
        && (rest.peek(1)).is_some_and(|after| {
            after.gap == Gap::None && after.kind == Kind::Word && is_lower(rest.text_of(after))
        })
}

/// "20161016", "20161016T091500Z": eight digits that are a day of the last or this century, and a real
/// one, with the time of day where one is glued on.
fn compact(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, date) = compact_date(input)?;
    let timed = (glued(word("t")), glued(digits)).parse(rest);
    let Ok((rest, (_, (number, length @ (4 | 6))))) = timed else {
        return Ok((boundary(rest)?.0, date));
    };
    let number = if length == 6 { number } else { number * 100 };
    let (hour, minute, second) = (number / 10_000, number / 100 % 100, number % 100);
    if 23 < hour || 59 < minute || 60 < second {
        return no(input);
    }
    let second = (length == 6).then_some(second as u8);
    let (rest, zone) = opt(zone.or(map(offset, Zone::Offset))).parse(rest)?;
    let clock = Some(Clock { second, zone, ..Clock::at(hour as u8, Some(minute as u8)) });
    Ok((boundary(rest)?.0, Pattern { clock, ..date }))
}

fn compact_date(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, (number, length)) = digits(input)?;
    let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
    let alone = !input.is_glued() && length == 8 && (1900..=2099).contains(&year);
    let year = i32::try_from(year).unwrap_or(0);
    let real = chrono::NaiveDate::from_ymd_opt(year, month as u32, day as u32).is_some();
    if !(alone && real) {
        return no(input);
    }
    let (month, day) = (Some(month as u8), Some(day as u8));
    Ok((rest, Pattern { year: Some(Year::Full(year)), month, day, ..Pattern::default() }))
}

/// The time of a log: "09:15:00,123"; the fraction of a second is read and left.
fn clock_of_log(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, clock) = clock_colon(input)?;
    let point = || mark(b',').or(mark(b'.'));
    match (glued(point()), glued(digits)).parse(rest) {
        Ok((rest, _)) if clock.second.is_some() => Ok((rest, clock)),
        _ => Ok((rest, clock)),
    }
}

/// The time after the T: "21:15", "21:15:30.5".
fn clock_after_t(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, clock) = clock_colon(input)?;
    // A fraction of a second is read and left: nothing here is finer than a second.
    let (rest, _) = opt((glued(mark(b'.')), glued(digits))).parse(rest)?;
    Ok((rest, clock))
}

/// "9:03", "21:15:30".
pub(crate) fn clock_colon(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, (hour, _, minute)) =
        (number_in(0, 24, 2), glued(mark(b':')), two_digits(0, 59)).parse(input)?;
    let (rest, second) = opt((glued(mark(b':')), two_digits(0, 60))).parse(rest)?;
    if hour == 24 && minute != 0 {
        return no(input);
    }
    let second = second.map(|(_, second)| second);
    Ok((rest, Clock { second, ..Clock::at(hour as u8, Some(minute)) }))
}

/// As [`boundary`], but the time of day may be glued to a date by a colon: "06/Nov/2023:06:36:02".
pub(crate) fn date_boundary(rest: Input<'_>) -> Parsed<'_, ()> {
    let timed =
        rest.is_mark(b':') && rest.is_glued() && glued(clock_colon).parse(rest.skip(1)).is_ok();
    if timed { Ok((rest, ())) } else { boundary(rest) }
}

/// A zone by letters, with its offset where said: "Z", "UTC", "GMT+1", "UTC-3". The letters are words
/// of the language's lexicon, "Z" excepted. An offset alone is none: "9:00-11:00" is a range.
pub(crate) fn zone(input: Input<'_>) -> Parsed<'_, Zone> {
    let named = near(sense(|sense| match sense {
        Sense::Zone(zone) => Some(*zone),
        _ => None,
    }));
    let zulu = map(glued(any_word(&["z"])), |_| Zone::Utc);
    let (rest, zone) = named.or(zulu).parse(input)?;
    match (zone, offset(rest)) {
        (Zone::Utc, Ok((rest, minutes))) => Ok((rest, Zone::Offset(minutes))),
        _ => Ok((rest, zone)),
    }
}

/// " +0100", " +01:00" after a time of day, as mail has it: four digits, after a space.
pub(crate) fn mail_offset(input: Input<'_>) -> Parsed<'_, Zone> {
    let (rest, sign) = map(mark(b'+'), |()| 1).or(map(mark(b'-'), |()| -1)).parse(input)?;
    let (rest, (number, length)) = glued(digits).parse(rest)?;
    let (rest, number) = match (glued(mark(b':')), two_digits(0, 59)).parse(rest) {
        Ok((rest, (_, minutes))) if length == 2 => (rest, number * 100 + u64::from(minutes)),
        _ if length == 4 => (rest, number),
        _ => return no(input),
    };
    let (rest, ()) = boundary(rest)?;
    let (hours, minutes) = (number / 100, number % 100);
    if input.is_glued() || 14 < hours || 59 < minutes {
        return no(input);
    }
    Ok((rest, Zone::Offset(sign * (hours as i32 * 60 + minutes as i32))))
}

/// "+01:00", "-0330", "+2", in minutes.
fn offset(input: Input<'_>) -> Parsed<'_, i32> {
    let (rest, sign) = map(mark(b'+'), |()| 1)
        .or(map(mark(b'-'), |()| -1))
        .parse(input)
        .and_then(|(rest, sign)| if rest.is_glued() { Ok((rest, sign)) } else { no(input) })?;
    if !input.is_glued() {
        return no(input);
    }
    let (rest, (hours, minutes)) = match digits(rest)? {
        (rest, (number, 4)) => (rest, (number / 100, number % 100)),
        (rest, (hours, 1 | 2)) => {
            let (rest, minutes) = opt((glued(mark(b':')), two_digits(0, 59))).parse(rest)?;
            (rest, (hours, minutes.map_or(0, |(_, minutes)| u64::from(minutes))))
        }
        _ => return no(input),
    };
    if 14 < hours || 59 < minutes {
        return no(input);
    }
    let (rest, ()) = boundary(rest)?;
    Ok((rest, sign * (hours as i32 * 60 + minutes as i32)))
}

/// "2024-W10", "2024-W10-3".
pub(crate) fn week_date(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, (year, _, _, week)) =
        (four_digit_year, glued(mark(b'-')), glued(word("w")), two_digits(1, 53)).parse(input)?;
    let (rest, weekday) = opt((glued(mark(b'-')), glued(number_in(1, 7, 1)))).parse(rest)?;
    let pattern = Pattern {
        year: Some(Year::Full(year)),
        week: Some(week),
        weekday: weekday.map(|(_, weekday)| weekday as u8),
        ..Pattern::default()
    };
    Ok((boundary(rest)?.0, pattern))
}

//! Days of a month: "March 7", "the 7th of March", "Friday the 13th", "15SEP".

use nom::Parser;

use super::calendar::{month, weekday_or_short};
use super::number::{ordinal, small};
use super::words::{goes_on, is_capital, is_hyphenated, past_comma, past_hyphen};
use super::year::{year, year_after};
use crate::expr::{Pattern, Year};
use crate::lang::Parsed;
use crate::lang::common::{any_word, boundary, no, number_in, word, words};
use crate::lang::input::Input;
use crate::lang::phrase::means;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind};

/// A day of the month: "7", "7th", "seventh". Nothing may be glued to it.
pub(super) fn day(input: Input<'_>) -> Parsed<'_, u8> {
    let (rest, n) = match ordinal(input) {
        Ok((rest, n)) => (rest, u64::from(n)),
        Err(_) => number_in(1, 31, 2).parse(input)?,
    };
    let (rest, ()) = day_boundary(rest)?;
    match u8::try_from(n) {
        Ok(n @ 1..=31) => Ok((rest, n)),
        _ => no(input),
    }
}

/// A day of a month, with weekday and year where they are said: "Friday, March 22, 2024",
/// "7th of March", "Sept. 11".
pub(super) fn day_of_month(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (start, weekday) = match weekday_or_short(input) {
        Ok((rest, weekday)) => {
            let rest = past_comma(rest);
            (past_the_before_ordinal(rest), Some(weekday))
        }
        Err(_) => (past_the_before_ordinal(input), None),
    };
    let (rest, (month, day)) = match month_day(start) {
        Ok(found) => found,
        Err(_) => {
            let (rest, (month, day)) = day_month(start)?;
            if let Ok((rest, year)) = last_digits(rest) {
                let year = Some(year);
                let (month, day) = (Some(month), Some(day));
                return Ok((rest, Pattern { weekday, year, month, day, ..Pattern::default() }));
            }
            (rest, (month, day))
        }
    };
    let mut pattern = Pattern { weekday, month: Some(month), day: Some(day), ..Pattern::default() };
    if let Ok((rest, year)) = year_after(rest) {
        pattern.year = Some(year);
        return Ok((rest, pattern));
    }
    if let Ok((rest, year)) = year_after(past_hyphen_before_year(rest))
        .or_else(|_| super::year::early_year(past_comma(rest)))
    {
        pattern.year = Some(year);
        return Ok((rest, pattern));
    }
    Ok((rest, pattern))
}

/// "Friday the 13th", "Monday the twenty-seventh".
pub(super) fn weekday_and_day(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, weekday) = weekday_or_short(input)?;
    let (start, ()) = word("the").parse(past_comma(rest))?;
    let (rest, n) = ordinal(start).or_else(|_| {
        // "Friday the fifteen"; "Friday the fifteen met" counts people.
        let (rest, n) = day_in_words(start)?;
        if ends(&rest) { Ok((rest, u16::from(n))) } else { no(start) }
    })?;
    let (rest, ()) = boundary(rest)?;
    // "On Friday, the fourth decline in a row".
    let goes = |rest: &Input<'_>| {
        ends(rest) || is_timed(rest) || means(rest, |sense| matches!(sense, Sense::Link))
    };
    let of = goes_on(&rest) && word("of").parse(rest).is_ok();
    match u8::try_from(n) {
        Ok(day @ 1..=31) if !of && goes(&past_list(rest)) => {
            Ok((rest, Pattern { weekday: Some(weekday), day: Some(day), ..Pattern::default() }))
        }
        _ => no(input),
    }
}

/// A day of the month by its number alone: "the 15th".
pub(super) fn day_alone(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (start, ()) = word("the").parse(input)?;
    let digits = start.first().is_some_and(|token| token.kind == Kind::Number);
    let (rest, n) = ordinal(start)?;
    match u8::try_from(n) {
        Ok(n @ 1..=31) if digits && (is_timed(&rest) || ends(&past_list(rest))) => {
            Ok((rest, Pattern { day: Some(n), ..Pattern::default() }))
        }
        _ => no(input),
    }
}

/// The place after the other ordinals of a list, whose noun shows that they are no days: "the 4th, 15th
/// and 3rd Armies".
fn past_list(start: Input<'_>) -> Input<'_> {
    let mut rest = start;
    for _ in 0..6 {
        let comma = past_comma(rest);
        let joined = any_word(&["and", "or"]).parse(comma).map_or(comma, |(rest, _)| rest);
        let the = word("the").parse(joined).map_or(joined, |(rest, ())| rest);
        match ordinal(the) {
            Ok((after, _)) if joined.at() != rest.at() && goes_on(&joined) => rest = after,
            _ => break,
        }
    }
    rest
}

/// Whether a time of day follows: "the 17th at 2 p.m.", "the 5th from 9 to 11 a.m.", "the 4th 7pm".
fn is_timed(rest: &Input<'_>) -> bool {
    if goes_on(rest) && super::clock::clock(*rest).is_ok() {
        return true;
    }
    let at = any_word(&["at", "from", "between"]).parse(*rest);
    at.is_ok_and(|(start, _)| {
        let digits = start.first().is_some_and(|token| token.kind == Kind::Number);
        goes_on(&start) && (digits || super::clock::clock(start).is_ok())
    })
}

/// "2020/Sep/23", "2020-Sep-23".
pub(super) fn year_month_day(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, year) = year(input)?;
    let start = past_joint(rest);
    let (end, month) = month(start)?;
    let after = past_joint(end);
    if start.at() == rest.at() || after.at() == end.at() {
        return no(input);
    }
    let (rest, day) = day(after)?;
    let (month, day) = (Some(month), Some(day));
    Ok((rest, Pattern { year: Some(year), month, day, ..Pattern::default() }))
}

/// The two digits of a year after a hyphen: "31-Oct-74".
pub(super) fn short_year(input: Input<'_>) -> Parsed<'_, Year> {
    let (rest, n) = number_in(0, 99, 2).parse(input)?;
    let (rest, ()) = boundary(rest)?;
    let hyphen = |n| input.back(n).is_some_and(|token| token.kind == Kind::Mark(b'-'));
    let hyphen = input.is_glued() && hyphen(1) && hyphen(3);
    if hyphen && input.first().is_some_and(|token| token.end - token.start == 2) {
        Ok((rest, Year::Short(n as u8)))
    } else {
        no(input)
    }
}

/// The place after the hyphen of "7-Mar-2024".
pub(super) fn past_hyphen_before_year(input: Input<'_>) -> Input<'_> {
    let after = past_joint(input);
    if after.at() != input.at() && (year(after).is_ok() || short_year(after).is_ok()) {
        after
    } else {
        input
    }
}

/// The place after "the" where an ordinal follows, or a day and its month that are no noun's: "the
/// 7th of March", "on the 29 August"; not "the March 7 accord", "the 29 August accord".
fn past_the_before_ordinal(input: Input<'_>) -> Input<'_> {
    let Ok((rest, ())) = word("the").parse(input) else { return input };
    let dated = || {
        let (end, _) = number_in(1, 31, 2).parse(rest).and_then(|(rest, _)| month(rest)).ok()?;
        let end = year_after(end).map_or(end, |(rest, _)| rest);
        let noun = end.first().filter(|token| token.kind == Kind::Word && token.gap != Gap::Break);
        let other = noun.is_some_and(|token| input.source().lexicon.is_other(token.word))
            && !is_capital(&end);
        (!other).then_some(())
    };
    if ordinal(rest).is_ok() || dated().is_some() { rest } else { input }
}

/// "March 7", "Mar. 7th", and where a year follows "March, 7th 2016", "March seven, 2016".
fn month_day(input: Input<'_>) -> Parsed<'_, (u8, u8)> {
    let (rest, month) = month(input)?;
    let stroke = rest.is_mark(b'-') || rest.is_mark(b'/');
    let rest = if stroke && rest.is_glued() { rest.skip(1) } else { rest };
    let month_end = rest;
    let the = word("the").parse(rest).map_or(rest, |(rest, ())| rest);
    // "By the end of May the Second Squadron had sailed".
    let named = |(rest, _): &(Input<'_>, u8)| {
        let counts = rest.first().is_some_and(|token| token.kind == Kind::Word) && !ends(rest);
        the.at() != month_end.at()
            && counts
            && year_after(*rest).is_err()
            && !is_timed(rest)
            && !means(rest, |sense| matches!(sense, Sense::Link))
    };
    let (rest, day) = match day(the) {
        Ok(found) if named(&found) => return no(input),
        Ok(found) => found,
        Err(_) => {
            let (rest, day) = day_in_words(the).or_else(|_| {
                let (rest, n) = ordinal(past_comma(the))?;
                Ok::<_, nom::Err<nom::error::Error<Input<'_>>>>((rest, n as u8))
            })?;
            year_after(rest)?;
            (rest, day)
        }
    };
    // "March 7 percent": a count, not a day.
    if rest.is_mark(b'%') {
        return no(input);
    }
    Ok((rest, (month, day)))
}

/// "7 March", "7th of March", "7-Mar"; "15SEP", as tickets have it; and where a year follows "16.
/// Nov. 2016", "twenty-five January 1986".
fn day_month(input: Input<'_>) -> Parsed<'_, (u8, u8)> {
    if let Ok((rest, day)) = number_in(1, 31, 2).parse(input)
        && rest.is_glued()
        && is_capital(&rest)
        && let Ok((after, month)) = month(rest)
    {
        return Ok((after, (month, day as u8)));
    }
    let (rest, day) = match day(input) {
        Ok(found) => found,
        Err(_) => {
            let (rest, day) = day_in_words(input)?;
            let (end, month) = month(rest)?;
            year_after(end)?;
            return Ok((end, (month, day)));
        }
    };
    if rest.is_mark(b'.')
        && rest.is_glued()
        && let Ok((end, month)) = month(rest.skip(1))
        && year_after(end).is_ok()
    {
        return Ok((end, (month, day)));
    }
    let rest = past_joint(rest);
    let rest = words("day of")
        .parse(rest)
        .or_else(|_| word("of").parse(rest))
        .map_or(rest, |(rest, ())| rest);
    if !goes_on(&rest) {
        return no(input);
    }
    let (rest, month) = month(rest)?;
    Ok((past_hyphen_before_year(rest), (month, day)))
}

/// A day of the month as it is counted in words: "seven", "twenty-five". What it stands beside must
/// show that it counts nothing else.
fn day_in_words(input: Input<'_>) -> Parsed<'_, u8> {
    match small(input)? {
        (rest, n @ 1..=31) => Ok((rest, n as u8)),
        _ => no(input),
    }
}

/// As [`boundary`], but the day may be followed by a hyphen and another number ("3-5 May"), or by a
/// stroke and a year ("August/10/2012").
fn day_boundary(rest: Input<'_>) -> Parsed<'_, ()> {
    // A stroke, or a comma without its space: "May 17,2019".
    let comma = if rest.is_mark(b',') && rest.is_glued() { rest.skip(1) } else { rest };
    let stroke = if comma.at() == rest.at() { past_joint(rest) } else { comma };
    let dated = stroke.at() != rest.at() && stroke.is_glued() && year(stroke).is_ok();
    if is_hyphenated(&rest) || dated { Ok((rest, ())) } else { boundary(rest) }
}

/// The place after a hyphen or a stroke that is glued on both sides.
fn past_joint(input: Input<'_>) -> Input<'_> {
    let stroke = input.is_mark(b'/') && input.is_glued();
    let glued = input.peek(1).is_some_and(|after| after.gap == Gap::None);
    if stroke && glued { input.skip(1) } else { past_hyphen(input) }
}

/// "14th April 15": after a day and its month, where nothing follows that it could count.
fn last_digits(input: Input<'_>) -> Parsed<'_, Year> {
    let (rest, n) = number_in(0, 99, 2).parse(input)?;
    let two = input.first().is_some_and(|token| token.end - token.start == 2);
    let glued = input.is_glued();
    let stops = rest.first().is_none_or(|token| {
        token.gap == Gap::Break
            || matches!(token.kind, Kind::Mark(b'.' | b')' | b',' | b';' | b':'))
    }) || means(&rest, |sense| *sense == Sense::Stop);
    // "On 3 March 20 and 30 people", "at 29 March 10:30".
    let counts = any_word(&["and", "or"])
        .parse(rest)
        .is_ok_and(|(rest, _)| rest.first().is_some_and(|token| token.kind == Kind::Number));
    let ends = glued || stops && !counts;
    let (rest, ()) = boundary(rest)?;
    if two && ends { Ok((rest, Year::Short(n as u8))) } else { no(input) }
}

/// Whether no noun follows that a number would count or order.
fn ends(rest: &Input<'_>) -> bool {
    rest.first().is_none_or(|token| {
        token.gap == Gap::Break
            || matches!(token.kind, Kind::Mark(b'.' | b',' | b';' | b')' | b'?' | b'!'))
            || means(rest, |sense| matches!(sense, Sense::Stop))
    })
}

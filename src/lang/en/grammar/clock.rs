//! Times of day: "5:30 p.m.", "21:15", "half past five", "noon", with a zone if said.

use nom::Parser;

use super::number::small;
use super::words::{
    clock_word, day_part, goes_on, is_capital, is_hyphenated, is_led_to, meridiem_word, past_comma,
    past_stop, zone,
};
use crate::amount::DayPart;
use crate::expr::{Clock, Pattern};
use crate::extent::Zone;
use crate::lang::Parsed;
use crate::lang::common::{any_word, boundary, digits, no, number_in, word, words};
use crate::lang::input::Input;
use crate::lang::iso;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind};

/// A time of day that cannot be anything else.
pub(super) fn clock(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, clock) = spoken(input)
        .or_else(|_| in_words(input))
        .or_else(|_| military(input))
        .or_else(|_| in_digits(input))?;
    Ok(with_zone(rest, clock))
}

/// The zone after a time, its brackets included, and the time as a pattern.
fn with_zone<'a>(rest: Input<'a>, mut clock: Clock) -> (Input<'a>, Pattern) {
    let open = rest.is_mark(b'(');
    let start = if open { rest.skip(1) } else { rest };
    let mut end = rest;
    if let Ok((after, found)) =
        zone_offset(start).or_else(|_| zone_name(start)).or_else(|_| place_time(start))
    {
        if !open {
            clock.zone = Some(found);
            end = after;
        } else if after.is_mark(b')') {
            clock.zone = Some(found);
            end = after.skip(1);
        }
    } else if let Ok((after, ())) =
        words("local time").parse(start).or_else(|_| words("local").parse(start))
        && (!open || after.is_mark(b')'))
    {
        end = if open { after.skip(1) } else { after };
    } else if let (true, Ok((after, ()))) = (is_capital(&start), word("time").parse(start.skip(1)))
    {
        // "Baghdad time": a zone that is not known here.
        end = after;
    }
    (end, Pattern { clock: Some(clock), ..Pattern::default() })
}

/// "GMT+1", "UTC-3", " +0100", " +01:00": hours from Greenwich, as mails and logs have them.
fn zone_offset(input: Input<'_>) -> Parsed<'_, Zone> {
    if let Ok(found) = iso::mail_offset(input) {
        return Ok(found);
    }
    let (named, _) = zone(input)?;
    match iso::zone(input)? {
        (rest, found @ Zone::Offset(_)) if named.at() < rest.at() => Ok((rest, found)),
        _ => no(input),
    }
}

/// "Baghdad time": the zone of a place.
fn place_time(input: Input<'_>) -> Parsed<'_, Zone> {
    if !is_capital(&input) {
        return no(input);
    }
    let (rest, zone) = crate::lang::gazetteer::place(
        input,
        crate::lang::grammar(crate::article::Language::En).places,
    )?;
    let (rest, ()) = word("time").parse(rest)?;
    Ok((rest, Zone::Named(zone)))
}

/// A zone by name or by letters; letters count in capitals ("est" is a word elsewhere), or glued
/// to the number.
fn zone_name(input: Input<'_>) -> Parsed<'_, Zone> {
    if !goes_on(&input) {
        return no(input);
    }
    let (rest, found) = zone(input)?;
    // "ET" and "PT" are words elsewhere.
    let short = input.first().is_some_and(|token| token.end - token.start == 2);
    if short && !is_capital(&input) { no(input) } else { Ok((rest, found)) }
}

/// "a.m.", "PM": the hours to add, full stops included.
fn meridiem(input: Input<'_>) -> Parsed<'_, u8> {
    let (rest, hours) = meridiem_word(input)?;
    let dotted = rest.back(2).is_some_and(|token| token.kind == Kind::Mark(b'.'));
    Ok((if dotted { past_stop(rest) } else { rest }, hours))
}

/// The hour of the day for an hour of the half, "12 a.m." being 0.
fn of_half(hour: u64, add: u8) -> Option<u8> {
    match hour {
        12 => Some(add),
        1..=11 => Some(hour as u8 + add),
        _ => None,
    }
}

/// "5:30", "5.30", "17:30:05" as digits: hour, minute, second.
fn hour_minute(input: Input<'_>) -> Parsed<'_, (u64, Option<u8>, Option<u8>)> {
    let (rest, hour) = number_in(0, 24, 2).parse(input)?;
    let two = |input: Input<'_>| -> Option<u8> {
        let token = input.first().filter(|token| token.gap == Gap::None)?;
        let (_, (n, length)) = digits(input).ok()?;
        (length == 2 && n < 60 && token.kind == Kind::Number).then_some(n as u8)
    };
    let colon = rest.is_mark(b':') || rest.is_mark(b'.');
    if !(colon && rest.is_glued()) {
        return Ok((rest, (hour, None, None)));
    }
    let Some(minute) = two(rest.skip(1)) else { return Ok((rest, (hour, None, None))) };
    let after = rest.skip(2);
    if after.is_mark(b':')
        && after.is_glued()
        && let Some(second) = two(after.skip(1))
    {
        return Ok((after.skip(2), (hour, Some(minute), Some(second))));
    }
    Ok((after, (hour, Some(minute), None)))
}

/// "5 p.m.", "5:30pm", "10:57", "4 in the morning", "5 o'clock".
fn in_digits(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, (hour, minute, second)) = hour_minute(input)?;
    let at = |hour: u8| Clock { second, ..Clock::at(hour, minute) };
    let dotted = minute.is_some() && input.peek(1).is_some_and(|t| t.kind == Kind::Mark(b'.'));
    if goes_on(&rest) {
        // "9.am"; "3am3io" is part of an address.
        if let Ok((rest, add)) = meridiem(past_stop(rest))
            && (!is_run_on(&rest) || ends_sentence(&rest))
        {
            let Some(hour) = of_half(hour, add) else { return no(input) };
            // "10 p.m. in the evening" says it twice.
            return Ok((rest, at(hour)));
        }
        if let Ok((rest, part)) = in_the_part(rest)
            && let Some(hour) = by_part(hour, part)
        {
            return Ok((rest, at(hour)));
        }
        if let Ok((rest, ())) = words("o clock").parse(rest) {
            let Ok(hour @ 1..=12) = u8::try_from(hour) else { return no(input) };
            return Ok(o_clock(rest, hour));
        }
    }
    // "18.42 BST": only a zone shows that a full stop parts hours and minutes.
    let zoned = dotted && zone_name(rest).is_ok_and(|_| is_capital(&rest));
    if dotted && !zoned || minute.is_none() {
        return no(input);
    }
    // "She won in 3:07:35": how long it took.
    if second.is_some() && is_elapsed(&input) {
        return no(input);
    }
    // "10:57", "03:00hrs": on the 24-hour clock; an hour of one digit leaves the half open.
    let two_digits = input.first().is_some_and(|token| token.end - token.start == 2);
    let hours = any_word(&["h", "hrs", "hours"]).parse(rest);
    let rest = hours.map_or(rest, |(rest, _)| rest);
    // Another time may follow a hyphen: "19:00-21:00".
    let (rest, ()) = if is_hyphenated(&rest) { (rest, ()) } else { boundary(rest)? };
    let Ok(hour @ 0..=24) = u8::try_from(hour) else { return no(input) };
    // "Luke 3:16" is chapter and verse; "won 10:57" is hardly said.
    let name = input.first().is_some_and(|token| token.gap <= Gap::Line)
        && input.at().checked_sub(1).is_some_and(|at| {
            let before = Input::new(input.source(), at);
            is_capital(&before)
                && before.first().is_some_and(|token| input.source().lexicon.is_other(token.word))
        });
    if name {
        return no(input);
    }
    Ok((rest, Clock { either_half: !two_digits && (1..=12).contains(&hour), ..at(hour) }))
}

/// Whether hours, minutes and seconds written with colons say how long something took: "in 3:07:35", "a
/// time of 2:04:11".
pub(super) fn is_elapsed(input: &Input<'_>) -> bool {
    let one_digit = input.first().is_some_and(|token| token.end - token.start == 1);
    let took = super::words::is_after(input, |sense| *sense == Sense::LeadsToAmount);
    let of = input.back(1).is_some_and(|token| input.text_of(token) == "of")
        && input.back(2).is_some_and(|token| input.text_of(token) == "time");
    one_digit && took || of
}

/// Whether a full stop and a capital letter stand together here, as in texts out of PDFs: "5 p.m.The".
fn ends_sentence(rest: &Input<'_>) -> bool {
    let stop = rest.back(1).is_some_and(|token| token.kind == Kind::Mark(b'.'));
    stop && is_capital(rest)
}

/// Whether letters or digits go on without a space.
fn is_run_on(rest: &Input<'_>) -> bool {
    rest.is_glued()
        && rest.first().is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Number))
}

/// What may follow "five o'clock": half of the day, part of the day.
fn o_clock(rest: Input<'_>, hour: u8) -> (Input<'_>, Clock) {
    if let Ok((rest, part)) = in_the_part(rest)
        && let Some(hour) = by_part(u64::from(hour), part)
    {
        return (rest, Clock::at(hour, Some(0)));
    }
    if let Ok((rest, add)) = meridiem(rest)
        && let Some(hour) = of_half(u64::from(hour), add)
    {
        return (rest, Clock::at(hour, Some(0)));
    }
    (rest, Clock { either_half: true, ..Clock::at(hour, Some(0)) })
}

/// "In the morning", "at night".
fn in_the_part(input: Input<'_>) -> Parsed<'_, DayPart> {
    if let Ok((rest, ())) = words("at night").parse(input) {
        return Ok((rest, DayPart::Night));
    }
    let (rest, ()) = words("in the").parse(input)?;
    if goes_on(&rest) { day_part(rest) } else { no(input) }
}

/// The hour of the day for an hour said with a part of the day.
fn by_part(hour: u64, part: DayPart) -> Option<u8> {
    match (part, hour) {
        (DayPart::Morning, 1..=12) => of_half(hour, 0),
        (DayPart::Night, 12 | 1..=4) => of_half(hour, 0),
        (DayPart::Afternoon | DayPart::Evening | DayPart::Night | DayPart::Midday, 1..=12) => {
            of_half(hour, 12)
        }
        _ => None,
    }
}

/// "Noon", "midnight", "12 noon".
fn spoken(input: Input<'_>) -> Parsed<'_, Clock> {
    let start = number_in(12, 12, 2).parse(input).map_or(input, |(rest, _)| rest);
    let (rest, hour) = clock_word(start)?;
    let (rest, ()) = boundary(rest)?;
    Ok((rest, Clock::at(hour, Some(0))))
}

/// "Half past five", "quarter to six", "ten past five", "five o'clock", "ten am".
fn in_words(input: Input<'_>) -> Parsed<'_, Clock> {
    let start = word("a").parse(input).map_or(input, |(rest, ())| rest);
    let quarter = word("quarter").parse(start).map(|(rest, ())| (rest, 15));
    let half = word("half").parse(start).map(|(rest, ())| (rest, 30));
    let minutes = quarter.or(half).or_else(|_| {
        let (rest, n) = hour_number(start)?;
        let rest = word("minutes").parse(rest).map_or(rest, |(rest, ())| rest);
        Ok::<_, nom::Err<nom::error::Error<Input<'_>>>>((rest, n))
    });
    if let Ok((rest, minutes @ 1..=59)) = minutes
        && let Ok((hour_start, side)) = any_word(&["past", "after", "to", "before"]).parse(rest)
        && let Ok((rest, hour @ 1..=24)) = hour_of_words(hour_start)
    {
        let rest = words("o clock").parse(rest).map_or(rest, |(rest, ())| rest);
        let after = matches!(side, "past" | "after");
        // "Ten to five" may be a vote, "two after three" anything: a word must lead to it.
        let digits = start.first().is_some_and(|token| token.kind == Kind::Number);
        let plain = minutes == 15
            || minutes == 30
            || meridiem(rest).is_ok() && !(digits && side == "to")
            || is_led_to(&input) && !(digits && matches!(side, "to" | "after"));
        if plain {
            // "Half past noon", "ten to midnight": the word says which half of the day.
            let named = clock_word(hour_start).is_ok();
            let (hour, minute) = match (after, hour) {
                (true, 24) => (0, minutes),
                (true, hour) => (hour, minutes),
                (false, hour) => (hour - 1, 60 - minutes),
            };
            let at = Clock::at(hour as u8, Some(minute as u8));
            if named {
                return Ok((rest, at));
            }
            let (rest, said) = o_clock(rest, hour as u8);
            return Ok((rest, Clock { minute: Some(minute as u8), ..said }));
        }
    }
    let (rest, hour) = small(input)?;
    if !(1..=12).contains(&hour) || !goes_on(&rest) {
        return no(input);
    }
    if let Ok((rest, ())) = words("o clock").parse(rest) {
        return Ok(o_clock(rest, hour as u8));
    }
    let (minute, after) = match small(rest) {
        Ok((after, minute @ 10..=59)) => (Some(minute as u8), after),
        _ => (None, rest),
    };
    if goes_on(&after) {
        if let Ok((rest, part)) = in_the_part(after)
            && let Some(hour) = by_part(hour as u64, part)
            && (minute.is_some() || is_led_to(&input))
        {
            return Ok((rest, Clock::at(hour, minute)));
        }
        let (rest, add) = meridiem(after)?;
        // "Ten am I" is no time.
        if let Some(hour) = of_half(hour as u64, add) {
            return Ok((rest, Clock::at(hour, minute)));
        }
    }
    no(input)
}

/// The hour that minutes are counted from: "five", "noon".
fn hour_of_words(input: Input<'_>) -> Parsed<'_, i64> {
    match hour_number(input) {
        Ok((rest, hour @ 1..=12)) => Ok((rest, hour)),
        Ok(_) => no(input),
        Err(_) => clock_word(input).map(|(rest, hour)| (rest, i64::from(hour))),
    }
}

/// An hour or a count of minutes in words or digits.
fn hour_number(input: Input<'_>) -> Parsed<'_, i64> {
    if let Ok(found) = small(input) {
        return Ok(found);
    }
    let (rest, n) = number_in(1, 59, 2).parse(input)?;
    Ok((rest, n as i64))
}

/// "0900 hours".
fn military(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, (n, length)) = digits(input)?;
    if !(3..=4).contains(&length) || n % 100 >= 60 || 2400 < n {
        return no(input);
    }
    // "1140 a.m."
    if let Ok((rest, add)) = meridiem(rest) {
        return match of_half(n / 100, add) {
            Some(hour) => Ok((rest, Clock::at(hour, Some((n % 100) as u8)))),
            None => no(input),
        };
    }
    if length != 4 {
        return no(input);
    }
    let at = Clock::at((n / 100) as u8, Some((n % 100) as u8));
    // "0735 GMT": the zone is read with every time.
    if zone_name(rest).is_ok_and(|_| is_capital(&rest)) {
        return Ok((rest, at));
    }
    let (rest, _) = any_word(&["hours", "hrs", "h"]).parse(rest)?;
    Ok((rest, at))
}

/// A bare hour, which only a date beside it makes a time: the "5" of "at 5 on Friday".
pub(super) fn bare_hour(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, hour) = hour_number(input)?;
    let (rest, ()) = boundary(rest)?;
    if !(1..=12).contains(&hour) {
        return no(input);
    }
    let clock = Clock { either_half: true, ..Clock::at(hour as u8, None) };
    Ok((rest, Pattern { clock: Some(clock), ..Pattern::default() }))
}

/// An hour with a full stop before its minutes, which only "at" and a day before it make a time: the
/// "9.30" of "on Friday at 9.30".
pub(super) fn dotted_hour(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, (hour, minute, None)) = hour_minute(input)? else { return no(input) };
    let (rest, ()) = boundary(rest)?;
    let counts = rest.first().is_some_and(|token| {
        token.gap != Gap::Break
            && (matches!(token.kind, Kind::Mark(b'%')) || super::words::is_plural(&rest))
    });
    let Ok(hour @ 0..=23) = u8::try_from(hour) else { return no(input) };
    if minute.is_none() || counts {
        return no(input);
    }
    let either_half = (1..=12).contains(&hour);
    let clock = Clock { either_half, ..Clock::at(hour, minute) };
    Ok((rest, Pattern { clock: Some(clock), ..Pattern::default() }))
}

/// A part of the day alone: "morning".
pub(super) fn part_alone(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, part) = day_part(input)?;
    Ok((rest, Pattern { part: Some(part), ..Pattern::default() }))
}

/// "At", a comma, or the colon of a log ("06/Nov/2023:06:36"), before a time that belongs to the day
/// before it.
pub(super) fn at(input: Input<'_>) -> Input<'_> {
    let colon = input.is_mark(b':') && input.is_glued();
    let rest = if colon { input.skip(1) } else { past_comma(input) };
    match word("at").parse(rest) {
        Ok((rest, ())) => rest,
        Err(_) if rest.is_mark(b'@') => rest.skip(1),
        Err(_) => rest,
    }
}

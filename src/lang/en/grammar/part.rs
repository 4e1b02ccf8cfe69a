//! Parts of a time: "early March", "the end of the year", "late in 1862".

use nom::Parser;

use super::calendar::{season_alone, weekday_alone};
use super::clock::{self};
use super::point::{day, month_only, within};
use super::timed::timed;
use super::words::{goes_on, is_after, part, part_noun, past_hyphen};
use super::year::long_year;
use crate::amount::Unit;
use crate::expr::{Cell, Expr, Part, Pattern, Year};
use crate::lang::Parsed;
use crate::lang::common::{any_word, no, word, words};
use crate::lang::input::Input;
use crate::lang::sense::Sense;
use crate::lang::token::Kind;

/// "Early March", "mid-1990s", "the end of the year", "late in 1862", "later that year".
pub(super) fn part_of(input: Input<'_>) -> Parsed<'_, Expr> {
    // "Mid-night" is a time of day.
    if super::words::clock_word(input).is_ok() {
        return no(input);
    }
    let the = word("the").parse(input).map_or(input, |(rest, ())| rest);
    if let Ok(found) = end_of_day(the) {
        return Ok(found);
    }
    if let Ok((rest, (part, of))) = part_noun_of(the) {
        return Ok((rest, Expr::Part { part, of: Box::new(of) }));
    }
    let (rest, part) = part(the)?;
    let rest = past_hyphen(rest);
    if !goes_on(&rest) {
        return no(input);
    }
    let in_it = word("in").parse(rest).map_or(rest, |(rest, ())| rest);
    let article = word("the").parse(in_it);
    let start = in_it;
    if the.at() != input.at() && article.is_ok() {
        return no(input);
    }
    // "Earlier Friday": the day is told, the word compares; "the late-November trip" has its own article.
    let compares = any_word(&["earlier", "later"]).parse(input).is_ok();
    let adjective =
        the.at() != input.at() && rest.back(1).is_some_and(|t| t.kind == Kind::Mark(b'-'));
    if compares && weekday_alone(start).is_ok() || adjective && month_only(start).is_ok() {
        return no(input);
    }
    let (rest, of) = timed(start).or_else(|_| {
        // "Mid-afternoon", "early summer", "early morning".
        let (rest, found) = season_alone(start)
            .or_else(|_| clock::part_alone(start))
            .or_else(|_| month_only(start))?;
        Ok::<_, nom::Err<nom::error::Error<Input<'_>>>>((rest, Expr::Pattern(found)))
    })?;
    // "Mid-afternoon yesterday".
    let (rest, of) = match &of {
        Expr::Pattern(Pattern { part: Some(_), .. }) => match day(rest) {
            Ok((rest, outer)) => (rest, within(of, outer)),
            Err(_) => (rest, of),
        },
        _ => (rest, of),
    };
    Ok((rest, Expr::Part { part, of: Box::new(of) }))
}

/// "By the end of the day": of the one the story is at; "at the end of the day" weighs things up.
fn end_of_day(input: Input<'_>) -> Parsed<'_, Expr> {
    let (rest, ()) =
        words("end of the day").parse(input).or_else(|_| words("end of day").parse(input))?;
    let the = input.back(1).is_some_and(|token| input.text_of(token) == "the");
    let place = input.at().checked_sub(if the { 1 } else { 0 });
    let due = place.is_some_and(|at| {
        is_after(&Input::new(input.source(), at), |sense| matches!(sense, Sense::Signal(_)))
    });
    if !due {
        return no(input);
    }
    let day = Expr::Relative {
        cell: Cell::Unit(Unit::Day),
        offset: 0,
        anchor: crate::expr::Anchor::Focus,
    };
    Ok((rest, Expr::Part { part: Part::End, of: Box::new(day) }))
}

/// "End of March", "middle of the 1990s", "early part of 1999", "month's end", "year-end".
fn part_noun_of(input: Input<'_>) -> Parsed<'_, (Part, Expr)> {
    let (rest, which) = match part_noun(input).or_else(|_| half(input)) {
        Ok(found) => found,
        Err(_) => {
            let latter = word("latter").parse(input).map(|(rest, ())| (rest, Part::End));
            let (rest, which) = part(input).or(latter)?;
            let nouns = &["part", "parts", "hours", "days", "months", "years", "stages", "half"];
            let (rest, noun) = any_word(nouns).parse(rest)?;
            // "The latter half" is the second.
            if noun == "half" && part(input).is_err() {
                return no(input);
            }
            (rest, which)
        }
    };
    let (rest, ()) = word("of").parse(rest)?;
    if !goes_on(&rest) {
        return no(input);
    }
    let (rest, of) = timed(rest).or_else(|_| {
        let (rest, found) = season_alone(rest)?;
        Ok::<_, nom::Err<nom::error::Error<Input<'_>>>>((rest, Expr::Pattern(found)))
    })?;
    Ok((rest, (which, of)))
}

/// "First half", "latter half" of what is not a year.
fn half(input: Input<'_>) -> Parsed<'_, Part> {
    let (rest, which) = any_word(&["first", "second", "last", "latter"]).parse(input)?;
    let (rest, ()) = word("half").parse(rest)?;
    let (of, ()) = word("of").parse(rest)?;
    if long_year(of).is_ok_and(|(_, year)| !matches!(year, Year::Full(_))) || month_only(of).is_ok()
    {
        return Ok((rest, if which == "first" { Part::Start } else { Part::End }));
    }
    no(input)
}

//! Parts of a time: "early March", "the end of the year", "late in 1862".

use nom::Parser;

use super::calendar::{season_alone, weekday_alone};
use super::clock;
use super::number::ordinal;
use super::point::{day, month_only, within};
use super::timed::timed;
use super::words::{day_part, goes_on, is_after, is_plural, part, part_noun, past_hyphen, unit};
use crate::amount::Unit;
use crate::expr::{Anchor, Cell, Expr, Part, Pattern, Year};
use crate::lang::Parsed;
use crate::lang::common::{any_word, boundary, no, word, words};
use crate::lang::input::Input;
use crate::lang::sense::Sense;
use crate::lang::token::Kind;

/// "Early March", "mid-1990s", "the end of the year", "late in 1862", "later that year".
pub(super) fn part_of(input: Input<'_>) -> Parsed<'_, Expr> {
    // "Mid-night" is a time of day.
    if super::words::clock_word(input).is_ok() {
        return no(input);
    }
    // "By midafternoon".
    if let Ok((rest, part)) = day_part(input)
        && input.text_of_first().get(..3).is_some_and(|start| start.eq_ignore_ascii_case("mid"))
    {
        let of = Pattern { part: Some(part), ..Pattern::default() };
        return Ok((rest, Expr::Part { part: Part::Mid, of: Box::new(of.into()) }));
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
    let day = Expr::Relative { cell: Cell::Unit(Unit::Day), offset: 0, anchor: Anchor::Focus };
    Ok((rest, Expr::Part { part: Part::End, of: Box::new(day) }))
}

/// "End of March", "middle of the 1990s", "early part of 1999", "month's end", "year-end".
fn part_noun_of(input: Input<'_>) -> Parsed<'_, (Part, Expr)> {
    if let Ok(found) = fraction_of(input) {
        return Ok(found);
    }
    let (rest, which) = match part_noun(input) {
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
    let (rest, of) = whole(rest)?;
    Ok((rest, (which, of)))
}

/// What a part is of: a time, a season, the unit that the story is at ("the week", "the century").
fn whole(input: Input<'_>) -> Parsed<'_, Expr> {
    if let Ok(found) = timed(input) {
        return Ok(found);
    }
    if let Ok((rest, found)) = season_alone(input) {
        return Ok((rest, found.into()));
    }
    let (start, ()) = word("the").parse(input)?;
    let (rest, unit) = unit(start)?;
    let (rest, ()) = boundary(rest)?;
    let told = matches!(unit, Unit::Week | Unit::Decade | Unit::Century);
    if !told || is_plural(&start) || goes_on(&rest) && word("of").parse(rest).is_ok() {
        return no(input);
    }
    Ok((rest, Expr::Relative { cell: Cell::Unit(unit), offset: 0, anchor: Anchor::Focus }))
}

/// "First half of May", "third quarter of the 15th century", "last third of the year": one of so many
/// equal parts. The halves and quarters of years are cells of the calendar and read elsewhere.
fn fraction_of(input: Input<'_>) -> Parsed<'_, (Part, Expr)> {
    let middle = word("middle").parse(input).is_ok();
    let (rest, n) = match ordinal(input) {
        Ok((rest, n)) => (rest, n),
        Err(_) if middle => (input.skip(1), 2),
        Err(_) => {
            let (rest, _) = any_word(&["last", "latter", "final", "closing"]).parse(input)?;
            (rest, 0)
        }
    };
    let (rest, noun) = any_word(&["half", "third", "quarter"]).parse(past_hyphen(rest))?;
    let of = match noun {
        "half" => 2,
        "third" => 3,
        _ => 4,
    };
    let n = if n == 0 { of } else { u8::try_from(n).unwrap_or(0) };
    // "The middle third".
    if middle && noun != "third" {
        return no(input);
    }
    let (rest, ()) = word("of").parse(rest)?;
    if !(1..=of).contains(&n) || !goes_on(&rest) {
        return no(input);
    }
    let (rest, whole) = whole(rest)?;
    if can_be_cut(&whole, of) { Ok((rest, (Part::Fraction { n, of }, whole))) } else { no(input) }
}

/// Whether a time is made of equal parts that are no cells of their own.
fn can_be_cut(whole: &Expr, of: u8) -> bool {
    match whole {
        Expr::Pattern(said) => match said.year {
            _ if said.clock.is_some() || said.part.is_some() || said.day.is_some() => false,
            _ if said.month.is_some() || said.season.is_some() => true,
            Some(Year::Full(_) | Year::Short(_)) => of == 3 && said.weekday.is_none(),
            Some(
                Year::Decade(_) | Year::ShortDecade(_) | Year::Century(_) | Year::Millennium(_),
            ) => true,
            _ => false,
        },
        Expr::Relative { cell: Cell::Unit(unit), .. } => match unit {
            Unit::Year => of == 3,
            Unit::Week | Unit::Month | Unit::Quarter | Unit::Decade | Unit::Century => true,
            _ => false,
        },
        Expr::Relative { cell: Cell::Pattern(said), .. } => {
            said.month.is_some() && said.day.is_none() || said.season.is_some()
        }
        Expr::Within { inner, .. } => can_be_cut(inner, of),
        _ => false,
    }
}

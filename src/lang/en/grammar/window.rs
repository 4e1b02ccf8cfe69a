//! Stretches that begin or end at a point: "the past nine years", "the next 48 hours", "recent weeks",
//! "the weeks ahead"; and the first or last of a longer time: "the first nine months".

use nom::Parser;

use super::amount::{amount, bare_amount};
use super::number::ordinal;
use super::point::day;
use super::words::{goes_on, is_other_noun, is_plural, meaning, modifier, past_comma, unit};
use crate::amount::{Amount, Quantity, Unit};
use crate::expr::{Anchor, Cell, Direction, Expr};
use crate::lang::common::{any_word, no, sense, whole, word, words};
use crate::lang::input::Input;
use crate::lang::phrase::means;
use crate::lang::sense::Sense;
use crate::lang::{Found, Parsed};

/// Which way a stretch goes and from where.
fn side(input: Input<'_>) -> Parsed<'_, (Direction, Anchor)> {
    sense(|sense| match sense {
        Sense::Last => Some((Direction::Before, Anchor::Publication)),
        Sense::Next => Some((Direction::After, Anchor::Publication)),
        Sense::Previous => Some((Direction::Before, Anchor::Focus)),
        Sense::Following => Some((Direction::After, Anchor::Focus)),
        _ => None,
    })
    .parse(input)
}

/// "The past nine years", "the next 48 hours", "the last several months", "the past decade",
/// "the coming years", "these last three weeks".
pub(super) fn window(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if is_other_noun(&input) {
        return no(input);
    }
    let (start, before) = match modifier(input) {
        // "Over the next two weeks": a preposition here.
        Ok(_) if means(&input, |sense| *sense == Sense::Link) => return no(input),
        Ok((rest, modifier)) => (rest, Some(modifier)),
        Err(_) => (input, None),
    };
    let (rest, article) =
        match any_word(&["the", "this", "these", "those", "its", "his", "their"]).parse(start) {
            Ok((rest, _)) => (rest, true),
            Err(_) => (start, false),
        };
    let (rest, (direction, anchor)) = match side(rest) {
        Ok(found) => found,
        // "The two following years", "the four previous weeks".
        Err(_) if article => return counted_first(rest),
        Err(_) => return no(input),
    };
    if !goes_on(&rest) {
        return no(input);
    }
    // "Last over a week" is a verb.
    if let (true, Ok((rest, found))) = (modifier(rest).is_err(), amount(rest)) {
        let expr = Expr::Window { amount: found.with(before), direction, anchor };
        return Ok((rest, whole(expr)));
    }
    // "The past fortnight".
    if let Ok((rest, (n, unit))) = units(rest) {
        let amount = Amount::of(n.into(), unit).with(before);
        return Ok((rest, whole(Expr::Window { amount, direction, anchor })));
    }
    // "The past decade", "the last year", "the coming years"; "last year" is a year.
    let padded = meaning(rest, Sense::Padding).map_or(rest, |(rest, ())| rest);
    let (after, unit) = unit(padded)?;
    let plural = is_plural(&padded);
    let or_so = super::amount::blur(after);
    let whole_unit = article
        && matches!(
            unit,
            Unit::Year | Unit::Decade | Unit::Century | Unit::Month | Unit::Week | Unit::Hour
        )
        && (direction == Direction::Before && anchor == Anchor::Publication
            || or_so.is_ok()
            || matches!(unit, Unit::Decade | Unit::Hour));
    if !plural && !whole_unit {
        return no(input);
    }
    let n = if plural { Quantity::Vague } else { Quantity::whole(1) };
    let amount = Amount::new(vec![(n, unit)]).with(before);
    let (after, amount) = match or_so {
        Ok((rest, blur)) => (rest, amount.with(Some(blur))),
        Err(_) => (after, amount),
    };
    Ok((after, whole(Expr::Window { amount, direction, anchor })))
}

/// So many of a unit in one word: "fortnight".
fn units(input: Input<'_>) -> Parsed<'_, (u8, Unit)> {
    sense(|sense| match sense {
        Sense::Units(n, unit) => Some((*n, *unit)),
        _ => None,
    })
    .parse(input)
}

/// "Two following years": the number before the word that points.
fn counted_first(start: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, n) = super::number::number(start)?;
    let (rest, (direction, anchor)) = side(rest)?;
    let (rest, unit) = unit(rest)?;
    let amount = Amount::new(vec![(Quantity::Exact(n), unit)]);
    Ok((rest, whole(Expr::Window { amount, direction, anchor })))
}

/// "Recent weeks", "the weeks ahead", "the years to come", "the years that followed".
pub(super) fn vague_window(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if is_other_noun(&input) {
        return no(input);
    }
    if let Ok((rest, ())) = word("recent").parse(input) {
        let (rest, unit) = unit(rest)?;
        if !is_plural(&rest_before(rest)) {
            return no(input);
        }
        let amount = Amount::new(vec![(Quantity::Vague, unit)]);
        let expr =
            Expr::Window { amount, direction: Direction::Before, anchor: Anchor::Publication };
        return Ok((rest, whole(expr)));
    }
    let start = word("the").parse(input).map_or(input, |(rest, ())| rest);
    let (rest, amount) = bare_amount(start).or_else(|_| {
        let (rest, unit) = unit(start)?;
        if is_plural(&start) {
            Ok((rest, Amount::new(vec![(Quantity::Vague, unit)])))
        } else {
            no(start)
        }
    })?;
    let ahead = word("ahead").parse(rest).or_else(|_| words("to come").parse(rest));
    let (rest, anchor) = match ahead {
        Ok((rest, ())) => (rest, Anchor::Publication),
        Err(_) => (words("that followed").parse(rest)?.0, Anchor::Focus),
    };
    Ok((rest, whole(Expr::Window { amount, direction: Direction::After, anchor })))
}

/// "A week starting tomorrow", "the year ended March 31", "the six months to 30 June": so long from or up to a time.
pub(super) fn stretch(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if is_other_noun(&input) {
        return no(input);
    }
    let the = word("the").parse(input).map_or(input, |(rest, ())| rest);
    let (end, amount) = match bare_amount(the) {
        Ok(found) => found,
        Err(_) => {
            let start = word("fiscal").parse(the).map_or(the, |(rest, ())| rest);
            let (rest, unit) = unit(start)?;
            if is_plural(&start) {
                return no(input);
            }
            (rest, Amount::of(1, unit))
        }
    };
    // "The six months to 30 June"; without its article "two days to Friday" counts down.
    let to = word("to").parse(end).ok().filter(|_| the.at() != input.at());
    let (rest, which) = match to {
        Some((rest, ())) => (rest, "ended"),
        None => any_word(&["starting", "beginning", "ending", "ended"]).parse(past_comma(end))?,
    };
    let start = any_word(&["on", "in"]).parse(rest).map_or(rest, |(rest, _)| rest);
    // Hours from a day whose hour nobody told begin at no moment.
    if !goes_on(&start) || !amount.is_exact() || amount.unit().seconds().is_some() {
        return no(input);
    }
    let (rest, of) = day(start)?;
    let direction = if which.starts_with("end") { Direction::Before } else { Direction::After };
    let expr = Expr::Stretch { amount, direction, of: Box::new(of) };
    Ok((rest, Found { expr, marks: vec![(input, end), (start, rest)], event: None }))
}

/// The place one token back.
fn rest_before(rest: Input<'_>) -> Input<'_> {
    Input::new(rest.source(), rest.at().saturating_sub(1))
}

/// "The first nine months", "the last two weeks of February": so much of a longer time.
pub(super) fn part_counted(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if is_other_noun(&input) {
        return no(input);
    }
    let start = word("the").parse(input).map_or(input, |(rest, ())| rest);
    let (rest, which) = any_word(&["first", "last", "final", "opening", "closing"]).parse(start)?;
    let (end, amount) = bare_amount(rest)?;
    if end.at() <= rest.at() + 1 {
        return no(input);
    }
    // "The last two years" alone points back; with "of" it is a part.
    let of = word("of").parse(end).map(|(rest, ())| rest);
    if which == "last" && of.is_err() {
        return no(input);
    }
    // "The first nine months of 1989", "the last two weeks of February".
    if let Ok(start) = of
        && amount.is_exact()
        && amount.unit().seconds().is_none()
        && goes_on(&start)
        && let Ok((rest, longer)) = day(start)
    {
        let first = matches!(which, "first" | "opening");
        let direction = if first { Direction::After } else { Direction::Before };
        let expr = Expr::Stretch { amount, direction, of: Box::new(longer) };
        return Ok((rest, Found { expr, marks: vec![(input, end), (start, rest)], event: None }));
    }
    Ok((end, whole(Expr::Duration(amount))))
}

/// "The first week of March", "the second day of the war", "the last Friday of May", "the third day".
pub(super) fn nth(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if is_other_noun(&input) {
        return no(input);
    }
    let start = word("the").parse(input).map_or(input, |(rest, ())| rest);
    let (rest, n) = match ordinal(start) {
        Ok((rest, n)) => (rest, i32::from(n)),
        Err(_) => {
            let (rest, _) = any_word(&["last", "final", "closing"]).parse(start)?;
            (rest, -1)
        }
    };
    if !goes_on(&rest) {
        return no(input);
    }
    // "The 15th of every month".
    if (1..=31).contains(&n)
        && let Ok((after, _)) = any_word(&["of", "in"]).parse(rest)
        && goes_on(&after)
        && let Ok((rest, set)) = super::recurring::every_cell(after)
        && matches!(&set.expr, Expr::Set(set) if set.cell == Cell::Unit(Unit::Month))
    {
        let (cell, of) = (Cell::Unit(Unit::Day), Box::new(set.expr));
        return Ok((rest, whole(Expr::Nth { n, cell, of })));
    }
    let padded = word("full").parse(rest).map_or(rest, |(rest, ())| rest);
    let (end, cell) = match super::calendar::weekday_alone(padded) {
        Ok((rest, weekday)) => (rest, Cell::Pattern(weekday)),
        Err(_) => {
            let (rest, unit) = unit(padded)?;
            (rest, Cell::Unit(unit))
        }
    };
    if is_plural(&padded) {
        return no(input);
    }
    let (after, link) = any_word(&["of", "in"]).parse(end)?;
    if !goes_on(&after) {
        return no(input);
    }
    // "The second Tuesday of every month".
    if let Ok((rest, set)) = super::recurring::every_cell(after) {
        return Ok((rest, whole(Expr::Nth { n, cell, of: Box::new(set.expr) })));
    }
    if let Ok((rest, of)) = day(after) {
        return Ok((rest, whole(Expr::Nth { n, cell, of: Box::new(of) })));
    }
    // "The second day of the battle".
    let countable =
        matches!(cell, Cell::Unit(Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Hour));
    if link != "of" || !countable {
        return no(input);
    }
    let (rest, event) = super::shift::anchor_words(after)?;
    let expr = Expr::Nth { n, cell, of: Box::new(Expr::Event) };
    Ok((rest, Found { expr, marks: vec![(input, end)], event: Some(event) }))
}

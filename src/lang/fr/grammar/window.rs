//! Stretches that begin or end at an anchor: "les 48 prochaines heures", "ces derniers jours", "les
//! jours suivants", "dans les heures qui ont suivi l'attaque".

use nom::Parser;
use nom::combinator::opt;

use super::event::noun_phrase;
use super::number::{counted_unit, plain_amount, plural_unit, quantity};
use super::words::{article, counted_as_day_or_more, found, order, order_before, this};
use crate::amount::{Amount, Quantity, Unit};
use crate::expr::{Anchor, Cell, Direction, Expr};
use crate::lang::common::{any_word, boundary, near, no, words};
use crate::lang::input::Input;
use crate::lang::{Found, Parsed};

fn side(offset: i32) -> Direction {
    if offset < 0 { Direction::Before } else { Direction::After }
}

/// "Le", "ces" or nothing.
fn determiner(input: Input<'_>) -> Parsed<'_, bool> {
    if let Ok((rest, ())) = this(input) {
        return Ok((rest, true));
    }
    let (rest, article) = opt(article).parse(input)?;
    Ok((rest, article.is_some()))
}

/// "Les 48 prochaines heures", "les prochaines 48 heures", "35 dernières années", "ces derniers jours",
/// "la dernière année".
pub(super) fn order_first(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = determiner(input)?;
    let (rest, before) = opt(near(quantity)).parse(rest)?;
    let (rest, offset) = near(order_before).parse(rest)?;
    let (rest, after) = match before {
        Some(_) => (rest, None),
        None => opt(near(quantity)).parse(rest)?,
    };
    let (rest, unit) = near(counted_unit).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    // "Les derniers jours de la campagne" end with it, not with the day it is told.
    if before.or(after).is_none()
        && offset < 0
        && this(input).is_err()
        && super::part::part(input).is_err()
        && let Ok((end, event)) = near(super::event::of_event).parse(rest)
        && plural_unit_before(&rest)
    {
        let amount = Amount::new(vec![(Quantity::Vague, unit)]);
        let expr = Expr::Window { amount, direction: Direction::Before, anchor: Anchor::Event };
        return Ok((end, Found { event: Some((event, end)), ..found(expr, input, rest) }));
    }
    // "Les derniers jours de 2023" is a part of 2023, unless it is an amount.
    let plural = rest.back(1).is_some_and(|token| rest.text_of(token).ends_with(['s', 'S']));
    let quantity = match before.or(after) {
        Some(quantity) => quantity,
        None if plural && unit != Unit::Month => Quantity::Vague,
        None if unit == Unit::Month && plural_order(&rest) => Quantity::Vague,
        None if counted_as_day_or_more(rest).is_ok() => return no(input),
        None => {
            let cell = Cell::Unit(unit);
            return match (offset, unit) {
                // "Le dernier jour" is the last of several; "la dernière nuit" too.
                (-1, Unit::Day | Unit::DayPart(_) | Unit::Weekend | Unit::Season) => no(input),
                // "De dernière minute" is said of anything late.
                (-1, unit) if unit < Unit::Day && rest.at() == input.at() + 2 => no(input),
                (-1, unit) => {
                    window(input, rest, Quantity::whole(1), unit, -1, Anchor::Publication)
                }
                (offset, _) if Unit::Day <= unit => {
                    let anchor = Anchor::Publication;
                    Ok((rest, found(Expr::Relative { cell, offset, anchor }, input, rest)))
                }
                _ => no(input),
            };
        }
    };
    window(input, rest, quantity, unit, offset, Anchor::Publication)
}

/// Whether the word before is a unit in the plural.
fn plural_unit_before(rest: &Input<'_>) -> bool {
    rest.back(1).is_some_and(|token| rest.text_of(token).ends_with(['s', 'S']))
        && plural_order(rest)
}

/// Whether the word two back, "derniers", is a plural: "mois" does not tell.
fn plural_order(rest: &Input<'_>) -> bool {
    rest.back(2).is_some_and(|token| rest.text_of(token).ends_with(['s', 'S']))
}

fn window<'a>(
    input: Input<'a>,
    rest: Input<'a>,
    quantity: Quantity,
    unit: Unit,
    offset: i32,
    anchor: Anchor,
) -> Parsed<'a, Found<'a>> {
    let amount = Amount::new(vec![(quantity, unit)]);
    Ok((rest, found(Expr::Window { amount, direction: side(offset), anchor }, input, rest)))
}

/// "Les 48 heures à venir", "les trois jours suivants", "les jours précédents", "les mois écoulés".
pub(super) fn order_last(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, determined) = determiner(input)?;
    let (rest, amount) = match near(plain_amount).parse(rest) {
        Ok(found) => found,
        Err(_) if determined => {
            let (rest, unit) = near(plural_unit).parse(rest)?;
            (rest, Amount::new(vec![(Quantity::Vague, unit)]))
        }
        Err(error) => return Err(error),
    };
    let (rest, (offset, anchor)) = near(order).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    if offset == 0 {
        return no(input);
    }
    let expr = Expr::Window { amount, direction: side(offset), anchor };
    Ok((rest, found(expr, input, rest)))
}

/// "Les jours précédant l'attaque", "les heures qui ont suivi l'attentat", "les semaines d'avant le
/// vote".
pub(super) fn around_event(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = determiner(input)?;
    let (to, amount) = match near(plain_amount).parse(rest) {
        Ok(found) => found,
        Err(_) => {
            let (rest, unit) = near(plural_unit).parse(rest)?;
            (rest, Amount::new(vec![(Quantity::Vague, unit)]))
        }
    };
    let (at, direction) = near(around).parse(to)?;
    let (rest, ()) = near(noun_phrase).parse(at)?;
    let expr = Expr::Window { amount, direction, anchor: Anchor::Event };
    Ok((rest, Found { event: Some((at, rest)), ..found(expr, input, to) }))
}

fn around(input: Input<'_>) -> Parsed<'_, Direction> {
    if let Ok((rest, word)) = any_word(&["precedant", "suivant"]).parse(input) {
        let after = word == "suivant";
        return Ok((rest, if after { Direction::After } else { Direction::Before }));
    }
    let sides: [(&'static str, Direction); 8] = [
        ("qui ont suivi", Direction::After),
        ("qui suivirent", Direction::After),
        ("qui suivront", Direction::After),
        ("qui suivent", Direction::After),
        ("qui ont precede", Direction::Before),
        ("qui precederent", Direction::Before),
        ("qui precedent", Direction::Before),
        ("qui precedaient", Direction::Before),
    ];
    for (phrase, direction) in sides {
        if let Ok((rest, ())) = words(phrase).parse(input) {
            return Ok((rest, direction));
        }
    }
    no(input)
}

/// "Le prochain week-end", "le prochain lundi": the next of its kind, said before it.
pub(super) fn next_cell(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = determiner(input)?;
    let (rest, offset) = near(order_before).parse(rest)?;
    let (rest, pattern) = near(super::calendar::bare_cell).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    let cell = Cell::Pattern(pattern);
    Ok((rest, found(Expr::Relative { cell, offset, anchor: Anchor::Publication }, input, rest)))
}

/// "Dans les 48 heures", "dans la semaine": a stretch that begins with the time it is said at.
pub(super) fn within_amount(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (from, _) = any_word(&["dans"]).parse(input)?;
    // "Dans les derniers jours de 2023" is a part of 2023, "dans les jours qui ont suivi le raid" hangs
    // on the raid.
    if near(super::part::part).parse(from).is_ok() || near(around_event).parse(from).is_ok() {
        return no(input);
    }
    if let Ok(found) = near(order_last).parse(from).or_else(|_| near(order_first).parse(from)) {
        return Ok(found);
    }
    let (rest, ()) = near(article).parse(from)?;
    let (rest, amount) = near(plain_amount).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    let expr = Expr::Window { amount, direction: Direction::After, anchor: Anchor::Focus };
    Ok((rest, found(expr, from, rest)))
}

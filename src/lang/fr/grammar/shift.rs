//! A point an amount away: "il y a trois ans", "dans deux mois", "trois jours plus tard", "dix-huit
//! jours avant l'assaut", "la veille de cet avertissement". TIMEX3 marks the amount alone.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;

use super::duration::is_one_of_many;
use super::event::{named_event, noun_phrase, of_event};
use super::number::amount;
use super::relative::anaphoric_day;
use super::words::{a, article, behind, blank, elision, found};
use crate::amount::{Amount, Unit};
use crate::expr::{Anchor, Cell, Direction, Expr, Pattern, Signal};
use crate::lang::common::{any_word, boundary, near, no, word, words};
use crate::lang::input::Input;
use crate::lang::{Found, Parsed};

pub(super) fn shift(amount: Amount, direction: Direction, anchor: Anchor) -> Expr {
    Expr::Shift { amount, direction, anchor }
}

/// "Il y a trois ans", "voici deux mois", "cela fait dix ans que".
pub(super) fn ago(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, ()) = ago_words(input)?;
    let (rest, _) =
        opt(near(any_word(&["deja", "encore", "tout", "juste", "seulement"]))).parse(rest)?;
    let (from, _) = opt(near(any_word(&["juste"]))).parse(rest)?;
    let (rest, amount) = near(amount).parse(from)?;
    let (rest, ()) = boundary(rest)?;
    let expr = shift(amount, Direction::Before, Anchor::Publication);
    Ok((rest, found(expr, from, rest)))
}

fn ago_words(input: Input<'_>) -> Parsed<'_, ()> {
    for phrase in ["il y a", "il ya", "cela fait", "ca fait", "voila", "voici", "y a"] {
        if let Ok(found) = words(phrase).parse(input) {
            return Ok(found);
        }
    }
    no(input)
}

/// "Dans trois ans", "d'ici deux mois": ahead of the time of publication.
pub(super) fn ahead(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (from, _) = any_word(&["dans"]).parse(input)?;
    let (rest, amount) = near(amount).parse(from)?;
    let (rest, ()) = boundary(rest)?;
    // "Dans un jour de grande forme" is one of many.
    if is_one_of_many(&from, &rest, &amount) && near(super::words::de).parse(rest).is_ok() {
        return no(input);
    }
    Ok((rest, found(shift(amount, Direction::After, Anchor::Publication), from, rest)))
}

/// "D'ici deux ans", "d'ici à dix ans", "sous 48 heures": not later than that.
pub(super) fn within(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let from = if let Ok((rest, ())) = words("d ici").parse(input) {
        opt(near(a)).parse(rest)?.0
    } else {
        any_word(&["sous"]).parse(input)?.0
    };
    let (rest, amount) = near(amount).parse(from)?;
    let of = Box::new(shift(amount, Direction::After, Anchor::Publication));
    Ok((rest, found(Expr::Bound { signal: Signal::By, of }, from, rest)))
}

/// "Depuis trois ans", "depuis plus d'un mois".
pub(super) fn since(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = any_word(&["depuis"]).parse(input)?;
    let (from, _) = opt(near(any_word(&["deja", "maintenant", "pres", "bientot"]))).parse(rest)?;
    let (rest, amount, from) = match near(amount).parse(from) {
        Ok((after, amount)) => (after, amount, from),
        Err(_) => {
            let (after, amount) = near(amount).parse(rest)?;
            (after, amount, rest)
        }
    };
    let of = Box::new(shift(amount, Direction::Before, Anchor::Publication));
    Ok((rest, found(Expr::Bound { signal: Signal::Since, of }, from, rest)))
}

/// "Trois jours plus tard", "un an auparavant", "trois jours seulement avant l'attentat", "neuf jours
/// après qu'elle eut fini".
pub(super) fn later(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (to, amount) = amount(input)?;
    // "À 9 h 11 après le contrôle" is a time of day.
    let short = input.peek(1).is_some_and(|token| input.text_of(token).len() == 1);
    if short && amount.unit() <= Unit::Hour && behind(&input, 1, &["a", "vers", "des"]) {
        return no(input);
    }
    let skip = any_word(&["seulement", "juste", "exactement", "a", "peine", "environ"]);
    let (rest, _) = opt(near(skip)).parse(to)?;
    let focus = |direction| shift(amount.clone(), direction, Anchor::Focus);
    for (phrase, direction) in [
        ("plus tard", Direction::After),
        ("plus tot", Direction::Before),
        ("auparavant", Direction::Before),
    ] {
        if let Ok((rest, ())) = near(words(phrase)).parse(rest) {
            return Ok((rest, found(focus(direction), input, to)));
        }
    }
    let (rest, side) = near(any_word(&["avant", "apres"])).parse(rest)?;
    let direction = if side == "avant" { Direction::Before } else { Direction::After };
    if let Ok((after, _)) = near(any_word(&["cela", "ca"])).parse(rest) {
        return Ok((after, found(focus(direction), input, to)));
    }
    let at = rest;
    match near(named_event).parse(at) {
        Ok((rest, ())) => Ok((
            rest,
            Found {
                event: Some((at, rest)),
                ..found(shift(amount, direction, Anchor::Event), input, to)
            },
        )),
        Err(_) => Ok((at, found(focus(direction), input, to))),
    }
}

/// "La veille de cet avertissement public", "au lendemain de l'attaque", "la veille du 22 mars".
pub(super) fn eve_of(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (to, day) = anaphoric_day(input)?;
    let Expr::Relative { cell: Cell::Unit(unit), offset, .. } = day.expr else { return no(input) };
    let (rest, at) = near(of_event).parse(to)?;
    let expr = Expr::Relative { cell: Cell::Unit(unit), offset, anchor: Anchor::Event };
    Ok((rest, Found { event: Some((at, rest)), ..found(expr, input, to) }))
}

/// "La semaine après l'attaque", "l'année avant la guerre", "le mois suivant le vote", "le samedi suivant
/// l'accident": the cell beside an event's.
pub(super) fn beside_event(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, ()) = article(input)?;
    let weekday = |input| {
        let (rest, weekday) = near(super::words::weekday).parse(input)?;
        Ok((rest, Cell::Pattern(Pattern { weekday: Some(weekday), ..blank() })))
    };
    let unit = near(super::words::counted_as_day_or_more).map(Cell::Unit);
    let (to, cell) = alt((unit, weekday)).parse(rest)?;
    let (at, side) =
        near(any_word(&["avant", "apres", "suivant", "precedant"])).parse(boundary(to)?.0)?;
    let (rest, ()) = near(noun_phrase).parse(at)?;
    let offset = if matches!(side, "apres" | "suivant") { 1 } else { -1 };
    let expr = Expr::Relative { cell, offset, anchor: Anchor::Event };
    Ok((rest, Found { event: Some((at, rest)), ..found(expr, input, to) }))
}

/// "Le 22e anniversaire des attentats", "le vingtième anniversaire", "l'anniversaire du 11 septembre".
pub(super) fn anniversary(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    use crate::lang::common::sense;
    use crate::lang::sense::Sense;
    let (rest, _) = opt(article).parse(input)?;
    let (rest, nth) = opt(near(super::number::ordinal)).parse(rest)?;
    let is_anniversary = sense(|sense| matches!(sense, Sense::Anniversary).then_some(()));
    let (to, ()) = near(is_anniversary).parse(rest)?;
    let of = near(of_event).parse(to);
    // A birthday of nobody named, "son anniversaire", is no time.
    if nth.is_none() && (of.is_err() || behind(&input, 1, &["d"])) {
        return no(input);
    }
    let nth = nth.and_then(|nth| u32::try_from(nth).ok());
    let expr = Expr::Anniversary { nth, of: Box::new(Expr::Event) };
    match of {
        Ok((rest, at)) => {
            Ok((rest, Found { event: Some((elision(at), rest)), ..found(expr, input, to) }))
        }
        Err(_) => Ok((to, found(expr, input, to))),
    }
}

/// "Trois jours à compter du 3 mars 2024", "deux semaines à partir de demain": so long from a time on.
pub(super) fn from_on(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (to, amount) = amount(input)?;
    let (rest, _) = near(any_word(&["a"])).parse(to)?;
    let (rest, _) = near(any_word(&["compter", "partir", "dater"])).parse(rest)?;
    let (rest, ()) = near(super::words::de).parse(rest)?;
    let (after, day) = near(super::point::day_point).parse(rest)?;
    let expr = Expr::Stretch { amount, direction: Direction::After, of: Box::new(day.expr) };
    let mut marks = vec![(input, to)];
    marks.extend(day.marks);
    Ok((after, Found { expr, marks, event: None }))
}

/// "L'exercice clos le 31 mars 2012", "les neuf mois achevés fin septembre 2012": so long up to a day.
pub(super) fn closed(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let year = word("exercice").map(|()| Amount::of(1, Unit::Year));
    let one = |input| {
        let (rest, unit) = super::words::counted_as_day_or_more(input)?;
        Ok((rest, Amount::of(1, unit)))
    };
    let (to, amount) = near(year)
        .parse(rest)
        .or_else(|_| near(one).parse(rest))
        .or_else(|_| near(super::number::plain_amount).parse(rest))?;
    let (rest, _) = near(any_word(&[
        "clos",
        "close",
        "closes",
        "acheve",
        "achevee",
        "acheves",
        "achevees",
        "termine",
        "terminee",
        "termines",
        "terminees",
    ]))
    .parse(to)?;
    let (from, _) = opt(near(any_word(&["au", "a", "en"]))).parse(rest)?;
    let (rest, day) = near(super::point::point).parse(from)?;
    let expr = Expr::Stretch { amount, direction: Direction::Before, of: Box::new(day.expr) };
    let mut marks = vec![(input, to)];
    marks.extend(day.marks);
    Ok((rest, Found { expr, marks, event: None }))
}

//! Parts and counted cells of a time: "début mars", "la fin du XIXe siècle", "les derniers jours de
//! 2023", "la première semaine de mars", "le dernier vendredi de mai".

use nom::Parser;
use nom::combinator::opt;

use super::calendar::bare_cell;
use super::number::{counted_unit, ordinal, whole_number};
use super::relative::{definite_unit, in_day, part_pattern};
use super::words::{article, behind, de, found};
use crate::amount::{Amount, Unit};
use crate::expr::{Anchor, Cell, Direction, Expr, Part, Pattern, Year};
use crate::lang::common::{any_word, boundary, glued, mark, near, no, sense};
use crate::lang::input::Input;
use crate::lang::sense::Sense;
use crate::lang::token::Kind;
use crate::lang::{Found, Parsed};

fn part_word(input: Input<'_>) -> Parsed<'_, Part> {
    sense(|sense| match sense {
        Sense::Part(part) => Some(*part),
        _ => None,
    })
    .parse(input)
}

/// "Début mars", "mi-avril", "la fin de l'année", "fin 2017", "le milieu des années 1990", "en fin
/// d'après-midi".
pub(super) fn part(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let (rest, part) = near(part_word).parse(rest)?;
    let (rest, _) = opt(glued(mark(b'-'))).parse(rest)?;
    let (rest, linked) = opt(near(de)).parse(rest)?;
    // "Courant d'air", "mi-temps", "en fin de compte" say nothing of time.
    let plural_head = input_is_plural(&input, &rest, linked.is_some());
    if plural_head && linked.is_none() {
        return no(input);
    }
    // "Une fête de fin d'année" is one of many.
    let compound = behind(&input, 1, &["de"]) && linked.is_some() && {
        rest.back(1).is_some_and(|token| token.kind == Kind::Mark(b'\''))
    };
    let (rest, of) = match near(whole_of).parse(rest) {
        Ok(found) => found,
        Err(_) if linked.is_some() => near(super::calendar::short_century).parse(rest)?,
        Err(error) => return Err(error),
    };
    if compound && matches!(of, Expr::Relative { anchor: Anchor::Focus, offset: 0, .. }) {
        return no(input);
    }
    let expr = Expr::Part { part, of: Box::new(of) };
    Ok((rest, found(expr, input, rest)))
}

/// Whether the head is a plural such as "derniers jours", which needs "de".
fn input_is_plural(input: &Input<'_>, rest: &Input<'_>, linked: bool) -> bool {
    let back = if linked { 2 } else { 1 };
    rest.at() > input.at() + back
        && rest.back(back).is_some_and(|token| rest.text_of(token).ends_with('s'))
}

/// What a part can be of.
fn whole_of(input: Input<'_>) -> Parsed<'_, Expr> {
    if let Ok((rest, found)) = super::point::point(input)
        && !matches!(found.expr, Expr::Part { .. })
    {
        return Ok((rest, found.expr));
    }
    if let Ok(found) = definite_unit(input) {
        return Ok(found);
    }
    // "En fin de matinée": of the story's day.
    let (rest, _) = opt(article).parse(input)?;
    let (rest, pattern) = near(part_pattern).parse(rest)?;
    let day = Expr::Relative { cell: Cell::Unit(Unit::Day), offset: 0, anchor: Anchor::Focus };
    Ok((rest, in_day(pattern, day)))
}

/// "La première semaine de mars", "le dernier vendredi de mai", "le troisième jour du mois".
pub(super) fn nth(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let last = near(sense(|sense| matches!(sense, Sense::Last).then_some(-1i64))).parse(rest);
    let (rest, n) = match last {
        Ok(found) => found,
        Err(_) => near(ordinal).parse(rest)?,
    };
    let (rest, cell) = near(cell).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    let (rest, ()) = near(de).parse(rest)?;
    let (rest, of) = near(whole_of).parse(rest)?;
    let Ok(n) = i32::try_from(n) else { return no(input) };
    Ok((rest, found(Expr::Nth { n, cell, of: Box::new(of) }, input, rest)))
}

fn cell(input: Input<'_>) -> Parsed<'_, Cell> {
    if let Ok((rest, unit)) = super::words::unit(input) {
        return Ok((rest, Cell::Unit(unit)));
    }
    let (rest, pattern) = bare_cell(input)?;
    Ok((rest, Cell::Pattern(pattern)))
}

/// "La première moitié de juin", "le dernier quart du XVIIIe siècle", "le deuxième tiers de 2018", "la
/// seconde quinzaine de mai": one of the equal parts of a time.
pub(super) fn share(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let last = near(sense(|sense| matches!(sense, Sense::Last).then_some(-1i64))).parse(rest);
    let (rest, n) = match last {
        Ok(found) => found,
        Err(_) => near(ordinal).parse(rest)?,
    };
    let (rest, noun) =
        near(any_word(&["moitie", "quinzaine", "tiers", "quart", "partie"])).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    let parts = match noun {
        "tiers" => 3,
        "quart" => 4,
        _ => 2,
    };
    let Ok(n) = u8::try_from(if n < 0 { i64::from(parts) } else { n }) else { return no(input) };
    let (rest, ()) = near(de).parse(rest)?;
    // "La première moitié du parcours", "le premier quart de l'épreuve" are of no time.
    let (rest, of) = near(whole_of).parse(rest)?;
    if parts < n || noun == "quinzaine" && !is_month(&of) {
        return no(input);
    }
    // Halves and quarters of a year are cells of the calendar.
    let expr = match of {
        Expr::Pattern(year @ Pattern { year: Some(Year::Full(_)), .. })
            if parts != 3
                && noun != "partie"
                && year == (Pattern { year: year.year, ..Pattern::default() }) =>
        {
            let half = (parts == 2).then_some(n);
            Expr::Pattern(Pattern { half, quarter: (parts == 4).then_some(n), ..year })
        }
        of => Expr::Part { part: Part::Fraction { n, of: parts }, of: Box::new(of) },
    };
    Ok((rest, found(expr, input, rest)))
}

/// Whether an expression is a month, which has two fortnights.
fn is_month(expr: &Expr) -> bool {
    match expr {
        Expr::Pattern(said) | Expr::Relative { cell: Cell::Pattern(said), .. } => {
            said.month.is_some() && said.day.is_none()
        }
        Expr::Relative { cell: Cell::Unit(unit), .. } => *unit == Unit::Month,
        Expr::Within { inner, .. } => is_month(inner),
        _ => false,
    }
}

/// "Les deux premiers mois de 2021", "les dix derniers jours de mai": so long from the beginning of a
/// time on, or up to its end. The amount and the time are marked.
pub(super) fn edge(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let count = opt(near(whole_number)).parse(rest)?;
    let (rest, order) = near(edge_word).parse(count.0)?;
    let (rest, late) = match count.1 {
        Some(count) => (rest, count),
        None => near(whole_number).parse(rest)?,
    };
    let (to, unit) = near(counted_unit).parse(rest)?;
    let (rest, ()) = boundary(to)?;
    if late < 2 {
        return no(input);
    }
    let (from, ()) = near(de).parse(rest)?;
    let (rest, of) = near(whole_of).parse(from)?;
    let amount = Amount::of(late, unit);
    let told = Anchor::Focus;
    let one =
        matches!(of, Expr::Relative { cell: Cell::Unit(_), offset: 0, anchor } if anchor == told);
    let marks = if one { vec![(input, rest)] } else { vec![(input, to), (from, rest)] };
    let expr = Expr::Stretch { amount, direction: order, of: Box::new(of) };
    Ok((rest, Found { expr, marks, event: None }))
}

/// "Premiers" from the beginning on, "derniers" up to the end.
fn edge_word(input: Input<'_>) -> Parsed<'_, Direction> {
    let (rest, word) =
        any_word(&["premiers", "premieres", "derniers", "dernieres"]).parse(input)?;
    let first = word.starts_with('p');
    Ok((rest, if first { Direction::After } else { Direction::Before }))
}

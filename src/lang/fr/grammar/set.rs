//! What recurs: "chaque lundi", "tous les deux ans", "deux fois par semaine", "par an", "annuel".

use nom::Parser;
use nom::combinator::opt;

use super::calendar::{bare_cell, day_number};
use super::number::{ordinal, whole_number};
use super::words::{any_month, article, behind, blank, day_part, found, has, is_capital, unit};
use crate::amount::Unit;
use crate::expr::{Cell, Expr, Pattern, Quant, Set};
use crate::lang::common::{any_word, boundary, is_word, near, no, sense, words};
use crate::lang::input::Input;
use crate::lang::sense::Sense;
use crate::lang::{Found, Parsed};

fn set(cell: Cell, every: u32, times: Option<u32>, quant: Option<Quant>) -> Expr {
    Expr::Set(Set { cell, every, times, quant })
}

/// What can recur: a unit, a weekday, a month, a part of the day, a feast.
fn cell(input: Input<'_>) -> Parsed<'_, Cell> {
    if let Ok((rest, unit)) = unit(input) {
        return Ok((rest, Cell::Unit(unit)));
    }
    if let Ok((rest, part)) = day_part(input) {
        return Ok((rest, Cell::Pattern(Pattern { part: Some(part), ..blank() })));
    }
    let (rest, mut pattern) = bare_cell(input)?;
    // "Chaque lundi matin".
    let part = near(day_part).parse(rest);
    let rest = match part {
        Ok((rest, part)) if pattern.weekday.is_some() => {
            pattern.part = Some(part);
            rest
        }
        _ => rest,
    };
    Ok((rest, Cell::Pattern(pattern)))
}

/// "14 juillet", "1er du mois", "1er janvier": a day that recurs every year or every month.
fn day_of_year(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, day) = day_number(input)?;
    if let Ok((rest, month)) = near(any_month).parse(rest) {
        return Ok((rest, Pattern { day: Some(day), month: Some(month), ..blank() }));
    }
    let (rest, ()) = near(words("du mois")).parse(rest)?;
    Ok((rest, Pattern { day: Some(day), ..blank() }))
}

/// "Le deuxième mardi de chaque mois", "les premiers lundis de chaque mois", "le 5 de chaque mois": it
/// recurs as the month does.
pub(super) fn nth_of_each(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let day = near(day_number).parse(rest).and_then(|(rest, day)| {
        let (rest, ()) = near(super::words::de).parse(rest)?;
        Ok((rest, near(each).parse(rest)?, day))
    });
    if let Ok((_, (rest, of), day)) = day
        && of.expr == set(Cell::Unit(Unit::Month), 1, None, Some(Quant::Every))
    {
        let cell = Cell::Pattern(Pattern { day: Some(day), ..blank() });
        return Ok((rest, found(set(cell, 1, None, Some(Quant::Every)), input, rest)));
    }
    let last = sense(|sense| matches!(sense, Sense::Last).then_some(-1i64));
    let (rest, n) = near(last).parse(rest).or_else(|_| near(ordinal).parse(rest))?;
    let (rest, cell) = near(cell).parse(rest)?;
    let (rest, ()) = near(super::words::de).parse(rest)?;
    let (rest, of) = near(each).parse(rest)?;
    let Ok(n) = i32::try_from(n) else { return no(input) };
    Ok((rest, found(Expr::Nth { n, cell, of: Box::new(of.expr) }, input, rest)))
}

/// "Chaque année", "chaque lundi", "chaque 14 juillet".
pub(super) fn each(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, ()) = sense(|sense| matches!(sense, Sense::Each).then_some(())).parse(input)?;
    let (rest, cell) = match near(day_of_year).parse(rest) {
        Ok((rest, day)) => (rest, Cell::Pattern(day)),
        Err(_) => near(cell).parse(rest)?,
    };
    let (rest, ()) = boundary(rest)?;
    Ok((rest, found(set(cell, 1, None, Some(Quant::Every)), input, rest)))
}

/// "Tous les ans", "toutes les deux semaines", "tous les lundis", "tous les deux mardis".
pub(super) fn every(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = any_word(&["tous", "toutes"]).parse(input)?;
    let (rest, _) = near(any_word(&["les"])).parse(rest)?;
    if let Ok((rest, day)) = near(day_of_year).parse(rest) {
        let (rest, ()) = boundary(rest)?;
        return Ok((
            rest,
            found(set(Cell::Pattern(day), 1, None, Some(Quant::Every)), input, rest),
        ));
    }
    let (rest, every) = opt(near(whole_number)).parse(rest)?;
    let (rest, cell) = near(cell).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    let Ok(every) = u32::try_from(every.unwrap_or(1)) else { return no(input) };
    Ok((rest, found(set(cell, every, None, Some(Quant::Every)), input, rest)))
}

/// "Par an", "par semestre": TIMEX3 marks the unit.
pub(super) fn per(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (from, _) = any_word(&["par"]).parse(input)?;
    let (rest, unit) = near(unit).parse(from)?;
    let (rest, ()) = boundary(rest)?;
    Ok((rest, found(set(Cell::Unit(unit), 1, None, None), from, rest)))
}

/// "Deux fois par semaine", "une fois par an", "une fois tous les deux ans".
pub(super) fn times_per(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, times) = whole_number(input)?;
    let (rest, ()) =
        near(sense(|sense| matches!(sense, Sense::Times).then_some(()))).parse(rest)?;
    let per = near(per).parse(rest).or_else(|_| near(every).parse(rest));
    let (rest, per) = per?;
    let Expr::Set(inner) = per.expr else { return no(input) };
    let times = u32::try_from(times).ok();
    Ok((rest, found(Expr::Set(Set { times, quant: None, ..inner }), input, rest)))
}

/// "Un jour sur deux", "une semaine sur trois".
pub(super) fn one_in(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = any_word(&["un", "une"]).parse(input)?;
    let (rest, cell) = near(cell).parse(rest)?;
    let (rest, _) = near(any_word(&["sur"])).parse(rest)?;
    let (rest, every) = near(whole_number).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    match u32::try_from(every) {
        Ok(every @ 2..=12) => {
            Ok((rest, found(set(cell, every, None, Some(Quant::Every)), input, rest)))
        }
        _ => no(input),
    }
}

/// "Annuel", "hebdomadaire", "quotidiennement"; not the paper: "le quotidien", "un hebdomadaire".
pub(super) fn frequency(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, unit) = sense(|sense| match sense {
        Sense::Frequency(unit) => Some(*unit),
        _ => None,
    })
    .parse(input)?;
    let (rest, ()) = boundary(rest)?;
    let noun = behind(
        &input,
        1,
        &[
            "le", "un", "l", "ce", "du", "au", "les", "des", "leur", "son", "mon", "notre", "aux",
            "et",
        ],
    ) || behind(&input, 2, &["l", "d"])
        && input.back(1).is_some_and(|t| t.kind == crate::lang::token::Kind::Mark(b'\''));
    // "Trois quotidiens", "les grands quotidiens", "ce quotidien régional".
    let counted = input.back(1).is_some_and(|token| {
        token.kind == crate::lang::token::Kind::Number
            || has(&input, token, |sense| {
                matches!(
                    sense,
                    Sense::Number(_) | Sense::Tens(_) | Sense::VagueNumber | Sense::Determiner
                )
            })
    });
    let praised =
        behind(&input, 1, &["grand", "grands", "principal", "principaux", "autres", "autre"]);
    // "Le Journal Hebdomadaire": a name.
    let named = input.back(1).is_some_and(|token| token.kind == crate::lang::token::Kind::Word)
        && input.first().is_some_and(|token| is_capital(&input, token));
    let sort = [
        "regional",
        "regionaux",
        "national",
        "nationaux",
        "gratuit",
        "gratuits",
        "local",
        "locaux",
    ];
    let paper =
        (rest.first()).is_some_and(|token| sort.iter().any(|word| is_word(&rest, token, word)));
    let noun = noun || counted || praised || paper || named;
    if noun && Unit::Day <= unit && unit <= Unit::Month {
        return no(input);
    }
    Ok((rest, found(set(Cell::Unit(unit), 1, None, None), input, rest)))
}

/// "Les lundis", "les week-ends": every one.
pub(super) fn plural_days(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(words("les")).parse(input)?;
    let (rest, cell) = near(cell).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    let plural = rest.back(1).is_some_and(|token| rest.text_of(token).ends_with(['s', 'S']));
    match cell {
        Cell::Pattern(pattern) if plural && (pattern.weekday.is_some() || pattern.weekend) => {
            Ok((rest, found(set(cell, 1, None, None), input, rest)))
        }
        _ => no(input),
    }
}

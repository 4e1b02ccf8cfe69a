//! Words that point to the past, the present or the future and no more; and amounts with no number.

use nom::Parser;
use nom::combinator::opt;

use super::words::{article, behind, found};
use crate::amount::{Amount, Quantity, Unit};
use crate::expr::{Expr, Vague};
use crate::lang::common::{any_word, boundary, near, no, sense, word, words};
use crate::lang::input::Input;
use crate::lang::sense::Sense;
use crate::lang::{Found, Parsed};

/// "Désormais", "récemment", "l'avenir", "actuel".
pub(super) fn vague(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article.or(word("plus"))).parse(input)?;
    let (rest, vague) = near(sense(|sense| match sense {
        Sense::Vague(vague) => Some(*vague),
        _ => None,
    }))
    .parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    // "Sans précédent", "la prochaine fois".
    if behind(&input, 1, &["sans"]) || near(any_word(&["fois"])).parse(rest).is_ok() {
        return no(input);
    }
    Ok((rest, found(Expr::Vague(vague), input, rest)))
}

/// "À présent", "jusqu'à présent"; "par le passé", "dans le passé".
pub(super) fn present_or_past(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if let Ok((rest, ())) = word("present").parse(input) {
        let (rest, ()) = boundary(rest)?;
        if behind(&input, 1, &["a"]) {
            return Ok((rest, found(Expr::Vague(Vague::Present), input, rest)));
        }
        return no(input);
    }
    let (rest, ()) = words("le passe").parse(input)?;
    let (rest, ()) = boundary(rest)?;
    if behind(&input, 1, &["par", "dans"]) {
        return Ok((rest, found(Expr::Vague(Vague::Past), input, rest)));
    }
    no(input)
}

/// "Une période", "un certain temps", "tout ce temps", "longue date": an amount of nothing said.
pub(super) fn unsaid(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let phrases = [
        "un certain nombre de temps",
        "un certain temps",
        "quelque temps",
        "peu de temps",
        "tout ce temps",
        "longue date",
        "de longues periodes",
        "une longue periode",
        "une breve periode",
        "une courte periode",
        "une periode",
    ];
    // "Depuis peu", "il y a peu", "d'ici peu".
    if let Ok((rest, ())) = word("peu").parse(input) {
        let (rest, ()) = boundary(rest)?;
        let ago = behind(&input, 1, &["a"]) && behind(&input, 2, &["y"]);
        let led = ago || behind(&input, 1, &["depuis", "ici", "avant"]);
        let goes_on = near(any_word(&["de", "d", "pres", "apres", "a"])).parse(rest).is_ok();
        if led && !goes_on {
            let amount = Amount::new(vec![(Quantity::Vague, Unit::Unsaid)]);
            return Ok((rest, found(Expr::Duration(amount), input, rest)));
        }
    }
    for phrase in phrases {
        if let Ok((rest, ())) = words(phrase).parse(input) {
            let (rest, ()) = boundary(rest)?;
            let amount = Amount::new(vec![(Quantity::Vague, Unit::Unsaid)]);
            return Ok((rest, found(Expr::Duration(amount), input, rest)));
        }
    }
    no(input)
}

/// "Toute la journée", "tout l'été", "une année entière": the whole of a unit, as an amount.
pub(super) fn whole_unit(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if let Ok((rest, _)) = any_word(&["tout", "toute"]).parse(input) {
        let (rest, ()) = near(article).parse(rest)?;
        let (rest, unit) = near(super::number::counted_unit).parse(rest)?;
        let (rest, ()) = boundary(rest)?;
        return Ok((rest, found(Expr::Duration(Amount::of(1, unit)), input, rest)));
    }
    let (rest, _) = any_word(&["un", "une"]).parse(input)?;
    let (rest, full) = opt(near(any_word(&["pleine", "plein"]))).parse(rest)?;
    let (rest, unit) = near(super::number::counted_unit).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    let (rest, _) = match full {
        Some(_) => (rest, ""),
        None => near(any_word(&["entier", "entiere", "complete", "complet"])).parse(rest)?,
    };
    Ok((rest, found(Expr::Duration(Amount::of(1, unit)), input, rest)))
}

/// "Au fil des ans", "au fil des mois": the unit alone is marked.
pub(super) fn over_the(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, ()) = words("au fil des").parse(input)?;
    let (after, unit) = near(super::number::plural_unit).parse(rest)?;
    let (after, ()) = boundary(after)?;
    let amount = Amount::new(vec![(Quantity::Vague, unit)]);
    Ok((after, found(Expr::Duration(amount), rest, after)))
}

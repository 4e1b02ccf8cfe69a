//! Amounts with no place on the line of their own: "pendant deux ans", "une trêve de 48 heures",
//! "quinquennat"; not ages.

use nom::Parser;

use super::number::amount;
use super::words::{behind, found, has};
use crate::amount::{Amount, Quantity, Unit};
use crate::expr::Expr;
use crate::lang::common::{any_word, boundary, near, no, sense, word};
use crate::lang::fr::lexicon::function::PERSON_ENDINGS;
use crate::lang::input::Input;
use crate::lang::sense::Sense;
use crate::lang::token::Kind;
use crate::lang::{Found, Parsed};

/// An amount of time.
pub(super) fn duration(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, amount) = amount(input)?;
    let (rest, ()) = boundary(rest)?;
    let bare_plural = word("des").parse(input).is_ok();
    // "La guerre de Cent Ans", "les 24 Heures du Mans", "le 20 heures" have become names.
    let titled = rest.back(1).zip(input.back(1)).is_some_and(|(unit, before)| {
        let text = rest.text_of(unit);
        let title = super::words::is_capital(&rest, unit) && text.chars().any(char::is_lowercase);
        title && matches!(before.kind, Kind::Word)
    });
    let news = amount.unit() == Unit::Hour
        && (behind(&input, 1, &["le", "du", "au"])
            || behind(&input, 1, &["de"]) && behind(&input, 2, &["journal"]));
    if titled || news && amount.modifier.is_none() {
        return no(input);
    }
    if is_age(&input, &rest, &amount)
        || is_one_of_many(&input, &rest, &amount)
        || (bare_plural && !lasts(&input, &rest))
    {
        return no(input);
    }
    Ok((rest, found(Expr::Duration(amount), input, rest)))
}

/// Whether "des années" stands where an amount does: "pendant des années", "des mois durant", "des
/// heures de travail"; not "en dehors des heures de classe".
fn lasts(input: &Input<'_>, rest: &Input<'_>) -> bool {
    let led = behind(
        input,
        1,
        &[
            "pendant", "durant", "depuis", "apres", "avant", "pour", "a", "dure", "passe", "mis",
            "faut",
        ],
    );
    // "Des dizaines d'années" counts, "des heures de marche" lasts.
    let collective = input
        .peek(1)
        .is_some_and(|token| has(input, token, |sense| matches!(sense, Sense::Collective(_))));
    led || collective || any_word(&["durant"]).parse(*rest).is_ok() || sentence_begins(input)
}

/// Whether nothing stands before: no "en dehors" that "des" could belong to.
fn sentence_begins(input: &Input<'_>) -> bool {
    input.back(1).is_none_or(|before| matches!(before.kind, Kind::Mark(b'.' | b'"' | b':' | b',')))
}

/// Whether years are somebody's age: "âgé de 37 ans", "un homme de 37 ans", "Jean Martin, 37 ans,",
/// "à 37 ans", "les moins de 25 ans".
fn is_age(input: &Input<'_>, rest: &Input<'_>, amount: &Amount) -> bool {
    let unit = amount.unit();
    if unit != Unit::Year && unit != Unit::Month {
        return false;
    }
    let aged = of_person(input);
    let closes = |token: Option<&crate::lang::token::Token>| {
        token.is_none_or(|token| {
            matches!(token.kind, Kind::Mark(b',' | b')' | b'.' | b';' | b'('))
                || Kind::Mark(b'-') == token.kind
        })
    };
    let apposed = input.back(1).is_some_and(|token| matches!(token.kind, Kind::Mark(b',' | b'(')))
        && closes(rest.first())
        && amount.modifier.is_none();
    let at = unit == Unit::Year
        && (behind(input, 1, &["a"])
            || (behind(input, 1, &["les", "des"]) && amount.modifier.is_some()))
        && rest.first().is_none_or(|token| !has(rest, token, |s| matches!(s, Sense::Link)));
    let under = behind(input, 1, &["de", "d"])
        && behind(input, 2, &["plus", "moins"])
        && behind(input, 3, &["les", "des", "aux"]);
    let own = behind(input, 1, &["ses", "mes", "leurs"]);
    // "Il avait 47 ans."
    let has_years = behind(input, 1, &["a", "avait", "avaient", "ont", "aura", "auront"])
        && !behind(input, 2, &["y"])
        && amount.modifier.is_none()
        && closes(rest.first());
    // "Les 6-16 ans" are children.
    let bracket = behind(input, 1, &["les", "des", "aux"])
        && matches!(amount.parts[..], [(Quantity::Between(..), _)]);
    let year = unit == Unit::Year;
    year && (aged || apposed || at || own || has_years || bracket || under) || (!year && aged)
}

/// Whether "de" and a person stand before: "une fillette de", "un chauffeur de bus de", "l'Alsacienne
/// de"; not "une peine de".
fn of_person(input: &Input<'_>) -> bool {
    // "Trois hommes de 18, 24 et 26 ans".
    let listed = |token: &crate::lang::token::Token| {
        matches!(token.kind, Kind::Number | Kind::Mark(b','))
            || has(input, token, |sense| matches!(sense, Sense::Number(_) | Sense::Tens(_)))
    };
    let mut skipped = 0;
    while skipped < 8
        && (behind(input, skipped + 1, &["et", "ou"])
            || input.back(skipped + 1).is_some_and(listed))
    {
        skipped += 1;
    }
    if 2 <= skipped && behind(input, skipped + 1, &["de"]) {
        let first = input.back(skipped).is_some_and(|token| token.kind != Kind::Mark(b','));
        let person = (skipped + 2..skipped + 6).any(|n| {
            input.back(n).is_some_and(|token| has(input, token, |s| matches!(s, Sense::Person)))
        });
        return first && person;
    }
    let from = match input.back(1) {
        Some(token) if token.kind == Kind::Mark(b'\'') => 3,
        _ => 2,
    };
    if !behind(input, from - 1, &["de", "d"]) {
        return false;
    }
    for n in from..from + 5 {
        let Some(token) = input.back(n).filter(|token| token.kind == Kind::Word) else {
            return false;
        };
        if has(input, token, |sense| matches!(sense, Sense::Lasting)) {
            return false;
        }
        let text = input.text_of(token);
        let is_person = has(input, token, |sense| matches!(sense, Sense::Person))
            || behind(input, n, &["age", "agee", "ages", "agees"])
            || (5 < text.len()
                && PERSON_ENDINGS.iter().any(|ending| text.to_lowercase().ends_with(ending)));
        if is_person {
            return true;
        }
        // The noun phrase begins here.
        if has(input, token, |sense| matches!(sense, Sense::Determiner | Sense::Stop)) {
            return false;
        }
    }
    false
}

/// Whether "un jour", "une nuit", "une soirée" is one of many and no amount; "une seconde" is one where a
/// noun follows.
pub(super) fn is_one_of_many(input: &Input<'_>, rest: &Input<'_>, amount: &Amount) -> bool {
    let [(quantity, unit)] = amount.parts[..] else { return false };
    let led =
        behind(input, 1, &["pendant", "durant", "en", "apres", "avant", "depuis", "sur", "dure"]);
    if quantity.as_whole() != Some(1)
        || 4 < rest.at() - input.at()
        || amount.modifier.is_some()
        || led
    {
        return false;
    }
    match unit {
        Unit::Day | Unit::DayPart(_) | Unit::Weekend | Unit::Season => {
            input.first().is_some_and(|token| token.kind == Kind::Word)
        }
        Unit::Second => !super::words::ends_clean(rest),
        _ => false,
    }
}

/// "Quinquennat", "septennat": a word that is an amount.
pub(super) fn span_word(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, (number, unit)) = sense(|sense| match sense {
        Sense::Span(number, unit) => Some((*number, *unit)),
        _ => None,
    })
    .parse(input)?;
    let (rest, ()) = boundary(rest)?;
    Ok((rest, found(Expr::Duration(Amount::of(i64::from(number), unit)), input, rest)))
}

/// "Une quinzaine" after "pendant": a fortnight, where nothing is counted by it.
pub(super) fn fortnight(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = any_word(&["une", "la"]).parse(input)?;
    let (rest, ()) = near(word("quinzaine")).parse(rest)?;
    let lasting = behind(&input, 1, &["pendant", "durant", "dans", "depuis", "sous", "toute"]);
    if !lasting || near(super::words::de).parse(rest).is_ok() || !super::words::ends_clean(&rest) {
        return no(input);
    }
    Ok((rest, found(Expr::Duration(Amount::of(2, Unit::Week)), input, rest)))
}

/// "Les trois premiers mois", "les deux premières semaines": an amount with an order in it.
pub(super) fn first_of(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, quantity) = super::number::quantity(input)?;
    let (rest, _) = near(any_word(&["premiers", "premieres"])).parse(rest)?;
    let (rest, unit) = near(super::number::counted_unit).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    if quantity == Quantity::whole(1) {
        return no(input);
    }
    Ok((rest, found(Expr::Duration(Amount::new(vec![(quantity, unit)])), input, rest)))
}

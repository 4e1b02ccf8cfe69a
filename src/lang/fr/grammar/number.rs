//! Numbers and amounts: "dix-huit jours", "30,4 secondes", "une quinzaine de jours", "plus de deux
//! semaines", "deux ans et demi", "1 h 30".

use nom::Parser;
use nom::combinator::opt;

use super::words::{behind, de, elision, has, unit};
use crate::amount::{Amount, Modifier, Quantity, Unit};
use crate::lang::Parsed;
use crate::lang::common::{
    any_word, boundary, digits, exponent, glued, mark, near, no, number_in, past_joint, sense,
    word, words,
};
use crate::lang::input::Input;
use crate::lang::memo::once;
use crate::lang::opening::lies_ahead;
use crate::lang::sense::Sense;
use crate::lang::token::Gap;

fn small(input: Input<'_>) -> Parsed<'_, i64> {
    sense(|sense| match sense {
        Sense::Number(number) => Some(i64::from(*number)),
        _ => None,
    })
    .parse(input)
}

fn tens(input: Input<'_>) -> Parsed<'_, i64> {
    sense(|sense| match sense {
        Sense::Tens(number) => Some(i64::from(*number)),
        _ => None,
    })
    .parse(input)
}

fn scale(input: Input<'_>) -> Parsed<'_, i64> {
    sense(|sense| match sense {
        Sense::Scale(number) => Some(i64::from(*number)),
        _ => None,
    })
    .parse(input)
}

/// What follows, after a hyphen or a space.
fn joined<'a, T>(
    mut parser: impl FnMut(Input<'a>) -> Parsed<'a, T>,
) -> impl FnMut(Input<'a>) -> Parsed<'a, T> {
    move |input| {
        let rest = past_joint(input);
        if rest.first().is_some_and(|token| token.gap == Gap::Break) {
            return no(input);
        }
        parser(rest)
    }
}

/// A number below a hundred in words: "trois", "vingt et un", "soixante-dix-sept", "quatre-vingt-onze".
fn below_hundred(input: Input<'_>) -> Parsed<'_, i64> {
    let Ok((rest, ten)) = tens(input) else { return small(input) };
    let most = if ten == 60 || ten == 80 { 19 } else { 9 };
    let after_et = joined(|input| word("et").parse(input))(rest);
    if let Ok((after, ())) = after_et
        && let Ok((rest, one)) = joined(small)(after)
        && (one <= 9 || one == 11)
    {
        return Ok((rest, ten + one));
    }
    match joined(small)(rest) {
        Ok((rest, one)) if one <= most => Ok((rest, ten + one)),
        _ => Ok((rest, ten)),
    }
}

/// A whole number in words: "dix-huit", "deux cents", "mille neuf cent quatre-vingt-dix-huit".
pub(super) fn number_words(input: Input<'_>) -> Parsed<'_, i64> {
    let (mut rest, mut total, mut group) = match below_hundred(input) {
        Ok((rest, number)) => (rest, 0, number),
        Err(_) => match scale(input)? {
            (rest, hundred @ (100 | 1000)) => (rest, 0, hundred),
            _ => return no(input),
        },
    };
    // "Mille" alone has closed its group already.
    if group == 1000 {
        (total, group) = (1000, 0);
    }
    loop {
        if let Ok((next, scale)) = joined(scale)(rest) {
            rest = next;
            if scale == 100 && group < 100 {
                group = group.max(1) * 100;
            } else if 1000 <= scale {
                // "Dix mille milliards": the smaller before the greater is as often.
                let (before, times) =
                    if total < scale { (0, total + group) } else { (total, group) };
                let more = times.max(1).checked_mul(scale);
                let Some(more) = more.and_then(|more| more.checked_add(before)) else {
                    return no(input);
                };
                (total, group) = (more, 0);
            } else {
                return no(input);
            }
        } else if group % 100 == 0 && (group != 0 || total != 0) {
            match joined(below_hundred)(rest) {
                Ok((next, number)) => (rest, group) = (next, group + number),
                Err(_) => break,
            }
        } else {
            break;
        }
    }
    Ok((rest, total + group))
}

/// A number in digits, with its thousands and its decimals: "1 500", "1.500", "30,4".
fn number_digits(input: Input<'_>) -> Parsed<'_, Quantity> {
    let (mut rest, (mut number, length)) = digits(input)?;
    if length <= 3 {
        loop {
            let dot = opt(glued(mark(b'.'))).parse(rest)?;
            let Ok((next, (group, 3))) = digits(dot.0) else { break };
            let Some(token) = dot.0.first() else { break };
            if token.gap != if dot.1.is_some() { Gap::None } else { Gap::Space } {
                break;
            }
            let Some(more) = number.checked_mul(1000).and_then(|number| number.checked_add(group))
            else {
                return Ok((next, Quantity::TooLarge));
            };
            (rest, number) = (next, more);
        }
    }
    let Ok(whole) = i64::try_from(number) else { return Ok((rest, Quantity::TooLarge)) };
    let decimals = (glued(mark(b',')), glued(digits)).parse(rest);
    if let Ok((after, (_, (decimals, places @ 1..=3)))) = decimals {
        let thousandths = decimals as i64 * [100, 10, 1].get(places - 1).copied().unwrap_or(1);
        let exact = whole.checked_mul(1000).and_then(|n| n.checked_add(thousandths));
        return Ok((after, exact.map_or(Quantity::TooLarge, Quantity::Exact)));
    }
    // "1.5 heure": one decimal after a point, and a unit; "1.500" is a thousand.
    if let Ok((after, (_, (tenths, 1)))) = (glued(mark(b'.')), glued(digits)).parse(rest)
        && near(counted_unit).parse(after).is_ok()
        && let Some(exact) = whole.checked_mul(1000)
    {
        return Ok((after, Quantity::Exact(exact.saturating_add(tenths as i64 * 100))));
    }
    Ok((rest, Quantity::whole(whole)))
}

/// A number in digits with what makes it large: "2,5 millions", "10 puissance 30", "10^30".
fn large((mut rest, mut quantity): (Input<'_>, Quantity)) -> (Input<'_>, Quantity) {
    let sign = glued(mark(b'^')).or(near(word("puissance")));
    if let Ok((after, by)) = exponent(sign).parse(rest) {
        let power = quantity.as_whole().and_then(|number| number.checked_pow(by));
        return (after, power.map_or(Quantity::TooLarge, Quantity::whole));
    }
    while let Ok((after, by @ 1000..)) = near(scale).parse(rest) {
        quantity = match quantity {
            Quantity::Exact(n) => n.checked_mul(by).map_or(Quantity::TooLarge, Quantity::Exact),
            other => other,
        };
        rest = after;
    }
    (rest, quantity)
}

/// A whole number, in digits or words.
pub(super) fn whole_number(input: Input<'_>) -> Parsed<'_, i64> {
    match number_digits(input) {
        Ok((rest, quantity)) => match quantity.as_whole() {
            Some(number) => Ok((rest, number)),
            None => no(input),
        },
        Err(_) => number_words(input),
    }
}

/// An ordinal in words or digits: "troisième", "3e", "1er", "22ème".
pub(super) fn ordinal(input: Input<'_>) -> Parsed<'_, i64> {
    if let Ok((rest, number)) = digits(input) {
        let suffix = ["e", "er", "ere", "eme", "re", "nd", "nde", "ieme"];
        let is_suffix = |input: Input<'_>| {
            input.first().is_some_and(|token| {
                suffix.iter().any(|s| crate::lang::common::is_word(&input, token, s))
            })
        };
        if rest.is_glued() && is_suffix(rest) {
            return Ok((rest.skip(1), i64::try_from(number.0).unwrap_or(0)));
        }
        return no(input);
    }
    sense(|sense| match sense {
        Sense::Ordinal(number) => Some(i64::from(*number)),
        _ => None,
    })
    .parse(input)
}

/// How many: a number, "deux ou trois", "une dizaine de", "quelques", "un demi-".
pub(super) fn quantity(input: Input<'_>) -> Parsed<'_, Quantity> {
    once(input, any_quantity)
}

fn any_quantity(input: Input<'_>) -> Parsed<'_, Quantity> {
    if let Ok(found) = number_digits(input) {
        let (rest, quantity) = large(found);
        return spread(rest, quantity);
    }
    let vague = sense(|sense| match sense {
        Sense::VagueNumber => Some(Quantity::Vague),
        _ => None,
    })
    .parse(input);
    if let Ok((rest, quantity)) = vague {
        return Ok((elision(rest), quantity));
    }
    if let Ok(found) = collective(input) {
        return Ok(found);
    }
    let (rest, number) = number_words(input)?;
    spread(rest, Quantity::whole(number))
}

/// "À trois", "ou trois", "-trois" after a number: between the two.
fn spread(rest: Input<'_>, first: Quantity) -> Parsed<'_, Quantity> {
    let Some(least) = first.as_whole() else { return Ok((rest, first)) };
    let joint = near(any_word(&["a", "ou"]).map(|_| ())).or(mark(b'-'));
    let second = (joint, near(whole_number)).parse(rest);
    match second {
        Ok((rest, (_, most))) if least < most => Ok((rest, Quantity::Between(least, most))),
        _ => Ok((rest, first)),
    }
}

/// "Une dizaine de", "des centaines de", "trois douzaines de".
fn collective(input: Input<'_>) -> Parsed<'_, Quantity> {
    let (rest, many) = match word("des").parse(input) {
        Ok((rest, ())) => (rest, None),
        Err(_) => number_words(input).map(|(rest, number)| (rest, Some(number)))?,
    };
    let (rest, size) = near(sense(|sense| match sense {
        Sense::Collective(size) => Some(i64::from(*size)),
        _ => None,
    }))
    .parse(rest)?;
    let (rest, ()) = near(de).parse(rest)?;
    Ok((rest, many.map_or(Quantity::Vague, |many| Quantity::whole(many.saturating_mul(size)))))
}

/// "Environ", "plus de", "près d'" …
pub(super) fn modifier(input: Input<'_>) -> Parsed<'_, Modifier> {
    let (rest, modifier) = sense(|sense| match sense {
        Sense::Modifier(modifier) => Some(*modifier),
        _ => None,
    })
    .parse(input)?;
    Ok((elision(rest), modifier))
}

/// An amount with the words that bend it: "plus de deux semaines", "trois ans environ".
pub(super) fn amount(input: Input<'_>) -> Parsed<'_, Amount> {
    once(input, any_amount)
}

fn any_amount(input: Input<'_>) -> Parsed<'_, Amount> {
    if let Ok((rest, before)) = modifier(input) {
        let (rest, amount) = near(amount).parse(rest)?;
        return Ok((rest, amount.with(Some(before))));
    }
    let (rest, amount) = plain_amount(input)?;
    // "Une quinzaine de jours" is about fifteen.
    let about = (near(small), near(is_collective)).parse(input).is_ok();
    let amount = amount.with(about.then_some(Modifier::Approx));
    let after = near(any_word(&["environ"])).parse(rest);
    match after {
        Ok((rest, _)) => Ok((rest, amount.with(Some(Modifier::Approx)))),
        Err(_) => Ok((rest, amount)),
    }
}

fn is_collective(input: Input<'_>) -> Parsed<'_, ()> {
    sense(|sense| matches!(sense, Sense::Collective(_)).then_some(())).parse(input)
}

/// An amount without words around it.
pub(super) fn plain_amount(input: Input<'_>) -> Parsed<'_, Amount> {
    once(input, any_plain_amount)
}

fn any_plain_amount(input: Input<'_>) -> Parsed<'_, Amount> {
    if !lies_ahead(input, is_counted) {
        return no(input);
    }
    if let Ok(found) = fraction_first(input) {
        return Ok(found);
    }
    if let Ok(found) = clock_amount(input) {
        return Ok(found);
    }
    if let Ok((rest, ())) = word("des").parse(input) {
        // "Des années": a bare plural.
        if let Ok((rest, unit)) = near(plural_unit).parse(rest) {
            return Ok((rest, Amount::new(vec![(Quantity::Vague, unit)])));
        }
    }
    let (rest, first) = counted(input)?;
    let (rest, first) = and_half(rest, first)?;
    let mut parts = vec![first];
    let mut rest = rest;
    while let Some(&(_, last)) = parts.last() {
        let joint = opt(near(word("et")).or(glued(mark(b',')))).parse(rest)?.0;
        match near(counted).parse(joint) {
            Ok((next, part)) if part.1 < last => {
                parts.push(part);
                rest = next;
            }
            _ => break,
        }
    }
    Ok((rest, Amount::new(parts)))
}

/// "Trois semaines", "30,4 secondes", "trois longs mois".
fn counted(input: Input<'_>) -> Parsed<'_, (Quantity, Unit)> {
    let (rest, quantity) = quantity(input)?;
    let half = (near(any_word(&["demi", "demie"])), past_hyphen).parse(rest);
    let (rest, quantity) = match (half, quantity.as_whole()) {
        (Ok((rest, _)), Some(number)) => {
            (rest, number.checked_mul(500).map_or(Quantity::TooLarge, Quantity::Exact))
        }
        _ => (rest, quantity),
    };
    // "Deux et demi heures", for "deux heures et demie".
    let (rest, quantity) = match (near(words("et demi")).parse(rest), quantity) {
        (Ok((rest, ())), Quantity::Exact(number)) => (rest, Quantity::Exact(number + 500)),
        _ => (rest, quantity),
    };
    let long = any_word(&["bons", "bonnes", "bonne", "long", "longue", "longs", "longues"]);
    let (rest, _) = opt(near(long)).parse(rest)?;
    // "Un million d'années".
    let large = rest.back(1).is_some_and(|token| {
        has(&rest, token, |sense| matches!(sense, Sense::Scale(scale) if 1000 < *scale))
    });
    let (rest, _) = if large { opt(near(de)).parse(rest)? } else { (rest, None) };
    let (rest, unit) = near(counted_unit).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    // "Cinq années-lumière" is a length.
    if rest.is_mark(b'-') && near(word("lumiere")).parse(rest.skip(1)).is_ok() {
        return no(input);
    }
    Ok((rest, (quantity, unit)))
}

/// Whether a meaning is one of what is counted.
pub(super) fn is_counted(sense: &Sense) -> bool {
    matches!(sense, Sense::Unit(_) | Sense::DayPart(_) | Sense::Weekend)
}

/// A unit as it is counted: "ans", "nuits", "week-ends".
pub(super) fn counted_unit(input: Input<'_>) -> Parsed<'_, Unit> {
    sense(|sense| match sense {
        Sense::Unit(unit) => Some(*unit),
        Sense::DayPart(part) => Some(Unit::DayPart(*part)),
        Sense::Weekend => Some(Unit::Weekend),
        _ => None,
    })
    .parse(input)
}

/// A unit in the plural.
pub(super) fn plural_unit(input: Input<'_>) -> Parsed<'_, Unit> {
    let (rest, unit) = counted_unit(input)?;
    match rest.back(1) {
        Some(token) if rest.text_of(token).ends_with(['s', 'S']) => Ok((rest, unit)),
        _ => no(input),
    }
}

fn past_hyphen(input: Input<'_>) -> Parsed<'_, ()> {
    Ok((past_joint(input), ()))
}

/// "Et demi", "et quart" after an amount of one unit.
fn and_half(rest: Input<'_>, first: (Quantity, Unit)) -> Parsed<'_, (Quantity, Unit)> {
    let half = (near(words("et demi")).or(near(words("et demie"))), boundary).parse(rest);
    match (half, first) {
        (Ok((rest, _)), (Quantity::Exact(number), unit)) => {
            Ok((rest, (Quantity::Exact(number + 500), unit)))
        }
        _ => Ok((rest, first)),
    }
}

/// "Un quart de siècle", "trois quarts d'heure", "un demi-siècle", "une demi-heure".
fn fraction_first(input: Input<'_>) -> Parsed<'_, Amount> {
    let (rest, many) = match whole_number(input) {
        Ok(found) => found,
        // "Pour demi-heure": no number, but "toutes les demi-heures" is no amount.
        Err(_) if behind(&input, 1, &["pour", "pendant", "en"]) => (input, 1),
        Err(error) => return Err(error),
    };
    let (rest, fraction) = near(sense(|sense| match sense {
        Sense::Fraction(fraction) => Some(i64::from(*fraction)),
        _ => None,
    }))
    .parse(rest)?;
    let rest = past_joint(rest);
    let (rest, _) = opt(near(de)).parse(rest)?;
    let (rest, unit) = near(unit).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    let Some(thousandths) = many.checked_mul(fraction) else { return no(input) };
    let (times, unit) = unit.finer();
    let Some(exact) = thousandths.checked_mul(times) else { return no(input) };
    // A third has no exact thousandths.
    let exact = if fraction == 333 { (exact + 500) / 1000 * 1000 } else { exact };
    let (rest, more) = opt(near(words("et demi")).or(near(words("et demie")))).parse(rest)?;
    if more.is_some() {
        return no(input);
    }
    Ok((rest, Amount::new(vec![(Quantity::Exact(exact), unit)])))
}

/// "1 h 30", "2h05": hours and minutes as an amount.
fn clock_amount(input: Input<'_>) -> Parsed<'_, Amount> {
    let (rest, (hours, length)) = digits(input)?;
    let (rest, _) = near(any_word(&["h", "heure", "heures"])).parse(rest)?;
    let (rest, minutes) = near(number_in(0, 59, 2)).parse(rest)?;
    let (rest, _) = opt(near(any_word(&["min", "mn", "minutes"]))).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    let Ok(hours) = i64::try_from(hours) else { return no(input) };
    if 3 < length {
        return no(input);
    }
    let hours = (Quantity::whole(hours), Unit::Hour);
    Ok((rest, Amount::new(vec![hours, (Quantity::whole(minutes as i64), Unit::Minute)])))
}

//! Amounts of time: "two and a half years", "48 hours", "a five-day", "more than a week".

use nom::Parser;

use super::number::{and_a_half, number, quantity};
use super::words::{
    goes_on, is_capital, is_hyphenated, is_plural, meaning, modifier, past_comma, past_hyphen,
    past_stop, unit,
};
use crate::amount::{Amount, Modifier, Quantity, Unit};
use crate::lang::Parsed;
use crate::lang::common::{any_word, boundary, no, sense, word, words};
use crate::lang::input::Input;
use crate::lang::memo::once;
use crate::lang::opening::lies_ahead;
use crate::lang::phrase::means;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind};

/// An amount with what may stand before ("about", "more than") and after it ("or so", "or more").
pub(super) fn amount(input: Input<'_>) -> Parsed<'_, Amount> {
    once(input, any_amount)
}

fn any_amount(input: Input<'_>) -> Parsed<'_, Amount> {
    let (start, before) = match modifier(input) {
        Ok((rest, modifier)) => (rest, Some(modifier)),
        Err(_) => (input, None),
    };
    // "Over several years" is a stretch, not more than several.
    if before.is_some() && means(&start, |sense| *sense == Sense::VagueNumber) {
        return no(input);
    }
    let (rest, mut amount) = bare_amount(start)?;
    let (rest, after) = match blur(rest) {
        Ok((rest, modifier)) => (rest, Some(modifier)),
        Err(_) => (rest, None),
    };
    amount.modifier = before.or(after).or(amount.modifier);
    Ok((rest, amount))
}

/// "Or so", "or more", "or less", "at least", "at most".
pub(super) fn blur(input: Input<'_>) -> Parsed<'_, Modifier> {
    if let Ok((rest, ())) = words("or so").parse(input) {
        return Ok((rest, Modifier::Approx));
    }
    if let Ok((rest, ())) = words("or more").parse(input) {
        return Ok((rest, Modifier::AtLeast));
    }
    if let Ok((rest, ())) = words("or less").parse(input) {
        return Ok((rest, Modifier::AtMost));
    }
    no(input)
}

/// An amount without what blurs it: "two years and three months".
pub(super) fn bare_amount(input: Input<'_>) -> Parsed<'_, Amount> {
    once(input, any_bare_amount)
}

fn any_bare_amount(input: Input<'_>) -> Parsed<'_, Amount> {
    let is_counted = |sense: &Sense| {
        matches!(
            sense,
            Sense::Unit(_)
                | Sense::Units(..)
                | Sense::Weekend
                | Sense::Season(_)
                | Sense::DayPart(_)
                | Sense::Fraction(_)
        )
    };
    if !lies_ahead(input, is_counted) {
        return no(input);
    }
    let (mut rest, (first, blur)) = counted(input)?;
    let mut parts = vec![first];
    // "A year and a half", "an hour and 20 minutes", "2 hours 30 minutes".
    if let Ok((after, part)) = and_a_half(rest)
        && let Some((Quantity::Exact(n), _)) = parts.first_mut()
    {
        *n = n.saturating_add(part);
        rest = after;
    }
    for _ in 0..3 {
        let comma = past_comma(rest);
        let joined = word("and").parse(comma).map_or(comma, |(rest, ())| rest);
        let Ok((after, ((n, unit), None))) = counted(joined) else { break };
        let Some((_, last)) = parts.last() else { break };
        if !is_finer(unit, *last) || !matches!(n, Quantity::Exact(_)) {
            break;
        }
        parts.push((n, unit));
        rest = after;
    }
    // "One hour and fifteen", "1 hour thirty": minutes, where they count nothing else.
    if let [(Quantity::Exact(_), Unit::Hour)] = parts.as_slice() {
        let joined = word("and").parse(rest).map_or(rest, |(rest, ())| rest);
        if goes_on(&joined)
            && let Ok((after, n @ 1000..=59_000)) = number(joined)
            && n % 1000 == 0
            && stands_alone(&after)
        {
            parts.push((Quantity::Exact(n), Unit::Minute));
            rest = after;
        }
    }
    let mut amount = Amount::new(parts);
    amount.modifier = blur;
    Ok((rest, amount))
}

/// The place one token back.
fn hyphen_before(input: Input<'_>) -> Input<'_> {
    Input::new(input.source(), input.at().saturating_sub(1))
}

/// Whether a unit can follow another in one amount: "years" then "months".
fn is_finer(unit: Unit, than: Unit) -> bool {
    let rank = |unit: Unit| match unit {
        Unit::Second => 0,
        Unit::Minute => 1,
        Unit::Hour => 2,
        Unit::Day => 3,
        Unit::Week => 4,
        Unit::Month => 5,
        Unit::Year => 7,
        Unit::Decade => 8,
        Unit::Century => 9,
        _ => 20,
    };
    rank(unit) < rank(than) && rank(than) < 20
}

/// A count and its unit: "two full years", "48-hour", "1h".
fn counted(input: Input<'_>) -> Parsed<'_, ((Quantity, Unit), Option<Modifier>)> {
    let (rest, (n, blur)) = quantity(input)?;
    let article = rest.at() == input.at() + 1 && any_word(&["a", "an"]).parse(input).is_ok();
    let hyphen = past_hyphen(rest);
    let digits = rest.back(1).is_some_and(|token| token.kind == Kind::Number);
    if rest.is_glued() && hyphen.at() == rest.at() && !digits {
        return no(input);
    }
    // "A fortnight".
    let fortnight = sense(|sense| match sense {
        Sense::Units(n, unit) => Some((*n, *unit)),
        _ => None,
    })
    .parse(hyphen);
    if let (Ok((rest, (times, unit))), Quantity::Exact(n)) = (fortnight, n) {
        return Ok((rest, ((Quantity::Exact(n.saturating_mul(times.into())), unit), blur)));
    }
    let (rest, unit) = counted_unit(hyphen, n)?;
    if article && is_plural(&Input::new(rest.source(), rest.at().saturating_sub(1))) {
        return no(input);
    }
    // "A year or two".
    if article && let Ok((rest, ())) = words("or two").parse(rest) {
        return Ok((rest, ((Quantity::Between(1, 2), unit), blur)));
    }
    // "A second bomb", "three quarters of them": an ordinal and a fraction, not units.
    match unit {
        Unit::Second if n == Quantity::whole(1) && !stands_alone(&rest) => return no(input),
        Unit::Quarter if n != Quantity::Vague && word("of").parse(rest).is_ok() && !digits => {
            return no(input);
        }
        Unit::Quarter if is_hyphenated(&hyphen_before(hyphen)) => return no(input),
        _ => {}
    }
    Ok((rest, (in_finer(n, unit), blur)))
}

/// "Half an hour" is said in minutes, "half a century" in years.
fn in_finer(n: Quantity, unit: Unit) -> (Quantity, Unit) {
    match n {
        Quantity::Exact(part @ 1..1000) => {
            let (times, finer) = unit.finer();
            (Quantity::Exact(part * times), finer)
        }
        counted => (counted, unit),
    }
}

/// The unit after a count, with an adjective between them if any: "two full years", "three
/// difficult months".
fn counted_unit<'a>(input: Input<'a>, n: Quantity) -> Parsed<'a, Unit> {
    let read = |input: Input<'a>| {
        if !goes_on(&input) || is_dated(&input) {
            return no(input);
        }
        unit(input).map(|(rest, unit)| (abbreviation_stop(input, rest), unit))
    };
    if let Ok(found) = read(input) {
        return Ok(found);
    }
    if input.is_glued() {
        return no(input);
    }
    let mut at = input;
    for _ in 0..2 {
        match meaning(at, Sense::Padding) {
            Ok((rest, ())) => at = past_hyphen(rest),
            Err(_) => break,
        }
    }
    if at.at() != input.at() {
        return read(at);
    }
    // One adjective that the lexicon does not know, before a plural: "two bloody weeks".
    let unknown = input.first().is_some_and(|token| {
        let other = input.source().lexicon.is_other(token.word)
            || means(&input, |sense| *sense == Sense::Entitles);
        token.kind == Kind::Word && other
    });
    let plural = n != Quantity::whole(1) && is_plural(&input.skip(1));
    if unknown && plural && !is_capital(&input) && !is_plural(&input) && !input.skip(1).is_glued() {
        return read(input.skip(1));
    }
    no(input)
}

/// Whether a year stands before a unit in the singular, which it dates and does not count: "his 2010
/// season", "the 2014 year".
fn is_dated(unit: &Input<'_>) -> bool {
    let year = unit.back(1).is_some_and(|token| {
        let digits = token.kind == Kind::Number && token.end - token.start == 4;
        digits && matches!(unit.text_of(token).as_bytes(), [b'1' | b'2', ..])
    });
    let apart = unit.first().is_some_and(|token| token.gap != Gap::None);
    year && apart && !is_plural(unit)
}

/// The full stop of "hrs.", "min." where the sentence goes on after it.
fn abbreviation_stop<'a>(unit: Input<'a>, rest: Input<'a>) -> Input<'a> {
    let short = unit.first().is_some_and(|token| token.end - token.start <= 4)
        && means(&unit, |sense| {
            matches!(sense, Sense::Unit(Unit::Hour | Unit::Minute | Unit::Second))
        });
    let after = past_stop(rest);
    let lower = after.first().is_some_and(|token| token.kind == Kind::Word) && !is_capital(&after);
    if short && lower { after } else { rest }
}

/// Whether the amount before this place is not followed by a noun that it would count or order.
pub(super) fn stands_alone(rest: &Input<'_>) -> bool {
    rest.first().is_none_or(|token| {
        token.gap == Gap::Break
            || !matches!(token.kind, Kind::Word | Kind::Number)
            || means(rest, |sense| matches!(sense, Sense::Stop | Sense::Link | Sense::Signal(_)))
            || any_word(&["ago", "later", "earlier"]).parse(*rest).is_ok()
    })
}

/// An amount that is an adjective: "five-year", "48-hour", "three-month-old", "month-long".
pub(super) fn adjective(input: Input<'_>) -> Parsed<'_, Amount> {
    if let Ok((rest, unit)) = unit(input) {
        // "Six-year-old" began before.
        if input.is_glued() {
            return no(input);
        }
        // "Month-long", "decades-long".
        if is_hyphenated(&rest) {
            let (rest, _) = any_word(&["long", "old"]).parse(past_hyphen(rest))?;
            let n = if is_plural(&input) { Quantity::Vague } else { Quantity::whole(1) };
            let (rest, ()) = boundary(rest)?;
            return Ok((rest, Amount::new(vec![(n, unit)])));
        }
        let (half, part) = and_a_half(rest)?;
        let (rest, _) = any_word(&["long", "old"]).parse(past_hyphen(half))?;
        return Ok((rest, Amount::new(vec![(Quantity::Exact(1000 + part), unit)])));
    }
    let (start, before) = match modifier(input) {
        Ok((rest, modifier)) => (rest, Some(modifier)),
        Err(_) => (input, None),
    };
    let (mut rest, n) = match number(start) {
        Ok(found) => found,
        Err(_) => {
            // "A half-hour talk"; "the third day-long talk" counts talks.
            let (rest, part) = super::words::fraction(start)?;
            if part != 500 {
                return no(input);
            }
            (rest, i64::from(part))
        }
    };
    let hyphen = is_hyphenated(&rest);
    let singular = past_hyphen(rest);
    let mut low = None;
    if !hyphen {
        // "A two- to three-year term".
        if let Ok((after, other)) = other_hyphenated(rest) {
            low = Some(n);
            rest = after;
            if n < other {
                let (rest, unit) = unit(past_hyphen(rest))?;
                let between = Quantity::Between(n / 1000, other / 1000);
                return Ok((rest, Amount::new(vec![(between, unit)]).with(before)));
            }
        }
    }
    if low.is_some() || (!hyphen && n == 1000) {
        return no(input);
    }
    let (after, unit) = unit(singular)?;
    if is_plural(&singular) || is_dated(&singular) {
        return no(input);
    }
    // "The six-year-old" says how old somebody is, and no time.
    let tail = any_word(&["long"]).parse(past_hyphen(after));
    if is_hyphenated(&after) && word("old").parse(past_hyphen(after)).is_ok() {
        return no(input);
    }
    let after = match tail {
        Ok((rest, _)) if is_hyphenated(&after) => rest,
        _ => after,
    };
    Ok((after, Amount::new(vec![in_finer(Quantity::Exact(n), unit)]).with(before)))
}

/// "- to three": the rest of "two- to three-year".
fn other_hyphenated(input: Input<'_>) -> Parsed<'_, i64> {
    if !(input.is_mark(b'-') && input.is_glued()) {
        return no(input);
    }
    let (rest, _) = any_word(&["to", "or"]).parse(input.skip(1))?;
    number(rest)
}

//! Numbers in digits and in words, and how many of a thing.

use nom::Parser;

use super::words::{fraction, goes_on, is_capital, meaning, past_hyphen};
use crate::amount::{Modifier, Quantity};
use crate::lang::Parsed;
use crate::lang::common::{any_word, digits, exponent, glued, mark, no, sense, word, words};
use crate::lang::input::Input;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind};

/// Below 100 in words: "seven", "twenty-three".
pub(super) fn small(input: Input<'_>) -> Parsed<'_, i64> {
    let unit = |input| {
        sense(|sense| if let Sense::Number(n) = sense { Some(i64::from(*n)) } else { None })
            .parse(input)
    };
    if let Ok(found) = unit(input) {
        return Ok(found);
    }
    let (rest, tens) =
        sense(|sense| if let Sense::Tens(n) = sense { Some(i64::from(*n)) } else { None })
            .parse(input)?;
    match unit(past_hyphen(rest)) {
        Ok((rest, n)) if n < 10 && rest.back(1).is_some_and(|token| token.gap <= Gap::Line) => {
            Ok((rest, tens + n))
        }
        _ => Ok((rest, tens)),
    }
}

/// "Hundred", "million".
fn scale(input: Input<'_>) -> Parsed<'_, i64> {
    sense(|sense| if let Sense::Scale(n) = sense { Some(i64::from(*n)) } else { None }).parse(input)
}

/// A whole number in words: "two hundred and five", "a thousand".
pub(super) fn in_words(input: Input<'_>) -> Parsed<'_, i64> {
    let (mut rest, mut part) = match small(input) {
        Ok(found) => found,
        Err(_) => {
            let (rest, _) = any_word(&["a", "an", "one"]).parse(input)?;
            scale(rest)?;
            (rest, 1)
        }
    };
    let mut total: i64 = 0;
    for _ in 0..6 {
        if let Ok((after, by)) = scale(rest) {
            // "Two million million": what is told so far, as often.
            if part == 0 {
                (total, part) = (0, total);
            }
            part = part.saturating_mul(by);
            if by != 100 {
                total = total.saturating_add(part);
                part = 0;
            }
            rest = after;
        } else if part != 0 && part % 100 != 0 {
            break;
        } else {
            let joined = word("and").parse(rest).map_or(rest, |(rest, ())| rest);
            match small(joined) {
                Ok((after, n)) => {
                    part = part.saturating_add(n);
                    rest = after;
                }
                Err(_) => break,
            }
        }
    }
    Ok((rest, total.saturating_add(part)))
}

/// A number in digits in thousandths: "48", "1,500", "2.5", "5 1/2".
fn in_digits(input: Input<'_>) -> Parsed<'_, i64> {
    let (mut rest, (mut whole, length)) = digits(input)?;
    if length <= 3 {
        while rest.is_mark(b',') && rest.is_glued() {
            match digits(rest.skip(1)) {
                Ok((after, (n, 3))) if rest.skip(1).is_glued() => {
                    whole = whole.saturating_mul(1000).saturating_add(n);
                    rest = after;
                }
                _ => break,
            }
        }
        // "10 000": no number that counts something begins with a zero.
        while let Ok((after, (n, 3))) = digits(rest)
            && rest.first().is_some_and(|token| {
                token.gap == Gap::Space && rest.text_of(token).starts_with('0')
            })
        {
            whole = whole.saturating_mul(1000).saturating_add(n);
            rest = after;
        }
    }
    let mut thousandths = i64::try_from(whole).unwrap_or(i64::MAX).saturating_mul(1000);
    if rest.is_mark(b'.') && rest.is_glued() && rest.skip(1).is_glued() {
        if let Ok((after, (n, length @ 1..=3))) = digits(rest.skip(1)) {
            let scale = [100, 10, 1].get(length - 1).copied().unwrap_or(1);
            thousandths = thousandths.saturating_add(i64::try_from(n).unwrap_or(0) * scale);
            rest = after;
        }
    } else if let Ok((after, (part, of))) = slash(rest) {
        if part < of {
            thousandths = thousandths.saturating_add(part * 1000 / of);
            rest = after;
        }
    } else if rest.is_mark(b'/') && rest.is_glued() {
        let (rest, (part, of)) = slash(input)?;
        return Ok((rest, part * 1000 / of));
    }
    if let Some((half, after)) = half_sign(rest) {
        thousandths = thousandths.saturating_add(half);
        rest = after;
    }
    Ok((rest, thousandths))
}

/// A number in digits with what makes it large: "2.5 million", "10^30".
fn large((mut rest, mut thousandths): (Input<'_>, i64)) -> (Input<'_>, i64) {
    if let Ok((after, by)) = exponent(glued(mark(b'^'))).parse(rest) {
        let power = (thousandths / 1000).saturating_pow(by);
        return (after, power.saturating_mul(1000));
    }
    while goes_on(&rest)
        && let Ok((after, by @ 1000..)) = scale(rest)
    {
        (rest, thousandths) = (after, thousandths.saturating_mul(by));
    }
    (rest, thousandths)
}

/// "1/2": two small numbers around a stroke.
fn slash(input: Input<'_>) -> Parsed<'_, (i64, i64)> {
    let (rest, (part, _)) = digits(input)?;
    if !(rest.is_mark(b'/') && rest.is_glued() && rest.skip(1).is_glued()) {
        return no(input);
    }
    let (rest, (of, _)) = digits(rest.skip(1))?;
    match (i64::try_from(part), i64::try_from(of)) {
        (Ok(part @ 1..=9), Ok(of @ 2..=9)) => Ok((rest, (part, of))),
        _ => no(input),
    }
}

/// "½" and the like.
fn half_sign(input: Input<'_>) -> Option<(i64, Input<'_>)> {
    let token = input.first().filter(|token| token.kind == Kind::Mark(0))?;
    let thousandths = match input.text_of(token) {
        "½" => 500,
        "¼" => 250,
        "¾" => 750,
        _ => return None,
    };
    Some((thousandths, input.skip(1)))
}

/// A number in digits or in words, in thousandths; "and a half" may follow.
pub(super) fn number(input: Input<'_>) -> Parsed<'_, i64> {
    let (rest, n) = match input.first().map(|token| token.kind) {
        Some(Kind::Number) => large(in_digits(input)?),
        Some(Kind::Word) => {
            let (rest, n) = in_words(input)?;
            (rest, n.saturating_mul(1000))
        }
        Some(Kind::Mark(0)) => {
            let Some((n, rest)) = half_sign(input) else { return no(input) };
            (rest, n)
        }
        _ => return no(input),
    };
    match and_a_half(rest) {
        Ok((rest, part)) => Ok((rest, n.saturating_add(part))),
        Err(_) => Ok((rest, n)),
    }
}

/// "And a half", "and half", "and three quarters", "and one quarter"; "of" before a unit too: "two
/// and a quarter of an hour".
pub(super) fn and_a_half(input: Input<'_>) -> Parsed<'_, i64> {
    let (rest, ()) = word("and").parse(past_hyphen(input))?;
    let rest = past_hyphen(rest);
    let (start, times) = match any_word(&["a", "an", "one", "two", "three"]).parse(rest) {
        Ok((rest, "two")) => (rest, 2),
        Ok((rest, "three")) => (rest, 3),
        Ok((rest, _)) => (past_hyphen(rest), 1),
        Err(_) => (rest, 1),
    };
    let (rest, part) = fraction(start)?;
    let part = i64::from(part) * times;
    if 1000 <= part {
        return no(input);
    }
    if let Ok((after, ())) = word("of").parse(rest) {
        let after = any_word(&["a", "an"]).parse(after).map_or(after, |(rest, _)| rest);
        if goes_on(&after) && super::words::unit(after).is_ok() {
            return Ok((after, part));
        }
    }
    Ok((rest, part))
}

/// How many, and whether the words blur it.
pub(super) fn quantity(input: Input<'_>) -> Parsed<'_, (Quantity, Option<Modifier>)> {
    if let Ok((rest, n)) = number(input) {
        if let Ok((rest, other)) = other_end(rest)
            && n < other
            && n % 1000 == 0
            && other % 1000 == 0
        {
            return Ok((rest, (Quantity::Between(n / 1000, other / 1000), None)));
        }
        return Ok((rest, (exact(n), None)));
    }
    if let Ok((rest, part)) = fraction(input) {
        // "Half a year", "a quarter of an hour" is below.
        if let Ok((rest, _)) = any_word(&["a", "an"]).parse(past_hyphen(rest)) {
            return Ok((rest, (Quantity::Exact(i64::from(part)), None)));
        }
        if part == 500 {
            return Ok((rest, (Quantity::Exact(500), None)));
        }
        return no(input);
    }
    let collective = |input| {
        sense(|sense| if let Sense::Collective(n) = sense { Some(i64::from(*n)) } else { None })
            .parse(input)
    };
    if let Ok((rest, ())) = words("couple of").parse(input) {
        return Ok((rest, (Quantity::whole(2), Some(Modifier::Approx))));
    }
    if let Ok((rest, _)) = any_word(&["a", "an"]).parse(input) {
        if !goes_on(&rest) {
            return no(input);
        }
        if let Ok((rest, n)) = collective(rest) {
            let of = word("of").parse(rest).map(|(rest, ())| rest);
            let blur = (n == 2).then_some(Modifier::Approx);
            return Ok((of.unwrap_or(rest), (Quantity::whole(n), blur)));
        }
        let vague = word("very").parse(rest).map_or(rest, |(rest, ())| rest);
        let vague = word("good").parse(vague).map_or(vague, |(rest, ())| rest);
        if let Ok((rest, ())) = meaning(vague, Sense::VagueNumber) {
            return Ok((rest, (Quantity::Vague, None)));
        }
        if let Ok((rest, part)) = fraction(rest) {
            let after = words("of a").parse(rest).or_else(|_| words("of an").parse(rest));
            if let Ok((rest, ())) = after {
                return Ok((rest, (Quantity::Exact(i64::from(part)), None)));
            }
            if part == 500 {
                return Ok((rest, (Quantity::Exact(500), None)));
            }
        }
        return Ok((rest, (Quantity::whole(1), None)));
    }
    if let Ok((rest, ())) = meaning(input, Sense::VagueNumber) {
        return Ok((rest, (Quantity::Vague, None)));
    }
    if let Ok((rest, n)) = collective(input)
        && n != 2
        && !is_capital(&input)
        && let Ok((rest, ())) = word("of").parse(rest)
    {
        return Ok((rest, (Quantity::Vague, None)));
    }
    if let Ok((rest, _)) = any_word(&["another"]).parse(input) {
        if let Ok((rest, n)) = number(rest) {
            return Ok((rest, (exact(n), None)));
        }
        let few = word("few").parse(rest).map(|(rest, ())| rest);
        return match few {
            Ok(rest) => Ok((rest, (Quantity::Vague, None))),
            Err(_) => Ok((rest, (Quantity::whole(1), None))),
        };
    }
    no(input)
}

fn exact(thousandths: i64) -> Quantity {
    if thousandths == i64::MAX { Quantity::TooLarge } else { Quantity::Exact(thousandths) }
}

/// "or three", "to three", "-3": the other end of "two or three".
fn other_end(input: Input<'_>) -> Parsed<'_, i64> {
    let rest = match any_word(&["or", "to"]).parse(input) {
        Ok((rest, _)) => rest,
        Err(_) if past_hyphen(input).at() != input.at() => past_hyphen(input),
        Err(_) => return no(input),
    };
    if goes_on(&rest) { number(rest) } else { no(input) }
}

/// An ordinal in digits or words: "7th", "twenty-first", "second".
pub(super) fn ordinal(input: Input<'_>) -> Parsed<'_, u16> {
    if let Ok((rest, (n, _))) = digits(input) {
        if rest.is_glued()
            && let Ok((rest, _)) = any_word(&["st", "nd", "rd", "th"]).parse(rest)
        {
            return match u16::try_from(n) {
                Ok(n) => Ok((rest, n)),
                Err(_) => no(input),
            };
        }
        return no(input);
    }
    if let Ok(found) = super::words::ordinal_word(input) {
        return Ok(found);
    }
    let (rest, tens) =
        sense(|sense| if let Sense::Tens(n) = sense { Some(*n) } else { None }).parse(input)?;
    match super::words::ordinal_word(past_hyphen(rest)) {
        Ok((rest, n)) if n < 10 => Ok((rest, tens + n)),
        _ => no(input),
    }
}

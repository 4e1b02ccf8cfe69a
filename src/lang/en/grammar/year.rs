//! Years, decades, centuries, years of accounts; and where a bare number of four digits is a year.

use nom::Parser;

use super::day::short_year;
use super::number::{in_words, ordinal, small};
use super::point::longest;
use super::words::{
    decade_word, goes_on, is_after, is_capital, is_hyphenated, is_led_to, is_owned, is_plural,
    meaning, past_comma, past_hyphen, past_stop,
};
use crate::expr::{Pattern, Year};
use crate::lang::Parsed;
use crate::lang::common::{any_word, boundary, digits, no, number_in, sense, word, words};
use crate::lang::input::Input;
use crate::lang::iso::{date_boundary, dual_year};
use crate::lang::phrase::means;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind};

/// A year, decade or century.
pub(super) fn any_year(input: Input<'_>) -> Parsed<'_, Pattern> {
    let spoken = if is_led_to(&input) { year_in_words(input) } else { no(input) };
    if let Ok((rest, year)) = spoken {
        return Ok((rest, Pattern { year: Some(year), ..Pattern::default() }));
    }
    let (rest, year) = longest(
        input,
        &[year, decade, century, millennium, long_year, fiscal_letters, bare_early_year],
    )?;
    // A number alone; with an era or "the year" beside it it can be nothing else.
    let bare = rest.at() == input.at() + 1 && matches!(year, Year::Full(1000..));
    if bare && (is_cut(&rest) || !is_year_here(&input, &rest)) {
        return no(input);
    }
    Ok((rest, Pattern { year: Some(year), ..Pattern::default() }))
}

/// A year in digits: four of them, or two after an apostrophe; an era may stand on either side.
pub(super) fn year(input: Input<'_>) -> Parsed<'_, Year> {
    if input.is_mark(b'\'') || input.is_mark(b'`') {
        let (rest, n) = number_in(0, 99, 2).parse(input.skip(1))?;
        // "'60 Minutes'" is quoted.
        if super::words::unit(rest).is_ok() {
            return no(input);
        }
        let two = rest.back(1).is_some_and(|token| token.end - token.start == 2);
        // "iLife '11": a product's name has capitals inside.
        let product = input.back(1).is_some_and(|token| {
            let text = input.text_of(token);
            text.starts_with(char::is_lowercase) && text.contains(char::is_uppercase)
        });
        if !two || product || !input.skip(1).is_glued() {
            return no(input);
        }
        let (rest, ()) = boundary(rest)?;
        return Ok((rest, Year::Short(n as u8)));
    }
    if let Ok((rest, ())) = meaning(input, Sense::OfEra) {
        let (rest, n) = number_in(1, 2999, 4).parse(past_stop(rest))?;
        return Ok((rest, Year::Full(n as i32)));
    }
    let (rest, (n, length)) = digits(input)?;
    if length <= 4
        && n != 0
        && let Ok((rest, before)) = era(rest)
    {
        let n = n as i32;
        return Ok((rest, Year::Full(if before { 1 - n } else { n })));
    }
    if length != 4 || !(1000..=2999).contains(&n) {
        return no(input);
    }
    let (rest, ()) = year_boundary(rest)?;
    Ok((rest, Year::Full(n as i32)))
}

/// "BC" or "AD" after a year or a century: whether before our era.
pub(super) fn era(input: Input<'_>) -> Parsed<'_, bool> {
    let dotted =
        input.peek(1).is_some_and(|token| token.kind == Kind::Mark(b'.') && token.gap == Gap::None);
    if !goes_on(&input) || !(is_capital(&input) || dotted) {
        return no(input);
    }
    let (rest, before) = sense(|sense| match sense {
        Sense::BeforeEra => Some(true),
        Sense::OfEra => Some(false),
        _ => None,
    })
    .parse(input)?;
    // The full stop of "B.C.", not that of a sentence that ends in "BC".
    let dotted = rest.back(2).is_some_and(|token| token.kind == Kind::Mark(b'.'));
    Ok((if dotted { past_stop(rest) } else { rest }, before))
}

/// A year in words: "nineteen ninety-one", "two thousand and three".
pub(super) fn year_in_words(input: Input<'_>) -> Parsed<'_, Year> {
    let (rest, century) = small(input)?;
    if (10..=20).contains(&century) {
        if let Ok((rest, n @ 10..=99)) = small(past_hyphen(rest)) {
            return Ok((rest, Year::Full(century as i32 * 100 + n as i32)));
        }
        if let Ok((rest, ())) =
            any_word(&["oh", "o", "zero"]).parse(past_hyphen(rest)).map(|(r, _)| (r, ()))
            && let Ok((rest, n @ 1..=9)) = small(past_hyphen(rest))
        {
            return Ok((rest, Year::Full(century as i32 * 100 + n as i32)));
        }
    }
    let (rest, n) = in_words(input)?;
    if (1500..=2999).contains(&n) { Ok((rest, Year::Full(n as i32))) } else { no(input) }
}

/// Ten or a hundred years, a year of accounts, a year with "the year" before it.
pub(super) fn long_year(input: Input<'_>) -> Parsed<'_, Year> {
    let start = word("the").parse(input).map_or(input, |(rest, ())| rest);
    if let Ok(found) = decade(start).or_else(|_| century(start)).or_else(|_| millennium(start)) {
        return Ok(found);
    }
    if let Ok((rest, ())) =
        words("fiscal year").parse(start).or_else(|_| word("fiscal").parse(start))
    {
        let (rest, year) = year(rest)?;
        return match year {
            Year::Full(year) => Ok((rest, Year::Fiscal(year))),
            _ => no(input),
        };
    }
    let (rest, _) = any_word(&["year", "years"]).parse(start)?;
    // "The constitution of the Year III".
    if let (true, Ok((rest, n @ 1..=14))) = (is_capital(&start), super::calendar::roman(rest)) {
        return Ok((rest, Year::Republican(n)));
    }
    // "The year 476", "the year 12000".
    let any = |input| match digits(input)? {
        (rest, (n, 3..=6)) => Ok((boundary(rest)?.0, Year::Full(n as i32))),
        _ => no(input),
    };
    year(rest).or_else(|_| year_in_words(rest)).or_else(|_| any(rest))
}

/// The year after a date: ", 2024", " 2024", " of 2024", " '24".
pub(super) fn year_after(input: Input<'_>) -> Parsed<'_, Year> {
    if let Ok(found) = short_year(input) {
        return Ok(found);
    }
    let rest = any_word(&["of", "in"])
        .parse(past_comma(input))
        .map_or(past_comma(input), |(rest, _)| rest);
    let rest = words("the year").parse(rest).map_or(rest, |(rest, ())| rest);
    // "11 February 1731/2".
    if let Ok((rest, year)) = dual_year(rest) {
        return Ok((rest, Year::Full(year)));
    }
    // "In March 2000 people …" counts people; so does any year-like number before a plural.
    year(rest).or_else(|_| two_digit_year(rest)).or_else(|_| far_year(rest)).or_else(|_| {
        let (after, found) = year_in_words(rest)?;
        let counts = after.first().is_some_and(|token| token.kind == Kind::Word);
        if counts { no(rest) } else { Ok((after, found)) }
    })
}

/// The year of a day that is dated far back, of three digits: "on 4 September 476", "25 December 800".
/// Where it could count what follows it is none: "on 4 September 476 people".
pub(super) fn early_year(input: Input<'_>) -> Parsed<'_, Year> {
    let (rest, (n, 3)) = digits(input)? else { return no(input) };
    let (rest, ()) = boundary(rest)?;
    let glued = input.is_glued() || rest.is_mark(b'-');
    if n < 100 || glued || counts(&rest) { no(input) } else { Ok((rest, Year::Full(n as i32))) }
}

/// Whether a number could count what stands after it.
fn counts(rest: &Input<'_>) -> bool {
    let Some(next) = rest.first().filter(|token| token.gap != Gap::Break) else { return false };
    match next.kind {
        Kind::Number => true,
        Kind::Mark(mark) => matches!(mark, b'%' | b'-' | b'/' | b':' | b'\''),
        Kind::Word => {
            let other = rest.source().lexicon.is_other(next.word);
            let function = means(rest, |sense| {
                matches!(sense, Sense::Stop | Sense::Link | Sense::Signal(_) | Sense::Determiner)
            });
            let name = other && is_capital(rest) && !is_plural(rest);
            !(function || name)
        }
    }
}

/// A year of three digits alone: "he became king in 871 and died in 899". Only "in" leads to it, and
/// nothing may follow that it counts.
fn bare_early_year(input: Input<'_>) -> Parsed<'_, Year> {
    let led = input.back(1).is_some_and(|token| input.text_of(token).eq_ignore_ascii_case("in"));
    // "One in 250", "12 in 300".
    let odds = input.back(2).is_some_and(|token| {
        token.kind == Kind::Number
            || means(&Input::new(input.source(), input.at() - 2), |sense| {
                matches!(sense, Sense::Number(_) | Sense::Tens(_) | Sense::Scale(_))
            })
    });
    if !led || odds {
        return no(input);
    }
    let (rest, year) = early_year(input)?;
    // "In 250 to 300 cases", "in 120 or so".
    let goes_on = any_word(&["to", "or", "of", "and"]).parse(rest).is_ok_and(|(after, word)| {
        matches!(word, "to" | "or" | "of") || digits(after).is_ok_and(|(after, _)| counts(&after))
    });
    if goes_on { no(input) } else { Ok((rest, year)) }
}

/// "31 December 9999", where the number counts nothing that follows.
fn far_year(input: Input<'_>) -> Parsed<'_, Year> {
    let (rest, (n, length)) = digits(input)?;
    let (rest, ()) = boundary(rest)?;
    let counts = rest.first().is_some_and(|token| token.kind == Kind::Word);
    match (n, length) {
        (3000..=9999, 4) if !counts => Ok((rest, Year::Full(n as i32))),
        _ => no(input),
    }
}

/// Ten years: "1990s", "'80s", "the sixties", "the 470s BC".
fn decade(input: Input<'_>) -> Parsed<'_, Year> {
    if let Ok((rest, tens)) = decade_word(input) {
        if is_owned(&input) {
            return no(input);
        }
        return Ok((rest, Year::ShortDecade(tens)));
    }
    if let Ok((rest, n @ 17..=20)) = small(input) {
        if let Ok((rest, ())) = word("tens").parse(past_hyphen(rest)) {
            return Ok((rest, Year::Decade(n as i32 * 100 + 10)));
        }
        let (rest, tens) = decade_word(past_hyphen(rest))?;
        return Ok((rest, Year::Decade(n as i32 * 100 + i32::from(tens))));
    }
    let start = if input.is_mark(b'\'') || input.is_mark(b'`') { input.skip(1) } else { input };
    if start.at() != input.at() && !start.is_glued() {
        return no(input);
    }
    let (rest, (n, length)) = digits(start)?;
    if n % 10 != 0 || 4 < length || !rest.is_glued() {
        return no(input);
    }
    let rest = if rest.is_mark(b'\'') { rest.skip(1) } else { rest };
    if !rest.is_glued() {
        return no(input);
    }
    let (rest, ()) = word("s").parse(rest)?;
    if let Ok((rest, true)) = era(rest) {
        return Ok((rest, Year::Decade(-(n as i32))));
    }
    match length {
        4 if (1000..=2990).contains(&n) => Ok((rest, Year::Decade(n as i32))),
        // "In his 30s" is an age, "50s of them" a count.
        2 if 20 <= n
            && !is_owned(&input)
            && (start.at() != input.at() || leads_to_decade(&input)) =>
        {
            Ok((rest, Year::ShortDecade(n as u8)))
        }
        _ => no(input),
    }
}

/// A century by its number: "20th century", "the fourth century BC".
fn century(input: Input<'_>) -> Parsed<'_, Year> {
    let (rest, n) = ordinal(input)?;
    let (rest, before) = century_noun(past_hyphen(rest))?;
    let n = i32::from(n);
    match n {
        1..=40 => Ok((rest, Year::Century(if before { -n } else { n }))),
        _ => no(input),
    }
}

/// "The 2nd millennium BC", "the third millennium".
fn millennium(input: Input<'_>) -> Parsed<'_, Year> {
    let (rest, n) = ordinal(input)?;
    let (rest, ()) = word("millennium").parse(past_hyphen(rest))?;
    let (rest, before) = match era(rest) {
        Ok(found) if goes_on(&rest) => found,
        _ => (rest, false),
    };
    match i32::from(n) {
        n @ 1..=10 => Ok((rest, Year::Millennium(if before { -n } else { n }))),
        _ => no(input),
    }
}

/// "Century", "centuries BC": whether before our era.
pub(super) fn century_noun(input: Input<'_>) -> Parsed<'_, bool> {
    let (rest, _) = any_word(&["century", "centuries"]).parse(input)?;
    if goes_on(&rest)
        && let Ok(found) = era(rest)
    {
        Ok(found)
    } else {
        Ok((rest, false))
    }
}

/// "FY", "CY": a year of accounts, or of the calendar, written as letters.
fn fiscal_letters(input: Input<'_>) -> Parsed<'_, Year> {
    let (rest, letters) = any_word(&["fy", "cy"]).parse(input)?;
    let rest = past_hyphen(rest);
    let (rest, (n, length)) = digits(rest)?;
    let year = match length {
        4 => n as i32,
        2 => n as i32 + if n < 50 { 2000 } else { 1900 },
        _ => return no(input),
    };
    Ok((rest, if letters == "fy" { Year::Fiscal(year) } else { Year::Full(year) }))
}

/// As [`boundary`], but a hyphen and another number may follow ("1999-2003"), or a word ("2004-based").
fn year_boundary(rest: Input<'_>) -> Parsed<'_, ()> {
    if is_hyphenated(&rest) {
        // "1998-123-4" is a number of another kind; a range looks at what follows itself.
        return Ok((rest, ()));
    }
    date_boundary(rest)
}

/// Whether "the", "early" … stands before a decade of two digits.
fn leads_to_decade(input: &Input<'_>) -> bool {
    is_after(input, |sense| matches!(sense, Sense::Determiner | Sense::Part(_)))
}

/// "August 99", "April of 87": two digits that count no day of a month.
fn two_digit_year(input: Input<'_>) -> Parsed<'_, Year> {
    let (rest, n) = number_in(32, 99, 2).parse(input)?;
    let (rest, ()) = boundary(rest)?;
    let counts = rest.first().is_some_and(|token| {
        matches!(token.kind, Kind::Word | Kind::Mark(b'-' | b'%')) && token.gap != Gap::Break
    });
    if counts || input.is_glued() { no(input) } else { Ok((rest, Year::Short(n as u8))) }
}

/// Whether a hyphen and digits go on: a range of years has been read before this, so that "2012-1400"
/// and "1998-123-4" are numbers of another kind.
fn is_cut(rest: &Input<'_>) -> bool {
    let next = past_hyphen(*rest);
    next.at() != rest.at() && digits(next).is_ok()
}

/// Whether a bare number of four digits is a year where it stands: something leads to it, a noun it
/// dates follows ("its 1990 invasion"), or nothing that it could count.
fn is_year_here(input: &Input<'_>, rest: &Input<'_>) -> bool {
    let Some(next) = rest.first() else { return !is_numbered(input) };
    // Round numbers count people, 1913 does not.
    let round = digits(*input).is_ok_and(|(_, (n, _))| n % 50 == 0 || !(1700..2040).contains(&n));
    let plural = is_plural(rest) || means(rest, |sense| *sense == Sense::Plural);
    let counts = round && next.kind == Kind::Word && plural && !is_capital(rest);
    let far = digits(*input).is_ok_and(|(_, (n, _))| 2100 < n);
    let before = input.back(1).map(|token| input.text_of(token).to_ascii_lowercase());
    let before = before.as_deref().unwrap_or("");
    // "2530 units", "a house at 2820 West 8th Street".
    let placed = !matches!(before, "in" | "by" | "until" | "till" | "before" | "after" | "since");
    let street = matches!(before, "at" | "near") && is_capital(rest) || is_compass(rest);
    if far && placed || street {
        return false;
    }
    // "The 1500 men".
    if counts && means(rest, |sense| *sense == Sense::Plural) {
        return false;
    }
    if is_led_to(input) && !counts {
        return true;
    }
    match next.kind {
        Kind::Number => false,
        Kind::Mark(b'%') => false,
        // "A 2000-year-old tree".
        Kind::Mark(b'-')
            if past_hyphen(*rest).at() != rest.at()
                && super::words::unit(past_hyphen(*rest)).is_ok() =>
        {
            false
        }
        Kind::Word => {
            let dates_noun = is_after(input, |sense| *sense == Sense::Determiner)
                || is_after_possessive(input)
                || input.at().checked_sub(1).is_some_and(|at| {
                    let before = Input::new(input.source(), at);
                    !is_capital(&before)
                        && before
                            .first()
                            .is_some_and(|token| input.source().lexicon.is_other(token.word))
                        && is_after(&before, |sense| *sense == Sense::Determiner)
                });
            dates_noun
                // "Making 1985 the bloodiest year": no number that counts has an article after it.
                || word("the").parse(*rest).is_ok()
                    && (before.ends_with("ing") || matches!(before, "made" | "makes" | "called"))
                    && next.gap != Gap::Break
                || !is_numbered(input)
                    && means(rest, |sense| {
                        matches!(
                            sense,
                            Sense::Stop
                                | Sense::Link
                                | Sense::Signal(_)
                                | Sense::Determiner
                                | Sense::Season(_)
                        )
                    })
        }
        // "1965's harvest".
        Kind::Mark(b'\'') => true,
        Kind::Mark(_) => !is_numbered(input),
    }
}

/// Whether the point of the compass that a street's name begins with follows: "the area of 1200 E. Elm".
fn is_compass(rest: &Input<'_>) -> bool {
    let next =
        rest.first().filter(|token| token.gap == Gap::Space).map(|token| rest.text_of(token));
    let named = is_capital(&rest.skip(1)) && goes_on(rest);
    match next {
        Some("North" | "South" | "East" | "West") => named,
        Some("N" | "S" | "E" | "W") => rest.skip(1).is_mark(b'.') || named,
        _ => false,
    }
}

/// Whether a noun, "No." or a sign of money stands before a number, which then numbers or counts:
/// "Resolution 1483", "page 1999".
fn is_numbered(input: &Input<'_>) -> bool {
    if input.first().is_some_and(|token| token.gap == Gap::Break) {
        return false;
    }
    // "+1 555 2018 1999".
    if input.back(1).is_some_and(|token| token.kind == Kind::Number) {
        return true;
    }
    input.at().checked_sub(1).is_some_and(|at| {
        let before = Input::new(input.source(), at);
        let noun = before.first().is_some_and(|token| match token.kind {
            Kind::Word => {
                input.source().lexicon.is_other(token.word)
                    || means(&before, |sense| *sense == Sense::Numbered)
            }
            Kind::Mark(0) => input.is_glued() && before.text_of_first() == "€",
            _ => false,
        });
        let about = is_after(&before, |sense| matches!(sense, Sense::Modifier(_)));
        let stop = before.is_mark(b'.')
            && before.is_glued()
            && !about
            && input.back(2).is_some_and(|token| token.end - token.start <= 3);
        noun || stop
    })
}

/// Whether a possessive ending stands before this place: "Navigation's 1989 profit".
fn is_after_possessive(input: &Input<'_>) -> bool {
    let quote = input.back(2).is_some_and(|token| token.kind == Kind::Mark(b'\''));
    let s = input.back(1).is_some_and(|token| {
        token.gap == Gap::None && token.kind == Kind::Word && input.text_of(token) == "s"
    });
    quote && s
        || input
            .back(1)
            .is_some_and(|token| token.kind == Kind::Mark(b'\'') && token.gap == Gap::None)
}

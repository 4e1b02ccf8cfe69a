//! Dates by the calendar: days, months, years, decades, centuries, quarters, seasons, weekdays.

use nom::Parser;

use super::day::{day, past_hyphen_before_year};
use super::number::ordinal;
use super::words::{
    goes_on, is_after, is_capital, is_hyphenated, is_led_to, month_abbreviation, month_name,
    past_comma, past_hyphen, past_stop, season, weekday_abbreviation, weekday_name,
};
use super::year::year_after;
use crate::amount::Unit;
use crate::expr::{NamedDay, Pattern, Year};
use crate::lang::Parsed;
use crate::lang::common::{any_word, boundary, digits, no, number_in, sense, word, words};
use crate::lang::input::Input;
use crate::lang::phrase::means;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind};

/// A month by name or abbreviation, its full stop included. A name that is a common word as well
/// counts with a capital letter only.
pub(super) fn month(input: Input<'_>) -> Parsed<'_, u8> {
    let (rest, month) = match month_name(input) {
        Ok(found) => found,
        Err(_) => {
            let (rest, month) = month_abbreviation(input)?;
            (past_stop(rest), month)
        }
    };
    if is_ordinary(&input) && !is_dated(&rest) { no(input) } else { Ok((rest, month)) }
}

/// Whether a day or a year that ends its phrase shows that a word in small letters is a month:
/// "march 3 2015", "may 2005", "march 3rd".
fn is_dated(rest: &Input<'_>) -> bool {
    let of = word("of").parse(*rest).map_or(*rest, |(rest, ())| rest);
    let Ok((after, (n, length))) = digits(of) else { return false };
    if rest.is_glued() {
        return false;
    }
    if length == 4 {
        return (1000..=2999).contains(&n) && boundary(after).is_ok();
    }
    let ordinal = after.is_glued() && any_word(&["st", "nd", "rd", "th"]).parse(after).is_ok();
    let ends = after.first().is_none_or(|token| matches!(token.kind, Kind::Mark(_)));
    let year = digits(past_comma(after)).is_ok_and(|(_, (_, length))| length == 4);
    (1..=31).contains(&n) && (ordinal || ends || year)
}

/// Whether the next word, as it is written, is to be taken for an ordinary word.
fn is_ordinary(input: &Input<'_>) -> bool {
    !is_capital(input) && means(input, |sense| *sense == Sense::Ordinary)
}

/// A weekday's name, or its abbreviation with the full stop.
pub(super) fn weekday_or_short(input: Input<'_>) -> Parsed<'_, u8> {
    if let Ok(found) = weekday_name(input) {
        return Ok(found);
    }
    let (rest, weekday) = weekday_abbreviation(input)?;
    Ok((past_stop(rest), weekday))
}

/// A month with its year: "March 2024", "Sept. 1998", "May of 1789", "January, 1918".
pub(super) fn month_of_year(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, month) = month(input)?;
    let (rest, year) = year_after(past_hyphen_before_year(rest))
        .or_else(|_| year_after_stroke(rest))
        .or_else(|_| super::year::early_year(past_comma(rest)))?;
    Ok((rest, Pattern { month: Some(month), year: Some(year), ..Pattern::default() }))
}

/// "July/99", "Jul/2019": the year after a stroke.
fn year_after_stroke(input: Input<'_>) -> Parsed<'_, Year> {
    if !(input.is_mark(b'/') && input.is_glued() && input.skip(1).is_glued()) {
        return no(input);
    }
    let (rest, (n, length)) = digits(input.skip(1))?;
    let (rest, ()) = boundary(rest)?;
    match length {
        2 => Ok((rest, Year::Short(n as u8))),
        4 if (1000..=2999).contains(&n) => Ok((rest, Year::Full(n as i32))),
        _ => no(input),
    }
}

/// A month alone. A name that is a common word as well needs a word before it that leads to a time.
pub(super) fn month_alone(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, month) = month_name(input)?;
    let found = Pattern { month: Some(month), ..Pattern::default() };
    let (rest, ()) = boundary(rest)?;
    let named = is_after(&input, |sense| *sense == Sense::Determiner) && !noun_is_march(&rest);
    // "With August Wilson".
    let with = input.back(1).map(|token| input.text_of(token));
    let person = matches!(with, Some("with" | "to" | "for" | "against")) && is_name(&rest);
    if (is_led_to(&input) || named) && !is_ordinary(&input) && !person {
        return Ok((rest, found));
    }
    // "In February and March", "March next year", "late May".
    let sure = is_after_month(&input) || is_of_pointed_year(&rest);
    let ordinary = means(&input, |sense| *sense == Sense::Ordinary) && !sure;
    if !is_capital(&input) || ordinary || is_name(&rest) {
        return no(input);
    }
    Ok((rest, found))
}

/// Whether another month stands before "and", "or" or a comma here.
fn is_after_month(input: &Input<'_>) -> bool {
    let back = |n: usize| input.at().checked_sub(n).map(|at| Input::new(input.source(), at));
    let joined =
        |place: &Input<'_>| place.is_mark(b',') || any_word(&["and", "or"]).parse(*place).is_ok();
    let month = |place: &Input<'_>| {
        is_capital(place) && means(place, |sense| matches!(sense, Sense::Month(_)))
    };
    back(1).filter(joined).is_some()
        && (back(2).filter(month).is_some()
            || back(2).filter(joined).is_some() && back(3).filter(month).is_some())
}

/// Whether "next year", "of this year" follows.
fn is_of_pointed_year(rest: &Input<'_>) -> bool {
    let start = word("of").parse(*rest).map_or(*rest, |(rest, ())| rest);
    let pointed = means(&start, |sense| matches!(sense, Sense::This | Sense::Next | Sense::Last));
    goes_on(&start) && pointed && word("year").parse(start.skip(1)).is_ok()
}

/// Whether what follows "the March" shows that people marched: "the March on Washington", "the
/// March." — a month after an article stands before a noun.
fn noun_is_march(rest: &Input<'_>) -> bool {
    rest.first().is_none_or(|token| {
        token.kind != Kind::Word || means(rest, |sense| matches!(sense, Sense::Link | Sense::Stop))
    })
}

/// Whether a capitalised word that the lexicon does not know follows: "April Jones".
fn is_name(rest: &Input<'_>) -> bool {
    rest.first().is_some_and(|token| {
        token.gap == Gap::Space && rest.source().lexicon.is_other(token.word) && is_capital(rest)
    })
}

/// A weekday alone.
pub(super) fn weekday_alone(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, weekday) = weekday_name(input)?;
    let (rest, ()) = boundary(rest)?;
    // "Sunday-best".
    let word = past_hyphen(rest).first().is_some_and(|token| {
        token.kind == Kind::Word && rest.source().lexicon.is_other(token.word)
    });
    if is_hyphenated(&rest) && word {
        return no(input);
    }
    Ok((rest, Pattern { weekday: Some(weekday), ..Pattern::default() }))
}

/// A quarter or a half of a year: "third quarter", "third-quarter", "fiscal first quarter", "Q3",
/// "the first half".
pub(super) fn quarter_or_half(input: Input<'_>) -> Parsed<'_, Pattern> {
    let start =
        any_word(&["the", "its", "their", "his"]).parse(input).map_or(input, |(rest, _)| rest);
    let letter = |n: u8| Pattern { quarter: Some(n), ..Pattern::default() };
    if let Ok((rest, letter_word)) = any_word(&["q", "h"]).parse(start) {
        // "Department H2".
        let room = letter_word == "h"
            && start.at().checked_sub(1).is_some_and(|at| {
                let before = Input::new(start.source(), at);
                is_capital(&before)
                    && before
                        .first()
                        .is_some_and(|token| start.source().lexicon.is_other(token.word))
            });
        if rest.is_glued() && !room && (is_capital(&start) || letter_word == "q") {
            let (rest, n) = number_in(1, 4, 1).parse(rest)?;
            let (rest, ()) = boundary(rest)?;
            return match (letter_word, n) {
                ("q", n) => Ok((rest, letter(n as u8))),
                (_, n @ 1..=2) => Ok((rest, Pattern { half: Some(n as u8), ..Pattern::default() })),
                _ => no(input),
            };
        }
        return no(input);
    }
    let start = word("fiscal").parse(start).map_or(start, |(rest, ())| rest);
    let last = any_word(&["last", "latter", "final"]).parse(start);
    let (rest, n) = match last {
        Ok((rest, _)) => (rest, 0),
        Err(_) => ordinal(start)?,
    };
    let rest = past_hyphen(rest);
    let rest = word("fiscal").parse(rest).map_or(rest, |(rest, ())| rest);
    if !goes_on(&rest) {
        return no(input);
    }
    if let Ok((end, Unit::Quarter)) = super::words::unit_name(rest) {
        // "The third-quarter results": the article is the noun's.
        if start.at() != input.at() && is_hyphenated(&Input::new(rest.source(), rest.at() - 1)) {
            return no(input);
        }
        let rest = end;
        return match n {
            1..=4 => Ok((rest, letter(n as u8))),
            _ => no(input),
        };
    }
    let (rest, ()) = word("half").parse(rest)?;
    match n {
        0 => Ok((rest, Pattern { half: Some(2), ..Pattern::default() })),
        1 | 2 => Ok((rest, Pattern { half: Some(n as u8), ..Pattern::default() })),
        _ => no(input),
    }
}

/// A season alone: "summer".
pub(super) fn season_alone(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, season) = season(input)?;
    let (rest, ()) = boundary(rest)?;
    Ok((rest, Pattern { season: Some(season), ..Pattern::default() }))
}

/// A named day: "Easter Monday", "Thanksgiving".
pub(super) fn named_day(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, named) =
        sense(|sense| if let Sense::Named(named) = sense { Some(*named) } else { None })
            .parse(input)?;
    // "Election day" in small letters is that of any country.
    let mut any = sense(|sense| match sense {
        Sense::Named(named @ NamedDay::Unresolved(_)) => Some(*named),
        _ => None,
    });
    let (rest, named) = match any.parse(input) {
        Ok(found) if !is_capital(&input) => found,
        _ => (rest, named),
    };
    // In small letters one word is not a name, unless a word leads to it ("last easter"); nor is "a new
    // year".
    let one = rest.at() == input.at() + 1
        || words("new year").parse(input).is_ok_and(|(end, ())| end.at() == rest.at());
    if one && !is_capital(&input) && !is_led_to(&input) {
        return no(input);
    }
    let (rest, ()) = boundary(rest)?;
    Ok((rest, Pattern { named: Some(named), ..Pattern::default() }))
}

/// A week by its number: "week 12".
pub(super) fn week_number(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, ()) = word("week").parse(input)?;
    let (rest, n) = number_in(1, 53, 2).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    Ok((rest, Pattern { week: Some(n as u8), ..Pattern::default() }))
}

/// A day of the French Republican calendar: "18 Brumaire, Year VIII".
pub(super) fn republican(input: Input<'_>) -> Parsed<'_, Pattern> {
    let start = word("the").parse(input).map_or(input, |(rest, ())| rest);
    let (rest, day) = day(start)?;
    let rest = word("of").parse(rest).map_or(rest, |(rest, ())| rest);
    let (rest, month) =
        sense(|sense| if let Sense::RepublicanMonth(n) = sense { Some(*n) } else { None })
            .parse(rest)?;
    let rest = past_comma(rest);
    let rest = word("of").parse(rest).map_or(rest, |(rest, ())| rest);
    let rest = word("the").parse(rest).map_or(rest, |(rest, ())| rest);
    let (rest, _) = any_word(&["year", "an"]).parse(rest)?;
    let (rest, year) = match digits(rest) {
        Ok((rest, (n @ 1..=300, _))) => (rest, n as u16),
        Ok(_) => return no(input),
        Err(_) => roman(rest)?,
    };
    let year = Some(Year::Republican(year));
    Ok((rest, Pattern { year, month: Some(month), day: Some(day), ..Pattern::default() }))
}

/// A Roman number up to 39, in capitals.
pub(super) fn roman(input: Input<'_>) -> Parsed<'_, u16> {
    let Some(token) = input.first().filter(|token| token.kind == Kind::Word) else {
        return no(input);
    };
    let mut total: u16 = 0;
    let mut highest = 0;
    for letter in input.text_of(token).bytes().rev() {
        let n = match letter {
            b'I' => 1,
            b'V' => 5,
            b'X' => 10,
            _ => return no(input),
        };
        if n < highest {
            total = total.saturating_sub(n);
        } else {
            total = total.saturating_add(n);
            highest = n;
        }
    }
    if (1..=39).contains(&total) { Ok((input.skip(1), total)) } else { no(input) }
}

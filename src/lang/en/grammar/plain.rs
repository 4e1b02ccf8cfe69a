//! Amounts with no place of their own, ages, vague words, anniversaries.

use nom::Parser;

use super::amount::{adjective, amount};
use super::number::ordinal;
use super::point::{day, point};
use super::title::is_title;
use super::words::{
    goes_on, is_after, is_capital, is_hyphenated, is_other_noun, is_plural, meaning, past_hyphen,
    unit,
};
use crate::amount::{Amount, Quantity, Unit};
use crate::expr::{Expr, Pattern, Vague, Year};
use crate::lang::common::{any_word, boundary, no, sense, whole, word, words};
use crate::lang::input::Input;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind};
use crate::lang::{Found, Parsed};

/// "Two years", "more than a week", "some time".
pub(super) fn duration(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if is_other_noun(&input) {
        return no(input);
    }
    if let Ok((rest, ())) =
        words("some time").parse(input).or_else(|_| words("a while").parse(input))
    {
        return Ok((
            rest,
            whole(Expr::Duration(Amount::new(vec![(Quantity::Vague, Unit::Unsaid)]))),
        ));
    }
    // "All day", "all week", "full month".
    if let Ok((start, which)) = any_word(&["all", "full", "whole"]).parse(input) {
        let start = past_hyphen(start);
        let (rest, unit) = super::words::unit(start)?;
        let (rest, ()) = boundary(rest)?;
        // "Full-year results" are those of the year.
        let known = match unit {
            Unit::Day | Unit::Week | Unit::Weekend | Unit::Month => true,
            unit => unit == Unit::Year && which == "all",
        };
        if !known || super::words::is_plural(&start) {
            return no(input);
        }
        return Ok((rest, whole(Expr::Duration(Amount::of(1, unit)))));
    }
    // "The nine months", "the fifty years since": so many, told of before.
    let counted = word("the").parse(input).ok().filter(|(rest, ())| {
        super::number::number(*rest).is_ok_and(|(after, _)| !is_hyphenated(&after))
    });
    let (rest, found) = match counted {
        Some((start, ())) => super::amount::bare_amount(start)?,
        None => amount(input)?,
    };
    let (rest, ()) = boundary(rest)?;
    // "-four hours": the number began before.
    let hyphen = Input::new(input.source(), input.at().saturating_sub(1));
    let inside = input.is_glued() && is_after(&hyphen, |sense| matches!(sense, Sense::Tens(_)));
    // "4 min read".
    let reading = word("read").parse(past_hyphen(rest)).is_ok()
        && found.unit() == Unit::Minute
        && found.is_exact();
    if reading || is_always(&found, &rest) || is_rate(&input) || inside || is_title(&input, &rest) {
        return no(input);
    }
    // "A quarter of", "a season", "a night at" measure other things, or nothing.
    let loose = matches!(
        found.parts.as_slice(),
        [(n, Unit::Quarter | Unit::Season | Unit::Weekend | Unit::DayPart(_))]
            if *n == Quantity::whole(1)
    );
    // "A month-long siege", "a year-old slump" are adjectives.
    if loose || is_hyphenated(&rest) && past_hyphen(rest).at() != rest.at() {
        return no(input);
    }
    let rest = word("old")
        .parse(rest)
        .or_else(|_| words("of age").parse(rest))
        .map_or(rest, |(rest, ())| rest);
    Ok((rest, whole(Expr::Duration(found))))
}

/// "In 3:07:35", "a time of 2:04:11": hours, minutes and seconds that something took.
pub(super) fn elapsed(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, clock) = crate::lang::iso::clock_colon(input)?;
    let (rest, ()) = boundary(rest)?;
    let Some(second) = clock.second.filter(|_| super::clock::is_elapsed(&input)) else {
        return no(input);
    };
    let part = |n: u8, unit| (Quantity::whole(i64::from(n)), unit);
    let amount = Amount::new(vec![
        part(clock.hour, Unit::Hour),
        part(clock.minute.unwrap_or(0), Unit::Minute),
        part(second, Unit::Second),
    ]);
    Ok((rest, whole(Expr::Duration(amount))))
}

/// Whether an amount fills the unit after it: "24 hours a day", "seven days a week" say always.
pub(super) fn is_always(found: &Amount, rest: &Input<'_>) -> bool {
    let of = any_word(&["a", "per"]).parse(*rest).and_then(|(rest, _)| unit(rest));
    let [(Quantity::Exact(n), counted)] = found.parts.as_slice() else { return false };
    matches!(
        (n / 1000, counted, of.map(|(_, unit)| unit)),
        (24, Unit::Hour, Ok(Unit::Day))
            | (7, Unit::Day, Ok(Unit::Week))
            | (365, Unit::Day, Ok(Unit::Year))
            | (52, Unit::Week, Ok(Unit::Year))
            | (12, Unit::Month, Ok(Unit::Year))
    )
}

/// Whether "a day" says how often: an amount stands before it, "eight hours a day".
fn is_rate(input: &Input<'_>) -> bool {
    let before = input.at().checked_sub(1).map(|at| Input::new(input.source(), at));
    word("a").parse(*input).is_ok()
        && before.is_some_and(|before| is_plural(&before) && unit(before).is_ok())
}

/// "A five-year plan", "the 23-year-old", "month-long".
pub(super) fn adjective_amount(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, found) = adjective(input)?;
    let (rest, ()) = boundary(rest)?;
    // "4 min read".
    let read = found.unit() == Unit::Minute && word("read").parse(past_hyphen(rest)).is_ok();
    if read || word("old").parse(past_hyphen(rest)).is_ok() {
        return no(input);
    }
    Ok((rest, whole(Expr::Duration(found))))
}

/// "For weeks", "within days": a bare plural after a word that leads to an amount.
pub(super) fn bare_plural(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, unit) = unit(input)?;
    let leads = is_after(&input, |sense| matches!(sense, Sense::LeadsToAmount));
    if !is_plural(&input) || !leads || is_hyphenated(&rest) {
        return no(input);
    }
    // "Weeks or months".
    let rest = match word("or").parse(rest) {
        Ok((after, ())) if goes_on(&after) && is_plural(&after) => {
            super::words::unit(after).map_or(rest, |(rest, _)| rest)
        }
        _ => rest,
    };
    Ok((rest, whole(Expr::Duration(Amount::new(vec![(Quantity::Vague, unit)])))))
}

/// "Now", "recently", "the future".
pub(super) fn vague(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, vague) =
        sense(|sense| if let Sense::Vague(vague) = sense { Some(*vague) } else { None })
            .parse(input)?;
    let (rest, ()) = boundary(rest)?;
    let hyphen = is_hyphenated(&rest) && past_hyphen(rest).at() != rest.at();
    // "A one-day trip"; "in one day" is an amount.
    let one_day = vague == Vague::Future
        && (is_hyphenated(&input.skip(1))
            || is_after(&input, |sense| {
                matches!(
                    sense,
                    Sense::LeadsToAmount
                        | Sense::Leads
                        | Sense::Modifier(_)
                        | Sense::Determiner
                        | Sense::Possessive
                        | Sense::Link
                )
            }) && any_word(&["one", "some"]).parse(input).is_ok());
    if hyphen || one_day {
        return no(input);
    }
    // "To date the ruins"; "the largest to date".
    if words("to date").parse(input).is_ok() && !ends(&rest) {
        return no(input);
    }
    // "As soon as", "as recently as" lead to something else.
    if is_after(&input, |sense| *sense == Sense::As) {
        return no(input);
    }
    // One day after": a distance; "soon" in a story is no time of ours.
    if matches!(vague, Vague::Future)
        && any_word(&["after", "at", "before", "later", "earlier", "ago", "of"]).parse(rest).is_ok()
    {
        return no(input);
    }
    Ok((rest, whole(Expr::Vague(vague))))
}

/// Whether a mark or a word that goes on ends what is said here.
fn ends(rest: &Input<'_>) -> bool {
    rest.first().is_none_or(|token| {
        token.gap == Gap::Break
            || matches!(token.kind, Kind::Mark(mark) if mark != b'-' && mark != 0)
            || crate::lang::phrase::means(rest, |sense| *sense == Sense::Stop)
    })
}

/// "Future years", "coming quarters": to come, how many is not said.
pub(super) fn future_units(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, ()) = meaning(input, Sense::FutureWord)?;
    let plural = is_plural(&rest);
    let (rest, _) = unit(rest)?;
    if plural { Ok((rest, whole(Expr::Vague(Vague::Future)))) } else { no(input) }
}

/// "Soon", where the clause looks forward.
pub(super) fn soon(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, ()) = meaning(input, Sense::SoonWord)?;
    let compared = any_word(&["as", "after", "afterward", "afterwards"]).parse(rest).is_ok()
        || is_after(&input, |sense| *sense == Sense::As);
    let announces = super::shift::is_forward(&input)
        || rest.first().is_some_and(|token| token.gap != Gap::Break)
            && crate::lang::phrase::means(&rest, |sense| *sense == Sense::FutureCue);
    if compared || !announces {
        return no(input);
    }
    Ok((rest, whole(Expr::Vague(Vague::Future))))
}

/// "Current", "recent" before a noun.
pub(super) fn vague_adjective(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, vague) =
        sense(|sense| if let Sense::VagueAdjective(vague) = sense { Some(*vague) } else { None })
            .parse(input)?;
    let noun =
        rest.first().is_some_and(|token| token.kind == Kind::Word && token.gap != Gap::Break);
    // "Recent Posts": a heading.
    let title = is_capital(&input) && is_capital(&rest);
    if noun && !title && !is_hyphenated(&rest) {
        Ok((rest, whole(Expr::Vague(vague))))
    } else {
        no(input)
    }
}

/// "The 20th anniversary of March 7", "the sixth anniversary of the city's fall".
pub(super) fn anniversary(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if is_other_noun(&input) {
        return no(input);
    }
    let start = word("the").parse(input).map_or(input, |(rest, ())| rest);
    let (rest, nth) = match ordinal(start) {
        Ok((rest, n)) => {
            let rest = word("year").parse(past_hyphen(rest)).map_or(rest, |(rest, ())| rest);
            (rest, Some(u32::from(n)))
        }
        Err(_) => (start, None),
    };
    let (end, ()) = meaning(rest, Sense::Anniversary)?;
    let (after, ()) = word("of").parse(end)?;
    if !goes_on(&after) {
        return no(input);
    }
    if let Ok((rest, of)) = day(after) {
        return Ok((rest, whole(Expr::Anniversary { nth, of: Box::new(of) })));
    }
    let (rest, event) = super::shift::anchor_words(after)?;
    let expr = Expr::Anniversary { nth, of: Box::new(Expr::Event) };
    Ok((rest, Found { expr, marks: vec![(input, end)], event: Some(event) }))
}

/// "The September 11 attacks", "the attacks of Sept. 11": a day that has become the name of what happened
/// on it.
pub(super) fn memorable(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (_, (of, year)) = sense(|sense| match sense {
        Sense::Memorable(day, year) => Some((*day, *year)),
        _ => None,
    })
    .parse(input)?;
    let (rest, said) = super::day::day_of_month(input)?;
    let told =
        |place: Input<'_>| crate::lang::phrase::means(&place, |sense| *sense == Sense::Remembered);
    let behind = (2..4)
        .any(|n| input.at().checked_sub(n).is_some_and(|at| told(Input::new(input.source(), at))));
    let remembered = behind || goes_on(&rest) && told(rest);
    if said.day != Some(of) || said.year.is_some() || !remembered {
        return no(input);
    }
    Ok((rest, whole(Pattern { year: Some(Year::Full(year)), ..said })))
}

/// "Thursday (May 16)", "19:40 Thursday (May 16, 2019)": the weekday is that of the date in brackets.
pub(super) fn weekday_date(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (start, clock) = match super::clock::clock(input) {
        Ok((rest, clock)) => {
            let on = word("on").parse(rest).map_or(rest, |(rest, ())| rest);
            (super::words::past_comma(on), Some(clock))
        }
        Err(_) => (input, None),
    };
    if !goes_on(&start) {
        return no(input);
    }
    let (mut end, weekday) = super::calendar::weekday_or_short(start)?;
    let mut inner = clock;
    if let (true, Ok((rest, part))) = (goes_on(&end), super::words::day_part(end)) {
        inner = inner.or(Some(Pattern { part: Some(part), ..Pattern::default() }));
        end = rest;
    }
    if !end.is_mark(b'(') || !goes_on(&end) {
        return no(input);
    }
    let date_at = end.skip(1);
    let (rest, date) = super::day::day_of_month(date_at)?;
    if date.weekday.is_some() || !rest.is_mark(b')') || is_plural(&start) {
        return no(input);
    }
    let day = Expr::Pattern(Pattern { weekday: Some(weekday), ..date });
    let first = match inner {
        Some(inner) => super::point::within(inner.into(), day.clone()),
        None => day.clone(),
    };
    let expr = Expr::List(vec![first, day]);
    Ok((rest, Found { expr, marks: vec![(input, end), (date_at, rest)], event: None }))
}

/// A time as it stands.
pub(super) fn time(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if is_other_noun(&input) {
        return no(input);
    }
    let (rest, found) = point(input)?;
    if is_title(&input, &rest) { no(input) } else { Ok((rest, whole(found))) }
}

//! Dates and spans written in digits that languages share but for an order: "12/03/2024", "12.03.24",
//! "1999-2003".

use nom::Parser;
use nom::combinator::opt;

use super::common::{boundary, digits, glued, near, no, number_in};
use super::input::Input;
use super::iso::{date_boundary, four_digit_year, names_a_file};
use super::token::{Gap, Kind};
use super::{Conventions, Found, Parsed};
use crate::expr::{Expr, Pattern, Year};

/// "12/03/2024", "12.03.2024", "12-03-24", "2024/03/12", "2024-3-12": three numbers with the same mark between
/// them. The language says whether the day comes first; where only the other order makes a month,
/// that is the order.
pub(crate) fn date<'a>(
    conventions: &Conventions,
) -> impl Fn(Input<'a>) -> Parsed<'a, Pattern> + use<'a> {
    let day_first = conventions.day_first;
    move |input| {
        if let Ok((rest, (year, mark))) = (four_digit_year, separator).parse(input) {
            let start = rest;
            let (rest, (month, again, day)) =
                (glued(number_in(1, 12, 2)), separator, glued(number_in(1, 31, 2))).parse(rest)?;
            // "2024.3.7" is a version, "2009.03.09" a date.
            let length = |input: Input<'_>| digits(input).map_or(0, |(_, (_, length))| length);
            let padded = length(start) == 2 && length(start.skip(2)) == 2;
            if mark == b'.' && !(padded && (1000..=2100).contains(&year)) {
                return no(input);
            }
            let (rest, ()) = date_boundary(rest)?;
            return if again == mark && !names_a_file(&rest) {
                Ok((rest, ymd(year, month, day)))
            } else {
                no(input)
            };
        }
        let (rest, (first, mark, second, again)) =
            (number_in(1, 31, 2), separator, glued(number_in(1, 31, 2)), separator).parse(input)?;
        let (rest, (year, length)) = glued(digits).parse(rest)?;
        let (rest, ()) = date_boundary(rest)?;
        if mark != again || names_a_file(&rest) {
            return no(input);
        }
        let (day, month) = match (first, second) {
            (day, month) if day_first && month <= 12 => (day, month),
            (month, day) if !day_first && month <= 12 => (day, month),
            (day, month) if month <= 12 => (day, month),
            (month, day) if month <= 12 => (day, month),
            _ => return no(input),
        };
        let either_order = first <= 12 && second <= 12 && first != second;
        let pattern = Pattern { either_order, ..ymd(i32::try_from(year).unwrap_or(0), month, day) };
        match length {
            4 if 1000 <= year => Ok((rest, pattern)),
            // Two digits and a full stop or a hyphen are as likely a version or a score.
            2 if mark == b'/' => {
                Ok((rest, Pattern { year: Some(Year::Short(year as u8)), ..pattern }))
            }
            _ => no(input),
        }
    }
}

/// "15.05.99", "15-05-99": day, month and two digits of the year, which could as well be a version or a
/// score. The rule must ask for a word before it.
pub(crate) fn short_date(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, ((day, long), mark, (month, long_month), again, (year, length))) =
        (digits, separator, glued(digits), separator, glued(digits)).parse(input)?;
    let (rest, ()) = date_boundary(rest)?;
    if (long, long_month, length) != (2, 2, 2)
        || !(1..=31).contains(&day)
        || !(1..=12).contains(&month)
    {
        return no(input);
    }
    if mark != again || mark == b'/' || names_a_file(&rest) {
        return no(input);
    }
    Ok((rest, Pattern { year: Some(Year::Short(year as u8)), ..ymd(0, month, day) }))
}

/// "09 03 2009": day, month and year with spaces between them, which could as well be a phone's number.
/// The rule must ask for a word before it.
pub(crate) fn spaced_date(input: Input<'_>) -> Parsed<'_, Pattern> {
    let spaced = |input: &Input<'_>| input.first().is_some_and(|token| token.gap == Gap::Space);
    let (month_at, (day, 2)) = digits(input)? else { return no(input) };
    let (year_at, (month, 2)) = digits(month_at)? else { return no(input) };
    let (rest, (year, 4)) = digits(year_at)? else { return no(input) };
    let (rest, ()) = boundary(rest)?;
    let alone = rest.first().is_none_or(|token| token.kind != Kind::Number);
    let real =
        (1..=31).contains(&day) && (1..=12).contains(&month) && (1000..=2100).contains(&year);
    if !spaced(&month_at) || !spaced(&year_at) || !alone || !real {
        return no(input);
    }
    Ok((rest, ymd(year as i32, month, day)))
}

/// "2009 03 09": year, month and day with spaces between them.
pub(crate) fn spaced_year_first(input: Input<'_>) -> Parsed<'_, Pattern> {
    let spaced = |input: &Input<'_>| input.first().is_some_and(|token| token.gap == Gap::Space);
    let (month_at, (year, 4)) = digits(input)? else { return no(input) };
    let (day_at, (month, 2)) = digits(month_at)? else { return no(input) };
    let (rest, (day, 2)) = digits(day_at)? else { return no(input) };
    let (rest, ()) = boundary(rest)?;
    let number = |token: &super::token::Token| token.kind == Kind::Number;
    let alone = !rest.first().is_some_and(number)
        && (input.is_at_origin() && !input.back(1).is_some_and(number));
    let real =
        (1..=31).contains(&day) && (1..=12).contains(&month) && (1900..=2100).contains(&year);
    if !spaced(&month_at) || !spaced(&day_at) || !alone || !real {
        return no(input);
    }
    Ok((rest, ymd(year as i32, month, day)))
}

/// "06/2004": a month and a year.
pub(crate) fn month_year(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, (month, 2)) = digits(input)? else { return no(input) };
    let stroke = rest.is_mark(b'/') && rest.is_glued() && rest.skip(1).is_glued();
    let (rest, (year, 4)) = digits(rest.skip(1))? else { return no(input) };
    let (rest, ()) = boundary(rest)?;
    let glued =
        input.is_glued() && input.back(1).is_some_and(|token| token.kind != Kind::Mark(b'('));
    if !stroke || glued || !(1..=12).contains(&month) || !(1900..=2100).contains(&year) {
        return no(input);
    }
    Ok((rest, Pattern { day: None, ..ymd(year as i32, month, 1) }))
}

/// "12/03" or "12.03": a day and a month. The rule must ask for a word beside it: a fraction and a
/// price look the same.
pub(crate) fn day_month<'a>(
    conventions: &Conventions,
) -> impl Fn(Input<'a>) -> Parsed<'a, Pattern> + use<'a> {
    let day_first = conventions.day_first;
    move |input| {
        let (rest, (first, mark, second)) =
            (number_in(1, 31, 2), separator, glued(number_in(1, 31, 2))).parse(input)?;
        let (rest, ()) = boundary(rest)?;
        let (day, month) = if day_first { (first, second) } else { (second, first) };
        let (day, month) = if 12 < month { (month, day) } else { (day, month) };
        if 12 < month || mark == b'-' {
            return no(input);
        }
        let either_order = first <= 12 && second <= 12 && first != second;
        let (month, day) = (Some(month as u8), Some(day as u8));
        Ok((rest, Pattern { month, day, either_order, ..Pattern::default() }))
    }
}

fn ymd(year: i32, month: u64, day: u64) -> Pattern {
    Pattern {
        year: Some(Year::Full(year)),
        month: Some(month as u8),
        day: Some(day as u8),
        ..Pattern::default()
    }
}

/// The mark between the numbers of a date, glued to the one before: a stroke, a full stop or a hyphen.
fn separator(input: Input<'_>) -> Parsed<'_, u8> {
    match input.first().map(|token| token.kind) {
        Some(Kind::Mark(mark @ (b'/' | b'.' | b'-'))) if input.is_glued() => {
            Ok((input.skip(1), mark))
        }
        _ => no(input),
    }
}

/// "1999-2003", "1999/2000", "1982-90": years with a hyphen, a dash or a stroke between them, marked
/// one each.
pub(crate) fn year_span(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (joint, first) = four_digit_year(input)?;
    let (from, _) = opt(near(any_joint)).parse(joint).and_then(|(rest, joint)| match joint {
        Some(()) => Ok((rest, ())),
        None => no(input),
    })?;
    let (rest, (number, length)) = near(digits).parse(from)?;
    let (rest, ()) = boundary(rest)?;
    let number = i32::try_from(number).unwrap_or(0);
    let last = match length {
        4 => number,
        // "1982-90" counts on in the same century; "2003-07" is as well a month.
        2 if 12 < number => first - first.rem_euclid(100) + number,
        _ => return no(input),
    };
    if !(1000..=2100).contains(&first) || last <= first || 2100 < last {
        return no(input);
    }
    let year = |year| Expr::Pattern(Pattern { year: Some(Year::Full(year)), ..Pattern::default() });
    Ok((
        rest,
        Found {
            expr: Expr::Range {
                first: Box::new(year(first)),
                last: Box::new(year(last)),
                between: false,
            },
            marks: vec![(input, joint), (from, rest)],
            event: None,
        },
    ))
}

/// A hyphen, a dash or a stroke.
fn any_joint(input: Input<'_>) -> Parsed<'_, ()> {
    if input.is_mark(b'-') || input.is_mark(b'/') { Ok((input.skip(1), ())) } else { no(input) }
}

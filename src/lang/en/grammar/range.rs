//! From one time to another, and several times that share a month: "from May to July",
//! "1999-2003", "March 3-5", "between 2014 and 2017", "October 15 and 22".

use nom::Parser;

use super::calendar::{month, weekday_or_short};
use super::clock::bare_hour;
use super::day::day;
use super::point::point;
use super::words::{goes_on, is_after, is_other_noun, past_comma};
use super::year::{year, year_after};
use crate::amount::Unit;
use crate::expr::{Cell, Clock, Expr, Part, Pattern, Year};
use crate::lang::common::{any_word, between, boundary, digits, is_dateline, no, word};
use crate::lang::input::Input;
use crate::lang::numeric::year_span;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind};
use crate::lang::{Found, Parsed};

/// A place from, a place to, and what the words between them say.
type End<'a> = (Input<'a>, Input<'a>, Expr);

pub(super) fn range<'a>(first: End<'a>, last: End<'a>) -> Found<'a> {
    Found {
        expr: Expr::Range { first: Box::new(first.2), last: Box::new(last.2), between: false },
        marks: vec![(first.0, first.1), (last.0, last.1)],
        event: None,
    }
}

/// The month and year said once count for both ends; the half of the day too.
pub(super) fn share(first: Expr, last: &Expr) -> Expr {
    if let (&Expr::Pattern(mut from), Expr::Within { inner, outer }) = (&first, last) {
        // "Between 10 and 11:30 this morning", "9 a.m. to 5 p.m. Friday".
        if let (Some(hour), Expr::Pattern(Pattern { clock: Some(until), .. })) =
            (from.clock, &**inner)
        {
            if hour.either_half && !until.either_half {
                from.clock = Some(super::hours::half_of(hour, *until));
            }
            let day = if hour.either_half { outer } else { super::hours::whole_day(outer) };
            return super::point::within(from.into(), day.clone());
        }
    }
    let (&Expr::Pattern(mut from), Expr::Pattern(to)) = (&first, last) else { return first };
    if from.month.is_none() && from.day.is_some() {
        from.month = to.month;
    }
    let same_kind = from.month.is_some() == to.month.is_some() && from.month.is_some()
        || from.season.is_some() && to.season.is_some();
    if from.year.is_none() && same_kind && to.clock.is_none() {
        // "From December to May 2025" begins the year before.
        from.year = match to.year {
            Some(Year::Full(year)) if to.month < from.month => Some(Year::Full(year - 1)),
            year => year,
        };
    }
    // Before our era the first year is said with the last one's letters: "from 499 to 493 BC".
    if let (Some(Year::Full(first)), Some(Year::Full(..0))) = (from.year, to.year)
        && 0 < first
    {
        from.year = Some(Year::Full(1 - first));
    }
    if let (Some(hour), Some(until)) = (&mut from.clock, to.clock)
        && hour.either_half
        && !until.either_half
    {
        *hour = super::hours::half_of(*hour, until);
    }
    from.into()
}

/// "From March to May", "between 2014 and 2017", "from 3 to 5 May", "between March 3 and 5".
pub(super) fn from_to(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (start, signal) = any_word(&["from", "between", "btw"]).parse(input)?;
    if !goes_on(&start) {
        return no(input);
    }
    let (end, first) = super::hours::open_hours(start)
        .or_else(|_| open_century(start))
        .or_else(|_| point(start))
        .or_else(|_| bare(start))
        .or_else(|_| {
            let (rest, year) = year(start).or_else(|_| before_era(start))?;
            Ok::<_, nom::Err<nom::error::Error<Input<'_>>>>((
                rest,
                Pattern { year: Some(year), ..Pattern::default() }.into(),
            ))
        })?;
    let joined = past_comma(end);
    let (second, _) = match signal {
        "from" => any_word(&["to", "until", "till", "through"]).parse(joined)?,
        _ => any_word(&["and"]).parse(joined)?,
    };
    if !goes_on(&second) {
        return no(input);
    }
    let (rest, first, last) = finish(first, second)?;
    if is_bare(&first) {
        return no(input);
    }
    let last = super::hours::same_day(&first, last);
    let found = range((start, end, first), (second, rest, last));
    Ok((rest, if signal == "from" { found } else { between(found) }))
}

/// The last end, and the first with what the last gives it.
fn finish<'a>(
    first: Expr,
    second: Input<'a>,
) -> Result<(Input<'a>, Expr, Expr), nom::Err<nom::error::Error<Input<'a>>>> {
    if let Expr::Pattern(pattern @ Pattern { month: Some(_), day: Some(_), .. }) = &first
        && let Ok((rest, (day, year))) = day_and_year(second)
    {
        let year = year.or(pattern.year);
        let first = Pattern { year, ..*pattern };
        let last = Pattern { day: Some(day), weekday: None, ..first };
        return Ok((rest, first.into(), last.into()));
    }
    let (rest, last) = point(second).or_else(|_| {
        let (rest, year) = year(second)?;
        Ok::<_, nom::Err<nom::error::Error<Input<'_>>>>((
            rest,
            Pattern { year: Some(year), ..Pattern::default() }.into(),
        ))
    })?;
    Ok((rest, share(first, &last), last))
}

/// A bare day that ends a range, with the year after it; not the beginning of another date.
fn day_and_year(input: Input<'_>) -> Parsed<'_, (u8, Option<Year>)> {
    let (rest, day) = day(input)?;
    if goes_on(&rest) && month(rest).is_ok()
        || super::words::unit(rest).is_ok()
        || rest.is_mark(b':')
    {
        return no(input);
    }
    match year_after(rest) {
        Ok((rest, year)) => Ok((rest, (day, Some(year)))),
        Err(_) => Ok((rest, (day, None))),
    }
}

/// A bare day or hour as the first end of a range, which the last end completes.
fn bare(input: Input<'_>) -> Parsed<'_, Expr> {
    let past_the = |input| word("the").parse(input).map_or(input, |(rest, ())| rest);
    let (rest, n) = day(past_the(input))?;
    let (second, _) = any_word(&["to", "and", "until", "through"]).parse(rest)?;
    let dated = |rest: Input<'_>| {
        let of = word("of").parse(rest).map_or(rest, |(rest, ())| rest);
        goes_on(&of) && month(of).is_ok()
    };
    if goes_on(&second) && day(past_the(second)).is_ok_and(|(rest, _)| dated(rest)) {
        return Ok((rest, Pattern { day: Some(n), ..Pattern::default() }.into()));
    }
    let (rest, hour) = bare_hour(input)?;
    Ok((rest, hour.into()))
}

/// Whether an end is still a number that nothing completed.
fn is_bare(first: &Expr) -> bool {
    matches!(first, Expr::Pattern(Pattern { day: Some(_), month: None, .. }))
        || matches!(
            first,
            Expr::Pattern(Pattern {
                clock: Some(Clock { either_half: true, minute: None, .. }),
                ..
            })
        )
}

/// The place after "-", "to", "through" between two ends; whether it is a hyphen.
pub(super) fn dash(input: Input<'_>) -> Parsed<'_, bool> {
    if input.is_mark(b'-') && goes_on(&input) {
        let double = input.skip(1);
        let rest = if double.is_mark(b'-') && double.is_glued() { double.skip(1) } else { double };
        return if goes_on(&rest) { Ok((rest, true)) } else { no(input) };
    }
    let (rest, _) = any_word(&["to", "through", "until", "till", "til"]).parse(input)?;
    if goes_on(&rest) { Ok((rest, false)) } else { no(input) }
}

/// "March 3-5, 1999", "1999-2003", "May-July 1998", "3-5 May", "Monday to Friday".
pub(super) fn span(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    // "Law 2003-12".
    if is_after(&input, |sense| *sense == Sense::Numbered) {
        return no(input);
    }
    super::hours::military(input)
        .or_else(|_| years(input))
        .or_else(|_| centuries(input))
        .or_else(|_| days(input))
        .or_else(|_| months(input))
        .or_else(|_| points(input))
        .or_else(|_| super::hours::hours(input))
        .or_else(|_| year_span(input))
}

/// "1999-2003", "1999-03", "the years 1751-1777".
fn years(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if let Ok(found) = years_before_era(input) {
        return Ok(found);
    }
    let (end, first) = year(input)?;
    let (second, hyphen) = dash(end)?;
    let Year::Full(from) = first else { return no(input) };
    let pattern = |year| Pattern { year: Some(Year::Full(year)), ..Pattern::default() }.into();
    let short = second.first().is_some_and(|token| token.end - token.start == 2);
    if hyphen && short {
        // "1999-03": the century is shared.
        let (rest, (n, _)) = digits(second)?;
        let (rest, ()) = boundary(rest)?;
        let to = from - from.rem_euclid(100) + n as i32;
        if to <= from || !end.is_glued() || !second.is_glued() {
            return no(input);
        }
        return Ok((rest, range((input, end, pattern(from)), (second, rest, pattern(to)))));
    }
    let (rest, last) = year(second)?;
    let (rest, ()) = boundary(rest)?;
    let Year::Full(to) = last else { return no(input) };
    if to <= from || super::words::is_hyphenated(&rest) {
        return no(input);
    }
    Ok((rest, range((input, end, pattern(from)), (second, rest, pattern(to)))))
}

/// "499-449 BC", "58–51 BC", "1190/85 BC": the first year is said with the last one's letters, the last
/// with the first one's hundreds.
fn years_before_era(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (end, Year::Full(from)) = before_era(input)? else { return no(input) };
    let (second, _) = joint(end)?;
    let (rest, (n, length)) = digits(second)?;
    let (rest, _) = super::year::era(rest)?;
    let hundreds = 10_i32.pow(length.min(4) as u32);
    let last = n as i32;
    let to = if last < from { last } else { return no(input) };
    let shortened = from - from.rem_euclid(hundreds) + last;
    let to = if 1000 <= from && length == 2 && shortened < from { shortened } else { to };
    let pattern =
        |year: i32| Pattern { year: Some(Year::Full(1 - year)), ..Pattern::default() }.into();
    Ok((rest, range((input, end, pattern(from)), (second, rest, pattern(to)))))
}

/// As [`dash`]; a stroke glued on both sides too: "1190/85 BC".
fn joint(input: Input<'_>) -> Parsed<'_, bool> {
    let stroke = input.is_mark(b'/') && input.is_glued() && input.skip(1).is_glued();
    if stroke { Ok((input.skip(1), true)) } else { dash(input) }
}

/// "The 12th to the 14th century", "5th–4th centuries BC": the first by what is said after the last.
fn centuries(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (end, first) = open_century(input)?;
    let (second, _) = dash(end)?;
    let (rest, last) = point(second)?;
    Ok((rest, range((input, end, first), (second, rest, last))))
}

/// A century whose noun is said after another: the "12th" of "between the 12th and 14th centuries".
fn open_century(input: Input<'_>) -> Parsed<'_, Expr> {
    let (end, (part, n)) = ordinal_of_list(input)?;
    let mut start = end;
    let century = loop {
        let (joined, _) = dash(start)
            .or_else(|_| any_word(&["and", "or"]).parse(start).map(|(rest, _)| (rest, false)))?;
        let (rest, _) = ordinal_of_list(joined)?;
        match super::year::century_noun(rest) {
            Ok((_, before)) => break if before { -i32::from(n) } else { i32::from(n) },
            Err(_) => start = rest,
        }
    };
    let year = Some(Year::Century(century));
    Ok((end, with_part(part, Pattern { year, ..Pattern::default() }.into())))
}

fn with_part(part: Option<Part>, of: Expr) -> Expr {
    match part {
        Some(part) => Expr::Part { part, of: Box::new(of) },
        None => of,
    }
}

/// "The 12th", "early 13th": an ordinal that another or its noun follows.
fn ordinal_of_list(input: Input<'_>) -> Parsed<'_, (Option<Part>, u16)> {
    let the = word("the").parse(input).map_or(input, |(rest, ())| rest);
    let (start, part) = match super::words::part(the) {
        Ok((rest, part)) => (super::words::past_hyphen(rest), Some(part)),
        Err(_) => (the, None),
    };
    if !goes_on(&start) {
        return no(input);
    }
    let (rest, n) = super::number::ordinal(start)?;
    if (1..=40).contains(&n) { Ok((rest, (part, n))) } else { no(input) }
}

/// "The 12th or 13th century", "the second and fourth quarters of 2012", "the late 12th and early 13th
/// centuries": several of a kind, whose noun is said after the last.
pub(super) fn ordinals(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if is_other_noun(&input) {
        return no(input);
    }
    let mut start = input;
    let mut ends = Vec::new();
    for _ in 0..6 {
        let (rest, (part, n)) = ordinal_of_list(start)?;
        ends.push((start, rest, part, n));
        let noun = super::words::past_hyphen(rest);
        if let Ok((rest, before)) = super::year::century_noun(noun) {
            let item = |n: u16| {
                let n = if before { -i32::from(n) } else { i32::from(n) };
                Pattern { year: Some(Year::Century(n)), ..Pattern::default() }
            };
            return several(&ends, rest, item);
        }
        if let Ok((rest, Unit::Quarter)) = super::words::unit_name(noun)
            && (ends.iter()).all(|(_, _, part, n)| part.is_none() && (1..=4).contains(n))
        {
            let fiscal = word("fiscal").parse(rest).map_or(rest, |(rest, ())| rest);
            let (rest, year) = match year_after(fiscal) {
                Ok((rest, year)) => (rest, Some(year)),
                Err(_) => (rest, None),
            };
            let item = |n: u16| Pattern { quarter: Some(n as u8), year, ..Pattern::default() };
            return several(&ends, rest, item);
        }
        // "The 17th- and 18th-century wings".
        let rest = if super::words::is_hyphenated(&rest) { rest.skip(1) } else { rest };
        let comma = past_comma(rest);
        let joined = any_word(&["and", "or"]).parse(comma).map_or(comma, |(rest, _)| rest);
        if joined.at() == rest.at() || !goes_on(&joined) {
            // "On the 4th, 15th and 23rd".
            let digits = |from: &Input<'_>| {
                let the = word("the").parse(*from).map_or(*from, |(rest, ())| rest);
                the.first().is_some_and(|token| token.kind == Kind::Number)
            };
            let days = word("the").parse(input).is_ok()
                && ends.iter().all(|(from, _, part, n)| part.is_none() && *n <= 31 && digits(from));
            let item = |n: u16| Pattern { day: Some(n as u8), ..Pattern::default() };
            return if days && ends_here(&rest) { several(&ends, rest, item) } else { no(input) };
        }
        start = joined;
    }
    no(input)
}

/// "February and March next year": months whose year is said after the last, by what points to it.
pub(super) fn months_of_pointed(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let mut start = input;
    let mut ends = Vec::new();
    let outer = loop {
        let (rest, n) = month(start)?;
        ends.push((start, rest, n));
        let of = any_word(&["of", "in"]).parse(rest).map_or(rest, |(rest, _)| rest);
        if goes_on(&of)
            && let Ok((rest, outer)) = super::reference::pointed(of)
        {
            if let Some(last) = ends.last_mut() {
                last.1 = rest;
            }
            break outer;
        }
        let comma = past_comma(rest);
        let joined = any_word(&["and", "or"]).parse(comma).map_or(comma, |(rest, _)| rest);
        if joined.at() == rest.at() || !goes_on(&joined) || 6 < ends.len() {
            return no(input);
        }
        start = joined;
    };
    let year = matches!(outer, Expr::Relative { cell: Cell::Unit(Unit::Year), .. });
    let Some((_, rest, _)) = ends.last().filter(|_| year && 1 < ends.len()) else {
        return no(input);
    };
    let item = |month: u8| {
        let month = Pattern { month: Some(month), ..Pattern::default() };
        super::point::within(month.into(), outer.clone())
    };
    let expr = Expr::List(ends.iter().map(|(_, _, month)| item(*month)).collect());
    let marks = ends.iter().map(|(from, to, _)| (*from, *to)).collect();
    Ok((*rest, Found { expr, marks, event: None }))
}

/// The items of a list with what its last word says, the last up to there.
fn several<'a>(
    ends: &[(Input<'a>, Input<'a>, Option<Part>, u16)],
    rest: Input<'a>,
    item: impl Fn(u16) -> Pattern,
) -> Parsed<'a, Found<'a>> {
    let Some((last, others)) = ends.split_last().filter(|(_, others)| !others.is_empty()) else {
        return no(rest);
    };
    let mut marks: Vec<_> = others.iter().map(|(from, to, _, _)| (*from, *to)).collect();
    marks.push((last.0, rest));
    let items = ends.iter().map(|(_, _, part, n)| with_part(*part, item(*n).into())).collect();
    Ok((rest, Found { expr: Expr::List(items), marks, event: None }))
}

/// A year of few digits, which only the era said after the other end makes one.
fn before_era(input: Input<'_>) -> Parsed<'_, Year> {
    let (end, (n, length)) = digits(input)?;
    let joined = joint(end)
        .map(|(rest, _)| rest)
        .or_else(|_| word("and").parse(end).map(|(rest, ())| rest))?;
    let (rest, _) = digits(joined)?;
    match super::year::era(rest) {
        Ok((_, true)) if 0 < n && length <= 4 => Ok((end, Year::Full(n as i32))),
        _ => no(input),
    }
}

/// "3-5 May 1999", "3 to 5 May".
fn days(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (end, first) = day(input)?;
    let (second, _) = dash(end)?;
    let (rest, last) = super::day::day_of_month(second)?;
    if second.first().is_none_or(|token| token.kind != Kind::Number) {
        return no(input);
    }
    let first = Pattern { day: Some(first), weekday: None, ..last };
    Ok((rest, range((input, end, first.into()), (second, rest, last.into()))))
}

/// "March 3-5, 1999", "May-July", "Mon-Fri".
fn months(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (end, first) = month(input)?;
    if let Ok((end, day)) = day(end) {
        let (second, _) = dash(end)?;
        let (rest, (until, year)) = day_and_year(second)?;
        if until <= day {
            return no(input);
        }
        let first = Pattern { month: Some(first), day: Some(day), year, ..Pattern::default() };
        let last = Pattern { day: Some(until), ..first };
        return Ok((rest, range((input, end, first.into()), (second, rest, last.into()))));
    }
    let (second, _) = dash(end)?;
    let (rest, last) = month(second)?;
    let (rest, year) = match year_after(rest) {
        Ok((rest, year)) => (rest, Some(year)),
        Err(_) => (rest, None),
    };
    let pattern = |month, year| Pattern { month: Some(month), year, ..Pattern::default() };
    let last = pattern(last, year).into();
    let first = share(pattern(first, None).into(), &last);
    Ok((rest, range((input, end, first), (second, rest, last))))
}

/// Two whole times with a dash or "to" between: "Monday to Friday", "9 a.m. to 5 p.m.", "June 28 –
/// July 3".
fn points(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let short = weekday_or_short(input).ok().filter(|(rest, _)| rest.is_mark(b'-'));
    let (end, first) = match short {
        Some((rest, weekday)) => {
            (rest, Pattern { weekday: Some(weekday), ..Pattern::default() }.into())
        }
        None => point(input).or_else(|_| {
            // "The mill worked 1921 – circa 1970".
            let (rest, year) = year(input)?;
            dash(rest).and_then(|(second, _)| super::words::modifier(second))?;
            Ok::<_, nom::Err<nom::error::Error<Input<'_>>>>((
                rest,
                Pattern { year: Some(year), ..Pattern::default() }.into(),
            ))
        })?,
    };
    let (second, hyphen) = dash(end)?;
    let (rest, last) = match weekday_or_short(second) {
        Ok((rest, weekday)) if hyphen && short.is_some() => {
            (rest, Pattern { weekday: Some(weekday), ..Pattern::default() }.into())
        }
        _ => point(second)?,
    };
    let last = super::hours::same_day(&first, last);
    let first = share(first, &last);
    if !is_same_kind(&first, &last) || hyphen && is_dateline(&first, &last) {
        return no(input);
    }
    Ok((rest, range((input, end, first), (second, rest, last))))
}

/// Whether two ends are times of one kind, so that a word such as "to" can join them.
fn is_same_kind(first: &Expr, last: &Expr) -> bool {
    match (first, last) {
        (Expr::Pattern(first), Expr::Pattern(last)) => {
            (first.clock.is_some() == last.clock.is_some())
                && (first.month.is_some() == last.month.is_some())
                && (first.day.is_some() == last.day.is_some() || first.month.is_some())
                && (first.weekday.is_some() == last.weekday.is_some() || first.month.is_some())
        }
        // "1921 to about 1970".
        (Expr::Pattern(_), Expr::Modified { of, .. }) => is_same_kind(first, of),
        (Expr::Modified { of, .. }, Expr::Pattern(_)) => is_same_kind(of, last),
        _ => std::mem::discriminant(first) == std::mem::discriminant(last),
    }
}

/// "October 15 and 22", "March 3, 5 and 7, 1999": days of one month.
pub(super) fn days_of_month(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, month) = month(input)?;
    let (mut rest, first) = day(rest)?;
    let mut ends = vec![(input, rest, first)];
    for _ in 0..8 {
        let comma = past_comma(rest);
        let joined = any_word(&["and", "or"]).parse(comma).map_or(comma, |(rest, _)| rest);
        if joined.at() == rest.at() || !goes_on(&joined) {
            break;
        }
        let Ok((after, day)) = day(joined) else { break };
        if !ends_here(&after) {
            break;
        }
        ends.push((joined, after, day));
        rest = after;
    }
    if ends.len() < 2 {
        return no(input);
    }
    let (rest, year) = match year_after(rest) {
        Ok((rest, year)) => (rest, Some(year)),
        Err(_) => (rest, None),
    };
    Ok((rest, list(&ends, month, year)))
}

/// "15 and 22 October 1999", "the 3rd, 5th and 7th of March".
pub(super) fn days_then_month(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if is_other_noun(&input) {
        return no(input);
    }
    let mut start = input;
    let mut ends = Vec::new();
    for _ in 0..8 {
        let the = word("the").parse(start).map_or(start, |(rest, ())| rest);
        let (rest, n) = day(the)?;
        ends.push((start, rest, n));
        let of = word("of").parse(rest).map_or(rest, |(rest, ())| rest);
        if goes_on(&of)
            && let Ok((rest, month)) = month(of)
        {
            let (rest, year) = match year_after(rest) {
                Ok((rest, year)) => (rest, Some(year)),
                Err(_) => (rest, None),
            };
            let Some(last) = ends.last_mut() else { return no(input) };
            last.1 = rest;
            return if ends.len() < 2 { no(input) } else { Ok((rest, list(&ends, month, year))) };
        }
        let comma = past_comma(rest);
        let joined = any_word(&["and", "or"]).parse(comma).map_or(comma, |(rest, _)| rest);
        if joined.at() == rest.at() || !goes_on(&joined) {
            return no(input);
        }
        start = joined;
    }
    no(input)
}

fn list<'a>(ends: &[(Input<'a>, Input<'a>, u8)], month: u8, year: Option<Year>) -> Found<'a> {
    let item =
        |day: u8| Pattern { day: Some(day), month: Some(month), year, ..Pattern::default() }.into();
    Found {
        expr: Expr::List(ends.iter().map(|(_, _, day)| item(*day)).collect()),
        marks: ends.iter().map(|(from, to, _)| (*from, *to)).collect(),
        event: None,
    }
}

/// Whether a day in a list is not the count of something that follows: "March 3 and 5 people".
fn ends_here(rest: &Input<'_>) -> bool {
    rest.first().is_none_or(|token| {
        token.gap == Gap::Break
            || matches!(token.kind, Kind::Mark(b'.' | b',' | b';' | b')' | b':' | b'?'))
            || crate::lang::phrase::means(rest, |sense| matches!(sense, Sense::Stop | Sense::Link))
    })
}

//! From one time to another: "du 3 au 5 mai", "entre juillet 2014 et novembre 2017", "de 19 h 30 à
//! 20 h 30", "de 1982 à 1987", "18 h - 20 h".

use nom::Parser;
use nom::combinator::opt;

use super::calendar::{date, day_number};
use super::clock::clock;
use super::point::point;
use super::relative::relative_unit;
use super::words::{any_weekday, article, blank, day_part, de, found};
use crate::amount::{DayPart, Unit};
use crate::expr::{Cell, Clock, Expr, Pattern, Year};
use crate::lang::common::{
    self,
    any_word, boundary, digits, glued, is_dateline, mark, near, no, number_in, word,
};
use crate::lang::input::Input;
use crate::lang::memo::found_once;
use crate::lang::token::Gap;
use crate::lang::{Found, Parsed};

/// Both ends as one range, each with its place; what only the last says is the first's too.
fn range<'a>(first: Found<'a>, last: Found<'a>) -> Found<'a> {
    let half = last.marks.first().and_then(|(from, to)| half_said(from, to));
    let shared = in_same_half(share(first.expr, &last.expr), &last.expr, half);
    let mut marks = first.marks;
    marks.extend(last.marks);
    let expr = Expr::Range { first: Box::new(shared), last: Box::new(last.expr), between: false };
    Found { expr, marks, event: None }
}

/// The first of two times with the fields that only the last says: the month of "du 3 au 5 mai", the
/// year of "de juin à août 2003".
fn share(first: Expr, last: &Expr) -> Expr {
    match (first, last) {
        (Expr::Pattern(first), Expr::Pattern(last)) => Expr::Pattern(shared(first, last)),
        (Expr::Pattern(first), Expr::Relative { cell, offset, anchor }) => match cell {
            Cell::Pattern(last) if first.month.is_none() && last.month.is_some() => {
                let cell = Cell::Pattern(shared(first, last));
                Expr::Relative { cell, offset: *offset, anchor: *anchor }
            }
            _ => Expr::Pattern(first),
        },
        // "Du 4 au 22 de ce mois".
        (Expr::Pattern(first), Expr::Within { outer, .. })
            if first.day.is_some() && first.month.is_none() =>
        {
            Expr::Within { inner: Box::new(Expr::Pattern(first)), outer: outer.clone() }
        }
        (first, _) => first,
    }
}

/// The part of the day among the words of a time: the evening of "6 heures du soir".
fn half_said(from: &Input<'_>, to: &Input<'_>) -> Option<DayPart> {
    let words = (0..to.at() - from.at()).map(|n| from.skip(n));
    words.into_iter().find_map(|word| day_part(word).ok()).map(|(_, part)| part)
}

/// The first of two hours in the part of the day that the last says, where it is still the earlier:
/// "entre 5 heures et 6 heures du soir", but "entre 11 heures et 2 heures de l'après-midi".
fn in_same_half(first: Expr, last: &Expr, half: Option<DayPart>) -> Expr {
    match (first, last) {
        (
            Expr::Pattern(Pattern { clock: Some(early), .. }),
            Expr::Pattern(Pattern { clock: Some(late), .. }),
        ) if half.is_some() => {
            let hour = super::clock::in_half(early.hour, half);
            let hour = if hour <= late.hour { hour } else { early.hour };
            Expr::Pattern(Pattern { clock: Some(Clock { hour, ..early }), ..blank() })
        }
        (first, _) => first,
    }
}

fn shared(first: Pattern, last: &Pattern) -> Pattern {
    let mut first = first;
    // "Du IIIe siècle au Ier siècle av. J.-C.".
    if let (Some(Year::Century(begin)), Some(Year::Century(end))) = (first.year, last.year)
        && end < 0
        && -end < begin
    {
        first.year = Some(Year::Century(-begin));
    }
    let both_days = first.day.is_some() && last.day.is_some();
    if both_days && first.month.is_none() {
        first.month = last.month;
    }
    if first.year.is_none() && first.month.is_some() && first.month <= last.month {
        first.year = last.year;
    }
    first
}

/// "Entre juillet 2014 et novembre 2017", "entre le 3 et le 5 mai", "entre 18 h et 23 h".
pub(super) fn between(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    found_once(input, any_between)
}

fn any_between(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, ()) = word("entre").parse(input)?;
    let (rest, first) = near(end).parse(rest)?;
    let (rest, ()) = near(word("et")).parse(rest)?;
    let (rest, last) = near(last_end).parse(rest)?;
    Ok((rest, common::between(range(first, last))))
}

/// "De 15 h à 20 h", "entre 7 h et 9 h 30": only times of the clock.
pub(super) fn clocks(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, range) = from_to(input).or_else(|_| between(input))?;
    let is_clock = |expr: &Expr| matches!(expr, Expr::Pattern(Pattern { clock: Some(_), .. }));
    match &range.expr {
        Expr::Range { first, last, .. } if is_clock(first) && is_clock(last) => Ok((rest, range)),
        _ => no(input),
    }
}

/// "De 1982 à 1987", "du mercredi 3 avril au samedi 6 avril", "de 19 h 30 à 20 h 30", "de lundi à
/// vendredi".
pub(super) fn from_to(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    found_once(input, any_from_to)
}

fn any_from_to(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, de) = any_word(&["de", "du", "d"]).parse(input)?;
    let rest = if de == "d" { glued(mark(b'\'')).parse(rest)?.0 } else { rest };
    let (rest, first) = near(end).parse(rest)?;
    let (rest, _) = opt(glued(mark(b','))).parse(rest)?;
    let (rest, ()) = near(to).parse(rest)?;
    let (rest, last) = match near(last_end).parse(rest) {
        Ok(found) => found,
        // "Du 3 mars 2011 au 9".
        Err(error) if is_date(&first.expr) => {
            let (after, day) = near(number_in(1, 31, 2)).parse(rest)?;
            if !super::words::ends_clean(&boundary(after)?.0) {
                return Err(error);
            }
            (after, found(Pattern { day: Some(day as u8), ..blank() }, rest, after))
        }
        Err(error) => return Err(error),
    };
    Ok((rest, range(first, last)))
}

/// Whether an expression is a day of a month.
fn is_date(expr: &Expr) -> bool {
    matches!(expr, Expr::Pattern(said) if said.day.is_some() && said.month.is_some())
}

/// "31/10" in "du 31/10 au 05/11".
fn numeric_end(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    // "3/4" is a fraction.
    let long = |n: usize| input.peek(n).is_some_and(|token| input.text_of(token).len() == 2);
    if !long(0) || !long(2) {
        return no(input);
    }
    let conventions = &crate::lang::fr::GRAMMAR.conventions;
    let (rest, pattern) = crate::lang::numeric::day_month(conventions)(input)?;
    Ok((rest, found(pattern, input, rest)))
}

/// "264" in "de 264 à 241 av. J.-C.", "entre 149 et 146 avant notre ère": a year whose era follows.
fn year_of_era(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, (number, length)) = digits(input)?;
    let (after, ()) = near(any_word(&["a", "et", "ou"]).map(|_| ())).or(mark(b'-')).parse(rest)?;
    let (_, last) = near(super::calendar::year_phrase).parse(after)?;
    let Expr::Pattern(Pattern { year: Some(Year::Full(last)), .. }) = last.expr else {
        return no(input);
    };
    let first = i32::try_from(number).map_or(i32::MAX, |number| 1 - number);
    if 4 < length || last < first || 0 < last {
        return no(input);
    }
    Ok((rest, found(Pattern { year: Some(Year::Full(first)), ..blank() }, input, rest)))
}

/// "58-51 av. J.-C.": years before our era with a hyphen between them.
pub(super) fn era_span(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, first) = year_of_era(input)?;
    let (rest, ()) = near(mark(b'-')).parse(rest)?;
    let (rest, last) = near(super::calendar::year_phrase).parse(rest)?;
    Ok((rest, range(first, last)))
}

/// The last end: any point, or a day of a month that is pointed at ("22 de ce mois", "22 ce mois-ci").
fn last_end(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    day_of_month(input).or_else(|_| point(input)).or_else(|_| numeric_end(input))
}

/// "22 de ce mois", "le 22 du mois dernier", "22 ce mois-ci".
fn day_of_month(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let (rest, day) = near(day_number).parse(rest)?;
    let (rest, _) = opt(near(de)).parse(rest)?;
    let (rest, month) = near(relative_unit).parse(rest)?;
    if !matches!(month.expr, Expr::Relative { cell: Cell::Unit(Unit::Month), .. }) {
        return no(input);
    }
    let inner = Box::new(Expr::Pattern(Pattern { day: Some(day), ..blank() }));
    Ok((rest, found(Expr::Within { inner, outer: Box::new(month.expr) }, input, rest)))
}

/// "À", "au", "jusqu'à", "jusqu'au".
fn to(input: Input<'_>) -> Parsed<'_, ()> {
    let (rest, jusqu) = opt((word("jusqu"), glued(mark(b'\'')))).parse(input)?;
    let (rest, a) = near(any_word(&["a", "au", "en"])).parse(rest)?;
    if a == "en" && jusqu.is_none() { no(input) } else { Ok((rest, ())) }
}

/// The first end: any point, a day whose month follows, or an hour whose "h" follows.
fn end(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let whole = point(input);
    let short =
        match short_end(input).or_else(|_| year_of_era(input)).or_else(|_| numeric_first(input)) {
            Ok(short) => short,
            Err(_) => return whole,
        };
    match whole {
        Ok(whole) if short.0.at() < whole.0.at() => Ok(whole),
        _ => Ok(short),
    }
}

/// "31/10" where another such day follows.
fn numeric_first(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, found) = numeric_end(input)?;
    let (after, ()) = near(to).parse(rest)?;
    near(numeric_end).parse(after)?;
    Ok((rest, found))
}

/// "3", "le 3", "mercredi 3", "9" of "9 à 18 heures".
fn short_end(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let (rest, weekday) = opt(near(any_weekday)).parse(rest)?;
    let (rest, day) = near(day_number).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    let (after, _) = near(any_word(&["a", "au", "et"])).parse(rest)?;
    // The hour of "de 9 à 18 h", the day of "du 3 au 5 mai".
    if weekday.is_none() && near(clock).parse(after).is_ok() {
        let pattern = Pattern { clock: Some(Clock::at(day, None)), ..blank() };
        return Ok((rest, found(pattern, input, rest)));
    }
    let dated = near(date).parse(after).is_ok()
        || near(super::calendar::day).parse(after).is_ok()
        || near(day_of_month).parse(after).is_ok();
    if !dated {
        return no(input);
    }
    Ok((rest, found(Pattern { weekday, day: Some(day), ..blank() }, input, rest)))
}

/// "3 au 4 mars", "samedi à dimanche", "vendredi 5 au samedi 6": two days of a night.
pub(super) fn two_days(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, first) = end(input)?;
    let (rest, ()) = near(to).parse(rest)?;
    let (rest, last) = near(super::point::day_point).parse(rest)?;
    Ok((rest, range(first, last)))
}

/// "18 h - 20 h", "13h-15h", "10 août - 12 septembre 2013", "13-15h".
pub(super) fn joined(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let bare = number_in(0, 24, 2).parse(input);
    let (rest, first) = match near(date).parse(input).or_else(|_| any_clock_pattern(input)) {
        Ok(found) => found,
        Err(_) => {
            let (rest, hour) = bare?;
            // "10-15 heures de travail" is an amount, "9-18h" is not.
            let short = rest.peek(2).is_some_and(|token| rest.text_of(token).len() == 1);
            if !short && !super::spoken::comes_or_goes(&input) {
                return no(input);
            }
            let clock = Some(Clock::at(hour as u8, None));
            (rest, found(Pattern { clock, ..blank() }, input, rest))
        }
    };
    let spaced = rest.first().is_some_and(|token| token.gap != Gap::None);
    let (rest, ()) = near(mark(b'-')).parse(rest)?;
    if spaced && rest.is_glued() {
        return no(input);
    }
    let (rest, last) = near(date)
        .parse(rest)
        .or_else(|_| near(clock).parse(rest))
        .or_else(|_: nom::Err<_>| near(any_clock_pattern).parse(rest))?;
    let is_clock =
        |found: &Found<'_>| matches!(found.expr, Expr::Pattern(Pattern { clock: Some(_), .. }));
    if is_clock(&first) != is_clock(&last) || is_dateline(&first.expr, &last.expr) {
        return no(input);
    }
    Ok((rest, range(first, last)))
}

/// A time of day, whatever stands before it.
fn any_clock_pattern(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, clock) = super::clock::any_time(input)?;
    Ok((rest, found(Pattern { clock: Some(clock), ..blank() }, input, rest)))
}

/// "3-5 mai 2003", "15/16 mars": days of one month.
pub(super) fn day_span(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let (to, day) = near(number_in(1, 31, 2)).parse(rest)?;
    let (from, ()) = mark(b'-').or(mark(b'/')).parse(to)?;
    let (rest, last) = near(date).parse(from)?;
    let first = Pattern { day: Some(day as u8), ..blank() };
    Ok((rest, range(found(first, input, to), last)))
}

/// "Juin et juillet 2003", "mars, avril et mai": months that share their year.
pub(super) fn months(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    use super::calendar::year_after_month;
    use super::words::month;
    let mut marks = Vec::new();
    let mut months = Vec::new();
    let mut at = input;
    loop {
        let (rest, next) = near(month).parse(at)?;
        months.push(next);
        let joint = glued(mark(b',')).or(near(any_word(&["et", "ou"]).map(|_| ())));
        match opt(joint).parse(rest)? {
            (next, Some(())) if near(month).parse(next).is_ok() => {
                marks.push((at, rest));
                at = next;
            }
            _ if months.len() < 2 => return no(input),
            _ => {
                let (rest, year) = near(year_after_month).parse(rest)?;
                marks.push((at, rest));
                let of = |month| {
                    Expr::Pattern(Pattern { month: Some(month), year: Some(year), ..blank() })
                };
                let expr = Expr::List(months.into_iter().map(of).collect());
                return Ok((rest, Found { expr, marks, event: None }));
            }
        }
        if 12 < months.len() {
            return no(input);
        }
    }
}

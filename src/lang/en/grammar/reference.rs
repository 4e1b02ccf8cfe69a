//! Times that point: "yesterday", "next Friday", "that year", "the following week", "the quarter".

use nom::Parser;

use super::calendar::{named_day, quarter_or_half, season_alone, weekday_alone};
use super::point::{possessive, within};
use super::words::{
    day_part, deictic, goes_on, is_capital, is_hyphenated, is_led_to, is_plural, meaning,
    month_name, past_hyphen, unit,
};
use crate::amount::{Amount, Unit};
use crate::expr::{Anchor, Cell, Direction, Expr, Pattern, Vague, Year};
use crate::lang::Parsed;
use crate::lang::common::{any_word, boundary, no, sense, word, words};
use crate::lang::input::Input;
use crate::lang::memo::once;
use crate::lang::phrase::means;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind};

/// Where a pointing word looks, and from where.
#[derive(Clone, Copy)]
struct Look {
    offset: i32,
    anchor: Anchor,
}

/// A time that points, with the quarter or month of a year after its "'s".
pub(super) fn pointed(input: Input<'_>) -> Parsed<'_, Expr> {
    once(input, any_pointed)
}

fn any_pointed(input: Input<'_>) -> Parsed<'_, Expr> {
    let (rest, found) = deictic_day(input)
        .or_else(|_| looked(input))
        .or_else(|_| over_next(input))
        .or_else(|_| told(input))
        .or_else(|_| year_ago(input))?;
    // "This coming Sunday, March 8": the date says it all.
    if let Expr::Relative { cell: Cell::Pattern(said @ Pattern { weekday: Some(_), .. }), .. } =
        &found
        && let Ok((rest, date)) = super::day::day_of_month(super::words::past_comma(rest))
        && date.weekday.is_none()
    {
        return Ok((rest, Pattern { weekday: said.weekday, ..date }.into()));
    }
    if matches!(found, Expr::Relative { cell: Cell::Unit(Unit::Year), .. }) {
        let after = possessive(rest);
        if after.at() != rest.at()
            && goes_on(&after)
            && let Ok((rest, inner)) = quarter_or_half(after)
        {
            return Ok((rest, within(inner.into(), found)));
        }
    }
    Ok((rest, found))
}

/// "Today", "the day after tomorrow", "tonight".
fn deictic_day(input: Input<'_>) -> Parsed<'_, Expr> {
    let day = |offset: i8| Expr::Relative {
        cell: Cell::Unit(Unit::Day),
        offset: i32::from(offset),
        anchor: Anchor::Publication,
    };
    if let Ok((rest, offset)) = deictic(input) {
        let (rest, ()) = boundary(rest)?;
        return Ok((rest, day(offset)));
    }
    let (rest, (offset, part)) = sense(|sense| match sense {
        Sense::DeicticPart(offset, part) => Some((*offset, *part)),
        _ => None,
    })
    .parse(input)?;
    Ok((rest, within(Pattern { part: Some(part), ..Pattern::default() }.into(), day(offset))))
}

/// "During this period", "at that time", "that period": the time told last, whatever it is. "This
/// time" is an occasion unless a preposition shows that it is a time.
pub(super) fn told(input: Input<'_>) -> Parsed<'_, Expr> {
    let (noun, _) = any_word(&["this", "that"]).parse(input)?;
    let (rest, ()) = meaning(noun, Sense::Told)?;
    let (rest, ()) = boundary(rest)?;
    let placed = input.back(1).filter(|_| is_led_to(&input)).map(|token| input.text_of(token));
    let occasion = word("time").parse(noun).is_ok()
        && placed.is_none_or(|word| matches!(word, "of" | "for" | "to"));
    // "This period of calm", "that time of year" say more than that.
    if occasion || is_hyphenated(&rest) || word("of").parse(rest).is_ok() {
        return no(input);
    }
    // "No comment at this time" is now.
    let this = word("this").parse(input).is_ok() && word("time").parse(noun).is_ok();
    if this && placed == Some("at") {
        return Ok((rest, Expr::Vague(Vague::Present)));
    }
    let cell = Cell::Unit(Unit::Unsaid);
    Ok((rest, Expr::Relative { cell, offset: 0, anchor: Anchor::Focus }))
}

/// "This week", "last Friday", "next summer", "that day", "the following year".
fn looked(input: Input<'_>) -> Parsed<'_, Expr> {
    let (rest, look) = look(input)?;
    if !goes_on(&rest) {
        return no(input);
    }
    let (rest, found) = cell_at(rest, look)?;
    let (rest, ()) = boundary(rest)
        .or_else(|error| if is_hyphenated(&rest) { Err(error) } else { Ok((rest, ())) })?;
    // "The last 1990 quarter", "this year-old plan" are something else.
    if is_hyphenated(&rest) { no(input) } else { Ok((rest, found)) }
}

/// "This", "next", "the same" …
fn look(input: Input<'_>) -> Parsed<'_, Look> {
    let publication = |offset| Look { offset, anchor: Anchor::Publication };
    let focus = |offset| Look { offset, anchor: Anchor::Focus };
    if let Ok((rest, ())) = meaning(input, Sense::This) {
        if let Ok((rest, ())) = meaning(rest, Sense::Next) {
            return Ok((rest, publication(1)));
        }
        if let Ok((rest, ())) = meaning(rest, Sense::Last) {
            return Ok((rest, publication(-1)));
        }
        let rest = any_word(&["very", "current", "present"]).parse(rest).map_or(rest, |(r, _)| r);
        return Ok((rest, publication(0)));
    }
    if let Ok((rest, ())) = word("that").parse(input) {
        let rest = meaning(rest, Sense::Same).map_or(rest, |(rest, ())| rest);
        return Ok((rest, focus(0)));
    }
    if let Ok((rest, ())) = word("the").parse(input) {
        let ordered = sense(|sense| match sense {
            Sense::Same => Some(focus(0)),
            Sense::Following | Sense::Next => Some(focus(1)),
            Sense::Previous => Some(focus(-1)),
            _ => None,
        })
        .parse(rest);
        if let Ok(found) = ordered {
            return Ok(found);
        }
        let (rest, which) =
            any_word(&["current", "present", "latest", "new", "coming", "last", "past"])
                .parse(rest)?;
        return match which {
            // "The last quarter"; that of a year is its fourth, and other units are amounts.
            "last" | "past" => match super::words::unit_name(rest) {
                Ok((end, Unit::Quarter)) if word("of").parse(end).is_err() => {
                    Ok((rest, publication(-1)))
                }
                _ => no(input),
            },
            "latest" => {
                let quarter = super::words::unit_name(rest)?;
                if quarter.1 == Unit::Quarter { Ok((rest, focus(0))) } else { no(input) }
            }
            "coming" => Ok((rest, publication(1))),
            "new" => {
                let (_, unit) = super::words::unit_name(rest)?;
                if unit == Unit::Year { no(input) } else { Ok((rest, publication(1))) }
            }
            _ => Ok((rest, publication(0))),
        };
    }
    if let Ok((rest, ())) = word("current").parse(input) {
        return Ok((rest, publication(0)));
    }
    sense(|sense| match sense {
        Sense::Next => Some(publication(1)),
        Sense::Last => Some(publication(-1)),
        Sense::Following => Some(focus(1)),
        Sense::Previous => Some(focus(-1)),
        _ => None,
    })
    .parse(input)
}

/// "The week after next", "the month before last".
fn over_next(input: Input<'_>) -> Parsed<'_, Expr> {
    let start = word("the").parse(input).map_or(input, |(rest, ())| rest);
    let (rest, cell) = match weekday_alone(start) {
        Ok((rest, weekday)) => (rest, Cell::Pattern(weekday)),
        Err(_) => {
            let (rest, unit) = unit(start)?;
            if unit == Unit::Day {
                return no(input);
            }
            (rest, Cell::Unit(unit))
        }
    };
    let next = words("after next").parse(rest).or_else(|_| words("after the next").parse(rest));
    let (rest, offset) = match next {
        Ok((rest, ())) => (rest, 2),
        Err(_) => (words("before last").parse(rest)?.0, -2),
    };
    Ok((rest, Expr::Relative { cell, offset, anchor: Anchor::Publication }))
}

/// The cell a pointing word looks at.
fn cell_at(input: Input<'_>, look: Look) -> Parsed<'_, Expr> {
    let Look { offset, anchor } = look;
    let relative = |cell| Expr::Relative { cell, offset, anchor };
    let pattern = |pattern| relative(Cell::Pattern(pattern));
    // "Next day the roof fell in", "next morning": of the story.
    let led = input.back(1).is_some_and(|token| input.text_of(token).eq_ignore_ascii_case("next"));
    let told = (offset, anchor) == (1, Anchor::Publication) && led;
    if let (true, Ok((rest, part))) = (told, day_part(input)) {
        let day = Expr::Relative { cell: Cell::Unit(Unit::Day), offset, anchor: Anchor::Focus };
        return Ok((rest, within(Pattern { part: Some(part), ..Pattern::default() }.into(), day)));
    }
    if let Ok((rest, part)) = day_part(input) {
        // "Last evening" is yesterday's; the day moves, not the evening.
        let day = relative(Cell::Unit(Unit::Day));
        return Ok((rest, within(Pattern { part: Some(part), ..Pattern::default() }.into(), day)));
    }
    if let Ok((rest, weekday)) = weekday_alone(input) {
        return Ok((rest, pattern(weekday)));
    }
    // "Next 6th of April"; "last Oct. 23" says no more than the date.
    if let (true, Ok((rest, day))) = (0 < offset, super::day::day_of_month(input))
        && day.year.is_none()
    {
        return Ok((rest, pattern(day)));
    }
    if let Ok((rest, month)) = month_name(input) {
        if is_capital(&input) || super::calendar::month(input).is_ok() {
            let (rest, ()) = boundary(rest)?;
            return Ok((rest, pattern(Pattern { month: Some(month), ..Pattern::default() })));
        }
        return no(input);
    }
    if let Ok((rest, month)) = super::words::month_abbreviation(input)
        && offset != 0
        && super::day::day(super::words::past_stop(rest)).is_err()
    {
        let rest = super::words::past_stop(rest);
        return Ok((rest, pattern(Pattern { month: Some(month), ..Pattern::default() })));
    }
    if let Ok((rest, season)) = season_alone(input) {
        return Ok((rest, pattern(season)));
    }
    if let Ok((rest, named)) = named_day(input) {
        return Ok((rest, pattern(named)));
    }
    if let Ok((rest, quarter)) = quarter_or_half(input) {
        return Ok((rest, pattern(quarter)));
    }
    let start = any_word(&["fiscal", "financial", "calendar", "full"])
        .parse(input)
        .map_or(input, |(rest, _)| rest);
    let (rest, unit) = unit(start)?;
    if is_plural(&start) || matches!(unit, Unit::Second | Unit::Minute | Unit::DayPart(_)) {
        return no(input);
    }
    if unit == Unit::Day && told {
        let cell = Cell::Unit(Unit::Day);
        return Ok((rest, Expr::Relative { cell, offset, anchor: Anchor::Focus }));
    }
    if unit == Unit::Day && anchor == Anchor::Publication {
        return no(input);
    }
    Ok((rest, relative(cell_of(unit))))
}

/// A unit as a cell; a week-end is one by its days.
fn cell_of(unit: Unit) -> Cell {
    match unit {
        Unit::Weekend => Cell::Pattern(Pattern { weekend: true, ..Pattern::default() }),
        unit => Cell::Unit(unit),
    }
}

/// "The year-earlier quarter", "the year-ago third quarter", "the comparable year-ago quarter", "the
/// 1989 period", "the latest period".
fn year_ago(input: Input<'_>) -> Parsed<'_, Expr> {
    let the = word("the").parse(input).map_or(input, |(rest, ())| rest);
    if the.at() != input.at() {
        let told =
            |unit| Expr::Relative { cell: Cell::Unit(unit), offset: 0, anchor: Anchor::Focus };
        if let Ok((rest, ())) = words("latest period").parse(the) {
            return Ok((rest, told(Unit::Quarter)));
        }
        if let Ok((rest, year)) = super::year::year(the)
            && let (Ok((rest, ())), Year::Full(_)) = (word("period").parse(rest), year)
        {
            let year = Pattern { year: Some(year), ..Pattern::default() };
            return Ok((rest, within(told(Unit::Unsaid), year.into())));
        }
    }
    let start = any_word(&["comparable", "same"]).parse(the).map_or(the, |(rest, _)| rest);
    let (rest, ()) =
        words("year ago").parse(start).or_else(|_| words("year earlier").parse(start))?;
    if let Ok((rest, quarter)) = quarter_or_half(rest) {
        let year =
            Expr::Relative { cell: Cell::Unit(Unit::Year), offset: -1, anchor: Anchor::Focus };
        return Ok((rest, within(quarter.into(), year)));
    }
    // A year before what is being compared, be it a quarter.
    let amount = Amount::of(1, Unit::Year);
    let year_before = Expr::Shift { amount, direction: Direction::Before, anchor: Anchor::Focus };
    if let Ok((rest, Unit::Quarter)) = super::words::unit_name(rest) {
        let cell = Cell::Unit(Unit::Quarter);
        return Ok((rest, Expr::Relative { cell, offset: -4, anchor: Anchor::Focus }));
    }
    if let Ok((rest, ())) = word("period").parse(rest) {
        return Ok((rest, year_before));
    }
    if start.peek(1).is_some_and(|hyphen| hyphen.kind == Kind::Mark(b'-')) {
        return Ok((rest, year_before));
    }
    no(input)
}

/// "The year", "the quarter", "the summer": the one the story is at.
pub(super) fn whole_unit(input: Input<'_>) -> Parsed<'_, Expr> {
    if let Ok((rest, which)) = year_end(input) {
        return Ok((rest, which));
    }
    let (start, ()) = word("the").parse(input)?;
    if !goes_on(&start) {
        return no(input);
    }
    let (rest, cell) = match season_alone(start) {
        // "The fall of Atlanta" is no season.
        Ok((rest, _)) if word("of").parse(rest).is_ok() => return no(input),
        // "The fall in prices", "the fall from grace".
        Ok((rest, _))
            if any_word(&["in", "from", "to"]).parse(rest).is_ok()
                && means(&start, |sense| *sense == Sense::Ordinary) =>
        {
            return no(input);
        }
        // "The summer offensive": the article is the noun's.
        Ok((rest, _)) if is_unknown_word(&rest) => return no(input),
        Ok((rest, season)) => (rest, Cell::Pattern(season)),
        Err(_) => {
            let start = any_word(&["fiscal", "financial", "calendar", "full", "whole", "entire"])
                .parse(start)
                .map_or(start, |(rest, _)| rest);
            let (rest, unit) = unit(start)?;
            let countable =
                matches!(unit, Unit::Year | Unit::Quarter | Unit::Month | Unit::Weekend);
            // "The year end accounts".
            if word("end").parse(rest).is_ok() && goes_on(&rest) {
                return no(input);
            }
            // "The year 0" is not the one that was told of.
            let is_numbered = rest.first().is_some_and(|token| token.kind == Kind::Number);
            if !countable || is_plural(&start) || is_numbered && goes_on(&rest) {
                return no(input);
            }
            (rest, cell_of(unit))
        }
    };
    let (rest, ()) = boundary(rest)?;
    if is_hyphenated(&rest) || possessive(rest).at() != rest.at() && unit(possessive(rest)).is_ok()
    {
        return no(input);
    }
    // "A forecast for the full year" is for the one that is running.
    let anchor =
        if word("full").parse(start).is_ok() { Anchor::Publication } else { Anchor::Focus };
    Ok((rest, Expr::Relative { cell, offset: 0, anchor }))
}

/// Whether a word follows that the lexicon does not know: a noun, most likely.
fn is_unknown_word(rest: &Input<'_>) -> bool {
    rest.first().is_some_and(|token| {
        token.kind == Kind::Word
            && rest.source().lexicon.is_other(token.word)
            && token.gap != Gap::None
    })
}

/// "Year-end", "month's end", "year's end".
fn year_end(input: Input<'_>) -> Parsed<'_, Expr> {
    let start = word("the").parse(input).map_or(input, |(rest, ())| rest);
    let (rest, unit) = unit(start)?;
    let after = if is_hyphenated(&rest) { past_hyphen(rest) } else { possessive(rest) };
    // "By year end".
    let spaced = matches!(unit, Unit::Year | Unit::Quarter | Unit::Month) && is_led_to(&input);
    if after.at() == rest.at() && !spaced || is_plural(&start) {
        return no(input);
    }
    let (rest, ()) = word("end").parse(after)?;
    // The quarter of news is the one that has ended; its end to come is that of the one running.
    let anchor = if unit == Unit::Quarter { Anchor::Publication } else { Anchor::Focus };
    let of = Expr::Relative { cell: Cell::Unit(unit), offset: 0, anchor };
    Ok((rest, Expr::Part { part: crate::expr::Part::End, of: Box::new(of) }))
}

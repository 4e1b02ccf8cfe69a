//! A time by how far it is from another: "three years ago", "two days later", "three days before the
//! attack", "the day after the vote".

use nom::Parser;

use super::amount::{amount, bare_amount};
use super::point::possessive;
use super::reference::pointed;
use super::words::{goes_on, is_after, is_other_noun, is_plural, unit};
use crate::amount::{Amount, Quantity, Unit};
use crate::expr::{Anchor, Cell, Direction, Expr};
use crate::lang::common::{any_word, no, word, words};
use crate::lang::input::Input;
use crate::lang::phrase::event_phrase;
use crate::lang::sense::Sense;
use crate::lang::token::Gap;
use crate::lang::{Found, Parsed};

/// An amount, or a bare plural of a unit: "weeks later".
fn distance(input: Input<'_>) -> Parsed<'_, Amount> {
    if let Ok(found) = amount(input) {
        return Ok(found);
    }
    let (rest, unit) = unit(input)?;
    // "10³⁰ years ago", "1e30 years ago": it is said how many, though not so that it can be read.
    let counted = input.back(1).is_some_and(|before| {
        input.text_of(before).contains(char::is_numeric) && before.gap != Gap::Break
    });
    if is_plural(&input) && !counted {
        Ok((rest, Amount::new(vec![(Quantity::Vague, unit)])))
    } else {
        no(input)
    }
}

fn shifted<'a>(amount: Amount, direction: Direction, anchor: Anchor) -> Found<'a> {
    crate::lang::common::whole(Expr::Shift { amount, direction, anchor })
}

/// "Three years ago", "two weeks from now", "a week hence".
pub(super) fn from_publication(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if is_other_noun(&input) {
        return no(input);
    }
    let (rest, amount) = distance(input)?;
    if !goes_on(&rest) {
        return no(input);
    }
    if let Ok((rest, ())) = word("ago").parse(rest) {
        return Ok((rest, shifted(amount, Direction::Before, Anchor::Publication)));
    }
    // "It is closed for 3 days from today": so long, not a day.
    let lasts = input
        .back(1)
        .is_some_and(|token| matches!(input.text_of(token), "for" | "lasting" | "lasted"));
    if lasts {
        return no(input);
    }
    let after = words("from now").parse(rest).or_else(|_| words("from today").parse(rest));
    let (rest, ()) = after.or_else(|_| word("hence").parse(rest))?;
    Ok((rest, shifted(amount, Direction::After, Anchor::Publication)))
}

/// "Two days later", "a year earlier", "three days before" where nothing follows.
pub(super) fn from_focus(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if is_other_noun(&input) {
        return no(input);
    }
    let (rest, amount) = distance(input)?;
    if !goes_on(&rest) {
        return no(input);
    }
    let (rest, which) =
        any_word(&["later", "afterward", "afterwards", "after", "earlier", "before", "previously"])
            .parse(rest)?;
    let direction = match which {
        "earlier" | "before" | "previously" => Direction::Before,
        _ => Direction::After,
    };
    if matches!(which, "after" | "before") && !ends(&rest) || word("than").parse(rest).is_ok() {
        return no(input);
    }
    Ok((rest, shifted(amount, direction, Anchor::Focus)))
}

/// Whether punctuation, the end, or a conjunction follows: no event is named.
fn ends(rest: &Input<'_>) -> bool {
    use crate::lang::token::{Gap, Kind};
    rest.first().is_none_or(|token| {
        token.gap == Gap::Break
            || matches!(token.kind, Kind::Mark(b'.' | b',' | b';' | b':' | b')' | b'?' | b'!'))
    }) || any_word(&["and", "but"]).parse(*rest).is_ok()
}

/// "Three days before the attack", "two years after he left": the amount is marked, the event kept.
pub(super) fn from_event(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if is_other_noun(&input) {
        return no(input);
    }
    let (end, amount) = distance(input)?;
    if !goes_on(&end) {
        return no(input);
    }
    // "It lasted three days from 3 March", "for two weeks, from May 3": so long from that day on; "two
    // weeks from January 15" is a day.
    if is_after(&input, |sense| *sense == Sense::LeadsToAmount)
        && let Ok((rest, ())) = word("from").parse(super::words::past_comma(end))
        && goes_on(&rest)
        && amount.is_exact()
        && let Ok((after, of)) = super::point::day(rest)
    {
        let expr = Expr::Stretch { amount, direction: Direction::After, of: Box::new(of) };
        return Ok((after, Found { expr, marks: vec![(input, end), (rest, after)], event: None }));
    }
    // "Four days from yesterday", "two weeks from January 15".
    if let Ok((rest, ())) = word("from").parse(end)
        && goes_on(&rest)
        && let Ok((after, _)) = super::point::day(rest)
    {
        let expr = Expr::Shift { amount, direction: Direction::After, anchor: Anchor::Event };
        let event = Some((rest, after));
        return Ok((after, Found { expr, marks: vec![(input, end)], event }));
    }
    let (rest, direction) = side(end)?;
    let rest = words("the day").parse(rest).map_or(rest, |(_, ())| rest);
    if !goes_on(&rest) {
        return no(input);
    }
    let (rest, event) = anchor_words(rest)?;
    let expr = Expr::Shift { amount, direction, anchor: Anchor::Event };
    Ok((rest, Found { expr, marks: vec![(input, end)], event: Some(event) }))
}

/// "Before", "after", "prior to", "following".
fn side(input: Input<'_>) -> Parsed<'_, Direction> {
    if let Ok((rest, ())) = words("prior to").parse(input) {
        return Ok((rest, Direction::Before));
    }
    let (rest, which) =
        any_word(&["before", "preceding", "after", "following", "into"]).parse(input)?;
    match which {
        "before" | "preceding" => Ok((rest, Direction::Before)),
        _ => Ok((rest, Direction::After)),
    }
}

/// The words of an event: a clause that a pronoun begins, or a noun phrase.
pub(super) fn anchor_words(input: Input<'_>) -> Parsed<'_, (Input<'_>, Input<'_>)> {
    if any_word(&["he", "she", "it", "they", "we", "i", "you"]).parse(input).is_ok() {
        return crate::lang::phrase::event_clause(input);
    }
    event_phrase(input)
}

/// "The day before the attack", "the week after the vote", "on the eve of the attack".
pub(super) fn neighbour(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if is_other_noun(&input) {
        return no(input);
    }
    let (start, ()) = word("the").parse(input)?;
    // "Later in the day before he left": it is later in the day.
    let part = input.at().checked_sub(1).map(|at| Input::new(input.source(), at));
    let in_it = part.filter(|before| word("in").parse(*before).is_ok());
    if in_it.is_some_and(|place| is_after(&place, |sense| matches!(sense, Sense::Part(_)))) {
        return no(input);
    }
    let (end, offset, cell) = if let Ok((rest, ())) = word("eve").parse(start) {
        let (after, ()) = word("of").parse(rest)?;
        return neighbour_of(input, rest, after, -1, Unit::Day);
    } else if let Ok((rest, amount)) = counted(start) {
        let (after, offset) = before_or_after(rest)?;
        return stretch_around(input, rest, after, amount, offset);
    } else {
        let (rest, unit) = unit(start)?;
        let (after, offset) = before_or_after(rest)?;
        if is_plural(&start) {
            let amount = Amount::new(vec![(Quantity::Vague, unit)]);
            return stretch_around(input, rest, after, amount, offset);
        }
        (after, offset, unit)
    };
    if ends(&end) {
        let expr = Expr::Relative { cell: Cell::Unit(cell), offset, anchor: Anchor::Focus };
        return Ok((end, crate::lang::common::whole(expr)));
    }
    neighbour_of(input, end, end, offset, cell)
}

fn neighbour_of<'a>(
    input: Input<'a>,
    end: Input<'a>,
    after: Input<'a>,
    offset: i32,
    unit: Unit,
) -> Parsed<'a, Found<'a>> {
    if !goes_on(&after) {
        return no(input);
    }
    let expr = Expr::Relative { cell: Cell::Unit(unit), offset, anchor: Anchor::Event };
    // "The day before last Tuesday": the words that it hangs on are a time; "before last" alone is
    // read elsewhere.
    if let Ok((rest, _)) = pointed(after)
        && possessive(rest).at() == rest.at()
    {
        let event = Some((after, rest));
        return Ok((rest, Found { expr, marks: vec![(input, end)], event }));
    }
    let (rest, event) = anchor_words(after)?;
    Ok((rest, Found { expr, marks: vec![(input, end)], event: Some(event) }))
}

/// "24 hours", not "hours".
fn counted(input: Input<'_>) -> Parsed<'_, Amount> {
    let (rest, amount) = bare_amount(input)?;
    if unit(input).is_ok() { no(input) } else { Ok((rest, amount)) }
}

/// "Before" and "preceding" as −1, "after" and "following" as 1.
fn before_or_after(input: Input<'_>) -> Parsed<'_, i32> {
    let (rest, which) = any_word(&["before", "after", "following", "preceding"]).parse(input)?;
    Ok((rest, if matches!(which, "before" | "preceding") { -1 } else { 1 }))
}

/// "The days before the attack", "the weeks after", "the 24 hours before the crash": a stretch that
/// ends or begins at the event.
fn stretch_around<'a>(
    input: Input<'a>,
    end: Input<'a>,
    after: Input<'a>,
    amount: Amount,
    offset: i32,
) -> Parsed<'a, Found<'a>> {
    let direction = if offset < 0 { Direction::Before } else { Direction::After };
    if ends(&after) {
        let expr = Expr::Window { amount, direction, anchor: Anchor::Focus };
        return Ok((after, Found { expr, marks: vec![(input, end)], event: None }));
    }
    let (rest, event) = anchor_words(after)?;
    let expr = Expr::Window { amount, direction, anchor: Anchor::Event };
    Ok((rest, Found { expr, marks: vec![(input, end)], event: Some(event) }))
}

/// "In three days", "within a week": forward from publication where the clause looks forward.
pub(super) fn ahead(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (start, _) = any_word(&["in", "within"]).parse(input)?;
    if !goes_on(&start) {
        return no(input);
    }
    let (end, amount) = bare_amount(start)?;
    let time = words("time").parse(super::point::possessive(end)).ok();
    // "In 7 days" alone has nothing told before it.
    let alone = input.at() == 0 && ends(&end);
    let looks_ahead = time.is_some() || alone || is_forward(&input);
    // "Within three months of the defeat", "in a quarter that lost so much" do not count from now.
    let of_another = any_word(&["of", "that", "when"]).parse(end).is_ok();
    if !looks_ahead || of_another {
        return no(input);
    }
    let end = time.map_or(end, |(rest, ())| rest);
    let expr = Expr::Shift { amount, direction: Direction::After, anchor: Anchor::Publication };
    Ok((end, Found { expr, marks: vec![(start, end)], event: None }))
}

/// Whether a cue of the future stands shortly before, in the same clause.
pub(super) fn is_forward(input: &Input<'_>) -> bool {
    (0..8).any(|n| {
        input.at().checked_sub(n).is_some_and(|at| {
            is_after(&Input::new(input.source(), at), |sense| *sense == Sense::FutureCue)
        })
    })
}

//! Hours as they are spoken, without the word for them: "à huit et quart", "sept trente", "ce soir à
//! 7", "entre 7 et 9 hier soir", "je reviens à 7".

use nom::Parser;
use nom::combinator::opt;

use super::clock::{any_time, behind_time, clock_on, half_of_day, in_half, modified};
use super::number::number_words;
use super::relative::{in_day, part_pattern, this_part};
use super::words::{a, article, behind, blank, found, has};
use crate::amount::{DayPart, Unit};
use crate::expr::{Anchor, Cell, Clock, Expr, Pattern};
use crate::lang::common::{any_word, boundary, glued, mark, near, no, number_in, word, words};
use crate::lang::fr::lexicon::function::COMING;
use crate::lang::input::Input;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind};
use crate::lang::{Found, Parsed};

/// "À huit et quart", "c'est 8 et demie", "sept trente", "je reviens à 7", "je pars à 11, du soir".
pub(super) fn clock(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, clock) = with_quarter(input).or_else(|_| in_words(input)).or_else(|_| {
        let (rest, hour) = hour(input)?;
        let (rest, half) = opt((opt(glued(mark(b','))), half_of_day)).parse(rest)?;
        let clock = match half {
            Some((_, half)) => Clock::at(in_half(hour, Some(half)), None),
            None if closes(&rest) => Clock::at(hour, None),
            None => return no(input),
        };
        if comes_or_goes(&input) { Ok((rest, clock)) } else { no(input) }
    })?;
    Ok((rest, found(at(clock), input, rest)))
}

/// "Cinq à sept du matin", "je pars 17 à 18".
pub(super) fn span(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, found) = hours(input)?;
    let half = half_of_day(rest);
    let Expr::Range { first, last, between } = &found.expr else { return no(input) };
    match half {
        Ok((rest, half)) => {
            let of = |hour: &Expr| Box::new(in_part(hour.clone(), half));
            let expr = Expr::Range { first: of(first), last: of(last), between: *between };
            Ok((rest, Found { expr, ..found }))
        }
        Err(_) if closes(&rest) && comes_or_goes(&input) => Ok((rest, found)),
        Err(error) => Err(error),
    }
}

/// "7 et 9 hier soir" after "entre", "15 à 16 demain", "8 ce soir" after "à", "10, ce soir": hours that
/// their day and its part make sure of.
pub(super) fn with_day(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, of) = hours(input).or_else(|_| {
        let (rest, hour) = hour(input)?;
        Ok((rest, found(at(Clock::at(hour, None)), input, rest)))
    })?;
    let (after, _) = opt(glued(mark(b','))).parse(rest)?;
    let parted = near(this_part).or(near(super::point::day_and_part)).parse(after).is_ok();
    let spans = matches!(of.expr, Expr::Range { .. });
    let day = parted || near(super::relative::deictic_day).parse(after).is_ok();
    let sure = parted && (spans || led(&input)) || day && comes_or_goes(&input);
    if sure { Ok((rest, of)) } else { no(input) }
}

/// "Hier soir à 8 heures", "l'après-midi vers 3 h", "ce matin à 7": the part of the day says which half
/// of it the hour is in.
pub(super) fn part_and_clock(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (to, day) =
        this_part(input).or_else(|_| super::point::day_and_part(input)).or_else(|_| {
            let (rest, ()) = article(input)?;
            let (rest, pattern) = near(part_pattern).parse(rest)?;
            let today =
                Expr::Relative { cell: Cell::Unit(Unit::Day), offset: 0, anchor: Anchor::Focus };
            Ok((rest, found(in_day(pattern, today), input, rest)))
        })?;
    let part = match &day.expr {
        Expr::Within { inner, .. } => match **inner {
            Expr::Pattern(Pattern { part, .. }) => part,
            _ => None,
        },
        _ => None,
    };
    let (rest, _) = opt(glued(mark(b','))).parse(to)?;
    let (from, lead) = opt(near(any_word(&["a", "vers"]))).parse(rest)?;
    let (rest, clock) = match near(any_time).parse(from) {
        // In the morning the hour is the one that is said.
        Ok((_, clock)) if 12 <= clock.hour || part == Some(DayPart::Morning) => return no(input),
        Ok(found) if lead.is_some() || from.first().is_some_and(|t| t.kind == Kind::Number) => {
            found
        }
        _ => {
            let (rest, hour) = near(hour).parse(from)?;
            if !(closes(&rest) && (lead.is_some() || comes_or_goes(&input))) {
                return no(input);
            }
            (rest, Clock::at(hour, None))
        }
    };
    let time = found(clock_on(at(clock), &day.expr), from, rest);
    let time = if lead == Some("vers") { modified(time) } else { time };
    let mut marks = day.marks;
    marks.extend(time.marks);
    Ok((rest, Found { expr: Expr::List(vec![day.expr, time.expr]), marks, event: None }))
}

fn at(clock: Clock) -> Expr {
    Expr::Pattern(Pattern { clock: Some(clock), ..blank() })
}

/// The same hour in a part of the day.
fn in_part(expr: Expr, part: DayPart) -> Expr {
    match expr {
        Expr::Pattern(Pattern { clock: Some(clock), .. }) => {
            at(Clock { hour: in_half(clock.hour, Some(part)), ..clock })
        }
        other => other,
    }
}

/// A number that can be an hour, and nothing that goes on from it.
fn hour(input: Input<'_>) -> Parsed<'_, u8> {
    let (rest, hour) = match number_in(0, 24, 2).parse(input) {
        Ok((rest, hour)) => (rest, hour as u8),
        Err(_) => match number_words(input)? {
            (rest, hour @ 2..=24) => (rest, hour as u8),
            _ => return no(input),
        },
    };
    Ok((boundary(rest)?.0, hour))
}

/// "7 et 9" after "entre", "15 à 16", "de 5 à 7".
fn hours(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (from, lead) = opt(any_word(&["entre", "de"])).parse(input)?;
    let (to, first) = near(hour).parse(from)?;
    let joint = if lead == Some("entre") { near(word("et")).parse(to) } else { near(a).parse(to) };
    let (next, ()) = joint?;
    let (rest, last) = near(hour).parse(next)?;
    if last <= first {
        return no(input);
    }
    let expr = Expr::Range {
        first: Box::new(at(Clock::at(first, None))),
        last: Box::new(at(Clock::at(last, None))),
        between: lead == Some("entre"),
    };
    Ok((rest, Found { expr, marks: vec![(from, to), (next, rest)], event: None }))
}

/// "Huit et quart", "20 et demie", after what calls for a time of day.
fn with_quarter(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, hour) = hour(input)?;
    for (phrase, minute) in [("et demie", 30), ("et quart", 15)] {
        if let Ok((rest, ())) = near(words(phrase)).parse(rest)
            && led(&input)
        {
            let (rest, half) = opt(half_of_day).parse(boundary(rest)?.0)?;
            return Ok((rest, Clock::at(in_half(hour, half), Some(minute))));
        }
    }
    no(input)
}

/// "Sept trente", "vingt et un quinze": two numbers in words that are no number together.
fn in_words(input: Input<'_>) -> Parsed<'_, Clock> {
    let is_word = |input: &Input<'_>| input.first().is_some_and(|t| t.kind == Kind::Word);
    let counted = input.back(1).is_some_and(|before| {
        input.is_glued()
            || before.kind == Kind::Number
            || has(&input, before, |sense| {
                matches!(
                    sense,
                    Sense::Number(_)
                        | Sense::Tens(_)
                        | Sense::Scale(_)
                        | Sense::Determiner
                        | Sense::Modifier(_)
                        | Sense::Numbered
                        | Sense::Unit(_)
                )
            })
    });
    if counted || !is_word(&input) {
        return no(input);
    }
    let (rest, hour) = hour(input)?;
    if !is_word(&rest) {
        return no(input);
    }
    let (rest, minute) = near(number_words).parse(rest)?;
    if !(10..60).contains(&minute) || minute % 5 != 0 {
        return no(input);
    }
    let (after, half) = opt(half_of_day).parse(rest)?;
    let parted = near(this_part).parse(rest).is_ok();
    if half.is_none() && !parted && !closes(&rest) {
        return no(input);
    }
    Ok((after, Clock::at(in_half(hour, half), Some(minute as u8))))
}

/// Whether "à", "il est" or the like stands before, and no "de" before that, which would count.
fn led(input: &Input<'_>) -> bool {
    let to = behind(input, 1, &["a"]) && !behind(input, 3, &["de", "du"]);
    to || (behind_time(input) && behind(input, 1, &["vers", "est", "avant", "jusqu"]))
}

/// Whether the sentence or the clause ends here.
fn closes(rest: &Input<'_>) -> bool {
    rest.first().is_none_or(|token| {
        token.gap >= Gap::Break
            || matches!(token.kind, Kind::Mark(b'.' | b'!' | b'?' | b';' | b'"' | b')'))
    })
}

/// Whether the speakers' own coming or going stands before: "je reviendrai à", "on se voit vers",
/// "nous partirons à peu près à"; what others do "à 7" may be a score or a rate.
pub(super) fn comes_or_goes(input: &Input<'_>) -> bool {
    let mut n = 1;
    while n < 4 && behind(input, n, &["a", "vers", "peu", "pres", "jusqu"]) {
        n += 1;
    }
    let verb = input.back(n).is_some_and(|token| {
        let text = input.text_of(token).to_lowercase();
        token.kind == Kind::Word && COMING.iter().any(|stem| text.starts_with(stem))
    });
    verb && (n + 1..n + 4).any(|n| behind(input, n, &["je", "j", "nous", "on", "tu", "vous"]))
}

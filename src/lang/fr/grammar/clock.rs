//! Times of day: "17 h", "18h30", "trois heures du matin", "midi et demi", "9:03 UTC"; and stamps of
//! a date and a time.

use nom::Parser;
use nom::combinator::opt;

use super::number::number_words;
use super::words::{article, behind, blank, day_part, found, has, has_grave, is_capital, wrap};
use crate::amount::{DayPart, Modifier, Unit};
use crate::expr::{Clock, Expr, Pattern};
use crate::extent::Zone;
use crate::lang::common::{any_word, boundary, glued, mark, near, no, number_in, word, words};
use crate::lang::input::Input;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind};
use crate::lang::{Found, Parsed, iso};

/// What makes sure that hours are a time of day and not an amount.
enum Sure {
    /// Minutes or a part of the day are said, or it is noon.
    Yes,
    /// Only what stands before can tell.
    ByContext,
}

/// A time of day with its zone.
pub(super) fn clock(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, (clock, sure)) = any_clock(input)?;
    let zone = (opt(glued(mark(b','))), near(zone)).map(|(_, zone)| zone);
    let mail = |input| if clock.minute.is_some() { iso::mail_offset(input) } else { no(input) };
    let (rest, zone) = opt(zone.or(near(mail))).parse(rest)?;
    // "En milieu de journée" is a time, "en 1 h 30" an amount.
    let counts = behind_amount(&input) && midday(input).is_err();
    let sure = zone.is_some() || matches!(sure, Sure::Yes) && !counts;
    // "De 18 h à 20 h", but "une trêve de 48 heures".
    let to = near(any_word(&["a", "jusqu"])).parse(rest);
    let to = to.is_ok_and(|(_, word)| word != "a" || has_grave(&rest));
    let from = behind(&input, 1, &["de"]) && to;
    // "À deux heures de Paris", "à trois heures de route".
    let away = (near(super::words::de).parse(rest)).is_ok_and(|(after, ())| {
        (after.first()).is_some_and(|token| {
            token.kind == Kind::Word
                && !has(&after, token, |sense| {
                    !matches!(sense, Sense::Stop | Sense::Numbered | Sense::Person | Sense::Lasting)
                })
        })
    });
    if !sure && !from && (away || !behind_time(&input)) {
        return no(input);
    }
    let pattern = Pattern { clock: Some(Clock { zone, ..clock }), ..blank() };
    Ok((rest, found(pattern, input, rest)))
}

/// A zone by its letters, or by a place: "UTC+3", "heure de Bagdad", "(heure du Caire)".
fn zone(input: Input<'_>) -> Parsed<'_, Zone> {
    if let Ok(found) = iso::zone(input) {
        return Ok(found);
    }
    let open = input.is_mark(b'(');
    let start = if open { input.skip(1) } else { input };
    let (rest, zone) = match near(iso::zone).parse(start) {
        Ok(found) if open => found,
        _ => place_time(start)?,
    };
    match (open, rest.is_mark(b')')) {
        (true, true) => Ok((rest.skip(1), zone)),
        (true, false) => no(input),
        (false, _) => Ok((rest, zone)),
    }
}

/// "Heure de Bagdad", "heure d'Alger", "heure du Caire".
fn place_time(input: Input<'_>) -> Parsed<'_, Zone> {
    let (rest, ()) = word("heure").parse(input)?;
    let (rest, _) = any_word(&["de", "d", "du"]).parse(rest)?;
    let (rest, zone) = crate::lang::gazetteer::place(
        super::words::elision(rest),
        crate::lang::grammar(crate::article::Language::Fr).places,
    )?;
    Ok((rest, Zone::Named(zone)))
}

/// Whether the word before calls for a time of day.
pub(super) fn behind_time(input: &Input<'_>) -> bool {
    // "Après 12 heures de chasse" is an amount, "après 12 h" is not.
    let short = input.peek(1).is_some_and(|token| input.text_of(token).len() == 1);
    (short && behind(input, 1, &["apres", "depuis"]))
        || behind(input, 1, &["a", "vers", "des", "jusqu", "entre", "et", "avant", "ici"])
        || (behind(input, 1, &["est", "etait", "sera"])
            && (behind(input, 2, &["il"]) || behind(input, 3, &["c"])))
        || behind(input, 1, &["de"]) && behind(input, 2, &["partir", "compter"])
        || behind(input, 1, &["vous"]) && behind(input, 3, &["rendez"])
        || short && after_day(input)
        || (behind(input, 1, &["environ", "exactement", "precisement"])
            && behind(input, 2, &["a", "vers"]))
        || input.back(1).is_some_and(|token| matches!(token.kind, Kind::Mark(b'(' | b',' | b'-')))
}

/// Whether a day or its part stands right before: "demain matin 11 h", "mardi 18 h".
fn after_day(input: &Input<'_>) -> bool {
    input.back(1).is_some_and(|before| {
        has(input, before, |sense| {
            matches!(sense, Sense::DayPart(_) | Sense::Weekday(_) | Sense::Deictic(_))
        })
    })
}

/// Whether the word before calls for an amount: "en 1 h 30", "pendant 2h15".
fn behind_amount(input: &Input<'_>) -> bool {
    behind(input, 1, &["en", "pendant", "durant", "dans", "sous", "dure", "pris", "plus", "moins"])
        || (behind(input, 1, &["de"]) && behind(input, 2, &["plus", "moins", "pres"]))
}

/// A time of day, whatever stands before it.
pub(super) fn any_time(input: Input<'_>) -> Parsed<'_, Clock> {
    any_clock(input).map(|(rest, (clock, _))| (rest, clock))
}

/// "A.m.", "p.m.".
fn half_by_letters(input: Input<'_>) -> Parsed<'_, &'static str> {
    let (rest, letter) = any_word(&["a", "p"]).parse(input)?;
    let (rest, _) = (glued(mark(b'.')), glued(word("m"))).parse(rest)?;
    Ok((opt(glued(mark(b'.'))).parse(rest)?.0, letter))
}

/// "8 pm", "11:40 a.m.": on the half of the day that English letters tell.
fn meridiem(input: Input<'_>) -> Parsed<'_, Clock> {
    let (rest, clock) = match iso::clock_colon(input) {
        Ok(found) => found,
        Err(_) => {
            let (rest, hour) = number_in(1, 12, 2).parse(input)?;
            (rest, Clock::at(hour as u8, None))
        }
    };
    let (rest, half) = near(any_word(&["am", "pm"])).or(near(half_by_letters)).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    if !(1..=12).contains(&clock.hour) {
        return no(input);
    }
    let hour = clock.hour % 12 + if half.starts_with('p') { 12 } else { 0 };
    Ok((rest, Clock { hour, ..clock }))
}

fn any_clock(input: Input<'_>) -> Parsed<'_, (Clock, Sure)> {
    if let Ok((rest, clock)) = meridiem(input) {
        return Ok((rest, (clock, Sure::Yes)));
    }
    if let Ok((rest, clock)) = iso::clock_colon(input) {
        let (rest, ()) = clock_ends(rest)?;
        let (rest, half) = opt(half_of_day).parse(rest)?;
        let hour = in_half(clock.hour, half);
        return Ok((rest, (Clock { hour, ..clock }, Sure::Yes)));
    }
    if let Ok((rest, ())) = midday(input) {
        return Ok((rest, (Clock::at(12, None), Sure::Yes)));
    }
    if let Ok((rest, hour)) = any_word(&["midi", "minuit"]).parse(input) {
        // "L'après-midi", "le Midi", "Midi-Pyrénées".
        let inside = input.is_glued() && input.back(1).is_some_and(|b| b.kind == Kind::Mark(b'-'));
        // "Les éditions de Minuit", "la région Midi".
        let capital = input.back(1).is_some_and(|b| b.kind == Kind::Word)
            && (input.first())
                .is_some_and(|token| token.gap == Gap::Space && is_capital(&input, token));
        let south = capital
            || hour == "midi"
                && (behind(&input, 1, &["le", "du", "au"])
                    || rest.is_mark(b'-') && rest.is_glued());
        if inside || south {
            return no(input);
        }
        let (rest, ()) = boundary(rest)?;
        let (rest, minute) = opt(minutes_in_words).parse(rest)?;
        // "Samedi à minuit" is the end of Saturday, "depuis minuit" the beginning of a day.
        let begins = behind(&input, 1, &["depuis", "des", "de", "entre"]);
        let hour = match (hour, minute) {
            ("midi", _) => 12,
            (_, None) if !begins => 24,
            _ => 0,
        };
        return Ok((rest, (at(hour, Some(minute.unwrap_or(0))), Sure::Yes)));
    }
    let (rest, hour) = match number_in(0, 24, 2).parse(input) {
        Ok((rest, hour)) => (rest, hour),
        Err(_) => match number_words(input)? {
            (rest, hour @ 0..=24) => (rest, hour as u64),
            _ => return no(input),
        },
    };
    let (rest, word) = match near(any_word(&["h", "heures", "heure"])).parse(rest) {
        Ok(found) => found,
        // "À 8 du matin".
        Err(error) => {
            let said = matches!(hour, 1..=12) && behind_time(&input);
            return match half_of_day(rest) {
                Ok((rest, half)) if said => {
                    let hour = in_half(hour as u8, Some(half));
                    Ok((rest, (Clock::at(hour, None), Sure::Yes)))
                }
                _ => Err(error),
            };
        }
    };
    let digits = (
        near(number_in(0, 59, 2)),
        opt(near(any_word(&["mn", "min", "m", "minutes", "minute"]))),
        clock_ends,
    );
    if let Ok((rest, (minute, second))) = spelled(rest)
        && behind_time(&input)
    {
        let clock = Clock { second, ..Clock::at(hour as u8, Some(minute)) };
        return Ok((rest, (clock, Sure::Yes)));
    }
    let (rest, minute, mut sure) = match { digits }.parse(rest) {
        Ok((rest, (minute, _, ()))) if rest.at() != 0 => (rest, Some(minute as i16), Sure::Yes),
        _ => {
            let (rest, ()) = clock_ends(rest)?;
            match minutes_in_words(rest) {
                Ok((rest, minute)) => (rest, Some(minute), Sure::ByContext),
                Err(_) => (rest, None, Sure::ByContext),
            }
        }
    };
    let (rest, half) = opt(half_of_day).parse(rest)?;
    let hour = u64::from(in_half(hour as u8, half));
    let exact = near(any_word(&["precises", "precise", "pile", "tapantes"])).parse(rest);
    let (rest, exact) = exact.map_or((rest, false), |(rest, _)| (rest, true));
    if half.is_some() || exact {
        sure = Sure::Yes;
    }
    if word == "heure" && 1 < hour && half.is_none() {
        return no(input);
    }
    if hour == 24 && minute.is_some_and(|minute| minute != 0) {
        return no(input);
    }
    Ok((rest, (at(hour as i16, minute), sure)))
}

/// "La mi-journée", "le milieu de la journée", "en milieu de journée".
fn midday(input: Input<'_>) -> Parsed<'_, ()> {
    let (rest, _) = opt(article).parse(input)?;
    let middle = words("mi journee").or(words("milieu de journee"));
    near(middle.or(words("milieu de la journee")).or(words("milieu de jour"))).parse(rest)
}

/// The hour as the part of the day has it: eight in the evening is 20, eleven at night 23.
pub(super) fn in_half(hour: u8, half: Option<DayPart>) -> u8 {
    let later = match half {
        Some(DayPart::Afternoon | DayPart::Evening | DayPart::Midday) => (1..12).contains(&hour),
        Some(DayPart::Night) => (7..12).contains(&hour),
        _ => false,
    };
    if later { hour + 12 } else { hour }
}

/// The end of a time: a hyphen may lead on to another ("9h-18h").
fn clock_ends(rest: Input<'_>) -> Parsed<'_, ()> {
    if rest.is_mark(b'-') { Ok((rest, ())) } else { boundary(rest) }
}

/// A clock from an hour and minutes that may lie before it ("moins le quart").
fn at(hour: i16, minute: Option<i16>) -> Clock {
    match minute {
        None => Clock::at(hour as u8, None),
        Some(minute) => {
            let minutes = hour * 60 + minute;
            let minutes = if minutes < 0 { minutes + 24 * 60 } else { minutes };
            Clock::at((minutes / 60) as u8, Some((minutes % 60) as u8))
        }
    }
}

/// "Et 24 secondes", "5 minutes et 30 secondes", "et dix minutes" after an hour; an amount goes on with
/// "de" or a noun.
fn spelled(rest: Input<'_>) -> Parsed<'_, (u8, Option<u8>)> {
    fn some<'a>(unit: Unit) -> impl Fn(Input<'a>) -> Parsed<'a, u8> {
        move |input| {
            let (rest, _) = opt(near(word("et"))).parse(input)?;
            let (rest, number) = near(super::number::whole_number).parse(rest)?;
            match (near(super::words::unit).parse(rest)?, number) {
                ((rest, said), 0..=59) if said == unit => Ok((rest, number as u8)),
                _ => no(input),
            }
        }
    }
    let (rest, minute) = opt(some(Unit::Minute)).parse(rest)?;
    let (rest, second) = opt(some(Unit::Second)).parse(rest)?;
    if minute.or(second).is_none() || near(super::words::de).parse(rest).is_ok() {
        return no(rest);
    }
    Ok((rest, (minute.unwrap_or(0), second)))
}

/// "Et demie", "et quart", "moins le quart", "dix", "moins cinq": minutes after the hour.
fn minutes_in_words(rest: Input<'_>) -> Parsed<'_, i16> {
    let fixed: [(&'static str, i16); 4] =
        [("et demie", 30), ("et demi", 30), ("et quart", 15), ("moins le quart", -15)];
    for (phrase, minutes) in fixed {
        if let Ok((rest, ())) = near(words(phrase)).parse(rest) {
            return Ok((boundary(rest)?.0, minutes));
        }
    }
    if let Ok((rest, (_, minutes))) = (near(word("moins")), near(number_words)).parse(rest)
        && minutes < 30
    {
        return Ok((boundary(rest)?.0, -(minutes as i16)));
    }
    match near(number_words).parse(rest)? {
        (after, minutes @ 1..=59) if super::words::ends_clean(&after) => {
            Ok((after, minutes as i16))
        }
        _ => no(rest),
    }
}

/// "Du matin", "de l'après-midi", "du soir".
pub(super) fn half_of_day(rest: Input<'_>) -> Parsed<'_, DayPart> {
    let (rest, lead) = near(any_word(&["du", "de", "dans"])).parse(rest)?;
    // "À 2 h dans la nuit du 3 au 4" has a day of its own.
    if lead == "dans" && near(super::relative::part_of_day).parse(rest).is_ok() {
        return no(rest);
    }
    let (rest, _) = opt(near(article)).parse(rest)?;
    let (rest, part) = near(day_part).parse(rest)?;
    Ok((boundary(rest)?.0, part))
}

/// "Vers 1910", "aux environs du 15 mars", "vers la fin de l'année": the date alone is marked.
pub(super) fn about_date(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (from, ()) = about(input)?;
    let (rest, date) = near(super::point::point).parse(from)?;
    Ok((rest, modified(date)))
}

/// "Vers 18 h", "aux environs de minuit", "autour de 17 h": the time alone is marked.
pub(super) fn about_clock(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, ()) = about(input)?;
    let (rest, _) = opt(near(any_word(&["les"]))).parse(rest)?;
    let from = rest;
    let (rest, (clock, _)) = near(any_clock).parse(from)?;
    let (rest, zone) = opt(near(zone)).parse(rest)?;
    let pattern = Pattern { clock: Some(Clock { zone, ..clock }), ..blank() };
    Ok((rest, modified(found(pattern, from, rest))))
}

/// "Vers", "aux environs de", "aux alentours de", "autour de".
pub(super) fn about(input: Input<'_>) -> Parsed<'_, ()> {
    if let Ok(found) = word("vers").parse(input) {
        return Ok(found);
    }
    if let Ok((rest, ())) = words("autour de").parse(input) {
        return Ok((rest, ()));
    }
    let (rest, _) = any_word(&["aux"]).parse(input)?;
    let (rest, _) = near(any_word(&["environs", "alentours"])).parse(rest)?;
    near(super::words::de).parse(rest)
}

/// "15 h 30, hier", "6 h 45 demain matin", "20 h le 1er novembre", "de 15 h à 20 h hier": times of day
/// and then their day.
pub(super) fn clock_day(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, of) = super::range::clocks(input)
        .or_else(|_| about_clock(input))
        .or_else(|_| {
            let (rest, found) = any_clock(input)?;
            let pattern = Pattern { clock: Some(found.0), ..blank() };
            Ok((rest, super::words::found(pattern, input, rest)))
        })
        .or_else(|_: nom::Err<_>| super::spoken::clock(input))
        .or_else(|_| super::spoken::with_day(input))?;
    let (rest, _) = opt(glued(mark(b','))).parse(rest)?;
    let (from, lead) = opt(near(any_word(&["du", "de", "dans"]))).parse(rest)?;
    if lead == Some("dans") {
        // "Entre 22 h et 2 h dans la nuit du 6 au 7".
        let (rest, day) = near(super::relative::part_of_day).parse(from)?;
        return Ok((rest, on_day(of, day)));
    }
    let (rest, day) = near(super::point::day_and_part)
        .parse(from)
        .or_else(|_| near(super::relative::this_part).parse(from))
        .or_else(|_| near(super::point::this_date).parse(from))
        .or_else(|_| near(super::point::day_point).parse(from))?;
    Ok((rest, on_day(of, day)))
}

/// Times of the clock and their day, each with its place.
fn on_day<'a>(of: Found<'a>, day: Found<'a>) -> Found<'a> {
    let mut marks = of.marks;
    marks.extend(day.marks);
    let times = match of.expr {
        Expr::Range { first, last, between } => {
            // The night that the first is in goes on past midnight for the last.
            let first = clock_on(*first, &day.expr);
            let last = Box::new(clock_on(*last, &day.expr));
            Expr::Range { first: Box::new(first), last, between }
        }
        time => clock_on(time, &day.expr),
    };
    Found { expr: Expr::List(vec![times, day.expr]), marks, event: None }
}

/// A time of the clock on a day; in the afternoon or the evening "8 heures" is 20 h.
pub(super) fn clock_on(clock: Expr, day: &Expr) -> Expr {
    if let Expr::Modified { modifier, of } = clock {
        return Expr::Modified { modifier, of: Box::new(clock_on(*of, day)) };
    }
    // The small hours of a night are those of the next day, which the night knows.
    let small = |part| match (&clock, part) {
        (Expr::Pattern(Pattern { clock: Some(clock), .. }), DayPart::Night) => clock.hour < 6,
        (Expr::Pattern(Pattern { clock: Some(clock), .. }), DayPart::Evening) => clock.hour == 0,
        _ => false,
    };
    let (part, day) = match day {
        Expr::Within { inner, outer } => match **inner {
            Expr::Pattern(Pattern { part: Some(part), .. }) if small(part) => {
                (Some(part), day.clone())
            }
            Expr::Pattern(Pattern { part: Some(part), .. }) => (Some(part), (**outer).clone()),
            _ => (None, day.clone()),
        },
        day => (None, day.clone()),
    };
    let clock = match clock {
        Expr::Pattern(Pattern { clock: Some(clock), .. }) => {
            let hour = in_half(clock.hour, part);
            Expr::Pattern(Pattern { clock: Some(Clock { hour, ..clock }), ..blank() })
        }
        other => other,
    };
    Expr::Within { inner: Box::new(clock), outer: Box::new(day) }
}

/// A time that is only about right.
pub(super) fn modified(found: Found<'_>) -> Found<'_> {
    wrap(found, |expr| Expr::Modified { modifier: Modifier::Approx, of: Box::new(expr) })
}

/// "Vendredi, 22 Déc. 2017 - 21h15", "22 mars 2024 21:15": a date and a time as one stamp.
pub(super) fn stamp(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, date) = super::point::plain_date(input)?;
    let Expr::Pattern(pattern @ Pattern { year: Some(_), .. }) = date.expr else {
        return no(input);
    };
    let (rest, _) = opt(glued(mark(b','))).parse(rest)?;
    let (rest, _) = opt(near(mark(b'-'))).parse(rest)?;
    let (rest, (clock, _)) = near(any_clock).parse(rest)?;
    let (rest, zone) = opt(near(zone)).parse(rest)?;
    let pattern = Pattern { clock: Some(Clock { zone, ..clock }), ..pattern };
    Ok((rest, found(pattern, input, rest)))
}

/// "9:03 UTC – 2 Avr. 2024", "21 h 15, 22 mars 2024".
pub(super) fn clock_stamp(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, (clock, _)) = any_clock(input)?;
    let (rest, zone) = opt(near(zone)).parse(rest)?;
    let (rest, _) = near(mark(b'-')).or(glued(mark(b','))).parse(rest)?;
    // "À 9 h, le 4 février 2013" is prose.
    if near(word("le")).parse(rest).is_ok() {
        return no(input);
    }
    let (rest, date) = near(super::point::plain_date).parse(rest)?;
    let Expr::Pattern(pattern @ Pattern { year: Some(_), .. }) = date.expr else {
        return no(input);
    };
    let pattern = Pattern { clock: Some(Clock { zone, ..clock }), ..pattern };
    Ok((rest, found(pattern, input, rest)))
}

//! Times that hang on another: "hier", "la veille", "l'an dernier", "cette année", "le même jour",
//! "ce samedi", "ce jour-là".

use nom::Parser;
use nom::combinator::opt;

use super::calendar::{bare_cell, ordered, year_after_month, year_phrase};
use super::words::{
    article, behind, blank, ci, counted_as_day_or_more, day_part, de, ends_clean, found, has,
    is_capital, la, order, this,
};
use crate::amount::{DayPart, Unit};
use crate::expr::{Anchor, Cell, Clock, Expr, Part, Pattern, Vague};
use crate::lang::common::{any_word, boundary, glued, mark, near, no, sense, word};
use crate::lang::fold::folds_to;
use crate::lang::fr::lexicon::function::STATES;
use crate::lang::input::Input;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind};
use crate::lang::{Found, Parsed};

/// The same expression with what follows it: "dernier", "prochain", "suivant"; "de cette année", "de
/// l'année suivante".
pub(super) fn suffix<'a>(rest: Input<'a>, expr: Expr) -> (Input<'a>, Expr) {
    if let (Expr::Pattern(pattern), Ok((rest, order))) = (&expr, near(order).parse(rest))
        && boundary(rest).is_ok()
    {
        return (rest, ordered(*pattern, Some(order)));
    }
    if let Ok((rest, (_, outer))) = (near(de), near(year_outside)).parse(rest) {
        return (rest, Expr::Within { inner: Box::new(expr), outer: Box::new(outer) });
    }
    (rest, expr)
}

/// The year or month that something lies in: "la même année", "cette année-là", "l'an dernier",
/// "l'année 2001".
fn year_outside(input: Input<'_>) -> Parsed<'_, Expr> {
    if let Ok((rest, found)) = relative_unit(input)
        && matches!(found.expr, Expr::Relative { cell: Cell::Unit(unit), .. } if Unit::Month < unit)
    {
        return Ok((rest, found.expr));
    }
    match year_phrase(input) {
        Ok((rest, found))
            if input.first().is_some_and(|token| token.kind == crate::lang::token::Kind::Word) =>
        {
            Ok((rest, found.expr))
        }
        _ => no(input),
    }
}

fn relative(cell: Unit, offset: i32, anchor: Anchor) -> Expr {
    Expr::Relative { cell: Cell::Unit(cell), offset, anchor }
}

/// "L'an dernier", "la semaine prochaine", "le mois suivant", "cette année", "ce jour-là", "la même
/// année", "le jour même".
pub(super) fn relative_unit(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    if let Ok((rest, ())) = this(input) {
        let same = opt(near(is_same)).parse(rest)?;
        let (rest, unit) = near(counted_as_day_or_more).parse(same.0)?;
        let after = rest;
        if let Ok((rest, ())) = la(after) {
            return Ok((rest, found(relative(unit, 0, Anchor::Focus), input, rest)));
        }
        if let Ok((rest, ())) = ci(after) {
            return Ok((rest, found(relative(unit, 0, Anchor::Publication), input, rest)));
        }
        let (rest, ()) = boundary(after)?;
        if is_plural(&rest) {
            return no(input);
        }
        let anchor = if same.1.is_some() { Anchor::Focus } else { Anchor::Publication };
        return Ok((rest, found(relative(unit, 0, anchor), input, rest)));
    }
    let (rest, article) = opt(article).parse(input)?;
    // "Au cours d'une même année" is any.
    let any = behind(&input, 1, &["un", "une"]);
    if let Ok((rest, ())) = near(is_same).parse(rest)
        && !any
    {
        let (rest, unit) = near(counted_as_day_or_more).parse(rest)?;
        let (rest, ()) = boundary(rest)?;
        if is_plural(&rest) {
            return no(input);
        }
        return Ok((rest, found(relative(unit, 0, Anchor::Focus), input, rest)));
    }
    let (rest, unit) = near(counted_as_day_or_more).parse(rest)?;
    if is_plural(&rest) {
        return no(input);
    }
    if article.is_some()
        && let Ok((rest, ())) = near(is_same).parse(rest)
    {
        return Ok((rest, found(relative(unit, 0, Anchor::Focus), input, rest)));
    }
    let (rest, (offset, anchor)) = near(order).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    Ok((rest, found(relative(unit, offset, anchor), input, rest)))
}

fn is_same(input: Input<'_>) -> Parsed<'_, ()> {
    sense(|sense| matches!(sense, Sense::Same).then_some(())).parse(input)
}

/// Whether the word before is a plural ("mois" has but one form).
fn is_plural(rest: &Input<'_>) -> bool {
    rest.back(1).is_some_and(|token| {
        let text = rest.text_of(token);
        text.ends_with(['s', 'S']) && !text.eq_ignore_ascii_case("mois")
    })
}

/// "L'année", "du mois", "la semaine": the one that the story is in, inside another phrase ("la fin de
/// l'année").
pub(super) fn definite_unit(input: Input<'_>) -> Parsed<'_, Expr> {
    let (rest, _) = opt(article).parse(input)?;
    let (rest, unit) = near(counted_as_day_or_more).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    if is_plural(&rest) {
        return no(input);
    }
    Ok((rest, relative(unit, 0, Anchor::Focus)))
}

/// "Dans l'année", "pour la semaine", "au cours du mois", "le film de l'année", "le trimestre": the one
/// that the story is in.
pub(super) fn led_unit(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let over = behind(&input, 1, &["dans", "pendant", "durant", "pour"])
        || (behind(&input, 1, &["de"]) && (behind(&input, 2, &["cours"]) || of_noun(&input)));
    let (rest, ()) = article(input)?;
    let (rest, unit) = near(counted_as_day_or_more).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    // A quarter or a half names a time wherever it stands.
    let over = over || matches!(unit, Unit::Quarter | Unit::Half);
    if !over || unit <= Unit::Day || is_plural(&rest) || !names_nothing(&rest) {
        return no(input);
    }
    Ok((rest, found(relative(unit, 0, Anchor::Focus), input, rest)))
}

/// Whether what the year, the month or the week is said of is no time itself: "les ventes de l'année",
/// but "les jours de la semaine", "à cette époque de l'année", "la plupart de l'année".
fn of_noun(input: &Input<'_>) -> bool {
    let closes = |rest: Input<'_>| {
        (rest.first()).is_none_or(|token| {
            token.gap >= Gap::Line
                || matches!(token.kind, Kind::Mark(b'.' | b',' | b'!' | b'?' | b';' | b')' | b'"'))
        })
    };
    let timeless = input.back(2).is_some_and(|token| {
        token.kind == Kind::Word
            && !has(input, token, |_| true)
            && !behind(
                input,
                2,
                &["epoque", "moment", "temps", "periode", "reste", "plupart", "long", "date"],
            )
    });
    // "L'année", "la semaine": two or three tokens on.
    timeless && (2..=3).any(|n| closes(input.skip(n)))
}

/// "Hier", "après-demain".
fn deictic(input: Input<'_>) -> Parsed<'_, i32> {
    sense(|sense| match sense {
        Sense::Deictic(days) => Some(i32::from(*days)),
        _ => None,
    })
    .parse(input)
}

/// Whether "aujourd'hui" is no day: after the verb of a state ("la ville compte aujourd'hui mille âmes",
/// "il est aujourd'hui le maire"), after a name or persons ("l'Ukraine d'aujourd'hui").
fn means_our_time(input: &Input<'_>, rest: &Input<'_>) -> bool {
    let named = behind(input, 2, &["d"])
        && input.back(1).is_some_and(|token| token.kind == Kind::Mark(b'\''))
        && input.back(3).is_some_and(|token| {
            is_capital(input, token) || has(input, token, |sense| matches!(sense, Sense::Person))
        });
    let state = input.back(1).is_some_and(|token| {
        token.kind == Kind::Word && STATES.iter().any(|verb| folds_to(input.text_of(token), verb))
    });
    // "Il est aujourd'hui à Lyon" tells a day, "il est aujourd'hui le maire" does not.
    let being = behind(input, 1, &["est", "sont", "etait"])
        && any_word(&["le", "la", "les", "l", "un", "une"]).parse(*rest).is_ok();
    named || state || being
}

/// "Veille", "lendemain".
fn anaphoric(input: Input<'_>) -> Parsed<'_, i32> {
    sense(|sense| match sense {
        Sense::Anaphoric(days) => Some(i32::from(*days)),
        _ => None,
    })
    .parse(input)
}

/// "Hier", "demain": a day from the day of publication; "la France d'aujourd'hui" is that of our time.
pub(super) fn deictic_day(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, days) = deictic(input)?;
    let (rest, ()) = boundary(rest)?;
    // "Le journal Aujourd'hui".
    let title = behind(&input, 1, &["journal", "quotidien", "magazine", "revue"])
        && input.first().is_some_and(|token| is_capital(&input, token));
    if title {
        return no(input);
    }
    if days == 0 && means_our_time(&input, &rest) {
        return Ok((rest, found(Expr::Vague(Vague::Present), input, rest)));
    }
    let (rest, _) = opt(near(word("meme"))).parse(rest)?;
    // "Hier dimanche": the weekday says it again; a date after it is its own.
    let (rest, _) = match near(super::words::weekday).parse(rest) {
        Ok((after, _)) if near(super::calendar::day_number).parse(after).is_err() => (after, ()),
        _ => (rest, ()),
    };
    Ok((rest, found(relative(Unit::Day, days, Anchor::Publication), input, rest)))
}

/// "La veille", "le lendemain", "au lendemain": a day from the story's day.
pub(super) fn anaphoric_day(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, article) = opt(article).parse(input)?;
    if article.is_none() && !behind(&input, 1, &["au", "du", "des"]) {
        return no(input);
    }
    let (rest, days) = near(anaphoric).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    Ok((rest, found(relative(Unit::Day, days, Anchor::Focus), input, rest)))
}

/// "Ce samedi", "cet été", "ce week-end", "ce mois de mars", "ce vendredi-là".
pub(super) fn this_cell(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, ()) = this(input)?;
    let (rest, pattern) = near(bare_cell).parse(rest)?;
    if let (None, Ok((rest, year))) = (pattern.weekday, near(year_after_month).parse(rest)) {
        return Ok((rest, found(Pattern { year: Some(year), ..pattern }, input, rest)));
    }
    let (rest, anchor) = match la(rest) {
        Ok((rest, ())) => (rest, Anchor::Focus),
        Err(_) => (rest, Anchor::Publication),
    };
    let (rest, ()) = boundary(rest)?;
    let expr = Expr::Relative { cell: Cell::Pattern(pattern), offset: 0, anchor };
    Ok((rest, found(expr, input, rest)))
}

/// A part of the day as a pattern; noon is a time of the clock.
pub(super) fn part_pattern(input: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, part) = day_part(input)?;
    let (rest, ()) = boundary(rest)?;
    let pattern = match part {
        DayPart::Midday => Pattern { clock: Some(Clock::at(12, Some(0))), ..blank() },
        part => Pattern { part: Some(part), ..blank() },
    };
    Ok((rest, pattern))
}

/// "Ce soir", "cet après-midi", "cette nuit", "ce matin-là".
pub(super) fn this_part(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, ()) = this(input)?;
    let (rest, pattern) = near(part_pattern).parse(rest)?;
    if let Ok((rest, ())) = la(rest) {
        let expr =
            Expr::Relative { cell: Cell::Pattern(pattern), offset: 0, anchor: Anchor::Focus };
        return Ok((rest, found(expr, input, rest)));
    }
    let today = relative(Unit::Day, 0, Anchor::Publication);
    Ok((rest, found(in_day(pattern, today), input, rest)))
}

/// A part of the day, or a time of the clock, in a day.
pub(super) fn in_day(pattern: Pattern, day: Expr) -> Expr {
    Expr::Within { inner: Box::new(Expr::Pattern(pattern)), outer: Box::new(day) }
}

/// "Soir" after "mardi", "hier"; "au soir", "dans la soirée": the part of the day said after the day.
pub(super) fn part_after(rest: Input<'_>) -> Parsed<'_, Pattern> {
    let (rest, _) = opt(glued(mark(b'-'))).parse(rest)?;
    if let Ok(found) = near(part_pattern).parse(rest) {
        return Ok(found);
    }
    let (rest, _) = near(any_word(&["au", "en"])).parse(rest)?;
    near(part_pattern).parse(rest)
}

/// A part of the day in the story's day: "le soir même", "dans la nuit", "en soirée", "dans la journée".
pub(super) fn part_of_story(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let led = behind(&input, 1, &["dans", "pendant", "durant", "en", "cours"]);
    let (rest, article) = opt(article).parse(input)?;
    if led
        && article.is_some()
        && let Ok((rest, ())) = near(word("journee")).parse(rest)
    {
        return Ok((rest, found(relative(Unit::Day, 0, Anchor::Focus), input, rest)));
    }
    let (rest, pattern) = near(part_pattern).parse(rest)?;
    if pattern.clock.is_some() {
        return no(input);
    }
    let story = relative(Unit::Day, 0, Anchor::Focus);
    if article.is_some() {
        if let Ok((rest, ())) = near(is_same).parse(rest) {
            return Ok((rest, found(in_day(pattern, story), input, rest)));
        }
        if let Ok((rest, order)) = near(order).parse(rest) {
            return Ok((rest, found(ordered(pattern, Some(order)), input, rest)));
        }
    }
    if !led {
        return no(input);
    }
    Ok((rest, found(in_day(pattern, story), input, rest)))
}

/// "À l'aube", "dès l'aube du 4 mars", "avant l'aube": the beginning of a morning.
pub(super) fn dawn(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, ()) = article(input)?;
    let (rest, _) = near(any_word(&["aube"])).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    if !behind(&input, 1, &["a", "avant", "des", "jusqu", "vers", "depuis"]) {
        return no(input);
    }
    let (rest, day) = match (near(de), near(super::point::day_point)).parse(rest) {
        Ok((rest, ((), day))) => (rest, day.expr),
        // "À l'aube de l'an 2000" is no morning.
        Err(_) if names_nothing(&rest) => (rest, relative(Unit::Day, 0, Anchor::Focus)),
        Err(error) => return Err(error),
    };
    let morning = Pattern { part: Some(DayPart::Morning), ..blank() };
    let expr = Expr::Part { part: Part::Start, of: Box::new(in_day(morning, day)) };
    Ok((rest, found(expr, input, rest)))
}

/// "L'après-midi du vendredi 22 mars", "le matin du 7", "la nuit de samedi à dimanche", "la nuit du 3
/// au 4 mars".
pub(super) fn part_of_day(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let (rest, pattern) = near(part_pattern).parse(rest)?;
    let (rest, ()) = near(de).parse(rest)?;
    let (rest, _) = opt((near(word("l")), glued(mark(b'\'')))).parse(rest)?;
    if pattern.part == Some(DayPart::Night)
        && let Ok((rest, day)) = night_between(rest)
    {
        return Ok((rest, found(in_day(pattern, day), input, rest)));
    }
    let (rest, day) = near(super::point::day_point).parse(rest)?;
    Ok((rest, found(in_day(pattern, day.expr), input, rest)))
}

/// "Les soirs des 4, 5 et 9 août", "dans les nuits du 3 et du 5 mars": the same part of several days.
pub(super) fn parts_of_days(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let (rest, pattern) = near(part_pattern).parse(rest)?;
    let plural = rest.back(1).is_some_and(|token| rest.text_of(token).ends_with(['s', 'S']));
    let (from, ()) = near(de).parse(rest)?;
    let (rest, days) = near(super::calendar::days).parse(from)?;
    let (Expr::List(items), true) = (days.expr, plural) else { return no(input) };
    let mut marks = days.marks;
    if let Some(first) = marks.first_mut() {
        first.0 = input;
    }
    let expr = Expr::List(items.into_iter().map(|day| in_day(pattern, day)).collect());
    Ok((rest, Found { expr, marks, event: None }))
}

/// "Samedi à dimanche", "3 au 4 mars 2003", "vendredi 5 à samedi 6": the day on which the night begins.
fn night_between(input: Input<'_>) -> Parsed<'_, Expr> {
    let range = near(super::range::two_days).parse(input);
    match range {
        Ok((rest, found)) => match found.expr {
            Expr::Range { first, .. } => Ok((rest, *first)),
            _ => no(input),
        },
        Err(error) => Err(error),
    }
}

/// Whether no word follows that would say which age: a mark, the end, a pronoun, an article.
fn names_nothing(rest: &Input<'_>) -> bool {
    ends_clean(rest) && near(de).parse(*rest).is_err()
}

/// "À l'époque", "à cette époque", "à ce moment-là", "en ce temps-là": the time that was told of.
pub(super) fn that_time(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, this_one) = match this(input) {
        Ok((rest, ())) => (rest, true),
        Err(_) => (article(input)?.0, false),
    };
    let (rest, noun) =
        near(any_word(&["epoque", "moment", "temps", "instant", "periode", "date"])).parse(rest)?;
    let (after, there) = opt(la).parse(rest)?;
    let ok = match (this_one, there.is_some(), noun) {
        (true, true, _) => true,
        (true, false, "epoque") => true,
        // "Après cette date", "à cette date".
        (true, false, "date") => {
            behind(&input, 1, &["a", "apres", "avant", "depuis", "jusqu"]) && names_nothing(&rest)
        }
        // "À l'époque romaine" names its age.
        (false, false, "epoque") => behind(&input, 1, &["a"]) && names_nothing(&rest),
        _ => false,
    };
    if !ok {
        return no(input);
    }
    let (rest, ()) = boundary(after)?;
    Ok((rest, found(relative(Unit::Unsaid, 0, Anchor::Focus), input, rest)))
}

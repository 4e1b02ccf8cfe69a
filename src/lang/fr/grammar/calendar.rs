//! Days, months and years: "vendredi 5 avril 2024", "le 1er", "mars 2003", "en 98", "les années 60",
//! "XIXe siècle", "44 av. J.-C.", "18 brumaire an VIII".

use nom::Parser;
use nom::combinator::opt;

use super::number::{number_words, ordinal, whole_number};
use super::relative::suffix;
use super::words::{
    any_month, any_weekday, article, behind, blank, de, ends_clean, found, has, is_capital, month,
    not_counting, order, season, unit,
};
use crate::amount::{Amount, Unit};
use crate::expr::{Anchor, Cell, Expr, NamedDay, Pattern, Year};
use crate::lang::common::{
    any_word, boundary, digits, glued, is_word, mark, near, no, number_in, sense, word, words,
};
use crate::lang::fr::lexicon::function::PAPERS;
use crate::lang::input::Input;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind};
use crate::lang::{Found, Parsed, iso, numeric};

/// A day's number: "7", "1er", "premier".
pub(super) fn day_number(input: Input<'_>) -> Parsed<'_, u8> {
    if let Ok(found) = day_as_scanned(input) {
        return Ok(found);
    }
    if let Ok((rest, day)) = number_in(1, 31, 2).parse(input) {
        let (rest, _) = match opt(any_word(&["er", "ier"])).parse(rest)? {
            (after, Some(_)) if day == 1 => (after, ()),
            _ => (rest, ()),
        };
        return Ok((rest, day as u8));
    }
    // "Une SEP" is no day of September.
    if any_word(&["un", "une"]).parse(input).is_ok() {
        return no(input);
    }
    let (rest, day) = match ordinal(input) {
        Ok((rest, 1)) => (rest, 1),
        _ => number_words(input)?,
    };
    match u8::try_from(day) {
        Ok(day @ 1..=31) => Ok((rest, day)),
        _ => no(input),
    }
}

/// "L5", "I4", "1O": a day whose 1 or 0 a scanner took for a letter.
fn day_as_scanned(input: Input<'_>) -> Parsed<'_, u8> {
    if let Ok((rest, _)) = any_word(&["l", "i"]).parse(input) {
        let (rest, ones) = glued(number_in(0, 9, 1)).parse(rest)?;
        return Ok((rest, 10 + ones as u8));
    }
    let (rest, tens) = number_in(1, 3, 1).parse(input)?;
    let (rest, ()) = glued(word("o")).parse(rest)?;
    Ok((rest, tens as u8 * 10))
}

/// A year of four digits, or of two after an apostrophe; or of two alone ("octobre 98") where it can
/// be nothing else.
pub(super) fn year_after_month(input: Input<'_>) -> Parsed<'_, Year> {
    if let Ok((rest, (_, number))) = (mark(b'\''), glued(number_in(0, 99, 2))).parse(input) {
        let (rest, ()) = boundary(rest)?;
        return Ok((rest, Year::Short(number as u8)));
    }
    if input.first().is_some_and(|token| token.kind == Kind::Word) {
        return year_in_words(input).and_then(|(rest, year)| {
            if ends_clean(&rest) { Ok((rest, Year::Full(year))) } else { no(input) }
        });
    }
    let (rest, (number, length)) = digits(input)?;
    // "Le 15 mars 44 av. J.-C."
    if let Ok((rest, ours)) = near(era).parse(rest)
        && let Some(year) = year_of(i64::try_from(number).unwrap_or(i64::MAX), Some(ours))
    {
        return Ok((rest, year));
    }
    // "1699/1700", "1701/2": by the years that began in March, and by ours.
    if let Ok((rest, year)) = iso::dual_year(input) {
        return Ok((rest, Year::Full(year)));
    }
    let (rest, ()) = boundary(rest)?;
    match length {
        4 if (1000..=2999).contains(&number) => Ok((rest, Year::Full(number as i32))),
        4 if 2999 < number && ends_clean(&rest) => Ok((rest, Year::Full(number as i32))),
        2 if 32 <= number && ends_clean(&rest) && !input.is_glued() => {
            Ok((rest, Year::Short(number as u8)))
        }
        _ => no(input),
    }
}

/// "Deux mille dix-huit", "mil neuf cent quatorze", "dix-neuf cent deux": not "mille" alone, which is
/// as well a thousand of something.
fn year_in_words(input: Input<'_>) -> Parsed<'_, i32> {
    let (rest, number) = number_words(input)?;
    match i32::try_from(number) {
        Ok(year @ 1001..=2100) => Ok((rest, year)),
        _ => no(input),
    }
}

/// "Vendredi 5 avril 2024", "le 7 mars", "Jeudi, 28 Mars 2024", "le 6 mai dernier", "le 12 mars de
/// l'année suivante".
pub(super) fn date(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let (rest, weekday) = opt(near(any_weekday)).parse(rest)?;
    let (rest, _) = opt(near(article)).parse(rest)?;
    let (rest, day) = near(day_number).parse(rest)?;
    let (rest, month) = near(any_month).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    if names_a_street(&input) {
        return no(input);
    }
    let day = Pattern { weekday, day: Some(day), month: Some(month), ..blank() };
    let (rest, year) = opt(linked_year.or(near(year_after_day))).parse(rest)?;
    if year.is_some() {
        return Ok((rest, found(Pattern { year, ..day }, input, rest)));
    }
    let (rest, expr) = suffix(rest, Expr::Pattern(day));
    Ok((rest, found(expr, input, rest)))
}

/// A year that only a whole date makes one: "29 mars 22", "le 10 août 843"; not "le 12 mars 300
/// personnes", "le 12 mars 20 h".
fn year_after_day(input: Input<'_>) -> Parsed<'_, Year> {
    let (rest, (number, length)) = digits(input)?;
    let (rest, ()) = boundary(rest)?;
    // "Du 7 juin 08 manque": nothing in the plural that would be counted.
    let word = long_word(&rest)
        && not_counting(rest).is_ok()
        && super::words::unit(rest).is_err()
        && rest.first().is_some_and(|token| !rest.text_of(token).ends_with(['s', 'x']));
    let sums = near(any_word(&["a", "et"])).parse(rest);
    let sums = sums.is_ok_and(|(after, _)| near(digits).parse(after).is_ok());
    if input.is_glued() || sums || !(ends_clean(&rest) || word) {
        return no(input);
    }
    match length {
        2 => Ok((rest, Year::Short(number as u8))),
        3 if 100 <= number => Ok((rest, Year::Full(number as i32))),
        _ => no(input),
    }
}

/// "Février 19, 2023": as Americans write it.
pub(super) fn month_first(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, month) = any_month(input)?;
    let (rest, day) = near(number_in(1, 31, 2)).parse(rest)?;
    let (rest, ()) = glued(mark(b',')).parse(rest)?;
    let (rest, year) = near(iso::four_digit_year).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    if !(1000..=2999).contains(&year) {
        return no(input);
    }
    let date = Pattern {
        month: Some(month),
        day: Some(day as u8),
        year: Some(Year::Full(year)),
        ..blank()
    };
    Ok((rest, found(date, input, rest)))
}

/// "La journée du 5 juillet 1962", "cette journée du 3 mai": the day that the date names.
pub(super) fn day_of_date(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, ()) = article(input).or_else(|_| super::words::this(input))?;
    let (rest, ()) = near(word("journee")).parse(rest)?;
    let (rest, _) = near(any_word(&["du", "de"])).parse(rest)?;
    let (rest, day) = near(super::point::plain_date).parse(rest)?;
    // "La journée du 5 au 6".
    if near(any_word(&["au"])).parse(rest).is_ok() {
        return no(input);
    }
    Ok((rest, found(day.expr, input, rest)))
}

/// Whether a street has the date for its name: "rue du 8 mai 1945", "avenue du 11-Novembre".
fn names_a_street(input: &Input<'_>) -> bool {
    let streets = ["rue", "avenue", "boulevard", "place", "quai", "square", "impasse", "faubourg"];
    // The day and the month may have been passed already.
    let of_date = |n: usize| {
        input.back(n).is_some_and(|token| {
            matches!(token.kind, Kind::Number | Kind::Mark(b'-'))
                || has(input, token, |sense| matches!(sense, Sense::Month(_)))
        })
    };
    let n = (1..6).find(|n| !of_date(*n)).unwrap_or(1);
    behind(input, n, &["du"]) && behind(input, n + 1, &streets)
}

/// A year after a month or a feast: "2018", "98", ", 2018", "de 1987", "en 2018".
pub(super) fn linked_year(input: Input<'_>) -> Parsed<'_, Year> {
    if let Ok(found) = near(year_after_month).parse(input) {
        return Ok(found);
    }
    let comma = glued(mark(b',')).parse(input);
    let (rest, ()) = comma.or_else(|_| near(any_word(&["de", "en"]).map(|_| ())).parse(input))?;
    let (rest, (number, length)) = near(digits).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    match (number, length) {
        (1000..=2100, 4) if ends_clean(&rest) => Ok((rest, Year::Full(number as i32))),
        _ => no(input),
    }
}

/// "23/sept/2020", "1-août-2019", "2019-août-1", "Sept-23-2020": a date with marks between its parts.
pub(super) fn marked_date(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let joint = || glued(mark(b'/').or(mark(b'-')));
    let day = || number_in(1, 31, 2).map(|day| day as u8);
    let full = || iso::four_digit_year.map(Year::Full);
    let day_first = (near(day()), joint(), glued(any_month), joint(), glued(year_after_month));
    let year_first = (near(full()), joint(), glued(any_month), joint(), glued(day()));
    let month_first = (near(any_month), joint(), glued(day()), joint(), glued(full()));
    let (rest, (day, month, year)) = day_first
        .map(|(day, _, month, _, year)| (day, month, year))
        .or(year_first.map(|(year, _, month, _, day)| (day, month, year)))
        .or(month_first.map(|(month, _, day, _, year)| (day, month, year)))
        .parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    if names_a_street(&input) {
        return no(input);
    }
    let day = Pattern { day: Some(day), month: Some(month), year: Some(year), ..blank() };
    Ok((rest, found(day, input, rest)))
}

/// "Les attentats du 11 septembre": a day that stands for what happened on it.
pub(super) fn memorable(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let (rest, day) = near(day_number).parse(rest)?;
    let (rest, _) = opt(glued(mark(b'-'))).parse(rest)?;
    let (rest, (of, year)) = near(sense(|sense| match sense {
        Sense::Memorable(day, year) => Some((*day, *year)),
        _ => None,
    }))
    .parse(rest)?;
    let (_, month) = month_of_word(&rest)?;
    let (rest, ()) = boundary(rest)?;
    // "Le 11-Septembre", with a hyphen and a capital, has become a name.
    let name = rest.back(2).is_some_and(|token| token.kind == Kind::Mark(b'-'))
        && rest.back(1).is_some_and(|token| is_capital(&rest, token));
    let told = name
        || (1..6).any(|n| {
            input
                .back(n)
                .is_some_and(|token| has(&input, token, |sense| matches!(sense, Sense::Remembered)))
        });
    // "La situation d'avant le 11 septembre", "l'après-11 septembre".
    let era = behind(&input, 1, &["derriere"])
        || behind(&input, 1, &["avant", "apres"]) && behind(&input, 3, &["d", "l"]);
    if of != day || !(told || era) || linked_year(rest).is_ok() {
        return no(input);
    }
    let day =
        Pattern { day: Some(day), month: Some(month), year: Some(Year::Full(year)), ..blank() };
    Ok((rest, found(day, input, rest)))
}

/// The month that the word just read names.
fn month_of_word<'a>(rest: &Input<'a>) -> Parsed<'a, u8> {
    let Some(token) = rest.back(1) else { return no(*rest) };
    let senses = rest.source().lexicon.entries(token.word).iter().flat_map(|entry| &entry.senses);
    let month = senses.into_iter().find_map(|sense| match sense {
        Sense::Month(month) => Some(*month),
        _ => None,
    });
    month.map_or_else(|| no(*rest), |month| Ok((*rest, month)))
}

/// "Le 15", "lundi 15", "le 15 de ce mois", "le 20 du même mois": a day whose month is said elsewhere.
pub(super) fn day(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, article) = opt(article).parse(input)?;
    let (rest, weekday) = opt(near(super::words::weekday)).parse(rest)?;
    if article.is_none() && weekday.is_none() && !behind(&input, 1, &["au"]) {
        return no(input);
    }
    let (rest, day) = near(day_digits).parse(rest)?;
    // "Fixée au 19, à 9 h": the time of day makes sure of it.
    if article.is_none() && weekday.is_none() {
        let (after, _) = opt(glued(mark(b','))).parse(rest)?;
        let (after, ()) = near(word("a")).parse(after)?;
        near(super::clock::clock).parse(after)?;
    }
    let (rest, ()) = boundary(rest)?;
    let pattern = Pattern { weekday, day: Some(day), ..blank() };
    if let Ok((rest, month)) = of_month(rest) {
        let outer = Box::new(month);
        let expr = Expr::Within { inner: Box::new(Expr::Pattern(pattern)), outer };
        return Ok((rest, found(expr, input, rest)));
    }
    let next_is_part = rest.first().is_some_and(|token| {
        token.gap != Gap::Break
            && has(&rest, token, |sense| {
                matches!(sense, Sense::DayPart(_) | Sense::Last | Sense::Next)
            })
    });
    let ends = if weekday.is_some() { next_is_part || ends_clean(&rest) } else { ends_day(&rest) };
    if !ends {
        return no(input);
    }
    let (rest, expr) = suffix(rest, Expr::Pattern(pattern));
    Ok((rest, found(expr, input, rest)))
}

/// Digits of a day.
fn day_digits(input: Input<'_>) -> Parsed<'_, u8> {
    if input.first().is_some_and(|token| token.kind == Kind::Number) {
        day_number(input)
    } else {
        no(input)
    }
}

/// Whether "le 15" ends here: before a mark that closes, or at the end. A word after it would be
/// counted by it ("le 20 heures", "le 4 pièces").
fn ends_day(rest: &Input<'_>) -> bool {
    match rest.first() {
        None => true,
        Some(token) if token.gap >= Gap::Break => true,
        Some(token) => match token.kind {
            Kind::Mark(b',') if numbered_after(rest) => false,
            Kind::Mark(b'.' | b',' | b';' | b')' | b'?' | b'!') => ends_clean(rest),
            Kind::Word => {
                any_word(&[
                    "au", "a", "vers", "et", "pour", "dans", "apres", "avant", "la", "il", "elle",
                    "ils", "elles", "on",
                ])
                .parse(*rest)
                .is_ok()
                    // "Le 12 de 14 h à 16 h".
                    || super::range::clocks(*rest).is_ok()
            }
            _ => false,
        },
    }
}

/// Whether a street follows the comma: "le 10, rue des Lilas".
fn numbered_after(rest: &Input<'_>) -> bool {
    rest.peek(1).is_some_and(|token| has(rest, token, |sense| matches!(sense, Sense::Numbered)))
}

/// "De ce mois", "du mois dernier", "du même mois".
fn of_month(input: Input<'_>) -> Parsed<'_, Expr> {
    let (rest, ()) = near(de).parse(input)?;
    if let Ok((rest, found)) = near(super::relative::relative_unit).parse(rest)
        && matches!(found.expr, Expr::Relative { cell: Cell::Unit(Unit::Month), .. })
    {
        return Ok((rest, found.expr));
    }
    no(input)
}

/// "Les 15 et 22 octobre", "les 6, 7 et 13 avril prochains", "samedi 6 et dimanche 7 avril": days that
/// share their month.
pub(super) fn days(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let mut marks = Vec::new();
    let mut days = Vec::new();
    let mut from = input;
    let mut at = rest;
    loop {
        let (rest, _) = opt(near(article)).parse(at)?;
        let (rest, weekday) = opt(near(any_weekday)).parse(rest)?;
        let (rest, _) = opt(near(article)).parse(rest)?;
        let (rest, day) = near(day_number).parse(rest)?;
        days.push(Pattern { weekday, day: Some(day), ..blank() });
        let joint = glued(mark(b',')).or(near(any_word(&["et", "ou"]).map(|_| ())));
        let next = opt(joint).parse(rest)?;
        marks.push((from, rest));
        match next {
            (next, Some(())) => {
                // "Les 15 et le 22": an article of its own.
                (from, at) = (next, next);
            }
            (_, None) if days.len() < 2 => return no(input),
            (rest, None) => {
                let (rest, month) = near(any_month).parse(rest)?;
                let (rest, ()) = boundary(rest)?;
                let (rest, year) = opt(near(year_after_month)).parse(rest)?;
                let (rest, order) =
                    if year.is_some() { (rest, None) } else { opt(near(order)).parse(rest)? };
                if let Some(last) = marks.last_mut() {
                    last.1 = rest;
                }
                let days = days.into_iter().map(|day| Pattern { month: Some(month), year, ..day });
                let expr = Expr::List(days.map(|day| ordered(day, order)).collect());
                return Ok((rest, Found { expr, marks, event: None }));
            }
        }
        if 12 < days.len() {
            return no(input);
        }
    }
}

/// A pattern, and "dernier", "prochain" where said.
pub(super) fn ordered(pattern: Pattern, order: Option<(i32, Anchor)>) -> Expr {
    match order {
        Some((offset, anchor)) => Expr::Relative { cell: Cell::Pattern(pattern), offset, anchor },
        None => Expr::Pattern(pattern),
    }
}

/// "Mars 2024", "juin dernier", "décembre de la même année", "le mois de mars", "avril".
pub(super) fn month_phrase(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt((opt(article), near(word("mois")), near(de))).parse(input)?;
    let explicit = rest.at() != input.at();
    let (rest, month) = match near(month).parse(rest) {
        Ok(found) => found,
        Err(_) => near(any_month).parse(rest)?,
    };
    let full = rest.back(1).is_some_and(|token| {
        token.kind == Kind::Word && has(&rest, token, |sense| matches!(sense, Sense::Month(_)))
    });
    let (rest, ()) = boundary(rest)?;
    let pattern = Pattern { month: Some(month), ..blank() };
    let (after, year) = opt(linked_year).parse(rest)?;
    if names_a_street(&input) {
        return no(input);
    }
    if year.is_some() {
        return Ok((after, found(Pattern { year, ..pattern }, input, after)));
    }
    if !full {
        return no(input);
    }
    let (after, expr) = suffix(rest, Expr::Pattern(pattern));
    if after.at() == rest.at() && !explicit && !month_stands_alone(input, after, month) {
        return no(input);
    }
    Ok((after, found(expr, input, after)))
}

/// Whether a bare month's name is the month: not "Avril Lavigne", "Jean-Paul Mars", "sur Mars".
fn month_stands_alone(input: Input<'_>, rest: Input<'_>, month: u8) -> bool {
    let Some(token) = input.first() else { return false };
    if input.back(1).is_some_and(|before| before.kind == Kind::Number) && token.gap < Gap::Break {
        return false;
    }
    let capital = is_capital(&input, token);
    let name_before = input.back(1).is_some_and(|before| {
        is_capital(&input, before) && !has(&input, before, |_| true) && token.gap <= Gap::Space
    });
    let name_after = rest.first().is_some_and(|after| {
        after.gap == Gap::Space && is_capital(&rest, after)
            || after.kind == Kind::Mark(b'-')
                && after.gap == Gap::None
                && rest.peek(1).is_some_and(|next| is_capital(&rest, next))
    });
    let word_before =
        input.back(1).is_some_and(|before| before.kind == Kind::Word && token.gap == Gap::Space);
    if capital && (name_before || name_after) {
        return false;
    }
    let led = behind(
        &input,
        1,
        &[
            "en", "de", "d", "depuis", "des", "pour", "avant", "apres", "jusqu", "entre", "et",
            "a", "ou", "fin", "debut", "mi", "courant", "ce", "du", "des", "ici", "cet", "la",
        ],
    );
    // "Le maréchal Juin": a capital inside a sentence.
    if capital && word_before && !led {
        return false;
    }
    match month {
        // The planet, the god and the cry "mais"; as names of months they follow a small word.
        3 | 5 => {
            let mid = input.back(1).is_some_and(|token| token.kind == Kind::Mark(b'-'))
                && behind(&input, 2, &["mi"]);
            let part = mid || behind(&input, 1, &["en", "fin", "debut", "mi", "courant"]);
            (led || mid) && (!capital || part)
        }
        4 | 8 => led || !capital,
        _ => true,
    }
}

/// "2024", "l'an 2000", "l'année 2001", "44 av. J.-C.", "98" after "en".
pub(super) fn year_phrase(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    if let Ok((rest, _)) = near(any_word(&["an", "annee"])).parse(rest) {
        if let Ok((rest, year)) = near(republican_year).parse(rest) {
            let year = Some(Year::Republican(year));
            return Ok((rest, found(Pattern { year, ..blank() }, input, rest)));
        }
        let (rest, number) = near(whole_number).parse(rest)?;
        let (rest, era) = opt(near(era)).parse(rest)?;
        let (rest, ()) = boundary(rest)?;
        let year = year_of(number, era);
        // "L'an 2" of something else is no year of ours.
        if era.is_none() && number < 32 {
            return no(input);
        }
        let year = if era.is_none() && number < 100 { short(number) } else { year };
        return Ok((rest, found(Pattern { year, ..blank() }, input, rest)));
    }
    if rest.at() != input.at() {
        return no(input);
    }
    if let Ok((rest, year)) = year_in_words(input) {
        // "En deux mille dix", "la troisième semaine de deux mille dix"; not "un prêt de deux mille dix".
        let led = behind(&input, 1, &["en"])
            || behind(&input, 1, &["de"])
                && input.back(2).is_some_and(|token| {
                    has(&input, token, |sense| matches!(sense, Sense::Unit(_) | Sense::Season(_)))
                });
        return if led && ends_clean(&rest) {
            Ok((rest, found(Pattern { year: Some(Year::Full(year)), ..blank() }, input, rest)))
        } else {
            no(input)
        };
    }
    let (rest, (number, length)) = digits(input)?;
    let number = i64::try_from(number).unwrap_or(i64::MAX);
    if let Ok((rest, era)) = near(era).parse(rest)
        && let year @ Some(_) = year_of(number, Some(era))
    {
        return Ok((rest, found(Pattern { year, ..blank() }, input, rest)));
    }
    let (rest, ()) = boundary(rest)?;
    if !matches!(length, 2..=4) || names_a_street(&input) {
        return no(input);
    }
    let sure = behind(
        &input,
        1,
        &["en", "depuis", "des", "jusqu", "fin", "debut", "courant", "mi", "annee", "an"],
    );
    let led = sure
        || behind(
            &input,
            1,
            &["de", "d", "entre", "et", "a", "avant", "apres", "pour", "vers", "ou"],
        );
    let year = match length {
        4 if sure && (1000..=2999).contains(&number) => {
            not_counting(rest)?;
            Some(Year::Full(number as i32))
        }
        4 if led && (1000..=2100).contains(&number) && ends_clean(&rest) && !sums(&rest) => {
            Some(Year::Full(number as i32))
        }
        // "Un rapport de 2016 décrit": a verb that is not known, and no noun that is counted.
        4 if behind(&input, 1, &["de"]) && (1800..=2059).contains(&number) && long_word(&rest) => {
            not_counting(rest)?;
            Some(Year::Full(number as i32))
        }
        4 if (1800..=2059).contains(&number) && ends_clean(&rest) && may_be_year(&input) => {
            Some(Year::Full(number as i32))
        }
        2 if behind(&input, 1, &["en", "fin", "debut"]) && 32 <= number && ends_clean(&rest) => {
            short(number)
        }
        // "Pillée en 958".
        3 if behind(&input, 1, &["en"]) && 100 <= number && ends_clean(&rest) => {
            Some(Year::Full(number as i32))
        }
        _ => return no(input),
    };
    Ok((rest, found(Pattern { year, ..blank() }, input, rest)))
}

/// Whether "à", "et" and a number lead on to what is counted: "entre 1200 et 1500 euros".
fn sums(rest: &Input<'_>) -> bool {
    let number = rest.peek(1).is_some_and(|token| token.kind == Kind::Number);
    number && any_word(&["et", "a", "ou"]).parse(*rest).is_ok() && !ends_clean(&rest.skip(2))
}

/// Whether a word of four letters or more follows: no unit of measure.
fn long_word(rest: &Input<'_>) -> bool {
    rest.first().is_some_and(|token| {
        token.kind == Kind::Word && token.gap == Gap::Space && 3 < rest.text_of(token).len()
    })
}

fn short(number: i64) -> Option<Year> {
    u8::try_from(number).ok().map(Year::Short)
}

/// The year by the count of astronomers, which has a year 0.
fn year_of(number: i64, era: Option<bool>) -> Option<Year> {
    let number = i32::try_from(number).ok()?;
    Some(Year::Full(if era == Some(false) { 1 - number } else { number }))
}

/// What is held again after years, and called by them: "l'Euro 2012", "le Mondial 2014".
const EDITIONS: &[&str] = &[
    "euro",
    "mondial",
    "mondiaux",
    "jeux",
    "jo",
    "coupe",
    "monde",
    "expo",
    "exposition",
    "tour",
    "rallye",
    "festival",
    "salon",
    "tournoi",
    "championnat",
    "championnats",
    "open",
    "biennale",
];

/// Whether a bare number of four digits may be a year, by the word before it: not a page, a price, an
/// article of law.
fn may_be_year(input: &Input<'_>) -> bool {
    match input.back(1) {
        None => true,
        Some(before) => match before.kind {
            Kind::Word => {
                !has(input, before, |sense| {
                    matches!(
                        sense,
                        Sense::Numbered
                            | Sense::Determiner
                            | Sense::Modifier(_)
                            | Sense::Number(_)
                            | Sense::Stop
                    )
                }) && (!is_capital(input, before)
                    || input.back(2).is_none()
                    || behind(input, 1, EDITIONS))
            }
            Kind::Mark(b'(' | b',' | b'[' | b'/' | b'-' | b'"') => true,
            Kind::Mark(_) | Kind::Number => input.first().is_some_and(|t| t.gap >= Gap::Line),
        },
    }
}

/// "Av. J.-C." false, "après Jésus-Christ" true.
fn era(input: Input<'_>) -> Parsed<'_, bool> {
    let (rest, ours) = sense(|sense| match sense {
        Sense::BeforeEra => Some(false),
        Sense::OfEra => Some(true),
        _ => None,
    })
    .parse(input)?;
    let dotted = rest.back(1).is_some_and(|token| rest.text_of(token).len() <= 2);
    let (rest, _) = if dotted { opt(glued(mark(b'.'))).parse(rest)? } else { (rest, None) };
    Ok((rest, ours))
}

/// "Les années 60", "les années 1990", "les années trente", "la décennie 1990".
pub(super) fn decade(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let (rest, _) = near(any_word(&["annees", "decennie"])).parse(rest)?;
    let (rest, number) = near(whole_number).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    if number % 10 != 0 {
        return no(input);
    }
    let year = match number {
        1000..=2990 => Year::Decade(number as i32),
        0..=90 => Year::ShortDecade(number as u8),
        _ => return no(input),
    };
    Ok((rest, found(Pattern { year: Some(year), ..blank() }, input, rest)))
}

/// "Le XIXe siècle", "le 19e siècle", "le dix-neuvième siècle", "IIe siècle avant J.-C.".
pub(super) fn century(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let (rest, number) = near(century_number).parse(rest)?;
    let (rest, unit) = near(unit).parse(rest)?;
    let (rest, era) = opt(near(era)).parse(rest)?;
    if unit != Unit::Century {
        return no(input);
    }
    let number = i32::try_from(number).unwrap_or(0);
    let number = if era == Some(false) { -number } else { number };
    if number == 0 || 30 < number.abs() {
        return no(input);
    }
    let year = Some(Year::Century(number));
    Ok((rest, found(Pattern { year, ..blank() }, input, rest)))
}

/// "XXe" in "la fin du XIXe siècle et le début du XXe": a century without the word.
pub(super) fn short_century(input: Input<'_>) -> Parsed<'_, Expr> {
    let (rest, number) = century_number(input)?;
    let (rest, ()) = boundary(rest)?;
    let written = input.first().is_some_and(|token| {
        let text = input.text_of(token);
        text.ends_with('e') && text.starts_with(['X', 'V'])
    });
    if !written || number < 10 || !ends_clean(&rest) || near(de).parse(rest).is_ok() {
        return no(input);
    }
    let year = i32::try_from(number).ok().map(Year::Century);
    Ok((rest, Expr::Pattern(Pattern { year, ..blank() })))
}

/// "XIXe et XXe siècles", "XVIIe-XVIIIe siècles", "XIIe ou au XIIIe siècle", "du IIIe au Ier siècle av.
/// J.-C.", "entre le XIIe et le XIVe siècle": centuries that share the word and the era.
pub(super) fn centuries(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let between = behind(&input, 1, &["entre"]);
    let (rest, _) = opt(article).parse(input)?;
    let (to, first) = near(century_number).parse(rest)?;
    let (from, joint) =
        near(any_word(&["et", "ou", "au", "a"])).or(mark(b'-').map(|()| "-")).parse(to)?;
    let (from, _) = opt(near(any_word(&["au", "du"]))).parse(from)?;
    let (rest, _) = opt(near(article)).parse(from)?;
    let (rest, second) = near(century_number).parse(rest)?;
    let (rest, unit) = near(unit).parse(rest)?;
    let (rest, era) = opt(near(era)).parse(rest)?;
    if unit != Unit::Century {
        return no(input);
    }
    let century = |number: i64| {
        let number = if era == Some(false) { -number } else { number };
        let year = i32::try_from(number).ok().map(Year::Century);
        Expr::Pattern(Pattern { year, ..blank() })
    };
    let range = match joint {
        "et" => between,
        "ou" => false,
        _ => true,
    };
    let (first, last) = (century(first), century(second));
    let expr = if range {
        Expr::Range { first: Box::new(first), last: Box::new(last), between }
    } else {
        Expr::List(vec![first, last])
    };
    Ok((rest, Found { expr, marks: vec![(input, to), (from, rest)], event: None }))
}

fn century_number(input: Input<'_>) -> Parsed<'_, i64> {
    let roman = sense(|sense| match sense {
        Sense::Roman(number) => Some(i64::from(*number)),
        _ => None,
    })
    .parse(input);
    match roman {
        Ok((rest, number)) => {
            // "XIX e" with a space, as OCR has it.
            let (rest, _) = opt(near(any_word(&["e", "eme"]))).parse(rest)?;
            Ok((rest, number))
        }
        Err(_) => ordinal(input),
    }
}

/// "L'été 2003", "l'automne dernier", "cet hiver", "au printemps": a season.
pub(super) fn season_phrase(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, article) = opt(article).parse(input)?;
    let led = article.is_some()
        || behind(&input, 1, &["au", "en", "d", "ce", "cet", "du", "debut", "fin", "mi"]);
    let (rest, season) = near(season).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    // "Le printemps arabe", "le printemps de l'environnement" are no seasons of a year.
    let of = (near(de), opt(near(super::words::article))).parse(rest);
    let of_other = of.is_ok_and(|(after, _)| {
        after.first().is_some_and(|token| {
            token.kind == Kind::Word
                && !has(&after, token, |sense| {
                    sense.bears_time() || matches!(sense, Sense::This | Sense::Same)
                })
        })
    });
    if near(any_word(&["arabe"])).parse(rest).is_ok() || of_other {
        return no(input);
    }
    // "Le grand magasin Le Printemps".
    let name = article.is_some()
        && input.first().is_some_and(|token| token.gap == Gap::Space && is_capital(&input, token))
        && input.back(1).is_some_and(|before| before.kind == Kind::Word)
        && rest.back(1).is_some_and(|token| is_capital(&rest, token));
    if name {
        return no(input);
    }
    let pattern = Pattern { season: Some(season), ..blank() };
    let (after, year) = opt(linked_year).parse(rest)?;
    if let Some(year) = year {
        let plural = rest.back(1).is_some_and(|token| rest.text_of(token).ends_with('s'));
        if plural && let Ok(listed) = seasons(input, after, Pattern { year: Some(year), ..pattern })
        {
            return Ok(listed);
        }
        return Ok((after, found(Pattern { year: Some(year), ..pattern }, input, after)));
    }
    let (after, expr) = suffix(rest, Expr::Pattern(pattern));
    // "Été" is also a participle, and a season without a year needs a small word before it.
    if after.at() == rest.at() && !led {
        return no(input);
    }
    Ok((after, found(expr, input, after)))
}

/// "Et 1924", ", 1925 et 1926" after "les hivers 1923": the same season of each year.
fn seasons<'a>(input: Input<'a>, first: Input<'a>, of: Pattern) -> Parsed<'a, Found<'a>> {
    let (mut marks, mut items, mut at) = (vec![(input, first)], vec![Expr::Pattern(of)], first);
    while items.len() < 12 {
        let joint = near(any_word(&["et", "ou"])).map(|_| ()).or(glued(mark(b',')));
        let Ok((from, ())) = { joint }.parse(at) else { break };
        let Ok((rest, year)) = near(iso::four_digit_year).parse(from) else { break };
        items.push(Expr::Pattern(Pattern { year: Some(Year::Full(year)), ..of }));
        marks.push((from, rest));
        at = boundary(rest)?.0;
    }
    if items.len() < 2 {
        return no(input);
    }
    Ok((at, Found { expr: Expr::List(items), marks, event: None }))
}

/// "Le premier trimestre 2003", "au deuxième semestre", "T1 2003".
pub(super) fn quarter(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let (rest, number) = near(ordinal).parse(rest)?;
    let (rest, unit) = near(unit).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    let number = u8::try_from(number).unwrap_or(0);
    let pattern = match (unit, number) {
        (Unit::Quarter, 1..=4) => Pattern { quarter: Some(number), ..blank() },
        (Unit::Half, 1..=2) => Pattern { half: Some(number), ..blank() },
        _ => return no(input),
    };
    let (after, year) = opt(near(year_after_month)).parse(rest)?;
    if year.is_some() {
        return Ok((after, found(Pattern { year, ..pattern }, input, after)));
    }
    let of_year = (near(de), opt(near(any_word(&["annee", "an"]))), near(year_after_month));
    if let Ok((after, (_, _, year))) = { of_year }.parse(rest) {
        return Ok((after, found(Pattern { year: Some(year), ..pattern }, input, after)));
    }
    let (after, expr) = suffix(rest, Expr::Pattern(pattern));
    Ok((after, found(expr, input, after)))
}

/// "T1 2016", "Q3 2012", "S2 2013", "2019-T3", "2019 S2": quarters and halves by letter.
pub(super) fn lettered(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let letter = || (any_word(&["t", "q", "s", "h"]), glued(number_in(1, 4, 1)));
    let joint = || opt(glued(mark(b'-').or(mark(b'/'))));
    let year = || near(iso::four_digit_year);
    let (rest, (letter, number, year)) = (letter(), joint(), year())
        .map(|((letter, number), _, year)| (letter, number, year))
        .or((year(), joint(), near(letter())).map(|(year, _, (letter, n))| (letter, n, year)))
        .parse(input)?;
    let (rest, ()) = boundary(rest)?;
    let number = number as u8;
    let pattern = Pattern { year: Some(Year::Full(year)), ..blank() };
    let pattern = match letter {
        "t" | "q" => Pattern { quarter: Some(number), ..pattern },
        _ if number <= 2 => Pattern { half: Some(number), ..pattern },
        _ => return no(input),
    };
    Ok((rest, found(pattern, input, rest)))
}

/// "Lundi", "vendredi dernier", "le mardi suivant".
pub(super) fn weekday_phrase(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let (rest, weekday) = near(super::words::weekday).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    // "Le Journal du dimanche", "le Times de dimanche".
    if behind(&input, 1, &["du", "de"]) && behind(&input, 2, PAPERS) {
        return no(input);
    }
    let pattern = Pattern { weekday: Some(weekday), ..blank() };
    let (of_next, _) = opt(near(any_word(&["prochain"]))).parse(rest)?;
    if let Ok((rest, weeks)) = near(weeks_on).parse(of_next) {
        let expr = match weeks {
            // "Jeudi en huit": the Thursday after the next.
            Expr::Duration(_) => {
                let on = if is_fortnight(&weeks) { 3 } else { 2 };
                ordered(pattern, Some((on, Anchor::Publication)))
            }
            outer => {
                Expr::Within { inner: Box::new(Expr::Pattern(pattern)), outer: Box::new(outer) }
            }
        };
        return Ok((rest, found(expr, input, rest)));
    }
    let of_week = (opt(near(de)), near(super::relative::relative_unit)).parse(rest);
    if let Ok((rest, (_, week))) = of_week
        && matches!(week.expr, Expr::Relative { cell: Cell::Unit(Unit::Week), .. })
    {
        let (inner, outer) = (Box::new(Expr::Pattern(pattern)), Box::new(week.expr));
        return Ok((rest, found(Expr::Within { inner, outer }, input, rest)));
    }
    let (rest, expr) = suffix(rest, Expr::Pattern(pattern));
    if rest.back(1).is_some_and(|token| {
        matches!(token.kind, Kind::Word)
            && matches!(expr, Expr::Pattern(_))
            && rest.text_of(token).ends_with(['s', 'S'])
    }) {
        return no(input);
    }
    Ok((rest, found(expr, input, rest)))
}

/// "En huit", "en quinze", "dans deux semaines", "il y a trois semaines" after a weekday.
fn weeks_on(input: Input<'_>) -> Parsed<'_, Expr> {
    if let Ok((rest, _)) = any_word(&["en"]).parse(input) {
        let (rest, days) = near(any_word(&["huit", "quinze"])).parse(rest)?;
        if !ends_clean(&rest) {
            return no(input);
        }
        let weeks = if days == "huit" { 1 } else { 2 };
        return Ok((rest, Expr::Duration(Amount::of(weeks, Unit::Week))));
    }
    let (rest, shift) = super::shift::ahead(input).or_else(|_| super::shift::ago(input))?;
    match shift.expr {
        Expr::Shift { ref amount, .. } if amount.unit() == Unit::Week => Ok((rest, shift.expr)),
        _ => no(input),
    }
}

fn is_fortnight(expr: &Expr) -> bool {
    *expr == Expr::Duration(Amount::of(2, Unit::Week))
}

/// "Le week-end dernier", "le week-end du 3 mars".
pub(super) fn weekend(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let (rest, ()) = near(is_weekend).parse(rest)?;
    let pattern = Pattern { weekend: true, ..blank() };
    let of_date = (near(de), near(super::point::plain_date)).parse(rest);
    if let Ok((rest, (_, date))) = of_date {
        let (inner, outer) = (Box::new(Expr::Pattern(pattern)), Box::new(date.expr));
        return Ok((rest, found(Expr::Within { inner, outer }, input, rest)));
    }
    let (rest, expr) = suffix(rest, Expr::Pattern(pattern));
    Ok((rest, found(expr, input, rest)))
}

/// "La semaine 12", "en semaine 10", "semaine 52 de 2013": a week by its number.
pub(super) fn week_number(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(word("la")).parse(input)?;
    let (rest, ()) = near(word("semaine")).parse(rest)?;
    let (rest, week) = near(number_in(1, 53, 2)).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    let (rest, year) = opt(linked_year).parse(rest)?;
    // "Une semaine 10 h" counts.
    let counted = input.back(1).is_some_and(|token| {
        token.kind == Kind::Number
            || has(&input, token, |sense| matches!(sense, Sense::Number(_) | Sense::Each))
    });
    if counted || !ends_clean(&rest) {
        return no(input);
    }
    Ok((rest, found(Pattern { week: Some(week as u8), year, ..blank() }, input, rest)))
}

/// "L'exercice 2012", "l'année fiscale 2012": a year of accounts.
pub(super) fn fiscal(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let fiscal = words("annee fiscale").or(words("annee budgetaire")).or(words("exercice fiscal"));
    let (rest, ()) = near(fiscal.or(word("exercice"))).parse(rest)?;
    let (rest, year) = near(iso::four_digit_year).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    if !(1900..=2100).contains(&year) || rest.is_mark(b'-') {
        return no(input);
    }
    Ok((rest, found(Pattern { year: Some(Year::Fiscal(year)), ..blank() }, input, rest)))
}

/// "La semaine du 6 mars": the one that the day lies in.
pub(super) fn week_of(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, ()) = article(input)?;
    let (rest, ()) = near(word("semaine")).parse(rest)?;
    let (from, ()) = near(de).parse(rest)?;
    let (rest, day) = near(date).parse(from)?;
    // "La semaine du 6 au 12 mars" is its days.
    if near(any_word(&["au"])).parse(rest).is_ok() {
        return no(input);
    }
    let week = Cell::Unit(Unit::Week);
    let week = Expr::Relative { cell: week, offset: 0, anchor: Anchor::Focus };
    let expr = Expr::Within { inner: Box::new(week), outer: Box::new(day.expr) };
    Ok((rest, found(expr, input, rest)))
}

pub(super) fn is_weekend(input: Input<'_>) -> Parsed<'_, ()> {
    sense(|sense| matches!(sense, Sense::Weekend).then_some(())).parse(input)
}

/// "Noël", "la Toussaint", "le lundi de Pâques 2004", "le mercredi des Cendres".
pub(super) fn named_day(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    // Not from inside of "l'Assomption", whose article has been refused.
    let inside = input.is_glued() && behind(&input, 2, &["l"]);
    let (rest, article) = opt(article).parse(input)?;
    if inside {
        return no(input);
    }
    let (rest, named) = near(named).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    let Some(token) = rest.back(1) else { return no(input) };
    let capital_after = rest.first().is_some_and(|after| {
        after.gap == Gap::Space && is_capital(&rest, after) && is_capital(&rest, token)
    });
    // "Noël Martin", "le père Noël", "Monsieur Noël", "l'île de Pâques".
    let name = capital_after
        || article.is_none() && is_surname(&input)
        || is_patron(&input, &rest, article.is_some())
        || behind(&input, 1, &["pere", "mere", "oncle"])
        || (behind(&input, 2, &["ile"]) && behind(&input, 1, &["de"]))
        // "La cathédrale de l'Assomption", "l'église de la Toussaint".
        || (behind(&input, 2, CHURCHES) && behind(&input, 1, &["de"]))
        || (article.is_none() && any_word(&["toussaint"]).parse(input).is_ok() && !dated(&rest));
    // "L'ascension de l'Everest", "une épiphanie".
    let noun = has(&rest, token, |sense| matches!(sense, Sense::Ordinary))
        && (near(de).parse(rest).is_ok_and(|(after, ())| near(digits).parse(after).is_err())
            || !is_capital(&rest, token) && !behind(&input, 1, &["a"]));
    let name = name || noun;
    if name {
        return no(input);
    }
    let pattern = Pattern { named: Some(named), ..blank() };
    let (after, year) = opt(linked_year).parse(rest)?;
    if year.is_some() {
        return Ok((after, found(Pattern { year, ..pattern }, input, after)));
    }
    let (after, expr) = suffix(rest, Expr::Pattern(pattern));
    Ok((after, found(expr, input, after)))
}

/// What is dedicated to a feast and is no day.
const CHURCHES: &[&str] =
    &["cathedrale", "eglise", "chapelle", "basilique", "abbaye", "paroisse", "couvent", "college"];

/// Whether a title or a first name stands before: "Monsieur Noël", "M. Noël", "Pierre Noël".
fn is_surname(input: &Input<'_>) -> bool {
    let titles = [
        "monsieur",
        "madame",
        "mademoiselle",
        "mme",
        "mlle",
        "maitre",
        "docteur",
        "abbe",
        "frere",
        "soeur",
    ];
    let abbreviated = input.back(1).is_some_and(|token| token.kind == Kind::Mark(b'.'))
        && behind(input, 2, &["m", "mm", "dr", "me"]);
    let first_name = input.first().is_some_and(|token| token.gap == Gap::Space)
        && input.back(1).is_some_and(|before| {
            let greets = ["Joyeux", "Bon", "Vivement"].contains(&input.text_of(before));
            is_capital(input, before) && !greets && !has(input, before, |_| true)
        });
    behind(input, 1, &titles) || abbreviated || first_name
}

/// Whether a saint's name is that of a person, a church or a town: a day has its article, "la
/// Saint-Nicolas", or a year.
fn is_patron(input: &Input<'_>, rest: &Input<'_>, article: bool) -> bool {
    let saint = (input.at()..rest.at())
        .any(|at| input.peek(at - input.at()).is_some_and(|token| is_word(input, token, "saint")));
    let hyphen = rest.back(2).is_some_and(|token| token.kind == Kind::Mark(b'-'));
    let feast = ["veille", "soir", "nuit", "jour", "fete", "reveillon", "bonne", "joyeuse"];
    let of_feast =
        behind(input, 1, &feast) || behind(input, 1, &["de"]) && behind(input, 2, &feast);
    let weekday = rest
        .back(2)
        .is_some_and(|token| has(rest, token, |sense| matches!(sense, Sense::Weekday(_))));
    saint && !weekday && (!hyphen || !article && !of_feast && !dated(rest))
}

/// Whether a year follows.
fn dated(rest: &Input<'_>) -> bool {
    linked_year(*rest).is_ok()
}

pub(super) fn named(input: Input<'_>) -> Parsed<'_, NamedDay> {
    sense(|sense| match sense {
        Sense::Named(named) => Some(*named),
        _ => None,
    })
    .parse(input)
}

/// The "II" of "l'an II", "l'an II de la République".
fn republican_year(input: Input<'_>) -> Parsed<'_, u16> {
    let (rest, year) = sense(|sense| match sense {
        Sense::Roman(number) => Some(u16::from(*number)),
        _ => None,
    })
    .parse(input)?;
    let (rest, ()) = boundary(rest)?;
    let capitals = rest
        .back(1)
        .is_some_and(|token| rest.text_of(token).chars().all(|c| matches!(c, 'I' | 'V' | 'X')));
    if !capitals || !(1..=14).contains(&year) {
        return no(input);
    }
    let republic = words("de la republique").or(words("de l ere republicaine"));
    let (rest, _) = opt(near(republic)).parse(rest)?;
    Ok((rest, year))
}

/// "Le premier jour complémentaire de l'an III": one of the days at the end of a Republican year.
pub(super) fn complementary(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let (rest, day) = near(ordinal).parse(rest)?;
    let (rest, ()) = near(words("jour complementaire")).parse(rest)?;
    let (rest, _) = opt((near(de), near(article))).parse(rest)?;
    let (rest, ()) = near(word("an")).parse(rest)?;
    let (rest, year) = near(republican_year).parse(rest)?;
    let Ok(day @ 1..=6) = u8::try_from(day) else { return no(input) };
    let year = Some(Year::Republican(year));
    Ok((rest, found(Pattern { year, month: Some(13), day: Some(day), ..blank() }, input, rest)))
}

/// "18 brumaire an VIII", "le 9 thermidor de l'an II".
pub(super) fn republican(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let (rest, day) = opt(near(day_number)).parse(rest)?;
    let (rest, month) = near(sense(|sense| match sense {
        Sense::RepublicanMonth(month) => Some(*month),
        _ => None,
    }))
    .parse(rest)?;
    let (rest, _) = opt((near(de), near(article))).parse(rest)?;
    let (rest, ()) = near(word("an")).parse(rest)?;
    let roman = near(sense(|sense| match sense {
        Sense::Roman(number) => Some(i64::from(*number)),
        _ => None,
    }))
    .parse(rest);
    let (rest, year) = match roman {
        Ok(found) => found,
        Err(_) => near(whole_number).parse(rest)?,
    };
    let Ok(year @ 1..=20) = u16::try_from(year) else { return no(input) };
    let pattern =
        Pattern { year: Some(Year::Republican(year)), month: Some(month), day, ..blank() };
    Ok((rest, found(pattern, input, rest)))
}

/// "2024-03-07", "2024-03-07T21:15Z", "2024-W10".
pub(super) fn iso_date(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, pattern) = match iso::date_time(input) {
        Ok(found) => found,
        Err(_) => iso::week_date(input)?,
    };
    Ok((rest, found(pattern, input, rest)))
}

/// "12/03/2024", "le vendredi 12.03.2024"; "12/03" only after "le" or a weekday.
pub(super) fn numeric_date(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, article) = opt(article).parse(input)?;
    let (rest, weekday) = opt(near(any_weekday)).parse(rest)?;
    let (rest, _) = opt(near(super::words::article)).parse(rest)?;
    let conventions = &super::super::GRAMMAR.conventions;
    let (rest, pattern) = match near(numeric::date(conventions)).parse(rest) {
        Ok(found) => found,
        Err(_)
            if article.is_some()
                || weekday.is_some()
                || behind(&input, 1, &["du", "au", "ici"]) =>
        {
            let sure = article.is_some() || weekday.is_some();
            let read = near(numeric::day_month(conventions)).parse(rest);
            // "Signé le 15.05.99": what an article or a weekday makes a date.
            let (rest, pattern) = match near(numeric::short_date).parse(rest) {
                Ok(found) if sure => found,
                _ => read?,
            };
            // "Le rendez-vous du 31/10", but "du 3/4".
            let full = input.peek(0).zip(input.peek(2)).is_some_and(|(day, month)| {
                input.text_of(day).len() == 2 && input.text_of(month).len() == 2
            });
            if !ends_clean(&rest) || !sure && !full {
                return no(input);
            }
            (rest, pattern)
        }
        Err(error) => return Err(error),
    };
    Ok((rest, found(Pattern { weekday, ..pattern }, input, rest)))
}

/// "Le 09 03 2009", "mardi 09 03 2009": three numbers that an article or a weekday makes a date.
pub(super) fn spaced_date(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, _) = opt(article).parse(input)?;
    let (rest, weekday) = opt(near(any_weekday)).parse(rest)?;
    let (rest, pattern) = near(numeric::spaced_date).parse(rest)?;
    if !ends_clean(&rest) {
        return no(input);
    }
    Ok((rest, found(Pattern { weekday, ..pattern }, input, rest)))
}

/// "03/2016": a month and its year, where no law or file is numbered so.
pub(super) fn month_of_year(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let two = input.first().is_some_and(|token| input.text_of(token).len() == 2);
    let (rest, month) = number_in(1, 12, 2).parse(input)?;
    let (rest, ()) = glued(mark(b'/')).parse(rest)?;
    let (rest, year) = glued(iso::four_digit_year).parse(rest)?;
    let (rest, ()) = boundary(rest)?;
    let numbered = input.back(1).is_some_and(|token| {
        matches!(token.kind, Kind::Number)
            || token.kind == Kind::Mark(0)
                && input.first().is_some_and(|next| next.gap <= Gap::Space)
            || has(&input, token, |sense| matches!(sense, Sense::Numbered))
    }) || behind(
        &input,
        1,
        &["no", "num", "n", "loi", "decret", "arrete", "dossier", "affaire"],
    );
    if !two || numbered || !(1900..=2099).contains(&year) || !ends_clean(&rest) {
        return no(input);
    }
    let pattern = Pattern { month: Some(month as u8), year: Some(Year::Full(year)), ..blank() };
    Ok((rest, found(pattern, input, rest)))
}

/// A cell by name that "ce", "le dernier", "chaque" can stand before: a weekday, month, season,
/// week-end or feast.
pub(super) fn bare_cell(input: Input<'_>) -> Parsed<'_, Pattern> {
    // "Ce dimanche des Rameaux" is longer than its weekday.
    if let (Ok((rest, feast)), Ok((day, _))) = (named(input), super::words::weekday(input))
        && day.at() < rest.at()
    {
        return Ok((rest, Pattern { named: Some(feast), ..blank() }));
    }
    if let Ok((rest, weekday)) = super::words::weekday(input) {
        return Ok((rest, Pattern { weekday: Some(weekday), ..blank() }));
    }
    if let Ok((rest, month)) = month(input)
        .or_else(|_| (word("mois"), near(de), near(month)).map(|(_, _, month)| month).parse(input))
    {
        return Ok((rest, Pattern { month: Some(month), ..blank() }));
    }
    if let Ok((rest, season)) = season(input) {
        return Ok((rest, Pattern { season: Some(season), ..blank() }));
    }
    if let Ok((rest, ())) = is_weekend(input) {
        return Ok((rest, Pattern { weekend: true, ..blank() }));
    }
    let (rest, named) = named(input)?;
    Ok((rest, Pattern { named: Some(named), ..blank() }))
}

/// "1999-2003", "2003/2004": years one after the other.
pub(super) fn year_span(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (rest, found) = numeric::year_span(input)?;
    if !ends_clean(&rest) && not_counting(rest).is_err() {
        return no(input);
    }
    Ok((rest, found))
}

/// "Mars-avril", "juillet/août 2003": months one after the other.
pub(super) fn month_span(input: Input<'_>) -> Parsed<'_, Found<'_>> {
    let (to, first) = month(input)?;
    let (from, ()) = mark(b'-').or(mark(b'/')).parse(to)?;
    let (rest, last) = near(month).parse(from)?;
    let (rest, ()) = boundary(rest)?;
    let (rest, year) = opt(near(year_after_month)).parse(rest)?;
    let month = |month, year| Expr::Pattern(Pattern { month: Some(month), year, ..blank() });
    // "Décembre-février 2015" begins in the year before.
    let begun = if first <= last { year } else { None };
    let (first, last) = (Box::new(month(first, begun)), Box::new(month(last, year)));
    let expr = Expr::Range { first, last, between: false };
    Ok((rest, Found { expr, marks: vec![(input, to), (from, rest)], event: None }))
}

//! One expression at a time: what it denotes, given what the fold carries.

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime};

use super::calendar::{self, add_days};
use super::focus::Focus;
use super::pattern::{self, Period, Toward};
use super::{AnchoredOn, Manner, Reading, State, Tense, Unresolved};
use crate::amount::{Amount, Modifier, Quantity, Unit};
use crate::expr::{Anchor, Cell, Direction, Expr, Part, Pattern, Signal};
use crate::extent::{Extent, Granularity, add_months, midnight, moment_text, year_month_day};

/// A time placed on the line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Dated {
    /// The cell of the calendar that the words name: what the TIMEX3 value writes.
    pub(super) cell: Extent,
    /// What the words denote: the cell, or a part of it, or all since it.
    pub(super) denotes: Extent,
    /// The TIMEX3 `mod`.
    pub(super) modifier: Option<&'static str>,
    pub(super) anchor: AnchoredOn,
    pub(super) steps: Vec<String>,
    /// Other dates that the words could mean: why, and whether that stays open.
    pub(super) others: Vec<Reading>,
}

impl Dated {
    fn at(extent: Extent, anchor: AnchoredOn, step: Option<String>) -> Self {
        Self {
            cell: extent,
            denotes: extent,
            modifier: None,
            anchor,
            steps: step.into_iter().collect(),
            others: Vec::new(),
        }
    }
}

/// Places an expression.
pub(super) fn date(expr: &Expr, state: &State<'_>) -> Result<Dated, Unresolved> {
    match expr {
        Expr::Pattern(said) => bare(said, state),
        Expr::Relative { cell, offset, anchor } => relative(cell, *offset, *anchor, state),
        Expr::Shift { amount, direction, anchor } => shift(amount, *direction, *anchor, state),
        Expr::Within { inner, outer } => within(inner, outer, state),
        Expr::Nth { n, cell, of } => nth(*n, cell, of, state),
        Expr::Part { part, of } => part_of(*part, of, state),
        Expr::Window { amount, direction, anchor } => window(amount, *direction, *anchor, state),
        Expr::Stretch { amount, direction, of } => stretch(amount, *direction, date(of, state)?),
        Expr::Range { first, last } => {
            let (first, last) = (date(first, state)?, last_of(first, last, state)?);
            let mut dated = first.clone();
            // "2012-1400" is no stretch.
            if let (Some(from), Some(to)) = (first.denotes.from, last.denotes.to)
                && to <= from
            {
                let words = (cell_words(&first.cell), cell_words(&last.cell));
                return Err(Unresolved::NoSuchDate(format!("from {} to {}", words.0, words.1)));
            }
            // "From 9 a.m. to 5 p.m." ends as it strikes.
            let end = if is_moment(&last.denotes) { last.denotes.from } else { last.denotes.to };
            dated.denotes = Extent::new(first.denotes.from, end, Granularity::Span);
            dated.denotes.vague = first.denotes.vague || last.denotes.vague;
            dated.steps.extend(last.steps);
            dated.others.clear();
            Ok(dated)
        }
        Expr::List(items) => match items.first() {
            Some(item) => date(item, state),
            None => Err(Unresolved::Unplaced),
        },
        Expr::Bound { signal, of } => {
            let tense = tense_of(expr, state);
            bound(*signal, date(of, &State { tense, ..*state })?, state)
        }
        Expr::Modified { modifier, of } => {
            let mut dated = date(of, state)?;
            dated.modifier = dated.modifier.or(Some(modifier.timex()));
            dated.denotes.vague = true;
            Ok(dated)
        }
        Expr::Anniversary { nth, of } => anniversary(*nth, of, state),
        Expr::Duration(_) => Err(Unresolved::Unplaced),
        Expr::Set(_) => Err(Unresolved::Recurring),
        Expr::Vague(_) => Err(Unresolved::Vague),
        Expr::Event => Err(Unresolved::Event),
    }
}

/// The tense a time is told in, by the bound it makes where it makes one.
pub(super) fn tense_of(expr: &Expr, state: &State<'_>) -> Tense {
    let told = state.tense;
    let Expr::Bound { signal, of } = expr else { return told };
    let week = pattern_of(of).is_some_and(|said| pattern::period(said) == Period::Week);
    match (signal, told) {
        // What is to be done by a date is still to come.
        (Signal::By, Tense::Present | Tense::Unknown) => Tense::Future,
        // What has been set to last until a day lasts until one to come, whatever its tense; but
        // "Until Friday, they had said nothing".
        (Signal::Until, Tense::Past) if state.leads => Tense::Past,
        (Signal::Until, _) if week => Tense::Future,
        (Signal::Until, Tense::Past) => Tense::Unknown,
        (_, told) => told,
    }
}

/// The pattern whose open fields decide which date is meant.
fn pattern_of(expr: &Expr) -> Option<&Pattern> {
    match expr {
        Expr::Pattern(said) => Some(said),
        Expr::Within { outer: of, .. } | Expr::Part { of, .. } | Expr::Modified { of, .. } => {
            pattern_of(of)
        }
        _ => None,
    }
}

fn is_moment(extent: &Extent) -> bool {
    matches!(extent.granularity, Granularity::Hour | Granularity::Minute | Granularity::Second)
}

/// The last of a range: "du lundi au vendredi" ends on the Friday after its Monday.
pub(super) fn last_of(first: &Expr, last: &Expr, state: &State<'_>) -> Result<Dated, Unresolved> {
    let (from, to) = (date(first, state)?, date(last, state)?);
    let of_week =
        |expr: &Expr| matches!(expr, Expr::Pattern(said) if pattern::period(said) == Period::Week);
    match from.cell.first_day() {
        Some(day) if of_week(last) && to.cell.first_day().is_some_and(|last| last < day) => {
            let Expr::Pattern(said) = last else { return Ok(to) };
            let extent = pattern::nearest(said, Period::Week, day, Toward::Future)?;
            let step = format!("the first after {}", cell_words(&from.cell));
            Ok(Dated::at(extent, to.anchor, Some(step)))
        }
        _ => Ok(to),
    }
}

fn bare(said: &Pattern, state: &State<'_>) -> Result<Dated, Unresolved> {
    let chosen = pattern::resolve(said, state)?;
    let mut dated = Dated::at(chosen.extent, chosen.anchor, chosen.why);
    dated.denotes.vague |= said.part.is_some();
    let others = chosen.other.into_iter();
    dated.others =
        others.map(|(extent, why)| Reading { extent, why: why.to_owned(), open: false }).collect();
    if said.either_order
        && let Ok(swapped) = pattern::resolve(&swapped(said), state)
    {
        // Where one order is the rule, the other is on record; where writers differ, both stay open.
        let open = !state.conventions.day_first;
        let why = if open { "if the day comes first" } else { "if the month comes first" };
        let other = Reading { extent: swapped.extent, why: why.to_owned(), open };
        dated.others.insert(0, other);
        dated.steps.push(match open {
            true => "written in numbers: the month taken first, the day may be".to_owned(),
            false => "written in numbers: the day comes first".to_owned(),
        });
    }
    Ok(dated)
}

/// A date with its month and day the other way round.
fn swapped(said: &Pattern) -> Pattern {
    Pattern { month: said.day, day: said.month, either_order: false, ..*said }
}

/// The day, and the moment if known, that an anchor stands for; with its words for explanations.
fn anchor_of(
    anchor: Anchor,
    state: &State<'_>,
) -> Result<(NaiveDate, Option<NaiveDateTime>, AnchoredOn, String), Unresolved> {
    match anchor {
        Anchor::Publication => {
            let now = state.now.ok_or(Unresolved::NoPublication)?;
            Ok((now.day, now.moment, now.anchor, now.words()))
        }
        Anchor::Focus => {
            let focus = match state.focus.last() {
                Some(focus) => *focus,
                // A story that has told no time yet is at its publication.
                None => {
                    let now = state.now.ok_or(Unresolved::NoFocus)?;
                    return Ok((now.day, now.moment, now.anchor, now.words()));
                }
            };
            let day = focus.first_day().ok_or(Unresolved::NoFocus)?;
            let moment = focus.from.filter(|_| {
                matches!(
                    focus.granularity,
                    Granularity::Second | Granularity::Minute | Granularity::Hour
                )
            });
            Ok((
                day,
                moment,
                AnchoredOn::Focus,
                format!("the time told before, {}", cell_words(&focus)),
            ))
        }
        // "Deux jours avant Noël": the words that name the event are a time themselves.
        Anchor::Event => {
            let named = state.event.ok_or(Unresolved::Event)?;
            let day = named.first_day().ok_or(Unresolved::Event)?;
            Ok((day, None, AnchoredOn::Focus, cell_words(&named)))
        }
    }
}

fn relative(
    cell: &Cell,
    offset: i32,
    anchor: Anchor,
    state: &State<'_>,
) -> Result<Dated, Unresolved> {
    // "The war of this year": a narrative of another time is in the year it tells.
    let told = matches!(cell, Cell::Unit(Unit::Year | Unit::Month))
        && (offset, anchor) == (0, Anchor::Publication)
        && (state.manner, state.tense) == (Manner::Narrative, Tense::Past);
    let anchor = if told && state.focus.last().is_some() { Anchor::Focus } else { anchor };
    let (day, _, on, words) = anchor_of(anchor, state)?;
    let extent = match cell {
        Cell::Unit(unit) => relative_unit(*unit, offset, anchor, day, state)?,
        Cell::Pattern(said) => relative_pattern(said, offset, day, state.tense)?,
    };
    let step = match offset {
        0 => format!("the one of {words}: {}", cell_words(&extent)),
        _ => format!("{offset:+} from {words}: {}", cell_words(&extent)),
    };
    let mut dated = Dated::at(extent, on, Some(step));
    if anchor == Anchor::Publication && offset == 0 {
        clip_to_now(&mut dated, state);
    }
    Ok(dated)
}

/// "Ce mois-ci" told as past is the part of it that has passed.
fn clip_to_now(dated: &mut Dated, state: &State<'_>) {
    let Some(now) = state.now else { return };
    let wide = matches!(
        dated.cell.granularity,
        Granularity::Week
            | Granularity::Month
            | Granularity::Quarter
            | Granularity::Half
            | Granularity::Year
    );
    if wide
        && state.tense == Tense::Past
        && let Some(next) = now.day.succ_opt().map(midnight)
        && dated.denotes.to.is_some_and(|to| next < to)
    {
        dated.denotes.to = Some(next);
        dated.steps.push(format!("told as past: up to {}", now.words()));
    }
}

fn relative_unit(
    unit: Unit,
    offset: i32,
    anchor: Anchor,
    day: NaiveDate,
    state: &State<'_>,
) -> Result<Extent, Unresolved> {
    // "À l'époque", "at that time": the time told last, whatever it is.
    if unit == Unit::Unsaid {
        let told = state.focus.last().filter(|_| anchor == Anchor::Focus);
        return told.copied().ok_or(Unresolved::NoFocus);
    }
    if anchor == Anchor::Focus && (state.focus.last().is_some() || unit == Unit::Quarter) {
        // What is compared stays the quarter told, whatever else was told since.
        let quarter = state.focus.any_quarter().filter(|_| state.manner == Manner::News);
        if let (Unit::Quarter, Some(first)) = (unit, quarter.and_then(Extent::first_day)) {
            return calendar::cell_after(first, unit, offset.into()).ok_or(Unresolved::OutOfRange);
        }
        // "That month" of a story that is at a year is the month told before; if none was told, it
        // cannot be made out.
        if let Some(told) = state.focus.within(unit) {
            let from = if 0 < offset { told.last_day() } else { told.first_day() };
            let from = from.ok_or(Unresolved::NoFocus)?;
            return calendar::cell_after(from, unit, offset.into()).ok_or(Unresolved::OutOfRange);
        }
        // "The quarter" of news that has told none is the last that has ended.
        // The next one is the next from now.
        return match (unit, state.now) {
            (Unit::Quarter, Some(now)) => {
                let told = if offset == 0 { -1 } else { i64::from(offset) };
                calendar::cell_after(now.day, unit, told)
            }
            _ => None,
        }
        .ok_or(Unresolved::NoFocus);
    }
    calendar::cell_after(day, unit, offset.into()).ok_or(Unresolved::OutOfRange)
}

/// "Last Friday", "next March", "this morning": matches counted from the one of a day, which is
/// itself only counted where the offset is 0.
fn relative_pattern(
    said: &Pattern,
    offset: i32,
    day: NaiveDate,
    tense: Tense,
) -> Result<Extent, Unresolved> {
    let period = pattern::period(said);
    if offset == 0 {
        let toward = match (period, tense) {
            (Period::Week, Tense::Past) => Toward::Past,
            (Period::Week, Tense::Future) => Toward::Future,
            _ => Toward::Same,
        };
        return pattern::nearest(said, period, day, toward);
    }
    // Step over the day itself, then over the matches between.
    let forward = 0 < offset;
    let toward = if forward { Toward::Future } else { Toward::Past };
    let same = pattern::nearest(said, period, day, Toward::Same).ok();
    let mut from = match (&same, period) {
        // A part of the day, or the day itself: the neighbouring days.
        (_, Period::Day) => add_days(day, if forward { 1 } else { -1 }),
        (Some(cell), _) if covers(cell, day) => {
            if forward {
                cell.last_day().and_then(|last| add_days(last, 1))
            } else {
                cell.first_day().and_then(|first| add_days(first, -1))
            }
        }
        _ => Some(day),
    };
    let mut found = Err(Unresolved::OutOfRange);
    for _ in 0..offset.unsigned_abs().min(1000) {
        found = pattern::nearest(said, period, from.ok_or(Unresolved::OutOfRange)?, toward);
        let Ok(cell) = &found else { break };
        from = if forward {
            cell.last_day().and_then(|last| add_days(last, 1))
        } else {
            cell.first_day().and_then(|first| add_days(first, -1))
        };
    }
    found
}

fn covers(cell: &Extent, day: NaiveDate) -> bool {
    matches!((cell.first_day(), cell.last_day()), (Some(first), Some(last)) if first <= day && day <= last)
}

fn shift(
    amount: &Amount,
    direction: Direction,
    anchor: Anchor,
    state: &State<'_>,
) -> Result<Dated, Unresolved> {
    let (day, moment, on, words) = anchor_of(anchor, state)?;
    let focus = state.focus.last().filter(|_| anchor == Anchor::Focus).copied();
    let sign = if direction == Direction::Before { -1 } else { 1 };
    let (low, high) = range_of(amount).ok_or(Unresolved::NoAmount)?;
    let whole = low == high && amount.is_exact();
    if !whole {
        // Without an exact amount the place is as wide as the amount is vague.
        let (near, far) = (moved(day, low, sign), moved(day, high, sign));
        let (Some(near), Some(far)) = (near, far) else { return Err(Unresolved::OutOfRange) };
        let (first, last) = if sign < 0 { (far, near) } else { (near, far) };
        let cell = if matches!(amount.parts.as_slice(), [(Quantity::Exact(_), _)]) {
            let unit = coarse(amount.unit());
            moved(day, exact(amount).ok_or(Unresolved::NoAmount)?, sign)
                .and_then(|day| calendar::cell(day, unit))
        } else {
            None
        };
        let end = last.succ_opt().ok_or(Unresolved::OutOfRange)?;
        let mut denotes =
            Extent::days(first, end, Granularity::Span).ok_or(Unresolved::OutOfRange)?;
        denotes.vague = true;
        let mut dated = Dated::at(cell.unwrap_or(denotes), on, None);
        dated.denotes = denotes;
        dated.modifier = amount.modifier.map(Modifier::timex);
        dated.steps.push(format!("{amount} {} {words}: {}", way(direction), cell_words(&denotes)));
        return Ok(dated);
    }
    // Business news compares quarters: "a year ago" beside a quarter is that quarter of the year before.
    let quarter = state
        .focus
        .quarter()
        .filter(|_| amount.unit() == Unit::Year && state.manner == Manner::News);
    if let (Some(quarter), Some(first)) = (quarter, quarter.and_then(Extent::first_day)) {
        let distance = exact(amount).ok_or(Unresolved::NoAmount)?;
        let there = moved(first, distance, sign).and_then(|day| calendar::cell(day, Unit::Quarter));
        let extent = there.ok_or(Unresolved::OutOfRange)?;
        let step = format!(
            "{} {} the quarter told before, {}: {}",
            amount_words(amount),
            way(direction),
            cell_words(quarter),
            cell_words(&extent)
        );
        return Ok(Dated::at(extent, AnchoredOn::Focus, Some(step)));
    }
    let mut extent = exact_shift(amount, sign, day, moment, focus.as_ref())?;
    // So far from a day that is dated is a day: "two weeks from January 15".
    let from_day = state.event.is_some_and(|event| event.granularity == Granularity::Day);
    if anchor == Anchor::Event && from_day && amount.unit().seconds().is_none() {
        let length = exact(amount).ok_or(Unresolved::NoAmount)?;
        extent = moved(day, length, sign).and_then(Extent::day).ok_or(Unresolved::OutOfRange)?;
    }
    let step =
        format!("{} {} {words}: {}", amount_words(amount), way(direction), cell_words(&extent));
    Ok(Dated::at(extent, on, Some(step)))
}

/// The place an exact amount leads to: as fine as the unit counted, or as what it is counted from
/// where that is finer and of the calendar ("a year later" than a month is a month; several years
/// later is a year).
fn exact_shift(
    amount: &Amount,
    sign: i64,
    day: NaiveDate,
    moment: Option<NaiveDateTime>,
    focus: Option<&Extent>,
) -> Result<Extent, Unresolved> {
    let distance = exact(amount).ok_or(Unresolved::NoAmount)?;
    if let Some(seconds) = amount.unit().seconds() {
        let total: i64 = distance.seconds;
        // The days of "two days and three hours" go by the calendar, the hours by the clock.
        let calendar = Length { seconds: 0, ..distance };
        let day = moved(day, calendar, sign).ok_or(Unresolved::OutOfRange)?;
        if let Some(moment) = moment {
            let delta = Duration::try_seconds(sign * total).ok_or(Unresolved::OutOfRange)?;
            let from = day.and_time(moment.time());
            let from = from.checked_add_signed(delta).ok_or(Unresolved::OutOfRange)?;
            let granularity = if seconds == 1 { Granularity::Second } else { Granularity::Minute };
            let length = if seconds == 1 { 1 } else { 60 };
            let to =
                from.checked_add_signed(Duration::seconds(length)).ok_or(Unresolved::OutOfRange)?;
            return Ok(Extent::new(Some(from), Some(to), granularity));
        }
        // Hours from a day whose hour is not known: the days it can be.
        let first = midnight(day)
            .checked_add_signed(Duration::try_seconds(sign * total).ok_or(Unresolved::OutOfRange)?)
            .ok_or(Unresolved::OutOfRange)?;
        let last =
            first.checked_add_signed(Duration::seconds(86_399)).ok_or(Unresolved::OutOfRange)?;
        let end = last.date().succ_opt().ok_or(Unresolved::OutOfRange)?;
        return Extent::days(
            first.date(),
            end,
            if first.date() == last.date() { Granularity::Day } else { Granularity::Span },
        )
        .ok_or(Unresolved::OutOfRange);
    }
    let there = moved(day, distance, sign).ok_or(Unresolved::OutOfRange)?;
    let unit = coarse(amount.unit());
    let single = distance == Length { months: 12, ..Length::default() };
    let finer =
        focus.filter(|_| single || unit < Unit::Year).and_then(|focus| match focus.granularity {
            Granularity::Month if Unit::Month < unit => Some(Unit::Month),
            Granularity::Quarter if Unit::Quarter < unit => Some(Unit::Quarter),
            _ => None,
        });
    calendar::cell(there, finer.unwrap_or(unit)).ok_or(Unresolved::OutOfRange)
}

/// The cell that a shift by a unit ends in: weeks name a week, decades a year.
fn coarse(unit: Unit) -> Unit {
    match unit {
        Unit::Quarter | Unit::Half | Unit::Season => Unit::Month,
        Unit::Decade | Unit::Century | Unit::Millennium => Unit::Year,
        Unit::Weekend | Unit::DayPart(_) => Unit::Day,
        unit => unit,
    }
}

/// A distance by its calendar and its clock parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Length {
    pub(crate) months: i64,
    pub(crate) days: i64,
    pub(crate) seconds: i64,
}

/// The length of an exact amount; fractions of a year or a month become months or days.
pub(crate) fn exact(amount: &Amount) -> Option<Length> {
    length(amount, |n| match n {
        Quantity::Exact(n) => Some(n),
        _ => None,
    })
}

fn length(amount: &Amount, pick: impl Fn(Quantity) -> Option<i64>) -> Option<Length> {
    let mut total = Length::default();
    for (n, unit) in &amount.parts {
        let thousandths = pick(*n)?;
        if let Some(months) = unit.months() {
            let in_months = thousandths.checked_mul(months)?;
            total.months = total.months.checked_add(in_months / 1000)?;
            total.days = total.days.checked_add((in_months % 1000) * 30 / 1000)?;
        } else if let Some(days) = unit.days() {
            let in_days = thousandths.checked_mul(days)?;
            total.days = total.days.checked_add(in_days / 1000)?;
            total.seconds =
                total.seconds.checked_add((in_days % 1000).checked_mul(86_400)? / 1000)?;
        } else {
            total.seconds =
                total.seconds.checked_add(thousandths.checked_mul(unit.seconds()?)? / 1000)?;
        }
    }
    Some(total)
}

/// Least and greatest length that vague words stand for, where nothing better is known:
/// "more than two weeks" is 14 to 20 days, "nearly a month" 21 to 30, "barely a week" up to 7, "a
/// few hours" under 12.
pub(crate) fn range_of(amount: &Amount) -> Option<(Length, Length)> {
    let low = length(amount, |n| match n {
        Quantity::Exact(n) => Some(n),
        Quantity::Between(low, _) => low.checked_mul(1000),
        Quantity::Vague => Some(2000),
        Quantity::TooLarge => None,
    })?;
    let high = length(amount, |n| match n {
        Quantity::Exact(n) => Some(n),
        Quantity::Between(_, high) => high.checked_mul(1000),
        Quantity::Vague => Some(9000),
        Quantity::TooLarge => None,
    })?;
    let one = length(&Amount::of(1, amount.unit()), |n| match n {
        Quantity::Exact(n) => Some(n),
        _ => None,
    })?;
    let vague_hours = matches!(amount.parts.as_slice(), [(Quantity::Vague, Unit::Hour)]);
    let (low, high) = if vague_hours {
        (Length::default(), Length { seconds: 12 * 3600 - 60, ..Length::default() })
    } else {
        (low, high)
    };
    Some(match amount.modifier {
        None => (low, high),
        Some(Modifier::MoreThan | Modifier::AtLeast) => (low, less_a_day(plus(high, one)?)),
        Some(Modifier::LessThan | Modifier::Nearly) => (minus_part(high, one), high),
        Some(Modifier::AtMost) => (Length::default(), high),
        Some(Modifier::Approx) => (minus_part(low, one), plus_part(high, one)),
    })
}

fn plus(a: Length, b: Length) -> Option<Length> {
    Some(Length {
        months: a.months.checked_add(b.months)?,
        days: a.days.checked_add(b.days)?,
        seconds: a.seconds.checked_add(b.seconds)?,
    })
}

fn less_a_day(length: Length) -> Length {
    if length.seconds == 0 {
        Length { days: length.days - 1, ..length }
    } else {
        Length { seconds: length.seconds - 60, ..length }
    }
}

/// A quarter of the unit less, roughly: nine days of a month, two of a week.
fn minus_part(length: Length, one: Length) -> Length {
    Length {
        months: length.months - if one.months == 0 { 0 } else { (one.months + 3) / 4 },
        days: length.days + if one.months == 1 { 21 } else { 0 } - one.days * 2 / 7,
        seconds: length.seconds - one.seconds / 4,
    }
}

fn plus_part(length: Length, one: Length) -> Length {
    let part = minus_part(Length::default(), one);
    Length {
        months: length.months + if one.months == 1 { 0 } else { -part.months },
        days: length.days + if one.months == 1 { 9 } else { one.days * 2 / 7 },
        seconds: length.seconds - part.seconds,
    }
}

/// A day moved by a length, forward or back; hours move it by the days they fill.
pub(crate) fn moved(day: NaiveDate, length: Length, sign: i64) -> Option<NaiveDate> {
    let months = add_months(day, sign.checked_mul(length.months)?)?;
    let days = add_days(months, sign.checked_mul(length.days)?)?;
    midnight(days)
        .checked_add_signed(Duration::try_seconds(sign.checked_mul(length.seconds)?)?)
        .map(|moment| moment.date())
}

fn within(inner: &Expr, outer: &Expr, state: &State<'_>) -> Result<Dated, Unresolved> {
    if let (Expr::Pattern(inner), Expr::Pattern(outer)) = (inner, outer)
        && let Some(merged) = merged(inner, outer)
    {
        return bare(&merged, state);
    }
    let mut dated = date(outer, state)?;
    dated.others.clear();
    let cell = match inner {
        Expr::Pattern(said) => inside(said, &dated.cell)?,
        // "The 1989 period": of the year, what is being told.
        Expr::Relative { cell: Cell::Unit(Unit::Unsaid), offset: 0, anchor: Anchor::Focus } => {
            let told = state.focus.any_quarter().and_then(Extent::first_day);
            let there = dated.cell.first_day().zip(told);
            there
                .and_then(|(year, told)| calendar::quarter(year.year(), told.month0() / 3 + 1))
                .unwrap_or(dated.cell)
        }
        // A finer expression that is itself relative is read with the outer as the story's time.
        _ => {
            let mut inner_state = State { focus: Focus::on(dated.cell), now: None, ..*state };
            inner_state.manner = Manner::Narrative;
            let inner = date(inner, &inner_state)?;
            dated.modifier = inner.modifier.or(dated.modifier);
            dated.steps.extend(inner.steps);
            dated.cell = inner.cell;
            dated.denotes = inner.denotes;
            return Ok(dated);
        }
    };
    dated.cell = cell;
    dated.denotes = cell;
    dated.denotes.vague |= matches!(inner, Expr::Pattern(said) if said.part.is_some());
    Ok(dated)
}

/// Two patterns that say different fields of one date.
fn merged(inner: &Pattern, outer: &Pattern) -> Option<Pattern> {
    let clash = |a: bool, b: bool| a && b;
    if clash(inner.year.is_some(), outer.year.is_some())
        || clash(inner.month.is_some(), outer.month.is_some())
        || clash(inner.day.is_some(), outer.day.is_some())
        || clash(inner.weekday.is_some(), outer.weekday.is_some())
        || clash(inner.part.is_some(), outer.part.is_some())
        || clash(inner.clock.is_some(), outer.clock.is_some())
    {
        return None;
    }
    Some(Pattern {
        year: inner.year.or(outer.year),
        half: inner.half.or(outer.half),
        quarter: inner.quarter.or(outer.quarter),
        season: inner.season.or(outer.season),
        month: inner.month.or(outer.month),
        week: inner.week.or(outer.week),
        day: inner.day.or(outer.day),
        weekday: inner.weekday.or(outer.weekday),
        weekend: inner.weekend || outer.weekend,
        named: inner.named.or(outer.named),
        part: inner.part.or(outer.part),
        clock: inner.clock.or(outer.clock),
        either_order: inner.either_order || outer.either_order,
    })
}

/// The first occurrence of a pattern that begins inside a cell.
fn inside(said: &Pattern, cell: &Extent) -> Result<Extent, Unresolved> {
    let first = cell.first_day().ok_or(Unresolved::OutOfRange)?;
    if let (Some(clock), true) = (said.clock, only_clock(said)) {
        return pattern::clock_on(cell, clock);
    }
    let found = pattern::nearest(said, pattern::period(said), first, Toward::Future)?;
    match (found.from, cell.to) {
        (Some(from), Some(to)) if to <= from => {
            Err(Unresolved::NoSuchDate(format!("none such inside {}", cell_words(cell))))
        }
        _ => Ok(found),
    }
}

fn only_clock(said: &Pattern) -> bool {
    Pattern { clock: None, ..*said } == Pattern::default()
}

fn nth(n: i32, cell: &Cell, of: &Expr, state: &State<'_>) -> Result<Dated, Unresolved> {
    let mut dated = date(of, state)?;
    dated.others.clear();
    let outer = dated.cell;
    let none = || Unresolved::NoSuchDate(format!("number {n} of {}", cell_words(&outer)));
    let (Some(first), Some(last)) = (outer.first_day(), outer.last_day()) else {
        return Err(none());
    };
    let steps = i64::from(n.unsigned_abs()) - 1;
    if n == 0 {
        return Err(none());
    }
    let found = match cell {
        Cell::Unit(unit) => {
            // The first week of a month is the first that has its Thursday in it, as ISO counts.
            let base = if 0 < n { first } else { last };
            let count = if 0 < n { steps } else { -steps };
            let base = match unit {
                Unit::Week if 0 < n => {
                    calendar::monday(add_days(base, 3).ok_or_else(none)?).ok_or_else(none)?
                }
                Unit::Week => {
                    calendar::monday(add_days(base, -3).ok_or_else(none)?).ok_or_else(none)?
                }
                Unit::Weekend if 0 < n => add_days(base, 1).ok_or_else(none)?,
                _ => base,
            };
            calendar::cell_after(base, *unit, count).ok_or_else(none)?
        }
        Cell::Pattern(said) => {
            let period = pattern::period(said);
            let (mut from, toward) =
                if 0 < n { (first, Toward::Future) } else { (last, Toward::Past) };
            let mut found = pattern::nearest(said, period, from, toward)?;
            for _ in 0..steps.min(1000) {
                from = if 0 < n {
                    found.last_day().and_then(|day| add_days(day, 1))
                } else {
                    found.first_day().and_then(|day| add_days(day, -1))
                }
                .ok_or_else(none)?;
                found = pattern::nearest(said, period, from, toward)?;
            }
            found
        }
    };
    if found.last_day().is_none_or(|day| day < first)
        || found.first_day().is_none_or(|day| last < day)
    {
        return Err(none());
    }
    dated.cell = found;
    dated.denotes = found;
    dated.modifier = None;
    dated.steps.push(format!("number {n} of {}: {}", cell_words(&outer), cell_words(&found)));
    Ok(dated)
}

/// The early, middle and late part of a time, by the conventions of the annotation: days 1–10,
/// 11–20 and 21–end of a month; months 1–4, 5–8 and 9–12 of a year; years 0–3, 4–6 and 7–9.
fn part_of(part: Part, of: &Expr, state: &State<'_>) -> Result<Dated, Unresolved> {
    let mut dated = date(of, state)?;
    dated.modifier = Some(part.timex());
    dated.others.clear();
    let cell = dated.cell;
    let (Some(first), Some(to)) = (cell.first_day(), cell.to) else { return Ok(dated) };
    let month = |n: u32| NaiveDate::from_ymd_opt(first.year(), n, 1);
    let cuts = match cell.granularity {
        Granularity::Month => (first.with_day(11), first.with_day(21)),
        Granularity::Year | Granularity::FiscalYear => (month(5), month(9)),
        Granularity::Decade => {
            let year = |n: i32| NaiveDate::from_ymd_opt(first.year() + n, 1, 1);
            (year(4), year(7))
        }
        Granularity::Century => {
            let year = |n: i32| NaiveDate::from_ymd_opt(first.year() + n, 1, 1);
            (year(34), year(67))
        }
        Granularity::Week => (add_days(first, 2), add_days(first, 4)),
        Granularity::Quarter | Granularity::Season(_) => {
            (add_months(first, 1), add_months(first, 2))
        }
        Granularity::Half => (add_months(first, 2), add_months(first, 4)),
        _ => {
            dated.denotes.vague = true;
            return Ok(dated);
        }
    };
    let (Some(second), Some(third)) = cuts else { return Err(Unresolved::OutOfRange) };
    let (from, end) = match part {
        Part::Start => (midnight(first), midnight(second)),
        Part::Mid => (midnight(second), midnight(third)),
        Part::End => (midnight(third), to),
    };
    dated.denotes = Extent::new(Some(from), Some(end), Granularity::Span);
    dated.denotes.vague = true;
    dated.steps.push(format!(
        "{} of {}: {}",
        part_words(part),
        cell_words(&cell),
        cell_words(&dated.denotes)
    ));
    Ok(dated)
}

/// A stretch that begins or ends at its anchor: from its first possible start to its last possible end.
fn window(
    amount: &Amount,
    direction: Direction,
    anchor: Anchor,
    state: &State<'_>,
) -> Result<Dated, Unresolved> {
    let (day, moment, on, words) = anchor_of(anchor, state)?;
    let next = day.succ_opt().map(midnight).ok_or(Unresolved::OutOfRange)?;
    let (low, high) = range_of(amount).ok_or(Unresolved::NoAmount)?;
    let vague_amount = low != high || !amount.is_exact();
    let sign = if direction == Direction::Before { -1 } else { 1 };
    let open = matches!(amount.parts.as_slice(), [(Quantity::Vague, _)]);
    let (from, to) = match direction {
        Direction::Before => {
            let from = if open {
                None
            } else {
                Some(midnight(moved(day, high, sign).ok_or(Unresolved::OutOfRange)?))
            };
            // "The past nine years", where years are counted, begin with a year.
            let from = match (from, amount.unit()) {
                (Some(from), Unit::Year | Unit::Decade | Unit::Century)
                    if amount.parts.first().is_some_and(|(n, unit)| {
                        *unit != Unit::Year || *n != Quantity::whole(1)
                    }) =>
                {
                    Extent::year(from.year()).and_then(|year| year.from)
                }
                (from, _) => from,
            };
            (from, Some(next))
        }
        Direction::After => {
            let start = moment.unwrap_or(midnight(day));
            let end = if open {
                None
            } else {
                let last = moved(day, high, sign).ok_or(Unresolved::OutOfRange)?;
                Some(last.succ_opt().map(midnight).ok_or(Unresolved::OutOfRange)?)
            };
            (Some(start), end)
        }
    };
    let mut extent = Extent::new(from, to, Granularity::Span);
    extent.vague = vague_amount;
    let way = match direction {
        Direction::Before => "up to",
        Direction::After => "from",
    };
    let step = format!("{} {way} {words}: {}", amount_words(amount), cell_words(&extent));
    let mut dated = Dated::at(extent, on, Some(step));
    dated.modifier = amount.modifier.map(Modifier::timex);
    Ok(dated)
}

/// So long from the first day of a time on, or up to its last day.
fn stretch(amount: &Amount, direction: Direction, of: Dated) -> Result<Dated, Unresolved> {
    let length = exact(amount).ok_or(Unresolved::NoAmount)?;
    let next = |day: NaiveDate| add_days(day, 1);
    let (from, to) = match direction {
        Direction::After => {
            let first = of.cell.first_day();
            (first, first.and_then(|day| moved(day, length, 1)))
        }
        Direction::Before => {
            let end = of.cell.last_day().and_then(next);
            (end.and_then(|day| moved(day, length, -1)), end)
        }
    };
    let days = from.zip(to).and_then(|(from, to)| Extent::days(from, to, Granularity::Span));
    let mut extent = days.ok_or(Unresolved::OutOfRange)?;
    extent.vague = of.cell.vague || !amount.is_exact();
    let way = match direction {
        Direction::Before => "up to",
        Direction::After => "from",
    };
    let step =
        format!("{} {way} {}: {}", amount_words(amount), cell_words(&of.cell), cell_words(&extent));
    let mut dated = Dated::at(extent, of.anchor, None);
    dated.steps.extend(of.steps);
    dated.steps.push(step);
    Ok(dated)
}

/// A bound, as the annotation reads it: since X runs to the end of its passage's day, by X from that
/// day to the end of X, before a coming X from that day to the start of X, until X to the end of X.
fn bound(signal: Signal, mut dated: Dated, state: &State<'_>) -> Result<Dated, Unresolved> {
    let of = dated.denotes;
    dated.others.clear();
    // A time of day is a moment: until 2 p.m. ends as it strikes, after 2 p.m. begins then.
    let (begin, end) = if is_moment(&of) { (of.from, of.from) } else { (of.to, of.to) };
    let now = state.now;
    let end_of_today = now.and_then(|now| now.day.succ_opt()).map(midnight);
    let today = now.map(|now| midnight(now.day));
    let coming = matches!((today, of.from), (Some(today), Some(from)) if today < from);
    let (from, to) = match signal {
        Signal::Since => {
            let past = matches!((of.from, end_of_today), (Some(from), Some(end)) if from < end);
            (of.from, if past { end_of_today } else { None })
        }
        Signal::Until => (None, end),
        Signal::By => (
            if coming || matches!((today, of.to), (Some(today), Some(to)) if today < to) {
                today
            } else {
                None
            },
            end,
        ),
        Signal::Before => (
            if coming { today } else { None },
            if of.vague && dated.modifier == Some("END") { of.to } else { of.from },
        ),
        Signal::After => (
            begin,
            if coming {
                None
            } else {
                end_of_today.filter(|end| begin.is_some_and(|begin| begin < *end))
            },
        ),
    };
    let vague = of.vague;
    dated.denotes = Extent::new(from, to, Granularity::Span);
    dated.denotes.vague = vague;
    dated.denotes.zone = of.zone;
    dated.steps.push(format!("{} it: {}", signal_words(signal), cell_words(&dated.denotes)));
    Ok(dated)
}

fn anniversary(nth: Option<u32>, of: &Expr, state: &State<'_>) -> Result<Dated, Unresolved> {
    let dated = date(of, state)?;
    let day = dated.cell.first_day().ok_or(Unresolved::NoFocus)?;
    let Some(nth) = nth else { return Err(Unresolved::Recurring) };
    let there = add_months(day, i64::from(nth) * 12).ok_or(Unresolved::OutOfRange)?;
    let extent = Extent::day(there).ok_or(Unresolved::OutOfRange)?;
    let step = format!("{} + {nth} years: {}", year_month_day(day), year_month_day(there));
    Ok(Dated::at(extent, dated.anchor, Some(step)))
}

/// An extent for explanations: `2024-03-07`, `2024-03`, `2024-03-07T18:00 to 2024-03-09T18:00`.
pub(crate) fn cell_words(extent: &Extent) -> String {
    let last = extent.last_day();
    match (extent.from, extent.to) {
        (Some(from), Some(to)) => match extent.granularity {
            Granularity::Day => year_month_day(from.date()),
            Granularity::Month => format!("{}-{:02}", from.year(), from.month()),
            Granularity::Year => from.year().to_string(),
            _ if extent.is_whole_days() && last == Some(from.date()) => year_month_day(from.date()),
            _ if extent.is_whole_days() => {
                format!(
                    "{} to {}",
                    year_month_day(from.date()),
                    last.map_or(String::new(), year_month_day)
                )
            }
            Granularity::Minute | Granularity::Second => moment_text(from),
            _ => format!("{} to {}", moment_text(from), moment_text(to)),
        },
        (Some(from), None) => format!("from {}", year_month_day(from.date())),
        (None, Some(_)) => format!("up to {}", last.map_or(String::new(), year_month_day)),
        (None, None) => "at some time".to_owned(),
    }
}

fn way(direction: Direction) -> &'static str {
    match direction {
        Direction::Before => "before",
        Direction::After => "after",
    }
}

fn part_words(part: Part) -> &'static str {
    match part {
        Part::Start => "the early part",
        Part::Mid => "the middle",
        Part::End => "the late part",
    }
}

fn signal_words(signal: Signal) -> &'static str {
    match signal {
        Signal::Since => "since",
        Signal::Until => "until",
        Signal::By => "by",
        Signal::Before => "before",
        Signal::After => "after",
    }
}

/// An amount in words: "18 days", "2.5 years".
pub(crate) fn amount_words(amount: &Amount) -> String {
    let mut words = match amount.modifier {
        Some(Modifier::Approx) => "about ".to_owned(),
        Some(Modifier::Nearly) => "nearly ".to_owned(),
        Some(Modifier::MoreThan) => "more than ".to_owned(),
        Some(Modifier::LessThan) => "less than ".to_owned(),
        Some(Modifier::AtLeast) => "at least ".to_owned(),
        Some(Modifier::AtMost) => "at most ".to_owned(),
        None => String::new(),
    };
    for (n, (quantity, unit)) in amount.parts.iter().enumerate() {
        if n != 0 {
            words.push_str(" and ");
        }
        let count = match quantity {
            Quantity::Between(low, high) => format!("{low} to {high}"),
            Quantity::Vague => "some".to_owned(),
            Quantity::TooLarge => "too many".to_owned(),
            Quantity::Exact(_) => quantity.to_string(),
        };
        let plural = if *quantity == Quantity::whole(1) { "" } else { "s" };
        let name = match unit {
            Unit::Second => "second",
            Unit::Minute => "minute",
            Unit::Hour => "hour",
            Unit::Day => "day",
            Unit::Weekend => "week-end",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Quarter => "quarter",
            Unit::Half => "half-year",
            Unit::Season => "season",
            Unit::Year => "year",
            Unit::Decade => "decade",
            Unit::Century => "century",
            Unit::Millennium => "millennium",
            Unit::DayPart(_) => "part of the day",
            Unit::Unsaid => "time",
        };
        match (name, plural) {
            ("century", "s") => words.push_str(&format!("{count} centuries")),
            ("millennium", "s") => words.push_str(&format!("{count} millennia")),
            ("time", _) => words.push_str("some time"),
            _ => words.push_str(&format!("{count} {name}{plural}")),
        }
    }
    words
}

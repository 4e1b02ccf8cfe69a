//! The TIMEX3 view: span, type, value, mod, quant, freq, as the gold corpora have them.

use chrono::{Datelike, Timelike};

use super::bound::bound;
use super::date::{self, Dated};
use super::focus::Focus;
use super::{AnchoredOn, Manner, Reading, Resolution, Resolved, State, Unresolved, pattern};
use crate::amount::{Amount, Unit};
use crate::article::Span;
use crate::expr::{Anchor, Cell, Expr, NamedDay, Pattern, Quant, Set, Signal, Vague, Year};
use crate::extent::{Extent, Granularity, Season, push_two, year_text};
use crate::scan::Mention;
use crate::why::Why;

/// The type of a TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "UPPERCASE"))]
pub enum TimexType {
    /// A calendar time, a day or longer, or a vague reference.
    Date,
    /// A time of day.
    Time,
    /// An amount.
    Duration,
    /// Something that recurs.
    Set,
}

impl TimexType {
    /// As in the attribute.
    pub fn word(self) -> &'static str {
        match self {
            TimexType::Date => "DATE",
            TimexType::Time => "TIME",
            TimexType::Duration => "DURATION",
            TimexType::Set => "SET",
        }
    }
}

/// A time expression as ISO-TimeML's TIMEX3 annotates it.
///
/// ```
/// use frise::{Article, Frise, Language, TimexType};
/// let article = Article::new("a", "It met every Monday.", Language::En);
/// let account = Frise::new().read(&article);
/// let timex = &account.resolutions[0].parts[0].timex;
/// assert_eq!((timex.kind, timex.quant.as_deref()), (TimexType::Set, Some("EVERY")));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timex {
    /// The words, in bytes.
    pub span: Span,
    /// The type.
    pub kind: TimexType,
    /// The value: `2024-03-07`, `P3D`, `PAST_REF`, `XXXX-WXX-1`.
    pub value: String,
    /// The `mod` attribute.
    pub modifier: Option<&'static str>,
    /// The `quant` attribute.
    pub quant: Option<String>,
    /// The `freq` attribute.
    pub freq: Option<String>,
}

/// A mention resolved, part by part.
pub(super) fn resolution(mention: &Mention, state: &State<'_>) -> Resolution {
    let begun = matches!(mention.expr, Expr::Bound { signal: Signal::Since, .. });
    // "Depuis le début de l'année", "d'ici la fin du mois" count to now, whatever was told.
    let counts = match &mention.expr {
        Expr::Bound { signal: Signal::Since | Signal::By, of } => is_current(of),
        // So does "au début de l'année" where nothing was told for a while.
        expr => state.far && is_current(expr),
    };
    let of_now = counts && state.manner == Manner::News && state.now.is_some();
    let focus = if of_now { Focus::default() } else { state.focus };
    let state = &State { tense: date::tense_of(&mention.expr, state), begun, focus, ..*state };
    let (is_range, is_between) = (is_range(&mention.expr), is_between(&mention.expr));
    let mut marks = mention.marks.iter().copied().chain(std::iter::repeat(mention.span));
    let parts = match (only_expr(&mention.expr), marks.next()) {
        (Some(expr), Some(span)) => vec![only_part(&mention.expr, expr, span, state)],
        (_, first) => {
            let mut marks = first.into_iter().chain(marks);
            match &mention.expr {
                // "De 15 h à 20 h hier": the ends of a range beside its day.
                Expr::List(items) => {
                    items.iter().flat_map(|item| several(item, &mut marks, state)).collect()
                }
                expr => several(expr, &mut marks, state),
            }
        }
    };
    Resolution { parts, is_range, is_between, published: state.now.map(|now| now.day) }
}

/// The parts of an expression: both ends of a range denote the hull; an item of a list denotes itself,
/// inside its signal.
fn several(expr: &Expr, marks: &mut dyn Iterator<Item = Span>, state: &State<'_>) -> Vec<Resolved> {
    let whole = is_range(expr).then(|| date::date(expr, state));
    let exprs = expr.parts();
    let parts = exprs.iter().zip(marks).map(|(one, span)| {
        let own = date::date(one, state);
        part(one, span, own, whole.clone(), state)
    });
    let parts = parts.collect();
    if whole.is_some() { in_order(parts, &exprs, state) } else { parts }
}

/// Whether an expression is the week, month or year that is being told, or a part of it.
fn is_current(expr: &Expr) -> bool {
    match expr {
        Expr::Part { of, .. } => is_current(of),
        Expr::Relative { cell: Cell::Unit(unit), offset: 0, anchor: Anchor::Focus } => {
            Unit::Day < *unit && *unit != Unit::Unsaid
        }
        _ => false,
    }
}

/// The part of an expression, where it is not made of several.
fn only_expr(expr: &Expr) -> Option<&Expr> {
    match expr {
        Expr::Bound { of, .. } => only_expr(of),
        Expr::Range { .. } | Expr::Stretch { .. } | Expr::List(_) => None,
        expr => Some(expr),
    }
}

/// The part of a mention that has no other: the expression itself, or what its signal bounds.
fn only_part(whole: &Expr, expr: &Expr, span: Span, state: &State<'_>) -> Resolved {
    let own = date::date(expr, state);
    let denoted = match whole {
        Expr::Bound { signal, of } if std::ptr::eq(of.as_ref(), expr) => {
            Some(own.clone().and_then(|dated| bound(*signal, dated, state)))
        }
        whole if std::ptr::eq(whole, expr) => None,
        whole => Some(date::date(whole, state)),
    };
    part(expr, span, own, denoted, state)
}

/// A mention that names, by an event, the day that stands beside it.
pub(super) fn on_day(mut resolution: Resolution, day: Extent) -> Resolution {
    for part in &mut resolution.parts {
        part.timex.value = date_of(&day);
        part.cell = Some(day);
        part.readings = vec![Reading { extent: day, why: None, open: true }];
        part.unresolved = None;
        part.steps = vec![Why::Apposed { day }];
    }
    resolution
}

/// The parts of a range with the last after the first, where the words leave its week open.
fn in_order(mut parts: Vec<Resolved>, exprs: &[&Expr], state: &State<'_>) -> Vec<Resolved> {
    if let ([begin, last], [first, part]) = (exprs, parts.as_mut_slice())
        && let Some(first) = &first.cell
        && let Ok(dated) = date::last_of(begin, first, last, state)
        && part.cell != Some(dated.cell)
    {
        part.timex = timex(last, part.timex.span, Some(&dated), state);
        part.cell = Some(dated.cell);
    }
    parts
}

fn is_range(expr: &Expr) -> bool {
    match expr {
        Expr::Range { .. } => true,
        Expr::Bound { of, .. } => is_range(of),
        _ => false,
    }
}

fn is_between(expr: &Expr) -> bool {
    match expr {
        Expr::Range { between, .. } => *between,
        Expr::Bound { of, .. } => is_between(of),
        _ => false,
    }
}

/// A part as it stands alone, and what the whole phrase denotes where that is something else.
fn part(
    expr: &Expr,
    span: Span,
    own: Result<Dated, Unresolved>,
    whole: Option<Result<Dated, Unresolved>>,
    state: &State<'_>,
) -> Resolved {
    let timex = timex(expr, span, own.as_ref().ok(), state);
    let cell = own.as_ref().ok().map(|dated| dated.cell);
    match whole.unwrap_or(own) {
        Ok(dated) => {
            let best = Reading { extent: dated.denotes, why: None, open: true };
            let mut readings = dated.others;
            readings.insert(0, best);
            let (anchor, steps) = (dated.anchor, dated.steps);
            Resolved { timex, cell, readings, unresolved: None, anchor, steps }
        }
        Err(reason) => Resolved {
            timex,
            cell,
            readings: Vec::new(),
            unresolved: Some(reason),
            anchor: unplaced_anchor(expr, state),
            steps: Vec::new(),
        },
    }
}

/// What an unresolved expression would have been counted from.
fn unplaced_anchor(expr: &Expr, state: &State<'_>) -> AnchoredOn {
    match expr {
        _ if expr.hangs_on_event() => AnchoredOn::Event,
        Expr::Relative { anchor: Anchor::Focus, .. }
        | Expr::Shift { anchor: Anchor::Focus, .. }
        | Expr::Window { anchor: Anchor::Focus, .. } => AnchoredOn::Focus,
        Expr::Relative { .. } | Expr::Shift { .. } | Expr::Window { .. } | Expr::Vague(_) => {
            state.now.map_or(AnchoredOn::Published, |now| now.anchor)
        }
        _ => AnchoredOn::Absolute,
    }
}

fn timex(expr: &Expr, span: Span, dated: Option<&Dated>, state: &State<'_>) -> Timex {
    let plain = |kind, value: String| Timex {
        span,
        kind,
        value,
        modifier: dated.and_then(|dated| dated.modifier),
        quant: None,
        freq: None,
    };
    let duration = |amount: &Amount| Timex {
        modifier: amount.modifier.map(crate::amount::Modifier::timex),
        ..plain(TimexType::Duration, amount.to_string())
    };
    match expr {
        Expr::Duration(amount) | Expr::Window { amount, .. } | Expr::Stretch { amount, .. } => {
            duration(amount)
        }
        Expr::Shift { amount, anchor, .. }
            if state.conventions.shift_is_amount || *anchor == Anchor::Event =>
        {
            duration(amount)
        }
        Expr::Shift { amount, direction, .. }
            if !amount.is_exact()
                && (dated.is_some() || !is_counted(amount))
                && dated.is_none_or(|dated| dated.cell.granularity == Granularity::Span) =>
        {
            let value = match direction {
                crate::expr::Direction::Before => "PAST_REF",
                crate::expr::Direction::After => "FUTURE_REF",
            };
            plain(TimexType::Date, value.to_owned())
        }
        Expr::Set(set) => set_timex(set, span, state.conventions.every_set_is_every),
        // "The second Tuesday of every month" recurs as the month does.
        Expr::Nth { of, .. } if matches!(**of, Expr::Set(_)) => timex(of, span, dated, state),
        Expr::Vague(vague) => plain(
            TimexType::Date,
            match vague {
                Vague::Past => "PAST_REF",
                Vague::Present => "PRESENT_REF",
                Vague::Future => "FUTURE_REF",
            }
            .to_owned(),
        ),
        Expr::Modified { modifier, of } => {
            let mut timex = timex(of, span, dated, state);
            timex.modifier = timex.modifier.or(Some(modifier.timex()));
            timex
        }
        Expr::Part { part, of } => {
            let mut timex = timex(of, span, dated, state);
            timex.modifier = Some(part.timex());
            timex
        }
        _ => {
            let kind = if is_time(expr) { TimexType::Time } else { TimexType::Date };
            let value = match dated {
                // A winter without its year is named by its January.
                Some(dated) if told_winter(expr, state) => {
                    let next = dated.cell.last_day().map(|day| year_of(day.year()));
                    format!("{}-WI", next.unwrap_or_default())
                }
                Some(dated) => value(&dated.cell, state),
                None => open_value(expr),
            };
            plain(kind, value)
        }
    }
}

/// Whether a number stands in an amount, be it "nearly 40".
fn is_counted(amount: &Amount) -> bool {
    amount.parts.iter().all(|(quantity, _)| matches!(quantity, crate::amount::Quantity::Exact(_)))
}

/// Whether an expression is the winter that a narrative has come to.
fn told_winter(expr: &Expr, state: &State<'_>) -> bool {
    let (Expr::Pattern(said)
    | Expr::Relative { cell: Cell::Pattern(said), offset: 0, anchor: Anchor::Focus }) = expr
    else {
        return false;
    };
    let open = said.season == Some(Season::Winter) && said.year.is_none();
    open && state.manner == Manner::Narrative
}

/// Whether an expression names a time of day.
fn is_time(expr: &Expr) -> bool {
    let of_pattern = |said: &Pattern| said.part.is_some() || said.clock.is_some();
    let of_unit =
        |unit: &Unit| matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::DayPart(_));
    match expr {
        Expr::Pattern(said) => of_pattern(said),
        Expr::Relative { cell: Cell::Pattern(said), .. } => of_pattern(said),
        Expr::Relative { cell: Cell::Unit(unit), .. } => of_unit(unit),
        Expr::Shift { amount, .. } => of_unit(&amount.unit()),
        Expr::Within { inner, outer } => is_time(inner) || is_time(outer),
        Expr::Nth { cell: Cell::Pattern(said), .. } => of_pattern(said),
        Expr::Nth { cell: Cell::Unit(unit), .. } => of_unit(unit),
        Expr::Part { of, .. } | Expr::Modified { of, .. } => is_time(of),
        _ => false,
    }
}

/// The TIMEX3 value of a cell of the calendar.
fn value(cell: &Extent, state: &State<'_>) -> String {
    let Some(from) = cell.from else { return "XXXX".to_owned() };
    let (day, year) = (from.date(), from.year());
    let full = || year_of(year);
    let zone = if pattern::is_utc(cell.zone) { "Z" } else { "" };
    match cell.granularity {
        Granularity::Second => format!(
            "{}T{:02}:{:02}:{:02}{zone}",
            date_of(cell),
            from.hour(),
            from.minute(),
            from.second()
        ),
        Granularity::Minute | Granularity::Hour => {
            let mut value = date_of(cell);
            push_two("T", from.hour(), &mut value);
            push_two(":", from.minute(), &mut value);
            value + zone
        }
        Granularity::DayPart(part) => format!("{}T{}", date_of(cell), part.code()),
        Granularity::Day | Granularity::Span => date_of(cell),
        Granularity::Weekend => format!("{}-WE", week_of(day)),
        Granularity::Week => week_of(day),
        Granularity::Month => {
            let mut value = full();
            push_two("-", day.month(), &mut value);
            value
        }
        Granularity::Quarter => format!("{}-Q{}", full(), (day.month() - 1) / 3 + 1),
        Granularity::Half => format!("{}-H{}", full(), (day.month() - 1) / 6 + 1),
        Granularity::Season(season) => format!("{}-{}", full(), season.code()),
        Granularity::Year | Granularity::FiscalYear => full(),
        Granularity::Decade => match (year < 0, state.conventions.shift_is_amount) {
            (true, _) => format!("BC{:03}", (-year) / 10),
            (false, true) => format!("{:03}X", year / 10),
            (false, false) => format!("{:03}", year / 10),
        },
        Granularity::Century => match (year < 0, state.conventions.shift_is_amount) {
            (true, _) => format!("BC{:02}", (1 - year) / 100 - 1),
            (false, true) => format!("{:02}XX", year / 100),
            (false, false) => format!("{:02}", year / 100),
        },
        Granularity::Millennium if year < 0 => format!("BC{}", (1 - year) / 1000 - 1),
        Granularity::Millennium => format!("{}", year.div_euclid(1000)),
    }
}

fn date_of(cell: &Extent) -> String {
    let Some(day) = cell.first_day() else { return "XXXX-XX-XX".to_owned() };
    let mut value = year_of(day.year());
    push_two("-", day.month(), &mut value);
    push_two("-", day.day(), &mut value);
    value
}

/// A year; before our era as the WikiWars corpus writes it, BC0044.
fn year_of(year: i32) -> String {
    if 0 < year { year_text(year) } else { format!("BC{:04}", 1 - i64::from(year)) }
}

fn week_of(day: chrono::NaiveDate) -> String {
    let week = day.iso_week();
    format!("{}-W{:02}", year_text(week.year()), week.week())
}

/// The value of an expression that has no place: X where the words leave it open.
fn open_value(expr: &Expr) -> String {
    match expr {
        Expr::Pattern(said) => open_pattern(said),
        Expr::Relative { cell: Cell::Pattern(said), .. }
        | Expr::Nth { cell: Cell::Pattern(said), .. } => open_pattern(said),
        Expr::Relative { cell: Cell::Unit(unit), .. }
        | Expr::Nth { cell: Cell::Unit(unit), .. } => open_unit(*unit),
        Expr::Shift { amount, .. } => open_unit(amount.unit()),
        Expr::Within { inner, .. } => open_value(inner),
        Expr::Part { of, .. } | Expr::Modified { of, .. } | Expr::Bound { of, .. } => {
            open_value(of)
        }
        _ => "XXXX-XX-XX".to_owned(),
    }
}

fn open_unit(unit: Unit) -> String {
    match unit {
        Unit::Year | Unit::Decade | Unit::Century | Unit::Millennium => "XXXX",
        Unit::Month | Unit::Quarter | Unit::Half | Unit::Season => "XXXX-XX",
        Unit::Week => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Hour | Unit::Minute | Unit::Second => "XXXX-XX-XXTXX:XX",
        Unit::DayPart(part) => return format!("XXXX-XX-XXT{}", part.code()),
        Unit::Day => "XXXX-XX-XX",
        Unit::Unsaid => "PAST_REF",
    }
    .to_owned()
}

pub(super) fn open_pattern(said: &Pattern) -> String {
    let year = match said.year {
        Some(Year::Full(year)) => year_of(year),
        Some(Year::Short(digits)) => format!("XX{digits:02}"),
        _ => "XXXX".to_owned(),
    };
    let mut value = if let Some(weekday) = said.weekday.filter(|_| said.day.is_none()) {
        format!("{year}-WXX-{weekday}")
    } else if said.weekend {
        format!("{year}-WXX-WE")
    } else if let Some(season) = said.season {
        format!("{year}-{}", season.code())
    } else if let Some(quarter) = said.quarter {
        format!("{year}-Q{quarter}")
    } else if let Some(half) = said.half {
        format!("{year}-H{half}")
    } else if let Some(week) = said.week {
        format!("{year}-W{week:02}")
    } else {
        let (month, day) = match said.named {
            Some(NamedDay::Fixed(month, day)) => (Some(month), Some(day)),
            _ => (said.month, said.day),
        };
        let month = month.map_or("XX".to_owned(), |month| format!("{month:02}"));
        match day {
            Some(day) => format!("{year}-{month}-{day:02}"),
            None if said.month.is_some() && said.part.is_none() && said.clock.is_none() => {
                format!("{year}-{month}")
            }
            None => format!("{year}-{month}-XX"),
        }
    };
    if let Some(part) = said.part {
        value.push('T');
        value.push_str(part.code());
    }
    if let Some(clock) = said.clock {
        value.push_str(&format!("T{:02}:{:02}", clock.hour, clock.minute.unwrap_or(0)));
    }
    value
}

/// "Every Monday" XXXX-WXX-1 EVERY; "twice a week" P1W 2X; "every other week" P2W EVERY.
fn set_timex(set: &Set, span: Span, always: bool) -> Timex {
    let value = match set.cell {
        Cell::Unit(unit) => Amount::of(set.every.into(), unit).to_string(),
        Cell::Pattern(said) if set.every == 1 => open_pattern(&said),
        Cell::Pattern(said) => {
            let unit = match pattern::period(&said) {
                pattern::Period::Year | pattern::Period::Once | pattern::Period::Century => {
                    Unit::Year
                }
                pattern::Period::Month => Unit::Month,
                pattern::Period::Week => Unit::Week,
                pattern::Period::Day => Unit::Day,
            };
            Amount::of(set.every.into(), unit).to_string()
        }
    };
    let unsaid = (always && set.times.is_none()).then_some(Quant::Every);
    let quant = set.quant.or(unsaid).map(|quant| {
        match quant {
            Quant::Every => "EVERY",
            Quant::Each => "EACH",
            Quant::Some => "SOME",
        }
        .to_owned()
    });
    let freq = set.times.map(|times| format!("{times}X"));
    Timex { span, kind: TimexType::Set, value, modifier: None, quant, freq }
}

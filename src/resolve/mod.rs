//! What is meant: mentions become extents, in text order, with the steps that led there.
//!
//! A fold that carries the focus (the time the story is at). It never looks at words: what the
//! words say is in the [`Expr`], the tense around them comes from the clauses, the date of a
//! quotation from the passages.

pub(crate) mod calendar;
pub(crate) mod date;
mod focus;
mod pattern;
#[cfg(test)]
mod tests;
mod timex;

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use crate::amount::Unit;
use crate::article::{Published, Span};
use crate::expr::{Anchor, Cell, Direction, Expr, Pattern, Signal, Year};
use crate::extent::{Extent, year_month_day};
use crate::lang::Conventions;
use crate::scan::Mention;

use focus::Focus;
pub use timex::{Timex, TimexType};

/// Why a mention has no place on the line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unresolved {
    /// The words name a date that the calendar does not have: "31 février", "Thursday, 8 March 2024".
    NoSuchDate(String),
    /// It counts from the date of publication, and none is known.
    NoPublication,
    /// It counts from the time the story is at, and none has been told.
    NoFocus,
    /// It counts from an event, which this stage does not know.
    Event,
    /// A word that points to the past, the present or the future, and no more.
    Vague,
    /// It recurs: there is no one time.
    Recurring,
    /// An amount with no place of its own.
    Unplaced,
    /// How much is not said, or too large to reckon.
    NoAmount,
    /// Beyond the years that the calendar here reckons with (about 262,000 either way).
    OutOfRange,
    /// A day with a name whose date is not computed here.
    NotComputed(&'static str),
}

impl std::fmt::Display for Unresolved {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Unresolved::NoSuchDate(what) => write!(f, "no such date: {what}"),
            Unresolved::NoPublication => f.write_str("no date of publication to count from"),
            Unresolved::NoFocus => f.write_str("no time told before to count from"),
            Unresolved::Event => f.write_str("the event it counts from is not known"),
            Unresolved::Vague => f.write_str("a vague reference"),
            Unresolved::Recurring => f.write_str("it recurs"),
            Unresolved::Unplaced => f.write_str("an amount of time, not a time"),
            Unresolved::NoAmount => f.write_str("how much is not said"),
            Unresolved::OutOfRange => f.write_str("beyond the years that are reckoned with"),
            Unresolved::NotComputed(name) => write!(f, "the date of {name} is not computed"),
        }
    }
}

/// What a mention was counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
pub enum AnchoredOn {
    /// Nothing: the words say it all.
    Absolute,
    /// The date of publication.
    Published,
    /// The time the story is at.
    Focus,
    /// The date of the quotation it stands in.
    Quote,
    /// An event.
    Event,
}

impl AnchoredOn {
    /// The word for it, as in the JSON.
    pub fn word(self) -> &'static str {
        match self {
            AnchoredOn::Absolute => "absolute",
            AnchoredOn::Published => "published",
            AnchoredOn::Focus => "focus",
            AnchoredOn::Quote => "quote",
            AnchoredOn::Event => "event",
        }
    }
}

/// One way to resolve a part of a mention.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Reading {
    /// When that is.
    pub extent: Extent,
    /// Why this reading, where there are others.
    pub why: String,
    /// Whether the words leave it open, so that the checker may settle it; otherwise it was
    /// considered and rejected, and is only on record.
    pub open: bool,
}

/// One part of a mention, as TIMEX3 counts parts, resolved.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Resolved {
    /// The TIMEX3 view.
    pub timex: Timex,
    /// The cell of the calendar that the part itself names, without the signals around it.
    pub cell: Option<Extent>,
    /// What the whole phrase denotes, best reading first; empty where unresolved.
    pub readings: Vec<Reading>,
    /// Why there is none.
    pub unresolved: Option<Unresolved>,
    /// What it was counted from.
    pub anchor: AnchoredOn,
    /// What was decided, one sentence a step.
    pub steps: Vec<String>,
}

impl Resolved {
    /// What the whole phrase denotes, by the best reading.
    pub fn extent(&self) -> Option<&Extent> {
        self.readings.first().map(|reading| &reading.extent)
    }
}

/// A mention resolved: a part each for the ends of a range and the items of a list.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Resolution {
    /// Its parts, in the order of `Expr::parts`. Never empty.
    pub parts: Vec<Resolved>,
    /// Whether the parts are ends of one stretch (else they are times of their own).
    pub is_range: bool,
    /// The date that the passage it stands in was published, where known.
    pub published: Option<NaiveDate>,
}

/// The tense of the clause around a mention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "lowercase"))]
pub enum Tense {
    /// Told as past.
    Past,
    /// Told as present.
    Present,
    /// Told as to come.
    Future,
    /// No verb, or none that tells.
    #[default]
    Unknown,
}

/// What is known around a mention before it is resolved.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Surroundings {
    /// The tense of the governing verb.
    pub(crate) tense: Tense,
    /// The mention that dates the passage it stands in, where that is not the article.
    pub(crate) dated_by: Option<usize>,
    /// Whether it stands outside the story: a page's furniture, a by-line.
    pub(crate) aside: bool,
    /// Whether it begins its sentence.
    pub(crate) leads: bool,
}

/// The time that words in a passage are said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Now {
    pub(crate) day: NaiveDate,
    pub(crate) moment: Option<NaiveDateTime>,
    pub(crate) anchor: AnchoredOn,
}

impl Now {
    /// As explanations cite it.
    fn words(&self) -> String {
        let day = year_month_day(self.day);
        match self.anchor {
            AnchoredOn::Quote => format!("the date of the passage, {day}"),
            _ => format!("the date of publication, {day}"),
        }
    }
}

/// How a story tells its times: news around its date of publication, or a narrative of other years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    News,
    Narrative,
}

/// What the fold carries.
pub(crate) struct State<'a> {
    pub(crate) conventions: &'a Conventions,
    pub(crate) manner: Manner,
    pub(crate) now: Option<Now>,
    pub(crate) focus: Focus,
    pub(crate) tense: Tense,
    /// Whether the mention begins its sentence.
    pub(crate) leads: bool,
    /// The event that the mention hangs on, where a time names it.
    pub(crate) event: Option<Extent>,
}

/// Resolves the mentions of an article, in their order. `around` tells what surrounds the n-th.
pub(crate) fn resolve(
    published: Option<&Published>,
    mentions: &[Mention],
    conventions: &Conventions,
    around: &dyn Fn(usize) -> Surroundings,
) -> Vec<Resolution> {
    let published = published.map(|published| Now {
        day: published.day(),
        moment: published.moment(),
        anchor: AnchoredOn::Published,
    });
    let manner = manner_of(mentions, published.as_ref());
    let mut state = State {
        conventions,
        manner,
        now: published,
        focus: Focus::default(),
        tense: Tense::Unknown,
        leads: false,
        event: None,
    };
    let mut resolutions: Vec<Resolution> = Vec::with_capacity(mentions.len());
    let mut year_said = None;
    for (n, mention) in mentions.iter().enumerate() {
        let around = around(n);
        state.tense = around.tense;
        state.leads = around.leads;
        state.now = around
            .dated_by
            .and_then(|dating| {
                // The line that dates a passage can stand after it.
                let fresh = State {
                    now: published,
                    focus: Focus::default(),
                    tense: Tense::Unknown,
                    ..state
                };
                let ahead = || Some(timex::resolution(mentions.get(dating)?, &fresh));
                now_of(&resolutions.get(dating).cloned().or_else(ahead)?)
            })
            .or(published);
        state.event =
            mentions.get(n + 1).filter(|next| Some(next.span) == mention.event).and_then(|next| {
                timex::resolution(next, &State { event: None, ..state }).parts.first()?.cell
            });
        year_said = year_before(n, mentions, &resolutions, year_said).filter(|_| !around.leads);
        let shared = year_said
            .map(|year| Mention { expr: with_year(&mention.expr, year), ..mention.clone() })
            .or_else(|| shared_year(mention, mentions.get(n + 1)));
        let said = shared.as_ref().unwrap_or(mention);
        let resolution = match day_after(n, mentions, &state) {
            Some(day) => timex::resolution(said, &State { focus: day, ..state }),
            None => timex::resolution(said, &state),
        };
        let resolution = match apposed(n, mentions, resolutions.last(), &resolution) {
            Some(day) => timex::on_day(resolution, day),
            None => resolution,
        };
        // "Avant l'attentat du 22 mars": the date says which attack, the story is not there.
        let names_event = mentions
            .iter()
            .take(n)
            .rev()
            .take(4)
            .any(|earlier| earlier.event.is_some_and(|event| event.contains(mention.span)));
        if !around.aside && !names_event {
            move_focus(&mut state, mention, &resolution, around.leads);
        }
        resolutions.push(resolution);
    }
    resolutions
}

/// The day that a mention stands beside and names again by an event: "on 22 March, the day after the
/// warning", "today, the fifth anniversary of the flood".
fn apposed(
    n: usize,
    mentions: &[Mention],
    before: Option<&Resolution>,
    resolution: &Resolution,
) -> Option<Extent> {
    let (earlier, mention) = (mentions.get(n.checked_sub(1)?)?, mentions.get(n)?);
    let again = match &mention.expr {
        Expr::Relative { cell: Cell::Unit(Unit::Day), anchor: Anchor::Event, .. } => true,
        Expr::Nth { cell: Cell::Unit(Unit::Day), of, .. } | Expr::Anniversary { of, .. } => {
            of.hangs_on_event()
        }
        _ => false,
    };
    let ([part], [named]) = (resolution.parts.as_slice(), before?.parts.as_slice()) else {
        return None;
    };
    let beside = mention.span.start.checked_sub(earlier.span.end).is_some_and(|gap| gap <= 2);
    let day = named.cell.filter(|cell| cell.granularity == crate::extent::Granularity::Day)?;
    (again && beside && part.unresolved == Some(Unresolved::Event)).then_some(day)
}

/// The day that follows a bare clock time at once, which is then its day: "vers 0 h 40, jeudi".
fn day_after(n: usize, mentions: &[Mention], state: &State<'_>) -> Option<Focus> {
    let (mention, next) = (mentions.get(n)?, mentions.get(n + 1)?);
    let bare = match &mention.expr {
        Expr::Modified { of, .. } => of,
        expr => expr,
    };
    let Expr::Pattern(said) = bare else { return None };
    let near = next.span.start.checked_sub(mention.span.end).is_some_and(|gap| gap <= 2);
    if !near || said.clock.is_none() || pattern::period(said) != pattern::Period::Day {
        return None;
    }
    let cell = timex::resolution(next, state).parts.first()?.cell?;
    (cell.granularity == crate::extent::Granularity::Day).then(|| Focus::on(cell))
}

/// "En 97 (en janvier ici, en octobre là)": the year said just before a month without one is that
/// month's, and that of the months which go on from it.
fn year_before(
    n: usize,
    mentions: &[Mention],
    resolutions: &[Resolution],
    before: Option<i32>,
) -> Option<i32> {
    let (earlier, mention) = (mentions.get(n.checked_sub(1)?)?, mentions.get(n)?);
    let gap = mention.span.start.checked_sub(earlier.span.end)?;
    let Expr::Pattern(said) = mention.expr else { return None };
    if said.month.is_none() || said.day.is_some() || said.year.is_some() {
        return None;
    }
    let whole_year = Pattern { year: None, ..*open_date(&earlier.expr)? } == Pattern::default();
    match before {
        Some(year) if gap <= 40 => Some(year),
        // As near as a bracket or a comma and a preposition.
        _ if whole_year && gap <= 6 => {
            Some(resolutions.get(n - 1)?.parts.first()?.cell?.first_day()?.year())
        }
        _ => None,
    }
}

/// "In August and September 1914": the year said after the second is that of the first too.
fn shared_year(mention: &Mention, next: Option<&Mention>) -> Option<Mention> {
    let next = next?;
    // As near as a conjunction of any language.
    let near = next.span.start.checked_sub(mention.span.end).is_some_and(|gap| 2 < gap && gap <= 5);
    let place = |said: &Pattern| match (said.month, said.season) {
        (Some(month), None) => Some((month, said.day.unwrap_or(0))),
        (None, Some(season)) => Some((season as u8, 0)),
        _ => None,
    };
    let (first, last) = (open_date(&mention.expr)?, open_date(&next.expr).filter(|_| near)?);
    let Some(Year::Full(year)) = last.year else { return None };
    let before = place(first)? <= place(last)?;
    let alike = first.season.is_some() == last.season.is_some();
    if first.year.is_some() || !before || !alike {
        return None;
    }
    Some(Mention { expr: with_year(&mention.expr, year), ..mention.clone() })
}

/// The pattern in an expression, parts of it and bounds set aside.
fn open_date(expr: &Expr) -> Option<&Pattern> {
    match expr {
        Expr::Pattern(said)
        | Expr::Relative { cell: Cell::Pattern(said), offset: 0, anchor: Anchor::Focus } => {
            Some(said)
        }
        Expr::Part { of, .. } | Expr::Modified { of, .. } | Expr::Bound { of, .. } => open_date(of),
        _ => None,
    }
}

/// An expression with the year of its pattern filled in.
fn with_year(expr: &Expr, year: i32) -> Expr {
    let filled = |of: &Expr| Box::new(with_year(of, year));
    match expr {
        Expr::Pattern(said) | Expr::Relative { cell: Cell::Pattern(said), .. } => {
            Expr::Pattern(Pattern { year: Some(Year::Full(year)), ..*said })
        }
        Expr::Part { part, of } => Expr::Part { part: *part, of: filled(of) },
        Expr::Modified { modifier, of } => Expr::Modified { modifier: *modifier, of: filled(of) },
        Expr::Bound { signal, of } => Expr::Bound { signal: *signal, of: filled(of) },
        other => other.clone(),
    }
}

/// The time of a passage that a resolved by-line dates.
fn now_of(dating: &Resolution) -> Option<Now> {
    let part = dating.parts.first()?;
    let extent = part.extent()?;
    let fine = !extent.is_whole_days();
    let day = extent.first_day()?;
    // A by-line of a month or a year dates nothing to the day.
    (extent.last_day()? == day).then(|| Now {
        day,
        moment: extent.from.filter(|_| fine),
        anchor: AnchoredOn::Quote,
    })
}

/// What is told moves the focus: a date, not a duration, a set or a vague word.
fn move_focus(state: &mut State<'_>, mention: &Mention, resolution: &Resolution, leads: bool) {
    if matches!(
        mention.expr,
        Expr::Duration(_) | Expr::Set(_) | Expr::Vague(_) | Expr::Window { .. }
    ) {
        return;
    }
    // "Up from $3 million a year earlier": news compares, and is still where it was.
    if state.manner == Manner::News && compares(&mention.expr) {
        return;
    }
    // What is quoted as of now, "next summer", is not where a narrative is.
    let quoted = !matches!(mention.expr, Expr::Pattern(_)) && counts_from_now(&mention.expr);
    if state.manner == Manner::Narrative && quoted {
        return;
    }
    let told = resolution.parts.iter().rev().find_map(|part| part.cell.as_ref());
    if let Some(cell) = told
        && cell.from.is_some()
        && cell.to.is_some()
    {
        // "Held out until the spring of 1945": the story is where the holding out began.
        let until = matches!(mention.expr, Expr::Bound { signal: Signal::Until, .. });
        match until && !leads {
            true => state.focus.touch(*cell),
            false => state.focus.tell(*cell, leads, state.tense == Tense::Future),
        }
        // "After a flat second quarter", "the third quarter of 1984" are not what is compared.
        let bound = matches!(mention.expr, Expr::Bound { .. });
        let far = |day: NaiveDate| {
            state.now.is_some_and(|now| !(0..400).contains(&(now.day - day).num_days()))
        };
        if !bound && !cell.first_day().is_some_and(far) {
            state.focus.compare(*cell);
        }
    }
}

/// Whether an expression is a year before another time.
fn compares(expr: &Expr) -> bool {
    match expr {
        Expr::Shift { amount, direction: Direction::Before, .. } => amount.unit() == Unit::Year,
        Expr::Relative { cell, offset, anchor: Anchor::Focus } => {
            matches!((cell, offset), (Cell::Unit(Unit::Year), -1) | (Cell::Unit(Unit::Quarter), -4))
        }
        Expr::Within { inner, outer } => {
            let told =
                Expr::Relative { cell: Cell::Unit(Unit::Unsaid), offset: 0, anchor: Anchor::Focus };
            **inner == told || compares(outer)
        }
        _ => false,
    }
}

/// A text that tells mostly of full years other than its own, and seldom counts from its
/// publication, is a narrative.
fn manner_of(mentions: &[Mention], published: Option<&Now>) -> Manner {
    let Some(now) = published else { return Manner::Narrative };
    let this_year = chrono::Datelike::year(&now.day);
    let (mut other_years, mut from_now) = (0usize, 0usize);
    for expr in mentions.iter().flat_map(|mention| mention.expr.parts()) {
        other_years += usize::from(year_in(expr).is_some_and(|year| year != this_year));
        from_now += usize::from(counts_from_now(expr));
    }
    if 5 <= other_years && 2 * from_now < other_years { Manner::Narrative } else { Manner::News }
}

/// Whether an expression shows that its text is told from the day it was written: "yesterday", "Friday".
fn counts_from_now(expr: &Expr) -> bool {
    match expr {
        Expr::Relative { anchor, .. }
        | Expr::Shift { anchor, .. }
        | Expr::Window { anchor, .. } => *anchor == Anchor::Publication,
        Expr::Pattern(pattern) => pattern::period(pattern) == pattern::Period::Week,
        Expr::Within { outer: of, .. }
        | Expr::Part { of, .. }
        | Expr::Modified { of, .. }
        | Expr::Bound { of, .. } => counts_from_now(of),
        _ => false,
    }
}

fn year_in(expr: &Expr) -> Option<i32> {
    match expr {
        Expr::Pattern(pattern) => match pattern.year? {
            Year::Full(year) => Some(year),
            _ => None,
        },
        Expr::Part { of, .. } | Expr::Modified { of, .. } | Expr::Bound { of, .. } => year_in(of),
        _ => None,
    }
}

/// A mention's resolution with the stretch of text it belongs to.
impl Resolution {
    /// The places of its parts, as TIMEX3 counts words.
    pub fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        self.parts.iter().map(|part| part.timex.span)
    }
}

//! What is meant: mentions become extents, in text order, with the steps that led there.
//!
//! A fold that carries the focus (the time the story is at). It never looks at words: what the
//! words say is in the [`Expr`], the tense around them comes from the clauses, the date of a
//! quotation from the passages.

mod beside;
mod bound;
pub(crate) mod calendar;
mod date;
mod focus;
mod inside;
pub(crate) mod length;
mod manner;
mod pattern;
mod relative;
mod shift;
#[cfg(test)]
mod tests;
mod timex;

use chrono::{NaiveDate, NaiveDateTime};

use crate::amount::Unit;
use crate::article::{Published, Span};
use crate::expr::{Anchor, Cell, Expr, Pattern, Signal, Year};
use crate::extent::Extent;
use crate::lang::Conventions;
use crate::scan::Mention;
use crate::why::{Base, Why};

pub use crate::why::Unresolved;
use beside::{
    apposed, day_after, day_of_stamp, recurs, shared_day, shared_year, told_day, with_year,
    year_before, year_of_last,
};
use focus::Focus;
use manner::{Manner, manner_of, move_focus};
pub use timex::{Timex, TimexType};

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
    pub why: Option<Why>,
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
    /// What was decided, step by step.
    pub steps: Vec<Why>,
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
    /// Whether what they date lies somewhere between these ends, and need not fill it.
    pub is_between: bool,
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
    /// The number of its sentence.
    pub(crate) sentence: Option<usize>,
    /// What stands between it and the next mention.
    pub(crate) joint: Joint,
    /// Whether it is the time of a report, not of what it reports.
    pub(crate) reports: bool,
}

/// What stands between a mention and the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Joint {
    /// A word that joins, and perhaps a preposition: "et", "and in".
    Word,
    /// A comma.
    Comma,
    /// A few words of the same sentence, none of them a verb.
    Near,
    /// Anything else.
    #[default]
    Apart,
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
    fn base(&self) -> Base {
        match self.anchor {
            AnchoredOn::Quote => Base::Passage { day: self.day },
            _ => Base::Publication { day: self.day },
        }
    }
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
    /// Whether what is told has begun: "since October" is no October to come.
    pub(crate) begun: bool,
    /// Whether nothing was told for a while before it.
    pub(crate) far: bool,
    /// The event that the mention hangs on, where a time names it.
    pub(crate) event: Option<Extent>,
}

/// Whether the tense around a time says which of several it is. `told` is the last year that was said
/// in full before.
pub(crate) fn asks_direction(expr: &Expr, told: Option<i32>) -> bool {
    let asks_direction = |expr: &Expr| asks_direction(expr, told);
    match expr {
        Expr::Pattern(pattern) => match (pattern.year, told) {
            // Of one that may be to come it says whether the story is there.
            (Some(Year::Full(year)), Some(told)) => told < year,
            _ => true,
        },
        // "Yesterday", "today" are what they are.
        Expr::Relative { anchor: Anchor::Publication, offset, cell } => {
            0 < *offset || *offset == 0 && *cell != Cell::Unit(Unit::Day)
        }
        Expr::Relative { anchor, .. } => *anchor != Anchor::Event,
        Expr::Shift { anchor, .. } => *anchor == Anchor::Focus,
        Expr::Within { inner, outer } => asks_direction(inner) || asks_direction(outer),
        Expr::Nth { of, .. }
        | Expr::Part { of, .. }
        | Expr::Modified { of, .. }
        | Expr::Stretch { of, .. } => asks_direction(of),
        // Whether "from May 3, 2019" bounds or says when.
        Expr::Bound { signal: Signal::From | Signal::AsEarlyAs, .. } => true,
        Expr::Bound { of, .. } => asks_direction(of),
        Expr::Range { first, last, .. } => asks_direction(first) || asks_direction(last),
        Expr::List(items) => items.iter().any(asks_direction),
        _ => false,
    }
}

/// The year that an expression says in full.
pub(crate) fn full_year(expr: &Expr) -> Option<i32> {
    match expr {
        Expr::Pattern(Pattern { year: Some(Year::Full(year)), .. }) => Some(*year),
        Expr::Within { inner: of, outer } => full_year(outer).or_else(|| full_year(of)),
        Expr::Nth { of, .. }
        | Expr::Part { of, .. }
        | Expr::Modified { of, .. }
        | Expr::Bound { of, .. }
        | Expr::Range { last: of, .. } => full_year(of),
        _ => None,
    }
}

/// How many bytes, some two sentences, a time told is still what "the year" is of.
const WHILE: usize = 240;

/// Resolves the mentions of an article, in their order. `around` tells what surrounds each.
pub(crate) fn resolve(
    published: Option<&Published>,
    mentions: &[Mention],
    conventions: &Conventions,
    around: &[Surroundings],
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
        begun: false,
        far: false,
        event: None,
    };
    let mut resolutions: Vec<Resolution> = Vec::with_capacity(mentions.len());
    let (mut year_said, mut told_to) = (None, 0);
    for (n, mention) in mentions.iter().enumerate() {
        let beside = |n: usize| around.get(n).copied().unwrap_or_default();
        let around = beside(n);
        state.tense = around.tense;
        state.leads = around.leads;
        state.far = WHILE < mention.span.start.saturating_sub(told_to);
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
            .or_else(|| shared_year(n, mentions, &beside))
            .or_else(|| shared_day(n, mentions, &state))
            .or_else(|| {
                let expr = year_of_last(&mention.expr)?;
                Some(Mention { expr, ..mention.clone() })
            });
        let said = shared.as_ref().unwrap_or(mention);
        let told_here = n.checked_sub(1).is_some_and(|before| {
            beside(before).sentence == around.sentence && told_day(&resolutions[before])
        });
        let near = around.joint == Joint::Near && !told_here;
        let stamped = n.checked_sub(1).filter(|before| beside(*before).aside);
        let stamped = stamped.and_then(|_| day_of_stamp(n, mentions, &resolutions));
        let resolution = match stamped.or_else(|| day_after(n, mentions, near, &state)) {
            Some(day) => timex::resolution(said, &State { focus: day, ..state }),
            None => timex::resolution(said, &state),
        };
        let resolution = if recurs(n, mentions) {
            let nowhere = State { now: None, focus: Focus::default(), ..state };
            let mut recurring = timex::resolution(said, &nowhere);
            for part in &mut recurring.parts {
                part.unresolved = Some(Unresolved::Recurring);
            }
            recurring
        } else {
            resolution
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
        // "Two were killed on Monday, police said on Tuesday": the story is on Monday.
        let only_reports = around.reports && told_here;
        if !around.aside && !names_event && !only_reports {
            move_focus(&mut state, mention, &resolution, around.leads);
            told_to = mention.span.end;
        }
        resolutions.push(resolution);
    }
    resolutions
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

/// A mention's resolution with the stretch of text it belongs to.
impl Resolution {
    /// The places of its parts, as TIMEX3 counts words.
    pub fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        self.parts.iter().map(|part| part.timex.span)
    }
}

//! The focus: the time the story is at, and the last times it told.

use chrono::{Datelike, NaiveDate};

use crate::amount::Unit;
use crate::extent::{Extent, Granularity};

/// How many times back "that quarter" is looked for.
const REMEMBERED: usize = 8;

/// What has been told so far.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Focus {
    /// The last times told, latest first.
    told: [Option<Extent>; REMEMBERED],
    /// The quarter that news compares.
    quarter: Option<Extent>,
    /// The time that a narrative goes on from: a year that is only mentioned does not move it.
    thread: Option<Extent>,
}

impl Focus {
    /// A focus on one time.
    pub(crate) fn on(cell: Extent) -> Self {
        let mut focus = Self::default();
        focus.tell(cell, true, false);
        focus
    }

    /// The last time told.
    pub(crate) fn last(&self) -> Option<&Extent> {
        self.told.first().and_then(Option::as_ref)
    }

    /// The last times told, latest first.
    pub(crate) fn latest(&self) -> impl Iterator<Item = &Extent> {
        self.told.iter().flatten()
    }

    /// The last time told that is no longer than a unit, so that there is one such unit around it.
    pub(crate) fn within(&self, unit: Unit) -> Option<&Extent> {
        self.told.iter().flatten().find(|cell| !is_longer(cell, unit))
    }

    /// The quarter told just before: one of the last three times told.
    pub(crate) fn quarter(&self) -> Option<&Extent> {
        let mut latest = self.told.iter().take(3).flatten();
        latest.find(|cell| cell.granularity == Granularity::Quarter)
    }

    /// The quarter that is being compared, however long ago it was told.
    pub(crate) fn any_quarter(&self) -> Option<&Extent> {
        self.quarter.as_ref()
    }

    /// The day that a narrative goes on from.
    pub(crate) fn thread(&self) -> Option<NaiveDate> {
        self.thread.as_ref().or(self.last()).and_then(Extent::first_day)
    }

    /// Whether the narrative is in a year of which nothing finer has been told.
    pub(crate) fn is_at_year(&self) -> bool {
        self.thread.as_ref().is_some_and(|cell| cell.granularity == Granularity::Year)
    }

    /// Begins to compare with a quarter.
    pub(crate) fn compare(&mut self, cell: Extent) {
        if cell.granularity == Granularity::Quarter {
            self.quarter = Some(cell);
        }
    }

    /// Tells a time that the story does not move on to.
    pub(crate) fn touch(&mut self, cell: Extent) {
        self.told.rotate_right(1);
        if let Some(first) = self.told.first_mut() {
            *first = Some(cell);
        }
    }

    /// Moves on to a time. `leads` where it begins its sentence, as a heading does; `coming` where it
    /// is told as to come: "a campaign planned for 1976" leaves the story where it is.
    pub(crate) fn tell(&mut self, cell: Extent, leads: bool, coming: bool) {
        self.touch(cell);
        let (Some(to), from) = (cell.first_day(), self.thread()) else { return };
        let ahead = from.map_or(0, |from| to.year() - from.year());
        let moves = match cell.granularity {
            Granularity::Decade
            | Granularity::Century
            | Granularity::Millennium
            | Granularity::Span => false,
            Granularity::Year | Granularity::FiscalYear => {
                leads || !coming && (1..=2).contains(&ahead)
            }
            _ => true,
        };
        if moves || self.thread.is_none() {
            self.thread = Some(cell);
        }
    }
}

/// Whether a cell is longer than a unit of the calendar.
fn is_longer(cell: &Extent, unit: Unit) -> bool {
    let days = match (cell.from, cell.to) {
        (Some(from), Some(to)) => (to - from).num_days(),
        _ => return true,
    };
    let length = match (unit.months(), unit.days()) {
        (Some(months), _) => months * 31,
        (None, Some(days)) => days,
        (None, None) => return false,
    };
    length < days
}

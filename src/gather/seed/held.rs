//! How a clause holds what it tells: as a fact, reported, denied, imagined or planned; and who says so.

use crate::clause::{Mood, Role};
use crate::event::Status;
use crate::passage::PassageKind;

use super::super::label;
use super::Telling;

impl Telling<'_> {
    /// How a clause holds what it tells, and who says so.
    pub(super) fn held(&self, clause_no: usize, offset: usize) -> (Status, Option<String>) {
        let clauses = &self.clauses.clauses;
        let Some(clause) = clauses.get(clause_no) else { return (Status::Asserted, None) };
        let mut source = label::source_in(self, clause_no);
        let mut reported = source.is_some();
        // Up through the clauses around it to one that says.
        let mut inner = clause;
        for _ in 0..6 {
            let Some(outer) = inner.parent.and_then(|parent| Some((parent, clauses.get(parent)?)))
            else {
                break;
            };
            if inner.role == Role::Content && outer.1.speech {
                reported = true;
                source = source.or_else(|| label::speaker(self, outer.0));
                break;
            }
            inner = outer.1;
        }
        let quoted = self
            .account
            .passages
            .around(offset)
            .any(|passage| passage.kind != PassageKind::Furniture);
        reported |= quoted;
        if source.is_none() {
            source = self.account.passages.speaker(offset).map(str::to_owned);
        }
        let status = if clause.negated {
            Status::Negated
        } else if clause.hypothetical {
            Status::Hypothetical
        } else if clause.planned || clause.mood == Mood::Future {
            Status::Planned
        } else if reported {
            Status::Reported
        } else {
            Status::Asserted
        };
        (status, source)
    }

    /// The day that the passage at an offset was published.
    pub(crate) fn told_on(&self, offset: usize) -> Option<chrono::NaiveDate> {
        if let Some(dating) = self.account.passages.dated_by(offset) {
            let resolution = self.account.resolutions.get(dating)?;
            return resolution.parts.first()?.extent()?.first_day();
        }
        self.account.published.map(|published| published.day())
    }
}

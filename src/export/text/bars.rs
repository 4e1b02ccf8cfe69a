//! A small drawing at the end of the lines of events, where there is room: all on one axis.

use chrono::{Duration, NaiveDateTime};
use textwrap::core::display_width;

use super::bounds;

/// How many columns the axis has.
const AXIS: usize = 26;

/// The columns that a drawing takes, with its frame and what keeps it from the text.
pub(super) const ROOM: usize = AXIS + 4;

/// The least columns that the text needs beside it.
pub(super) const TEXT: usize = 76;

/// What is drawn of an event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drawn {
    pub(super) from: Option<NaiveDateTime>,
    pub(super) to: Option<NaiveDateTime>,
    /// By when what it covers is over.
    pub(super) covers: Option<NaiveDateTime>,
    pub(super) disputed: bool,
}

/// An axis from the first to the last moment of all that is drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    from: NaiveDateTime,
    to: NaiveDateTime,
}

impl Axis {
    /// The axis of some events; `None` where they have no two moments.
    pub(super) fn of(events: &[Drawn]) -> Option<Self> {
        let moments =
            events.iter().flat_map(|event| [event.from, event.to, event.covers]).flatten();
        let from = moments.clone().min()?;
        let to = moments.max()?;
        (from < to).then_some(Self { from, to })
    }

    /// The dates at its ends: `2024-03-04      2024-04-05`.
    pub(super) fn ends(&self) -> String {
        let (first, last) = (bounds::day(self.from.date()), bounds::day(bounds::last_day(self.to)));
        let gap = (AXIS + 2).saturating_sub(display_width(&first) + display_width(&last));
        format!("{first}{}{last}", " ".repeat(gap))
    }

    /// An event on it: `█` where it is for certain, `▒` where it can be, `≠` where that is disputed,
    /// `─` for what it covers, an arrow where a bound is open.
    pub(super) fn draw(&self, event: Drawn) -> String {
        let mut line = [' '; AXIS];
        let mut fill = |from: usize, to: usize, with: char| {
            line.iter_mut().take(to.max(from + 1)).skip(from).for_each(|column| *column = with);
        };
        if event.from.is_some() || event.to.is_some() {
            let from = event.from.map_or(0, |from| self.column(from).min(AXIS - 1));
            let to = event.to.map_or(AXIS, |to| self.column(to));
            if let Some(covers) = event.covers {
                fill(from, self.column(covers), '─');
            }
            let is_day = event
                .from
                .zip(event.to)
                .is_some_and(|(from, to)| to.signed_duration_since(from) <= Duration::days(1));
            fill(
                from,
                to,
                if event.disputed {
                    '≠'
                } else if is_day {
                    '█'
                } else {
                    '▒'
                },
            );
            if event.from.is_none() {
                fill(0, 1, '←');
            }
            if event.to.is_none() {
                fill(AXIS - 1, AXIS, '→');
            }
        }
        format!("│{}│", line.iter().collect::<String>())
    }

    /// The column in which a moment lies, rounded to the nearest edge.
    fn column(&self, moment: NaiveDateTime) -> usize {
        let whole = self.to.signed_duration_since(self.from).num_minutes().max(1);
        let part = moment.signed_duration_since(self.from).num_minutes().clamp(0, whole);
        let column =
            (i128::from(part) * AXIS as i128 * 2 + i128::from(whole)) / (i128::from(whole) * 2);
        usize::try_from(column).unwrap_or(AXIS).min(AXIS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_lie_on_one_axis() {
        let at = |day: u32| {
            let day = chrono::NaiveDate::from_ymd_opt(2024, 3, day);
            day.and_then(|day| day.and_hms_opt(0, 0, 0))
        };
        let drawn = |from, to| Drawn { from, to, covers: None, disputed: false };
        let certain = drawn(at(2), at(3));
        let possible = drawn(at(3), at(9));
        let disputed = Drawn { disputed: true, ..drawn(at(20), at(24)) };
        let covering = Drawn { covers: at(12), ..drawn(at(10), at(11)) };
        let last = drawn(at(27), at(28));
        let all = [certain, possible, disputed, covering, last];
        let axis = Axis::of(&all).expect("they have moments");
        assert_eq!(axis.ends(), "2024-03-02        2024-03-27");
        let lines: Vec<String> = all.iter().map(|event| axis.draw(*event)).collect();
        assert_eq!(
            lines,
            [
                "│█                         │",
                "│ ▒▒▒▒▒▒                   │",
                "│                  ≠≠≠≠    │",
                "│        █─                │",
                "│                         █│",
            ]
        );
        assert_eq!(axis.draw(drawn(None, at(5))), "│←▒▒                       │");
        assert_eq!(axis.draw(drawn(at(26), None)), "│                        ▒→│");
        assert_eq!(axis.draw(drawn(None, None)), "│                          │");
        assert!(Axis::of(&[drawn(None, None)]).is_none());
    }
}

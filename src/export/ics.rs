//! A calendar (iCalendar, RFC 5545): an entry an event that has both bounds.

use chrono::{DateTime, Datelike, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus};

use super::shown::{Shown, one_line, stretch};
use super::words::{self, labels};
use super::{Exhibit, when_words};
use crate::event::Status;
use crate::extent::{Zone, midnight};

/// The years that a calendar can hold.
const YEARS: std::ops::Range<i32> = 1..10_000;

impl Exhibit<'_> {
    /// A calendar in the format of RFC 5545: an entry from the earliest to the latest moment of each
    /// event that has both, confirmed where the text asserts it and nothing disputes it, else
    /// tentative; its window an entry of its own. Whole days are days; clock times are told in UTC where
    /// all that is said of the event states one zone, else without a zone, as in the articles. Denied and imagined events, open bounds and years before 1 are left out.
    ///
    /// Entries are stamped with the date of the last article, so that the same timeline gives the
    /// same bytes.
    ///
    /// ```
    /// # use frise::{Article, Exhibit, Frise, Language, Limits, Timeline};
    /// # let articles = [Article::new("a", "The dam burst on 7 March 2024.", Language::En)];
    /// # let frise = Frise::new();
    /// # let draft = frise.gather(&[(&articles[0], &frise.read(&articles[0]))]).draft;
    /// # let timeline = Timeline::check(draft, &Limits::default())?;
    /// let calendar = Exhibit::new(&articles, &timeline).ics();
    /// assert!(calendar.contains("DTSTART;VALUE=DATE:20240307\r\n"));
    /// # Ok::<(), frise::Error>(())
    /// ```
    pub fn ics(&self) -> String {
        let mut calendar = Calendar::empty();
        let head =
            [("VERSION", "2.0"), ("PRODID", "-//frise//frise//EN"), ("CALSCALE", "GREGORIAN")];
        for property in head {
            calendar.append_property(property);
        }
        if let Some(title) = self.title {
            calendar.name(&plain(title));
        }
        let stamp = self.stamp();
        for shown in self.shown().filter(|shown| shown.event.status.constrains()) {
            if let Some(at) = shown.stretch().filter(is_held) {
                calendar.push(self.entry(&shown, at, stamp));
            }
            if let Some(at) = shown.window.as_ref().and_then(stretch).filter(is_held) {
                calendar.push(self.window_entry(&shown, at, stamp));
            }
        }
        folded(&calendar.done().to_string())
    }

    fn entry(
        &self,
        shown: &Shown<'_>,
        at: (NaiveDateTime, NaiveDateTime),
        stamp: DateTime<Utc>,
    ) -> Event {
        let labels = labels(self.language);
        let mut notes: Vec<&str> = Vec::new();
        notes.extend(words::status(shown.event.status, self.language));
        if shown.bounds.disputed {
            notes.push(labels.disputed);
        }
        let label = plain(&shown.event.label);
        let summary = match notes.is_empty() {
            true => label,
            false => format!("{label} ({})", notes.join(", ")),
        };
        let is_certain = !shown.bounds.disputed && shown.event.status == Status::Asserted;
        let status = if is_certain { EventStatus::Confirmed } else { EventStatus::Tentative };
        let mut told = vec![when_words(Some(at.0), Some(at.1), self.language)];
        for said in &shown.statements {
            let by = match self.cite(said) {
                Some(cite) => format!("{} ({cite})", self.source(said).unwrap_or_default()),
                None => labels.yours.to_owned(),
            };
            told.push(format!("{}{}{}, {by}", labels.open, plain(&said.text), labels.shut));
        }
        let mut entry = placed(at, zone_of(shown));
        entry
            .uid(&format!("{}@frise", shown.event.id))
            .timestamp(stamp)
            .summary(&summary)
            .description(&told.join("\n"))
            .status(status);
        entry.done()
    }

    fn window_entry(
        &self,
        shown: &Shown<'_>,
        at: (NaiveDateTime, NaiveDateTime),
        stamp: DateTime<Utc>,
    ) -> Event {
        let label = plain(&shown.event.label);
        let when = when_words(Some(at.0), Some(at.1), self.language);
        let mut entry = placed(at, zone_of(shown));
        entry
            .uid(&format!("{}-window@frise", shown.event.id))
            .timestamp(stamp)
            .summary(&format!("{label} ({} {when})", labels(self.language).covers))
            .status(EventStatus::Tentative);
        entry.done()
    }

    /// The day of the last article, else of the last event: never that of the computer.
    fn stamp(&self) -> DateTime<Utc> {
        let published = self.articles.iter().filter_map(|article| article.published_at());
        let published = published.map(|published| midnight(published.day())).max();
        let last = || {
            self.shown().filter_map(|shown| shown.stretch()).filter(is_held).map(|at| at.0).max()
        };
        published.or_else(last).unwrap_or_default().and_utc()
    }
}

/// The lines of a calendar, folded where they are longer than 75 bytes. The crate counts some of its
/// lines in characters.
fn folded(calendar: &str) -> String {
    const MOST: usize = 75;
    let mut out = String::with_capacity(calendar.len() + calendar.len() / 16);
    for line in calendar.replace("\r\n ", "").split_inclusive("\r\n") {
        let mut length = 0;
        for c in line.chars() {
            if MOST < length + c.len_utf8() && !matches!(c, '\r' | '\n') {
                out.push_str("\r\n ");
                length = 1;
            }
            out.push(c);
            length += c.len_utf8();
        }
    }
    out
}

/// The zone that all times of the clock state that are said of an event.
fn zone_of(shown: &Shown<'_>) -> Option<Zone> {
    let told = shown.statements.iter().filter_map(|said| said.says.as_ref());
    let mut zones = told.filter(|says| says.granularity.is_of_clock()).map(|says| says.zone);
    let first = zones.next()??;
    zones.all(|other| other == Some(first)).then_some(first)
}

/// A civil moment of a zone in UTC. `None` where the clocks of the zone skip it.
fn in_utc(moment: NaiveDateTime, zone: Zone) -> Option<DateTime<Utc>> {
    match zone {
        Zone::Utc => Some(moment.and_utc()),
        Zone::Offset(minutes) => {
            let offset = TimeDelta::try_minutes(i64::from(minutes))?;
            Some(moment.checked_sub_signed(offset)?.and_utc())
        }
        Zone::Named(zone) => Some(zone.from_local_datetime(&moment).earliest()?.to_utc()),
    }
}

/// An entry of a stretch, which takes no time in which somebody could be met.
fn placed((from, to): (NaiveDateTime, NaiveDateTime), zone: Option<Zone>) -> Event {
    let mut entry = Event::new();
    let told = zone.and_then(|zone| in_utc(from, zone).zip(in_utc(to, zone)));
    if from.time() == NaiveTime::MIN && to.time() == NaiveTime::MIN {
        entry.starts(from.date()).ends(to.date());
    } else if let Some((from, to)) = told {
        entry.starts(from).ends(to);
    } else {
        entry.starts(from).ends(to);
    }
    entry.add_property("TRANSP", "TRANSPARENT");
    entry
}

/// Words on one line, without the control characters that a calendar may not hold.
fn plain(text: &str) -> String {
    let text: String =
        text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    one_line(&text)
}

fn is_held((from, to): &(NaiveDateTime, NaiveDateTime)) -> bool {
    YEARS.contains(&from.year()) && YEARS.contains(&to.year())
}

//! Dates as people write them for machines: EDTF (ISO 8601-2) level 1, and one-of sets.

use chrono::{Datelike, Duration, NaiveDate, NaiveTime};

use crate::article::offset_minutes;
use crate::constraint::{Bond, Distance, End};
use crate::error::Error;
use crate::event::EventIx;
use crate::extent::{Extent, Granularity, Season, Zone, add_months, midnight};

/// A date, an interval or a choice of dates in EDTF.
///
/// | written | means |
/// | --- | --- |
/// | `2024`, `2024-03`, `2024-03-08` | a year, a month, a day |
/// | `2024-03-08T18:00` | a minute, with `Z` or `+01:00` if wanted |
/// | `2024-21` … `2024-24` | spring, summer, autumn, winter |
/// | `199X`, `2024-XX`, `2024-03-XX` | some time in that decade, year, month |
/// | `2024-03?`, `2024-03~`, `2024-03%` | uncertain, approximate, both |
/// | `2024-03-08/2024-03-10`, `../2024`, `2024/..` | from … to …; open |
/// | `[2024-03-07..2024-03-08]`, `[2024-03-07,2024-03-12]` | one of these |
/// | `Y-50000`, `-0043`, `+12024-01-01` | far years |
///
/// ```
/// use frise::Edtf;
/// let window: Edtf = "2024-03-08/2024-03-10".parse()?;
/// assert_eq!(window.hull().to_text().as_deref(), Some("2024-03-11T00:00"));
/// # Ok::<(), frise::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Edtf {
    kind: Kind,
    vague: bool,
}

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    One(Extent),
    Interval { first: Extent, last: Extent },
    Set(Vec<Member>),
}

/// A member of a one-of set: any cell of the calendar between two.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Member {
    first: Option<Extent>,
    last: Option<Extent>,
}

impl std::str::FromStr for Edtf {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let trimmed = text.trim_start();
        let mut reader = Reader { base: text.len() - trimmed.len(), vague: false };
        let trimmed = trimmed.trim_end();
        let kind = reader.whole(trimmed)?;
        Ok(Self { kind, vague: reader.vague })
    }
}

impl Edtf {
    /// Whether it is marked uncertain or approximate: what clashes with it is then worth a note,
    /// and no conflict.
    pub fn is_vague(&self) -> bool {
        self.vague
    }

    /// From the first moment it can begin to the last it can end.
    pub fn hull(&self) -> Extent {
        match &self.kind {
            Kind::One(extent) => *extent,
            Kind::Interval { first, last } => {
                Extent { from: first.from, to: last.to, granularity: Granularity::Span, ..*first }
            }
            Kind::Set(members) => {
                let mut extents = members.iter().map(|member| Member::hull(*member));
                let Some(mut hull) = extents.next() else {
                    return Extent::new(None, None, Granularity::Span);
                };
                for extent in extents {
                    hull.from = hull.from.zip(extent.from).map(|(a, b)| a.min(b));
                    hull.to = hull.to.zip(extent.to).map(|(a, b)| a.max(b));
                }
                hull.granularity = Granularity::Span;
                hull
            }
        }
    }

    /// What it says of an event: on a date, from one date to another, on one of several.
    pub fn bonds(&self, event: EventIx) -> Vec<Bond> {
        match &self.kind {
            Kind::One(extent) => vec![Bond::Within { event, extent: *extent }],
            Kind::Interval { first, last } => {
                vec![Bond::Spans { event, first: *first, last: *last }]
            }
            Kind::Set(members) => {
                let mut options: Vec<Vec<Bond>> =
                    members.iter().flat_map(|member| member.options(event)).collect();
                match (options.len(), options.pop()) {
                    (1, Some(only)) => only,
                    (_, Some(last)) => {
                        options.push(last);
                        vec![Bond::OneOf(options)]
                    }
                    (_, None) => Vec::new(),
                }
            }
        }
    }

    /// The stretches it can be, as half-open extents: one, but for a set. `None` where there are
    /// more than `limit`.
    pub(crate) fn stretches(&self, limit: usize) -> Option<Vec<Extent>> {
        let Kind::Set(members) = &self.kind else { return Some(vec![self.hull()]) };
        let mut stretches = Vec::new();
        for member in members {
            stretches.extend(member.cells(limit.checked_sub(stretches.len())?)?);
        }
        Some(stretches)
    }
}

impl Member {
    fn hull(self) -> Extent {
        let granularity = self.first.or(self.last).map_or(Granularity::Span, |e| e.granularity);
        Extent::new(self.first.and_then(|e| e.from), self.last.and_then(|e| e.to), granularity)
    }

    fn options(&self, event: EventIx) -> Vec<Vec<Bond>> {
        let extent = self.hull();
        let within = Bond::Within { event, extent };
        if self.first == self.last {
            return vec![vec![within]];
        }
        if extent.granularity == Granularity::Day {
            // On one day between: its last day is no later than its first.
            let zero = Some(Distance::Days(0));
            let (anchor, end) = (event, End::First);
            return vec![vec![within, Bond::Offset { event, anchor, end, low: zero, high: zero }]];
        }
        match self.cells(400) {
            Some(cells) => {
                cells.into_iter().map(|extent| vec![Bond::Within { event, extent }]).collect()
            }
            None => vec![vec![within]],
        }
    }

    /// Every cell from the first to the last.
    fn cells(&self, limit: usize) -> Option<Vec<Extent>> {
        let (mut cell, last) = (self.first?, self.last?);
        let mut cells = vec![cell];
        while cell.to < last.to {
            if limit <= cells.len() {
                return None;
            }
            let from = cell.to?;
            let day = from.date();
            let to = match cell.granularity {
                Granularity::Day => midnight(day.succ_opt()?),
                Granularity::Month => midnight(add_months(day, 1)?),
                Granularity::Year => midnight(add_months(day, 12)?),
                _ => from.checked_add_signed(cell.to? - cell.from?)?,
            };
            cell = Extent { from: Some(from), to: Some(to), ..cell };
            cells.push(cell);
        }
        Some(cells)
    }
}

struct Reader {
    base: usize,
    vague: bool,
}

impl Reader {
    fn whole(&mut self, text: &str) -> Result<Kind, Error> {
        if let Some(rest) = text.strip_prefix('[') {
            let Some(inner) = rest.strip_suffix(']') else {
                return Err(self.wrong(text, 0, "this set has no closing bracket"));
            };
            return self.set(inner, 1);
        }
        if text.starts_with('{') {
            let what = "a set of dates that are all meant is no single date";
            return Err(self.wrong(text, 0, what));
        }
        let Some((first, last)) = text.split_once('/') else {
            return Ok(Kind::One(self.date(text, 0)?));
        };
        let after = first.len() + 1;
        let open = Extent::new(None, None, Granularity::Span);
        let is_open = |part: &str| matches!(part, ".." | "");
        if is_open(first) && is_open(last) {
            return Err(self.wrong(text, 0, "this interval is open on both sides"));
        }
        let begin = if is_open(first) { open } else { self.date(first, 0)? };
        let end = if is_open(last) { open } else { self.date(last, after)? };
        if let (Some(from), Some(to)) = (begin.from, end.to)
            && to <= from
        {
            let what = format!("the interval \"{text}\" ends before it begins");
            return Err(Error::new(what)
                .at_bytes(self.base, self.base + text.len())
                .with_help("write the earlier date first"));
        }
        Ok(Kind::Interval { first: begin, last: end })
    }

    fn set(&mut self, inner: &str, mut at: usize) -> Result<Kind, Error> {
        let mut members = Vec::new();
        for part in inner.split(',') {
            let lead = part.len() - part.trim_start().len();
            let word = part.trim();
            members.push(match word.split_once("..") {
                None => {
                    let date = Some(self.date(word, at + lead)?);
                    Member { first: date, last: date }
                }
                Some((first, last)) => {
                    let begin = match first {
                        "" => None,
                        first => Some(self.date(first, at + lead)?),
                    };
                    let end = match last {
                        "" => None,
                        last => Some(self.date(last, at + lead + first.len() + 2)?),
                    };
                    let (from, to) = (begin.and_then(|e| e.from), end.and_then(|e| e.to));
                    if from.zip(to).is_some_and(|(from, to)| to <= from) {
                        let what = format!("the range \"{word}\" ends before it begins");
                        let start = self.base + at + lead;
                        return Err(Error::new(what)
                            .at_bytes(start, start + word.len())
                            .with_help("write the earlier date first"));
                    }
                    Member { first: begin, last: end }
                }
            });
            at += part.len() + 1;
        }
        Ok(Kind::Set(members))
    }

    /// One date or date-time, with its marks.
    fn date(&mut self, text: &str, at: usize) -> Result<Extent, Error> {
        let bare = text.trim_end_matches(['?', '~', '%']);
        let marked = bare.len() != text.len();
        self.vague |= marked;
        let mut extent = match bare.split_once(['T', 't']) {
            Some((date, clock)) => self.date_time(text, date, clock, at)?,
            None => self.calendar_date(text, bare, at)?,
        };
        extent.vague = marked;
        Ok(extent)
    }

    fn date_time(&self, text: &str, date: &str, clock: &str, at: usize) -> Result<Extent, Error> {
        let wrong = || self.wrong(text, at, &format!("\"{text}\" is not a time that exists"));
        let day = self.calendar_date(text, date, at)?;
        if day.granularity != Granularity::Day {
            return Err(wrong());
        }
        let (clock, zone) = match (clock.strip_suffix(['Z', 'z']), clock.find(['+', '-'])) {
            (Some(clock), _) => (clock, Some(Zone::Utc)),
            (None, Some(sign)) => {
                let (clock, offset) = clock.split_at_checked(sign).ok_or_else(wrong)?;
                (clock, Some(Zone::Offset(offset_minutes(offset).ok_or_else(wrong)?)))
            }
            (None, None) => (clock, None),
        };
        let mut parts = [0; 3];
        let mut count = 0;
        for part in clock.split(':') {
            if part.len() != 2 || 3 <= count {
                return Err(wrong());
            }
            parts[count] = digits(part).ok_or_else(wrong)? as u32;
            count += 1;
        }
        let time = NaiveTime::from_hms_opt(parts[0], parts[1], parts[2]).ok_or_else(wrong)?;
        let (length, granularity) = match count {
            1 => (Duration::hours(1), Granularity::Hour),
            2 => (Duration::minutes(1), Granularity::Minute),
            _ => (Duration::seconds(1), Granularity::Second),
        };
        let from = day.from.ok_or_else(wrong)?.date().and_time(time);
        let to = from.checked_add_signed(length).ok_or_else(wrong)?;
        let mut extent = Extent::new(Some(from), Some(to), granularity);
        extent.zone = zone;
        Ok(extent)
    }

    fn calendar_date(&self, text: &str, date: &str, at: usize) -> Result<Extent, Error> {
        let wrong = || self.wrong(text, at, &format!("\"{text}\" is not a date that exists"));
        let (sign, rest) = match date.strip_prefix(['Y', 'y']).unwrap_or(date) {
            signed if signed.starts_with('-') => (-1, &signed[1..]),
            signed if signed.starts_with('+') => (1, &signed[1..]),
            plain => (1, plain),
        };
        let far = date.len() != rest.len();
        let mut parts = rest.split('-');
        let year = parts.next().unwrap_or("");
        let (month, day) = (parts.next(), parts.next());
        if parts.next().is_some() || (year.len() != 4 && !(far && 4 < year.len())) {
            return Err(wrong());
        }
        let known = year.trim_end_matches(['X', 'x']);
        let masked = year.len() - known.len();
        if masked != 0 {
            let unit = [0, 10, 100, 1000].get(masked).copied().ok_or_else(wrong)?;
            if month.is_some_and(|m| !is_masked(m)) || day.is_some_and(|d| !is_masked(d)) {
                return Err(wrong());
            }
            let first = digits(known).ok_or_else(wrong)? * unit;
            let (from, to) = match sign {
                1 => (first, first + unit),
                _ => (-(first + unit - 1), -first + 1),
            };
            let granularity =
                [Granularity::Decade, Granularity::Century, Granularity::Millennium][masked - 1];
            return self.years(from, to, granularity).ok_or_else(wrong);
        }
        let year = sign * digits(known).ok_or_else(wrong)?;
        let Some(month) = month.filter(|month| !is_masked(month)) else {
            if day.is_some_and(|day| !is_masked(day)) {
                return Err(wrong());
            }
            return self.years(year, year + 1, Granularity::Year).ok_or_else(|| {
                let what = format!("\"{text}\" is beyond the calendar");
                self.wrong(text, at, &what).with_help("years run from -262142 to +262141")
            });
        };
        let year = i32::try_from(year).map_err(|_| wrong())?;
        let month = digits(month).filter(|_| month.len() == 2).ok_or_else(wrong)? as u32;
        if (21..=24).contains(&month) && day.is_none() {
            return season(year, month).ok_or_else(wrong);
        }
        match day.filter(|day| !is_masked(day)) {
            None => Extent::month(year, month).ok_or_else(wrong),
            Some(day) => {
                let number = digits(day).filter(|_| day.len() == 2).ok_or_else(wrong)? as u32;
                let date =
                    NaiveDate::from_ymd_opt(year, month, number).ok_or_else(
                        || match Extent::month(year, month).and_then(|month| month.last_day()) {
                            Some(last) if last.day() < number => wrong().with_help(format!(
                                "{:04}-{month:02} has {} days",
                                year,
                                last.day()
                            )),
                            _ => wrong(),
                        },
                    )?;
                Extent::day(date).ok_or_else(wrong)
            }
        }
    }

    fn years(&self, from: i64, to: i64, granularity: Granularity) -> Option<Extent> {
        let first = |year: i64| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, 1, 1);
        Extent::days(first(from)?, first(to)?, granularity)
    }

    fn wrong(&self, text: &str, at: usize, what: &str) -> Error {
        Error::new(what)
            .at_bytes(self.base + at, self.base + at + text.len())
            .with_help("write it as 2024, 2024-03, 2024-03-08 or 2024-03-08T18:00")
    }
}

fn season(year: i32, code: u32) -> Option<Extent> {
    let (season, year, month) = match code {
        21 => (Season::Spring, year, 3),
        22 => (Season::Summer, year, 6),
        23 => (Season::Autumn, year, 9),
        // The year of a winter is that of its January.
        _ => (Season::Winter, year.checked_sub(1)?, 12),
    };
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    Extent::days(first, add_months(first, 3)?, Granularity::Season(season))
}

fn is_masked(part: &str) -> bool {
    part.eq_ignore_ascii_case("xx")
}

/// A plain number of at most nine digits.
fn digits(text: &str) -> Option<i64> {
    let plain = !text.is_empty() && text.len() < 10 && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn hull(text: &str) -> String {
        let hull = text.parse::<Edtf>().unwrap().hull();
        let text = |moment: Option<String>| moment.unwrap_or_else(|| "..".to_owned());
        format!("{} {}", text(hull.from_text()), text(hull.to_text()))
    }

    #[track_caller]
    fn wrong(text: &str) -> String {
        let error = text.parse::<Edtf>().unwrap_err();
        let (start, end) = error.at().unwrap();
        format!("{error} [{}]", &text[start..end])
    }

    #[test]
    fn dates_and_times_are_half_open() {
        assert_eq!(hull("2024"), "2024-01-01T00:00 2025-01-01T00:00");
        assert_eq!(hull("2024-03"), "2024-03-01T00:00 2024-04-01T00:00");
        assert_eq!(hull("2024-03-08"), "2024-03-08T00:00 2024-03-09T00:00");
        assert_eq!(hull("2024-03-08T18:00"), "2024-03-08T18:00 2024-03-08T18:01");
        assert_eq!(hull("2024-03-08T18"), "2024-03-08T18:00 2024-03-08T19:00");
        assert_eq!(hull("2024-03-08T18:00:05+01:00"), "2024-03-08T18:00:05 2024-03-08T18:00:06");
        assert_eq!(hull("2024-22"), "2024-06-01T00:00 2024-09-01T00:00");
        assert_eq!(hull("2024-24"), "2023-12-01T00:00 2024-03-01T00:00");
    }

    #[test]
    fn masks_intervals_sets_and_far_years() {
        assert_eq!(hull("199X"), "1990-01-01T00:00 2000-01-01T00:00");
        assert_eq!(hull("19XX"), "1900-01-01T00:00 2000-01-01T00:00");
        assert_eq!(hull("2024-XX"), "2024-01-01T00:00 2025-01-01T00:00");
        assert_eq!(hull("2024-03-XX"), "2024-03-01T00:00 2024-04-01T00:00");
        assert_eq!(hull("2024-03~"), "2024-03-01T00:00 2024-04-01T00:00");
        assert!("2024-03?".parse::<Edtf>().unwrap().is_vague());
        assert_eq!(hull("2024-03-08/2024-03-10"), "2024-03-08T00:00 2024-03-11T00:00");
        assert_eq!(hull("../2024"), ".. 2025-01-01T00:00");
        assert_eq!(hull("2024/.."), "2024-01-01T00:00 ..");
        assert_eq!(hull("[2024-03-07..2024-03-08]"), "2024-03-07T00:00 2024-03-09T00:00");
        assert_eq!(hull("[2024-03-07, 2024-03-12]"), "2024-03-07T00:00 2024-03-13T00:00");
        assert_eq!(hull("Y-50000"), "-50000-01-01T00:00 -49999-01-01T00:00");
        assert_eq!(hull("-0043"), "-0043-01-01T00:00 -0042-01-01T00:00");
        assert_eq!(hull("+12024-01-02"), "+12024-01-02T00:00 +12024-01-03T00:00");
    }

    #[test]
    fn errors_say_what_and_where() {
        assert_eq!(
            wrong("2024-02-30"),
            "\"2024-02-30\" is not a date that exists; 2024-02 has 29 days [2024-02-30]"
        );
        assert_eq!(
            wrong("2024-03-08/2024-3-10"),
            "\"2024-3-10\" is not a date that exists; write it as 2024, 2024-03, 2024-03-08 or \
             2024-03-08T18:00 [2024-3-10]"
        );
        assert_eq!(
            wrong("2024-03-10/2024-03-08"),
            "the interval \"2024-03-10/2024-03-08\" ends before it begins; write the earlier date \
             first [2024-03-10/2024-03-08]"
        );
        assert_eq!(
            wrong("2024-03-08T25:00"),
            "\"2024-03-08T25:00\" is not a time that exists; write it as 2024, 2024-03, \
             2024-03-08 or 2024-03-08T18:00 [2024-03-08T25:00]"
        );
        assert_eq!(
            wrong("Y999999999"),
            "\"Y999999999\" is beyond the calendar; years run from -262142 to +262141 [Y999999999]"
        );
        for text in ["", "[", "..", "../..", "2024-", "2024-13", "20245", "{2024}", "XXXX", "é-03"]
        {
            assert!(text.parse::<Edtf>().is_err(), "{text}");
        }
    }

    #[test]
    fn one_day_between_is_one_day() {
        let set: Edtf = "[2024-03-07..2024-03-09]".parse().unwrap();
        assert_eq!(set.bonds(EventIx(0)).len(), 2);
        assert_eq!(set.stretches(10).unwrap().len(), 3);
        let months: Edtf = "[2024-03..2024-05]".parse().unwrap();
        assert!(
            matches!(&months.bonds(EventIx(0))[..], [Bond::OneOf(options)] if options.len() == 3)
        );
    }
}

//! What is read: a text, when and where it was published, and in which language.

use chrono::{NaiveDate, NaiveDateTime};

use crate::error::Error;
use crate::extent::{Extent, Granularity, Zone};
pub use crate::language::Language;

/// A stretch of an article's text: byte offsets into the original text, half-open.
///
/// ```
/// use frise::Span;
/// let (words, part) = (Span::new(3, 9), Span::new(3, 5));
/// assert_eq!(words.of("le 7 mars"), "7 mars");
/// assert!(words.contains(part) && words.overlaps(part));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// A span from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Whether some byte is in both.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies inside, equal ends allowed.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The stretch of `text`, or the empty string where the span is not one of this text's.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// The smallest span that contains both.
    pub fn hull(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// When a text was published: a bare day, or a moment to the minute or second. A day is never
/// silently midnight.
///
/// ```
/// use frise::Published;
/// let on: Published = "2024-04-05".parse()?;
/// assert_eq!(on.moment(), None);
/// let at: Published = "2024-04-05T21:15+02:00".parse()?;
/// assert_eq!(at.zone().map(|zone| zone.to_string()).as_deref(), Some("+02:00"));
/// # Ok::<(), frise::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    civil: NaiveDateTime,
    is_day: bool,
    zone: Option<Zone>,
}

impl std::fmt::Display for Published {
    /// As it is given: `2024-04-05`, `2024-04-05T21:15+02:00`; the name of a zone in brackets.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.is_day {
            return f.write_str(&crate::extent::year_month_day(self.civil.date()));
        }
        f.write_str(&crate::extent::moment_text(self.civil))?;
        match self.zone {
            None => Ok(()),
            Some(Zone::Utc) => f.write_str("Z"),
            Some(zone @ Zone::Offset(_)) => write!(f, "{zone}"),
            Some(zone @ Zone::Named(_)) => write!(f, "[{zone}]"),
        }
    }
}

impl Published {
    /// Published on a day, at an hour that is not known.
    pub fn on(day: NaiveDate) -> Self {
        Self { civil: crate::extent::midnight(day), is_day: true, zone: None }
    }

    /// Published at a civil moment, in a zone if one is known.
    pub fn at(civil: NaiveDateTime, zone: Option<Zone>) -> Self {
        Self { civil, is_day: false, zone }
    }

    /// Published at an instant, in the zone that the value carries.
    pub fn instant(instant: chrono::DateTime<chrono_tz::Tz>) -> Self {
        Self::at(instant.naive_local(), Some(Zone::Named(instant.timezone())))
    }

    /// The day, in the zone of publication.
    pub fn day(&self) -> NaiveDate {
        self.civil.date()
    }

    /// The moment, where more than the day is known.
    pub fn moment(&self) -> Option<NaiveDateTime> {
        (!self.is_day).then_some(self.civil)
    }

    /// The zone, where one is known.
    pub fn zone(&self) -> Option<Zone> {
        self.zone
    }

    /// The day or minute as an extent.
    pub fn extent(&self) -> Option<Extent> {
        if self.is_day {
            return Extent::day(self.day());
        }
        let end = self.civil.checked_add_signed(chrono::Duration::minutes(1))?;
        let mut extent = Extent::new(Some(self.civil), Some(end), Granularity::Minute);
        extent.zone = self.zone;
        Some(extent)
    }
}

impl std::str::FromStr for Published {
    type Err = Error;

    /// Reads `2024-04-05`, `2024-04-05T21:15`, `2024-04-05T21:15:30`, with `Z` or an offset if
    /// wanted. Basic format and week dates are not read.
    fn from_str(text: &str) -> Result<Self, Error> {
        let wrong = || {
            Error::new(format!("\"{text}\" is not a date that exists"))
                .with_help("write it as 2024-04-05, 2024-04-05T21:15 or 2024-04-05T21:15+02:00")
        };
        let trimmed = text.trim();
        if let Ok(day) = NaiveDate::parse_from_str(trimmed, "%Y-%m-%d") {
            // chrono accepts "2024-4-5" and spaces; the interface does not.
            return if trimmed.len() == 10 { Ok(Self::on(day)) } else { Err(wrong()) };
        }
        let (date, clock) = trimmed.split_once(['T', ' ']).ok_or_else(wrong)?;
        let day = NaiveDate::parse_from_str(date, "%Y-%m-%d").map_err(|_| wrong())?;
        let (clock, zone) = if let Some(clock) = clock.strip_suffix(['Z', 'z']) {
            (clock, Some(Zone::Utc))
        } else if let Some(sign) = clock.rfind(['+', '-']) {
            let (clock, offset) = clock.split_at_checked(sign).ok_or_else(wrong)?;
            (clock, Some(Zone::Offset(offset_minutes(offset).ok_or_else(wrong)?)))
        } else {
            (clock, None)
        };
        let clock = clock.split_once('.').map_or(clock, |(whole, _)| whole);
        let time = chrono::NaiveTime::parse_from_str(clock, "%H:%M:%S")
            .or_else(|_| chrono::NaiveTime::parse_from_str(clock, "%H:%M"))
            .map_err(|_| wrong())?;
        Ok(Self::at(day.and_time(time), zone))
    }
}

/// `+02:00`, `+0200` or `+02` in minutes; `None` beyond the offsets that exist.
pub(crate) fn offset_minutes(text: &str) -> Option<i32> {
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let digits = digits.replace(':', "");
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.parse::<i32>().ok()?, 0),
        4 => (digits[..2].parse::<i32>().ok()?, digits[2..].parse::<i32>().ok()?),
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

/// A text with what is known about it beforehand.
///
/// ```
/// use frise::{Article, Language};
/// let article = Article::new("moa", "L'attaque a eu lieu le 22 mars.", Language::Fr)
///     .published("2024-04-05".parse()?);
/// assert_eq!(article.id(), "moa");
/// # Ok::<(), frise::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Article {
    id: String,
    text: String,
    language: Language,
    published: Option<Published>,
    metadata: Option<(Published, String)>,
    zone: Option<Zone>,
    source: Option<String>,
    pages: Vec<(usize, u32)>,
}

impl Article {
    /// A text in a language, under an id that statements are cited by.
    pub fn new(id: impl Into<String>, text: impl Into<String>, language: Language) -> Self {
        Self {
            id: id.into(),
            text: text.into(),
            language,
            published: None,
            metadata: None,
            zone: None,
            source: None,
            pages: Vec::new(),
        }
    }

    /// With the date of publication, which relative expressions hang on.
    pub fn published(mut self, published: Published) -> Self {
        self.published = Some(published);
        self
    }

    /// With the date of publication that the document's metadata give, and the field they give it in. A
    /// date that `published` gives wins over it, it wins over the text's own dateline.
    pub fn metadata(mut self, published: Published, field: impl Into<String>) -> Self {
        self.metadata = Some((published, field.into()));
        self
    }

    /// With the pages of the document that the text was taken from: the byte that each stretch of a page
    /// begins at, in their order, and the number of the page.
    ///
    /// ```
    /// use frise::{Article, Language};
    /// let report = Article::new("a", "First. Second.", Language::En).pages(vec![(0, 1), (7, 2)]);
    /// assert_eq!((report.page(6), report.page(7)), (Some(1), Some(2)));
    /// ```
    pub fn pages(mut self, pages: Vec<(usize, u32)>) -> Self {
        self.pages = pages;
        self
    }

    /// With the zone that its clock times are told in.
    pub fn zone(mut self, zone: Zone) -> Self {
        self.zone = Some(zone);
        self
    }

    /// With a name for its publisher, shown beside its statements.
    pub fn source(mut self, source: impl Into<String>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// The id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The text, as given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The date of publication: as given, else as the document's metadata say.
    pub fn published_at(&self) -> Option<&Published> {
        self.published.as_ref().or(self.metadata_date().map(|(published, _)| published))
    }

    /// The date of publication that was given, whatever the metadata say.
    pub fn given_date(&self) -> Option<&Published> {
        self.published.as_ref()
    }

    /// The date of publication in the document's metadata, and its field.
    pub fn metadata_date(&self) -> Option<(&Published, &str)> {
        self.metadata.as_ref().map(|(published, field)| (published, field.as_str()))
    }

    /// The page that a byte of the text stands on, where the document has pages.
    pub fn page(&self, byte: usize) -> Option<u32> {
        let after = self.pages.partition_point(|(start, _)| *start <= byte);
        Some(self.pages.get(after.checked_sub(1)?)?.1)
    }

    /// The zone of its clock times, if given.
    pub fn zone_of(&self) -> Option<Zone> {
        self.zone
    }

    /// The publisher's name, if given.
    pub fn source_name(&self) -> Option<&str> {
        self.source.as_deref()
    }
}

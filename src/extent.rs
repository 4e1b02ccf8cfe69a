//! When a thing can be: half-open civil intervals with a granularity.

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, Timelike};
use chrono_tz::Tz;

use crate::amount::DayPart;

/// How finely a date is known: which cell of the calendar the words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Granularity {
    /// One second.
    Second,
    /// One minute.
    Minute,
    /// One hour.
    Hour,
    /// Part of a day, by the convention of [`DayPart::hours`].
    DayPart(DayPart),
    /// One day.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// Monday to Sunday.
    Week,
    /// One month.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    Half,
    /// Three months from March, June, September or December.
    Season(Season),
    /// One year.
    Year,
    /// A year of accounts. Where it begins is not said: the calendar year is taken, and marked vague.
    FiscalYear,
    /// Ten years, from a year that ends in 0.
    Decade,
    /// A hundred years.
    Century,
    /// A thousand years.
    Millennium,
    /// A stretch that is no cell of the calendar.
    Span,
}

impl Granularity {
    /// Whether it is of the clock: a second, a minute or an hour.
    pub(crate) fn is_of_clock(self) -> bool {
        matches!(self, Granularity::Second | Granularity::Minute | Granularity::Hour)
    }
}

/// A season of the northern year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(rename_all = "kebab-case"))]
pub enum Season {
    /// March to May, TIMEX3 `SP`.
    Spring,
    /// June to August, TIMEX3 `SU`.
    Summer,
    /// September to November, TIMEX3 `FA`.
    Autumn,
    /// December to February, TIMEX3 `WI`; of the year in which it ends in English usage is
    /// uncertain, so the year written is that of its January where only a year is said.
    Winter,
}

impl Season {
    /// The TIMEX3 letters.
    pub fn code(self) -> &'static str {
        match self {
            Season::Spring => "SP",
            Season::Summer => "SU",
            Season::Autumn => "FA",
            Season::Winter => "WI",
        }
    }
}

impl Season {
    /// The season's number in EDTF: 21 to 24.
    fn edtf(self) -> u8 {
        match self {
            Season::Spring => 21,
            Season::Summer => 22,
            Season::Autumn => 23,
            Season::Winter => 24,
        }
    }
}

/// The zone of a time that was stamped with one.
///
/// ```
/// use frise::{Article, Frise, Language, Zone};
/// let article = Article::new("a", "The alarm came at 9:03 UTC on 7 March 2024.", Language::En);
/// let account = Frise::new().read(&article);
/// let extent = account.resolutions[0].parts[0].extent().expect("it is resolved");
/// assert_eq!(extent.zone, Some(Zone::Utc));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// Coordinated universal time, said as such ("UTC", "GMT", "Z").
    Utc,
    /// An offset east of UTC, in minutes.
    Offset(i32),
    /// A zone of the IANA database.
    Named(Tz),
}

impl std::fmt::Display for Zone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Zone::Utc => f.write_str("UTC"),
            Zone::Offset(minutes) => {
                let sign = if *minutes < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
            Zone::Named(tz) => f.write_str(tz.name()),
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Zone {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// When a thing can be: a half-open civil interval, as finely as the words say it.
///
/// `None` for a bound means that the words set none. There is no order on extents: what comes
/// first is a question for the timeline, whose answer may be that it is not known.
///
/// ```
/// use frise::{Extent, Granularity};
/// use frise::chrono::NaiveDate;
///
/// let march = Extent::month(2024, 3).unwrap();
/// assert_eq!(march.granularity, Granularity::Month);
///
/// assert_eq!(march.from_text().as_deref(), Some("2024-03-01T00:00"));
/// assert_eq!(march.to_text().as_deref(), Some("2024-04-01T00:00"));
/// # let _ = NaiveDate::MIN;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Extent {
    /// The first moment it can be, or `None` where the words set no beginning.
    pub from: Option<NaiveDateTime>,
    /// The first moment after it, or `None` where the words set no end.
    pub to: Option<NaiveDateTime>,
    /// Which cell of the calendar the words name.
    pub granularity: Granularity,
    /// The zone the bounds are local to, where the text stamps one.
    pub zone: Option<Zone>,
    /// Whether a bound rests on a convention for vague words ("early", "about", "a few").
    pub vague: bool,
}

#[cfg(feature = "serde")]
impl serde::Serialize for Extent {
    /// Its bounds and its granularity; the zone where one is stamped, and whether it is vague.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let stamped = usize::from(self.zone.is_some()) + usize::from(self.vague);
        let mut fields = serializer.serialize_struct("Extent", 3 + stamped)?;
        fields.serialize_field("from", &self.from_text())?;
        fields.serialize_field("to", &self.to_text())?;
        fields.serialize_field("granularity", &self.granularity)?;
        if let Some(zone) = &self.zone {
            fields.serialize_field("zone", zone)?;
        }
        if self.vague {
            fields.serialize_field("vague", &true)?;
        }
        fields.end()
    }
}

impl Extent {
    /// A stretch between two moments, with a granularity.
    pub fn new(
        from: Option<NaiveDateTime>,
        to: Option<NaiveDateTime>,
        granularity: Granularity,
    ) -> Self {
        Self { from, to, granularity, zone: None, vague: false }
    }

    /// One day. `None` where the next day is beyond the calendar's range.
    pub fn day(date: NaiveDate) -> Option<Self> {
        Self::days(date, date.succ_opt()?, Granularity::Day)
    }

    /// Whole days, half-open.
    pub fn days(from: NaiveDate, to: NaiveDate, granularity: Granularity) -> Option<Self> {
        Some(Self::new(Some(midnight(from)), Some(midnight(to)), granularity))
    }

    /// One month; `None` where there is no such month.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        Self::days(first, add_months(first, 1)?, Granularity::Month)
    }

    /// One year; `None` outside the calendar's range.
    pub fn year(year: i32) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
        Self::days(first, NaiveDate::from_ymd_opt(year.checked_add(1)?, 1, 1)?, Granularity::Year)
    }

    /// The first day, where there is a beginning.
    pub fn first_day(&self) -> Option<NaiveDate> {
        self.from.map(|from| from.date())
    }

    /// The last day that has some moment inside, where there is an end.
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.to?.checked_sub_signed(Duration::seconds(1)).map(|last| last.date())
    }

    /// Whether both bounds lie at midnight: nothing finer than a day is said.
    pub fn is_whole_days(&self) -> bool {
        let midnight = |moment: Option<NaiveDateTime>| {
            moment.is_none_or(|moment| moment.num_seconds_from_midnight() == 0)
        };
        midnight(self.from) && midnight(self.to)
    }

    /// The extent in the Extended Date/Time Format (ISO 8601-2, level 1): a date, a month, a year, a
    /// season, a date-time, or an interval; open ends as `..`, `~` where a bound is vague. `None`
    /// where nothing bounds it.
    ///
    /// ```
    /// use frise::Extent;
    /// assert_eq!(Extent::month(2024, 3).unwrap().edtf().as_deref(), Some("2024-03"));
    /// assert_eq!(Extent::year(-43).unwrap().edtf().as_deref(), Some("-0043"));
    /// ```
    pub fn edtf(&self) -> Option<String> {
        let vague = if self.vague { "~" } else { "" };
        let day = |day: NaiveDate| {
            format!("{}-{:02}-{:02}", edtf_year(day.year()), day.month(), day.day())
        };
        if let (Some(from), Some(_)) = (self.from, self.to) {
            let (year, month) = (edtf_year(from.year()), from.month());
            let single = match self.granularity {
                Granularity::Day => Some(day(from.date())),
                Granularity::Month => Some(format!("{year}-{month:02}")),
                Granularity::Year => Some(year),
                Granularity::Decade if 0 <= from.year() => {
                    Some(format!("{:03}X", from.year() / 10))
                }
                Granularity::Century if 0 <= from.year() => {
                    Some(format!("{:02}XX", from.year() / 100))
                }
                Granularity::Season(season) => Some(format!("{year}-{}", season.edtf())),
                Granularity::Second | Granularity::Minute | Granularity::Hour => {
                    let zone = if self.zone == Some(Zone::Utc) { "Z" } else { "" };
                    Some(format!("{}T{}{zone}", day(from.date()), from.format("%H:%M:%S")))
                }
                _ => None,
            };
            if let Some(single) = single {
                return Some(single + vague);
            }
        }
        let (first, last) = (self.first_day().map(day), self.last_day().map(day));
        match (first, last) {
            (None, None) => None,
            (Some(first), Some(last)) if first == last => Some(first + vague),
            (first, last) => {
                let end = |day: Option<String>| day.map_or("..".to_owned(), |day| day + vague);
                Some(format!("{}/{}", end(first), end(last)))
            }
        }
    }

    /// `from` as `YYYY-MM-DDTHH:MM`, seconds only where not zero.
    pub fn from_text(&self) -> Option<String> {
        self.from.map(moment_text)
    }

    /// `to` in the same form.
    pub fn to_text(&self) -> Option<String> {
        self.to.map(moment_text)
    }
}

/// A civil moment as `YYYY-MM-DDTHH:MM`: always with the time, seconds only where not zero, years
/// signed beyond four digits.
///
/// ```
/// use frise::moment_text;
/// use frise::chrono::NaiveDate;
/// let at = |year| NaiveDate::from_ymd_opt(year, 3, 15).and_then(|day| day.and_hms_opt(21, 15, 0));
/// assert_eq!(at(2024).map(moment_text).as_deref(), Some("2024-03-15T21:15"));
/// assert_eq!(at(-43).map(moment_text).as_deref(), Some("-0043-03-15T21:15"));
/// ```
pub fn moment_text(moment: NaiveDateTime) -> String {
    let (mut text, time) = (year_month_day(moment.date()), moment.time());
    push_two("T", time.hour(), &mut text);
    push_two(":", time.minute(), &mut text);
    if time.second() != 0 {
        push_two(":", time.second(), &mut text);
    }
    text
}

/// A day as `YYYY-MM-DD`, the year signed beyond four digits.
///
/// ```
/// use frise::chrono::NaiveDate;
/// let day = NaiveDate::from_ymd_opt(2024, 3, 7).map(frise::year_month_day);
/// assert_eq!(day.as_deref(), Some("2024-03-07"));
/// ```
pub fn year_month_day(date: NaiveDate) -> String {
    let mut text = String::with_capacity(16);
    push_day(date, &mut text);
    text
}

/// Writes a day as `YYYY-MM-DD`.
pub(crate) fn push_day(date: NaiveDate, text: &mut String) {
    push_year(date.year(), text);
    push_two("-", date.month(), text);
    push_two("-", date.day(), text);
}

/// A year as four digits, signed beyond them; the year before 1 is 0.
///
/// ```
/// assert_eq!((frise::year_text(79), frise::year_text(-43)), ("0079".to_owned(), "-0043".to_owned()));
/// ```
pub fn year_text(year: i32) -> String {
    // Room for a whole date and its hour: most are written on.
    let mut text = String::with_capacity(16);
    push_year(year, &mut text);
    text
}

fn push_year(year: i32, text: &mut String) {
    match u32::try_from(year) {
        Ok(year @ 0..=9999) => {
            push_two("", year / 100, text);
            push_two("", year % 100, text);
        }
        _ => text.push_str(&format!("{year:+05}")),
    }
}

/// Writes a number below a hundred in two digits, after what stands before it.
pub(crate) fn push_two(before: &str, n: u32, text: &mut String) {
    let digit = |n: u32| b'0' + (n % 10) as u8;
    text.push_str(before);
    text.push_str(std::str::from_utf8(&[digit(n / 10), digit(n)]).unwrap_or_default());
}

/// A year as EDTF writes it: four digits, signed before year 0, `Y` before longer ones.
fn edtf_year(year: i32) -> String {
    match year {
        0..=9999 => format!("{year:04}"),
        -9999..0 => format!("-{:04}", -year),
        _ => format!("Y{year}"),
    }
}

/// Midnight at the beginning of a day.
pub(crate) fn midnight(date: NaiveDate) -> NaiveDateTime {
    date.and_time(chrono::NaiveTime::MIN)
}

/// The same day of the month `n` months on (or back), or the last day of that month where it is
/// shorter. `None` beyond the calendar's range.
pub(crate) fn add_months(date: NaiveDate, n: i64) -> Option<NaiveDate> {
    let months = chrono::Months::new(u32::try_from(n.unsigned_abs()).ok()?);
    if 0 <= n { date.checked_add_months(months) } else { date.checked_sub_months(months) }
}

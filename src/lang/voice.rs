//! What a language needs to tell a timeline: names, labels, and a sentence for each reason.
//!
//! A language's folder fills a [`Voice`]. Its functions match every reason, so a sentence that is
//! missing does not compile.

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::amount::{Amount, Distance, Modifier, Quantity, Unit};
use crate::expr::{Cell, Pattern};
use crate::extent::Extent;
use crate::lang::labels::{Labels, Phrase};
use crate::why::{Moment, NoDate, Notice, Placed, Range, Step, Unresolved, Why};

/// The names and sentences of a language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Voice {
    /// January to December.
    pub(crate) months: [&'static str; 12],
    /// Monday to Sunday.
    pub(crate) weekdays: [&'static str; 7],
    /// A unit, of one and of many.
    pub(crate) unit: fn(Unit) -> [&'static str; 2],
    /// Whether so many thousandths of a unit are many.
    pub(crate) is_many: fn(i64) -> bool,
    /// The mark between a number and its fraction.
    pub(crate) decimal: char,
    /// An amount with what bends it: "about", "more than".
    pub(crate) modified: fn(Modifier, &str) -> String,
    /// Of a range of numbers: "2 to 3".
    pub(crate) to: &'static str,
    /// More than one, and no number.
    pub(crate) some: &'static str,
    /// An amount with no unit.
    pub(crate) some_time: &'static str,
    /// More than can be reckoned with.
    pub(crate) too_many: &'static str,
    /// The number of a day in its month.
    pub(crate) day_number: fn(u32) -> String,
    /// A year as people count.
    pub(crate) year: fn(i32) -> String,
    /// A time of the clock: hour, minute, second.
    pub(crate) clock: fn(u32, u32, u32) -> String,
    /// The end of a day.
    pub(crate) midnight: &'static str,
    /// Between two things of which one is right.
    pub(crate) or: &'static str,
    /// What no text dates.
    pub(crate) undated: &'static str,
    /// A day that no calendar here has.
    pub(crate) no_day: &'static str,
    /// From a time on.
    pub(crate) from: fn(&str) -> String,
    /// Up to a time and with it.
    pub(crate) until: fn(&str) -> String,
    /// Headings and labels.
    pub(crate) labels: &'static Labels,
    /// A phrase of a report.
    pub(crate) phrase: fn(&Phrase<'_>) -> String,
    /// A text with blanks that no line breaks at, as the language's typography wants them.
    #[cfg_attr(not(feature = "text"), allow(dead_code, reason = "only plain text needs it"))]
    pub(crate) unbroken: fn(&str) -> String,
    /// A moment: a day, or a minute with its time of day.
    pub(crate) minute: fn(day: &str, hour: u32, minute: u32) -> String,
    /// A step of an explanation.
    pub(crate) step: fn(&Step) -> String,
    /// A reason.
    pub(crate) why: fn(&Why) -> String,
    /// A date that there is not.
    pub(crate) no_date: fn(&NoDate) -> String,
    /// Why a mention has no place.
    pub(crate) unresolved: fn(&Unresolved) -> String,
    /// A warning.
    pub(crate) notice: fn(&Notice) -> String,
}

impl Voice {
    /// The name of a month, from 1.
    pub(crate) fn month(&self, month: u32) -> &'static str {
        name_of(&self.months, month)
    }

    /// The name of a day of the week, from Monday as 1.
    pub(crate) fn weekday(&self, weekday: u32) -> &'static str {
        name_of(&self.weekdays, weekday)
    }

    /// A day as people write it: "1 March 2024".
    pub(crate) fn day(&self, day: NaiveDate) -> String {
        format!(
            "{} {} {}",
            (self.day_number)(day.day()),
            self.month(day.month()),
            self.year_of(day)
        )
    }

    /// The year of a day.
    pub(crate) fn year_of(&self, day: NaiveDate) -> String {
        (self.year)(day.year())
    }

    /// A numbered day.
    pub(crate) fn numbered(&self, day: i64) -> String {
        date(day).map_or_else(|| self.no_day.to_owned(), |day| self.day(day))
    }

    /// A whole number of a unit.
    pub(crate) fn count(&self, n: i64, unit: Unit) -> String {
        let [one, many] = (self.unit)(unit);
        format!("{n} {}", if (self.is_many)(n.saturating_mul(1000)) { many } else { one })
    }

    /// A day or a minute of an explanation.
    pub(crate) fn at(&self, moment: Moment) -> String {
        let day = self.numbered(moment.day());
        match moment {
            Moment::Day(_) => day,
            Moment::Minute(minute) => {
                let of_day = u32::try_from(minute.rem_euclid(1440)).unwrap_or(0);
                (self.minute)(&day, of_day / 60, of_day % 60)
            }
        }
    }

    /// An amount as people write it: "about 18 days".
    pub(crate) fn amount(&self, amount: &Amount) -> String {
        let parts: Vec<String> =
            amount.parts.iter().map(|(quantity, unit)| self.part(*quantity, *unit)).collect();
        let words = parts.join(" ");
        amount.modifier.map_or_else(|| words.clone(), |modifier| (self.modified)(modifier, &words))
    }

    fn part(&self, quantity: Quantity, unit: Unit) -> String {
        let [_, many] = (self.unit)(unit);
        match quantity {
            _ if unit == Unit::Unsaid => self.some_time.to_owned(),
            Quantity::Exact(n) if n % 1000 == 0 => self.count(n / 1000, unit),
            Quantity::Exact(n) => {
                let [one, many] = (self.unit)(unit);
                let number: String = quantity.to_string();
                let number: String =
                    number.chars().map(|c| if c == '.' { self.decimal } else { c }).collect();
                format!("{number} {}", if (self.is_many)(n) { many } else { one })
            }
            Quantity::Between(low, high) => format!("{low} {} {}", self.to, self.count(high, unit)),
            Quantity::Vague => format!("{} {many}", self.some),
            Quantity::TooLarge => format!("{} {many}", self.too_many),
        }
    }

    /// How long a distance is, whichever way it leads.
    pub(crate) fn distance(&self, distance: Distance) -> String {
        self.amount(&distance.amount())
    }

    /// A time as people write it: "7–8 March 2024", "until 8 March 2024".
    pub(crate) fn extent(&self, extent: &Extent) -> String {
        self.when(extent.from, extent.to)
    }

    /// Bounds in words; both ends are included, as people mean them.
    pub(crate) fn when(&self, from: Option<NaiveDateTime>, to: Option<NaiveDateTime>) -> String {
        match (from, to) {
            (None, None) => self.undated.to_owned(),
            (Some(from), None) => (self.from)(&self.moment(from)),
            (None, Some(to)) => (self.until)(&self.end(to)),
            (Some(from), Some(to)) => self.stretch(from, to),
        }
    }

    /// A stretch with both its ends.
    pub(crate) fn stretch(&self, from: NaiveDateTime, to: NaiveDateTime) -> String {
        let (first, last) = (from.date(), last_day(to));
        if !is_midnight(from) || !is_midnight(to) {
            if to.signed_duration_since(from) <= Duration::minutes(1) {
                return format!("{}, {}", self.day(first), self.clock_of(from));
            }
            return if first == last {
                let end =
                    if is_midnight(to) { self.midnight.to_owned() } else { self.clock_of(to) };
                format!("{}, {}–{end}", self.day(first), self.clock_of(from))
            } else {
                let (from, to) = (self.moment(from), self.end(to));
                let year = format!(" {}", self.year_of(first));
                let from =
                    if first.year() == last.year() { from.replacen(&year, "", 1) } else { from };
                format!("{from} – {to}")
            };
        }
        let after = to.date();
        if first.day() == 1 && after.day() == 1 {
            let years = after.year() - first.year();
            let months = years * 12 + after.month0() as i32 - first.month0() as i32;
            if months == 1 {
                return format!("{} {}", self.month(first.month()), self.year_of(first));
            }
            if first.month() == 1 && after.month() == 1 {
                return match years {
                    1 => self.year_of(first),
                    _ => format!("{}–{}", self.year_of(first), self.year_of(last)),
                };
            }
        }
        if first == last {
            return self.day(first);
        }
        let number = (self.day_number)(first.day());
        if (first.year(), first.month()) == (last.year(), last.month()) {
            return format!("{number}–{}", self.day(last));
        }
        if first.year() == last.year() {
            return format!("{number} {} – {}", self.month(first.month()), self.day(last));
        }
        format!("{} – {}", self.day(first), self.day(last))
    }

    fn end(&self, to: NaiveDateTime) -> String {
        if is_midnight(to) { self.day(last_day(to)) } else { self.moment(to) }
    }

    /// A moment: the day alone where it begins a day.
    pub(crate) fn moment(&self, at: NaiveDateTime) -> String {
        if is_midnight(at) { self.day(at.date()) } else { self.at_clock(at) }
    }

    /// A moment with its time of day.
    pub(crate) fn at_clock(&self, at: NaiveDateTime) -> String {
        format!("{}, {}", self.day(at.date()), self.clock_of(at))
    }

    fn clock_of(&self, at: NaiveDateTime) -> String {
        (self.clock)(at.hour(), at.minute(), at.second())
    }
}

fn name_of<const N: usize>(names: &[&'static str; N], number: u32) -> &'static str {
    let at = number.checked_sub(1).and_then(|at| names.get(at as usize));
    at.copied().unwrap_or("?")
}

pub(crate) fn is_midnight(at: NaiveDateTime) -> bool {
    at.time() == NaiveTime::MIN
}

/// The last day that has some moment before `to`.
pub(crate) fn last_day(to: NaiveDateTime) -> NaiveDate {
    to.checked_sub_signed(Duration::seconds(1)).unwrap_or(to).date()
}

/// What kind of cell is counted, as far as a word names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A unit, or a part of the day.
    Unit(Unit),
    /// A day of the week, from Monday as 1.
    Weekday(u32),
    /// A month, from 1.
    Month(u32),
    /// Anything else.
    Other,
}

/// What kind a cell is.
pub(crate) fn kind_of(cell: &Cell) -> Kind {
    let said = match cell {
        Cell::Unit(unit) => return Kind::Unit(*unit),
        Cell::Pattern(said) => said,
    };
    let only = |part: Pattern| *said == part;
    let blank = Pattern::default();
    match said {
        Pattern { weekday: Some(day), .. } if only(Pattern { weekday: Some(*day), ..blank }) => {
            Kind::Weekday((*day).into())
        }
        Pattern { month: Some(month), .. } if only(Pattern { month: Some(*month), ..blank }) => {
            Kind::Month((*month).into())
        }
        Pattern { part: Some(part), .. } if only(Pattern { part: Some(*part), ..blank }) => {
            Kind::Unit(Unit::DayPart(*part))
        }
        Pattern { weekend: true, .. } if only(Pattern { weekend: true, ..blank }) => {
            Kind::Unit(Unit::Weekend)
        }
        _ => Kind::Other,
    }
}

/// A time in the form that sentences tell it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// On one day.
    Day(NaiveDate),
    /// In one month, from 1.
    Month(i32, u32),
    /// In one year.
    Year(i32),
    /// At one moment.
    Moment(NaiveDateTime),
    /// Within a stretch of days, both included.
    Days(NaiveDate, NaiveDate),
    /// Within a stretch whose ends have hours.
    Hours(NaiveDateTime, NaiveDateTime),
    /// Not before a moment.
    From(NaiveDateTime),
    /// Not after a moment, which is past the end.
    Until(NaiveDateTime),
    /// Anywhere.
    Unknown,
}

impl Place {
    /// Where an extent is.
    pub(crate) fn of(extent: &Extent) -> Self {
        let (from, to) = match (extent.from, extent.to) {
            (Some(from), Some(to)) => (from, to),
            (Some(from), None) => return Place::From(from),
            (None, Some(to)) => return Place::Until(to),
            (None, None) => return Place::Unknown,
        };
        if !is_midnight(from) || !is_midnight(to) {
            let short = to.signed_duration_since(from) <= Duration::minutes(1);
            return if short { Place::Moment(from) } else { Place::Hours(from, to) };
        }
        let (first, last, after) = (from.date(), last_day(to), to.date());
        if first == last {
            return Place::Day(first);
        }
        if first.day() == 1 && after.day() == 1 {
            if first.month() == 1 && after.month() == 1 && first.year() + 1 == after.year() {
                return Place::Year(first.year());
            }
            if crate::extent::add_months(first, 1) == Some(after) {
                return Place::Month(first.year(), first.month());
            }
        }
        Place::Days(first, last)
    }
}

/// How far something lies from something else, in the form that sentences tell it by. Distances
/// inside are as they were given, with their signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Far {
    /// On the same day.
    SameDay,
    /// So far.
    Exactly(Distance),
    /// On the same side, no farther than that.
    AtMost(Distance),
    /// On the same side, and nearer than that.
    Under(Distance),
    /// On the same side, between the two: the nearer first.
    Between(Distance, Distance),
    /// From the first before it to the second after it.
    Around(Distance, Distance),
    /// On the same side, no nearer than that.
    AtLeast(Distance),
    /// Not before it.
    NotBefore,
    /// Not after it.
    NotAfter,
    /// Nothing is known.
    Tied,
}

impl Far {
    /// How far a least and a greatest signed distance are.
    pub(crate) fn of(low: Option<Distance>, high: Option<Distance>) -> Self {
        match (low, high) {
            (Some(low), Some(high)) if low == high => match low.size() {
                0 => Far::SameDay,
                _ => Far::Exactly(low),
            },
            (Some(low), Some(high)) => {
                let (near, far) = if high.size() <= 0 { (high, low) } else { (low, high) };
                match near.size() {
                    // "A few hours" end a minute before a whole hour.
                    0 => match far {
                        Distance::Minutes(n) if n.abs() % 60 == 59 => {
                            Far::Under(Distance::Minutes(n + n.signum()))
                        }
                        far => Far::AtMost(far),
                    },
                    _ if low.size() < 0 && 0 < high.size() => Far::Around(low, high),
                    _ => Far::Between(near, far),
                }
            }
            (Some(bound), None) if bound.size() == 0 => Far::NotBefore,
            (None, Some(bound)) if bound.size() == 0 => Far::NotAfter,
            (Some(bound), None) if 0 < bound.size() => Far::AtLeast(bound),
            (None, Some(bound)) if bound.size() < 0 => Far::AtLeast(bound),
            (Some(bound), None) | (None, Some(bound)) => Far::AtMost(bound),
            (None, None) => Far::Tied,
        }
    }
}

/// Where a moment can be, in the form that sentences tell it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spot {
    /// At one.
    At(Moment),
    /// In a month, given by its first day.
    Month(NaiveDate),
    /// In a year.
    Year(i32),
    /// Between two.
    Between(Moment, Moment),
    /// Then at the earliest.
    Earliest(Moment),
    /// Then at the latest.
    Latest(Moment),
}

impl Spot {
    /// Where a range is; nothing where it is open.
    pub(crate) fn of(range: &Range) -> Option<Self> {
        Some(match (range.lower, range.upper) {
            (Some(lower), Some(upper)) if lower == upper => Spot::At(lower),
            (Some(Moment::Day(lower)), Some(Moment::Day(upper))) => {
                cell(lower, upper).unwrap_or(Spot::Between(Moment::Day(lower), Moment::Day(upper)))
            }
            (Some(lower), Some(upper)) => Spot::Between(lower, upper),
            (Some(lower), None) => Spot::Earliest(lower),
            (None, Some(upper)) => Spot::Latest(upper),
            (None, None) => return None,
        })
    }
}

/// The month or year that two days are the first and last of.
fn cell(first: i64, last: i64) -> Option<Spot> {
    let (first, after) = (date(first)?, date(last.checked_add(1)?)?);
    if first.day() != 1 || after.day() != 1 {
        return None;
    }
    if first.month() == 1 && after.month() == 1 && first.year() + 1 == after.year() {
        return Some(Spot::Year(first.year()));
    }
    (crate::extent::add_months(first, 1) == Some(after)).then_some(Spot::Month(first))
}

fn date(day: i64) -> Option<NaiveDate> {
    i32::try_from(day).ok().and_then(NaiveDate::from_num_days_from_ce_opt)
}

/// Where an event can be, in the form that sentences tell it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stay {
    /// All of it there.
    Spot(Spot),
    /// From one moment to another.
    Runs(Moment, Moment),
    /// Nothing is known.
    Unknown,
}

impl Stay {
    /// Where an event is.
    pub(crate) fn of(Placed { first, last }: &Placed) -> Self {
        if let (Some(begins), Some(ends)) = (first.exact(), last.exact())
            && begins != ends
        {
            return Stay::Runs(begins, ends);
        }
        let whole = Range { lower: first.lower, upper: last.upper };
        let never = Range { lower: last.lower, upper: first.upper };
        Spot::of(&whole).or_else(|| Spot::of(&never)).map_or(Stay::Unknown, Stay::Spot)
    }
}

/// How many characters of a label stand in a sentence.
const LONGEST: usize = 40;

/// A label that fits into a sentence: cut at a word.
pub(crate) fn shortened(label: &str) -> String {
    let label = label.trim_end_matches(['…', ' ']);
    if label.chars().count() <= LONGEST {
        return label.to_owned();
    }
    let end = label.char_indices().nth(LONGEST).map_or(label.len(), |(at, _)| at);
    let (head, _) = label.split_at(end);
    let head = head.rsplit_once(char::is_whitespace).map_or(head, |(head, _)| head);
    // An opened quotation or a lone article at the end tells nothing.
    format!("{} …", head.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// How much later the second of two moments is.
pub(crate) fn later(upper: Moment, lower: Moment) -> Amount {
    match (upper, lower) {
        (Moment::Minute(upper), Moment::Minute(lower)) => {
            let minutes = lower - upper;
            if minutes.abs() < 2880 {
                return Amount::of_minutes(minutes);
            }
            Amount::of(minutes / 1440, Unit::Day)
        }
        _ => Amount::of(lower.day() - upper.day(), Unit::Day),
    }
}

/// Distances one after another with their signs: "−3 days − 15 days".
pub(crate) fn legs(voice: &Voice, legs: &[Distance]) -> String {
    let mut told = String::new();
    for (at, leg) in legs.iter().enumerate() {
        if at != 0 {
            told.push(' ');
        }
        told.push_str(&signed(voice, *leg, if at == 0 { "" } else { " " }));
    }
    told
}

/// A distance with its sign.
pub(crate) fn signed(voice: &Voice, distance: Distance, space: &str) -> String {
    let words = voice.distance(distance);
    match distance.size() {
        0 => words,
        n if n < 0 => format!("−{space}{words}"),
        _ => format!("+{space}{words}"),
    }
}

/// Two moments that an amount is measured between: the nearest two or the farthest two.
pub(crate) fn measured_between(
    from: &Range,
    to: &Range,
    low: bool,
    high: bool,
) -> Option<(Moment, Moment)> {
    match (low, high) {
        (true, false) => from.upper.zip(to.lower),
        (false, true) => from.lower.zip(to.upper),
        _ => None,
    }
}

/// Two stretches that both have two ends, or are days.
pub(crate) fn both([one, other]: &[Placed; 2]) -> Option<[Spot; 2]> {
    let closed = |placed: &Placed| match Stay::of(placed) {
        Stay::Spot(spot @ (Spot::At(_) | Spot::Month(_) | Spot::Year(_) | Spot::Between(..))) => {
            Some(spot)
        }
        _ => None,
    };
    Some([closed(one)?, closed(other)?])
}

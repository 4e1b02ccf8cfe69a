//! The JSON of Knight Lab's TimelineJS 3.

use chrono::{Datelike, NaiveDateTime, NaiveTime, Timelike};
use html_escape::encode_safe;
use serde::Serialize;

use super::shown::{Shown, one_line, stretch};
use super::words::{self, labels};
use super::{Exhibit, when_words};

#[derive(Serialize)]
struct Story {
    title: Slide,
    events: Vec<Slide>,
    eras: Vec<Era>,
    scale: &'static str,
}

#[derive(Default, Serialize)]
struct Slide {
    #[serde(skip_serializing_if = "Option::is_none")]
    unique_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    display_date: Option<String>,
    text: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<String>,
}

#[derive(Serialize)]
struct Era {
    start_date: Date,
    end_date: Date,
    text: Text,
}

/// Both are HTML.
#[derive(Default, Serialize)]
struct Text {
    headline: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    text: String,
}

/// As precise as what is known: a missing part means the whole of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
struct Date {
    year: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hour: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minute: Option<u32>,
}

/// How much of a date is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Precision {
    Year,
    Month,
    Day,
    Minute,
}

impl Exhibit<'_> {
    /// The JSON of TimelineJS 3: a slide an event with its quotations, its group the source; the
    /// uncertainty in the date it displays; the windows of events as eras.
    ///
    /// TimelineJS shows no event without a date: what nothing dates is left out, and an event with
    /// one bound stands there. What the articles say is escaped, for TimelineJS reads HTML.
    ///
    /// ```
    /// # use frise::{Article, Exhibit, Frise, Language, Limits, Timeline};
    /// # let articles = [Article::new("a", "The dam burst in March 2024.", Language::En)];
    /// # let frise = Frise::new();
    /// # let draft = frise.gather(&[(&articles[0], &frise.read(&articles[0]))]).draft;
    /// # let timeline = Timeline::check(draft, &Limits::default())?;
    /// let json = Exhibit::new(&articles, &timeline).title("The dam").timelinejs();
    /// assert!(json.contains(r#""display_date": "March 2024""#));
    /// # Ok::<(), frise::Error>(())
    /// ```
    pub fn timelinejs(&self) -> String {
        let labels = labels(self.language);
        let headline = encode_safe(self.title.unwrap_or(labels.untitled)).into_owned();
        let title = Slide { text: Text { headline, text: String::new() }, ..Slide::default() };
        let shown: Vec<Shown<'_>> = self.shown().collect();
        let story = Story {
            title,
            events: shown.iter().filter_map(|shown| self.slide(shown)).collect(),
            eras: shown.iter().filter_map(|shown| self.era(shown)).collect(),
            scale: "human",
        };
        let mut json = serde_json::to_string_pretty(&story).unwrap_or_default();
        json.push('\n');
        json
    }

    fn slide(&self, shown: &Shown<'_>) -> Option<Slide> {
        let labels = labels(self.language);
        let bounds = &shown.bounds;
        let (start, end) = match (bounds.from, bounds.to) {
            (Some(from), Some(to)) => dates(from, to),
            (Some(from), None) => (Date::new(from, precision(from)), None),
            (None, Some(to)) => (Date::new(last(to), precision(to)), None),
            (None, None) => return None,
        };
        let mut notes: Vec<String> = Vec::new();
        notes.extend(words::status(shown.event.status, self.language).map(str::to_owned));
        if bounds.disputed {
            notes.push(labels.disputed.to_owned());
        }
        let mut when = shown.when.clone();
        if !notes.is_empty() {
            when = format!("{when} ({})", notes.join(", "));
        }
        let first = shown.statements.iter().find(|said| said.article.is_some());
        let group = first.and_then(|said| self.source(said));
        Some(Slide {
            unique_id: Some(slug(&shown.event.id)),
            start_date: Some(start),
            end_date: end,
            display_date: Some(encode_safe(&when).into_owned()),
            text: Text {
                headline: encode_safe(&one_line(&shown.event.label)).into_owned(),
                text: self.quotations(shown),
            },
            group: Some(encode_safe(group.unwrap_or(labels.yours)).into_owned()),
        })
    }

    /// The words of the sources, as HTML.
    fn quotations(&self, shown: &Shown<'_>) -> String {
        let mut html = String::new();
        for said in &shown.statements {
            let by = match self.cite(said) {
                Some(cite) => format!("{} ({cite})", self.source(said).unwrap_or_default()),
                None => labels(self.language).yours.to_owned(),
            };
            let says = said.says.as_ref().filter(|_| shown.bounds.disputed);
            let says = says.map_or(String::new(), |says| {
                format!(" → {}", when_words(says.from, says.to, self.language))
            });
            let (words, by) = (one_line(&said.text), format!("{by}{says}"));
            html.push_str(&format!(
                "<blockquote>{}</blockquote><p>{}</p>",
                encode_safe(&words),
                encode_safe(&by)
            ));
        }
        html
    }

    fn era(&self, shown: &Shown<'_>) -> Option<Era> {
        let (from, to) = stretch(shown.window.as_ref()?)?;
        let (start_date, end) = dates(from, to);
        let headline = encode_safe(&one_line(&shown.event.label)).into_owned();
        // An era that ends on the date it begins with is an error there: it lasts to the next.
        let next = || Date::new(to, precision(from).max(precision(to)));
        Some(Era {
            start_date,
            end_date: end.unwrap_or_else(next),
            text: Text { headline, text: String::new() },
        })
    }
}

impl Date {
    fn new(at: NaiveDateTime, precision: Precision) -> Self {
        let from = |least, value| (least <= precision).then_some(value);
        // People count no year 0: the one before 1 is −1 there.
        let year = if at.year() <= 0 { at.year() - 1 } else { at.year() };
        Self {
            year,
            month: from(Precision::Month, at.month()),
            day: from(Precision::Day, at.day()),
            hour: from(Precision::Minute, at.hour()),
            minute: from(Precision::Minute, at.minute()),
        }
    }
}

/// The first and, where it is another, the last date of a stretch.
fn dates(from: NaiveDateTime, to: NaiveDateTime) -> (Date, Option<Date>) {
    let precision = precision(from).max(precision(to));
    // An end to the minute is told as it is; a last day, month or year is meant with all of it.
    let end = if precision == Precision::Minute { to } else { last(to) };
    let (start, end) = (Date::new(from, precision), Date::new(end, precision));
    (start, Some(end).filter(|end| *end != start))
}

fn precision(at: NaiveDateTime) -> Precision {
    match (at.month(), at.day(), at.time() == NaiveTime::MIN) {
        (_, _, false) => Precision::Minute,
        (1, 1, true) => Precision::Year,
        (_, 1, true) => Precision::Month,
        _ => Precision::Day,
    }
}

/// The last moment before the end of a stretch.
fn last(to: NaiveDateTime) -> NaiveDateTime {
    to.checked_sub_signed(chrono::Duration::seconds(1)).unwrap_or(to)
}

/// An id as TimelineJS puts it into addresses and into the page.
fn slug(id: &str) -> String {
    id.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_precise_as_what_is_known() {
        let at = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap();
        let written = |from: &str, to: &str| {
            let (start, end) = dates(at(from), at(to));
            let json = |date: &Date| serde_json::to_string(date).unwrap();
            (json(&start), end.as_ref().map(json).unwrap_or_default())
        };
        let year = (r#"{"year":2017}"#.to_owned(), String::new());
        assert_eq!(written("2017-01-01T00:00", "2018-01-01T00:00"), year);
        let spring =
            (r#"{"year":2024,"month":3}"#.to_owned(), r#"{"year":2024,"month":5}"#.to_owned());
        assert_eq!(written("2024-03-01T00:00", "2024-06-01T00:00"), spring);
        let (first, last) = written("2024-03-01T00:00", "2024-03-03T00:00");
        assert_eq!(first, r#"{"year":2024,"month":3,"day":1}"#);
        assert_eq!(last, r#"{"year":2024,"month":3,"day":2}"#);
        let (first, last) = written("2024-03-22T18:00", "2024-03-23T00:00");
        assert_eq!(first, r#"{"year":2024,"month":3,"day":22,"hour":18,"minute":0}"#);
        assert_eq!(last, r#"{"year":2024,"month":3,"day":23,"hour":0,"minute":0}"#);
        assert_eq!(written("-0043-01-01T00:00", "-0042-01-01T00:00").0, r#"{"year":-44}"#);
    }
}

//! Whether another zone would reconcile two statements: a day in Washington is partly the next day in
//! Moscow. It is said, and decides nothing.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Offset, TimeZone};
use chrono_tz::Tz;

use crate::article::{Article, Language};
use crate::event::StatementIx;
use crate::extent::{Granularity, midnight};
use crate::lang::gazetteer;
use crate::lang::input::Input;
use crate::lang::labels::{Clocks, Phrase};
use crate::lang::memo::Memo;
use crate::lang::voice;
use crate::reader::Frise;
use crate::report::day_words;
use crate::scan::Tokens;
use crate::timeline::{Conflict, Timeline};

/// Two statements of one event, a day apart, that could both be right if each counts its days in
/// another zone. The texts do not say that they do.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reconciled {
    /// The statement that gives the earlier day, and the place it would count it in.
    pub earlier: (StatementIx, Reckoning),
    /// The statement that gives the later day, and the place it would count it in.
    pub later: (StatementIx, Reckoning),
    /// The later day.
    pub day: NaiveDate,
    /// How many minutes of the later day, from its midnight on, are still the day before in the
    /// place of the earlier statement.
    pub minutes: u32,
}

/// A place by the name that the texts use, and the zone its clocks keep.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reckoning {
    /// As written.
    pub name: String,
    /// As the zone database names it: "Europe/Moscow".
    pub zone: &'static str,
    /// How many minutes its clocks are ahead of UTC on that day.
    pub offset: i32,
}

impl Reconciled {
    /// Whether it is about the two statements of a conflict.
    pub fn explains(&self, conflict: &Conflict) -> bool {
        let pair = [self.earlier.0, self.later.0];
        conflict.statements.len() == pair.len()
            && pair.iter().all(|statement| conflict.statements.contains(statement))
    }

    /// What an editor reads, with the letters or places that stand for the statements.
    pub fn words(&self, earlier: &str, later: &str, language: Language) -> String {
        let (west, east) = (&self.earlier.1, &self.later.1);
        let before = self.day.pred_opt().unwrap_or(self.day);
        let told = |day: NaiveDate| day_words(day.num_days_from_ce().into(), language);
        let (day, before) = (told(self.day), told(before));
        let (hour, minute) = (self.minutes / 60, self.minutes % 60);
        let until = (voice(language).clock)(hour, minute, 0);
        let (west_utc, east_utc) = (utc(west), utc(east));
        let west = Clocks { name: &west.name, zone: west.zone, utc: &west_utc };
        let east = Clocks { name: &east.name, zone: east.zone, utc: &east_utc };
        let (west, east, day, before) = (&west, &east, day.as_str(), before.as_str());
        let until = until.as_str();
        let zones = Phrase::Zones { earlier, later, west, east, day, before, until };
        (voice(language).phrase)(&zones)
    }
}

impl Frise {
    /// The conflicts of a timeline that a difference of zones between two places its articles name
    /// would explain: those of exactly two statements that give days next to each other. Of the places
    /// named, the two zones named most often are taken that lie the right way round.
    pub fn reconciled(&self, timeline: &Timeline, articles: &[&Article]) -> Vec<Reconciled> {
        let pairs: Vec<Pair> =
            timeline.conflicts().iter().filter_map(|conflict| pair(timeline, conflict)).collect();
        if pairs.is_empty() {
            return Vec::new();
        }
        let named = self.places(articles);
        pairs.iter().filter_map(|pair| reconcile(pair, &named)).collect()
    }

    /// The zones that articles name places of: the name told first, and how often.
    fn places(&self, articles: &[&Article]) -> BTreeMap<&'static str, (Tz, String, usize)> {
        let mut named: BTreeMap<&'static str, (Tz, String, usize)> = BTreeMap::new();
        for article in articles {
            let engine = self.engine(article.language());
            let tokens = Tokens::of(article.text(), engine);
            let memo = Memo::default();
            let source = tokens.source(article.text(), engine, &memo);
            let mut input = Input::new(&source, 0);
            while input.first().is_some() {
                input = match gazetteer::place(input, engine.grammar.places) {
                    Ok((rest, zone)) => {
                        let words = input.span_to(&rest).of(article.text());
                        let place =
                            named.entry(zone.name()).or_insert_with(|| (zone, words.to_owned(), 0));
                        place.2 += 1;
                        rest
                    }
                    Err(_) => input.skip(1),
                };
            }
        }
        named
    }
}

/// Two statements that date one event to days next to each other.
struct Pair {
    earlier: StatementIx,
    later: StatementIx,
    day: NaiveDate,
}

fn pair(timeline: &Timeline, conflict: &Conflict) -> Option<Pair> {
    let [a, b] = conflict.statements.as_slice() else { return None };
    let told = |ix: StatementIx| {
        let statement = timeline.statements().get(ix.index())?;
        let says = statement.says.filter(|says| says.granularity == Granularity::Day)?;
        Some((statement.event, says.first_day()?))
    };
    let ((event, first), (other, second)) = (told(*a)?, told(*b)?);
    if event != other {
        return None;
    }
    match (second - first).num_days() {
        1 => Some(Pair { earlier: *a, later: *b, day: second }),
        -1 => Some(Pair { earlier: *b, later: *a, day: first }),
        _ => None,
    }
}

fn reconcile(
    pair: &Pair,
    named: &BTreeMap<&'static str, (Tz, String, usize)>,
) -> Option<Reconciled> {
    // The offsets as the day begins; where clocks change that very night, an hour is neither here nor
    // there for what is only a possibility.
    let offset = |zone: Tz| {
        let offset = zone.offset_from_utc_datetime(&midnight(pair.day)).fix();
        offset.local_minus_utc() / 60
    };
    let ways = named.values().flat_map(|west| named.values().map(move |east| (west, east)));
    let (west, east) = ways
        .filter(|(west, east)| offset(west.0) < offset(east.0))
        .max_by_key(|(west, east)| (west.2.min(east.2), west.2.max(east.2), east.0.name()))?;
    let place = |(zone, name, _): &(Tz, String, usize)| Reckoning {
        name: name.clone(),
        zone: zone.name(),
        offset: offset(*zone),
    };
    let (west, east) = (place(west), place(east));
    let minutes = u32::try_from(east.offset - west.offset).ok()?;
    Some(Reconciled {
        earlier: (pair.earlier, west),
        later: (pair.later, east),
        day: pair.day,
        minutes,
    })
}

/// "UTC−5", "UTC+5:30".
fn utc(place: &Reckoning) -> String {
    let sign = if place.offset < 0 { '−' } else { '+' };
    let (hours, minutes) = (place.offset.abs() / 60, place.offset.abs() % 60);
    match minutes {
        0 => format!("UTC{sign}{hours}"),
        _ => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, Language};
    use crate::limits::Limits;
    use crate::reader::Frise;
    use crate::timeline::Timeline;

    /// What is said of the conflicts of a text by zones.
    fn told(text: &str) -> Vec<String> {
        let frise = Frise::new();
        let article = Article::new("a", text, Language::En)
            .published("2024-03-20".parse().expect("the date exists"));
        let account = frise.read(&article);
        let gathered = frise.gather(&[(&article, &account)]);
        let timeline = Timeline::check(gathered.draft, &Limits::default()).expect("nothing given");
        let reconciled = frise.reconciled(&timeline, &[&article]);
        reconciled.iter().map(|one| one.words("(a)", "(b)", Language::En)).collect()
    }

    const BLAST: &str = "The blast at the refinery happened on 8 March 2024, officials in Tokyo said. \
        They had asked Tokyo for help. ";

    #[test]
    fn days_next_to_each_other_may_be_one_moment_in_two_places() {
        let text = format!(
            "{BLAST}In Chicago the owners say that the blast at the refinery happened on 7 March 2024."
        );
        assert_eq!(
            told(&text),
            [
                "note: both could be right if (a) counts its day in Chicago (America/Chicago, UTC−6) \
              and (b) in Tokyo (Asia/Tokyo, UTC+9): 8 March 2024 before 15:00 in Tokyo is still \
              7 March 2024 in Chicago; the texts do not say so"
            ]
        );
    }

    #[test]
    fn nothing_is_said_of_days_further_apart_or_of_one_place() {
        let far = format!(
            "{BLAST}In Chicago the owners say that the blast at the refinery happened on 6 March 2024."
        );
        assert_eq!(told(&far), [""; 0]);
        let one = format!(
            "{BLAST}The owners say that the blast at the refinery happened on 7 March 2024."
        );
        assert_eq!(told(&one), [""; 0]);
    }
}

//! How English tells it.

mod labels;
mod step;

use crate::amount::{DayPart, Modifier, Unit};
use crate::expr::{Direction, Part, Signal};
use crate::extent::Extent;
use crate::lang::voice::{Far, Kind, Place, Voice, kind_of};
use crate::why::{
    Base, Choice, ClockChange, Condition, Fit, Hang, NoDate, Notice, Unresolved, Why,
};

pub(super) static VOICE: Voice = Voice {
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    unit,
    is_many: |thousandths| thousandths.abs() != 1000,
    decimal: '.',
    modified,
    to: "to",
    some: "some",
    some_time: "some time",
    too_many: "too many",
    day_number: |day| day.to_string(),
    year,
    clock,
    midnight: "24:00",
    or: "or",
    undated: "not dated",
    no_day: "a day beyond the calendar",
    from: |moment| format!("from {moment}"),
    until: |moment| format!("until {moment}"),
    labels: &labels::LABELS,
    phrase: labels::phrase,
    unbroken: str::to_owned,
    minute: |day, hour, minute| format!("{day} at {hour:02}:{minute:02}"),
    step: step::step,
    why,
    no_date,
    unresolved,
    notice,
};

fn unit(unit: Unit) -> [&'static str; 2] {
    match unit {
        Unit::Second => ["second", "seconds"],
        Unit::Minute => ["minute", "minutes"],
        Unit::Hour => ["hour", "hours"],
        Unit::Day => ["day", "days"],
        Unit::Weekend => ["weekend", "weekends"],
        Unit::Week => ["week", "weeks"],
        Unit::Month => ["month", "months"],
        Unit::Quarter => ["quarter", "quarters"],
        Unit::Half => ["half-year", "half-years"],
        Unit::Season => ["season", "seasons"],
        Unit::Year => ["year", "years"],
        Unit::Decade => ["decade", "decades"],
        Unit::Century => ["century", "centuries"],
        Unit::Millennium => ["millennium", "millennia"],
        Unit::DayPart(DayPart::Morning) => ["morning", "mornings"],
        Unit::DayPart(DayPart::Midday) => ["noon", "noons"],
        Unit::DayPart(DayPart::Afternoon) => ["afternoon", "afternoons"],
        Unit::DayPart(DayPart::Evening) => ["evening", "evenings"],
        Unit::DayPart(DayPart::Night) => ["night", "nights"],
        Unit::DayPart(DayPart::Daytime) => ["daytime", "daytimes"],
        Unit::Unsaid => ["time", "times"],
    }
}

fn modified(modifier: Modifier, words: &str) -> String {
    let bent = match modifier {
        Modifier::Approx => "about",
        Modifier::Nearly => "nearly",
        Modifier::MoreThan => "more than",
        Modifier::LessThan => "less than",
        Modifier::AtLeast => "at least",
        Modifier::AtMost => "at most",
    };
    format!("{bent} {words}")
}

fn year(year: i32) -> String {
    if year <= 0 { format!("{} BC", 1 - i64::from(year)) } else { year.to_string() }
}

fn clock(hour: u32, minute: u32, second: u32) -> String {
    match second {
        0 => format!("{hour:02}:{minute:02}"),
        _ => format!("{hour:02}:{minute:02}:{second:02}"),
    }
}

fn ordinal(n: u32) -> String {
    let ending = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{n}{ending}")
}

/// "publication (5 April 2024)".
fn base(base: &Base) -> String {
    match base {
        Base::Publication { day } => format!("publication ({})", VOICE.day(*day)),
        Base::Passage { day } => format!("the date of the passage ({})", VOICE.day(*day)),
        Base::Told { is } => format!("the time told before ({})", VOICE.extent(is)),
        Base::Quarter { is } => format!("the quarter told before ({})", VOICE.extent(is)),
        Base::Named { is } => VOICE.extent(is),
    }
}

/// What a cell is called, with "the" where it takes it.
fn cell(kind: Kind) -> Option<String> {
    Some(match kind {
        Kind::Unit(Unit::Unsaid) | Kind::Other => return None,
        Kind::Unit(of) => unit(of)[0].to_owned(),
        Kind::Weekday(day) => VOICE.weekday(day).to_owned(),
        Kind::Month(month) => VOICE.month(month).to_owned(),
    })
}

/// "the week before publication (2 April 2024)".
fn counted(kind: Kind, offset: i32, from: &Base) -> String {
    let from = base(from);
    let n = offset.unsigned_abs();
    let way = if offset < 0 { "before" } else { "after" };
    match (kind, cell(kind), n) {
        (Kind::Unit(_), Some(name), 0) => format!("the {name} of {from}"),
        (Kind::Unit(_), Some(name), 1) => format!("the {name} {way} {from}"),
        (Kind::Unit(of), Some(_), _) => format!("{} {way} {from}", VOICE.count(n.into(), of)),
        (_, _, 0) => format!("seen from {from}"),
        (_, name, _) => {
            let name = name.unwrap_or_else(|| "one".to_owned());
            let which = match (n, offset < 0) {
                (1, true) => "last".to_owned(),
                (1, false) => "first".to_owned(),
                (_, true) => format!("{} last", ordinal(n)),
                (_, false) => ordinal(n),
            };
            format!("the {which} {name} {way} {from}")
        }
    }
}

/// "on 7 March 2024", "in March 2024", "between 3 and 5 March 2024".
fn placed(extent: &Extent) -> String {
    match Place::of(extent) {
        Place::Day(day) => format!("on {}", VOICE.day(day)),
        Place::Month(..) | Place::Year(_) => format!("in {}", VOICE.extent(extent)),
        Place::Moment(at) => format!("at {}", VOICE.at_clock(at)),
        Place::Days(first, last) => {
            format!("between {} and {}", VOICE.day(first), VOICE.day(last))
        }
        Place::Hours(from, to) => format!("within {}", VOICE.stretch(from, to)),
        Place::From(from) => format!("not before {}", VOICE.moment(from)),
        Place::Until(_) => {
            let last = extent.last_day().map_or(String::new(), |day| VOICE.day(day));
            format!("not after {last}")
        }
        Place::Unknown => "at some time".to_owned(),
    }
}

/// "18 days before the attack".
fn far(far: Far, anchor: &str) -> String {
    let way = |distance: crate::amount::Distance| match distance.size() < 0 {
        true => "before",
        false => "after",
    };
    let words = |distance| VOICE.distance(distance);
    match far {
        Far::SameDay => format!("on the day of {anchor}"),
        Far::Exactly(by) => format!("{} {} {anchor}", words(by), way(by)),
        Far::AtMost(by) => format!("at most {} {} {anchor}", words(by), way(by)),
        Far::Under(by) => format!("less than {} {} {anchor}", words(by), way(by)),
        Far::Between(near, by) => {
            format!("between {} and {} {} {anchor}", words(near), words(by), way(by))
        }
        Far::Around(low, high) => {
            format!("between {} before and {} after {anchor}", words(low), words(high))
        }
        Far::AtLeast(by) => format!("at least {} {} {anchor}", words(by), way(by)),
        Far::NotBefore => format!("not before {anchor}"),
        Far::NotAfter => format!("not after {anchor}"),
        Far::Tied => format!("tied to {anchor}"),
    }
}

fn hang(by: &Hang, anchor: &str) -> String {
    match by {
        Hang::Offset { low, high, .. } => far(Far::of(*low, *high), anchor),
        Hang::Before => format!("before {anchor}"),
        Hang::After => format!("after {anchor}"),
        Hang::During => format!("at the time of {anchor}"),
        Hang::Years { nth } => format!("{} after {anchor}", VOICE.count((*nth).into(), Unit::Year)),
    }
}

fn fit(fit: Fit) -> &'static str {
    match fit {
        Fit::SameClass => "the same class",
        Fit::Kin => "a class near to it",
        Fit::SameKind => "the same kind",
        Fit::WordsInCommon => "words in common",
        Fit::JustBefore => "told just before",
        Fit::Recent => "the most recent",
        Fit::Window => "it has a window that can end",
    }
}

fn why(why: &Why) -> String {
    let at = |extent: &Extent| VOICE.extent(extent);
    match why {
        Why::Chosen { by, from, is } => {
            let (seen, is) = (base(from), at(is));
            match by {
                Choice::Nearest => format!("the nearest to {seen}: {is}"),
                Choice::SameYear => format!("in the year of {seen}: {is}"),
                Choice::SameMonth => format!("in the month of {seen}: {is}"),
                Choice::SameDay => format!("on the day of {seen}: {is}"),
                Choice::SameNight => format!("in the night that ends on {seen}: {is}"),
                Choice::GoingOn => format!("going on from {seen}: {is}"),
                Choice::FirstFrom => format!("the first from {seen} on: {is}"),
                Choice::ToCome => format!("told as to come, so the first from {seen} on: {is}"),
                Choice::Past => format!("told as past, so the last up to {seen}: {is}"),
                Choice::NewsLooksBack => {
                    format!("news looks back, so the last up to {seen}: {is}")
                }
            }
        }
        Why::FirstAfter { after, is } => format!("the first after {}: {}", at(after), at(is)),
        Why::InNumbers { open: true } => {
            "written in numbers: the month taken first, the day may be".to_owned()
        }
        Why::InNumbers { open: false } => "written in numbers: the day comes first".to_owned(),
        Why::Bounded { signal, is } => {
            let signal = match signal {
                Signal::Since => "since it",
                Signal::From => "from it on",
                Signal::AsEarlyAs => "as early as it",
                Signal::Until => "until it",
                Signal::By => "by it",
                Signal::Before => "before it",
                Signal::After => "after it",
            };
            format!("{signal}: {}", at(is))
        }
        Why::Nth { n, cell: of_kind, of, is } => {
            format!("{}: {}", nth(*n, kind_of(of_kind), of), at(is))
        }
        Why::PartOf { part, of, is } => {
            let part = match part {
                Part::Start => "the early part".to_owned(),
                Part::Mid => "the middle".to_owned(),
                Part::End => "the late part".to_owned(),
                Part::Fraction { n, of } => {
                    format!("the {} of {of} equal parts", ordinal((*n).into()))
                }
            };
            format!("{part} of {}: {}", at(of), at(is))
        }
        Why::Anniversary { nth, of, is } => {
            let years = VOICE.count((*nth).into(), Unit::Year);
            format!("{} + {years} = {}", VOICE.day(*of), VOICE.day(*is))
        }
        Why::Counted { cell, offset, from, is } => {
            format!("{}: {}", counted(kind_of(cell), *offset, from), at(is))
        }
        Why::UpToNow { now } => format!("told as past, so only up to {}", base(now)),
        Why::NightGone { is } => format!("told as past, so the night of {}", at(is)),
        Why::Shifted { amount, direction, from, is } => {
            let way = match direction {
                Direction::Before => "before",
                Direction::After => "after",
            };
            format!("{} {way} {}: {}", VOICE.amount(amount), base(from), at(is))
        }
        Why::Stretched { amount, direction, from, is } => {
            let (amount, from) = (VOICE.amount(amount), base(from));
            match direction {
                Direction::Before => format!("{amount} up to {from}: {}", at(is)),
                Direction::After => format!("{amount} from {from} on: {}", at(is)),
            }
        }
        Why::Apposed { day } => format!("it stands beside {} and names that day", at(day)),
        Why::InZone { at, zone, is, there, changed } => {
            let changed = match changed {
                None => "",
                Some(ClockChange::Back) => "; the clocks went back over it: the earlier is taken",
                Some(ClockChange::Forward) => {
                    "; the clocks went forward over it: the later is taken"
                }
            };
            let (at, is) = (VOICE.at_clock(*at), VOICE.at_clock(*is));
            format!("{at} ({zone}) is {is} ({there}){changed}")
        }
        Why::If { so } => match so {
            Condition::Past => "if it is told as past",
            Condition::ToCome => "if it is told as to come",
            Condition::DayFirst => "if the day comes first",
            Condition::MonthFirst => "if the month comes first",
        }
        .to_owned(),
        Why::Dated { event, is } => format!("\"{event}\" is {}", placed(is)),
        Why::Spans { event, first, last } => {
            format!("\"{event}\" is from {} to {}", at(first), at(last))
        }
        Why::SeveralTimes { event, first, last } => {
            format!("\"{event}\" is told of several times, from {} to {}", at(first), at(last))
        }
        Why::Hangs { event, by, anchor, window } => {
            let anchor = match window {
                true => format!("the end of the window of \"{anchor}\""),
                false => format!("\"{anchor}\""),
            };
            format!("\"{event}\" is {}", hang(by, &anchor))
        }
        Why::NoSuchDate { event, date } => {
            format!("\"{event}\" is on a day that does not exist: {}", no_date(date))
        }
        Why::ToldAsPast { event, on } => {
            format!("\"{event}\" is told as past on {}", VOICE.day(*on))
        }
        Why::Announced { event, on } => format!("\"{event}\" is announced on {}", VOICE.day(*on)),
        Why::ReadAs { said } => format!("the user reads it as {said}"),
        Why::WellKnown { event, is } => format!("\"{event}\" is known to be {}", placed(is)),
        Why::Holds { event, amount } => format!("\"{event}\" holds for {}", VOICE.amount(amount)),
        Why::GoesOn { event, is } => {
            format!("the story goes on with \"{event}\" {}", placed(is))
        }
        Why::NotAfterReport { event } => format!("\"{event}\" is not after the report of it"),
        Why::Opens { event } => format!("the window opens with \"{event}\""),
        Why::UserDates { event } => format!("the user dates \"{event}\""),
        Why::UserHolds { event, amount } => {
            format!("the user says that \"{event}\" holds for {}", VOICE.amount(amount))
        }
        Why::SameEvent { said, event } => {
            format!("\"{said}\" is taken for the event told as \"{event}\"")
        }
        Why::TakenFor { said, event, fits, others } => {
            let fits: Vec<&str> = fits.iter().map(|one| fit(*one)).collect();
            let fits =
                if fits.is_empty() { String::new() } else { format!(" ({})", fits.join(", ")) };
            let others: Vec<String> = others.iter().map(|other| format!("\"{other}\"")).collect();
            let others = match others.is_empty() {
                true => String::new(),
                false => format!("; it could also be {}", others.join(" or ")),
            };
            format!("\"{said}\" is taken for \"{event}\"{fits}{others}")
        }
        Why::Names { said, event } => format!("\"{said}\" is \"{event}\""),
        Why::UserLinks { said } => format!("\"{said}\" is linked by the user"),
        Why::Follows { event } => format!("it follows \"{event}\", told before it"),
        Why::KnownByName { said, on } => {
            format!("\"{said}\" is known by its name to be on {}", VOICE.day(*on))
        }
        Why::ToldNowhereElse { said } => format!("\"{said}\" is told nowhere else"),
        Why::AnyZone { at, zone, from, to } => {
            let [at, from, to] = [at, from, to].map(|moment| VOICE.at_clock(*moment));
            format!(
                "{at} ({zone}) is anywhere from {from} to {to}, as the zone of the clocks beside it is not given"
            )
        }
        Why::Said { text } => text.clone(),
    }
}

/// "the 2nd week of March 2024", "the last Friday of 2024".
fn nth(n: i32, kind: Kind, of: &Extent) -> String {
    let of = VOICE.extent(of);
    let which = match n {
        -1 => "last".to_owned(),
        ..0 => format!("{} last", ordinal(n.unsigned_abs())),
        _ => ordinal(n.unsigned_abs()),
    };
    format!("the {which} {} of {of}", cell(kind).unwrap_or_else(|| "one".to_owned()))
}

fn no_date(date: &NoDate) -> String {
    match date {
        NoDate::Day { year: y, month, day } => {
            format!("{day} {} {} does not exist", VOICE.month(*month), year(*y))
        }
        NoDate::Weekday { day, said } => {
            use chrono::Datelike;
            let is = VOICE.weekday(day.weekday().number_from_monday());
            format!("{} is a {is}, not a {}", VOICE.day(*day), VOICE.weekday(*said))
        }
        NoDate::Week { week, year: y } => format!("{} has no week {week}", year(*y)),
        NoDate::Republican { year, month, day } => {
            format!("the Republican calendar has no day {day} of month {month} of year {year}")
        }
        NoDate::Clock { hour, minute, second } => {
            format!("no clock shows {hour}:{minute:02}:{second:02}")
        }
        NoDate::Backwards { first, last } => format!(
            "from {} to {}, it would end before it begins",
            VOICE.extent(first),
            VOICE.extent(last)
        ),
        NoDate::NoneInside { of } => format!("{} has none such", VOICE.extent(of)),
        NoDate::Nth { n, cell, of } => format!("{} does not exist", nth(*n, kind_of(cell), of)),
        NoDate::Anniversary { nth, of, due, told } => {
            use chrono::Datelike;
            let year = of.first_day().map_or(0, |day| day.year());
            format!(
                "anniversary {nth} of {} is in {due} ({year} + {nth} = {due}), not {}",
                VOICE.extent(of),
                placed(told)
            )
        }
        NoDate::Said { text } => text.clone(),
    }
}

fn unresolved(why: &Unresolved) -> String {
    match why {
        Unresolved::NoSuchDate(date) => no_date(date),
        Unresolved::NoPublication => "no date of publication to count from".to_owned(),
        Unresolved::NoFocus => "no time told before to count from".to_owned(),
        Unresolved::Event => "the event it counts from is not known".to_owned(),
        Unresolved::Vague => "a vague reference".to_owned(),
        Unresolved::Recurring => "it recurs".to_owned(),
        Unresolved::Unplaced => "an amount of time, not a time".to_owned(),
        Unresolved::NoAmount => "how much is not said".to_owned(),
        Unresolved::OutOfRange => "beyond the years that are reckoned with".to_owned(),
        Unresolved::NotComputed(name) => format!("the date of {name} is not computed"),
    }
}

fn notice(notice: &Notice) -> String {
    match notice {
        Notice::TwoDates { taken, words, other, others } => format!(
            "the page names two dates: {} (\"{words}\") and {} (\"{others}\"); the first is taken for the article's",
            VOICE.day(*taken),
            VOICE.day(*other),
        ),
        Notice::FarDateline { given, dateline, words } => format!(
            "the page is given as of {}, its text is filed on {} (\"{words}\"): its times count from there",
            VOICE.day(*given),
            VOICE.day(*dateline),
        ),
        Notice::OtherMetadata { given, metadata, field } => format!(
            "published on {} as given, on {} by the document's metadata ({field}): the date given is taken",
            VOICE.day(*given),
            VOICE.day(*metadata),
        ),
        Notice::OtherText { metadata, field, text } => format!(
            "published on {} by the document's metadata ({field}), on {} by its text",
            VOICE.day(*metadata),
            VOICE.day(*text),
        ),
        Notice::NoPublication { count: 0 | 1, first } => {
            format!("no date published is known, so \"{first}\" stays unresolved")
        }
        Notice::NoPublication { count, first } => format!(
            "no date published is known, so {count} expressions stay unresolved, \"{first}\" first"
        ),
        Notice::OpenLanguage { name, language } => {
            format!("cannot tell the language of {name}; it is read as \"{language}\"")
        }
        Notice::NoModel { language } => {
            format!("no model of \"{language}\" is built in: its sentences are not parsed")
        }
        Notice::QuoteWithoutTime { quote, event } => {
            format!("the quote \"{quote}\" of \"{event}\" holds no time, nor does its clause")
        }
        Notice::LeftOut { words, because } => {
            format!("left out by the user: \"{words}\" ({because})")
        }
        Notice::NothingLeftOut { words } => {
            format!("nothing to leave out at \"{words}\": no statement stands there")
        }
    }
}

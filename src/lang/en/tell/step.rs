//! The steps of explanations in English.

use super::{VOICE, far};
use crate::amount::{Amount, Quantity};
use crate::lang::voice::{Far, Spot, Stay, both, later, legs, measured_between, shortened, signed};
use crate::why::{Moment, Placed, Range, Status, Step, Subject};

/// "the attack"; labels that are no plain noun phrase are quoted.
fn named(label: &str) -> String {
    let label = &shortened(label);
    let first = label.split_whitespace().next().unwrap_or("").to_lowercase();
    let determined = ["the", "a", "an", "this", "that", "his", "her", "their", "its"];
    if determined.contains(&first.as_str()) {
        return label.to_owned();
    }
    let plain = label.chars().next().is_some_and(char::is_lowercase)
        && label.split_whitespace().count() <= 4
        && label.chars().all(|c| c.is_alphanumeric() || c == ' ' || c == '-');
    if plain { format!("the {label}") } else { format!("\"{label}\"") }
}

fn subject(subject: &Subject) -> String {
    let named = named(&subject.label);
    if subject.window { format!("the window of {named}") } else { named }
}

/// What a distance is counted from: of a window its end.
fn anchor(subject: &Subject) -> String {
    let named = named(&subject.label);
    if subject.window { format!("the end of the window of {named}") } else { named }
}

fn on(moment: Moment) -> String {
    format!("on {}", VOICE.at(moment))
}

fn spot(spot: Spot) -> String {
    match spot {
        Spot::At(moment) => on(moment),
        Spot::Month(first) => {
            use chrono::Datelike;
            format!("in {} {}", VOICE.month(first.month()), VOICE.year_of(first))
        }
        Spot::Year(year) => format!("in {}", (VOICE.year)(year)),
        Spot::Between(lower, upper) => {
            format!("between {} and {}", VOICE.at(lower), VOICE.at(upper))
        }
        Spot::Earliest(lower) => format!("{} at the earliest", on(lower)),
        Spot::Latest(upper) => format!("{} at the latest", on(upper)),
    }
}

/// "is on 8 March 2024", "runs from … to …".
fn stays(placed: &Placed) -> String {
    match Stay::of(placed) {
        Stay::Spot(at) => format!("is {}", spot(at)),
        Stay::Runs(from, to) => format!("runs from {} to {}", VOICE.at(from), VOICE.at(to)),
        Stay::Unknown => "is at an unknown time".to_owned(),
    }
}

/// A clause, and where it puts an event.
fn tied(says: &str, event: &Subject, placed: &Placed) -> String {
    if *placed == Placed::default() {
        return says.to_owned();
    }
    format!("{says}: so {} {}", subject(event), stays(placed))
}

pub(super) fn step(step: &Step) -> String {
    match step {
        Step::Dated { event, placed } => format!("{} {}", subject(event), stays(placed)),
        Step::Shifted { event, anchor: from_event, low, high, backwards, from, to } => {
            let far = far(Far::of(*low, *high), &anchor(from_event));
            let says = format!("{} is {far}", subject(event));
            let exact = low.filter(|low| Some(*low) == *high);
            if let (Some(start), Some(end), Some(by)) = (from.exact(), to.exact(), exact) {
                let sign = if (0 <= by.size()) != *backwards { '+' } else { '−' };
                let (start, end) = (VOICE.at(start), VOICE.at(end));
                return format!("{says}: {start} {sign} {} = {end}", VOICE.distance(by));
            }
            match Spot::of(to) {
                Some(at) => {
                    let target = if *backwards { anchor(from_event) } else { subject(event) };
                    format!("{says}: so {target} is {}", spot(at))
                }
                None => says,
            }
        }
        Step::Covers { event, amount, backwards, from, to } => {
            let amount = VOICE.amount(amount);
            match (from.exact(), to.exact()) {
                (Some(from), Some(to)) if *backwards => {
                    format!("{} − {amount} begins {}", VOICE.at(to), on(from))
                }
                (Some(from), Some(to)) => {
                    format!("{} + {amount} ends {}", VOICE.at(from), on(to))
                }
                _ => {
                    let says = format!("{} covers {amount}", subject(event));
                    let reached = Spot::of(if *backwards { from } else { to });
                    match (reached, backwards) {
                        (Some(at), true) => format!("{says}: so it begins {}", spot(at)),
                        (Some(at), false) => format!("{says}: so its end is {}", spot(at)),
                        (None, _) => says,
                    }
                }
            }
        }
        Step::Before { before, after, event, placed } => {
            tied(&format!("{} is before {}", subject(before), subject(after)), event, placed)
        }
        Step::Within { inner, outer, event, placed } => {
            tied(&format!("{} is during {}", subject(inner), subject(outer)), event, placed)
        }
        Step::Same { a, b, event, placed } => {
            tied(&format!("{} is the same time as {}", subject(a), subject(b)), event, placed)
        }
        Step::Given { claim, event, placed } => {
            let says = format!("given: {claim}");
            match event {
                Some(event) => tied(&says, event, placed),
                None => says,
            }
        }
        Step::Impossible { why } => super::no_date(why),
        Step::Apart { event, upper, lower, fixed, stretches, by } => {
            let whole = (!fixed && !event.window).then_some(stretches);
            apart(event, *upper, *lower, whole.and_then(both), *fixed, by)
        }
        Step::Circle { by } => match by.parts.iter().all(|part| part.0 == Quantity::whole(0)) {
            true => "each of them would come before itself".to_owned(),
            false => format!("they lead round in a circle and miss by {}", VOICE.amount(by)),
        },
        Step::Sum { from, to, legs: all, total, exact } => {
            let most = if *exact { "" } else { "at most " };
            let (legs, sum) = (legs(&VOICE, all), signed(&VOICE, *total, ""));
            let (a, b) = (subject(from), subject(to));
            match from == to {
                true => format!(
                    "from {a} round to itself it is {most}{legs} = {sum}, and must be 0: {} short",
                    VOICE.distance(*total)
                ),
                false => format!("from {a} to {b} it is {most}{legs} = {sum}"),
            }
        }
        Step::Later { early, at, late, from } => {
            let (Some(upper), Some(lower)) = (at.upper, from.lower) else { return String::new() };
            let note = |of: &Option<Subject>, range: &Range, bound: &str| match of {
                None => String::new(),
                Some(of) if range.exact().is_some() => format!(" ({})", subject(of)),
                Some(of) => format!(" ({}, {bound})", subject(of)),
            };
            format!(
                "{}{} is {} after {}{}",
                VOICE.at(lower),
                note(late, from, "at the earliest"),
                VOICE.amount(&later(upper, lower)),
                VOICE.at(upper),
                note(early, at, "at the latest")
            )
        }
        Step::Measured { of, from, to, low, high } => {
            measured(of.as_ref(), from, to, low.as_ref(), high.as_ref())
        }
        Step::Counted { words, certain, possible } => {
            let list = |labels: &[String]| match labels {
                [] => String::new(),
                labels => format!(" ({})", labels.join(", ")),
            };
            format!(
                "\"{words}\": {} certainly{}, {} at most{}",
                certain.len(),
                list(certain),
                possible.len(),
                list(possible)
            )
        }
        Step::Schedule { holds, events } => {
            let events: Vec<String> = events
                .iter()
                .map(|(event, placed)| format!("{} {}", subject(event), stays(placed)))
                .collect();
            let lead = if *holds { "it holds if" } else { "it does not hold if" };
            format!("{lead} {}", events.join(" and "))
        }
        Step::Undated { event } => format!("no source says when {} is", subject(event)),
        Step::Side { doubts } => {
            let quoted: Vec<String> = doubts.iter().map(|words| format!("\"{words}\"")).collect();
            format!("doubting {}:", quoted.join(" and "))
        }
        Step::NotHeld { event, status: Status::Negated } => {
            format!("{} is denied by the text, so nothing is known of its time", subject(event))
        }
        Step::NotHeld { event, status: Status::Planned } => {
            format!("{} is planned, and no source tells that it was done", subject(event))
        }
        Step::NotHeld { event, .. } => format!(
            "{} is only imagined by the text, so nothing is known of its time",
            subject(event)
        ),
        Step::Untold { words, nearest } => match nearest.as_slice() {
            [] => format!("no source tells of \"{words}\""),
            nearest => {
                format!("no source tells of \"{words}\"; the nearest are {}", nearest.join(", "))
            }
        },
        Step::Unclear { words, events } => match events.as_slice() {
            [] => format!("\"{words}\" can be read in too many ways"),
            events => format!(
                "\"{words}\" fits several events, and it matters which: {}",
                events.join(", ")
            ),
        },
        Step::NotJudged { words } => {
            format!("what \"{words}\" says of times cannot be put to the test")
        }
        Step::CutShort => {
            "the search was cut short by a limit, so this answer may be incomplete".to_owned()
        }
    }
}

fn apart(
    event: &Subject,
    upper: Moment,
    lower: Moment,
    stretches: Option<[Spot; 2]>,
    fixed: bool,
    by: &Amount,
) -> String {
    let be = if event.window { "end" } else { "be" };
    let (event, by) = (subject(event), VOICE.amount(by));
    if let Some([one, other]) = stretches {
        return format!("{event} cannot be both {} and {}: {by} apart", spot(one), spot(other));
    }
    let (upper, lower) = (on(upper), on(lower));
    match fixed {
        true => format!("{event} cannot {be} both {upper} and {lower}: {by} apart"),
        false => {
            format!("{event} cannot {be} {lower} or later and {upper} or earlier: {by} short")
        }
    }
}

fn measured(
    of: Option<&Subject>,
    from: &Range,
    to: &Range,
    low: Option<&Amount>,
    high: Option<&Amount>,
) -> String {
    let amount = match (low, high) {
        (Some(low), Some(high)) if low == high => VOICE.amount(low),
        (Some(low), Some(high)) => {
            format!("between {} and {}", VOICE.amount(low), VOICE.amount(high))
        }
        (Some(low), None) => format!("{} or more", VOICE.amount(low)),
        (None, Some(high)) => format!("{} or less", VOICE.amount(high)),
        (None, None) => "not known".to_owned(),
    };
    if let Some(of) = of {
        return format!("{} lasts {amount}", subject(of));
    }
    if let (Some(from), Some(to)) = (from.exact(), to.exact()) {
        return format!("from {} to {} is {amount}", VOICE.at(from), VOICE.at(to));
    }
    let (a, b) = match low {
        Some(_) => ("at the latest", "at the earliest"),
        None => ("at the earliest", "at the latest"),
    };
    match measured_between(from, to, low.is_some(), high.is_some()) {
        Some((from, to)) => {
            format!("from {} ({a}) to {} ({b}) is {amount}", VOICE.at(from), VOICE.at(to))
        }
        None => format!("the gap is {amount}"),
    }
}

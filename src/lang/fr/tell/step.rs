//! The steps of explanations in French.

use chrono::Datelike;

use super::{VOICE, far};
use crate::amount::{Amount, Quantity};
use crate::lang::voice::{Far, Spot, Stay, both, later, legs, measured_between, shortened, signed};
use crate::why::{Moment, Placed, Range, Status, Step, Subject};

fn named(label: &str) -> String {
    format!("« {} »", shortened(label))
}

fn subject(subject: &Subject) -> String {
    let named = named(&subject.label);
    if subject.window { format!("la fenêtre de {named}") } else { named }
}

/// What a distance is counted from: of a window its end.
fn anchor(subject: &Subject) -> String {
    let named = named(&subject.label);
    if subject.window { format!("la fin de la fenêtre de {named}") } else { named }
}

fn on(moment: Moment) -> String {
    format!("le {}", VOICE.at(moment))
}

fn spot(spot: Spot) -> String {
    match spot {
        Spot::At(moment) => on(moment),
        Spot::Month(first) => {
            format!("en {} {}", VOICE.month(first.month()), VOICE.year_of(first))
        }
        Spot::Year(year) => format!("en {}", (VOICE.year)(year)),
        Spot::Between(lower, upper) => {
            format!("entre le {} et le {}", VOICE.at(lower), VOICE.at(upper))
        }
        Spot::Earliest(lower) => format!("{} au plus tôt", on(lower)),
        Spot::Latest(upper) => format!("{} au plus tard", on(upper)),
    }
}

/// "a lieu le 8 mars 2024", "va du … au …".
fn stays(placed: &Placed) -> String {
    match Stay::of(placed) {
        Stay::Spot(at) => format!("a lieu {}", spot(at)),
        Stay::Runs(from, to) => format!("va du {} au {}", VOICE.at(from), VOICE.at(to)),
        Stay::Unknown => "a lieu à une date inconnue".to_owned(),
    }
}

/// A clause, and where it puts an event.
fn tied(says: &str, event: &Subject, placed: &Placed) -> String {
    if *placed == Placed::default() {
        return says.to_owned();
    }
    format!("{says}, donc {} {}", subject(event), stays(placed))
}

pub(super) fn step(step: &Step) -> String {
    match step {
        Step::Dated { event, placed } => format!("{} {}", subject(event), stays(placed)),
        Step::Shifted { event, anchor: from_event, low, high, backwards, from, to } => {
            let far = far(Far::of(*low, *high), &anchor(from_event));
            let says = format!("{} a lieu {far}", subject(event));
            let exact = low.filter(|low| Some(*low) == *high);
            if let (Some(start), Some(end), Some(by)) = (from.exact(), to.exact(), exact) {
                let sign = if (0 <= by.size()) != *backwards { '+' } else { '−' };
                let (start, end) = (VOICE.at(start), VOICE.at(end));
                return format!("{says} : {start} {sign} {} = {end}", VOICE.distance(by));
            }
            match Spot::of(to) {
                Some(at) => {
                    let target = match backwards {
                        true if from_event.window => format!("{} est", anchor(from_event)),
                        true => format!("{} a lieu", anchor(from_event)),
                        false => format!("{} a lieu", subject(event)),
                    };
                    format!("{says}, donc {target} {}", spot(at))
                }
                None => says,
            }
        }
        Step::Covers { event, amount, backwards, from, to } => {
            let amount = VOICE.amount(amount);
            match (from.exact(), to.exact()) {
                (Some(from), Some(to)) if *backwards => {
                    format!("{} − {amount} : début {}", VOICE.at(to), on(from))
                }
                (Some(from), Some(to)) => {
                    format!("{} + {amount} : fin {}", VOICE.at(from), on(to))
                }
                _ => {
                    let says = format!("{} couvre {amount}", subject(event));
                    let reached = Spot::of(if *backwards { from } else { to });
                    match (reached, backwards) {
                        (Some(at), true) => format!("{says}, donc son début est {}", spot(at)),
                        (Some(at), false) => format!("{says}, donc sa fin est {}", spot(at)),
                        (None, _) => says,
                    }
                }
            }
        }
        Step::Before { before, after, event, placed } => {
            tied(&format!("{} précède {}", subject(before), subject(after)), event, placed)
        }
        Step::Within { inner, outer, event, placed } => {
            tied(&format!("{} a lieu pendant {}", subject(inner), subject(outer)), event, placed)
        }
        Step::Same { a, b, event, placed } => {
            tied(&format!("{} a lieu en même temps que {}", subject(a), subject(b)), event, placed)
        }
        Step::Given { claim, event, placed } => {
            let says = format!("donné : {claim}");
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
            true => "chacun viendrait avant lui-même".to_owned(),
            false => format!("le cercle ne se ferme pas : il s'en faut de {}", VOICE.amount(by)),
        },
        Step::Sum { from, to, legs: all, total, exact } => {
            let most = if *exact { "" } else { "au plus " };
            let (legs, sum) = (legs(&VOICE, all), signed(&VOICE, *total, ""));
            let (a, b) = (subject(from), subject(to));
            match from == to {
                true => format!(
                    "de {a} à {b}, le tour fait {most}{legs} = {sum}, et devrait faire 0 : il s'en faut de {}",
                    VOICE.distance(*total)
                ),
                false => format!("de {a} à {b} : {most}{legs} = {sum}"),
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
                "le {}{}, c'est {} après le {}{}",
                VOICE.at(lower),
                note(late, from, "au plus tôt"),
                VOICE.amount(&later(upper, lower)),
                VOICE.at(upper),
                note(early, at, "au plus tard")
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
                "« {words} » : {} à coup sûr{}, {} au plus{}",
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
            let lead = if *holds { "c'est vrai si" } else { "c'est faux si" };
            format!("{lead} {}", events.join(" et "))
        }
        Step::Undated { event } => {
            format!("aucune source ne dit quand {} a lieu", subject(event))
        }
        Step::Side { doubts } => {
            let quoted: Vec<String> = doubts.iter().map(|words| format!("« {words} »")).collect();
            format!("sans croire {} :", quoted.join(" et "))
        }
        Step::NotHeld { event, status: Status::Negated } => {
            format!("{} : le texte le nie, on ne sait rien de sa date", subject(event))
        }
        Step::NotHeld { event, status: Status::Planned } => {
            format!("{} : prévu, aucune source ne dit que c'est fait", subject(event))
        }
        Step::NotHeld { event, .. } => format!(
            "{} : le texte ne fait que l'imaginer, on ne sait rien de sa date",
            subject(event)
        ),
        Step::Untold { words, nearest } => match nearest.as_slice() {
            [] => format!("aucune source ne parle de « {words} »"),
            nearest => format!(
                "aucune source ne parle de « {words} » ; le plus proche : {}",
                nearest.join(", ")
            ),
        },
        Step::Unclear { words, events } => match events.as_slice() {
            [] => format!("« {words} » peut se lire de trop de façons"),
            events => format!(
                "« {words} » convient à plusieurs événements, et la réponse en dépend : {}",
                events.join(", ")
            ),
        },
        Step::NotJudged { words } => {
            format!("ce que « {words} » dit des dates ne peut pas être vérifié")
        }
        Step::CutShort => {
            "la recherche s'est arrêtée à une limite : la réponse peut être incomplète".to_owned()
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
    let be = if event.window { "finir" } else { "avoir lieu" };
    let (event, by) = (subject(event), VOICE.amount(by));
    if let Some([one, other]) = stretches {
        let (one, other) = (spot(one), spot(other));
        return format!("{event} ne peut avoir lieu à la fois {one} et {other} : {by} d'écart");
    }
    let (upper, lower) = (on(upper), on(lower));
    match fixed {
        true => format!("{event} ne peut {be} à la fois {upper} et {lower} : {by} d'écart"),
        false => format!(
            "{event} ne peut {be} {lower} ou plus tard et {upper} ou plus tôt : il s'en faut de {by}"
        ),
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
            format!("entre {} et {}", VOICE.amount(low), VOICE.amount(high))
        }
        (Some(low), None) => format!("{} ou plus", VOICE.amount(low)),
        (None, Some(high)) => format!("{} ou moins", VOICE.amount(high)),
        (None, None) => "inconnu".to_owned(),
    };
    if let Some(of) = of {
        return format!("{} dure {amount}", subject(of));
    }
    if let (Some(from), Some(to)) = (from.exact(), to.exact()) {
        return format!("du {} au {} : {amount}", VOICE.at(from), VOICE.at(to));
    }
    let (a, b) = match low {
        Some(_) => ("au plus tard", "au plus tôt"),
        None => ("au plus tôt", "au plus tard"),
    };
    match measured_between(from, to, low.is_some(), high.is_some()) {
        Some((from, to)) => {
            format!("du {} ({a}) au {} ({b}) : {amount}", VOICE.at(from), VOICE.at(to))
        }
        None => format!("l'écart est : {amount}"),
    }
}

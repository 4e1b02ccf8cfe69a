//! A step of an explanation as a clause.

use super::words::{Words, size};
use crate::amount::{Amount, Quantity, Unit};
use crate::article::Language;
use crate::constraint::Distance;
use crate::event::Status;
use crate::timeline::because::of_minutes;
use crate::timeline::{Moment, Placed, Range, Step, Subject};

impl Words {
    pub(super) fn step(self, step: &Step) -> String {
        let french = self.0 == Language::Fr;
        match step {
            Step::Dated { event, placed } => {
                format!("{} {}", self.subject(event), self.placed(placed))
            }
            Step::Shifted { event, anchor, low, high, backwards, from, to } => {
                let says = format!(
                    "{} {}",
                    self.subject(event),
                    self.distance(*low, *high, &self.subject(anchor))
                );
                let exact = low.filter(|low| Some(*low) == *high);
                if let (Some(start), Some(end), Some(distance)) = (from.exact(), to.exact(), exact)
                {
                    let forward = (0 <= size(distance)) != *backwards;
                    let sign = if forward { '+' } else { '−' };
                    let words = self.distance_words(distance);
                    let (start, end) = (self.moment(start), self.moment(end));
                    let colon = self.pick(":", " :");
                    return format!("{says}{colon} {start} {sign} {words} = {end}");
                }
                match self.range(to) {
                    Some(range) => {
                        let target = self.subject(if *backwards { anchor } else { event });
                        format!("{says}{} {target} {range}", self.pick(": so", " : donc"))
                    }
                    None => says,
                }
            }
            Step::Covers { event, amount, backwards, from, to } => {
                let amount = self.amount(amount);
                match (from.exact(), to.exact()) {
                    (Some(from), Some(to)) if *backwards => {
                        let (from, to) = (self.on(from), self.moment(to));
                        let begins = self.pick("begins", ": début");
                        format!("{to} − {amount} {begins} {from}")
                    }
                    (Some(from), Some(to)) => {
                        let (from, to) = (self.moment(from), self.on(to));
                        format!("{from} + {amount} {} {to}", self.pick("ends", ": fin"))
                    }
                    _ => {
                        let covers = self.pick("covers", "couvre");
                        let says = format!("{} {covers} {amount}", self.subject(event));
                        let reached = if *backwards { from } else { to };
                        let so = match backwards {
                            true => self.pick(": so it begins", " : son début"),
                            false => self.pick(": so its end", " : sa fin"),
                        };
                        match (self.range(reached), backwards) {
                            (Some(range), true) if !french => {
                                format!("{says}{so} {}", range.trim_start_matches("is "))
                            }
                            (Some(range), _) => format!("{says}{so} {range}"),
                            (None, _) => says,
                        }
                    }
                }
            }
            Step::Before { before, after, event, placed } => self.tied(
                &format!(
                    "{} {} {}",
                    self.subject(before),
                    self.pick("is before", "précède"),
                    self.subject(after)
                ),
                event,
                placed,
            ),
            Step::Within { inner, outer, event, placed } => self.tied(
                &format!(
                    "{} {} {}",
                    self.subject(inner),
                    self.pick("is during", "a lieu pendant"),
                    self.subject(outer)
                ),
                event,
                placed,
            ),
            Step::Same { a, b, event, placed } => self.tied(
                &format!(
                    "{} {} {}",
                    self.subject(a),
                    self.pick("is the same time as", "a lieu en même temps que"),
                    self.subject(b)
                ),
                event,
                placed,
            ),
            Step::Given { claim, event, placed } => {
                let says = format!("{} {claim}", self.pick("given:", "donné :"));
                match event {
                    Some(event) => self.tied(&says, event, placed),
                    None => says,
                }
            }
            Step::Impossible { why } => why.clone(),
            Step::Apart { event, upper, lower, fixed, by } => {
                let (be, etre) = if event.window { ("end", "finir") } else { ("be", "être") };
                let (event, by) = (self.subject(event), self.amount(by));
                let (upper, lower) = (self.on(*upper), self.on(*lower));
                match (french, fixed) {
                    (false, true) => {
                        format!("{event} cannot {be} both {upper} and {lower}: {by} apart")
                    }
                    (false, false) => format!(
                        "{event} cannot {be} {lower} or later and {upper} or earlier: {by} short"
                    ),
                    (true, true) => {
                        format!(
                            "{event} ne peut {etre} à la fois {upper} et {lower} : {by} d'écart"
                        )
                    }
                    (true, false) => format!(
                        "{event} ne peut {etre} {lower} ou plus tard et {upper} ou plus tôt : il s'en faut de {by}"
                    ),
                }
            }
            Step::Circle { by } => {
                let zero = by.parts.iter().all(|part| part.0 == Quantity::whole(0));
                match (french, zero) {
                    (false, true) => "each of them would come before itself".to_owned(),
                    (true, true) => "chacun viendrait avant lui-même".to_owned(),
                    (false, false) => {
                        format!("they lead round in a circle and miss by {}", self.amount(by))
                    }
                    (true, false) => {
                        format!("le cercle ne se ferme pas : il s'en faut de {}", self.amount(by))
                    }
                }
            }
            Step::Sum { from, to, legs, total, exact } => self.sum(from, to, legs, *total, *exact),
            Step::Later { early, at, late, from } => self.later(early, at, late, from),
            Step::Measured { of, from, to, low, high } => self.measured(of, from, to, low, high),
            Step::Counted { words, certain, possible } => {
                let list = |labels: &[String]| match labels {
                    [] => String::new(),
                    labels => format!(" ({})", labels.join(", ")),
                };
                if french {
                    format!(
                        "« {words} » : {} à coup sûr{}, {} au plus{}",
                        certain.len(),
                        list(certain),
                        possible.len(),
                        list(possible)
                    )
                } else {
                    format!(
                        "\"{words}\": {} certainly{}, {} at most{}",
                        certain.len(),
                        list(certain),
                        possible.len(),
                        list(possible)
                    )
                }
            }
            Step::Schedule { holds, events } => {
                let events: Vec<String> = events
                    .iter()
                    .map(|(subject, placed)| {
                        format!("{} {}", self.subject(subject), self.placed(placed))
                    })
                    .collect();
                let lead = match holds {
                    true => self.pick("it holds if", "c'est vrai si"),
                    false => self.pick("it does not hold if", "c'est faux si"),
                };
                format!("{lead} {}", events.join(self.pick(" and ", " et ")))
            }
            Step::Side { doubts } => {
                let quoted: Vec<String> = doubts.iter().map(|words| self.quoted(words)).collect();
                let list = quoted.join(self.pick(" and ", " et "));
                format!("{} {list}:", self.pick("doubting", "sans croire"))
            }
            Step::NotHeld { event, status } => {
                let event = self.subject(event);
                match (status, french) {
                    (Status::Negated, false) => {
                        format!("{event} is denied by the text, so nothing is known of its time")
                    }
                    (Status::Negated, true) => {
                        format!("{event} : le texte le nie, on ne sait rien de sa date")
                    }
                    (_, false) => {
                        format!(
                            "{event} is only imagined by the text, so nothing is known of its time"
                        )
                    }
                    (_, true) => {
                        format!(
                            "{event} : le texte l'imagine seulement, on ne sait rien de sa date"
                        )
                    }
                }
            }
            Step::CutShort => self
                .pick(
                    "the search was cut short by a limit, so this answer may be incomplete",
                    "la recherche a été coupée par une limite : la réponse peut être incomplète",
                )
                .to_owned(),
        }
    }

    /// "from the attack to the briefing: −3 days − 15 days = −18 days".
    fn sum(
        self,
        from: &Subject,
        to: &Subject,
        legs: &[Distance],
        total: Distance,
        exact: bool,
    ) -> String {
        let signed = |distance: Distance, space: &str| {
            let sign = match size(distance) {
                0 => return self.distance_words(distance),
                n if n < 0 => '−',
                _ => '+',
            };
            format!("{sign}{space}{}", self.distance_words(distance))
        };
        let legs: Vec<String> = legs
            .iter()
            .enumerate()
            .map(|(at, leg)| signed(*leg, if at == 0 { "" } else { " " }))
            .collect();
        let legs = legs.join(" ");
        let most = if exact { "" } else { self.pick("at most ", "au plus ") };
        let total_words = signed(total, "");
        let apart = self.distance_words(total);
        if from == to {
            let name = self.subject(from);
            return match self.0 {
                Language::En => format!(
                    "from {name} round to itself it is {most}{legs} = {total_words}, and must be 0: \
                     {apart} short"
                ),
                Language::Fr => format!(
                    "de {name} à {name}, le tour fait {most}{legs} = {total_words}, et devrait faire \
                     0 : il s'en faut de {apart}"
                ),
            };
        }
        let (from, to) = (self.subject(from), self.subject(to));
        match self.0 {
            Language::En => format!("from {from} to {to} it is {most}{legs} = {total_words}"),
            Language::Fr => format!("de {from} à {to} : {most}{legs} = {total_words}"),
        }
    }

    fn tied(self, says: &str, event: &Subject, placed: &Placed) -> String {
        if *placed == Placed::default() {
            return says.to_owned();
        }
        let so = self.pick(": so", " : donc");
        format!("{says}{so} {} {}", self.subject(event), self.placed(placed))
    }

    fn later(
        self,
        early: &Option<Subject>,
        at: &Range,
        late: &Option<Subject>,
        from: &Range,
    ) -> String {
        let (Some(upper), Some(lower)) = (at.upper, from.lower) else { return String::new() };
        let note = |subject: &Option<Subject>, exact: bool, bound: &str| match (subject, exact) {
            (None, _) => String::new(),
            (Some(subject), true) => format!(" ({})", self.subject(subject)),
            (Some(subject), false) => format!(" ({}, {bound})", self.subject(subject)),
        };
        let early = note(early, at.exact().is_some(), self.pick("at the latest", "au plus tard"));
        let late = note(late, from.exact().is_some(), self.pick("at the earliest", "au plus tôt"));
        let apart = self.apart(upper, lower);
        let (upper, lower) = (self.moment(upper), self.moment(lower));
        match self.0 {
            Language::En => format!("{lower}{late} is {apart} after {upper}{early}"),
            Language::Fr => format!("{lower}{late}, c'est {apart} après le {upper}{early}"),
        }
    }

    fn measured(
        self,
        of: &Option<Subject>,
        from: &Range,
        to: &Range,
        low: &Option<Amount>,
        high: &Option<Amount>,
    ) -> String {
        let amount = match (low, high) {
            (Some(low), Some(high)) if low == high => self.amount(low),
            (Some(low), Some(high)) => format!(
                "{} {} {} {}",
                self.pick("between", "entre"),
                self.amount(low),
                self.pick("and", "et"),
                self.amount(high)
            ),
            (Some(low), None) => {
                format!("{} {}", self.amount(low), self.pick("or more", "ou plus"))
            }
            (None, Some(high)) => {
                format!("{} {}", self.amount(high), self.pick("or less", "ou moins"))
            }
            (None, None) => self.pick("not known", "inconnu").to_owned(),
        };
        if let Some(subject) = of {
            let lasts = self.pick("lasts", "dure");
            return format!("{} {lasts} {amount}", self.subject(subject));
        }
        if let (Some(from), Some(to)) = (from.exact(), to.exact()) {
            let (from, to) = (self.moment(from), self.moment(to));
            return match self.0 {
                Language::En => format!("from {from} to {to} is {amount}"),
                Language::Fr => format!("du {from} au {to} : {amount}"),
            };
        }
        // The moments that the amount runs between, the nearest two or the farthest two.
        let ends = match (low, high) {
            (Some(_), None) => from.upper.zip(to.lower),
            (None, Some(_)) => from.lower.zip(to.upper),
            _ => None,
        };
        let latest = self.pick("at the latest", "au plus tard");
        let earliest = self.pick("at the earliest", "au plus tôt");
        let (a, b) = if low.is_some() { (latest, earliest) } else { (earliest, latest) };
        match (ends, self.0) {
            (Some((from, to)), Language::En) => {
                let (from, to) = (self.moment(from), self.moment(to));
                format!("from {from} ({a}) to {to} ({b}) is {amount}")
            }
            (Some((from, to)), Language::Fr) => {
                let (from, to) = (self.moment(from), self.moment(to));
                format!("du {from} ({a}) au {to} ({b}) : {amount}")
            }
            (None, _) => format!("{} {amount}", self.pick("the gap is", "l'écart est :")),
        }
    }

    /// How much later the second of two moments is.
    fn apart(self, upper: Moment, lower: Moment) -> String {
        match (upper, lower) {
            (Moment::Minute(upper), Moment::Minute(lower)) => {
                let minutes = lower - upper;
                if minutes.abs() < 2880 {
                    return self.amount(&of_minutes(minutes));
                }
                self.count(minutes / 1440, Unit::Day)
            }
            _ => self.count(lower.day() - upper.day(), Unit::Day),
        }
    }

    fn distance(self, low: Option<Distance>, high: Option<Distance>, anchor: &str) -> String {
        let is = self.pick("is", "est");
        let way = |distance: Distance| match size(distance) < 0 {
            true => self.pick("before", "avant"),
            false => self.pick("after", "après"),
        };
        let words = |distance: Distance| self.distance_words(distance);
        match (low, high) {
            (Some(low), Some(high)) if low == high => match size(low) {
                0 => format!("{is} {} {anchor}", self.pick("on the day of", "le jour de")),
                _ => format!("{is} {} {} {anchor}", words(low), way(low)),
            },
            (Some(low), Some(high)) => {
                let (near, far) = if size(high) <= 0 { (high, low) } else { (low, high) };
                if size(near) == 0 {
                    let most = self.pick("at most", "au plus");
                    return format!("{is} {most} {} {} {anchor}", words(far), way(far));
                }
                if size(low) < 0 && 0 < size(high) {
                    return format!(
                        "{is} {} {} {} {} {} {} {anchor}",
                        self.pick("between", "entre"),
                        words(low),
                        way(low),
                        self.pick("and", "et"),
                        words(high),
                        way(high)
                    );
                }
                format!(
                    "{is} {} {} {} {} {} {anchor}",
                    self.pick("between", "entre"),
                    words(near),
                    self.pick("and", "et"),
                    words(far),
                    way(far)
                )
            }
            (Some(bound), None) if size(bound) == 0 => {
                format!("{is} {} {anchor}", self.pick("not before", "au plus tôt avec"))
            }
            (None, Some(bound)) if size(bound) == 0 => {
                format!("{is} {} {anchor}", self.pick("not after", "au plus tard avec"))
            }
            (Some(bound), None) if 0 < size(bound) => {
                let least = self.pick("at least", "au moins");
                format!("{is} {least} {} {} {anchor}", words(bound), way(bound))
            }
            (None, Some(bound)) if size(bound) < 0 => {
                let least = self.pick("at least", "au moins");
                let before = self.pick("before", "avant");
                format!("{is} {least} {} {before} {anchor}", words(bound))
            }
            (Some(bound), None) | (None, Some(bound)) => {
                let most = self.pick("at most", "au plus");
                format!("{is} {most} {} {} {anchor}", words(bound), way(bound))
            }
            (None, None) => format!("{is} {} {anchor}", self.pick("tied to", "lié à")),
        }
    }
}

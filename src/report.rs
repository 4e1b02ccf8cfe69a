//! Words for explanations, in English and French.
//!
//! What is said is decided before, by [`Step`]; here it is only put into words, with the
//! arithmetic where it can be seen.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use crate::amount::{Amount, Quantity, Unit};
use crate::article::Language;
use crate::constraint::Distance;
use crate::event::Status;
use crate::extent::year_text;
use crate::timeline::because::of_minutes;
use crate::timeline::{Because, Conflict, Moment, Placed, Range, Step, Subject};

impl Because {
    /// The step as a clause.
    pub fn text(&self, language: Language) -> String {
        Words(language).step(&self.step)
    }
}

impl fmt::Display for Because {
    /// The step in English.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Language::En))
    }
}

impl Conflict {
    /// What would remove the conflict, as a clause.
    pub fn help(&self, language: Language) -> String {
        let links = self.links();
        match (language, self.statements.len()) {
            (Language::En, 0 | 1) => "leaving this statement out removes the conflict".to_owned(),
            (Language::Fr, 0 | 1) => "écarter cet énoncé lève le conflit".to_owned(),
            (Language::En, n) => {
                let mut help =
                    format!("doubting any one of the {n} statements removes this conflict");
                if !links.is_empty() {
                    help.push_str(&format!(
                        "; so does reading otherwise that {}",
                        links.join(", or that ")
                    ));
                }
                help
            }
            (Language::Fr, n) => {
                let mut help = format!("mettre en doute un seul des {n} énoncés lève ce conflit");
                if !links.is_empty() {
                    let links: Vec<String> =
                        links.iter().map(|link| link_words(link, Language::Fr)).collect();
                    help.push_str(&format!(" ; lire autrement aussi : {}", links.join(", ")));
                }
                help
            }
        }
    }
}

/// A numbered day as people write it: "8 March 2024".
///
/// ```
/// use frise::{Language, Moment, day_words};
/// let day = Moment::Day(738_952).day();
/// assert_eq!(day_words(day, Language::En), "7 March 2024");
/// assert_eq!(day_words(day, Language::Fr), "7 mars 2024");
/// ```
pub fn day_words(day: i64, language: Language) -> String {
    Words(language).day(day)
}

/// An amount as people write it: "48 hours".
///
/// ```
/// use frise::{Amount, Language, Unit, amount_words};
/// assert_eq!(amount_words(&Amount::of(2, Unit::Day), Language::En), "2 days");
/// assert_eq!(amount_words(&Amount::of(1, Unit::Hour), Language::Fr), "1 heure");
/// ```
pub fn amount_words(amount: &Amount, language: Language) -> String {
    Words(language).amount(amount)
}

/// How many characters of a label stand in a sentence.
const LONGEST: usize = 40;

/// What the program took words for, as people write it. Links are told in English where they are
/// made; what is quoted in them stays as it is.
pub fn link_words(link: &str, language: Language) -> String {
    if language == Language::En {
        return link.to_owned();
    }
    let mut told = String::new();
    for (at, part) in link.split('"').enumerate() {
        match at % 2 {
            0 => {
                let mut words = part.to_owned();
                for (en, fr) in LINK_WORDS {
                    words = words.replace(en, fr);
                }
                told.push_str(&words);
            }
            _ => told.push_str(&format!("« {part} »")),
        }
    }
    told
}

/// The words of links, longer ones first.
const LINK_WORDS: [(&str, &str); 14] = [
    (
        ", as the zone of the clocks beside it is not given",
        ", car le fuseau des horloges voisines n'est pas donné",
    ),
    ("is taken for the event told as", "est pris pour l'événement dit"),
    ("is taken for", "est pris pour"),
    ("it has a window that can end", "sa fenêtre peut finir"),
    ("; it could also be", " ; ce pourrait être aussi"),
    ("a class near to it", "une classe voisine"),
    ("the same class", "même classe"),
    ("the same kind", "même genre"),
    ("words in common", "mots communs"),
    ("told just before", "dit juste avant"),
    ("the most recent", "le plus récent"),
    ("the user says so", "l'utilisateur le dit"),
    (" or ", " ou "),
    (" and ", " et "),
];

#[derive(Clone, Copy)]
struct Words(Language);

impl Words {
    fn pick<'a>(self, en: &'a str, fr: &'a str) -> &'a str {
        match self.0 {
            Language::En => en,
            Language::Fr => fr,
        }
    }

    fn step(self, step: &Step) -> String {
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

    fn distance_words(self, distance: Distance) -> String {
        match distance {
            Distance::Days(n) => self.count(n.abs(), Unit::Day),
            Distance::Months(n) if n % 12 == 0 && n != 0 => self.count(n.abs() / 12, Unit::Year),
            Distance::Months(n) => self.count(n.abs(), Unit::Month),
            Distance::Minutes(n) if n % 60 == 0 => self.count(n.abs() / 60, Unit::Hour),
            Distance::Minutes(n) => self.amount(&of_minutes(n.abs())),
        }
    }

    fn amount(self, amount: &Amount) -> String {
        let parts: Vec<String> = amount
            .parts
            .iter()
            .map(|(quantity, unit)| match quantity {
                Quantity::Exact(n) if n % 1000 == 0 => self.count(n / 1000, *unit),
                Quantity::Between(low, high) => {
                    format!("{low} {} {}", self.pick("to", "à"), self.count(*high, *unit))
                }
                Quantity::Vague => {
                    let some = self.pick("some", "quelques");
                    format!("{some} {}", self.unit(*unit, true))
                }
                other => format!("{other} {}", self.unit(*unit, true)),
            })
            .collect();
        parts.join(" ")
    }

    fn count(self, n: i64, unit: Unit) -> String {
        format!("{n} {}", self.unit(unit, 1 < n.abs() || (n == 0 && self.0 == Language::En)))
    }

    fn unit(self, unit: Unit, many: bool) -> String {
        let (en, fr) = match unit {
            Unit::Second => ("second", "seconde"),
            Unit::Minute => ("minute", "minute"),
            Unit::Hour => ("hour", "heure"),
            Unit::Day => ("day", "jour"),
            Unit::Weekend => ("weekend", "week-end"),
            Unit::Week => ("week", "semaine"),
            Unit::Month => ("month", "mois"),
            Unit::Quarter => ("quarter", "trimestre"),
            Unit::Half => ("half-year", "semestre"),
            Unit::Season => ("season", "saison"),
            Unit::Year => ("year", "an"),
            Unit::Decade => ("decade", "décennie"),
            Unit::Century => ("century", "siècle"),
            Unit::Millennium => ("millennium", "millénaire"),
            Unit::DayPart(_) => ("part of a day", "partie du jour"),
            Unit::Unsaid => ("time", "temps"),
        };
        let word = self.pick(en, fr);
        match (many, word) {
            (true, "century") => "centuries".to_owned(),
            (true, word) if !word.ends_with('s') => format!("{word}s"),
            (_, word) => word.to_owned(),
        }
    }

    fn placed(self, placed: &Placed) -> String {
        let is = self.pick("is", "est");
        let (first, last) = (placed.first, placed.last);
        if let (Some(begins), Some(ends)) = (first.exact(), last.exact()) {
            return match (begins == ends, self.0) {
                (true, _) => format!("{is} {}", self.on(begins)),
                (false, Language::En) => {
                    format!("runs from {} to {}", self.moment(begins), self.moment(ends))
                }
                (false, Language::Fr) => {
                    format!("va du {} au {}", self.moment(begins), self.moment(ends))
                }
            };
        }
        let whole = Range { lower: first.lower, upper: last.upper };
        match self.range(&whole) {
            Some(range) => range,
            None => {
                let never = Range { lower: last.lower, upper: first.upper };
                self.range(&never).unwrap_or_else(|| {
                    format!("{is} {}", self.pick("at an unknown time", "à une date inconnue"))
                })
            }
        }
    }

    /// "is on 8 March 2024", "is between … and …", "is on … at the latest".
    fn range(self, range: &Range) -> Option<String> {
        let is = self.pick("is", "est");
        Some(match (range.lower, range.upper) {
            (Some(lower), Some(upper)) if lower == upper => format!("{is} {}", self.on(lower)),
            (Some(Moment::Day(lower)), Some(Moment::Day(upper))) => match cell(lower, upper) {
                Some(cell) => format!("{is} {} {}", self.pick("in", "en"), self.cell(cell)),
                None => self.between(Moment::Day(lower), Moment::Day(upper)),
            },
            (Some(lower), Some(upper)) => self.between(lower, upper),
            (Some(lower), None) => {
                format!("{is} {} {}", self.on(lower), self.pick("at the earliest", "au plus tôt"))
            }
            (None, Some(upper)) => {
                format!("{is} {} {}", self.on(upper), self.pick("at the latest", "au plus tard"))
            }
            (None, None) => return None,
        })
    }

    fn between(self, lower: Moment, upper: Moment) -> String {
        let (lower, upper) = (self.moment(lower), self.moment(upper));
        match self.0 {
            Language::En => format!("is between {lower} and {upper}"),
            Language::Fr => format!("est entre le {lower} et le {upper}"),
        }
    }

    fn cell(self, cell: Cell) -> String {
        match cell {
            Cell::Month(date) => format!("{} {}", self.month(date.month()), year_text(date.year())),
            Cell::Year(year) => year_text(year),
        }
    }

    fn on(self, moment: Moment) -> String {
        format!("{} {}", self.pick("on", "le"), self.moment(moment))
    }

    fn moment(self, moment: Moment) -> String {
        match moment {
            Moment::Day(day) => self.day(day),
            Moment::Minute(minute) => {
                let of_day = minute.rem_euclid(1440);
                let (hour, minutes) = (of_day / 60, of_day % 60);
                let day = self.day(minute.div_euclid(1440));
                match self.0 {
                    Language::En => format!("{day} at {hour:02}:{minutes:02}"),
                    Language::Fr => format!("{day} à {hour:02} h {minutes:02}"),
                }
            }
        }
    }

    fn day(self, day: i64) -> String {
        match date(day) {
            Some(date) => {
                let first = if date.day() == 1 && self.0 == Language::Fr { "er" } else { "" };
                let month = self.month(date.month());
                format!("{}{first} {month} {}", date.day(), year_text(date.year()))
            }
            None => self.pick("a day beyond the calendar", "jour hors du calendrier").to_owned(),
        }
    }

    fn month(self, month: u32) -> &'static str {
        const EN: [&str; 12] = [
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
        ];
        const FR: [&str; 12] = [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ];
        let names = match self.0 {
            Language::En => EN,
            Language::Fr => FR,
        };
        names.get(month.saturating_sub(1) as usize).copied().unwrap_or("")
    }

    fn subject(self, subject: &Subject) -> String {
        let label = shortened(&subject.label);
        let named = match self.0 {
            Language::Fr => self.quoted(&label),
            Language::En => english(&label),
        };
        match (subject.window, self.0) {
            (false, _) => named,
            (true, Language::En) => format!("the window of {named}"),
            (true, Language::Fr) => format!("la fenêtre de {named}"),
        }
    }

    fn quoted(self, words: &str) -> String {
        match self.0 {
            Language::En => format!("\"{words}\""),
            Language::Fr => format!("« {words} »"),
        }
    }
}

/// A label that fits into a sentence: cut at a word.
fn shortened(label: &str) -> String {
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

/// "the attack"; labels that are no plain noun phrase are quoted.
fn english(label: &str) -> String {
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

/// A signed number with the sign of a distance.
fn size(distance: Distance) -> i64 {
    match distance {
        Distance::Days(n) | Distance::Months(n) | Distance::Minutes(n) => n,
    }
}

enum Cell {
    Month(NaiveDate),
    Year(i32),
}

/// The month or year that two days are the first and last of.
fn cell(first: i64, last: i64) -> Option<Cell> {
    let (first, after) = (date(first)?, date(last + 1)?);
    if first.day() != 1 || after.day() != 1 {
        return None;
    }
    if first.month() == 1 && after.month() == 1 && first.year() + 1 == after.year() {
        return Some(Cell::Year(first.year()));
    }
    (crate::extent::add_months(first, 1) == Some(after)).then_some(Cell::Month(first))
}

fn date(day: i64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(day).ok()?)
}

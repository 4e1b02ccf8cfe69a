//! How French tells it.

mod labels;
mod step;

use chrono::Datelike;

use crate::amount::{DayPart, Distance, Modifier, Unit};
use crate::expr::{Direction, Part, Signal};
use crate::extent::Extent;
use crate::lang::voice::{Far, Kind, Place, Voice, kind_of};
use crate::why::{
    Base, Choice, ClockChange, Condition, Fit, Hang, NoDate, Notice, Unresolved, Why,
};

pub(super) static VOICE: Voice = Voice {
    months: [
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
    ],
    weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    unit,
    is_many: |thousandths| 2000 <= thousandths.abs(),
    decimal: ',',
    modified,
    to: "à",
    some: "quelques",
    some_time: "quelque temps",
    too_many: "trop de",
    day_number: |day| if day == 1 { "1er".to_owned() } else { day.to_string() },
    year,
    clock,
    midnight: "minuit",
    or: "ou",
    undated: "sans date",
    no_day: "jour hors du calendrier",
    from: |moment| format!("à partir du {moment}"),
    until: |moment| format!("jusqu'au {moment}"),
    labels: &labels::LABELS,
    phrase: labels::phrase,
    unbroken,
    minute: |day, hour, minute| format!("{day} à {}", clock(hour, minute, 0)),
    step: step::step,
    why,
    no_date,
    unresolved,
    notice,
};

fn unit(unit: Unit) -> [&'static str; 2] {
    match unit {
        Unit::Second => ["seconde", "secondes"],
        Unit::Minute => ["minute", "minutes"],
        Unit::Hour => ["heure", "heures"],
        Unit::Day => ["jour", "jours"],
        Unit::Weekend => ["week-end", "week-ends"],
        Unit::Week => ["semaine", "semaines"],
        Unit::Month => ["mois", "mois"],
        Unit::Quarter => ["trimestre", "trimestres"],
        Unit::Half => ["semestre", "semestres"],
        Unit::Season => ["saison", "saisons"],
        Unit::Year => ["an", "ans"],
        Unit::Decade => ["décennie", "décennies"],
        Unit::Century => ["siècle", "siècles"],
        Unit::Millennium => ["millénaire", "millénaires"],
        Unit::DayPart(DayPart::Morning) => ["matin", "matins"],
        Unit::DayPart(DayPart::Midday) => ["midi", "midis"],
        Unit::DayPart(DayPart::Afternoon) => ["après-midi", "après-midi"],
        Unit::DayPart(DayPart::Evening) => ["soir", "soirs"],
        Unit::DayPart(DayPart::Night) => ["nuit", "nuits"],
        Unit::DayPart(DayPart::Daytime) => ["journée", "journées"],
        Unit::Unsaid => ["temps", "temps"],
    }
}

/// French has a blank before its high marks and inside its quotation marks.
fn unbroken(text: &str) -> String {
    let mut out = text.to_owned();
    for (plain, fixed) in [
        (" :", "\u{a0}:"),
        (" ;", "\u{a0};"),
        (" ?", "\u{a0}?"),
        (" !", "\u{a0}!"),
        ("« ", "«\u{a0}"),
        (" »", "\u{a0}»"),
    ] {
        out = out.replace(plain, fixed);
    }
    out
}

fn modified(modifier: Modifier, words: &str) -> String {
    match modifier {
        Modifier::Approx => format!("environ {words}"),
        Modifier::Nearly => format!("près de {words}"),
        Modifier::MoreThan => format!("plus de {words}"),
        Modifier::LessThan => format!("moins de {words}"),
        Modifier::AtLeast => format!("au moins {words}"),
        Modifier::AtMost => format!("au plus {words}"),
    }
}

fn year(year: i32) -> String {
    if year <= 0 { format!("{} av. J.-C.", 1 - i64::from(year)) } else { year.to_string() }
}

fn clock(hour: u32, minute: u32, second: u32) -> String {
    match (minute, second) {
        (0, 0) => format!("{hour}\u{a0}h"),
        (_, 0) => format!("{hour}\u{a0}h\u{a0}{minute:02}"),
        _ => format!("{hour}\u{a0}h\u{a0}{minute:02}\u{a0}min\u{a0}{second:02}\u{a0}s"),
    }
}

/// A noun with its article: alone, after "de", after "à".
struct Noun {
    alone: String,
    of: String,
    to: String,
}

impl Noun {
    fn feminine(words: &str) -> Self {
        Self {
            alone: format!("la {words}"),
            of: format!("de la {words}"),
            to: format!("à la {words}"),
        }
    }

    fn masculine(words: &str) -> Self {
        Self { alone: format!("le {words}"), of: format!("du {words}"), to: format!("au {words}") }
    }

    /// Before a vowel.
    fn elided(words: &str) -> Self {
        Self {
            alone: format!("l'{words}"),
            of: format!("de l'{words}"),
            to: format!("à l'{words}"),
        }
    }
}

/// A time as a noun: "le 7 mars 2024", "mars 2024", "la période du 3 au 5 mai 2024".
fn time(extent: &Extent) -> Noun {
    match Place::of(extent) {
        Place::Day(day) => Noun::masculine(&VOICE.day(day)),
        Place::Moment(at) => Noun::masculine(&VOICE.at_clock(at)),
        Place::Month(..) | Place::Year(_) => {
            let words = VOICE.extent(extent);
            let of = match words.starts_with(['a', 'o']) {
                true => format!("d'{words}"),
                false => format!("de {words}"),
            };
            Noun { to: format!("à {words}"), alone: words, of }
        }
        Place::Days(first, last) => {
            Noun::feminine(&format!("période du {} au {}", VOICE.day(first), VOICE.day(last)))
        }
        _ => Noun::feminine(&format!("période « {} »", VOICE.extent(extent))),
    }
}

/// "la publication (5 avril 2024)".
fn base(base: &Base) -> Noun {
    match base {
        Base::Publication { day } => Noun::feminine(&format!("publication ({})", VOICE.day(*day))),
        Base::Passage { day } => Noun::feminine(&format!("date du passage ({})", VOICE.day(*day))),
        Base::Told { is } => Noun::feminine(&format!("date citée auparavant ({})", VOICE.extent(is))),
        Base::Quarter { is } => Noun::masculine(&format!("trimestre cité ({})", VOICE.extent(is))),
        Base::Named { is } => time(is),
    }
}

/// What a cell is called, and whether it is feminine.
fn cell(kind: Kind) -> (String, bool) {
    match kind {
        Kind::Unit(Unit::Unsaid) | Kind::Other => ("date".to_owned(), true),
        Kind::Unit(Unit::Year) => ("année".to_owned(), true),
        Kind::Unit(of) => {
            let feminine = matches!(
                of,
                Unit::Second
                    | Unit::Minute
                    | Unit::Hour
                    | Unit::Week
                    | Unit::Season
                    | Unit::Decade
                    | Unit::DayPart(DayPart::Night | DayPart::Daytime)
            );
            (unit(of)[0].to_owned(), feminine)
        }
        Kind::Weekday(day) => (VOICE.weekday(day).to_owned(), false),
        Kind::Month(month) => (
            format!("mois de {}", VOICE.month(month)).replace("de a", "d'a").replace("de o", "d'o"),
            false,
        ),
    }
}

fn with_article((name, feminine): &(String, bool)) -> String {
    let noun = match name.starts_with(['a', 'é', 'h']) {
        true => Noun::elided(name),
        false if *feminine => Noun::feminine(name),
        false => Noun::masculine(name),
    };
    noun.alone
}

fn ordinal(n: u32, feminine: bool) -> String {
    match (n, feminine) {
        (1, true) => "première".to_owned(),
        (1, false) => "premier".to_owned(),
        _ => format!("{n}e"),
    }
}

/// "la semaine précédant la publication (2 avril 2024)".
fn counted(kind: Kind, offset: i32, from: &Base) -> String {
    let from = base(from);
    let n = offset.unsigned_abs();
    let (way, ahead) = if offset < 0 { ("avant", "précédant") } else { ("après", "suivant") };
    let named = cell(kind);
    match (kind, n) {
        (Kind::Unit(Unit::Unsaid) | Kind::Weekday(_) | Kind::Month(_) | Kind::Other, 0) => {
            format!("vu {}", from.of)
        }
        (Kind::Unit(_), 0) => format!("{} {}", with_article(&named), from.of),
        (_, 1) => format!("{} {ahead} {}", with_article(&named), from.alone),
        (Kind::Unit(of), _) => format!("{} {way} {}", VOICE.count(n.into(), of), from.alone),
        (_, _) => {
            let article = if named.1 { "la" } else { "le" };
            format!("{article} {} {} {way} {}", ordinal(n, named.1), named.0, from.alone)
        }
    }
}

/// "le 7 mars 2024", "en mars 2024", "entre le 3 et le 5 mai 2024".
fn placed(extent: &Extent) -> String {
    match Place::of(extent) {
        Place::Day(day) => format!("le {}", VOICE.day(day)),
        Place::Month(..) | Place::Year(_) => format!("en {}", VOICE.extent(extent)),
        Place::Moment(at) => format!("le {}", VOICE.at_clock(at)),
        Place::Days(first, last) => {
            format!("entre le {} et le {}", VOICE.day(first), VOICE.day(last))
        }
        Place::Hours(from, to) => format!("dans l'intervalle {}", VOICE.stretch(from, to)),
        Place::From(from) => format!("au plus tôt le {}", VOICE.moment(from)),
        Place::Until(_) => {
            let last = extent.last_day().map_or(String::new(), |day| VOICE.day(day));
            format!("au plus tard le {last}")
        }
        Place::Unknown => "à une date inconnue".to_owned(),
    }
}

/// "18 jours avant l'attaque".
fn far(far: Far, anchor: &str) -> String {
    let way = |distance: Distance| if distance.size() < 0 { "avant" } else { "après" };
    let words = |distance| VOICE.distance(distance);
    match far {
        Far::SameDay => format!("le même jour que {anchor}"),
        Far::Exactly(by) => format!("{} {} {anchor}", words(by), way(by)),
        Far::AtMost(by) => format!("au plus {} {} {anchor}", words(by), way(by)),
        Far::Under(by) => format!("moins de {} {} {anchor}", words(by), way(by)),
        Far::Between(near, by) => {
            format!("entre {} et {} {} {anchor}", words(near), words(by), way(by))
        }
        Far::Around(low, high) => {
            format!("entre {} avant et {} après {anchor}", words(low), words(high))
        }
        Far::AtLeast(by) => format!("au moins {} {} {anchor}", words(by), way(by)),
        Far::NotBefore => format!("au plus tôt avec {anchor}"),
        Far::NotAfter => format!("au plus tard avec {anchor}"),
        Far::Tied => format!("lié à {anchor}"),
    }
}

fn hang(by: &Hang, anchor: &str) -> String {
    match by {
        Hang::Offset { low, high, .. } => far(Far::of(*low, *high), anchor),
        Hang::Before => format!("avant {anchor}"),
        Hang::After => format!("après {anchor}"),
        Hang::During => format!("en même temps que {anchor}"),
        Hang::Years { nth } => format!("{} après {anchor}", VOICE.count((*nth).into(), Unit::Year)),
    }
}

fn fit(fit: Fit) -> &'static str {
    match fit {
        Fit::SameClass => "même classe",
        Fit::Kin => "classe voisine",
        Fit::SameKind => "même genre",
        Fit::WordsInCommon => "mots communs",
        Fit::JustBefore => "cité juste avant",
        Fit::Recent => "le plus récent",
        Fit::Window => "sa fenêtre peut finir",
    }
}

fn why(why: &Why) -> String {
    let at = |extent: &Extent| VOICE.extent(extent);
    match why {
        Why::Chosen { by, from, is } => {
            let (seen, is) = (base(from), at(is));
            let (alone, of, to) = (&seen.alone, &seen.of, &seen.to);
            match by {
                Choice::Nearest => format!("la date la plus proche {of} : {is}"),
                Choice::SameYear => format!("dans l'année {of} : {is}"),
                Choice::SameMonth => format!("dans le mois {of} : {is}"),
                Choice::SameDay => format!("le jour {of} : {is}"),
                Choice::SameNight => format!("dans la nuit qui finit avec {alone} : {is}"),
                Choice::GoingOn => format!("le récit se poursuit à partir {of} : {is}"),
                Choice::FirstFrom => format!("la première date à partir {of} : {is}"),
                Choice::ToCome => {
                    format!("annoncé, donc la première date à partir {of} : {is}")
                }
                Choice::Past => {
                    format!("au passé, donc la dernière date jusqu'{to} : {is}")
                }
                Choice::NewsLooksBack => {
                    format!("la presse parle d'abord du passé, donc la dernière date jusqu'{to} : {is}")
                }
            }
        }
        Why::FirstAfter { after, is } => {
            format!("la première date après {} : {}", time(after).alone, at(is))
        }
        Why::InNumbers { open: true } => {
            "écrit en chiffres : mois d'abord, mais le jour peut aussi venir en premier".to_owned()
        }
        Why::InNumbers { open: false } => "écrit en chiffres : le jour vient en premier".to_owned(),
        Why::Bounded { signal, is } => {
            let signal = match signal {
                Signal::Since => "depuis lors",
                Signal::From => "à partir de là",
                Signal::AsEarlyAs => "dès lors",
                Signal::Until => "jusque-là",
                Signal::By => "à cette échéance",
                Signal::Before => "avant cela",
                Signal::After => "après cela",
            };
            format!("{signal} : {}", at(is))
        }
        Why::Nth { n, cell, of, is } => format!("{} : {}", nth(*n, kind_of(cell), of), at(is)),
        Why::PartOf { part, of, is } => {
            let part = match part {
                Part::Start => "le début".to_owned(),
                Part::Mid => "le milieu".to_owned(),
                Part::End => "la fin".to_owned(),
                Part::Fraction { n, of } => {
                    format!("la {} des {of} parties égales", ordinal((*n).into(), true))
                }
            };
            format!("{part} {} : {}", time(of).of, at(is))
        }
        Why::Anniversary { nth, of, is } => {
            let years = VOICE.count((*nth).into(), Unit::Year);
            format!("{} + {years} = {}", VOICE.day(*of), VOICE.day(*is))
        }
        Why::Counted { cell, offset, from, is } => {
            format!("{} : {}", counted(kind_of(cell), *offset, from), at(is))
        }
        Why::UpToNow { now } => {
            format!("au passé, donc seulement jusqu'{}", base(now).to)
        }
        Why::NightGone { is } => format!("au passé, donc la nuit du {}", at(is)),
        Why::Shifted { amount, direction, from, is } => {
            let way = match direction {
                Direction::Before => "avant",
                Direction::After => "après",
            };
            format!("{} {way} {} : {}", VOICE.amount(amount), base(from).alone, at(is))
        }
        Why::Stretched { amount, direction, from, is } => {
            let (amount, from) = (VOICE.amount(amount), base(from));
            match direction {
                Direction::Before => format!("{amount}, jusqu'{} : {}", from.to, at(is)),
                Direction::After => format!("{amount}, à partir {} : {}", from.of, at(is)),
            }
        }
        Why::Apposed { day } => {
            format!("les mots, à côté {}, désignent ce jour", time(day).of)
        }
        Why::InZone { at, zone, is, there, changed } => {
            let changed = match changed {
                None => "",
                Some(ClockChange::Back) => {
                    " ; les horloges ont été reculées : la première des deux heures est retenue"
                }
                Some(ClockChange::Forward) => {
                    " ; les horloges ont été avancées : l'heure d'après est retenue"
                }
            };
            let (at, is) = (VOICE.at_clock(*at), VOICE.at_clock(*is));
            format!("le {at} ({zone}), c'est le {is} ({there}){changed}")
        }
        Why::If { so } => match so {
            Condition::Past => "si c'est au passé",
            Condition::ToCome => "si c'est annoncé",
            Condition::DayFirst => "si le jour vient en premier",
            Condition::MonthFirst => "si le mois vient en premier",
        }
        .to_owned(),
        Why::Dated { event, is } => format!("« {event} » a lieu {}", placed(is)),
        Why::Spans { event, first, last } => {
            format!("« {event} » va {} {}", time(first).of, time(last).to)
        }
        Why::SeveralTimes { event, first, last } => {
            format!("« {event} » a lieu plusieurs fois, {} {}", time(first).of, time(last).to)
        }
        Why::Hangs { event, by, anchor, window } => {
            let anchor = match window {
                true => format!("la fin de la fenêtre de « {anchor} »"),
                false => format!("« {anchor} »"),
            };
            format!("« {event} » a lieu {}", hang(by, &anchor))
        }
        Why::NoSuchDate { event, date } => {
            format!("« {event} » porte une date qui n'existe pas : {}", no_date(date))
        }
        Why::ToldAsPast { event, on } => {
            format!("« {event} » est au passé dans un texte daté du {}", VOICE.day(*on))
        }
        Why::Announced { event, on } => format!("« {event} » est annoncé le {}", VOICE.day(*on)),
        Why::ReadAs { said } => format!("l'utilisateur lit : {said}"),
        Why::WellKnown { event, is } => {
            format!("« {event} » : on sait que c'est {}", placed(is))
        }
        Why::Holds { event, amount } => format!("« {event} » vaut pour {}", VOICE.amount(amount)),
        Why::GoesOn { event, is } => {
            format!("le récit se poursuit avec « {event} » {}", placed(is))
        }
        Why::NotAfterReport { event } => {
            format!("« {event} » n'a pas lieu après la déclaration qui en parle")
        }
        Why::Opens { event } => format!("la fenêtre s'ouvre avec « {event} »"),
        Why::UserDates { event } => format!("l'utilisateur date « {event} »"),
        Why::UserHolds { event, amount } => {
            format!("l'utilisateur dit que « {event} » vaut pour {}", VOICE.amount(amount))
        }
        Why::SameEvent { said, event } => {
            format!("« {said} » désigne sans doute l'événement dit « {event} »")
        }
        Why::TakenFor { said, event, fits, others } => {
            let fits: Vec<&str> = fits.iter().map(|one| fit(*one)).collect();
            let fits =
                if fits.is_empty() { String::new() } else { format!(" ({})", fits.join(", ")) };
            let others: Vec<String> = others.iter().map(|other| format!("« {other} »")).collect();
            let others = match others.is_empty() {
                true => String::new(),
                false => format!(" ; ce pourrait être aussi {}", others.join(" ou ")),
            };
            format!("« {said} » désigne sans doute « {event} »{fits}{others}")
        }
        Why::Names { said, event } => format!("« {said} », c'est « {event} »"),
        Why::UserLinks { said } => format!("« {said} » est relié par l'utilisateur"),
        Why::Follows { event } => format!("cela suit « {event} », cité juste avant"),
        Why::KnownByName { said, on } => {
            format!("« {said} » : ce nom désigne le {}", VOICE.day(*on))
        }
        Why::ToldNowhereElse { said } => format!("« {said} » n'apparaît nulle part ailleurs"),
        Why::AnyZone { at, zone, from, to } => {
            let [at, from, to] = [at, from, to].map(|moment| VOICE.at_clock(*moment));
            format!(
                "le {at} ({zone}) peut tomber entre le {from} et le {to}, car le fuseau des horloges voisines n'est pas donné"
            )
        }
        Why::Said { text } => text.clone(),
    }
}

/// "la 2e semaine de mars 2024", "le dernier vendredi de 2024".
fn nth(n: i32, kind: Kind, of: &Extent) -> String {
    let (name, feminine) = cell(kind);
    let article = if feminine { "la" } else { "le" };
    let last = if feminine { "dernière" } else { "dernier" };
    let count = n.unsigned_abs();
    let of = time(of).of;
    match n {
        -1 => format!("{article} {last} {name} {of}"),
        ..0 => format!("{article} {} {name} {of}, en partant de la fin", ordinal(count, feminine)),
        _ => format!("{article} {} {name} {of}", ordinal(count, feminine)),
    }
}

fn no_date(date: &NoDate) -> String {
    match date {
        NoDate::Day { year: y, month, day } => {
            let day = (VOICE.day_number)(*day);
            format!("le {day} {} {} n'existe pas", VOICE.month(*month), year(*y))
        }
        NoDate::Weekday { day, said } => {
            let is = VOICE.weekday(day.weekday().number_from_monday());
            format!("le {} est un {is}, et non un {}", VOICE.day(*day), VOICE.weekday(*said))
        }
        NoDate::Week { week, year: y } => format!("{} n'a pas de semaine {week}", year(*y)),
        NoDate::Republican { year, month, day } => format!(
            "le calendrier républicain n'a pas de jour {day} au mois {month} de l'an {year}"
        ),
        NoDate::Clock { hour, minute, second } => {
            format!("aucune horloge ne marque {hour}:{minute:02}:{second:02}")
        }
        NoDate::Backwards { first, last } => {
            format!("{} {}, la fin précède le début", time(first).of, time(last).to)
        }
        NoDate::NoneInside { of } => format!("il n'y en a pas {}", placed(of)),
        NoDate::Nth { n, cell, of } => format!("{} n'existe pas", nth(*n, kind_of(cell), of)),
        NoDate::Anniversary { nth, of, due, told } => {
            let year = of.first_day().map_or(0, |day| day.year());
            format!(
                "le {} anniversaire {} est en {due} ({year} + {nth} = {due}), et non {}",
                ordinal(*nth, false),
                time(of).of,
                placed(told)
            )
        }
        NoDate::Said { text } => text.clone(),
    }
}

fn unresolved(why: &Unresolved) -> String {
    match why {
        Unresolved::NoSuchDate(date) => no_date(date),
        Unresolved::NoPublication => "il manque la date de publication, à partir de laquelle compter".to_owned(),
        Unresolved::NoFocus => "aucune date n'est citée auparavant, à partir de laquelle compter".to_owned(),
        Unresolved::Event => "l'événement à partir duquel compter n'est pas connu".to_owned(),
        Unresolved::Vague => "une indication vague".to_owned(),
        Unresolved::Recurring => "cela se répète".to_owned(),
        Unresolved::Unplaced => "une durée, et non une date".to_owned(),
        Unresolved::NoAmount => "la quantité n'est pas dite".to_owned(),
        Unresolved::OutOfRange => "hors des années que l'on sait compter".to_owned(),
        Unresolved::NotComputed(name) => format!("la date de {name} n'est pas calculée"),
    }
}

fn notice(notice: &Notice) -> String {
    match notice {
        Notice::TwoDates { taken, words, other, others } => format!(
            "la page porte deux dates : {} (« {words} ») et {} (« {others} ») ; la première est retenue pour l'article",
            VOICE.day(*taken),
            VOICE.day(*other),
        ),
        Notice::FarDateline { given, dateline, words } => format!(
            "la page est datée du {}, son texte du {} (« {words} ») : les dates se comptent à partir de ce jour",
            VOICE.day(*given),
            VOICE.day(*dateline),
        ),
        Notice::OtherMetadata { given, metadata, field } => format!(
            "publication le {} selon la date indiquée, le {} selon les métadonnées du document ({field}) : la date indiquée est retenue",
            VOICE.day(*given),
            VOICE.day(*metadata),
        ),
        Notice::OtherText { metadata, field, text } => format!(
            "publication le {} selon les métadonnées du document ({field}), le {} selon son texte",
            VOICE.day(*metadata),
            VOICE.day(*text),
        ),
        Notice::NoPublication { count: 0 | 1, first } => {
            format!("date de publication inconnue : « {first} » reste sans date")
        }
        Notice::NoPublication { count, first } => format!(
            "date de publication inconnue : {count} expressions restent sans date, à commencer par « {first} »"
        ),
        Notice::OpenLanguage { name, language } => {
            format!("langue de {name} incertaine : lu comme « {language} »")
        }
        Notice::NoModel { language } => {
            format!("aucun modèle de langue « {language} » : les phrases ne sont pas analysées")
        }
        Notice::QuoteWithoutTime { quote, event } => format!(
            "la citation « {quote} » de « {event} » ne contient aucune date, sa proposition non plus"
        ),
        Notice::LeftOut { words, because } => {
            format!("écarté par l'utilisateur : « {words} » ({because})")
        }
        Notice::NothingLeftOut { words } => {
            format!("rien à écarter à « {words} » : aucun énoncé ne s'y trouve")
        }
    }
}

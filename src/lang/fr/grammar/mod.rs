//! The order of French words. Each file has one subject; the words are in the lexicon.

mod bound;
mod calendar;
mod clock;
mod duration;
mod event;
mod number;
mod part;
mod point;
mod range;
mod relative;
mod set;
mod shift;
mod spoken;
mod vague;
mod window;
mod words;

use crate::amount::Unit;
use crate::lang::Rule;
use crate::lang::Start::{self, Digits, LongDigits, Mark, Word};
use crate::lang::sense::Sense;

/// An article, as the first word of a time.
const LE: Start = Word("le");
const LA: Start = Word("la");
const L: Start = Word("l");
const LES: Start = Word("les");

const MONTH: Start = Start::Sense(|sense| matches!(sense, Sense::Month(_)));
const ABBR: Start = Start::Sense(|sense| matches!(sense, Sense::MonthAbbr(_)));
const WEEKDAY: Start =
    Start::Sense(|sense| matches!(sense, Sense::Weekday(_) | Sense::WeekdayAbbr(_)));
const FULL_WEEKDAY: Start = Start::Sense(|sense| matches!(sense, Sense::Weekday(_)));
const SEASON: Start = Start::Sense(|sense| matches!(sense, Sense::Season(_)));
const UNIT: Start = Start::Sense(|sense| matches!(sense, Sense::Unit(_)));
const ORDINAL: Start = Start::Sense(|sense| matches!(sense, Sense::Ordinal(_)));
const ROMAN: Start = Start::Sense(|sense| matches!(sense, Sense::Roman(_)));
const THIS: Start = Start::Sense(|sense| matches!(sense, Sense::This));
const SAME: Start = Start::Sense(|sense| matches!(sense, Sense::Same));
const ORDER: Start = Start::Sense(|sense| matches!(sense, Sense::Last | Sense::Next));
const PART: Start = Start::Sense(|sense| matches!(sense, Sense::Part(_)));
const DAY_PART: Start = Start::Sense(|sense| matches!(sense, Sense::DayPart(_)));
const DEICTIC: Start = Start::Sense(|sense| matches!(sense, Sense::Deictic(_)));
const ANAPHORIC: Start = Start::Sense(|sense| matches!(sense, Sense::Anaphoric(_)));
const NAMED: Start = Start::Sense(|sense| matches!(sense, Sense::Named(_)));
const WEEKEND: Start = Start::Sense(|sense| matches!(sense, Sense::Weekend));
const NUMBER: Start = Start::Sense(|sense| {
    matches!(sense, Sense::Number(_) | Sense::Tens(_) | Sense::Scale(_) | Sense::VagueNumber)
});
const MODIFIER: Start = Start::Sense(|sense| matches!(sense, Sense::Modifier(_)));
const SIGNAL: Start = Start::Sense(|sense| matches!(sense, Sense::Signal(_)));
const VAGUE: Start = Start::Sense(|sense| matches!(sense, Sense::Vague(_)));
const EACH: Start = Start::Sense(|sense| matches!(sense, Sense::Each));
const FREQUENCY: Start = Start::Sense(|sense| matches!(sense, Sense::Frequency(_)));
const SPAN: Start = Start::Sense(|sense| matches!(sense, Sense::Span(..)));
const REPUBLICAN: Start = Start::Sense(|sense| matches!(sense, Sense::RepublicanMonth(_)));
const ANNIVERSARY: Start = Start::Sense(|sense| matches!(sense, Sense::Anniversary));

const ERA: Start = Start::Sense(|sense| matches!(sense, Sense::BeforeEra));
const CENTURY: Start = Start::Sense(|sense| matches!(sense, Sense::Unit(Unit::Century)));
const MEMORABLE: Start = Start::Sense(|sense| matches!(sense, Sense::Memorable(..)));
const TIMES: Start = Start::Sense(|sense| matches!(sense, Sense::Times));
/// "Dernier", "suivant", "en cours": what turns a unit to another.
const TURNED: Start = Start::Sense(|sense| {
    matches!(sense, Sense::Last | Sense::Next | Sense::Following | Sense::Previous | Sense::Current)
});
/// A day, a month, a season or a feast by its name.
const CELL: Start = Start::Sense(|sense| {
    matches!(sense, Sense::Weekday(_) | Sense::Month(_) | Sense::Season(_) | Sense::Named(_))
});

/// What a time of day has one of.
const CLOCKS: &[Start] = &[
    DAY_PART,
    Mark(b':'),
    Word("h"),
    Word("heure"),
    Word("heures"),
    Word("midi"),
    Word("minuit"),
    Word("mi"),
    Word("milieu"),
    Word("am"),
    Word("pm"),
    Word("m"),
];

/// Words of time that the rules name.
pub(super) static BEARERS: &[&str] = &[
    "epoque", "moment", "temps", "instant", "periode", "periodes", "date", "minuit", "present",
    "exercice", "peu",
];

/// Words that the rules name and that have no meaning of their own.
pub(super) static INNER: &str = "\
    age agee agees ages alentours auparavant avoir bonne bonnes bons breve budgetaire ci complet \
    complete courte deja derriere durant dure e eme encore entier entiere environs er etre \
    exactement fait faubourg faut fil fiscal fiscale ieme ile juste long m mes mis mon nd nde \
    oncle pendant pile plein pleine plupart precedaient precedant precise precisement precises \
    pris puissance re reste seulement square suivront tapantes tot vous ya \
    abbe affaire arabe arrete autre autres biennale bres championnat championnats coupe decret \
    docteur dossier dr euro expo exposition festival frere grand grands gratuit gratuits jeux \
    jo joyeuse local locaux lumiere madame mademoiselle maitre me mlle mm mme mondial mondiaux \
    monsieur national nationaux no num o open p principaux rallye regional regionaux rendez \
    republicaine republique salon soeur tour tournoi acheve achevee achevees acheves am bre clos \
    close closes complementaire journal moitie monde partie pm termine terminee terminees termines \
    cathedrale eglise chapelle basilique abbaye paroisse couvent college principal magazine revue";

/// Every rule, in order of preference where two read the same words.
pub(super) static RULES: &[Rule] = &[
    Rule { name: "fr/iso", starts: &[LongDigits], needs: &[], parse: calendar::iso_date },
    Rule { name: "fr/joined", starts: &[Digits], needs: &[Mark(b'-')], parse: range::joined },
    Rule {
        name: "fr/memorable",
        starts: &[LE, NUMBER, Digits],
        needs: &[MEMORABLE],
        parse: calendar::memorable,
    },
    Rule {
        name: "fr/date",
        starts: &[LE, WEEKDAY, NUMBER, ORDINAL, Digits],
        needs: &[MONTH, ABBR, Word("bre"), Word("bres")],
        parse: calendar::date,
    },
    Rule {
        name: "fr/day-of-date",
        starts: &[LA, THIS],
        needs: &[Word("journee")],
        parse: calendar::day_of_date,
    },
    Rule {
        name: "fr/month-first",
        starts: &[MONTH, ABBR],
        needs: &[Mark(b',')],
        parse: calendar::month_first,
    },
    Rule {
        name: "fr/month-of-year",
        starts: &[Digits],
        needs: &[Mark(b'/')],
        parse: calendar::month_of_year,
    },
    Rule {
        name: "fr/spaced-date",
        starts: &[LE, WEEKDAY],
        needs: &[Digits],
        parse: calendar::spaced_date,
    },
    Rule {
        name: "fr/numeric-date",
        starts: &[LE, WEEKDAY, Digits],
        needs: &[Mark(b'/'), Mark(b'.'), Mark(b'-')],
        parse: calendar::numeric_date,
    },
    Rule {
        name: "fr/marked-date",
        starts: &[LE, MONTH, ABBR, Digits],
        needs: &[Mark(b'/'), Mark(b'-')],
        parse: calendar::marked_date,
    },
    Rule { name: "fr/stamp", starts: &[WEEKDAY, LE, Digits], needs: CLOCKS, parse: clock::stamp },
    Rule { name: "fr/clock-stamp", starts: &[Digits], needs: CLOCKS, parse: clock::clock_stamp },
    Rule {
        name: "fr/ce-date",
        starts: &[THIS],
        needs: &[MONTH, ABBR, Mark(b'/'), Mark(b'.'), Mark(b'-'), FULL_WEEKDAY],
        parse: point::this_date,
    },
    Rule {
        name: "fr/day",
        starts: &[LE, FULL_WEEKDAY, Digits],
        needs: &[Digits],
        parse: calendar::day,
    },
    Rule {
        name: "fr/days",
        starts: &[LES, LE, WEEKDAY, Digits],
        needs: &[MONTH, ABBR],
        parse: calendar::days,
    },
    Rule {
        name: "fr/day-span",
        starts: &[LES, LE, Digits],
        needs: &[MONTH, ABBR],
        parse: range::day_span,
    },
    Rule {
        name: "fr/month",
        starts: &[LE, Word("mois"), MONTH, ABBR],
        needs: &[MONTH, ABBR],
        parse: calendar::month_phrase,
    },
    Rule { name: "fr/months", starts: &[MONTH], needs: &[], parse: range::months },
    Rule {
        name: "fr/month-span",
        starts: &[MONTH],
        needs: &[Mark(b'-'), Mark(b'/')],
        parse: calendar::month_span,
    },
    Rule {
        name: "fr/year-span",
        starts: &[Digits],
        needs: &[Mark(b'-'), Mark(b'/')],
        parse: calendar::year_span,
    },
    Rule {
        name: "fr/year",
        starts: &[L, Word("an"), Word("annee"), NUMBER, Digits],
        needs: &[Digits, NUMBER, Word("an"), Word("annee")],
        parse: calendar::year_phrase,
    },
    Rule {
        name: "fr/decade",
        starts: &[LES, LA, Word("annees"), Word("decennie")],
        needs: &[Word("annees"), Word("decennie")],
        parse: calendar::decade,
    },
    Rule {
        name: "fr/century",
        starts: &[LE, LA, ROMAN, ORDINAL, Digits],
        needs: &[CENTURY],
        parse: calendar::century,
    },
    Rule {
        name: "fr/centuries",
        starts: &[LES, LE, ROMAN, ORDINAL, Digits],
        needs: &[CENTURY],
        parse: calendar::centuries,
    },
    Rule {
        name: "fr/season",
        starts: &[L, LE, SEASON],
        needs: &[SEASON],
        parse: calendar::season_phrase,
    },
    Rule {
        name: "fr/quarter",
        starts: &[LE, ORDINAL, Digits],
        needs: &[UNIT],
        parse: calendar::quarter,
    },
    Rule {
        name: "fr/lettered",
        starts: &[Word("t"), Word("q"), Word("s"), Word("h"), Digits],
        needs: &[Word("t"), Word("q"), Word("s"), Word("h")],
        parse: calendar::lettered,
    },
    Rule { name: "fr/led-unit", starts: &[LE, LA, L], needs: &[UNIT], parse: relative::led_unit },
    Rule {
        name: "fr/weekday",
        starts: &[LE, FULL_WEEKDAY],
        needs: &[FULL_WEEKDAY],
        parse: calendar::weekday_phrase,
    },
    Rule {
        name: "fr/week-number",
        starts: &[LA, Word("semaine")],
        needs: &[Word("semaine")],
        parse: calendar::week_number,
    },
    Rule {
        name: "fr/fiscal",
        starts: &[L, Word("exercice"), Word("annee")],
        needs: &[Word("exercice"), Word("annee")],
        parse: calendar::fiscal,
    },
    Rule { name: "fr/week-of", starts: &[LA], needs: &[Word("semaine")], parse: calendar::week_of },
    Rule {
        name: "fr/weekend",
        starts: &[LE, WEEKEND],
        needs: &[WEEKEND],
        parse: calendar::weekend,
    },
    Rule {
        name: "fr/named-day",
        starts: &[LE, LA, L, NAMED],
        needs: &[NAMED],
        parse: calendar::named_day,
    },
    Rule {
        name: "fr/republican",
        starts: &[LE, REPUBLICAN, Digits, NUMBER],
        needs: &[REPUBLICAN],
        parse: calendar::republican,
    },
    Rule {
        name: "fr/complementary",
        starts: &[LE, ORDINAL, Digits],
        needs: &[Word("complementaire")],
        parse: calendar::complementary,
    },
    Rule {
        name: "fr/day-part",
        starts: &[LE, LA, WEEKDAY, DEICTIC, ANAPHORIC, THIS, NAMED, Digits],
        needs: &[DAY_PART],
        parse: point::day_and_part,
    },
    Rule {
        name: "fr/part-of-day",
        starts: &[LE, LA, L, DAY_PART],
        needs: &[DAY_PART],
        parse: relative::part_of_day,
    },
    Rule {
        name: "fr/parts-of-days",
        starts: &[LES, DAY_PART],
        needs: &[MONTH, ABBR],
        parse: relative::parts_of_days,
    },
    Rule {
        name: "fr/part-of-story",
        starts: &[LE, LA, L, DAY_PART],
        needs: &[DAY_PART, Word("journee")],
        parse: relative::part_of_story,
    },
    Rule { name: "fr/dawn", starts: &[L], needs: &[Word("aube")], parse: relative::dawn },
    Rule {
        name: "fr/relative",
        starts: &[LE, LA, L, THIS, SAME, UNIT],
        needs: &[UNIT],
        parse: relative::relative_unit,
    },
    Rule { name: "fr/deictic", starts: &[DEICTIC], needs: &[], parse: relative::deictic_day },
    Rule {
        name: "fr/anaphoric",
        starts: &[LE, LA, L, ANAPHORIC],
        needs: &[ANAPHORIC],
        parse: relative::anaphoric_day,
    },
    Rule {
        name: "fr/eve-of",
        starts: &[LE, LA, L, ANAPHORIC],
        needs: &[ANAPHORIC],
        parse: shift::eve_of,
    },
    Rule {
        name: "fr/beside-event",
        starts: &[LE, LA, L],
        needs: &[Word("avant"), Word("apres"), Word("suivant"), Word("precedant")],
        parse: shift::beside_event,
    },
    Rule {
        name: "fr/this-cell",
        starts: &[THIS],
        needs: &[CELL, WEEKEND, Word("mois")],
        parse: relative::this_cell,
    },
    Rule { name: "fr/this-part", starts: &[THIS], needs: &[DAY_PART], parse: relative::this_part },
    Rule {
        name: "fr/that-time",
        starts: &[L, THIS],
        needs: &[
            Word("epoque"),
            Word("moment"),
            Word("temps"),
            Word("instant"),
            Word("periode"),
            Word("date"),
        ],
        parse: relative::that_time,
    },
    Rule {
        name: "fr/next-cell",
        starts: &[LE, LA, L, ORDER, THIS],
        needs: &[ORDER],
        parse: window::next_cell,
    },
    Rule {
        name: "fr/clock",
        starts: &[Digits, NUMBER, DAY_PART, LA, LE, Word("mi"), Word("milieu"), Word("minuit")],
        needs: CLOCKS,
        parse: clock::clock,
    },
    Rule {
        name: "fr/clock-day",
        starts: &[
            Digits,
            NUMBER,
            DAY_PART,
            Word("minuit"),
            Word("vers"),
            Word("de"),
            Word("entre"),
        ],
        needs: &[
            DAY_PART,
            Mark(b':'),
            Word("h"),
            Word("heure"),
            Word("heures"),
            Word("midi"),
            Word("minuit"),
            Word("mi"),
            Word("milieu"),
            Word("am"),
            Word("pm"),
            Word("m"),
            DEICTIC,
            Word("quart"),
            Word("demie"),
        ],
        parse: clock::clock_day,
    },
    Rule { name: "fr/spoken-clock", starts: &[NUMBER, Digits], needs: &[], parse: spoken::clock },
    Rule {
        name: "fr/spoken-span",
        starts: &[NUMBER, Word("de"), Digits],
        needs: &[Word("a"), Word("au"), Word("aux")],
        parse: spoken::span,
    },
    Rule {
        name: "fr/part-and-clock",
        starts: &[LE, LA, L, WEEKDAY, DEICTIC, ANAPHORIC, THIS, Digits],
        needs: &[DAY_PART],
        parse: spoken::part_and_clock,
    },
    Rule {
        name: "fr/about-clock",
        starts: &[Word("vers"), Word("aux"), Word("autour")],
        needs: CLOCKS,
        parse: clock::about_clock,
    },
    Rule {
        name: "fr/about-date",
        starts: &[Word("vers"), Word("aux"), Word("autour")],
        needs: &[],
        parse: clock::about_date,
    },
    Rule { name: "fr/part", starts: &[LE, LA, L, LES, PART], needs: &[PART], parse: part::part },
    Rule {
        name: "fr/nth",
        starts: &[LE, LA, ORDER, ORDINAL, Digits],
        needs: &[UNIT, CELL, WEEKEND],
        parse: part::nth,
    },
    Rule {
        name: "fr/share",
        starts: &[LE, LA, L, ORDER, ORDINAL, Digits],
        needs: &[Word("moitie"), Word("quinzaine"), Word("tiers"), Word("quart"), Word("partie")],
        parse: part::share,
    },
    Rule {
        name: "fr/edge",
        starts: &[LES, NUMBER, Digits, ORDER, Word("premiers"), Word("premieres")],
        needs: &[Word("premiers"), Word("premieres"), Word("derniers"), Word("dernieres")],
        parse: part::edge,
    },
    Rule {
        name: "fr/anniversary",
        starts: &[LE, L, ORDINAL, ANNIVERSARY, Digits],
        needs: &[ANNIVERSARY],
        parse: shift::anniversary,
    },
    Rule {
        name: "fr/window",
        starts: &[LES, LA, LE, THIS, ORDER, NUMBER, Digits],
        needs: &[ORDER],
        parse: window::order_first,
    },
    Rule {
        name: "fr/window-after",
        starts: &[LES, THIS, NUMBER, Digits],
        needs: &[TURNED],
        parse: window::order_last,
    },
    Rule {
        name: "fr/window-event",
        starts: &[LES, NUMBER, Digits],
        needs: &[Word("precedant"), Word("suivant"), Word("qui")],
        parse: window::around_event,
    },
    Rule { name: "fr/within", starts: &[Word("dans")], needs: &[], parse: window::within_amount },
    Rule {
        name: "fr/il-y-a",
        starts: &[Word("il"), Word("y"), Word("cela"), Word("ca"), Word("voila"), Word("voici")],
        needs: &[],
        parse: shift::ago,
    },
    Rule { name: "fr/dans", starts: &[Word("dans")], needs: &[], parse: shift::ahead },
    Rule { name: "fr/d-ici", starts: &[Word("d"), Word("sous")], needs: &[], parse: shift::within },
    Rule { name: "fr/depuis", starts: &[Word("depuis")], needs: &[], parse: shift::since },
    Rule {
        name: "fr/shift",
        starts: &[MODIFIER, NUMBER, Word("des"), Digits],
        needs: &[Word("plus"), Word("auparavant"), Word("avant"), Word("apres")],
        parse: shift::later,
    },
    Rule {
        name: "fr/from-on",
        starts: &[MODIFIER, NUMBER, Word("des"), Digits],
        needs: &[Word("compter"), Word("partir"), Word("dater")],
        parse: shift::from_on,
    },
    Rule {
        name: "fr/closed",
        starts: &[L, LE, LA, LES, NUMBER, Digits],
        needs: &[
            Word("clos"),
            Word("close"),
            Word("closes"),
            Word("acheve"),
            Word("achevee"),
            Word("acheves"),
            Word("achevees"),
            Word("termine"),
            Word("terminee"),
            Word("termines"),
            Word("terminees"),
        ],
        parse: shift::closed,
    },
    Rule { name: "fr/era-span", starts: &[Digits], needs: &[ERA], parse: range::era_span },
    Rule {
        name: "fr/nth-of-each",
        starts: &[LE, LES, ORDER, ORDINAL, Digits, NUMBER],
        needs: &[EACH],
        parse: set::nth_of_each,
    },
    Rule {
        name: "fr/duration",
        starts: &[MODIFIER, NUMBER, Word("des"), Word("demi"), Word("demie"), Digits],
        needs: &[UNIT, DAY_PART, WEEKEND],
        parse: duration::duration,
    },
    Rule {
        name: "fr/first-of",
        starts: &[NUMBER, Digits],
        needs: &[Word("premiers"), Word("premieres")],
        parse: duration::first_of,
    },
    Rule { name: "fr/span-word", starts: &[SPAN], needs: &[], parse: duration::span_word },
    Rule {
        name: "fr/fortnight",
        starts: &[LA, Word("une")],
        needs: &[Word("quinzaine")],
        parse: duration::fortnight,
    },
    Rule {
        name: "fr/between",
        starts: &[Word("entre")],
        needs: &[Word("et")],
        parse: range::between,
    },
    Rule {
        name: "fr/from-to",
        starts: &[Word("de"), Word("du"), Word("d")],
        needs: &[Word("a"), Word("au"), Word("jusqu")],
        parse: range::from_to,
    },
    Rule { name: "fr/bound", starts: &[SIGNAL], needs: &[], parse: bound::bound },
    Rule {
        name: "fr/at-latest",
        starts: &[LE, MONTH, WEEKDAY, DEICTIC, Digits],
        needs: &[Word("tard")],
        parse: bound::at_latest,
    },
    Rule { name: "fr/each", starts: &[EACH], needs: &[], parse: set::each },
    Rule {
        name: "fr/every",
        starts: &[Word("tous"), Word("toutes")],
        needs: &[],
        parse: set::every,
    },
    Rule { name: "fr/per", starts: &[Word("par")], needs: &[], parse: set::per },
    Rule {
        name: "fr/times-per",
        starts: &[NUMBER, Digits],
        needs: &[TIMES],
        parse: set::times_per,
    },
    Rule {
        name: "fr/one-in",
        starts: &[Word("un"), Word("une")],
        needs: &[Word("sur")],
        parse: set::one_in,
    },
    Rule { name: "fr/frequency", starts: &[FREQUENCY], needs: &[], parse: set::frequency },
    Rule {
        name: "fr/plural-days",
        starts: &[LES, FULL_WEEKDAY],
        needs: &[FULL_WEEKDAY, WEEKEND],
        parse: set::plural_days,
    },
    Rule {
        name: "fr/vague",
        starts: &[L, LE, LA, LES, VAGUE, Word("plus")],
        needs: &[VAGUE],
        parse: vague::vague,
    },
    Rule {
        name: "fr/present-past",
        starts: &[Word("present"), LE],
        needs: &[Word("present"), Word("passe")],
        parse: vague::present_or_past,
    },
    Rule {
        name: "fr/unsaid",
        starts: &[
            Word("un"),
            Word("une"),
            Word("quelque"),
            Word("peu"),
            Word("tout"),
            Word("longue"),
            Word("de"),
        ],
        needs: &[Word("temps"), Word("date"), Word("periode"), Word("periodes"), Word("peu")],
        parse: vague::unsaid,
    },
    Rule {
        name: "fr/whole-unit",
        starts: &[Word("tout"), Word("toute"), Word("un"), Word("une")],
        needs: &[],
        parse: vague::whole_unit,
    },
    Rule {
        name: "fr/over-the",
        starts: &[Word("au")],
        needs: &[Word("fil")],
        parse: vague::over_the,
    },
];

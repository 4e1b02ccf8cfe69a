//! What a word of a lexicon can mean. The kinds are shared by all languages; the words are not.

use crate::amount::{DayPart, Modifier, Unit};
use crate::expr::{NamedDay, Part, Signal, Vague};
use crate::extent::{Season, Zone};

/// One meaning of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub(crate) enum Sense {
    /// A month's full name, 1 to 12.
    Month(u8),
    /// A month's abbreviation, which needs a day or a year beside it to count ("mar.", "Sept").
    MonthAbbr(u8),
    /// A weekday's full name, 1 for Monday to 7 for Sunday.
    Weekday(u8),
    /// A weekday's abbreviation, which needs a date beside it to count ("mer.", "Sun").
    WeekdayAbbr(u8),
    /// The word for a week-end.
    Weekend,
    /// A unit of time, singular or plural.
    Unit(Unit),
    /// A number below 100 that stands on its own or after tens: "trois", "eleven".
    Number(u16),
    /// Tens that another number may follow: "vingt", "forty".
    Tens(u16),
    /// 100, 1000, 1 000 000: "cent", "thousand".
    Scale(u32),
    /// "First", "deuxième", "3rd" in words.
    Ordinal(u16),
    /// About so many: "dizaine" 10, "quinzaine" 15, "dozen" 12; used with "une"/"a" and in the plural.
    Collective(u16),
    /// "Half", "demi", "quarter" as a fraction, in thousandths.
    Fraction(u16),
    /// "A few", "several", "quelques", "plusieurs".
    VagueNumber,
    /// A season.
    Season(Season),
    /// A part of the day.
    DayPart(DayPart),
    /// A day by how far it is from the day of publication: "hier" −1, "tomorrow" +1.
    Deictic(i8),
    /// A day by how far it is from the story's day: "la veille" −1, "lendemain" +1.
    Anaphoric(i8),
    /// A named day.
    Named(NamedDay),
    /// "Early", "début", "mid", "fin".
    Part(Part),
    /// "This", "ce", "cette": −1, 0, +1 from the anchor as for `Next` and `Last`.
    This,
    /// "Next", "prochain", "coming".
    Next,
    /// "Last", "dernier", "past".
    Last,
    /// "Same", "même".
    Same,
    /// "Following", "suivant": next, from the focus.
    Following,
    /// "Previous", "précédent": last, from the focus.
    Previous,
    /// A preposition or the like that makes a bound of a time.
    Signal(Signal),
    /// "About", "more than", "environ", "plus de".
    Modifier(Modifier),
    /// A vague reference.
    Vague(Vague),
    /// A zone by name or letters.
    Zone(Zone),
    /// "Each", "every", "chaque".
    Each,
    /// Frequency as an adjective or adverb, as a unit: "daily", "hebdomadaire".
    Frequency(Unit),
    /// "Times", "fois".
    Times,
    /// "Once" 1, "twice" 2.
    TimesWord(u8),
    /// "Anniversary", "anniversaire".
    Anniversary,
    /// "Century" said with a number before it is `Unit`; this is a Roman number, "XIX" 19.
    Roman(u8),
    /// "a.m." 0 or "p.m." 12: hours to add.
    Meridiem(u8),
    /// A month of the French Republican calendar, 1 to 12, 13 for its extra days.
    RepublicanMonth(u8),
    /// Before our era.
    BeforeEra,
    /// Of our era.
    OfEra,
    /// A verb form or particle that shows future time in its clause.
    FutureCue,
    /// A determiner: "le", "the", "a".
    Determiner,
    /// A word that ends a noun phrase: a finite auxiliary, a conjunction, a relative pronoun.
    Stop,
    /// A preposition that carries a noun phrase on: "de", "of", "contre".
    Link,
    /// Noon and midnight: an hour that is a word.
    ClockWord(u8),
    /// Ten years by a word: "sixties" 60.
    DecadeWord(u8),
    /// A part of a day by how far the day is from publication: "tonight" 0, "last night" −1.
    DeicticPart(i8, DayPart),
    /// A part as a noun, which needs what it is a part of: "the end of", "the middle of".
    PartNoun(Part),
    /// "Final", "closing": the last of several, never the one before this.
    LastOf,
    /// Also an ordinary word, which is time only with a capital letter: "may", "march".
    Ordinary,
    /// An adjective between a number and a unit that changes nothing: "full", "consecutive".
    Padding,
    /// A vague reference only where nothing that it qualifies follows: "current" in front of a noun.
    VagueAdjective(Vague),
    /// A word after which a bare plural of a unit is an amount: "for weeks", "within days".
    LeadsToAmount,
    /// "His", "their": a determiner that says whose.
    Possessive,
    /// "As", of comparisons: "as soon as".
    As,
    /// "Future" before a unit: "future years".
    FutureWord,
    /// So many of a unit in one word: "fortnight".
    Units(u8, Unit),
    /// Vague where its clause looks forward: "will soon".
    SoonWord,
    /// A word that leads to a time and has no other meaning here: "during".
    Leads,
    /// A person, whose years are an age: "homme", "girl".
    Person,
    /// What numbers are given to that are no years: "page", "article", "room".
    Numbered,
    /// "En cours", "current": the one of the time of publication.
    Current,
    /// A noun whose length is told after it, which makes no age of "de N ans": "peine", "mandat".
    Lasting,
    /// What is told of by the date of a day that has become its name: the attacks of 11 September 2001
    /// by "septembre", the day and the year.
    Memorable(u8, i32),
    /// What is remembered by such a date: "attentats", "attacks".
    Remembered,
    /// A word before a day's name that makes a title or a greeting of both: "Merry", "Operation".
    Entitles,
    /// What a newspaper is called after its day: "Times", "Telegraph".
    Paper,
    /// The last word of other titles that begin with a time: "Football", "Lights".
    Titled,
    /// A noun for whatever time is being told, after "this" or "that": "period".
    Told,
    /// A plural that does not end like others: "people", "feet".
    Plural,
    /// "Then", as the time told: "until then".
    Then,
    /// A word that is an amount: "quinquennat" is five years.
    Span(u16, Unit),
}

impl Sense {
    /// Whether it says something of time by itself: what every mention has a word of. A sense is left
    /// out only if no mention consists of such words alone.
    pub(crate) fn bears_time(&self) -> bool {
        !matches!(
            self,
            Sense::This
                | Sense::Signal(_)
                | Sense::Determiner
                | Sense::Possessive
                | Sense::Stop
                | Sense::Link
                | Sense::As
                | Sense::Padding
                | Sense::Leads
                | Sense::LeadsToAmount
                | Sense::FutureCue
                | Sense::Person
                | Sense::Numbered
                | Sense::Lasting
                | Sense::Remembered
                | Sense::Entitles
                | Sense::Paper
                | Sense::Titled
                | Sense::Plural
        )
    }
}

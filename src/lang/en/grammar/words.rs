//! Single words by meaning, and looks at the words around.

use nom::Parser;

use crate::amount::{DayPart, Modifier, Unit};
use crate::expr::{Part, Signal};
use crate::extent::{Season, Zone};
use crate::lang::Parsed;
use crate::lang::common::sense;
use crate::lang::input::Input;
use crate::lang::phrase::means;
use crate::lang::sense::Sense;
use crate::lang::token::{Gap, Kind};

macro_rules! by_meaning {
    ($($(#[$doc:meta])* $name:ident: $variant:ident => $type:ty;)*) => {$(
        $(#[$doc])*
        pub(super) fn $name(input: Input<'_>) -> Parsed<'_, $type> {
            sense(|sense| match sense {
                Sense::$variant(value) => Some(*value),
                _ => None,
            })
            .parse(input)
        }
    )*};
}

by_meaning! {
    /// A month's abbreviation, without its full stop.
    month_abbreviation: MonthAbbr => u8;
    /// A month's name.
    month_name: Month => u8;
    /// A weekday's name, singular or plural.
    weekday_name: Weekday => u8;
    /// A weekday's abbreviation, without its full stop.
    weekday_abbreviation: WeekdayAbbr => u8;
    /// A unit that is not a week-end.
    unit_name: Unit => Unit;
    /// A season.
    season: Season => Season;
    /// A part of the day.
    day_part: DayPart => DayPart;
    /// "First", "tenth".
    ordinal_word: Ordinal => u16;
    /// "Sixties".
    decade_word: DecadeWord => u8;
    /// "a.m.", without its last full stop.
    meridiem_word: Meridiem => u8;
    /// "Noon", "midnight".
    clock_word: ClockWord => u8;
    /// "UTC", "Moscow time".
    zone: Zone => Zone;
    /// "About", "more than".
    modifier: Modifier => Modifier;
    /// "Since", "until".
    signal: Signal => Signal;
    /// "Early", "late".
    part: Part => Part;
    /// "End", "beginning".
    part_noun: PartNoun => Part;
    /// "Half", "quarter".
    fraction: Fraction => u16;
    /// "Daily".
    frequency: Frequency => Unit;
    /// "Once", "twice".
    times_word: TimesWord => u8;
    /// "Yesterday", "the day after tomorrow".
    deictic: Deictic => i8;
}

/// Whether the next phrase of the lexicon has a certain meaning that carries nothing; its place after.
pub(super) fn meaning<'a>(input: Input<'a>, wanted: Sense) -> Parsed<'a, ()> {
    sense(|sense| (*sense == wanted).then_some(())).parse(input)
}

/// A unit, week-ends included.
pub(super) fn unit(input: Input<'_>) -> Parsed<'_, Unit> {
    // "Week-end" before "week".
    match meaning(input, Sense::Weekend) {
        Ok((rest, ())) => Ok((rest, Unit::Weekend)),
        Err(_) => unit_name(input),
    }
}

/// Whether the next word begins with a capital letter.
pub(super) fn is_capital(input: &Input<'_>) -> bool {
    input.first().is_some_and(|token| {
        token.kind == Kind::Word
            && input.text_of(token).chars().next().is_some_and(char::is_uppercase)
    })
}

/// Whether the next word is a plural by its last letter.
pub(super) fn is_plural(input: &Input<'_>) -> bool {
    input.first().is_some_and(|token| {
        let text = input.text_of(token);
        token.kind == Kind::Word && text.len() > 3 && text.ends_with('s') && !text.ends_with("ss")
    })
}

/// Whether the word before this place has a meaning of which `is` says yes.
pub(super) fn is_after(input: &Input<'_>, is: impl Fn(&Sense) -> bool) -> bool {
    input.at().checked_sub(1).is_some_and(|before| {
        let apart = input.first().is_some_and(|token| token.gap == Gap::Break);
        !apart && means(&Input::new(input.source(), before), is)
    })
}

/// Whether a preposition or another word that leads to a time stands before this place.
pub(super) fn is_led_to(input: &Input<'_>) -> bool {
    is_after(input, |sense| {
        matches!(
            sense,
            Sense::Link
                | Sense::Signal(_)
                | Sense::Part(_)
                | Sense::PartNoun(_)
                | Sense::Modifier(_)
                | Sense::Following
                | Sense::Previous
                | Sense::Last
                | Sense::Next
                | Sense::This
                | Sense::Leads
                | Sense::As
        )
    })
}

/// Whether "his", "their" … stands before this place, an adjective between allowed: "in his 30s".
pub(super) fn is_owned(input: &Input<'_>) -> bool {
    let owns = |sense: &Sense| *sense == Sense::Possessive;
    let before = input.at().checked_sub(1).map(|at| Input::new(input.source(), at));
    is_after(input, owns) || before.is_some_and(|before| is_after(&before, owns))
}

/// The place after a full stop that is glued to the word before, as of an abbreviation.
pub(super) fn past_stop(input: Input<'_>) -> Input<'_> {
    if input.is_mark(b'.') && input.is_glued() { input.skip(1) } else { input }
}

/// The place after a comma.
pub(super) fn past_comma(input: Input<'_>) -> Input<'_> {
    if input.is_mark(b',') { input.skip(1) } else { input }
}

/// The place after a hyphen that is glued on both sides.
pub(super) fn past_hyphen(input: Input<'_>) -> Input<'_> {
    let glued = input.peek(1).is_some_and(|after| after.gap == Gap::None);
    if input.is_mark(b'-') && input.is_glued() && glued { input.skip(1) } else { input }
}

/// Whether the next token is a hyphen glued to what stands before it.
pub(super) fn is_hyphenated(input: &Input<'_>) -> bool {
    input.is_mark(b'-') && input.is_glued()
}

/// Whether an article begins here whose noun the lexicon does not know, as most do: no rule reads
/// on, so none needs to try.
pub(super) fn is_other_noun(input: &Input<'_>) -> bool {
    let noun = input.peek(1).is_none_or(|token| {
        token.kind == Kind::Word && input.source().lexicon.is_other(token.word)
    });
    noun && means(input, |sense| *sense == Sense::Determiner)
}

/// Whether anything follows in this paragraph.
pub(super) fn goes_on(input: &Input<'_>) -> bool {
    input.first().is_some()
}

//! Which seeds are one event, and which event a phrase means. Precision before merging: words that
//! exclude each other, and days far apart, keep events two.

use chrono::NaiveDate;

use crate::event::Property;
use crate::event::class::{Classes, exclude};
use crate::extent::Extent;
use crate::why::Fit;

use super::participants::Match;
use super::seed::{Seed, SeedKind, refers};
use super::words::{Determiner, Naming, Term};

/// From this score on, two seeds are one event.
const SAME: i32 = 12;
/// What the same head says, where there is no class.
pub(super) const HEAD: i32 = 4;
/// So many days apart at most are the ends of two times that agree where one lies in the other.
const CLOSE: i64 = 45;
/// From this score on, a phrase means an event.
const MEANT: i32 = 7;

/// How well two seeds fit as one event; `None` where they cannot be.
pub(crate) fn same_event(
    classes: &Classes,
    known: &Seed,
    known_says: Option<&Extent>,
    new: &Seed,
    new_says: Option<&Extent>,
    shares_anchor: impl FnOnce() -> bool,
) -> Option<i32> {
    // What happens once to whom it happens is one event whatever its date: two dates are the conflict.
    if is_once(classes, known, new) && within_a_season(known_says, new_says) {
        return Some(SAME + 6);
    }
    // What was at another time is most quickly told apart.
    let dates = match (known_says, new_says) {
        (Some(a), Some(b)) => date_score(a, b)?,
        _ => 0,
    };
    if known.kind == SeedKind::Stamp || new.kind == SeedKind::Stamp {
        return None;
    }
    if known.status.constrains() != new.status.constrains() || !new.status.constrains() {
        return None;
    }
    let (a, b) = (&known.naming, &new.naming);
    if exclude(a.traits, b.traits) || (a.noun && b.noun && a.plural != b.plural) {
        return None;
    }
    let class = class_score(classes, a, b)?;
    let participants = known.participants.compare(&new.participants);
    if participants == Match::Different || new.participants.has_other() {
        return None;
    }
    if clocks_differ(known_says, new_says) {
        return None;
    }
    // Same verb and same day are no evidence: a phrase refers, or head, time and participants agree.
    let same_head = !a.head.is_empty() && a.head == b.head;
    let refers = refers(new) || refers(known);
    let same_day = dates == 6;
    // Another source may say "detained" for "arrested".
    let kindred = known.article != new.article
        && a.class.is_some()
        && a.class == b.class
        && a.class.is_some_and(|class| {
            classes.is(class, Property::ONCE) || classes.is(class, Property::ACTING)
        });
    let alike = same_head || kindred && known.participants.share_a_name(&new.participants);
    let earned = alike && same_day && participants == Match::Same;
    // "The storm made landfall", "the storm lost strength": who acts is one, what it does is not.
    let acts = known.kind == SeedKind::Clause && new.kind == SeedKind::Clause;
    if acts && known.verb != new.verb && !same_day && a.noun && b.noun {
        return None;
    }
    if !refers && !earned {
        return None;
    }
    if earned {
        return Some(SAME + 6);
    }
    let mut score = dates + class;
    score += 4 * a.traits.shared(b.traits).min(2);
    let names = shared(&a.names, &b.names);
    // Of two tellers, those who name the same people by common nouns mean the same.
    let apart = known.article != new.article || known.passage != new.passage;
    let most = if apart { 4 } else { 2 };
    score += 2 * names.min(3) + 2 * shared(&a.words, &b.words).min(most);
    if names == 0 && !a.names.is_empty() && !b.names.is_empty() {
        score -= 4;
    }
    score += points_for(new, apart);
    if shares_anchor() {
        score += 2;
    }
    Some(score)
}

/// Whether two tellings of different articles are of one deed that its participant can only live once, or
/// once in a matter: a death, a resignation, an arrest.
fn is_once(classes: &Classes, known: &Seed, new: &Seed) -> bool {
    let (a, b) = (&known.naming, &new.naming);
    // Within a language the class is not enough: who was convicted is sentenced later.
    let alike = known.language != new.language || known.verb == new.verb;
    known.article != new.article
        && alike
        && a.class.is_some_and(|class| classes.is(class, Property::ONCE))
        && a.class == b.class
        && known.status.constrains()
        && new.status.constrains()
        && !(exclude(a.traits, b.traits) || a.plural != b.plural)
        && !known.participants.has_other()
        && !new.participants.has_other()
        && known.participants.share_a_name(&new.participants)
        && known.participants.compare(&new.participants) == Match::Same
}

/// Whether two times, where both are told, lie so near that one matter is meant.
fn within_a_season(a: Option<&Extent>, b: Option<&Extent>) -> bool {
    let gap = |a: &Extent, b: &Extent| {
        let (first, last) = a.first_day().zip(b.last_day())?;
        Some((first - last).num_days())
    };
    match (a, b) {
        (Some(a), Some(b)) => [gap(a, b), gap(b, a)].into_iter().flatten().all(|gap| gap <= 92),
        _ => true,
    }
}

/// What a seed's determiner says for its event having been told before, perhaps elsewhere.
fn points_for(new: &Seed, apart: bool) -> i32 {
    if refers(new) {
        return if new.naming.plural { 3 } else { 6 };
    }
    match new.naming.determiner {
        // "A second attack" is told for the first time, unless it is told elsewhere as well.
        Determiner::Indefinite if new.naming.noun => {
            if apart {
                -1
            } else {
                -6
            }
        }
        _ => 0,
    }
}

/// Whether the score makes them one.
pub(crate) fn is_same(score: i32) -> bool {
    SAME <= score
}

fn class_score(classes: &Classes, a: &Naming, b: &Naming) -> Option<i32> {
    match (a.class, b.class) {
        (Some(a), Some(b)) => classes_agree(classes, a, b),
        (None, None) if !a.head.is_empty() && a.head == b.head => Some(HEAD),
        _ => None,
    }
}

/// How far two classes agree.
pub(super) fn classes_agree(classes: &Classes, a: usize, b: usize) -> Option<i32> {
    if a == b {
        return Some(6);
    }
    classes.are_kin(a, b).then_some(4)
}

/// Whether two tellings give clock times that exclude each other.
fn clocks_differ(a: Option<&Extent>, b: Option<&Extent>) -> bool {
    let fine = |extent: &&Extent| !extent.is_whole_days();
    match (a.filter(fine), b.filter(fine)) {
        // A stamp and a clock of no known zone cannot be compared.
        (Some(a), Some(b)) if a.zone.is_some() != b.zone.is_some() => false,
        (Some(a), Some(b)) => {
            a.to.zip(b.from).is_some_and(|(to, from)| to <= from)
                || b.to.zip(a.from).is_some_and(|(to, from)| to <= from)
        }
        _ => false,
    }
}

/// How far two datings agree.
fn date_score(a: &Extent, b: &Extent) -> Option<i32> {
    let (a_first, a_last) = (a.first_day(), a.last_day());
    let (b_first, b_last) = (b.first_day(), b.last_day());
    let (Some(a_first), Some(a_last), Some(b_first), Some(b_last)) =
        (a_first, a_last, b_first, b_last)
    else {
        return Some(-2);
    };
    if a_first == b_first && a_last == b_last {
        return Some(if a_first == a_last { 6 } else { 4 });
    }
    let gap = if a_last < b_first {
        (b_first - a_last).num_days()
    } else if b_last < a_first {
        (a_first - b_last).num_days()
    } else {
        // One inside the other: a day of the month that is told, not of the last ten years.
        let widest = (a_last - a_first).max(b_last - b_first).num_days();
        return Some(if widest <= CLOSE { 2 } else { -2 });
    };
    match gap {
        // Where both name a day, a day or two apart may be a slip: let the words decide.
        1 | 2 if a_first == a_last || b_first == b_last => Some(-2),
        _ => None,
    }
}

fn shared(a: &[Term], b: &[Term]) -> i32 {
    let count = a.iter().filter(|item| b.contains(item)).count();
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// Where a phrase stands that means an event.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Standing {
    pub(crate) article: usize,
    pub(crate) offset: usize,
    pub(crate) sentence: usize,
    pub(crate) passage: Option<usize>,
    pub(crate) told_on: Option<NaiveDate>,
    pub(crate) told_by: Option<usize>,
    /// Whether it is the end of a window that is meant.
    pub(crate) wants_window: bool,
}

impl Standing {
    /// Where the words of a seed stand.
    pub(crate) fn of(seed: &Seed) -> Self {
        Standing {
            article: seed.article,
            offset: seed.span.start,
            sentence: seed.sentence,
            passage: seed.passage,
            told_on: seed.told_on,
            told_by: seed.told_by,
            wants_window: false,
        }
    }
}

/// An event as a candidate for a phrase.
pub(crate) struct Candidate<S, E> {
    /// The seeds of it that are compared.
    pub(crate) seeds: S,
    /// When it is, as the source of the phrase dates it.
    pub(crate) says: E,
    pub(crate) named: bool,
    pub(crate) has_window: bool,
}

/// What makes an event fit a phrase, as a set.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Fits(u8);

impl Fits {
    const LIST: [Fit; 7] = [
        Fit::SameClass,
        Fit::Kin,
        Fit::SameKind,
        Fit::WordsInCommon,
        Fit::JustBefore,
        Fit::Recent,
        Fit::Window,
    ];
    const SAME_CLASS: Fits = Fits(1);
    const KIN: Fits = Fits(1 << 1);
    const SAME_KIND: Fits = Fits(1 << 2);
    const WORDS_IN_COMMON: Fits = Fits(1 << 3);
    const JUST_BEFORE: Fits = Fits(1 << 4);
    const RECENT: Fits = Fits(1 << 5);
    const WINDOW: Fits = Fits(1 << 6);

    fn add(&mut self, other: Fits) {
        self.0 |= other.0;
    }

    /// What speaks for it.
    pub(crate) fn list(self) -> Vec<Fit> {
        let told = (0..).zip(Self::LIST).filter(|(place, _)| self.0 & 1 << place != 0);
        told.map(|(_, fit)| fit).collect()
    }
}

/// How well an event fits a phrase, and why; `None` where it cannot be meant.
pub(crate) fn fits<'s>(
    classes: &Classes,
    phrase: &Naming,
    place: Standing,
    candidate: Candidate<impl Iterator<Item = &'s Seed>, impl FnOnce() -> Option<Extent>>,
) -> Option<(i32, Fits)> {
    let mut why = Fits::default();
    let mut best_class = None;
    let mut names = 0;
    let mut words = 0;
    let mut traits = 0;
    let mut nearness = 0;
    let mut count = 0;
    let mut other_number = true;
    for seed in candidate.seeds {
        if !seed.status.constrains() || seed.kind == SeedKind::Stamp {
            return None;
        }
        if exclude(phrase.traits, seed.naming.traits) {
            return None;
        }
        let class = match (phrase.class, seed.naming.class) {
            (Some(a), Some(b)) if a == b => Some(6),
            (Some(a), Some(b)) if classes.are_kin(a, b) => Some(3),
            (None, _) => Some(0),
            _ => None,
        };
        best_class = best_class.max(class);
        names = names.max(shared(&phrase.names, &seed.naming.names));
        words = words.max(shared(&phrase.words, &seed.naming.words));
        traits = traits.max(phrase.traits.shared(seed.naming.traits));
        nearness = nearness.max(near(seed, place));
        count += 1;
        other_number &= seed.naming.noun && seed.naming.plural != phrase.plural;
    }
    let class = best_class.or((place.wants_window && candidate.has_window).then_some(3))?;
    // Without a class the words themselves must say it.
    if class == 0 && names + words < 2 && !(place.wants_window && candidate.has_window) {
        return None;
    }
    let mut score = class;
    match class {
        6 => why.add(Fits::SAME_CLASS),
        3 => why.add(Fits::KIN),
        _ => {}
    }
    if 0 < traits {
        score += 4;
        why.add(Fits::SAME_KIND);
    }
    if 0 < names + words {
        score += 3 * names.min(2) + 2 * words.min(2);
        why.add(Fits::WORDS_IN_COMMON);
    }
    if 2 <= nearness {
        why.add(Fits::JUST_BEFORE);
    }
    score += nearness;
    if phrase.determiner == Determiner::Demonstrative {
        score += nearness;
    }
    if other_number {
        score -= 2;
    }
    if let Some(told) = place.told_on
        && let Some(day) = (candidate.says)().and_then(|extent| extent.first_day())
    {
        let apart = (told - day).num_days();
        score += match apart {
            ..0 => -1,
            0..=60 => 4,
            61..=400 => 2,
            401..=1500 => 0,
            _ => -4,
        };
        if (0..=60).contains(&apart) {
            why.add(Fits::RECENT);
        }
    }
    if 2 <= count {
        score += 1;
    }
    if candidate.named {
        score += 3;
    }
    if place.wants_window {
        if !candidate.has_window {
            return None;
        }
        score += 4;
        why.add(Fits::WINDOW);
    }
    Some((score, why))
}

/// The most that [`fits`] can give an event that is told nowhere near, of so many seeds and such marks,
/// and that begins between two days.
pub(super) fn most_fitting(
    phrase: &Naming,
    place: Standing,
    (traits, terms): (i32, u32),
    seeds: usize,
    days: Option<(NaiveDate, NaiveDate)>,
) -> i32 {
    let terms = i32::try_from(terms).unwrap_or(i32::MAX);
    let words = 3 * terms.min(2) + 2 * (terms - terms.min(2)).min(2);
    let nearness = if phrase.determiner == Determiner::Demonstrative { 2 } else { 1 };
    let recent = place.told_on.zip(days).map_or(0, |(told, (first, last))| {
        let within = |days: i64| (told - last).num_days() <= days && first <= told;
        if within(60) {
            4
        } else if within(400) {
            2
        } else {
            0
        }
    });
    6 + 4 * traits.min(1) + words + nearness + recent + i32::from(2 <= seeds)
}

/// Whether a score makes a phrase mean an event.
pub(crate) fn is_meant(score: i32) -> bool {
    MEANT <= score
}

/// Points for telling of it near, and before.
fn near(seed: &Seed, place: Standing) -> i32 {
    if seed.article != place.article {
        return -2;
    }
    if place.offset < seed.span.start {
        return if seed.sentence <= place.sentence + 1 { 0 } else { -2 };
    }
    let same_passage = i32::from(seed.passage == place.passage && place.passage.is_some());
    match place.sentence - seed.sentence.min(place.sentence) {
        0..=2 => 3 + same_passage,
        3..=8 => 1 + same_passage,
        _ => same_passage,
    }
}

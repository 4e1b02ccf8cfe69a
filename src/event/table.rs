//! What is known of a class of events, in one table for all languages: what it is kin to, and which
//! properties it has. The words of a class, nouns and verbs alike, stand with the languages.

use std::ops::BitOr;

/// Properties of a class, as a set.
///
/// ```
/// use frise::{Classes, Language, Property, WordKind};
/// let mut classes = Classes::new();
/// classes.add(Language::En, "curfew", WordKind::Noun, "curfew");
/// classes.describe("curfew", Property::NOTICE, &["order"]);
/// assert!(classes.has("curfew", Property::NOTICE));
/// assert!(classes.has("death", Property::ONCE) && !classes.has("visit", Property::ONCE));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Property(u8);

impl Property {
    /// None of them.
    pub const NONE: Property = Property(0);
    /// It can hold for a time from when it is given: a warning, an order.
    pub const NOTICE: Property = Property(1);
    /// It does something by itself, so that it can be the subject of its deed: an explosion.
    pub const ACTING: Property = Property(1 << 1);
    /// People do not do it: whatever verb tells of it, it is what is told.
    pub const NATURAL: Property = Property(1 << 2);
    /// It dates a page or a text.
    pub const PUBLICATION: Property = Property(1 << 3);
    /// It happens once to whom it happens, or once in a matter: a death, a resignation.
    pub const ONCE: Property = Property(1 << 4);

    /// Whether all of another set are in this one.
    pub fn has(self, other: Property) -> bool {
        self.0 & other.0 == other.0
    }

    const fn and(self, other: Property) -> Property {
        Property(self.0 | other.0)
    }
}

impl BitOr for Property {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.and(other)
    }
}

/// What a claim of responsibility is about.
pub(crate) const ATTACK: &str = "attack";
/// What somebody says who did it.
pub(crate) const CLAIM: &str = "claim-of-responsibility";

/// A class: its name, its properties, and the classes under which the same event can be told.
pub(super) struct Entry {
    pub(super) name: &'static str,
    pub(super) properties: Property,
    pub(super) kin: &'static [&'static str],
}

const fn class(name: &'static str, properties: Property, kin: &'static [&'static str]) -> Entry {
    Entry { name, properties, kin }
}

const NONE: Property = Property::NONE;
const NOTICE: Property = Property::NOTICE;
const ACTING: Property = Property::ACTING;
const FORCE: Property = Property::ACTING.and(Property::NATURAL);
const ONCE: Property = Property::ONCE;

/// Every class there is. Kinship goes both ways and is not handed on.
pub(super) static TABLE: &[Entry] = &[
    class(ATTACK, ACTING, &["shooting", "explosion", "killing", "military-strike", "offensive"]),
    class("shooting", ACTING, &["explosion", "killing"]),
    class("explosion", ACTING, &["killing"]),
    class("killing", NONE, &["death"]),
    class("death", ONCE, &[]),
    class("birth", ONCE, &[]),
    class("warning", NOTICE, &["advice", "announcement", "briefing"]),
    class("advice", NOTICE, &["announcement"]),
    class("briefing", NOTICE, &[]),
    class(
        "statement",
        NOTICE,
        &["announcement", "speech", "accusation", "condemnation", "rejection", "publication"],
    ),
    class("announcement", NOTICE, &["speech", "accusation", "condemnation", "publication"]),
    class("report", NONE, &["publication"]),
    class("publication", NOTICE.and(Property::PUBLICATION), &[]),
    class(CLAIM, NONE, &[]),
    class("rejection", NONE, &[]),
    class("accusation", NONE, &["speech", "condemnation"]),
    class("agreement", NONE, &[]),
    class("negotiation", NONE, &["meeting", "visit"]),
    class("meeting", NONE, &["visit"]),
    class("visit", NONE, &[]),
    class("speech", NONE, &["condemnation"]),
    class("election", NONE, &["vote"]),
    class("vote", NONE, &["law"]),
    class("appointment", ONCE, &[]),
    class("resignation", ONCE, &[]),
    class("dismissal", ONCE, &[]),
    class("arrest", ONCE, &[]),
    class("charge", ONCE, &[]),
    class("trial", NONE, &[]),
    class("verdict", ONCE, &["condemnation", "ruling"]),
    class("condemnation", ONCE, &["ruling"]),
    class("ruling", NONE, &[]),
    class("release", NONE, &[]),
    class("escape", NONE, &[]),
    class("labour-strike", NONE, &[]),
    class("military-strike", ACTING, &["offensive"]),
    class("war", NONE, &["offensive", "invasion"]),
    class("offensive", NONE, &["invasion"]),
    class("invasion", NONE, &[]),
    class("capture", NONE, &["defeat"]),
    class("defeat", NONE, &[]),
    class("coup", NONE, &[]),
    class("withdrawal", NONE, &[]),
    class("protest", NONE, &[]),
    class("earthquake", FORCE, &[]),
    class("flood", FORCE, &[]),
    class("landslide", FORCE, &[]),
    class("storm", FORCE, &[]),
    class("fire", ACTING, &[]),
    class("accident", ACTING, &["crash"]),
    class("crash", ACTING, &[]),
    class("launch", NONE, &[]),
    class("foundation", ONCE, &[]),
    class("sanction", NONE, &[]),
    class("law", NOTICE, &[]),
    class("training", NONE, &[]),
    class("award", NONE, &[]),
    class("victory", NONE, &[]),
    class("closure", NONE, &[]),
    class("order", NOTICE, &[]),
    class("transfer", NONE, &[]),
    class("cancellation", ONCE, &[]),
];

/// What the table says of a class.
pub(super) fn entry(name: &str) -> Option<&'static Entry> {
    TABLE.iter().find(|entry| entry.name == name)
}

/// Whether a class of the table has a property.
pub(crate) fn has(name: &str, property: Property) -> bool {
    entry(name).is_some_and(|entry| entry.properties.has(property))
}

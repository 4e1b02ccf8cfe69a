//! All words.

use crate::lang::assertion::Assertions;
use crate::lang::classes::{Class, Happenings};
use crate::lang::cutting::Cutting;
use crate::lang::inflect::Inflection;
use crate::lang::lexicon::Line;
use crate::lang::page::Page;
use crate::lang::role::{Role, Roles};
use crate::lang::sense::Sense;

pub(super) static TABLES: &[&[Line]] = &[&[
    ("uni", Sense::Month(1)),
    ("duo", Sense::Month(2)),
    ("tri", Sense::Month(3)),
    ("kvar", Sense::Month(4)),
    ("kvin", Sense::Month(5)),
    ("ses", Sense::Month(6)),
    ("sep", Sense::Month(7)),
    ("ok", Sense::Month(8)),
    ("nau", Sense::Month(9)),
    ("dek", Sense::Month(10)),
    ("dekuni", Sense::Month(11)),
    ("dekduo", Sense::Month(12)),
    ("noz", Sense::Deictic(-1)),
    ("daz", Sense::Deictic(1)),
    ("ze", Sense::Determiner),
]];

pub(super) static HAPPENINGS: Happenings = Happenings {
    classes: &[Class { name: "resignation", nouns: "demissa", verbs: "demisso" }],
    traits: &[],
    support: "",
    irregular: &[],
    reflexive: &[],
    states: "esto",
    definite: "ze",
    demonstrative: "",
    possessive: "",
    indefinite: "",
    prepositions: "in",
    time_nouns: "",
    of: "",
    leads: "",
    soon: "",
    up_to: "",
    expiry: "",
    phases: "",
    clause_after_preposition: false,
    peoples: &[],
    well_known: &[],
    common: "",
};

pub(super) static ROLES: Roles = Roles {
    lists: &[(Role::SPEECH, "dikto"), (Role::STATE, "esto")],
    is_future: |_, _| false,
    event_endings: &[],
};

pub(super) static INFLECTION: Inflection = Inflection { paradigms: &[], plurals: &[] };

pub(super) static CUTTING: Cutting = Cutting {
    elided: "",
    joined: &[],
    phrases: &[],
    clitics: "",
    accented: "",
    links: "",
    keeps: "",
    splits_hyphens: false,
    prefixes: "",
    ordinals: "",
    spaced_digits: false,
    abbreviations: "",
    leading: "",
    starters: "",
};

pub(super) static PAGE: Page = Page {
    own: &["par"],
    published: &[],
    light: &[],
    dates: &[],
    excerpt: &[],
    furniture: &[],
    links: &[],
};

/// No words that sentences are judged by.
pub(super) static ASSERTIONS: Assertions =
    Assertions { joints: &[], cues: &[], deeds: &[], ages: &[], things: &[] };

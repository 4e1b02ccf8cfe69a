//! Words that make a title, a greeting or a number of the time beside them.

use crate::lang::lexicon::Line;
use crate::lang::sense::Sense;

pub(super) static TITLES: &[Line] = &[
    ("Happy", Sense::Entitles),
    ("Merry", Sense::Entitles),
    ("Operation", Sense::Entitles),
    ("Ides", Sense::Entitles),
    ("White", Sense::Entitles),
    ("Black", Sense::Entitles),
    ("Blue", Sense::Entitles),
    ("Bloody", Sense::Entitles),
    ("Ruby", Sense::Entitles),
    ("Man", Sense::Entitles),
    ("High", Sense::Entitles),
    ("Times", Sense::Paper),
    ("Telegraph", Sense::Paper),
    ("Herald", Sense::Paper),
    ("Mail", Sense::Paper),
    ("Mirror", Sense::Paper),
    ("Express", Sense::Paper),
    ("Post", Sense::Paper),
    ("Star", Sense::Paper),
    ("Standard", Sense::Paper),
    ("Chronicle", Sense::Paper),
    ("Tribune", Sense::Paper),
    ("Gazette", Sense::Paper),
    ("Football", Sense::Titled),
    ("Lights", Sense::Titled),
    ("Live", Sense::Titled),
];

pub(super) static NUMBERED: &[Line] = &[
    ("law", Sense::Numbered),
    ("act", Sense::Numbered),
    ("bill", Sense::Numbered),
    ("decree", Sense::Numbered),
    ("directive", Sense::Numbered),
    ("regulation", Sense::Numbered),
    ("resolution", Sense::Numbered),
    ("page", Sense::Numbered),
    ("room", Sense::Numbered),
    ("suite", Sense::Numbered),
    ("flight", Sense::Numbered),
    ("section", Sense::Numbered),
    ("version", Sense::Numbered),
];

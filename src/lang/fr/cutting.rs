//! What French writes together.

use crate::lang::cutting::Cutting;

pub(super) static CUTTING: Cutting = Cutting {
    elided: "l d j m t s c n qu jusqu lorsqu puisqu quoiqu presqu quelqu",
    joined: &[
        ("aujourd", "hui"),
        ("quelqu", "un une"),
        ("prud", "homme hommes homale homal hommie"),
        ("presqu", "ile iles"),
    ],
    phrases: &[&["c", "est", "a", "dire"]],
    clitics: "ce il elle on ils elles je tu nous vous moi toi lui leur le la les y en ci",
    accented: "là",
    links: "t",
    keeps: "celui celle ceux celles rendez par de lui elle eux au la ici",
    splits_hyphens: false,
    prefixes: "",
    ordinals: "e er ere eme re nd nde s",
    spaced_digits: true,
    abbreviations: "etc cf ex env hab av apr janv fevr avr juil sept oct nov dec art al tel \
        m mm mme mmes mlle mlles dr drs pr me mgr st ste sts stes gal col cdt cap lt vol no nos p pp fig ed bd boul",
    leading: "cf ex env av art m mm mme mmes mlle mlles dr drs pr me mgr st ste sts stes gal cdt cap \
        lt vol nos pp fig bd boul",
    starters: "le la les l un une il elle ils elles on ce cette ces en dans mais et a apres avant depuis selon pour",
};

//! What English writes together.

use crate::lang::cutting::Cutting;

pub(super) static CUTTING: Cutting = Cutting {
    elided: "",
    joined: &[],
    phrases: &[],
    clitics: "",
    accented: "",
    links: "",
    keeps: "",
    splits_hyphens: true,
    prefixes: "e non pre co re ex anti semi multi mid counter post over vice pro mini ultra sub un inter \
        trans psycho neo quasi pan bi tri mis de micro macro",
    ordinals: "th st nd rd s",
    spaced_digits: false,
    abbreviations: "etc mr mrs ms dr drs prof st ste sr jr inc ltd co corp bros plc vs jan feb mar apr jun jul aug sep \
        sept oct nov dec mon tue tues wed thu thur thurs fri sat sun gov gen sen rep reps sens col capt lt sgt maj cmdr \
        adm rev hon pres supt no nos vol vols fig figs ch pp p ed eds est approx dept div ave blvd rd ft mt calif fla \
        ill mass mich minn penn pa tex va wash conn ariz ark colo ga ind kan ky la md mo mont neb nev okla ore tenn \
        vt wis wyo ont que al ca cf eg ie arrv attn ext ph bldg univ intl assn",
    leading: "mr mrs ms dr drs prof st vs gov gen sen rep reps sens col capt lt sgt maj cmdr adm rev hon pres supt \
        nos vol vols fig figs ch pp approx mt cf eg ie attn ext",
    starters: "the a an he she it they we in on at but and this that these those there after before when while however",
};

//! How English words are inflected, for the words of event classes.

use crate::lang::inflect::{Endings, Inflection, Paradigm, Stem::Soft, Stem::Strong, Stem::Weak};

/// All tables.
pub(super) static INFLECTION: Inflection = Inflection {
    paradigms: PARADIGMS,
    plurals: &[
        ("ch", "ches"),
        ("sh", "shes"),
        ("ss", "sses"),
        ("x", "xes"),
        ("ay", "ays"),
        ("ey", "eys"),
        ("oy", "oys"),
        ("y", "ies"),
        ("s", "ses"),
    ],
};

static REGULAR: Endings = &[(Weak, "s"), (Weak, "ed"), (Weak, "ing")];
static HISS: Endings = &[(Weak, "es"), (Weak, "ed"), (Weak, "ing")];
/// Where the last letter is doubled: the second stem has it twice.
static DOUBLE: Endings = &[(Weak, "s"), (Soft, "ed"), (Soft, "ing")];
static Y: Endings = &[(Weak, "ies"), (Weak, "ied"), (Weak, "ying")];
static E_MUTE: Endings = &[(Weak, "es"), (Weak, "ed"), (Weak, "ing")];
/// The simple past is the second stem, the participle the third.
static STRONG: Endings = &[(Weak, "s"), (Soft, ""), (Strong, ""), (Weak, "ing")];

static PARADIGMS: &[Paradigm] = &[
    Paradigm { ending: "", stems: ["", "", ""], endings: REGULAR },
    Paradigm { ending: "e", stems: ["", "", ""], endings: E_MUTE },
    Paradigm {
        ending: "ee",
        stems: ["ee", "", ""],
        endings: &[(Weak, "s"), (Weak, "d"), (Weak, "ing")],
    },
    Paradigm {
        ending: "ie",
        stems: ["", "", ""],
        endings: &[(Weak, "ies"), (Weak, "ied"), (Weak, "ying")],
    },
    Paradigm { ending: "y", stems: ["", "", ""], endings: Y },
    Paradigm { ending: "oy", stems: ["oy", "", ""], endings: REGULAR },
    Paradigm { ending: "ay", stems: ["ay", "", ""], endings: REGULAR },
    Paradigm { ending: "ey", stems: ["ey", "", ""], endings: REGULAR },
    Paradigm { ending: "ch", stems: ["ch", "", ""], endings: HISS },
    Paradigm { ending: "sh", stems: ["sh", "", ""], endings: HISS },
    Paradigm { ending: "ss", stems: ["ss", "", ""], endings: HISS },
    Paradigm { ending: "x", stems: ["x", "", ""], endings: HISS },
    Paradigm { ending: "plan", stems: ["plan", "plann", ""], endings: DOUBLE },
    Paradigm { ending: "ban", stems: ["ban", "bann", ""], endings: DOUBLE },
    Paradigm { ending: "stop", stems: ["stop", "stopp", ""], endings: DOUBLE },
    Paradigm { ending: "step", stems: ["step", "stepp", ""], endings: DOUBLE },
    Paradigm { ending: "mit", stems: ["mit", "mitt", ""], endings: DOUBLE },
    Paradigm { ending: "cur", stems: ["cur", "curr", ""], endings: DOUBLE },
    Paradigm { ending: "fer", stems: ["fer", "ferr", ""], endings: DOUBLE },
    Paradigm { ending: "offer", stems: ["offer", "offer", ""], endings: REGULAR },
    Paradigm { ending: "pel", stems: ["pel", "pell", ""], endings: DOUBLE },
    Paradigm { ending: "throw", stems: ["throw", "threw", "thrown"], endings: STRONG },
    Paradigm { ending: "draw", stems: ["draw", "drew", "drawn"], endings: STRONG },
    Paradigm { ending: "strike", stems: ["strike", "struck", "struck"], endings: STRONG },
    Paradigm { ending: "shoot", stems: ["shoot", "shot", "shot"], endings: STRONG },
    Paradigm { ending: "take", stems: ["take", "took", "taken"], endings: STRONG },
    Paradigm { ending: "write", stems: ["write", "wrote", "written"], endings: STRONG },
    Paradigm { ending: "choose", stems: ["choose", "chose", "chosen"], endings: STRONG },
    Paradigm { ending: "lose", stems: ["lose", "lost", "lost"], endings: STRONG },
    Paradigm { ending: "beat", stems: ["beat", "beat", "beaten"], endings: STRONG },
    Paradigm { ending: "begin", stems: ["begin", "began", "begun"], endings: STRONG },
    Paradigm { ending: "sink", stems: ["sink", "sank", "sunk"], endings: STRONG },
    Paradigm { ending: "think", stems: ["think", "thought", "thought"], endings: STRONG },
    Paradigm { ending: "run", stems: ["run", "ran", "run"], endings: STRONG },
    Paradigm { ending: "blow", stems: ["blow", "blew", "blown"], endings: STRONG },
    Paradigm { ending: "steal", stems: ["steal", "stole", "stolen"], endings: STRONG },
    Paradigm { ending: "break", stems: ["break", "broke", "broken"], endings: STRONG },
    Paradigm { ending: "give", stems: ["give", "gave", "given"], endings: STRONG },
    Paradigm { ending: "fall", stems: ["fall", "fell", "fallen"], endings: STRONG },
    Paradigm { ending: "leave", stems: ["leave", "left", "left"], endings: STRONG },
    Paradigm { ending: "meet", stems: ["meet", "met", "met"], endings: STRONG },
    Paradigm { ending: "flee", stems: ["flee", "fled", "fled"], endings: STRONG },
    Paradigm { ending: "win", stems: ["win", "won", "won"], endings: STRONG },
    Paradigm { ending: "fight", stems: ["fight", "fought", "fought"], endings: STRONG },
];

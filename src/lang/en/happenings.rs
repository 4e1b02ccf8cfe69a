//! English words for what happens.

use crate::lang::classes::{Class, Happenings, Trait, WellKnown};

const fn class(name: &'static str, nouns: &'static str, verbs: &'static str) -> Class {
    Class { name, nouns, verbs }
}

/// All tables.
pub(super) static HAPPENINGS: Happenings = Happenings {
    classes: CLASSES,
    traits: TRAITS,
    support: "carry out, take place, issue, make, hold, give, stage, mount, commit, conduct, have, \
              occur, happen, come, deliver, receive, suffer, plan, prepare, do, launch, begin, get, \
              put out, send, hear, follow",
    states: "be, seem, remain, stay, look, mean, know, want, need, live",
    definite: "the",
    demonstrative: "this that these those",
    possessive: "its his her their our my your",
    indefinite: "a an several some two three four many another",
    prepositions: "in on at by for with during after before from to into of against near since \
                   until over under between through",
    time_nouns: "end beginning start middle course date day night evening morning afternoon dawn \
                 eve month week year summer winter spring autumn time",
    of: "of s",
    leads: "within course for in on at the by during since until from this of around about late early",
    soon: "within",
    up_to: "up",
    expiry: "expired expire expires expiry expiration lapsed lapse ran horizon elapsed",
    phases: "begin began begun begins start started starts end ended ends finish finished stop stopped stops last lasted lasts continue continued continues cease ceased resume resumed break broke rage raged",
    clause_after_preposition: true,
    peoples: &[
        "etats-unis united states american americans washington us usa",
        "russie russia russian russians moscow kremlin putin",
        "france french paris elysee",
        "royaume-uni britain british london kingdom english",
        "allemagne germany german germans berlin",
        "chine china chinese beijing",
        "iran iranian iranians tehran",
        "ukraine ukrainian ukrainians kyiv kiev",
        "israel israeli israelis",
        "syrie syria syrian syrians damascus",
        "irak iraq iraqi iraqis baghdad",
        "afghanistan afghan afghans kabul",
        "turquie turkey turkish turks ankara",
        "japon japan japanese tokyo",
        "italie italy italian italians rome",
        "espagne spain spanish madrid",
    ],
    well_known: &[
        WellKnown::by_day("september 11", "attack", (2001, 9, 11)),
        WellKnown::by_day("11 september", "attack", (2001, 9, 11)),
        WellKnown::by_day("9 11", "attack", (2001, 9, 11)),
        WellKnown::named("storming bastille", "capture", (1789, 7, 14)),
        WellKnown::named("attack pearl harbor", "attack", (1941, 12, 7)),
        WellKnown::named("normandy landings", "invasion", (1944, 6, 6)),
        WellKnown::named("chernobyl disaster", "explosion", (1986, 4, 26)),
        WellKnown::named("fall berlin wall", "capture", (1989, 11, 9)),
        WellKnown::named("charlie hebdo attack", "attack", (2015, 1, 7)),
    ],
    common: "with without from into onto over under about after before since until during more \
             less most least all each every other same this that these those their they them there \
             then than when where which while who whom whose what have been being were will would \
             could should might must also only just even still very much many some such place day \
             days month months year years hour hours week weeks first last next new",
};

static TRAITS: &[Trait] = &[
    Trait { name: "public", words: "public publicly" },
    Trait {
        name: "private",
        words: "private privately confidential secret secretly quiet quietly",
    },
    Trait { name: "first", words: "first" },
    Trait { name: "second", words: "second" },
    Trait { name: "third", words: "third" },
    Trait { name: "last", words: "last" },
    Trait { name: "new", words: "new another other fresh" },
    Trait { name: "presidential", words: "presidential" },
    Trait { name: "legislative", words: "legislative parliamentary" },
    Trait { name: "municipal", words: "municipal local" },
    Trait { name: "suicide", words: "suicide" },
];

static CLASSES: &[Class] = &[
    class(
        "attack",
        "attack, assault, massacre, raid, ambush, atrocity, bloodbath, hostage-taking, siege",
        "attack, assault, ambush, storm, raid, massacre, target, burst into",
    ),
    class("shooting", "shooting, gunfire", "shoot, open fire, gun down"),
    class(
        "explosion",
        "explosion, blast, bombing, detonation, suicide bombing",
        "explode, detonate, blow up",
    ),
    class(
        "killing",
        "murder, killing, assassination, execution",
        "kill, murder, assassinate, execute, stab",
    ),
    class("death", "death", "die, perish"),
    class("birth", "birth", "bear"),
    class("warning", "warning, alert, advisory", "warn, alert, caution"),
    class("advice", "advice, recommendation", "advise, recommend, urge, ask, tell"),
    class(
        "briefing",
        "briefing, tip-off, intelligence note",
        "brief, share, inform, tip off, pass on, hand over, pass",
    ),
    class(
        "statement",
        "statement, remark, comment, reaction",
        "say, state, declare, affirm, stress, explain, add, brand, describe, comment, mention, call",
    ),
    class("announcement", "announcement, proclamation", "announce, proclaim"),
    class(
        "report",
        "report, study, investigation, revelation, survey",
        "report, reveal, disclose, find",
    ),
    class(
        "publication",
        "publication, article, video, broadcast",
        "publish, post, air, broadcast, print",
    ),
    class(
        "claim-of-responsibility",
        "claim of responsibility, claim",
        "claim responsibility, claim",
    ),
    class(
        "rejection",
        "rejection, denial, dismissal, refusal",
        "reject, deny, dismiss, refuse, rebuff, brush aside",
    ),
    class("accusation", "accusation, denunciation", "accuse, denounce, blame"),
    class(
        "agreement",
        "agreement, deal, treaty, pact, accord, truce, ceasefire, signing",
        "sign, agree, ratify",
    ),
    class("negotiation", "negotiation, talks", "negotiate"),
    class("meeting", "meeting, summit, conference, gathering", "meet, gather"),
    class("visit", "visit, trip, tour", "visit"),
    class("speech", "speech, address", "address"),
    class("election", "election, poll, ballot, re-election", "elect, re-elect"),
    class("vote", "vote, referendum, adoption", "vote, adopt, pass a law"),
    class(
        "appointment",
        "appointment, inauguration, nomination",
        "appoint, inaugurate, nominate, name",
    ),
    class("resignation", "resignation", "resign, step down"),
    class("dismissal", "sacking, ouster, impeachment", "sack, oust, impeach"),
    class("arrest", "arrest, detention", "arrest, detain, jail"),
    class("charge", "indictment, arrest warrant", "charge, indict"),
    class("trial", "trial, hearing", "try"),
    class("verdict", "verdict, conviction, sentence, acquittal", "convict, sentence, acquit"),
    class("condemnation", "condemnation", "condemn"),
    class("ruling", "ruling, decision", "rule, decide"),
    class("release", "release", "release, free"),
    class("escape", "escape", "escape, flee"),
    class(
        "labour-strike",
        "walkout, stoppage, general strike, rail strike",
        "walk out, go on strike",
    ),
    class(
        "military-strike",
        "strike, airstrike, air strike, air raid, bombardment, shelling, drone strike",
        "strike, bomb, bombard, shell",
    ),
    class("war", "war, conflict", "fight"),
    class(
        "offensive",
        "offensive, counteroffensive, operation, battle, campaign, intervention",
        "besiege",
    ),
    class("invasion", "invasion", "invade"),
    class(
        "capture",
        "capture, fall, seizure, takeover, recapture",
        "capture, seize, overrun, retake, recapture, take over, conquer",
    ),
    class("defeat", "defeat, overthrow, collapse", "defeat, overthrow, topple, beat, collapse"),
    class("coup", "coup, coup d'état, putsch", ""),
    class(
        "withdrawal",
        "withdrawal, pullout, evacuation, departure",
        "withdraw, evacuate, pull out",
    ),
    class("protest", "protest, demonstration, riot, rally", "protest, demonstrate, riot"),
    class("earthquake", "earthquake, quake, tremor", ""),
    class("flood", "flood, flooding", "flood"),
    class("landslide", "avalanche, landslide, mudslide, rockfall", ""),
    class("storm", "storm, hurricane, cyclone, typhoon", ""),
    class("fire", "fire, blaze, wildfire", "burn, burn down"),
    class("accident", "accident, collision, derailment, shipwreck", "derail, sink, collide"),
    class("crash", "crash", "crash"),
    class("launch", "launch, opening", "open"),
    class("foundation", "foundation, creation", "found, create, establish"),
    class("sanction", "sanction, embargo", "sanction"),
    class("law", "law, bill, decree", "enact"),
    class("training", "training", "train"),
    class("award", "award, prize", "award"),
    class("victory", "victory, win", "win"),
    class("closure", "closure, shutdown", "close, shut"),
    class("order", "order, call, demand", "order, demand"),
    class("transfer", "transfer, airlift", "transfer, airlift, transport"),
    class("cancellation", "cancellation, postponement", "cancel, postpone, call off"),
];

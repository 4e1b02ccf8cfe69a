//! English words that show how a sentence is built: conjunctions, auxiliaries, verbs and their forms.

use crate::lang::cue::{Cue, Endings, Paradigm, Stem::Soft, Stem::Strong, Stem::Weak, Verbs};

const INF: Cue = Cue::INFINITIVE;
const PRES: Cue = Cue::PRESENT;
const PAST: Cue = Cue::PAST;
const PART: Cue = Cue::PARTICIPLE;
const GER: Cue = Cue::GERUND;
const FUT: Cue = Cue::FUTURE;
const COND: Cue = Cue::CONDITIONAL;

/// All tables.
pub(super) static VERBS: Verbs = Verbs {
    words: WORDS,
    lemmas: LEMMAS,
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
    endings: &[("ed", PAST.or(PART)), ("ing", GER)],
    no_verbs: "
         hundred need speed indeed seed breed bed red sacred naked armed alleged so-called
         supposed exceed proceed succeed agreed-upon morning evening during following according
         including spring king thing nothing something anything everything building meeting
         briefing warning shooting bombing killing training hearing ruling sitting filing
         beginning united wounded unprecedented limited
        ",
};

static WORDS: &[(Cue, &str)] = &[
    (Cue::HAVE.or(PRES), "has have hasn haven"),
    (Cue::HAVE.or(PAST), "had hadn"),
    (Cue::HAVE.or(GER), "having"),
    (Cue::BE.or(PRES), "is are am isn aren"),
    (Cue::BE.or(PAST), "was were wasn weren"),
    (Cue::BE.or(INF), "be"),
    (Cue::BE.or(PART), "been"),
    (Cue::BE.or(GER), "being"),
    (Cue::MODAL.or(FUT), "will shall ll"),
    (Cue::MODAL.or(COND), "could can couldn"),
    (Cue::MODAL.or(COND).or(Cue::AHEAD), "would might should may wouldn shouldn"),
    (Cue::MODAL.or(PAST), "did didn"),
    (Cue::MODAL.or(PRES), "do does must don doesn"),
    (Cue::NOT, "not never hardly"),
    (Cue::NONE, "no nobody none neither nothing"),
    (Cue::RELATIVE, "who which whose whom"),
    (Cue::THAT, "that"),
    (Cue::IF, "if unless whether"),
    (
        Cue::WHEN,
        "
         when while because although though whereas after before since until once where as
        ",
    ),
    (Cue::AND, "and but or then yet"),
    (Cue::PRONOUN, "he she it they we i you this these those there"),
    (
        Cue::NOUN_NEXT,
        "
         the a an of in on at for with by from its his their her our my your this these those
         no any some all each every two three several many new more against under over into to
         public private such first last next
        ",
    ),
    (
        Cue::ABBREVIATION,
        "
         mr mrs ms dr prof gen col lt sgt capt gov sen rep st jr sr inc ltd co corp jan feb mar
         apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun vs etc no
         p pp cf approx ca a u s m
        ",
    ),
    (
        Cue::LIGHT,
        "
         also not n t never already still now just only even publicly privately reportedly
         later then first again finally recently previously formally officially since long yet
         so initially eventually immediately nearly almost been being have has be all both too
         further
        ",
    ),
    (Cue::MAYBE, "maybe perhaps possibly hypothetically"),
    (Cue::SOURCE, "according"),
    (Cue::ONLY, "only"),
    (Cue::SPEECH.or(PAST).or(PART), "said told quoted"),
    (Cue::SPEECH.or(PRES), "says tells"),
    (Cue::AHEAD, "planned planning scheduled scheduling slated due upcoming forthcoming"),
    (Cue::PLANS, "set due scheduled expected going poised slated about"),
    (
        PAST,
        "
         went came began became tore took gave saw knew wrote spoke fell rose grew broke chose drove
         flew stole threw drew withdrew ran swore wore overthrew arose froze shook forgave ate
         hid blew rang sank sang undertook overtook mistook foresaw forgot
        ",
    ),
    (
        PAST.or(PART),
        "
         met left held made led lost won kept found sent spent brought bought built caught
         fought sought taught thought struck stood understood shot sold put cut hit let shut
         spread quit set bid cast cost hurt got had heard paid laid fled fed bound hung dealt
         felt slept swept meant burnt lit slid split stuck swung won withheld upheld misled
         burst
        ",
    ),
    (
        PART,
        "
         gone come begun become taken given seen known written spoken fallen risen grown broken
         chosen driven flown stolen thrown drawn withdrawn run sworn worn overthrown arisen
         frozen shaken eaten hidden blown done born sunk undertaken beaten shown proven
         stricken foreseen forgotten gotten
        ",
    ),
    (GER, "striking shooting losing hitting setting putting"),
    (PRES, "says goes does"),
];

static LEMMAS: &[(Cue, &str)] = &[
    (
        Cue::SPEECH,
        "
         announce cite summarize declare report claim confirm reveal state warn insist explain add note write
         argue allege deny admit acknowledge predict promise suggest conclude inform advise
         accuse denounce describe disclose testify recall remind believe think urge ask
         estimate indicate maintain publish
        ",
    ),
    (
        Cue::PLANS,
        "
         plan intend vow expect schedule anticipate hope aim prepare agree decide promise pledge
         propose threaten
        ",
    ),
    (
        Cue(0),
        "
         abandon adopt approve arrest arrive attack attend attempt ban beat begin
         blame block bomb brand call cancel capture carry cause celebrate charge choose close
         collapse condemn convict cover crash create cross defeat destroy detain die dismiss
         elect end enter erupt escape evacuate execute expire explode fail fire force found
         free happen help ignore impose injure invade issue join jail kill land last launch
         lift live lose march mark move name need occupy occur offer open order overthrow
         overrun pass present prevent protest pull raid ratify reach recapture
         receive refuse reject release remain remove repeat repel resign retake return rule
         seize sentence serve share shoot show sign sink start stay step stop storm strike
         suffer surrender suspend take threaten topple train transfer travel try turn use visit
         vote want watch withdraw work wound
        ",
    ),
];

static REGULAR: Endings = &[(Weak, "s", PRES), (Weak, "ed", PAST.or(PART)), (Weak, "ing", GER)];
static HISS: Endings = &[(Weak, "es", PRES), (Weak, "ed", PAST.or(PART)), (Weak, "ing", GER)];
/// Where the last letter is doubled: the second stem has it twice.
static DOUBLE: Endings = &[(Weak, "s", PRES), (Soft, "ed", PAST.or(PART)), (Soft, "ing", GER)];
static Y: Endings = &[(Weak, "ies", PRES), (Weak, "ied", PAST.or(PART)), (Weak, "ying", GER)];
static E_MUTE: Endings = &[(Weak, "es", PRES), (Weak, "ed", PAST.or(PART)), (Weak, "ing", GER)];
/// The simple past is the second stem, the participle the third.
static STRONG: Endings =
    &[(Weak, "s", PRES), (Soft, "", PAST), (Strong, "", PART), (Weak, "ing", GER)];

static PARADIGMS: &[Paradigm] = &[
    Paradigm { ending: "", stems: ["", "", ""], endings: REGULAR },
    Paradigm { ending: "e", stems: ["", "", ""], endings: E_MUTE },
    Paradigm {
        ending: "ee",
        stems: ["ee", "", ""],
        endings: &[(Weak, "s", PRES), (Weak, "d", PAST.or(PART)), (Weak, "ing", GER)],
    },
    Paradigm {
        ending: "ie",
        stems: ["", "", ""],
        endings: &[(Weak, "ies", PRES), (Weak, "ied", PAST.or(PART)), (Weak, "ying", GER)],
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

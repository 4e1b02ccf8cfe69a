//! What English lemmas do in a sentence.

use crate::lang::role::{Role, Roles};

/// All lists.
pub(super) static ROLES: Roles = Roles {
    lists: &[
        (
            Role::SPEECH,
            "say tell announce declare state report claim confirm reveal warn insist explain add
             note write argue allege deny admit acknowledge predict promise suggest conclude inform
             advise accuse denounce describe disclose testify recall remind believe think estimate
             indicate maintain publish cite quote comment reply respond answer assert stress
             observe remark concede estimate find learn know fear hope suppose show prove post
             tweet caution allege contend summarize dispute reject",
        ),
        (
            Role::MODAL,
            "will would shall should may might can could must able have need seem appear plan
             expect schedule slate set due go intend supposed suppose want hope happen get use
             likely unlikely ought manage tend poise prepare propose aim",
        ),
        (
            Role::AHEAD,
            "will shall would should must plan expect schedule slate set due go intend suppose
             supposed hope propose prepare aim want ought need poise likely",
        ),
        (Role::MAY, "may might can could seem appear likely unlikely want hope"),
        (
            Role::ORDERS,
            "order ask request require demand urge call invite plan propose threaten promise agree
             decide vow pledge want intend expect sentence allow authorize schedule summon tell
             instruct direct commit prepare remand command force refuse hope wish choose",
        ),
        (
            Role::DENIES,
            "deny dispute false untrue doubt refute rule_out wrong impossible disprove debunk",
        ),
        (Role::WOULD, "would"),
        (Role::WAITS, "wait"),
        (Role::JOINS, "become"),
        (Role::NOT, "not n't never hardly neither nor"),
        (Role::NONE, "no nobody none nothing neither"),
        (Role::ONLY, "only just merely simply"),
        (Role::IF, "if unless whether provided"),
        (Role::COMPARES, "than compare compared versus against vs"),
        (
            Role::DOCUMENT,
            "address letter statement order report memo memorandum email e-mail message decree ruling
             judgment opinion decision speech interview article note document filing affidavit
             indictment complaint release tweet post act warrant contract telegram bulletin edition
             issue notice directive law bill",
        ),
        (
            Role::EVENT,
            "attack meeting hearing trial election vote strike battle war siege massacre concert
             festival ceremony exhibition funeral wedding marriage divorce death birth murder
             killing shooting bombing crash accident fire flood storm earthquake hurricane protest
             march riot rally parade race match game final tournament championship visit trip tour
             return departure arrival entry exit fall crisis truce ceasefire revolution revolt
             uprising coup invasion offensive raid landing sale purchase merger takeover rise
             decline launch opening closing closure closedown speech debate conference summit
             session convention congress referendum arrest raid search seizure release escape
             rescue robbery burglary theft kidnapping abduction assault rape explosion blast
             collision derailment outbreak epidemic pandemic announcement statement report
             resignation dismissal appointment promotion retirement defeat victory win loss surrender
             withdrawal retreat evacuation capture conquest occupation annexation execution
             performance premiere broadcast publication auction settlement verdict ruling sentence
             sentencing conviction acquittal appeal indictment plea mistrial incident duel
             ambush encounter flight voyage expedition mission launch landing test experiment
             dinner lunch party reception gala service vigil mass talk workshop seminar course
             training deal agreement treaty accord pact signing handover transfer exchange
             exchange response interview briefing call warning evacuation mobilization
             reform",
        ),
        (
            Role::THING,
            "department government parliament apartment document moment element environment
             equipment instrument monument argument amount comment segment cement experience
             population station nation section position function tradition information
             administration association organization federation relation solution option notion
             portion condition direction commission institution constitution question version
             region division profession pension dimension million generation location corporation
             foundation television education religion opinion union vision passion fashion
             attention reputation edition motion action relation ration morning evening building
             thing something nothing anything everything ceiling feeling being king ring spring
             string wing clothing offspring housing sterling funding wedding landing rating
             medal metal hospital capital animal official total journal criminal individual
             professional signal local rival material manual hotel",
        ),
        (
            Role::STATE,
            "be seem remain stay look mean know want need live have exist belong depend consist
             contain weigh cost like love hate own possess include involve concern matter lack
             deserve appear resemble equal represent constitute believe think understand fear hope
             wish prefer suppose doubt tend",
        ),
        (
            Role::LIGHT,
            "place occur happen date",
        ),
        (Role::SCHEDULES, "schedule set plan slate fix expect due postpone delay move book"),
        (
            Role::TIME,
            "end beginning start middle course date day night evening morning afternoon dawn eve
             month week year summer winter spring autumn fall time hour minute second period era
             moment quarter half century decade season anniversary age weekend midnight noon",
        ),
        (Role::BEFORE, "before until till"),
        (Role::AFTER, "after since following once"),
        (Role::RELATIVE, "who which that whom whose where when"),
        (Role::OTHER, "another other second third new further again anew"),
        (Role::OF, "of 's s"),
        (Role::SOURCE, "according accord"),
        (Role::PRONOUN, "he she it they him her them one"),
        (
            Role::GRAMMAR,
            "following including concerning regarding according during starting beginning ending
             dating pending given base",
        ),
        (
            Role::UNDOES,
            "cancel postpone delay reschedule call_off adjourn move push defer shift put_off put_back",
        ),
        (Role::GOAL, "to until till"),
        (Role::PURPOSE, "for"),
        (Role::LASTS, "last run"),
        (Role::DURING, "for during"),
        (Role::BEGINS, "begin start commence"),
        (Role::ENDS, "end finish conclude"),
        (
            Role::ALLEGED,
            "alleged suspected reportedly allegedly perhaps maybe possibly probably possible
             supposedly purported",
        ),
    ],
    is_future: |_, _| false,
    event_endings: &["tion", "sion", "ment", "ing"],
};

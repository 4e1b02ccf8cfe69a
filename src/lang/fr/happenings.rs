//! French words for what happens.

use crate::lang::classes::{Class, Happenings, Trait, WellKnown};

const fn class(name: &'static str, nouns: &'static str, verbs: &'static str) -> Class {
    Class { name, nouns, verbs }
}

/// All tables.
pub(super) static HAPPENINGS: Happenings = Happenings {
    classes: CLASSES,
    traits: TRAITS,
    support: "lancer, mener, perpétrer, commettre, organiser, effectuer, faire, avoir lieu, avoir, \
              émettre, donner, tenir, produire, survenir, intervenir, subir, conduire, procéder, \
              dérouler, prononcer, rendre, présenter, opérer, réaliser, entamer, déclencher, \
              recevoir, préparer, planifier, prévoir, adresser, arriver",
    irregular: &[
        ("avoir", "a ont avait avaient eut eurent eu aura auront aurait ait"),
        ("être", "est sont était étaient fut furent été sera seront serait soit"),
        ("faire", "fait font faisait faisaient fit firent faite faites fera feront ferait"),
        ("dire", "dit disent disait disaient dirent dite dites dira"),
    ],
    reflexive: &["s'", "se "],
    states: "être, sembler, rester, demeurer, paraître, valoir, représenter, comprendre, connaître",
    definite: "le la les l au aux du",
    demonstrative: "ce cet cette ces",
    possessive: "son sa ses leur leurs mon ma mes notre nos votre vos",
    indefinite: "un une des d plusieurs quelques certains certaines deux trois quatre",
    prepositions: "a au aux en dans sur par pour lors contre avec sans apres avant depuis pendant \
                   vers chez malgre selon sous entre",
    time_nouns: "cours fin debut milieu partir date datant lors compter journee nuit soiree matin \
                 matinee apres-midi midi aube veille lendemain mois semaine annee ete jour heure \
                 compte depuis",
    of: "de du d des",
    leads: "jusqu cours long lors en pour le la les l au aux du des de d dans depuis des pendant durant vers a ce cette",
    soon: "en",
    up_to: "jusqu",
    expiry: "expire expiree expires expirees expirer expiration expirait horizon echeance ecoule ecoulee terme echue depasse depassee",
    phases: "commence commencait commenca commencer commencee debute debuta debuter dure dura durer cesse cessa cesser continue continua fini finit finie finir termine terminee acheve achevee achever pris prend",
    clause_after_preposition: false,
    peoples: &[
        "etats-unis etats unis americain americaine americains americaines washington us usa etatsunien etatsunienne",
        "russie russe russes moscou kremlin poutine",
        "france francais francaise francaises paris elysee",
        "royaume-uni royaume britannique britanniques londres anglais anglaise",
        "allemagne allemand allemande allemands berlin",
        "chine chinois chinoise chinoises pekin",
        "iran iranien iranienne iraniens teheran",
        "ukraine ukrainien ukrainienne ukrainiens kiev",
        "israel israelien israelienne israeliens",
        "syrie syrien syrienne syriens damas",
        "irak irakien irakienne irakiens bagdad",
        "afghanistan afghan afghane afghans afghanes kaboul",
        "turquie turc turque turcs ankara",
        "japon japonais japonaise tokyo",
        "italie italien italienne italiens rome",
        "espagne espagnol espagnole espagnols madrid",
    ],
    well_known: &[
        WellKnown::by_day("11 septembre", "attack", (2001, 9, 11)),
        WellKnown::by_day("9 11", "attack", (2001, 9, 11)),
        WellKnown::by_day("13 novembre", "attack", (2015, 11, 13)),
        WellKnown::named("prise bastille", "capture", (1789, 7, 14)),
        WellKnown::named("attaque pearl harbor", "attack", (1941, 12, 7)),
        WellKnown::named("debarquement normandie", "invasion", (1944, 6, 6)),
        WellKnown::named("catastrophe tchernobyl", "explosion", (1986, 4, 26)),
        WellKnown::named("chute mur berlin", "capture", (1989, 11, 9)),
        WellKnown::named("attentat charlie hebdo", "attack", (2015, 1, 7)),
    ],
    common: "avec sans dans pour contre entre vers chez lors apres avant depuis pendant plus moins \
             tout tous toute toutes autre autres meme cette leur leurs elle elles ils nous vous \
             dont avoir etre lieu fait faire ainsi aussi alors encore jour jours mois annee annees \
             heure heures semaine semaines nouveau nouvelle premier premiere grand grande",
};

static TRAITS: &[Trait] = &[
    Trait { name: "public", words: "public publique publics publiques publiquement" },
    Trait {
        name: "private",
        words: "prive privee prives privees confidentiel confidentielle secret secrete discret \
                discrete discretement secretement confidentiellement",
    },
    Trait { name: "first", words: "premier premiere premiers premieres" },
    Trait { name: "second", words: "second seconde deuxieme" },
    Trait { name: "third", words: "troisieme" },
    Trait { name: "last", words: "dernier derniere derniers dernieres" },
    Trait { name: "new", words: "nouveau nouvelle nouveaux nouvelles autre" },
    Trait { name: "presidential", words: "presidentiel presidentielle" },
    Trait { name: "legislative", words: "legislatif legislative legislatives" },
    Trait { name: "municipal", words: "municipal municipale municipales" },
    Trait { name: "suicide", words: "suicide" },
];

static CLASSES: &[Class] = &[
    class(
        "attack",
        "attaque, attentat, assaut, agression, embuscade, tuerie, massacre, carnage, prise d'otages, raid",
        "attaquer, agresser, assaillir, massacrer, cibler, faire irruption",
    ),
    class("shooting", "fusillade, tir", "tirer, mitrailler, ouvrir le feu"),
    class(
        "explosion",
        "explosion, déflagration, attentat à la bombe, attentat suicide",
        "exploser, détoner, sauter",
    ),
    class(
        "killing",
        "meurtre, assassinat, homicide, exécution",
        "tuer, assassiner, abattre, exécuter, poignarder",
    ),
    class("death", "mort, décès", "mourir, décéder, périr, succomber"),
    class("birth", "naissance", "naître"),
    class(
        "warning",
        "avertissement, alerte, mise en garde, préavis",
        "avertir, alerter, prévenir, mettre en garde",
    ),
    class(
        "advice",
        "conseil, recommandation, consigne",
        "conseiller, recommander, déconseiller, demander, inviter",
    ),
    class(
        "briefing",
        "briefing, transmission, note d'information",
        "transmettre, partager, informer, communiquer",
    ),
    class(
        "statement",
        "déclaration, communiqué, propos, commentaire, réaction",
        "déclarer, affirmer, dire, indiquer, souligner, préciser, expliquer, ajouter, estimer, assurer, commenter, qualifier, évoquer, réagir",
    ),
    class("announcement", "annonce, proclamation", "annoncer, proclamer"),
    class(
        "report",
        "rapport, enquête, révélation, étude, bilan",
        "révéler, rapporter, dévoiler, signaler, découvrir, recenser",
    ),
    class(
        "publication",
        "publication, parution, diffusion, article, vidéo",
        "publier, paraître, diffuser, poster",
    ),
    class("claim-of-responsibility", "revendication", "revendiquer"),
    class(
        "rejection",
        "rejet, refus, démenti, dénégation",
        "rejeter, refuser, réfuter, démentir, nier, balayer, repousser",
    ),
    class("accusation", "accusation, dénonciation", "accuser, dénoncer, mettre en cause"),
    class(
        "agreement",
        "accord, traité, pacte, entente, trêve, cessez-le-feu, convention, signature",
        "signer, conclure, ratifier",
    ),
    class("negotiation", "négociation, pourparler, tractation", "négocier"),
    class(
        "meeting",
        "réunion, rencontre, sommet, conférence, entretien, congrès",
        "rencontrer, réunir, recevoir",
    ),
    class("visit", "visite, déplacement, voyage", "visiter, se rendre"),
    class("speech", "discours, allocution", "prononcer un discours, s'adresser"),
    class(
        "election",
        "élection, scrutin, réélection, présidentielle, législatives",
        "élire, réélire",
    ),
    class("vote", "vote, référendum, adoption", "voter, adopter"),
    class("appointment", "nomination, investiture, désignation", "nommer, désigner, investir"),
    class("resignation", "démission", "démissionner"),
    class(
        "dismissal",
        "limogeage, licenciement, destitution",
        "limoger, licencier, destituer, révoquer",
    ),
    class(
        "arrest",
        "arrestation, interpellation, garde à vue, détention",
        "arrêter, interpeller, emprisonner, incarcérer",
    ),
    class("charge", "inculpation, mise en examen, mandat d'arrêt", "inculper, mettre en examen"),
    class("trial", "procès, audience", "comparaître"),
    class("verdict", "verdict, jugement, acquittement", "acquitter, juger"),
    class("condemnation", "condamnation", "condamner"),
    class("ruling", "arrêt, décision", "statuer, trancher, décider"),
    class("release", "libération, relaxe", "libérer, relâcher"),
    class("escape", "évasion, fuite", "s'évader, échapper, fuir"),
    class("labour-strike", "grève, débrayage", "débrayer"),
    class(
        "military-strike",
        "frappe, bombardement, raid aérien, attaque aérienne",
        "frapper, bombarder, pilonner",
    ),
    class("war", "guerre, conflit", "combattre"),
    class(
        "offensive",
        "offensive, contre-offensive, opération, siège, bataille, campagne aérienne, intervention",
        "assiéger",
    ),
    class("invasion", "invasion", "envahir"),
    class(
        "capture",
        "prise, capture, conquête, chute, reprise",
        "prendre, conquérir, capturer, reprendre, s'emparer",
    ),
    class(
        "defeat",
        "défaite, renversement, effondrement",
        "vaincre, battre, renverser, s'effondrer",
    ),
    class("coup", "coup d'état, putsch", ""),
    class("withdrawal", "retrait, évacuation, départ", "retirer, évacuer, quitter"),
    class("protest", "manifestation, protestation, émeute, rassemblement", "manifester, protester"),
    class("earthquake", "séisme, tremblement de terre, secousse", ""),
    class("flood", "inondation, crue", "inonder"),
    class("landslide", "avalanche, glissement de terrain, éboulement", ""),
    class("storm", "tempête, ouragan, cyclone, orage", ""),
    class("fire", "incendie", "incendier, brûler"),
    class(
        "accident",
        "accident, collision, naufrage, déraillement",
        "dérailler, sombrer, percuter",
    ),
    class("crash", "crash, krach", "s'écraser"),
    class("launch", "lancement, inauguration, ouverture", "inaugurer, ouvrir"),
    class("foundation", "fondation, création", "fonder, créer"),
    class("sanction", "sanction, embargo", "sanctionner"),
    class("law", "loi, décret", "promulguer"),
    class("training", "formation, entraînement", "former, entraîner"),
    class("award", "remise du prix", "décerner"),
    class("victory", "victoire, finale", "remporter, gagner"),
    class("closure", "fermeture, clôture", "fermer"),
    class("order", "ordre, appel", "ordonner, exiger, appeler"),
    class("transfer", "transfert, transport", "transporter, transférer"),
    class("cancellation", "annulation, report", "annuler, reporter"),
];

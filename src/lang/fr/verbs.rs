//! French words that show how a sentence is built: conjunctions, auxiliaries, verbs and their forms.

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
        ("s", "s"),
        ("x", "x"),
        ("z", "z"),
        ("al", "aux"),
        ("au", "aux"),
        ("eu", "eux"),
        ("ail", "ails"),
    ],
    endings: &[
        ("eraient", COND),
        ("iraient", COND),
        ("erait", COND),
        ("irait", COND),
        ("eront", FUT),
        ("iront", FUT),
        ("era", FUT),
        ("ira", FUT),
        ("èrent", PAST),
        ("aient", PAST),
        ("issent", PRES),
        ("issait", PAST),
        ("ées", PART),
        ("és", PART),
        ("ée", PART),
        ("é", PART),
        ("ait", PAST),
        ("ant", GER),
        ("er", INF),
    ],
    no_verbs: "
         opéra caméra choléra
         lait trait retrait portrait souhait extrait attrait forfait parfait bienfait méfait
         imparfait abstrait distrait portraits communauté sécurité liberté autorité autorités
         société université majorité minorité qualité quantité priorité activité activités
         capacité responsabilité égalité réalité vérité santé comité côté été traité marché
         député députés congé café musée armée armées journée soirée matinée année années durée
         idée idées entrée arrivée pensée tournée montée chaussée degré degrés malgré volonté
         beauté unité unités cité cités identité publicité électricité possibilité probabilité
         propriété difficulté difficultés faculté proximité extrémité fidélité neutralité
         nationalité criminalité mentalité facilité utilité stabilité instabilité crédibilité
         hostilité hostilités quartier dernier premier janvier février policier policiers
         officier dossier courrier métier papier particulier régulier entier milliers millier
         chantier atelier prisonnier hier cher fier léger étranger danger boulanger mer hiver
         fer enfer cancer leader super avant devant pendant durant cependant pourtant
         maintenant auparavant autant tant enfant restaurant habitant représentant commandant
         combattant étudiant manifestant important suivant précédent président instant montant
         courant croissant assaillant gouvernement moment avantage ressortissant dirigeant
         militant protestant occupant passant participant quant mouvement bâtiment étant volant
         constant puissant géant restant brillant vivant extrémiste attentat
        ",
};

static WORDS: &[(Cue, &str)] = &[
    (Cue::HAVE.or(PRES), "a ai as ont avons avez ait aient"),
    (Cue::HAVE.or(PAST), "avait avaient avais eut eurent eût"),
    (Cue::HAVE.or(FUT), "aura auront aurai aurons"),
    (Cue::HAVE.or(COND), "aurait auraient aurais aurions"),
    (Cue::HAVE.or(GER), "ayant"),
    (Cue::HAVE.or(PART), "eu"),
    (Cue::HAVE.or(INF), "avoir"),
    (Cue::BE.or(PRES), "est sont suis sommes soient êtes"),
    (Cue::BE.or(PAST), "était étaient étais fut furent fût"),
    (Cue::BE.or(FUT), "sera seront serai serons"),
    (Cue::BE.or(COND), "serait seraient serais"),
    (Cue::BE.or(GER), "étant"),
    (Cue::BE.or(PART), "été"),
    (Cue::BE.or(INF), "être"),
    (Cue::PLANS.or(PRES), "va vont doit doivent prévoit prévoient compte comptent"),
    (Cue::PLANS.or(COND), "devrait devraient"),
    (Cue::NOT, "pas jamais guère nullement"),
    (Cue::NE, "ne n"),
    (Cue::NONE, "aucun aucune nul nulle personne rien"),
    (
        Cue::RELATIVE,
        "
         qui dont laquelle lequel lesquels lesquelles auquel auxquels duquel desquels
         desquelles auxquelles où
        ",
    ),
    (Cue::THAT, "que qu"),
    (Cue::IF, "si s"),
    (Cue::WHEN, "lorsque lorsqu quand puisque puisqu quoique comme tandis alors"),
    (Cue::AND, "et mais ou puis or"),
    (Cue::PRONOUN, "il elle ils elles on nous vous je j tu cela ceci ça c"),
    (
        Cue::NOUN_NEXT,
        "
         l un une des du de d ce cet cette ces son sa ses leurs au aux en à par pour contre sur
         sous chaque aucun aucune toute toutes tout tous quelques plusieurs mon ma mes notre
         nos votre vos avec sans dans selon grand grande première premier nouvelle nouveau
         dernière dernier deux trois
        ",
    ),
    (Cue::NOUN_NEXT.or(Cue::LIGHT), "le la les leur"),
    (
        Cue::BEFORE_THAT,
        "
         alors tandis avant après depuis dès pendant bien parce afin pour sans jusqu maintenant
         vu tant sorte condition lors
        ",
    ),
    (
        Cue::COMPARES,
        "
         plus moins aussi autant ainsi autre autres même mêmes tel telle tels telles plutôt
        ",
    ),
    (
        Cue::ABBREVIATION,
        "
         m mm mme mlle dr me pr st ste av apr janv févr fév avr juil sept oct nov déc lun mar
         mer jeu ven sam dim vol art p pp cf env etc no gal col lt
        ",
    ),
    (
        Cue::LIGHT,
        "
         y en se s me m te t lui nous vous l ne n pas plus jamais déjà encore toujours aussi
         également ensuite alors même bien tous tout récemment souvent parfois depuis puis donc
         enfin ainsi d ailleurs fait ici là à nouveau
        ",
    ),
    (Cue::MAYBE, "peut-être éventuellement hypothétique"),
    (Cue::SOURCE, "selon"),
    (Cue::ONLY, "seulement"),
    (
        Cue::FILLER,
        "plusieurs reprises maintes une fois sans effort nouveau effet grande partie presque",
    ),
    (
        Cue::MOVES.or(PART),
        "
         allé allée allés allées venu venue venus venues parti partie partis parties arrivé
         arrivée arrivés arrivées mort morte morts mortes décédé décédée décédés décédées né
         née nés nées devenu devenue devenus devenues tombé tombée tombés tombées entré entrée
         entrés entrées sorti sortie sortis resté restée restés survenu survenue survenus
         survenues intervenu intervenue intervenus parvenu parvenue parvenus revenu revenue
         revenus retourné rentré rentrés passé passée monté descendu apparu apparue apparus
        ",
    ),
    (PRES, "peut peuvent veut veulent sait savent faut vaut dit disent fait font"),
    (
        PAST,
        "
         pouvait pouvaient put purent voulait voulaient voulut savait savaient fallait fallut
         faisait faisaient fit firent allait allaient alla allèrent
        ",
    ),
    (
        COND,
        "
         pourrait pourraient voudrait voudraient saurait faudrait ferait feraient irait iraient
         dirait diraient
        ",
    ),
    (
        FUT,
        "
         pourra pourront voudra saura faudra fera feront ira iront dira diront devra devront
        ",
    ),
    (PART, "pu voulu su dû fallu fait faite faits faites dit dits dite dites"),
    (INF, "pouvoir vouloir savoir faire aller"),
    (Cue::SPEECH.or(PRES), "dit disent"),
    (Cue::SPEECH.or(PART), "dit prédit contredit dédit redit"),
    (Cue::SPEECH.or(PAST), "disait disaient dirent"),
    (Cue::SPEECH.or(INF), "dire"),
];

/// Verbs, without those of which every form is above.
static LEMMAS: &[(Cue, &str)] = &[
    (
        Cue::SPEECH,
        "
         annoncer déclarer affirmer indiquer préciser souligner expliquer ajouter assurer
         estimer confirmer révéler rapporter signaler noter écrire raconter soutenir prétendre
         avertir prévenir promettre conclure reconnaître admettre nier démentir accuser
         dénoncer prédire répondre alléguer informer communiquer publier témoigner rappeler
         répéter insister juger penser croire conseiller demander recommander résumer citer documenter évoquer suggérer supposer
         montrer
        ",
    ),
    (Cue::PLANS, "prévoir planifier promettre s'apprêter"),
    (
        Cue(0),
        "
         précéder impliquer ressembler prouver souvenir craindre stipuler valoir concerner abandonner abattre aboutir abriter accepter accorder accueillir acheter achever
         acquitter adopter agir aider amener annuler apparaître appeler apporter apprendre
         approuver arrêter arriver assassiner assister attaquer atteindre attendre attribuer
         autoriser battre blesser bloquer bombarder capturer causer célébrer cesser changer
         choisir cibler commencer commettre concerner condamner conduire connaître conquérir
         considérer constater construire continuer convoquer couper coûter créer débuter
         décider décoller découvrir décrire défendre demeurer démissionner dépasser déposer
         désigner détenir détruire devenir diffuser diriger dissoudre dissiper distribuer
         donner durer échapper éclater écouter élire émettre emporter encourager enlever
         enregistrer entamer entendre entraîner entrer envahir envoyer évacuer éviter évoquer
         exécuter exiger exploser expulser faillir fermer finir fonder former fournir frapper
         fuir gagner garder ignorer imposer inaugurer incendier inculper intercepter interdire
         interrompre intervenir interroger inviter jeter laisser lancer larguer lever libérer
         licencier limiter livrer manifester marcher menacer mener mettre mourir naître
         négocier nommer obtenir occuper offrir opérer ordonner organiser ouvrir participer
         partager partir passer percuter perdre permettre perpétrer porter poursuivre prendre
         préparer présenter proclamer produire promulguer prononcer proposer protester
         provoquer qualifier quitter ratifier recevoir reconnaître réfuter refuser rejeter
         rejoindre relâcher remettre remporter rencontrer rendre renforcer rentrer renverser
         reprendre reprocher rester retirer retourner retrouver réunir revendiquer revenir
         saisir sanctionner secouer sembler séparer servir signer sombrer sortir subir suivre
         surveiller survenir survivre suspendre tenir tenter terminer tirer tomber toucher
         transférer transmettre transporter travailler traverser trouver tuer utiliser vaincre
         vendre venir violer visiter viser vivre voir voter
        ",
    ),
];

static ER: Endings = &[
    (Strong, "e", PRES),
    (Strong, "es", PRES),
    (Strong, "ent", PRES),
    (Strong, "era", FUT),
    (Strong, "eront", FUT),
    (Weak, "era", FUT),
    (Weak, "eront", FUT),
    (Strong, "erait", COND),
    (Strong, "eraient", COND),
    (Weak, "erait", COND),
    (Weak, "eraient", COND),
    (Weak, "é", PART),
    (Weak, "ée", PART),
    (Weak, "és", PART),
    (Weak, "ées", PART),
    (Weak, "èrent", PAST),
    (Soft, "ait", PAST),
    (Soft, "aient", PAST),
    (Soft, "a", PAST),
    (Soft, "ai", PAST),
    (Soft, "ons", PRES),
    (Weak, "ez", PRES),
    (Soft, "ant", GER),
];

static IR: Endings = &[
    (Weak, "it", PRES.or(PAST)),
    (Weak, "issent", PRES),
    (Weak, "issait", PAST),
    (Weak, "issaient", PAST),
    (Weak, "irent", PAST),
    (Weak, "ira", FUT),
    (Weak, "iront", FUT),
    (Weak, "irait", COND),
    (Weak, "iraient", COND),
    (Weak, "i", PART),
    (Weak, "ie", PART),
    (Weak, "is", PART),
    (Weak, "ies", PART),
    (Weak, "issant", GER),
];

/// Stems: of the imperfect, of the simple past and participle, of the future.
static TENIR: Endings = &[
    (Weak, "ient", PRES),
    (Weak, "iennent", PRES),
    (Weak, "enait", PAST),
    (Weak, "enaient", PAST),
    (Weak, "int", PAST),
    (Weak, "inrent", PAST),
    (Weak, "iendra", FUT),
    (Weak, "iendront", FUT),
    (Weak, "iendrait", COND),
    (Weak, "iendraient", COND),
    (Weak, "enu", PART),
    (Weak, "enue", PART),
    (Weak, "enus", PART),
    (Weak, "enues", PART),
    (Weak, "enant", GER),
];

static METTRE: Endings = &[
    (Weak, "et", PRES),
    (Weak, "ettent", PRES),
    (Weak, "ettait", PAST),
    (Weak, "ettaient", PAST),
    (Weak, "it", PAST),
    (Weak, "irent", PAST),
    (Weak, "ettra", FUT),
    (Weak, "ettront", FUT),
    (Weak, "ettrait", COND),
    (Weak, "ettraient", COND),
    (Weak, "is", PART),
    (Weak, "ise", PART),
    (Weak, "ises", PART),
    (Weak, "ettant", GER),
];

static PRENDRE: Endings = &[
    (Weak, "end", PRES),
    (Weak, "ennent", PRES),
    (Weak, "enait", PAST),
    (Weak, "enaient", PAST),
    (Weak, "it", PAST),
    (Weak, "irent", PAST),
    (Weak, "endra", FUT),
    (Weak, "endront", FUT),
    (Weak, "endrait", COND),
    (Weak, "endraient", COND),
    (Weak, "is", PART),
    (Weak, "ise", PART),
    (Weak, "ises", PART),
    (Weak, "enant", GER),
];

/// "Rendre", "perdre", "répondre", "battre", "rompre".
static RE: Endings = &[
    (Soft, "", PRES),
    (Weak, "ent", PRES),
    (Weak, "ait", PAST),
    (Weak, "aient", PAST),
    (Weak, "it", PAST),
    (Weak, "irent", PAST),
    (Weak, "ra", FUT),
    (Weak, "ront", FUT),
    (Weak, "rait", COND),
    (Weak, "raient", COND),
    (Weak, "u", PART),
    (Weak, "ue", PART),
    (Weak, "us", PART),
    (Weak, "ues", PART),
    (Weak, "ant", GER),
];

/// "Détruire", "conduire", "interdire", "atteindre", "écrire": the participle is the third stem.
static UIRE: Endings = &[
    (Soft, "t", PRES),
    (Weak, "ent", PRES),
    (Weak, "ait", PAST),
    (Weak, "aient", PAST),
    (Weak, "it", PAST),
    (Weak, "irent", PAST),
    (Soft, "ra", FUT),
    (Soft, "ront", FUT),
    (Soft, "rait", COND),
    (Soft, "raient", COND),
    (Strong, "", PART),
    (Strong, "e", PART),
    (Strong, "s", PART),
    (Strong, "es", PART),
    (Weak, "ant", GER),
];

/// "Partir", "sortir", "servir", "mentir": the present has a stem of its own.
static SORTIR: Endings = &[
    (Soft, "t", PRES),
    (Weak, "ent", PRES),
    (Weak, "ait", PAST),
    (Weak, "aient", PAST),
    (Weak, "it", PAST),
    (Weak, "irent", PAST),
    (Weak, "ira", FUT),
    (Weak, "iront", FUT),
    (Weak, "irait", COND),
    (Weak, "iraient", COND),
    (Strong, "", PART),
    (Strong, "e", PART),
    (Strong, "s", PART),
    (Strong, "es", PART),
    (Weak, "ant", GER),
];

/// "Ouvrir", "découvrir", "offrir", "subir" apart.
static OUVRIR: Endings = &[
    (Weak, "re", PRES),
    (Weak, "rent", PRES),
    (Weak, "rait", PAST),
    (Weak, "raient", PAST),
    (Weak, "rit", PAST),
    (Weak, "rirent", PAST),
    (Weak, "rira", FUT),
    (Weak, "riront", FUT),
    (Weak, "rirait", COND),
    (Weak, "riraient", COND),
    (Weak, "ert", PART),
    (Weak, "erte", PART),
    (Weak, "erts", PART),
    (Weak, "ertes", PART),
    (Weak, "rant", GER),
];

static AITRE: Endings = &[
    (Weak, "aît", PRES),
    (Weak, "ait", PRES),
    (Weak, "aissent", PRES),
    (Weak, "aissait", PAST),
    (Weak, "aissaient", PAST),
    (Weak, "ut", PAST),
    (Weak, "urent", PAST),
    (Weak, "aîtra", FUT),
    (Weak, "aîtront", FUT),
    (Weak, "aîtrait", COND),
    (Weak, "u", PART),
    (Weak, "ue", PART),
    (Weak, "us", PART),
    (Weak, "ues", PART),
    (Weak, "aissant", GER),
];

static PARADIGMS: &[Paradigm] = &[
    Paradigm { ending: "er", stems: ["", "", ""], endings: ER },
    Paradigm { ending: "cer", stems: ["c", "ç", "c"], endings: ER },
    Paradigm { ending: "ger", stems: ["g", "ge", "g"], endings: ER },
    Paradigm { ending: "éder", stems: ["éd", "éd", "èd"], endings: ER },
    Paradigm { ending: "éler", stems: ["él", "él", "èl"], endings: ER },
    Paradigm { ending: "érer", stems: ["ér", "ér", "èr"], endings: ER },
    Paradigm { ending: "éter", stems: ["ét", "ét", "èt"], endings: ER },
    Paradigm { ending: "étrer", stems: ["étr", "étr", "ètr"], endings: ER },
    Paradigm { ending: "ébrer", stems: ["ébr", "ébr", "èbr"], endings: ER },
    Paradigm { ending: "éguer", stems: ["égu", "égu", "ègu"], endings: ER },
    Paradigm { ending: "érer", stems: ["ér", "ér", "èr"], endings: ER },
    Paradigm { ending: "ever", stems: ["ev", "ev", "èv"], endings: ER },
    Paradigm { ending: "ener", stems: ["en", "en", "èn"], endings: ER },
    Paradigm { ending: "heter", stems: ["het", "het", "hèt"], endings: ER },
    Paradigm { ending: "jeter", stems: ["jet", "jet", "jett"], endings: ER },
    Paradigm { ending: "peler", stems: ["pel", "pel", "pell"], endings: ER },
    Paradigm { ending: "oyer", stems: ["oy", "oy", "oi"], endings: ER },
    Paradigm { ending: "uyer", stems: ["uy", "uy", "ui"], endings: ER },
    Paradigm { ending: "nvoyer", stems: ["nvoy", "nvoy", "nvoi"], endings: ER },
    Paradigm { ending: "ir", stems: ["", "", ""], endings: IR },
    Paradigm { ending: "tenir", stems: ["t", "", ""], endings: TENIR },
    Paradigm { ending: "venir", stems: ["v", "", ""], endings: TENIR },
    Paradigm { ending: "mettre", stems: ["m", "", ""], endings: METTRE },
    Paradigm { ending: "prendre", stems: ["pr", "", ""], endings: PRENDRE },
    Paradigm { ending: "dre", stems: ["d", "d", ""], endings: RE },
    Paradigm { ending: "battre", stems: ["batt", "bat", ""], endings: RE },
    Paradigm { ending: "rompre", stems: ["romp", "rompt", ""], endings: RE },
    Paradigm { ending: "vaincre", stems: ["vainqu", "vainc", "vaincu"], endings: UIRE },
    Paradigm { ending: "dissoudre", stems: ["dissolv", "dissou", "dissous"], endings: UIRE },
    Paradigm { ending: "uire", stems: ["uis", "ui", "uit"], endings: UIRE },
    Paradigm { ending: "dire", stems: ["dis", "di", "dit"], endings: UIRE },
    Paradigm { ending: "crire", stems: ["criv", "cri", "crit"], endings: UIRE },
    Paradigm { ending: "élire", stems: ["élis", "éli", "élu"], endings: UIRE },
    Paradigm { ending: "eindre", stems: ["eign", "eind", "eint"], endings: UIRE },
    Paradigm { ending: "oindre", stems: ["oign", "oind", "oint"], endings: UIRE },
    Paradigm { ending: "aindre", stems: ["aign", "aind", "aint"], endings: UIRE },
    Paradigm { ending: "suivre", stems: ["suiv", "sui", "suivi"], endings: UIRE },
    Paradigm { ending: "vivre", stems: ["viv", "vi", "vécu"], endings: UIRE },
    Paradigm { ending: "clure", stems: ["clu", "clu", "clu"], endings: UIRE },
    Paradigm { ending: "voir", stems: ["voy", "voi", "vu"], endings: UIRE },
    Paradigm { ending: "cevoir", stems: ["cev", "çoi", "çu"], endings: UIRE },
    Paradigm { ending: "croire", stems: ["croy", "croi", "cru"], endings: UIRE },
    Paradigm { ending: "partir", stems: ["part", "par", "parti"], endings: SORTIR },
    Paradigm { ending: "sortir", stems: ["sort", "sor", "sorti"], endings: SORTIR },
    Paradigm { ending: "servir", stems: ["serv", "ser", "servi"], endings: SORTIR },
    Paradigm { ending: "entir", stems: ["ent", "en", "enti"], endings: SORTIR },
    Paradigm { ending: "fuir", stems: ["fuy", "fui", "fui"], endings: SORTIR },
    Paradigm { ending: "mourir", stems: ["mour", "meur", "mort"], endings: SORTIR },
    Paradigm { ending: "courir", stems: ["cour", "cour", "couru"], endings: SORTIR },
    Paradigm { ending: "quérir", stems: ["quér", "quier", "quis"], endings: SORTIR },
    Paradigm { ending: "cueillir", stems: ["cueill", "cueille", "cueilli"], endings: SORTIR },
    Paradigm { ending: "ouvrir", stems: ["ouv", "", ""], endings: OUVRIR },
    Paradigm { ending: "ffrir", stems: ["ff", "", ""], endings: OUVRIR },
    Paradigm { ending: "aître", stems: ["", "", ""], endings: AITRE },
    Paradigm { ending: "connaître", stems: ["conn", "", ""], endings: AITRE },
    Paradigm { ending: "naître", stems: ["n", "", ""], endings: AITRE },
];

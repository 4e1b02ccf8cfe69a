//! What French lemmas do in a sentence.

use crate::lang::role::{Role, Roles};

/// "Sera", "ouvriront": but for "-ra" after the stem of a verb in "-er", which is a simple past
/// ("déclara", "tira") unless an e stands before it ("déclarera").
fn is_future(word: &str, lemma: &str) -> bool {
    word.ends_with("ront")
        || word.ends_with("ra") && (!lemma.ends_with("er") || word.ends_with("era"))
}

/// All lists.
pub(super) static ROLES: Roles = Roles {
    lists: &[
        (
            Role::SPEECH,
            "dire déclarer affirmer annoncer indiquer préciser expliquer ajouter souligner estimer
             assurer confier raconter rapporter révéler signaler écrire noter rappeler répondre
             répéter témoigner reconnaître admettre avouer avertir prévenir informer apprendre
             confirmer soutenir prétendre conclure penser croire considérer commenter
             insister lancer poursuivre promettre plaider constater observer regretter déplorer
             évoquer mentionner citer communiquer savoir craindre espérer supposer
             nier démentir contester réfuter accuser dénoncer alerter faire_savoir titrer publier
             résumer détailler relater reprocher démontrer montrer établir",
        ),
        (
            Role::MODAL,
            "devoir pouvoir aller vouloir falloir savoir compter oser pouvoir sembler paraître
             venir prévoir censer tenir",
        ),
        (Role::AHEAD, "aller devoir compter prévoir censer"),
        (Role::MAY, "pouvoir sembler paraître vouloir"),
        (
            Role::ORDERS,
            "ordonner demander exiger sommer inviter appeler prier recommander conseiller obliger
             contraindre enjoindre proposer suggérer prévoir projeter envisager planifier souhaiter
             vouloir menacer promettre décider convoquer condamner autoriser accepter préparer
             s'apprêter apprêter espérer attendre",
        ),
        (
            Role::DENIES,
            "nier démentir contester réfuter faux impossible inexact douter exclure infirmer
             invraisemblable",
        ),
        (Role::WAITS, "attendre"),
        (
            Role::MOVES,
            "aller venir arriver partir entrer sortir monter descendre naître mourir tomber retourner
             revenir devenir rentrer parvenir survenir intervenir décéder repartir ressortir remonter
             redescendre advenir provenir passer rester",
        ),
        (Role::NOT, "pas jamais point guère nullement aucunement"),
        (Role::NONE, "aucun nul personne rien ni"),
        (Role::ONLY, "seulement uniquement que"),
        (Role::IF, "si s' sinon"),
        (
            Role::COMPARES,
            "contre que comparer comparaison rapport comparativement qu' inférieur supérieur",
        ),
        (
            Role::DOCUMENT,
            "ordonnance communiqué lettre courrier arrêté décret loi rapport note mail courriel
             message déclaration jugement décision délibération circulaire discours entretien
             interview article dépêche tribune avis document acte mandat ordre contrat convention
             télégramme tweet post bulletin édition numéro compte-rendu procès-verbal mémo",
        ),
        (
            Role::EVENT,
            "séance match rencontre fête cérémonie concert spectacle festival exposition salon
             obsèques funérailles mariage divorce mort naissance décès disparition vente achat
             victoire défaite combat bataille siège massacre débat congrès assemblée conférence
             réunion soirée bal marche défilé course tournoi finale élection scrutin vote grève
             procès audience verdict visite voyage tournée retour départ arrivée entrée sortie
             chute crise guerre paix trêve révolution révolte émeute coup putsch tempête incendie
             accident crash naufrage séisme inondation canicule épidémie pandémie attentat attaque
             assaut fusillade meurtre crime vol braquage cambriolage enlèvement rapt viol agression
             tir frappe raid bombardement débarquement appel plainte dépôt décès échange rejet refus
             choc krach faillite rachat fusion hausse baisse recul essor reprise relance lancement
             renvoi report appel pourvoi recours non-lieu saisie perquisition fouille garde-à-vue
             interpellation mise ouverture fermeture clôture tour étape saison plongeon rassemblement
             demande cavale fuite évasion procession messe veillée gala cocktail vernissage cours
             stage colloque forum sommet atelier tremblement éruption marée envol atterrissage vote
             remise relève relâche passage envoi essai test diffusion parution naissance baptême
             enterrement accrochage préparation détention détournement retrait transfert polémique
             scandale affaire désobéissance témoignage",
        ),
        (
            Role::THING,
            "situation question région station population édition version condition direction
             commission institution constitution nation section position fonction tradition
             information administration association organisation fédération relation solution
             option notion portion proportion ration émission télévision division profession
             pension mission dimension prison raison maison saison façon leçon garçon million
             appartement département gouvernement parlement monument document moment élément
             sentiment département logement bâtiment établissement supplément argument règlement
             médicament instrument vêtement département aliment testament tempérament segment
             message visage village étage usage langage avantage image page personnage garage
             bagage héritage ouvrage paysage pourcentage courage chômage otage ménage
             équipage potage fromage nuage plage cage rage sage gage compagnon mouvement
             département comportement financement fonctionnement environnement équipement
             enseignement armement complément engagement abonnement rendement bord génération
             nation section circulation civilisation religion opinion région million camion avion
             union champion espion légion lion réputation motivation attention intention ambition
             action réaction contravention convention subvention prestation motion caution",
        ),
        (
            Role::STATE,
            "être rester demeurer sembler paraître valoir représenter comprendre connaître avoir
             savoir pouvoir devoir vouloir aimer falloir exister appartenir dépendre compter
             consister constituer contenir mesurer peser coûter habiter vivre souhaiter espérer
             penser croire considérer estimer craindre ignorer ressembler sembler signifier
             concerner convenir suffire manquer agir situer trouver avérer disposer posséder
             permettre nécessiter correspondre comporter",
        ),
        (
            Role::LIGHT,
            "lieu survenir produire dérouler intervenir advenir remonter dater",
        ),
        (
            Role::SCHEDULES,
            "prévoir programmer fixer planifier annoncer attendre convoquer envisager caler
             repousser reporter ajourner décaler avancer",
        ),
        (
            Role::TIME,
            "cours fin début milieu partir date lors compter journée nuit soirée matin matinée
             après-midi midi aube veille lendemain mois semaine année an été hiver printemps automne
             jour heure minute seconde compte soir week-end période époque moment trimestre semestre
             siècle décennie horizon horaire anniversaire âge fois",
        ),
        (Role::BEFORE, "avant"),
        (Role::AFTER, "après depuis suite"),
        (Role::RELATIVE, "qui que dont où lequel qu'"),
        (Role::OTHER, "autre second deuxième troisième nouveau"),
        (Role::OF, "de du d' des en"),
        (Role::SOURCE, "selon d'après"),
        (Role::PRONOUN, "il elle lui ils elles celui celle ceux celles on eux"),
        (
            Role::GRAMMAR,
            "concernant suivant durant pendant moyennant excepté vu dater partir compter suivre
             dit",
        ),
        (
            Role::UNDOES,
            "annuler reporter repousser ajourner déprogrammer différer décaler renvoyer avancer",
        ),
        (Role::GOAL, "à au jusque"),
        (Role::PURPOSE, "pour"),
        (Role::LASTS, "durer"),
        (Role::DURING, "pendant durant"),
        (Role::BEGINS, "commencer débuter démarrer"),
        (Role::ENDS, "finir terminer achever cesser"),
        (
            Role::ALLEGED,
            "présumé soupçonner supposé prétendu peut-être probablement sans_doute éventuel
             éventuellement possible vraisemblablement",
        ),
    ],
    is_future,
    event_endings: &["tion", "sion", "ment", "age", "ture", "ade"],
};

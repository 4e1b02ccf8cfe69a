//! The labels of a page, in English and French.

use crate::article::Language;
use crate::claim::Answer;
use crate::event::Status;

/// Every label of a page.
#[derive(Debug)]
pub(super) struct Labels {
    pub(super) timeline: &'static str,
    pub(super) events: [&'static str; 2],
    pub(super) conflicts: [&'static str; 2],
    pub(super) claims: [&'static str; 2],
    pub(super) articles: &'static str,
    pub(super) articles_counted: [&'static str; 2],
    pub(super) conflicts_title: &'static str,
    pub(super) notes_title: &'static str,
    pub(super) claims_title: &'static str,
    pub(super) undated: &'static str,
    pub(super) published: &'static str,
    pub(super) disputed: &'static str,
    pub(super) covers: &'static str,
    pub(super) yours: &'static str,
    pub(super) expected: &'static str,
    pub(super) believing: &'static str,
    pub(super) doubting: &'static str,
    pub(super) cut_conflicts: &'static str,
    pub(super) cut_answer: &'static str,
    pub(super) way: &'static str,
    pub(super) help: &'static str,
    pub(super) zoom_in: &'static str,
    pub(super) zoom_out: &'static str,
    pub(super) fit: &'static str,
    pub(super) close: &'static str,
    pub(super) key_conflicts: &'static str,
    pub(super) key_certain: &'static str,
    pub(super) key_possible: &'static str,
    pub(super) key_window: &'static str,
    pub(super) key_disputed: &'static str,
    pub(super) key_break: &'static str,
    pub(super) hint: &'static str,
    pub(super) nothing: &'static str,
    pub(super) untitled: &'static str,
    pub(super) made_by: &'static str,
    pub(super) conflict: &'static str,
    pub(super) see_text: &'static str,
    pub(super) no_script: &'static str,
}

/// The labels of a language.
pub(super) fn labels(language: Language) -> &'static Labels {
    match language {
        Language::En => &EN,
        Language::Fr => &FR,
    }
}

/// How a text holds an event, where it is not told as a fact.
pub(super) fn status(status: Status, language: Language) -> Option<&'static str> {
    let (en, fr) = match status {
        Status::Asserted => return None,
        Status::Reported => ("reported", "rapporté"),
        Status::Negated => ("denied", "nié"),
        Status::Hypothetical => ("imagined", "supposé"),
        Status::Planned => ("planned", "prévu"),
    };
    Some(pick(language, en, fr))
}

/// An answer, with a sign that says the same without colour.
pub(super) fn answer(answer: Answer, language: Language) -> (&'static str, &'static str) {
    match answer {
        Answer::Supported => ("✓", pick(language, "supported", "confirmé")),
        Answer::Contradicted => ("✗", pick(language, "contradicted", "démenti")),
        Answer::Disputed => ("≠", pick(language, "disputed", "contesté")),
        Answer::Undetermined => ("?", pick(language, "undetermined", "indéterminé")),
    }
}

/// "1 event", "2 events": French counts 0 as one.
pub(super) fn count(n: usize, [one, many]: [&str; 2], language: Language) -> String {
    let single = n == 1 || (n == 0 && language == Language::Fr);
    format!("{n} {}", if single { one } else { many })
}

fn pick(language: Language, en: &'static str, fr: &'static str) -> &'static str {
    match language {
        Language::En => en,
        Language::Fr => fr,
    }
}

static EN: Labels = Labels {
    timeline: "Timeline",
    events: ["event", "events"],
    conflicts: ["conflict", "conflicts"],
    claims: ["claim", "claims"],
    articles: "Articles",
    articles_counted: ["article", "articles"],
    conflicts_title: "Where the sources cannot all be right",
    notes_title: "Worth a look: clashes that rest on vague words",
    claims_title: "Claims",
    undated: "Not dated",
    published: "Published",
    disputed: "disputed",
    covers: "covers",
    yours: "known to the editor",
    expected: "expected:",
    believing: "and believing",
    doubting: "if one doubts",
    cut_conflicts: "The search stopped at a limit: there may be more conflicts.",
    cut_answer: "The search stopped at a limit: the answer may be incomplete.",
    way: "Statements that clash,",
    help: "What would settle it:",
    zoom_in: "Zoom in",
    zoom_out: "Zoom out",
    fit: "Whole timeline",
    close: "Close",
    key_conflicts: "conflicts",
    key_certain: "certain",
    key_possible: "possible",
    key_window: "time it covers",
    key_disputed: "disputed",
    key_break: "change of scale",
    hint: "Choose an event, a conflict or a claim to see the sentences it rests on. Arrow keys move, + and − zoom, Esc closes.",
    nothing: "No dated event found.",
    untitled: "Timeline",
    made_by: "Made by frise: dates are read and checked, never guessed.",
    conflict: "Conflict",
    see_text: "Show in the article",
    no_script: "The drawing needs JavaScript; everything it shows is also told in words.",
};

static FR: Labels = Labels {
    timeline: "Frise",
    events: ["événement", "événements"],
    conflicts: ["conflit", "conflits"],
    claims: ["affirmation", "affirmations"],
    articles: "Articles",
    articles_counted: ["article", "articles"],
    conflicts_title: "Là où les sources ne peuvent pas toutes avoir raison",
    notes_title: "À vérifier : désaccords qui tiennent à des mots vagues",
    claims_title: "Affirmations",
    undated: "Sans date",
    published: "Publications",
    disputed: "contesté",
    covers: "couvre",
    yours: "connu de la rédaction",
    expected: "attendu :",
    believing: "et que l'on croit",
    doubting: "si l'on doute de",
    cut_conflicts: "La recherche s'est arrêtée à une limite : il peut y avoir d'autres conflits.",
    cut_answer: "La recherche s'est arrêtée à une limite : la réponse peut être incomplète.",
    way: "Énoncés qui se heurtent,",
    help: "Ce qui trancherait :",
    zoom_in: "Agrandir",
    zoom_out: "Réduire",
    fit: "Toute la frise",
    close: "Fermer",
    key_conflicts: "conflits",
    key_certain: "certain",
    key_possible: "possible",
    key_window: "durée couverte",
    key_disputed: "contesté",
    key_break: "changement d'échelle",
    hint: "Choisissez un événement, un conflit ou une affirmation pour voir les phrases qui le fondent. Les flèches déplacent, + et − changent l'échelle, Échap ferme.",
    nothing: "Aucun événement daté.",
    untitled: "Frise chronologique",
    made_by: "Fait par frise : les dates sont lues et vérifiées, jamais devinées.",
    conflict: "Conflit",
    see_text: "Voir dans l'article",
    no_script: "Le dessin demande JavaScript ; tout ce qu'il montre est aussi dit en mots.",
};

//! Labels and phrases in French.

use crate::why::{UnplacedWhy, UnreadWhy};
use crate::lang::labels::{Labels, Phrase};

pub(super) static LABELS: Labels = Labels {
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
    cut_conflicts: "La recherche s'est arrêtée à une limite : il peut y avoir d'autres conflits.",
    read_as: "lu comme",
    or_read_as: "ou comme",
    not_judged: "non jugé",
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
    supported: "confirmé",
    contradicted: "contredit",
    contested: "contesté",
    undetermined: "indéterminé",
    asserted: "affirmé",
    reported: "rapporté",
    denied: "nié",
    imagined: "supposé",
    planned: "prévu",
    colon: "\u{a0}: ",
    open: "«\u{a0}",
    shut: "\u{a0}»",
    conflict_mark: "conflit :",
    note_mark: "à noter, les mots étant vagues :",
    no_conflict: "aucun conflit",
    no_event: "aucun événement daté",
    not_bounded: "sans bornes",
    not_dated: "sans date",
    published_then: "publications",
    not_placed: "dates non placées",
    unplaced: |why| match why {
        UnplacedWhy::Comparison => "terme de comparaison",
        UnplacedWhy::Name => "élément d'un nom",
        UnplacedWhy::Duration => "une durée",
        UnplacedWhy::Set => "une fréquence",
        UnplacedWhy::NoPredicate => "aucun fait à côté",
        UnplacedWhy::Furniture => "habillage de la page",
    },
    not_read: "passages non lus",
    unread: |why| match why {
        UnreadWhy::Language => "dans une autre langue",
        UnreadWhy::Table => "un tableau",
        UnreadWhy::Furniture => "habillage de la page",
    },
    given: "[donné]",
    publication_of: |who| format!("publication : {who}"),
    page_of: |who| format!("page : {who}"),
    not_asked: "ne se demande plus",
    table: ["ligne", "mots", "type", "valeur", "quand"],
    no_time: "aucune expression de temps",
    warning: ["avertissement\u{a0}", "aide\u{a0}"],
    give_by_flag: "donnez-la avec --published, par exemple --published 2024-04-05",
    give_in_case: "donnez-la dans [[article]], par exemple published = \"2024-04-05\"",
    language_by_flag: "précisez-la avec --lang fr ou --lang en",
    language_in_case: "précisez-la avec lang = \"fr\" ou lang = \"en\"",
    in_any_case: "dans tous les cas :",
    cannot_all_hold: "ces énoncés ne peuvent tous être vrais",
    columns: [
        "événement",
        "libellé",
        "classe",
        "statut",
        "de",
        "à",
        "quand",
        "contesté",
        "fenêtre_de",
        "fenêtre_à",
        "article",
        "ligne",
        "source",
        "citation",
        "début",
        "fin",
        "dit_de",
        "dit_à",
        "edtf",
    ],
};

/// "a", "a et b", "a, b et c".
fn list(items: &[String], and: &str) -> String {
    match items.split_last() {
        Some((last, others)) if !others.is_empty() => {
            format!("{} {and} {last}", others.join(", "))
        }
        Some((only, _)) => only.clone(),
        None => String::new(),
    }
}

pub(super) fn phrase(phrase: &Phrase<'_>) -> String {
    match phrase {
        Phrase::Where { link } => format!("où {link}"),
        Phrase::BecauseOf { cite, step } => format!("d'après {cite}, {step}"),
        Phrase::BecauseYouSay { step } => format!("puisque vous le dites, {step}"),
        Phrase::So { step } => format!("donc {step}"),
        Phrase::Help { letters, has_links } => {
            let doubted = match letters {
                [] => "retirer ce que vous donnez".to_owned(),
                [only] => format!("douter de {only}"),
                [_, _] => format!("douter de {}", list(letters, "ou")),
                _ => format!("douter de l'un de {}", list(letters, "et")),
            };
            let read = if *has_links { ", ou lire autrement l'un de ces renvois," } else { "" };
            format!("aide : {doubted}{read} lève ce conflit")
        }
        Phrase::HelpCounted { statements: 0 | 1, .. } => {
            "écarter cet énoncé lève le conflit".to_owned()
        }
        Phrase::HelpCounted { statements, links } => {
            let help = format!("mettre en doute un seul des {statements} énoncés lève ce conflit");
            match links.is_empty() {
                true => help,
                false => format!("{help} ; lire autrement aussi : {}", links.join(", ")),
            }
        }
        Phrase::InsteadOf { cites, letter } => format!("{cites} au lieu de {letter}"),
        Phrase::Likewise { swaps, combined: 0 } => format!("de même avec {swaps}"),
        Phrase::Likewise { swaps, combined: 1 } => {
            format!("de même avec {swaps}, et avec les deux")
        }
        Phrase::Likewise { swaps, combined } => {
            format!("de même avec {swaps}, et avec {combined} combinaisons de ceux-ci")
        }
        Phrase::LikewiseWith { put_in, left_out: "" } => format!("de même avec {put_in} en plus"),
        Phrase::LikewiseWith { put_in: "", left_out } => format!("de même sans {left_out}"),
        Phrase::LikewiseWith { put_in, left_out } => {
            format!("de même avec {put_in} au lieu de {left_out}")
        }
        Phrase::Unexpected { claims: 1 } => "1 affirmation n'a pas la réponse attendue.".to_owned(),
        Phrase::Unexpected { claims } => {
            format!("{claims} affirmations n'ont pas la réponse attendue.")
        }
        Phrase::Expected { answer } => format!("attendu : {answer}"),
        Phrase::IfRight { cites } => {
            let have = if cites.len() == 1 { "a" } else { "ont" };
            format!("si {} {have} raison :", list(cites, "et"))
        }
        Phrase::SomeWays { some, all } => {
            format!("pour {some} des {all} façons de choisir qui croire :")
        }
        Phrase::MoreWays { more } => {
            let ways = if *more == 1 { "autre façon" } else { "autres façons" };
            format!("et de {more} {ways}, que donne --format json")
        }
        Phrase::Zones { earlier, later, west, east, day, before, until } => format!(
            "à noter : les deux pourraient être vrais si {earlier} compte son jour à {} ({}, {}) \
             et {later} à {} ({}, {}) : le {day} avant {until} à {} est encore le {before} à {} ; \
             les textes ne le disent pas",
            west.name, west.zone, west.utc, east.name, east.zone, east.utc, east.name, west.name,
        ),
        Phrase::Summary { claims, answers, conflicts, events } => {
            let mut told = Vec::new();
            if *claims != 0 {
                let each: Vec<String> = answers
                    .iter()
                    .map(|(n, answer)| format!("{n} {answer}{}", if *n < 2 { "e" } else { "es" }))
                    .collect();
                told.push(format!("{} : {}", count(*claims, LABELS.claims), each.join(", ")));
            }
            told.push(count(*conflicts, LABELS.conflicts));
            told.push(count(*events, LABELS.events));
            told.join(" ; ")
        }
        Phrase::WhatIf { without, believing, changes } => {
            let mut told = Vec::new();
            if !without.is_empty() {
                told.push(format!("sans {}", without.join(", ")));
            }
            if !believing.is_empty() {
                let quoted: Vec<String> =
                    believing.iter().map(|words| format!("« {words} »")).collect();
                told.push(format!("en croyant {}", quoted.join(", ")));
            }
            let changes = match changes {
                0 => "aucune réponse ne change".to_owned(),
                1 => "1 réponse change".to_owned(),
                n => format!("{n} réponses changent"),
            };
            format!("et si, {} : {changes}", told.join(" et "))
        }
        Phrase::Count { n, forms } => count(*n, *forms),
    }
}

/// French counts 0 as one.
fn count(n: usize, [one, many]: [&str; 2]) -> String {
    format!("{n} {}", if n < 2 { one } else { many })
}

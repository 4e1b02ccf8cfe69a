//! French words by which a page tells its own parts.

use crate::lang::page::Page;

/// All tables. Words are folded.
pub(super) static PAGE: Page = Page {
    own: &["par", "auteur", "publie", "publie le", "mis a jour", "mis en ligne", "date", "paru"],
    excerpt: &["extrait", "extraits", "traduction", "transcription", "integralite"],
    furniture: &[
        "commentaires",
        "aucun commentaire",
        "laisser un commentaire",
        "enregistrer un commentaire",
        "cela peut vous interesser",
        "plus sur le sujet",
        "lire aussi",
        "a lire aussi",
        "articles les plus lus",
        "derniers articles",
        "posts les plus consultes",
        "envoyer votre commentaire",
    ],
};

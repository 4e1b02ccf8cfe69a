//! What a time hangs on: publication, the story so far, an event, the date of a quotation. In each
//! test the nearest date is the wrong one.

use frise::{Article, Frise, Language};

/// When the mention with these words is: its readings, or what it hangs on.
#[track_caller]
fn when(language: Language, text: &str, words: &str) -> (String, String) {
    let frise = Frise::new();
    let article = Article::new("a", text, language).published("2024-04-05".parse().unwrap());
    let account = frise.read(&article);
    let gathered = frise.gather(&[(&article, &account)]);
    let number =
        account.mentions.iter().position(|mention| mention.span.of(text).starts_with(words));
    let number = number.unwrap_or_else(|| panic!("no mention \"{words}\" in: {text}"));
    let part = &account.resolutions[number].parts[0];
    let extent = match gathered.anchored(0, number) {
        Some(anchored) => anchored.extent,
        None => part.extent().copied(),
    };
    let extent = extent.unwrap_or_else(|| panic!("\"{words}\" is not resolved in: {text}"));
    let day = |text: Option<String>| text.map_or("-".to_owned(), |text| text[..10].to_owned());
    (day(extent.from_text()), day(extent.to_text()))
}

#[track_caller]
fn is(language: Language, text: &str, words: &str, from: &str, to: &str) {
    assert_eq!(when(language, text, words), (from.to_owned(), to.to_owned()), "{words}: {text}");
}

#[test]
fn yesterday_hangs_on_publication_and_not_on_the_day_that_was_told_last() {
    is(
        Language::Fr,
        "Le pont s'est effondré le 12 mars 2024. Le maire a démissionné hier.",
        "hier",
        "2024-04-04",
        "2024-04-05",
    );
    is(
        Language::En,
        "The bridge collapsed on March 12, 2024. The mayor resigned yesterday.",
        "yesterday",
        "2024-04-04",
        "2024-04-05",
    );
    is(
        Language::Fr,
        "Le pont s'est effondré le 12 mars 2021. Il y a trois jours, la cour a tranché.",
        "Il y a trois jours",
        "2024-04-02",
        "2024-04-03",
    );
    is(
        Language::En,
        "The bridge collapsed on March 12, 2021. Two days ago the court ruled.",
        "Two days ago",
        "2024-04-03",
        "2024-04-04",
    );
}

#[test]
fn later_hangs_on_the_story_and_not_on_publication() {
    is(
        Language::Fr,
        "Le pont s'est effondré le 12 mars 2021. Trois jours plus tard, le maire a démissionné.",
        "Trois jours plus tard",
        "2021-03-15",
        "2021-03-16",
    );
    is(
        Language::En,
        "The bridge collapsed on March 12, 2021. Three days later, the mayor resigned.",
        "Three days later",
        "2021-03-15",
        "2021-03-16",
    );
    is(
        Language::Fr,
        "Le pont s'est effondré le 12 mars 2021. Le lendemain, la ville était vide.",
        "Le lendemain",
        "2021-03-13",
        "2021-03-14",
    );
    is(
        Language::En,
        "The bridge collapsed on March 12, 2021. The next day the town was empty.",
        "The next day",
        "2021-03-13",
        "2021-03-14",
    );
    is(
        Language::Fr,
        "Le pont s'est effondré le 12 mars 2021. Six personnes sont mortes ce jour-là.",
        "ce jour-là",
        "2021-03-12",
        "2021-03-13",
    );
    is(
        Language::En,
        "The bridge collapsed on March 12, 2021. Six people died that day.",
        "that day",
        "2021-03-12",
        "2021-03-13",
    );
}

#[test]
fn a_distance_from_an_event_hangs_on_that_event_and_not_on_the_day_told_last() {
    is(
        Language::Fr,
        "L'attaque du dépôt a eu lieu le 22 mars. La foire a ouvert le 30 mars. Le gardien avait \
         démissionné dix jours avant l'attaque.",
        "dix jours avant",
        "2024-03-12",
        "2024-03-13",
    );
    is(
        Language::En,
        "Gunmen attacked the depot on March 22. The fair opened on March 30. The guard had resigned \
         ten days before the attack.",
        "ten days before",
        "2024-03-12",
        "2024-03-13",
    );
    is(
        Language::Fr,
        "Le consulat a lancé un avertissement public le 8 mars. La foire a ouvert le 30 mars. Le \
         dossier avait été transmis la veille de cet avertissement.",
        "la veille",
        "2024-03-07",
        "2024-03-08",
    );
    is(
        Language::En,
        "The consulate issued a public warning on March 8. The fair opened on March 30. The file had \
         been shared the day before that warning.",
        "the day before",
        "2024-03-07",
        "2024-03-08",
    );
    is(
        Language::Fr,
        "Le 8 mars, le consulat a averti les voyageurs d'éviter les quais au cours des 48 prochaines \
         heures. La foire a ouvert le 12 mars. Le maire a rejeté l'alerte neuf jours après son \
         expiration.",
        "neuf jours après",
        "2024-03-19",
        "2024-03-20",
    );
    is(
        Language::En,
        "On March 8 the consulate warned travellers to avoid the quays for the next 48 hours. The \
         fair opened on March 12. The mayor dismissed the warning nine days after it ran out.",
        "nine days after",
        "2024-03-19",
        "2024-03-20",
    );
}

#[test]
fn what_is_quoted_hangs_on_the_day_it_was_written_and_not_on_publication() {
    is(
        Language::Fr,
        "Le pont est fermé. On l'avait écrit.\n\nLe pont menace. Le Courrier du Lac, 21 mars 2024\n\
         Un pilier a cédé hier. Le préfet a été prévenu.\n\nPersonne n'a répondu.\n",
        "hier",
        "2024-03-20",
        "2024-03-21",
    );
    is(
        Language::En,
        "The bridge is closed. A paper had said so.\n\nThe bridge is failing. The Lake Courier, March \
         21, 2024\nA pillar gave way yesterday. The prefect was told.\n\nNobody answered.\n",
        "yesterday",
        "2024-03-20",
        "2024-03-21",
    );
    is(
        Language::Fr,
        "Le pont est fermé.\n\n« Un pilier a cédé il y a deux jours et personne n'a bougé. »\n\n\
         – Jeanne Petit (@jpetit) 23 mars 2024\n\nLe préfet se tait.\n",
        "il y a deux jours",
        "2024-03-21",
        "2024-03-22",
    );
    is(
        Language::En,
        "The bridge is closed.\n\n\"A pillar gave way two days ago and nobody moved.\"\n\n\
         – Jane Little (@jlittle) 23 March 2024\n\nThe prefect is silent.\n",
        "two days ago",
        "2024-03-21",
        "2024-03-22",
    );
}

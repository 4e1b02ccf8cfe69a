//! What a page says of itself: when it was published, and which of its lines are no story.

use frise::{Account, Article, Frise, Language};

fn read(text: &str) -> Account {
    Frise::new().read(&Article::new("page", text, Language::Fr))
}

/// The day an article says it was published on, and the last value it tells.
fn told(text: &str) -> (String, String) {
    let account = read(text);
    let day = account.published.map_or("-".to_owned(), |published| published.day().to_string());
    let last = account.resolutions.iter().flat_map(|resolution| &resolution.parts).last();
    (day, last.map_or("-".to_owned(), |part| part.timex.value.clone()))
}

#[test]
fn a_page_is_dated_by_its_own_line_in_any_form() {
    for line in [
        "Publié le 3 mai 2016",
        "Publié le 3 mai 2016 à 9h12",
        "Publiée le mardi 3 mai 2016 à 9 h 12",
        "Publié le 03/05/2016 à 09:12",
        "Publié le 03/05/2016 à 09:12, mis à jour le 04/05/2016 à 18:30",
        "Publié le 3 mai 2016 à 9h12 (mis à jour le 4 mai 2016 à 18h30)",
        "Mis à jour le 4 mai 2016 à 18 h 30, publié le 3 mai 2016",
        "Mis à jour le 03/05/2016 à 10h32",
        "Dernière mise à jour : 3 mai 2016 à 9:12",
        "Modifié le 3 mai 2016",
        "Par Jeanne Morel - Publié le 3 mai 2016 à 09:12",
        "Par J. Morel et Agence - Publié le 3 mai 2016 à 09:12",
        "Par J. Morel - Le 03/05/2016 à 09:12",
        "Par Jeanne Morel, le 3 mai 2016",
        "Le 3 mai 2016 à 9 h 12",
        "Mardi 3 mai 2016",
        "Journal du 3 mai 2016",
        "Édition du 3 mai 2016",
        "mai 3, 2016",
        "NANTES, 3 mai 2016",
        "Nantes, le 3 mai 2016",
    ] {
        let text = format!("{line}\n\nLe maire a démissionné hier.\n");
        assert_eq!(told(&text), ("2016-05-03".to_owned(), "2016-05-02".to_owned()), "{line}");
    }
}

#[test]
fn a_dateline_dates_the_story_that_goes_on_in_its_line() {
    for line in ["NANTES, 3 mai 2016.", "Nantes, le 3 mai 2016 (Agence) –", "NANTES, 3 mai 2016 -"]
    {
        let text = format!("{line} Le maire a démissionné hier.\n");
        assert_eq!(told(&text), ("2016-05-03".to_owned(), "2016-05-02".to_owned()), "{line}");
    }
    // A sentence that begins with a place and a day is none.
    for text in [
        "À Nantes, le 3 mai 2016, le maire a démissionné.",
        "Nantes, le 3 mai 2016 : le maire démissionne. La ville vote.",
        "Le 3 mai 2016, à Nantes, le maire a démissionné.",
    ] {
        assert_eq!(told(text).0, "-", "{text}");
    }
}

#[test]
fn a_page_is_dated_below_as_well_as_above() {
    for line in [
        "3 mai 2016",
        "Nantes, le 3 mai 2016",
        "Publié le 3 mai 2016",
        "Par Jeanne Morel, 3 mai 2016",
    ] {
        let story = "Le maire a démissionné.\n\n".repeat(12);
        let account = read(&format!("{story}{line}\n"));
        let day = account.published.map(|published| published.day().to_string());
        assert_eq!(day.as_deref(), Some("2016-05-03"), "{line}");
    }
}

#[test]
fn the_hour_beside_the_date_of_a_page_is_its_hour() {
    let text = "Publié le 3 mai 2016 à 9h12\n\nLe maire a démissionné il y a deux heures.\n";
    let account = read(text);
    let last = account.resolutions.last().expect("two hours");
    assert_eq!(
        last.parts[0].extent().and_then(|extent| extent.from_text()).as_deref(),
        Some("2016-05-03T07:12")
    );
}

#[test]
fn the_dates_of_other_articles_are_not_the_pages_own() {
    let text =
        "Le maire a démissionné hier.\n\nArticles récents\n\n12 août 2017\nLa fête du port\n";
    assert!(read(text).published.is_none());
}

#[test]
fn a_link_inside_an_article_does_not_end_it() {
    for link in [
        "Lire aussi : Le pont fermé en 2014",
        "À lire aussi : le port en 2014",
        "Lire aussi\nLe pont fermé",
    ] {
        let text = format!(
            "Publié le 3 mai 2016\n\nLe maire a démissionné.\n\n{link}\n\nIl avait été élu en mars dernier, avec une voix d'avance.\n"
        );
        let account = read(&text);
        let last = account.resolutions.last().expect("March");
        assert_eq!(last.parts[0].timex.value, "2016-03", "{link}");
        let mention = account.mentions.last().expect("March");
        assert!(mention.span.of(&text).contains("mars"), "{link}");
    }
}

#[test]
fn without_a_date_what_counts_from_it_is_not_made_out() {
    for text in [
        "Le maire a démissionné hier.",
        "Le maire a démissionné lundi.",
        "La digue céda en 1911. Mardi, le préfet est venu.",
        "Un homme né en 1928 est mort. Samedi, sa fille a porté plainte.",
        "Le pont fermera la semaine prochaine.",
    ] {
        let account = read(text);
        let part = &account.resolutions.last().expect("a day").parts[0];
        assert!(part.unresolved.is_some(), "{text}: {:?}", part.timex.value);
    }
    // What is told goes on from what was told.
    for (text, value) in [
        ("La digue céda le 3 mai 1911. Le 5, l'eau baissa.", "1911-05-05"),
        ("La digue céda le 3 mai 1911. Le 12 juin, elle tenait.", "1911-06-12"),
        ("Le 10 novembre 1911, la digue céda. Le 4 février, elle était refaite.", "1912-02-04"),
        ("La digue céda le 3 mai 1911. Le lendemain, l'eau baissa.", "1911-05-04"),
        ("La digue céda le mercredi 3 mai 1911. Vendredi, l'eau baissa.", "1911-05-05"),
    ] {
        assert_eq!(told(text).1, value, "{text}");
    }
}

#[test]
fn a_quotation_is_dated_by_the_day_it_was_said() {
    for (text, value) in [
        ("« Nous partons demain », a déclaré le maire vendredi.", "2013-02-09"),
        ("« Le pont rouvre aujourd'hui », avait annoncé la préfète le 4 février.", "2013-02-04"),
        ("« Il est venu hier soir », a raconté lundi sa voisine.", "2013-02-10TEV"),
        ("\"La route sera rouverte demain\", a indiqué dimanche le département.", "2013-02-11"),
        // Said on no day, or another sentence's.
        ("« Nous partons demain », a déclaré le maire.", "2013-02-13"),
        ("« Nous partons demain », a-t-il dit. Vendredi, il était là.", "2013-02-13"),
    ] {
        let article = Article::new("a", text, Language::Fr);
        let article = article.published("2013-02-12".parse().expect("a date"));
        let account = Frise::new().read(&article);
        assert_eq!(account.resolutions[0].parts[0].timex.value, value, "{text}");
    }
}

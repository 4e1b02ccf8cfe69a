use super::Gathered;
use crate::article::{Article, Language};
use crate::event::Status;
use crate::reader::Frise;

#[track_caller]
fn gather(language: Language, text: &str) -> Gathered {
    let frise = Frise::new();
    let published = "2024-04-05".parse().unwrap();
    let article = Article::new("a", text, language).published(published);
    let account = frise.read(&article);
    frise.gather(&[(&article, &account)])
}

/// The events, a line each: id, class, label; then what its statements say, by days.
fn told(gathered: &Gathered) -> Vec<String> {
    let draft = &gathered.draft;
    let day = |moment: Option<String>| moment.map_or("-".to_owned(), |text| text[..10].to_owned());
    (draft.events.iter().enumerate())
        .map(|(n, event)| {
            let says: Vec<String> = (draft.statements.iter())
                .filter(|statement| statement.event.0 as usize == n)
                .map(|statement| match &statement.says {
                    Some(says) => format!("{}..{}", day(says.from_text()), day(says.to_text())),
                    None => "?".to_owned(),
                })
                .collect();
            let class = event.class.as_deref().unwrap_or("-");
            format!("{class}: {} [{}]", event.label, says.join(" "))
        })
        .collect()
}

#[track_caller]
fn tells(language: Language, text: &str, expected: &[&str]) -> Gathered {
    let gathered = gather(language, text);
    assert_eq!(told(&gathered), expected);
    gathered
}

#[test]
fn the_same_event_told_twice_is_one_with_two_statements() {
    tells(
        Language::Fr,
        "L'attaque du marché a eu lieu le 22 mars. Rien n'a changé depuis. L'attaque du 22 mars a \
         fait trois morts.",
        &[
            "attack: L'attaque du marché a eu lieu [2024-03-22..2024-03-23 2024-03-22..2024-03-23]",
            "death: L'attaque a fait trois morts [2024-03-22..2024-03-23]",
        ],
    );
    tells(
        Language::En,
        "Gunmen attacked a market in Lyons on March 22. The assault of March 22 killed three.",
        &[
            "attack: Gunmen attacked a market in Lyons [2024-03-22..2024-03-23 2024-03-22..2024-03-23]",
        ],
    );
}

#[test]
fn a_public_and_a_private_warning_stay_two() {
    tells(
        Language::En,
        "The embassy issued a public warning on March 7. The private warning was issued on March 7 \
         as well.",
        &[
            "warning: The embassy issued a public warning [2024-03-07..2024-03-08]",
            "warning: The private warning was issued as well [2024-03-07..2024-03-08]",
        ],
    );
}

#[test]
fn two_strikes_of_a_list_are_two() {
    tells(
        Language::Fr,
        "Les avions ont bombardé le port les 15 et 22 mars.",
        &[
            "military-strike: Les avions ont bombardé le port [2024-03-15..2024-03-16]",
            "military-strike: Les avions ont bombardé le port [2024-03-22..2024-03-23]",
        ],
    );
}

#[test]
fn what_hangs_on_an_event_is_dated_by_it_and_not_by_the_nearest_date() {
    for (language, text) in [
        (
            Language::Fr,
            "L'attaque du marché a eu lieu le 22 mars. La vente s'est ouverte le 28 mars. Le maire \
             a démissionné trois jours avant l'attaque.",
        ),
        (
            Language::En,
            "Gunmen attacked the market on March 22. The sale opened on March 28. The mayor resigned \
             three days before the attack.",
        ),
    ] {
        let gathered = gather(language, text);
        let told = told(&gathered);
        let resigned = told.iter().find(|line| line.starts_with("resignation"));
        assert!(
            resigned.is_some_and(|line| line.ends_with("[2024-03-19..2024-03-20]")),
            "{told:?}"
        );
        let link = gathered.draft.constraints.iter().flat_map(|one| &one.reason.links).next();
        assert!(link.is_some_and(|link| link.to_string().contains("the same class")), "{link:?}");
    }
}

#[test]
fn a_window_counts_from_its_notice_and_its_end_can_be_hung_on() {
    for (language, text) in [
        (
            Language::Fr,
            "Le 8 mars, la préfecture a averti les riverains d'éviter les quais au cours des 48 \
             prochaines heures. Le maire a rejeté l'alerte neuf jours après son expiration.",
        ),
        (
            Language::En,
            "On March 8 the prefect warned people to avoid the quays for the next 48 hours. The mayor \
             dismissed the warning nine days after it expired.",
        ),
    ] {
        let gathered = gather(language, text);
        let days: Vec<Option<String>> = (gathered.anchored.iter())
            .map(|one| one.extent.and_then(|extent| extent.to_text()))
            .collect();
        assert_eq!(
            days,
            [Some("2024-03-11T00:00".to_owned()), Some("2024-03-20T00:00".to_owned())],
            "{text}"
        );
    }
}

#[test]
fn denied_imagined_and_planned_events_are_marked() {
    for (language, text, status) in [
        (Language::Fr, "Aucune alerte n'a été lancée le 7 mars.", Status::Negated),
        (Language::Fr, "Si le barrage avait cédé le 7 mars, on l'aurait su.", Status::Hypothetical),
        (Language::Fr, "Le pont sera fermé le 7 mai.", Status::Planned),
        (Language::Fr, "Selon le préfet, le pont a été fermé le 7 mars.", Status::Reported),
        (Language::En, "No warning was issued on March 7.", Status::Negated),
        (Language::En, "If the dam had burst on March 7, we would know.", Status::Hypothetical),
        (Language::En, "The bridge will be closed on May 7.", Status::Planned),
        (Language::En, "Police said that the bridge was closed on March 7.", Status::Reported),
    ] {
        let gathered = gather(language, text);
        let got: Vec<Status> = gathered.draft.events.iter().map(|event| event.status).collect();
        assert_eq!(got, [status], "{text}");
    }
}

#[test]
fn a_date_tied_to_a_noun_dates_the_noun() {
    tells(
        Language::Fr,
        "Le juge a rappelé l'attentat de 2015.",
        &["attack: l'attentat [2015-01-01..2016-01-01]"],
    );
    tells(
        Language::En,
        "It was the worst storm since the invasion of Malta in 1565.",
        &["invasion: the invasion of Malta [1565-01-01..1566-01-01]"],
    );
}

#[test]
fn what_is_denied_leaves_its_date_to_what_is_put_in_its_place() {
    tells(
        Language::Fr,
        "Le 4 mars, le préfet n'a pas fermé la route, mais a prévenu les maires.",
        &["warning: le préfet a prévenu les maires [2024-03-04..2024-03-05]"],
    );
}

#[test]
fn what_follows_within_hours_follows_what_was_told() {
    let gathered = gather(
        Language::En,
        "Gunmen attacked the market on March 22. The group claimed responsibility within hours.",
    );
    let claim = gathered.draft.statements.get(1).and_then(|statement| statement.says);
    assert_eq!(claim.and_then(|says| says.from_text()).as_deref(), Some("2024-03-22T00:00"));
}

#[test]
fn an_attack_that_a_year_is_not_told_of_can_be_known_and_an_anniversary_can_be_wrong() {
    let gathered = gather(
        Language::Fr,
        "Le 2 septembre 2022, juste avant le 22e anniversaire des attentats du 11 septembre, le \
         groupe a attaqué une prison.",
    );
    let why = gathered.draft.constraints.iter().find_map(|one| match &one.bond {
        crate::constraint::Bond::Impossible { why, .. } => Some(why.to_string()),
        _ => None,
    });
    assert_eq!(
        why.as_deref(),
        Some(
            "anniversary 22 of 11 September 2001 is in 2023 (2001 + 22 = 2023), not on 2 September 2022"
        )
    );
}

#[test]
fn the_result_does_not_depend_on_the_run_and_no_text_makes_it_fail() {
    for text in [
        "",
        "le 7 mars",
        "l'attaque du",
        "trois jours avant",
        "« le 7 mars",
        "\n\n: le 7 mars 2024",
    ] {
        for &language in Language::ALL {
            assert_eq!(told(&gather(language, text)), told(&gather(language, text)));
        }
    }
}

#[test]
fn a_stray_full_stop_does_not_cut_a_time_off_from_what_it_dates() {
    for (language, text) in [
        (
            Language::Fr,
            "À peine une semaine après que Dubois eut obtenu les clés du barrage pour dix ans. \
             Le lac a inondé la vallée.",
        ),
        (
            Language::En,
            "Barely a week after Dubois had won the keys of the dam for ten years. The lake flooded \
             the valley.",
        ),
    ] {
        let gathered = gather(language, text);
        let told = told(&gathered);
        assert!(told.iter().any(|line| line.starts_with("flood")), "{told:?}");
        assert_eq!(gathered.draft.events.len(), 2, "{told:?}");
    }
}

#[test]
fn an_anniversary_is_reckoned_from_what_is_dated_or_known_by_its_name() {
    let why = |language: Language, text: &str| {
        gather(language, text).draft.constraints.iter().find_map(|one| match &one.bond {
            crate::constraint::Bond::Impossible { why, .. } => Some(why.to_string()),
            _ => None,
        })
    };
    for (language, text, said) in [
        (
            Language::Fr,
            "Le 9 novembre 2021, pour le 31e anniversaire de la chute du mur de Berlin, le maire a \
             inauguré une place.",
            Some(
                "anniversary 31 of 9 November 1989 is in 2020 (1989 + 31 = 2020), not on 9 November 2021",
            ),
        ),
        (
            Language::En,
            "On 2 September 2022, just before the 22nd anniversary of the September 11 attacks, the \
             group published a paper.",
            Some(
                "anniversary 22 of 11 September 2001 is in 2023 (2001 + 22 = 2023), not on 2 September 2022",
            ),
        ),
        (
            Language::En,
            "The dam burst on 3 May 2012. On 3 May 2021, the eighth anniversary of the burst, a bell \
             was rung.",
            None,
        ),
        (
            Language::En,
            "The flood of 3 May 2012 killed six. On 2 May 2021, on the eve of the eighth anniversary \
             of the flood, a bell was rung.",
            Some("anniversary 8 of 3 May 2012 is in 2020 (2012 + 8 = 2020), not on 2 May 2021"),
        ),
        (
            Language::Fr,
            "Le 11 septembre 2022, le 21e anniversaire des attentats du 11 septembre a été célébré.",
            None,
        ),
        (
            Language::Fr,
            "L'inondation du 3 mai 2012 a tué six personnes. Une cloche a sonné le 2 mai 2021, juste \
             avant le 9e anniversaire de l'inondation.",
            None,
        ),
    ] {
        assert_eq!(why(language, text).as_deref(), said, "{text}");
    }
}

#[test]
fn times_of_two_zones_are_told_in_one() {
    for (language, text) in [
        (
            Language::En,
            "A bomb exploded in the market at 18:15 UTC on March 22, 2024. The explosion in the market \
             of March 22, 2024 at 21:15 Baghdad time killed six.",
        ),
        (
            Language::Fr,
            "Une bombe a explosé sur le marché le 22 mars 2024 à 18h15 UTC. L'explosion du marché a eu \
             lieu le 22 mars 2024 à 21h15 (heure de Bagdad).",
        ),
    ] {
        let gathered = gather(language, text);
        let says: Vec<Option<String>> = (gathered.draft.statements.iter())
            .take(2)
            .map(|statement| statement.says.and_then(|says| says.from_text()))
            .collect();
        let expected = Some("2024-03-22T18:15".to_owned());
        assert_eq!(says, [expected.clone(), expected], "{text}");
        let event = |n: usize| gathered.draft.statements.get(n).map(|statement| statement.event);
        assert_eq!(event(0), event(1), "{text}");
        let step = gathered.draft.statements[1].steps.iter().any(|step| {
            step.to_string() == "22 March 2024, 21:15 (Asia/Baghdad) is 22 March 2024, 18:15 (UTC)"
        });
        assert!(step, "{:?}", gathered.draft.statements[1].steps);
    }
}

/// Every time that has bounds dates a statement, hangs on an event, or is on record as unplaced: one of
/// the three, and not two.
#[test]
fn no_time_that_was_resolved_is_dropped_in_silence() {
    let texts = [
        (
            Language::Fr,
            "Le maire, élu en 2014, a démissionné le 5 mars 2024. Les ventes ont baissé de 3 % par \
             rapport à mars 2023. Le 7 mars ! L'accord de 1991 reste en vigueur pendant trois ans. \
             La grève a commencé trois jours avant le vote du 12 mars. Chaque lundi, il prie.\n\n\
             3 mai 2017 : arrestation de deux hommes. 18:50 : le service s'arrête.",
        ),
        (
            Language::En,
            "The mayor, elected in 2014, resigned on March 5. Sales fell compared to March 2023. \
             The 1991 accord holds. The strike began three days before the vote of March 12.\n\n\
             Lake Courier, 2 March 2024\nThe dam was cracked. \"We knew on Monday\", she said on \
             Tuesday. On 3 and 5 March two planes landed.\n\nComments:\n\n6 March 2024 nonsense",
        ),
    ];
    for (language, text) in texts {
        let frise = Frise::new();
        let article = Article::new("a", text, language).published("2024-04-05".parse().unwrap());
        let account = frise.read(&article);
        let gathered = frise.gather(&[(&article, &account)]);
        let draft = &gathered.draft;
        for (n, (mention, resolution)) in
            account.mentions.iter().zip(&account.resolutions).enumerate()
        {
            if resolution.parts.iter().all(|part| part.extent().is_none()) {
                continue;
            }
            let dates = draft.statements.iter().any(|said| said.dated_by.contains(&mention.span));
            let hangs = gathered.anchored(0, n).is_some();
            let unplaced = draft.unplaced.iter().filter(|one| one.span == mention.span).count();
            let words = mention.span.of(text);
            assert!(unplaced <= 1, "{words}");
            assert_eq!(
                usize::from(dates || hangs) + unplaced,
                1,
                "{words}: {dates} {hangs} {unplaced}"
            );
        }
        assert!(!draft.unplaced.is_empty());
    }
}

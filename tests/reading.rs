//! Readings and explanations that once were wrong, each with what is right.

use frise::{Article, Exhibit, Frise, Language, Limits, Text, Timeline, Why};

struct Told {
    articles: Vec<Article>,
    timeline: Timeline,
}

fn told(language: Language, published: Option<&str>, text: &str) -> Told {
    let mut article = Article::new("a", text, language);
    if let Some(day) = published {
        article = article.published(day.parse().unwrap());
    }
    let frise = Frise::new();
    let account = frise.read(&article);
    let draft = frise.gather(&[(&article, &account)]).draft;
    let timeline = Timeline::check(draft, &Limits::default()).unwrap();
    Told { articles: vec![article], timeline }
}

impl Told {
    /// Labels and bounds of the events, in the order of the line.
    fn events(&self) -> Vec<String> {
        let order = self.timeline.order().into_iter();
        order
            .map(|ix| {
                let event = &self.timeline.events()[ix.index()];
                let bounds = self.timeline.bounds(ix);
                let day = |at: Option<chrono::NaiveDateTime>| {
                    at.map_or("-".to_owned(), |at| at.date().to_string())
                };
                let last = bounds.to.map(|to| to - chrono::Duration::seconds(1));
                format!("{} {} {}", day(bounds.from), day(last), event.label)
            })
            .collect()
    }

    fn report(&self, language: Language) -> String {
        Exhibit::new(&self.articles, &self.timeline).language(language).text(Text::new().width(200))
    }
}

/// A range behind its verb dates the verb, whatever noun stands before it.
#[test]
fn a_range_behind_its_verb_dates_it() {
    for (text, event) in [
        ("La ville a été bombardée du 3 au 5 mai 2024.", "La ville a été bombardée"),
        ("Le pont a été fermé du 3 au 5 mai 2024.", "Le pont a été fermé"),
        ("Les soldats ont occupé la gare du 3 au 5 mai 2024.", "Les soldats ont occupé la gare"),
    ] {
        let events = told(Language::Fr, None, text).events();
        assert_eq!(events, [format!("2024-05-03 2024-05-05 {event}")], "{text}");
    }
    let mayor = told(Language::Fr, None, "Il a été maire du 3 mai 2020 au 5 juin 2024.");
    assert_eq!(mayor.events(), ["2020-05-03 2024-06-05 Il a été maire"]);
    let strike = told(Language::Fr, None, "La grève a duré du 3 mai au 5 juin 2024.");
    assert_eq!(strike.events(), ["2024-05-03 2024-06-05 La grève a duré"]);
    // A meeting has its range itself.
    let meeting = told(Language::Fr, None, "La réunion du 3 au 5 mai 2024 a échoué.");
    assert_eq!(meeting.events()[0], "2024-05-03 2024-05-05 La réunion");
}

/// The words inside a time open no clause.
#[test]
fn what_happens_between_two_days_is_no_part_of_the_time() {
    for (text, event) in [
        ("Entre le 3 et le 5 mai 2024, le barrage a cédé.", "le barrage a cédé"),
        ("Entre le 3 mai et le 5 mai 2024, la ville a été bombardée.", "la ville a été bombardée"),
    ] {
        let told = told(Language::Fr, None, text);
        assert_eq!(told.events(), [format!("2024-05-03 2024-05-05 {event}")], "{text}");
        // It lies somewhere between the two, and need not fill the days.
        let bond = &told.timeline.draft().constraints[0].bond;
        assert!(matches!(bond, frise::Bond::Within { .. }), "{bond:?}");
    }
    let filled = told(Language::Fr, None, "Le pont a été fermé du 3 au 5 mai 2024.");
    let bond = &filled.timeline.draft().constraints[0].bond;
    assert!(matches!(bond, frise::Bond::Spans { .. }), "{bond:?}");
}

/// A date that does not exist says so, in the language that is asked for.
#[test]
fn an_impossible_date_says_what_is_wrong_with_it() {
    let thirty_first = "Le barrage a cédé le 31 février 2024.";
    let thursday = "Le barrage a cédé le jeudi 8 mars 2024.";
    for (text, language, headline) in [
        (thirty_first, Language::Fr, "conflit\u{a0}: le 31 février 2024 n'existe pas\n"),
        (thirty_first, Language::En, "conflict: 31 February 2024 does not exist\n"),
        (
            thursday,
            Language::Fr,
            "conflit\u{a0}: le 8 mars 2024 est un vendredi, et non un jeudi\n",
        ),
        (thursday, Language::En, "conflict: 8 March 2024 is a Friday, not a Thursday\n"),
    ] {
        let report = told(Language::Fr, None, text).report(language);
        assert!(report.contains(headline), "{report}");
    }
}

/// No ending of French makes a participle of an English noun.
#[test]
fn a_noun_after_a_verb_does_not_turn_it_to_the_past() {
    for noun in ["money", "credit"] {
        let text = format!("The bank has {noun} on Monday.");
        let told = told(Language::En, Some("2024-04-05"), &text);
        assert!(told.events()[0].starts_with("2024-04-08 2024-04-08"), "{:?}", told.events());
    }
}

/// Strictly more than an amount of days is at least a day more.
#[test]
fn more_than_two_weeks_before_is_not_exactly_two_weeks_before() {
    let text = "The attack came on 22 March 2024. More than two weeks before the attack, a warning \
                was issued.";
    let events = told(Language::En, None, text).events();
    assert_eq!(events[0], "2024-03-02 2024-03-07 a warning was issued");
}

/// The rule of an English time names the form that read it, as in French.
#[test]
fn the_rule_names_the_form_that_read_the_words() {
    let text = "It rained on 7 March 2024. It snowed on Monday. It was dry in May, last week, at \
                5 p.m., in 1998, about 3 April and in the early morning.";
    let article = Article::new("a", text, Language::En);
    let mentions = Frise::new().find(&article);
    let rules: Vec<&str> = mentions.iter().map(|mention| mention.rule).collect();
    assert_eq!(
        rules,
        [
            "en/date",
            "en/weekday",
            "en/month",
            "en/pointed",
            "en/clock",
            "en/year",
            "en/date",
            "en/part"
        ]
    );
}

/// A step can be followed with a calendar in hand.
#[test]
fn steps_are_words_for_people() {
    let article = Article::new(
        "a",
        "It burst last week. The alarm was given on Friday evening.",
        Language::En,
    )
    .published("2024-04-02".parse().unwrap());
    let account = Frise::new().read(&article);
    let steps: Vec<&Why> = (account.resolutions.iter())
        .flat_map(|resolution| &resolution.parts)
        .flat_map(|part| &part.steps)
        .collect();
    let said: Vec<String> = steps.iter().map(|step| step.text(Language::En)).collect();
    assert_eq!(said[0], "the week before publication (2 April 2024): 25–31 March 2024");
    let said_fr: Vec<String> = steps.iter().map(|step| step.text(Language::Fr)).collect();
    assert_eq!(said_fr[0], "la semaine précédant la publication (2 avril 2024) : 25–31 mars 2024");
    for step in said.iter().chain(&said_fr) {
        assert!(
            !step.contains("T0") && !step.contains("-1 ") && !step.contains("the one of"),
            "{step}"
        );
    }
}

/// Where the end of a window is meant, the words say so.
#[test]
fn the_end_of_a_window_is_told_as_such() {
    let text = "L'alerte a été donnée le 7 mars 2024, pour les 48 heures à venir. Le 19 mars 2024, dix \
                jours après l'expiration de cette alerte, le préfet a démissionné.";
    let told = told(Language::Fr, None, text);
    let says = told.timeline.draft().constraints.iter().map(|one| &one.reason.says);
    let hangs: Vec<&Why> = says.filter(|why| matches!(why, Why::Hangs { .. })).collect();
    let [hangs] = hangs.as_slice() else { panic!("{hangs:?}") };
    assert!(hangs.text(Language::Fr).contains("après la fin de la fenêtre de"), "{hangs}");
    assert!(hangs.text(Language::En).contains("after the end of the window of"), "{hangs}");
}

//! The ends of what can be said of time, and texts that nobody writes: data or an error, never a panic.

#[cfg(feature = "timeml")]
use frise::Annotated;
use frise::{Article, Claim, Frise, Language, Limits, Timeline};

fn frise() -> &'static Frise {
    static FRISE: std::sync::LazyLock<Frise> = std::sync::LazyLock::new(Frise::new);
    &FRISE
}

/// The values of the times in a text, published on a day; nothing where a time has no value.
#[track_caller]
fn values(text: &str, language: Language, published: &str) -> Vec<String> {
    let published = published.parse().expect("the date can be read");
    let article = Article::new("a", text, language).published(published);
    let account = frise().read(&article);
    let draft = frise().gather(&[(&article, &account)]).draft;
    Timeline::check(draft, &Limits::default()).expect("a text is no misuse");
    let parts = account.resolutions.iter().flat_map(|resolution| &resolution.parts);
    parts.map(|part| part.timex.value.clone()).collect()
}

#[track_caller]
fn en(text: &str) -> Vec<String> {
    values(text, Language::En, "2024-04-05")
}

#[track_caller]
fn fr(text: &str) -> Vec<String> {
    values(text, Language::Fr, "2024-04-05")
}

#[test]
fn amounts_beyond_any_integer_shift_nothing() {
    fr("Dans 10 puissance 30 ans, et dans 99999999999999999999999999 jours.");
    en("In 340282366920938463463374607431768211456 years; 9223372036854775807 weeks ago.");
    en("Two million million million million years later; nine quintillion centuries ago.");
    fr(
        "Il y a mille milliards de milliards de siècles, et 9 223 372 036 854 775 807 jours plus tard.",
    );
}

#[test]
fn shifts_beyond_the_calendar_have_no_bounds_and_no_panic() {
    for text in ["262000 years ago", "300000 years later", "in 99999999 days", "9999999 months ago"]
    {
        let published = "2024-04-05".parse().expect("the date can be read");
        let article = Article::new("a", text, Language::En).published(published);
        let account = frise().read(&article);
        assert_eq!(account.mentions.len(), 1, "{text}");
    }
}

#[test]
fn an_article_of_the_first_or_the_last_year_is_read() {
    let text = "Yesterday, tomorrow, last year, next century, two thousand years ago, in ten thousand years.";
    for day in ["0001-01-01", "9999-12-31"] {
        assert!(!values(text, Language::En, day).is_empty(), "{day}");
    }
}

#[test]
fn years_0_to_9999_and_before_our_era() {
    assert_eq!(en("on 15 March 44 BC"), ["BC0044-03-15"]);
    assert_eq!(fr("en l'an 800"), ["0800"]);
    for year in [0, 1, 9, 99, 999, 1000, 2024, 9999, 10_000, 999_999] {
        en(&format!("In the year {year}, on 7 March {year}, {year} BC, the {year}s."));
        fr(&format!("En l'an {year}, le 7 mars {year}, {year} avant J.-C., les années {year}."));
    }
}

#[test]
fn the_29th_of_february_only_in_leap_years() {
    assert_eq!(en("on 29 February 2024"), ["2024-02-29"]);
    let published = "2024-04-05".parse().expect("the date can be read");
    let article = Article::new("a", "on 29 February 2023", Language::En).published(published);
    let account = frise().read(&article);
    assert!(account.resolutions[0].parts[0].unresolved.is_some(), "2023 is no leap year");
    // A year before and a year after the day that these years lack.
    values("A year ago; in one year; the same day last year.", Language::En, "2024-02-29");
}

#[test]
fn week_53_only_in_long_years() {
    en("2020-W53, 2021-W53, 2020-W53-7, week 53 of 2021, week 53");
    values("next week, last week", Language::En, "2020-12-31");
}

#[test]
fn leap_seconds_and_hours_of_zone_changes() {
    en("2016-12-31T23:59:60Z, 2016-12-31 23:59:61, 24:00, 24:01, 25:00");
    // Samoa had no 30 December 2011; Paris had no 2:30 on 31 March 2024 and two on 27 October.
    en("On 30 December 2011 at 10 a.m. Apia time; at 2:30 a.m. Paris time on 31 March 2024.");
    fr("Le 31 mars 2024 à 2 h 30, heure de Paris, et le 27 octobre 2024 à 2 h 30, heure de Paris.");
}

#[test]
fn events_that_hang_on_each_other_in_a_circle() {
    let text = "The day before the attack, the town issued a warning. \
        The attack came the day after the warning that preceded the attack. \
        The warning was issued two days before the attack.";
    en(text);
    en("The attack came a day after the attack. The day before the day before the attack.");
}

#[test]
fn quotes_a_thousand_deep() {
    en(&format!("{}on 7 March{}", "“he said ".repeat(1000), "”".repeat(1000)));
    fr(&format!("{}le 7 mars{}", "« il a dit ".repeat(1000), " »".repeat(1000)));
    en(&format!("{}on 7 March{}", "(".repeat(1000), ")".repeat(1000)));
}

#[test]
fn claims_nested_a_thousand_deep_are_refused_or_answered() {
    let article = Article::new("a", "The bridge fell on 7 March 1998.", Language::En);
    let account = frise().read(&article);
    let draft = frise().gather(&[(&article, &account)]).draft;
    let timeline = Timeline::check(draft, &Limits::default()).expect("a text is no misuse");
    for opening in ["not ", "(", "not ("] {
        let closing = if opening.ends_with('(') { ")" } else { "" };
        let text = format!("{}e1 before 2000-01-01{}", opening.repeat(1000), closing.repeat(1000));
        if let Ok(claim) = Claim::parse(&text) {
            let _ = timeline.ask(&claim);
        }
    }
}

#[test]
#[cfg(feature = "timeml")]
fn entities_of_xml_are_not_expanded() {
    let bomb = "<!DOCTYPE TimeML [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">\
        <!ENTITY c \"&b;&b;&b;&b;\">]><TimeML>&c; <EVENT eid=\"e1\">&c;</EVENT></TimeML>";
    if let Ok(document) = Annotated::parse(bomb) {
        assert!(document.conflicts().is_empty());
    }
}

#[test]
fn words_without_end_and_marks_alone() {
    for text in
        ["a".repeat(100_000), "1".repeat(100_000), "\u{301}".repeat(10_000), "'".repeat(10_000)]
    {
        assert_eq!(en(&text), [""; 0]);
    }
    fr(&"le ".repeat(10_000));
    en(&"1 ".repeat(10_000));
    en(&"Monday ".repeat(2000));
}

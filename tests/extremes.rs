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

/// The words of the times in a text, and why each has no place.
#[track_caller]
fn unplaced(text: &str, language: Language) -> Vec<(String, String)> {
    let published = "2024-04-05".parse().expect("the date can be read");
    let account = frise().read(&Article::new("a", text, language).published(published));
    let parts = account.resolutions.iter().flat_map(|resolution| &resolution.parts);
    parts
        .map(|part| {
            let reason = part.unresolved.as_ref().map_or(String::new(), ToString::to_string);
            (part.timex.span.of(text).to_owned(), reason)
        })
        .collect()
}

const BEYOND: &str = "beyond the years that are reckoned with";

#[test]
fn amounts_beyond_any_integer_are_read_whole_and_shift_nothing() {
    for text in [
        "10000000000000000000000 years ago",
        "9223372036854775808 weeks ago",
        "9223372036854775807 weeks ago",
        "18446744073709551616 days later",
        "10^30 years ago",
        "300 billion years ago",
        "two million million million million years ago",
    ] {
        assert_eq!(unplaced(text, Language::En), [(text.to_owned(), BEYOND.to_owned())]);
    }
    for (text, words) in [
        ("Il y a 10 puissance 30 ans", "10 puissance 30 ans"),
        ("Il y a 10^30 ans", "10^30 ans"),
        ("Il y a 99999999999999999999999999 jours", "99999999999999999999999999 jours"),
        ("Il y a 9 223 372 036 854 775 808 jours", "9 223 372 036 854 775 808 jours"),
        ("Il y a mille milliards de siècles", "mille milliards de siècles"),
        ("Il y a 2,5 millions d'années", "2,5 millions d'années"),
    ] {
        assert_eq!(unplaced(text, Language::Fr), [(words.to_owned(), BEYOND.to_owned())]);
    }
    // Said how many, though not so that it can be read: not "some years ago".
    assert_eq!(unplaced("10³⁰ years ago", Language::En), []);
    en(
        "nine quintillion centuries ago; -9223372036854775808 days; 1e400 years; 0.000001 seconds later",
    );
    fr(
        "il y a mille milliards de milliards de milliards de milliards d'années, 1,000000001 heure après",
    );
}

#[test]
fn shifts_beyond_the_calendar_have_no_bounds() {
    for (text, language, reason) in [
        ("265000 years ago", Language::En, BEYOND),
        ("300000 years later", Language::En, BEYOND),
        ("9999999 months ago", Language::En, BEYOND),
        ("4294967296 days ago", Language::En, BEYOND),
        ("300000 ans plus tard", Language::Fr, BEYOND),
        ("99999999 jours plus tôt", Language::Fr, BEYOND),
        // These still have a day.
        ("262000 years ago", Language::En, ""),
        ("95000000 days ago", Language::En, ""),
        ("95000000 jours plus tôt", Language::Fr, ""),
    ] {
        let found: Vec<String> =
            unplaced(text, language).into_iter().map(|(_, reason)| reason).collect();
        assert_eq!(found, [reason], "{text}");
    }
}

#[test]
fn dates_at_the_ends_of_the_calendar_make_a_timeline() {
    let text = "262000 years ago the sea rose. 95000000 days ago the ice fell. On 31 December 9999 the \
        sun will rise. The next day the ice will fall. Two thousand years before the flood the sea fell.";
    assert_eq!(en(text).len(), 5);
    let ends = ["262142-12-31", "-262143-01-01", "+262142-12-31"];
    assert!(ends.into_iter().all(|day| day.parse::<frise::Published>().is_err()));
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
    assert_eq!(fr("le 15 mars 44 avant J.-C."), ["BC0044-03-15"]);
    assert_eq!(fr("en l'an 800, en l'an 9999"), ["0800", "9999"]);
    assert_eq!(en("the year 476, the year 9999, the year 12000"), ["0476", "9999", "+12000"]);
    assert_eq!(
        en("31 December 9999, 0001-01-01, 0000-02-29"),
        ["9999-12-31", "0001-01-01", "BC0001-02-29"]
    );
    // Not the year of publication.
    assert_eq!(en("There is no year 0: in the year 0 nothing happened."), [""; 0]);
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
    let no_such = |week: &str| (week.to_owned(), "2021 has no week 53".to_owned());
    assert_eq!(en("2020-W53, week 53 of 2020"), ["2020-W53", "2020-W53"]);
    for week in ["2021-W53", "week 53 of 2021"] {
        assert_eq!(unplaced(week, Language::En), [no_such(week)]);
    }
    assert_eq!(unplaced("semaine 53 de 2021", Language::Fr), [no_such("semaine 53 de 2021")]);
    // Around the end of a long year.
    let weeks = values("last week, this week, next week", Language::En, "2020-12-31");
    assert_eq!(weeks, ["2020-W52", "2020-W53", "2021-W01"]);
}

#[test]
fn leap_seconds_and_hours_of_zone_changes() {
    // A leap second is the first of the next day; what no clock shows is a day alone.
    assert_eq!(en("2016-12-31T23:59:60Z"), ["2017-01-01T00:00:00Z"]);
    assert_eq!(en("2016-12-31 23:59:61"), ["2016-12-31"]);
    let impossible = unplaced("at 24:01", Language::En);
    assert_eq!(impossible[0].1, "no clock shows 24:01:00");
    // Paris had no 2:30 on 31 March 2024 and two on 27 October: told as written.
    let paris =
        "Le 31 mars 2024 à 2 h 30, heure de Paris, et le 27 octobre 2024 à 2 h 30, heure de Paris.";
    assert_eq!(fr(paris), ["2024-03-31", "2024-03-31T02:30", "2024-10-27", "2024-10-27T02:30"]);
    // A leap second and a missing hour as dates of publication.
    assert_eq!(values("yesterday", Language::En, "2016-12-31T23:59:60Z"), ["2016-12-30"]);
    assert_eq!(values("hier", Language::Fr, "2024-03-31T02:30"), ["2024-03-30"]);
}

/// An article whose clock times are of Samoa, where no 30 December 2011 was, told beside one in UTC.
#[test]
fn a_day_that_a_zone_left_out_is_told_in_another() {
    let zone = frise::Zone::Named("Pacific/Apia".parse().expect("the zone exists"));
    let ferry = Article::new("a", "The ferry sank on 30 December 2011 at 10 a.m.", Language::En);
    let text = "The bridge fell at 2011-12-30T21:00Z. The mayor spoke on 2011-12-31 at 09:00 UTC.";
    let bridge = Article::new("b", text, Language::En);
    let articles = [ferry.zone(zone), bridge];
    let accounts = articles.each_ref().map(|article| frise().read(article));
    let pairs: Vec<_> = articles.iter().zip(&accounts).collect();
    let timeline = Timeline::check(frise().gather(&pairs).draft, &Limits::default());
    let timeline = timeline.expect("a text is no misuse");
    let from: Vec<String> = (timeline.order().into_iter())
        .filter_map(|event| timeline.bounds(event).from)
        .map(|from| from.to_string())
        .collect();
    // In Samoa, which had come fourteen hours ahead of UTC by then.
    assert_eq!(from, ["2011-12-30 10:00:00", "2011-12-31 11:00:00", "2011-12-31 23:00:00"]);
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

/// The words of the times in a text.
fn words(text: &str, language: Language) -> Vec<String> {
    unplaced(text, language).into_iter().map(|(words, _)| words).collect()
}

#[test]
fn letters_joined_marked_and_from_right_to_left() {
    let signs =
        "👨‍👩‍👧‍👦 On 7 March 2024 👩🏽‍🚒 it fell 🇫🇷 on 8\u{200d} March 2024; 9\u{a0}March\u{202f}2024.";
    let found = ["7 March 2024", "8\u{200d} March 2024", "9\u{a0}March\u{202f}2024"];
    assert_eq!(words(signs, Language::En), found);
    let arabic = "الجسر انهار في 7 March 2024 يوم. \u{202e}On 8 March 2024 it fell.\u{202c} \u{200f}9 March 2024\u{200f}";
    assert_eq!(words(arabic, Language::En), ["7 March 2024", "8 March 2024", "9 March 2024"]);
    let marked = "le 7 m\u{301}ars 2024, le 5 AOU\u{302}T 2024, le 9\u{301} avril 2024";
    let found = ["le 7 m\u{301}ars 2024", "le 5 AOU\u{302}T 2024", "le 9\u{301} avril 2024"];
    assert_eq!(words(marked, Language::Fr), found);
    assert_eq!(words("\u{feff}7 March 2024\0", Language::En), ["7 March 2024"]);
    assert_eq!(words("on 7 March\r\n2024", Language::En), ["7 March\r\n2024"]);
}

#[test]
fn words_without_end_and_marks_alone() {
    for text in [
        "a".repeat(1_000_000),
        "1".repeat(100_000),
        "\u{301}".repeat(100_000),
        "\u{200d}".repeat(100_000),
        "'".repeat(10_000),
        "\0".repeat(100_000),
    ] {
        assert_eq!(en(&text), [""; 0]);
    }
    assert_eq!(en(&format!("7 March{}", "\u{301}".repeat(100_000))), ["2024-03-07"]);
    fr(&"le ".repeat(10_000));
    en(&"1 ".repeat(10_000));
    en(&"Monday ".repeat(2000));
}

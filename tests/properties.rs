//! What always holds, whatever the text: spans, determinism, and how readings move with the date
//! published.

use frise::chrono::{Days, NaiveDate};
use frise::{Account, Article, Frise, Language, Limits, Published, Timeline};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::sample::select;
use proptest::{prop_assert, prop_assert_eq, proptest};

/// Built once: the tables are the same for every case.
fn frise() -> &'static Frise {
    static FRISE: std::sync::LazyLock<Frise> = std::sync::LazyLock::new(Frise::new);
    &FRISE
}

fn language() -> impl Strategy<Value = Language> {
    prop_oneof![Just(Language::En), Just(Language::Fr)]
}

/// Words that grammars look for, in both languages, with numbers and marks: random texts of these
/// reach far more rules than random letters do.
fn text() -> impl Strategy<Value = String> {
    let words = select(
        "le la les du au de l' d' un une trois vingt quatre-vingt-dix mars mai août AOÛT lundi samedi \
         jours semaines mois ans siècle XIXe av. J.-C. hier demain la-veille lendemain depuis jusqu'à avant \
         après il y a dans prochain dernières matin soir midi minuit heures h Noël Pâques printemps \
         trimestre environ plus-de fin début mi- attaque alerte a-été lancée the of a an three twenty-one \
         March May Sunday days weeks years century BC yesterday tomorrow since until before after ago \
         later next last morning evening noon p.m. o'clock Christmas spring quarter about more-than end \
         early mid- attack warning was issued will be 1 7 12 31 48 98 1998 2024 99999999999999999999 1st \
         7th 21h15 9:03 UTC 03/04/2024 2024-03-07 2024-02-31 '98 1990s . , ; : ! ? – — - / ( ) « » “ ” \n \n\n"
            .split(' ')
            .map(|word| word.replace('-', " "))
            .collect::<Vec<_>>(),
    );
    vec(prop_oneof![9 => words, 1 => any::<String>()], 0..40).prop_map(|words| words.join(" "))
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (1900i32..2100, 0u64..366).prop_map(|(year, day)| {
        NaiveDate::from_ymd_opt(year, 1, 1).expect("January exists") + Days::new(day)
    })
}

fn read(text: &str, language: Language, published: Option<NaiveDate>) -> (Article, Account) {
    let mut article = Article::new("a", text, language);
    if let Some(day) = published {
        article = article.published(Published::on(day));
    }
    let account = frise().read(&article);
    (article, account)
}

/// What a reader sees of an account: values, bounds and steps.
fn seen(account: &Account) -> String {
    format!("{:?}\n{:?}\n{:?}", account.mentions, account.resolutions, account.warnings)
}

/// Found by the properties below: the reading had an end before its start.
#[test]
fn a_range_that_ends_before_it_begins_is_told_and_has_no_reading() {
    let day = NaiveDate::from_ymd_opt(1900, 1, 1).expect("it exists");
    let (_, account) = read("2024 until '98", Language::En, Some(day));
    let parts: Vec<_> = account.resolutions.iter().flat_map(|found| &found.parts).collect();
    assert_eq!(
        parts.iter().map(|part| part.timex.value.as_str()).collect::<Vec<_>>(),
        ["2024", "1898"]
    );
    for part in parts {
        assert!(part.readings.is_empty());
        let reason = part.unresolved.as_ref().expect("it says why");
        assert_eq!(reason.to_string(), "from 2024 to 1898, it would end before it begins");
    }
}

proptest! {
    #[test]
    fn spans_are_ordered_disjoint_and_on_character_boundaries(text in text(), language in language()) {
        let (_, account) = read(&text, language, None);
        let mut end = 0;
        for (mention, resolution) in account.mentions.iter().zip(&account.resolutions) {
            prop_assert!(text.get(mention.span.start..mention.span.end).is_some());
            prop_assert_eq!(resolution.parts.len(), mention.expr.parts().len());
            for span in resolution.spans() {
                prop_assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()));
                prop_assert!(mention.span.contains(span), "{:?} outside {:?}", span, mention.span);
                prop_assert!(end <= span.start, "{:?} before {}", span, end);
                end = span.end;
            }
        }
    }

    #[test]
    fn any_string_goes_the_whole_way(text in any::<String>(), language in language(), day in date()) {
        let (article, account) = read(&text, language, Some(day));
        let gathered = frise().gather(&[(&article, &account)]);
        let timeline = Timeline::check(gathered.draft, &Limits::default());
        prop_assert!(timeline.is_ok());
    }

    #[test]
    fn texts_of_time_words_go_the_whole_way_and_twice_the_same(text in text(), language in language(), day in date()) {
        let (article, account) = read(&text, language, Some(day));
        let (_, again) = read(&text, language, Some(day));
        prop_assert_eq!(seen(&account), seen(&again));
        let whole = |account: &Account| {
            let gathered = frise().gather(&[(&article, account)]);
            Timeline::check(gathered.draft, &Limits::default()).map(|timeline| {
                let bounds = timeline.order().into_iter().map(|event| timeline.bounds(event));
                format!("{:?} {:?}", bounds.collect::<Vec<_>>(), timeline.conflicts())
            })
        };
        let (once, twice) = (whole(&account), whole(&again));
        prop_assert!(once.is_ok());
        prop_assert_eq!(once.ok(), twice.ok());
    }

    #[test]
    fn bounds_are_in_order(text in text(), language in language(), day in date()) {
        let (_, account) = read(&text, language, Some(day));
        for part in account.resolutions.iter().flat_map(|resolution| &resolution.parts) {
            for reading in &part.readings {
                if let (Some(from), Some(to)) = (reading.extent.from, reading.extent.to) {
                    prop_assert!(from < to, "{}: {from} to {to}", part.timex.value);
                }
            }
            prop_assert!(part.readings.is_empty() == part.unresolved.is_some());
        }
    }

    #[test]
    fn days_and_weeks_move_with_the_date_published(day in date(), weeks in 1u64..500) {
        let later = day + Days::new(7 * weeks);
        let fr = ["hier", "avant-hier", "lundi dernier", "la semaine prochaine", "il y a dix jours"];
        let en = ["yesterday", "last Monday", "next week", "ten days ago", "in three days"];
        let phrases = fr.map(|phrase| (phrase, Language::Fr)).into_iter().chain(en.map(|phrase| (phrase, Language::En)));
        for (phrase, language) in phrases {
            let extent = |day| {
                let (_, account) = read(phrase, language, Some(day));
                *account.resolutions[0].parts[0].extent().expect("it resolves")
            };
            let (now, then) = (extent(day), extent(later));
            prop_assert_eq!(now.from.map(|from| from + Days::new(7 * weeks)), then.from, "{}", phrase);
            prop_assert_eq!(now.to.map(|to| to + Days::new(7 * weeks)), then.to, "{}", phrase);
        }
    }

    #[test]
    fn a_sentence_without_dates_between_changes_no_value(day in date(), language in language()) {
        let (first, between, last) = match language {
            Language::Fr => ("Le pont a cédé le 7 mars 1998.", "Le maire dormait.", "Le lendemain, il a démissionné."),
            _ => ("The bridge fell on 7 March 1998.", "The mayor slept.", "The next day he resigned."),
        };
        let values = |text: &str| {
            let (_, account) = read(text, language, Some(day));
            let parts = account.resolutions.iter().flat_map(|resolution| &resolution.parts);
            parts.map(|part| part.timex.value.clone()).collect::<Vec<_>>()
        };
        prop_assert_eq!(values(&format!("{first} {last}")), values(&format!("{first} {between} {last}")));
    }
}

/// Phrases that say the same in both languages, and so are the same expression.
#[test]
fn twins_are_equal() {
    let twins = include_str!("../fixtures/corpus/twins.txt");
    let mut failures = String::new();
    for line in twins.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (en, fr) = line.split_once('|').expect("a line is English | French");
        let exprs = |text: &str, language| {
            let mentions = frise().find(&Article::new("t", text.trim(), language));
            mentions.into_iter().map(|mention| mention.expr).collect::<Vec<_>>()
        };
        let (en_exprs, fr_exprs) = (exprs(en, Language::En), exprs(fr, Language::Fr));
        if en_exprs != fr_exprs || en_exprs.is_empty() {
            failures.push_str(&format!("{en} {en_exprs:?}\n{fr} {fr_exprs:?}\n\n"));
        }
    }
    assert!(failures.is_empty(), "these twins differ:\n{failures}");
}

//! Sentences as claims, over a story of two articles in two languages.

use frise::{Answer, Article, Claim, Frise, Heard, Language, Limits, Sentences, Timeline};

const WIRE: &str = "HALVEN, 20 June 2022 - The ferry Solveig sank on Sunday, 12 June 2022, at 9:40 p.m. \
    The captain, Nils Aaberg, had been warned of the storm at 6 p.m. that day.\n\n\
    The coastguard closed the harbour on 13 June 2022. The mayor, Petra Lund, resigned on 16 June 2022. \
    The captain was arrested on 15 June 2022 and his mate was arrested on 17 June 2022. \
    The second search of the wreck is planned for 1 July 2022.";

const PAPER: &str = "HALVEN, le 22 juin 2022 - Le ferry Solveig a coulé le 12 juin 2022. \
    La maire, Petra Lund, a démissionné le 18 juin 2022. \
    Le port a été fermé du 13 au 19 juin 2022.";

/// What the two articles answer to sentences.
fn heard(sentences: &[&str]) -> Vec<Heard> {
    let frise = Frise::new();
    let wire = Article::new("wire", WIRE, Language::En);
    let paper = Article::new("paper", PAPER, Language::Fr);
    let accounts = (frise.read(&wire), frise.read(&paper));
    let draft = frise.gather(&[(&wire, &accounts.0), (&paper, &accounts.1)]).draft;
    let timeline = Timeline::check(draft, &Limits::default()).expect("nothing is given");
    let sources = [&wire, &paper];
    let reader = Sentences::new(&frise, &sources, &timeline);
    let hear = |text: &&str| reader.hear(text, None).expect("it is a sentence with times");
    sentences.iter().map(hear).collect()
}

fn expect(rows: &[(&str, Answer)]) {
    let sentences: Vec<&str> = rows.iter().map(|(sentence, _)| *sentence).collect();
    for (heard, (sentence, answer)) in heard(&sentences).iter().zip(rows) {
        assert_eq!(
            heard.verdict.answer, *answer,
            "{sentence}\n{:?}\n{:?}",
            heard.read_as, heard.taken
        );
    }
}

#[test]
fn an_order_is_tested_in_both_languages() {
    expect(&[
        ("The captain was arrested before his mate.", Answer::Supported),
        ("The captain was arrested after his mate.", Answer::Contradicted),
        ("The ferry sank before the captain was arrested.", Answer::Supported),
        ("Le capitaine a été arrêté après le naufrage du ferry.", Answer::Supported),
        ("Le capitaine a été arrêté avant le naufrage du ferry.", Answer::Contradicted),
    ]);
}

#[test]
fn a_date_and_a_day_of_the_week_are_tested() {
    expect(&[
        ("The ferry sank on a Sunday.", Answer::Supported),
        ("Le ferry a coulé un lundi.", Answer::Contradicted),
        ("The captain was arrested on Thursday, 15 June 2022.", Answer::Contradicted),
        ("The captain was arrested in June 2022.", Answer::Supported),
    ]);
}

#[test]
fn a_distance_is_tested() {
    expect(&[
        ("The captain was arrested three days after the ferry sank.", Answer::Supported),
        ("The captain was arrested more than a week after the ferry sank.", Answer::Contradicted),
        ("The captain was arrested two days before his mate.", Answer::Supported),
    ]);
}

#[test]
fn a_denial_denies_the_time_and_not_the_event() {
    expect(&[
        ("The captain was not arrested before his mate.", Answer::Contradicted),
        ("The captain wasn't arrested after his mate.", Answer::Supported),
        ("Le capitaine n'a pas été arrêté avant le naufrage du ferry.", Answer::Supported),
    ]);
}

#[test]
fn sides_that_differ_make_a_dispute() {
    let wire = "The coastguard closed the harbour on 13 June 2022. Mayor Petra Lund resigned on 16 June 2022.";
    let paper = "Mayor Petra Lund resigned on 18 June 2022.";
    let frise = Frise::new();
    let wire = Article::new("wire", wire, Language::En);
    let paper = Article::new("paper", paper, Language::En);
    let accounts = (frise.read(&wire), frise.read(&paper));
    let draft = frise.gather(&[(&wire, &accounts.0), (&paper, &accounts.1)]).draft;
    let timeline = Timeline::check(draft, &Limits::default()).expect("nothing is given");
    assert_eq!(timeline.conflicts().len(), 1, "the articles clash");
    let said = Article::new(
        "claim",
        "Mayor Petra Lund resigned three days after the harbour was closed.",
        Language::En,
    );
    let heard = timeline.ask_sentence(&frise, &[&wire, &paper], &said).expect("it has times");
    assert_eq!(heard.verdict.answer, Answer::Disputed, "{:?}", heard.read_as);
}

#[test]
fn how_a_sentence_was_read_is_a_claim_of_the_language() {
    let sentences = [
        "The captain was arrested three days after the ferry sank.",
        "The ferry sank on a Sunday.",
        "The captain was not arrested before his mate.",
        "The captain and his mate were arrested two days apart.",
    ];
    for heard in heard(&sentences) {
        let read_as = heard.read_as.expect("its events are told");
        let claim = Claim::parse(&read_as).expect("it is a claim");
        assert_eq!(claim.to_string(), read_as);
    }
}

#[test]
fn what_no_source_tells_of_is_said() {
    let told = heard(&["The lighthouse was painted before the ferry sank."]);
    assert_eq!(told[0].verdict.answer, Answer::Undetermined);
    assert_eq!(told[0].read_as, None);
    let why = told[0].verdict.because[0].to_string();
    assert!(why.starts_with("no source tells of \"lighthouse painted\""), "{why}");
}

#[test]
fn what_is_only_planned_has_not_happened() {
    expect(&[
        ("The second search of the wreck took place on 1 July 2022.", Answer::Undetermined),
        ("The second search of the wreck will take place on 1 July 2022.", Answer::Supported),
    ]);
}

#[test]
fn what_speaks_of_all_or_how_often_is_not_judged() {
    expect(&[
        ("Nobody was arrested before the ferry sank.", Answer::Undetermined),
        ("The captain was arrested twice before 20 June 2022.", Answer::Undetermined),
        ("Only the captain was arrested before 16 June 2022.", Answer::Undetermined),
    ]);
}

#[test]
fn what_is_no_claim_is_refused_with_what_it_is() {
    let frise = Frise::new();
    let wire = Article::new("wire", WIRE, Language::En);
    let draft = frise.gather(&[(&wire, &frise.read(&wire))]).draft;
    let timeline = Timeline::check(draft, &Limits::default()).expect("nothing is given");
    let sources = [&wire];
    let reader = Sentences::new(&frise, &sources, &timeline);
    let wrong = |text: &str| reader.hear(text, None).expect_err(text).what().to_owned();
    assert_eq!(
        wrong("When did the ferry sink?"),
        "\"When did the ferry sink?\" is a question, and no claim"
    );
    assert_eq!(
        wrong("Close the harbour before the storm."),
        "\"Close the harbour before the storm.\" is an order, and no claim"
    );
    assert_eq!(
        wrong("The ferry sank. The mayor resigned."),
        "\"The ferry sank. The mayor resigned.\" is more than one sentence"
    );
    assert_eq!(wrong("The ferry was old."), "\"The ferry was old.\" says nothing of times");
    assert_eq!(
        wrong("Kapitan został aresztowany trzy dni później."),
        "\"Kapitan został aresztowany trzy dni później.\" is in no language that is read"
    );
}

use super::{
    Case, CaseArticle, CaseClaim, CaseEvent, CaseGiven, CaseIgnore, CaseLink, CaseRead, Outcome,
    Quotes,
};
use crate::article::{Article, Language};
use crate::claim::Answer;
use crate::error::Error;
use crate::limits::Limits;
use crate::reader::Frise;

const DAM: &str = "Le préfet a lancé une alerte publique le 7 mars, valable 48 heures.\n\n\
    L'alerte publique a été lancée le 8 mars. Le maire l'a rejetée le 19 mars, trois jours avant la \
    rupture du barrage.\n\nLe barrage a cédé le 22 mars. Les secours sont partis.\n";

fn event(id: &str, quotes: &[&str]) -> CaseEvent {
    CaseEvent {
        id: id.to_owned(),
        quote: Quotes::Many(quotes.iter().map(|quote| (*quote).to_owned()).collect()),
        ..CaseEvent::default()
    }
}

fn case(events: Vec<CaseEvent>, claims: &[&str]) -> Case {
    Case {
        article: vec![CaseArticle { id: "dam".to_owned(), ..CaseArticle::default() }],
        event: events,
        claim: (claims.iter())
            .map(|text| CaseClaim { text: (*text).to_owned(), ..CaseClaim::default() })
            .collect(),
        ..Case::default()
    }
}

fn check(case: &Case, text: &str) -> Result<Outcome, Error> {
    let published = "2024-04-05".parse().unwrap();
    let article = Article::new("dam", text, Language::Fr).published(published);
    case.check(&Frise::new(), &[article], &Limits::default())
}

#[track_caller]
fn answers(case: &Case, expected: &[Answer]) -> Outcome {
    let outcome = check(case, DAM).unwrap();
    let got: Vec<Answer> = outcome.answers.iter().map(|one| one.verdict.answer).collect();
    assert_eq!(got, expected);
    outcome
}

#[test]
fn a_named_event_has_exactly_the_statements_its_quotes_give() {
    let events = vec![event("seven", &["une alerte publique le 7 mars"])];
    let outcome = answers(
        &case(events, &["seven same-day-as 2024-03-07", "seven same-day-as 2024-03-08"]),
        &[Answer::Supported, Answer::Contradicted],
    );
    let named = outcome.timeline.event("seven").unwrap();
    let count =
        outcome.timeline.statements().iter().filter(|statement| statement.event == named).count();
    assert_eq!(count, 1);
    assert!(outcome.timeline.conflicts().is_empty());
}

#[test]
fn two_quotes_that_disagree_are_a_conflict_of_two_statements() {
    let quotes = ["une alerte publique le 7 mars", "L'alerte publique a été lancée le 8 mars"];
    let outcome = answers(
        &case(vec![event("alert", &quotes)], &["alert same-day-as 2024-03-08"]),
        &[Answer::Disputed],
    );
    let conflicts = outcome.timeline.conflicts();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].statements.len(), 2);
}

/// The warnings, in English.
fn told(outcome: &Outcome) -> Vec<String> {
    outcome.warnings.iter().map(ToString::to_string).collect()
}

#[test]
fn what_the_user_knows_is_believed() {
    let mut dam = event("burst", &["Les secours sont partis"]);
    dam.when = Some("2024-03-08".to_owned());
    dam.window = Some("2 jours".to_owned());
    let mut case =
        case(vec![dam], &["window(burst) overlaps 2024-03-10", "burst before 2024-03-09"]);
    case.given.push(CaseGiven { claim: "burst before 2024-03-20".to_owned() });
    let outcome = answers(&case, &[Answer::Supported, Answer::Supported]);
    assert_eq!(
        told(&outcome),
        ["the quote \"Les secours sont partis\" of \"burst\" holds no time, nor does its clause"]
    );
}

#[test]
fn a_reference_binds_to_the_named_event_and_never_dates_its_own_anchor() {
    let words = "Le maire l'a rejetée le 19 mars, trois jours avant la rupture du barrage";
    let mut burst = event("rupture", &["Le barrage a cédé le 22 mars"]);
    burst.label = Some("rupture du barrage".to_owned());
    let mut case = case(
        vec![burst, event("rejection", &[words])],
        &["gap(rejection, rupture) = 3 days", "rejection same-day-as 2024-03-19"],
    );
    case.link.push(CaseLink {
        text: "la rupture du barrage".to_owned(),
        article: None,
        to: "rupture".to_owned(),
    });
    answers(&case, &[Answer::Supported, Answer::Supported]);
}

#[test]
fn the_users_reading_of_a_phrase_rules() {
    let mut case = case(
        vec![event("alert", &["L'alerte publique a été lancée le 8 mars"])],
        &["alert same-day-as 2023-03-08"],
    );
    case.read.push(CaseRead {
        text: "le 8 mars".to_owned(),
        article: Some("dam".to_owned()),
        is: "2023-03-08".to_owned(),
    });
    answers(&case, &[Answer::Supported]);
}

#[test]
fn an_ignored_statement_is_left_out_with_its_reason() {
    let quotes = ["une alerte publique le 7 mars", "L'alerte publique a été lancée le 8 mars"];
    let mut case = case(vec![event("alert", &quotes)], &["alert same-day-as 2024-03-08"]);
    case.ignore.push(CaseIgnore {
        text: "une alerte publique le 7 mars".to_owned(),
        article: None,
        why: "une coquille".to_owned(),
    });
    let outcome = answers(&case, &[Answer::Supported]);
    assert_eq!(
        told(&outcome),
        ["left out by the user: \"une alerte publique le 7 mars\" (une coquille)"]
    );
}

#[track_caller]
fn fails(case: &Case, message: &str) {
    assert_eq!(check(case, DAM).err().map(|error| error.to_string()).as_deref(), Some(message));
}

#[test]
fn mistakes_say_what_where_and_how_to_mend_them() {
    fails(
        &case(vec![event("alert", &["L'alerte publique fut lancée le 8 mars"])], &[]),
        "the quote \"L'alerte publique fut lancée le 8 mars\" of event \"alert\" is not found in any \
         article; the nearest words are \"L'alerte publique a été lancée le 8 mars\" (dam, line 3)",
    );
    fails(
        &case(vec![event("alert", &["lerte publique"])], &[]),
        "the quote \"lerte publique\" of event \"alert\" is not found in any article; the nearest \
         words are \"publique\" (dam, line 1)",
    );
    fails(
        &case(vec![event("alert", &["alerte publique"])], &[]),
        "the quote \"alerte publique\" of event \"alert\" is found twice: dam, line 1 and dam, line \
         3; quote more of the words around it, or name the article",
    );
    fails(
        &case(vec![event("a", &[]), event("a", &[])], &[]),
        "two events are called \"a\"; give one of them another id",
    );
    let mut wrong = event("alert", &["le 22 mars"]);
    wrong.window = Some("soon".to_owned());
    fails(
        &case(vec![wrong], &[]),
        "`window` of event \"alert\" is \"soon\", which is no amount of time; write it as \"48 \
         hours\", \"2 jours\" or \"P2D\"",
    );
    let mut wrong = event("alert", &["le 22 mars"]);
    wrong.article = Some("dame".to_owned());
    fails(
        &case(vec![wrong], &[]),
        "no article is called \"dame\" (of event \"alert\"); the articles are dam",
    );
}

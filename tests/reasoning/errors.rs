use super::support::*;
use frise::*;

/// The message, and the words of the claim that it points at.
#[track_caller]
fn wrong(claim: &str) -> (String, String) {
    let timeline = concert_hall();
    let error = match Claim::parse(claim) {
        Err(error) => error,
        Ok(claim) => timeline.ask(&claim).unwrap_err(),
    };
    let (start, end) = error.at().unwrap_or((0, 0));
    (error.to_string(), claim[start..end].to_owned())
}

#[test]
fn errors_point_at_the_word_and_say_how_to_mend_it() {
    for (claim, message, word) in [
        ("", "the claim is empty; a claim reads like: window(warning) overlaps attack", ""),
        (
            "warnin before attack",
            "no event is called \"warnin\"; did you mean \"warning\"?",
            "warnin",
        ),
        (
            "xyz before attack",
            "no event is called \"xyz\"; the events are warning, attack, rejection, briefing, \
             warning7, warning8",
            "xyz",
        ),
        ("warning befor attack", "\"befor\" is no relation; did you mean \"before\"?", "befor"),
        (
            "warning is attack",
            "\"is\" is no relation; a time is followed by before, after, meets, met-by, overlaps, \
             during, contains, starts, finishes, equals, same-day-as or allen:NAME",
            "is",
        ),
        (
            "warning allen:metby attack",
            "\"allen:metby\" is no relation; did you mean \"allen:met-by\"?",
            "allen:metby",
        ),
        (
            "warning before",
            "the claim ends where a time is expected; a claim reads like: window(warning) overlaps \
             attack",
            "",
        ),
        (
            "warning",
            "the claim ends where a relation is expected; a claim reads like: window(warning) \
             overlaps attack",
            "",
        ),
        (
            "before attack",
            "\"before\" comes where a time is expected; a claim reads like: window(warning) \
             overlaps attack",
            "before",
        ),
        (
            "warning before attack briefing",
            "\"briefing\" comes where \"and\", \"or\" or the end is expected; a claim reads like: \
             window(warning) overlaps attack",
            "briefing",
        ),
        (
            "windw(warning) overlaps attack",
            "\"windw\" is no function; did you mean window(…)?",
            "windw",
        ),
        (
            "window(attack) overlaps warning",
            "\"attack\" has no window: nothing says how long it covers; give it one in the case \
             file, window = \"48 hours\", or quote the words that say it",
            "attack",
        ),
        (
            "window(2024-03-08) overlaps warning",
            "a date such as 2024-03-08 has no window; write the interval itself: \
             2024-03-08/2024-03-10",
            "2024-03-08",
        ),
        (
            "gap(warning, attack) = 14",
            "14 of what? a unit is missing; write 14 days, 14 hours, 14 months …",
            "14",
        ),
        ("gap(warning, attack) = 14 dyas", "\"dyas\" is no unit; did you mean \"days\"?", "dyas"),
        (
            "gap(warning, attack) before 14 days",
            "\"before\" comes where one of = != < <= > >= is expected; write it as gap(a, b) = 9 \
             days",
            "before",
        ),
        (
            "gap(warning attack) = 14 days",
            "\"attack\" comes where a comma is expected; write it as gap(a, b)",
            "attack",
        ),
        (
            "gap(warning, attack) = 1 month 3 hours",
            "1 month 3 hours mixes months with hours, which have no common measure; ask for months \
             and days, or for hours alone",
            "",
        ),
        (
            "count(\"attack\") = 2 days",
            "a count has no unit, so \"days\" is out of place; leave it out: = 2",
            "days",
        ),
        (
            "count(attack) = 2",
            "\"attack\" comes where the words to count, in quotation marks is expected; write it \
             as count(\"attack\", 2024) >= 2",
            "attack",
        ),
        (
            "warning before 2024-02-30",
            "\"2024-02-30\" is not a date that exists; 2024-02 has 29 days",
            "2024-02-30",
        ),
        (
            "warning during 2024-03-08/2024-3-9",
            "\"2024-3-9\" is not a date that exists; write it as 2024, 2024-03, 2024-03-08 or \
             2024-03-08T18:00",
            "2024-3-9",
        ),
        (
            "\"the flood\" before attack",
            "no event fits \"the flood\"; name it by its id, or by words of its label or of a \
             sentence that tells of it",
            "\"the flood\"",
        ),
        (
            "\"le 7 mars before attack",
            "these words have no closing quotation mark; write them as \"words of an event\"",
            "\"le 7 mars before attack",
        ),
        (
            "\"48 heures\" before attack",
            "2 events fit \"48 heures\": warning7 (\"warning7\"), warning8 (\"warning8\"); use an \
             id, or more of the words",
            "\"48 heures\"",
        ),
        (
            "(warning before attack",
            "the claim ends where a closing parenthesis is expected; a claim reads like: \
             window(warning) overlaps attack",
            "",
        ),
        (
            "warning = attack",
            "\"=\" compares amounts, not times; write gap(a, b) = 9 days, or a relation such as \
             \"same-day-as\"",
            "=",
        ),
    ] {
        assert_eq!(wrong(claim), (message.to_owned(), word.to_owned()), "{claim}");
    }
}

#[test]
fn words_fit_whatever_their_case_and_accents() {
    let timeline = concert_hall();
    assert_eq!(answer(&timeline, "\"PROCHAINES  heures\" before attack"), "supported");
    assert_eq!(answer(&timeline, "« avant l’assaut » same-day-as 2024-03-04"), "supported");
}

#[test]
fn a_clash_of_what_is_given_is_an_error_that_shows_it() {
    let mut case = Hand::default();
    let a = case.event("a");
    for bond in on(a, "2024-03-08") {
        case.draft.add_constraint(Constraint::believed(bond));
    }
    case.given("a after 2024-03-10");
    let error = Timeline::check_with(case.draft, &case.givens, &Limits::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "what is given cannot all hold: a is on 8 March 2024; given: a after 2024-03-10: so \
         a is on 11 March 2024 at the earliest; a \
         cannot be on 11 March 2024 or later and on 8 March 2024 or earlier: 3 days short; change \
         one of these: a \"when\", a \"window\" or a \"given\""
    );
    let mut case = Hand::default();
    case.event("a");
    case.given("b before a");
    let error = Timeline::check_with(case.draft, &case.givens, &Limits::default()).unwrap_err();
    assert_eq!(
        error.to_string(),
        "given \"b before a\": no event is called \"b\"; did you mean \"a\"?"
    );
}

#[test]
fn no_text_makes_the_parser_panic() {
    let pieces = [
        "not",
        "(",
        ")",
        ",",
        "window(",
        "gap(a,b)",
        "=",
        "≤",
        "9",
        "days",
        "\"",
        "«",
        "é",
        "2024",
        "[",
        "..",
        "P",
        "P1",
        "Y",
        "-",
        "and",
        "or",
        "before",
        "a",
        " ",
        "T",
        "🦀",
        "count(\"x\")",
    ];
    let mut state = 1u64;
    for _ in 0..20_000 {
        let mut claim = String::new();
        for _ in 0..6 {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            claim.push_str(pieces[(state >> 33) as usize % pieces.len()]);
            if state & (1 << 40) != 0 {
                claim.push(' ');
            }
        }
        if let Ok(parsed) = Claim::parse(&claim) {
            let again = Claim::parse(&parsed.to_string()).unwrap();
            assert_eq!(parsed.clause(), again.clause(), "{claim}");
        }
    }
}

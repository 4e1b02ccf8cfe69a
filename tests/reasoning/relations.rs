use super::support::*;
use frise::*;

/// (a, relation, b, answer), over events dated by EDTF.
#[track_caller]
fn table(rows: &[(&str, &str, &str, &str)]) {
    for (a, relation, b, expected) in rows {
        let mut case = Hand::default();
        case.dated("a", a);
        case.dated("b", b);
        let timeline = case.check();
        assert_eq!(answer(&timeline, &format!("a {relation} b")), *expected, "{a} {relation} {b}");
    }
}

const SUP: &str = "supported";
const CON: &str = "contradicted";
const UND: &str = "undetermined";

#[test]
fn everyday_relations_of_events() {
    table(&[
        ("2024-03-08", "before", "2024-03-09", SUP),
        ("2024-03-08", "before", "2024-03-08", UND),
        ("2024-03-08", "after", "2024-03-07", SUP),
        ("2024-03-03/2024-03-05", "meets", "2024-03-06/2024-03-08", SUP),
        ("2024-03-03/2024-03-05", "meets", "2024-03-07", CON),
        ("2024-03-06", "met-by", "2024-03-05", SUP),
        ("2024-03-05T18:00", "meets", "2024-03-05T18:01", SUP),
        ("2024-03-05T18:00", "meets", "2024-03-06", CON),
        ("2024-03-03/2024-03-05", "overlaps", "2024-03-04/2024-03-08", SUP),
        ("2024-03-03/2024-03-05", "overlaps", "2024-03-05/2024-03-08", UND),
        ("2024-03-03/2024-03-05", "overlaps", "2024-03-06/2024-03-08", CON),
        ("2024-03-04", "during", "2024-03-03/2024-03-05", SUP),
        ("2024-03-03", "during", "2024-03-03/2024-03-05", UND),
        ("2024-03-03/2024-03-05", "contains", "2024-03-04", SUP),
        ("2024-03-03/2024-03-05", "starts", "2024-03-03/2024-03-09", SUP),
        ("2024-03-03/2024-03-05", "finishes", "2024-03-01/2024-03-05", SUP),
        ("2024-03-03/2024-03-05", "equals", "2024-03-03/2024-03-05", SUP),
        ("2024-03-03/2024-03-05", "equals", "2024-03-03/2024-03-06", CON),
        ("2024-03-08T18:00", "same-day-as", "2024-03-08", SUP),
        ("2024-03-08", "same-day-as", "2024-03-09", CON),
        ("2024-03-08/2024-03-09", "same-day-as", "2024-03-08", CON),
        ("2024-03-08T18:00", "before", "2024-03-08T19:00", SUP),
        ("2024-03-08T18:00", "before", "2024-03-08", UND),
    ]);
}

#[test]
fn relations_with_dates() {
    let mut case = Hand::default();
    case.dated("a", "2024-03-08");
    case.dated("b", "2024-03-08T18:00");
    let timeline = case.check();
    for (claim, expected) in [
        ("a same-day-as 2024-03-08", SUP),
        ("a equals 2024-03-08", SUP),
        ("a during 2024-03", SUP),
        ("a during 2024-03-08/2024-03-10", SUP),
        ("a during ../2024-03", SUP),
        ("a during 2024-04/..", CON),
        ("a before 2024-03-09", SUP),
        ("a before 2024-03-08", CON),
        ("a after 2024-03-07", SUP),
        ("a overlaps 2024-03", SUP),
        ("2024-03 contains a", SUP),
        ("a during 2024-03-08T12:00/2024-03-09", UND),
        ("a starts 2024-03-08T12:00", UND),
        ("b starts 2024-03-08", SUP),
        ("b equals 2024-03-08T18:00", SUP),
        ("b after 2024-03-08T17:59", SUP),
        ("a during 202X", SUP),
        ("a during 2024-03~", SUP),
        ("a same-day-as [2024-03-07..2024-03-08]", SUP),
        ("a same-day-as [2024-03-01..2024-03-07]", CON),
        ("2024-03-08 before 2024-03-09", SUP),
        ("2024-03-08 same-day-as 2024-03-08T10:00", SUP),
        ("start(a) same-day-as 2024-03-08", SUP),
        ("end(2024-03) same-day-as 2024-03-31", SUP),
    ] {
        assert_eq!(answer(&timeline, claim), expected, "{claim}");
    }
}

#[test]
fn allen_is_strict() {
    table(&[
        ("2024-03-03/2024-03-05", "allen:overlaps", "2024-03-04/2024-03-08", SUP),
        ("2024-03-03/2024-03-09", "allen:overlaps", "2024-03-04/2024-03-08", CON),
        ("2024-03-03/2024-03-09", "allen:contains", "2024-03-04/2024-03-08", SUP),
        ("2024-03-04/2024-03-08", "allen:during", "2024-03-03/2024-03-09", SUP),
        ("2024-03-03/2024-03-05", "allen:meets", "2024-03-06/2024-03-08", CON),
        ("2024-03-03/2024-03-05", "allen:before", "2024-03-06/2024-03-08", SUP),
        ("2024-03-03/2024-03-05", "allen:meets", "2024-03-05/2024-03-08", UND),
        ("2024-03-03/2024-03-05", "allen:equals", "2024-03-03/2024-03-05", UND),
    ]);
}

/// Exactly one of the thirteen holds: no two can hold together, and one must.
#[test]
fn the_thirteen_are_disjoint_and_leave_nothing_out() {
    let mut case = Hand::default();
    case.event("a");
    case.event("b");
    let timeline = case.check();
    for one in Allen::ALL {
        for other in Allen::ALL {
            let claim = format!("a allen:{} b and a allen:{} b", one.name(), other.name());
            let expected = if one == other { UND } else { CON };
            assert_eq!(answer(&timeline, &claim), expected, "{claim}");
        }
    }
    let any: Vec<String> =
        Allen::ALL.iter().map(|one| format!("a allen:{} b", one.name())).collect();
    assert_eq!(answer(&timeline, &any.join(" or ")), SUP);
}

#[test]
fn a_claim_reads_the_same_in_french() {
    for (french, english) in [
        ("fenêtre(avertissement) chevauche attaque", "window(avertissement) overlaps attaque"),
        ("écart(a, b) = 9 jours", "gap(a, b) = 9 days"),
        ("écart(a, b) >= 2 semaines et non a avant b", "gap(a, b) >= 2 weeks and not a before b"),
        (
            "durée(a) < 3 mois ou début(a) après fin(b)",
            "length(a) < 3 months or start(a) after end(b)",
        ),
        ("nombre(« attaques », 2024) = 2", "count(\"attaques\", 2024) = 2"),
        ("a même-jour-que 2024-03-08", "a same-day-as 2024-03-08"),
        (
            "a pendant b et (a contient b ou a égale b)",
            "a during b and (a contains b or a equals b)",
        ),
        ("écart(a, b) = 1 an", "gap(a, b) = 1 year"),
    ] {
        let claim = Claim::parse(french).unwrap();
        assert_eq!(claim.to_string(), english);
        assert_eq!(claim.clause(), Claim::parse(english).unwrap().clause());
    }
}

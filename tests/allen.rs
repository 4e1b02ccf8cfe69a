//! Allen's composition table out of the network, against all orders of six ends.

use std::collections::BTreeSet;

use frise::{Allen, Answer, Claim, Draft, Event, IntervalLink, Limits, Timeline, link_conflicts};

/// The relation of two intervals given by their ends.
fn relation(a: (i32, i32), b: (i32, i32)) -> Allen {
    use std::cmp::Ordering::{Equal, Greater, Less};
    match (a.0.cmp(&b.0), a.1.cmp(&b.1)) {
        _ if a.1 < b.0 => Allen::Before,
        _ if a.0 > b.1 => Allen::After,
        _ if a.1 == b.0 => Allen::Meets,
        _ if a.0 == b.1 => Allen::MetBy,
        (Equal, Equal) => Allen::Equals,
        (Equal, Less) => Allen::Starts,
        (Equal, Greater) => Allen::StartedBy,
        (Greater, Equal) => Allen::Finishes,
        (Less, Equal) => Allen::FinishedBy,
        (Greater, Less) => Allen::During,
        (Less, Greater) => Allen::Contains,
        (Less, Less) => Allen::Overlaps,
        (Greater, Greater) => Allen::OverlappedBy,
    }
}

/// What the published table says: which relations of a to c go with one of a to b and one of b to c.
fn table() -> BTreeSet<(Allen, Allen, Allen)> {
    let intervals: Vec<(i32, i32)> =
        (0..6).flat_map(|first| (first + 1..6).map(move |last| (first, last))).collect();
    let mut table = BTreeSet::new();
    for &a in &intervals {
        for &b in &intervals {
            for &c in &intervals {
                table.insert((relation(a, b), relation(b, c), relation(a, c)));
            }
        }
    }
    table
}

#[test]
fn the_thirteen_by_thirteen_compositions_come_out_of_the_network() {
    let table = table();
    // The number of entries in Allen's table of 1983, with the row and column of "equals".
    assert_eq!(table.len(), 409);
    for first in Allen::ALL {
        for second in Allen::ALL {
            let link = |from: &str, relation, to: &str| IntervalLink {
                from: from.to_owned(),
                relation,
                to: to.to_owned(),
            };
            let found: BTreeSet<Allen> = Allen::ALL
                .into_iter()
                .filter(|&third| {
                    let links =
                        [link("a", first, "b"), link("b", second, "c"), link("a", third, "c")];
                    link_conflicts(&links).is_empty()
                })
                .collect();
            let expected: BTreeSet<Allen> = Allen::ALL
                .into_iter()
                .filter(|&third| table.contains(&(first, second, third)))
                .collect();
            assert_eq!(found, expected, "{} {}", first.name(), second.name());
        }
    }
}

#[test]
fn what_is_given_composes_too() {
    let table = table();
    for (at, first) in Allen::ALL.into_iter().enumerate() {
        let second = Allen::ALL[(at * 5 + 3) % 13];
        let mut draft = Draft::default();
        let [a, _, c] = ["a", "b", "c"].map(|id| draft.add_event(Event::new(id, id)));
        let givens =
            [format!("a allen:{} b", first.name()), format!("b allen:{} c", second.name())]
                .map(|given| Claim::parse(&given).unwrap());
        let timeline = Timeline::check_with(draft, &givens, &Limits::default()).unwrap();
        for (third, answer) in timeline.relations(a, c) {
            let possible = table.contains(&(first, second, third));
            assert_eq!(answer != Answer::Contradicted, possible);
        }
    }
}

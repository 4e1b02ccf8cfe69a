//! A timeline that changes is the one that would have been checked at once.

use frise::{Bond, Claim, Reason, StatementIx, Timeline};

use crate::{Asks, Dice, World, check, conflicts, mask, name, rounds};

/// The statements of a draft as they are added to a timeline, one after the other.
fn grow(world: &World, order: &[usize], begun: usize) -> Timeline {
    let mut timeline = check(world.draft(&order[..begun]));
    let whole = world.draft(order);
    for at in begun..order.len() {
        let statement = whole.statements[at].clone();
        let says: Vec<(Bond, Reason)> = whole
            .constraints
            .iter()
            .filter(|constraint| constraint.statement.is_some_and(|ix| ix.index() == at))
            .map(|constraint| (constraint.bond.clone(), constraint.reason.clone()))
            .collect();
        timeline.add_statement(statement, says).unwrap();
    }
    timeline
}

#[track_caller]
fn same(one: &Timeline, other: &Timeline, world: &World, asks: &Asks, context: &str) {
    assert_eq!(conflicts(one), conflicts(other), "{context}");
    for event in 0..world.events {
        let of = |timeline: &Timeline| {
            let event = timeline.event(name(event)).unwrap();
            (timeline.bounds(event), timeline.window(event))
        };
        assert_eq!(of(one), of(other), "{context}");
    }
    let claim = Claim::parse(&asks.text()).unwrap();
    let (one, other) = (one.ask(&claim), other.ask(&claim));
    assert_eq!(one.unwrap().answer, other.unwrap().answer, "{} {context}", asks.text());
}

#[test]
fn statement_by_statement_is_the_same_as_at_once() {
    for seed in 0..rounds() {
        let mut dice = Dice(seed + 4_000_000);
        let world = World::random(&mut dice);
        let order: Vec<usize> = (0..world.statements.len()).collect();
        let begun = dice.below(order.len() as i64 + 1) as usize;
        let asks = Asks::random(&mut dice, &world, 1);
        let context = format!("from {begun}, seed {seed}: {world:?}");
        let grown = grow(&world, &order, begun);
        same(&grown, &check(world.draft(&order)), &world, &asks, &context);
    }
}

#[test]
fn withdrawn_is_the_same_as_never_added() {
    for seed in 0..rounds() {
        let mut dice = Dice(seed + 5_000_000);
        let world = World::random(&mut dice);
        let order: Vec<usize> = (0..world.statements.len()).collect();
        let begun = dice.below(order.len() as i64 + 1) as usize;
        let mut timeline = grow(&world, &order, begun);
        let gone: u32 = dice.below(1 << order.len()) as u32;
        let ids: Vec<StatementIx> = timeline.statement_ids().collect();
        let withdrawn: Vec<StatementIx> =
            ids.into_iter().filter(|id| mask(&timeline, &[*id]) & gone != 0).collect();
        timeline.withdraw(&withdrawn).unwrap();
        let kept: Vec<usize> = order.iter().copied().filter(|at| gone & (1 << at) == 0).collect();
        let asks = Asks::random(&mut dice, &world, 0);
        let context = format!("without {gone:b}, seed {seed}: {world:?}");
        same(&timeline, &check(world.draft(&kept)), &world, &asks, &context);
    }
}

#[test]
fn what_is_believed_is_on_every_side() {
    let mut refused = 0;
    for seed in 0..rounds() {
        let mut dice = Dice(seed + 6_000_000);
        let world = World::random(&mut dice);
        let order: Vec<usize> = (0..world.statements.len()).collect();
        let timeline = check(world.draft(&order));
        let ids: Vec<StatementIx> = timeline.statement_ids().collect();
        let one = ids[dice.below(ids.len() as i64) as usize];
        let alone = conflicts(&timeline).contains(&mask(&timeline, &[one]));
        let mut believing = timeline.clone();
        if believing.believe(&[one]).is_err() {
            refused += 1;
            assert!(alone, "seed {seed}: {world:?}");
            continue;
        }
        assert!(!alone, "seed {seed}: {world:?}");
        // The sides that believe it before are those that are left.
        let sides = |timeline: &Timeline| {
            let mut all: Vec<Vec<Vec<StatementIx>>> = (0..world.events)
                .map(|event| {
                    let event = timeline.event(name(event)).unwrap();
                    timeline.sides(timeline.component(event).unwrap())
                })
                .collect();
            for sides in &mut all {
                sides.retain(|doubts| !doubts.contains(&one));
                sides.sort();
            }
            all
        };
        assert_eq!(sides(&believing), sides(&timeline), "seed {seed}: {world:?}");
    }
    assert!(0 < refused);
}

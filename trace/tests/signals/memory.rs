//! What is kept of checks: bounded, and put together where two are one.

use super::*;

#[test]
fn the_first_check_is_told_as_such_and_the_second_look_of_the_same_phone_too() {
    let once = facts(fold(&[check(0, 1, None)]), &[], UnitState::Active);
    assert!(kinds(&once).1.contains(&ReasonKind::FirstCheck));
    let mut again = facts(
        fold(&[check(0, 1, None), check(1, 1, None)]),
        &[],
        UnitState::Active,
    );
    again.is_same_session = true;
    assert!(kinds(&again).1.contains(&ReasonKind::CheckedByYou));
}

#[test]
fn memory_is_bounded() {
    let checks: Vec<Check> = (0..500)
        .map(|n| check(n, n as u64, Some(warsaw())))
        .collect();
    let state = fold(&checks);
    assert_eq!(state.recent.len(), 12);
    assert_eq!(state.sessions, 500);
    assert_eq!(state.first.unwrap().at, Instant(0));
}

#[test]
fn two_accounts_of_a_unit_are_one() {
    let first: Vec<Check> = (0..5).map(|n| check(n, n as u64, Some(lisbon()))).collect();
    let second: Vec<Check> = (0..20)
        .map(|n| check(n + 1, n as u64 + 3, Some(warsaw())))
        .collect();
    let (first, second) = (fold(&first), fold(&second));
    let both = first.clone().and(second.clone());
    assert_eq!(both.sessions, 20);
    assert_eq!(both.recent.len(), 12);
    assert_eq!(both.first.as_ref().unwrap().at, Instant(0));
    assert_eq!(both.travel, second.travel);
    // Again, nothing is added.
    assert_eq!(first.clone().and(first.clone()), first);
    assert_eq!(both.clone().and(first.clone()), both);
    assert_eq!(both.clone().and(second), both);
    assert_eq!(CheckState::default().and(first.clone()), first);
}

#[test]
fn two_sessions_of_one_person_count_once() {
    let policy = Policy::default();
    let look = |session, hour: i64| Check {
        at: Instant(hour * 3_600_000),
        role: Role::Consumer,
        session,
        place: None,
    };
    let fold = |checks: &[Check]| {
        checks.iter().fold(CheckState::default(), |state, check| {
            state.after(check, &policy)
        })
    };
    // Both looked: what they make is what one alone would have made.
    let both = fold(&[look(1, 0), look(2, 30), look(3, 31)]);
    let one = fold(&[look(2, 0), look(2, 30), look(3, 31)]);
    assert_eq!(both.joined(1, 2), one);
    // Only the one that is renamed did.
    let renamed = fold(&[look(1, 0), look(3, 31)]).joined(1, 2);
    assert_eq!(renamed, fold(&[look(2, 0), look(3, 31)]));
    // Neither did.
    let others = fold(&[look(3, 31)]);
    assert_eq!(others.clone().joined(1, 2), others);
    // Each had come back by itself.
    let each = fold(&[look(1, 0), look(2, 1), look(1, 20), look(2, 21)]);
    assert_eq!(each.joined(1, 2).returned, 1);
}

//! Signs of a copy: places too far apart, and more sessions than a household has.

use super::*;

#[test]
fn two_places_too_far_apart_are_a_clone() {
    let state = fold(&[check(0, 1, Some(lisbon())), check(2, 2, Some(warsaw()))]);
    let travel = state.travel.clone().unwrap();
    assert_eq!(
        (travel.from.as_str(), travel.to.as_str()),
        ("Lisbon", "Warsaw")
    );
    let (standing, kinds) = kinds(&facts(state, &[], UnitState::Active));
    assert_eq!(standing, Standing::Suspect);
    assert_eq!(kinds[0], ReasonKind::ImpossibleTravel);
}

#[test]
fn order_of_arrival_does_not_matter() {
    let checks = [
        check(0, 1, Some(lisbon())),
        check(2, 2, Some(warsaw())),
        check(90, 3, None),
        check(91, 1, Some(lisbon())),
    ];
    let forward = fold(&checks);
    let backward = fold(&checks.iter().rev().cloned().collect::<Vec<_>>());
    assert_eq!(forward.travel, backward.travel);
    assert_eq!(forward.sessions, backward.sessions);
    assert_eq!(
        forward.first.map(|seen| seen.at),
        backward.first.map(|seen| seen.at)
    );
}

#[test]
fn a_flight_a_neighbour_and_a_vague_place_are_no_clone() {
    let mut vague = warsaw();
    vague.accuracy_m = Some(4_000_000.0);
    for second in [
        check(4, 2, Some(warsaw())),
        check(1, 2, Some(lisbon())),
        check(1, 2, None),
        check(1, 2, Some(vague)),
    ] {
        let state = fold(&[check(0, 1, Some(lisbon())), second]);
        assert_eq!(state.travel, None);
    }
}

#[test]
fn one_phone_with_two_places_is_one_person() {
    let state = fold(&[check(0, 1, Some(lisbon())), check(1, 1, Some(warsaw()))]);
    assert_eq!(state.travel, None);
    assert_eq!(state.sessions, 1);
}

#[test]
fn who_is_erased_leaves_counts_and_moments() {
    let state = fold(&[check(0, 1, Some(lisbon())), check(1, 2, Some(warsaw()))]);
    let erased = state.clone().without(1, 77);
    assert!(!erased.knows(1) && erased.knows(77) && erased.knows(2));
    assert_eq!(
        (erased.sessions, erased.span_days()),
        (2, state.span_days())
    );
    // The signal stays; the town that one of them was in does not.
    let travel = erased.travel.clone().unwrap();
    assert_eq!((&*travel.from, &*travel.to), ("PT", "Warsaw"));
    assert!(erased.recent[0].place.is_none() && erased.recent[1].place.is_some());
    assert_eq!(erased.clone().without(1, 78), erased, "once is enough");
}

#[test]
fn a_household_and_an_inspector_raise_nothing() {
    let mut inspector = check(1, 9, Some(lisbon()));
    inspector.role = Role::Inspector;
    let state = fold(&[
        check(0, 1, Some(warsaw())),
        inspector,
        check(2, 2, Some(warsaw())),
        check(3, 1, Some(warsaw())),
    ]);
    assert_eq!((state.sessions, state.professional), (2, 1));
    let (standing, kinds) = kinds(&facts(state, &["PL"], UnitState::Active));
    assert_eq!(standing, Standing::Issued);
    assert!(kinds.contains(&ReasonKind::CheckedBefore));
}

#[test]
fn sessions_weigh_beyond_a_household_s_and_alone_only_once_it_was_sold() {
    let many = |count: i64| {
        fold(
            &(0..count)
                .map(|n| check(n * 24, n as u64, None))
                .collect::<Vec<_>>(),
        )
    };
    let check = |count: i64, is_sold: bool, expected: u32| {
        let mut facts = facts(many(count), &[], UnitState::Active);
        if is_sold {
            facts.trade.push(sale(0, "shop", None));
        }
        assert_eq!(
            weight(&facts, Signal::Sessions),
            expected,
            "{count} {is_sold}"
        );
        let standing = kinds(&facts).0;
        assert_eq!(
            standing == Standing::Suspect,
            expected >= 100,
            "{count} {is_sold}"
        );
    };
    check(4, false, 0);
    check(5, false, 15);
    check(9, false, 75);
    check(60, false, 75);
    check(60, true, 100);
    check(200, false, 75);
    check(201, false, 100);
    let note = facts(many(60), &[], UnitState::Active);
    let verdict = judge(&note, &Policy::default(), TODAY);
    assert_eq!(verdict.standing, Standing::Issued);
    let told = verdict
        .reasons
        .iter()
        .find(|reason| reason.kind == ReasonKind::ManySessions);
    assert!(told.unwrap().is_note, "told, and no more");
    // What would be registered first is compared first.
    let confirmed = |checks| {
        let mut facts = facts(checks, &[], UnitState::Active);
        facts.unit.as_mut().unwrap().hidden = Hidden::ByReader(Instant(0));
        judge(&facts, &Policy::default(), TODAY)
    };
    assert_eq!(confirmed(many(2)).steps[0], Step::Register);
    assert_eq!(confirmed(many(60)).steps[0], Step::ComparePack);
}

#[test]
fn who_comes_back_on_another_day_has_a_pack_at_home() {
    let visits = |people: u64, days: i64| {
        let looks = (0..people).flat_map(|person| {
            let first = person as i64 * 100;
            [first, first + days * 24].map(|hour| check(hour, person, None))
        });
        facts(fold(&looks.collect::<Vec<_>>()), &[], UnitState::Active)
    };
    assert_eq!(weight(&visits(4, 0), Signal::Owners), 0, "the same day");
    assert_eq!(weight(&visits(1, 2), Signal::Owners), 0);
    assert_eq!(weight(&visits(2, 2), Signal::Owners), 25);
    assert_eq!(weight(&visits(9, 2), Signal::Owners), 75);
}

#[test]
fn countries_and_towns_weigh_beyond_one_that_travels() {
    let by_address = |country: &str| Place {
        source: PlaceSource::Address,
        country: Country::new(country),
        point: None,
        accuracy_m: None,
        name: None,
    };
    let seen = |places: &[Place]| {
        let checks = places.iter().enumerate();
        let checks = checks.map(|(n, place)| check(n as i64 * 500, n as u64, Some(place.clone())));
        facts(fold(&checks.collect::<Vec<_>>()), &[], UnitState::Active)
    };
    let countries = |codes: &[&str], expected| {
        let places: Vec<Place> = codes.iter().map(|code| by_address(code)).collect();
        assert_eq!(
            weight(&seen(&places), Signal::Countries),
            expected,
            "{codes:?}"
        );
    };
    countries(&["PL", "PL", "US"], 0);
    countries(&["PL", "PL", "US", "DE"], 40);
    countries(&["PL", "PL", "US", "DE", "FR"], 80);
    let towns = seen(&[lisbon(), warsaw(), lisbon()]);
    assert_eq!(weight(&towns, Signal::Towns), 25);
    assert_eq!(weight(&seen(&[lisbon(), lisbon()]), Signal::Towns), 0);
}

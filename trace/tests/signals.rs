//! Signs of cloning and diversion, from checks folded as the server folds them.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

use gs1::Date;
use trace::{
    BatchFacts, Check, CheckState, CodeFacts, Country, Evidence, Facts, Input, Instant, Life,
    Place, PlaceSource, Point, Policy, ProductFacts, ReasonKind, Role, Serials, Standing,
    UnitFacts, UnitState, judge,
};

const TODAY: Date = Date {
    year: 2026,
    month: 11,
    day: 24,
};
const HOUR_MS: i64 = 3_600_000;

fn place(name: &str, country: &str, lat: f64, lon: f64, source: PlaceSource) -> Place {
    Place {
        source,
        country: Country::new(country),
        point: Point::new(lat, lon),
        accuracy_m: Some(5_000.0),
        name: Some(name.to_owned()),
    }
}

fn lisbon() -> Place {
    place("Lisbon", "PT", 38.72, -9.14, PlaceSource::Device)
}

fn warsaw() -> Place {
    place("Warsaw", "PL", 52.23, 21.01, PlaceSource::Device)
}

fn check(hours: i64, session: u64, place: Option<Place>) -> Check {
    Check {
        at: Instant(hours * HOUR_MS),
        role: Role::Consumer,
        session,
        place,
    }
}

fn fold(checks: &[Check]) -> CheckState {
    let policy = Policy::default();
    checks.iter().fold(CheckState::default(), |state, check| {
        state.after(check, &policy)
    })
}

fn facts(checks: CheckState, markets: &[&str], state: UnitState) -> Facts {
    let code = CodeFacts {
        is_identity: true,
        serial: Some("S1".to_owned()),
        ..CodeFacts::default()
    };
    let mut facts = Facts::unknown(Input::Scanned, code);
    facts.product = Some(ProductFacts {
        brand: "Northbeam".to_owned(),
        safety_critical: false,
        serials: Serials::Declared(None),
        is_in_house: false,
    });
    facts.batch = Some(BatchFacts {
        number: "L1".to_owned(),
        markets: markets
            .iter()
            .filter_map(|code| Country::new(code))
            .collect(),
        ..BatchFacts::default()
    });
    facts.unit = Some(UnitFacts {
        life: Life {
            state,
            since: None,
            location: None,
        },
        ..UnitFacts::default()
    });
    facts.place = checks.recent.last().and_then(|seen| seen.place.clone());
    facts.checks = checks;
    facts
}

fn kinds(facts: &Facts) -> (Standing, Vec<ReasonKind>) {
    let verdict = judge(facts, &Policy::default(), TODAY);
    (
        verdict.standing,
        verdict.reasons.iter().map(|reason| reason.kind).collect(),
    )
}

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
fn more_sessions_than_one_unit_explains() {
    let checks: Vec<Check> = (0..13).map(|n| check(n * 24, n as u64, None)).collect();
    assert_eq!(
        kinds(&facts(fold(&checks[..12]), &[], UnitState::Active)).0,
        Standing::Issued
    );
    let (standing, kinds) = kinds(&facts(fold(&checks), &[], UnitState::Active));
    assert_eq!(
        (standing, kinds[0]),
        (Standing::Suspect, ReasonKind::ManySessions)
    );
}

#[test]
fn another_market_is_diversion_unless_sold_or_only_the_address_says_so() {
    let abroad = || fold(&[check(0, 1, Some(lisbon()))]);
    let (standing, kinds_found) = kinds(&facts(abroad(), &["PL", "DE"], UnitState::Active));
    assert_eq!(
        (standing, kinds_found[0]),
        (Standing::Suspect, ReasonKind::WrongMarket)
    );
    assert_eq!(
        kinds(&facts(abroad(), &["PL"], UnitState::Sold)).0,
        Standing::Issued
    );
    assert_eq!(
        kinds(&facts(abroad(), &["PT"], UnitState::Active)).0,
        Standing::Issued
    );
    assert_eq!(
        kinds(&facts(abroad(), &[], UnitState::Active)).0,
        Standing::Issued
    );
    let by_address = place("", "PT", 38.72, -9.14, PlaceSource::Address);
    let state = fold(&[check(0, 1, Some(by_address))]);
    assert_eq!(
        kinds(&facts(state, &["PL"], UnitState::Active)).0,
        Standing::Issued
    );
}

#[test]
fn diversion_names_where_it_was_last_seen_on_its_way() {
    let mut facts = facts(
        fold(&[check(0, 1, Some(lisbon()))]),
        &["PL"],
        UnitState::Active,
    );
    facts.journey.stations.push(trace::Station {
        event: "e1".to_owned(),
        time: Instant(-HOUR_MS),
        offset_min: 60,
        step: "receiving".to_owned(),
        disposition: Some("in_progress".to_owned()),
        location: Some("https://id.gs1.org/414/9506000000011".to_owned()),
        depth: 0,
        subject: trace::Epc("01/09506000134352/21/S1".to_owned()),
        inputs: Vec::new(),
    });
    let verdict = judge(&facts, &Policy::default(), TODAY);
    let seen = verdict
        .reasons
        .iter()
        .find(|reason| reason.kind == ReasonKind::LastSeen)
        .unwrap();
    assert!(
        seen.evidence
            .contains(&("at", Evidence::At(Instant(-HOUR_MS))))
    );
}

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

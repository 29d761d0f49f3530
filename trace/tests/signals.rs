//! Signs of cloning and diversion, from checks folded as the server folds them; long because each
//! signal is tried on both sides of its threshold.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

use gs1::Date;
use trace::{
    Astray, BatchFacts, Check, CheckState, CodeFacts, Country, Evidence, Facts, Hidden, Input,
    Instant, Life, Place, PlaceSource, Point, Policy, ProductFacts, ReasonKind, Role, Serials,
    Signal, Standing, Step, Traded, UnitFacts, UnitState, judge, signs,
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

/// What a signal weighs; 0 where it is not there.
fn weight(facts: &Facts, signal: Signal) -> u32 {
    let signs = signs(facts, &Policy::default());
    let sign = signs.iter().find(|sign| sign.signal == signal);
    sign.map_or(0, |sign| sign.weight)
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

fn sale(hours: i64, location: &str, place: Option<Place>) -> Traded {
    Traded {
        at: Instant(hours * HOUR_MS),
        is_sale: true,
        location: Some(location.to_owned()),
        place,
    }
}

#[test]
fn a_sale_holds_a_pack_in_its_place() {
    let mut abroad = facts(fold(&[check(2, 1, Some(lisbon()))]), &[], UnitState::Sold);
    abroad.trade = vec![sale(1, "warsaw", Some(warsaw()))];
    assert_eq!(weight(&abroad, Signal::SoldElsewhere), 100);
    assert_eq!(kinds(&abroad).1[0], ReasonKind::SoldElsewhere);
    abroad.trade = vec![sale(-48, "warsaw", Some(warsaw()))];
    assert_eq!(weight(&abroad, Signal::SoldElsewhere), 0, "there was time");
    abroad.trade = vec![sale(1, "warsaw", None)];
    assert_eq!(
        weight(&abroad, Signal::SoldElsewhere),
        0,
        "nobody knows where"
    );
}

#[test]
fn one_pack_is_not_sold_twice_nor_in_two_places() {
    let check = |trade: Vec<Traded>, expected| {
        let mut facts = facts(CheckState::default(), &[], UnitState::Sold);
        facts.trade = trade;
        assert_eq!(
            weight(&facts, Signal::TwoPlaces),
            expected,
            "{:?}",
            facts.trade
        );
    };
    check(vec![sale(0, "a", None), sale(99, "b", None)], 100);
    check(vec![sale(0, "a", None), sale(1, "a", None)], 0);
    let back = Traded {
        is_sale: false,
        ..sale(24, "a", None)
    };
    check(vec![sale(0, "a", None), back, sale(99, "b", None)], 0);
    let stop = |hours, place: Place| Traded {
        is_sale: false,
        ..sale(hours, "x", Some(place))
    };
    check(vec![stop(0, warsaw()), stop(1, lisbon())], 100);
    check(vec![stop(0, warsaw()), stop(9, lisbon())], 0);
}

#[test]
fn what_was_destroyed_can_t_be_looked_at() {
    let check = |hours: i64, expected| {
        let state = fold(&[check(hours, 1, None)]);
        let mut facts = facts(state, &[], UnitState::Destroyed);
        if let Some(unit) = &mut facts.unit {
            unit.life.since = Some(Instant(0));
        }
        assert_eq!(weight(&facts, Signal::AfterEnd), expected);
        let verdict = judge(&facts, &Policy::default(), TODAY);
        assert_eq!(verdict.standing, Standing::Blocked);
        assert_eq!(verdict.also.contains(&Standing::Suspect), expected >= 100);
    };
    check(-5, 0);
    check(12, 0);
    check(25, 100);
}

#[test]
fn a_code_first_seen_after_its_date_weighs_a_little() {
    let mut facts = facts(fold(&[check(0, 1, None)]), &[], UnitState::Active);
    assert_eq!(weight(&facts, Signal::FirstSeenExpired), 0);
    if let Some(batch) = &mut facts.batch {
        batch.expiry = gs1::Date::new(1969, 12, 1);
    }
    assert_eq!(weight(&facts, Signal::FirstSeenExpired), 30);
}

#[test]
fn a_lot_astray_tells_on_the_packs_that_are_there() {
    let mut here = facts(
        fold(&[check(0, 1, Some(lisbon()))]),
        &["PL"],
        UnitState::Active,
    );
    let mut home = facts(
        fold(&[check(0, 1, Some(warsaw()))]),
        &["PL"],
        UnitState::Active,
    );
    let astray = Some(Astray {
        country: Country::new("PT").unwrap(),
        units: 9,
        of: 20,
    });
    for facts in [&mut here, &mut home] {
        facts.batch.as_mut().unwrap().astray.clone_from(&astray);
    }
    let (standing, kinds_found) = kinds(&here);
    assert_eq!(
        (standing, kinds_found[0]),
        (Standing::Suspect, ReasonKind::LotAstray)
    );
    assert_eq!(kinds(&home).0, Standing::Issued);
}

#[test]
fn another_market_is_told_and_is_diversion_where_sales_are_reported() {
    let abroad =
        |markets: &[&str], state| facts(fold(&[check(0, 1, Some(lisbon()))]), markets, state);
    let with_sales = Policy {
        reports_sales: true,
        ..Policy::default()
    };
    let check = |facts: &Facts, policy: &Policy, expected: Standing, is_told: bool| {
        let verdict = judge(facts, policy, TODAY);
        assert_eq!(verdict.standing, expected);
        let mut kinds = verdict.reasons.iter().map(|reason| reason.kind);
        assert_eq!(kinds.any(|kind| kind == ReasonKind::WrongMarket), is_told);
    };
    let usual = Policy::default();
    let active = abroad(&["PL", "DE"], UnitState::Active);
    check(&active, &usual, Standing::Issued, true);
    check(&active, &with_sales, Standing::Suspect, true);
    for facts in [
        abroad(&["PL"], UnitState::Sold),
        abroad(&["PT"], UnitState::Active),
        abroad(&[], UnitState::Active),
    ] {
        check(&facts, &usual, Standing::Issued, false);
        check(&facts, &with_sales, Standing::Issued, false);
    }
    let unwatched = Policy {
        watch_markets: false,
        ..with_sales.clone()
    };
    check(&active, &unwatched, Standing::Issued, false);
}

#[test]
fn what_only_addresses_say_is_never_more_than_a_note_alone() {
    let at =
        |name: &str, country: &str, lat, lon| place(name, country, lat, lon, PlaceSource::Address);
    let (lisbon, warsaw) = (at("", "PT", 38.72, -9.14), at("", "PL", 52.23, 21.01));
    let state = fold(&[check(0, 1, Some(lisbon)), check(1, 2, Some(warsaw))]);
    let facts = facts(state, &["PL"], UnitState::Active);
    assert_eq!(weight(&facts, Signal::AddressTravel), 40);
    assert_eq!(weight(&facts, Signal::Travel), 0);
    assert_eq!(weight(&facts, Signal::WrongMarket), 0, "a first address");
    let loud = Policy {
        scale: vec![(Signal::AddressTravel, 1000)],
        ..Policy::default()
    };
    let verdict = judge(&facts, &loud, TODAY);
    assert_eq!(
        verdict.standing,
        Standing::Issued,
        "however much a brand weighs it"
    );
    assert!(verdict.reasons.iter().any(|reason| reason.is_note));
}

#[test]
fn what_staff_dismissed_weighs_nothing_and_hides_nothing_else() {
    let state = fold(&[check(0, 1, Some(lisbon())), check(2, 2, Some(warsaw()))]);
    let mut facts = facts(state, &[], UnitState::Active);
    assert_eq!(kinds(&facts).0, Standing::Suspect);
    facts.checks.dismiss(Signal::Travel);
    assert_eq!(kinds(&facts).0, Standing::Issued);
    facts.trade = vec![sale(0, "a", None), sale(1, "b", None)];
    assert_eq!(kinds(&facts).1[0], ReasonKind::TwoPlaces);
    facts
        .batch
        .as_mut()
        .unwrap()
        .dismissed
        .push(Signal::TwoPlaces);
    assert_eq!(kinds(&facts).0, Standing::Issued);
}

#[test]
fn every_signal_has_a_name_of_its_own() {
    for signal in Signal::ALL {
        assert_eq!(Signal::from_name(signal.name()), Some(*signal));
        let policy = Policy::default().without(*signal);
        assert_eq!(policy.weigh(*signal, 100), 0);
    }
    assert_eq!(Signal::from_name("x"), None);
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

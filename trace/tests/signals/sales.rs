//! Signs out of sales, lots and markets, and what staff dismissed.

use super::*;

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

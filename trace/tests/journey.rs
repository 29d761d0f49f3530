//! A jar of coffee, back to the two farms.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

use trace::{
    Action, BizStep, Disposition, Epc, Event, EventKind, Instant, Journey, Life, Quantity,
    UnitState, journey,
};

const DAY_MS: i64 = 86_400_000;

fn event(id: &str, kind: EventKind, day: i64, step: &str) -> Event {
    Event {
        id: id.to_owned(),
        kind,
        action: Some(Action::Observe),
        time: Instant(day * DAY_MS),
        offset_min: 0,
        epcs: Vec::new(),
        quantities: Vec::new(),
        parent: None,
        inputs: Vec::new(),
        input_quantities: Vec::new(),
        outputs: Vec::new(),
        output_quantities: Vec::new(),
        biz_step: Some(BizStep::new(step)),
        disposition: None,
        read_point: None,
        biz_location: Some(format!("place of {id}")),
    }
}

fn epc(text: &str) -> Epc {
    Epc(text.to_owned())
}

fn some(class: &str) -> Quantity {
    Quantity {
        class: epc(class),
        quantity: Some(60.0),
        uom: Some("KGM".to_owned()),
    }
}

fn story() -> Vec<Event> {
    let mut harvest_a = event("harvest a", EventKind::Object, 0, "commissioning");
    harvest_a.quantities = vec![some("bean/a")];
    let mut harvest_b = event("harvest b", EventKind::Object, 2, "commissioning");
    harvest_b.quantities = vec![some("bean/b")];
    let mut later_b = event("rest of b sold", EventKind::Object, 90, "retail_selling");
    later_b.quantities = vec![some("bean/b")];
    let mut roast = event(
        "roast",
        EventKind::Transformation,
        60,
        "creating_class_instance",
    );
    roast.action = None;
    roast.input_quantities = vec![some("bean/a"), some("bean/b")];
    roast.output_quantities = vec![some("jar/lot")];
    let mut pack = event("pack", EventKind::Aggregation, 62, "packing");
    pack.action = Some(Action::Add);
    pack.parent = Some(epc("00/case"));
    pack.epcs = vec![epc("jar/1"), epc("jar/2")];
    let mut ship = event("ship", EventKind::Object, 63, "shipping");
    ship.epcs = vec![epc("00/case")];
    let mut unpack = event("unpack", EventKind::Aggregation, 70, "unpacking");
    unpack.action = Some(Action::Delete);
    unpack.parent = Some(epc("00/case"));
    let mut reuse = event("case goes home", EventKind::Object, 75, "shipping");
    reuse.epcs = vec![epc("00/case")];
    let mut sell = event("sell", EventKind::Object, 80, "retail_selling");
    sell.epcs = vec![epc("jar/1")];
    sell.disposition = Some(Disposition::new("retail_sold"));
    vec![
        harvest_a, harvest_b, later_b, roast, pack, ship, unpack, reuse, sell,
    ]
}

fn walk(events: &[Event], start: &[&str]) -> Journey {
    let start: Vec<Epc> = start.iter().map(|text| epc(text)).collect();
    journey(&start, |epc| {
        events
            .iter()
            .filter(|event| event.everything().any(|named| named == epc))
            .cloned()
            .collect()
    })
}

fn names(journey: &Journey) -> Vec<&str> {
    journey
        .stations
        .iter()
        .map(|station| station.event.as_str())
        .collect()
}

#[test]
fn the_way_leads_from_the_farms_to_the_till() {
    let journey = walk(&story(), &["jar/1", "jar/lot"]);
    assert_eq!(
        names(&journey),
        [
            "harvest a",
            "harvest b",
            "roast",
            "pack",
            "ship",
            "unpack",
            "sell"
        ]
    );
    let depths: Vec<usize> = journey
        .stations
        .iter()
        .map(|station| station.depth)
        .collect();
    assert_eq!(depths, [1, 1, 0, 0, 0, 0, 0]);
    assert!(!journey.is_cut);
}

#[test]
fn what_happens_to_the_case_after_unpacking_is_not_the_jar_s_story() {
    let journey = walk(&story(), &["jar/2", "jar/lot"]);
    assert!(!names(&journey).contains(&"case goes home"));
    assert!(!names(&journey).contains(&"sell"), "that was another jar");
}

#[test]
fn a_long_silence_is_a_gap() {
    let journey = walk(&story(), &["jar/1", "jar/lot"]);
    assert_eq!(journey.gaps.len(), 1);
    let gap = &journey.gaps[0];
    assert_eq!(
        (journey.stations[gap.after].event.as_str(), gap.days),
        ("harvest b", 58)
    );
}

#[test]
fn circles_and_long_chains_end() {
    let mut there = event(
        "there",
        EventKind::Transformation,
        1,
        "creating_class_instance",
    );
    (there.inputs, there.outputs) = (vec![epc("a")], vec![epc("b")]);
    let mut back = event(
        "back",
        EventKind::Transformation,
        1,
        "creating_class_instance",
    );
    (back.inputs, back.outputs) = (vec![epc("b")], vec![epc("a")]);
    walk(&[there, back], &["a"]);

    let chain: Vec<Event> = (0..40)
        .map(|n| {
            let mut step = event(&n.to_string(), EventKind::Transformation, n, "transforming");
            step.inputs = vec![epc(&format!("x/{n}"))];
            step.outputs = vec![epc(&format!("x/{}", n + 1))];
            step
        })
        .collect();
    let journey = walk(&chain, &["x/40"]);
    assert!(journey.is_cut, "a chain of forty is cut, and says so");
    assert!(walk(&[], &["x"]).stations.is_empty());
}

#[test]
fn a_disposition_wins_over_the_business_step() {
    let check = |step: &str, disposition: Option<&str>, state| {
        let mut event = event("e", EventKind::Object, 1, step);
        event.disposition = disposition.map(Disposition::new);
        assert_eq!(
            Life::default().after(&event, &epc("a")).state,
            state,
            "{step} {disposition:?}"
        );
    };
    check("shipping", Some("stolen"), UnitState::Stolen);
    check("retail_selling", None, UnitState::Sold);
    check("destroying", None, UnitState::Destroyed);
    check("inspecting", None, UnitState::Active);
    check(
        "inspecting",
        Some("urn:epcglobal:cbv:disp:destroyed"),
        UnitState::Destroyed,
    );
    check("holding", Some("unavailable"), UnitState::Locked);
}

#[test]
fn what_something_was_made_of_is_used_up_and_what_was_made_is_not() {
    let mut made = event("e", EventKind::Transformation, 1, "commissioning");
    made.disposition = Some(Disposition::new("active"));
    (made.inputs, made.outputs) = (vec![epc("a"), epc("b")], vec![epc("c"), epc("b")]);
    let check = |unit: &str, state| {
        assert_eq!(
            Life::default().after(&made, &epc(unit)).state,
            state,
            "{unit}"
        );
    };
    check("a", UnitState::Consumed);
    check("b", UnitState::Active);
    check("c", UnitState::Active);
}

#[test]
fn a_stolen_unit_that_is_found_again_is_active_and_a_look_at_it_changes_nothing() {
    let with = |disposition: &str| {
        let mut event = event("e", EventKind::Object, 1, "inspecting");
        event.disposition = Some(Disposition::new(disposition));
        event
    };
    let unit = epc("a");
    let stolen = Life::default().after(&with("stolen"), &unit);
    assert_eq!(
        stolen
            .clone()
            .after(&event("e", EventKind::Object, 2, "inspecting"), &unit),
        stolen
    );
    assert_eq!(
        stolen.after(&with("sellable_accessible"), &unit).state,
        UnitState::Active
    );
}

//! A world is its seed's, and written as a server takes it.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

use simulate::{Code, Figures, Kind, Parameters, World, judged};
use trace::{Policy, Role, Signal};

/// Small enough for every day.
fn small() -> Parameters {
    Parameters {
        lots: 2,
        campaigns: 6,
        diverted_lots: 1,
        ..Parameters::default()
    }
}

#[test]
fn the_same_seed_is_the_same_world() {
    let one = World::new(5, &small()).written();
    let again = World::new(5, &small()).written();
    let other = World::new(6, &small()).written();
    assert_eq!(one.checks, again.checks);
    assert_eq!(one.truth, again.truth);
    assert_ne!(one.checks, other.checks);
}

#[test]
fn places_are_known_as_often_as_said() {
    let world = World::new(1, &Parameters::default());
    let own: Vec<_> = world
        .looks
        .iter()
        .filter(|look| look.role == Role::Consumer && matches!(look.code, Code::Unit(_)))
        .collect();
    let share = |has: &dyn Fn(&simulate::Look) -> bool| {
        own.iter().filter(|look| has(look)).count() as f64 / own.len() as f64
    };
    let device = share(&|look| {
        look.place
            .as_ref()
            .is_some_and(|place| place.point.is_some())
    });
    let country = share(&|look| {
        look.place
            .as_ref()
            .is_some_and(|place| place.point.is_none())
    });
    assert!((0.10..0.14).contains(&device), "{device}");
    assert!((0.67..0.73).contains(&country), "{country}");
}

#[test]
fn files_hold_what_happened() {
    let world = World::new(3, &small());
    let written = world.written();
    assert_eq!(written.checks.lines().count(), world.looks.len());
    for line in written.checks.lines().take(200) {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        let code = line["request"]["code"].as_str().unwrap();
        assert!(code.starts_with("https://id.gs1.org/01/0950"), "{code}");
    }
    let events = written.documents.iter().map(|(_, document)| {
        let document: serde_json::Value = serde_json::from_str(document).unwrap();
        document["epcisBody"]["eventList"].as_array().unwrap().len()
    });
    assert_eq!(events.sum::<usize>(), world.events.len());
    let truth = |of: &str| {
        let mark = format!("\"type\":\"{of}\"");
        written
            .truth
            .lines()
            .filter(|line| line.contains(&mark))
            .count()
    };
    assert_eq!(truth("unit"), world.truth.kinds.len());
    assert_eq!(truth("campaign"), 6);
    assert_eq!(truth("diversion"), 1);
}

/// Bounds wide enough for six small worlds; the figures themselves are in DESIGN.md.
#[test]
fn the_judge_finds_crime_and_leaves_people_alone() {
    let figures = Figures::of(1..=6, &small(), &Policy::default());
    assert!(
        figures.campaigns.percent() >= 85.0,
        "{:?}",
        figures.campaigns
    );
    assert!(figures.diverted.percent() >= 80.0, "{:?}", figures.diverted);
    assert!(
        figures.false_per_10_000() <= 3.0,
        "{:?}",
        figures.false_alarms
    );
    assert_eq!(figures.honest_lots.found, 0);
    assert_eq!(figures.guessings.found, figures.guessings.of);
    let blind = Signal::ALL
        .iter()
        .fold(Policy::default(), |policy, signal| policy.without(*signal));
    let blind = Figures::of(1..=2, &small(), &blind);
    assert_eq!(blind.campaigns.found + blind.diverted.found, 0);
    assert!(blind.false_alarms.is_empty());
}

#[test]
fn an_inspector_s_sweep_raises_nothing() {
    let world = World::new(
        2,
        &Parameters {
            inspected: 1.0,
            ..small()
        },
    );
    let judged = judged(&world, &Policy::default());
    let swept = judged.units.iter().filter(|(unit, account)| {
        world
            .truth
            .kinds
            .get(unit)
            .is_none_or(|kind: &Kind| kind.is_honest())
            && account.suspect_since.is_some()
    });
    assert!(swept.count() <= 3);
}

//! A walk through five levels of making, both ways, and what errors and limits change.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

use std::sync::Arc;

use trace::{
    Account, Action, BizStep, BondKind, Cut, Declaration, Epc, Event, EventKind, Gather, Instant,
    Limits, More, Pedigree, Quantity, Reading, Side, Storage, Way, exposures,
};

const DAY: i64 = 86_400_000;

fn epc(text: &str) -> Epc {
    Epc(text.to_owned())
}

fn account(kind: EventKind, action: Option<Action>, day: i64, step: &str) -> Account {
    Account {
        event: Event {
            id: format!("{step} {day}"),
            kind,
            action,
            time: Instant(day * DAY),
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
            biz_location: Some("here".to_owned()),
        },
        more: None,
        error: None,
    }
}

fn some(class: &str) -> Vec<Quantity> {
    vec![Quantity {
        class: epc(class),
        quantity: Some(10.0),
        uom: Some("KGM".to_owned()),
    }]
}

/// `lot/0` is made into `lot/1` and so on up to `lot/5`; each is kept in a box for a day.
fn chain() -> Vec<Account> {
    let mut accounts = Vec::new();
    let mut born = account(EventKind::Object, Some(Action::Add), 0, "commissioning");
    born.event.quantities = some("lot/0");
    accounts.push(born);
    for level in 0..5 {
        let day = 10 * i64::from(level) + 1;
        let mut into = account(EventKind::Aggregation, Some(Action::Add), day, "packing");
        into.event.parent = Some(epc("box"));
        into.event.quantities = some(&format!("lot/{level}"));
        let mut seen = account(EventKind::Object, Some(Action::Observe), day + 1, "storing");
        seen.event.epcs = vec![epc("box")];
        let mut out = account(
            EventKind::Aggregation,
            Some(Action::Delete),
            day + 2,
            "unpacking",
        );
        out.event.parent = Some(epc("box"));
        let mut made = account(
            EventKind::Transformation,
            None,
            day + 3,
            "creating_class_instance",
        );
        made.event.input_quantities = some(&format!("lot/{level}"));
        made.event.output_quantities = some(&format!("lot/{}", level + 1));
        accounts.extend([into, seen, out, made]);
    }
    accounts
}

fn walk(accounts: &[Account], start: &str, way: Way, limits: Limits) -> (Pedigree, usize) {
    let mut gather = Gather::new(&epc(start), &[], way, limits);
    let mut rounds = 0;
    loop {
        let asks = gather.asks();
        if asks.is_empty() {
            return (gather.finish(), rounds);
        }
        rounds += 1;
        for (ask, thing) in asks.iter().enumerate() {
            for (seq, account) in accounts.iter().enumerate() {
                if account.event.everything().any(|named| named == thing) {
                    let tell = || Ok::<_, ()>(Arc::new(account.clone()));
                    gather.hear(ask, seq as i64, tell).unwrap();
                }
            }
        }
        for id in gather.ties() {
            for (seq, account) in accounts.iter().enumerate() {
                let tell = || Ok::<_, ()>(Arc::new(account.clone()));
                gather.tie(&id, seq as i64, tell).unwrap();
            }
        }
        gather.close_round();
    }
}

fn names(pedigree: &Pedigree) -> Vec<(&str, i32)> {
    let things = pedigree.things.iter();
    things
        .map(|thing| (thing.epc.0.as_str(), thing.level))
        .collect()
}

#[test]
fn both_ways_through_five_levels() {
    let accounts = chain();
    let (up, rounds) = walk(&accounts, "lot/5", Way::Up, Limits::default());
    assert_eq!(
        names(&up),
        [
            ("lot/5", 0),
            ("box", -1),
            ("lot/4", -1),
            ("lot/3", -2),
            ("lot/2", -3),
            ("lot/1", -4),
            ("lot/0", -5)
        ]
    );
    assert!(rounds <= 6, "a round a level: {rounds}");
    let (down, _) = walk(&accounts, "lot/0", Way::Down, Limits::default());
    assert_eq!(down.things.last().unwrap().level, 5);
    let (both, _) = walk(&accounts, "lot/2", Way::Both, Limits::default());
    assert_eq!(both.things.len(), 7);
    let made = both.bonds.iter().filter(|bond| bond.kind == BondKind::Made);
    assert_eq!(made.count(), 5);
    assert_eq!(up.cut, None);
}

#[test]
fn what_happens_to_a_box_happens_to_what_is_in_it_then() {
    let (pedigree, _) = walk(&chain(), "lot/5", Way::Up, Limits::default());
    let lot = pedigree.thing(&epc("lot/1")).unwrap();
    let story: Vec<String> = pedigree
        .told(&pedigree.things[lot].story)
        .map(|account| account.event.id.clone())
        .collect();
    assert_eq!(
        story,
        [
            "creating_class_instance 4",
            "packing 11",
            "storing 12",
            "unpacking 13",
            "creating_class_instance 14"
        ],
        "the box held five lots, one after the other"
    );
}

#[test]
fn an_error_ends_the_way() {
    let mut accounts = chain();
    let made = accounts
        .iter_mut()
        .find(|account| account.event.id == "creating_class_instance 24")
        .unwrap();
    made.error = Some(Declaration {
        at: Instant(99 * DAY),
        reason: Some("did_not_occur".to_owned()),
        corrected_by: Vec::new(),
    });
    let (pedigree, _) = walk(&accounts, "lot/5", Way::Up, Limits::default());
    assert_eq!(pedigree.thing(&epc("lot/2")), None);
    let lot = pedigree.thing(&epc("lot/3")).unwrap();
    let story = &pedigree.things[lot].story;
    let told = pedigree.told(story).count();
    assert_eq!(
        (told, story.len()),
        (4, 5),
        "it is told, and counts no more"
    );
}

#[test]
fn a_limit_is_told() {
    let accounts = chain();
    let check = |limits: Limits, cut| {
        let (pedigree, _) = walk(&accounts, "lot/5", Way::Up, limits);
        assert_eq!(pedigree.cut, Some(cut));
        assert!(pedigree.things.len() <= limits.things);
        assert!(pedigree.accounts.len() <= limits.events);
    };
    let all = Limits::default();
    check(Limits { levels: 2, ..all }, Cut::Levels);
    check(Limits { things: 3, ..all }, Cut::Things);
    check(Limits { events: 5, ..all }, Cut::Events);
}

#[test]
fn a_transformation_may_come_in_several_events() {
    let tied = || {
        Some(Box::new(More {
            transformation: Some("t".to_owned()),
            ..More::default()
        }))
    };
    let mut one = account(EventKind::Transformation, None, 1, "transforming");
    one.event.input_quantities = some("in");
    one.event.output_quantities = some("half");
    one.more = tied();
    let mut two = account(EventKind::Transformation, None, 2, "transforming");
    two.event.input_quantities = some("in");
    two.event.output_quantities = some("rest");
    two.more = tied();
    let (pedigree, _) = walk(&[one, two], "in", Way::Down, Limits::default());
    assert_eq!(names(&pedigree), [("in", 0), ("half", 1), ("rest", 1)]);
    assert!(
        pedigree
            .things
            .iter()
            .all(|thing| thing.side != Side::Source)
    );
}

/// What went in is told in one event, and what came out in another, which name nothing alike.
#[test]
fn what_ties_a_transformation_together_leads_from_what_came_out_to_what_went_in() {
    let tied = |id: &str| {
        Some(Box::new(More {
            transformation: Some(id.to_owned()),
            ..More::default()
        }))
    };
    let mut fed = account(EventKind::Transformation, None, 1, "transforming");
    fed.event.input_quantities = some("in");
    fed.more = tied("t");
    let mut other = account(EventKind::Transformation, None, 1, "transforming");
    other.event.input_quantities = some("not in");
    other.more = tied("u");
    let mut drawn = account(EventKind::Transformation, None, 2, "transforming");
    drawn.event.output_quantities = some("out");
    drawn.more = tied("t");
    let accounts = [fed, other, drawn];
    let (pedigree, _) = walk(&accounts, "out", Way::Up, Limits::default());
    assert_eq!(names(&pedigree), [("out", 0), ("in", -1)]);
    assert_eq!(pedigree.bonds.len(), 1);
    let (pedigree, _) = walk(&accounts, "in", Way::Down, Limits::default());
    assert_eq!(names(&pedigree), [("in", 0), ("out", 1)]);
}

#[test]
fn a_cold_chain_breaks() {
    let read = |hour: i64, celsius: f64| {
        let mut seen = account(EventKind::Object, Some(Action::Observe), 0, "transporting");
        seen.event.time = Instant(hour * 3_600_000);
        seen.event.epcs = vec![epc("pack")];
        seen.more = Some(Box::new(More {
            readings: vec![Reading {
                measure: "temperature".to_owned(),
                uom: "FAH".to_owned(),
                from: seen.event.time,
                until: seen.event.time,
                min: celsius * 1.8 + 32.0,
                max: celsius * 1.8 + 32.0,
                is_alarm: false,
            }],
            ..More::default()
        }));
        seen
    };
    let accounts = [(0, 4.0), (1, 9.0), (2, 12.5), (3, 5.0), (4, 8.5), (5, 4.0)];
    let accounts = accounts.map(|(hour, celsius)| read(hour, celsius));
    let (pedigree, _) = walk(&accounts, "pack", Way::Up, Limits::default());
    let storage = Storage {
        measure: "temperature".to_owned(),
        uom: "CEL".to_owned(),
        min: Some(2.0),
        max: Some(8.0),
        minutes: 90,
    };
    let curves = exposures(&pedigree, &pedigree.way(), &[storage]);
    let [curve] = &curves[..] else {
        panic!("{curves:?}");
    };
    assert!(curve.is_broken());
    let spells: Vec<_> = curve
        .spells
        .iter()
        .map(|spell| {
            let hours = (spell.until.0 - spell.from.0) / 3_600_000;
            (hours, (spell.worst * 10.0).round() / 10.0, spell.is_broken)
        })
        .collect();
    assert_eq!(spells, [(2, 12.5, true), (1, 8.5, false)]);
}

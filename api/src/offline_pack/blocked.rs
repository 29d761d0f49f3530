//! Which units of a product are not to be sold or used, as a look-up of each would say.

use std::collections::{BTreeMap, BTreeSet};

use offline::Blocked;
use trace::{Epc, Event, UnitState};

use crate::{
    code::Code,
    epcis::{self, Context, Word, term},
    known,
    shelf::events_of,
    store::{self, Db, Order, Position, StoreError},
};

/// Dispositions that put a unit out of its trade.
const DISPOSITIONS: [&str; 6] = [
    "stolen",
    "destroyed",
    "disposed",
    "inactive",
    "non_sellable_other",
    "unavailable",
];

/// Business steps that do.
const STEPS: [&str; 3] = ["destroying", "decommissioning", "consuming"];

/// Events that are read at once.
const PAGE: i64 = 500;

/// By what a brand's events say, by GTIN: whatever is named by one that could block it is looked at
/// whole.
pub fn by_events(db: &Db<'_>, brand: &str) -> store::Result<BTreeMap<String, Vec<Blocked>>> {
    let context = Context::default();
    let dispositions = DISPOSITIONS.map(|word| {
        let word = Word::Disposition.written_out(word, &context);
        term::key(brand, "disposition", &word)
    });
    let steps = STEPS.map(|word| {
        let word = Word::BizStep.written_out(word, &context);
        term::key(brand, "bizStep", &word)
    });
    let mut candidates: BTreeSet<Epc> = BTreeSet::new();
    // What something else was made of is used up, whatever such an event says of what was made.
    let made = term::key(brand, "eventType", "TransformationEvent");
    for term in dispositions.into_iter().chain(steps).chain([made]) {
        each_event(db, brand, term, |event| {
            let units = event.everything().filter(|epc| epc.0.contains("/21/"));
            candidates.extend(units.cloned());
        })?;
    }
    let mut blocked: BTreeMap<String, Vec<Blocked>> = BTreeMap::new();
    for epc in candidates {
        let events = events_of(db, brand, &epc)?;
        let life = known::life_of(&events, &epc);
        if matches!(life.state, UnitState::Active | UnitState::Sold) {
            continue;
        }
        let code = Code::read(&format!("https://id.gs1.org/{}", epc.0), None, false);
        if let (Some(gtin), Some(serial)) = (code.gtin(), code.serial()) {
            let of_product = blocked.entry(gtin.to_string()).or_default();
            of_product.push(Blocked {
                serial: serial.to_owned(),
                state: life.state.name().to_owned(),
            });
        }
    }
    Ok(blocked)
}

/// What production lines rejected.
pub fn rejected(db: &Db<'_>, product: i64) -> store::Result<Vec<Blocked>> {
    let serials = db.rejected_units(product)?;
    Ok(named(serials, UnitState::Rejected))
}

/// What its holder reports stolen, where something backs that it is theirs.
pub fn stolen(db: &Db<'_>, product: i64) -> store::Result<Vec<Blocked>> {
    let serials = db.stolen_units(product)?;
    Ok(named(serials, UnitState::Stolen))
}

/// What happened to the pack itself says more than that its code should not be on one.
pub fn each_once(blocked: &mut Vec<Blocked>) {
    let is_weak = |blocked: &Blocked| blocked.state == UnitState::Rejected.name();
    blocked.sort_by(|a, b| (&a.serial, is_weak(a)).cmp(&(&b.serial, is_weak(b))));
    blocked.dedup_by(|later, first| later.serial == first.serial);
}

fn named(serials: Vec<store::Serial>, state: UnitState) -> Vec<Blocked> {
    let named = serials.iter().map(|serial| Blocked {
        serial: serial.text(),
        state: state.name().to_owned(),
    });
    named.collect()
}

fn each_event(
    db: &Db<'_>,
    brand: &str,
    term: i64,
    mut each: impl FnMut(&Event),
) -> store::Result<()> {
    let mut from = Position {
        time: i64::MIN,
        seq: i64::MIN,
    };
    loop {
        let found = db.events_of_term(brand, term, from, Order::Ascending, PAGE)?;
        let Some(last) = found.last() else {
            return Ok(());
        };
        from = Position {
            time: last.event_time.0,
            seq: last.seq,
        };
        for row in &found {
            let event = epcis::stored_event(&row.digest, &row.body)
                .ok_or_else(|| StoreError::Event(row.digest.clone()))?;
            each(&event);
        }
    }
}

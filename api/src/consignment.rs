//! What is in a consignment: SSCC or despatch note → cases, packs and batches, by aggregation events.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use evidence::Consignment;
use gs1::Gln;
use trace::{Action, Epc, Event, EventKind};
use wire::inspect::{ConsignmentFound, PackedThing};

use crate::{
    code::Code,
    epcis::{self, term},
    shelf::events_of,
    store::{self, Db, Order, Position, StoreError},
    sweep::stop,
};

/// Things of one answer, at the most.
const MOST: usize = 5_000;

/// Packings that are gone into, at the most.
const LEVELS: u32 = 8;

/// Places that may have written a despatch note, at the most.
const PLACES: i64 = 2_000;

/// How long it takes to unpack something, at the most.
const UNPACKING_MS: i64 = 24 * 3600 * 1000;

/// Events of one despatch note, at the most.
const EVENTS: i64 = 200;

/// What one may follow of whom: a brand, and the GTINs where it is not all of them.
#[derive(Clone, Debug)]
pub struct Sight {
    /// The brand.
    pub brand: String,
    /// 14 digits each; `None` for every product.
    pub gtins: Option<BTreeSet<String>>,
}

/// What is in it, by the events of these brands; `None` where none of them knows of it.
pub fn find(
    db: &Db<'_>,
    key: &Consignment,
    sights: &[Sight],
) -> store::Result<Option<ConsignmentFound>> {
    let (id, kind) = match key {
        Consignment::Sscc(id) => (id, "sscc"),
        Consignment::DespatchNote(id) => (id, "despatch-note"),
    };
    let mut found = ConsignmentFound {
        id: id.clone(),
        kind: kind.to_owned(),
        ..ConsignmentFound::default()
    };
    let mut is_known = false;
    for sight in sights {
        let tops = match key {
            Consignment::Sscc(digits) => vec![Epc(format!("00/{digits}"))],
            Consignment::DespatchNote(note) => outermost(&of_note(db, &sight.brand, note)?),
        };
        for top in tops {
            let events = events_of(db, &sight.brand, &top)?;
            if events.is_empty() {
                continue;
            }
            is_known = true;
            tell(db, &mut found, &events)?;
            if let Some(event) = emptied(&events, &top) {
                found.unpacked = Some(stop(db, event)?);
            }
            unpack(db, sight, top, events, &mut found)?;
        }
    }
    Ok((is_known && !found.things.is_empty()).then_some(found))
}

/// The last time that it left, and that it came.
fn tell(db: &Db<'_>, found: &mut ConsignmentFound, events: &[Event]) -> store::Result<()> {
    let last = |steps: &[&str]| {
        events.iter().rev().find(|event| {
            let step = event.biz_step.as_ref().map(|step| step.as_str());
            step.is_some_and(|step| steps.contains(&step))
        })
    };
    if let Some(event) = last(&["shipping", "departing"]) {
        found.shipped = Some(stop(db, event)?);
    }
    if let Some(event) = last(&["receiving", "arriving", "accepting"]) {
        found.received = Some(stop(db, event)?);
    }
    Ok(())
}

/// The event after which nothing is in a parent any more, where something once was.
fn emptied<'e>(events: &'e [Event], parent: &Epc) -> Option<&'e Event> {
    let packing: Vec<&Event> = packings(events, parent).collect();
    let is_empty = inside(packing.iter().copied()).is_empty();
    let last = packing.last().filter(|_| is_empty)?;
    (last.action == Some(Action::Delete)).then_some(*last)
}

/// What is in a parent; where nothing is any more and `before` asks for it, what was in it before it was
/// unpacked.
fn held(events: &[Event], parent: &Epc, before: bool) -> BTreeMap<Epc, Option<f64>> {
    let now = inside(packings(events, parent));
    if !before || !now.is_empty() {
        return now;
    }
    let mut packing: Vec<&Event> = packings(events, parent).collect();
    // Things may have been taken out one after the other; what went long before was not in it.
    let since = packing.last().map(|last| last.time.0 - UNPACKING_MS);
    while packing
        .pop_if(|event| event.action != Some(Action::Add) && Some(event.time.0) >= since)
        .is_some()
    {}
    inside(packing.into_iter())
}

/// Goes through what is in it, level by level.
fn unpack(
    db: &Db<'_>,
    sight: &Sight,
    top: Epc,
    events: Vec<Event>,
    found: &mut ConsignmentFound,
) -> store::Result<()> {
    let is_unpacked = found.unpacked.is_some();
    let mut seen: BTreeSet<Epc> = BTreeSet::new();
    let mut open = VecDeque::from([(top, None::<Epc>, 0, Some(events), None)]);
    while let Some((epc, parent, level, events, quantity)) = open.pop_front() {
        if !seen.insert(epc.clone()) {
            continue;
        }
        let thing = thing(&epc, parent.as_ref(), level, &sight.brand, quantity);
        let is_shown = match (&thing.gtin, &sight.gtins) {
            (Some(gtin), Some(gtins)) => gtins.contains(gtin),
            _ => true,
        };
        if !is_shown {
            continue;
        }
        if found.things.len() >= MOST {
            found.is_cut = true;
            return Ok(());
        }
        let is_pack = thing.serial.is_some() || quantity.is_some();
        found.things.push(thing);
        if is_pack || level >= LEVELS {
            continue;
        }
        let events = match events {
            Some(events) => events,
            None => events_of(db, &sight.brand, &epc)?,
        };
        for (child, quantity) in held(&events, &epc, is_unpacked) {
            open.push_back((child, Some(epc.clone()), level + 1, None, quantity));
        }
    }
    Ok(())
}

/// The events by which something came into a parent or out of it.
fn packings<'e>(events: &'e [Event], parent: &Epc) -> impl Iterator<Item = &'e Event> {
    events.iter().filter(move |event| {
        event.kind == EventKind::Aggregation && event.parent.as_ref() == Some(parent)
    })
}

/// What is in a parent after such events, in the order of names; how many of what is not numbered.
fn inside<'e>(packing: impl Iterator<Item = &'e Event>) -> BTreeMap<Epc, Option<f64>> {
    let mut inside: BTreeMap<Epc, Option<f64>> = BTreeMap::new();
    for event in packing {
        let counts = event.quantities.iter();
        match event.action {
            Some(Action::Add) => {
                inside.extend(event.epcs.iter().map(|epc| (epc.clone(), None)));
                for quantity in counts {
                    let known = inside.entry(quantity.class.clone()).or_insert(Some(0.0));
                    *known = known.zip(quantity.quantity).map(|(a, b)| a + b);
                }
            }
            // An empty list of children empties the parent (EPCIS 2.0 section 7.4.3).
            Some(Action::Delete) if event.epcs.is_empty() && event.quantities.is_empty() => {
                inside.clear();
            }
            Some(Action::Delete) => {
                inside.retain(|epc, _| !event.epcs.contains(epc));
                for quantity in counts {
                    let left = inside.get(&quantity.class).copied().flatten();
                    match left.zip(quantity.quantity) {
                        Some((left, taken)) if left > taken => {
                            inside.insert(quantity.class.clone(), Some(left - taken));
                        }
                        _ => {
                            inside.remove(&quantity.class);
                        }
                    }
                }
            }
            Some(Action::Observe) | None => {}
        }
    }
    inside
}

/// A brand's events that name a despatch note, as they spell it or as it is printed: by its number.
fn of_note(db: &Db<'_>, brand: &str, note: &str) -> store::Result<Vec<Event>> {
    let start = Position {
        time: i64::MIN,
        seq: i64::MIN,
    };
    for name in names(db, brand, note)? {
        let term = term::key(brand, "bizTransaction_desadv", &term::identifier(&name));
        let rows = db.events_of_term(brand, term, start, Order::Ascending, EVENTS)?;
        if !rows.is_empty() {
            let events = rows.iter().map(|row| {
                epcis::stored_event(&row.digest, &row.body)
                    .ok_or_else(|| StoreError::Event(row.digest.clone()))
            });
            return events.collect();
        }
    }
    Ok(Vec::new())
}

/// What events may call a despatch note: the text itself; a GDTI (AI 253); or the number with the GLN of
/// who wrote it before it (CBV 2.0 section 8.5.2), which the brand or a place known here did.
fn names(db: &Db<'_>, brand: &str, note: &str) -> store::Result<Vec<String>> {
    let mut names = vec![note.to_owned()];
    if note.contains(':') {
        return Ok(names);
    }
    names.push(format!("https://id.gs1.org/253/{note}"));
    let mut issuers = BTreeSet::new();
    issuers.extend(db.brand(brand)?.and_then(|brand| brand.gln));
    let places = db.place_ids(PLACES)?;
    issuers.extend(places.into_iter().filter(|id| id.parse::<Gln>().is_ok()));
    names.extend(
        issuers
            .iter()
            .map(|gln| format!("urn:epcglobal:cbv:bt:{gln}:{note}")),
    );
    Ok(names)
}

/// The things that such events name and that no other of them is packed into.
fn outermost(events: &[Event]) -> Vec<Epc> {
    let named: BTreeSet<&Epc> = events
        .iter()
        .flat_map(|event| event.epcs.iter().chain(&event.parent))
        .collect();
    let packed: BTreeSet<&Epc> = events
        .iter()
        .filter(|event| event.kind == EventKind::Aggregation)
        .flat_map(|event| &event.epcs)
        .collect();
    named
        .difference(&packed)
        .map(|epc| (*epc).clone())
        .collect()
}

fn thing(
    epc: &Epc,
    parent: Option<&Epc>,
    level: u32,
    brand: &str,
    quantity: Option<f64>,
) -> PackedThing {
    let code = Code::read(&format!("https://id.gs1.org/{}", epc.0), None, false);
    PackedThing {
        sscc: epc.0.strip_prefix("00/").map(str::to_owned),
        gtin: code.gtin().map(ToString::to_string),
        batch: code.batch().map(str::to_owned),
        serial: code.serial().map(str::to_owned),
        epc: epc.0.clone(),
        parent: parent.map(|parent| parent.0.clone()),
        level,
        brand: brand.to_owned(),
        quantity,
    }
}

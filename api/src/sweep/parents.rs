//! What a pack belongs in: its case, its pallet, and when that was received.

use trace::{Action, Epc, Event, EventKind, Instant};
use wire::{
    convert::rfc3339,
    inspect::{LastPlace, Parent},
};

use crate::{
    place,
    shelf::events_of,
    store::{self, Db},
};

/// Packings that are gone through, at the most.
const LEVELS: u32 = 8;

/// Business steps by which something came to somebody.
const RECEIVED: [&str; 3] = ["receiving", "arriving", "accepting"];

/// The parents of a unit by a brand's events, the innermost first. One that it was taken out of is the
/// last: where that went, it did not.
pub fn parents(db: &Db<'_>, brand: &str, unit: &Epc) -> store::Result<Vec<Parent>> {
    let mut parents = Vec::new();
    let mut child = unit.clone();
    let mut events = events_of(db, brand, &child)?;
    for level in 1..=LEVELS {
        let Some((parent, since)) = put_into(&events, &child) else {
            break;
        };
        if parent == *unit || parents.iter().any(|known: &Parent| known.epc == parent.0) {
            break;
        }
        let of_parent = events_of(db, brand, &parent)?;
        let until = taken_out(events.iter().chain(&of_parent), &child, &parent, since);
        let received = of_parent.iter().rev().find(|event| {
            let step = event.biz_step.as_ref().map(|step| step.as_str());
            step.is_some_and(|step| RECEIVED.contains(&step))
                && event.time >= since
                && until.is_none_or(|until| event.time <= until)
        });
        parents.push(Parent {
            sscc: parent.0.strip_prefix("00/").map(str::to_owned),
            epc: parent.0.clone(),
            level,
            since: rfc3339(since),
            until: until.map(rfc3339),
            received: received.map(|event| stop(db, event)).transpose()?,
        });
        if until.is_some() {
            break;
        }
        child = parent;
        events = of_parent;
    }
    Ok(parents)
}

/// The last time that it was put into something; events come in the order of their time.
fn put_into(events: &[Event], child: &Epc) -> Option<(Epc, Instant)> {
    events.iter().rev().find_map(|event| {
        let is_packing = event.kind == EventKind::Aggregation
            && event.action == Some(Action::Add)
            && event.epcs.contains(child);
        let parent = event.parent.clone().filter(|_| is_packing)?;
        Some((parent, event.time))
    })
}

/// An empty list of children empties the parent (EPCIS 2.0 section 7.4.3).
fn taken_out<'e>(
    events: impl Iterator<Item = &'e Event>,
    child: &Epc,
    parent: &Epc,
    since: Instant,
) -> Option<Instant> {
    let out = events.filter(|event| {
        event.kind == EventKind::Aggregation
            && event.action == Some(Action::Delete)
            && event.parent.as_ref() == Some(parent)
            && event.time >= since
            && (event.epcs.is_empty() || event.epcs.contains(child))
    });
    out.map(|event| event.time).min()
}

/// Where an event took place, by the name of the place where that is known here.
pub(crate) fn stop(db: &Db<'_>, event: &Event) -> store::Result<LastPlace> {
    let location = event.location().unwrap_or_default().to_owned();
    let place = db.place(&location)?.map(|place| place.record);
    Ok(LastPlace {
        country: place.as_ref().map(|place| place.country.clone()),
        holder: place.as_ref().and_then(|place| place.holder.clone()),
        place: place.map_or(location, |place| place::name_of(&place)),
        step: event
            .biz_step
            .as_ref()
            .map_or(String::new(), |step| step.as_str().to_owned()),
        at: rfc3339(event.time),
    })
}

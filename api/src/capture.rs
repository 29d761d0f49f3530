//! Capturing EPCIS events for a brand: document → stored events and what was refused.

use std::collections::HashMap;

use serde_json::Value;
use trace::{Epc, Instant};

use crate::{
    epcis,
    store::{self, CaptureFault, EventRow, Stored, Tx},
};

/// What happens to the good events of a document when others are bad (EPCIS 2.0, section 12.6.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorBehaviour {
    /// None is kept.
    Rollback,
    /// The good ones are kept.
    Proceed,
}

/// What became of a document.
#[derive(Debug, Default)]
pub struct Captured {
    /// One for each good event.
    pub stored: Vec<Stored>,
    /// What was wrong.
    pub faults: Vec<CaptureFault>,
}

/// Stores the events of a document as captured by a brand.
///
/// A brand may tell about its own things, and about things that nobody here owns; an event about
/// another brand's thing is refused, so that nobody can report somebody else's goods stolen.
pub fn store(
    tx: &Tx<'_>,
    brand: &str,
    document: &Value,
    behaviour: ErrorBehaviour,
    capture: &str,
    now: Instant,
) -> store::Result<Captured> {
    let read = epcis::read_document(document);
    let mut captured = Captured {
        stored: Vec::new(),
        faults: read.faults,
    };
    let mut rows = Vec::new();
    for (event, value) in read.events {
        let pointer = place_of(document, &value);
        match row(tx, brand, &event, &value, &pointer, capture, now)? {
            Ok(row) => rows.push((row, pointer)),
            Err(faults) => captured.faults.extend(faults),
        }
    }
    if behaviour == ErrorBehaviour::Rollback {
        captured.faults.extend(taken_ids(tx, brand, &rows)?);
        if !captured.faults.is_empty() {
            return Ok(captured);
        }
    }
    for (row, pointer) in rows {
        match put(tx, brand, &row, &pointer)? {
            Ok(stored) => captured.stored.push(stored),
            Err(fault) => captured.faults.push(fault),
        }
    }
    Ok(captured)
}

/// Stores one event as [`store()`] does, where its place in what was sent is known.
pub fn store_one(
    tx: &Tx<'_>,
    brand: &str,
    value: &Value,
    pointer: &str,
    capture: &str,
    now: Instant,
) -> store::Result<Result<Stored, Vec<CaptureFault>>> {
    let event = match epcis::read_event(value, &epcis::digest(value), pointer) {
        Ok(event) => event,
        Err(faults) => return Ok(Err(faults)),
    };
    match row(tx, brand, &event, value, pointer, capture, now)? {
        Ok(row) => Ok(put(tx, brand, &row, pointer)?.map_err(|fault| vec![fault])),
        Err(faults) => Ok(Err(faults)),
    }
}

/// The event as it is stored, or why this brand may not tell it.
fn row(
    tx: &Tx<'_>,
    brand: &str,
    event: &trace::Event,
    value: &Value,
    pointer: &str,
    capture: &str,
    now: Instant,
) -> store::Result<Result<EventRow, Vec<CaptureFault>>> {
    let mut epcs: Vec<Epc> = event.everything().cloned().collect();
    epcs.sort();
    epcs.dedup();
    let mut faults = Vec::new();
    for epc in &epcs {
        if is_anothers(tx, brand, epc)? {
            faults.push(CaptureFault {
                pointer: pointer.to_owned(),
                detail: format!("`{}` belongs to another brand", epc.0),
            });
        }
    }
    if !faults.is_empty() {
        return Ok(Err(faults));
    }
    Ok(Ok(EventRow {
        digest: event.id.clone(),
        event_id: value
            .get("eventID")
            .and_then(Value::as_str)
            .map(str::to_owned),
        event_time: event.time,
        record_time: now,
        capture: capture.to_owned(),
        body: value.to_string(),
        epcs,
    }))
}

/// The events whose identifier another one has, on record or before it in the document.
fn taken_ids(
    tx: &Tx<'_>,
    brand: &str,
    rows: &[(EventRow, String)],
) -> store::Result<Vec<CaptureFault>> {
    let mut faults = Vec::new();
    let mut known: HashMap<&str, &str> = HashMap::new();
    for (row, pointer) in rows {
        let Some(id) = &row.event_id else { continue };
        let first = known.entry(id).or_insert(&row.digest);
        let is_taken = *first != row.digest
            || tx
                .event_of_id(brand, id)?
                .is_some_and(|digest| digest != row.digest);
        if is_taken {
            faults.push(id_taken(pointer));
        }
    }
    Ok(faults)
}

fn id_taken(pointer: &str) -> CaptureFault {
    CaptureFault {
        pointer: format!("{pointer}/eventID"),
        detail: "another event was captured under this identifier".to_owned(),
    }
}

fn put(
    tx: &Tx<'_>,
    brand: &str,
    row: &EventRow,
    pointer: &str,
) -> store::Result<Result<Stored, CaptureFault>> {
    Ok(match tx.put_event(brand, row)? {
        Stored::IdTaken => Err(id_taken(pointer)),
        stored => Ok(stored),
    })
}

/// Where an event stands in its document, as a JSON Pointer.
fn place_of(document: &Value, event: &Value) -> String {
    let list = document.pointer("/epcisBody/eventList");
    let index = list
        .and_then(Value::as_array)
        .and_then(|list| list.iter().position(|item| item == event));
    match index {
        Some(index) => format!("/epcisBody/eventList/{index}"),
        None => "/epcisBody/eventList".to_owned(),
    }
}

fn is_anothers(tx: &Tx<'_>, brand: &str, epc: &Epc) -> store::Result<bool> {
    let Some(digits) = epcis::owners_prefix(epc) else {
        return Ok(false);
    };
    // In-house numbers have no prefix of anybody's.
    let gtin = gtin_of(epc);
    if let Some(gtin) = gtin.filter(gs1::Gtin::is_restricted) {
        let product = tx.product(&gtin)?;
        return Ok(product.is_some_and(|product| product.record.brand != brand));
    }
    // A company prefix has 4 to 12 digits; prefixes of two brands never begin one another.
    for len in 4..=12 {
        let Some(prefix) = digits.get(..len) else {
            break;
        };
        if let Some(owner) = tx.brand_of_prefix(prefix)? {
            return Ok(owner != brand);
        }
    }
    Ok(false)
}

fn gtin_of(epc: &Epc) -> Option<gs1::Gtin> {
    let key = epc.0.strip_prefix("01/")?;
    key.split('/').next()?.parse().ok()
}

//! Capturing EPCIS events for a brand: document → stored events and what was refused.

use std::collections::HashMap;

use trace::{Epc, Instant};

use crate::{
    epcis::{self, Document, Incoming},
    key::Teller,
    store::{self, CaptureFault, EventRow, Finding, Stored, Tx},
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
/// another brand's thing is refused, so that nobody can report somebody else's goods stolen. A
/// partner that tells them for a brand may call nobody's events errors but its own; whose a capture
/// is says its name ([`Teller::prefix`]).
pub fn store(
    tx: &Tx<'_>,
    brand: &str,
    document: &Document,
    behaviour: ErrorBehaviour,
    capture: &str,
    now: Instant,
) -> store::Result<Captured> {
    let mut captured = Captured {
        stored: Vec::new(),
        faults: document.faults.clone(),
    };
    let mut owners = Owners::of(brand);
    let has_former = tx.has_former_events(brand)?;
    let mut rows = Vec::new();
    for event in &document.events {
        let mut faults = owners.faults(tx, event)?;
        faults.extend(not_own_error(tx, brand, event, capture)?);
        if faults.is_empty() {
            rows.push((event.row(capture, now, has_former), &event.pointer[..]));
        }
        captured.faults.extend(faults);
    }
    if behaviour == ErrorBehaviour::Rollback {
        captured.faults.extend(taken_ids(tx, brand, &rows)?);
        if !captured.faults.is_empty() {
            return Ok(captured);
        }
    }
    let mut finding = Finding::default();
    for (row, pointer) in &rows {
        match put(tx, brand, row, pointer, &mut finding)? {
            Ok(stored) => captured.stored.push(stored),
            Err(fault) => captured.faults.push(fault),
        }
    }
    tx.put_finding(brand, finding)?;
    let told_by = Teller::of_capture(capture).map(Teller::prefix_of);
    tx.put_described(brand, &told_by.unwrap_or_default(), &document.described)?;
    Ok(captured)
}

/// Stores one event as [`store()`] does.
pub fn store_one(
    tx: &Tx<'_>,
    brand: &str,
    event: &Incoming,
    capture: &str,
    now: Instant,
) -> store::Result<Result<Stored, Vec<CaptureFault>>> {
    let mut faults = Owners::of(brand).faults(tx, event)?;
    faults.extend(not_own_error(tx, brand, event, capture)?);
    if !faults.is_empty() {
        return Ok(Err(faults));
    }
    let row = event.row(capture, now, tx.has_former_events(brand)?);
    let mut finding = Finding::default();
    let stored = put(tx, brand, &row, &event.pointer, &mut finding)?;
    tx.put_finding(brand, finding)?;
    Ok(stored.map_err(|fault| vec![fault]))
}

/// The events whose identifier another one has, on record or before it in the document.
fn taken_ids(
    tx: &Tx<'_>,
    brand: &str,
    rows: &[(EventRow<'_>, &str)],
) -> store::Result<Vec<CaptureFault>> {
    let mut faults = Vec::new();
    let mut known: HashMap<&str, &str> = HashMap::new();
    for (row, pointer) in rows {
        // A declaration has the identifier of the event that it is about.
        let Some(id) = row.event_id.filter(|_| row.declares.is_none()) else {
            continue;
        };
        let first = known.entry(id).or_insert(row.digest);
        let is_taken = *first != row.digest
            || tx
                .event_of_id(brand, id)?
                .is_some_and(|digest| digest != row.digest && Some(&digest) != row.former.as_ref());
        if is_taken {
            faults.push(id_taken(pointer));
        }
    }
    Ok(faults)
}

/// What is wrong where a partner declares an event to be an error that it didn't tell itself.
fn not_own_error(
    tx: &Tx<'_>,
    brand: &str,
    event: &Incoming,
    capture: &str,
) -> store::Result<Option<CaptureFault>> {
    let (Some(partner), Some(declared)) = (Teller::of_capture(capture), event.declares()) else {
        return Ok(None);
    };
    // Its hash and its identifier may be those of two events.
    let mut told = Vec::new();
    for name in &declared.names {
        told.extend(tx.captures_of(brand, name)?);
    }
    let is_own = |capture: &String| Teller::of_capture(capture) == Some(partner);
    if !told.is_empty() && told.iter().all(is_own) {
        return Ok(None);
    }
    Ok(Some(CaptureFault {
        pointer: format!("{}/errorDeclaration", event.pointer),
        detail: "the event that this calls an error was not told with a key of this partner"
            .to_owned(),
    }))
}

fn id_taken(pointer: &str) -> CaptureFault {
    CaptureFault {
        pointer: format!("{pointer}/eventID"),
        detail: "another event was captured under this identifier".to_owned(),
    }
}

fn put<'e>(
    tx: &Tx<'_>,
    brand: &str,
    row: &EventRow<'e>,
    pointer: &str,
    finding: &mut Finding<'e>,
) -> store::Result<Result<Stored, CaptureFault>> {
    Ok(match tx.put_event(brand, row, finding)? {
        Stored::IdTaken => Err(id_taken(pointer)),
        stored => Ok(stored),
    })
}

/// Whose things events name, each prefix asked for once.
struct Owners<'b> {
    brand: &'b str,
    known: HashMap<String, bool>,
}

impl Owners<'_> {
    fn of(brand: &str) -> Owners<'_> {
        Owners {
            brand,
            known: HashMap::new(),
        }
    }

    /// What of an event is another brand's.
    fn faults(&mut self, tx: &Tx<'_>, event: &Incoming) -> store::Result<Vec<CaptureFault>> {
        let mut faults = Vec::new();
        for epc in &event.epcs {
            if self.is_anothers(tx, epc)? {
                faults.push(CaptureFault {
                    pointer: event.pointer.clone(),
                    detail: format!("`{}` belongs to another brand", epc.0),
                });
            }
        }
        Ok(faults)
    }

    fn is_anothers(&mut self, tx: &Tx<'_>, epc: &Epc) -> store::Result<bool> {
        let Some(digits) = epcis::owners_prefix(epc) else {
            return Ok(false);
        };
        // Serials of one product, and units of one shipment, begin alike.
        let gtin = gtin_of(epc).filter(gs1::Gtin::is_restricted);
        let asked = match &gtin {
            Some(gtin) => gtin.as_str(),
            None => digits.get(..12).unwrap_or(digits),
        };
        if let Some(known) = self.known.get(asked) {
            return Ok(*known);
        }
        let is_anothers = match &gtin {
            // In-house numbers have no prefix of anybody's.
            Some(gtin) => tx
                .product(gtin)?
                .is_some_and(|product| product.record.brand != self.brand),
            None => self.is_prefix_anothers(tx, digits)?,
        };
        self.known.insert(asked.to_owned(), is_anothers);
        Ok(is_anothers)
    }

    /// A company prefix has 4 to 12 digits; prefixes of two brands never begin one another.
    fn is_prefix_anothers(&self, tx: &Tx<'_>, digits: &str) -> store::Result<bool> {
        for len in 4..=12 {
            let Some(prefix) = digits.get(..len) else {
                break;
            };
            if let Some(owner) = tx.brand_of_prefix(prefix)? {
                return Ok(owner != self.brand);
            }
        }
        Ok(false)
    }
}

fn gtin_of(epc: &Epc) -> Option<gs1::Gtin> {
    let key = epc.0.strip_prefix("01/")?;
    key.split('/').next()?.parse().ok()
}

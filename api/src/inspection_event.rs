//! What an inspection tells the trade: a brand's packs that were looked at or taken, as EPCIS events
//! through the door that every event comes in by.

use std::collections::BTreeSet;

use evidence::{Act, CustodyKind, Digest, Entry};
use serde_json::{Value, json};
use trace::Instant;

use crate::{
    capture,
    code::{self, Code},
    epcis::{Context, Incoming, Reading},
    inspection_report::entries,
    random, sale,
    store::{self, InspectionLine, Stored, Tx},
};

/// What became of an inspection's events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// They are new.
    pub new: u64,
    /// They were told before.
    pub known: u64,
    /// They are about another brand's packs, or can't be events.
    pub refused: u64,
}

/// Captures them as a brand's own; the same ones again change nothing, since an event is its hash.
pub fn tell(
    tx: &Tx<'_>,
    brand: &str,
    inspection: &str,
    lines: &[InspectionLine],
    now: Instant,
) -> store::Result<Told> {
    // Nothing that leads to the inspection stands in what others may ask for.
    let digest = random::digest(&[b"inspection", inspection.as_bytes()]);
    let capture = format!("inspection:{}", random::hex(&digest[..16]));
    let mut told = Told::default();
    for event in events(lines) {
        let became = match Incoming::read(&event, &Context::default(), Reading::Captured, "") {
            Ok(incoming) => capture::store_one(tx, brand, &incoming, &capture, now)?.ok(),
            Err(_) => None,
        };
        match became {
            Some(Stored::Added) => told.new += 1,
            Some(Stored::Known) => told.known += 1,
            Some(Stored::IdTaken) | None => told.refused += 1,
        }
    }
    Ok(told)
}

/// The same events as an EPCIS 2.0 document, for whoever keeps the report.
#[must_use]
pub fn document(lines: &[InspectionLine], made_at: &str) -> Value {
    json!({
        "@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],
        "type": "EPCISDocument",
        "schemaVersion": "2.0",
        "creationDate": made_at,
        "epcisBody": { "eventList": events(lines) },
    })
}

/// What was done with packs that have a number of their own, but for what was withdrawn.
fn events(lines: &[InspectionLine]) -> Vec<Value> {
    let withdrawn: BTreeSet<Digest> = entries(lines)
        .filter_map(|(_, entry)| match entry.act {
            Act::Withdrawn { of } => Some(of),
            _ => None,
        })
        .collect();
    let gln = entries(lines).find_map(|(_, entry)| match entry.act {
        Act::Opened { shop, .. } => shop.gln,
        _ => None,
    });
    let stand = entries(lines).filter(|(line, _)| !withdrawn.contains(&Digest(line.digest)));
    let events = stand.filter_map(|(_, entry)| {
        let (step, codes) = said(&entry)?;
        let epcs: Vec<String> = codes.iter().filter_map(|code| unit(code)).collect();
        (!epcs.is_empty()).then(|| event(&entry, step, &epcs, gln.as_deref()))
    });
    events.collect()
}

/// The business step of an entry, and the codes that it is about; `None` for one that tells the trade
/// nothing.
fn said(entry: &Entry) -> Option<(&'static str, Vec<&str>)> {
    match &entry.act {
        Act::Checked(judged) => Some(("inspecting", vec![&judged.code])),
        Act::Custody(custody) => {
            let step = match custody.what {
                CustodyKind::Seizure => "holding",
                CustodyKind::Sample => "sampling",
                CustodyKind::HandOver => return None,
            };
            Some((step, custody.items.iter().map(String::as_str).collect()))
        }
        _ => None,
    }
}

/// `None` for what names no single unit.
fn unit(text: &str) -> Option<String> {
    let code = Code::read(text, None, false);
    let (gtin, serial) = code.gtin().zip(code.serial())?;
    let epc = code::unit_epc(*gtin, serial);
    Some(format!("{}/{}", gs1::CANONICAL_STEM, epc.0))
}

/// Without a disposition: what an inspector does is told, and what a pack is thereafter is the brand's
/// to say.
fn event(entry: &Entry, step: &str, epcs: &[String], gln: Option<&str>) -> Value {
    let mut event = json!({
        "type": "ObjectEvent",
        "action": "OBSERVE",
        "eventTime": entry.at,
        "eventTimeZoneOffset": "+00:00",
        "epcList": epcs,
        "bizStep": step,
    });
    // A place without a GLN is none that an event can name.
    if let Some(Ok(location)) = gln.map(|gln| sale::location("place", gln)) {
        event["readPoint"] = json!({ "id": location });
    }
    event
}

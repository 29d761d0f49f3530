//! An EPCISDocument or EPCISQueryDocument: JSON → its events, and everything that is wrong with it.

use serde_json::Value;

use super::{
    Context, Exception, ExceptionKind, Incoming, Reading,
    master_data::{self, Described},
    rules,
};
use crate::store::CaptureFault;

/// Events in one document, at the most.
pub const MAX_EVENTS: usize = 2_000;
/// Things and classes that the events of one document name, at the most: all of it goes into one
/// transaction, and others wait for it.
pub const MAX_EPCS: usize = 25_000;

/// A document's events, and what is wrong with the others.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// In the order of the document.
    pub events: Vec<Incoming>,
    /// What its header says of places, products and words.
    pub described: Vec<Described>,
    /// What is wrong with other events, and where.
    pub faults: Vec<CaptureFault>,
}

/// Where a document's events stand, as a JSON Pointer, and they; `None` where it has no list.
#[must_use]
pub fn event_list(document: &Value) -> Option<(&'static str, &[Value])> {
    [DOCUMENT_LIST, QUERY_LIST]
        .into_iter()
        .find_map(|place| match document.pointer(place) {
            Some(Value::Array(events)) => Some((place, &events[..])),
            _ => None,
        })
}

const DOCUMENT_LIST: &str = "/epcisBody/eventList";
const QUERY_LIST: &str = "/epcisBody/queryResults/resultsBody/eventList";

/// Reads a document; events that are wrong leave faults, the others are kept.
///
/// `Err` is for what is no document, and for one that is larger than any may be.
pub fn read_document(document: &Value) -> Result<Document, Exception> {
    let context = Context::of(document.get("@context"));
    let mut places = envelope_faults(document);
    let (described, faults) = master_data::read(document, &context);
    places.extend(faults);
    if !places.is_empty() {
        return Err(Exception {
            kind: ExceptionKind::Validation,
            detail: "This is no EPCIS 2.0 document in JSON-LD. Correct the places that are named."
                .to_owned(),
            places,
        });
    }
    let (place, events) = event_list(document).unwrap_or((DOCUMENT_LIST, &[]));
    let too_many = |what: &str, max: usize| {
        let detail = format!("A document may hold {max} {what} at the most. Send it in parts.");
        Err(ExceptionKind::CaptureLimitExceeded.because(detail))
    };
    if events.len() > MAX_EVENTS {
        return too_many("events", MAX_EVENTS);
    }
    let mut read = Document {
        described,
        ..Document::default()
    };
    let mut epcs = 0;
    for (index, value) in events.iter().enumerate() {
        let pointer = format!("{place}/{index}");
        match Incoming::read(value, &context, Reading::Captured, &pointer) {
            Ok(event) => {
                epcs += event.epcs.len();
                read.events.push(event);
            }
            Err(faults) => read.faults.extend(faults),
        }
        if epcs > MAX_EPCS {
            return too_many("names of things and classes", MAX_EPCS);
        }
    }
    Ok(read)
}

/// What is wrong around the events.
fn envelope_faults(document: &Value) -> Vec<CaptureFault> {
    let Value::Object(fields) = document else {
        return vec![fault("", "a document is an object")];
    };
    let mut faults = rules::document_faults(fields);
    let text = |name: &str| fields.get(name).and_then(Value::as_str);
    let list = match text("type") {
        Some("EPCISQueryDocument") => QUERY_LIST,
        kind => {
            if kind != Some("EPCISDocument") {
                faults.push(fault(
                    "/type",
                    "must be `EPCISDocument` or `EPCISQueryDocument`",
                ));
            }
            // What a query found may do without.
            if text("creationDate").is_none() {
                faults.push(fault(
                    "/creationDate",
                    "must be a date and time with offset",
                ));
            }
            DOCUMENT_LIST
        }
    };
    let is_optional = list == QUERY_LIST && !fields.contains_key("schemaVersion");
    if !is_optional && !matches!(text("schemaVersion"), Some("2.0" | "2.0.0" | "2.0.1")) {
        faults.push(fault("/schemaVersion", "must be `2.0`"));
    }
    if !matches!(document.pointer(list), Some(Value::Array(_))) {
        faults.push(fault(list, "must be a list of events"));
    }
    // One place, one fault.
    let mut known = std::collections::HashSet::new();
    faults.retain(|fault| known.insert(fault.pointer.clone()));
    faults
}

fn fault(pointer: &str, detail: &str) -> CaptureFault {
    CaptureFault {
        pointer: pointer.to_owned(),
        detail: detail.to_owned(),
    }
}

//! An EPCISDocument: JSON → its events, and everything that is wrong with it.

use serde_json::Value;
use trace::Event;

use super::{digest, read_event};
use crate::store::CaptureFault;

/// Events in one document, at the most.
pub const MAX_EVENTS: usize = 2_000;

/// A document's events, and what is wrong with the others.
#[derive(Debug, Default)]
pub struct Document {
    /// Each with its JSON as it came, in the order of the document.
    pub events: Vec<(Event, Value)>,
    /// What is wrong, and where.
    pub faults: Vec<CaptureFault>,
}

/// Reads a document; events that are wrong leave faults, the others are kept.
#[must_use]
pub fn read_document(document: &Value) -> Document {
    let mut read = Document::default();
    let mut fault = |pointer: &str, detail: &str| {
        read.faults.push(CaptureFault {
            pointer: pointer.to_owned(),
            detail: detail.to_owned(),
        });
    };
    if document.get("type").and_then(Value::as_str) != Some("EPCISDocument") {
        fault("/type", "must be `EPCISDocument`");
    }
    match document.get("schemaVersion").and_then(Value::as_str) {
        Some("2.0" | "2.0.0" | "2.0.1") => {}
        _ => fault("/schemaVersion", "must be `2.0`"),
    }
    let is_dated = document
        .get("creationDate")
        .and_then(Value::as_str)
        .is_some_and(|text| crate::clock::parse_rfc3339(text).is_some());
    if !is_dated {
        fault("/creationDate", "must be a date and time with offset");
    }
    let list = document.pointer("/epcisBody/eventList");
    let Some(Value::Array(events)) = list else {
        fault("/epcisBody/eventList", "must be a list of events");
        return read;
    };
    if events.len() > MAX_EVENTS {
        fault(
            "/epcisBody/eventList",
            "holds more events than one document may: send it in parts",
        );
        return read;
    }
    for (index, value) in events.iter().enumerate() {
        let pointer = format!("/epcisBody/eventList/{index}");
        match read_event(value, &digest(value), &pointer) {
            Ok(event) => read.events.push((event, value.clone())),
            Err(faults) => read.faults.extend(faults),
        }
    }
    read
}

//! EPCIS 2.0 capture: a JSON-LD document → events as captured, each with what it names.
//!
//! Follows the EPCIS 2.0 JSON schema for the parts that journeys and verdicts rest on, and keeps
//! everything else as it came. What is wrong is told with a JSON Pointer to the place.

mod digest;
mod document;
mod epc;
mod event;

pub use digest::digest;
pub use document::{Document, MAX_EVENTS, read_document};
pub use epc::{canonical_epc, canonical_location, owners_prefix};
pub use event::read_event;

/// An event that was captured; `None` where the stored text is damaged.
#[must_use]
pub fn stored_event(digest: &str, body: &str) -> Option<trace::Event> {
    let value = serde_json::from_str(body).ok()?;
    read_event(&value, digest, "").ok()
}

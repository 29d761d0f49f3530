//! EPCIS 2.0 capture: a JSON-LD document → events as captured, each with what it names.
//!
//! `document.rs` takes a document apart, `incoming.rs` makes what is stored of each event, and
//! `hash.rs` says which event it is. What is wrong is told with a JSON Pointer to the place.

pub mod account;
mod context;
mod digest;
mod document;
mod epc;
mod event;
mod exception;
mod format;
mod hash;
mod incoming;
mod link;
mod master_data;
mod memo;
pub mod query;
mod rules;
pub mod term;
mod xml;

pub use context::{Context, STANDARD_URL};
pub use digest::digest;
pub use document::{Document, MAX_EPCS, MAX_EVENTS, event_list, read_document};
pub use epc::{canonical_epc, canonical_location, owners_prefix};
pub use event::read_event;
pub use exception::{Exception, ExceptionKind};
pub use format::Format;
pub use hash::{EventHash, Word, event_hash, pre_hash};
pub use incoming::{Incoming, Reading, declared};
pub use master_data::{CHILD, Described, MAX_VALUE, attribute, read_header};
pub use xml::{from_xml, from_xml_within};

/// An event that was captured; `None` where the stored text is damaged.
#[must_use]
pub fn stored_event(digest: &str, body: &str) -> Option<trace::Event> {
    let value = serde_json::from_str(body).ok()?;
    read_event(&value, digest, "").ok()
}

//! One event on its way in: JSON → what is stored of it.

use serde_json::{Map, Value, json};
use trace::{Epc, Event, Instant};

use super::{Context, EventHash, account, digest, event_hash, read_event, rules, term};
use crate::store::{CaptureFault, Declared, EventRow};

/// By which rules an event is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// All of today's: it comes from a partner.
    Captured,
    /// Those that journeys rest on: it was captured once, by the rules of its day.
    Restored,
}

/// An event that may be stored, once its brand may tell it.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Which event it is.
    pub hash: EventHash,
    /// Where it stood in what was sent.
    pub pointer: String,
    /// What it names, each once.
    pub epcs: Vec<Epc>,
    digest: String,
    /// Its digest of before, where that can't be had from the body.
    former: Option<String>,
    event_id: Option<String>,
    declares: Option<Declared>,
    time: Instant,
    body: String,
    account: String,
    terms: Vec<term::Term>,
    listed: Vec<term::Term>,
}

impl Incoming {
    /// What it declares to be an error.
    #[must_use]
    pub fn declares(&self) -> Option<&Declared> {
        self.declares.as_ref()
    }

    /// Reads an event that stands in a document of this context.
    pub fn read(
        value: &Value,
        context: &Context,
        reading: Reading,
        pointer: &str,
    ) -> Result<Incoming, Vec<CaptureFault>> {
        let context = context.inside(value.get("@context"));
        let mut faults = match (reading, value) {
            (Reading::Captured, Value::Object(event)) => {
                rules::event_faults(event, &context, pointer)
            }
            _ => Vec::new(),
        };
        let event = match read_event(value, "", pointer) {
            Ok(event) if faults.is_empty() => event,
            Ok(_) => return Err(faults),
            Err(told) => {
                // A place that breaks a rule of both is told once.
                faults.retain(|fault| told.iter().all(|told| told.pointer != fault.pointer));
                faults.extend(told);
                return Err(faults);
            }
        };
        let hash = event_hash(value, &context);
        let declares = declared(value, &context);
        let declaration = value.get("errorDeclaration").filter(|_| declares.is_some());
        let event_id = text(value, "eventID");
        let digest = match declaration {
            // It is about the event of that hash, and an event of its own.
            Some(error) => format!("{hash}#error={}", digest(error)),
            None => hash.to_string(),
        };
        Ok(Incoming {
            hash,
            pointer: pointer.to_owned(),
            epcs: everything(&event),
            account: account::text(&digest, event_id.as_deref(), &event, value),
            digest,
            former: value
                .get("@context")
                .is_some()
                .then(|| super::digest(value)),
            event_id,
            declares,
            time: event.time,
            body: body(value, &context),
            terms: term::kept(
                term::terms(value, &context, &hash.to_string()),
                declaration.is_some(),
            ),
            listed: term::listed(value, &context),
        })
    }

    /// As it is stored by a capture job; with its digest of before, where events may be stored
    /// under such.
    #[must_use]
    pub fn row<'e>(&'e self, capture: &'e str, now: Instant, has_former: bool) -> EventRow<'e> {
        EventRow {
            digest: &self.digest,
            former: has_former.then(|| self.former()),
            event_id: self.event_id.as_deref(),
            declares: self.declares.as_ref(),
            event_time: self.time,
            record_time: now,
            capture,
            body: &self.body,
            account: &self.account,
            epcs: &self.epcs,
            terms: &self.terms,
            listed: &self.listed,
        }
    }

    /// The digest that named the event before its hash did.
    fn former(&self) -> String {
        if let Some(former) = &self.former {
            return former.clone();
        }
        let mut value: Value = serde_json::from_str(&self.body).unwrap_or_default();
        // That is its document's.
        if let Value::Object(event) = &mut value {
            event.remove("@context");
        }
        digest(&value)
    }
}

/// What an event declares to be an error; `None` where it declares nothing.
#[must_use]
pub fn declared(value: &Value, context: &Context) -> Option<Declared> {
    let declaration = value.get("errorDeclaration")?;
    if declaration.is_null() {
        return None;
    }
    let names = [
        Some(event_hash(value, context).to_string()),
        without_error(value).as_ref().map(digest),
        text(value, "eventID"),
    ];
    Some(Declared {
        names: names.into_iter().flatten().collect(),
    })
}

fn text(value: &Value, name: &str) -> Option<String> {
    value.get(name).and_then(Value::as_str).map(str::to_owned)
}

fn everything(event: &Event) -> Vec<Epc> {
    let mut epcs: Vec<Epc> = event.everything().cloned().collect();
    epcs.sort();
    epcs.dedup();
    epcs
}

/// The event that a declaration is about; `None` for any other event.
fn without_error(value: &Value) -> Option<Value> {
    let mut fields: Map<String, Value> = value.as_object()?.clone();
    fields.remove("errorDeclaration")?;
    Some(Value::Object(fields))
}

/// The event as it came, with what its document said of its prefixes.
fn body(value: &Value, context: &Context) -> String {
    let text = value.to_string();
    let Some(own) = context.own_in(&text) else {
        return text;
    };
    let mut event = value.clone();
    event["@context"] = json!([own]);
    event.to_string()
}

//! Events on their way out: an EPCISQueryDocument.

use serde_json::{Map, Value, json};
use trace::Instant;
use wire::convert::rfc3339;

use crate::{epcis::STANDARD_URL, store::FoundEvent};

/// An event as it is answered: as captured, with the identifier and the record time that are ours
/// to give.
#[must_use]
pub fn answered(found: &FoundEvent, mut event: Value) -> Value {
    if event.get("eventID").is_none() {
        let hash = found
            .digest
            .split_once('#')
            .map_or(&found.digest[..], |(hash, _)| hash);
        event["eventID"] = Value::from(hash);
    }
    event["recordTime"] = Value::from(rfc3339(found.record_time));
    event
}

/// The document around the events of one answer.
///
/// What the prefixes of its events stand for is written once, at the top, where all events agree.
#[must_use]
pub fn document(
    mut events: Vec<Value>,
    query: &str,
    subscription: Option<&str>,
    now: Instant,
) -> Value {
    let mut context = vec![Value::from(STANDARD_URL)];
    if let Some(shared) = shared_terms(&events) {
        for event in &mut events {
            if let Value::Object(fields) = event {
                fields.remove("@context");
            }
        }
        if !shared.is_empty() {
            context.push(Value::Object(shared));
        }
    }
    let mut results = json!({
        "queryName": query,
        "resultsBody": { "eventList": events },
    });
    if let Some(subscription) = subscription {
        results["subscriptionID"] = Value::from(subscription);
    }
    json!({
        "@context": context,
        "type": "EPCISQueryDocument",
        "schemaVersion": "2.0",
        "creationDate": rfc3339(now),
        "epcisBody": { "queryResults": results },
    })
}

/// The terms of all events' own contexts; `None` where two of them contradict each other, or one
/// holds more than terms.
fn shared_terms(events: &[Value]) -> Option<Map<String, Value>> {
    let mut shared = Map::new();
    for event in events {
        let parts: &[Value] = match event.get("@context") {
            None => &[],
            Some(Value::Array(parts)) => parts,
            Some(one) => std::slice::from_ref(one),
        };
        for part in parts {
            match part {
                Value::String(url) if url == STANDARD_URL => {}
                Value::Object(terms) => {
                    for (term, iri) in terms {
                        match shared.get(term) {
                            Some(known) if known != iri => return None,
                            Some(_) => {}
                            None => {
                                shared.insert(term.clone(), iri.clone());
                            }
                        }
                    }
                }
                _ => return None,
            }
        }
    }
    Some(shared)
}

/// A text as one segment of a path.
#[must_use]
pub fn segment(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(contexts: &[Value], top: &Value, is_kept: bool) {
        let events = contexts
            .iter()
            .map(|context| json!({ "@context": [context] }))
            .collect();
        let document = document(events, "q", None, Instant(0));
        assert_eq!(document["@context"], *top);
        let first = &document["epcisBody"]["queryResults"]["resultsBody"]["eventList"][0];
        assert_eq!(first.get("@context").is_some(), is_kept);
    }

    #[test]
    fn prefixes_stand_at_the_top_where_events_agree() {
        let (a, b) = (
            json!({ "ex": "https://a.example/" }),
            json!({ "ex": "https://b.example/" }),
        );
        check(&[a.clone(), a.clone()], &json!([STANDARD_URL, a]), false);
        check(&[a, b], &json!([STANDARD_URL]), true);
    }
}

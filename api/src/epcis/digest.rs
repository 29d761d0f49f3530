//! What named an event before the event hash did: SHA-256 over its JSON with sorted keys.
//!
//! Events of those days keep it, and are known by it when they are captured again.
//! `recordTime` and `eventID` are left out, as the event hash leaves them out.

use serde_json::Value;
use sha2::{Digest, Sha256};

/// In hexadecimal.
#[must_use]
pub fn digest(event: &Value) -> String {
    let mut text = String::new();
    match event {
        Value::Object(fields) => {
            let without = fields
                .iter()
                .filter(|(name, _)| !matches!(name.as_str(), "recordTime" | "eventID"));
            write_object(without, &mut text);
        }
        other => write_value(other, &mut text),
    }
    crate::random::hex(&Sha256::digest(text.as_bytes()))
}

fn write_value(value: &Value, out: &mut String) {
    match value {
        Value::Object(fields) => write_object(fields.iter(), out),
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_value(item, out);
            }
            out.push(']');
        }
        // Numbers, strings and literals have one form in serde_json.
        scalar => out.push_str(&scalar.to_string()),
    }
}

fn write_object<'v>(fields: impl Iterator<Item = (&'v String, &'v Value)>, out: &mut String) {
    let mut fields: Vec<_> = fields.collect();
    fields.sort_by_key(|(name, _)| *name);
    out.push('{');
    for (index, (name, value)) in fields.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        out.push_str(&Value::String(name.clone()).to_string());
        out.push(':');
        write_value(value, out);
    }
    out.push('}');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_and_record_time_do_not_matter() {
        let a = serde_json::json!({"type": "ObjectEvent", "a": [1, {"y": 1, "x": 2}]});
        let b: Value = serde_json::from_str(
            r#"{"recordTime": "2026-01-01T00:00:00Z", "a": [1, {"x": 2, "y": 1}], "type": "ObjectEvent"}"#,
        )
        .unwrap();
        assert_eq!(digest(&a), digest(&b));
        assert_ne!(
            digest(&a),
            digest(&serde_json::json!({"type": "ObjectEvent", "a": [2]}))
        );
    }
}

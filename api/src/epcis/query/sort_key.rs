//! What an extension says, as something that events are sorted by.

use std::cmp::Ordering;

use serde_json::Value;

use super::{condition::Seen, extension::Field};
use crate::clock::parse_rfc3339;

/// A value of an extension: numbers before times before texts, and texts by their code points.
///
/// Extensions of XML come as texts, so a text that is a number is one.
#[derive(Clone, Debug, PartialEq)]
pub enum SortKey {
    /// An Int or a Float.
    Number(f64),
    /// A Time, in milliseconds since 1970.
    Time(i64),
    /// A String.
    Text(String),
}

impl Eq for SortKey {}

impl PartialOrd for SortKey {
    fn partial_cmp(&self, other: &SortKey) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for SortKey {
    fn cmp(&self, other: &SortKey) -> Ordering {
        let rank = |key: &SortKey| match key {
            SortKey::Number(_) => 0,
            SortKey::Time(_) => 1,
            SortKey::Text(_) => 2,
        };
        match (self, other) {
            (SortKey::Number(one), SortKey::Number(two)) => one.total_cmp(two),
            (SortKey::Time(one), SortKey::Time(two)) => one.cmp(two),
            (SortKey::Text(one), SortKey::Text(two)) => one.cmp(two),
            _ => rank(self).cmp(&rank(other)),
        }
    }
}

impl SortKey {
    /// What an event says first in that field; `None` where it says nothing that has an order.
    pub(super) fn of(field: &Field, seen: &Seen<'_>) -> Option<SortKey> {
        field.values(seen).find_map(SortKey::read)
    }

    fn read(value: &Value) -> Option<SortKey> {
        match value {
            Value::Number(number) => number.as_f64().map(SortKey::Number),
            Value::Bool(truth) => Some(SortKey::Text(truth.to_string())),
            Value::String(text) => Some(match (text.trim().parse::<f64>(), parse_rfc3339(text)) {
                (Ok(number), _) if number.is_finite() => SortKey::Number(number),
                (_, Some(time)) => SortKey::Time(time.0),
                _ => SortKey::Text(text.clone()),
            }),
            Value::Array(items) => items.iter().find_map(SortKey::read),
            Value::Null | Value::Object(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn numbers_come_before_times_before_texts() {
        let mut keys: Vec<SortKey> = [
            json!("b"),
            json!("2026-11-02T09:00:00+01:00"),
            json!("10"),
            json!(9.5),
            json!("B"),
            json!([{}, 2]),
            json!("2026-11-02T07:59:59Z"),
        ]
        .iter()
        .filter_map(SortKey::read)
        .collect();
        keys.sort();
        let at = |text: &str| SortKey::Time(parse_rfc3339(text).unwrap().0);
        let text = |text: &str| SortKey::Text(text.to_owned());
        let expected = [
            SortKey::Number(2.0),
            SortKey::Number(9.5),
            SortKey::Number(10.0),
            at("2026-11-02T07:59:59Z"),
            at("2026-11-02T08:00:00Z"),
            text("B"),
            text("b"),
        ];
        assert_eq!(keys, expected);
        assert_eq!(SortKey::read(&json!({ "a": 1 })), None);
    }
}

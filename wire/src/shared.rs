//! A part that many answers have in common, and its JSON, written once.

use std::{ops::Deref, sync::Arc};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// A part of an answer that is the same in the answers about many units: cheap to clone, and where
/// [`Shared::written`] made it, cheap to write.
#[derive(Debug)]
pub struct Shared<T>(Arc<Inner<T>>);

#[derive(Clone, Debug)]
struct Inner<T> {
    value: T,
    json: Option<Box<RawValue>>,
}

impl<T: Serialize> Shared<T> {
    /// With its JSON, for what is written more than once. Only a serializer of `serde_json` may get
    /// to see it.
    #[must_use]
    pub fn written(value: T) -> Shared<T> {
        // What can't be written is not kept, and whoever writes it is told.
        let json = serde_json::value::to_raw_value(&value).ok();
        Shared(Arc::new(Inner { value, json }))
    }
}

impl<T: Clone> Shared<T> {
    /// To be changed: from now on it is its own, and has no JSON.
    pub fn to_mut(&mut self) -> &mut T {
        let inner = Arc::make_mut(&mut self.0);
        inner.json = None;
        &mut inner.value
    }
}

impl<T> From<T> for Shared<T> {
    fn from(value: T) -> Shared<T> {
        Shared(Arc::new(Inner { value, json: None }))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Shared<T> {
        Shared(self.0.clone())
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0.value
    }
}

impl<T: PartialEq> PartialEq for Shared<T> {
    fn eq(&self, other: &Shared<T>) -> bool {
        self.0.value == other.0.value
    }
}

impl<T: Serialize> Serialize for Shared<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0.json {
            Some(json) => json.serialize(serializer),
            None => self.0.value.serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Shared<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Shared<T>, D::Error> {
        T::deserialize(deserializer).map(Shared::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_what_would_be() {
        let value = vec![Some("\"Łódź\"".to_owned()), None];
        let plain = serde_json::to_string(&value).unwrap();
        for shared in [Shared::from(value.clone()), Shared::written(value.clone())] {
            assert_eq!(serde_json::to_string(&shared).unwrap(), plain);
            assert_eq!(
                serde_json::to_value(&shared).unwrap(),
                serde_json::json!(value)
            );
            let read: Shared<Vec<Option<String>>> = serde_json::from_str(&plain).unwrap();
            assert_eq!(read, shared);
            assert_eq!(*shared.clone(), value);
            let mut changed = shared.clone();
            changed.to_mut().clear();
            assert_eq!(serde_json::to_string(&changed).unwrap(), "[]");
            assert_eq!(serde_json::to_string(&shared).unwrap(), plain);
        }
    }
}

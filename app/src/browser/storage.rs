//! What stays on the device, as JSON under a name.

use leptos::prelude::window;
use serde::{Serialize, de::DeserializeOwned};

/// What is stored; `None` where there is nothing, or nothing that can be read any more.
pub fn load<T: DeserializeOwned>(name: &str) -> Option<T> {
    let storage = window().local_storage().ok()??;
    serde_json::from_str(&storage.get_item(name).ok()??).ok()
}

/// Stores; whether that worked. A full or forbidden store is no reason to stop.
pub fn save<T: Serialize>(name: &str, value: &T) -> bool {
    let Ok(Some(storage)) = window().local_storage() else {
        return false;
    };
    serde_json::to_string(value).is_ok_and(|text| storage.set_item(name, &text).is_ok())
}

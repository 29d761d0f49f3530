//! What stays on the device, as JSON under a name.

use js_sys::{Function, Reflect};
use leptos::prelude::window;
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast as _, JsValue};

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

/// Asks that the browser does not throw away what is stored when the device gets full. Some browsers
/// ask the person, so this is for when something is stored that nobody else has.
pub fn ask_to_keep() {
    let get = |target: &JsValue, name: &str| Reflect::get(target, &name.into()).ok();
    let manager = get(&window().navigator(), "storage").filter(|it| !it.is_undefined());
    let Some(manager) = manager else { return };
    let persist = get(&manager, "persist").and_then(|it| it.dyn_into::<Function>().ok());
    if let Some(persist) = persist {
        // The answer changes nothing: what is stored is stored.
        let _ = persist.call0(&manager);
    }
}

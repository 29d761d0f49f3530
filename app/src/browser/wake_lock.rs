//! Keeps the screen awake while the camera looks; where the browser can't, it sleeps as it likes.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Released when dropped.
pub struct WakeLock(JsValue);

impl WakeLock {
    /// `None` where there is none, or the battery is low.
    pub async fn request() -> Option<WakeLock> {
        let lock = Reflect::get(&window().navigator(), &"wakeLock".into()).ok()?;
        let promise = call(&lock, "request", Some(&"screen".into()))?;
        let sentinel = JsFuture::from(Promise::resolve(&promise)).await.ok()?;
        Some(WakeLock(sentinel))
    }
}

impl Drop for WakeLock {
    fn drop(&mut self) {
        // What it resolves to says nothing.
        let _ = call(&self.0, "release", None);
    }
}

fn call(target: &JsValue, name: &str, argument: Option<&JsValue>) -> Option<JsValue> {
    let method: Function = Reflect::get(target, &name.into()).ok()?.dyn_into().ok()?;
    match argument {
        Some(argument) => method.call1(target, argument).ok(),
        None => method.call0(target).ok(),
    }
}

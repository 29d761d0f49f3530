//! Installing the app, where the browser offers it.

use std::cell::RefCell;

use js_sys::{Function, Reflect};
use leptos::prelude::window_event_listener_untyped;
use wasm_bindgen::{JsCast as _, JsValue};

thread_local! {
    /// The browser's offer; good for one question.
    static OFFER: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Keeps the offer; `offered` hears whether there is one.
pub fn listen(offered: impl Fn(bool) + Clone + 'static) {
    let heard = offered.clone();
    let _ = window_event_listener_untyped("beforeinstallprompt", move |event| {
        // Asked when the person wants it, not when the browser does.
        event.prevent_default();
        OFFER.set(Some(event.into()));
        heard(true);
    });
    let _ = window_event_listener_untyped("appinstalled", move |_| {
        OFFER.set(None);
        offered(false);
    });
}

/// Asks the person, on their tap.
pub fn ask() {
    if let Some(event) = OFFER.take() {
        let prompt = Reflect::get(&event, &"prompt".into()).ok();
        let prompt = prompt.and_then(|prompt| prompt.dyn_into::<Function>().ok());
        // The browser says the rest.
        let _ = prompt.map(|prompt| prompt.call0(&event));
    }
}

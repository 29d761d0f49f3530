//! The page: its time, its address, its title, and what a screen reader hears.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast as _, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

use crate::{Context, Locale, Words};

/// Where the app is mounted.
pub fn root() -> Option<HtmlElement> {
    document().get_element_by_id("app")?.dyn_into().ok()
}

/// Now, RFC 3339 in UTC.
pub fn now() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// Milliseconds since 1970; for spans of time only.
pub fn tick_ms() -> f64 {
    js_sys::Date::now()
}

/// The language that the server chose for this document.
pub fn words() -> Words {
    let lang = document()
        .document_element()
        .and_then(|root| root.get_attribute("lang"));
    Words::new(
        lang.as_deref()
            .and_then(Locale::from_tag)
            .unwrap_or(Locale::En),
    )
}

/// What the shared components need.
pub fn context() -> Context {
    Context {
        words: words(),
        now: now(),
        csrf: String::new(),
        near: None,
    }
}

/// The path of the address.
pub fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// Puts a path into the address without leaving the page.
pub fn push(path: &str) {
    if let Ok(history) = window().history() {
        // Fails only for another origin.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(path));
    }
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Calls back when the person goes back or forth.
pub fn on_popstate(act: impl Fn() + 'static) {
    listen(window().as_ref(), "popstate", act);
}

/// Calls back when there is a network again.
pub fn on_online(act: impl Fn() + 'static) {
    listen(window().as_ref(), "online", act);
}

/// Calls back when the page is hidden or shown, with whether it is shown.
pub fn on_visibility(act: impl Fn(bool) + 'static) {
    listen(document().as_ref(), "visibilitychange", move || {
        act(document().visibility_state() == web_sys::VisibilityState::Visible);
    });
}

/// For as long as the page lives.
fn listen(target: &web_sys::EventTarget, event: &str, act: impl Fn() + 'static) {
    let closure = Closure::<dyn Fn()>::new(act);
    // Fails only where the closure is no function.
    let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Names the window.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Whether the browser believes that it has no network.
pub fn is_offline() -> bool {
    !window().navigator().on_line()
}

/// Moves the reader's place to the content, so that a screen reader begins there.
pub fn focus_content() {
    let content = document().get_element_by_id("content");
    if let Some(content) = content.and_then(|content| content.dyn_into::<HtmlElement>().ok()) {
        let _ = content.focus();
    }
}

/// A short buzz where the device can.
pub fn buzz() {
    let navigator = window().navigator();
    let vibrate = js_sys::Reflect::get(&navigator, &"vibrate".into()).ok();
    if let Some(vibrate) = vibrate.and_then(|value| value.dyn_into::<js_sys::Function>().ok()) {
        let _ = vibrate.call1(&navigator, &JsValue::from_f64(60.0));
    }
}

/// The text that the person copied; `None` where they or the browser refuse.
pub async fn pasted() -> Option<String> {
    let text = JsFuture::from(window().navigator().clipboard().read_text())
        .await
        .ok()?;
    text.as_string()
}

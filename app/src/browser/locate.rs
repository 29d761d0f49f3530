//! The nearest places from the device's own location: asked for on a tap, never before.

use js_sys::{Function, Object, Reflect};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{Element, HtmlElement, HtmlFormElement, HtmlInputElement};

/// What the shared page marks its button with.
const BUTTON: &str = "button[data-locate]";
/// A location of the last ten minutes is near enough, in ms.
const MAX_AGE: f64 = 600_000.0;
/// In ms.
const TIMEOUT: f64 = 10_000.0;

fn geolocation() -> Option<JsValue> {
    let value = Reflect::get(&window().navigator(), &"geolocation".into()).ok()?;
    value.is_object().then_some(value)
}

/// Shows the buttons, where the device can tell.
pub fn offer() {
    let (Ok(buttons), Some(_)) = (document().query_selector_all(BUTTON), geolocation()) else {
        return;
    };
    for button in (0..buttons.length()).filter_map(|index| buttons.get(index)) {
        if let Ok(button) = button.dyn_into::<HtmlElement>() {
            button.set_hidden(false);
        }
    }
}

/// Fills the form, and sends it unless there is more to fill in, where the tap was on the button.
pub fn on_tap(target: &Element) {
    let button = target.closest(BUTTON).ok().flatten();
    let sends = button
        .as_ref()
        .is_some_and(|button| button.get_attribute("data-locate").as_deref() != Some("fill"));
    let form = button.and_then(|button| button.closest("form").ok().flatten());
    let form = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    let (Some(form), Some(geolocation)) = (form, geolocation()) else {
        return;
    };
    let number = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok()?.as_f64();
    let found = {
        let form = form.clone();
        Closure::once_into_js(move |position: JsValue| {
            let coords = Reflect::get(&position, &"coords".into()).unwrap_or(JsValue::NULL);
            if let (Some(lat), Some(lon)) =
                (number(&coords, "latitude"), number(&coords, "longitude"))
            {
                // Two decimals are about a kilometer: enough to find the nearest place.
                let short = |degrees: f64| {
                    String::from(
                        js_sys::Number::from(degrees)
                            .to_fixed(2)
                            .unwrap_or_default(),
                    )
                };
                fill(&form, &[short(lat), short(lon)].join(","));
                if sends {
                    let _ = form.request_submit();
                }
            }
        })
    };
    // Refused or not found: the town can be typed.
    let not_found = Closure::once_into_js(move || {
        if let Some(field) = near_field(&form) {
            let _ = field.focus();
        }
    });
    let options = Object::new();
    for (name, value) in [("maximumAge", MAX_AGE), ("timeout", TIMEOUT)] {
        // Setting a property of a plain object can't fail.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let ask = Reflect::get(&geolocation, &"getCurrentPosition".into()).ok();
    if let Some(ask) = ask.and_then(|ask| ask.dyn_into::<Function>().ok()) {
        let _ = ask.call3(&geolocation, &found, &not_found, &options);
    }
}

fn near_field(form: &HtmlFormElement) -> Option<HtmlInputElement> {
    let field = form.query_selector("input[name=near]").ok().flatten();
    field.and_then(|field| field.dyn_into().ok())
}

fn fill(form: &HtmlFormElement, text: &str) {
    if let Some(field) = near_field(form) {
        field.set_value(text);
        let _ = field.focus();
    }
}

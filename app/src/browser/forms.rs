//! Forms that would load a page are sent in place instead; what was typed stays until they succeed.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{FormData, HtmlFormElement, SubmitEvent};

/// The forms that the app sends itself, with their fields.
const FORMS: [(&str, &[&str]); 10] = [
    ("/typed/batch", &["csrf", "path", "batch", "date", "again"]),
    ("/typed/serial", &["csrf", "path", "serial"]),
    ("/compare", &["csrf", "path", "look1", "look2", "look3"]),
    (
        "/register",
        &["csrf", "path", "bought_on", "shop", "receipt", "email"],
    ),
    (
        "/register/dispute",
        &["csrf", "path", "message", "bought_on", "shop", "email"],
    ),
    (
        "/claim",
        &["csrf", "path", "recall", "remedy", "note", "email"],
    ),
    ("/reveal", &["csrf", "path", "code"]),
    ("/follow", &["csrf", "path", "channel", "email"]),
    ("/feedback/erase", &["csrf", "reference"]),
    ("/feedback/unquote", &["csrf", "reference"]),
];

/// The forms that may carry a photo.
const WITH_PHOTO: [&str; 2] = ["/report", "/feedback"];

/// What a form holds.
pub enum Fields {
    /// As `application/x-www-form-urlencoded`.
    Text(String),
    /// With files, as `multipart/form-data`.
    Files(FormData),
}

/// Action and fields of a submit event, where it is one of ours; the page then stays.
pub fn of_submit(event: &SubmitEvent) -> Option<(String, Fields, HtmlFormElement)> {
    let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
    let action = form.get_attribute("action")?;
    if WITH_PHOTO.contains(&action.as_str()) {
        let data = FormData::new_with_form(&form).ok()?;
        event.prevent_default();
        return Some((action, Fields::Files(data), form));
    }
    let (_, names) = FORMS.iter().find(|(known, _)| *known == action)?;
    let data = FormData::new_with_form(&form).ok()?;
    let fields: Vec<String> = names
        .iter()
        .filter_map(|name| {
            let text = data.get(name).as_string()?;
            let text = String::from(js_sys::encode_uri_component(&text));
            Some(format!("{name}={text}"))
        })
        .collect();
    event.prevent_default();
    Some((action, Fields::Text(fields.join("&")), form))
}

/// Says below the form what went wrong, and leaves everything else as it is.
pub fn complain(form: &HtmlFormElement, sentence: &str) {
    if let Ok(Some(result)) = form.query_selector(".form-result") {
        result.set_text_content(Some(sentence));
    }
    enable(form, true);
}

/// Keeps a form from being sent twice.
pub fn enable(form: &HtmlFormElement, is_on: bool) {
    if let Ok(Some(button)) = form.query_selector("button[type=submit]") {
        let changed = if is_on {
            button.remove_attribute("disabled")
        } else {
            button.set_attribute("disabled", "")
        };
        // Only a name that is no name fails.
        let _ = changed;
    }
}

/// Puts a text into a field by its id.
pub fn fill(id: &str, text: &str) {
    let field = document().get_element_by_id(id);
    if let Some(field) = field.and_then(|field| field.dyn_into::<web_sys::HtmlInputElement>().ok())
    {
        field.set_value(text);
        let _ = field.focus();
    }
}

/// Tells the script that keeps forms until there is a network.
pub fn offer_to_wait(form: &HtmlFormElement) {
    if let Ok(event) = web_sys::Event::new("touchstone:offline") {
        // It is cancelled by nobody.
        let _ = form.dispatch_event(&event);
    }
}

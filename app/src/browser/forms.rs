//! Forms that would load a page are sent in place instead; what was typed stays until they succeed.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{FormData, HtmlFormElement, SubmitEvent};
use wire::form::{ClaimRequest, RegistrationRequest};

/// A form that the app sends itself.
pub enum Form {
    /// A registration.
    Registration(RegistrationRequest),
    /// A claim.
    Claim(ClaimRequest),
}

/// The form of a submit event, where it is one of ours; the page then stays.
pub fn of_submit(event: &SubmitEvent) -> Option<(Form, HtmlFormElement)> {
    let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
    let data = FormData::new_with_form(&form).ok()?;
    let text = |name: &str| data.get(name).as_string().unwrap_or_default();
    let optional = |name: &str| Some(text(name)).filter(|text| !text.trim().is_empty());
    let action = form.get_attribute("action")?;
    let read = match action.as_str() {
        "/register" => Form::Registration(RegistrationRequest {
            path: text("path"),
            bought_on: optional("bought_on"),
            shop: optional("shop"),
            email: optional("email"),
            csrf: String::new(),
        }),
        "/claim" => Form::Claim(ClaimRequest {
            path: text("path"),
            recall: text("recall"),
            remedy: text("remedy"),
            note: optional("note"),
            email: optional("email"),
            csrf: String::new(),
        }),
        _ => return None,
    };
    event.prevent_default();
    Some((read, form))
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

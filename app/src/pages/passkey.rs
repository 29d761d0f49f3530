//! A form that a device's passkey answers. `public/passkey.js` asks the device and sends the form.

use leptos::prelude::*;

/// A question for a passkey.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The options for `navigator.credentials`, as JSON with base64url for bytes.
    pub options: String,
    /// What goes back with the answer.
    pub state: String,
}

/// What is said where there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unanswered {
    /// The browser knows no passkeys.
    pub unsupported: &'static str,
    /// The device did not answer, or the person cancelled.
    pub failed: &'static str,
    /// No script runs.
    pub script: &'static str,
}

/// The fields that the script fills in, and what it says where it can't. The form's button is disabled
/// in the page and enabled by that script.
pub(super) fn question_fields(question: Question, csrf: &str, says: Unanswered) -> AnyView {
    view! {
        <input type="hidden" name="csrf" value=csrf.to_owned() />
        <input type="hidden" name="state" value=question.state />
        <input type="hidden" name="answer" value="" data-options=question.options />
        <p class="form-result" role="alert" data-trouble=""
            data-unsupported=says.unsupported
            data-failed=says.failed></p>
        <noscript><p class="trouble">{says.script}</p></noscript>
    }
    .into_any()
}

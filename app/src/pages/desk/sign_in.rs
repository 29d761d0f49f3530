//! `/desk/sign-in`: one button. `public/passkey.js` asks the device and sends the form.

use leptos::prelude::*;

use super::csrf;
use crate::{Context, components::Streak};

/// A question for a passkey.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The options for `navigator.credentials`, as JSON with base64url for bytes.
    pub options: String,
    /// What goes back with the answer.
    pub state: String,
}

/// What did not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The passkey is not known here, or its answer does not hold.
    NoPasskey,
    /// No passkey was made.
    NotMade,
}

/// The fields that `public/passkey.js` fills in, and what it says where it can't. The form's button
/// is disabled in the page and enabled by that script.
pub(super) fn question_fields(question: Question, context: &Context) -> AnyView {
    let words = context.words;
    view! {
        {csrf(context)}
        <input type="hidden" name="state" value=question.state />
        <input type="hidden" name="answer" value="" data-options=question.options />
        <p class="form-result" role="alert" data-trouble=""
            data-unsupported=words.desk_passkey_unsupported()
            data-failed=words.desk_passkey_failed()></p>
        <noscript><p class="trouble">{words.desk_passkey_script()}</p></noscript>
    }
    .into_any()
}

pub(super) fn trouble_view(trouble: Option<Trouble>, context: &Context) -> Option<AnyView> {
    let words = context.words;
    let text = match trouble? {
        Trouble::NoPasskey => words.desk_passkey_unknown(),
        Trouble::NotMade => words.desk_passkey_not_made(),
    };
    Some(view! { <p class="trouble" role="alert">{text}</p> }.into_any())
}

/// The page.
#[component]
pub(super) fn SignInPage(
    context: Context,
    question: Question,
    trouble: Option<Trouble>,
) -> impl IntoView {
    let words = context.words;
    view! {
        <section class="door">
            <div class="stone"><Streak standing="product".to_owned() /></div>
            <h1>{words.desk_sign_in()}</h1>
            <p>{words.desk_sign_in_about()}</p>
            {trouble_view(trouble, &context)}
            <form method="post" action="/desk/sign-in" data-passkey="get">
                {question_fields(question, &context)}
                <button type="submit" class="primary" disabled>{words.desk_sign_in_passkey()}</button>
            </form>
            <p class="hint">{words.desk_sign_in_hint()}</p>
        </section>
    }
    .into_any()
}

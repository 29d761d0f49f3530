//! `/desk/sign-in`: one button. `public/passkey.js` asks the device and sends the form.

use leptos::prelude::*;

pub use crate::pages::passkey::Question;
use crate::{
    Context,
    components::Streak,
    pages::passkey::{self, Unanswered},
};

/// What did not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The passkey is not known here, or its answer does not hold.
    NoPasskey,
    /// No passkey was made.
    NotMade,
}

/// The fields of a form that a passkey answers.
pub(super) fn question_fields(question: Question, context: &Context) -> AnyView {
    let words = context.words;
    let says = Unanswered {
        unsupported: words.desk_passkey_unsupported(),
        failed: words.desk_passkey_failed(),
        script: words.desk_passkey_script(),
    };
    passkey::question_fields(question, &context.csrf, says)
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
    next: Option<String>,
    trouble: Option<Trouble>,
) -> impl IntoView {
    let next = next.map(|next| view! { <input type="hidden" name="next" value=next /> });
    let words = context.words;
    view! {
        <section class="door">
            <div class="stone"><Streak standing="product".to_owned() /></div>
            <h1>{words.desk_sign_in()}</h1>
            <p>{words.desk_sign_in_about()}</p>
            {trouble_view(trouble, &context)}
            <form method="post" action="/desk/sign-in" data-passkey="get">
                {question_fields(question, &context)}
                {next}
                <button type="submit" class="primary" disabled>{words.desk_sign_in_passkey()}</button>
            </form>
            <p class="hint">{words.desk_sign_in_hint()}</p>
        </section>
    }
    .into_any()
}

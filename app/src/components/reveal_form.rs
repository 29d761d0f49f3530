//! Revealing the hidden code under the seal, once.

use leptos::prelude::*;
use wire::answer::HiddenCode;

use crate::Context;

/// Says before anything else that it counts once; where it was revealed, says when.
#[component]
pub fn RevealForm(hidden: HiddenCode, path: String, context: Context) -> impl IntoView {
    let words = context.words;
    let when = hidden.first_at.as_deref().unwrap_or_default();
    let when = words.ago(when, &context.now);
    let known = match hidden.state.as_str() {
        "yours" => Some(words.reveal_is_yours(when)),
        "revealed" | "revealed-again" => Some(words.reveal_is_known(when)),
        _ => None,
    };
    let is_sealed = known.is_none();
    let explained = match known {
        Some(known) => view! { <p>{known}</p> }.into_any(),
        None => view! { <p>{words.reveal_why()}</p><p><strong>{words.reveal_once()}</strong></p> }
            .into_any(),
    };
    // Whoever revealed it has nothing left to ask.
    let form = (hidden.state != "yours").then(|| {
        let send = if is_sealed { words.reveal_send() } else { words.reveal_send_all_the_same() };
        view! {
            <form class="registration" method="post" action="/reveal" aria-labelledby="reveal-title">
                <input type="hidden" name="csrf" value=context.csrf.clone() />
                <input type="hidden" name="path" value=path />
                <label for="hidden-code">{words.reveal_code()}</label>
                <input id="hidden-code" name="code" required maxlength="40" autocomplete="off"
                    autocapitalize="characters" spellcheck="false" />
                <button type="submit" class="primary">{send}</button>
                <p class="form-result" role="status"></p>
            </form>
        }
    });
    view! {
        <section class="register" id="reveal" aria-labelledby="reveal-title">
            <h2 id="reveal-title">{words.reveal_title()}</h2>
            {explained}
            {form}
        </section>
    }
    .into_any()
}

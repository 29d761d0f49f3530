//! Whether to use it meanwhile, and whom to ask: for a safety-critical product in trouble.

use leptos::prelude::*;
use wire::answer::Safety;

use super::ContactLines;
use crate::Context;

/// In the brand's words where it has some, else in ours; `kind` is the verdict's.
#[component]
pub fn Caution(kind: String, safety: Option<Safety>, context: Context) -> impl IntoView {
    let words = context.words;
    let Some(safety) = safety else {
        let text = words.find(&format!("caution-{kind}"));
        return text
            .map(|text| view! { <p class="caution" role="alert">{text}</p> })
            .into_any();
    };
    let first = words.find(&format!("caution-first-{kind}"));
    let rest = [safety.meanwhile, safety.ask].into_iter().flatten();
    let rest = rest.map(|text| view! { <p>{text}</p> }).collect_view();
    view! {
        <div class="caution" role="alert">
            {first.map(|text| view! { <p><strong>{text}</strong></p> })}
            {rest}
            <ContactLines contact=safety.contact />
        </div>
    }
    .into_any()
}

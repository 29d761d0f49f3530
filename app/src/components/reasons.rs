//! Why: each reason with its evidence and what it can't tell.

use leptos::prelude::*;
use wire::answer::Answer;

use crate::Context;

/// The reasons, the headline's own first.
#[component]
pub fn Reasons(answer: Answer, context: Context) -> impl IntoView {
    let words = context.words;
    let reasons = answer
        .verdict
        .reasons
        .iter()
        .map(|reason| {
            let limit = words.limit(&reason.kind).map(|limit| {
                view! { <span class="limit">{limit}</span> }
            });
            let sentence = words.reason(reason, &context.now);
            let circumstances = words.circumstances(reason, &context.now);
            let circumstances = (!circumstances.is_empty()).then(|| {
                view! { <span class="circumstances">{circumstances}</span> " " }
            });
            view! {
                <li class=format!("reason reason-{}", reason.kind)>
                    {sentence} " " {circumstances} {limit}
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="reasons" aria-labelledby="reasons-title">
            <h2 id="reasons-title">{words.reasons_title()}</h2>
            <ul>{reasons}</ul>
        </section>
    }
    .into_any()
}

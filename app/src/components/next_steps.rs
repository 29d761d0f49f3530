//! What to do now: the first step is the one main action of the page.

use leptos::prelude::*;
use wire::answer::Answer;

use crate::Context;

/// Where a step leads on the page or beyond.
fn target(step: &str, answer: &Answer) -> Option<String> {
    let contact = answer.brand.as_ref().map(|brand| &brand.contact);
    match step {
        "claim" => Some("#claim".to_owned()),
        "register" => Some("#register".to_owned()),
        "recycle" => Some("#recycling".to_owned()),
        "compare-pack" => Some("#product".to_owned()),
        "check-typing" | "scan-another" => Some("/scan".to_owned()),
        "ask-brand" => contact.and_then(|contact| {
            let phone = contact
                .phone
                .as_ref()
                .map(|phone| format!("tel:{}", phone.replace(' ', "")));
            let email = contact
                .email
                .as_ref()
                .map(|email| format!("mailto:{email}"));
            phone.or(email).or_else(|| contact.url.clone())
        }),
        _ => None,
    }
}

/// The steps; those that are a thing to leave, not to do, are told as sentences.
#[component]
pub fn NextSteps(answer: Answer, context: Context) -> impl IntoView {
    let words = context.words;
    let mut has_main = false;
    let steps = answer
        .verdict
        .steps
        .iter()
        .map(|step| {
            let text = words.step(step, &answer);
            match target(step, &answer) {
                Some(href) => {
                    let class = if has_main { "step" } else { "main-action" };
                    has_main = true;
                    view! { <li><a class=class href=href>{text}</a></li> }.into_any()
                }
                None => view! { <li class="told">{text}</li> }.into_any(),
            }
        })
        .collect_view();
    view! {
        <section class="next-steps" aria-labelledby="steps-title">
            <h2 id="steps-title">{words.steps_title()}</h2>
            <ul>{steps}</ul>
        </section>
    }
    .into_any()
}

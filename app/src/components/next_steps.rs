//! What to do now: the first step that leads somewhere is the one main action of the page, and stands in
//! the list, too, for who reads the list takes it for all there is to do.

use leptos::prelude::*;
use wire::answer::Answer;

use super::MainAction;
use crate::Context;

/// Where a step leads on the page or beyond.
fn target(step: &str, answer: &Answer) -> Option<String> {
    let contact = answer.brand.as_ref().map(|brand| &brand.contact);
    match step {
        "claim" => Some("#claim".to_owned()),
        "check-batch" => Some("#recall".to_owned()),
        "report" => Some("#report".to_owned()),
        "register" => Some("#register".to_owned()),
        "recycle" => Some("#recycling".to_owned()),
        "compare-pack" => {
            let has_looks = answer
                .product
                .as_ref()
                .is_some_and(|product| !product.looks.is_empty());
            Some(if has_looks { "#compare" } else { "#product" }.to_owned())
        }
        // Where the product is known, the form stands on this page.
        "check-typing" if answer.product.is_some() && answer.unit.is_none() => {
            Some("#typed".to_owned())
        }
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

/// The steps that this page has what they need for.
fn steps(answer: &Answer) -> impl Iterator<Item = &String> {
    let has_parts = (answer.product.as_ref()).is_some_and(|product| !product.parts.is_empty());
    let steps = answer.verdict.steps.iter();
    steps.filter(move |step| has_parts || *step != "recycle")
}

/// The first step that leads somewhere.
fn main_step(answer: &Answer) -> Option<(&String, String)> {
    steps(answer).find_map(|step| Some((step, target(step, answer)?)))
}

/// The main step, where there is one.
#[component]
pub fn MainStep(answer: Answer, context: Context) -> impl IntoView {
    let main = main_step(&answer);
    main.map(|(step, href)| {
        view! { <MainAction href=href text=context.words.step(step, &answer) /> }
    })
    .into_any()
}

/// The steps; those that are a thing to leave, not to do, are told as sentences.
#[component]
pub fn NextSteps(answer: Answer, context: Context) -> impl IntoView {
    let words = context.words;
    let steps: Vec<AnyView> = steps(&answer)
        .map(|step| {
            let text = words.step(step, &answer);
            match target(step, &answer) {
                Some(href) => view! { <li><a class="step" href=href>{text}</a></li> }.into_any(),
                None => view! { <li class="told">{text}</li> }.into_any(),
            }
        })
        .collect();
    (!steps.is_empty())
        .then(|| {
            view! {
                <section class="next-steps" aria-labelledby="steps-title">
                    <h2 id="steps-title">{words.steps_title()}</h2>
                    <ul>{steps}</ul>
                </section>
            }
        })
        .into_any()
}

//! `/proof/{token}`: whose a unit is, for somebody who may buy it; nobody's name.

use leptos::prelude::*;
use wire::form::{ProofView, RegistrationView};

use super::done::registration_facts;
use crate::{
    Context,
    components::{MainAction, Serial},
};

/// What the link shows.
#[component]
pub fn ProofPage(context: Context, proof: ProofView) -> impl IntoView {
    let words = context.words;
    let headline = match proof.is_stolen {
        true => view! { <p class="trouble" role="alert">{words.proof_stolen()}</p> }.into_any(),
        false => view! { <p class="good" role="status">{words.proof_says()}</p> }.into_any(),
    };
    let evidence = words.find(&format!("proof-evidence-{}", proof.evidence));
    let warranty = proof.warranty_until.as_ref();
    let warranty = warranty.map(|on| view! { <li>{words.warranty_until(words.day(on))}</li> });
    let take = match (proof.is_stolen, proof.is_asked_for) {
        (true, _) => ().into_any(),
        (false, true) => view! { <p class="hint">{words.proof_asked_for()}</p> }.into_any(),
        (false, false) => view! {
            <form method="post" action=format!("/proof/{}", proof.token)>
                <input type="hidden" name="csrf" value=context.csrf.clone() />
                <p>{words.proof_take_why()}</p>
                <button type="submit" class="primary">{words.proof_take()}</button>
            </form>
        }
        .into_any(),
    };
    view! {
        <section class="done">
            <h1>{words.proof_title()}</h1>
            {headline}
            <h2><a href=proof.path.clone()>{proof.product.clone()}</a></h2>
            <p>{proof.brand.clone()}", "<Serial text=proof.serial.clone() /></p>
            <p class="limit">{words.proof_compare()}</p>
            <ul class="facts">
                {evidence.map(|evidence| view! { <li>{evidence}</li> })}
                {warranty}
                <li>{words.proof_ends(words.day(&proof.ends_at))}</li>
            </ul>
            {take}
        </section>
    }
    .into_any()
}

/// The buyer's reference and code, once.
#[component]
pub fn AskedFor(registration: RegistrationView, context: Context) -> impl IntoView {
    let words = context.words;
    view! {
        <section class="done" role="status">
            <h1>{words.asked_for_title()}</h1>
            <p>{words.asked_for_text()}</p>
            {registration_facts(&registration, &context)}
            <MainAction href="/mine".to_owned() text=words.see_mine().to_owned() />
        </section>
    }
    .into_any()
}

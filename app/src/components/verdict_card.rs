//! The verdict: streak, word, sentence; before all else what a safety-critical trouble demands.

use leptos::prelude::*;
use wire::answer::Answer;

use super::{Caution, Streak};
use crate::Context;

/// The one thing that is readable at arm's length.
#[component]
pub fn VerdictCard(answer: Answer, context: Context) -> impl IntoView {
    let words = context.words;
    let standing = answer.verdict.standing.clone();
    let class = format!("verdict verdict-{standing}");
    let caution = answer.verdict.caution.clone().map(|kind| {
        let safety = answer
            .product
            .as_ref()
            .and_then(|product| product.safety.clone());
        view! { <Caution kind=kind safety=safety context=context.clone() /> }
    });
    // Nothing comes before a recall.
    let (before, after) = match standing.as_str() {
        "recalled" => (None, caution),
        _ => (caution, None),
    };
    let also = (!answer.verdict.also.is_empty()).then(|| {
        let others = answer
            .verdict
            .also
            .iter()
            .map(|other| words.standing(other, &answer));
        let others = others.collect::<Vec<_>>().join(" · ");
        view! { <p class="also">{words.also(others)}</p> }
    });
    let name = answer.product.as_ref().map(|product| {
        let picture = product.picture.clone().map(|source| {
            view! { <img src=source alt="" width="72" height="72" /> }
        });
        // A word that names the product already is not said twice.
        let is_named = matches!(standing.as_str(), "product" | "batch");
        let brand = answer.brand.as_ref().map(|brand| brand.name.clone());
        let batch = answer.batch.as_ref().map(|batch| words.batch_title(&batch.number));
        let details: Vec<String> = brand.into_iter().chain(batch).collect();
        let name = (!is_named).then(|| product.name.clone());
        view! { <p class="what">{picture}<span>{name}<small>{details.join(" · ")}</small></span></p> }
    });
    view! {
        <section class=class aria-labelledby="verdict-word">
            <div class="stone"><Streak standing=standing /></div>
            {before}
            <h1 id="verdict-word">{words.headline(&answer)}</h1>
            <p class="about">{words.about(&answer)}</p>
            {after}
            {also}
            {name}
            // Shown by the script that can read.
            <p class="aloud"><button type="button" class="quiet" data-aloud=words.aloud_stop() hidden>{words.aloud()}</button></p>
        </section>
    }
    .into_any()
}

//! What it is, and what to compare with the pack in hand.

use leptos::prelude::*;
use wire::answer::{Answer, Product};

use crate::Context;

/// The product.
#[component]
pub fn ProductCard(product: Product, answer: Answer, context: Context) -> impl IntoView {
    let words = context.words;
    let picture = product.picture.clone().map(|source| {
        let alt = product.name.clone();
        view! { <img class="portrait" src=source alt=alt width="240" height="240" loading="lazy" /> }
    });
    let description = product
        .description
        .clone()
        .map(|text| view! { <p>{text}</p> });
    let brand = answer
        .brand
        .as_ref()
        .map(|brand| view! { <p class="by">{brand.name.clone()}</p> });
    let compare = (!product.compare.is_empty()).then(|| {
        let lines = product
            .compare
            .iter()
            .map(|line| view! { <li>{line.clone()}</li> });
        view! {
            <h3>{words.compare_title()}</h3>
            <ul class="compare">{lines.collect_view()}</ul>
        }
    });
    let usage = product.usage.clone().map(|text| {
        view! { <h3>{words.usage_title()}</h3><p>{text}</p> }
    });
    view! {
        <section class="product" id="product" aria-labelledby="product-name">
            <div class="product-head">
                {picture}
                <div>
                    <h2 id="product-name">{product.name.clone()}</h2>
                    {brand}
                    {description}
                </div>
            </div>
            {compare}
            {usage}
        </section>
    }
    .into_any()
}

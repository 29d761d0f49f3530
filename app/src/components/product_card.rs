//! What it is, and how to use it.

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
    // A batch says it for itself.
    let allergens = product.allergens.clone().filter(|_| answer.batch.is_none());
    let allergens = allergens.map(|text| {
        view! { <div class="mind"><p><strong>{words.batch_allergens()}</strong>" "{text}</p></div> }
    });
    let usage = product.usage.clone().map(|text| {
        view! { <h3>{words.usage_title()}</h3><p>{text}</p> }
    });
    // Where the verdict is the product's name, a second region of that name would tell nothing.
    let named = (words.headline(&answer) != product.name).then_some("product-name");
    view! {
        <section class="product" id="product" aria-labelledby=named>
            <div class="product-head">
                {picture}
                <div>
                    <h2 id="product-name">{product.name.clone()}</h2>
                    {brand}
                    {description}
                </div>
            </div>
            {allergens}
            {usage}
        </section>
    }
    .into_any()
}

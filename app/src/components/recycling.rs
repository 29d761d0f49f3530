//! What to do with every part, and where.

use leptos::prelude::*;
use wire::answer::Product;

use super::{NearForm, Places};
use crate::Context;

/// The parts with advice, and the nearest places; the form works without a script.
#[component]
pub fn Recycling(product: Product, path: String, context: Context) -> impl IntoView {
    let words = context.words;
    let parts = product
        .parts
        .iter()
        .map(|part| {
            let material = words.find(&format!("material-{}", part.material));
            let material = material.map_or_else(|| part.material.clone(), str::to_owned);
            let grams = part.grams.map(|grams| words.part_grams(grams));
            let recycled = part.recycled_percent.map(|percent| words.part_recycled(percent));
            let reusable = (part.reusable == Some(true)).then(|| words.part_reusable().to_owned());
            let material = [Some(material), grams, recycled, reusable].into_iter().flatten().collect::<Vec<_>>();
            let material = material.join(" · ");
            view! {
                <li class=format!("part material-{}", part.material)>
                    <p class="part-name">{part.name.clone()} " " <span class="material">{material}</span></p>
                    <p>{part.advice.clone()}</p>
                </li>
            }
        })
        .collect_view();
    let nothing = (product.places.is_empty())
        .then(|| context.near.clone())
        .flatten()
        .map(|near| {
            view! { <p class="empty" role="status">{words.recycling_near_unknown(near)}</p> }
        });
    let list = (!product.places.is_empty()).then(|| {
        view! {
            <h3>{words.recycling_places()}</h3>
            <Places places=product.places.clone() context=context.clone() />
        }
    });
    view! {
        <section class="recycling" id="recycling" aria-labelledby="recycling-title">
            <h2 id="recycling-title">{words.recycling_title()}</h2>
            <ul class="parts">{parts}</ul>
            <NearForm id="near" title="recycling-title" action=format!("{path}#recycling") context=context />
            {nothing}
            {list}
        </section>
    }
    .into_any()
}

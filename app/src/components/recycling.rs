//! What to do with every part, and where.

use leptos::prelude::*;
use wire::{
    answer::{Deposit, Part, Product},
    place::RecyclingPlace,
};

use super::{
    NearForm, NearMap, Places,
    places::{name, way},
};
use crate::{Context, Words};

/// The parts with advice, and the nearest places on a map and in a list; the form works without a
/// script.
#[component]
pub fn Recycling(product: Product, path: String, context: Context) -> impl IntoView {
    let words = context.words;
    let places = &product.places;
    let parts = product.parts.iter();
    let parts = parts.map(|part| item(part, places, words)).collect_view();
    let nothing = (places.is_empty())
        .then(|| context.near.clone())
        .flatten()
        .map(|near| {
            view! { <p class="empty" role="status">{words.recycling_near_unknown(near)}</p> }
        });
    let list = (!places.is_empty()).then(|| {
        view! {
            <h3>{words.recycling_places()}</h3>
            <div class="near-places">
                <NearMap places=places.clone() context=context.clone() />
                <div><Places places=places.clone() numbered=true context=context.clone() /></div>
            </div>
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

fn item(part: &Part, places: &[RecyclingPlace], words: Words) -> AnyView {
    let material = words.find(&format!("material-{}", part.material));
    let material = material.map_or_else(|| part.material.clone(), str::to_owned);
    let grams = part.grams.map(|grams| words.part_grams(grams));
    let recycled = part
        .recycled_percent
        .map(|percent| words.part_recycled(percent));
    let reusable = (part.reusable == Some(true)).then(|| words.part_reusable().to_owned());
    let about = [Some(material), grams, recycled, reusable];
    let about: Vec<String> = about.into_iter().flatten().collect();
    let is_one = part.deposits.len() == 1 && !places.is_empty();
    let deposits = part.deposits.iter().map(|deposit| {
        view! { <p class="deposit">{said(deposit, is_one, words)}</p> }
    });
    view! {
        <li class=format!("part material-{}", part.material)>
            <p class="part-name">{part.name.clone()} " " <span class="material">{about.join(" · ")}</span></p>
            <p>{part.advice.clone()}</p>
            {deposits.collect_view()}
            {nearest(part, places, words)}
        </li>
    }
    .into_any()
}

/// The nearest place that takes a part, where places are known at all.
fn nearest(part: &Part, places: &[RecyclingPlace], words: Words) -> Option<AnyView> {
    if places.is_empty() {
        return None;
    }
    let takes = |place: &RecyclingPlace| place.accepts.contains(&part.material);
    let Some(index) = places.iter().position(takes) else {
        return Some(view! { <p class="hint">{words.part_nowhere()}</p> }.into_any());
    };
    let place = &places[index];
    let way = way(place, words).map(|way| format!(", {way}"));
    Some(
        view! {
            <p class="part-nearest">
                {words.part_nearest()}" "<a href=format!("#place-{}", index + 1)>{name(place, words)}</a>{way}
            </p>
        }
        .into_any(),
    )
}

/// What one gets back; the country is told where it is not the reader's own.
fn said(deposit: &Deposit, is_here: bool, words: Words) -> String {
    let amount = words.amount(deposit.amount, &deposit.currency);
    let country = words.country(&deposit.country);
    match (&deposit.scheme, is_here) {
        (None, true) => words.part_deposit(amount),
        (Some(scheme), true) => words.part_deposit_scheme(amount, scheme),
        (None, false) => words.part_deposit_in(amount, country),
        (Some(scheme), false) => words.part_deposit_in_scheme(amount, country, scheme),
    }
}

//! `/pedigree/…`: the whole way of a thing, from raw material to now.

use leptos::prelude::*;
use wire::pedigree::Pedigree;

use crate::{
    Context,
    components::pedigree::{Certificates, Curve, Graph, Notices, Route, Sources, Story},
};

/// What it is, what doesn't fit, the way, and everything that belongs to it.
#[component]
pub fn PedigreePage(pedigree: Pedigree<'static>, context: Context) -> impl IntoView {
    let words = context.words;
    let first = pedigree.things.first().cloned().unwrap_or_default();
    let class = pedigree.things.iter().find(|thing| thing.side == "class");
    let batch = first
        .batch
        .clone()
        .or_else(|| class.and_then(|class| class.batch.clone()));
    let name = first.name.clone().unwrap_or_else(|| first.path.clone());
    let picture = first.picture.clone().map(|source| {
        view! { <img class="portrait" src=source alt="" width="128" height="128" /> }
    });
    let batch = batch.map(|batch| view! { <p class="kind">{words.batch_title(batch)}</p> });
    let back = first.path.starts_with("/01/").then(|| {
        view! { <p><a href=first.path.clone()>{words.pedigree_back()}</a></p> }
    });
    let brand = view! { <p class="by">{words.pedigree_by(pedigree.brand.clone())}</p> };
    view! {
        <article class="page pedigree">
            <header class="product-head">
                {picture}
                <div><h1>{name}</h1>{batch}</div>
                {brand}
                {back}
            </header>
            <div class="columns">
                <div class="column">
                    <Notices pedigree=pedigree.clone() context=context.clone() />
                    <Story pedigree=pedigree.clone() context=context.clone() />
                    <Curve pedigree=pedigree.clone() context=context.clone() />
                </div>
                <div class="column">
                    <Graph pedigree=pedigree.clone() context=context.clone() />
                    <Route pedigree=pedigree.clone() context=context.clone() />
                    <Sources pedigree=pedigree.clone() context=context.clone() />
                    <Certificates pedigree=pedigree.clone() context=context.clone() />
                </div>
            </div>
        </article>
    }
    .into_any()
}

//! What the brand offers elsewhere: plain links that say where they lead.

use leptos::prelude::*;
use wire::answer::Link;

use crate::Context;

fn list(links: Vec<Link>) -> impl IntoView {
    let lines = links.into_iter().map(|link| {
        let language = link.language.clone();
        view! {
            <li>
                <a class="step" href=link.href rel="noopener" hreflang=language>
                    <span lang=link.language>{link.title}</span>
                    <span class="host"><bdi>{link.host}</bdi></span>
                </a>
            </li>
        }
    });
    view! { <ul class="links">{lines.collect_view()}</ul> }
}

/// Those of a product.
#[component]
pub fn Links(links: Vec<Link>, brand: String, context: Context) -> impl IntoView {
    view! {
        <section class="elsewhere" aria-labelledby="links-title">
            <h2 id="links-title">{context.words.links_title(brand)}</h2>
            {list(links)}
        </section>
    }
    .into_any()
}

/// Several of one type, where a browser asked for that type.
#[component]
pub fn LinkChoices(name: String, links: Vec<Link>, context: Context) -> impl IntoView {
    let words = context.words;
    view! {
        <section class="elsewhere" aria-labelledby="choices-title">
            <h1 id="choices-title">{name}</h1>
            <p>{words.links_choose()}</p>
            {list(links)}
        </section>
    }
    .into_any()
}

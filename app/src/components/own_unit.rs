//! What the holder of a unit finds on its page.

use leptos::prelude::*;
use wire::returns::OwnUnit;

use crate::Context;

/// That it is theirs, and the way to a repair or return, or to the one that is open.
#[component]
pub fn OwnUnitSection(own: OwnUnit, context: Context) -> impl IntoView {
    let words = context.words;
    let text = match own.status {
        None => words.own_return(),
        Some(_) => words.own_return_open(),
    };
    view! {
        <section class="own-unit" id="own" aria-labelledby="own-title">
            <h2 id="own-title">{words.own_yours()}</h2>
            <p><a class="step" href=own.href>{text}</a></p>
        </section>
    }
    .into_any()
}

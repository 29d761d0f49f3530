//! The mark of the product: a streak on a stone.

use leptos::prelude::*;

/// The same drawing as the icon; says nothing by itself.
#[component]
pub fn Mark() -> impl IntoView {
    view! {
        <svg viewBox="0 0 34 34" aria-hidden="true">
            <path class="mark-stone" d="M8 2.6 23.4 1.4 31 8.6 32.6 22 26.4 31 10.6 32.4 2.4 25.4 1.6 11.4Z" />
            <path class="mark-facet" d="M8 2.6 23.4 1.4 20.2 9.2 7 13 1.6 11.4Z" />
            <path class="mark-streak" d="M6.4 23.4C12 20.4 19.4 16.6 27.8 10.4" />
        </svg>
    }
    .into_any()
}

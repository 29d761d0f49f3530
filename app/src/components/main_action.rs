//! The one main action of a page, within the thumb's reach.

use leptos::prelude::*;

/// A link that stays at the bottom of a phone's screen.
#[component]
pub fn MainAction(
    /// Where it leads.
    href: String,
    /// What it does, in an imperative.
    text: String,
) -> impl IntoView {
    view! { <p class="main-bar"><a class="main-action" href=href>{text}</a></p> }.into_any()
}

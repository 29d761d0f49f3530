//! A form that asks for the places near a town, or near the device.

use leptos::prelude::*;

use crate::Context;

/// A plain form; the button for the device's own location appears where a script can ask for it.
#[component]
pub fn NearForm(
    /// Tells this form from others of the page.
    id: &'static str,
    /// The heading that names it.
    title: &'static str,
    /// The page that it leads to, with the anchor of its section.
    action: String,
    context: Context,
) -> impl IntoView {
    let words = context.words;
    view! {
        <form class="near" method="get" action=action role="search" aria-labelledby=title>
            <label for=id>{words.recycling_near_label()}</label>
            <div class="row">
                <input id=id name="near" autocomplete="postal-code" maxlength="80"
                    value=context.near.unwrap_or_default() />
                <button type="submit">{words.recycling_near_send()}</button>
            </div>
            <button type="button" class="quiet" data-locate="" hidden>{words.recycling_near_me()}</button>
        </form>
    }
    .into_any()
}

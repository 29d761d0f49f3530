//! A code or serial: monospace, in groups of four, isolated from the direction of the text.

use leptos::prelude::*;

/// The text in groups; selecting and copying gives it without gaps.
#[component]
pub fn Serial(
    /// As it is written.
    text: String,
) -> impl IntoView {
    let characters: Vec<char> = text.chars().collect();
    let groups = characters
        .chunks(4)
        .map(|group| view! { <span>{group.iter().collect::<String>()}</span> })
        .collect_view();
    view! { <bdi class="serial">{groups}</bdi> }.into_any()
}

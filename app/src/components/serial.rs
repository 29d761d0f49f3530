//! A code or serial: monospace, in groups of four, isolated from the direction of the text.

use leptos::prelude::*;

/// The text in groups; selecting and copying gives it without gaps.
#[component]
pub fn Serial(
    /// As it is written.
    text: String,
) -> impl IntoView {
    let characters: Vec<char> = text.chars().collect();
    // What is written in groups already keeps its own.
    let is_grouped = text.contains(['-', ' ']);
    let size = if is_grouped { characters.len() } else { 4 };
    let groups = characters
        .chunks(size.max(1))
        .map(|group| view! { <span>{group.iter().collect::<String>()}</span> })
        .collect_view();
    view! { <bdi class="serial">{groups}</bdi> }.into_any()
}

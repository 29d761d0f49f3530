//! Several codes in one picture: which one?

use leptos::prelude::*;

use crate::Context;

/// A code that was found: what it says, and where a tap leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// As a person may compare it with the pack.
    pub text: String,
    /// The page about it.
    pub href: String,
}

/// The codes as links.
#[component]
pub fn SymbolList(choices: Vec<Choice>, context: Context) -> impl IntoView {
    let count = choices.len();
    let links = choices
        .into_iter()
        .map(|choice| {
            view! { <li><a class="step" href=choice.href><bdi class="value">{choice.text}</bdi></a></li> }
        })
        .collect_view();
    view! {
        <section class="choices">
            <h2>{context.words.scan_several(count)}</h2>
            <ul>{links}</ul>
        </section>
    }
    .into_any()
}

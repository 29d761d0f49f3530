//! `/desk`: who am I, and where to.

use leptos::prelude::*;

use super::{Desk, Link, word};

/// The page.
#[component]
pub(super) fn HomePage(desk: Desk) -> impl IntoView {
    let words = desk.context.words;
    let about = words.desk_home_about(
        word(words, "kind", desk.kind),
        &desk.organisation,
        word(words, "role", desk.role),
    );
    let places = desk.links.iter().chain([&Link::Me]).map(|link| {
        view! {
            <li>
                <a class="step" href=link.path()>{link.title(words)}</a>
                <p class="hint">{link.about(words)}</p>
            </li>
        }
    });
    let places = places.collect_view();
    view! {
        <section>
            <h1>{words.desk_home_title(&desk.person)}</h1>
            <p class="about">{about}</p>
            <ul class="desk-places">{places}</ul>
        </section>
    }
    .into_any()
}

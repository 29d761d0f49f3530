//! `/`: what this is, and the one thing to do.

use leptos::prelude::*;

use crate::{Context, components::Streak};

/// The front page.
#[component]
pub fn Home(context: Context, has_demo: bool) -> impl IntoView {
    let words = context.words;
    let points = [
        words.home_point_trust(),
        words.home_point_recall(),
        words.home_point_journey(),
        words.home_point_recycle(),
    ];
    let points = points
        .into_iter()
        .map(|point| view! { <li>{point}</li> })
        .collect_view();
    let demo = has_demo.then(|| view! { <a class="step" href="/demo">{words.home_demo()}</a> });
    view! {
        <section class="home">
            <div class="stone hero"><Streak standing="issued".to_owned() /></div>
            <h1>{words.home_title()}</h1>
            <p class="lead">{words.tagline()}</p>
            <h2>{words.home_points_title()}</h2>
            <ul class="points">{points}</ul>
            {demo}
            <a class="main-action" href="/scan">{words.home_scan()}</a>
        </section>
    }
    .into_any()
}

//! `/`: what this is, and the one thing to do.

use leptos::prelude::*;

use crate::{
    Context,
    components::{MainAction, Streak},
};

/// The front page.
#[component]
pub fn Home(context: Context, has_demo: bool) -> impl IntoView {
    let words = context.words;
    // Each with the streak that says it.
    let points = [
        ("issued", words.home_point_trust()),
        ("recalled", words.home_point_recall()),
        ("batch", words.home_point_journey()),
        ("expired", words.home_point_recycle()),
    ];
    let points = points
        .into_iter()
        .map(|(standing, point)| {
            view! {
                <li><span class="stone"><Streak standing=standing.to_owned() /></span> {point}</li>
            }
        })
        .collect_view();
    let demo = has_demo.then(|| view! { <a class="step" href="/demo">{words.home_demo()}</a> });
    view! {
        <section class="home">
            <div class="stone hero">
                <h1>{words.home_title()}</h1>
                <Streak standing="issued".to_owned() />
                <p class="lead">{words.tagline()}</p>
            </div>
            <MainAction href="/scan".to_owned() text=words.home_scan().to_owned() />
            <h2>{words.home_points_title()}</h2>
            <ul class="points">{points}</ul>
            {demo}
        </section>
    }
    .into_any()
}

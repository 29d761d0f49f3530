//! After a report: its reference, and what was kept.

use leptos::prelude::*;
use wire::form::ReportView;

use super::mine::keepsake;
use crate::{Context, components::MainAction};

/// The reference, to be named when asking.
#[component]
pub fn ReportedPage(view: ReportView, context: Context) -> impl IntoView {
    let words = context.words;
    let photo = view
        .has_photo
        .then(|| view! { <li>{words.report_kept_photo()}</li> });
    let place = view
        .has_place
        .then(|| view! { <li>{words.report_kept_place()}</li> });
    let kept = match view.points {
        0 => view! { <li>{words.report_kept_nobody()}</li> }.into_any(),
        points => {
            view! { <li><a href="/rewards">{words.report_kept_points(points)}</a></li> }.into_any()
        }
    };
    view! {
        <section class="done" role="status">
            <h1>{words.report_done_title(&view.brand)}</h1>
            <p>{words.report_done_text()}</p>
            <h2><a href=view.path.clone()>{view.product.clone()}</a></h2>
            <dl>{keepsake(words.reference_label(), &view.reference)}</dl>
            <ul class="facts">
                {photo}
                {place}
                {kept}
            </ul>
            <p class="hint">{words.report_done_meanwhile()}</p>
            <MainAction href=view.path.clone() text=words.look_back().to_owned() />
        </section>
    }
    .into_any()
}

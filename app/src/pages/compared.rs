//! After comparing a pack with its picture: it looks right, or it is not to be used.

use leptos::prelude::*;
use wire::form::CompareView;

use crate::{
    Context,
    components::{Caution, ContactLines, MainAction, ReportForm, Streak},
};

/// A "no" says before anything else not to use it.
#[component]
pub fn ComparedPage(view: CompareView, context: Context) -> impl IntoView {
    match view.differs.is_empty() {
        true => right(&view, &context),
        false => differing(&view, &context),
    }
}

fn right(view: &CompareView, context: &Context) -> AnyView {
    let words = context.words;
    view! {
        <section class="done" role="status">
            <h1>{words.look_done_title()}</h1>
            <p>{words.look_done_text(&view.brand)}</p>
            <h2><a href=view.path.clone()>{view.product.clone()}</a></h2>
            <MainAction href=view.path.clone() text=words.look_back().to_owned() />
        </section>
    }
    .into_any()
}

fn differing(view: &CompareView, context: &Context) -> AnyView {
    let words = context.words;
    let lines = view.differs.iter().map(|look| {
        let part = look
            .part
            .clone()
            .map(|part| view! { <strong>{part}</strong>" " });
        view! { <li>{part}{look.look.clone()}</li> }
    });
    let caution = view.is_safety_critical.then(|| {
        let kind = "do-not-use".to_owned();
        view! { <Caution kind=kind safety=view.safety.clone() context=context.clone() /> }
    });
    let differs: Vec<&str> = view
        .differs
        .iter()
        .map(|look| look.part.as_ref().unwrap_or(&look.look).as_str())
        .collect();
    let differs = shortened(&differs.join(" · "));
    view! {
        <section class="verdict verdict-blocked" aria-labelledby="verdict-word">
            <div class="stone"><Streak standing="blocked".to_owned() /></div>
            {caution}
            <h1 id="verdict-word">{words.look_differs_title()}</h1>
            <p class="about">{words.look_differs_text(&view.brand)}</p>
            <h2>{words.look_differs_list()}</h2>
            <ul class="differs">{lines.collect_view()}</ul>
            <p>{words.look_differs_ask(&view.brand)}</p>
            <ContactLines contact=view.contact.clone() />
            <section class="wrong" id="report" aria-labelledby="report-title">
                <h2 id="report-title">{words.look_differs_report(&view.brand)}</h2>
                <ReportForm path=view.path.clone() differs=differs context=context.clone() />
            </section>
            <p><a class="step" href=view.path.clone()>{words.look_back()}</a></p>
        </section>
    }
    .into_any()
}

/// No longer than a report takes.
fn shortened(text: &str) -> String {
    text.chars().take(500).collect()
}

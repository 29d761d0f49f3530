//! What a brand's rules suggest, each with its reason; or the question whether to.

use leptos::prelude::*;
use wire::suggestion::{Suggestion, Suggestions};

use crate::Context;

/// The section of a pack's page, or of what this browser registered.
#[component]
pub fn SuggestionSection(
    suggestions: Suggestions,
    path: String,
    context: Context,
) -> impl IntoView {
    let words = context.words;
    let content = match suggestions.is_on {
        false => view! {
            <p>{words.suggestions_ask()}</p>
            {suggestions_form(&context, "on", &path)}
        }
        .into_any(),
        true => {
            let list = suggestions.list.iter().map(|one| suggested(&context, one));
            let list = match suggestions.list.is_empty() {
                true => view! { <p class="empty">{words.suggestions_none()}</p> }.into_any(),
                false => view! { <ul class="said">{list.collect_view()}</ul> }.into_any(),
            };
            view! {
                {list}
                <p class="hint">{words.suggestions_never()}</p>
                {suggestions_form(&context, "off", &path)}
            }
            .into_any()
        }
    };
    view! {
        <section class="suggestions" aria-labelledby="suggestions-title">
            <h2 id="suggestions-title">{words.suggestions_title()}</h2>
            {content}
        </section>
    }
    .into_any()
}

/// One button: a yes, or its end.
pub fn suggestions_form(context: &Context, choice: &'static str, path: &str) -> AnyView {
    let words = context.words;
    let text = match choice {
        "on" => words.suggestions_on(),
        _ => words.suggestions_off(),
    };
    view! {
        <form class="feedback-unquote" method="post" action="/suggestions">
            <input type="hidden" name="csrf" value=context.csrf.clone() />
            <input type="hidden" name="choice" value=choice />
            <input type="hidden" name="path" value=path.to_owned() />
            <input type="hidden" name="asked_in" value=words.locale.tag() />
            <button type="submit" class="quiet">{text}</button>
        </form>
    }
    .into_any()
}

fn suggested(context: &Context, one: &Suggestion) -> AnyView {
    let words = context.words;
    let why = match &*one.kind {
        "refill-due" => words.suggestion_refill_due(&one.brand, one.days.unwrap_or(0), &one.of),
        "replaces" => words.suggestion_replaces(&one.brand, &one.of),
        _ => words.suggestion_goes_with(&one.brand, &one.of),
    };
    view! {
        <li>
            <p><a class="step" href=one.path.clone()>{one.name.clone()}</a></p>
            <p class="hint">{why}</p>
        </li>
    }
    .into_any()
}

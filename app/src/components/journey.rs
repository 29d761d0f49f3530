//! Where it has been: a vertical line with stations, gaps drawn as gaps.

use leptos::prelude::*;
use wire::answer::Stop;

use crate::{Context, Words};

/// What was done at a stop, in a word.
fn deed(words: Words, stop: &Stop) -> String {
    let id = format!("did-{}", stop.step.replace('_', "-"));
    let done = words.find(&id).unwrap_or_else(|| words.did_other());
    let was = stop.disposition.as_ref();
    match was.and_then(|was| words.find(&format!("was-{}", was.replace('_', "-")))) {
        Some(was) => format!("{done}, {was}"),
        None => done.to_owned(),
    }
}

fn station(stop: &Stop, context: &Context) -> AnyView {
    let words = context.words;
    let country = stop.country.as_ref().map(|code| words.country(code));
    let place = [stop.place.clone(), country]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ");
    let holder = stop
        .holder
        .clone()
        .filter(|holder| stop.place.as_ref() != Some(holder));
    let picture = stop.picture.clone().map(|source| {
        view! { <img src=source alt="" width="56" height="56" loading="lazy" /> }
    });
    let about = stop
        .about
        .clone()
        .map(|about| view! { <span class="subject">{about}</span> });
    let gap = stop.gap_days.map(|days| {
        view! { <p class="gap">{words.journey_gap(days)}</p> }
    });
    let class = if stop.depth > 0 {
        "stop source"
    } else {
        "stop"
    };
    view! {
        <li class=class>
            {picture}
            <div>
                <p class="deed">{deed(words, stop)}</p>
                {about}
                <p class="where">{place}</p>
                {holder.map(|holder| view! { <p class="holder">{holder}</p> })}
                <p class="when"><time datetime=stop.at.clone()>{words.ago(&stop.at, &context.now)}</time></p>
            </div>
            {gap}
        </li>
    }
    .into_any()
}

/// The stops, oldest first, as they came.
#[component]
pub fn Journey(stops: Vec<Stop>, context: Context) -> impl IntoView {
    let words = context.words;
    let body = if stops.is_empty() {
        view! { <p class="empty">{words.journey_empty()}</p> }.into_any()
    } else {
        let stations = stops
            .iter()
            .map(|stop| station(stop, &context))
            .collect_view();
        view! { <ol class="stops">{stations}</ol> }.into_any()
    };
    view! {
        <section class="journey" aria-labelledby="journey-title">
            <h2 id="journey-title">{words.journey_title()}</h2>
            {body}
        </section>
    }
    .into_any()
}

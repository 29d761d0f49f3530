//! Where it has been: a vertical line with stations, gaps drawn as gaps.

use leptos::prelude::*;
use wire::answer::Stop;

use crate::{Context, Words};

/// What was done at a stop, in a word; and what it was thereafter, where that is a trouble.
fn deed(words: Words, stop: &Stop) -> AnyView {
    let id = format!("did-{}", stop.step.replace('_', "-"));
    let done = words.find(&id).unwrap_or_else(|| words.did_other());
    let disposition = stop.disposition.as_deref().unwrap_or_default();
    let was = words.find(&format!("was-{}", disposition.replace('_', "-")));
    let was = was.map(|was| view! { ": " <span class="was">{was}</span> });
    view! { <p class="deed">{done}{was}</p> }.into_any()
}

fn station(stop: &Stop, context: &Context) -> AnyView {
    let words = context.words;
    let country = stop.country.as_ref().map(|code| words.country(code));
    let place = [stop.place.clone(), country]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ");
    // A place that bears its holder's name says it already.
    let holder = stop.holder.clone().filter(|holder| {
        let place = stop.place.as_deref().unwrap_or_default();
        !place.contains(holder.as_str())
    });
    let picture = stop.picture.clone().map(|source| {
        view! { <img src=source alt="" width="60" height="60" loading="lazy" /> }
    });
    let gap = stop.gap_days.map(|days| {
        view! { <p class="gap">{words.journey_gap(days)}</p> }
    });
    let class = match stop.gap_days {
        Some(_) => "stop has-gap",
        None => "stop",
    };
    view! {
        <li class=class>
            <div>
                {deed(words, stop)}
                <p class="where">{place}</p>
                {holder.map(|holder| view! { <p class="holder">{holder}</p> })}
                <p class="when"><time datetime=stop.at.clone()>{words.ago(&stop.at, &context.now)}</time></p>
            </div>
            {picture}
            {gap}
        </li>
    }
    .into_any()
}

fn line<'a>(stops: impl Iterator<Item = &'a Stop>, context: &Context) -> AnyView {
    let stations: Vec<AnyView> = stops.map(|stop| station(stop, context)).collect();
    view! { <ol class="stops">{stations}</ol> }.into_any()
}

/// What went in, each with a line of its own, in the order of its first stop.
fn made_from(sources: &[&Stop], context: &Context) -> AnyView {
    let mut subjects: Vec<&Option<String>> = Vec::new();
    for stop in sources {
        if !subjects.contains(&&stop.about) {
            subjects.push(&stop.about);
        }
    }
    let lines: Vec<AnyView> = subjects
        .into_iter()
        .map(|subject| {
            let own = sources
                .iter()
                .copied()
                .filter(|stop| stop.about == *subject);
            let title = subject.clone().map(|subject| view! { <h4>{subject}</h4> });
            view! { {title} {line(own, context)} }.into_any()
        })
        .collect();
    view! {
        <div class="made-from">
            <h3>{context.words.journey_made_from()}</h3>
            {lines}
        </div>
    }
    .into_any()
}

/// The pack's own way, oldest first, and then the ways of what it was made from.
#[component]
pub fn Journey(stops: Vec<Stop>, context: Context) -> impl IntoView {
    let words = context.words;
    let (own, sources): (Vec<&Stop>, Vec<&Stop>) = stops.iter().partition(|stop| stop.depth == 0);
    let own = (!own.is_empty()).then(|| line(own.into_iter(), &context));
    let sources = (!sources.is_empty()).then(|| made_from(&sources, &context));
    let nothing = stops
        .is_empty()
        .then(|| view! { <p class="empty">{words.journey_empty()}</p> });
    view! {
        <section class="journey" aria-labelledby="journey-title">
            <h2 id="journey-title">{words.journey_title()}</h2>
            {own}
            {sources}
            {nothing}
        </section>
    }
    .into_any()
}

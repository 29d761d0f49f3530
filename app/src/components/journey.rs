//! Where it has been: a vertical line with stations, gaps drawn as gaps.

use leptos::prelude::*;
use wire::answer::Stop;

use crate::{Context, Words};

/// What was done at a stop, in a word; and what it was thereafter, where that is a trouble.
fn deed(words: Words, stop: &Stop) -> AnyView {
    // Where it is received again, that it came back is what matters.
    let step = match stop.disposition.as_deref() {
        Some("returned") => "returning",
        _ => &stop.step,
    };
    let id = format!("did-{}", step.replace('_', "-"));
    let done = words.find(&id).unwrap_or_else(|| words.did_other());
    let disposition = stop.disposition.as_deref().unwrap_or_default();
    let was = words.find(&format!("was-{}", disposition.replace('_', "-")));
    let was = was.map(|was| view! { {words.locale.colon()} <span class="was">{was}</span> });
    view! { {done}{was} }.into_any()
}

/// Stops that follow each other at one place, with nothing missing between them, are one station.
fn stations<'a>(stops: impl Iterator<Item = &'a Stop>) -> Vec<Vec<&'a Stop>> {
    let mut stations: Vec<Vec<&Stop>> = Vec::new();
    for stop in stops {
        let last = stations.last_mut().filter(|station| {
            station.last().is_some_and(|last| {
                last.place.is_some() && last.place == stop.place && last.gap_days.is_none()
            })
        });
        match last {
            Some(station) => station.push(stop),
            None => stations.push(vec![stop]),
        }
    }
    stations
}

fn station(stops: &[&Stop], context: &Context) -> AnyView {
    let words = context.words;
    let (Some(first), Some(last)) = (stops.first(), stops.last()) else {
        return ().into_any();
    };
    let country = first.country.as_ref().map(|code| words.country(code));
    let place = [first.place.clone(), country]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(words.locale.comma());
    // A place that bears its holder's name says it already.
    let holder = first.holder.clone().filter(|holder| {
        let place = first.place.as_deref().unwrap_or_default();
        !place.contains(holder.as_str())
    });
    let picture = stops.iter().find_map(|stop| stop.picture.clone());
    let picture = picture.map(|source| {
        view! { <img src=source alt="" width="60" height="60" loading="lazy" /> }
    });
    let deeds: Vec<AnyView> = stops
        .iter()
        .enumerate()
        .map(|(index, stop)| {
            let comma = (index > 0).then_some(" · ");
            view! { {comma}{deed(words, stop)} }.into_any()
        })
        .collect();
    let (began, ended) = (
        words.ago(&first.at, &context.now),
        words.ago(&last.at, &context.now),
    );
    // A date is not followed by "12 days ago".
    let is_dated = began == words.day(&first.at);
    let ended = if is_dated { words.day(&last.at) } else { ended };
    let ended = (began != ended).then(|| {
        view! { " – " <time datetime=last.at.clone()>{ended}</time> }
    });
    let gap = last.gap_days.map(|days| {
        view! { <p class="gap">{words.journey_gap(days)}</p> }
    });
    let class = match last.gap_days {
        Some(_) => "stop has-gap",
        None => "stop",
    };
    view! {
        <li class=class>
            <div>
                <p class="deed">{deeds}</p>
                <p class="where">{place}</p>
                {holder.map(|holder| view! { <p class="holder">{holder}</p> })}
                <p class="when"><time datetime=first.at.clone()>{began}</time>{ended}</p>
            </div>
            {picture}
            {gap}
        </li>
    }
    .into_any()
}

fn line<'a>(stops: impl Iterator<Item = &'a Stop>, context: &Context) -> AnyView {
    let stations: Vec<AnyView> = stations(stops)
        .iter()
        .map(|stops| station(stops, context))
        .collect();
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
    // What has no name of its own carried the others.
    subjects.sort_by_key(|subject| subject.is_none());
    let lines: Vec<AnyView> = subjects
        .into_iter()
        .map(|subject| {
            let own = sources
                .iter()
                .copied()
                .filter(|stop| stop.about == *subject);
            let title = subject.clone();
            let title = title.unwrap_or_else(|| context.words.journey_carried().to_owned());
            let title = view! { <h4>{title}</h4> };
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
pub fn Journey(stops: Vec<Stop>, path: String, context: Context) -> impl IntoView {
    let words = context.words;
    let (own, sources): (Vec<&Stop>, Vec<&Stop>) = stops.iter().partition(|stop| stop.depth == 0);
    let own = (!own.is_empty()).then(|| line(own.into_iter(), &context));
    let sources = (!sources.is_empty()).then(|| made_from(&sources, &context));
    let nothing = stops
        .is_empty()
        .then(|| view! { <p class="empty">{words.journey_empty()}</p> });
    let whole = (!stops.is_empty() && path.starts_with("/01/")).then(|| {
        let href = format!("/pedigree{path}");
        view! { <p><a class="step" href=href>{words.pedigree_whole()}</a></p> }
    });
    view! {
        <section class="journey" aria-labelledby="journey-title">
            <h2 id="journey-title">{words.journey_title()}</h2>
            {own}
            {sources}
            {nothing}
            {whole}
        </section>
    }
    .into_any()
}

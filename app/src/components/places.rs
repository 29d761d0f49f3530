//! Places that take something back.

use leptos::prelude::*;
use wire::place::RecyclingPlace;

use crate::{Context, Words};

/// So many are shown at once; the others on a tap.
const FEW: usize = 3;

/// What is nearer has no direction: a typed place is no more than the middle of a town.
const HERE_KM: f64 = 0.1;

/// A list, nearest first as it came; numbered where a map has the same numbers.
#[component]
pub fn Places(
    places: Vec<RecyclingPlace>,
    #[prop(optional)] numbered: bool,
    context: Context,
) -> impl IntoView {
    let words = context.words;
    let mut items: Vec<AnyView> = places
        .into_iter()
        .enumerate()
        .map(|(index, place)| {
            let number = numbered.then_some(index + 1);
            item(place, number, words)
        })
        .collect();
    // One more is no longer than the way to it.
    let others = match items.len() > FEW + 1 {
        true => items.split_off(FEW),
        false => Vec::new(),
    };
    let list = |items: Vec<AnyView>, start: usize| match numbered {
        true => view! { <ol class="places" start=start>{items}</ol> }.into_any(),
        false => view! { <ul class="places">{items}</ul> }.into_any(),
    };
    let others = (!others.is_empty()).then(|| {
        view! {
            <details class="more">
                <summary>{words.recycling_places_more(others.len())}</summary>
                {list(others, FEW + 1)}
            </details>
        }
    });
    view! { {list(items, 1)} {others} }.into_any()
}

fn item(place: RecyclingPlace, number: Option<usize>, words: Words) -> AnyView {
    let name = name(&place, words);
    let way = way(&place, words).map(|way| view! { <span class="km">{way}</span> });
    let hours = place
        .hours
        .map(|hours| view! { <p class="hours">{words.hours(&hours)}</p> });
    let accepts: Vec<&str> = place
        .accepts
        .iter()
        .filter_map(|material| words.find(&format!("material-{material}")))
        .collect();
    let accepts = (!accepts.is_empty()).then(|| {
        view! { <p class="accepts">{accepts.join(" · ")}</p> }
    });
    let remedies: Vec<&str> = place
        .remedies
        .iter()
        .filter_map(|remedy| words.find(&format!("remedy-{remedy}")))
        .collect();
    let remedies = (!remedies.is_empty()).then(|| {
        view! { <p class="accepts">{words.place_gives(remedies.join(words.locale.comma()))}</p> }
    });
    // The phone's own map app, or a page for where there is none, as the person chooses; nothing is
    // loaded from anywhere before.
    let [lat, lon] = place.point;
    let map = format!("geo:{lat},{lon}?q={lat},{lon}");
    let web = format!("https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}");
    let mark = number.map(|number| {
        view! { <span class="place-number" aria-hidden="true">{number.to_string()}</span> }
    });
    view! {
        <li class="place" id=number.map(|number| format!("place-{number}"))>
            <p class="place-name"><span>{mark}{name}</span> {way}</p>
            <p>{place.address}</p>
            {hours}
            {accepts}
            {remedies}
            <p class="place-maps">
                <a href=map>{words.recycling_place_map()}</a>
                <a href=web rel="noreferrer">{words.place_map_web()}</a>
            </p>
        </li>
    }
    .into_any()
}

/// Its name, or what it is where it has none.
pub(super) fn name(place: &RecyclingPlace, words: Words) -> String {
    match place.name.is_empty() {
        true => words.place_unnamed().to_owned(),
        false => place.name.clone(),
    }
}

/// How far and which way, where it is known.
pub fn way(place: &RecyclingPlace, words: Words) -> Option<String> {
    let km = place.km?;
    if km < HERE_KM {
        return Some(words.place_here().to_owned());
    }
    let distance = words.distance(km);
    Some(match place.bearing {
        Some(bearing) => words.place_way(words.direction(bearing), distance),
        None => distance,
    })
}

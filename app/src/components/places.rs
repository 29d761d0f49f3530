//! Places that take something back.

use leptos::prelude::*;
use wire::place::RecyclingPlace;

use crate::Context;

/// So many are shown at once; the others on a tap.
const FEW: usize = 3;

/// A list, nearest first as it came.
#[component]
pub fn Places(places: Vec<RecyclingPlace>, context: Context) -> impl IntoView {
    let words = context.words;
    let mut items: Vec<AnyView> = places
        .into_iter()
        .map(|place| {
            let km = place
                .km
                .map(|km| view! { <span class="km">{words.recycling_place_km(km)}</span> });
            let hours = place
                .hours
                .map(|hours| view! { <p class="hours">{hours}</p> });
            let accepts: Vec<&str> = place
                .accepts
                .iter()
                .filter_map(|material| words.find(&format!("material-{material}")))
                .collect();
            let accepts = (!accepts.is_empty()).then(|| {
                view! { <p class="accepts">{accepts.join(" · ")}</p> }
            });
            // The phone's own map app, chosen by the person; nothing is loaded from anywhere.
            let [lat, lon] = place.point;
            let map = format!("geo:{lat},{lon}?q={lat},{lon}");
            view! {
                <li class="place">
                    <p class="place-name">{place.name} {km}</p>
                    <p>{place.address}</p>
                    {hours}
                    {accepts}
                    <a href=map>{words.recycling_place_map()}</a>
                </li>
            }
            .into_any()
        })
        .collect();
    // One more is no longer than the way to it.
    let others = match items.len() > FEW + 1 {
        true => items.split_off(FEW),
        false => Vec::new(),
    };
    let others = (!others.is_empty()).then(|| {
        view! {
            <details class="more">
                <summary>{words.recycling_places_more(others.len())}</summary>
                <ul class="places">{others}</ul>
            </details>
        }
    });
    view! { <ul class="places">{items}</ul> {others} }.into_any()
}

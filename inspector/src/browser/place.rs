//! Where the device believes to be, from the moment the inspector said yes. Refused is an answer, and
//! entries then carry no place.

use std::cell::RefCell;

use evidence::Place;
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue, prelude::Closure};
use web_sys::{Position, PositionOptions};

thread_local! {
    static LAST: RefCell<Option<(Place, f64)>> = const { RefCell::new(None) };
    static WATCH: RefCell<Option<i32>> = const { RefCell::new(None) };
}

/// Follows the place from now on; `told` hears whether there is one.
pub fn watch(told: impl Fn(bool) + Clone + 'static) {
    if WATCH.with_borrow(Option::is_some) {
        return;
    }
    let Ok(geolocation) = window().navigator().geolocation() else {
        return told(false);
    };
    let found = told.clone();
    let found = Closure::<dyn FnMut(Position)>::new(move |position: Position| {
        let coords = position.coords();
        let place = Place {
            latitude: coords.latitude(),
            longitude: coords.longitude(),
            accuracy_m: coords.accuracy(),
            age_ms: 0,
        };
        LAST.set(Some((place, position.timestamp())));
        found(true);
    });
    let refused =
        Closure::<dyn FnMut(JsValue)>::new(move |_| told(LAST.with_borrow(Option::is_some)));
    let options = PositionOptions::new();
    options.set_enable_high_accuracy(true);
    options.set_maximum_age(30_000);
    let watched = geolocation.watch_position_with_error_callback_and_options(
        found.as_ref().unchecked_ref(),
        Some(refused.as_ref().unchecked_ref()),
        &options,
    );
    // Followed for as long as the page lives.
    found.forget();
    refused.forget();
    WATCH.set(watched.ok());
}

/// The last place that is known, with its age.
pub fn now() -> Option<Place> {
    LAST.with_borrow(|last| {
        last.map(|(place, at_ms)| Place {
            age_ms: (js_sys::Date::now() - at_ms).max(0.0) as u64,
            ..place
        })
    })
}

//! The service worker's registration, and a new version that waits for the person's yes.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast as _, JsValue, prelude::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{EventTarget, ServiceWorkerContainer, ServiceWorkerRegistration};

use super::page;

/// Whether one stands between this page and the network.
pub fn is_in_control() -> bool {
    container().is_some_and(|container| container.controller().is_some())
}

/// Registers `/sw.js`, unless the page says that there is none; `ready` hears when a new version waits.
pub fn register(ready: impl Fn() + Clone + 'static) {
    let root = document().document_element();
    if root.is_some_and(|root| root.has_attribute("data-no-service-worker")) {
        return;
    }
    let Some(container) = container() else { return };
    spawn_local(async move {
        let promise = container.register("/sw.js");
        let Ok(registration) = JsFuture::from(promise).await else {
            return;
        };
        let Ok(registration) = registration.dyn_into::<ServiceWorkerRegistration>() else {
            return;
        };
        if registration.waiting().is_some() && container.controller().is_some() {
            ready();
        }
        let found = registration.clone();
        on(registration.as_ref(), "updatefound", move || {
            let Some(worker) = found.installing() else {
                return;
            };
            let (ready, container) = (ready.clone(), container.clone());
            on(worker.clone().as_ref(), "statechange", move || {
                // The very first one has nothing to take over from.
                let is_update = container.controller().is_some();
                if worker.state() == web_sys::ServiceWorkerState::Installed && is_update {
                    ready();
                }
            });
        });
    });
}

/// Has the page of a path kept for reading without a network. It is fetched, not opened, and counts as
/// no check.
pub fn keep(path: &str) {
    let worker = container().and_then(|container| container.controller());
    let message = js_sys::Object::new();
    // Setting a property of a plain object can't fail.
    let _ = js_sys::Reflect::set(&message, &"keep".into(), &path.into());
    if let Some(worker) = worker {
        // Fails only for a value that can't be copied.
        let _ = worker.post_message(&message);
    }
}

/// Lets the waiting version take over, and loads the page anew once it has.
pub fn take_over() {
    let Some(container) = container() else { return };
    on(container.as_ref(), "controllerchange", || {
        page::reload();
    });
    spawn_local(async move {
        let registration = JsFuture::from(container.get_registration()).await;
        let registration = registration.ok().and_then(|value| value.dyn_into().ok());
        let waiting = registration.and_then(|it: ServiceWorkerRegistration| it.waiting());
        match waiting {
            // Fails only for a value that can't be copied.
            Some(waiting) => drop(waiting.post_message(&JsValue::from_str("skip-waiting"))),
            // The page alone is of yesterday.
            None => page::reload(),
        }
    });
}

/// `None` on a page that is not secure.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = window().navigator();
    let container = js_sys::Reflect::get(&navigator, &"serviceWorker".into()).ok()?;
    container.dyn_into().ok()
}

fn on(target: &EventTarget, event: &str, act: impl Fn() + 'static) {
    let closure = Closure::<dyn Fn()>::new(act);
    let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    closure.forget();
}

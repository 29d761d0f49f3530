//! The scanner: a camera that starts on a tap, a photo, or typing; always all three.

use leptos::{ev, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, Event, File, HtmlInputElement, KeyboardEvent, SubmitEvent};

use super::{
    scanner::Scanner,
    state::State,
    viewfinder::{CameraControls, Viewfinder},
};
use crate::{
    browser::{camera_loop::Camcorder, forms, page},
    scan::Seen,
    wedge::Wedge,
};

/// The scanner.
#[component]
pub fn ScanView(state: State) -> impl IntoView {
    let words = page::words();
    let scanner = Scanner::new(state);
    state.status.set(String::new());
    on_cleanup(move || scanner.camera.end());
    listen(scanner);
    if let Some(photo) = state.photo.try_update(Option::take).flatten() {
        // Once the view is drawn.
        request_animation_frame(move || scanner.photo(photo));
    }
    if !page::saves_data() {
        // Once the view is drawn. The camera itself waits for a tap.
        request_animation_frame(move || scanner.camera.fetch_ahead());
    }
    if state.is_tapped.get_untracked() {
        state.is_tapped.set(false);
        // A tap on "Scan" is a tap: where the camera is allowed already, it starts.
        spawn_local(async move {
            if page::is_camera_granted().await && scanner.is_shown() {
                scanner.camera.start();
            }
        });
    }

    let main = move || {
        let text = match scanner.camera.camcorder.get() {
            Camcorder::On => words.scan_stop(),
            Camcorder::Starting => words.scan_starting(),
            Camcorder::Failed(_) => words.camera_retry(),
            Camcorder::Off => words.scan_start(),
        };
        let act = move |_| match scanner.camera.camcorder.get_untracked() {
            Camcorder::On => {
                scanner.camera.stop();
                scanner.say("");
            }
            Camcorder::Starting => {}
            Camcorder::Off | Camcorder::Failed(_) => scanner.camera.start(),
        };
        let is_quiet = scanner.camera.camcorder.get() == Camcorder::On;
        let class = if is_quiet { "wide" } else { "main-action" };
        view! { <button type="button" class=class on:click=act>{text}</button> }
    };
    view! {
        <section class="scanner">
            <h1>{words.scan_title()}</h1>
            <Viewfinder scanner=scanner />
            <p class="scan-status" role="status">{move || state.status.get()}</p>
            <Codes scanner=scanner />
            <div class="controls">
                {main}
                <CameraControls scanner=scanner />
            </div>
            <p class="scan-why hint">{words.scan_why_camera()}</p>
            <Photo scanner=scanner />
            <Typed scanner=scanner />
        </section>
    }
}

/// Several codes: which one?
#[component]
fn Codes(scanner: Scanner) -> impl IntoView {
    let row = move |seen: Seen| {
        let text = match &seen.content.elements[..] {
            [] => seen.content.text.clone(),
            elements => elements
                .iter()
                .map(|element| format!("({}) {} ", element.ai, element.value))
                .collect(),
        };
        let choose = move |_| scanner.choose(&seen);
        view! {
            <li><button type="button" class="wide" on:click=choose><bdi class="value">{text}</bdi></button></li>
        }
        .into_any()
    };
    move || {
        let codes = scanner.choices.get();
        (!codes.is_empty()).then(|| {
            let rows: Vec<AnyView> = codes.into_iter().map(row).collect();
            view! { <ul class="codes">{rows}</ul> }
        })
    }
}

/// A photo; a real form, because where the browser can't read it the server can.
#[component]
fn Photo(scanner: Scanner) -> impl IntoView {
    let words = page::words();
    let chosen = move |event: Event| {
        let input: Option<HtmlInputElement> =
            event.target().and_then(|target| target.dyn_into().ok());
        let file = input.as_ref().and_then(HtmlInputElement::files);
        if let Some(file) = file.and_then(|files| files.get(0)) {
            scanner.photo(file);
        }
    };
    // The same photo may be chosen again.
    let opened = move |event: ev::MouseEvent| {
        let input: Option<HtmlInputElement> =
            event.target().and_then(|target| target.dyn_into().ok());
        if let Some(input) = input {
            input.set_value("");
        }
    };
    view! {
        <form node_ref=scanner.photo_form method="post" action="/scan" enctype="multipart/form-data">
            <input type="hidden" name="csrf" value=move || scanner.state.csrf.get() />
            <label class="button">
                {words.scan_photo_label()}
                <input class="visually-hidden" type="file" name="photo" accept="image/*"
                    on:change=chosen on:click=opened />
            </label>
        </form>
    }
}

/// The number, typed or pasted.
#[component]
fn Typed(scanner: Scanner) -> impl IntoView {
    let words = page::words();
    let field = NodeRef::<leptos::html::Input>::new();
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(field) = field.get_untracked() {
            // Kept for the way back.
            scanner.state.typed.set(field.value());
            scanner.text(&field.value(), true);
        }
    };
    let paste = move |_| {
        spawn_local(async move {
            if let Some(text) = page::pasted().await {
                forms::fill("code", &text);
            }
        });
    };
    view! {
        <form class="typed" role="search" on:submit=send>
            <label for="code">{words.scan_type_label()}</label>
            <input id="code" name="code" maxlength="4096" autocomplete="off" autocapitalize="off"
                spellcheck="false" aria-describedby="code-hint" node_ref=field
                value=scanner.state.typed.get_untracked() required />
            <p id="code-hint" class="hint">{words.scan_type_hint()}</p>
            <div class="row">
                <button type="submit">{words.scan_type_send()}</button>
                <button type="button" on:click=paste>{words.scan_paste()}</button>
            </div>
        </form>
    }
}

/// Keys of a hardware scanner, pasted pictures and texts, and the page being hidden or shown.
fn listen(scanner: Scanner) {
    let wedge = StoredValue::new(Wedge::default());
    let keys = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        if is_field(&event) {
            return;
        }
        // When it was pressed, not when a busy page gets to it.
        let (key, has_control, at_ms) = (event.key(), event.ctrl_key(), event.time_stamp());
        let text = wedge.try_update_value(|it| it.key(&key, has_control, at_ms));
        if let Some(text) = text.flatten() {
            event.prevent_default();
            scanner.text(&text, false);
        }
    });
    let pasted = window_event_listener_untyped("paste", move |event| {
        let Ok(event) = event.dyn_into::<ClipboardEvent>() else {
            return;
        };
        let Some(data) = event.clipboard_data().filter(|_| !is_field(&event)) else {
            return;
        };
        let picture: Option<File> = data.files().and_then(|files| files.get(0));
        match picture {
            Some(picture) => scanner.photo(picture),
            None => forms::fill("code", &data.get_data("text").unwrap_or_default()),
        }
    });
    // Browsers differ in which of these they send when an app comes back to the front.
    let turns = ["visibilitychange", "pageshow", "focus"]
        .map(|event| window_event_listener_untyped(event, move |_| scanner.camera.turn()));
    on_cleanup(move || {
        keys.remove();
        pasted.remove();
        turns.into_iter().for_each(WindowListenerHandle::remove);
    });
}

/// Whether the event belongs to a field that takes text.
fn is_field(event: &Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let name = target.map(|target| target.tag_name());
    name.is_some_and(|name| matches!(name.as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

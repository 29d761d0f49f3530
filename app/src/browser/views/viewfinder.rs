//! What the camera sees, what was found in it, and how to help it see.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlInputElement};

use super::scanner::Scanner;
use crate::{
    browser::{camera_loop::Camcorder, page},
    camera::Zoom,
    components::Streak,
};

/// The picture with the outlines of the codes in it.
#[component]
pub fn Viewfinder(scanner: Scanner) -> impl IntoView {
    let is_on = move || scanner.camera.camcorder.get() == Camcorder::On;
    let overlay = move || {
        match (scanner.camera.camcorder.get(), scanner.outlines.get()) {
        (Camcorder::On, Some(found)) => {
            let size = format!("0 0 {} {}", found.width, found.height);
            let shapes: Vec<AnyView> = found
                .shapes
                .into_iter()
                .map(|(points, is_read)| {
                    let class = if is_read { "read" } else { "unread" };
                    view! { <polygon class=class points=points /> }.into_any()
                })
                .collect();
            view! {
                <svg class="aim" viewBox=size preserveAspectRatio="xMidYMid slice" aria-hidden="true">
                    {shapes}
                </svg>
            }
            .into_any()
        }
        (Camcorder::On, None) => view! {
            <svg class="aim" viewBox="0 0 100 100" preserveAspectRatio="xMidYMid meet" aria-hidden="true">
                <path d="M18 30V18H30M70 18H82V30M82 70V82H70M30 82H18V70" />
            </svg>
        }
        .into_any(),
        (Camcorder::Starting, _) => view! {
            <div class="drawing"><Streak standing="issued".to_owned() /></div>
        }
        .into_any(),
        _ => view! { <Streak standing="unchecked".to_owned() /> }.into_any(),
    }
    };
    view! {
        <div class="viewfinder">
            <video
                node_ref=scanner.camera.video
                playsinline=""
                muted=""
                hidden=move || !is_on()
                aria-hidden="true"
            ></video>
            {overlay}
        </div>
    }
}

/// Light, lens and zoom, where there are any.
#[component]
pub fn CameraControls(scanner: Scanner) -> impl IntoView {
    let words = page::words();
    let torch = move || {
        scanner.camera.torch.get().map(|is_lit| {
            view! {
                <button type="button" aria-pressed=is_lit.to_string() on:click=move |_| scanner.camera.switch_torch()>
                    {words.scan_torch()}
                </button>
            }
        })
    };
    let lens = move || {
        let is_on = scanner.camera.camcorder.get() == Camcorder::On;
        (is_on && scanner.camera.lenses.with(|lenses| lenses.len() > 1)).then(|| {
            let switch = move |_| scanner.camera.switch_lens();
            view! { <button type="button" on:click=switch>{words.scan_lens()}</button> }
        })
    };
    let zoom = move || {
        scanner.camera.zoom.get().map(|zoom: Zoom| {
            let change = move |event: Event| {
                let input: Option<HtmlInputElement> =
                    event.target().and_then(|target| target.dyn_into().ok());
                if let Some(input) = input {
                    // The browser reads the number: Rust's own reader weighs 10 KB of tables.
                    scanner.camera.set_zoom(input.value_as_number());
                }
            };
            view! {
                <div class="zoom">
                    <label for="zoom">{words.scan_zoom()}</label>
                    <input id="zoom" type="range" min=page::number(zoom.least) max=page::number(zoom.most)
                        step=page::number(zoom.step)
                        value=page::number(zoom.factor) on:input=change />
                </div>
            }
        })
    };
    let sounds = move || {
        let is_on = scanner.camera.camcorder.get() == Camcorder::On;
        is_on.then(|| {
            let wanted = move || scanner.sounds.get().to_string();
            view! {
                <button type="button" aria-pressed=wanted on:click=move |_| scanner.switch_sounds()>
                    {words.scan_sounds()}
                </button>
            }
        })
    };
    view! { {torch}{lens}{sounds}{zoom} }
}

//! The app itself: the frame, and the view within.

use std::time::Duration;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast as _;

use super::{
    history_view::HistoryView,
    result_view::{AnswerView, UncheckedView},
    scan_view::ScanView,
    state::{State, View},
};
use crate::{
    browser::{
        install,
        page::{self, Served},
        service_worker,
    },
    history::History,
    pages::{Frame, Home, OtherCode},
};

/// How long a first visit has the network and the processor for itself.
const FIRST_VISIT: Duration = Duration::from_secs(3);

/// Everything.
#[component]
pub fn App(served: Served) -> impl IntoView {
    let state = State::new(&served);
    let words = page::words();
    // The app lives as long as the page: these listeners are never taken away.
    let _ = window_event_listener_untyped("storage", move |_| state.follow_store());
    let _ = window_event_listener_untyped("popstate", move |_| state.follow_address());
    for event in ["online", "focus"] {
        let _ = window_event_listener_untyped(event, move |_| {
            state.ask_waiting();
            state.ask_recalled();
        });
    }
    state.ask_waiting();
    state.ask_recalled();
    let register = move || service_worker::register(move || state.has_update.set(true));
    match service_worker::is_in_control() {
        true => register(),
        // The first visit: what it keeps for later makes way for what the person came for.
        false => set_timeout(register, FIRST_VISIT),
    }
    install::listen(move |can_install| state.can_install.set(can_install));

    let content = move || {
        let context = page::context();
        match state.view.get() {
            View::Home => {
                page::set_title(words.brand_name());
                view! { <Alerts state=state /> <Home context=context has_demo=served.has_demo /> <Install state=state /> }
                    .into_any()
            }
            View::Scan => {
                page::set_title(words.scan_title());
                view! { <ScanView state=state /> }.into_any()
            }
            View::History => {
                page::set_title(words.history_title());
                view! { <HistoryView state=state /> <Install state=state /> }.into_any()
            }
            View::Answer(answer) => {
                page::set_title(&answer.title);
                view! { <AnswerView shown=*answer state=state /> }.into_any()
            }
            View::Unchecked(request) => {
                page::set_title(words.standing_unchecked());
                view! { <UncheckedView request=*request state=state /> }.into_any()
            }
            View::Other(content, pretends) => {
                page::set_title(words.scan_title());
                let host = content.host.clone();
                let code = wire::answer::Code {
                    text: content.text,
                    typed: false,
                    form: content.form,
                    elements: content.elements,
                    path: content.path,
                    faults: content.faults,
                    pretends,
                };
                view! { <OtherCode code=code host=host context=context /> }.into_any()
            }
        }
    };
    let frame = move || {
        // The marks in the frame follow the view.
        let context = page::context();
        let path = state.path();
        view! { <Frame context=context path=path>{content}</Frame> }
    };
    let update = move || {
        state.has_update.get().then(|| {
            view! {
                <div class="update" role="status">
                    <span>{words.update_ready()}</span>
                    <button type="button" on:click=move |_| service_worker::take_over()>
                        {words.update_now()}
                    </button>
                </div>
            }
        })
    };
    view! {
        <div on:click=move |event| follow_in_place(&event, state)>{frame}</div>
        {update}
    }
}

/// A link to a view of the app changes the view and loads nothing.
fn follow_in_place(event: &ev::MouseEvent, state: State) {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.shift_key();
    if has_modifier || event.button() != 0 || event.default_prevented() {
        return;
    }
    let element = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let link = element.and_then(|element| element.closest("a[href]").ok().flatten());
    let href = link.and_then(|link| link.get_attribute("href"));
    let Some((view, href)) = href.and_then(|href| Some((View::of_path(&href)?, href))) else {
        return;
    };
    event.prevent_default();
    state.is_tapped.set(view == View::Scan);
    state.show(view, &href);
}

/// What was scanned here and has been recalled since.
#[component]
fn Alerts(state: State) -> impl IntoView {
    move || {
        let count = state.history.with(History::alerts);
        (count > 0).then(|| {
            let text = page::words().history_alerts(count);
            view! { <p class="trouble" role="alert"><a href="/history">{text}</a></p> }
        })
    }
}

/// Where the browser offers it.
#[component]
fn Install(state: State) -> impl IntoView {
    move || {
        state.can_install.get().then(|| {
            let ask = move |_| {
                state.can_install.set(false);
                install::ask();
            };
            view! {
                <p><button type="button" on:click=ask>{page::words().install()}</button></p>
            }
        })
    }
}

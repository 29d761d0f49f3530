//! The app itself: the frame, and the view within.

use leptos::prelude::*;

use super::{
    history_view::HistoryView,
    result_view::{AnswerView, UncheckedView},
    scan_view::ScanView,
    state::{State, View},
};
use crate::{
    browser::{page, service_worker},
    pages::{Frame, Home, OtherCode},
};

/// Everything.
#[component]
pub fn App() -> impl IntoView {
    let state = State::new();
    let context = page::context();
    let words = context.words;
    page::on_popstate(move || state.follow_address());
    page::on_online(move || state.ask_waiting());
    state.ask_waiting();
    service_worker::register(move || state.has_update.set(true));

    let content = move || {
        let context = page::context();
        match state.view.get() {
            View::Home => {
                page::set_title(words.brand_name());
                view! { <Home context=context has_demo=false /> }.into_any()
            }
            View::Scan => {
                page::set_title(words.scan_title());
                view! { <ScanView state=state /> }.into_any()
            }
            View::History => {
                page::set_title(words.history_title());
                view! { <HistoryView state=state /> }.into_any()
            }
            View::Answer(answer) => {
                page::set_title(&words.headline(&answer));
                view! { <AnswerView answer=*answer state=state /> }.into_any()
            }
            View::Unchecked(request) => {
                page::set_title(words.standing_unchecked());
                view! { <UncheckedView request=*request state=state /> }.into_any()
            }
            View::Other(code) => {
                page::set_title(words.other_text_title());
                let host = code.host.clone();
                let code = wire::answer::Code {
                    text: code.text,
                    typed: false,
                    form: code.form,
                    elements: code.elements,
                    path: code.path,
                    faults: code.faults,
                };
                view! { <OtherCode code=code host=host context=context /> }.into_any()
            }
        }
    };
    let update = move || {
        state.has_update.get().then(|| {
            view! {
                <div class="update" role="status">
                    <span>{words.update_ready()}</span>
                    <button on:click=move |_| service_worker::take_over()>{words.update_now()}</button>
                </div>
            }
        })
    };
    view! {
        <Frame context=context path=page::path()>{content}</Frame>
        {update}
    }
}

//! An answer in place: the very page that the server renders, with forms that stay in it.

use leptos::{ev, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast as _;
use web_sys::SubmitEvent;
use wire::{
    answer::Answer,
    form::{ClaimView, RegistrationView},
    verify::VerifyRequest,
};

use super::state::{State, View};
use crate::{
    browser::{
        forms::{self, Form},
        locate, page,
    },
    components::{ProductPage, Serial, Streak},
    lookup,
    pages::{ClaimDone, RegistrationDone},
};

/// What a form led to.
#[derive(Clone)]
enum Done {
    Nothing,
    Registered(Box<RegistrationView>),
    Claimed(Box<ClaimView>),
}

/// The product page.
#[component]
pub fn AnswerView(answer: Answer, state: State) -> impl IntoView {
    let context = page::context();
    let words = context.words;
    let done = RwSignal::new(Done::Nothing);
    let submit = move |event: SubmitEvent| {
        let Some((read, form)) = forms::of_submit(&event) else {
            return;
        };
        forms::enable(&form, false);
        spawn_local(async move {
            let result = match read {
                Form::Registration(request) => lookup::register(&request)
                    .await
                    .map(|view| Done::Registered(Box::new(view))),
                Form::Claim(request) => lookup::claim(&request)
                    .await
                    .map(|view| Done::Claimed(Box::new(view))),
            };
            match result {
                Ok(what) => {
                    done.set(what);
                    page::scroll_up();
                    page::focus_heading();
                }
                Err(error) => forms::complain(&form, &error.sentence(words)),
            }
        });
    };
    let above = {
        let context = context.clone();
        move || match done.get() {
            Done::Nothing => ().into_any(),
            Done::Registered(view) => {
                view! { <RegistrationDone registration=*view context=context.clone() /> }.into_any()
            }
            Done::Claimed(view) => {
                view! { <ClaimDone claim=*view context=context.clone() /> }.into_any()
            }
        }
    };
    let is_done = move || !matches!(done.get(), Done::Nothing);
    request_animation_frame(locate::offer);
    let click = move |event: ev::MouseEvent| {
        if let Some(target) = event.target() {
            locate::on_tap(&target.unchecked_into());
        }
    };
    // The shared page's step would load the scanner anew.
    let again = move |_| {
        state.is_tapped.set(true);
        state.show(View::Scan, "/scan");
    };
    view! {
        {above}
        <div on:submit=submit on:click=click hidden=is_done>
            <ProductPage answer=answer context=context />
        </div>
        <p><button type="button" class="wide" on:click=again>{words.result_back()}</button></p>
    }
}

/// A code that waits for a network.
#[component]
pub fn UncheckedView(request: VerifyRequest, state: State) -> impl IntoView {
    let words = page::words();
    let again = {
        let request = request.clone();
        move |_| state.ask(request.clone(), Some(page::path()))
    };
    let about = match page::is_offline() {
        true => words.about_unchecked(),
        false => words.about_unreachable(),
    };
    view! {
        <section class="verdict verdict-unchecked" aria-labelledby="verdict-word">
            <div class="stone"><Streak standing="unchecked".to_owned() /></div>
            <h1 id="verdict-word">{words.standing_unchecked()}</h1>
            <p class="about">{about}</p>
            <p class="caution">{words.caution_unchecked()}</p>
            <p><Serial text=request.code /></p>
            <p role="status">{move || state.status.get()}</p>
            <p class="main-bar">
                <button type="button" class="main-action" on:click=again>{words.try_again()}</button>
            </p>
        </section>
    }
}

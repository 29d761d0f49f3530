//! An answer in place: the very page that the server renders, with forms that stay in it.

use leptos::{prelude::*, task::spawn_local};
use web_sys::SubmitEvent;
use wire::{
    answer::Answer,
    form::{ClaimView, RegistrationView},
    verify::VerifyRequest,
};

use super::state::State;
use crate::{
    browser::{
        forms::{self, Form},
        page,
    },
    components::{ProductPage, Serial, Streak},
    lookup,
    pages::{ClaimDone, RegistrationDone},
};

/// What a form led to.
#[derive(Clone)]
enum Done {
    Nothing,
    Registered(RegistrationView),
    Claimed(ClaimView),
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
                Form::Registration(request) => {
                    lookup::register(&request).await.map(Done::Registered)
                }
                Form::Claim(request) => lookup::claim(&request).await.map(Done::Claimed),
            };
            match result {
                Ok(what) => {
                    done.set(what);
                    page::focus_content();
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
                view! { <RegistrationDone registration=view context=context.clone() /> }.into_any()
            }
            Done::Claimed(view) => {
                view! { <ClaimDone claim=view context=context.clone() /> }.into_any()
            }
        }
    };
    let is_done = move || !matches!(done.get(), Done::Nothing);
    let again = move |_| state.show(super::state::View::Scan, "/scan");
    view! {
        {above}
        <div on:submit=submit hidden=is_done>
            <ProductPage answer=answer context=context />
            <p><button type="button" class="quiet" on:click=again>{words.result_back()}</button></p>
        </div>
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
    view! {
        <section class="verdict verdict-unchecked" aria-labelledby="verdict-word">
            <div class="stone"><Streak standing="unchecked".to_owned() /></div>
            <h1 id="verdict-word">{words.standing_unchecked()}</h1>
            <p class="about">{words.about_unchecked()}</p>
            <p><Serial text=request.code /></p>
            <p role="status">{move || state.status.get()}</p>
            <button type="button" class="main-action" on:click=again>{words.try_again()}</button>
        </section>
    }
}

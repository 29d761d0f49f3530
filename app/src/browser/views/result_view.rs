//! An answer in place: the very page that the server renders, with forms that stay in it.

use leptos::{ev, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast as _;
use web_sys::SubmitEvent;
use wire::verify::CodeCheck;

use super::{
    history_view::short,
    state::{State, View},
};
use crate::{
    browser::{forms, locate, page},
    components::{Serial, Streak},
    lookup::{self, LookupError},
    shown::Shown,
};

/// The product page, and after a form what the form led to.
#[component]
pub fn AnswerView(shown: Shown, state: State) -> impl IntoView {
    let words = page::words();
    // Other pages have it as their main action.
    let is_verdict = !shown.standing.is_empty();
    let html = RwSignal::new(shown.html);
    let submit = move |event: SubmitEvent| {
        let Some((action, fields, form)) = forms::of_submit(&event) else {
            return;
        };
        forms::enable(&form, false);
        spawn_local(async move {
            match lookup::submit(&action, fields).await {
                Ok(next) => {
                    page::set_title(&next.title);
                    html.set(next.html);
                    offer();
                    page::scroll_up();
                    page::focus_heading();
                }
                Err(error) => {
                    forms::complain(&form, &error.sentence(words));
                    if error == LookupError::Offline {
                        forms::offer_to_wait(&form);
                    }
                }
            }
        });
    };
    offer();
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
        <div on:submit=submit on:click=click inner_html=move || html.get()></div>
        {is_verdict.then(|| view! {
            <p><button type="button" class="wide" on:click=again>{words.result_back()}</button></p>
        })}
    }
}

/// Once it is drawn: what only a script can do on the page.
fn offer() {
    request_animation_frame(|| {
        locate::offer();
        page::announce();
    });
}

/// A code that waits for a network.
#[component]
pub fn UncheckedView(request: CodeCheck, state: State) -> impl IntoView {
    let words = page::words();
    let again = {
        let request = request.clone();
        move |_| state.ask(request.clone(), Some(page::path()))
    };
    let path = page::path();
    let entry = state.history.with_untracked(|history| {
        let entry = history.find(&request.code, Some(&path));
        entry.cloned()
    });
    let name = entry.as_ref().and_then(|entry| entry.name.clone());
    let name = name.map(|name| view! { <p class="what"><span>{name}</span></p> });
    // Told as what it is: of then, and never as checked now.
    let before = entry.and_then(|entry| entry.said()).map(|said| {
        let text = words.unchecked_before(words.day(&said.at), short(words, &said.standing));
        view! { <p class="caution">{text}</p> }
    });
    let about = match page::is_offline() {
        true => words.about_unchecked(),
        false => words.about_unreachable(),
    };
    view! {
        <section class="verdict verdict-unchecked" aria-labelledby="verdict-word">
            <div class="stone"><Streak standing="unchecked".to_owned() /></div>
            <h1 id="verdict-word">{words.standing_unchecked()}</h1>
            <p class="about">{about}</p>
            {name}
            {before}
            <p class="caution">{words.caution_unchecked()}</p>
            <p><Serial text=request.code /></p>
            <p role="status">{move || state.status.get()}</p>
            <p class="main-bar">
                <button type="button" class="main-action" on:click=again>{words.try_again()}</button>
            </p>
        </section>
    }
}

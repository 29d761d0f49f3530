//! The door of a phone that is passed on: a PIN, for as long as the offline pack allows.

use leptos::{prelude::*, task::spawn_local};
use web_sys::SubmitEvent;

use super::time::moment;
use crate::{
    browser::{
        pin::{self, Tried},
        state::{Carried, Link, State},
        sync,
    },
    phone,
};

/// Asks for the PIN.
#[component]
pub fn LockView(state: State) -> impl IntoView {
    let words = state.words;
    let field = NodeRef::<leptos::html::Input>::new();
    let said = RwSignal::new(String::new());
    let until = move || {
        let until = state
            .carried
            .with(|carried| carried.as_ref().map(|it| it.pack.valid_until));
        until.map(|until| words.lock_until(moment(words, &phone::rfc3339(until))))
    };
    let open = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = field
            .get_untracked()
            .map(|field| field.value())
            .unwrap_or_default();
        spawn_local(async move {
            let Some(held) = state.held() else { return };
            let text = match pin::tried(&held.store, &typed).await {
                Tried::Right if is_over(state) => words.lock_over().to_owned(),
                Tried::Right => {
                    state.is_locked.set(false);
                    return;
                }
                Tried::Wrong => words.lock_wrong().to_owned(),
                Tried::Wait(seconds) => words.lock_wait(seconds),
            };
            said.set(text);
            if let Some(field) = field.get_untracked() {
                field.set_value("");
            }
        });
    };
    view! {
        <form class="begin" on:submit=open>
            <h1>{words.lock_title()}</h1>
            <p class="hint">{until}</p>
            <label for="pin">{words.lock_pin()}</label>
            <input id="pin" type="password" inputmode="numeric" autocomplete="off" maxlength="32" node_ref=field />
            <p class="problem" role="alert">{move || said.get()}</p>
            <button type="submit" class="main-key">{words.lock_open()}</button>
        </form>
    }
}

/// The desk has locked this device: nothing of it is shown, and what waits is still sent.
#[component]
pub fn DeskLock(state: State) -> impl IntoView {
    let words = state.words;
    let day = move || {
        let at = state.locked_at.get().unwrap_or_default();
        let day = words.common().day(at.get(..10).unwrap_or_default());
        words.device_locked(day)
    };
    let left = move || words.device_left(super::page_frame::waiting(state));
    let again = move |_| {
        spawn_local(async move {
            // The desk may have opened it again.
            state.meet().await;
            sync::soon(state);
        });
    };
    view! {
        <section class="begin">
            <h1>{words.lock_title()}</h1>
            <p role="alert">{day}</p>
            <p role="status">{left}</p>
            <button type="button" class="main-key" on:click=again>{words.device_again()}</button>
        </section>
    }
}

/// Without a network the pack's end is the end; with one, whoever is signed in is known anyway.
fn is_over(state: State) -> bool {
    let is_here = state.link.get_untracked() == Link::Here;
    let is_over = |carried: &Option<Carried>| carried.as_ref().is_some_and(Carried::is_over);
    !is_here && state.carried.with_untracked(is_over)
}

/// Sets the PIN, or locks at once.
#[component]
pub fn PinForm(state: State) -> impl IntoView {
    let words = state.words;
    let field = NodeRef::<leptos::html::Input>::new();
    let said = RwSignal::new(String::new());
    let set = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = field
            .get_untracked()
            .map(|field| field.value())
            .unwrap_or_default();
        if typed.chars().count() < pin::LEAST {
            said.set(words.lock_short().to_owned());
            return;
        }
        spawn_local(async move {
            let Some(held) = state.held() else { return };
            let text = match pin::set(&held.store, &typed).await {
                Ok(()) => words.lock_set(),
                Err(_) => words.store_full(),
            };
            said.set(text.to_owned());
            state.has_pin.set(true);
            if let Some(field) = field.get_untracked() {
                field.set_value("");
            }
        });
    };
    let lock = move || {
        state.has_pin.get().then(|| {
            view! { <button type="button" on:click=move |_| state.is_locked.set(true)>{words.lock_now()}</button> }
        })
    };
    view! {
        <form class="begin" on:submit=set>
            <h2>{words.lock_set_title()}</h2>
            <p class="hint">{words.lock_hint()}</p>
            <label for="new-pin">{words.lock_pin()}</label>
            <input id="new-pin" type="password" inputmode="numeric" autocomplete="off" maxlength="32" node_ref=field />
            <p role="status">{move || said.get()}</p>
            <div class="row">
                <button type="submit">{words.lock_save()}</button>
                {lock}
            </div>
        </form>
    }
}

//! What was scanned on this device.

use leptos::prelude::*;

use super::state::State;
use crate::{
    browser::page,
    components::{MainAction, Streak},
    history::{Entry, History},
};

/// The list, with a way back from every erasure.
#[component]
pub fn HistoryView(state: State) -> impl IntoView {
    let words = page::words();
    let now = page::now();
    let before = RwSignal::new(None::<History>);
    let remember = move || before.set(Some(state.history.get_untracked()));
    let erase_all = move |_| {
        remember();
        state.change_history(|history| history.0.clear());
    };
    let undo = move |_| {
        if let Some(known) = before.get_untracked() {
            state.change_history(|history| *history = known);
            before.set(None);
        }
    };
    let row = move |entry: Entry| {
        let name = entry
            .name
            .clone()
            .unwrap_or_else(|| entry.request.code.clone());
        let latest = entry.said();
        let said = match (&entry.standing, &latest) {
            (Some(standing), _) => short(words, standing).to_owned(),
            (None, Some(before)) => {
                let said = short(words, &before.standing);
                words.history_before(words.day(&before.at), said)
            }
            (None, None) => words.history_pending().to_owned(),
        };
        let when = words.ago(&entry.at, &now);
        let code = entry.request.code.clone();
        let label = format!("{} {name}", words.history_erase());
        let erase = move |_| {
            remember();
            let code = code.clone();
            state.change_history(|history| history.0.retain(|known| known.request.code != code));
        };
        let alert = entry.since.as_ref().map(|since| {
            let day = words.day(&since.at);
            let said = match since.standing.as_str() {
                "recalled" => words.history_recalled_since(day),
                _ => words.history_maybe_recalled_since(day),
            };
            view! { <strong class="trouble">{said}</strong> }
        });
        let latest = entry.since.clone().or(latest);
        let text = view! {
            <span class="name">{name}</span>
            {alert}
            <span class="said">{said} " · " {when}</span>
        };
        let link = match entry.path {
            Some(path) => view! { <a href=path>{text}</a> }.into_any(),
            None => view! { <div>{text}</div> }.into_any(),
        };
        let streak = latest.map_or_else(|| "unchecked".to_owned(), |said| said.standing);
        view! {
            <li><span class="stone"><Streak standing=streak /></span>{link}<button type="button" class="quiet" aria-label=label on:click=erase>"✕"</button></li>
        }
        .into_any()
    };
    let list = move || {
        let entries = state.history.get().0;
        if entries.is_empty() {
            return view! {
                <p class="empty">{words.history_empty()}</p>
                <MainAction href="/scan".to_owned() text=words.home_scan().to_owned() />
            }
            .into_any();
        }
        let rows = entries.into_iter().map(row.clone()).collect_view();
        view! {
            <ul>{rows}</ul>
            <p><button type="button" on:click=erase_all>{words.history_erase_all()}</button></p>
        }
        .into_any()
    };
    // What stands beside it is drawn by a script that other pages share.
    request_animation_frame(page::announce);
    let erased = move || {
        before.get().map(|_| {
            view! {
                <p class="good" role="status">
                    {words.history_erased()} " "
                    <button type="button" class="quiet" on:click=undo>{words.history_undo()}</button>
                </p>
            }
        })
    };
    view! {
        <section class="history">
            <h1>{words.history_title()}</h1>
            <p class="hint">{words.history_private()}</p>
            {erased}
            {list}
            <div class="waiting-forms" data-forms=""></div>
        </section>
    }
}

/// A standing's word where there is no room for names.
pub(super) fn short(words: crate::Words, standing: &str) -> &'static str {
    let text = words.find(&format!("short-{standing}"));
    text.or_else(|| words.find(&format!("standing-{standing}")))
        .unwrap_or_default()
}

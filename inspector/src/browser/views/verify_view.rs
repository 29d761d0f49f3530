//! A report is checked here, on this device: nothing of it is sent anywhere.

use app::browser::{page, storage};
use evidence::{ReportError, Sealer, ServerKey, Verified};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlInputElement};

use super::time::moment;
use crate::{
    browser::{photo, server},
    words::Words,
};

/// Under which the server's keys are kept for when it can't be asked.
const KEYS: &str = "touchstone.server-keys";

/// The check of a report.
#[component]
pub fn VerifyView() -> impl IntoView {
    let words = Words::new(page::words());
    page::set_title(words.verify_title());
    app::browser::service_worker::register(|| {});
    let keys = RwSignal::new(storage::load::<Vec<String>>(KEYS).unwrap_or_default());
    spawn_local(async move {
        if let Ok(fresh) = server::keys().await {
            storage::save(KEYS, &fresh);
            keys.try_set(fresh);
        }
    });
    let result = RwSignal::new_local(None::<Result<Verified, ReportError>>);
    let is_unreadable = RwSignal::new(false);
    let own_key = NodeRef::<leptos::html::Input>::new();
    let chosen = move |event: Event| {
        let input: Option<HtmlInputElement> = event.target().and_then(|it| it.dyn_into().ok());
        let file = input.as_ref().and_then(HtmlInputElement::files);
        let Some(file) = file.and_then(|files| files.get(0)) else {
            return;
        };
        spawn_local(async move {
            result.try_set(None);
            is_unreadable.try_set(false);
            let Some(bytes) = photo::bytes(&file).await else {
                is_unreadable.try_set(true);
                return;
            };
            let mut texts = keys.get_untracked();
            texts.extend(
                own_key
                    .get_untracked()
                    .map(|field| field.value().trim().to_owned()),
            );
            let keys: Vec<ServerKey> = texts
                .iter()
                .filter_map(|text| ServerKey::from_text(text).ok())
                .collect();
            result.try_set(Some(evidence::verify(&bytes, &keys)));
            if let Some(input) = input {
                // The same file may be chosen again.
                input.set_value("");
            }
        });
    };
    let told = move || {
        result.get().map(|result| match result {
            Ok(verified) => holds(words, &verified),
            Err(error) => view! {
                <div class="verdict k-bad" role="alert">
                    <h2>{words.verify_broken()}</h2>
                    <p>{error.to_string()}</p>
                </div>
            }
            .into_any(),
        })
    };
    view! {
        <div class="inspect verify">
            <main id="content">
                <h1>{words.verify_title()}</h1>
                <p>{words.verify_hint()}</p>
                <label class="button primary">
                    {words.verify_choose()}
                    <input class="visually-hidden" type="file" accept=".zip,application/zip" on:change=chosen />
                </label>
                <details>
                    <summary>{words.verify_other()}</summary>
                    <label for="key">{words.verify_key()}</label>
                    <input id="key" autocomplete="off" spellcheck="false" node_ref=own_key />
                </details>
                <p class="problem" role="alert">
                    {move || if is_unreadable.get() { words.verify_unreadable() } else { "" }}
                </p>
                {told}
            </main>
        </div>
    }
}

fn holds(words: Words, verified: &Verified) -> AnyView {
    let by = match verified.sealed_by {
        Sealer::Server(_) => words.verify_by_server(&verified.contents.origin),
        Sealer::Device(_) => words.verify_by_device().to_owned(),
    };
    let chains: Vec<AnyView> = verified
        .chains
        .iter()
        .map(|chain| {
            let lines = words.verify_chain(&chain.name, chain.entries.len());
            let first = chain.entries.first().map(|entry| moment(words, &entry.at));
            let last = chain.entries.last().map(|entry| moment(words, &entry.at));
            let span = words.verify_span(first.unwrap_or_default(), last.unwrap_or_default());
            let witnessed: Vec<AnyView> = chain
                .witnessed
                .iter()
                .map(|(sequence, at)| {
                    let text = words.verify_witnessed(*sequence, moment(words, at));
                    view! { <li>{text}</li> }.into_any()
                })
                .collect();
            let open = chain.unwitnessed();
            let open = (open > 0).then(|| view! { <li class="evidence">{words.verify_unwitnessed(open)}</li> });
            view! { <li><strong>{lines}</strong> <span>{span}</span><ul>{witnessed}{open}</ul></li> }.into_any()
        })
        .collect();
    let missing = verified.missing.len();
    let missing =
        (missing > 0).then(|| view! { <p class="evidence">{words.verify_missing(missing)}</p> });
    view! {
        <div class="verdict k-good" role="status">
            <h2>{words.verify_holds()}</h2>
            <p>{by}</p>
            <ul class="rows">{chains}</ul>
            <p>{words.verify_photos(verified.photos)}</p>
            {missing}
            <p class="hint">{words.verify_limits()}</p>
        </div>
    }
    .into_any()
}

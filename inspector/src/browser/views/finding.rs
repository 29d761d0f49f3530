//! Something is wrong: a reason, how bad, how many, pictures, words.

use evidence::{Act, Finding, Severity};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlInputElement, SubmitEvent};

use crate::browser::{journal::Picture, photo, state::State};

/// Reasons to choose from: identifier and text.
pub fn reasons(state: State) -> Vec<(String, String)> {
    let own = state
        .me
        .get_untracked()
        .map(|me| me.reasons)
        .unwrap_or_default();
    if !own.is_empty() {
        return own;
    }
    let text = |id: &&str| {
        let text = state.words.find(&format!("reason-{id}"))?;
        Some(((*id).to_owned(), text.to_owned()))
    };
    wire::inspect::REASONS.iter().filter_map(text).collect()
}

/// How bad the organisation takes such a finding to be, unless the inspector says otherwise.
fn usual_severity(state: State, reason: &str) -> Option<Severity> {
    let me = state.me.get_untracked()?;
    let named = me.severities.iter().find(|(id, _)| id == reason);
    match named?.1.as_str() {
        "minor" => Some(Severity::Minor),
        "major" => Some(Severity::Major),
        "critical" => Some(Severity::Critical),
        _ => None,
    }
}

/// The form. What was typed stays until it is written down.
#[component]
pub fn FindingForm(state: State, is_open: RwSignal<bool>) -> impl IntoView {
    let words = state.words;
    let chosen = state.chosen.get_untracked();
    let code = chosen.and_then(|at| {
        state
            .sweep
            .with_untracked(|sweep| Some(sweep.get(at)?.text.clone()))
    });
    let about = chosen.map(|at| state.pack_said(at)).unwrap_or_default();
    let reason = RwSignal::new(String::new());
    let severity = RwSignal::new(Severity::Major);
    let quantity = RwSignal::new(1_u32);
    let note = NodeRef::<leptos::html::Textarea>::new();
    let pictures = RwSignal::new_local(Vec::<Picture>::new());
    let problem = RwSignal::new(None::<&'static str>);

    let buttons = reasons(state)
        .into_iter()
        .map(|(id, text)| {
            let own = id.clone();
            let pressed = move || (reason.get() == own).to_string();
            let usual = usual_severity(state, &id);
            let choose = move |_| {
                reason.set(id.clone());
                if let Some(usual) = usual {
                    severity.set(usual);
                }
            };
            view! { <button type="button" class="choice" aria-pressed=pressed on:click=choose>{text}</button> }
        })
        .collect_view();
    let severities = [
        (Severity::Minor, words.severity_minor()),
        (Severity::Major, words.severity_major()),
        (Severity::Critical, words.severity_critical()),
    ]
    .map(|(which, text)| {
        let pressed = move || (severity.get() == which).to_string();
        view! {
            <button type="button" class="choice" aria-pressed=pressed on:click=move |_| severity.set(which)>
                {text}
            </button>
        }
    });
    let less = move |_| quantity.update(|count| *count = count.saturating_sub(1).max(1));
    let more = move |_| quantity.update(|count| *count = count.saturating_add(1));
    // A shelf may hold hundreds.
    let count = move |event: Event| {
        let number = event_target_value(&event).parse().unwrap_or(1);
        quantity.set(u32::clamp(number, 1, 1_000_000));
    };
    let taken =
        move |event: Event| take_pictures(&event, pictures, problem, words.photo_unreadable());
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        if reason.get_untracked().is_empty() {
            problem.set(Some(words.reason_missing()));
            return;
        }
        let kept = pictures.get_untracked();
        let finding = Finding {
            code: code.clone(),
            reason: reason.get_untracked(),
            severity: severity.get_untracked(),
            quantity: quantity.get_untracked(),
            note: note
                .get_untracked()
                .map(|note| note.value())
                .unwrap_or_default(),
            photos: kept.iter().map(|picture| picture.photo.clone()).collect(),
        };
        state.note(Act::Found(finding), kept, move |written| {
            if written.is_ok() {
                is_open.try_set(false);
                state.status.set(words.finding_kept().to_owned());
            }
        });
    };
    view! {
        <form class="finding" on:submit=save>
            <h2>{words.finding_title()}</h2>
            <p class="hint">{about}</p>
            <fieldset><legend>{words.reason_label()}</legend><div class="choices">{buttons}</div></fieldset>
            <fieldset><legend>{words.severity_label()}</legend><div class="choices">{severities.collect_view()}</div></fieldset>
            <div class="stepper" role="group" aria-label=words.quantity_label()>
                <button type="button" aria-label=words.less() on:click=less>"−"</button>
                <input type="number" min="1" max="1000000" inputmode="numeric" aria-label=words.quantity_label()
                    prop:value=move || quantity.get().to_string() on:change=count />
                <button type="button" aria-label=words.more() on:click=more>"+"</button>
                <span>{words.quantity_label()}</span>
            </div>
            <Photos pictures=pictures taken=taken label=words.photo_take() remove=words.photo_remove() />
            <label for="note">{words.note_label()}</label>
            <textarea id="note" rows="3" maxlength="2000" node_ref=note></textarea>
            <p class="problem" role="alert">{move || problem.get()}</p>
            <div class="row">
                <button type="submit" class="primary">{words.finding_keep()}</button>
                <button type="button" on:click=move |_| is_open.set(false)>{words.close()}</button>
            </div>
        </form>
    }
}

/// The pictures so far, each of which can be taken out again, and the way to another one.
#[component]
pub fn Photos(
    pictures: RwSignal<Vec<Picture>, LocalStorage>,
    taken: impl Fn(Event) + 'static,
    label: &'static str,
    remove: &'static str,
) -> impl IntoView {
    let list = move || {
        let shown = pictures.get();
        let rows = shown.into_iter().enumerate().map(|(at, picture)| {
            let blob: &web_sys::Blob = picture.blob.unchecked_ref();
            // Forgotten with the page; a finding has few.
            let url = web_sys::Url::create_object_url_with_blob(blob).unwrap_or_default();
            let kilobytes = picture.photo.bytes.div_ceil(1024);
            let out = move |_| {
                pictures.update(|pictures| {
                    if at < pictures.len() {
                        pictures.remove(at);
                    }
                });
            };
            view! {
                <li>
                    <img src=url alt="" />
                    <span>{format!("{kilobytes} KB")}</span>
                    <button type="button" aria-label=remove on:click=out>"×"</button>
                </li>
            }
        });
        view! { <ul class="photos">{rows.collect_view()}</ul> }
    };
    view! {
        <label class="button">
            {label}
            <input class="visually-hidden" type="file" accept="image/*" capture="environment" multiple on:change=taken />
        </label>
        {list}
    }
}

/// Makes the chosen photographs small, one after the other.
pub fn take_pictures(
    event: &Event,
    pictures: RwSignal<Vec<Picture>, LocalStorage>,
    problem: RwSignal<Option<&'static str>>,
    unreadable: &'static str,
) {
    let input: Option<HtmlInputElement> = event.target().and_then(|it| it.dyn_into().ok());
    let Some(files) = input.as_ref().and_then(HtmlInputElement::files) else {
        return;
    };
    let files: Vec<_> = (0..files.length()).filter_map(|at| files.get(at)).collect();
    spawn_local(async move {
        for file in files {
            match photo::kept(&file).await {
                Some(picture) => {
                    problem.try_set(None);
                    pictures.try_update(|pictures| pictures.push(picture));
                }
                None => {
                    problem.try_set(Some(unreadable));
                }
            }
        }
        if let Some(input) = input {
            // The same photograph may be chosen again.
            input.set_value("");
        }
    });
}

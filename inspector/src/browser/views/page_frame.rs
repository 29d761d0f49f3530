//! The whole page: its head, the part that is shown, and the four ways to go at its foot.

use app::{
    browser::{page, service_worker},
    components::Mark,
};
use leptos::{ev, prelude::*};

use super::{
    lock_view::{DeskLock, LockView},
    offline_view::OfflineView,
    queue_view::QueueView,
    sweep_view::SweepView,
    verify_view::VerifyView,
    visit_view::VisitView,
};
use crate::{
    browser::state::{Link, State, Tab},
    waiting::Stage,
};

/// The inspector's page; at `/inspect/verify`, where nobody needs to be signed in, the check of a report.
#[component]
pub fn Inspect() -> impl IntoView {
    if page::path().starts_with("/inspect/verify") {
        return view! { <VerifyView /> }.into_any();
    }
    let state = State::new();
    let words = state.words;
    page::set_title(words.title());
    listen(state);
    let body = move || match state.tab.get() {
        _ if state.locked_at.with(Option::is_some) => view! { <DeskLock state=state /> }.into_any(),
        _ if state.is_locked.get() => view! { <LockView state=state /> }.into_any(),
        Tab::Sweep => view! { <SweepView state=state /> }.into_any(),
        Tab::Visit => view! { <VisitView state=state /> }.into_any(),
        Tab::Queue => view! { <QueueView state=state /> }.into_any(),
        Tab::Offline => view! { <OfflineView state=state /> }.into_any(),
    };
    let ways = [
        (Tab::Sweep, words.tab_sweep()),
        (Tab::Visit, words.tab_visit()),
        (Tab::Queue, words.tab_queue()),
        (Tab::Offline, words.tab_offline()),
    ];
    let ways = ways.map(|(tab, name)| {
        let current = move || (state.tab.get() == tab).then_some("page");
        let waiting = move || {
            let count = if tab == Tab::Queue { waiting(state) } else { 0 };
            (count > 0).then(|| view! { <span class="count">{count}</span> })
        };
        view! {
            <button type="button" aria-current=current on:click=move |_| state.tab.set(tab)>
                <span>{name}</span>{waiting}
            </button>
        }
    });
    view! {
        <div class="inspect">
            <header>
                <a class="brand" href="/desk" aria-label=words.to_desk()><Mark /></a>
                <p class="who">{move || who(state)}</p>
                <LinkState state=state />
            </header>
            <Trouble state=state />
            <NewVersion state=state />
            <main id="content" tabindex="-1">{body}</main>
            <nav aria-label=words.parts() hidden=move || state.is_shut()>{ways.collect_view()}</nav>
        </div>
    }
    .into_any()
}

/// How many lines and pictures the server has not confirmed.
pub fn waiting(state: State) -> usize {
    let lines = state.lines.with(|lines| {
        lines
            .iter()
            .filter(|kept| kept.stage != Stage::Confirmed)
            .count()
    });
    let photos = state.photos.with(|photos| {
        photos
            .iter()
            .filter(|photo| photo.stage != Stage::Confirmed)
            .count()
    });
    lines + photos
}

fn who(state: State) -> String {
    let words = state.words;
    if state.is_shut() {
        return words.title().to_owned();
    }
    let name = state.me.get().map(|me| me.name).unwrap_or_default();
    match state.visit() {
        Some(visit) if name.is_empty() => visit.shop.name,
        Some(visit) => format!("{} · {name}", visit.shop.name),
        None if name.is_empty() => words.title().to_owned(),
        None => name,
    }
}

/// Whether the server hears, and what to do where it doesn't.
#[component]
fn LinkState(state: State) -> impl IntoView {
    let words = state.words;
    move || match state.link.get() {
        Link::Asking => view! { <p class="link">{words.link_asking()}</p> }.into_any(),
        Link::Here => view! { <p class="link here">{words.link_here()}</p> }.into_any(),
        Link::Away => view! { <p class="link away">{words.link_away()}</p> }.into_any(),
        Link::SignedOut => view! {
            <a class="link out" href="/desk/sign-in?next=/inspect">{words.link_signed_out()}</a>
        }
        .into_any(),
    }
}

/// What went wrong on the phone, until somebody has read it.
#[component]
fn Trouble(state: State) -> impl IntoView {
    let words = state.words;
    move || {
        state.trouble.get().map(|text| {
            view! {
                <div class="trouble" role="alert">
                    <p>{text}</p>
                    <button type="button" on:click=move |_| state.trouble.set(None)>
                        {words.understood()}
                    </button>
                </div>
            }
        })
    }
}

/// Has the page open without a network, and offers a new version once it is here: nobody loses a form that
/// they are in, and what was written down is in the store whatever version reads it.
#[component]
fn NewVersion(state: State) -> impl IntoView {
    let words = state.words;
    let is_ready = RwSignal::new(false);
    // The page lives as long as the signal.
    service_worker::register(move || is_ready.set(true));
    move || {
        is_ready.get().then(|| {
            view! {
                <div class="trouble news" role="status">
                    <p>{words.common().update_ready()}" "{words.update_safe()}</p>
                    <button type="button" on:click=move |_| service_worker::take_over()>
                        {words.common().update_now()}
                    </button>
                </div>
            }
        })
    }
}

/// Keys of a hardware scanner, the main key, and the page being hidden or shown.
fn listen(state: State) {
    let wedge = StoredValue::new(app::wedge::Wedge::default());
    // The page lives as long as these: they are never taken away. Sounds are woken by whatever the person
    // does: a hardware scanner's keys come without a tap on the camera.
    let _ = window_event_listener(ev::click, move |_| state.wake_sounds());
    let _ = window_event_listener(ev::keydown, move |_| state.wake_sounds());
    let _ = window_event_listener(ev::keydown, move |event: web_sys::KeyboardEvent| {
        if is_field(&event) || untrack(|| state.is_shut()) {
            return;
        }
        // When it was pressed, not when a busy page gets to it.
        let (key, has_control, at_ms) = (event.key(), event.ctrl_key(), event.time_stamp());
        let text = wedge.try_update_value(|wedge| wedge.key(&key, has_control, at_ms));
        if let Some(text) = text.flatten() {
            event.prevent_default();
            state.tab.set(Tab::Sweep);
            state.take(&text);
        } else if matches!(key.as_str(), "F2" | "MediaPlayPause") {
            event.prevent_default();
            state.tab.set(Tab::Sweep);
            super::sweep_view::main_key(state);
        }
    });
    for event in ["visibilitychange", "pageshow", "focus"] {
        let _ = window_event_listener_untyped(event, move |_| {
            state.camera.turn();
        });
    }
}

fn is_field(event: &web_sys::KeyboardEvent) -> bool {
    use wasm_bindgen::JsCast as _;
    let target = event.target();
    let element = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    })
}

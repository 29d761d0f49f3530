//! The sweep: the camera, what it found, and the counts.

use app::browser::camera_loop::Camcorder;
use leptos::prelude::*;
use web_sys::SubmitEvent;

use super::{finding::FindingForm, pack_details::PackDetails, viewfinder::Viewfinder};
use crate::{
    browser::state::{Link, State},
    mark::Kind,
    sweep::Said,
};

/// Rows of the list that are drawn; the rest is counted, and found by its ending.
const ROWS: usize = 60;

/// What the main key does: begins to look, or pauses.
pub fn main_key(state: State) {
    match state.camera.camcorder.get_untracked() {
        Camcorder::On => state.camera.stop(),
        Camcorder::Starting => {}
        Camcorder::Off | Camcorder::Failed(_) => state.camera.start(),
    }
}

/// The sweep.
#[component]
pub fn SweepView(state: State) -> impl IntoView {
    let words = state.words;
    let is_finding = RwSignal::new(false);
    on_cleanup(move || state.camera.stop());
    let status = move || match state.camera.camcorder.get() {
        Camcorder::Failed(error) => error.sentence(words.common()).to_owned(),
        Camcorder::Starting => words.common().scan_starting().to_owned(),
        _ => {
            let said = state.status.get();
            if said.is_empty() && state.sweep.with(|sweep| sweep.packs().is_empty()) {
                words.sweep_hint().to_owned()
            } else {
                said
            }
        }
    };
    let main = move || {
        let on = state.camera.camcorder.get() == Camcorder::On;
        let text = if on {
            words.sweep_pause()
        } else {
            words.sweep_start()
        };
        let class = if on { "main-key paused" } else { "main-key" };
        view! {
            <button type="button" class=class aria-keyshortcuts="F2" on:click=move |_| main_key(state)>
                {text}
            </button>
        }
    };
    let details = move || {
        state.chosen.get().map(|at| {
            view! { <PackDetails state=state at=at is_finding=is_finding /> }
        })
    };
    let finding = move || {
        is_finding
            .get()
            .then(|| view! { <FindingForm state=state is_open=is_finding /> })
    };
    view! {
        <section class="sweep">
            <h1 class="visually-hidden">{words.sweep_title()}</h1>
            <div class="sight">
                <Viewfinder state=state />
                <CameraKeys state=state />
            </div>
            <div class="found">
                <p class="status" role="status">{status}</p>
                <Unreadable state=state />
                <Tally state=state />
                {finding}
                {details}
                <Search state=state />
                <List state=state />
                <Typed state=state />
            </div>
            <div class="main-place">{main}</div>
        </section>
    }
}

/// Light and lens, where there are any.
#[component]
fn CameraKeys(state: State) -> impl IntoView {
    let words = state.words;
    let camera = state.camera;
    let torch = move || {
        camera.torch.get().map(|is_lit| {
            view! {
                <button type="button" aria-pressed=is_lit.to_string() on:click=move |_| camera.switch_torch()>
                    {words.common().scan_torch()}
                </button>
            }
        })
    };
    let lens = move || {
        let several = camera.lenses.with(|lenses| lenses.len() > 1);
        (several && camera.camcorder.get() == Camcorder::On).then(|| {
            view! {
                <button type="button" on:click=move |_| camera.switch_lens()>
                    {words.common().scan_lens()}
                </button>
            }
        })
    };
    let no_wasm = move || {
        (!camera.can_read.get())
            .then(|| view! { <p class="hint">{words.common().scan_no_wasm()}</p> })
    };
    view! { <div class="camera-keys">{torch}{lens}{no_wasm}</div> }
}

/// Why what is seen can't be read.
#[component]
fn Unreadable(state: State) -> impl IntoView {
    let words = state.words;
    move || {
        let why = state.sweep.with(|sweep| {
            let unread = sweep.unread();
            unread.first().map(|first| (unread.len(), first.why))
        });
        why.map(|(count, why)| {
            let text = words.find(&format!("unread-{why}")).unwrap_or_default();
            view! { <p class="unreadable">{words.sweep_unread(count)}" "{text}</p> }
        })
    }
}

/// How many of each kind.
#[component]
fn Tally(state: State) -> impl IntoView {
    let words = state.words;
    move || {
        let tally = state.sweep.with(|sweep| sweep.tally());
        let cells = tally.map(|(kind, count)| {
            let name = words
                .find(&format!("kind-{}", kind.id()))
                .unwrap_or_default();
            view! {
                <li class=format!("tally k-{}", kind.id()) class:none=count == 0>
                    <Form kind=kind letter=None /> <strong>{count}</strong> <span>{name}</span>
                </li>
            }
        });
        view! { <ul class="tallies" aria-label=words.tally()>{cells.collect_view()}</ul> }
    }
}

/// A mark by itself, in a list.
#[component]
pub fn Form(
    /// Its form.
    kind: Kind,
    /// Its letter.
    letter: Option<char>,
) -> impl IntoView {
    view! {
        <svg class=format!("form k-{}", kind.id()) viewBox="-1.3 -1.3 2.6 2.6" aria-hidden="true">
            <path d=kind.path() />
            {letter.map(|letter| view! { <text y=".36">{letter.to_string()}</text> })}
        </svg>
    }
}

/// "Show me pack …21 in this view."
#[component]
fn Search(state: State) -> impl IntoView {
    let words = state.words;
    let told = move || {
        let ending = state.search.get();
        if ending.trim().is_empty() {
            return String::new();
        }
        let now = state.seen_at.get();
        state.sweep.with(|sweep| {
            let found = sweep.find(&ending);
            let in_view = found
                .iter()
                .filter(|at| sweep.get(**at).is_some_and(|pack| pack.is_in_view(now)))
                .count();
            match (found.len(), in_view) {
                (0, _) => words.search_none().to_owned(),
                (found, 0) => words.search_seen(found),
                (_, in_view) => words.search_in_view(in_view),
            }
        })
    };
    view! {
        <form class="search" role="search" on:submit=|event: SubmitEvent| event.prevent_default()>
            <label for="ending">{words.search_label()}</label>
            <input id="ending" type="search" autocomplete="off" autocapitalize="characters" spellcheck="false"
                on:input=move |event| state.search.set(event_target_value(&event)) />
            <p role="status">{told}</p>
        </form>
    }
}

/// The packs: what needs a look first.
#[component]
fn List(state: State) -> impl IntoView {
    let words = state.words;
    move || {
        let rows: Vec<AnyView> = state.sweep.with(|sweep| {
            let found = state.search.with(|ending| sweep.find(ending));
            let is_looking = state.search.with(|ending| !ending.trim().is_empty());
            let shown = sweep.in_order().into_iter();
            let shown = shown.filter(|at| !is_looking || found.contains(at));
            shown
                .take(ROWS)
                .filter_map(|at| {
                    let pack = sweep.get(at)?;
                    let mark = pack.mark();
                    let name = match &pack.said {
                        Said::Server(swept) => swept.product.as_ref().map(|it| it.name.clone()),
                        _ => None,
                    };
                    let name = name.unwrap_or_else(|| pack.element("01").unwrap_or("").to_owned());
                    let serial = pack.serial().unwrap_or("").to_owned();
                    Some(
                        view! {
                            <li>
                                <button type="button" on:click=move |_| state.chosen.set(Some(at))>
                                    <Form kind=mark.kind letter=Some(mark.letter) />
                                    <span class="what">
                                        <strong>{state.answer_word(mark)}</strong>
                                        <span>{name}</span>
                                        <bdi class="serial">{serial}</bdi>
                                    </span>
                                </button>
                            </li>
                        }
                        .into_any(),
                    )
                })
                .collect()
        });
        let more = state
            .sweep
            .with(|sweep| sweep.packs().len().saturating_sub(ROWS));
        let more = (more > 0).then(|| view! { <p class="hint">{words.list_more(more)}</p> });
        view! { <ul class="packs" aria-label=words.list()>{rows}</ul>{more} }
    }
}

/// A code by hand, and the market.
#[component]
fn Typed(state: State) -> impl IntoView {
    let words = state.words;
    let field = NodeRef::<leptos::html::Input>::new();
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(field) = field.get_untracked()
            && state.take(&field.value())
        {
            field.set_value("");
        }
    };
    let market = move |event| state.set_market(&event_target_value(&event));
    let away = move || {
        let said = state.carried.with(|carried| match carried {
            None => Some(words.away_without_pack()),
            Some(carried) => carried.is_over().then(|| words.away_with_old_pack()),
        });
        let said = said.filter(|_| state.link.get() == Link::Away);
        said.map(|said| view! { <p class="hint">{said}</p> })
    };
    view! {
        {away}
        <form class="typed" on:submit=send>
            <label for="typed">{words.typed_label()}</label>
            <div class="row">
                <input id="typed" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="4096" node_ref=field />
                <button type="submit">{words.typed_send()}</button>
            </div>
        </form>
        <p class="market">
            <label for="market">{words.market_label()}</label>
            <input id="market" maxlength="2" size="3" autocomplete="country" value=state.market.get_untracked() on:change=market />
        </p>
    }
}

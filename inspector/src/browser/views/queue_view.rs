//! What waits: how far each thing has come, and the way out when all else fails.

use app::browser::page;
use evidence::{Contents, Sealer, Unsealed, Witness, chain_file};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{time::moment, visit_view::told};
use crate::{
    browser::{
        journal::{Kept, Visit},
        photo, room,
        state::{Held, State},
        store::Shelf,
        sync,
    },
    waiting::Stage,
};

/// Rows that are drawn.
const ROWS: usize = 80;

/// The queue.
#[component]
pub fn QueueView(state: State) -> impl IntoView {
    let words = state.words;
    let room = RwSignal::new(String::new());
    spawn_local(async move {
        if let Some(text) = room_left(state).await {
            room.try_set(text);
        }
    });
    let counts = move || {
        let count = |stage: Stage| {
            let lines = state
                .lines
                .with(|lines| lines.iter().filter(|kept| kept.stage == stage).count());
            let photos = state
                .photos
                .with(|photos| photos.iter().filter(|photo| photo.stage == stage).count());
            lines + photos
        };
        let cells = [Stage::Here, Stage::Sent, Stage::Confirmed].map(|stage| {
            let name = words.find(&format!("stage-{}", stage.id())).unwrap_or_default();
            view! { <li class=format!("stage {}", stage.id())><strong>{count(stage)}</strong> <span>{name}</span></li> }
        });
        view! { <ul class="tallies">{cells.collect_view()}</ul> }
    };
    let refused = move || {
        let mut why: Vec<String> = state.lines.with(|lines| {
            lines
                .iter()
                .filter_map(|kept| kept.refused.clone())
                .collect()
        });
        why.extend(state.photos.with(|photos| {
            photos
                .iter()
                .filter_map(|photo| photo.refused.clone())
                .collect::<Vec<_>>()
        }));
        why.dedup();
        let rows: Vec<AnyView> = why
            .into_iter()
            .map(|why| view! { <li>{why}</li> }.into_any())
            .collect();
        (!rows.is_empty())
            .then(|| view! { <h2>{words.refused_title()}</h2> <ul class="reasons">{rows}</ul> })
    };
    let again = move |_| {
        // A person asks: what was refused is tried once more.
        state
            .lines
            .update(|lines| lines.iter_mut().for_each(|kept| kept.refused = None));
        state
            .photos
            .update(|photos| photos.iter_mut().for_each(|photo| photo.refused = None));
        sync::soon(state);
    };
    let export = move |_| {
        spawn_local(async move {
            if export(state).await.is_none() {
                state.trouble.set(Some(words.export_failed().to_owned()));
            }
        });
    };
    let cleared = RwSignal::new(String::new());
    let clear = move |_| {
        spawn_local(async move {
            let said = match room::clear_all(state).await {
                0 => words.cleared_none().to_owned(),
                visits => words.cleared(visits),
            };
            cleared.try_set(said);
        });
    };
    view! {
        <section class="queue">
            <h1>{words.queue_title()}</h1>
            {counts}
            <p role="status">{move || if state.is_sending.get() { words.sending() } else { "" }}</p>
            <div class="acts">
                <button type="button" class="primary" on:click=again>{words.send_now()}</button>
                <button type="button" on:click=export>{words.export()}</button>
                <button type="button" on:click=clear>{words.clear_now()}</button>
            </div>
            <p class="hint">{words.export_hint()}</p>
            <p class="hint" role="status">{cleared}</p>
            <p class="hint">{room}</p>
            {refused}
            <Items state=state />
        </section>
    }
}

/// Each thing, the newest first.
#[component]
fn Items(state: State) -> impl IntoView {
    let words = state.words;
    move || {
        let mut lines = state.lines.get();
        lines.sort_by_key(|kept| std::cmp::Reverse(kept.key()));
        lines.sort_by_key(|kept| kept.stage);
        let more = lines.len().saturating_sub(ROWS);
        let rows: Vec<AnyView> = lines
            .iter()
            .take(ROWS)
            .filter_map(|kept| row(state, kept))
            .collect();
        let photos: Vec<AnyView> = state.photos.with(|photos| {
            let open = photos.iter().filter(|photo| photo.stage != Stage::Confirmed);
            open.map(|photo| {
                let percent = photo.sent.saturating_mul(100) / photo.bytes.max(1);
                view! {
                    <li><div><strong>{words.photo()}</strong><span>{words.photo_sent(percent)}</span></div></li>
                }
                .into_any()
            })
            .collect()
        });
        let more = (more > 0).then(|| view! { <p class="hint">{words.list_more(more)}</p> });
        view! { <ul class="rows">{photos}{rows}</ul>{more} }
    }
}

fn row(state: State, kept: &Kept) -> Option<AnyView> {
    let words = state.words;
    let entry = kept.entry()?;
    let stage = words
        .find(&format!("stage-{}", kept.stage.id()))
        .unwrap_or_default();
    let class = format!("stage {}", kept.stage.id());
    Some(
        view! {
            <li class=class>
                <div>
                    <strong>{told(state, &entry.act)}</strong>
                    <span>{moment(words, &entry.at)}" · "{stage}</span>
                </div>
            </li>
        }
        .into_any(),
    )
}

/// Everything on this phone in one file: a report a visit, sealed by the device.
async fn export(state: State) -> Option<()> {
    let held = state.held()?;
    let visits = state.visits.get_untracked();
    let mut reports = Vec::new();
    for visit in &visits {
        reports.push((
            format!("{}.zip", visit.inspection),
            sealed(state, &held, visit).await?,
        ));
    }
    let (name, bytes) = match reports.len() {
        0 => return None,
        1 => reports.pop()?,
        _ => (
            "inspections.zip".to_owned(),
            evidence::archive(reports).ok()?,
        ),
    };
    save(&name, &bytes)
}

async fn sealed(state: State, held: &Held, visit: &Visit) -> Option<Vec<u8>> {
    let mut lines = state.lines.get_untracked();
    lines.retain(|kept| kept.inspection == visit.inspection);
    lines.sort_by_key(|kept| kept.sequence);
    let texts: Vec<String> = lines.iter().map(|kept| kept.line.to_text()).collect();
    let witnesses: Vec<String> = lines
        .iter()
        .filter_map(|kept| kept.witness.as_ref().map(Witness::to_text))
        .collect();
    let mut files = vec![
        (chain_file(held.device.id()), texts.join("\n").into_bytes()),
        (
            "witnesses.jsonl".to_owned(),
            witnesses.join("\n").into_bytes(),
        ),
    ];
    let photos = state.photos.get_untracked();
    for photo in photos
        .iter()
        .filter(|photo| photo.inspection == visit.inspection)
    {
        let name = photo.sha256.to_string();
        if let Some(blob) = held.store.raw(Shelf::Pictures, &name).await {
            let bytes = photo::bytes(blob.unchecked_ref()).await?;
            files.push((format!("photos/{name}.jpg"), bytes));
        }
    }
    let name: Option<String> = held.store.json(Shelf::Device, "name").await;
    let origin = window().location().origin().unwrap_or_default();
    let devices = vec![(name.unwrap_or_default(), held.device.public.to_text())];
    let contents = Contents::new(visit.inspection.clone(), origin, page::now(), devices);
    let unsealed = Unsealed::of(&contents, files).ok()?;
    let signature = held.device.sign(&unsealed.to_sign()).await?;
    let signature: [u8; 64] = signature.try_into().ok()?;
    Some(unsealed.sealed(Sealer::Device(held.device.id()), &signature))
}

/// Hands a file to the browser's downloads.
fn save(name: &str, bytes: &[u8]) -> Option<()> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("application/zip");
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let url = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let link = document().create_element("a").ok()?;
    let link: web_sys::HtmlAnchorElement = link.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Once the browser has taken it.
    let revoke = move || {
        let _ = web_sys::Url::revoke_object_url(&url);
    };
    set_timeout(revoke, std::time::Duration::from_secs(60));
    Some(())
}

/// How much room the browser gives, and whether it may take what is kept away.
async fn room_left(state: State) -> Option<String> {
    let storage = window().navigator().storage();
    let estimate = JsFuture::from(storage.estimate().ok()?).await.ok()?;
    let number = |name: &str| {
        js_sys::Reflect::get(&estimate, &JsValue::from_str(name))
            .ok()?
            .as_f64()
    };
    let free = (number("quota")? - number("usage")?).max(0.0) / 1_048_576.0;
    let kept = JsFuture::from(storage.persisted().ok()?)
        .await
        .ok()?
        .is_truthy();
    let words = state.words;
    let room = words.room(free as u64);
    let promise = if kept {
        words.room_kept()
    } else {
        words.room_not_kept()
    };
    Some(format!("{room} {promise}"))
}

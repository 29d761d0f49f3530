//! What is judged by without a network: which pack, how old, how sure, until when.

use std::rc::Rc;

use evidence::Digest;
use leptos::{prelude::*, task::spawn_local};
use offline::{Listed, Pack};

use super::{lock_view::PinForm, time::moment};
use crate::{
    browser::{
        server::{self, ServerError},
        state::{Carried, State},
        store::{Put, Shelf},
    },
    phone,
};

/// The pack, and the way to a new one.
#[component]
pub fn OfflineView(state: State) -> impl IntoView {
    let words = state.words;
    let is_loading = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    let load = move |brand: Option<String>| {
        is_loading.set(true);
        problem.set(None);
        spawn_local(async move {
            let loaded = loaded(state, brand).await;
            is_loading.try_set(false);
            problem.try_set(loaded.err());
        });
    };
    let ways = move || {
        let brands = state.me.get().map(|me| me.brands).unwrap_or_default();
        let several = brands.len() > 1;
        let rows = brands.into_iter().map(|(id, name)| {
            let fetch = move |_| load(Some(id.clone()));
            view! { <button type="button" disabled=move || is_loading.get() on:click=fetch>{words.pack_load(name)}</button> }
        });
        let all = several.then(|| {
            view! { <button type="button" class="primary" disabled=move || is_loading.get() on:click=move |_| load(None)>{words.pack_load_all()}</button> }
        });
        view! { <div class="acts">{all}{rows.collect_view()}</div> }
    };
    let carried = move || match state.carried.get() {
        None => view! { <p>{words.pack_none()}</p> }.into_any(),
        Some(carried) => described(state, &carried),
    };
    let said = move || {
        if is_loading.get() {
            words.pack_loading().to_owned()
        } else {
            String::new()
        }
    };
    view! {
        <section class="carried">
            <h1>{words.pack_title()}</h1>
            <p class="hint">{words.pack_hint()}</p>
            {carried}
            {ways}
            <p role="status">{said}</p>
            <p class="problem" role="alert">{move || problem.get()}</p>
            <PinForm state=state />
        </section>
    }
}

/// Fetches a pack, opens it, and keeps it.
async fn loaded(state: State, brand: Option<String>) -> Result<(), String> {
    let words = state.words;
    let failed = |error: ServerError| match error {
        ServerError::Offline => words.pack_no_network().to_owned(),
        ServerError::SignedOut => words.pack_signed_out().to_owned(),
        ServerError::Refused(why) => why,
        ServerError::Later => words.pack_later().to_owned(),
    };
    let keys = server::keys().await.map_err(failed)?;
    let path = match brand {
        Some(brand) => format!(
            "/v1/offline-pack?brand={}",
            String::from(js_sys::encode_uri_component(&brand))
        ),
        None => "/v1/offline-pack".to_owned(),
    };
    let bytes = server::bytes(&path).await.map_err(failed)?;
    let pack = phone::opened(&bytes, &keys).map_err(|error| words.pack_refused(error))?;
    if let Some(held) = state.held() {
        let kept = vec![Put::json(Shelf::Device, "pack-keys", &keys)];
        held.store
            .put(kept)
            .await
            .map_err(|_| words.store_full().to_owned())?;
    }
    let carried = Carried {
        pack: Rc::new(pack),
        digest: Digest::of(&bytes),
        bytes: bytes.len(),
    };
    let kept = state.carry(bytes, carried).await;
    kept.map_err(|_| words.store_full().to_owned())
}

fn described(state: State, carried: &Carried) -> AnyView {
    let words = state.words;
    let pack: &Pack = &carried.pack;
    let made = phone::rfc3339(pack.made_at);
    let until = phone::rfc3339(pack.valid_until);
    let is_over = carried.is_over();
    let recalls: usize = pack
        .products
        .iter()
        .map(|product| product.recalls.len())
        .sum();
    let blocked: usize = pack
        .products
        .iter()
        .map(|product| product.blocked.len())
        .sum();
    let listed = |sixteen: bool| {
        let of = |product: &&offline::Product| {
            matches!(product.listed, Some(Listed::Sixteen(_))) == sixteen
                && product.listed.is_some()
        };
        pack.products.iter().filter(of).count()
    };
    let (eight, sixteen) = (listed(false), listed(true));
    let over = is_over.then(|| view! { <p class="problem">{words.pack_over()}</p> });
    let eight = (eight > 0).then(|| view! { <li>{words.pack_eight(eight)}</li> });
    let sixteen = (sixteen > 0).then(|| view! { <li>{words.pack_sixteen(sixteen)}</li> });
    let kilobytes = carried.bytes.div_ceil(1024);
    view! {
        {over}
        <ul class="facts-list">
            <li>{words.pack_made(moment(words, &made))}</li>
            <li>{words.pack_until(moment(words, &until))}</li>
            <li>{words.pack_holds(pack.products.len(), recalls, blocked)}</li>
            {eight}{sixteen}
            <li>{words.pack_size(kilobytes)}</li>
        </ul>
    }
    .into_any()
}

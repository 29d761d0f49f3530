//! Room on the phone: what the server has whole may go, everything else stays.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::{
    state::{Held, State},
    store::Shelf,
    sync,
};
use crate::waiting::{Stage, may_go};

/// A visit that ended and was confirmed is looked at again for some days.
const KEPT_MS: f64 = 7.0 * 86_400_000.0;

/// Clears visits that ended a week ago, where the server has all of them.
pub async fn tidy(state: State) {
    let before = app::browser::page::tick_ms() - KEPT_MS;
    clear(state, before).await;
}

/// Clears every visit that ended and that the server has whole; how many these were.
pub async fn clear_all(state: State) -> usize {
    clear(state, f64::INFINITY).await
}

/// The phone is full: clears such visits, and pictures that the server has, of the visit that is open,
/// too. Whether that made any room.
pub async fn squeeze(state: State) -> bool {
    let visits = clear_all(state).await;
    let Some(held) = state.held() else {
        return false;
    };
    let names: Vec<String> = state.photos.with_untracked(|photos| {
        let there = photos
            .iter()
            .filter(|photo| photo.stage == Stage::Confirmed && !photo.is_cleared);
        there.map(|photo| photo.sha256.to_string()).collect()
    });
    let pictures = names.iter().map(|name| (Shelf::Pictures, name.clone()));
    if held.store.remove(pictures.collect()).await.is_err() {
        return visits > 0;
    }
    state.photos.update(|photos| {
        for photo in photos.iter_mut() {
            photo.is_cleared |= photo.stage == Stage::Confirmed;
        }
    });
    visits > 0 || !names.is_empty()
}

async fn clear(state: State, ended_before_ms: f64) -> usize {
    let Some(held) = state.held() else { return 0 };
    let ended: Vec<String> = state.visits.with_untracked(|visits| {
        let ended = visits.iter().filter(|visit| {
            visit.closed_at.as_ref().is_some_and(|at| {
                let at = js_sys::Date::new(&at.as_str().into()).get_time();
                at < ended_before_ms
            })
        });
        ended.map(|visit| visit.inspection.clone()).collect()
    });
    let mut gone = BTreeSet::new();
    for inspection in ended {
        let lines = state.lines.with_untracked(|lines| {
            let own = lines.iter().filter(|kept| kept.inspection == inspection);
            own.map(|kept| kept.stage).collect::<Vec<_>>()
        });
        let photos = state.photos.with_untracked(|photos| {
            let own = photos.iter().filter(|photo| photo.inspection == inspection);
            own.map(|photo| photo.stage).collect::<Vec<_>>()
        });
        let is_open = state
            .lines
            .with_untracked(|lines| sync::is_open(lines, &inspection));
        let is_whole = !is_open && may_go(lines.into_iter().chain(photos));
        if is_whole && forget(state, &held, &inspection).await {
            gone.insert(inspection);
        }
    }
    state
        .visits
        .update(|visits| visits.retain(|visit| !gone.contains(&visit.inspection)));
    state
        .lines
        .update(|lines| lines.retain(|kept| !gone.contains(&kept.inspection)));
    state
        .photos
        .update(|photos| photos.retain(|photo| !gone.contains(&photo.inspection)));
    gone.len()
}

/// All of a visit, or nothing.
async fn forget(state: State, held: &Held, inspection: &str) -> bool {
    let mut things = vec![(Shelf::Visits, inspection.to_owned())];
    state.lines.with_untracked(|lines| {
        let own = lines.iter().filter(|kept| kept.inspection == inspection);
        things.extend(own.map(|kept| (Shelf::Lines, kept.key())));
    });
    state.photos.with_untracked(|photos| {
        for photo in photos.iter().filter(|photo| photo.inspection == inspection) {
            let name = photo.sha256.to_string();
            things.push((Shelf::Pictures, name.clone()));
            things.push((Shelf::Photos, name));
        }
    });
    held.store.remove(things).await.is_ok()
}

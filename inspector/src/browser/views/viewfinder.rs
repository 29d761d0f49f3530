//! What the camera sees, with every pack outlined where it stands and its mark on it.

use app::browser::camera_loop::Camcorder;
use leptos::prelude::*;

use crate::{
    browser::state::State,
    sweep::{Pack, Sight, Sweep, Unread},
};

/// The picture with the marks.
#[component]
pub fn Viewfinder(state: State) -> impl IntoView {
    let camera = state.camera;
    let is_on = move || camera.camcorder.get() == Camcorder::On;
    let marks = move || {
        if !is_on() {
            return None;
        }
        let now = state.seen_at.get();
        let found = state
            .search
            .with(|ending| state.sweep.with(|sweep| sweep.find(ending)));
        let is_looking = state.search.with(|ending| !ending.trim().is_empty());
        state.sweep.with(|sweep| {
            let frame = frame_of(sweep, now)?;
            let size = format!("0 0 {} {}", frame.0, frame.1);
            let packs: Vec<AnyView> = sweep
                .packs()
                .iter()
                .enumerate()
                .filter(|(_, pack)| pack.is_in_view(now))
                .filter_map(|(at, pack)| {
                    let dimmed = is_looking && !found.contains(&at);
                    outlined(pack, dimmed, is_looking && !dimmed)
                })
                .collect();
            let unread: Vec<AnyView> = sweep.unread().iter().map(unread).collect();
            Some(view! {
                <svg class="marks" viewBox=size preserveAspectRatio="xMidYMid meet" aria-hidden="true">
                    {unread}{packs}
                </svg>
            })
        })
    };
    view! {
        <div class="viewfinder" class:on=is_on>
            <video node_ref=camera.video playsinline="" muted="" hidden=move || !is_on() aria-hidden="true"></video>
            {marks}
        </div>
    }
}

/// The size of the latest picture in which something was found.
fn frame_of(sweep: &Sweep, now: f64) -> Option<(u32, u32)> {
    let packs = sweep.packs().iter();
    let seen = packs
        .filter(|pack| pack.is_in_view(now))
        .filter_map(|pack| pack.sight);
    let unread = sweep.unread().iter().map(|unread| unread.sight);
    let latest = seen
        .chain(unread)
        .max_by(|a, b| a.at_ms.total_cmp(&b.at_ms));
    latest.map(|sight| sight.frame)
}

fn points(sight: &Sight) -> String {
    // Whole pixels are fine enough for an outline.
    let points = sight
        .corners
        .map(|[x, y]| format!("{},{}", x as i32, y as i32));
    points.join(" ")
}

fn outlined(pack: &Pack, dimmed: bool, wanted: bool) -> Option<AnyView> {
    let sight = pack.sight?;
    let mark = pack.mark();
    let (x, y) = sight.middle();
    // Large enough to be told apart at arm's length, and never over the neighbor's.
    let least = (sight.frame.1 as f32 / 40.0).max(10.0);
    let size = (sight.reach() * 0.55).max(least);
    let place = format!(
        "translate({} {}) scale({})",
        x as i32, y as i32, size as i32
    );
    let mut class = format!("pack k-{}", mark.kind.id());
    if dimmed {
        class.push_str(" dimmed");
    }
    if wanted {
        class.push_str(" wanted");
    }
    Some(
        view! {
            <g class=class>
                <polygon points=points(&sight) />
                <g transform=place>
                    <path d=mark.kind.path() />
                    <text y=".36">{mark.letter.to_string()}</text>
                </g>
            </g>
        }
        .into_any(),
    )
}

fn unread(unread: &Unread) -> AnyView {
    view! { <polygon class="unread" points=points(&unread.sight) /> }.into_any()
}

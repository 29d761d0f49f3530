//! `/desk/devices`: the phones that inspectors sign on.

use leptos::prelude::*;

use super::{Desk, act_on};

/// A device.
#[derive(Clone, Debug, PartialEq)]
pub struct DeviceRow {
    /// Its identifier, which opens nothing.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// In whose hand it was last.
    pub inspector: String,
    /// When it was registered, RFC 3339.
    pub registered_at: String,
    /// When it was last here, RFC 3339.
    pub seen_at: String,
    /// When it was locked, RFC 3339.
    pub locked_at: Option<String>,
}

/// The page.
#[component]
pub(super) fn DevicesPage(desk: Desk, devices: Vec<DeviceRow>) -> impl IntoView {
    let context = desk.context;
    let words = context.words;
    let ago = |at: &str| words.ago(at, &context.now);
    let rows = devices.iter().map(|device| {
        let locked = device.locked_at.as_ref().map(|at| {
            view! { <p><strong>{words.desk_device_locked(ago(at))}</strong></p> }
        });
        let (action, text) = match device.locked_at {
            None => ("/desk/devices/lock", words.desk_device_lock()),
            Some(_) => ("/desk/devices/unlock", words.desk_device_unlock()),
        };
        view! {
            <li>
                <p>
                    <strong>{device.name.clone()}</strong>" "<span class="value">{device.id.chars().take(12).collect::<String>()}</span>" "
                    <span class="hint">{words.desk_device_hand(&device.inspector)}" "{words.desk_device_registered(ago(&device.registered_at))}" "{words.desk_device_seen(ago(&device.seen_at))}</span>
                </p>
                {locked}
                {act_on(&context, action, &device.id, text)}
            </li>
        }
    });
    let rows = match devices.is_empty() {
        true => view! { <p class="empty">{words.desk_devices_empty()}</p> }.into_any(),
        false => view! { <ul class="desk-list">{rows.collect_view()}</ul> }.into_any(),
    };
    view! {
        <section>
            <h1>{words.desk_devices_title()}</h1>
            <p>{words.desk_devices_hint()}</p>
            {rows}
        </section>
    }
    .into_any()
}

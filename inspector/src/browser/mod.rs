//! The browser's edge: the device's key and store, the camera, the network, and what is drawn.
//! Nothing here panics: the instance would be gone, and what was typed with it.

mod consignment;
mod device;
mod journal;
mod judging;
mod photo;
mod pin;
mod place;
mod room;
mod server;
mod sounds;
mod state;
mod store;
mod sync;
mod views;
mod writing;

use leptos::mount::mount_to;

/// Puts the page in the place of what the server rendered.
pub fn start() {
    let Some(root) = app::browser::page::root() else {
        return;
    };
    root.set_inner_html("");
    // It lives as long as the page.
    mount_to(root, views::Inspect).forget();
}

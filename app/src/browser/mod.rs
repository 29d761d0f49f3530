//! The browser's edge: everything that talks to the page, the worker, the store and the network of
//! a phone. Logic stays out of here, and nothing here panics: the instance would be gone.

pub mod camera_loop;
pub mod forms;
pub mod install;
pub mod locate;
pub mod page;
pub mod service_worker;
pub mod storage;
pub mod tone;
mod views;
pub mod wake_lock;
pub mod worker_bridge;

use leptos::mount::mount_to;

/// Puts the app in the place of what the server rendered.
pub fn start() {
    let Some(root) = page::root() else { return };
    let served = page::served(&root);
    let focus = page::Focus::within(&root);
    // In one go, so that nothing flickers.
    root.set_inner_html("");
    // The app lives as long as the page.
    mount_to(root.clone(), move || views::App(views::AppProps { served })).forget();
    // Whoever goes by keys or by ear is still where they were.
    if let Some(focus) = focus {
        focus.give_back(&root);
    }
}
